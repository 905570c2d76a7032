"""UNESCO, WHO, FAO and WMO: the questions that a user would ask, hard cases first."""

from __future__ import annotations

import warnings

import pytest

from asking import recorded as members

from summitry import Answer, Standing, Status
from summitry.errors import CoverageWarning


@pytest.mark.parametrize(
    "body, day, count",
    [
        ("UNESCO", "1946-11-04", 20),
        ("UNESCO", "1946-12-31", 28),
        ("UNESCO", "2007-10-08", 193),
        ("UNESCO", "2009-10-13", 193),
        ("UNESCO", "2011-12-31", 195),
        ("UNESCO", "2015-11-30", 195),
        ("UNESCO", "2020-01-31", 193),
        ("UNESCO", "2023-07-11", 194),
        ("WHO", "1948-04-07", 35),
        ("WHO", "2025-01-31", 194),
        ("FAO", "1979-11-30", 147),
        ("FAO", "2001-11-30", 183),
        ("FAO", "2020-05-01", 194),
    ],
)
def test_counts(world, body, day, count):
    """As the organizations, the yearbooks and the encyclopedias count the members."""
    assert count == len(members(world, body, day, match="certain"))


def test_the_united_states_in_unesco(world):
    """In 1946, out at the end of 1984, in 2003, out at the end of 2018, in 2023."""
    for day, answer in [
        ("1946-11-03", Answer.NO),
        ("1946-11-04", Answer.CERTAIN),
        ("1984-12-31", Answer.CERTAIN),
        ("1985-01-01", Answer.NO),
        ("2003-09-30", Answer.NO),
        ("2003-10-01", Answer.CERTAIN),
        ("2018-12-31", Answer.CERTAIN),
        ("2019-01-01", Answer.NO),
        ("2023-07-09", Answer.NO),
        ("2023-07-11", Answer.CERTAIN),
        ("2025-08-01", Answer.CERTAIN),
    ]:
        assert answer is world.is_member("United States", of="UNESCO", on=day), day


@pytest.mark.parametrize(
    "state, inside, outside",
    [
        ("GBR", "1985-12-31", "1986-01-01"),
        ("GBR", "1997-07-01", "1997-06-30"),
        ("SGP", "1985-12-31", "1986-01-01"),
        ("SGP", "2007-10-08", "2007-10-07"),
        ("PRT", "1972-12-31", "1973-01-01"),
        ("PRT", "1974-09-11", "1974-09-10"),
        ("ZAF", "1956-12-31", "1957-01-01"),
        ("ZAF", "1994-12-12", "1994-12-11"),
        ("ISR", "2018-12-31", "2019-01-01"),
        ("ISR", "1949-09-16", "1949-09-15"),
        ("PSE", "2011-11-23", "2011-10-31"),
        ("DDR", "1972-11-24", "1972-11-23"),
        ("DDR", "1990-10-02", "1990-10-03"),
        ("NAM", "1978-11-02", "1978-11-01"),
    ],
)
def test_in_and_out_of_unesco(world, state, inside, outside):
    """The days before and after the departures and returns that people know."""
    assert state in members(world, "UNESCO", inside, match="certain")
    assert state not in members(world, "UNESCO", outside, match="possible")


@pytest.mark.parametrize("state", ["CSK", "HUN", "POL"])
def test_three_that_stayed_away_from_unesco(world, state):
    """Czechoslovakia, Hungary and Poland took no part from 1952 to 1954."""
    for day, standing in [
        ("1951-06-01", Standing.ACTIVE),
        ("1953-06-01", Standing.INACTIVE),
        ("1955-06-01", Standing.ACTIVE),
    ]:
        assert standing is world.memberships.by(state).of("UNESCO").on(day).one().standing


def test_liechtenstein_is_in_none(world):
    """The one member of the United Nations that is in none of the four."""
    for body in ("UNESCO", "WHO", "FAO", "WMO"):
        assert Answer.NO is world.is_member("Liechtenstein", of=body, on="2024-01-01")


def test_cook_islands_and_niue(world):
    """Members of all four though not of the United Nations."""
    for body in ("UNESCO", "WHO", "FAO", "WMO"):
        assert {"COK", "NIU"} <= members(world, body, "2024-01-01", match="certain")


def test_palestine(world):
    """A member of UNESCO only."""
    for body in ("WHO", "FAO", "WMO"):
        assert "PSE" not in members(world, body, "2025-01-01")
    assert "PSE" in members(world, "UNESCO", "2025-01-01")


def test_associates(world):
    """The Faroe Islands in UNESCO and FAO, Tokelau in three, Mauritius in WHO before 1968."""

    def status(state, body, day):
        return world.memberships.by(state).of(body).on(day).one().status

    assert Status.ASSOCIATE is status("FRO", "UNESCO", "2009-10-12")
    assert Status.ASSOCIATE is status("FRO", "FAO", "2007-11-17")
    assert Status.ASSOCIATE is status("TKL", "FAO", "2011-06-25")
    assert Status.ASSOCIATE is status("TKL", "WHO", "2024-01-01")
    assert Status.ASSOCIATE is status("PRI", "WHO", "2024-01-01")
    assert Status.ASSOCIATE is status("MUS", "WHO", "1968-12-08")
    assert Status.MEMBER is status("MUS", "WHO", "1968-12-09")


def test_china_is_one_member(world):
    """Who represented it changed in the 1970s; its membership did not."""
    for day in ("1950-01-01", "1970-01-01", "1975-01-01", "2020-01-01"):
        for body in ("UNESCO", "WHO"):
            assert "CHN" in members(world, body, day, match="certain")
    assert "CHN" in members(world, "FAO", "1948-01-01", match="certain")
    assert "CHN" not in members(world, "FAO", "1965-01-01")
    assert "CHN" in members(world, "FAO", "1974-01-01", match="certain")


def test_founders_of_who(world):
    """The 35 states of the day on which the constitution entered into force."""
    found = members(world, "WHO", "1948-04-07", match="certain")
    assert {
        "BLR",
        "MEX",
        "CHN",
        "GBR",
        "SUN",
        "UKR",
        "YUG",
        "CSK",
        "ALB",
        "CHE",
        "JOR",
    } <= found
    assert not {"USA", "FRA", "POL", "DNK", "BRA"} & found
    assert "USA" in members(world, "WHO", "1948-06-21")


def test_the_soviet_union_in_who(world):
    """It cabled in February 1949 that it was no member, and was counted as inactive until 1957."""
    for day, standing in [
        ("1949-01-15", Standing.ACTIVE),
        ("1952-01-01", Standing.INACTIVE),
        ("1958-06-01", Standing.ACTIVE),
    ]:
        assert standing is world.memberships.by("SUN").of("WHO").on(day).one().standing
    assert (
        Standing.INACTIVE
        is world.memberships.by("ROU").of("WHO").on("1953-01-01").one().standing
    )


def test_the_united_states_in_who(world):
    """It gave notice on 2025-01-22 for a year later: a member still in August 2025."""
    spell = world.memberships.by("USA").of("WHO").on("2025-08-01").one()
    assert spell.until is None
    assert "2026-01-22" in spell.note
    assert Answer.CERTAIN is world.is_member("USA", of="WHO", on="2025-08-01")


@pytest.mark.parametrize(
    "state, inside, outside",
    [
        ("CSK", "1969-11-10", "1969-11-09"),
        ("CSK", "1949-12-31", "1951-01-01"),
        ("POL", "1957-11-09", "1957-11-08"),
        ("POL", "1950-12-31", "1952-01-01"),
        ("HUN", "1967-11-06", "1967-11-05"),
        ("ZAF", "1993-11-09", "1993-11-08"),
        ("ZAF", "1963-12-31", "1965-01-01"),
        ("RUS", "2006-04-11", "2006-04-10"),
        ("SGP", "2013-06-15", "2013-06-14"),
        ("SCG", "2001-11-02", "2001-11-01"),
    ],
)
def test_in_and_out_of_fao(world, state, inside, outside):
    """Withdrawals of the 1950s and 1960s, returns, and late members."""
    assert state in members(world, "FAO", inside, match="certain")
    assert state not in members(world, "FAO", outside, match="possible")


def test_europe_in_fao(world):
    """A member organization since 1991-11-26, first as the Community."""

    def there(day):
        return set(world.members("FAO", on=day).organizations)

    assert set() == there("1991-11-25")
    assert {"EEC"} == there("1991-11-26")
    assert {"EU"} == there("2020-05-01")


def test_wmo(world):
    """187 states in 2023; all of the United Nations but eight, and the Cook Islands and Niue."""
    territories = {"HKG", "MAC", "NCL", "PYF", "CUW", "SXM"}
    found = members(world, "WMO", "2023-09-01", match="certain")
    assert territories <= found
    assert 187 == len(found - territories)
    un = members(world, "UN", "2023-09-01")
    assert {"GNQ", "GRD", "LIE", "MHL", "PLW", "KNA", "VCT", "SMR"} == un - found
    assert {"COK", "NIU"} == found - territories - un


@pytest.mark.parametrize(
    "state, day, before",
    [
        ("AND", "2018-11-16", "2018-11-15"),
        ("BTN", "2003-04-10", "2003-04-09"),
        ("BRN", "1984-12-26", "1984-12-25"),
        ("AFG", "1956-10-11", "1956-10-10"),
        ("AUS", "1950-03-23", "1950-03-22"),
    ],
)
def test_wmo_by_the_depositary(world, state, day, before):
    """Thirty days after the instrument, as the depositary's list has it."""
    assert state in members(world, "WMO", day, match="certain")
    assert state not in members(world, "WMO", before, match="possible")


def test_viet_nam_in_wmo(world):
    """A member from the first of April 1955, a week after Austria."""
    assert "XVS" not in members(world, "WMO", "1955-03-31", match="possible")
    assert {"XVS", "AUT"} <= members(world, "WMO", "1955-04-01", match="certain")


def test_south_africa_in_wmo(world):
    """Suspended in the early 1990s, back since."""
    assert (
        Standing.SUSPENDED
        is world.memberships.by("ZAF").of("WMO").on("1992-06-01").one().standing
    )
    assert (
        Standing.ACTIVE
        is world.memberships.by("ZAF").of("WMO").on("2000-06-01").one().standing
    )


@pytest.mark.parametrize("body", ["UNESCO", "WHO", "FAO", "WMO"])
def test_unions_and_successions(world, body):
    """Tanzania, Germany, Yemen, Serbia, Russia, the United Arab Republic."""

    def some(day, *codes):
        return members(world, body, day, match="certain") & set(codes)

    assert {"XTK"} == some("1964-01-01", "XTK", "TZA")
    assert {"TZA"} == some("1964-04-26", "XTK", "TZA")
    assert {"XUR"} == some("1960-01-01", "XUR", "EGY", "SYR")
    assert {"EGY", "SYR"} == some("1966-01-01", "XUR", "EGY", "SYR")
    assert {"DEU"} == some("1991-01-01", "DEU", "DDR")
    assert {"YEM"} == some("1991-01-01", "YEM", "YMD")
    assert {"SRB", "MNE"} == some("2008-01-01", "SCG", "SRB", "MNE")
    assert {"CZE", "SVK"} == some("1994-01-01", "CSK", "CZE", "SVK")


@pytest.mark.parametrize(
    "body, day, name",
    [
        ("UNESCO", "1947-06-01", "Julian Huxley"),
        ("UNESCO", "1984-06-01", "Amadou-Mahtar M'Bow"),
        ("UNESCO", "2005-06-01", "Koïchiro Matsuura"),
        ("UNESCO", "2025-08-01", "Audrey Azoulay"),
        ("WHO", "1950-01-01", "Brock Chisholm"),
        ("WHO", "1980-01-01", "Halfdan T. Mahler"),
        ("WHO", "2006-05-22", "Lee Jong-wook"),
        ("WHO", "2006-05-23", "Anders Nordström"),
        ("WHO", "2017-06-30", "Margaret Chan"),
        ("WHO", "2017-07-01", "Tedros Adhanom Ghebreyesus"),
        ("FAO", "1946-01-01", "John Boyd Orr"),
        ("FAO", "1985-01-01", "Edouard Saouma"),
        ("FAO", "2025-01-01", "Qu Dongyu"),
        ("WMO", "1970-01-01", "David Arthur Davies"),
        ("WMO", "2020-01-01", "Petteri Taalas"),
        ("WMO", "2024-06-01", "Celeste Saulo"),
    ],
)
def test_heads(world, body, day, name):
    """Directors-general and secretaries-general."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CoverageWarning)
        assert name == world.head(body, on=day).name


@pytest.mark.parametrize(
    "body, state, day, before",
    [
        ("UNESCO", "BGD", "1972-10-27", "1972-10-26"),
        ("UNESCO", "BRN", "2005-03-17", "2005-03-16"),
        ("UNESCO", "HND", "1947-12-16", "1947-12-15"),
        ("UNESCO", "SYR", "1946-11-16", "1946-11-15"),
        ("UNESCO", "PRT", "1965-03-11", "1965-03-10"),
        ("UNESCO", "CPV", "1978-02-15", "1978-02-14"),
        ("UNESCO", "THA", "1949-01-01", "1948-12-31"),
        ("UNESCO", "GHA", "1958-04-11", "1958-04-10"),
        ("UNESCO", "NRU", "1996-10-17", "1996-10-16"),
        ("FAO", "CHN", "1973-04-01", "1973-03-31"),
        ("FAO", "ARG", "1951-11-27", "1951-11-26"),
        ("FAO", "PER", "1952-06-17", "1952-06-16"),
        ("FAO", "RUS", "2006-04-11", "2006-04-10"),
        ("FAO", "DEU", "1950-11-27", "1950-11-26"),
        ("FAO", "ZAF", "1993-11-09", "1993-11-08"),
        ("WHO", "USA", "1948-06-21", "1948-06-20"),
        ("WHO", "DEU", "1951-05-29", "1951-05-28"),
        ("WMO", "MDA", "1994-12-21", "1994-12-20"),
    ],
)
def test_first_days(world, body, state, day, before):
    """Days of entry in the tables of parties of Swiss law, the UN's list, and the bodies' own pages."""
    assert state in members(world, body, day, match="certain")
    assert state not in members(world, body, before, match="possible")


@pytest.mark.parametrize(
    "state, no, possible, certain",
    [
        ("NPL", "1951-11-20", "1951-11-24", "1951-11-27"),
        ("BHS", "1975-11-07", "1975-11-09", "1975-11-10"),
        ("PNG", "1975-11-07", "1975-11-09", "1975-11-10"),
    ],
)
def test_days_on_which_the_lists_disagree(world, state, no, possible, certain):
    """Where two lists of FAO have two days, the days between are open."""
    for day, answer in [
        (no, Answer.NO),
        (possible, Answer.POSSIBLE),
        (certain, Answer.CERTAIN),
    ]:
        assert answer is world.is_member(state, of="FAO", on=day), day


def test_members_of_wmo_by_the_gazettes(world):
    """Announced as parties in 1960, 1961 and 1963; Luxembourg not before its law of July 1952."""
    for state, day in [
        ("GIN", "1961-01-01"),
        ("CIV", "1962-01-01"),
        ("GAB", "1964-01-01"),
        ("BDI", "1964-01-01"),
    ]:
        assert Answer.CERTAIN is world.is_member(state, of="WMO", on=day), state
    assert "LUX" not in members(world, "WMO", "1952-08-20", match="possible")
    assert Answer.CERTAIN is world.is_member("NRU", of="WMO", on="2020-01-01")
    assert "NRU" not in members(world, "WMO", "2011-01-01", match="possible")
