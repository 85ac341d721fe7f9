"""A reader's own changes to the clean page: a removed piece put back, a block taken out.

They are kept as what they say of the text, not as positions, so that they hold after a new cleaning.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from reader.article.model import Article, Block, BlockKind, Reason, Removed, article_of

BY_READER = "You took this out."
PUT_BACK = "You put this back."


class EditKind(StrEnum):
    RESTORE = "restore"
    REMOVE = "remove"


@dataclass(frozen=True)
class Edit:
    """`kind` of what the reader did to the piece whose whole text is `text`; `occurrence` counts equal ones from 0."""

    kind: EditKind
    text: str
    occurrence: int = 0


def edited(article: Article, edits: tuple[Edit, ...]) -> Article:
    """`article` with the reader's edits made in order; one that finds nothing to work on changes nothing."""
    for edit in edits:
        article = _restored(article, edit) if edit.kind is EditKind.RESTORE else _taken_out(article, edit)
    return article


def _restored(article: Article, edit: Edit) -> Article:
    found = [i for i, piece in enumerate(article.removed) if piece.text == edit.text]
    if edit.occurrence >= len(found):
        return article
    index = found[edit.occurrence]
    piece = article.removed[index]
    at = min(piece.position, len(article.blocks))
    block = piece.was or Block(BlockKind.PARAGRAPH, piece.text, origin=piece.origin, why=PUT_BACK)
    removed = tuple(
        replace(other, position=other.position + 1)
        if other.position > at or (other.position == at and i > index)
        else other
        for i, other in enumerate(article.removed)
        if i != index
    )
    return _rebuilt(article, (*article.blocks[:at], block, *article.blocks[at:]), removed)


def _taken_out(article: Article, edit: Edit) -> Article:
    found = [i for i, block in enumerate(article.blocks) if block.text == edit.text]
    if edit.occurrence >= len(found):
        return article
    at = found[edit.occurrence]
    block = article.blocks[at]
    kept = article.removed
    before = [replace(r) for r in kept if r.position <= at]
    after = [replace(r, position=r.position - 1) for r in kept if r.position > at]
    piece = Removed(Reason.OTHER, block.text, BY_READER, at, block.origin, block)
    return _rebuilt(article, (*article.blocks[:at], *article.blocks[at + 1 :]), (*before, piece, *after))


def _rebuilt(article: Article, blocks: tuple[Block, ...], removed: tuple[Removed, ...]) -> Article:
    built = article_of(blocks, removed)
    return replace(article, text=built.text, blocks=built.blocks, removed=built.removed)
