"""The same checked pages as pasted text: what a reader copies with "select all" goes in, the same gold text is held against it.

    python benchmarks/pasted.py [--pages N] [--part look|choose|report] [--models FOLDER] [--misses FILE]

The text is a headless Chromium's (see pasting.py). Beside ours stands the text whole, as other programs take a paste.
Parts split the pages by a hash of their number: one to look at, one to choose on, one to report. With `--models`, lines
are told by the model that training/lines/train.py has written there: what ships was trained on all parts.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpora import page_capture, pages, scorer
from extraction import gold_of
from pasting import browser, pasted

from reader.article import Capture, VerbatimError
from reader.cleaning import clean, line_model

PARTS = ("look", "choose", "report")


def part_of(key: str) -> str:
    """The part that a page belongs to: the same one in every run."""
    return PARTS[zlib.crc32(key.encode()) % len(PARTS)]


def ours(key: str, text: str) -> dict[str, Any]:
    try:
        article = clean(Capture(text.encode(), "text/plain", key, "paste", datetime.now(UTC)))
    except VerbatimError:
        return {}
    return {
        "text": article.text,
        "title": article.title,
        "authors": list(article.authors),
        "published": article.published,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, help="so many pages of each set alone")
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--misses", type=Path, help="write each page's F1 there, the worst first")
    parser.add_argument("--models", type=Path, metavar="FOLDER", help="tell lines by the model in FOLDER")
    options = parser.parse_args()
    if options.models:
        line_model.resource = lambda name: options.models / Path(name).name
    score = scorer("score_extraction")
    if browser() is None:
        print("pasted: there is no Chromium here to lay the pages out, so nothing is measured")
        return
    misses: list[tuple[float, str, str]] = []
    for corpus in ("aeb", "wcxb"):
        gold = gold_of(corpus)
        wanted = [(key, page) for key, page in pages(corpus) if key in gold][: options.pages]
        if options.part:
            wanted = [(key, page) for key, page in wanted if part_of(key) == options.part]
        cache = Path(tempfile.gettempdir()) / "verbatim-pasted" / corpus
        texts = dict(pasted(((key, page_capture(key, page)) for key, page in wanted), cache))
        gold = {key: gold[key] for key, _ in wanted}
        score_all = score.score_aeb if corpus == "aeb" else score.score_wcxb
        print(f"\n{corpus}, pasted: {len(gold)} pages")
        began = time.perf_counter()
        made = {key: ours(key, text) for key, text in texts.items()}
        seconds = time.perf_counter() - began
        for name, predicted in (("verbatim", made), ("the whole text", {k: {"text": t} for k, t in texts.items()})):
            figures = "  ".join(f"{k} {v:.3f}" for k, v in score_all(gold, predicted).items() if k != "pages")
            speed = f"  {1000 * seconds / len(texts):.0f} ms a page" if name == "verbatim" else ""
            print(f"  {name:<15} {figures}{speed}", flush=True)
        misses += [(score_all({key: gold[key]}, {key: made.get(key, {})})["F1"], corpus, key) for key in gold]
    if options.misses:
        lines = [json.dumps(miss) + "\n" for miss in sorted(misses)]
        options.misses.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
