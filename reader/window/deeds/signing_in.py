"""Deeds on sign-ins. The keyring may ask the reader and take its time, so it is asked beside the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtWidgets import QMessageBox

from reader.accounts import NoKeyring, Secret
from reader.article import VerbatimError, host_of, tr
from reader.intake.web import Origin
from reader.window.commands import command
from reader.window.deeds.deed import Deed
from reader.window.sign_in_dialogs import KeptSignIns, TypeSignIn


@dataclass(frozen=True)
class Answer:
    """What became of a sign-in; with `only_session`, the keyring did not take this one."""

    sentence: str
    well: bool = True
    only_session: tuple[Origin, Secret] | None = None


class SigningIn(Deed):
    """Signing in to sites and proxies, and forgetting it."""

    @command("signin.add", "File", "Sign in to a site…", "Keep a sign-in for one site or proxy in the system’s keyring")
    def sign_in(self) -> None:
        opened = self.w.opened
        url = self.w.library.sources.address_of(opened.row.id) if opened is not None else None
        secure = url is not None and url.startswith("https:")
        dialog = TypeSignIn(f"https://{host_of(url)}" if url is not None and secure else "", self.w)
        if dialog.exec():
            self.keep_sign_in(dialog.origin(), dialog.wanted(), for_session=dialog.for_session.isChecked())

    @command("signin.list", "File", "Sign-ins…", "See which sites have a sign-in, and forget some")
    def sign_ins(self) -> None:
        hosts = self.w.gathering.sign_ins.hosts()
        if not hosts:
            self.w.say(tr("No site has a sign-in."))
            return
        dialog = KeptSignIns(hosts, self.w)
        if dialog.exec():
            for origin in dialog.let_go():
                self._forget(origin)

    def keep_sign_in(self, origin: Origin, secret: Secret, *, for_session: bool) -> None:
        """Keeps a sign-in beside the window; where no keyring takes it, the session is offered."""
        sign_ins = self.w.gathering.sign_ins

        def keep() -> Answer:
            try:
                sign_ins.keep(origin, secret, for_session=for_session)
            except NoKeyring as error:
                return Answer(str(error), well=False, only_session=(origin, secret))
            return Answer(tr("Signed in to {host} from now on.", host=origin.host))

        self._beside(keep)

    def _forget(self, origin: Origin) -> None:
        def forget() -> Answer:
            self.w.gathering.sign_ins.remove(origin)
            return Answer(tr("The sign-in to {host} is forgotten.", host=origin.host))

        self._beside(forget)

    def _beside(self, work: Callable[[], Answer]) -> None:
        told = self.w.gathering.told

        def run() -> None:
            try:
                answer = work()
            except VerbatimError as error:
                answer = Answer(str(error), well=False)
            with suppress(RuntimeError):  # the window was closed meanwhile
                told.emit(answer)

        threading.Thread(target=run, name="verbatim-keyring", daemon=True).start()

    def signed_in(self, answer: Answer) -> None:
        """Shows what became of a sign-in."""
        if answer.only_session is not None:
            asked = f"{answer.sentence}\n\n{tr('Keep it for this session only?')}"
            if QMessageBox.question(self.w, tr("Sign in to a site"), asked) == QMessageBox.StandardButton.Yes:
                self.keep_sign_in(*answer.only_session, for_session=True)
        elif answer.well:
            self.w.say(answer.sentence, 6000)
        else:
            self.w.tell(answer.sentence)
