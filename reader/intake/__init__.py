"""Where articles come from: files, standard input, the clipboard → Capture."""

from reader.intake.reading import MAX_BYTES, from_text, read_path, read_stream

__all__ = ["MAX_BYTES", "from_text", "read_path", "read_stream"]
