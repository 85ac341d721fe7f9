"""What comes in is looked at by its content: text and HTML become captures, all else a sentence naming it."""

from __future__ import annotations

import os
import sys
import zipfile
from pathlib import Path

import pytest
from made_documents import docx, epub, odt, packed, pdf, webarchive

from reader.article import Capture, UnreadableInput
from reader.intake import MAX_BYTES, from_text, kinds, read_path, read_stream, reading

SENTENCE = "The ferry to Tarnby sails again on Monday, and the harbour master is glad of it."
PAGE = f"<!DOCTYPE html><html><head><title>Ferry</title></head><body><p>{SENTENCE}</p></body></html>"


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        pytest.param("a.txt", SENTENCE, "text/plain", id="text"),
        pytest.param("a.txt", PAGE, "text/html", id="page named txt"),
        pytest.param("a", PAGE, "text/html", id="page without suffix"),
        pytest.param("a.html", PAGE, "text/html", id="page"),
        pytest.param("a.html", SENTENCE, "text/plain", id="text named html"),
        pytest.param("a.HTM", f"<b>{SENTENCE}</b>", "text/html", id="fragment named HTM"),
        pytest.param("a.txt", f"<p>{SENTENCE}</p>", "text/html", id="fragment"),
        pytest.param("a.txt", f"\n\n <!-- saved --> \n{PAGE}", "text/html", id="comment before the page"),
        pytest.param("a.txt", f'<?xml version="1.0"?>\n{PAGE}', "text/html", id="xml declaration before the page"),
        pytest.param("a.txt", f"junk above {PAGE}", "text/html", id="junk before the page"),
        pytest.param("a.txt", f"{SENTENCE} Where x < y, the <b> stays.", "text/plain", id="text that speaks of markup"),
        pytest.param("a.txt", "From: <ann@tarnby.example>\n" + SENTENCE, "text/plain", id="address in angle brackets"),
        pytest.param(
            "a.txt", f"Place: Tarnby\nWeather: fair\n\n{SENTENCE}", "text/plain", id="a list like a mail's head"
        ),
        pytest.param("a.md", f"# Ferry\n\n{SENTENCE}", "text/markdown", id="markdown"),
        pytest.param("a.md", PAGE, "text/html", id="page named md"),
        pytest.param("a.pdf", SENTENCE, "text/plain", id="text named pdf"),
        pytest.param(
            "a.eml",
            f"From: a@b.example\nSubject: Ferry\nDate: Fri, 7 Mar 2031 18:30:00 +0100\n\n{SENTENCE}",
            "message/rfc822",
            id="mail",
        ),
        pytest.param(
            "a.txt", f"Received: from x\nFrom: a@b.example\n\n{SENTENCE}", "message/rfc822", id="mail named txt"
        ),
        pytest.param(
            "a.mht",
            f"MIME-Version: 1.0\nSubject: Ferry\nContent-Type: multipart/related;\n boundary=x\n\n{PAGE}",
            "multipart/related",
            id="page with its parts",
        ),
        pytest.param("a.rtf", r"{\rtf1\ansi Ferry}", "application/rtf", id="rich text"),
        pytest.param(
            "a.webarchive",
            "<?xml version='1.0'?><plist><key>WebMainResource</key></plist>",
            "application/x-webarchive",
            id="web archive in XML",
        ),
    ],
)
def test_content_decides_what_a_file_is(tmp_path: Path, name: str, content: str, media_type: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    capture = read_path(path)
    assert (capture.media_type, capture.name, capture.how) == (media_type, name, "file")
    assert capture.content == content.encode()
    assert read_stream(content.encode()).media_type == media_type or name.lower().endswith((".htm", ".md"))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(SENTENCE.encode("utf-16"), id="utf-16 with a mark"),
        pytest.param(SENTENCE.encode("utf-16-le"), id="utf-16 without a mark"),
        pytest.param(b"\xef\xbb\xbf" + SENTENCE.encode(), id="utf-8 with a mark"),
        pytest.param(f"{SENTENCE} “Très”".encode("cp1252"), id="windows-1252"),
        pytest.param(SENTENCE.encode() + b" \xff\xfe broken", id="invalid utf-8"),
        pytest.param(SENTENCE.replace(" ", " \x00", 3).encode(), id="a few NUL bytes"),
        pytest.param("渡船は月曜日に再開します。".encode("shift_jis") * 20, id="shift-jis"),
    ],
)
def test_text_in_any_encoding_is_text(content: bytes) -> None:
    capture = read_stream(content, name="ferry.txt")
    assert (capture.content, capture.media_type) == (content, "text/plain")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "is empty", id="nothing"),
        pytest.param(b" \r\n\t\n ", "is empty", id="spaces"),
        pytest.param(b"\x00" * 5000, "is empty", id="only NUL bytes"),
        pytest.param(b"\xef\xbb\xbf", "is empty", id="only a byte-order mark"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is a picture", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0\x00\x10JFIF", "is a picture", id="jpeg"),
        pytest.param(b"GIF89a\x01\x00", "is a picture", id="gif"),
        pytest.param(b"SQLite format 3\x00", "is a database", id="sqlite"),
        pytest.param(b"\x1f\x8b\x08\x00", "is compressed", id="gzip"),
        pytest.param(b"bplist00\xd1\x01", "is a property list", id="a property list that is no web archive"),
        pytest.param(b"Rar!\x1a\x07\x00", "unpack it", id="rar"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "save it as .docx", id="doc"),
        pytest.param(packed({"xl/workbook.xml": "x"}), "is a spreadsheet", id="xlsx"),
        pytest.param(packed({"ppt/presentation.xml": "x"}), "is a presentation", id="pptx"),
        pytest.param(
            packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "is no text document", id="ods"
        ),
        pytest.param(b"\x7fELF\x02\x01\x01", "is a program", id="elf"),
        pytest.param(bytes(range(1, 256)) * 30, "is not text", id="unknown bytes"),
    ],
)
def test_what_is_no_text_is_named_in_one_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "ferry.txt"
    path.write_bytes(content)
    with pytest.raises(UnreadableInput, match=said) as told:
        read_path(path)
    assert_sentence(str(told.value), "ferry.txt")
    with pytest.raises(UnreadableInput, match=said):
        read_stream(content)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        pytest.param(pdf([[]]), "application/pdf", id="pdf"),
        pytest.param(b"\r\n\r\n" + pdf([[]]), "application/pdf", id="pdf below junk"),
        pytest.param(epub({}, ""), "application/epub+zip", id="epub"),
        pytest.param(docx([]), kinds._PACKED[0][1].media_type, id="docx"),
        pytest.param(odt(""), "application/vnd.oasis.opendocument.text", id="odt"),
        pytest.param(webarchive(PAGE.encode()), "application/x-webarchive", id="webarchive"),
        pytest.param(packed({"a.txt": SENTENCE}), "application/zip", id="zip"),
        pytest.param(packed({}), "application/zip", id="empty zip"),
        pytest.param(
            packed({"a.docx": docx([])}, zipfile.ZIP_STORED), "application/zip", id="zip with a docx stored in it"
        ),
        pytest.param(b"PK\x03\x04\x14\x00 and nothing more", "application/zip", id="cut-off zip"),
    ],
)
def test_documents_are_known_by_their_content(content: bytes, media_type: str) -> None:
    capture = read_stream(content, name="named-wrongly.txt")
    assert (capture.content, capture.media_type) == (content, media_type)
    with pytest.raises(UnreadableInput, match=r"^it is no plain text, .+ leave --raw out\.$"):
        read_stream(content, name="it", raw=True)


def assert_sentence(sentence: str, name: str) -> None:
    assert sentence.startswith(name)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert ". " not in sentence


def test_every_signature_is_known_by_its_first_bytes() -> None:
    for signature, sentence in kinds.REFUSED:
        with pytest.raises(UnreadableInput) as told:
            read_stream(signature + b" and more", name="it")
        assert str(told.value) == f"it {sentence}."


def test_a_folder_a_missing_file_and_a_pipe_are_named(tmp_path: Path) -> None:
    with pytest.raises(
        UnreadableInput, match=r"is a folder with no article in it, or with too many; add the files themselves\."
    ):
        read_path(tmp_path)
    with pytest.raises(UnreadableInput, match=r"^gone\.txt does not exist; check the path\.$"):
        read_path(tmp_path / "gone.txt")
    with pytest.raises(UnreadableInput, match="cannot be read"):
        read_path(Path("nul\x00byte.txt"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs here")
def test_a_fifo_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    with pytest.raises(UnreadableInput, match=r"^pipe\.txt is not an ordinary file"):
        read_path(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no devices here")
def test_a_device_is_refused() -> None:
    with pytest.raises(UnreadableInput, match=r"^zero is not an ordinary file"):
        read_path(Path("/dev/zero"))


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="rights do not hold here")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text(SENTENCE)
    path.chmod(0)
    with pytest.raises(UnreadableInput, match="no permission"):
        read_path(path)


def test_a_large_file_is_refused_unread_and_its_size_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(80 * reading.MIB)  # a hole: nothing is written
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} was read"))
    with pytest.raises(UnreadableInput, match=r"^long\.txt has 80 MB, more than the 64 MB .+; split it"):
        read_path(path)


@pytest.mark.parametrize("over", [0, 1], ids=["just fits", "one byte over"])
def test_the_limit_is_exact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, over: int) -> None:
    content = SENTENCE.encode()
    path = tmp_path / "ferry.txt"
    path.write_bytes(content)
    monkeypatch.setattr(reading, "MAX_TEXT_BYTES", len(content) - over)
    for read in (lambda: read_path(path), lambda: read_stream(content), lambda: from_text(SENTENCE)):
        if over:
            with pytest.raises(UnreadableInput, match="more than"):
                read()
        else:
            assert read().content == content


def test_a_stream_over_the_limit_is_refused() -> None:
    with pytest.raises(UnreadableInput, match=r"^standard input has more than the 64 MB"):
        read_stream(b"a" * (MAX_BYTES + 1))
    with pytest.raises(UnreadableInput, match=r"^standard input has more than the 20 MB"):
        read_stream(b"a" * (reading.MAX_TEXT_BYTES + 1))


def test_a_capture_says_how_it_came() -> None:
    streamed = read_stream(SENTENCE.encode(), url="https://tarnby.example/ferry")
    assert (streamed.name, streamed.how, streamed.url) == ("standard input", "stdin", "https://tarnby.example/ferry")
    assert streamed.captured_at.tzinfo is not None
    raw = read_stream(PAGE.encode(), raw=True)
    assert (raw.raw, raw.media_type) == (True, "text/plain")


SELECTION = f"<span>{SENTENCE}</span>"


@pytest.mark.parametrize(
    ("text", "html", "media_type", "content"),
    [
        pytest.param(SENTENCE, None, "text/plain", SENTENCE, id="text alone"),
        pytest.param(SENTENCE, SELECTION, "text/plain", SENTENCE, id="a selection in HTML says less than its text"),
        pytest.param(SENTENCE, f"<article>{SELECTION}</article>", "text/html", None, id="a whole article in HTML"),
        pytest.param(SENTENCE, f"<h1>Ferry</h1>{SELECTION}", "text/html", None, id="HTML with a headline"),
        pytest.param(PAGE, None, "text/html", PAGE, id="the page's source as text"),
        pytest.param(f"  {PAGE}", None, "text/html", f"  {PAGE}", id="the page's source below spaces"),
        pytest.param("naïve \ud800 text", None, "text/plain", "naïve ? text", id="half of a surrogate pair"),
    ],
)
def test_the_clipboard(text: str, html: str | None, media_type: str, content: str | None) -> None:
    capture: Capture = from_text(text, html=html)
    assert (capture.media_type, capture.how, capture.encoding) == (media_type, "paste", "utf-8")
    assert capture.content.decode() == (content or html)


@pytest.mark.parametrize("text", ["", " \n\t "], ids=["nothing", "spaces"])
def test_an_empty_clipboard_says_what_to_do(text: str) -> None:
    with pytest.raises(UnreadableInput, match="copy an article first"):
        from_text(text)
