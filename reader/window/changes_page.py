"""What changed in an article, as a page: the newest change first, quotations before everything else."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from reader.article import Difference, DifferenceKind, changes_counted, differences, mark, tr, words_changed
from reader.article.dates_told import told_moment
from reader.library import Version
from reader.window.theme import Theme

_KINDS = {
    DifferenceKind.ADDED: mark("added"),
    DifferenceKind.REMOVED: mark("removed"),
    DifferenceKind.ALTERED: mark("altered"),
}


class Changes(QDialog):
    """Shows what changed from version to version."""

    def __init__(self, title: str, versions: Sequence[Version], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What changed: {title}", title=title))
        self.resize(680, 600)
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(tr("What changed"))
        self.text.document().setDocumentMargin(24)
        self.text.setHtml(changes_html(versions, theme.colours.muted, theme.colours.accent))
        buttons = QDialogButtonBox(self)
        buttons.setObjectName("plain")  # all there is to do is to read
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addWidget(buttons)


def changes_html(versions: Sequence[Version], muted: str, accent: str) -> str:
    """The changes between versions, the newest first; nothing foreign in it is markup."""
    parts = []
    for older, newer in zip(versions[-2::-1], versions[:0:-1], strict=True):
        when = newer.since.astimezone()
        parts.append(f"<h3>{told_moment(when)}</h3>")
        if older.how == "feed" and newer.how != "feed":
            parts.append(f"<p>{tr('The whole text was fetched; the feed had given only its beginning.')}</p>")
            continue
        found = differences(
            older.article,
            newer.article,
            older.analysis.quotes if older.analysis else (),
            newer.analysis.quotes if newer.analysis else (),
        )
        parts.append(f'<p style="color:{muted}">{escape(changes_counted(found))}</p>')
        parts += [_difference(each, muted, accent) for each in found]
    return "".join(parts) or f"<p>{tr('This article has not changed since it came in.')}</p>"


def _difference(difference: Difference, muted: str, accent: str) -> str:
    name = f"{tr(str(difference.what)).capitalize()} {tr(_KINDS[difference.kind])}"
    who = f" · {escape(difference.speaker)}" if difference.speaker else ""
    if difference.kind is DifferenceKind.ALTERED:
        body = "".join(_word(kind, text, accent) for kind, text in words_changed(difference.before, difference.after))
    elif difference.kind is DifferenceKind.ADDED:
        body = _word(DifferenceKind.ADDED, difference.after, accent)
    else:
        body = _word(DifferenceKind.REMOVED, difference.before, accent)
    return f'<p><small style="color:{muted}">{escape(name)}{who}</small><br>{body}</p>'


def _word(kind: DifferenceKind | None, text: str, accent: str) -> str:
    shown = escape(text)
    if kind is DifferenceKind.ADDED:
        return f'<u style="color:{accent}">{shown}</u>'
    return f"<s>{shown}</s>" if kind is DifferenceKind.REMOVED else shown
