"""Who is speaking: from a reporting verb to the words that name its source, by syntax, then by what stands nearest."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from reader.analysis.cues import CUES
from reader.analysis.descriptors import Stretch, is_role
from reader.analysis.entities import Naming
from reader.analysis.lexicon import COURTESY, GENERIC_ORGANISATIONS
from reader.article import Span as TextSpan
from reader.article import Speaker

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
_CLAUSES = frozenset({"conj", "advcl", "xcomp", "dep", "relcl", "ccomp", "parataxis", "pcomp"})
_SPEAKING_NOUNS = frozenset("man woman boy girl statement report letter tribe family crowd audience".split())
_NOUN_LINKS = frozenset({"acl", "pobj", "prep", "dobj", "nsubj", "nsubjpass", "attr", "appos"})
_STOPS = frozenset({"that", "which", "if", "because", "as", "when", "while", "after", "before"})


def source_of(cue: Token, quoted: frozenset[int], naming: Naming) -> Span | None:
    """The words that name who speaks by `cue`; None where the text names nobody.

    `quoted` are the tokens between quotation marks: they name no source.
    """
    subject = _subject(cue, quoted)
    if subject is not None:
        return _phrase(subject, cue, quoted, naming)
    return None


def _subject(cue: Token, quoted: frozenset[int]) -> Token | None:
    """The head word of the verb's subject: its own, an inverted one, or that of the verb it goes with."""
    verb: Token | None = cue
    for _ in range(6):
        if verb is None:
            return None
        own = _own_subject(verb, cue, quoted)
        if own is not None and (verb.i == cue.i or _can_speak(own)):
            return own
        if verb.dep_ in {"relcl", "acl"} and verb.head.i not in quoted and _can_speak(verb.head):
            return verb.head
        inverted = _inverted(verb, quoted) if verb is cue else None
        if inverted is not None:
            return inverted
        verb = _verb_above(verb, quoted)
    return None


def _verb_above(verb: Token, quoted: frozenset[int]) -> Token | None:
    """The verb whose clause this one belongs to, over nouns and prepositions between."""
    node = verb
    for _ in range(4):
        if node.dep_ not in _CLAUSES | _NOUN_LINKS or node.head.i == node.i or node.head.i in quoted:
            return None
        node = node.head
        if node.pos_ in {"VERB", "AUX"}:
            return node
    return None


def _own_subject(verb: Token, cue: Token, quoted: frozenset[int]) -> Token | None:
    """The verb's subject: in front of it, or behind where a quotation stands in front."""
    after_quotation = verb.i > 0 and ((verb.i - 1) in quoted or verb.nbor(-1).text in "”\"’'»")
    for child in verb.children:
        behind = child.i > verb.i and child.dep_ != "agent" and not after_quotation
        if child.dep_ in _SUBJECTS and child.i not in quoted and child.i != cue.i and not behind:
            return _by_agent(verb, child, cue)
    return None


def _can_speak(token: Token) -> bool:
    """Whether a word may name somebody who speaks: a name, a person's pronoun, a role, or people."""
    if token.pos_ == "PROPN" or token.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}:
        return True
    if token.pos_ == "PRON":
        return token.lower_ not in {"it", "this", "that", "which", "there", "what"}
    return is_role(token) or token.tag_ == "NNS" or token.lemma_.lower() in GENERIC_ORGANISATIONS | _SPEAKING_NOUNS


def _by_agent(verb: Token, subject: Token, cue: Token) -> Token:
    if subject.dep_ == "agent":
        return next((child for child in subject.children if child.dep_ == "pobj"), subject)
    if subject.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl":
        return verb.head
    return subject if subject.i != cue.i else verb


def _inverted(verb: Token, quoted: frozenset[int]) -> Token | None:
    """The noun right behind a verb that stands behind a quotation: "…," said Ann Vane."""
    if verb.i == 0 or not ((verb.i - 1) in quoted or verb.nbor(-1).text in "”\"’'»"):
        return None
    for child in verb.children:
        if (
            child.i > verb.i
            and child.dep_ in {"dobj", "attr", "oprd", "dative", "appos", "npadvmod"}
            and child.i not in quoted
        ):
            return child if child.pos_ in {"NOUN", "PROPN", "PRON"} else None
    return None


def _phrase(head: Token, cue: Token, quoted: frozenset[int], naming: Naming) -> Span:
    """The head with all that belongs to it (role, name, apposition, relative clause), cut at cue and quotation."""
    doc = head.doc
    tokens = [t.i for t in head.subtree if t.i not in quoted and not t.is_space]
    first, last = min(tokens, default=head.i), max(tokens, default=head.i)
    if first <= cue.i <= last:
        first, last = (first, cue.i - 1) if head.i < cue.i else (cue.i + 1, last)
    run_first = run_last = head.i
    while run_first > first and _continues(doc[run_first - 1], quoted):
        run_first -= 1
    while run_last < last and _continues(doc[run_last + 1], quoted):
        run_last += 1
    run_first, run_last = _with_name(doc, run_first, run_last, cue, naming)
    return _trimmed(doc, run_first, run_last, head)


def _continues(token: Token, quoted: frozenset[int]) -> bool:
    return token.i not in quoted and not token.is_space and token.text not in {"”", "“", '"', ":", ";"}


def _with_name(doc: Doc, first: int, last: int, cue: Token, naming: Naming) -> Stretch:
    """The stretch with the whole of a name, its title and its role, where syntax cut one in two."""
    entity = naming.at(doc[first].idx, doc[last].idx + len(doc[last]))
    if entity is None:
        return first, last
    for mention in entity.mentions:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None and span.start <= last and first < span.end and not span.start <= cue.i < span.end:
            first, last = min(first, span.start), max(last, span.end - 1)
    if first > 0 and doc[first - 1].lower_.rstrip(".") in COURTESY:
        first -= 1
    for role_first, role_last in naming.role_stretches(entity):
        if role_last < first <= role_last + 2 and not role_first <= cue.i <= role_last:
            first = role_first
    return first, last


def _trimmed(doc: Doc, first: int, last: int, head: Token) -> Span:
    """Without commas and joining words at the ends, and without a clause that begins behind the head and never ends."""
    while first < last and (
        doc[first].is_punct or doc[first].lower_ in {"but", "and", "so", "meanwhile", "however", "then"}
    ):
        first += 1
    while last > first and (doc[last].is_punct or doc[last].lower_ in _STOPS or doc[last].dep_ == "cc"):
        last -= 1
    for i in range(head.i + 1, last + 1):
        if doc[i].lemma_ in CUES and doc[i].pos_ == "VERB" and doc[i].dep_ not in {"relcl", "acl"}:
            last = i - 1
            break
    while last > head.i and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    return doc[first : last + 1]


def speaker_of(source: Span | None, naming: Naming) -> Speaker | None:
    """The speaker whom a phrase names: the entity it resolves to, or the phrase itself."""
    if source is None or not len(source):
        return None
    entity = naming.of_phrase(source)
    place = TextSpan(source.start_char, source.end_char)
    return Speaker(entity.id if entity else None, entity.name if entity else source.text, source.text, (place,))
