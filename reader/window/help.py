"""The sheet of keys: every command with its keys and what it does, made from the registry."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from reader.article import tr
from reader.window.commands import Registry, printed_keys
from reader.window.inspector.cards import esc
from reader.window.theme import SPACE, Theme


class Help(QDialog):
    """Shows all commands, menu by menu."""

    def __init__(self, registry: Registry, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        self.resize(680, 640)
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(tr("Keys"))
        self.text.document().setDocumentMargin(4 * SPACE)
        self.text.setHtml(help_page(registry, theme.colours.muted))
        buttons = QDialogButtonBox(self)
        buttons.setObjectName("plain")  # all there is to do is to read
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addWidget(buttons)


def help_page(registry: Registry, muted: str) -> str:
    """All commands as a table for each menu, with the keys that they have now."""
    menus: dict[str, list[str]] = {}
    for command in registry.commands:
        keys = f" &nbsp;{tr('or')}&nbsp; ".join(f"<b>{esc(printed_keys(key))}</b>" for key in registry.keys(command))
        row = (
            f'<tr><td width="150">{keys}</td><td>{esc(tr(command.name))}'
            f'<br><small style="color:{muted}">{esc(tr(command.description))}</small></td></tr>'
        )
        menus.setdefault(command.menu.partition("/")[0], []).append(row)
    return "".join(
        f'<h3>{esc(tr(menu))}</h3><table cellpadding="5">{"".join(rows)}</table>' for menu, rows in menus.items()
    )
