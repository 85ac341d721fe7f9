"""A place in the window that several pages share, one at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid


class SharedPlace(QStackedWidget):
    """Holds its first page always. The others stand in the window only while they are shown: what is out of sight need
    not be styled anew with every change of theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        others: list[QWidget] = []

        def take_along() -> None:
            for page in filter(isValid, others):
                page.deleteLater()

        self._others = others
        self.destroyed.connect(take_along)

    def add_page(self, page: QWidget) -> None:
        """Another page that can be shown here; the first one is, from now on."""
        if self.count():
            page.hide()
            page.setParent(None)
            self._others.append(page)
        else:
            self.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Shows one of the pages in the place of the one before."""
        before = self.currentWidget()
        if page is before:
            return
        self.addWidget(page)
        self.setCurrentWidget(page)
        if before in self._others:
            before.setParent(None)

    def show_first(self) -> None:
        """Shows the first page."""
        first = self.widget(0)
        assert first is not None
        self.show_page(first)
