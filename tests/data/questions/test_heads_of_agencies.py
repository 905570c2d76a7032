"""Who headed the agencies and banks, to the day where a source gives it."""

from __future__ import annotations

import pytest

from summitry import Capacity, Level
from summitry.errors import NotFound


pytestmark = pytest.mark.filterwarnings("ignore::summitry.CoverageWarning")


@pytest.mark.parametrize(
    "body, day, name",
    [
        ("FAO", "2011-12-31", "Jacques Diouf"),
        ("FAO", "2012-01-01", "José Graziano da Silva"),
        ("UNESCO", "2009-11-14", "Koïchiro Matsuura"),
        ("UNESCO", "2009-11-15", "Irina Bokova"),
        ("UNESCO", "2017-11-14", "Irina Bokova"),
        ("UNESCO", "2017-11-15", "Audrey Azoulay"),
        ("WHO", "1998-07-20", "Hiroshi Nakajima"),
        ("WHO", "1998-07-21", "Gro Harlem Brundtland"),
        ("WHO", "2003-07-20", "Gro Harlem Brundtland"),
        ("WHO", "2003-07-23", "Lee Jong-wook"),
        ("ICAO", "1951-12-31", "Albert Roper"),
        ("ICAO", "1952-01-01", "Carl Ljungberg"),
        ("ICAO", "1959-07-31", "Carl Ljungberg"),
        ("ICAO", "1970-08-01", "Assad Kotaite"),
        ("ICAO", "2009-07-31", "Taïeb Chérif"),
        ("ICAO", "2009-08-01", "Raymond Benjamin"),
        ("ICAO", "2015-07-31", "Raymond Benjamin"),
        ("ICAO", "2021-07-31", "Fang Liu"),
        ("ICAO", "2021-08-01", "Juan Carlos Salazar Gómez"),
        ("ITU", "1958-06-18", "Marco Aurelio Andrada"),
        ("ITU", "1958-06-20", "Gerald C. Gross"),
        ("ITU", "1965-10-29", "Gerald C. Gross"),
        ("WIPO", "2008-09-30", "Kamil Eltayeb Idris"),
        ("WIPO", "2008-10-01", "Francis Gurry"),
        ("IFAD", "2017-03-31", "Kanayo F. Nwanze"),
        ("IFAD", "2017-04-01", "Gilbert Houngbo"),
        ("IMF", "1951-05-05", "Camille Gutt"),
        ("IMF", "1951-08-03", "Ivar Rooth"),
        ("IMF", "2000-03-15", "Stanley Fischer"),
        ("IMF", "2004-03-05", "Anne Krueger"),
        ("IMF", "2019-09-20", "David Lipton"),
        ("IMF", "2019-10-01", "Kristalina Georgieva"),
        ("IBRD", "1991-09-01", "Lewis T. Preston"),
        ("IBRD", "1995-05-04", "Lewis T. Preston"),
        ("IBRD", "1995-05-20", "Ernest Stern"),
    ],
)
def test_heads(world, body, day, name):
    """On the days about each handover."""
    assert name == world.head(body, on=day).name


@pytest.mark.parametrize(
    "name, state",
    [
        ("John Boyd Orr", "GBR"),
        ("Norris E. Dodd", "USA"),
        ("Philip V. Cardon", "USA"),
        ("Binay Ranjan Sen", "IND"),
        ("Addeke Hendrik Boerma", "NLD"),
        ("Edouard Saouma", "LBN"),
        ("Jacques Diouf", "SEN"),
        ("José Graziano da Silva", "BRA"),
        ("Qu Dongyu", "CHN"),
    ],
)
def test_the_nations_of_the_heads_of_fao(world, name, state):
    """As the Food and Agriculture Organization lists them."""
    assert state == world.appointments.of("FAO").with_person(name).one().state


@pytest.mark.parametrize(
    "body, day",
    [
        ("ITU", "1959-06-01"),
        ("IMF", "2000-03-15"),
        ("IMF", "2004-05-01"),
        ("IMF", "2019-09-20"),
        ("IBRD", "1995-05-20"),
    ],
)
def test_acting_heads(world, body, day):
    """Deputies led these between two elected heads."""
    assert Capacity.ACTING is world.head(body, on=day).capacity


@pytest.mark.parametrize("day", ["1950-01-01", "1960-01-01", "2004-05-01", "2019-09-20"])
@pytest.mark.filterwarnings("error::summitry.CoverageWarning")
def test_the_coverage_of_the_fund(world, day):
    """Within the terms the heads are complete."""
    assert world.head("IMF", on=day)


def test_the_fund_between_managing_directors(world):
    """Who acted from May to August 1951 was not found, and it is not claimed."""
    with pytest.raises(NotFound, match="not covered"):
        world.head("IMF", on="1951-06-15")


@pytest.mark.parametrize(
    "day, name",
    [
        ("1970-01-01", "Paul Dickopf"),
        ("2006-01-01", "Jackie Selebi"),
        ("2010-01-01", "Khoo Boon Hui"),
        ("2012-11-09", "Mireille Ballestrazzi"),
        ("2017-06-01", "Meng Hongwei"),
        ("2018-10-20", "Kim Jong Yang"),
        ("2020-01-01", "Kim Jong Yang"),
        ("2021-11-26", "Ahmed Naser Al-Raisi"),
    ],
)
def test_presidents_of_interpol(world, day, name):
    """The president is another post than the Secretary General, who is the head."""
    presidents = world.appointments.of("INTERPOL").where(post="President")
    assert {Level.OTHER} == {each.level for each in presidents}
    assert name == presidents.on(day).one().name
    assert name != world.head("INTERPOL", on=day).name


def test_the_first_president_of_interpol(world):
    """Johann Schober of Vienna, from the founding of the Commission in 1923."""
    presidents = world.appointments.of("INTERPOL").where(post="President")
    assert "Johann Schober" == presidents.on("1923-09-07").one().name


def test_an_interpol_president_resigns(world):
    """Meng Hongwei resigned on 7 October 2018; Kim acted until he was elected."""
    kim = world.appointments.of("INTERPOL").with_person("Kim Jong Yang")
    assert [Capacity.ACTING, Capacity.SUBSTANTIVE] == [each.capacity for each in kim]
    assert ["2018-10-07", "2018-11-21"] == [str(each.since) for each in kim]


def test_the_first_head_of_the_upu_who_was_not_swiss(world):
    """Michel Rahi of Egypt, at the Congress of 1969."""
    rahi = world.appointments.of("UPU").with_person("Michel Rahi").one()
    assert "EGY" == rahi.state
    assert rahi in world.appointments.of("UPU").on("1969-11-14", match="certain")


def test_whether_bogsch_led_wipo_in_1997(world):
    """He did until Kamil Idris took over in November."""
    terms = world.appointments.of("WIPO")
    assert "Árpád Bogsch" == world.head("WIPO", on="1997-10-30").name
    assert ("SDN",) == tuple(each.state for each in terms.on("1997-12-01"))


@pytest.mark.parametrize(
    "body, day, name",
    [
        ("UN", "1952-11-11", "Trygve Lie"),
        ("UN", "1953-04-09", "Trygve Lie"),
        ("UN", "1953-04-10", "Dag Hammarskjöld"),
        ("UNESCO", "1948-12-10", "Jaime Torres Bodet"),
        ("UNESCO", "1952-12-01", "Jaime Torres Bodet"),
        ("UNESCO", "1953-01-15", "John Wilkinson Taylor"),
        ("UNESCO", "1958-12-04", "Luther Evans"),
        ("UNESCO", "1958-12-05", "Vittorino Veronese"),
        ("UNESCO", "1961-11-02", "Vittorino Veronese"),
        ("UNESCO", "1962-11-15", "René Maheu"),
        ("UNESCO", "1974-11-14", "René Maheu"),
        ("UNESCO", "1974-11-15", "Amadou-Mahtar M'Bow"),
        ("UNESCO", "1987-11-14", "Amadou-Mahtar M'Bow"),
        ("UNESCO", "1999-11-14", "Federico Mayor Zaragoza"),
        ("UNESCO", "1999-11-17", "Koïchiro Matsuura"),
        ("ICAO", "1959-08-01", "Ronald MacAlister Macdonnell"),
        ("ICAO", "1964-07-31", "Ronald MacAlister Macdonnell"),
        ("ICAO", "1965-01-01", "Bernardus Tielman Twigt"),
        ("ICAO", "1976-08-01", "Yves Lambert"),
        ("ICAO", "1988-07-31", "Yves Lambert"),
        ("ICAO", "1988-08-01", "Shivinder Singh Sidhu"),
        ("ICAO", "1991-07-31", "Shivinder Singh Sidhu"),
        ("ICAO", "1991-08-01", "Philippe Rochat"),
        ("IMF", "2011-05-18", "Dominique Strauss-Kahn"),
        ("IMF", "2011-06-01", "John Lipsky"),
        ("IMF", "2011-07-05", "Christine Lagarde"),
        ("IBRD", "2019-04-09", "David Malpass"),
        ("IBRD", "2023-06-02", "Ajay Banga"),
    ],
)
def test_handovers_read_a_second_time(world, body, day, name):
    """Days that a second source gives."""
    assert name == world.head(body, on=day).name


@pytest.mark.parametrize("day", ["1962-01-01", "1962-11-14"])
def test_maheu_acted_until_his_election_in_1962(world, day):
    """Not only in 1961: he was appointed in November 1962."""
    assert Capacity.ACTING is world.head("UNESCO", on=day).capacity


@pytest.mark.filterwarnings("error::summitry.CoverageWarning")
def test_the_fund_is_covered_in_2011(world):
    """The deputy acted between Strauss-Kahn and Lagarde."""
    assert Capacity.ACTING is world.head("IMF", on="2011-06-15").capacity


def test_an_american_president_of_interpol(world):
    """John R. Simpson, elected in September 1984."""
    presidents = world.appointments.of("INTERPOL").where(post="President")
    assert "USA" == presidents.with_person("John R. Simpson").one().state


@pytest.mark.parametrize("state", ["ARG", "CHL", "ECU", "HUN", "NGA"])
def test_states_that_presided_over_the_general_assembly_twice(world, state):
    """Five did; the two Germanies once each."""
    presidents = world.appointments.of("UN").where(
        post="President of the General Assembly"
    )
    assert 2 == len([each for each in presidents if each.state == state])
    states = [each.state for each in presidents]
    assert {2} == {states.count(each) for each in states if states.count(each) > 1}
    assert 5 == len({each for each in states if states.count(each) > 1})
    assert 1 == states.count("DEU") == states.count("DDR")
