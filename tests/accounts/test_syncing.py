"""Syncing both ways with services, over HTTP, with real libraries. The servers are stand-ins (`service_servers`)."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import service_servers as servers
from service_servers import PASSWORD, TOKEN, Reply, ServiceServer, entries

from reader.accounts import KINDS as ALL_KINDS
from reader.accounts import AccountError, Credential, Exchange, Outcome, Refused, RemoteItem, service_of
from reader.article import FeedItem, Span, anchor_of, article_of
from reader.article.model import Block, BlockKind
from reader.intake.copy_texts import texts_of
from reader.intake.web.failures import FetchFailed
from reader.library import (
    About,
    Account,
    AddAccount,
    AddHighlight,
    AddNote,
    DeleteHighlight,
    EditNote,
    Library,
    ListKind,
    NewItem,
    Query,
    RemoveAccount,
    RemoveFeeds,
    Row,
    SetArchived,
    SetBookmarked,
    SetRead,
    Tag,
    Trash,
)
from reader.work.source_desk import item_capture

SECRETS = {"password": PASSWORD, "token": TOKEN, "client_id": "1_c", "client_secret": TOKEN}


def made(item: RemoteItem) -> NewItem:
    """An article as the worker would make it, without a worker."""
    said = FeedItem(item.id, item.title, item.url, item.authors, item.published, content=item.content or "")
    paragraphs = [part.partition("</p>")[0] for part in said.content.split("<p>")[1:]]
    article = article_of([Block(BlockKind.PARAGRAPH, text) for text in paragraphs], title=item.title, url=item.url)
    return NewItem(item.id, said.digest, item_capture(said, item.site, None), article)


class Reader:
    """A library with one account."""

    def __init__(self, library: Library, server: ServiceServer, kind: str) -> None:
        self.library, self.server = library, server
        self.account = Account(str(uuid.uuid4()), kind, server.url, "ilse")
        library.perform(AddAccount(self.account))

    def sync(self, **secrets: str) -> Outcome:
        typed = {field: (SECRETS | secrets)[field] for field, _ in ALL_KINDS[self.account.kind].needs}
        service = service_of(self.account, Credential("ilse", typed))
        try:
            return Exchange(self.library, self.account, service, made, texts_of).run()
        finally:
            service.close()

    def rows(self, kind: ListKind = ListKind.ALL) -> dict[str, Row]:
        return {row.title: row for row in self.library.rows(Query(kind))}

    def id(self, title: str) -> int:
        return next(row.id for kind in ListKind for row in self.library.rows(Query(kind)) if row.title == title)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        yield opened


@pytest.fixture
def closing_servers() -> Iterator[list[ServiceServer]]:
    held: list[ServiceServer] = []
    yield held
    for server in held:
        server.close()


KINDS = {
    "greader": servers.GoogleReaderServer, "miniflux": servers.MinifluxServer,
    "miniflux-password": servers.MinifluxServer, "wallabag": servers.WallabagServer, "readeck": servers.ReadeckServer,
    "karakeep": servers.KarakeepServer,
}  # fmt: skip
TAGGED = {"greader", "wallabag", "readeck", "karakeep"}
ARCHIVING = {"wallabag", "readeck", "karakeep"}


@pytest.fixture(params=KINDS)
def reader(request: pytest.FixtureRequest, library: Library, closing_servers: list[ServiceServer]) -> Reader:
    server = KINDS[request.param](entries("Ferry sails", "Bridge opens", "Mill closes", "Pier burns", "Lock sticks"))
    closing_servers.append(server)
    return Reader(library, server, request.param)


def test_all_comes_once_with_its_text_and_marks(reader: Reader) -> None:
    reader.server.entries[1001].starred = True
    outcome = reader.sync()
    rows = reader.rows()
    assert set(rows) == {"Ferry sails", "Bridge opens", "Mill closes", "Pier burns", "Lock sticks"}
    assert rows["Ferry sails"].bookmarked and not rows["Bridge opens"].bookmarked and len(outcome.new) == 5
    assert "harbour master" in reader.library.opened(rows["Mill closes"].id).article.text
    assert reader.sync() == Outcome() and len(reader.rows()) == 5


def test_what_is_new_there_comes_the_next_time(reader: Reader) -> None:
    reader.sync()
    reader.server.entries |= {
        1900: servers.Entry(1900, "Crane falls", "https://news.example.org/crane", servers.prose("crane"))
    }
    reader.server.entries[1900].touch()
    assert len(reader.sync().new) == 1 and "Crane falls" in reader.rows()


def test_marks_go_both_ways_and_each_where_it_was_changed(reader: Reader) -> None:
    reader.sync()
    there = reader.server.entries
    archives = reader.account.kind in ARCHIVING
    reader.library.perform(SetBookmarked((reader.id("Ferry sails"),)))
    reader.library.perform((SetArchived if archives else SetRead)((reader.id("Bridge opens"),)))
    there[1003].starred = True
    there[1003].touch()
    reader.sync()
    assert there[1001].starred and (there[1002].archived if archives else there[1002].read)
    assert reader.library.opened(reader.id("Mill closes")).row.bookmarked
    there[1001].starred = False
    there[1001].touch()
    reader.sync()
    assert not reader.library.opened(reader.id("Ferry sails")).row.bookmarked
    assert reader.sync() == Outcome(), "what both sides have is not sent again"


def test_both_sides_changed_other_things_of_one_article(reader: Reader) -> None:
    reader.sync()
    entry = reader.server.entries[1001]
    reader.library.perform(SetBookmarked((reader.id("Ferry sails"),)))
    if reader.account.kind in TAGGED:
        reader.library.perform(Tag((reader.id("Ferry sails"),), ("ships",)))
        entry.tags = {"harbour"}
    entry.archived = entry.read = True
    entry.touch()
    reader.sync()
    row = reader.library.opened(reader.id("Ferry sails")).row
    assert row.bookmarked and entry.starred
    assert row.archived if reader.account.kind in ARCHIVING else not row.unread
    if reader.account.kind in TAGGED:
        assert set(row.tags) == entry.tags == {"ships", "harbour"}


@pytest.mark.parametrize("kind", sorted(TAGGED))
def test_a_tag_taken_off_on_either_side_is_off_on_both(
    kind: str, library: Library, closing_servers: list[ServiceServer]
) -> None:
    server = KINDS[kind](entries("Ferry sails"))
    closing_servers.append(server)
    reader = Reader(library, server, kind)
    server.entries[1001].tags = {"harbour", "ships", "old news"}
    reader.sync()
    number = reader.id("Ferry sails")
    library.perform(Tag((number,), (), ("ships",)))
    server.entries[1001].tags.discard("harbour")
    server.entries[1001].touch()
    reader.sync()
    assert server.entries[1001].tags == {"old news"} and library.opened(number).row.tags == ("old news",)


def test_changes_made_offline_wait_in_the_library_and_are_sent_later(reader: Reader, tmp_path: Path) -> None:
    reader.sync()
    reader.library.perform(SetBookmarked((reader.id("Ferry sails"), reader.id("Mill closes"))))
    reader.server.refusals = [Reply(500)] * 20
    with pytest.raises((FetchFailed, AccountError)):
        reader.sync()
    assert [held.waiting for held in reader.library.accounts.all()] == [2]
    reader.library.close()
    with Library.open(tmp_path / "library") as again:
        reader.library, reader.server.refusals = again, []
        assert [held.waiting for held in again.accounts.all()] == [2], "the queue outlasts the program"
        reader.sync()
        assert reader.server.entries[1001].starred and reader.server.entries[1003].starred
        assert [held.waiting for held in again.accounts.all()] == [0]


def test_a_wrong_secret_is_a_sentence_without_it(reader: Reader) -> None:
    with pytest.raises(Refused) as caught:
        reader.sync(password="wrong-secret-1", token="wrong-secret-2")
    assert "does not take the sign-in" in str(caught.value) and "wrong-secret" not in str(caught.value)


def test_who_asks_too_often_waits_as_told(reader: Reader) -> None:
    reader.server.refusals = [Reply(429, headers={"Retry-After": "0"})]
    assert len(reader.sync().new) == 5
    reader.server.refusals = [Reply(429, headers={"Retry-After": "600"})] * 3
    with pytest.raises(FetchFailed) as caught:
        reader.sync()
    assert caught.value.retry_after_s == 600


def test_a_page_that_is_no_service_is_told_as_such(library: Library, closing_servers: list[ServiceServer]) -> None:
    class Page(ServiceServer):
        def answer(self, request: servers.Request) -> Reply:
            return Reply(200, "<!doctype html><title>Welcome</title>", "text/html")

    closing_servers.append(page := Page())
    for kind in ALL_KINDS:
        service = service_of(Account("k", kind, page.url, "ilse"), Credential("ilse", SECRETS))
        with pytest.raises(AccountError):
            service.sign_in()
        service.close()


def test_no_secret_follows_a_redirect_elsewhere(library: Library, closing_servers: list[ServiceServer]) -> None:
    thief = servers.MinifluxServer({})

    class Away(ServiceServer):
        def answer(self, request: servers.Request) -> Reply:
            return Reply(302, headers={"Location": f"{thief.url}{request.path}"})

    closing_servers += [thief, away := Away()]
    for kind in ("miniflux", "greader", "wallabag", "ttrss"):
        service = service_of(Account("k", kind, away.url, "ilse"), Credential("ilse", SECRETS))
        with pytest.raises(AccountError, match="sends on"):
            service.sign_in()
        service.close()
    assert thief.asked == []


def test_only_https_carries_a_secret_to_other_machines() -> None:
    with pytest.raises(AccountError, match="unprotected"):
        service_of(Account("k", "miniflux", "http://miniflux.example.org", ""), Credential())


def test_deleted_here_it_stays_there_and_does_not_come_back(reader: Reader) -> None:
    reader.sync()
    reader.library.perform(Trash((reader.id("Pier burns"),)))
    reader.server.entries[1004].touch()
    reader.sync()
    assert "Pier burns" not in reader.rows() and 1004 in reader.server.entries


@pytest.mark.parametrize("with_articles", [False, True])
def test_an_account_goes_with_or_without_its_articles(reader: Reader, with_articles: bool) -> None:
    reader.sync()
    reader.library.perform(AddNote("n", reader.id("Ferry sails"), None, "Ask her."))
    reader.library.perform(RemoveAccount(reader.account.key, with_articles))
    assert reader.library.accounts.all() == [] and reader.library.sources.feeds() == []
    assert set(reader.rows()) == ({"Ferry sails"} if with_articles else set(reader.rows()))
    assert len(reader.rows()) == (1 if with_articles else 5)
    reader.library.undo()
    assert len(reader.library.accounts.all()) == 1 and len(reader.rows()) == 5


def test_feeds_come_into_the_sidebar_and_one_removed_here_stays_away(
    library: Library, closing_servers: list[ServiceServer]
) -> None:
    closing_servers.append(server := servers.GoogleReaderServer(entries("Ferry sails", "Bridge opens")))
    reader = Reader(library, server, "greader")
    reader.sync()
    (feed,) = library.sources.feeds()
    assert (feed.title, feed.folder, feed.unread, feed.subscription.paused) == ("Quay", "News", 2, True)
    library.perform(RemoveFeeds((feed.key,)))
    server.entries[1900] = servers.Entry(1900, "Crane falls", "https://news.example.org/crane", servers.prose("crane"))
    reader.sync()
    assert library.sources.feeds() == [] and "Crane falls" not in reader.rows()


def test_sessions_and_edit_tokens_that_run_out_are_renewed(
    library: Library, closing_servers: list[ServiceServer]
) -> None:
    closing_servers.append(server := servers.GoogleReaderServer(entries("Ferry sails")))
    reader = Reader(library, server, "greader")
    reader.sync()
    service = service_of(reader.account, Credential("ilse", SECRETS))
    exchange = Exchange(library, reader.account, service, made, texts_of)
    exchange.run()
    server.expire_session()
    server.expire_edit_token()
    library.perform(SetRead((reader.id("Ferry sails"),)))
    exchange.run()
    assert server.entries[1001].read
    server.expire_edit_token()
    library.perform(SetBookmarked((reader.id("Ferry sails"),)))
    exchange.run()
    assert server.entries[1001].starred
    service.close()


def test_access_tokens_that_run_out_are_refreshed_and_at_last_asked_for_anew(
    library: Library, closing_servers: list[ServiceServer]
) -> None:
    closing_servers.append(server := servers.WallabagServer(entries("Ferry sails")))
    reader = Reader(library, server, "wallabag")
    service = service_of(reader.account, Credential("ilse", SECRETS))
    exchange = Exchange(library, reader.account, service, made, texts_of)
    exchange.run()
    for works in (True, False):
        server.refresh_works = works
        server.expire()
        exchange.run()
    grants = [request.first("grant_type") for request in server.asked if request.path == "/oauth/v2/token"]
    assert grants == ["password", "refresh_token", "refresh_token", "password"]
    service.close()


# ---- Articles that go there


def web_article(library: Library, title: str, url: str) -> int:
    from datetime import UTC, datetime

    from reader.article import Capture

    text = f"{title}: the harbour master wrote a long letter to the council about it, and nobody answered for a month."
    article = article_of([Block(BlockKind.PARAGRAPH, text)], title=title, url=url)
    return library.add(Capture(text.encode(), "text/html", url, "web", datetime.now(UTC), url=url), article).id


@pytest.mark.parametrize("kind", ["wallabag", "readeck", "karakeep", "linkding"])
def test_articles_saved_here_go_there_once(kind: str, library: Library, closing_servers: list[ServiceServer]) -> None:
    before = web_article(library, "Older", "https://news.example.org/older")
    server = {**KINDS, "linkding": servers.LinkdingServer}[kind]({})
    closing_servers.append(server)
    reader = Reader(library, server, kind)
    number = web_article(library, "Tide turns", "https://news.example.org/tide")
    library.perform(Tag((number,), ("big news",)))
    library.perform(SetArchived((number,)))
    reader.sync()
    reader.sync()
    assert [entry.url for entry in server.entries.values()] == ["https://news.example.org/tide"]
    (entry,) = server.entries.values()
    assert entry.archived and entry.tags in ({"big news"}, {"big-news"})
    assert library.opened(number).row.tags == ("big news",), "its spelling there does not change it here"
    library.perform(SetBookmarked((before,)))
    reader.sync()
    assert len(server.entries) == 2, "what is bookmarked goes too, however old it is"


def test_bookmarks_without_text_are_fetched_and_get_their_marks_then(
    library: Library, closing_servers: list[ServiceServer]
) -> None:
    closing_servers.append(server := servers.LinkdingServer(entries("Ferry sails", "Bridge opens", "Mill closes")))
    server.entries[1001].tags, server.entries[1001].archived = {"ships"}, True
    reader = Reader(library, server, "linkding")
    assert reader.sync().wanted == 3
    assert {wanted.url for wanted in library.sources.wanted()} == {entry.url for entry in server.entries.values()}
    number = web_article(library, "Ferry sails", server.entries[1001].url)
    reader.sync()
    row = library.opened(number).row
    assert row.tags == ("ships",) and row.archived
    library.perform(Tag((number,), ("tide",)))
    reader.sync()
    assert server.entries[1001].tags == {"ships", "tide"}


# ---- Annotations


def highlight(library: Library, article: int, words: str, note: str = "") -> str:
    text = library.opened(article).article.text
    at = text.index(words)
    anchor = anchor_of(text, Span(at, at + len(words)))
    key = str(uuid.uuid4())
    library.perform(AddHighlight(key, article, anchor, "green"))
    if note:
        library.perform(AddNote(f"note {key}", article, anchor, note, About.HIGHLIGHT, key))
    return key


def notes(library: Library, article: int) -> set[str]:
    return {note.body for note in library.opened(article).notes}


@pytest.fixture
def annotated(library: Library, closing_servers: list[ServiceServer]) -> Reader:
    closing_servers.append(server := servers.WallabagServer(entries("Ferry sails")))
    server.entries[1001].marks = [
        {"id": 7, "quote": "On day 2 the Ferry sails", "text": "Which one?", "updated_at": "2024-01-01T00:00:00+0000"},
        {"id": 8, "quote": "words that are not there", "text": "Lost?", "updated_at": "2024-01-01T00:00:00+0000"},
    ]
    reader = Reader(library, server, "wallabag")
    reader.sync()
    return reader


def test_annotations_come_with_their_words_or_as_notes_that_quote_them(annotated: Reader) -> None:
    opened = annotated.library.opened(annotated.id("Ferry sails"))
    assert [mark.anchor.exact for mark in opened.highlights] == ["On day 2 the Ferry sails"]
    assert notes(annotated.library, opened.row.id) == {"Which one?", "> words that are not there\n\nLost?"}
    annotated.sync()
    assert len(annotated.library.opened(opened.row.id).notes) == 2


def test_of_many_annotated_articles_all_are_looked_at_in_time(
    library: Library, closing_servers: list[ServiceServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.accounts.exchange.MOST_LOOKED_AT", 1)
    closing_servers.append(server := servers.WallabagServer(entries("Ferry sails", "Bridge opens")))
    reader = Reader(library, server, "wallabag")
    reader.sync()
    both = [reader.id("Ferry sails"), reader.id("Bridge opens")]
    for number in both:
        highlight(library, number, "wrote 9 letters", "To whom?")
    reader.sync()
    for entry in server.entries.values():
        entry.changed -= timedelta(days=9)  # an annotation that is changed does not make its entry a changed one
        entry.marks[0]["text"] = "To the council."
    for _ in range(60):
        reader.sync()
        if all(notes(library, number) == {"To the council."} for number in both):
            break
    assert [notes(library, number) for number in both] == [{"To the council."}] * 2


def test_annotations_go_and_change_and_are_deleted_on_both_sides(annotated: Reader) -> None:
    library, there = annotated.library, annotated.server.entries[1001]
    number = annotated.id("Ferry sails")
    key = highlight(library, number, "wrote 9 letters", "To whom?")
    annotated.sync()
    assert {(m["quote"], m["text"]) for m in there.marks} >= {("wrote 9 letters", "To whom?")}
    library.perform(EditNote(f"note {key}", "To the council."))
    there.marks[0]["text"] = "The small one."
    annotated.sync()
    assert "The small one." in notes(library, number)
    assert ("wrote 9 letters", "To the council.") in {(m["quote"], m["text"]) for m in there.marks}
    library.perform(DeleteHighlight(key))
    there.marks = [mark for mark in there.marks if mark["id"] != 7]
    there.touch()
    annotated.sync()
    assert [mark["id"] for mark in there.marks] == [8] and library.opened(number).highlights == ()
    assert {gone.what for gone in library.deleted()} >= {"highlight", "note"}, "what went can be brought back"


def test_a_note_changed_on_both_sides_is_lost_on_neither(annotated: Reader) -> None:
    library, there = annotated.library, annotated.server.entries[1001]
    number = annotated.id("Ferry sails")
    mine = next(note for note in library.opened(number).notes if note.body == "Which one?")
    library.perform(EditNote(mine.key, "Mine, earlier."))
    there.marks[0] |= {"text": "Theirs, later.", "updated_at": "2999-01-01T00:00:00+0000"}
    there.touch()
    annotated.sync()
    assert {"Mine, earlier.", "Theirs, later."} <= notes(library, number)
    library.perform(EditNote(mine.key, "Mine, later."))
    there.marks[0] |= {"text": "Theirs, earlier.", "updated_at": "2001-01-01T00:00:00+0000"}
    there.touch()
    annotated.sync()
    assert {"Mine, later.", "Theirs, earlier."} <= notes(library, number) and there.marks[0]["text"] == "Mine, later."


def test_readwise_gets_highlights_with_their_notes(library: Library, closing_servers: list[ServiceServer]) -> None:
    closing_servers.append(server := servers.ReadwiseServer())
    reader = Reader(library, server, "readwise")
    number = web_article(library, "Tide turns", "https://news.example.org/tide")
    key = highlight(library, number, "nobody answered", "Why?")
    reader.sync()
    (sent,) = server.highlights.values()
    assert (sent["text"], sent["note"], sent["title"]) == ("nobody answered", "Why?", "Tide turns")
    assert sent["source_url"] == "https://news.example.org/tide"
    library.perform(EditNote(f"note {key}", "Why not?"))
    reader.sync()
    assert server.highlights[1]["note"] == "Why not?"
    library.perform(DeleteHighlight(key))
    reader.sync()
    assert server.highlights == {}


def test_linkdings_notes_are_a_note_on_the_article(library: Library, closing_servers: list[ServiceServer]) -> None:
    closing_servers.append(server := servers.LinkdingServer(entries("Ferry sails")))
    number = web_article(library, "Ferry sails", server.entries[1001].url)
    server.entries[1001].notes = "Read before Monday."
    reader = Reader(library, server, "linkding")
    reader.sync()
    (note,) = library.opened(number).notes
    assert note.body == "Read before Monday."
    library.perform(EditNote(note.key, "Read."))
    reader.sync()
    assert server.entries[1001].notes == "Read."


def test_what_readeck_highlights_comes(library: Library, closing_servers: list[ServiceServer]) -> None:
    closing_servers.append(server := servers.ReadeckServer(entries("Ferry sails")))
    server.entries[1001].marks = [{"id": "H1", "text": "wrote 6 letters", "created": "2024-01-01T00:00:00Z"}]
    reader = Reader(library, server, "readeck")
    reader.sync()
    number = reader.id("Ferry sails")
    (mark,) = library.opened(number).highlights
    library.perform(DeleteHighlight(mark.key))
    reader.sync()
    assert library.opened(number).highlights == (), "what was deleted here does not come back"
    assert server.entries[1001].marks == [], "and is deleted there"


def test_a_highlight_of_readeck_over_two_paragraphs_stands_on_its_words(
    library: Library, closing_servers: list[ServiceServer]
) -> None:
    closing_servers.append(server := servers.ReadeckServer(entries("Ferry sails")))
    server.entries[1001].marks = [{"id": "H1", "text": "wrote 6 letters.On day 3", "created": "2024-01-01T00:00:00Z"}]
    reader = Reader(library, server, "readeck")
    reader.sync()
    (mark,) = library.opened(reader.id("Ferry sails")).highlights
    assert mark.anchor.exact.split() == ["wrote", "6", "letters.", "On", "day", "3"]


def test_what_is_added_there_before_a_sync_breaks_off_is_not_added_again(
    library: Library, closing_servers: list[ServiceServer]
) -> None:
    closing_servers.append(server := servers.ReadeckServer(entries("Ferry sails")))
    reader, there = Reader(library, server, "readeck"), server.entries[1001]
    reader.sync()
    number = reader.id("Ferry sails")
    text = library.opened(number).article.text
    begin, end = text.index("wrote 12 letters"), text.index("On day 5") + len("On day 5")
    library.perform(AddHighlight("across", number, anchor_of(text, Span(begin, end)), "blue"))
    reader.sync()
    library.accounts.note_marked(reader.account.key, "B1001", [])  # as if it had broken off before that was noted
    there.touch()
    reader.sync()
    assert len(there.marks) == 1 and [mark.key for mark in library.opened(number).highlights] == ["across"]
    assert library.opened(number).notes == ()


def test_highlights_go_to_readeck_at_their_place_in_its_copy(
    library: Library, closing_servers: list[ServiceServer]
) -> None:
    closing_servers.append(server := servers.ReadeckServer(entries("Ferry sails")))
    reader, there = Reader(library, server, "readeck"), server.entries[1001]
    reader.sync()
    number = reader.id("Ferry sails")
    key = highlight(library, number, "harbour master wrote 9 letters", "To whom? ⛴ ")
    across = library.opened(number).article.text
    begin, end = across.index("wrote 12 letters"), across.index("On day 5") + len("On day 5")
    library.perform(AddHighlight("across", number, anchor_of(across, Span(begin, end)), "blue"))
    reader.sync()
    assert [(m["text"], m["note"]) for m in there.marks] == [
        ("harbour master wrote 9 letters", "To whom? ⛴"), ("wrote 12 letters.On day 5", ""),
    ]  # fmt: skip
    assert reader.sync().annotations == 1, "only the blank at the end of the note, which Readeck does not keep"
    assert reader.sync() == Outcome()
    library.perform(EditNote(f"note {key}", "To the council."))
    reader.sync()
    assert there.marks[0]["note"] == "To the council." and there.marks[0]["color"] == "yellow"
    library.perform(DeleteHighlight(key))
    reader.sync()
    assert [mark["text"] for mark in there.marks] == ["wrote 12 letters.On day 5"]


def test_what_readeck_cannot_take_stays_here_and_waits(library: Library, closing_servers: list[ServiceServer]) -> None:
    closing_servers.append(server := servers.ReadeckServer(entries("Ferry sails")))
    reader, there = Reader(library, server, "readeck"), server.entries[1001]
    reader.sync()
    number = reader.id("Ferry sails")
    long = highlight(library, number, "wrote 6 letters", "Ask. " * 300)
    highlight(library, number, "master wrote 9", "First.")
    highlight(library, number, "wrote 9 letters", "It overlaps.")
    for _ in range(2):
        reader.sync()
        assert [mark["note"] for mark in there.marks] == ["First."]
    assert notes(library, number) == {"Ask. " * 300, "First.", "It overlaps."}
    library.perform(EditNote(f"note {long}", "Ask."))
    reader.sync()
    assert {mark["note"] for mark in there.marks} == {"First.", "Ask."}
    library.perform(EditNote(f"note {long}", "Ask her. " * 300))
    for _ in range(2):
        reader.sync()
        assert {mark["note"] for mark in there.marks} == {"First.", "Ask."}, "as it was, there"
    assert "Ask her. " * 300 in notes(library, number), "and as it is, here"


def test_karakeeps_highlights_and_notes_go_both_ways(library: Library, closing_servers: list[ServiceServer]) -> None:
    closing_servers.append(server := servers.KarakeepServer(entries("Ferry sails", "Bridge opens", "Mill closes")))
    server.entries[1001].notes = "Read before Monday."
    server.highlights["h1"] = {
        "id": "h1", "bookmarkId": "b1001", "startOffset": 4, "endOffset": 9, "color": "blue", "note": None,
        "text": "On day 2 the Ferry sails", "createdAt": "2024-01-01T00:00:00Z", "userId": "u1",
    }  # fmt: skip
    reader = Reader(library, server, "karakeep")
    reader.sync()
    number = reader.id("Ferry sails")
    opened = library.opened(number)
    assert [mark.anchor.exact for mark in opened.highlights] == ["On day 2 the Ferry sails"]
    assert [note.body for note in opened.notes] == ["Read before Monday."]
    key = highlight(library, number, "wrote 9 letters", "To whom?")
    library.perform(EditNote(opened.notes[0].key, "Read."))
    reader.sync()
    assert server.entries[1001].notes == "Read."
    sent = server.highlights["h2"]
    shown = server._shown(server.entries[1001], True)["content"]["htmlContent"]
    whole = "".join(text for _, text in texts_of(shown)).encode("utf-16-le")
    place = whole[2 * sent["startOffset"] : 2 * sent["endOffset"]].decode("utf-16-le")
    assert (place, sent["text"], sent["note"]) == ("wrote 9 letters", "wrote 9 letters", "To whom?")
    assert reader.sync() == Outcome()
    server.highlights["h2"]["note"] = "To the council."
    del server.highlights["h1"]
    reader.sync()
    assert "To the council." in notes(library, number)
    assert [mark.key for mark in library.opened(number).highlights] == [key]
    library.perform(DeleteHighlight(key))
    reader.sync()
    assert server.highlights == {}


def test_what_was_on_a_bookmark_that_karakeep_has_no_more_stays_here(
    library: Library, closing_servers: list[ServiceServer]
) -> None:
    closing_servers.append(server := servers.KarakeepServer(entries("Ferry sails")))
    reader = Reader(library, server, "karakeep")
    reader.sync()
    number = reader.id("Ferry sails")
    highlight(library, number, "wrote 9 letters", "To whom?")
    reader.sync()
    server.entries.clear()
    server.highlights.clear()
    reader.sync()
    assert [mark.anchor.exact for mark in library.opened(number).highlights] == ["wrote 9 letters"]
    assert notes(library, number) == {"To whom?"}
