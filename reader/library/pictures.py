"""Pictures of articles, drawn anew by a worker, as files in the library's folder; the database holds whose they are.

They can be fetched again, which is why no backup holds them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select, update

from reader.article import FoundPicture
from reader.library.durable import private_folder, write_whole
from reader.library.packing import storable
from reader.library.schema import pictures
from reader.library.source_values import StoredPicture

FOLDER = "pictures"
_ENDINGS = {"image/png": ".png", "image/jpeg": ".jpg"}


def want(connection: Connection, article: int, found: Sequence[FoundPicture]) -> None:
    """Note which pictures an article has; those that are here already stay."""
    held = {
        row["url"]: row for row in connection.execute(select(pictures).where(pictures.c.article == article)).mappings()
    }
    connection.execute(delete(pictures).where(pictures.c.article == article))
    names = ("file", "media_type", "width", "height")
    for ordinal, picture in enumerate(found):
        former = held.get(storable(picture.url))
        kept = {name: former[name] if former is not None else None for name in names}
        values = {"url": storable(picture.url), "caption": storable(picture.caption), "lead": picture.lead, **kept}
        connection.execute(insert(pictures).values(article=article, ordinal=ordinal, **values))


def missing(connection: Connection, article: int) -> list[tuple[int, str]]:
    """The pictures of an article that are not here yet: each with its number and address."""
    chosen = select(pictures.c.ordinal, pictures.c.url).where(pictures.c.article == article, pictures.c.file.is_(None))
    return [(ordinal, url) for ordinal, url in connection.execute(chosen.order_by(pictures.c.ordinal))]


def lay_down(folder: Path, content: bytes, media_type: str) -> str:
    """Write a picture into the library's folder; its file's name. The same picture lies there once."""
    name = f"{hashlib.sha256(content).hexdigest()[:40]}{_ENDINGS[media_type]}"
    path = folder / FOLDER / name
    if not path.exists():
        private_folder(path.parent)
        write_whole(path, content)
    return name


def store(
    connection: Connection, article: int, ordinal: int, file: str, media_type: str, size: tuple[int, int]
) -> None:
    """Note where a picture of an article lies."""
    chosen = update(pictures).where(pictures.c.article == article, pictures.c.ordinal == ordinal)
    connection.execute(chosen.values(file=file, media_type=media_type, width=size[0], height=size[1]))


def drop(connection: Connection, article: int, ordinal: int) -> None:
    """Forget a picture that cannot be had."""
    connection.execute(delete(pictures).where(pictures.c.article == article, pictures.c.ordinal == ordinal))


def of_article(connection: Connection, folder: Path, article: int) -> tuple[StoredPicture, ...]:
    """The pictures of an article that are here: the one for the whole first, then in the order of the page."""
    chosen = select(pictures).where(pictures.c.article == article, pictures.c.file.is_not(None))
    rows = connection.execute(chosen.order_by(pictures.c.lead.desc(), pictures.c.ordinal)).mappings()
    return tuple(
        StoredPicture(
            path=folder / FOLDER / row["file"],
            media_type=row["media_type"],
            width=row["width"],
            height=row["height"],
            caption=row["caption"],
            lead=row["lead"],
            url=row["url"],
        )
        for row in rows
    )


def sweep(connection: Connection, folder: Path) -> int:
    """Delete the files that no article has any more; how many."""
    held = set(connection.scalars(select(pictures.c.file).where(pictures.c.file.is_not(None))))
    gone = [path for path in (folder / FOLDER).glob("*.*") if path.name not in held]
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone)
