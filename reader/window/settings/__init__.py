"""Settings: described in one table, kept in one readable file, applied at once."""

from reader.window.settings.file import SettingsError, settings_path
from reader.window.settings.page import SettingsPage
from reader.window.settings.setting import Setting
from reader.window.settings.settings import Settings
from reader.window.settings.table import SECTIONS, SETTINGS

__all__ = ["SECTIONS", "SETTINGS", "Setting", "Settings", "SettingsError", "SettingsPage", "settings_path"]
