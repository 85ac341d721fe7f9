"""Deeds by which the reader decides on quotations: who said it, that it is none, how far it goes, that one was missed."""

from __future__ import annotations

import uuid

from PySide6.QtWidgets import QInputDialog

from reader.article import Anchor, Correction, CorrectionKind, EntityKind, Span, anchor_of, extent_of, mark, tr
from reader.library import changes
from reader.window.commands import command
from reader.window.deeds.deed import QUOTE, SELECTION, Deed

NOBODY = mark("Nobody named")
_SPEAKERS = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP, EntityKind.PLACE)


class Decisions(Deed):
    """The reader's word is final: kept as corrections, made again after every new analysis, undone like all else."""

    @command(
        "quote.speaker",
        "Annotate",
        "Set speaker…",
        "Say who said the chosen quotation",
        "Shift+S",
        needs=QUOTE,
        also=("quotes", "page"),
    )
    def set_speaker(self) -> None:
        quote = self.chosen_quote()
        if quote is not None:
            self._ask_speaker(self._anchor(extent_of(quote)), quote.speaker.name if quote.speaker else tr(NOBODY))

    @command(
        "quote.none",
        "Annotate",
        "This is no quote",
        "Take the chosen quotation off the list",
        "X",
        needs=QUOTE,
        also=("quotes",),
    )
    def no_quote(self) -> None:
        quote = self.chosen_quote()
        if quote is not None:
            self._decide(Correction(CorrectionKind.NO_QUOTE, self._anchor(extent_of(quote))))

    @command(
        "quote.extend",
        "Annotate",
        "Extend quote to here",
        "Let the chosen quotation go as far as the selection or the caret",
        "Shift+X",
        needs=QUOTE,
        also=("page",),
    )
    def extend_quote(self) -> None:
        """Lets the chosen quotation go as far as the selection does, or as far as the caret."""
        quote = self.chosen_quote()
        if quote is None:
            return
        start, end = extent_of(quote)
        caret = self.w.page.caret()
        extent = self.w.page.selected_span() or Span(min(start, caret), caret if caret > start else end)
        if extent.start < extent.end:
            anchor = self._anchor(Span(start, end))
            self._decide(Correction(CorrectionKind.EXTENT, anchor, extent=self._anchor(extent)))

    @command(
        "quote.new",
        "Annotate",
        "Selection is a quote…",
        "Make a quotation of the selected words",
        "W",
        needs=SELECTION,
        also=("page",),
    )
    def new_quote(self) -> None:
        """Makes a quotation of the selected words, and asks whose they are."""
        span = self.w.page.selected_span()
        if span is not None:
            self._ask_speaker(self._anchor(span), tr(NOBODY))

    def _anchor(self, span: Span) -> Anchor:
        assert self.w.opened is not None
        return anchor_of(self.w.opened.article.text, span)

    def _ask_speaker(self, anchor: Anchor, before: str) -> None:
        names = [tr(NOBODY), *self._names()]
        current = names.index(before) if before in names else 0
        title, question = tr("Speaker"), tr("Who said it? Choose a name, or type another one.")
        name, done = QInputDialog.getItem(self.w, title, question, names, current, editable=True)
        if done:
            said_by = "" if name.strip() == tr(NOBODY) else name
            self._decide(Correction(CorrectionKind.SPEAKER, anchor, said_by))

    def _names(self) -> list[str]:
        """Whom the article names, people first, those named most often first."""
        analysis = self.w.opened.analysis if self.w.opened is not None else None
        entities = [entity for entity in analysis.entities if entity.kind in _SPEAKERS] if analysis else []
        entities.sort(key=lambda entity: (_SPEAKERS.index(entity.kind), -len(entity.mentions)))
        return list(dict.fromkeys(entity.name for entity in entities))

    def _decide(self, correction: Correction) -> None:
        opened = self.w.opened
        if opened is not None:
            change = changes.Correct(str(uuid.uuid4()), opened.row.id, correction)
            if self.perform(change):
                self.w.statusBar().showMessage(tr("{change}: kept. Ctrl+Z takes it back.", change=change.label), 6000)
