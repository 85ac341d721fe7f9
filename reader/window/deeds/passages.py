"""Deeds on passages of the open article: quotations, names, notes, pieces of the source, words found."""

from __future__ import annotations

import uuid
from dataclasses import replace

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox

from reader.article import Article, Edit, LibraryError, Quote, Span, anchor_of
from reader.library import changes
from reader.window.deeds.deed import Deed
from reader.window.inspector import (
    ENTITIES,
    NOTES,
    QUOTES,
    SOURCE,
    citation,
    citation_html,
    citation_markdown,
    citation_picture,
)

RAW_BYTES = 1_000_000


class Passages(Deed):
    """Who said what, notes and bookmarks, the source, finding."""

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
            self.w.page.light(spans)

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
            self.w.page.light([Span(date.start, date.end)])

    def filter_quotes(self) -> None:
        """Lists the next kind of quotations, and all again after the last."""
        inspector = self.w.inspector
        inspector.show()
        inspector.set_tab(QUOTES)
        inspector.wanted.setCurrentIndex((inspector.wanted.currentIndex() + 1) % inspector.wanted.count())

    def copy_quote(self) -> None:
        """Copies it as plain text and, for programs that take it, as HTML."""
        quoted = self._quoted()
        if quoted is not None:
            mime = QMimeData()
            mime.setText(citation(*quoted))
            mime.setHtml(citation_html(*quoted))
            QGuiApplication.clipboard().setMimeData(mime)
            self.w.statusBar().showMessage("Quotation copied, with its citation.", 4000)

    def copy_quote_markdown(self) -> None:
        quoted = self._quoted()
        if quoted is not None:
            QGuiApplication.clipboard().setText(citation_markdown(*quoted))
            self.w.statusBar().showMessage("Quotation copied as Markdown.", 4000)

    def copy_quote_picture(self) -> None:
        quoted = self._quoted()
        if quoted is not None:
            QGuiApplication.clipboard().setImage(citation_picture(*quoted, self.w.theme))
            self.w.statusBar().showMessage("Quotation copied as a picture.", 4000)

    def _quoted(self) -> tuple[Quote, Article] | None:
        opened, index = self.w.opened, self.w.inspector.current_quote()
        if opened is None or opened.analysis is None or index is None:
            self.w.statusBar().showMessage("Choose a quotation first: Q goes to the next one.", 4000)
            return None
        return opened.analysis.quotes[index], opened.article

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
            self.w.page.light([span] if span is not None else [])

    def bookmark_passage(self) -> None:
        opened, span = self.w.opened, self.w.page.selected_span()
        if opened is None or span is None:
            self.w.statusBar().showMessage("Select a passage first, by mouse or with Shift and the arrow keys.", 4000)
            return
        key = str(uuid.uuid4())
        if self.perform(changes.AddPassage(key, opened.row.id, anchor_of(opened.article.text, span))):
            self.w.inspector.set_tab(NOTES)

    def edit_blocks(self, edit: Edit) -> None:
        opened = self.w.opened
        if opened is not None and self.perform(changes.EditBlocks(opened.row.id, edit)):
            self.w.adder.analyse(opened.row.id, first=True)

    def edit_piece(self) -> None:
        cards = self.w.inspector.lists[SOURCE]
        if self.w.inspector.tabs.currentIndex() == SOURCE and cards.current_key():
            cards.activated_key.emit(cards.current_key())

    def group_quotes(self) -> None:
        self.w.inspector.show()
        self.w.inspector.set_tab(QUOTES)
        self.w.inspector.order.toggle()

    def quotes_grouped(self) -> bool:
        return self.w.inspector.order.isChecked()

    def toggle_raw(self) -> None:
        self.w.inspector.show()
        self.w.inspector.set_tab(SOURCE)
        self.w.inspector.raw.toggle()

    def raw_shown(self) -> bool:
        return self.w.inspector.raw.isChecked()

    def show_raw(self) -> None:
        from reader.cleaning import decoded  # it brings the extractors, which nothing else in the window needs

        if self.w.opened is not None:
            capture = self.w.library.capture(self.w.opened.row.id)
            whole = len(capture.content) <= RAW_BYTES
            shown = decoded(replace(capture, content=capture.content[:RAW_BYTES], raw=True)).text.replace("\x00", "␀")
            self.w.inspector.show_raw(shown if whole else f"{shown}\n\n… and more; this is its first part.")

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
            self.w.page.light([found[self.w.lit_index]])
            self.w.find_count.setText(f"{self.w.lit_index + 1} of {len(found)}")
