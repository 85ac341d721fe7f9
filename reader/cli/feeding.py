"""`verbatim feeds …`, and addresses for `verbatim add`: the gatherer that the window uses, waited for."""

from __future__ import annotations

import queue
import sys
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Annotated

import typer

from reader.accounts import SignIns
from reader.article import FoundFeed, Outline, UnreadableInput, VerbatimError, host_of, typed_address
from reader.cli.adding import analysed
from reader.cli.options import ArticlesToo, LibraryOption, named_path
from reader.cli.terminal import safe
from reader.intake import MAX_BYTES
from reader.library import AddFeeds, Feed, Library, RemoveFeeds, Subscription, Unwant, Want
from reader.work import Arrived, FeedFailed, FeedRead, FeedsFound, Gathered, Gatherer, IsFeed, Left, NotCome, Trouble

app = typer.Typer(name="feeds", help="Feeds: add, list, refresh, remove, import and export them.", no_args_is_help=True)


@contextmanager
def gathering(library: Library) -> Iterator[tuple[Gatherer, Callable[[], list[Gathered]]]]:
    """A gatherer, and a function that waits until nothing is left and gives what was told meanwhile."""
    told: queue.SimpleQueue[Gathered] = queue.SimpleQueue()

    def until_idle() -> list[Gathered]:
        heard: list[Gathered] = []
        while True:
            event = told.get()
            if isinstance(event, Trouble):
                raise VerbatimError(event.sentence)
            heard.append(event)
            if event == Left(0):
                return heard

    sign_ins = SignIns(library.folder, lambda sentence: print(sentence, file=sys.stderr))
    with closing(Gatherer(library, told.put, on_schedule=False, credentials=sign_ins)) as gatherer:
        yield gatherer, until_idle


def added_address(library: Library, address: str) -> Iterator[str | VerbatimError]:
    """Adds the article at an address; yields the line that says what came of it, or the error."""
    key = str(uuid.uuid4())
    try:
        library.perform(Want(key, typed_address(address)))
        with gathering(library) as (gatherer, until_idle):
            gatherer.fetch_wanted()
            told = [event for event in until_idle() if getattr(event, "key", None) == key]
    except VerbatimError as error:
        yield error
        return
    for event in told:
        match event:
            case Arrived(article=article, duplicate=True):
                yield f"{library.opened(article).row.title}: it is in the library already, as number {article}."
            case Arrived(article=article):
                yield f"{library.opened(article).row.title}: added as number {article}.{analysed(library, article)}"
            case IsFeed(url=url):
                yield UnreadableInput(
                    f"{url} is a feed, or the front page of a site; subscribe with: verbatim feeds add {url}"
                )
            case NotCome(sentence=sentence):
                library.perform(Unwant((key,)))
                yield UnreadableInput(sentence)


@app.command()
def add(
    addresses: Annotated[list[str], typer.Argument(metavar="ADDRESS", help="Of a feed, or of a site that has one.")],
    folder: Annotated[str, typer.Option("--folder", help="Into this folder (News/Europe).")] = "",
    library: LibraryOption = None,
) -> None:
    """Subscribe to feeds, by their own addresses or their sites', and read them."""
    failed = False
    with Library.open(library) as shelf, gathering(shelf) as (gatherer, until_idle):
        for address in addresses:
            gatherer.find_feeds(address)
            found = next(event for event in until_idle() if isinstance(event, FeedsFound))
            if not found.feeds:
                failed = True
                print(f"verbatim: {safe(found.sentence)}", file=sys.stderr)
                continue
            feed = _subscription(address, found.feeds[0], folder)
            before = {held.key for held in shelf.sources.feeds()}
            shelf.perform(AddFeeds((feed,)))
            if feed.key not in {held.key for held in shelf.sources.feeds()} - before:
                print(safe(f"{feed.url}: it is subscribed to already."))
                continue
            gatherer.refresh([feed.key])
            failed |= _tell(shelf, until_idle(), [feed.key])
            for other in found.feeds[1:]:
                print(safe(f"  also there: {other.url}  {other.title}"))
    if failed:
        raise typer.Exit(1)


@app.command("list")
def list_(library: LibraryOption = None) -> None:
    """Print the feeds: folder, unread and all articles, title, address, and what is wrong with it."""
    with Library.open(library, read_only=True) as shelf:
        for feed in shelf.sources.feeds():
            fields = (feed.folder, str(feed.unread), str(feed.total), feed.title, feed.url, feed.asked.fault)
            print("\t".join(safe(field) for field in fields))


@app.command()
def refresh(
    feeds: Annotated[list[str] | None, typer.Argument(metavar="FEED", help="Addresses or titles; all if none.")] = None,
    library: LibraryOption = None,
) -> None:
    """Ask feeds for news. The exit status is 1 where one of them fails."""
    with Library.open(library) as shelf, gathering(shelf) as (gatherer, until_idle):
        chosen = _chosen(shelf, feeds or [])
        gatherer.refresh([feed.key for feed in chosen] if feeds else None)
        failed = _tell(shelf, until_idle(), [feed.key for feed in chosen if feeds or not feed.subscription.paused])
    if failed:
        raise typer.Exit(1)


@app.command()
def remove(
    feeds: Annotated[list[str], typer.Argument(metavar="FEED", help="Addresses or titles.")],
    articles: ArticlesToo = False,
    library: LibraryOption = None,
) -> None:
    """Unsubscribe; undo brings a feed back."""
    with Library.open(library) as shelf:
        chosen = _chosen(shelf, feeds)
        shelf.perform(RemoveFeeds(tuple(feed.key for feed in chosen), with_articles=articles))
        for feed in chosen:
            print(safe(f"{feed.title}: unsubscribed."))


@app.command("import")
def import_(
    path: Annotated[
        Path, typer.Argument(metavar="OPML", parser=named_path, help="A list of feeds from another reader.")
    ],
    library: LibraryOption = None,
) -> None:
    """Subscribe to the feeds in an OPML file. They are read by the next refresh."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableInput(f"{path.name} is too large for a list of feeds.")
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableInput(f"{path.name} cannot be read: {error.strerror}.") from None
    told: list[object] = []
    with Library.open(library) as shelf, gathering(shelf) as (gatherer, until_idle):
        gatherer.read_opml(content, lambda *answer: told.extend(answer))
        until_idle()
        if isinstance(told[0], VerbatimError):
            raise UnreadableInput(f"{path.name} {told[0]}")
        outlines: list[Outline] = list(told[0])  # type: ignore[call-overload]
        known = len(shelf.sources.feeds())
        feeds = tuple(
            Subscription(str(uuid.uuid4()), each.url, each.title, each.folder, attributes=each.attributes)
            for each in outlines
        )
        if feeds:
            shelf.perform(AddFeeds(feeds))
        print(f"{len(shelf.sources.feeds()) - known} of {len(outlines)} feeds are new.")
        if told[1]:
            print(f"verbatim: {path.name} lists {told[1]} feeds more than are taken at once.", file=sys.stderr)


@app.command()
def export(
    path: Annotated[
        Path | None,
        typer.Argument(metavar="OPML", parser=named_path, help="The file to write; standard output if none."),
    ] = None,
    library: LibraryOption = None,
) -> None:
    """Write the list of feeds as OPML."""
    from reader.intake.feeds import written_opml

    with Library.open(library, read_only=True) as shelf:
        content = written_opml(
            Outline(feed.url, feed.title, feed.site, feed.folder, feed.subscription.attributes)
            for feed in shelf.sources.feeds()
        )
    if path is None:
        sys.stdout.write(content.decode("utf-8"))
        return
    try:
        path.write_bytes(content)
    except OSError as error:
        raise UnreadableInput(f"{path} cannot be written: {error.strerror}.") from None


def _subscription(address: str, found: FoundFeed, folder: str) -> Subscription:
    host = host_of(typed_address(address))
    typed = host if host_of(found.url) == host else ""
    return Subscription(str(uuid.uuid4()), found.url, folder=folder, typed=typed)


def _chosen(library: Library, names: Iterable[str]) -> list[Feed]:
    """The feeds of those addresses, titles or keys, all if there are none; VerbatimError for one that is not there."""
    feeds = library.sources.feeds()
    wanted = list(names)
    for name in wanted:
        if not any(name in {feed.key, feed.url, feed.title} for feed in feeds):
            raise UnreadableInput(f"There is no feed {name}; “verbatim feeds list” shows those that there are.")
    return [feed for feed in feeds if not wanted or {feed.key, feed.url, feed.title} & set(wanted)]


def _tell(library: Library, told: list[Gathered], keys: Iterable[str]) -> bool:
    """Says of each feed what came; whether one failed."""
    failed = False
    feeds = {feed.key: feed for feed in library.sources.feeds()}
    for feed in (feeds[key] for key in keys if key in feeds):
        fault = next((e.sentence for e in told if isinstance(e, FeedFailed) and e.feed == feed.key), "")
        new = sum(len(event.added) for event in told if isinstance(event, FeedRead) and event.feed == feed.key)
        failed |= bool(fault)
        print(safe(f"{feed.title}: {fault or f'{new} new.'}"), file=sys.stderr if fault else sys.stdout)
    return failed
