"""Writes what Linux desktops read of the application: desktop entry, AppStream metadata, file types, icons, manual,
completions for shells, laid out as they lie under /usr.

    python packaging/metadata.py FOLDER [HOMEPAGE]
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from xml.sax.saxutils import escape

import icons
from description import ROOT, Description, description, news, source_date, version
from manual import completion, manual_page

SCHEME = "x-scheme-handler/verbatim"
"""`verbatim:` links lead to passages in the library."""


def desktop_entry(of: Description) -> str:
    """The entry in the desktop's menu (Desktop Entry Specification)."""
    lines = {
        "Type": "Application",
        "Version": "1.0",
        "Name": of.name,
        "GenericName": of.generic_name,
        "Comment": of.summary,
        "Exec": f"{of.command} open %U",
        "Icon": of.id,
        "Terminal": "false",
        "Categories": "".join(f"{each};" for each in of.categories),
        "Keywords": "".join(f"{each};" for each in of.keywords),
        "MimeType": "".join(f"{each};" for each in [kind.mime for kind in of.types] + [SCHEME]),
        "StartupWMClass": of.id,
        "StartupNotify": "true",
    }
    return "[Desktop Entry]\n" + "".join(f"{key}={value}\n" for key, value in lines.items())


def metainfo(of: Description, homepage: str = "") -> str:
    """What software shops show (AppStream 1.0): the description, and the news of this version."""
    points = "".join(f"      <li>{escape(point)}</li>\n" for point in of.points)
    paragraphs = [f"    <p>{escape(text)}</p>\n" for text in of.paragraphs]
    home = f'  <url type="homepage">{escape(homepage)}</url>\n' if homepage else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>{of.id}</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>{of.licence}</project_license>
  <name>{escape(of.name)}</name>
  <summary>{escape(of.summary)}</summary>
  <developer id="{of.id.rpartition(".")[0]}">
    <name>{escape(of.maker)}</name>
  </developer>
  <description>
{paragraphs[0]}    <ul>
{points}    </ul>
{"".join(paragraphs[1:])}  </description>
{home}  <launchable type="desktop-id">{of.id}.desktop</launchable>
  <provides>
    <binary>{of.command}</binary>
{"".join(f"    <mediatype>{kind.mime}</mediatype>{chr(10)}" for kind in of.types)}  </provides>
  <categories>
{"".join(f"    <category>{each}</category>{chr(10)}" for each in of.categories)}  </categories>
  <keywords>
{"".join(f"    <keyword>{escape(each)}</keyword>{chr(10)}" for each in of.keywords)}  </keywords>
  <requires>
    <display_length compare="ge">600</display_length>
  </requires>
  <supports>
    <control>keyboard</control>
    <control>pointing</control>
    <internet>offline-only</internet>
  </supports>
  <content_rating type="oars-1.1"/>
  <releases>
    <release version="{version()}" date="{source_date():%Y-%m-%d}">
      <description>
        <ul>
{"".join(f"          <li>{escape(item)}</li>{chr(10)}" for item in news_items()[:12])}        </ul>
      </description>
    </release>
  </releases>
</component>
"""


def news_items() -> list[str]:
    """The points of this version's news, without their marks."""
    items = re.findall(r"^- (.+(?:\n  .+)*)", news(), re.MULTILINE)
    return [
        re.sub(r"`|\*\*|<[^>]+>", "", re.sub(r"\[([^]]+)\]\([^)]*\)", r"\1", " ".join(item.split()))) for item in items
    ]


def mime_info(of: Description) -> str:
    """The file types that the systems' own tables do not know (shared MIME-info specification)."""
    kinds = "".join(
        f'  <mime-type type="{kind.mime}">\n    <comment>{escape(kind.name)}</comment>\n'
        + "".join(f'    <glob pattern="*.{ending}"/>\n' for ending in kind.extensions)
        + "  </mime-type>\n"
        for kind in of.types
        if kind.new
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">\n{kinds}</mime-info>\n'


def write(folder: Path, homepage: str = "") -> None:
    """Writes everything under `folder` as it lies under /usr."""
    of = description()
    texts = {
        f"share/applications/{of.id}.desktop": desktop_entry(of),
        f"share/metainfo/{of.id}.metainfo.xml": metainfo(of, homepage),
        f"share/mime/packages/{of.id}.xml": mime_info(of),
        f"share/man/man1/{of.command}.1": manual_page(of),
        f"share/bash-completion/completions/{of.command}": completion(of.command, "bash"),
        f"share/zsh/vendor-completions/_{of.command}": completion(of.command, "zsh"),
        f"share/fish/vendor_completions.d/{of.command}.fish": completion(of.command, "fish"),
    }
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    for size in icons.SIZES[:-1]:
        place = folder / f"share/icons/hicolor/{size}x{size}/apps/{of.id}.png"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(icons.drawn(size))
    scalable = folder / f"share/icons/hicolor/scalable/apps/{of.id}.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(icons.SOURCE, scalable)
    documents = folder / f"share/doc/{of.package}"
    documents.mkdir(parents=True, exist_ok=True)
    for name in ("LICENSE", "THIRD_PARTY.md", "CHANGELOG.md"):
        shutil.copyfile(ROOT / name, documents / name)


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
