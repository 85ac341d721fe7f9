"""Sign-ins for sites and proxies in the system's keyring; syncing with services and with one's own other machines."""

from reader.accounts.credentials import Credentials
from reader.accounts.exchange import Exchange, Outcome, Stopped
from reader.accounts.folder import FolderShelf, Shelf, sync_through
from reader.accounts.kinds import KINDS, Kind, service_of
from reader.accounts.service import Credential, RemoteItem, Service
from reader.accounts.sign_ins import NAMES, PROXY, How, NoKeyring, Secret, SignInError, SignIns, origin_of
from reader.accounts.webdav import SHELF_LIMITS, WebDavShelf
from reader.accounts.wire import AccountError, Refused, Wire, service_address

__all__ = [
    "KINDS",
    "NAMES",
    "PROXY",
    "SHELF_LIMITS",
    "AccountError",
    "Credential",
    "Credentials",
    "Exchange",
    "FolderShelf",
    "How",
    "Kind",
    "NoKeyring",
    "Outcome",
    "Refused",
    "RemoteItem",
    "Secret",
    "Service",
    "Shelf",
    "SignInError",
    "SignIns",
    "Stopped",
    "WebDavShelf",
    "Wire",
    "origin_of",
    "service_address",
    "service_of",
    "sync_through",
]
