"""People, organisations, places and stories across the library: lists, pages, and what is drawn on them."""

from reader.window.people.choosing import choose_thing
from reader.window.people.view import Across, PeopleView

__all__ = ["Across", "PeopleView", "choose_thing"]
