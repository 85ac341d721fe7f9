"""The words that report what somebody said or thinks, by what they take.

The classes follow the reporting verbs of Quirk et al. (1985, §16.31) and those that the attribution corpora mark most.
"""

from __future__ import annotations

SAYING = frozenset(
    """
    acknowledge add admit advise affirm agree allege announce answer argue ask assert assure boast brag caution claim
    clarify comment complain concede conclude confess confide confirm contend counter cry declare demand
    disclose echo emphasise emphasize exclaim exhort explain hint implore imply indicate inform insist instruct interject joke
    lament maintain mention message muse mutter note notify object observe opine plead pledge point post predict proclaim promise
    propose protest quip read reassert reassure recall recommend recount reiterate remark remind reply report
    request respond retort reveal say scream shout shrug sigh signal sing snap speak speculate state stress
    suggest swear teach tell testify text thank threaten tweet underline underscore urge vow warn whisper wonder
    write yell
    """.split()
)
"""Verbs of saying: they take a quotation or a clause."""

THINKING = frozenset(
    """
    accept assume believe consider decide doubt estimate expect fear feel find figure guess hope imagine know
    learn mean plan prefer presume realise realize recognise recognize regret remember see sense suppose suspect
    think understand want worry
    """.split()
)
"""Verbs of thought: their clause is reported too, with less confidence."""

NAMING = frozenset(
    "brand call characterise characterize decry denounce describe dismiss dub hail label praise slam term tout".split()
)
"""Verbs that give something a name: what follows their object may be quoted words."""

DENYING = frozenset("deny reject refute dispute".split())
"""Verbs whose content may be a noun or a gerund: "denied taking part", "denied any involvement"."""

MANNER = frozenset("laugh smile nod grin chuckle sob continue begin gasp scoff sneer".split())
"""Verbs that report speech only beside quoted words."""

CUES = SAYING | THINKING | NAMING | DENYING | MANNER

CLAUSE_ONLY_WITH_THAT = frozenset("find see read sing mean point post want plan learn remember know decide".split())
"""Verbs whose clause is a report only where "that" or a full clause says so."""
