"""Deeds on collections and on the reading queue, which is one of them."""

from __future__ import annotations

import uuid

from PySide6.QtWidgets import QInputDialog

from reader.article import counted, tr
from reader.library import QUEUE, Change, Collection, Query, changes
from reader.window.commands import Context, command
from reader.window.deeds.deed import CHOSEN, Deed
from reader.window.organising import choose_named

COLLECTION = Context(
    "a collection is chosen in the sidebar",
    "Choose a collection in the sidebar first.",
    lambda do: do.collection() is not None,
)
IN_COLLECTION = Context(
    "an article of a collection is chosen",
    "Choose a collection in the sidebar, and an article in it, first.",
    lambda do: do.collection() is not None and bool(do.ids()),
)
QUEUED = Context(
    "something is in the reading queue",
    "The reading queue is empty: press I on an article to read it later.",
    lambda do: bool(do.queued()),
)


class Collecting(Deed):
    """Collections keep the order that the reader gives them."""

    def collection(self) -> Collection | None:
        """The collection that is shown."""
        key = self.w.query().collection
        return next((each for each in self.w.library.collections() if each.key == key), None) if key else None

    def queued(self) -> tuple[int, ...]:
        """The articles of the reading queue, in their order."""
        return tuple(self.w.library.numbers(Query(collection=QUEUE)))

    def _own_collections(self) -> list[tuple[str, str]]:
        return [(each.key, each.name) for each in self.w.library.collections() if each.key != QUEUE]

    # ---- Putting in, taking out, order

    @command(
        "collection.put", "Organise", "Put into collection…", "Put the chosen articles into a collection, or a new one",
        "C", needs=CHOSEN, also=("articles", "page"),
    )  # fmt: skip
    def put_in_collection(self) -> None:
        ids = self.ids()
        title, question = tr("Put into collection"), tr("Which collection? A new name makes a new one.")
        chosen = choose_named(self.w, title, question, self._own_collections(), new=True)
        if chosen is None:
            return
        key, name = chosen
        parts: list[Change] = []
        if not key:
            key = str(uuid.uuid4())
            parts.append(changes.NameCollection(key, name))
        parts.append(changes.PutInCollection(key, ids))
        said = counted(len(ids), "Put article into “{name}”", "Put {n} articles into “{name}”", name=name)
        if self.perform(changes.Together(said, tuple(parts))):
            self.w.say(tr("{what}. Ctrl+Z takes it back.", what=said), 6000)

    @command(
        "collection.take", "Organise", "Take out of collection", "Take the chosen articles out of the collection shown",
        needs=IN_COLLECTION, also=("articles",),
    )  # fmt: skip
    def take_from_collection(self) -> None:
        collection = self.collection()
        if collection is not None:
            self.perform(changes.TakeFromCollection(collection.key, self.ids()))

    @command(
        "collection.up", "Organise", "Move up", "Move the chosen articles up in their collection",
        "Alt+Up", needs=IN_COLLECTION, args=(-1,), also=("articles",),
    )  # fmt: skip
    @command(
        "collection.down", "Organise", "Move down", "Move the chosen articles down in their collection",
        "Alt+Down", needs=IN_COLLECTION, args=(1,), also=("articles",),
    )  # fmt: skip
    def move_in_collection(self, step: int) -> None:
        collection, ids = self.collection(), self.ids()
        if collection is None:
            return
        order = self.w.library.numbers(Query(collection=collection.key))
        places = [order.index(number) for number in ids if number in order]
        if not places:
            return
        rest = [number for number in order if number not in ids]
        first = sum(number not in ids for number in order[: min(places)])  # so many others stand before them
        at = first + step
        if not 0 <= at <= len(rest):
            self.w.say(tr("It is the first already.") if step < 0 else tr("It is the last already."))
            return
        moved = changes.MoveInCollection(collection.key, ids, rest[at] if at < len(rest) else None)
        if self.perform(moved):
            self.w.say(tr("Number {n} of {all}.", n=at + 1, all=len(order)))

    # ---- The collections themselves

    @command("collection.new", "Organise", "New collection…", "Make a collection of articles in an order of your own")
    def new_collection(self) -> None:
        name, done = QInputDialog.getText(self.w, tr("New collection"), tr("What is it called?"))
        if done and name.strip():
            key = str(uuid.uuid4())
            if self.perform(changes.NameCollection(key, " ".join(name.split()))):
                self.w.sidebar.choose(Query(collection=key))

    @command(
        "collection.rename", "Organise", "Rename collection…", "Give the collection shown another name",
        needs=COLLECTION, also=("lists",),
    )  # fmt: skip
    def rename_collection(self) -> None:
        collection = self.collection()
        if collection is None:
            return
        title, question = tr("Rename collection"), tr("What is it called?")
        name, done = QInputDialog.getText(self.w, title, question, text=collection.name)
        if done and name.strip() and name != collection.name:
            self.perform(changes.NameCollection(collection.key, " ".join(name.split())))

    @command(
        "collection.delete", "Organise", "Delete collection", "Delete the collection shown; its articles stay",
        needs=COLLECTION, also=("lists",),
    )  # fmt: skip
    def delete_collection(self) -> None:
        collection = self.collection()
        if collection is not None and self.perform(changes.DeleteCollection(collection.key)):
            self.w.say(tr("“{name}” is deleted, its articles stay. Ctrl+Z brings it back.", name=collection.name), 6000)

    # ---- The reading queue

    @command("go.queue", "Go/Lists", "Reading queue", "Show what you want to read, in your order", "G, R")
    def go_queue(self) -> None:
        if not any(each.key == QUEUE for each in self.w.library.collections()):
            self.w.say(tr(QUEUED.missing))
            return
        self.w.sidebar.choose(Query(collection=QUEUE))
        self.w.articles.setFocus()

    @command(
        "queue.last", "Organise", "Read later", "Put the chosen articles at the end of the reading queue",
        "I", needs=CHOSEN, also=("articles", "page"),
    )  # fmt: skip
    def queue_last(self) -> None:
        ids = self.ids()
        parts = (changes.PutInCollection(QUEUE, ids), changes.MoveInCollection(QUEUE, ids, None))
        self._queue(counted(len(ids), "Read article later", "Read {n} articles later"), parts)

    @command(
        "queue.next", "Organise", "Read next", "Put the chosen articles at the head of the reading queue",
        "Shift+I", needs=CHOSEN, also=("articles", "page"),
    )  # fmt: skip
    def queue_next(self) -> None:
        ids = self.ids()
        others = [number for number in self.queued() if number not in ids]
        move = changes.MoveInCollection(QUEUE, ids, others[0] if others else None)
        said = counted(len(ids), "Read article next", "Read {n} articles next")
        self._queue(said, (changes.PutInCollection(QUEUE, ids), move))

    def _queue(self, said: str, parts: tuple[Change, ...]) -> None:
        if self.perform(changes.Together(said, parts)):
            many = counted(len(self.queued()), "{n} article is in the queue", "{n} articles are in the queue")
            self.w.say(tr("{what}: {many}. G, R shows it.", what=said, many=many), 5000)

    @command(
        "queue.open", "Organise", "Open next of the queue", "Open the article that comes next in the reading queue",
        "Ctrl+Alt+Q", needs=QUEUED,
    )  # fmt: skip
    def open_next_queued(self) -> None:
        queued, opened = self.queued(), self.w.opened
        here = queued.index(opened.row.id) if opened is not None and opened.row.id in queued else -1
        if here + 1 >= len(queued):
            self.w.say(tr("This is the last one in the queue."))
            return
        self.come_to(queued[here + 1])
        self.w.page.setFocus()

    @command(
        "queue.done", "Organise", "Done, open next", "Take the open article out of the queue and open the next one",
        "Ctrl+Alt+E", needs=QUEUED,
    )  # fmt: skip
    def done_with_queued(self) -> None:
        queued, opened = self.queued(), self.w.opened
        if opened is None or opened.row.id not in queued:
            self.open_next_queued()
            return
        at = queued.index(opened.row.id)
        if not self.perform(changes.TakeFromCollection(QUEUE, (opened.row.id,))):
            return
        left = self.queued()
        if left:
            self.come_to(left[min(at, len(left) - 1)])
            self.w.page.setFocus()
        else:
            self.w.say(tr("The queue is empty: you have read it all."))
