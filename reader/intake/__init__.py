"""Where articles come from: files, standard input, the clipboard → Capture."""

from reader.intake.folders import articles_in
from reader.intake.kinds import SUFFIXES, ZIP
from reader.intake.reading import MAX_BYTES, from_text, read_path, read_stream

__all__ = ["MAX_BYTES", "SUFFIXES", "ZIP", "articles_in", "from_text", "read_path", "read_stream"]
