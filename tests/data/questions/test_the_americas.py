"""Hard cases of the organizations of the Americas, as a user would ask them."""

from __future__ import annotations

import pytest

from asking import settled as members
from asking import standing

from summitry import Answer, Standing


MERCOSUR_FOUNDERS = {"ARG", "BRA", "PRY", "URY"}
SOUTH_AMERICA = {
    "ARG", "BOL", "BRA", "CHL", "COL", "ECU", "GUY", "PRY", "PER", "SUR", "URY", "VEN",
}  # fmt: skip


# --- Mercosur


@pytest.mark.parametrize(
    "day, more",
    [
        ("1991-03-26", set()),
        ("2012-07-30", set()),
        ("2012-07-31", {"VEN"}),
        ("2024-08-06", {"VEN"}),
        ("2024-08-07", {"VEN", "BOL"}),
    ],
)
def test_mercosur(world, day, more):
    """Four founders, Venezuela from 2012-07-31, Bolivia from 2024-08-07."""
    assert MERCOSUR_FOUNDERS | more == members(world, "MERCOSUR", day)


@pytest.mark.parametrize(
    "state, day, expected",
    [
        ("PRY", "2012-06-28", Standing.ACTIVE),
        ("PRY", "2012-06-29", Standing.SUSPENDED),
        ("PRY", "2013-08-14", Standing.SUSPENDED),
        ("PRY", "2013-08-15", Standing.ACTIVE),
        ("VEN", "2016-12-01", Standing.ACTIVE),
        ("VEN", "2016-12-02", Standing.SUSPENDED),
        ("VEN", "2017-08-05", Standing.SUSPENDED),
    ],
)
def test_suspensions_from_mercosur(world, state, day, expected):
    """Paraguay for a year, Venezuela since December 2016; both stay members."""
    assert expected is standing(world, state, "MERCOSUR", day)
    assert Answer.CERTAIN is world.is_member(state, of="MERCOSUR", on=day)


def test_associates_of_mercosur(world):
    """Associates are no members: Chile, Bolivia before 2024, the Andean states."""
    there = world.memberships.of("MERCOSUR").where(status="associate").on("2018-01-01")

    assert {"BOL", "CHL", "COL", "ECU", "GUY", "PER", "SUR"} == set(there.states)
    assert Answer.NO is world.is_member("CHL", of="MERCOSUR", on="2018-01-01")


def test_chair_of_mercosur(world):
    """Six months each, by the alphabet."""
    assert "BRA" == world.chair("MERCOSUR", on="1992-10-01").state
    assert "URY" == world.chair("MERCOSUR", on="1995-10-01").state
    for day, state in [
        ("2012-10-01", "BRA"), ("2013-10-01", "VEN"), ("2015-08-01", "PRY"),
        ("2017-03-01", "ARG"), ("2022-03-01", "PRY"), ("2024-12-31", "ARG"),
    ]:  # fmt: skip
        assert state == world.chairmanships.of("MERCOSUR").on(day).one().state


# --- CARICOM and CARIFTA


@pytest.mark.parametrize(
    "day, count",
    [
        ("1973-08-01", 4),
        ("1974-05-01", 10),
        ("1974-07-26", 12),
        ("1983-07-04", 13),
        ("1995-07-04", 14),
        ("2002-07-01", 14),
        ("2002-07-02", 15),
        ("2025-01-01", 15),
    ],
)
def test_caricom_grows(world, day, count):
    """From four founders to fifteen members, Haiti the last of them."""
    assert count == len(members(world, "CARICOM", day))


def test_haiti_in_caricom(world):
    """A provisional member in 1998, a full one in 2002, suspended 2004 to 2006."""
    assert Answer.NO is world.is_member("HTI", of="CARICOM", on="2000-01-01")
    assert Standing.ACTIVE is standing(world, "HTI", "CARICOM", "2004-02-28")
    assert Standing.SUSPENDED is standing(world, "HTI", "CARICOM", "2004-02-29")
    assert Standing.SUSPENDED is standing(world, "HTI", "CARICOM", "2006-05-31")
    assert Standing.ACTIVE is standing(world, "HTI", "CARICOM", "2006-07-01")


def test_associates_of_caricom(world):
    """Five for twenty years, then Curaçao and Martinique; Montserrat is a member."""
    five = {"AIA", "BMU", "CYM", "TCA", "VGB"}
    associates = world.memberships.of("CARICOM").where(status="associate")

    assert five == set(associates.on("2010-01-01").states)
    assert five | {"CUW", "MTQ"} == set(associates.on("2025-03-01").states)
    assert "MSR" in members(world, "CARICOM", "2010-01-01")


def test_heads_of_caricom(world):
    """Carrington for eighteen years, then LaRocque and Barnett."""
    assert "Edwin W. Carrington" == world.head("CARICOM", on="2000-01-01").name
    assert "Irwin LaRocque" == world.head("CARICOM", on="2015-01-01").name
    assert "Carla Barnett" == world.appointments.of("CARICOM").on("2023-01-01").one().name


def test_carifta(world):
    """Eleven members after August 1968, twelve with British Honduras, none after 1974."""
    assert 4 == len(members(world, "CARIFTA", "1968-05-01"))
    assert 9 == len(members(world, "CARIFTA", "1968-07-01"))
    assert 11 == len(members(world, "CARIFTA", "1968-08-01"))
    assert 12 == len(members(world, "CARIFTA", "1972-01-01"))
    assert set() == members(world, "CARIFTA", "1974-05-01")


# --- UNASUR


def test_unasur_to_2018(world):
    """All twelve states of South America, with Paraguay suspended for a year."""
    assert SOUTH_AMERICA == members(world, "UNASUR", "2008-05-23")
    assert SOUTH_AMERICA == members(world, "UNASUR", "2018-04-20")
    assert Standing.SUSPENDED is standing(world, "PRY", "UNASUR", "2012-06-29")
    assert Standing.SUSPENDED is standing(world, "PRY", "UNASUR", "2013-08-14")
    assert Standing.ACTIVE is standing(world, "PRY", "UNASUR", "2013-08-15")


def test_six_stay_away_from_unasur(world):
    """On 2018-04-20 six members announced that they would not take part."""
    there = world.members("UNASUR", on="2018-04-20")

    assert {"ARG", "BRA", "CHL", "COL", "PRY", "PER"} == set(
        there.where(standing="inactive").states
    )


def test_unasur_after_the_withdrawals(world):
    """Four remained, and Peru, which did not take part; in 2023 three came back."""
    assert {"BOL", "GUY", "SUR", "VEN", "PER", "ARG", "BRA"} == set(
        world.members("UNASUR", on="2023-05-06", match="certain").states
    )
    assert {"BOL", "GUY", "SUR", "VEN", "PER"} == set(
        world.members("UNASUR", on="2021-01-01", match="certain").states
    )
    assert Answer.NO is world.is_member("ARG", of="UNASUR", on="2022-01-01")
    assert Answer.CERTAIN is world.is_member("ARG", of="UNASUR", on="2023-04-06")
    assert Answer.NO is world.is_member("BRA", of="UNASUR", on="2023-05-05")
    assert Answer.CERTAIN is world.is_member("BRA", of="UNASUR", on="2023-05-06")
    assert Answer.POSSIBLE is world.is_member("COL", of="UNASUR", on="2023-06-01")
    assert Answer.CERTAIN is world.is_member("COL", of="UNASUR", on="2023-12-06")
    assert Answer.POSSIBLE is world.is_member("ARG", of="UNASUR", on="2025-01-01")


def test_chairs_and_heads_of_unasur(world):
    """From Bachelet to Morales; Kirchner the first Secretary General, Samper the last."""
    assert "CHL" == world.chair("UNASUR", on="2009-01-01").state
    assert "PER" == world.chair("UNASUR", on="2013-01-01").state
    assert "BOL" == world.chair("UNASUR", on="2018-10-01").state
    assert "Néstor Kirchner" == world.head("UNASUR", on="2010-06-01").name
    assert "Ernesto Samper" == world.head("UNASUR", on="2016-01-01").name


# --- CELAC and the Rio Group


def test_celac(world):
    """Thirty-three members; Brazil stayed away for three years."""
    assert 33 == len(members(world, "CELAC", "2011-12-03"))
    assert 33 == len(members(world, "CELAC", "2022-01-01"))
    assert {"USA", "CAN"}.isdisjoint(members(world, "CELAC", "2022-01-01"))
    for day, expected in [
        ("2020-01-14", Standing.ACTIVE),
        ("2020-01-15", Standing.INACTIVE),
        ("2023-01-04", Standing.INACTIVE),
        ("2023-01-05", Standing.ACTIVE),
    ]:
        assert expected is standing(world, "BRA", "CELAC", day)


def test_chairs_of_celac(world):
    """El Salvador for two years, as no summit was held."""
    chairs = [
        ("2013-06-01", "CUB"), ("2014-06-01", "CRI"), ("2015-06-01", "ECU"),
        ("2016-06-01", "DOM"), ("2017-06-01", "SLV"), ("2018-06-01", "SLV"),
        ("2019-06-01", "BOL"), ("2020-06-01", "MEX"),
    ]  # fmt: skip
    for day, state in chairs:
        assert state == world.chair("CELAC", on=day).state


def test_summits_of_celac(world):
    """Nine ordinary ones, from Santiago to Tegucigalpa."""
    summits = world.summits.of("CELAC").where(kind="ordinary")

    assert [*range(1, 10)] == [summit.number for summit in summits]
    assert ("Santiago", "Tegucigalpa") == (summits[0].place.city, summits[-1].place.city)


def test_the_rio_group(world):
    """Eight founders, twelve in 1990, eighteen in 1999; Cuba in 2008, Jamaica in 2009."""
    founders = {"ARG", "BRA", "COL", "MEX", "PAN", "PER", "URY", "VEN"}

    assert founders == set(world.members("RIO-GROUP", on="1988-01-01").states)
    assert 12 == len(set(world.members("RIO-GROUP", on="1991-01-01").states))
    assert 18 == len(
        set(world.members("RIO-GROUP", on="2000-01-01", match="certain").states)
    )
    assert Answer.NO is world.is_member("CUB", of="RIO-GROUP", on="2008-11-12")
    assert Answer.CERTAIN is world.is_member("CUB", of="RIO-GROUP", on="2008-11-13")
    assert Answer.CERTAIN is world.is_member("JAM", of="RIO-GROUP", on="2009-11-05")
    assert set() == members(world, "RIO-GROUP", "2011-12-03")


def test_suspended_from_the_rio_group(world):
    """Panama under General Noriega, and Peru after 1992."""
    assert Standing.SUSPENDED is standing(world, "PAN", "RIO-GROUP", "1990-10-08")
    there = world.memberships.by("PER").of("RIO-GROUP").where(standing="suspended")
    assert 1 == len(there)


# --- ALBA


@pytest.mark.parametrize(
    "state, last_in, first_out",
    [("ECU", "2018-08-23", "2018-08-24"), ("BOL", "2019-10-31", "2019-12-01")],
)
def test_leaving_alba(world, state, last_in, first_out):
    """Ecuador and Bolivia left, and Bolivia came back."""
    assert Answer.CERTAIN is world.is_member(state, of="ALBA", on=last_in)
    assert Answer.NO is world.is_member(state, of="ALBA", on=first_out)


def test_alba(world):
    """Ten members at the end of 2020, with Bolivia; Honduras was in for a short time."""
    assert {"CUB", "VEN"} == members(world, "ALBA", "2004-12-14")
    assert 10 == len(members(world, "ALBA", "2021-01-01"))
    assert Answer.NO is world.is_member("HND", of="ALBA", on="2008-08-24")
    assert Answer.CERTAIN is world.is_member("HND", of="ALBA", on="2008-08-25")
    assert Answer.NO is world.is_member("HND", of="ALBA", on="2010-04-19")


# --- The Andean Community


def test_the_andean_community(world):
    """Five in 1969, six with Venezuela, five without Chile, four since 2006."""
    four = {"BOL", "COL", "ECU", "PER"}

    assert four | {"CHL"} == members(world, "CAN", "1969-05-26")
    assert four | {"CHL", "VEN"} == members(world, "CAN", "1973-02-13")
    assert four | {"VEN"} == members(world, "CAN", "1977-01-01")
    assert four | {"VEN"} == members(world, "CAN", "2006-04-22")
    assert four == members(world, "CAN", "2006-04-23")
    assert four == members(world, "CAN", "2025-01-01")


def test_peru_remained_in_the_andean_community(world):
    """Peru suspended its trade duties in 1992, not its membership."""
    assert Answer.CERTAIN is world.is_member("PER", of="CAN", on="1994-01-01")
    assert Standing.ACTIVE is standing(world, "PER", "CAN", "1994-01-01")


def test_heads_of_the_andean_community(world):
    """Wagner in 2005, San Miguel in 2017, Pedraza in 2022, Gutiérrez from 2023."""
    assert "Allan Wagner Tizón" == world.head("CAN", on="2005-06-01").name
    assert "Walker San Miguel" == world.head("CAN", on="2017-06-01").name
    assert "Jorge Hernando Pedraza" == world.head("CAN", on="2022-06-01").name
    assert "Gonzalo Gutiérrez Reinel" == world.head("CAN", on="2023-09-01").name


# --- Central America


def test_sica(world):
    """Six founders, Belize, and the Dominican Republic, first an associate."""
    six = {"CRI", "SLV", "GTM", "HND", "NIC", "PAN"}

    assert six == members(world, "SICA", "1991-12-13")
    assert six | {"BLZ"} == members(world, "SICA", "2013-06-26")
    assert six | {"BLZ", "DOM"} == members(world, "SICA", "2013-06-27")
    associates = world.memberships.of("SICA").where(status="associate")
    assert ("DOM",) == associates.on("2010-01-01").states


def test_heads_of_sica(world):
    """Santamaría in 2002, Alemán in 2010, and nobody after Vargas."""
    assert "Oscar Alfredo Santamaría" == world.head("SICA", on="2002-01-01").name
    assert "Juan Daniel Alemán Gurdián" == world.head("SICA", on="2010-01-01").name
    assert "Werner Isaac Vargas Torres" == world.head("SICA", on="2023-11-14").name
    assert 0 == len(world.appointments.of("SICA").on("2023-11-15"))


def test_odeca(world):
    """Five founders in 1951."""
    assert {"CRI", "SLV", "GTM", "HND", "NIC"} == members(world, "ODECA", "1951-10-14")


# --- The Caribbean


def test_the_oecs(world):
    """Seven founders, still the only members; five associates since Saint Martin."""
    seven = {"ATG", "DMA", "GRD", "MSR", "KNA", "LCA", "VCT"}
    associates = world.memberships.of("OECS").where(status="associate")

    assert seven == members(world, "OECS", "1981-06-18")
    assert seven == members(world, "OECS", "2025-01-01")
    assert {"AIA", "VGB", "MTQ", "GLP"} == set(associates.on("2025-03-18").states)
    assert {"AIA", "VGB", "MTQ", "GLP", "MAF"} == set(associates.on("2025-03-19").states)
    assert "Didacus Jules" == world.head("OECS", on="2020-01-01").name


def test_the_association_of_caribbean_states(world):
    """Twenty-five members from the beginning; nine summits; Sabonge from 2020-11-01."""
    assert 25 == len(members(world, "ACS", "1994-07-24"))
    assert 25 == len(members(world, "ACS", "2025-01-01"))
    assert 9 == len(world.summits.of("ACS"))
    assert "June Soomer" == world.head("ACS", on="2020-10-31").name
    assert "Rodolfo Sabonge" == world.head("ACS", on="2020-11-01").name


# --- The Pacific Alliance


def test_the_pacific_alliance(world):
    """Four members; Costa Rica and Panama are observers."""
    assert {"CHL", "COL", "MEX", "PER"} == members(
        world, "PACIFIC-ALLIANCE", "2024-01-01"
    )
    observers = world.memberships.of("PACIFIC-ALLIANCE").where(status="observer")
    assert {"CRI", "PAN"} <= set(observers.on("2024-01-01").states)
    held = world.summits.of("PACIFIC-ALLIANCE").where(happened="held")
    assert [*range(1, 17)] == [summit.number for summit in held]
    assert "CHL" == world.chair("PACIFIC-ALLIANCE", on="2023-06-29").state


# --- The Organization of American States


@pytest.mark.parametrize(
    "day, name",
    [
        ("1950-01-01", "Alberto Lleras Camargo"),
        ("1955-01-01", "Carlos Dávila"),
        ("1960-01-01", "José Antonio Mora"),
        ("1970-01-01", "Galo Plaza"),
        ("1980-01-01", "Alejandro Orfila"),
        ("1990-01-01", "João Clemente Baena Soares"),
        ("2000-01-01", "César Gaviria"),
        ("2005-01-01", "Luigi R. Einaudi"),
        ("2010-01-01", "José Miguel Insulza"),
        ("2020-01-01", "Luis Almagro"),
        ("2025-07-01", "Albert Ramdin"),
    ],
)
def test_heads_of_the_oas(world, day, name):
    """From Lleras Camargo to Ramdin."""
    assert name == world.head("OAS", on=day).name


def test_the_summits_of_the_americas(world):
    """Nine ordinary ones and two special ones."""
    summits = world.summits.of("OAS")

    assert [*range(1, 10)] == [s.number for s in summits if s.number]
    assert 2 == len(summits.where(kind="extraordinary"))
    assert "Miami" == summits[0].place.city


def test_exclusions_from_the_oas(world):
    """Cuba from 1962-01-31, Honduras for two years; Nicaragua left in 2023."""
    assert Standing.ACTIVE is standing(world, "CUB", "OAS", "1962-01-30")
    assert Standing.ACTIVE is not standing(world, "CUB", "OAS", "1962-01-31")
    assert Standing.SUSPENDED is standing(world, "HND", "OAS", "2009-07-05")
    assert Standing.SUSPENDED is standing(world, "HND", "OAS", "2011-05-31")
    assert Standing.ACTIVE is standing(world, "HND", "OAS", "2011-06-01")
    assert Answer.CERTAIN is world.is_member("NIC", of="OAS", on="2023-11-19")
    assert Answer.NO is world.is_member("NIC", of="OAS", on="2023-11-20")


# --- Presidencies, observers and meetings


@pytest.mark.filterwarnings("ignore::summitry.CoverageWarning")  # of some, a few
@pytest.mark.parametrize(
    "day, state",
    [
        ("2004-08-01", "BRA"), ("2006-03-01", "ARG"), ("2008-03-01", "ARG"),
        ("2008-08-01", "BRA"), ("2009-10-01", "URY"), ("2010-03-01", "ARG"),
        ("2011-03-01", "PRY"), ("2012-12-08", "URY"), ("2015-12-22", "URY"),
        ("2017-10-01", "BRA"), ("2018-03-01", "PRY"), ("2018-10-01", "URY"),
        ("2019-03-01", "ARG"), ("2019-10-01", "BRA"), ("2020-03-01", "PRY"),
        ("2020-10-01", "URY"), ("2021-03-01", "ARG"), ("2021-10-01", "BRA"),
        ("2022-10-01", "URY"), ("2023-03-01", "ARG"), ("2023-10-01", "BRA"),
        ("2024-03-01", "PRY"), ("2024-10-01", "URY"), ("2025-03-01", "ARG"),
        ("2025-08-01", "BRA"),
    ],
)  # fmt: skip
def test_the_half_years_of_mercosur(world, day, state):
    """Argentina, Brazil, Paraguay, Uruguay, and again."""
    assert state == world.chair("MERCOSUR", on=day).state


def test_mercosur_chaired_by_its_founders(world):
    """From 2016-09-13 the founders held together what Venezuela claimed."""
    there = world.chairmanships.of("MERCOSUR").on("2016-10-15")

    assert MERCOSUR_FOUNDERS == {term.state for term in there}


def test_panama_and_mercosur(world):
    """The seventh associate beside the members, from 2024-12-06."""
    associates = world.memberships.of("MERCOSUR").where(status="associate")

    assert "PAN" not in associates.on("2024-12-05").states
    assert {"CHL", "COL", "ECU", "GUY", "PAN", "PER", "SUR"} == set(
        associates.on("2024-12-06").states
    )


def test_the_last_summits_of_mercosur(world):
    """From the 54th at Santa Fe to the 66th at Buenos Aires, none left out."""
    summits = world.summits.of("MERCOSUR").where(kind="ordinary")

    assert [*range(54, 67)] == [s.number for s in summits if s.number and s.number > 50]
    assert "Buenos Aires" == summits[-1].place.city


@pytest.mark.filterwarnings("ignore::summitry.CoverageWarning")  # of some, a few
@pytest.mark.parametrize(
    "body, day, state",
    [
        ("CELAC", "2023-06-01", "VCT"), ("CELAC", "2024-02-29", "VCT"),
        ("CELAC", "2024-03-02", "HND"), ("CELAC", "2025-04-08", "HND"),
        ("CELAC", "2025-04-10", "COL"), ("CARICOM", "2024-03-01", "GUY"),
        ("CARICOM", "2024-07-30", "GRD"), ("CARICOM", "2025-07-06", "JAM"),
        ("SICA", "2023-09-01", "SLV"), ("SICA", "2023-12-01", "HND"),
        ("SICA", "2025-03-01", "CRI"), ("SICA", "2025-07-01", "PAN"),
    ],
)  # fmt: skip
def test_the_chairs_of_late(world, body, day, state):
    """CELAC by the year, CARICOM and SICA by the half-year."""
    assert state == world.chair(body, on=day).state


@pytest.mark.parametrize(
    "day, count",
    [
        ("1948-04-30", 21), ("1967-12-31", 23), ("1969-08-20", 24), ("1981-12-03", 30),
        ("1989-12-31", 32), ("1990-01-08", 33), ("1991-01-08", 35), ("2023-11-20", 34),
    ],
)  # fmt: skip
def test_the_oas_grows(world, day, count):
    """Twenty-one founders and fourteen more, Cuba and Venezuela counted."""
    assert count == len(members(world, "OAS", day))


def test_cuba_in_the_oas(world):
    """Kept out, then staying away; a member all the time, and never suspended."""
    spells = world.memberships.by("CUB").of("OAS")

    assert [Standing.ACTIVE, Standing.INACTIVE, Standing.INACTIVE] == [
        spell.standing for spell in spells
    ]
    assert "suspended" not in {*(s.entry for s in spells), *(s.exit for s in spells)}
    for day in ("1962-01-31", "1985-01-01", "2009-06-03", "2025-01-01"):
        assert Answer.CERTAIN is world.is_member("CUB", of="OAS", on=day)


def test_the_observer_from_brussels(world):
    """The Communities from 1989, the Union in their place."""
    observers = world.memberships.of("OAS").where(status="observer")

    assert "EEC" in {spell.party for spell in observers.on("1991-01-01")}
    assert "EU" not in {spell.party for spell in observers.on("1991-01-01")}
    assert "EU" in {spell.party for spell in observers.on("2004-01-01")}
    assert 70 == len(observers.on("2025-01-01"))
