"""The reader's settings: read from one file, kept in it at every change, told to whoever listens at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from reader.window.settings.file import SettingsError, read_file, settings_path, write_file
from reader.window.settings.setting import Setting
from reader.window.settings.table import SETTINGS

T = TypeVar("T")


class Settings(QObject):
    """`changed` carries the key of a setting that has another value now; `not_saved` the sentence that says why.

    A value that is none for its setting counts as not set. A file that is none is put aside before it is written anew.
    """

    changed = Signal(str)
    not_saved = Signal(str)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path or settings_path()
        self.fault: str | None = None
        self._values: dict[str, Any] = {}
        self._damaged = False
        try:
            self._values = read_file(self.path)
        except SettingsError as error:
            self.fault, self._damaged = f"{error} The standard settings are used.", True
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self.read_again)
        self._watch()

    def __getitem__(self, setting: Setting[T]) -> T:
        value = self._values.get(setting.key)
        sound = setting.sound(value) if value is not None else None
        return setting.default if sound is None else sound

    def is_set(self, setting: Setting[Any]) -> bool:
        """Whether it has another value than the standard one."""
        return bool(self[setting] != setting.default)

    def put(self, setting: Setting[T], value: T) -> None:
        """Sets it, applies it and saves it. ValueError for a value that is none of this setting's."""
        sound = setting.sound(value)
        if sound is None:
            raise ValueError(f"{value!r} is no value of {setting.key}")
        before = self[setting]
        if sound == setting.default:
            self._values.pop(setting.key, None)
        else:
            self._values[setting.key] = sound
        if sound != before:
            self.save()
            self.changed.emit(setting.key)

    def follow(self, setting: Setting[T], apply: Callable[[T], object]) -> None:
        """Calls `apply` with the setting's value whenever it has another one."""
        self.changed.connect(lambda key: apply(self[setting]) if key == setting.key else None)

    def reset(self, settings: Iterable[Setting[Any]] = SETTINGS) -> None:
        """Gives settings their standard values."""
        for setting in settings:
            self.put(setting, setting.default)

    def write_to(self, path: Path) -> None:
        """Exports the settings; SettingsError where that cannot be written."""
        write_file(path, SETTINGS, self._values)

    def read_from(self, path: Path) -> int:
        """Imports settings, all others become standard; how many the file sets. SettingsError if it has none."""
        values = read_file(path)
        known = {setting.key: sound for setting in SETTINGS if (sound := _sound(setting, values)) is not None}
        if not known:
            raise SettingsError(f"{path} holds no settings of Verbatim; choose a file that was exported from it.")
        self._take(known)
        self.save()
        return len(known)

    def read_again(self) -> None:
        """Takes up what was changed in the file by hand; a file that cannot be read changes nothing."""
        self._watch()
        try:
            self._take(read_file(self.path))
        except SettingsError as error:
            self.not_saved.emit(f"{error} The settings stay as they were.")

    def _take(self, values: dict[str, Any]) -> None:
        before = {setting.key: self[setting] for setting in SETTINGS}
        self._values = values
        for setting in SETTINGS:
            if self[setting] != before[setting.key]:
                self.changed.emit(setting.key)

    def save(self) -> None:
        """Writes the file; what stands in its way is told."""
        try:
            if self._damaged:
                self.path.replace(self.path.with_name(f"{self.path.name}.damaged"))
                self._damaged = False
            write_file(self.path, SETTINGS, self._values)
        except (SettingsError, OSError) as error:
            self.not_saved.emit(str(error))
        self._watch()

    def _watch(self) -> None:
        if str(self.path) not in self._watcher.files():  # a file that was replaced is another one
            self._watcher.addPath(str(self.path))


def _sound(setting: Setting[Any], values: dict[str, Any]) -> Any:
    return setting.sound(values[setting.key]) if setting.key in values else None
