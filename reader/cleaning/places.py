"""Why a piece of a page is no part of its article: by its words, or by what the elements around it are called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reader.article import Reason
from reader.cleaning.boilerplate import boilerplate
from reader.cleaning.dom import Piece, ancestors


@dataclass(frozen=True)
class Place:
    """A sign in an element's tag, role, class or id that says what stands in it."""

    reason: Reason
    pattern: re.Pattern[str]
    why: str


def _place(reason: Reason, pattern: str, why: str) -> Place:
    return Place(reason, re.compile(pattern, re.IGNORECASE), why)


_PLACES: tuple[Place, ...] = (
    _place(Reason.CONSENT, r"cookie|consent|gdpr|onetrust|didomi|cmp-", "It stands in a consent dialog."),
    _place(Reason.NEWSLETTER, r"newsletter|sign-?up|subscribe-(?:box|form)|mailing", "It stands in a newsletter box."),
    _place(Reason.COMMENTS, r"\bcomments?\b|comment-|disqus|discussion", "It stands among the readers' comments."),
    _place(Reason.REGISTRATION, r"paywall|regwall|registration|login|sign-?in|subscription", "It stands in a registration wall."),
    _place(Reason.SHARING, r"\bshar(?:e|ing)\b|share-|social|addtoany", "It stands in a bar for sharing."),
    _place(Reason.ADVERT, r"\bad(?:s|vert|vertisement)?\b|ad-(?:slot|unit)|sponsor|promo|taboola|outbrain", "It stands in an advertisement."),
    _place(Reason.NAVIGATION, r"^nav$|navigation|\bnav\b|menu|breadcrumb|related|recommend|most-(?:read|popular)|trending|more-(?:on|from)|sidebar|"
           r"read-(?:more|next)|^aside$|\btags?\b|pagination|carousel|teaser", "It stands in a menu or a list of other stories."),
    _place(Reason.FOOTER, r"^footer$|\bfooter\b|copyright|site-info", "It stands in the page's footer."),
    _place(Reason.NAVIGATION, r"^header$|masthead|site-header|banner", "It stands in the page's head."),
)  # fmt: skip
_IN_ARTICLE = re.compile(
    r"^(?:article|main)$|article-?(?:body|content|text)|story-?body|entry-content|post-(?:content|body)", re.I
)
_BIOGRAPHY = re.compile(r"author-?(?:bio|box|info|card)|about-?(?:the-)?author|contributor", re.IGNORECASE)


def reason_of(piece: Piece) -> tuple[Reason, str] | None:
    """Why a piece is no part of an article: its words, or a sign in what it stands in; None where nothing says so."""
    rule = boilerplate(piece.text)
    if rule is not None:
        return rule.reason, rule.why
    for element in ancestors(piece.element):
        cls = element.get("class") or ""
        if _is_of_article(str(element.tag)) or _is_of_article(cls):
            return None
        signs = " ".join([str(element.tag), element.get("role") or "", cls, element.get("id") or ""])
        told = _told_by(signs)
        if told is not None:
            return told
    return None


@lru_cache(maxsize=20_000)
def _is_of_article(sign: str) -> bool:
    return _IN_ARTICLE.search(sign) is not None


@lru_cache(maxsize=20_000)
def _told_by(signs: str) -> tuple[Reason, str] | None:
    """What an element's tag and names say against the text in it."""
    if _BIOGRAPHY.search(signs):
        return Reason.OTHER, "It is about the author."
    for place in _PLACES:
        if any(place.pattern.search(sign) for sign in signs.split()):
            return place.reason, place.why
    return None
