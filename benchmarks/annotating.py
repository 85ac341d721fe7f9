"""Turns an annotator's notes, which quote the words of a text, into the offsets that `benchmarks/annotations` keeps.

    python benchmarks/annotating.py quotations|speakers|dates NOTES OUT.jsonl

The notes stay with their writer: they hold words of the corpora, the annotations hold none. A line `# DOCUMENT` opens a
document; every other line is a row of fields between ` | `, the first the number of a paragraph (from 0, paragraphs are
parted by an empty line). A field quotes words of that paragraph:

    first words .. last words     everything from the one to the other
    one part + another part       two spans
    7~words                       words of another paragraph, the seventh
    words@2                       the second place where they stand; else the place nearest to the row's first field found
    -                             nothing

    quotations    paragraph | source | cue | content
    speakers      paragraph | content | kind of source | the speaker's full name / other right answers
    dates         paragraph | date, in [brackets] if the words around it are needed to find it | its value, - if none

The day of publication stands behind the document's name where the corpus states none.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotated import fingerprint, text_of

Span = tuple[int, int]
_PLAIN = str.maketrans("’‘“”", "''\"\"")


class Paragraphs:
    """A text's paragraphs and where each stands."""

    def __init__(self, text: str) -> None:
        self.text = text.translate(_PLAIN)
        self.places: list[Span] = []
        start = 0
        for paragraph in text.split("\n\n"):
            self.places.append((start, start + len(paragraph)))
            start += len(paragraph) + 2

    def find(self, words: str, paragraph: int, near: Sequence[Span] = ()) -> Span:
        """Where `words` stand in the paragraph, outside `near` and as near to it as can be.

        Raises ValueError where they do not.
        """
        words, _, nth = words.partition("@") if re.search(r"@\d+$", words) else (words, "", "")
        first, _, last = (part.strip() for part in words.translate(_PLAIN).partition(" .. "))
        low, high = self.places[paragraph]
        found = []
        for start, end in self._matches(first, low, high):
            stop = next((stop for _, stop in self._matches(last, end, high)), None) if last else end
            if stop is not None and not any(start < b and a < stop for a, b in near):
                found.append((start, stop))
        if not found:
            raise ValueError(f"paragraph {paragraph}: no {words!r}")
        if nth:
            return found[int(nth) - 1]
        return min(found, key=lambda span: (min((max(span[0] - b, a - span[1]) for a, b in near), default=0), span))

    def _matches(self, words: str, low: int, high: int) -> Iterator[Span]:
        left = r"(?<!\w)" if words[0].isalnum() else ""
        right = r"(?!\w)" if words[-1].isalnum() else ""
        for match in re.compile(f"{left}{re.escape(words)}{right}").finditer(self.text, low, high):
            yield match.span()

    def spans(self, field: str, paragraph: int, near: Sequence[Span] = ()) -> list[Span]:
        if field == "-":
            return []
        spans = []
        for part in field.split(" + "):
            where = re.match(r"(\d+)~", part)
            spans.append(self.find(part[where.end() :], int(where[1])) if where else self.find(part, paragraph, near))
        return spans


def quotation(paragraphs: Paragraphs, number: int, fields: list[str]) -> dict[str, Any]:
    source, cue, content = fields
    spans = paragraphs.spans(content, number)
    cues = paragraphs.spans(cue, number, spans[:1])
    return {"content": spans, "cue": cues, "source": paragraphs.spans(source, number, cues[:1] or spans)}


def speaker(paragraphs: Paragraphs, number: int, fields: list[str]) -> dict[str, Any]:
    content, kind, names = fields
    return {"content": paragraphs.spans(content, number), "source": kind, "speaker": names.split(" / ")}


def dated(paragraphs: Paragraphs, number: int, fields: list[str]) -> dict[str, Any]:
    words, value = fields
    before, opened, rest = words.partition("[")
    inner, _, after = rest.partition("]")
    start, end = paragraphs.find(before + inner + after, number)
    if opened:
        start, end = start + len(before), end - len(after)
    return {"start": start, "end": end, "value": None if value == "-" else value}


ROWS = {"quotations": quotation, "speakers": speaker, "dates": dated}


def annotations(kind: str, notes: str) -> Iterator[dict[str, Any]]:
    """The notes' documents as the annotations keep them; mistakes are told of on standard error."""
    for part in re.split(r"^# ", notes, flags=re.MULTILINE)[1:]:
        (document, *published), *lines = ((line if i else line.split()) for i, line in enumerate(part.splitlines()))
        text = text_of(document)
        paragraphs = Paragraphs(text)
        rows = []
        for line in filter(str.strip, lines):
            number, *fields = (field.strip() for field in line.split(" | "))
            try:
                rows.append(ROWS[kind](paragraphs, int(number), fields))
            except (ValueError, IndexError) as mistake:
                print(f"{document}: {line}\n    {mistake}", file=sys.stderr)
        stated = {"published": published[0]} if published else {}
        yield {"document": document, "text": fingerprint(text), **stated, kind: rows}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=ROWS)
    parser.add_argument("notes", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    made = list(annotations(options.kind, options.notes.read_text("utf-8")))
    options.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made), "utf-8")
    print(f"{len(made)} documents, {sum(len(row[options.kind]) for row in made)} {options.kind}")


if __name__ == "__main__":
    main()
