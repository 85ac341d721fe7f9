"""The top of a copied article: headline, standfirst, byline, place, date line, captions, and where the body begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.article import Block, BlockKind, Claim, Reason, Removed
from reader.cleaning.boilerplate import CREDIT, boilerplate
from reader.cleaning.bylines import byline, is_agency_credit, is_bare_name, is_bare_place
from reader.cleaning.datelines import date_line
from reader.cleaning.lines import Unit
from reader.cleaning.writers import is_role

LONGEST_TITLE_WORDS = 32
LONGEST_STANDFIRST_WORDS = 60
LONGEST_ROLE_WORDS = 6
HEADER_UNITS = 40
"""So many units may stand above the body; below that, a text has no header."""

DATELINE = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{2,30}(?:,\s*(?!\w+\.?\s+\d)[A-Z][\w. ]{1,20})?|[A-Z][\w’' -]{2,25}(?:,\s*[A-Z][\w. ]{1,20})?(?=\s*\())"
    r"(?:,\s*\w+\.?\s+\d{1,2})?\s*(?:\((?P<agency>[^)]{2,40})\))?\s*(?:[–—]|-{1,2})\s+(?=[\w“\"‘'«])"
)
"""How an agency's first paragraph begins: "RENO, Nevada (Reuters) - "."""
_TRAIL = re.compile(r"\w\s*[»›>]\s*\w")
"""Where a page lies on its site: "Home » News » Local"."""
_DATE_LABEL = re.compile(r"(?:first\s+)?(?:published|posted)|(?:last\s+)?(?:updated|modified)", re.IGNORECASE)
"""What stands on a line of its own above a date."""


@dataclass
class Header:
    """What the top of the page says; `body` is the index of the first unit below it."""

    title: str | None = None
    standfirst: str | None = None
    authors: list[str] = field(default_factory=list)
    place: str | None = None
    section: str | None = None
    published: str | None = None
    modified: str | None = None
    blocks: list[Block] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    """What the lines say of each field, and which line it is."""
    body: int = 0

    def claim(self, name: str, source: str, value: str | None) -> str | None:
        """`value`, on record as what `source` says of a field."""
        if value:
            self.claims.append(Claim(name, source, value))
        return value

    def take(self, reason: Reason, unit: Unit, why: str) -> None:
        self.removed.append(Removed(reason, unit.text, why, len(self.blocks), origin_of(unit)))

    def dated(self, unit_text: str) -> bool:
        """Whether the line is a date line; what it says is kept where nothing was known."""
        dated = date_line(unit_text)
        if dated is None:
            return False
        source = f"date line “{unit_text}”"
        self.published = self.claim("published", source, dated.published) if not self.published else self.published
        self.modified = self.claim("modified", source, dated.modified) if not self.modified else self.modified
        return True

    def dated_by(self, unit: Unit, said: str) -> bool:
        """Whether `said`, of the unit's line, is a date line; a date that is not the article's own stays on record."""
        if not self.dated(said):
            return False
        dated = date_line(said)
        if dated is not None and (
            dated.published not in {None, self.published} or dated.modified not in {None, self.modified}
        ):
            self.take(Reason.OTHER, unit, "It gives another date than the line above it.")
        return True

    def written_by(self, unit: Unit) -> bool:
        """Whether the line is a byline; the words that are no names are kept on record."""
        found = byline(unit.text)
        if found is None:
            return False
        self.authors += [name for name in found.authors if name not in self.authors]
        source = f"byline on {origin_of(unit)}"
        self.claim("authors", source, ", ".join(self.authors) if found.authors else None)
        self.place = self.place or self.claim("place", source, found.place)
        rest = "; ".join(filter(None, (found.rest, None if found.place == self.place else found.place)))
        if rest:
            self.removed.append(
                Removed(Reason.OTHER, rest, "It is the rest of the byline.", len(self.blocks), origin_of(unit))
            )
        return True


def origin_of(unit: Unit) -> str:
    return f"line {unit.line}"


def header_of(units: Sequence[Unit]) -> Header:
    """The header of a text's units. A text that begins with prose has none."""
    header = Header()
    title_at = _title_at(units)
    if title_at is None:
        header.body = _junk(units, header, 0)
        return header
    for unit in units[:title_at]:
        _above_title(unit, header)
    header.title = header.claim("title", f"headline on {origin_of(units[title_at])}", units[title_at].text)
    at = title_at + 1
    while at < len(units) and at < HEADER_UNITS and (taken := _part(units, at, header)):
        at += taken
    header.body = at
    return header


def _junk(units: Sequence[Unit], header: Header, at: int) -> int:
    """Takes away what stands above the first prose of a text without a headline."""
    while at < len(units) and not units[at].is_prose:
        unit = units[at]
        rule = boilerplate(unit.text)
        if rule is not None:
            header.take(rule.reason, unit, rule.why)
        elif not header.dated_by(unit, unit.text) and not header.written_by(unit):
            break
        at += 1
    return at


def _title_at(units: Sequence[Unit]) -> int | None:
    """Where the headline stands: the first line above the prose that is no label, date, name or boilerplate."""
    candidates: list[int] = []
    for i, unit in enumerate(units[:HEADER_UNITS]):
        if unit.is_prose and not _is_headline(unit) and boilerplate(unit.text) is None:
            break
        if (
            boilerplate(unit.text) is None
            and date_line(unit.text) is None
            and byline(unit.text) is None
            and unit.words <= LONGEST_TITLE_WORDS
            and not DATELINE.match(unit.text)
            and not _TRAIL.search(unit.text)
        ):
            candidates.append(i)
    for i in candidates:
        if units[i].words >= 4 and not is_bare_name(units[i].text):
            return i
    return candidates[0] if candidates and not units[candidates[0]].is_prose else None


def _is_headline(unit: Unit) -> bool:
    """Headlines may end in a question mark or a quotation; a full stop makes a sentence of the body."""
    return unit.words <= 20 and not unit.text.rstrip("”’\"'").endswith((".", ",", ";"))


def _above_title(unit: Unit, header: Header) -> None:
    rule = boilerplate(unit.text)
    if rule is not None:
        header.take(rule.reason, unit, rule.why)
    elif header.dated_by(unit, unit.text) or header.written_by(unit):
        return
    elif unit.words <= 3 and header.section is None:
        header.section = header.claim("section", f"{origin_of(unit)}, above the headline", unit.text)
    else:
        header.take(Reason.NAVIGATION, unit, "It stands above the headline.")


def _part(units: Sequence[Unit], at: int, header: Header) -> int:
    """How many units from `at` on belong to the header, after they were put where they belong; 0 where the body begins."""
    unit = units[at]
    following = units[at + 1] if at + 1 < len(units) else None
    if DATELINE.match(unit.text):
        return 0
    if unit.text == header.title:
        header.take(Reason.DUPLICATE, unit, "It repeats the headline.")
        return 1
    if following is not None and following.text == unit.text and unit.words >= 4:
        header.blocks.append(
            Block(
                BlockKind.CAPTION,
                unit.text,
                origin=origin_of(unit),
                why="It stands twice under the headline, as a caption does.",
            )
        )
        header.take(Reason.DUPLICATE, following, "It repeats the caption.")
        return 2
    if (rule := boilerplate(unit.text)) is not None:
        header.take(rule.reason, unit, rule.why)
        return 1
    if header.dated_by(unit, unit.text) or _placed_and_dated(unit, header) or header.written_by(unit):
        return 1
    if following is not None and _DATE_LABEL.fullmatch(unit.text.rstrip(" :")):
        return 2 if header.dated_by(following, f"{unit.text} {following.text}") else 0
    if header.authors and unit.words <= LONGEST_ROLE_WORDS and not unit.ends_sentence and is_role(unit.text):
        header.take(Reason.OTHER, unit, "It says what the writer is.")
        return 1
    if CREDIT.match(unit.text):
        header.blocks.append(
            Block(BlockKind.CAPTION, unit.text, origin=origin_of(unit), why="It is a picture's credit.")
        )
        return 1
    signed = _signature_near(units, at + 1)
    if header.standfirst is None and _signed_by_nobody(header) and _is_standfirst(units, at, signed):
        header.standfirst = header.claim("standfirst", f"{origin_of(unit)}, under the headline", unit.text)
        return 1
    if not unit.ends_sentence and unit.words <= 5 and (header.published or signed or header.authors):
        if unit.text.startswith("The ") and is_bare_name(unit.text):
            header.take(Reason.OTHER, unit, "It names the paper, and no writer.")
            return 1
        if not header.authors and is_bare_name(unit.text):
            header.authors.append(unit.text)
            header.claim("authors", f"bare name on {origin_of(unit)}", unit.text)
            return 1
        if header.place is None and is_bare_place(unit.text):
            header.place = header.claim("place", f"bare place on {origin_of(unit)}", unit.text)
            return 1
    if (
        not unit.ends_sentence
        and unit.words >= 5
        and (header.published or header.authors)
        and _prose_near(units, at + 1)
    ):
        header.blocks.append(
            Block(
                BlockKind.CAPTION,
                unit.text,
                origin=origin_of(unit),
                why="It stands among the lines under the headline, and is no sentence.",
            )
        )
        return 1
    return 0


def _signed_by_nobody(header: Header) -> bool:
    return not header.authors and not header.published and not header.blocks


def _is_standfirst(units: Sequence[Unit], at: int, signed: bool) -> bool:
    """The line under the headline, when a byline or date follows, or when it is no sentence of the body."""
    unit = units[at]
    if not 4 <= unit.words <= LONGEST_STANDFIRST_WORDS or is_agency_credit(unit.text):
        return False
    return signed or (not unit.ends_sentence and unit.words >= 6 and _prose_near(units, at + 1))


def _signature_near(units: Sequence[Unit], at: int) -> bool:
    """Whether a byline, a date line or a bare name above a date comes among the next few lines, before any prose."""
    for unit in units[at : at + 5]:
        if date_line(unit.text) is not None or byline(unit.text) is not None:
            return True
        prefix, _, rest = unit.text.partition(", ")
        if rest and is_bare_place(prefix) and date_line(rest) is not None:
            return True
        if unit.is_prose:
            return False
    return False


def _prose_near(units: Sequence[Unit], at: int) -> bool:
    return any(unit.is_prose for unit in units[at : at + 3])


def _placed_and_dated(unit: Unit, header: Header) -> bool:
    """Whether the line is a place and a date ("Bad Rennau, 17. September 2024")."""
    prefix, _, rest = unit.text.partition(", ")
    if not rest or not is_bare_place(prefix) or date_line(rest) is None:
        return False
    if header.place is not None and header.place != prefix:
        header.take(Reason.OTHER, unit, "It names another place than the line above it.")
        return header.dated(rest)
    header.place = header.claim("place", f"place and date on {origin_of(unit)}", prefix)
    return header.dated_by(unit, rest)
