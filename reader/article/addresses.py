"""Addresses of the web: what a person typed made one that can be asked, the parts that only track taken out."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from reader.article.errors import UnreadableInput

_TRACKS = re.compile(
    r"utm_\w+|itm_\w+|[a-z]{0,2}fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|igsh|mc_[ce]id|"
    r"_hsenc|_hsmi|mkt_tok|cmpid|ocid|xtor|at_\w+|ns_\w+|__twitter_impression|smid|wt_mc|vero_\w+|oly_\w+_id",
    re.IGNORECASE,
)
"""Parameters that name the way by which a reader came: no site answers otherwise without them."""
_SAYS_WHENCE = re.compile(r"ref|ref_src|referrer|src|source", re.IGNORECASE)
"""Parameters that nearly always do so too: two addresses that differ in nothing else are one, but both are asked as
they are."""
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_BARE = re.compile(r"(?:[\w-]+\.)+[a-z][a-z0-9-]{1,62}(?::\d{1,5})?(?:[/?#][^\s<>\"]*)?", re.IGNORECASE)
MAX_CHARACTERS = 8_000


def is_address(text: str) -> bool:
    """Whether a text that was pasted is an address and nothing else."""
    text = text.strip()
    return len(text) <= MAX_CHARACTERS and (
        _ADDRESS.fullmatch(text) is not None or (text.lower().startswith("www.") and _BARE.fullmatch(text) is not None)
    )


def is_bare_address(text: str) -> bool:
    """Whether a line that was typed is a site's name or an address without its scheme: "example.org/news"."""
    return len(text) <= MAX_CHARACTERS and _BARE.fullmatch(text.strip()) is not None


def typed_address(text: str) -> str:
    """The address that a person typed, whole: with a scheme, without what tracks.

    UnreadableInput where it is none.
    """
    text = text.strip().strip("<>")
    shown = text[:80] or "Nothing"
    if text.lower().startswith(("feed:", "feeds:")):
        text = re.sub(r"^feeds?:(?://)?(?=https?:)", "", text, flags=re.IGNORECASE)
        text = re.sub(r"^feeds?:(?://)?", "https://", text, flags=re.IGNORECASE)
    scheme = re.match(r"([a-z][a-z0-9+.-]*)://", text, re.IGNORECASE)
    if scheme is None and re.fullmatch(r"(?:[\w.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:[/?#]\S*)?", text, re.IGNORECASE):
        text = f"https://{text}"
    elif scheme is None or scheme[1].lower() not in {"http", "https"}:
        raise UnreadableInput(
            f"{shown} is no address of the web; type one like example.org or https://example.org/news."
        )
    try:
        parts = urlsplit(text)
        usable = bool(parts.hostname) and len(text) <= MAX_CHARACTERS and not re.search(r"\s", text)
        _ = parts.port
    except ValueError:
        usable = False
    if not usable:
        raise UnreadableInput(f"{shown} is no address that can be opened; check how it is written.")
    return untracked(text)


def untracked(url: str) -> str:
    """An address without the parameters that only track, without fragment, its host in lower case."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return url
    if ":" in host:
        host = f"[{host}]"
    if port is not None and port != {"http": 80, "https": 443}.get(parts.scheme.lower()):
        host = f"{host}:{port}"
    asked = [pair for pair in parts.query.split("&") if pair and not _TRACKS.fullmatch(unquote(pair.split("=")[0]))]
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._") or "/"
    query = quote("&".join(asked), safe="/%:@!$&'()*+,;=~-._?")
    return urlunsplit((parts.scheme.lower(), host, path, query, ""))


def host_of(url: str) -> str:
    """The host of an address, in lower case; empty where it has none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".").lower()
    except ValueError:
        return ""


def url_key(url: str | None) -> str | None:
    """What is equal for all spellings of an address: no scheme, "www.", tracking, fragment or closing slash."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if not host or parts.scheme not in {"http", "https"}:
        return None
    asked = [
        (name, value)
        for name, value in parse_qsl(parts.query)
        if not _TRACKS.fullmatch(name) and not _SAYS_WHENCE.fullmatch(name)
    ]
    query = f"?{urlencode(sorted(asked))}" if asked else ""
    path = parts.path.rstrip("/")
    # A publisher's front page is no article's own address.
    return f"{host}{path}{query}" if path or query else None
