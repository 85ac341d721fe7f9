"""The parser of the search grammar: any text becomes a question, or a sentence that says where and why it is none.

    question = either
    either   = both { "OR" both }
    both     = one { ["AND"] one }
    one      = ("NOT" | "-") one | "(" either ")" | field value | phrase | word
    value    = "(" either ")" | phrase | word

It is a recursive descent over the pieces. Marks and brackets that were not closed are closed at the end; the last word
may be unfinished, because it is looked for while it is typed.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NoReturn

from reader.article import Span
from reader.library.grammar.fields import FIELDS, LANGUAGES, Field, Takes, closest
from reader.library.grammar.periods import period_of
from reader.library.grammar.pieces import Kind, Piece, pieces
from reader.library.grammar.questions import (
    And,
    Dated,
    Having,
    Language,
    Like,
    Named,
    Near,
    Node,
    NoQuestion,
    Not,
    Or,
    Part,
    Problem,
    Question,
    SaidBy,
    State,
    Tagged,
    Words,
)
from reader.library.grammar.words import folded_words, is_unspaced

MAX_CHARACTERS = 2_000
MAX_LEAVES = 64
MAX_DEPTH = 24
MIN_BEGINNING = 2
"""A single letter is no beginning of a word: nearly every article would answer."""
MIN_PART = 3
MIN_UNFINISHED = 3
"""So many letters of the last word, and it is taken as unfinished."""
NEAR = 10
"""How many words may lie between the first and the last that are near each other."""
KINDS = {"person": "person", "place": "place", "org": "organisation"}
_UNKNOWN_FIELD = re.compile(r"([A-Za-z]+(?:-[A-Za-z]+)?):(?=\S)(?!/)")


def question(text: str, today: date | None = None) -> Question:
    """What a text asks for; where that cannot be told, a question with a `problem` and no `root`."""
    if len(text) > MAX_CHARACTERS:
        cut = Problem(
            Span(MAX_CHARACTERS, len(text)), f"A search has at most {MAX_CHARACTERS:,} characters; leave out some."
        )
        return Question(text, None, cut)
    parser = _Parser(text, today or date.today())
    try:
        return Question(text, parser.whole())
    except NoQuestion as error:
        return Question(text, None, error.problem)


class _Parser:
    def __init__(self, text: str, today: date) -> None:
        self.text, self.today = text, today
        self.pieces = list(pieces(text))
        self.at = 0
        self.leaves = 0
        self.depth = 0

    def whole(self) -> Node | None:
        root = self.either(None)
        if self.at < len(self.pieces):
            self.fail(self.pieces[self.at].span, "This bracket closes none: take it out, or open one before it.", "")
        if root is None and self.text.strip():
            self.fail(Span(0, len(self.text)), "There is no word in this to look for: write one.", unfinished=True)
        return root

    def either(self, field: Field | None) -> Node | None:
        parts = [self.both(field)]
        while (joint := self.take(Kind.OR)) is not None:
            parts.append(self.both(field))
            self.require(parts[-2:], joint, "OR")
        return _joined(Or, parts)

    def both(self, field: Field | None) -> Node | None:
        parts: list[Node | None] = []
        joint: Piece | None = None
        while (piece := self.here()) is not None and piece.kind not in {Kind.OR, Kind.CLOSE}:
            if piece.kind is Kind.AND:
                if not any(parts) or joint is not None:
                    self.fail(piece.span, "AND stands between two things to look for: there is none before it.", "")
                joint = self.take(Kind.AND)
                continue
            parts.append(self.one(field))
            joint = None
        if joint is not None:
            self.fail(joint.span, "AND stands between two things to look for: write the second.", unfinished=True)
        return _joined(And, parts)

    def one(self, field: Field | None) -> Node | None:
        piece = self.next()
        if piece.kind is Kind.NOT:
            self.deeper(piece)
            if self.here() is None or (found := self.one(field)) is None:
                self.fail(piece.span, "NOT stands before what must not be there: write it.", unfinished=True)
            self.depth -= 1
            return Not(found)
        if piece.kind is Kind.OPEN:
            return self.bracket(piece, field)
        if piece.kind is Kind.FIELD:
            return self.of_field(piece, field)
        if piece.kind not in {Kind.WORD, Kind.PHRASE}:
            self.fail(piece.span, f"{piece.text} cannot stand here: write something to look for before it.", "")
        return self.leaf(piece, field)

    def bracket(self, opening: Piece, field: Field | None) -> Node | None:
        self.deeper(opening)
        found = self.either(field)
        self.take(Kind.CLOSE)
        self.depth -= 1
        return found

    def of_field(self, piece: Piece, around: Field | None) -> Node | None:
        field = FIELDS[piece.text]
        value = self.here()
        if around is not None:
            self.fail(
                piece.span, f"{field.name}: cannot stand inside the brackets of {around.name}:; close them first."
            )
        if value is None or value.kind not in {Kind.WORD, Kind.PHRASE, Kind.OPEN} or value.span.start > piece.span.end:
            self.fail(piece.span, f"{field.name}: needs {field.needs}, such as {field.example}.", unfinished=True)
        self.next()
        found = self.bracket(value, field) if value.kind is Kind.OPEN else self.leaf(value, field)
        if found is None:
            self.fail(
                Span(piece.span.start, value.span.end),
                f"{field.name}: needs {field.needs}, such as {field.example}.",
                unfinished=True,
            )
        return found

    def leaf(self, piece: Piece, field: Field | None) -> Node | None:
        self.leaves += 1
        if self.leaves > MAX_LEAVES:
            self.fail(piece.span, f"A search has at most {MAX_LEAVES} words; leave out some.")
        takes = Takes.WORDS if field is None else field.takes
        match takes:
            case Takes.CHOICE:
                assert field is not None
                return self.choice(piece, field)
            case Takes.DATE:
                assert field is not None
                return self.dated(piece, field)
            case Takes.LANGUAGE:
                return self.language(piece)
            case Takes.ARTICLE:
                if not re.fullmatch(r"[0-9]{1,18}", piece.text):
                    self.fail(piece.span, f"like: needs the number of an article, such as {FIELDS['like'].example}.")
                return Like(int(piece.text))
            case Takes.TAG:
                starred = piece.kind is Kind.WORD and piece.text.endswith("*")
                name = " ".join(piece.text.rstrip("*" if starred else "").split())
                return Tagged(name, starred or self.goes_on(piece, name)) if name else None
            case Takes.NEAR:
                tokens = tuple(folded_words(piece.text))
                if len(tokens) < 2:
                    self.fail(
                        piece.span,
                        f"near: needs {FIELDS['near'].needs}, such as {FIELDS['near'].example}.",
                        unfinished=True,
                    )
                return Near(tokens, NEAR if piece.distance is None else piece.distance)
            case _:
                return self.words(piece, field)

    def words(self, piece: Piece, field: Field | None) -> Node | None:
        name = field.name if field else None
        text, begins, part = piece.text, False, False
        if piece.kind is Kind.WORD:
            if field is None:
                self.check_field(piece)
            text, begins, part = self.stars(piece)
        tokens = tuple(folded_words(text))
        if not tokens:
            return None
        if piece.distance is not None and len(tokens) > 1:
            return Near(tokens, piece.distance, name)
        if part and not is_unspaced(tokens[0]):
            return self.part(piece, tokens, field)
        unfinished = begins or self.goes_on(piece, text)
        if field is not None and field.takes is Takes.NAME:
            if field.name == "said-by":
                return SaidBy(tokens, unfinished)
            return Named(KINDS[field.name], tokens, unfinished)
        return Words(tokens, name, unfinished, plain=piece.kind is Kind.WORD and name is None and text == piece.text)

    def stars(self, piece: Piece) -> tuple[str, bool, bool]:
        """A word without its stars; whether one follows it, and whether one stands before it."""
        text = piece.text.strip("*")
        begins, part = piece.text.endswith("*"), piece.text.startswith("*")
        if not folded_words(text):
            return text, False, False
        if "*" in text:
            self.fail(
                piece.span,
                "A star stands before or after the letters of a word, not between them.",
                text.replace("*", " "),
            )
        letters = "".join(folded_words(text))
        if part and len(letters) < MIN_PART and not is_unspaced(letters):
            self.fail(piece.span, f"A part of a word has at least {MIN_PART} letters.", unfinished=True)
        if begins and not part and len(letters) < MIN_BEGINNING and not is_unspaced(letters):
            self.fail(piece.span, f"The beginning of a word has at least {MIN_BEGINNING} letters.", unfinished=True)
        return text, begins, part

    def part(self, piece: Piece, tokens: tuple[str, ...], field: Field | None) -> Node:
        if len(tokens) > 1:
            self.fail(piece.span, "A part of a word holds letters and digits alone.", " ".join(tokens))
        if field is not None and (field.takes is Takes.NAME):
            self.fail(
                piece.span,
                f"{field.name}: takes whole names or their beginnings: put the star at the end.",
                f"{tokens[0]}*",
            )
        return Part(tokens[0], field.name if field else None)

    def goes_on(self, piece: Piece, text: str) -> bool:
        """Whether a word is the last of the text and long enough to be an unfinished one."""
        last = piece.span.end == len(self.text) and piece.kind is Kind.WORD
        return last and len(text) >= MIN_UNFINISHED and text[-1:].isalnum() and not is_unspaced(text[-1:])

    def check_field(self, piece: Piece) -> None:
        """A word that looks like a field which there is not is explained, if one was probably meant."""
        found = _UNKNOWN_FIELD.match(piece.text)
        meant = closest(found[1].lower(), list(FIELDS)) if found else None
        if found and meant:
            self.fail(
                Span(piece.span.start, piece.span.start + found.end()),
                f"There is no field {found[1]}: — did you mean {meant}:? To look for the words, put them in quotation marks.",
                f"{meant}:",
            )

    def choice(self, piece: Piece, field: Field) -> Node:
        value = piece.text.casefold().rstrip("s") if piece.text.casefold() not in {"has"} else piece.text
        known = [choice.value for choice in field.choices]
        if value not in known:
            meant = closest(value, known)
            listed = f"{', '.join(known[:-1])} or {known[-1]}"
            self.fail(
                piece.span,
                f"{field.name}: knows {listed}, not “{piece.text}”.",
                meant,
                unfinished=any(one.startswith(value) for one in known),
            )
        return State(value) if field.name == "is" else Having(value)

    def dated(self, piece: Piece, field: Field) -> Node:
        period = period_of(piece.text, self.today)
        if period is None:
            self.fail(
                piece.span,
                f"“{piece.text}” is no date: write a year, a month or a day, such as 2018, 2018-03 or 2018-03-14, or 7d, 2w, 3m, 1y back from today.",
                unfinished=piece.text[:1].isdigit() and piece.span.end == len(self.text),
            )
        if field.name == "before":
            return Dated(False, None, period[0])
        if field.name == "after":
            return Dated(False, period[0], None)
        return Dated(True, *period)

    def language(self, piece: Piece) -> Node:
        value = piece.text.casefold().strip()
        code = LANGUAGES.get(value, value)
        if not re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", code) or (len(code) > 3 and "-" not in code):
            meant = closest(value, list(LANGUAGES))
            self.fail(
                piece.span,
                f"“{piece.text}” is no language: write a code such as de, or a name such as German.",
                meant,
                unfinished=any(name.startswith(value) for name in LANGUAGES),
            )
        return Language(code)

    def here(self) -> Piece | None:
        return self.pieces[self.at] if self.at < len(self.pieces) else None

    def next(self) -> Piece:
        self.at += 1
        return self.pieces[self.at - 1]

    def take(self, kind: Kind) -> Piece | None:
        piece = self.here()
        return self.next() if piece is not None and piece.kind is kind else None

    def deeper(self, piece: Piece) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self.fail(piece.span, f"Brackets go at most {MAX_DEPTH} deep; close some first.")

    def require(self, parts: list[Node | None], joint: Piece, name: str) -> None:
        before, after = parts
        if before is None:
            self.fail(joint.span, f"{name} stands between two things to look for: there is none before it.", "")
        if after is None:
            self.fail(joint.span, f"{name} stands between two things to look for: write the second.", unfinished=True)

    def fail(self, span: Span, sentence: str, instead: str | None = None, *, unfinished: bool = False) -> NoReturn:
        mended = None if instead is None else f"{self.text[: span.start]}{instead}{self.text[span.end :]}".strip()
        raise NoQuestion(Problem(span, sentence, mended or None, unfinished))


def _joined(kind: type[And] | type[Or], parts: list[Node | None]) -> Node | None:
    held = tuple(part for part in parts if part is not None)
    return None if not held else held[0] if len(held) == 1 else kind(held)
