"""Summits, chairs and early suspensions of the OAU, the AU, the OIC, the GCC and ECOWAS."""

from __future__ import annotations

import pytest

from summitry import Answer


pytestmark = pytest.mark.filterwarnings("ignore::summitry.CoverageWarning")


def suspended(world, body, day):
    """The members that are suspended on a day."""
    return set(world.members(body, on=day).where(standing="suspended").states)


@pytest.mark.parametrize(
    "key, city, first, last",
    [
        ("oau-1978", "Khartoum", "1978-07-18", "1978-07-22"),
        ("oau-1984", "Addis Ababa", "1984-11-12", "1984-11-16"),
        ("oau-1985", "Addis Ababa", "1985-07-18", "1985-07-20"),
        ("oau-1986", "Addis Ababa", "1986-07-28", "1986-07-30"),
        ("oau-1987", "Addis Ababa", "1987-07-27", "1987-07-29"),
        ("oau-1988", "Addis Ababa", "1988-05-26", "1988-05-28"),
        ("oau-1993", "Cairo", "1993-06-28", "1993-06-30"),
        ("oau-1994", "Tunis", "1994-06-13", "1994-06-15"),
        ("oau-1996", "Yaoundé", "1996-07-08", "1996-07-10"),
        ("oau-1997", "Harare", "1997-06-02", "1997-06-04"),
        ("oau-1999", "Algiers", "1999-07-12", "1999-07-14"),
        ("oau-1989", "Addis Ababa", "1989-07-24", "1989-07-26"),
        ("oau-1991", "Abuja", "1991-06-03", "1991-06-03"),
        ("oau-2001", "Lusaka", "2001-07-09", "2001-07-11"),
        ("oau-2002", "Durban", "2002-07-08", "2002-07-08"),
        ("gcc-15", "Manama", "1994-12-19", "1994-12-21"),
        ("gcc-16", "Muscat", "1995-12-04", "1995-12-06"),
        ("gcc-17", "Doha", "1996-12-07", "1996-12-09"),
        ("gcc-18", "Kuwait City", "1997-12-20", "1997-12-22"),
        ("gcc-21", "Manama", "2000-12-30", "2000-12-31"),
        ("gcc-26", "Abu Dhabi", "2005-12-18", "2005-12-19"),
        ("gcc-32", "Riyadh", "2011-12-19", "2011-12-20"),
        ("ecowas-48", "Abuja", "2015-12-16", "2015-12-17"),
        ("ecowas-59", "Accra", "2021-06-19", "2021-06-19"),
        ("oic-9", "Doha", "2000-11-12", "2000-11-13"),
        ("oic-extraordinary-3", "Mecca", "2005-12-07", "2005-12-08"),
        ("oic-14", "Mecca", "2019-05-31", "2019-05-31"),
        ("gcc-5", "Kuwait City", "1984-11-27", "1984-11-29"),
        ("gcc-10", "Muscat", "1989-12-18", "1989-12-21"),
        ("gcc-14", "Riyadh", "1993-12-20", "1993-12-22"),
        ("gcc-27", "Riyadh", "2006-12-09", "2006-12-10"),
        ("gcc-29", "Muscat", "2008-12-29", "2008-12-30"),
        ("gcc-30", "Kuwait City", "2009-12-14", "2009-12-15"),
        ("gcc-31", "Abu Dhabi", "2010-12-06", "2010-12-07"),
        ("gcc-41", "Al-Ula", "2021-01-05", "2021-01-05"),
        ("gcc-43", "Riyadh", "2022-12-09", "2022-12-09"),
        ("gcc-44", "Doha", "2023-12-05", "2023-12-05"),
        ("gcc-45", "Kuwait City", "2024-12-01", "2024-12-01"),
        ("ecowas-45", "Accra", "2014-07-10", "2014-07-10"),
        ("ecowas-50", "Abuja", "2016-12-17", "2016-12-17"),
        ("ecowas-51", "Monrovia", "2017-06-04", "2017-06-04"),
        ("ecowas-54", "Abuja", "2018-12-22", "2018-12-22"),
        ("ecowas-56", "Abuja", "2019-12-21", "2019-12-21"),
    ],
)
def test_days_of_summits(world, key, city, first, last):
    """Place, first day and last day, as the body's own papers or the news have them."""
    summit = world.summits[key]
    assert city == summit.place.city
    assert Answer.CERTAIN is summit.period.contains(first)
    assert Answer.CERTAIN is summit.period.contains(last)


def test_numbers_of_oau_summits(world):
    """The first at Cairo in 1964, the fifteenth at Khartoum, the thirty-fifth at Algiers."""
    assert 1 == world.summits["oau-1964"].number
    assert 7 == world.summits["oau-1970"].number
    assert 15 == world.summits["oau-1978"].number
    assert 35 == world.summits["oau-1999"].number


def test_the_nineteenth_oau_summit(world):
    """Twice it failed at Tripoli; at Addis Ababa it opened two days late."""
    assert "cancelled" == world.summits["oau-tripoli-1982-08"].happened
    assert "cancelled" == world.summits["oau-tripoli-1982-11"].happened
    held = world.summits["oau-1983"]
    assert 19 == held.number
    assert Answer.CERTAIN is held.period.contains("1983-06-12")


def test_forty_five_gulf_summits(world):
    """One after the other, from 1981 to 2024."""
    ordinary = world.summits.of("GCC").where(kind="ordinary")
    assert list(range(1, 46)) == sorted(s.number for s in ordinary if s.number)


@pytest.mark.parametrize(
    "body, day, state, name",
    [
        ("OAU", "1994-06-13", "EGY", "Hosni Mubarak"),
        ("OAU", "1990-01-01", "EGY", "Hosni Mubarak"),
        ("OAU", "1991-12-31", "NGA", "Ibrahim Babangida"),
        ("OAU", "1998-01-01", "ZWE", "Robert Mugabe"),
        ("OAU", "1999-01-01", "BFA", "Blaise Compaoré"),
        ("OAU", "2000-01-01", "DZA", "Abdelaziz Bouteflika"),
        ("OAU", "2001-01-01", "TGO", "Gnassingbé Eyadéma"),
        ("OAU", "2001-07-09", "ZMB", "Frederick Chiluba"),
        ("OAU", "2002-07-07", "ZMB", "Levy Mwanawasa"),
        ("OIC", "2013-02-05", "SEN", "Macky Sall"),
        ("OIC", "2013-02-07", "EGY", "Mohamed Morsi"),
        ("OIC", "2002-01-01", "QAT", "Hamad bin Khalifa Al Thani"),
        ("OIC", "2005-12-07", "MYS", "Abdullah Ahmad Badawi"),
        ("OIC", "2008-03-15", "SEN", "Abdoulaye Wade"),
        ("OIC", "2017-12-13", "TUR", "Recep Tayyip Erdoğan"),
        ("OIC", "2020-01-01", "SAU", "Salman bin Abdulaziz Al Saud"),
        ("OIC", "2024-06-01", "GMB", "Adama Barrow"),
    ],
)
def test_chairs(world, body, day, state, name):
    """Who was in the chair, and who exercised it."""
    term = world.chair(body, on=day)
    assert state == term.state
    assert name in {chair.name for chair in term.chairs}


def test_egypt_chaired_the_oic(world):
    """Between the summits of Cairo and Istanbul."""
    assert "EGY" == world.chair("OIC", on="2014-06-01").state


def test_madagascar_2002(world):
    """Barred from the launch at Durban, welcomed back at Maputo on 10 July 2003."""
    assert "MDG" in suspended(world, "AU", "2002-07-09")
    assert "MDG" in suspended(world, "AU", "2003-07-09")
    assert "MDG" not in suspended(world, "AU", "2003-07-10")
    assert "MDG" in suspended(world, "OAU", "2002-07-08")
    assert "MDG" in world.members("AU", on="2002-07-09").states


def test_central_african_republic_2003(world):
    """From the coup of March 2003 to June 2005, and a second time from 2013."""
    assert "CAF" not in suspended(world, "AU", "2003-03-14")
    assert "CAF" in suspended(world, "AU", "2004-01-01")
    assert "CAF" not in suspended(world, "AU", "2005-06-28")
    assert "CAF" in suspended(world, "AU", "2014-01-01")


def test_togo_2005(world):
    """Suspended on 25 February 2005, back on 27 May."""
    assert "TGO" not in suspended(world, "AU", "2005-02-24")
    assert {"TGO", "CAF"} == suspended(world, "AU", "2005-02-25")
    assert "TGO" in suspended(world, "AU", "2005-05-26")
    assert "TGO" not in suspended(world, "AU", "2005-05-27")


def test_extraordinary_summit_of_2003(world):
    """At Addis Ababa, on 3 February."""
    summit = world.summits["au-extraordinary-2003"]
    assert "extraordinary" == summit.kind
    assert Answer.CERTAIN is summit.period.contains("2003-02-03")


def test_the_last_oau_summit(world):
    """The thirty-eighth, at Durban, on the eve of the African Union."""
    last = world.summits["oau-2002"]
    assert 38 == last.number
    assert 37 == world.summits["oau-2001"].number
    assert "OAU" in world.organizations.on("2002-07-08")
    assert Answer.NO is last.period.contains("2002-07-09")
    terms = world.chairmanships.of("OAU").on("2002-07-08")
    assert {"ZMB", "ZAF"} == {term.state for term in terms}
