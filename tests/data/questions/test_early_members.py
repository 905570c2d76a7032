"""The Fund, the Bank, the GATT, the WCO, UNIDO, INTERPOL and WIPO from their founding on."""

from __future__ import annotations

import pytest

from summitry import Answer


pytestmark = pytest.mark.filterwarnings("ignore::summitry.CoverageWarning")


def states(world, body, day, **kw):
    """The states that were members of a body on a day."""
    return set(world.members(body, on=day, **kw).states)


@pytest.mark.parametrize(
    "body, day, count",
    [
        ("IMF", "1946-12-31", 40),
        ("IMF", "1966-01-01", 103),
        ("IBRD", "1946-01-10", 31),
        ("IBRD", "1986-06-27", 150),
        ("GATT", "1949-11-30", 23),
        ("UNIDO", "2002-06-01", 169),
    ],
)
def test_counts_that_the_bodies_state(world, body, day, count):
    """The original members of the Fund, Poland as the 31st and again the 150th of the Bank."""
    assert count == len(states(world, body, day, match="certain"))


def test_cyprus_is_the_74th_member_of_the_bank(world):
    """With Syria or Cuba, of which the days are not known."""
    sure = states(world, "IBRD", "1961-12-21", match="certain")
    possible = states(world, "IBRD", "1961-12-21", match="possible")
    assert len(sure) <= 74 <= len(possible)
    assert "CYP" in sure
    assert Answer.NO is world.is_member("CYP", of="IBRD", on="1961-12-20")


@pytest.mark.parametrize(
    "state, body, last, after",
    [
        ("POL", "IBRD", "1950-03-13", "1950-03-15"),
        ("CSK", "IMF", "1954-12-29", "1955-01-01"),
        ("CHN", "GATT", "1950-05-03", "1958-01-01"),
        ("CSK", "WCO", "1992-12-31", "1993-01-01"),
        ("DDR", "WCO", "1990-10-02", "1990-10-03"),
        ("XSR", "INTERPOL", "1956-12-31", "1957-01-01"),
        ("XVS", "WIPO", "1975-04-30", "1975-05-01"),
    ],
)
def test_those_that_left_or_ended(world, state, body, last, after):
    """A member to the last day, and not after it."""
    assert Answer.CERTAIN is world.is_member(state, of=body, on=last)
    assert Answer.NO is world.is_member(state, of=body, on=after)


def test_poland_is_out_of_the_bank_for_thirty_six_years(world):
    """Left in March 1950, back as the 150th member."""
    assert Answer.NO is world.is_member("POL", of="IBRD", on="1986-06-26")
    assert Answer.CERTAIN is world.is_member("POL", of="IBRD", on="1986-06-27")


def test_cuba_was_not_one_of_the_thirty_one(world):
    """It joined the Bank later in 1946."""
    assert Answer.NO is world.is_member("CUB", of="IBRD", on="1946-01-10")
    assert Answer.CERTAIN is world.is_member("CUB", of="IBRD", on="1947-01-01")


def test_who_has_left_the_fund_by_1966(world):
    """Czechoslovakia, Poland, Cuba and Indonesia, by the Fund's own account."""
    members = states(world, "IMF", "1966-01-01", match="possible")
    assert not {"CSK", "POL", "CUB", "IDN"} & members


def test_the_fund_in_2016(world):
    """Nauru is the 189th member, in April 2016; Andorra comes later."""
    assert 189 == len(states(world, "IMF", "2016-05-01", match="certain"))
    assert 190 == len(states(world, "IMF", "2022-02-01", match="certain"))


def test_the_founding_members_of_interpol(world):
    """The list of 13 June 1956 has the Saar, Suriname and the Netherlands Antilles, not Czechoslovakia."""
    founders = states(world, "INTERPOL", "1956-06-13", match="certain")
    assert 57 == len(founders)
    assert {"XSR", "SUR", "ANT", "YUG", "BRA", "KHM", "CUB"} <= founders
    assert not {"CSK", "POL", "HUN", "ROU", "SUN", "CHN", "XVS"} & founders


def test_czechoslovakia_in_the_customs_council(world):
    """Acceded on 23 September 1965."""
    assert Answer.NO is world.is_member("CSK", of="WCO", on="1965-09-22")
    assert Answer.CERTAIN is world.is_member("CSK", of="WCO", on="1965-09-23")
    assert Answer.NO is world.is_member("DDR", of="WCO", on="1990-03-26")
    assert Answer.CERTAIN is world.is_member("DDR", of="WCO", on="1990-03-27")


def test_former_states_in_unido(world):
    """East Germany and South Yemen were parties; Iceland and South Africa were not."""
    possible = states(world, "UNIDO", "1988-01-01", match="possible")
    assert {"DDR", "YMD", "CSK", "YUG"} <= possible
    assert not {"ISL", "ZAF"} & possible


def test_wipo_in_1975(world):
    """Both German states and North Korea were in; China, South Korea and Italy were not yet."""
    members = states(world, "WIPO", "1975-04-30", match="certain")
    assert 56 == len(members)
    assert {"DEU", "DDR", "PRK", "VAT", "XVS", "USA", "SUN", "BLR", "UKR"} <= members
    assert not {"CHN", "KOR", "ITA"} & states(
        world, "WIPO", "1975-04-30", match="possible"
    )


def test_portugal_joins_wipo(world):
    """Three months after the deposit of its instrument."""
    assert Answer.NO is world.is_member("PRT", of="WIPO", on="1975-04-26")
    assert Answer.CERTAIN is world.is_member("PRT", of="WIPO", on="1975-04-27")
