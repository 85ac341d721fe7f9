"""Articles like one: those that name the same rare people, places and organisations, those with the same words in their
headlines and openings, and, where there are vectors, those near in meaning; the orders are combined by reciprocal rank
(Cormack, Clarke and Buettcher, 2009)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, text

from reader.library.grammar.words import folded_words
from reader.library.nearness import RANK_OFFSET, near_article
from reader.library.people.grouping import EVERYWHERE

MOST = 50
MOST_NAMES, MOST_WORDS = 24, 14
MOST_LOOKED_AT = 40
MOST_WITH_A_WORD = 1_500
"""A word of more articles tells little of each, and ranking them all would take long."""
MOST_OF_A_NAME = 400
"""So many of the newest articles that name somebody are looked at: who is in all of them says little."""
FEWEST_LETTERS = 4
_REMEMBERED = "verbatim_alike"
_OWN = text("SELECT title, snippet FROM articles WHERE id = :article")
_NAMES = text(
    "SELECT DISTINCT t.id, t.articles FROM links l JOIN things t ON t.id = l.thing"
    " WHERE l.article = :article AND t.kind <> 'group' AND t.articles > 1 ORDER BY t.articles LIMIT :most"
)
_NAMING = text("SELECT DISTINCT article FROM links WHERE thing = :thing ORDER BY day DESC LIMIT :most")
_WITH = text("SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH :word LIMIT :most)")
_SAYING = text("SELECT rowid FROM search WHERE search MATCH :match ORDER BY bm25(search, 1, 6, 0, 0, 4, 0) LIMIT :most")


def alike(connection: Connection, article: int) -> list[int]:
    """The numbers of the articles most like one, the most alike first; none where there is no such article.

    What was asked last is remembered with the connection: a question asks it for its condition and for its order.
    """
    driver = connection.connection.driver_connection
    version = connection.exec_driver_sql("PRAGMA data_version").scalar()
    state = (article, version, getattr(driver, "total_changes", None))
    remembered = connection.info.get(_REMEMBERED)
    if remembered is None or remembered[0] != state:
        remembered = connection.info[_REMEMBERED] = (state, _alike(connection, article))
    found: list[int] = remembered[1]
    return found


def _alike(connection: Connection, article: int) -> list[int]:
    orders = (_by_names(connection, article), _by_words(connection, article), near_article(connection, article))
    return [number for number in combined(orders) if number != article][:MOST]


def combined(orders: Iterable[Sequence[int]]) -> list[int]:
    """Several orders as one, by reciprocal rank."""
    scores: dict[int, float] = defaultdict(float)
    for order in orders:
        for rank, number in enumerate(order, 1):
            scores[number] += 1 / (RANK_OFFSET + rank)
    return sorted(scores, key=lambda number: (-scores[number], -number))


def _by_names(connection: Connection, article: int) -> list[int]:
    """Those that name the same, the rarer the better."""
    whole = connection.scalar(text("SELECT count(*) FROM articles")) or 1
    scores: dict[int, float] = defaultdict(float)
    for thing, articles in connection.execute(_NAMES, {"article": article, "most": MOST_NAMES}).all():
        for other in connection.scalars(_NAMING, {"thing": thing, "most": MOST_OF_A_NAME}):
            scores[other] += math.log(1 + whole / articles)
    scores.pop(article, None)
    return sorted(scores, key=lambda number: (-scores[number], -number))[:MOST]


def _by_words(connection: Connection, article: int) -> list[int]:
    """Those that say the same in headline and opening, or else anywhere."""
    own = connection.execute(_OWN, {"article": article}).one_or_none()
    if own is None:
        return []
    said = dict.fromkeys(word for part in own for word in folded_words(part))
    telling = [word for word in said if len(word) >= FEWEST_LETTERS and word not in EVERYWHERE] or list(said)
    if not telling:
        return []
    match = " OR ".join(f'"{word}"' for word in _rarest(connection, telling[:MOST_LOOKED_AT]))
    found = connection.scalars(_SAYING, {"match": match, "most": MOST + 1})
    return [number for number in found if number != article]


def _rarest(connection: Connection, words: Sequence[str]) -> list[str]:
    """Those words that the fewest articles have: as many as tell something, and the rarest in any case."""
    number = {
        word: connection.scalar(_WITH, {"word": f'"{word}"', "most": MOST_WITH_A_WORD}) or MOST_WITH_A_WORD
        for word in words
    }
    ordered = sorted(words, key=lambda word: number[word])[:MOST_WORDS]
    return [word for word in ordered if number[word] < MOST_WITH_A_WORD] or ordered[:1]
