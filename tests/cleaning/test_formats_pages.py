"""Mails, saved pages, books and Markdown: what each says of itself, and what of it is read."""

from __future__ import annotations

import base64
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from made_documents import (
    FIRST,
    HEADLINE,
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
    webarchive,
)

from reader import cleaning
from reader.article import Block, BlockKind, Reason, UnreadableInput
from reader.cleaning import clean

LETTER = f"""<html><body><div style="display:none">What you see in the list</div>
<div style="max-height:0;overflow:hidden">Preview of the letter</div>
<table role="presentation"><tr><td><table><tr><td><a href="https://x.example"><img src="cid:logo"></a></td></tr>
<tr><td><a href="https://x.example">View this email in your browser</a></td></tr>
<tr><td><p>Dear readers,</p><p>{FIRST}</p></td></tr><tr><td>{SECOND}</td></tr>
<tr><td><h2>Elsewhere</h2><a href="https://x.example/1">Ferry company orders two new ships</a></td></tr>
<tr><td><a href="https://x.example/2">Read more</a></td></tr>
<tr><td><table><tr><th>Pier</th><th>Lorries</th></tr><tr><td>North</td><td>41</td></tr></table></td></tr>
<tr><td>You are receiving this email because you signed up on our site.</td></tr>
<tr><td>The Tarnby Letter, 4 Quay Street, Tarnby</td></tr><tr><td><a href="#">Unsubscribe</a></td></tr>
</table></td></tr></table></body></html>"""
TO_MANY = {"From": '"The Tarnby Letter" <letter@tarnby.example>', "List-Unsubscribe": "<mailto:x@tarnby.example>"}


def test_a_newsletter_is_read_whole_but_for_its_links_and_foot() -> None:
    article = cleaned(mail("The Tarnby Letter: lorries", plain="short", html=LETTER, headers=TO_MANY), "letter.eml")
    assert (article.title, article.publisher, article.authors) == (
        "The Tarnby Letter: lorries",
        "The Tarnby Letter",
        (),
    )
    assert article.published == "2031-03-07T18:30+01:00"
    assert article.text.split("\n\n") == ["Dear readers,", FIRST, SECOND, "Elsewhere", "Pier\tLorries", "North\t41"]
    others = [(block.kind, block.text) for block in article.blocks if block.start is None]
    assert (BlockKind.RELATED, "Ferry company orders two new ships") in others
    gone = {piece.text: piece.reason for piece in article.removed}
    assert gone["Read more"] is not None
    assert gone["The Tarnby Letter, 4 Quay Street, Tarnby"] is Reason.NEWSLETTER
    assert {"View this email in your browser", "Unsubscribe"} <= gone.keys()
    assert "Preview" not in str(article)


def test_a_mail_from_a_person_names_its_writer_and_its_attachments() -> None:
    message = EmailMessage(policy=SMTP)
    message["From"], message["Subject"] = "Ann Roe <ann@tarnby.example>", "=?utf-8?q?Fwd=3A_Die_Br=C3=BCcke?="
    message["Date"] = "nonsense"
    message.set_content(f"{FIRST}\n\n> {SECOND}\n\n* a lamp\n\n-----\n\nhttps://x.example/long\n")
    message.add_attachment(b"%PDF-1.7", "application", "pdf", filename="plan.pdf")
    article = cleaned(message.as_bytes(), "a.eml")
    assert (article.title, article.authors, article.published) == ("Die Brücke", ("Ann Roe",), None)
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.PARAGRAPH, FIRST),
        (BlockKind.QUOTATION, SECOND),
        (BlockKind.LIST_ITEM, "a lamp"),
    ]
    assert {piece.text for piece in article.removed} == {"-----", "https://x.example/long"}
    assert article.warnings == ("What was attached was not read (plan.pdf); save it and add it by itself.",)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(b"From: =?x-none?q?a?= <\nSubject: =?utf-8?b?////?=\nDate: x\nMessage-ID: <<>>", id="broken fields"),
        pytest.param(b"From: a@b\nContent-Type: text/plain; charset=no-such\nMessage-ID: x", id="unknown charset"),
        pytest.param(b"From: a@b\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\nMessage-ID: x", id="wrong base64"),
        pytest.param(b"From: a@b\nContent-Type: multipart/mixed; boundary=x\nMessage-ID: x", id="no such parts"),
    ],
)  # fmt: skip
def test_mails_with_broken_heads_are_read_or_named(head: bytes) -> None:
    try:
        article = cleaned(head + b"\n\n" + FIRST.encode() + b"\n", "a.eml")
    except UnreadableInput as error:
        assert str(error).startswith("a.eml ")
    else:
        assert article.blocks or article.title


def test_parts_nested_without_end_do_not_stop_the_reader() -> None:
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))
    with pytest.raises(UnreadableInput, match=r"^deep\.eml "):
        cleaned(b"From: a@b\nMessage-ID: x\n" + deep, "deep.eml")


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "quoted-printable"),
        ("windows-1252", "base64"),
        ("utf-16", "base64"),
        ("iso-8859-1", "quoted-printable"),
    ],
)
def test_saved_pages_keep_their_characters_and_address(charset: str, encoding: str) -> None:
    page = PAGE.replace("Mira Holt", "Mira Hölt").encode("cp1252" if charset == "iso-8859-1" else charset)
    article = cleaned(mhtml(page, charset, encoding), "a.mhtml")
    assert "Mira Hölt" in article.text
    assert (article.url, article.published) == ("https://tarnby.example/bridge", "2031-03-07")


def test_a_web_archive_of_a_picture_is_named() -> None:
    content = webarchive(b"\x89PNG").replace(b"text/html", b"image/png")
    with pytest.raises(UnreadableInput, match="something that is no page"):
        cleaned(content, "a.webarchive")


def test_pictures_inside_a_page_are_set_aside_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    monkeypatch.setattr(
        cleaning, "clean_html", lambda page, real=cleaning.clean_html: seen.append(len(page.content)) or real(page)
    )
    data = base64.b64encode(bytes(range(256)) * 4000).decode()
    inside = (
        f"<img src='data:image/png;base64,{data}'><style>p{{background:url(data:font/woff2;base64,{data})}}</style>"
    )
    article = clean(capture(PAGE.replace("<h1>", f"{inside}<h1>").encode(), "page.html"))
    assert seen[0] < 2000
    assert article.text.split("\n\n") == [FIRST, SECOND, THIRD]
    told = PAGE.replace(THIRD, f"{THIRD} The page begins with data:image/png, as pages do.")
    assert "data:image/png, as pages do." in clean(capture(told.encode(), "page.html")).text


FACTS = "<dc:title>The Bridge</dc:title><dc:creator>Roe, Ann</dc:creator><dc:creator>Jo Lund</dc:creator><dc:date>2031</dc:date>"


def test_a_books_chapters_follow_its_spine_and_its_contents_are_set_aside() -> None:
    contents = "<nav epub:type='toc'><ol><li><a href='b.xhtml'>The vote</a></li></ol></nav>"
    book = epub({"nav.xhtml": contents, "b.xhtml": f"<h1>The vote</h1><p>{FIRST}</p>", "a.xhtml": f"<h1>The ferry</h1><p>{SECOND}</p>"}, FACTS)  # fmt: skip
    article = cleaned(book, "book.epub")
    assert (article.title, article.authors, article.published) == ("The Bridge", ("Ann Roe", "Jo Lund"), "2031")
    assert article.text.split("\n\n") == ["The vote", FIRST, "The ferry", SECOND]
    assert [(piece.reason, piece.text) for piece in article.removed] == [(Reason.NAVIGATION, "The vote")]
    assert article.blocks[0].origin.startswith("b.xhtml")


def test_a_copy_protected_book_is_named_and_scrambled_fonts_are_no_hindrance() -> None:
    def protected(algorithm: str) -> bytes:
        method = f"<encryption><EncryptedData><EncryptionMethod Algorithm='{algorithm}'/></EncryptedData></encryption>"
        return epub({"a.xhtml": f"<p>{FIRST}</p>"}, FACTS, more={"META-INF/encryption.xml": method})

    with pytest.raises(UnreadableInput, match=r"^book\.epub is copy-protected"):
        cleaned(protected("http://www.w3.org/2001/04/xmlenc#aes128-cbc"), "book.epub")
    assert cleaned(protected("http://www.idpf.org/2008/embedding"), "book.epub").text == FIRST


def test_a_book_that_lacks_a_chapter_says_so() -> None:
    whole = {"a.xhtml": f"<p>{FIRST}</p>", "b.xhtml": f"<p>{SECOND}</p>"}
    content = epub(whole, FACTS).replace(b"OEBPS/b.xhtml", b"OEBPS/z.xhtml")
    article = cleaned(content, "book.epub")
    assert article.text == FIRST
    assert article.warnings == ("1 of the book's 2 parts could not be read: they are missing or damaged.",)


FRONT = "---\ntitle: 'A lamp: on the bridge'\nauthor:\n  - \"[[People/Ann|Ann Roe]]\"\n  - Jo Lund\ndate: 2031-03-07\nsource: https://tarnby.example/b\nsubtitle: >-\n  Cracks in\n  two bearings\ntags: [a, b]\n---\n"


@pytest.mark.parametrize(
    ("text", "title", "authors"),
    [
        pytest.param(FRONT + FIRST, "A lamp: on the bridge", ("Ann Roe", "Jo Lund"), id="front matter in YAML"),
        pytest.param(
            f'+++\ntitle = "A lamp"\nauthors = ["Ann Roe"]\n+++\n{FIRST}', "A lamp", ("Ann Roe",), id="in TOML"
        ),
        pytest.param(f"# A lamp\n\nBy Ann Roe\n\n{FIRST}", "A lamp", ("Ann Roe",), id="a heading"),
        pytest.param(f"A lamp\n======\n\nBy Ann Roe\n\n{FIRST}", "A lamp", ("Ann Roe",), id="an underlined heading"),
    ],
)
def test_markdown_names_its_title_and_writers(text: str, title: str, authors: tuple[str, ...]) -> None:
    article = cleaned(text.encode(), "a.md")
    assert (article.title, article.authors, article.text) == (title, authors, FIRST)


def test_markdown_is_read_as_it_is_marked() -> None:
    text = f"{FRONT}\n{FIRST}\n\n## What comes next\n\n> {SECOND}\n\n- *one* [lamp](https://x.example)\n- two\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| c | d |\n"
    article = cleaned(text.encode(), "a.md")
    assert (article.standfirst, article.published, article.url) == ("Cracks in two bearings", "2031-03-07", "https://tarnby.example/b")  # fmt: skip
    kinds = [block.kind for block in article.blocks]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTATION, *[BlockKind.LIST_ITEM] * 2, BlockKind.CODE, *[BlockKind.TABLE] * 2]  # fmt: skip
    assert article.removed[0].text == FRONT.strip("-\n")


def test_one_line_for_each_paragraph_is_no_run_of_lines() -> None:
    assert cleaned(f"# A lamp\n\n{FIRST}\n{SECOND}\n{THIRD}\n".encode(), "a.md").text.split("\n\n") == [
        FIRST,
        SECOND,
        THIRD,
    ]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert cleaned(f"---\n\n{FIRST}\n\n---\n\n{SECOND}\n".encode(), "a.md").text.split("\n\n") == [FIRST, SECOND]


def test_what_a_word_document_marks_is_kept() -> None:
    parts = [("Title", HEADLINE), ("", FIRST), ("Heading 1", "What comes next"), ("Quote", SECOND)]
    article = cleaned(docx(parts, "<dc:title>Template</dc:title><dc:creator>Ann Roe</dc:creator>"), "a.docx")
    assert (article.title, article.authors) == (HEADLINE, ("Ann Roe",))
    kinds = [block.kind for block in article.blocks]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTATION]


def test_what_an_opendocument_text_marks_is_kept() -> None:
    body = (
        f"<text:h text:outline-level='1'>{HEADLINE}</text:h><text:tracked-changes><text:changed-region><text:deletion>"
        "<text:p>Struck out.</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        f"<text:p>{FIRST}<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>"
        "<text:list><text:list-item><text:p>One<text:s/>lamp</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>North</text:p></table:table-cell></table:table-row></table:table>"
    )
    article = cleaned(odt(body, "<meta:creation-date>2031-03-07T10:00:00</meta:creation-date>"), "a.odt")
    found = [(block.kind, block.text) for block in article.blocks if isinstance(block, Block)]
    assert found == [
        (BlockKind.PARAGRAPH, FIRST),
        (BlockKind.LIST_ITEM, "One lamp"),
        (BlockKind.TABLE, "North"),
        (BlockKind.LIST_ITEM, "A note."),
    ]
    assert (article.title, article.published) == (HEADLINE, "2031-03-07T10:00")
    assert [piece.text for piece in article.removed] == ["Struck out."]


def test_a_document_with_names_that_lead_elsewhere_reads_nothing_there() -> None:
    container = "<container><rootfiles><rootfile full-path='../../../etc/passwd'/></rootfiles></container>"
    with pytest.raises(UnreadableInput, match="damaged book"):
        cleaned(packed({"META-INF/container.xml": container}), "a.epub")
