"""Lists of feeds as other readers write and read them: OPML 2.0, with what Verbatim has no meaning for kept as it is.

Reading is for a worker process; writing makes a document of our own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from xml.etree import ElementTree

from lxml import etree

from reader.article import Outline, UnreadableInput

Attributes = tuple[tuple[str, str, str], ...]
MAX_OUTLINES = 5_000
MAX_DEPTH = 20
_OURS = {"text", "title", "type", "xmlUrl", "htmlUrl", "xmlurl", "htmlurl"}
_FOLDER_JOINT = "/"
_OF_FOLDER = "of folder"
"""Begins the namespace of an attribute that belongs to a folder: the folder's path and its own namespace follow, a line
each. It is kept with the feeds of the folder, since a folder is nothing but what its feeds say."""
_PLAIN_SLASH = "\N{FRACTION SLASH}"


def parsed_opml(content: bytes) -> tuple[list[Outline], int]:
    """The feeds in an OPML file, and how many more it has than are taken; UnreadableInput where it is none."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, recover=True, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    body = root.find("body") if root is not None else None
    if root is None or etree.QName(root).localname.lower() != "opml" or body is None:
        raise UnreadableInput("is no list of feeds (OPML); export one from your other reader, and import that.")
    found: list[Outline] = []
    total = 0
    for outline in _outlines(body):
        total += 1
        if len(found) < MAX_OUTLINES:
            found.append(outline)
    return found, total - len(found)


def _outlines(body: etree._Element) -> Iterator[Outline]:
    waiting: list[tuple[etree._Element, str, int, Attributes]] = [(element, "", 0, ()) for element in reversed(body)]
    while waiting:
        element, folder, depth, of_folders = waiting.pop()
        if not isinstance(element.tag, str) or etree.QName(element).localname != "outline":
            continue
        title = " ".join(str(element.get("text") or element.get("title") or "").split())
        url = (element.get("xmlUrl") or element.get("xmlurl") or "").strip()
        if url.lower().startswith(("http://", "https://", "feed:")):
            yield Outline(url, title, element.get("htmlUrl") or "", folder, (*_others(element), *of_folders))
        if len(element) and depth < MAX_DEPTH:
            name = title.replace(_FOLDER_JOINT, _PLAIN_SLASH)
            inner = folder if url or not name else f"{folder}{_FOLDER_JOINT}{name}".lstrip(_FOLDER_JOINT)
            more = (
                () if inner == folder else tuple((f"{_OF_FOLDER}\n{inner}\n{s}", n, v) for s, n, v in _others(element))
            )
            waiting += [(child, inner, depth + 1, (*of_folders, *more)) for child in reversed(element)]


def _others(element: etree._Element) -> Iterator[tuple[str, str, str]]:
    for name, value in element.attrib.items():
        if name not in _OURS:
            qualified = etree.QName(name)
            yield qualified.namespace or "", qualified.localname, str(value)


def written_opml(outlines: Iterable[Outline], title: str = "Feeds in Verbatim") -> bytes:
    """An OPML file of feeds in their folders."""
    root = ElementTree.Element("opml", version="2.0")
    head, body = ElementTree.SubElement(root, "head"), ElementTree.SubElement(root, "body")
    ElementTree.SubElement(head, "title").text = title
    ElementTree.SubElement(head, "dateCreated").text = format_datetime(datetime.now(UTC))
    folders = {"": body}
    for outline in outlines:
        home = _folder(folders, outline.folder)
        attributes: dict[str, str] = {}
        for space, name, value in outline.attributes:
            if not space.startswith(f"{_OF_FOLDER}\n"):
                attributes[_qualified(space, name)] = value
                continue
            _, path, own = space.split("\n", 2)
            if path in folders and (outline.folder == path or outline.folder.startswith(f"{path}{_FOLDER_JOINT}")):
                folders[path].set(_qualified(own, name), _printable(value))
        attributes |= {"type": attributes.get("type", "rss"), "text": outline.title, "title": outline.title}
        attributes |= {"xmlUrl": outline.url, **({"htmlUrl": outline.site} if outline.site else {})}
        ElementTree.SubElement(home, "outline", {name: _printable(value) for name, value in attributes.items()})
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _qualified(space: str, name: str) -> str:
    return f"{{{space}}}{name}" if space else name


def _folder(folders: dict[str, ElementTree.Element], path: str) -> ElementTree.Element:
    if path not in folders:
        outer, _, name = path.rpartition(_FOLDER_JOINT)
        shown = _printable(name.replace(_PLAIN_SLASH, _FOLDER_JOINT))
        folders[path] = ElementTree.SubElement(_folder(folders, outer), "outline", {"text": shown, "title": shown})
    return folders[path]


def _printable(text: str) -> str:
    """Text without the characters that no XML file may hold."""
    return "".join(
        c
        for c in text
        if c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff" and c < "\ufffe") or c > "\uffff"
    )
