"""Deeds in the list of all highlights, notes and bookmarks."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from reader.article import LibraryError, tr
from reader.library import Annotation, AnnotationKind, AnnotationQuery, Change, Highlight, Passage, changes
from reader.window.annotating import Choices, as_text
from reader.window.columns import Column
from reader.window.commands import Context, command
from reader.window.deeds.marking import CARD, Marking
from reader.window.inspector import NOTES
from reader.window.sidebar import Place

OVERVIEW = Context(
    "the list of all annotations is shown",
    "Show all highlights and notes first: G, H.",
    lambda do: do.w.annotations_shown,
)
_DELETIONS: dict[AnnotationKind, type[changes.DeleteHighlight | changes.DeleteNote | changes.DeletePassage]] = {
    AnnotationKind.HIGHLIGHT: changes.DeleteHighlight,
    AnnotationKind.NOTE: changes.DeleteNote,
    AnnotationKind.BOOKMARK: changes.DeletePassage,
}


class Overviews(Marking):
    """Everything marked, in one list, each read in its article."""

    @command(
        "go.annotations", "Go/Lists", "Highlights & notes", "List all highlights, notes and bookmarks", "G, H"
    )  # fmt: skip
    def go_annotations(self) -> None:
        self.show_annotations()
        self.w.annotations.cards.setFocus()

    def show_annotations(self) -> None:
        """Shows the list in the place of the articles' list."""
        w = self.w
        w.people.leave()
        w.sidebar.point_at(Place.ANNOTATIONS)
        w.middle.show_page(w.annotations)
        self.renew_annotations()

    def show_place(self, place: Place) -> None:
        """Shows what the sidebar leads to that is no list of articles."""
        if place is Place.ANNOTATIONS:
            self.show_annotations()

    def renew_annotations(self) -> None:
        """Asks for the list anew, if it is shown."""
        w = self.w
        if w.annotations_shown:
            tags = tuple(name for name, _ in w.library.tags())
            w.annotations.offer(Choices(w.library.colour_names(), tags, w.opened.row.id if w.opened else None))
            w.annotations.ask()

    def ask_annotations(self, query: AnnotationQuery) -> None:
        """Asks the library, beside the window's thread."""
        self.w.asker.ask("annotations", lambda library: library.annotations(query), self.w.annotations.show_made)

    def read_annotation(self, made: Annotation) -> None:
        """Shows an annotation in its article; the focus stays in the list."""
        w = self.w
        if w.opened is None or w.opened.row.id != made.article:
            w.save_position()
            try:
                opened = w.library.opened(made.article)
            except LibraryError as error:
                w.say(str(error))
                return
            w.show_article(opened)
            w.adder.look_first_at(made.article)
        w.inspector.set_tab(NOTES)
        w.inspector.lists[NOTES].choose(made.key)
        span = made.placement.span if made.placement is not None else None
        if made.anchor is not None and span is None:
            w.say(tr("The article has these words no longer. They are kept here; “Attach to selection” places them."))

    def open_annotation(self, made: Annotation) -> None:
        """Goes to the passage of an annotation, to read on from there."""
        self.read_annotation(made)
        if not self.w.library.read_only:
            self.w.library.open_read(made.article)
        self.w.page.setFocus()

    def drop_annotation(self, made: Annotation) -> None:
        """Deletes an annotation; undo and “Recently deleted” bring it back."""
        change: Change = _DELETIONS[made.kind](made.key)
        if self.perform(change):
            self.w.say(tr("{what}. Ctrl+Z brings it back.", what=change.label))

    def copy_annotation(self, made: Annotation) -> None:
        """Copies the words, the note and the source of an annotation."""
        QGuiApplication.clipboard().setText(as_text(made))
        self.w.say(tr("Copied, with its source."))

    @command(
        "annotation.edit",
        "Annotate",
        "Edit note",
        "Write in the chosen note, or a note on the chosen highlight or bookmark",
        "Ctrl+Alt+N",
        needs=CARD,
        also=("notes", "annotations"),
    )
    def edit_annotation(self) -> None:
        opened, inspector = self.w.opened, self.w.inspector
        key = inspector.lists[NOTES].current_key()
        if opened is None:
            return
        if any(note.key == key for note in opened.notes):
            self.w.shown.show(Column.INSPECTOR)
            inspector.write_note(key)
            return
        marks: tuple[Highlight | Passage, ...] = (*opened.highlights, *opened.bookmarks)
        mark = next((mark for mark in marks if mark.key == key), None)
        if mark is not None:
            is_highlight = any(highlight.key == key for highlight in opened.highlights)
            about = changes.About.HIGHLIGHT if is_highlight else changes.About.PASSAGE
            self.write_note(mark.anchor, about, key if is_highlight else "")

    @command(
        "annotation.copy",
        "Annotate",
        "Copy annotation",
        "Copy the chosen annotation with its source",
        needs=OVERVIEW,
        also=("annotations",),
    )
    def copy_chosen(self) -> None:
        made = self.w.annotations.current()
        if made is not None:
            self.copy_annotation(made)

    @command(
        "annotation.filter",
        "Annotate",
        "Filter annotations",
        "Filter the list by colour, tag, time and article",
        "Shift+F",
        needs=OVERVIEW,
        also=("annotations",),
    )
    def filter_annotations(self) -> None:
        self.w.annotations.show_filters()
