"""The inspector: what each tab says of an article, what choosing tells, and that no note is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from band_article import delete_what_waits, span_of
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reader.article import Analysis, Claim, Edit, EditKind, Picture, Quote, QuoteKind
from reader.library import Opened
from reader.window.inspector import ENTITIES, NOTES, QUOTES, SOURCE, TIMELINE, Inspector, citation
from reader.window.inspector.cards import Card, Cards
from reader.window.inspector.content import printed_value, sentence_around, source_facts
from reader.window.theme import Theme, ThemeName


def spoken(cards: Cards) -> list[str]:
    """The cards as a screen reader says them."""
    model = cards.model()
    return [str(model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for at in range(model.rowCount())]


def empty_sentence(inspector: Inspector, tab: int) -> str:
    """What an empty tab says; nothing where it has cards."""
    inspector.set_tab(tab)
    label = inspector.lists[tab].property("empty")
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def test_quotes_are_listed_with_who_said_them(inspector: Inspector) -> None:
    assert spoken(inspector.lists[QUOTES]) == [
        "Marta Venn, leader of the band, direct, said: We play in the rain now 🎈,",
        "Piet Odum, Councillor, mixed, said: was never ours to mend",
        "Marta Venn, leader of the band, indirect, said: they would play on",
        "Nobody named, direct, uncertain: A hall is where a village hears itself.",
    ]


def test_quotes_grouped_by_speaker_count_the_words(inspector: Inspector) -> None:
    inspector.order.click()
    said = spoken(inspector.lists[QUOTES])
    assert [line for line in said if "%" in line] == [
        "Marta Venn: 11 words, 46% of all that is quoted",
        "Nobody named: 8 words, 33% of all that is quoted",
        "Piet Odum: 5 words, 21% of all that is quoted",
    ]
    assert inspector.lists[QUOTES].keys() == ["0", "2", "3", "1"]
    inspector.order.click()
    assert inspector.lists[QUOTES].keys() == ["0", "1", "2", "3"]


def test_entities_are_listed_by_kind_and_weight(inspector: Inspector) -> None:
    assert spoken(inspector.lists[ENTITIES]) == [
        "People",
        "Marta Venn, person, 3 mentions. leader of the band",
        "Piet Odum, person, 1 mention. Councillor",
        "Lena Fisk, person, 0 mentions. ",
        "Places",
        "Little Orley, place, 1 mention. ",
    ]
    assert inspector.lists[ENTITIES].keys() == ["e1", "e2", "e4", "e3"]


def test_dates_stand_in_their_order_with_the_sentence_around_them(inspector: Inspector) -> None:
    assert spoken(inspector.lists[TIMELINE]) == [
        "3 May 2026: The brass band of Little Orley 🎺 lost its hall on 3 May, Marta Venn told us.",
        "2 November 2026: published",
        "9 November – 15 November 2026: The council will meet next week.",
    ]


def test_notes_and_bookmarks_stand_in_the_order_of_the_text(inspector: Inspector) -> None:
    assert inspector.lists[NOTES].keys() == ["n-all", "n-lost", "n-roof", "p-river"]
    said = spoken(inspector.lists[NOTES])
    assert said[0] == "Note. On the whole article. Good for Sunday."
    assert said[2] == "Note. “the roof”. Who owned <the> roof?\nAsk Odum."
    assert said[3] == "Bookmarked passage. by the river"


def test_what_was_removed_comes_before_what_was_kept(inspector: Inspector, opened: Opened) -> None:
    keys = inspector.lists[SOURCE].keys()
    assert keys == ["r0", "r1", *(f"b{i}" for i in range(len(opened.article.blocks)))]
    said = spoken(inspector.lists[SOURCE])
    assert said[:3] == [
        "Taken away",
        "Taken away: Brass polish, half price. advert · It sells something.",
        "Taken away: Get <our> letter. newsletter",
    ]


def test_the_source_tab_says_where_the_article_came_from(inspector: Inspector) -> None:
    inspector.set_tab(SOURCE)
    facts = next(label.text() for label in inspector.findChildren(QLabel) if "band.html" in label.text())
    for part in ("a file", "text/html", "https://messenger.example/band", "Two characters were repaired."):
        assert part in facts


def test_foreign_markup_is_shown_as_text(inspector: Inspector) -> None:
    cards = inspector.lists[NOTES]
    delegate = cards.itemDelegate()
    document = delegate._document(cards.model().index(2, 0), 300)  # type: ignore[attr-defined]
    assert "Who owned <the> roof?\nAsk Odum." in document.toPlainText()


@pytest.mark.parametrize("name", [ThemeName.SEPIA, ThemeName.DARK])
def test_every_tab_is_drawn_in_every_theme(name: ThemeName, inspector: Inspector, theme: Theme) -> None:
    for tab, cards in enumerate(inspector.lists):
        inspector.set_tab(tab)
        before = inspector.grab().toImage()
        theme.choose(name)
        assert inspector.grab().toImage() != before
        assert cards.visualRect(cards.model().index(0, 0)).height() > 10
        theme.choose(ThemeName.LIGHT)


def test_no_article_no_words(inspector: Inspector) -> None:
    inspector.show_article(None)
    for tab, cards in enumerate(inspector.lists):
        assert cards.keys() == []
        assert empty_sentence(inspector, tab) == ""
    inspector.step_quote(1)
    assert inspector.current_quote() is None


@pytest.mark.parametrize("tab", [QUOTES, ENTITIES, TIMELINE])
def test_until_the_analysis_is_there_the_tab_says_so(
    tab: int, inspector: Inspector, unread_by_machine: Opened, opened: Opened
) -> None:
    inspector.show_article(unread_by_machine)
    assert empty_sentence(inspector, tab) == "Reading who said what…"
    inspector.show_article(opened)
    assert empty_sentence(inspector, tab) == ""
    assert inspector.lists[tab].keys()


@pytest.mark.parametrize(
    ("tab", "says"), [(QUOTES, "No one is quoted"), (ENTITIES, "No people"), (TIMELINE, "No dates"), (NOTES, "Ctrl+N")]
)
def test_where_nothing_was_found_the_tab_says_so(tab: int, says: str, inspector: Inspector, opened: Opened) -> None:
    bare = replace(opened.article, published=None)
    inspector.show_article(replace(opened, article=bare, analysis=Analysis(), notes=(), bookmarks=()))
    assert says in empty_sentence(inspector, tab)


@pytest.mark.parametrize(
    ("tab", "at", "signal", "told"),
    [
        (QUOTES, 1, "quote_chosen", 1),
        (ENTITIES, 4, "entity_chosen", "e3"),
        (TIMELINE, 2, "date_chosen", 0),
        (NOTES, 3, "note_chosen", "p-river"),
    ],
)
def test_choosing_a_card_tells_its_key(
    tab: int, at: int, signal: str, told: object, inspector: Inspector, qtbot: QtBot
) -> None:
    inspector.set_tab(tab)
    cards = inspector.lists[tab]
    at += tab == ENTITIES
    cards.setFocus()
    with qtbot.waitSignal(getattr(inspector, signal)) as heard:
        cards.scrollTo(cards.model().index(at, 0))
        middle = cards.visualRect(cards.model().index(at, 0)).center()
        QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert heard.args == [told]


def test_a_click_tells_again_so_that_the_page_comes_back(inspector: Inspector, qtbot: QtBot) -> None:
    cards = inspector.lists[QUOTES]
    where = cards.visualRect(cards.model().index(1, 0)).center()
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=where)
    with qtbot.waitSignal(inspector.quote_chosen):
        QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=where)


@pytest.mark.parametrize("tab", [ENTITIES, TIMELINE, SOURCE])
def test_headings_cannot_be_chosen(tab: int, inspector: Inspector) -> None:
    inspector.set_tab(tab)
    cards = inspector.lists[tab]
    heard: list[str] = []
    cards.chosen.connect(heard.append)
    cards.setFocus()
    for _ in range(cards.model().rowCount() + 2):
        QTest.keyClick(cards, Qt.Key.Key_Down)
    assert "" not in heard
    assert list(dict.fromkeys(heard)) == cards.keys()


def test_pointing_in_the_text_shows_the_card_and_tells_nothing(inspector: Inspector, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(inspector.quote_chosen), qtbot.assertNotEmitted(inspector.entity_chosen):
        inspector.point_at_quote(2)
        inspector.point_at_entity("e3")
        inspector.point_at_entity("nobody")
    assert inspector.current_quote() == 2
    assert inspector.lists[ENTITIES].current_key() == "e3"


def test_quotes_are_stepped_through_and_round(inspector: Inspector) -> None:
    heard: list[int] = []
    inspector.quote_chosen.connect(heard.append)
    for step in (1, 1, -1, -1, -1, 1):
        inspector.step_quote(step)
    assert heard == [0, 1, 0, 3, 2, 3]


def test_stepping_back_begins_at_the_last(inspector: Inspector) -> None:
    inspector.step_quote(-1)
    assert inspector.current_quote() == 3


def test_mentions_are_stepped_by_buttons_and_counted(inspector: Inspector, qtbot: QtBot) -> None:
    inspector.set_tab(ENTITIES)
    for name, step in (("Next mention", 1), ("Previous mention", -1)):
        button = next(w for w in inspector.findChildren(QWidget) if w.accessibleName() == name)
        with qtbot.waitSignal(inspector.mention_step) as heard:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert heard.args == [step]
    inspector.show_count(1, 3)
    assert any(label.text() == "2 of 3" for label in inspector.findChildren(QLabel))


def test_the_same_article_anew_keeps_what_is_chosen_and_another_does_not(inspector: Inspector, opened: Opened) -> None:
    inspector.point_at_quote(1)
    inspector.show_article(replace(opened))
    assert inspector.current_quote() == 1
    inspector.show_article(replace(opened, row=replace(opened.row, id=2)))
    assert inspector.current_quote() is None


def test_lists_that_are_filled_again_and_again_leave_nothing_behind(inspector: Inspector, opened: Opened) -> None:
    for _ in range(5):
        inspector.show_article(replace(opened))
    delete_what_waits()
    models = [model for cards in inspector.lists for model in cards.findChildren(QStandardItemModel)]
    assert len(models) == len(inspector.lists)


# ---- The source


@pytest.mark.parametrize(
    ("key", "label", "edit"),
    [
        ("r1", "Put back", Edit(EditKind.RESTORE, "Get <our> letter")),
        ("b3", "Take out", Edit(EditKind.REMOVE, "What the council says")),
    ],
)
def test_a_piece_is_put_back_or_taken_out(key: str, label: str, edit: Edit, inspector: Inspector, qtbot: QtBot) -> None:
    inspector.set_tab(SOURCE)
    inspector.lists[SOURCE].choose(key)
    button = next(b for b in inspector.findChildren(type(inspector.order)) if b.text() == label)
    with qtbot.waitSignal(inspector.edit_asked) as heard:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard.args == [edit]


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("r0", "Taken away as an advertisement: it sells something. (line 9)"),
        ("r1", "Taken away as a newsletter box. (line 12)"),
        ("b3", "In the article as heading."),
    ],
)
def test_the_chosen_piece_says_why_it_is_where_it_is(key: str, why: str, inspector: Inspector) -> None:
    inspector.set_tab(SOURCE)
    assert not inspector.reason.isVisible()
    inspector.lists[SOURCE].choose(key)
    assert inspector.reason.isVisible() and inspector.reason.text() == why


def test_the_source_tab_says_who_says_what(inspector: Inspector, opened: Opened) -> None:
    told = (
        Claim("title", "JSON-LD", "Band <b>"),
        Claim("title", "line 1", "Band"),
        Claim("title", "meta x", "Band <b>"),
    )
    article = replace(opened.article, claims=told, picture=Picture(None, "The hall", "J. Moen"))
    inspector.show_article(replace(opened, article=article))
    assert spoken(inspector.lists[SOURCE])[-2:] == [
        "Where its facts are from",
        "title: Band <b>, from JSON-LD, meta x · 1 other value found",
    ]
    shown = source_facts(replace(opened, article=article))
    assert "Picture: The hall · J. Moen" in shown and f"{article.words:,} words · " in shown


def test_of_equal_pieces_the_chosen_one_is_meant(inspector: Inspector, opened: Opened, qtbot: QtBot) -> None:
    twice = replace(opened.article, removed=(opened.article.removed[0],) * 3)
    inspector.show_article(replace(opened, article=twice))
    with qtbot.waitSignal(inspector.edit_asked) as heard:
        inspector.lists[SOURCE].activated_key.emit("r2")
    assert heard.args == [Edit(EditKind.RESTORE, "Brass polish, half price", 2)]


def test_what_came_in_is_asked_for_and_shown(inspector: Inspector, qtbot: QtBot) -> None:
    inspector.set_tab(SOURCE)
    button = next(b for b in inspector.findChildren(type(inspector.order)) if b.text() == "Show what came in")
    with qtbot.waitSignal(inspector.raw_asked):
        button.click()
    inspector.show_raw("<p>as it was</p>")
    raw = next(w for w in inspector.findChildren(type(inspector.editor)) if "came in" in w.accessibleName())
    assert raw.isVisible() and raw.toPlainText() == "<p>as it was</p>" and raw.isReadOnly()
    button.click()
    assert not raw.isVisible() and inspector.lists[SOURCE].isVisible()


# ---- Plain functions


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("2018-03-30", "30 March 2018"),
        ("2018-03", "March 2018"),
        ("2018", "2018"),
        ("2018-W13", "26 March – 1 April 2018"),
        ("2018-W60", "2018-W60"),
        ("2018-02-31", "2018-02-31"),
    ],
)
def test_dates_are_printed_for_people(value: str, printed: str) -> None:
    assert printed_value(value) == printed


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It rained. We met on DATE again. It dried.", "We met on DATE again."),
        ("“Stop!” On DATE they did.\n\nThen", "On DATE they did."),
        ("DATE", "DATE"),
        ("A heading\n\nOn DATE", "On DATE"),
    ],
)
def test_a_date_is_shown_in_its_sentence(text: str, sentence: str) -> None:
    at = text.index("DATE")
    assert sentence_around(text, at, at + 4) == sentence


def test_a_text_without_full_stops_does_not_fill_the_timeline() -> None:
    text = f"{'word ' * 500}DATE {'word ' * 500}"
    at = text.index("DATE")
    around = sentence_around(text, at, at + 4)
    assert "DATE" in around and len(around) < 1000
    assert around.startswith("…") and around.endswith("…")


def test_a_citation_names_the_speaker_and_the_source(opened: Opened) -> None:
    assert opened.analysis is not None
    where = "in: “Band without a hall”, Lena Fisk, Orley Messenger, 2026-11-02, https://messenger.example/band"
    first, _, indirect, unsure = opened.analysis.quotes
    assert citation(first, opened.article) == f"“We play in the rain now 🎈,”\n— Marta Venn, {where}"
    assert citation(indirect, opened.article) == f"they would play on\n— Marta Venn, {where}"
    assert "Nobody named (attribution uncertain)" in citation(unsure, opened.article)


def test_a_very_long_quotation_is_shown_in_part(inspector: Inspector, opened: Opened) -> None:
    span = span_of(opened.article, "The brass")
    long = Quote(QuoteKind.DIRECT, "so " * 2000, (span,), None, None, 0.9)
    inspector.show_article(replace(opened, analysis=Analysis(quotes=(long,))))
    cards = inspector.lists[QUOTES]
    assert 40 < cards.visualRect(cards.model().index(0, 0)).height() < 1500
    assert inspector.lists[QUOTES].indexAt(QPoint(10, 10)) != QModelIndex()
    assert QApplication.focusWidget() is not None


def test_cards_have_room_for_their_words_when_the_column_alone_grows_narrower(theme: Theme, qtbot: QtBot) -> None:
    cards = Cards(theme, "Words")
    qtbot.addWidget(cards)
    cards.resize(700, 400)
    cards.show_cards([Card("1", "and we play " * 30, "We play"), Card("2", "on", "On")])
    cards.show()
    QApplication.processEvents()
    cards.resize(280, 400)
    first, second = (cards.model().index(row, 0) for row in (0, 1))
    qtbot.waitUntil(lambda: cards.visualRect(first).height() == cards.sizeHintForIndex(first).height())
    assert cards.visualRect(second).top() > cards.visualRect(first).bottom()
