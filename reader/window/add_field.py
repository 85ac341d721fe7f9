"""The field that takes anything: a path, an address, or the text of an article that was copied."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.article import is_bare_address, tr, typed_address
from reader.intake import SUFFIXES


class AddField(QLineEdit):
    """`added` carries what is to be added: files, or text, which may be an address.

    What is pasted or dropped into it and is more than a line goes its way at once; a line waits for Enter.
    """

    added = Signal(QMimeData)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Add anything…"))
        self.setAccessibleName(tr("Add an article"))
        self.setToolTip(tr("A path, an address, or an article\u2019s text; files can be dropped here"))
        self.returnPressed.connect(self._take)

    def paste(self) -> None:
        """Takes what is on the clipboard: at once where it is more than a line, otherwise into the field."""
        mime = QGuiApplication.clipboard().mimeData()
        if is_whole(mime):
            self._give(mime)
        else:
            super().paste()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._give(event.mimeData())
        event.acceptProposedAction()

    def _take(self) -> None:
        if self.text().strip():
            self._give(mime_of(self.text().strip()))

    def _give(self, mime: QMimeData) -> None:
        self.clear()
        self.added.emit(mime)


def is_whole(mime: QMimeData) -> bool:
    """Whether this is files or a text of several lines, and not a line that one may want to go on writing."""
    return any(url.isLocalFile() for url in mime.urls()) or len(mime.text().strip().splitlines()) > 1


def mime_of(typed: str) -> QMimeData:
    """What somebody typed, as the clipboard would hold it: what looks like a path as a file, a site's bare name as its
    address."""
    mime = QMimeData()
    path = path_of(typed)
    if path is not None:
        mime.setUrls([QUrl.fromLocalFile(str(path))])
    elif is_bare_address(typed) and ("/" in typed or not typed.lower().endswith(SUFFIXES)):
        mime.setText(typed_address(typed))
    else:
        mime.setText(typed)  # a bare "page.html" too: it is rather a file's name than a site's
    return mime


def path_of(typed: str) -> Path | None:
    """The path that was typed; None where it is an address or a text."""
    unquoted = typed.strip().strip("\"'")
    if unquoted.startswith("file:"):
        return Path(QUrl(unquoted).toLocalFile())
    if "\n" in unquoted or "://" in unquoted or len(unquoted) > LONGEST_PATH:
        return None
    drive = len(unquoted) > 2 and unquoted[0].isalpha() and unquoted[1:3] in {":\\", ":/"}
    if drive or unquoted.startswith(("/", "~/", "./", "../", "\\\\")):
        return Path(unquoted).expanduser()
    return None


LONGEST_PATH = 1024
