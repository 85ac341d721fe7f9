"""What is made of the model's shares: one body, a headline, who signed and when."""

from __future__ import annotations

import numpy as np
import pytest

from reader.cleaning import whole_page as module
from reader.cleaning.line_model import BODY, DAY, KINDS, OTHER, TITLE, WRITER
from reader.cleaning.lines import Unit
from reader.cleaning.whole_page import WholePage, whole_page

Line = tuple[str, int, float]
MENU: list[Line] = [(f"Menu {number}", OTHER, 1.0) for number in range(15)]
PROSE = (
    "The harbour master counted the ships on the morning of the fair, and wrote the name of each of them in his book."
)
HEADLINE = "Harbour master counts the ships of the fair"


def body(count: int, share: float = 0.99) -> list[Line]:
    return [(f"{number}. {PROSE}", BODY, share) for number in range(count)]


def page(monkeypatch: pytest.MonkeyPatch, *parts: list[Line]) -> tuple[WholePage | None, list[str]]:
    """What is made of those lines where the model gives each its kind with that share, and OTHER the rest."""
    lines = [line for part in parts for line in part]
    shares = np.zeros((len(lines), KINDS), np.float32)
    for row, (_, kind, share) in zip(shares, lines, strict=True):
        row[OTHER] = 1 - share
        row[kind] = share
    monkeypatch.setattr(module, "shares_of", lambda _units, *, words: shares)
    texts = [text for text, _, _ in lines]
    return whole_page([Unit(text, 2 * at + 1) for at, text in enumerate(texts)]), texts


def test_a_small_piece_apart_is_of_the_body_only_where_it_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    for share, kept in ((0.6, 10), (0.95, 11)):
        teaser = [(PROSE, BODY, share), (PROSE, BODY, share)]
        found, texts = page(monkeypatch, MENU, body(10), MENU, teaser, MENU)
        assert found is not None
        assert [texts[at] for at in found.body][:10] == [text for text, _, _ in body(10)]
        assert (len(found.body) > 10) == (kept > 10)


def test_one_doubtful_line_within_the_body_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    found, _ = page(monkeypatch, MENU, body(8)[:4], [(PROSE, BODY, 0.4)], body(8)[4:], MENU)
    assert found is not None
    assert len(found.body) == 9


def test_an_article_that_a_page_holds_twice_is_kept_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found, texts = page(monkeypatch, MENU, body(6), [("Menu", OTHER, 1.0)], body(6), MENU)
    assert found is not None
    assert [texts[at] for at in found.body] == [text for text, _, _ in body(6)]


def test_of_two_headlines_as_likely_the_upper_one_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    found, texts = page(
        monkeypatch, MENU, [(HEADLINE, TITLE, 0.9), ("How the ships of the fair came in", TITLE, 0.92)], body(8), MENU
    )
    assert found is not None
    assert found.title is not None
    assert texts[found.title] == HEADLINE


def test_a_headline_speaks_of_what_the_body_speaks_of(monkeypatch: pytest.MonkeyPatch) -> None:
    found, texts = page(
        monkeypatch, MENU, [("Our Mortgage Calculator Explained", TITLE, 0.9), (HEADLINE, TITLE, 0.7)], body(8), MENU
    )
    assert found is not None
    assert found.title is not None
    assert texts[found.title] == HEADLINE


SIGNED = {
    "by": ("By Ann Sharpe", ("Ann Sharpe",)),
    "by and date": ("Posted on March 3, 2031 by Ann Sharpe", ("Ann Sharpe",)),
    "a date before the name": ("March 3, 2031 Ann Sharpe", ("Ann Sharpe",)),
    "a name and an office": ("Ann Sharpe | Guest columnist", ("Ann Sharpe",)),
    "a label, whose words are also written small": ("Harbour Master", ()),
    "a reviewer": ("Reviewed by Ann Sharpe", ()),
}


@pytest.mark.parametrize(("line", "authors"), SIGNED.values(), ids=list(SIGNED))
def test_who_signed(monkeypatch: pytest.MonkeyPatch, line: str, authors: tuple[str, ...]) -> None:
    found, texts = page(monkeypatch, MENU, [(HEADLINE, TITLE, 0.9), (line, WRITER, 0.6)], body(8), MENU)
    assert found is not None
    assert found.authors == authors
    assert (line in [texts[at] for at in found.signed]) == bool(authors or "March" in line)


def test_the_date_of_the_last_change_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    dates = [("Updated March 5, 2031 • 4 min read", DAY, 0.9), ("March 3, 2031 • Harbours", DAY, 0.8)]
    found, _ = page(monkeypatch, MENU, [(HEADLINE, TITLE, 0.9)], dates, body(8), MENU)
    assert found is not None
    assert (found.published, found.modified) == ("2031-03-03", "2031-03-05")


NO_PAGE = {
    "too few lines that are not the article": [MENU[:5], body(8), MENU[:5]],
    "next to no body": [MENU, body(2), MENU],
    "a script that the model does not know": [MENU, [(f"{n} Паром снова ходит по понедельникам, и начальник порта этому рад, как и весь город.", BODY, 0.99) for n in range(8)], MENU],
}  # fmt: skip


@pytest.mark.parametrize("parts", NO_PAGE.values(), ids=list(NO_PAGE))
def test_what_is_left_to_the_rules(monkeypatch: pytest.MonkeyPatch, parts: list[list[Line]]) -> None:
    assert page(monkeypatch, *parts)[0] is None


STANDFIRST = "Nobody in the town remembers a fair with as many boats as this one"


def test_the_shorter_line_above_a_standfirst_is_the_headline(monkeypatch: pytest.MonkeyPatch) -> None:
    for share, wanted in ((0.04, HEADLINE), (0.01, STANDFIRST)):
        found, texts = page(monkeypatch, MENU, [(HEADLINE, TITLE, share), (STANDFIRST, TITLE, 0.4)], body(10), MENU)
        assert found is not None and found.title is not None and texts[found.title] == wanted
    way = "The harbour / Ships / Fair"
    found, texts = page(monkeypatch, MENU, [(way, TITLE, 0.04), (STANDFIRST, TITLE, 0.4)], body(10), MENU)
    assert found is not None and found.title is not None and texts[found.title] == STANDFIRST


def test_the_name_of_an_advertisement_is_no_part_of_the_body(monkeypatch: pytest.MonkeyPatch) -> None:
    found, texts = page(monkeypatch, MENU, body(10)[:5], [("Advertisement", BODY, 0.9)], body(10)[5:], MENU)
    assert found is not None and len(found.body) == 10
    assert "Advertisement" not in [texts[at] for at in found.body]
