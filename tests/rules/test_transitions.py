"""Rules of transition: each has a catalogue that breaks only it, and near misses."""

from __future__ import annotations

import attrs
import pytest

from cases import BODY, found

from summitry import Coverage, MemberOrganization, MemberState, Organization, State


FIRST = "member_states[0]"
SECOND = "member_states[1]"


def spell(since, until=None, state="FIN", **rest):
    return MemberState(
        **{"organization": "NC", "state": state, "since": since, "until": until, **rest}
    )


def body(key, since, until=None, **rest):
    return Organization(id=key, name=f"Body {key}", since=since, until=until, **rest)


def possibly(*records, **options):
    return found(*records, match="possible", **options)


def seat(since, until, party="AU", **rest):
    return MemberOrganization(
        organization="NC", member_organization=party, since=since, until=until, **rest
    )


class TestExitWithoutEnd:
    def test_a_breach(self):
        there = [("SMT321", f"{FIRST}.until")]

        assert there == found(BODY, spell("1955", exit="withdrew"))
        # That nothing follows is not said as well: nobody knows what it would follow.
        assert there == found(BODY, spell("1955", exit="suspended"))
        assert there == found(BODY, spell("1955", exit="dissolved"))

    def test_near_misses(self):
        assert [] == found(BODY, spell("1955", "1979", exit="withdrew"))
        assert [] == found(BODY, spell("1955", "XXXX", exit="withdrew"))
        assert [] == found(BODY, spell("1955"))
        assert [] == found(BODY, spell("1955", "1979"))


class TestEntryWithoutBeginning:
    def test_a_breach(self):
        there = [("SMT322", f"{FIRST}.since")]

        assert there == found(BODY, spell(None, entry="acceded"))
        assert there == found(BODY, spell(None, entry="readmitted"))
        assert there == found(BODY, spell(None, standing="suspended", entry="suspended"))

    def test_near_misses(self):
        assert [] == found(BODY, spell("[..2009]", entry="acceded"))
        assert [] == found(BODY, spell("XXXX", entry="acceded"))
        assert [] == found(BODY, spell(None))


@pytest.mark.parametrize(
    "code, entry, standing",
    [
        ("SMT323", "readmitted", "active"),
        ("SMT323", "resumed", "active"),
        ("SMT325", "suspended", "suspended"),
        ("SMT325", "reinstated", "active"),
        ("SMT325", "status_changed", "active"),
    ],
)
class TestReadmittedNewcomerAndNothingBefore:
    def again(self, entry, standing, since="1992-09", **rest):
        return spell(since, entry=entry, standing=standing, **rest)

    def test_a_breach(self, code, entry, standing):
        again = self.again(entry, standing)

        assert [(code, f"{FIRST}.entry")] == found(BODY, again)
        assert [(code, f"{FIRST}.entry")] == found(again, select=["SMT32"])
        assert [(code, f"{FIRST}.entry")] == found(
            BODY, attrs.evolve(again, until="1993"), spell("1994", entry="acceded")
        )

    def test_near_misses(self, code, entry, standing):
        again = self.again(entry, standing)

        assert [] == found(BODY, spell("1955", "1992-08"), again)
        assert [] == found(BODY, spell("1955", "1992"), again)
        assert [] == found(BODY, spell(None, "1990"), again)
        assert [] == found(BODY, spell("1992", "1992"), again)
        assert [] == found(BODY, spell("1955", "1960", status="observer"), again)
        observer = spell("1992-09", "1993", status="observer")
        assert [] == found(BODY, observer, again, select=["SMT32"])

    def test_another_party_was_in(self, code, entry, standing):
        other = spell("1955", "1992-08", state="DNK")

        assert [(code, f"{SECOND}.entry")] == found(
            BODY, other, self.again(entry, standing)
        )

    def test_a_predecessor_was_in(self, code, entry, standing):
        old = spell("1953", "1991-12", state="SUN")
        again = self.again(entry, standing, state="RUS")

        assert [] == found(BODY, old, again)
        # It need not be the next before it: Serbia comes after Yugoslavia.
        old = spell("1953", "1992-04-27", state="YUG")
        again = self.again(entry, standing, "2008", state="SRB")
        assert [] == found(BODY, old, again)

    def test_it_was_in_a_predecessor_of_the_body(self, code, entry, standing):
        old = body("OLD", "1920", "1952-02-11")
        new = attrs.evolve(BODY, preceded_by=["OLD"])
        before = spell("1921", "1940", organization="OLD")
        again = self.again(entry, standing, "1953")

        assert [] == found(old, new, before, again)
        # Nobody is on record as a member of it.
        assert [] == found(old, new, again)
        assert [(code, f"{SECOND}.entry")] == found(
            old, new, attrs.evolve(before, state="SWE"), again
        )

    def test_records_that_begin_later(self, code, entry, standing):
        covered = [Coverage(of="members", since="1992-09")]

        assert [] == found(
            attrs.evolve(BODY, coverage=covered), self.again(entry, standing)
        )
        assert [(code, f"{FIRST}.entry")] == found(
            attrs.evolve(BODY, coverage=covered), self.again(entry, standing, "1999")
        )

    def test_what_is_only_possible_is_found_where_it_is_asked_for(
        self, code, entry, standing
    ):
        again = self.again(entry, standing)

        assert [(code, f"{SECOND}.entry")] == possibly(
            BODY, spell("1992", "1994", status="observer"), again, select=[code]
        )
        assert [] == possibly(BODY, spell("1955", "1991"), again)


class TestNothingFollows:
    THERE = [("SMT324", f"{FIRST}.exit")]  # noqa: RUF012 - of a test

    def out(self, until="1962-01-30", exit="suspended", **rest):  # noqa: A002 - its name
        return spell("1955", until, exit=exit, **rest)

    @pytest.mark.parametrize("exit", ["suspended", "reinstated", "status_changed"])
    def test_a_breach(self, exit):  # noqa: A002 - its name
        assert self.THERE == found(BODY, self.out(exit=exit), select=["SMT32"])
        assert self.THERE == found(self.out(exit=exit), select=["SMT32"])

    def test_what_follows_much_later(self):
        late = spell("1970", standing="suspended")

        assert self.THERE == found(BODY, self.out(), late)
        assert self.THERE == found(BODY, self.out("1962"), spell("1970"))

    def test_what_was_before_does_not_follow(self):
        assert [("SMT324", f"{SECOND}.exit")] == found(
            BODY, spell("1953", "1954", status="observer"), self.out()
        )
        assert [("SMT324", f"{SECOND}.exit")] == found(
            BODY, spell("1962-01-31", state="DNK", standing="active"), self.out()
        )

    def test_near_misses(self):
        banned = spell("1962-01-31", standing="suspended")

        assert [] == found(BODY, self.out(), banned)
        assert [] == found(BODY, self.out("1962-01-31"), banned)
        assert [] == found(BODY, self.out("1962"), banned)
        assert [] == found(BODY, self.out(), attrs.evolve(banned, since="1962"))
        assert [] == found(BODY, self.out("XXXX"), banned, select=["SMT32"])
        assert [] == found(BODY, self.out(), attrs.evolve(banned, since="[..1970]"))
        assert [] == found(
            BODY, self.out(), attrs.evolve(banned, since=None), select=["SMT324"]
        )
        assert [] == found(BODY, self.out(exit="withdrew"))
        assert [] == found(BODY, self.out("2025-08-01"))

    def test_of_many_the_nearest_is_the_next(self):
        banned = [
            spell(f"{year}-01-31", f"{year + 1}-01-30", standing="suspended")
            for year in range(1962, 1966)
        ]
        inner = spell("1958", "1959", status="observer")

        assert [] == found(BODY, self.out(), *banned, select=["SMT32"])
        assert self.THERE == found(BODY, self.out(), inner, select=["SMT32"])
        assert [] == found(BODY, self.out(), inner, *banned, select=["SMT32"])

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        banned = spell("[1962-02..1970]", standing="suspended")
        options = {"select": ["SMT324"]}

        assert [] == found(BODY, self.out(), banned, **options)
        assert self.THERE == possibly(BODY, self.out(), banned, **options)
        assert [] == possibly(
            BODY, self.out(), attrs.evolve(banned, since="1962-02"), **options
        )


class TestExitContradictsNext:
    THERE = [("SMT326", f"{FIRST}.exit")]  # noqa: RUF012 - of a test

    def two(self, exit, standing, since="1962-01-31", own="active"):  # noqa: A002 - its name
        return (
            BODY,
            spell("1955", "1962-01-30", exit=exit, standing=own),
            spell(since, standing=standing),
        )

    def test_a_breach(self):
        assert self.THERE == found(*self.two("suspended", "active"))
        assert self.THERE == found(*self.two("suspended", "active", "1962"))
        banned = self.two("reinstated", "suspended", own="inactive")
        assert self.THERE == found(*banned, select=["SMT32"])
        banned = self.two("reinstated", "inactive", own="suspended")
        assert self.THERE == found(*banned, select=["SMT32"])

    def test_near_misses(self):
        assert [] == found(*self.two("suspended", "suspended"))
        assert [] == found(*self.two("suspended", "inactive"))
        assert [] == found(*self.two("status_changed", "active"))
        assert [] == found(*self.two("withdrew", "active"))
        before = spell("1953", "1954")
        banned = spell("1955", "1962-01-30", standing="suspended", exit="reinstated")
        assert [] == found(BODY, before, banned, spell("1962-01-31"))

    def test_only_the_next_one_counts(self):
        first = spell("1955", "1962-01-30", exit="suspended")
        banned = spell("1962-01-31", "1962-05-31", standing="suspended")

        assert [] == found(BODY, first, banned, spell("1962-06-01"))

    def test_what_follows_much_later_is_not_the_next(self):
        assert [("SMT324", f"{FIRST}.exit")] == found(
            *self.two("suspended", "active", "1970")
        )
        assert [] == found(
            *self.two("suspended", "active", "[1962..1970]"), select=["SMT326"]
        )

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        first = spell("1955", "1962-01-30", exit="suspended")
        banned = spell("1962", "1962", standing="suspended")
        records = BODY, first, banned, spell("1962-02")
        options = {"select": ["SMT326"]}

        assert [] == found(*records, **options)
        assert self.THERE == possibly(*records, **options)


class TestEntryContradictsStanding:
    THERE = [("SMT327", f"{SECOND}.standing")]  # noqa: RUF012 - of a test

    def two(self, entry, standing):
        return (
            BODY,
            spell("1955", "1962-01-30"),
            spell("1962-01-31", entry=entry, standing=standing),
        )

    def test_a_breach(self):
        assert self.THERE == found(*self.two("suspended", "active"))
        assert self.THERE == found(*self.two("reinstated", "suspended"))

    def test_near_misses(self):
        assert [] == found(*self.two("suspended", "suspended"))
        assert [] == found(*self.two("suspended", "inactive"))
        assert [] == found(*self.two("reinstated", "active"))
        # Cuba was let in again in 2009, and has not taken part since.
        assert [] == found(*self.two("reinstated", "inactive"))
        assert [] == found(*self.two("status_changed", "active"))
        assert [] == found(*self.two(None, "suspended"))


class TestNoPredecessor:
    THERE = [("SMT328", f"{FIRST}.entry")]  # noqa: RUF012 - of a test

    def heir(self, state="RUS", since="1991-12-24", entry="continued", **rest):
        return spell(since, state=state, entry=entry, **rest)

    def test_a_breach(self):
        assert self.THERE == found(BODY, self.heir())
        assert self.THERE == found(BODY, self.heir(entry="succeeded"))
        assert self.THERE == found(self.heir(), select=["SMT328"])
        assert self.THERE == found(BODY, self.heir(since=None), select=["SMT328"])

    def test_several_predecessors(self):
        report = self.heir("TZA", "1964-04-26")

        assert self.THERE == found(BODY, report)
        assert [] == found(BODY, spell("1963-12-16", "1964-04-25", state="XZZ"), report)

    def test_near_misses(self):
        old = spell("1953", "1991-12-23", state="SUN")

        assert [] == found(BODY, old, self.heir())
        assert [] == found(BODY, self.heir(entry="admitted"))
        # Of these no predecessor is known.
        assert [] == found(BODY, self.heir("FIN", "1955", "succeeded"))

    def test_a_predecessor_of_a_predecessor(self):
        old = spell("1953", "1992-04-27", state="YUG")

        assert [] == found(BODY, old, self.heir("SRB", "2006-06-03", "succeeded"))

    def test_the_predecessor_was_in_another_body(self):
        old = spell("1953", "1991-12-23", state="SUN", organization="NCM")

        assert [("SMT328", f"{SECOND}.entry")] == found(
            BODY,
            body("NCM", "1952"),
            attrs.evolve(old, organization="AAA"),
            body("AAA", "1952"),
            self.heir(),
        )

    def test_a_state_that_succeeds_itself(self):
        own = State(
            code="PRI", name="Puerto Rico", succeeds=["PRI"], succeeded_by=["PRI"]
        )

        assert [] == found(BODY, own, self.heir("PRI"), select=["SMT328"])

    def test_organizations_have_no_states_before_them(self):
        assert [] == found(
            BODY, body("AU", "2002"), seat("2003", None, entry="succeeded")
        )


class TestNoSuccessor:
    THERE = [("SMT329", f"{FIRST}.exit")]  # noqa: RUF012 - of a test

    def old(self, until="1991-12-23", exit="continued", state="SUN"):  # noqa: A002 - its name
        since = "1970" if state == "YMD" else "1953"
        return spell(since, until, state=state, exit=exit)

    def test_a_breach(self):
        assert self.THERE == found(BODY, self.old())
        assert self.THERE == found(BODY, self.old(exit="succeeded"))
        assert self.THERE == found(self.old(), select=["SMT329"])

    def test_a_successor_that_left_before(self):
        before = spell("1960", "1985", state="UKR")

        assert self.THERE == found(BODY, self.old(), before, select=["SMT329"])

    def test_near_misses(self):
        new = spell("1991-12-24", state="RUS", entry="continued")

        assert [] == found(BODY, self.old(), new)
        # Whichever of the fifteen it was.
        assert [] == found(BODY, self.old(), spell("1992", state="UZB"))
        assert [] == found(BODY, self.old(exit="dissolved"), spell("1992", state="DNK"))
        assert [] == found(BODY, self.old(exit="withdrew"))
        assert [] == found(BODY, self.old("1991", "succeeded", "FIN"))

    def test_one_without_an_end(self):
        assert [("SMT321", f"{FIRST}.until")] == found(
            BODY, self.old(None, "continued", "COL")
        )

    def test_a_successor_of_a_successor(self):
        old = spell("1953", "1992-04-27", state="YUG", exit="succeeded")

        assert [] == found(BODY, old, spell("2006-06-03", state="SRB"))

    def test_a_successor_that_was_in_already(self):
        yemen = spell("1968", state="YEM")

        assert [] == found(BODY, yemen, self.old("1990-05-21", "succeeded", "YMD"))

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        heir = spell("1991-10", "1991-12-10", state="UKR")
        records = BODY, self.old("1991-12"), heir

        assert [] == found(*records)
        assert self.THERE == possibly(*records, select=["SMT329"])
        assert [] == possibly(
            *records[:2], attrs.evolve(heir, until=None), select=["SMT329"]
        )


class TestDissolvedButAlive:
    THERE = [("SMT330", f"{FIRST}.exit")]  # noqa: RUF012 - of a test

    def out(self, until="1979", state="FIN", since="1955"):
        return spell(since, until, state=state, exit="dissolved")

    def test_a_breach(self):
        assert self.THERE == found(BODY, self.out())
        assert self.THERE == found(body("NC", "1952", "1999"), self.out())

    def test_the_organization_ended(self):
        assert [] == found(body("NC", "1952", "1979-06-30"), self.out())
        assert [] == found(body("NC", "1952", "1980"), self.out())
        assert [] == found(body("NC", "1952", "XXXX"), self.out())

    def test_the_state_ended(self):
        assert [] == found(BODY, self.out("1990-05-21", "YMD", "1970"))
        assert [] == found(BODY, self.out("1992-12-31", "CSK"))
        assert [] == found(body("NC", "1920"), self.out("1940-06", "LVA", "1921"))

    def test_near_misses(self):
        assert [] == found(BODY, attrs.evolve(self.out(), exit="lapsed"))
        assert [] == found(BODY, self.out(state="PRI"))
        assert [] == found(BODY, self.out("2025-07"))
        assert [] == found(self.out(), select=["SMT330"])

    def test_an_organization_as_the_party(self):
        gone = seat("2003", "2010", exit="dissolved")
        there = [("SMT330", "member_organizations[0].exit")]

        assert there == found(BODY, body("AU", "2002"), gone)
        assert [] == found(BODY, body("AU", "2002", "2010"), gone)
        assert [] == found(BODY, gone, select=["SMT330"])

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        ending = body("NC", "1952", "1979")
        long = body("NC", "1952", "XXXX")

        assert self.THERE == possibly(long, self.out(), select=["SMT330"])
        assert [] == possibly(ending, self.out("1979-12"), select=["SMT330"])
        assert [] == possibly(BODY, self.out("1992-12-31", "CSK"), select=["SMT330"])


class TestGapInTransition:
    THERE = [("SMT331", f"{FIRST}.until")]  # noqa: RUF012 - of a test

    def two(self, since, until="1955-06-30", exit="status_changed"):  # noqa: A002 - its name
        return (
            BODY,
            spell("1953", until, status="observer", exit=exit),
            spell(since),
        )

    def test_a_breach(self):
        assert self.THERE == found(*self.two("1955-10-28"))
        assert self.THERE == found(*self.two("1955-10"))
        assert self.THERE == found(*self.two("1956-01-01", "1955-11"))

    def test_near_misses(self):
        assert [] == found(*self.two("1955-07-01"))
        assert [] == found(*self.two("1955-07-31"))
        assert [] == found(*self.two("1955"))
        assert [] == found(*self.two("1956", "1955"))
        assert [] == found(*self.two("1955-10-28", exit="withdrew"))
        assert [("SMT324", f"{FIRST}.exit")] == found(*self.two("1960"))

    def test_a_beginning_that_no_source_gives(self):
        assert [] == found(
            BODY,
            spell("1953", "1955-06-30", status="observer", exit="status_changed"),
            spell(None),
            select=["SMT331"],
        )

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert self.THERE == possibly(*self.two("1955"), select=["SMT331"])
        assert [] == possibly(*self.two("1955-07-15"), select=["SMT331"])


class TestPredecessorStillIn:
    THERE = [("SMT332", f"{FIRST}.until")]  # noqa: RUF012 - of a test

    def two(self, until, since="1991-12-10", old="SUN", new="RUS", entry="continued"):
        return (
            BODY,
            spell("1953", until, state=old),
            spell(since, state=new, entry=entry),
        )

    def test_a_breach(self):
        assert self.THERE == found(*self.two("1991-12-23"))
        assert [("SMT304", f"{FIRST}.until"), *self.THERE] == found(*self.two(None))

    def test_near_misses(self):
        assert [] == found(*self.two("1991-12-09"))
        assert [] == found(*self.two("1991-12-10"))
        assert [] == found(*self.two("1991-12-11"))
        assert [] == found(*self.two("1991"))
        assert [] == found(*self.two("1991-12", "1991-12"))
        assert [] == found(*self.two("1991-12-23", entry="admitted"))
        assert [] == found(*self.two("1991-12-23", None), select=["SMT332"])
        assert [] == found(*self.two(None, new="FIN", since="1955"), select=["SMT332"])

    def test_the_place_came_back_to_the_predecessor(self):
        # Egypt went on as a part of the United Arab Republic, and again without it.
        union = spell("1958-02-22", "1961-09-28", state="XUR", entry="continued")
        egypt = spell("1953", "1958-02-21", state="EGY")
        again = spell("1961-09-29", state="EGY", entry="continued")

        assert [] == found(BODY, egypt, union, again)

    def test_a_predecessor_that_exists_on(self):
        # Bangladesh succeeded Pakistan in part, and both are members.
        both = self.two(None, "1972", "PAK", "BGD", "succeeded")
        early = self.two("1992-04-27", "1991-10-08", "YUG", "HRV", "succeeded")

        assert [] == found(*both)
        assert [] == found(*early)
        own = State(code="PRI", name="Puerto Rico", succeeded_by=["CUB"])
        both = self.two(None, "1955", "PRI", "CUB", "succeeded")
        assert [] == found(own, *both, select=["SMT332"])

    def test_a_predecessor_that_is_gone(self):
        late = self.two("2000-10-31", "1993-04-08", "YUG", "MKD", "succeeded")

        assert [
            ("SMT304", f"{FIRST}.until"),
            ("SMT332", f"{FIRST}.until"),
        ] == found(*late)

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        options = {"select": ["SMT332"]}

        assert self.THERE == possibly(*self.two("1991-12"), **options)
        assert self.THERE == possibly(*self.two("1991"), **options)
        assert [] == possibly(*self.two("1991-12-10"), **options)
