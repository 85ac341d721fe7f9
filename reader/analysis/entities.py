"""The people, organisations and places of an article, and what names, roles and pronouns refer to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.analysis.aliases import Cluster, clusters_of
from reader.analysis.descriptors import Stretch, after_name, before_comma, before_name
from reader.analysis.doc import Doc, Phrase, Token
from reader.analysis.edges import Name
from reader.analysis.firstnames import gender_of
from reader.analysis.lexicon import GENERIC_ORGANISATIONS
from reader.analysis.names import names_of
from reader.article import Article, Entity, EntityKind, Mention

_MALE, _FEMALE, _PLURAL = (
    frozenset({"he", "him", "his"}),
    frozenset({"she", "her", "hers"}),
    frozenset({"they", "them"}),
)
_MALE_ROLES = frozenset(
    "man boy husband father son brother king prince spokesman chairman businessman uncle barman".split()
)
_FEMALE_ROLES = frozenset(
    "woman girl wife mother daughter sister queen princess spokeswoman chairwoman aunt actress".split()
)
_SPOKEN_TO = frozenset({"to", "on", "via", "with", "formerly"})
_OWNING = frozenset({"his", "her", "its", "their"})
_FUNCTION_WORDS = frozenset({"of", "to", "on", "for", "with", "against", "and", "from", "about", "by", "in", "that"})
_NEARBY_SENTENCES = 12
_SPELT_OUT = {"gov.": "governor", "sen.": "senator", "rep.": "representative", "gen.": "general", "gov": "governor"}
DOCUMENTS = frozenset("statement report letter email e-mail tweet post filing memo release review study survey".split())
"""What an organisation speaks in: "a report from the Water Board" is the Board's word."""
ORGANISATION_NOUNS = GENERIC_ORGANISATIONS | frozenset(
    "brokerage bank airline carrier broadcaster newspaper magazine publisher retailer manufacturer label regulator".split()
)
"""What an organisation is called where its name went before: "the agency"."""


@dataclass(frozen=True)
class _Known:
    """One entity with its cluster and the tokens of its roles."""

    entity: Entity
    cluster: Cluster
    roles: tuple[Stretch, ...]


class Naming:
    """The entities of one article, and the lookups that attribution needs."""

    def __init__(self, doc: Doc, known: Sequence[_Known]) -> None:
        self._doc = doc
        self._known = list(known)
        self.entities: tuple[Entity, ...] = tuple(each.entity for each in known)
        self._by_token: dict[int, _Known] = {}
        self._by_role_token: dict[int, _Known] = {}
        for each in known:
            for name in each.cluster.inside:
                self._by_token.update(dict.fromkeys(range(name.first, name.last + 1), each))
            for first, last in each.roles:
                self._by_role_token.update(dict.fromkeys(range(first, last + 1), each))

    def at(self, start: int, end: int) -> Entity | None:
        """The entity that a name within characters [start, end) names: a person before others, then the first."""
        found = self._named_in(self._doc.phrase_at(start, end))
        return found.entity if found else None

    def of_phrase(self, phrase: Phrase) -> Entity | None:
        """The entity that a phrase means: the name in it, else the bearer of the role it gives, else the pronoun's."""
        found = self._named_in(phrase)
        if found is not None:
            return found.entity
        for token in phrase:
            if token.pos == "PRON" or token.lower in _MALE | _FEMALE:
                if _is_of_another(phrase, token):
                    break
                return self.of_pronoun(token)
        return self._bearer_of(phrase)

    def of_pronoun(self, token: Token) -> Entity | None:
        """The person a pronoun means: of fitting gender, mentioned last, subjects first; None if nobody fits."""
        word = token.lower
        if word in {"it", "its"}:
            return self._latest(
                [k for k in self._known if k.entity.kind is EntityKind.ORGANISATION], token, prefer=[], spoken_to=False
            )
        if word in {"i", "we", "you", "me", "us", "my", "our", "who", "which", "that"}:
            return None
        gender = "m" if word in _MALE else "f" if word in _FEMALE else ""
        people = [k for k in self._known if k.entity.kind is EntityKind.PERSON]
        fitting = [k for k in people if not (gender and _gender(k) and _gender(k) != gender)]
        sure = [k for k in fitting if gender and _gender(k) == gender]
        return self._latest(fitting, token, prefer=sure)

    def role_stretches(self, entity: Entity | None) -> tuple[Stretch, ...]:
        """The tokens of the roles that the text gives an entity."""
        return next((each.roles for each in self._known if each.entity is entity), ())

    def covers(self, token: Token) -> bool:
        """Whether a token is part of a name."""
        return token.i in self._by_token

    def _named_in(self, phrase: Phrase | None) -> _Known | None:
        """Whose name stands in a phrase: the name at its head if there is one, a person, or the last."""
        if phrase is None:
            return None
        root = self._by_token.get(phrase.head.i)
        if root is not None:
            return root
        named = list(dict.fromkeys(self._by_token[t.i].entity.id for t in phrase if t.i in self._by_token))
        by_id = {each.entity.id: each for each in self._known}
        people = [by_id[key] for key in named if by_id[key].entity.kind is EntityKind.PERSON]
        if phrase.head.lemma in DOCUMENTS | ORGANISATION_NOUNS and not people:
            issuers = [by_id[key] for key in named if by_id[key].entity.kind is EntityKind.ORGANISATION]
            if issuers and not _names_by_possession(phrase, issuers[0]):
                return issuers[0]
        if people and not _names_by_possession(phrase, people[0]):
            return people[0]
        return next((each for each in people[1:] if _is_beside(phrase, each)), None)

    def _bearer_of(self, phrase: Phrase) -> Entity | None:
        """Who was given a role with the phrase's head noun: the one mentioned last among those whose role fits best."""
        head = phrase.head.lemma
        if phrase.head.tag in {"NNS", "NNPS"} or (
            self._doc[phrase.first].lower in {"a", "an", "another", "some", "one"}
        ):
            return None
        own = self._by_role_token.get(phrase.head.i)
        if own is not None:
            return own.entity
        words = {token.lemma for token in phrase if token.pos in {"NOUN", "PROPN", "ADJ"}}
        scored: list[tuple[int, _Known]] = []
        for each in self._known:
            for first, last in each.roles:
                role = [_SPELT_OUT.get(token.lemma, token.lemma) for token in self._doc.phrase(first, last)]
                if first < phrase.first and (head in role or _same_role(head, role)):
                    scored.append((len(words & set(role)), each))
        if not scored and head in ORGANISATION_NOUNS and self._doc[phrase.first].lower in {"the", "this", "that"}:
            return self._latest(
                [k for k in self._known if k.entity.kind is EntityKind.ORGANISATION], phrase.head, prefer=[]
            )
        if not scored:
            return self._later_bearer(words)
        best = max(score for score, _ in scored)
        return self._latest([each for score, each in scored if score == best], phrase.head, prefer=[])

    def _later_bearer(self, words: set[str]) -> Entity | None:
        """The one person who is given just this role further on: a lead may say "the minister" before the name."""
        bearers = {
            each.entity.id: each.entity
            for each in self._known
            for first, last in each.roles
            if words == {t.lemma for t in self._doc.phrase(first, last) if t.pos in {"NOUN", "PROPN", "ADJ"}}
        }
        return next(iter(bearers.values())) if len(bearers) == 1 else None

    def _latest(
        self, candidates: Sequence[_Known], token: Token, prefer: Sequence[_Known], *, spoken_to: bool = True
    ) -> Entity | None:
        """The candidate mentioned last before the token, subjects first, preferred ones near by first.

        `spoken_to` is whether it may be who or what is spoken to in the token's own sentence: "in a post on Mastodon".
        """
        best: tuple[float, _Known] | None = None
        preferred = {each.entity.id for each in prefer}
        for each in candidates:
            for name in each.cluster.inside:
                distance = token.sentence - self._doc[name.first].sentence
                if name.first >= token.i or distance >= _NEARBY_SENTENCES:
                    continue
                if not spoken_to and distance == 0 and name.first and self._doc[name.first - 1].lower in _SPOKEN_TO:
                    continue
                subject = any(t.is_subject for t in self._doc.phrase(name.first, name.last))
                score = -2.0 * distance + (1.5 if subject else 0) + name.first / (10 * len(self._doc))
                score += 3.0 if each.entity.id in preferred else 0
                if distance == 0 and not subject and _same_clause(self._doc, name.last, token.i):
                    score -= 1.0
                if best is None or score > best[0]:
                    best = (score, each)
        return best[1].entity if best else None


def _same_clause(doc: Doc, first: int, last: int) -> bool:
    """Whether no comma, conjunction or quotation mark stands between two tokens: one thing is seldom named twice there."""
    return not any(token.is_mark or token.tag in {"CC", "WDT", "WP"} for token in doc.phrase(first + 1, last - 1))


def entities_of(doc: Doc, article: Article, beside: Doc | None = None) -> Naming:
    """The article's entities in the order of their first mention, with their roles, and the lookups over them.

    `beside` are the tokens of what stands around the text: headline, standfirst and captions. A thing that only these
    or the byline name has no mentions.
    """
    names = [*_outside(article, beside), *names_of(doc)]
    known = []
    for number, cluster in enumerate(clusters_of(names), 1):
        roles = _roles(doc, cluster) if cluster.kind is EntityKind.PERSON else ()
        descriptors = tuple(dict.fromkeys(doc.phrase(first, last).text for first, last in roles))
        mentions = tuple(_mention(doc, article, name) for name in cluster.inside)
        known.append(_Known(Entity(f"e{number}", cluster.name, cluster.kind, descriptors, mentions), cluster, roles))
    return Naming(doc, known)


def _outside(article: Article, beside: Doc | None) -> Iterator[Name]:
    """The names in the byline, the headline, the standfirst and the captions, in front of all others."""
    found = [Name(0, 0, author, EntityKind.PERSON) for author in article.authors if len(author.split()) in {2, 3, 4}]
    found += names_of(beside) if beside is not None else []
    for number, name in enumerate(found):
        yield replace(name, first=number - len(found), last=number - len(found), outside=True)


def _mention(doc: Doc, article: Article, name: Name) -> Mention:
    phrase = doc.phrase(name.first, name.last)
    return Mention(phrase.start, phrase.end, article.text[phrase.start : phrase.end])


def _roles(doc: Doc, cluster: Cluster) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for name in cluster.inside:
        for stretch in (before_name(doc, name), before_comma(doc, name), after_name(doc, name)):
            found += [stretch] if stretch is not None else []
    return tuple(found)


def _names_by_possession(phrase: Phrase, each: _Known) -> bool:
    """Whether a person is named only as owner ("Mr Vane's lawyer") of the phrase's head."""
    doc = phrase.doc
    for name in each.cluster.inside:
        if phrase.first <= name.first and name.last < phrase.last + 1:
            following = name.last + 1
            return following < phrase.last + 1 and doc[following].lower in {"'s", "’s", "'", "’"}
    return False


def _is_beside(phrase: Phrase, each: _Known) -> bool:
    """Whether a person stands behind a comma, beside the role that the words before it give: "Mr Vane's rival, Ann Roe"."""
    doc = phrase.doc
    for name in each.cluster.inside:
        if phrase.first < name.first and name.last <= phrase.last and not _names_by_possession(phrase, each):
            before = name.first - 1
            while before > phrase.first and not doc[before].is_mark and doc[before].lower not in _FUNCTION_WORDS:
                before -= 1
            return doc[before].text == ","
    return False


def _is_of_another(phrase: Phrase, pronoun: Token) -> bool:
    """Whether a pronoun only says whose somebody is: "her sister", "a spokesman for him"."""
    nouns = [token for token in phrase if token.pos == "NOUN"]
    owns = pronoun.lower in _OWNING and any(token.i > pronoun.i for token in nouns)
    return owns or any(token.i < pronoun.i for token in nouns)


def _same_role(head: str, role: Sequence[str]) -> bool:
    """Whether a short word for a role means a longer one of the same root ("leader", "co-leader")."""
    return any(word.endswith(f"-{head}") or head.endswith(f"-{word}") for word in role)


def _gender(each: _Known) -> str:
    """`m` or `f` by title, by a role that says so, or by a first name; empty where nothing does."""
    if each.cluster.gender:
        return each.cluster.gender
    words = {word.lower() for descriptor in each.entity.descriptors for word in descriptor.split()}
    by_role = "m" if words & _MALE_ROLES else "f" if words & _FEMALE_ROLES else ""
    own = each.cluster.words
    return by_role or (gender_of(own[0]) if len(own) > 1 else "")
