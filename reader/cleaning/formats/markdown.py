"""Markdown (CommonMark with tables), with the front matter that note programs, clippers and site generators write."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from reader.article import BlockKind, Capture, Reason, Removed
from reader.cleaning.decoding import decoded
from reader.cleaning.formats.document import Document, Known, from_markup
from reader.cleaning.moments import iso
from reader.cleaning.writers import writers

_YAML = re.compile(r"---[ \t]*\n(?P<head>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_TOML = re.compile(r"\+\+\+[ \t]*\n(?P<head>.*?)\n\+\+\+[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"^([\w-]+)[ \t]*:[ \t]*(.*)$")
_ITEM = re.compile(r"^[ \t]*-[ \t]+(.*)$")
_FOLDED = re.compile(r"[|>][+-]?")
_WIKI_LINK = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]")
_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_LINE_AS_PARAGRAPH = re.compile(r"(?m)^(?![ \t>#|*+-]|\d+[.)])(.{100,}[.!?”\"’])[ \t]*\n(?=[^\s>#|*+\-=])")
"""A long line that ends a sentence above another line: text copied with one line for each paragraph."""

_TITLE, _AUTHOR, _DATE, _MODIFIED = ("title",), ("author", "authors", "by"), ("published", "date", "created"), ("modified", "updated", "lastmod")  # fmt: skip
_STANDFIRST, _PUBLISHER, _URLS, _LANGUAGE = ("subtitle", "description", "summary"), ("publisher", "site", "publication"), ("source", "url", "link", "canonical"), ("lang", "language")  # fmt: skip


def read_markdown(capture: Capture) -> Document:
    """A Markdown text as a document, with what its front matter says of it."""
    from markdown_it import MarkdownIt

    source = decoded(capture)
    fields, head, text = _front_matter(source.text.lstrip("\n"))
    markup = (
        MarkdownIt("commonmark", {"maxNesting": 50}).enable("table").render(_LINE_AS_PARAGRAPH.sub(r"\1\n\n", text))
    )
    known = Known(
        title=_first(fields, _TITLE),
        standfirst=_first(fields, _STANDFIRST),
        authors=tuple(writers(value for name in _AUTHOR for value in fields.get(name, ()))),
        publisher=_first(fields, _PUBLISHER),
        language=_first(fields, _LANGUAGE),
        url=next((value for name in _URLS for value in fields.get(name, ()) if _URL.fullmatch(value)), None),
        published=next((day for name in _DATE for value in fields.get(name, ()) if (day := iso(value))), None),
        modified=next((day for name in _MODIFIED for value in fields.get(name, ()) if (day := iso(value))), None),
        warnings=source.warnings,
    )
    front = [Removed(Reason.OTHER, head.strip(), "It is the file's front matter.", origin="line 2")] if head else []
    blocks = from_markup(f"<body>{markup}</body>")
    structured = known.title is not None or any(block.kind is BlockKind.HEADING for block in blocks)
    return Document([*front, *blocks], known, structured)


def _first(fields: Mapping[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((value for name in names for value in fields.get(name, ())), None)


def _front_matter(text: str) -> tuple[dict[str, list[str]], str, str]:
    """The fields above the text, each with its values; the lines they stand in; and the text below them."""
    fields: dict[str, list[str]] = {}
    match = _TOML.match(text)
    if match:
        with suppress(tomllib.TOMLDecodeError):
            fields = _values(tomllib.loads(match["head"]))
    elif match := _YAML.match(text):
        fields = _yaml_fields(match["head"])
    return (fields, match["head"], text[match.end() :]) if match and fields else ({}, "", text)


def _values(table: Mapping[str, Any]) -> dict[str, list[str]]:
    return {
        name.lower(): [_plain(str(item)) for item in (value if isinstance(value, list) else [value])]
        for name, value in table.items()
        if not isinstance(value, dict)
    }


def _yaml_fields(head: str) -> dict[str, list[str]]:
    """The fields of a simple YAML mapping: texts, and lists in brackets or with dashes; all else is left out."""
    fields: dict[str, list[str]] = {}
    current: list[str] = []
    for line in head.split("\n"):
        if field := _FIELD.match(line):
            value = field[2].strip()
            listed = value.startswith("[") and value.endswith("]") and not value.startswith("[[")
            items = value[1:-1].split(",") if listed else [value]
            current = [plain for item in items if (plain := _plain(item))]
            fields[field[1].lower()] = current
        elif item := _ITEM.match(line):
            current.append(_plain(item[1]))
        elif line[:1].isspace() and current:  # a value that goes on
            current[-1] = line.strip() if _FOLDED.fullmatch(current[-1]) else f"{current[-1]} {line.strip()}"
    return fields


def _plain(value: str) -> str:
    """A value without its quotation marks and the brackets of a note's links."""
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return _WIKI_LINK.sub(r"\1", value).strip()
