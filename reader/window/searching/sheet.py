"""The sheet that explains the search box, made from the table that the parser reads."""

from __future__ import annotations

from urllib.parse import quote, unquote

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from reader.article import tr
from reader.library import FIELDS, OPERATORS
from reader.window.inspector.cards import esc
from reader.window.theme import SPACE, Colours, Theme


class Sheet(QDialog):
    """Shows what can be written; `tried` carries an example that the reader chose to write."""

    tried = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("How to search"))
        self.resize(700, 660)
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(tr("How to search"))
        self.text.document().setDocumentMargin(4 * SPACE)
        self.text.setHtml(sheet_page(theme.colours))
        self.text.anchorClicked.connect(self._try)
        buttons = QDialogButtonBox(self)
        buttons.setObjectName("plain")  # all there is to do is to read
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addWidget(buttons)

    def _try(self, link: QUrl) -> None:
        self.tried.emit(unquote(link.toString(QUrl.ComponentFormattingOption.FullyEncoded).removeprefix("try:")))
        self.accept()


def sheet_page(colours: Colours) -> str:
    """What can be written, as a page: every example is a link that writes it."""
    words = [_row(example, esc(tr(finds)), colours) for example, finds in OPERATORS]
    fields = []
    for field in FIELDS.values():
        told = esc(tr(field.finds))
        if field.choices:
            told += ": " + ", ".join(
                f'<b>{esc(choice.value)}</b> <span style="color:{colours.muted}">{esc(tr(choice.meaning))}</span>'
                for choice in field.choices
            )
        fields.append(_row(field.example, told, colours))
    lead = tr(
        "Capitals and accents make no difference. The last word is looked for while you type it; a blank after it says that it is finished. Choose an example to write it into the box."
    )
    of_quotes = tr(
        "With said-by:, about: or quote: the answers are quotations, each with its speaker and its passage; other words are then looked for in what was said and around it."
    )
    return (
        f"<p>{esc(lead)}</p><h3>{esc(tr('Words'))}</h3>{_table(words)}"
        f"<h3>{esc(tr('Fields'))}</h3><p>{esc(of_quotes)}</p>{_table(fields)}"
    )


def _table(rows: list[str]) -> str:
    return f'<table cellpadding="5">{"".join(rows)}</table>'


def _row(example: str, finds: str, colours: Colours) -> str:
    link = f'<a href="try:{quote(example, safe="")}" style="color:{colours.accent}; text-decoration:none">'
    return f'<tr><td width="230">{link}<code>{esc(example)}</code></a></td><td>{finds}</td></tr>'
