"""The bundled facts: well-formed, sourced, consistent with one another."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

import summitry

from summitry import (
    BilateralMeeting,
    Catalog,
    CoverageOf,
    MemberOrganization,
    MemberState,
    Organization,
    Summit,
)


PACKAGE = Path(summitry.__file__).parent
FACTS = sorted((PACKAGE / "data").rglob("*.json"))
STATES = PACKAGE / "states" / "states.json"


def name_of(file):
    return file.relative_to(PACKAGE).as_posix()


@pytest.fixture(params=[*FACTS, STATES], ids=name_of)
def file(request):
    return request.param


def together(files):
    """The records of several files, read by the strict door."""
    return [record for each in files for record in summitry.read(each)]


# -- form ----------------------------------------------------------------------


def test_a_file_is_canonical(file):
    """Sorted, one record a line, defaults left out: a change of it reads well."""
    catalog = summitry.read(file)
    kinds = defaultdict(list)
    for record in catalog:
        kinds[type(record)].append(record)
    in_order = Catalog(
        [record for records in kinds.values() for record in sorted(records)],
        as_of=catalog.as_of,
        version=catalog.version,
    )

    assert summitry.dumps(in_order) == file.read_text(encoding="utf-8")


def test_a_file_holds_one_organization_and_what_belongs_to_it():
    """The file of a body is named after it, and holds nothing of another's."""
    for file in FACTS:
        if file.parent.name == "organizations":
            (body,) = summitry.read(file).organizations
            assert file.stem == body.id.lower()
            for record in summitry.read(file):
                if not isinstance(record, Organization):
                    bodies = getattr(record, "organizations", None) or (
                        record.organization,
                    )
                    assert body.id in bodies


def test_the_fast_door_gives_what_the_strict_one_does(world):
    """Loading without checks gives the very records that loading with all gives."""
    strict = together(FACTS)

    assert len(strict) == len(world)
    assert set(strict) == set(world)


def test_the_states_by_both_doors(world):
    """The same for the states."""
    assert set(together([STATES])) == set(world.states)


def test_the_catalogue_is_as_of_a_day(world):
    """The whole has a version and a date, in a file of its own."""
    whole = summitry.read(PACKAGE / "data" / "catalogue.json")

    assert 0 == len(whole)
    assert (whole.as_of, whole.version) == (world.as_of, world.version)
    assert world.as_of is not None
    assert world.version


# -- references ----------------------------------------------------------------


def test_every_fact_has_a_source(world):
    """Nothing stands on nothing."""
    for record in world:
        if not isinstance(record, summitry.Source):
            assert record.sources, record


def test_every_source_that_is_named_is_there(world):
    """A source is named by its id, and found."""
    named = {s for r in (*world, *world.states) for s in getattr(r, "sources", ())}

    assert set() == named - set(world.sources.ids)


def test_every_source_that_is_there_is_named(world):
    """None is left over from a fact that was taken out."""
    named = {s for r in (*world, *world.states) for s in getattr(r, "sources", ())}

    assert set() == set(world.sources.ids) - named


def test_every_organization_that_is_named_is_there(world):
    """Bodies, members, parts, predecessors, chairs and parties."""
    named = set()
    for spell in world.memberships:
        named.add(spell.organization)
        if isinstance(spell, MemberOrganization):
            named.add(spell.member_organization)
    for term in world.chairmanships:
        named |= {term.organization, term.chair_organization}
    for body in world.organizations:
        named |= {body.part_of, *body.preceded_by}
    for meeting in (*world.summits, *world.meetings):
        named |= {d.organization for d in meeting.delegations}
        if isinstance(meeting, Summit):
            named |= set(meeting.organizations)
            named.add(meeting.chair.organization if meeting.chair else None)

    assert set() == named - {None} - set(world.organizations.ids)


def test_every_state_that_is_named_is_there(world):
    """Among them those that states name as predecessors and successors."""
    named = {m.state for m in world.memberships if isinstance(m, MemberState)}
    for state in world.states:
        named |= {*state.succeeds, *state.succeeded_by, state.territory_of}
    for meeting in (*world.summits, *world.meetings):
        named |= {d.state for d in meeting.delegations}
        named.add(meeting.place.state if meeting.place else None)
        if isinstance(meeting, Summit):
            named.add(meeting.host)

    assert set() == named - {None} - set(world.states.ids)


def test_every_summit_that_is_named_is_there(world):
    """A meeting on the sidelines was on those of a summit that is recorded."""
    for meeting in world.meetings:
        if meeting.sidelines_of is not None:
            assert meeting.sidelines_of in world.summits


def test_a_meeting_on_the_sidelines_was_at_the_summit(world):
    """Its parties were there, on days that may have been the summit's."""
    for meeting in world.meetings:
        if meeting.sidelines_of is not None:
            summit = world.summits[meeting.sidelines_of]
            assert meeting.period.overlaps(summit.period).possible
            assert set(meeting.parties) <= set(summit.parties)


# -- history -------------------------------------------------------------------


def test_no_party_is_in_twice_on_a_day(world):
    """Two spells of one party in one body never certainly share a day."""
    spells = defaultdict(list)
    for spell in world.memberships:
        spells[type(spell), spell.organization, spell.party].append(spell)
    overlapping = [
        f"{a.organization} {a.party}: {a.status} {a.period}, {b.status} {b.period}"
        for group in spells.values()
        for a, b in combinations(group, 2)
        if a.period.overlaps(b.period).certain
    ]

    assert [] == overlapping


def test_no_party_counts_twice_on_any_day_of_change(world):
    """A filter by certain answers never finds a party twice."""
    for body in world.organizations:
        spells = world.memberships.of(body)
        for day in {end for s in spells for end in (s.since, s.until) if end}:
            if day.is_exact:
                found = spells.on(day, match="certain")
                parties = [(type(s), s.party) for s in found]
                assert len(set(parties)) == len(parties), (body.id, day)


def test_chairs_share_at_most_the_day_of_handover(world):
    """Two terms meet on one day, on which one hands over to the other; or they are shared."""
    sole = world.chairmanships.filter(lambda term: term.form != "co_chair")
    for terms in sole.group_by("organization").values():
        for a, b in combinations(terms, 2):
            if a.period.overlaps(b.period).certain:
                shared = a.period.intersect(b.period)
                assert shared.earliest == shared.latest, (a, b)


def test_a_chair_was_a_member(world):
    """Who presided belonged, on some day of the term, or the record says why not."""
    for term in world.chairmanships:
        if any(expected.rule == "SMT341" for expected in term.expected):
            continue
        spells = world.memberships.of(term.organization).by(world.party_of(term))
        assert any(
            s.period.overlaps(term.period).possible
            for s in spells
            if s.status in ("member", "associate", "partial")
        ), term


def test_chairs_are_persons_within_the_term(world):
    """A person in the chair held it in the time of the chairmanship."""
    for term in world.chairmanships:
        for chair in term.chairs:
            assert chair.period.overlaps(term.period).possible, (term, chair)


def test_members_belonged_while_the_body_existed(world):
    """Nobody belonged before the founding or after the end."""
    for spell in world.memberships:
        body = world.organizations[spell.organization]
        assert spell.period.overlaps(body.period).possible, spell
        if spell.since and body.since:
            assert spell.since.latest >= body.since.earliest, spell


def test_meetings_are_dated(world):
    """Summits and meetings have a first day, and none is longer than a month."""
    for meeting in (*world.summits, *world.meetings):
        assert meeting.since is not None
        last = meeting.until or meeting.since
        assert (last.earliest - meeting.since.latest).days <= 31


def test_summits_are_numbered_in_order(world):
    """The ordinary summits of a body count up with time; where all are there, from one."""
    for body in world.organizations:
        ordinary = world.summits.of(body).where(kind="ordinary")
        numbers = [s.number for s in ordinary.sorted() if s.number is not None]
        assert sorted(set(numbers)) == numbers, body.id


def test_coverage_is_sane(world):
    """It begins no earlier than the body, ends in a day, and is said once of a day."""
    for body in world.organizations:
        for coverage in body.coverage:
            assert coverage.since is not None
            assert coverage.until is not None
            # Those who founded a body at its first summit met before it was there.
            founding = 31 if coverage.of is CoverageOf.SUMMITS else 0
            assert (
                body.since is None
                or coverage.since.last_ordinal + founding >= body.since.first_ordinal
            )
        for a, b in combinations(body.coverage, 2):
            if a.of is b.of:
                assert not a.period.overlaps(b.period).certain


def test_what_is_covered_is_recorded(world):
    """Of what is said to be complete there is something."""
    for body in world.organizations:
        recorded = {
            CoverageOf.MEMBERS: world.memberships.of(body).where(status="member"),
            CoverageOf.OBSERVERS: world.memberships.of(body).where(status="observer"),
            CoverageOf.CHAIRMANSHIPS: world.chairmanships.of(body),
            CoverageOf.OTHERS: world.memberships.of(body).filter(
                lambda m: m.status not in ("member", "observer")
            ),
            CoverageOf.SUMMITS: world.summits.of(body),
            CoverageOf.APPOINTMENTS: world.appointments.of(body),
        }
        for coverage in body.coverage:
            assert recorded[coverage.of].during(coverage.period), (body.id, coverage.of)


def test_nothing_is_dated_after_the_files_were_made(world):
    """A source was consulted on a day, and published before it."""
    for source in world.sources:
        if source.consulted and source.published:
            assert source.published.earliest <= source.consulted.latest, source


def test_the_meetings_are_bilateral(world):
    """Each has two parties that are named, and people that are too."""
    for meeting in world.meetings:
        assert isinstance(meeting, BilateralMeeting)
        assert all(d.representatives for d in meeting.delegations)
