"""The roles that a text gives to people, as printed: "city council leader" before a name, "the leader" after it.

Each comes with its tokens, so that the words which name a source can hold it.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from reader.analysis.lexicon import COURTESY, KIN, ROLES, TITLES
from reader.analysis.names import Name

Stretch = tuple[int, int]
"""First and last token, both included."""

LONGEST_TOKENS = 16
_JOINTS = frozenset({"of", "to", "for", "at", "the", "in", "on", "and", "&", "'s", "’s", "-", "'"})
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "one", "another"})


def is_role(token: Token) -> bool:
    """Whether a word says what a person is or does."""
    word = token.lower_.rstrip(".")
    lemma = token.lemma_.lower()
    last = word.rpartition("-")[2]
    return word in ROLES or lemma in ROLES or last in ROLES or (word in TITLES - COURTESY and token.text[:1].isupper())


def before_name(doc: Doc, name: Name) -> Stretch | None:
    """The role that stands right before a name, without its article; None where there is none.

    It is a run of nouns, adjectives and names that ends in a role, perhaps with "of", "to" or "for" and its noun.
    """
    last = name.first - 1
    if last > 0 and doc[last].text == "." and doc[last - 1].lower_ in COURTESY:
        last -= 1
    while last >= 0 and doc[last].lower_.rstrip(".") in COURTESY:
        last -= 1
    if last < 0 or doc[last].is_punct or doc[last].is_space:
        return None
    first = last
    while first > 0 and last - first < LONGEST_TOKENS and _belongs(doc[first - 1], doc[last]):
        first -= 1
    while first <= last and (doc[first].lower_ in _DETERMINERS | _JOINTS or doc[first].pos_ in {"ADP", "VERB", "AUX"}):
        first += 1
    roles = [i for i in range(first, last + 1) if is_role(doc[i])]
    if not roles or first > last:
        return None
    after = range(roles[-1] + 1, last + 1)
    if after and doc[after[0]].lower_ not in {"of", "to", "for", "at"}:
        return None
    if any(doc[i].pos_ in {"VERB", "AUX", "PRON", "SCONJ"} for i in range(first, last + 1)):
        return None
    if doc[first].lower_ in KIN and first == last:
        return None
    return first, last


def _belongs(token: Token, last: Token) -> bool:
    if token.is_space or token.sent.start != last.sent.start or token.lower_ in {"that", "and", "when", "as", "while"}:
        return False
    if token.lower_ in _JOINTS:
        return token.lower_ not in {"in", "on"}
    return token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} or (token.tag_ in {"VBG", "VBN"} and token.dep_ == "amod")


def before_comma(doc: Doc, name: Name) -> Stretch | None:
    """A role before a name and a comma, with its article: "His barrister, Simon Oduya,"; None where there is none."""
    comma = name.first - 1
    while comma > 0 and doc[comma].lower_.rstrip(".") in COURTESY:
        comma -= 1
    if comma < 1 or doc[comma].text != "," or not (name.last + 1 < len(doc) and doc[name.last + 1].text in {",", "."}):
        return None
    last = comma - 1
    first = last
    while (
        first > 0
        and last - first < LONGEST_TOKENS
        and (_belongs(doc[first - 1], doc[last]) or doc[first - 1].lower_ in _DETERMINERS)
    ):
        first -= 1
        if doc[first].lower_ in _DETERMINERS and doc[first - 1].lower_ not in {"of", "to", "for", "at", "in"}:
            break
    while first <= last and (doc[first].pos_ == "ADP" or doc[first].lower_ in {"and", "of", "to"}):
        first += 1
    if first > last or not any(is_role(doc[i]) for i in range(first, last + 1)) or doc[last].pos_ in {"VERB", "AUX"}:
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
        if token.text in {",", ".", ";", ":", "—", "–", "(", ")", "”", "“", '"'} or token.is_space:
            break
        if (
            token.pos_ in {"AUX", "SCONJ"}
            or (token.pos_ == "VERB" and token.tag_ != "VBG")
            or token.tag_ in {"WP", "WDT"}
        ):
            break
        seen_role = seen_role or is_role(token)
        last += 1
    if not seen_role or last < first or doc[first].pos_ in {"ADP", "ADV", "VERB"}:
        return None
    head_role = next(i for i in range(first, last + 1) if is_role(doc[i]))
    if any(doc[i].lower_ in {"and", "or"} for i in range(first, head_role)):
        return None
    return first, last
