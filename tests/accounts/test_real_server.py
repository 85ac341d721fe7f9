"""Syncing with a real Tiny Tiny RSS, where Debian's packages of it are installed (see `real_tiny_tiny_rss`)."""

from __future__ import annotations

from pathlib import Path

import pytest
import real_tiny_tiny_rss as real
from service_servers import prose
from test_syncing import made

from reader.accounts import Credential, Exchange, Refused, service_of
from reader.library import Account, AddAccount, Library, ListKind, Query, SetBookmarked, SetRead

pytestmark = pytest.mark.skipif(not real.is_there(), reason="needs Debian's tt-rss, php-cli, php-pgsql… and postgresql")


@pytest.mark.slow
def test_tiny_tiny_rss_both_ways(tmp_path: Path) -> None:
    (tmp_path / "server").mkdir()
    with real.running(tmp_path / "server") as server, Library.open(tmp_path / "library") as library:
        for number, title in ((501, "Ferry sails"), (502, "Bridge opens"), (503, "Mill closes")):
            server.write(number, title, prose(title))
        server.mark(503, marked=True, unread=False)
        account = Account("tt", "ttrss", server.url, real.USER)
        library.perform(AddAccount(account))
        with pytest.raises(Refused):
            service_of(account, Credential(real.USER, {"password": "wrong"})).sign_in()
        service = service_of(account, Credential(real.USER, {"password": real.PASSWORD}))
        exchange = Exchange(library, account, service, made)
        exchange.run()
        rows = {row.title: row for row in library.rows(Query(ListKind.ALL))}
        assert set(rows) == {"Ferry sails", "Bridge opens", "Mill closes"} and rows["Mill closes"].bookmarked
        assert rows["Ferry sails"].unread and not rows["Mill closes"].unread
        (feed,) = library.sources.feeds()
        assert (feed.title, feed.total) == ("Quay", 3)
        library.perform(SetRead((rows["Ferry sails"].id,)))
        library.perform(SetBookmarked((rows["Bridge opens"].id,)))
        server.mark(503, marked=False)
        exchange.run()
        assert server.marks(501) == (False, False) and server.marks(502) == (True, True)
        assert not library.opened(rows["Mill closes"].id).row.bookmarked
        server.database.run("DELETE FROM ttrss_sessions")  # the session runs out
        server.write(504, "Pier burns", prose("pier"))
        library.perform(SetRead((rows["Ferry sails"].id,), False))
        assert len(exchange.run().new) == 1
        assert server.marks(501) == (True, False)
        service.close()
