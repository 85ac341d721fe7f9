"""The form of syncing with one's own other machines: through a folder, or a WebDAV server."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.accounts import AccountError, Credential, service_address
from reader.article import UnreadableInput, tr
from reader.window.theme import SPACE


class FolderForm(QDialog):
    """Where this machine syncs; it closes only over a place that can be one, or over none."""

    def __init__(self, place: str, state: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Sync through a folder"))
        self.setMinimumWidth(560)
        self.place = QLineEdit(place, self)
        self.place.setPlaceholderText(tr("A folder, or https://cloud.example.org/dav/…"))
        self.place.setAccessibleName(tr("Folder or address"))
        self.choose = QPushButton(tr("C&hoose…"), self)
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        self.user, self.password = QLineEdit(self), QLineEdit(self)
        self.user.setAccessibleName(tr("User"))
        self.password.setAccessibleName(tr("Password"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.for_session = QCheckBox(tr("Keep the password for this sessi&on only"), self)
        self.fault = QLabel(self)
        self.fault.setWordWrap(True)
        line = QHBoxLayout()
        line.addWidget(self.place, 1)
        line.addWidget(self.choose)
        self._form = QFormLayout()
        named = QLabel(tr("&Folder or address"), self)
        named.setBuddy(self.place)
        self._form.addRow(named, line)
        self._form.addRow(tr("&User"), self.user)
        self._form.addRow(tr("&Password"), self.password)
        self._form.addRow("", self.for_session)
        told = QLabel(
            tr(
                "Choose a folder that a program of yours keeps the same on all machines (Syncthing, Nextcloud, Dropbox…), "
                "or a folder on a WebDAV server. Verbatim writes its own files there and reads the others’: states, tags, "
                "notes, highlights, corrections and articles come to every machine, and nothing is lost where two changed "
                "the same. Leave it empty to stop."
            ),
            self,
        )
        told.setWordWrap(True)
        self.state = QLabel(state, self)
        self.state.setWordWrap(True)
        self.state.setObjectName("empty")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 4 * SPACE)
        layout.setSpacing(3 * SPACE)
        for widget in (told, self.state, self.fault, buttons):
            layout.addWidget(widget)
        layout.insertLayout(1, self._form)
        self.place.textChanged.connect(self._show_fields)
        self._show_fields()

    def wanted(self) -> str:
        """The folder or the address; empty for none."""
        text = self.place.text().strip()
        return service_address(text) if _is_web(text) else text

    def credential(self) -> Credential | None:
        """What the server is signed in with; None where nothing was typed."""
        if not (_is_web(self.place.text()) and self.password.text()):
            return None
        return Credential(self.user.text().strip(), {"password": self.password.text()})

    def accept(self) -> None:
        """Closes, where that can be a place; otherwise says what is wrong."""
        try:
            self.wanted()
        except (UnreadableInput, AccountError) as error:
            self.fault.setText(str(error))
            self.place.setFocus()
        else:
            super().accept()

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Sync through a folder"), self.place.text())
        if folder:
            self.place.setText(folder)

    def _show_fields(self) -> None:
        web = _is_web(self.place.text())
        for field in (self.user, self.password, self.for_session):
            self._form.setRowVisible(field, web)
        self.adjustSize()


def _is_web(text: str) -> bool:
    return text.strip().lower().startswith(("http://", "https://"))
