"""The kinds of services that there are, each with what the reader types to add an account."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import dataclass

from reader.accounts.google_reader import GoogleReader
from reader.accounts.karakeep import Karakeep
from reader.accounts.linkding import Linkding
from reader.accounts.miniflux import Miniflux
from reader.accounts.readeck import Readeck
from reader.accounts.readwise import ADDRESS, Readwise
from reader.accounts.service import Credential, Service
from reader.accounts.tiny_tiny_rss import TinyTinyRss
from reader.accounts.wallabag import Wallabag
from reader.accounts.wire import AccountError, Wire
from reader.article import mark, tr
from reader.library import Account

PASSWORD, TOKEN = "password", "token"


@dataclass(frozen=True)
class Kind:
    """A kind of service. `needs` are the secrets that it takes, each with the name by which the reader knows it."""

    id: str
    name: str
    make: Callable[[Wire, Credential], Service]
    needs: tuple[tuple[str, str], ...]
    sentence: str
    user: bool = False
    example: str = "https://reader.example.org"
    address: str = ""
    takes_articles: bool = False


_PASSWORD = ((PASSWORD, mark("Password")),)
_TOKEN = ((TOKEN, mark("Token")),)

KINDS = {
    kind.id: kind
    for kind in (
        Kind(
            "greader", mark("FreshRSS and others (Google Reader API)"), GoogleReader, _PASSWORD,
            mark("Feeds, articles, read, star and labels, both ways. The API has a password of its own, set in the profile there."),
            user=True, example="https://rss.example.org/api/greader.php",
        ),
        Kind(
            "miniflux", mark("Miniflux"), Miniflux, _TOKEN,
            mark("Feeds, articles, read and star, both ways. The key is made there in Settings, API Keys."),
            example="https://miniflux.example.org",
        ),
        Kind(
            "miniflux-password", mark("Miniflux, by name and password"), Miniflux, _PASSWORD,
            mark("Feeds, articles, read and star, both ways. For servers that give no keys to their readers."),
            user=True, example="https://miniflux.example.org",
        ),
        Kind(
            "ttrss", mark("Tiny Tiny RSS"), TinyTinyRss, _PASSWORD,
            mark("Feeds, articles, read and star, both ways. The API is turned on there in Preferences."),
            user=True, example="https://example.org/tt-rss",
        ),
        Kind(
            "wallabag", mark("wallabag"), Wallabag,
            (*_PASSWORD, ("client_id", mark("Client ID")), ("client_secret", mark("Client secret"))),
            mark("Articles, star, archive, tags and annotations, both ways. The client is made there in API clients management."),
            user=True, example="https://wallabag.example.org", takes_articles=True,
        ),
        Kind(
            "readeck", mark("Readeck"), Readeck, _TOKEN,
            mark("Articles, favourites, archive, labels and highlights, both ways. The token is made there in Profile."),
            example="https://readeck.example.org", takes_articles=True,
        ),
        Kind(
            "karakeep", mark("Karakeep"), Karakeep, _TOKEN,
            mark("Bookmarks with their text, favourites, archive, tags and highlights, both ways. The key is made there in Settings, API Keys."),
            example="https://karakeep.example.org", takes_articles=True,
        ),
        Kind(
            "linkding", mark("linkding"), Linkding, _TOKEN,
            mark("Bookmarks with their pages, unread, archive, tags and notes, both ways. The token stands there in Settings, Integrations."),
            example="https://links.example.org", takes_articles=True,
        ),
        Kind(
            "readwise", mark("Readwise"), Readwise, _TOKEN,
            mark("Your highlights and the notes on them go there. The token stands at readwise.io/access_token."),
            address=ADDRESS,
        ),
    )
}  # fmt: skip
"""By what `Account.kind` says."""


def service_of(account: Account, credential: Credential, *, trusted: ssl.SSLContext | None = None) -> Service:
    """The service that an account is with; AccountError where this Verbatim knows no such kind."""
    kind = KINDS.get(account.kind)
    if kind is None:
        raise AccountError(
            tr("This Verbatim knows no accounts of the kind “{kind}”; use a newer one.", kind=account.kind)
        )
    return kind.make(Wire(account.url, trusted=trusted), credential)
