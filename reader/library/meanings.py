"""The vectors that tell what a library's articles are about: which are missing, and keeping those that were worked out."""

from __future__ import annotations

from collections.abc import Iterable

from reader.library import articles, nearness
from reader.library.store import Store
from reader.library.values import Unmeant

AT_ONCE = 16


class Meanings:
    """What is worked out for the search by meaning; for any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def begin(self, version: str) -> None:
        """Go on with the vectors that a model of that version made; those of another are dropped."""
        with self._store.writing(counts=False) as connection:
            nearness.begin(connection, version)

    def missing(self, below: int | None = None, most: int = AT_ONCE) -> list[Unmeant]:
        """English articles outside the trash that have no vector yet, newest first, those numbered under `below`."""
        with self._store.reading() as connection:
            return articles.unmeant(connection, nearness.missing(connection, below, most))

    def keep(self, made: Iterable[tuple[Unmeant, bytes]]) -> None:
        """Keep the vectors of those articles that are still what they were."""
        with self._store.writing(counts=False) as connection:
            nearness.keep(connection, made)

    def drop(self) -> None:
        """Drop all: nothing is found by its meaning any more."""
        with self._store.writing(counts=False) as connection:
            nearness.forget_all(connection)

    def load(self) -> bool:
        """Bring them into memory before they are asked, which takes a moment; whether there are any."""
        with self._store.reading() as connection:
            return nearness.load(connection)

    def are_there(self) -> bool:
        """Whether anything can be found by its meaning."""
        with self._store.reading() as connection:
            return nearness.any_kept(connection)
