"""ICC, OPCW, UNIDO, IFAD, INTERPOL, ITU, WIPO, UPU: hard cases first."""

from __future__ import annotations

import pytest

from asking import sure as states

from summitry import Answer, Standing


# Times are asked about for which not all is recorded.
pytestmark = pytest.mark.filterwarnings("ignore::summitry.CoverageWarning")


@pytest.mark.parametrize(
    "body, state, last_in, first_out",
    [
        ("ICC", "BDI", "2017-10-26", "2017-10-27"),
        ("ICC", "PHL", "2019-03-16", "2019-03-17"),
        ("UNIDO", "CAN", "1993-12-31", "1994-01-01"),
        ("UNIDO", "USA", "1996-12-31", "1997-01-01"),
        ("UNIDO", "AUS", "1997-12-31", "1998-01-01"),
        ("UNIDO", "GBR", "2012-12-31", "2013-01-01"),
        ("UNIDO", "LTU", "2012-12-31", "2013-01-01"),
        ("UNIDO", "NZL", "2013-12-31", "2014-01-01"),
        ("UNIDO", "FRA", "2014-12-31", "2015-01-01"),
        ("UNIDO", "PRT", "2014-12-31", "2015-01-01"),
        ("UNIDO", "BEL", "2015-12-31", "2016-01-01"),
        ("UNIDO", "DNK", "2016-12-31", "2017-01-01"),
        ("UNIDO", "GRC", "2016-12-31", "2017-01-01"),
        ("UNIDO", "SVK", "2017-12-31", "2018-01-01"),
    ],
)
def test_who_left(world, body, state, last_in, first_out):
    """A member to the last day, and no longer the day after."""
    assert state in states(world, body, last_in)
    assert Answer.NO is world.is_member(state, of=body, on=first_out)


@pytest.mark.parametrize(
    "body, state, last_out, first_in",
    [
        ("ICC", "AFG", "2003-04-30", "2003-05-01"),
        ("ICC", "AUS", "2002-08-31", "2002-09-01"),
        ("ICC", "BGD", "2010-05-31", "2010-06-01"),
        ("ICC", "BRB", "2003-02-28", "2003-03-01"),
        ("ICC", "GRD", "2011-07-31", "2011-08-01"),
        ("ICC", "TUN", "2011-08-31", "2011-09-01"),
        ("ICC", "PSE", "2015-03-31", "2015-04-01"),
        ("ICC", "SLV", "2016-05-31", "2016-06-01"),
        ("ICC", "KIR", "2020-01-31", "2020-02-01"),
        ("ICC", "ARM", "2024-01-31", "2024-02-01"),
        ("ICC", "UKR", "2024-12-31", "2025-01-01"),
        ("OPCW", "AFG", "2003-10-23", "2003-10-24"),
        ("OPCW", "BEN", "1998-06-12", "1998-06-13"),
        ("OPCW", "BHS", "2009-05-20", "2009-05-21"),
        ("OPCW", "SOM", "2013-06-27", "2013-06-28"),
        ("OPCW", "AGO", "2015-10-15", "2015-10-16"),
        ("OPCW", "PSE", "2018-06-15", "2018-06-16"),
        ("UNIDO", "BGD", "1985-06-27", "1985-06-28"),
        ("UNIDO", "BTN", "1985-08-22", "1985-08-23"),
        ("UNIDO", "WSM", "2008-12-10", "2008-12-11"),
        ("IFAD", "MDA", "1996-01-16", "1996-01-17"),
        ("ITU", "PLW", "2024-09-18", "2024-09-19"),
    ],
)
def test_who_joined(world, body, state, last_out, first_in):
    """Not a member the day before, and one on the day."""
    assert state not in states(world, body, last_out, match="possible")
    assert state in states(world, body, first_in)


@pytest.mark.parametrize(
    "body, day, count",
    [
        ("ICC", "2011-08-01", 115),
        ("ICC", "2011-09-01", 116),
        ("ICC", "2016-06-01", 124),
        ("ICC", "2020-02-01", 123),
        ("ICC", "2024-02-01", 124),
        ("ICC", "2025-01-01", 125),
        ("OPCW", "1997-04-29", 87),
        ("OPCW", "2013-06-28", 189),
        ("OPCW", "2015-08-07", 191),
        ("OPCW", "2018-06-16", 193),
        ("UNIDO", "2002-06-01", 169),
        ("UNIDO", "2008-12-11", 173),
        ("UNIDO", "2011-10-27", 174),
        ("UNIDO", "2014-01-01", 171),
        ("UNIDO", "2024-10-04", 173),
        ("IFAD", "2012-06-19", 168),
        ("IFAD", "2025-05-22", 180),
        ("INTERPOL", "2025-08-01", 196),
        ("ITU", "2025-08-01", 194),
        ("ITU", "2019-08-01", 193),
        ("WIPO", "2016-07-31", 189),
        ("WIPO", "2020-08-31", 193),
        ("WIPO", "2025-08-01", 193),
    ],
)
def test_how_many(world, body, day, count):
    """As many members as the body or those who report of it count."""
    possible = states(world, body, day, match="possible")
    assert len(states(world, body, day)) <= count <= len(possible)
    assert len(possible) == count


def test_syria_at_the_opcw(world):
    """Certain of its rights were suspended in April 2021, not its membership."""
    assert Answer.CERTAIN is world.is_member("SYR", of="OPCW", on="2021-04-21")
    spell = world.memberships.of("OPCW").by("SYR").on("2022-01-01").one()
    assert spell.standing is Standing.ACTIVE
    assert "2021-04-21" in spell.note


def test_who_never_joined_the_icc_and_the_opcw(world):
    """The United States, Russia, China and India; Israel, Egypt and North Korea."""
    assert not {"USA", "RUS", "CHN", "IND", "ISR"} & states(
        world, "ICC", "2025-01-01", "possible"
    )
    assert not {"ISR", "EGY", "PRK", "SSD"} & states(
        world, "OPCW", "2025-01-01", "possible"
    )


def test_australia_was_in_unido_twice(world):
    """In from 1985, away about 1990, in again from 1992 to 1997."""
    assert Answer.CERTAIN is world.is_member("AUS", of="UNIDO", on="1986-01-01")
    assert Answer.CERTAIN is world.is_member("AUS", of="UNIDO", on="1992-01-01")
    assert "AUS" not in states(world, "UNIDO", "1991-12-31", match="possible")


def test_interpol_members(world):
    """Months of Wikipedia's list; China since 1961, no matter who represents it."""
    assert "SSD" not in states(world, "INTERPOL", "2011-09-30", match="possible")
    assert Answer.CERTAIN is world.is_member("SSD", of="INTERPOL", on="2011-11-01")
    assert Answer.CERTAIN is world.is_member("CHN", of="INTERPOL", on="1970-01-01")
    assert {"ABW", "CUW", "SXM"} <= states(world, "INTERPOL", "2012-01-01")
    assert not {"PRK", "TUV"} & states(world, "INTERPOL", "2025-08-01", "possible")


def test_who_is_not_in_wipo_and_the_upu(world):
    """The few members of the UN that stay outside, and those that are in without it."""
    un = states(world, "UN", "2025-08-01")
    assert un - states(world, "WIPO", "2025-08-01") == {"FSM", "PLW", "SSD"}
    assert states(world, "WIPO", "2025-08-01") - un == {"COK", "NIU", "VAT"}
    assert un - states(world, "UPU", "2025-08-01") == {"AND", "MHL", "FSM", "PLW"}


def test_who_founded_the_upu(world):
    """Of the parties to the Treaty of Bern of 1874."""
    founders = states(world, "UPU", "1874-10-09")
    assert {
        "BEL",
        "DNK",
        "EGY",
        "FRA",
        "DEU",
        "GRC",
        "ITA",
        "LUX",
        "NLD",
        "TUR",
        "PRT",
        "ROU",
        "RUS",
        "SRB",
        "ESP",
        "CHE",
        "GBR",
        "SWE",
        "USA",
        "XAH",
    } <= founders
    assert {"BEL", "USA", "CHE", "TUR"} <= states(world, "UPU", "2025-08-01")


@pytest.mark.parametrize(
    "body, day, name",
    [
        ("ICC", "2005-01-01", "Philippe Kirsch"),
        ("ICC", "2010-01-01", "Song Sang-hyun"),
        ("ICC", "2019-01-01", "Chile Eboe-Osuji"),
        ("ICC", "2024-03-11", "Tomoko Akane"),
        ("OPCW", "2002-04-01", "José Bustani"),
        ("OPCW", "2002-07-25", "Rogelio Pfirter"),
        ("OPCW", "2018-07-24", "Ahmet Üzümcü"),
        ("UNIDO", "2013-07-01", "Li Yong"),
        ("IFAD", "2022-10-01", "Alvaro Lario"),
        ("INTERPOL", "2010-01-01", "Ronald K. Noble"),
        ("INTERPOL", "2025-01-01", "Valdecy Urquiza"),
        ("ITU", "1969-07-20", "Mohamed Ezzedine Mili"),
        ("ITU", "1990-01-01", "Pekka Tarjanne"),
        ("ITU", "2023-01-01", "Doreen Bogdan-Martin"),
        ("WIPO", "1985-01-01", "Árpád Bogsch"),
        ("WIPO", "2020-10-01", "Daren Tang"),
        ("UPU", "2010-01-01", "Edouard Dayan"),
        ("UPU", "2020-01-01", "Bishar Abdirahman Hussein"),
    ],
)
def test_heads(world, body, day, name):
    """Who was at the head on a day."""
    assert world.head(body, on=day).name == name


def test_the_prosecutor_is_not_the_head_of_the_icc(world):
    """A post of its own beside the President's."""
    found = [
        a
        for a in world.appointments
        if a.organization == "ICC" and a.post == "Prosecutor"
    ]
    assert [a.name for a in found] == [
        "Luis Moreno Ocampo",
        "Fatou Bensouda",
        "Karim Khan",
    ]
    assert world.head("ICC", on="2022-01-01").name == "Piotr Hofmański"


@pytest.mark.parametrize(
    "body, day, count",
    [
        ("ICC", "2002-07-01", 66),
        ("ICC", "2009-10-01", 110),
        ("ICC", "2012-07-01", 121),
        ("ICC", "2017-10-27", 123),
        ("ICC", "2019-03-17", 122),
        ("IFAD", "2013-02-15", 172),
        ("IFAD", "2020-02-11", 177),
        ("UPU", "2012-06-01", 190),
        ("UPU", "2025-08-01", 190),
    ],
)
def test_exactly_so_many(world, body, day, count):
    """Counts that leave nothing open."""
    assert len(states(world, body, day)) == count
    assert len(states(world, body, day, match="possible")) == count


@pytest.mark.parametrize(
    "body, day, count",
    [("UNIDO", "2019-04-30", 170), ("UPU", "1949-12-31", 83), ("UPU", "1969-12-31", 142)],
)
def test_counts_between_what_is_sure_and_what_may_be(world, body, day, count):
    """Where days are missing, the stated count lies between the bounds."""
    assert (
        len(states(world, body, day))
        <= count
        <= len(states(world, body, day, "possible"))
    )


@pytest.mark.parametrize(
    "body, state, day",
    [
        ("UPU", "ARG", "1892-07-01"),
        ("UPU", "JPN", "1900-01-01"),
        ("UPU", "POL", "1930-01-01"),
        ("UPU", "EST", "1936-01-01"),
        ("UPU", "IND", "1950-01-01"),
        ("UPU", "XUR", "1960-01-01"),
        ("UPU", "GAB", "1970-01-01"),
        ("ITU", "JPN", "1955-01-01"),
        ("ITU", "BRA", "1890-01-01"),
        ("ITU", "USA", "1950-01-01"),
        ("ITU", "UKR", "1950-01-01"),
        ("ITU", "DEU", "1900-01-01"),
        ("ITU", "KEN", "1968-01-01"),
    ],
)
def test_members_long_before_1990(world, body, state, day):
    """Parties to the postal and the telecommunication conventions of old."""
    assert Answer.CERTAIN is world.is_member(state, of=body, on=day)


def test_south_africa_in_the_upu(world):
    """Voted out by the Congress of 1979, and back in 1994."""
    assert Answer.CERTAIN is world.is_member("ZAF", of="UPU", on="1979-09-18")
    for day in ("1979-09-19", "1994-08-21"):
        assert not world.memberships.of("UPU").by("ZAF").on(day)
    assert Answer.CERTAIN is world.is_member("ZAF", of="UPU", on="1994-08-22")


def test_the_five_of_1969_in_the_upu(world):
    """Qatar, Bhutan, Nauru, Mauritius and Swaziland made it 142."""
    for state, first in {
        "QAT": "1969-01-31",
        "BTN": "1969-03-07",
        "NRU": "1969-04-17",
        "MUS": "1969-08-29",
        "SWZ": "1969-11-07",
    }.items():
        assert Answer.CERTAIN is world.is_member(state, of="UPU", on=first)
    assert not world.memberships.of("UPU").by("SWZ").on("1969-11-06")


def test_poland_and_australia_in_ifad(world):
    """The one joined in January 2020, the other left in July 2007."""
    assert Answer.NO is world.is_member("POL", of="IFAD", on="2020-01-28")
    assert Answer.CERTAIN is world.is_member("POL", of="IFAD", on="2020-01-29")
    assert Answer.CERTAIN is world.is_member("AUS", of="IFAD", on="2007-07-29")
    assert Answer.NO is world.is_member("AUS", of="IFAD", on="2007-08-01")


def test_those_who_announced_that_they_would_leave_the_icc(world):
    """Hungary is in until 2026; South Africa and the Gambia took theirs back; Malaysia was never in."""
    assert Answer.CERTAIN is world.is_member("HUN", of="ICC", on="2025-08-01")
    assert {"ZAF", "GMB"} <= states(world, "ICC", "2018-01-01")
    assert "MYS" not in states(world, "ICC", "2020-01-01", match="possible")


@pytest.mark.parametrize(
    "body, day, name",
    [
        ("ICC", "2024-03-10", "Piotr Hofmański"),
        ("ICC", "2024-03-11", "Tomoko Akane"),
        ("ICC", "2024-12-31", "Tomoko Akane"),
        ("WIPO", "2020-09-30", "Francis Gurry"),
        ("WIPO", "2020-12-31", "Daren Tang"),
        ("IFAD", "2022-12-31", "Alvaro Lario"),
    ],
)
def test_heads_in_the_year_of_a_change(world, body, day, name):
    """One head, not two, in the year in which they change."""
    assert world.head(body, on=day).name == name
