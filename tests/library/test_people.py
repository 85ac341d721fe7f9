"""Who is who across articles: sure links made, unsure ones offered, the reader's decisions kept for good."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest
from invented_people import Named, analysed, tell, thing

from reader.article import Correction, CorrectionKind, EntityKind, Span, anchor_of
from reader.library import Correct, Decide, Decision, DecisionKind, DeleteForever, Library, Order, Trash

ORG, PLACE = EntityKind.ORGANISATION, EntityKind.PLACE
SMITH = "John Smith"


def decide(library: Library, kind: DecisionKind, of: int, *, other: int | str = "", **values) -> None:  # type: ignore[no-untyped-def]
    row = library.people.row(of)
    assert row is not None
    other_row = library.people.row(other) if isinstance(other, int) else None
    key = other_row.key if other_row else str(other)
    library.perform(Decide(str(uuid.uuid4()), Decision(kind, row.key, key, **values), row.name))


def listed(library: Library, kind: EntityKind | None = EntityKind.PERSON) -> dict[str, tuple[int, int]]:
    """Name, articles and quotations of all of a kind."""
    return {row.name: (row.articles, row.quotes) for row in library.people.rows(kind)}


@pytest.fixture
def told(library: Library) -> Library:
    """Two articles about a harbour, with two names for one woman."""
    first = "Harbour master Ilse Brandt warned the council. “The lamp is old,” said Ilse Brandt of Tomas Wieck."
    tell(library, first, Named("Ilse Brandt", ("harbour master",), ("The lamp is old,",)), Named("Tomas Wieck"))
    second = "“Tomas Wieck pays nothing for it,” said Dr. Ilse H. Brandt. Brandt left. Elsa Brandt stayed."
    tell(
        library, second,
        Named("Dr. Ilse H. Brandt", ("physician",), ("Tomas Wieck pays nothing for it,",)), Named("Tomas Wieck"),
        Named("Elsa Brandt"), title="Second", outlet="Quay Times", published="2026-04-02",
    )  # fmt: skip
    return library


def test_spellings_of_one_name_are_one_and_numbers_are_kept(told: Library) -> None:
    assert listed(told) == {"Ilse Brandt": (2, 2), "Tomas Wieck": (2, 0), "Elsa Brandt": (1, 0)}
    assert [row.name for row in told.people.rows(words="bran", order=Order.NAME)] == ["Elsa Brandt", "Ilse Brandt"]
    page = told.people.page(thing(told, "Ilse Brandt"))
    assert [role.text for role in page.roles] == ["physician", "harbour master"]
    assert page.also == ("Dr. Ilse H. Brandt",)
    assert [(outlet.name, outlet.quotes) for outlet in page.outlets] == [("Harbour Post", 1), ("Quay Times", 1)]
    assert [(month.isoformat(), number) for month, number in page.months] == [("2026-03-01", 1), ("2026-04-01", 1)]


def test_the_fullest_of_the_last_roles_is_told_without_its_determiner(library: Library) -> None:
    roles = ("The chairman", "chairman of the Traders' Association", "the chairman")
    tell(library, "Piet Hansen spoke.", Named("Piet Hansen", roles))
    (row,) = library.people.rows(EntityKind.PERSON)
    assert row.role == "chairman of the Traders' Association"
    assert [role.text for role in library.people.page(row.id).roles] == [
        "chairman",
        "chairman of the Traders' Association",
    ]


def test_the_page_tells_quotes_newest_first_and_those_on_another(told: Library) -> None:
    ilse, tomas = thing(told, "Ilse Brandt"), thing(told, "Tomas Wieck")
    quotes = told.people.quotes(ilse)
    assert [(q.text, q.outlet, q.cue) for q in quotes] == [
        ("Tomas Wieck pays nothing for it,", "Quay Times", "said"),
        ("The lamp is old,", "Harbour Post", "said"),
    ]
    assert [q.text for q in told.people.quotes(ilse, about=tomas)] == ["Tomas Wieck pays nothing for it,"]
    assert told.people.quote_count(ilse, about=tomas) == 1
    (first, *_) = told.people.company(ilse)
    assert (first.thing.name, first.articles, first.said_of, first.said_by) == ("Tomas Wieck", 2, 1, 0)
    assert [(m.title, m.mentions) for m in told.people.articles(ilse)] == [("Second", 1), ("Untitled", 2)]


def test_a_person_and_a_place_of_one_name_stay_two(library: Library) -> None:
    tell(library, "Chelsea met Chelsea.", Named("Chelsea"), Named("Chelsea", kind=PLACE))
    assert len(library.people.rows(EntityKind.PERSON)) == len(library.people.rows(PLACE)) == 1


@pytest.mark.parametrize(
    ("name", "one", "two", "company", "same"),
    [
        (SMITH, ("striker",), ("finance minister",), "", False),
        (SMITH, (), (), "", False),
        (SMITH, ("striker",), ("former striker",), "", True),
        (SMITH, (), (), "Nora Quist", True),
        ("Orlena Vashti", ("striker",), ("finance minister",), "", False),
        ("Orlena Vashti", ("striker",), ("team captain",), "", True),
        ("Orlena Vashti", (), ("poet",), "", True),
    ],
    ids=["two roles", "a common name alone", "a role in common", "company", "fields apart", "one field", "a rare name"],
)
def test_what_is_unsure_is_offered_and_not_made(
    library: Library, name: str, one: tuple[str, ...], two: tuple[str, ...], company: str, same: bool
) -> None:
    others = [Named(company), Named("Per Aune")] if company else []
    tell(library, f"{name} came. {company} too. Per Aune left.", Named(name, one), *others)
    tell(library, f"Later {name} went. {company} as well. So did Per Aune.", Named(name, two), *others, title="Later")
    found = [row for row in library.people.rows() if row.name == name]
    assert len(found) == (1 if same else 2)
    offers = library.people.page(found[0].id).offers
    assert [offer.other.id for offer in offers] == ([] if same else [found[1].id])


def test_a_surname_alone_is_offered(library: Library) -> None:
    tell(library, "Orlena Vashti sang.", Named("Orlena Vashti"))
    tell(library, "Vashti sang again.", Named("Vashti"), title="Again")
    page = library.people.page(thing(library, "Vashti"))
    assert [offer.other.name for offer in page.offers] == ["Orlena Vashti"]
    decide(library, DecisionKind.NEVER, page.row.id, other=page.offers[0].other.id)
    assert not library.people.page(page.row.id).offers
    library.undo()
    assert library.people.page(page.row.id).offers


def test_a_merge_adds_up_is_undone_and_replayed(told: Library) -> None:
    ilse, elsa = thing(told, "Ilse Brandt"), thing(told, "Elsa Brandt")
    decide(told, DecisionKind.SAME, elsa, other=ilse)
    assert listed(told) == {"Ilse Brandt": (2, 2), "Tomas Wieck": (2, 0)}
    assert told.people.page(elsa).row.id == ilse
    tell(told, "“We row,” said Elsa Brandt.", Named("Elsa Brandt", (), ("We row,",)), title="Third")
    assert listed(told)["Ilse Brandt"] == (3, 3)
    assert [q.text for q in told.people.quotes(ilse)][:1] != [] and told.people.quote_count(ilse) == 3
    told.undo()  # the article goes into the trash
    assert listed(told)["Ilse Brandt"] == (2, 2)
    told.undo()
    assert listed(told) == {"Ilse Brandt": (2, 2), "Tomas Wieck": (2, 0), "Elsa Brandt": (1, 0)}
    told.redo()
    assert "Elsa Brandt" not in listed(told)


def test_a_split_moves_the_articles_and_holds_after_a_new_analysis(told: Library) -> None:
    ilse = thing(told, "Ilse Brandt")
    decide(told, DecisionKind.APART, ilse, other="person:ilse brandt/2", articles=(2,))
    rows = {row.key: (row.articles, row.quotes) for row in told.people.rows(words="ilse")}
    assert rows == {"person:ilse brandt": (1, 1), "person:ilse brandt/2": (1, 1)}
    text = told.opened(2).article.text
    told.store_analysis(2, analysed(text, (Named("Ilse H. Brandt"), Named("Tomas Wieck"))))
    rows = {row.key: (row.articles, row.quotes) for row in told.people.rows(words="ilse")}
    assert rows == {"person:ilse brandt": (1, 1), "person:ilse brandt/2": (1, 0)}
    told.undo()
    assert listed(told)["Ilse Brandt"] == (2, 1)


def test_two_that_are_merged_and_split_off_together_go_apart_again(told: Library) -> None:
    tell(told, "“Yes,” said Elsa Brandt. “No,” said Per Aune.", Named("Elsa Brandt", (), ("Yes,",)), Named("Per Aune", (), ("No,",)), title="Third")  # fmt: skip
    before = listed(told)
    elsa, per = thing(told, "Elsa Brandt"), thing(told, "Per Aune")
    decide(told, DecisionKind.SAME, elsa, other=per)
    decide(told, DecisionKind.APART, per, other="person:per aune/2", articles=(3,))
    told.undo()
    told.undo()
    assert listed(told) == before
    assert [quote.text for quote in told.people.quotes(per)] == ["No,"]
    assert [quote.text for quote in told.people.quotes(elsa)] == ["Yes,"]


def test_names_kinds_and_rejections(told: Library) -> None:
    elsa = thing(told, "Elsa Brandt")
    decide(told, DecisionKind.NAME, elsa, name="Elsa Brandt-Moen")
    assert [row.name for row in told.people.rows(words="moen")] == ["Elsa Brandt-Moen"]
    decide(told, DecisionKind.KIND, elsa, as_kind=ORG)
    assert listed(told, ORG) == {"Elsa Brandt-Moen": (1, 0)}
    decide(told, DecisionKind.REJECT, elsa)
    assert listed(told, ORG) == {}
    assert listed(told, None) == {"Elsa Brandt-Moen": (1, 0)}
    decide(told, DecisionKind.ACCEPT, elsa)
    for _ in range(4):
        told.undo()
    assert listed(told)["Elsa Brandt"] == (1, 0)


def test_decisions_come_back_from_the_journal(told: Library, folder: Path) -> None:
    decide(told, DecisionKind.SAME, thing(told, "Elsa Brandt"), other=thing(told, "Ilse Brandt"))
    wanted = listed(told)
    backup = told.backup()
    told.undo()
    told.close()
    Library.restore(folder, backup.path, replay=False)
    with Library.open(folder) as again:
        assert listed(again) == wanted
        again.close()
    Library.restore(folder, backup.path, replay=True)


def test_the_trash_and_what_is_deleted_do_not_count(told: Library) -> None:
    told.perform(Trash((2,)))
    assert listed(told) == {"Ilse Brandt": (1, 1), "Tomas Wieck": (1, 0)}
    assert told.people.quote_count(thing(told, "Ilse Brandt")) == 1
    told.undo()
    assert listed(told)["Ilse Brandt"] == (2, 2)
    told.perform(Trash((1,)))
    told.perform(DeleteForever((1, 2)))
    assert listed(told) == {}


def test_a_corrected_speaker_counts(told: Library) -> None:
    text = told.opened(1).article.text
    anchor = anchor_of(text, Span(text.index("The lamp"), text.index("The lamp") + len("The lamp is old,")))
    told.perform(Correct(str(uuid.uuid4()), 1, Correction(CorrectionKind.SPEAKER, anchor, "Tomas Wieck")))
    assert listed(told)["Tomas Wieck"] == (2, 1)
    told.perform(Correct(str(uuid.uuid4()), 1, Correction(CorrectionKind.SPEAKER, anchor, "Nils Brekke")))
    assert listed(told)["Nils Brekke"] == (1, 1)
    assert told.people.speaker(1, 0) == thing(told, "Nils Brekke")


def test_what_was_analysed_before_is_linked(told: Library) -> None:
    with told._store.writing() as connection:
        for name in ("links", "said", "said_about", "roles", "tellings", "things", "thing_names"):
            connection.exec_driver_sql(f"DELETE FROM {name}")
    assert listed(told) == {} and told.people.unlinked(9) == [2, 1]
    told.people.link(told.people.unlinked(9))
    assert listed(told)["Tomas Wieck"] == (2, 0) and not told.people.unlinked()
