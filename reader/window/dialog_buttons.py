"""The buttons at the foot of a dialog that one leaves with Escape."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton

from reader.article import tr


def close_button(dialog: QDialog) -> QDialogButtonBox:
    """A button that closes a dialog, in the place and order that the system gives it."""
    buttons = QDialogButtonBox(dialog)
    buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
    buttons.rejected.connect(dialog.reject)
    without_default(buttons)
    return buttons


def without_default(buttons: QDialogButtonBox) -> None:
    """Lets Enter mean what it means in a dialog's lists: no button takes it too."""
    for button in buttons.buttons():
        if isinstance(button, QPushButton):
            button.setAutoDefault(False)
