"""An article with what it was made from, as it travels between replicas: one line of JSON, the bytes, compressed."""

from __future__ import annotations

import json
from datetime import datetime

import zstandard

from reader.article import Article, Capture, LibraryError, article_from, article_record
from reader.library.packing import packed

MAX_BYTES = 200 * 1024 * 1024


def parcel(capture: Capture, article: Article) -> bytes:
    """What is written into a file."""
    head = {
        "capture": {
            "media_type": capture.media_type, "name": capture.name, "how": capture.how, "url": capture.url,
            "captured_at": capture.captured_at.isoformat(), "encoding": capture.encoding, "raw": capture.raw,
        },
        "article": article_record(article),
    }  # fmt: skip
    return packed(json.dumps(head).encode() + b"\n" + capture.content)


def unparcelled(content: bytes) -> tuple[Capture, Article]:
    """What a file holds; LibraryError where it holds no article, or one that is far too large."""
    try:
        with zstandard.ZstdDecompressor().stream_reader(content) as reader:
            whole = reader.read(MAX_BYTES + 1)
        if len(whole) > MAX_BYTES:
            raise ValueError("too large")
        head, _, body = whole.partition(b"\n")
        record = json.loads(head)
        told = record["capture"]
        capture = Capture(
            content=body,
            media_type=str(told["media_type"]),
            name=str(told["name"]),
            how=str(told["how"]),
            captured_at=datetime.fromisoformat(told["captured_at"]),
            url=told["url"],
            encoding=told["encoding"],
            raw=bool(told["raw"]),
        )
        return capture, article_from(record["article"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, zstandard.ZstdError) as error:
        raise LibraryError("A file of another machine holds no article; sync there once more.") from error
