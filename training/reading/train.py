"""Trains the model that reads articles: roles of attribution, names, parts of speech and subjects, in one pass.

    python training/reading/train.py [--epochs 5] [--seed 1] [--out out/reading]

Texts whose name falls into the validation share are never trained on. After every epoch the figures on validation are
written to `log.txt`. What is kept, `last.pt`, is the running mean of the weights. export.py makes of it what ships.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
import torch
from corpora import (
    IGNORED,
    Example,
    allowed_names,
    is_for_validation,
    read,
    read_silver,
    restyled,
    roles_of,
    tags_of,
)
from model import Network, encoder_folder
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from reader.analysis.decoding import NAMES, ROLES, best_labels, spans_of
from reader.analysis.labels import HEADS, NAME_LABELS
from reader.analysis.windows import WINDOW_PIECES, laid_out, pieces_of, windows_of
from reader.analysis.words import Words, words_of

BATCH, ENCODER_RATE, HEAD_RATE, WEIGHT_DECAY, WARM_UP = 16, 2e-4, 1e-3, 0.01, 0.06
RESTYLED_SHARE = 0.35
OVERLAP_PIECES = 48
FEW_PADDED = 8
HIDDEN_SHARE = 0.08
"""So many of the pieces the network does not see, so that it reads the words around them."""
MEAN_DECAY = 0.997
"""What a step leaves of the running mean of the weights."""
WEIGHTS = {"roles": 1.0, "names": 1.0, "tags": 0.2, "subjects": 0.2}
VALIDATION_SHARES = {"polnear": 0.05, "uner": 0.2, "conll-train": 0.0, "wnut": 0.0, "gum": 0.25}
REPEATED = {"uner": 3, "gum": 3}
"""How often an epoch reads the texts of small corpora."""
ALL_LABELS = (1 << len(NAME_LABELS)) - 1


@dataclass(frozen=True)
class Row:
    """One window as numbers: pieces, forms, and for each word, at its first piece, what is known of it.

    `names` holds the allowed labels as bits.
    """

    pieces: list[int]
    forms: list[int]
    roles: list[int]
    names: list[int]
    tags: list[int]
    subjects: list[int]


@dataclass
class Known:
    """What is known of each of a text's words."""

    roles: list[int]
    names: list[int]
    tags: list[int]
    subjects: list[int]


@dataclass
class Data:
    """The texts to learn from and those to validate on, with what spaCy reads in them."""

    silver: dict[str, list[list[object]]]
    learnt: list[Example] = field(default_factory=list)
    kept: list[Example] = field(default_factory=list)


class Cutter:
    """Cuts words into windows of pieces."""

    def __init__(self) -> None:
        self.vocabulary = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
        self.vocabulary.no_truncation()
        self.vocabulary.no_padding()
        self.first, self.last, self.hidden = map(self.vocabulary.token_to_id, ("[CLS]", "[SEP]", "[MASK]"))

    def rows(self, words: Words, known: Known, skip: int = 0, overlap: int = OVERLAP_PIECES) -> Iterator[Row]:
        """Windows from the word `skip` on, so that their seams fall elsewhere every epoch."""
        pieces = pieces_of(self.vocabulary, words)
        for window in windows_of([len(each) for each in pieces[skip:]], overlap=overlap):
            within = slice(skip + window.first, skip + window.end)
            ids, forms, firsts = laid_out(pieces[within], words.forms[within])
            parts = [
                self._placed(getattr(known, name)[within], firsts, len(ids), ALL_LABELS if name == "names" else IGNORED)
                for name in ("roles", "names", "tags", "subjects")
            ]
            yield Row([self.first, *ids, self.last], [0, *forms, 0], *parts)

    @staticmethod
    def _placed(values: Sequence[int], firsts: Sequence[int], count: int, filler: int) -> list[int]:
        row = [filler] * (count + 2)
        for at, value in zip(firsts, values, strict=True):
            row[at + 1] = value
        return row


def known_of(example: Example, words: Words, data: Data, random: Random) -> Known:
    silver = aligned(data.silver.get(example.name), example, words)
    allowed = allowed_names(example, words, silver)
    bits = 1 << np.arange(len(NAME_LABELS))
    names = [ALL_LABELS] * len(words) if allowed is None else (allowed * bits).sum(axis=1).tolist()
    roles = roles_of(words, random.choice(example.readings)) if example.readings else [IGNORED] * len(words)
    return Known(roles, names, *tags_of(silver, len(words)))


def aligned(silver: Sequence[Sequence[object]] | None, example: Example, words: Words) -> list[Sequence[object]] | None:
    """The reading of the words that are left where the text's quotation marks were taken away."""
    if silver is None or len(silver) == len(words):
        return None if silver is None else list(silver)
    by_start = dict(zip((span.start for span in words_of(example.article).spans), silver, strict=True))
    return [by_start[span.start] for span in words.spans]


def batch_of(rows: Sequence[Row]) -> tuple[dict[str, Tensor], Tensor | None]:
    """All parts padded, and the mask. Where next to nothing is padded there is none: attention is twice as fast so."""
    longest = max(len(row.pieces) for row in rows)
    fillers = {"pieces": 0, "forms": 0, "roles": IGNORED, "names": ALL_LABELS, "tags": IGNORED, "subjects": IGNORED}
    parts = {
        part: torch.tensor([getattr(row, part) + [filler] * (longest - len(row.pieces)) for row in rows])
        for part, filler in fillers.items()
    }
    mask = None
    if longest - min(len(row.pieces) for row in rows) > FEW_PADDED:
        mask = torch.tensor([[1] * len(row.pieces) + [0] * (longest - len(row.pieces)) for row in rows])
    return parts, mask


def loss_of(outputs: Sequence[Tensor], parts: dict[str, Tensor]) -> dict[str, Tensor]:
    """Each head's loss; that of names is minus the logarithm of what all allowed labels have together."""
    logits = dict(zip(HEADS, (each.float() for each in outputs), strict=True))
    losses = {}
    for head in ("roles", "tags"):
        if (parts[head] != IGNORED).any():
            losses[head] = cross_entropy(logits[head].flatten(0, 1), parts[head].flatten(), ignore_index=IGNORED)
    meant = parts["names"] != ALL_LABELS
    if meant.any():
        own = logits["names"][meant]
        allowed = (parts["names"][meant][:, None] >> torch.arange(len(NAME_LABELS))) & 1
        likely = own.masked_fill(allowed == 0, -1e9).logsumexp(-1)
        losses["names"] = (own.logsumexp(-1) - likely).mean()
    said = parts["subjects"] != IGNORED
    if said.any():
        losses["subjects"] = binary_cross_entropy_with_logits(
            logits["subjects"][said].squeeze(-1), parts["subjects"][said].float()
        )
    return losses


def epoch_rows(data: Data, cutter: Cutter, random: Random) -> list[Row]:
    """All windows of an epoch, shuffled: quotation marks, seams and, where several read it, the annotator vary."""
    rows: list[Row] = []
    for example in [each for each in data.learnt for _ in range(REPEATED.get(each.corpus, 1))]:
        words = restyled(example, random, RESTYLED_SHARE if example.readings else 0)
        skip = random.randrange(40) if len(words) > WINDOW_PIECES else 0
        rows += cutter.rows(words, known_of(example, words, data, random), skip)
    random.shuffle(rows)
    return rows


def batches_of(rows: Sequence[Row], random: Random) -> list[list[Row]]:
    """Batches of windows of nearly one length, in random order."""
    ordered = sorted(rows, key=lambda row: len(row.pieces) // FEW_PADDED)
    batches = [ordered[at : at + BATCH] for at in range(0, len(ordered) - BATCH + 1, BATCH)]
    random.shuffle(batches)
    return batches


@torch.no_grad()
def logits_of(network: Network, cutter: Cutter, words: Words) -> dict[str, np.ndarray]:
    """As the application does it: each word from the window that shows most around it."""
    pieces = pieces_of(cutter.vocabulary, words)
    found: dict[str, list[np.ndarray]] = {head: [] for head in HEADS}
    for window in windows_of([len(each) for each in pieces]):
        ids, forms, firsts = laid_out(pieces[window.first : window.end], words.forms[window.first : window.end])
        row = torch.tensor([[cutter.first, *ids, cutter.last]])
        outputs = network(row, torch.tensor([[0, *forms, 0]]))
        kept = [1 + at for at in firsts[window.keep_first - window.first : window.keep_end - window.first]]
        for head, output in zip(HEADS, outputs, strict=True):
            found[head].append(output[0].float().numpy()[kept])
    return {head: np.concatenate(each) for head, each in found.items()}


def evaluate(network: Network, cutter: Cutter, data: Data) -> dict[str, float]:
    """F1 of words and of exact spans for each role, against the first annotator; of exact names; of tags."""
    network.eval()
    counts: dict[str, list[int]] = {}
    for example in data.kept:
        words = words_of(example.article)
        logits = logits_of(network, cutter, words)
        if example.readings:
            gold = roles_of(words, example.readings[0])
            found = best_labels(_log_softmax(logits["roles"]), ROLES)
            for role in ROLES.kinds:
                pairs = [
                    {i for i, label in enumerate(each) if ROLES.labels[label].endswith(role)} for each in (gold, found)
                ]
                _count(counts, f"{role} words", *pairs)
                _count(
                    counts,
                    f"{role} spans",
                    *({s[1:] for s in spans_of(e, ROLES) if s[0] == role} for e in (gold, found)),
                )
        if example.names is not None and example.corpus != "wnut":
            found = best_labels(_log_softmax(logits["names"]), NAMES)
            if example.corpus == "gum":
                _count_heads(counts, example, words, found)
                continue
            want = {n for n in example.names if n[2] in {"person", "organisation", "place"}}
            have = {
                (words.spans[first].start, words.spans[last].end, kind)
                for kind, first, last in spans_of(found, NAMES)
                if kind in {"person", "organisation", "place"}
            }
            _count(
                counts, f"names {example.corpus}", *({_trimmed(words.text, *n) for n in each} for each in (want, have))
            )
    network.train()
    return {key: 2 * both / max(1, gold + found) for key, (both, gold, found) in counts.items()}


def _count_heads(counts: dict[str, list[int]], example: Example, words: Words, found: Sequence[int]) -> None:
    """GUM: heads of names with the right kind, and other names found (all words of GUM are read, not its heads alone)."""
    kinds = {"person", "organisation", "place"}
    spans = [
        (words.spans[first].start, words.spans[last].end, kind)
        for kind, first, last in spans_of(found, NAMES)
        if kind in kinds
    ]
    heads = {(a, b, k[5:]) for a, b, k in example.names or () if k[5:] in kinds}
    hit = {h for h in heads if any(a <= h[0] and h[1] <= b and k == h[2] for a, b, k in spans)}
    own = counts.setdefault("names gum", [0, 0, 0])
    own[0], own[1], own[2] = own[0] + len(hit), own[1] + len(heads), own[2] + len(spans)


def _trimmed(text: str, start: int, end: int, kind: str) -> tuple[int, int, str]:
    import score_names

    return (*score_names.trimmed(text, start, end), kind)


def _count(counts: dict[str, list[int]], key: str, gold: set[object], found: set[object]) -> None:
    own = counts.setdefault(key, [0, 0, 0])
    own[0], own[1], own[2] = own[0] + len(gold & found), own[1] + len(gold), own[2] + len(found)


def _log_softmax(logits: np.ndarray) -> np.ndarray:
    return logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)


def data_of(options: argparse.Namespace) -> Data:
    """The corpora, split; with --everything all is learnt and only a twentieth of it looked at besides."""
    data = Data(read_silver(options.silver))
    parts = ["polnear/train", "conll/train", "uner", "wnut", "gum"]
    for example in [each for part in parts for each in read(part)]:
        share = VALIDATION_SHARES[example.corpus]
        kept = not options.everything and is_for_validation(example.name, share)
        (data.kept if kept else data.learnt).append(example)
    extra = [*read("conll/testa"), *read("polnear/dev")] if options.everything else read("conll/testa")[::4]
    (data.learnt if options.everything else data.kept).extend(extra)
    if options.texts:
        data.learnt = Random(1).sample(data.learnt, options.texts)
    return data


def train(options: argparse.Namespace) -> None:
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    random = Random(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    log = (options.out / "log.txt").open("a", buffering=1, encoding="utf-8")
    data, cutter, network = data_of(options), Cutter(), Network()
    if options.begin_with:
        network.load_state_dict(torch.load(options.begin_with, map_location="cpu", weights_only=True))
    rows = epoch_rows(data, cutter, random)
    steps = options.epochs * (len(rows) // BATCH)
    print(f"{len(data.learnt)} texts, {len(rows)} windows, {steps} steps; {len(data.kept)} to validate on", file=log)
    optimizer = torch.optim.AdamW(
        network.parameter_groups(ENCODER_RATE * options.rate, HEAD_RATE * options.rate),
        weight_decay=WEIGHT_DECAY,
        fused=True,
    )
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(step / (WARM_UP * steps), max(0.02, (steps - step) / (steps * (1 - WARM_UP))))
    )
    mean = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(MEAN_DECAY)
    )
    network.train()
    step, losses, began = 0, [], time.monotonic()
    for epoch in range(options.epochs):
        rows = rows if epoch == 0 else epoch_rows(data, cutter, random)
        for batch in batches_of(rows, random):
            parts, mask = batch_of(batch)
            pieces = parts["pieces"]
            pieces[(torch.rand(pieces.shape) < HIDDEN_SHARE) & (pieces > cutter.last)] = cutter.hidden
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=options.bf16):
                outputs = network(pieces, parts["forms"], mask)
            each = loss_of(outputs, parts)
            loss = sum(WEIGHTS[head] * value for head, value in each.items())
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            rate.step()
            if step > steps // 3:
                mean.update_parameters(network)
            step += 1
            losses.append({head: value.item() for head, value in each.items()})
            if step % 20 == 0:
                recent = {h: np.mean([row[h] for row in losses[-20:] if h in row] or [0]) for h in HEADS}
                told = "  ".join(f"{head} {value:.3f}" for head, value in recent.items())
                print(f"{time.monotonic() - began:6.0f} s  {step}/{steps}  {told}", file=log)
        current = mean.module if step > steps // 3 + 50 else network
        torch.save(current.state_dict(), options.out / "last.pt")
        if data.kept:
            figures = evaluate(current, cutter, data)
            print(" ".join(f"{key} {value:.3f}" for key, value in figures.items()), file=log)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--texts", type=int, help="so many texts alone, to try something out")
    parser.add_argument("--everything", action="store_true", help="learn from the parts kept for validation too")
    parser.add_argument("--begin-with", type=Path, help="go on from this checkpoint")
    parser.add_argument("--rate", type=float, default=1.0, help="a factor on the rates of learning")
    parser.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=True, help="half precision")
    parser.add_argument("--silver", type=Path, default=Path("out/silver.jsonl"), help="what silver.py wrote")
    parser.add_argument("--out", type=Path, default=Path("out/reading"))
    train(parser.parse_args())


if __name__ == "__main__":
    main()
