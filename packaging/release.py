"""What stands beside the files of a release: checksums, the manifest that the application reads, and the news.

    python packaging/release.py FOLDER TAG

writes SHA256SUMS, manifest.json and NEWS.md into FOLDER, which holds the files. It ends with a sentence where the tag is
not that of the version, or CHANGELOG.md tells nothing of it.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from description import news, version

WRITTEN = ("SHA256SUMS", "manifest.json", "NEWS.md")


def write(folder: Path, tag: str) -> None:
    """Writes the three files; see above."""
    if tag != f"v{version()}":
        sys.exit(f"The tag {tag} is not that of version {version()}; reader/__init__.py says which it is.")
    told = news()
    if not told:
        sys.exit(f"CHANGELOG.md tells nothing of version {version()}.")
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name not in WRITTEN)
    sums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    listed = [{"name": path.name, "bytes": path.stat().st_size, "sha256": sums[path.name]} for path in files]
    manifest = {"version": version(), "files": listed}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", "utf-8")
    sums["manifest.json"] = hashlib.sha256((folder / "manifest.json").read_bytes()).hexdigest()
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items()))
    (folder / "SHA256SUMS").write_text(lines, "utf-8")
    (folder / "NEWS.md").write_text(told + "\n", "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2])
