"""What changes of accounts do, decided as row images; and the books on what lies in them."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from reader.article import LibraryError, url_key
from reader.library import changes
from reader.library.account_values import Account, AddAccount, ChangeAccount, RemoveAccount
from reader.library.deciding import images_of, row_of_key, without_key
from reader.library.deciding_sources import come_alone
from reader.library.images import Image
from reader.library.packing import now, storable
from reader.library.schema import account_facts, account_items, accounts, articles


@images_of.register
def _(change: AddAccount, connection: Connection) -> list[Image]:
    if row_of_key(connection, accounts, change.account.key) is not None:
        return []
    return [Image("accounts", (change.account.key,), None, {**_columns(change.account), "created": now()})]


@images_of.register
def _(change: ChangeAccount, connection: Connection) -> list[Image]:
    row = row_of_key(connection, accounts, change.account.key)
    if row is None:
        raise LibraryError("The account is no longer in the library; add it anew.")
    differing = {name: value for name, value in _columns(change.account).items() if row[name] != value}
    before = {name: row[name] for name in differing}
    return [Image("accounts", (change.account.key,), before, differing)] if differing else []


@images_of.register
def _(change: RemoveAccount, connection: Connection) -> list[Image]:
    row = row_of_key(connection, accounts, change.key)
    if row is None:
        return []
    images = [Image("accounts", (change.key,), without_key(accounts, row), None)]
    keys = feeds_of(connection, change.key)
    images += images_of(changes.RemoveFeeds(tuple(keys)), connection)
    if change.with_articles:
        images += images_of(changes.Trash(_of_this_alone(connection, change.key, keys)), connection)
    return images


def feeds_of(connection: Connection, account: str) -> list[str]:
    """The keys of the feeds that came by an account."""
    held = connection.scalar(select(account_facts.c.feeds).where(account_facts.c.account == account))
    return [str(key) for key in json.loads(held)] if held else []


def arrivals(account: str) -> str:
    """The feed, in the books on items, of what came by an account without one."""
    return f"account {account}"


def note_facts(connection: Connection, account: str, **facts: str) -> None:
    """Keep facts on an account: its `cursor`, its `feeds`."""
    values = {"account": account, "cursor": "", "feeds": "[]", **{k: storable(v) for k, v in facts.items()}}
    statement = insert(account_facts).values(values)
    connection.execute(statement.on_conflict_do_update(index_elements=["account"], set_=facts))


def article_at(connection: Connection, url: str) -> int | None:
    """The article of an address, the oldest of several; None where there is none."""
    key = url_key(url)
    if key is None:
        return None
    return connection.scalar(select(articles.c.id).where(articles.c.url_key == key).order_by(articles.c.id).limit(1))


def _of_this_alone(connection: Connection, account: str, keys: list[str]) -> tuple[int, ...]:
    """The articles that came by this account and nothing else, and carry nothing of the reader's."""
    other_accounts = (
        select(account_items.c.article)
        .join(accounts, accounts.c.key == account_items.c.account)
        .where(account_items.c.article.is_not(None), account_items.c.account != account)
    )
    return come_alone(connection, [arrivals(account), *keys], keys, other_accounts)


def _columns(account: Account) -> dict[str, Any]:
    return {
        "kind": account.kind,
        "url": storable(account.url),
        "user": storable(account.user),
        "name": storable(account.name.strip()),
        "sends": account.sends,
    }
