"""What the model says of each word: its part in an attribution, the name it is part of, and its part of speech."""

from __future__ import annotations

from reader.article import EntityKind

ROLES = ("source", "cue", "content")
"""The parts of an attribution, by the corpora's names."""

NAME_KINDS = (
    EntityKind.PERSON,
    EntityKind.ORGANISATION,
    EntityKind.PLACE,
    EntityKind.GROUP,
    EntityKind.EVENT,
    EntityKind.WORK,
)

ROLE_LABELS = ("O", *(f"{begins}-{role}" for role in ROLES for begins in "BI"))
NAME_LABELS = ("O", *(f"{begins}-{kind.value}" for kind in NAME_KINDS for begins in "BI"))

TAGS = tuple(
    (
        "CC CD DT EX FW IN JJ JJR JJS LS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP "
        "VBZ WDT WP WP$ WRB HYPH NFP ADD AFX $ # . , : '' `` -LRB- -RRB-"
    ).split()
)
"""The Penn Treebank's parts of speech, with the marks of OntoNotes."""

HEADS = {"roles": len(ROLE_LABELS), "names": len(NAME_LABELS), "tags": len(TAGS), "subjects": 1}
"""The model's outputs for each word, with how many numbers each has."""
