"""Accounts with services in the window: the page of them, and the form to add or change one."""

from reader.window.accounts.form import AccountForm
from reader.window.accounts.page import AccountsPage
from reader.window.accounts.telling import called, outcome_told, state_told

__all__ = ["AccountForm", "AccountsPage", "called", "outcome_told", "state_told"]
