"""What can go wrong in a way a person can meet: each error is one clear sentence, ready to be shown."""

from __future__ import annotations


class VerbatimError(Exception):
    """The world's fault, told in one sentence that names the thing and says what to do.

    Anything that is not a VerbatimError is a bug, and is shown as one.
    """


class UnreadableInput(VerbatimError):  # noqa: N818 - it is what happened, and reads so at the `except`
    """Something that came in cannot be made an article: empty, not text, too large, gone."""


class LibraryError(VerbatimError):
    """The library cannot be opened or written: locked, read-only, damaged, made by a newer version, disk full."""
