"""Deeds on the view: what is shown, how large, in which colours; the palette and the help."""

from __future__ import annotations

import threading

from PySide6.QtWidgets import QMessageBox

import reader
from reader.article import tr
from reader.window.columns import Column
from reader.window.commands import Palette, command
from reader.window.deeds.reading import ReadingDeeds
from reader.window.guide import open_guide
from reader.window.help import Help
from reader.window.settings.table import THEME, ZOOM
from reader.window.theme import ThemeName


class View(ReadingDeeds):
    """The view and the help."""

    @command("view.clear", "View", "Quiet marks", "Put out what is lit, and close the search", "Esc")
    def quiet(self) -> None:
        """Puts out what is lit, one thing after another: find bar, search, marks."""
        w = self.w
        if w.people.quiet() or (w.annotations_shown and w.annotations.quiet()):
            return
        if w.find_bar.isVisible():
            w.find_field.clear()
            w.find_bar.hide()
            w.page.setFocus()
        elif w.shown.focus:
            self.set_focus(False)
        elif w.search.text():
            w.search.clear()
            w.searching.current_list().setFocus()
        elif w.message.isVisible():
            w.message.hide()
        w.lit = []
        w.page.clear_light()

    def sidebar_shown(self) -> bool:
        return self.w.side.isVisible()

    @command("view.sidebar", "View", "Sidebar", "Show or hide the lists", "Ctrl+B", checked=sidebar_shown)
    def toggle_sidebar(self) -> None:
        self.w.shown.toggle(Column.SIDE)

    def inspector_shown(self) -> bool:
        return self.w.inspector.isVisible()

    @command("view.inspector", "View", "Inspector", "Show or hide the inspector", "Ctrl+I", checked=inspector_shown)
    def toggle_inspector(self) -> None:
        self.w.shown.toggle(Column.INSPECTOR)

    @command("zoom.in", "View", "Larger text", "Set the article larger", "Ctrl+=", "Ctrl++")
    def zoom_in(self) -> None:
        self._zoom(self.w.theme.zoom + 1)

    @command("zoom.out", "View", "Smaller text", "Set the article smaller", "Ctrl+-")
    def zoom_out(self) -> None:
        self._zoom(self.w.theme.zoom - 1)

    @command("zoom.reset", "View", "Standard text", "Set the article in the standard size", "Ctrl+0")
    def zoom_reset(self) -> None:
        self._zoom(0)

    def _zoom(self, zoom: int) -> None:
        self.w.settings.put(ZOOM, zoom)

    def theme_is(self, name: ThemeName) -> bool:
        return self.w.theme.name is name

    @command(
        "theme.system",
        "View/Theme",
        "System theme",
        "Follow the system: light by day, dark by night",
        args=(ThemeName.SYSTEM,),
        checked=theme_is,
    )
    @command(
        "theme.light", "View/Theme", "Light theme", "Use the light theme", args=(ThemeName.LIGHT,), checked=theme_is
    )
    @command(
        "theme.sepia", "View/Theme", "Sepia theme", "Use the sepia theme", args=(ThemeName.SEPIA,), checked=theme_is
    )
    @command("theme.dark", "View/Theme", "Dark theme", "Use the dark theme", args=(ThemeName.DARK,), checked=theme_is)
    @command(
        "theme.contrast",
        "View/Theme",
        "High contrast theme",
        "Use the theme of the strongest contrast",
        args=(ThemeName.CONTRAST,),
        checked=theme_is,
    )
    def theme(self, name: ThemeName) -> None:
        self.w.settings.put(THEME, name)

    @command("palette", "Help", "All commands…", "Find a command by its name and do it", "Ctrl+K", "Ctrl+Shift+P")
    def palette(self) -> None:
        palette = Palette(self.w.registry, self.w.state.recent(), self.w)
        if palette.exec() and palette.chosen is not None:
            self.w.state.keep_recent(palette.chosen.id)
            self.w.registry.run(palette.chosen)

    @command("help.guide", "Help", "Guide", "Read how things are done, page by page", "F1")
    def guide(self) -> None:
        open_guide(self.w)

    @command("help", "Help", "Keys", "Show every command and its keys", "?")
    def help(self) -> None:
        Help(self.w.registry, self.w.theme, self.w).exec()

    @command("about", "Help", "About Verbatim", "Show the version and where the library lies")
    def about(self) -> None:
        text = tr(
            "Verbatim {version}\n\nYour library lies in\n{folder}\n\nOnly what you ask for is fetched from the network; what you read and write stays on this machine.",
            version=reader.__version__,
            folder=self.w.library.folder,
        )
        QMessageBox.about(self.w, tr("About Verbatim"), text)

    @command("window.quit", "File", "Quit", "Close Verbatim; everything is saved", "Ctrl+Q")
    def quit(self) -> None:
        self.w.quit()

    def back_up(self) -> None:
        """Backs the library up beside the reader's work, when it is due."""
        job = self.w.library.backup_job()
        if job is not None:
            threading.Thread(target=job, name="verbatim-backup", daemon=True).start()
