"""Collects what the window says, for translators: resources/translations/verbatim_LANGUAGE.ts, and the .qm made of each.

    python packaging/translations.py [--check]

Every literal in `tr`, `counted` and `mark`, in the lines of commands, contexts and settings. What is translated already
stays; what is new stands unfinished; what nobody says any more goes. Translate the .ts in Qt Linguist or in an editor,
and run this again: it makes the .qm that the program reads. With --check nothing is written; the exit status is 1 where
something is missing, and each missing sentence is printed.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
CONTEXT = "Verbatim"
PLURAL_FORMS = {"de": 2}
"""How many forms a number asks for in each language, as Qt's table of plural rules has it."""
_COMMAND = ("menu", "name", "description")


@dataclass
class Catalogue:
    """Translations by their English source: one form, or several where a number decides."""

    language: str
    forms: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        return FOLDER / f"verbatim_{self.language}.ts"


def sources(files: Iterable[Path] | None = None) -> dict[str, bool]:
    """Every English source, in the order of the files, and whether a number decides its form."""
    found: dict[str, bool] = {}
    for path in files or sorted((ROOT / "reader").rglob("*.py")):
        for text, plural in _said_in(ast.parse(path.read_text("utf-8"))):
            if text.strip():
                found[text] = found.get(text, False) or plural
    return found


def _said_in(tree: ast.AST) -> Iterator[tuple[str, bool]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        match name:
            case "tr" | "mark" if node.args:
                yield from ((text, False) for text in _literals(node.args[0]))
            case "map" if node.args and getattr(node.args[0], "id", "") == "mark":
                yield from ((text, False) for text in _literals(node.args[1]))
            case "counted" if len(node.args) > 2:
                yield from ((text, True) for text in _literals(node.args[2]))
            case "command" if len(node.args) > 3:
                menu, *said = (text for part in node.args[1:4] for text in _literals(part))
                yield from ((text, False) for text in (*menu.split("/"), *said))
            case "Context":
                yield from ((text, False) for part in node.args[:2] for text in _literals(part))
            case "Setting" if len(node.args) > 3:
                yield from ((text, False) for part in node.args[2:4] for text in _literals(part))
                for keyword in node.keywords:
                    if keyword.arg == "choices" and isinstance(keyword.value, ast.Tuple):
                        for choice in keyword.value.elts:
                            if isinstance(choice, ast.Tuple):
                                yield from ((text, False) for text in _literals(choice.elts[1]))


def _literals(node: ast.expr) -> Iterator[str]:
    """The texts that an expression may be: itself, the branches of a condition, the members of a tuple."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp():
            yield from _literals(node.body)
            yield from _literals(node.orelse)
        case ast.Tuple() | ast.List():
            for each in node.elts:
                yield from _literals(each)
        case ast.Starred():
            yield from _literals(node.value)


def read(language: str) -> Catalogue:
    """The catalogue of a language as it lies in its file; an empty one where there is none."""
    catalogue = Catalogue(language)
    if catalogue.path.is_file():
        for message in ElementTree.parse(catalogue.path).getroot().iter("message"):
            target = message.find("translation")
            assert target is not None
            forms = [form.text or "" for form in target.findall("numerusform")] or [target.text or ""]
            if all(forms):
                catalogue.forms[message.findtext("source") or ""] = tuple(forms)
    return catalogue


def written(catalogue: Catalogue, wanted: dict[str, bool]) -> str:
    """The text of a .ts file: all that is wanted, in its order."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{catalogue.language}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for text, plural in wanted.items():
        forms = catalogue.forms.get(text, ())
        lines.append(_opening(plural))
        lines.append(f"        <source>{escape(text)}</source>")
        lines.append(_translation(forms, plural, PLURAL_FORMS.get(catalogue.language, 2)))
        lines.append("    </message>")
    return "\n".join([*lines, "</context>", "</TS>", ""])


def _opening(plural: bool) -> str:
    return '    <message numerus="yes">' if plural else "    <message>"


def _translation(forms: tuple[str, ...], plural: bool, number: int) -> str:
    known = len(forms) == (number if plural else 1)
    mark = "" if known else ' type="unfinished"'
    if not plural:
        return f"        <translation{mark}>{escape(forms[0]) if known else ''}</translation>"
    inside = "".join(
        f"\n            <numerusform>{escape(form)}</numerusform>" for form in (forms if known else ("",) * number)
    )
    return f"        <translation{mark}>{inside}\n        </translation>"


def missing(catalogue: Catalogue, wanted: dict[str, bool]) -> list[str]:
    """The sources that have no translation, or not all the forms they need."""
    number = PLURAL_FORMS.get(catalogue.language, 2)
    return [text for text, plural in wanted.items() if len(catalogue.forms.get(text, ())) != (number if plural else 1)]


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.stem.removeprefix("verbatim_") for path in FOLDER.glob("verbatim_*.ts"))


def release(path: Path) -> None:
    """Makes the .qm of a .ts, which the program reads."""
    import PySide6

    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([tool, "-silent", path, "-qm", path.with_suffix(".qm")], check=True)


def main() -> int:
    wanted = sources()
    status = 0
    for language in [name for name in sys.argv[1:] if not name.startswith("-")] or languages():
        catalogue = read(language)
        lacking = missing(catalogue, wanted)
        if "--check" in sys.argv:
            status |= bool(lacking) or catalogue.path.read_text("utf-8") != written(catalogue, wanted)
        else:
            catalogue.path.write_text(written(catalogue, wanted), "utf-8")
            release(catalogue.path)
        for text in lacking:
            sys.stdout.write(f"{language}: {text!r}\n")
        sys.stdout.write(f"{language}: {len(wanted) - len(lacking)} of {len(wanted)} sentences\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
