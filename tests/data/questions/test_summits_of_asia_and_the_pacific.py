"""Asia and the Pacific: summits and chairs that were missing."""

from __future__ import annotations

import pytest

from summitry import Answer
from summitry.errors import MultipleFound


pytestmark = pytest.mark.filterwarnings("ignore::summitry.CoverageWarning")


def held(world, body):
    """The summits of a body by id."""
    return {s.id: s for s in world.summits.of(body)}


def days(summit):
    """The first and the last day, as written."""
    return str(summit.since), str(summit.until) if summit.until else None


def test_the_summits_of_asean_without_a_gap(world):
    """From the first to the forty-seventh; the double ones bear the lower number."""
    numbers = {s.number for s in world.summits.of("ASEAN").where(kind="ordinary")}

    assert set(range(1, 48)) - {29, 39, 41, 45} == numbers


@pytest.mark.parametrize(
    "number, city, first, last",
    [
        (20, "Phnom Penh", "2012-04-03", "2012-04-04"),
        (21, "Phnom Penh", "2012-11-18", "2012-11-20"),
        (22, "Bandar Seri Begawan", "2013-04-24", "2013-04-25"),
        (23, "Bandar Seri Begawan", "2013-10-09", "2013-10-10"),
        (24, "Nay Pyi Taw", "2014-05-10", "2014-05-11"),
        (25, "Nay Pyi Taw", "2014-11-12", "[2014-11-12..2014-11-13]"),
        (26, "Kuala Lumpur", "2015-04-27", "2015-04-28"),
        (27, "Kuala Lumpur", "2015-11-21", "2015-11-22"),
        (32, "Singapore", "2018-04-28", None),
        (33, "Singapore", "2018-11-13", "2018-11-15"),
        (46, "Kuala Lumpur", "2025-05-26", "[2025-05-26..2025-05-27]"),
    ],
)
def test_a_summit_of_asean(world, number, city, first, last):
    """Where and when it met."""
    summit = held(world, "ASEAN")[f"asean-{number}"]

    assert number == summit.number
    assert city == summit.place.city
    assert (first, last) == days(summit)


def test_the_virtual_summits_of_asean_in_2021(world):
    """Two at once under Brunei, each at home before a screen."""
    summit = held(world, "ASEAN")["asean-38-39"]

    assert ("virtual", "BRN", None) == (summit.modality, summit.host, summit.place)
    assert ("2021-10-26", "2021-10-28") == days(summit)
    assert "BRN" == world.chair("ASEAN", on="2021-10-26").state


def test_the_informal_summits_of_asean(world):
    """Four in the years between the formal ones; the first in one day in Jakarta."""
    informal = world.summits.of("ASEAN").where(kind="informal")

    assert ["IDN", "MYS", "PHL", "SGP"] == [s.host for s in informal]
    assert ["1996", "1997", "1999", "2000"] == [str(s.since)[:4] for s in informal]
    assert "1996-11-30" == str(informal[0].since)
    assert ("1999-11-28", None) == days(informal[2])


@pytest.mark.parametrize(
    "day, state",
    [
        ("1976-02-24", "IDN"),
        ("1977-08-05", "MYS"),
        ("1987-12-14", "PHL"),
        ("1992-01-28", "SGP"),
    ],
)
def test_who_presided_over_the_early_summits_of_asean(world, day, state):
    """The hosts of the first four."""
    assert state == world.chair("ASEAN", on=day).state


def test_brazil_and_asean(world):
    """Still an applicant in August 2021, a sectoral partner by July 2023."""
    spell = world.memberships.by("BRA").of("ASEAN").one()

    assert "sectoral_dialogue_partner" == spell.status
    assert Answer.NO is spell.period.contains("2021-08-18")
    assert Answer.CERTAIN is spell.period.contains("2023-07-19")


@pytest.mark.parametrize(
    "number, whole",
    [
        (4, ("WSM", "Apia", "1973-04-17", "1973-04-18")),
        (5, ("COK", "Rarotonga", "1974-03-20", "1974-03-22")),
        (7, ("NRU", None, "1976-07-26", "1976-07-28")),
        (13, ("NZL", "Rotorua", "1982-08-09", "1982-08-10")),
        (14, ("AUS", "Canberra", "1983-08-29", "1983-08-30")),
        (16, ("COK", "Rarotonga", "1985-08-05", "1985-08-06")),
        (25, ("AUS", "Brisbane", "1994-07-31", "1994-08-02")),
        (34, ("NZL", "Auckland", "2003-08-14", "2003-08-16")),
        (37, ("FJI", "Nadi", "2006-10-24", "2006-10-25")),
        (38, ("TON", "Nukuʻalofa", "2007-10-16", "2007-10-17")),
        (39, ("NIU", "Alofi", "2008-08-19", "2008-08-20")),
        (40, ("AUS", "Cairns", "2009-08-05", "2009-08-06")),
        (41, ("VUT", "Port Vila", "2010-08-04", "2010-08-05")),
        (44, ("MHL", "Majuro", "2013-09-03", "2013-09-05")),
    ],
)
def test_a_pacific_forum(world, number, whole):
    """Where and when the leaders met, by their communiqués."""
    state, city, first, last = whole
    summit = held(world, "PIF")[f"pif-{number}"]

    assert (number, state, city) == (summit.number, summit.place.state, summit.place.city)
    assert (first, last) == days(summit)


def test_the_pacific_forums_from_1993_on(world):
    """One a year without a gap, the pandemic's two years apart."""
    numbers = [s.number for s in world.summits.of("PIF") if s.number and 24 <= s.number]

    assert list(range(24, 54)) == sorted(numbers)


@pytest.mark.parametrize(
    "day, state",
    [
        ("1995-06-14", "AUS"), ("1997-09-01", "MHL"), ("2001-02-23", "KIR"), ("2003-08-13", "FJI"),
        ("2003-12-01", "NZL"), ("2006-06-01", "PNG"), ("2006-12-01", "FJI"), ("2007-01-15", "PNG"),
        ("2007-10-15", "PNG"), ("2008-01-01", "TON"),
        ("2009-05-02", "NIU"), ("2009-12-01", "AUS"), ("2010-08-06", "VUT"), ("2012-01-01", "NZL"),
        ("2013-01-01", "COK"), ("2022-07-12", "FJI"), ("2023-02-16", "FJI"), ("2023-06-01", "COK"),
    ],
)  # fmt: skip
def test_the_chairs_of_the_pacific_forum(world, day, state):
    """The host of the last meeting, or whoever stood in for it."""
    assert state == world.chair("PIF", on=day).state


def test_the_interim_chair_of_the_pacific_forum(world):
    """Papua New Guinea took the chair back in December 2006, after the coup in Fiji."""
    with pytest.raises(MultipleFound):
        world.chair("PIF", on="2006-12-24")  # the day is not known

    assert "acting" == world.chair("PIF", on="2007-01-15").form


def test_rabuka_hands_over_the_pacific_forum_at_nadi(world):
    """At the special retreat of 24 February 2023, not at the Forum in Rarotonga."""
    fiji = world.chair("PIF", on="2023-02-23")

    assert "Sitiveni Rabuka" == fiji.chairs[-1].name
    assert "2023-02-24" == str(fiji.until) == str(fiji.chairs[-1].until)


@pytest.mark.parametrize(
    "day, state",
    [
        ("1986-01-01", "BGD"), ("1990-06-01", "PAK"), ("1991-01-01", "MDV"), ("2000-01-01", "LKA"), ("2001-11-02", "LKA"),
        ("2005-11-11", "PAK"), ("2005-11-13", "BGD"), ("2009-01-01", "LKA"), ("2010-04-29", "BTN"),
        ("2011-01-01", "BTN"), ("2014-11-25", "MDV"), ("2014-11-26", "NPL"), ("2020-02-07", "NPL"),
        ("2025-08-01", "NPL"),
    ],
)  # fmt: skip
def test_the_chairs_of_saarc(world, day, state):
    """The host of the last summit; Nepal since 2014, as none has been held since."""
    assert state == world.chair("SAARC", on=day).state


def test_the_chairs_of_the_sco_before_2013(world):
    """China had it from Kazakhstan after the Astana summit of 2011."""
    assert "KAZ" == world.chair("SCO", on="2011-06-14").state
    assert "CHN" == world.chair("SCO", on="2012-06-06").state
    assert "TJK" == world.chair("SCO", on="2013-12-31").state


def test_uzbekistan_takes_over_the_sco_at_ufa(world):
    """Russia handed over on 10 July 2015."""
    assert "RUS" == world.chair("SCO", on="2015-07-09").state
    assert "UZB" == world.chair("SCO", on="2015-07-11").state
