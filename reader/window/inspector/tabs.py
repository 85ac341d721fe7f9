"""The inspector's tabs: their names, their icons, and what each says where it has nothing to show."""

from __future__ import annotations

from reader.article import mark, tr
from reader.library import Opened

QUOTES, ENTITIES, TIMELINE, NOTES, SOURCE = range(5)
TABS = tuple(map(mark, ("Quotes", "People & places", "Timeline", "Notes", "Source")))
ICONS = ("quote", "users", "calendar-days", "notebook-pen", "file-text")

_EMPTY = {
    QUOTES: mark("No one is quoted in this article."),
    ENTITIES: mark("No people, organisations or places were found."),
    TIMELINE: mark("No dates were found. Relative ones need the article's date of publication."),
    NOTES: mark(
        "Select words and press Ctrl+H to highlight them, Ctrl+N to write a note on them, B to bookmark them.\n\n"
        "Ctrl+N without a selection writes a note on the whole article."
    ),
    SOURCE: "",
}
_NONE_OF_THESE = mark("No quotation of this kind. Press F to see the next kind.")
_WAITING = mark("Reading who said what…")


def empty_sentence(tab: int, opened: Opened | None, *, chosen: bool) -> str:
    """What an empty tab says of an article; `chosen` says that it has quotations, of which those of a kind are wanted."""
    if opened is None:
        return ""
    if opened.analysis is None and tab in {QUOTES, ENTITIES, TIMELINE}:
        return tr(_WAITING)
    return tr(_NONE_OF_THESE if tab == QUOTES and chosen else _EMPTY[tab])
