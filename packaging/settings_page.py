"""Writes docs/settings.md from the table of settings.

    python packaging/settings_page.py [--check]

With --check nothing is written; the exit status is 1 where the file is not what it should be.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from reader.window.settings.setting import Setting
from reader.window.settings.table import SECTIONS, SETTINGS

FILE = Path(__file__).parent.parent / "docs" / "settings.md"
HEAD = """# Settings

<kbd>Ctrl</kbd>+<kbd>,</kbd> shows them. Type a word to find one; what you set takes effect at once, and each line has a
button that goes back to the standard.

**They lie in one file**, `settings.toml`, which you may edit by hand, also while Verbatim runs: what you save there takes
effect at once. A line that begins with `#` is the standard. The file lies in

| system | folder |
| --- | --- |
| Linux | `~/.config/Verbatim/` |
| macOS | `~/Library/Application Support/Verbatim/` |
| Windows | `%LOCALAPPDATA%\\Verbatim\\` |

The variable `VERBATIM_SETTINGS` names another file. Settings are exported and imported on their page; passwords are never
among them.

*The rest of this page is made from the table of settings by `packaging/settings_page.py`.*
"""


def page() -> str:
    """The page as it should be."""
    parts = [HEAD]
    for section, name in SECTIONS.items():
        rows = [_row(setting) for setting in SETTINGS if setting.section == section]
        parts.append(f"\n## {name}\n\n| Setting | In the file | Standard |\n| --- | --- | --- |\n{''.join(rows)}")
    return "".join(parts)


def _row(setting: Setting[Any]) -> str:
    values = ", ".join(f"`{value}`" if str(value) else '`""`' for value, _ in setting.choices)
    bounds = "from {} to {}".format(*setting.bounds) if setting.bounds else ""
    allowed = "".join(f"; {each}" for each in (values, bounds) if each)
    name = f"**{setting.name}**: " if setting.name else ""
    standard = str(setting.default).lower() if isinstance(setting.default, bool) else str(setting.default)
    standard = f"`{standard}`" if standard not in {"", "{}"} else "–"
    cells = (f"{name}{setting.sentence}", f"`{setting.key}`{allowed}", standard)
    return "".join(f"| {cell.replace('|', chr(92) + '|')} " for cell in cells) + "|\n"


def main() -> None:
    made = page()
    if "--check" in sys.argv:
        fresh = FILE.is_file() and FILE.read_text("utf-8") == made
        sys.exit(0 if fresh else f"{FILE.name} is not fresh: run packaging/settings_page.py")
    FILE.write_text(made, "utf-8")


if __name__ == "__main__":
    main()
