"""Europe, gaps filled: the European Council, chairs of ministers, days of heads."""

from __future__ import annotations

import pytest

from summitry import Answer


pytestmark = pytest.mark.filterwarnings("ignore::summitry.CoverageWarning")


def councils(world, body, year):
    """The meetings of heads of a body in a year, in order."""
    found = [
        s
        for s in world.summits
        if body in s.organizations and str(s.since).lstrip("[.")[:4] == str(year)
    ]
    return sorted(found, key=lambda s: s.id)


@pytest.mark.parametrize("year", range(1975, 1986))
def test_the_european_council_met_three_times_a_year(world, year):
    """It began with three meetings a year; the sources say so, and 1979 and 1985 are no exceptions."""
    assert len(councils(world, "EEC", year)) == 3


@pytest.mark.parametrize("year", range(1958, 1975))
def test_seven_summits_came_before_it(world, year):
    """Paris and Bonn in 1961, Rome, The Hague, Paris, Copenhagen, and Paris again."""
    assert len(councils(world, "EEC", year)) == {
        1961: 2,
        1967: 1,
        1969: 1,
        1972: 1,
        1973: 1,
        1974: 1,
    }.get(year, 0)


@pytest.mark.parametrize(
    "key, city, since, until",
    [
        ("eec-summit-1969-12", "The Hague", "1969-12-01", "1969-12-02"),
        ("eec-summit-1972-10", "Paris", "1972-10-19", "1972-10-21"),
        ("eec-summit-1974-12", "Paris", "1974-12-09", "1974-12-10"),
        ("eu-council-1975-03", "Dublin", "1975-03-10", "1975-03-11"),
        ("eu-council-1978-07", "Bremen", "1978-07-06", "1978-07-07"),
        ("eu-council-1980-04", "Luxembourg", "1980-04-27", "1980-04-28"),
        ("eu-council-1983-06", "Stuttgart", "1983-06-17", "1983-06-19"),
        ("eu-council-1984-06", "Fontainebleau", "1984-06-25", "1984-06-26"),
        ("eu-council-1985-06", "Milan", "1985-06-28", "1985-06-29"),
        ("eu-council-1988-06", "Hanover", "1988-06-27", "1988-06-28"),
        ("eu-council-1991-12", "Maastricht", "1991-12-09", "1991-12-10"),
        ("eu-council-1992-12", "Edinburgh", "1992-12-11", "1992-12-12"),
        ("eu-council-1993-06", "Copenhagen", "1993-06-21", "1993-06-22"),
        ("eu-council-1994-06", "Corfu", "1994-06-24", "1994-06-25"),
        ("eu-council-1995-12", "Madrid", "1995-12-15", "1995-12-16"),
        ("eu-council-1999-12", "Helsinki", "1999-12-10", "1999-12-11"),
        ("eu-council-2002-12", "Copenhagen", "2002-12-12", "2002-12-13"),
        ("eu-council-2003-06", "Thessaloniki", "2003-06-19", "2003-06-20"),
    ],
)
def test_where_and_when_the_leaders_met(world, key, city, since, until):
    """Meetings that people know by their place."""
    summit = world.summits[key]
    assert (summit.place.city, str(summit.since), str(summit.until)) == (
        city,
        since,
        until,
    )


def test_the_community_until_maastricht_and_the_union_from_then(world):
    """Copenhagen in June 1993 was the Community's, Brussels in December the Union's."""
    assert world.summits["eu-council-1993-06"].organizations == ("EEC",)
    assert world.summits["eu-council-1993-12"].organizations == ("EU",)


def test_athens_has_two_accounts_of_its_first_day(world):
    """The sources begin it on the 4th or on the 5th of December 1983."""
    athens = world.summits["eu-council-1983-12"]
    assert athens.period.contains("1983-12-04") is Answer.POSSIBLE
    assert athens.period.contains("1983-12-05").certain


@pytest.mark.parametrize(
    "key, kind",
    [
        ("eec-summit-1961-07", "informal"),
        ("eu-council-1990-04", "extraordinary"),
        ("eu-council-1990-06", "ordinary"),
        ("eu-council-1990-10", "extraordinary"),
        ("eu-council-1990-12", "ordinary"),
        ("eu-council-1991-04", "informal"),
    ],
)
def test_kinds(world, key, kind):
    """Special meetings are told from the ordinary ones of the same half-year."""
    assert world.summits[key].kind == kind


@pytest.mark.parametrize(
    "key, state, name",
    [
        ("eu-council-1975-03", "IRL", "Liam Cosgrave"),
        ("eu-council-1977-03", "GBR", "James Callaghan"),
        ("eu-council-1981-03", "NLD", "Dries van Agt"),
        ("eu-council-1991-12", "NLD", "Ruud Lubbers"),
    ],
)
def test_who_presided(world, key, state, name):
    """The presidency has the chair, also in another country: Callaghan in Rome."""
    chair = world.summits[key].chair
    assert (chair.state, chair.head.name) == (state, name)


@pytest.mark.parametrize(
    "day, state",
    [
        ("2002-08-01", "LUX"),
        ("2004-01-15", "NLD"),
        ("2005-01-15", "POL"),
        ("2006-08-01", "RUS"),
        ("2007-01-15", "SMR"),
        ("2014-03-01", "AUT"),
        ("2014-07-01", "AZE"),
        ("2015-02-01", "BEL"),
        ("2019-08-01", "FRA"),
        ("2020-01-15", "GEO"),
        ("2023-12-01", "LIE"),
    ],
)
def test_chair_of_the_committee_of_ministers(world, day, state):
    """Six months each, from mid-May and mid-November."""
    assert {
        c.state
        for c in world.chairmanships
        if c.organization == "COE" and c.period.contains(day).certain
    } == {state}


@pytest.mark.parametrize(
    "body, day, name",
    [
        ("CSCE", "1993-06-15", "Wilhelm Höynck"),
        ("OSCE", "1997-01-01", "Giancarlo Aragona"),
        ("OSCE", "2005-05-01", "Ján Kubiš"),
        ("OSCE", "2005-07-01", "Marc Perrin de Brichambaut"),
        ("OSCE", "2011-07-01", "Lamberto Zannier"),
        ("OSCE", "2017-08-01", "Thomas Greminger"),
        ("BSEC", "2018-10-15", "Michael Christides"),
        ("BSEC", "2021-06-30", "Michael Christides"),
        ("BSEC", "2021-07-01", "Lazăr Comănescu"),
    ],
)
def test_heads(world, body, day, name):
    """Heads on days near the handover."""
    assert world.head(body, on=day).name == name


@pytest.mark.parametrize(
    "day, state",
    [
        ("2015-10-01", "ROU"),
        ("2020-12-31", "ROU"),
        ("2021-01-01", "ALB"),
        ("2021-07-01", "GEO"),
    ],
)
def test_chair_of_the_black_sea_cooperation(world, day, state):
    """Romania kept it all of 2020, then Albania and Georgia."""
    assert {
        c.state
        for c in world.chairmanships
        if c.organization == "BSEC" and c.period.contains(day).certain
    } == {state}


def test_nato_in_the_hague(world):
    """Two days, the 24th and 25th of June 2025."""
    hague = world.summits["nato-2025"]
    assert (str(hague.since), str(hague.until)) == ("2025-06-24", "2025-06-25")


@pytest.mark.parametrize(
    "key, whole",
    [
        ("eu-council-1988-12", ("EEC", "Rhodes", "1988-12-02", "1988-12-03")),
        ("eu-council-1994-12", ("EU", "Essen", "1994-12-09", "1994-12-10")),
        ("eu-council-1995-06", ("EU", "Cannes", "1995-06-26", "1995-06-27")),
        ("eu-council-1996-06", ("EU", "Florence", "1996-06-21", "1996-06-22")),
        ("eu-council-1997-06", ("EU", "Amsterdam", "1997-06-16", "1997-06-17")),
        ("eu-council-1997-11", ("EU", "Luxembourg", "1997-11-20", "1997-11-21")),
        ("eu-council-1997-12", ("EU", "Luxembourg", "1997-12-12", "1997-12-13")),
        ("eu-council-1998-06", ("EU", "Cardiff", "1998-06-15", "1998-06-16")),
        ("eu-council-1998-12", ("EU", "Vienna", "1998-12-11", "1998-12-12")),
        ("eu-council-1999-06", ("EU", "Cologne", "1999-06-03", "1999-06-04")),
        ("eu-council-1999-10", ("EU", "Tampere", "1999-10-15", "1999-10-16")),
        ("eu-council-2000-03", ("EU", "Lisbon", "2000-03-23", "2000-03-24")),
        (
            "eu-council-2000-06",
            ("EU", "Santa Maria da Feira", "2000-06-19", "2000-06-20"),
        ),
    ],
)
def test_meetings_whose_conclusions_give_the_days(world, key, whole):
    """Conclusions of presidencies and pages of single meetings name place and days."""
    body, city, since, until = whole
    meeting = world.summits[key]
    assert body in meeting.organizations
    assert meeting.place.city == city
    assert (str(meeting.since), str(meeting.until)) == (since, until)


def test_no_european_council_is_chaired_by_a_state_not_in_the_presidency(world):
    """The state in the chair is the one that holds the presidency of the Council."""
    for meeting in world.summits:
        if meeting.id.startswith("eu-council-") and meeting.chair is not None:
            day = str(meeting.until or meeting.since).strip("[]").rsplit("..")[-1]
            body = next(iter(meeting.organizations))
            holders = {
                c.state
                for c in world.chairmanships
                if c.organization == body
                and str(c.since)[: len(day)] <= day
                and (c.until is None or day <= str(c.until)[: len(day)])
            }
            assert meeting.chair.party in holders, meeting.id
