"""Readwise: highlights and the notes on them go there, as of an article. Nothing comes back: it keeps no articles."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from reader.accounts.service import (
    ArticleFacts,
    ChangesAnnotations,
    Credential,
    DeletesAnnotations,
    OverWire,
    Pulled,
    TakesAnnotations,
    WithoutFeeds,
)
from reader.accounts.wire import AccountError, Wire
from reader.article import tr
from reader.library import LocalMark, Marks, Unsent

ADDRESS = "https://readwise.io"
LONGEST_TEXT, LONGEST_TITLE, LONGEST_AUTHOR, LONGEST_URL = 8191, 511, 1024, 2047


class Readwise(OverWire, WithoutFeeds, TakesAnnotations, ChangesAnnotations, DeletesAnnotations):
    """One account, by its access token."""

    knows = Marks()

    def __init__(self, wire: Wire, credential: Credential) -> None:
        super().__init__(wire, credential)
        wire.headers["Authorization"] = f"Token {credential.secrets.get('token', '')}"

    def sign_in(self) -> str:
        if self._wire.get("api/v2/auth/").status != 204:
            raise AccountError(
                tr("{host} answers, but not as such a service; check the address and the kind.", host=self._wire.host)
            )
        return ""

    def pull(self, cursor: str, known: Collection[str]) -> Iterator[Pulled]:  # noqa: ARG002
        return iter(())

    def send(self, changes: Sequence[Unsent]) -> Iterator[str]:
        return iter(change.item for change in changes)

    def add_mark(self, item: str, article: ArticleFacts, mark: LocalMark) -> str:  # noqa: ARG002
        highlight = {
            "text": mark.exact[:LONGEST_TEXT], "title": (article.title or tr("Untitled"))[:LONGEST_TITLE],
            "author": ", ".join(article.authors)[:LONGEST_AUTHOR] or None, "source_type": "verbatim",
            "category": "articles", "source_url": article.url[:LONGEST_URL] or None, "note": mark.note[:LONGEST_TEXT],
            "location": mark.start, "location_type": "order", "highlighted_at": mark.changed.isoformat(),
        }  # fmt: skip
        given = {name: value for name, value in highlight.items() if value not in (None, "")}
        books = self._wire.ask("POST", "api/v2/highlights/", body={"highlights": [given]}).list()
        numbers = [number for book in books for number in book.get("modified_highlights") or []]
        if not numbers:
            raise AccountError(
                tr("{host} took a highlight without saying so; it is sent again next time.", host=self._wire.host)
            )
        return str(numbers[0])

    def change_mark(self, item: str, number: str, article: ArticleFacts, mark: LocalMark) -> None:  # noqa: ARG002
        body = {"text": mark.exact[:LONGEST_TEXT], "note": mark.note[:LONGEST_TEXT]}
        self._wire.ask("PATCH", f"api/v2/highlights/{number}/", body=body, allowed=(404,))

    def delete_mark(self, item: str, number: str) -> None:  # noqa: ARG002
        self._wire.ask("DELETE", f"api/v2/highlights/{number}/", allowed=(404,))
