"""Organizations, and the statements of what is complete about them."""

from __future__ import annotations

import pytest

import refusals

from refusals import cases, check_order, check_refused, required
from summitry import (
    Answer,
    Coverage,
    CoverageOf,
    Identifiers,
    Name,
    Organization,
    OrganizationForm,
    PartialDate,
    Period,
    Place,
)
from summitry.errors import InvalidPeriod


GOOD = {"id": "NAM", "name": "Non-Aligned Movement"}
COVERAGE = {"of": "members"}


def test_takes_what_people_write():
    """Words, texts and lists become enumerations, dates and tuples."""
    oic = Organization(
        id="OIC",
        name="Organisation of Islamic Cooperation",
        names=[
            Name(text="Organization of the Islamic Conference", until="2011-06-28"),
            Name(text="Organisation de la coopération islamique", language="fr"),
        ],
        acronyms=["OIC"],
        form="treaty_organization",
        since="1969-09-25",
        preceded_by=["XYZ"],
        part_of="UN",
        seat=Place(city="Jeddah", state="SAU"),
        website="https://www.oic-oci.org/",
        ids={"wikidata": "Q47543"},
        coverage=(Coverage(of="members", since="1969-09-25") for _ in range(1)),
        sources=["oic-charter"],
        note="A note.",
    )

    assert PartialDate("1969-09-25") == oic.since
    assert oic.until is None
    assert OrganizationForm.TREATY_ORGANIZATION is oic.form
    assert ("OIC",) == oic.acronyms
    assert Identifiers({"wikidata": "Q47543"}) == oic.ids
    assert CoverageOf.MEMBERS is oic.coverage[0].of
    assert PartialDate("2011-06-28") == oic.names[0].until
    assert "fr" == oic.names[1].language
    assert "SAU" == oic.seat.state
    assert ("organization", "OIC") == oic.identity()


def test_needs_only_an_id_and_a_name():
    """Whatever else is not known is left out."""
    nam = Organization(**GOOD)

    assert Period() == nam.period
    assert nam.form is nam.seat is nam.website is nam.part_of is nam.note is None
    assert () == nam.names == nam.acronyms == nam.coverage == nam.sources
    assert Identifiers() == nam.ids


def test_existed():
    """Its period answers whether it was there."""
    oau = Organization(id="OAU", name="O", since="1963-05-25", until="2002-07-08")

    assert Answer.CERTAIN is oau.period.contains("2002-07-08")
    assert Answer.NO is oau.period.contains("2002-07-09")


@pytest.mark.parametrize("identifier", ["NAM", "G77", "SCO-RATS", "A", "UN-1-B"])
def test_ids(identifier):
    """An id is capitals and digits in groups, beginning with a letter."""
    assert identifier == Organization(id=identifier, name="N").id


@cases(
    {
        "id": required(refusals.ORGANIZATION),
        "name": required(refusals.TEXT),
        "names": refusals.records("Name"),
        "acronyms": refusals.TEXTS,
        "form": refusals.word("forun", "forum", "expected one of treaty_organization"),
        "since": refusals.DATE,
        "until": refusals.DATE,
        "part_of": refusals.ORGANIZATION,
        "preceded_by": refusals.ORGANIZATIONS,
        "seat": refusals.record("Place"),
        "website": refusals.URL,
        "ids": refusals.IDENTIFIERS,
        "coverage": refusals.records("Coverage"),
        "reviewed": refusals.DATE,
        "sources": refusals.SLUGS,
        "note": refusals.TEXT,
    }
)
def test_refuses(field, bad):
    """Each field names itself, the value, and what would have been right."""
    check_refused(Organization, GOOD, field, bad)


@cases(
    {
        "of": required(
            refusals.word("member", "members", "expected one of members, observers")
        ),
        "since": refusals.DATE,
        "until": refusals.DATE,
    }
)
def test_coverage_refuses(field, bad):
    """A coverage says of what it is, and for when."""
    check_refused(Coverage, COVERAGE, field, bad)


def test_refuses_an_end_before_the_beginning():
    """Neither a body nor a coverage ends before it begins."""
    check_order(Organization, GOOD)
    check_order(Coverage, COVERAGE)


def test_a_partly_known_end_may_come_first():
    """Ends are refused only when they cannot be in order."""
    assert Organization(**GOOD, since="1961-09", until="1961").until
    with pytest.raises(InvalidPeriod):
        Organization(**GOOD, since="1961-09", until="1961-08")
