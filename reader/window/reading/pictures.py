"""The pictures of an article as they lie in the library, and where each stands on its page. Nothing is loaded for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QImage, QImageReader

from reader.article import Article, BlockKind
from reader.library import StoredPicture

WIDEST = 1000
"""Pictures between paragraphs are drawn no larger: decoding a large one whole would hold the window up."""
MOST_INSIDE = 12
LEAST_ALIKE = 12
"""A caption of fewer letters says too little to tell a picture by."""


@dataclass(frozen=True)
class Pictures:
    """The lead picture, and others each before the block of the article that is its caption, by the block's index."""

    lead: bytes = b""
    inside: tuple[tuple[int, bytes], ...] = ()


NO_PICTURES = Pictures()


def pictures_of(article: Article, stored: Sequence[StoredPicture]) -> Pictures:
    """Where the stored pictures of an article stand: one that no caption tells the place of is left out."""
    lead = stored[0].content() if stored and stored[0].lead else b""
    captions = {_letters(block.text): at for at, block in enumerate(article.blocks) if block.kind is BlockKind.CAPTION}
    inside: dict[int, bytes] = {}
    for picture in stored:
        caption = _letters(picture.caption)
        if picture.lead or len(caption) < LEAST_ALIKE or len(inside) == MOST_INSIDE:
            continue
        at = next(
            (at for words, at in captions.items() if words.startswith(caption) or caption.startswith(words)), None
        )
        content = picture.content() if at is not None and at not in inside else b""
        if at is not None and content:
            inside[at] = content
    return Pictures(lead, tuple(sorted(inside.items())))


def decoded(content: bytes) -> QImage:
    """A picture that is no wider than the page needs; null where it is none."""
    held = QBuffer()
    held.setData(QByteArray(content))
    held.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(held)
    size = reader.size()
    if size.width() > WIDEST:
        reader.setScaledSize(QSize(WIDEST, max(1, size.height() * WIDEST // size.width())))
    return reader.read()


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
