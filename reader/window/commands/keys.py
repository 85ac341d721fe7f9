"""Keys: how they are written and printed, which could be typed as text, and which commands clash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from PySide6.QtGui import QKeySequence

from reader.window.commands.command import Command
from reader.window.commands.presets import PRESETS

_TYPED = {"Space", "Del", "Return", "Backspace"}
STANDARD = "Verbatim"


def is_letters(keys: str) -> bool:
    """Whether a key sequence could be typed as text: no modifier but Shift, no function key."""
    first = keys.split(",")[0].strip() or ","
    parts = first.split("+")
    if any(modifier in parts for modifier in ("Ctrl", "Alt", "Meta")):
        return False
    key = parts[-1] or "+"
    return len(key) == 1 or key in _TYPED


def printed_keys(keys: str) -> str:
    """A key sequence as it stands on this system's keyboards; letters alone in lower case, as they are typed."""
    if is_letters(keys) and "Shift" not in keys and not any(name in keys for name in _TYPED):
        return keys.replace(", ", " ").lower()
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def portable(keys: str) -> str:
    """A key sequence in the one spelling by which two are compared; empty where it is none."""
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
    return "" if "Unknown" in text else text


@cache
def _strokes(keys: str) -> tuple[str, ...]:
    return tuple(portable(keys).split(", "))


def in_conflict(one: str, other: str) -> bool:
    """Whether two key sequences cannot stand beside each other: they are the same, or one begins the other."""
    a, b = _strokes(one), _strokes(other)
    shorter = min(len(a), len(b))
    return a[:shorter] == b[:shorter]


@dataclass(frozen=True)
class Keymap:
    """Which keys each command has: a preset's over the standard ones, and over both the reader's own.

    `letters` off leaves out those that could be typed as text, for readers who speak to their machine or whose screen
    reader needs the letters.
    """

    preset: str = STANDARD
    own: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    letters: bool = True

    def resolved(self, commands: Iterable[Command]) -> dict[str, tuple[str, ...]]:
        """The keys of every command by its id, the one to be shown first.

        What is asked for more closely wins: a key that the reader or the preset gives to one command is taken from the
        others that had it.
        """
        commands = list(commands)
        layers: list[Mapping[str, tuple[str, ...]]] = [
            self.own,
            PRESETS.get(self.preset, {}),
            {command.id: command.keys for command in commands},
        ]
        found: dict[str, tuple[str, ...]] = {}
        taken: dict[str, str] = {}
        for layer in layers:
            fresh = {
                command.id: layer[command.id] for command in commands if command.id in layer and command.id not in found
            }
            for name, keys in fresh.items():
                sound = [key for key in map(portable, keys) if key and (self.letters or not is_letters(key))]
                found[name] = tuple(key for key in sound if not any(in_conflict(key, other) for other in taken))
            taken.update({key: name for name in fresh for key in found[name]})
        return {command.id: found.get(command.id, ()) for command in commands}


def clashes(keys: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
    """Every two commands of which one's keys are, or begin, the other's: (keys, id, id)."""
    pairs = [(key, name) for name, each in keys.items() for key in each]
    for at, (key, name) in enumerate(pairs):
        for other, owner in pairs[:at]:
            if owner != name and in_conflict(key, other):
                yield portable(key), owner, name


def owner_of(key: str, keys: Mapping[str, tuple[str, ...]], besides: str) -> str | None:
    """The id of the command, other than `besides`, that would lose its keys to `key`; None where there is none."""
    return next(
        (name for name, each in keys.items() if name != besides and any(in_conflict(key, k) for k in each)), None
    )
