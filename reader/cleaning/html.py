"""An HTML page → Article: a well-kept extractor proposes the text, our own pieces of the page decide what becomes of each.

trafilatura says which text is the article's; a small model weighs that with the looks and the place of every piece. Each
is then kept as a block or put on record as removed, with the reason that its place, its markup or its words give.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

import trafilatura
from lxml.html import HtmlElement

from reader.article import (
    Article,
    Block,
    BlockKind,
    Capture,
    Claim,
    Reason,
    Removed,
    UnreadableInput,
    article_of,
    word_count,
)
from reader.cleaning.block_features import ENDS, Declared, features, key_of
from reader.cleaning.block_model import shares_of
from reader.cleaning.boilerplate import CREDIT, RELATED, boilerplate
from reader.cleaning.bylines import byline, is_agency_credit
from reader.cleaning.claims import in_order
from reader.cleaning.datelines import date_line
from reader.cleaning.decoding import decoded
from reader.cleaning.dom import Piece, parsed_page, path_of, pieces_of
from reader.cleaning.language import language_of
from reader.cleaning.metadata import Metadata, metadata_of
from reader.cleaning.places import reason_of
from reader.cleaning.plaintext import TEASER, TEASER_WORDS, clean_text
from reader.cleaning.repeats import repeated
from reader.cleaning.surroundings import Rows

_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved\s+from\s+url=\(\d+\)|page\s+saved\s+with\s+singlefile\s+url:)\s*(?P<url>https?://[^\s<>\"]+)",
    re.IGNORECASE,
)
"""What browsers and SingleFile write at the top of a page that they save."""
TOP_CHARACTERS = 4_000
SHORTEST_ARTICLE_WORDS = 20
SHORTEST_PROSE_WORDS = 9
LEAST_FOUND_SHARE, MOST_FOUND_TIMES = 0.8, 5
LEAST_HEADING_SHARE = 0.3
LEAST_SHARE = 0.5
"""A piece that the model finds likelier than this is the article's."""


def clean_html(capture: Capture) -> Article:
    """The article of a page; UnreadableInput where the page has none."""
    source = decoded(capture)
    page = parsed_page(source.text)
    _held = [*page.iter()] if page is not None else []  # or lxml makes each element anew whenever it is asked for
    pieces = pieces_of(page) if page is not None else []
    if page is None or not pieces:
        raise UnreadableInput(
            f"{capture.name} has no text to read; if the page fills itself by script, copy its text instead."
        )
    known = metadata_of(page, capture.url or _saved_from(source.text))
    proposed = proposed_text(page, pieces)
    shares = shares_of(rows_of(pieces, proposed, known))
    kept = [bool(share > LEAST_SHARE) for share in shares]
    whys = [f"The model of blocks takes it for the article's text ({share:.2f})." for share in shares]
    for i in _headings_between(pieces, kept, shares):
        kept[i], whys[i] = True, f"It is a heading between two pieces of the article ({shares[i]:.2f})."
    if _words_of(pieces, kept) < SHORTEST_ARTICLE_WORDS:
        kept = _kept(pieces, proposed)
        whys = ["It is in the text that the extractor proposes, or stands between parts of it."] * len(pieces)
    if _words_of(pieces, kept) < SHORTEST_ARTICLE_WORDS:
        return _from_text(capture, pieces, known, source.warnings)
    again = repeated((i, piece.text) for i, (piece, keep) in enumerate(zip(pieces, kept, strict=True)) if keep)
    kept = [keep and i not in again for i, keep in enumerate(kept)]
    blocks, removed = _sorted_out(pieces, kept, whys, known, again)
    article = article_of(blocks, removed)
    warnings = [*source.warnings]
    if article.words < TEASER_WORDS and (
        not known.is_free or any(piece.reason is Reason.REGISTRATION for piece in removed)
    ):
        warnings.append(TEASER)
    language = known.language or known.first("language", [("words of the text", language_of(article.text))])
    found = replace(
        article,
        title=known.title,
        standfirst=known.standfirst,
        authors=tuple(known.authors),
        publisher=known.publisher,
        section=known.section,
        language=language,
        url=known.url,
        published=known.published or known.first("published", [("date of the last change", known.modified)]),
        modified=known.modified,
        warnings=tuple(warnings),
        picture=known.picture,
    )
    return in_order(found, known.claims)


def _saved_from(page: str) -> str | None:
    """The address that the program which saved the page noted at its top."""
    noted = _SAVED_FROM.search(page[:TOP_CHARACTERS])
    return noted["url"] if noted else None


def proposed_text(page: HtmlElement, pieces: Sequence[Piece]) -> str:
    """The article's text as trafilatura finds it; empty where it finds none.

    Its other extractors are asked only where its own finds much less than the page has in sentences, or far more: on 95
    of 100 pages they change nothing.
    """
    text = _extracted(page, fast=True)
    prose = sum(piece.words for piece in pieces if piece.words >= SHORTEST_PROSE_WORDS and piece.text.endswith(ENDS))
    found = len(text.split())
    if LEAST_FOUND_SHARE * prose <= found <= MOST_FOUND_TIMES * prose:
        return text
    return _extracted(page, fast=False)


def _extracted(page: HtmlElement, *, fast: bool) -> str:
    try:
        document = trafilatura.bare_extraction(
            page, fast=fast, include_comments=False, include_tables=True, with_metadata=False, favor_recall=False
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return ""
    return str(getattr(document, "text", None) or "")


def _words_of(pieces: Sequence[Piece], kept: Sequence[bool]) -> int:
    return sum(piece.words for piece, keep in zip(pieces, kept, strict=True) if keep)


def rows_of(pieces: Sequence[Piece], proposed: str, known: Metadata) -> Rows:
    """What the model of blocks is shown of a page."""
    return features(pieces, proposed, Declared(known.title or "", known.standfirst or "", known.body or ""))


def _kept(pieces: Sequence[Piece], proposed: str) -> list[bool]:
    """Which pieces are the article's without the model: those proposed, and prose between them in the same container."""
    lines = {key_of(line) for line in proposed.split("\n")} - {""}
    whole = key_of(proposed)
    kept = []
    for piece in pieces:
        key = key_of(piece.text)
        kept.append(bool(key) and (key in lines or (len(key) > 30 and key in whole)))
    first = next((i for i, keep in enumerate(kept) if keep), len(kept))
    last = max((i for i, keep in enumerate(kept) if keep), default=-1)
    homes = {id(piece.element.getparent()) for piece, keep in zip(pieces, kept, strict=True) if keep}
    for i in range(first, last):
        piece = pieces[i]
        if kept[i] or id(piece.element.getparent()) not in homes or piece.linked > 0.5:
            continue
        prose = piece.kind is BlockKind.PARAGRAPH and piece.words >= 3 and piece.text[-1] in '.!?”"’:…'
        kept[i] = (prose or piece.kind is BlockKind.HEADING) and reason_of(piece) is None
    return kept


def _headings_between(pieces: Sequence[Piece], kept: Sequence[bool], shares: Rows) -> list[int]:
    """The headings between two pieces of the article, save those of which the model is sure that they are not its."""
    return [
        i
        for i in range(1, len(pieces) - 1)
        if pieces[i].kind is BlockKind.HEADING
        and not kept[i]
        and kept[i - 1]
        and kept[i + 1]
        and shares[i] > LEAST_HEADING_SHARE
    ]


def _sorted_out(
    pieces: Sequence[Piece], kept: Sequence[bool], whys: Sequence[str], known: Metadata, again: Collection[int]
) -> tuple[list[Block], list[Removed]]:
    """Each piece as a block, as metadata, or on record as removed.

    `whys` says of each why it would be kept, `again` are those that the text has already.
    """
    blocks: list[Block] = []
    removed: list[Removed] = []
    captions: set[str] = set()
    first = next(i for i, keep in enumerate(kept) if keep)
    last = max(i for i, keep in enumerate(kept) if keep)
    title, standfirst = key_of(known.title or ""), key_of(known.standfirst or "")
    opening = _opening(pieces, kept, standfirst)
    if opening is not None:
        standfirst, known.standfirst = "", None
    in_title = in_standfirst = False
    for i, (piece, keep, why) in enumerate(zip(pieces, kept, whys, strict=True)):
        key = key_of(piece.text)

        def take(reason: Reason, why: str, piece: Piece = piece) -> None:
            removed.append(Removed(reason, piece.text, why, len(blocks), path_of(piece.element)))

        if title and key == title and len(blocks) < 4:
            if in_title:
                take(Reason.DUPLICATE, "It repeats the headline.")
            in_title = True
        elif standfirst and key == standfirst and len(blocks) < 4:
            if in_standfirst:
                take(Reason.DUPLICATE, "It repeats the standfirst.")
            in_standfirst = True
        elif len(blocks) < 5 and _is_signature(piece, known):
            take(Reason.OTHER, "It says who wrote the article, or when.")
        elif piece.kind is BlockKind.CAPTION and first - 6 <= i <= last:
            if key in captions:
                take(Reason.DUPLICATE, "It repeats a caption.")
            else:
                captions.add(key)
                blocks.append(_block(piece, "It is the caption of a picture in the article."))
        elif keep and (rule := boilerplate(piece.text)) is not None and (piece.linked > 0.3 or piece.words <= 8):
            take(rule.reason, rule.why)
        elif keep and is_agency_credit(piece.text):
            take(Reason.OTHER, "It is the agency's credit line.")
        elif keep:
            blocks.append(_block(piece, why))
        elif i in again:
            take(Reason.DUPLICATE, "It repeats an earlier paragraph.")
        else:
            take(*(reason_of(piece) or (Reason.OTHER, "It is not part of the article's text.")))
    return blocks, removed


def _opening(pieces: Sequence[Piece], kept: Sequence[bool], standfirst: str) -> int | None:
    """The first paragraph of the text, where the page declares it for its summary too."""
    at = next(
        (i for i, piece in enumerate(pieces) if standfirst and kept[i] and key_of(piece.text) == standfirst), None
    )
    if at is None:
        return None
    home, tag = pieces[at].element.getparent(), pieces[at].element.tag
    following = next(
        (p for p, keep in zip(pieces[at + 1 :], kept[at + 1 :], strict=True) if keep and p.kind is BlockKind.PARAGRAPH),
        None,
    )
    beside = following is not None and following.element.getparent() is home and following.element.tag == tag
    return at if beside else None


def _is_signature(piece: Piece, known: Metadata) -> bool:
    """Whether a piece above the body is a byline or date line; what it says fills what is not known yet."""
    if piece.words > 30:
        return False
    dated = date_line(piece.text)
    if dated is not None:
        source = "date line above the text"
        known.published = known.published or known.first("published", [(source, dated.published)])
        known.modified = known.modified or known.first("modified", [(source, dated.modified)])
        return True
    written = byline(piece.text)
    if written is not None:
        if written.authors and not known.authors:
            known.authors = list(written.authors)
            known.claims.append(Claim("authors", "byline above the text", ", ".join(known.authors)))
        return True
    names = {key_of(" ".join(known.authors)), *map(key_of, known.authors)} if known.authors else set()
    return key_of(piece.text).removeprefix("by") in names or key_of(piece.text) in names


def _block(piece: Piece, why: str) -> Block:
    kind = piece.kind
    if kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM} and RELATED.match(piece.text) and piece.linked > 0.3:
        kind = BlockKind.RELATED
    elif CREDIT.match(piece.text):
        kind, why = BlockKind.CAPTION, "It is a picture's credit."
    return Block(kind, piece.text, level=piece.level, origin=path_of(piece.element), why=why)


def _from_text(capture: Capture, pieces: Sequence[Piece], known: Metadata, warnings: tuple[str, ...]) -> Article:
    """A page on which the extractor finds no article: its text is read as if it had been copied."""
    text = "\n\n".join(piece.text for piece in pieces)
    if word_count(text) < SHORTEST_ARTICLE_WORDS:
        raise UnreadableInput(
            f"{capture.name} has no article in it; if the page needs a sign-in or scripts, copy its text instead."
        )
    plain = clean_text(replace(capture, content=text.encode(), media_type="text/plain", encoding="utf-8"))
    overruled = [
        Removed(Reason.OTHER, said, why)
        for said, taken, why in (
            (plain.title, known.title, "It stands where a headline does, but the page declares another."),
            (", ".join(plain.authors), ", ".join(known.authors), "It names other writers than the page declares."),
        )
        if said and taken and said != taken
    ]
    found = replace(
        plain,
        removed=(*overruled, *plain.removed),
        title=known.title or plain.title,
        authors=tuple(known.authors) or plain.authors,
        publisher=known.publisher or plain.publisher,
        published=known.published or plain.published,
        modified=known.modified or plain.modified,
        url=known.url,
        picture=known.picture,
        warnings=(*warnings, "No article was found in the page's structure; it was read as plain text."),
    )
    return in_order(found, [*known.claims, *plain.claims])
