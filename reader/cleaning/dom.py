"""An HTML page as its pieces of text in page order, each with where it stands; nothing that can be read is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from reader.article import BlockKind, word_count

_UNREADABLE = frozenset({"script", "style", "noscript", "template", "head", "svg", "math", "object", "canvas", "iframe", "audio", "video", "select", "datalist", "source", "track", "meta", "link"})  # fmt: skip
_BLOCKS = frozenset({"address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "label", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"})  # fmt: skip
_OF_HEAD = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STREAMED = re.compile(r"S:([0-9a-f]+)")
_SPACE = re.compile(r"[\s\u00a0\u200b\u2060\ufeff]+")
SHORTEST_PROSE_WORDS = 9
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
    return found


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
            if tag == "br" and _breaks_paragraph(element):
                _close(line, owner, found)
                line = _Line()
            else:
                line.add(" ", in_link)
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
    text = _SPACE.sub(" ", "".join(line.parts)).strip()
    if text:
        kind, level = _kind(element)
        if kind is BlockKind.TABLE and _is_prose(text):  # the table lays the page out, it holds no figures
            kind = BlockKind.PARAGRAPH
        found.append(Piece(text, element, kind, level, line.linked / max(1, len(text))))


def _is_prose(text: str) -> bool:
    words = len(text.split())
    return words > LONGEST_FIGURE_WORDS or (words >= SHORTEST_PROSE_WORDS and text.endswith(SENTENCE_ENDS))


def _is_hidden(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _kind(element: HtmlElement) -> tuple[BlockKind, int]:
    """What the markup says of a piece: its own tag first, then those around it."""
    tag = str(element.tag)
    if re.fullmatch(r"h[1-6]", tag):
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
    names = []
    for node in ancestors(element, 4):
        cls = (node.get("class") or "").split()
        names.append(f"{node.tag}.{cls[0]}" if cls else str(node.tag))
    return " > ".join(reversed(names))
