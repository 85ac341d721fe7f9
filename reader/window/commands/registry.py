"""Everything a person can do, once: menus, shortcuts, the palette, tool tips and the help page come from here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget


@dataclass(frozen=True)
class Command:
    """`keys` are key sequences in Qt's portable form ("Ctrl+K", "G, U").

    A command of letters alone acts only while a list or the article has the focus, never in a text field. `label`
    gives the menu's text where it changes ("Undo Delete article"); `checked` the state of one that is on or off.
    """

    id: str
    menu: str
    name: str
    description: str
    run: Callable[[], None]
    keys: tuple[str, ...] = ()
    enabled: Callable[[], bool] | None = None
    label: Callable[[], str] | None = None
    checked: Callable[[], bool] | None = None


def is_letters(keys: str) -> bool:
    """Whether a key sequence could be typed as text: no modifier but Shift, no function key."""
    first = keys.split(",")[0].strip()
    parts = first.split("+")
    if any(modifier in parts for modifier in ("Ctrl", "Alt", "Meta")):
        return False
    key = parts[-1] or "+"
    return len(key) == 1 or key in {"Space", "Del", "Return", "Backspace"}


class Registry:
    """The commands of one window, as actions bound to their keys."""

    def __init__(self, window: QWidget, commands: Iterable[Command]) -> None:
        self.commands = list(commands)
        self._actions: dict[str, QAction] = {}
        for command in self.commands:
            action = QAction(command.name, window)
            action.setToolTip(tip(command))
            action.setStatusTip(command.description)
            action.triggered.connect(lambda _checked=False, command=command: self.run(command))
            action.setCheckable(command.checked is not None)
            self._actions[command.id] = action

    def bind(self, window: QWidget, panes: Iterable[QWidget]) -> None:
        """Binds each key: letters in the panes, everything else in the whole window."""
        panes = list(panes)
        for command in self.commands:
            for keys in command.keys:
                action = QAction(window)
                action.setShortcut(QKeySequence(keys))
                action.triggered.connect(lambda _checked=False, command=command: self.run(command))
                if is_letters(keys):
                    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                    for pane in panes:
                        pane.addAction(action)
                else:
                    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
                    window.addAction(action)

    def run(self, command: Command) -> None:
        """Does it, if it can be done now."""
        if command.enabled is None or command.enabled():
            command.run()

    def command(self, name: str) -> Command:
        """The command with an id; KeyError where there is none."""
        return next(command for command in self.commands if command.id == name)

    def fill(self, bar: QMenuBar) -> None:
        """One menu for each that the commands name, in their order; keys are shown, states are asked as it opens."""
        menus: dict[str, QMenu] = {}
        taken: set[str] = set()
        for command in self.commands:
            menu = menus.get(command.menu)
            if menu is None:
                menu = menus[command.menu] = bar.addMenu(_with_access_key(command.menu, taken))
                menu.aboutToShow.connect(self.refresh)
            action = self._actions[command.id]
            menu.addAction(action)
        self.refresh()

    def refresh(self) -> None:
        """Brings texts, states and ticks of the menus up to date."""
        for command in self.commands:
            action = self._actions[command.id]
            shown = printed_keys(command.keys[0]) if command.keys else ""
            name = command.label() if command.label else command.name
            text = name.replace("&", "&&")  # a single one would be taken for the mark of an access key
            action.setText(f"{text}\t{shown}" if shown else text)
            action.setEnabled(command.enabled is None or command.enabled())
            if command.checked is not None:
                action.setChecked(command.checked())


def _with_access_key(name: str, taken: set[str]) -> str:
    """A menu's name with "&" before the first letter that no other menu has: Alt and that letter open it."""
    for at, letter in enumerate(name):
        if letter.isalpha() and letter.lower() not in taken:
            taken.add(letter.lower())
            return f"{name[:at]}&{name[at:]}"
    return name


def tip(command: Command) -> str:
    """A tool tip: what it does and its keys."""
    keys = " or ".join(printed_keys(key) for key in command.keys)
    return f"{command.description} ({keys})" if keys else command.description


def printed_keys(keys: str) -> str:
    """A key sequence as it stands on this system's keyboards; letters alone in lower case, as they are typed."""
    if is_letters(keys) and "Shift" not in keys and "Space" not in keys and "Del" not in keys and "Return" not in keys:
        return keys.replace(", ", " ").lower()
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def clashes(commands: Iterable[Command]) -> Iterator[tuple[str, str, str]]:
    """Every pair of commands that want the same keys: (keys, id, id)."""
    taken: dict[str, str] = {}
    for command in commands:
        for keys in command.keys:
            normal = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
            if normal in taken:
                yield normal, taken[normal], command.id
            taken[normal] = command.id


def matching(commands: Iterable[Command], words: str) -> list[Command]:
    """The commands whose name or description has the typed letters in order, the closest first."""
    scored = []
    for position, command in enumerate(commands):
        score = _score(command.name.lower(), words.lower())
        if score is None:
            deeper = _score(f"{command.name} {command.menu} {command.description}".lower(), words.lower())
            score = None if deeper is None else deeper + 100
        if score is not None:
            scored.append((score, position, command))
    return [command for _, _, command in sorted(scored, key=lambda entry: entry[:2])]


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
