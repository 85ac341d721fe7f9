"""One library on several machines: what each wrote as cells, merged by the last writer of each field, nothing lost."""

from reader.library.replicas.cells import Cell, Clock, Stamp, cell_from, cell_record
from reader.library.replicas.replica import Replica, Shared

__all__ = ["Cell", "Clock", "Replica", "Shared", "Stamp", "cell_from", "cell_record"]
