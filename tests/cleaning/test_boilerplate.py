"""What surrounds an article: every rule knows lines that no other rule knows, and none takes prose for a label."""

from __future__ import annotations

import pytest

from reader.cleaning.boilerplate import CREDIT, LONGEST_CHARACTERS, RELATED, RULES, boilerplate

CAUGHT: dict[str, tuple[str, ...]] = {
    "registration wall": (
        "Please register or sign in to continue reading",
        "Subscribe to unlock this article",
        "Create a free account to read more",
        "Log in",
        "Sign up now",
    ),
    "registration offer": (
        "Registration is free and takes a minute",
        "By registering you agree to hear from us about the harbour",
        "Already have an account? Sign in",
        "Thank you for subscribing",
        "Please refresh your browser once you have paid",
        "This article is for subscribers only",
        "You have reached your limit of free stories",
        "Start your free trial",
        "Forgotten your password?",
    ),
    "form notice": (
        "This site is protected by reCAPTCHA",
        "Our terms of use and our privacy policy tell you more",
        "I have seen the privacy notice and the terms of service",
    ),
    "consent": (
        "Accept all",
        "Manage preferences",
        "Manage options",
        "We and our 412 partners store information on a device",
        "We use cookies to measure who visits",
        "Alle Cookies akzeptieren",
        "Accepter et continuer",
    ),
    "newsletter": (
        "Get the Tarnby briefing every morning",
        "Enter your email address",
        "The day's tides, straight to your inbox",
        "Newsletter abonnieren",
        "Please enter a valid e-mail address",
    ),
    "comments": (
        "Join our commenting forum",
        "Join thought-provoking conversations",
        "View all 12 comments",
        "Show comments",
        "Leave a comment",
        "Comments are closed",
        "Have your say",
    ),
    "advert": ("ADVERTISEMENT", "Sponsored content", "Story continues below", "Skip past advertisement", "Anzeige", "Shop now"),
    "sharing": (
        "Share",
        "Facebook | WhatsApp | Copy link",
        "ShareTweetEmail",
        "1,204 shares",
        "Follow us",
        "Listen to this article",
        "Teilen",
    ),
    "navigation": ("Skip to main content", "Menu", "Politics", "Tags: harbours, ferries", "Page 2 of 3", "Next article"),
    "other stories": ("Most read", "Related stories", "Read next", "Editor’s picks", "You may also like", "Mehr zum Thema"),
    "footer": ("© 2031 The Tarnby Courier", "All rights reserved", "Terms of use", "Contact us", "Reuse this content"),
    "page mechanics": ("Loading…", "4 min read", "Enable JavaScript", "Image 1 of 9", "3 hours ago", "Sorry, this video is gone", "Lesezeit: 3 Minuten", "Updated at 1:23 p.m."),
}  # fmt: skip


def test_every_rule_has_lines_of_its_own() -> None:
    assert set(CAUGHT) == {rule.name for rule in RULES}


@pytest.mark.parametrize(
    ("name", "line"), [pytest.param(name, line, id=line[:40]) for name, lines in CAUGHT.items() for line in lines]
)
def test_the_rule_catches_the_line(name: str, line: str) -> None:
    found = boilerplate(line)
    assert found is not None
    assert found.name == name
    assert found.why.startswith("It ")
    assert found.why.endswith(".")


@pytest.mark.parametrize("name", CAUGHT)
def test_the_rule_is_needed(name: str) -> None:
    """Without the rule, a line of its own would stay on the page."""
    others = [rule for rule in RULES if rule.name != name]
    alone = [line for line in CAUGHT[name] if not any(rule.holds(line) for rule in others)]
    assert alone


PROSE = (
    "Voters must register by Friday to read the plans in full, the clerk said, and few have.",
    "She will share the prize with her brother.",
    "Share prices fell after the harbour company gave up its plans for a second dock.",
    "The council said it would use cookies baked by the school to raise money for the roof.",
    "Ministers are already registered with the ethics office, a spokesman said on Monday.",
    "Follow the river north and you reach the mill, which closed in 1962.",
    "More than forty boats were in the harbour when the storm came.",
    "The newsletter that the parish sent out on Sunday did not mention the fire.",
    "Comments by the minister were met with silence in Tarnby.",
    "Skipping to the end of the report, he read out the last line twice.",
    "Advertising on the old pier will be allowed again from May, the owners said.",
    "Copyright law was never meant for this, the judge wrote.",
    "Related charges against the two brothers were dropped last year.",
    "Loading a ship of that size takes two days and sixty people.",
    "Terms of the sale and the privacy of the family were not discussed, said Ann Sharpe.",
    "Get up early and you will see the seals, said Tom Reed, who has emailed no one about them.",
    "Join us or go home, he told the crowd.",
    "The videos were sold to a museum.",
    "Subscribers to the theory are few.",
    "It has always been the most read book in the valley.",
    "“Sign in to what?” she asked.",
    "Nobody may reproduce the seal without leave.",
)


@pytest.mark.parametrize("line", PROSE, ids=lambda line: line[:40])
def test_prose_that_speaks_of_the_same_things_stays(line: str) -> None:
    found = boilerplate(line)
    assert found is None, found and found.name


@pytest.mark.parametrize("name", CAUGHT)
def test_a_paragraph_is_never_taken(name: str) -> None:
    rest = " and the harbour master, who had waited for the ferry all day, went home to his dinner in the rain"
    assert boilerplate(CAUGHT[name][0] + rest * 6) is None


@pytest.mark.parametrize("line", ["", "   ", "x" * (LONGEST_CHARACTERS + 1)], ids=["nothing", "spaces", "very long"])
def test_what_no_rule_looks_at(line: str) -> None:
    assert boilerplate(line) is None


@pytest.mark.parametrize("word", ["share", "like", "x", "email", "to ", "register to ", "privacy ", "loading "])
def test_no_line_takes_a_rule_for_ever(word: str) -> None:
    """An ambiguous pattern would try each way to read a line of buttons: this one would outlast the tests' time."""
    line = (word * 200)[: LONGEST_CHARACTERS - 1] + "!"
    assert [rule.name for rule in RULES if rule.holds(line)] == []


@pytest.mark.parametrize(
    ("line", "is_related"),
    [
        ("Read more: Ferry company to buy two ships", True),
        ("Lire aussi : Le port ferme", True),
        ("RELATED | The mill that came back", True),
        ("Watch – The seals return", True),
        ("Read more books, the teacher told them.", False),
        ("Related: ", False),
        ("More than ten: that was the count", False),
    ],
)
def test_lines_that_lead_to_another_story(line: str, is_related: bool) -> None:
    assert bool(RELATED.match(line)) is is_related


@pytest.mark.parametrize(
    ("line", "is_credit"),
    [
        ("Photo: Ann Sharpe", True),
        ("Photograph by Tom Reed/Tarnby Archive", True),
        ("(Image courtesy of the harbour museum)", True),
        ("Getty Images", True),
        ("AFP/Getty", True),
        ("Foto: Jana Weil", True),
        ("A photo by Ann Sharpe hangs in the hall", False),
        ("Photography was invented later", False),
        ("Reuters said it had no comment", False),
    ],
)
def test_lines_that_credit_a_picture(line: str, is_credit: bool) -> None:
    assert bool(CREDIT.match(line)) is is_credit
