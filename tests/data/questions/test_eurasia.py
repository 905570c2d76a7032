"""Eurasian bodies: the questions that a user would ask, hard cases first."""

from __future__ import annotations

import warnings

import pytest

from asking import settled as states

from summitry import Answer, Standing, Status


CENTRAL_ASIA = {"KAZ", "KGZ", "TJK", "TKM", "UZB"}


def spell(world, state, body, day):
    """The one spell of a state in a body on a day."""
    return world.memberships.by(state).of(body).on(day).one()


def test_the_cis_began_with_three(world):
    """Belarus, Russia and Ukraine on 8 December 1991, eight more on the 21st."""
    assert {"BLR", "RUS", "UKR"} == states(world, "CIS", "1991-12-20")
    assert 11 == len(states(world, "CIS", "1991-12-21"))
    assert not states(world, "CIS", "1992-06-30") & {"EST", "LVA", "LTU", "GEO"}


def test_azerbaijan_came_back_to_the_cis(world):
    """Its parliament refused in October 1992; it was admitted on 1993-09-24."""
    assert "AZE" in states(world, "CIS", "1992-06-30")
    assert "AZE" not in states(world, "CIS", "1993-09-23")
    assert Status.OBSERVER is spell(world, "AZE", "CIS", "1993-06-30").status
    assert "AZE" in states(world, "CIS", "1993-09-24")


def test_georgia_left_the_cis(world):
    """In from December 1993; the notice of 2008-08-18 took effect a year later."""
    assert "GEO" not in states(world, "CIS", "1993-12-02")
    assert "GEO" in states(world, "CIS", "1994-01-01")
    assert "GEO" in states(world, "CIS", "2008-08-19")
    assert "GEO" in states(world, "CIS", "2009-08-17")
    assert "GEO" not in states(world, "CIS", "2009-08-19")


def test_nine_full_members_of_the_cis(world):
    """Nine since Georgia left."""
    nine = {"ARM", "AZE", "BLR", "KAZ", "KGZ", "MDA", "RUS", "TJK", "UZB"}

    assert (
        nine == states(world, "CIS", "2010-01-01") == states(world, "CIS", "2025-01-01")
    )


def test_turkmenistan_is_an_associate(world):
    """It never ratified the charter, and is an associate since 2005-08-26."""
    assert Answer.NO is world.is_member("TKM", of="CIS", on="2004-01-01")
    assert Status.OTHER is spell(world, "TKM", "CIS", "2005-08-25").status
    assert Status.ASSOCIATE is spell(world, "TKM", "CIS", "2005-08-26").status


def test_ukraine_never_ratified_the_charter(world):
    """A founding state that took part without being a member, to May 2018."""
    assert Answer.NO is world.is_member("UKR", of="CIS", on="2010-01-01")
    for day, standing in [
        ("2018-05-18", Standing.ACTIVE),
        ("2018-05-19", Standing.INACTIVE),
    ]:
        found = spell(world, "UKR", "CIS", day)
        assert (Status.OTHER, standing) == (found.status, found.standing)


def test_moldova_stays_away_from_the_cis(world):
    """A member that has not come to meetings since the end of November 2022."""
    assert Standing.ACTIVE is spell(world, "MDA", "CIS", "2022-11-01").standing
    assert Standing.INACTIVE is spell(world, "MDA", "CIS", "2023-02-01").standing
    assert Answer.CERTAIN is world.is_member("MDA", of="CIS", on="2024-01-01")


@pytest.mark.parametrize(
    "day, state",
    [
        ("1995-01-01", "RUS"), ("2004-09-01", "UKR"), ("2004-10-01", "RUS"), ("2010-06-30", "RUS"),
        ("2012-06-30", "TKM"), ("2013-06-30", "BLR"), ("2014-03-01", "UKR"), ("2014-06-30", "BLR"),
        ("2015-05-06", "KAZ"), ("2017-06-30", "RUS"), ("2020-12-18", "UZB"),
        ("2021-06-30", "BLR"), ("2022-01-01", "KAZ"), ("2023-01-01", "KGZ"),
        ("2024-10-08", "RUS"), ("2025-06-30", "TJK"),
    ],
)  # fmt: skip
def test_the_chair_of_the_cis(world, day, state):
    """Elected at first, then turn and turn about by calendar years; Ukraine gave up in 2014."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert state == world.chair("CIS", on=day).state


@pytest.mark.parametrize(
    "body, day, name",
    [
        ("CIS", "1995-01-01", "Ivan Korotchenya"), ("CIS", "1998-06-01", "Boris Berezovsky"),
        ("CIS", "2003-01-01", "Yury Yarov"), ("CIS", "2006-01-01", "Vladimir Rushailo"),
        ("CIS", "2020-01-01", "Sergei Lebedev"),
        ("CSTO", "2010-01-01", "Nikolai Bordyuzha"), ("CSTO", "2017-02-01", "Valery Semerikov"),
        ("CSTO", "2018-01-01", "Yuri Khachaturov"), ("CSTO", "2019-06-01", "Valery Semerikov"),
        ("CSTO", "2022-06-01", "Stanislav Zas"), ("CSTO", "2023-01-01", "Imangali Tasmagambetov"),
        ("EAEU", "2018-01-01", "Tigran Sargsyan"), ("EAEU", "2020-02-01", "Mikhail Myasnikovich"),
        ("EAEU", "2024-02-01", "Bakytzhan Sagintayev"),
        ("SCO", "2005-01-01", "Zhang Deguang"), ("SCO", "2025-01-01", "Nurlan Yermekbayev"),
        ("OTS", "2012-01-01", "Halil Akıncı"), ("OTS", "2022-11-11", "Kubanychbek Omuraliev"),
        ("ECO", "2013-01-01", "Shamil Alaskerov"), ("ECO", "2025-01-01", "Asad Majeed Khan"),
        ("GUAM", "2012-01-01", "Valeri Chechelashvili"), ("GUAM", "2016-01-01", "Altai Efendiev"),
    ],
)  # fmt: skip
def test_who_was_at_the_head(world, body, day, name):
    """Executive secretaries and secretaries-general."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert name == world.head(body, on=day).name


def test_three_left_the_collective_security_treaty(world):
    """Nine parties in 1994; six prolonged it in April 1999."""
    assert 9 == len(states(world, "CST", "1994-04-20"))
    assert {"AZE", "GEO", "UZB"} <= states(world, "CST", "1999-03-01")
    assert {"ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"} == states(
        world, "CST", "1999-05-01"
    )


def test_uzbekistan_in_the_csto(world):
    """In from August 2006 to December 2012, having given notice in June."""
    assert 6 == len(states(world, "CSTO", "2006-08-15"))
    assert "UZB" in states(world, "CSTO", "2006-08-16")
    assert Standing.INACTIVE is spell(world, "UZB", "CSTO", "2012-09-01").standing
    assert "UZB" not in states(world, "CSTO", "2012-12-20")


def test_armenia_is_still_in_the_csto(world):
    """It froze its participation in February 2024 and has not left."""
    assert "ARM" in states(world, "CSTO", "2025-08-01")
    assert Standing.ACTIVE is spell(world, "ARM", "CSTO", "2024-01-01").standing
    assert Standing.INACTIVE is spell(world, "ARM", "CSTO", "2024-03-01").standing


def test_the_members_of_the_eaeu(world):
    """Three, four since 2015-01-02, five since August 2015."""
    assert {"BLR", "KAZ", "RUS"} == states(world, "EAEU", "2015-01-01")
    assert {"ARM", "BLR", "KAZ", "RUS"} == states(world, "EAEU", "2015-01-02")
    assert Answer.NO is world.is_member("KGZ", of="EAEU", on="2015-08-11")
    assert 5 == len(states(world, "EAEU", "2015-08-12"))


def test_the_observers_of_the_eaeu(world):
    """Moldova, then Uzbekistan and Cuba, then Iran."""
    assert {"MDA"} == set(world.observers("EAEU", on="2020-12-10").states)
    assert {"MDA", "UZB", "CUB"} == set(world.observers("EAEU", on="2020-12-11").states)
    assert "IRN" in world.observers("EAEU", on="2024-12-26").states


def test_the_chair_of_the_eaeu(world):
    """Armenia, Belarus, Kazakhstan, Kyrgyzstan, Russia, each for a year."""
    turns = [world.chair("EAEU", on=f"{year}-06-30").state for year in range(2015, 2026)]

    assert [
        "BLR",
        "KAZ",
        "KGZ",
        "RUS",
        "ARM",
        "BLR",
        "KAZ",
        "KGZ",
        "RUS",
        "ARM",
        "BLR",
    ] == turns


@pytest.mark.parametrize(
    "day, count",
    [("2001-06-15", 6), ("2017-06-08", 6), ("2017-06-09", 8), ("2023-07-03", 8),
     ("2023-07-04", 9), ("2024-07-03", 9), ("2024-07-04", 10)],
)  # fmt: skip
def test_the_number_of_members_of_the_sco(world, day, count):
    """Six, then eight, nine and ten."""
    assert count == len(states(world, "SCO", day))


def test_before_they_were_members_of_the_sco(world):
    """India, Iran and Pakistan were observers, Belarus first a dialogue partner."""
    assert {"IND", "IRN", "MNG", "PAK"} == set(
        world.observers("SCO", on="2011-06-15").states
    )
    assert Status.DIALOGUE_PARTNER is spell(world, "BLR", "SCO", "2011-06-15").status
    assert Status.OBSERVER is spell(world, "BLR", "SCO", "2022-09-16").status
    assert {"AFG", "BLR", "IRN", "MNG"} == set(
        world.observers("SCO", on="2022-09-16").states
    )


def test_afghanistan_in_the_sco(world):
    """An observer since 2012, inactive since September 2021."""
    assert Standing.ACTIVE is spell(world, "AFG", "SCO", "2020-01-01").standing
    assert Standing.INACTIVE is spell(world, "AFG", "SCO", "2022-01-01").standing


def test_fourteen_dialogue_partners_of_the_sco(world):
    """Counted before the Tianjin summit."""
    spells = world.memberships.of("SCO").on("2025-08-15").where(status="dialogue_partner")

    assert 14 == len(spells)


def test_the_summits_of_the_sco(world):
    """Samarkand was the 22nd, and every year had one."""
    summits = [s for s in world.summits.of("SCO") if s.number]

    assert list(range(1, 26)) == [s.number for s in summits]
    assert "Samarkand" == summits[21].place.city


@pytest.mark.parametrize(
    "day, state",
    [
        ("2013-09-01", "KGZ"), ("2014-01-01", "TJK"), ("2015-01-01", "RUS"), ("2016-01-01", "UZB"),
        ("2017-01-01", "KAZ"), ("2018-01-01", "CHN"), ("2019-01-11", "KGZ"), ("2020-01-01", "RUS"),
        ("2021-01-25", "TJK"), ("2022-09-15", "UZB"), ("2022-09-17", "IND"), ("2023-12-31", "KAZ"),
        ("2025-01-01", "CHN"),
    ],
)  # fmt: skip
def test_the_chair_of_the_sco(world, day, state):
    """Handed over at the summits."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert state == world.chair("SCO", on=day).state


def test_the_bishkek_summit_of_the_sco_was_on_one_day(world):
    """The session of 2019 was held on 14 June."""
    summit = world.summits["sco-2019"]

    assert ("2019-06-14", "2019-06-14") == (
        str(summit.since),
        str(summit.until or summit.since),
    )


def test_the_observers_and_partners_of_the_sco_in_2019_and_2021(world):
    """Four observers, and six dialogue partners until September 2022."""
    for day in ("2019-06-14", "2021-09-17"):
        assert {"AFG", "BLR", "IRN", "MNG"} == set(world.observers("SCO", on=day).states)
        partners = world.memberships.of("SCO").on(day).where(status="dialogue_partner")
        assert 6 == len(partners)


@pytest.mark.parametrize(
    "day, state",
    [
        ("2022-01-01", "ARM"),
        ("2023-11-14", "BLR"),
        ("2024-01-10", "KAZ"),
        ("2025-01-16", "KGZ"),
    ],
)
def test_the_chair_of_the_csto(world, day, state):
    """Armenia from Dushanbe 2021, then Belarus, Kazakhstan and Kyrgyzstan by calendar years."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert state == world.chair("CSTO", on=day).state


def test_hungary_and_the_summit_of_cholpon_ata(world):
    """The Turkic Council met on 3 September 2018 and made Hungary an observer."""
    assert "2018-09-03" == str(world.summits["ots-2018"].since)
    assert "HUN" not in world.observers("OTS", on="2018-09-02").states
    assert "HUN" in world.observers("OTS", on="2018-09-03").states


@pytest.mark.filterwarnings("ignore::summitry.CoverageWarning")
def test_northern_cyprus_in_eco(world):
    """An observer when it is reported as one, never a member."""
    assert "XNC" in world.observers("ECO", on="2021-03-04").states
    assert Answer.NO is world.is_member("XNC", of="ECO", on="2021-03-04")


def test_uzbekistan_joined_the_turkic_council(world):
    """Its fifth member in October 2019."""
    assert {"AZE", "KAZ", "KGZ", "TUR"} == states(world, "OTS", "2019-09-30")
    assert "UZB" in states(world, "OTS", "2019-10-15")


def test_the_observers_of_the_turkic_states(world):
    """Hungary, Turkmenistan and the Turkish Republic of Northern Cyprus."""
    assert {"HUN"} == set(world.observers("OTS", on="2021-11-11").states)
    assert {"HUN", "TKM"} == set(world.observers("OTS", on="2022-11-10").states)
    assert {"HUN", "TKM", "XNC"} == set(world.observers("OTS", on="2022-11-11").states)
    assert Answer.NO is world.is_member("CYP", of="OTS", on="2023-01-01")


def test_the_turkic_council_is_the_same_body(world):
    """Renamed on 2021-11-12."""
    assert 4 == len(world.members("Turkic Council", on="2012-01-01"))
    assert "KAZ" == world.chair("OTS", on="2012-01-01").state
    assert "UZB" == world.chair("OTS", on="2023-01-01").state


def test_eco_and_the_body_before_it(world):
    """The same three members; seven more on 28 November 1992."""
    three = {"IRN", "PAK", "TUR"}

    assert three == states(world, "RCD", "1970-01-01")
    assert three == states(world, "ECO", "1992-11-27")
    assert three | CENTRAL_ASIA | {"AFG", "AZE"} == states(world, "ECO", "1992-11-28")
    assert 10 == len(states(world, "ECO", "2025-08-01"))
    assert ("RCD",) == world.organizations["ECO"].preceded_by


def test_seventeen_summits_of_eco(world):
    """From Tehran 1992 to Khankendi 2025."""
    summits = [s for s in world.summits.of("ECO") if s.number]

    assert 17 == len(summits)
    assert ("Tehran", "Khankendi") == (summits[0].place.city, summits[-1].place.city)


def test_uzbekistan_in_guuam(world):
    """In from 24 April 1999, away from June 2002, out in May 2005."""
    four = {"AZE", "GEO", "MDA", "UKR"}

    assert four == states(world, "GUAM", "1999-04-23")
    assert four | {"UZB"} == states(world, "GUAM", "1999-04-24")
    assert Standing.INACTIVE is spell(world, "UZB", "GUAM", "2003-07-03").standing
    assert four == states(world, "GUAM", "2005-05-11")


def test_the_chair_of_guam(world):
    """Azerbaijan in 2012, 2016, 2020 and 2024, Moldova in 2018 and 2022."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for year in (2012, 2016, 2020, 2024):
            assert "AZE" == world.chair("GUAM", on=f"{year}-06-30").state
        assert "MDA" == world.chair("GUAM", on="2018-06-30").state
        assert "MDA" == world.chair("GUAM", on="2022-06-30").state
        assert "GEO" == world.chair("GUAM", on="2013-01-01").state


def test_who_is_invited_to_the_european_political_community(world):
    """Forty-four states at first, forty-seven from the second summit on."""
    assert 44 == len(states(world, "EPC", "2022-10-06"))
    forty_seven = states(world, "EPC", "2023-06-01")
    assert 47 == len(forty_seven)
    assert {"AND", "MCO", "SMR", "GBR", "TUR", "XKX"} <= forty_seven
    assert not {"RUS", "BLR", "VAT"} & forty_seven


def test_the_summits_of_the_european_political_community(world):
    """Prague, Bulboaca, Granada, Woodstock, Budapest, Tirana."""
    hosts = [s.host for s in world.summits.of("EPC") if s.number and s.number <= 6]

    assert ["CZE", "MDA", "ESP", "GBR", "HUN", "ALB"] == hosts
