"""The hand-checked annotations in `benchmarks/annotations`, and the texts in ../shared/corpora that they point into.

A document is named `gum/news_afghan` (its running text by `gum.read`), `polnear/ID` (its dev part), `wcxb/0001` or `aeb/ID` (the article's body as
people wrote it out, so that nothing here depends on our own cleaning). Each line holds a fingerprint of the text its
offsets were made on; where a text has drifted from it, reading the annotations ends with one clear line.

    python benchmarks/annotated.py                     says whether every text is still as it was
    python benchmarks/annotated.py --standoff FOLDER   writes the transfer set as PolNeAR is: text/, attributions/
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import gum
from corpora import CORPORA

from reader.article import Article
from reader.cleaning import clean
from reader.intake import read_path

FOLDER = Path(__file__).resolve().parent / "annotations"
FINGERPRINT_CHARACTERS = 12


class DriftedTextError(Exception):
    """A corpus's text is no longer the one that the annotations were made on."""


def text_of(document: str) -> str:
    """The text of a document by its name, as `wcxb/0001`."""
    corpus, _, key = document.partition("/")
    if corpus == "gum":
        return gum.read(key).text
    if corpus == "polnear":
        return (CORPORA / "polnear" / "dev" / "text" / f"{key}.txt").read_bytes().decode("utf-8")
    if corpus == "wcxb":
        return str(_wcxb(key)["main_content"])
    return str(_aeb()[key]["articleBody"])


def _published(document: str) -> str | None:
    """The day of publication that the corpus states (ISO 8601); None where it states none."""
    corpus, _, key = document.partition("/")
    if corpus == "gum":
        return gum.read(key).published
    if corpus == "polnear":
        return key.split("_")[1]
    return _wcxb(key).get("publish_date") if corpus == "wcxb" else None


def _wcxb(key: str) -> dict[str, Any]:
    page = json.loads((CORPORA / "wcxb" / "ground-truth" / f"{key}.json").read_text("utf-8"))
    return dict(page["ground_truth"])


@cache
def _aeb() -> dict[str, Any]:
    whole = json.loads((CORPORA / "aeb" / "ground-truth.json").read_text("utf-8"))
    return {key[:FINGERPRINT_CHARACTERS]: page for key, page in whole.items()}


def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:FINGERPRINT_CHARACTERS]


@dataclass(frozen=True)
class Annotated:
    """A document with what an annotator marked in it."""

    document: str
    text: str
    published: str | None
    """The day of publication that the corpus or, where it states none, the page's address gives (ISO 8601)."""
    rows: list[dict[str, Any]]

    @property
    def words(self) -> int:
        return len(self.text.split())


def read(kind: str, name: str | None = None) -> Iterator[Annotated]:
    """The annotations of a kind (`quotations`, `speakers` or `dates`) in the file of that name, or of another.

    Raises DriftedTextError where a text is not the one that they were made on.
    """
    for line in (FOLDER / f"{name or kind}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        document = row["document"]
        text = text_of(document)
        if fingerprint(text) != row["text"]:
            raise DriftedTextError(f"{document}: the text is not the one that its {kind} were annotated on")
        yield Annotated(document, text, row.get("published") or _published(document), row[kind])


def article_of(text: str, published: str | None, folder: Path) -> Article:
    """A text as `verbatim analyze --raw` takes it, published on this day."""
    path = folder / f"{fingerprint(text)}.txt"
    path.write_bytes(text.encode("utf-8"))
    return replace(clean(read_path(path, raw=True)), published=published)


def write_standoff(folder: Path) -> int:
    """Writes the transfer set in the form PolNeAR has (text/, attributions/), and returns how many texts it has."""
    texts, attributions = folder / "text", folder / "attributions"
    texts.mkdir(parents=True, exist_ok=True)
    attributions.mkdir(exist_ok=True)
    documents = list(read("quotations"))
    for annotated in documents:
        stem = annotated.document.replace("/", "_")
        (texts / f"{stem}.txt").write_bytes(annotated.text.encode("utf-8"))
        (attributions / f"{stem}_hand.ann").write_text(_standoff(annotated), "utf-8")
    return len(documents)


def _standoff(annotated: Annotated) -> str:
    lines = []
    number = 0
    for event, row in enumerate(annotated.rows, 1):
        parts = []
        for role in ("Content", "Cue", "Source"):
            spans = row[role.lower()]
            if spans:
                number += 1
                places = ";".join(f"{start} {end}" for start, end in spans)
                words = " ".join(annotated.text[start:end] for start, end in spans).replace("\n", " ")
                lines.append(f"T{number}\t{role} {places}\t{words}")
                parts.append(f"{role}:T{number}")
        lines.append(f"E{event}\t{' '.join(parts)}")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--standoff", type=Path, help="write the transfer set there in PolNeAR's form")
    options = parser.parse_args()
    if options.standoff:
        print(f"{write_standoff(options.standoff)} texts in {options.standoff}")
        return
    for path in sorted(FOLDER.glob("*.jsonl")):
        documents = list(read(path.stem.split("_")[0], path.stem))
        print(f"{path.stem}: {sum(len(each.rows) for each in documents)} in {len(documents)} texts, all as they were")


if __name__ == "__main__":
    main()
