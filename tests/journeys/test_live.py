"""A reader adds an article by its address, a site by its feed, works offline, and sees what changed in an article."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from at_the_window import CTRL, NONE, SHIFT, Reader
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit
from web_server import WebServer, served

from reader.window.changes_page import Changes
from reader.window.feed_dialogs import ChooseFeeds
from reader.window.settings.table import PICTURES

PROSE = (
    "The ferry of Nordhaven sailed at dawn on Tuesday with forty people on board, the harbour master said.",
    "“We had waited for nine hours,” said Ilse Brandt, who has kept the lighthouse for twenty years now.",
    "The council is to meet again on Friday to hear what the captain and his mate have to say about the lamp.",
    "Ships had waited outside the bar since Monday evening, and some of them had turned back to the south.",
)
TITLE = "Ferry sails at last"


def page(title: str = TITLE, paragraphs: tuple[str, ...] = PROSE) -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f"<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"


@pytest.fixture
def server() -> Iterator[WebServer]:
    with served() as running:
        yield running


def typed(reader: Reader, text: str) -> None:
    def type_it(dialog: QDialog) -> None:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText(text)
        dialog.accept()

    reader.in_dialog(type_it, Qt.Key.Key_A, CTRL | SHIFT)


def test_an_address_that_is_pasted_is_fetched_and_what_changes_is_shown(
    reader_without_samples: Reader, server: WebServer
) -> None:
    reader = reader_without_samples
    reader.start()
    reader.copy(server.page("/1", page()))
    reader.press(Qt.Key.Key_V, CTRL)
    reader.wait(lambda: reader.headlines() == [TITLE])
    changed = tuple(text.replace("nine hours", "three hours") for text in PROSE)
    server.page("/1", page(paragraphs=changed))
    reader.window.page.setFocus()
    reader.press(Qt.Key.Key_D)
    reader.wait(lambda: "1 quotation altered" in reader.said())
    shown: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, Changes)
        shown.append(dialog.text.toPlainText())
        dialog.reject()

    reader.in_dialog(look, Qt.Key.Key_D, SHIFT)
    assert "Quotation altered" in shown[0] and "nine" in shown[0] and "three" in shown[0]
    reader.press(Qt.Key.Key_D)
    reader.wait(lambda: "has not changed" in reader.window.statusBar().currentMessage())
    reader.press(Qt.Key.Key_W, SHIFT)
    opened = reader.window.opened
    assert opened is not None and reader.window.library.sources.is_watched(opened.row.id)


def test_a_site_is_subscribed_to_by_its_address(reader_without_samples: Reader, server: WebServer) -> None:
    reader = reader_without_samples
    item = (
        "<item><guid>1</guid><title>One</title><description><![CDATA[<p>"
        + "</p><p>".join(PROSE)
        + "</p>]]></description></item>"
    )
    server.page("/feed", f"<rss version='2.0'><channel><title>Quay Post</title>{item}</channel></rss>", type="text/xml")
    server.page("/", "<html><link rel=alternate type=application/rss+xml href=/feed title=News><body><p>Hi")
    reader.start()
    chosen: list[list[str]] = []

    def accept(dialog: QDialog) -> None:
        assert isinstance(dialog, ChooseFeeds)
        chosen.append(dialog.chosen())
        dialog.folder.setCurrentText("News")
        dialog.accept()

    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    def when_found() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ChooseFeeds):
            watch.stop()
            accept(dialog)

    watch = QTimer(reader.window)
    watch.timeout.connect(when_found)
    typed(reader, server.url("/"))
    watch.start(20)
    reader.wait(lambda: reader.headlines() == ["One"])
    assert chosen == [[server.url("/feed")]]
    model = reader.window.sidebar.model()
    lines = [str(model.index(row, 0).data()).strip() for row in range(model.rowCount())]
    assert lines[lines.index("Feeds") + 1 : lines.index("Feeds") + 3] == ["News", "Quay Post"]
    asked = server.count("/feed")
    reader.window.activateWindow()
    reader.wait(reader.window.isActiveWindow)
    reader.window.articles.setFocus()
    reader.press(Qt.Key.Key_R, NONE)
    reader.wait(lambda: server.count("/feed") > asked)


def test_an_address_waits_while_there_is_no_network_and_over_a_restart(reader_without_samples: Reader) -> None:
    reader = reader_without_samples
    lost = WebServer()
    url = lost.page("/1", page())
    lost.close()
    reader.start()
    reader.press(Qt.Key.Key_L, CTRL)
    reader.type(url)
    reader.press(Qt.Key.Key_Return)
    reader.wait(lambda: "waits" in reader.said())
    reader.quit()
    back = WebServer(port=lost.port)
    try:
        back.page("/1", page())
        reader.start()
        reader.window.gathering.gatherer.fetch_wanted()
        reader.wait(lambda: reader.headlines() == [TITLE])
    finally:
        back.close()
    assert reader.window.library.sources.wanted() == []


def test_pictures_are_fetched_with_the_article_and_shown_from_here(
    reader_without_samples: Reader, server: WebServer
) -> None:
    def drawn(colour: str) -> bytes:
        held = io.BytesIO()
        Image.new("RGB", (640, 360), colour).save(held, "PNG")
        return held.getvalue()

    figure = f"<figure><img src='{server.url('/quay.png')}'><figcaption>The quay of Nordhaven on Tuesday morning</figcaption></figure>"
    body = "".join(f"<p>{text}</p>" for text in PROSE[:2]) + figure + "".join(f"<p>{text}</p>" for text in PROSE[2:])
    server.page("/lead.png", drawn("navy"), type="image/png")
    server.page("/quay.png", drawn("teal"), type="image/png")
    url = server.page(
        "/1",
        f"<!doctype html><title>{TITLE}</title><meta property='og:image' content='{server.url('/lead.png')}'>"
        f"<article><h1>{TITLE}</h1>{body}</article>",
    )
    reader = reader_without_samples
    reader.start()
    reader.window.settings.put(PICTURES, True)
    reader.copy(url)
    reader.press(Qt.Key.Key_V, CTRL)
    reader.wait(lambda: reader.window.page.toPlainText().count("\ufffc") == 2)
    lines = reader.window.page.toPlainText().splitlines()
    assert lines[lines.index("The quay of Nordhaven on Tuesday morning") - 1] == "\ufffc"
    asked = len(server.asked)
    reader.window.deeds.come_to(reader.window.opened.row.id if reader.window.opened else 0)
    reader.window.settings.put(PICTURES, False)
    assert "\ufffc" not in reader.window.page.toPlainText()
    reader.window.settings.put(PICTURES, True)
    assert reader.window.page.toPlainText().count("\ufffc") == 2 and len(server.asked) == asked, "reading asks nobody"
