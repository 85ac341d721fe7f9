"""An article or a quotation as it is given to other programs: dragged out, mailed, written as a page."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from urllib.parse import quote as quoted

from PySide6.QtCore import QMimeData, QUrl

from reader.article import Article, Block, BlockKind, Quote, tr
from reader.window.inspector.cards import esc
from reader.window.inspector.citations import citation, citation_html, citation_markdown

MARKDOWN = "text/markdown"
LONGEST_MAIL = 1_600
"""Longer addresses are cut off by some systems."""
_TAGS = {BlockKind.QUOTATION: "blockquote", BlockKind.CODE: "pre", BlockKind.CAPTION: "small", BlockKind.TABLE: "pre"}
_STYLE = "body{max-width:38em;margin:3em auto;padding:0 1em;font:1.1em/1.5 Georgia,serif}small{color:#555}"


def quote_mime(quote: Quote, article: Article) -> QMimeData:
    """A quotation with its source, as text, HTML and Markdown, and as a file for programs that take only these."""
    mime = QMimeData()
    mime.setText(citation(quote, article))
    mime.setHtml(citation_html(quote, article))
    mime.setData(MARKDOWN, citation_markdown(quote, article).encode())
    words = " ".join(quote.text.split()[:6])
    mime.setUrls([QUrl.fromLocalFile(str(_written(f"{words or 'quotation'}.md", citation_markdown(quote, article))))])
    return mime


def article_mime(articles: Sequence[Article]) -> QMimeData:
    """Articles, as text, HTML, and a page for each in a file."""
    mime = QMimeData()
    mime.setText("\n\n\n".join(map(article_text, articles)))
    mime.setHtml("<hr>".join(map(article_body, articles)))
    mime.setUrls([QUrl.fromLocalFile(str(written_page(article))) for article in articles])
    return mime


def article_text(article: Article) -> str:
    """The article as text: headline, whose it is and from where, the blocks with blank lines between."""
    head = [article.title or "", article.standfirst or "", " · ".join(_byline(article)), article.url or ""]
    return "\n\n".join([*filter(None, head), *(block.text for block in article.blocks)])


def article_body(article: Article) -> str:
    """The article as HTML, without anything that would load something."""
    link = f'<p><a href="{esc(article.url)}">{esc(article.url)}</a></p>' if article.url else ""
    head = f"<h1>{esc(article.title)}</h1>" if article.title else ""
    below = f"<p><em>{esc(article.standfirst)}</em></p>" if article.standfirst else ""
    byline = f"<p><small>{esc(' · '.join(_byline(article)))}</small></p>" if _byline(article) else ""
    return f"<article>{head}{below}{byline}{''.join(map(_block, article.blocks))}{link}</article>"


def written_page(article: Article) -> Path:
    """The article as a page in a file of its own, which lasts as long as the program runs."""
    language = f' lang="{esc(article.language)}"' if article.language else ""
    title = esc(article.title or tr("Article"))
    page = f'<!doctype html>\n<html{language}><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>{article_body(article)}</html>\n'
    return _written(f"{article.title or tr('Article')}.html", page)


def mail_address(article: Article, words: str = "") -> str:
    """The address that opens a new mail with the article's headline, where it stands, and the `words` chosen in it."""
    subject = article.title or ""
    body = "\n\n".join(part for part in (f"“{words}”" if words else "", article.title or "", article.url or "") if part)
    return f"mailto:?subject={quoted(subject[:200], safe='')}&body={quoted(body, safe='')}"[:LONGEST_MAIL].rstrip("%")


def file_name(title: str) -> str:
    """A title as the name of a file on every system."""
    kept = "".join(character if character.isalnum() or character in " -_" else " " for character in title)
    return " ".join(kept.split())[:80].strip() or "article"


def _byline(article: Article) -> list[str]:
    parts = (", ".join(article.authors), article.publisher or "", (article.published or "")[:10])
    return [part for part in parts if part]


def _block(block: Block) -> str:
    tag = f"h{min(6, max(2, block.level))}" if block.kind is BlockKind.HEADING else _TAGS.get(block.kind, "p")
    bullet = "• " if block.kind is BlockKind.LIST_ITEM else ""
    return f"<{tag}>{bullet}{esc(block.text)}</{tag}>"


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="verbatim-", ignore_cleanup_errors=True)


def _written(name: str, text: str) -> Path:
    stem, _, suffix = name.rpartition(".")
    path = Path(_folder().name) / f"{file_name(stem)}.{suffix}"
    path.write_text(text, "utf-8")
    return path
