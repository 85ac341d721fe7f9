"""What can be told of a piece of an HTML page without knowing the page: its looks, its place, its neighbours.

One row of numbers for each piece: what an extractor proposed of the page, what stands in the same containers and under
the same names, what stands before and after. Nothing but the rules of `boilerplate` knows words of a language. What the
columns are is fixed by `FEATURES_VERSION`, which a model names that was trained on them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reader.article import BlockKind, Reason
from reader.cleaning.boilerplate import CREDIT, RELATED, boilerplate
from reader.cleaning.bylines import byline, is_agency_credit, is_bare_name
from reader.cleaning.datelines import date_line
from reader.cleaning.dom import Piece
from reader.cleaning.surroundings import Rows, Surroundings

FEATURES_VERSION = 1
LONGEST_LOOKED_AT_CHARACTERS = 1500
LONGEST_LABEL_WORDS = 40
SHORTEST_FOUND_CHARACTERS = 30
"""A shorter piece counts as proposed only as a whole line: it may stand anywhere by chance."""
PROSE_WORDS, LONG_WORDS = 9, 30
ENDS = (*'.!?…”"’:;', "。", "！", "？", "।", "؟")
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b")
_SIGNS = ("|", "»", "©", "@", "•", "/", "…", "[", "(", "→", "http", "!", "?", ",", "“", ";", "%", "$")
_REASONS = tuple(Reason)
_KINDS = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM, BlockKind.TABLE, BlockKind.CODE, BlockKind.CAPTION)  # fmt: skip
_TAGS = ("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "span", "section", "article", "a", "blockquote", "figcaption", "label", "button", "dd", "dt", "pre", "header")  # fmt: skip
_NUMBER_OF_TAG = {tag: number for number, tag in enumerate(_TAGS)}
_LEVELS = 3
_WINDOWS = (3, 8, 20)
_NEIGHBOURS = (-2, -1, 1, 2)


@dataclass(frozen=True)
class Declared:
    """What else is known of a page: its title, its standfirst, the text that it declares for machines (or "")."""

    title: str = ""
    standfirst: str = ""
    body: str = ""


def key_of(text: str) -> str:
    """A text's letters and digits alone: by these two texts are the same."""
    return "".join(_WORD.findall(text.casefold()))


def proposed_pieces(keys: Sequence[str], text: str) -> NDArray[np.float32]:
    """How far each piece, by its key, stands in a text: 1 as a line of its own, 0.5 within a line, 0 nowhere."""
    lines = {key_of(line) for line in text.split("\n")} - {""}
    whole = key_of(text)
    return np.array(
        [1.0 if key in lines else 0.5 if len(key) > SHORTEST_FOUND_CHARACTERS and key in whole else 0.0 for key in keys],
        np.float32,
    )  # fmt: skip


def features(pieces: Sequence[Piece], proposed: str, declared: Declared) -> Rows:
    """One row for each piece of a page, of whose text an extractor proposed `proposed`."""
    keys = [key_of(piece.text) for piece in pieces]
    looks = _looks(pieces, keys, declared)
    in_proposal = proposed_pieces(keys, proposed)
    basis = _Basis.of(pieces, in_proposal)
    around = Surroundings(pieces)
    parts: list[Rows] = [
        looks,
        around.up[around.own].astype(np.float32),
        in_proposal[:, None],
        _in_body(keys, declared.body),
        _containers(basis, around),
        _alike(basis, around),
        _position(basis, keys, pieces, declared),
        _neighbourhood(basis, pieces, around, looks),
        _section(basis, pieces),
        _shared(pieces, in_proposal),
    ]
    return np.concatenate(parts, axis=1).astype(np.float32)


@dataclass(frozen=True)
class _Basis:
    """For each piece: its words, whether it is prose, whether it was proposed, and the share of it in links."""

    words: Rows
    prose: Rows
    proposed: Rows
    linked: Rows

    @staticmethod
    def of(pieces: Sequence[Piece], in_proposal: Rows) -> _Basis:
        words = np.array([_words(piece.text) for piece in pieces], np.float32)
        linked = np.minimum(1, np.array([piece.linked for piece in pieces], np.float32))
        ends = np.array([piece.text.endswith(ENDS) for piece in pieces])
        prose = (((words >= PROSE_WORDS) & ends) | (words >= LONG_WORDS)) & (linked < 0.5)
        return _Basis(words, prose.astype(np.float32), (in_proposal > 0).astype(np.float32), linked)

    def weighed(self) -> Rows:
        """The words of each piece, and of these the linked, the prose and the proposed; a one; in columns."""
        by = [np.ones_like(self.words), self.linked, self.prose, self.proposed]
        return np.column_stack([*(self.words * share for share in by), by[0]]).astype(np.float32)


def _words(text: str) -> float:
    """How many words a text has; a script without spaces is taken to have one for two characters."""
    wide = 0 if text.isascii() else sum(ord(character) > 0x2E80 for character in text)
    return max(len(text.split()), wide / 2)


def _looks(pieces: Sequence[Piece], keys: Sequence[str], declared: Declared) -> Rows:
    """What each piece says and looks like by itself."""
    times, seen = Counter(keys), Counter[str]()
    title, standfirst = key_of(declared.title), key_of(declared.standfirst)
    title_words = {*_WORD.findall(declared.title.casefold())}
    rows = []
    for piece, key in zip(pieces, keys, strict=True):
        text = piece.text[:LONGEST_LOOKED_AT_CHARACTERS]
        words = text.split()
        count, short = max(1, len(words)), len(words) <= LONGEST_LABEL_WORDS
        begins = [word[0] for word in words]
        rule = boilerplate(piece.text)
        tag, parent = str(piece.element.tag), piece.element.getparent()
        parent_tag = str(parent.tag) if parent is not None else ""
        rows.append(
            [
                len(text) / count,
                text.endswith(ENDS),
                text.endswith(":"),
                len(_DIGIT.findall(text)) / max(1, len(text)),
                sum(map(str.isupper, begins)) / count,
                sum(map(str.isupper, (word for word in words if len(word) > 1))) / count,
                sum(length <= 3 for length in map(len, words)) / count,
                text[:1].islower(),
                text[:1].isupper(),
                text[:1] in "“\"‘'«„",
                *(sign in text for sign in _SIGNS),
                _DATE.search(text) is not None,
                short and date_line(text) is not None,
                short and byline(text) is not None,
                short and is_bare_name(text),
                short and is_agency_credit(text),
                RELATED.match(text) is not None,
                CREDIT.match(text) is not None,
                rule is not None,
                *(rule is not None and rule.reason is reason for reason in _REASONS),
                min(5, times[key]),
                min(3, seen[key]),
                bool(title) and key == title,
                len(key) > 8 and key in title,
                len(title_words & {*_WORD.findall(text.casefold())}) / max(1, len(title_words)),
                bool(standfirst) and key == standfirst,
                len(standfirst) > 20 and standfirst[:60] in key,
                len(key) > 20 and key[:60] in standfirst,
                *(piece.kind is kind for kind in _KINDS),
                piece.level,
                _NUMBER_OF_TAG.get(tag, len(_TAGS)),
                _NUMBER_OF_TAG.get(parent_tag, len(_TAGS)),
            ]
        )
        seen[key] += 1
    return np.array(rows, np.float32)


_RULE = 10 + len(_SIGNS) + 7
"""The column of `_looks` that says whether a rule of `boilerplate` holds."""


def _in_body(keys: Sequence[str], body: str) -> Rows:
    """Whether each piece stands in the text that the page declares; -1 where it declares none."""
    whole = key_of(body)
    return np.array([[float(len(key) > 12 and key in whole) if whole else -1.0] for key in keys], np.float32)


def _containers(basis: _Basis, around: Surroundings) -> Rows:
    """What else stands in the elements around each piece, and how far it is from where most of the text stands."""
    totals = around.totals(basis.weighed())
    words, every = totals[:, 0], np.maximum(1, totals[0])
    shares = totals[:, 1:4] / np.maximum(1, words)[:, None]
    told = np.column_stack([shares, totals[:, 2:4] / every[2:4], np.log1p(words), np.log1p(totals[:, 4])])
    parents = np.maximum(0, np.array(around.parents))
    depths = np.array(around.depths, np.float32)
    at = np.array(around.own)
    columns = [depths[at]]
    for _ in range(_LEVELS):
        at = parents[at]
        columns += list(told[at].T)
    for column, share in ((3, 0.6), (2, 0.6), (2, 0.35)):
        main = int(np.argmax(np.where(totals[:, column] >= share * totals[0, column], depths, -1)))
        inside = {number: i for i, number in enumerate(around.above(main))}
        steps = np.array([_steps(around, number, inside) for number in around.own], np.float32)
        columns += [(steps[:, 1] == 0).astype(np.float32), *steps.T]
    return np.column_stack(columns)


def _steps(around: Surroundings, number: int, chain: dict[int, int]) -> tuple[int, int]:
    """How many steps up from an element a chain of elements is met, and how far up in the chain."""
    for steps, outer in enumerate(around.above(number)):
        if outer in chain:
            return steps, chain[outer]
    return 0, len(chain)


def _alike(basis: _Basis, around: Surroundings) -> Rows:
    """What the pieces are that have the same tag and classes, with and without those of the element around them."""
    names = [f"{e.tag}.{e.get('class') or ''}" for e in around.elements]
    own = [names[number] for number in around.own]
    outer = [f"{names[number]}<{names[max(0, around.parents[number])]}" for number in around.own]
    weighed = basis.weighed()
    every = np.maximum(1, weighed.sum(axis=0))
    columns: list[Rows] = []
    for signs in (outer, own):
        numbers: dict[str, int] = {}
        group = np.array([numbers.setdefault(sign, len(numbers)) for sign in signs])
        sums = np.zeros((len(numbers), weighed.shape[1]), np.float32)
        np.add.at(sums, group, weighed)
        of = sums[group]
        others = of - weighed
        words = np.maximum(1, of[:, 0])
        without = np.where(others[:, 0] > 0, others[:, 3] / np.maximum(1, others[:, 0]), -1)
        columns += [np.log1p(of[:, 4]), np.log1p(words), of[:, 1] / words, of[:, 2] / words, of[:, 3] / words]
        columns += [of[:, 0] / every[0], of[:, 3] / every[3], without]
    return np.column_stack(columns)


def _position(basis: _Basis, keys: Sequence[str], pieces: Sequence[Piece], declared: Declared) -> Rows:
    """Where each piece stands on the page, from its headline and from what was proposed; and how the page is."""
    count = len(pieces)
    at = np.arange(count, dtype=np.float32)
    weighed = basis.weighed()
    sums = np.cumsum(weighed, axis=0)
    every = np.maximum(1, sums[-1])
    marked = np.flatnonzero(basis.proposed)
    first, last = (int(marked[0]), int(marked[-1])) if len(marked) else (count, -1)
    title = key_of(declared.title)
    titles = [i for i, key in enumerate(keys) if title and key == title]
    head = next((i for i in titles if pieces[i].kind is BlockKind.HEADING), titles[0] if titles else -1)
    below = np.log1p(np.maximum(0, sums[:, 0] - sums[head, 0])) if head >= 0 else np.full(count, -1.0)
    left = sums[-1] - sums
    return np.column_stack(
        [
            at / count, np.log1p(at), np.log1p(count - at), *(sums[:, (0, 2, 3)] / every[[0, 2, 3]]).T,
            _signed(at - first), _signed(at - last), (at >= first) & (at <= last),
            _signed(at - head) if head >= 0 else np.full(count, 9.0), below,
            *np.log1p(left[:, 2:4]).T, *np.log1p(sums[:, 2:4] - weighed[:, 2:4]).T,
            *(np.full(count, value) for value in (np.log1p(every[0]), every[2] / every[0], every[3] / every[2], np.log1p(count), every[1] / every[0])),
        ]
    ).astype(np.float32)  # fmt: skip


def _signed(steps: Rows) -> Rows:
    return np.asarray(np.sign(steps) * np.log1p(np.abs(steps)), np.float32)


def _neighbourhood(basis: _Basis, pieces: Sequence[Piece], around: Surroundings, looks: Rows) -> Rows:
    """What stands just before and after each piece."""
    own = np.array(around.own)
    parents, depths = np.array(around.parents)[own], np.array(around.depths, np.float32)[own]
    heading = np.array([piece.kind is BlockKind.HEADING for piece in pieces], np.float32)
    told = [np.log1p(basis.words), basis.linked, basis.proposed, basis.prose, heading, looks[:, _RULE], looks[:, 1]]
    columns = list(told[:1] + told[1:2] + told[3:4])
    for offset in _NEIGHBOURS:
        columns += [_shifted(column, offset) for column in told]
        columns.append((_shifted(parents, offset, -2) == parents).astype(np.float32))
        columns.append(_shifted(depths, offset, 0) - depths)
    sums = np.concatenate([np.zeros((1, 6)), np.cumsum(np.column_stack([basis.weighed(), looks[:, _RULE]]), axis=0)])
    at = np.arange(len(pieces))
    for reach in _WINDOWS:
        for low, high in ((np.maximum(0, at - reach), at), (at + 1, np.minimum(len(at), at + 1 + reach))):
            within = sums[high] - sums[low]
            columns += [*(within[:, 1:4] / np.maximum(1, within[:, :1])).T, np.log1p(within[:, 0]), within[:, 5]]
    return np.column_stack(columns)


def _shifted(column: NDArray[np.generic], offset: int, empty: float = -1) -> Rows:
    """The column's values of the piece so many further on; `empty` beyond the page's ends."""
    out = np.full(len(column), empty, np.float32)
    if offset > 0:
        out[:-offset] = column[offset:]
    else:
        out[-offset:] = column[:offset]
    return out


def _section(basis: _Basis, pieces: Sequence[Piece]) -> Rows:
    """The heading above each piece, and what stands between the piece and the next heading."""
    count, at = len(pieces), np.arange(len(pieces))
    sums = np.concatenate([np.zeros((1, 5)), np.cumsum(basis.weighed(), axis=0)])
    heads = np.array([i if piece.kind is BlockKind.HEADING else -1 for i, piece in enumerate(pieces)])
    above = np.concatenate([[-1], np.maximum.accumulate(heads)[:-1]])
    below = np.minimum.accumulate(np.where(heads >= 0, heads, count)[::-1])[::-1]
    below = np.append(below[1:], count)
    levels = np.array([piece.level for piece in pieces])
    told = [np.log1p(at - above), basis.proposed[above], levels[above], basis.linked[above], basis.words[above]]
    rows = np.where((above >= 0)[:, None], np.column_stack(told), np.array([9, -1, 0, -1, -1]))
    within = sums[below] - sums[np.minimum(at + 1, below)]
    return np.column_stack([rows, np.log1p(within[:, 0]), within[:, 1:4] / np.maximum(1, within[:, :1])])


def _shared(pieces: Sequence[Piece], in_proposal: Rows) -> Rows:
    """How much of what each piece speaks of, what was proposed speaks of too."""
    content = [
        {word for word in _WORD.findall(piece.text[:LONGEST_LOOKED_AT_CHARACTERS].casefold()) if len(word) >= 4}
        for piece in pieces
    ]
    marked = in_proposal > 0
    held = Counter(word for said, is_marked in zip(content, marked, strict=True) if is_marked for word in said)
    rows = np.full((len(pieces), 2), -1, np.float32)
    for at, said in enumerate(content):
        if said:
            elsewhere = [held[word] - bool(marked[at]) for word in said]
            rows[at] = (sum(n >= 1 for n in elsewhere) / len(said), sum(n >= 3 for n in elsewhere) / len(said))
    return rows
