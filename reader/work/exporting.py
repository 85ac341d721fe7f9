"""Writing what the reader marked into files: what the window's dialog and the `verbatim export` command both do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from reader.article import VerbatimError
from reader.article.note_links import links_in
from reader.export import (
    Links,
    Marked,
    MarkedArticle,
    MarkKind,
    annotation_table,
    web_annotations,
    write_vault,
)
from reader.library import Annotation, AnnotationKind, AnnotationOrder, AnnotationQuery, Library


class Form(StrEnum):
    """How annotations are written: W3C Web Annotation, a table, or a folder of Markdown files."""

    JSONLD = "jsonld"
    CSV = "csv"
    MARKDOWN = "markdown"


class NotExported(VerbatimError):  # noqa: N818 - reads as what happened
    """The annotations could not be written."""


@dataclass(frozen=True)
class Exported:
    """How many annotations of how many articles; of a folder of Markdown how its files fared."""

    annotations: int
    articles: int
    added_to: int = 0
    unchanged: int = 0


def form_of(path: Path) -> Form:
    """The form that a file's name asks for; one without an ending is a folder of Markdown."""
    suffix = path.suffix.lower()
    if suffix in {".jsonld", ".json"}:
        return Form.JSONLD
    return Form.CSV if suffix == ".csv" else Form.MARKDOWN


def marked_articles(
    library: Library, query: AnnotationQuery, among: Sequence[int] | None = None
) -> list[MarkedArticle]:
    """The annotations that a query asks for, article by article; with `among`, of these articles alone."""
    made = library.annotations(replace(query, order=AnnotationOrder.ARTICLE))
    wanted = None if among is None else set(among)
    names = library.colour_names()
    found = []
    for number, group in groupby(made, key=lambda each: each.article):
        row = library.row(number)
        if row is not None and (wanted is None or number in wanted):
            found.append(
                MarkedArticle(
                    number=number,
                    title=row.title,
                    url=library.sources.address_of(number),
                    authors=(row.author,) if row.author else (),
                    site=row.publisher,
                    published=row.published,
                    saved=row.added,
                    tags=row.tags,
                    marks=tuple(_marked(each, names.get(each.colour, "")) for each in group),
                )
            )
    return found


def export(library: Library, form: Form, path: Path, query: AnnotationQuery, among: Sequence[int] | None) -> Exported:
    """Writes annotations to `path`: a file, or the folder of Markdown files. NotExported where that cannot be."""
    articles = marked_articles(library, query, among)
    number = sum(len(article.marks) for article in articles)
    try:
        if form is Form.MARKDOWN:
            written = write_vault(articles, path, _titles(library, articles))
            return Exported(number, len(articles), written.added_to, written.unchanged)
        made = web_annotations(articles) if form is Form.JSONLD else annotation_table(articles)
        path.write_text(made, "utf-8", newline="")
    except OSError as error:
        raise NotExported(f"{path} cannot be written ({error.strerror}); choose another place.") from error
    return Exported(number, len(articles))


def _marked(made: Annotation, meaning: str) -> Marked:
    placed = made.placement
    return Marked(
        kind=MarkKind(made.kind),
        key=made.key,
        anchor=made.anchor,
        span=placed.span if placed is not None else None,
        sure=placed is None or placed.sure,
        colour=made.colour,
        meaning=meaning,
        body=made.body,
        subject=made.subject if made.kind is AnnotationKind.NOTE and not _is_key(made.subject) else "",
        created=made.created,
        changed=made.changed,
    )


def _is_key(subject: str) -> bool:
    """Whether what a note is on is a highlight, named by its key."""
    return len(subject) == 36 and subject.count("-") == 4


def _titles(library: Library, articles: Sequence[MarkedArticle]) -> Links:
    """The headlines of the articles that notes link to."""
    bodies = (made.body for article in articles for made in article.marks)
    numbers = {link.article for body in bodies for _, _, link in links_in(body) if link.article}
    rows = {number: library.row(number) for number in numbers if number}
    return {number: row.title for number, row in rows.items() if row is not None}
