"""Asia and the Pacific: the questions that a user would ask, hard cases first."""

from __future__ import annotations

import pytest

from asking import sure as states

from summitry import Answer, Standing


def observers(world, body, day, match="certain"):
    """The observers of a body on a day, whether or not the records are complete."""
    return world.memberships.of(body).where(status="observer").on(day, match=match)


@pytest.mark.parametrize(
    "state, first",
    [
        ("BRN", ("1984-01-06", "1984-01-07")),
        ("VNM", ("1995-07-27", "1995-07-28")),
        ("LAO", ("1997-07-22", "1997-07-23")),
        ("MMR", ("1997-07-22", "1997-07-23")),
        ("KHM", ("1999-04-29", "1999-04-30")),
    ],
)
def test_how_asean_grew(world, state, first):
    """Not yet in on the day before, in on the day."""
    before, day = first
    assert state not in states(world, "ASEAN", before)
    assert state in states(world, "ASEAN", day)


@pytest.mark.parametrize(
    "day, count",
    [
        ("1967-08-08", 5),
        ("1984-12-31", 6),
        ("1996-01-01", 7),
        ("1998-01-01", 9),
        ("2000-01-01", 10),
        ("2025-01-01", 10),
    ],
)
def test_the_number_of_members_of_asean(world, day, count):
    """Five founders, ten for a quarter of a century."""
    assert count == len(states(world, "ASEAN", day))


def test_timor_leste_in_asean(world):
    """An observer since 2022, the eleventh member since 2025-10-26."""
    spells = world.memberships.by("TLS").of("ASEAN")

    assert "observer" == spells.on("2025-10-25").one().status
    assert "member" == spells.on("2025-10-26").one().status


def test_observers_of_asean(world):
    """Timor-Leste observed before it joined; Papua New Guinea is a special observer."""
    assert "TLS" in observers(world, "ASEAN", "2023-06-01").states
    spell = world.memberships.by("PNG").of("ASEAN").on("2000-07-24").one()
    assert "special_observer" == spell.status


def test_partners_of_asean(world):
    """India and South Korea were sectoral partners first; Britain was the eleventh."""
    partners = world.memberships.of("ASEAN").where(status="dialogue_partner")

    assert "IND" not in partners.on("1994-01-01", match="possible").states
    assert "IND" in partners.on("1996-01-01").states
    assert "KOR" not in partners.on("1990-06-01", match="possible").states
    assert "GBR" not in partners.on("2021-08-04", match="possible").states
    assert "GBR" in partners.on("2021-08-05").states
    assert 10 == len(partners.on("2021-08-05", match="certain").states)
    assert ("EU",) == partners.on("2021-08-05").organizations


@pytest.mark.parametrize(
    "day, state",
    [
        ("2008-12-31", "THA"), ("2009-06-01", "THA"), ("2011-06-01", "IDN"), ("2013-06-01", "BRN"),
        ("2014-06-01", "MMR"), ("2020-12-31", "VNM"), ("2021-01-01", "BRN"), ("2025-05-01", "MYS"),
    ],
)  # fmt: skip
def test_the_chairs_of_asean(world, day, state):
    """Indonesia and Brunei exchanged 2011 and 2013; Thailand had two years."""
    assert state == world.chair("ASEAN", on=day).state


@pytest.mark.parametrize(
    "body, day, name",
    [
        ("ASEAN", "1976-06-07", "Hartono Dharsono"),
        ("ASEAN", "1984-01-07", "Chan Kai Yau"),
        ("ASEAN", "2010-01-01", "Surin Pitsuwan"),
        ("ASEAN", "2022-12-31", "Lim Jock Hoi"),
        ("ASEAN", "2023-01-01", "Kao Kim Hourn"),
        ("APEC", "2018-12-31", "Alan Bollard"),
        ("APEC", "2019-01-01", "Rebecca Fatima Sta Maria"),
        ("SAARC", "1988-01-01", "Abul Ahsan"),
        ("SAARC", "2012-03-12", "Ahmed Saleem"),
        ("SAARC", "2023-03-03", "Esala Ruwan Weerakoon"),
        ("SAARC", "2023-03-04", "Golam Sarwar"),
        ("BIMSTEC", "2015-06-01", "Sumith Nakandala"),
        ("BIMSTEC", "2025-06-01", "Indra Mani Pandey"),
        ("PIF", "1975-01-01", "Mahe Tupouniua"),
        ("PIF", "1995-01-01", "Ieremia Tabai"),
        ("PIF", "2008-07-01", "Feleti Teo"),
        ("PIF", "2022-01-01", "Henry Puna"),
        ("PIF", "2024-06-03", "Baron Waqa"),
    ],
)
def test_who_headed_them(world, body, day, name):
    """Secretaries-general and their like."""
    assert name == world.head(body, on=day).name


def test_the_summits_of_asean(world):
    """Two in the first ten years, from Bali on."""
    summits = world.summits.of("ASEAN")

    assert ["Bali", "Kuala Lumpur", "Manila", "Singapore", "Bangkok"] == [
        s.place.city for s in summits[:5]
    ]
    assert "1987-12-14" == str(summits[2].since)


def test_who_joined_apec_when(world):
    """Twelve, three Chinese economies in 1991, and twenty-one since 1998."""
    assert 12 == len(states(world, "APEC", "1990-01-01"))
    assert {"CHN", "HKG", "TWN"} == states(world, "APEC", "1991-12-31") - states(
        world, "APEC", "1991-10-31"
    )
    assert {"MEX", "PNG"} == states(world, "APEC", "1993-12-31") - states(
        world, "APEC", "1993-10-31"
    )
    assert {"CHL"} == states(world, "APEC", "1994-12-31") - states(
        world, "APEC", "1994-10-31"
    )
    assert {"PER", "RUS", "VNM"} == states(world, "APEC", "1998-12-31") - states(
        world, "APEC", "1998-10-31"
    )
    assert 21 == len(states(world, "APEC", "2025-01-01"))
    assert "IND" not in world.members("APEC", on="2012-01-01", match="possible").states


def test_apec_meetings(world):
    """Ministers four times, then leaders, with the year in Chile called off."""
    summits = world.summits.of("APEC")

    assert 4 == len(summits.where(kind="ministerial"))
    assert "Blake Island" == summits.where(kind="ordinary")[0].place.city
    assert "cancelled" == next(s for s in summits if s.id == "apec-2019").happened
    assert "virtual" == next(s for s in summits if s.id == "apec-2020").modality
    assert "RUS" == world.chair("APEC", on="2012-06-01").state


def test_saarc(world):
    """Seven, and Afghanistan since the summit of April 2007, after the Taliban too."""
    assert {"BGD", "BTN", "IND", "LKA", "MDV", "NPL", "PAK"} == states(
        world, "SAARC", "1985-12-08"
    )
    assert "AFG" not in states(world, "SAARC", "2007-04-02")
    assert "AFG" in states(world, "SAARC", "2007-04-03")
    assert "AFG" in states(world, "SAARC", "2024-01-01")


def test_the_observers_of_saarc(world):
    """Nine: eight states and the European Union."""
    there = world.observers("SAARC", on="2010-04-28", match="certain")

    assert {"AUS", "CHN", "IRN", "JPN", "KOR", "MMR", "MUS", "USA"} == set(there.states)
    assert ("EU",) == there.organizations
    assert "CHN" not in observers(world, "SAARC", "2005-11-12", "possible").states


def test_the_summits_of_saarc(world):
    """Eighteen were held, and the nineteenth was not."""
    summits = world.summits.of("SAARC")

    assert 18 == len(summits.where(happened="held"))
    assert ("cancelled", "Islamabad") == (summits[-1].happened, summits[-1].place.city)
    assert "2014-11-26" == str(summits[-2].since)


def test_bimstec(world):
    """Four, five before the year was out, and seven in 2004."""
    assert {"BGD", "IND", "LKA", "THA"} == states(world, "BIMSTEC", "1997-12-21")
    assert {"MMR"} == states(world, "BIMSTEC", "1997-12-22") - states(
        world, "BIMSTEC", "1997-12-21"
    )
    assert "NPL" in observers(world, "BIMSTEC", "2000-01-01").states
    assert 5 == len(states(world, "BIMSTEC", "2004-01-31"))
    assert 7 == len(states(world, "BIMSTEC", "2004-07-31"))
    assert "THA" == world.chair("BIMSTEC", on="2023-06-01").state
    assert 6 == len(world.summits.of("BIMSTEC"))


def test_the_founders_of_the_forum(world):
    """Seven in Wellington, the Cook Islands among them."""
    assert {"AUS", "COK", "FJI", "NRU", "NZL", "TON", "WSM"} == states(
        world, "PIF", "1971-08-05"
    )


def test_fiji_suspended(world):
    """From 2009-05-02 to 2014-10-22, and a member all the while."""
    fiji = world.memberships.by("FJI").of("PIF")

    for day, standing in [
        ("2009-05-01", Standing.ACTIVE),
        ("2009-05-02", Standing.SUSPENDED),
        ("2014-10-21", Standing.SUSPENDED),
        ("2014-10-22", Standing.ACTIVE),
    ]:
        assert standing is fiji.on(day).one().standing
        assert Answer.CERTAIN is world.is_member("FJI", of="PIF", on=day)


def test_kiribati_left_and_came_back(world):
    """Out from July 2022 to February 2023; the other Micronesians stayed."""
    for day, answer in [
        ("2022-07-01", Answer.CERTAIN),
        ("2022-07-10", Answer.NO),
        ("2023-02-23", Answer.NO),
        ("2023-02-24", Answer.CERTAIN),
    ]:
        assert answer is world.is_member("KIR", of="PIF", on=day)
    for state in ("PLW", "FSM", "MHL", "NRU"):
        assert Answer.CERTAIN is world.is_member(state, of="PIF", on="2022-01-01")


@pytest.mark.parametrize(
    "day, count",
    [
        ("2000-11-01", 16),
        ("2012-01-01", 16),
        ("2016-09-11", 18),
        ("2022-08-01", 17),
        ("2025-01-01", 18),
    ],
)
def test_the_number_of_members_of_the_forum(world, day, count):
    """Sixteen, and eighteen with the two French territories."""
    assert count == len(states(world, "PIF", day))


def test_territories_in_the_forum(world):
    """Members, associates, observers: four steps of the French and American territories."""
    for state in ("PYF", "NCL"):
        spells = world.memberships.by(state).of("PIF")
        assert ["observer", "associate", "member"] == [
            spells.on(day).one().status
            for day in ("2005-01-01", "2010-01-01", "2017-01-01")
        ]
    for state in ("ASM", "GUM"):
        spells = world.memberships.by(state).of("PIF")
        assert ["observer", "associate"] == [
            spells.on(d).one().status for d in ("2020-01-01", "2024-09-01")
        ]
    assert (
        "observer" == world.memberships.by("MNP").of("PIF").on("2024-09-01").one().status
    )


def test_new_members_before_independence(world):
    """Tuvalu and the New Hebrides were let in days before they were states."""
    assert "TUV" in states(world, "PIF", "1978-09-20")
    assert "SLB" in states(world, "PIF", "1978-09-20")
    assert "VUT" in states(world, "PIF", "1980-07-15")
    assert "FSM" in observers(world, "PIF", "1984-08-27").states


def test_the_chairs_of_the_forum(world):
    """The host keeps the chair until the next Forum."""
    for day, state in [
        ("2014-01-01", "MHL"),
        ("2018-01-01", "WSM"),
        ("2020-06-01", "TUV"),
        ("2023-02-23", "FJI"),
        ("2024-03-01", "COK"),
    ]:
        assert state == world.chair("PIF", on=day).state


def test_the_name_of_the_forum(world):
    """South Pacific Forum until 2000."""
    names = world.organization("PIF").names
    assert any(n.text == "South Pacific Forum" and "2000" in str(n.until) for n in names)


def test_the_east_asia_summit(world):
    """Sixteen from 2005, eighteen since Bali; Russia had been a guest in 2005."""
    assert 16 == len(states(world, "EAS", "2011-11-17"))
    assert {"RUS", "USA"} == states(world, "EAS", "2011-11-19") - states(
        world, "EAS", "2011-11-17"
    )
    assert "guest" == world.memberships.by("RUS").of("EAS").on("2005-12-14").one().status
    summits = world.summits.of("EAS")
    assert 19 == len(summits)
    assert ("2009-10-25", "THA") == (str(summits[3].since), summits[3].host)


@pytest.mark.parametrize(
    "state, before, day",
    [
        ("VNM", "2019-01-13", "2019-01-14"), ("PER", "2021-09-18", "2021-09-19"), ("MYS", "2022-11-28", "2022-11-29"),
        ("CHL", "2023-02-20", "2023-02-21"), ("BRN", "2023-07-11", "2023-07-12"), ("GBR", "2024-12-14", "2024-12-15"),
    ],
)  # fmt: skip
def test_the_trans_pacific_partnership(world, state, before, day):
    """By the day on which it entered into force for each."""
    assert 6 == len(states(world, "CPTPP", "2018-12-30"))
    assert Answer.NO is world.is_member(state, of="CPTPP", on=before)
    assert Answer.CERTAIN is world.is_member(state, of="CPTPP", on=day)


def test_rcep(world):
    """Ten on the first day, then Korea, Malaysia, Indonesia and the Philippines."""
    assert 10 == len(states(world, "RCEP", "2022-01-01"))
    assert Answer.NO is world.is_member("KOR", of="RCEP", on="2022-01-31")
    assert Answer.CERTAIN is world.is_member("KOR", of="RCEP", on="2022-02-01")
    assert Answer.CERTAIN is world.is_member("MYS", of="RCEP", on="2022-03-18")
    assert Answer.NO is world.is_member("PHL", of="RCEP", on="2023-06-01")
    assert Answer.CERTAIN is world.is_member("PHL", of="RCEP", on="2023-06-02")
    assert Answer.NO is world.is_member("IND", of="RCEP", on="2023-06-02")


def test_the_spearhead_group(world):
    """A liberation movement beside four states; Indonesia observed, then associated."""
    members = world.members("MSG", on="2014-01-01", match="certain")

    assert {"FJI", "PNG", "SLB", "VUT"} == set(members.states)
    assert ("FLNKS",) == members.organizations
    assert "FJI" not in world.members("MSG", on="1995-01-01", match="possible").states
    indonesia = world.memberships.by("IDN").of("MSG")
    assert ["observer", "associate"] == [
        indonesia.on(d).one().status for d in ("2013-01-01", "2016-01-01")
    ]


def partners(world, status, day, match="certain"):
    """The states that had a status of partner of ASEAN on a day."""
    spells = world.memberships.of("ASEAN").where(status=status)
    return set(spells.on(day, match=match).states)


def test_all_the_partners_of_asean(world):
    """Eight sectoral partners and four development partners, Germany first."""
    assert {"ARE", "BRA", "CHE", "MAR", "NOR", "PAK", "TUR", "ZAF"} == partners(
        world, "sectoral_dialogue_partner", "2024-01-01"
    )
    assert {"CHL", "DEU", "FRA", "ITA"} == partners(
        world, "development_partner", "2024-01-01"
    )
    assert {"DEU"} == partners(world, "development_partner", "2018-01-01")


@pytest.mark.parametrize(
    "state, status, before, day",
    [
        ("PAK", "sectoral_dialogue_partner", "1993-07-22", "1993-07-23"),
        ("NOR", "sectoral_dialogue_partner", "2015-07-31", "2015-09-01"),
        ("CHE", "sectoral_dialogue_partner", "2015-12-31", "2017-01-01"),
        ("TUR", "sectoral_dialogue_partner", "2017-08-04", "2017-08-05"),
        ("ARE", "sectoral_dialogue_partner", "2022-08-02", "2022-08-03"),
        ("ZAF", "sectoral_dialogue_partner", "2023-06-30", "2023-08-01"),
        ("MAR", "sectoral_dialogue_partner", "2023-09-03", "2023-09-04"),
        ("DEU", "development_partner", "2016-06-30", "2016-08-01"),
        ("CHL", "development_partner", "2019-05-31", "2019-07-01"),
        ("FRA", "development_partner", "2020-09-08", "2020-09-09"),
        ("ITA", "development_partner", "2020-09-08", "2020-09-09"),
    ],
)
def test_since_when_a_partner_of_asean(world, state, status, before, day):
    """The meeting that granted the status, to the day where it is told."""
    assert state not in partners(world, status, before, "possible")
    assert state in partners(world, status, day)


def test_observers_before_they_joined_asean(world):
    """Laos from July 1992, Vietnam by 1994; Papua New Guinea has observed since 1976."""
    assert "LAO" in observers(world, "ASEAN", "1992-08-01").states
    assert "LAO" not in observers(world, "ASEAN", "1992-06-30", "possible").states
    assert "VNM" in observers(world, "ASEAN", "1995-07-27").states
    assert "VNM" not in observers(world, "ASEAN", "1995-07-28", "possible").states
    spells = world.memberships.by("PNG").of("ASEAN")
    assert not spells.on("1975-12-31", match="possible")
    assert "special_observer" == spells.on("1982-01-01").one().status
    assert "TLS" not in observers(world, "ASEAN", "2022-11-10", "possible").states
    assert "TLS" in observers(world, "ASEAN", "2022-11-11").states


def test_two_summits_of_asean_at_once(world):
    """In Phnom Penh in 2022 and in Vientiane in 2024."""
    held = {s.id: s for s in world.summits.of("ASEAN")}

    assert "Phnom Penh" == held["asean-40-41"].place.city
    assert "2024-10-09" == str(held["asean-44-45"].since)


def test_chinese_taipei_and_hong_kong_in_apec(world):
    """Member economies, neither before the meeting of Seoul nor out after 1997."""
    for economy in ("HKG", "TWN"):
        for day, answer in [
            ("1991-10-31", Answer.NO),
            ("1992-01-01", Answer.CERTAIN),
            ("1997-06-30", Answer.CERTAIN),
            ("1997-07-01", Answer.CERTAIN),
            ("2025-01-01", Answer.CERTAIN),
        ]:
            assert answer is world.is_member(economy, of="APEC", on=day)


def test_fifteen_governments_in_tarawa(world):
    """The communiqué of July 1989 names fifteen, with both new Micronesian states."""
    there = states(world, "PIF", "1989-07-10")

    assert 15 == len(there)
    assert {"FSM", "MHL"} < there
    assert "PLW" not in world.members("PIF", on="1989-07-10", match="possible").states
    assert "PLW" in observers(world, "PIF", "1992-01-01").states


def test_the_first_dialogue_of_the_forum(world):
    """Five came in July 1989; China had said yes and could not."""
    spells = world.memberships.of("PIF").where(status="dialogue_partner")

    assert {"CAN", "FRA", "GBR", "JPN", "USA"} == set(
        spells.on("1989-08-01", match="certain").states
    )
    assert "CHN" in spells.on("1989-08-01", match="possible").states
    assert "IND" not in spells.on("1989-08-01", match="possible").states
    assert "DEU" not in spells.on("2013-12-31", match="possible").states


def test_the_micronesians_did_not_leave(world):
    """Notice was given in February 2021 and put on hold a year later."""
    for state in ("FSM", "KIR", "MHL", "NRU", "PLW"):
        for day in ("2021-02-10", "2022-02-20", "2022-07-08"):
            assert Answer.CERTAIN is world.is_member(state, of="PIF", on=day)


def test_rcep_in_2023(world):
    """Indonesia in January, fourteen by April, and the Philippines as the fifteenth."""
    assert Answer.NO is world.is_member("IDN", of="RCEP", on="2022-12-31")
    assert Answer.CERTAIN is world.is_member("IDN", of="RCEP", on="2023-02-01")
    assert 14 == len(states(world, "RCEP", "2023-04-06"))
    assert 15 == len(states(world, "RCEP", "2023-06-02"))


def test_the_number_of_parties_of_the_trans_pacific_partnership(world):
    """Eleven that signed in 2018, and twelve with the United Kingdom."""
    assert 7 == len(states(world, "CPTPP", "2019-01-14"))
    assert 11 == len(states(world, "CPTPP", "2023-07-12"))
    assert 12 == len(states(world, "CPTPP", "2024-12-15"))
