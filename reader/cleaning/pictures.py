"""The picture that a page declares as its article's, with caption and credit. Its address is kept, and never followed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reader.article import Picture
from reader.cleaning.structured import Object, text_of, unmarked

_CAPTION_NAMES = ("og:image:alt", "twitter:image:alt")
_ADDRESS_NAMES = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def picture_of(linked: Sequence[Object], meta: Mapping[str, list[str]]) -> Picture | None:
    """The lead picture by JSON-LD (schema.org `image`), else by the meta elements; None where none is declared."""
    for found in linked:
        image = found.get("image")
        image = next(iter(image), None) if isinstance(image, list) else image
        if isinstance(image, dict):
            url = text_of(image.get("url")) or text_of(image.get("contentUrl"))
            credit = text_of(image.get("creditText")) or text_of(image.get("copyrightNotice"))
            picture = Picture(_address(url), text_of(image.get("caption")), credit)
        else:
            picture = Picture(_address(text_of(image)))
        if picture.url:
            return Picture(picture.url, picture.caption or _first(meta, _CAPTION_NAMES), picture.credit)
    url = next((url for name in _ADDRESS_NAMES for said in meta.get(name, []) if (url := _address(said))), None)
    return Picture(url, _first(meta, _CAPTION_NAMES)) if url else None


def _address(text: str | None) -> str | None:
    return text if text and _ADDRESS.fullmatch(text) else None


def _first(meta: Mapping[str, list[str]], names: Sequence[str]) -> str | None:
    return next((unmarked(meta[name][0]) for name in names if name in meta), None)
