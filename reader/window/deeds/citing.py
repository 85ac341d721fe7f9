"""Citing an article as a whole, beside its quotations."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from reader.article import tr
from reader.window.commands import command
from reader.window.deeds.deed import ARTICLE, Deed
from reader.window.inspector import article_citation


class Citing(Deed):
    """What goes into a list of sources."""

    @command(
        "article.cite", "Edit", "Copy citation of article",
        "Copy headline, authors, outlet, day and address of the article",
        "Ctrl+Alt+C", needs=ARTICLE, also=("articles", "page"),
    )  # fmt: skip
    def copy_citation(self) -> None:
        if self.w.opened is not None:
            QGuiApplication.clipboard().setText(article_citation(self.w.opened.article))
            self.w.say(tr("Citation copied."))
