"""A desk full of articles: ten dropped at once, found again, deleted and taken back, marked; all by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_window import CTRL, SHIFT, Reader
from PySide6.QtCore import Qt

from reader.library import ListKind

TOWNS = ("Aldwick", "Birkhall", "Coverly", "Dunmere", "Eastry", "Farlow", "Garstang", "Holme", "Inver", "Jesmond")


@pytest.fixture
def ten_files(tmp_path: Path) -> list[Path]:
    paths = []
    for number, town in enumerate(TOWNS):
        body = (
            f"The mayor of {town} opened the new library of the town on Monday, after four years of building.\n\n"
            f"“Every child in {town} has a desk here now,” Mayor Ada Brand{number} said."
        )
        if number % 2:
            path = tmp_path / f"{town}.txt"
            path.write_text(f"Library opens in {town}\n\nJo March\n{number + 1} May 2019\n\n{body}\n", "utf-8")
        else:
            path = tmp_path / f"{town}.html"
            paragraphs = "".join(f"<p>{part}</p>" for part in body.split("\n\n"))
            page = (
                f"<title>Library opens in {town}</title><article><h1>Library opens in {town}</h1>{paragraphs}</article>"
            )
            path.write_text(f"<!doctype html><html lang=en><meta charset=utf-8>{page}</html>", "utf-8")
        paths.append(path)
    return paths


def test_ten_dropped_files_are_ten_articles_and_a_bad_one_is_told(
    reader_without_samples: Reader, ten_files: list[Path], tmp_path: Path
) -> None:
    reader = reader_without_samples
    empty = tmp_path / "nothing.txt"
    empty.write_bytes(b"")
    reader.start()
    window = reader.window
    reader.drop([*ten_files[:5], empty, *ten_files[5:]])
    reader.wait(lambda: window.articles.rows.rowCount() == len(TOWNS))
    assert sorted(reader.headlines()) == [f"Library opens in {town}" for town in TOWNS]
    assert "nothing.txt" in reader.said()
    reader.wait(lambda: not window.library.unanalysed())

    reader.press(Qt.Key.Key_Slash)
    assert window.search.hasFocus()
    reader.type("farlow")
    reader.wait(lambda: reader.headlines() == ["Library opens in Farlow"])
    reader.press(Qt.Key.Key_Return)
    reader.press(Qt.Key.Key_J)
    assert reader.has_analysed("Library opens in Farlow")
    reader.press(Qt.Key.Key_Escape)
    assert window.articles.rows.rowCount() == len(TOWNS)
    reader.quit()


def test_what_was_dropped_twice_is_there_once(reader_without_samples: Reader, ten_files: list[Path]) -> None:
    reader = reader_without_samples
    reader.start()
    reader.drop(ten_files[:1])
    reader.wait(lambda: reader.window.articles.rows.rowCount() == 1)
    reader.drop(ten_files[:1])
    reader.wait(lambda: "already" in reader.said())
    assert reader.window.articles.rows.rowCount() == 1
    reader.quit()


def test_a_delete_is_taken_back_and_survives_a_restart(reader_without_samples: Reader, ten_files: list[Path]) -> None:
    reader = reader_without_samples
    reader.start()
    window = reader.window
    reader.drop(ten_files[:4])
    reader.wait(lambda: window.articles.rows.rowCount() == 4 and not window.progress.text())
    window.articles.setFocus()
    headlines = reader.headlines()
    reader.press(Qt.Key.Key_J, times=4)
    reader.press(Qt.Key.Key_K, times=4)
    assert window.opened is not None and window.opened.article.title == headlines[0]

    reader.press(Qt.Key.Key_Delete)
    assert reader.headlines() == headlines[1:]
    assert window.opened is not None and window.opened.article.title == headlines[1], "the next one takes its place"
    reader.press(Qt.Key.Key_Z, CTRL)
    assert reader.headlines() == headlines
    reader.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert reader.headlines() == headlines[1:]
    reader.press(Qt.Key.Key_Down, SHIFT)
    reader.press(Qt.Key.Key_Delete)
    assert reader.headlines() == headlines[3:]
    reader.quit()

    reader.start()
    window = reader.window
    assert reader.headlines() == headlines[3:]
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_T)
    assert window.query().kind is ListKind.TRASH
    assert sorted(reader.headlines()) == sorted(headlines[:3])
    reader.press(Qt.Key.Key_J)
    reader.press(Qt.Key.Key_Delete)
    assert len(reader.headlines()) == 2, "Delete in the trash brings an article back"
    reader.quit()


def test_marks_are_made_and_listed_by_keys(reader_without_samples: Reader, ten_files: list[Path]) -> None:
    reader = reader_without_samples
    reader.start()
    window = reader.window
    reader.drop(ten_files[:2])
    reader.wait(lambda: window.articles.rows.rowCount() == 2 and not window.progress.text())
    window.articles.setFocus()
    assert window.opened is not None
    title = window.opened.article.title
    reader.press(Qt.Key.Key_S)
    reader.press(Qt.Key.Key_M)
    for second, kind in ((Qt.Key.Key_S, ListKind.BOOKMARKED), (Qt.Key.Key_U, ListKind.UNREAD)):
        reader.press(Qt.Key.Key_G)
        reader.press(second)
        assert window.query().kind is kind
        assert title in reader.headlines()
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_A)
    reader.press(Qt.Key.Key_E)
    assert window.library.counts()[ListKind.ARCHIVE] == 1
    reader.quit()


def test_what_is_read_stays_in_the_unread_list_until_it_is_left(
    reader_without_samples: Reader, ten_files: list[Path]
) -> None:
    reader = reader_without_samples
    reader.start()
    window = reader.window
    reader.drop(ten_files[:3])
    reader.wait(lambda: window.articles.rows.rowCount() == 3 and not window.progress.text())
    window.articles.setFocus()
    headlines = reader.headlines()
    reader.press(Qt.Key.Key_M)
    reader.press(Qt.Key.Key_J)
    reader.press(Qt.Key.Key_M)
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_U)
    listed = reader.headlines()
    assert listed == headlines[:2]
    reader.press(Qt.Key.Key_J)
    reader.press(Qt.Key.Key_J)
    assert reader.headlines() == listed, "K still finds the article before"
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_A)
    assert reader.headlines() == headlines
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_U)
    assert reader.headlines() == []
    reader.quit()


def test_an_address_is_not_taken_for_an_article(reader_without_samples: Reader) -> None:
    reader = reader_without_samples
    reader.start()
    reader.copy("http://127.0.0.1:9/2019/05/library\n")
    reader.press(Qt.Key.Key_V, CTRL)
    assert [wanted.url for wanted in reader.window.library.sources.wanted()] == ["http://127.0.0.1:9/2019/05/library"]
    assert reader.window.articles.rows.rowCount() == 0
    reader.quit()
