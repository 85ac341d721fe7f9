"""What the window says goes through `tr`, and every catalogue of translations is whole and sound."""

from __future__ import annotations

import ast
import importlib.util
import re
import string
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parents[2]
SHARE_UNTRANSLATED = 50
"""One sentence in so many may still be English between two releases: it is shown so, until it is translated."""
SHOWING = {
    "setText", "setToolTip", "setPlaceholderText", "setAccessibleName", "setAccessibleDescription", "setWindowTitle",
    "setStatusTip", "setTitle", "setTabText", "setTabToolTip", "setLabelText", "addAction", "addTab", "addMenu",
    "showMessage", "say", "tell", "setHeaderLabels", "QLabel", "QPushButton", "QCheckBox", "QGroupBox", "QRadioButton",
    "announce", "question", "information", "warning", "about", "getText", "getItem", "SearchField", "setHorizontalHeaderLabels",
}  # fmt: skip
"""What puts words before a reader: methods of widgets, widgets made of a text, dialogs, and the window's own."""
NAMES = {"Verbatim", "SVG (*.svg);;PNG (*.png)", "PDF (*.pdf)", "OPML (*.opml)"}


def _module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


translations = _module()
WANTED = translations.sources()


def untranslated(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Literals with a word in them that a call in `SHOWING` is given as they are."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in SHOWING:
                for given in node.args:
                    yield from ((node.lineno, text) for text in _words_of(given))


_NO_WORDS = re.compile(r"<[^>]*>|&\w+;|https?:\S*|\b(?:Ctrl|Alt|Shift|Esc)\b|\b\w+:(?=[\s\"]*$)")
"""Markup, addresses, keys, and the fields of a search."""


def _has_word(text: str, letters: int) -> bool:
    return re.search(rf"[^\W\d_]{{{letters}}}", _NO_WORDS.sub("", text)) is not None


def _words_of(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)) if _has_word(text, 2) and text not in NAMES:
            yield text
        case ast.JoinedStr():
            literal = " ".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
            if _has_word(literal, 3):
                yield literal
        case ast.IfExp():
            yield from _words_of(node.body)
            yield from _words_of(node.orelse)
        case ast.List() | ast.Tuple():
            for each in node.elts:
                yield from _words_of(each)


@pytest.mark.parametrize(
    "code", ['x.setText("Close")', 'QLabel("A note", self)', 'w.say(f"{n} done")', 'x.setText("Off" if a else "")']
)
def test_a_literal_that_reaches_a_widget_is_found(code: str) -> None:
    assert list(untranslated(ast.parse(code)))


def test_every_literal_that_reaches_a_widget_is_translated() -> None:
    found = {
        f"{path.relative_to(ROOT)}:{line}: {text!r}"
        for path in sorted((ROOT / "reader" / "window").rglob("*.py"))
        for line, text in untranslated(ast.parse(path.read_text("utf-8")))
        if text.strip() not in NAMES
    }
    assert not found, "wrap these in tr(…)"


@pytest.mark.parametrize("language", translations.languages())
def test_the_catalogue_is_whole(language: str) -> None:
    lacking = translations.missing(translations.read(language), WANTED)
    assert len(lacking) <= len(WANTED) // SHARE_UNTRANSLATED, (
        f"translate these in resources/translations/verbatim_{language}.ts, after `python packaging/translations.py`: {lacking}"
    )


@pytest.mark.parametrize("language", translations.languages())
def test_every_translation_has_the_fields_of_its_source(language: str) -> None:
    wrong = []
    for source, forms in translations.read(language).forms.items():
        fields = _fields(source)
        for form in forms:
            here = _fields(form)
            if here != fields and not (len(forms) > 1 and fields - here <= {"n"} and here <= fields):
                wrong.append((source, form))
            if source.count("\n") != form.count("\n") or (source[:1] == " ") != (form[:1] == " "):
                wrong.append((source, form))
            if ("&" in source) != ("&" in form.replace("& ", "")) and "& " not in source:
                wrong.append((source, form))
    assert not wrong


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", translations.languages())
def test_what_the_program_reads_is_made_of_the_catalogue(language: str) -> None:
    catalogue, translator = translations.read(language), QTranslator()
    assert translator.load(str(catalogue.path.with_suffix(".qm")))
    for source, forms in catalogue.forms.items():
        numbers = (1, 5) if len(forms) == 2 else (-1,)
        said = tuple(translator.translate(translations.CONTEXT, source, "", n) for n in numbers)
        assert said == forms, f"run `python packaging/translations.py`: {source!r}"
