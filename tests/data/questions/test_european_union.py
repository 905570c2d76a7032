"""Europe: the Communities and the Union, the euro, Schengen, EFTA, Benelux, the North, V4."""

from __future__ import annotations

import itertools

import pytest

from asking import settled as members

from summitry import Answer


SIX = {"BEL", "DEU", "FRA", "ITA", "LUX", "NLD"}

# The number of members from each enlargement on, as every account of it counts.
EEC = {1958: 6, 1973: 9, 1981: 10, 1986: 12, 1990: 12, 1995: 15, 2004: 25, 2007: 27}
EU = {1993: 12, 1994: 12, 1995: 15, 2004: 25, 2006: 25, 2007: 27, 2013: 28, 2019: 28, 2020: 27, 2024: 27}  # fmt: skip
EURO = {1999: 11, 2001: 12, 2006: 12, 2007: 13, 2008: 15, 2009: 16, 2011: 17, 2014: 18, 2015: 19, 2022: 19, 2023: 20, 2024: 20}  # fmt: skip
SCHENGEN = {1995: 7, 1997: 9, 2000: 10, 2001: 15, 2007: 24, 2008: 25, 2011: 26, 2022: 26, 2023: 27, 2024: 29}  # fmt: skip
EFTA = {1960: 7, 1970: 8, 1973: 6, 1985: 6, 1986: 6, 1991: 7, 1994: 7, 1995: 4, 2024: 4}


@pytest.mark.parametrize(
    "body, year, count",
    [
        (body, year, count)
        for body, counts in [
            ("EEC", EEC),
            ("EU", EU),
            ("EURO-AREA", EURO),
            ("SCHENGEN", SCHENGEN),
            ("EFTA", EFTA),
        ]
        for year, count in counts.items()
    ],
)
def test_the_number_of_members(world, body, year, count):
    """At the end of the year, as each body is counted in its own accounts."""
    assert count == len(members(world, body, f"{year}-12-31"))


@pytest.mark.parametrize(
    "body, first",
    [("ECSC", "1952-07-23"), ("EEC", "1958-01-01"), ("EURATOM", "1958-01-01")],
)
def test_the_six(world, body, first):
    """Six states founded each of the three Communities."""
    assert first == str(world.organization(body).since)
    assert members(world, body, first) == SIX


def test_the_end_of_two_communities(world):
    """The first expired after fifty years, the second went into the Union in 2009."""
    assert "2002-07-23" == str(world.organization("ECSC").until)
    assert 15 == len(members(world, "ECSC", "2002-07-23"))
    assert set() == members(world, "ECSC", "2002-07-24")
    assert 27 == len(members(world, "EEC", "2009-11-30"))
    assert set() == members(world, "EEC", "2009-12-01")
    assert "EEC" == world.organization("European Economic Community").id
    assert ("EEC",) == world.organization("EU").preceded_by


def test_the_union_begins_in_1993(world):
    """The twelve of the Community were its founders."""
    assert set() == members(world, "EU", "1993-10-31")
    assert members(world, "EU", "1993-11-01") == members(world, "EEC", "1993-11-01")


def test_the_united_kingdom(world):
    """In at the beginning of 1973, out at the end of January 2020."""
    for body in "EEC", "EURATOM":
        assert Answer.NO is world.is_member("GBR", of=body, on="1972-12-31")
        assert Answer.CERTAIN is world.is_member("GBR", of=body, on="1973-01-01")
    for body in "EU", "EURATOM":
        assert Answer.CERTAIN is world.is_member("GBR", of=body, on="2020-01-31")
        assert Answer.NO is world.is_member("GBR", of=body, on="2020-02-01")
    assert Answer.CERTAIN is world.is_member("GBR", of="EFTA", on="1972-12-31")
    assert Answer.NO is world.is_member("GBR", of="EFTA", on="1973-01-01")


@pytest.mark.parametrize(
    "body", ["ECSC", "EEC", "EURATOM", "EU", "SCHENGEN", "EURO-AREA"]
)
def test_germany(world, body):
    """The union of 1990 was no accession, and East Germany never was a member."""
    assert 1 == len(world.memberships.by("DEU").of(body))
    assert 0 == len(world.memberships.by("DDR").of(body))


def test_norway_is_not_in_the_union(world):
    """It said no twice, and never left EFTA."""
    assert 0 == len(world.memberships.by("NOR").of("EU"))
    assert 0 == len(world.memberships.by("NOR").of("EEC"))
    assert 1 == len(world.memberships.by("NOR").of("EFTA"))


def test_the_candidates(world):
    """The nine of 2025, Croatia until it joined, Iceland until it asked to be none."""

    def candidates(day):
        spells = world.memberships.of("EU").where(status="candidate")
        return set(spells.on(day, match="certain").states)

    nine = {"ALB", "BIH", "GEO", "MDA", "MKD", "MNE", "SRB", "TUR", "UKR"}
    assert nine == candidates("2025-08-01")
    assert nine - {"GEO"} == candidates("2023-12-13")
    assert nine - {"GEO", "BIH"} == candidates("2022-12-14")
    assert nine - {"GEO", "BIH", "MDA", "UKR"} == candidates("2022-06-22")
    twelve = {
        "BGR",
        "CYP",
        "CZE",
        "EST",
        "HUN",
        "LTU",
        "LVA",
        "MLT",
        "POL",
        "ROU",
        "SVK",
        "SVN",
    }
    assert twelve | {"TUR"} == candidates("1999-12-11")
    assert twelve | {"TUR"} == candidates("2004-04-30")
    assert {"BGR", "ROU", "TUR"} == candidates("2004-06-17")
    assert {"BGR", "ROU", "TUR", "HRV"} == candidates("2004-06-18")
    assert {"HRV", "TUR"} == candidates("2005-12-16") - {"BGR", "ROU"}
    assert {"HRV", "TUR", "MKD"} == candidates("2007-01-01")
    assert {"HRV", "TUR", "MKD"} == candidates("2010-06-16")
    assert {"HRV", "TUR", "MKD", "ISL"} == candidates("2010-06-17")
    assert "MNE" not in candidates("2010-12-16")
    assert "MNE" in candidates("2010-12-17")
    assert "SRB" not in candidates("2012-02-29")
    assert "SRB" in candidates("2012-03-01")
    assert "ALB" not in candidates("2014-06-23")
    assert "ALB" in candidates("2014-06-27")
    assert {"HRV", "TUR", "MKD", "ISL", "MNE", "SRB"} == candidates("2013-06-30")
    assert "HRV" not in candidates("2013-07-01")
    assert "ISL" in candidates("2015-03-12")
    assert "ISL" not in candidates("2015-03-13")


@pytest.mark.parametrize(
    "day, state",
    [
        ("1958-01-15", "BEL"), ("1958-07-01", "DEU"), ("1960-12-31", "NLD"), ("1967-07-01", "DEU"),
        ("1972-12-31", "NLD"), ("1973-07-01", "DNK"), ("1977-03-01", "GBR"), ("1983-12-01", "GRC"),
        ("1988-06-30", "DEU"), ("1988-07-01", "GRC"), ("1989-02-01", "ESP"), ("1992-06-30", "PRT"),
        ("1993-10-31", "BEL"),
    ],
)  # fmt: skip
def test_the_presidency_of_the_council_of_the_communities(world, day, state):
    """Six months each, since Belgium's in 1958."""
    assert state == world.chair("EEC", on=day).state


@pytest.mark.parametrize(
    "day, state",
    [
        ("1993-11-01", "BEL"), ("1994-01-01", "GRC"), ("1994-07-01", "DEU"), ("2003-06-30", "GRC"),
        ("2009-01-01", "CZE"), ("2017-07-01", "EST"), ("2020-01-01", "HRV"), ("2020-07-01", "DEU"),
        ("2022-12-31", "CZE"), ("2024-07-01", "HUN"), ("2025-06-30", "POL"), ("2025-07-01", "DNK"),
    ],
)  # fmt: skip
def test_the_presidency_of_the_council_of_the_union(world, day, state):
    """Estonia took the turn that the United Kingdom gave up in 2017."""
    assert state == world.chair("EU", on=day).state


@pytest.mark.parametrize("body, terms", [("EEC", 72), ("EU", 65)])
def test_no_day_without_a_presidency(world, body, terms):
    """Each term begins on the day after the one before it."""
    found = list(world.chairmanships.of(body))

    assert terms == len(found)
    for one, other in itertools.pairwise(found):
        assert other.since.first_ordinal == one.until.last_ordinal + 1


@pytest.mark.parametrize(
    "body, day, name",
    [
        ("EEC", "1958-01-01", "Walter Hallstein"),
        ("EEC", "1967-07-10", "Jean Rey"),
        ("EEC", "1972-03-21", "Franco Maria Malfatti"),
        ("EEC", "1972-03-22", "Sicco Mansholt"),
        ("EEC", "1979-06-01", "Roy Jenkins"),
        ("EEC", "1993-10-31", "Jacques Delors"),
        ("EU", "1993-11-01", "Jacques Delors"),
        ("EU", "1995-01-23", "Jacques Santer"),
        ("EU", "1999-09-16", "Romano Prodi"),
        ("EU", "2009-12-01", "José Manuel Barroso"),
        ("EU", "2014-11-01", "Jean-Claude Juncker"),
        ("EU", "2019-11-30", "Jean-Claude Juncker"),
        ("EU", "2025-08-01", "Ursula von der Leyen"),
    ],
)
def test_the_presidents_of_the_commission(world, body, day, name):
    """From Hallstein on."""
    head = world.head(body, on=day, post="President of the Commission")
    assert name == head.name


@pytest.mark.parametrize(
    "day, name",
    [
        ("2009-12-01", "Herman Van Rompuy"),
        ("2014-12-01", "Donald Tusk"),
        ("2019-12-01", "Charles Michel"),
        ("2024-11-30", "Charles Michel"),
        ("2024-12-01", "António Costa"),
    ],
)
def test_the_presidents_of_the_european_council(world, day, name):
    """Each from a first of December, since the Treaty of Lisbon."""
    assert name == world.head("EU", on=day, post="President of the European Council").name


@pytest.mark.parametrize(
    "body, day, name",
    [
        ("ECSC", "1952-08-10", "Jean Monnet"),
        ("ECSC", "1955-06-03", "René Mayer"),
        ("ECSC", "1959-12-31", "Piero Malvestiti"),
        ("ECSC", "1967-03-01", "Albert Coppé"),
        ("EURATOM", "1958-06-01", "Louis Armand"),
        ("EURATOM", "1959-02-02", "Étienne Hirsch"),
        ("EURATOM", "1967-07-05", "Pierre Chatenet"),
        ("EURO-AREA", "2010-05-09", "Jean-Claude Juncker"),
        ("EURO-AREA", "2015-07-13", "Jeroen Dijsselbloem"),
        ("EURO-AREA", "2018-01-11", "Jeroen Dijsselbloem"),
        ("EURO-AREA", "2018-01-14", "Mário Centeno"),
        ("EURO-AREA", "2020-07-12", "Mário Centeno"),
        ("EURO-AREA", "2020-07-13", "Paschal Donohoe"),
        ("EFTA", "1961-06-01", "Frank Figgures"),
        ("EFTA", "1990-06-01", "Georg Reisch"),
        ("EFTA", "2018-08-31", "Kristinn F. Árnason"),
        ("EFTA", "2018-09-01", "Henri Gétaz"),
        ("EFTA", "2024-01-01", "Siri Veseth Meling"),
        ("EFTA", "2024-08-31", "Siri Veseth Meling"),
        ("EFTA", "2024-09-01", "Kurt Jaeger"),
        ("NORDIC-COUNCIL", "1975-06-01", "Helge Seip"),
        ("NORDIC-COUNCIL", "2021-01-31", "Britt Bohlin Olsson"),
        ("NORDIC-COUNCIL", "2021-02-01", "Kristina Háfoss"),
    ],
)
def test_other_heads(world, body, day, name):
    """Of the High Authority, Euratom, the Eurogroup and two secretariats."""
    assert name == world.head(body, on=day).name


@pytest.mark.parametrize(
    "state, day",
    [
        ("GRC", "2001-01-01"),
        ("SVN", "2007-01-01"),
        ("CYP", "2008-01-01"),
        ("MLT", "2008-01-01"),
        ("SVK", "2009-01-01"),
        ("EST", "2011-01-01"),
        ("LVA", "2014-01-01"),
        ("LTU", "2015-01-01"),
        ("HRV", "2023-01-01"),
    ],
)
def test_the_euro_was_adopted(world, state, day):
    """Eleven states began with it in 1999, and nine followed until 2025."""
    assert day == str(world.memberships.by(state).of("EURO-AREA").one().since)


@pytest.mark.parametrize(
    "state, day",
    [
        ("ITA", "1997-10-26"),
        ("AUT", "1997-12-01"),
        ("GRC", "2000-01-01"),
        ("ISL", "2001-03-25"),
        ("MLT", "2007-12-21"),
        ("CHE", "2008-12-12"),
        ("LIE", "2011-12-19"),
        ("HRV", "2023-01-01"),
        ("BGR", "2024-03-31"),
        ("ROU", "2024-03-31"),
    ],
)
def test_checks_ended(world, state, day):
    """By the day of the first end of checks, not of the signature."""
    assert day == str(world.memberships.by(state).of("SCHENGEN").one().since)


def test_schengen_and_the_union(world):
    """Two members of the Union are outside, and four states of EFTA inside."""
    union, area = (
        members(world, "EU", "2025-08-01"),
        members(world, "SCHENGEN", "2025-08-01"),
    )

    assert {"CYP", "IRL"} == union - area
    assert (
        area - union
        == members(world, "EFTA", "2025-08-01")
        == {"CHE", "ISL", "LIE", "NOR"}
    )


def test_finland_and_iceland_in_efta(world):
    """Finland was an associate until the end of 1985; Iceland came on 1970-03-01."""
    assert Answer.NO is world.is_member("FIN", of="EFTA", on="1985-12-31")
    assert Answer.CERTAIN is world.is_member("FIN", of="EFTA", on="1986-01-01")
    assert Answer.NO is world.is_member("FIN", of="EFTA", on="1995-01-01")
    spell = world.memberships.by("FIN").of("EFTA").where(status="associate").one()
    assert ("[1961-03-27..1961-12-31]", "1985-12-31") == (
        str(spell.since),
        str(spell.until),
    )
    assert Answer.NO is world.is_member("ISL", of="EFTA", on="1970-02-28")
    assert Answer.CERTAIN is world.is_member("ISL", of="EFTA", on="1970-03-01")


@pytest.mark.parametrize(
    "states, last",
    [("DNK GBR", "1972-12-31"), ("PRT", "1985-12-31"), ("AUT FIN SWE", "1994-12-31")],
)
def test_leaving_efta_for_the_communities(world, states, last):
    """On the last day of a year, to join them on the first of the next."""
    for state in states.split():
        spell = world.memberships.by(state).of("EFTA").where(status="member").one()
        assert last == str(spell.until)
        assert Answer.CERTAIN is world.is_member(
            state, of="EEC", on=f"{int(last[:4]) + 1}-01-01"
        )


def test_benelux(world):
    """One organization, from customs union to Union."""
    assert {"BEL", "LUX", "NLD"} == members(world, "BENELUX", "1948-01-01")
    assert "BENELUX" == world.organization("Benelux Economic Union").id
    assert "BEL" == world.chairmanships.of("BENELUX").on("2021-06-01").one().state
    assert "BEL" == world.chairmanships.of("BENELUX").on("2024-06-01").one().state
    assert "LUX" == world.chairmanships.of("BENELUX").on("2025-08-01").one().state
    assert "Frans Weekers" == world.appointments.of("BENELUX").on("2023-01-01").one().name


def test_the_nordic_council(world):
    """Finland came at the end of 1955; three self-governing lands are associates."""
    assert 4 == len(members(world, "NORDIC-COUNCIL", "1955-12-22"))
    assert 5 == len(members(world, "NORDIC-COUNCIL", "1955-12-23"))
    associates = world.memberships.of("NORDIC-COUNCIL").where(status="associate")
    assert {"ALA", "FRO"} == set(associates.on("1983-06-01").states)
    assert {"ALA", "FRO", "GRL"} == set(associates.on("2025-08-01").states)


def test_three_became_four(world):
    """The Visegrád Three of 1991 are four since Czechoslovakia ended."""
    assert {"CSK", "HUN", "POL"} == members(world, "V4", "1992-12-31")
    assert {"CZE", "HUN", "POL", "SVK"} == members(world, "V4", "1993-01-01")
    assert "1991-02-15" == str(world.summits["v4-1991"].since)


@pytest.mark.parametrize(
    "day, state",
    [
        ("2001-01-15", "POL"), ("2002-12-01", "SVK"), ("2004-01-01", "CZE"), ("2006-01-01", "HUN"),
        ("2009-07-02", "HUN"), ("2010-06-30", "HUN"), ("2010-07-01", "SVK"), ("2011-07-01", "CZE"),
        ("2012-06-21", "CZE"), ("2014-08-01", "SVK"), ("2015-07-01", "CZE"), ("2013-01-01", "POL"), ("2017-01-01", "POL"),
        ("2019-12-31", "CZE"), ("2020-07-01", "POL"), ("2022-01-01", "HUN"), ("2023-07-01", "CZE"),
        ("2024-07-01", "POL"), ("2025-07-01", "HUN"),
    ],
)  # fmt: skip
def test_the_presidency_of_the_visegrad_group(world, day, state):
    """A year each, from July to June: Czechia, Poland, Hungary, Slovakia."""
    assert state == world.chair("V4", on=day).state


# On the days before and of each change, as the lists of enlargements have them.
DAYS = {
    "ECSC": [("1952-07-23", 6), ("1972-12-31", 6), ("1973-01-01", 9), ("1980-12-31", 9), ("1981-01-01", 10), ("1985-12-31", 10), ("1986-01-01", 12), ("1994-12-31", 12), ("1995-01-01", 15), ("2002-07-23", 15)],
    "EEC": [("1958-01-01", 6), ("1972-12-31", 6), ("1973-01-01", 9), ("1980-12-31", 9), ("1981-01-01", 10), ("1985-12-31", 10), ("1986-01-01", 12), ("1994-12-31", 12), ("1995-01-01", 15), ("2004-04-30", 15), ("2004-05-01", 25), ("2006-12-31", 25), ("2007-01-01", 27), ("2009-11-30", 27)],
    "EURATOM": [("1958-01-01", 6), ("1973-01-01", 9), ("1981-01-01", 10), ("1986-01-01", 12), ("1995-01-01", 15), ("2004-05-01", 25), ("2007-01-01", 27), ("2013-06-30", 27), ("2013-07-01", 28), ("2020-01-31", 28), ("2020-02-01", 27)],
    "EU": [("1993-11-01", 12), ("1994-12-31", 12), ("1995-01-01", 15), ("2004-04-30", 15), ("2004-05-01", 25), ("2006-12-31", 25), ("2007-01-01", 27), ("2013-06-30", 27), ("2013-07-01", 28), ("2020-01-31", 28), ("2020-02-01", 27), ("2025-08-01", 27)],
    "EURO-AREA": [("1999-01-01", 11), ("2000-12-31", 11), ("2001-01-01", 12), ("2007-01-01", 13), ("2008-01-01", 15), ("2009-01-01", 16), ("2011-01-01", 17), ("2014-01-01", 18), ("2015-01-01", 19), ("2022-12-31", 19), ("2023-01-01", 20)],
    "SCHENGEN": [("1995-03-26", 7), ("1997-10-25", 7), ("1997-10-26", 8), ("1997-12-01", 9), ("2000-01-01", 10), ("2001-03-24", 10), ("2001-03-25", 15), ("2007-12-20", 15), ("2007-12-21", 24), ("2008-12-12", 25), ("2011-12-19", 26), ("2023-01-01", 27), ("2024-03-30", 27), ("2024-03-31", 29)],
    "EFTA": [("1960-05-03", 7), ("1970-03-01", 8), ("1972-12-31", 8), ("1973-01-01", 6), ("1986-01-01", 6), ("1991-08-31", 6), ("1991-09-01", 7), ("1995-01-01", 4)],
}  # fmt: skip


@pytest.mark.parametrize(
    "body, day, count", [(body, *each) for body, days in DAYS.items() for each in days]
)
def test_the_number_of_members_on_a_day(world, body, day, count):
    """Enlargements and departures take effect on the day, not in the year."""
    assert count == len(members(world, body, day))


def test_the_community_and_the_union_side_by_side(world):
    """From 1993 to 2009 the Community was one pillar of the Union, with the same members."""
    for day in "1993-11-01", "1995-01-01", "2004-05-01", "2007-01-01", "2009-11-30":
        assert members(world, "EEC", day) == members(world, "EU", day)
    assert Answer.NO is world.is_member("FRA", of="EEC", on="2009-12-01")
    assert Answer.CERTAIN is world.is_member("FRA", of="EU", on="2009-12-01")
    assert "BEL" == world.chair("EEC", on="1993-10-31").state
    assert "BEL" == world.chair("EU", on="1993-11-01").state


def test_the_presidents_of_the_commission_in_1999(world):
    """Santer's Commission resigned on 15 March; Marín presided over it until Prodi's came."""
    post = "President of the Commission"
    assert "Jacques Santer" == world.head("EU", on="1999-03-14", post=post).name
    assert "Manuel Marín" == world.head("EU", on="1999-06-01", post=post).name
    assert "acting" == world.head("EU", on="1999-06-01", post=post).capacity
    assert "Romano Prodi" == world.head("EU", on="1999-09-16", post=post).name


def test_no_associates_of_euratom(world):
    """To take part in research programmes is no status in the Community."""
    assert 0 == len(world.memberships.of("EURATOM").where(status="associate"))
