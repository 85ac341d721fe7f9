"""A reader signs in to a site: kept in the keyring, or, where there is none, for the session; and forgets it again."""

from __future__ import annotations

import keyring
import pytest
from at_the_window import Reader, saying_yes
from kept_in_memory import InMemory
from keyring.backends.fail import Keyring as NoBackend
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from reader.accounts import How
from reader.intake.web import Origin
from reader.window.sign_in_dialogs import KeptSignIns, TypeSignIn, line_of

SITE = Origin("https", "news.example.org", 443)


def sign_in(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def type_it(dialog: QDialog) -> int:
        assert isinstance(dialog, TypeSignIn)
        dialog.address.setText("http://news.example.org")
        dialog.accept()
        assert "unprotected" in dialog.fault.text() and not dialog.result()
        dialog.address.setText("news.example.org/subscribers")
        dialog.name.setText("ilse")
        dialog.secret.setText("geheim")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(TypeSignIn, "exec", type_it)
    reader.window.deeds.sign_in()


def test_a_sign_in_is_kept_and_forgotten(
    reader_without_samples: Reader, ring: InMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = reader_without_samples
    reader.start()
    sign_in(reader, monkeypatch)
    sign_ins = reader.window.gathering.sign_ins
    reader.wait(lambda: sign_ins.hosts() == {SITE: (How.BASIC, False)})
    sent = sign_ins(SITE)
    assert sent is not None and (sent.user, sent.password) == ("ilse", "geheim") and len(ring.held) == 1

    def let_go(dialog: QDialog) -> bool:
        assert isinstance(dialog, KeptSignIns)
        item = dialog.hosts.item(0)
        assert item.text() == "news.example.org · Name and password"
        item.setCheckState(Qt.CheckState.Unchecked)
        return True

    monkeypatch.setattr(KeptSignIns, "exec", let_go)
    reader.window.deeds.sign_ins()
    reader.wait(lambda: not sign_ins.hosts() and not ring.held)


def test_without_a_keyring_the_session_is_offered(
    reader_without_samples: Reader, ring: InMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring.set_keyring(NoBackend())
    reader = reader_without_samples
    reader.start()
    asked = saying_yes(monkeypatch)
    sign_in(reader, monkeypatch)
    reader.wait(lambda: reader.window.gathering.sign_ins.hosts() == {SITE: (How.BASIC, True)})
    assert len(asked) == 1 and "no keyring" in asked[0]
    assert not (reader.folder / "sign-ins.json").exists()


def test_a_line_tells_host_kind_and_how_long() -> None:
    told = line_of(SITE._replace(port=8443), How.COOKIE, for_session=True)
    assert told == "news.example.org:8443 · Cookie · this session only"
