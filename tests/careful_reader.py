"""Holds an analysis against what a careful person read out of the same article.

Quotation marks, a quote's last comma or full stop, and white space are no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Record = dict[str, Any]


def differences(analysis: Record, expected: Record) -> list[str]:
    """One line for each thing that differs; empty where all is right."""
    parts = (_metadata, _quotes, _indirect, _entities, _dates)
    return [what for part in parts for what, right in part(analysis, expected) if not right]


def plain(text: str) -> str:
    """`text` with its quotation marks made straight, white space folded, and outer punctuation gone."""
    text = re.sub("[\u2018\u2019]", "'", re.sub("[\u201c\u201d]", '"', text))
    return re.sub(r"\s+", " ", text).strip(" \"',.")


def _metadata(analysis: Record, expected: Record) -> Iterator[tuple[str, bool]]:
    for field in ("title", "standfirst", "place", "authors"):
        yield f"{field}: {analysis[field]!r} is not {expected[field]!r}", analysis[field] == expected[field]
    published = analysis["published"] or ""
    yield f"published: {published} is not {expected['published']}", published.startswith(expected["published"])
    for kind, field in (("caption", "captions"), ("related", "related"), ("paragraph", "paragraphs")):
        got = [plain(block["text"]) for block in analysis["blocks"] if block["kind"] == kind]
        yield f"{field}: {got}", got == [plain(text) for text in expected[field]]
    yield "the text is its paragraphs", plain(analysis["text"]) == plain("\n\n".join(expected["paragraphs"]))
    removed = plain(" ".join(piece["text"] for piece in analysis["removed"]))
    for text in expected["removed_must_include"]:
        yield f"not on record as removed: {text!r}", plain(text) in removed


def _quotes(analysis: Record, expected: Record) -> Iterator[tuple[str, bool]]:
    marked = [quote for quote in analysis["quotes"] if quote["kind"] != "indirect"]
    texts = [quote["text"] for quote in marked]
    yield f"{len(expected['quotes'])} quotes with marks wanted: {texts}", len(marked) == len(expected["quotes"])
    for wanted in expected["quotes"]:
        quote = next((quote for quote in marked if plain(quote["text"]) == plain(wanted["text"])), None)
        if quote is None:
            yield f"no quote {wanted['text']!r} in {texts}", False
            continue
        cue, speaker = quote["cue"] or {"text": ""}, quote["speaker"] or {"name": None, "text": ""}
        about = f"quote {wanted['text'][:40]!r}:"
        yield f"{about} kind {quote['kind']}", quote["kind"] == wanted["kind"]
        yield f"{about} speaker {speaker['name']}", speaker["name"] == wanted["speaker"]
        yield f"{about} cue {cue['text']!r}", wanted["cue"] in cue["text"].split()
        yield f"{about} source {speaker['text']!r}", plain(speaker["text"]) == plain(wanted["speaker_text"])
    alone = {plain(text) for text in texts}
    for nested in expected["nested_quotes_not_listed_alone"]:
        yield f"nested {nested!r} stands alone", plain(nested) not in alone


def _indirect(analysis: Record, expected: Record) -> Iterator[tuple[str, bool]]:
    for wanted in expected["indirect_quotes"]:
        text = plain(wanted["text"])
        found = [q for q in analysis["quotes"] if q["kind"] == "indirect" and text in plain(q["text"])]
        names = [(quote["speaker"] or {}).get("name") for quote in found]
        yield f"indirect {text!r} is by {wanted['speaker']}, not {names}", wanted["speaker"] in names


def _entities(analysis: Record, expected: Record) -> Iterator[tuple[str, bool]]:
    by_name = {entity["name"]: entity for entity in analysis["entities"]}
    for wanted in expected["entities"]:
        entity = by_name.get(wanted["name"], {"kind": None, "mentions": [], "descriptors": []})
        about = f"entity {wanted['name']}:"
        yield f"{about} kind {entity['kind']} among {sorted(by_name)}", entity["kind"] == wanted["kind"]
        mentions = {plain(mention["text"]) for mention in entity["mentions"]}
        surname = plain(wanted["name"]).split()[-1]
        for text in map(plain, wanted["mentions"]):
            inside = any(text in m or (m in text and surname in m) for m in mentions)
            yield f"{about} no mention {text!r} in {mentions}", inside or text not in plain(analysis["text"])
        descriptors = [plain(descriptor).lower() for descriptor in entity["descriptors"]]
        for text in wanted["descriptors"]:
            yield f"{about} {text!r} not in {descriptors}", any(plain(text).lower() in d for d in descriptors)
    people = {entity["name"] for entity in analysis["entities"] if entity["kind"] == "person"}
    wanted_people = {entity["name"] for entity in expected["entities"] if entity["kind"] == "person"}
    extra = people - wanted_people - set(expected["authors"])
    yield f"people too many: {extra}", not extra


def _dates(analysis: Record, expected: Record) -> Iterator[tuple[str, bool]]:
    for wanted in expected["dates"]:
        text = wanted["text"].removeprefix("on ")
        values = [date["value"] for date in analysis["dates"] if text in date["text"]]
        yield f"date {text!r} is {wanted['value']}, not {values}", any(v.startswith(wanted["value"]) for v in values)
