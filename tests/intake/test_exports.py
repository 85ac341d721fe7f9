"""Exports of other readers as values: each service's own form, and files that are none."""

from __future__ import annotations

import contextlib
import io
import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import ImportedItem, ImportedLibrary, ImportedMark, UnreadableInput, imported_from, imported_record
from reader.intake.exports import parsed_export
from reader.intake.exports.fields import moment, names

A = "https://example.org/a"
DAY = "2020-01-02T00:00:00+00:00"
EPOCH = "1577923200"


def item(**values: object) -> ImportedItem:
    return ImportedItem(url=A, **{"title": "A story", "saved": DAY, **values})  # type: ignore[arg-type]


TABLES: dict[str, tuple[str, str, ImportedItem]] = {
    "Pocket": (
        "Pocket",
        f"title,url,time_added,tags,status\nA story,{A},{EPOCH},sea|news/local,archive\n",
        item(tags=("sea", "news/local"), read=True, archived=True),
    ),
    "Pocket with a cursor": (
        "Pocket",
        f"title,url,time_added,cursor,tags,status\nA story,{A},{EPOCH},x,,unread\n",
        item(),
    ),
    "Instapaper": (
        "Instapaper",
        f'URL,Title,Selection,Folder,Timestamp,Tags\n{A},A story,Some words,Boats,{EPOCH},"[""sea""]"\n',
        item(excerpt="<p>Some words</p>", tags=("sea",), collections=("Boats",)),
    ),
    "Instapaper, starred": (
        "Instapaper",
        f"URL,Title,Selection,Folder,Timestamp\n{A},A story,,Starred,{EPOCH}\n",
        item(bookmarked=True),
    ),
    "Omnivore": (
        "Omnivore",
        f'url,state,labels,saved_at,published_at\n{A},ARCHIVED,"[""sea""]",{EPOCH}000,\n',
        item(title="", tags=("sea",), archived=True, read=True),
    ),
    "Readwise Reader": (
        "Readwise Reader",
        f"Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\nA story,{A},1,\"['sea', 'it''s']\",2020-01-02 00:00:00+00:00,1.0,later,True\n".replace("it''s", "boats"),
        item(tags=("sea", "boats"), read=True),
    ),
    "Matter": (
        "Matter",
        f"Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight_Count,Last Interaction Date,File Id\nA story,Nora Quill,Quay Post,{A},sea;boats,9,False,True,True,0,{DAY},1\n",
        item(authors=("Nora Quill",), site="Quay Post", tags=("sea", "boats"), read=True, archived=True, bookmarked=True),
    ),
    "Raindrop": (
        "Raindrop",
        f'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n1,A story,Mine,,{A},Boats,"sea, wind",{DAY},,"Highlight:the lamp had failed\nNote:check",false\n',
        item(note="Mine", tags=("sea", "wind"), collections=("Boats",), marks=(ImportedMark("the lamp had failed", "check"),)),
    ),
    "Zotero": (
        "Zotero",
        f'"Key","Item Type","Publication Year","Author","Title","Publication Title","Url","Abstract Note","Date","Date Added","Manual Tags"\nK,newspaperArticle,2019,"Quill, Nora; Lund, Ada",A story,Quay Post,{A},,2019-12-30,2020-01-02T00:00:00Z,sea; boats\n',
        item(authors=("Nora Quill", "Ada Lund"), site="Quay Post", published="2019-12-30T00:00:00", tags=("sea", "boats")),
    ),
    "wallabag": (
        "wallabag",
        f"Title;URL;Content;Tags;MIME Type;Language;Creation date\nA story;{A};<p>Text</p>;sea, boats;text/html;en;02/01/2020 12:30\n",
        item(content="<p>Text</p>", tags=("sea", "boats"), saved="2020-01-02T12:30:00"),
    ),
    "Readeck": ("Readeck", f'url,title,state,created,labels\n{A},A story,archive,{DAY},"[""sea""]"\n', item(tags=("sea",), archived=True, read=True)),
    "any table": ("A table", f"Link,URL,Name\nx,{A},A story\n", item(saved=None)),
}  # fmt: skip


@pytest.mark.parametrize(("service", "text", "wanted"), TABLES.values(), ids=TABLES)
def test_a_table_of_each_service_is_read(service: str, text: str, wanted: ImportedItem) -> None:
    assert parsed_export(text.encode()) == ImportedLibrary(service, (wanted,))


def test_highlights_are_gathered_by_what_they_are_from() -> None:
    text = (
        "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n"
        "One goat,Goats,Nora Quill,,Really?,yellow,,order,1,2020-01-02 00:00:00+00:00,farm\nTwo goats,Goats,Nora Quill,,,blue,,order,2,,farm\n,,,,,,,,,,\nLost,,,,,,,,,,\n"
    )
    found = parsed_export(text.encode())
    (goats,) = found.items
    assert goats.tags == ("farm",) and goats.authors == ("Nora Quill",) and goats.note == ""
    assert goats.marks == (
        ImportedMark("One goat", "Really?", "yellow", DAY),
        ImportedMark("Two goats", "", "blue", None),
    )
    assert found.refused == ("Line 5 does not say what it is from: Lost.",)


def test_rows_that_are_not_taken_are_told_and_the_others_come() -> None:
    text = f"title,url,time_added,tags,status\nGone,javascript:alert(1),{EPOCH},,unread\nA story,{A},{EPOCH},,unread\n"
    found = parsed_export(text.encode())
    assert found.items == (item(),)
    assert found.refused == ("Line 2 has no web address: Gone.",)


RECORDS: dict[str, tuple[str, object, ImportedItem]] = {
    "wallabag": (
        "wallabag",
        [{"url": A, "title": "A story", "is_archived": 1, "is_starred": 1, "content": "<p>T</p>", "created_at": DAY, "tags": ["sea"],
          "domain_name": "example.org", "annotations": [{"text": "Really?", "quote": "one goat"}]}],
        item(site="example.org", content="<p>T</p>", tags=("sea",), archived=True, read=True, bookmarked=True, marks=(ImportedMark("one goat", "Really?"),)),
    ),
    "Karakeep": (
        "Karakeep",
        {"bookmarks": [{"createdAt": int(EPOCH), "title": "A story", "tags": ["sea"], "lists": ["l"], "archived": False,
                        "content": {"type": "link", "url": A}, "note": "Mine"}], "lists": [{"id": "l", "name": "Boats"}]},
        item(tags=("sea",), note="Mine", collections=("Boats",)),
    ),
    "Linkwarden": (
        "Linkwarden",
        {"collections": [{"name": "Boats", "links": [{"name": "A story", "url": A, "tags": [{"name": "sea"}], "createdAt": DAY}]}]},
        item(tags=("sea",), collections=("Boats",)),
    ),
    "Pinboard": (
        "Pinboard",
        [{"href": A, "description": "A story", "extended": "Mine", "time": DAY, "toread": "no", "tags": "sea news"}],
        item(tags=("sea", "news"), note="Mine", read=True),
    ),
    "Hypothesis": (
        "Annotations",
        {"annotations": [{"uri": A, "document": {"title": ["A story"]}, "created": DAY, "text": "Really?", "tags": ["sea"],
                          "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "one goat"}]}]},
                         {"uri": A, "document": {}, "text": "On all", "target": [{}]}]},
        item(saved=None, tags=("sea",), note="On all", marks=(ImportedMark("one goat", "Really?", "", DAY),)),
    ),
    "our own": (
        "Annotations",
        {"type": "AnnotationCollection", "first": {"items": [
            {"type": "Annotation", "created": DAY, "body": [{"purpose": "commenting", "value": "Really?"}, {"purpose": "tagging", "value": "x"}],
             "target": {"source": A, "dcterms:title": "A story", "styleClass": "blue", "selector": [{"type": "TextQuoteSelector", "exact": "one goat"}]}}]}},
        item(saved=None, marks=(ImportedMark("one goat", "Really?", "blue", DAY),)),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("service", "record", "wanted"), RECORDS.values(), ids=RECORDS)
def test_json_of_each_service_is_read(service: str, record: object, wanted: ImportedItem) -> None:
    found = parsed_export(json.dumps(record).encode())
    assert found == ImportedLibrary(service, (wanted,))
    assert imported_from(json.loads(json.dumps(imported_record(found)))) == found


def zipped(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/").replace("--", "."), text)
    return out.getvalue()


def test_omnivore_s_archive_brings_pages_and_highlights() -> None:
    entry = {
        "slug": "a-story",
        "title": "A story",
        "author": "Nora Quill",
        "url": A,
        "state": "Archived",
        "labels": ["sea"],
        "savedAt": DAY,
    }
    files = {
        "metadata_0_to_1--json": json.dumps([entry]),
        "content__a-story--html": "<p>One goat crossed.</p>",
        "highlights__a-story--md": "# Highlights\n\n> One goat\n> crossed.\n\nReally?\n\n> at dawn\n",
    }
    (found,) = parsed_export(zipped(**files)).items
    marks = (ImportedMark("One goat crossed.", "Really?"), ImportedMark("at dawn"))
    wanted = item(
        authors=("Nora Quill",),
        content="<p>One goat crossed.</p>",
        tags=("sea",),
        archived=True,
        read=True,
        marks=marks,
    )
    assert found == wanted


def test_pocket_s_archive_of_several_parts_is_one() -> None:
    head = "title,url,time_added,tags,status\n"
    files = {
        "part_000000--csv": f"{head}A,{A},{EPOCH},,unread\n",
        "part_000001--csv": f"{head}B,{A}/b,{EPOCH},,unread\n",
    }
    found = parsed_export(zipped(**files))
    assert (found.service, [each.title for each in found.items]) == ("Pocket", ["A", "B"])


def test_bookmarks_keep_folders_tags_and_notes() -> None:
    page = f"""<!DOCTYPE NETSCAPE-Bookmark-file-1><TITLE>Bookmarks</TITLE><H1>Bookmarks</H1><DL><p>
      <DT><H3>Boats</H3><DL><p><DT><A HREF="{A}" ADD_DATE="{EPOCH}" TAGS="sea,wind">A story</A>
      <DD>Seen at the quay [linkding-notes]Mine[/linkding-notes]</DL><p>
      <DT><A HREF="place:sort=8">Smart</A><DT><A HREF="{A}/b">{A}/b</A></DL>"""
    found = parsed_export(page.encode())
    wanted = item(tags=("sea", "wind"), collections=("Boats",), excerpt="<p>Seen at the quay</p>", note="Mine")
    assert found == ImportedLibrary("Bookmarks", (wanted, ImportedItem(url=f"{A}/b")))


def test_pocket_s_page_keeps_what_was_read() -> None:
    page = f"""<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul><li><a href="{A}"
      time_added="{EPOCH}" tags="sea">A story</a></li></ul><h1>Read Archive</h1><ul><li><a href="{A}/b" time_added="{EPOCH}">B</a></li></ul>"""
    found = parsed_export(page.encode())
    assert found == ImportedLibrary(
        "Pocket", (item(tags=("sea",)), ImportedItem(f"{A}/b", "B", saved=DAY, read=True, archived=True))
    )


def test_a_table_with_the_line_ends_of_old_macs_is_read() -> None:
    found = parsed_export(f"title,url,time_added,tags,status\rA story,{A},{EPOCH},sea,unread\r".encode())
    assert found.items == (item(tags=("sea",)),)


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b"[1, 2]", b"a,b\n1,2\n", b"<p>An article</p>", b"PK\x03\x04 damaged", zipped(), b"\xff\xfe\x00\xd8", b"[" * 100_000],
    ids=["empty", "an object", "a list", "numbers", "another table", "a page", "damaged", "an empty zip", "half a sign", "deep"],
)  # fmt: skip
def test_what_is_no_export_is_told_in_a_sentence(content: bytes) -> None:
    with pytest.raises(UnreadableInput) as told:
        parsed_export(content)
    assert str(told.value).endswith(".")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_nothing_else_ever_comes_of_bytes(content: bytes) -> None:
    with contextlib.suppress(UnreadableInput):
        parsed_export(content)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("url", "bookmarks", "collections", "links", "annotations", "target", "selector", "body", "first", "items", "type", "tags", "is_archived", "savedAt", "slug", "content", "lists", "labels")), inner, max_size=5),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(json_values)
def test_nothing_else_ever_comes_of_json(value: object) -> None:
    with contextlib.suppress(UnreadableInput):
        parsed_export(json.dumps(value).encode())


@pytest.mark.parametrize(
    ("given_", "wanted"),
    [("1577923200", DAY), ("1577923200000", DAY), (1577923200, DAY), ("2020-01-02 00:00:00 UTC", DAY), ("02/01/2020", "2020-01-02T00:00:00"), ("31/02/2020", None), ("soon", None), (None, None), ("99999999999999999", None)],
)  # fmt: skip
def test_moments(given_: object, wanted: str | None) -> None:
    assert moment(given_) == wanted


def test_tags_however_they_are_written() -> None:
    assert (
        names("a, b ,,a")
        == names('["a", "b"]')
        == names("['a', 'b']")
        == names([{"name": "a"}, {"label": "b"}, 3])
        == ("a", "b")
    )
    assert names("[a, b]") == ("a", "b") and names(None) == ()
