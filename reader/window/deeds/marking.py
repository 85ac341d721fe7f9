"""Deeds on passages: highlights in colours, notes on anything, bookmarks, links in notes."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from PySide6.QtWidgets import QDialog

from reader.article import Anchor, EntityKind, LibraryError, Span, anchor_of, counted, extent_of, tr
from reader.article.note_links import NoteLink, links_in
from reader.library import COLOURS, About, Highlight, changes, place
from reader.window.annotating import ColourNames, LinkPicker
from reader.window.columns import Column
from reader.window.commands import Context, command
from reader.window.deeds.deed import ARTICLE, Deed
from reader.window.inspector import ENTITIES, NOTES, QUOTES

TARGET = Context(
    "words are selected, or a quotation, a hit or a mention is lit",
    "Select a passage first, by mouse or with Shift and the arrow keys; or go to a quotation or a hit.",
    lambda do: do.target() is not None or bool(list(do.highlights_here())),
)
HIGHLIGHT = Context(
    "the caret is on a highlight", "Put the caret on a highlight first.", lambda do: bool(list(do.highlights_here()))
)
PASSAGE = Context(
    "words are selected, or a quotation, a hit or a mention is lit",
    "Select a passage first, by mouse or with Shift and the arrow keys; or go to a quotation or a hit.",
    lambda do: do.target() is not None,
)
CARD = Context(
    "a note, highlight or bookmark is chosen",
    "Choose a note, a highlight or a bookmark in the Notes tab first.",
    lambda do: do.w.opened is not None and bool(do.w.inspector.lists[NOTES].current_key()),
)
WRITING = Context(
    "a note is being written", "Open a note for writing first.", lambda do: do.w.inspector.editor.isVisible()
)


class Marking(Deed):
    """Highlights, notes and bookmarks on the open article."""

    _colour = next(iter(COLOURS))

    def target(self) -> Span | None:
        """What a mark is to be made on: the selected words, or what is lit (a quotation, a hit, a mention)."""
        if self.w.opened is None:
            return None
        return self.w.page.selected_span() or self.w.page.lit_span()

    def highlights_here(self) -> Iterator[Highlight]:
        """The highlights at the caret, or at what is selected or lit."""
        opened = self.w.opened
        if opened is None:
            return
        caret = self.w.page.caret()
        at = self.target() or Span(caret, caret + 1)
        for highlight in opened.highlights:
            if highlight.span is not None and highlight.span.start < at.end and at.start < highlight.span.end:
                yield highlight

    # ---- Highlights

    @command(
        "highlight", "Annotate", "Highlight", "Highlight the selected words, or the quotation or hit that is lit",
        "Ctrl+H", needs=TARGET, also=("page", "quotes"),
    )  # fmt: skip
    def highlight(self) -> None:
        self.highlight_in(self._colour)

    @command(
        "highlight.1",
        "Annotate/Highlight in",
        "First colour",
        "Highlight in the first colour, or give a highlight this colour",
        "Ctrl+Alt+1",
        needs=TARGET,
        args=(0,),
    )
    @command(
        "highlight.2",
        "Annotate/Highlight in",
        "Second colour",
        "Highlight in the second colour, or give a highlight this colour",
        "Ctrl+Alt+2",
        needs=TARGET,
        args=(1,),
    )
    @command(
        "highlight.3",
        "Annotate/Highlight in",
        "Third colour",
        "Highlight in the third colour, or give a highlight this colour",
        "Ctrl+Alt+3",
        needs=TARGET,
        args=(2,),
    )
    @command(
        "highlight.4",
        "Annotate/Highlight in",
        "Fourth colour",
        "Highlight in the fourth colour, or give a highlight this colour",
        "Ctrl+Alt+4",
        needs=TARGET,
        args=(3,),
    )
    @command(
        "highlight.5",
        "Annotate/Highlight in",
        "Fifth colour",
        "Highlight in the fifth colour, or give a highlight this colour",
        "Ctrl+Alt+5",
        needs=TARGET,
        args=(4,),
    )
    def highlight_number(self, number: int) -> None:
        self.highlight_in(list(COLOURS)[number])

    def highlight_in(self, colour: str) -> None:
        """Highlights in a colour; a highlight that covers exactly this, or that the caret is on, gets the colour."""
        opened, span = self.w.opened, self.target()
        if opened is None:
            return
        here = list(self.highlights_here())
        same = [h for h in here if span is None or h.span == span]
        name = self.w.library.colour_names()[colour]
        if same:
            done = self.perform(changes.ColourHighlight(same[-1].key, colour))
        elif span is not None:
            key = str(uuid.uuid4())
            done = self.perform(changes.AddHighlight(key, opened.row.id, anchor_of(opened.article.text, span), colour))
        else:
            return
        if done:
            self._colour = colour
            self._put_out()
            self.w.say(tr("Highlighted: {name}.", name=name))

    @command(
        "highlight.remove", "Annotate", "Remove highlight", "Take away the highlights at the caret or the selection",
        "Ctrl+Shift+H", needs=HIGHLIGHT, also=("page",),
    )  # fmt: skip
    def remove_highlight(self) -> None:
        found = tuple(changes.DeleteHighlight(highlight.key) for highlight in self.highlights_here())
        change = (
            found[0]
            if len(found) == 1
            else changes.Together(counted(len(found), "Remove {n} highlight", "Remove {n} highlights"), found)
        )
        if found and self.perform(change):
            self._put_out()
            self.w.say(tr("{change}. Ctrl+Z brings it back.", change=change.label))

    @command("highlight.names", "Annotate", "Name colours…", "Say what each colour of highlights means to you")
    def name_colours(self) -> None:
        names = self.w.library.colour_names()
        dialog = ColourNames(names, self.w.theme, self.w)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        differing = [(key, name) for key, name in dialog.names().items() if name != names[key]]
        parts = tuple(changes.NameColour(key, name) for key, name in differing)
        if parts:
            self.perform(parts[0] if len(parts) == 1 else changes.Together(tr("Name colours"), parts))

    @command(
        "mark.next",
        "Go",
        "Next annotation",
        "Go to the next highlight, note or bookmark of the article",
        "Alt+.",
        needs=ARTICLE,
        args=(1,),
    )
    @command(
        "mark.previous",
        "Go",
        "Previous annotation",
        "Go to the highlight, note or bookmark before",
        "Alt+,",
        needs=ARTICLE,
        args=(-1,),
    )
    def step_mark(self, step: int) -> None:
        opened = self.w.opened
        marks = opened.marks if opened is not None else ()
        spans = sorted({mark.span for mark in marks if mark.span is not None})
        if not spans:
            self.w.say(tr("There is no highlight, note or bookmark in this article."))
            return
        at = self.w.page.lit_span() or Span(self.w.page.caret(), self.w.page.caret())
        ahead = [span for span in (spans if step > 0 else reversed(spans)) if (span > at if step > 0 else span < at)]
        self.w.page.unselect()
        self.w.page.light([ahead[0] if ahead else spans[0 if step > 0 else -1]])

    # ---- Notes

    @command(
        "note.new", "Annotate", "Write note",
        "Note on the selected words, or on the highlight, the quotation or the name that is chosen; or on the whole article",
        "Ctrl+N", needs=ARTICLE, also=("articles", "page", "quotes", "names", "notes"),
    )  # fmt: skip
    def note(self) -> None:
        opened = self.w.opened
        if opened is None:
            return
        self.write_note(*self._subject())

    def write_note(self, anchor: Anchor | None, about: About, subject: str) -> None:
        """Makes a note on the open article and opens it for writing."""
        opened = self.w.opened
        if opened is None:
            return
        key = str(uuid.uuid4())
        if self.perform(changes.AddNote(key, opened.row.id, anchor, "", about, subject)):
            self.w.page.unselect()
            self.w.shown.show(Column.INSPECTOR)
            self.w.inspector.write_note(key)

    def _subject(self) -> tuple[Anchor | None, About, str]:
        """What a note is to be on: the selection, else what is chosen where the focus is, else the whole article."""
        opened, inspector = self.w.opened, self.w.inspector
        assert opened is not None
        text, span = opened.article.text, self.w.page.selected_span()
        if span is not None:
            return anchor_of(text, span), About.PASSAGE, ""
        quote = self.chosen_quote()
        if quote is not None and (inspector.lists[QUOTES].hasFocus() or self.w.page.lit_span() == extent_of(quote)):
            speaker = quote.speaker.name if quote.speaker else ""
            return anchor_of(text, extent_of(quote)), About.QUOTE, speaker
        if inspector.lists[ENTITIES].hasFocus() and opened.analysis is not None:
            entity = opened.analysis.entity(inspector.lists[ENTITIES].current_key())
            if entity is not None:
                return None, About.ENTITY, entity.name
        here = list(self.highlights_here()) if self.w.page.hasFocus() else []
        if here:
            return here[-1].anchor, About.HIGHLIGHT, here[-1].key
        lit = self.w.page.lit_span() if self.w.page.hasFocus() else None
        return (anchor_of(text, lit), About.PASSAGE, "") if lit else (None, About.ARTICLE, "")

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
        self.w.statusBar().showMessage(tr("Note saved."), 2000)

    @command(
        "note.delete",
        "Annotate",
        "Delete chosen annotation",
        "Delete the note, highlight or bookmark chosen in the Notes tab",
        needs=CARD,
        also=("notes",),
    )
    def delete_chosen(self) -> None:
        self.delete_note(self.w.inspector.lists[NOTES].current_key())

    def delete_note(self, key: str) -> None:
        opened = self.w.opened
        if opened is None:
            return
        for kind, marks in (
            (changes.DeleteNote, opened.notes), (changes.DeleteHighlight, opened.highlights), (changes.DeletePassage, opened.bookmarks),
        ):  # fmt: skip
            if any(mark.key == key for mark in marks):
                self.perform(kind(key))

    def light_note(self, key: str) -> None:
        opened = self.w.opened
        if opened is not None:
            span = next((mark.span for mark in opened.marks if mark.key == key), None)
            self.w.page.unselect()
            self.w.page.light([span] if span is not None else [])

    @command(
        "passage.bookmark", "Annotate", "Bookmark passage", "Bookmark the selected words, or what is lit", "B", "Ctrl+D",
        needs=PASSAGE, also=("page", "quotes"),
    )  # fmt: skip
    def bookmark_passage(self) -> None:
        opened, span = self.w.opened, self.target()
        if opened is None or span is None:
            return
        key = str(uuid.uuid4())
        if self.perform(changes.AddPassage(key, opened.row.id, anchor_of(opened.article.text, span))):
            self._put_out()
            self.w.inspector.set_tab(NOTES)

    @command(
        "mark.attach", "Annotate", "Attach to selection",
        "Let the chosen note, highlight or bookmark stand on the selected words: an orphan's new place",
        needs=CARD, also=("notes",),
    )  # fmt: skip
    def attach(self) -> None:
        opened, span = self.w.opened, self.w.page.selected_span()
        if opened is None or span is None:
            self.w.say(tr("Select the words that it is to stand on, and choose this again."))
            return
        key = self.w.inspector.lists[NOTES].current_key()
        self.perform(changes.Reattach(key, anchor_of(opened.article.text, span)))

    # ---- Links in notes

    @command(
        "note.link",
        "Annotate",
        "Link in note…",
        "Put a link to an article, a quotation or a person into the note",
        "Ctrl+Shift+N",
        needs=WRITING,
    )
    def link_in_note(self) -> None:
        picker = LinkPicker(self.w.library, self.w.opened, self.w)
        if picker.exec() == QDialog.DialogCode.Accepted and picker.markdown:
            self.w.inspector.editor.insertPlainText(picker.markdown)
        self.w.inspector.editor.setFocus()

    @command(
        "note.follow",
        "Annotate",
        "Follow link in note",
        "Go where the link in the chosen note leads: the one at the caret, or the first",
        "Alt+Return",
        needs=CARD,
        also=("notes",),
    )
    def follow_link(self) -> None:
        opened, inspector = self.w.opened, self.w.inspector
        key = inspector.lists[NOTES].current_key()
        note = next((note for note in opened.notes if note.key == key), None) if opened is not None else None
        body = inspector.editor.toPlainText() if inspector.editor.isVisible() else note.body if note else ""
        found = list(links_in(body))
        if not found:
            self.w.say(tr("There is no link in this note. Ctrl+Shift+N puts one in while you write."))
            return
        caret = inspector.editor.textCursor().position() if inspector.editor.hasFocus() else 0
        self.go_to_link(next((link for start, end, link in found if start <= caret <= end), found[0][2]))

    def go_to_link(self, link: NoteLink) -> None:
        """Opens what a link in a note leads to."""
        if link.person:
            self._go_to_person(link.person)
            return
        try:
            self.w.library.opened(link.article or 0)
        except LibraryError:
            self.w.say(tr("The article that this link leads to is no longer in the library."))
            return
        self.come_to(link.article or 0)
        if link.words and self.w.opened is not None:
            anchor = Anchor(link.words, "", "", link.start, link.start + len(link.words))
            span = place(anchor, self.w.opened.article.text).span
            self.w.page.light([span] if span is not None else [])
            self.w.page.setFocus()

    def _go_to_person(self, name: str) -> None:
        """The person in this article, or all articles that name one who is not in it."""
        analysis = self.w.opened.analysis if self.w.opened is not None else None
        entity = next((e for e in analysis.entities if e.name == name), None) if analysis is not None else None
        if entity is not None:
            self.w.shown.show(Column.INSPECTOR)
            self.w.inspector.set_tab(ENTITIES)
            self.w.inspector.lists[ENTITIES].choose(entity.id)
            return
        for kind in (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE):
            found = next((row for row in self.w.library.people.rows(kind, name, limit=20) if row.name == name), None)
            if found is not None:
                self.w.people.show_thing(found.id)
                return
        self.w.search.setText(f'"{name}"')
        self.w.articles.setFocus()

    def _put_out(self) -> None:
        """Lets go of what was selected or lit, so that its mark is seen."""
        self.w.page.unselect()
        self.w.lit = []
        self.w.page.clear_light()
