"""The League of Nations, ILO, ICAO and IMO: hard cases, as a user would ask."""

from __future__ import annotations

import pytest

from asking import recorded as members

from summitry import Answer, Standing, Status


@pytest.mark.parametrize(
    "body, day, count",
    [
        ("LN", "1920-11-14", 42),
        ("LN", "1920-12-31", 48),
        ("LN", "1924-09-30", 55),
        ("LN", "1927-01-02", 55),
        ("LN", "1930-06-30", 54),
        ("ILO", "1919-06-28", 42),
        ("ILO", "1978-10-02", 135),
        ("ILO", "1978-10-03", 136),
        ("ILO", "2025-02-28", 187),
        ("IMO", "1958-03-17", 21),
        ("IMO", "2001-09-12", 159),
        ("IMO", "2002-03-31", 162),
        ("IMO", "2006-10-10", 167),
        ("IMO", "2016-11-29", 172),
        ("IMO", "2018-05-14", 174),
        ("IMO", "2024-02-27", 176),
        ("ICAO", "1947-04-04", 26),
        ("ICAO", "2000-06-30", 185),
        ("ICAO", "2011-11-09", 190),
        ("ICAO", "2011-11-10", 191),
        ("ICAO", "2017-11-18", 192),
        ("ICAO", "2019-04-13", 193),
    ],
)
def test_as_the_bodies_count_themselves(world, body, day, count):
    """The numbers of members that sources state, of those not in doubt."""
    assert count == len(members(world, body, day, match="certain"))


def test_who_is_not_in(world):
    """Which members of the United Nations each leaves out, in 2025."""
    un = members(world, "UN", "2025-08-01")

    assert {"LIE"} == un - members(world, "ICAO", "2025-08-01")
    assert {"AND", "BTN", "PRK", "LIE", "FSM", "MCO", "NRU"} == un - members(
        world, "ILO", "2025-08-01"
    )
    assert 18 == len(un - members(world, "IMO", "2025-08-01"))
    for body in ("ILO", "ICAO", "IMO"):
        assert {"COK"} == members(world, body, "2025-08-01") - un


@pytest.mark.parametrize(
    "state, last, first_out",
    [
        ("BRA", "1926-06-15", "1928-07-01"),
        ("JPN", "1933-03-28", "1935-03-28"),
        ("DEU", "1933-10-22", "1935-10-22"),
        ("PRY", "1935-02-24", "1937-02-24"),
        ("ITA", "1937-12-12", "1939-12-12"),
        ("ESP", "1939-05-31", "1941-06-01"),
        ("VEN", "1938-07-31", "1940-08-01"),
        ("SUN", "1939-12-13", "1939-12-15"),
    ],
)
def test_leaving_the_league(world, state, last, first_out):
    """Still a member after its notice, and for two years; the Soviet Union was expelled."""
    assert Answer.CERTAIN is world.is_member(state, of="LN", on=last)
    assert Answer.NO is world.is_member(state, of="LN", on=first_out)


def test_argentina_stayed_away(world):
    """It took no part from the end of 1920 to 1933, and did not withdraw."""
    spells = world.memberships.by("ARG").of("LN")

    assert Standing.INACTIVE is spells.on("1926-01-01").one().standing
    assert Standing.ACTIVE is spells.on("1935-01-01").one().standing
    assert Answer.CERTAIN is world.is_member("ARG", of="LN", on="1926-01-01")


def test_those_who_joined_the_league_late(world):
    """Germany in 1926, Iraq in 1932, the Soviet Union in 1934, Egypt last."""
    for state, day, before in [
        ("DEU", "1926-09-08", "1926-09-07"),
        ("IRQ", "1932-10-03", "1932-10-02"),
        ("SUN", "1934-09-18", "1934-09-17"),
        ("ECU", "1934-09-28", "1934-09-27"),
        ("EGY", "1937-05-26", "1937-05-25"),
    ]:
        assert Answer.CERTAIN is world.is_member(state, of="LN", on=day)
        assert Answer.NO is world.is_member(state, of="LN", on=before)
    assert "USA" not in members(world, "LN", "1930-01-01")


def test_the_league_ends(world):
    """Dissolved on 18 April 1946."""
    assert {"GBR", "CHE", "IND", "EGY"} <= members(world, "LN", "1946-04-18")
    assert set() == members(world, "LN", "1946-04-19")


@pytest.mark.parametrize(
    "state, inside, outside, back",
    [
        ("USA", "1977-10-31", "1977-11-07", "1980-02-18"),
        ("DEU", "1935-10-20", "1945-01-01", "1951-06-12"),
        ("JPN", "1940-10-31", "1940-12-01", "1951-11-26"),
        ("ZAF", "1966-03-10", "1966-03-12", "1994-05-26"),
        ("ALB", "1967-08-04", "1967-08-06", "1991-05-22"),
        ("LSO", "1971-07-14", "1971-07-16", "1980-06-02"),
        ("VNM", "1985-05-31", "1985-06-02", "1992-05-20"),
        ("VEN", "1957-05-02", "1957-05-04", "1958-03-16"),
        ("YUG", "1949-06-15", "1949-06-17", "1951-05-16"),
        ("AUT", "1938-03-12", "1938-03-14", "1947-06-24"),
        ("SUN", "1940-01-31", "1940-03-01", "1954-04-26"),
        ("ESP", "1941-05-07", "1941-05-09", "1956-05-28"),
        ("ROU", "1942-07-09", "1942-07-11", "1956-05-11"),
    ],
)
def test_leaving_the_ilo_and_coming_back(world, state, inside, outside, back):
    """All who left came back, in the end."""
    assert Answer.CERTAIN is world.is_member(state, of="ILO", on=inside)
    assert Answer.NO is world.is_member(state, of="ILO", on=outside)
    assert Answer.CERTAIN is world.is_member(state, of="ILO", on=back)


@pytest.mark.parametrize("state, day", [("POL", "1986-12-01"), ("IDN", "1966-01-01")])
def test_withdrawals_from_the_ilo_taken_back(world, state, day):
    """Poland and Indonesia gave notice, and never left."""
    assert Answer.CERTAIN is world.is_member(state, of="ILO", on=day)


def test_the_united_states_in_the_ilo(world):
    """Not a founder: it took its seat on 20 August 1934, without joining the League."""
    assert Answer.NO is world.is_member("USA", of="ILO", on="1934-08-19")
    assert Answer.CERTAIN is world.is_member("USA", of="ILO", on="1934-08-20")


def test_successors_in_the_ilo(world):
    """Russia continued the Soviet Union; Czechs, Slovaks and Serbia were admitted anew."""
    assert Answer.CERTAIN is world.is_member("SUN", of="ILO", on="1991-12-25")
    assert Answer.CERTAIN is world.is_member("RUS", of="ILO", on="1991-12-26")
    assert Answer.NO is world.is_member("CZE", of="ILO", on="1993-01-02")
    assert Answer.CERTAIN is world.is_member("CZE", of="ILO", on="1993-02-03")
    assert Answer.NO is world.is_member("SCG", of="ILO", on="1999-01-01")
    assert Answer.CERTAIN is world.is_member("SCG", of="ILO", on="2000-11-24")
    assert Answer.CERTAIN is world.is_member("NAM", of="ILO", on="1978-10-03")


def test_china_at_sea_and_in_the_air(world):
    """The People's Republic joined the IMO in 1973; in ICAO China is never out for long."""
    assert Answer.CERTAIN is world.is_member("CHN", of="IMO", on="1973-03-01")
    assert Answer.NO is world.is_member("CHN", of="IMO", on="1973-02-28")
    assert Answer.CERTAIN is world.is_member("CHN", of="IMO", on="1965-01-01")
    assert Answer.CERTAIN is world.is_member("CHN", of="ICAO", on="2000-01-01")


def test_associates_of_the_imo(world):
    """Hong Kong, Macau and the Faroe Islands."""
    spells = world.memberships.of("IMO").where(status=Status.ASSOCIATE).on("2025-01-01")

    assert {"HKG", "MAC", "FRO"} == {spell.state for spell in spells}


@pytest.mark.parametrize(
    "body, day, name",
    [
        ("LN", "1920-02-01", "Eric Drummond"),
        ("LN", "1925-01-01", "Eric Drummond"),
        ("LN", "1933-07-02", "Eric Drummond"),
        ("LN", "1933-07-03", "Joseph Avenol"),
        ("LN", "1940-08-30", "Joseph Avenol"),
        ("LN", "1940-09-01", "Seán Lester"),
        ("LN", "1946-04-18", "Seán Lester"),
        ("ILO", "2012-09-30", "Juan Somavía"),
        ("ILO", "2012-10-01", "Guy Ryder"),
        ("LN", "1936-01-01", "Joseph Avenol"),
        ("LN", "1943-01-01", "Seán Lester"),
        ("ILO", "1925-01-01", "Albert Thomas"),
        ("ILO", "1960-01-01", "David A. Morse"),
        ("ILO", "2022-09-30", "Guy Ryder"),
        ("ILO", "2022-10-01", "Gilbert Houngbo"),
        ("IMO", "1980-01-01", "Chandrika Prasad Srivastava"),
        ("IMO", "2023-12-31", "Kitack Lim"),
        ("IMO", "2024-01-01", "Arsenio Dominguez"),
        ("ICAO", "1972-01-01", "Assad Kotaite"),
        ("ICAO", "2018-01-01", "Fang Liu"),
        ("ICAO", "2022-01-01", "Juan Carlos Salazar Gómez"),
    ],
)
def test_heads(world, body, day, name):
    """Secretaries-general and directors-general."""
    assert name == world.head(body, on=day).name


@pytest.mark.parametrize(
    "state, day, before",
    [
        ("FRA", "1947-04-24", "1947-04-23"),
        ("ITA", "1947-11-30", "1947-11-29"),
        ("PAK", "1947-12-06", "1947-12-05"),
        ("ISR", "1949-06-23", "1949-06-22"),
        ("IDN", "1950-05-27", "1950-05-26"),
        ("JPN", "1953-10-08", "1953-10-07"),
        ("DEU", "1956-06-08", "1956-06-07"),
        ("MDG", "1962-05-14", "1962-05-13"),
        ("XTK", "1962-05-23", "1962-05-22"),
        ("SUN", "1970-11-14", "1970-11-13"),
        ("QAT", "1971-10-05", "1971-10-04"),
        ("ARE", "1972-05-25", "1972-05-24"),
        ("PRK", "1977-09-15", "1977-09-14"),
        ("SUR", "1976-04-04", "1976-04-03"),
        ("VNM", "1980-04-12", "1980-04-11"),
    ],
)
def test_the_day_a_state_joins_the_icao(world, state, day, before):
    """The thirtieth day after its ratification or adherence reached Washington."""
    assert Answer.CERTAIN is world.is_member(state, of="ICAO", on=day)
    assert Answer.NO is world.is_member(state, of="ICAO", on=before)


def test_china_leaves_the_icao_and_comes_back(world):
    """Out from 31 May 1951 to the end of 1953."""
    assert Answer.CERTAIN is world.is_member("CHN", of="ICAO", on="1951-05-30")
    assert Answer.NO is world.is_member("CHN", of="ICAO", on="1952-06-01")
    assert Answer.NO is world.is_member("CHN", of="ICAO", on="1953-12-31")
    assert Answer.CERTAIN is world.is_member("CHN", of="ICAO", on="1954-01-01")
    assert Answer.CERTAIN is world.is_member("CHN", of="ICAO", on="1972-06-01")


def test_tanzania_takes_the_place_of_tanganyika_in_the_icao(world):
    """One of the two is a member, before and after the union with Zanzibar."""
    assert {"XTK"} == {"XTK", "TZA"} & members(world, "ICAO", "1964-04-25")
    assert {"TZA"} == {"XTK", "TZA"} & members(world, "ICAO", "1964-04-26")


@pytest.mark.parametrize(
    "state, day, before",
    [
        ("ZMB", "2014-10-02", "2014-10-01"),
        ("BLR", "2016-11-29", "2016-11-28"),
        ("ARM", "2018-01-19", "2018-01-18"),
        ("BWA", "2021-10-22", "2021-10-21"),
        ("KGZ", "2024-02-27", "2024-02-26"),
        ("USA", "1958-03-17", "1958-03-16"),
    ],
)
def test_the_day_a_state_joins_the_imo(world, state, day, before):
    """The day of its acceptance, or that on which the convention came into force."""
    assert Answer.CERTAIN is world.is_member(state, of="IMO", on=day)
    assert Answer.NO is world.is_member(state, of="IMO", on=before)


def test_the_imo_under_its_first_name(world):
    """The change of name took effect on 22 May 1982."""
    imo = world.organizations["IMO"]

    assert "Inter-Governmental Maritime Consultative Organization" in {
        name.text for name in imo.names if "1982-05-21" in str(name.until)
    }


@pytest.mark.parametrize(
    "state, last, first_out",
    [
        ("ESP", "1941-05-07", "1941-05-08"),
        ("ROU", "1942-07-09", "1942-07-10"),
        ("HUN", "1940-12-31", "1942-01-01"),
        ("GTM", "1938-05-25", "1938-05-26"),
    ],
)
def test_the_last_day_in_the_league(world, state, last, first_out):
    """Two years after the notice."""
    assert Answer.CERTAIN is world.is_member(state, of="LN", on=last)
    assert Answer.NO is world.is_member(state, of="LN", on=first_out)


def test_the_first_heads_of_the_labour_office_were_directors(world):
    """The title became Director-General with the fourth."""
    assert "Director" == world.head("ILO", on="1925-01-01").post
    assert "Director-General" == world.head("ILO", on="1945-01-01").post
