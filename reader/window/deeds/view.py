"""Deeds on the view: what is shown, how large, in which colours; the palette and the help."""

from __future__ import annotations

import threading

from PySide6.QtWidgets import QMessageBox

import reader
from reader.window.commands import Palette
from reader.window.deeds.deed import Deed
from reader.window.help import Help
from reader.window.theme import ThemeName


class View(Deed):
    """The view and the help."""

    def quiet(self) -> None:
        """Puts out what is lit, one thing after another: find bar, search, marks."""
        w = self.w
        if w.find_bar.isVisible():
            w.find_field.clear()
            w.find_bar.hide()
            w.page.setFocus()
        elif w.search.text():
            w.search.clear()
            w.articles.setFocus()
        elif w.message.isVisible():
            w.message.hide()
        w.lit = []
        w.page.clear_light()

    def toggle_sidebar(self) -> None:
        self.w.side.setVisible(not self.w.side.isVisible())

    def toggle_inspector(self) -> None:
        self.w.inspector.setVisible(not self.w.inspector.isVisible())

    def sidebar_shown(self) -> bool:
        return self.w.sidebar.isVisible()

    def inspector_shown(self) -> bool:
        return self.w.inspector.isVisible()

    def zoom_in(self) -> None:
        self._zoom(self.w.theme.zoom + 1)

    def zoom_out(self) -> None:
        self._zoom(self.w.theme.zoom - 1)

    def zoom_reset(self) -> None:
        self._zoom(0)

    def _zoom(self, zoom: int) -> None:
        self.w.theme.set_zoom(zoom)
        self.w.state.keep_reading(self.w.theme.reading)

    def theme(self, name: ThemeName) -> None:
        self.w.theme.choose(name)
        self.w.state.keep_theme(name)

    def theme_is(self, name: ThemeName) -> bool:
        return self.w.theme.name is name

    def palette(self) -> None:
        palette = Palette(self.w.registry, self.recent, self.w)
        if palette.exec() and palette.chosen is not None:
            chosen = palette.chosen
            self.recent = [chosen.id, *(name for name in self.recent if name != chosen.id)][:20]
            self.w.registry.run(chosen)

    def help(self) -> None:
        Help(self.w.registry.commands, self.w.theme, self.w).exec()

    def about(self) -> None:
        text = f"Verbatim {reader.__version__}\n\nYour library lies in\n{self.w.library.folder}\n\nNothing leaves this machine."
        QMessageBox.about(self.w, "About Verbatim", text)

    def quit(self) -> None:
        self.w.close()

    def back_up(self) -> None:
        """Backs the library up beside the reader's work, when it is due."""
        job = self.w.library.backup_job()
        if job is not None:
            threading.Thread(target=job, name="verbatim-backup", daemon=True).start()
