"""Deeds that reach beyond the window: windows of their own, mail, other programs, and what other programs ask for."""

from __future__ import annotations

import os
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from reader.article import LibraryError, counted, tr
from reader.article.note_links import NoteLink, address_of
from reader.window.article_window import ArticleWindow
from reader.window.commands import command
from reader.window.deeds.deed import ARTICLE, CHOSEN, Deed
from reader.window.settings.table import ZOOM
from reader.window.system import article_mime, mail_address, quote_mime, wants_of, written_page

MOST_WINDOWS = 12
MOST_DRAGGED = 50


class Sharing(Deed):
    """Giving articles and quotations to other windows and programs, and taking what they give."""

    @command(
        "window.article", "Article", "Open in a window of its own", "Show the article beside what is read here",
        "Shift+Return", needs=CHOSEN, also=("articles",),
    )  # fmt: skip
    def own_window(self) -> None:
        for article in self.ids()[:MOST_WINDOWS]:
            self.show_apart(article)

    def show_apart(self, article: int) -> None:
        """Shows an article in a window of its own, or the one that it has already; nothing where it is gone."""
        w = self.w
        if article in w.outside.apart:
            w.outside.apart[article].raise_()
            w.outside.apart[article].activateWindow()
            return
        try:
            opened = w.library.opened(article)
        except LibraryError:
            return
        made = w.outside.apart[article] = ArticleWindow(opened, w.theme)
        made.closed.connect(lambda article: w.outside.apart.pop(article, None))
        made.zoomed.connect(lambda step: w.settings.put(ZOOM, w.theme.zoom + step))
        made.show()

    @command(
        "share.mail", "Article", "Send by mail…", "Write a mail with the headline, the address and the selected words",
        needs=ARTICLE, also=("articles",),
    )  # fmt: skip
    def mail(self) -> None:
        opened = self.w.opened
        if opened is not None:
            span = self.w.page.selected_span()
            words = opened.article.text[span.start : span.end] if span is not None else ""
            self._open(QUrl(mail_address(opened.article, words)), tr("No program for mail is set up on this system."))

    @command(
        "share.open", "Article", "Open clean page", "Open the clean page in the system’s own program for pages",
        needs=ARTICLE,
    )  # fmt: skip
    def open_page(self) -> None:
        if self.w.opened is not None:
            page = QUrl.fromLocalFile(str(written_page(self.w.opened.article)))
            self._open(page, tr("This system has no program for pages."))

    def _open(self, url: QUrl, otherwise: str) -> None:
        if not QDesktopServices.openUrl(url):
            self.w.tell(otherwise)

    @command(
        "share.link", "Edit", "Copy link into Verbatim", "Copy a link that opens this article, or the chosen quotation, here",
        needs=ARTICLE, also=("page",),
    )  # fmt: skip
    def copy_own_link(self) -> None:
        opened = self.w.opened
        if opened is not None:
            lit = self.w.page.selected_span() or self.w.page.lit_span()
            words = opened.article.text[lit.start : lit.end] if lit is not None else ""
            link = NoteLink(opened.row.id, words, lit.start if lit is not None else 0)
            QGuiApplication.clipboard().setText(address_of(link))
            self.w.say(tr("Link copied."))

    # ---- Dragged out

    def quote_dragged(self, key: str) -> QMimeData | None:
        """A quotation that is dragged out of the inspector."""
        opened = self.w.opened
        if opened is None or opened.analysis is None or not key.isdigit():
            return None
        return quote_mime(opened.analysis.quotes[int(key)], opened.article)

    def articles_dragged(self) -> QMimeData | None:
        """The chosen articles, as they are dragged out of the list."""
        ids = self.w.articles.chosen()[:MOST_DRAGGED]
        return article_mime([self.w.library.opened(article).article for article in ids]) if ids else None

    # ---- Asked from outside

    def asked(self, words: Sequence[str]) -> None:
        """Does what another start, another program or the system asks for, and comes to the front."""
        w, wants = self.w, wants_of(words)
        w.outside.come_forward()
        for address in wants.addresses:
            w.deeds.want(address)
        if wants.paths:
            w.adder.add_paths(wants.paths)
        for link in wants.links:
            w.deeds.go_to_link(link)
        if wants.unknown:
            w.tell(counted(len(wants.unknown), "This link leads nowhere in Verbatim: {first}", "{n} links lead nowhere in Verbatim; the first: {first}", first=wants.unknown[0]))  # fmt: skip
        os.environ.pop("XDG_ACTIVATION_TOKEN", None)
