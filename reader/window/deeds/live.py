"""Deeds on live sources: addresses, feeds, articles fetched again and watched, and what changed in them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog

from reader.article import (
    FoundFeed,
    Outline,
    UnreadableInput,
    VerbatimError,
    changes_counted,
    counted,
    differences,
    host_of,
    is_address,
    tr,
    typed_address,
)
from reader.intake import MAX_BYTES
from reader.library import AddFeeds, Came, ChangeFeed, Feed, RemoveFeeds, Subscription, Unwant, Want, Watch
from reader.window.changes_page import Changes
from reader.window.commands import Context, command
from reader.window.deeds.deed import ARTICLE, CHOSEN, Deed
from reader.window.deeds.signing_in import Answer
from reader.window.deeds.syncing import AccountAnswer
from reader.window.feed_dialogs import ChooseFeeds, FeedSettings, Waiting
from reader.work import (
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
    Release,
    Synced,
    SyncFailed,
    Syncing,
    Trouble,
)

SETTLE_MS = 400
"""News of many feeds is shown together, so that the lists do not flicker."""

FEED = Context(
    "a feed is chosen in the sidebar", "Choose a feed in the sidebar first.", lambda do: do.feed() is not None
)


class Live(Deed):
    """What comes from the network, and what the reader says to it."""

    def feed(self) -> Feed | None:
        """The feed that is chosen in the sidebar."""
        key = self.w.sidebar.query().feed
        return next((feed for feed in self.w.library.sources.feeds() if feed.key == key), None) if key else None

    # ---- Addresses

    def want(self, text: str) -> None:
        """Has an address fetched that was typed, pasted or dropped; without a network it waits."""
        try:
            url = typed_address(text)
        except UnreadableInput as error:
            self.w.tell(str(error))
            return
        if self.perform(Want(str(uuid.uuid4()), url)):
            self.w.say(tr("Fetching {host}…", host=host_of(url)))
            self.w.gathering.gatherer.fetch_wanted()

    @command("add.waiting", "File", "Waiting addresses…", "See the addresses that could not be fetched yet, and why")
    def waiting(self) -> None:
        waiting = self.w.library.sources.wanted()
        if not waiting:
            self.w.say(tr("No address is waiting."))
            return
        dialog = Waiting(waiting, self.w)
        if dialog.exec():
            let_go = dialog.let_go()
            if not let_go or self.perform(Unwant(let_go)):
                self.w.gathering.gatherer.fetch_wanted()

    # ---- Feeds

    @command("add.feed", "File", "Add feed…", "Subscribe to a site’s feed, by the address of either", "Ctrl+Shift+A")
    def add_feed(self) -> None:
        copied = QGuiApplication.clipboard().text().strip()
        text, done = QInputDialog.getText(
            self.w,
            tr("Add feed"),
            tr("The address of the site, or of its feed:"),
            text=copied if is_address(copied) else "",
        )
        if done and text.strip():
            self.w.say(tr("Looking for feeds…"))
            self.w.gathering.gatherer.find_feeds(text.strip())

    def choose_feeds(self, address: str, feeds: Sequence[FoundFeed]) -> None:
        """Asks which of a site's feeds to subscribe to."""
        try:
            host = host_of(typed_address(address))
        except UnreadableInput:
            host = ""
        dialog = ChooseFeeds(host, feeds, self._folders(), self.w)
        if dialog.exec() and dialog.chosen():
            folder = dialog.folder.currentText().strip()
            self._subscribe(
                Subscription(str(uuid.uuid4()), url, folder=folder, typed=host if host_of(url) == host else "")
                for url in dialog.chosen()
            )

    def _subscribe(self, feeds: Iterable[Subscription]) -> None:
        wanted = tuple(feeds)
        if self.perform(AddFeeds(wanted)):
            self.w.gathering.gatherer.refresh([feed.key for feed in wanted])

    def _folders(self) -> list[str]:
        return sorted({feed.folder for feed in self.w.library.sources.feeds()} - {""})

    @command(
        "feed.refresh_all", "Article/Feeds", "Refresh all feeds", "Ask all feeds for news now", "R", also=("lists",)
    )
    def refresh_all(self) -> None:
        self.w.say(tr("Asking all feeds…"))
        self.w.gathering.gatherer.refresh()

    @command(
        "feed.refresh",
        "Article/Feeds",
        "Refresh feed",
        "Ask the chosen feed for news now",
        "Shift+R",
        needs=FEED,
        also=("lists",),
    )
    def refresh_feed(self) -> None:
        feed = self.feed()
        if feed is not None:
            self.w.say(tr("Asking {feed}…", feed=feed.title))
            self.w.gathering.gatherer.refresh([feed.key])

    @command(
        "feed.settings",
        "Article/Feeds",
        "Feed settings…",
        "Name, folder, schedule and whole text of the chosen feed",
        "Shift+E",
        needs=FEED,
        also=("lists",),
    )
    def feed_settings(self) -> None:
        feed = self.feed()
        if feed is None:
            return
        dialog = FeedSettings(feed, self._folders(), self.w)
        if dialog.exec():
            try:
                self.perform(ChangeFeed(dialog.wanted()))
            except UnreadableInput as error:
                self.w.tell(str(error))

    @command(
        "feed.remove",
        "Article/Feeds",
        "Unsubscribe",
        "Remove the chosen feed; its articles stay",
        needs=FEED,
        also=("lists",),
        args=(False,),
    )
    @command(
        "feed.remove_all",
        "Article/Feeds",
        "Unsubscribe and delete articles",
        "Remove the chosen feed, and put its articles in the trash that carry nothing of yours",
        needs=FEED,
        also=("lists",),
        args=(True,),
    )
    def remove_feed(self, with_articles: bool) -> None:
        feed = self.feed()
        if feed is not None and self.perform(RemoveFeeds((feed.key,), with_articles)):
            self.w.say(tr("Unsubscribed from {feed}. Ctrl+Z takes it back.", feed=feed.title), 6000)

    @command("feed.import", "File", "Import feeds…", "Subscribe to the feeds in another reader’s list (OPML)")
    def import_feeds(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self.w, tr("Import feeds"), "", f"OPML (*.opml *.xml);;{tr('All files')} (*)"
        )
        if name:
            self.import_list(Path(name))

    def import_list(self, path: Path) -> None:
        """Subscribes to the feeds in an OPML file."""
        try:
            if path.stat().st_size > MAX_BYTES:
                raise OSError(tr("it is too large"))
            content = path.read_bytes()
        except OSError as error:
            self.w.tell(tr("{name} cannot be read: {why}.", name=path.name, why=error.strerror or error))
            return
        self.w.gathering.gatherer.read_opml(content, lambda *told: self.w.gathering.told.emit((path.name, *told)))

    def _list_read(self, name: str, told: Sequence[object]) -> None:
        if isinstance(told[0], VerbatimError):
            self.w.tell(f"{name} {told[0]}")
            return
        outlines: Sequence[Outline] = told[0]  # type: ignore[assignment]
        known = len(self.w.library.sources.feeds())
        feeds = tuple(
            Subscription(str(uuid.uuid4()), each.url, each.title, each.folder, attributes=each.attributes)
            for each in outlines
        )
        if feeds and self.perform(AddFeeds(feeds)):
            new = len(self.w.library.sources.feeds()) - known
            self.w.say(counted(new, "{n} feed is new.", "{n} feeds are new."), 6000)
            self.w.gathering.gatherer.look()

    @command("feed.export", "File", "Export feeds…", "Write the list of your feeds for other readers (OPML)")
    def export_feeds(self) -> None:
        from reader.intake.feeds.opml import written_opml

        name, _ = QFileDialog.getSaveFileName(self.w, tr("Export feeds"), "feeds.opml", "OPML (*.opml)")
        if name:
            try:
                Path(name).write_bytes(written_opml(outlines_of(self.w.library.sources.feeds())))
            except OSError as error:
                self.w.tell(tr("{name} cannot be written: {why}.", name=name, why=error.strerror or error))

    # ---- Articles fetched again

    @command(
        "article.fetch",
        "Article",
        "Fetch again",
        "Fetch the article from its address again: its whole text, or what changed",
        "D",
        needs=ARTICLE,
    )
    def fetch_again(self) -> None:
        assert self.w.opened is not None
        self.w.say(tr("Fetching the article again…"))
        self.w.gathering.gatherer.fetch_again(self.w.opened.row.id)

    def watched(self) -> bool:
        return self.w.opened is not None and self.w.library.sources.is_watched(self.w.opened.row.id)

    @command(
        "article.watch",
        "Article",
        "Watch for changes",
        "Look at the article again by and by, and tell when it changes",
        "Shift+W",
        needs=CHOSEN,
        also=("articles",),
        checked=watched,
    )
    def watch(self) -> None:
        ids = self.ids()
        on = not all(self.w.library.sources.is_watched(article) for article in ids)
        if self.perform(Watch(ids, 360 if on else None)):
            self.w.say(tr("It is looked at every six hours.") if on else tr("It is not watched any longer."))
            if on:
                self.w.gathering.start()

    @command(
        "article.changes",
        "Article",
        "What changed…",
        "See what changed in the article since it came in, quotations first",
        "Shift+D",
        needs=ARTICLE,
    )
    def show_changes(self) -> None:
        assert self.w.opened is not None
        article = self.w.opened.row.id
        versions = self.w.library.sources.versions(article)
        if not self.w.library.read_only:
            self.w.library.sources.mark_shown(article)
        Changes(self.w.opened.article.title or "", versions, self.w.theme, self.w).exec()

    def tell_of_change(self, article: int) -> None:
        """Says above the page that an article changed since the reader last looked at its changes."""
        if not self.w.library.sources.changed_unseen(article):
            return
        *_, before, now = self.w.library.sources.versions(article)
        told = changes_counted(differences(before.article, now.article))
        self.w.tell(tr("This article has changed: {what}. Shift+D shows what.", what=told))

    # ---- What is heard

    def gathered(self, event: Gathered | Answer | AccountAnswer | Release | VerbatimError | tuple[object, ...]) -> None:
        """Shows what came from the network."""
        w = self.w
        match event:
            case (str(name), *told):
                self._list_read(name, told)
            case Answer():
                w.deeds.signed_in(event)
            case AccountAnswer(then=then):
                then()
            case Syncing() | Synced() | SyncFailed():
                w.deeds.synced(event)
            case FolderSynced() | FolderFailed():
                w.deeds.folder_synced(event)
            case Release() | VerbatimError():
                w.deeds.looked(event)
            case Arrived(article=article, duplicate=duplicate):
                w.deeds.came_in(article, duplicate)
                if not duplicate:
                    w.adder.analyse(article, first=True)
            case NotCome(sentence=sentence, waits=waits):
                w.tell(f"{sentence} {tr('The address waits, and is fetched by itself.')}" if waits else sentence)
            case IsFeed(url=url, feeds=feeds) | FeedsFound(address=url, feeds=feeds) if feeds:
                self.choose_feeds(url, feeds)
            case FeedsFound(sentence=sentence):
                w.tell(sentence)
            case FeedRead() | FeedFailed():
                self._settle(event)
            case CameAgain():
                self._came_again(event)
            case NotAgain(sentence=sentence, by_reader=True):
                w.tell(sentence)
            case PicturesCame(article=article):
                if w.opened is not None and w.opened.row.id == article:
                    w.show_pictures()
            case Left(count=count):
                w.progress.setText(counted(count, "Fetching… {n} left", "Fetching… {n} left") if count else "")
            case Trouble(sentence=sentence):
                w.tell(sentence)
            case _:
                pass

    def _settle(self, event: FeedRead | FeedFailed) -> None:
        if isinstance(event, FeedRead) and event.edited:
            for article in event.edited:
                self._came_again(CameAgain(article, Came.CHANGED, False))
        if not getattr(self, "_settling", False):
            self._settling = True
            QTimer.singleShot(SETTLE_MS, self.w, self._show_news)

    def _show_news(self) -> None:
        self._settling = False
        self.w.refresh_lists()
        self.w.articles.refresh()
        self.w.adder.take_up()

    def _came_again(self, event: CameAgain) -> None:
        w = self.w
        if event.came in {Came.CHANGED, Came.FULLER}:
            if w.opened is not None and w.opened.row.id == event.article:
                w.refresh()
                self.tell_of_change(event.article)
                w.adder.analyse(event.article, first=True)
            self._settle(FeedRead(""))
        elif event.by_reader:
            w.say(tr("The article has not changed."))


def outlines_of(feeds: Sequence[Feed]) -> list[Outline]:
    """Feeds as an OPML file lists them."""
    return [Outline(f.url, f.title, f.site, f.folder, f.subscription.attributes) for f in feeds]
