"""Builds what Linux installs: the self-contained folder, and from it packages for Debian's and Fedora's kind of system.

    python packaging/linux.py folder|deb|rpm|archive OUT

`packaging/build` makes the environment that this needs, and calls it. The folder is made once for each OUT.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

import metadata
import yaml
from description import ROOT, description, source_date, version
from libraries import Needs, needs

MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}
STRIPPED = re.compile(r"\.so(\.[\d.]+)?$")
MENDED_AFTERWARDS = re.compile(r"\.libs/|/numpy/|/PIL/|/PySide6/|/shiboken6/")
"""Libraries whose headers were rewritten after they were linked: stripping breaks some of them, and wins little."""


def folder(out: Path) -> Path:
    """The self-contained application in a folder; made if it is not there."""
    made = out / "verbatim"
    if made.is_dir():
        return made
    environment = {**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": f"{source_date():%s}"}
    spec = str(ROOT / "packaging" / "bundle" / "verbatim.spec")
    places = ["--distpath", str(out), "--workpath", str(out / "work")]
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", *places, spec],
        check=True,
        env=environment,
        cwd=ROOT,
    )
    shutil.rmtree(out / "work")
    for path in made.rglob("*"):
        plain = path.is_file() and not path.is_symlink()
        if plain and STRIPPED.search(path.name) and not MENDED_AFTERWARDS.search(path.as_posix()):
            subprocess.run(["strip", "--strip-unneeded", str(path)], check=True)
    _settle(made)
    return made


def _settle(made: Path) -> None:
    """Gives every file the rights and the time that do not tell who built it, and when."""
    seconds = source_date().timestamp()
    for path in sorted(made.rglob("*"), reverse=True):
        if not path.is_symlink():
            program = path.is_dir() or path.name == "verbatim" or STRIPPED.search(path.name)
            path.chmod(0o755 if program else 0o644)
        os.utime(path, (seconds, seconds), follow_symlinks=False)


def staged(out: Path, homepage: str) -> Path:
    """What lies under /usr beside the folder itself."""
    usr = out / "usr"
    shutil.rmtree(usr, ignore_errors=True)
    metadata.write(usr, homepage)
    of = description()
    documents = usr / "share" / "doc" / of.package
    (documents / "LICENSE").rename(documents / "copyright")
    for text, packed in (
        (documents / "CHANGELOG.md", documents / "changelog.gz"),
        (usr / "share/man/man1/verbatim.1", usr / "share/man/man1/verbatim.1.gz"),
    ):
        packed.write_bytes(gzip.compress(text.read_bytes(), 9, mtime=0))
        text.unlink()
    _settle(usr)
    return usr


def package(out: Path, kind: str, homepage: str, called: str) -> Path:
    """The package of a kind ("deb", "rpm") in `out`, of the version that it is `called`."""
    program, usr = folder(out), staged(out, homepage)
    told = _for_nfpm(program, usr, needs(program), homepage, called)
    recipe = out / "nfpm.yaml"
    recipe.write_text(yaml.safe_dump(told, sort_keys=False, allow_unicode=True), "utf-8")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": f"{source_date():%s}"}
    of, machine = description(), os.uname().machine
    names = {
        "deb": f"{of.package}_{called}_{MACHINES[machine]}.deb",
        "rpm": f"{of.package}-{called}-1.{machine}.rpm",
    }
    target = out / names[kind]
    nfpm = str(Path(sys.executable).parent / "nfpm")
    subprocess.run(
        [nfpm, "package", "--config", str(recipe), "--packager", kind, "--target", str(target)],
        check=True,
        env=environment,
    )
    return target


def _for_nfpm(program: Path, usr: Path, needed: Needs, homepage: str, called: str) -> dict[str, Any]:
    of = description()
    glibc = ".".join(map(str, needed.glibc))
    unknown = (needed.libraries - of.libraries.keys()) | (
        needed.optional - of.libraries.keys() - of.optional_libraries.keys()
    )
    if unknown:
        sys.exit(f"packaging/description.toml names no package for {', '.join(sorted(unknown))}")
    debian = sorted({of.libraries[name] for name in needed.libraries})
    recommended = sorted({of.optional_libraries.get(name, "") for name in needed.optional} - {""})
    zsh = usr / "share/zsh/vendor-completions/_verbatim"
    trees = sorted(path for path in (usr / "share").iterdir() if path.name != "zsh")
    mtime = {"file_info": {"mtime": f"{source_date():%Y-%m-%dT%H:%M:%SZ}"}}
    return {
        "name": of.package,
        "arch": MACHINES[os.uname().machine],
        "platform": "linux",
        "version": called,
        "section": "net",
        "priority": "optional",
        "maintainer": of.maker,
        "description": f"{of.summary}\n" + "\n\n".join(of.paragraphs),
        "homepage": homepage or None,
        "license": of.licence,
        "mtime": f"{source_date():%Y-%m-%dT%H:%M:%SZ}",
        "contents": [
            {"src": str(program), "dst": "/usr/lib/verbatim", "type": "tree", **mtime},
            {"src": "/usr/lib/verbatim/verbatim", "dst": "/usr/bin/verbatim", "type": "symlink", **mtime},
            *({"src": str(tree), "dst": f"/usr/share/{tree.name}", "type": "tree", **mtime} for tree in trees),
            {"src": str(zsh), "dst": "/usr/share/zsh/vendor-completions/_verbatim", "packager": "deb", **mtime},
            {"src": str(zsh), "dst": "/usr/share/zsh/site-functions/_verbatim", "packager": "rpm", **mtime},
        ],
        "overrides": {
            "deb": {
                "depends": [f"libc6 (>= {glibc})", *debian],
                "recommends": [*recommended, "gnome-keyring | kwalletmanager", "fonts-noto-core"],
            },
            "rpm": {
                "depends": [
                    f"libc.so.6(GLIBC_{glibc})(64bit)",
                    *(f"{name}()(64bit)" for name in sorted(needed.libraries)),
                ],
                "recommends": [f"{name}()(64bit)" for name in sorted(needed.optional)],
            },
        },
        "deb": {"compression": "zstd", "fields": {"Multi-Arch": "foreign"}},
        "rpm": {"compression": "zstd", "group": "Applications/Internet", "summary": of.summary, "packager": of.maker},
    }


def archive(out: Path) -> Path:
    """The folder, with the desktop's files in it, as an archive that runs where it is unpacked."""
    program, usr = folder(out), staged(out, "")
    name = f"verbatim-{version()}-linux-{os.uname().machine}"
    target = out / f"{name}.tar.xz"
    with tarfile.open(target, "w:xz", preset=6, format=tarfile.PAX_FORMAT) as packed:
        for root, inside in ((program, name), (usr / "share", f"{name}/share")):
            for path in [root, *sorted(root.rglob("*"))]:
                packed.add(path, f"{inside}/{path.relative_to(root)}".rstrip("/."), recursive=False, filter=_nobody)
    return target


def _nobody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = int(source_date().timestamp())
    return entry


def main() -> None:
    what, out = sys.argv[1], Path(sys.argv[2]).resolve()
    homepage = os.environ.get("VERBATIM_HOMEPAGE", "")
    called = os.environ.get("VERBATIM_CALLED") or version()
    out.mkdir(parents=True, exist_ok=True)
    made = {"folder": folder, "archive": archive}.get(what, lambda out: package(out, what, homepage, called))(out)
    print(made)


if __name__ == "__main__":
    main()
