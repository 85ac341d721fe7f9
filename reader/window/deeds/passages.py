"""Deeds on passages of the open article: quotations, names, notes, pieces of the source."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox

from reader.article import Article, Edit, Quote, Span, tr
from reader.library import changes
from reader.window.columns import Column
from reader.window.commands import command
from reader.window.deeds.deed import ARTICLE, PIECE, QUOTED, SELECTION, Deed
from reader.window.inspector import (
    ENTITIES,
    NOTES,
    QUOTES,
    SOURCE,
    TIMELINE,
    citation,
    citation_html,
    citation_markdown,
    citation_picture,
)

RAW_BYTES = 1_000_000


class Passages(Deed):
    """Who said what, notes and bookmarks, the source."""

    @command("tab.1", "View/Inspector", "Quotes tab", "Show the inspector’s tab of quotations", "Alt+1", args=(QUOTES,))
    @command(
        "tab.2", "View/Inspector", "People & places tab", "Show the inspector’s tab of names", "Alt+2", args=(ENTITIES,)
    )
    @command("tab.3", "View/Inspector", "Timeline tab", "Show the inspector’s tab of dates", "Alt+3", args=(TIMELINE,))
    @command(
        "tab.4",
        "View/Inspector",
        "Notes tab",
        "Show the inspector’s tab of notes and bookmarks",
        "Alt+4",
        args=(NOTES,),
    )
    @command(
        "tab.5",
        "View/Inspector",
        "Source tab",
        "Show the inspector’s tab of what came in and what was taken away",
        "Alt+5",
        args=(SOURCE,),
    )
    def tab(self, number: int) -> None:
        if self.w.people.shown:
            self.w.people.set_tab(number)
            return
        self.w.shown.show(Column.INSPECTOR)
        self.w.inspector.set_tab(number)
        self.w.inspector.lists[number].setFocus()

    @command("quote.next", "Go", "Next quote", "Choose the next quotation", "Q", needs=ARTICLE)
    def next_quote(self) -> None:
        self._quote_step(1)

    @command("quote.previous", "Go", "Previous quote", "Choose the previous quotation", "Shift+Q", needs=ARTICLE)
    def previous_quote(self) -> None:
        self._quote_step(-1)

    def _quote_step(self, step: int) -> None:
        self.w.inspector.set_tab(QUOTES)
        self.w.inspector.step_quote(step)
        index = self.w.inspector.current_quote()
        if index is not None and self.w.page.lit_span() is None:  # the only one, whose light was put out meanwhile
            self.light_quote(index)
        self.w.announce(self.w.inspector.lists[QUOTES].current_words())

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

    @command(
        "mention.next",
        "Go",
        "Next mention",
        "Go to the next place where the chosen name stands",
        "]",
        needs=ARTICLE,
        also=("names",),
    )
    def next_mention(self) -> None:
        self.step_mention(1)

    @command(
        "mention.previous", "Go", "Previous mention", "Go to the place before", "[", needs=ARTICLE, also=("names",)
    )
    def previous_mention(self) -> None:
        self.step_mention(-1)

    def light_date(self, index: int) -> None:
        if self.w.opened is not None and self.w.opened.analysis is not None:
            date = self.w.opened.analysis.dates[index]
            self.w.page.light([Span(date.start, date.end)])

    @command(
        "quotes.filter",
        "View/Inspector",
        "Next kind of quotes",
        "List all quotations, or those of one kind or certainty",
        "F",
        needs=ARTICLE,
        also=("quotes",),
    )
    def filter_quotes(self) -> None:
        """Lists the next kind of quotations, and all again after the last."""
        if self.w.annotations_shown:
            self.w.annotations.next_kind()
            return
        inspector = self.w.inspector
        inspector.show()
        inspector.set_tab(QUOTES)
        inspector.wanted.setCurrentIndex((inspector.wanted.currentIndex() + 1) % inspector.wanted.count())

    @command(
        "quote.copy",
        "Edit",
        "Copy quote with citation",
        "Copy the chosen quotation and where it is from",
        "Y",
        needs=QUOTED,
        also=("quotes", "page"),
    )
    def copy_quote(self) -> None:
        """Copies it as plain text and, for programs that take it, as HTML."""
        quoted = self._quoted()
        if quoted is not None:
            mime = QMimeData()
            mime.setText(citation(*quoted))
            mime.setHtml(citation_html(*quoted))
            QGuiApplication.clipboard().setMimeData(mime)
            self.w.statusBar().showMessage(tr("Quotation copied, with its citation."), 4000)

    @command(
        "quote.copy.markdown",
        "Edit",
        "Copy quote as Markdown",
        "Copy the chosen quotation as a Markdown block",
        "Shift+Y",
        needs=QUOTED,
        also=("quotes",),
    )
    def copy_quote_markdown(self) -> None:
        quoted = self._quoted()
        if quoted is not None:
            QGuiApplication.clipboard().setText(citation_markdown(*quoted))
            self.w.statusBar().showMessage(tr("Quotation copied as Markdown."), 4000)

    @command(
        "quote.copy.picture",
        "Edit",
        "Copy quote as picture",
        "Copy the chosen quotation as a picture card",
        "Ctrl+Shift+Y",
        needs=QUOTED,
        also=("quotes",),
    )
    def copy_quote_picture(self) -> None:
        quoted = self._quoted()
        if quoted is not None:
            QGuiApplication.clipboard().setImage(citation_picture(*quoted, self.w.theme))
            self.w.statusBar().showMessage(tr("Quotation copied as a picture."), 4000)

    @command("selection.copy", "Edit", "Copy selection", "Copy the selected words", needs=SELECTION, also=("page",))
    def copy_selection(self) -> None:
        self.w.page.copy()

    def _quoted(self) -> tuple[Quote, Article] | None:
        """The chosen quotation with its article: of those found, or of the open article."""
        found = self.found_quote()
        if found is not None:
            opened = self.w.library.opened(found.article)
            quotes = opened.analysis.quotes if opened.analysis is not None else ()
            return (quotes[found.ordinal], opened.article) if found.ordinal < len(quotes) else None
        quote = self.chosen_quote()
        return (quote, self.w.opened.article) if quote is not None and self.w.opened is not None else None

    def edit_blocks(self, edit: Edit) -> None:
        opened = self.w.opened
        if opened is not None and self.perform(changes.EditBlocks(opened.row.id, edit)):
            self.w.adder.analyse(opened.row.id, first=True)

    @command(
        "piece.edit",
        "Annotate",
        "Put piece back or take it out",
        "In the Source tab: restore or remove the chosen piece",
        "Ctrl+Return",
        needs=PIECE,
        also=("source",),
    )
    def edit_piece(self) -> None:
        cards = self.w.inspector.lists[SOURCE]
        if self.w.inspector.tabs.currentIndex() == SOURCE and cards.current_key():
            cards.activated_key.emit(cards.current_key())

    def quotes_grouped(self) -> bool:
        return self.w.inspector.order.isChecked()

    @command(
        "quotes.group",
        "View/Inspector",
        "Group quotes by speaker",
        "List the quotations speaker by speaker, or in order",
        "Ctrl+Shift+G",
        needs=ARTICLE,
        also=("quotes",),
        checked=quotes_grouped,
    )
    def group_quotes(self) -> None:
        self.w.shown.show(Column.INSPECTOR)
        self.w.inspector.set_tab(QUOTES)
        self.w.inspector.order.toggle()

    def raw_shown(self) -> bool:
        return self.w.inspector.raw.isChecked()

    @command(
        "source.raw",
        "View/Inspector",
        "What came in",
        "Show the article’s source as it came in, or what was taken away",
        "Ctrl+U",
        needs=ARTICLE,
        also=("source",),
        checked=raw_shown,
    )
    def toggle_raw(self) -> None:
        self.w.shown.show(Column.INSPECTOR)
        self.w.inspector.set_tab(SOURCE)
        self.w.inspector.raw.toggle()

    def show_raw(self) -> None:
        from reader.cleaning import decoded  # it brings the extractors, which nothing else in the window needs

        if self.w.opened is not None:
            capture = self.w.library.capture(self.w.opened.row.id)
            whole = len(capture.content) <= RAW_BYTES
            shown = decoded(replace(capture, content=capture.content[:RAW_BYTES], raw=True)).text.replace("\x00", "␀")
            self.w.inspector.show_raw(shown if whole else f"{shown}\n\n{tr('… and more; this is its first part.')}")

    @command(
        "article.clean",
        "Article",
        "Clean and read anew",
        "Clean and analyse the article again from what came in",
        "Ctrl+R",
        needs=ARTICLE,
    )
    def clean_anew(self) -> None:
        if self.w.opened is not None:
            self.w.adder.again(self.w.opened.row.id)

    @command(
        "link.copy",
        "Edit",
        "Copy link",
        "Copy the article’s address",
        "Shift+C",
        needs=ARTICLE,
        also=("articles", "page"),
    )
    def copy_link(self) -> None:
        url = self.w.opened.article.url if self.w.opened is not None else None
        if url:
            QGuiApplication.clipboard().setText(url)
        self.w.statusBar().showMessage(
            tr("Address copied.") if url else tr("This article came without an address."), 4000
        )

    @command(
        "article.original",
        "Article",
        "Open original",
        "Open the article’s address in the browser",
        "V",
        needs=ARTICLE,
        also=("articles",),
    )
    def open_original(self) -> None:
        """Opens the article's address in the browser, after showing where it really leads."""
        url = QUrl(self.w.opened.article.url or "") if self.w.opened is not None else QUrl()
        if url.scheme() not in {"http", "https"}:
            self.w.statusBar().showMessage(tr("This article came without an address."), 4000)
            return
        host = bytes(QUrl.toAce(url.host()).data()).decode("ascii", "replace")
        question = tr(
            "Open this address in your browser?\n\n{url}\n\nSite: {host}", url=url.toDisplayString(), host=host
        )
        if QMessageBox.question(self.w, tr("Open original"), question) == QMessageBox.StandardButton.Yes:
            QDesktopServices.openUrl(url)
