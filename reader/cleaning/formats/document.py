"""What a reader of a format makes of a capture: a page or text to be cleaned like any other, or a document whose parts are known.

A web page in a wrapping (a saved mail, a web archive) becomes a `Page`. A file that was written as one document (a
PDF, a book, a word processor's file) becomes a `Document`: its pieces in reading order, of which nearly all are kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reader.article import (
    FIELDS,
    Article,
    Block,
    BlockKind,
    Capture,
    Claim,
    Reason,
    Removed,
    UnreadableInput,
    article_of,
)
from reader.cleaning.boilerplate import boilerplate
from reader.cleaning.bylines import byline
from reader.cleaning.claims import in_order, value_of
from reader.cleaning.datelines import date_line
from reader.cleaning.dom import parsed_page, path_of, pieces_of
from reader.cleaning.language import language_of
from reader.cleaning.plaintext import clean_text

SIGNATURE_WORDS = 30
SIGNATURE_PIECES = 6
"""A byline or a date line stands among so many pieces at the top."""
BOILERPLATE_WORDS = 8
SIGNED = ("authors", "place", "published", "modified")
"""The fields that a document's signature fills."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Known:
    """What a file says of itself beside its text; it counts where the text itself does not say."""

    title: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    language: str | None = None
    url: str | None = None
    published: str | None = None
    modified: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Page:
    """A page or a text that the file wraps, to be cleaned as if it had come alone."""

    capture: Capture
    known: Known = Known()


@dataclass(frozen=True)
class Document:
    """A file's pieces in reading order. `known.title` is its headline, and stands in no piece or in one of the first.

    `structured` says that its headings are marked; without them it is read like copied text.
    """

    pieces: Sequence[Block | Removed]
    known: Known = Known()
    structured: bool = True


Reader = Callable[[Capture], Page | Document]


def with_known(article: Article, known: Known) -> Article:
    """The article, with what the file says of itself where the text says nothing."""
    filled = replace(
        article,
        title=article.title or known.title,
        standfirst=article.standfirst or known.standfirst,
        authors=article.authors or known.authors,
        publisher=article.publisher or known.publisher,
        language=article.language or known.language,
        url=article.url or known.url,
        published=article.published or known.published,
        modified=article.modified or known.modified,
        warnings=(*article.warnings, *known.warnings),
    )
    said = [
        Claim(field, "what the file says of itself", value)
        for field in FIELDS
        if hasattr(known, field) and (value := value_of(known, field))
    ]
    return in_order(filled, [*article.claims, *said])


def page_of(capture: Capture, text: str, media_type: str = "text/html") -> Capture:
    """A capture of the page or text inside `capture`."""
    return replace(capture, content=text.encode("utf-8", "replace"), media_type=media_type, encoding="utf-8")


def from_markup(markup: str) -> list[Block]:
    """The blocks of a document in HTML, each as its markup says; empty where there is no text in it."""
    page = parsed_page(markup)
    pieces = pieces_of(page) if page is not None else []
    return [
        Block(
            piece.kind, piece.text, level=piece.level, origin=path_of(piece.element), why="It is marked so in the file."
        )
        for piece in pieces
    ]


def leading_heading(pieces: Sequence[Block | Removed]) -> str | None:
    """The heading that a document begins with; None where text comes first."""
    blocks = [piece for piece in pieces[:SIGNATURE_PIECES] if isinstance(piece, Block)]
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            return block.text
        if len(block.text.split()) > SIGNATURE_WORDS:
            return None
    return None


def article_of_document(document: Document, capture: Capture) -> Article:
    """The document's article: headline, byline and date line found at its top, what is no article's put on record.

    UnreadableInput where it has no words.
    """
    texts = [piece.text for piece in document.pieces if isinstance(piece, Block)]
    if not any(character.isalnum() for text in texts for character in text):
        raise UnreadableInput(f"{capture.name} has no words in it; there is nothing to read.")
    if not document.structured:
        plain = clean_text(page_of(capture, "\n\n".join(texts), "text/plain"))
        taken_before = [replace(piece, position=0) for piece in document.pieces if isinstance(piece, Removed)]
        return with_known(replace(plain, removed=(*taken_before, *plain.removed)), document.known)
    title = document.known.title or leading_heading(document.pieces)
    found = _Signature()
    blocks: list[Block] = []
    removed: list[Removed] = []
    title_seen = False
    for number, piece in enumerate(document.pieces):
        if isinstance(piece, Removed):
            removed.append(replace(piece, position=len(blocks)))
            continue
        taken: tuple[Reason, str] | None = None
        if title and number < 2 * SIGNATURE_PIECES and key_of(piece.text) == key_of(title):
            if not title_seen:
                title_seen = True
                continue
            taken = Reason.DUPLICATE, "It repeats the headline."
        elif len(blocks) < SIGNATURE_PIECES and found.says(piece):
            taken = Reason.OTHER, "It says who wrote the article, or when."
        elif (rule := boilerplate(piece.text)) is not None and len(piece.text.split()) <= BOILERPLATE_WORDS:
            taken = rule.reason, rule.why
        if taken:
            removed.append(Removed(taken[0], piece.text, taken[1], len(blocks), piece.origin))
        else:
            blocks.append(piece)
    article = article_of(
        blocks,
        removed,
        title=title,
        authors=tuple(found.authors),
        place=found.place,
        published=found.published or found.modified,
        modified=found.modified,
        url=capture.url,
    )
    claims = [
        Claim(field, "lines under the headline", value_of(article, field))
        for field in SIGNED
        if value_of(article, field)
    ]
    if title and not document.known.title:
        claims.append(Claim("title", "heading that the document begins with", title))
    if capture.url:
        claims.append(Claim("url", "where it was saved from", capture.url))
    language = document.known.language or language_of(article.text)
    if language and not document.known.language:
        claims.append(Claim("language", "words of the text", language))
    return with_known(replace(article, language=language, claims=tuple(claims)), document.known)


class _Signature:
    """What the lines under a headline say of who wrote it, and when."""

    def __init__(self) -> None:
        self.authors: list[str] = []
        self.place: str | None = None
        self.published: str | None = None
        self.modified: str | None = None

    def says(self, piece: Block) -> bool:
        """Whether the piece is a byline or date line; what it says is kept."""
        if piece.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING} or len(piece.text.split()) > SIGNATURE_WORDS:
            return False
        dated = date_line(piece.text)
        if dated is not None:
            self.published = self.published or dated.published
            self.modified = self.modified or dated.modified
        written = byline(piece.text)
        if written is not None:
            self.authors += [name for name in written.authors if name not in self.authors]
            self.place = self.place or written.place
        return dated is not None or written is not None


def key_of(text: str) -> str:
    """A text by its letters and digits alone, to compare it with another."""
    return "".join(_WORD.findall(text.casefold()))
