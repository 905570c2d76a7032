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
