"""A catalogue as rules look at it: each index is made once, when the first rule asks."""

from __future__ import annotations

import functools

from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from summitry.catalog.context import key_of
from summitry.model import (
    Appointment,
    BilateralMeeting,
    Chairmanship,
    MemberOrganization,
    Membership,
    Organization,
    Summit,
)
from summitry.model.vocabulary.memberships import Entry, Exit
from summitry.states import State, all_states
from summitry.values import Answer, Precision
from summitry.values.partial_date import FIRST_DAY, LAST_DAY


if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitry.catalog import Catalog, Sourced
    from summitry.model import Chair, Representative, Source
    from summitry.values import PartialDate, Record
    from summitry.values.period import Bounds


class Dated(NamedTuple):
    """A spell in an organization, with the days that matter as ordinals.

    Attributes:
        spell: The record.
        party: The key of the party: a state's code, or ``@`` and an organization's id.
        first: The first day on which it possibly holds.
        last: The last day on which it possibly holds.
        sure_first: The first day on which it certainly holds …
        sure_last: … and the last; there is none where this is before the former.
    """

    spell: Membership
    party: str
    first: int
    last: int
    sure_first: int
    sure_last: int


class Change(NamedTuple):
    """A spell that ends as its status or standing changes, with what may come next.

    Attributes:
        spell: The record.
        until: Its last day.
        after: The spells of the party in the same body any of which may be the next.
    """

    spell: Membership
    until: PartialDate
    after: list[Dated]


class Mention(NamedTuple):
    """A place in which a record names another.

    Attributes:
        record: The record that names.
        field: Where in it, such as ``delegations[1].organization``.
        key: The id that stands there.
    """

    record: Record
    field: str
    key: str


class Appearance(NamedTuple):
    """A place in which a record names a person.

    Attributes:
        record: The record that names.
        field: Where in it, such as ``chairs[0].``; empty for the record itself.
        person: Who stands there, with name, post and id.
    """

    record: Record
    field: str
    person: Chair | Representative | Appointment

    def at(self, name: str) -> str:
        """Return the path of a field of the person in the record."""
        return f"{self.field}.{name}" if self.field else name


class Gathering(NamedTuple):
    """A summit or a bilateral meeting, with the days that matter as ordinals.

    Attributes:
        meeting: The record.
        first: The first day on which it possibly takes place.
        last: The last day on which it possibly does.
        sure_first: The first day on which it certainly does …
        sure_last: … and the last; there is none where this is before the former.
    """

    meeting: Summit | BilateralMeeting
    first: int
    last: int
    sure_first: int
    sure_last: int


class Facts:
    """A catalogue, indexed for rules.

    Args:
        catalog: What is checked.
        possible: Whether breaches are wanted that are possible and not certain.
    """

    def __init__(self, catalog: Catalog, *, possible: bool = False) -> None:
        self.catalog = catalog
        self.possible = possible
        self.as_of: PartialDate | None = catalog.as_of
        self.today: int = LAST_DAY if self.as_of is None else self.as_of.last_ordinal
        """The last day of which the catalogue can know, as an ordinal."""
        self.still: int = LAST_DAY if self.as_of is None else self.as_of.first_ordinal
        """The day, as an ordinal, as of which what has no end still holds."""
        self.organizations: dict[str, Organization] = {
            each.id: each for each in catalog.organizations
        }
        self.memberships: tuple[Membership, ...] = tuple(catalog.memberships)
        self.chairmanships: tuple[Chairmanship, ...] = tuple(catalog.chairmanships)
        self.appointments: tuple[Appointment, ...] = tuple(catalog.appointments)
        self.summits: tuple[Summit, ...] = tuple(catalog.summits)
        self.meetings: tuple[BilateralMeeting, ...] = tuple(catalog.meetings)

    def wants(self, answer: Answer) -> bool:
        """Whether a breach with this answer is to be given."""
        return answer is Answer.CERTAIN or (self.possible and answer is Answer.POSSIBLE)

    @functools.cached_property
    def states(self) -> dict[str, State]:
        """Every state by its code, the catalogue's own before the bundled."""
        every: dict[str, State] = {each.code: each for each in all_states()}
        every.update((each.code, each) for each in self.own_states)
        return every

    @functools.cached_property
    def own_states(self) -> tuple[State, ...]:
        """The states that are records of the catalogue."""
        return tuple(record for record in self.catalog if isinstance(record, State))

    @functools.cached_property
    def dated(self) -> tuple[Dated, ...]:
        """Every spell of a membership with its days."""
        still = self.still
        return tuple(
            Dated(spell, key_of(spell), *spell.bounds(still))
            for spell in self.memberships
        )

    @functools.cached_property
    def spells_of(self) -> dict[str, list[Dated]]:
        """The spells in each organization, by its id."""
        found: dict[str, list[Dated]] = {}
        for each in self.dated:
            found.setdefault(each.spell.organization, []).append(each)
        return found

    @functools.cached_property
    def spells_by(self) -> dict[tuple[str, str], list[Dated]]:
        """The spells of each party in each organization, by id and party, in time."""
        found: dict[tuple[str, str], list[Dated]] = {}
        for each in self.dated:
            found.setdefault((each.spell.organization, each.party), []).append(each)
        for spells in found.values():
            if len(spells) > 1:
                spells.sort(key=_by_time)
        return found

    @functools.cached_property
    def terms_of(self) -> dict[str, list[Chairmanship]]:
        """The terms in the chair of each organization, by its id, in time."""
        found: dict[str, list[Chairmanship]] = {}
        for term in self.chairmanships:
            found.setdefault(term.organization, []).append(term)
        for terms in found.values():
            terms.sort()
        return found

    @functools.cached_property
    def appointments_to(self) -> dict[tuple[str, str], list[Appointment]]:
        """The terms in each post, by the id of the organization and the post, in time."""
        found: dict[tuple[str, str], list[Appointment]] = {}
        for term in self.appointments:
            found.setdefault((term.organization, term.post), []).append(term)
        for terms in found.values():
            terms.sort()
        return found

    @functools.cached_property
    def existences(self) -> dict[str, tuple[Bounds, ...]]:
        """The days between which each state existed, by its code.

        Empty for a territory: nothing is said of when it was there.
        """
        return {
            code: tuple(spell.bounds(LAST_DAY) for spell in state.existed)
            for code, state in self.states.items()
        }

    @functools.cached_property
    def unlived(self) -> tuple[tuple[Dated, tuple[Bounds, ...]], ...]:
        """The spells not certainly within their state's last existence, with them all.

        Those of territories, of which no existence is known, are not among them.
        """
        lives = self.existences
        return tuple(
            (each, life)
            for each in self.dated
            if (life := lives.get(each.party))
            and (each.first < life[-1][2] or each.last > life[-1][3])
        )

    @functools.cached_property
    def lifetimes(self) -> dict[str, Bounds]:
        """The days between which each organization exists, by its id."""
        return {key: each.bounds(LAST_DAY) for key, each in self.organizations.items()}

    @functools.cached_property
    def predecessors(self) -> dict[str, set[str]]:
        """The states that each state succeeded, by its code, whichever of them says so."""
        found: dict[str, set[str]] = {}
        for code, state in self.states.items():
            for other in state.succeeds:
                if other != code:
                    found.setdefault(code, set()).add(other)
            for other in state.succeeded_by:
                if other != code:
                    found.setdefault(other, set()).add(code)
        return found

    @functools.cached_property
    def successors(self) -> dict[str, set[str]]:
        """The states that succeeded each state, by its code, whichever says so."""
        found: dict[str, set[str]] = {}
        for successor, codes in self.predecessors.items():
            for code in codes:
                found.setdefault(code, set()).add(successor)
        return found

    @functools.cached_property
    def entered(self) -> dict[Entry, list[Dated]]:
        """The spells of which it is said how they began, by that."""
        found: dict[Entry, list[Dated]] = {}
        for each in self.dated:
            if each.spell.entry is not None:
                found.setdefault(each.spell.entry, []).append(each)
        return found

    @functools.cached_property
    def left(self) -> dict[Exit, list[Dated]]:
        """The spells of which it is said how they ended, by that."""
        found: dict[Exit, list[Dated]] = {}
        for each in self.dated:
            if each.spell.exit is not None:
                found.setdefault(each.spell.exit, []).append(each)
        return found

    @functools.cached_property
    def changes(self) -> tuple[Change, ...]:
        """The spells that end as status or standing changes, with what may come next."""
        keys = {
            (each.spell.organization, each.party): None
            for way in _CHANGES
            for each in self.left.get(way, ())
        }
        return tuple(chain.from_iterable([_changes(self.spells_by[key]) for key in keys]))

    @functools.cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every place in which a record names an organization by its id."""
        return tuple(_mentions(self))

    @functools.cached_property
    def sourced(self) -> tuple[Sourced, ...]:
        """Every record that names sources."""
        return tuple(record for record in self.catalog if isinstance(record, _SOURCED))

    @functools.cached_property
    def sources(self) -> dict[str, Source]:
        """The sources of the catalogue, by their ids."""
        return {source.id: source for source in self.catalog.sources}

    @functools.cached_property
    def people(self) -> tuple[Appearance, ...]:
        """Every place in which a record names a person."""
        return tuple(_people(self))

    @functools.cached_property
    def all_meetings(self) -> tuple[Summit | BilateralMeeting, ...]:
        """Every summit and bilateral meeting."""
        return (*self.summits, *self.meetings)

    @functools.cached_property
    def gatherings(self) -> tuple[Gathering, ...]:
        """Every summit and bilateral meeting that has a first day, with its days."""
        return tuple(
            Gathering(meeting, *meeting.bounds(LAST_DAY))
            for meeting in self.all_meetings
            if meeting.since is not None
        )


_SOURCED = (
    Organization,
    Membership,
    Chairmanship,
    Appointment,
    Summit,
    BilateralMeeting,
    State,
)

_by_time = attrgetter("first", "last")

_CHANGES = (Exit.SUSPENDED, Exit.REINSTATED, Exit.STATUS_CHANGED)


def earlier(one: PartialDate, other: PartialDate) -> Answer:
    """Whether one day is before another.

    Example:
        >>> from summitry import PartialDate
        >>> earlier(PartialDate("1961"), PartialDate("1961-09-01"))
        <Answer.POSSIBLE: 1>
    """
    return Answer.of(
        possible=one.first_ordinal < other.last_ordinal,
        certain=one.last_ordinal < other.first_ordinal,
    )


def latest_beginning(each: Dated) -> int:
    """Return the last day, as an ordinal, on which a spell can have begun."""
    since = each.spell.since
    return each.last if since is None else since.last_ordinal


def when(day: PartialDate) -> str:
    """Return a date as a sentence has it.

    Example:
        >>> from summitry import PartialDate
        >>> when(PartialDate("1961-09-01")), when(PartialDate("1961"))
        ('on 1961-09-01', 'in 1961')
    """
    return f"{'on' if day.precision is Precision.DAY else 'in'} {day}"


def _changes(spells: list[Dated]) -> Iterator[Change]:
    """Yield the changes among the spells of a party in a body, which are in time."""
    reached = FIRST_DAY
    for place, each in enumerate(spells):
        spell, until = each.spell, each.spell.until
        if spell.exit in _CHANGES and until is not None:
            # Some that come first here may begin late, as far as is known.
            before = range(place) if reached >= until.first_ordinal else ()
            after: list[Dated] = []
            soonest = LAST_DAY
            for other in chain(before, range(place + 1, len(spells))):
                if spells[other].first > soonest:
                    break
                latest = latest_beginning(spells[other])
                if latest >= until.first_ordinal:
                    after.append(spells[other])
                    soonest = min(soonest, latest)
            yield Change(spell, until, after)
        reached = max(reached, latest_beginning(each))


def _mentions(facts: Facts) -> Iterator[Mention]:
    yield from _named_by_spells(facts)
    yield from _named_by_meetings(facts)
    for body in facts.organizations.values():
        if body.part_of is not None:
            yield Mention(body, "part_of", body.part_of)
        for place, key in enumerate(body.preceded_by):
            yield Mention(body, f"preceded_by[{place}]", key)


def _named_by_spells(facts: Facts) -> Iterator[Mention]:
    for spell in facts.memberships:
        yield Mention(spell, "organization", spell.organization)
        if isinstance(spell, MemberOrganization):
            yield Mention(spell, "member_organization", spell.party)
    for term in facts.chairmanships:
        yield Mention(term, "organization", term.organization)
        if term.chair_organization is not None:
            yield Mention(term, "chair_organization", term.chair_organization)
    for appointment in facts.appointments:
        yield Mention(appointment, "organization", appointment.organization)


def _named_by_meetings(facts: Facts) -> Iterator[Mention]:
    for summit in facts.summits:
        for place, key in enumerate(summit.organizations):
            yield Mention(summit, f"organizations[{place}]", key)
        if summit.chair is not None and summit.chair.organization is not None:
            yield Mention(summit, "chair.organization", summit.chair.organization)
    for meeting in (*facts.summits, *facts.meetings):
        for place, delegation in enumerate(meeting.delegations):
            if delegation.organization is not None:
                field = f"delegations[{place}].organization"
                yield Mention(meeting, field, delegation.organization)


def _people(facts: Facts) -> Iterator[Appearance]:
    for term in facts.chairmanships:
        for place, chair in enumerate(term.chairs):
            yield Appearance(term, f"chairs[{place}]", chair)
    for appointment in facts.appointments:
        yield Appearance(appointment, "", appointment)
    for summit in facts.summits:
        if summit.chair is not None:
            for place, person in enumerate(summit.chair.representatives):
                yield Appearance(summit, f"chair.representatives[{place}]", person)
    for meeting in (*facts.summits, *facts.meetings):
        for seat, delegation in enumerate(meeting.delegations):
            for place, person in enumerate(delegation.representatives):
                field = f"delegations[{seat}].representatives[{place}]"
                yield Appearance(meeting, field, person)
