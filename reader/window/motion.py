"""What moves by itself in the window, and stops where the reader or the system wishes none of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

BLINKING_MS = 1060
"""As Qt has it where the system says nothing."""
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


def set_motion(application: QApplication, wanted: str) -> None:
    """Lets menus, tool tips and the caret move as the system has it ("system"), or not at all ("none")."""
    still = wanted == "none"
    for effect in _EFFECTS if still else ():
        QApplication.setEffectEnabled(effect, False)
    if still:
        application.setCursorFlashTime(0)
    elif application.cursorFlashTime() == 0:
        application.setCursorFlashTime(BLINKING_MS)
