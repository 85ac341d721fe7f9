"""The first step of reading a question: the text in pieces, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from reader.article import Span
from reader.library.grammar.fields import FIELDS

OPENING, CLOSING = '"“„”«»', '"“”„«»'
_SPACE = re.compile(r"\s+")
_FIELD = re.compile(r"([A-Za-z]+(?:-[A-Za-z]+)?):(?!/)")
_PHRASE = re.compile(f"[{OPENING}]([^{CLOSING}]*)([{CLOSING}]?)(?:~(\\d{{1,3}}))?")
_RUN = re.compile(rf"[^\s(){OPENING}]+")


class Kind(Enum):
    WORD = auto()
    PHRASE = auto()
    FIELD = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True)
class Piece:
    """One piece: `text` is what it says, without its marks.

    `distance` is that of a phrase with "~5"; `closed` whether its mark was; `bare` that a field was followed by a
    blank, so that it may have been meant as a word.
    """

    kind: Kind
    text: str
    span: Span
    distance: int | None = None
    closed: bool = True


OPERATORS = {"AND": Kind.AND, "OR": Kind.OR, "NOT": Kind.NOT}


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a text, whatever it is."""
    at, end, after_field = 0, len(text), False
    while at < end:
        if space := _SPACE.match(text, at):
            at, after_field = space.end(), False
            continue
        piece = _piece(text, at, after_field)
        yield piece
        at, after_field = piece.span.end, piece.kind is Kind.FIELD


def _piece(text: str, at: int, after_field: bool) -> Piece:
    character = text[at]
    if character in "()":
        return Piece(Kind.OPEN if character == "(" else Kind.CLOSE, character, Span(at, at + 1))
    if phrase := _PHRASE.match(text, at):
        distance = int(phrase[3]) if phrase[3] else None
        return Piece(Kind.PHRASE, phrase[1], Span(at, phrase.end()), distance, bool(phrase[2]))
    if not after_field:
        if character == "-" and at + 1 < len(text) and not text[at + 1].isspace() and text[at + 1] not in "-)":
            return Piece(Kind.NOT, "-", Span(at, at + 1))
        field = _FIELD.match(text, at)
        # “Note: the bridge” in a headline is a word; “note:” with nothing after it is about to be a field.
        followed = field is not None and (field.end() == len(text) or not text[field.end()].isspace())
        if field and followed and field[1].lower() in FIELDS:
            return Piece(Kind.FIELD, field[1].lower(), Span(at, field.end()))
    run = _RUN.match(text, at)
    assert run is not None
    kind = Kind.WORD if after_field else OPERATORS.get(run[0], Kind.WORD)
    return Piece(kind, run[0], Span(at, run.end()))
