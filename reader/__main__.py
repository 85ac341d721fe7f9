"""`python -m reader` is `verbatim`."""

from reader.cli import main

main()
