"""Bilateral meetings: exactly two different parties."""

from __future__ import annotations

import pytest

import refusals

from refusals import cases, check_order, check_refused, required
from summitry import (
    BilateralMeeting,
    Delegation,
    MeetingFormat,
    Period,
    Representative,
)
from summitry.errors import InvalidValue


CICA, CHINA = Delegation(organization="CICA"), Delegation(state="CHN")
GOOD = {"id": "cica-chn-2023", "delegations": [CICA, CHINA]}


def test_takes_what_people_write():
    """Two parties, in the order in which they are given."""
    meeting = BilateralMeeting(
        **GOOD,
        format="courtesy_call",
        modality="in_person",
        happened="held",
        since="2023-03-02",
        sidelines_of="nam-contact-group-2023",
        topics=["cooperation"],
        sources=["cica-press"],
    )

    assert ("CICA", "CHN") == meeting.parties
    assert MeetingFormat.COURTESY_CALL is meeting.format
    assert Period("2023-03-02", "2023-03-02") == meeting.period
    assert ("bilateral_meeting", "cica-chn-2023") == meeting.identity()


@cases(
    {
        "id": required(refusals.SLUG),
        "delegations": refusals.records("Delegation"),
        "format": refusals.word("phon", "phone", "expected one of tete_a_tete"),
        "modality": required(
            refusals.word("hybird", "hybrid", "expected one of in_person")
        ),
        "happened": required(refusals.word("hel", "held", "expected one of planned")),
        "since": refusals.DATE,
        "until": refusals.DATE,
        "place": refusals.record("Place"),
        "sidelines_of": refusals.SLUG,
        "topics": refusals.TEXTS,
        "outcomes": refusals.records("Outcome"),
        "sources": refusals.SLUGS,
        "note": refusals.TEXT,
    }
)
def test_refuses(field, bad):
    """Each field names itself, the value, and what would have been right."""
    check_refused(BilateralMeeting, GOOD, field, bad)


@pytest.mark.parametrize(
    "delegations, count",
    [([], 0), ([CICA], 1), ([CICA, CHINA, Delegation(state="AZE")], 3)],
)
def test_has_exactly_two_parties(delegations, count):
    """One delegation is no meeting, and three are no bilateral one."""
    with pytest.raises(InvalidValue) as caught:
        BilateralMeeting(id="x", delegations=delegations)

    expected = (
        "BilateralMeeting.delegations: a bilateral meeting has exactly two delegations, "
        f"not {count}"
    )
    assert expected == str(caught.value)


def test_has_two_parties_when_none_are_given():
    """Without delegations it is refused likewise: they have no default that is right."""
    with pytest.raises(InvalidValue, match="exactly two delegations, not 0"):
        BilateralMeeting(id="x")


@pytest.mark.parametrize(
    "one, other, party",
    [
        (CHINA, CHINA, "CHN"),
        (CICA, CICA, "CICA"),
        (
            CHINA,
            Delegation(state="CHN", representatives=[Representative(name="Li Hui")]),
            "CHN",
        ),
    ],
)
def test_nobody_meets_themselves(one, other, party):
    """Two delegations of one party are refused, whoever was in them."""
    with pytest.raises(InvalidValue) as caught:
        BilateralMeeting(id="x", delegations=[one, other])

    expected = f"BilateralMeeting.delegations: both delegations are of {party}"
    assert expected == str(caught.value)


def test_a_state_may_meet_the_body_of_the_same_letters():
    """Namibia may meet the Non-Aligned Movement."""
    two = [Delegation(state="NAM"), Delegation(organization="NAM")]

    assert ("NAM", "NAM") == BilateralMeeting(id="x", delegations=two).parties


def test_refuses_an_end_before_the_beginning():
    """A meeting does not close before it opens."""
    check_order(BilateralMeeting, GOOD)
