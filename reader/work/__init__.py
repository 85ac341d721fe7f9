"""Long work off the window's thread: worker processes, their queues, progress, cancelling."""

from reader.work.workshop import Analysed, Cleaned, Event, Failed, Progress, Refused, Unpacked, Workshop

__all__ = ["Analysed", "Cleaned", "Event", "Failed", "Progress", "Refused", "Unpacked", "Workshop"]
