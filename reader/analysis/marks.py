"""Quotation marks and what stands between them: curly, straight, single, low, angled, mixed and unbalanced ones.

A small state machine walks each paragraph. Marks inside other marks belong to the outer quotation. A quotation that a
paragraph leaves open goes on in the next one if that opens with the same mark again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.article import Article, Span

_CLOSERS = {
    "“": "”",
    "«": "»",
    "»": "«",
    "„": "“",
    "‟": "”",
    "‘": "’",
    "‚": "‘",
    '"': '"',
    "'": "'",
    "「": "」",
    "『": "』",
    "《": "》",
}
_SAME_END = {"”": '"“', '"': "”", "“": '”"', "’": "'", "'": "’", "‘": "’'"}
"""What may close a quotation in place of its proper mark, as careless pages have it."""
REACH_CHARACTERS = 400
"""So far the search goes on for a surer end of a quotation, once there is one that might do."""
SHORTEST_OPEN_WORDS = 4
"""Fewer words behind a mark that is never closed are a slip, not speech."""
_SINGLE = frozenset("‘‚'")
_SURE_SINGLE_END = re.compile(r"[,.!?…][’'](?!\w)")
_SINGLE_START = re.compile(r"(?<!\w)[‘'](?=\w)")


@dataclass(frozen=True)
class Marked:
    """One quotation in one paragraph: `inner` without its marks, `outer` with them; `closed` if its end is marked."""

    outer: Span
    inner: Span
    mark: str
    closed: bool


@dataclass(frozen=True)
class Quotation:
    """What one pair of marks holds: one part, or one for each paragraph over which it goes on."""

    parts: tuple[Marked, ...]

    @property
    def start(self) -> int:
        return self.parts[0].outer.start

    @property
    def end(self) -> int:
        return self.parts[-1].outer.end


def quotations(article: Article) -> list[Quotation]:
    """All outermost quotations of the article's text, in order."""
    paragraphs = [span for span, _ in article.body()]
    found: list[Quotation] = []
    running: list[Marked] = []
    for i, paragraph in enumerate(paragraphs):
        following = paragraphs[i + 1].start if i + 1 < len(paragraphs) else None
        marked = list(_in_paragraph(article.text, paragraph, "" if following is None else article.text[following]))
        if running and marked and marked[0].outer.start == paragraph.start and marked[0].mark == running[0].mark:
            running.append(marked.pop(0))
            if running[-1].closed:
                found.append(Quotation(tuple(running)))
                running = []
        elif running:
            found.append(Quotation(tuple(running)))
            running = []
        if running:
            continue
        for part in marked:
            if part.closed or part is not marked[-1] or following is None or article.text[following] != part.mark:
                found.append(Quotation((part,)))
            else:
                running = [part]
    if running:
        found.append(Quotation(tuple(running)))
    return found


def _in_paragraph(text: str, paragraph: Span, following: str) -> Iterator[Marked]:
    """The outermost quotations of one paragraph; one without an end counts if it could be speech.

    `following` is the character that the next paragraph begins with.
    """
    at = paragraph.start
    endless: set[str] = set()
    while at < paragraph.end:
        mark = text[at]
        if mark not in _CLOSERS or not _opens(text, at, paragraph):
            at += 1
            continue
        end = None if mark in endless else _closing(text, at, paragraph)
        if end is not None:
            if text[at + 1 : end].strip():
                yield Marked(Span(at, end + 1), Span(at + 1, end), mark, True)
            at = end + 1
        elif mark not in endless and (
            _may_run_on(text, at, paragraph) or (mark == following and _introduced(text, at, paragraph))
        ):
            yield Marked(Span(at, paragraph.end), Span(at + 1, paragraph.end), mark, False)
            return
        else:
            endless.add(mark)
            at += 1


def _may_run_on(text: str, at: int, paragraph: Span) -> bool:
    """Whether a mark that is never closed may begin speech: a plain one at the paragraph's start, or a curly one."""
    mark = text[at]
    if mark in _SINGLE or (mark in '"»' and at > paragraph.start):
        return False
    return len(text[at : paragraph.end].split()) >= SHORTEST_OPEN_WORDS


def _introduced(text: str, at: int, paragraph: Span) -> bool:
    """Whether a plain mark that is never closed begins speech which the next paragraph takes up: 'He said: "It came.'"""
    before = text[paragraph.start : at].rstrip()
    return text[at] == '"' and before.endswith((":", ",")) and text[paragraph.end - 1] in ".!?…"


def _opens(text: str, at: int, paragraph: Span) -> bool:
    """Whether the mark at `at` opens a quotation: it stands before a word, and not after one."""
    mark = text[at]
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if mark in "\"'‘“»":
        if before.isalnum() or (mark == '"' and before in ".,!?…" and after.isspace()):
            return False
        if after.isspace() or after in ",.;:!?)":
            return False
    if mark in "'‘" and _is_elision(text, at):
        return False
    return not (mark == "«" and before.isalnum())


def _is_elision(text: str, at: int) -> bool:
    """Whether an apostrophe stands for letters left out: '90s, 'em, 'tis."""
    after = text[at + 1 : at + 7].lower()
    return after[:2].isdigit() or any(
        after.startswith(word) and not after[len(word) : len(word) + 1].isalpha()
        for word in ("em", "tis", "til", "twas", "n", "cause")
    )


def _closing(text: str, start: int, paragraph: Span) -> int | None:
    """Where the quotation that opens at `start` is closed, None where nowhere; those inside it are stepped over.

    Where one inside it is never closed, the first end counts.
    """
    mark = text[start]
    closer = _CLOSERS[mark]
    accepted = closer + _SAME_END.get(closer, "")
    first: int | None = None
    depth = 0
    for at in range(start + 1, paragraph.end):
        character = text[at]
        before, after = text[at - 1], text[at + 1] if at + 1 < paragraph.end else " "
        if before == " " and character == '"' and text[at - 2] in "'’" and at - 2 > start:
            before = text[at - 2]
        closes = character in accepted and _closes(character, before, after, mark)
        if closes and mark in _SINGLE and _is_possessive(text, at, paragraph):
            continue
        if first is not None and at - first > REACH_CHARACTERS:
            return first
        if character == mark != closer and not closes:
            depth += 1
        elif closes:
            if depth == 0:
                return at
            first = first or at
            depth -= 1
    return first


def _is_possessive(text: str, at: int, paragraph: Span) -> bool:
    """Whether a single mark behind an "s" is an apostrophe: a surer end follows, and no other quotation begins before."""
    if text[at - 1] not in "sS" or text[at + 1 : at + 2] != " ":
        return False
    end = _SURE_SINGLE_END.search(text, at + 1, min(paragraph.end, at + REACH_CHARACTERS))
    return end is not None and _SINGLE_START.search(text, at + 1, end.start()) is None


def _closes(character: str, before: str, after: str, mark: str) -> bool:
    if character in "\"'’" and (before.isspace() or after.isalnum()):
        return False
    if character == "“" and mark == "“":
        return not before.isspace() and not after.isalnum()
    return True
