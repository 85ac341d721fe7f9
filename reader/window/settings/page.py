"""The page of settings: a search field, every setting with its sentence, applied as it is changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.article import counted, tr
from reader.window.dialog_buttons import close_button
from reader.window.search_field import SearchField
from reader.window.settings.file import SettingsError
from reader.window.settings.setting import Setting
from reader.window.settings.settings import Settings
from reader.window.settings.table import FACE, SECTIONS, SETTINGS
from reader.window.theme import FACES, NEAR, SPACE

SUFFIX = ".toml"
STEP = 0.05


class SettingsPage(QDialog):
    """Shows the settings and stays open beside the window; `change_keys` opens the page of keys."""

    def __init__(self, settings: Settings, change_keys: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(tr("Settings"))
        self.resize(640, 640)
        self.field = SearchField(tr("Search the settings"), tr("Search the settings"), self)
        self.field.textChanged.connect(self.search)
        self.rows = {setting.key: Row(setting, settings, self) for setting in SETTINGS if setting.name}
        self.headings: dict[str, QLabel] = {}
        self.keys_button = QPushButton(tr("Change keys…"), self)
        self.keys_button.clicked.connect(change_keys)
        self.nothing = QLabel(tr("No setting has these words."), self)
        self.nothing.setObjectName("empty")
        self.nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 4 * SPACE)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(self.field)
        layout.addWidget(self._scrolled(), 1)
        layout.addLayout(self._buttons())
        settings.changed.connect(self._changed)

    def _scrolled(self) -> QScrollArea:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setSpacing(3 * SPACE)
        for section, name in SECTIONS.items():
            heading = self.headings[section] = QLabel(tr(name), inside)
            heading.setObjectName("heading")
            column.addWidget(heading)
            for row in self.rows.values():
                if row.setting.section == section:
                    column.addWidget(row)
            if section == "keys":
                column.addWidget(self.keys_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.nothing)
        column.addStretch()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _buttons(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        for name, do in (
            (tr("Import…"), self.import_settings),
            (tr("Export…"), self.export_settings),
            (tr("Show file"), self.show_file),
            (tr("Reset all"), self.reset_all),
        ):
            button = QPushButton(name, self)
            button.setAutoDefault(False)
            button.clicked.connect(do)
            bar.addWidget(button)
        bar.addStretch()
        bar.addWidget(close_button(self))
        return bar

    def search(self, words: str) -> None:
        """Shows the settings whose name, sentence, section or choices have all the words."""
        wanted = words.casefold().split()
        shown: set[str] = set()
        for row in self.rows.values():
            found = all(word in row.words() for word in wanted)
            row.setVisible(found)
            if found:
                shown.add(row.setting.section)
        keys_text = f"{tr('Change keys…')} {tr(SECTIONS['keys'])}".casefold()
        self.keys_button.setVisible(all(word in keys_text for word in wanted))
        for section, heading in self.headings.items():
            heading.setVisible(section in shown or (section == "keys" and not self.keys_button.isHidden()))
        self.nothing.setVisible(not shown and self.keys_button.isHidden())

    def import_settings(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Import settings"), "", _filter())
        if name:
            self._try(lambda: self.imported(Path(name)))

    def imported(self, path: Path) -> None:
        """Takes the settings of a file, and says how many it had. SettingsError if it has none."""
        count = self._settings.read_from(path)
        text = counted(
            count,
            "{n} setting was imported; all others are standard.",
            "{n} settings were imported; all others are standard.",
        )
        QMessageBox.information(self, tr("Import settings"), text)

    def export_settings(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Export settings"), f"verbatim-settings{SUFFIX}", _filter())
        if name:
            self._try(lambda: self._settings.write_to(Path(name)))

    def show_file(self) -> None:
        """Opens the file of settings in the program that the system has for it."""
        self._settings.save()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._settings.path)))

    def reset_all(self) -> None:
        question = tr("Give every setting and every key its standard value?")
        if QMessageBox.question(self, tr("Reset all"), question) == QMessageBox.StandardButton.Yes:
            self._settings.reset()

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except SettingsError as error:
            QMessageBox.warning(self, tr("Settings"), str(error))

    def _changed(self, key: str) -> None:
        if key in self.rows:
            self.rows[key].show_value()


class Row(QWidget):
    """One setting: its name and control in a line, the sentence below, and a way back to the standard."""

    def __init__(self, setting: Setting[Any], settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setting, self._settings = setting, settings
        name = QLabel(tr(setting.name), self)
        sentence = QLabel(tr(setting.sentence), self, wordWrap=True)
        sentence.setObjectName("empty")
        self.control, self._show = _control(setting, self._put, self)
        self.control.setAccessibleName(tr(setting.name))
        self.control.setAccessibleDescription(tr(setting.sentence))
        name.setBuddy(self.control)
        self.back = QPushButton(tr("Reset"), self)
        self.back.setAutoDefault(False)
        self.back.setAccessibleName(tr("Reset: {name}", name=tr(setting.name)))
        self.back.clicked.connect(lambda: settings.put(setting, setting.default))
        line = QHBoxLayout()
        line.addWidget(name)
        line.addStretch()
        line.addWidget(self.back)
        line.addWidget(self.control)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addLayout(line)
        column.addWidget(sentence)
        self.show_value()

    def words(self) -> str:
        """What a search looks for in this row."""
        parts = [self.setting.key, tr(self.setting.name), tr(self.setting.sentence), tr(SECTIONS[self.setting.section])]
        return " ".join([*parts, *(tr(name) for _, name in self.setting.choices)]).casefold()

    def show_value(self) -> None:
        """Shows the value that the setting has now."""
        self.control.blockSignals(True)
        self._show(self._settings[self.setting])
        self.control.blockSignals(False)
        had_focus = self.back.hasFocus()
        self.back.setVisible(self._settings.is_set(self.setting))
        if had_focus and self.back.isHidden():
            self.control.setFocus()

    def _put(self, value: Any) -> None:
        self._settings.put(self.setting, value)


def _control(
    setting: Setting[Any], put: Callable[[Any], None], parent: QWidget
) -> tuple[QWidget, Callable[[Any], None]]:
    """The control for a setting's type, and the function that shows a value in it."""
    if setting.choices:
        return _combo([(value, tr(name)) for value, name in setting.choices], put, parent)
    if setting is FACE:
        return _combo([(face, face) for face in FACES], put, parent, others=True)
    if isinstance(setting.default, bool):
        box = QCheckBox(parent)
        box.toggled.connect(put)
        return box, box.setChecked
    if isinstance(setting.default, float):
        share = QDoubleSpinBox(parent, singleStep=STEP, decimals=2)
        share.lineEdit().setTextMargins(NEAR, 0, 0, 0)  # a style sheet cannot
        share.setRange(*(setting.bounds or (0.0, 1.0)))
        share.valueChanged.connect(lambda value: put(round(value, 2)))
        return share, share.setValue
    if isinstance(setting.default, int):
        number = QSpinBox(parent)
        number.lineEdit().setTextMargins(NEAR, 0, 0, 0)
        least, most = setting.bounds or (0, 1_000_000)
        number.setRange(int(least), int(most))
        number.setSingleStep(25 if most - least >= 100 else 1)
        number.valueChanged.connect(put)
        return number, number.setValue
    line = QLineEdit(parent)
    line.editingFinished.connect(lambda: put(line.text()))
    return line, line.setText


def _combo(
    choices: list[tuple[Any, str]], put: Callable[[Any], None], parent: QWidget, *, others: bool = False
) -> tuple[QWidget, Callable[[Any], None]]:
    """A list to choose from; with `others`, a value that is not in it is added as it is."""
    combo = QComboBox(parent)
    for value, name in choices:
        combo.addItem(name, value)
    values = [value for value, _ in choices]

    def show(value: Any) -> None:
        if value not in values and others:
            values.append(value)
            combo.addItem(str(value), value)
        combo.setCurrentIndex(values.index(value))

    combo.currentIndexChanged.connect(lambda at: put(values[at]))
    return combo, show


def _filter() -> str:
    return f"{tr('Settings')} (*{SUFFIX});;{tr('All files')} (*)"
