"""Rules for articles that arrive: which ones they are for, and what is done with those. Plain values and functions."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace

_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Rule:
    """For articles from `source` (publisher, site or writer) that are about `about` and whose headline has `title`.

    Each condition that is not empty must hold; words with commas between are alternatives. Of a rule without any
    condition nothing comes. `tags` are put on; the others say what else is done.
    """

    name: str
    source: str = ""
    about: str = ""
    title: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    collection: str = ""
    archive: bool = False
    read: bool = False
    bookmark: bool = False
    queue: bool = False
    trash: bool = False
    enabled: bool = True

    @property
    def conditions(self) -> dict[str, str]:
        """The conditions that are not empty."""
        held = {name: getattr(self, name).strip() for name in ("source", "about", "title", "language")}
        return {name: value for name, value in held.items() if value}

    @property
    def sentence(self) -> str:
        """The rule in words: "From Harbour Post and about ferries: tag “boats”, archive"."""
        said = {"source": "from", "about": "about", "title": "headline has", "language": "in"}
        when = " and ".join(f"{said[name]} {value}" for name, value in self.conditions.items()) or "never"
        deeds = [f"tag “{tag}”" for tag in self.tags]
        deeds += [f"put into “{self.collection}”"] if self.collection else []
        told = {
            "queue": "put into the reading queue",
            "bookmark": "bookmark",
            "read": "mark as read",
            "archive": "archive",
        }
        deeds += [words for name, words in {**told, "trash": "delete"}.items() if getattr(self, name)]
        return f"{when[:1].upper()}{when[1:]}: {', '.join(deeds) or 'nothing'}"


@dataclass(frozen=True)
class Facts:
    """What a rule looks at of an article. `about` holds the names in it first, then its text."""

    sources: tuple[str, ...]
    title: str
    names: tuple[str, ...]
    text: str
    language: str = ""


def plain_words(text: str) -> str:
    """`text` as words are compared: without case, accents and signs, with one space between two words."""
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(_SIGNS.sub(" ", text.casefold()).split())


def meets(rule: Rule, facts: Facts) -> bool:
    """Whether a rule is for an article."""
    conditions = rule.conditions
    if not (rule.enabled and conditions):
        return False
    return all(_CHECKS[name](wanted, facts) for name, wanted in conditions.items())


def rule_record(rule: Rule) -> str:
    """A rule as JSON, without its name and state, which have columns of their own."""
    held = asdict(rule)
    del held["name"], held["enabled"]
    return json.dumps(held, ensure_ascii=False, sort_keys=True)


def rule_from(name: str, record: str, enabled: bool) -> Rule:
    """The rule of a `rule_record`; what a newer Verbatim wrote and this one does not know is left out."""
    held = {key: value for key, value in json.loads(record).items() if key in _FIELDS}
    return replace(Rule(name, enabled=enabled), **{**held, "tags": tuple(held.get("tags", ()))})


_FIELDS = {field.name for field in fields(Rule)} - {"name", "enabled"}


def _alternatives(wanted: str) -> list[str]:
    return [plain for part in wanted.split(",") if (plain := _plain(part))]


def _plain(text: str) -> str:
    words = plain_words(text)
    return f" {words} " if words else ""


def _has(wanted: str, texts: Iterable[str]) -> bool:
    plain = [_plain(text) for text in texts]
    return any(words in text for words in _alternatives(wanted) for text in plain)


_CHECKS = {
    "source": lambda wanted, facts: _has(wanted, facts.sources),
    "about": lambda wanted, facts: _has(wanted, facts.names) or _has(wanted, (facts.title, facts.text)),
    "title": lambda wanted, facts: _has(wanted, (facts.title,)),
    "language": lambda wanted, facts: _has(wanted, (facts.language.split("-")[0], facts.language)),
}
