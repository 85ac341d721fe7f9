"""What is near in meaning: the articles' vectors, kept in a table and held in memory, and the nearest among them.

Of many vectors those are compared number by number whose signs agree best with the wanted one's, which is quick to tell.
An order by words and one by meaning become one by reciprocal rank (Cormack, Clarke and Buettcher, 2009), in which
meaning counts half: an article that does not have the words never stands above the first sixty that have them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.dialects import sqlite

from reader.library.grammar import And, Node, Question, Words
from reader.library.images import among
from reader.library.schema import articles, marks, meanings, states
from reader.library.values import Unmeant

DIMENSIONS = 384
ROUGHLY = 1_500
"""So many vectors are compared number by number."""
LOOKED_AT, MOST = 400, 30
"""So many of the nearest are looked at, for not all of them meet the rest of a question, and so many are taken."""
LEAST = 0.35
"""The cosine from which on an article is near: with a headline that is not its own, one page in eighty reaches it."""
RANK_OFFSET = 60
"""Of reciprocal rank fusion: so that the first of one order does not outweigh all of the other."""
SHARE = 0.5
"""What a rank in meaning counts beside one in words."""
FEWEST_LETTERS = 4
"""A shorter question means nothing yet."""
READ_AT_ONCE = 2_000
_HELD = "verbatim_meanings"


class Vectors:
    """The vectors of a library in memory, in rows; a newer one of an article takes the place of the older."""

    def __init__(self) -> None:
        self.last = 0
        self.number = 0
        self.rows: dict[int, int] = {}
        self.articles = np.zeros(64, np.int64)
        self.vectors = np.zeros((64, DIMENSIONS), np.int8)
        self.signs = np.zeros((DIMENSIONS // 64, 64), np.uint64)

    def put(self, found: Sequence[tuple[int, int, bytes]]) -> None:
        """Adds vectors: number, article, vector, in the order of their numbers."""
        whole = [row for row in found if len(row[2]) == DIMENSIONS]
        if not whole:
            return
        self._make_room(self.number + len(whole))
        places = np.zeros(len(whole), np.int64)
        for at, (_, article, _) in enumerate(whole):
            places[at] = self.rows.setdefault(article, self.number)
            self.number = max(self.number, int(places[at]) + 1)
        self.articles[places] = [article for _, article, _ in whole]
        made = np.frombuffer(b"".join(vector for *_, vector in whole), np.int8).reshape(-1, DIMENSIONS)
        self.vectors[places] = made
        self.signs[:, places] = _signs(made)
        self.last = whole[-1][0]

    def nearest(self, vector: bytes, most: int) -> list[tuple[int, float]]:
        """The articles nearest to a vector, the nearest first, with the cosine."""
        wanted = np.frombuffer(vector, np.int8)
        rows = np.arange(self.number)
        if self.number > ROUGHLY:
            other = np.zeros(self.number, np.uint16)
            for mine, theirs in zip(_signs(wanted[None])[:, 0], self.signs, strict=True):
                other += np.bitwise_count(theirs[: self.number] ^ mine)
            rows = np.argpartition(other, ROUGHLY)[:ROUGHLY]
        held = self.vectors[rows].astype(np.float32)
        length = np.linalg.norm(held, axis=1) * np.linalg.norm(wanted.astype(np.float32))
        near = held @ wanted.astype(np.float32) / np.maximum(length, 1e-9)
        order = np.argsort(-near, kind="stable")[:most]
        return [(int(self.articles[rows[at]]), float(near[at])) for at in order]

    def of(self, article: int) -> bytes | None:
        """The vector of an article."""
        at = self.rows.get(article)
        return None if at is None else self.vectors[at].tobytes()

    def _make_room(self, number: int) -> None:
        if number > len(self.articles):
            more = max(number, 2 * len(self.articles)) - len(self.articles)
            self.articles = np.pad(self.articles, (0, more))
            self.vectors = np.pad(self.vectors, ((0, more), (0, 0)))
            self.signs = np.pad(self.signs, ((0, 0), (0, more)))


def _signs(vectors: NDArray[np.int8]) -> NDArray[np.uint64]:
    """Whether each number is above 0, 64 of them in one; a column for each vector."""
    packed: NDArray[np.uint64] = np.packbits(vectors > 0, axis=1).view(np.uint64).T
    return packed


# ---- Asking


def meant(asked: Question) -> str | None:
    """What a question is about: its plain words; None where it has none that say enough, or is asked of quotations."""
    if asked.root is None or asked.of_quotes:
        return None
    said = " ".join(token for part in _parts(asked.root) if _is_plain(part) for token in part.tokens)  # type: ignore[union-attr]
    return said if len(said) >= FEWEST_LETTERS else None


def besides(asked: Question) -> Node | None:
    """What a question asks besides its plain words: that holds for what is near in meaning too."""
    rest = tuple(part for part in _parts(asked.root) if not _is_plain(part))
    return And(rest) if rest else None


def _parts(root: Node | None) -> tuple[Node, ...]:
    return root.parts if isinstance(root, And) else () if root is None else (root,)


def _is_plain(part: Node) -> bool:
    return isinstance(part, Words) and part.plain


def nearest(connection: Connection, vector: bytes, most: int = LOOKED_AT) -> list[int]:
    """The articles that are near enough to a vector, the nearest first; those in the trash are among them."""
    return [article for article, near in _held(connection).nearest(vector, most) if near >= LEAST]


def near_article(connection: Connection, article: int) -> list[int]:
    """The articles near one in meaning, the nearest first; none where it has no vector."""
    vector = _held(connection).of(article)
    return [] if vector is None else [other for other in nearest(connection, vector, MOST + 1) if other != article]


def combined(by_words: Sequence[int], by_meaning: Iterable[int]) -> list[int]:
    """An order by words and one by meaning as one."""
    scores: dict[int, float] = defaultdict(float)
    for order, share in ((by_words, 1.0), (by_meaning, SHARE)):
        for rank, number in enumerate(order, 1):
            scores[number] += share / (RANK_OFFSET + rank)
    return sorted(scores, key=lambda number: (-scores[number], -number))


def _held(connection: Connection) -> Vectors:
    """The vectors as they are now; only those that are new are read."""
    held: Vectors = connection.info.setdefault(_HELD, Vectors())
    if (connection.scalar(select(func.max(meanings.c.number))) or 0) < held.last:  # they were dropped meanwhile
        held = connection.info[_HELD] = Vectors()
    newer = select(meanings.c.number, meanings.c.article, meanings.c.vector).where(meanings.c.number > held.last)
    for rows in connection.execute(newer.order_by(meanings.c.number)).partitions(READ_AT_ONCE):
        held.put([(row[0], row[1], row[2]) for row in rows])
    return held


def load(connection: Connection) -> bool:
    """Bring the vectors into memory, which takes a moment where there are very many; whether there are any."""
    return _held(connection).number > 0


# ---- Keeping


def begin(connection: Connection, version: str) -> None:
    """Go on with the vectors of a model; those of another are dropped."""
    if connection.scalar(select(marks.c.value).where(marks.c.name == "meaning")) != version:
        forget_all(connection)
        connection.execute(sqlite.insert(marks).values(name="meaning", value=version))


def forget_all(connection: Connection) -> None:
    """Drop all vectors."""
    connection.execute(delete(meanings))
    connection.execute(delete(marks).where(marks.c.name == "meaning"))


def forget(connection: Connection, article_id: int) -> None:
    """Drop the vector of an article that has become another."""
    connection.execute(delete(meanings).where(meanings.c.article == article_id))


def any_kept(connection: Connection) -> bool:
    """Whether any article has a vector."""
    return connection.scalar(select(meanings.c.number).limit(1)) is not None


def missing(connection: Connection, below: int | None, most: int) -> list[int]:
    """The English articles outside the trash that have no vector, newest first, those under `below`."""
    has = select(meanings.c.article).where(meanings.c.article == articles.c.id).exists()
    english = articles.c.language.is_(None) | (articles.c.language == "en") | articles.c.language.startswith("en-")
    chosen = select(articles.c.id).join(states, states.c.article == articles.c.id)
    chosen = chosen.where(~has, english, states.c.trashed.is_(False), articles.c.words > 0)
    if below is not None:
        chosen = chosen.where(articles.c.id < below)
    return list(connection.scalars(chosen.order_by(articles.c.id.desc()).limit(most)))


def keep(connection: Connection, made: Iterable[tuple[Unmeant, bytes]]) -> None:
    """Keep the vectors of articles that are still what they were when these were worked out."""
    vectors = {each.article: (each.digest, vector) for each, vector in made}
    chosen = select(articles.c.id, articles.c.text_digest).where(among(articles.c.id, vectors))
    for number, digest in connection.execute(chosen).all():
        if vectors[number][0] == digest:
            forget(connection, number)
            connection.execute(insert(meanings).values(article=number, vector=vectors[number][1]))
