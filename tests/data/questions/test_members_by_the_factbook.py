"""Members as the World Factbook lists them, whole, in its editions of 1991 to 2002."""

from __future__ import annotations

import warnings

import pytest

import summitry

from summitry import Answer


LISTED = {
    "WMO": {"1994-01-01": 173, "1998-01-01": 184, "2002-01-01": 185},
    "ITU": {"1991-01-01": 164, "1994-01-01": 182, "1998-01-01": 187, "2002-01-01": 189},
    "UPU": {"1991-01-01": 168, "1994-01-01": 185, "1998-01-01": 189, "2002-01-01": 189},
    "IOM": {"2002-01-01": 91},
    "ECCAS": {"1991-01-01": 10, "1993-01-01": 10, "1997-12-31": 10},
}
"""How many members an edition counts; its information is of the first of January."""

NO_STATE = {"WMO": 1, "UPU": 2}
"""Of these, such as stand for several territories together and have no code of a state."""

YUGOSLAVIA = {"WMO", "ITU", "UPU"}
"""Where the editions of 1994 to 1998 go on counting a suspended Yugoslavia."""


@pytest.mark.parametrize(
    "body, day, count", [(b, d, n) for b, days in LISTED.items() for d, n in days.items()]
)
def test_as_many_as_the_factbook_counts(world, body, day, count):
    """Between those that are surely in and those that may be."""
    states = count - NO_STATE.get(body, 0)
    if body in YUGOSLAVIA and "1994" <= day < "1999":
        states -= 1

    assert len(world.members(body, on=day, match="certain")) <= states
    assert states <= len(world.members(body, on=day, match="possible"))


@pytest.mark.parametrize("body", ["WMO", "ITU", "UPU", "IOM", "UNWTO", "OIF", "GATT"])
@pytest.mark.parametrize("year", range(1991, 1995))
def test_the_nineties_are_covered(world, body, year):
    """No warning that the records of the time may not be whole."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", summitry.CoverageWarning)

        assert world.members(body, on=f"{year}-07-01", match="possible")


@pytest.mark.parametrize("body", ["CPTPP", "RCEP", "GECF", "MERCOSUR"])
def test_regional_bodies_are_covered_to_the_summer_of_2025(world, body):
    """Lists of that autumn name the members that are recorded."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", summitry.CoverageWarning)

        assert world.members(body, on="2025-08-01", match="possible")


def test_how_many_the_regional_bodies_count_of_late(world):
    """Fifteen, twelve and twelve by reports of 2025, twenty-one by a list of 2024."""
    count = {
        body: len(world.members(body, on="2025-08-01")) for body in ("RCEP", "CPTPP")
    }
    assert {"RCEP": 15, "CPTPP": 12} == count
    assert 21 == len(world.members("COMESA", on="2024-03-01"))
    assert 12 == len(world.members("GECF", on="2025-08-01"))


def test_south_africa_in_the_itu(world):
    """Suspended in the lists of 1993 and 1994, a member like others in that of 1995."""
    suspended = world.memberships.of("ITU").by("ZAF").on("1993-01-01")
    assert [summitry.Standing.SUSPENDED] == [m.standing for m in suspended]
    assert Answer.CERTAIN is world.is_member("ZAF", of="ITU", on="1996-01-01")


@pytest.mark.filterwarnings("ignore::summitry.CoverageWarning")
def test_cambodia_and_the_agency_of_1970(world):
    """One list of the founders names it; a member from October 1993 by its own account."""
    assert Answer.POSSIBLE is world.is_member("KHM", of="OIF", on="1970-03-20")
    assert Answer.NO is world.is_member("KHM", of="OIF", on="1993-09-30")
    assert Answer.CERTAIN is world.is_member("KHM", of="OIF", on="1993-11-01")
    assert 20 <= len(world.members("OIF", on="1970-03-20", match="certain"))


def test_liberia_in_the_gatt(world):
    """Not yet in February 1950, in at the end of that year, out by 1958."""
    assert Answer.NO is world.is_member("LBR", of="GATT", on="1950-02-22")
    assert Answer.CERTAIN is world.is_member("LBR", of="GATT", on="1950-12-16")
    assert Answer.POSSIBLE is world.is_member("LBR", of="GATT", on="1953-01-01")
    assert Answer.NO is world.is_member("LBR", of="GATT", on="1958-01-01")


@pytest.mark.filterwarnings("ignore::summitry.CoverageWarning")
def test_the_police_commission_in_1947(world):
    """Represented at the assembly of that year, or said to have joined."""
    there = world.members("INTERPOL", on="1947-06-09", match="certain").states

    assert {"ARG", "BGR", "CSK", "ECU", "ISL", "LBN", "YUG", "TUR"} <= set(there)
    assert not {"ECU", "ISL"} & set(
        world.members("INTERPOL", on="1956-06-13", match="possible").states
    )


@pytest.mark.filterwarnings("ignore::summitry.CoverageWarning")
def test_the_migration_committee_in_the_commonwealth(world):
    """Four of the Commonwealth were in, in 1961, and the United Kingdom had applied to join."""
    assert {"NZL", "AUS", "ZAF", "CAN"} <= set(
        world.members("IOM", on="1961-03-04", match="certain").states
    )
    assert Answer.POSSIBLE is world.is_member("GBR", of="IOM", on="1966-01-01")
