"""Choosing what a link in a note leads to: a quotation or a person of the open article, or any article."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from reader.article import EntityKind, tr
from reader.article.note_links import NoteLink, markdown_link
from reader.library import Library, ListKind, Opened, Query
from reader.window.chooser import Chooser
from reader.window.theme import SPACE

MAX_ARTICLES = 30
MAX_ELSEWHERE = 15
LEAST_TYPED = 2


class LinkPicker(Chooser):
    """Type a few letters, press Enter; `markdown` is the link that was chosen."""

    def __init__(self, library: Library, opened: Opened | None, parent: QWidget) -> None:
        super().__init__(tr("Link to…"), parent)
        self._library, self._opened = library, opened
        self.markdown = ""
        self.setMinimumSize(130 * SPACE, 100 * SPACE)
        self.field.setPlaceholderText(tr("A headline, a name, words that were said…"))
        self.field.setAccessibleName(tr("What to link to"))
        self.list.setAccessibleName(tr("Articles, quotations, people"))
        self.fill("")

    def fill(self, words: str) -> None:
        self.list.clear()
        choices = (*link_choices(self._opened, words), *self._articles(words), *self._elsewhere(words))
        taken: set[str] = set()
        for shown, label, link in choices:
            if (written := markdown_link(label, link)) in taken:
                continue
            taken.add(written)
            item = QListWidgetItem(shown)
            item.setData(Qt.ItemDataRole.UserRole, written)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _articles(self, words: str) -> list[tuple[str, str, NoteLink]]:
        rows = self._library.rows(Query(ListKind.ALL, words=words), 0, MAX_ARTICLES)
        return [
            (f"{row.title}  ·  {row.publisher or row.author}".rstrip(" ·"), row.title, NoteLink(row.id)) for row in rows
        ]

    def _elsewhere(self, words: str) -> list[tuple[str, str, NoteLink]]:
        """People and quotations of the whole library that have the words; none before a few letters are typed."""
        if len(words.strip()) < LEAST_TYPED:
            return []
        found = []
        for kind in (EntityKind.PERSON, EntityKind.ORGANISATION):
            rows = self._library.people.rows(kind, words, limit=MAX_ELSEWHERE)
            found += [(f"{row.name}  ·  {row.kind}", row.name, NoteLink(person=row.name)) for row in rows]
        plain = " ".join(words.replace('"', " ").split())
        for quote in self._library.quotes_found(Query(ListKind.ALL, words=f'quote:"{plain}"'), 0, MAX_ELSEWHERE):
            label = f"{quote.speaker or tr('Nobody named')}: “{' '.join(quote.text.split())}”"
            said = quote.passage[slice(*quote.said)]
            link = NoteLink(quote.article, said, quote.span.start)
            found.append((f"{label[:120]}  ·  {quote.title}", label, link))
        return found

    def take(self, item: QListWidgetItem) -> None:
        self.markdown = item.data(Qt.ItemDataRole.UserRole)


def link_choices(opened: Opened | None, words: str) -> list[tuple[str, str, NoteLink]]:
    """The people and quotations of an article that have the words: (how it is listed, its label, where it leads)."""
    if opened is None or opened.analysis is None:
        return []
    wanted = words.casefold().split()
    found = [
        (f"{entity.name}  ·  {entity.kind}", entity.name, NoteLink(person=entity.name))
        for entity in opened.analysis.entities
        if entity.kind in {EntityKind.PERSON, EntityKind.ORGANISATION}
    ]
    for quote in opened.analysis.quotes:
        if quote.spans:
            start, end = quote.spans[0].start, quote.spans[-1].end
            said = quote.speaker.name if quote.speaker else tr("Nobody named")
            words_said = opened.article.text[start:end]
            label = f"{said}: “{' '.join(quote.text.split())}”"
            found.append((label[:160], label, NoteLink(opened.row.id, words_said, start)))
    return [each for each in found if all(word in each[0].casefold() for word in wanted)]
