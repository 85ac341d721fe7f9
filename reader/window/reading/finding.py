"""Finding words in a text, whatever their case, also where folding the case makes a text longer ("ß" is "ss")."""

from __future__ import annotations

from reader.article import Span


def places_of(words: str, text: str) -> list[Span]:
    """Every place in `text` where `words` stand, in order, none over another."""
    wanted, folded = words.casefold(), text.casefold()
    if not wanted:
        return []
    if len(folded) == len(text):
        origin: range | list[int] = range(len(text))
    else:
        origin = [i for i, character in enumerate(text) for _ in character.casefold()]
    found: list[Span] = []
    at = folded.find(wanted)
    while at >= 0:
        place = Span(origin[at], origin[at + len(wanted) - 1] + 1)
        if not found or place.start >= found[-1].end:
            found.append(place)
        at = folded.find(wanted, at + len(wanted))
    return found
