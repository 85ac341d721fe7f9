"""Trains the tagger of quotations on PolNeAR's train part.

    python training/quotes/train.py [--epochs 3] [--seed 1] [--out out/tagger]

Articles whose name falls into the validation share are never trained on. A checkpoint is kept every quarter of an epoch,
with its figures on validation in `log.txt`; `best.pt` is the one with the highest mean F1 of spans. export.py makes of it
what ships.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
import torch
from corpus import Marked, is_for_validation, labels_of, read_part, restyled
from model import Network, encoder_folder
from tokenizers import Tokenizer
from torch.nn.functional import cross_entropy

from reader.analysis.tagger import (
    LABELS,
    ROLES,
    WINDOW_PIECES,
    best_labels,
    laid_out,
    pieces_of,
    spans_of,
    windows_of,
)
from reader.analysis.words import Words, words_of

BATCH, ENCODER_RATE, HEAD_RATE, WEIGHT_DECAY, WARM_UP = 16, 2e-4, 1e-3, 0.01, 0.06
RESTYLED_SHARE = 0.35
OVERLAP_PIECES = 48
CHECKPOINTS_AN_EPOCH = 4
IGNORED = -100
FEW_PADDED = 8
HIDDEN_SHARE = 0.08
"""So many of the pieces the network does not see, so that it reads the words around them."""


@dataclass(frozen=True)
class Row:
    """One window as numbers: pieces, forms, and the label of each word at its first piece."""

    pieces: list[int]
    forms: list[int]
    labels: list[int]


class Cutter:
    """Cuts words into windows of pieces."""

    def __init__(self) -> None:
        self.vocabulary = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
        self.vocabulary.no_truncation()
        self.vocabulary.no_padding()
        self.first, self.last, self.hidden = map(self.vocabulary.token_to_id, ("[CLS]", "[SEP]", "[MASK]"))

    def rows(self, words: Words, labels: Sequence[int], skip: int = 0, overlap: int = OVERLAP_PIECES) -> Iterator[Row]:
        """Windows from the word `skip` on, so that their seams fall elsewhere every epoch."""
        pieces = pieces_of(self.vocabulary, words)
        for window in windows_of([len(each) for each in pieces[skip:]], overlap=overlap):
            within = slice(skip + window.first, skip + window.end)
            ids, forms, firsts = laid_out(pieces[within], words.forms[within])
            row = [IGNORED] * len(ids)
            for at, label in zip(firsts, labels[within], strict=True):
                row[at] = label
            yield Row([self.first, *ids, self.last], [0, *forms, 0], [IGNORED, *row, IGNORED])


def batch_of(rows: Sequence[Row]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor | None, torch.Tensor]:
    """Pieces, forms, mask and labels. Where next to nothing is padded there is no mask: attention is twice as fast so."""
    longest = max(len(row.pieces) for row in rows)

    def padded(part: str, filler: int) -> torch.Tensor:
        return torch.tensor([getattr(row, part) + [filler] * (longest - len(row.pieces)) for row in rows])

    pieces = padded("pieces", 0)
    mask = None
    if longest - min(len(row.pieces) for row in rows) > FEW_PADDED:
        mask = torch.tensor([[1] * len(row.pieces) + [0] * (longest - len(row.pieces)) for row in rows])
    return pieces, padded("forms", 0), mask, padded("labels", IGNORED)


def epoch_rows(articles: Sequence[Marked], cutter: Cutter, random: Random) -> list[Row]:
    """All windows of an epoch, shuffled: quotation marks, seams and, where several read it, the annotator vary."""
    rows: list[Row] = []
    for marked in articles:
        words = restyled(marked, random, RESTYLED_SHARE)
        labels = labels_of(words, random.choice(marked.readings))
        skip = random.randrange(40) if len(words) > WINDOW_PIECES else 0
        rows += cutter.rows(words, labels, skip)
    random.shuffle(rows)
    return rows


def batches_of(rows: Sequence[Row], random: Random) -> list[list[Row]]:
    """Batches of windows of nearly one length, in random order."""
    ordered = sorted(rows, key=lambda row: len(row.pieces) // FEW_PADDED)
    batches = [ordered[at : at + BATCH] for at in range(0, len(ordered) - BATCH + 1, BATCH)]
    random.shuffle(batches)
    return batches


@torch.no_grad()
def logits_of(network: Network, cutter: Cutter, words: Words) -> np.ndarray:
    """As the reader's tagger does it: each word from the window that shows most around it."""
    pieces = pieces_of(cutter.vocabulary, words)
    found = []
    for window in windows_of([len(each) for each in pieces]):
        ids, forms, firsts = laid_out(pieces[window.first : window.end], words.forms[window.first : window.end])
        rows = [Row([cutter.first, *ids, cutter.last], [0, *forms, 0], [0] * (len(ids) + 2))]
        row, marks, mask, _ = batch_of(rows)
        logits = network(row, marks, mask)[0].float().numpy()
        found.append(
            logits[[1 + at for at in firsts[window.keep_first - window.first : window.keep_end - window.first]]]
        )
    return np.concatenate(found)


def evaluate(network: Network, cutter: Cutter, articles: Sequence[Marked]) -> dict[str, float]:
    """F1 of words and of exact spans for each role, against the first annotator."""
    network.eval()
    counts = {f"{role} {what}": [0, 0, 0] for what in ("words", "spans") for role in ROLES}
    for marked in articles:
        words = words_of(marked.article)
        gold = labels_of(words, marked.readings[0])
        logits = logits_of(network, cutter, words)
        shifted = logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)
        found = best_labels(shifted)
        for role in ROLES:
            sets = [
                ({i for i, label in enumerate(each) if LABELS[label].endswith(role)}, _spans(each, role))
                for each in (gold, found)
            ]
            for what, (a, b) in zip(("words", "spans"), zip(*sets, strict=True), strict=True):
                own = counts[f"{role} {what}"]
                own[0] += len(a & b)
                own[1] += len(a)
                own[2] += len(b)
    network.train()
    return {key: 2 * both / max(1, gold + found) for key, (both, gold, found) in counts.items()}


def _spans(labels: Sequence[int], role: str) -> set[tuple[int, int]]:
    ones = np.ones((len(labels), len(LABELS)), dtype=np.float32)
    return {(span.first, span.last) for span in spans_of(labels, ones) if span.role == role}


def train(options: argparse.Namespace) -> None:
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    random = Random(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    log = (options.out / "log.txt").open("a", buffering=1, encoding="utf-8")
    marked = read_part("train")[: options.articles]
    kept = [each for each in marked if is_for_validation(each.name)]
    learnt = [each for each in marked if not is_for_validation(each.name)]
    cutter, network = Cutter(), Network()
    rows = epoch_rows(learnt, cutter, random)
    steps = options.epochs * (len(rows) // BATCH)
    print(f"{len(learnt)} articles, {len(rows)} windows, {steps} steps; {len(kept)} to validate on", file=log)
    optimizer = torch.optim.AdamW(
        network.parameter_groups(ENCODER_RATE, HEAD_RATE), weight_decay=WEIGHT_DECAY, fused=True
    )
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(step / (WARM_UP * steps), max(0.02, (steps - step) / (steps * (1 - WARM_UP))))
    )
    network.train()
    step, best, losses, began = 0, 0.0, [], time.monotonic()
    for epoch in range(options.epochs):
        rows = rows if epoch == 0 else epoch_rows(learnt, cutter, random)
        batches = batches_of(rows, random)
        for number, batch in enumerate(batches, 1):
            pieces, forms, mask, labels = batch_of(batch)
            pieces[(torch.rand(pieces.shape) < HIDDEN_SHARE) & (pieces > cutter.last)] = cutter.hidden
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=options.bf16):
                logits = network(pieces, forms, mask)
            loss = cross_entropy(logits.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORED)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            rate.step()
            step += 1
            losses.append(loss.item())
            if step % 20 == 0:
                print(f"{time.monotonic() - began:6.0f} s  {step}/{steps}  loss {np.mean(losses[-20:]):.3f}", file=log)
            if number in {len(batches) * quarter // CHECKPOINTS_AN_EPOCH for quarter in range(1, 5)}:
                figures = evaluate(network, cutter, kept)
                print(" ".join(f"{key} {value:.3f}" for key, value in figures.items()), file=log)
                torch.save(network.state_dict(), options.out / "last.pt")
                mean = float(np.mean([value for key, value in figures.items() if key.endswith("spans")]))
                if mean > best:
                    best = mean
                    torch.save(network.state_dict(), options.out / "best.pt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--articles", type=int, help="so many articles alone, to try something out")
    parser.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=True, help="half precision")
    parser.add_argument("--out", type=Path, default=Path("out/tagger"))
    train(parser.parse_args())


if __name__ == "__main__":
    main()
