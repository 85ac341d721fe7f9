"""Bookmarks as browsers and services write them in HTML: Netscape's form, and Pocket's `ril_export.html`."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

from reader.article import ImportedItem, ImportedLibrary, UnreadableInput
from reader.intake.exports.fields import as_html, is_true, moment, names, web_address

_ARCHIVES = {"read archive", "archive", "archived"}
_PLAIN = {"unread", "bookmarks", "bookmarks menu", "bookmarks bar", "bookmarks toolbar", "other bookmarks", "favorites"}


def is_bookmarks(text: str) -> bool:
    """Whether a page is a list of bookmarks and no article."""
    head = text[:4000].lower()
    return "netscape-bookmark-file" in head or "<title>pocket export" in head or ("<dl" in head and "add_date" in head)


def parsed_bookmarks(text: str) -> ImportedLibrary:
    """The bookmarks in a page; UnreadableInput where there are none."""
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise UnreadableInput("is no list of bookmarks that can be read; export it anew.") from None
    items = tuple(_items(root))
    if not items:
        raise UnreadableInput("has no bookmarks in it.")
    return ImportedLibrary("Pocket" if "<title>pocket export" in text[:4000].lower() else "Bookmarks", items)


def _items(root: html.HtmlElement) -> Iterator[ImportedItem]:
    folders: list[tuple[object, str]] = []
    heading = ""
    for element in root.iter():
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in {"h1", "h2", "h3"}:
            heading = " ".join(element.text_content().split())
        elif tag in {"dl", "ul"}:
            folders = [(list_, name) for list_, name in folders if list_ in set(element.iterancestors())]
            folders.append((element, heading))
            heading = ""
        elif tag == "a":
            around = set(element.iterancestors())
            within = [name for list_, name in folders if list_ in around and name]
            item = _item(element, within)
            if item is not None:
                yield item


def _item(link: html.HtmlElement, within: list[str]) -> ImportedItem | None:
    url = web_address(link.get("href"))
    if url is None:
        return None
    known = {name.lower() for name in within}
    archived = bool(known & _ARCHIVES)
    below = link.getparent().getnext() if link.getparent() is not None else None
    described = below.text_content() if below is not None and below.tag == "dd" else ""
    text, _, rest = described.partition("[linkding-notes]")
    folder = "/".join(name for name in within if name.lower() not in _PLAIN | _ARCHIVES)
    title = " ".join(link.text_content().split())
    return ImportedItem(
        url=url,
        title="" if title == url else title,
        saved=moment(link.get("add_date") or link.get("time_added")),
        tags=names(link.get("tags") or ""),
        collections=(folder,) if folder else (),
        excerpt=as_html(" ".join(text.split())),
        note=rest.partition("[/linkding-notes]")[0].strip(),
        archived=archived,
        read=archived or (link.get("toread") is not None and not is_true(link.get("toread"))),
    )
