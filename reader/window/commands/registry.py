"""The commands of one window: bound to their keys, put into its menus, done when they can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from reader.article import mark, tr
from reader.window.commands.command import Command
from reader.window.commands.finding import matching
from reader.window.commands.keys import Keymap, is_letters, owner_of, printed_keys
from reader.window.commands.menus import groups, in_context_order, in_menu_order, menu_order

_ROLES = {
    "window.quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
    "settings": QAction.MenuRole.PreferencesRole,
}
"""Where macOS has places of its own for a command."""
MENU_NAMES = tuple(map(mark, ("File", "Edit", "Article", "Annotate", "Organise", "Go", "View", "Help", "Theme")))


class Registry(QObject):
    """`do` is what the commands act on; `tell` says a sentence to the reader. `keys_changed` when others are bound,
    `done` with the id of a command that was done."""

    keys_changed = Signal()
    done = Signal(str)

    def __init__(
        self,
        window: QWidget,
        commands: Iterable[Command],
        do: object,
        tell: Callable[[str], None],
        keymap: Keymap | None = None,
    ) -> None:
        super().__init__(window)
        self.commands = in_menu_order(commands)
        self.keymap = keymap or Keymap()
        self._window, self._do, self._tell = window, do, tell
        self._by_id = {command.id: command for command in self.commands}
        self._panes: list[QWidget] = []
        self._keys: dict[str, tuple[str, ...]] = {}
        self._letters: list[QAction] = []
        self._others: list[QAction] = []
        self._actions: dict[str, QAction] = {}
        for command in self.commands:
            action = QAction(tr(command.name), window)
            action.setCheckable(command.checked is not None)
            action.setMenuRole(_ROLES.get(command.id, QAction.MenuRole.NoRole))
            action.triggered.connect(lambda _checked=False, command=command: self.run(command))
            self._actions[command.id] = action
        self._bind()

    # ---- Asking

    def command(self, name: str) -> Command:
        """The command with an id; KeyError where there is none."""
        return self._by_id[name]

    def keys(self, command: Command) -> tuple[str, ...]:
        """The keys that a command has now."""
        return self._keys[command.id]

    def first_key(self, name: str) -> str:
        """The first keys of a command as they are printed; what it is called, where it has none."""
        command = self.command(name)
        keys = self.keys(command)
        return printed_keys(keys[0]) if keys else tr(command.name)

    def owner(self, keys: str, besides: Command) -> Command | None:
        """The other command that would lose its keys to `keys`."""
        name = owner_of(keys, self._keys, besides.id)
        return None if name is None else self.command(name)

    def title(self, command: Command) -> str:
        """A command's name as it is now, in the reader's language."""
        return command.label(self._do) if command.label is not None else tr(command.name)

    def can(self, command: Command) -> bool:
        """Whether what it needs is there."""
        return command.needs.there(self._do)

    def is_on(self, command: Command) -> bool:
        """Whether a command that can be on or off is on."""
        return command.checked is not None and command.checked(self._do)

    def tip(self, command: Command | str) -> str:
        """A tool tip: what it does and its keys."""
        found = self.command(command) if isinstance(command, str) else command
        keys = tr(" or ").join(printed_keys(key) for key in self.keys(found))
        return f"{tr(found.description)} ({keys})" if keys else tr(found.description)

    def matching(self, words: str) -> list[Command]:
        """The commands that a few letters find, the closest first."""
        return matching(self.commands, words, self.title)

    # ---- Doing

    def run(self, command: Command | str) -> None:
        """Does it, if it can be done now; otherwise says what it needs."""
        found = self.command(command) if isinstance(command, str) else command
        if self.can(found):
            found.act(self._do)
            self.done.emit(found.id)
        elif found.needs.missing:
            self._tell(tr(found.needs.missing))

    # ---- Keys

    def attach(self, *panes: QWidget) -> None:
        """Lets the commands' letters act in these panes: lists and texts, not fields to write in."""
        self._panes.extend(panes)
        for pane in panes:
            pane.addActions(self._letters)

    def bind(self, keymap: Keymap) -> None:
        """Gives the commands other keys, at once."""
        self.keymap = keymap
        self._bind()
        self.refresh()
        self.keys_changed.emit()

    def _bind(self) -> None:
        """Letters act in the panes, everything else in the whole window.

        The menus' actions have no keys of their own: one that is off would swallow its key without a word.
        """
        for action in (*self._letters, *self._others):
            action.setShortcuts([])  # it goes later, its keys now
            action.deleteLater()
        self._letters, self._others = [], []
        self._keys = self.keymap.resolved(self.commands)
        for command in self.commands:
            keys = self.keys(command)
            letters = [QKeySequence(key) for key in keys if is_letters(key)]
            others = [QKeySequence(key) for key in keys if not is_letters(key)]
            if letters:
                self._letters.append(self._keyed(command, letters, Qt.ShortcutContext.WidgetWithChildrenShortcut))
            if others:
                self._others.append(self._keyed(command, others, Qt.ShortcutContext.WindowShortcut))
        self._window.addActions(self._others)
        for pane in self._panes:
            pane.addActions(self._letters)

    def _keyed(self, command: Command, keys: list[QKeySequence], context: Qt.ShortcutContext) -> QAction:
        action = QAction(self)
        action.setShortcuts(keys)
        action.setShortcutContext(context)
        action.triggered.connect(lambda: self.run(command))
        return action

    # ---- Menus

    def fill(self, bar: QMenuBar) -> None:
        """One menu for each that the commands name; texts, states and ticks are asked as it opens."""
        taken: set[str] = set()
        for name in menu_order(self.commands):
            menu = bar.addMenu(_with_access_key(tr(name), taken))
            menu.aboutToShow.connect(self.refresh)
            below: dict[str, QMenu] = {}
            for group in groups(name, self.commands):
                menu.addSeparator()
                for command in group:
                    self._put(command, menu, below)
        self.refresh()

    def _put(self, command: Command, menu: QMenu, below: dict[str, QMenu]) -> None:
        path = command.menu.partition("/")[2]
        if path and path not in below:
            below[path] = menu.addMenu(tr(path).replace("&", "&&"))
        (below[path] if path else menu).addAction(self._actions[command.id])

    def context_menu(self, place: str, parent: QWidget) -> QMenu:
        """The menu for a place: its commands that can be done now, parted where their menus part."""
        self.refresh()
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        before = ""
        for command in sorted(self.commands, key=lambda each: in_context_order(each.menu)):
            if place in command.also and self.can(command):
                if before and command.menu != before:
                    menu.addSeparator()
                before = command.menu
                menu.addAction(self._actions[command.id])
        return menu

    def give_context_menu(self, widget: QWidget, place: str) -> None:
        """Lets a widget show the menu of a place, by the mouse's right button or the menu key."""
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        widget.customContextMenuRequested.connect(
            lambda point: self.context_menu(place, widget).popup(widget.mapToGlobal(point))
        )

    def refresh(self) -> None:
        """Brings texts, states and ticks of the menus up to date."""
        for command in self.commands:
            action, keys = self._actions[command.id], self.keys(command)
            text = self.title(command).replace("&", "&&")  # a single one would be taken for an access key's mark
            action.setText(f"{text}\t{printed_keys(keys[0])}" if keys else text)
            action.setToolTip(self.tip(command))
            action.setStatusTip(tr(command.description))
            action.setEnabled(self.can(command))
            if command.checked is not None:
                action.setChecked(self.is_on(command))


def _with_access_key(name: str, taken: set[str]) -> str:
    """A menu's name with "&" before the first letter that no other menu has: Alt and that letter open it."""
    for at, letter in enumerate(name):
        if letter.isalpha() and letter.lower() not in taken:
            taken.add(letter.lower())
            return f"{name[:at]}&{name[at:]}"
    return name
