"""The main job: a messy paste goes in, who said what comes out, and it is still there tomorrow."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_window import ALT, CTRL, SHIFT, Reader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reader.article import BlockKind, Reason
from reader.window.inspector import ENTITIES, NOTES, QUOTES, SOURCE

FIRST_ARTICLE = sorted((Path(__file__).resolve().parents[3] / "shared" / "seeds").glob("*.txt"))[:1]
HEADLINE = "Glass museum to shut its doors after lottery grant falls through"
BODY = [
    "The glass museum at Thornley will shut at the end of June after a lottery grant on which its trustees had "
    "counted was given elsewhere, its director told staff on Tuesday.",
    "“We have run out of money before we ran out of ideas,” Director Ines Falk said, standing in the furnace hall.",
    "Ms Falk called the decision “a door closed in our faces”. The director said 31 people would lose their work.",
    "Councillor Tom Averill, who leads the town's arts committee, said that the council would look for another buyer "
    "for the collection, which holds 4,000 pieces.",
    *(
        f"Room {number} of the museum shows glass from the {number}th year of the works, when the furnaces were "
        "stoked by night and the cutters came in at dawn, and a visitor can still see the marks of their wheels."
        for number in range(10, 40)
    ),
    "“If the pieces leave this town, they will never come back,” said Mr Averill.",
]
PASTED = "\n\n".join(
    [
        f"{HEADLINE}\n\nTrustees had counted on the money, director tells staff",
        "Petra Lindqvist\nThornley\nWednesday 12 June 2019 09:05\n"
        "Visitors in the furnace hall, where glass has been blown since 1887\n"
        "Visitors in the furnace hall, where glass has been blown since 1887",
        *BODY,
        "Register for free to continue reading",
        "Already have an account? sign in",
    ]
)


def test_paste_read_pick_a_quote_write_a_note_quit_and_find_it_all_again(reader_without_samples: Reader) -> None:
    reader = reader_without_samples
    reader.start()
    reader.copy(PASTED)
    reader.press(Qt.Key.Key_V, CTRL)
    reader.wait(lambda: reader.has_analysed(HEADLINE))
    window = reader.window
    opened = window.opened
    assert opened is not None
    article = opened.article
    assert article.published == "2019-06-12T09:05"
    assert article.authors == ("Petra Lindqvist",)
    assert "Register for free" not in window.page.toPlainText()
    assert Reason.REGISTRATION in {piece.reason for piece in article.removed}
    captions = [block.text for block in article.blocks if block.kind is BlockKind.CAPTION]
    assert captions == ["Visitors in the furnace hall, where glass has been blown since 1887"], (
        "printed twice, kept once"
    )

    reader.press(Qt.Key.Key_1, ALT)
    reader.press(Qt.Key.Key_Q)
    index = window.inspector.current_quote()
    assert index is not None and opened.analysis is not None
    quote = opened.analysis.quotes[index]
    assert quote.text.startswith("We have run out of money")
    assert article.text[window.lit[0].start : window.lit[-1].end].startswith("We have run out of money")
    reader.press(Qt.Key.Key_Y)
    copied = QGuiApplication.clipboard().text()
    assert "We have run out of money before we ran out of ideas" in copied and "Ines Falk" in copied

    reader.press(Qt.Key.Key_Return)
    assert window.page.hasFocus()
    reader.press(Qt.Key.Key_Right, SHIFT, times=7)
    assert window.page.selected_span() is not None, "the caret stands where the quotation was lit"
    reader.press(Qt.Key.Key_N, CTRL)
    assert window.inspector.tabs.currentIndex() == NOTES and window.inspector.editor.hasFocus()
    reader.type("Ask Falk who got the grant.")
    reader.press(Qt.Key.Key_Escape)
    reader.press(Qt.Key.Key_Return)
    assert window.page.hasFocus()
    reader.press(Qt.Key.Key_Space, times=2)
    reader.wait(lambda: window.page.verticalScrollBar().value() > 0)
    before = window.page.position()
    reader.quit()

    reader.start()
    window = reader.window
    opened = window.opened
    assert opened is not None and opened.article.title == HEADLINE
    assert [note.body for note in opened.notes] == ["Ask Falk who got the grant."]
    span = opened.notes[0].span
    assert span is not None and opened.article.text[span.start : span.end] == "We have"
    assert before > 0 and window.page.position() == before
    reader.wait(lambda: window.page.verticalScrollBar().value() > 0)
    assert opened.analysis is not None, "who said what is not worked out a second time"
    reader.press(Qt.Key.Key_4, ALT)
    assert window.inspector.lists[NOTES].keys() == [opened.notes[0].key]
    reader.quit()


def test_pointing_at_a_name_goes_through_its_mentions(reader_without_samples: Reader) -> None:
    reader = reader_without_samples
    reader.start()
    reader.copy(PASTED)
    reader.press(Qt.Key.Key_V, CTRL)
    reader.wait(lambda: reader.has_analysed(HEADLINE))
    window = reader.window
    assert window.opened is not None and window.opened.analysis is not None
    reader.press(Qt.Key.Key_2, ALT)
    assert window.inspector.tabs.currentIndex() == ENTITIES
    falk = next(entity for entity in window.opened.analysis.entities if entity.name == "Ines Falk")
    while window.inspector.lists[ENTITIES].current_key() != falk.id:
        before = window.inspector.lists[ENTITIES].current_key()
        reader.press(Qt.Key.Key_Down)
        assert window.inspector.lists[ENTITIES].current_key() != before, "the list ends without Ines Falk"
    assert len(window.lit) == len(falk.mentions) >= 2
    reader.press(Qt.Key.Key_BracketRight)
    assert window.lit_index == 1
    reader.press(Qt.Key.Key_BracketLeft, times=2)
    assert window.lit_index == len(falk.mentions) - 1
    reader.quit()


def test_what_was_removed_is_put_back_and_taken_out_again(reader_without_samples: Reader) -> None:
    reader = reader_without_samples
    reader.start()
    reader.copy(PASTED)
    reader.press(Qt.Key.Key_V, CTRL)
    reader.wait(lambda: reader.has_analysed(HEADLINE))
    window = reader.window
    wall = "Register for free to continue reading"
    reader.press(Qt.Key.Key_5, ALT)
    assert window.inspector.tabs.currentIndex() == SOURCE
    cards = window.inspector.lists[SOURCE]
    assert window.opened is not None
    wanted = next(f"r{at}" for at, piece in enumerate(window.opened.article.removed) if wall in piece.text)
    while cards.current_key() != wanted:
        before = cards.current_key()
        reader.press(Qt.Key.Key_Down)
        assert cards.current_key() != before, "the list ends without the wall"
    reader.press(Qt.Key.Key_Return, CTRL)
    assert wall in window.page.toPlainText()
    reader.wait(lambda: reader.has_analysed(HEADLINE))
    reader.press(Qt.Key.Key_Z, CTRL)
    assert wall not in window.page.toPlainText()
    reader.quit()


def test_find_in_the_article_steps_through_the_hits(reader_without_samples: Reader) -> None:
    reader = reader_without_samples
    reader.start()
    reader.copy(PASTED)
    reader.press(Qt.Key.Key_V, CTRL)
    reader.wait(lambda: reader.has_analysed(HEADLINE))
    window = reader.window
    reader.press(Qt.Key.Key_F, CTRL)
    assert window.find_field.hasFocus()
    reader.type("falk")
    assert window.find_bar.count.text() == "1 of 2"
    reader.press(Qt.Key.Key_Return)
    assert window.find_bar.count.text() == "2 of 2"
    reader.press(Qt.Key.Key_Escape)
    assert not window.find_bar.isVisible() and window.page.hasFocus()
    reader.quit()


def test_the_source_shows_what_came_in_and_quotes_are_grouped_by_keys(reader_without_samples: Reader) -> None:
    reader = reader_without_samples
    reader.start()
    reader.copy(PASTED)
    reader.press(Qt.Key.Key_V, CTRL)
    reader.wait(lambda: reader.has_analysed(HEADLINE))
    window = reader.window
    reader.press(Qt.Key.Key_U, CTRL)
    assert window.inspector.tabs.currentIndex() == SOURCE
    assert window.inspector.raw_text.isVisible()
    assert window.inspector.raw_text.toPlainText() == PASTED
    reader.press(Qt.Key.Key_U, CTRL)
    assert not window.inspector.raw_text.isVisible() and window.inspector.lists[SOURCE].isVisible()
    in_order = window.inspector.lists[QUOTES].keys()
    reader.press(Qt.Key.Key_G, CTRL | SHIFT)
    assert window.inspector.tabs.currentIndex() == QUOTES
    grouped = window.inspector.lists[QUOTES].keys()
    assert sorted(grouped) == sorted(in_order) and len(grouped) >= 3
    reader.press(Qt.Key.Key_G, CTRL | SHIFT)
    assert window.inspector.lists[QUOTES].keys() == in_order
    reader.quit()


@pytest.mark.parametrize("path", FIRST_ARTICLE, ids=lambda path: path.stem)
def test_the_first_article_is_pasted_read_and_there_tomorrow(reader_without_samples: Reader, path: Path) -> None:
    """The article that the product grew from, where it lies beside the checkout."""
    reader = reader_without_samples
    reader.start()
    reader.copy(path.read_text("utf-8"))
    reader.press(Qt.Key.Key_V, CTRL)
    reader.wait(lambda: reader.window.opened is not None and reader.window.opened.analysis is not None)
    window = reader.window
    reader.press(Qt.Key.Key_Q)
    assert window.lit
    reader.press(Qt.Key.Key_N, CTRL)
    reader.type("Compare with the transcript.")
    reader.press(Qt.Key.Key_Escape)
    reader.quit()

    reader.start()
    opened = reader.window.opened
    assert opened is not None and opened.analysis is not None and opened.analysis.quotes
    assert [note.body for note in opened.notes] == ["Compare with the transcript."]
    reader.quit()
