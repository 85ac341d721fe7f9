"""The library's door to people, organisations and places: lists, pages, and linking what was analysed before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select

from reader.article import EntityKind, LibraryError
from reader.library import analyses
from reader.library.articles import article_of
from reader.library.people import asking, deriving
from reader.library.people.decisions import held
from reader.library.people.echoes import alike, echo_places
from reader.library.people.names import name_key
from reader.library.people.values import Company, Mentioning, Order, SaidQuote, ThingPage, ThingRow
from reader.library.schema import links, said, thing_names, things

if TYPE_CHECKING:
    from reader.library.store import Store


class People:
    """People, organisations and places of an open library, by their numbers in it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(
        self,
        kind: EntityKind | None = EntityKind.PERSON,
        words: str = "",
        order: Order = Order.QUOTES,
        offset: int = 0,
        limit: int = 100,
    ) -> list[ThingRow]:
        """Those of a kind, of the rejected ones where it is None; `words` are the beginning of any word of a name."""
        with self._store.reading() as connection:
            return asking.rows(connection, kind, words, order, offset, limit)

    def count(self, kind: EntityKind | None = EntityKind.PERSON, words: str = "") -> int:
        """How many lines such a list has."""
        with self._store.reading() as connection:
            return asking.count(connection, kind, words)

    def row(self, thing: int) -> ThingRow | None:
        """The line of one, or of the one it was merged into."""
        with self._store.reading() as connection:
            return asking.row_of(connection, thing)

    def named(self, name: str) -> list[ThingRow]:
        """Those of exactly that name, whatever they are; those whose name begins so where there are none."""
        with self._store.reading() as connection:
            keys = sorted({name_key(name, kind) for kind in EntityKind})
            chosen = (
                select(things.c.id, things.c.root)
                .join(thing_names, thing_names.c.thing == things.c.id)
                .where(thing_names.c.name.in_(keys), things.c.hidden.is_(False))
            )
            found = {root or number for number, root in connection.execute(chosen)}
            listed = [row for row in asking.rows_of(connection, found).values() if row.articles]
            exact = [row for row in listed if name_key(row.name, row.kind) in keys]
            if not listed:
                listed = [
                    row for kind in EntityKind for row in asking.rows(connection, kind, name, Order.QUOTES, 0, 20)
                ]
            return sorted(exact or listed, key=lambda row: (-row.quotes, -row.articles))

    def speaker(self, article: int, quote: int) -> int | None:
        """Who gave a quotation of an article, by its place among them; None where it is nobody in particular."""
        with self._store.reading() as connection:
            chosen = select(said.c.thing).where(said.c.article == article, said.c.ordinal == quote)
            thing = connection.scalar(chosen)
            row = None if thing is None else asking.row_of(connection, thing)
            return None if row is None else row.id

    def of_entity(self, article: int, entity: str) -> int | None:
        """What an entity of an article is in the library."""
        with self._store.reading() as connection:
            thing = connection.scalar(select(links.c.thing).where(links.c.article == article, links.c.entity == entity))
            row = None if thing is None else asking.row_of(connection, thing)
            return None if row is None else row.id

    def page(self, thing: int) -> ThingPage:
        """The page of one; LibraryError where it is no longer there."""
        with self._store.reading() as connection:
            row = asking.row_of(connection, thing)
            if row is None:
                raise LibraryError("Nobody in the library goes by this any more; choose another one from the list.")
            named = asking.members(connection, row.id)
            merged = asking.rows_of(connection, named[1:])
            return ThingPage(
                row=row,
                also=asking.aliases(connection, named, row.name),
                merged=tuple(merged.values()),
                roles=asking.roles(connection, named),
                outlets=asking.outlets(connection, named),
                months=asking.months(connection, named),
                offers=asking.offers(connection, named, held(connection)),
            )

    def quotes(self, thing: int, about: int | None = None, offset: int = 0, limit: int = 100) -> list[SaidQuote]:
        """What one said, newest first; with `about`, what mentions that other one."""
        with self._store.reading() as connection:
            speakers, others = self._members(thing, about)
            return asking.quotes(connection, speakers, others, offset, limit)

    def quote_count(self, thing: int, about: int | None = None) -> int:
        """How many quotations there are of `quotes`."""
        with self._store.reading() as connection:
            speakers, others = self._members(thing, about)
            return asking.quote_count(connection, speakers, others)

    def articles(self, thing: int, offset: int = 0, limit: int = 100) -> list[Mentioning]:
        """The articles that mention one, newest first."""
        with self._store.reading() as connection:
            return asking.articles(connection, asking.members(connection, thing), offset, limit)

    def company(self, thing: int) -> tuple[Company, ...]:
        """Who is mentioned with one, and who speaks of whom."""
        with self._store.reading() as connection:
            return asking.company(connection, asking.members(connection, thing))

    def ties(self, thing: int, others: Sequence[int]) -> dict[tuple[int, int], int]:
        """In how many articles that mention one, two of the others stand together; the lower number comes first."""
        with self._store.reading() as connection:
            return asking.ties(connection, asking.members(connection, thing), others)

    def echoes(self, article: int, quote: int) -> list[SaidQuote]:
        """A quotation, and then those of other articles that are like it."""
        with self._store.reading() as connection:
            own = asking.quotes_at(connection, [(article, quote)])
            if not own:
                return []
            others = asking.quotes_at(connection, echo_places(connection, article, quote))
            return [*own, *(other for other in others if alike(own[0].text, other.text))]

    def unlinked(self, limit: int = 1) -> list[int]:
        """Analysed articles that are linked to nobody yet, because an older Verbatim analysed them."""
        with self._store.reading() as connection:
            return deriving.underived(connection, limit)

    def link(self, ids: Sequence[int]) -> None:
        """Link the entities of analysed articles."""
        with self._store.writing(counts=False) as connection:
            for number in ids:
                article = article_of(connection, number)
                analysis = analyses.analysis_of(connection, number, article.text)
                if analysis is not None:
                    deriving.derive(connection, number, article, analysis)

    def _members(self, thing: int, about: int | None) -> tuple[list[int], list[int] | None]:
        with self._store.reading() as connection:
            others = None if about is None else asking.members(connection, about)
            return asking.members(connection, thing), others
