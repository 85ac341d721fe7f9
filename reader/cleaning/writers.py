"""Names of an article's writers out of what pages put where a name belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.cleaning.bylines import NAME

_LEAD = re.compile(
    r"^\W*(?:(?:(?:words|story|article|post|review|guide|analysis|report|text|content|medically|originally)\s+)?"
    r"(?:(?:written|posted|published|submitted|authored|created|reported|contributed|compiled|added)\s+)?by\b\s*:?"
    r"|(?:written|posted)\s+by\s*:?|(?:article\s+)?authors?\s*(?:\(s\))?\s*:|author\s+(?=[A-Z])|von\s+|par\s+|por\s+)\s*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:[|•·–—]|\s\bon\s+behalf\s+of\b|\s-\s|\s\bon\s+(?=\w+\s+\d)|\s\bin$|\s\bat(?:$|\s+(?=\d))|\s\bon$|\s\bin\s+(?=[A-Z])|\s\bon\s+(?=(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*day)|\b(?:last\s+)?(?:updated|published|posted|modified)\b|"
    r"\b(?:\d{1,2}\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,4}\b|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|"
    r"\b\d+\s*(?:min|minute)|\(\s*(?:he|she|they)\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_CREDENTIAL = re.compile(
    r"^(?:(?:[A-Z][A-Za-z]?\.){1,4}|[A-Z][A-Za-z]{0,2}[A-Z]{1,4}®?(?:-[A-Z]+)*|M\.?D\.?|Ph\.?\s?D\.?|Psy\.?D\.?|Ed\.?D\.?|Pharm\.?D\.?|"
    r"Esq\.?|Jr\.?|Sr\.?|I{2,3}|IV|[A-Z]{2,6}®?(?:[\s-][A-Z]{1,5})*)\*?$"
)
_ROLE = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|columnist|critic|contributor|producer|journalist|bureau|chief|officer|"
    r"director|manager|expert|specialist|analyst|attorney|dietitian|president|founder|ceo|professor|representative|"
    r"dermatologist|physician|head\s+of|vice|lead|consultant|researcher|author|freelance\w*|extension|for\s+the)\b",
    re.IGNORECASE,
)
_NOT_A_WRITER = re.compile(
    r"^(?:admin|administrator|root|user|guest|unknown|anonymous|none|null|undefined|n/?a|author|authors|by|editor|share|"
    r"written|posted|published|updated|follow|about(?:\s.*)?|view(?:\s.*)?|more(?:\s.*)?|read(?:\s.*)?|all\s+posts.*|"
    r"see\s.*|contact.*|insights\s+from|articles\s+by.*|authors?\s+of.*|all\s+articles.*|updated.*|last\s.*|reading.*|home|blog|news|comments?|reviewed\s+by.*|fact.?check.*|edited\s+by.*|meet\s.*|bio|linkedin|back\s+to\s.*|(?:member\s+)?log(?:\s?in)?|sign\s?(?:in|up)|get\s+started.*|"
    r"twitter|facebook|subscribe.*|save|advertisement|table\s+of\s+contents|\d+\s+(?:comments?|posts?|articles?))$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.|^[@/]|\S+@\S+\.\w+|\.(?:com|net|org|jpg|png|html)/", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:;|\||,\s+(?:and|und|et)\s+|,|\s+(?:and|und|et)\s+|\s+&\s+|\s+\+\s+)\s*")
_WHOLE_NAME = re.compile(NAME)
_COLLECTIVE = re.compile(r"\b(?:Team|Staff|Editors?|News|The)\b")
_LETTER = re.compile(r"[^\W\d_]")
_SMALL = re.compile(r"(?<![\w@./-])[a-zà-öø-ÿ]{3,}(?![\w@/-]|\.\w)")
LONGEST_LABEL_WORDS = 3
LONGEST_NAME_WORDS = 7
LONGEST_VALUE_CHARACTERS = 300


def writers(values: Iterable[str], *, publisher: str | None = None) -> list[str]:
    """The writers that the values name, without titles of office, agencies' addresses and the words around a name.

    Letters after a name ("PhD") stay with it. The publisher's own name is left out where others are named.
    """
    names: list[str] = []
    for value in values:
        for name in _split(value):
            if name.casefold() not in {known.casefold() for known in names}:
                names.append(name)
    others = [name for name in names if not publisher or name.casefold() != publisher.casefold()]
    return others or names


def _split(value: str) -> list[str]:
    text = " ".join(value.split())
    if not text or len(text) > LONGEST_VALUE_CHARACTERS or _ADDRESS.search(text):
        return []
    text = _TAIL.sub("", _LEAD.sub("", text)).strip(" ,.:|*\"'-–—")
    whole = _written(text)
    parts = [part.strip(" *") for part in _JOINT.split(text)]
    people = [part for part in parts if _WHOLE_NAME.fullmatch(part)]
    if len(parts) == 1 or (not people and not any(_CREDENTIAL.match(part) for part in parts[1:])):
        return [whole] if whole else []
    names: list[str] = []
    for part in parts:
        if names and _CREDENTIAL.match(part):
            names[-1] = f"{names[-1]}, {part}"
        elif _ROLE.search(part) and names and not re.search(r"\bteam\b", part, re.IGNORECASE):
            if "," in text:  # what follows an office is the house that it is held in
                break
        elif written := _written(part):
            names.append(written)
    return names


def _written(text: str) -> str | None:
    """A name as printed; None where the text is no name of anybody."""
    text = text.strip(" ,:|*\"'")
    if not _LETTER.search(text) or _NOT_A_WRITER.match(text) or _ADDRESS.search(text):
        return None
    if len(text.split()) > LONGEST_NAME_WORDS or len(text) < 2 or text.endswith(("!", "?", ":")):
        return None
    return text.title() if text.isupper() and len(text.split()) > 1 and len(text) > 6 else text


def small_words(texts: Iterable[str]) -> set[str]:
    """The words that sentences write small: those of a label are among them, those of a name are not."""
    return {word for text in texts if len(text.split()) > LONGEST_LABEL_WORDS for word in _SMALL.findall(text)}


def is_role(text: str) -> bool:
    """Whether a text names an office ("Senior Analyst") and nobody who holds it."""
    return _ROLE.fullmatch(text.rpartition(" ")[2]) is not None


def is_person(name: str) -> bool:
    """Whether a name has the shape of a person's: two to four capitalised words, with or without letters after it."""
    first = name.split(",")[0]
    return _WHOLE_NAME.fullmatch(first) is not None and not _COLLECTIVE.search(first)


def is_named(text: str) -> bool:
    """Whether a text that may be anything has the shape of somebody's name: a person's, a team's, or a word or two."""
    words = text.split()
    return is_person(text) or bool(re.search(r"\bTeam$", text)) or len(words) <= 3 or all(w[0].isupper() for w in words)
