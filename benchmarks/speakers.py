"""Who a quotation's speaker is, on quotations of many outlets that were annotated for this project.

    python benchmarks/speakers.py [--wrong]

Each text is read as `verbatim analyze --raw` reads it. A quotation is found if one of ours shares at least half of their joint
words with it. Its speaker is right if the resolved name is the fullest one in the text, titles, "the" and a possessive
aside; one who has no name must have none. Beside it stands the first name in the words of the source, if there is one, taken
as it is printed: the distance is what resolving is worth.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import annotated
from corpora import scorer
from measuring import ours, table

TITLES = re.compile(
    r"^(?:(?:the|mr|mrs|ms|miss|dr|prof|professor|sen|senator|rep|gov|governor|president|prime minister|minister|sir|lord|lady|dame"
    r"|gen|general|lt|col|colonel|capt|captain|sgt|officer|judge|justice|ambassador|secretary|director|coach|rev)\b\.?\s*)+",
    re.IGNORECASE,
)

PRINTED_NAME = re.compile(r"(?:[A-Z][\w’'.-]*)(?:\s+(?:(?:of|for|de|the|van|bin|al)\s+)*[A-Z][\w’'.-]*)*")


def plain(name: str) -> str:
    """A name without titles, possessive and punctuation, in lower case."""
    name = re.sub(r"['’]s?$", "", TITLES.sub("", name.strip()))
    return " ".join(re.findall(r"\w+", name.lower()))


def is_right(accepted: Sequence[str], speaker: dict[str, Any] | None, name: str | None) -> bool:
    if speaker is None or name is None:
        return False
    if plain(name) in {plain(answer) for answer in accepted if answer != "unnamed"}:
        return True
    return "unnamed" in accepted and speaker.get("entity") is None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="list what is wrong")
    options = parser.parse_args()
    score = scorer("score_quotes")
    documents = list(annotated.read("speakers"))
    run = ours({each.document: each.text for each in documents}, {each.document: each.published for each in documents})
    tallies: dict[str, Counter[str]] = {}
    for each in documents:
        article = score.Article(each.text)
        quotes = run.records[each.document]["quotes"]
        words = [article.inside(quote["spans"]) for quote in quotes]
        for row in each.rows:
            gold = article.inside(row["content"])
            shares = [score.joint_share(gold, predicted) for predicted in words]
            best = max(range(len(shares)), key=shares.__getitem__, default=None)
            tally = tallies.setdefault(row["source"], Counter())
            tally["annotated"] += 1
            if best is None or shares[best] < 0.5:
                continue
            speaker = quotes[best]["speaker"]
            right = is_right(row["speaker"], speaker, speaker and speaker["name"])
            tally["found"] += 1
            tally["right"] += right
            printed = PRINTED_NAME.search(speaker["text"]) if speaker else None
            tally["as printed"] += (
                is_right(row["speaker"], {"entity": printed}, printed[0] if printed else "") if speaker else 0
            )
            if options.wrong and not right:
                start, end = row["content"][0]
                print(
                    f"{each.document} {each.text[start:end][:50]!r}: {row['speaker']}, not {speaker and speaker['name']!r}"
                )
    total = sum(tallies.values(), Counter())
    print(f"{total['annotated']} quotations in {len(documents)} texts; of those found, the speaker is right in")
    rows = sorted(tallies.items(), key=lambda item: -item[1]["annotated"])
    table(
        ("printed as", "annotated", "found", "right", "as printed"),
        (
            (kind, t["annotated"], t["found"], t["right"] / max(t["found"], 1), t["as printed"] / max(t["found"], 1))
            for kind, t in [*rows, ("all", total)]
        ),
    )
    print(f"  found and right, of all annotated: {total['right'] / total['annotated']:.3f}")


if __name__ == "__main__":
    main()
