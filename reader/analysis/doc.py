"""An article's tokens as rules read them: each with its part of speech, its sentence, and what the model takes it for.

Tokens are words as a treebank has them: "U.S.", "Mr.", "O'Neill" and "'s" are one each, a line break too. They are made
of the smaller words that the model reads, and know where these are.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reader.analysis.model import Reading
from reader.analysis.words import Words

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Rev|St|Jr|Sr|Capt|Cmdr|Adm|Pres|Hon|Maj|No)\."
    r"|[’']s\b"
    r"|\d+(?:[.,]\d+)+"
    r"|\w+(?:[’'](?!s\b)\w+)+"
    r"|\w+"
    r"|\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*"
    r"|[^\w\s]"
)
_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("”\"’'»)]")
_STARTERS = frozenset("the he she it they we i in on at but a an this that these there his her its".split())
_NO_NAME_TAGS = frozenset("DT PRP PRP$ IN CC MD WDT WP WP$ WRB TO EX PDT".split())
_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "AFX": "ADJ",
    "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "MD": "AUX", "RB": "ADV",
    "RBR": "ADV", "RBS": "ADV", "WRB": "ADV", "PRP": "PRON", "WP": "PRON", "EX": "PRON", "PRP$": "PRON", "WP$": "PRON",
    "DT": "DET", "PDT": "DET", "WDT": "DET", "CD": "NUM", "IN": "ADP", "TO": "PART", "RP": "ADP", "CC": "CCONJ",
    "POS": "PART", "UH": "INTJ",
}  # fmt: skip
"""The parts of speech that rules ask for, by the treebank's tags."""
_AUXILIARIES = frozenset("be am is are was were been being have has had having do does did".split())


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its number, its characters [start, end), its words [first_word, last_word], its tag and sentence."""

    i: int
    start: int
    end: int
    text: str
    lower: str
    tag: str
    sentence: int
    opens_sentence: bool
    is_subject: bool
    first_word: int
    last_word: int

    @property
    def is_break(self) -> bool:
        """Whether this is a line break."""
        return self.text.isspace()

    @property
    def is_mark(self) -> bool:
        """Whether this is punctuation or a symbol."""
        return not self.is_break and not any(character.isalnum() for character in self.text)

    @property
    def is_capitalised(self) -> bool:
        return self.text[:1].isupper()

    @property
    def pos(self) -> str:
        """NOUN, VERB, ADJ…; empty for marks and whatever rules do not ask for."""
        return "AUX" if self.tag[:1] == "V" and self.lower in _AUXILIARIES else _POS.get(self.tag, "")

    @property
    def lemma(self) -> str:
        """A noun without its plural's ending, anything else in lower case."""
        return singular(self.lower) if self.tag in {"NNS", "NNPS"} else self.lower

    @property
    def may_be_named(self) -> bool:
        """Whether this can be a word of a name: capitalised, and no "The", "He" or "After"."""
        return self.text[:1].isupper() and self.tag not in _NO_NAME_TAGS


def singular(noun: str) -> str:
    """An English noun without its plural's ending."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    if noun.endswith("men"):
        return noun[:-3] + "man"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


class Doc:
    """All tokens of one text."""

    def __init__(self, words: Words, reading: Reading) -> None:
        self.text = words.text
        self.words = words
        self.reading = reading
        self.tokens: tuple[Token, ...] = tuple(_tokens(words, reading))
        self._starts = [token.start for token in self.tokens]
        self._ends = [token.end for token in self.tokens]

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def phrase(self, first: int, last: int) -> Phrase:
        """Tokens [first, last], both included."""
        return Phrase(self, first, last)

    def phrase_at(self, start: int, end: int) -> Phrase | None:
        """The tokens that characters [start, end) touch; None where there are none."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end) - 1
        return Phrase(self, first, last) if first <= last else None

    def token_of_word(self, word: int) -> int:
        """The number of the token that a word is part of."""
        return bisect_right(self._starts, self.words.spans[word].start) - 1


@dataclass(frozen=True)
class Phrase:
    """Tokens [first, last] of a text."""

    doc: Doc
    first: int
    last: int

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.first : self.last + 1])

    @property
    def start(self) -> int:
        return self.doc[self.first].start

    @property
    def end(self) -> int:
        return self.doc[self.last].end

    @property
    def text(self) -> str:
        return self.doc.text[self.start : self.end]

    @property
    def head(self) -> Token:
        """The noun or pronoun the phrase is about: the last one before a comma, a preposition or a clause."""
        best: Token | None = None
        for token in self:
            if best is not None and ((token.is_mark and token.text not in "-’'“”\".") or token.tag in _AFTER_HEAD):
                break
            if token.pos in {"NOUN", "PROPN", "PRON", "NUM"} and token.tag not in {"PRP$", "POS"}:
                best = token
            elif best is None and token.tag == "PRP$":
                continue
        return best or self.doc[self.first]


_AFTER_HEAD = frozenset("IN TO WDT WP WP$ WRB VBD VBZ VBP VBG VBN MD CC".split())


def _tokens(words: Words, reading: Reading) -> Iterator[Token]:
    """The tokens, each with the tag of its first word."""
    starts = [span.start for span in words.spans]
    sentence, opens, after_end, before = -1, True, False, ""
    for i, match in enumerate(_TOKEN.finditer(words.text)):
        text = match[0]
        first = bisect_left(starts, match.start())
        last = bisect_left(starts, match.end()) - 1
        is_break = text.isspace()
        tag = "" if is_break or first > last else reading.tags[first]
        if not is_break and after_end and not (text in _CLOSERS and not text.isspace()):
            opens = opens or _may_begin(text, before, tag)
            after_end = False
        if opens or sentence < 0:
            sentence += 1
        is_subject = not is_break and first <= last and bool(reading.subjects[first] > 0)
        yield Token(i, match.start(), match.end(), text, text.lower(), tag, sentence, opens, is_subject, first, last)
        opens = is_break
        if is_break:
            after_end = False
        elif text in _ENDS:
            after_end = not (text == "." and len(before) == 1 and before.isalpha() and before.isupper())
        elif text not in _CLOSERS:
            after_end = len(text) > 2 and text.endswith(".") and text.count(".") > 1
        before = text


def _may_begin(text: str, before: str, tag: str) -> bool:
    """Whether a token behind a full stop begins a sentence; behind an abbreviation only where it looks like it."""
    if len(before) > 2 and before.endswith("."):
        return text.lower() in _STARTERS and text[:1].isupper()
    return (
        text[:1].isupper() or text[:1].isdigit() or text[:1] in "“\"‘'«„([—–-•*" or tag in {"``"} or not text.isascii()
    )
