"""Accounts with services, as values: which there are, what both sides know of an article, what waits to be sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reader.article import tr
from reader.library.change import Change
from reader.library.source_values import Asked


@dataclass(frozen=True)
class Account:
    """An account with a service of some kind. `sends` says that articles saved here go there too.

    `name` is what the reader calls it, empty for the host's name. No secret is here: those lie in the keyring.
    """

    key: str
    kind: str
    url: str
    user: str = ""
    name: str = ""
    sends: bool = True


@dataclass(frozen=True)
class HeldAccount:
    """An account with how it goes: when it was asked, what waits to be sent, how many articles are in it."""

    account: Account
    created: datetime
    asked: Asked
    waiting: int
    articles: int

    @property
    def key(self) -> str:
        return self.account.key


@dataclass(frozen=True)
class AddAccount(Change):
    account: Account

    @property
    def label(self) -> str:
        return tr("Add account")


@dataclass(frozen=True)
class ChangeAccount(Change):
    """Let an account be as `account` says."""

    account: Account

    @property
    def label(self) -> str:
        return tr("Change account")


@dataclass(frozen=True)
class RemoveAccount(Change):
    """Forget an account. `with_articles` puts those in the trash that came by it alone and carry nothing of the
    reader's; its feeds go with it."""

    key: str
    with_articles: bool = False

    @property
    def label(self) -> str:
        return tr("Remove account")


@dataclass(frozen=True)
class Marks:
    """What is said of an article: None where the service knows no such thing. Tags are as they are written."""

    read: bool | None = None
    bookmarked: bool | None = None
    archived: bool | None = None
    tags: frozenset[str] | None = None


@dataclass(frozen=True)
class Unsent:
    """A change that waits to be sent: what the service was last known to say, and what the library says."""

    item: str
    article: int
    before: Marks
    now: Marks


@dataclass(frozen=True)
class NewArticle:
    """An article that the account does not have yet."""

    article: int
    url: str
    title: str
    marks: Marks


@dataclass(frozen=True)
class KnownMark:
    """An annotation that both sides have: its number there, its highlight or note here, and what both last said."""

    item: str
    key: str
    exact: str
    note: str


@dataclass(frozen=True)
class LocalMark:
    """A highlight with its first note, or (`exact` empty) a note on the whole article."""

    key: str
    exact: str
    start: int
    note: str
    note_key: str
    changed: datetime


@dataclass(frozen=True)
class Linked:
    """An article of an account with its annotations as both sides had them last."""

    item: str
    article: int
    url: str
    marked: tuple[KnownMark, ...]
