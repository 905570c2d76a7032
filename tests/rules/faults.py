"""Kinds of fault, each planted at a random place of a good catalogue.

A kind knows where it can be planted, what it changes there, the code and the field by
which it must be found, and which other codes may follow from it.
"""

from __future__ import annotations

import functools
import itertools

from datetime import timedelta
from typing import NamedTuple

import attrs

from hypothesis import strategies as st

import summitry

from summitry import (
    Appointment,
    BilateralMeeting,
    Catalog,
    Chairmanship,
    Coverage,
    Delegation,
    MemberOrganization,
    MemberState,
    Name,
    Organization,
    Outcome,
    PartialDate,
    Place,
    Representative,
    Source,
    Summit,
)
from summitry.rules.facts import Facts
from summitry.values import Spell


NOWHERE = "QQQ"
"""The id of no organization, and the code of no state."""
LATER = "2027-03-04"
"""A day after the date of the catalogue."""


class Planted(NamedTuple):
    """A catalogue with a fault.

    Attributes:
        catalog: The catalogue.
        record: The record by which the fault must be reported …
        field: … and the field; ``None`` where the rule may choose it.
    """

    catalog: Catalog
    record: object
    field: str | None


class Fault(NamedTuple):
    """A kind of fault.

    Attributes:
        name: What is done.
        code: The code that must be reported.
        plant: Does it: a function of a hypothesis ``draw`` and a catalogue.
        follows: Codes that may be reported because of it.
    """

    name: str
    code: str
    plant: object
    follows: frozenset[str]


FAULTS: list[Fault] = []


def fault(code, *follows):
    """Make a function a kind of fault."""

    def keep(plant):
        name = plant.__name__.replace("_", " ")
        FAULTS.append(Fault(name, code, plant, frozenset(follows)))
        return plant

    return keep


# -- where to plant -----------------------------------------------------------------


KEPT = ("UN", "NAM", "CICA", "IAEA", "IOM", "OAS", "UNWTO")
"""The bodies whose records the kinds of fault know: each has what they look for."""


def garden(world):
    """A part of a catalogue, in good order, that does not grow with it.

    The records of some bodies, with whatever these name; of the other bodies the names.
    """
    bodies = {body.id: body for body in world.organizations}
    kept = [
        record
        for record in (
            *world.memberships, *world.chairmanships, *world.appointments,
            *world.summits, *world.meetings,
        )
        if isinstance(record, BilateralMeeting)
        or {*getattr(record, "organizations", ()), getattr(record, "organization", None)}
        & {*KEPT}
    ]  # fmt: skip
    named = {*KEPT} | {
        key
        for record in kept
        for key in (
            getattr(record, "member_organization", None),
            getattr(record, "chair_organization", None),
            *getattr(record, "organizations", ()),
            *(d.organization for d in getattr(record, "delegations", ())),
        )
        if key is not None
    }
    named |= {
        key
        for body in map(bodies.get, KEPT)
        for key in (body.part_of, *body.preceded_by)
        if key is not None
    }
    kept += [
        body
        if key in KEPT
        else attrs.evolve(body, coverage=(), part_of=None, preceded_by=(), expected=())
        for key in sorted(named)
        if (body := bodies[key])
    ]
    kept += world.sources_of(*kept, *world.states)
    return Catalog(kept, as_of=world.as_of, version=world.version)


# -- places to plant -----------------------------------------------------------------


@functools.cache
def facts_of(world):
    return Facts(world)


@functools.cache
def lone_spells(world):
    """Members since a known day, to this day, with one spell in a body that never changed."""
    facts = facts_of(world)
    presiding = {(t.organization, t.party) for t in world.chairmanships}
    return [
        spells[0].spell
        for (body, party), spells in facts.spells_by.items()
        if len(spells) == 1
        and isinstance(spell := spells[0].spell, MemberState)
        and spell.since is not None
        and spell.since.precision == "day"
        and spell.until is None
        and spell.status == "member"
        and spell.entry in (None, "admitted", "acceded")
        and not spell.expected
        and (body, party) not in presiding
        and _existed_before(spell.state, spell.since)
    ]


def _existed_before(code, day):
    """Whether a state was there for more than two years before, and is still."""
    existed = summitry.state(code).existed
    return bool(existed) and any(
        (e.since is None or e.since.last_ordinal < day.first_ordinal - 800)
        and e.until is None
        for e in existed
    )


def newcomers(world):
    """Members by one spell of bodies whose members are all known, of no state's succession."""
    return [
        s
        for s in lone_spells(world)
        if s.organization in ("UN", "NAM", "OAS")
        and str(s.since) > "1965"
        and not summitry.state(s.state).succeeds
    ]


@functools.cache
def changed_pairs(world):
    """A spell and the next one of the same party in the same body, on known days."""
    return [
        (one.spell, other.spell)
        for spells in facts_of(world).spells_by.values()
        for one, other in itertools.pairwise(spells)
        if one.spell.until is not None
        and other.spell.since is not None
        and one.spell.until.precision == other.spell.since.precision == "day"
        and other.spell.since.first_ordinal - one.spell.until.first_ordinal < 5
        and not one.spell.expected
        and not other.spell.expected
    ]


@functools.cache
def of_kind(world, kind):
    return [record for record in world if isinstance(record, kind)]


def dated(world, kind, precision="day"):
    return [
        record
        for record in of_kind(world, kind)
        if record.since is not None and record.since.precision == precision
    ]


def pick(draw, items):
    return draw(st.sampled_from(items))


def swap(world, old, **changes):
    """A catalogue with one record changed, and the changed record."""
    new = attrs.evolve(old, **changes)
    return world.without(old) | Catalog([new]), new


def swapped(field, world, old, **changes):
    catalog, new = swap(world, old, **changes)
    return Planted(catalog, new, field)


def added(field, world, *records):
    """A catalogue with more records, of which the first has the fault."""
    return Planted(world | Catalog(records), records[0], field)


def shifted(day, days):
    return (day.earliest + timedelta(days=days)).isoformat()


def cited(world):
    return world.sources[0].id


STATES = ["CHE", "NOR", "SWE", "FRA", "JPN", "BRA", "IND", "MEX", "KEN", "AUS"]
"""States that were there all the time in which the meetings of one's own take place."""


def some_day(draw):
    return PartialDate(shifted(PartialDate("2005-01-01"), draw(st.integers(0, 4900))))


def two_states(draw):
    return draw(st.lists(st.sampled_from(STATES), min_size=2, max_size=2, unique=True))


def meeting_of(draw, world, **fields):
    """A meeting of one's own, in good order but for what is given."""
    one, other = two_states(draw)
    plain = {
        "id": "planted",
        "since": some_day(draw),
        "delegations": [Delegation(state=one), Delegation(state=other)],
        "place": Place(city=f"A city of {one}", state=one),
        "sources": [cited(world)],
    }
    return BilateralMeeting(**plain | fields)


def summit_of(draw, world, **fields):
    """A summit of one's own, likewise."""
    since = some_day(draw)
    state = pick(draw, STATES)
    plain = {
        "id": "planted",
        "name": "A planted meeting",
        "organizations": [pick(draw, ["UN", "NAM", "OAS", "CICA"])],
        "kind": "informal",
        "since": since,
        "until": shifted(since, 1),
        "place": Place(city=f"A city of {state}", state=state),
        "sources": [cited(world)],
    }
    return Summit(**plain | fields)


# -- reference -----------------------------------------------------------------------


@fault("SMT201")
def a_state_belongs_to_nothing(draw, world):
    return swapped(
        "organization", world, pick(draw, lone_spells(world)), organization=NOWHERE
    )


@fault("SMT201")
def nothing_belongs_to_a_body(draw, world):
    spell = pick(draw, [s for s in of_kind(world, MemberOrganization) if not s.expected])
    return swapped("member_organization", world, spell, member_organization=NOWHERE)


@fault("SMT201", "SMT347", "SMT358")
def nothing_is_presided_over(draw, world):
    term = pick(draw, of_kind(world, Chairmanship))
    return swapped("organization", world, term, organization=NOWHERE)


@fault("SMT201")
def a_summit_of_nothing(draw, world):
    summit = pick(draw, of_kind(world, Summit))
    bodies = (*summit.organizations, NOWHERE)
    field = f"organizations[{len(bodies) - 1}]"
    return swapped(field, world, summit, organizations=bodies)


@fault("SMT201", "SMT411")
def nothing_presides_over_a_summit(draw, world):
    summit = pick(draw, of_kind(world, Summit))
    chair = Delegation(organization=NOWHERE)
    return swapped("chair.organization", world, summit, chair=chair)


@fault("SMT201", "SMT424")
def nothing_meets(draw, world):
    meeting = pick(draw, of_kind(world, BilateralMeeting))
    place = draw(st.integers(0, 1))
    there = list(meeting.delegations)
    there[place] = Delegation(organization=NOWHERE)
    field = f"delegations[{place}].organization"
    return swapped(field, world, meeting, delegations=there)


@fault("SMT201")
def a_part_of_nothing(draw, world):
    body = pick(draw, of_kind(world, Organization))
    return swapped("part_of", world, body, part_of=NOWHERE)


@fault("SMT201")
def nothing_came_before(draw, world):
    body = pick(draw, of_kind(world, Organization))
    before = (*body.preceded_by, NOWHERE)
    return swapped(f"preceded_by[{len(before) - 1}]", world, body, preceded_by=before)


@fault("SMT202")
def a_source_that_is_not_there(draw, world):
    kind = pick(draw, [MemberState, Organization, Summit, BilateralMeeting, Chairmanship])
    record = pick(draw, of_kind(world, kind))
    named = [*record.sources, "no-such-source"]
    return swapped(f"sources[{len(named) - 1}]", world, record, sources=named)


@fault("SMT203")
def the_sidelines_of_nothing(draw, world):
    meeting = pick(draw, of_kind(world, BilateralMeeting))
    return swapped("sidelines_of", world, meeting, sidelines_of="no-such-summit")


@fault("SMT204", "SMT362")
def a_successor_of_nothing(draw, world):
    state = pick(draw, list(world.states))
    own = attrs.evolve(state, succeeds=(*state.succeeds, NOWHERE))
    return added(f"succeeds[{len(own.succeeds) - 1}]", world, own)


@fault("SMT204")
def a_territory_of_nothing(draw, world):
    state = pick(draw, [s for s in world.states if s.territory_of is not None])
    own = attrs.evolve(state, territory_of=NOWHERE)
    return added("territory_of", world, own)


@fault("SMT205", "SMT351")
def a_part_of_itself(draw, world):
    body = pick(draw, of_kind(world, Organization))
    return swapped("part_of", world, body, part_of=body.id)


@fault("SMT205", "SMT352", "SMT353")
def its_own_predecessor(draw, world):
    body = pick(draw, of_kind(world, Organization))
    before = (*body.preceded_by, body.id)
    return swapped(f"preceded_by[{len(before) - 1}]", world, body, preceded_by=before)


@fault("SMT206")
def two_bodies_of_one_name(draw, world):
    bodies = [b for b in of_kind(world, Organization) if b.until is None]
    one = pick(draw, bodies)
    other = pick(draw, [b for b in bodies if b is not one])
    catalog, new = swap(world, other, name=one.name.upper())
    return Planted(catalog, (one, new), None)


@fault("SMT207")
def two_bodies_of_one_wikidata_item(draw, world):
    bodies = of_kind(world, Organization)
    one = pick(draw, [b for b in bodies if "wikidata" in b.ids])
    other = pick(draw, [b for b in bodies if b is not one])
    ids = {**other.ids, "wikidata": one.ids["wikidata"]}
    catalog, new = swap(world, other, ids=ids)
    return Planted(catalog, (one, new), None)


@fault("SMT210", "SMT502")
def one_page_as_two_sources(draw, world):
    source = pick(draw, [s for s in of_kind(world, Source) if s.url is not None])
    return added(None, world, attrs.evolve(source, id="zz-the-same-again"))


# -- form ----------------------------------------------------------------------------


@fault("SMT121")
def a_title_with_a_space_too_many(draw, world):
    source = pick(draw, [s for s in of_kind(world, Source) if " " in s.title])
    words = source.title.split(" ")
    place = draw(st.integers(1, len(words) - 1))
    words[place] = f" {words[place]}"
    return swapped("title", world, source, title=" ".join(words))


@fault("SMT121", "SMT206")
def a_name_that_ends_in_a_space(draw, world):
    body = pick(draw, of_kind(world, Organization))
    return swapped("name", world, body, name=f"{body.name} ")


@fault("SMT122")
def an_id_that_is_none_of_wikidata(draw, world):
    body = pick(draw, [b for b in of_kind(world, Organization) if "wikidata" in b.ids])
    wrong = pick(draw, ["83201", "q83201", "Q", "Q83201x", "Q0", "P31"])
    return swapped(None, world, body, ids={**body.ids, "wikidata": wrong})


@fault("SMT123")
def a_source_said_twice(draw, world):
    record = pick(draw, [r for r in of_kind(world, MemberState) if r.sources])
    again = (*record.sources, record.sources[0])
    return swapped(None, world, record, sources=again)


# -- history: memberships ------------------------------------------------------------


@fault("SMT301", "SMT303")
def joined_before_the_founding(draw, world):
    facts = facts_of(world)
    spells = [
        s
        for s in lone_spells(world)
        if (_body := facts.organizations[s.organization]).since is not None
    ]
    spell = pick(draw, spells)
    founded = facts.organizations[spell.organization].since
    since = shifted(founded, -draw(st.integers(1, 400)))
    return swapped("since", world, spell, since=since)


@fault(
    "SMT302",
    "SMT371",
    "SMT356",
    "SMT343",
    "SMT401",
    "SMT307",
    "SMT348",
    "SMT330",
    "SMT206",
    "SMT351",
    "SMT354",
)
def lasts_after_the_end_of_the_body(draw, world):
    spell = pick(draw, lone_spells(world))
    body = world.organization(spell.organization)
    end = shifted(PartialDate("2024-01-01"), draw(st.integers(0, 300)))
    catalog, _ = swap(world, body, until=end)
    return Planted(catalog, spell, "until")


@fault("SMT303")
def joined_before_the_state_was_there(draw, world):
    found = [
        (spell, existed[0].since)
        for spell in of_kind(world, MemberState)
        if spell.status == "member"
        and spell.until is None
        and not spell.expected
        and spell.entry in (None, "admitted", "acceded")
        and len(existed := summitry.state(spell.state).existed) == 1
        and existed[0].since is not None
        and (since := world.organization(spell.organization).since) is not None
        and since.last_ordinal + 900 < existed[0].since.first_ordinal
        and len(world.memberships.by(spell.state).of(spell.organization)) == 1
    ]
    spell, began = pick(draw, found)
    since = shifted(began, -draw(st.integers(1, 800)))
    return swapped("since", world, spell, since=since)


@fault("SMT304", "SMT321", "SMT332", "SMT305")
def still_there_after_the_state(draw, world):
    found = [
        spell
        for spell in of_kind(world, MemberState)
        if (existed := summitry.state(spell.state).existed)
        and existed[-1].until is not None
        and spell.until is not None
        and not spell.expected
        and spell == world.memberships.by(spell.state).of(spell.organization)[-1]
    ]
    return swapped("until", world, pick(draw, found), until=None, exit=None)


@fault("SMT305", "SMT306", "SMT310", "SMT504")
def two_spells_at_once(draw, world):
    spell = pick(draw, lone_spells(world))
    status = pick(draw, ["observer", "associate", "member"])
    again = attrs.evolve(
        spell,
        status=status,
        standing="active" if status != "member" else "suspended",
        since=shifted(spell.since, draw(st.integers(5, 100))),
        entry=None,
    )
    return added(None, world, again)


@fault("SMT306", "SMT504")
def one_spell_in_two_halves(draw, world):
    spell = pick(draw, [s for s in lone_spells(world) if s.note is None])
    cut = draw(st.integers(10, 90))
    first = attrs.evolve(spell, until=shifted(spell.since, cut))
    second = attrs.evolve(spell, since=shifted(spell.since, cut + 1), entry=None)
    return Planted(world.without(spell) | Catalog([first, second]), second, None)


@fault("SMT307", "SMT301")
def an_organization_that_belonged_before_it_was_there(draw, world):
    spells = [
        s
        for s in of_kind(world, MemberOrganization)
        if s.until is None
        and not s.expected
        and len(
            world.memberships.by(world.organizations.get(s.party) or "UN").of(
                s.organization
            )
        )
        == 1
        and world.organizations.get(s.party) is not None
        and world.organization(s.party).since is not None
    ]
    spell = pick(draw, spells)
    began = world.organization(spell.party).since
    since = shifted(began, -draw(st.integers(1, 400)))
    return swapped("since", world, spell, since=since)


@fault("SMT308", "SMT504")
def joined_in_the_future(draw, world):
    spell = pick(draw, lone_spells(world))
    return swapped(
        "since", world, spell, since=shifted(PartialDate(LATER), draw(st.integers(0, 99)))
    )


@fault("SMT309")
def founded_what_was_long_there(draw, world):
    facts = facts_of(world)
    spells = [
        s
        for s in lone_spells(world)
        if (since := facts.organizations[s.organization].since) is not None
        and since.last_ordinal + 1000 < s.since.first_ordinal
    ]
    return swapped(None, world, pick(draw, spells), entry="founded")


@fault("SMT310")
def suspended_from_the_start(draw, world):
    standing = pick(draw, ["suspended", "inactive"])
    return swapped(None, world, pick(draw, newcomers(world)), standing=standing)


# -- history: transitions ------------------------------------------------------------


@fault("SMT321")
def an_exit_without_an_end(draw, world):
    leaving = pick(draw, ["withdrew", "expelled", "lapsed"])
    return swapped(None, world, pick(draw, lone_spells(world)), exit=leaving)


@fault("SMT323")
def readmitted_without_having_been_there(draw, world):
    entry = pick(draw, ["readmitted", "resumed"])
    return swapped("entry", world, pick(draw, newcomers(world)), entry=entry)


@fault("SMT324")
def suspended_and_never_heard_of_again(draw, world):
    spell = pick(draw, newcomers(world))
    return swapped("exit", world, spell, until="2024-06-01", exit="suspended")


@fault("SMT325")
def a_change_of_what_was_not(draw, world):
    spell = pick(draw, [s for s in newcomers(world) if s.organization == "UN"])
    return swapped("entry", world, spell, entry="status_changed")


@fault("SMT326", "SMT306", "SMT327", "SMT331")
def suspended_and_active_all_the_same(draw, world):
    one, _other = pick(
        draw,
        [p for p in changed_pairs(world) if p[1].standing == "active"],
    )
    return swapped(None, world, one, exit="suspended")


@fault("SMT327", "SMT325", "SMT310")
def active_by_suspension(draw, world):
    spell = pick(draw, newcomers(world))
    return swapped(None, world, spell, entry="suspended")


@fault("SMT330")
def dissolved_and_alive(draw, world):
    spell = pick(draw, lone_spells(world))
    until = shifted(PartialDate("2015-01-01"), draw(st.integers(0, 900)))
    since = min(str(spell.since), "2014-01-01")
    return swapped(None, world, spell, since=since, until=until, exit="dissolved")


@fault("SMT331", "SMT324", "SMT504")
def a_gap_between_two_standings(draw, world):
    pairs = [
        (a, b)
        for a, b in changed_pairs(world)
        if a.exit in ("suspended", "status_changed", "reinstated")
        and a.since is not None
        and a.until.first_ordinal - a.since.last_ordinal > 400
    ]
    one, _ = pick(draw, pairs)
    until = shifted(one.until, -draw(st.integers(60, 300)))
    return Planted(*_next_of(world, one, until), None)


def _next_of(world, one, until):
    catalog, new = swap(world, one, until=until)
    spells = list(catalog.memberships.by(one.party).of(one.organization))
    return catalog, (*tuple(s for s in spells if s != new), new)


# -- history: chairs -----------------------------------------------------------------


def _terms(world):
    return of_kind(world, Chairmanship)


def _clean(chairs):
    """The persons of a term without their own dates."""
    return [attrs.evolve(chair, since=None, until=None) for chair in chairs[:1]]


@fault("SMT341")
def presided_over_by_a_stranger(draw, world):
    term = pick(draw, _terms(world))
    stranger = pick(draw, ["FRA", "DEU", "BRA", "NLD"])
    return swapped(None, world, term, state=stranger)


@fault("SMT342", "SMT344")
def two_in_the_chair(draw, world):
    term = pick(draw, [t for t in _terms(world) if t.until is not None])
    others = [t for t in _terms(world) if t.organization == term.organization]
    later = others[others.index(term) + 1]
    overlap = draw(st.integers(40, 200))
    since = shifted(later.since, -overlap)
    catalog, new = swap(world, later, since=since, chairs=_clean(later.chairs))
    return Planted(catalog, (new, term), None)


@fault("SMT343", "SMT341", "SMT344")
def presided_before_the_founding(draw, world):
    first = pick(draw, ["NAM", "CICA"])
    term = next(t for t in _terms(world) if t.organization == first)
    founded = world.organization(first).since
    since = shifted(founded, -draw(st.integers(40, 300)))
    return swapped(None, world, term, since=since, chairs=_clean(term.chairs))


@fault("SMT344", "SMT341")
def presided_over_by_a_state_that_was_not_there(draw, world):
    term = pick(
        draw, [t for t in _terms(world) if t.since and t.since.earliest.year > 1996]
    )
    gone = pick(draw, ["SUN", "CSK", "DDR", "YMD"])
    return swapped(None, world, term, state=gone)


@fault("SMT345")
def a_person_before_the_term(draw, world):
    term = pick(draw, [t for t in _terms(world) if t.chairs])
    since = shifted(term.since, -draw(st.integers(40, 900)))
    chairs = (attrs.evolve(term.chairs[0], since=since), *term.chairs[1:])
    return swapped("chairs[0].since", world, term, chairs=chairs)


@fault("SMT345", "SMT346")
def a_person_after_the_term(draw, world):
    term = pick(draw, [t for t in _terms(world) if t.chairs and t.until is not None])
    until = shifted(term.until, draw(st.integers(40, 900)))
    last = len(term.chairs) - 1
    chairs = (*term.chairs[:-1], attrs.evolve(term.chairs[-1], until=until))
    return swapped(f"chairs[{last}].until", world, term, chairs=chairs)


@fault("SMT346")
def two_persons_in_the_chair(draw, world):
    term = pick(
        draw, [t for t in _terms(world) if len(t.chairs) == 1 and t.state != "SCG"]
    )
    second = attrs.evolve(term.chairs[0], name="Somebody Else")
    return swapped(None, world, term, chairs=(*term.chairs, second))


@fault("SMT347")
def an_empty_chair(draw, world):
    terms = _terms(world)
    pairs = [
        (one, other)
        for one, other in itertools.pairwise(terms)
        if one.organization == other.organization
        and one.until is not None
        and one.since is not None
        and one.until.first_ordinal - one.since.last_ordinal > 300
    ]
    one, other = pick(draw, pairs)
    until = shifted(one.until, -draw(st.integers(80, 200)))
    catalog, new = swap(world, one, until=until, chairs=_clean(one.chairs))
    return Planted(catalog, (other, new), None)


@fault("SMT348", "SMT344", "SMT342", "SMT345", "SMT347")
def a_term_without_an_end(draw, world):
    term = pick(draw, [t for t in _terms(world) if t.until is not None])
    return swapped("until", world, term, until=None, chairs=_clean(term.chairs))


@fault("SMT349", "SMT504")
def a_chair_in_the_future(draw, world):
    body = pick(draw, ["NAM", "CICA"])
    term = Chairmanship(
        organization=body, state="IND", since=LATER, sources=[cited(world)]
    )
    return added("since", world, term)


# -- history: appointments -----------------------------------------------------------


def _posts(world):
    return [t for t in of_kind(world, Appointment) if t.level == "head_of_organization"]


def _substantive(world):
    """The secretaries-general of the United Nations, who were each alone in the post."""
    return [
        t for t in _posts(world) if t.organization == "UN" and t.capacity == "substantive"
    ]


@fault("SMT371", "SMT372", "SMT373", "SMT374")
def appointed_before_the_founding(draw, world):
    term = pick(draw, _substantive(world))
    founded = world.organization(term.organization).since
    since = shifted(founded, -draw(st.integers(40, 300)))
    return swapped("since", world, term, since=since)


@fault("SMT372", "SMT371", "SMT374")
def two_in_one_post(draw, world):
    one, other = pick(draw, list(itertools.pairwise(_substantive(world))))
    since = shifted(one.until, -draw(st.integers(40, 200)))
    catalog, new = swap(world, other, since=since)
    return Planted(catalog, (new, one), None)


@fault("SMT373")
def a_post_without_an_end(draw, world):
    term = pick(draw, _substantive(world)[:-1])
    return swapped("until", world, term, until=None)


@fault("SMT374")
def nobody_in_the_post(draw, world):
    one, other = pick(draw, list(itertools.pairwise(_substantive(world)[2:])))
    until = shifted(one.until, -draw(st.integers(400, 900)))
    catalog, new = swap(world, one, until=until)
    return Planted(catalog, (other, new), None)


@fault("SMT375", "SMT372", "SMT373", "SMT504")
def appointed_in_the_future(draw, world):
    term = Appointment(
        name="Somebody Else",
        organization=pick(draw, ["UN", "NAM", "IOM"]),
        post="Secretary-General",
        since=LATER,
        sources=[cited(world)],
    )
    return added("since", world, term)


@fault("SMT376")
def the_national_of_a_state_that_was_not_there(draw, world):
    term = pick(
        draw, [t for t in _posts(world) if t.since and t.since.earliest.year > 1996]
    )
    return swapped("state", world, term, state=pick(draw, ["SUN", "CSK", "DDR", "YMD"]))


# -- history: bodies -----------------------------------------------------------------


def _founded(world):
    return [
        b
        for b in of_kind(world, Organization)
        if b.since is not None
        and b.since.precision in ("day", "year")
        and "1950" < str(b.since) < "2010"
        and b.until is None
    ]


def _own(world, **fields):
    """A body of one's own, in good order but for what is given."""
    plain = {
        "id": NOWHERE,
        "name": "A planted body",
        "since": "1950",
        "sources": [cited(world)],
    }
    return Organization(**plain | fields)


@fault("SMT351", "SMT302")
def a_part_that_outlives_the_whole(draw, world):
    body = pick(draw, _founded(world))
    whole = _own(world, since="1940", until="2015-03-04")
    catalog, new = swap(world, body, part_of=NOWHERE)
    return Planted(catalog | Catalog([whole]), new, "until")


@fault("SMT352")
def a_predecessor_that_is_still_there(draw, world):
    body = pick(draw, _founded(world))
    before = (*body.preceded_by, NOWHERE)
    catalog, new = swap(world, body, preceded_by=before)
    old = _own(world, since="1920")
    return Planted(catalog | Catalog([old]), new, f"preceded_by[{len(before) - 1}]")


@fault("SMT353")
def a_predecessor_that_came_later(draw, world):
    body = pick(draw, _founded(world))
    before = (*body.preceded_by, NOWHERE)
    catalog, new = swap(world, body, preceded_by=before)
    old = _own(world, since="2015", until="2016")
    return Planted(catalog | Catalog([old]), new, f"preceded_by[{len(before) - 1}]")


@fault("SMT354")
def a_name_before_there_was_anything_to_name(draw, world):
    body = pick(draw, _founded(world))
    name = Name(text="Planted old name", since="1900", until="1905")
    return swapped(None, world, body, names=(*body.names, name))


@fault("SMT356")
def covered_before_the_founding(draw, world):
    body = pick(draw, [b for b in _founded(world) if not b.coverage])
    coverage = Coverage(of="others", since="1900", until="2020")
    return swapped(None, world, body, coverage=[coverage])


@fault("SMT357")
def covered_twice(draw, world):
    body = pick(draw, [b for b in of_kind(world, Organization) if b.coverage])
    again = (*body.coverage, body.coverage[0])
    return swapped(None, world, body, coverage=again)


@fault("SMT358")
def covered_and_empty(draw, world):
    body = pick(draw, [b for b in _founded(world) if b.id not in ("NAM", "CICA")])
    coverage = Coverage(of="chairmanships", since="2012", until="2020")
    return swapped(None, world, body, coverage=(*body.coverage, coverage))


@fault("SMT361")
def two_numbers_at_once(draw, world):
    state = pick(draw, [s for s in world.states if s.cow_numbers])
    again = attrs.evolve(state.cow_numbers[0], number=999)
    own = attrs.evolve(state, cow_numbers=(*state.cow_numbers, again))
    return added(None, world, own)


@fault("SMT360")
def a_state_that_was_there_twice(draw, world):
    state = pick(draw, [s for s in world.states if s.existed])
    own = attrs.evolve(state, existed=(*state.existed, state.existed[-1]))
    return added(None, world, own)


@fault("SMT362", "SMT363", "SMT332")
def a_succession_that_only_one_knows_of(draw, world):
    state = pick(draw, [s for s in world.states if s.existed])
    other = pick(
        draw,
        [
            s
            for s in world.states
            if s.existed
            and s.code != state.code
            and s.code not in state.succeeds
            and state.code not in s.succeeded_by
        ],
    )
    own = attrs.evolve(state, succeeds=(*state.succeeds, other.code))
    return added(None, world, own)


@fault(
    "SMT365",
    "SMT371",
    "SMT301",
    "SMT352",
    "SMT401",
    "SMT307",
    "SMT423",
    "SMT358",
    "SMT356",
    "SMT354",
    "SMT504",
)
def founded_in_the_future(draw, world):
    bodies = [b for b in _founded(world) if b.id not in ("NAM", "CICA")]
    return swapped("since", world, pick(draw, bodies), since=LATER)


@fault("SMT366")
def dormant_before_its_founding(draw, world):
    organization = pick(draw, _founded(world))
    days = draw(st.integers(400, 4000))
    since = shifted(organization.since, -days)
    asleep = Spell(
        since=since, until=shifted(organization.since, -draw(st.integers(1, 30)))
    )
    return swapped("dormant[0].since", world, organization, dormant=[asleep])


# -- events --------------------------------------------------------------------------


def _summits(world):
    return [s for s in of_kind(world, Summit) if s.since is not None]


@fault("SMT401", "SMT504")
def a_summit_before_its_body(draw, world):
    body = pick(draw, ["CICA", "UN", "NAM"])
    founded = world.organization(body).since
    since = shifted(founded, -draw(st.integers(40, 300)))
    place = Place(city="Geneva", state="CHE")
    return added(
        None,
        world,
        summit_of(
            draw, world, organizations=[body], since=since, until=None, place=place
        ),
    )


@fault("SMT402", "SMT404", "SMT403")
def a_host_that_was_not_there(draw, world):
    gone = pick(draw, ["SUN", "CSK", "DDR", "YMD", "YUG"])
    place = Place(state=gone)
    return added(None, world, summit_of(draw, world, host=gone, place=place))


@fault("SMT403", "SMT404", "SMT422")
def a_place_in_a_state_that_was_not_there(draw, world):
    summit = pick(draw, [s for s in _summits(world) if str(s.since) > "1995" and s.place])
    gone = pick(draw, ["SUN", "CSK", "DDR", "YMD"])
    place = attrs.evolve(summit.place, state=gone)
    return swapped(None, world, summit, place=place)


@fault("SMT404", "SMT422")
def a_host_elsewhere(draw, world):
    summit = pick(
        draw, [s for s in _summits(world) if s.host and s.place and s.place.state]
    )
    other = pick(draw, ["CHE", "SWE", "MNG"])
    place = Place(city="Planted", state=other)
    return swapped(None, world, summit, place=place)


def _numbered(world):
    return [
        s for s in _summits(world) if s.number is not None and "NAM" in s.organizations
    ]


@fault("SMT405", "SMT406")
def a_summit_out_of_order(draw, world):
    summits = [s for s in _numbered(world) if s.kind == "ordinary"]
    summit = pick(draw, summits[:-3])
    catalog, _new = swap(world, summit, number=99)
    return Planted(catalog, tuple(catalog.summits.of("NAM")), None)


@fault("SMT406", "SMT405")
def two_summits_of_one_number(draw, world):
    summits = [s for s in _numbered(world) if s.kind == "ordinary"]
    place = draw(st.integers(0, len(summits) - 2))
    catalog, _ = swap(world, summits[place], number=summits[place + 1].number)
    return Planted(catalog, tuple(catalog.summits.of("NAM")), None)


@fault("SMT407", "SMT405", "SMT406", "SMT429")
def two_summits_at_once(draw, world):
    summits = [
        s
        for s in dated(world, Summit)
        if s.happened == "held"
        and s.place
        and s.place.city
        and not {*s.place.city.split()} & {*s.name.split()}
    ]
    summit = pick(draw, summits)
    place = attrs.evolve(summit.place, city="Elsewhere")
    again = attrs.evolve(
        summit, id="planted", place=place, number=None, delegations=(), outcomes=()
    )
    planted = added(None, world, again)
    return planted._replace(record=(again, summit))


@fault("SMT408", "SMT504")
def held_in_the_future(draw, world):
    return added(None, world, summit_of(draw, world, since=LATER, until=None))


@fault("SMT409")
def planned_for_the_past(draw, world):
    kind = pick(draw, [summit_of, meeting_of])
    return added(None, world, kind(draw, world, happened="planned"))


@fault("SMT410")
def what_a_cancelled_meeting_led_to(draw, world):
    kind = pick(draw, [summit_of, meeting_of])
    fate = pick(draw, ["cancelled", "postponed"])
    outcomes = [Outcome(title="A planted declaration")]
    return added(None, world, kind(draw, world, happened=fate, outcomes=outcomes))


@fault("SMT412")
def a_summit_of_months(draw, world):
    summit = summit_of(draw, world)
    until = shifted(summit.since, draw(st.integers(40, 300)))
    return added(None, world, attrs.evolve(summit, until=until))


@fault("SMT413")
def adopted_before_the_meeting(draw, world):
    kind = pick(draw, [summit_of, meeting_of])
    meeting = kind(draw, world)
    when = shifted(meeting.since, -draw(st.integers(2, 900)))
    outcomes = [Outcome(title="A planted declaration", date=when)]
    return added(None, world, attrs.evolve(meeting, outcomes=outcomes))


@fault("SMT414")
def a_summit_of_nobody(draw, world):
    summit = pick(draw, [s for s in _summits(world) if s.number is None])
    return swapped(None, world, summit, organizations=[])


@fault("SMT415")
def held_nobody_knows_when(draw, world):
    kind = pick(draw, [summit_of, meeting_of])
    return added(None, world, kind(draw, world, since=None, until=None))


@fault("SMT421")
def on_the_sidelines_of_last_year(draw, world):
    meeting = pick(draw, [m for m in of_kind(world, BilateralMeeting) if m.sidelines_of])
    summit = world.summits[meeting.sidelines_of]
    since = shifted(summit.since, pick(draw, [-1, 1]) * draw(st.integers(20, 600)))
    return swapped(None, world, meeting, since=since)


@fault("SMT422")
def on_the_sidelines_elsewhere(draw, world):
    meeting = pick(draw, [m for m in of_kind(world, BilateralMeeting) if m.sidelines_of])
    place = Place(city="Oslo", state="NOR")
    return swapped(None, world, meeting, place=place)


@fault("SMT423", "SMT424")
def a_delegation_of_a_state_that_was_not_there(draw, world):
    meeting = pick(draw, of_kind(world, BilateralMeeting))
    place = draw(st.integers(0, 1))
    there = list(meeting.delegations)
    there[place] = Delegation(state=pick(draw, ["SUN", "CSK", "DDR", "YMD"]))
    return swapped(None, world, meeting, delegations=there)


@fault("SMT424")
def met_who_was_not_at_the_summit(draw, world):
    meeting = pick(draw, [m for m in of_kind(world, BilateralMeeting) if m.sidelines_of])
    place = draw(st.integers(0, 1))
    there = list(meeting.delegations)
    there[place] = Delegation(state=pick(draw, ["CHE", "SWE", "FRA"]))
    return swapped(None, world, meeting, delegations=there)


@fault("SMT425")
def a_head_of_organization_for_a_state(draw, world):
    person = Representative(name="Somebody Else", level="head_of_organization")
    one, other = two_states(draw)
    there = [Delegation(state=one, representatives=[person]), Delegation(state=other)]
    return added(None, world, meeting_of(draw, world, delegations=there))


@fault("SMT426")
def a_telephone_call_in_person(draw, world):
    way = pick(draw, ["phone", "video"])
    return added(
        None, world, meeting_of(draw, world, format=way, modality="in_person", place=None)
    )


@fault("SMT428", "SMT429")
def a_meeting_recorded_twice(draw, world):
    one = meeting_of(draw, world)
    turned = tuple(reversed(one.delegations))
    again = attrs.evolve(one, id="planted-again", delegations=turned)
    catalog = world | Catalog([one, again])
    return Planted(catalog, (one, again), None)


@fault("SMT429")
def one_person_in_two_places(draw, world):
    person = Representative(name="Somebody Else", person_id="Q4242")
    one, other = two_states(draw)
    home, away = Delegation(state=one, representatives=[person]), Delegation(state=other)
    there = [home, away]
    far = Place(city="Ulaanbaatar", state="MNG")
    one = meeting_of(draw, world, delegations=there)
    again = [home, Delegation(state="MNG")]
    other = attrs.evolve(one, id="planted-too", delegations=again, place=far)
    return Planted(world | Catalog([one, other]), (one, other), None)


@fault("SMT430")
def one_person_on_both_sides(draw, world):
    person = Representative(name="Somebody Else")
    there = [Delegation(state=s, representatives=[person]) for s in two_states(draw)]
    return added(None, world, meeting_of(draw, world, delegations=there))


# -- provenance ----------------------------------------------------------------------


@fault("SMT501", "SMT502")
def a_record_without_a_source(draw, world):
    kind = pick(draw, [MemberState, Organization, Summit, BilateralMeeting, Chairmanship])
    return swapped("sources", world, pick(draw, of_kind(world, kind)), sources=())


@fault("SMT502")
def a_source_that_nobody_names(draw, world):
    source = Source(
        id="planted", title="Planted", publisher="P", url="https://example.org/planted"
    )
    return added(None, world, source)


@fault("SMT503", "SMT504")
def consulted_before_it_was_published(draw, world):
    source = pick(draw, of_kind(world, Source))
    return swapped(None, world, source, published="2026-05-06", consulted="2026-05-04")


@fault("SMT504", "SMT502")
def known_before_it_happened(draw, world):
    old = Source(
        id="planted",
        title="Planted",
        publisher="P",
        url="https://example.org/planted",
        published="1939",
    )
    spell = pick(draw, lone_spells(world))
    catalog, new = swap(world, spell, sources=["planted"])
    return Planted(catalog | Catalog([old]), new, None)


@fault("SMT506", "SMT502")
def years_padded_to_days(draw, world):
    body = _own(world, since="1950")
    years = draw(st.lists(st.integers(1960, 2010), min_size=6, max_size=12, unique=True))
    codes = [
        "CHE",
        "NOR",
        "SWE",
        "FRA",
        "BEL",
        "NLD",
        "LUX",
        "ITA",
        "ESP",
        "PRT",
        "GRC",
        "IRL",
    ]
    spells = [
        MemberState(
            organization=NOWHERE,
            state=code,
            since=f"{year}-01-01",
            sources=[cited(world)],
        )
        for code, year in zip(codes, years, strict=False)
    ]
    return Planted(world | Catalog([body, *spells]), (body, *spells), None)


@fault("SMT507", "SMT502")
def a_source_that_nobody_finds(draw, world):
    source = pick(draw, of_kind(world, Source))
    return swapped(None, world, source, url=None, publisher=None)


@fault("SMT511")
def expected_what_does_not_come(draw, world):
    record = pick(draw, [r for r in world if not r.expected])
    code = pick(draw, ["SMT203", "SMT202", "SMT999"])
    expected = [summitry.Expectation(rule=code, reason="planted")]
    return swapped("expected[0]", world, record, expected=expected)
