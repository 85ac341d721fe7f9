"""What changed between two versions of an article, sentence by sentence, as a reader would tell it: quotations first.

White space, the shape of quotation marks, order, and lines that every loading of a page sets anew are no change.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from reader.article.model import Article, Quote, Span

SAME_SENTENCE = 0.55
"""Two sentences that agree so much are one that was altered; less, and one went and another came."""
SAME_QUOTE = 0.6
MAX_COMPARED = 2_500
"""Of a larger rewritten stretch sentences are paired by their place alone."""


class Trivial(NamedTuple):
    """Sentences that say nothing new: the pattern that the whole sentence has, and why they do not count."""

    pattern: re.Pattern[str]
    why: str


def _trivial(pattern: str, why: str) -> Trivial:
    return Trivial(re.compile(pattern, re.IGNORECASE), why)


_TIME = r"[\d:.,/\-\s]*(?:[ap]\.?m\.?|utc|gmt|[bc]es?t|[ecmp][sd]t|\b[a-z]{3,9}\b|\s|\d|[:.,/\-–|·()])*"
TRIVIAL = (
    _trivial(rf"(?:last )?(?:updated|modified|published|posted|edited)\b[\s:]*(?:on |at )?{_TIME}", "a time stamp"),
    _trivial(r"\d+ (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?) ago", "how long ago it was"),
    _trivial(r"(?:\d+ )?(?:min(?:ute)?s?) (?:read|listen)|reading time:? \d+.*", "how long it takes to read"),
    _trivial(r"[\d.,]+[km]?\s*(?:comments?|shares?|likes?|views?|replies|votes?)", "a count that grows"),
    _trivial(r"(?:advertisement|sponsored(?: content)?|promoted|paid (?:post|content)|anzeige|publicité)\W*", "an advert"),
    _trivial(r"(?:sign up|subscribe|register)\b.{0,120}(?:newsletter|inbox|free|today|now|offer).{0,80}", "an advert"),
    _trivial(r"(?:read more|more on this(?: story)?|related(?: stories| articles)?|most read|trending)\b.{0,120}", "a link"),
    _trivial(r"(?:share|save|print|copy link|follow us)(?:\W+(?:share|save|print|email|facebook|twitter|x|whatsapp))*\W*", "a button"),
    _trivial(r"[\W\d_]*", "no words"),
)  # fmt: skip


class DifferenceKind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    ALTERED = "altered"


class What(StrEnum):
    QUOTE = "quotation"
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    SENTENCE = "sentence"


@dataclass(frozen=True)
class Difference:
    """One change. `span` is where `after` stands in the newer text; `speaker` says who is quoted, where that is known."""

    what: What
    kind: DifferenceKind
    before: str = ""
    after: str = ""
    speaker: str = ""
    span: Span | None = None


class _Piece(NamedTuple):
    text: str
    start: int
    key: str


_JOINTS = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[A-ZÀ-ÞА-Я0-9\u0370-\u03ff])|[。！？]+[」』）]*|\n+")
_NO_END = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|sen|rep|gov|gen|col|lt|sgt|st|jr|sr|vs|no|inc|ltd|co|corp|dept|jan|feb|mar|apr|jun|jul|"
    r"aug|sept?|oct|nov|dec|e\.g|i\.e)|\b[A-Z](?:\.[A-Z])*)\.$",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    '“([^“”\n]{2,})(?:”|$)|„([^„“”\n]{2,})(?:[“”]|$)|«([^«»\n]{2,})(?:»|$)|"([^"\n]{2,})(?:"|$)', re.MULTILINE
)
_MARKS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "\u00ad": ""})


def differences(
    older: Article, newer: Article, older_quotes: Sequence[Quote] = (), newer_quotes: Sequence[Quote] = ()
) -> tuple[Difference, ...]:
    """What changed: quotations, headline, standfirst, then sentences in the order of the newer text; empty if nothing did.

    `older_quotes` and `newer_quotes` are what the analysis found in each, if it is known; they name the speakers.
    """
    quotes = _changed(_quotes(older.text), _quotes(newer.text), SAME_QUOTE)
    told = [
        Difference(
            What.QUOTE, kind, before, after, _speaker(after, newer_quotes) or _speaker(before, older_quotes), span
        )
        for kind, before, after, span in quotes
    ]
    told += _of_line(What.HEADLINE, older.title, newer.title)
    told += _of_line(What.STANDFIRST, older.standfirst, newer.standfirst)
    moved_quotes = {key_of(text) for _, before, after, _ in quotes for text in (before, after) if text}
    for kind, before, after, span in _changed(_sentences(older.text), _sentences(newer.text), SAME_SENTENCE):
        if not _only_quotes(before, after, moved_quotes):
            told.append(Difference(What.SENTENCE, kind, before, after, span=span))
    return tuple(told)


def is_changed(older: Article, newer: Article) -> bool:
    """Whether a newer version says anything that the older one does not, or the other way round."""
    return bool(differences(older, newer))


def changes_counted(found: Iterable[Difference]) -> str:
    """The changes counted, for one line: "1 quotation altered, 2 sentences added"."""
    counts: dict[tuple[What, DifferenceKind], int] = {}
    for difference in found:
        counts[difference.what, difference.kind] = counts.get((difference.what, difference.kind), 0) + 1
    return ", ".join(
        f"{what} {kind}" if what in {What.HEADLINE, What.STANDFIRST} else f"{n} {what}{'s' if n != 1 else ''} {kind}"
        for (what, kind), n in counts.items()
    )


def words_changed(before: str, after: str) -> list[tuple[DifferenceKind | None, str]]:
    """An altered sentence word by word: stretches that stayed (None), went or came, in reading order."""
    old, new = re.findall(r"\S+\s*", before), re.findall(r"\S+\s*", after)
    told: list[tuple[DifferenceKind | None, str]] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            told.append((None, "".join(new[k:m])))
            continue
        if i < j:
            told.append((DifferenceKind.REMOVED, "".join(old[i:j])))
        if k < m:
            told.append((DifferenceKind.ADDED, "".join(new[k:m])))
    return told


def key_of(text: str) -> str:
    """What is the same for all ways in which the same words are set."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_MARKS).split()).strip(" \"'.,")


def _sentences(text: str) -> list[_Piece]:
    """The sentences of a text that say something."""
    found: list[_Piece] = []
    start = 0
    for joint in [*_JOINTS.finditer(text), None]:
        end = joint.end() if joint else len(text)
        if joint and _NO_END.search(text[max(0, start) : end]) and "\n" not in joint[0]:
            continue
        piece = text[start:end]
        begins = start + len(piece) - len(piece.lstrip())
        shown = piece.strip()
        if shown and not any(rule.pattern.fullmatch(shown.rstrip(".")) for rule in TRIVIAL):
            found.append(_Piece(shown, begins, key_of(shown)))
        start = end
    return found


def _quotes(text: str) -> list[_Piece]:
    found = []
    for match in _QUOTED.finditer(text):
        group = next(number for number in range(1, 5) if match[number] is not None)
        words = match[group].strip()
        if key_of(words):
            found.append(_Piece(words, match.start(group) + match[group].index(words), key_of(words)))
    return found


_Change = tuple[DifferenceKind, str, str, Span | None]


def _changed(old: list[_Piece], new: list[_Piece], same: float) -> list[_Change]:
    """The pieces that came, went or were altered, in the order of the newer text; moved ones are none of these."""
    gone, come = _without(old, new), _without(new, old)
    told: list[tuple[int, _Change]] = []
    matcher = SequenceMatcher(None, [piece.key for piece in old], [piece.key for piece in new], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        before = [piece for piece in old[i:j] if piece.start in gone]
        after = [piece for piece in new[k:m] if piece.start in come]
        at = new[k].start if k < len(new) else (new[-1].start + 1 if new else 0)
        told += [(at if change[3] is None else change[3].start, change) for change in _paired(before, after, same)]
    return [change for _, change in sorted(told, key=lambda entry: entry[0])]


def _without(pieces: list[_Piece], others: list[_Piece]) -> set[int]:
    """Where the pieces stand that the others lack, counted: one that comes twice and stays once has gone once."""
    left: dict[str, int] = {}
    for piece in others:
        left[piece.key] = left.get(piece.key, 0) + 1
    found = set()
    for piece in pieces:
        if left.get(piece.key, 0):
            left[piece.key] -= 1
        else:
            found.add(piece.start)
    return found


def _paired(before: list[_Piece], after: list[_Piece], same: float) -> list[_Change]:
    alike = _likeness(before, after)
    scored = sorted(
        (
            (score, i, k)
            for i, old in enumerate(before)
            for k, new in enumerate(after)
            if (score := alike(i, k, old.key, new.key)) >= same
        ),
        key=lambda entry: (-entry[0], abs(entry[1] - entry[2])),
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, k in scored:
        if i not in taken and k not in partner:
            partner[k] = i
            taken.add(i)
    changes: list[_Change] = [
        (DifferenceKind.REMOVED, old.text, "", None) for i, old in enumerate(before) if i not in taken
    ]
    for k, new in enumerate(after):
        span = Span(new.start, new.start + len(new.text))
        if k in partner:
            changes.append((DifferenceKind.ALTERED, before[partner[k]].text, new.text, span))
        else:
            changes.append((DifferenceKind.ADDED, "", new.text, span))
    return changes


def _likeness(before: list[_Piece], after: list[_Piece]) -> Callable[[int, int, str, str], float]:
    close_only = len(before) * len(after) > MAX_COMPARED

    def alike(i: int, k: int, old: str, new: str) -> float:
        if close_only and i != k:
            return 0.0
        return SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio()

    return alike


def _of_line(what: What, before: str | None, after: str | None) -> list[Difference]:
    if key_of(before or "") == key_of(after or ""):
        return []
    kind = DifferenceKind.ALTERED if before and after else DifferenceKind.ADDED if after else DifferenceKind.REMOVED
    return [Difference(what, kind, before or "", after or "")]


def _only_quotes(before: str, after: str, told: set[str]) -> bool:
    """Whether a sentence differs in nothing but in quotations that are told of already."""
    quoted = [quote.key for text in (before, after) for quote in _quotes(text)]
    if not quoted or not any(quote in told for quote in quoted):
        return False
    rest = [key_of(_QUOTED.sub(" ", text)) for text in (before, after)]
    if before and after:
        return rest[0] == rest[1]
    return len(rest[0] or rest[1]) <= 3


def _speaker(words: str, quotes: Sequence[Quote]) -> str:
    key = key_of(words)
    if not key:
        return ""
    for quote in quotes:
        held = key_of(quote.text)
        if quote.speaker is not None and held and (key in held or held in key):
            return quote.speaker.name
    return ""
