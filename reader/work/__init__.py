"""Long work off the window's thread: worker processes, their queues, progress, cancelling."""

from reader.work.gathered import (
    Arrived,
    CameAgain,
    FeedFailed,
    FeedRead,
    FeedsFound,
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
from reader.work.syncing import Syncer, sync_account, tried_account
from reader.work.workshop import Analysed, Cleaned, Event, Failed, Progress, Refused, Unpacked, Workshop

__all__ = [
    "Analysed",
    "Arrived",
    "CameAgain",
    "Cleaned",
    "Event",
    "Failed",
    "FeedFailed",
    "FeedRead",
    "FeedsFound",
    "Gathered",
    "Gatherer",
    "IsFeed",
    "Left",
    "NotAgain",
    "NotCome",
    "PicturesCame",
    "Progress",
    "Refused",
    "SyncFailed",
    "Synced",
    "Syncer",
    "Syncing",
    "Trouble",
    "Unpacked",
    "Workshop",
    "sync_account",
    "tried_account",
]
