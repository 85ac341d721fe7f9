"""Everything a reader can change in the library: each a frozen value with the label that undo shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from reader.article import Anchor, Correction, CorrectionKind, Edit, EditKind, tr
from reader.library.change import Change, Ids, named_articles
from reader.library.marking import (
    About,
    AddHighlight,
    ColourHighlight,
    DeleteHighlight,
    NameColour,
    Reattach,
    RestoreDeleted,
)
from reader.library.organising import (
    QUEUE,
    DeleteCollection,
    DeleteRule,
    DeleteSearch,
    DeleteTag,
    MergeArticles,
    MoveInCollection,
    NameCollection,
    PutInCollection,
    RenameTag,
    SaveRule,
    SaveSearch,
    TakeFromCollection,
    TellApart,
    Together,
)
from reader.library.people.decisions import Decision, DecisionKind
from reader.library.ruling import Rule
from reader.library.subscribing import AddFeeds, ChangeFeed, FullText, RemoveFeeds, Subscription, Unwant, Want, Watch


@dataclass(frozen=True)
class SetRead(Change):
    ids: Ids
    read: bool = True

    @property
    def label(self) -> str:
        what = named_articles(self.ids)
        return tr("Mark {what} as read", what=what) if self.read else tr("Mark {what} as unread", what=what)


@dataclass(frozen=True)
class SetBookmarked(Change):
    ids: Ids
    bookmarked: bool = True

    @property
    def label(self) -> str:
        what = named_articles(self.ids)
        return tr("Bookmark {what}", what=what) if self.bookmarked else tr("Remove bookmark from {what}", what=what)


@dataclass(frozen=True)
class SetArchived(Change):
    ids: Ids
    archived: bool = True

    @property
    def label(self) -> str:
        what = named_articles(self.ids)
        return tr("Archive {what}", what=what) if self.archived else tr("Take {what} out of the archive", what=what)


@dataclass(frozen=True)
class Trash(Change):
    """Put articles in the trash, where they stay for 30 days."""

    ids: Ids

    @property
    def label(self) -> str:
        return tr("Delete {what}", what=named_articles(self.ids))


@dataclass(frozen=True)
class Untrash(Change):
    ids: Ids

    @property
    def label(self) -> str:
        return tr("Take {what} out of the trash", what=named_articles(self.ids))


@dataclass(frozen=True)
class DeleteForever(Change):
    """Delete articles with all that was written on them; a backup is made first."""

    ids: Ids
    undoable: ClassVar[bool] = False

    @property
    def label(self) -> str:
        return tr("Delete {what} for ever", what=named_articles(self.ids))


@dataclass(frozen=True)
class AddNote(Change):
    """Write a note on a passage, or on the whole article where `anchor` is None. `key` is a new UUID.

    One on a highlight, a quotation or an entity says so in `about`, and in `subject` which: the highlight's key, the
    speaker's or the entity's name. It holds on to its passage by itself, and outlasts the highlight.
    """

    key: str
    article: int
    anchor: Anchor | None
    body: str
    about: About | None = None
    subject: str = ""

    @property
    def label(self) -> str:
        return tr("Add note")


@dataclass(frozen=True)
class EditNote(Change):
    key: str
    body: str

    @property
    def label(self) -> str:
        return tr("Edit note")


@dataclass(frozen=True)
class DeleteNote(Change):
    key: str

    @property
    def label(self) -> str:
        return tr("Delete note")


@dataclass(frozen=True)
class AddPassage(Change):
    """Bookmark a passage. `key` is a new UUID."""

    key: str
    article: int
    anchor: Anchor

    @property
    def label(self) -> str:
        return tr("Bookmark passage")


@dataclass(frozen=True)
class DeletePassage(Change):
    key: str

    @property
    def label(self) -> str:
        return tr("Remove bookmark from passage")


@dataclass(frozen=True)
class Tag(Change):
    """Put tags on articles and take others off. Tags that differ only in case or spacing are one."""

    ids: Ids
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        named = ", ".join(f"“{name}”" for name in (*self.add, *self.remove)[:3])
        what = named_articles(self.ids)
        told = (
            tr("Tag {what} {tags}", what=what, tags=named)
            if self.add
            else tr("Untag {what} {tags}", what=what, tags=named)
        )
        return told.strip()


@dataclass(frozen=True)
class EditBlocks(Change):
    """Put a removed piece back, or take a block out of an article."""

    article: int
    edit: Edit

    @property
    def label(self) -> str:
        return tr("Put piece back") if self.edit.kind is EditKind.RESTORE else tr("Take piece out")


@dataclass(frozen=True)
class RemoveEdits(Change):
    """Show an article as it was cleaned, without the pieces that the reader put back or took out."""

    article: int

    @property
    def label(self) -> str:
        return tr("Undo all edits of the text")


@dataclass(frozen=True)
class Correct(Change):
    """Decide on a quotation: who said it, that it is none, how far it goes. `key` is a new UUID."""

    key: str
    article: int
    correction: Correction

    @property
    def label(self) -> str:
        return {
            CorrectionKind.SPEAKER: tr("Correct speaker"),
            CorrectionKind.NO_QUOTE: tr("Take for no quotation"),
            CorrectionKind.EXTENT: tr("Correct quotation"),
        }[self.correction.kind]


@dataclass(frozen=True)
class Decide(Change):
    """Decide who is who: merge, split, rename, reject, keep apart, another kind. `key` is a new UUID; `name` whom."""

    key: str
    decision: Decision
    name: str

    @property
    def label(self) -> str:
        return {
            DecisionKind.SAME: tr("Merge “{name}”", name=self.name),
            DecisionKind.APART: tr("Split “{name}”", name=self.name),
            DecisionKind.NAME: tr("Rename “{name}”", name=self.name),
            DecisionKind.REJECT: tr("Reject “{name}”", name=self.name),
            DecisionKind.ACCEPT: tr("Take “{name}” back", name=self.name),
            DecisionKind.NEVER: tr("Keep “{name}” apart", name=self.name),
            DecisionKind.KIND: tr("Change what “{name}” is", name=self.name),
        }[self.decision.kind]


@dataclass(frozen=True)
class RemoveSamples(Change):
    """Put every sample article in the trash."""

    @property
    def label(self) -> str:
        return tr("Remove the sample articles")


def deeds_of(rule: Rule, ids: Ids) -> list[Change]:
    """What a rule does with articles that it is for."""
    deeds: list[Change] = []
    if rule.tags:
        deeds.append(Tag(ids, rule.tags))
    if rule.collection:
        deeds.append(PutInCollection(rule.collection, ids))
    if rule.queue:
        deeds.append(PutInCollection(QUEUE, ids))
    for wanted, change in ((rule.bookmark, SetBookmarked), (rule.read, SetRead), (rule.archive, SetArchived)):
        if wanted:
            deeds.append(change(ids, True))
    if rule.trash:
        deeds.append(Trash(ids))
    return deeds


__all__ = [
    "About",
    "AddFeeds",
    "AddHighlight",
    "AddNote",
    "AddPassage",
    "Change",
    "ChangeFeed",
    "ColourHighlight",
    "Correct",
    "Decide",
    "DeleteCollection",
    "DeleteForever",
    "DeleteHighlight",
    "DeleteNote",
    "DeletePassage",
    "DeleteRule",
    "DeleteSearch",
    "DeleteTag",
    "EditBlocks",
    "EditNote",
    "FullText",
    "Ids",
    "MergeArticles",
    "MoveInCollection",
    "NameCollection",
    "NameColour",
    "PutInCollection",
    "Reattach",
    "RemoveEdits",
    "RemoveFeeds",
    "RemoveSamples",
    "RenameTag",
    "RestoreDeleted",
    "SaveRule",
    "SaveSearch",
    "SetArchived",
    "SetBookmarked",
    "SetRead",
    "Subscription",
    "Tag",
    "TakeFromCollection",
    "TellApart",
    "Together",
    "Trash",
    "Untrash",
    "Unwant",
    "Want",
    "Watch",
    "deeds_of",
]
