"""Deeds on people, organisations, places and stories: going to their pages, and deciding who is who."""

from __future__ import annotations

import uuid

from PySide6.QtWidgets import QInputDialog

from reader.article import EntityKind, Quote, extent_of, tr
from reader.library import Decide, Decision, DecisionKind, Offer, ThingRow
from reader.window.commands import Context, command
from reader.window.deeds.deed import ARTICLE, SOMETHING, Deed
from reader.window.inspector import ENTITIES
from reader.window.people import Across, choose_thing
from reader.window.people.content import KINDS
from reader.window.people.page import CONNECTIONS
from reader.window.pictures.picture_window import asked_path, saved

THING = Context(
    "the page of a person, organisation or place is shown",
    "Open somebody’s page first: “Person page” leads to whom the cursor stands on.",
    lambda do: do.w.people.thing is not None,
)
OFFER = Context(
    "the page says that another may be the same",
    "Nobody is offered as the same here.",
    lambda do: do.w.people.thing is not None and do.w.people.page.first_offer() is not None,
)
SPLIT = Context(
    "articles are chosen on somebody’s page",
    "Choose the articles that mean another one, in the Articles tab of somebody’s page, first.",
    lambda do: do.w.people.thing is not None and bool(do.w.people.page.chosen_articles()),
)


class People(Deed):
    """Everything here is a decision that is kept, made again after every new analysis, and undone like all else."""

    @command("go.people", "Go/Lists", "People", "List everybody whom your articles name", "G, P", args=(Across.PEOPLE,))
    @command(
        "go.organisations", "Go/Lists", "Organisations", "List the organisations", "G, O", args=(Across.ORGANISATIONS,)
    )
    @command("go.places", "Go/Lists", "Places", "List the places", "G, L", args=(Across.PLACES,))
    @command(
        "go.stories",
        "Go/Lists",
        "Stories",
        "List the stories that several articles tell",
        "G, Y",
        args=(Across.STORIES,),
    )
    @command("go.rejected", "Go/Lists", "Rejected names", "List the names that you rejected", args=(Across.REJECTED,))
    def go_across(self, across: Across) -> None:
        self.w.people.show(across)

    @command("go.back", "Go", "Back", "Go back to the page or article before", "Alt+Left")
    def go_back(self) -> None:
        if not self.w.people.back():
            self.w.say(tr("This is where you began."))

    @command(
        "person.page", "Go", "Person page",
        "Show all that is known of who said the quotation, or of the name, under the cursor", "P",
        needs=SOMETHING, also=("quotes", "names", "page"),
    )  # fmt: skip
    def show_person(self) -> None:
        thing = self.w.people.chosen_thing() if self.w.people.shown else self._pointed()
        if thing is None:
            self.w.say(tr("Nobody stands here: choose a quotation or a name first."))
            return
        self.w.people.show_thing(thing)

    @command(
        "story.page", "Go", "Story page", "Show who else tells this article’s story, and whom they quote", "Shift+O",
        needs=ARTICLE, also=("page", "articles"),
    )  # fmt: skip
    def show_story(self) -> None:
        opened = self.w.opened
        story = self.w.library.stories.of_article(opened.row.id) if opened is not None else None
        if story is None:
            self.w.say(tr("No other article in your library tells this story."))
            return
        self.w.people.show_story(story)

    @command("person.pair", "Go", "Quotes on…", "Show only what they said of another one", "Shift+P", needs=THING)
    def show_pair(self) -> None:
        row = self.w.people.thing
        if row is None:
            return
        met = self.w.library.people.company(row.id)
        first = [each.thing for each in sorted(met, key=lambda each: -each.said_of) if each.said_of]
        chosen = self.w.people.chosen_thing()
        other = self.w.library.people.row(chosen) if chosen is not None else None
        question = tr("What {name} said of whom?", name=row.name)
        other = other or choose_thing(self.w, self.w.library, tr("Quotes on…"), question, first, row.id)
        if other is not None:
            self.w.people.show_thing(row.id, other)

    @command(
        "person.merge", "Annotate/People", "Merge with…", "Say that they are another one, too", "Ctrl+M", needs=THING
    )
    def merge(self) -> None:
        row = self.w.people.thing
        if row is None:
            return
        first = [offer.other for offer in self.w.library.people.page(row.id).offers]
        first += [r for r in self.w.library.people.rows(row.kind, row.name.split()[-1]) if r not in first]
        question = tr("Who is {name} also? Both go on under the name of the one you choose.", name=row.name)
        other = choose_thing(self.w, self.w.library, tr("Merge with…"), question, first, row.id)
        if other is not None:
            self._merge(row, other)

    @command(
        "person.same", "Annotate/People", "They are the same", "Merge with the one who is offered as the same", "Ctrl+Shift+M",
        needs=OFFER,
    )  # fmt: skip
    def same(self, offer: Offer | None = None) -> None:
        row, offer = self.w.people.thing, offer or self.w.people.page.first_offer()
        if row is not None and offer is not None:
            # The longer name tells more; of two equal ones, the one that is met more often stays.
            fuller = max((row, offer.other), key=lambda each: (len(each.name.split()), each.articles))
            self._merge(offer.other if fuller is row else row, fuller)

    @command(
        "person.never", "Annotate/People", "Never the same", "Do not offer this one as the same again", "Ctrl+Shift+J",
        needs=OFFER,
    )  # fmt: skip
    def never(self, offer: Offer | None = None) -> None:
        row, offer = self.w.people.thing, offer or self.w.people.page.first_offer()
        if row is not None and offer is not None:
            self._decide_on(row, Decision(DecisionKind.NEVER, row.key, offer.other.key))

    @command(
        "person.split", "Annotate/People", "Another one in these articles",
        "Say that the chosen articles mean another person of this name", "Ctrl+Shift+D", needs=SPLIT,
    )  # fmt: skip
    def split(self) -> None:
        row, articles = self.w.people.thing, self.w.people.page.chosen_articles()
        if row is not None and articles:
            key = f"{row.key}/{uuid.uuid4().hex[:8]}"
            self._decide_on(row, Decision(DecisionKind.APART, row.key, key, articles=tuple(sorted(articles))))

    @command(
        "person.rename", "Annotate/People", "Rename…", "Give them the name that you know them by", "F2", needs=THING
    )
    def rename(self) -> None:
        row = self.w.people.thing
        if row is None:
            return
        name, done = QInputDialog.getText(self.w, tr("Rename"), tr("Their name:"), text=row.name)
        if done and name.strip() and name.strip() != row.name:
            self._decide_on(row, Decision(DecisionKind.NAME, row.key, name=" ".join(name.split())))

    @command(
        "person.reject", "Annotate/People", "This is no name", "Take them off every list, or put them back",
        "Ctrl+Shift+X", needs=THING,
    )  # fmt: skip
    def reject(self) -> None:
        row = self.w.people.thing
        if row is not None:
            kind = DecisionKind.ACCEPT if row.hidden else DecisionKind.REJECT
            self._decide_on(row, Decision(kind, row.key))

    @command(
        "person.kind", "Annotate/People", "What is it…", "Say whether this is a person, an organisation, a place…",
        "Ctrl+Shift+K", needs=THING,
    )  # fmt: skip
    def choose_kind(self) -> None:
        row = self.w.people.thing
        if row is None:
            return
        names = {tr(name): kind for kind, name in KINDS.items()}
        current = list(names.values()).index(row.kind)
        question = tr("What is {name}?", name=row.name)
        name, done = QInputDialog.getItem(self.w, tr("What is it…"), question, list(names), current, editable=False)
        if done and names[name] is not row.kind:
            self._decide_on(row, Decision(DecisionKind.KIND, row.key, as_kind=EntityKind(names[name])))

    @command(
        "person.picture", "View/Pictures", "Save the drawing of connections…",
        "Save the drawing of those mentioned with somebody as SVG or PNG", needs=THING,
    )  # fmt: skip
    def save_connections(self) -> None:
        row = self.w.people.thing
        path = asked_path(self.w, f"{row.name}.svg") if row is not None else None
        if path is not None:
            self.w.people.set_tab(CONNECTIONS)  # what was never shown has no size yet
            self.w.say(saved(self.w.people.page.around, path), 6000)

    @command(
        "person.months", "View/Pictures", "Save the drawing of months…",
        "Save the drawing of somebody’s quotations by month as SVG or PNG", needs=THING,
    )  # fmt: skip
    def save_months(self) -> None:
        row = self.w.people.thing
        path = asked_path(self.w, f"{row.name}.svg") if row is not None else None
        if path is not None:
            self.w.say(saved(self.w.people.page.strip, path), 6000)

    def _merge(self, row: ThingRow, into: ThingRow) -> None:
        if self._decide_on(row, Decision(DecisionKind.SAME, row.key, into.key)):
            self.w.people.show_thing(into.id)

    def _decide_on(self, row: ThingRow, decision: Decision) -> bool:
        change = Decide(str(uuid.uuid4()), decision, row.name)
        done = self.perform(change)
        if done:
            self.w.say(tr("{label}: kept. Ctrl+Z takes it back.", label=change.label), 6000)
        return done

    def _pointed(self) -> int | None:
        """Who is meant: the name chosen in the inspector, the name or quotation at the caret, the chosen quotation."""
        w = self.w
        opened = w.opened
        if opened is None or opened.analysis is None:
            return None
        article, people = opened.row.id, w.library.people
        key = w.inspector.lists[ENTITIES].current_key()
        if key and w.inspector.tabs.currentIndex() == ENTITIES:
            return people.of_entity(article, key)
        if w.page.hasFocus():
            caret = w.page.caret()
            for entity in opened.analysis.entities:
                if any(m.start <= caret <= m.end for m in entity.mentions):
                    return people.of_entity(article, entity.id)
            for ordinal, quote in enumerate(opened.analysis.quotes):
                if _holds(quote, caret):
                    return people.speaker(article, ordinal)
        chosen = w.inspector.current_quote()
        return None if chosen is None else people.speaker(article, chosen)


def _holds(quote: Quote, caret: int) -> bool:
    start, end = extent_of(quote)
    return start <= caret <= end
