"""The sheet of keys: every command with its keys and what it does, made from the registry."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from reader.window.commands import Command, printed_keys
from reader.window.inspector.cards import esc
from reader.window.theme import SPACE, Theme


class Help(QDialog):
    """Shows all commands, menu by menu."""

    def __init__(self, commands: Iterable[Command], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.resize(680, 640)
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setAccessibleName("Keys")
        self.text.document().setDocumentMargin(4 * SPACE)
        self.text.setHtml(help_page(commands, theme.colours.muted))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addWidget(buttons)


def help_page(commands: Iterable[Command], muted: str) -> str:
    """All commands as a table for each menu."""
    menus: dict[str, list[str]] = {}
    for command in commands:
        keys = " &nbsp;or&nbsp; ".join(f"<b>{esc(printed_keys(key))}</b>" for key in command.keys)
        row = f'<tr><td width="150">{keys}</td><td>{esc(command.name)}<br><small style="color:{muted}">{esc(command.description)}</small></td></tr>'
        menus.setdefault(command.menu, []).append(row)
    return "".join(
        f'<h3>{esc(menu)}</h3><table cellpadding="5">{"".join(rows)}</table>' for menu, rows in menus.items()
    )
