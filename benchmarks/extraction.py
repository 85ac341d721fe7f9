"""Cleaning against two sets of checked pages, beside trafilatura and readability-lxml in the same run.

    python benchmarks/extraction.py [--pages N]

Quality by the scorer of ../shared/benchmarks; time per page in milliseconds, median and 95th percentile.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from typing import Any

import trafilatura
from corpora import CORPORA, page_capture, pages, scorer
from lxml.html import fromstring
from readability import Document

from reader.article import VerbatimError
from reader.cleaning import clean

Prediction = dict[str, Any]


def ours(key: str, content: bytes) -> Prediction:
    try:
        article = clean(page_capture(key, content))
    except VerbatimError:
        return {}
    return {
        "text": article.text,
        "title": article.title,
        "authors": list(article.authors),
        "published": article.published,
    }


def by_trafilatura(_key: str, content: bytes) -> Prediction:
    document = trafilatura.bare_extraction(content, include_comments=False, with_metadata=True)
    if document is None:
        return {}
    authors = (document.author or "").split("; ") if document.author else []
    return {"text": document.text, "title": document.title, "authors": authors, "published": document.date}


def by_readability(_key: str, content: bytes) -> Prediction:
    try:
        document = Document(content)
        return {"text": fromstring(document.summary()).text_content(), "title": document.short_title()}
    except Exception:  # it raises whatever lxml raises; a page it cannot read counts as empty
        return {}


SYSTEMS: dict[str, Callable[[str, bytes], Prediction]] = {
    "verbatim": ours,
    "trafilatura": by_trafilatura,
    "readability-lxml": by_readability,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, help="so many pages of each set alone")
    options = parser.parse_args()
    score = scorer("score_extraction")
    for corpus in ("aeb", "wcxb"):
        sample = list(pages(corpus))[: options.pages]
        gold = gold_of(corpus)
        gold = {key: gold[key] for key, _ in sample if key in gold}
        print(f"\n{corpus}: {len(gold)} pages")
        for name, system in SYSTEMS.items():
            predicted, times = {}, []
            for key, content in sample:
                if key not in gold:
                    continue
                began = time.perf_counter()
                predicted[key] = system(key, content)
                times.append(1000 * (time.perf_counter() - began))
            figures = (score.score_aeb if corpus == "aeb" else score.score_wcxb)(gold, predicted)
            shown = "  ".join(f"{k} {v:.3f}" for k, v in figures.items() if k != "pages")
            tail = statistics.quantiles(times, n=20)[-1]
            speed = f"median {statistics.median(times):.0f} ms  p95 {tail:.0f} ms  {1000 / statistics.mean(times):.1f} pages/s"
            print(f"  {name:<17} {shown}  {speed}", flush=True)


def gold_of(corpus: str) -> dict[str, Any]:
    """What people found on each page of a corpus, by the page's number."""
    folder = CORPORA / corpus
    if corpus == "aeb":
        return dict(json.loads((folder / "ground-truth.json").read_text("utf-8")))
    gold = {path.stem: json.loads(path.read_text("utf-8")) for path in (folder / "ground-truth").glob("*.json")}
    return {
        key: page["ground_truth"]
        for key, page in gold.items()
        if page["_internal"]["page_type"]["primary"] == "article" and page["ground_truth"].get("main_content")
    }


if __name__ == "__main__":
    main()
