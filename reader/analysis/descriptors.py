"""The roles that a text gives to people, as printed: "city council leader" before a name, "the leader" after it.

Each comes with its tokens, so that the words which name a source can hold it.
"""

from __future__ import annotations

from reader.analysis.doc import Doc, Token
from reader.analysis.edges import Name
from reader.analysis.lexicon import COURTESY, KIN, ROLES, TITLES

Stretch = tuple[int, int]
"""First and last token, both included."""

LONGEST_TOKENS = 16
_JOINTS = frozenset({"of", "to", "for", "at", "the", "in", "on", "and", "&", "'s", "’s", "-", "'"})
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "one", "another"})


def is_role(token: Token) -> bool:
    """Whether a word says what a person is or does."""
    word = token.lower.rstrip(".")
    lemma = token.lemma
    last = word.rpartition("-")[2]
    return word in ROLES or lemma in ROLES or last in ROLES or (word in TITLES - COURTESY and token.is_capitalised)


def before_name(doc: Doc, name: Name) -> Stretch | None:
    """The role that stands right before a name, without its article; None where there is none.

    It is a run of nouns, adjectives and names that ends in a role, perhaps with "of", "to" or "for" and its noun.
    """
    last = name.first - 1
    if last > 0 and doc[last].text == "." and doc[last - 1].lower in COURTESY:
        last -= 1
    while last >= 0 and doc[last].lower.rstrip(".") in COURTESY:
        last -= 1
    if last < 0 or doc[last].is_mark or doc[last].is_break:
        return None
    first = last
    while first > 0 and last - first < LONGEST_TOKENS and _belongs(doc[first - 1], doc[last]):
        first -= 1
    while first <= last and (doc[first].lower in _DETERMINERS | _JOINTS or doc[first].pos in {"ADP", "VERB", "AUX"}):
        first += 1
    roles = [i for i in range(first, last + 1) if is_role(doc[i])]
    if not roles or first > last:
        return None
    after = range(roles[-1] + 1, last + 1)
    if after and doc[after[0]].lower not in {"of", "to", "for", "at"}:
        return None
    if any(doc[i].pos in {"VERB", "AUX", "PRON", "SCONJ"} for i in range(first, last + 1)):
        return None
    if doc[first].lower in KIN and first == last:
        return None
    return first, last


def _belongs(token: Token, last: Token) -> bool:
    if token.is_break or token.sentence != last.sentence or token.lower in {"that", "and", "when", "as", "while"}:
        return False
    if token.lower in _JOINTS:
        return token.lower not in {"in", "on"}
    return token.pos in {"NOUN", "PROPN", "ADJ", "NUM"} or token.tag in {"VBG", "VBN"}


def before_comma(doc: Doc, name: Name) -> Stretch | None:
    """A role before a name and a comma, with its article: "His barrister, Simon Oduya,"; None where there is none."""
    comma = name.first - 1
    while comma > 0 and doc[comma].lower.rstrip(".") in COURTESY:
        comma -= 1
    if comma < 1 or doc[comma].text != "," or not (name.last + 1 < len(doc) and doc[name.last + 1].text in {",", "."}):
        return None
    last = comma - 1
    first = last
    while (
        first > 0
        and last - first < LONGEST_TOKENS
        and (_belongs(doc[first - 1], doc[last]) or doc[first - 1].lower in _DETERMINERS)
    ):
        first -= 1
        if doc[first].lower in _DETERMINERS and doc[first - 1].lower not in {"of", "to", "for", "at", "in"}:
            break
    while first <= last and (doc[first].pos == "ADP" or doc[first].lower in {"and", "of", "to"}):
        first += 1
    if first > last or not any(is_role(doc[i]) for i in range(first, last + 1)) or doc[last].pos in {"VERB", "AUX"}:
        return None
    return first, last


def after_name(doc: Doc, name: Name) -> Stretch | None:
    """A role between commas after a name, with its article: "Mr Vane, the club's chairman,"; None where none is."""
    comma = name.last + 1
    if comma + 1 >= len(doc) or doc[comma].text != ",":
        return None
    first = comma + 1
    if doc[first].text.isdigit() and first + 2 < len(doc) and doc[first + 1].text == ",":
        first += 2
    last = first - 1
    seen_role = False
    while last + 1 < len(doc) and last - first < LONGEST_TOKENS:
        token = doc[last + 1]
        if token.text in {",", ".", ";", ":", "—", "–", "(", ")", "”", "“", '"'} or token.is_break:
            break
        if token.pos in {"AUX", "SCONJ"} or (token.pos == "VERB" and token.tag != "VBG") or token.tag in {"WP", "WDT"}:
            break
        seen_role = seen_role or is_role(token)
        last += 1
    if not seen_role or last < first or doc[first].pos in {"ADP", "ADV", "VERB"}:
        return None
    head_role = next(i for i in range(first, last + 1) if is_role(doc[i]))
    if any(doc[i].lower in {"and", "or"} for i in range(first, head_role)):
        return None
    return first, last
