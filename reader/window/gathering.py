"""The gatherer as the window sees it: started once the window stands, heard on the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.accounts import Credentials, SignIns
from reader.library import Library
from reader.work import Gathered, Gatherer, Syncer, Trouble


class Gathering(QObject):
    """`told` carries what happened (see `reader.work.gathered`)."""

    told = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._gatherer: Gatherer | None = None
        self._syncer: Syncer | None = None
        self._pictures = False
        self.credentials = Credentials()
        self.syncing: set[str] = set()
        self.sign_ins = SignIns(library.folder, lambda sentence: self.told.emit(Trouble(sentence)))

    def start(self) -> None:
        """Takes up what is due: feeds, addresses that wait, watched articles, accounts."""
        if (
            self._syncer is None
            and not self._library.read_only
            and (self._library.accounts.due() or self._library.replica.place)
        ):
            self._syncer = Syncer(self._library, self._tell, self.credentials)
        if self._gatherer is None and not self._library.read_only and self._is_needed():
            self._begin()

    @property
    def gatherer(self) -> Gatherer:
        """The gatherer, started if it is not running yet."""
        return self._gatherer or self._begin()

    @property
    def syncer(self) -> Syncer:
        """What syncs with services, started if it is not running yet."""
        if self._syncer is None:
            self._syncer = Syncer(self._library, self._tell, self.credentials)
        return self._syncer

    def set_pictures(self, on: bool) -> None:
        """Whether pictures are fetched with articles from now on."""
        self._pictures = on
        if self._gatherer is not None:
            self._gatherer.set_pictures(on)

    def close(self) -> None:
        """Breaks off what is under way; it is taken up at the next start."""
        if self._syncer is not None:
            self._syncer.close()
            self._syncer = None
        if self._gatherer is not None:
            self._gatherer.close()
            self._gatherer = None

    def _begin(self) -> Gatherer:
        self._gatherer = Gatherer(self._library, self._tell, credentials=self.sign_ins)
        self._gatherer.set_pictures(self._pictures)
        return self._gatherer

    def _tell(self, event: Gathered) -> None:
        self.told.emit(event)

    def _is_needed(self) -> bool:
        sources = self._library.sources
        return bool(sources.subscriptions() or sources.wanted() or sources.watched())
