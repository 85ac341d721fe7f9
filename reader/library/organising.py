"""Changes of the library's order: tags as a tree, collections, saved searches, rules, duplicates, many at once."""

from __future__ import annotations

from dataclasses import dataclass

from reader.article import counted, tr
from reader.library.change import Change, Ids, named_articles
from reader.library.ruling import Rule

QUEUE = "queue"
"""The key of the collection that is the reading queue."""
QUEUE_NAME = "Reading queue"


@dataclass(frozen=True)
class RenameTag(Change):
    """Give a tag another name, and those below it ("news" and "news/local"); where there is one of that name, both
    become one."""

    name: str
    wanted: str

    @property
    def label(self) -> str:
        return tr("Rename tag “{name}” to “{wanted}”", name=self.name, wanted=self.wanted)


@dataclass(frozen=True)
class DeleteTag(Change):
    """Take a tag, and those below it, off every article."""

    name: str

    @property
    def label(self) -> str:
        return tr("Delete tag “{name}”", name=self.name)


@dataclass(frozen=True)
class NameCollection(Change):
    """Make a collection, with a new UUID as its `key`, or give one that there is another name."""

    key: str
    name: str

    @property
    def label(self) -> str:
        return tr("Name collection “{name}”", name=self.name)


@dataclass(frozen=True)
class DeleteCollection(Change):
    """Delete a collection; its articles stay."""

    key: str

    @property
    def label(self) -> str:
        return tr("Delete collection")


@dataclass(frozen=True)
class PutInCollection(Change):
    """Put articles at the end of a collection; the queue is made by the first one that is put in."""

    key: str
    ids: Ids

    @property
    def label(self) -> str:
        where = "reading queue" if self.key == QUEUE else "collection"
        return tr("Put {what} into {where}", what=named_articles(self.ids), where=where)


@dataclass(frozen=True)
class TakeFromCollection(Change):
    key: str
    ids: Ids

    @property
    def label(self) -> str:
        where = "reading queue" if self.key == QUEUE else "collection"
        return tr("Take {what} out of {where}", what=named_articles(self.ids), where=where)


@dataclass(frozen=True)
class MoveInCollection(Change):
    """Put articles of a collection before another one of it, in the order given; at its end where that is None."""

    key: str
    ids: Ids
    before: int | None

    @property
    def label(self) -> str:
        return tr("Move {what}", what=named_articles(self.ids))


@dataclass(frozen=True)
class SaveSearch(Change):
    """Keep a search as a smart list, or change one that is kept; `words` is what stands in the search box."""

    key: str
    name: str
    words: str

    @property
    def label(self) -> str:
        return tr("Save search “{name}”", name=self.name)


@dataclass(frozen=True)
class DeleteSearch(Change):
    key: str

    @property
    def label(self) -> str:
        return tr("Delete saved search")


@dataclass(frozen=True)
class SaveRule(Change):
    """Keep a rule for articles that arrive, or change one that is kept."""

    key: str
    rule: Rule

    @property
    def label(self) -> str:
        return tr("Save rule “{name}”", name=self.rule.name)


@dataclass(frozen=True)
class DeleteRule(Change):
    key: str

    @property
    def label(self) -> str:
        return tr("Delete rule")


@dataclass(frozen=True)
class MergeArticles(Change):
    """Make one of duplicates: what was written on `others` goes to `keep`, and they go to the trash."""

    keep: int
    others: Ids

    @property
    def label(self) -> str:
        return tr("Merge {what}", what=counted(len(self.others) + 1, "{n} article", "{n} articles"))


@dataclass(frozen=True)
class TellApart(Change):
    """Say that articles are no duplicates: they are not offered for merging again."""

    ids: Ids

    @property
    def label(self) -> str:
        return tr("Keep {what} apart", what=named_articles(self.ids))


@dataclass(frozen=True)
class Together(Change):
    """Several changes as one step, in their order, each seeing what those before it did."""

    name: str
    changes: tuple[Change, ...]

    @property
    def label(self) -> str:
        return self.name
