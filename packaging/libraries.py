"""Which libraries of the system a folder of programs needs, and how new a C library; read from the files by objdump."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

DOES_WITHOUT = re.compile(
    r"plugins/(platformthemes/libqgtk3|printsupport/|platforms/libqeglfs|egldeviceintegrations/|generic/)|EglFS|EglFs"
)
"""Parts that Qt loads only where their libraries are there."""

OF_THE_C_LIBRARY = re.compile(r"^(ld-linux|lib(c|m|dl|rt|pthread|util|resolv|crypt))\b")


@dataclass(frozen=True)
class Needs:
    """Libraries by name that must be there, those that may be missing, and the newest version of glibc that is asked for."""

    libraries: frozenset[str]
    optional: frozenset[str]
    glibc: tuple[int, ...]


def needs(folder: Path) -> Needs:
    """What the programs and libraries in `folder` need that does not lie in it."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink() and _is_elf(path)]
    inside = {path.name for path in folder.rglob("*")}
    required: set[str] = set()
    optional: set[str] = set()
    glibc: tuple[int, ...] = (2, 0)
    for path in files:
        told = subprocess.run(["objdump", "-p", str(path)], check=True, capture_output=True, text=True).stdout
        wanted = {name for name in re.findall(r"NEEDED\s+(\S+)", told) if name not in inside}
        (optional if DOES_WITHOUT.search(path.as_posix()) else required).update(wanted)
        versions = [tuple(map(int, found.split("."))) for found in re.findall(r"GLIBC_(\d+(?:\.\d+)+)", told)]
        glibc = max([glibc, *versions])
    required = {name for name in required if not OF_THE_C_LIBRARY.match(name)}
    optional = {name for name in optional if not OF_THE_C_LIBRARY.match(name)} - required
    return Needs(frozenset(required), frozenset(optional), glibc)


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"
