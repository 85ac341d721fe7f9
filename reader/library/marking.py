"""Changes on passages: highlights and their colours, what a note is about, what was deleted brought back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reader.article import Anchor, tr
from reader.library.change import Change

COLOURS = {"yellow": "Yellow", "green": "Green", "blue": "Blue", "pink": "Pink", "violet": "Violet"}
"""The colours of highlights, with the names that they have until the reader chooses others."""


class About(StrEnum):
    """What a note is on."""

    ARTICLE = "article"
    PASSAGE = "passage"
    HIGHLIGHT = "highlight"
    QUOTE = "quote"
    ENTITY = "entity"


@dataclass(frozen=True)
class AddHighlight(Change):
    """Highlight a passage in one of COLOURS. `key` is a new UUID; `at` is when, if not now."""

    key: str
    article: int
    anchor: Anchor
    colour: str
    at: datetime | None = None

    @property
    def label(self) -> str:
        return tr("Highlight passage")


@dataclass(frozen=True)
class ColourHighlight(Change):
    key: str
    colour: str

    @property
    def label(self) -> str:
        return tr("Colour highlight")


@dataclass(frozen=True)
class DeleteHighlight(Change):
    """Take a highlight away; notes on it stay, on the passage."""

    key: str

    @property
    def label(self) -> str:
        return tr("Remove highlight")


@dataclass(frozen=True)
class NameColour(Change):
    """Say what a colour of highlights means; an empty name gives it its own again."""

    colour: str
    name: str

    @property
    def label(self) -> str:
        return tr("Name colour “{name}”", name=self.name) if self.name.strip() else tr("Take colour's name away")


@dataclass(frozen=True)
class Reattach(Change):
    """Let a highlight, note or bookmark stand on another passage: an orphan's new place, or a guess confirmed."""

    key: str
    anchor: Anchor

    @property
    def label(self) -> str:
        return tr("Attach to passage")


@dataclass(frozen=True)
class RestoreDeleted(Change):
    """Bring back what was deleted, by its key in the list of what was."""

    key: str

    @property
    def label(self) -> str:
        return tr("Bring back")
