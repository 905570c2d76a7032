"""Hard cases of membership, as the questions that a user would ask."""

from __future__ import annotations

import pytest

from summitry import Answer, Standing
from summitry.errors import MultipleFound


# The number of members at the end of each year in which it changed.
UN = {
    1945: 51, 1946: 55, 1947: 57, 1948: 58, 1949: 59, 1950: 60, 1955: 76, 1956: 80,
    1957: 82, 1960: 99, 1961: 104, 1962: 110, 1963: 113, 1964: 115, 1966: 122,
    1967: 123, 1968: 126, 1970: 127, 1971: 132, 1973: 135, 1974: 138, 1975: 144,
    1976: 147, 1977: 149, 1978: 151, 1979: 152, 1980: 154, 1981: 157, 1983: 158,
    1984: 159, 1990: 159, 1991: 166, 1992: 179, 1993: 184, 1994: 185, 1999: 188,
    2000: 189, 2002: 191, 2006: 192, 2011: 193, 2024: 193,
}  # fmt: skip


def un(world, day):
    """The members of the United Nations on a day, of which none is in doubt."""
    members = world.members("UN", on=day)
    assert members == world.members("UN", on=day, match="certain")
    return set(members.states)


@pytest.mark.parametrize("year, count", UN.items())
def test_the_un_by_year(world, year, count):
    """As the United Nations count themselves, from 51 to 193."""
    assert count == len(un(world, f"{year}-12-31"))


def test_the_un_in_1965(world):
    """Indonesia stayed away in 1965 and 1966, and was a member all the same."""
    members = world.members("UN", on="1965-12-31")

    assert 117 == len(members.where(standing="active"))
    assert ("IDN",) == members.where(standing="inactive").states
    for day, standing in [
        ("1965-01-19", Standing.ACTIVE),
        ("1965-06-01", Standing.INACTIVE),
        ("1966-09-28", Standing.ACTIVE),
    ]:
        assert standing is world.memberships.by("IDN").of("UN").on(day).one().standing
        assert Answer.CERTAIN is world.is_member("Indonesia", of="UN", on=day)


def test_the_united_arab_republic(world):
    """Egypt and Syria were one member from 1958-02-22 to 1961-10-12."""
    assert {"EGY", "SYR"} == un(world, "1958-02-21") & {"EGY", "SYR", "XUR"}
    assert {"XUR"} == un(world, "1958-02-22") & {"EGY", "SYR", "XUR"}
    assert {"XUR"} == un(world, "1961-10-12") & {"EGY", "SYR", "XUR"}
    assert {"EGY", "SYR"} == un(world, "1961-10-13") & {"EGY", "SYR", "XUR"}


def test_tanganyika_and_zanzibar(world):
    """Two members became one in April 1964."""
    three = {"XTK", "XZZ", "TZA"}

    assert set() == un(world, "1961-12-13") & three
    assert {"XTK"} == un(world, "1961-12-14") & three
    assert {"XTK", "XZZ"} == un(world, "1964-04-25") & three
    assert {"TZA"} == un(world, "1964-04-26") & three


def test_both_germanys(world):
    """Admitted together in 1973, one member since 1990."""
    both = {"DEU", "DDR"}

    assert set() == un(world, "1973-09-17") & both
    assert both == un(world, "1973-09-18") & both
    assert both == un(world, "1990-10-02") & both
    assert {"DEU"} == un(world, "1990-10-03") & both


@pytest.mark.parametrize("code", ["BLR", "UKR"])
def test_two_soviet_republics(world, code):
    """Byelorussia and Ukraine were members from the first day."""
    assert code in un(world, "1945-10-24")
    assert code in un(world, "1991-08-01")
    assert 1 == len(world.memberships.by(code).of("UN"))


def test_china(world):
    """One membership throughout, whoever represented China."""
    assert 1 == len(world.memberships.by("CHN").of("UN"))
    assert "CHN" in un(world, "1945-10-24")
    assert un(world, "1971-10-24") == un(world, "1971-10-25")
    assert 0 == len(world.memberships.by("TWN").of("UN").where(status="member"))


def test_yugoslavia(world):
    """In abeyance from 1992; the Federal Republic was admitted anew, Serbia went on."""
    there = {"YUG", "SCG", "SRB", "MNE"}

    assert {"YUG"} == un(world, "1991-12-31") & there
    assert Standing.INACTIVE is (
        world.memberships.by("YUG").of("UN").on("1995-01-01").one().standing
    )
    assert {"YUG"} == un(world, "2000-10-31") & there
    assert {"SCG"} == un(world, "2000-11-01") & there
    assert {"SCG"} == un(world, "2006-06-02") & there
    assert {"SRB"} == un(world, "2006-06-03") & there
    assert {"SRB", "MNE"} == un(world, "2006-06-28") & there


def test_czechoslovakia(world):
    """Its membership ended with it; the two successors were admitted on 1993-01-19."""
    three = {"CSK", "CZE", "SVK"}

    assert {"CSK"} == un(world, "1992-12-31") & three
    assert set() == un(world, "1993-01-01") & three
    assert {"CZE", "SVK"} == un(world, "1993-01-19") & three


def test_the_soviet_union(world):
    """Russia went on with the membership, from one day to the next."""
    two = {"SUN", "RUS"}

    assert {"SUN"} == un(world, "1991-12-23") & two
    assert {"RUS"} == un(world, "1991-12-24") & two
    assert "continued" == world.memberships.by("RUS").of("UN").one().entry


def test_the_latest_member(world):
    """South Sudan, on 2011-07-14."""
    assert {"SSD"} == un(world, "2011-07-14") - un(world, "2011-07-13")


def test_the_observers_of_the_un(world):
    """The Holy See and Palestine, and no organization is said to be complete."""
    observers = world.memberships.of("UN").where(status="observer")

    assert ("PSE", "VAT") == observers.on("2023-01-01", match="certain").states
    labels = {m.status_label for m in observers.by("PSE").on("2012-11-28")}
    assert labels != {m.status_label for m in observers.by("PSE").on("2012-11-29")}


@pytest.mark.parametrize(
    "state, last_in, first_out",
    [
        ("ARG", "1991-09-19", "1991-09-20"),
        ("CYP", "2004-04-30", "2004-05-01"),
        ("MLT", "2004-04-30", "2004-05-01"),
    ],
)
def test_who_left_nam(world, state, last_in, first_out):
    """The last day of a membership is a day of it."""
    assert Answer.CERTAIN is world.is_member(state, of="NAM", on=last_in)
    assert Answer.NO is world.is_member(state, of="NAM", on=first_out)


def test_yugoslavia_in_nam(world):
    """A founder; the Federal Republic was suspended, and later an observer."""
    assert Answer.CERTAIN is world.is_member("YUG", of="NAM", on="1961-09-01")
    assert Standing.SUSPENDED is (
        world.memberships.by("SCG").of("NAM").on("1995-01-01").one().standing
    )
    assert "SRB" in world.observers("NAM", on="2023-03-02").states


def test_the_chairs_of_nam(world):
    """From Tito to Museveni without a gap of a day."""
    chairs = [term.state for term in world.chairmanships.of("NAM")]

    assert ["YUG", "EGY", "ZMB", "DZA", "LKA", "CUB"] == chairs[:6]
    assert ["EGY", "IRN", "VEN", "AZE", "UGA"] == chairs[-5:]
    for year in range(1962, 2025):
        try:
            world.chair("NAM", on=f"{year}-01-01")
        except MultipleFound:  # the month of a handover is known, not the day
            pytest.fail(f"in January {year} the chair of NAM is not certain")


def test_the_summits_of_nam(world):
    """Nineteen, from Belgrade to Kampala."""
    summits = world.summits.of("NAM").where(kind="ordinary")

    assert 19 == len(summits)
    assert ("Belgrade", "Kampala") == (summits[0].place.city, summits[-1].place.city)


def test_cica(world):
    """Twenty-eight members in 2023, the last of them Kuwait; observers beside them."""
    members = set(world.members("CICA", on="2023-03-02").states)

    assert 28 == len(members)
    assert {"KAZ", "AZE", "CHN", "TJK", "KHM"} <= members
    assert {"JPN", "USA", "IDN"}.isdisjoint(members)
    observers = world.observers("CICA", on="2023-03-02")
    assert {"JPN", "USA", "IDN"} <= set(observers.states)
    assert {"UN", "OSCE", "LAS", "TURKPA"} <= set(observers.organizations)


def test_which_counterparts_are_members_of_cica(world):
    """Of the four states met in Baku three were members, and Malaysia was not."""
    met = {p for m in world.meetings.at("nam-contact-group-2023") for p in m.parties}
    members = world.members("CICA", on="2023-03-02").states

    assert {"CHN", "KHM", "TJK"} == met & set(members)
    assert "MYS" in met


@pytest.mark.parametrize("body", ["IAEA", "IOM", "UNWTO"])
def test_the_agencies_that_were_met(world, body):
    """Each is there, with members."""
    spells = world.memberships.of(body).where(status="member")

    assert 100 < len(spells.on("2010-01-01"))
    assert body in world.meetings.with_(body).one().parties


def test_the_presidents_of_the_general_assembly(world):
    """One for each session; they preside, and head no administration."""
    presidents = world.appointments.of("UN").where(
        post="President of the General Assembly"
    )

    assert 81 == len(presidents)
    assert "Harri Holkeri" in {p.name for p in presidents.on("2000-11-01")}
    assert {"DEU", "DDR"} == {
        presidents.with_person(name).one().state for name in ("Wechmar", "Peter Florin")
    }
    assert "Kofi Annan" == world.head("UN", on="2000-11-01").name
