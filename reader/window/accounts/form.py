"""The form of one account: of which kind, where, who, and what it is signed in with."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.accounts import KINDS, AccountError, Credential, Kind, service_address
from reader.article import UnreadableInput, tr
from reader.library import Account
from reader.window.theme import SPACE

Try = Callable[[Account, Credential], None]


class AccountForm(QDialog):
    """An account as the reader types it; it closes only over one that can be asked. `try_it` tests it meanwhile, and
    answers by `show_trial`. With `account`, that one is changed: what is left empty of its secrets stays."""

    def __init__(self, try_it: Try, parent: QWidget, account: Account | None = None) -> None:
        super().__init__(parent)
        self._key = account.key if account else str(uuid.uuid4())
        self._changes = account is not None
        self.setWindowTitle(tr("Change account") if account else tr("Add account"))
        self.setMinimumWidth(520)
        self.kind = QComboBox(self)
        for kind in KINDS.values():
            self.kind.addItem(tr(kind.name), kind.id)
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.address, self.user, self.name = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.sends = QCheckBox(tr("&Send articles there that I save here"), self)
        self.sends.setChecked(True)
        self.for_session = QCheckBox(tr("Keep the password for this sessi&on only"), self)
        self.fault = QLabel(self)
        self.fault.setWordWrap(True)
        needed = dict.fromkeys(field for kind in KINDS.values() for field, _ in kind.needs)
        self.secrets = {field: self._secret() for field in needed}
        self._form = self._rows()
        self.try_button = QPushButton(tr("&Test"), self)
        self.try_button.setAutoDefault(False)
        self.try_button.clicked.connect(lambda: self._try(try_it))
        self._lay_out()
        if account is not None:
            self._fill(account)
        self.kind.currentIndexChanged.connect(self._show_fields)
        self._show_fields()

    def account(self) -> Account:
        """The account as it was typed; UnreadableInput or AccountError where its address is none."""
        kind = self._chosen()
        url = service_address(kind.address or self.address.text())
        user = self.user.text().strip() if kind.user else ""
        return Account(self._key, kind.id, url, user, self.name.text().strip(), self.sends.isChecked())

    def credential(self) -> Credential:
        """What it is signed in with; without secrets where none was typed."""
        typed = {field: self.secrets[field].text().strip() for field, _ in self._chosen().needs}
        return Credential(self.user.text().strip(), typed if any(typed.values()) else {})

    def show_trial(self, sentence: str, *, well: bool) -> None:
        """Says what came of the test."""
        self.try_button.setEnabled(True)
        self.fault.setText(sentence)
        if not well:
            self.address.setFocus()

    def accept(self) -> None:
        """Closes, where it can be asked; otherwise says what is missing."""
        if self._checked():
            super().accept()

    def _checked(self) -> bool:
        try:
            self.account()
        except (UnreadableInput, AccountError) as error:
            self._complain(str(error), self.address)
            return False
        if self._chosen().user and not self.user.text().strip():
            self._complain(tr("Your name there is missing."), self.user)
            return False
        empty = [self.secrets[field] for field, _ in self._chosen().needs if not self.secrets[field].text().strip()]
        if empty and not (self._changes and len(empty) == len(self._chosen().needs)):
            self._complain(tr("{what} is missing.", what=empty[0].accessibleName()), empty[0])
            return False
        return True

    def _complain(self, sentence: str, field: QLineEdit) -> None:
        self.fault.setText(sentence)
        field.setFocus()

    def _try(self, try_it: Try) -> None:
        if not self._checked():
            return
        self.try_button.setEnabled(False)
        self.fault.setText(tr("Asking {host}…", host=self.account().url.partition("://")[2]))
        try_it(self.account(), self.credential())

    def _chosen(self) -> Kind:
        return KINDS[str(self.kind.currentData())]

    def _secret(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        if self._changes:
            field.setPlaceholderText(tr("unchanged"))
        return field

    def _rows(self) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("&Kind"), self.kind)
        form.addRow("", self.sentence)
        for label, field in ((tr("&Address"), self.address), (tr("&User"), self.user)):
            form.addRow(label, field)
            field.setAccessibleName(label.replace("&", ""))
        named = {field: name for kind in KINDS.values() for field, name in kind.needs}
        for secret, line in self.secrets.items():
            form.addRow(tr(named[secret]), line)
            line.setAccessibleName(tr(named[secret]))
        form.addRow(tr("&Name"), self.name)
        self.name.setAccessibleName(tr("Name"))
        self.kind.setAccessibleName(tr("Kind"))
        form.addRow("", self.sends)
        form.addRow("", self.for_session)
        return form

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(self.try_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        told = QLabel(tr("What you sign in with is kept in the system’s keyring, and goes to this host alone."), self)
        told.setWordWrap(True)
        told.setObjectName("empty")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 4 * SPACE)
        layout.setSpacing(3 * SPACE)
        layout.addLayout(self._form)
        layout.addWidget(told)
        layout.addWidget(self.fault)
        layout.addWidget(buttons)

    def _fill(self, account: Account) -> None:
        self.kind.setCurrentIndex(max(0, self.kind.findData(account.kind)))
        self.kind.setEnabled(False)
        self.address.setText(account.url)
        self.user.setText(account.user)
        self.name.setText(account.name)
        self.sends.setChecked(account.sends)

    def _show_fields(self) -> None:
        kind = self._chosen()
        self.sentence.setText(tr(kind.sentence))
        self.address.setPlaceholderText(kind.example)
        self._form.setRowVisible(self.address, not kind.address)
        self._form.setRowVisible(self.user, kind.user)
        self._form.setRowVisible(self.sends, kind.takes_articles)
        needed = {field for field, _ in kind.needs}
        for field, line in self.secrets.items():
            self._form.setRowVisible(line, field in needed)
        self.fault.clear()
        self.adjustSize()
