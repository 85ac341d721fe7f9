"""Dialogs that bring the library into order: collections, rules, many articles at once, duplicates, what was deleted."""

from reader.window.organising.bulk import ChangeMany
from reader.window.organising.choosing import choose_named
from reader.window.organising.deleted import RecentlyDeleted
from reader.window.organising.duplicates import DuplicatesPage
from reader.window.organising.rules import RulesPage

__all__ = ["ChangeMany", "DuplicatesPage", "RecentlyDeleted", "RulesPage", "choose_named"]
