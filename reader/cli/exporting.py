"""Writing parts of the library into files."""

from __future__ import annotations

from pathlib import Path

from reader.article import LibraryError
from reader.export import standoff
from reader.library import Library


def write_quotes(library: Library, folder: Path) -> int:
    """Writes each corrected article's text and its quotations as `ID.txt` and `ID_reader.ann`; how many there were.

    LibraryError where the folder cannot be written to.
    """
    written = 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in library.corrected():
            opened = library.opened(number)
            if opened.analysis is not None:
                (folder / f"{number}.txt").write_text(opened.article.text, "utf-8", newline="")
                (folder / f"{number}_reader.ann").write_text(
                    standoff(opened.article, opened.analysis.quotes), "utf-8", newline=""
                )
                written += 1
    except OSError as error:
        raise LibraryError(f"{folder} cannot be written to ({error.strerror}); choose another folder.") from error
    return written
