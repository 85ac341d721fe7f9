"""What every format has in common: the words arrive, damage is one sentence, and nothing that comes in is lost."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from made_documents import (
    FIRST,
    HEADLINE,
    HEBREW,
    JAPANESE,
    MEDIA_TYPES,
    PAGE,
    SECOND,
    THIRD,
    capture,
    cleaned,
    docx,
    epub,
    mail,
    mhtml,
    odt,
    packed,
    pdf,
    set_down,
    webarchive,
)

from reader.article import FEED_ITEM, Article, UnreadableInput
from reader.cleaning import clean
from reader.cleaning.formats import READERS

FACTS = f"<dc:title>{HEADLINE}</dc:title><dc:creator>Ann Roe</dc:creator><dc:date>2031-03-07</dc:date>"
MARKED = f"<h1>{HEADLINE}</h1><p>By Ann Roe</p><p>7 March 2031</p><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
STYLED = [("Title", HEADLINE), ("", "By Ann Roe"), ("", "7 March 2031"), ("", FIRST), ("", SECOND), ("", THIRD)]


def rtf(paragraphs: list[str]) -> bytes:
    body = "\\par ".join("".join(c if c.isascii() else f"\\u{ord(c)}?" for c in paragraph) for paragraph in paragraphs)
    return (
        "{\\rtf1\\ansi{\\info{\\title A title}{\\author Ann Roe}}{\\fonttbl{\\f0 Arial;}}\\f0 " + body + "\\par}"
    ).encode()


def odt_of(paragraphs: list[str]) -> bytes:
    return odt(
        f"<text:p text:style-name='P1'>{HEADLINE}</text:p>" + "".join(f"<text:p>{text}</text:p>" for text in paragraphs)
    )


BODY = [FIRST, SECOND, THIRD]
DOCUMENTS = {
    "ferry.pdf": pdf(
        [[(60, 760, 24, "Tarnby closes its swing"), (60, 732, 24, "bridge to lorries"), (60, 712, 10, "By Ann Roe"),
          (60, 698, 10, "7 March 2031"), *set_down(BODY, 60, 660, 80)]]
    ),
    "ferry.epub": epub({"one.xhtml": MARKED}, FACTS),
    "ferry.docx": docx(STYLED),
    "plain.docx": docx([("", text) for _, text in STYLED]),
    "ferry.odt": odt_of(["By Ann Roe", "7 March 2031", *BODY]),
    "ferry.rtf": rtf([HEADLINE, "By Ann Roe", "7 March 2031", *BODY]),
    "ferry.md": "\n\n".join([f"# {HEADLINE}", "By Ann Roe", "7 March 2031", *BODY]).encode(),
    "ferry.mhtml": mhtml(PAGE.encode()),
    "ferry.webarchive": webarchive(PAGE.encode()),
    "ferry.eml": mail(HEADLINE, html=f"<body>{MARKED}</body>"),
    "plain.eml": mail(HEADLINE, plain="\n\n".join(BODY)),
}  # fmt: skip


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_format_gives_the_same_article(name: str) -> None:
    article = cleaned(DOCUMENTS[name], name)
    assert article.title == HEADLINE
    assert article.authors == ("Ann Roe",)
    assert (article.published or "").startswith("2031-03-07")
    assert article.text.split("\n\n") == BODY
    assert article.language == "en"
    assert article.warnings == ()


def test_every_reader_of_files_is_tried_here() -> None:
    assert {MEDIA_TYPES[name.rsplit(".", 1)[1]] for name in DOCUMENTS} == {*READERS} - {FEED_ITEM}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_disappears(name: str) -> None:
    """Every word of the article stands in a block, in the metadata or on record."""
    article = cleaned(DOCUMENTS[name], name)
    kept = " ".join([article.title or "", *(b.text for b in article.blocks), *(r.text for r in article.removed)])
    known = {*words(kept), *words(" ".join(article.authors)), "By", "7", "March", "2031"}
    assert set(words(" ".join([HEADLINE, "By Ann Roe", "7 March 2031", *BODY]))) <= known


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("share", [0.02, 0.4, 0.9], ids=["nearly nothing", "less than half", "nearly all"])
def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes_or_named(name: str, share: float) -> None:
    content = DOCUMENTS[name]
    try:
        article = cleaned(content[: int(len(content) * share)], name)
    except UnreadableInput as error:
        assert_sentence(str(error), name)
    else:
        assert article.title or article.blocks


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_file_with_damaged_bytes_is_read_or_named(name: str) -> None:
    content = bytearray(DOCUMENTS[name])
    for place in range(40, len(content), 97):
        content[place] ^= 0x5A
    try:
        cleaned(bytes(content), name)
    except UnreadableInput as error:
        assert_sentence(str(error), name)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("a.pdf", pdf([[]]), "pictures of pages and no text", id="pdf without text"),
        pytest.param("a.epub", epub({"one.xhtml": ""}, FACTS), "has no words", id="book without words"),
        pytest.param("a.docx", docx([]), "has no words", id="docx without words"),
        pytest.param("a.odt", odt(""), "has no words", id="odt without words"),
        pytest.param("a.rtf", rb"{\rtf1\ansi }", "has no words", id="rtf without words"),
        pytest.param("a.md", b"---\ntitle: x\n---\n\n***\n", "has no words", id="markdown without words"),
        pytest.param("a.eml", mail("Empty", plain=""), "without text", id="mail without text"),
        pytest.param("a.mhtml", mail("Empty", plain="x"), "holds no page", id="mhtml without page"),
        pytest.param("a.webarchive", webarchive(b"<html></html>"), "has no text", id="webarchive of an empty page"),
        pytest.param("a.webarchive", b"bplist00 broken", "damaged web archive", id="broken property list"),
        pytest.param("a.docx", packed({"word/document.xml": "<broken"}), "damaged", id="docx with broken XML"),
        pytest.param("a.odt", packed({"content.xml": "<broken"}), "damaged", id="odt with broken XML"),
        pytest.param(
            "a.odt", packed({"META-INF/manifest.xml": "<x><encryption-data/></x>"}), "password", id="locked odt"
        ),
        pytest.param("a.epub", packed({"x": "y"}), "damaged book", id="book without container"),
        pytest.param("a.epub", b"PK\x03\x04 nothing", "damaged", id="book that is no archive"),
    ],
)
def test_what_holds_no_article_is_named_in_one_sentence(name: str, content: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said) as told:
        cleaned(content, name)
    assert_sentence(str(told.value), name)


def assert_sentence(sentence: str, name: str) -> None:
    assert sentence.startswith(name)
    assert sentence.endswith(".")
    assert ". " not in sentence.replace(name, "")


@pytest.mark.parametrize("text", [HEBREW, JAPANESE], ids=["right to left", "without spaces"])
@pytest.mark.parametrize("name", ["a.epub", "a.docx", "a.odt", "a.md", "a.eml", "a.webarchive", "a.rtf"])
def test_other_scripts_arrive_as_they_are(name: str, text: str) -> None:
    page = f"<html><body><article><h1>{text[:12]}</h1>{f'<p>{text}</p>' * 12}</article></body></html>"
    content = {
        "a.epub": lambda: epub({"one.xhtml": f"<p>{text}</p>"}, "<dc:title>x</dc:title>"),
        "a.docx": lambda: docx([("Title", text[:12]), ("", text)]),
        "a.odt": lambda: odt_of([text]),
        "a.md": f"# {text[:12]}\n\n{text}\n".encode,
        "a.eml": lambda: mail(text[:12], html=page),
        "a.webarchive": lambda: webarchive(page.encode("utf-16"), "UTF-16"),
        "a.rtf": lambda: rtf([HEADLINE, text]),
    }[name]()
    assert text in cleaned(content, name).text


def test_a_bomb_inside_a_document_is_refused() -> None:
    bomb = packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": b" " * 80_000_000})
    with pytest.raises(UnreadableInput, match=r"^bomb\.odt unpacks to .+ it was not read\.$"):
        cleaned(bomb, "bomb.odt")
    entities = "<!DOCTYPE x [" + "".join(
        f"<!ENTITY e{n + 1} '{f'&e{n};' * 10}'>" if n else "<!ENTITY e1 'lol'>" for n in range(9)
    )
    laughs = packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f"{entities}]><x>&e9;</x>"})
    with pytest.raises(UnreadableInput, match="damaged"):
        cleaned(laughs, "laughs.odt")


def test_a_raw_capture_is_never_parsed() -> None:
    article: Article = clean(replace(capture(DOCUMENTS["ferry.md"], "ferry.md"), raw=True))
    assert article.text == DOCUMENTS["ferry.md"].decode()
