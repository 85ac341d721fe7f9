"""From the clipboard, a drop or files to captures that are safe in the library before anything is made of them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from made_documents import packed
from PySide6.QtCore import QCoreApplication, QMimeData, QTimer, QUrl
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from reader.article import Analysis, Article, Block, BlockKind, Capture, DateMention, Edit, EditKind, article_of, seeds
from reader.library import Library, Query, changes
from reader.window import adding
from reader.window.adding import Adder
from reader.work import Analysed, Cleaned, Event, Failed, Progress, Refused, Unpacked

PAGE = "<html><body><article><h1>Ferry sunk</h1><p>It went down at noon.</p></article></body></html>"
FIRST, SECOND = "The ferry sank on 3 May.", "Nobody was on board, the harbour master said."


class Desk:
    """Stands for the workshop: takes jobs, and answers from another thread when the test says so."""

    def __init__(self, on_event: Callable[[Event], None]) -> None:
        self.tell = on_event
        self.cleaning: list[tuple[str, Capture]] = []
        self.analysing: list[tuple[str, Article]] = []
        self.warm = self.closed = False

    def clean(self, key: str, capture: Capture, *, first: bool = False) -> None:
        self.cleaning.insert(0 if first else len(self.cleaning), (key, capture))

    def analyse(self, key: str, article: Article, *, first: bool = False) -> None:
        self.analysing.insert(0 if first else len(self.analysing), (key, article))

    def cancel(self, key: str) -> None:
        self.analysing = [job for job in self.analysing if job[0] != key]

    def warm_up(self) -> None:
        self.warm = True

    def close(self) -> None:
        self.closed = True

    def answer(self, *events: Event) -> None:
        """Tells events, as the workshop does: not on the window's thread."""
        thread = threading.Thread(target=lambda: [self.tell(event) for event in events])
        thread.start()
        thread.join()


@pytest.fixture
def adder(library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Adder]:
    """An adder whose workshop waits for the test."""
    monkeypatch.setattr(adding, "Workshop", Desk)
    made = Adder(library)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def desk(adder: Adder) -> Desk:
    assert isinstance(adder.shop, Desk)
    return adder.shop


@pytest.fixture
def refused(adder: Adder) -> list[str]:
    """What the adder could not take."""
    sentences: list[str] = []
    adder.refused.connect(sentences.append)
    return sentences


def mime(text: str | None = None, html: str | None = None, urls: tuple[str, ...] = ()) -> QMimeData:
    data = QMimeData()
    if text is not None:
        data.setText(text)
    if html is not None:
        data.setHtml(html)
    if urls:
        data.setUrls([QUrl(url) for url in urls])
    return data


def an_article(*more: str, before: tuple[str, ...] = ()) -> Article:
    texts = (*before, FIRST, SECOND, *more)
    return article_of([Block(BlockKind.PARAGRAPH, text) for text in texts], title="Ferry sunk")


def an_analysis(article: Article) -> Analysis:
    at = article.text.index("3 May")
    return Analysis(dates=(DateMention("3 May", at, at + 5, "2018-05-03", "this year"),))


@pytest.mark.parametrize(
    ("data", "media_type", "content"),
    [
        (mime("Ferry sunk\n\nIt went down."), "text/plain", "Ferry sunk\n\nIt went down."),
        (mime("Ferry sunk", PAGE), "text/html", PAGE),
        (mime("Ferry sunk", "<b>Ferry</b> sunk"), "text/plain", "Ferry sunk"),
        (mime(html=PAGE), "text/html", PAGE),
        (mime("🎺 عبارة 渡轮"), "text/plain", "🎺 عبارة 渡轮"),
    ],
    ids=["text", "page", "text with markup beside", "page alone", "scripts"],
)
def test_what_is_pasted_is_kept_before_it_is_cleaned(
    data: QMimeData, media_type: str, content: str, adder: Adder, desk: Desk, library: Library, refused: list[str]
) -> None:
    adder.add_mime(data, "paste")
    [number] = library.uncleaned()
    capture = library.kept_capture(number)
    assert (capture.media_type, capture.how, capture.name) == (media_type, "paste", "Paste")
    assert capture.content.decode() == content
    assert [(key, job.digest) for key, job in desk.cleaning] == [(f"new:{number}", capture.digest)]
    assert refused == []


@pytest.mark.parametrize("html", ["<p>Ferry sunk</p><p>It went down.</p>", "<span>Ferry</span> sunk in the <b>bay</b>"])
def test_a_piece_of_a_page_that_comes_without_text_is_html(html: str, adder: Adder, library: Library) -> None:
    adder.add_mime(mime(html=html), "drop")
    [number] = library.uncleaned()
    capture = library.kept_capture(number)
    assert capture.media_type == "text/html"
    assert html in capture.content.decode()


def test_dropped_files_are_read_and_bad_ones_told(
    tmp_path: Path, adder: Adder, library: Library, refused: list[str]
) -> None:
    page, text, empty = tmp_path / "page.html", tmp_path / "tëxt 1.txt", tmp_path / "empty.txt"
    page.write_text(PAGE, "utf-8")
    text.write_text("Ferry sunk at noon", "utf-8")
    empty.touch()
    bare = tmp_path / "folder"
    bare.mkdir()
    paths = (page, empty, bare, tmp_path / "missing.txt", text)
    adder.add_mime(mime("names", None, tuple(QUrl.fromLocalFile(str(path)).toString() for path in paths)), "drop")
    captures = [library.kept_capture(number) for number in library.uncleaned()]
    assert [(c.name, c.media_type, c.how) for c in captures] == [
        ("page.html", "text/html", "drop"),
        ("tëxt 1.txt", "text/plain", "drop"),
    ]
    assert len(refused) == 3
    assert "empty.txt" in refused[0] and "folder" in refused[1] and "missing.txt" in refused[2]


def test_a_dropped_folder_gives_the_articles_in_it(
    tmp_path: Path, adder: Adder, library: Library, refused: list[str]
) -> None:
    folder = tmp_path / "saved"
    (folder / "ferry_files").mkdir(parents=True)
    for name in ("ferry.html", "ferry_files/frame.html", "style.css"):
        (folder / name).write_text(PAGE, "utf-8")
    adder.add_paths([folder], "drop")
    assert [library.kept_capture(number).name for number in library.uncleaned()] == ["ferry.html"]
    assert not refused


@pytest.mark.parametrize(
    "data", [mime(), mime(""), mime("  \n "), mime("", "")], ids=["nothing", "empty", "blank", "both empty"]
)
def test_nothing_to_add_is_told_in_a_sentence(
    data: QMimeData, adder: Adder, library: Library, refused: list[str]
) -> None:
    adder.add_mime(data, "paste")
    assert library.uncleaned() == []
    [sentence] = refused
    assert "copy an article first" in sentence


def test_a_picture_is_no_article(adder: Adder, library: Library, refused: list[str], qtbot: QtBot) -> None:
    data, picture = QMimeData(), QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    data.setImageData(picture)
    adder.add_mime(data, "paste")
    assert library.uncleaned() == [] and len(refused) == 1


def test_an_article_comes_in_is_analysed_and_the_reader_is_told(
    adder: Adder, desk: Desk, library: Library, qtbot: QtBot
) -> None:
    busy: list[str] = []
    adder.busy.connect(busy.append)
    adder.add_mime(mime(f"{FIRST}\n\n{SECOND}"), "paste")
    key, _ = desk.cleaning[0]
    with qtbot.waitSignal(adder.article_added) as added:
        desk.answer(Progress(key, "cleaning", 2), Cleaned(key, an_article()))
    number, duplicate = added.args
    assert not duplicate
    analysis_key, article = desk.analysing[0]
    assert article.text == an_article().text
    with qtbot.waitSignal(adder.article_analysed) as analysed:
        desk.answer(Progress(analysis_key, "analysing", 0), Analysed(analysis_key, an_analysis(article)))
    assert analysed.args == [number]
    assert library.opened(number).analysis == an_analysis(article)
    assert busy == ["Cleaning… · 2 more waiting", "Reading who said what…", ""]


def brought_in(adder: Adder, desk: Desk, qtbot: QtBot, article: Article) -> int:
    """An article that is in the library, its analysis under way."""
    adder.add_mime(mime(article.text), "paste")
    with qtbot.waitSignal(adder.article_added) as added:
        desk.answer(Cleaned(desk.cleaning.pop()[0], article))
    assert isinstance(added.args[0], int)
    return added.args[0]


def test_the_same_article_again_is_told_and_not_analysed_again(adder: Adder, desk: Desk, qtbot: QtBot) -> None:
    first = brought_in(adder, desk, qtbot, an_article())
    adder.add_mime(mime(an_article().text), "paste")
    with qtbot.waitSignal(adder.article_added) as added:
        desk.answer(Cleaned(desk.cleaning.pop()[0], an_article()))
    assert added.args == [first, True]
    assert len(desk.analysing) == 1


def test_what_cannot_be_cleaned_is_told_once_and_not_tried_again(
    adder: Adder, desk: Desk, library: Library, refused: list[str], qtbot: QtBot
) -> None:
    adder.add_mime(mime("Sign in"), "paste")
    desk.answer(Failed(desk.cleaning[0][0], "cleaning", "There is no article in it."))
    qtbot.waitUntil(lambda: refused == ["There is no article in it."])
    assert library.uncleaned() == []


def test_an_analysis_of_a_text_that_was_edited_meanwhile_is_not_taken_for_the_new_one(
    adder: Adder, desk: Desk, library: Library, qtbot: QtBot
) -> None:
    advert = "Buy a boat today."
    number = brought_in(adder, desk, qtbot, an_article(before=(advert,)))
    old_key, old = desk.analysing[0]
    library.perform(changes.EditBlocks(number, Edit(EditKind.REMOVE, advert)))
    adder.analyse(number, first=True)
    new_key, new = desk.analysing[0]
    assert new.text != old.text
    with qtbot.assertNotEmitted(adder.article_analysed):
        desk.answer(Progress(old_key, "analysing", 1), Analysed(old_key, an_analysis(old)))
        qtbot.wait(20)
    assert library.opened(number).analysis is None
    with qtbot.waitSignal(adder.article_analysed):
        desk.answer(Analysed(new_key, an_analysis(new)))
    assert library.opened(number).analysis == an_analysis(new)


def test_the_article_that_is_read_is_analysed_first(adder: Adder, desk: Desk, qtbot: QtBot) -> None:
    numbers = [brought_in(adder, desk, qtbot, an_article(f"Paragraph {n} of its own.")) for n in range(3)]
    adder.look_first_at(numbers[2])
    assert ["Paragraph 2" in article.text for _, article in desk.analysing] == [True, False, False]
    adder.look_first_at(9999)
    assert len(desk.analysing) == 3


def test_the_analysis_under_way_is_not_begun_again(adder: Adder, desk: Desk, qtbot: QtBot) -> None:
    number = brought_in(adder, desk, qtbot, an_article())
    key, _ = desk.analysing[0]
    with qtbot.waitSignal(adder.busy):
        desk.answer(Progress(key, "analysing", 0))
    adder.look_first_at(number)
    assert [job for job, _ in desk.analysing] == [key]


def test_an_analysis_that_failed_is_told_and_ends(adder: Adder, desk: Desk, refused: list[str], qtbot: QtBot) -> None:
    number = brought_in(adder, desk, qtbot, an_article())
    with qtbot.waitSignal(adder.busy, check_params_cb=lambda text: text == ""):
        desk.answer(Failed(desk.analysing.pop()[0], "analysing", "It took too long."))
    assert refused == ["It took too long."]
    adder.analyse(number)
    assert len(desk.analysing) == 1


def test_an_article_cleaned_anew_is_told_and_analysed_anew(
    adder: Adder, desk: Desk, library: Library, qtbot: QtBot
) -> None:
    number = brought_in(adder, desk, qtbot, an_article())
    desk.analysing.clear()
    adder.again(number)
    key, capture = desk.cleaning.pop()
    assert capture.content.decode() == an_article().text
    with qtbot.waitSignal(adder.article_changed) as changed:
        desk.answer(Cleaned(key, an_article("Found by better rules.")))
    assert changed.args == [number]
    assert "better rules" in library.opened(number).article.text
    assert "better rules" in desk.analysing[0][1].text


def test_a_new_library_gets_the_samples(adder: Adder, desk: Desk, library: Library, qtbot: QtBot) -> None:
    adder.start()
    assert desk.warm
    qtbot.waitUntil(lambda: len(desk.cleaning) == len(seeds()))
    assert sorted(c.name for _, c in desk.cleaning) == sorted(path.name for path in seeds())
    assert {c.how for _, c in desk.cleaning} == {"sample"}
    with qtbot.waitSignal(adder.article_added) as added:
        desk.answer(Cleaned(desk.cleaning[0][0], an_article()))
    assert library.opened(added.args[0]).row.sample


def test_what_came_in_before_the_start_is_worked_on_once(adder: Adder, desk: Desk, qtbot: QtBot) -> None:
    brought_in(adder, desk, qtbot, an_article())
    adder.add_mime(mime("Pasted while the window was still being drawn"), "paste")
    adder.start()
    qtbot.waitUntil(lambda: len(desk.cleaning) > 1)
    qtbot.wait(50)
    assert [capture.how for _, capture in desk.cleaning].count("paste") == 1
    assert len(desk.analysing) == 1


def test_what_was_left_undone_is_taken_up_at_the_next_start(
    adder: Adder, desk: Desk, library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = brought_in(adder, desk, qtbot, an_article())
    adder.add_mime(mime("Never cleaned before the power went"), "paste")
    adder.close()
    assert desk.closed
    library.close()
    with Library.open(library.folder) as again:
        later = Adder(again)
        later.start()
        shop = later.shop
        assert isinstance(shop, Desk)
        qtbot.waitUntil(lambda: bool(shop.analysing))
        assert [c.content for _, c in shop.cleaning] == [b"Never cleaned before the power went"]
        assert [article.text for _, article in shop.analysing] == [an_article().text]
        assert again.rows(Query())[0].id == number
        later.close()
        later.deleteLater()


def test_what_is_told_at_once_is_heard_one_by_one_and_the_window_answers_between(
    adder: Adder, desk: Desk, qtbot: QtBot
) -> None:
    for text in (FIRST, SECOND):
        adder.add_mime(mime(text), "paste")
    turns: list[str] = []
    between = QTimer(adder, interval=0)
    between.timeout.connect(lambda: turns.append("answered"))
    adder.article_added.connect(lambda _number, _duplicate: turns.append("heard"))
    between.start()
    desk.answer(
        *(Cleaned(key, an_article(text)) for (key, _), text in zip(desk.cleaning, (FIRST, SECOND), strict=True))
    )
    qtbot.waitUntil(lambda: turns.count("heard") == 2)
    first = turns.index("heard")
    assert turns[first + 1] == "answered"


def test_what_is_heard_when_the_window_closes_is_left_for_the_next_start(
    adder: Adder, desk: Desk, library: Library, qtbot: QtBot
) -> None:
    adder.add_mime(mime(FIRST), "paste")
    desk.answer(Cleaned(desk.cleaning[0][0], an_article(FIRST)))
    QCoreApplication.sendPostedEvents(adder)
    adder.close()
    qtbot.wait(50)
    assert library.count(Query()) == 0
    assert library.uncleaned()


def test_an_archive_is_taken_apart_and_each_file_in_it_is_kept(
    adder: Adder, desk: Desk, library: Library, refused: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "many.zip"
    path.write_bytes(packed({"a.html": PAGE}))
    adder.add_paths([path], "drop")
    [(key, archive)] = desk.cleaning
    assert archive.media_type == "application/zip"
    assert library.uncleaned() == []
    parts = tuple(
        replace(archive, content=text.encode(), media_type="text/plain", name=text) for text in (FIRST, SECOND)
    )
    with qtbot.waitSignal(adder.refused):
        desk.answer(
            Unpacked(key, (parts[0], Refused("b.png", "b.png is a picture."), Refused("c.png", "No."), parts[1]))
        )
    numbers = library.uncleaned()
    assert [library.kept_capture(number).name for number in numbers] == [FIRST, SECOND]
    assert [job for job, _ in desk.cleaning[1:]] == [f"new:{number}" for number in numbers]
    assert refused == ["b.png is a picture. 1 more of its 4 files could not be read."]


def test_an_archive_that_cannot_be_read_is_told(
    adder: Adder, desk: Desk, refused: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "many.zip"
    path.write_bytes(b"PK\x03\x04 broken")
    adder.add_paths([path])
    with qtbot.waitSignal(adder.refused):
        desk.answer(Failed(desk.cleaning[0][0], "cleaning", "many.zip is damaged."))
    assert refused == ["many.zip is damaged."]


def test_the_folder_that_a_browser_saves_beside_a_page_is_no_mistake(
    adder: Adder, library: Library, refused: list[str], tmp_path: Path
) -> None:
    page, beside, other = tmp_path / "ferry.html", tmp_path / "ferry_files", tmp_path / "notes_files"
    page.write_text(PAGE)
    beside.mkdir()
    other.mkdir()
    adder.add_paths([beside, page, other])
    assert len(library.uncleaned()) == 1
    assert [sentence.split(" ")[0] for sentence in refused] == ["notes_files"]
