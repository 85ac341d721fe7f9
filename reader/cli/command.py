"""The `verbatim` command: the window, and everything of it that makes sense in a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

import reader
from reader.article import EntityKind, VerbatimError, counted, is_address
from reader.cli import accounts, backing_up, feeding
from reader.cli.explaining import explanation, show_explanation
from reader.cli.options import LibraryOption, named_path
from reader.cli.people import person_lines, quotes_by, story_lines
from reader.cli.pipeline import captured, records, spread
from reader.cli.searching import search_lines, tell_nothing, tell_problem, with_meaning
from reader.cli.terminal import Printed, as_json, safe, show, shows_bold
from reader.library import AnnotationKind, AnnotationQuery, Library, ListKind, Order, Query, changes, question
from reader.work.exporting import Form, form_of
from reader.work.exporting import export as write_annotations

app = typer.Typer(
    name="verbatim",
    help="Verbatim: a clean page to read, and beside it who said what.",
    add_completion=True,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.add_typer(feeding.app)
app.command()(backing_up.backup)
app.command()(backing_up.restore)
app.add_typer(accounts.app)
app.command("sync")(accounts.sync_command)


class Format(StrEnum):
    JSON = "json"
    JSONL = "jsonl"
    TEXT = "text"


class SearchFormat(StrEnum):
    TEXT = "text"
    JSONL = "jsonl"


class ExplainFormat(StrEnum):
    JSON = "json"
    TEXT = "text"


def main() -> None:
    """Runs the command. A VerbatimError is told in its sentence, with exit status 1."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except VerbatimError as error:
        print(f"verbatim: {safe(str(error))}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read us has gone; there is nobody left to tell
        sys.exit(0)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    library: LibraryOption = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Open the window on your library."""
    if version:
        print(f"Verbatim {reader.__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        _window(library, [])


@app.command("open")
def open_(
    what: Annotated[list[str] | None, typer.Argument(metavar="PATH", help="Files, addresses, verbatim: links.")] = None,
    library: LibraryOption = None,
) -> None:
    """Open the window and add these files and addresses, or go where a verbatim: link leads.

    Where the window is open already, it takes them, and this command ends.
    """
    _window(library, what or [])


@app.command()
def analyze(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Saved articles; - is standard input.")],
    output: Annotated[
        Format | None,
        typer.Option(
            "--format", help="text in a terminal, json otherwise: of several articles an array; jsonl: one a line."
        ),
    ] = None,
    raw: Annotated[bool, typer.Option("--raw", help="Take a text to the character, without cleaning.")] = False,
    base_url: Annotated[str | None, typer.Option("--base-url", metavar="URL", help="Where the page is from.")] = None,
) -> None:
    """Clean articles and print who said what in them. Opens no window and no library."""
    chosen = output or (Format.TEXT if sys.stdout.isatty() else Format.JSON)
    console, printed = Console(highlight=False), Printed()
    failed = False
    for record in records(paths, raw=raw, base_url=base_url):
        if "error" in record:
            failed = True
            print(f"verbatim: {safe(record['error'])}", file=sys.stderr)
        if chosen is Format.JSON:
            printed.add(record)
        elif chosen is Format.JSONL:
            print(as_json(record, indent=None), flush=True)
        elif "error" not in record:
            show(console, record)
    printed.end()
    if failed:
        raise typer.Exit(1)


@app.command()
def explain(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Saved articles; - is standard input.")],
    output: Annotated[
        ExplainFormat | None, typer.Option("--format", help="text in a terminal, json otherwise.")
    ] = None,
    raw: Annotated[bool, typer.Option("--raw", help="Take a text to the character, without cleaning.")] = False,
    base_url: Annotated[str | None, typer.Option("--base-url", metavar="URL", help="Where the page is from.")] = None,
) -> None:
    """Clean articles and print where each part is from, and why.

    Of every field: the value that was taken, and all that JSON-LD, meta elements, microdata and the lines of the page
    say of it, best first, authors with the weight of the votes for them. Of every block and every piece that was taken
    away: where it stood, and the rule or model that decided. The exit status is 1 where a file cannot be read.
    """
    chosen = output or (ExplainFormat.TEXT if sys.stdout.isatty() else ExplainFormat.JSON)
    console, printed = Console(highlight=False), Printed()
    failed = False
    for record in records(paths, raw=raw, base_url=base_url, of_cleaned=explanation):
        if "error" in record:
            failed = True
            print(f"verbatim: {safe(record['error'])}", file=sys.stderr)
        if chosen is ExplainFormat.JSON:
            printed.add(record)
        elif "error" not in record:
            show_explanation(console, record)
    printed.end()
    if failed:
        raise typer.Exit(1)


@app.command("list")
def list_(
    kind: Annotated[ListKind, typer.Argument(metavar="KIND", help="Which list.")] = ListKind.ALL,
    words: Annotated[str, typer.Option("--search", metavar="WORDS", help="Only articles with these words.")] = "",
    tag: Annotated[str | None, typer.Option("--tag", help="Only articles with this tag.")] = None,
    library: LibraryOption = None,
) -> None:
    """Print the articles of a list: number, date, state, headline, source."""
    with Library.open(library, read_only=True) as shelf:
        query = Query(kind=kind, tag=tag, words=words)
        for row in shelf.rows(query, limit=shelf.count(query)):
            state = "".join(mark for mark, on in (("•", row.unread), ("★", row.bookmarked), ("✎", row.noted)) if on)
            fields = (str(row.id), (row.published or "")[:10], state, row.title, row.publisher)
            print("\t".join(safe(field) for field in fields))


@app.command()
def search(
    words: Annotated[str, typer.Argument(metavar="QUERY", help="A question as in the search box: see docs/search.md.")],
    output: Annotated[
        SearchFormat, typer.Option("--format", help="One line each, or one JSON record.")
    ] = SearchFormat.TEXT,
    quotes: Annotated[bool, typer.Option("--quotes", help="Answer with quotations, whatever is asked.")] = False,
    by_words: Annotated[
        bool, typer.Option("--by-words", help="Only articles that have the words, none that are near them in meaning.")
    ] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many at most.")] = 100,
    library: LibraryOption = None,
) -> None:
    """Search the library; the exit status is 1 where nothing was found, or the question is none.

    Answers with articles: number, date, headline, source, snippet; where it is asked of quotations (said-by:, about:,
    quote:), with those: article, date, speaker, source, headline, passage. What does not have the words and is only
    near them in meaning says so before its snippet.
    """
    problem = question(words).problem
    if problem is not None:
        tell_problem(words, problem)
        raise typer.Exit(1)
    records, found = output is SearchFormat.JSONL, False
    with Library.open(library, read_only=True) as shelf:
        query = Query(words=words) if by_words or quotes else with_meaning(shelf, words)
        for line in search_lines(shelf, query, limit, quotes=quotes, records=records, colour=shows_bold()):
            found = True
            print(line)
        if not found:
            tell_nothing(shelf, words)
            raise typer.Exit(1)


@app.command()
def people(
    kind: Annotated[EntityKind, typer.Option("--kind", help="Of which kind.")] = EntityKind.PERSON,
    words: Annotated[
        str, typer.Option("--search", metavar="NAME", help="Only names that have a word beginning so.")
    ] = "",
    order: Annotated[Order, typer.Option("--sort", help="By quotations, articles or name.")] = Order.QUOTES,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many at most.")] = 100,
    library: LibraryOption = None,
) -> None:
    """Print whom your articles name: quotations, articles, name, role."""
    with Library.open(library, read_only=True) as shelf:
        _print_lines(person_lines(shelf, kind, words, order, limit))


@app.command()
def quotes(
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who said it.")],
    about: Annotated[str | None, typer.Option("--about", metavar="NAME", help="Only what mentions this one.")] = None,
    library: LibraryOption = None,
) -> None:
    """Print what somebody said, newest first: day, outlet, kind, cue, words, headline."""
    with Library.open(library, read_only=True) as shelf:
        _print_lines(quotes_by(shelf, by, about))


@app.command()
def stories(
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many at most.")] = 100,
    library: LibraryOption = None,
) -> None:
    """Print the stories that several articles tell: last day, articles, outlets, headline."""
    with Library.open(library, read_only=True) as shelf:
        _print_lines(story_lines(shelf, limit))


@app.command()
def add(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Saved articles, folders of them, or addresses; - is standard input."),
    ],
    library: LibraryOption = None,
) -> None:
    """Add articles to the library without opening the window: files, or pages by their addresses."""
    from reader.cli.adding import added
    from reader.cli.feeding import added_address

    failed = False
    with Library.open(library) as shelf:
        for path in spread(paths):
            try:
                outcomes = added_address(shelf, path) if is_address(path) else added(shelf, captured(path))
            except VerbatimError as error:
                outcomes = iter([error])
            for outcome in outcomes:
                if isinstance(outcome, VerbatimError):
                    failed = True
                    print(f"verbatim: {safe(str(outcome))}", file=sys.stderr)
                else:
                    print(safe(outcome))
    if failed:
        raise typer.Exit(1)


@app.command("import")
def import_(
    path: Annotated[Path, typer.Argument(metavar="FILE", parser=named_path, help="What another reader exported.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would come.")] = False,
    fetch: Annotated[bool, typer.Option("--fetch", help="Fetch the pages of which the file has no text.")] = False,
    library: LibraryOption = None,
) -> None:
    """Bring in what Pocket, Instapaper, Omnivore, Readwise, wallabag, Raindrop, Zotero and others exported.

    Articles come with their states, tags, collections, highlights and notes; what is there already is not brought in
    twice. CSV, JSON, HTML bookmarks and zips are told by what is in them.
    """
    from reader.cli.importing import imported_lines

    with Library.open(library, read_only=dry_run) as shelf:
        for line in imported_lines(shelf, path, dry_run=dry_run, fetch=fetch):
            print(safe(line))


@app.command("remove-samples")
def remove_samples(library: LibraryOption = None) -> None:
    """Take the sample articles out of the library; undo brings them back."""
    with Library.open(library) as shelf:
        samples = shelf.count(Query(words="is:sample"))
        shelf.perform(changes.RemoveSamples())
    moved = counted(
        samples,
        "{n} sample article is in the trash now, for 30 days.",
        "{n} sample articles are in the trash now, for 30 days.",
    )
    print(moved if samples else "There are no sample articles in the library.")


@app.command()
def export(
    path: Annotated[
        Path,
        typer.Argument(metavar="PATH", parser=named_path, help="A .jsonld or .csv file, or a folder for Markdown."),
    ],
    form: Annotated[Form | None, typer.Option("--format", help="If the name does not say it.")] = None,
    words: Annotated[str, typer.Option("--search", metavar="WORDS", help="Only those with these words.")] = "",
    kind: Annotated[AnnotationKind | None, typer.Option("--kind", help="Only of this kind.")] = None,
    tag: Annotated[str | None, typer.Option("--tag", help="Only on articles with this tag.")] = None,
    library: LibraryOption = None,
) -> None:
    """Write your highlights, notes and bookmarks: as W3C Web Annotations, a table, or Markdown for Obsidian."""
    with Library.open(library, read_only=True) as shelf:
        query = AnnotationQuery(words=words, kind=kind, tag=tag)
        done = write_annotations(shelf, form or form_of(path), path, query, None)
    marks = counted(done.annotations, "{n} annotation", "{n} annotations")
    articles = counted(done.articles, "{n} article", "{n} articles")
    print(safe(f"Written to {path}: {marks} of {articles}."))
    if done.added_to:
        edited = counted(done.added_to, "{n} file that you had edited", "{n} files that you had edited")
        print(f"Only added to: {edited}.")


@app.command("export-quotes")
def export_quotes(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", parser=named_path, help="Where to write; made if it is not there.")
    ],
    library: LibraryOption = None,
) -> None:
    """Write the quotations of articles that you corrected as training data, in PolNeAR's stand-off form."""
    from reader.cli.exporting import write_quotes

    with Library.open(library, read_only=True) as shelf:
        written = write_quotes(shelf, folder)
    print(safe(f"Written to {folder}: {counted(written, '{n} corrected article', '{n} corrected articles')}."))


@app.command()
def render(
    png: Annotated[Path, typer.Argument(metavar="PNG", parser=named_path, help="The picture to write.")],
    library: LibraryOption = None,
    dark: Annotated[bool, typer.Option("--dark", help="In the dark theme.")] = False,
) -> None:
    """Draw the window with the newest article open into a picture; needs no display."""
    from reader.window import render as draw

    draw(library, png, dark=dark)
    print(png)


@app.command(hidden=True)
def work(role: str) -> None:
    """One worker process, as the installed application starts it."""
    from reader.work.child import serve

    raise typer.Exit(serve(role))


def _print_lines(lines: Iterable[tuple[str, ...]]) -> None:
    for fields in lines:
        print("\t".join(safe(field) for field in fields))


def _window(library: Path | None, words: list[str]) -> None:
    from reader.window import run

    raise typer.Exit(run(library, words))
