"""The SQLite store: all that came in, what was made of it, and what its reader wrote; kept, searched, undone."""

from reader.library import changes
from reader.library.changes import (
    AddNote,
    AddPassage,
    Change,
    Correct,
    DeleteForever,
    DeleteNote,
    DeletePassage,
    EditBlocks,
    EditNote,
    RemoveEdits,
    RemoveSamples,
    SetArchived,
    SetBookmarked,
    SetRead,
    Tag,
    Trash,
    Untrash,
)
from reader.library.faults import LibraryDamaged, LibraryInUse, LibraryReadOnly, LibraryTooNew, NotSaved
from reader.library.library import Library
from reader.library.migrating import UpdateFailed
from reader.library.values import Added, Backup, ListKind, Note, Opened, Passage, Query, Row

__all__ = [
    "AddNote",
    "AddPassage",
    "Added",
    "Backup",
    "Change",
    "Correct",
    "DeleteForever",
    "DeleteNote",
    "DeletePassage",
    "EditBlocks",
    "EditNote",
    "Library",
    "LibraryDamaged",
    "LibraryInUse",
    "LibraryReadOnly",
    "LibraryTooNew",
    "ListKind",
    "NotSaved",
    "Note",
    "Opened",
    "Passage",
    "Query",
    "RemoveEdits",
    "RemoveSamples",
    "Row",
    "SetArchived",
    "SetBookmarked",
    "SetRead",
    "Tag",
    "Trash",
    "Untrash",
    "UpdateFailed",
    "changes",
]
