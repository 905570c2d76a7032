"""Memberships: spells of states and of organizations in organizations."""

from __future__ import annotations

from datetime import date

import pytest

import refusals

from refusals import cases, check_order, check_refused, required
from summitry import (
    Answer,
    Entry,
    Exit,
    MemberOrganization,
    Membership,
    MemberState,
    PartialDate,
    Standing,
    Status,
)
from summitry.errors import InvalidValue


STATE = {"organization": "NAM", "state": "AZE"}
BODY = {"organization": "NAM", "member_organization": "AU"}
SHARED = {
    "organization": required(refusals.ORGANIZATION),
    "status": required(refusals.word("obsever", "observer", "expected one of member")),
    "status_label": refusals.TEXT,
    "standing": required(
        refusals.word("suspendd", "suspended", "expected one of active")
    ),
    "since": refusals.DATE,
    "until": refusals.DATE,
    "entry": refusals.word("aceded", "acceded", "expected one of founded"),
    "exit": refusals.word("witdrew", "withdrew", "expected one of withdrew"),
    "sources": refusals.SLUGS,
    "note": refusals.TEXT,
}


def test_takes_what_people_write():
    """Words and texts become enumerations and dates."""
    spell = MemberState(
        organization="EU",
        state="GBR",
        status="member",
        status_label="Member State",
        standing=Standing.ACTIVE,
        since=date(1973, 1, 1),
        until="2020-01-31",
        entry="acceded",
        exit=Exit.WITHDREW,
        sources=["teu"],
        note="Article 50.",
    )

    assert Status.MEMBER is spell.status
    assert Standing.ACTIVE is spell.standing
    assert Entry.ACCEDED is spell.entry
    assert Exit.WITHDREW is spell.exit
    assert PartialDate("1973-01-01") == spell.since
    assert Answer.CERTAIN is spell.period.contains("2020-01-31")
    assert Answer.NO is spell.period.contains("2020-02-01")
    assert "GBR" == spell.party


def test_defaults():
    """A spell of which nothing else is said is an active member's, with open ends."""
    for spell in (MemberState(**STATE), MemberOrganization(**BODY)):
        assert isinstance(spell, Membership)
        assert Status.MEMBER is spell.status
        assert Standing.ACTIVE is spell.standing
        assert spell.since is spell.until is spell.entry is spell.exit is None
        assert () == spell.sources


def test_party():
    """Of either kind the party is who belongs."""
    assert "AZE" == MemberState(**STATE).party
    assert "AU" == MemberOrganization(**BODY).party


def test_identity():
    """Body, party, status, standing and first day tell a spell from every other."""
    spell = MemberState(**STATE, since="2011")
    others = [
        MemberState(organization="UN", state="AZE", since="2011"),
        MemberState(organization="NAM", state="CUB", since="2011"),
        MemberState(**STATE, since="2011", status="observer"),
        MemberState(**STATE, since="2011", standing="suspended"),
        MemberState(**STATE, since="2012"),
        MemberOrganization(**BODY, since="2011"),
    ]

    assert len(others) + 1 == len({each.identity() for each in (spell, *others)})
    assert spell.identity() == MemberState(**STATE, since="2011", note="n").identity()


def test_bounds():
    """As of a day, what has no end still holds; afterwards it may."""
    spell = MemberState(**STATE, since="2011")
    day = date(2025, 8, 1).toordinal()

    first, last, surely, until = spell.bounds(day)

    assert date(2011, 1, 1).toordinal() == first
    assert date(2011, 12, 31).toordinal() == surely
    assert date.max.toordinal() == last
    assert day == until


@cases({**SHARED, "state": required(refusals.STATE)})
def test_a_state_refuses(field, bad):
    """Each field names itself, the value, and what would have been right."""
    check_refused(MemberState, STATE, field, bad)


@cases({**SHARED, "member_organization": required(refusals.ORGANIZATION)})
def test_an_organization_refuses(field, bad):
    """Each field names itself, the value, and what would have been right."""
    check_refused(MemberOrganization, BODY, field, bad)


def test_refuses_an_end_before_the_beginning():
    """Nobody leaves before they join."""
    check_order(MemberState, STATE)
    check_order(MemberOrganization, BODY)


def test_an_organization_cannot_belong_to_itself():
    """The two ids differ; a state and a body may share letters."""
    with pytest.raises(InvalidValue) as caught:
        MemberOrganization(organization="NAM", member_organization="NAM")

    expected = "MemberOrganization.member_organization: NAM cannot belong to itself"
    assert expected == str(caught.value)
    assert "NAM" == caught.value.value
    assert "NAM" == MemberState(organization="NAM", state="NAM").party


def test_the_base_has_no_party():
    """Only the two kinds that exist say who belongs."""
    with pytest.raises(NotImplementedError):
        Membership(organization="NAM").party  # noqa: B018
