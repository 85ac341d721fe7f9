"""The window's ties to what lies outside it: windows of single articles, what is dragged out, the system's notices, its tray."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from reader.article import tr
from reader.window.article_window import ArticleWindow
from reader.window.inspector import QUOTES
from reader.window.settings.table import NOTIFY, TRAY
from reader.window.system import Notices

if TYPE_CHECKING:
    from reader.window.main_window import MainWindow


class Outside(QObject):
    """`apart` are the windows of single articles, by article."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.w = window
        self.apart: dict[int, ArticleWindow] = {}
        self._menu: QMenu | None = None
        window.articles.let_drag(window.deeds.articles_dragged)
        window.inspector.lists[QUOTES].let_drag(window.deeds.quote_dragged)
        self.notices = Notices(window, window.theme.icon("quote", "accent"), self._may_be_told)
        window.adder.busy.connect(self.notices.busy)
        window.adder.article_analysed.connect(self.notices.article_read)
        window.settings.follow(TRAY, self._set_tray)
        self._set_tray(window.settings[TRAY])

    def come_forward(self) -> None:
        """Shows the window before all others."""
        self.w.setWindowState(self.w.windowState() & ~Qt.WindowState.WindowMinimized)
        self.w.show()
        self.w.raise_()
        self.w.activateWindow()

    def refresh(self) -> None:
        """Brings the windows of single articles up to date."""
        for article, window in self.apart.items():
            window.refresh(self.w.library.opened(article))

    def close(self) -> None:
        """Closes the windows of single articles."""
        for window in list(self.apart.values()):
            window.close()
        self._set_tray(False)

    def _may_be_told(self) -> bool:
        """Whether the reader may be told of what happens: not in focus mode, and not where they wish none of it."""
        return self.w.settings[NOTIFY] and not self.w.shown.focus

    def _set_tray(self, on: bool) -> None:
        if on and self._menu is None:
            self._menu = QMenu(self.w)
            self._menu.addAction(tr("Open Verbatim"), self.come_forward)
            self._menu.addAction(tr("Paste article"), lambda: self.w.registry.run("add.paste"))
            self._menu.addAction(tr("Quit"), lambda: self.w.registry.run("window.quit"))
        self.notices.show_tray(on, self.come_forward, self._menu)
