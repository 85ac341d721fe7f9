"""Copied text: its header, its body in blocks, what was taken away with the reason; and not a word lost."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.article import Article, Block, BlockKind, Capture, Reason, UnreadableInput
from reader.cleaning import clean

ONE = "The ferry to Tarnby sails again on Monday, and the harbour master says that he is glad of it."
TWO = "“We had almost given up hope,” said Ann Sharpe, who runs the bakery on the quay with her brother."
THREE = "Nobody knows yet how long the second ship will take, but the yard has promised to try for June."
LAST = "The fare stays what it was before the storm, the company wrote, and children travel free until May."
TITLE = "Ferry returns to Tarnby after winter of storms"
BODY = [ONE, TWO, THREE, LAST]


def article(*lines: str, raw: bool = False, joint: str = "\n\n") -> Article:
    content = joint.join(lines).encode()
    return clean(Capture(content, "text/plain", "ferry.txt", "file", datetime(2031, 3, 1, tzinfo=UTC), raw=raw))


def texts(found: Article, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [block.text for block in found.blocks if block.kind is kind]


def reasons(found: Article) -> dict[str, Reason]:
    return {piece.text: piece.reason for piece in found.removed}


def test_the_whole_header() -> None:
    found = article("Harbours", TITLE, "The company has mended one ship and hopes for the other", "By Ann Sharpe and Tom Reed", "Tarnby", "Monday 3 March 2031 07:15", *BODY)  # fmt: skip
    assert found.section == "Harbours"
    assert found.title == TITLE
    assert found.standfirst == "The company has mended one ship and hopes for the other"
    assert found.authors == ("Ann Sharpe", "Tom Reed")
    assert found.place == "Tarnby"
    assert found.published == "2031-03-03T07:15"
    assert found.language == "en"
    assert texts(found) == BODY
    assert found.text == "\n\n".join(BODY)


HEADERS = {
    "headline alone": ([TITLE], {"title": TITLE}),
    "no headline": ([], {"title": None}),
    "bare name above the date": ([TITLE, "Ann Sharpe", "3 March 2031"], {"authors": ("Ann Sharpe",), "published": "2031-03-03"}),
    "date above the byline": ([TITLE, "3 March 2031", "By Ann Sharpe"], {"authors": ("Ann Sharpe",), "published": "2031-03-03"}),
    "paper above the date": ([TITLE, "The Tarnby Post", "3 March 2031"], {"authors": (), "place": None, "published": "2031-03-03"}),
    "place and date in a line": ([TITLE, "By Jana Weil", "Bad Rennau, 17. September 2024"], {"place": "Bad Rennau", "published": "2024-09-17"}),
    "place in the byline": ([TITLE, "By Ann Sharpe in Tarnby"], {"place": "Tarnby", "authors": ("Ann Sharpe",)}),
    "updated line": ([TITLE, "Published 3 March 2031, updated 4 March 2031"], {"published": "2031-03-03", "modified": "2031-03-04"}),
    "headline printed twice": ([TITLE, TITLE, "By Ann Sharpe"], {"title": TITLE, "authors": ("Ann Sharpe",)}),
    "consent of some length above": (["We and our 214 partners store information on your device. You can change your mind.", TITLE], {"title": TITLE}),
    "way to the page above": (["Home » News » Local", TITLE], {"title": TITLE}),
    "date under its label": ([TITLE, "Ann Sharpe", "Harbour reporter", "Published", "3 March 2031"], {"authors": ("Ann Sharpe",), "published": "2031-03-03"}),
    "change under its label": ([TITLE, "Last updated:", "4 March 2031"], {"modified": "2031-03-04"}),
    "menu above": (["Menu", "Skip to content", TITLE], {"title": TITLE}),
    "date above the headline": (["3 March 2031", TITLE], {"title": TITLE, "published": "2031-03-03"}),
    "question as a headline": (["Why did the ferry to Tarnby stop?", "By Ann Sharpe"], {"title": "Why did the ferry to Tarnby stop?"}),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), HEADERS.values(), ids=list(HEADERS))
@pytest.mark.parametrize("joint", ["\n", "\n\n", "\r\n"], ids=["lines", "blank lines", "windows lines"])
def test_headers(lines: list[str], expected: dict[str, object], joint: str) -> None:
    found = article(*lines, *BODY, joint=joint)
    assert {name: getattr(found, name) for name in expected} == expected
    assert texts(found) == BODY


def test_a_writers_role_and_a_dates_label_head_nothing() -> None:
    found = article(TITLE, "Ann Sharpe", "Harbour reporter", "Published", "3 March 2031", *BODY)
    assert [block.kind for block in found.blocks] == [BlockKind.PARAGRAPH] * 4
    assert reasons(found) == {"Harbour reporter": Reason.OTHER}


def test_an_agencys_dateline_gives_the_place_and_stays() -> None:
    first = "TARNBY, Wessel (Wirepress) - " + ONE
    found = article(TITLE, first, TWO)
    assert found.place == "TARNBY, Wessel"
    assert texts(found)[0] == first


def test_a_datelines_day_is_no_part_of_its_place() -> None:
    assert article(TITLE, "TARNBY, March 4 — " + ONE, TWO).place == "TARNBY"
    assert article(TITLE, "TARNBY, Wessel, March 4 — " + ONE, TWO).place == "TARNBY, Wessel"


def test_a_second_date_and_a_second_place_stay_on_record() -> None:
    found = article(TITLE, "3 March 2031", "5 March 2031", "By Ann Sharpe in Tarnby", "By Tom Reed in Wessel", *BODY)
    assert (found.published, found.place) == ("2031-03-03", "Tarnby")
    assert {"5 March 2031", "Wessel"} <= set(reasons(found))


def test_a_caption_printed_twice_is_kept_once() -> None:
    caption = "The old ferry at the quay of Tarnby in winter"
    found = article(TITLE, "By Ann Sharpe", caption, caption, *BODY)
    assert texts(found, BlockKind.CAPTION) == [caption]
    assert reasons(found)[caption] is Reason.DUPLICATE
    below = article(TITLE, "By Ann Sharpe", ONE, caption, caption, TWO)
    assert texts(below, BlockKind.CAPTION) == [caption]
    assert texts(below) == [ONE, TWO]


BETWEEN = {
    "registration wall": ("Please register or sign in to continue reading", Reason.REGISTRATION),
    "consent": ("We use cookies to measure who visits", Reason.CONSENT),
    "newsletter": ("Get the harbour newsletter by email every morning", Reason.NEWSLETTER),
    "comment promo": ("Join our commenting forum", Reason.COMMENTS),
    "advert": ("Advertisement", Reason.ADVERT),
    "sharing": ("Share this article", Reason.SHARING),
    "date": ("3 March 2031", Reason.OTHER),
    "agency credit": ("Reporting by Ann Sharpe; Editing by Tom Reed", Reason.OTHER),
    "footer": ("© 2031 The Tarnby Courier", Reason.FOOTER),
    "glued buttons": ("ShareTweetEmail", Reason.SHARING),
}


@pytest.mark.parametrize(("line", "reason"), BETWEEN.values(), ids=list(BETWEEN))
@pytest.mark.parametrize("at", [3, 5], ids=["in the middle", "at the end"])
def test_what_is_no_article_is_removed_with_its_reason(line: str, reason: Reason, at: int) -> None:
    lines = [TITLE, *BODY]
    found = article(*lines[:at], line, *lines[at:])
    assert texts(found) == BODY
    [piece] = found.removed
    assert (piece.text, piece.reason, piece.position) == (line, reason, at - 1)
    assert piece.why.endswith(".")
    assert piece.origin == f"line {2 * at + 1}"


def test_the_publisher_is_read_in_the_footer() -> None:
    assert article(TITLE, *BODY, "© 2031 The Tarnby Courier. All rights reserved.").publisher == "The Tarnby Courier"


def test_what_follows_the_end_is_removed_as_its_heading_says() -> None:
    found = article(TITLE, *BODY, "Most read", "Seals seen off the northern pier", "Mill to open as a museum")
    assert texts(found) == BODY
    assert set(reasons(found).values()) == {Reason.NAVIGATION}
    assert len(found.removed) == 3


KINDS = {
    "sub-heading": ("A winter without ships", BlockKind.HEADING, "A winter without ships", 2),
    "marked heading": ("### What comes next", BlockKind.HEADING, "What comes next", 3),
    "time of a live page": ("10.30am", BlockKind.HEADING, "10.30am", 3),
    "bullet": ("• Sailings begin on Monday.", BlockKind.LIST_ITEM, "Sailings begin on Monday.", 1),
    "numbered": ("1. Sailings begin on Monday.", BlockKind.LIST_ITEM, "1. Sailings begin on Monday.", 1),
    "quoted": ("> Ships are patient things.", BlockKind.QUOTATION, "Ships are patient things.", 0),
    "credit": ("Photo: Ola Nwosu", BlockKind.CAPTION, "Photo: Ola Nwosu", 0),
    "related, led by a word": ("Read more: Company orders two ships", BlockKind.RELATED, "Read more: Company orders two ships", 0),
    "related, a headline": ("Harbour board splits over plan to sell the last of the three old ferries", BlockKind.RELATED, None, 0),
    "related, a headline with a quotation": ("Vane on the ferry: 'We will probably sail again'", BlockKind.RELATED, None, 0),
    "short sentence": ("It did not.", BlockKind.PARAGRAPH, "It did not.", 0),
    "said, and a quotation": ('His wife, Anna Vane, told the court: "Colin is no thief. He wept."', BlockKind.PARAGRAPH, None, 0),
    "said, and a quoted question": ("Asked by the judge, Vane replied: “Where was I?”", BlockKind.PARAGRAPH, None, 0),
    "a quotation with a full stop": ("Her answer to him: “No.”", BlockKind.PARAGRAPH, None, 0),
    "a short quotation": ("“We then sailed.”", BlockKind.PARAGRAPH, None, 0),
    "a quoted sub-heading": ("“We then sailed”", BlockKind.HEADING, None, 2),
}  # fmt: skip


@pytest.mark.parametrize(("line", "kind", "text", "level"), KINDS.values(), ids=list(KINDS))
def test_what_stands_between_paragraphs(line: str, kind: BlockKind, text: str | None, level: int) -> None:
    found = article(TITLE, ONE, TWO, line, THREE, LAST)
    block: Block = found.blocks[2]
    assert (block.kind, block.text, block.level) == (kind, text or line, level)
    assert (block.start is None) is (kind in {BlockKind.CAPTION, BlockKind.RELATED})
    assert not found.removed


def test_lines_broken_at_a_column_are_joined() -> None:
    wrapped = "The ferry to Tarnby sails again on Monday, and the harbour\nmaster says that he is glad of it, though the winter was so\nlong that nobody in the town would have believed it."
    assert texts(article(TITLE, wrapped, TWO)) == [wrapped.replace("\n", " "), TWO]


@pytest.mark.parametrize("content", ["?!\n…\n---", "“”", "\n\n\u200b\n"], ids=["signs", "marks", "nothing to see"])
def test_a_text_without_words_is_named(content: str) -> None:
    with pytest.raises(UnreadableInput, match=r"^ferry\.txt has no words in it; there is nothing to read\.$"):
        article(content)


@pytest.mark.parametrize("text", ["One.\n\n\nTwo  \n \nthree\n", "  Sign in\n\nShare\n", "\tA\u00a0b\n\n\n", "a\r\n\r\nb"], ids=["gaps", "boilerplate", "spaces", "windows lines"])  # fmt: skip
def test_raw_keeps_the_text_to_the_character(text: str) -> None:
    found = article(text, raw=True)
    assert found.text == text
    assert not found.removed
    assert (found.title, found.authors) == (None, ())
    assert all(text[span.start : span.end] == block.text for span, block in found.body())
    assert "".join(text.split()) == "".join("".join(block.text for block in found.blocks).split())


PAGE_ABOVE = [
    "Skip to content", "Menu", "News", "Sport", "Weather", "Harbours", "Timetables", "Letters", "Shop", "Log in", "Subscribe", "Search",
    "Home", "News", "Harbours",
]  # fmt: skip
PAGE_HEADER = [TITLE, "The company has mended one ship and hopes for the other", "By Ann Sharpe", "3 March 2031", "5 min read", "Share", "Save"]  # fmt: skip
CAPTION = "The old ferry at the quay of Tarnby in winter"
PAGE_BODY = [
    "The ferry to Tarnby sails again on Monday, and the harbour master says that he is glad of it, for the winter was long and the town had no other way across the sound.",
    "“We had almost given up hope,” said Ola Nwosu, who runs the bakery on the quay with her brother. “Nobody came, and the flour came late when it came at all.”",
    "The company had taken both of its ships to the yard in November, after a storm tore the rudder from one and flooded the engine room of the other.",
    "Nobody knows yet how long the second ship will take, but the yard has promised to try for June, and has hired twenty more welders to keep its word.",
    "The fare stays what it was before the storm, the company wrote in a letter to its passengers, and children travel free until the end of May.",
    "The mayor, who had asked for a bridge every winter for eleven years, said that he would come to the quay on Monday to see the first ship leave.",
    "“A bridge does not sink,” he said, “but I will wave all the same, because a town without a ferry is an island, and we have been one for long enough.”",
]  # fmt: skip
PAGE_BELOW = [
    "Share this article", "Sign up to our newsletter", "Enter your email address", "Related stories",
    "Seals seen off the northern pier", "2 days ago", "Mill to open as a museum", "4 days ago", "Baker wins prize for rye loaf",
    "1 week ago", "14 Comments", "Log in to join the conversation", "Most read", "1", "Council raises parking fees", "2", "Storm takes roof of school",
    "3", "Lost dog found on island", "About us", "Contact us", "Careers", "Privacy policy", "Cookie policy", "Terms of use",
    "We use cookies to measure who visits", "Accept all", "© 2031 The Tarnby Courier. All rights reserved.",
]  # fmt: skip


@pytest.mark.parametrize("joint", ["\n", "\n\n"], ids=["lines", "blank lines"])
def test_a_page_pasted_whole_comes_out_as_its_article(joint: str) -> None:
    body = [*PAGE_BODY[:2], CAPTION, CAPTION, *PAGE_BODY[2:]]
    found = article(*PAGE_ABOVE, *PAGE_HEADER, *body, *PAGE_BELOW, joint=joint)
    assert found.title == TITLE
    assert found.authors == ("Ann Sharpe",)
    assert found.published == "2031-03-03"
    assert found.publisher == "The Tarnby Courier"
    assert [text for text in texts(found) if text in PAGE_BODY] == PAGE_BODY
    assert not {*PAGE_ABOVE, *PAGE_BELOW} & {text for block in found.blocks for text in [block.text]}
    why = reasons(found)
    assert why["We use cookies to measure who visits"] is Reason.CONSENT
    assert why["Sign up to our newsletter"] is Reason.NEWSLETTER
    assert why["14 Comments"] is Reason.COMMENTS
    assert why["Timetables"] is Reason.NAVIGATION
    assert why["Seals seen off the northern pier"] is Reason.NAVIGATION
    assert why["© 2031 The Tarnby Courier. All rights reserved."] is Reason.FOOTER
    assert sum(block.text == CAPTION for block in found.blocks) <= 1


def test_no_line_of_a_page_pasted_whole_is_lost() -> None:
    lines = [*PAGE_ABOVE, *PAGE_HEADER, *PAGE_BODY, *PAGE_BELOW]
    found = article(*lines)
    kept = [block.text for block in found.blocks] + [piece.text for piece in found.removed] + [found.title]
    assert sorted(filter(None, kept)) == sorted(lines)


SIGNATURES = {
    "date in the byline": (["By Ann Sharpe on 3 March 2031"], ("Ann Sharpe",), "2031-03-03"),
    "by on a line of its own": (["By", "Ann Sharpe", "3 March 2031"], ("Ann Sharpe",), "2031-03-03"),
    "glued": (["BY ANN SHARPEPUBLISHED: MAR 3, 2031"], ("Ann Sharpe",), "2031-03-03"),
    "two writers": (["By Ann Sharpe and Tom Reed", "Published March 3, 2031"], ("Ann Sharpe", "Tom Reed"), "2031-03-03"),
    "the editor is no writer": (["Written by Ann Sharpe", "Edited by Tom Reed", "March 3, 2031"], ("Ann Sharpe",), "2031-03-03"),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "authors", "published"), SIGNATURES.values(), ids=list(SIGNATURES))
def test_who_signed_a_page_pasted_whole_and_when(lines: list[str], authors: tuple[str, ...], published: str) -> None:
    found = article(*PAGE_ABOVE, TITLE, *lines, *PAGE_BODY, *PAGE_BELOW)
    assert (found.title, found.authors, found.published) == (TITLE, authors, published)


def test_a_live_page_keeps_every_post() -> None:
    posts = [line for hour, post in enumerate(PAGE_BODY) for line in (f"1{hour}:30", f"Post {hour}", post)]
    found = article(*PAGE_ABOVE, TITLE, *posts, *PAGE_BELOW)
    assert [text for text in texts(found) if text in PAGE_BODY] == PAGE_BODY
    assert {"10:30", "16:30"} <= set(texts(found, BlockKind.HEADING))


GERMAN_MENU = (
    "Startseite|Nachrichten|Sport|Wetter|Häfen|Fahrpläne|Leserbriefe|Anmelden|Suche|Abo|Karten|Archiv|Merkzettel".split(
        "|"
    )
)
GERMAN_BODY = [
    "Die Fähre nach Bad Rennau fährt ab Montag wieder, und der Hafenmeister freut sich darüber, denn der Winter war lang und die Stadt hatte keinen anderen Weg über den Sund.",
    "„Wir hatten die Hoffnung schon aufgegeben“, sagte Jana Weil, die mit ihrem Bruder die Bäckerei am Kai führt. „Niemand kam, und das Mehl kam spät, wenn es überhaupt kam.“",
    "Die Reederei hatte ihre beiden Schiffe im November in die Werft gebracht, nachdem ein Sturm das Ruder des einen abgerissen und den Maschinenraum des anderen überflutet hatte.",
    "Niemand weiß, wie lange das zweite Schiff noch brauchen wird, doch die Werft hat versprochen, es bis zum Juni zu versuchen, und zwanzig weitere Schweißer eingestellt.",
    "Der Fahrpreis bleibt, wie er vor dem Sturm war, schrieb die Reederei in einem Brief an ihre Fahrgäste, und Kinder fahren bis Ende Mai kostenlos mit.",
]  # fmt: skip


def test_a_page_in_another_language_comes_through() -> None:
    found = article(
        *GERMAN_MENU, "Fähre nach Bad Rennau fährt wieder", "17. September 2024", *GERMAN_BODY, *GERMAN_MENU
    )
    assert [text for text in texts(found) if text in GERMAN_BODY] == GERMAN_BODY
    assert found.language == "de"
    assert not set(GERMAN_MENU) & set(texts(found))


JAPANESE = "港の船は月曜日にふたたび動き出し、町の人びとは長い冬が終わったことを喜んでいると港長は語った。"


def test_a_page_in_a_script_that_the_model_does_not_know_keeps_its_text() -> None:
    lines = [*(f"見出し{number}" for number in range(20)), *(f"{number}日目。{JAPANESE}" for number in range(1, 6))]
    found = article(*lines)
    assert [text for text in texts(found) if JAPANESE in text] == lines[20:]


LONG = {
    "one word": "w" * 1_000_000,
    "one line": "word " * 200_000,
    "angle brackets": "a" + "<" * 1_000_000,
    "capitals": "Aa " * 30_000,
    "at signs": "@" * 200_000 + "a",
    "many dates": "2 April 2018 " * 10_000,
    "many short lines": "Short line\n" * 20_000,
    "many lines of signs": ("a@" * 150 + "\n") * 500,
    "quotation marks": "a" + '"' * 500_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=list(LONG))
def test_what_is_built_to_be_slow_is_read_whole(text: str) -> None:
    assert landed(text, article(text)) == set()


WORDS = re.compile(r"\w+")
LEADS = set("by von par and und et y e in at of for reporting analysis updated published on".split())
"""What a byline or date line says by its place in the record: these words are in no field."""
LINES = [
    *BODY, TITLE, "World", "By Ann Sharpe", "By Ann Sharpe and Tom Reed in Tarnby", "By Ola Nwosu in Wessel", "Ann Sharpe",
    "Ann Sharpe, political editor", "By Ann Sharpe, Tarnby Courier, @annsharpe", "Tarnby", "Tarnby, 2 April 2018",
    "Wessel, 5 May 2019", "Monday 02 April 2018", "Published 2 April 2018, updated 3 April 2018", "Updated on 4 April 2018",
    "A second line says what the first one did not say", "# Heading", "> a line that is quoted", "• a bullet", "1. one", "10.30am",
    "Read more: Another story of the ferry", "Reporting by Ann Sharpe; Editing by Tom Reed", "“It is good,” she said.",
    "Sign up to our newsletter", "Share", "© 2018 Tarnby Courier", "Photo: Ann Sharpe", "Most read", "Comments",
    "TARNBY, Wessel (Wirepress) - The mayor opened the dock on Friday and spoke for an hour.",
]  # fmt: skip


def landed(text: str, found: Article) -> set[str]:
    """The words of `text` that are nowhere in the article's record."""
    fields = (found.title, found.standfirst, *found.authors, found.place, found.section, found.publisher)
    pieces = [*(block.text for block in found.blocks), *(piece.text for piece in found.removed)]
    known = set(WORDS.findall(" ".join([*pieces, *filter(None, fields)]).casefold()))
    for line in LINES:  # a date that is the article's own is on record as ISO 8601
        if (("2 April 2018" in line or "02 April 2018" in line) and "2018-04-02" in {found.published, found.modified}) or (
            "4 April 2018" in line and "2018-04-04" in {found.published, found.modified}
        ) or ("5 May 2019" in line and found.published == "2019-05-05"):  # fmt: skip
            known |= set(WORDS.findall(line.casefold()))
    return set(WORDS.findall(text.casefold())) - known - LEADS


@settings(max_examples=150, deadline=None)
@given(lines=st.lists(st.sampled_from(LINES), min_size=1, max_size=9), joint=st.sampled_from(["\n", "\n\n"]))
@example(lines=[TITLE, "Tarnby, 2 April 2018", "Wessel, 5 May 2019", ONE], joint="\n")
@example(lines=[TITLE, "By Ann Sharpe and Tom Reed in Tarnby", "By Ola Nwosu in Wessel", ONE], joint="\n")
def test_no_word_of_a_copied_page_is_lost(lines: list[str], joint: str) -> None:
    text = joint.join(lines)
    assert landed(text, article(text)) == set()


@settings(max_examples=40, deadline=None)
@given(
    lines=st.permutations(
        [*PAGE_ABOVE, TITLE, "By Ann Sharpe", "2 April 2018", *PAGE_BODY, CAPTION, CAPTION, *PAGE_BELOW]
    )
)
def test_no_word_of_a_page_pasted_whole_is_lost(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    assert landed(text, article(text)) == set()


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from(" \n.,“”"), max_size=400)
)
def test_no_word_of_any_text_is_lost(text: str) -> None:
    if not any(character.isalnum() for character in text):
        return
    assert landed(text, article(text)) == set()


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300))
def test_raw_keeps_any_text_to_the_character(text: str) -> None:
    if text.encode("utf-8", "surrogatepass")[:3] == b"\xef\xbb\xbf" or any("\ud800" <= c <= "\udfff" for c in text):
        return
    assert article(text, raw=True).text == text
