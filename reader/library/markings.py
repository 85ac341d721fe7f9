"""What the reader wrote on passages, as it is read: in one article, and over all of them in one list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, literal, null, select, true, union_all

from reader.article import Anchor, Placement, Span
from reader.library.lists import tagged
from reader.library.marking import COLOURS, About
from reader.library.packing import read_time, written_time
from reader.library.placements import anchor_from
from reader.library.placing import place
from reader.library.ruling import plain_words
from reader.library.schema import (
    articles,
    colours,
    deleted,
    highlights,
    notes,
    passages,
    placements,
    states,
)
from reader.library.values import (
    Annotation,
    AnnotationKind,
    AnnotationOrder,
    AnnotationQuery,
    Deleted,
    Highlight,
    Note,
    Passage,
)


def highlights_of(connection: Connection, article_id: int, text: str) -> tuple[Highlight, ...]:
    """An article's highlights, placed in its text as it is now, in the order of the text."""
    chosen = select(highlights).where(highlights.c.article == article_id).order_by(highlights.c.created)
    held = []
    for row in connection.execute(chosen).mappings():
        anchor = anchor_from(row)
        assert anchor is not None
        times = read_time(row["created"]), read_time(row["changed"])
        held.append(Highlight(row["key"], row["article"], anchor, place(anchor, text), row["colour"], *times))
    return tuple(sorted(held, key=lambda highlight: _place(highlight.anchor, highlight.span)))


def notes_of(connection: Connection, article_id: int, text: str) -> tuple[Note, ...]:
    """An article's notes, placed in its text as it is now: in the order of the text, those on the whole first."""
    rows = connection.execute(select(notes).where(notes.c.article == article_id).order_by(notes.c.created)).mappings()
    held = []
    for row in rows:
        anchor = anchor_from(row)
        found = place(anchor, text) if anchor else Placement()
        times = read_time(row["created"]), read_time(row["changed"])
        note = Note(row["key"], row["article"], anchor, found.span, row["body"], *times)
        held.append(note.on(found, _about(row), row["subject"] or ""))
    return tuple(sorted(held, key=lambda note: _place(note.anchor, note.span)))


def passages_of(connection: Connection, article_id: int, text: str) -> tuple[Passage, ...]:
    """An article's bookmarked passages, in the order of the text."""
    chosen = select(passages).where(passages.c.article == article_id).order_by(passages.c.created)
    held = []
    for row in connection.execute(chosen).mappings():
        anchor = anchor_from(row)
        assert anchor is not None
        found = place(anchor, text)
        held.append(Passage(row["key"], row["article"], anchor, found.span, read_time(row["created"]), found))
    return tuple(sorted(held, key=lambda passage: _place(passage.anchor, passage.span)))


def colour_names(connection: Connection) -> dict[str, str]:
    """Every colour of highlights with what the reader calls it."""
    return {**COLOURS, **dict(connection.execute(select(colours)).all())}


def annotations_of(connection: Connection, query: AnnotationQuery) -> list[Annotation]:
    """The highlights, notes and bookmarks, outside the trash, that a query asks for, in its order."""
    found = [made for made in _all(connection, query) if _answers(made, query)]
    keys = {
        AnnotationOrder.NEWEST: lambda a: a.changed,
        AnnotationOrder.OLDEST: lambda a: a.changed,
        AnnotationOrder.ARTICLE: lambda a: (-a.article, a.start),
        AnnotationOrder.COLOUR: lambda a: (
            list(COLOURS).index(a.colour) if a.colour in COLOURS else 99,
            -a.article,
            a.start,
        ),
    }
    return sorted(found, key=keys[query.order], reverse=query.order is AnnotationOrder.NEWEST)


def deleted_things(connection: Connection) -> list[Deleted]:
    """What the reader deleted and can bring back, newest first; articles are in the trash and not here."""
    shown = select(deleted, articles.c.title).outerjoin(articles, articles.c.id == deleted.c.article)
    rows = connection.execute(shown.order_by(deleted.c.at.desc())).mappings()
    return [
        Deleted(row["key"], row["what"], row["name"], read_time(row["at"]), row["article"], row["title"] or "")
        for row in rows
    ]


def _all(connection: Connection, query: AnnotationQuery) -> Iterator[Annotation]:
    parts = []
    nothing = null()
    for table, kind in (
        (highlights, AnnotationKind.HIGHLIGHT),
        (notes, AnnotationKind.NOTE),
        (passages, AnnotationKind.BOOKMARK),
    ):
        if query.kind not in (None, kind):
            continue
        c = table.c
        parts.append(
            select(
                literal(str(kind)).label("kind"), c.key, c.article, c.exact, c.prefix, c.suffix, c.start, c.end, c.created,
                (c.colour if "colour" in c else nothing).label("colour"),
                (c.body if "body" in c else nothing).label("body"),
                (c.about if "about" in c else nothing).label("about"),
                (c.subject if "subject" in c else nothing).label("subject"),
                (c.changed if "changed" in c else c.created).label("changed"),
            )
        )  # fmt: skip
    every = union_all(*parts).subquery()
    placed = placements.c
    chosen = (
        select(
            every,
            articles.c.title,
            articles.c.publisher,
            placed.start.label("at"),
            placed.end.label("until"),
            placed.score,
            placed.sure,
        )
        .join(articles, articles.c.id == every.c.article)
        .join(states, states.c.article == every.c.article)
        .outerjoin(placements, placed.key == every.c.key)
        .where(states.c.trashed != true())
    )
    if query.article is not None:
        chosen = chosen.where(every.c.article == query.article)
    if query.colour is not None:
        chosen = chosen.where(every.c.colour == query.colour)
    if query.tag is not None:
        chosen = chosen.where(every.c.article.in_(tagged(query.tag)))
    if query.since is not None:
        chosen = chosen.where(every.c.changed >= written_time(query.since))
    for row in connection.execute(chosen).mappings():
        yield _annotation(row)


def _annotation(row: Any) -> Annotation:
    anchor = anchor_from(row)
    placement = None
    if anchor is not None:
        span = None if row["at"] is None else Span(row["at"], row["until"])
        placement = Placement(span, row["score"] or 0.0, bool(row["sure"]) or span is None)
    return Annotation(
        kind=AnnotationKind(row["kind"]),
        key=row["key"],
        article=row["article"],
        title=row["title"],
        publisher=row["publisher"],
        anchor=anchor,
        placement=placement,
        colour=row["colour"] or "",
        body=row["body"] or "",
        about=_about(row),
        subject=row["subject"] or "",
        created=read_time(row["created"]),
        changed=read_time(row["changed"]),
    )


def _answers(made: Annotation, query: AnnotationQuery) -> bool:
    if query.unsettled and (made.placement is None or (made.placement.span is not None and made.placement.sure)):
        return False
    wanted = plain_words(query.words).split()
    held = plain_words(" ".join((made.quoted, made.body, made.title, made.publisher, made.subject))) if wanted else ""
    return all(word in held for word in wanted)


def _about(row: Any) -> About:
    if row["about"]:
        return About(row["about"])
    return About.ARTICLE if row["exact"] is None else About.PASSAGE


def _place(anchor: Anchor | None, span: Span | None) -> tuple[int, int]:
    if anchor is None:
        return (0, 0)
    return (1, anchor.start) if span is None else (1, span.start)
