"""Wherever Verbatim writes, no secret is written: database, journal, backups, settings, exports, a shared folder, logs,
what is printed, and the arguments of processes are all searched for it, packed or plain."""

from __future__ import annotations

import base64
import json
import os
import sqlite3
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import zstandard
from service_servers import PASSWORD, GoogleReaderServer, entries

ROOT = Path(__file__).resolve().parent.parent.parent
USER = "ilse"


def shapes(secret: str) -> list[bytes]:
    """A secret as it may be written: plain, quoted, in base 64, escaped."""
    pair = f"{USER}:{secret}"
    return [
        secret.encode(), quote(secret).encode(), json.dumps(secret)[1:-1].encode(),
        base64.b64encode(secret.encode()), base64.b64encode(pair.encode()),
    ]  # fmt: skip


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """All that lies in a folder, byte for byte; what is packed, unpacked too; of a database, every value."""
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = file.read_bytes()
        yield str(file), content
        yield f"{file} unpacked", unpacked(content)
        if content.startswith(b"SQLite format 3"):
            yield from values_in(file)
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as archive:
                for name in archive.namelist():
                    yield f"{file}/{name}", unpacked(archive.read(name))


def values_in(database: Path) -> Iterator[tuple[str, bytes]]:
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    tables = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        )
    ]
    for table in tables:
        for row in connection.execute(f'SELECT * FROM "{table}"'):
            for value in row:
                if isinstance(value, bytes):
                    yield f"{database} {table}", unpacked(value)
                elif value is not None:
                    yield f"{database} {table}", str(value).encode("utf-8", "replace")
    connection.close()


def unpacked(content: bytes) -> bytes:
    try:
        with zstandard.ZstdDecompressor().stream_reader(content) as reader:
            return reader.read(50_000_000)
    except zstandard.ZstdError:
        return content


class Watch:
    """Reads the arguments and the environment of every process that belongs to the test, as long as it runs."""

    def __init__(self, home: Path) -> None:
        self._home, self.seen, self._done = str(home).encode(), set[bytes](), threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        own = str(os.getpid())
        while not self._done.wait(0.02):
            for process in Path("/proc").glob("[0-9]*"):
                try:
                    told = (process / "cmdline").read_bytes() + b"\0" + (process / "environ").read_bytes()
                except OSError:
                    continue
                if process.name != own and self._home in told:
                    self.seen.add(told)


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")
def test_a_secret_is_written_nowhere_and_is_no_argument(tmp_path: Path) -> None:
    home, ring = tmp_path / "home", tmp_path / "keyring.json"
    home.mkdir()
    (home / "shared").mkdir()
    server = GoogleReaderServer(entries("Ferry sails"))
    environment = {
        **os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}", "PYTHON_KEYRING_BACKEND": "kept_in_memory.InFile",
        "KEYRING_FILE": str(ring), "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"), "XDG_STATE_HOME": str(home / "state"), "XDG_CACHE_HOME": str(home / "cache"),
    }  # fmt: skip
    printed: list[str] = []

    def run(*words: str, said: str = "") -> int:
        command = [sys.executable, "-m", "reader", *words, "--library", str(home / "library")]
        done = subprocess.run(
            command, input=said, capture_output=True, text=True, env=environment, timeout=100, check=False, cwd=home
        )
        printed.extend((done.stdout, done.stderr))
        return done.returncode

    with Watch(home) as watch:
        added = run("accounts", "add", "greader", server.url, "--user", USER, said=f"{PASSWORD}\n")
        assert added == 0, printed
        assert run("accounts", "sync") == 0, printed
        assert run("accounts", "list") == 0 and run("feeds", "export", str(home / "feeds.opml")) == 0
        assert run("sync", str(home / "shared")) == 0
        server.entries.clear()
        server.refusals = [server.answer_denied()] * 9
        assert run("accounts", "sync") == 1
        time.sleep(0.1)
    server.close()
    (kept,) = json.loads(ring.read_text("utf-8")).values()
    assert json.loads(kept)["secrets"] == {"password": PASSWORD}, "the keyring has it"
    assert watch.seen, "the processes were seen"
    found = list(contents(home))
    assert any("library.db" in name for name, _ in found) and any("journal" in name for name, _ in found)
    assert any("Ferry sails" in content.decode("utf-8", "replace") for _, content in found), (
        "the search looks into what is packed"
    )
    places = [
        *found,
        *(("arguments or environment", each) for each in watch.seen),
        ("printed", "".join(printed).encode()),
    ]
    for name, content in places:
        for shape in (*shapes(PASSWORD), *shapes(server.session)):
            assert shape not in content, f"a secret lies in {name}"
