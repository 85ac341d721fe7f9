"""How two sides agree on an article's marks: each field by itself, and each tag, goes where it was changed last.

A side has changed what differs from what both had last. A mark is set or not, so that two sides which both changed it
have set it alike, and nothing is ever decided against anyone.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reader.library.account_values import Marks
from reader.library.deciding import tag_key

FIELDS = ("read", "bookmarked", "archived")
_PARTED = re.compile(r"[\s,]+")


def agreed(base: Marks, here: Marks, there: Marks) -> tuple[Marks, Marks]:
    """What `here` is to become, and the new base: what `there` says now. What is still to be sent differs from it."""
    wanted = here
    for field in FIELDS:
        was, is_there = getattr(base, field), getattr(there, field)
        if is_there is not None and is_there != (was or False):
            wanted = replace(wanted, **{field: is_there})
    if there.tags is not None:
        wanted = replace(wanted, tags=_tags(base.tags or frozenset(), here.tags or frozenset(), there.tags))
    return wanted, there


def differing(base: Marks, here: Marks) -> bool:
    """Whether something waits to be sent: `here` says something else of what the service knows."""
    for field in FIELDS:
        was = getattr(base, field)
        if was is not None and getattr(here, field) != was:
            return True
    return base.tags is not None and _keys(base.tags) != _keys(here.tags or frozenset())


def seen_by(known: Marks, here: Marks) -> Marks:
    """`here` with only what the service knows."""
    return Marks(
        **{field: None if getattr(known, field) is None else getattr(here, field) for field in FIELDS},
        tags=None if known.tags is None else here.tags,
    )


def nothing_said(known: Marks) -> Marks:
    """The base of an article that both sides come to independently: whatever either has set was set since."""
    return Marks(
        **{field: None if getattr(known, field) is None else False for field in FIELDS},
        tags=None if known.tags is None else frozenset(),
    )


def _tags(base: frozenset[str], here: frozenset[str], there: frozenset[str]) -> frozenset[str]:
    was, is_there = _keys(base), _keys(there)
    gone = set(was) - set(is_there)
    new = set(is_there) - set(was) - set(_keys(here))
    kept = {name for key, name in _keys(here).items() if key not in gone}
    return frozenset(kept | {is_there[key] for key in new})


def _keys(tags: frozenset[str]) -> dict[str, str]:
    # Some services have tags of one word: “ferry news” and “ferry-news” are one to all of them.
    return {_PARTED.sub("-", key): name for name in sorted(tags) if (key := tag_key(name))}
