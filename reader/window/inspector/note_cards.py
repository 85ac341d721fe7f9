"""What the Notes tab and the list of all annotations show: highlights, notes and bookmarks as cards; plain functions."""

from __future__ import annotations

from collections.abc import Mapping

from reader.article import Placement, tr
from reader.article.dates_told import told_day
from reader.library import About, Annotation, AnnotationKind, Highlight, Note, Opened, Passage
from reader.window.inspector.cards import Card, esc
from reader.window.inspector.note_markdown import note_markup
from reader.window.theme import Colours

LONGEST_PASSAGE = 240


def note_cards(opened: Opened, colours: Colours, names: Mapping[str, str]) -> list[Card]:
    """The reader's highlights, notes and bookmarks in the order of the text; keys as in the library."""
    cards = [
        *((_place(made.placement, 0), _highlight_card(made, colours, names)) for made in opened.highlights),
        *((_place(note.placement if note.anchor else None, 1), _note_card(note, colours)) for note in opened.notes),
        *((_place(mark.placement, 2), _bookmark_card(mark, colours)) for mark in opened.bookmarks),
    ]
    return [card for _, card in sorted(cards, key=lambda pair: pair[0])]


def annotation_cards(made: list[Annotation], colours: Colours, names: Mapping[str, str]) -> list[Card]:
    """Highlights, notes and bookmarks of all articles, each with its headline."""
    return [_annotation_card(each, colours, names) for each in made]


def standing(placement: Placement | None, quoted: bool = True) -> str:
    """What is to be said of where a passage stands now; empty where it stands as it did."""
    if placement is None or not quoted:
        return ""
    if placement.span is None:
        return tr("no longer in the text")
    if not placement.sure:
        return tr("a guess: {share} alike", share=f"{placement.score:.0%}")
    return tr("changed: {share} alike", share=f"{placement.score:.0%}") if placement.score < 1 else ""


def _highlight_card(highlight: Highlight, colours: Colours, names: Mapping[str, str]) -> Card:
    name = names.get(highlight.colour, highlight.colour)
    told = standing(highlight.placement)
    head = f"{spot(highlight.colour, colours)} {_small(name, colours.muted)}{_doubt(told, colours)}"
    exact = _cut(highlight.anchor.exact)
    return Card(
        highlight.key, f"<div>{head}</div>{_passage(exact)}", _said(tr("Highlight, {name}", name=name), exact, told)
    )


def _note_card(note: Note, colours: Colours) -> Card:
    passage = _cut(note.anchor.exact, 140) if note.anchor else ""
    where = {
        About.ARTICLE: tr("On the whole article"),
        About.PASSAGE: f"“{passage}”",
        About.HIGHLIGHT: tr("On the highlight “{passage}”", passage=passage),
        About.QUOTE: tr("On what {name} said: “{passage}”", name=note.subject or tr("somebody"), passage=passage),
        About.ENTITY: tr("On {name}", name=note.subject),
    }[note.about]
    told = standing(note.placement, note.anchor is not None)
    markup = f"<div>{_small(where, colours.muted)}{_doubt(told, colours)}</div><div>{_body(note.body, colours)}</div>"
    return Card(note.key, markup, _said(tr("Note"), where, note.body, told))


def _bookmark_card(mark: Passage, colours: Colours) -> Card:
    exact, told = _cut(mark.anchor.exact), standing(mark.placement)
    markup = f"<div>{_small(tr('Bookmarked'), colours.accent)}{_doubt(told, colours)}</div>{_passage(exact)}"
    return Card(mark.key, markup, _said(tr("Bookmarked passage"), exact, told))


def _annotation_card(made: Annotation, colours: Colours, names: Mapping[str, str]) -> Card:
    exact, told = _cut(made.quoted), standing(made.placement)
    kind = (
        names.get(made.colour, made.colour)
        if made.kind is AnnotationKind.HIGHLIGHT
        else tr(str(made.kind)).capitalize()
    )
    on = f" {tr('on {name}', name=made.subject)}" if made.about in {About.QUOTE, About.ENTITY} and made.subject else ""
    mark = f"{spot(made.colour, colours)} " if made.kind is AnnotationKind.HIGHLIGHT else ""
    head = f"<div>{mark}{_small(f'{kind}{on}', colours.muted)}{_doubt(told, colours)}</div>"
    body = f"<div>{_body(made.body, colours)}</div>" if made.kind is AnnotationKind.NOTE else ""
    source = " · ".join(part for part in (made.title, made.publisher, told_day(made.changed.astimezone())) if part)
    foot = f'<div style="margin-top:3px">{_small(source, colours.muted)}</div>'
    spoken = _said(f"{kind}{on}", exact, made.body, made.title, told)
    return Card(made.key, f"{head}{_passage(exact) if exact else ''}{body}{foot}", spoken)


def _said(*parts: str) -> str:
    """What a screen reader says of a card."""
    return ". ".join(part for part in parts if part)


def spot(colour: str, colours: Colours) -> str:
    """A colour of highlights as markup."""
    from reader.window.reading.marks import highlight_tint

    return f'<span style="background-color:{highlight_tint(colour, colours)}">&nbsp;&nbsp;&nbsp;&nbsp;</span>'


def _place(placement: Placement | None, last: int) -> tuple[int, int]:
    span = placement.span if placement else None
    return (span.start if span else -1, last)


def _cut(text: str, longest: int = LONGEST_PASSAGE) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= longest else f"{plain[:longest].rsplit(' ', 1)[0]}…"


def _passage(text: str) -> str:
    return f"<div style=\"font-family:'Source Serif 4'; font-size:large; margin-top:3px\">{esc(text)}</div>"


def _body(body: str, colours: Colours) -> str:
    return note_markup(body, colours) if body.strip() else f"<i>{esc(tr('Empty note'))}</i>"


def _small(text: str, colour: str) -> str:
    return f'<small style="color:{colour}">{esc(text)}</small>'


def _doubt(told: str, colours: Colours) -> str:
    return f' <small style="color:{colours.warning}">· {esc(told)}</small>' if told else ""
