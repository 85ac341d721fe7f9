"""What a service is to the sync: one protocol, in values. A new one is one file, and one line in `kinds.py`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from reader.accounts.wire import Wire
from reader.library import LocalMark, Marks, NewArticle, Unsent


@dataclass(frozen=True)
class Credential:
    """What an account is signed in with, by field: `password`, `token`… Its `repr` shows nothing of it."""

    user: str = ""
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class RemoteFeed:
    """A feed of a service; `folder` is the label or category that it is in."""

    id: str
    url: str
    title: str = ""
    folder: str = ""


@dataclass(frozen=True)
class RemoteMark:
    """An annotation of a service: the words it is on (empty: the whole article) and what is said of them."""

    id: str
    exact: str
    note: str = ""
    changed: datetime | None = None


@dataclass(frozen=True)
class RemoteItem:
    """An article of a service. `content` is HTML: None where it gives none, and the page itself is fetched; what is
    only known by its marks has no `url`. `annotations` is None where they were not asked for."""

    id: str
    marks: Marks
    url: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str | None = None
    content: str | None = None
    feed: str = ""
    site: str = ""
    language: str | None = None
    annotations: tuple[RemoteMark, ...] | None = None


@dataclass(frozen=True)
class Pulled:
    """A part of what a service has to say. `cursor` is where to go on next time, once this part is stored."""

    items: tuple[RemoteItem, ...] = ()
    cursor: str | None = None


class Service(Protocol):
    """One account with one service. Every method may raise FetchFailed (later again), Refused or AccountError.

    What a service takes from us besides marks it says by what it is: TakesArticles, TakesAnnotations…
    """

    knows: Marks
    """Which marks it keeps: those that are not None."""

    def sign_in(self) -> str:
        """Signs in, and gives the name by which the service knows the reader; a test of the account."""

    def feeds(self) -> Sequence[RemoteFeed]:
        """The feeds that the reader has there; none of a service that keeps articles."""

    def pull(self, cursor: str, known: Collection[str]) -> Iterator[Pulled]:
        """What is there that is not `known`, and what changed since `cursor`."""

    def send(self, changes: Sequence[Unsent]) -> Iterator[str]:
        """Tells the service what changed; gives each item back once it knows."""

    def close(self) -> None:
        """Lets go of connections."""


Copy = Sequence[tuple[str, str]]
"""The texts of a service's own copy of an article in their order, each with the path of its element."""


@dataclass(frozen=True)
class ArticleFacts:
    """What goes along with an annotation; `copy` where the service wants positions in its own."""

    title: str
    url: str
    authors: tuple[str, ...] = ()
    copy: Copy = ()


class NotTaken(Exception):  # noqa: N818 - it is what happened
    """A service cannot take this one annotation, as it is now: it stays here, and waits."""


class OverWire:
    """A service that is spoken to over a wire, and lets go of it in the end."""

    def __init__(self, wire: Wire, credential: Credential) -> None:
        self._wire, self._credential = wire, credential

    def close(self) -> None:
        self._wire.close()


class TakesArticles(ABC):
    """A service to which articles can be added."""

    @abstractmethod
    def add(self, article: NewArticle) -> str:
        """Puts an article there; its number there."""


class TakesAnnotations(ABC):
    """A service to which annotations can be added."""

    @abstractmethod
    def add_mark(self, item: str, article: ArticleFacts, mark: LocalMark) -> str:
        """Puts an annotation there; its number there. NotTaken where it cannot be put there."""


class ChangesAnnotations(ABC):
    """A service in which what an annotation says can be changed."""

    @abstractmethod
    def change_mark(self, item: str, number: str, article: ArticleFacts, mark: LocalMark) -> None:
        """Changes what an annotation says. NotTaken where that cannot be said there."""


class DeletesAnnotations(ABC):
    """A service from which annotations can be taken away."""

    @abstractmethod
    def delete_mark(self, item: str, number: str) -> None:
        """Takes an annotation away."""


class HasCopies(ABC):
    """A service in which annotations stand at positions in its own copy of an article."""

    @abstractmethod
    def copy_of(self, item: str) -> str:
        """Its copy as HTML; empty where it has none."""


class TellsWhenAsked(ABC):
    """A service that does not tell by itself which annotations changed."""

    @abstractmethod
    def look_again(self, items: Sequence[str]) -> Iterator[tuple[str, tuple[RemoteMark, ...]]]:
        """The annotations of those items."""


class WithoutFeeds:
    """For services that keep articles and no feeds."""

    def feeds(self) -> Sequence[RemoteFeed]:
        return ()


def pieces(items: Iterable[str], most: int) -> Iterator[list[str]]:
    """The items in their order, so many at a time."""
    held = list(items)
    for at in range(0, len(held), most):
        yield held[at : at + most]


def moment(value: object) -> datetime | None:
    """The moment that a service wrote, in ISO 8601 or as seconds; None where it is none."""
    try:
        if isinstance(value, int | float):
            return datetime.fromtimestamp(value, UTC)
        found = datetime.fromisoformat(str(value))
    except (ValueError, OSError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def iso(value: object) -> str | None:
    """The moment that a service wrote as the library writes moments."""
    found = moment(value)
    return None if found is None else found.isoformat()


def text(value: object) -> str:
    """A text that a service gave; empty where it gave none."""
    return value if isinstance(value, str) else ""


def names(value: object, key: str = "") -> frozenset[str]:
    """The names in a list of them, or of objects that have one under `key`."""
    if not isinstance(value, list):
        return frozenset()
    found = (each.get(key) if key and isinstance(each, dict) else each for each in value)
    return frozenset(name for name in found if isinstance(name, str) and name.strip())


def new_and_gone(now: Marks, before: Marks) -> tuple[list[str], list[str]]:
    """The tags that are new, and those that are gone."""
    here, there = now.tags or frozenset(), before.tags or frozenset()
    return sorted(here - there), sorted(there - here)
