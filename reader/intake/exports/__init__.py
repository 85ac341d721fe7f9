"""Exports of other readers and read-later services, as values. Parsing is for a worker process."""

from reader.intake.exports.reading import parsed_export

__all__ = ["parsed_export"]
