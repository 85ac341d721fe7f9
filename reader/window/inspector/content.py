"""What the inspector's tabs say of an article, as cards; plain functions over values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from reader.article import (
    FIELDS,
    Analysis,
    Article,
    BlockKind,
    Edit,
    EditKind,
    Entity,
    EntityKind,
    Quote,
    QuoteKind,
    Reason,
    Speaker,
    bare_role,
    counted,
    mark,
    tr,
)
from reader.article.dates_told import told_day, told_day_of_year, told_moment, told_month
from reader.library import Opened
from reader.window.inspector.cards import Card, esc
from reader.window.theme import Colours

UNCERTAIN = 0.6
LONGEST_CHARACTERS = 700
REACH_CHARACTERS = 300
"""So far from a date its sentence is shown, to either side."""
_HEADINGS = {
    EntityKind.PERSON: mark("People"),
    EntityKind.ORGANISATION: mark("Organisations"),
    EntityKind.PLACE: mark("Places"),
    EntityKind.GROUP: mark("Groups"),
    EntityKind.EVENT: mark("Events"),
    EntityKind.WORK: mark("Works"),
}

_REASONS = {
    Reason.NAVIGATION: mark("navigation"),
    Reason.REGISTRATION: mark("a registration wall"),
    Reason.CONSENT: mark("a consent notice"),
    Reason.NEWSLETTER: mark("a newsletter box"),
    Reason.COMMENTS: mark("comments"),
    Reason.ADVERT: mark("an advertisement"),
    Reason.SHARING: mark("a bar for sharing"),
    Reason.DUPLICATE: mark("a repetition"),
    Reason.FOOTER: mark("the page's footer"),
    Reason.OTHER: mark("no part of the text"),
}


KINDS_TOLD = tuple(
    map(
        mark,
        (
            *("direct", "mixed", "indirect"),
            *("person", "organisation", "place", "event", "work", "group"),
            *(
                "heading",
                "paragraph",
                "quotation",
                "list-item",
                "list item",
                "table",
                "code",
                "caption",
                "related",
                "embed",
            ),
        ),
    )
)
"""What an article's values call themselves, as `tr` is given them where they are shown."""


class Wanted(StrEnum):
    """Which quotations are listed."""

    ALL = mark("All")
    DIRECT = mark("Direct")
    MIXED = mark("Mixed")
    INDIRECT = mark("Indirect")
    CERTAIN = mark("Certain")
    UNCERTAIN = mark("Uncertain")

    def takes(self, quote: Quote) -> bool:
        """Whether a quotation is one of these."""
        if self in {Wanted.CERTAIN, Wanted.UNCERTAIN}:
            return (quote.confidence >= UNCERTAIN) is (self is Wanted.CERTAIN)
        return self is Wanted.ALL or self.value.lower() == str(quote.kind)


def quote_cards(analysis: Analysis, colours: Colours, *, by_speaker: bool, wanted: Wanted = Wanted.ALL) -> list[Card]:
    """The wanted quotations with their speakers, in order or grouped by speaker; the key is a quotation's index."""
    tints = speaker_tints(analysis.quotes, colours)
    numbered = [(i, quote) for i, quote in enumerate(analysis.quotes) if wanted.takes(quote)]
    if not by_speaker:
        return [_quote_card(i, quote, analysis, tints, colours) for i, quote in numbered]
    cards: list[Card] = []
    words = spoken_words([quote for _, quote in numbered])
    total = sum(words.values()) or 1
    for name in sorted(words, key=lambda n: -words[n]):
        share = round(100 * words[name] / total)
        said = counted(
            words[name],
            "{n} word, {share}% of all that is quoted",
            "{n} words, {share}% of all that is quoted",
            share=share,
        )
        tint = tints.get(name, colours.muted)
        bar = (
            f'<table cellspacing="0" cellpadding="0" width="{max(2, share)}%"><tr>'
            f'<td bgcolor="{tint}" style="font-size:3pt">&nbsp;</td></tr></table>'
        )
        markup = f"<div class=strong>{esc(name)}</div>{bar}<div><small style='color:{colours.muted}'>{esc(said)}</small></div>"
        cards.append(Card("", markup, f"{name}: {said}", heading=True))
        cards += [_quote_card(i, q, analysis, tints, colours) for i, q in numbered if speaker_name(q.speaker) == name]
    return cards


def speaker_name(speaker: Speaker | None) -> str:
    return speaker.name if speaker is not None else tr("Nobody named")


def spoken_words(quotes: Sequence[Quote]) -> Counter[str]:
    """How many words each speaker gets, over quotations of every kind."""
    words: Counter[str] = Counter()
    for quote in quotes:
        words[speaker_name(quote.speaker)] += len(quote.text.split())
    return words


def speaker_tints(quotes: Sequence[Quote], colours: Colours) -> dict[str, str]:
    """A colour for each speaker, in the order of appearance."""
    names = dict.fromkeys(speaker_name(quote.speaker) for quote in quotes)
    return {name: colours.speakers[i % len(colours.speakers)] for i, name in enumerate(names)}


def _quote_card(number: int, quote: Quote, analysis: Analysis, tints: dict[str, str], colours: Colours) -> Card:
    name = speaker_name(quote.speaker)
    entity = analysis.entity(quote.speaker.entity) if quote.speaker else None
    role = bare_role(entity.descriptors[0]) if entity and entity.descriptors else ""
    text = quote.text if len(quote.text) <= LONGEST_CHARACTERS else f"{quote.text[:LONGEST_CHARACTERS]}…"
    marked = quote.kind is not QuoteKind.INDIRECT
    words = f"“{esc(text)}”" if marked else esc(text)
    facts = [quote.cue.text if quote.cue else "", tr(str(quote.kind)), tr("decided by you") if quote.by_reader else ""]
    sure = quote.confidence >= UNCERTAIN
    below = " · ".join(esc(fact) for fact in facts if fact)
    doubt = "" if sure else f' · <span style="color:{colours.warning}">{esc(tr("uncertain"))}</span>'
    dot = f'<span style="color:{tints[name]}">●</span>'
    role_markup = f' <small style="color:{colours.muted}">{esc(role)}</small>' if role else ""
    style = "" if marked else "font-style:italic;"
    markup = (
        f"<div>{dot} <span class=strong>{esc(name)}</span>{role_markup}</div>"
        f'<div class=words style="font-size:large; {style} margin-top:4px">{words}</div>'
        f'<div style="margin-top:4px"><small style="color:{colours.muted}">{below}{doubt}</small></div>'
    )
    cue = f", {quote.cue.text}" if quote.cue is not None else ""
    kinds = [tr(str(quote.kind)), *([] if sure else [tr("uncertain")])]
    spoken = f"{', '.join([name, *filter(None, [role]), *kinds])}{cue}: {quote.text}"
    return Card(str(number), markup, spoken)


def entity_cards(analysis: Analysis, colours: Colours) -> list[Card]:
    """People first, then organisations, places and the rest; within a kind the most mentioned first."""
    cards: list[Card] = []
    for kind, heading in _HEADINGS.items():
        entities = sorted((e for e in analysis.entities if e.kind is kind), key=lambda e: -len(e.mentions))
        if entities:
            cards.append(_heading(tr(heading), colours))
            cards += [_entity_card(entity, colours) for entity in entities]
    return cards


def _entity_card(entity: Entity, colours: Colours) -> Card:
    count = len(entity.mentions)
    times = counted(count, "{n} mention", "{n} mentions")
    others = list(dict.fromkeys(m.text for m in entity.mentions if m.text != entity.name))
    lines = [esc("; ".join(entity.descriptors))] if entity.descriptors else []
    lines += [esc(tr("also {names}", names=", ".join(others)))] if others else []
    below = "".join(f'<div><small style="color:{colours.muted}">{line}</small></div>' for line in lines)
    markup = f'<div><span class=strong>{esc(entity.name)}</span> <small style="color:{colours.muted}">{times}</small></div>{below}'
    return Card(entity.id, markup, f"{entity.name}, {tr(str(entity.kind))}, {times}. {'; '.join(entity.descriptors)}")


def date_cards(article: Article, analysis: Analysis, colours: Colours) -> list[Card]:
    """The article's dates in order, each with its sentence and the rule by which it was resolved; key: its index."""
    cards: list[tuple[str, Card]] = []
    for i, mention in enumerate(analysis.dates):
        sentence = sentence_around(article.text, mention.start, mention.end)
        at = sentence.find(mention.text)
        marked = f"{esc(sentence[:at])}<span class=strong>{esc(mention.text)}</span>{esc(sentence[at + len(mention.text) :])}"
        markup = (
            f'<div><span style="font-weight:600; color:{colours.accent}">{esc(printed_value(mention.value))}</span></div><div>{marked}</div>'
            f'<div><small style="color:{colours.muted}">{esc(mention.rule)}</small></div>'
        )
        cards.append((mention.value, Card(str(i), markup, f"{printed_value(mention.value)}: {sentence}")))
    if article.published:
        value = article.published[:10]
        markup = f'<div><span style="font-weight:600; color:{colours.accent}">{esc(printed_value(value))}</span></div><div>{esc(tr("Published"))}</div>'
        cards.append((value, Card("", markup, tr("{date}: published", date=printed_value(value)), heading=True)))
    return [card for _, card in sorted(cards, key=lambda pair: _sort_value(pair[0]))]


def _sort_value(value: str) -> str:
    week = _week(value)
    return week[0].date().isoformat() if week else value


def _week(value: str) -> tuple[datetime, datetime] | None:
    """The first and the last day of a week in ISO 8601; None for anything else."""
    found = re.fullmatch(r"(\d{4})-W(\d{2})", value)
    if found is None:
        return None
    year, week = int(found[1]), int(found[2])
    try:
        return datetime.fromisocalendar(year, week, 1), datetime.fromisocalendar(year, week, 7)
    except ValueError:
        return None


def printed_value(value: str) -> str:
    """An ISO 8601 day, week, month or year for people; a vague one as its range."""
    if week := _week(value):
        first, last = week
        return f"{told_day_of_year(first)} – {told_day(last)}"
    for length, told in ((10, told_day), (7, told_month)):
        if len(value) == length:
            try:
                return told(datetime.fromisoformat(value if length == 10 else f"{value}-01"))
            except ValueError:
                return value
    return value


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence that holds a span, roughly: from the last full stop or line's end to the next, cut where it is long."""
    left, right = max(0, start - REACH_CHARACTERS), min(len(text), end + REACH_CHARACTERS)
    stops = [stop.end() for stop in re.finditer(r"[.!?]['’”\")]*\s+|\n+", text[left:start])]
    after = re.search(r"[.!?]['’”\")]*(?=\s|$)|\n", text[end:right])
    head = text[left + stops[-1] : start] if stops else f"{'…' if left else ''}{text[left:start]}"
    tail = text[end : end + after.end()] if after else f"{text[end:right]}{'…' if right < len(text) else ''}"
    return f"{head}{text[start:end]}{tail}".strip()


def source_cards(opened: Opened, colours: Colours) -> list[Card]:
    """What was taken away, each piece with its reason (key `r` and its index), then the blocks (key `b` and its index)."""
    cards: list[Card] = []
    if opened.article.removed:
        cards.append(_heading(tr("Taken away"), colours))
    for i, piece in enumerate(opened.article.removed):
        why = f"{piece.reason} · {piece.why}" if piece.why else str(piece.reason)
        markup = f'<div>{esc(piece.text[:300])}</div><div><small style="color:{colours.muted}">{esc(why)}</small></div>'
        cards.append(Card(f"r{i}", markup, tr("Taken away: {text}. {why}", text=piece.text[:300], why=why)))
    cards.append(_heading(tr("In the article"), colours))
    for i, block in enumerate(opened.article.blocks):
        start = f"{block.text[:90]}{'…' if len(block.text) > 90 else ''}"
        kind = "" if block.kind is BlockKind.PARAGRAPH else f"{tr(str(block.kind))} · "
        markup = (
            f'<div>{esc(start)}</div><div><small style="color:{colours.muted}">{esc(kind + block.origin)}</small></div>'
        )
        cards.append(
            Card(f"b{i}", markup, tr("In the article, {kind}: {start}", kind=tr(str(block.kind)), start=start))
        )
    return [*cards, *_claim_cards(opened.article, colours)]


def piece_reason(article: Article, key: str) -> str:
    """Why the piece of a source card was taken away or kept, and where it stood; empty where there is no such piece."""
    if not key:
        return ""
    index = int(key[1:])
    if key.startswith("r"):
        removed = article.removed[index]
        return _sentence(tr("Taken away as {what}", what=tr(_REASONS[removed.reason])), removed.why, removed.origin)
    block = article.blocks[index]
    return _sentence(
        tr("In the article as {what}", what=tr(str(block.kind).replace("-", " "))), block.why, block.origin
    )


def piece_edit(article: Article, key: str) -> Edit:
    """What puts the piece of a source card back, or takes its block out."""
    index, removed = int(key[1:]), key.startswith("r")
    pieces = article.removed if removed else article.blocks
    text = pieces[index].text
    occurrence = sum(piece.text == text for piece in pieces[:index])
    return Edit(EditKind.RESTORE if removed else EditKind.REMOVE, text, occurrence)


def _sentence(verdict: str, why: str, origin: str) -> str:
    because = f": {why[0].lower()}{why[1:]}" if why else "."
    return f"{verdict}{because}{f' ({origin})' if origin else ''}"


def _claim_cards(article: Article, colours: Colours) -> list[Card]:
    """Who says what stands in the article's metadata: the claim that it follows, and those who say otherwise."""
    cards: list[Card] = []
    for name in FIELDS:
        said = [claim for claim in article.claims if claim.field == name]
        if not said:
            continue
        sources = ", ".join(dict.fromkeys(claim.source for claim in said if claim.value == said[0].value))
        others = len({claim.value for claim in said}) - 1
        also = f" · {counted(others, '{n} other value found', '{n} other values found')}" if others else ""
        value = said[0].value if len(said[0].value) <= 90 else f"{said[0].value[:90]}…"
        markup = (
            f'<div><small style="color:{colours.muted}">{name}</small> {esc(value)}</div>'
            f'<div><small style="color:{colours.muted}">{esc(tr("from {sources}", sources=sources) + also)}</small></div>'
        )
        cards.append(Card("", markup, f"{name}: {value}, {tr('from {sources}', sources=sources)}{also}", heading=True))
    return [_heading(tr("Where its facts are from"), colours), *cards] if cards else []


def source_facts(opened: Opened) -> str:
    """Where the article came from, how long it is, and its picture, in a few lines."""
    how = {
        "paste": tr("pasted"),
        "drop": tr("dropped"),
        "sample": tr("a sample"),
        "stdin": tr("piped in"),
        "file": tr("a file"),
    }
    facts = [opened.capture_name, how.get(opened.how, opened.how), opened.media_type]
    line = " · ".join(fact for fact in facts if fact)
    when = told_moment(opened.captured_at.astimezone())
    address = f"\n{opened.article.url}" if opened.article.url else ""
    warnings = "".join(f"\n⚠ {warning}" for warning in opened.article.warnings)
    article = opened.article
    length = " · ".join(
        (
            counted(article.words, "{n} word", "{n} words"),
            counted(article.reading_minutes, "{n} min to read", "{n} min to read"),
        )
    )
    picture = article.picture
    said = (
        [tr("Picture: {caption}", caption=picture.caption) if picture.caption else "", picture.credit or ""]
        if picture
        else []
    )
    shown = f"\n{' · '.join(part for part in said if part)}" if any(said) else ""
    return f"{line}\n{tr('Added {when}', when=when)}\n{length}{address}{shown}{warnings}"


def _heading(text: str, colours: Colours) -> Card:
    return Card(
        "",
        f'<small style="color:{colours.muted}"><span class=strong>{esc(text.upper())}</span></small>',
        text,
        heading=True,
    )
