"""Where each part of a clean article is from, and why: as a record, and for a person in a terminal.

All is read from the article that cleaning made: it carries the claims on its metadata and the reasons of its pieces.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from reader.article import FIELDS, Article, Claim, Record
from reader.cli.terminal import safe

EXCERPT_CHARACTERS = 160
MEASURE_COLUMNS = 110


def explanation(path: str, article: Article) -> Record:
    """Where each part of an article is from, as plain JSON values."""
    picture = article.picture
    return {
        "path": path,
        "fields": {name: _field(article, name) for name in FIELDS},
        "picture": picture and {"url": picture.url, "caption": picture.caption, "credit": picture.credit},
        "words": article.words,
        "reading_minutes": article.reading_minutes,
        "blocks": [{"kind": str(b.kind), "text": b.text, "origin": b.origin, "why": b.why} for b in article.blocks],
        "removed": [
            {"reason": str(r.reason), "text": r.text, "origin": r.origin, "why": r.why} for r in article.removed
        ],
        "warnings": list(article.warnings),
    }


def _field(article: Article, name: str) -> Record:
    value = getattr(article, name)
    claims = [claim for claim in article.claims if claim.field == name]
    return {"value": list(value) if name == "authors" else value, "candidates": _candidates(claims)}


def _candidates(claims: Iterable[Claim]) -> list[Record]:
    """The values that are claimed, in the order of the claims, each with its witnesses and the weight of all."""
    by_value: dict[str, dict[str, Any]] = {}
    for claim in claims:
        found = by_value.setdefault(claim.value, {"value": claim.value, "sources": [], "weight": 0.0})
        found["sources"].append(claim.source)
        found["weight"] = round(found["weight"] + claim.weight, 2)
    return list(by_value.values())


def show_explanation(console: Console, record: Record) -> None:
    """Prints one explanation; no control character of the article reaches the terminal."""
    parts: list[RenderableType] = [Text(safe(record["path"]), style="bold"), Text(), _fields(record["fields"])]
    picture = record["picture"]
    if picture:
        said = " · ".join(value for value in (picture["caption"], picture["credit"], picture["url"]) if value)
        parts.append(Text(safe(f"picture: {said}"), style="dim"))
    parts.append(Text(f"{record['words']:,} words, {record['reading_minutes']} min", style="dim"))
    for title, pieces, label in (("Kept", record["blocks"], "kind"), ("Taken away", record["removed"], "reason")):
        if pieces:
            parts += [Text(), Rule(Text(title, style="bold"), align="left", style="dim"), _pieces(pieces, label)]
    parts += [Text(safe(f"⚠ {warning}"), style="yellow") for warning in record["warnings"]]
    console.print(Padding(Group(*parts), (1, 2)), width=min(console.width, MEASURE_COLUMNS))


def _fields(fields: dict[str, Any]) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    for name, field in fields.items():
        said = Text("nobody says", style="dim")
        for rank, candidate in enumerate(field["candidates"]):
            line = Text(safe(_excerpt(candidate["value"])), style="" if rank == 0 else "dim")
            weight = f" {candidate['weight']:g}" if candidate["weight"] else ""
            line.append(safe(f"  ← {', '.join(candidate['sources'])}{weight}"), style="cyan" if rank == 0 else "dim")
            said = line if rank == 0 else said.append("\n").append(line)
        table.add_row(name, said)
    return table


def _pieces(pieces: list[Record], label: str) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    for piece in pieces:
        text = Text(safe(_excerpt(piece["text"])))
        text.append(safe(f"\n{' '.join(part for part in (piece['why'], piece['origin']) if part)}"), style="dim")
        table.add_row(piece[label], text)
    return table


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT_CHARACTERS else f"{line[:EXCERPT_CHARACTERS]}…"
