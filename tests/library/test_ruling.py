"""Which articles a rule is for."""

from __future__ import annotations

import pytest
from made_rules import ON_KEEPERS

from reader.library import Rule
from reader.library.ruling import Facts, meets, rule_from, rule_record

FACTS = Facts(
    ("The Harbour Post", "https://www.harbour.example/log/1", "Ana Müller"), "Lamp fails at Nordhaven", ("Ilse Brandt",),
    "The keeper rowed out.", "en-GB",
)  # fmt: skip
CASES = {
    "publisher": (Rule("r", source="harbour post"), True),
    "site": (Rule("r", source="harbour.example"), True),
    "writer, without accents": (Rule("r", source="ana muller"), True),
    "one of several": (Rule("r", source="Quay Post, Harbour Post"), True),
    "part of a word": (Rule("r", source="arbour"), False),
    "a name": (Rule("r", about="ILSE BRANDT"), True),
    "a word of the text": (Rule("r", about="rowed out"), True),
    "a word of the headline": (Rule("r", title="nordhaven"), True),
    "a word that is only in the text": (Rule("r", title="keeper"), False),
    "the language": (Rule("r", language="en"), True),
    "another language": (Rule("r", language="de"), False),
    "both conditions": (ON_KEEPERS, True),
    "one of both conditions": (Rule("r", source="harbour", about="ploughs"), False),
    "no condition": (Rule("r", tags=("all",)), False),
    "spaces alone": (Rule("r", source="  "), False),
    "switched off": (Rule("r", source="harbour", enabled=False), False),
}


@pytest.mark.parametrize(("rule", "wanted"), CASES.values(), ids=CASES)
def test_a_rule_is_for_what_its_conditions_say(rule: Rule, wanted: bool) -> None:
    assert meets(rule, FACTS) is wanted


def test_a_rule_says_what_it_does() -> None:
    assert ON_KEEPERS.sentence == "From Harbour Post, Quay Post and about ilse brandt: tag “harbour/keepers”, archive"
    assert Rule("r").sentence == "Never: nothing"


def test_a_rule_is_kept_and_a_newer_one_is_read_as_far_as_it_is_known() -> None:
    assert rule_from("Keepers", rule_record(ON_KEEPERS), True) == ON_KEEPERS
    assert rule_from("r", '{"source": "x", "not_known": 1}', False) == Rule("r", source="x", enabled=False)
