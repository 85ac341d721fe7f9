"""PDF: the page's layout read back into text."""

from __future__ import annotations

import pytest
from made_documents import FIRST, HEADLINE, JAPANESE, LOCKED, SECOND, THIRD, Text, capture, cleaned, pdf, set_down

from reader.article import Article, BlockKind, Reason, UnreadableInput
from reader.cleaning.formats import pdf as pdf_module

TOP: list[Text] = [(60, 760, 24, "Tarnby closes its swing"), (60, 732, 24, "bridge to lorries")]


def read(*pages: list[Text], facts: dict[str, str] | None = None) -> Article:
    return cleaned(pdf(pages, facts), "ferry.pdf")


def test_columns_are_read_one_after_the_other() -> None:
    left, right = set_down([FIRST, SECOND], 60, 690, 44), set_down([THIRD, FIRST], 310, 690, 44)
    interleaved = [line for pair in zip(left, right, strict=False) for line in pair]
    rest = left[len(right) :] + right[len(left) :]
    article = read([*TOP, *interleaved, *rest])
    assert article.title == HEADLINE
    assert article.text.split("\n\n") == [FIRST, SECOND, THIRD, FIRST]


def test_three_columns_under_lines_that_span_them() -> None:
    columns = [set_down([text], 60 + 165 * n, 660, 28) for n, text in enumerate([FIRST, SECOND, THIRD])]
    across: Text = (60, 690, 14, "The council met for six hours on Tuesday, and few of those who came had a seat")
    article = read([*TOP, across, *(line for column in columns for line in column)])
    assert article.standfirst == across[3]
    assert article.text.split("\n\n") == [FIRST, SECOND, THIRD]


def test_a_tables_rows_stay_rows() -> None:
    rows = [[(60, 700 - 14 * n, 10, f"Pier {n}"), (200, 700 - 14 * n, 10, f"{n * 11} lorries")] for n in range(1, 6)]
    article = read([*TOP, *(cell for row in rows for cell in row)])
    assert "Pier 3 33 lorries" in article.text


def test_a_paragraph_goes_on_over_columns_and_pages() -> None:
    lines = set_down([FIRST], 60, 100, 60)
    cut = len(lines) // 2
    second_page = [(60, 780 - 14 * n, size, text) for n, (_, _, size, text) in enumerate(lines[cut:])]
    article = read(
        [*TOP, *set_down([THIRD], 60, 690, 60), *lines[:cut]], [*second_page, *set_down([SECOND], 60, 640, 60)]
    )
    assert article.text.split("\n\n") == [THIRD, FIRST, SECOND]


@pytest.mark.parametrize(
    ("before", "after", "elsewhere", "read_as"),
    [
        pytest.param("the engi-", "neers came", "", "the engineers came", id="a broken word"),
        pytest.param("the engi\u00ad", "neers came", "", "the engineers came", id="a soft hyphen"),
        pytest.param("a well-", "known man", "They call it well-known.", "a well-known man", id="a compound known from elsewhere"),
        pytest.param("the fish-", "transport firm", "Some fish needs transport.", "the fish-transport firm", id="two words of the text"),
        pytest.param("the Anglo-", "Danish line", "", "the Anglo-Danish line", id="a capital follows"),
        pytest.param("he waited -", "and left", "", "he waited - and left", id="a dash"),
    ],
)  # fmt: skip
def test_hyphens_at_line_ends(before: str, after: str, elsewhere: str, read_as: str) -> None:
    pad = "It was long past noon when they said of"
    article = read([*TOP, (60, 690, 10, f"{pad} {before}"), (60, 676, 10, f"{after} and that it was no use at all."), (60, 640, 10, elsewhere)])  # fmt: skip
    assert read_as in article.text


def test_running_heads_feet_and_page_numbers_are_on_record_and_not_in_the_text() -> None:
    pages = [
        [(60, 815, 8, "The Tarnby Courier"), *set_down([text], 60, 760, 70), (290, 30, 8, f"Page {n} of 3")]
        for n, text in enumerate([FIRST, SECOND, THIRD], 1)
    ]
    article = read(*pages)
    assert article.text.split("\n\n") == [FIRST, SECOND, THIRD]
    footers = [piece.text for piece in article.removed if piece.reason is Reason.FOOTER]
    assert sorted(footers) == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3", *["The Tarnby Courier"] * 3]
    assert all(piece.why and piece.origin.startswith("page ") for piece in article.removed)


def test_what_a_browser_prints_at_the_edges_is_removed_and_gives_the_address() -> None:
    edges: list[Text] = [
        (20, 820, 8, "07/03/2031, 18:30"),
        (20, 20, 8, "https://tarnby.example/bridge"),
        (560, 20, 8, "1/1"),
    ]
    article = read([*TOP, *set_down([FIRST, SECOND], 60, 690, 70), *edges], facts={"Producer": "Skia/PDF", "CreationDate": "D:20310309"})  # fmt: skip
    assert article.url == "https://tarnby.example/bridge"
    assert article.published is None
    assert article.text.split("\n\n") == [FIRST, SECOND]


def test_headings_lists_captions_and_drop_capitals() -> None:
    small = "Photograph: The bridge in winter, with its lamp."
    article = read(
        [
            *TOP,
            (60, 690, 30, "T"), *[(80 if n < 2 else 60, 704 - 14 * n, 10, text) for n, (_, _, _, text) in enumerate(set_down([FIRST[1:]], 60, 0, 60))],
            (60, 600, 7, small),
            (60, 570, 14, "What comes next"),
            *set_down([SECOND], 60, 550, 60),
            (60, 460, 10, "**The money"),
            (60, 440, 10, "• a lamp on the bridge that is seen by night from far off and"),
            (72, 426, 10, "the ferry"),
            (60, 412, 10, "• a ferry"),
        ]
    )  # fmt: skip
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.PARAGRAPH, FIRST),
        (BlockKind.CAPTION, small),
        (BlockKind.HEADING, "What comes next"),
        (BlockKind.PARAGRAPH, SECOND),
        (BlockKind.HEADING, "The money"),
        (BlockKind.LIST_ITEM, "a lamp on the bridge that is seen by night from far off and the ferry"),
        (BlockKind.LIST_ITEM, "a ferry"),
    ]


def test_what_the_file_says_of_itself_counts_where_the_page_does_not() -> None:
    facts = {"Title": HEADLINE, "Author": "Ann Roe", "CreationDate": "D:20310307120000Z"}
    article = read([(60, 760, 30, "THE COURIER"), *TOP[:0], (60, 720, 20, HEADLINE), *set_down([FIRST], 60, 690, 70)], facts=facts)  # fmt: skip
    assert (article.title, article.authors, article.published) == (HEADLINE, ("Ann Roe",), "2031-03-07")
    unnamed = read([*TOP, *set_down([FIRST], 60, 690, 70)], facts={"Title": "Microsoft Word - final.docx"})
    assert unnamed.title == HEADLINE


def test_sideways_text_is_on_record() -> None:
    content = pdf([[*TOP, *set_down([FIRST, SECOND], 60, 690, 70), (20000001, 300, 8, "Printed on the quay")]])
    turned = content.replace(b"20000001 300 Td", b"0 1 -1 0 9 9 Tm")
    article = cleaned(turned, "ferry.pdf")
    assert [piece.text for piece in article.removed if "sideways" in piece.why] == ["Printed on the quay"]


def test_a_page_that_is_turned_is_read_like_any_other() -> None:
    edge: list[Text] = [(290, 30, 8, "7")]
    article = cleaned(pdf([[*TOP, *set_down([FIRST, SECOND], 60, 690, 70), *edge]], turned=True), "ferry.pdf")
    assert (article.title, article.text.split("\n\n")) == (HEADLINE, [FIRST, SECOND])
    assert [piece.text for piece in article.removed] == ["7"]


def test_text_without_spaces_is_joined_without_any() -> None:
    lines: list[Text] = [(60, 690 - 14 * n, 10, JAPANESE[n * 15 : n * 15 + 15]) for n in range(3)]
    assert read([(60, 760, 24, "旋回橋、通行禁止へ"), *lines]).text == JAPANESE


def test_a_locked_file_says_what_to_do() -> None:
    with pytest.raises(
        UnreadableInput, match=r"^a\.pdf is locked with a password; save a copy without it, and add that\.$"
    ):
        cleaned(pdf([TOP], extra=LOCKED), "a.pdf")


def test_pages_without_text_are_told() -> None:
    content = pdf([[*TOP, *set_down([FIRST], 60, 690, 70)], [(0, 0, 10, "")]])
    picture = content.replace(b"BT /F1 10 Tf 0 0 Td <> Tj ET", b"0 0 9 9 re f             ")
    assert cleaned(picture, "a.pdf").warnings == (
        "1 of 2 pages hold only pictures; what is written in them could not be read.",
    )


def test_a_file_of_endless_pages_is_read_as_far_as_an_article_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_module, "MAX_CHARACTERS", 150)
    article = cleaned(pdf([set_down([text], 60, 760, 70) for text in (FIRST, SECOND, THIRD)]), "a.pdf")
    assert article.text.split("\n\n") == [FIRST]
    assert article.warnings == ("The last 2 pages were left out: the file is longer than an article may be.",)


def test_the_capture_is_untouched() -> None:
    content = pdf([[*TOP, *set_down([FIRST], 60, 690, 70)]])
    assert capture(content, "a.pdf").content == content
