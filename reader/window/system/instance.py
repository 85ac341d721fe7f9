"""One window on a library: a second start hands what it was asked for to the first, over a local socket, and ends.

The library's own lock decides who is the first; only its holder makes the socket, and clears away a dead one.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

CONNECT_MS, ANSWER_MS = 400, 4_000
MOST_BYTES = 1_000_000
TAKEN = b"taken\n"
_TOKEN = "XDG_ACTIVATION_TOKEN"
"""By it a compositor knows that a window may come to the front because a person asked for it."""


def socket_name(folder: Path) -> str:
    """Where the window on the library in `folder` listens: a file that is only the user's, or a pipe's name."""
    name = f"verbatim-{hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:20]}"
    if sys.platform == "win32":
        return name
    private = os.environ.get("XDG_RUNTIME_DIR", "")
    return str(Path(private if Path(private).is_absolute() else tempfile.gettempdir()) / name)


def hand_over(folder: Path, words: Sequence[str]) -> bool:
    """Gives `words` to the window that is open on the library; whether there was one that took them."""
    name = socket_name(folder)
    if not _is_ours(name):
        return False
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(CONNECT_MS):
        return False
    asked = json.dumps({"words": list(words), "token": os.environ.get(_TOKEN, "")}) + "\n"
    socket.write(asked.encode("utf-8", "surrogateescape"))
    socket.flush()
    answer = b""
    while len(answer) < len(TAKEN) and (socket.bytesAvailable() or socket.waitForReadyRead(ANSWER_MS)):
        answer += bytes(socket.readAll().data())
    socket.abort()
    return answer == TAKEN


def _is_ours(name: str) -> bool:
    """Whether nobody else made the socket: in a folder that all may write to, another user could wait for our files."""
    if sys.platform == "win32":
        return True
    try:
        return Path(name).lstat().st_uid == os.getuid()
    except OSError:
        return False


class Instance(QObject):
    """Listens for later starts. `asked` carries their words; none ask for the window alone."""

    asked = Signal(list)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)
        name = socket_name(folder)
        QLocalServer.removeServer(name)  # what is there is dead: this program holds the library
        self.listens = self._server.listen(name)

    def close(self) -> None:
        """Stops listening."""
        self._server.close()

    def _meet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._hear(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > MOST_BYTES:
            socket.abort()
        if not socket.canReadLine():
            return
        words = _words_in(bytes(socket.readLine().data()))
        if words is None:
            socket.abort()
            return
        socket.write(TAKEN)
        socket.flush()
        socket.disconnectFromServer()
        self.asked.emit(words)


def _words_in(line: bytes) -> list[str] | None:
    """The words of a message; None where it is none. The token that came with them is kept for the window's activation."""
    try:
        told = json.loads(line.decode("utf-8", "surrogateescape"))
    except ValueError:
        return None
    words = told.get("words") if isinstance(told, dict) else None
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        return None
    if isinstance(told.get("token"), str) and told["token"].isascii() and told["token"].isprintable():
        os.environ[_TOKEN] = told["token"]
    return words
