"""Long work off the window's thread: worker processes, their queues, progress, cancelling."""

from reader.work.gathered import (
    Arrived,
    CameAgain,
    FeedFailed,
    FeedRead,
    FeedsFound,
    FolderFailed,
    FolderSynced,
    Gathered,
    IsFeed,
    Left,
    NotAgain,
    NotCome,
    PicturesCame,
    Synced,
    SyncFailed,
    Syncing,
    Trouble,
)
from reader.work.gatherer import Gatherer
from reader.work.meaning_bench import MeaningBench
from reader.work.newer import Release, home, newest
from reader.work.syncing import FOLDER, Syncer, sync_account, sync_folder, tried_account
from reader.work.workshop import Analysed, Cleaned, Event, Failed, Progress, Refused, Unpacked, Workshop

__all__ = [
    "FOLDER",
    "Analysed",
    "Arrived",
    "CameAgain",
    "Cleaned",
    "Event",
    "Failed",
    "FeedFailed",
    "FeedRead",
    "FeedsFound",
    "FolderFailed",
    "FolderSynced",
    "Gathered",
    "Gatherer",
    "IsFeed",
    "Left",
    "MeaningBench",
    "NotAgain",
    "NotCome",
    "PicturesCame",
    "Progress",
    "Refused",
    "Release",
    "SyncFailed",
    "Synced",
    "Syncer",
    "Syncing",
    "Trouble",
    "Unpacked",
    "Workshop",
    "home",
    "newest",
    "sync_account",
    "sync_folder",
    "tried_account",
]
