"""Rules for articles that arrive: written in fields, tried on the articles that are there, and done with those too."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.article import counted, mark, tr
from reader.library import Change, DeleteRule, KeptRule, Rule, SaveRule
from reader.window.organising.bulk import names_in
from reader.window.organising.told_lines import ToldLines, fields, roomy
from reader.window.theme import SPACE, WIDE, Theme

TRYING_MS = 300
MOST_TRIED = 2_000
MOST_LISTED = 200
_FLAGS = (
    ("queue", mark("Put into the reading &queue")),
    ("bookmark", mark("&Bookmark")),
    ("read", mark("Mark as &read")),
    ("archive", mark("Arc&hive")),
    ("trash", mark("De&lete")),
)
_CONDITIONS = (
    ("source", mark("&From"), mark("Harbour Post, example.org, Nora Quill")),
    ("about", mark("&About"), mark("Ilse Brandt, ferries")),
    ("title", mark("&Headline has"), mark("storm")),
    ("language", mark("Lan&guage"), mark("de")),
)


@dataclass(frozen=True)
class Tried:
    """The articles that a rule is for, of those it was tried on."""

    met: Sequence[tuple[int, str]]
    tried: int


class RulesPage(QDialog):
    """`read` gives the rules, `do` makes a change, `trial` tries a rule and gives `Tried` to a function, `run` does it."""

    def __init__(
        self,
        read: Callable[[], list[KeptRule]],
        do: Callable[[Change], bool],
        trial: Callable[[Rule, Callable[[Tried], None]], None],
        run: Callable[[Rule, Sequence[int]], bool],
        collections: Sequence[tuple[str, str]],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._read, self._do, self._trial, self._run = read, do, trial, run
        self._kept: list[KeptRule] = []
        self._key = ""
        self._tried: Tried | None = None
        self._filling = False
        self.setWindowTitle(tr("Rules for articles that arrive"))
        self.resize(200 * SPACE, 150 * SPACE)
        self.list = ToldLines(theme, tr("Rules"), self)
        self.list.setMaximumWidth(70 * SPACE)
        self.list.currentRowChanged.connect(self._show_rule)
        row = QHBoxLayout()
        row.setSpacing(WIDE)
        row.addWidget(self.list, 2)
        row.addLayout(self._form(collections, theme), 3)
        layout = roomy(QVBoxLayout(self))
        layout.addLayout(row)
        layout.addWidget(self._buttons())
        self._waiting = QTimer(self, interval=TRYING_MS, singleShot=True)
        self._waiting.timeout.connect(self._try)
        self.renew()

    def _form(self, collections: Sequence[tuple[str, str]], theme: Theme) -> QVBoxLayout:
        self.name = QLineEdit(self)
        self.name.setMaxLength(100)
        form = fields()
        form.addRow(tr("&Name"), self.name)
        self.conditions: dict[str, QLineEdit] = {}
        for key, label, example in _CONDITIONS:
            field = QLineEdit(self)
            field.setPlaceholderText(tr(example))
            form.addRow(tr(label), field)
            self.conditions[key] = field
        self.tags = QLineEdit(self)
        self.tags.setPlaceholderText(tr("storm, news/local"))
        self.collection = QComboBox(self)
        for key, name in (("", tr("no collection")), *collections):
            self.collection.addItem(name, key)
        form.addRow(tr("Add &tags"), self.tags)
        form.addRow(tr("&Put into"), self.collection)
        self.flags: dict[str, QCheckBox] = {}
        for key, label in _FLAGS:
            box = QCheckBox(tr(label), self)
            form.addRow("", box)
            self.flags[key] = box
        self.enabled = QCheckBox(tr("This rule is &on"), self)
        form.addRow("", self.enabled)
        self.said = QLabel("", self)
        self.said.setWordWrap(True)
        self.said.setObjectName("quiet")
        self.listed = ToldLines(theme, tr("Articles that the rule is for"), self, headlines=True)
        for field in (self.name, self.tags, *self.conditions.values()):
            field.textEdited.connect(lambda _text: self._changed())
        for box in (*self.flags.values(), self.enabled):
            box.toggled.connect(lambda _on: self._changed())
        self.collection.currentIndexChanged.connect(lambda _index: self._changed())
        column = QVBoxLayout()
        column.addLayout(form)
        column.addWidget(self.said)
        column.addWidget(self.listed, 1)
        return column

    def _buttons(self) -> QDialogButtonBox:
        role = QDialogButtonBox.ButtonRole.ActionRole
        buttons = QDialogButtonBox(self)
        self.new = buttons.addButton(tr("Ne&w rule"), role)
        self.save = buttons.addButton(tr("&Save"), role)
        self.delete = buttons.addButton(tr("Delete r&ule"), role)
        self.run = buttons.addButton(tr("&Do it with these"), role)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        self.new.clicked.connect(self.begin)
        self.save.clicked.connect(self._save)
        self.delete.clicked.connect(self._delete)
        self.run.clicked.connect(self._do_it)
        self.save.setDefault(True)
        buttons.rejected.connect(self.reject)
        return buttons

    # ---- Which rule

    def renew(self) -> None:
        """Reads the rules anew; the one that was open stays so."""
        self._kept = self._read()
        self._filling = True
        self.list.clear()
        for kept in self._kept:
            state = "" if kept.rule.enabled else f" ({tr('off')})"
            QListWidgetItem(f"{kept.rule.name}{state}\n{kept.rule.sentence.partition(':')[0]}", self.list)
        self._filling = False
        at = next((at for at, kept in enumerate(self._kept) if kept.key == self._key), 0)
        if self._kept:
            self.list.setCurrentRow(at)
        else:
            self.begin()

    def begin(self) -> None:
        """A new rule, to be written."""
        self.list.setCurrentRow(-1)
        self._key = str(uuid.uuid4())
        self._fill(Rule(""))
        self.name.setFocus()

    def rule(self) -> Rule:
        """The rule that the fields say."""
        return Rule(
            name=" ".join(self.name.text().split()),
            tags=names_in(self.tags.text()),
            collection=self.collection.currentData() or "",
            enabled=self.enabled.isChecked(),
            source=self.conditions["source"].text().strip(),
            about=self.conditions["about"].text().strip(),
            title=self.conditions["title"].text().strip(),
            language=self.conditions["language"].text().strip(),
            queue=self.flags["queue"].isChecked(),
            bookmark=self.flags["bookmark"].isChecked(),
            read=self.flags["read"].isChecked(),
            archive=self.flags["archive"].isChecked(),
            trash=self.flags["trash"].isChecked(),
        )

    def _show_rule(self, at: int) -> None:
        if not self._filling and 0 <= at < len(self._kept):
            self._key = self._kept[at].key
            self._fill(self._kept[at].rule)

    def _fill(self, rule: Rule) -> None:
        self._filling = True
        self.name.setText(rule.name)
        for key, field in self.conditions.items():
            field.setText(getattr(rule, key))
        self.tags.setText(", ".join(rule.tags))
        self.collection.setCurrentIndex(max(0, self.collection.findData(rule.collection)))
        for key, box in self.flags.items():
            box.setChecked(getattr(rule, key))
        self.enabled.setChecked(rule.enabled)
        self._filling = False
        self._changed()

    # ---- What it would do

    def _changed(self) -> None:
        if self._filling:
            return
        self._tried = None
        self.listed.clear()
        self.said.setText(self._missing() or tr("Looking which articles it is for…"))
        for button in (self.save, self.run):
            button.setEnabled(False)
        self.save.setEnabled(not self._missing())
        self.delete.setEnabled(any(kept.key == self._key for kept in self._kept))
        self._waiting.start()

    def _missing(self) -> str:
        rule = self.rule()
        if not rule.conditions:
            return tr("Say which articles it is for: from whom, about what, or what their headline has.")
        if not (rule.tags or rule.collection or any(box.isChecked() for box in self.flags.values())):
            return tr("Say what is to be done with them.")
        return "" if rule.name else tr("Give the rule a name.")

    def _try(self) -> None:
        rule = self.rule()
        if rule.conditions:
            self._trial(rule, self.show_tried)

    def show_tried(self, tried: Tried) -> None:
        """Lists the articles that the rule would be for."""
        self._tried = tried
        self.listed.clear()
        self.listed.addItems([title for _, title in tried.met[:MOST_LISTED]])
        among = counted(tried.tried, "the one article you have", "your newest {n} articles")
        met = counted(len(tried.met), "It is for {n} of {among}.", "It is for {n} of {among}.", among=among)
        self.said.setText(" ".join(part for part in (met, self._missing()) if part))
        self.run.setEnabled(bool(tried.met) and not self._missing())

    def _save(self) -> None:
        if not self._missing() and self._do(SaveRule(self._key, self.rule())):
            self.renew()

    def _delete(self) -> None:
        if any(kept.key == self._key for kept in self._kept) and self._do(DeleteRule(self._key)):
            self._key = ""
            self.renew()

    def _do_it(self) -> None:
        if self._tried is not None and self._run(self.rule(), [number for number, _ in self._tried.met]):
            self.said.setText(tr("Done. One undo takes it all back."))
