"""Cleaning against two sets of checked pages, beside four other extractors on the same pages in the same run.

    pip install -r benchmarks/requirements.txt
    python training/blocks/train.py --cross /tmp/blocks
    python benchmarks/extraction.py [--pages N] [--corpus aeb|wcxb] [--models /tmp/blocks] [--save FILE]

Quality by the scorer of ../shared/benchmarks; processor time per page in milliseconds, median and 95th percentile, each
page going through every system before the next one does; peak memory of a process of its own that reads every tenth
page. Those of the others that are not installed are left out. With `--models`, every page is judged by a model that was
not trained on it: that is what to expect of a page never seen. Without, by the one that ships, which knows these pages.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpora import CORPORA, page_capture, pages, scorer
from held_out import held_out

from reader.article import VerbatimError
from reader.cleaning import clean

MEMORY_STEP = 10
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
    import trafilatura

    document = trafilatura.bare_extraction(content, include_comments=False, with_metadata=True)
    if document is None:
        return {}
    authors = (document.author or "").split("; ") if document.author else []
    return {"text": document.text, "title": document.title, "authors": authors, "published": document.date}


def by_readability(_key: str, content: bytes) -> Prediction:
    from lxml.html import fromstring
    from readability import Document

    try:
        document = Document(content)
        return {"text": fromstring(document.summary()).text_content(), "title": document.short_title()}
    except Exception:  # it raises whatever lxml raises; a page it cannot read counts as empty
        return {}


def by_newspaper(key: str, content: bytes) -> Prediction:
    import newspaper

    article = newspaper.Article(f"https://{key}.example/", fetch_images=False)
    try:
        article.download(input_html=content.decode("utf-8", "replace"))
        article.parse()
    except Exception:  # it raises errors of its own and of its parsers; a page it cannot read counts as empty
        return {}
    day = article.publish_date.isoformat() if article.publish_date else None
    return {"text": article.text, "title": article.title, "authors": _names(article.authors), "published": day}


def by_goose(_key: str, content: bytes) -> Prediction:
    import goose3

    try:
        with goose3.Goose({"enable_image_fetching": False}) as goose:
            article = goose.extract(raw_html=content.decode("utf-8", "replace"))
    except Exception:  # it raises whatever its parsers raise; a page it cannot read counts as empty
        return {}
    day = article.publish_datetime_utc.isoformat() if article.publish_datetime_utc else None
    return {"text": article.cleaned_text, "title": article.title, "authors": _names(article.authors), "published": day}


def _names(value: Any) -> list[str]:
    """The strings in what an extractor gives as authors, which may be lists in lists."""
    return [name for each in value for name in _names(each)] if isinstance(value, list) else [str(value)]


SYSTEMS: dict[str, tuple[str, Callable[[str, bytes], Prediction]]] = {
    "verbatim": ("reader", ours),
    "trafilatura": ("trafilatura", by_trafilatura),
    "readability-lxml": ("readability", by_readability),
    "newspaper4k": ("newspaper", by_newspaper),
    "goose3": ("goose3", by_goose),
}
"""Each with the module that it needs."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, help="so many pages of each set alone")
    parser.add_argument("--corpus", choices=("aeb", "wcxb"), action="append", help="that set alone")
    parser.add_argument("--models", type=Path, help="judge each page by a model in FOLDER that was not trained on it")
    parser.add_argument("--save", type=Path, help="write the tables there too, in Markdown")
    options = parser.parse_args()
    score = scorer("score_extraction")
    lines: list[str] = []
    names = [name for name in SYSTEMS if _is_there(name)]
    memory = {name: _peak_mib(name) for name in names}
    for corpus in options.corpus or ("aeb", "wcxb"):
        gold = gold_of(corpus)
        sample = [(key, content) for key, content in pages(corpus) if key in gold][: options.pages]
        gold = {key: gold[key] for key, _ in sample}
        with held_out(options.models) as at:
            predicted, times = _read(names, sample, at)
        score_all = score.score_aeb if corpus == "aeb" else score.score_wcxb
        figures = {name: score_all(gold, predicted[name]) for name in names}
        lines += [f"\n{corpus}: {len(gold)} pages\n", *_table(figures, times, memory)]
        print("\n".join(lines[-len(names) - 4 :]), flush=True)
    if options.save:
        options.save.write_text("\n".join(lines).lstrip() + "\n", "utf-8")


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


def _is_there(name: str) -> bool:
    try:
        __import__(SYSTEMS[name][0])
    except ImportError:
        return False
    return True


def _read(
    names: list[str], sample: list[tuple[str, bytes]], at: list[str]
) -> tuple[dict[str, dict[str, Prediction]], dict[str, list[float]]]:
    """What each system makes of each page, and the milliseconds of processor time that it takes."""
    predicted: dict[str, dict[str, Prediction]] = {name: {} for name in names}
    times: dict[str, list[float]] = {name: [] for name in names}
    for name in names:
        SYSTEMS[name][1](*sample[0])  # what each loads once is no part of a page's time
    for key, content in sample:
        at[0] = key
        for name in names:
            began = time.process_time()
            predicted[name][key] = SYSTEMS[name][1](key, content)
            times[name].append(1000 * (time.process_time() - began))
    return predicted, times


def _table(
    figures: dict[str, dict[str, float]], times: dict[str, list[float]], memory: dict[str, float]
) -> Iterator[str]:
    columns = [name for name in next(iter(figures.values())) if name != "pages"]
    yield f"| | {' | '.join(columns)} | median ms | p95 ms | peak MiB |"
    yield f"| --- |{' ---: |' * (len(columns) + 3)}"
    for name, found in figures.items():
        shown = " | ".join(f"{found[column]:.3f}" for column in columns)
        tail = statistics.quantiles(times[name], n=20)[-1]
        yield f"| {name} | {shown} | {statistics.median(times[name]):.0f} | {tail:.0f} | {memory[name]:.0f} |"


def _peak_mib(name: str) -> float:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_peak_of, (name,))


def _peak_of(name: str) -> float:
    for key, content in list(pages("wcxb"))[::MEMORY_STEP]:
        SYSTEMS[name][1](key, content)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)


if __name__ == "__main__":
    main()
