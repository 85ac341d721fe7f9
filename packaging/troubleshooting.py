"""Writes docs/troubleshooting.md: what to do about every sentence in which Verbatim tells that something went wrong.

    python packaging/troubleshooting.py [--check]

The sentences are read from the sources, so that none is missing; what is said about them stands in `GROUPS`. With --check
nothing is written; the exit status is 1 where the file is not what it should be.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "docs" / "troubleshooting.md"
HEAD = """# Troubleshooting

Look for a few words of the sentence that you see; names, paths and numbers stand here as “…”. Whatever went wrong:
what came in is kept, and nothing of yours is lost.

## What is no error

**The right column stays empty.** The article is being read; the line at the bottom of the window says so. The first one
after the start takes some seconds more, because the models are loaded. Articles in languages other than English are
cleaned, and their quotation marks are followed; who said what is found best in English.

**A word is missing from the page, or one too many stands in it.** <kbd>Alt</kbd>+<kbd>5</kbd> shows what was taken away.
Choose a piece and press <kbd>Ctrl</kbd>+<kbd>Return</kbd> to put it back; choose one that was kept to take it out.

**The wrong speaker.** <kbd>Shift</kbd>+<kbd>S</kbd> on the quotation. [How good attribution is](attribution.md) says how
often that happens.

**Single letters do nothing.** They act in lists and in the article, not in a field: press <kbd>Esc</kbd>, or
<kbd>F6</kbd> to go on to the next pane. Or *Settings → Single letters as keys* is off.

**There is no voice.** Reading aloud needs Qt’s speech part: `pip install 'verbatim-reader[speech]'`, and a voice of the
system.

**The window does not open on Linux**, and the terminal speaks of a platform plugin “xcb”: a library of the system is
missing. `make run` says which; on Debian and Ubuntu it is mostly `libxcb-cursor0`.

**Verbatim closed by itself.** Start it again: every change that was shown as saved is there. If the file was damaged,
the sentence at the start names the backup; [back up](back-up.md#go-back-to-a-backup) says how to put it back.

**“Verbatim made a mistake on it”** is a fault of ours. Please report it with the page’s address, or the file if you may
share it: [security](../SECURITY.md) if it could harm someone, an issue otherwise.

*The sentences below are read from the program by `packaging/troubleshooting.py`.*
"""

GROUPS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "A file or a text could not be added",
        "Save the page again in your browser, or copy its text and paste that: pasting works for every page that you can "
        "read. [Formats](formats.md) lists what can be read, and how large it may be.",
        ("reader/intake/reading.py", "reader/intake/kinds.py", "reader/cleaning", "reader/intake/exports"),
    ),
    (
        "A page could not be fetched",
        "Verbatim asks as plainly as it can and never pretends to be somebody else. A site that turns it away shows the "
        "page in your browser: save or copy it there. What may pass by itself is asked again by itself, later each "
        "time; *File → Waiting addresses…* lists what waits, and <kbd>Return</kbd> there asks at once. For a page that "
        "wants a sign-in use *File → Sign in to a site…*.",
        ("reader/intake/web", "reader/article/addresses.py", "reader/work/page_errands.py"),
    ),
    (
        "A feed could not be read",
        "Give the address of the site itself: Verbatim looks for its feeds. A feed that fails keeps its articles and is "
        "asked less and less often; *Refresh feed* asks at once.",
        ("reader/intake/feeds", "reader/cli/feeding.py", "reader/library/deciding_sources.py", "reader/library/sources.py"),
    ),
    (
        "A picture",
        "The article is unharmed; only the picture is left out.",
        ("reader/intake/pictures.py",),
    ),
    (
        "The library cannot be opened, or not written",
        "Nothing was changed. One library can be open in one window only. For a damaged file put a backup back: "
        "[how](back-up.md#go-back-to-a-backup). A full disk or missing rights are mended in the system; then try again.",
        ("reader/library/faults.py", "reader/library/folder.py", "reader/library/opening.py", "reader/library/store.py",
         "reader/library/safekeeping.py", "reader/library/migrating.py", "reader/library/library.py"),
    ),
    (
        "A change was not made",
        "Something was deleted meanwhile, by you or by a rule, or a name is missing. What you wrote still stands in its "
        "field: copy it, and make the change anew.",
        ("reader/library",),
    ),
    (
        "A sign-in",
        "Without a keyring a sign-in can be kept for this session. On Linux, GNOME’s keyring and KWallet work; a locked "
        "one asks for its password when a site first needs it.",
        ("reader/accounts",),
    ),
    (
        "Settings, pictures and PDF",
        "Choose another folder, or mend the file that is named; with the file renamed, Verbatim starts with its "
        "standards.",
        ("reader/window", "reader/cli", "reader/export"),
    ),
    (
        "Long work",
        "A page can be built to break programs that read it, so each is read by a helper with bounded time and memory. "
        "Try again; if it fails again, paste the page’s text instead.",
        ("reader/work",),
    ),
)  # fmt: skip

_TABLES = frozenset({"reader/library/faults.py", "reader/intake/web/failures.py", "reader/intake/kinds.py"})
"""Modules in which sentences stand in tables, not where they are raised."""


def page() -> str:
    """The page as it should be."""
    left = dict(sentences())
    parts = [HEAD]
    for heading, advice, places in GROUPS:
        fitting = [said for said, place in left.items() if place.startswith(places)]
        for said in fitting:
            del left[said]
        parts.append(f"\n## {heading}\n\n{advice}\n\n" + "".join(f"- {said}\n" for said in sorted(fitting, key=_order)))
    assert not left, f"say in GROUPS what to do about these: {left}"
    return "".join(parts)


def _order(said: str) -> str:
    return said.lstrip("…“” ").casefold()


def sentences() -> Iterator[tuple[str, str]]:
    """Each sentence with the module that says it."""
    trees = {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in sorted((ROOT / "reader").rglob("*.py"))
    }
    errors = _errors(trees.values())
    for place, tree in trees.items():
        for said in (*_told(tree, errors), *(_in_tables(tree, place) if place in _TABLES else ())):
            yield said, place


def _errors(trees: Iterable[ast.Module]) -> set[str]:
    """The names of the errors that a person can meet: VerbatimError and all that descend from it."""
    bases = {
        node.name: {getattr(base, "id", "") for base in node.bases}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    found: set[str] = {"VerbatimError"}
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return found | {"damaged"}


def _told(tree: ast.Module, errors: set[str]) -> Iterator[str]:
    """The sentences that errors are made with."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in errors:
            yield from filter(None, (_whole(_literal(argument)) for argument in node.args))


def _in_tables(tree: ast.Module, place: str) -> Iterator[str]:
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    documents = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if id(node) in parts | documents or not isinstance(node, ast.Constant | ast.JoinedStr):
            continue
        said = _literal(node)
        if place.endswith("kinds.py") and said.startswith("is "):
            said = f"{said}."
        if whole := _whole(said):
            yield whole


def _literal(node: ast.AST) -> str:
    """The text of a literal, with “…” for what is filled in; empty for anything else."""
    match node:
        case ast.Constant(value=str(text)):
            return re.sub(r"\{\w*\}", "…", text)
        case ast.JoinedStr(values=values):
            return "".join(part.value if isinstance(part, ast.Constant) else "…" for part in values)  # type: ignore[misc]
        case ast.Call(func=ast.Name(id="tr" | "mark"), args=[first, *_]):
            return _literal(first)
    return ""


def _whole(said: str) -> str:
    """A sentence as the page has it, or nothing where it is only a piece of one."""
    if said.startswith("is "):
        said = f"… {said}"
    is_one = said.endswith(".") and len(said.replace("…", "").split()) > 2
    return said.replace("; …", "").replace("<", "&lt;") if is_one else ""


def main() -> None:
    made = page()
    if "--check" in sys.argv:
        fresh = FILE.is_file() and FILE.read_text("utf-8") == made
        sys.exit(0 if fresh else f"{FILE.name} is not fresh: run packaging/troubleshooting.py")
    FILE.write_text(made, "utf-8")


if __name__ == "__main__":
    main()
