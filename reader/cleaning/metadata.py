"""What a page says of itself: declared for machines, or shown to readers; where these disagree, the better witness counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from reader.article import Claim, Picture
from reader.cleaning.headline import headline_of
from reader.cleaning.hinted_writers import hinted_writers, owner
from reader.cleaning.moments import date_in_address, date_in_scripts, first_time, is_of_day, iso, shown_dates
from reader.cleaning.pictures import picture_of
from reader.cleaning.signature import Atom, around, atoms_of
from reader.cleaning.structured import Object, linked_objects, meta_elements, named, text_of, unmarked
from reader.cleaning.visible_writers import only_writer, shown_writers, writers_elsewhere
from reader.cleaning.votes import Vote, ranked
from reader.cleaning.writers import small_words, writers

_URL = re.compile(r"^https?://\S+$", re.IGNORECASE)
_WRITTEN_BY = re.compile(r"written|author|posted|^by\b", re.IGNORECASE)
_DAY_FIRST_SITES = re.compile(r"\.(?:uk|au|nz|ie|in|za|eu|sg|hk|my|ng|ke|de|fr|es|it|nl|be|se|no|dk|fi|pl)$")

TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "citation_title", "headline")
STANDFIRST_NAMES = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
PUBLISHER_NAMES = ("og:site_name", "application-name", "al:android:app_name", "twitter:app:name:iphone")
SECTION_NAMES = ("article:section", "og:article:section", "parsely-section", "section")
AUTHOR_NAMES = (
    "author", "article:author", "og:author", "og:article:author", "article:author_name", "parsely-author",
    "sailthru.author", "cxenseparse:author", "shareaholic:article_author_name", "dc.creator", "dcterms.creator",
    "citation_author", "citation_authors", "creator", "authors", "byl", "article.author",
)  # fmt: skip
PUBLISHED_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
    "cxenseparse:publishtime", "cxenseparse:recs:publishtime", "sailthru.date", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "citation_publication_date", "citation_online_date",
    "citation_date", "published", "published-date", "publish-date", "publish_date", "publishdate", "publication_date",
    "publication-date", "og:publish_date", "article:published", "publish_time", "published_time", "published_at",
    "pubdate", "date-pub", "awa-publisheddate", "gsa_date", "article.published", "datecreated", "date",
)  # fmt: skip
MODIFIED_NAMES = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "last-modified", "lastmod", "lastmodifieddate", "updated", "updated date", "revised",
)  # fmt: skip
_PUBLISHED_NAME = re.compile(r"publi(?:sh(?:ed)?|cation)[-_ ]?(?:date|time|at|on)$|date[-_ ]?publi(?:shed|cation)$")
"""How all other names of meta elements end that give the day of publication."""

LONGEST_STANDFIRST_CHARACTERS = 800
"""A longer description is the article itself."""
NEAR = 16
"""So many texts under the headline are its signature; a date below them overrules no declared one."""


@dataclass
class Metadata:
    """The fields of an article that the page names."""

    title: str | None = None
    standfirst: str | None = None
    authors: list[str] = field(default_factory=list)
    publisher: str | None = None
    section: str | None = None
    language: str | None = None
    url: str | None = None
    published: str | None = None
    modified: str | None = None
    body: str | None = None
    """The article's text, where the page declares it for machines."""
    headline: HtmlElement | None = None
    """The heading that shows the title, perhaps with a label or the site's name beside it."""
    picture: Picture | None = None
    is_free: bool = True
    """Whether the page does not declare that its whole text is for subscribers alone."""
    claims: list[Claim] = field(default_factory=list)
    """What the witnesses say of each field, the one that is followed first."""

    def first(self, name: str, said: Iterable[tuple[str, str | None]]) -> str | None:
        """The first value that a witness gives, of pairs (witness, value); all that is said of the field is kept."""
        told = [Claim(name, source, value) for source, value in said if value]
        self.claims += told
        return told[0].value if told else None


@dataclass(frozen=True)
class _Page:
    """A page as its witnesses: what it declares (`linked`, `meta`) and the elements that it marks (`marked`)."""

    root: HtmlElement
    linked: Sequence[Object]
    meta: dict[str, list[str]]
    marked: Sequence[tuple[str, HtmlElement]]

    def marked_as(self, key: str) -> list[str]:
        """What microdata and RDFa mark as a date in the page's text."""
        return [
            element.get("content") or element.get("datetime") or element.text_content()[:80]
            for mark, element in self.marked
            if key in mark
        ]

    def of_meta(self, names: Sequence[str]) -> str | None:
        return next((value for value in self.each_of_meta(names)), None)

    def each_of_meta(self, names: Sequence[str]) -> list[str]:
        return [unmarked(self.meta[name][0]) for name in names if name in self.meta]

    def said(self, key: str, names: Sequence[str]) -> list[tuple[str, str | None]]:
        """What JSON-LD says under `key`, then what the meta elements of these names say, each with its witness."""
        linked = [("JSON-LD", text_of(found.get(key))) for found in self.linked]
        return [*linked, *((f"meta {name}", unmarked(self.meta[name][0])) for name in names if name in self.meta)]

    def of_linked(self, key: str) -> str | None:
        return next((text for found in self.linked if (text := text_of(found.get(key)))), None)


def metadata_of(root: HtmlElement, url: str | None) -> Metadata:
    """The page's metadata; `url` is where it was saved from, if that is known."""
    marked = [
        (f"{element.get('itemprop')} {element.get('property')}", element)
        for element in root.xpath("//*[@itemprop or @property]")
    ]
    page = _Page(root, linked_objects(root), meta_elements(root), marked)
    found = Metadata()
    found.language = found.first(
        "language", [("attribute lang", _language(root)), ("JSON-LD", page.of_linked("inLanguage"))]
    )
    found.url = found.first("url", [("the page's own address", _address(page)), ("where it was saved from", url)])
    publishers = [("JSON-LD", name) for each in page.linked for name, _ in named(each.get("publisher"))]
    declared = [(f"meta {name}", unmarked(page.meta[name][0])) for name in PUBLISHER_NAMES if name in page.meta]
    found.publisher = found.first("publisher", [*(p for p in publishers if not _URL.match(p[1])), *declared])
    site = page.of_meta(PUBLISHER_NAMES) or found.publisher
    titles = [text for each in page.linked[:2] if (text := text_of(each.get("headline")))]
    headline = headline_of(root, titles + page.each_of_meta(TITLE_NAMES), site)
    if headline:
        found.headline = headline.element
        others = [*page.said("headline", TITLE_NAMES), ("title element", root.findtext(".//title"))]
        found.title = found.first("title", [(headline.source, headline.text), *others])
    descriptions = page.said("description", STANDFIRST_NAMES)
    found.standfirst = found.first(
        "standfirst", [each for each in descriptions if each[1] and len(each[1]) <= LONGEST_STANDFIRST_CHARACTERS]
    )
    found.section = found.first("section", page.said("articleSection", SECTION_NAMES))
    found.body = page.of_linked("articleBody")
    atoms = atoms_of(root)
    above, under = around(atoms, found.headline, found.title)
    found.authors = _authors(page, (above, under, atoms), {found.publisher or "", site or ""} - {""}, found)
    found.published, found.modified = _dates(page, (above, under, atoms), found)
    found.picture = picture_of(page.linked, page.meta)
    found.is_free = not any(str(each.get("isAccessibleForFree")).lower() in {"false", "no"} for each in page.linked)
    return found


def _authors(
    page: _Page, shown: tuple[Sequence[Atom], Sequence[Atom], Sequence[Atom]], sites: set[str], found: Metadata
) -> list[str]:
    """The writers for whom most is said, by every witness of the page."""
    people = next(([*named(each["author"])] for each in page.linked if each.get("author")), [])
    others = [name for each in page.linked for key in ("creator", "contributor") for name, _ in named(each.get(key))]
    votes = [
        Vote("structured data", writers(name for name, kind in people if "organization" not in kind)),
        Vote("organisation in structured data", writers(name for name, kind in people if "organization" in kind)),
        Vote("contributor in structured data", writers(others)),
    ]
    votes += [
        Vote("meta element", writers(map(unmarked, page.meta[name]))) for name in AUTHOR_NAMES if name in page.meta
    ]
    for i in ("1", "2"):
        if _WRITTEN_BY.search(" ".join(page.meta.get(f"twitter:label{i}", []))):
            votes.append(Vote("card", writers(page.meta.get(f"twitter:data{i}", []))))
    above, under, every = shown
    votes += shown_writers(above, under)
    votes += [*writers_elsewhere(every), *hinted_writers(page.root, under, every)]
    if not any(vote.names for vote in votes):
        votes.append(only_writer(every))
    votes.append(owner(page.root, sites, found.url, every))
    candidates = ranked(votes, sites, small_words(atom.text for atom in every))
    found.claims += [
        Claim("authors", ", ".join(each.sources), ", ".join(each.names), round(each.weight, 2)) for each in candidates
    ]
    return candidates[0].names if candidates else []


def _dates(
    page: _Page, shown: tuple[Sequence[Atom], Sequence[Atom], Sequence[Atom]], found: Metadata
) -> tuple[str | None, str | None]:
    """When it was published and last changed.

    A date that the page shows as its own counts for more than a declared one, unless the page says that it is the
    last change's: readers are shown the one, and content systems fill in the other. Where the day of the first edition
    stands in structured data alone, and readers see the day of the present one, that is the article's: by it they cite.
    """
    american = _writes_month_first(page, found)

    def declared(name: str, key: str, names: Sequence[str]) -> str | None:
        values = [*page.said(key, names), *((f"marked as {key}", text) for text in page.marked_as(key))]
        return found.first(name, [(source, iso(text, american=american)) for source, text in values])

    named = [*PUBLISHED_NAMES, *(name for name in page.meta if _PUBLISHED_NAME.search(name))]
    published = declared("published", "datePublished", named) or declared("published", "dateCreated", ())
    modified = declared("modified", "dateModified", MODIFIED_NAMES)
    above, under, every = shown
    dates = shown_dates(above, under, american=american)
    near = shown_dates((), under[:NEAR], american=american) if published else dates
    own = next((date.value for date in near if date.kind in {"", "published"}), None)
    changed = next((date.value for date in dates if date.kind == "updated"), None)
    if own and (not published or own[:10] not in {published[:10], (modified or "")[:10]}):
        published = own
    if changed and (not modified or modified[:10] != changed[:10]):
        modified = changed
    edition = own or changed or next((date.value for date in dates if date.value[:10] == (modified or "")[:10]), None)
    if edition and published and _is_first_edition(page, published, edition, every):
        published = found.first("published", [("date of the edition that readers see", edition)])
    found.first("published", [("date shown by the headline", own)])
    found.first("modified", [("date of change shown by the headline", changed)])
    if not published and not changed:
        in_address = date_in_address(found.url)
        in_scripts = date_in_scripts(page.root)
        shown_first = None if in_address or in_scripts else first_time(page.root, every, american=american)
        published = found.first(
            "published",
            [("script", in_scripts), ("address", in_address), ("first date in the page", shown_first)],
        )
    return published, modified


def _is_first_edition(page: _Page, published: str, edition: str, every: Sequence[Atom]) -> bool:
    """Whether structured data date the article, from before `edition`, to a day that readers see nowhere."""
    structured = [text_of(found.get("datePublished")) for found in page.linked] + page.marked_as("datePublished")
    if not any(structured) or published[:10] >= edition[:10]:
        return False
    return not any(is_of_day(atom.text, published[:10]) for atom in every)


def _writes_month_first(page: _Page, found: Metadata) -> bool:
    """Whether 04/02/2018 is the second of April on this page: in American English, and English that names no country."""
    languages = [found.language or "", page.of_meta(("og:locale", "language", "dc.language")) or ""]
    if any(re.fullmatch(r"en[-_](?!us)\w+", name, re.IGNORECASE) for name in languages):
        return any(re.fullmatch(r"en[-_]us", name, re.IGNORECASE) for name in languages[1:])
    host = urlsplit(found.url).hostname or "" if found.url else ""
    return languages[0].lower()[:2] in {"en", ""} and not _DAY_FIRST_SITES.search(host)


def _address(page: _Page) -> str | None:
    """The address that the page gives as its own."""
    links = [str(link) for link in page.root.xpath("//link[@rel='canonical']/@href")]
    for link in [*links, page.of_meta(("og:url", "twitter:url", "parsely-link"))]:
        if link and _URL.match(link) and _is_well_formed(link):
            return link
    return None


def _is_well_formed(link: str) -> bool:
    try:
        return bool(urlsplit(link).hostname)
    except ValueError:
        return False


def _language(page: HtmlElement) -> str | None:
    root = page if page.tag == "html" else page.getroottree().getroot()
    value = (root.get("lang") or root.get("xml:lang") or "").strip().replace("_", "-")
    return value if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", value) else None
