"""Says what the application is made of: a bill of materials (CycloneDX), and the texts of all licences, collected by tools
from the packages that are installed to build it.

    python packaging/made_of.py OUT
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from description import ROOT, version
from runtime import runtime_lock
from third_party import licence

TOOLS = Path(sys.executable).parent


def bill_of_materials(out: Path) -> Path:
    """Every package with its version and the hashes of its files, as JSON."""
    locked = out / "runtime.txt"
    locked.write_text(runtime_lock(), "utf-8")
    target = out / f"verbatim-{version()}.cdx.json"
    asked = ["requirements", str(locked), "--pyproject", str(ROOT / "pyproject.toml"), "--output-reproducible"]
    subprocess.run([str(TOOLS / "cyclonedx-py"), *asked, "--output-format", "JSON", "-o", str(target)], check=True)
    locked.unlink()
    bill = json.loads(target.read_text("utf-8"))
    bill["metadata"]["component"]["version"] = version()
    for component in bill["components"]:
        with suppress(PackageNotFoundError):  # a package of another system
            component["licenses"] = [{"license": {"name": licence(distribution(component["name"]))}}]
    target.write_text(json.dumps(bill, indent=2, sort_keys=True) + "\n", "utf-8")
    return target


def licences(out: Path) -> Path:
    """The licences of all packages on this system, each with its text, and after them our own and those of our resources."""
    names = re.findall(r"^([\w.\-]+)==", runtime_lock(), re.MULTILINE)
    asked = ["--packages", *names, "--format=plain-vertical", "--with-license-file", "--no-license-path", "--with-urls"]
    told = subprocess.run(
        [str(TOOLS / "pip-licenses"), f"--python={sys.executable}", *asked], check=True, capture_output=True, text=True
    ).stdout
    resources = sorted([*ROOT.glob("resources/**/*OFL.txt"), *ROOT.glob("resources/**/LICENSE")])
    parts = [
        told,
        *(f"{path.relative_to(ROOT)}\n\n{path.read_text('utf-8')}" for path in [ROOT / "LICENSE", *resources]),
    ]
    target = out / f"verbatim-{version()}-licences.txt"
    target.write_text(f"\n\n{'-' * 80}\n\n".join(part.strip() for part in parts) + "\n", "utf-8")
    return target


if __name__ == "__main__":
    folder = Path(sys.argv[1]).resolve()
    print(bill_of_materials(folder))
    print(licences(folder))
