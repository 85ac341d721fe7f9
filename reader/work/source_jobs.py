"""What the worker process for the network's gifts does: every job takes a header and bytes, and gives such back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from reader.article import (
    Capture,
    VerbatimError,
    article_record,
    facts_record,
    feed_record,
    imported_record,
    outline_record,
)
from reader.work.messages import Header


def _feed(header: Header, body: bytes) -> tuple[Header, bytes]:
    from reader.intake.feeds import parsed_feed

    return {"feed": feed_record(parsed_feed(body, header["url"], header["type"]))}, b""


def _page(header: Header, body: bytes) -> tuple[Header, bytes]:
    """What a page says beside its article, and the article, or the sentence that says why there is none."""
    from reader.intake.pages import looked_at

    capture = _capture(header, body)
    facts = looked_at(body, header["url"], capture.encoding) if capture.media_type == "text/html" else None
    answer: Header = {"facts": facts and facts_record(facts)}
    try:
        answer |= _article(header, body)[0]
    except VerbatimError as error:
        answer["none"] = str(error)
    return answer, b""


def _article(header: Header, body: bytes) -> tuple[Header, bytes]:
    from reader.cleaning import clean

    return {"article": article_record(clean(_capture(header, body)))}, b""


def _capture(header: Header, body: bytes) -> Capture:
    fields = dict(header["capture"])
    return Capture(content=body, captured_at=datetime.fromisoformat(fields.pop("captured_at")), **fields)


def _opml(_header: Header, body: bytes) -> tuple[Header, bytes]:
    from reader.intake.feeds import parsed_opml

    outlines, left_out = parsed_opml(body)
    return {"outlines": [outline_record(outline) for outline in outlines], "left_out": left_out}, b""


def _export(_header: Header, body: bytes) -> tuple[Header, bytes]:
    from reader.intake.exports import parsed_export

    return {"export": imported_record(parsed_export(body))}, b""


def _texts(_header: Header, body: bytes) -> tuple[Header, bytes]:
    from reader.intake.copy_texts import texts_of

    return {"texts": texts_of(body.decode("utf-8", "replace"))}, b""


def _picture(header: Header, body: bytes) -> tuple[Header, bytes]:
    from reader.intake.pictures import redrawn

    made = redrawn(body, icon=header["icon"])
    return {"media_type": made.media_type, "width": made.width, "height": made.height}, made.content


JOBS: Mapping[str, Callable[[Header, bytes], tuple[Header, bytes]]] = {
    "feed": _feed,
    "page": _page,
    "article": _article,
    "opml": _opml,
    "export": _export,
    "texts": _texts,
    "picture": _picture,
}


def prepare() -> None:
    """Loads what the jobs need before the process shuts itself off from most files."""
    import reader.cleaning
    import reader.intake.copy_texts
    import reader.intake.exports
    import reader.intake.feeds
    import reader.intake.pages
    import reader.intake.pictures  # noqa: F401
