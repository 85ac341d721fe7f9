"""Annotations as Markdown files for Obsidian and its like: one for each article, with front matter.

What the reader wrote into such a file is never overwritten. A file that is as it was written is written anew; into one
that was edited only those annotations are put, at its end, that are not in it yet.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from reader.article.note_links import NoteLink, links_in
from reader.export.marked import Links, Marked, MarkedArticle, MarkKind

LONGEST_NAME_BYTES = 150
KEY_CHARACTERS = 8
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*#^\[\]]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?$")
_NUMBER = re.compile(r"^verbatim: (\d+)$", re.MULTILINE)
_PRINT = re.compile(r"^verbatim-print: ([0-9a-f]+)\n", re.MULTILINE)
_SIGNS = re.compile(r"([\\`*_\[\]<>#|~]|==)")


@dataclass(frozen=True)
class Written:
    """How many files were written, how many were edited by their reader and only added to, how many were as they are."""

    written: int
    added_to: int
    unchanged: int


def write_vault(articles: Iterable[MarkedArticle], folder: Path, titles: Links) -> Written:
    """Writes a file for each article into `folder`, which is made if it is not there. OSError where it cannot be."""
    folder.mkdir(parents=True, exist_ok=True)
    there = _files_by_number(folder)
    taken = {path.name.casefold() for path in folder.iterdir()}
    counts = {"written": 0, "added_to": 0, "unchanged": 0}
    for article in articles:
        path = there.get(article.number)
        if path is None:
            path = folder / _free_name(article.title, taken)
            taken.add(path.name.casefold())
        counts[_write(article, path, titles)] += 1
    return Written(**counts)


def article_note(article: MarkedArticle, titles: Links) -> str:
    """The file of one article, without its print."""
    parts = [_front_matter(article), f"# {_escaped(article.title)}\n"]
    parts += [_mark_note(made, titles) for made in article.marks]
    return "\n".join(parts)


def safe_name(title: str) -> str:
    """A file's name, without its ending, that every system takes and Obsidian can link to."""
    plain = " ".join(_UNSAFE.sub(" ", title).split()).strip(". ")
    while len(plain.encode("utf-8")) > LONGEST_NAME_BYTES:
        plain = plain[:-1].rstrip(". ")
    return f"{plain}_" if _RESERVED.match(plain) else plain or "Untitled"


def _free_name(title: str, taken: set[str]) -> str:
    name, number = f"{safe_name(title)}.md", 2
    while name.casefold() in taken:
        name, number = f"{safe_name(title)} ({number}).md", number + 1
    return name


def _files_by_number(folder: Path) -> dict[int, Path]:
    """The files that were written before, by the number of their article."""
    found: dict[int, Path] = {}
    for path in sorted(folder.glob("*.md")):
        with path.open(encoding="utf-8", errors="replace") as file:
            head = file.read(4000)
        number = _NUMBER.search(head.split("\n---", 1)[0]) if head.startswith("---\n") else None
        if number is not None:
            found.setdefault(int(number[1]), path)
    return found


def _write(article: MarkedArticle, path: Path, titles: Links) -> str:
    text = article_note(article, titles)
    whole = text.replace("---\n", f"---\nverbatim-print: {_print_of(text)}\n", 1)
    if not path.exists():
        path.write_text(whole, "utf-8", newline="\n")
        return "written"
    before = path.read_text("utf-8", errors="replace")
    if before == whole:
        return "unchanged"
    kept = _PRINT.search(before)
    if kept is not None and _print_of(_PRINT.sub("", before, count=1)) == kept[1]:
        path.write_text(whole, "utf-8", newline="\n")
        return "written"
    missing = [made for made in article.marks if _block_id(made) not in before]
    if not missing:
        return "unchanged"
    added = "\n".join(_mark_note(made, titles) for made in missing)
    path.write_text(f"{before.rstrip()}\n\n{added}", "utf-8", newline="\n")
    return "added_to"


def _print_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def _front_matter(article: MarkedArticle) -> str:
    fields: list[tuple[str, object]] = [
        ("title", article.title),
        ("url", article.url or ""),
        ("author", list(article.authors)),
        ("site", article.site),
        ("published", (article.published or "")[:10]),
        ("saved", article.saved.astimezone(UTC).strftime("%Y-%m-%d")),
        ("tags", [_tag(tag) for tag in article.tags]),
        ("verbatim", article.number),
    ]
    lines = [f"{name}: {_yaml(value)}" for name, value in fields if value not in ("", [])]
    return "\n".join(["---", *lines, "---", ""])


def _yaml(value: object) -> str:
    """A value as YAML takes it: JSON is YAML; a date and a number stand bare."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _tag(name: str) -> str:
    """A tag as Obsidian takes it: without spaces, nested by slashes."""
    return re.sub(r"[^\w/-]+", "-", name).strip("-/")


def _mark_note(made: Marked, titles: Links) -> str:
    """One annotation: its words as a quotation, the highlighted ones marked, below it the note, and a block id."""
    lines: list[str] = []
    if made.anchor is not None:
        words = _escaped(made.quoted)
        marked = f"=={words}==" if made.kind is MarkKind.HIGHLIGHT else words
        lines.append(f"> {marked}")
        facts = [made.meaning if made.kind is MarkKind.HIGHLIGHT else "", _standing(made)]
        facts += ["bookmark"] if made.kind is MarkKind.BOOKMARK else []
        told = ", ".join(fact for fact in facts if fact)
        if told:
            lines.append(f"> *{_escaped(told)}*")
        lines.append("")
    if made.subject and made.kind is MarkKind.NOTE:
        lines.append(f"**{_escaped(made.subject)}:**")
    if made.body.strip():
        lines += [_linked(made.body.strip(), titles), ""]
    lines += [_block_id(made), ""]
    return "\n".join(lines)


def _standing(made: Marked) -> str:
    if made.span is None:
        return "no longer in the text"
    return "" if made.sure else "its place is a guess"


def _block_id(made: Marked) -> str:
    return f"^vb-{made.key.replace('-', '')[:KEY_CHARACTERS]}"


def _linked(body: str, titles: Links) -> str:
    """A note whose links to articles and people lead to their files in the vault."""
    made, at = "", 0
    for start, end, link in links_in(body):
        made += body[at:start] + _wiki_link(link, body[start:end], titles)
        at = end
    return made + body[at:]


def _wiki_link(link: NoteLink, printed: str, titles: Links) -> str:
    label = printed.partition("](")[0].removeprefix("[").replace("|", "-").replace("\\", "")
    target = link.person or titles.get(link.article or 0, "")
    if not target:
        return label
    name = safe_name(target)
    return f"[[{name}]]" if name == label else f"[[{name}|{label}]]"


def _escaped(text: str) -> str:
    return _SIGNS.sub(lambda sign: "".join(f"\\{each}" for each in sign[0]), text)
