"""What every change that a reader makes has in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from reader.article import counted, tr

Ids = tuple[int, ...]


def named_articles(ids: Ids) -> str:
    """How many articles that are, for a menu."""
    return tr("article") if len(ids) == 1 else counted(len(ids), "{n} article", "{n} articles")


@dataclass(frozen=True)
class Change(ABC):
    """One thing that a reader does. `undoable` changes can be taken back."""

    undoable: ClassVar[bool] = True

    @property
    @abstractmethod
    def label(self) -> str:
        """What it does, for a menu ("Delete 3 articles")."""
