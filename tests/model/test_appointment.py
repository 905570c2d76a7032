"""Appointments: who held a post of an organization, and when."""

from __future__ import annotations

import refusals

from refusals import cases, check_order, check_refused, required
from summitry import Appointment, Capacity, Level


GOOD = {"name": "Hans Blix", "organization": "IAEA", "post": "Director General"}


def test_takes_what_people_write():
    """A person, the body, the post; rank and capacity are those of most."""
    term = Appointment(**GOOD, state="SWE", since="1981-12-01", until="1997-11-30")

    assert Level.HEAD_OF_ORGANIZATION is term.level
    assert Capacity.SUBSTANTIVE is term.capacity
    assert term.period.contains("1997-11-30").certain


def test_identity():
    """Body, post, person, capacity and first day tell a term from every other."""
    term = Appointment(**GOOD, since="1981-12-01")
    others = [
        Appointment(**GOOD, since="1981"),
        Appointment(**GOOD, since="1981-12-01", capacity="acting"),
        Appointment(**GOOD | {"name": "Sigvard Eklund"}, since="1981-12-01"),
        Appointment(**GOOD | {"post": "Deputy"}, since="1981-12-01"),
        Appointment(**GOOD | {"organization": "UN"}, since="1981-12-01"),
    ]

    assert len(others) + 1 == len({each.identity() for each in (term, *others)})
    same = Appointment(**GOOD, since="1981-12-01", state="SWE", note="n")
    assert term.identity() == same.identity()


def test_sorts_by_body_then_time():
    """Terms come in the order in which they were held; one without a start goes first."""
    terms = [
        Appointment(**GOOD | {"name": "C"}, since="1981"),
        Appointment(**GOOD | {"name": "B"}, since="1961"),
        Appointment(**GOOD | {"name": "D", "organization": "FAO"}, since="2019"),
        Appointment(**GOOD | {"name": "A"}),
    ]

    assert ["D", "A", "B", "C"] == [term.name for term in sorted(terms)]


@cases(
    {
        "name": required(refusals.TEXT),
        "organization": required(refusals.ORGANIZATION),
        "state": refusals.STATE,
        "post": required(refusals.TEXT),
        "level": required(
            refusals.word("ministre", "minister", "expected one of head_of_state")
        ),
        "person_id": refusals.TEXT,
        "capacity": required(
            refusals.word("activ", "acting", "expected one of substantive")
        ),
        "since": refusals.DATE,
        "until": refusals.DATE,
        "sources": refusals.SLUGS,
        "note": refusals.TEXT,
    }
)
def test_refuses(field, bad):
    """Each field names itself, the value, and what would have been right."""
    check_refused(Appointment, GOOD, field, bad)


def test_refuses_an_end_before_the_beginning():
    """A term does not end before it begins."""
    check_order(Appointment, GOOD)
