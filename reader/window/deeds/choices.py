"""Deeds on how the window is: its settings and its keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from reader.window.commands import KeysPage, command
from reader.window.deeds.deed import Deed
from reader.window.settings import SettingsPage
from reader.window.settings.table import OWN_KEYS


class Choices(Deed):
    """The pages of settings and of keys; both stay open beside the window while it is used."""

    @command("settings", "File", "Settings…", "See and change every setting, at once", "Ctrl+,")
    def settings(self) -> None:
        page = SettingsPage(self.w.settings, lambda: self.w.registry.run("settings.keys"), self.w)
        self._stand(page, page.field)

    @command("settings.keys", "File", "Change keys…", "Give commands other keys")
    def change_keys(self) -> None:
        settings = self.w.settings
        page = KeysPage(self.w.registry, lambda: settings[OWN_KEYS], lambda own: settings.put(OWN_KEYS, own), self.w)
        self._stand(page, page.field)

    def _stand(self, page: QDialog, first: QWidget) -> None:
        """Shows a page beside the window; one of its kind that is open already gives way to it."""
        for other in self.w.findChildren(type(page)):
            if other is not page:
                other.close()
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.show()
        page.activateWindow()
        first.setFocus()
