"""What is said of accounts, in sentences."""

from __future__ import annotations

from datetime import UTC, datetime

from reader.accounts import Outcome
from reader.article import counted, host_of, tr
from reader.library import Account, Asked, HeldAccount, Shared


def called(account: Account) -> str:
    """What to call an account: the reader's name for it, or its host's."""
    return account.name or host_of(account.url)


def outcome_told(outcome: Outcome) -> str:
    """What a sync did; that nothing was to be done, where nothing was."""
    parts = [
        counted(len(outcome.new), "{n} new article", "{n} new articles") if outcome.new else "",
        counted(outcome.changed, "{n} changed there", "{n} changed there") if outcome.changed else "",
        counted(outcome.sent, "{n} change sent", "{n} changes sent") if outcome.sent else "",
        counted(outcome.annotations, "{n} annotation", "{n} annotations") if outcome.annotations else "",
        counted(outcome.wanted, "{n} page to fetch", "{n} pages to fetch") if outcome.wanted else "",
    ]
    told = ", ".join(part for part in parts if part)
    return f"{told}." if told else tr("nothing new.")


def state_told(held: HeldAccount, now: datetime | None = None) -> str:
    """How it goes with an account: what is wrong, when it was synced, what waits to be sent."""
    asked = held.asked
    parts = [asked.fault]
    if asked.fault and asked.gives_up:
        parts.append(tr("It is not synced by itself until that is mended."))
    if asked.succeeded_at is None:
        parts.append("" if asked.fault else tr("Not synced yet."))
    else:
        parts.append(tr("Last synced {when}.", when=ago(asked.succeeded_at, now or datetime.now(UTC))))
    if held.waiting:
        parts.append(counted(held.waiting, "{n} change waits to be sent.", "{n} changes wait to be sent."))
    parts.append(counted(held.articles, "{n} article.", "{n} articles.") if held.articles else "")
    return " ".join(part for part in parts if part)


def asked_told(asked: Asked) -> str:
    """How it goes with syncing through a folder."""
    if asked.fault:
        return asked.fault
    if asked.succeeded_at is None:
        return tr("Not synced yet.")
    return tr("Last synced {when}.", when=ago(asked.succeeded_at, datetime.now(UTC)))


def shared_told(shared: Shared) -> str:
    """What a sync through a folder did; empty where there was nothing to do."""
    parts = [
        counted(len(shared.new), "{n} new article", "{n} new articles") if shared.new else "",
        counted(shared.changed, "{n} change from your other machines", "{n} changes from your other machines")
        if shared.changed
        else "",
        counted(shared.told, "{n} told to them", "{n} told to them") if shared.told else "",
    ]
    told = ", ".join(part for part in parts if part)
    return f"{told}." if told else ""


def ago(moment: datetime, now: datetime) -> str:
    """When something was, as one says it."""
    minutes = int((now - moment).total_seconds() // 60)
    if minutes < 1:
        return tr("just now")
    if minutes < 60:
        return counted(minutes, "{n} minute ago", "{n} minutes ago")
    if minutes < 24 * 60:
        return counted(minutes // 60, "{n} hour ago", "{n} hours ago")
    return tr("on {moment:%d %B, %H:%M}", moment=moment.astimezone())
