"""Whether two bearers of one name are one: by the roles they are given and the company they are found in.

A link that is sure is made. One that is not is offered to the reader, and never made silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

_FIELDS_OF_WORK = {
    "politics": """president minister premier chancellor senator congressman congresswoman representative governor mayor
        councillor mp mep lawmaker politician secretary ambassador diplomat candidate spokesman spokeswoman
        spokesperson party republican democrat labour conservative tory adviser aide official envoy""",
    "sport": """footballer striker midfielder defender goalkeeper quarterback pitcher batsman bowler coach manager captain
        player champion athlete sprinter swimmer golfer boxer driver cyclist winger referee olympian""",
    "arts": """actor actress singer rapper musician guitarist drummer composer director filmmaker novelist author writer
        poet painter artist sculptor comedian dancer playwright photographer producer designer""",
    "science": """professor scientist researcher biologist physicist chemist astronomer economist historian psychologist
        sociologist epidemiologist engineer mathematician geologist""",
    "medicine": "doctor surgeon physician nurse psychiatrist paediatrician pediatrician midwife gp pharmacist",
    "law": "lawyer attorney solicitor barrister prosecutor judge sheriff detective officer constable inspector police",
    "crime": "suspect defendant murderer killer inmate robber burglar fraudster gunman victim convict",
    "business": """chief executive ceo chairman chairwoman founder entrepreneur investor banker analyst trader owner
        boss developer""",
    "force": "soldier general colonel major captain lieutenant sergeant admiral pilot marine veteran commander",
    "faith": "bishop archbishop priest pastor vicar rabbi imam cardinal pope nun monk reverend",
    "press": "journalist reporter editor columnist broadcaster presenter correspondent anchor blogger",
    "land": "farmer fisherman grower rancher beekeeper gardener forester",
    "school": "teacher headteacher pupil student principal lecturer",
}
_FIELDS: dict[str, frozenset[str]] = {}
for _name, _words in _FIELDS_OF_WORK.items():
    for _word in _words.split():
        _FIELDS[_word] = _FIELDS.get(_word, frozenset()) | {_name}
"""The fields of work that a role's word tells of: two people of different fields are likely two."""

_SAYS_NOTHING = frozenset(
    """the and for from with who his her their its our new old former late then ex one year years aged man woman boy girl
    mother father son daughter wife husband brother sister friend resident local senior deputy vice first second""".split()
)
_WORD = re.compile(r"[^\W\d_]{2,}")

SHARED_COMPANY = 2
"""So many others named in both places tell that a name is one person's, whatever the roles."""


class Verdict(Enum):
    SURE = "sure"
    UNSURE = "unsure"


def verdict(roles: Iterable[str], known_roles: Iterable[str], shared_company: int, *, common: bool) -> Verdict:
    """Whether someone with these roles is the known bearer of the same full name.

    `shared_company` is how many others are named both here and there; `common` says that many people have the name.
    """
    here, there = role_words(roles), role_words(known_roles)
    if here & there or shared_company >= SHARED_COMPANY:
        return Verdict.SURE
    fields_here, fields_there = fields_of(here), fields_of(there)
    if fields_here and fields_there and not fields_here & fields_there:
        return Verdict.UNSURE
    if fields_here & fields_there or shared_company or not common:
        return Verdict.SURE
    return Verdict.UNSURE


def role_words(roles: Iterable[str]) -> frozenset[str]:
    """The words of roles that say something."""
    return frozenset(word for role in roles for word in _WORD.findall(role.casefold()) if word not in _SAYS_NOTHING)


def fields_of(words: Iterable[str]) -> frozenset[str]:
    """The fields of work that the words of a role tell of."""
    return frozenset().union(
        *(_FIELDS.get(word, frozenset()) | _FIELDS.get(word.removesuffix("s"), frozenset()) for word in words)
    )
