"""Annotations of one article on both sides: what is done with each, and how it is done here. Nothing is ever lost: what
gives way to a later note stays beside it as a note of its own."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from reader.accounts.service import RemoteMark
from reader.article import Anchor, Article, Span, anchor_of
from reader.library import (
    About,
    AddHighlight,
    AddNote,
    Change,
    DeleteHighlight,
    DeleteNote,
    EditNote,
    KnownMark,
    LocalMark,
    Together,
)

COLOUR = "yellow"


class Verb(StrEnum):
    """What is done with an annotation."""

    NOTHING = "nothing"
    FORGET = "forget"
    ADD_HERE = "add here"
    CHANGE_HERE = "change here"
    DELETE_HERE = "delete here"
    ADD_THERE = "add there"
    CHANGE_THERE = "change there"
    DELETE_THERE = "delete there"
    BOTH = "both"


def verb(known: KnownMark | None, here: LocalMark | None, there: RemoteMark | None, *, asked: bool = True) -> Verb:
    """What is done where `known` is what both sides had last. Without `asked`, the service has said nothing of it.

    A deletion gives way to a change: what one side deleted and the other changed is there again.
    """
    if known is None:
        return Verb.ADD_HERE if here is None else Verb.ADD_THERE if there is None else Verb.BOTH
    if here is not None and known.exact and not here.exact:
        return Verb.NOTHING  # its words are not in the article here: it stands as a note that quotes them
    changed_here = here is not None and here.note != known.note
    changed_there = there is not None and there.note != known.note
    if here is None and there is None:
        return Verb.FORGET if asked else Verb.DELETE_THERE
    if here is None:
        return Verb.ADD_HERE if changed_there else Verb.DELETE_THERE
    if there is None and asked:
        return Verb.ADD_THERE if changed_here else Verb.DELETE_HERE
    if changed_here and changed_there and there is not None and here.note != there.note:
        return Verb.BOTH
    if changed_here == changed_there:
        return Verb.NOTHING
    return Verb.CHANGE_THERE if changed_here else Verb.CHANGE_HERE


def paired(
    known: Sequence[KnownMark], here: Sequence[LocalMark], there: Sequence[RemoteMark]
) -> list[tuple[KnownMark | None, LocalMark | None, RemoteMark | None]]:
    """Each annotation with what it is on either side: by what is known, then by the same words."""
    local, remote = {mark.key: mark for mark in here}, {mark.id: mark for mark in there}
    found: list[tuple[KnownMark | None, LocalMark | None, RemoteMark | None]] = [
        (mark, local.pop(mark.key, None), remote.pop(mark.item, None)) for mark in known
    ]
    by_words = {closed_up(mark.exact): mark for mark in local.values() if mark.exact}
    for mark in remote.values():
        twin = by_words.pop(closed_up(mark.exact), None) if mark.exact else None
        if twin is not None:
            local.pop(twin.key)
        found.append((None, twin, mark))
    return found + [(None, mark, None) for mark in local.values()]


def added(account: str, item: str, article: int, text: str, mark: RemoteMark) -> tuple[Change, str]:
    """What puts an annotation of a service into the library, and the key that it has there."""
    key = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{account} {item} {mark.id}"))
    anchor = anchor_in(text, mark.exact)
    if anchor is None:
        quoted = "\n".join(f"> {line}" for line in mark.exact.splitlines())
        return AddNote(key, article, None, "\n\n".join(part for part in (quoted, mark.note) if part)), key
    steps: list[Change] = [AddHighlight(key, article, anchor, COLOUR)]
    if mark.note:
        steps.append(noted(article, key, anchor, mark.note))
    return Together("Sync", tuple(steps)), key


def noted(article: int, highlight: str, anchor: Anchor, body: str) -> AddNote:
    """A note on a highlight."""
    return AddNote(str(uuid.uuid4()), article, anchor, body, About.HIGHLIGHT, highlight)


def rewritten(article: Article, number: int, here: LocalMark, body: str) -> Change | None:
    """What lets an annotation say `body` here; None where nothing is to be done."""
    if here.note_key:
        return EditNote(here.note_key, body) if body else DeleteNote(here.note_key)
    anchor = anchor_in(article.text, here.exact)
    return noted(number, here.key, anchor, body) if body and anchor is not None else None


def kept_beside(article: Article, number: int, here: LocalMark, body: str) -> Change | None:
    """What keeps a note that gives way to another: a note of its own at the same place."""
    if not body.strip():
        return None
    anchor = anchor_in(article.text, here.exact) if here.exact else None
    if anchor is None:
        return AddNote(str(uuid.uuid4()), number, None, body)
    return noted(number, here.key, anchor, body)


def deleted(here: LocalMark) -> Change:
    """What takes an annotation away here; it can be brought back for as long as the trash keeps."""
    if not here.exact:
        return DeleteNote(here.key)
    steps: list[Change] = [DeleteHighlight(here.key)]
    if here.note_key:
        steps.append(DeleteNote(here.note_key))
    return Together("Sync", tuple(steps))


def anchor_in(text: str, exact: str) -> Anchor | None:
    """Where the words of an annotation stand in a text, blanks aside; None where they do not."""
    at = text.find(exact.strip())
    if at >= 0 and exact.strip():
        return anchor_of(text, Span(at, at + len(exact.strip())))
    # Some services tell of words over several paragraphs without the blanks between these.
    found = re.search(r"\s*".join(map(re.escape, closed_up(exact))), text) if closed_up(exact) else None
    return None if found is None else anchor_of(text, Span(*found.span()))


def closed_up(text: str) -> str:
    """A text without its blanks."""
    return "".join(text.split())


def as_known(mark: RemoteMark, key: str, note: str | None = None) -> KnownMark:
    """What both sides have once they agree."""
    return KnownMark(mark.id, key, mark.exact, mark.note if note is None else note)


def with_note(known: KnownMark, note: str) -> KnownMark:
    return replace(known, note=note)
