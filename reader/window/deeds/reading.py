"""Deeds on the page that is read: finding, contents, focus, appearance, marks, reading aloud, looking up, paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import quote_plus

from PySide6.QtCore import QStandardPaths, Qt, QThreadPool, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reader.article import Span, mark, tr
from reader.window.columns import Column
from reader.window.commands import command
from reader.window.deeds.deed import ARTICLE, SELECTION, Deed
from reader.window.reading.aloud import Aloud, engines, system_reader
from reader.window.reading.appearance import Appearance
from reader.window.reading.contents import Contents, headings_of, part_at
from reader.window.reading.printing import NotPrinted, prepare, printed, write_pdf
from reader.window.settings.table import FACE, INTERFACE, LEADING, MEASURE, THEME, WEB_SEARCH, ZOOM
from reader.window.system.handing import file_name
from reader.window.theme import Reading

LONGEST_LOOKED_UP = 200
DICTIONARY = "https://en.wiktionary.org/wiki/Special:Search?search={}"

NO_HEADINGS = mark("This article has no headings.")
NO_VOICE = mark('Reading aloud needs a voice of the system and an extra: pip install "verbatim-reader[speech]".')


class ReadingDeeds(Deed):
    """Everything that one does with the page alone."""

    _aloud: Aloud | None = None

    # ---- Finding

    @command(
        "find", "Edit", "Find in article", "Mark every place where words stand in the article", "Ctrl+F", needs=ARTICLE
    )
    def find(self) -> None:
        self.w.find_bar.show()
        self.w.find_field.setFocus()
        self.w.find_field.selectAll()

    def find_words(self, words: str) -> None:
        """Marks every place, and lights the first one from the top of the view on; without words, what the search of
        the library found."""
        if not words:
            self.w.searching.mark_hits()
            self.w.find_bar.show_count(0, 0)
            return
        found = self.w.page.find_words(words)
        top = self.w.page.position()
        places = self.w.page.found
        self.w.lit_index = next((i for i, span in enumerate(places) if span.start >= top), 0) - 1
        if found:
            self.find_next()
        else:
            self.w.find_bar.show_count(0, 0)

    @command("find.next", "Edit", "Next hit", "Go to the next place found", "Ctrl+G", "F3", needs=ARTICLE)
    def find_next(self) -> None:
        self.find_step(1)

    @command("find.previous", "Edit", "Previous hit", "Go to the place found before", "Shift+F3", needs=ARTICLE)
    def find_previous(self) -> None:
        self.find_step(-1)

    def find_step(self, step: int) -> None:
        """Goes to another of the places found."""
        found = self.w.page.found
        if found:
            self.w.lit_index = (self.w.lit_index + step) % len(found)
            self.w.page.light([found[self.w.lit_index]])
            self.w.find_bar.show_count(self.w.lit_index, len(found))
            if not self.w.find_bar.isVisible():
                self.w.say(tr("Hit {n} of {all}", n=self.w.lit_index + 1, all=len(found)))

    # ---- The page

    @command(
        "view.contents", "View", "Contents", "Go to one of the article’s headings", "Ctrl+Shift+O", needs=ARTICLE, also=("page",)
    )  # fmt: skip
    def contents(self) -> None:
        w = self.w
        if w.opened is not None:
            headings = headings_of(w.opened.article)
            if not headings:
                w.say(tr(NO_HEADINGS))
                return
            panel = Contents(headings, part_at(headings, w.page.position()), w.theme, w)
            panel.chosen.connect(self._go_to)
            panel.show_over(w.page)

    def _go_to(self, offset: int) -> None:
        self.w.page.set_position(offset)
        self.w.page.setFocus()

    def is_focused(self) -> bool:
        return self.w.shown.focus

    @command("view.focus", "View", "Focus", "Show the text alone, or all of the window", "F9", checked=is_focused)
    def focus_mode(self) -> None:
        self.set_focus(not self.is_focused())

    def set_focus(self, on: bool) -> None:
        """The text alone, or all of the window."""
        self.w.shown.set_focus(on)
        self.w.menuBar().setVisible(not on)
        self.w.hints.make_room(on)
        self.w.page.setFocus()
        if on:
            self.w.say(tr("The text alone. Esc brings everything back."))

    def is_full_screen(self) -> bool:
        return self.w.isFullScreen()

    @command("view.full", "View", "Full screen", "Fill the screen, or leave it", "F11", checked=is_full_screen)
    def full_screen(self) -> None:
        self.w.setWindowState(self.w.windowState() ^ Qt.WindowState.WindowFullScreen)

    @command(
        "view.appearance", "View", "Appearance…", "Choose colours, face, size, measure and leading", "Ctrl+Shift+T"
    )
    def appearance(self) -> None:
        panel = Appearance(self.w.theme, self.w)
        panel.theme_chosen.connect(lambda name: self.w.settings.put(THEME, name))
        panel.reading_chosen.connect(self.set_reading)
        panel.show_over(self.w.page)

    def set_reading(self, reading: Reading) -> None:
        """Sets pages in another way, and keeps it."""
        settings = self.w.settings
        settings.put(FACE, reading.face)
        settings.put(ZOOM, reading.size)
        settings.put(MEASURE, reading.measure)
        settings.put(LEADING, reading.leading)
        settings.put(INTERFACE, reading.interface)

    def _measured(self, by: int) -> None:
        self.set_reading(replace(self.w.theme.reading, measure=self.w.theme.reading.measure + by).bounded())

    @command("view.wider", "View", "Wider lines", "Set the article in longer lines", "Ctrl+Alt+Right")
    def wider(self) -> None:
        self._measured(4)

    @command("view.narrower", "View", "Narrower lines", "Set the article in shorter lines", "Ctrl+Alt+Left")
    def narrower(self) -> None:
        self._measured(-4)

    def are_marks_plain(self) -> bool:
        return self.w.page.plain

    @command(
        "view.marks", "View", "Show names and quotes", "Bring every name and every quotation in the text forward, or let them be quiet",
        ".", needs=ARTICLE, checked=are_marks_plain,
    )  # fmt: skip
    def plain_marks(self) -> None:
        self.w.page.mark_plainly(not self.w.page.plain)

    def point_out(self, key: str) -> None:
        """Lights every place of a name that was clicked on, staying where the reader is."""
        w = self.w
        entity = w.opened.analysis.entity(key) if w.opened is not None and w.opened.analysis is not None else None
        if entity is not None:
            w.lit = [Span(mention.start, mention.end) for mention in entity.mentions]
            here = w.page.caret()
            w.lit_index = max(0, sum(span.start <= here for span in w.lit) - 1)
            w.page.light(w.lit, w.lit_index, scroll=False)
            w.inspector.point_at_entity(key)
            w.inspector.show_count(w.lit_index, len(w.lit))

    def point_out_quote(self, index: int) -> None:
        """Lights a quotation that was clicked on, and shows who said it."""
        w = self.w
        if w.opened is not None and w.opened.analysis is not None:
            w.lit, w.lit_index = list(w.opened.analysis.quotes[index].spans), 0
            w.page.light(w.lit, scroll=False)
            w.inspector.point_at_quote(index)

    # ---- Reading aloud

    def is_read_aloud(self) -> bool:
        return self._aloud is not None and self._aloud.is_on

    @command(
        "page.aloud", "Article", "Read aloud", "Read from here with the system’s voice, or fall silent",
        "Ctrl+Shift+S", needs=ARTICLE, also=("page",), checked=is_read_aloud,
    )  # fmt: skip
    def read_aloud(self) -> None:
        opened = self.w.opened
        if self._aloud is not None:
            self._aloud.stop()
            self._aloud.deleteLater()
            self._aloud = None
            return
        if not engines():
            self.w.say(tr(NO_VOICE))
        elif opened is not None:
            aloud = self._aloud = system_reader(engines()[0], opened.article.language, self.w)
            self.follow(aloud)
            selected = self.w.page.selected_span()
            aloud.start(opened.article.text, selected.start if selected else self.w.page.position())

    def follow(self, aloud: Aloud) -> None:
        """Lights what is read, and lets the page follow."""
        aloud.reading.connect(lambda start, end: self.w.page.light([Span(start, end)]))
        aloud.ended.connect(self.w.page.clear_light)

    def silence(self) -> None:
        """Another article is shown, or the window goes."""
        if self._aloud is not None:
            self.read_aloud()

    # ---- Looking up

    def _selected(self) -> str:
        span, opened = self.w.page.selected_span(), self.w.opened
        text = opened.article.text[span.start : span.end] if span is not None and opened is not None else ""
        return " ".join(text.split())[:LONGEST_LOOKED_UP]

    @command(
        "selection.library", "Edit", "Look up in library", "Search all articles for the selected words",
        "Ctrl+Shift+L", needs=SELECTION, also=("page",),
    )  # fmt: skip
    def look_up(self) -> None:
        words = self._selected()
        self.w.shown.show(Column.LIST)
        self.w.search.setText(f'"{words}"' if " " in words else words)
        self.w.search.setFocus()

    @command(
        "selection.word", "Edit", "Look up in dictionary", "Open the selected word in Wiktionary, in the browser",
        needs=SELECTION, also=("page",),
    )  # fmt: skip
    def look_up_word(self) -> None:
        self._browse(DICTIONARY, tr("Look up in dictionary"))

    @command(
        "selection.web", "Edit", "Search the web", "Search the web for the selected words, in the browser",
        "Ctrl+Shift+E", needs=SELECTION, also=("page",),
    )  # fmt: skip
    def search_web(self) -> None:
        self._browse(self.w.settings[WEB_SEARCH], tr("Search the web"))

    def _browse(self, form: str, title: str) -> None:
        """Opens an address with the selected words in the browser, after showing what leaves this machine."""
        url = QUrl(form.replace("{}", quote_plus(self._selected())))
        question = tr(
            "Open this address in your browser? The words in it leave this machine.\n\n{url}", url=url.toDisplayString()
        )
        if QMessageBox.question(self.w, title, question) == QMessageBox.StandardButton.Yes:
            QDesktopServices.openUrl(url)

    # ---- Paper

    @command("window.print", "File", "Print…", "Print the article with your marks and notes", "Ctrl+P", needs=ARTICLE)
    def print_article(self) -> None:
        opened = self.w.opened
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if opened is not None and QPrintDialog(printer, self.w).exec():
            printer.setDocName(opened.article.title or opened.capture_name)
            prepare(printer)
            printed(opened).print_(printer)

    @command(
        "export.pdf", "File", "Save as PDF…", "Write the article with your marks and notes as a PDF", needs=ARTICLE
    )
    def save_pdf(self) -> None:
        opened = self.w.opened
        if opened is None:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        wanted = str(Path(documents) / f"{file_name(opened.article.title or opened.capture_name)}.pdf")
        name, _ = QFileDialog.getSaveFileName(self.w, tr("Save as PDF"), wanted, "PDF (*.pdf)")
        if name:
            self.write_pdf(Path(name))

    def write_pdf(self, path: Path) -> None:
        """Writes the open article as a PDF, off the window's thread."""
        opened, said, told = self.w.opened, self.w.said, self.w.told
        if opened is None:
            return

        def write() -> None:
            try:
                write_pdf(opened, path)
                said.emit(tr("The PDF is in {path}.", path=path))
            except NotPrinted as error:
                told.emit(str(error))

        QThreadPool.globalInstance().start(write)

    @command(
        "add.field", "File", "Add anything", "Type or paste a path, an address or a text into the field", "A", "Ctrl+L"
    )
    def add_anything(self) -> None:
        self.w.shown.show(Column.SIDE)
        self.w.add_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.w.add_field.selectAll()
