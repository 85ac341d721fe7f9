"""Whom the words of a question name."""

from __future__ import annotations

from sqlalchemy import Connection, text

from reader.library.grammar import Named, Question, SaidBy, Words

MOST = 200
_CALLED = (
    "SELECT DISTINCT CASE WHEN t.root > 0 THEN t.root ELSE t.id END FROM thing_names n JOIN things t ON t.id = n.thing "
    "WHERE n.name = :said OR (n.name >= :first AND n.name < :last) LIMIT :most"
)


def things_named(connection: Connection, asked: Question) -> set[int]:
    """The numbers of those that have a name in which the question's words stand.

    Words that follow each other are tried together first: “helena marsh” is one, not all Helenas and all Marshes.
    """
    leaves = list(asked.leaves(wanted=True))
    plain = [leaf for leaf in leaves if isinstance(leaf, Words) and leaf.field is None]
    together = tuple(token for leaf in plain for token in leaf.tokens)
    found: set[int] = set()
    if together:
        found = _called(connection, together, plain[-1].unfinished)
    for leaf in leaves:
        if isinstance(leaf, Named | SaidBy):
            found |= _called(connection, leaf.tokens, leaf.unfinished)
    return found


def _called(connection: Connection, tokens: tuple[str, ...], unfinished: bool) -> set[int]:
    said, last = " ".join(tokens), "\U0010ffff"
    first = said if unfinished else f"{said} "
    values = {"said": said, "first": first, "last": first + last, "most": MOST}
    return set(connection.scalars(text(_CALLED), values))
