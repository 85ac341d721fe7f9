"""Syncing accounts beside the reader's work: on a schedule and when asked, on a thread of its own."""

from __future__ import annotations

import queue
import threading
import traceback
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from reader.accounts import (
    SHELF_LIMITS,
    Credential,
    Credentials,
    Exchange,
    FolderShelf,
    NoKeyring,
    Outcome,
    Refused,
    RemoteItem,
    Stopped,
    WebDavShelf,
    Wire,
    service_of,
    sync_through,
)
from reader.article import FeedItem, VerbatimError, host_of, tr
from reader.intake.web.failures import Cause, FetchFailed
from reader.library import Account, Asked, Library, NewItem, Shared, asked_key
from reader.work import schedule
from reader.work.gathered import FolderFailed, FolderSynced, Gathered, Synced, SyncFailed, Syncing, Trouble
from reader.work.hand import JobFailed
from reader.work.source_desk import SourceDesk, item_capture


class Keeps(Protocol):
    """Who gives what accounts are signed in with."""

    def of(self, account: str, /) -> Credential | None: ...


EVERY_MIN = 15
FOLDER = "folder"
"""The name, in the books and in the keyring, of the folder or server through which one's machines sync."""
FOLDER_EVERY_MIN = 5
LOOK_EVERY_S = 20


def sync_account(
    library: Library, account: Account, credentials: Credentials, desk: SourceDesk,
    is_stopped: Callable[[], bool] = lambda: False,
) -> Outcome:  # fmt: skip
    """Syncs one account, and writes down how it went. VerbatimError, in a sentence, where it came to nothing."""
    asked = next((told for each, told in library.accounts.due() if each.key == account.key), None)
    before = asked or Asked(asked_key(account.key))
    try:
        outcome = _exchanged(library, account, credentials, desk, is_stopped)
    except Stopped:
        raise
    except VerbatimError as failure:
        library.sources.note(_failed(before, failure))
        raise
    library.sources.note(schedule.went_well(before, _now(), EVERY_MIN))
    return outcome


def tried_account(account: Account, credentials: Keeps) -> str:
    """Signs in and nothing else; the name by which the service knows the reader. VerbatimError where it cannot."""
    service = service_of(account, _credential(account, credentials))
    try:
        return service.sign_in()
    finally:
        service.close()


def sync_folder(library: Library, credentials: Keeps, place: str = "") -> Shared:
    """Syncs through a folder of this machine or of a WebDAV server, which the library knows if none is given; writes
    down how it went. VerbatimError, in a sentence, where it came to nothing."""
    where = place or library.replica.place
    before = library.sources.asked(FOLDER)
    try:
        shelf = _shelf(where, credentials)
        try:
            shared = sync_through(library, shelf)
        finally:
            if isinstance(shelf, WebDavShelf):
                shelf.close()
    except VerbatimError as failure:
        library.sources.note(schedule.went_wrong(before, _now(), FOLDER_EVERY_MIN, str(failure), passes=True))
        raise
    library.sources.note(schedule.went_well(before, _now(), FOLDER_EVERY_MIN))
    return shared


def _shelf(place: str, credentials: Keeps) -> FolderShelf | WebDavShelf:
    if not place.startswith(("http://", "https://")):
        return FolderShelf(Path(place))
    credential = credentials.of(FOLDER)
    if credential is None:
        raise Refused(tr("The password or token of {host} is not in the keyring; type it again.", host=host_of(place)))
    shelf = WebDavShelf(Wire(place, limits=SHELF_LIMITS), credential)
    shelf.check()
    return shelf


class Syncer:
    """Use it from any thread; `tell` is called on its own. Close it before the library."""

    def __init__(
        self, library: Library, tell: Callable[[Gathered], None], credentials: Credentials, *,
        on_schedule: bool = True,
    ) -> None:  # fmt: skip
        self._library, self._tell, self._credentials = library, tell, credentials
        self._on_schedule = on_schedule
        self._asked: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._closing = threading.Event()
        self._desk = SourceDesk()
        self._thread = threading.Thread(target=self._work, name="verbatim-sync", daemon=True)
        self._thread.start()

    def sync(self, keys: Iterable[str]) -> None:
        """Syncs these accounts now."""
        for key in keys:
            self._asked.put(key)

    def sync_folder(self) -> None:
        """Syncs through the folder now."""
        self._asked.put(FOLDER)

    def close(self) -> None:
        """Breaks off what is under way; the next sync goes on from there."""
        self._closing.set()
        self._asked.put(None)
        self._desk.close()
        self._thread.join()

    def _work(self) -> None:
        while not self._closing.is_set():
            try:
                key = self._asked.get(timeout=LOOK_EVERY_S)
            except queue.Empty:
                key = None
            for account, asked in self._library.accounts.due():
                is_due = self._on_schedule and key is None and schedule.is_due(asked, _now())
                if not self._closing.is_set() and (account.key == key or is_due):
                    self._sync(account)
            if not self._closing.is_set() and (
                key == FOLDER or (self._on_schedule and key is None and self._folder_due())
            ):
                self._sync_folder()

    def _sync(self, account: Account) -> None:
        self._say(Syncing(account.key))
        try:
            outcome = sync_account(self._library, account, self._credentials, self._desk, self._closing.is_set)
        except Stopped:
            return
        except VerbatimError as failure:
            self._say(SyncFailed(account.key, str(failure), isinstance(failure, FetchFailed)))
        except Exception:  # a bug of ours costs this sync alone
            self._say(SyncFailed(account.key, tr("Verbatim made a mistake while it synced."), False))
            self._say(Trouble(tr("Verbatim made a mistake while it synced."), traceback.format_exc()))
        else:
            self._say(Synced(account.key, outcome))

    def _folder_due(self) -> bool:
        return bool(self._library.replica.place) and schedule.is_due(self._library.sources.asked(FOLDER), _now())

    def _sync_folder(self) -> None:
        try:
            shared = sync_folder(self._library, self._credentials)
        except VerbatimError as failure:
            self._say(FolderFailed(str(failure)))
        except Exception:
            self._say(Trouble(tr("Verbatim made a mistake while it synced."), traceback.format_exc()))
        else:
            self._say(FolderSynced(shared))

    def _say(self, event: Gathered) -> None:
        if not self._closing.is_set():
            self._tell(event)


def _exchanged(
    library: Library, account: Account, credentials: Credentials, desk: SourceDesk, is_stopped: Callable[[], bool]
) -> Outcome:
    service = service_of(account, _credential(account, credentials))
    try:
        return Exchange(
            library, account, service, lambda item: _made(desk, item), lambda page: _texts(desk, page), is_stopped
        ).run()
    finally:
        service.close()


def _credential(account: Account, credentials: Keeps) -> Credential:
    held = credentials.of(account.key)
    if held is None:
        raise Refused(
            tr("The password or token of {host} is not in the keyring; type it again.", host=host_of(account.url))
        )
    return held


def _texts(desk: SourceDesk, page: str) -> Sequence[tuple[str, str]]:
    """The texts of a service's copy, read in the worker; none where it cannot be read."""
    try:
        return desk.texts(page) if page else ()
    except JobFailed:
        return ()


def _made(desk: SourceDesk, item: RemoteItem) -> NewItem | None:
    """The article of what came, cleaned in the worker; None where nothing can be made of it."""
    said = FeedItem(
        item.id, item.title, item.url or None, item.authors, item.published, content=item.content or "",
        language=item.language,
    )  # fmt: skip
    capture = item_capture(said, item.site, item.language)
    try:
        return NewItem(item.id, said.digest, capture, desk.article(capture))
    except JobFailed:
        return None


def _failed(before: Asked, failure: VerbatimError) -> Asked:
    """How a sync that failed is written down: only what asking again can mend is asked again by itself."""
    if isinstance(failure, FetchFailed):
        if failure.cause is Cause.UNREACHABLE:
            return schedule.no_network(before, _now(), str(failure))
        after = failure.retry_after_s
        return schedule.went_wrong(before, _now(), EVERY_MIN, str(failure), passes=True, retry_after_s=after)
    gives_up = not isinstance(failure, NoKeyring)
    return schedule.went_wrong(before, _now(), EVERY_MIN, str(failure), passes=not gives_up)


def _now() -> datetime:
    return datetime.now(UTC)
