"""A page pasted whole: which of its lines are the article, by the model, and where its headline and signature stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from reader.article import Reason
from reader.cleaning.boilerplate import boilerplate
from reader.cleaning.datelines import Dated, date_line, first_date
from reader.cleaning.language import language_of
from reader.cleaning.line_model import BODY, DAY, TITLE, WRITER, Array, shares_of
from reader.cleaning.lines import CLOCK, Unit
from reader.cleaning.repeats import repeated
from reader.cleaning.writers import is_person, is_role, writers

LEAST_OTHER_UNITS = 24
"""A text with fewer lines that are not the article is a copied article, not a page: rules are enough for it."""
MOST_UNITS = 10_000
"""No page has so many lines; a book is not read by a model of pages."""
LEAST_BODY_WORDS = 60
"""Where the model finds less, it may have taken an article of short pieces for a page of teasers."""
APART_UNITS, SMALL_SHARE = 12, 0.2
LEAST_POSTS, POSTS_SHARE = 3, 0.25
BODY_SHARE = 0.5
ENOUGH_BODY_SHARE, ENOUGH_BODY_WORDS, ENOUGH_WITHIN = 0.15, 200, 25
"""The body has begun where so much of it, or so many words, stand within so many lines."""
SHARED_WEIGHT, LONG_WEIGHT, LEAST_TITLE_WEIGHT = 2.0, 1.5, -1.5
"""How much it counts for a headline, beside the log of the model's share, that the body speaks of the same and that it
has four words or more; chosen on pages that the model was not trained on."""
AS_GOOD = 0.25
"""Of lines that weigh nearly as much the first is the headline: those below it head its parts."""
TITLE_BELOW = 7
ABOVE_SHARE = 0.03
"""A line right above the likeliest headline is it, and that one the standfirst, where the model gives it so much, it is
the shorter of both and speaks more of what the body does."""
SHORTEST_CONTENT_WORD_CHARACTERS = 4
SIGNATURE_SHARE = 0.12
NEAR_WEIGHT = 0.3
"""So much a byline or date counts beside the headline, whatever the model says of it."""
SURE_SHARE = 0.75
"""A piece apart from the body is of it where it is so likely; and a line names a writer that has not a name's shape."""
SIGNATURE_ABOVE, SIGNATURE_BELOW = 10, 6
"""A signature stands at most so many lines above the headline, or below the first line of the body."""
LONGEST_TITLE_WORDS = 32
LONGEST_SIGNATURE_WORDS = 30
LATIN_SHARE = 0.7
SAMPLE_CHARACTERS = 4000
SMOOTHING = (0.15, 0.7, 0.15)
"""What a line's neighbours say of it counts a little: the body is one piece."""

_BY = re.compile(
    r"(?i:^\W*(?:(?:written|words|posted|story|article|published|text|authored|reported)\s+)?(?:by)?by(?:\b|(?=(?-i:[A-Z])))\s*:?"
    r"|^\W*authors?\s*:|^(?:posted|published|written)\s+on\b.*\bby\b)|^(?i:von|par|por|door|av)\s+(?=[A-Z])"
)
_AFTER_NAME = re.compile(
    r"(?:(?:last\s+)?(?:published|updated|posted|modified)\b|\s+on\s+(?:\w*\d|\w+day\b)|\s+\d+\s+min|\s*[⋅|•·∙]|\s+(?:/|–|—|-)\s|\s\d+\s+comments?\b).*$",
    re.IGNORECASE,
)
_DATE_BEFORE = re.compile(
    r"^\W*(?:(?:posted|published|updated)\W+)?(?:on\W+)?(?:\w+day\W+)?(?:[^\W\d]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th|\.)?\s+[^\W\d]{3,9}\.?),?\s+(?:19|20)\d\d"
    r"(?:,?\s*\d{1,2}:\d\d(?:\s*[ap]m)?)?[\s|•·,–—-]*(?=\w)",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r".{0,12}\b(?:reviewed|edited|fact.?checked|photos?|photograph\w*|image|translated|sponsored|powered|illustrat\w+)\b(?:\s+by)?\W*",
    re.IGNORECASE,
)
_LOWER = re.compile(r"(?<![\w@./-])[a-zà-öø-ÿ]{3,}(?![\w@/-]|\.\w)")
_WORD = re.compile(r"\w+")
_PATH = re.compile(r"\s[/|>›»]\s")
"""Between the steps of the way to a page."""
_UPDATED = re.compile(r"\b(?:updated|modified|amended|reviewed|aktualisiert|mis\s+à\s+jour|actualizado)\b", re.I)
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class WholePage:
    """The numbers of the units that are the article's body, of its headline, and of the lines that sign it."""

    body: tuple[int, ...]
    title: int | None
    signed: tuple[int, ...] = ()
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None


def whole_page(units: Sequence[Unit]) -> WholePage | None:
    """What the lines of a pasted page are; None where the text is no whole page, a live page, or in no script that
    the model knows."""
    if not LEAST_OTHER_UNITS < len(units) <= MOST_UNITS:
        return None
    if _is_live(units):
        return None
    sample = " ".join(unit.text for unit in units if unit.is_prose)[:SAMPLE_CHARACTERS]
    if len(_LATIN.findall(sample)) < LATIN_SHARE * len(_LETTER.findall(sample)) or not sample:
        return None
    shares = shares_of(units, words=language_of(sample) == "en")
    smooth = np.convolve(np.pad(shares[:, BODY], 1, "edge"), SMOOTHING, "valid").astype(np.float32)
    body = _body(units, smooth)
    prose = [at for at in body if units[at].is_prose]
    if len(units) - len(body) < LEAST_OTHER_UNITS or sum(units[at].words for at in prose) < LEAST_BODY_WORDS:
        return None
    start = _start(units, prose)
    title = _title(units, shares, prose, start)
    return _signed(units, shares, tuple(at for at in body if at != title), title, start)


def _body(units: Sequence[Unit], smooth: Array) -> list[int]:
    """The units of the body, without pieces apart from the rest of it that are small and none too sure."""
    pieces: list[list[int]] = []
    for at in np.flatnonzero(smooth > BODY_SHARE).tolist():
        if pieces and at - pieces[-1][-1] <= APART_UNITS:
            pieces[-1].append(at)
        else:
            pieces.append([at])
    words = [sum(units[at].words for at in piece) for piece in pieces]
    sure = [
        sum(units[at].words * float(smooth[at]) for at in piece) / count
        for piece, count in zip(pieces, words, strict=True)
    ]
    kept = zip(pieces, words, sure, strict=True)
    least = SMALL_SHARE * sum(words)
    body = [at for piece, count, share in kept if count >= least or share >= SURE_SHARE for at in piece]
    again = repeated((at, units[at].text) for at in body)
    return [at for at in body if at not in again and not _is_label(units[at])]


def _is_label(unit: Unit) -> bool:
    """Whether a short line is no more than the name of an advertisement, wherever it stands."""
    found = boilerplate(unit.text)
    return not unit.is_prose and found is not None and found.reason is Reason.ADVERT


def _is_live(units: Sequence[Unit]) -> bool:
    """Whether a text is a live page, of short posts under the time: there were too few to train the model on."""
    prose = [at for at, unit in enumerate(units) if unit.is_prose]
    posts = sum(any(CLOCK.match(unit.text) for unit in units[max(0, at - 2) : at]) for at in prose)
    return posts >= max(LEAST_POSTS, POSTS_SHARE * len(prose))


def _start(units: Sequence[Unit], prose: Sequence[int]) -> int:
    """The first line of prose under which much of the body follows at once; stray teasers stand further above."""
    words = sum(units[at].words for at in prose)
    enough = min(ENOUGH_BODY_SHARE * words, ENOUGH_BODY_WORDS)
    for i, at in enumerate(prose):
        following = prose[i : i + ENOUGH_WITHIN]
        if sum(units[other].words for other in following if other < at + ENOUGH_WITHIN) >= enough:
            return at
    return prose[0]


def _title(units: Sequence[Unit], shares: Array, prose: Sequence[int], start: int) -> int | None:
    """The likeliest headline about the top of the body: what the model says, what it speaks of, its length and place."""
    spoken_of = {word for at in prose for word in _content(units[at].text)}

    def shared(at: int) -> float:
        said = _content(units[at].text)
        return sum(word in spoken_of for word in said) / max(1, len(said))

    def weight(at: int) -> float:
        return (
            float(np.log(shares[at, TITLE] + 0.01))
            + SHARED_WEIGHT * shared(at)
            + LONG_WEIGHT * (units[at].words >= 4)
            - 1.0 * (at > start)
            - 2.0 * units[at].is_prose
        )

    fit = [
        at
        for at, unit in enumerate(units[: start + TITLE_BELOW])
        if unit.words <= LONGEST_TITLE_WORDS and boilerplate(unit.text) is None and date_line(unit.text) is None
    ]
    weights = {at: weight(at) for at in fit}
    best = max(weights.values(), default=LEAST_TITLE_WEIGHT)
    found = next((at for at in fit if weights[at] >= max(best - AS_GOOD, LEAST_TITLE_WEIGHT)), None)
    if found is None or (above := found - 1) not in weights:
        return found
    text = units[above].text
    heads = (
        4 <= units[above].words < units[found].words and shares[above, TITLE] >= ABOVE_SHARE and not _PATH.search(text)
    )
    return above if heads and not units[above].is_prose and shared(above) > shared(found) else found


def _content(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if len(word) >= SHORTEST_CONTENT_WORD_CHARACTERS]


def _signed(units: Sequence[Unit], shares: Array, body: tuple[int, ...], title: int | None, first: int) -> WholePage:
    """The page with who wrote it and when: from the likeliest lines, those around the headline before others."""
    top = first if title is None else title
    near = range(max(0, min(top, first) - SIGNATURE_ABOVE), min(len(units), max(top, first) + SIGNATURE_BELOW))
    short = [at for at, unit in enumerate(units) if at != title and unit.words <= LONGEST_SIGNATURE_WORDS]

    def likeliest(kind: int, shown: Callable[[int], bool]) -> list[tuple[int, float]]:
        """The lines that may sign the page, the likeliest first; `shown` are those that look it."""
        weights = {at: float(shares[at, kind]) + (NEAR_WEIGHT if at in near and shown(at) else 0.0) for at in short}
        chosen = (pair for pair in weights.items() if pair[1] >= SIGNATURE_SHARE)
        return sorted(chosen, key=lambda pair: (-pair[1], pair[0]))

    dated, published, modified = _date(units, likeliest(DAY, lambda at: first_date(units[at].text) is not None))
    named, authors = _writers(units, likeliest(WRITER, lambda at: _BY.match(units[at].text) is not None))
    signed = {*dated, *named} - set(body)
    return WholePage(body, title, tuple(sorted(signed)), tuple(authors), published, modified)


def _date(units: Sequence[Unit], likely: Sequence[tuple[int, float]]) -> tuple[list[int], str | None, str | None]:
    """The lines that say when, and the dates of publication and of the last change."""
    used: list[int] = []
    published = modified = None
    for at, _ in likely:
        text = units[at].text
        found = date_line(text)
        if found is None:
            moment = first_date(text)
            found = Dated(modified=moment) if _UPDATED.search(text) else Dated(published=moment)
        if (found.published and not published) or (found.modified and not modified):
            published, modified = published or found.published, modified or found.modified
            used.append(at)
        if published:
            break
    return used, published, modified


def _writers(units: Sequence[Unit], likely: Sequence[tuple[int, float]]) -> tuple[list[int], list[str]]:
    """The lines that say who, and the names that the first of them gives."""
    common = {word for unit in units if unit.words > 3 for word in _LOWER.findall(unit.text)}
    for at, weight in likely:
        text = units[at].text
        led = _BY.search(text)
        if _OF_OTHERS.search(text[: led.end()] if led else text) or (at and _OF_OTHERS.fullmatch(units[at - 1].text)):
            continue
        if led and not text[led.end() :].strip(" :"):
            names = _names(units[at + 1].text) if at + 1 < len(units) else []
            if names:
                return [at, at + 1], names
        elif led:
            names = _names(text[led.end() :])
        else:  # no word of a name is also written small, as those of a label are
            sure = weight >= SURE_SHARE
            names = [name for name in _names(text) if sure or is_person(name)]
            names = [name for name in names if not set(_WORD.findall(name.lower())) & common]
        if names:
            return [at], names
    return [], []


def _names(text: str) -> list[str]:
    """The names that a line gives, without the date and the labels that a page sets close to them."""
    text = _AFTER_NAME.sub("", _DATE_BEFORE.sub("", text))
    return [name for name in writers([text.strip(" ,|•·–—-")]) if not is_role(name) and boilerplate(name) is None]
