"""Archives: each file in them by itself, within bounds, under a name that is a label and no path."""

from __future__ import annotations

import zipfile

import pytest
from made_documents import FIRST, PAGE, capture, packed

from reader.article import UnreadableInput
from reader.cleaning import Part, parts_of
from reader.cleaning.formats import zipped


def parts(content: bytes, name: str = "many.zip") -> list[Part]:
    return list(parts_of(capture(content, name)))


def locked(content: bytes) -> bytes:
    """The archive, saying of its files that they are encrypted."""
    made = bytearray(content)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = made.find(signature)
        while at >= 0:
            made[at + offset] |= 1
            at = made.find(signature, at + 4)
    return bytes(made)


def test_files_come_in_their_order_byte_for_byte() -> None:
    files = {"b.html": PAGE.encode(), "folder/a.txt": FIRST.encode(), "c.pdf": b"%PDF-"}
    found = parts(packed(files))
    assert [(part.name, part.content, part.fault) for part in found] == [
        (f"many.zip/{name}", content, "") for name, content in files.items()
    ]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        pytest.param("../../etc/passwd", "many.zip/etc/passwd", id="steps up"),
        pytest.param("/etc/passwd", "many.zip/etc/passwd", id="from the root"),
        pytest.param("a/./../b.txt", "many.zip/a/b.txt", id="steps inside"),
        pytest.param("C:\\temp\\b.txt", "many.zip/C:/temp/b.txt", id="another system's path"),
        pytest.param("a\x1b[31m\u202eb.txt", "many.zip/a[31mb.txt", id="controls"),
        pytest.param("..", "many.zip/unnamed", id="nothing but a step"),
        pytest.param("übung.txt", "many.zip/übung.txt", id="letters"),
    ],
)
def test_names_are_labels(name: str, label: str) -> None:
    assert [part.name for part in parts(packed({name: FIRST}))] == [label]


def test_a_name_in_utf8_that_is_not_said_to_be_is_read_as_it_was_meant() -> None:
    content = packed({"übung.txt": FIRST})
    unsaid = bytearray(content)
    for signature, offset in ((b"PK\x03\x04", 7), (b"PK\x01\x02", 9)):
        unsaid[unsaid.find(signature) + offset] &= ~0x08
    assert [part.name for part in parts(bytes(unsaid))] == ["many.zip/übung.txt"]


def test_what_systems_and_browsers_leave_beside_files_is_left_out() -> None:
    files = dict.fromkeys(
        ["ferry.html", "ferry_files/logo.png", "ferry_files/deep/style.css", "__MACOSX/._ferry.html", ".DS_Store",
         "a/.hidden", "Thumbs.db", "notes_files/kept.txt", "a/brücke.htm", "a/brücke-Dateien/x.js", "folder/"],
        "x",
    )  # fmt: skip
    names = [part.name.removeprefix("many.zip/") for part in parts(packed(files))]
    assert names == ["ferry.html", "notes_files/kept.txt", "a/brücke.htm"]


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        pytest.param({"bomb.txt": b" " * 20_000_000}, "over 250 times its size", id="bomb"),
        pytest.param({"large.txt": b"x" * (zipped.MAX_PART_BYTES + 1)}, "more than the 64 MB", id="too large"),
    ],
)
def test_a_bad_file_fails_alone(bad: dict[str, bytes], said: str) -> None:
    first, second, third = parts(packed({"a.txt": FIRST, **bad, "b.txt": FIRST}))
    assert (first.content, third.content) == (FIRST.encode(), FIRST.encode())
    assert second.content == b""
    assert second.fault.startswith(second.name) and second.fault.endswith("; it was not read.") and said in second.fault


def test_a_damaged_file_fails_alone() -> None:
    content = packed({"a.txt": FIRST, "b.txt": "y" * 500}, zipfile.ZIP_STORED).replace(b"yyyy", b"yyyz", 1)
    good, damaged = parts(content)
    assert good.content == FIRST.encode()
    assert damaged.fault == "many.zip/b.txt is damaged and cannot be unpacked; get it again and add that."


def test_locked_files_are_named() -> None:
    (part,) = parts(locked(packed({"a.txt": FIRST})))
    assert part.fault == "many.zip/a.txt is locked with a password; unpack it and add what is inside."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(packed({}), "has no files in it", id="empty"),
        pytest.param(packed({"folder/": b""}), "has no files in it", id="folders alone"),
        pytest.param(b"PK\x03\x04 and nothing", "is damaged", id="cut off"),
        pytest.param(packed({f"{n}.txt": b"x" for n in range(501)}), "holds 501 files, more than the 500", id="too many"),
    ],
)  # fmt: skip
def test_an_archive_that_cannot_be_taken_is_one_sentence(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput, match=rf"^many\.zip {said}.+[.]$"):
        parts(content)


def test_an_archive_of_more_than_may_come_in_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MAX_TOTAL_BYTES", 3 * zipped.MIB)
    with pytest.raises(UnreadableInput, match=r"^many\.zip unpacks to 4 MB, more than the 3 MB .+; split it"):
        parts(packed({f"{n}.txt": b"x" * zipped.MIB for n in range(4)}))
    with pytest.raises(UnreadableInput, match="only files built to break readers"):
        parts(packed({f"{n}.txt": b"x" * zipped.MIB for n in range(13)}))
