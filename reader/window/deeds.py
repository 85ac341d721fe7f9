"""What the commands do: each method is one thing a reader can do, in the words of the library."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMessageBox, QWidget

import reader
from reader.article import Edit, LibraryError, Span, anchor_of, seeds
from reader.library import Change, ListKind, Query, changes
from reader.window.article_list import ROW
from reader.window.commands import Palette
from reader.window.help import Help
from reader.window.inspector import ENTITIES, NOTES, QUOTES, SOURCE, citation
from reader.window.theme import ThemeName

if TYPE_CHECKING:
    from reader.window.main_window import MainWindow


class Deeds:
    """Acts on the window's parts; every change goes through the library's one door."""

    def __init__(self, window: MainWindow) -> None:
        self.w = window
        self.recent: list[str] = []

    # ---- adding

    def paste(self) -> None:
        focus = QApplication.focusWidget()
        if hasattr(focus, "paste") and not getattr(focus, "isReadOnly", lambda: True)():
            focus.paste()  # type: ignore[union-attr]
            return
        self.w.adder.add_mime(QGuiApplication.clipboard().mimeData(), "paste")

    def add_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self.w, "Add articles", "", "Articles (*.txt *.html *.htm *.md);;All files (*)"
        )
        self.w.adder.add_paths([Path(name) for name in names])

    def came_in(self, article: int, duplicate: bool) -> None:
        """An article was added, or was there already: it is shown where nothing else is being read."""
        w = self.w
        w.refresh_lists()
        w.articles.refresh()
        opened = w.library.opened(article)
        sample = opened.row.sample
        if duplicate:
            w.tell("This article is in your library already; here it is.")
        if not sample or opened.capture_name == seeds()[0].name:
            self._open(article)

    def changed(self, article: int) -> None:
        if self.w.opened is not None and self.w.opened.row.id == article:
            self.w.refresh()

    def analysed(self, article: int) -> None:
        """Who said what is known now: the inspector fills, and a sample lights its first quotation."""
        w = self.w
        if w.opened is None or w.opened.row.id != article:
            return
        w.opened = w.library.opened(article)
        w.page.refresh(w.opened)
        w.inspector.show_article(w.opened)
        if w.opened.row.sample and w.inspector.current_quote() is None and w.page.verticalScrollBar().value() == 0:
            w.inspector.step_quote(1)

    def _open(self, article: int) -> None:
        if not self.w.articles.choose(article):
            self.w.search.clear()
            self.go(ListKind.ALL)
            if not self.w.articles.choose(article):
                self.w.open_article(article)

    # ---- lists

    def show_query(self, query: Query) -> None:
        words = self.w.search.text().strip()
        self.w.articles.show_query(Query(kind=query.kind, tag=query.tag, words=words))

    def search(self) -> None:
        self.w.search.setFocus()
        self.w.search.selectAll()

    def search_for(self, _words: str) -> None:
        self.show_query(self.w.sidebar.query())

    def go(self, kind: ListKind) -> None:
        self.w.sidebar.choose(Query(kind=kind))
        self.w.articles.setFocus()

    def next_list(self) -> None:
        self.w.sidebar.step(1)

    def previous_list(self) -> None:
        self.w.sidebar.step(-1)

    def next_article(self) -> None:
        self.w.articles.step(1)

    def previous_article(self) -> None:
        self.w.articles.step(-1)

    def next_unread(self) -> None:
        if not self.w.articles.step(1, unread=True):
            self.w.statusBar().showMessage("There is no further unread article in this list.", 4000)

    def page_down(self) -> None:
        if self.w.opened is None or self.w.page.at_end():
            self.next_unread()
        else:
            self.w.page.page(1)

    def page_up(self) -> None:
        self.w.page.page(-1)

    def read(self) -> None:
        self.w.page.setFocus()

    def pane_left(self) -> None:
        self._move_focus(-1)

    def pane_right(self) -> None:
        self._move_focus(1)

    def _move_focus(self, step: int) -> None:
        w = self.w
        panes: list[QWidget] = [w.sidebar, w.articles, w.page, w.inspector.lists[w.inspector.tabs.currentIndex()]]
        panes = [pane for pane in panes if pane.isVisible()]
        at = next((i for i, pane in enumerate(panes) if pane.hasFocus()), 0)
        panes[max(0, min(len(panes) - 1, at + step))].setFocus()

    # ---- states

    def has_article(self) -> bool:
        return self.w.opened is not None

    def _ids(self) -> tuple[int, ...]:
        """What a command on articles is for: the selected ones, or the one that is open."""
        chosen = self.w.articles.chosen()
        return chosen or ((self.w.opened.row.id,) if self.w.opened is not None else ())

    def _toggled(self, is_on: Callable[[int], bool]) -> tuple[tuple[int, ...], bool]:
        ids = self._ids()
        return ids, not all(is_on(article) for article in ids)

    def perform(self, change: Change) -> bool:
        """Makes a change and shows it; whether it could be saved. What could not be is told."""
        try:
            self.w.library.perform(change)
        except LibraryError as error:
            self.w.tell(str(error))
            return False
        self.w.refresh()
        return True

    def toggle_read(self) -> None:
        ids, unread = self._toggled(lambda article: self.w.library.opened(article).row.unread)
        self.perform(changes.SetRead(ids, not unread))

    def toggle_bookmark(self) -> None:
        ids, on = self._toggled(lambda article: self.w.library.opened(article).row.bookmarked)
        self.perform(changes.SetBookmarked(ids, on))

    def toggle_archive(self) -> None:
        ids, on = self._toggled(lambda article: self.w.library.opened(article).row.archived)
        self._leaving(changes.SetArchived(ids, on), ids)

    def delete(self) -> None:
        ids, on = self._toggled(lambda article: self.w.library.opened(article).row.trashed)
        self._leaving(changes.Trash(ids) if on else changes.Untrash(ids), ids)

    def _leaving(self, change: Change, ids: Sequence[int]) -> None:
        """A change that may take articles out of the list: the next one is opened in their place."""
        w = self.w
        at = w.articles.currentIndex().row()
        if not self.perform(change):
            return
        w.statusBar().showMessage(f"{change.label}. Ctrl+Z takes it back.", 6000)
        if w.opened is None or w.opened.row.id not in ids or w.articles.rows.row_of(w.opened.row.id) is not None:
            return
        count = w.articles.rows.rowCount()
        if count:
            index = w.articles.rows.index(min(max(at, 0), count - 1), 0)
            w.articles.setCurrentIndex(index)
            w.open_article(index.data(ROW).id)
        else:
            w.show_article(None)

    def all_read(self) -> None:
        query = self.w.query()
        rows = self.w.library.rows(query, 0, self.w.library.count(query))
        ids = tuple(row.id for row in rows if row.unread)
        if ids and self.perform(changes.SetRead(ids, True)):
            self.w.statusBar().showMessage(f"{len(ids):,} marked as read. Ctrl+Z takes it back.", 6000)

    def tag(self) -> None:
        ids = self._ids()
        if not ids:
            return
        before = self.w.library.opened(ids[0]).row.tags
        known = ", ".join(name for name, _ in self.w.library.tags()[:12])
        question = f"Tags, with commas between.{' In use: ' + known if known else ''}"
        text, done = QInputDialog.getText(self.w, "Tags", question, text=", ".join(before))
        if done:
            self.set_tags(ids, text, before)

    def set_tags(self, ids: tuple[int, ...], text: str, before: Sequence[str]) -> None:
        """Gives articles the tags that were typed, and takes off those that were taken out."""
        wanted = tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
        add = tuple(name for name in wanted if name not in before or len(ids) > 1)
        remove = tuple(name for name in before if name not in wanted)
        if add or remove:
            self.perform(changes.Tag(ids, add, remove))

    def remove_samples(self) -> None:
        if self.perform(changes.RemoveSamples()):
            self.w.show_article(None)
            self.w.articles.step(1)
            self.w.statusBar().showMessage("The sample articles are in the trash. Ctrl+Z brings them back.", 6000)

    # ---- undo

    def can_undo(self) -> bool:
        return self.w.library.undo_label is not None

    def can_redo(self) -> bool:
        return self.w.library.redo_label is not None

    def undo_name(self) -> str:
        label = self.w.library.undo_label
        return f"Undo {label[:1].lower()}{label[1:]}" if label else "Undo"

    def redo_name(self) -> str:
        label = self.w.library.redo_label
        return f"Redo {label[:1].lower()}{label[1:]}" if label else "Redo"

    def undo(self) -> None:
        self._step(self.w.library.undo, "Taken back")

    def redo(self) -> None:
        self._step(self.w.library.redo, "Done again")

    def _step(self, step: Callable[[], str | None], said: str) -> None:
        try:
            label = step()
        except LibraryError as error:
            self.w.tell(str(error))
            return
        if label is not None:
            self.w.refresh()
            self.w.statusBar().showMessage(f"{said}: {label}.", 4000)
            if self.w.opened is not None and self.w.opened.analysis is None:
                self.w.adder.analyse(self.w.opened.row.id, first=True)

    # ---- who said what

    def tab(self, number: int) -> None:
        self.w.inspector.show()
        self.w.inspector.set_tab(number)
        self.w.inspector.lists[number].setFocus()

    def next_quote(self) -> None:
        self._quote_step(1)

    def previous_quote(self) -> None:
        self._quote_step(-1)

    def _quote_step(self, step: int) -> None:
        self.w.inspector.set_tab(QUOTES)
        self.w.inspector.step_quote(step)

    def light_quote(self, index: int) -> None:
        if self.w.opened is not None and self.w.opened.analysis is not None:
            spans = self.w.opened.analysis.quotes[index].spans
            self.w.lit, self.w.lit_index = list(spans), 0
            self.w.page.light(spans, 0)

    def light_entity(self, key: str) -> None:
        analysis = self.w.opened.analysis if self.w.opened is not None else None
        entity = analysis.entity(key) if analysis is not None else None
        if entity is not None:
            self.w.lit = [Span(mention.start, mention.end) for mention in entity.mentions]
            self.w.lit_index = 0
            self.w.page.light(self.w.lit, 0)
            self.w.inspector.show_count(0, len(self.w.lit))

    def step_mention(self, step: int) -> None:
        if self.w.lit:
            self.w.lit_index = (self.w.lit_index + step) % len(self.w.lit)
            self.w.page.light(self.w.lit, self.w.lit_index)
            if self.w.inspector.tabs.currentIndex() == ENTITIES:
                self.w.inspector.show_count(self.w.lit_index, len(self.w.lit))

    def next_mention(self) -> None:
        self.step_mention(1)

    def previous_mention(self) -> None:
        self.step_mention(-1)

    def light_date(self, index: int) -> None:
        if self.w.opened is not None and self.w.opened.analysis is not None:
            date = self.w.opened.analysis.dates[index]
            self.w.page.light([Span(date.start, date.end)], 0)

    def copy_quote(self) -> None:
        opened, index = self.w.opened, self.w.inspector.current_quote()
        if opened is None or opened.analysis is None or index is None:
            self.w.statusBar().showMessage("Choose a quotation first: Q goes to the next one.", 4000)
            return
        QGuiApplication.clipboard().setText(citation(opened.analysis.quotes[index], opened.article))
        self.w.statusBar().showMessage("Quotation copied, with its citation.", 4000)

    # ---- notes and passages

    def note(self) -> None:
        """Writes a note on the selected passage, or on the whole article."""
        opened = self.w.opened
        if opened is None:
            return
        span = self.w.page.selected_span()
        key = str(uuid.uuid4())
        anchor = anchor_of(opened.article.text, span) if span is not None else None
        if self.perform(changes.AddNote(key, opened.row.id, anchor, "")):
            self.w.inspector.show()
            self.w.inspector.write_note(key)

    def save_note(self, key: str, body: str) -> None:
        """Saves a note's text; the editor keeps it where it cannot be saved."""
        try:
            self.w.library.perform(changes.EditNote(key, body))
        except LibraryError as error:
            self.w.tell(str(error))
            return
        if self.w.opened is not None:
            self.w.opened = self.w.library.opened(self.w.opened.row.id)
            self.w.inspector.show_article(self.w.opened)
        self.w.statusBar().showMessage("Note saved.", 2000)

    def delete_note(self, key: str) -> None:
        opened = self.w.opened
        if opened is not None:
            is_note = any(note.key == key for note in opened.notes)
            self.perform(changes.DeleteNote(key) if is_note else changes.DeletePassage(key))

    def light_note(self, key: str) -> None:
        opened = self.w.opened
        if opened is not None:
            placed = {note.key: note.span for note in opened.notes} | {mark.key: mark.span for mark in opened.bookmarks}
            span = placed.get(key)
            self.w.page.light([span] if span is not None else [], 0)

    def bookmark_passage(self) -> None:
        opened, span = self.w.opened, self.w.page.selected_span()
        if opened is None or span is None:
            self.w.statusBar().showMessage("Select a passage first, by mouse or with Shift and the arrow keys.", 4000)
            return
        key = str(uuid.uuid4())
        if self.perform(changes.AddPassage(key, opened.row.id, anchor_of(opened.article.text, span))):
            self.w.inspector.set_tab(NOTES)

    # ---- the source

    def edit_blocks(self, edit: Edit) -> None:
        opened = self.w.opened
        if opened is not None and self.perform(changes.EditBlocks(opened.row.id, edit)):
            self.w.adder.analyse(opened.row.id, first=True)

    def edit_piece(self) -> None:
        cards = self.w.inspector.lists[SOURCE]
        if self.w.inspector.tabs.currentIndex() == SOURCE and cards.current_key():
            cards.activated_key.emit(cards.current_key())

    def show_raw(self) -> None:
        if self.w.opened is not None:
            capture = self.w.library.capture(self.w.opened.row.id)
            self.w.inspector.show_raw(
                capture.content.decode(capture.encoding or "utf-8", "replace").replace("\x00", "␀")
            )

    def clean_anew(self) -> None:
        if self.w.opened is not None:
            self.w.adder.again(self.w.opened.row.id)

    def copy_link(self) -> None:
        url = self.w.opened.article.url if self.w.opened is not None else None
        if url:
            QGuiApplication.clipboard().setText(url)
        self.w.statusBar().showMessage("Address copied." if url else "This article came without an address.", 4000)

    def open_original(self) -> None:
        """Opens the article's address in the browser, after showing where it really leads."""
        url = QUrl(self.w.opened.article.url or "") if self.w.opened is not None else QUrl()
        if url.scheme() not in {"http", "https"}:
            self.w.statusBar().showMessage("This article came without an address.", 4000)
            return
        host = bytes(QUrl.toAce(url.host()).data()).decode("ascii", "replace")
        question = f"Open this address in your browser?\n\n{url.toDisplayString()}\n\nSite: {host}"
        if QMessageBox.question(self.w, "Open original", question) == QMessageBox.StandardButton.Yes:
            QDesktopServices.openUrl(url)

    # ---- finding in the article

    def find(self) -> None:
        self.w.find_bar.show()
        self.w.find_field.setFocus()
        self.w.find_field.selectAll()

    def find_words(self, words: str) -> None:
        count = self.w.page.find_words(words)
        self.w.find_count.setText(f"{count} found" if words else "")
        self.w.lit_index = -1
        if count:
            self.find_next()

    def find_next(self) -> None:
        found = self.w.page.found
        if found:
            self.w.lit_index = (self.w.lit_index + 1) % len(found)
            self.w.page.light([found[self.w.lit_index]], 0)
            self.w.find_count.setText(f"{self.w.lit_index + 1} of {len(found)}")

    # ---- the view

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
        self.w.sidebar.setVisible(not self.w.sidebar.isVisible())

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
        self.w.state.keep_zoom(self.w.theme.zoom)

    def theme(self, name: ThemeName) -> None:
        self.w.theme.choose(name)
        self.w.state.keep_theme(name)

    def theme_is(self, name: ThemeName) -> bool:
        return self.w.theme.name is name

    # ---- help

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
