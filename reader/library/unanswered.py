"""Why a question has no answer, and what near it has one."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches

from sqlalchemy import Connection, text

from reader.article import counted, tr
from reader.library import finding, quoting
from reader.library.grammar import And, Node, Question, Words
from reader.library.grammar.writing import written
from reader.library.values import Instead, Query, Unanswered

MOST_PARTS = 5
"""So many parts of a question are looked for alone."""
MOST_ALIKE = 400


def why_nothing(connection: Connection, query: Query, members: str, everywhere: str) -> Unanswered:
    """Why a query has no answer. `members` is the condition of its list, `everywhere` that of all articles."""
    asked = finding.asked_of(query)
    if members != everywhere and (number := _count(connection, asked, asked.root, everywhere)):
        found = counted(number, "{n} answer", "{n} answers")
        return Unanswered(tr("Nothing in this list, but {found} in all articles.", found=found), (), True)
    parts = asked.root.parts if isinstance(asked.root, And) else () if asked.root is None else (asked.root,)
    missing = [part for part in parts[:MOST_PARTS] if not _count(connection, asked, part, everywhere)]
    if len(parts) == 1 or missing:
        names = ", ".join(f"“{written(part)}”" for part in missing or parts)
        instead = [each for part in missing or parts for each in _spelled(connection, asked, part, everywhere)]
        rest = tuple(part for part in parts if part not in missing)
        sentence = tr("Nothing in your library answers {what}.", what=names)
        return Unanswered(sentence, (*instead, *_asked_instead(connection, asked, rest, everywhere)))
    looser = [
        each
        for part in parts[:MOST_PARTS]
        for each in _asked_instead(connection, asked, tuple(p for p in parts if p is not part), everywhere)
    ]
    return Unanswered(tr("Each of these is found, but not together."), tuple(looser))


def _count(connection: Connection, asked: Question, root: Node | None, members: str) -> int:
    return _counted(connection, replace(asked, root=root), members)


def _counted(connection: Connection, asked: Question, members: str) -> int:
    if asked.of_quotes:
        return quoting.count(connection, asked, members)
    return finding.count_of(connection, asked, members)


def _asked_instead(
    connection: Connection, asked: Question, parts: tuple[Node, ...], members: str
) -> tuple[Instead, ...]:
    """The question with those parts alone, where that has answers."""
    if not parts:
        return ()
    node = parts[0] if len(parts) == 1 else And(parts)
    number = _count(connection, asked, node, members)
    return (Instead(written(node), number),) if number else ()


def _spelled(connection: Connection, asked: Question, part: Node, members: str) -> list[Instead]:
    """The question with a word of the library in the place of one that it does not have."""
    if not isinstance(part, Words) or len(part.tokens) != 1 or len(part.tokens[0]) < 4:
        return []
    word = part.tokens[0]
    threes = {word[at : at + 3] for at in range(len(word) - 2)}
    alike = text("SELECT word FROM search_parts WHERE search_parts MATCH :threes ORDER BY rank LIMIT :most")
    asked_for = {"threes": " OR ".join(f'"{three}"' for three in sorted(threes)), "most": MOST_ALIKE}
    known = [found for (found,) in connection.execute(alike, asked_for) if abs(len(found) - len(word)) < 3]
    made = []
    for near in get_close_matches(word, known, 2, 0.75):
        other: Node = replace(part, tokens=(near,), unfinished=False)
        if isinstance(asked.root, And):
            other = And(tuple(other if each is part else each for each in asked.root.parts))
        if number := _count(connection, asked, other, members):
            made.append(Instead(written(other), number))
    return made
