"""A folder on a WebDAV server (Nextcloud, ownCloud, Apache and others) as the place through which replicas sync.

RFC 4918: PROPFIND lists, GET and PUT carry files, MKCOL makes folders. A file that came up in part is found out by its
sum, as one that a copying program left behind.
"""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from reader.accounts.folder import MAX_ARTICLE_BYTES
from reader.accounts.service import Credential
from reader.accounts.wire import AccountError, Wire
from reader.article import tr
from reader.intake.web.failures import Cause, FetchFailed
from reader.intake.web.limits import LIMITS

_HREF = re.compile(rb"<(?:[A-Za-z0-9_-]+:)?href(?:\s[^>]*)?>\s*([^<]{1,4096}?)\s*</", re.IGNORECASE)
_ASKED = b'<?xml version="1.0"?><propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>'

SHELF_LIMITS = replace(LIMITS, wire_bytes=MAX_ARTICLE_BYTES, bytes=MAX_ARTICLE_BYTES, total_s=15 * 60)
"""An article with its original is larger than a page may be, and takes its time."""


class WebDavShelf:
    """One folder of one server, by name and password."""

    def __init__(self, wire: Wire, credential: Credential) -> None:
        self._wire = wire
        pair = f"{credential.user}:{credential.secrets.get('password', '')}"
        wire.headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
        self._made: set[str] = set()

    def close(self) -> None:
        self._wire.close()

    def check(self) -> None:
        """AccountError where the folder is not there, or the server knows no WebDAV."""
        if self._listed("") is None:
            raise AccountError(tr("{host} has no such folder; make it there first.", host=self._wire.host))

    def names(self, folder: str) -> list[str]:
        return self._listed(folder) or []

    def read(self, path: str, most: int) -> bytes | None:
        try:
            answer = self._wire.ask("GET", path, allowed=(404, 409))
        except FetchFailed as failure:
            if failure.cause is Cause.TOO_LARGE:
                return None
            raise
        return answer.content if answer.status < 300 and len(answer.content) <= most else None

    def write(self, path: str, content: bytes) -> None:
        self._make(path.rpartition("/")[0])
        self._wire.ask("PUT", path, content=content, headers={"Content-Type": "application/octet-stream"})

    def _make(self, folder: str) -> None:
        if not folder or folder in self._made:
            return
        self._make(folder.rpartition("/")[0])
        self._wire.ask("MKCOL", f"{folder}/", allowed=(405,))  # it is there already
        self._made.add(folder)

    def _listed(self, folder: str) -> list[str] | None:
        """The names in a folder; None where it is not there."""
        path = f"{folder}/" if folder else ""
        headers = {"Depth": "1", "Content-Type": "application/xml"}
        answer = self._wire.ask("PROPFIND", f"{path}", content=_ASKED, headers=headers, allowed=(404, 409))
        if answer.status in (404, 409):
            return None
        if answer.status != 207:
            raise AccountError(
                tr("{host} answers, but not as such a service; check the address and the kind.", host=self._wire.host)
            )
        own = unquote(urlsplit(f"{self._wire.address}/{folder}").path).rstrip("/")
        found = set()
        for href in _HREF.findall(answer.content):
            listed = unquote(urlsplit(href.decode("utf-8", "replace")).path).rstrip("/")
            parent, _, name = listed.rpartition("/")
            if parent == own and name:
                found.add(name)
        return sorted(found)
