"""Rules of the chair: each has a catalogue that breaks only it, and near misses."""

from __future__ import annotations

import pytest

from cases import BODY, catalogue, found

from summitry import (
    Chair,
    Chairmanship,
    Coverage,
    MemberOrganization,
    MemberState,
    Organization,
)
from summitry.model import ChairForm


def term(state, since, until=None, **rest):
    return Chairmanship(organization="NC", state=state, since=since, until=until, **rest)


def member(state, since, until=None, **rest):
    return MemberState(organization="NC", state=state, since=since, until=until, **rest)


def covered(of, since, until):
    return Organization(
        id="NC",
        name="Nordic Council",
        since="1952-02-12",
        coverage=[Coverage(of=of, since=since, until=until)],
    )


ALL_MEMBERS = covered("members", "1952-02-12", "2025-08")
FOUNDER = member("DNK", "1952-02-12")


class TestChairNotAMember:
    def test_a_breach(self):
        there = [("SMT341", "chairmanships[0].state")]

        assert there == found(
            BODY, member("FIN", "1955-10-28"), term("FIN", "1953", "1954")
        )
        assert there == found(ALL_MEMBERS, FOUNDER, term("EST", "1995", "1996"))
        assert there == found(ALL_MEMBERS, FOUNDER, term("EST", "1995"))

    def test_the_message_has_both_facts(self):
        def message(*records):
            (problem,) = catalogue(*records).check(select=["SMT341"])
            return problem.message

        assert (
            "FIN presided over NC for 1953/1954 and belonged to it for 1955-10-28/.."
            == message(BODY, member("FIN", "1955-10-28"), term("FIN", "1953", "1954"))
        )
        assert (
            "EST presided over NC for 1995/1996 and did not belong to it, whose members "
            "are covered for that time"
        ) == message(ALL_MEMBERS, FOUNDER, term("EST", "1995", "1996"))

    def test_an_organization_in_the_chair(self):
        guest = Organization(id="BA", name="Baltic Assembly", since="1991-11-08")
        presides = Chairmanship(
            organization="NC", chair_organization="BA", since="1995", until="1996"
        )
        joined = MemberOrganization(
            organization="NC", member_organization="BA", since="1994"
        )

        assert [("SMT341", "chairmanships[0].chair_organization")] == found(
            ALL_MEMBERS, FOUNDER, guest, presides
        )
        assert [] == found(ALL_MEMBERS, FOUNDER, guest, presides, joined)

    @pytest.mark.parametrize("status", ["member", "associate", "partial"])
    def test_who_belongs_in_part_belongs(self, status):
        belongs = member("EST", "1994", status=status)

        assert [] == found(ALL_MEMBERS, FOUNDER, belongs, term("EST", "1995", "1996"))

    def test_an_observer_does_not_belong(self):
        observes = member("EST", "1994", status="observer")

        assert [("SMT341", "chairmanships[0].state")] == found(
            ALL_MEMBERS, FOUNDER, observes, term("EST", "1995", "1996")
        )

    def test_near_misses(self):
        finland = member("FIN", "1955-10-28")
        active = member("FIN", "1955-10-28", "1955-12-31", exit="suspended")
        suspended = member("FIN", "1956-01-01", standing="suspended", entry="suspended")

        assert [] == found(BODY, finland, term("FIN", "1955", "1956"))
        assert [] == found(BODY, finland, term("FIN", "1953", "1955-10-28"))
        assert [] == found(BODY, active, suspended, term("FIN", "1957", "1958"))
        assert [] == found(BODY, member("FIN", None, "1960"), term("FIN", "1953", "1954"))

    def test_where_members_are_not_recorded_nothing_is_said(self):
        presides = term("EST", "1995", "1996")

        assert [] == found(BODY, presides)
        assert [] == found(BODY, FOUNDER, presides)
        assert [] == found(covered("members", "1996", "2025"), FOUNDER, presides)
        assert [] == found(covered("members", "1990", "1994"), FOUNDER, presides)
        assert [] == found(covered("summits", "1990", "2025"), FOUNDER, presides)

    def test_coverage_without_dates_is_from_the_beginning_to_the_catalogues_date(self):
        assert [("SMT341", "chairmanships[0].state")] == found(
            covered("members", None, None), FOUNDER, term("EST", "1995", "1996")
        )

    def test_what_is_before_after_and_in_the_future_is_for_other_rules(self):
        gone = Organization(
            id="NC",
            name="Nordic Council",
            since="1952-02-12",
            until="1999",
        )
        left = member("DNK", "1952-02-12", "1999")
        undated = Organization(id="NC", name="Nordic Council")

        def of_rule(*records):
            return found(*records, select=["SMT341"])

        assert [] == of_rule(ALL_MEMBERS, FOUNDER, term("EST", "1940", "1945"))
        assert [] == of_rule(ALL_MEMBERS, FOUNDER, term("EST", "2030", "2031"))
        assert [] == of_rule(gone, left, term("DNK", "2001", "2002"))
        assert [("SMT341", "chairmanships[0].state")] == of_rule(
            undated, left, term("DNK", "2001", "2002")
        )

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        finland = member("FIN", "1955-10-28")

        def possibly(*records):
            return found(*records, match="possible", select=["SMT341"])

        there = [("SMT341", "chairmanships[0].state")]
        once, again = member("FIN", "1955", "1956"), member("FIN", "1962")

        assert there == possibly(BODY, finland, term("FIN", "1953", "1955"))
        assert [] == possibly(BODY, finland, term("FIN", "1953", "1956"))
        assert there == possibly(BODY, once, again, term("FIN", "1956", "1957"))
        assert [] == possibly(BODY, once, again, term("FIN", "1957", "1964"))

    def test_spells_without_a_gap_hold_together(self):
        active = member("FIN", "1955-10-28", "1962-01-30")
        suspended = member("FIN", "1962-01-31", standing="suspended")
        presides = term("FIN", "1962", "1962")

        assert [] == found(
            BODY, active, suspended, presides, match="possible", select=["SMT341"]
        )
        assert [("SMT341", "chairmanships[0].state")] == found(
            BODY, active, presides, match="possible", select=["SMT341"]
        )

    def test_unknown_bodies_are_passed_over(self):
        assert [("SMT201", "chairmanships[0].organization")] == found(
            term("FIN", "1953", "1954")
        )
        report = found(FOUNDER, term("FIN", "1953", "1954"), select=["SMT34"])
        assert [] == report


class TestTwoChairs:
    def test_a_breach(self):
        there = [("SMT342", "chairmanships[1].since")]

        assert there == found(
            BODY,
            term("DNK", "1960-01-01", "1961-01-31"),
            term("SWE", "1961-01-01", "1962"),
        )
        assert there == found(
            BODY, term("DNK", "1960", "1963"), term("SWE", "1961", "1962")
        )

    def test_it_is_compared_with_the_one_that_lasts_longest(self):
        assert [
            ("SMT342", "chairmanships[1].since"),
            ("SMT342", "chairmanships[2].since"),
        ] == found(
            BODY,
            term("DNK", "1960", "1970"),
            term("SWE", "1961", "1962"),
            term("ISL", "1965", "1966"),
        )

    def test_two_open_terms_that_begin_at_once(self):
        assert [("SMT342", "chairmanships[1].since")] == found(
            BODY, term("DNK", "2020-01-01"), term("SWE", "2020-01-01")
        )

    def test_a_term_of_unknown_beginning_is_never_sure_to_overlap(self):
        one, two = term("DNK", None, "1965"), term("SWE", "1960", "1970")

        assert [] == found(BODY, one, two)
        assert [("SMT342", "chairmanships[1].since")] == found(
            BODY, one, two, match="possible", select=["SMT342"]
        )

    def test_two_terms_of_unknown_beginning(self):
        terms = term("DNK", None, "1965"), term("SWE", None, "1970")
        (problem,) = catalogue(BODY, *terms).check(match="possible", select=["SMT342"])

        assert "SWE took the chair of NC at some time" in problem.message

    def test_near_misses(self):
        one = term("DNK", "1960", "1961-01-01")

        assert [] == found(BODY, one, term("SWE", "1961-01-01", "1962"))
        assert [] == found(BODY, one, term("SWE", "[1960-12-01..1961-01-01]", "1962"))
        assert [] == found(BODY, term("DNK", "1960", "1961"), term("SWE", "1961", "1962"))
        assert [] == found(BODY, term("DNK", "1960", "XXXX"), term("SWE", "1961", "1962"))
        assert [] == found(BODY, term("DNK", "1960", "1961"), term("SWE", "XXXX", "1962"))

    @pytest.mark.parametrize("form", [ChairForm.CO_CHAIR, ChairForm.ACTING])
    def test_a_chair_may_be_shared(self, form):
        one, two = term("DNK", "1960", "1963"), term("SWE", "1961", "1962", form=form)

        assert [] == found(BODY, one, two)

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        def possibly(*records):
            return found(*records, match="possible", select=["SMT342"])

        one = term("DNK", "1960-02", "1961-05")

        assert [("SMT342", "chairmanships[1].since")] == possibly(
            BODY, one, term("SWE", "1961", "1962")
        )
        assert [] == possibly(BODY, one, term("SWE", "1961-05", "1962"))
        assert [("SMT342", "chairmanships[1].since")] == possibly(
            BODY, one, term("SWE", "1961-04-01", "1962")
        )


class TestChairBeforeFounding:
    def test_a_breach(self):
        assert [("SMT343", "chairmanships[0].since")] == found(
            BODY, term("DNK", "1951", "1953")
        )
        assert [("SMT343", "chairmanships[0].since")] == found(
            BODY, term("DNK", "1952-02-11", "1953")
        )

    def test_a_term_that_outlasts_the_body(self):
        gone = Organization(id="NC", name="Nordic Council", until="1999-06-30")

        assert [("SMT343", "chairmanships[0].until")] == found(
            gone, term("DNK", "1998", "1999-07-02")
        )
        assert [("SMT343", "chairmanships[0].until")] == found(gone, term("DNK", "1998"))

    def test_near_misses(self):
        gone = Organization(id="NC", name="Nordic Council", until="1999-06-30")
        undated = Organization(id="NC", name="Nordic Council", until="1999")

        assert [] == found(BODY, term("DNK", "1952-02-12", "1953"))
        assert [] == found(BODY, term("DNK", "1952", "1953"))
        assert [] == found(BODY, term("DNK", None, "1953"))
        assert [] == found(gone, term("DNK", "1998", "1999-07-01"))
        assert [] == found(gone, term("DNK", "1998", "1999"))
        assert [] == found(gone, term("DNK", "1998", "XXXX"))
        assert [] == found(undated, term("DNK", "1998", "1999"), match="possible")

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        gone = Organization(id="NC", name="Nordic Council", until="1999")

        assert [("SMT343", "chairmanships[0].since")] == found(
            BODY, term("DNK", "1952", "1953"), match="possible"
        )
        assert [("SMT343", "chairmanships[0].until")] == found(
            gone, term("DNK", "1998", "1999-07-02"), match="possible"
        )

    def test_a_founding_in_the_same_words_is_the_same_day(self):
        young = Organization(id="NC", name="Nordic Council", since="1952")

        assert [] == found(young, term("DNK", "1952", "1953"), match="possible")


class TestChairStateNotThere:
    def test_a_breach(self):
        assert [("SMT344", "chairmanships[0].since")] == found(
            BODY, term("EST", "1971", "1972")
        )
        assert [("SMT344", "chairmanships[0].until")] == found(
            BODY, term("YUG", "1989-09-04", "1995")
        )
        assert [("SMT344", "chairmanships[0].until")] == found(
            BODY, term("YUG", "1989-09-04")
        )

    def test_an_organization_in_the_chair(self):
        gone = Organization(
            id="BA", name="Baltic Assembly", since="1991-11-08", until="1999"
        )

        def presides(since, until, who="BA"):
            return Chairmanship(
                organization="NC", chair_organization=who, since=since, until=until
            )

        assert [("SMT344", "chairmanships[0].since")] == found(
            BODY, gone, presides("1990", "1995")
        )
        assert [("SMT344", "chairmanships[0].until")] == found(
            BODY, gone, presides("1995", None)
        )
        assert [] == found(BODY, gone, presides("1995", "1999"))
        assert [("SMT201", "chairmanships[0].chair_organization")] == found(
            BODY, presides("1990", "1995", who="XX")
        )

    def test_near_misses(self):
        assert [] == found(BODY, term("YUG", "1989-09-04", "1992-04-28"))
        assert [] == found(BODY, term("SCG", "1992-04-27", "1992-09"))
        assert [] == found(BODY, term("EST", "1991", "1992"))
        assert [] == found(BODY, term("EST", None, "1992"))
        assert [] == found(BODY, term("YUG", "1989-09-04", "XXXX"))

    def test_of_a_territory_nothing_is_said(self):
        assert [] == found(BODY, term("FRO", "1971", "1972"))

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [("SMT344", "chairmanships[0].since")] == found(
            BODY, term("EST", "1991", "1992"), match="possible"
        )
        assert [("SMT344", "chairmanships[0].until")] == found(
            BODY, term("YUG", "1989-09-04", "1992"), match="possible"
        )


class TestPersonOutsideTerm:
    def held(self, since=None, until=None, *, begin="2019-10-25", end="2024-01-19"):
        person = Chair(name="Ilham Aliyev", since=since, until=until)
        return term("AZE", begin, end, chairs=[Chair(name="Nobody", until=begin), person])

    def test_a_breach(self):
        since, until = (
            "chairmanships[0].chairs[1].since",
            "chairmanships[0].chairs[1].until",
        )

        assert [("SMT345", since)] == found(BODY, self.held("2003-10-31"))
        assert [("SMT345", since)] == found(BODY, self.held("2025-01"))
        assert [("SMT345", until)] == found(BODY, self.held(None, "2025-01"))
        assert [("SMT345", since)] == found(BODY, self.held("2003", "2005"))

    def test_near_misses(self):
        assert [] == found(BODY, self.held())
        assert [] == found(BODY, self.held("2019-10-25", "2024-01-19"))
        assert [] == found(BODY, self.held("2019", "2024"))
        assert [] == found(BODY, self.held("2020", "XXXX"))
        assert [] == found(BODY, self.held("2020", end=None))
        assert [] == found(
            BODY, term("AZE", None, chairs=[Chair(name="A", since="2000")])
        )

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [
            ("SMT345", "chairmanships[0].chairs[1].since"),
            ("SMT345", "chairmanships[0].chairs[1].until"),
        ] == found(BODY, self.held("2019", "2024"), match="possible", select=["SMT345"])
        assert [] == found(
            BODY, self.held("2019-12", "2022"), match="possible", select=["SMT345"]
        )


class TestTwoPersonsAtOnce:
    def held(self, *chairs, **rest):
        return term("IND", "1983-03-07", "1986-09-01", chairs=list(chairs), **rest)

    def test_a_breach(self):
        assert [("SMT346", "chairmanships[0].chairs[1]")] == found(
            BODY,
            self.held(
                Chair(name="Indira Gandhi"),
                Chair(name="Rajiv Gandhi", since="1984-10-31"),
            ),
        )
        assert [("SMT346", "chairmanships[0].chairs[1]")] == found(
            BODY, self.held(Chair(name="Indira Gandhi"), Chair(name="Rajiv Gandhi"))
        )

    def test_persons_of_one_post(self):
        post = "Prime Minister of India"

        assert [("SMT346", "chairmanships[0].chairs[1]")] == found(
            BODY,
            self.held(
                Chair(name="Indira Gandhi", post=post, until="1985"),
                Chair(name="Rajiv Gandhi", post=post, since="1984-10-31"),
                Chair(name="Zail Singh", post="President of India"),
            ),
        )

    def test_a_person_without_a_post_may_have_any(self):
        assert [
            ("SMT346", "chairmanships[0].chairs[1]"),
            ("SMT346", "chairmanships[0].chairs[2]"),
        ] == found(
            BODY,
            self.held(
                Chair(name="Indira Gandhi", post="Prime Minister of India"),
                Chair(name="Rajiv Gandhi"),
                Chair(name="Zail Singh"),
                Chair(name="R. Venkataraman", post="President", since="1986-09-01"),
            ),
        )

    def test_near_misses(self):
        indira = Chair(name="Indira Gandhi", until="1984-10-31")
        president = Chair(name="Zail Singh", post="President of India")
        premier = Chair(name="Indira Gandhi", post="Prime Minister of India")

        assert [] == found(BODY, self.held(indira))
        assert [] == found(
            BODY, self.held(indira, Chair(name="Rajiv Gandhi", since="1984-10-31"))
        )
        assert [] == found(
            BODY, self.held(indira, Chair(name="Rajiv Gandhi", since="1984"))
        )
        assert [] == found(BODY, self.held(president, premier))
        assert [] == found(BODY, self.held(indira, Chair(name="Indira Gandhi")))
        assert [] == found(
            BODY,
            self.held(Chair(name="A"), Chair(name="B"), form="co_chair"),
        )
        assert [] == found(
            BODY, term("DNK", None, "1960", chairs=[Chair(name="A"), Chair(name="B")])
        )

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        def possibly(*chairs):
            return found(BODY, self.held(*chairs), match="possible", select=["SMT346"])

        indira = Chair(name="Indira Gandhi", until="1984-10-31")

        assert [("SMT346", "chairmanships[0].chairs[1]")] == possibly(
            indira, Chair(name="Rajiv Gandhi", since="1984")
        )
        assert [] == possibly(
            Chair(name="Indira Gandhi", until="1984"),
            Chair(name="Rajiv Gandhi", since="1984"),
        )


class TestChairGap:
    WHOLE = covered("chairmanships", "1952-02-12", "2025-08")

    def test_a_breach(self):
        assert [("SMT347", "chairmanships[1].since")] == found(
            self.WHOLE, term("DNK", "1960", "1961"), term("SWE", "1963", "1964")
        )
        assert [("SMT347", "chairmanships[1].since")] == found(
            self.WHOLE,
            term("DNK", "1960", "1961-01-31"),
            term("SWE", "1961-03-05", "1964"),
        )

    def test_coverage_without_dates(self):
        assert [("SMT347", "chairmanships[1].since")] == found(
            covered("chairmanships", None, None),
            term("DNK", "1960", "1961"),
            term("SWE", "1963", "1964"),
        )

    def test_near_misses(self):
        one, two = term("DNK", "1960", "1961"), term("SWE", "1963", "1964")
        acting = term("ISL", "1961", "1963", form="acting")

        assert [] == found(BODY, one, two)
        assert [] == found(self.WHOLE, one, acting, two)
        assert [] == found(self.WHOLE, term("DNK", "1960", "1964"), acting)
        assert [] == found(covered("chairmanships", "1962-12-15", "2025"), one, two)
        assert [] == found(covered("chairmanships", "1952-02-12", "1961"), one, two)
        assert [] == found(covered("observers", "1952-02-12", "2025"), one, two)
        assert [] == found(self.WHOLE, one)
        assert [] == found(
            self.WHOLE,
            term("DNK", "1960", "1961-01-31"),
            term("SWE", "1961-03-04", "1964"),
        )
        assert [] == found(self.WHOLE, term("DNK", "1960", "XXXX"), two)
        assert [] == found(self.WHOLE, one, term("SWE", "XXXX", "1964"))

    def test_without_any_term_there_is_no_gap_between_terms(self):
        assert [] == found(self.WHOLE)

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        def possibly(*records):
            return found(*records, match="possible", select=["SMT347"])

        one = term("DNK", "1960", "1961")
        far = term("SWE", "1963", "1964")

        assert [("SMT347", "chairmanships[1].since")] == possibly(
            self.WHOLE, one, term("SWE", "1961-12-31", "1964")
        )
        assert [] == possibly(self.WHOLE, one, term("SWE", "1961", "1964"))
        assert [("SMT347", "chairmanships[1].since")] == possibly(self.WHOLE, one, far)


class TestOpenTermSucceeded:
    def test_a_breach(self):
        there = [("SMT348", "chairmanships[0].until")]

        assert there == found(BODY, term("DNK", "2019"), term("SWE", "2024-01-19"))
        assert there == found(BODY, term("DNK", "2019"), term("SWE", "2020", "2021"))
        assert [("SMT348", "chairmanships[1].until")] == found(
            BODY,
            term("ISL", "2010", "2019"),
            term("DNK", "2019"),
            term("SWE", "2020", "2021"),
            term("DNK", "2021", "2022"),
        )

    def test_near_misses(self):
        one = term("DNK", "2019")

        assert [] == found(BODY, term("ISL", "2010", "2019"), one)
        assert [] == found(BODY, one, term("SWE", "2020", form="acting"))
        assert [] == found(
            BODY, term("DNK", "2019", form="co_chair"), term("SWE", "2020")
        )
        assert [] == found(BODY, one, term("SWE", "2025-08", "2026"))
        assert [("SMT349", "chairmanships[1].since")] == found(
            BODY, one, term("SWE", "2026", "2027")
        )

    def test_of_two_open_terms_it_must_be_sure_which_is_the_later(self):
        terms = term("SWE", "2020"), term("ISL", "2020-05")

        assert [("SMT342", "chairmanships[0].since")] == found(BODY, *terms)

    def test_a_term_of_unknown_beginning_is_possibly_succeeded(self):
        one, two = term("DNK", None), term("SWE", "2020", "2021")

        assert [] == found(BODY, one, two)
        assert [("SMT348", "chairmanships[0].until")] == found(
            BODY, one, two, match="possible", select=["SMT348"]
        )

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        def possibly(*records, **options):
            return found(*records, match="possible", select=["SMT348"], **options)

        one = term("DNK", "2020")

        assert [("SMT348", "chairmanships[0].until")] == possibly(
            BODY, one, term("SWE", "2020-05", "2021")
        )
        assert [("SMT348", "chairmanships[0].until")] == possibly(
            BODY, one, term("SWE", "2025-07", "2026"), as_of="2025-07"
        )
        assert [] == possibly(BODY, one, term("SWE", "2018", "2019"))
        assert [] == possibly(BODY, one, term("SWE", "2026", "2027"))


class TestFutureTerm:
    def test_a_breach(self):
        assert [("SMT349", "chairmanships[0].since")] == found(
            BODY, term("DNK", "2025-09")
        )

    def test_near_misses(self):
        assert [] == found(BODY, term("DNK", "2025-08-01"))
        assert [] == found(BODY, term("DNK", "2025-08-31"), as_of="2025-08")
        assert [] == found(BODY, term("DNK", "2025"))
        assert [] == found(BODY, term("DNK", None))
        assert [] == found(BODY, term("DNK", "2999"), as_of=None)

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [("SMT349", "chairmanships[0].since")] == found(
            BODY, term("DNK", "2025"), match="possible"
        )
