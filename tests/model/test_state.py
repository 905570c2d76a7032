"""States of the user's own making."""

from __future__ import annotations

import pytest

import refusals

from refusals import Bad, cases, check_order, check_refused, required
from summitry import Name, State
from summitry.errors import InvalidValue, WrongType
from summitry.states import StateNumber
from summitry.values import Spell


GOOD = {"code": "XAB", "name": "Abroad"}
CODE = [
    *(Bad(value, WrongType, "expected text") for value in (3, b"AZE", ["AZE"])),
    *(
        Bad(value, InvalidValue, "is not the code of a state: three capital letters")
        for value in ("AZ", "aze", "AZER", "A1E", "ÄÖÜ", "AZE\n")
    ),
]
CODES = [
    *(
        Bad(value, WrongType, "expected a sequence of codes")
        for value in (None, 3, "AZE", {"AZE": 1})
    ),
    Bad(["AZE", "AZ"], InvalidValue, "three capital letters"),
]


def test_takes_what_people_write():
    """A state that ISO does not know has the codes that it is given."""
    abroad = State(
        **GOOD,
        names=[Name(text="Farther Abroad", until="1961")],
        existed=[Spell(since="1900", until="1961")],
        territory_of="GBR",
        former_codes=["XAC"],
        cow_numbers=[StateNumber(number=999)],
        cow_abbreviation="ABR",
        gw_numbers=[StateNumber(number=998, until="1950")],
        wikidata="Q1",
        succeeds=["GBR"],
        succeeded_by=["FRA"],
        sources=["atlas"],
        note="Made up.",
    )

    assert "Abroad" == str(abroad)
    assert abroad.alpha_2 is abroad.alpha_3 is abroad.alpha_4 is abroad.numeric is None
    assert 999 == abroad.cow
    assert 998 == abroad.gw
    assert abroad.gw_on("1960") is None
    assert abroad.existed_on("1950").certain
    assert ("state", "XAB") == abroad.identity()


@cases(
    {
        "code": required(CODE),
        "name": required(refusals.TEXT),
        "names": refusals.records("Name"),
        "existed": refusals.records("Spell"),
        "territory_of": CODE,
        "former_codes": CODES,
        "cow_numbers": refusals.records("StateNumber"),
        "cow_abbreviation": refusals.TEXT,
        "gw_numbers": refusals.records("StateNumber"),
        "wikidata": refusals.TEXT,
        "succeeds": CODES,
        "succeeded_by": CODES,
        "sources": refusals.SLUGS,
        "note": refusals.TEXT,
    }
)
def test_refuses(field, bad):
    """Each field names itself, the value, and what would have been right."""
    check_refused(State, GOOD, field, bad)


@cases(
    {
        "number": refusals.NUMBER,
        "since": refusals.DATE,
        "until": refusals.DATE,
    }
)
def test_number_refuses(field, bad):
    """A number is a whole one from one on."""
    check_refused(StateNumber, {"number": 373}, field, bad)


def test_number_is_needed():
    """None is no number."""
    with pytest.raises(InvalidValue, match=r"StateNumber\.number: None is not allowed"):
        StateNumber(number=None)


@pytest.mark.parametrize("query", [None, 3])
def test_questions_refuse_what_is_no_date(query):
    """A question about a day names a wrong one."""
    for ask in (State(**GOOD).existed_on, State(**GOOD).cow_on, State(**GOOD).gw_on):
        with pytest.raises(WrongType):
            ask(query)


def test_refuses_an_end_before_the_beginning():
    """Neither existence nor a number ends before it begins."""
    check_order(Spell, {})
    check_order(StateNumber, {"number": 1})
