"""Saved mails (RFC 5322), newsletters among them: the text that is meant to be read, and what the mail's head says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from lxml.html import HtmlElement

from reader.article import Block, BlockKind, Capture, Reason, Removed, UnreadableInput
from reader.cleaning.decoding import decoded
from reader.cleaning.dom import Piece, parsed_page, path_of, pieces_of
from reader.cleaning.formats.document import Document, Known, key_of
from reader.cleaning.lines import Unit, units_of

_RULE_OR_LINK = re.compile(r"\W*|<?(?:https?://|mailto:)\S+>?")
_BULLET = re.compile(r"[*•–-]\s+")
_REPLY = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr|rv|sv|vs)\s*:)+\s*", re.IGNORECASE)
_LIST_HEADERS = ("List-Id", "List-Unsubscribe", "List-Post", "Feedback-ID")
"""A mail with one of these was sent to many: it comes from a publisher rather than a writer."""
_PRESENTATION = frozenset({"presentation", "none"})
_CELL_WORDS = 15
"""A cell with more words holds prose; its table lays the mail out."""
_HIDDEN = re.compile(r"mso-hide\s*:\s*all|max-height\s*:\s*0|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])", re.I)
_FOOT = re.compile(
    r"\bunsubscribe\b|\b(?:view|read|open)\s+(?:this\s+(?:e-?mail\s+)?)?(?:in|on)\s+(?:your\s+|the\s+|a\s+)?(?:web\s*)?(?:browser|web)\b|"
    r"\byou(?:[’']re|\s+are|\s+have)?\s+receiv(?:e|ing|ed)\s+this\b|\bmanage\s+(?:your\s+)?(?:subscription|preferences|e-?mails?)|"
    r"\bupdate\s+(?:your\s+)?(?:e-?mail\s+)?preferences\b|\b(?:e-?mail|newsletter)\s+was\s+sent\s+to\b|\bforwarded\s+this\s+(?:e-?mail|newsletter)\b|"
    r"\bno\s+longer\s+(?:wish|want)\s+to\s+receive\b|\bmailing\s+address\s+is\b|\babmelden\b|\babbestellen\b|\bim\s+browser\b|\bse\s+d[ée]sabonner\b|\bdarse\s+de\s+baja\b",
    re.IGNORECASE,
)
"""What mails say of themselves: who gets them, where else they can be read, how to be rid of them."""
FOOT_WORDS = 40
LINKED, RELATED_WORDS = 0.7, 4
_TEXT_KINDS = ("html", "plain")


def read_mail(capture: Capture) -> Document:
    """A mail's text, in HTML where it has any; UnreadableInput where it has none.

    All of a mail is meant to be read: it is taken whole, but for its links and its footer.
    """
    message = parsed_message(capture)
    known = _known_of(message)
    for kind in _TEXT_KINDS:
        part = _body(message, kind)
        if part is None:
            continue
        source = decoded(contained(capture, part))
        known = replace(known, warnings=(*source.warnings, *known.warnings))
        page = parsed_page(source.text) if kind == "html" and source.text.strip() else None
        if page is not None and (pieces := pieces_of(_laid_out_without_tables(page))):
            return _document(page, pieces, known)
        if kind == "plain" and source.text.strip():
            lines = [_of_line(unit) for unit in units_of(source.text)]
            return Document(list(_without_foot(lines)), known, structured=known.title is not None)
    raise UnreadableInput(f"{capture.name} is a mail without text; add its attachments, or copy what it shows.")


def _of_line(unit: Unit) -> Block | Removed:
    """A line or paragraph of a mail in plain text, as what it is."""
    origin = f"line {unit.line}"
    if _RULE_OR_LINK.fullmatch(unit.text):
        return Removed(Reason.OTHER, unit.text, "It is nothing but a rule or a link.", origin=origin)
    if unit.text.startswith(">"):
        return Block(BlockKind.QUOTATION, unit.text.lstrip("> "), origin=origin)
    if item := _BULLET.match(unit.text):
        return Block(BlockKind.LIST_ITEM, unit.text[item.end() :], level=1, origin=origin)
    return Block(BlockKind.PARAGRAPH, unit.text, origin=origin)


def _document(page: HtmlElement, pieces: Sequence[Piece], known: Known) -> Document:
    """A mail's page as a document. Its one first heading is its title, unless that is only the sender's name."""
    headings = [key_of(str(each.text_content())) for each in page.iter("h1")]
    sender = key_of(known.publisher or " ".join(known.authors))
    title = next(
        (piece.text for piece in pieces if [key_of(piece.text)] == headings and headings != [sender]), known.title
    )
    read = [_of_piece(piece) for piece in pieces]
    return Document(list(_without_foot(read)), replace(known, title=title))


def _of_piece(piece: Piece) -> Block | Removed:
    """A piece of a mail's page, as what it is: a link that stands alone is a related story, or none of the text."""
    origin = path_of(piece.element)
    if piece.linked <= LINKED or piece.kind is BlockKind.HEADING:
        return Block(piece.kind, piece.text, level=piece.level, origin=origin)
    if piece.words < RELATED_WORDS:
        return Removed(Reason.NAVIGATION, piece.text, "It is nothing but a link.", origin=origin)
    return Block(BlockKind.RELATED, piece.text, origin=origin)


def _without_foot(pieces: Sequence[Block | Removed]) -> Iterator[Block | Removed]:
    """The pieces, those of the mail's foot and what the mail says of itself as removed."""
    at_foot = False
    for number, piece in enumerate(pieces):
        is_short = len(piece.text.split()) <= FOOT_WORDS
        is_foot = is_short and _FOOT.search(piece.text) is not None
        at_foot = at_foot or (is_foot and number * 2 > len(pieces))
        if isinstance(piece, Block) and (is_foot or (at_foot and is_short)):
            why = "It is the mail's footer, or a line about the mail."
            yield Removed(Reason.NEWSLETTER, piece.text, why, origin=piece.origin)
        else:
            yield piece


def parsed_message(capture: Capture) -> EmailMessage:
    """The capture as a message; UnreadableInput where its parts are nested too deep to be a mail's."""
    try:
        message = message_from_bytes(capture.content, policy=policy.default)
    except (RecursionError, ValueError, IndexError, LookupError):
        raise UnreadableInput(f"{capture.name} is damaged; save it again and add that.") from None
    assert isinstance(message, EmailMessage)
    return message


def header(message: EmailMessage, name: str) -> str:
    """A header's text on one line; empty where it is missing or cannot be parsed."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, LookupError, AttributeError, TypeError):  # what the parser meets in broken headers
        return ""


def root_part(message: EmailMessage) -> EmailMessage | None:
    """The part of an aggregate that is its page: the one it names as its start, else the first in HTML."""
    parts = [part for part in message.walk() if isinstance(part, EmailMessage) and not part.is_multipart()]
    start = message.get_param("start") if message.is_multipart() else None
    pages = [part for part in parts if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    named = [part for part in pages if start and header(part, "Content-ID") == start]
    return next(iter([*named, *pages]), None)


def contained(capture: Capture, part: EmailMessage) -> Capture:
    """The capture of the page or text that a part holds, in the encoding that the part declares."""
    content = part.get_payload(decode=True)
    kind = "text/plain" if part.get_content_type() == "text/plain" else "text/html"
    charset = part.get_content_charset()
    return replace(capture, content=content if isinstance(content, bytes) else b"", media_type=kind, encoding=charset)


def _body(message: EmailMessage, kind: str) -> EmailMessage | None:
    try:
        part = message.get_body(preferencelist=(kind,))
    except (ValueError, IndexError, LookupError, AttributeError, TypeError, RecursionError):
        return None
    return part if isinstance(part, EmailMessage) else None


def _known_of(message: EmailMessage) -> Known:
    """What a mail's head says: its subject is the title, its sender the writer, or the publisher if it went to many."""
    name, address = parseaddr(header(message, "From"))
    sender = name.strip("\"' ") or address
    to_many = any(message.get(each) for each in _LIST_HEADERS)
    return Known(
        title=_REPLY.sub("", header(message, "Subject")) or None,
        authors=() if to_many or not sender else (sender,),
        publisher=sender or None if to_many else None,
        published=_moment(header(message, "Date")),
        warnings=_attachments(message),
    )


def _moment(date: str) -> str | None:
    try:
        return parsedate_to_datetime(date).isoformat(timespec="minutes")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _attachments(message: EmailMessage) -> tuple[str, ...]:
    """A warning that names the files that came with a mail and are not read."""
    names = [
        part.get_filename() or "a forwarded mail"
        for part in message.walk()
        if part.get_content_disposition() == "attachment" or part.get_content_type() == "message/rfc822"
    ]
    if not names:
        return ()
    listed = ", ".join(name if count == 1 else f"{count} × {name}" for name, count in Counter(names).items())
    return (f"What was attached was not read ({listed[:200]}); save it and add it by itself.",)


def _laid_out_without_tables(page: HtmlElement) -> HtmlElement:
    """The page with the tables that only lay it out turned into divisions, and its hidden preview text hidden."""
    for table in list(page.iter("table")):
        if not _holds_data(table):
            for element in _of_table(table):
                element.tag = "div"
    for element in page.iter():
        if (
            isinstance(element.tag, str)
            and _HIDDEN.search(element.get("style") or "")
            and not element.findall(".//div")
        ):
            element.set("hidden", "")
    return page


def _of_table(table: HtmlElement) -> list[HtmlElement]:
    """The table with its own rows and cells, without those of the tables in it."""
    own = [table]
    waiting = list(table)
    while waiting:
        element = waiting.pop()
        if element.tag in {"tbody", "thead", "tfoot", "tr"}:
            own.append(element)
            waiting += list(element)
        elif element.tag in {"td", "th", "caption"}:
            own.append(element)
    return own


def _holds_data(table: HtmlElement) -> bool:
    """Whether a table's rows and columns mean something: several rows of several short cells."""
    if (table.get("role") or "").lower() in _PRESENTATION or table.find(".//table") is not None:
        return False
    filled = 0
    for row in table.iter("tr"):
        cells = [(cell.text_content() or "").split() for cell in row if cell.tag in {"td", "th"}]
        if any(len(words) > _CELL_WORDS for words in cells):
            return False
        filled += sum(bool(words) for words in cells) >= 2
    return filled >= 2
