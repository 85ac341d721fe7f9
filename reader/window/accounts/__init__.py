"""Accounts with services in the window: the page of them, and the form to add or change one."""

from reader.window.accounts.folder_form import FolderForm
from reader.window.accounts.form import AccountForm
from reader.window.accounts.page import AccountsPage
from reader.window.accounts.telling import asked_told, called, outcome_told, shared_told, state_told

__all__ = [
    "AccountForm",
    "AccountsPage",
    "FolderForm",
    "asked_told",
    "called",
    "outcome_told",
    "shared_told",
    "state_told",
]
