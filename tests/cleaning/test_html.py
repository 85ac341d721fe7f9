"""Pages: metadata from what they say of themselves, blocks from their markup, the rest on record with its reason."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import numpy as np
import pytest

from reader.article import Article, Block, BlockKind, Capture, Reason, UnreadableInput
from reader.cleaning import clean

ONE = "The ferry to Tarnby sails again on Monday, and the harbour master says that he is glad of it."
TWO = "“We had almost given up hope,” said Ann Sharpe, who runs the bakery on the quay with her brother."
THREE = "Nobody knows yet how long the second ship will take, but the yard has promised to try for June."
LAST = "The fare stays what it was before the storm, the company wrote, and children travel free until May."
TITLE = "Ferry returns to Tarnby after winter of storms"
BODY = [ONE, TWO, THREE, LAST]


def cleaned(page: str) -> Article:
    return clean(Capture(page.encode(), "text/html", "ferry.html", "file", datetime(2031, 3, 1, tzinfo=UTC)))


def page(*body: str, head: str = "", above: str = "", below: str = "") -> str:
    inside = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in body)
    return (
        f"<!DOCTYPE html><html lang='en-GB'><head>{head}</head><body>{above}"
        f"<main><article><h1>{TITLE}</h1>{inside}</article></main>{below}</body></html>"
    )


def texts(found: Article, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [block.text for block in found.blocks if block.kind is kind]


def linked(data: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


STRUCTURED = {
    "@type": "NewsArticle",
    "headline": TITLE,
    "description": "One ship is mended &amp; one is not",
    "author": [{"@type": "Person", "name": "Ann Sharpe"}, {"@type": "Person", "name": "Tom Reed"}],
    "publisher": {"@type": "Organization", "name": "The Tarnby Courier"},
    "articleSection": ["Harbours"],
    "inLanguage": "en",
    "datePublished": "2031-03-03T07:15:20Z",
    "dateModified": "2031-03-04T08:00:00+0100",
}
META = (
    f"<meta property='og:title' content='{TITLE}'><meta property='og:site_name' content='The Tarnby Courier'>"
    "<meta property='og:description' content='One ship is mended'><meta property='article:section' content='Harbours'>"
    "<meta name='author' content='Ann Sharpe'><meta property='article:published_time' content='2031-03-03T07:15'>"
    "<meta property='article:modified_time' content='2031-03-04'>"
    "<link rel='canonical' href='https://tarnby.example/ferry'>"
)
SAID = {
    "JSON-LD": (
        page(*BODY, head=linked(STRUCTURED)),
        {"title": TITLE, "standfirst": "One ship is mended & one is not", "authors": ("Ann Sharpe", "Tom Reed"), "publisher": "The Tarnby Courier",
         "section": "Harbours", "published": "2031-03-03T07:15+00:00", "modified": "2031-03-04T08:00+01:00", "language": "en-GB"},
    ),
    "JSON-LD in a graph": (page(*BODY, head=linked({"@graph": [{"@type": "WebSite", "name": "Other"}, STRUCTURED]})), {"authors": ("Ann Sharpe", "Tom Reed")}),
    "JSON-LD in a comment": (page(*BODY, head=f"<script type='application/ld+json'><!--{json.dumps(STRUCTURED)}--></script>"), {"publisher": "The Tarnby Courier"}),
    "broken JSON-LD": (page(*BODY, head="<script type='application/ld+json'>{'headline': </script>" + META), {"authors": ("Ann Sharpe",)}),
    "JSON-LD of wrong types": (page(*BODY, head=linked({"@type": ["NewsArticle"], "headline": 7, "author": {"name": None}, "datePublished": []})), {"title": TITLE, "authors": ()}),
    "OpenGraph and meta": (
        page(*BODY, head=META),
        {"title": TITLE, "standfirst": "One ship is mended", "authors": ("Ann Sharpe",), "publisher": "The Tarnby Courier", "section": "Harbours",
         "published": "2031-03-03T07:15", "modified": "2031-03-04", "url": "https://tarnby.example/ferry"},
    ),
    "the visible page": (
        page("<p class='byline'>By Ann Sharpe</p>", "<time datetime='2031-03-03T07:15:00Z'>3 March</time>", *BODY, head=f"<title>{TITLE} - The Tarnby Courier</title>"),
        {"title": TITLE, "authors": ("Ann Sharpe",), "published": "2031-03-03T07:15+00:00"},
    ),
    "a writer named beside the article alone": (
        page(*BODY, below="<div class='related'><a rel='author' href='/author/ann'>Ann Sharpe</a></div>"), {"authors": ("Ann Sharpe",)}
    ),
    "two writers beside the article": (
        page(*BODY, below="<div class='related'><a href='/author/ann'>Ann Sharpe</a><a href='/author/tom'>Tom Reed</a></div>"), {"authors": ()}
    ),
    "a heading for the writer": (page(*BODY, below="<aside><h3>Author(s)</h3><p>Ann Sharpe</p></aside>"), {"authors": ("Ann Sharpe",)}),
    "an edition that readers see": (
        page("<p>Updated 5 April 2031</p>", *BODY, head=linked({"@type": "Article", "headline": TITLE, "datePublished": "2019-06-01", "dateModified": "2031-04-05"})),
        {"published": "2031-04-05", "modified": "2031-04-05"}),
    "a first edition that readers see": (
        page("<p>Published 1 June 2019</p>", "<p>Updated 5 April 2031</p>", *BODY, head=linked({"@type": "Article", "headline": TITLE, "datePublished": "2019-06-01", "dateModified": "2031-04-05"})),
        {"published": "2019-06-01", "modified": "2031-04-05"}),
    "a day in a script": (page(*BODY, head="<script>page = {\"publishDate\":\"2031-03-07T06:00:00Z\"}</script>"), {"published": "2031-03-07T06:00+00:00"}),
    "a meta element of a name of its own": (page(*BODY, head="<meta name='gz-published-date' content='2031-03-07'>"), {"published": "2031-03-07"}),
    "a writer in small letters": (page("<p class='byline'>by annie</p>", *BODY), {"authors": ("annie",)}),
    "a journal's date": (page(*BODY, head="<meta name='citation_publication_date' content='2031 Mar 7'>"), {"published": "2031-03-07"}),
    "an author who is an address": (page(*BODY, head="<meta name='author' content='https://tarnby.example/ann'>"), {"authors": ()}),
}  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), SAID.values(), ids=list(SAID))
def test_what_a_page_says_of_itself(content: str, expected: dict[str, object]) -> None:
    found = cleaned(content)
    assert {name: getattr(found, name) for name in expected} == expected
    assert texts(found) == BODY


MARKUP = {
    "paragraph with inline markup": ("<p>It <b>is</b> <a href='/x'>not</a> ov<i>er</i> until the seals come back.</p>", BlockKind.PARAGRAPH, "It is not over until the seals come back.", 0),
    "sub-heading": ("<h2>A winter without ships</h2>", BlockKind.HEADING, "A winter without ships", 2),
    "lower sub-heading": ("<h4>The yard</h4>", BlockKind.HEADING, "The yard", 4),
    "blockquote": ("<blockquote><p>Ships are patient things, and so are we who wait.</p></blockquote>", BlockKind.QUOTATION, "Ships are patient things, and so are we who wait.", 0),
    "list": ("<ul><li>Sailings begin on Monday at seven in the morning.</li></ul>", BlockKind.LIST_ITEM, "Sailings begin on Monday at seven in the morning.", 1),
    "caption": ("<figure><img src='f.jpg' alt=''><figcaption>The old ferry at the quay</figcaption></figure>", BlockKind.CAPTION, "The old ferry at the quay", 0),
}  # fmt: skip


@pytest.mark.parametrize(("markup", "kind", "text", "level"), MARKUP.values(), ids=list(MARKUP))
def test_markup_makes_blocks(markup: str, kind: BlockKind, text: str, level: int) -> None:
    found = cleaned(page(ONE, TWO, markup, THREE, LAST))
    block: Block = found.blocks[2]
    assert (block.kind, block.text, block.level) == (kind, text, level)
    assert [b.text for b in found.blocks if b is not block] == BODY


def test_a_caption_printed_twice_is_kept_once() -> None:
    figure = "<figure><figcaption>The old ferry at the quay</figcaption></figure>"
    found = cleaned(page(ONE, figure, TWO, figure, THREE, LAST))
    assert texts(found, BlockKind.CAPTION) == ["The old ferry at the quay"]
    assert [(piece.text, piece.reason) for piece in found.removed] == [("The old ferry at the quay", Reason.DUPLICATE)]


JUNK = {
    "menu": ("<nav><ul><li><a href='/h'>Harbour pages</a></li></ul></nav>", Reason.NAVIGATION),
    "menu by role": ("<div role='navigation'><a href='/h'>Harbour pages</a></div>", Reason.NAVIGATION),
    "consent dialog": ("<div id='cookie-dialog'><p>Choose what we may keep about you.</p></div>", Reason.CONSENT),
    "newsletter box": ("<div class='newsletter-box'><p>The tides of the day, sent before breakfast.</p></div>", Reason.NEWSLETTER),
    "comments": ("<section id='comments'><p>I waited for that boat for three hours!</p></section>", Reason.COMMENTS),
    "paywall": ("<div class='paywall'><p>Three weeks for the price of one.</p></div>", Reason.REGISTRATION),
    "sharing bar": ("<div class='social'><span>Send to a friend</span></div>", Reason.SHARING),
    "advert": ("<div class='ad-slot'><p>Boots for all weathers at Marlow and Sons.</p></div>", Reason.ADVERT),
    "related list": ("<aside class='related'><a href='/s'>Seals seen off the pier</a></aside>", Reason.NAVIGATION),
    "footer": ("<footer><p>Printed in the old mill since 1871.</p></footer>", Reason.FOOTER),
    "masthead": ("<header><p>The paper of the coast</p></header>", Reason.NAVIGATION),
    "author's biography": ("<div class='author-bio'><p>Ann Sharpe writes about the sea.</p></div>", Reason.OTHER),
    "junk deep in junk": ("<div><div class='sidebar'><div><div><p>Tide tables for the whole of the coming year.</p></div></div></div></div>", Reason.NAVIGATION),
    "button by its words": ("<div><span>Copy link</span></div>", Reason.SHARING),
}  # fmt: skip


@pytest.mark.parametrize(("markup", "reason"), JUNK.values(), ids=list(JUNK))
@pytest.mark.parametrize("where", ["above", "below"])
def test_junk_is_removed_with_its_reason(markup: str, reason: Reason, where: str) -> None:
    found = cleaned(page(*BODY, **{where: markup}))
    assert texts(found) == BODY
    [piece] = found.removed
    assert piece.reason is reason
    assert piece.why.endswith(".")
    assert piece.position == (0 if where == "above" else 4)
    assert piece.origin


@pytest.mark.parametrize(
    "markup",
    [
        "<script>var ferry = 'gone';</script>",
        "<style>p { color: red }</style>",
        "<!-- the ferry is gone -->",
        "<p hidden>Gone</p>",
        "<div style='display: none'>Gone</div>",
        "<template><p>Gone</p></template>",
        "<noscript>Gone</noscript>",
        "<svg><text>gone</text></svg>",
    ],
    ids=lambda markup: markup[:20],
)
def test_what_a_browser_does_not_show_is_no_text(markup: str) -> None:
    found = cleaned(page(ONE, TWO, markup, THREE, LAST))
    assert (texts(found), found.removed) == (BODY, ())


def test_a_description_that_is_the_whole_article_is_no_standfirst() -> None:
    whole = " ".join(BODY * 3)
    found = cleaned(page(whole, head=linked(STRUCTURED | {"description": whole}) + META))
    assert (found.text, found.standfirst) == (whole, "One ship is mended")


def test_the_person_whose_site_it_is_wrote_what_is_told_by_i() -> None:
    head, rights = f"<title>{TITLE} | Ann Sharpe</title>", "<footer>© 2031 Ann Sharpe</footer>"
    assert cleaned(page(*(f"I know. {said}" for said in BODY), head=head, below=rights)).authors == ("Ann Sharpe",)
    assert cleaned(page(*BODY, head=head, below=rights)).authors == ()


def test_a_paragraph_set_as_the_main_heading_is_no_headline() -> None:
    told = f"<h1>{ONE} {TWO}</h1>"
    found = cleaned(page(*BODY, head=f"<title>{TITLE}</title>").replace(f"<h1>{TITLE}</h1>", told))
    assert found.title == TITLE


def test_an_article_that_a_page_holds_twice_is_kept_once() -> None:
    told = "".join(f"<p>{said}</p>" for said in BODY)
    found = cleaned(page(f"<div class='wide'>{told}</div><div class='narrow'>{told}</div>"))
    assert texts(found) == BODY
    assert [piece.text for piece in found.removed] == BODY
    assert found.removed[0].reason is Reason.DUPLICATE


def test_an_agencys_credits_are_removed_and_a_pictures_is_a_caption() -> None:
    credits, photo = "(Reporting by Ann Sharpe and Tom Reed; editing by Joe Lund)", "Photo: The Tarnby Courier"
    found = cleaned(page(ONE, TWO, photo, THREE, LAST, credits))
    assert texts(found) == BODY
    assert photo in [*texts(found, BlockKind.CAPTION), *(piece.text for piece in found.removed)]
    assert credits in [piece.text for piece in found.removed]


@pytest.mark.parametrize(("share", "is_kept"), [(0.4, True), (0.2, False)])
def test_a_heading_between_two_paragraphs_stays_unless_it_is_surely_none(
    monkeypatch: pytest.MonkeyPatch, share: float, is_kept: bool
) -> None:
    shares = np.array([0.0, 0.9, 0.9, share, 0.9, 0.9], np.float32)
    monkeypatch.setattr("reader.cleaning.html.shares_of", lambda _rows: shares)
    found = cleaned(page(ONE, TWO, "<h2>What comes next</h2>", THREE, LAST))
    assert texts(found, BlockKind.HEADING) == (["What comes next"] if is_kept else [])


def test_a_cell_that_holds_a_text_is_a_paragraph_and_a_figure_is_none() -> None:
    told = "A cell may hold a text of its own, as long as any other, which ends without a full stop"
    found = cleaned(page(ONE, TWO, f"<table><tr><td>Fares</td><td>{told}</td></tr></table>", THREE, LAST))
    kinds = {block.text: block.kind for block in found.blocks}
    assert kinds[told] is BlockKind.PARAGRAPH
    assert kinds.get("Fares") in {None, BlockKind.TABLE}


def test_a_table_of_figures_keeps_its_rows_and_columns() -> None:
    rows = (("Pier", "Lorries", "Wait"), ("North", "41", ""), ("South", "12", "3 h"))
    table = "".join("<tr>" + "".join(f"<td><span>{cell}</span></td>" for cell in row) + "</tr>" for row in rows)
    found = cleaned(page(ONE, TWO, f"<table>{table}</table>", THREE, LAST))
    said = [*texts(found, BlockKind.TABLE), *(piece.text for piece in found.removed)]
    assert said == ["Pier\tLorries\tWait", "North\t41", "South\t12\t3 h"]


def test_code_keeps_its_lines_and_their_indent() -> None:
    told = "<pre><code>for boat in fleet:<br>    boat<b>.moor</b>()\n\tboat.rest()</code></pre>"
    found = cleaned(page(ONE, TWO, told, THREE, LAST))
    said = [*texts(found, BlockKind.CODE), *(piece.text for piece in found.removed)]
    assert said == ["for boat in fleet:\n    boat.moor()\n    boat.rest()"]


def test_a_first_paragraph_that_is_the_description_too_stays_in_the_text() -> None:
    found = cleaned(page(*BODY, head=f"<meta property='og:description' content='{ONE}'>"))
    assert (texts(found), found.standfirst) == (BODY, None)


def test_a_page_that_closes_its_body_too_early_is_read_to_its_end() -> None:
    found = cleaned(f"<html><body><header>Menu</header></body></html><main><h1>{TITLE}</h1>{page(*BODY)}</main>")
    assert texts(found) == BODY


def test_what_shows_when_the_mouse_rests_on_a_name_is_no_part_of_the_sentence() -> None:
    said = "<p>The mayor, <span class='person'>Ann Sharpe<span class='person-tooltip-text'>More of her</span></span>, agreed with all of them.</p>"
    found = cleaned(page(ONE, TWO, said, THREE, LAST))
    assert "The mayor, Ann Sharpe, agreed with all of them." in texts(found)


def test_what_a_reader_may_open_is_read() -> None:
    closed = f"<div class='accordion'><h3>The fares</h3><div class='accordion-body' style='display:none'><p>{THREE}</p></div></div>"
    found = cleaned(page(ONE, TWO, closed, LAST))
    assert THREE in [*texts(found), *(piece.text for piece in found.removed)]


def test_what_a_server_streams_late_stands_where_a_browser_puts_it() -> None:
    late = f"<div hidden id='S:1a'><p>{TWO}</p><p>{THREE}</p></div><div hidden id='S:2'><p>{LAST}</p></div>"
    found = cleaned(page(ONE, "<template id='B:1a'></template>", "<template id='P:2'></template>", below=late))
    assert texts(found) == BODY


def test_a_wall_after_the_beginning_is_told() -> None:
    found = cleaned(
        page(ONE, TWO, below="<div class='regwall'><p>Please register or sign in to continue reading</p></div>")
    )
    assert any("Only the beginning" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    "content",
    [
        "<html><body></body></html>",
        "<html><head><title>Ferry</title></head><body><div id='app'></div><script>start()</script></body></html>",
        "<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "<html><body><p>Sign in to read.</p></body></html>",
        "<html",
        "<html>" + "<" * 1_000_000,
        "<html><body>" + "<div>" * 10_000,
    ],
    ids=[
        "empty body",
        "filled by script",
        "menu alone",
        "wall alone",
        "half a tag",
        "a megabyte of <",
        "containers alone",
    ],
)
def test_a_page_without_an_article_is_named_in_one_sentence(content: str) -> None:
    with pytest.raises(UnreadableInput) as told:
        cleaned(content)
    sentence = str(told.value)
    assert sentence.startswith("ferry.html has no ")
    assert "copy its text instead" in sentence or "nothing to read" in sentence
    assert sentence.endswith(".")
    assert sentence.count(".") == 2  # the file's and the sentence's own


INSIDE = "".join(f"<p>{text}</p>" for text in BODY)
BROKEN = {
    "10,000 containers": "<html><body>" + "<div>" * 10_000 + INSIDE + "</div>" * 10_000,
    "10,000 containers never closed": "<html><body>" + "<div class=x>" * 10_000 + INSIDE,
    "10,000 inline elements": "<html><body>" + "<i>" * 10_000 + INSIDE,
    "5,000 lists": "<html><body>" + "<ul><li>" * 5_000 + INSIDE,
    "nothing closed": f"<html><body><article><h1>{TITLE}<p>{ONE}<p>{TWO}<p>{THREE}<p>{LAST}",
    "crossed elements": f"<html><body><b><i><p>{ONE}</b><p>{TWO}</i></p><a><table><tr><td></a></table><p>{THREE}</p><p>{LAST}</p>",
    "50,000 attributes": "<html><body><div " + "a=b " * 50_000 + ">" + INSIDE,
    "attribute never closed": f'<html><body><article>{INSIDE}</article><a href="' + "x" * 1000,
    "comments in comments": "<html><body><!-- <!-- <!-- -->" + INSIDE,
    "stray ends": "</div></p></html><html><body></body></article>" + INSIDE,
    "null bytes": page(*BODY).replace("<p>", "<p>\x00"),
    "no frame": INSIDE,
    "angle brackets in a headline": page(*BODY, head=linked({"@type": "NewsArticle", "headline": "<" * 200_000})),
    "bars in a title": page(*BODY, head=f"<title>{'a | ' * 50_000}</title>"),
    "a date of 100,000 dates": page(*BODY, head=f"<meta name='date' content='x {'2 April 2018 ' * 20_000}'>"),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=list(BROKEN))
def test_broken_pages_are_read_whole(content: str) -> None:
    found = cleaned(content)
    pieces = " ".join([*(block.text for block in found.blocks), *(piece.text for piece in found.removed), found.title or "", found.standfirst or ""])  # fmt: skip
    for text in BODY:
        assert text in pieces
    assert set(BODY) & set(found.text.split("\n\n")) or ONE in found.text


def test_one_line_of_a_megabyte_is_read_whole() -> None:
    text = "The ferry sails again. " * 45_000
    assert text.strip() in cleaned(f"<html><body><article><p>{text}</p></article></body></html>").text


def test_a_page_of_text_without_structure_is_read_as_text() -> None:
    found = cleaned(
        "<html><body><table><tr><td>"
        + "<br><br>".join([TITLE, "By Ann Sharpe", *BODY])
        + "</td></tr></table></body></html>"
    )
    for text in BODY:
        assert text in found.text


@pytest.mark.parametrize(
    "note",
    [
        "<!-- saved from url=(0027)https://vale.example/ferry -->",
        "<!--\n Page saved with SingleFile \n url: https://vale.example/ferry \n saved date: Sat Mar 01 2031\n-->",
    ],
)
def test_a_saved_page_knows_the_address_that_was_noted_in_it(note: str) -> None:
    content = page(*BODY).replace("<html", f"{note}<html", 1)
    assert cleaned(content).url == "https://vale.example/ferry"
    declared = page(*BODY, head="<link rel='canonical' href='https://vale.example/news/ferry'>")
    assert cleaned(declared.replace("<html", f"{note}<html", 1)).url == "https://vale.example/news/ferry"
