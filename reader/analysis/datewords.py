"""The words and printed forms of dates: what the rules of `reader.analysis.dates` are made of."""

from __future__ import annotations

import re

MONTHS = "january february march april may june july august september october november december".split()
SHORT = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH_NUMBERS = {name: number for names in (MONTHS, SHORT) for number, name in enumerate(names, 1)} | {"sept": 9}
CLEAR_MONTHS = "January February July September October November December".split()
"""Months whose names mean nothing else."""
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
ONES = "one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
VALUES = {"a": 1, "an": 1} | {word: number for number, word in enumerate(ONES + TEENS, 1)}
VALUES |= {ten: 20 + 10 * i for i, ten in enumerate(TENS)}
VALUES |= {f"{ten}-{one}": 20 + 10 * i + j for i, ten in enumerate(TENS) for j, one in enumerate(ONES, 1)}

ANY_MONTH = rf"(?:{'|'.join(name.title() for name in MONTHS)}|(?:{'|'.join(s.title() for s in [*SHORT, 'sept'])})\b\.?)"
MONTH = rf"(?P<month>{ANY_MONTH})"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d{2})"
WEEKDAY_BEFORE = rf"(?:(?:{'|'.join(day.title() for day in DAYS)}),?\s+(?:the\s+)?)?"
WEEKDAY = rf"(?P<weekday>{'|'.join(DAYS)})"
COUNT = rf"\[?(?P<count>\d{{1,3}}|(?:{'|'.join(TENS)})-(?:{'|'.join(ONES)})|{'|'.join(w for w in VALUES if '-' not in w)})\]?"
UNIT = r"(?P<unit>day|week|month|year|decade)s?"

RANGE = r"\s*(?:[-–—]|to|through|until|till|and|,)\s*"
YEAR_BEHIND_DAY = re.compile(
    rf"(?:{RANGE}(?P<later>{ANY_MONTH}),?\s+\d{{1,2}}|{RANGE}\d{{1,2}}(?:st|nd|rd|th)?(?:\s+(?P<latter>{ANY_MONTH}))?)"
    rf"\s*,?\s+{YEAR}(?!\d)"
)
YEAR_BEHIND_MONTH = re.compile(rf"(?:{RANGE}(?:and\s+)?{ANY_MONTH})+,?\s+{YEAR}(?!\d)")
YEAR_BEFORE_MONTH = re.compile(rf"\b{YEAR}\s*[—–:(]\s*(?:{ANY_MONTH}{RANGE}(?:and\s+)?)*$")
YEAR_SAID_BEHIND = re.compile(r"\s+(?:of\s+)?(?P<which>this|last|next)\s+year\b", re.IGNORECASE)
YEAR_SAID_BEFORE = re.compile(r"\b(?P<which>this|last|next)\s+year[’']s\s+$", re.IGNORECASE)
FIGURE = re.compile(
    r"[’']s\s+(?:\w+[ -]){0,3}?(?:world|market(?:s|place)?|landscape|consumers?|society|economy|environment|climate|media"
    r"|customers?|homeowners?|home\s?buyers|buyers|shoppers|age|era|standards?|technolog(?:y|ies)|business(?:es)?|readers"
    r"|youth|generation|kids|children|parents|students|workers|workforce|workplace|industry|problems|solutions|models|changes"
    r"|trends|techniques|tools|products|leaders|devices|cars|vehicles|athletes|audiences?|challenges|needs)\b",
    re.IGNORECASE,
)
"""What is of today or tomorrow in a figure of speech."""
NAMED = re.compile(
    r"\b(?:Black|Cyber|Giving|Super|Good|Ash|Easter|Palm|Maundy|Shrove|Holy|Bloody|News|Small\s+Business|Bowl|NFL|Casual|Fat)\s$"
)
"""Words that make a weekday the name of something."""
ROW = r"[\s|,/-]+"
ANY_DAY = rf"(?:{'|'.join(DAYS)})\b"
LONG_ROW = re.compile(rf"\b{ANY_DAY}(?:{ROW}{ANY_DAY}){{2,}}", re.IGNORECASE)
"""Three weekdays and more, one behind another, are a table or a habit."""
ANY_SUCH = re.compile(
    r"(?:^|[\s(])(?:an?|another|any)\s+"
    r"(?:(?:sunny|rainy|snowy|stormy|cold|warm|hot|grey|gray|quiet|lazy|busy|typical|normal|regular|random|recent|given|single)\s+)?$",
    re.IGNORECASE,
)
NO_EVENT = re.compile(
    r"(?:\s+(?:morning|afternoon|evening|night))?\s*(?:$|[^\w\s]|(?:in|on|at|of|and|or|when|after|before|with)\b)"
)
"""What follows "a Friday" that is any such day; "a Friday evening rally" is on a certain one."""
THROUGH = re.compile(rf"\s*(?:through|thru|–)\s*(?:{'|'.join(DAYS)})\b", re.IGNORECASE)
COUNTED = re.compile(
    r"\s+(?:members|people|pounds|dollars|euros|miles|metres|meters|feet|words|pages|hours|years|days|votes|seats|points|times"
    r"|units|copies|calories|rpm|mAh|watts|kilomet\w+)\b"
)
"""What a number that looks like a year counts."""


ATTACKS = re.compile(
    r"\s+(?:\w+\s+)?(?:attacks?|terror(?:ists?|ism)?|hijack\w*|victims|families|memorial|commission)\b", re.IGNORECASE
)

PRODUCTS = (
    "Windows|Office|Server|Flight|Route|Highway|Room|Boeing|Model|Vision|Agenda|Version|Series|Studio|Exchange|Peugeot|Mazda"
    "|RTX|GTX|Intel|Core|Rule|Section|Chapter|Page|Lot|Unit|Suite"
)
"""What a number behind it names rather than dates."""
