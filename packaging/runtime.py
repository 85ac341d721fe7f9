"""Prints the part of requirements.lock that the application itself needs: no tests, no tools.

python packaging/runtime.py        needs uv, which follows what each package asks for
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def runtime_lock() -> str:
    """The entries of the lock, with markers and hashes, of all that pyproject.toml's dependencies lead to."""
    uv = Path(sys.executable).parent / "uv"
    asked = [str(uv), "pip", "compile", "pyproject.toml", "--universal", "--constraint", "requirements.lock", "--quiet"]
    plain = ["--no-annotate", "--no-header", "--no-emit-index-url"]
    told = subprocess.run([*asked, *plain], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    wanted = set(re.findall(r"^([\w.\-]+)==", told, re.MULTILINE))
    entries = re.split(r"\n(?=[A-Za-z])", (ROOT / "requirements.lock").read_text("utf-8").strip())
    return "\n".join(entry for entry in entries if entry.partition("==")[0] in wanted) + "\n"


if __name__ == "__main__":
    print(runtime_lock(), end="")
