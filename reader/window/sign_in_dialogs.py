"""Dialogs for sign-ins: one to type a sign-in for a site or proxy, one that lists those that are kept."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.accounts import NAMES, How, Secret, SignInError, origin_of
from reader.article import UnreadableInput, tr
from reader.intake.web import Origin

_NAMED = {How.BASIC, How.DIGEST, How.HEADER, How.PROXY}


class TypeSignIn(QDialog):
    """A sign-in as the reader types it; it closes only over one that names a host."""

    def __init__(self, address: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Sign in to a site"))
        self.setMinimumWidth(480)
        self.address = QLineEdit(address, self)
        self.address.setPlaceholderText("https://news.example.org")
        self.how = QComboBox(self)
        for how, name in NAMES.items():
            self.how.addItem(tr(name), str(how))
        self.name, self.secret = QLineEdit(self), QLineEdit(self)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.for_session = QCheckBox(tr("For this &session only"), self)
        self.fault = QLabel(self)
        self.fault.setWordWrap(True)
        self._form = QFormLayout()
        self._form.addRow(tr("&Address"), self.address)
        self._form.addRow(tr("&How"), self.how)
        self._form.addRow(tr("&Name"), self.name)
        self._form.addRow(tr("Pass&word"), self.secret)
        self._form.addRow("", self.for_session)
        told = QLabel(tr("It is kept in the system’s keyring and sent to this host alone, over https."), self)
        told.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(told)
        layout.addLayout(self._form)
        layout.addWidget(self.fault)
        layout.addWidget(_buttons(self, QDialogButtonBox.StandardButton.Ok))
        self.how.currentIndexChanged.connect(self._show_fields)
        self._show_fields()

    def origin(self) -> Origin:
        """The host that the sign-in is for."""
        return origin_of(self.address.text(), self._chosen())

    def wanted(self) -> Secret:
        """What was typed."""
        how = self._chosen()
        return Secret(how, self.name.text().strip() if how in _NAMED else "", self.secret.text())

    def accept(self) -> None:
        """Closes, where a host is named; otherwise says what is wrong."""
        try:
            self.origin()
        except (UnreadableInput, SignInError) as error:
            self.fault.setText(str(error))
            self.address.setFocus()
        else:
            super().accept()

    def _chosen(self) -> How:
        return How(str(self.how.currentData()))

    def _show_fields(self) -> None:
        how = self._chosen()
        self._form.setRowVisible(self.name, how in _NAMED)
        labels = {How.BEARER: tr("&Token"), How.COOKIE: tr("Coo&kie"), How.HEADER: tr("&Value")}
        for field, text in ((self.secret, labels.get(how, tr("Pass&word"))), (self.name, tr("&Name"))):
            label = self._form.labelForField(field)
            if isinstance(label, QLabel):
                label.setText(text)
            field.setAccessibleName(text.replace("&", ""))


class KeptSignIns(QDialog):
    """The hosts that have a sign-in; those that lose their mark are forgotten. No secret is shown."""

    def __init__(self, hosts: Mapping[Origin, tuple[How, bool]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Sign-ins"))
        self.resize(480, 300)
        self.hosts = QListWidget(self)
        self.hosts.setAccessibleName(tr("Hosts with a sign-in"))
        self._origins = sorted(hosts)
        for origin in self._origins:
            how, for_session = hosts[origin]
            item = QListWidgetItem(line_of(origin, how, for_session=for_session), self.hosts)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self.hosts.setCurrentRow(0)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(tr("Space takes the mark away; what has none is forgotten with Enter."), self))
        layout.addWidget(self.hosts)
        layout.addWidget(_buttons(self, QDialogButtonBox.StandardButton.Ok))

    def let_go(self) -> list[Origin]:
        """The hosts whose sign-in is to be forgotten."""
        unchecked = Qt.CheckState.Unchecked
        return [origin for row, origin in enumerate(self._origins) if self.hosts.item(row).checkState() == unchecked]


def line_of(origin: Origin, how: How, *, for_session: bool) -> str:
    """A kept sign-in in one line: "news.example.org · Cookie · this session only"."""
    host = origin.host if origin.port == 443 else f"{origin.host}:{origin.port}"
    return " · ".join([host, tr(NAMES[how]), *([tr("this session only")] if for_session else [])])


def _buttons(dialog: QDialog, kind: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
    buttons = QDialogButtonBox(kind | QDialogButtonBox.StandardButton.Cancel, dialog)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
