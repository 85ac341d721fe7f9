"""The worker process for what comes from the network, as values: a feed, a page with its article, a picture."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.article import (
    FEED_ITEM,
    Article,
    Capture,
    FeedItem,
    FeedPage,
    ImportedLibrary,
    Outline,
    PageFacts,
    article_from,
    facts_from,
    feed_from,
    imported_from,
    outline_from,
    untracked,
)
from reader.intake import read_stream
from reader.work.hand import Hand
from reader.work.messages import Header

if TYPE_CHECKING:
    from reader.intake.web import Got

FEED_S, PAGE_S, DOCUMENT_S, PICTURE_S, EXPORT_S = 15, 15, 60, 10, 180
LONGEST_NAME = 200


@dataclass(frozen=True)
class ReadPage:
    """A page with its facts (none of a PDF), and its article; or `none`, the sentence that says why it has none."""

    facts: PageFacts | None
    article: Article | None
    none: str = ""


class SourceDesk:
    """Asks the worker process; JobFailed, in a sentence, where it comes to nothing. For one thread."""

    def __init__(self) -> None:
        self._hand = Hand("source")

    def feed(self, content: bytes, url: str, content_type: str) -> FeedPage:
        answer, _ = self._hand.ask({"do": "feed", "url": url, "type": content_type}, content, FEED_S)
        return feed_from(answer["feed"])

    def page(self, capture: Capture) -> ReadPage:
        seconds = PAGE_S if capture.media_type.startswith("text/") else DOCUMENT_S
        answer, _ = self._hand.ask(
            {"do": "page", "url": capture.url or "", **_fields(capture)}, capture.content, seconds
        )
        facts, article = answer["facts"], answer.get("article")
        return ReadPage(facts and facts_from(facts), article and article_from(article), answer.get("none", ""))

    def article(self, capture: Capture) -> Article:
        answer, _ = self._hand.ask({"do": "article", **_fields(capture)}, capture.content, PAGE_S)
        return article_from(answer["article"])

    def opml(self, content: bytes) -> tuple[Sequence[Outline], int]:
        answer, _ = self._hand.ask({"do": "opml"}, content, FEED_S)
        return [outline_from(outline) for outline in answer["outlines"]], int(answer["left_out"])

    def export(self, content: bytes) -> ImportedLibrary:
        answer, _ = self._hand.ask({"do": "export"}, content, EXPORT_S)
        return imported_from(answer["export"])

    def texts(self, page: str) -> list[tuple[str, str]]:
        """The texts of a service's own copy of an article, each with the path of its element."""
        answer, _ = self._hand.ask({"do": "texts"}, page.encode("utf-8", "replace"), PAGE_S)
        return [(str(path), str(text)) for path, text in answer["texts"]]

    def picture(self, content: bytes, *, icon: bool = False) -> tuple[bytes, str, tuple[int, int]]:
        answer, made = self._hand.ask({"do": "picture", "icon": icon}, content, PICTURE_S)
        return made, str(answer["media_type"]), (int(answer["width"]), int(answer["height"]))

    def close(self) -> None:
        """Ends the process, whatever it is doing; any thread may call it."""
        self._hand.retire()


def _fields(capture: Capture) -> Header:
    return {
        "capture": {
            "media_type": capture.media_type,
            "name": capture.name,
            "how": capture.how,
            "captured_at": capture.captured_at.isoformat(),
            "url": capture.url,
            "encoding": capture.encoding,
            "raw": capture.raw,
        }
    }


def page_capture(got: Got) -> Capture:
    """A page that came from the network as it is kept; UnreadableInput where it is nothing that can be read."""
    name = got.url.split("://")[-1][:LONGEST_NAME]
    capture = read_stream(got.content, name=name, how="web", url=untracked(got.url))
    if not capture.media_type.startswith("text/"):
        return capture
    kind = "text/html" if got.media_type in {"text/html", "application/xhtml+xml"} else capture.media_type
    return replace(capture, media_type=kind, encoding=got.charset)


def item_capture(item: FeedItem, feed_title: str, language: str | None) -> Capture:
    """An item of a feed as it is kept."""
    said = {
        "feed": feed_title,
        "key": item.key,
        "title": item.title,
        "url": item.url,
        "authors": list(item.authors),
        "published": item.published,
        "updated": item.updated,
        "content": item.content,
        "summary": item.summary,
        "picture": item.picture,
        "language": item.language or language,
    }
    content = json.dumps(said, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
    name = item.title[:LONGEST_NAME] or item.url or item.key[:LONGEST_NAME]
    return Capture(content, FEED_ITEM, name, "feed", datetime.now(UTC), url=item.url)
