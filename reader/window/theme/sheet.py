"""The style sheet of everything that is a standard widget, made from the roles of the colours and the scale of spacing."""

from __future__ import annotations

from reader.article import resource
from reader.window.theme.colours import Colours, contrast
from reader.window.theme.spacing import NEAR, RADIUS, SPACE, TIGHT, WIDE


def style_sheet(c: Colours) -> str:
    """The sheet for the application in the colours `c`."""
    arrow = resource("icons/sheet/chevron-down.svg").as_posix()
    upward = resource("icons/sheet/chevron-up.svg").as_posix()
    tick = "light" if contrast(c.on_accent, "#ffffff") < contrast(c.on_accent, "#000000") else "dark"
    check = resource(f"icons/sheet/check-{tick}.svg").as_posix()
    field = f"border: 1px solid {c.edge}; border-radius: {RADIUS}px;"
    return f"""
    QMainWindow, QMenuBar, QStatusBar, QDialog {{ background: {c.panel}; color: {c.text}; }}
    QMenuBar {{ padding: 0 {TIGHT}px; }}
    QMenuBar::item {{ padding: {TIGHT}px {NEAR}px; background: transparent; border-radius: {RADIUS}px; }}
    QMenuBar::item:selected, QMenu::item:selected {{ background: {c.selection}; color: {c.text}; }}
    QMenu {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.faint}; padding: {TIGHT}px 0; }}
    QMenu::item {{ padding: {SPACE + 1}px {6 * SPACE}px; }}
    QMenu::item:disabled {{ color: {c.muted}; }}
    QMenu::separator {{ height: 1px; background: {c.faint}; margin: {TIGHT}px 0; }}
    QSplitter::handle {{ background: {c.faint}; }}
    QListView, QTreeView, QTextBrowser, QPlainTextEdit {{ border: none; outline: none; }}
    QTextBrowser#page, QWidget#surface, QTableView#surface {{ background: {c.surface}; }}
    QTableView {{ border: none; outline: none; }}
    QHeaderView {{ background: {c.surface}; border: none; }}
    QHeaderView::section {{ background: {c.surface}; color: {c.muted}; border: none;
        border-bottom: 1px solid {c.faint}; padding: {TIGHT}px {NEAR}px; }}
    QDialog QListWidget::item {{ padding: {TIGHT}px {NEAR}px; }}
    QListWidget#told {{ background: {c.surface}; border: 1px solid {c.faint}; border-radius: {RADIUS}px; padding: {TIGHT - 1}px 0; }}
    QListView#accounts::item {{ padding: {2 * SPACE}px {3 * SPACE}px; }}
    QListView#sidebar, QListView#articles, QWidget#side, QWidget#inspector, QWidget#inspector QListView {{ background: {c.panel}; }}
    QLineEdit, QPlainTextEdit#note {{ background: {c.raised}; color: {c.text}; {field}
        padding: {SPACE + 1}px {NEAR}px; selection-background-color: {c.selection}; selection-color: {c.text}; }}
    QPushButton, QToolButton#quiet {{ background: {c.raised}; color: {c.text}; {field} padding: {SPACE + 1}px {3 * SPACE}px; }}
    QComboBox, QSpinBox, QDoubleSpinBox, QFontComboBox {{ background: {c.raised}; color: {c.text}; {field}
        padding: {SPACE + 1}px {NEAR}px; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QPushButton:hover, QComboBox:hover, QLineEdit:hover {{ border-color: {c.accent}; }}
    QLineEdit:focus, QPlainTextEdit#note:focus, QPushButton:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus,
    QToolButton#quiet:focus {{ border: 2px solid {c.accent}; }}
    QLineEdit:focus, QPlainTextEdit#note:focus, QComboBox:focus {{ padding: {SPACE}px {NEAR - 1}px; }}
    QPushButton:focus {{ padding: {SPACE}px {3 * SPACE - 1}px; }}
    QPushButton#segment {{ padding: {SPACE + 1}px {TIGHT}px; }}
    QPushButton#segment:focus {{ padding: {SPACE}px {TIGHT - 1}px; }}
    QPushButton:checked {{ background: {c.selection}; border-color: {c.accent}; }}
    QDialogButtonBox QPushButton:default {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
    QDialogButtonBox#plain QPushButton:default {{ background: {c.raised}; color: {c.text}; border-color: {c.edge}; }}
    QDialogButtonBox QPushButton:default:focus {{ border-color: {c.text}; }}
    QDialogButtonBox QPushButton:default:disabled {{ background: {c.raised}; }}
    QPushButton:disabled, QComboBox:disabled {{ color: {c.muted}; border-color: {c.faint}; }}
    QToolButton#bare {{ background: transparent; border: 2px solid transparent; border-radius: {RADIUS}px;
        padding: {TIGHT}px; color: {c.muted}; }}
    QToolButton#bare:hover, QToolButton#bare:checked {{ background: {c.resting}; color: {c.text}; }}
    QToolButton#bare:focus {{ border-color: {c.accent}; }}
    QCheckBox {{ spacing: {NEAR}px; }}
    QCheckBox::indicator {{ width: {3 * SPACE}px; height: {3 * SPACE}px; background: {c.raised}; border: 1px solid {c.edge};
        border-radius: {TIGHT - 1}px; margin: 1px; }}
    QCheckBox::indicator:hover {{ border-color: {c.accent}; }}
    QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; image: url("{check}"); }}
    QCheckBox::indicator:focus {{ border: 2px solid {c.accent}; margin: 0; }}
    QCheckBox::indicator:checked:focus {{ border-color: {c.text}; }}
    QCheckBox::indicator:disabled {{ border-color: {c.faint}; }}
    QComboBox::drop-down {{ border: none; width: {6 * SPACE}px; }}
    QComboBox::down-arrow {{ image: url("{arrow}"); width: {WIDE}px; }}
    QComboBox QAbstractItemView {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.edge};
        selection-background-color: {c.selection}; selection-color: {c.text}; }}
    QSpinBox, QDoubleSpinBox {{ padding-right: {5 * SPACE}px; min-width: {12 * SPACE}px; }}
    QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::down-button {{
        border: none; background: transparent; width: {5 * SPACE}px; }}
    QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {{ image: url("{upward}"); width: {3 * SPACE}px; }}
    QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {{ image: url("{arrow}"); width: {3 * SPACE}px; }}
    QTreeWidget::item {{ padding: {TIGHT - 1}px 0; }}
    QHeaderView::section {{ background: {c.panel}; color: {c.muted}; border: none; border-bottom: 1px solid {c.faint};
        padding: {TIGHT}px; }}
    QTabBar::tab {{ background: transparent; color: {c.muted}; padding: {NEAR + 1}px {NEAR}px;
        border: none; border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {c.text}; border-bottom: 2px solid {c.accent}; }}
    QTabBar::tab:hover {{ background: {c.resting}; }}
    QTabBar::tab:focus {{ color: {c.accent}; }}
    QStatusBar {{ color: {c.muted}; border-top: 1px solid {c.faint}; }}
    QStatusBar QLabel {{ color: {c.muted}; }}
    QStatusBar::item {{ border: none; }}
    QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.edge}; padding: {TIGHT}px; }}
    QFrame#message {{ background: {c.lit}; border-bottom: 1px solid {c.faint}; }}
    QFrame#hint {{ background: {c.panel}; border-top: 1px solid {c.faint}; }}
    QFrame#card {{ background: {c.raised}; border: 1px solid {c.edge}; border-radius: {RADIUS}px; }}
    QFrame#card QLabel, QFrame#card QListView {{ background: transparent; }}
    QLabel#empty, QLabel#heading, QLabel#quiet {{ color: {c.muted}; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {c.faint}; border-radius: 4px; min-height: 32px; margin: 2px; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; }}
    QScrollBar::handle:horizontal {{ background: {c.faint}; border-radius: 4px; min-width: 32px; margin: 2px; }}
    QScrollBar::handle:vertical:hover, QScrollBar::handle:horizontal:hover {{ background: {c.edge}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QSlider {{ min-height: 24px; }}
    QSlider::groove:horizontal {{ height: 4px; background: {c.faint}; border-radius: 2px; }}
    QSlider::sub-page:horizontal {{ background: {c.accent}; border-radius: 2px; }}
    QSlider::handle:horizontal {{ background: {c.raised}; border: 2px solid {c.accent}; width: 12px; margin: -6px 0;
        border-radius: 8px; }}
    QSlider::handle:horizontal:focus {{ background: {c.accent}; }}
    """
