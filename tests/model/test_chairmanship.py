"""Chairmanships: who presided over a body, and which persons did so for it."""

from __future__ import annotations

import pytest

import refusals

from refusals import cases, check_order, check_refused, required
from summitry import Chair, ChairForm, Chairmanship
from summitry.errors import InvalidValue


GOOD = {"organization": "NAM", "state": "AZE"}


def test_takes_what_people_write():
    """Persons have their posts and, where they changed, their own periods."""
    term = Chairmanship(
        organization="NAM",
        state="EGY",
        chairs=[
            Chair(name="Hosni Mubarak", post="President", until="2011-02-11"),
            Chair(name="Mohamed Morsi", since="2012-06-30", person_id="Q313149"),
        ],
        form="rotating",
        since="2009-07-16",
        until="2012-08-30",
        sources=["nam-chairs"],
    )

    assert "EGY" == term.party
    assert ChairForm.ROTATING is term.form
    assert ["Hosni Mubarak", "Mohamed Morsi"] == [chair.name for chair in term.chairs]
    assert term.chairs[0].since is None
    assert "AU" == Chairmanship(organization="G77", chair_organization="AU").party


def test_identity():
    """Body, holder and first day tell a term from every other."""
    term = Chairmanship(**GOOD, since="2019-10-25")
    others = [
        Chairmanship(**GOOD, since="2019"),
        Chairmanship(organization="NAM", state="UGA", since="2019-10-25"),
        Chairmanship(organization="NAM", chair_organization="AZE", since="2019-10-25"),
        Chairmanship(organization="UN", state="AZE", since="2019-10-25"),
    ]

    assert len(others) + 1 == len({each.identity() for each in (term, *others)})
    assert (
        term.identity() == Chairmanship(**GOOD, since="2019-10-25", note="n").identity()
    )


def test_sorts_by_body_then_time():
    """Terms come in the order in which they were held; one without a start goes first."""
    terms = [
        Chairmanship(organization="NAM", state="UGA", since="2024-01-19"),
        Chairmanship(organization="NAM", state="AZE", since="2019-10-25"),
        Chairmanship(organization="CICA", state="KAZ", since="2020"),
        Chairmanship(organization="NAM", state="YUG"),
    ]

    assert ["KAZ", "YUG", "AZE", "UGA"] == [term.party for term in sorted(terms)]


@cases(
    {
        "organization": required(refusals.ORGANIZATION),
        "state": refusals.STATE,
        "chairs": refusals.records("Chair"),
        "form": refusals.word("rotation", "rotating", "expected one of rotating"),
        "since": refusals.DATE,
        "until": refusals.DATE,
        "sources": refusals.SLUGS,
        "note": refusals.TEXT,
    }
)
def test_refuses(field, bad):
    """Each field names itself, the value, and what would have been right."""
    check_refused(Chairmanship, GOOD, field, bad)


@cases({"chair_organization": refusals.ORGANIZATION})
def test_refuses_for_an_organization(field, bad):
    """An organization in the chair is given by an id."""
    check_refused(
        Chairmanship, {"organization": "NAM", "chair_organization": "AU"}, field, bad
    )


@cases(
    {
        "name": required(refusals.TEXT),
        "post": refusals.TEXT,
        "person_id": refusals.TEXT,
        "since": refusals.DATE,
        "until": refusals.DATE,
    }
)
def test_a_person_refuses(field, bad):
    """A person in the chair has a name, and perhaps a post."""
    check_refused(Chair, {"name": "Ilham Aliyev"}, field, bad)


@pytest.mark.parametrize(
    "holders, given",
    [
        ({}, "neither is given"),
        ({"state": None, "chair_organization": None}, "neither is given"),
        ({"state": "AZE", "chair_organization": "AU"}, "both are given"),
    ],
)
def test_is_held_by_a_state_or_an_organization(holders, given):
    """One of the two holds the chair, and not both."""
    with pytest.raises(InvalidValue) as caught:
        Chairmanship(organization="NAM", **holders)

    expected = f"Chairmanship.state: give either state or chair_organization: {given}"
    assert expected == str(caught.value)


def test_refuses_an_end_before_the_beginning():
    """Neither the term nor a person's part of it ends before it begins."""
    check_order(Chairmanship, GOOD)
    check_order(Chair, {"name": "Ilham Aliyev"})
