"""What the pages of people and stories say, as cards; plain functions over values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from reader.article import EntityKind, QuoteKind, counted, mark, tr
from reader.article.dates_told import told_day, told_month, told_span
from reader.article.wording import Part, Piece, differences, told_difference
from reader.library import Company, Mentioning, Role, SaidQuote, StoryPage, StoryRow, ThingPage, ThingRow
from reader.window.inspector.cards import Card, esc
from reader.window.theme import Colours

LONGEST_CHARACTERS = 900
UNCERTAIN = 0.6
UNKNOWN = mark("unknown outlet")
KINDS = {
    EntityKind.PERSON: mark("person"),
    EntityKind.ORGANISATION: mark("organisation"),
    EntityKind.PLACE: mark("place"),
    EntityKind.GROUP: mark("group"),
    EntityKind.EVENT: mark("event"),
    EntityKind.WORK: mark("work"),
}


def printed_day(day: date) -> str:
    """A day as it is written out."""
    return told_day(day)


def printed_span(first: date, last: date) -> str:
    """From one day to another, without saying anything twice."""
    if first == last:
        return printed_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return told_span(first, last)
    if first.year == last.year:
        return told_span(first, last)
    return f"{printed_day(first)} – {printed_day(last)}"


def place_key(article: int, ordinal: int) -> str:
    """The key of a quotation's card."""
    return f"q{article}:{ordinal}"


def facts_of(page: ThingPage) -> str:
    """How often, where and since when somebody is quoted, in one line."""
    row = page.row
    facts = [
        counted(row.quotes, "{n} quotation", "{n} quotations"),
        counted(row.articles, "{n} article", "{n} articles"),
    ]
    if page.outlets:
        facts.append(counted(len(page.outlets), "{n} outlet", "{n} outlets"))
    if page.months:
        facts.append(tr("first heard in {month}", month=told_month(page.months[0][0])))
    return " · ".join(facts)


def names_of(page: ThingPage) -> str:
    """What else they are called, and whom the reader merged into them; empty where nothing."""
    parts = []
    if page.also:
        parts.append(tr("also {names}", names=", ".join(page.also)))
    if page.merged:
        parts.append(tr("with {names}, merged by you", names=", ".join(row.name for row in page.merged)))
    return " · ".join(parts)


def quote_cards(quotes: Iterable[SaidQuote], colours: Colours) -> list[Card]:
    """Quotations of one person, a month's under its name; the key is where each stands."""
    cards: list[Card] = []
    month = ""
    for quote in quotes:
        if (named := told_month(quote.day)) != month:
            month = named
            cards.append(heading(month, colours))
        cards.append(_quote_card(quote, colours))
    return cards


def _quote_card(quote: SaidQuote, colours: Colours) -> Card:
    words = printed_words(quote.text, quote.kind)
    style = "font-style:italic; " if quote.kind is QuoteKind.INDIRECT else ""
    facts = [quote.cue, tr(str(quote.kind)), quote.outlet or tr(UNKNOWN), printed_day(quote.day)]
    below = " · ".join(esc(fact) for fact in facts if fact)
    marks = ""
    if quote.confidence < UNCERTAIN:
        marks += f' · <span style="color:{colours.warning}">{tr("uncertain")}</span>'
    echo = ""
    if quote.echoes:
        echo = counted(quote.echoes, "also in {n} other article", "also in {n} other articles")
        marks += f' · <span style="color:{colours.accent}">{esc(echo)}</span>'
    markup = (
        f'<div class=words style="font-size:large; {style}">{words}</div>'
        f'<div style="margin-top:4px"><small style="color:{colours.muted}">{below}{marks}</small></div>'
        f'<div><small style="color:{colours.muted}">{esc(quote.title)}</small></div>'
    )
    spoken = ". ".join(part for part in (quote.text, ", ".join(filter(None, facts)), quote.title, echo) if part)
    return Card(place_key(quote.article, quote.ordinal), markup, spoken)


def printed_words(text: str, kind: QuoteKind) -> str:
    """Quoted words as they stand in a card: in quotation marks where they are verbatim, cut where they are very long."""
    shown = text if len(text) <= LONGEST_CHARACTERS else f"{text[:LONGEST_CHARACTERS]}…"
    return esc(shown) if kind is QuoteKind.INDIRECT else f"“{esc(shown)}”"


def article_cards(articles: Iterable[Mentioning], colours: Colours) -> list[Card]:
    """Articles that mention somebody; the key is `a` and the article's number."""
    cards = []
    for article in articles:
        facts = [article.outlet or tr(UNKNOWN), printed_day(article.day)]
        if article.mentions:
            facts.append(counted(article.mentions, "{n} mention", "{n} mentions"))
        facts.append(counted(article.quotes, "{n} quotation", "{n} quotations"))
        below = " · ".join(facts)
        markup = (
            f'<div class=words style="font-size:large">{esc(article.title)}</div>'
            f'<div><small style="color:{colours.muted}">{esc(below)}</small></div>'
        )
        cards.append(Card(f"a{article.article}", markup, f"{article.title}, {below}"))
    return cards


def role_cards(roles: Iterable[Role], colours: Colours) -> list[Card]:
    """The roles that somebody was given, the last one first."""
    cards = []
    for role in roles:
        when = printed_span(role.first, role.last)
        number = counted(role.articles, "{n} article", "{n} articles")
        markup = (
            f"<div class=strong>{esc(role.text)}</div>"
            f'<div><small style="color:{colours.muted}">{esc(when)} · {esc(number)}</small></div>'
        )
        cards.append(Card(f"r{role.text}", markup, f"{role.text}, {when}, {number}"))
    return cards


def company_cards(page: ThingPage, company: Iterable[Company], colours: Colours) -> list[Card]:
    """Who is mentioned with somebody (key `t` and their number), then the outlets that quote them."""
    cards: list[Card] = [heading(tr("Mentioned with"), colours)]
    for each in company:
        facts = [counted(each.articles, "{n} article together", "{n} articles together")] if each.articles else []
        if each.said_of:
            facts.append(
                counted(each.said_of, "mentioned in {n} quotation of theirs", "mentioned in {n} of their quotations")
            )
        if each.said_by:
            facts.append(counted(each.said_by, "speaks of them {n} time", "speaks of them {n} times"))
        below = " · ".join(facts)
        role = f' <small style="color:{colours.muted}">{esc(each.thing.role)}</small>' if each.thing.role else ""
        markup = (
            f"<div><span class=strong>{esc(each.thing.name)}</span>{role}</div>"
            f'<div><small style="color:{colours.muted}">{esc(below)}</small></div>'
        )
        cards.append(Card(f"t{each.thing.id}", markup, f"{each.thing.name}, {below}"))
    if page.outlets:
        cards.append(heading(tr("Quoted by"), colours))
    for outlet in page.outlets:
        number = counted(outlet.quotes, "{n} quotation", "{n} quotations")
        name = outlet.name or tr(UNKNOWN)
        markup = f'<div>{esc(name)} <small style="color:{colours.muted}">{esc(number)}</small></div>'
        cards.append(Card(f"o{outlet.name}", markup, f"{name}, {number}"))
    return cards


def story_facts(row: StoryRow) -> str:
    """How many articles and outlets tell a story, and when, in one line."""
    facts = [
        counted(row.articles, "{n} article", "{n} articles"),
        counted(row.outlets, "{n} outlet", "{n} outlets"),
        printed_span(row.first, row.last),
    ]
    return " · ".join(facts)


def recurring_cards(page: StoryPage, colours: Colours) -> list[Card]:
    """The words that recur in a story: the longest wording of each, and how every other one differs from it."""
    cards: list[Card] = []
    for number, group in enumerate(page.recurring, 1):
        articles = counted(len({quote.article for quote in group}), "in {n} article", "in {n} articles")
        cards.append(heading(f"{number} · {articles}", colours))
        first = group[0]
        cards += [_wording_card(first, first, colours), *(_wording_card(first, other, colours) for other in group[1:])]
    return cards


def echo_cards(quotes: Sequence[SaidQuote], colours: Colours) -> list[Card]:
    """One quotation and what is like it elsewhere, each with how it differs from the first."""
    return [_wording_card(quotes[0], quote, colours) for quote in quotes]


def _wording_card(first: SaidQuote, quote: SaidQuote, colours: Colours) -> Card:
    pieces = differences(first.text, quote.text)
    facts = [quote.outlet or tr(UNKNOWN), quote.cue, printed_day(quote.day)]
    told = []
    if quote is not first:
        told.append(tr(told_difference(first.text, quote.text)))
        if quote.speaker != first.speaker:
            told.append(tr("another speaker") if quote.speaker else tr("no speaker named"))
        if quote.cue and first.cue and quote.cue != first.cue:
            told.append(tr("“{one}” for “{other}”", one=quote.cue, other=first.cue))
    said = esc(quote.speaker or tr("Nobody named"))
    note = f' · <span style="color:{colours.accent}">{esc(", ".join(told))}</span>' if told else ""
    below = " · ".join(esc(fact) for fact in facts if fact)
    markup = (
        f"<div class=strong>{said}</div>"
        f'<div class=words style="font-size:large">“{_marked(pieces, colours)}”</div>'
        f'<div style="margin-top:4px"><small style="color:{colours.muted}">{below}{note}</small></div>'
    )
    spoken = f"{quote.speaker or tr('Nobody named')}: {quote.text}. {', '.join([*filter(None, facts), *told])}"
    return Card(place_key(quote.article, quote.ordinal), markup, spoken)


def _marked(pieces: Iterable[Piece], colours: Colours) -> str:
    """A wording with what is gone struck out and what is new on another ground."""
    styles = {
        Part.SAME: "",
        Part.GONE: f"color:{colours.muted}; text-decoration:line-through",
        Part.NEW: f"background-color:{colours.lit}; text-decoration:underline",
    }
    return " ".join(f'<span style="{styles[piece.part]}">{esc(piece.text)}</span>' for piece in pieces)


def spoken_row(row: ThingRow) -> str:
    """A line of a list as a screen reader says it."""
    quotes = counted(row.quotes, "{n} quotation", "{n} quotations")
    articles = counted(row.articles, "{n} article", "{n} articles")
    return ", ".join(part for part in (row.name, row.role, quotes, articles) if part)


def heading(text: str, colours: Colours) -> Card:
    """A line between cards that cannot be chosen."""
    markup = (
        f'<div style="margin-top:6px"><small style="color:{colours.muted}; font-weight:600">{esc(text)}</small></div>'
    )
    return Card("", markup, text, heading=True)
