"""OPEC, the Commonwealth, G7, G20, BRICS, OECD, OEEC, GECF, D-8: hard cases first."""

from __future__ import annotations

import pytest

from asking import sure as states

from summitry import Answer, Standing
from summitry.errors import NotFound


@pytest.mark.parametrize(
    "state, last_in, first_out",
    [
        ("QAT", "2018-12-31", "2019-01-01"),
        ("AGO", "2023-12-31", "2024-01-01"),
        ("IDN", "2008-12-31", "2009-01-01"),
        ("IDN", "2016-11-30", "2016-12-01"),
        ("ECU", "2019-12-31", "2020-01-01"),
    ],
)
def test_who_left_opec(world, state, last_in, first_out):
    """A member to the last day, and no longer the day after."""
    assert state in states(world, "OPEC", last_in)
    assert Answer.NO is world.is_member(state, of="OPEC", on=first_out)


def test_who_came_back_to_opec(world):
    """Ecuador was away from 1992 to 2007, Gabon from 1995 to 2016, Indonesia to 2016."""
    for state, day in [
        ("ECU", "2000-01-01"),
        ("GAB", "2000-01-01"),
        ("IDN", "2012-01-01"),
    ]:
        assert Answer.NO is world.is_member(state, of="OPEC", on=day)
    for state, day in [
        ("ECU", "2010-01-01"),
        ("GAB", "2016-08-01"),
        ("IDN", "2016-06-01"),
    ]:
        assert Answer.CERTAIN is world.is_member(state, of="OPEC", on=day)
    assert Answer.NO is world.is_member("ECU", of="OPEC", on="2020-01-03")


@pytest.mark.parametrize(
    "day, count",
    [("1960-12-31", 5), ("2000-09-28", 11), ("2018-07-01", 15), ("2024-01-01", 12)],
)
def test_the_number_of_members_of_opec(world, day, count):
    """Five founders; eleven at Caracas, fifteen in mid-2018, twelve since 2024."""
    assert count == len(states(world, "OPEC", day))


def test_the_heads_of_opec(world):
    """The first, one of a president's terms without a secretary general, the last two."""
    assert "Fuad Rouhani" == world.head("OPEC", on="1961-01-21").name
    assert "acting" == world.head("OPEC", on="1984-06-01").capacity
    assert "Mohammed Barkindo" == world.head("OPEC", on="2022-07-05").name
    assert "Haitham Al-Ghais" == world.head("OPEC", on="2022-08-01").name
    with pytest.raises(NotFound):
        world.head("OPEC", on="2022-07-20")


def test_the_summits_of_opec(world):
    """Heads of state met three times: Algiers, Caracas, Riyadh."""
    cities = [summit.place.city for summit in world.summits.of("OPEC")]

    assert ["Algiers", "Caracas", "Riyadh"] == cities


@pytest.mark.parametrize(
    "day, count",
    [
        ("1949-04-18", 8),
        ("1957-03-06", 9),
        ("1957-08-31", 10),
        ("2017-01-01", 52),
        ("2018-03-01", 53),
        ("2020-02-01", 54),
        ("2022-06-25", 56),
        ("2025-08-01", 56),
    ],
)
def test_the_number_of_members_of_the_commonwealth(world, day, count):
    """Eight at the London Declaration, Ghana the ninth, Malaya the tenth, 56 today."""
    assert count == len(states(world, "CW", day))


@pytest.mark.parametrize(
    "state, last_in, first_out, back",
    [
        ("ZAF", "1961-05-30", "1961-05-31", "1994-06-01"),
        ("PAK", "1972-01-29", "1972-01-30", "1989-08-02"),
        ("GMB", "2013-10-02", "2013-10-03", "2018-02-08"),
        ("MDV", "2016-10-12", "2016-10-13", "2020-02-01"),
        ("FJI", "1987-10-14", "1987-10-15", "1997-10-01"),
    ],
)
def test_who_left_the_commonwealth_and_came_back(world, state, last_in, first_out, back):
    """Five states went and returned."""
    assert Answer.CERTAIN is world.is_member(state, of="CW", on=last_in)
    assert Answer.NO is world.is_member(state, of="CW", on=first_out)
    assert Answer.CERTAIN is world.is_member(state, of="CW", on=back)


def test_who_left_the_commonwealth_for_good(world):
    """Ireland in 1949, Zimbabwe in 2003."""
    assert "IRL" in states(world, "CW", "1949-04-17")
    assert Answer.NO is world.is_member("IRL", of="CW", on="1949-04-18")
    assert "ZWE" in states(world, "CW", "2003-12-01")
    assert Answer.NO is world.is_member("ZWE", of="CW", on="2004-01-01")


@pytest.mark.parametrize(
    "state, since, until",
    [
        ("NGA", "1995-11-11", "1999-05-28"),
        ("PAK", "1999-10-18", "2004-05-21"),
        ("PAK", "2007-11-22", "2008-04-30"),
        ("FJI", "2000-06-06", "2001-12-19"),
        ("FJI", "2006-12-08", "2014-09-25"),
        ("ZWE", "2002-03-19", "2003-11-30"),
        ("GAB", "2023-09-18", "2025-07-14"),
    ],
)
def test_suspensions_from_the_commonwealth(world, state, since, until):
    """Suspended from the first day to the last, and a member all the same."""
    of = world.memberships.by(state).of("CW")
    for day in (since, until):
        assert Standing.SUSPENDED is of.on(day, match="certain").one().standing
        assert Answer.CERTAIN is world.is_member(state, of="CW", on=day)


def test_a_suspension_ends(world):
    """Nigeria on 1999-05-29, Gabon on 2025-07-15."""
    for state, day in [
        ("NGA", "1999-05-29"),
        ("GAB", "2025-07-15"),
        ("PAK", "2004-05-22"),
    ]:
        assert (
            Standing.ACTIVE is world.memberships.by(state).of("CW").on(day).one().standing
        )


def test_special_members_of_the_commonwealth(world):
    """Nauru, Tuvalu and Saint Vincent began as special members."""
    for state, day in [
        ("NRU", "1999-04-30"),
        ("TUV", "2000-08-31"),
        ("VCT", "1985-05-31"),
    ]:
        spell = world.memberships.by(state).of("CW").on(day).one()
        assert "special member" == spell.status_label
    assert (
        world.memberships.by("TUV").of("CW").on("2000-09-01").one().status_label is None
    )


def test_tanganyika_and_zanzibar_in_the_commonwealth(world):
    """Two members became one in April 1964."""
    three = {"XTK", "XZZ", "TZA"}

    assert {"XTK", "XZZ"} == states(world, "CW", "1964-04-25") & three
    assert {"TZA"} == states(world, "CW", "1964-04-26") & three


@pytest.mark.parametrize(
    "day, name",
    [
        ("1965-07-01", "Arnold Smith"),
        ("1975-07-01", "Shridath Ramphal"),
        ("1990-07-01", "Emeka Anyaoku"),
        ("2000-04-01", "Don McKinnon"),
        ("2016-03-31", "Kamalesh Sharma"),
        ("2016-04-01", "Patricia Scotland"),
        ("2025-04-01", "Shirley Ayorkor Botchwey"),
    ],
)
def test_the_secretaries_general_of_the_commonwealth(world, day, name):
    """Seven in sixty years."""
    assert name == world.head("CW", on=day).name


@pytest.mark.parametrize(
    "day, state",
    [("2008-06-01", "UGA"), ("2012-01-01", "AUS"), ("2014-01-01", "LKA"), ("2016-01-01", "MLT"), ("2020-01-01", "GBR"), ("2023-06-01", "RWA"), ("2025-07-15", "WSM")],
)  # fmt: skip
def test_the_chair_of_the_commonwealth(world, day, state):
    """The host of a meeting of heads of government, until the next one."""
    assert state == world.chair("CW", on=day).state


def test_the_first_meetings_of_heads_of_government(world):
    """Singapore in January 1971 was the first, Ottawa the second."""
    first, second = world.summits.of("CW")[:2]

    assert ("Singapore", "1971-01-14") == (first.place.city, str(first.since))
    assert ("Ottawa", "1973-08-10") == (second.place.city, str(second.until))


def test_russia_in_the_g8(world):
    """Not in at Lyon, in at Birmingham, suspended on 2014-03-24."""
    russia = world.memberships.by("RUS").of("G7")

    assert Answer.NO is world.is_member("RUS", of="G7", on="1996-06-28")
    assert Answer.CERTAIN is world.is_member("RUS", of="G7", on="1998-05-15")
    assert Standing.ACTIVE is russia.on("2014-03-23").one().standing
    assert Standing.SUSPENDED is russia.on("2014-03-24").one().standing
    assert Answer.NO is world.is_member("RUS", of="G7", on="2019-01-01")


@pytest.mark.parametrize(
    "day, count", [("1975-11-16", 6), ("1976-06-28", 7), ("2000-01-01", 8), ("2015-01-01", 7), ("2025-01-01", 7)]
)  # fmt: skip
def test_how_many_the_g7_were(world, day, count):
    """Six, seven, eight, and seven again."""
    members = world.members("G7", on=day, match="certain").where(standing="active")

    assert count == len(members.states)


def test_the_eu_is_an_unnumbered_member_of_the_g7(world):
    """At the table, and not counted."""
    assert ("EU",) == world.members("G7", on="2015-01-01").organizations


@pytest.mark.parametrize(
    "day, state", [("2006-07-15", "RUS"), ("2018-06-08", "CAN"), ("2023-05-20", "JPN"), ("2024-06-14", "ITA"), ("2025-06-16", "CAN")]
)  # fmt: skip
def test_the_chair_of_the_g7(world, day, state):
    """The host of the year's summit presides for the year."""
    assert state == world.chair("G7", on=day).state


def test_the_summits_of_the_g7(world):
    """Fifty-one numbered ones to 2025, of which that of 2020 was not held."""
    summits = world.summits.of("G7").where(kind="ordinary")

    assert list(range(1, 52)) == [summit.number for summit in summits]
    assert ["g7-2020"] == [s.id for s in summits if s.happened == "cancelled"]
    brussels = next(s for s in summits if s.number == 40)
    assert ("Brussels", "EU") == (brussels.place.city, brussels.chair.party)


def test_the_members_of_the_g20(world):
    """Nineteen states and the EU; the AU since New Delhi."""
    assert 19 == len(states(world, "G20", "2010-01-01"))
    assert ("EU",) == world.members("G20", on="2023-09-08").organizations
    assert {"AU", "EU"} == set(world.members("G20", on="2023-09-09").organizations)


@pytest.mark.parametrize(
    "day, state",
    [("2012-06-18", "MEX"), ("2016-09-04", "CHN"), ("2022-11-30", "IDN"), ("2022-12-01", "IND"), ("2023-12-01", "BRA"), ("2024-12-01", "ZAF")],
)  # fmt: skip
def test_the_chair_of_the_g20(world, day, state):
    """From 1 December to 30 November."""
    assert state == world.chair("G20", on=day).state


def test_the_summits_of_the_g20(world):
    """Two a year in 2009 and 2010, the fifteenth by video."""
    summits = world.summits.of("G20")

    assert ["Washington", "London", "Pittsburgh", "Toronto", "Seoul", "Cannes"] == [
        summit.place.city for summit in summits[:6]
    ]
    assert "virtual" == next(s for s in summits if s.number == 15).modality
    assert "2023-09-09" == str(next(s for s in summits if s.number == 18).since)


@pytest.mark.parametrize(
    "day, count", [("2010-12-23", 4), ("2010-12-24", 5), ("2023-12-31", 5), ("2024-01-01", 9), ("2025-01-05", 9), ("2025-01-06", 10)]
)  # fmt: skip
def test_how_brics_grew(world, day, count):
    """Four, five with South Africa, nine in 2024, ten with Indonesia."""
    assert count == len(states(world, "BRICS", day))


def test_who_was_invited_to_brics_and_did_not_join(world):
    """Argentina declined, Saudi Arabia had not confirmed."""
    assert Answer.NO is world.is_member("ARG", of="BRICS", on="2024-01-01")
    assert Answer.NO is world.is_member("SAU", of="BRICS", on="2025-08-01")
    assert (
        "candidate"
        == world.memberships.by("SAU").of("BRICS").on("2025-08-01").one().status
    )


def test_the_partners_of_brics(world):
    """Nine since January 2025, Viet Nam the tenth in June."""
    partners = world.memberships.of("BRICS").where(status="partner")

    assert 9 == len(partners.on("2025-01-17", match="certain").states)
    assert 10 == len(partners.on("2025-07-01", match="certain").states)


def test_the_summits_and_chairs_of_brics(world):
    """Seventeen summits from Yekaterinburg to Rio; Brazil presided over 2025."""
    summits = world.summits.of("BRICS")

    assert list(range(1, 18)) == [summit.number for summit in summits]
    assert ("Yekaterinburg", "Rio de Janeiro") == (
        summits[0].place.city,
        summits[-1].place.city,
    )
    assert "BRA" == world.chair("BRICS", on="2025-07-06").state
    assert "RUS" == world.chair("BRICS", on="2024-10-22").state


OECD = {"JPN": "1964-04-28", "FIN": "1969-01-28", "AUS": "1971-06-07", "NZL": "1973-05-29", "MEX": "1994-05-18", "CZE": "1995-12-21", "HUN": "1996-05-07", "POL": "1996-11-22", "KOR": "1996-12-12", "SVK": "2000-12-14", "CHL": "2010-05-07", "SVN": "2010-07-21", "ISR": "2010-09-07", "EST": "2010-12-09", "LVA": "2016-07-01", "LTU": "2018-07-05", "COL": "2020-04-28", "CRI": "2021-05-25"}  # fmt: skip


@pytest.mark.parametrize("state, day", OECD.items())
def test_accessions_to_the_oecd(world, state, day):
    """As Eurostat lists them, to the day."""
    assert day == str(
        world.memberships.by(state).of("OECD").where(status="member").one().since
    )


def test_the_number_of_members_of_the_oecd(world):
    """Twenty founders, of whom Italy came last; 34 in 2013; Costa Rica is the 38th."""
    assert 17 == len(states(world, "OECD", "1961-09-30"))
    assert 20 == len(states(world, "OECD", "1962-03-29"))
    assert 34 == len(states(world, "OECD", "2013-06-01"))
    assert 37 == len(states(world, "OECD", "2021-05-24"))
    assert 38 == len(states(world, "OECD", "2021-05-25"))


def test_who_is_no_member_of_the_oecd(world):
    """Key partners and candidates are not members."""
    for state in ("BRA", "CHN", "IND", "IDN", "ZAF", "RUS", "ROU"):
        assert Answer.NO is world.is_member(state, of="OECD", on="2025-08-01")
    russia = world.memberships.by("RUS").of("OECD")
    assert 1 == len(russia.on("2022-02-24"))
    assert 0 == len(russia.on("2022-02-25"))


def test_the_secretaries_general_of_the_oecd(world):
    """An interim in October 1994, in the midst of the third one's terms."""
    for day, name in [
        ("1965-01-01", "Thorkil Kristensen"),
        ("1984-09-30", "Emiel van Lennep"),
        ("1994-10-15", "Staffan Sohlman"),
        ("1995-01-01", "Jean-Claude Paye"),
        ("2021-05-31", "José Ángel Gurría"),
        ("2021-06-01", "Mathias Cormann"),
    ]:
        assert name == world.head("OECD", on=day).name


def test_the_oeec(world):
    """Sixteen signed in 1948, Germany came in 1949 and Spain after an association."""
    assert 16 == len(states(world, "OEEC", "1948-04-16"))
    assert "DEU" in states(world, "OEEC", "1950-01-01")
    assert Answer.NO is world.is_member("ESP", of="OEEC", on="1957-12-31")
    assert 18 == len(states(world, "OEEC", "1961-01-01"))
    assert (
        "observer" == world.memberships.by("YUG").of("OEEC").on("1960-01-01").one().status
    )


@pytest.mark.filterwarnings("ignore::summitry.CoverageWarning")  # it begins in 2015
def test_the_gecf(world):
    """Eleven signed in December 2008; twelve were members in 2018."""
    assert 11 == len(states(world, "GECF", "2008-12-23"))
    assert 12 == len(states(world, "GECF", "2018-10-23"))
    assert {"KAZ", "NOR"} <= set(
        world.observers("GECF", on="2009-01-01", match="certain").states
    )
    assert "Leonid Bokhanovsky" == world.head("GECF", on="2010-01-01").name
    assert "Mohamed Hamel" == world.head("GECF", on="2022-01-01").name


def test_the_d8(world):
    """Eight were nine from 2024-12-19; the host of a summit presides until the next."""
    assert 8 == len(states(world, "D-8", "2024-12-18"))
    assert 9 == len(states(world, "D-8", "2024-12-19"))
    for day, state in [
        ("1998-01-01", "TUR"),
        ("2015-01-01", "PAK"),
        ("2020-01-01", "TUR"),
        ("2021-04-09", "BGD"),
    ]:
        assert state == world.chair("D-8", on=day).state
    assert "Ku Jaafar Ku Shaari" == world.head("D-8", on="2020-01-01").name


@pytest.mark.parametrize(
    "day, count",
    [
        ("1957-03-06", 9),  # Ghana the ninth (Secretariat)
        ("1987-10-14", 49),
        ("1987-10-16", 48),  # "lowering the membership to 48" (The Press)
        ("1990-03-21", 50),  # Namibia the fiftieth (Los Angeles Times)
        ("1999-11-12", 54),  # the communique and the page of the Durban meeting
        ("2002-03-02", 54),
        ("2005-11-25", 53),
        ("2007-11-23", 53),
        ("2022-06-26", 56),
        ("2025-08-01", 56),
    ],
)
def test_how_many_were_in_the_commonwealth(world, day, count):
    """The counts that sources of the time give."""
    assert count == len(states(world, "CW", day))


def test_the_33_first_of_the_commonwealth(world):
    """The Secretariat's ordinals, which count South Africa (out in 1961) and not Ireland."""
    for state, day, place in [
        ("CYP", "1961-03-13", 12),
        ("JAM", "1962-08-06", 15),
        ("MWI", "1964-07-06", 19),
        ("GMB", "1965-02-18", 22),
        ("BRB", "1966-11-30", 27),
        ("MUS", "1968-03-12", 28),
        ("FJI", "1970-10-10", 33),
    ]:
        now = states(world, "CW", day)
        assert state in now
        assert place == len(now | {"ZAF"})


def test_nauru_is_a_member_throughout(world):
    """Whatever it paid, it was in."""
    for day in ("1968-11-01", "1999-05-01", "2005-01-01", "2007-11-23", "2011-06-15"):
        assert Answer.CERTAIN is world.is_member("NRU", of="CW", on=day)


def test_the_27_meetings_of_the_commonwealth(world):
    """Numbered without a gap from Singapore to Apia; the ninth was a special one."""
    meetings = sorted(world.summits.of("CW"), key=lambda one: one.number)
    assert list(range(1, 28)) == [one.number for one in meetings]
    days = {one.number: (str(one.since), str(one.until)) for one in meetings}
    assert ("1986-08-03", "1986-08-05") == days[9]
    assert ("1995-11-10", "1995-11-13") == days[14]
    assert ("2002-03-02", "2002-03-05") == days[17]
    assert ("2022-06-24", "2022-06-25") == days[26]
    assert ("2024-10-25", "2024-10-26") == days[27]


def test_chairs_of_the_commonwealth(world):
    """From the opening of one meeting to the next."""
    for day, state in [
        ("2000-06-01", "ZAF"),
        ("2002-06-01", "AUS"),
        ("2006-01-01", "MLT"),
    ]:
        assert state == world.chair("CW", on=day).state
    assert "RWA" == world.chair("CW", on="2024-10-24").state
    assert "WSM" == world.chair("CW", on="2024-10-26").state


@pytest.mark.parametrize(
    "day, count",
    [
        ("1960-09-14", 5),
        ("2006-12-31", 11),
        ("2007-01-01", 12),  # Angola the twelfth
        ("2016-07-01", 14),  # with Gabon
        ("2017-05-25", 14),  # Equatorial Guinea the fourteenth
        ("2018-07-01", 15),  # with Congo
        ("2019-01-01", 14),
        ("2020-01-01", 13),
        ("2024-01-01", 12),  # without Angola
    ],
)
def test_how_many_were_in_opec(world, day, count):
    """The counts that the news of the day gave."""
    assert count == len(states(world, "OPEC", day))


def test_who_entered_opec_on_the_day(world):
    """Gabon on 2016-07-01, Equatorial Guinea on 2017-05-25, Angola with 2007."""
    for state, before, day in [
        ("GAB", "2016-06-30", "2016-07-01"),
        ("GNQ", "2017-05-24", "2017-05-25"),
        ("AGO", "2006-12-31", "2007-01-01"),
    ]:
        assert Answer.NO is world.is_member(state, of="OPEC", on=before)
        assert Answer.CERTAIN is world.is_member(state, of="OPEC", on=day)


def test_the_emirates_in_the_gecf(world):
    """A member in 2019, an observer at the summit of 2022, a member again in 2023."""
    assert 12 == len(states(world, "GECF", "2019-10-24"))
    assert Answer.NO is world.is_member("ARE", of="GECF", on="2022-02-22")
    assert 11 == len(states(world, "GECF", "2022-02-22"))
    assert Answer.CERTAIN is world.is_member("ARE", of="GECF", on="2023-09-13")


def test_russia_between_the_announcement_and_june_2018(world):
    """Still suspended in 2016; whether it was still in at all in 2017 depends on the source."""
    assert Answer.CERTAIN is world.is_member("RUS", of="G7", on="2016-06-01")
    assert Answer.POSSIBLE is world.is_member("RUS", of="G7", on="2017-06-01")
    assert Answer.NO is world.is_member("RUS", of="G7", on="2018-07-01")
