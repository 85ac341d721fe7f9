"""Who gets to speak: the words of each voice over articles, what the list says, and the drawing."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.library import Opened
from reader.window.inspector.content import speaker_name
from reader.window.pictures import PictureWindow, Voices
from reader.window.pictures.voices import Heard, voice_cards, voices
from reader.window.theme import Theme
from reader.window.theme.colours import LIGHT

FOUND = (Heard("Ilse Brandt", 75, 3, 1, 0), Heard("Lise Moen", 25, 1, 2, 4))


def test_voices_are_added_up_over_articles(opened: Opened) -> None:
    once, twice = voices([opened]), voices([opened, opened])
    assert once
    assert [heard.words for heard in twice] == [2 * heard.words for heard in once]
    assert [heard.key for heard in twice] == [heard.key for heard in once]


def test_the_first_quotation_is_theirs(opened: Opened) -> None:
    assert opened.analysis is not None
    for heard in voices([opened]):
        assert speaker_name(opened.analysis.quotes[heard.first].speaker) == heard.name


def test_cards_tell_words_share_and_quotations() -> None:
    spoken = [card.spoken for card in voice_cards(FOUND, LIGHT)]
    assert spoken == [
        "Ilse Brandt, 75 words, 75% of all that is quoted, 3 quotations",
        "Lise Moen, 25 words, 25% of all that is quoted, 1 quotation",
    ]


@pytest.fixture
def window(qtbot: QtBot) -> PictureWindow:
    made = PictureWindow(Voices(Theme(), FOUND), "A test", "Voices")
    qtbot.addWidget(made)
    made.show_cards(lambda colours: voice_cards(FOUND, colours))
    made.choose_first()
    made.show()
    return made


def test_drawing_follows_the_list_and_is_saved(window: PictureWindow, tmp_path: Path) -> None:
    window.list.choose("2:4")
    assert window.picture.lit == "2:4"
    window.save(tmp_path / "voices.svg")
    assert "Lise Moen" in (tmp_path / "voices.svg").read_text("utf-8")
