"""A question as SQL: one expression for the full-text index, as far as it goes, and conditions for the rest.

A question is asked of articles, or of quotations: then its plain words are looked for in what was said and around it,
and what only an article has (its headline, tags, dates) is asked of the article that the quotation stands in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from itertools import count
from typing import Any

from sqlalchemy import Connection, text

from reader.library.grammar.questions import (
    And,
    Dated,
    Having,
    Language,
    Like,
    Named,
    Near,
    Node,
    Not,
    Or,
    Part,
    SaidBy,
    State,
    Tagged,
    Words,
)
from reader.library.grammar.words import folded_words
from reader.library.likeness import alike

MAX_NAMES = 50
_GROUP = (
    "SELECT g.id FROM things g WHERE CASE WHEN g.root > 0 THEN g.root ELSE g.id END IN "
    "(SELECT CASE WHEN t.root > 0 THEN t.root ELSE t.id END FROM things t WHERE t.id IN ({called}))"
)
"""Things with all that the reader made one with them."""
MAX_PARTS = 2_000
"""So many words that have a part in them are looked for; no library of news has more that mean something."""
NOTHING = "0"
_COLUMNS = {"title": "title", "author": "author", "site": "site", "note": "notes", "quote": "said"}
_STATES = {
    "unread": "NOT read",
    "read": "read",
    "bookmarked": "bookmarked",
    "archived": "archived",
    "trashed": "trashed",
}
_HAVING = {
    "note": "SELECT article FROM notes",
    "highlight": "SELECT article FROM highlights",
    "bookmark": "SELECT article FROM passages",
    "tag": "SELECT article FROM article_tags",
    "correction": "SELECT article FROM corrections",
}


class Of(Enum):
    """What a question is asked of: the full-text table that its words are looked for in, and how rows are named."""

    ARTICLES = "search"
    QUOTES = "search_quotes"


@dataclass(frozen=True)
class Where:
    """A compiled question: `match` for the full-text table if there is one, and conditions that rows must meet.

    In the conditions `{article}` stands for the article's number and `{quote}` for the quotation's.
    """

    match: str | None
    conditions: tuple[str, ...]
    values: dict[str, Any] = field(default_factory=dict)


def compiled(connection: Connection, root: Node | None, of: Of) -> Where:
    """`root` as SQL; names and parts of words are looked up in the library."""
    compiler = _Compiler(connection, of)
    parts = root.parts if isinstance(root, And) else () if root is None else (root,)
    wanted, unwanted, rest = [], [], []
    for part in parts:
        if (match := compiler.match(part)) is not None:
            wanted.append(match)
        elif isinstance(part, Not) and (match := compiler.match(part.part)) is not None:
            unwanted.append((part, match))
        else:
            rest.append(part)
    if not wanted:
        rest += [part for part, _ in unwanted]
        unwanted = []
    match = " AND ".join(wanted) or None
    if match and unwanted:
        match = f"({match}) NOT ({' OR '.join(unmatched for _, unmatched in unwanted)})"
    conditions = tuple(compiler.condition(part) for part in rest)
    return Where(match, conditions, compiler.values)


class _Compiler:
    def __init__(self, connection: Connection, of: Of) -> None:
        self.connection, self.of = connection, of
        self.values: dict[str, Any] = {}
        self._numbers = count()

    def bound(self, value: Any) -> str:
        name = f"q{next(self._numbers)}"
        self.values[name] = value
        return f":{name}"

    # ---- What the full-text table of this question can answer by itself

    def match(self, node: Node) -> str | None:
        """The FTS5 expression of a node, None where it takes more than that."""
        match node:
            case And(parts):
                return self._all(parts)
            case Or(parts):
                found = [self.match(part) for part in parts]
                return None if None in found else f"({' OR '.join(filter(None, found))})"
            case Words() | Near():
                return self._here(node.field, expression(node))
            case Part():
                asked = self._here(node.field, "")
                return None if asked is None else self._parts(node)
            case SaidBy(tokens, unfinished) if self.of is Of.QUOTES:
                called = [phrase(tokens, unfinished), *self._other_names(tokens, unfinished)]
                return f"speaker : ({' OR '.join(called)})"
            case _:
                return None

    def _all(self, parts: tuple[Node, ...]) -> str | None:
        wanted = [self.match(part) for part in parts if not isinstance(part, Not)]
        unwanted = [self.match(part.part) for part in parts if isinstance(part, Not)]
        if None in wanted or None in unwanted or not wanted:
            return None
        found = f"({' AND '.join(filter(None, wanted))})"
        return f"({found} NOT ({' OR '.join(filter(None, unwanted))}))" if unwanted else found

    def _here(self, name: str | None, asked: str) -> str | None:
        """An expression for a field's column of this question's table, None where it has none."""
        if self.of is Of.ARTICLES:
            if name is None:
                return asked
            return None if name in {"quote", "about", "site"} else f"{_COLUMNS[name]} : {asked}"
        if name == "about":
            return f"{{around said}} : {asked}"
        return asked if name is None else f"said : {asked}" if name == "quote" else None

    def _parts(self, part: Part) -> str | None:
        found = self.connection.execute(
            text(f"SELECT word FROM search_parts WHERE search_parts MATCH :part LIMIT {MAX_PARTS}"),
            {"part": f'"{part.letters}"'},
        )
        words = [f'"{word}"' for (word,) in found]
        if not words:
            return None
        return self._here(part.field, f"({' OR '.join(words)})")

    # ---- Conditions

    def condition(self, node: Node) -> str:
        """A node as an SQL condition."""
        match node:
            case And(parts):
                return f"({' AND '.join(self.condition(part) for part in parts)})"
            case Or(parts):
                return f"({' OR '.join(self.condition(part) for part in parts)})"
            case Not(part):
                return f"NOT {self.condition(part)}"
            case Words() | Near() | Part():
                return self._found(node)
            case SaidBy():
                return self._said_by(node)
            case Named():
                return self._named(node)
            case State("sample"):
                return "{article} IN (SELECT id FROM articles WHERE sample = 1)"
            case State(value):
                return f"EXISTS (SELECT 1 FROM states s WHERE s.article = {{article}} AND s.{_STATES[value]})".replace(
                    "s.NOT ", "NOT s."
                )
            case Having("quote") if self.of is Of.QUOTES:
                return "1"
            case Having("quote"):  # nearly all have one: each is asked, rather than all of them listed
                return "EXISTS (SELECT 1 FROM quotes q WHERE q.article = {article})"
            case Having(value):
                return f"{{article}} IN ({_HAVING[value]})"
            case Language(code):
                like = self.bound(f"{code}-%")
                return self._fact(f"(f.language = {self.bound(code)} OR f.language LIKE {like})")
            case Dated():
                return self._dated(node)
            case Like(article):
                return f"{{article}} IN ({', '.join(map(str, alike(self.connection, article)))})"
            case Tagged():
                return self._tagged(node)
        raise TypeError(f"{type(node).__name__} is nothing that can be asked")

    def _fact(self, condition: str) -> str:
        return f"EXISTS (SELECT 1 FROM facts f WHERE f.article = {{article}} AND {condition})"

    def _dated(self, dated: Dated) -> str:
        column = "f.added" if dated.added else "f.day"
        bounds = [
            f"{column} {sign} {self.bound(day.toordinal())}"
            for sign, day in ((">=", dated.start), ("<", dated.end))
            if day is not None
        ]
        return self._fact(" AND ".join(bounds))

    def _tagged(self, tagged: Tagged) -> str:
        from reader.library.deciding import tag_key

        key = tag_key(tagged.name)
        last = "\U0010ffff"
        alike = f"tag = {self.bound(key)} OR (tag >= {self.bound(f'{key}/')} AND tag < {self.bound(f'{key}/{last}')})"
        if tagged.unfinished:
            alike = f"tag >= {self.bound(key)} AND tag < {self.bound(key + last)}"
        return f"{{article}} IN (SELECT article FROM article_tags WHERE {alike})"

    def _named(self, named: Named) -> str:
        called = self._called(named.tokens, named.unfinished)
        return (
            "{article} IN (SELECT article FROM links WHERE thing IN "
            f"({_GROUP.format(called=called)} AND g.kind = {self.bound(named.kind)}))"
        )

    def _called(self, tokens: tuple[str, ...], unfinished: bool) -> str:
        """The things that have a name in which those words stand, as a statement that gives their numbers."""
        said, last = " ".join(tokens), "\U0010ffff"
        begins = f"name >= {self.bound(said)} AND name < {self.bound(said + last)}"
        if not unfinished:
            longer = f"name >= {self.bound(f'{said} ')} AND name < {self.bound(f'{said} {last}')}"
            begins = f"name = {self.bound(said)} OR ({longer})"
        return f"SELECT thing FROM thing_names WHERE {begins}"

    def _other_names(self, tokens: tuple[str, ...], unfinished: bool) -> list[str]:
        """The names under which those that are called so speak elsewhere, because the reader made them one."""
        compiler = _Compiler(self.connection, self.of)
        called = compiler._called(tokens, unfinished)
        asked = f"SELECT DISTINCT g.found_name FROM things g WHERE g.id IN ({_GROUP.format(called=called)}) AND g.quotes + g.root > 0 LIMIT {MAX_NAMES}"
        own = f" {' '.join(tokens)}{'' if unfinished else ' '}"
        names = [folded_words(name) for (name,) in self.connection.execute(text(asked), compiler.values)]
        return [phrase(tuple(name), False) for name in names if name and own not in f" {' '.join(name)} "]

    def _said_by(self, said: SaidBy) -> str:
        """Of articles: that it quotes such a speaker; of quotations: beside what cannot be asked together with it."""
        if self.of is Of.ARTICLES:
            spoken = _Compiler(self.connection, Of.QUOTES).match(said)
            return (
                f"{{article}} IN (SELECT rowid >> 16 FROM search_quotes WHERE search_quotes MATCH {self.bound(spoken)})"
            )
        return (
            f"{{quote}} IN (SELECT rowid FROM search_quotes WHERE search_quotes MATCH {self.bound(self.match(said))})"
        )

    def _found(self, node: Words | Near | Part) -> str:
        """Words that this question's table cannot be asked for together with the others."""
        asked = self.match(node)
        if asked is not None:
            column = "{article}" if self.of is Of.ARTICLES else "{quote}"
            return f"{column} IN (SELECT rowid FROM {self.of.value} WHERE {self.of.value} MATCH {self.bound(asked)})"
        if node.field == "site":
            return self._site(node)
        other = Of.ARTICLES if self.of is Of.QUOTES else Of.QUOTES
        outside = _Compiler(self.connection, other).match(node)
        if outside is None:
            return NOTHING
        row = "rowid" if other is Of.ARTICLES else "rowid >> 16"
        return f"{{article}} IN (SELECT {row} FROM {other.value} WHERE {other.value} MATCH {self.bound(outside)})"

    def _site(self, node: Words | Near | Part) -> str:
        """By the publisher's name, or by whole parts of the address."""
        named = (
            _Compiler(self.connection, Of.ARTICLES)._parts(Part(node.letters, "title"))
            if isinstance(node, Part)
            else expression(node)
        )
        by_name = "0"
        if named is not None:
            asked = self.bound(f"site : {named.removeprefix('title : ')}")
            by_name = f"{{article}} IN (SELECT rowid FROM search WHERE search MATCH {asked})"
        letters = node.letters if isinstance(node, Part) else ".".join(node.tokens)
        open_end = isinstance(node, Part) or (isinstance(node, Words) and node.unfinished)
        start = "%" if isinstance(node, Part) else "%."
        like = self.bound(f"{start}{letters}{'%' if open_end else '.%'}")
        by_address = self._fact(f"'.' || f.host || '.' LIKE {like}")
        return f"({by_name} OR {by_address})"


def expression(node: Words | Near) -> str:
    """Words as FTS5 writes them."""
    if isinstance(node, Near):
        listed = " ".join(phrase((token,), False) for token in node.tokens)
        return f"NEAR({listed}, {node.distance})"
    return phrase(node.tokens, node.unfinished)


def phrase(tokens: tuple[str, ...], unfinished: bool) -> str:
    """Folded words next to each other, as FTS5 writes them."""
    said = " ".join(tokens)
    return f'"{said}" *' if unfinished else f'"{said}"'
