"""Articles that may be one, each group with what it has in common; merged into one, or kept apart for ever."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidgetItem, QVBoxLayout, QWidget

from reader.article import counted, tr
from reader.library import Change, Duplicates, MergeArticles, Row, TellApart
from reader.window.dialog_buttons import without_default
from reader.window.organising.told_lines import ToldLines, roomy
from reader.window.theme import SPACE, Theme


def group_line(group: Duplicates) -> str:
    """A group in words."""
    many = counted(len(group.rows), "{n} article", "{n} articles")
    return f"{group.rows[0].title}\n" + tr(
        "{many}, {share:.0%} of their words are the same", many=many, share=group.alike
    )


def article_line(row: Row) -> str:
    """An article of a group in words: what tells it from the others."""
    facts = [row.publisher or row.author, (row.published or "")[:10], counted(row.words, "{n} word", "{n} words")]
    facts += [
        name
        for name, on in (
            (tr("has notes"), row.noted),
            (tr("bookmarked"), row.bookmarked),
            (tr("archived"), row.archived),
        )
        if on
    ]
    facts += [f"#{tag}" for tag in row.tags]
    return f"{row.title}\n{' · '.join(fact for fact in facts if fact)}"


def best_kept(rows: Sequence[Row]) -> int:
    """Which of a group to keep, unless the reader chooses another: the one with notes, then the longest."""
    return max(range(len(rows)), key=lambda at: (rows[at].noted, rows[at].bookmarked, rows[at].words))


class DuplicatesPage(QDialog):
    """`do` makes a change and says whether it could; `show_groups` is called once the library has looked."""

    def __init__(self, do: Callable[[Change], bool], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._do = do
        self._groups: list[Duplicates] = []
        self.setWindowTitle(tr("Duplicates"))
        self.resize(160 * SPACE, 135 * SPACE)
        self.said = QLabel(tr("Looking for articles that may be one…"), self)
        self.said.setWordWrap(True)
        self.groups = ToldLines(theme, tr("Groups of duplicates"), self, headlines=True)
        self.question = QLabel(tr("Which one is to stay? What you wrote on the others goes to it."), self)
        self.question.setWordWrap(True)
        self.articles = ToldLines(theme, tr("The article that stays"), self, headlines=True)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.merge = buttons.addButton(tr("&Merge into this one"), role)
        self.apart = buttons.addButton(tr("&Keep apart"), role)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        without_default(buttons)
        layout = roomy(QVBoxLayout(self))
        layout.addWidget(self.said)
        layout.addWidget(self.groups, 1)
        layout.addWidget(self.question)
        layout.addWidget(self.articles, 1)
        layout.addWidget(buttons)
        self.groups.currentRowChanged.connect(self._show_group)
        self.groups.itemActivated.connect(self._merge)
        self.articles.itemActivated.connect(self._merge)
        self.merge.clicked.connect(self._merge)
        self.apart.clicked.connect(self._keep_apart)
        buttons.rejected.connect(self.reject)
        self._show_group(-1)

    def show_groups(self, groups: list[Duplicates]) -> None:
        """Shows the groups that were found."""
        row = max(0, self.groups.currentRow())
        self._groups = groups
        self.groups.clear()
        for group in groups:
            QListWidgetItem(group_line(group), self.groups)
        self.groups.setCurrentRow(min(row, len(groups) - 1))
        self.said.setText(
            tr("These may be one article. Enter merges; Keep apart, and they are not offered again.")
            if groups
            else tr("No two articles of your library look like one.")
        )
        self.groups.setFocus()

    def _show_group(self, at: int) -> None:
        self.articles.clear()
        there = 0 <= at < len(self._groups)
        for widget in (self.question, self.articles, self.merge, self.apart):
            widget.setEnabled(there)
        if there:
            rows = self._groups[at].rows
            for row in rows:
                QListWidgetItem(article_line(row), self.articles)
            self.articles.setCurrentRow(best_kept(rows))

    def _chosen(self) -> Duplicates | None:
        at = self.groups.currentRow()
        return self._groups[at] if 0 <= at < len(self._groups) else None

    def _merge(self) -> None:
        group = self._chosen()
        if group is not None:
            keep = group.rows[self.articles.currentRow()].id
            self._decide(MergeArticles(keep, tuple(row.id for row in group.rows if row.id != keep)), group)

    def _keep_apart(self) -> None:
        group = self._chosen()
        if group is not None:
            self._decide(TellApart(tuple(row.id for row in group.rows)), group)

    def _decide(self, change: Change, group: Duplicates) -> None:
        if self._do(change):
            self.show_groups([other for other in self._groups if other is not group])
