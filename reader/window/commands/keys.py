"""Keys: how they are written and printed, which could be typed as text, and which commands clash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from PySide6.QtGui import QKeySequence

from reader.window.commands.command import Command
from reader.window.commands.presets import PRESETS

_TYPED = {"Space", "Del", "Return", "Backspace"}
_PARTIAL = QKeySequence.SequenceMatch.PartialMatch


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


def in_conflict(one: str, other: str) -> bool:
    """Whether two key sequences cannot stand beside each other: they are the same, or one begins the other."""
    a, b = QKeySequence(one), QKeySequence(other)
    return a == b or a.matches(b) == _PARTIAL or b.matches(a) == _PARTIAL


@dataclass(frozen=True)
class Keymap:
    """Which keys each command has: a preset's, and over them the reader's own. `letters` off leaves out those that

    could be typed as text, for readers who speak to their machine or whose screen reader needs the letters.
    """

    preset: str = "Verbatim"
    own: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    letters: bool = True

    def keys(self, command: Command) -> tuple[str, ...]:
        """The keys of a command, the one to be shown first."""
        preset = PRESETS.get(self.preset, {})
        keys = self.own.get(command.id, preset.get(command.id, command.keys))
        return tuple(key for key in keys if portable(key) and (self.letters or not is_letters(key)))


def clashes(commands: Iterable[Command], keymap: Keymap | None = None) -> Iterator[tuple[str, str, str]]:
    """Every pair of commands that want the same keys, or of which one's keys begin the other's: (keys, id, id)."""
    keymap = keymap or Keymap()
    taken: list[tuple[str, str]] = []
    for command in commands:
        for keys in keymap.keys(command):
            normal = portable(keys)
            for other, owner in taken:
                if owner != command.id and in_conflict(normal, other):
                    yield normal, owner, command.id
            taken.append((normal, command.id))
