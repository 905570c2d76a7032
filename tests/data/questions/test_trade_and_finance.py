"""The WTO, the GATT, the Fund, the Bank and the WCO: hard cases first."""

from __future__ import annotations

import datetime as dt
import warnings

import pytest

from asking import recorded as members

from summitry import Answer, Status
from summitry.errors import CoverageWarning, NotFound


@pytest.mark.parametrize(
    "body, day, count",
    [
        ("GATT", "1957-12-31", 37),
        ("GATT", "1994-12-31", 128),
        ("IMF", "1991-10-15", 156),
        ("IMF", "2025-08-01", 191),
        ("IBRD", "2012-12-31", 188),
        ("WCO", "1953-01-26", 17),
        ("WCO", "2018-01-01", 182),
        ("WCO", "2025-08-01", 186),
    ],
)
def test_counts(world, body, day, count):
    """As the bodies, their historians and the news of the day count the members."""
    assert count == len(members(world, body, day, match="certain"))


@pytest.mark.parametrize(
    "day, count",
    [
        ("2003-04-04", 146),
        ("2008-07-23", 153),
        ("2012-04-29", 154),
        ("2012-05-10", 155),
        ("2012-12-31", 157),
        ("2013-03-02", 159),
        ("2015-11-30", 162),
        ("2016-07-21", 163),
        ("2017-01-01", 164),
        ("2024-08-30", 166),
    ],
)
def test_the_wto_by_its_own_count(world, day, count):
    """The European Communities, now the Union, are one of the members counted."""
    assert count == len(world.members("WTO", on=day))


def test_the_first_day_of_the_wto(world):
    """Seventy-six governments on the first day, the European Communities among them."""
    states = members(world, "WTO", "1995-01-01", match="certain")

    assert 75 == len(states)
    assert {"HKG", "MAC", "USA", "VEN", "MMR"} <= states
    assert not {"CHN", "TWN", "CHE", "POL", "EGY", "CUB"} & states
    assert Answer.CERTAIN is world.is_member("EEC", of="WTO", on="1995-01-01")
    assert Answer.CERTAIN is world.is_member("European Union", of="WTO", on="2020-01-01")


@pytest.mark.parametrize("state", ["TUR", "ISR", "TUN", "SVN", "MDG", "GIN", "FJI"])
def test_not_yet_on_the_first_day(world, state):
    """They are not in the list of the first day, and were in before 1997."""
    assert Answer.NO is world.is_member(state, of="WTO", on="1995-01-01")
    assert Answer.CERTAIN is world.is_member(state, of="WTO", on="1997-01-01")


def test_nobody_at_the_head_of_the_wto(world):
    """The post was empty from September 2020 to February 2021."""
    for day in ("2020-09-01", "2021-02-28"):
        with pytest.raises(NotFound):
            world.head("WTO", on=day)


@pytest.mark.parametrize(
    "state, day",
    [
        ("CHE", "1995-07-01"),
        ("BGR", "1996-12-01"),
        ("KGZ", "1998-12-20"),
        ("LVA", "1999-02-10"),
        ("EST", "1999-11-13"),
        ("GEO", "2000-06-14"),
        ("HRV", "2000-11-30"),
        ("LTU", "2001-05-31"),
        ("CHN", "2001-12-11"),
        ("ARM", "2003-02-05"),
        ("MKD", "2003-04-04"),
        ("SAU", "2005-12-11"),
        ("CPV", "2008-07-23"),
        ("MNE", "2012-04-29"),
        ("WSM", "2012-05-10"),
        ("LAO", "2013-02-02"),
        ("TJK", "2013-03-02"),
        ("KAZ", "2015-11-30"),
        ("RUS", "2012-08-22"),
        ("VUT", "2012-08-24"),
        ("AFG", "2016-07-29"),
        ("COM", "2024-08-21"),
        ("TLS", "2024-08-30"),
    ],
)
def test_accession_to_the_wto(world, state, day):
    """Not a member the day before, and one on the day."""
    eve = dt.date.fromisoformat(day) - dt.timedelta(1)
    assert Answer.CERTAIN is not world.is_member(state, of="WTO", on=str(eve))
    assert Answer.CERTAIN is world.is_member(state, of="WTO", on=day)


def test_three_members_for_china(world):
    """Hong Kong and Macao from the first day, China in 2001, Taiwan in 2002."""
    four = {"CHN", "HKG", "MAC", "TWN"}

    assert {"HKG", "MAC"} == members(world, "WTO", "2001-12-10") & four
    assert {"CHN", "HKG", "MAC"} == members(world, "WTO", "2001-12-31") & four
    assert four <= members(world, "WTO", "2003-01-01", match="certain")


def test_outside_the_wto(world):
    """Algeria, Iran and Serbia are observers; North Korea is nothing."""
    observers = set(
        world.memberships.of("WTO").on("2020-01-01").where(status="observer").states
    )

    assert {"DZA", "IRN", "IRQ", "SRB", "BLR", "ETH", "VAT", "COM"} <= observers
    assert not {"RUS", "YEM", "LAO", "PRK"} & observers
    assert Answer.NO is world.is_member("PRK", of="WTO", on="2020-01-01")


@pytest.mark.parametrize(
    "state, day",
    [
        ("USA", "1948-01-01"),
        ("BRA", "1948-07-30"),
        ("DEU", "1951-10-01"),
        ("JPN", "1955-09-10"),
        ("CHE", "1966-08-01"),
        ("YUG", "1966-08-25"),
        ("POL", "1967-10-18"),
        ("HKG", "1986-04-23"),
        ("MEX", "1986-08-24"),
        ("MAC", "1991-01-11"),
        ("CZE", "1993-04-15"),
        ("SLB", "1994-12-28"),
    ],
)
def test_accession_to_the_gatt(world, state, day):
    """The days of the list of the 128."""
    assert state in members(world, "GATT", day, match="certain")
    year = int(day[:4])
    assert state not in members(world, "GATT", f"{year - 1}-12-31")


def test_who_left_the_gatt(world):
    """China, Lebanon and Syria within the first few years; China stayed out."""
    later = members(world, "GATT", "1955-01-01")

    assert not {"CHN", "LBN", "SYR"} & later
    assert "CSK" in later
    assert "CHN" not in members(world, "GATT", "1994-12-31")


def test_the_gatt_beside_the_wto(world):
    """In 1995 there were both; since 1996 there is the WTO alone."""
    assert Answer.CERTAIN is world.is_member("CHE", of="GATT", on="1995-03-01")
    assert Answer.NO is world.is_member("CHE", of="WTO", on="1995-03-01")
    assert not members(world, "GATT", "1996-01-01")


def test_who_left_the_fund_and_came_back(world):
    """Poland 1950 to 1986, Czechoslovakia 1954 to 1990, Cuba 1964, Indonesia 1965 to 1967."""
    assert {"POL", "CSK", "CUB", "CHN"} <= members(world, "IMF", "1949-06-30")
    assert {"CSK"} == members(world, "IMF", "1954-12-31") & {"POL", "CSK"}
    assert not {"POL", "CSK"} & members(world, "IMF", "1955-01-01")
    assert not {"CUB", "IDN"} & members(world, "IMF", "1966-06-30")
    assert "IDN" in members(world, "IMF", "1967-02-21", match="certain")
    assert "POL" not in members(world, "IMF", "1986-06-11")
    assert "POL" in members(world, "IMF", "1986-06-12")
    assert "CSK" in members(world, "IMF", "1990-09-20")
    assert not members(world, "IMF", "2025-08-01") & {"CUB", "MCO", "PRK", "TWN"}


def test_one_membership_of_china_in_the_fund(world):
    """The seat changed hands in 1980; the membership did not."""
    for day in ("1950-01-01", "1979-12-31", "1980-04-17", "2020-01-01"):
        assert "CHN" in members(world, "IMF", day)
        assert "TWN" not in members(world, "IMF", day)


def test_the_end_of_yugoslavia_in_the_fund(world):
    """Its five successors count from 14 December 1992, whenever they were accepted."""
    successors = {"BIH", "HRV", "MKD", "SCG", "SVN"}

    assert "YUG" in members(world, "IMF", "1992-12-13")
    assert not successors & members(world, "IMF", "1992-12-13")
    assert successors <= members(world, "IMF", "1992-12-14")
    assert "YUG" not in members(world, "IMF", "1992-12-14")
    assert {"SRB", "MNE", "XKX"} <= members(world, "IMF", "2010-01-01", match="certain")
    assert not {"MNE", "XKX"} & members(world, "IMF", "2006-12-31")


@pytest.mark.parametrize(
    "state, day",
    [
        ("DEU", "1952-08-14"),
        ("CHE", "1992-05-29"),
        ("RUS", "1992-06-01"),
        ("XKX", "2009-06-29"),
        ("SSD", "2012-04-18"),
        ("LIE", "2024-10-21"),
    ],
)
def test_joining_the_fund(world, state, day):
    """The days of the list of parties and of the news."""
    eve = dt.date.fromisoformat(day) - dt.timedelta(1)
    assert state in members(world, "IMF", day, match="certain")
    assert state not in members(world, "IMF", str(eve))


def test_the_bank(world):
    """Of the United Nations only Andorra, Cuba, Liechtenstein, Monaco and North Korea are out."""
    now = members(world, "IBRD", "2025-08-01")

    assert 189 == len(now)
    assert not {"AND", "CUB", "LIE", "MCO", "PRK"} & now
    assert {"XKX", "NRU", "TUV", "SMR"} <= now
    assert "ALB" in members(world, "IBRD", "1991-10-15")
    assert "ALB" not in members(world, "IBRD", "1991-10-14")


def test_the_wco(world):
    """Territories and Palestine are members; the Union has a status akin to membership."""
    now = members(world, "WCO", "2025-08-01")

    assert {"HKG", "MAC", "BMU", "CUW", "PSE", "XKX", "PLW", "GNQ", "SLB"} <= now
    assert not {"TWN", "LIE", "PRK", "MCO"} & now
    assert "SUN" in members(world, "WCO", "1991-12-01")
    assert "RUS" in members(world, "WCO", "1992-01-01")
    assert Answer.NO is world.is_member("PLW", of="WCO", on="2024-02-01")
    assert Answer.CERTAIN is world.is_member("PLW", of="WCO", on="2024-02-02")
    (union,) = world.memberships.of("WCO").by("European Union").on("2020-01-01")
    assert Status.OTHER is union.status


def head(world, body, day):
    """The name of who was at the head of a body on a day."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CoverageWarning)
        return world.head(body, on=day).name


@pytest.mark.parametrize(
    "body, day, name",
    [
        ("GATT", "1950-01-01", "Eric Wyndham White"),
        ("GATT", "1966-01-01", "Eric Wyndham White"),
        ("GATT", "1970-01-01", "Olivier Long"),
        ("GATT", "1985-01-01", "Arthur Dunkel"),
        ("GATT", "1994-01-01", "Peter Sutherland"),
        ("WTO", "1995-02-01", "Peter Sutherland"),
        ("WTO", "1996-01-01", "Renato Ruggiero"),
        ("WTO", "2001-01-01", "Mike Moore"),
        ("WTO", "2004-01-01", "Supachai Panitchpakdi"),
        ("WTO", "2010-01-01", "Pascal Lamy"),
        ("WTO", "1999-08-31", "Renato Ruggiero"),
        ("WTO", "1999-09-01", "Mike Moore"),
        ("WTO", "2020-08-31", "Roberto Azevêdo"),
        ("WTO", "2021-03-01", "Ngozi Okonjo-Iweala"),
        ("WTO", "2025-01-01", "Ngozi Okonjo-Iweala"),
        ("IMF", "1946-05-06", "Camille Gutt"),
        ("IMF", "1978-06-18", "Jacques de Larosière"),
        ("IMF", "2008-10-01", "Dominique Strauss-Kahn"),
        ("IMF", "2019-10-01", "Kristalina Georgieva"),
        ("IBRD", "1975-01-01", "Robert McNamara"),
        ("IBRD", "2006-01-01", "Paul Wolfowitz"),
        ("IBRD", "2025-01-01", "Ajay Banga"),
        ("IBRD", "1968-04-30", "Robert McNamara"),
        ("IBRD", "2012-07-01", "Jim Yong Kim"),
        ("IBRD", "2019-03-01", "Kristalina Georgieva"),
        ("IBRD", "2019-04-09", "David Malpass"),
        ("IBRD", "2023-06-02", "Ajay Banga"),
        ("WCO", "2008-12-31", "Michel Danet"),
        ("WCO", "2009-01-01", "Kunio Mikuriya"),
        ("WCO", "2023-12-31", "Kunio Mikuriya"),
        ("WCO", "2024-01-01", "Ian Saunders"),
    ],
)
def test_who_was_at_the_head(world, body, day, name):
    """Directors-general, managing directors, presidents and the secretary general."""
    assert name == head(world, body, day)


def test_wyndham_white_had_two_posts(world):
    """Executive Secretary of the GATT until 23 March 1965, then its Director-General."""
    for day, post in (
        ("1965-03-22", "Executive Secretary"),
        ("1965-03-23", "Director-General"),
    ):
        assert post == world.head("GATT", on=day).post


@pytest.mark.parametrize(
    "state, last_out, first_in",
    [
        ("TWN", "2001-12-31", "2002-01-01"),
        ("UKR", "2008-05-15", "2008-05-16"),
        ("VNM", "2007-01-10", "2007-01-11"),
    ],
)
def test_days_of_accession_in_the_news(world, state, last_out, first_in):
    """Taiwan on the first day of 2002, Viet Nam in January 2007, Ukraine in May 2008."""
    assert Answer.NO is world.is_member(state, of="WTO", on=last_out)
    assert Answer.CERTAIN is world.is_member(state, of="WTO", on=first_in)
