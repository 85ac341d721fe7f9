"""Quotations as stand-off annotation, in the form of the PolNeAR corpus (that of the brat annotation tool).

One `T` line for each stretch of text (Source, Cue, Content, and the Attribution itself at its cue), one `E` line that
ties them together; offsets count code points of the article's text. A note tells which the reader decided on.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.article import Article, Quote, Span


def standoff(article: Article, quotes: Sequence[Quote]) -> str:
    """The annotation of an article's quotations; empty where there are none."""
    lines: list[str] = []
    texts = events = notes = 0

    def stretch(role: str, spans: Sequence[Span]) -> str:
        nonlocal texts
        texts += 1
        places = ";".join(f"{start} {end}" for start, end in spans)
        words = " ".join(" ".join(article.text[start:end].split()) for start, end in spans)
        lines.append(f"T{texts}\t{role} {places}\t{words}")
        return f"T{texts}"

    for quote in quotes:
        if not quote.spans:
            continue
        roles = []
        for role, spans in (
            ("Source", quote.speaker.spans if quote.speaker else ()),
            ("Cue", quote.cue.spans if quote.cue else ()),
            ("Content", quote.spans),
        ):
            if spans:
                roles.append(f"{role}:{stretch(role, spans)}")
        at = quote.cue.spans if quote.cue and quote.cue.spans else quote.spans[:1]
        event = stretch("Attribution", at)
        events += 1
        lines.append(" ".join([f"E{events}\tAttribution:{event}", *reversed(roles)]))
        if quote.by_reader:
            notes += 1
            said_by = quote.speaker.name if quote.speaker else "nobody named"
            lines.append(
                f"#{notes}\tAnnotatorNotes E{events}\tdecided by the reader; speaker: {' '.join(said_by.split())}"
            )
    return "".join(f"{line}\n" for line in lines)
