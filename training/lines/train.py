"""Trains the model that tells the lines of a pasted page apart: body, headline, byline or date, all else.

    python training/lines/train.py [--parts look choose report] [--folder FOLDER] [--seed 1]

Reads the pages of ../shared/corpora (pages.py). They are split by a hash of their number into three parts: trained on
those that are named (the first alone where none is); of the others, the share of rightly told words is printed. Beside
each page whole, the network sees excerpts of it, as a reader may copy them, and a share of all without what words tell,
so that it can do without them in languages it does not know. Trees are trained beside it on the same pages whole. Writes
model.npz and trees.npz, to resources/models/lines or another folder. Needs PyTorch and LightGBM, which the application
does not.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import torch
from boosting import ALONE, ROUNDS_ALONE, WEIGHT, fitted
from pages import PARTS, marked_pages
from torch import Tensor, nn
from torch.nn import functional

from reader.cleaning.line_features import FEATURES_VERSION, LOOKS, WORD_BINS, beside, features
from reader.cleaning.line_model import BODY, DAY, KINDS, LIMIT, OTHER, TITLE, WRITER
from reader.cleaning.lines import Unit

TARGET = Path(__file__).resolve().parents[2] / "resources" / "models" / "lines"
WIDTH, DILATIONS = 64, (1, 2, 4, 8, 16, 32)
RATE, WEIGHT_DECAY, WARM_UP, BATCH = 2e-3, 0.02, 0.15, 6
DROPPED, DROPPED_FEATURES = 0.4, 0.2
EXCERPTS_SHARE = 0.5
WORDLESS_SHARE = 0.15
LONGEST_UNITS = 400
"""A longer page is seen in stretches of so many."""
BIN_SCALE = 0.3
KIND_WEIGHTS = {OTHER: 1.0, BODY: 1.0, TITLE: 6.0, WRITER: 5.0, DAY: 4.0}
"""There are few headlines and signatures, and they are short."""
LEAST_PAGE_WEIGHT = 10.0
"""Units weigh the root of their words, and pages all the same, save those with next to nothing on them."""


@dataclass(frozen=True)
class Example:
    """A page's or an excerpt's rows of features, with the kind and the weight of each."""

    rows: Tensor
    kinds: Tensor
    weights: Tensor


class Network(nn.Module):
    """What line_model.py runs by NumPy."""

    def __init__(self, columns: int) -> None:
        super().__init__()
        self.first = nn.Linear(columns, WIDTH)
        self.layers = nn.ModuleList(nn.Conv1d(WIDTH, WIDTH, 3, padding=d, dilation=d) for d in DILATIONS)
        self.last = nn.Linear(WIDTH, KINDS)

    def forward(self, rows: Tensor) -> Tensor:
        hidden = functional.relu(self.first(functional.dropout(rows, DROPPED_FEATURES, self.training)))
        hidden = functional.dropout(hidden, DROPPED, self.training).transpose(1, 2)
        for layer in self.layers:
            hidden = hidden + functional.dropout(functional.relu(layer(hidden)), DROPPED, self.training)
        return self.last(hidden.transpose(1, 2))


def example(units: list[Unit], kinds: np.ndarray) -> Example:
    weights = np.sqrt(np.array([unit.words for unit in units], np.float32))
    weights /= max(LEAST_PAGE_WEIGHT, float(weights.sum()))
    weights *= np.array([KIND_WEIGHTS[kind] for kind in kinds.tolist()], np.float32)
    return Example(torch.tensor(features(units)), torch.tensor(kinds), torch.tensor(weights))


def excerpts(units: list[Unit], kinds: np.ndarray, chance: Random) -> list[Example]:
    """The article with a little of what stands around it, and the article alone with hardly anything in between."""
    body = np.flatnonzero(kinds == BODY)
    if len(body) < 3:
        return []
    above = [at for at in np.flatnonzero(kinds >= TITLE) if body[0] - 25 < at < body[0]]
    start = max(0, min([*above, body[0]]) - chance.randint(0, 6))
    around = range(start, min(len(units), body[-1] + 1 + chance.randint(0, 8)))
    alone = [at for at in around if kinds[at] != OTHER or chance.random() < 0.08]
    made = []
    for chosen in (list(around), alone):
        step = chance.choice((0, 1, 2))  # as they were, line by line, or with blank lines between
        lines = [Unit(units[at].text, step * (i + 1) or units[at].line) for i, at in enumerate(chosen)]
        made.append(example(lines, kinds[chosen]))
    return made


def trained(whole: list[Example], parts: list[Example], empty: Tensor, epochs: int, seed: int) -> Network:
    """A network trained on every page and on some excerpts in each epoch; their rows are scaled already.

    `empty` is the scaled row of a line of which nothing is known.
    """
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    network = Network(whole[0].rows.shape[1])
    drawn = int(len(whole) * EXCERPTS_SHARE)
    batches = -(-(len(whole) + drawn) // BATCH)
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=WEIGHT_DECAY)
    rates = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=epochs * batches, pct_start=WARM_UP)
    for epoch in range(epochs):
        network.train()
        seen = [*whole, *(parts[at] for at in chance.integers(0, len(parts), drawn))]
        pieces = sorted(
            (_stretch(one, empty, chance) for one in seen), key=lambda one: len(one.rows) + chance.integers(20)
        )
        losses = []
        for batch in chance.permutation(batches):
            losses.append(_step(network, pieces[batch * BATCH : (batch + 1) * BATCH], optimiser))
            rates.step()
        print(f"epoch {epoch + 1} of {epochs}: loss {np.mean(losses):.4f}", flush=True)
    return network.eval()


def _stretch(one: Example, empty: Tensor, chance: np.random.Generator) -> Example:
    start = int(chance.integers(0, max(1, len(one.rows) - LONGEST_UNITS + 1)))
    taken = slice(start, start + LONGEST_UNITS)
    rows = one.rows[taken]
    if chance.random() < WORDLESS_SHARE:
        rows = torch.cat([rows[:, :LOOKS], empty[LOOKS:].expand(len(rows), -1)], 1)
    return Example(rows, one.kinds[taken], one.weights[taken])


def _step(network: Network, batch: list[Example], optimiser: torch.optim.Optimizer) -> float:
    padded = [
        nn.utils.rnn.pad_sequence([getattr(one, name) for one in batch], batch_first=True)
        for name in ("rows", "kinds", "weights")
    ]
    rows, kinds, weights = padded
    costs = functional.cross_entropy(network(rows).transpose(1, 2), kinds, reduction="none")
    loss = (costs * weights).sum() / weights.sum()
    optimiser.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    return float(loss)


def scaled(examples: list[Example], mean: np.ndarray, scale: np.ndarray) -> list[Example]:
    return [
        Example(((one.rows - torch.tensor(mean)) / torch.tensor(scale)).clip(-LIMIT, LIMIT), one.kinds, one.weights)
        for one in examples
    ]


def trees(marked: list[tuple[str, list[Unit], np.ndarray]]) -> dict[str, np.ndarray]:
    """Trees that tell the body's lines, as arrays."""
    rows = [beside(features(units)) for _, units, _ in marked]
    weights = []
    for corpus, units, _ in marked:
        words = np.sqrt(np.array([unit.words for unit in units]) + 0.5)
        weights.append(100 * WEIGHT[corpus] * words / max(LEAST_PAGE_WEIGHT, words.sum()))
    return fitted(rows, [(kinds == BODY).astype(float) for *_, kinds in marked], weights, ALONE, ROUNDS_ALONE)


def save(folder: Path, network: Network, mean: np.ndarray, scale: np.ndarray) -> None:
    state = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    layers = [state[f"layers.{at}.weight"].transpose(2, 1, 0) for at in range(len(DILATIONS))]
    np.savez_compressed(
        folder / "model.npz",
        version=np.array(FEATURES_VERSION),
        dilations=np.array(DILATIONS),
        mean=mean,
        scale=scale,
        first=state["first.weight"].T.astype(np.float16),
        first_bias=state["first.bias"],
        layers=np.array(layers, np.float16),
        biases=np.array([state[f"layers.{at}.bias"] for at in range(len(DILATIONS))]),
        last=state["last.weight"].T,
        last_bias=state["last.bias"],
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=["look"], help="train on these")
    parser.add_argument("--folder", type=Path, default=TARGET, help="write the model there")
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    chance = Random(1)
    marked = list(marked_pages(options.parts))
    boosted = {f"body_{name}": value for name, value in trees(marked).items()}
    np.savez_compressed(options.folder / "trees.npz", version=FEATURES_VERSION, **boosted)
    whole = [example(units, kinds) for _, units, kinds in marked]
    parts = [one for _, units, kinds in marked for one in excerpts(units, kinds, chance)]
    rows = torch.cat([one.rows for one in whole])
    mean, scale = rows.mean(0).numpy(), rows.std(0).numpy() + 0.01
    mean[-WORD_BINS:], scale[-WORD_BINS:] = 0, BIN_SCALE
    empty = torch.tensor((-mean / scale).clip(-LIMIT, LIMIT))
    print(f"{len(rows):,} lines of {len(whole)} pages, {rows.shape[1]} columns; {len(parts)} excerpts", flush=True)
    network = trained(scaled(whole, mean, scale), scaled(parts, mean, scale), empty, options.epochs, options.seed)
    save(options.folder, network, mean, scale)
    print(f"{sum(path.stat().st_size for path in options.folder.glob('*.npz')) / 1000:.0f} kB")
    told = []
    others = [example(units, kinds) for _, units, kinds in marked_pages([p for p in PARTS if p not in options.parts])]
    for one in scaled(others, mean, scale):
        right = (network(one.rows[None])[0].argmax(1) == BODY) == (one.kinds == BODY)
        told.append(float((right * one.weights).sum() / one.weights.sum()))
    if told:
        print(f"of the other parts, the network tells {np.mean(told):.3f} of the words rightly")


if __name__ == "__main__":
    sys.exit(main())
