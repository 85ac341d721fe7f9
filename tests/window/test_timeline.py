"""The timeline: where dates stand on it, what its list says, and that the drawing and the list follow each other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.article import DateMention
from reader.window.pictures import PictureWindow, Timeline
from reader.window.pictures.happenings import Happening, happening_cards, lanes, scale_of
from reader.window.theme import Theme, ThemeName
from reader.window.theme.colours import LIGHT


def happening(value: str, start: int, sentence: str = "The boat left on Tuesday.", article: int = 1) -> Happening:
    mention = DateMention("Tuesday", start, start + 7, value, "The last Tuesday before publication.")
    return Happening(article, f"Article {article}", mention, sentence)


FOUND = (happening("1912-04", 90), happening("2026-03-03", 17), happening("2026-W11", 40), happening("2026-03-12", 60))


def test_distances_are_true() -> None:
    scale = scale_of([date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 5)])
    assert [place for _, place in scale.knots] == [0.0, 0.25, 1.0]
    assert scale.broken == ()


def test_a_day_of_long_ago_leaves_room_for_the_others() -> None:
    scale = scale_of([date(1912, 4, 14), date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 5)])
    assert scale.at(date(2026, 3, 1)) < 0.8
    assert len(scale.broken) == 1


def test_what_would_lie_over_another_lies_above_it() -> None:
    assert lanes([(0, 10), (5, 12), (12, 20), (12, 14)], 1) == [0, 1, 0, 2]


def test_cards_tell_range_sentence_and_rule() -> None:
    week = happening_cards(FOUND, LIGHT)[2]
    assert week.spoken.startswith("9 March – 15 March 2026: The boat left on Tuesday.")
    assert "The last Tuesday before publication." in week.spoken
    assert "Article 1" not in week.spoken


def test_cards_name_the_article_where_there_are_several() -> None:
    cards = happening_cards([*FOUND, happening("2026-03-20", 5, article=2)], LIGHT)
    assert cards[-1].spoken.endswith("Article 2")


@pytest.fixture
def window(qtbot: QtBot) -> PictureWindow:
    made = PictureWindow(Timeline(Theme(), FOUND), "A test", "Timeline")
    qtbot.addWidget(made)
    made.show_cards(lambda colours: happening_cards(FOUND, colours))
    made.choose_first()
    made.show()
    return made


def test_drawing_follows_the_list_and_the_list_the_drawing(window: PictureWindow) -> None:
    assert window.picture.lit == "1:90"
    window.picture.chosen.emit("1:40")
    assert window.list.current_key() == "1:40"
    window.list.choose("1:60")
    assert window.picture.lit == "1:60"


def test_other_colours_keep_what_is_chosen(window: PictureWindow) -> None:
    window.choose("1:40")
    window.picture.theme.choose(ThemeName.DARK)
    assert window.list.current_key() == "1:40"


def test_saved_as_svg(window: PictureWindow, tmp_path: Path) -> None:
    window.save(tmp_path / "line.svg")
    assert "Apr 1912" in (tmp_path / "line.svg").read_text("utf-8")
