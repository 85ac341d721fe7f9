"""What desktops, shops, shells and `man` are told of the application is well formed, whole and of this version."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
import typer.main

import reader
from reader.cli.command import app
from reader.intake.kinds import SUFFIXES

ROOT = Path(__file__).resolve().parents[2]
SAID = tomllib.loads((ROOT / "packaging" / "description.toml").read_text("utf-8"))
ID = SAID["id"]


@pytest.fixture(scope="module")
def usr(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything, laid out as under /usr."""
    folder = tmp_path_factory.mktemp("usr")
    subprocess.run([sys.executable, "packaging/metadata.py", str(folder)], cwd=ROOT, check=True)
    return folder


def _checked(*command: str) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_desktop_entry_validates(usr: Path) -> None:
    _checked("desktop-file-validate", str(usr / f"share/applications/{ID}.desktop"))


def test_the_appstream_metadata_validates_and_tells_of_this_version(usr: Path) -> None:
    file = usr / f"share/metainfo/{ID}.metainfo.xml"
    release = ElementTree.parse(file).find("releases/release")
    assert release is not None and release.get("version") == reader.__version__
    assert len(release.findall("description/ul/li")) > 3
    _checked("appstreamcli", "validate", "--no-net", str(file))


def test_the_manual_tells_every_command_and_option(usr: Path) -> None:
    page = (usr / "share/man/man1/verbatim.1").read_text("utf-8").replace("\\-", "-")
    waiting = [((), typer.main.get_command(app))]
    seen = 0
    while waiting:
        path, command = waiting.pop()
        for name, inner in getattr(command, "commands", {}).items():
            if not inner.hidden:
                waiting.append(((*path, name), inner))
        if path and not hasattr(command, "commands"):
            seen += 1
            heading = ".SS " + " ".join(f"\\fB{word}\\fR" for word in path)
            assert f"{heading} " in page, path
            section = page.split(f"{heading} ", 1)[1].split("\n.SS ", 1)[0]
            for parameter in command.params:
                assert all(f"\\fB{name}\\fR" in section for name in parameter.opts if name.startswith("-")), path
    assert seen > 10


def test_the_manual_is_well_formed(usr: Path) -> None:
    _checked("mandoc", "-T", "lint", "-W", "warning", str(usr / "share/man/man1/verbatim.1"))


@pytest.mark.parametrize(
    ("shell", "file"),
    [
        ("bash", "bash-completion/completions/verbatim"),
        ("zsh", "zsh/vendor-completions/_verbatim"),
        ("fish", "fish/vendor_completions.d/verbatim.fish"),
    ],
)
def test_the_shells_ask_the_command_itself_for_completions(usr: Path, shell: str, file: str) -> None:
    script = (usr / "share" / file).read_text("utf-8")
    assert f"_VERBATIM_COMPLETE=complete_{shell}" in script
    if shutil.which(shell):
        subprocess.run([shell, "-n", str(usr / "share" / file)], check=True)


def test_there_is_an_icon_in_every_size(usr: Path) -> None:
    for size in (16, 22, 24, 32, 48, 64, 128, 256, 512):
        head = (usr / f"share/icons/hicolor/{size}x{size}/apps/{ID}.png").read_bytes()[:24]
        assert int.from_bytes(head[16:20], "big") == int.from_bytes(head[20:24], "big") == size
    assert (usr / f"share/icons/hicolor/scalable/apps/{ID}.svg").is_file()


def test_the_types_that_are_declared_are_those_that_are_read(usr: Path) -> None:
    declared = {f".{ending}" for kind in SAID["types"] for ending in kind["extensions"]}
    assert declared <= set(SUFFIXES)
    assert {".html", ".mhtml", ".pdf", ".epub", ".docx", ".odt", ".rtf", ".eml", ".md", ".txt"} <= declared
    entry = (usr / f"share/applications/{ID}.desktop").read_text("utf-8")
    for kind in SAID["types"]:
        assert f"{kind['mime']};" in entry
    types = ElementTree.parse(usr / f"share/mime/packages/{ID}.xml").getroot()
    assert [kind.get("type") for kind in types] == [kind["mime"] for kind in SAID["types"] if kind.get("new")]


def test_the_window_goes_by_the_name_of_the_desktop_entry() -> None:
    running = (ROOT / "reader" / "window" / "running.py").read_text("utf-8")
    assert re.search(r'setDesktopFileName\("(.+)"\)', running)[1] == ID
