"""Telling a reader who looks elsewhere that long work is done, and the icon in the tray for those who want one."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

from reader.article import counted, tr

LONG_S = 20.0
"""Work that took so long is worth telling of."""
SHOWN_MS = 10_000
_PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Notification")


class Notices(QObject):
    """Hears of work and tells its end. `wanted` asks whether the reader may be told now."""

    def __init__(self, window: QWidget, icon: QIcon, wanted: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._icon, self._wanted = window, icon, wanted
        self._begun: float | None = None
        self._read = 0
        self.tray: QSystemTrayIcon | None = None
        self.send: Callable[[str, str], None] = self._send

    def busy(self, stage: str) -> None:
        """Work is under way, or none is left."""
        if stage:
            self._begun = self._begun if self._begun is not None else time.monotonic()
            return
        took = time.monotonic() - self._begun if self._begun is not None else 0.0
        read, self._begun, self._read = self._read, None, 0
        if took >= LONG_S and read and not self._window.isActiveWindow() and self._wanted():
            sentence = counted(read, "{n} article was read: who said what is there.", "{n} articles were read: who said what is there.")  # fmt: skip
            self.send(tr("Verbatim is done"), sentence)

    def article_read(self) -> None:
        """One article more was read."""
        self._read += 1

    def show_tray(self, on: bool, open_window: Callable[[], None], menu: QMenu | None) -> None:
        """Puts an icon into the system's tray, where there is one, or takes it away."""
        if not on or not QSystemTrayIcon.isSystemTrayAvailable():
            if self.tray is not None:
                self.tray.hide()
                self.tray.deleteLater()
                self.tray = None
            return
        if self.tray is None:
            self.tray = QSystemTrayIcon(self._icon, self)
            self.tray.setToolTip("Verbatim")
            if menu is not None:
                self.tray.setContextMenu(menu)
            self.tray.activated.connect(
                lambda why: open_window() if why == QSystemTrayIcon.ActivationReason.Trigger else None
            )
            self.tray.messageClicked.connect(open_window)
            self.tray.show()

    def _send(self, title: str, sentence: str) -> None:
        """By the tray's icon, which is lent for it; where there is no tray, by the desktop's portal."""
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            icon = self.tray or QSystemTrayIcon(self._icon, self)
            icon.show()
            icon.showMessage(title, sentence, self._icon, SHOWN_MS)
        elif sys.platform == "linux":
            _tell_portal(title, sentence)


def _tell_portal(title: str, sentence: str) -> None:
    """Asks the desktop's portal, which also programs in a sandbox reach; where there is none, nothing happens."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if bus.isConnected():
        asked = QDBusMessage.createMethodCall(*_PORTAL, "AddNotification")
        asked.setArguments(["done", {"title": title, "body": sentence}])
        bus.send(asked)
