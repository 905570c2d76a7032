"""Rules of bodies and states: each has a catalogue that breaks only it, and near misses."""

from __future__ import annotations

import pytest

from cases import BODY, catalogue, found

from summitry import Chairmanship, Coverage, MemberState, Name, Organization, State
from summitry.model import Spell
from summitry.states import StateNumber, all_states


def body(key="NC", since="1952-02-12", until=None, **rest):
    return Organization(id=key, name=f"Body {key}", since=since, until=until, **rest)


def possibly(*records, **options):
    return found(*records, match="possible", **options)


class TestOutlivesParent:
    LEAGUE = body("LON", "1920-01-10", "1946-04-20")

    def part(self, until, since="1922", of="LON"):
        return body("PCIJ", since, until, part_of=of)

    def test_a_breach(self):
        there = [("SMT351", "organizations[1].until")]

        assert there == found(self.LEAGUE, self.part(None))
        assert there == found(self.LEAGUE, self.part("1948"))

    def test_near_misses(self):
        assert [] == found(self.LEAGUE, self.part("1946-04-20"))
        assert [] == found(self.LEAGUE, self.part("1947-04"))
        assert [] == found(self.LEAGUE, self.part("XXXX"))
        assert [] == found(body("LON", "1920-01-10"), self.part(None))
        assert [] == found(body("LON", "1920-01-10", "XXXX"), self.part(None))

    def test_a_part_may_be_older(self):
        assert [] == found(body("UN", "1945-10-24"), self.part(None, "1874", of="UN"))

    def test_what_goes_on_just_after_its_parent(self):
        gone = body("LON", "1920-01-10", "2025-01")

        assert [] == found(gone, self.part(None))
        assert [] == possibly(gone, self.part(None))

    def test_a_part_of_itself_or_of_what_is_unknown(self):
        itself = body("PCIJ", "1922", "1946", part_of="PCIJ")

        assert [] == found(itself, select=["SMT35"])
        assert [("SMT201", "organizations[0].part_of")] == found(self.part(None))

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [("SMT351", "organizations[1].until")] == possibly(
            self.LEAGUE, self.part("1947")
        )
        assert [] == possibly(self.LEAGUE, self.part("1946"))


class TestPredecessorAlive:
    def line(self, until, since="2002-07-09"):
        return body("OAU", "1963-05-25", until), body("AU", since, preceded_by=["OAU"])

    def test_a_breach(self):
        there = [("SMT352", "organizations[1].preceded_by[0]")]

        assert there == found(*self.line(None))
        assert there == found(*self.line("2005"))

    def test_near_misses(self):
        assert [] == found(*self.line("2002-07-08"))
        assert [] == found(*self.line("2003-12"))
        assert [] == found(*self.line("2004"))
        assert [] == found(*self.line("XXXX"))
        assert [] == found(*self.line(None, since="2024-03"))
        assert [] == found(*self.line(None, since=None))
        assert [] == found(body("AU", "2002", preceded_by=["AU"]), select=["SMT35"])

    def test_unknown_bodies_are_passed_over(self):
        assert [("SMT201", "organizations[0].preceded_by[0]")] == found(
            self.line(None)[1]
        )

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [("SMT352", "organizations[1].preceded_by[0]")] == possibly(
            *self.line("2004")
        )
        assert [] == possibly(*self.line(None, since="2024-03"))


class TestPredecessorYounger:
    def line(self, old, new):
        return body("OAU", old, "2002"), body("AU", new, preceded_by=["OAU"])

    def test_a_breach(self):
        assert [("SMT353", "organizations[1].preceded_by[0]")] == found(
            *self.line("2001", "2000")
        )

    def test_near_misses(self):
        assert [] == found(*self.line("2001", "2001"))
        assert [] == found(*self.line("2001-05", "2001"))
        assert [] == found(*self.line(None, "2001"))
        assert [] == found(*self.line("XXXX", "2001"))

    def test_the_wrong_way_round_is_one_fault(self):
        old = body("OAU", "1963-05-25", "2002-07-08", preceded_by=["AU"])
        new = body("AU", "2002-07-09")

        assert [("SMT353", "organizations[0].preceded_by[0]")] == found(old, new)

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [("SMT353", "organizations[1].preceded_by[0]")] == possibly(
            *self.line("2001-05", "2001")
        )


class TestNameOutsideLife:
    def named(self, since=None, until=None, end=None):
        danish = Name(text="Nordisk råd", language="da")
        former = Name(text="Old", since=since, until=until)
        return body(until=end, names=[danish, former])

    def test_a_breach(self):
        assert [("SMT354", "organizations[0].names[1].until")] == found(
            self.named("1940", "1952-02-11")
        )
        assert [("SMT354", "organizations[0].names[1].since")] == found(
            self.named("2000", None, end="1999")
        )

    def test_near_misses(self):
        assert [] == found(self.named("1940", "1952"))
        assert [] == found(self.named("1940", "1960"))
        assert [] == found(self.named("1940", None))
        assert [] == found(self.named("1960", "XXXX"))
        assert [] == found(self.named("1990", "2005", end="1999"))
        assert [] == found(self.named("1999", None, end="1999"))
        assert [] == found(body(since=None, names=[Name(text="Old", until="1940")]))

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [("SMT354", "organizations[0].names[1].until")] == possibly(
            self.named("1940", "1952")
        )
        assert [("SMT354", "organizations[0].names[1].since")] == possibly(
            self.named("1999", None, end="1999")
        )


class TestCoverageOutsideLife:
    def covered(self, since=None, until=None, founded="1952-02-12", end=None):
        coverage = [Coverage(of="observers", since=since, until=until)]
        return body(since=founded, until=end, coverage=coverage)

    def test_a_breach(self):
        assert [("SMT356", "organizations[0].coverage[0].since")] == found(
            self.covered("1950", "1990")
        )
        assert [("SMT356", "organizations[0].coverage[0].until")] == found(
            self.covered("1990", "2001", end="1999-06-30")
        )
        assert [
            ("SMT356", "organizations[0].coverage[0].since"),
            ("SMT356", "organizations[0].coverage[0].until"),
        ] == found(self.covered("1950", "2001", end="1999-06-30"))

    def test_near_misses(self):
        assert [] == found(self.covered())
        assert [] == found(self.covered("1951-06", "1990"))
        assert [] == found(self.covered("1950", "1990", founded=None))
        assert [] == found(self.covered("1950", "1990", founded="XXXX"))
        assert [] == found(self.covered("1990", "2000-05", end="1999-06-30"))
        assert [] == found(self.covered("1990", None, end="1999-06-30"))
        assert [] == found(self.covered("1990", "2026"))

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [("SMT356", "organizations[0].coverage[0].since")] == possibly(
            self.covered("1951", "1990")
        )
        assert [("SMT356", "organizations[0].coverage[0].until")] == possibly(
            self.covered("1990", "2000", end="1999-06-30")
        )


class TestCoverageTwice:
    def covered(self, *spells, kinds=("observers", "observers")):
        return body(
            coverage=[
                Coverage(of=kind, since=since, until=until)
                for kind, (since, until) in zip(kinds, spells, strict=True)
            ]
        )

    def test_a_breach(self):
        there = [("SMT357", "organizations[0].coverage[1]")]

        assert there == found(self.covered(("1960", "1970"), ("1965", "1980")))
        assert there == found(self.covered((None, "1970"), (None, "1980")))
        assert there == found(self.covered(("1960", None), ("1970", None)))

    def test_near_misses(self):
        apart = ("1960", "1970"), ("1971", "1980")
        handover = ("1960", "1970-06-01"), ("1970-06-01", "1980")
        twice = ("1960", "1970"), ("1960", "1970")

        assert [] == found(self.covered(*apart))
        assert [] == found(self.covered(*handover))
        assert [] == found(self.covered(("1960", "1970"), ("1970", "1980")))
        assert [] == found(self.covered(*twice, kinds=("observers", "others")))

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [("SMT357", "organizations[0].coverage[1]")] == possibly(
            self.covered(("1960", "1970"), ("1970-05", "1980"))
        )
        assert [] == possibly(self.covered(("1960", "1970"), ("1970", "1980")))
        assert [] == possibly(self.covered(("1960", None), ("2027", "2028")))


class TestCoveredButEmpty:
    OTHER = body("BA", "1991-11-08")
    JOINED = MemberState(organization="BA", state="EST", since="1991-11-08")
    TERM = Chairmanship(organization="BA", state="EST", since="1994", until="1995")

    def covered(self, *kinds):
        return body(coverage=[Coverage(of=k, since="1960", until="2025") for k in kinds])

    def test_a_breach(self):
        assert [("SMT358", "organizations[0].coverage[1]")] == found(
            self.covered("observers", "members"), self.OTHER, self.JOINED
        )
        assert [("SMT358", "organizations[0].coverage[0]")] == found(
            self.covered("chairmanships"), self.OTHER, self.TERM
        )

    def test_who_only_observes_is_no_member(self):
        observes = MemberState(
            organization="NC", state="EST", since="1992", status="observer"
        )

        assert [("SMT358", "organizations[0].coverage[0]")] == found(
            self.covered("members"), self.OTHER, self.JOINED, observes
        )

    def test_near_misses(self):
        member = MemberState(organization="NC", state="DNK", since="1952-02-12")
        term = Chairmanship(organization="NC", state="DNK", since="1994", until="1995")

        assert [] == found(self.covered("members"), self.OTHER, self.JOINED, member)
        assert [] == found(self.covered("chairmanships"), self.OTHER, self.TERM, term)
        assert [] == found(
            self.covered("observers", "others", "summits"), self.OTHER, self.JOINED
        )

    def test_a_catalogue_without_such_records_is_not_asked(self):
        assert [] == found(self.covered("members", "chairmanships"))
        assert [] == found(self.covered("members"), self.OTHER, self.TERM)


class TestFoundedByNobody:
    def covered(
        self, since="1952-02-12", until="2025", of="members", founded="1952-02-12"
    ):
        return body(since=founded, coverage=[Coverage(of=of, since=since, until=until)])

    def joined(self, since, until=None, **rest):
        return MemberState(
            organization="NC", state="DNK", since=since, until=until, **rest
        )

    def test_a_breach(self):
        there = [("SMT359", "organizations[0].since")]

        assert there == found(self.covered(), self.joined("1953-02-13"))
        assert there == found(self.covered(None, None), self.joined("1953-02-13"))
        assert there == found(
            self.covered(),
            self.joined("1952-02-12", "1953-02-12", status="observer"),
            self.joined("1953-02-13"),
        )

    def test_near_misses(self):
        late = self.joined("1953-02-13")

        assert [] == found(self.covered(), self.joined("1952-02-12"))
        assert [] == found(self.covered(), self.joined("1952"))
        assert [] == found(self.covered(), self.joined(None))
        assert [] == found(self.covered("1953"), late)
        assert [] == found(self.covered(of="observers"), late)
        assert [] == found(body(since=None, coverage=self.covered().coverage), late)
        assert [] == found(self.covered())
        assert [] == found(BODY, late)
        assert [] == found(body(coverage=[Coverage(of="members", until="1952-01")]), late)

    def test_of_a_founding_to_come_nothing_is_asked(self):
        assert [("SMT365", "organizations[0].since")] == found(
            self.covered(None, None, founded="2030"),
            self.joined("2031"),
            select=["SMT35", "SMT36"],
        )

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        def perhaps(*records):
            return possibly(*records, select=["SMT359"])

        vague = self.covered("1952", founded="1952")

        assert [("SMT359", "organizations[0].since")] == perhaps(
            self.covered(), self.joined("1952")
        )
        assert [] == perhaps(self.covered(), self.joined("1952-02-12"))
        assert [] == perhaps(vague, self.joined("1952"))
        assert [("SMT359", "organizations[0].since")] == perhaps(
            vague, self.joined("1952-03-01")
        )


class TestExistedTwice:
    def existed(self, *spells):
        return State(
            code="XTS",
            name="Testland",
            existed=[Spell(since=since, until=until) for since, until in spells],
        )

    def test_a_breach(self):
        there = [("SMT360", "states[0].existed[1]")]

        assert there == found(self.existed(("1918", "1941"), ("1940", "1991")))
        assert there == found(self.existed(("1918", None), ("1991", None)))

    def test_near_misses(self):
        assert [] == found(self.existed(("1918", None)))
        assert [] == found(self.existed(("1918", "1940"), ("1991", None)))
        assert [] == found(self.existed(("1918", "1940"), ("1940", "1991")))
        assert [] == found(self.existed(("1918", "1940-06-17"), ("1940-06-17", None)))
        assert [] == found(self.existed((None, "1940"), ("1930", None)))

    def test_the_bundled_states(self):
        report = catalogue(*all_states()).check(select=["SMT36"], match="possible")

        assert [] == list(report)

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [("SMT360", "states[0].existed[1]")] == possibly(
            self.existed((None, "1940"), ("1930", None))
        )
        assert [] == possibly(self.existed(("1918", "1940"), ("1940", "1991")))


@pytest.mark.parametrize("field", ["cow_numbers", "gw_numbers"])
class TestStateNumbersOverlap:
    def numbered(self, field, *spells):
        numbers = [
            StateNumber(number=100 + place, since=since, until=until)
            for place, (since, until) in enumerate(spells)
        ]
        return State(code="XTS", name="Testland", **{field: numbers})

    def test_a_breach(self, field):
        there = [("SMT361", f"states[0].{field}[1]")]

        assert there == found(
            self.numbered(field, (None, "1990-10-03"), ("1990-10-02", None))
        )
        assert there == found(self.numbered(field, (None, "1990"), (None, None)))

    def test_near_misses(self, field):
        def numbered(*spells):
            return self.numbered(field, *spells)

        assert [] == found(numbered((None, None)))
        assert [] == found(numbered((None, "1990-10-02"), ("1990-10-03", None)))
        assert [] == found(numbered((None, "1990-10-02"), ("1990-10-02", None)))
        assert [] == found(numbered((None, "1990"), ("1990-10-02", None)))

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self, field):
        assert [("SMT361", f"states[0].{field}[1]")] == possibly(
            self.numbered(field, (None, "1990"), ("1990-10-02", None))
        )
        assert [] == possibly(self.numbered(field, (None, "1990"), ("1990", None)))


class TestSuccessionOneSided:
    def test_a_breach(self):
        old, new = State(code="XTA", name="Old"), State(code="XTB", name="New")
        heir = State(code="XTB", name="New", succeeds=["XTA"])
        gone = State(code="XTA", name="Old", succeeded_by=["XTB"])

        assert [("SMT362", "states[1].succeeds[0]")] == found(old, heir)
        assert [("SMT362", "states[0].succeeded_by[0]")] == found(gone, new)

    def test_a_bundled_state_told_anew(self):
        sweden = State(code="SWE", name="Sweden", succeeds=["YUG"])

        assert [("SMT362", "states[0].succeeds[0]")] == found(sweden)

    def test_near_misses(self):
        old = State(code="XTA", name="Old", succeeded_by=["XTB"])
        new = State(code="XTB", name="New", succeeds=["XTA"])

        assert [] == found(old, new)
        assert [] == found(State(code="XTC", name="Young", succeeds=["YUG"]))

        assert [] == found(State(code="XTC", name="Old", succeeded_by=["SRB"]))
        assert [("SMT204", "states[0].succeeds[0]")] == found(
            State(code="XTC", name="Young", succeeds=["XTZ"])
        )


class TestSuccessorTooOld:
    def pair(self, old, new):
        return (
            State(code="XTA", name="Old", succeeded_by=["XTB"], existed=old),
            State(code="XTB", name="New", succeeds=["XTA"], existed=new),
        )

    def test_a_breach(self):
        assert [("SMT363", "states[1].succeeds[0]")] == found(
            *self.pair([Spell(since="1945")], [Spell(since="1918", until="1941")])
        )

    def test_beside_a_bundled_state(self):
        before = Spell(since="1800", until="1850")
        after = Spell(since="2010")

        assert [("SMT363", "states[0].succeeds[0]")] == found(
            State(code="XTC", name="Old", succeeds=["YUG"], existed=[before])
        )
        assert [("SMT363", "states[0].succeeded_by[0]")] == found(
            State(code="XTC", name="New", succeeded_by=["YUG"], existed=[after])
        )
        assert [] == found(
            State(code="XTC", name="New", succeeds=["YUG"], existed=[after])
        )

    def test_near_misses(self):
        old, new = [Spell(since="1918", until="1941")], [Spell(since="1945")]
        both = [*old, Spell(since="1950")]

        assert [] == found(*self.pair(old, new))
        assert [] == found(*self.pair(new, both))
        assert [] == found(*self.pair(new, []))
        assert [] == found(*self.pair([], old))
        assert [] == found(*self.pair([Spell(since="1941")], old))

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        old = [Spell(since="1918", until="1941")]

        assert [("SMT363", "states[1].succeeds[0]")] == possibly(
            *self.pair([Spell(since="1941")], old)
        )


class TestFoundedInTheFuture:
    def test_a_breach(self):
        assert [("SMT365", "organizations[0].since")] == found(body(since="2025-08-02"))

    def test_near_misses(self):
        assert [] == found(body(since="2025-08-01"))
        assert [] == found(body(since="2025"))
        assert [] == found(body(since=None))
        assert [] == found(body(since="2999"), as_of=None)

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [("SMT365", "organizations[0].since")] == possibly(body(since="2025"))


class TestDormantOutsideLife:
    def asleep(self, *spells, **life):
        dormant = [Spell(since=since, until=until) for since, until in spells]
        return body(**{"since": "1964", "until": "2005", **life}, dormant=dormant)

    def test_a_breach(self):
        def there(field):
            return [("SMT366", f"organizations[0].dormant{field}")]

        assert there("[0].since") == found(self.asleep(("1960", "1970")))
        assert there("[0].until") == found(self.asleep(("1990", "2008")))
        assert there("[1]") == found(self.asleep(("1970", "1980"), ("1975", "1990")))

    def test_near_misses(self):
        assert [] == found(self.asleep(("1990-01-01", "2001-12-31")))
        assert [] == found(self.asleep(("1970", "1980"), ("1980", "1990")))
        assert [] == found(self.asleep(("1964", "2005")))
        assert [] == found(self.asleep((None, None)))
        assert [] == found(self.asleep(("1960", "2010"), since=None, until=None))

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [("SMT366", "organizations[0].dormant[0].since")] == possibly(
            self.asleep(("1964-03", "1970"))
        )
        assert [] == possibly(self.asleep(("1970", "1980"), ("1980", "1990")))
