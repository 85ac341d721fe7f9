"""What a reader asks for, as frozen values: what the parser makes of the text in the search box.

Every leaf is asked of one article, or, in a question about quotations, of one quotation in its article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as _field
from datetime import date

from reader.article import Span, VerbatimError


@dataclass(frozen=True)
class Words:
    """Folded words that stand next to each other, in one field or (None) anywhere.

    `unfinished` says that the last one may go on. `plain` says that they were written without quotation marks, stars or
    a field, so that what is near them in meaning may answer too.
    """

    tokens: tuple[str, ...]
    field: str | None = None
    unfinished: bool = False
    plain: bool = _field(default=False, compare=False)


@dataclass(frozen=True)
class Part:
    """Folded letters in the middle of a word."""

    letters: str
    field: str | None = None


@dataclass(frozen=True)
class Near:
    """Folded words, in any order, with at most `distance` others between the first and the last."""

    tokens: tuple[str, ...]
    distance: int
    field: str | None = None


@dataclass(frozen=True)
class State:
    """`is:`"""

    value: str


@dataclass(frozen=True)
class Having:
    """`has:`"""

    value: str


@dataclass(frozen=True)
class Language:
    """`lang:`, as a code of two or three letters."""

    code: str


@dataclass(frozen=True)
class Dated:
    """Published or added on one of the days [start, end); None is open."""

    added: bool
    start: date | None
    end: date | None


@dataclass(frozen=True)
class Tagged:
    """`tag:`; `unfinished` where the name may go on."""

    name: str
    unfinished: bool = False


@dataclass(frozen=True)
class Named:
    """`person:`, `place:`, `org:`: folded words of the name of such a thing."""

    kind: str
    tokens: tuple[str, ...]
    unfinished: bool = False


@dataclass(frozen=True)
class SaidBy:
    """`said-by:`: folded words of the speaker's name."""

    tokens: tuple[str, ...]
    unfinished: bool = False


@dataclass(frozen=True)
class Like:
    """`like:`, with an article's number."""

    article: int


@dataclass(frozen=True)
class And:
    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Or:
    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Not:
    part: Node


Leaf = Words | Part | Near | State | Having | Language | Dated | Tagged | Named | SaidBy | Like
Node = Leaf | And | Or | Not


@dataclass(frozen=True)
class Problem:
    """Why a text is no question: where, in one sentence; `instead` is the text with it put right, where that is known.

    `unfinished` says that going on typing may well put it right.
    """

    span: Span
    sentence: str
    instead: str | None = None
    unfinished: bool = False


@dataclass(frozen=True)
class Question:
    """The text in the search box, read: `root` is None where it asks nothing, or where there is a `problem`."""

    text: str
    root: Node | None
    problem: Problem | None = None

    @property
    def of_quotes(self) -> bool:
        """Whether it is asked of quotations: it has `said-by:`, `about:` or `quote:`."""
        return any(isinstance(leaf, SaidBy) or field_of(leaf) in {"about", "quote"} for leaf in self.leaves())

    def leaves(self, *, wanted: bool = False) -> Iterator[Leaf]:
        """All leaves in order; with `wanted` only those that are to be found, not those that must not be."""
        if self.root is not None:
            yield from leaves_of(self.root, wanted)


class NoQuestion(VerbatimError):  # noqa: N818 - it is what happened
    """A text that cannot be searched for; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.sentence)
        self.problem = problem


def leaves_of(node: Node, wanted: bool = False) -> Iterator[Leaf]:
    """The leaves under a node, in order."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves_of(part, wanted)
        case Not(part):
            if not wanted:
                yield from leaves_of(part)
        case _:
            yield node


def field_of(leaf: Leaf) -> str | None:
    """The field that words are looked for in, None where that is anywhere."""
    return leaf.field if isinstance(leaf, Words | Part | Near) else None
