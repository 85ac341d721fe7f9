"""Every benchmark, one after the other, in one table: `make benchmark`.

    python benchmarks/all.py [--quick]

Each is a script of its own with options of its own; those that need the corpora say so in a line where they are not
there. `--quick` takes a part of each.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
SEED = next(iter(sorted((SHARED / "seeds").glob("*.txt"))), None)

BENCHMARKS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("Cleaning: F1, pages exactly right, metadata, time per page", "extraction.py", (), ("--pages", "60")),
    ("The same pages as pasted text", "pasted.py", ("--part", "report"), ("--part", "report", "--pages", "60")),
    ("Cleaning: what is still wrong, by class", "errors.py", (), ("--corpus", "aeb")),
    ("Who said what: spans, cues, sources, words per second", "quotes.py", (), ("--half", "even")),
    ("Where quotations go wrong: publishers, kinds, errors", "quote_errors.py", (), ("--half", "even")),
    ("The same in other news: Wikinews", "quotes.py", ("--part", "transfer"), ("--part", "transfer", "--alone")),
    ("Who that is: speakers by how they are printed", "speakers.py", (), ()),
    ("Whether confidence says how often a quotation is right", "calibration.py", (), ("--part", "transfer")),
    ("Names and who is who, beside spaCy", "score_entities.py", (), ("--genre", "interview")),
    ("Highlights found again in another cleaning", "anchors.py", (), ("--pages", "10")),
    ("What dates mean, beside dateparser", "dates.py", (), ()),
    ("Start: first usable paint against a bare window", "startup.py", (), ("--runs", "3", "--articles", "100")),
    ("The window: how long it is without an answer", "responsiveness.py", (), ("--articles", "100", "--rounds", "1")),
    ("The library: what a reader waits for", "library.py", ("5000",), ("500",)),
    ("Near in meaning: pages looked for by their headlines", "meaning.py", (), ("--pages", "100")),
    ("Searching, adding, and how small the library is", "search.py", (), ("--articles", "500")),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a part of each")
    options = parser.parse_args()
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    failed = []
    for title, script, whole, part in BENCHMARKS:
        print(f"\n{title}\n{'─' * len(title)}", flush=True)
        command = [sys.executable, str(HERE / script), *(part if options.quick else whole)]
        if subprocess.run(command, env=environment, check=False).returncode:
            failed.append(script)
    if SEED is not None:
        print("\nThe first article, as a careful person reads it\n───────────────────────────────────────────────")
        made = subprocess.run(
            [sys.executable, "-m", "reader", "analyze", str(SEED), "--format", "json"],
            cwd=HERE.parent,
            stdout=subprocess.PIPE,
            check=False,
        )
        scorer = [
            sys.executable,
            str(SHARED / "benchmarks" / "score_seed.py"),
            "/dev/stdin",
            str(SEED.with_suffix(".expected.json")),
        ]
        if subprocess.run(scorer, input=made.stdout, check=False).returncode:
            failed.append("score_seed.py")
    if failed:
        print(f"\nNot done: {', '.join(failed)}")
        sys.exit(1)


if __name__ == "__main__":
    main()
