"""The OAU, the African Union, the Arab bodies and the OIC, asked as a user would."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from asking import standing

from summitry import Answer, Standing


def suspended(world, body, day):
    """The members that are suspended on a day."""
    return set(world.members(body, on=day).where(standing="suspended").states)


def test_the_oau_began_with_thirty_two_and_ended_with_fifty_three(world):
    """As the African Union itself counts."""
    assert 32 == len(world.members("OAU", on="1963-05-25"))
    assert 53 == len(world.members("OAU", on="2002-07-08"))


def test_the_union_took_the_place_of_the_oau(world):
    """The OAU until 2002-07-08, the union from the day of its launch at Durban."""
    assert set() == set(world.members("OAU", on="2002-07-09").states)
    assert set() == set(world.members("AU", on="2002-07-08").states)
    before = set(world.members("OAU", on="2002-07-08").states)
    assert before == set(world.members("AU", on="2002-07-09").states)


@pytest.mark.parametrize(
    "day, count", [("2002-12-31", 53), ("2011-12-31", 54), ("2025-08-01", 55)]
)
def test_the_union_by_year(world, day, count):
    """Fifty-three, with South Sudan 54, with Morocco 55."""
    assert count == len(world.members("AU", on=day))


def test_morocco(world):
    """Out of the OAU in November 1984, into the African Union in January 2017."""
    assert Answer.CERTAIN is world.is_member("Morocco", of="OAU", on="1984-11-01")
    assert "MAR" in world.members("OAU", on="1984-11-11").states
    assert "MAR" not in world.members("OAU", on="1990-01-01").states
    assert "MAR" not in world.members("AU", on="2017-01-29").states
    assert "MAR" in world.members("AU", on="2017-01-31").states


def test_the_sahrawi_republic(world):
    """Admitted in February 1982, and a member of the union from the first day."""
    assert "ESH" not in world.members("OAU", on="1982-02-21").states
    assert "ESH" in world.members("OAU", on="1982-02-22").states
    assert "ESH" in world.members("AU", on="2002-07-09").states


def test_south_sudan_and_eritrea(world):
    """The last two new states."""
    assert "ERI" not in world.members("OAU", on="1993-05-23").states
    assert "ERI" in world.members("OAU", on="1993-05-24").states
    assert "SSD" not in world.members("AU", on="2011-07-26").states
    assert "SSD" in world.members("AU", on="2011-07-27").states


def test_tanganyika_became_tanzania(world):
    """One seat, from one day to the next."""
    two = {"XTK", "TZA"}
    assert {"XTK"} == set(world.members("OAU", on="1964-04-25").states) & two
    assert {"TZA"} == set(world.members("OAU", on="1964-04-26").states) & two


@pytest.mark.parametrize(
    "state, before, during, after",
    [
        ("GIN", "2008-11-30", "2009-06-01", "2010-12-09"),
        ("MDG", "2009-03-01", "2010-01-01", "2014-01-27"),
        ("NER", "2010-01-31", "2010-06-01", "2011-04-01"),
        ("CIV", "2010-12-08", "2010-12-09", "2011-04-21"),
        ("MLI", "2012-03-22", "2012-03-23", "2014-07-01"),
        ("EGY", "2013-06-30", "2014-06-16", "2014-06-17"),
        ("GNB", "2012-04-01", "2014-06-16", "2014-06-17"),
        ("CAF", "2013-02-28", "2014-06-17", "2017-01-01"),
        ("SDN", "2019-06-05", "2019-06-06", "2019-09-06"),
        ("MLI", "2020-08-18", "2020-08-19", "2020-10-09"),
        ("GAB", "2023-08-30", "2023-08-31", "2025-04-30"),
        ("MRT", "2008-08-05", "2008-09-01", "2009-07-01"),
    ],
)
def test_suspended_and_back(world, state, before, during, after):
    """A suspended member of the African Union is a member all the same."""
    assert Standing.ACTIVE is standing(world, state, "AU", before)
    assert Standing.SUSPENDED is standing(world, state, "AU", during)
    assert Standing.ACTIVE is standing(world, state, "AU", after)
    assert state in world.members("AU", on=during).states


@pytest.mark.parametrize(
    "state, first, back",
    [
        ("MRT", "2005-08-04", None),
        ("MRT", "2008-08-09", "2009-06-29"),
        ("GIN", "2008-12-29", "2010-12-09"),
        ("MDG", "2009-03-20", "2014-01-27"),
        ("NER", "2010-02-19", None),
        ("CIV", "2010-12-09", "2011-04-21"),
        ("MLI", "2012-03-23", "2012-10-24"),
        ("GNB", "2012-04-17", "2014-06-17"),
        ("CAF", None, "2016-04-06"),
        ("EGY", "2013-07-05", "2014-06-17"),
        ("BFA", "2015-09-18", "2015-09-26"),
        ("SDN", "2019-06-06", "2019-09-06"),
        ("MLI", "2020-08-19", "2020-10-09"),
        ("MLI", "2021-06-01", None),
        ("GIN", "2021-09-10", None),
        ("SDN", "2021-10-27", None),
        ("BFA", "2022-01-31", None),
        ("NER", "2023-08-22", None),
        ("GAB", "2023-08-31", "2025-04-30"),
    ],
)
def test_suspensions_to_the_day(world, state, first, back):
    """By the decisions of the Peace and Security Council, the first and last days."""

    def day_before(day):
        return str(date.fromisoformat(day) - timedelta(days=1))

    if first:
        assert state not in suspended(world, "AU", day_before(first))
        assert state in suspended(world, "AU", first)
    if back:
        assert state in suspended(world, "AU", day_before(back))
        assert state not in suspended(world, "AU", back)
        assert Standing.ACTIVE is standing(world, state, "AU", back)


def test_burkina_faso_was_not_suspended_in_2014(world):
    """The fifteen days given in November 2014 were enough."""
    assert Standing.ACTIVE is standing(world, "BFA", "AU", "2014-11-03")
    assert Standing.ACTIVE is standing(world, "BFA", "AU", "2014-12-01")
    assert Standing.ACTIVE is standing(world, "BFA", "AU", "2015-10-01")


def test_who_was_suspended_when_madagascar_was(world):
    """News of March 2009 names Mauritania and Guinea beside it."""
    assert {"MRT", "GIN", "MDG"} == suspended(world, "AU", "2009-03-20")


def test_who_was_suspended_when_egypt_was(world):
    """News of July 2013: 54 members; Central Africa, Madagascar, Guinea-Bissau out."""
    assert {"EGY", "CAF", "MDG", "GNB"} == suspended(world, "AU", "2013-07-05")
    assert 54 == len(world.members("AU", on="2013-07-05"))


def test_five_remained_suspended_after_gabon_came_back(world):
    """On the last day of April 2025."""
    five = {"GIN", "BFA", "MLI", "SDN", "NER"}
    assert five | {"GAB"} == suspended(world, "AU", "2025-04-29")
    assert five == suspended(world, "AU", "2025-04-30")


def test_guinea_bissau_is_not_suspended_in_this_catalogue(world):
    """The suspension of November 2025 is later than its last day."""
    assert Standing.ACTIVE is standing(world, "GNB", "AU", "2025-08-01")


def test_six_were_suspended_in_september_2023(world):
    """The record number."""
    six = {"GIN", "BFA", "MLI", "SDN", "NER", "GAB"}
    assert six == suspended(world, "AU", "2023-09-03")
    assert six - {"GAB"} == suspended(world, "AU", "2025-08-01")


def test_two_were_suspended_in_august_2020(world):
    """Mali after its coup, South Sudan over its dues."""
    assert {"MLI", "SSD"} == suspended(world, "AU", "2020-08-20")


@pytest.mark.parametrize(
    "body, day, state",
    [
        ("OAU", "1963-12-31", "ETH"),
        ("OAU", "1964-12-31", "EGY"),
        ("OAU", "1966-06-01", "GHA"),
        ("OAU", "1975-12-31", "UGA"),
        ("OAU", "1980-06-01", "SEN"),
        ("OAU", "1982-06-01", "KEN"),
        ("OAU", "1988-12-31", "MLI"),
        ("AU", "2002-12-31", "ZAF"),
        ("AU", "2009-06-01", "LBY"),
        ("AU", "2015-06-01", "ZWE"),
        ("AU", "2018-06-01", "RWA"),
        ("AU", "2025-02-14", "MRT"),
        ("AU", "2025-06-01", "AGO"),
    ],
)
def test_chairs(world, body, day, state):
    """Who was in the chair."""
    assert state == world.chair(body, on=day).state


@pytest.mark.parametrize(
    "body, day, name",
    [
        ("OAU", "1964-01-01", "Kifle Wodajo"),
        ("OAU", "1970-01-01", "Diallo Telli"),
        ("OAU", "1995-01-01", "Salim Ahmed Salim"),
        ("AU", "2005-01-01", "Alpha Oumar Konaré"),
        ("AU", "2014-01-01", "Nkosazana Dlamini-Zuma"),
        ("AU", "2025-06-01", "Mahmoud Ali Youssouf"),
        ("LAS", "1948-05-15", "Abdul Rahman Azzam"),
        ("LAS", "1985-01-01", "Chedli Klibi"),
        ("LAS", "2003-03-01", "Amr Moussa"),
        ("LAS", "2025-08-01", "Ahmed Aboul Gheit"),
        ("GCC", "1990-08-02", "Abdullah Bishara"),
        ("GCC", "2015-01-01", "Abdullatif bin Rashid Al Zayani"),
        ("AMU", "2010-01-01", "Habib Ben Yahia"),
        ("AMU", "2025-01-01", "Tarek Ben Salem"),
        ("OIC", "1972-06-01", "Tunku Abdul Rahman"),
        ("OIC", "2010-06-01", "Ekmeleddin İhsanoğlu"),
        ("OIC", "2024-06-01", "Hissein Brahim Taha"),
    ],
)
def test_heads(world, body, day, name):
    """Who was at the head of the secretariat or commission."""
    assert name == world.head(body, on=day).name


def test_the_gulf_secretary_general_changed_in_february_2023(world):
    """Both were Kuwaitis, and the handover was on the first of the month."""
    assert "Nayef Falah Mubarak Al Hajraf" == world.head("GCC", on="2023-01-31").name
    assert "Jasem Mohammed Al-Budaiwi" == world.head("GCC", on="2023-02-01").name
    assert "Jasem Mohammed Al-Budaiwi" == world.head("GCC", on="2025-08-01").name


def test_the_arab_league_has_twenty_two_members(world):
    """And had seven within weeks of its founding."""
    assert 6 == len(world.members("LAS", on="1945-03-22"))
    assert 7 == len(world.members("LAS", on="1945-05-05"))
    for day in ("1994-01-01", "2011-06-01", "2025-08-01"):
        assert 22 == len(world.members("LAS", on=day))


def test_the_united_arab_republic_in_the_league(world):
    """One member in the place of two."""
    three = {"EGY", "SYR", "XUR"}
    assert {"EGY", "SYR"} == set(world.members("LAS", on="1958-02-21").states) & three
    assert {"XUR"} == set(world.members("LAS", on="1960-01-01").states) & three
    assert {"EGY", "SYR"} == set(world.members("LAS", on="1962-01-01").states) & three


def test_egypt_syria_and_libya_suspended_from_the_league(world):
    """Three suspensions, and three returns."""
    assert Standing.ACTIVE is standing(world, "EGY", "LAS", "1979-03-25")
    assert {"EGY"} == suspended(world, "LAS", "1979-03-26")
    assert {"EGY"} == suspended(world, "LAS", "1989-04-30")
    assert set() == suspended(world, "LAS", "1989-06-01")
    assert {"LBY"} == suspended(world, "LAS", "2011-02-22")
    assert {"LBY"} == suspended(world, "LAS", "2011-08-26")
    assert {"SYR"} == suspended(world, "LAS", "2011-11-16")
    assert {"SYR"} == suspended(world, "LAS", "2023-05-06")
    assert set() == suspended(world, "LAS", "2023-05-07")


def test_both_yemens_in_the_league(world):
    """South Yemen from 1967 until the union of 1990."""
    two = {"YEM", "YMD"}
    assert {"YEM"} == set(world.members("LAS", on="1966-12-31").states) & two
    assert two == set(world.members("LAS", on="1990-05-21").states) & two
    assert {"YEM"} == set(world.members("LAS", on="1990-05-22").states) & two


def test_palestine_in_the_league(world):
    """On 9 September 1976, by the list of members."""
    assert "PSE" not in world.members("LAS", on="1976-09-08").states
    assert "PSE" in world.members("LAS", on="1976-09-09").states


def test_comoros_was_the_last(world):
    """On 20 November 1993."""
    assert 21 == len(world.members("LAS", on="1993-11-19"))
    assert "COM" in world.members("LAS", on="1993-11-20").states


def test_observers_of_the_league(world):
    """Seven states."""
    seven = {"ARM", "BRA", "TCD", "ERI", "GRC", "IND", "VEN"}
    observers = world.memberships.of("LAS").on("2025-08-31").where(status="observer")
    assert seven == set(observers.states)


def test_the_gulf_and_the_maghreb(world):
    """Six and five, from the first day to this."""
    six = {"ARE", "BHR", "KWT", "OMN", "QAT", "SAU"}
    five = {"DZA", "LBY", "MAR", "MRT", "TUN"}
    for day in ("1981-05-25", "2018-01-01", "2025-08-01"):
        assert six == set(world.members("GCC", on=day).states)
    for day in ("1989-02-17", "2025-08-01"):
        assert five == set(world.members("AMU", on=day).states)


def test_the_oic_has_fifty_seven_members(world):
    """Since Côte d'Ivoire joined in 2001."""
    assert 57 == len(world.members("OIC", on="2002-01-01"))
    assert 57 == len(world.members("OIC", on="2025-08-01"))


def test_suspensions_of_the_oic(world):
    """Egypt, Afghanistan and Syria, each still a member."""
    assert {"EGY", "AFG"} == suspended(world, "OIC", "1981-01-25")
    assert {"AFG"} == suspended(world, "OIC", "1985-01-01")
    assert set() == suspended(world, "OIC", "1990-01-01")
    assert {"SYR"} == suspended(world, "OIC", "2012-08-16")
    assert {"SYR"} == suspended(world, "OIC", "2025-03-06")
    assert set() == suspended(world, "OIC", "2025-03-07")


def test_ordinary_islamic_summits(world):
    """Fifteen, numbered without a gap, to that of Banjul in 2024."""
    ordinary = world.summits.of("OIC").where(kind="ordinary")
    assert list(range(1, 16)) == sorted(s.number for s in ordinary)


def test_ordinary_gulf_summits(world):
    """From the first to the forty-fifth, without a gap."""
    ordinary = world.summits.of("GCC").where(kind="ordinary")
    known = {s.number for s in ordinary if s.number}
    assert {*range(1, 46)} == known


def test_zanzibar_in_the_oic(world):
    """For some months of 1993."""
    assert "XZZ" not in world.members("OIC", on="1992-12-31").states
    assert "XZZ" in world.members("OIC", on="1993").states
    assert "XZZ" not in world.members("OIC", on="1993-09-01").states


def test_the_name_of_the_oic(world):
    """Renamed in June 2011."""
    names = {n.text: n.period for n in world.organization("OIC").names}
    former = names["Organization of the Islamic Conference"]
    assert former.contains("2011-06-27").possible
    assert not former.contains("2011-06-28").possible


@pytest.mark.parametrize(
    "key, city, day",
    [
        ("au-1", "Durban", "2002-07-09"),
        ("au-31", "Nouakchott", "2018-07-01"),
        ("las-4", "Khartoum", "1967-08-29"),
        ("las-21", "Doha", "2009-03-30"),
        ("las-32", "Jeddah", "2023-05-19"),
        ("las-34", "Baghdad", "2025-05-17"),
        ("amu-6", "Tunis", "1994-04-02"),
        ("oic-2", "Lahore", "1974-02-22"),
        ("oic-11", "Dakar", "2008-03-13"),
        ("oau-1964", "Cairo", "1964-07-17"),
        ("oau-1990", "Addis Ababa", "1990-07-10"),
        ("oau-2000", "Lomé", "2000-07-11"),
        ("au-8", "Addis Ababa", "2007-01-30"),
        ("au-19", "Addis Ababa", "2012-07-15"),
        ("oic-12", "Cairo", "2013-02-06"),
        ("oic-13", "Istanbul", "2016-04-15"),
        ("oic-15", "Banjul", "2024-05-04"),
        ("oic-extraordinary-6", "Istanbul", "2017-12-13"),
        ("gcc-1", "Abu Dhabi", "1981-05-25"),
        ("gcc-8", "Riyadh", "1987-12-29"),
        ("gcc-41", "Al-Ula", "2021-01-05"),
    ],
)
def test_summits(world, key, city, day):
    """Where and when."""
    summit = world.summits[key]
    assert city == summit.place.city
    assert summit.period.contains(day).possible
