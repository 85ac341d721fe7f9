"""Folders: the articles in them are read, and what lies beside these is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.intake import articles_in, folders


def _saved(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words", "utf-8")


def test_a_page_saved_with_its_folder_is_one_article(tmp_path: Path) -> None:
    _saved(tmp_path, "ferry.html", "ferry_files/frame.html", "ferry_files/style.css")
    assert articles_in([tmp_path]) == [tmp_path / "ferry.html"]
    assert articles_in([tmp_path / "ferry.html", tmp_path / "ferry_files"]) == [tmp_path / "ferry.html"]


def test_a_folder_gives_its_articles_in_order_and_nothing_hidden(tmp_path: Path) -> None:
    _saved(tmp_path, "b.md", "a.PDF", "c.css", ".hidden.txt", ".git/d.txt", "deep/er/e.eml", "my_notes/f.txt")
    names = [str(path.relative_to(tmp_path)) for path in articles_in([tmp_path])]
    assert names == ["a.PDF", "b.md", "deep/er/e.eml", "my_notes/f.txt"]


def test_files_are_taken_as_they_are_named(tmp_path: Path) -> None:
    named = [tmp_path / "gone.txt", tmp_path / "odd.name", tmp_path / ("a text, not a name " * 40)]
    assert articles_in(named) == named


def test_a_folder_without_articles_or_with_too_many_stays_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _saved(tmp_path, "c.css")
    assert articles_in([tmp_path]) == [tmp_path]
    _saved(tmp_path, "a.txt", "b.txt")
    monkeypatch.setattr(folders, "MOST_FILES", 1)
    assert articles_in([tmp_path]) == [tmp_path]


def test_a_link_that_leads_back_is_not_followed(tmp_path: Path) -> None:
    _saved(tmp_path, "a.txt")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert articles_in([tmp_path]) == [tmp_path / "a.txt"]
