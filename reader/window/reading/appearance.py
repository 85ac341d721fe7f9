"""The panel in which the reader chooses how pages look: colours, face, size, measure, leading; at once, and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from reader.article import counted, mark, tr
from reader.window.theme import FACES, NEAR, SPACE, WIDE, Reading, Theme, ThemeName
from reader.window.theme.type import BODY_POINTS, INTERFACE, LARGEST, LEADINGS, MEASURES, SMALLEST

WIDTH = 96 * SPACE
THEMES = (
    (ThemeName.SYSTEM, mark("System")),
    (ThemeName.LIGHT, mark("Light")),
    (ThemeName.SEPIA, mark("Sepia")),
    (ThemeName.DARK, mark("Dark")),
    (ThemeName.CONTRAST, mark("Contrast")),
)


class Appearance(QFrame):
    """`theme_chosen` and `reading_chosen` carry what the reader chose; whoever hears them applies and keeps it."""

    theme_chosen = Signal(ThemeName)
    reading_chosen = Signal(Reading)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self._reading = theme.reading
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr("Appearance"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(3 * SPACE)
        layout.addLayout(self._themes())
        self.face = QComboBox(self)
        self.face.setAccessibleName(tr("Face"))
        self.face.addItems(list(dict.fromkeys([*FACES, self._reading.face])))
        self.face.setCurrentText(self._reading.face)
        self.face.currentTextChanged.connect(lambda face: self._choose(face=face))
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setVerticalSpacing(NEAR)
        grid.setColumnStretch(1, 1)
        grid.addWidget(QLabel(tr("Face"), self), 0, 0)
        grid.addWidget(self.face, 0, 1, 1, 2)
        self.size_slider = self._slider(
            grid, tr("Text"), (SMALLEST, LARGEST), self._reading.size, _points, self._set_size
        )
        self.measure = self._slider(
            grid, tr("Measure"), MEASURES, self._reading.measure, _characters, self._set_measure
        )
        leadings = (round(100 * LEADINGS[0]), round(100 * LEADINGS[1]))
        self.leading = self._slider(
            grid, tr("Leading"), leadings, round(100 * self._reading.leading), _times, self._set_leading, step=5
        )
        self.interface = self._slider(
            grid, tr("Window"), INTERFACE, self._reading.interface, _percent, self._set_interface, step=5
        )
        layout.addLayout(grid)
        self.standard = QPushButton(tr("Standard"), self)
        self.standard.setToolTip(tr("Set pages as they were at first"))
        self.standard.clicked.connect(self._reset)
        layout.addWidget(self.standard, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_over(self, page: QWidget) -> None:
        """Opens over the upper right of the page."""
        self.setFixedWidth(min(WIDTH, page.window().width() - 2 * NEAR))
        self.adjustSize()
        self.move(page.mapToGlobal(QPoint(max(0, page.width() - self.width() - 4 * NEAR), NEAR)))
        self.show()
        self.size_slider.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _themes(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        self.themes = QButtonGroup(self)
        for number, (name, label) in enumerate(THEMES):
            button = QPushButton(tr(label), self)
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setChecked(self._theme.name is name)
            self.themes.addButton(button, number)
            row.addWidget(button, 1)
        self.themes.idClicked.connect(lambda number: self.theme_chosen.emit(THEMES[number][0]))
        return row

    def _slider(
        self, grid: QGridLayout, name: str, bounds: tuple[int, int], value: int, told: Callable[[int], str],
        chosen: Callable[[int], None], step: int = 1,
    ) -> QSlider:  # fmt: skip
        row = grid.rowCount()
        slider, said = QSlider(Qt.Orientation.Horizontal, self), QLabel(told(value), self)
        said.setObjectName("quiet")
        said.setMinimumWidth(said.fontMetrics().horizontalAdvance(counted(100, "{n} letter", "{n} letters")))
        slider.setAccessibleName(name)
        slider.setRange(*bounds)
        slider.setSingleStep(step)
        slider.setPageStep(2 * step)
        slider.setValue(value)
        slider.valueChanged.connect(lambda now: said.setText(told(now)))
        slider.valueChanged.connect(chosen)
        for column, widget in enumerate((QLabel(name, self), slider, said)):
            grid.addWidget(widget, row, column)
        return slider

    def _set_size(self, value: int) -> None:
        self._choose(size=value)

    def _set_measure(self, value: int) -> None:
        self._choose(measure=value)

    def _set_leading(self, value: int) -> None:
        self._choose(leading=value / 100)

    def _set_interface(self, value: int) -> None:
        self._choose(interface=value)

    def _choose(self, **values: object) -> None:
        self._reading = replace(self._reading, **values)  # type: ignore[arg-type]
        self.reading_chosen.emit(self._reading)

    def _reset(self) -> None:
        usual = Reading()
        self.face.setCurrentText(usual.face)
        self.size_slider.setValue(usual.size)
        self.measure.setValue(usual.measure)
        self.leading.setValue(round(100 * usual.leading))
        self.interface.setValue(usual.interface)


def _points(value: int) -> str:
    return f"{BODY_POINTS + value:g} pt"


def _characters(value: int) -> str:
    return counted(value, "{n} letter", "{n} letters")


def _times(value: int) -> str:
    return f"{value / 100:.2f}"


def _percent(value: int) -> str:
    return f"{value} %"
