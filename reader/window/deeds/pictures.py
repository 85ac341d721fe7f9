"""Deeds on pictures: the map of what articles name."""

from __future__ import annotations

from reader.article import LibraryError, counted, tr
from reader.library import Opened
from reader.window.commands import command
from reader.window.deeds.deed import CHOSEN, Deed
from reader.window.pictures import MapWindow
from reader.window.pictures.places import NamedPlace, named_places

MOST_ARTICLES = 100
"""Of so many chosen articles the pictures tell: more would keep the window waiting."""


class Pictures(Deed):
    """Pictures of the chosen articles, or of the one that is open."""

    @command(
        "picture.map", "View/Pictures", "Map of places", "Show the places of the chosen articles on a map", "G, M",
        needs=CHOSEN, also=("articles", "names", "page"),
    )  # fmt: skip
    def show_map(self) -> None:
        articles = self._articles()
        places = named_places(articles)
        if not places:
            self.w.say(tr("These articles name no places."))
            return
        shown = MapWindow(self.w.theme, _title(articles), places, self.w)
        shown.place_asked.connect(self._go_to_place)
        shown.show()

    def _articles(self) -> list[Opened]:
        found = []
        for article in self.ids()[:MOST_ARTICLES]:
            try:
                found.append(self.w.library.opened(article))
            except LibraryError as error:
                self.w.say(str(error))
        return found

    def _go_to_place(self, place: NamedPlace) -> None:
        self.w.people.go_to_article(place.article)
        if place.first is not None:
            self.w.page.light([place.first])
        self.w.activateWindow()


def _title(articles: list[Opened]) -> str:
    if len(articles) == 1:
        return articles[0].article.title or articles[0].capture_name
    return counted(len(articles), "{n} article", "{n} articles")
