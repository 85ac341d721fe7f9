"""An HTML page → Article: a well-kept extractor proposes the text, our own pieces of the page decide what becomes of each.

trafilatura says which text is the article's; every piece of the page is then kept as a block or put on record as
removed, with the reason that its place, its markup or its words give.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import trafilatura
from lxml.html import HtmlElement

from reader.article import Article, Block, BlockKind, Capture, Reason, Removed, UnreadableInput, article_of
from reader.cleaning.boilerplate import RELATED, boilerplate
from reader.cleaning.bylines import byline
from reader.cleaning.datelines import date_line
from reader.cleaning.decoding import decoded
from reader.cleaning.dom import Piece, ancestors, parsed_page, path_of, pieces_of
from reader.cleaning.language import language_of
from reader.cleaning.metadata import Metadata, metadata_of
from reader.cleaning.plaintext import clean_text

SHORTEST_ARTICLE_WORDS = 20
TEASER_WORDS = 90
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True)
class _Place:
    """A sign in an element's tag, role, class or id that says what stands in it."""

    reason: Reason
    pattern: re.Pattern[str]
    why: str


def _place(reason: Reason, pattern: str, why: str) -> _Place:
    return _Place(reason, re.compile(pattern, re.IGNORECASE), why)


_PLACES: tuple[_Place, ...] = (
    _place(Reason.CONSENT, r"cookie|consent|gdpr|onetrust|didomi|cmp-", "It stands in a consent dialog."),
    _place(Reason.NEWSLETTER, r"newsletter|sign-?up|subscribe-(?:box|form)|mailing", "It stands in a newsletter box."),
    _place(Reason.COMMENTS, r"\bcomments?\b|comment-|disqus|discussion", "It stands among the readers' comments."),
    _place(Reason.REGISTRATION, r"paywall|regwall|registration|login|sign-?in|subscription", "It stands in a registration wall."),
    _place(Reason.SHARING, r"\bshar(?:e|ing)\b|share-|social|addtoany", "It stands in a bar for sharing."),
    _place(Reason.ADVERT, r"\bad(?:s|vert|vertisement)?\b|ad-(?:slot|unit)|sponsor|promo|taboola|outbrain", "It stands in an advertisement."),
    _place(Reason.NAVIGATION, r"^nav$|navigation|\bnav\b|menu|breadcrumb|related|recommend|most-(?:read|popular)|trending|more-(?:on|from)|sidebar|"
           r"read-(?:more|next)|^aside$|\btags?\b|pagination|carousel|teaser", "It stands in a menu or a list of other stories."),
    _place(Reason.FOOTER, r"^footer$|\bfooter\b|copyright|site-info", "It stands in the page's footer."),
    _place(Reason.NAVIGATION, r"^header$|masthead|site-header|banner", "It stands in the page's head."),
)  # fmt: skip
_IN_ARTICLE = re.compile(
    r"^(?:article|main)$|article-?(?:body|content|text)|story-?body|entry-content|post-(?:content|body)", re.I
)
_BIOGRAPHY = re.compile(r"author-?(?:bio|box|info|card)|about-?(?:the-)?author|contributor", re.IGNORECASE)


def clean_html(capture: Capture) -> Article:
    """The article of a page; UnreadableInput where the page has none."""
    source = decoded(capture)
    page = parsed_page(source.text)
    pieces = pieces_of(page) if page is not None else []
    if page is None or not pieces:
        raise UnreadableInput(
            f"{capture.name} has no text to read; if the page fills itself by script, copy its text instead."
        )
    known = metadata_of(page, capture.url)
    proposed = _proposed(page)
    kept = _kept(pieces, proposed)
    if sum(piece.words for piece, keep in zip(pieces, kept, strict=True) if keep) < SHORTEST_ARTICLE_WORDS:
        return _from_text(capture, pieces, known, source.warnings)
    blocks, removed = _sorted_out(pieces, kept, known)
    article = article_of(blocks, removed)
    words = len(_WORDS.findall(article.text))
    warnings = [*source.warnings]
    if words < TEASER_WORDS and any(piece.reason is Reason.REGISTRATION for piece in removed):
        warnings.append(
            "Only the beginning of the article was saved: the page asks its readers to register or subscribe."
        )
    return replace(
        article,
        title=known.title,
        standfirst=known.standfirst,
        authors=tuple(known.authors),
        publisher=known.publisher,
        section=known.section,
        language=known.language or language_of(article.text),
        url=known.url,
        published=known.published or known.modified,
        modified=known.modified,
        warnings=tuple(warnings),
    )


def _proposed(page: HtmlElement) -> str:
    """The article's text as trafilatura finds it; empty where it finds none."""
    try:
        document = trafilatura.bare_extraction(
            page, include_comments=False, include_tables=True, with_metadata=False, favor_recall=False
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return ""
    return str(getattr(document, "text", None) or "")


def _key(text: str) -> str:
    return "".join(_WORDS.findall(text.casefold()))


def _kept(pieces: Sequence[Piece], proposed: str) -> list[bool]:
    """Which pieces are the article's: those proposed, and prose between them in the same container."""
    lines = {_key(line) for line in proposed.split("\n")} - {""}
    whole = _key(proposed)
    kept = []
    for piece in pieces:
        key = _key(piece.text)
        kept.append(bool(key) and (key in lines or (len(key) > 30 and key in whole)))
    first = next((i for i, keep in enumerate(kept) if keep), len(kept))
    last = max((i for i, keep in enumerate(kept) if keep), default=-1)
    homes = {id(piece.element.getparent()) for piece, keep in zip(pieces, kept, strict=True) if keep}
    for i in range(first, last):
        piece = pieces[i]
        if kept[i] or id(piece.element.getparent()) not in homes or piece.linked > 0.5:
            continue
        prose = piece.kind is BlockKind.PARAGRAPH and piece.words >= 3 and piece.text[-1] in '.!?”"’:…'
        kept[i] = (prose or piece.kind is BlockKind.HEADING) and _reason(piece) is None
    return kept


def _reason(piece: Piece) -> tuple[Reason, str] | None:
    """Why a piece is no part of an article: its words, or a sign in what it stands in; None where nothing says so."""
    rule = boilerplate(piece.text)
    if rule is not None:
        return rule.reason, rule.why
    for element in ancestors(piece.element):
        signs = " ".join(
            [str(element.tag), element.get("role") or "", element.get("class") or "", element.get("id") or ""]
        )
        if _IN_ARTICLE.search(str(element.tag)) or _IN_ARTICLE.search(element.get("class") or ""):
            return None
        if _BIOGRAPHY.search(signs):
            return Reason.OTHER, "It is about the author."
        for place in _PLACES:
            if any(place.pattern.search(sign) for sign in signs.split()):
                return place.reason, place.why
    return None


def _sorted_out(pieces: Sequence[Piece], kept: Sequence[bool], known: Metadata) -> tuple[list[Block], list[Removed]]:
    """Each piece as a block, as metadata, or on record as removed."""
    blocks: list[Block] = []
    removed: list[Removed] = []
    captions: set[str] = set()
    first = next(i for i, keep in enumerate(kept) if keep)
    last = max(i for i, keep in enumerate(kept) if keep)
    title, standfirst = _key(known.title or ""), _key(known.standfirst or "")
    in_title = in_standfirst = False
    for i, (piece, keep) in enumerate(zip(pieces, kept, strict=True)):
        key = _key(piece.text)

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
                blocks.append(_block(piece))
        elif keep and (rule := boilerplate(piece.text)) is not None and (piece.linked > 0.3 or piece.words <= 8):
            take(rule.reason, rule.why)
        elif keep:
            blocks.append(_block(piece))
        else:
            take(*(_reason(piece) or (Reason.OTHER, "It is not part of the article's text.")))
    return blocks, removed


def _is_signature(piece: Piece, known: Metadata) -> bool:
    """Whether a piece above the body is a byline or date line; what it says fills what is not known yet."""
    if piece.words > 30:
        return False
    dated = date_line(piece.text)
    if dated is not None:
        known.published = known.published or dated.published
        known.modified = known.modified or dated.modified
        return True
    written = byline(piece.text)
    if written is not None:
        known.authors = known.authors or list(written.authors)
        return True
    return bool(known.authors) and _key(piece.text) in {_key(" ".join(known.authors)), *map(_key, known.authors)}


def _block(piece: Piece) -> Block:
    kind = piece.kind
    if kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM} and RELATED.match(piece.text) and piece.linked > 0.3:
        kind = BlockKind.RELATED
    return Block(kind, piece.text, level=piece.level, origin=path_of(piece.element))


def _from_text(capture: Capture, pieces: Sequence[Piece], known: Metadata, warnings: tuple[str, ...]) -> Article:
    """A page on which the extractor finds no article: its text is read as if it had been copied."""
    text = "\n\n".join(piece.text for piece in pieces)
    if len(_WORDS.findall(text)) < SHORTEST_ARTICLE_WORDS:
        raise UnreadableInput(
            f"{capture.name} has no article in it; if the page needs a sign-in or scripts, copy its text instead."
        )
    plain = clean_text(replace(capture, content=text.encode(), media_type="text/plain", encoding="utf-8"))
    return replace(
        plain,
        title=known.title or plain.title,
        authors=tuple(known.authors) or plain.authors,
        publisher=known.publisher or plain.publisher,
        published=known.published or plain.published,
        modified=known.modified or plain.modified,
        url=known.url,
        warnings=(*warnings, "No article was found in the page's structure; it was read as plain text."),
    )
