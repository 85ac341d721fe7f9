"""What the self-contained application starts: the `verbatim` command."""

from reader.cli import main

main()
