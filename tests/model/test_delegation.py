"""Delegations: the parties to a meeting, and the persons who spoke for them."""

from __future__ import annotations

import pytest

import refusals

from refusals import cases, check_refused, required
from summitry import Delegation, Level, Representative
from summitry.errors import InvalidValue


def test_takes_what_people_write():
    """The first representative heads the delegation."""
    delegation = Delegation(
        organization="CICA",
        representatives=[
            Representative(
                name="Kairat Sarybay",
                post="Secretary General",
                level="head_of_organization",
                person_id="Q4410116",
            ),
            Representative(name="An adviser", level=Level.ADVISER),
        ],
    )

    assert "CICA" == delegation.party
    assert "Kairat Sarybay" == delegation.head.name
    assert Level.HEAD_OF_ORGANIZATION is delegation.head.level
    assert Level.ADVISER is delegation.representatives[1].level


def test_may_be_nameless():
    """A party whose persons are not recorded is still a party."""
    delegation = Delegation(state="CHN")

    assert "CHN" == delegation.party
    assert delegation.head is None
    assert () == delegation.representatives


def test_a_state_is_not_the_body_of_the_same_letters():
    """Namibia is not the Non-Aligned Movement."""
    assert Delegation(state="NAM") != Delegation(organization="NAM")


@pytest.mark.parametrize(
    "parties, given",
    [
        ({}, "neither is given"),
        ({"state": "CHN", "organization": "CICA"}, "both are given"),
    ],
)
def test_is_of_a_state_or_an_organization(parties, given):
    """A delegation is of one party."""
    with pytest.raises(InvalidValue) as caught:
        Delegation(**parties)

    expected = f"Delegation.state: give either state or organization: {given}"
    assert expected == str(caught.value)


@cases({"state": refusals.STATE, "representatives": refusals.records("Representative")})
def test_refuses(field, bad):
    """Each field names itself, the value, and what would have been right."""
    check_refused(Delegation, {"state": "CHN"}, field, bad)


@cases({"organization": refusals.ORGANIZATION})
def test_refuses_for_an_organization(field, bad):
    """An organization is given by an id."""
    check_refused(Delegation, {"organization": "CICA"}, field, bad)


@cases(
    {
        "name": required(refusals.TEXT),
        "post": refusals.TEXT,
        "level": refusals.word("miniter", "minister", "expected one of head_of_state"),
        "person_id": refusals.TEXT,
    }
)
def test_a_person_refuses(field, bad):
    """A person has a name; a post and a level where they are known."""
    check_refused(Representative, {"name": "Li Hui"}, field, bad)
