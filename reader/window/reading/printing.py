"""An article on paper: set like the page, with what the reader marked, and the notes at its end."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import (
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from reader.article import VerbatimError, tr
from reader.library import Note, Opened
from reader.window.reading.drawn_marks import cursors_over, format_of
from reader.window.reading.marks import own_marks
from reader.window.reading.page import add_notes, set_page
from reader.window.reading.positions import Positions
from reader.window.theme import Look, Reading

MARGIN_MM = 22.0
PAPER = Look(liked=Reading(size=-2, leading=1.45))
"""Black on white, whatever the window looks like, in a size for paper."""


class NotPrinted(VerbatimError):  # noqa: N818 - reads as what happened
    """The article could not be written as a PDF."""


def printed(opened: Opened, look: Look = PAPER) -> QTextDocument:
    """The article as it is printed: the reader's marks in it, the reader's notes numbered at its end."""
    document = QTextDocument()
    positions = set_page(document, opened.article, look)
    for mark in own_marks(opened, look.colours):
        drawn = format_of(mark)
        for cursor in cursors_over(mark, document, positions):
            cursor.mergeCharFormat(drawn)
    _number_notes(opened, positions, QTextCursor(document))
    add_notes(document, [note.body for note in _in_order(opened) if note.body.strip()], look)
    return document


def write_pdf(opened: Opened, path: Path) -> None:
    """Writes the article as a PDF; NotPrinted where it cannot be written. Safe in any thread."""
    writer = QPdfWriter(str(path))
    writer.setTitle(opened.article.title or opened.capture_name)
    writer.setCreator("Verbatim")
    prepare(writer)
    try:
        with path.open("ab"):
            pass
    except OSError as error:
        raise NotPrinted(tr("The PDF could not be written to {path}; choose another folder.", path=path)) from error
    printed(opened).print_(writer)


def prepare(device: QPagedPaintDevice) -> None:
    """Gives paper its margins."""
    size = device.pageLayout().pageSize()
    layout = QPageLayout(
        size if size.isValid() else QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM),
        QPageLayout.Unit.Millimeter,
    )
    device.setPageLayout(layout)


def _in_order(opened: Opened) -> list[Note]:
    """The notes in the order of the text, those on the whole article first."""
    return sorted(opened.notes, key=lambda note: note.span.start if note.span else -1)


def _number_notes(opened: Opened, positions: Positions, cursor: QTextCursor) -> None:
    """Sets a note's number behind the passage that it is on, the last one first, so that no place shifts."""
    notes = [note for note in _in_order(opened) if note.body.strip()]
    for number, note in reversed(list(enumerate(notes, 1))):
        if note.span is not None:
            cursor.setPosition(positions.position(note.span.end))
            form = cursor.charFormat()
            form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
            cursor.insertText(str(number), form)
