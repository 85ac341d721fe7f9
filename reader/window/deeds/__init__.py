"""What the commands do: each method is one thing a reader can do, in the words of the library."""

from reader.window.deeds.choices import Choices
from reader.window.deeds.citing import Citing
from reader.window.deeds.decisions import Decisions
from reader.window.deeds.exporting import Exporting
from reader.window.deeds.importing import ImportingDeeds
from reader.window.deeds.live import Live
from reader.window.deeds.newer import Newer
from reader.window.deeds.ordering import Ordering
from reader.window.deeds.overview import Overviews
from reader.window.deeds.passages import Passages
from reader.window.deeds.people import People
from reader.window.deeds.pictures import Pictures
from reader.window.deeds.searching import Searching
from reader.window.deeds.sharing import Sharing
from reader.window.deeds.shelf import Shelf
from reader.window.deeds.signing_in import SigningIn
from reader.window.deeds.syncing import Accounting
from reader.window.deeds.view import View


class Deeds(
    Shelf,
    Searching,
    Ordering,
    Exporting,
    ImportingDeeds,
    Live,
    SigningIn,
    Accounting,
    Passages,
    Citing,
    Sharing,
    Overviews,
    Decisions,
    People,
    Pictures,
    View,
    Newer,
    Choices,
):
    """All deeds on one window."""


__all__ = ["Deeds"]
