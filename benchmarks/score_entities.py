"""Names and who is who, on GUM's Wikinews news and interviews, beside spaCy's names in the same run.

    python benchmarks/score_entities.py [--genre news|interview|both] [--wrong]

Gold are the mentions of people, organisations and places whose head is a proper noun. A title alone ("the President") and
names of peoples ("Muslims") are left out on both sides, and so is a name within a longer name. A mention is right by `head`
if it covers the head of the gold one, one for one, and by `span` if it is the name itself, an article and a possessive
aside; `typed` asks for the kind too.

Chains hold named mentions alone, pronouns and descriptions left out. Of system mentions each is the gold mention whose
head it covers, or one of its own. MUC (Vilain and others 1995), B-cubed (Bagga and Baldwin 1998) and CEAF-e (Luo 2005), and
their mean, the CoNLL F1. The baseline merges spaCy's names where one is the surname, the beginning or the initials of
another.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import gum
import numpy as np
from corpora import scorer
from measuring import Run, baseline, f1, ours, table

KINDS = {"person": "person", "organization": "organisation", "place": "place"}
Chain = frozenset[Hashable]


@dataclass(frozen=True)
class Name:
    """A named mention: its span, its head, its kind and its chain."""

    start: int
    end: int
    head: tuple[int, int]
    kind: str
    chain: int


def gold_names(document: gum.Document) -> tuple[list[Name], list[tuple[int, int]]]:
    """A text's names, and the spans that count for neither side: names within names, titles, peoples."""
    found, aside = [], []
    mentions = gum.mentions(document)
    for mention in mentions:
        if mention.head is None or gum.is_row(document, mention, mentions):
            continue
        first, last = gum.name_core(document, mention)
        start, end = document.words[first][0], document.words[last - 1][1]
        if (
            mention.kind not in KINDS
            or gum.TITLE.fullmatch(document.text[start:end])
            or (document.tags[mention.head] == "NPS" and (mention.kind == "person"))
        ):
            aside.append((start, end))
            continue
        found.append(Name(start, end, document.words[mention.head], KINDS[mention.kind], mention.chain))
    whole = {(name.start, name.end): name for name in found}
    kept = []
    for name in whole.values():
        if any((a, b) != (name.start, name.end) and a <= name.start and name.end <= b for a, b in [*whole, *aside]):
            aside.append((name.start, name.end))
        else:
            kept.append(name)
    return kept, [span for span in aside if span not in whole]


def system_names(record: dict[str, Any], text: str, aside: Sequence[tuple[int, int]]) -> list[Name]:
    """A system's mentions of the three kinds, without articles, possessives and what counts for neither side."""
    found = []
    for chain, entity in enumerate(record["entities"]):
        if entity["kind"] not in KINDS.values():
            continue
        for mention in entity["mentions"]:
            start, end = trimmed(text, mention["start"], mention["end"])
            if (
                start < end
                and not any(a <= start and end <= b for a, b in aside)
                and not gum.TITLE.fullmatch(text[start:end])
            ):
                found.append(Name(start, end, (start, end), entity["kind"], chain))
    return found


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    lead = re.match(r"\s*(?:(?:the|a|an)\s+)?", piece, re.IGNORECASE)
    tail = re.search(r"(?:['’]s|['’])?\s*$", piece)
    start += lead.end() if lead else 0
    return start, max(start, end - (len(piece) - tail.start() if tail else 0))


def aligned(gold: Sequence[Name], system: Sequence[Name]) -> dict[int, int]:
    """Which gold mention each system mention is: it covers its head, the shortest first, one for one."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for j in sorted(range(len(system)), key=lambda j: system[j].end - system[j].start):
        fits = [
            i
            for i, name in enumerate(gold)
            if i not in taken and system[j].start <= name.head[0] and name.head[1] <= system[j].end
        ]
        if fits:
            best = min(fits, key=lambda i: abs(gold[i].start - system[j].start) + abs(gold[i].end - system[j].end))
            pairs[j] = best
            taken.add(best)
    return pairs


def chains(names: Sequence[Name], keys: Sequence[Hashable]) -> list[Chain]:
    groups: dict[int, set[Hashable]] = {}
    for name, key in zip(names, keys, strict=True):
        groups.setdefault(name.chain, set()).add(key)
    return [frozenset(group) for group in groups.values()]


def muc(key: list[Chain], response: list[Chain]) -> tuple[float, float]:
    """Links of `key` that `response` has, and how many there are."""
    where = {mention: i for i, chain in enumerate(response) for mention in chain}
    right = total = 0
    for chain in key:
        parts = {where.get(mention, ("alone", mention)) for mention in chain}
        right += len(chain) - len(parts)
        total += len(chain) - 1
    return right, total


def b_cubed(key: list[Chain], response: list[Chain]) -> tuple[float, float]:
    """Summed over mentions of `key`: the share of its chain that is with it in `response`; and how many there are."""
    where = {mention: chain for chain in response for mention in chain}
    right = sum(len(chain & where.get(mention, frozenset())) / len(chain) for chain in key for mention in chain)
    return right, sum(map(len, key))


def ceaf_e(key: list[Chain], response: list[Chain]) -> float:
    """The similarity of the best one-to-one pairs of chains."""
    similar = (
        np.array([[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key])
        if key and response
        else np.zeros((0, 0))
    )
    return float(similar[assignment(similar)].sum()) if similar.size else 0.0


def assignment(value: np.ndarray[Any, Any]) -> tuple[list[int], list[int]]:
    """Rows and columns of the pairs with the greatest sum: the Hungarian algorithm with potentials."""
    flipped = value.shape[0] > value.shape[1]
    cost = -(value.T if flipped else value)
    rows, columns = cost.shape
    u, v, match = np.zeros(rows + 1), np.zeros(columns + 1), np.zeros(columns + 1, int)
    for row in range(1, rows + 1):
        match[0], column = row, 0
        least, way, used = np.full(columns + 1, np.inf), np.zeros(columns + 1, int), np.zeros(columns + 1, bool)
        while match[column]:
            used[column] = True
            current = match[column]
            free = ~used[1:]
            reduced = cost[current - 1] - u[current] - v[1:]
            better = free & (reduced < least[1:])
            least[1:][better] = reduced[better]
            way[1:][better] = column
            following = int(np.where(free, least[1:], np.inf).argmin()) + 1
            step = least[following]
            u[match[used]] += step
            v[used] -= step
            least[1:][free] -= step
            column = following
        while column:
            match[column] = match[way[column]]
            column = way[column]
    pairs = [(match[j] - 1, j - 1) for j in range(1, columns + 1) if match[j]]
    first, second = [int(i) for i, _ in pairs], [int(j) for _, j in pairs]
    return (second, first) if flipped else (first, second)


class Tally:
    """Counts of one system over the documents."""

    def __init__(self) -> None:
        self.mentions: dict[tuple[str, str], Counter[str]] = {}
        self.links = np.zeros((2, 2, 2))
        self.ceaf = np.zeros(3)
        self.wrong: Counter[str] = Counter()

    def add(self, text: str, gold: list[Name], system: list[Name]) -> None:
        pairs = aligned(gold, system)
        for kind in (*KINDS.values(), "all", "untyped"):
            for way in ("head", "span"):
                tally = self.mentions.setdefault((kind, way), Counter())
                of = lambda name, kind=kind: kind in {"all", "untyped", name.kind}  # noqa: E731
                tally["gold"] += sum(map(of, gold))
                tally["system"] += sum(map(of, system))
                tally["right"] += sum(
                    of(gold[i])
                    and (kind == "untyped" or gold[i].kind == system[j].kind)
                    and (way == "head" or (gold[i].start, gold[i].end) == (system[j].start, system[j].end))
                    for j, i in pairs.items()
                )
        self._chains(gold, system, pairs)
        for i, name in enumerate(gold):
            if i not in pairs.values():
                self.wrong[f"missed {name.kind}: {text[name.start : name.end]}"] += 1
        for j, name in enumerate(system):
            if j not in pairs:
                self.wrong[f"no name, as {name.kind}: {text[name.start : name.end]}"] += 1
            elif gold[pairs[j]].kind != name.kind:
                self.wrong[f"{gold[pairs[j]].kind}, as {name.kind}: {text[name.start : name.end]}"] += 1

    def _chains(self, gold: list[Name], system: list[Name], pairs: dict[int, int]) -> None:
        key = chains(gold, [("gold", i) for i in range(len(gold))])
        response = chains(system, [("gold", pairs[j]) if j in pairs else ("system", j) for j in range(len(system))])
        for way, measure in enumerate((muc, b_cubed)):
            self.links[way] += [measure(key, response), measure(response, key)]
        self.ceaf += [ceaf_e(key, response), len(response), len(key)]

    def chain_figures(self) -> list[tuple[str, float, float, float]]:
        rows = []
        for way, name in enumerate(("MUC", "B-cubed")):
            (found, wanted), (good, given) = self.links[way]
            recall, precision = found / max(wanted, 1), good / max(given, 1)
            rows.append((name, precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)))
        right, given, wanted = self.ceaf
        rows.append(("CEAF-e", right / max(given, 1), right / max(wanted, 1), f1(right, given, wanted)))
        return [*rows, ("CoNLL F1", 0.0, 0.0, sum(row[3] for row in rows) / 3)]


def show(run: Run, documents: list[gum.Document], wrong: bool) -> None:
    tally = Tally()
    for document in documents:
        gold, aside = gold_names(document)
        tally.add(document.text, gold, system_names(run.records[document.key], document.text, aside))
    print(f"\n{run.name}: {run.words_per_second:,.0f} words a second of the processor, models included")
    rows = []
    for (kind, way), t in tally.mentions.items():
        right, given, wanted = t["right"], t["system"], t["gold"]
        name = {"all": "typed, all", "untyped": "untyped, all"}.get(kind, kind)
        rows.append((f"{name}, {way}", right / max(given, 1), right / max(wanted, 1), f1(right, given, wanted)))
    table(("", "precision", "recall", "F1"), [*rows, *tally.chain_figures()], lambda x: f"{x:.3f}" if x else "")
    if wrong:
        for what, number in tally.wrong.most_common(60):
            print(f"    {number:>3} {what}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--genre", choices=("news", "interview", "both"), default="both")
    parser.add_argument("--wrong", action="store_true", help="list the commonest errors")
    options = parser.parse_args()
    scorer("score_names")
    genres = ("news", "interview") if options.genre == "both" else (options.genre,)
    documents = [gum.read(key) for key in gum.names(*genres)]
    texts = {document.key: document.text for document in documents}
    names = sum(len(gold_names(document)[0]) for document in documents)
    print(f"{len(documents)} texts, {sum(len(text.split()) for text in texts.values()):,} words, {names} names")
    show(ours(texts), documents, options.wrong)
    spacy = baseline("spaCy names", texts)
    if spacy is not None:
        show(spacy, documents, options.wrong)


if __name__ == "__main__":
    main()
