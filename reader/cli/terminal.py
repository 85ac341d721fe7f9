"""An article and its analysis as a person reads them in a terminal.

Nothing of the input is trusted: control characters, escape sequences and direction overrides are shown, not sent.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from reader.article import Record

MEASURE_COLUMNS = 76
UNCERTAIN = 0.6

_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff\ufeff]"
)
_KINDS = {
    "person": "People",
    "organisation": "Organisations",
    "place": "Places",
    "group": "Groups",
    "event": "Events",
    "work": "Works",
}


def safe(text: str) -> str:
    """`text` with every control character, direction override and lone surrogate replaced by a visible sign."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))


def shows_bold() -> bool:
    """Whether standard output is a terminal that knows bold letters from plain ones."""
    console = Console()
    return console.is_terminal and not console.is_dumb_terminal


def as_json(record: Record, indent: int | None) -> str:
    """`record` as JSON in which no control character stands as itself, not even one that JSON would allow."""
    text = json.dumps(record, ensure_ascii=False, indent=indent)
    return re.sub(r"[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff]", _escaped, text)


class Printed:
    """Records as they come, as one JSON value: of one record the record, of more an array of them."""

    def __init__(self) -> None:
        self._held: Record | None = None
        self._in_array = False

    def add(self, record: Record) -> None:
        """Prints the record before this one; nothing yet of the first, which may be the only one."""
        if self._held is not None:
            self._print("," if self._in_array else "[", self._held)
            self._in_array = True
        self._held = record

    def end(self) -> None:
        """Prints what is left."""
        if self._in_array and self._held is not None:
            self._print(",", self._held)
            print("]", flush=True)
        elif self._held is not None:
            self._print("", self._held)

    @staticmethod
    def _print(before: str, record: Record) -> None:
        print(f"{before}\n" if before else "", as_json(record, indent=2), sep="", flush=True)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def show(console: Console, record: Record) -> None:
    """Prints one record; an error as its sentence."""
    if "error" in record:
        console.print(Text(safe(record["error"]), style="bold red"))
        return
    console.print(Padding(Group(*_page(record)), (1, 2)), width=min(console.width, MEASURE_COLUMNS + 4))


def _page(record: Record) -> list[RenderableType]:
    parts: list[RenderableType] = [*_head(record), *_body(record)]
    for title, section in (
        ("Who said what", _quotes(record["quotes"])),
        ("People & places", _entities(record["entities"])),
        ("Timeline", _dates(record["dates"])),
        ("Taken away", _removed(record["removed"])),
    ):
        if section is not None:
            parts += [Text(), Rule(Text(title, style="bold"), align="left", style="dim"), section]
    parts += [Text(safe(f"⚠ {warning}"), style="yellow") for warning in record["warnings"]]
    return parts


def _head(record: Record) -> list[RenderableType]:
    parts: list[RenderableType] = [Text(safe(record["title"] or "Untitled"), style="bold")]
    if record["standfirst"]:
        parts.append(Text(safe(record["standfirst"]), style="italic"))
    facts = [", ".join(record["authors"]), record["place"], record["published"], record["publisher"]]
    parts.append(Text(safe(" · ".join(fact for fact in facts if fact)), style="dim"))
    return [*parts, Text()]


def _body(record: Record) -> list[RenderableType]:
    styles = {"heading": "bold", "quotation": "italic", "caption": "dim", "related": "dim", "embed": "dim"}
    marks = {"list-item": "• ", "caption": "▭ ", "related": "→ ", "quotation": "│ "}
    parts: list[RenderableType] = []
    for block in record["blocks"]:
        kind = block["kind"]
        parts += [Text(marks.get(kind, "") + safe(block["text"]), style=styles.get(kind, "")), Text()]
    return parts[:-1]


def _quotes(quotes: list[dict[str, Any]]) -> RenderableType | None:
    if not quotes:
        return None
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False, expand=True)
    table.add_column(ratio=2)
    table.add_column(ratio=5)
    for quote in quotes:
        speaker = quote["speaker"]
        who = Text(safe(speaker["name"]) if speaker else "nobody named", style="bold cyan" if speaker else "dim")
        if quote["cue"]:
            who.append(f"\n{safe(quote['cue']['text'])}", style="dim not bold")
        words = safe(quote["text"])
        said = Text(words if quote["kind"] == "indirect" else f"“{words}”")
        if quote["kind"] != "direct":
            said.append(f"  {quote['kind']}", style="dim")
        if quote["confidence"] < UNCERTAIN:
            said.append("  uncertain", style="yellow")
        table.add_row(who, said)
    return table


def _entities(entities: list[dict[str, Any]]) -> RenderableType | None:
    if not entities:
        return None
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    for kind, heading in _KINDS.items():
        line = Text()
        for entity in entities:
            if entity["kind"] == kind:
                line.append(", " if line else "").append(safe(entity["name"]), style="cyan")
                if entity["descriptors"]:
                    line.append(f" ({safe('; '.join(entity['descriptors']))})", style="dim")
        if line:
            table.add_row(heading, line)
    return table


def _dates(dates: list[dict[str, Any]]) -> RenderableType | None:
    if not dates:
        return None
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    for date in sorted(dates, key=lambda date: str(date["value"])):
        table.add_row(Text(safe(str(date["value"])), style="cyan"), Text(safe(date["text"])))
    return table


def _removed(removed: list[dict[str, Any]]) -> RenderableType | None:
    if not removed:
        return None
    counts = Counter(piece["reason"] for piece in removed)
    return Text(", ".join(f"{count} × {reason}" for reason, count in counts.most_common()), style="dim")
