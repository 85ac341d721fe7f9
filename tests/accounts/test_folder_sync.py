"""One library on three machines through a folder: clocks that are wrong, files that come late, twice, in part, in any
order. All come to the same, and nothing that anybody wrote is lost."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from reader.accounts import AccountError, FolderShelf, sync_through
from reader.article import (
    Block,
    BlockKind,
    Capture,
    Correction,
    CorrectionKind,
    Edit,
    EditKind,
    Span,
    anchor_of,
    article_of,
)
from reader.library import (
    AddFeeds,
    AddHighlight,
    AddNote,
    Cell,
    ColourHighlight,
    Correct,
    Decide,
    Decision,
    DecisionKind,
    DeleteForever,
    DeleteHighlight,
    DeleteNote,
    EditBlocks,
    EditNote,
    Library,
    ListKind,
    NameCollection,
    NameColour,
    PutInCollection,
    Query,
    SaveSearch,
    SetArchived,
    SetBookmarked,
    SetRead,
    Shared,
    Subscription,
    Tag,
    Trash,
    Watch,
)
from reader.library.people.decisions import held
from reader.library.schema import replica_files

TEXTS = {
    title: f"{title}. The harbour master of Nordhaven wrote a letter about it to the council, number {at}, and then another."
    for at, title in enumerate(("Ferry sails", "Bridge opens", "Mill closes"), 1)
}


class Machine:
    """One machine: its library, its copy of the folder, its clock."""

    def __init__(self, home: Path, name: str) -> None:
        self.home, self.name = home / name, name
        self.shared = self.home / "shared"
        self.shared.mkdir(parents=True)
        self.library = Library.open(self.home / "library")
        self.skew = timedelta()

    def sync(self) -> Shared:
        return sync_through(self.library, FolderShelf(self.shared))

    def add(self, title: str, how: str = "file") -> int:
        text = TEXTS[title]
        article = article_of([Block(BlockKind.PARAGRAPH, text)], title=title, url=f"https://news.example.org/{title}")
        captured = Capture(f"{how} {text}".encode(), "text/plain", f"{title}.txt", how, datetime.now(UTC))
        return self.library.add(captured, article).id

    def id(self, title: str) -> int | None:
        for kind in (ListKind.ALL, ListKind.ARCHIVE, ListKind.TRASH):
            for row in self.library.rows(Query(kind)):
                if row.title == title:
                    return row.id
        return None

    def deliver_from(self, other: Machine, chance: random.Random | None = None) -> None:
        """Copies the other's files over, all of them or, with `chance`, some, some of them in part."""
        for file in sorted(other.shared.rglob("*")):
            if not file.is_file():
                continue
            target = self.shared / file.relative_to(other.shared)
            if target.exists() and target.stat().st_size == file.stat().st_size:
                continue
            if chance is not None and chance.random() < 0.4:
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            content = file.read_bytes()
            partial = chance is not None and chance.random() < 0.3
            target.write_bytes(content[: len(content) // 2] if partial else content)

    def forget_what_was_read(self) -> None:
        """Lets all files come once more, as after a restored backup."""
        with self.library.replica._store.writing(counts=False) as connection:
            connection.execute(delete(replica_files))
        self.sync()

    def state(self) -> dict[str, Any]:
        """All that a reader can see of what was written, in words that are the same on every machine."""
        library = self.library
        told: dict[str, Any] = {"articles": {}}
        for title in TEXTS:
            number = self.id(title)
            if number is None:
                continue
            opened = library.opened(number)
            told["articles"][title] = {
                "text": opened.article.text, "tags": sorted(opened.row.tags),
                "marks": (opened.row.unread, opened.row.bookmarked, opened.row.archived, opened.row.trashed),
                "notes": sorted((note.key, note.body, note.anchor.exact if note.anchor else "") for note in opened.notes),
                "highlights": sorted((mark.key, mark.anchor.exact, mark.colour) for mark in opened.highlights),
                "watched": library.sources.is_watched(number),
            }  # fmt: skip
        told["feeds"] = sorted((f.url, f.subscription.title, f.folder) for f in library.sources.feeds())
        told["collections"] = sorted((c.key, c.name, c.count) for c in library.collections())
        told["searches"] = sorted((s.key, s.name, s.words) for s in library.saved_searches())
        told["colours"] = library.colour_names()
        return told

    def annotations(self) -> set[tuple[str, str]]:
        """The text of every note, and the key of every highlight."""
        held = self.state()["articles"].values()
        notes = {("note", note[1]) for article in held for note in article["notes"]}
        return notes | {("highlight", mark[0]) for article in held for mark in article["highlights"]}

    def notes(self) -> set[str]:
        return {note[1] for article in self.state()["articles"].values() for note in article["notes"]}


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[list[Machine]]:
    with ExitStack() as stack:
        made = [Machine(tmp_path, name) for name in ("a", "b", "c")]
        for machine in made:
            stack.callback(machine.library.close)
        yield made


def exchange(machines: list[Machine], rounds: int = 2) -> None:
    """Lets every file reach every machine, until nothing is new."""
    for _ in range(rounds):
        for machine in machines:
            machine.sync()
        for machine in machines:
            for other in machines:
                if other is not machine:
                    machine.deliver_from(other)
    for machine in machines:
        machine.sync()


def test_all_that_was_written_comes_to_the_other_machines(machines: list[Machine]) -> None:
    a, b, c = machines
    number = a.add("Ferry sails")
    text = TEXTS["Ferry sails"]
    at = text.index("letter")
    anchor = anchor_of(text, Span(at, at + 6))
    for change in (
        SetBookmarked((number,)), SetRead((number,)), Tag((number,), ("Harbour", "news/local")),
        AddHighlight("h1", number, anchor, "green"), AddNote("n1", number, anchor, "To whom?"),
        NameColour("green", "Check this"), NameCollection("c1", "Boats"), PutInCollection("c1", (number,)),
        SaveSearch("s1", "Letters", "letter"), Watch((number,)), EditBlocks(number, Edit(EditKind.RESTORE, "A piece.", 0)),
        Correct("k1", number, Correction(CorrectionKind.NO_QUOTE, anchor)),
        AddFeeds((Subscription("f1", "https://news.example.org/feed", folder="News"),)),
    ):  # fmt: skip
        a.library.perform(change)
    exchange(machines)
    assert a.state() == b.state() == c.state()
    told = b.state()["articles"]["Ferry sails"]
    assert told["marks"] == (False, True, False, False) and told["tags"] == ["Harbour", "news/local"]
    assert b.library.capture(b.id("Ferry sails") or 0).content == f"file {text}".encode(), (
        "what it was made from came too"
    )
    assert b.library.opened(b.id("Ferry sails") or 0).edits == (Edit(EditKind.RESTORE, "A piece.", 0),)
    assert b.library.undo_label is None, "what others did is no step of undo here"
    assert sync_through(b.library, FolderShelf(b.shared)) == Shared(), "and is not told again"


def test_each_field_is_as_it_was_written_last(machines: list[Machine]) -> None:
    a, b, _ = machines
    a.add("Ferry sails")
    exchange(machines)
    a.library.perform(SetBookmarked((a.id("Ferry sails") or 0,)))
    b.library.perform(SetRead((b.id("Ferry sails") or 0,)))
    b.library.perform(Tag((b.id("Ferry sails") or 0,), ("b",)))
    a.library.perform(Tag((a.id("Ferry sails") or 0,), ("a",)))
    exchange(machines)
    told = a.state()["articles"]["Ferry sails"]
    assert told["marks"] == (False, True, False, False) and told["tags"] == ["a", "b"]
    assert a.state() == b.state()


def test_a_split_names_the_same_articles_on_every_machine(machines: list[Machine]) -> None:
    a, b, _ = machines
    b.add("Mill closes")
    a.add("Ferry sails")
    numbers = a.add("Bridge opens"), a.id("Ferry sails") or 0
    split = Decision(DecisionKind.APART, "person:ada lund", "person:ada lund/2", articles=numbers)
    a.library.perform(Decide("d1", split, "Ada Lund"))
    exchange(machines)

    def told(machine: Machine) -> list[str]:
        with machine.library._store.reading() as connection:
            ((_, articles, _),) = held(connection).apart
        return sorted(machine.library.opened(number).article.title or "" for number in articles)

    assert b.id("Bridge opens") != numbers[0], "the number is another one there"
    assert told(a) == told(b) == ["Bridge opens", "Ferry sails"]


def test_a_clock_that_is_years_ahead_does_not_win_for_ever(
    machines: list[Machine], monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b, _ = machines
    clock = Clock(monkeypatch)
    a.add("Ferry sails")
    exchange(machines)
    clock.skew = timedelta(days=3650)
    b.library.perform(NameColour("green", "From the future"))
    exchange(machines)
    clock.skew = timedelta()
    a.library.perform(NameColour("green", "Written after it was seen"))
    exchange(machines)
    assert b.library.colour_names()["green"] == "Written after it was seen"


def test_a_note_that_two_changed_at_once_is_two_notes(machines: list[Machine]) -> None:
    a, b, c = machines
    a.library.perform(AddNote("n1", a.add("Ferry sails"), None, "First."))
    exchange(machines)
    a.library.perform(EditNote("n1", "What A wrote."))
    a.library.perform(EditNote("n1", "What A wrote, and more."))
    b.library.perform(EditNote("n1", "What B wrote."))
    exchange(machines)
    assert a.notes() == b.notes() == c.notes() == {"What A wrote, and more.", "What B wrote."}
    assert a.state() == b.state() == c.state()
    c.library.perform(EditNote("n1", "C read both."))
    exchange(machines)
    assert a.notes() == b.notes() == c.notes() and len(a.notes()) == 2 and "C read both." in a.notes()


def test_what_one_deleted_and_another_changed_is_there_and_a_deletion_can_be_taken_back(
    machines: list[Machine],
) -> None:
    a, b, _ = machines
    number = a.add("Ferry sails")
    for key in ("n1", "n2"):
        a.library.perform(AddNote(key, number, None, f"Note {key}."))
    exchange(machines)
    a.library.perform(DeleteNote("n1"))
    a.library.perform(DeleteNote("n2"))
    b.library.perform(EditNote("n1", "Still of use."))
    exchange(machines)
    assert a.notes() == b.notes() == {"Still of use."}
    assert "Note n2." in {gone.name for gone in b.library.deleted()}
    a.library.undo()
    exchange(machines)
    assert a.notes() == b.notes() and "Note n2." in b.notes()


def test_the_same_page_fetched_on_two_machines_is_one_article(machines: list[Machine]) -> None:
    a, b, c = machines
    a.library.perform(Tag((a.add("Ferry sails", "web"),), ("from-a",)))
    b.library.perform(SetBookmarked((b.add("Ferry sails", "file"),)))
    exchange(machines, 3)
    assert a.state() == b.state() == c.state()
    told = c.state()["articles"]["Ferry sails"]
    assert told["tags"] == ["from-a"] and told["marks"][1]
    c.library.perform(SetRead((c.id("Ferry sails") or 0,)))
    exchange(machines)
    assert a.state() == b.state() == c.state() and not a.state()["articles"]["Ferry sails"]["marks"][0]


def test_the_same_feed_added_on_two_machines_is_one_feed(machines: list[Machine]) -> None:
    a, b, _ = machines
    a.library.perform(AddFeeds((Subscription("f-2", "https://news.example.org/feed", "Mine"),)))
    b.library.perform(AddFeeds((Subscription("f-1", "https://news.example.org/feed/", "Ours"),)))
    exchange(machines)
    assert len(a.library.sources.feeds()) == len(b.library.sources.feeds()) == 1 and a.state() == b.state()


def test_what_was_deleted_for_ever_does_not_come_back(machines: list[Machine]) -> None:
    a, b, _ = machines
    number = a.add("Ferry sails")
    exchange(machines)
    b.library.perform(Trash((b.id("Ferry sails") or 0,)))
    exchange(machines)
    assert a.state()["articles"]["Ferry sails"]["marks"][3]
    a.library.perform(DeleteForever((number,)))
    exchange(machines)
    assert a.id("Ferry sails") is None and b.id("Ferry sails") is not None


def test_a_library_that_was_there_before_tells_all_it_holds(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    first = Machine(tmp_path / "first", "a")
    number = first.add("Mill closes")
    first.library.perform(AddNote("n1", number, None, "Old note."))
    first.library.close()
    shutil.rmtree(first.home / "library" / "journal")
    first.library = Library.open(first.home / "library")
    other = Machine(tmp_path / "first", "b")
    exchange([first, other])
    assert other.notes() == {"Old note."} and first.state() == other.state()
    first.library.close()
    other.library.close()


def test_damaged_and_foreign_files_change_nothing(machines: list[Machine]) -> None:
    a, b, _ = machines
    a.library.perform(AddNote("n1", a.add("Ferry sails"), None, "Good."))
    a.sync()
    b.deliver_from(a)
    changes = next(b.shared.rglob("*.jsonl"))
    for article in b.shared.rglob("*.zst"):
        article.write_bytes(b"junk")
    for content in (
        b"",
        b"[" * 100_000,
        b'{"count": 0}',
        b'["notes", ["x"], "body", "soon", "", 1]\n' + b'{"count": 1, "sum": ""}',
    ):
        foreign = b.shared / "verbatim" / "0123456789abcdef" / "changes" / "0000000001.jsonl"
        foreign.parent.mkdir(parents=True, exist_ok=True)
        foreign.write_bytes(content)
        b.sync()
    changes.with_name("0000000001.sync-conflict-2.jsonl").write_bytes(b"copy of a copying program")
    b.sync()
    assert b.notes() == set() and b.library.replica.waiting() > 0
    for article in b.shared.rglob("*.zst"):
        article.unlink()
    b.deliver_from(a)
    b.sync()
    assert b.notes() == {"Good."}


def test_values_of_the_wrong_kind_are_not_believed(machines: list[Machine]) -> None:
    a, b, _ = machines
    a.library.perform(AddNote("n1", a.add("Ferry sails"), None, "Good."))
    exchange(machines)
    (name,) = {name for name, _ in b.library.replica.names()}
    stamp = "009999999999999.000000.ffffffffffffffff"
    wrong = [
        Cell("states", (name,), "read", stamp, "", "yes"), Cell("notes", ("n1",), "body", stamp, "", {"a": 1}),
        Cell("collections", ("c9",), "position", stamp, "", "first"), Cell("nowhere", ("x",), "y", stamp, "", 1),
        Cell("notes", ("n9",), "body", stamp, "", "A note on no article"), Cell("states", ("none",), "read", stamp, "", True),
    ]  # fmt: skip
    b.library.replica.take(wrong, "f" * 16, "0000000001.jsonl")
    assert b.notes() == {"Good."} and b.state()["articles"] == a.state()["articles"]


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        ("guess", '{"other":"","name":"","articles":[],"as_kind":null}'),
        ("apart", "no record"),
        ("apart", '{"other":"x","name":"","articles":[2],"as_kind":null}'),
        ("kind", '{"other":"","name":"","articles":[],"as_kind":"ghost"}'),
    ],
    ids=["of an unknown kind", "no record", "an article's number", "an unknown kind of thing"],
)
def test_a_decision_that_is_none_is_not_believed(machines: list[Machine], kind: str, record: str) -> None:
    a, b, _ = machines
    a.add("Ferry sails")
    exchange(machines)
    stamp = "009999999999999.000000.ffffffffffffffff"
    written = {"kind": kind, "thing": "person:ada lund", "record": record, "created": "2026-01-01T00:00:00+00:00"}
    cells = [Cell("identities", ("d1",), name, stamp, "", value) for name, value in written.items()]
    b.library.replica.take([Cell("identities", ("d1",), "", stamp, "", True), *cells], "f" * 16, "0000000001.jsonl")
    with b.library._store.reading() as connection:
        assert held(connection).keys == set()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(AccountError, match="There is no folder"):
        FolderShelf(tmp_path / "none")


class Clock:
    """What the journal takes for the time."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.skew = timedelta()
        from reader.library.packing import written_time

        monkeypatch.setattr("reader.library.journal.now", lambda: written_time(datetime.now(UTC) + self.skew))


STEPS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(
            ("add", "read", "bookmark", "archive", "tag", "untag", "note", "edit", "delete note", "highlight",
             "unhighlight", "recolour", "trash", "name", "undo", "sync", "deliver", "deliver again")
        ),
        st.integers(0, 7),
    ),
    min_size=4,
    max_size=14,
)  # fmt: skip


class Written:
    """What must be there at the end: all that anybody wrote and nobody who saw it took away, changed or undid.

    It knows nothing of stamps: only what stood on the screen of a machine before and after its reader did something.
    """

    def __init__(self) -> None:
        self.held: set[tuple[str, str]] = set()

    def acts(self, machine: Machine, what: str, number: int, serial: int) -> None:
        """Lets a machine's reader do something, and follows what came and went by it."""
        before = machine.annotations()
        act(machine, what, number, serial)
        after = machine.annotations()
        self.held = (self.held - (before - after)) | (after - before)


def last_written(machine: Machine) -> dict[tuple[str, str, str], Any]:
    """Of each field that is in the files of all machines the value that was written last, read out of them plainly."""
    last: dict[tuple[str, str, str], tuple[str, Any]] = {}
    for file in machine.shared.rglob("*.jsonl"):
        for line in file.read_text().splitlines()[:-1]:
            table, row, name, stamp, _, value = json.loads(line)
            key = (table, "/".join(row), name)
            last[key] = max(last.get(key, ("", None)), (stamp, value), key=lambda each: each[0])
    return {key: value for key, (_, value) in last.items()}


AT_ONCE = st.tuples(*[st.sampled_from(("edit", "delete note", "recolour", "unhighlight"))] * 3)
"""What each machine does with the same note or highlight before it hears of the others."""


def act(machine: Machine, what: str, number: int, serial: int) -> str | None:
    """Does something on a machine that can be done there; the note that it wrote."""
    title = list(TEXTS)[number % len(TEXTS)]
    if what == "add":
        machine.add(title)
        return None
    article = machine.id(title)
    if article is None:
        return None
    library, opened = machine.library, machine.library.opened(article)
    on = bool(number % 2)
    tag = ("boats", "Boats", "tide")[number % 3]
    written = f"Note {serial} of {machine.name}."
    text = opened.article.text
    simple = {
        "read": SetRead((article,), on), "bookmark": SetBookmarked((article,), on), "archive": SetArchived((article,), on),
        "tag": Tag((article,), (tag,)), "untag": Tag((article,), (), (tag,)), "trash": Trash((article,)),
        "name": NameColour("green", written), "note": AddNote(f"{machine.name}{serial}", article, None, written),
        "highlight": AddHighlight(f"h{machine.name}{serial}", article, anchor_of(text, Span(0, 5)), "green"),
    }  # fmt: skip
    if what in simple:
        library.perform(simple[what])
        return written if what == "note" else None
    if what == "edit" and opened.notes:
        library.perform(EditNote(opened.notes[number % len(opened.notes)].key, written))
        return written
    if what == "delete note" and opened.notes:
        library.perform(DeleteNote(opened.notes[number % len(opened.notes)].key))
    elif what == "unhighlight" and opened.highlights:
        library.perform(DeleteHighlight(opened.highlights[0].key))
    elif what == "recolour" and opened.highlights:
        colour = ("green", "yellow", "blue", "pink")[number % 4]
        library.perform(ColourHighlight(opened.highlights[number % len(opened.highlights)].key, colour))
    elif what == "undo":
        library.undo()
    return None


def test_what_one_deleted_is_there_where_another_changed_it_whatever_their_clocks_say(
    machines: list[Machine], monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b, c = machines
    clock = Clock(monkeypatch)
    number = a.add("Ferry sails")
    anchor = anchor_of(TEXTS["Ferry sails"], Span(0, 5))
    a.library.perform(AddNote("n1", number, None, "Of no use."))
    a.library.perform(AddHighlight("h1", number, anchor, "green"))
    a.library.perform(AddNote("n2", number, None, "Of no use to anybody."))
    exchange(machines)
    b.library.perform(EditNote("n1", "Still of use."))
    b.library.perform(ColourHighlight("h1", "blue"))
    clock.skew = timedelta(days=3650)
    for change in (DeleteNote("n1"), DeleteHighlight("h1"), DeleteNote("n2")):
        a.library.perform(change)
    clock.skew = timedelta()
    exchange(machines)
    assert a.state() == b.state() == c.state()
    assert a.annotations() == {("note", "Still of use."), ("highlight", "h1")}
    c.library.perform(DeleteNote("n1"))
    exchange(machines)
    assert a.annotations() == b.annotations() == {("highlight", "h1")}, "who saw both deletes it"


@settings(
    max_examples=6, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(at_once=AT_ONCE, steps=STEPS, seed=st.integers(0, 10_000), skews=st.tuples(*[st.integers(-400, 400)] * 3))
def test_whatever_three_machines_do_they_come_to_the_same(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, at_once: tuple[str, str, str],
    steps: list[tuple[int, str, int]], seed: int, skews: tuple[int, int, int],
) -> None:  # fmt: skip
    home = tmp_path_factory.mktemp("machines")
    clock, chance, written = Clock(monkeypatch), random.Random(seed), Written()
    machines = [Machine(home, name) for name in ("a", "b", "c")]
    try:
        clock.skew = timedelta(hours=skews[0])
        for serial, what in enumerate(("add", "note", "highlight")):
            written.acts(machines[0], what, 0, -serial)
        exchange(machines, 1)
        for at, what in enumerate(at_once):
            clock.skew = timedelta(hours=skews[at])
            written.acts(machines[at], what, 0, 100 + at)
        for serial, (at, what, number) in enumerate(steps):
            machine = machines[at]
            clock.skew = timedelta(hours=skews[at])
            if what == "sync":
                machine.sync()
            elif what == "deliver":
                machine.deliver_from(machines[(at + 1 + number % 2) % 3], chance)
            elif what == "deliver again":
                machine.forget_what_was_read()
            else:
                written.acts(machine, what, number, serial)
        exchange(machines, 3)
        states = [machine.state() for machine in machines]
        assert states[0] == states[1] == states[2]
        assert written.held <= machines[0].annotations(), "what nobody who saw it took away is there"
        last, library = last_written(machines[0]), machines[0].library
        for name, number in library.replica.names():
            row = library.opened(number).row
            for field, value in (
                ("read", not row.unread), ("bookmarked", row.bookmarked), ("archived", row.archived), ("trashed", row.trashed),
            ):  # fmt: skip
                assert value == bool(last.get(("states", name, field), value)), (name, field)
            for mark in library.opened(number).highlights:
                assert mark.colour == last["highlights", mark.key, "colour"]
        for colour, name in library.colour_names().items():
            if last.get(("colours", colour, ""), True):  # else its naming was undone
                assert name == last.get(("colours", colour, "name"), name)
        assert all(machine.sync() == Shared() for machine in machines)
    finally:
        for machine in machines:
            machine.library.close()
        shutil.rmtree(home)
