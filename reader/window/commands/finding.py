"""Finding a command by a few letters of its name, as the palette and the page of keys do."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reader.article import tr
from reader.window.commands.command import Command


def matching(commands: Iterable[Command], words: str, named: Callable[[Command], str] | None = None) -> list[Command]:
    """The commands whose name or description has the typed letters in order, the closest first.

    `named` gives a command's name as it is shown; its English one is found too.
    """
    scored = []
    for position, command in enumerate(commands):
        shown = named(command) if named is not None else tr(command.name)
        scores = [_score(name.lower(), words.lower()) for name in dict.fromkeys((shown, command.name))]
        deeper = f"{shown} {tr(command.menu)} {tr(command.description)}".lower()
        deep = _score(deeper, words.lower())
        scores.append(None if deep is None else deep + 100)
        best = min((score for score in scores if score is not None), default=None)
        if best is not None:
            scored.append((best, len(shown), position, command))
    return [command for *_, command in sorted(scored, key=lambda entry: entry[:3])]


def _score(text: str, words: str) -> int | None:
    """How far apart the typed letters stand in a text, 0 for its beginning; None where they do not."""
    at, cost = -1, 0
    for letter in words.replace(" ", ""):
        found = text.find(letter, at + 1)
        if found < 0:
            return None
        begins_word = found == 0 or not text[found - 1].isalnum()
        cost += 0 if found == at + 1 else 1 if begins_word else min(20, found - at)
        at = found
    return cost
