"""Lines on printed pages → the text as it is read: columns in order, running heads told apart, paragraphs put together.

Lengths are in points; y grows upwards, as PDF has it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

EDGE_SHARE = 0.12
"""Running heads and feet stand in so much of a page's height."""
EDGE_LINES = 3
GUTTER_LINES = 3
"""So many lines must stand side by side before a gap between them is a gutter between columns."""
COLUMN_CHARACTERS = 12
"""A column's lines are longer by half; a table's cells are shorter."""
COMPOUND_LETTERS = 4
"""Two halves of so many letters that are both words of the document make a compound with a hyphen."""
SAME_SIZE = 0.08
LOOSE_LEADING = 1.3
WIDEST_LEADING = 1.8
"""Lines of one paragraph stand no further apart than so many times the height of their type."""
INDENT_EMS = 0.7
NEAR_LINES = 4
"""A line's margins are those of so many lines around it: text flows around pictures."""

_PAGE_NUMBER = re.compile(
    r"^[-–—|·.\s\[(]*(?:(?:page|seite|p\.|pagina|página|стр\.?|第)\s*)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:/|of|von|de|sur|из)\s*\d{1,4})?(?:\s*(?:页|頁|ページ))?[-–—|·.\s\])]*$",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"^(?:(?:https?|file)://\S+|\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d{2}(?:\s?[AP]M)?)$", re.IGNORECASE
)
"""The page's address, and when it was printed."""
_DIGITS = re.compile(r"\d+")
_HYPHENS = "-\u00ad\u2010\x02\ufffe"
_BREAK_HYPHEN = re.compile(rf"(?<=\w)[{_HYPHENS}]$")
BULLET = re.compile(r"^[•▪▸‣◦●∙·■□–*]\s+(?=\S)")
"""How an item of a list begins."""
_WORDS = re.compile(r"[\w-]+")
_ENDS = re.compile(r"[.!?…:。！？؟۔।][\"'”’»)\]」』]*$")
_RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_NO_SPACES = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")


@dataclass(frozen=True)
class Line:
    """A run of characters on one line; `size` is the height of its type, `page` counts from 0."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool = False
    page: int = 0

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def is_rtl(self) -> bool:
        return len(_RTL.findall(self.text)) > len(self.text) * 0.3


@dataclass(frozen=True)
class Paragraph:
    """Lines that are read as one, and the text they make."""

    lines: tuple[Line, ...]
    text: str

    @property
    def size(self) -> float:
        return median(line.size for line in self.lines)

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)

    @property
    def page(self) -> int:
        return self.lines[0].page


def in_reading_order(lines: Sequence[Line]) -> list[list[Line]]:
    """A page's lines as its columns in the order in which they are read, each from top to bottom."""
    gutter = _gutter(lines)
    if gutter is None:
        return [_top_down(lines)] if lines else []
    columns: list[list[Line]] = []
    before: list[Line] = []
    after: list[Line] = []

    def flush() -> None:
        sides = [side for side in (before, after) if side]
        if sum(line.is_rtl for line in lines) * 2 > len(lines):
            sides.reverse()
        for side in sides:
            columns.extend(in_reading_order(list(side)))
            side.clear()

    spanning: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.top):
        if line.left < gutter < line.right:
            flush()
            spanning.append(line)
            continue
        if spanning:
            columns.append(_top_down(spanning))
            spanning = []
        (before if line.right <= gutter else after).append(line)
    flush()
    if spanning:
        columns.append(_top_down(spanning))
    return columns


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the widest-agreed gap between columns is; None where the lines stand in one column."""
    gaps: list[tuple[float, float]] = []
    ordered = sorted(lines, key=lambda line: -line.top)
    for i, line in enumerate(ordered):
        beside = [
            other
            for other in ordered[max(0, i - 6) : i + 7]
            if other is not line and other.left >= line.right
            and min(other.top, line.top) - max(other.bottom, line.bottom) > 0.4 * min(line.size, other.size)
        ]  # fmt: skip
        if beside:
            nearest = min(beside, key=lambda other: other.left)
            if len(line.text) >= COLUMN_CHARACTERS and len(nearest.text) >= COLUMN_CHARACTERS:
                gaps.append((line.right, nearest.left))
    if len(gaps) < GUTTER_LINES:
        return None
    edges = sorted(
        [(left, 1) for left, _ in gaps] + [(right, -1) for _, right in gaps], key=lambda edge: (edge[0], -edge[1])
    )
    best, count, place = 0, 0, 0.0
    for (x, step), (following, _) in pairwise(edges):
        count += step
        if count > best:
            best, place = count, (x + following) / 2
    crossing = sum(line.left < place < line.right for line in lines)
    return place if best >= GUTTER_LINES and best * 2 >= crossing else None


def _top_down(lines: Sequence[Line]) -> list[Line]:
    """Lines of one column from top to bottom; runs on the same line are put together."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -(line.top + line.bottom)):
        row = rows[-1] if rows else None
        if row and min(row[0].top, line.top) - max(row[0].bottom, line.bottom) > 0.6 * min(row[0].size, line.size):
            row.append(line)
        else:
            rows.append([line])
    return [_one(row) for row in rows]


def _one(row: list[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    rtl = sum(line.is_rtl for line in row) * 2 > len(row)
    row = sorted(row, key=lambda line: line.left, reverse=rtl)
    longest = max(row, key=lambda line: len(line.text))
    return replace(
        longest,
        text=" ".join(line.text for line in row),
        left=min(line.left for line in row),
        right=max(line.right for line in row),
        bold=all(line.bold for line in row),
    )


def running_lines(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> dict[Line, str]:
    """The heads, feet and page numbers among the pages' lines, each with the sentence that says what it is."""
    found: dict[Line, str] = {}
    edges: dict[tuple[str, int], set[int]] = defaultdict(set)
    at_edge: list[Line] = []
    for lines, height in zip(pages, heights, strict=True):
        ordered = sorted(lines, key=lambda line: -line.top)
        outer = {*ordered[:EDGE_LINES], *ordered[-EDGE_LINES:]}
        for line in outer:
            if line.bottom > height * (1 - EDGE_SHARE) or line.top < height * EDGE_SHARE:
                at_edge.append(line)
                edges[_seen(line)].add(line.page)
    for line in at_edge:
        pages_with = len(edges[_seen(line)])
        if _PAGE_NUMBER.match(line.text):
            found[line] = "It is a page number."
        elif _PRINTED.match(line.text):
            found[line] = "A browser printed it at the page's edge."
        elif pages_with >= 2 and pages_with * 4 >= len(pages):
            found[line] = "It stands at the edge of several pages."
    return found


def _seen(line: Line) -> tuple[str, int]:
    """What a running head has in common with those of other pages: its words but for the numbers, and its size."""
    return _DIGITS.sub("#", " ".join(line.text.split())).casefold(), round(line.size)


def with_initials(lines: Sequence[Line], size: float) -> list[Line]:
    """The lines with each drop capital put before the line that it begins."""
    kept = list(lines)
    for initial in lines:
        if len(initial.text) > 2 or not initial.text[:1].isalpha() or initial.size < 1.6 * size:
            continue
        beside = [
            line
            for line in kept
            if line is not initial
            and 0 < line.left - initial.right + size < 2.5 * size
            and abs(line.top - initial.top) < 0.8 * size
        ]
        if beside:
            first = max(beside, key=lambda line: line.top)
            kept[kept.index(first)] = replace(first, text=initial.text + first.text)
            kept.remove(initial)
    return kept


def body_size(lines: Iterable[Line]) -> float:
    """The size of type in which most is printed."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0.0


def paragraphs_of(columns: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """The paragraphs of all columns of all pages, put together across lines, columns and pages."""
    words = _words([line.text for column in columns for line in column])
    groups: list[list[Line]] = []
    for column in columns:
        leading = _leading(column)
        for i, line in enumerate(column):
            near = [each for each in column[max(0, i - NEAR_LINES) : i + NEAR_LINES] if _same_size(each, line)]
            left, right = min(each.left for each in near), max(each.right for each in near)
            if i == 0:
                joins = bool(groups) and _goes_on(groups[-1], line, left, right)
            else:
                joins = not _begins_paragraph(groups[-1], line, left, right, leading)
            if joins:
                groups[-1].append(line)
            else:
                groups.append([line])
    return [Paragraph(tuple(group), _joined([line.text for line in group], words)) for group in groups]


def _leading(column: Sequence[Line]) -> dict[int, float]:
    """The usual distance between the baselines of a column's lines, for each size of type."""
    steps: dict[int, list[float]] = defaultdict(list)
    for above, below in pairwise(column):
        if _same_type(above, below) and above.bottom > below.bottom:
            steps[round(below.size)].append(above.bottom - below.bottom)
    return {size: min(median(each), WIDEST_LEADING * size) for size, each in steps.items()}


def _same_size(first: Line, second: Line) -> bool:
    return abs(first.size - second.size) <= SAME_SIZE * max(first.size, second.size)


def _same_type(first: Line, second: Line) -> bool:
    return _same_size(first, second) and first.bold == second.bold


def _begins_paragraph(group: Sequence[Line], line: Line, left: float, right: float, leading: dict[int, float]) -> bool:
    """Whether a line is the first of its paragraph, by its size, the space above it, its indent, or the end before it."""
    above, em = group[-1], line.size
    if BULLET.match(line.text):
        return True
    if not _same_size(above, line):
        return not _is_inset(above, line)
    if above.bold != line.bold and (above.bold or _has_room(above, line, left, right, 1.0)):
        return True
    if above.bottom - line.bottom > LOOSE_LEADING * leading.get(round(em), WIDEST_LEADING * em / LOOSE_LEADING):
        return True
    hangs = len(group) == 1 and BULLET.match(group[0].text) is not None
    if line.is_rtl:
        indent, above_indent = right - line.right, right - above.right
    else:
        indent, above_indent = line.left - left, above.left - left
    if not hangs and INDENT_EMS * em < indent < 6 * em and above_indent < INDENT_EMS * em:
        return True
    return _has_room(above, line, left, right, 1.0 if _ENDS.search(above.text) else 1.4)


def _is_inset(above: Line, line: Line) -> bool:
    """Whether a little smaller or larger type goes on with the same sentence, as a note number or small capitals do."""
    return (
        abs(above.size - line.size) <= 2.5 * SAME_SIZE * above.size
        and line.text[:1].islower()
        and not _ENDS.search(above.text)
    )


def _has_room(above: Line, line: Line, left: float, right: float, share: float) -> bool:
    """Whether the first word of a line would have stood on the line above it, so that this one was broken on purpose."""
    room = above.left - left if above.is_rtl else right - above.right
    word = line.text[:1] if _NO_SPACES.match(line.text) else line.text.split(" ", 1)[0]
    em = line.width / len(line.text)
    return room > share * em * (len(word) + 1) + 0.3 * line.size


def _goes_on(group: Sequence[Line], line: Line, left: float, right: float) -> bool:
    """Whether the first line of a column or page goes on with the paragraph before it."""
    last = group[-1]
    if not _same_type(last, line) or _ENDS.search(last.text):
        return False
    if _BREAK_HYPHEN.search(last.text) or line.text[:1].islower():
        return True
    indent = right - line.right if line.is_rtl else line.left - left
    return len(group) > 1 and len(last.text) > 25 and indent < INDENT_EMS * line.size


def _words(lines: Sequence[str]) -> Counter[str]:
    """The words of the lines, without those that are broken at a line's end."""
    words: Counter[str] = Counter()
    broken = False
    for line in lines:
        found = _WORDS.findall(line.casefold())
        breaks = _BREAK_HYPHEN.search(line) is not None
        words.update(found[int(broken) : len(found) - int(breaks)])
        broken = breaks
    return words


def _joined(lines: Sequence[str], words: Counter[str]) -> str:
    """Lines as one text, with the hyphens undone that only broke a word at a line's end."""
    text = lines[0]
    for line in lines[1:]:
        if _BREAK_HYPHEN.search(text):
            text = text[:-1] + ("-" if _keeps_hyphen(text, line, words) else "") + line
        elif text and line and _NO_SPACES.match(text[-1]) and _NO_SPACES.match(line[0]):
            text += line
        else:
            text = f"{text} {line}"
    return " ".join(re.sub(r"[\x02\ufffe\u00ad]", "", text).split())


def _keeps_hyphen(text: str, line: str, words: Counter[str]) -> bool:
    """Whether the hyphen at the end of `text` is part of its word: the document itself is the dictionary."""
    first, second = re.search(r"[\w-]*\w(?=.$)", text), re.match(r"[\w-]+", line)
    if first is None or second is None or not second[0][0].islower():
        return not line[:1].islower()
    if text[-1] == "\u00ad":
        return False
    together, apart = f"{first[0]}{second[0]}".casefold(), f"{first[0]}-{second[0]}".casefold()
    if words[together] or words[apart]:
        return words[apart] > words[together]
    halves = (first[0].casefold(), second[0].casefold())
    return all(len(half) >= COMPOUND_LETTERS and words[half] for half in halves)
