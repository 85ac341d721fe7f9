"""Deeds that bring order into a library: tags as a tree, saved searches, rules, many articles, duplicates, the deleted."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QInputDialog

from reader.article import LibraryError, counted, tr
from reader.library import (
    Change,
    Duplicates,
    Library,
    ListKind,
    Query,
    Rule,
    SavedSearch,
    Together,
    changes,
    deeds_of,
)
from reader.window.commands import Context, command
from reader.window.deeds.collecting import Collecting
from reader.window.deeds.deed import CHOSEN
from reader.window.organising import ChangeMany, DuplicatesPage, RecentlyDeleted, RulesPage, choose_named
from reader.window.organising.bulk import Target
from reader.window.organising.deleted import gone_things
from reader.window.organising.rules import MOST_TRIED, Tried

SKETCHED_AT_ONCE = 20
MOST_GONE = 1_000
MOST_CHANGED = 20_000

TAGGED = Context("there is a tag", "Tag an article first: T.", lambda do: bool(do.w.library.tags()))
SEARCHING = Context(
    "something is searched for", "Search for something first: /.", lambda do: bool(do.w.search.text().strip())
)
SAVED = Context(
    "a saved search is chosen in the sidebar",
    "Choose a saved search in the sidebar first.",
    lambda do: do.saved_search() is not None,
)


class Ordering(Collecting):
    """Each is one change, and one undo takes it back."""

    _saved_words = ""

    # ---- Lists of the sidebar

    def choose_list(self, query: Query) -> None:
        """Shows the list of the sidebar that was chosen; a saved search puts its words into the search box."""
        box = self.w.search
        kept, self._saved_words = self._saved_words, query.words
        wanted = query.words or ("" if box.text() == kept else box.text())
        if wanted == box.text():
            self.w.deeds.show_query(query)
        else:
            box.setText(wanted)  # and that is searched for

    def saved_search(self) -> SavedSearch | None:
        """The saved search that is chosen in the sidebar."""
        words = self.w.sidebar.query().words
        return next((each for each in self.w.library.saved_searches() if each.words == words), None) if words else None

    @command(
        "saved.add", "Organise", "Save search…", "Keep what is searched for as a list in the sidebar",
        "Ctrl+S", needs=SEARCHING,
    )  # fmt: skip
    def save_search(self) -> None:
        words = self.w.search.text().strip()
        title, question = tr("Save search"), tr("What is this list called?")
        name, done = QInputDialog.getText(self.w, title, question, text=words)
        if done and name.strip() and self.perform(changes.SaveSearch(str(uuid.uuid4()), name.strip(), words)):
            self.w.sidebar.choose(Query(words=words))

    @command(
        "saved.change", "Organise", "Change saved search…", "Give the chosen saved search another name or other words",
        needs=SAVED, also=("lists",),
    )  # fmt: skip
    def change_search(self) -> None:
        search = self.saved_search()
        if search is None:
            return
        title = tr("Change saved search")
        name, done = QInputDialog.getText(self.w, title, tr("What is this list called?"), text=search.name)
        if not (done and name.strip()):
            return
        words, done = QInputDialog.getText(self.w, title, tr("What does it search for?"), text=search.words)
        if done and words.strip() and self.perform(changes.SaveSearch(search.key, name.strip(), words.strip())):
            self.w.sidebar.choose(Query(words=words.strip()))

    @command(
        "saved.delete", "Organise", "Delete saved search", "Take the chosen saved search out of the sidebar",
        needs=SAVED, also=("lists",),
    )  # fmt: skip
    def delete_search(self) -> None:
        search = self.saved_search()
        if search is not None:
            self.perform(changes.DeleteSearch(search.key))

    # ---- Tags

    @command(
        "tag.rename", "Organise", "Rename or merge tag…",
        "Give a tag and those below it another name; under the name of another tag both become one",
        needs=TAGGED, also=("lists",),
    )  # fmt: skip
    def rename_tag(self) -> None:
        name = self._chosen_tag(tr("Rename or merge tag"), tr("Which tag?"))
        if name is None:
            return
        question = tr("What is “{name}” called from now on? “news/local” lies below “news”.", name=name)
        wanted, done = QInputDialog.getText(self.w, tr("Rename or merge tag"), question, text=name)
        if not (done and wanted.strip()) or wanted.strip() == name:
            return
        change = changes.RenameTag(name, wanted.strip())
        try:
            touched = len(self.w.library.preview(change))
        except LibraryError as error:
            self.w.tell(str(error))
            return
        if self.perform(change):
            self.w.sidebar.choose(Query(tag=wanted.strip()))
            many = counted(touched, "{n} article changed", "{n} articles changed")
            self.w.say(tr("{what}: {many}. Ctrl+Z takes it back.", what=change.label, many=many), 6000)

    @command(
        "tag.delete", "Organise", "Delete tag…", "Take a tag and those below it off every article",
        needs=TAGGED, also=("lists",),
    )  # fmt: skip
    def delete_tag(self) -> None:
        name = self._chosen_tag(tr("Delete tag"), tr("Which tag? Those below it go too; the articles stay."))
        if name is not None and self.perform(changes.DeleteTag(name)):
            self.w.say(tr("The tag “{name}” is deleted. Ctrl+Z brings it back.", name=name), 6000)

    def _chosen_tag(self, title: str, question: str) -> str | None:
        """The tag that is chosen in the sidebar, or else in a list."""
        if (tag := self.w.sidebar.query().tag) is not None:
            return tag
        chosen = choose_named(self.w, title, question, [(name, name) for name, _ in self.w.library.tags()])
        return None if chosen is None else chosen[1]

    # ---- Many at once

    @command(
        "bulk", "Organise", "Change several articles…", "Tag, file, mark or delete the chosen articles, or the whole list",
        "Ctrl+Alt+M", needs=CHOSEN, also=("articles",),
    )  # fmt: skip
    def change_many(self) -> None:
        library, ids = self.w.library, self.ids()
        query = self.w.query()
        listed = [(row.id, row.title) for row in library.rows(query, 0, min(library.count(query), MOST_CHANGED))]
        chosen = [(number, library.opened(number).row.title) for number in ids]
        targets = [
            Target(counted(len(chosen), "The chosen article", "The {n} chosen articles"), chosen),
            Target(counted(len(listed), "The one article of this list", "All {n} articles of this list"), listed),
        ]
        dialog = ChangeMany(targets, self._own_collections(), library.preview, self.w.theme, self.w)
        if dialog.exec() and dialog.change is not None and self.perform(dialog.change):
            self.w.say(tr("{what}. Ctrl+Z takes it back.", what=dialog.change.label), 6000)
        dialog.deleteLater()

    # ---- Rules

    @command("rules", "Organise", "Rules…", "Write rules for articles that arrive: from whom, about what, what is done")
    def rules(self) -> None:
        library = self.w.library
        page = RulesPage(
            library.rules, self.perform, self._try_rule, self._run_rule, self._own_collections(), self.w.theme, self.w
        )  # fmt: skip
        page.exec()
        self.w.asker.forget("rule")
        page.deleteLater()

    def _try_rule(self, rule: Rule, take: Callable[[Tried], None]) -> None:
        def tried(library: Library) -> Tried:
            rows = library.rows(Query(), 0, MOST_TRIED)
            met = set(library.met_by(rule, [row.id for row in rows]))
            return Tried([(row.id, row.title) for row in rows if row.id in met], len(rows))

        self.w.asker.ask("rule", tried, take)

    def _run_rule(self, rule: Rule, ids: Sequence[int]) -> bool:
        deeds: list[Change] = deeds_of(rule, tuple(ids))
        return self.perform(Together(tr("Rule “{name}”", name=rule.name), tuple(deeds)))

    # ---- Duplicates and what was deleted

    @command("duplicates", "Organise", "Duplicates…", "See articles that may be one, and merge them or keep them apart")
    def duplicates(self) -> None:
        library = self.w.library
        page = DuplicatesPage(self.perform, self.w.theme, self.w)
        look = QTimer(page, interval=0)

        def prepare() -> None:
            """Compares what an older Verbatim left uncompared, a little at a time, and then looks."""
            if not library.read_only and library.prepare_duplicates(SKETCHED_AT_ONCE):
                return
            look.stop()
            self.w.asker.ask("duplicates", lambda beside: beside.duplicates(), show)

        def show(groups: list[Duplicates]) -> None:
            if page.isVisible():
                page.show_groups(groups)

        look.timeout.connect(prepare)
        look.start()
        page.exec()
        look.stop()
        self.w.asker.forget("duplicates")
        page.deleteLater()

    @command(
        "deleted", "Organise", "Recently deleted…", "See what was deleted in the last 30 days, and bring it back"
    )  # fmt: skip
    def recently_deleted(self) -> None:
        library = self.w.library
        trash = Query(ListKind.TRASH)
        page = RecentlyDeleted(
            lambda: gone_things(library.rows(trash, 0, MOST_GONE), library.deleted()),
            self.perform,
            self.w.theme,
            self.w,
        )
        page.exec()
        page.deleteLater()
