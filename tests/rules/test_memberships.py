"""Rules of membership: each has a catalogue that breaks only it, and near misses."""

from __future__ import annotations

import attrs
import pytest

from cases import BODY, found

from summitry import (
    Coverage,
    Expectation,
    MemberOrganization,
    MemberState,
    Organization,
    State,
)
from summitry.model import Spell


SINCE = "member_states[0].since"
UNTIL = "member_states[0].until"


def joined(since, **rest):
    return MemberState(organization="NC", state="ISL", since=since, **rest)


def spell(state, since, until=None, *, of="NC", **rest):
    return MemberState(organization=of, state=state, since=since, until=until, **rest)


def body(key, since, until=None, **rest):
    return Organization(id=key, name=f"Body {key}", since=since, until=until, **rest)


def possibly(*records, **options):
    return found(*records, match="possible", **options)


class TestJoinedBeforeFounding:
    def test_a_breach(self):
        assert [("SMT301", SINCE)] == found(BODY, joined("1951"))
        assert [("SMT301", SINCE)] == found(BODY, joined("1952-02-11"))

    def test_near_misses(self):
        assert [] == found(BODY, joined("1952-02-12"))
        assert [] == found(BODY, joined("1952"))
        assert [] == found(BODY, joined(None))

    def test_bodies_without_a_founding(self):
        assert [] == found(attrs.evolve(BODY, since=None), joined("1951"))
        assert [("SMT201", "member_states[0].organization")] == found(joined("1951"))

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [("SMT301", SINCE)] == possibly(BODY, joined("1952"))
        assert [] == possibly(BODY, joined("1952-02-12"))


class TestLastsAfterDissolution:
    GONE = body("NC", "1952-02-12", "1991-06-30")

    def test_a_breach(self):
        assert [("SMT302", UNTIL)] == found(self.GONE, joined("1953"))
        assert [("SMT302", UNTIL)] == found(self.GONE, joined("1953", until="1991-07-01"))
        assert [("SMT302", UNTIL)] == found(self.GONE, joined(None))
        assert [("SMT302", UNTIL)] == found(self.GONE, joined("1953"), as_of=None)

    def test_one_that_joins_afterwards(self):
        late = joined("1992", until="XXXX")

        assert [("SMT302", UNTIL)] == found(self.GONE, late)

    def test_near_misses(self):
        assert [] == found(self.GONE, joined("1953", until="1991-06-30"))
        assert [] == found(self.GONE, joined("1953", until="1991"))
        assert [] == found(self.GONE, joined("1953", until="XXXX"))
        assert [] == found(body("NC", "1952", "XXXX"), joined("1953"))
        assert [] == found(BODY, joined("1953"))
        assert [] == found(self.GONE)

    def test_an_end_that_is_still_to_come(self):
        # As of 2025-08, that it ends in 2026 says nothing of who is in.
        going = body("NC", "1952-02-12", "2025-08-31")

        assert [] == found(going, joined("1953"), select=["SMT302"])
        assert [] == possibly(going, joined("1953"), select=["SMT302"])

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [("SMT302", UNTIL)] == possibly(self.GONE, joined("1953", until="1991"))
        assert [] == possibly(self.GONE, joined("1953", until="1991-06-30"))


class TestJoinedBeforeState:
    UNION = body("NAM", "1961-09-01")

    def nam(self, state, since, **rest):
        return found(self.UNION, spell(state, since, of="NAM", **rest))

    def test_a_breach(self):
        assert [("SMT303", SINCE)] == self.nam("AZE", "1961-09-01")
        assert [("SMT303", SINCE)] == self.nam("AZE", "1991-10-17")
        assert [("SMT303", SINCE)] == self.nam("AZE", "1990")
        assert [("SMT303", SINCE)] == self.nam("AZE", "1990", status="observer")

    def test_joining_between_two_existences(self):
        report = [("SMT303", SINCE)]

        assert report == self.nam("DZA", "1961-09-01")
        assert report == self.nam("DZA", "1961-09-01", until="1961-12-31")

    def test_near_misses(self):
        assert [] == self.nam("AZE", "1991-10-18")
        assert [] == self.nam("AZE", "1991")
        assert [] == self.nam("AZE", "[..2009]")
        assert [] == self.nam("AZE", "XXXX")
        assert [] == self.nam("AZE", None)

    def test_territories_and_associates(self):
        assert [] == self.nam("PRI", "1962")
        assert [] == self.nam("NAM", "1979", status="associate")

    def test_within_an_earlier_existence(self):
        old = body("NC", "1920-01-10")

        assert [] == found(old, spell("LVA", "1921-09-22", "1940"))
        assert [("SMT303", SINCE)] == found(old, spell("LVA", "1950"))

    def test_a_state_as_the_catalogue_itself_describes_it(self):
        own = State(
            code="PRI",
            name="Puerto Rico",
            existed=[Spell(until="1953"), Spell(since="1960")],
        )

        assert [("SMT303", SINCE)] == found(BODY, own, spell("PRI", "1955"))
        assert [] == found(BODY, own, spell("PRI", "1960"))
        assert [] == found(BODY, own, spell("PRI", "1952-03", "1952-06"))

    def test_it_can_be_expected(self):
        early = spell(
            "NAM",
            "1979",
            of="NAM",
            expected=[Expectation(rule="SMT303", reason="SWAPO held the seat")],
        )

        assert [] == found(self.UNION, early)

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [("SMT303", SINCE)] == possibly(self.UNION, spell("AZE", "1991", of="NAM"))
        assert [("SMT303", SINCE)] == possibly(self.UNION, spell("DZA", "1962", of="NAM"))
        assert [] == possibly(self.UNION, spell("AZE", "1991-10-18", of="NAM"))
        assert [] == possibly(self.UNION, spell("AZE", None, of="NAM"))


class TestLastsAfterState:
    UNION = body("NAM", "1961-09-01")

    def nam(self, state, since, until=None, **rest):
        return found(self.UNION, spell(state, since, until, of="NAM"), **rest)

    def test_a_breach(self):
        assert [("SMT304", UNTIL)] == self.nam("YMD", "1970-09-08")
        assert [("SMT304", UNTIL)] == self.nam("YMD", "1970-09-08", as_of=None)
        assert [("SMT304", UNTIL)] == self.nam("YMD", "1970-09-08", "1990-05-22")
        assert [("SMT304", UNTIL)] == self.nam("YMD", None)
        assert [("SMT304", UNTIL)] == self.nam("YMD", "1992", "1993")

    def test_near_misses(self):
        assert [] == self.nam("YMD", "1970-09-08", "1990-05-21")
        assert [] == self.nam("YMD", "1970-09-08", "1990")
        assert [] == self.nam("YMD", "1970-09-08", "XXXX")
        assert [] == self.nam("YMD", None, "1990-05-21")
        assert [] == self.nam("YMD", "1970-09-08", as_of="1980")
        assert [] == self.nam("PRI", "1970-09-08")
        assert [] == found(
            BODY, spell("YMD", "1970-09-08", status="associate"), select=["SMT304"]
        )

    def test_lasting_into_a_gap_between_two_existences(self):
        old = body("NC", "1920-01-10")

        assert [("SMT304", UNTIL)] == found(old, spell("LVA", "1921-09-22", "1946-04-18"))
        assert [] == found(old, spell("LVA", "1921-09-22", "1940-06"))
        # The state was occupied and came back: that its membership rested, none need say.
        assert [] == found(old, spell("LVA", "1921-09-22"))

    def test_a_spell_wholly_in_a_gap_is_found_once(self):
        old = body("NC", "1920-01-10")

        assert [("SMT303", SINCE)] == found(old, spell("LVA", "1945", "1950"))

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        there = [("SMT304", UNTIL)]

        assert there == possibly(self.UNION, spell("YMD", "1970-09-08", "1990", of="NAM"))
        assert [] == possibly(self.UNION, spell("YMD", "1971", "1990-05-21", of="NAM"))
        assert [] == possibly(
            self.UNION, spell("AZE", "[..1990-12]", "1992", of="NAM"), select=["SMT304"]
        )

    def test_an_end_that_may_lie_before_the_state(self):
        # It is not after any end of the state.
        assert [] == possibly(
            self.UNION,
            spell("AZE", "1990-01", "1991-11", of="NAM"),
            select=["SMT304"],
        )
        assert [] == possibly(
            self.UNION,
            spell("AZE", "1990-01", "1991", of="NAM"),
            select=["SMT304"],
        )


class TestOverlappingSpells:
    LATER = "member_states[1].since"

    def fin(self, *spans, **options):
        return found(BODY, *(spell("FIN", *span) for span in spans), **options)

    def as_(self, status, since, until=None, **rest):
        return spell("FIN", since, until, status=status, **rest)

    def test_a_breach(self):
        guest = self.as_("observer", "1953", "1956")

        assert [("SMT305", self.LATER)] == found(BODY, guest, spell("FIN", "1955-10-28"))

    def test_the_same_status_twice(self):
        assert [("SMT305", self.LATER)] == self.fin(("1955",), ("1957", "1960"))
        assert [("SMT305", self.LATER)] == self.fin(
            ("1955-10-28", "1960-01-02"), ("1960-01-01",)
        )

    def test_two_that_still_last(self):
        assert [("SMT305", self.LATER)] == self.fin(("1955",), ("1957",))
        assert [("SMT305", self.LATER)] == self.fin(("1955",), ("1957",), as_of=None)

    def test_each_is_found_once_with_the_longest(self):
        assert [("SMT305", self.LATER), ("SMT305", "member_states[2].since")] == self.fin(
            ("1955",), ("1957", "1960"), ("1958", "1961")
        )

    def test_a_suspension_within_a_membership(self):
        banned = spell("FIN", "1967", "1974", standing="suspended")

        assert [("SMT305", self.LATER)] == found(BODY, spell("FIN", "1955"), banned)

    def test_near_misses(self):
        assert [] == self.fin(("1955-10-28", "1960-01-01"), ("1960-02-02",))
        assert [] == self.fin(("1955-10-28", "1960"), ("1960",))
        assert [] == self.fin((None, "1960"), ("1962", "1963"))
        assert [] == self.fin((None, "1975-01-01"), ("1962", "1963"))
        assert [] == self.fin(("1955", "XXXX"), ("1957",))
        assert [] == self.fin(("XXXX", "1960"), ("1957", "1970"))
        assert [] == found(
            BODY, spell("FIN", "1955"), spell("FIN", "1957", of="NCM"), select=["SMT305"]
        )

    def test_a_day_of_transition(self):
        guest = self.as_("observer", "1953", "1955-10-28")

        assert [] == found(BODY, guest, spell("FIN", "1955-10-28"))

    def test_a_candidate_has_another_status_as_well(self):
        guest = self.as_("observer", "1953", "1955-10-28")

        assert [] == found(BODY, guest, self.as_("candidate", "1954", "1955-10-28"))
        assert [("SMT305", "member_states[1].since")] == found(
            BODY,
            self.as_("candidate", "1954", "1958"),
            self.as_("candidate", "1955", "1957"),
        )

    def test_a_pair_is_found_once(self):
        guest = self.as_("observer", None)

        assert [("SMT305", SINCE)] == found(
            BODY, guest, spell("FIN", "1957"), match="possible", select=["SMT305"]
        )

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        guest = self.as_("observer", "1953", "1955")

        assert [("SMT305", self.LATER)] == possibly(
            BODY, guest, spell("FIN", "1955-10-28")
        )
        assert [] == possibly(BODY, guest, spell("FIN", "1956"))
        assert [("SMT305", self.LATER)] == self.fin(
            ("1955",), ("1957",), match="possible"
        )


class TestSeamlessSpells:
    THERE = [("SMT306", "member_states[1].since")]  # noqa: RUF012 - of a test

    def two(
        self, until="1979-12-31", since="1980-01-01", one=None, other=None, **options
    ):
        return found(
            BODY,
            spell("FIN", "1955-10-28", until, **(one or {})),
            spell("FIN", since, **(other or {})),
            **options,
        )

    def test_a_breach(self):
        assert self.THERE == self.two()
        assert self.THERE == self.two(since="1979-12-31")

    def test_near_misses(self):
        assert [] == self.two(since="1980-01-02")
        assert [] == self.two(since="1980")
        assert [] == self.two(until="1979")
        assert [] == found(BODY, spell("FIN", None, "1979-12-31"), spell("FIN", "1981"))

    @pytest.mark.parametrize(
        "one, other",
        [
            ({"exit": "withdrew"}, {}),
            ({}, {"entry": "acceded"}),
            ({"note": "Its government was replaced."}, {}),
            ({}, {"note": "A new treaty."}),
            ({"status": "observer"}, {}),
            ({}, {"status_label": "full member"}),
            ({}, {"standing": "inactive"}),
        ],
    )
    def test_something_changed_or_says_why(self, one, other):
        assert [] == self.two(one=one, other=other)

    def test_spells_without_ends_between_them(self):
        assert [("SMT305", "member_states[1].since")] == self.two(until=None)
        assert [] == found(
            BODY, spell("FIN", "XXXX", "1970-12-31"), spell("FIN", None, "1979-12-31")
        )

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        options = {"match": "possible", "select": ["SMT306"]}

        assert self.THERE == self.two(since="1980", **options)
        assert self.THERE == self.two(until="1979-12", since="1979-12", **options)
        assert [] == self.two(since="1981", **options)


class TestMemberOrganizationNotThere:
    UNION = body("AU", "2002-07-09", "2020-12-31")
    NAM = body("NAM", "1961-09-01")
    FIELD = "member_organizations[0]"

    def seat(self, since, until=None):
        return MemberOrganization(
            organization="NAM",
            member_organization="AU",
            status="observer",
            since=since,
            until=until,
        )

    def found(self, since, until=None, union=UNION, **options):
        return found(union, self.NAM, self.seat(since, until), **options)

    def test_a_breach(self):
        assert [("SMT307", f"{self.FIELD}.since")] == self.found("1964", "2019")
        assert [("SMT307", f"{self.FIELD}.until")] == self.found("2003")
        assert [("SMT307", f"{self.FIELD}.until")] == self.found("2003", "2021")
        assert [
            ("SMT307", f"{self.FIELD}.since"),
            ("SMT307", f"{self.FIELD}.until"),
        ] == self.found("1964")

    def test_near_misses(self):
        assert [] == self.found("2002-07-09", "2020-12-31")
        assert [] == self.found("2002", "2020")
        assert [] == self.found(None, "2020")
        assert [] == self.found("1964", "1999", body("AU", None))
        assert [] == self.found("2003", None, body("AU", "2002"))

    def test_an_unknown_organization(self):
        assert [("SMT201", f"{self.FIELD}.member_organization")] == found(
            self.NAM, self.seat("1964")
        )

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        options = {"match": "possible"}
        union = body("AU", "2002-07-09", "2020-06")

        assert [
            ("SMT307", f"{self.FIELD}.since"),
            ("SMT307", f"{self.FIELD}.until"),
        ] == self.found("2002", "2020", union, **options)
        assert [] == self.found("2002-07-09", "2020-12-31", **options)


class TestJoinedInTheFuture:
    def test_a_breach(self):
        assert [("SMT308", SINCE)] == found(BODY, joined("2055"))
        assert [("SMT308", SINCE)] == found(BODY, joined("2025-08-02", until="2026"))
        assert [("SMT308", UNTIL)] == found(BODY, joined("1955", until="2055-10-28"))
        assert [("SMT308", SINCE)] == found(BODY, joined("2025-09"), as_of="2025-08")

    def test_near_misses(self):
        assert [] == found(BODY, joined("2025-08-01"))
        assert [] == found(BODY, joined("2025-08-31"), as_of="2025-08")
        assert [] == found(BODY, joined("2025"))
        assert [] == found(BODY, joined("1955", until="2025"))
        assert [] == found(BODY, joined("1955", until="XXXX"))
        assert [] == found(BODY, joined(None))
        assert [] == found(BODY, joined("2055"), as_of=None)

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        options = {"select": ["SMT308"]}

        assert [("SMT308", SINCE)] == possibly(BODY, joined("2025"), **options)
        assert [("SMT308", UNTIL)] == possibly(
            BODY, joined("1955", until="[2023..]"), **options
        )
        assert [] == possibly(BODY, joined("1955", until="2024"), **options)
        assert [] == possibly(BODY, joined(None), **options)


class TestLongAfterFounding:
    THERE = [("SMT309", "member_states[0].entry")]  # noqa: RUF012 - of a test

    def test_a_breach(self):
        assert self.THERE == found(BODY, joined("1955-10-28", entry="founded"))
        assert self.THERE == found(BODY, joined("1955", entry="founded"))

    def test_near_misses(self):
        assert [] == found(BODY, joined("1952-12-01", entry="founded"))
        assert [] == found(BODY, joined("1954-02-12", entry="founded"))
        assert [] == found(BODY, joined("1954", entry="founded"))
        assert [] == found(BODY, joined("1955-10-28", entry="acceded"))
        assert [] == found(BODY, joined("[..1960]", entry="founded"))

    def test_dates_and_bodies_that_are_not_known(self):
        options = {"select": ["SMT309"]}
        late = joined("1955-10-28", entry="founded")

        assert [] == found(BODY, joined(None, entry="founded"), **options)
        assert [] == found(attrs.evolve(BODY, since=None), late, **options)
        assert [] == found(late, **options)

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert self.THERE == possibly(BODY, joined("1954", entry="founded"))
        assert [] == possibly(BODY, joined("1953", entry="founded"))


class TestToldTwice:
    def twice(self, one, other, **options):
        spells = (spell("FIN", *one), spell("FIN", *other))
        return [code for code, _ in found(BODY, *spells, **options)]

    def test_a_breach(self):
        assert ["SMT311"] == self.twice(("1955-10-28",), ("1955",))
        assert ["SMT311"] == self.twice(("1955-10-28", "1960"), ("1955", "1960-05"))
        assert ["SMT311"] == self.twice((None,), ("1957",))
        assert ["SMT311"] == self.twice(("1957",), (None,))

    def test_what_contradicts_is_an_error(self):
        assert ["SMT305"] == self.twice(("1955-10-28",), ("1956",))
        assert ["SMT305"] == self.twice(("1956",), ("1955-10-28",))
        assert ["SMT305"] == self.twice(("1955-10-28", "1960"), ("1955",))
        assert ["SMT305"] == self.twice(("1955-10-28",), ("1955", "1960"))
        assert ["SMT305"] == self.twice(("1955-10-28", "1960"), ("1955", "1961"))
        assert ["SMT305"] == self.twice(("1955-10-28", "1961"), ("1955", "1960"))

    def test_another_status_or_standing_is_an_error(self):
        for rest in ({"status": "observer"}, {"standing": "inactive"}):
            other = spell("FIN", "1955", **rest)
            assert "SMT305" in dict(found(BODY, spell("FIN", "1955-10-28"), other))

    def test_near_misses(self):
        assert [] == self.twice(("1955-10-28", "1955-11-01"), ("1955", "1955-12"))
        assert [] == self.twice(("1955", "1956"), ("1958", "1960"))

    def test_what_only_may_overlap_is_not_said_to_be_the_same(self):
        one, other = ("1955", "1955-12"), ("1955-11", "1955")
        assert "SMT311" not in self.twice(one, other, match="possible")


class TestSuspendedStranger:
    THERE = [("SMT310", "member_states[0].standing")]  # noqa: RUF012 - of a test

    def out(self, since="1962-01-31", standing="suspended", **rest):
        return joined(since, standing=standing, **rest)

    def test_a_breach(self):
        assert self.THERE == found(BODY, self.out())
        assert self.THERE == found(BODY, self.out("1962", "inactive"))

    def test_one_that_is_suspended_twice_is_found_once(self):
        assert self.THERE == found(
            BODY, self.out("1962", until="1965"), self.out("1970", until="1975")
        )

    def test_near_misses(self):
        assert [] == found(BODY, joined("1953", until="1962-01-30"), self.out())
        assert [] == found(
            BODY, joined("1952", until="1962"), self.out("1962", "inactive")
        )
        assert [] == found(BODY, joined(None, until="1962-01-30"), self.out())
        assert [] == found(BODY, self.out(None))
        assert [] == found(BODY, self.out("XXXX"), joined("1953", until="1955"))

    def test_another_party_or_body_is_not_before_it(self):
        other = spell("FIN", "1955-10-28")
        elsewhere = joined("1953", until="1962-01-30")
        council = body("NCM", "1952")

        assert [("SMT310", "member_states[1].standing")] == found(BODY, other, self.out())
        assert [("SMT310", "member_states[1].standing")] == found(
            BODY,
            council,
            attrs.evolve(elsewhere, organization="AAA"),
            body("AAA", "1952"),
            self.out(),
        )

    def test_one_that_comes_in_by_way_of_another(self):
        # Serbia and Montenegro went on with the place of Yugoslavia.
        new = spell("SCG", "1992-04-28", "2001", standing="suspended", entry="continued")
        old = spell("YUG", "1961-09-01", "1992-04-27", exit="continued")

        assert [] == found(BODY, old, new)

    def test_records_of_another_kind_that_begin_later(self):
        covered = [Coverage(of="observers", since="1975")]
        known = attrs.evolve(BODY, coverage=covered)

        assert self.THERE == found(known, self.out())

    def test_records_that_begin_later(self):
        covered = [Coverage(of="members", since="1962-01-31")]
        known = attrs.evolve(BODY, coverage=covered)

        assert [] == found(known, self.out())
        assert self.THERE == found(known, self.out("1975"))
        assert self.THERE == found(
            attrs.evolve(BODY, coverage=[Coverage(of="members")]),
            self.out(),
            select=["SMT310"],
        )

    def test_a_predecessor_of_the_body(self):
        old = body("OLD", "1920", "1952-02-11")
        new = attrs.evolve(BODY, preceded_by=["OLD"])
        before = joined("1921", until="1952-02-11")
        before = attrs.evolve(before, organization="OLD", state="NOR")

        assert [] == found(old, new, self.out("1952-02-12"))
        assert [] == found(old, new, attrs.evolve(before, state="DNK"), select=["SMT310"])
        assert [] == found(
            old,
            new,
            before,
            spell("NOR", "1952-02-12", standing="suspended"),
        )
        assert [("SMT310", "member_states[1].standing")] == found(
            old, new, before, self.out("1952-02-12"), select=["SMT310"]
        )

    def test_an_unknown_body(self):
        assert self.THERE == found(self.out(), select=["SMT310"])
