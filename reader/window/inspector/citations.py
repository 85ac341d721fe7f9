"""A quotation with its source, as other programs take it: plain text, Markdown, HTML, a picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTextDocument, QTextOption

from reader.article import Article, Quote, QuoteKind, tr
from reader.window.inspector.cards import esc
from reader.window.inspector.content import UNCERTAIN, speaker_name
from reader.window.theme import SPACE, Theme

CARD_WIDTH = 640
CARD_SCALE = 2.0
"""A card is drawn in so many pixels to the unit, so that it is sharp where it is shown large."""
LONGEST_ON_CARD_CHARACTERS = 900


def citation(quote: Quote, article: Article) -> str:
    """As plain text: the words, who said them (and whether that is uncertain), and where they stand."""
    return f"{_words(quote)}\n— {_said_by(quote)}, in: {', '.join(_source(article))}"


def article_citation(article: Article) -> str:
    """The article itself, as plain text: headline, authors, outlet, day, address; what is not known is left out."""
    return ", ".join(_source(article))


def citation_markdown(quote: Quote, article: Article) -> str:
    """As Markdown: a block quotation, with the headline as a link where the article has an address."""
    headline, *rest = _source(article, address=False) or [""]
    linked = f"[{_plain(headline)}](<{article.url}>)" if article.url and headline else _plain(headline)
    words = "\n> ".join(_plain(line) for line in _words(quote).splitlines())
    return f"> {words}\n>\n> — {_plain(_said_by(quote))}, in: {', '.join([linked, *map(_plain, rest)])}"


def citation_html(quote: Quote, article: Article) -> str:
    """As HTML: a block quotation that names its source in `cite`."""
    headline, *rest = _source(article, address=False) or [""]
    linked = f'<a href="{esc(article.url)}">{esc(headline)}</a>' if article.url else esc(headline)
    cite = f' cite="{esc(article.url)}"' if article.url else ""
    where = ", ".join([linked, *map(esc, rest)])
    return f"<blockquote{cite}><p>{esc(_words(quote))}</p><footer>— {esc(_said_by(quote))}, in: {where}</footer></blockquote>"


def citation_picture(quote: Quote, article: Article, theme: Theme) -> QImage:
    """As a picture card in the colours and the type of the theme."""
    c = theme.colours
    words = _words(quote)
    if len(words) > LONGEST_ON_CARD_CHARACTERS:
        words = f"{words[:LONGEST_ON_CARD_CHARACTERS].rsplit(' ', 1)[0]}…"
    document = QTextDocument()
    document.setDocumentMargin(0)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setDefaultFont(theme.label_font(1))
    document.setHtml(
        f'<div style="font-family:{theme.markup_family(words)}; font-size:20pt; color:{c.text}">{esc(words)}</div>'
        f'<div style="font-weight:600; color:{c.accent}; margin-top:20px">{esc(_said_by(quote))}</div>'
        f'<div style="color:{c.muted}">{esc(", ".join(_source(article, address=False)))}</div>'
    )
    margin = 12 * SPACE
    document.setTextWidth(CARD_WIDTH - 2 * margin)
    height = int(document.size().height()) + 2 * margin
    image = QImage(int(CARD_WIDTH * CARD_SCALE), int(height * CARD_SCALE), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(CARD_SCALE)
    image.fill(QColor(c.surface))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(QRectF(0, 0, 1.5 * SPACE, height), QColor(c.accent))
    painter.translate(margin, margin)
    document.drawContents(painter)
    painter.end()
    return image


def _words(quote: Quote) -> str:
    return f"“{quote.text}”" if quote.kind is not QuoteKind.INDIRECT else quote.text


def _said_by(quote: Quote) -> str:
    return speaker_name(quote.speaker) + ("" if quote.confidence >= UNCERTAIN else f" ({tr('attribution uncertain')})")


def _source(article: Article, *, address: bool = True) -> list[str]:
    parts = [
        f"“{article.title}”" if article.title else "",
        ", ".join(article.authors),
        article.publisher or "",
        (article.published or "")[:10],
        (article.url or "") if address else "",
    ]
    return [part for part in parts if part]


def _plain(text: str) -> str:
    """Text that Markdown sets as it stands."""
    return "".join(f"\\{character}" if character in "\\`*_[]<>#" else character for character in text)
