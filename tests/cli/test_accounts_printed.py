"""Accounts in the terminal, against a stand-in on loopback, with a keyring in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from kept_in_memory import InMemory
from keyring.backends.fail import Keyring as NoBackend
from service_servers import TOKEN, MinifluxServer, entries
from typer.testing import CliRunner, Result

from reader.cli.command import app


@pytest.fixture
def server() -> Iterator[MinifluxServer]:
    made = MinifluxServer(entries("Ferry sails", "Bridge opens"))
    yield made
    made.close()


def run(folder: Path, *words: str, said: str = "") -> Result:
    return CliRunner().invoke(app, [*words, "--library", str(folder)], input=said)


def test_an_account_from_adding_to_removing(tmp_path: Path, ring: InMemory, server: MinifluxServer) -> None:
    home = tmp_path / "library"
    added = run(home, "accounts", "add", "miniflux", server.url, "--name", "Flux", said=f"{TOKEN}\n")
    assert added.exit_code == 0 and "Flux: signed in as ilse" in added.output and len(ring.held) == 1
    synced = run(home, "accounts", "sync")
    assert synced.exit_code == 0 and "Flux: 2 new articles" in synced.output
    listed = run(home, "accounts", "list").output.split("\t")
    assert listed[:3] == ["miniflux", "Flux", server.url] and listed[4:6] == ["2", "0"]
    assert "Ferry sails" in run(home, "list").output
    removed = run(home, "accounts", "remove", "Flux", "--articles")
    assert removed.exit_code == 0 and ring.held == {}
    assert run(home, "accounts", "list").output == "" and "Ferry sails" not in run(home, "list").output


def test_a_wrong_token_is_told_and_nothing_is_kept(tmp_path: Path, ring: InMemory, server: MinifluxServer) -> None:
    home = tmp_path / "library"
    added = run(home, "accounts", "add", "miniflux", server.url, said="wrong-token\n")
    assert added.exit_code == 1 and "does not take the sign-in" in str(added.exception)
    assert ring.held == {} and not home.exists()
    unknown = run(home, "accounts", "add", "hotmail", server.url, said="x\n")
    assert "There is no kind of account" in str(unknown.exception)


def test_without_a_keyring_the_terminal_says_so(tmp_path: Path, ring: InMemory, server: MinifluxServer) -> None:
    keyring.set_keyring(NoBackend())
    added = run(tmp_path / "library", "accounts", "add", "miniflux", server.url, said=f"{TOKEN}\n")
    assert added.exit_code == 1 and "no keyring" in str(added.exception)


def test_two_libraries_sync_through_a_folder(tmp_path: Path) -> None:
    shared, page = tmp_path / "shared", tmp_path / "page.txt"
    shared.mkdir()
    page.write_text(
        "Ferry sails\n\nThe harbour master of Nordhaven wrote a letter about it to the council, and another.\n"
    )
    one, other = tmp_path / "one", tmp_path / "other"
    assert "No folder is known" in str(run(one, "sync").exception)
    assert "There is no folder" in str(run(one, "sync", str(tmp_path / "nowhere")).exception)
    assert run(one, "add", str(page)).exit_code == 0
    assert run(one, "sync", str(shared)).exit_code == 0
    came = run(other, "sync", str(shared))
    assert came.exit_code == 0 and "1 new article" in came.output
    assert "Ferry sails" in run(other, "list").output
    assert "0 new articles" in run(other, "sync").output, "the folder is remembered"
