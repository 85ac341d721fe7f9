"""The library: the one door to all that is kept. What machines make is stored through it, and every change that a
reader makes goes through `perform`: one transaction, written to the edit journal before it counts, undoable."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, select, update

from reader.article import Analysis, Article, Capture, LibraryError, article_record
from reader.library import (
    analyses,
    articles,
    changes,
    deciding_marks,
    deciding_order,
    indexing,
    ledger,
    order,
    replay,
    sketching,
    spool,
)
from reader.library.accounts import Accounts
from reader.library.answers import Answers
from reader.library.backups import backups_in, newest_backup
from reader.library.deciding import decided, images_of
from reader.library.faults import LibraryReadOnly
from reader.library.folder import mark_closed, places_of
from reader.library.images import Image, among
from reader.library.meanings import Meanings
from reader.library.opening import Open, open_to_read, open_to_write
from reader.library.packing import now, written_time
from reader.library.people import deriving
from reader.library.people.people import People
from reader.library.people.stories import Stories
from reader.library.replicas import Replica
from reader.library.ruling import meets
from reader.library.safekeeping import Keeper, restore
from reader.library.schema import articles as article_table
from reader.library.schema import captures, states
from reader.library.sources import Sources
from reader.library.values import Added, Backup

KEPT_IN_TRASH = timedelta(days=30)


class Library(Answers):
    """An open library. Use it from one thread; what `backup_job` and `beside` give may be used in another."""

    def __init__(self, opened: Open):
        self._open = opened
        super().__init__(opened.store, opened.store)
        self.people = People(opened.store)
        self.stories = Stories(opened.store)
        self.meanings = Meanings(opened.store)
        self.sources = Sources(opened.store, self._keep, self._enter)
        self.accounts = Accounts(opened.store, self._enter)
        self.replica = Replica(opened.store, self.sources)
        self._keeper = None if opened.store.journal is None else Keeper(opened.store.places, opened.store.changes)

    @classmethod
    def open(cls, folder: Path | None = None, read_only: bool = False) -> Self:
        """The library in `folder`, or in the platform's folder for data; made if there is none.

        LibraryError, with one sentence, where it is in use, read-only, damaged or of a newer Verbatim.
        """
        places = places_of(folder)
        return cls(open_to_read(places) if read_only else open_to_write(places))

    @staticmethod
    def folder_of(folder: Path | None = None) -> Path:
        """Where the library in `folder` lies: there, or in the platform's folder for data."""
        return places_of(folder).folder

    def close(self) -> None:
        """Close the library, with a backup if anything has changed; `backup_fault` tells where that failed."""
        if self._keeper is not None:
            self._keeper.finish()
        self._store.close()
        if self._open.lock is not None:
            mark_closed(self._store.places)
        self._open.held.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        """Where the library lies."""
        return self._store.places.folder

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._store.journal is None

    @property
    def new(self) -> bool:
        """Whether the library was made just now."""
        return self._open.new

    @property
    def notices(self) -> tuple[str, ...]:
        """What the reader should be told about opening it ("3 recent changes were restored from the edit journal.")."""
        return self._open.notices

    def beside(self) -> Self:
        """The same library, open for reading on a connection of its own, for another thread; close it before this one."""
        other = self.open(self.folder, read_only=True)
        other._mending = self._store
        return other

    def prepare_duplicates(self, most: int = 100) -> int:
        """Look at up to so many articles of a library from before that were never compared; how many those were."""
        with self._store.writing(counts=False) as connection:
            missing = sketching.unsketched(connection, most)
            for number in missing:
                sketching.sketch(connection, number, articles.article_of(connection, number).text)
            return len(missing)

    # ---- What comes in, and what machines make of it

    def keep(self, capture: Capture) -> int:
        """Store what came in, so that it is safe before anything is made of it; its number."""
        with self._store.writing() as connection:
            return self._keep(connection, capture)

    def add_aside(self, capture: Capture, article: Article, added: datetime | None = None) -> Added:
        """Store what was made of a capture in the trash, as no step of undo: a change that takes it out is to follow.

        So that many are brought in by one change, and taken back by one. `added` is when it came in, if not now.
        """
        with self._store.writing() as connection:
            number = self._keep(connection, capture)
            article = articles.sound(article)
            articles.settle_capture(connection, number, articles.USED)
            twin = articles.twin_of(connection, number, article)
            if twin is not None:
                return Added(twin, duplicate=True)
            return Added(self._add(connection, number, article, sample=False, aside=True, moment=added))

    def add(self, capture: Capture | int, article: Article, sample: bool = False) -> Added:
        """Store what was made of a capture; undoable, except of a sample.

        If the library has it already, nothing is stored: the one it has is named, and taken out of the trash.
        """
        with self._store.writing() as connection:
            number = capture if isinstance(capture, int) else self._keep(connection, capture)
            if connection.scalar(select(captures.c.id).where(captures.c.id == number)) is None:
                raise LibraryError("What this article was made from is no longer in the library; add it anew.")
            article = articles.sound(article)
            articles.settle_capture(connection, number, articles.USED)
            twin = articles.twin_of(connection, number, article)
            if twin is not None:
                images = images_of(changes.Untrash((twin,)), connection)
                label = f"Take “{articles.title_of(article)}” out of the trash"
                self._enter(connection, ledger.STEP, label, images)
                return Added(twin, duplicate=True, from_trash=bool(images))
            return Added(self._add(connection, number, article, sample))

    def refuse(self, capture_id: int, sentence: str) -> None:
        """Note that nothing can be made of a capture, and why: it is kept, and waits no longer."""
        with self._store.writing() as connection:
            articles.settle_capture(connection, capture_id, articles.REFUSED, sentence)

    def store_article(self, article_id: int, article: Article) -> None:
        """Store what a new cleaning made of an article's capture; the reader's edits, notes and passages hold."""
        with self._store.writing() as connection:
            articles.replace_article(connection, article_id, articles.sound(article))
            analyses.refresh(connection, article_id)

    def store_analysis(self, article_id: int, analysis: Analysis, text: str | None = None) -> bool:
        """Store what was read out of an article's `text` (what it is now, where none is given).

        False, and nothing stored, where the article's text has changed meanwhile.
        """
        with self._store.writing() as connection:
            article = articles.article_of(connection, article_id)
            if text not in (None, article.text) or not analyses.fits(analysis, article.text):
                return False
            analyses.store(connection, article_id, article, analysis)
            self._rule(connection, article_id)
            return True

    # ---- What the reader does

    def perform(self, change: changes.Change) -> None:
        """Make a reader's change: when this returns it is on the disk. LibraryError where it cannot be saved."""
        if isinstance(change, changes.DeleteForever):
            self._delete_forever(change)
            return
        with self._store.writing() as connection:
            images = decided(change, connection)
            joins = f"note {change.key}" if isinstance(change, changes.EditNote) else None
            self._enter(connection, ledger.STEP, change.label, images, joins)

    def preview(self, change: changes.Change) -> frozenset[int]:
        """The articles that a change would touch; nothing is changed. LibraryError where it could not be made."""
        with self._store.writing(counts=False) as connection:
            return frozenset().union(*(image.articles for image in decided(change, connection)))

    def undo(self) -> str | None:
        """Take the last change back; its label, or None where there is none."""
        return self._step(ledger.UNDO)

    def redo(self) -> str | None:
        """Make the change again that was taken back last; its label, or None where there is none."""
        return self._step(ledger.REDO)

    @property
    def undo_label(self) -> str | None:
        """The label of what undo would take back."""
        with self._store.reading() as connection:
            return ledger.labels(connection)[0]

    @property
    def redo_label(self) -> str | None:
        """The label of what redo would make again."""
        with self._store.reading() as connection:
            return ledger.labels(connection)[1]

    def set_position(self, article_id: int, offset: int) -> None:
        """Remember how far an article was read: saved, but no step of undo."""
        with self._store.writing(counts=False) as connection:
            connection.execute(update(states).where(states.c.article == article_id).values(position=max(0, offset)))

    def open_read(self, article_id: int) -> None:
        """Mark an article as read because it was opened: saved, but no step of undo."""
        with self._store.writing() as connection:
            images = images_of(changes.SetRead((article_id,)), connection)
            self._enter(connection, ledger.QUIET, "Open article", images)

    def purge_trash(self, older_than: timedelta = KEPT_IN_TRASH) -> int:
        """Delete for ever what has lain in the trash for so long; how many articles that were.

        What else was deleted before then can be brought back no longer either.
        """
        before = written_time(datetime.now(UTC) - older_than)
        with self._store.writing() as connection:
            old_things = deciding_marks.forgotten(connection, before)
            self._enter(connection, ledger.QUIET, "Forget what was deleted", old_things)
        with self._store.reading() as connection:
            old = select(states.c.article).where(states.c.trashed.is_(True), states.c.trashed_at < before)
            ids = tuple(connection.scalars(old))
        if ids:
            self.perform(changes.DeleteForever(ids))
        return len(ids)

    # ---- Safekeeping

    def backup(self) -> Backup:
        """Make a verified backup now; LibraryError where it fails."""
        return self._require_keeper().make()

    def backup_if_due(self) -> bool:
        """Begin a backup in a thread of its own if one is due; for a timer. Quick; whether one was begun."""
        return self._keeper is not None and self._keeper.make_if_due()

    def backup_job(self) -> Callable[[], Backup] | None:
        """Work that makes a backup, for any thread, while the library is used; None where nothing has changed."""
        return self._keeper.make if self._keeper is not None and self._keeper.needed else None

    @property
    def backup_fault(self) -> LibraryError | None:
        """Why the last backup could not be made, None where it was."""
        return None if self._keeper is None else self._keeper.fault

    @staticmethod
    def backups(folder: Path | None = None) -> list[Backup]:
        """The backups of the library in `folder`, newest first."""
        return backups_in(places_of(folder).backups)

    @staticmethod
    def restore(folder: Path | None, backup: Path, replay: bool = True) -> Path:
        """Put a backup in the place of the library in `folder`, which must not be open; where the former files lie now.

        With `replay`, the reader's later changes come back from the edit journal at the next opening; without it the
        library is again as it was when the backup was made. LibraryError where the backup is damaged: nothing changes.
        """
        return restore(places_of(folder), backup, replay)

    def rebuild_search(self) -> None:
        """Make the search index anew from what it was made of."""
        with self._store.writing(counts=False) as connection:
            indexing.rebuild(connection)

    # ---- How

    def _require_keeper(self) -> Keeper:
        if self._keeper is None:
            raise LibraryReadOnly(
                f"The library “{self.folder}” is open for reading only: open it for writing to back it up."
            )
        return self._keeper

    def _enter(
        self, connection: Connection, kind: str, label: str, images: Iterable[Image], joins: str | None = None
    ) -> None:
        body = ledger.entry(kind, label, images, joins)
        if body["images"]:
            written = self._store.record(connection, body)
            ledger.enter(connection, body, written.at)

    def _rule(self, connection: Connection, article_id: int) -> None:
        """Do with an article that has arrived what the reader's rules say, once."""
        met = update(article_table).where(article_table.c.id == article_id, article_table.c.ruled.is_(False))
        kept = order.rules_of(connection)
        if not connection.execute(met.values(ruled=True)).rowcount or not kept:
            return
        facts = self._facts(connection, article_id)
        met_rules = [each.rule for each in kept if meets(each.rule, facts)]
        deeds = tuple(
            deed
            for rule in met_rules
            for deed in changes.deeds_of(rule, (article_id,))
            if deciding_order.can_be_done(deed, connection)
        )
        if deeds:
            label = f"Rule “{'”, “'.join(rule.name for rule in met_rules)}” on “{facts.title[:60]}”"
            self._enter(connection, ledger.STEP, label, decided(changes.Together(label, deeds), connection))

    def _step(self, kind: str) -> str | None:
        with self._store.writing() as connection:
            step = ledger.last_done(connection) if kind == ledger.UNDO else ledger.first_undone(connection)
            if step is None:
                return None
            _, label, images = step
            self._enter(connection, kind, label, images)
            return label

    def _keep(self, connection: Connection, capture: Capture) -> int:
        held = articles.kept(connection, capture.digest, capture.raw)
        if held is not None:
            return held
        row = articles.capture_row(capture)
        number = articles.keep(connection, row)
        spool.put_capture(self._store.places.spool, number, row)
        self._store.record(connection, {"kind": replay.KEEP, "capture": number, "digest": capture.digest})
        return number

    def _add(
        self,
        connection: Connection,
        capture: int,
        article: Article,
        sample: bool,
        aside: bool = False,
        moment: datetime | None = None,
    ) -> int:
        at = now() if moment is None else written_time(moment)
        number = articles.add(connection, capture, article, at, sample)
        connection.execute(states.insert().values(article=number))
        spool.put_article(self._store.places.spool, number, article_record(article))
        body: dict[str, Any] = {
            **ledger.entry(ledger.QUIET if sample or aside else ledger.STEP, f"Add “{articles.title_of(article)}”", ()),
            "article": number,
            "capture": capture,
            "sample": sample,
            "added": at,
        }
        # Undoing it puts the article in the trash, and doing it again takes it out.
        there, gone = {"trashed": False, "trashed_at": None}, {"trashed": True, "trashed_at": now()}
        image = Image("states", (number,), there, gone) if aside else Image("states", (number,), gone, there)
        body["images"] = ledger.entry(ledger.STEP, "", [image])["images"]
        written = self._store.record(connection, {**body, "kind": replay.ADD, "undoable": not (sample or aside)})
        ledger.enter(connection, body, written.at)
        return number

    def _delete_forever(self, change: changes.DeleteForever) -> None:
        newest = newest_backup(self._store.places.backups)
        if newest is None or self._require_keeper().needed:
            self.backup()
        with self._store.writing() as connection:
            ids = list(connection.scalars(select(article_table.c.id).where(among(article_table.c.id, change.ids))))
            if not ids:
                return
            self._store.record(connection, {"kind": replay.DELETE, "label": change.label, "ids": ids, "images": []})
            ledger.forget(connection, ids)
            deriving.forget(connection, ids)
            articles.delete_articles(connection, ids)
