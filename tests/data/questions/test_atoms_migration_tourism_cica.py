"""IAEA, IOM, UNWTO and CICA: the questions that a user would ask, hard cases first."""

from __future__ import annotations

import pytest

from asking import sure as members

from summitry.errors import NotFound


# Times are asked about for which not all is recorded.
pytestmark = pytest.mark.filterwarnings("ignore::summitry.CoverageWarning")


@pytest.mark.parametrize(
    "day, count",
    [("1958-06-30", 66), ("1959-06-30", 70), ("1965-06-30", 92), ("2002-04-30", 134),
     ("2008-10-15", 145), ("2009-12-31", 151), ("2013-03-04", 159), ("2014-02-28", 162),
     ("2015-09-14", 165), ("2015-11-26", 167), ("2017-01-01", 168), ("2018-06-05", 170),
     ("2020-09-21", 172), ("2023-09-25", 177)],
)  # fmt: skip
def test_as_many_members_as_the_agency_counted(world, day, count):
    """Counts of the Agency's own, from its reports and its Director General's speeches."""
    unsure = {"NIC", "YUG"} & set(world.members("IAEA", on=day).states)

    assert count == len(members(world, "IAEA", day) | unsure)


@pytest.mark.parametrize(
    "state, day",
    [("GHA", "1960-09-28"), ("COD", "1961-10-10"), ("SAU", "1962-12-13"),
     ("CYP", "1965-06-07"), ("IRL", "1970-01-06"), ("ARE", "1976-01-15"),
     ("NAM", "1983-02-17"), ("ZWE", "1986-08-01"), ("BIH", "1995-10-18"),
     ("SCG", "2001-10-31"), ("HND", "2003-02-24"), ("PLW", "2007-03-02"),
     ("LSO", "2009-07-13"), ("RWA", "2012-09-04"), ("VUT", "2015-09-09")],
)  # fmt: skip
def test_the_day_on_which_a_state_joined_the_iaea(world, state, day):
    """A member on the day of the deposit, as the Swiss list of parties has it."""
    starts = [str(m.since) for m in world.memberships.by(state).of("IAEA")]

    assert day in starts
    assert state in members(world, "IAEA", day)


def test_viet_nam_in_the_iaea(world):
    """The south until the unification of 2 July 1976, then Viet Nam by succession."""
    assert {"XVS"} == {"XVS", "VNM"} & members(world, "IAEA", "1976-07-01")
    assert {"VNM"} == {"XVS", "VNM"} & members(world, "IAEA", "1976-07-02")


def test_who_came_back_to_the_iaea(world):
    """Honduras, Cambodia and Nicaragua left and rejoined; North Korea did not."""
    assert not {"HND", "NIC"} & members(world, "IAEA", "1976-06-01")
    assert {"NIC", "PRK"} <= members(world, "IAEA", "1977-03-25")
    assert "KHM" not in members(world, "IAEA", "2009-11-22")
    assert "KHM" in members(world, "IAEA", "2009-11-23")
    assert "PRK" not in members(world, "IAEA", "1994-06-14")


@pytest.mark.parametrize(
    "body, day, name, state",
    [("IAEA", "1957-12-01", "W. Sterling Cole", "USA"),
     ("IAEA", "1961-11-30", "W. Sterling Cole", "USA"),
     ("IAEA", "1961-12-01", "Sigvard Eklund", "SWE"),
     ("IAEA", "1990-08-02", "Hans Blix", "SWE"),
     ("IAEA", "2009-11-30", "Mohamed ElBaradei", "EGY"),
     ("IAEA", "2011-03-11", "Yukiya Amano", "JPN"),
     ("IAEA", "2019-10-01", "Cornel Feruță", "ROU"),
     ("IAEA", "2019-12-03", "Rafael Mariano Grossi", "ARG"),
     ("IOM", "2008-09-30", "Brunson McKinley", "USA"),
     ("IOM", "2008-10-01", "William Lacy Swing", "USA"),
     ("IOM", "2023-03-02", "António Vitorino", "PRT"),
     ("IOM", "2023-10-01", "Amy Pope", "USA"),
     ("UNWTO", "1986-01-28", "Willibald Pahr", "AUT"),
     ("UNWTO", "1992-06-01", "Antonio Enríquez Savignac", "MEX"),
     ("UNWTO", "2004-01-01", "Francesco Frangialli", "FRA"),
     ("UNWTO", "2017-12-31", "Taleb Rifai", "JOR"),
     ("UNWTO", "2023-03-02", "Zurab Pololikashvili", "GEO"),
     ("CICA", "2019-06-15", "Habibullo Mirzoyev", "TJK"),
     ("CICA", "2023-03-02", "Kairat Sarybay", "KAZ")],
)  # fmt: skip
def test_who_was_at_the_head(world, body, day, name, state):
    """Days on which somebody is known to have held the post."""
    head = world.head(body, on=day)

    assert (name, state) == (head.name, head.state)


def test_the_acting_heads(world):
    """Feruță after the death of Amano, and Rifai before his own term."""
    assert "acting" == world.head("IAEA", on="2019-09-01").capacity
    assert "acting" == world.head("UNWTO", on="2009-06-01").capacity
    assert "substantive" == world.head("UNWTO", on="2010-01-01").capacity


def test_nobody_in_the_days_after_amano(world):
    """He died on 18 July 2019, and an acting head was named on the 25th."""
    with pytest.raises(NotFound):
        world.head("IAEA", on="2019-07-20")


def test_the_post_in_cica_was_renamed(world):
    """The Executive Director became Secretary General at the Astana summit."""
    assert "Executive Director" == world.head("CICA", on="2022-10-12").post
    assert "Secretary General" == world.head("CICA", on="2022-10-13").post


@pytest.mark.parametrize(
    "day, count",
    [("1957-07-29", 26), ("1987-06-30", 113)],
)  # fmt: skip
def test_the_agency_at_its_start_and_after_thirty_years(world, day, count):
    """An article on thirty years of the Agency: 26 ratifications at first, 113 in 1987."""
    assert count == len(members(world, "IAEA", day))


def test_what_the_iaea_list_leaves_open(world):
    """The 178th member is not known, so nothing is promised after September 2023."""
    assert "MDV" not in world.members("IAEA", on="2025-07-31").states
    assert {"COK", "SOM"} <= members(world, "IAEA", "2025-07-31")


@pytest.mark.parametrize(
    "body, day, whole",
    [("IOM", "1953-10-19", ("Hugh Gibson", "Director", "USA")),
     ("IOM", "1954-12-12", ("Hugh Gibson", "Director", "USA")),
     ("IOM", "1957-12-31", ("Harold H. Tittmann", "Director", "USA")),
     ("IOM", "1959-04-07", ("Marcus Daly", "Director", "USA")),
     ("IOM", "1965-06-01", ("Bastiaan Wouter Haveman", "Director", "NLD")),
     ("IOM", "1995-06-01", ("James N. Purcell", "Director General", "USA")),
     ("IOM", "1998-12-22", ("Brunson McKinley", "Director General", "USA")),
     ("IOM", "2018-09-30", ("William Lacy Swing", "Director General", "USA")),
     ("IOM", "2018-10-01", ("António Vitorino", "Director General", "PRT")),
     ("CICA", "2020-09-25", ("Kairat Sarybay", "Executive Director", "KAZ"))],
)  # fmt: skip
def test_heads_by_nationality(world, body, day, whole):
    """The Directors of the migration committee, and days of handover."""
    name, post, state = whole
    head = world.head(body, on=day)

    assert (name, post, state) == (head.name, head.post, head.state)


def test_nobody_is_known_at_the_head_of_the_migration_committee_in_1975(world):
    """No source read names the heads of 1969 to 1988 with their years."""
    with pytest.raises(NotFound):
        world.head("IOM", on="1975-06-01")


def test_frangialli_headed_the_tourism_organization_before_his_election(world):
    """Ad interim from September 1996, elected in 1997."""
    assert "Francesco Frangialli" == world.head("UNWTO", on="1996-12-31").name
    assert "acting" == world.head("UNWTO", on="1996-12-31").capacity
    assert "substantive" == world.head("UNWTO", on="1998-06-01").capacity


def test_costa_rica_in_the_migration_committee(world):
    """It deposited its ratification at the session that ended on 4 December 1954."""
    assert "CRI" not in members(world, "IOM", "1952-10-21")
    assert "CRI" in members(world, "IOM", "1954-12-04")
