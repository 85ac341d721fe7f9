"""Deeds on accounts with services. The network and the keyring are asked beside the window, never on its thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox

from reader.accounts import Credential, NoKeyring
from reader.article import VerbatimError, tr
from reader.library import Account, AddAccount, ChangeAccount, RemoveAccount, asked_key
from reader.window.accounts import AccountForm, AccountsPage, FolderForm, asked_told, called, outcome_told, shared_told
from reader.window.commands import Context, command
from reader.window.deeds.deed import Deed
from reader.work import FOLDER, FolderFailed, FolderSynced, Synced, SyncFailed, Syncing, tried_account

ACCOUNT = Context(
    "there is an account",
    "Add an account first, by “Accounts…” in the menu File.",
    lambda do: bool(do.w.library.accounts.due() or do.w.library.replica.place),
)


@dataclass(frozen=True)
class AccountAnswer:
    """What came of something that was asked beside the window; `then` goes on in it."""

    then: Callable[[], None]


class Accounting(Deed):
    """Accounts: added, tested, changed, synced, removed."""

    _page: AccountsPage | None = None
    _form: AccountForm | None = None
    _asked_for = False

    @command("account.list", "File", "Accounts…", "Sync with FreshRSS, Miniflux, wallabag and others", "Ctrl+Shift+U")
    def accounts(self) -> None:
        page = AccountsPage(self.w)
        self._page = page
        page.add_asked.connect(self.add_account)
        page.change_asked.connect(self.change_account)
        page.test_asked.connect(self.test_account)
        page.sync_asked.connect(lambda key: self.w.gathering.syncer.sync([key]))
        page.remove_asked.connect(self.remove_account)
        self._show_accounts()
        page.exec()
        self._page = None

    @command("account.sync", "File", "Sync all accounts", "Sync with all accounts now", "Ctrl+Shift+I", needs=ACCOUNT)
    def sync_accounts(self) -> None:
        self.w.say(tr("Syncing…"))
        self._asked_for = True
        if self.w.library.replica.place:
            self.w.gathering.syncer.sync_folder()
        self.w.gathering.syncer.sync([account.key for account, _ in self.w.library.accounts.due()])

    def add_account(self) -> None:
        """Asks for an account, and keeps it once the keyring has what it is signed in with."""
        form = AccountForm(self._try_typed, self._page or self.w)
        self._form = form
        if form.exec():
            self._keep(form.account(), form.credential(), new=True, for_session=form.for_session.isChecked())
        self._form = None

    def change_account(self, key: str) -> None:
        """Lets the reader change an account."""
        account = self.w.library.accounts.account(key)
        if account is None:
            return
        form = AccountForm(self._try_typed, self._page or self.w, account)
        self._form = form
        if form.exec():
            self._keep(form.account(), form.credential(), new=False, for_session=form.for_session.isChecked())
        self._form = None

    def test_account(self, key: str) -> None:
        """Signs in, and says whether that works."""
        account = self.w.library.accounts.account(key)
        if account is None:
            return
        name = called(account)
        self._tell_page(tr("Asking {host}…", host=name))
        credentials = self.w.gathering.credentials

        def ask() -> Callable[[], None]:
            known_as = tried_account(account, credentials)
            return lambda: self._tell_page(trial_told(name, known_as))

        self._beside_accounts(ask, self._tell_page)

    def remove_account(self, key: str, with_articles: bool) -> None:
        """Forgets an account, and what it is signed in with."""
        if self.perform(RemoveAccount(key, with_articles)):
            self._beside_accounts(lambda: self._forgotten(key), self._tell_page)
            self._show_accounts()

    def synced(self, event: Syncing | Synced | SyncFailed) -> None:
        """Shows how it goes with a sync."""
        account = self.w.library.accounts.account(event.account)
        name = called(account) if account else ""
        busy = self.w.gathering.syncing
        if isinstance(event, Syncing):
            busy.add(event.account)
            self.w.progress.setText(tr("Syncing {name}…", name=name))
        else:
            busy.discard(event.account)
            self.w.progress.setText("")
        if isinstance(event, Synced):
            told = f"{name}: {outcome_told(event.outcome)}"
            self._tell_page(told)
            self.w.say(told)
            QTimer.singleShot(0, self.w, self._show_synced)
        elif isinstance(event, SyncFailed):
            self._tell_page(event.sentence)
            if event.waits and not self._asked_for:
                self.w.say(f"{name}: {event.sentence}")
            elif self._page is None:
                self.w.tell(f"{name}: {event.sentence}")
        if not busy:
            self._asked_for = False
        self._show_accounts()

    # ---- One's own other machines

    @command(
        "account.folder", "File", "Sync through a folder…", "Sync with your other machines through a folder or WebDAV"
    )
    def sync_folder(self) -> None:
        library = self.w.library
        form = FolderForm(library.replica.place, asked_told(library.sources.asked(FOLDER)), self.w)
        if not form.exec():
            return
        place, credential, for_session = form.wanted(), form.credential(), form.for_session.isChecked()

        def keep() -> Callable[[], None]:
            if credential is not None:
                self.w.gathering.credentials.keep(FOLDER, credential, for_session=for_session)
            library.replica.set_place(place)
            return self._begin_folder

        self._beside_accounts(keep, self.w.tell)

    def _begin_folder(self) -> None:
        if self.w.library.replica.place:
            self.w.progress.setText(tr("Syncing…"))
            self._asked_for = True
            self.w.gathering.syncer.sync_folder()

    def folder_synced(self, event: FolderSynced | FolderFailed) -> None:
        """Shows how a sync through the folder went."""
        self.w.progress.setText("")
        if isinstance(event, FolderFailed):
            (self.w.tell if self._asked_for else self.w.say)(event.sentence)
        else:
            told = shared_told(event.shared)
            if told or self._asked_for:
                self.w.say(told or tr("All machines are the same."))
            if event.shared.new or event.shared.changed:
                QTimer.singleShot(0, self.w, self._show_synced)
        self._asked_for = False

    # ---- How

    def _show_synced(self) -> None:
        self.w.refresh()
        self.w.adder.take_up()
        if self.w.library.sources.wanted():
            self.w.gathering.gatherer.fetch_wanted()

    def _show_accounts(self) -> None:
        if self._page is not None:
            self._page.show_accounts(self.w.library.accounts.all(), sorted(self.w.gathering.syncing))

    def _tell_page(self, sentence: str) -> None:
        if self._page is not None:
            self._page.say(sentence)

    def _try_typed(self, account: Account, credential: Credential) -> None:
        """Tests what stands in the form; of a changed account without new secrets, with those that are kept."""
        credentials = self.w.gathering.credentials
        form = self._form

        def say(sentence: str, well: bool = False) -> None:
            if form is not None and form is self._form:
                form.show_trial(sentence, well=well)

        def ask() -> Callable[[], None]:
            known_as = tried_account(account, credentials if not credential.secrets else _Typed(credential))
            return lambda: say(trial_told(called(account), known_as), True)

        self._beside_accounts(ask, say)

    def _keep(self, account: Account, credential: Credential, *, new: bool, for_session: bool) -> None:
        """Keeps an account beside the window; where no keyring takes its secrets, the session is offered."""
        gathering = self.w.gathering

        def keep() -> Callable[[], None]:
            if credential.secrets:
                try:
                    gathering.credentials.keep(account.key, credential, for_session=for_session)
                except NoKeyring as error:
                    sentence = str(error)
                    return lambda: self._offer_session(account, credential, sentence, new=new)
            return lambda: self._kept(account, new=new)

        self._beside_accounts(keep, self.w.tell)

    def _offer_session(self, account: Account, credential: Credential, sentence: str, *, new: bool) -> None:
        asked = f"{sentence}\n\n{tr('Keep it for this session only?')}"
        if QMessageBox.question(self.w, tr("Accounts"), asked) == QMessageBox.StandardButton.Yes:
            self._keep(account, credential, new=new, for_session=True)

    def _kept(self, account: Account, *, new: bool) -> None:
        if self.perform(AddAccount(account) if new else ChangeAccount(account)):
            self.w.library.sources.ask_anew([asked_key(account.key)])
            self.w.gathering.syncer.sync([account.key])
            self._show_accounts()

    def _forgotten(self, key: str) -> Callable[[], None]:
        self.w.gathering.credentials.remove(key)
        return lambda: None

    def _beside_accounts(self, work: Callable[[], Callable[[], None]], fails: Callable[[str], None]) -> None:
        """Does `work` on a thread of its own, and what it gives back in the window; `fails` hears the sentence."""
        told = self.w.gathering.told

        def run() -> None:
            try:
                then = work()
            except VerbatimError as error:
                sentence = str(error)
                then = lambda: fails(sentence)  # noqa: E731
            with suppress(RuntimeError):  # the window was closed meanwhile
                told.emit(AccountAnswer(then))

        threading.Thread(target=run, name="verbatim-account", daemon=True).start()


class _Typed:
    """What was typed in the form, asked for like what is kept."""

    def __init__(self, credential: Credential) -> None:
        self._credential = credential

    def of(self, _account: str) -> Credential:
        return self._credential


def trial_told(name: str, known_as: str) -> str:
    """That signing in works."""
    return (
        tr("{name}: signed in as {user}.", name=name, user=known_as)
        if known_as
        else tr("{name}: signed in.", name=name)
    )
