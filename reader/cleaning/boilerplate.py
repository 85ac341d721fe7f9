"""What surrounds an article on a page: each rule says what it knows a line by, and why the line goes.

The rules hold for a line of copied text and for a block of an HTML page alike. A rule matches a line as a whole, so
that a sentence of the article that merely speaks of cookies stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reader.article import Reason

LONGEST_CHARACTERS = 600
"""A longer line is prose, whatever it says."""


@dataclass(frozen=True)
class Rule:
    """`at_start` holds for how a line begins, `anywhere` for what stands in it; `why` is the sentence a reader sees
    beside what was removed.

    `up_to` is the most words a line may have for the rule to hold: short rules are for labels, long ones for notices.
    """

    name: str
    reason: Reason
    at_start: re.Pattern[str] | None
    anywhere: re.Pattern[str] | None
    why: str
    up_to: int

    def holds(self, line: str) -> bool:
        """Whether a line is of this rule."""
        if self.at_start is not None and self.at_start.match(line):
            return True
        return self.anywhere is not None and self.anywhere.search(line) is not None


def _rule(name: str, reason: Reason, pattern: str, why: str, up_to: int = 14) -> Rule:
    """A rule by one pattern; those of its alternatives that begin with ^ are tried at a line's start alone."""
    alternatives = _alternatives(pattern)
    at_start = "|".join(one[1:] for one in alternatives if one.startswith("^"))
    anywhere = "|".join(one for one in alternatives if not one.startswith("^"))
    return Rule(name, reason, _compiled(at_start), _compiled(anywhere), why, up_to)


def _compiled(pattern: str) -> re.Pattern[str] | None:
    return re.compile(pattern, re.IGNORECASE) if pattern else None


def _alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern that stand in no group."""
    parts, depth, in_class = [""], 0, False
    for token in re.findall(r"\\.|.", pattern, re.DOTALL):
        in_class = token == "[" or (in_class and token != "]")
        depth += 0 if in_class else (token == "(") - (token == ")")
        if token == "|" and not depth and not in_class:
            parts.append("")
        else:
            parts[-1] += token
    return parts


RULES: tuple[Rule, ...] = (
    _rule(
        "registration wall",
        Reason.REGISTRATION,
        r"^(?:please\s+)?(?:register|subscribe|sign\s?(?:up|in)|log\s?in|create\s+(?:a|an|your)\s+(?:free\s+)?account)\b"
        r"(?:.*\b(?:to|for)\b.*\b(?:continue|reading|read|access|unlock|full|unlimited|more|free|article|story|account)\b"
        r"|(?:\s*(?:now|here|today|for free))?[.!]?$)",
        "It asks readers to register or sign in.",
        24,
    ),
    _rule(
        "registration offer",
        Reason.REGISTRATION,
        r"^registration\s+is\b|^by\s+(?:registering|subscribing|signing\s+up|clicking)\b|(?:^|[.?!]\s)(?:do\s+you\s+|are\s+you\s+|if\s+you(?:.ve|.re|\s+are)?\s+)?already\s+(?:have\s+an?\s+account"
        r"|a\s+(?:subscriber|member)|registered|subscribed)\b|^thank\s+you\s+for\s+(?:registering|subscribing|signing)\b"
        r"|^please\s+refresh\s+(?:the|your)\s+(?:page|browser)\b|\b(?:don.t|do\s+not)\s+have\s+an\s+account\b"
        r"|^(?:this|the\s+rest\s+of\s+this)\s+(?:article|content|story)\s+is\s+(?:for|only|available|reserved)\b.*\b(?:subscribers|members)\b"
        r"|^you\s+have\s+(?:reached|read)\s+your\b.*\b(?:limit|articles)\b|^(?:you\s+have|\d+)\s+free\s+articles?\b"
        r"|^(?:start|begin)\s+(?:your|a)\s+(?:free\s+)?trial\b|^unlock\s+(?:this|unlimited|full)\b|^(?:forgot(?:ten)?|reset)\s+(?:your\s+)?password\b",
        "It belongs to a registration wall.",
        60,
    ),
    _rule(
        "form notice",
        Reason.REGISTRATION,
        r"\bthis\s+site\s+is\s+protected\s+by\s+recaptcha\b|\b(?:terms\s+(?:of\s+(?:use|service)|and\s+conditions))\b.*\b(?:privacy|cookie)\b"
        r"|\bprivacy\s+(?:policy|notice)\b.*\bterms\s+(?:of|and)\b",
        "It is the small print of a form.",
        60,
    ),
    _rule(
        "consent",
        Reason.CONSENT,
        r"^(?:accept|reject|allow|decline|manage|customi[sz]e)\s+(?:all|cookies|preferences|settings|choices|consent)\b"
        r"|^(?:cookie|privacy)\s+(?:settings|preferences|choices|notice|policy)$|^we\s+(?:and\s+our\s+\d*\s*partners\s+)?"
        r"(?:use|store|value|care)\b.*\b(?:cookies?|your\s+privacy|information\s+on\s+(?:a|your)\s+device)\b"
        r"|\bthis\s+(?:web)?site\s+uses\s+cookies\b|^we\s+and\s+our\s+\d+\s+partners\b|^by\s+(?:continuing|using)\b.*\bcookies\b"
        r"|^(?:alle\s+)?cookies\s+(?:akzeptieren|ablehnen)\b|^accepter\s+(?:et\s+)?(?:tout|continuer)\b|^manage\s+(?:preferences|options)$",
        "It asks for consent to cookies or tracking.",
        70,
    ),
    _rule(
        "newsletter",
        Reason.NEWSLETTER,
        r"^(?:sign\s?up|subscribe|get|join|receive)\b(?:.*\b(?:newsletters?|inbox)|.{0,60}\b(?:briefing|e-?mail(?:s|ed)?|alerts?|bulletin|digest))\b"
        r"|^(?:enter|your)\s+(?:your\s+)?e-?mail(?:\s+address)?\b|\bstraight\s+to\s+your\s+inbox\b|^(?:our\s+)?(?:free\s+)?newsletters?$"
        r"|^newsletter\s+(?:abonnieren|sign.?up|bestellen)\b|^inscrivez-vous\b.*\bnewsletter\b|\bnewsletter\s+promotion\b"
        r"|^(?:delivered|sent)\s+(?:daily|weekly|straight|directly|to\s+your)\b.*\binbox\b|^please\s+(?:enter|provide)\s+a\s+valid\s+e-?mail\b",
        "It offers a newsletter.",
        40,
    ),
    _rule(
        "comments",
        Reason.COMMENTS,
        r"^join\s+(?:our|the)\s+(?:new\s+)?(?:commenting|conversation|discussion|debate|forum)\b|^join\s+thought-provoking\b"
        r"|^(?:view|show|read|see|hide|load|all)\s+(?:all\s+)?(?:more\s+)?(?:\(?\d[\d,.]*\)?\s+)?comments?\b|^comments?\s*(?:\(?\d[\d,.]*\)?)?$"
        r"|^\d[\d,.]*\s+comments?$|^(?:leave|post|add|write)\s+a\s+(?:comment|reply)\b|^(?:no|be\s+the\s+first\s+to)\s+comments?\b"
        r"|^have\s+your\s+say$|^follow\s+(?:other|replies)\b|^comments\s+(?:are|have\s+been)\s+(?:closed|turned\s+off|disabled)\b"
        r"|^(?:share|what\s+are)\s+your\s+(?:thoughts|views?)\b|^log\s+in\s+to\s+(?:join|comment)\b|^reply$|^kommentare?(?:\s*\(?\d+\)?)?$",
        "It leads to the readers' comments.",
        24,
    ),
    _rule(
        "advert",
        Reason.ADVERT,
        r"^(?:-+\s*)?(?:advertisement|advertising|advert|ad|ads|sponsored(?:\s+content)?|promoted(?:\s+content)?|paid\s+(?:content|post)|anzeige|"
        r"werbung|publicité|publicidad|pubblicità)(?:\s*-+)?$|^(?:story|article)\s+continues\s+below\b|^(?:continue|scroll\s+down\s+to\s+continue)"
        r"\s+reading(?:\s+below)?(?:\s+the\s+main\s+story)?$|^skip\s+(?:past\s+)?(?:ad|advertisement|newsletter|promotion)\b|^report\s+(?:this\s+)?ad\b"
        r"|^recommended\s+(?:by|for\s+you)\b|^(?:content|presented)\s+(?:from|by)\s+(?:our\s+)?(?:taboola|outbrain|partners|sponsors?)\b"
        r"|^download\s+(?:our|the)\b.*\bapps?\b|^(?:buy|shop|order)\s+now$",
        "It is advertising.",
        16,
    ),
    _rule(
        "sharing",
        Reason.SHARING,
        r"^(?:share|tweet|e-?mail|print|save|copy\s+link|link\s+copied|whatsapp|facebook|twitter|x|linkedin|reddit|pinterest|flipboard|messenger|"
        r"telegram|instagram|youtube|tiktok|threads|bluesky|mastodon|tumblr|pocket|bookmark|gift(?:\s+this)?(?:\s+article)?|send|like|follow|teilen|drucken|"
        r"partager|compartir)(?:\s*(?:[|/,·•&]\s*)?(?:shares?|tweet|e-?mail|print|save|copy\s+link|whatsapp|facebook|twitter|x|linkedin|reddit|pinterest|"
        r"messenger|telegram|instagram|youtube|on|by|via|this|article|story|page|icon|link))*$"
        r"|^share\s+(?:this|on|via|with|full|the)\b|^\d[\d,.]*k?\s+shares?$|^(?:follow|like)\s+us\b|^follow\b.*\bon\s+(?:twitter|x|facebook|instagram|google)\b"
        r"|^(?:click|tap)\s+to\s+share\b|^copy\s+(?:this\s+)?(?:link|url)\b|^listen\s+to\s+(?:this\s+)?(?:article|story)\b|^listen$",
        "It is a button for sharing or saving the page.",
        14,
    ),
    _rule(
        "navigation",
        Reason.NAVIGATION,
        r"^(?:skip|jump|back|return|go)\s+to\b|^(?:main\s+)?(?:menu|navigation|search|home|homepage|sections?|close|open|toggle\b.*|more|show\s+more|"
        r"load\s+more|read\s+more|see\s+(?:all|more)|view\s+(?:all|more|gallery)|previous|next|live|news|world|uk|us|politics|business|sport|sports|opinion|culture|"
        r"lifestyle|travel|science|tech|technology|health|climate|weather|video|videos|podcasts|entertainment|arts|books|money|food|games|"
        r"my\s+account|account|profile|subscribe|donate|shop|jobs|e-?paper|editions?|español|breaking\s+news|latest|trending|top\s+stories|watch)$"
        r"|^you\s+are\s+here\b|^(?:\d+\s+)?of\s+\d+$|^(?:previous|next)\s+(?:article|story|post|page)\b|^page\s+\d+(?:\s+of\s+\d+)?$|^(?:tags?|topics?)\s*:"
        r"|^(?:more\s+)?(?:from|in)\s+this\s+(?:section|series)$|^(?:startseite|accueil|inicio|menü|suche|impressum|datenschutz)$",
        "It is part of the page's menus.",
        10,
    ),
    _rule(
        "other stories",
        Reason.NAVIGATION,
        r"^(?:most\s+(?:read|popular|viewed|watched|shared|commented)|popular(?:\s+(?:now|stories|articles))?|trending(?:\s+now)?|editor.?s\s+picks?|"
        r"recommended(?:\s+(?:stories|reading|articles))?|related(?:\s+(?:stories|articles|content|topics|links|posts|news|coverage))?|more\s+(?:stories|on\s+this"
        r"(?:\s+story)?|news|from\b.*|like\s+this|about\s+this)|you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested).*|what\s+to\s+read\s+next|read\s+next|"
        r"up\s+next|in\s+case\s+you\s+missed\s+it|latest(?:\s+(?:news|stories|articles))?|top\s+stories|don.t\s+miss|further\s+reading|see\s+also|"
        r"in\s+other\s+news|recent\s+posts|explore\s+more(?:\s+on\s+these\s+topics)?|also\s+on\b.*|mehr\s+zum\s+thema|meistgelesen|das\s+könnte\s+sie.*|"
        r"à\s+lire\s+aussi|lire\s+aussi|les\s+plus\s+lus|lo\s+más\s+leído)\s*:?$",
        "It heads a list of other stories.",
        12,
    ),
    _rule(
        "footer",
        Reason.FOOTER,
        r"^(?:©|\(c\)|copyright(?=\s*(?:$|[:©(\d]|by\b))|copyright\s[^.]{2,60}$|copyright\b.*\b(?:\d{4}|reserved)\b)|\ball\s+rights\s+reserved\b|^(?:terms(?:\s+(?:of\s+(?:use|service)|(?:and|&)\s+conditions))?|privacy(?:\s+(?:policy|notice))?|"
        r"cookies?(?:\s+policy)?|contact(?:\s+us)?|about(?:\s+us)?|careers|advertise(?:\s+with\s+us)?|help(?:\s+cent(?:er|re))?|accessibility|sitemap|site\s+map|faq|"
        r"press|rss|imprint|do\s+not\s+sell\b.*|corrections?(?:\s+(?:policy|and\s+clarifications))?|our\s+standards\s*:.*|syndication|feedback)$"
        r"|^this\s+material\s+may\s+not\s+be\s+(?:published|reproduced)\b|^(?:our\s+standards|reuters)\s*:?\s+the\s+thomson\b|^reuse\s+this\s+content\b",
        "It is the page's footer.",
        40,
    ),
    _rule(
        "page mechanics",
        Reason.OTHER,
        r"^(?:loading|please\s+wait|enable\s+javascript|javascript\s+(?:is|must\s+be)\b|your\s+browser\s+(?:does\s+not|is)\b|this\s+video\b.*\b(?:play|available|loaded)\b|"
        r"(?:play|watch)\s+(?:video|now|live)|video\s+player|image\s+\d+\s+of\s+\d+|\d+\s*/\s*\d+|sorry,\s+this\s+(?:video|content)\b|(?:\d+\s+)?min(?:ute)?s?\s+read"
        r"|(?:last\s+)?(?:updated|published|posted)\s+(?:at\s+)?\d{1,2}[:.]\d\d(?!.*\b(?:19|20)\d\d\b)"
        r"|(?:tempo\s+de\s+leitura|tiempo\s+de\s+lectura|temps\s+de\s+lecture|tempo\s+di\s+lettura|lesezeit|lesedauer|leestijd)\b.*"
        r"|reading\s+time\b.*|estimated\s+read\b.*|text\s+size|font\s+size|a\s*a\s*a|\d+\s+(?:minutes?|hours?|days?|weeks?)\s+ago|just\s+now)\b.{0,40}$|^(?:new|updated|live)$",
        "It is a sign of the page's own works.",
        14,
    ),
)
"""In the order in which they are tried: the first that holds gives the reason."""

RELATED = re.compile(
    r"^(?:read\s+(?:more|also|next)|see\s+also|related|watch|more|also\s+read|lesen\s+sie\s+auch|lire\s+aussi|à\s+lire|mehr\s+dazu|leer\s+también|recommended)"
    r"\s*[:|–—-]\s*\S",
    re.IGNORECASE,
)
"""A line that leads to another story and names it."""

CREDIT = re.compile(
    r"^(?:\(?(?:photo(?:graph|s)?|image|picture|illustration|video|graphic|credit|foto|bild)s?(?:\s+credit)?\s*(?:by|:|/|courtesy)\s*.{2,80}"
    r"|(?:getty(?:\s+images)?|reuters|ap(?:\s+photo)?|afp|epa|pa(?:\s+(?:wire|media))?|shutterstock|istock|alamy|rex(?:\s+features)?)(?:\s*/.{1,60}|\s+images?)?\)?)$",
    re.IGNORECASE,
)
"""A line that says nothing but who took a picture."""

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=20_000)
def boilerplate(line: str) -> Rule | None:
    """The first rule that knows `line` as something other than the article; None where none does."""
    line = line.strip()
    if not line or len(line) > LONGEST_CHARACTERS:
        return None
    words = len(_WORD.findall(line))
    return next((rule for rule in RULES if words <= rule.up_to and rule.holds(line)), None)
