"""A question, or a part of one, as it can be written in the search box."""

from __future__ import annotations

from reader.library.grammar.questions import (
    And,
    Dated,
    Having,
    Language,
    Leaf,
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

_KINDS = {"person": "person", "place": "place", "organisation": "org"}


def written(node: Node) -> str:
    """A text that asks the same as `node`, where nothing is typed after it."""
    match node:
        case And(parts):
            return " ".join(_within(part) if isinstance(part, Or) else written(part) for part in parts)
        case Or(parts):
            return " OR ".join(_within(part) if isinstance(part, And) else written(part) for part in parts)
        case Not(part):
            return f"-{_within(part) if isinstance(part, And | Or | Not) else written(part)}"
        case _:
            return _leaf(node)


def _within(node: Node) -> str:
    return f"({written(node)})"


def _leaf(leaf: Leaf) -> str:
    match leaf:
        case Words(tokens, field, unfinished):
            return _field(field, _phrase(tokens, unfinished))
        case Part(letters, field):
            return _field(field, f"*{letters}*")
        case Near(tokens, distance, field):
            return _field(field, f'"{" ".join(tokens)}"~{distance}')
        case State(value):
            return f"is:{value}"
        case Having(value):
            return f"has:{value}"
        case Language(code):
            return f"lang:{code}"
        case Dated():
            return _dated(leaf)
        case Tagged(name, unfinished):
            return f"tag:{name}*" if unfinished and " " not in name else f'tag:"{name}"'
        case Named(kind, tokens, unfinished):
            return _field(_KINDS[kind], _phrase(tokens, unfinished))
        case Like(article):
            return f"like:{article}"
        case SaidBy(tokens, unfinished):
            return _field("said-by", _phrase(tokens, unfinished))


def _field(name: str | None, value: str) -> str:
    return value if name is None else f"{name}:{value}"


def _phrase(tokens: tuple[str, ...], unfinished: bool) -> str:
    if len(tokens) == 1:
        return f"{tokens[0]}*" if unfinished else tokens[0]
    return f'"{" ".join(tokens)}"'


def _dated(dated: Dated) -> str:
    if dated.added:
        first, last = dated.start, dated.end
        return f"added:{first}..{last}" if first and last else f"added:{first or last}"
    return f"before:{dated.end}" if dated.start is None else f"after:{dated.start}"
