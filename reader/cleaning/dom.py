"""An HTML page as its pieces of text in page order, each with where it stands; nothing that can be read is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, groupby, pairwise
from operator import itemgetter

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from reader.article import BlockKind, word_count

_UNREADABLE = frozenset({"script", "style", "noscript", "template", "head", "svg", "math", "object", "canvas", "iframe", "audio", "video", "select", "datalist", "source", "track", "meta", "link"})  # fmt: skip
_BLOCKS = frozenset({"address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "label", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"})  # fmt: skip
_ENDS_EARLY = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
"""A browser reads on after these; the parser does not."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_OF_HEAD = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_OPENS = re.compile(r"accordion|collaps|expand|disclosure|toggle|faq|read-?more|show-?more", re.IGNORECASE)
"""What is hidden until a reader opens it is called so; it is part of what the page says."""
_OPENED_BY = ("class", "id", "role", "aria-labelledby", "data-theme-key", "data-testid")
_ON_HOVER = re.compile(
    r"\b(?:rollover|tool-?tip|pop-?over|hover-?card)(?:[\w-]*[-_])?(?:block|content|text|box|body|inner)\b",
    re.IGNORECASE,
)
"""What shows only while the mouse rests on a word stands within the sentence, and is no part of it."""
_STREAMED = re.compile(r"S:([0-9a-f]+)")
_SPACE = re.compile(r"[\s\u00a0\u200b\u2060\ufeff]+")
SHORTEST_PROSE_WORDS = 9
PATH_STEPS = 4
LEAST_ROWS = 2
"""A table with fewer rows of several cells lays the page out."""
LONGEST_FIGURE_WORDS = 15
"""A table's cell of more words holds text, not a figure or a label, even where it ends as no sentence does."""
SENTENCE_ENDS = tuple('.!?…”"’')
_KEPT_TAGS = "html|head|title|meta|link|body|p|h[1-6]|script|style|time"
"""What stays of a page that is nested deeper (2,048 elements) than libxml2 goes."""
_BLOCK_TAG = re.compile(rf"</?(?:{'|'.join(sorted(_BLOCKS))})(?=[\s/>])[^<>]*>", re.IGNORECASE)
_OTHER_TAG = re.compile(rf"</?(?!(?:{_KEPT_TAGS})[\s/>])[a-z][^<>]*>", re.IGNORECASE)
_KEPT_TAG = re.compile(rf"</?(?:{_KEPT_TAGS})[\s/>]", re.IGNORECASE)


@dataclass
class Piece:
    """One stretch of text as a browser would set it: `element` holds it, `kind` is what its markup makes of it.

    `linked` is the share of its characters inside links.
    """

    text: str
    element: HtmlElement
    kind: BlockKind
    level: int
    linked: float

    @property
    def words(self) -> int:
        return word_count(self.text)


def parsed_page(text: str) -> HtmlElement | None:
    """The page's tree, None where there is no markup in it at all."""
    text = _ENDS_EARLY.sub("", text)
    page, too_deep = _parsed(text)
    if too_deep:
        page, _ = _parsed(_flattened(text))
    if page is not None:
        _close_head(page)
        _put_streamed(page)
    return page


def _parsed(text: str) -> tuple[HtmlElement | None, bool]:
    """The tree, and whether the page is nested too deep for the parser, which then loses the text inside."""
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8")
    try:
        page = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        page = None
    return page, any("Excessive depth" in error.message for error in parser.error_log)


def _flattened(text: str) -> str:
    """The page with paragraphs alone for its containers: its text in order, without the nesting."""
    flat = _BLOCK_TAG.sub(lambda tag: tag[0] if _KEPT_TAG.match(tag[0]) else "<p>", text)
    return _OTHER_TAG.sub("", flat)


def _close_head(page: HtmlElement) -> None:
    """Ends the head where HTML 5 ends it: the parser, older than <article> and <main>, takes them into it."""
    head = page.find("head")
    strays = list(dropwhile(lambda element: element.tag in _OF_HEAD, head)) if head is not None else []
    if strays:
        body = page.find("body")
        body = body if body is not None else etree.SubElement(page, "body")
        for place, element in enumerate(strays):
            body.insert(place, element)


def _put_streamed(page: HtmlElement) -> None:
    """Shows what a server sent late: React streams it as hidden `S:1`, and a script puts it where `B:1` or `P:1` stands."""
    streamed = {
        match[1]: element
        for element in page.xpath("//*[@hidden][@id]")
        if (match := _STREAMED.fullmatch(element.get("id")))
    }
    places = {element.get("id"): element for element in page.xpath("//template[@id]")} if streamed else {}
    for number, element in streamed.items():
        del element.attrib["hidden"]
        place = next((places[name] for name in (f"B:{number}", f"P:{number}") if name in places), None)
        if place is not None and element not in place.iterancestors():
            place.addprevious(element)


def pieces_of(page: HtmlElement) -> list[Piece]:
    """All text of the page that is meant to be read, in page order."""
    found: list[Piece] = []
    _walk(page, found)  # not the body alone: of a malformed page, the parser leaves paragraphs beside it
    return _joined(found)


class _Line:
    """Inline text being gathered until a block boundary."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.linked = 0

    def add(self, text: str | None, in_link: bool) -> None:
        if text:
            self.parts.append(text)
            self.linked += len(text.strip()) if in_link else 0


def _walk(root: HtmlElement, found: list[Piece]) -> None:
    """Goes through the tree without recursion: pages may be nested deeper than the interpreter's stack."""
    line = _Line()
    stack: list[tuple[HtmlElement, bool, bool]] = [(root, False, False)]
    owner = root
    while stack:
        element, in_link, leaving = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if leaving:
            if tag in _BLOCKS:
                _close(line, element, found)
                line = _Line()
                owner = element.getparent() if element.getparent() is not None else root
            line.add(element.tail if element is not root else None, in_link)
            continue
        if not tag or tag in _UNREADABLE or _is_hidden(element):
            line.add(element.tail, in_link)
            continue
        if tag == "br":
            if _breaks_paragraph(element) and not _is_set(owner):
                _close(line, owner, found)
                line = _Line()
            else:
                line.add("\n", in_link)
            line.add(element.tail, in_link)
            continue
        if tag in _BLOCKS:
            _close(line, owner, found)
            line = _Line()
            owner = element
        stack.append((element, in_link, True))
        inside = in_link or tag == "a"
        line.add(element.text, inside)
        stack.extend((child, inside, False) for child in reversed(element))
    _close(line, owner, found)


def _breaks_paragraph(element: HtmlElement) -> bool:
    """Two line breaks in a row end a paragraph; one is a space."""
    following = element.getnext()
    return following is not None and following.tag == "br" and not (element.tail or "").strip()


def _close(line: _Line, element: HtmlElement, found: list[Piece]) -> None:
    said = "".join(line.parts)
    text = _SPACE.sub(" ", said).strip()
    if text:
        kind, level = _kind(element)
        if kind is BlockKind.CODE and _is_set(element):
            text = _set_lines(said)
        if kind is BlockKind.TABLE and _is_prose(text):  # the table lays the page out, it holds no figures
            kind = BlockKind.PARAGRAPH
        found.append(Piece(text, element, kind, level, line.linked / max(1, len(text))))


def _is_set(element: HtmlElement) -> bool:
    """Whether an element's line breaks and blanks are part of what it says."""
    return any(node.tag == "pre" for node in (element, *element.iterancestors()))


def _set_lines(said: str) -> str:
    lines = [line.rstrip().replace("\t", "    ") for line in said.replace("\u00a0", " ").split("\n")]
    return "\n".join(lines).strip("\n")


def _joined(found: list[Piece]) -> list[Piece]:
    """The pieces with each row of a table of figures, and each stretch of code, as one."""
    homes = [_home(piece) for piece in found]
    rows = {home for home, following in pairwise(homes) if home is not None and home is following}
    tables = Counter(_table_of(home) for home in rows if home is not None and home.tag == "tr")
    joined: list[Piece] = []
    for home, group in groupby(zip(homes, found, strict=True), key=itemgetter(0)):
        pieces = [piece for _, piece in group]
        if home is not None and home in rows and (home.tag == "pre" or tables[_table_of(home)] >= LEAST_ROWS):
            pieces = [_as_one(home, pieces)]
        joined += pieces
    return joined


def _as_one(home: HtmlElement, pieces: Sequence[Piece]) -> Piece:
    text = "\n".join(piece.text for piece in pieces) if home.tag == "pre" else _row(home, pieces)
    linked = sum(piece.linked * len(piece.text) for piece in pieces) / sum(len(piece.text) for piece in pieces)
    return Piece(text, home, pieces[0].kind, 0, linked)


def _home(piece: Piece) -> HtmlElement | None:
    """The row that a table's cell stands in, or the element that holds all lines of a code."""
    if piece.kind not in {BlockKind.TABLE, BlockKind.CODE}:
        return None
    wanted = {"tr", "table"} if piece.kind is BlockKind.TABLE else {"pre"}
    home = next((node for node in (piece.element, *piece.element.iterancestors()) if node.tag in wanted), None)
    return home if home is not None and home.tag != "table" else None


def _table_of(row: HtmlElement) -> HtmlElement | None:
    return next(row.iterancestors("table"), None)


def _row(row: HtmlElement, pieces: Sequence[Piece]) -> str:
    """A row's cells with tabs between them, empty ones too, so that columns stay what they are."""
    cells: dict[HtmlElement, list[str]] = {cell: [] for cell in row if cell.tag in {"td", "th"}}
    for piece in pieces:
        cell = next((node for node in (piece.element, *piece.element.iterancestors()) if node in cells), None)
        if cell is not None:
            cells[cell].append(piece.text)
        else:
            cells[piece.element] = [piece.text]
    return "\t".join(" ".join(texts) for texts in cells.values()).strip("\t")


def _is_prose(text: str) -> bool:
    words = len(text.split())
    return words > LONGEST_FIGURE_WORDS or (words >= SHORTEST_PROSE_WORDS and text.endswith(SENTENCE_ENDS))


def _is_hidden(element: HtmlElement) -> bool:
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes or ("style" in attributes and _HIDDEN.search(attributes["style"])):
        named = " ".join(attributes[name] for name in _OPENED_BY if name in attributes)
        return not (_OPENS.search(named) or _OPENS.search(_named(element.getparent())))
    return element.tag == "span" and "class" in attributes and _ON_HOVER.search(attributes["class"]) is not None


def _named(element: HtmlElement | None) -> str:
    return "" if element is None else f"{element.get('class') or ''} {element.get('id') or ''}"


def _kind(element: HtmlElement) -> tuple[BlockKind, int]:
    """What the markup says of a piece: its own tag first, then those around it."""
    tag = str(element.tag)
    if tag in _HEADINGS:
        return BlockKind.HEADING, max(2, int(tag[1]))
    depth = 0
    for node in (element, *element.iterancestors()):
        name = str(node.tag)
        if name in {"figcaption", "figure"}:
            return BlockKind.CAPTION, 0
        if name in {"pre", "code"}:
            return BlockKind.CODE, 0
        if name in {"td", "th", "table"}:
            return BlockKind.TABLE, 0
        if name == "blockquote":
            return BlockKind.QUOTATION, 0
        if name == "li":
            depth += sum(str(parent.tag) in {"ul", "ol"} for parent in node.iterancestors())
            return BlockKind.LIST_ITEM, max(1, depth)
        if name in {"article", "main", "body", "section"}:
            break
    return BlockKind.PARAGRAPH, 0


def ancestors(element: HtmlElement, most: int = 12) -> Iterator[HtmlElement]:
    """The element and what it stands in, up to the body."""
    for count, node in enumerate((element, *element.iterancestors())):
        if count >= most or node.tag == "body":
            return
        yield node


def path_of(element: HtmlElement) -> str:
    """Where an element stands, for a person: "article > div.body > p"."""
    names: list[str] = []
    node: HtmlElement | None = element
    while node is not None and node.tag != "body" and len(names) < PATH_STEPS:
        cls = (node.get("class") or "").split(maxsplit=1)
        names.append(f"{node.tag}.{cls[0]}" if cls else str(node.tag))
        node = node.getparent()
    return " > ".join(reversed(names))
