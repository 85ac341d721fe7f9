"""Where in a text the words stand that a question asks for: for snippets, and for the marks in the opened article."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from reader.article import Span
from reader.library.grammar.questions import Near, Part, Question, Words
from reader.library.grammar.words import Word, squeezed, words

Marked = Words | Part | Near
"""What is asked for by words that can be marked in a text."""
SNIPPET_WORDS = 26
LEAD_WORDS = 6
_EVERYWHERE = frozenset({None})
_IN_TEXT = frozenset({None, "quote", "about"})


def hits_in(
    asked: Question, text: str, *, fields: Iterable[str | None] = (), of_quotes: bool = False
) -> tuple[Span, ...]:
    """The places in a text of an article that a question's words found, in order, none over another.

    Words that are asked of the text itself count, and those of `fields` too; near words wherever they stand together.
    """
    wanted = {*(_IN_TEXT if of_quotes or asked.of_quotes else _EVERYWHERE), *fields}
    leaves = [leaf for leaf in asked.leaves(wanted=True) if isinstance(leaf, Marked) and leaf.field in wanted]
    return places(leaves, text) if leaves else ()


def places(leaves: Sequence[Marked], text: str) -> tuple[Span, ...]:
    """Where in a text the words stand; by patterns where that can be, as the list of hits is made while one types."""
    quick = _quick(leaves, text)
    return tuple(_places(leaves, _standing(leaves, text)) if quick is None else quick)


def _standing(leaves: Sequence[Marked], text: str) -> list[Word]:
    """The words of the lines in which one can stand that is asked for: the others are long to take apart.

    Where lines are left out stands a word that is none, so that no phrase goes over them.
    """
    if any(isinstance(leaf, Near) for leaf in leaves):
        return words(text)
    sought = {
        squeezed(part) for leaf in leaves for part in ((leaf.letters,) if isinstance(leaf, Part) else leaf.tokens)
    }
    found: list[Word] = []
    at, left_out = 0, False
    for line in text.splitlines(keepends=True):
        said = squeezed(line)
        if any(part in said for part in sought):
            if left_out:
                found.append(Word(at, at, ""))
            found += [Word(word.start + at, word.end + at, word.folded) for word in words(line)]
            left_out = False
        else:
            left_out = True
        at += len(line)
    return found


_FOREIGN = re.compile(r"[^\x00-\x7f]")


def _quick(leaves: Sequence[Marked], text: str) -> list[Span] | None:
    """What `_places` gives, for plain words in a text that needs no folding; None for others."""
    said = text.lower() if text.isascii() else _without_signs(text)
    if said is None:
        return None
    found: list[Span] = []
    for leaf in leaves:
        if isinstance(leaf, Near) or not "".join(leaf.tokens if isinstance(leaf, Words) else leaf.letters).isascii():
            return None
        found += [Span(hit.start(1), hit.end(1)) for hit in _pattern(leaf).finditer(said)]
    return _apart(sorted(found))


def _without_signs(text: str) -> str | None:
    """A text in lower case with a blank for every foreign sign; None where one is part of a word."""
    signs = set(_FOREIGN.findall(text))
    if any(sign.isalnum() or unicodedata.category(sign)[0] == "M" for sign in signs):
        return None
    return _FOREIGN.sub(" ", text).lower()


@lru_cache(maxsize=200)
def _pattern(leaf: Words | Part) -> re.Pattern[str]:
    """A phrase whose words stand apart by anything but letters; it may begin within another of its kind."""
    if isinstance(leaf, Part):
        return re.compile(rf"(?<![a-z0-9])(?=([a-z0-9]*{re.escape(leaf.letters)}[a-z0-9]*))")
    phrase = "[^a-z0-9]+".join(map(re.escape, leaf.tokens))
    return re.compile(rf"(?<![a-z0-9])(?=({phrase}{'[a-z0-9]*' if leaf.unfinished else '(?![a-z0-9])'}))")


def _places(leaves: Sequence[Marked], standing: list[Word]) -> list[Span]:
    found: list[Span] = []
    for leaf in leaves:
        match leaf:
            case Words(tokens, _, unfinished):
                found += _phrases(tokens, unfinished, standing)
            case Part(letters):
                found += [Span(word.start, word.end) for word in standing if letters in word.folded]
            case Near(tokens, distance):
                found += _near(tokens, distance, standing)
    return _apart(sorted(found))


def _phrases(tokens: tuple[str, ...], unfinished: bool, standing: list[Word]) -> list[Span]:
    first, last, length = tokens[0], tokens[-1], len(tokens)
    found = []
    for at in range(len(standing) - length + 1):
        if standing[at].folded != first and not (length == 1 and unfinished):
            continue
        end = standing[at + length - 1]
        ends = end.folded.startswith(last) if unfinished else end.folded == last
        if ends and all(standing[at + i].folded == tokens[i] for i in range(length - 1)):
            found.append(Span(standing[at].start, end.end))
    return found


def _near(tokens: tuple[str, ...], distance: int, standing: list[Word]) -> list[Span]:
    """Every word of a group that stands close enough together."""
    places = [(at, word.folded) for at, word in enumerate(standing) if word.folded in tokens]
    wanted, close = set(tokens), set()
    for i, (begin, _) in enumerate(places):
        group = [(at, said) for at, said in places[i:] if at - begin - 1 <= distance]
        if {said for _, said in group} == wanted:
            close |= {at for at, _ in group}
    return [Span(standing[at].start, standing[at].end) for at in sorted(close)]


def _apart(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if kept and span.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return kept


def snippet(text: str, hits: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """A line of the text around the place with most hits, and the hits in it."""
    if not hits:
        return "", ()
    reach = SNIPPET_WORDS * 6
    best = max(range(len(hits)), key=lambda i: sum(hits[i].start <= hit.start < hits[i].start + reach for hit in hits))
    begin = _words_before(text, hits[best].start, LEAD_WORDS)
    end = _words_after(text, hits[best].end, SNIPPET_WORDS)
    line, moved, at = [], [], 0
    opening = "…" if begin > 0 else ""
    shown = [hit for hit in hits if begin <= hit.start and hit.end <= end]
    for piece, is_hit in _pieces(text, begin, end, shown):
        said = " ".join(piece.split()) if is_hit else _one_line(piece)
        if is_hit:
            moved.append(Span(len(opening) + at, len(opening) + at + len(said)))
        line.append(said)
        at += len(said)
    return opening + "".join(line).rstrip() + ("…" if end < len(text) else ""), tuple(moved)


def _pieces(text: str, begin: int, end: int, hits: list[Span]) -> Iterable[tuple[str, bool]]:
    at = begin
    for hit in hits:
        yield text[at : hit.start], False
        yield text[hit.start : hit.end], True
        at = hit.end
    yield text[at:end], False


def _one_line(piece: str) -> str:
    """A piece with every run of blanks and line ends as one blank."""
    said = " ".join(piece.split())
    if not said:
        return " " if piece else ""
    return f"{' ' if piece[0].isspace() else ''}{said}{' ' if piece[-1].isspace() else ''}"


def _words_before(text: str, at: int, number: int) -> int:
    for _ in range(number):
        blank = text.rfind(" ", 0, max(0, at - 1))
        if blank < 0:
            return max(0, at - 200) if at > 200 else 0
        at = blank + 1
    return at


def _words_after(text: str, at: int, number: int) -> int:
    furthest = min(len(text), at + 400)
    for _ in range(number):
        blank = text.find(" ", at + 1)
        if blank < 0 or blank > furthest:
            return furthest
        at = blank
    return at
