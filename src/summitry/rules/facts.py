"""A catalogue as rules look at it: each index is made once, when the first rule asks."""

from __future__ import annotations

import functools

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from summitry.catalog.context import key_of
from summitry.model import (
    BilateralMeeting,
    Chairmanship,
    MemberOrganization,
    Membership,
    MemberState,
    Organization,
    Summit,
)
from summitry.states import State, all_states
from summitry.values import Answer, Precision
from summitry.values.partial_date import LAST_DAY


if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitry.catalog import Catalog, Sourced
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


class Facts:
    """A catalogue, indexed for rules.

    Args:
        catalog: What is checked.
        possible: Whether breaches are wanted that are possible and not certain.
    """

    def __init__(self, catalog: Catalog, *, possible: bool = False) -> None:
        self.catalog = catalog
        self.possible = possible
        self.as_of = catalog.as_of
        self.today: int = LAST_DAY if self.as_of is None else self.as_of.last_ordinal
        """The last day of which the catalogue can know, as an ordinal."""
        self.still: int = LAST_DAY if self.as_of is None else self.as_of.first_ordinal
        """The day, as an ordinal, as of which what has no end still holds."""
        self.organizations: dict[str, Organization] = {
            each.id: each for each in catalog.organizations
        }
        self.memberships: tuple[Membership, ...] = tuple(catalog.memberships)
        self.chairmanships: tuple[Chairmanship, ...] = tuple(catalog.chairmanships)
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
    def state_spells(self) -> tuple[tuple[Dated, State], ...]:
        """The spells of states, each with its state."""
        states = self.states
        return tuple(
            (each, states[each.spell.state])
            for each in self.dated
            if isinstance(each.spell, MemberState)
        )

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
    def summits_of(self) -> dict[str, list[Summit]]:
        """The summits of each organization, by its id, in time."""
        found: dict[str, list[Summit]] = {}
        for summit in sorted(self.summits):
            for organization in summit.organizations:
                found.setdefault(organization, []).append(summit)
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
    def lifetimes(self) -> dict[str, Bounds]:
        """The days between which each organization exists, by its id."""
        return {key: each.bounds(LAST_DAY) for key, each in self.organizations.items()}

    @functools.cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every place in which a record names an organization by its id."""
        return tuple(_mentions(self))

    @functools.cached_property
    def sourced(self) -> tuple[Sourced, ...]:
        """Every record that names sources."""
        return tuple(record for record in self.catalog if isinstance(record, _SOURCED))


_SOURCED = (Organization, Membership, Chairmanship, Summit, BilateralMeeting, State)

_by_time = attrgetter("first", "last")


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


def when(day: PartialDate) -> str:
    """Return a date as a sentence has it.

    Example:
        >>> from summitry import PartialDate
        >>> when(PartialDate("1961-09-01")), when(PartialDate("1961"))
        ('on 1961-09-01', 'in 1961')
    """
    return f"{'on' if day.precision is Precision.DAY else 'in'} {day}"


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
