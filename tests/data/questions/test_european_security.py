"""NATO, the Council of Europe, the OSCE and their like: the questions a user would ask."""

from __future__ import annotations

import pytest

from asking import settled as members

from summitry import Answer, Standing, Status


def spell(world, body, state, day):
    """The one spell of a state in a body on a day."""
    return world.memberships.by(state).of(body).on(day).one()


@pytest.mark.parametrize(
    "day, count",
    [
        ("1949-04-03", 0), ("1949-04-04", 12), ("1952-02-17", 12), ("1952-02-18", 14),
        ("1955-12-31", 15), ("1982-12-31", 16), ("1999-12-31", 19), ("2004-12-31", 26),
        ("2009-12-31", 28), ("2017-12-31", 29), ("2020-12-31", 30),
        ("2023-04-03", 30), ("2023-04-04", 31), ("2024-03-06", 31), ("2024-03-07", 32),
    ],
)  # fmt: skip
def test_nato_by_year(world, day, count):
    """Twelve founders, thirty-two members in 2024."""
    assert count == len(members(world, "NATO", day))


@pytest.mark.parametrize(
    "day, states, before",
    [
        ("1999-03-12", "CZE HUN POL", 16), ("2004-03-29", "BGR EST LTU LVA ROU SVK SVN", 19),
        ("2009-04-01", "ALB HRV", 26), ("2017-06-05", "MNE", 28), ("2020-03-27", "MKD", 29),
    ],
)  # fmt: skip
def test_the_day_of_accession_to_nato(world, day, states, before):
    """Each round joined when it deposited its instruments in Washington, or in Independence."""
    eve = {"1999-03-12": "1999-03-11", "2004-03-29": "2004-03-28", "2009-04-01": "2009-03-31",
           "2017-06-05": "2017-06-04", "2020-03-27": "2020-03-26"}[day]  # fmt: skip

    assert before == len(members(world, "NATO", eve))
    assert set(states.split()) == members(world, "NATO", day) - members(
        world, "NATO", eve
    )


def test_finland_and_sweden(world):
    """Finland joined on 2023-04-04 and Sweden on 2024-03-07."""
    assert set() == members(world, "NATO", "2023-04-03") & {"FIN", "SWE"}
    assert {"FIN"} == members(world, "NATO", "2023-04-04") & {"FIN", "SWE"}
    assert {"FIN"} == members(world, "NATO", "2024-03-06") & {"FIN", "SWE"}
    assert {"FIN", "SWE"} == members(world, "NATO", "2024-03-07") & {"FIN", "SWE"}


@pytest.mark.parametrize("state, day", [("FRA", "1970-01-01"), ("GRC", "1977-01-01")])
def test_out_of_the_command_and_in_the_alliance(world, state, day):
    """France left the commands in 1966, Greece from 1974 to 1980: both stayed members."""
    assert Answer.CERTAIN is world.is_member(state, of="NATO", on=day)
    assert Standing.ACTIVE is spell(world, "NATO", state, day).standing


def test_two_germanys_in_two_alliances(world):
    """The Federal Republic in NATO since May 1955, the GDR in the Warsaw Pact to 1990."""
    assert Answer.NO is world.is_member("DEU", of="NATO", on="1955-05-01")
    assert Answer.CERTAIN is world.is_member("DEU", of="NATO", on="1955-05-10")
    assert {"DDR"} == members(world, "WARSAW-PACT", "1989-11-09") & {"DDR", "DEU"}
    assert "DDR" in members(world, "WARSAW-PACT", "1990-09-23")
    assert "DDR" not in members(world, "WARSAW-PACT", "1990-10-03")


@pytest.mark.parametrize(
    "day, name",
    [
        ("1955-01-01", "Hastings Ismay"), ("1960-01-01", "Paul-Henri Spaak"),
        ("1968-01-01", "Manlio Brosio"), ("1980-01-01", "Joseph Luns"),
        ("1986-01-01", "Peter Carington"), ("1990-01-01", "Manfred Wörner"),
        ("1994-08-12", "Manfred Wörner"), ("1994-09-15", "Sergio Balanzino"),
        ("1994-10-17", "Willy Claes"), ("1995-10-19", "Willy Claes"),
        ("1995-11-15", "Sergio Balanzino"), ("1995-12-05", "Javier Solana"),
        ("1999-03-24", "Javier Solana"), ("1999-10-14", "George Robertson"),
        ("2001-09-12", "George Robertson"), ("2004-01-05", "Jaap de Hoop Scheffer"),
        ("2009-07-31", "Jaap de Hoop Scheffer"), ("2009-08-01", "Anders Fogh Rasmussen"),
        ("2014-09-30", "Anders Fogh Rasmussen"), ("2014-10-01", "Jens Stoltenberg"),
        ("2022-02-24", "Jens Stoltenberg"), ("2024-09-30", "Jens Stoltenberg"),
        ("2024-10-01", "Mark Rutte"),
    ],
)  # fmt: skip
def test_secretaries_general_of_nato(world, day, name):
    """Who was at the head of NATO."""
    assert name == world.head("NATO", on=day).name


def test_nato_summits(world):
    """The first in Paris in 1957; Madrid in July 1997; the official count of 1957 to 2010."""
    summits = {s.id: s for s in world.summits.of("NATO")}

    assert "Paris" == summits["nato-1957"].place.city
    assert summits["nato-1997-07"].period.contains("1997-07-09").certain
    assert 24 == summits["nato-2010"].number
    assert summits["nato-2001"].number is None


def test_nato_summits_since_2022(world):
    """Brussels in March 2022, Madrid in June, then Vilnius, Washington and The Hague."""
    late = [s for s in world.summits.of("NATO") if s.place and s.id >= "nato-2022"]

    assert ["Brussels", "Madrid", "Vilnius", "Washington", "The Hague"] == [
        s.place.city for s in late
    ]
    assert late[0].period.contains("2022-03-24").certain
    assert late[1].period.contains("2022-06-29").certain
    assert late[1].period.contains("2022-06-30").certain
    assert not late[1].period.contains("2022-07-01").certain


@pytest.mark.parametrize(
    "day, count",
    [
        ("1949-05-05", 10), ("1949-08-09", 11), ("1965-12-31", 18), ("1989-12-31", 23),
        ("1999-12-31", 41), ("2001-12-31", 43), ("2007-05-10", 46), ("2007-05-11", 47),
        ("2022-03-15", 47), ("2022-03-16", 46), ("2025-08-01", 46),
    ],
)  # fmt: skip
def test_the_council_of_europe_by_year(world, day, count):
    """Ten founders, 47 members from 2007 and 46 without Russia."""
    assert count == len(members(world, "COE", day))


def test_greece_in_the_council_of_europe(world):
    """It left in December 1969, in law at the end of 1970, and came back on 1974-11-28."""
    assert Standing.ACTIVE is spell(world, "COE", "GRC", "1969-12-12").standing
    assert Standing.INACTIVE is spell(world, "COE", "GRC", "1969-12-13").standing
    assert Standing.INACTIVE is spell(world, "COE", "GRC", "1970-12-31").standing
    assert Answer.NO is world.is_member("GRC", of="COE", on="1971-01-01")
    assert Answer.NO is world.is_member("GRC", of="COE", on="1972-01-01")
    assert Answer.NO is world.is_member("GRC", of="COE", on="1974-11-27")
    assert Answer.CERTAIN is world.is_member("GRC", of="COE", on="1974-11-28")


@pytest.mark.parametrize(
    "state, eve, day",
    [
        ("POL", "1991-11-25", "1991-11-26"), ("AND", "1994-11-09", "1994-11-10"),
        ("BIH", "2002-04-23", "2002-04-24"), ("SCG", "2003-04-02", "2003-04-03"),
        ("MCO", "2004-10-04", "2004-10-05"), ("MNE", "2007-05-10", "2007-05-11"),
    ],
)  # fmt: skip
def test_the_day_of_accession_to_the_council_of_europe(world, state, eve, day):
    """Out on the eve, in on the day."""
    assert Answer.NO is world.is_member(state, of="COE", on=eve)
    assert Answer.CERTAIN is world.is_member(state, of="COE", on=day)


def test_czechoslovakia_in_the_council_of_europe(world):
    """The 25th member on 1991-02-21, to its end; its successors came in on 1993-06-30."""
    assert Answer.NO is world.is_member("CSK", of="COE", on="1991-02-20")
    assert 25 == len(members(world, "COE", "1991-02-21"))
    assert Answer.CERTAIN is world.is_member("CSK", of="COE", on="1992-12-31")
    assert set() == members(world, "COE", "1993-06-29") & {"CSK", "CZE", "SVK"}
    assert {"CZE", "SVK"} == members(world, "COE", "1993-06-30") & {"CSK", "CZE", "SVK"}


def test_russia_in_the_council_of_europe(world):
    """A member since 1996-02-28, suspended on 2022-02-25, out on 2022-03-16."""
    assert Answer.NO is world.is_member("RUS", of="COE", on="1996-02-27")
    assert Standing.ACTIVE is spell(world, "COE", "RUS", "2022-02-24").standing
    assert Standing.SUSPENDED is spell(world, "COE", "RUS", "2022-02-25").standing
    assert Standing.SUSPENDED is spell(world, "COE", "RUS", "2022-03-15").standing
    assert Answer.NO is world.is_member("RUS", of="COE", on="2022-03-16")


def test_germany_and_the_saar(world):
    """Associates in 1950; the Federal Republic a full member since 1951-05-02."""
    assert Status.ASSOCIATE is spell(world, "COE", "DEU", "1951-05-01").status
    assert Status.MEMBER is spell(world, "COE", "DEU", "1951-05-02").status
    assert Status.ASSOCIATE is spell(world, "COE", "XSR", "1953-01-01").status
    assert not world.memberships.by("XSR").of("COE").on("1957-01-01")


def test_observers_of_the_council_of_europe(world):
    """The Holy See first, then four states in the nineties."""
    here = world.memberships.of("COE").where(status="observer")

    assert {"VAT"} == set(here.on("1990-01-01").states)
    assert {"VAT", "USA", "CAN", "JPN", "MEX"} == set(here.on("2000-01-01").states)


def test_secretaries_general_of_the_council_of_europe(world):
    """From Paris to Berset."""
    for day, name in [
        ("1950-01-01", "Jacques Camille Paris"),
        ("1988-01-01", "Marcelino Oreja Aguirre"),
        ("2010-01-01", "Thorbjørn Jagland"),
        ("2019-09-18", "Marija Pejčinović Burić"),
        ("2024-09-18", "Alain Berset"),
    ]:
        assert name == world.head("COE", on=day).name


@pytest.mark.parametrize(
    "day, count",
    [("1975-08-01", 35), ("1990-11-21", 34), ("1991-09-09", 35), ("1991-09-10", 38)],
)
def test_the_csce_by_year(world, day, count):
    """Thirty-five at Helsinki, one Germany in 1990, Albania and the Baltic states in 1991."""
    assert count == len(members(world, "CSCE", day))


def test_the_osce_in_our_time(world):
    """Fifty-seven participating States since Mongolia came in."""
    assert 56 == len(members(world, "OSCE", "2012-11-20"))
    assert 57 == len(members(world, "OSCE", "2012-11-21"))
    assert 57 == len(members(world, "OSCE", "2025-08-01"))


def test_yugoslavia_in_the_osce(world):
    """Suspended in July 1992 and back on 2000-11-10, as the 55th participating State."""
    assert "YUG" in members(world, "CSCE", "1991-01-01")
    assert Standing.SUSPENDED is spell(world, "CSCE", "SCG", "1993-01-01").standing
    assert Standing.SUSPENDED is spell(world, "OSCE", "SCG", "2000-11-09").standing
    assert Standing.ACTIVE is spell(world, "OSCE", "SCG", "2000-11-10").standing
    active = world.members("OSCE", on="2000-11-10").where(standing="active")
    assert 55 == len(active.states)
    assert 54 == len(
        world.members("OSCE", on="2000-11-09").where(standing="active").states
    )


@pytest.mark.parametrize(
    "body, day, state, name",
    [
        ("CSCE", "1992-07-02", "CSK", "Jiří Dienstbier"),
        ("CSCE", "1992-07-03", "CSK", "Jozef Moravčík"),
        ("OSCE", "1999-11-18", "NOR", "Knut Vollebæk"),
        ("OSCE", "2008-04-05", "FIN", "Alexander Stubb"),
        ("OSCE", "2010-12-01", "KAZ", "Kanat Saudabayev"),
        ("OSCE", "2024-06-01", "MLT", "Ian Borg"),
        ("OSCE", "2025-06-01", "FIN", "Elina Valtonen"),
    ],
)  # fmt: skip
def test_chairs_in_office(world, body, day, state, name):
    """Who presided over the CSCE and the OSCE."""
    term = world.chairmanships.of(body).on(day).one()

    assert state == term.state
    assert [name] == [c.name for c in term.chairs if c.period.contains(day).certain]


def test_osce_summits(world):
    """Seven, of which the first four are the Conference's."""
    assert [1, 2, 3, 4] == [s.number for s in world.summits.of("CSCE")]
    assert [5, 6, 7] == [s.number for s in world.summits.of("OSCE")]


def test_partners_of_the_osce(world):
    """Eleven partners in 2020, five of them in Asia and the Pacific."""
    partners = world.memberships.of("OSCE").where(status="partner").on("2020-01-01")

    assert {
        "DZA",
        "EGY",
        "ISR",
        "JOR",
        "MAR",
        "TUN",
        "AFG",
        "AUS",
        "JPN",
        "KOR",
        "THA",
    } == set(partners.states)


def test_the_weu_to_its_end(world):
    """Ten members, six associate members, five observers and seven associate partners."""
    last = world.memberships.of("WEU").on("2011-06-30")

    assert {"member": 10, "associate": 6, "observer": 5, "partner": 7} == {
        word: len(last.where(status=word))
        for word in ("member", "associate", "observer", "partner")
    }
    assert not world.memberships.of("WEU").on("2011-07-01")
    assert 7 == len(members(world, "WEU", "1990-03-26"))
    assert 9 == len(members(world, "WEU", "1990-03-27"))


def test_albania_in_the_warsaw_pact(world):
    """It took no part from 1962 and left in September 1968."""
    assert Standing.ACTIVE is spell(world, "WARSAW-PACT", "ALB", "1960-06-01").standing
    assert Standing.INACTIVE is spell(world, "WARSAW-PACT", "ALB", "1965-01-01").standing
    assert 8 == len(members(world, "WARSAW-PACT", "1968-09-01"))
    assert 7 == len(members(world, "WARSAW-PACT", "1968-10-01"))


def test_comecon(world):
    """Six founders, and ten active members in 1989."""
    assert 6 == len(members(world, "COMECON", "1949-01-25"))
    active = world.members("COMECON", on="1989-01-01").where(standing="active")
    assert {"SUN", "BGR", "CUB", "CSK", "DDR", "HUN", "MNG", "POL", "ROU", "VNM"} == set(
        active.states
    )
    assert Standing.INACTIVE is spell(world, "COMECON", "ALB", "1975-01-01").standing
    assert Status.ASSOCIATE is spell(world, "COMECON", "YUG", "1970-01-01").status


def test_the_central_european_initiative(world):
    """Four founders in 1989, seventeen members since Austria left in 2018."""
    assert {"AUT", "HUN", "ITA", "YUG"} == members(world, "CEI", "1989-12-31")
    assert 18 == len(members(world, "CEI", "2017-01-01"))
    assert 17 == len(set(world.members("CEI", on="2025-08-31").states))
    assert Answer.NO is world.is_member("AUT", of="CEI", on="2019-01-01")


def test_the_black_sea_cooperation(world):
    """Eleven founders, twelve with Serbia and Montenegro, thirteen with North Macedonia."""
    assert 11 == len(members(world, "BSEC", "1992-06-25"))
    assert 12 == len(members(world, "BSEC", "2004-05-01"))
    assert 12 == len(members(world, "BSEC", "2020-11-08"))
    assert 13 == len(members(world, "BSEC", "2020-11-09"))
    assert "SRB" in members(world, "BSEC", "2010-01-01")
