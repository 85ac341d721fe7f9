"""A real Tiny Tiny RSS on loopback, of Debian's packages: tt-rss (as files), php-cli, php-pgsql, php-xml, php-mbstring,
php-intl, php-curl, php-php-gettext, php-psr-log and postgresql. Where one of them is missing there is none."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FILES = Path(os.environ.get("TT_RSS", "/usr/share/tt-rss"))
"""Where the package's files lie; another place for a package that was only unpacked."""
POSTGRES = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
USER, PASSWORD = "admin", "password"


def is_there() -> bool:
    """Whether all it takes is installed. PostgreSQL starts as its own user alone, for which root is needed."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return as_root and bool(shutil.which("php") and POSTGRES) and (FILES / "schema").is_dir()


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


class Database:
    """PostgreSQL in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.port, self.folder = free_port(), folder
        self.bin = POSTGRES[-1].parent
        folder.mkdir()
        shutil.chown(folder, "postgres")
        for parent in folder.parents:  # pytest's folders are for their owner alone
            if parent.stat().st_mode & 0o005 != 0o005 and parent != parent.parent:
                parent.chmod(parent.stat().st_mode | 0o055)
        self._as_postgres(f"{self.bin}/initdb -D {folder} -A trust --no-sync")
        options = f"-p {self.port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        self._as_postgres(f"{self.bin}/pg_ctl -D {folder} -o '{options}' -w -l {folder}/log start")
        self.run("CREATE DATABASE ttrss", "postgres")

    def run(self, statement: str, database: str = "ttrss") -> str:
        return self._psql(database, "-c", statement)

    def load(self, file: Path) -> None:
        self._psql("ttrss", "-f", str(file))

    def close(self) -> None:
        self._as_postgres(f"{self.bin}/pg_ctl -D {self.folder} -m immediate stop")

    def _psql(self, database: str, *more: str) -> str:
        command = ["psql", "-q", "-t", "-A", "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", database, *more]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout

    def _as_postgres(self, command: str) -> None:
        subprocess.run(["su", "postgres", "-c", command], check=True, capture_output=True, timeout=180, cwd="/")


class TinyTinyRss:
    """The server, with one feed and entries of the test's making."""

    def __init__(self, folder: Path) -> None:
        self.database = Database(folder / "database")
        www = folder / "www"
        shutil.copytree(FILES / "www", www, symlinks=True)
        for link, target in (("lib/gettext", "php-php-gettext"), ("vendor/Psr", "Psr")):
            (www / link).unlink(missing_ok=True)
            (www / link).symlink_to(f"/usr/share/php/{target}")
        (www / "config.php").unlink(missing_ok=True)
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        (www / "config.php").write_text(self._config(folder))
        (www / "feed-icons").unlink(missing_ok=True)
        for name in (
            "lock",
            "cache/images",
            "cache/upload",
            "cache/export",
            "cache/js",
            "cache/feeds",
            "www/feed-icons",
        ):
            (folder / name).mkdir(parents=True)
        self.database.load(FILES / "schema" / "ttrss_schema_pgsql.sql")
        self.database.run(
            "INSERT INTO ttrss_user_prefs (pref_name, owner_uid, value) VALUES ('ENABLE_API_ACCESS', 1, 'true')"
        )
        self._php = subprocess.Popen(
            ["php", "-d", "display_errors=0", "-S", f"127.0.0.1:{port}"],
            cwd=www, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._wait()
        self.database.run("DELETE FROM ttrss_feeds")
        self.database.run(
            "INSERT INTO ttrss_feeds (id, owner_uid, title, feed_url) VALUES (77, 1, 'Quay', 'https://news.example.org/feed')"
        )

    def write(self, number: int, title: str, content: str, *, unread: bool = True) -> None:
        """Puts an entry into the feed, as the updater would."""
        url = f"https://news.example.org/{number}"
        self.database.run(
            "INSERT INTO ttrss_entries (id, title, guid, link, updated, content, content_hash, date_entered, date_updated, author)"
            f" VALUES ({number}, '{title}', '{url}', '{url}', now(), '{content}', '', now(), now(), 'Ada Quill')"
        )
        self.database.run(
            "INSERT INTO ttrss_user_entries (ref_id, uuid, feed_id, owner_uid, unread, tag_cache, label_cache)"
            f" VALUES ({number}, '', 77, 1, {str(unread).lower()}, '', '')"
        )

    def mark(self, number: int, **columns: bool) -> None:
        setting = ", ".join(f"{name} = {str(value).lower()}" for name, value in columns.items())
        self.database.run(f"UPDATE ttrss_user_entries SET {setting} WHERE ref_id = {number}")

    def marks(self, number: int) -> tuple[bool, bool]:
        """Whether an entry is unread, and whether it is starred."""
        unread, starred = (
            self.database.run(f"SELECT unread, marked FROM ttrss_user_entries WHERE ref_id = {number}")
            .strip()
            .split("|")
        )
        return unread == "t", starred == "t"

    def close(self) -> None:
        self._php.terminate()
        self._php.wait(10)
        self.database.close()

    def _config(self, folder: Path) -> str:
        held = next(
            path
            for path in (
                FILES / "www/config.php",
                *FILES.parents[1].glob("etc/tt-rss/config.php"),
                FILES.parents[2] / "etc/tt-rss/config.php",
                Path("/etc/tt-rss/config.php"),
            )
            if path.exists()
        )
        values = {
            "DB_TYPE": "pgsql", "DB_HOST": "127.0.0.1", "DB_PORT": str(self.database.port), "DB_USER": "postgres",
            "DB_NAME": "ttrss", "DB_PASS": "", "SELF_URL_PATH": f"{self.url}/", "LOCK_DIRECTORY": str(folder / "lock"),
            "CACHE_DIR": str(folder / "cache"), "SINGLE_USER_MODE": "",
        }  # fmt: skip
        text = re.sub(r"include_once\('/etc/tt-rss/database.php'\);", "", held.read_text())
        for name, value in values.items():
            text = re.sub(rf"define\('{name}', .*?\);", f"define('{name}', '{value}');", text)
        return text

    def _wait(self) -> None:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{self.url}/api/", data=b'{"op":"isLoggedIn"}', timeout=20).read()
                return
            except OSError:
                time.sleep(0.2)
        raise AssertionError("PHP does not answer")


@contextmanager
def running(folder: Path) -> Iterator[TinyTinyRss]:
    server = TinyTinyRss(folder)
    try:
        yield server
    finally:
        server.close()
