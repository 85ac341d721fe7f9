"""What was read out of articles: whole, as it is shown, and as rows, for questions to the whole library."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from sqlalchemy import Connection, Integer, delete, insert, literal_column, select, true
from sqlalchemy.dialects import sqlite

from reader.article import (
    Analysis,
    Anchor,
    Article,
    Correction,
    CorrectionKind,
    Span,
    analysis_from,
    analysis_record,
    corrected,
)
from reader.library import search
from reader.library.articles import article_of
from reader.library.packing import now, packed_beside, storable_values, unpacked_beside
from reader.library.people.deriving import derive
from reader.library.sameness import text_digest
from reader.library.schema import analyses, articles, corrections, quotes, states


def fits(analysis: Analysis, text: str) -> bool:
    """Whether all that `analysis` points at stands in `text` where it says."""
    pointed = [(m.start, m.end, m.text) for entity in analysis.entities for m in entity.mentions]
    pointed += [(d.start, d.end, d.text) for d in analysis.dates]
    spans = [span for quote in analysis.quotes for span in quote.spans]
    return all(text[start:end] == held for start, end, held in pointed) and all(
        0 <= span.start <= span.end <= len(text) for span in spans
    )


def corrections_of(connection: Connection, article_id: int) -> tuple[Correction, ...]:
    """The reader's corrections of what was read out of an article, oldest first."""
    chosen = select(corrections.c.kind, corrections.c.record).where(corrections.c.article == article_id)
    made = []
    for kind, packed_record in connection.execute(
        chosen.order_by(corrections.c.created, literal_column("corrections.rowid", Integer))
    ):
        record = json.loads(packed_record)
        extent = Anchor(**record["extent"]) if record["extent"] else None
        made.append(Correction(CorrectionKind(kind), Anchor(**record["anchor"]), record["speaker"], extent))
    return tuple(made)


def corrected_articles(connection: Connection) -> list[int]:
    """The articles outside the trash that have corrections, oldest first."""
    chosen = select(corrections.c.article).join(states, states.c.article == corrections.c.article)
    return list(connection.scalars(chosen.where(states.c.trashed != true()).distinct().order_by(corrections.c.article)))


def refresh_quotes(connection: Connection, article_id: int) -> None:
    """Derive the rows of an article's quotations anew, and nothing else."""
    article = article_of(connection, article_id)
    analysis = analysis_of(connection, article_id, article.text)
    if analysis is not None:
        _store_quotes(connection, article_id, article, analysis)


def refresh(connection: Connection, article_id: int) -> None:
    """Derive anew what follows from an article's analysis, its metadata and the reader's corrections."""
    article = article_of(connection, article_id)
    analysis = analysis_of(connection, article_id, article.text)
    if analysis is not None:
        _store_quotes(connection, article_id, article, analysis)
        derive(connection, article_id, article, analysis)


def store(connection: Connection, article_id: int, article: Article, analysis: Analysis) -> None:
    """Store the analysis of an article's present text, in the place of any older one."""
    record = packed_beside(storable_values(analysis_record(analysis)), article.text)
    row = {"article": article_id, "text_digest": text_digest(article.text), "made": now(), "record": record}
    connection.execute(_stored(), row)
    made = corrected(analysis, article.text, corrections_of(connection, article_id))
    _store_quotes(connection, article_id, article, made)
    derive(connection, article_id, article, made)


@cache
def _stored() -> sqlite.Insert:
    """The statement that holds an analysis in the place of an older one; making it takes milliseconds."""
    statement = sqlite.insert(analyses)
    others = {name: statement.excluded[name] for name in ("text_digest", "made", "record")}
    return statement.on_conflict_do_update(index_elements=["article"], set_=others)


def _store_quotes(connection: Connection, article_id: int, article: Article, analysis: Analysis) -> None:
    """The quotations of an article, in their table and in the search index."""
    search.take_out_quotes(connection, article_id, article.text)
    connection.execute(delete(quotes).where(quotes.c.article == article_id))
    if rows := _quote_rows(article_id, analysis):
        connection.execute(insert(quotes).prefix_with("OR IGNORE"), rows)
    search.index_quotes(connection, article_id, article.text)


def analysis_of(connection: Connection, article_id: int, text: str) -> Analysis | None:
    """The analysis of exactly that text of an article, the reader's corrections made, if there is one."""
    wanted = select(analyses.c.record).where(
        analyses.c.article == article_id, analyses.c.text_digest == text_digest(text)
    )
    record = connection.scalar(wanted)
    if record is None:
        return None
    return corrected(analysis_from(unpacked_beside(record, text)), text, corrections_of(connection, article_id))


def unanalysed(connection: Connection) -> list[int]:
    """The articles outside the trash whose present text has no analysis, newest first."""
    of_this_text = (analyses.c.article == articles.c.id) & (analyses.c.text_digest == articles.c.text_digest)
    chosen = (
        select(articles.c.id)
        .join(states, states.c.article == articles.c.id)
        .outerjoin(analyses, of_this_text)
        .where(analyses.c.article.is_(None), states.c.trashed != true())
        .order_by(articles.c.id.desc())
    )
    return list(connection.scalars(chosen))


def _quote_rows(article_id: int, analysis: Analysis) -> list[dict[str, Any]]:
    """The quotations of an article as rows."""
    return [
        {
            "article": article_id,
            "ordinal": i,
            "kind": str(q.kind),
            "text": q.text,
            "start": (q.spans or (Span(0, 0),))[0].start,
            "end": (q.spans or (Span(0, 0),))[-1].end,
            "speaker": q.speaker.name if q.speaker else None,
            "entity": q.speaker.entity if q.speaker else None,
            "cue": q.cue.text if q.cue else None,
            "confidence": q.confidence,
        }
        for i, q in enumerate(analysis.quotes)
    ]
