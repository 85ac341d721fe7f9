"""Deeds on articles: adding them, going through the lists, and what is done with an article as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QWidget

from reader.article import LibraryError, seeds
from reader.article.translating import counted, tr, within
from reader.intake import SUFFIXES
from reader.library import Change, changes
from reader.window.annotating import Overview
from reader.window.article_list import ROW, ArticleList
from reader.window.commands import command
from reader.window.deeds.deed import CHANGE, CHOSEN, SOMETHING, UNDONE, Deed
from reader.window.people import PeopleView
from reader.window.searching import FoundList


class Shelf(Deed):
    """Adding, lists, states of articles, undo."""

    @command("add.paste", "File", "Paste article", "Add the article that is on the clipboard", "Ctrl+V")
    def paste(self) -> None:
        focus = QApplication.focusWidget()
        if hasattr(focus, "paste") and not getattr(focus, "isReadOnly", lambda: True)():
            focus.paste()  # type: ignore[union-attr]
            return
        self.w.adder.add_mime(QGuiApplication.clipboard().mimeData(), "paste")

    @command("add.open", "File", "Add files…", "Add saved articles: pages, PDF, mails, books, documents", "Ctrl+O")
    def add_files(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        names, _ = QFileDialog.getOpenFileNames(
            self.w, tr("Add articles"), "", f"{tr('Articles')} ({patterns});;{tr('All files')} (*)"
        )
        self.w.adder.add_paths([Path(name) for name in names])

    def came_in(self, article: int, duplicate: bool) -> None:
        """An article was added, or was there already: it is shown where nothing else is being read."""
        w = self.w
        w.articles.refresh()
        arrived = w.library.opened(article)
        if duplicate:
            w.tell(tr("This article is in your library already; here it is."))
        if not arrived.row.sample or arrived.capture_name == seeds()[0].name:
            self.come_to(article)
        if w.opened is None or w.opened.row.id != article or duplicate:  # else it was opened, and the lists know
            w.refresh_lists()

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

    @command("list.next", "Go", "Next list", "Choose the next list or tag", "Shift+J")
    def next_list(self) -> None:
        self.w.sidebar.step(1)

    @command("list.previous", "Go", "Previous list", "Choose the previous list or tag", "Shift+K")
    def previous_list(self) -> None:
        self.w.sidebar.step(-1)

    @command("article.next", "Go", "Next article", "Open the next article", "J")
    def next_article(self) -> None:
        self._stepped().step(1)

    @command("article.previous", "Go", "Previous article", "Open the previous article", "K")
    def previous_article(self) -> None:
        self._stepped().step(-1)

    def _stepped(self) -> PeopleView | Overview | FoundList | ArticleList:
        """The list that J and K go through."""
        if self.w.people.shown:
            return self.w.people
        if self.w.annotations_shown:
            return self.w.annotations
        return self.w.searching.found if self.w.searching.lists_found() else self.w.articles

    @command("article.first", "Go", "First article", "Open the first article of the list")
    def first_article(self) -> None:
        self.w.articles.go_to_end(first=True)

    @command("article.last", "Go", "Last article", "Open the last article of the list")
    def last_article(self) -> None:
        self.w.articles.go_to_end(first=False)

    @command("article.unread", "Go", "Next unread", "Open the next unread article", "N")
    def next_unread(self) -> None:
        if not self.w.articles.step(1, unread=True):
            self.w.statusBar().showMessage(tr("There is no further unread article in this list."), 4000)

    @command("page.down", "Go", "Page down", "Scroll a page, then go on to the next unread article", "Space")
    def page_down(self) -> None:
        if self.w.opened is None or self.w.page.at_end():
            self.next_unread()
        else:
            self.w.page.page(1)

    @command("page.up", "Go", "Page up", "Scroll back a page", "Shift+Space")
    def page_up(self) -> None:
        self.w.page.page(-1)

    @command(
        "article.open",
        "Go",
        "Read",
        "Put the cursor into the article",
        "Return",
        "O",
        needs=SOMETHING,
        also=("articles",),
    )
    def read(self) -> None:
        if self.w.people.shown:
            self.w.people.open_chosen()
        elif self.w.annotations_shown and self.w.annotations.cards.hasFocus():
            self.w.annotations.open_chosen()
        elif self.w.searching.found.hasFocus():
            self.w.searching.open_current()
        else:
            self.w.page.setFocus()

    @command("pane.left", "Go", "Pane to the left", "Move to the pane on the left", "H", "Shift+F6")
    def pane_left(self) -> None:
        """Also highlights, where words of the page are selected: H is the key that readers know for it."""
        if self.w.page.hasFocus() and self.w.page.selected_span() is not None:
            self.w.registry.run("highlight")
        else:
            self._move_focus(-1)

    @command("pane.right", "Go", "Pane to the right", "Move to the pane on the right", "L", "F6")
    def pane_right(self) -> None:
        self._move_focus(1)

    def _move_focus(self, step: int) -> None:
        w = self.w
        middle = w.annotations.cards if w.annotations_shown else w.searching.current_list()
        beside: list[QWidget] = [w.sidebar, middle, w.page, w.inspector.lists[w.inspector.tabs.currentIndex()]]
        panes = [pane for pane in (w.people.focus_order() if w.people.shown else beside) if pane.isVisible()]
        at = next((i for i, pane in enumerate(panes) if pane.hasFocus()), 0)
        panes[max(0, min(len(panes) - 1, at + step))].setFocus()

    @command(
        "article.read",
        "Article",
        "Mark as read or unread",
        "Turn the unread mark on or off",
        "M",
        needs=CHOSEN,
        also=("articles",),
    )
    def toggle_read(self) -> None:
        ids, unread = self.toggled(lambda row: row.unread)
        self.perform(changes.SetRead(ids, not unread))

    @command(
        "article.bookmark",
        "Article",
        "Bookmark article",
        "Bookmark the article, or take its bookmark away",
        "S",
        needs=CHOSEN,
        also=("articles", "page"),
    )
    def toggle_bookmark(self) -> None:
        ids, on = self.toggled(lambda row: row.bookmarked)
        self.perform(changes.SetBookmarked(ids, on))

    @command(
        "article.archive",
        "Article",
        "Archive",
        "Move the article to the archive, or back",
        "E",
        needs=CHOSEN,
        also=("articles",),
    )
    def toggle_archive(self) -> None:
        ids, on = self.toggled(lambda row: row.archived)
        self._leaving(changes.SetArchived(ids, on), ids)

    @command(
        "article.delete",
        "Article",
        "Delete",
        "Move the article to the trash, or out of it",
        "Del",
        "#",
        needs=CHOSEN,
        also=("articles",),
    )
    def delete(self) -> None:
        ids, on = self.toggled(lambda row: row.trashed)
        self._leaving(changes.Trash(ids) if on else changes.Untrash(ids), ids)

    def _leaving(self, change: Change, ids: Sequence[int]) -> None:
        """A change that may take articles out of the list: the next one is opened in their place."""
        w = self.w
        at = w.articles.currentIndex().row()
        if not self.perform(change, w.refresh_rows):
            return
        w.statusBar().showMessage(tr("{change}. Ctrl+Z takes it back.", change=change.label), 6000)
        if w.opened is None or w.opened.row.id not in ids or w.articles.rows.row_of(w.opened.row.id) is not None:
            w.refresh_lists()
            w.refresh_opened()
            return
        count = w.articles.rows.rowCount()
        if count:
            index = w.articles.rows.index(min(max(at, 0), count - 1), 0)
            w.articles.setCurrentIndex(index)
            w.open_article(index.data(ROW).id)  # and the lists are counted anew
        else:
            w.refresh_lists()
            w.show_article(None)

    @command(
        "article.all_read",
        "Article",
        "Mark all as read",
        "Mark every article of this list as read",
        "Shift+A",
        also=("articles", "lists"),
    )
    def all_read(self) -> None:
        ids = tuple(self.w.library.numbers(self.w.query(), unread=True))
        if ids and self.perform(changes.SetRead(ids, True)):
            self.w.statusBar().showMessage(
                counted(
                    len(ids), "{n} marked as read. Ctrl+Z takes it back.", "{n} marked as read. Ctrl+Z takes it back."
                ),
                6000,
            )

    @command(
        "article.tag",
        "Article",
        "Tag…",
        "Add tags to the article, or take them off",
        "T",
        needs=CHOSEN,
        also=("articles",),
    )
    def tag(self) -> None:
        ids = self.ids()
        if not ids:
            return
        before = self.w.library.opened(ids[0]).row.tags
        known = ", ".join(name for name, _ in self.w.library.tags()[:12])
        question = tr("Tags, with commas between.")
        if known:
            question = f"{question} {tr('In use: {names}', names=known)}"
        text, done = QInputDialog.getText(self.w, tr("Tags"), question, text=", ".join(before))
        if done:
            self.set_tags(ids, text, before)

    def set_tags(self, ids: tuple[int, ...], text: str, before: Sequence[str]) -> None:
        """Gives articles the tags that were typed, and takes off those that were taken out."""
        wanted = tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
        add = tuple(name for name in wanted if name not in before or len(ids) > 1)
        remove = tuple(name for name in before if name not in wanted)
        if add or remove:
            self.perform(changes.Tag(ids, add, remove))

    @command("samples.remove", "File", "Remove sample articles", "Put the sample articles in the trash")
    def remove_samples(self) -> None:
        if self.perform(changes.RemoveSamples()):
            self.w.show_article(None)
            self.w.articles.step(1)
            self.w.statusBar().showMessage(tr("The sample articles are in the trash. Ctrl+Z brings them back."), 6000)

    def undo_name(self) -> str:
        label = self.w.library.undo_label
        return tr("Undo {change}", change=within(label)) if label else tr("Undo")

    @command("undo", "Edit", "Undo", "Take back the last change", "Ctrl+Z", needs=CHANGE, label=undo_name)
    def undo(self) -> None:
        self._step(self.w.library.undo, tr("Taken back"))

    def redo_name(self) -> str:
        label = self.w.library.redo_label
        return tr("Redo {change}", change=within(label)) if label else tr("Redo")

    @command(
        "redo", "Edit", "Redo", "Do again what was taken back", "Ctrl+Shift+Z", "Ctrl+Y", needs=UNDONE, label=redo_name
    )
    def redo(self) -> None:
        self._step(self.w.library.redo, tr("Done again"))

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
