"""Rules of posts: each has a catalogue that breaks only it, and near misses."""

from __future__ import annotations

import pytest

from cases import BODY, catalogue, found

from summitry import Appointment, Coverage, Organization


ENDED = Organization(id="NC", name="Nordic Council", since="1952-02-12", until="1990-06")
COVERED = Organization(
    id="NC",
    name="Nordic Council",
    since="1952-02-12",
    coverage=[
        Coverage(of="members", since="1952", until="1960"),
        Coverage(of="appointments", since="1960", until="2020"),
    ],
)


def term(name, since, until=None, **rest):
    return Appointment(
        **{"organization": "NC", "post": "Secretary-General"} | rest,
        name=name,
        since=since,
        until=until,
    )


def possibly(*records):
    report = catalogue(*records).check(match="possible", select=["SMT37"])
    return [(p.code, p.path) for p in report]


class TestAppointedBeforeFounding:
    def test_a_breach(self):
        assert [("SMT371", "appointments[0].since")] == found(
            BODY, term("Ann", "1951", "1955")
        )
        assert [("SMT371", "appointments[0].until")] == found(
            ENDED, term("Ann", "1985", "1991-01")
        )
        assert [("SMT371", "appointments[0].until")] == found(ENDED, term("Ann", "1985"))

    def test_the_message_has_both_facts(self):
        def message(*records):
            (problem,) = catalogue(*records).check(select=["SMT371"])
            return problem.message

        assert "Ann took the post in 1951, and NC was founded on 1952-02-12" == message(
            BODY, term("Ann", "1951", "1955")
        )
        assert "Ann left the post in 1991-01, and NC ended in 1990-06" == message(
            ENDED, term("Ann", "1985", "1991-01")
        )
        assert "Ann still holds the post, and NC ended in 1990-06" == message(
            ENDED, term("Ann", "1985")
        )

    def test_near_misses(self):
        assert [] == found(BODY, term("Ann", "1952-02-12", "1955"))
        assert [] == found(BODY, term("Ann", None, "1955"))
        assert [] == found(ENDED, term("Ann", "1985", "1990-06"))
        assert [] == found(ENDED, term("Ann", None, "1990-06-01"))

    def test_a_year_that_allows_it(self):
        assert [] == found(BODY, term("Ann", "1952", "1955"))
        assert [("SMT371", "appointments[0].since")] == possibly(
            BODY, term("Ann", "1952", "1955")
        )

    def test_a_body_that_is_not_there_is_for_another_rule(self):
        assert [("SMT201", "appointments[0].organization")] == found(
            BODY, term("Ann", "1952", organization="NATO")
        )


class TestTwoInOnePost:
    def test_a_breach(self):
        assert [("SMT372", "appointments[1].since")] == found(
            BODY, term("Ann", "1961-01-01", "1965-01-01"), term("Bo", "1964-12-01")
        )

    def test_near_misses(self):
        one = term("Ann", "1961-01-01", "1965-01-01")

        assert [] == found(BODY, one, term("Bo", "1965-01-01"))
        assert [] == found(BODY, one, term("Bo", "1964-06-01", capacity="acting"))
        assert [] == found(BODY, one, term("Bo", "1964-06-01", post="President"))
        assert [] == found(
            BODY,
            Organization(id="CLUB", name="Club"),
            one,
            term("Bo", "1964-06-01", organization="CLUB"),
        )

    def test_a_year_of_handover_is_no_overlap(self):
        years = term("Ann", "1961", "1965"), term("Bo", "1965", "1970")

        assert [] == found(BODY, *years)
        assert [] == possibly(BODY, *years)
        assert [("SMT372", "appointments[1].since")] == possibly(
            BODY, term("Ann", "1961", "1965-06"), term("Bo", "1965", "1970")
        )

    def test_the_message(self):
        (problem,) = catalogue(
            BODY, term("Ann", "1961-01-01", "1965-01-01"), term("Bo", "1964-12-01")
        ).check(select=["SMT372"])

        assert (
            "Bo became Secretary-General of NC on 1964-12-01, and Ann was for "
            "1961-01-01/1965-01-01"
        ) == problem.message


class TestOpenAppointmentSucceeded:
    def test_a_breach(self):
        assert [("SMT373", "appointments[0].until")] == found(
            BODY, term("Ann", "1961"), term("Bo", "1965")
        )

    def test_near_misses(self):
        assert [] == found(
            BODY, term("Ann", "1961"), term("Bo", "1965", post="President")
        )
        assert [] == found(
            BODY, term("Ann", "1961"), term("Bo", "1965", capacity="acting")
        )
        assert [] == found(BODY, term("Ann", "1961", "1964"), term("Bo", "1965"))

    def test_without_a_beginning(self):
        one = term("Ann", None)

        assert [] == found(BODY, one, term("Bo", "1965"))
        assert ("SMT373", "appointments[0].until") in possibly(
            BODY, one, term("Bo", "1965")
        )


class TestAppointmentGap:
    def test_a_breach(self):
        assert [("SMT374", "appointments[1].since")] == found(
            COVERED, term("Ann", "1961", "1965"), term("Bo", "1968", "2020")
        )

    def test_near_misses(self):
        one = term("Ann", "1961", "1965")

        assert [] == found(COVERED, one, term("Bo", "1966", "2020"))
        assert [] == found(BODY, one, term("Bo", "1975", "2020"))
        assert [] == found(
            COVERED,
            one,
            term("Cy", "1965", "1975", capacity="acting"),
            term("Bo", "1975"),
        )
        # What comes after the coverage, and what is no head, are not asked about.
        assert [] == found(COVERED, term("Ann", "1961", "2020"), term("Bo", "2024"))
        assert [] == found(
            COVERED,
            term("Ann", "1961", "1965", level="deputy_head_of_organization"),
            term("Bo", "1975", level="deputy_head_of_organization"),
        )
        assert ("SMT374", "appointments[1].since") not in found(
            term("Ann", "1961", "1965"), term("Bo", "1975")
        )

    def test_only_possibly_more_than_a_year(self):
        records = COVERED, term("Ann", "1961", "1965"), term("Bo", "1966-12", "2020")

        assert [] == found(*records)
        assert [("SMT374", "appointments[1].since")] == possibly(*records)


class TestFutureAppointment:
    def test_a_breach(self):
        assert [("SMT375", "appointments[0].since")] == found(BODY, term("Ann", "2031"))

    def test_near_misses(self):
        assert [] == found(BODY, term("Ann", "2025-08-01"))
        assert [] == found(BODY, term("Ann", None))
        assert [] == found(BODY, term("Ann", "2031"), as_of=None)

    def test_a_year_that_allows_it(self):
        assert [] == found(BODY, term("Ann", "2025"))
        assert [("SMT375", "appointments[0].since")] == possibly(
            BODY, term("Ann", "2025")
        )


class TestNationalOfNoState:
    def test_a_breach(self):
        assert [("SMT376", "appointments[0].state")] == found(
            BODY, term("Ann", "1961", "1970", state="RUS")
        )

    @pytest.mark.parametrize("code", ["SUN", "RUS", "GRL", None])
    def test_near_misses(self, code):
        """There on some day of the term, a territory, or nothing said."""
        assert [] == found(BODY, term("Ann", "1985", "1995", state=code))


def test_covered_but_empty():
    """Appointments that are covered, where all that there are, are of another body."""
    other = Organization(id="CLUB", name="Club", since="1950")
    empty = Organization(
        id="NC",
        name="Nordic Council",
        since="1952",
        coverage=[Coverage(of="appointments")],
    )

    assert [("SMT358", "organizations[0].coverage[0]")] == found(
        empty, other, term("Ann", "1961", organization="CLUB")
    )
    assert [] == found(empty, other)


def test_a_person_with_two_ids():
    """The id of a person in a post is compared with those elsewhere."""
    one = term("Ann Ash", "1961", "1965", person_id="Q1")
    other = term("Ann Ash", "1970", "1975", person_id="Q2")

    assert [("SMT208", "appointments[1].person_id")] == found(BODY, one, other)
    assert [("SMT122", "appointments[0].person_id")] == found(
        BODY, term("Ann Ash", "1961", person_id="Q-1")
    )
