"""Deeds on pictures: the map of what articles name, when they say it happened, and who gets to speak."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from reader.article import LibraryError, Span, counted, tr
from reader.library import Opened, Query, Tally
from reader.window.commands import command
from reader.window.deeds.deed import CHOSEN, Deed
from reader.window.pictures import Habits, MapWindow, PictureWindow, Timeline, Voices
from reader.window.pictures.habits import habit_cards, sums
from reader.window.pictures.happenings import happening_cards, happenings
from reader.window.pictures.places import NamedPlace, named_places
from reader.window.pictures.voices import voice_cards, voices

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
        shown.appear()

    @command(
        "picture.timeline", "View/Pictures", "Timeline", "Show what the chosen articles say happened when", "G, D",
        needs=CHOSEN, also=("articles", "dates", "page"),
    )  # fmt: skip
    def show_timeline(self) -> None:
        articles = self._articles()
        found = happenings(articles)
        if not found:
            self.w.say(tr("These articles name no dates."))
            return
        places = {each.key: each for each in found}
        shown = PictureWindow(Timeline(self.w.theme, found), _title(articles), tr("Timeline"), self.w)
        shown.show_cards(partial(happening_cards, found))
        ranges = sum(each.mention.days[0] != each.mention.days[1] for each in found)
        told = [counted(len(found), "{n} date", "{n} dates")]
        if ranges:
            told.append(counted(ranges, "{n} a week, month or year", "{n} weeks, months or years"))
        shown.told.setText(" · ".join([*told, tr("Enter goes to the passage")]))
        shown.asked.connect(
            lambda key: self._go(places[key].article, Span(places[key].mention.start, places[key].mention.end))
        )
        shown.choose_first()
        shown.appear()

    @command(
        "picture.voices", "View/Pictures", "Voices", "Show how many words of each voice the chosen articles quote", "G, V",
        needs=CHOSEN, also=("articles", "quotes", "page"),
    )  # fmt: skip
    def show_voices(self) -> None:
        articles = self._articles()
        found = voices(articles)
        if not found:
            self.w.say(tr("These articles quote nobody."))
            return
        firsts = {heard.key: heard for heard in found}
        shown = PictureWindow(Voices(self.w.theme, found), _title(articles), tr("Voices"), self.w)
        shown.show_cards(partial(voice_cards, found))
        told = counted(len(found), "{n} voice", "{n} voices")
        shown.told.setText(" · ".join([told, tr("Enter goes to the first quotation")]))
        shown.asked.connect(lambda key: self.w.people.go_to_quote(firsts[key].article, firsts[key].first))
        shown.choose_first()
        shown.appear()

    @command(
        "picture.habits", "View/Pictures", "Reading statistics",
        "Show what you read: articles by week, where they are from, who is quoted most", "G, I",
    )  # fmt: skip
    def show_habits(self) -> None:
        self.w.say(tr("Counting…"))
        self.w.asker.ask("habits", lambda library: library.tally(), self._show_habits)

    def _show_habits(self, found: Tally) -> None:
        if not found.articles:
            self.w.say(tr("There is nothing to count yet: add an article first."))
            return
        self.w.say("")
        title = tr("What was read")
        shown = PictureWindow(Habits(self.w.theme, found), title, tr("Reading statistics"), self.w)
        shown.show_cards(partial(habit_cards, found))
        shown.told.setText(" · ".join([sums(found), tr("Enter goes to the articles or the person")]))
        shown.asked.connect(self._go_to_habit)
        shown.choose_first()
        shown.appear()

    def _go_to_habit(self, key: str) -> None:
        """To a person's page, or to the articles of a source or a week."""
        if key[:1] == "t":
            self.w.people.show_thing(int(key[1:]))
        elif key[1:]:
            ends = key[1:] if key[:1] == "s" else _week(key[1:])
            self.w.sidebar.choose(Query())
            self.w.search.setText(f'site:"{ends}"' if key[:1] == "s" else f"added:{ends}")
        self.w.activateWindow()

    def _articles(self) -> list[Opened]:
        found = []
        for article in self.ids()[:MOST_ARTICLES]:
            try:
                found.append(self.w.library.opened(article))
            except LibraryError as error:
                self.w.say(str(error))
        return found

    def _go_to_place(self, place: NamedPlace) -> None:
        self._go(place.article, place.first)

    def _go(self, article: int, passage: Span | None) -> None:
        self.w.people.go_to_article(article)
        if passage is not None:
            self.w.page.light([passage])
        self.w.activateWindow()


def _week(monday: str) -> str:
    """A week as the search takes it: from its Monday to its Sunday."""
    return f"{monday}..{date.fromisoformat(monday) + timedelta(days=6)}"


def _title(articles: list[Opened]) -> str:
    if len(articles) == 1:
        return articles[0].article.title or articles[0].capture_name
    return counted(len(articles), "{n} article", "{n} articles")
