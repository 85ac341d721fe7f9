"""Text as it is copied from a news page → Article: its header, its body in blocks, and all that was not the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.article import (
    BODY_KINDS,
    Article,
    Block,
    BlockKind,
    Capture,
    Reason,
    Removed,
    UnreadableInput,
    article_of,
    word_count,
)
from reader.cleaning.boilerplate import CREDIT, RELATED, boilerplate
from reader.cleaning.bylines import is_agency_credit
from reader.cleaning.claims import in_order
from reader.cleaning.decoding import Decoded, decoded
from reader.cleaning.header import DATELINE, Header, header_of, origin_of
from reader.cleaning.language import language_of
from reader.cleaning.lines import CLOCK, Unit, units_of
from reader.cleaning.whole_page import WholePage, whole_page

_BULLET = re.compile(r"^(?:[•▪▸‣◦●∙·*–-])\s+(?=\S)")
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+\S")
_MARKED_HEADING = re.compile(r"^(#{1,6})\s+(?=\S)")
_QUOTED = re.compile(r"^>\s?(?=\S)")
_STORY_WITH_QUOTE = re.compile(
    r"^(?![^:]*\b(?:said|told|added|asked|replied|answered|wrote|posted|tweeted|read|continued|insisted|warned|stated)\b)"
    r"[^:“\"]{3,70}:\s*['‘“\"].+(?<!\.)['’”\"]$"
)
"""Another story's headline, "Vane on ferries: 'We stay'": what somebody said or what ends in a full stop is a sentence."""
_RIGHTS = re.compile(
    r"^(?:©|\(c\)|copyright)\s*(?:\d{4}\s*)?(?P<name>[^.©\d][^.©\d]{1,50}?)(?:\s+\d{4})?(?:\.|,|\s+all\s+rights|$)",
    re.I,
)

LONGEST_HEADING_WORDS = 9
LONGEST_RELATED_WORDS = 24
BY_MODEL = "The model of lines takes it for the body."
SAID_TWICE = "The page says it twice in a row, as it does of a picture's caption."
TEASER_WORDS = 90
TEASER = "Only the beginning of the article was saved: the page asks its readers to register or subscribe."
TAIL_REASONS = frozenset({Reason.REGISTRATION, Reason.NEWSLETTER, Reason.COMMENTS, Reason.FOOTER, Reason.NAVIGATION})
"""After the last prose, what follows one of these belongs to it."""


def clean_text(capture: Capture) -> Article:
    """The article of a text; UnreadableInput where the text has no words."""
    source = decoded(capture)
    if capture.raw:
        return _raw(source, capture)
    units = units_of(source.text)
    if not any(character.isalnum() for unit in units for character in unit.text):
        raise UnreadableInput(f"{capture.name} has no words in it; there is nothing to read.")
    page = whole_page(units)
    if page is not None:
        header = Header(
            title=None if page.title is None else units[page.title].text,
            authors=list(page.authors),
            published=page.published,
            modified=page.modified,
        )
        header.claim("title", "line that the model of lines takes for the headline", header.title)
        for name, value in (
            ("authors", ", ".join(page.authors)),
            ("published", page.published),
            ("modified", page.modified),
        ):
            header.claim(name, "signature by the headline", value)
        blocks, removed = _page_body(units, page)
    else:
        header = header_of(units)
        blocks, removed = _body(units[header.body :], header)
    place = header.place or header.claim("place", "dateline at the head of the body", _place_in(blocks))
    published = header.published or header.claim("published", "date of the last change", header.modified)
    words = sum(word_count(block.text) for block in blocks if block.kind in BODY_KINDS)
    warnings = [*source.warnings]
    if words < TEASER_WORDS and any(piece.reason is Reason.REGISTRATION for piece in removed):
        warnings.append(TEASER)
    article = article_of(
        blocks,
        removed,
        title=header.title,
        standfirst=header.standfirst,
        authors=tuple(header.authors),
        place=place,
        section=header.section,
        publisher=header.claim("publisher", "line about the rights", _publisher(removed)),
        published=published,
        modified=header.modified,
        url=header.claim("url", "where it was saved from", capture.url),
        warnings=tuple(warnings),
    )
    language = header.claim("language", "words of the text", language_of(article.text or article.title or ""))
    return in_order(replace(article, language=language), header.claims)


def _raw(source: Decoded, capture: Capture) -> Article:
    """A text to the character: its paragraphs are blocks, and nothing is taken away."""
    blocks = [
        Block(BlockKind.PARAGRAPH, match[0], match.start(), origin=f"character {match.start()}")
        for match in re.finditer(r"\S(?:[^\n]*\S)?(?:\n[^\n]*\S)*", source.text)
    ]
    return Article(
        source.text, tuple(blocks), url=capture.url, language=language_of(source.text), warnings=source.warnings
    )


def _body(units: Sequence[Unit], header: Header) -> tuple[list[Block], list[Removed]]:
    blocks, removed = list(header.blocks), list(header.removed)
    last_prose = max((i for i, unit in enumerate(units) if _is_article(unit)), default=-1)
    under: tuple[Reason, str] | None = None
    repeated = False
    for i, unit in enumerate(units):
        following = units[i + 1] if i + 1 < len(units) else None

        def take(reason: Reason, why: str, unit: Unit = unit) -> None:
            removed.append(Removed(reason, unit.text, why, len(blocks), origin_of(unit)))

        if repeated:
            take(Reason.DUPLICATE, "It repeats the line above it.")
            repeated = False
        elif (rule := boilerplate(unit.text)) is not None:
            take(rule.reason, rule.why)
            under = (rule.reason, rule.why) if i > last_prose or rule.name == "other stories" else None
        elif header.dated(unit.text):
            take(Reason.OTHER, "It says when the article was published.")
        elif is_agency_credit(unit.text):
            take(Reason.OTHER, "It is the agency's credit line.")
        elif unit.text in (header.title, header.standfirst):
            take(Reason.DUPLICATE, "It repeats the headline.")
        elif under is not None and not _is_article(unit):
            take(under[0], under[1])
        elif following is not None and following.text == unit.text and not unit.is_prose and unit.words > 3:
            blocks.append(Block(BlockKind.CAPTION, unit.text, origin=origin_of(unit), why=SAID_TWICE))
            repeated = True
        elif i > last_prose >= 0 and not _closes(unit) and not RELATED.match(unit.text):
            take(Reason.OTHER, "It stands after the end of the article.")
        else:
            under = None
            blocks.append(_block(unit, at_edge=i >= last_prose))
    return blocks, removed


def _page_body(units: Sequence[Unit], page: WholePage) -> tuple[list[Block], list[Removed]]:
    """The blocks of a page pasted whole, and all else of it with the reason: the rules' own, or one by its place."""
    blocks: list[Block] = []
    removed: list[Removed] = []
    body, seen = set(page.body), set[str]()
    title = None if page.title is None else units[page.title].text
    under: tuple[Reason, str] | None = None
    for at, unit in enumerate(units):
        following = units[at + 1].text if at + 1 < len(units) else None
        twice = unit.words > 3 and not unit.is_prose and unit.text == following
        repeats = at > 0 and unit.words > 3 and unit.text == units[at - 1].text
        if at in body and not repeats:
            under = None
            origin = origin_of(unit)
            blocks.append(
                Block(BlockKind.CAPTION, unit.text, origin=origin, why=SAID_TWICE) if twice else _page_block(unit)
            )
        elif at != page.title:
            rule = boilerplate(unit.text)
            if rule is not None:
                reason, why = rule.reason, rule.why
                under = (reason, why) if at > page.body[0] else None
            elif at in page.signed:
                reason, why = Reason.OTHER, "It says who wrote the article, or when."
            elif unit.text == title:
                reason, why = Reason.DUPLICATE, "It repeats the headline."
            elif repeats or (unit.words > 3 and unit.text in seen):
                reason, why = Reason.DUPLICATE, "It repeats an earlier line."
            else:
                reason, why = under or _by_place(at, page)
            removed.append(Removed(reason, unit.text, why, len(blocks), origin_of(unit)))
        seen.add(unit.text)
    return blocks, removed


def _page_block(unit: Unit) -> Block:
    """The block of a line that the model takes for the body: another story's headline only where a word says so."""
    block = _block(unit, at_edge=False)
    if block.kind is BlockKind.RELATED and not RELATED.match(unit.text):
        return replace(block, kind=BlockKind.PARAGRAPH, why=BY_MODEL)
    return replace(block, why=f"{BY_MODEL} {block.why}")


def _by_place(at: int, page: WholePage) -> tuple[Reason, str]:
    """Why a line is not the article, where no rule knows it."""
    if at < page.body[0]:
        return Reason.NAVIGATION, "It stands above the article."
    if at > page.body[-1]:
        return Reason.FOOTER, "It stands below the article."
    return Reason.OTHER, "It stands between parts of the article, and is none of them."


def _is_article(unit: Unit) -> bool:
    """Whether a unit is surely part of an article's body."""
    return unit.is_prose and boilerplate(unit.text) is None and not is_agency_credit(unit.text)


def _closes(unit: Unit) -> bool:
    """Whether a short unit below the last prose may still be the article: a sentence, or a quoted last word."""
    return unit.ends_sentence and unit.words >= 3 and not _NUMBERED.match(unit.text)


def _block(unit: Unit, at_edge: bool) -> Block:
    """The block that a unit of the body is, with the reason."""
    kind, text, level, why = _read_as(unit, at_edge)
    return Block(kind, text, level=level, origin=origin_of(unit), why=why)


def _read_as(unit: Unit, at_edge: bool) -> tuple[BlockKind, str, int, str]:
    """What a unit of the body is: its kind, its text without the mark of its kind, its level, and why."""
    text = unit.text
    if match := _MARKED_HEADING.match(text):
        return BlockKind.HEADING, text[match.end() :], max(2, len(match[1])), "It is marked as a heading."
    if match := _QUOTED.match(text):
        return BlockKind.QUOTATION, text[match.end() :], 0, "It is marked as a quotation."
    if match := _BULLET.match(text):
        return BlockKind.LIST_ITEM, text[match.end() :], 1, "It begins with a bullet."
    if CREDIT.match(text):
        return BlockKind.CAPTION, text, 0, "It is a picture's credit."
    if RELATED.match(text) and not unit.ends_sentence:
        return BlockKind.RELATED, text, 0, "Its first words point to another story."
    if _NUMBERED.match(text) and unit.words <= 40:
        return BlockKind.LIST_ITEM, text, 1, "It begins with a number."
    if unit.is_prose and not _STORY_WITH_QUOTE.match(text):
        return BlockKind.PARAGRAPH, text, 0, "It is prose."
    if CLOCK.match(text):
        return BlockKind.HEADING, text, 3, "It is the time of an entry."
    if not at_edge and _STORY_WITH_QUOTE.match(text) and unit.words <= 28:
        return BlockKind.RELATED, text, 0, "It reads like the headline of another story."
    if unit.ends_sentence and not _is_quoted_whole(text):
        return BlockKind.PARAGRAPH, text, 0, "It ends as a sentence does."
    if at_edge:
        return BlockKind.PARAGRAPH, text, 0, "It stands at the end of the text."
    if unit.words <= LONGEST_HEADING_WORDS:
        return BlockKind.HEADING, text, 2, "It is a short line between paragraphs."
    if unit.words <= LONGEST_RELATED_WORDS:
        return BlockKind.RELATED, text, 0, "It is a line of a headline's length, and no sentence."
    return BlockKind.PARAGRAPH, text, 0, "It is too long for a headline."


def _is_quoted_whole(text: str) -> bool:
    """Whether it is a quotation of a headline's length, which has no full stop."""
    return (
        text[:1] in "‘“'\""
        and text[-1:] in "’”'\""
        and text[-2:-1] != "."
        and len(text.split()) <= LONGEST_HEADING_WORDS
    )


def _place_in(blocks: Sequence[Block]) -> str | None:
    """The place that an agency's dateline at the head of the body names."""
    first = next((block for block in blocks if block.kind is BlockKind.PARAGRAPH), None)
    match = DATELINE.match(first.text) if first else None
    return match["place"].strip() if match else None


def _publisher(removed: Sequence[Removed]) -> str | None:
    """Who claims the rights in the page's footer."""
    for piece in removed:
        if piece.reason is Reason.FOOTER and (match := _RIGHTS.match(piece.text)):
            return match["name"].strip(" ,")
    return None
