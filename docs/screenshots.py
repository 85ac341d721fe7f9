"""Draws the gallery: the real window in more than sixty states, each one to be looked at.

    python docs/screenshots.py [--only NAME,NAME] [--fresh]

`make screenshots` runs it under Xvfb where there is no display. The pictures and the page that shows them go to
docs/gallery/. The libraries behind them are made once, under out/, and used again unless asked for afresh.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

HERE = Path(__file__).resolve()
ROOT = HERE.parent.parent
GALLERY, MADE = HERE.parent / "gallery", ROOT / "out" / "gallery"
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]
os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if sys.platform == "linux" else "")
os.environ["VERBATIM_SETTINGS"] = str(Path(tempfile.gettempdir()) / f"verbatim-gallery-{os.getpid()}.toml")

from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from stage import SIZE, Stage, many, organised, samples, stories  # noqa: E402

from reader.article import ImportedItem, ImportedLibrary, ImportedMark  # noqa: E402
from reader.library import Account, Asked, HeldAccount, Library, ListKind, Query  # noqa: E402
from reader.window.accounts import AccountForm, AccountsPage, FolderForm  # noqa: E402
from reader.window.importing import ImportPreview  # noqa: E402
from reader.window.organising import ChangeMany  # noqa: E402
from reader.window.people import Across  # noqa: E402
from reader.window.people.page import CONNECTIONS  # noqa: E402
from reader.window.pictures import MapWindow, PictureWindow  # noqa: E402
from reader.window.theme import Reading, ThemeName  # noqa: E402

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Key = Qt.Key


@dataclass(frozen=True)
class State:
    """A state of the window: its picture's name, what it shows, and how to come to it from rest."""

    name: str
    what: str
    reach: Callable[[Stage], None]
    scale: float = 1.0
    size: tuple[int, int] = SIZE
    library: str = "samples"


STATES: list[State] = []
DRAWN_THERE = {
    "contrast-dark", "palette", "keys", "search-help", "change-many", "rules", "rules-dark", "rules-200",
    "duplicates", "deleted", "import",
}  # fmt: skip
"""States that are gone once they are reached."""


def state(
    name: str, what: str, *, scale: float = 1.0, size: tuple[int, int] = SIZE, library: str = "samples"
) -> Callable[[Callable[[Stage], None]], Callable[[Stage], None]]:
    """Makes a function one state of the gallery."""

    def register(reach: Callable[[Stage], None]) -> Callable[[Stage], None]:
        STATES.append(State(name, what, reach, scale, size, library))
        return reach

    return register


@state("first-start", "The first start: samples to try, a quotation lit, the first of three hints")
def _(s: Stage) -> None:
    s.window.hints.show()
    s.press(Key.Key_Q)
    s.press(Key.Key_Q)


@state("sepia", "Sepia")
def _(s: Stage) -> None:
    s.window.theme.choose(ThemeName.SEPIA)
    s.open("Orchard fraud")
    s.press(Key.Key_Q)


@state("dark", "Dark")
def _(s: Stage) -> None:
    s.window.theme.choose(ThemeName.DARK)
    s.press(Key.Key_Q)
    s.press(Key.Key_Q)


@state("contrast-light", "High contrast on a light system")
def _(s: Stage) -> None:
    s.window.theme.choose(ThemeName.CONTRAST)
    s.press(Key.Key_Q)
    s.press(Key.Key_Q)


@state("contrast-dark", "High contrast on a dark system")
def _(s: Stage) -> None:
    with patch("reader.window.theme.theme._is_dark", return_value=True):  # not every display can be told to be dark
        s.window.theme.choose(ThemeName.CONTRAST)
        s.press(Key.Key_Q)
        s.press(Key.Key_Q)
        s.draw("contrast-dark")


@state("by-speaker", "Who gets to speak, and how much")
def _(s: Stage) -> None:
    s.window.inspector.order.setChecked(True)
    s.press(Key.Key_Q)


@state("entity", "One person, every mention")
def _(s: Stage) -> None:
    s.window.inspector.order.setChecked(False)
    s.press(Key.Key_2, ALT)
    s.press(Key.Key_Down)
    s.press(Key.Key_BracketRight)


@state("timeline", "What happened when")
def _(s: Stage) -> None:
    s.press(Key.Key_3, ALT)
    s.press(Key.Key_Down)


@state("map", "Where it happens: the places of all articles")
def _(s: Stage) -> None:
    s.window.articles.selectAll()
    s.press(Key.Key_G)
    s.press(Key.Key_M)
    shown = s.window.findChild(MapWindow)
    s.settle(until=lambda: shown is None or shown.placed is not None)


@state("timeline-window", "When it happened: days as points, weeks and months as bars")
def _(s: Stage) -> None:
    s.press(Key.Key_G)
    s.press(Key.Key_D)


@state("voices", "Who gets to speak: the words of each voice")
def _(s: Stage) -> None:
    s.press(Key.Key_G)
    s.press(Key.Key_V)


def _at(s: Stage, name: str) -> None:
    """Goes through a list of people or stories until somebody’s page is shown."""
    s.window.people.list.setFocus()
    for _ in range(60):
        if name in s.window.people.page.name.text():
            return
        s.press(Key.Key_J)


@state("person", "One person through the months: every quotation, newest first", library="stories")
def _(s: Stage) -> None:
    s.press(Key.Key_G)
    s.press(Key.Key_P)
    _at(s, "Ilse Brandt")
    s.press(Key.Key_Return)


@state("connections", "Who is mentioned with somebody, and who speaks of whom", library="stories")
def _(s: Stage) -> None:
    s.press(Key.Key_G)
    s.press(Key.Key_P)
    _at(s, "Ilse Brandt")
    s.window.people.set_tab(CONNECTIONS)
    s.press(Key.Key_Down)


@state("story", "One story in several outlets: who is quoted where, and whose voice is missing", library="stories")
def _(s: Stage) -> None:
    s.press(Key.Key_G)
    s.press(Key.Key_Y)
    s.window.people.list.setFocus()
    s.press(Key.Key_Down)


@state("habits", "What was read: by week, by source, and who is quoted most", library="stories")
def _(s: Stage) -> None:
    s.press(Key.Key_G)
    s.press(Key.Key_I)
    s.settle(until=lambda: s.window.findChild(PictureWindow) is not None)


@state("note", "A note on a passage")
def _(s: Stage) -> None:
    s.press(Key.Key_N, CTRL)
    s.type("Ask the ministry for the report of 20 March.")
    s.settle(1.5)


@state("source", "What was taken away, and why")
def _(s: Stage) -> None:
    s.press(Key.Key_5, ALT)
    s.press(Key.Key_Down)


@state("plain-marks", "Every name and quotation brought forward")
def _(s: Stage) -> None:
    s.open("Seed vault")
    s.press(Key.Key_Period)


@state("page", "Block quotation, caption, subheading, related line")
def _(s: Stage) -> None:
    s.open("Seed vault")
    s.window.page.verticalScrollBar().setValue(260)


@state("focus", "Focus: the text alone")
def _(s: Stage) -> None:
    s.open("The river that")
    s.press(Key.Key_F9)


@state("focus-dark", "Focus, dark, in another face and wider leading")
def _(s: Stage) -> None:
    s.open("The river that")
    s.window.theme.choose(ThemeName.DARK)
    s.window.theme.set_reading(Reading(face="Literata", size=2, leading=1.7, measure=62))
    s.press(Key.Key_F9)


@state("contents", "The contents of a long piece")
def _(s: Stage) -> None:
    s.open("The river that")
    s.window.page.page(1)
    s.window.deeds.contents()


@state("appearance", "Colours, face, size, measure and leading")
def _(s: Stage) -> None:
    s.window.deeds.appearance()


@state("find", "Find in the article: every hit marked, in the scroll bar too")
def _(s: Stage) -> None:
    s.open("The river that")
    s.press(Key.Key_F, CTRL)
    s.type("river")


@state("find-nothing", "Nothing found in the article")
def _(s: Stage) -> None:
    s.press(Key.Key_F, CTRL)
    s.type("zeppelin")


def search(s: Stage, words: str) -> None:
    """Types into the search box, and waits for the answers."""
    s.press(Key.Key_F, CTRL | SHIFT)
    s.type(words)
    s.settle(0.5, until=lambda: not s.window.searching.asking.is_busy())


@state("search", "Search in the library: hits in the list and in the article, answers of every kind counted")
def _(s: Stage) -> None:
    search(s, "bridge ")
    s.press(Key.Key_Return)
    s.press(Key.Key_J)
    s.press(Key.Key_F3)


@state("search-suggestions", "What can follow in the search box")
def _(s: Stage) -> None:
    search(s, "said-by:")
    s.type("ma")
    s.settle(0.5, until=lambda: not s.window.searching.asking.is_busy())
    s.press(Key.Key_Down)


@state("search-fields", "Fields are suggested too")
def _(s: Stage) -> None:
    search(s, "bridge is:")


@state("search-quotes", "A question is answered with quotations, each in its passage")
def _(s: Stage) -> None:
    search(s, "about:bridge ")
    s.press(Key.Key_Return)
    s.press(Key.Key_Return)


@state("search-quotes-dark", "The same, dark")
def _(s: Stage) -> None:
    s.window.theme.choose(ThemeName.DARK)
    search(s, "about:bridge ")
    s.press(Key.Key_Return)


@state("search-problem", "What cannot be understood is marked, explained and mended")
def _(s: Stage) -> None:
    search(s, "bridge is:unreed")


@state("search-nothing", "Nothing found: why, and what could be asked instead")
def _(s: Stage) -> None:
    search(s, "bridge zeppelin ")


@state("search-near", "What is near the words in meaning is found without them, and told apart")
def _(s: Stage) -> None:
    library = s.window.library
    s.settle(until=lambda: library.meanings.are_there() and not library.meanings.missing())
    search(s, "dispute over irrigation water ")
    s.settle(until=lambda: s.window.articles.rows.rowCount() > 0)


@state("search-help", "How to search")
def _(s: Stage) -> None:
    s.in_dialog(s.window.deeds.explain_search, lambda: s.draw("search-help"))


@state("quotes", "Every quotation of the library")
def _(s: Stage) -> None:
    s.window.deeds.go_across(Across.QUOTES)
    s.settle(0.5, until=lambda: not s.window.searching.asking.is_busy())
    s.press(Key.Key_J)


@state("search-scale-200", "Search at 200 %", scale=2.0)
def _(s: Stage) -> None:
    search(s, "bridge ")
    s.press(Key.Key_Period, CTRL)
    s.settle(0.5, until=lambda: not s.window.searching.asking.is_busy())


@state("search-large-text", "Search with the interface at 200 %")
def _(s: Stage) -> None:
    s.window.theme.set_reading(Reading(interface=200))
    search(s, "bridge ti")


@state("long-title", "A headline, names and an address without end")
def _(s: Stage) -> None:
    s.open("After eleven years")


@state("arabic", "Right to left")
def _(s: Stage) -> None:
    s.open("الفيضان")
    s.press(Key.Key_Q)


@state("chinese", "Chinese")
def _(s: Stage) -> None:
    s.open("渡口")
    s.press(Key.Key_Q)


@state("german", "German")
def _(s: Stage) -> None:
    s.open("Seilbahn")
    s.press(Key.Key_Q)


@state("narrow", "A narrow window: the lists make room for the page", size=(960, 700))
def _(s: Stage) -> None:
    s.press(Key.Key_Q)


@state("very-narrow", "A very narrow window: the page alone", size=(600, 760))
def _(s: Stage) -> None:
    s.open("Seed vault")


@state("large-text", "Text at 200 percent")
def _(s: Stage) -> None:
    s.window.theme.set_reading(Reading(size=13))


@state("large-window", "Everything at 200 percent")
def _(s: Stage) -> None:
    s.window.theme.set_reading(Reading(size=13, interface=200))


@state("palette", "Every command, found by a few letters")
def _(s: Stage) -> None:
    s.in_dialog(s.window.deeds.palette, lambda: (s.type("quo"), s.draw("palette")))


@state("keys", "Every key")
def _(s: Stage) -> None:
    s.in_dialog(s.window.deeds.help, lambda: s.draw("keys"))


@state("settings", "Settings")
def _(s: Stage) -> None:
    s.window.deeds.settings()


@state("accounts", "Accounts with services")
def _(s: Stage) -> None:
    now = datetime.now(UTC)
    held = [
        HeldAccount(
            Account("1", "greader", "https://rss.example.org/api/greader.php", "nora", "FreshRSS at home"), now,
            Asked("1", succeeded_at=now - timedelta(minutes=4)), 2, 418,
        ),
        HeldAccount(
            Account("2", "wallabag", "https://wallabag.example.org", "nora"), now,
            Asked("2", succeeded_at=now - timedelta(hours=3)), 0, 57,
        ),
        HeldAccount(
            Account("3", "miniflux", "https://miniflux.example.org"), now,
            Asked("3", failures=1, gives_up=True, fault="miniflux.example.org does not take the sign-in; check name and password, or the token."),
            0, 0,
        ),
    ]  # fmt: skip
    page = AccountsPage(s.window)
    page.show_accounts(held)
    page.list.setCurrentRow(0)
    page.show()


@state("account-form", "Adding an account")
def _(s: Stage) -> None:
    form = AccountForm(lambda _account, _credential: None, s.window)
    form.kind.setCurrentIndex(form.kind.findData("wallabag"))
    form.show()


@state("sync-folder", "Syncing with one’s other machines")
def _(s: Stage) -> None:
    FolderForm("", "Not synced yet.", s.window).show()


@state("error", "Something could not be read")
def _(s: Stage) -> None:
    s.window.adder.add_paths([Path("/missing/page.html")])


@state("busy", "Work under way")
def _(s: Stage) -> None:
    s.window.progress.setText("Reading who said what… · 3 more waiting")


@state("all-read", "Nothing left to read")
def _(s: Stage) -> None:
    s.window.deeds.all_read()
    s.window.sidebar.choose(Query(kind=ListKind.UNREAD))
    s.window.articles.show_query(Query(kind=ListKind.UNREAD))


def annotations(s: Stage) -> None:
    """The list of all annotations, the third of them chosen."""
    s.press(Key.Key_G)
    s.press(Key.Key_H)
    s.settle(until=lambda: s.window.annotations.current() is not None)
    s.press(Key.Key_J)
    s.press(Key.Key_J)


@state("annotations", "All highlights, notes and bookmarks, each read in its place", library="organised")
def _(s: Stage) -> None:
    annotations(s)


@state("annotations-dark", "The same, filtered, dark", library="organised")
def _(s: Stage) -> None:
    s.window.theme.choose(ThemeName.DARK)
    annotations(s)
    s.press(Key.Key_F, SHIFT)
    s.press(Key.Key_Down)


@state("annotations-200", "The same on a screen of 200 percent", library="organised", scale=2.0, size=(1280, 800))
def _(s: Stage) -> None:
    annotations(s)


@state("annotations-none", "Nothing marked yet", library="empty")
def _(s: Stage) -> None:
    s.window.show_article(None)
    s.press(Key.Key_G)
    s.press(Key.Key_H)


@state("collection", "A collection in its own order; queue, searches and nested tags beside it", library="organised")
def _(s: Stage) -> None:
    s.window.sidebar.choose(Query(collection="bridge"))


@state("change-many", "What would change, before it does", library="organised")
def _(s: Stage) -> None:
    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ChangeMany)
        dialog.add.setText("harbour")
        dialog.states[0].setCurrentIndex(1)
        s.settle(0.6)
        s.draw("change-many")

    s.window.articles.selectAll()
    s.in_dialog(s.window.deeds.change_many, fill)


@state("rules", "A rule for articles that arrive, tried on those that are there", library="organised")
def _(s: Stage) -> None:
    s.in_dialog(s.window.deeds.rules, lambda: (s.settle(1.5), s.draw("rules")))


@state("rules-dark", "The same, dark", library="organised")
def _(s: Stage) -> None:
    s.window.theme.choose(ThemeName.DARK)
    s.in_dialog(s.window.deeds.rules, lambda: (s.settle(1.5), s.draw("rules-dark")))


@state("rules-200", "The same at 200 %", scale=2.0, library="organised")
def _(s: Stage) -> None:
    s.in_dialog(s.window.deeds.rules, lambda: (s.settle(1.5), s.draw("rules-200")))


@state("duplicates", "Articles that may be one", library="organised")
def _(s: Stage) -> None:
    s.in_dialog(s.window.deeds.duplicates, lambda: (s.settle(2.0), s.draw("duplicates")))


@state("deleted", "What was deleted, to be brought back", library="organised")
def _(s: Stage) -> None:
    s.window.theme.choose(ThemeName.SEPIA)
    s.in_dialog(s.window.deeds.recently_deleted, lambda: s.draw("deleted"))


@state("import", "What another reader exported, before it is brought in", library="organised")
def _(s: Stage) -> None:
    item = ImportedItem("https://example.org/a", "A story", tags=("sea",), marks=(ImportedMark("one goat"),))
    held = ImportedLibrary("Pocket", (item,) * 1204, ("Line 17 has no web address: Untitled.",))
    s.in_dialog(lambda: ImportPreview(held, 40, s.window).exec(), lambda: s.draw("import"))


@state("empty", "A library without an article", library="empty")
def _(s: Stage) -> None:
    s.window.show_article(None)


@state("many", "Ten thousand articles", library="many")
def _(s: Stage) -> None:
    s.window.articles.verticalScrollBar().setValue(s.window.articles.verticalScrollBar().maximum() // 2)


@state("scale-150", "A screen of 150 percent", scale=1.5, size=(1280, 800))
def _(s: Stage) -> None:
    s.press(Key.Key_Q)


@state("scale-200", "A screen of 200 percent, dark", scale=2.0, size=(1280, 800))
def _(s: Stage) -> None:
    s.window.theme.choose(ThemeName.DARK)
    s.press(Key.Key_Q)


@state("scale-300", "A screen of 300 percent", scale=3.0, size=(1000, 640))
def _(s: Stage) -> None:
    s.open("Seed vault")
    s.press(Key.Key_Q)


def draw(states: list[State]) -> None:
    """Draws states of one scale and one library, one after the other."""
    kind = states[0].library
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "library"
        if kind == "empty":
            Library.open(folder).close()
        else:
            shutil.copytree(MADE / kind, folder)
        with Library.open(folder) as library:
            stage = Stage(library, GALLERY)
            for each in states:
                stage.rest(each.size)
                each.reach(stage)
                if each.name not in DRAWN_THERE:
                    stage.draw(each.name)
                print(each.name, flush=True)  # noqa: T201
            stage.rest()
            stage.close()


def write_page() -> None:
    """The page that shows all pictures, with what each one is."""
    lines = ["# The window in all its states", "", "Drawn by `make screenshots` from the real window.", ""]
    for each in STATES:
        lines += [f"## {each.what}", "", f"![{each.what}]({each.name}.png)", ""]
    (GALLERY / "README.md").write_text("\n".join(lines), "utf-8")


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--only", default="")
    asked.add_argument("--fresh", action="store_true")
    asked.add_argument("--group", help=argparse.SUPPRESS)
    given = asked.parse_args()
    GALLERY.mkdir(exist_ok=True)
    MADE.mkdir(parents=True, exist_ok=True)
    if given.fresh:
        shutil.rmtree(MADE)
    names = {name for name in given.only.split(",") if name}
    wanted = [each for each in STATES if not names or each.name in names]
    groups: dict[tuple[float, str], list[State]] = {}
    for each in wanted:
        groups.setdefault((each.scale, each.library), []).append(each)
    if given.group:
        scale, kind = given.group.split(":")
        draw(groups[float(scale), kind])
        return
    if {"samples"} & {kind for _, kind in groups}:
        samples(MADE / "samples")
    if {"stories"} & {kind for _, kind in groups}:
        stories(MADE / "stories")
    if {"organised"} & {kind for _, kind in groups}:
        organised(MADE / "organised")
    if {"many"} & {kind for _, kind in groups}:
        many(MADE / "many")
    for scale, kind in groups:  # each scale needs a process of its own
        command = [sys.executable, str(HERE), "--only", given.only, "--group", f"{scale}:{kind}"]
        subprocess.run(command, check=True, env={**os.environ, "QT_SCALE_FACTOR": str(scale)})
    write_page()


if __name__ == "__main__":
    main()
