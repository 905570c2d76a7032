"""Summits: meetings of organizations."""

from __future__ import annotations

import pytest

import refusals

from refusals import cases, check_order, check_refused, required
from summitry import (
    Answer,
    Delegation,
    Happened,
    Modality,
    Outcome,
    Period,
    Place,
    Summit,
    SummitKind,
)
from summitry.errors import InvalidValue


GOOD = {"id": "nam-1961", "name": "1st Summit"}


def test_takes_what_people_write():
    """All that is known of a summit."""
    belgrade = Summit(
        id="nam-1961",
        organizations=["NAM"],
        name="1st Summit",
        number=1,
        kind="ordinary",
        modality=Modality.IN_PERSON,
        happened="held",
        place=Place(city="Belgrade", state="YUG"),
        host="YUG",
        since="1961-09-01",
        until="1961-09-06",
        chair=Delegation(state="YUG"),
        delegations=[Delegation(state="YUG"), Delegation(state="EGY")],
        topics=["peace"],
        outcomes=[Outcome(title="Belgrade Declaration")],
        sources=["wikipedia-nam"],
    )

    assert SummitKind.ORDINARY is belgrade.kind
    assert Happened.HELD is belgrade.happened
    assert ("YUG", "EGY") == belgrade.parties
    assert "Belgrade" == belgrade.place.city
    assert ("summit", "nam-1961") == belgrade.identity()
    assert Answer.CERTAIN is belgrade.period.contains("1961-09-06")


def test_without_an_end_it_lasted_a_day():
    """A meeting of which only the first day is given was of that day."""
    baku = Summit(**GOOD, since="2023-03-02")

    assert Period("2023-03-02", "2023-03-02") == baku.period
    assert Answer.NO is baku.period.contains("2023-03-03")
    day = baku.since.first_ordinal
    assert (day, day, day, day) == baku.bounds(0)


def test_without_a_date_it_may_have_been_any_day():
    """It happened, and when is not known."""
    assert Period("XXXX", "XXXX") == Summit(**GOOD).period


@cases(
    {
        "id": required(refusals.SLUG),
        "organizations": refusals.ORGANIZATIONS,
        "name": required(refusals.TEXT),
        "number": refusals.NUMBER,
        "kind": required(
            refusals.word("ministeral", "ministerial", "expected one of ordinary")
        ),
        "modality": required(
            refusals.word("virtul", "virtual", "expected one of in_person")
        ),
        "happened": required(
            refusals.word("canceled", "cancelled", "expected one of planned")
        ),
        "place": refusals.record("Place"),
        "host": refusals.STATE,
        "since": refusals.DATE,
        "until": refusals.DATE,
        "chair": refusals.record("Delegation"),
        "delegations": refusals.records("Delegation"),
        "topics": refusals.TEXTS,
        "outcomes": refusals.records("Outcome"),
        "sources": refusals.SLUGS,
        "note": refusals.TEXT,
    }
)
def test_refuses(field, bad):
    """Each field names itself, the value, and what would have been right."""
    check_refused(Summit, GOOD, field, bad)


def test_refuses_a_party_that_is_there_twice():
    """Each party has one delegation; all that have more are named."""
    there = [Delegation(state=code) for code in ("YUG", "EGY", "YUG", "EGY", "IND")]

    with pytest.raises(InvalidValue) as caught:
        Summit(**GOOD, delegations=there)

    expected = "Summit.delegations: EGY, YUG has more than one delegation"
    assert expected == str(caught.value)


def test_a_state_and_a_body_of_the_same_letters_are_two_parties():
    """Namibia may come to a summit of the Non-Aligned Movement."""
    there = [Delegation(state="NAM"), Delegation(organization="NAM")]

    assert ("NAM", "NAM") == Summit(**GOOD, delegations=there).parties


def test_refuses_an_end_before_the_beginning():
    """A meeting does not close before it opens."""
    check_order(Summit, GOOD)
