"""The texts of a service's own copy of an article, each with the path of its element, for annotations that want positions.

For a worker process: what comes here is foreign. What a service serves is written out of a document, so that all tags are
closed; blanks count, because positions do.
"""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()
)  # fmt: skip
_FRAME = {"html", "head", "body"}
_ANNOTATIONS = {"rd-annotation", "x-annotation"}
"""What Readeck lays around highlighted words: no step of a path."""
LONGEST_PATH = 256
"""What would have a longer path counts to the element around it."""


def texts_of(page: str) -> list[tuple[str, str]]:
    """The texts in their order with the paths of their elements, below the body: `section[1]/p[2]`."""
    reading = _Texts()
    reading.feed(page)
    reading.close()
    return reading.found


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []
        self._open: list[tuple[str, str, Counter[str] | None]] = [("", "", Counter())]

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        if tag in _FRAME:
            return
        _, path, children = self._open[-1]
        if children is not None and tag not in _ANNOTATIONS:
            children[tag] += 1
            longer = f"{path}/{tag}[{children[tag]}]" if path else f"{tag}[{children[tag]}]"
            path, children = (longer, Counter()) if len(longer) <= LONGEST_PATH else (path, None)
        if tag not in _VOID:
            self._open.append((tag, path, children))

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at][0] == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        self.found.append((self._open[-1][1], data))
