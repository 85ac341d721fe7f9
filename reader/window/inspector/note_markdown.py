"""A note's Markdown as markup for a card: CommonMark without HTML and pictures, links only where they may lead."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt

from reader.article.note_links import SCHEME
from reader.window.theme import Colours

LONGEST_CHARACTERS = 4_000
"""So much of a note is set on its card; the editor has all of it."""
_ALLOWED = ("https:", "http:", "mailto:", SCHEME)


def note_markup(body: str, colours: Colours) -> str:
    """A note as it is read; every sign that is no Markdown stands for itself."""
    shown = body if len(body) <= LONGEST_CHARACTERS else f"{body[:LONGEST_CHARACTERS]}…"
    markup: str = _parser().render(shown)
    return markup.replace("<a href=", f'<a style="color:{colours.accent}" href=').strip()


def _may_lead(address: str) -> bool:
    return address.strip().lower().startswith(_ALLOWED)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).disable(["image", "html_block", "html_inline"])
    setattr(parser, "validateLink", _may_lead)  # noqa: B010 - it is how the parser is told
    return parser
