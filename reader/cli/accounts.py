"""`verbatim accounts …`: accounts with services, added, listed, synced and removed. Secrets are asked for, or read from
standard input, one a line; they are no arguments, which every program on the machine could read."""

from __future__ import annotations

import getpass
import sys
import uuid
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from reader.accounts import KINDS, Credential, Credentials, Kind, Outcome, service_address
from reader.article import UnreadableInput, VerbatimError, counted, host_of, tr
from reader.cli.options import ArticlesToo, LibraryOption
from reader.cli.terminal import safe
from reader.library import Account, AddAccount, HeldAccount, Library, RemoveAccount, Shared
from reader.work import FOLDER, sync_account, sync_folder, tried_account
from reader.work.source_desk import SourceDesk

app = typer.Typer(
    name="accounts", help="Accounts with services: add, list, sync and remove them.", no_args_is_help=True
)

Named = Annotated[list[str] | None, typer.Argument(metavar="ACCOUNT", help="Names or addresses; all if none.")]


@app.command()
def add(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=f"One of {', '.join(KINDS)}.")],
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help="Of the service, or of its API.")] = "",
    user: Annotated[str, typer.Option("--user", help="Your name there.")] = "",
    name: Annotated[str, typer.Option("--name", help="What you call the account.")] = "",
    sends: Annotated[bool, typer.Option(help="Whether articles saved here go there too.")] = True,
    library: LibraryOption = None,
) -> None:
    """Add an account. Its password or token is asked for, tried, and kept in the system's keyring."""
    chosen = KINDS.get(kind)
    if chosen is None:
        raise UnreadableInput(f"There is no kind of account “{kind}”: choose one of {', '.join(KINDS)}.")
    url = service_address(address or chosen.address)
    if chosen.user and not user:
        raise UnreadableInput(f"{chosen.name} wants your name there: give it with --user.")
    account = Account(str(uuid.uuid4()), kind, url, user, name, sends)
    credential = Credential(user, _asked(chosen))
    credentials = Credentials()
    credentials.keep(account.key, credential, for_session=True)
    known_as = tried_account(account, credentials)
    with Library.open(library) as shelf:
        credentials.keep(account.key, credential)
        shelf.perform(AddAccount(account))
    who = f" as {known_as}" if known_as else ""
    print(safe(f"{name or host_of(url)}: signed in{who}. Sync it with: verbatim accounts sync"))


@app.command("list")
def list_(library: LibraryOption = None) -> None:
    """Print the accounts: kind, name, address, user, articles, changes that wait, last sync, what is wrong with it."""
    with Library.open(library, read_only=True) as shelf:
        for held in shelf.accounts.all():
            account, asked = held.account, held.asked
            last = asked.succeeded_at.astimezone().strftime("%Y-%m-%d %H:%M") if asked.succeeded_at else "never"
            fields = (
                account.kind, called(account), account.url, account.user, str(held.articles), str(held.waiting), last,
                asked.fault,
            )  # fmt: skip
            print("\t".join(safe(field) for field in fields))


@app.command()
def sync(accounts: Named = None, library: LibraryOption = None) -> None:
    """Sync accounts, now. The exit status is 1 where one of them fails."""
    failed = False
    credentials = Credentials()
    with Library.open(library) as shelf, closing(SourceDesk()) as desk:
        for held in _chosen(shelf, accounts or []):
            name = called(held.account)
            try:
                outcome = sync_account(shelf, held.account, credentials, desk)
            except VerbatimError as error:
                failed = True
                print(f"verbatim: {safe(f'{name}: {error}')}", file=sys.stderr)
            else:
                print(safe(f"{name}: {told(outcome)}"))
    if failed:
        raise typer.Exit(1)


@app.command()
def remove(
    accounts: Annotated[list[str], typer.Argument(metavar="ACCOUNT", help="Names or addresses.")],
    articles: ArticlesToo = False,
    library: LibraryOption = None,
) -> None:
    """Forget accounts, and what they are signed in with. What lies there stays there."""
    with Library.open(library) as shelf:
        for held in _chosen(shelf, accounts):
            shelf.perform(RemoveAccount(held.key, with_articles=articles))
            Credentials().remove(held.key)
            print(safe(f"{called(held.account)}: removed."))


def sync_command(
    place: Annotated[
        str,
        typer.Argument(
            metavar="FOLDER", help="A folder that all your machines have, or a WebDAV address; the last one if none."
        ),
    ] = "",
    user: Annotated[str, typer.Option("--user", help="Your name on the WebDAV server.")] = "",
    library: LibraryOption = None,
) -> None:
    """Sync with your other machines through a folder that any program keeps the same on all of them.

    Each machine writes its own files and reads the others'. What you wrote, and your articles, come to all of them;
    nothing is lost where two changed the same. A WebDAV server's password is asked for, and kept in the keyring.
    """
    credentials = Credentials()
    is_web = place.startswith(("http://", "https://"))
    if is_web and user:
        credentials.keep(FOLDER, Credential(user, {"password": _line(tr("Password"))}))
    with Library.open(library) as shelf:
        where = place if is_web or not place else str(Path(place).resolve())
        if not (where or shelf.replica.place):
            raise UnreadableInput("No folder is known yet: name the one that your machines share.")
        shared = sync_folder(shelf, credentials, where)
        if where:
            shelf.replica.set_place(where)
    print(safe(shared_told(shared)))


def shared_told(shared: Shared) -> str:
    """What a sync through a folder did, in a line."""
    told = [
        counted(len(shared.new), "{n} new article", "{n} new articles"),
        counted(shared.changed, "{n} change from other machines", "{n} changes from other machines"),
        counted(shared.told, "{n} told to them.", "{n} told to them."),
    ]
    waits = counted(shared.waiting, "{n} waits for its article.", "{n} wait for their articles.")
    return f"{', '.join(told)} {waits if shared.waiting else ''}".rstrip()


def called(account: Account) -> str:
    """What to call an account."""
    return account.name or host_of(account.url)


def told(outcome: Outcome) -> str:
    """What a sync did, in a line."""
    return ", ".join(
        (
            counted(len(outcome.new), "{n} new article", "{n} new articles"),
            counted(outcome.changed, "{n} changed", "{n} changed"),
            counted(outcome.sent, "{n} change sent", "{n} changes sent"),
            counted(outcome.annotations, "{n} annotation exchanged.", "{n} annotations exchanged."),
        )
    )


def _line(name: str) -> str:
    return getpass.getpass(f"{name}: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")


def _asked(kind: Kind) -> dict[str, str]:
    """The secrets of a kind, from the terminal without showing them, or a line of standard input each."""
    return {field: _line(tr(name)) for field, name in kind.needs}


def _chosen(library: Library, names: Iterable[str]) -> list[HeldAccount]:
    held = library.accounts.all()
    wanted = list(names)
    for name in wanted:
        if not any(name in _names(each.account) for each in held):
            raise UnreadableInput(f"There is no account {name}; “verbatim accounts list” shows those that there are.")
    return [each for each in held if not wanted or _names(each.account) & set(wanted)]


def _names(account: Account) -> set[str]:
    return {account.key, account.name, account.url, host_of(account.url)} - {""}
