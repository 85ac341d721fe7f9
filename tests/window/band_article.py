"""An article about invented people, of every kind of block and script, with all that was read out of it, built by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QTextBlock, QTextDocument

from reader.article import (
    Analysis,
    Article,
    Block,
    BlockKind,
    Cue,
    DateMention,
    Entity,
    EntityKind,
    Mention,
    Quote,
    QuoteKind,
    Reason,
    Removed,
    Span,
    Speaker,
    article_of,
)
from reader.library import Opened, Row

MOMENT = datetime(2026, 11, 3, 8, 15, tzinfo=UTC)
BLOCKS = (
    Block(BlockKind.PARAGRAPH, "The brass band of Little Orley 🎺 lost its hall on 3 May, Marta Venn told us."),
    Block(BlockKind.CAPTION, "The band at the old mill, before the roof came down"),
    Block(BlockKind.PARAGRAPH, "“We play in the rain now 🎈,” said Ms Venn, who leads it. <b>Nobody</b> & nothing helps."),
    Block(BlockKind.HEADING, "What the council says", level=2),
    Block(BlockKind.PARAGRAPH, "Councillor Piet Odum said that the roof “was never ours to mend”. The council will meet next week."),
    Block(BlockKind.QUOTATION, "A hall is where a village hears itself."),
    Block(BlockKind.LIST_ITEM, "Eleven cornets were saved.", level=1),
    Block(BlockKind.RELATED, "More about halls that fell down"),
    Block(BlockKind.TABLE, "cornets 11 · tubas 2"),
    Block(BlockKind.PARAGRAPH, "قالت العازفة إن القاعة كانت بيت الفرقة منذ أربعين عاما، ولا أحد يعرف أين تعزف بعد اليوم."),
    Block(BlockKind.PARAGRAPH, "乐队说他们会继续在河边排练，直到有人把屋顶修好。𠀀𠀁𠀂"),
    *(
        Block(
            BlockKind.PARAGRAPH,
            f"On evening {number} they met again by the river with their stands and lamps, and the neighbours opened "
            "their windows to hear how far the march had come since the evening before, which was never very far.",
        )
        for number in range(1, 16)
    ),
    Block(BlockKind.PARAGRAPH, "Ms Venn said they would play on."),
)  # fmt: skip
REMOVED = (
    Removed(Reason.ADVERT, "Brass polish, half price", "It sells something.", 2, "line 9"),
    Removed(Reason.NEWSLETTER, "Get <our> letter", "", 4, "line 12"),
)


def span_of(article: Article, words: str, nth: int = 0) -> Span:
    """Where the words stand in the article's text."""
    at = article.text.index(words)
    for _ in range(nth):
        at = article.text.index(words, at + 1)
    return Span(at, at + len(words))


def invented_article() -> Article:
    return article_of(
        BLOCKS,
        REMOVED,
        title="Band without a hall",
        standfirst="The roof came down in a night",
        authors=("Lena Fisk",),
        place="Little Orley",
        publisher="Orley Messenger",
        section="Village",
        language="en",
        url="https://messenger.example/band",
        published="2026-11-02T09:05",
        warnings=("Two characters were repaired.",),
    )


def invented_analysis(article: Article) -> Analysis:
    """Who said what in the invented article."""

    def mention(words: str, nth: int = 0) -> Mention:
        return Mention(*span_of(article, words, nth), words)

    venn = Entity(
        "e1",
        "Marta Venn",
        EntityKind.PERSON,
        ("leader of the band",),
        (mention("Marta Venn"), mention("Ms Venn"), mention("Ms Venn", 1)),
    )
    odum = Entity("e2", "Piet Odum", EntityKind.PERSON, ("Councillor",), (mention("Piet Odum"),))
    orley = Entity("e3", "Little Orley", EntityKind.PLACE, (), (mention("Little Orley"),))
    fisk = Entity("e4", "Lena Fisk", EntityKind.PERSON)

    def quote(kind: QuoteKind, text: str, content: str, speaker: Speaker | None, cue: str, sure: float) -> Quote:
        return Quote(kind, text, (span_of(article, content),), speaker, Cue(cue, (span_of(article, cue),)), sure)

    ms_venn = Speaker("e1", "Marta Venn", "Ms Venn", (span_of(article, "Ms Venn"),))
    councillor = Speaker("e2", "Piet Odum", "Councillor Piet Odum", (span_of(article, "Councillor Piet Odum"),))
    rain, roof = "We play in the rain now 🎈,", "the roof “was never ours to mend"
    return Analysis(
        (venn, orley, odum, fisk),
        (
            quote(QuoteKind.DIRECT, rain, rain, ms_venn, "said", 0.95),
            quote(QuoteKind.MIXED, "was never ours to mend", roof, councillor, "said", 0.9),
            quote(QuoteKind.INDIRECT, "they would play on", "they would play on", ms_venn, "said", 0.8),
            Quote(
                QuoteKind.DIRECT,
                "A hall is where a village hears itself.",
                (span_of(article, "A hall is where a village hears itself."),),
                None,
                None,
                0.3,
            ),
        ),
        (
            DateMention("next week", *span_of(article, "next week"), "2026-W46", "the week after publication"),
            DateMention("3 May", *span_of(article, "3 May"), "2026-05-03", "the last 3 May before publication"),
        ),
        (("test", "1"),),
    )


def row(number: int = 1, **values: Any) -> Row:
    """A line of the article list."""
    given: dict[str, Any] = {
        "id": number,
        "title": "Band without a hall",
        "publisher": "Orley Messenger",
        "author": "Lena Fisk",
        "published": "2026-11-02T09:05",
        "added": MOMENT,
        "snippet": "The brass band of Little Orley lost its hall.",
        "unread": True,
        "bookmarked": False,
        "archived": False,
        "trashed": False,
        "noted": False,
        "tags": (),
        "words": 300,
        "sample": False,
    }
    return Row(**(given | values))


def delete_what_waits() -> None:
    """Has Qt delete what waits for it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def showing(text: str, opened: Opened) -> Opened:
    """An article of one paragraph."""
    return replace(
        opened, article=article_of([Block(BlockKind.PARAGRAPH, text)]), analysis=None, notes=(), bookmarks=()
    )


def lines_of(document: QTextDocument) -> list[QTextBlock]:
    found, block = [], document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found
