"""A catalogue as columns of numbers, made once and asked for years."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from summitry.catalog.coverage import covered
from summitry.model import CoverageOf, MemberState, Status
from summitry.values.partial_date import FIRST_DAY, LAST_DAY

from .vocabulary import StateSystem, YearRule
from .years import Ranges, earliest_and_latest


if TYPE_CHECKING:
    from collections.abc import Iterable

    from summitry.catalog import Catalog
    from summitry.model import Organization
    from summitry.states import State, StateNumber
    from summitry.values import Spell

    from .years import Ints


STATUSES = tuple(Status)
"""The statuses; of two in one year the earlier in this order is told."""


_ALWAYS = (FIRST_DAY, LAST_DAY)


class Columns(NamedTuple):
    """The spells of states, a column a property.

    Attributes:
        party: The number of each spell's pair of a state and an organization.
        status: The number of its status.
        first: The first day on which it possibly held, as an ordinal.
        last: The last such day.
        sure_first: The first day on which it surely held.
        sure_last: The last such day.
    """

    party: Ints
    status: Ints
    first: Ints
    last: Ints
    sure_first: Ints
    sure_last: Ints


class Grid:
    """The memberships of a catalogue by state, organization and year.

    A pair of a state and an organization has the number *state × organizations +
    organization*, each by its place in :attr:`states` and :attr:`organizations`.

    Args:
        catalog: The catalogue.
    """

    def __init__(self, catalog: Catalog) -> None:
        spells = [m for m in catalog.memberships if isinstance(m, MemberState)]
        known = dict.fromkeys(catalog.organizations.ids)
        known.update(dict.fromkeys(spell.organization for spell in spells))
        self.organizations: tuple[str, ...] = tuple(known)
        self.states: tuple[str, ...] = tuple(sorted(catalog.states.ids))
        self.organization_places: dict[str, int] = {
            o: i for i, o in enumerate(self.organizations)
        }
        self.state_places: dict[str, int] = {s: i for i, s in enumerate(self.states)}
        self._catalog = catalog
        self._still = LAST_DAY if catalog.as_of is None else catalog.as_of.first_ordinal
        self._spells = self._columns(spells)
        self._kept: dict[object, Ranges] = {}
        self._numbers: dict[StateSystem, tuple[Numbered, ...]] = {}
        self._apart: dict[StateSystem, Ints] = {}

    def _columns(self, spells: list[MemberState]) -> Columns:
        width = len(self.organizations)
        places, own = self.state_places, self.organization_places
        ranks = {status: i for i, status in enumerate(STATUSES)}
        still = self._still
        rows = [
            (
                places[m.state] * width + own[m.organization],
                ranks[m.status],
                *earliest_and_latest(m.since, m.until, still=still),
            )
            for m in spells
        ]
        table = np.array(rows, np.int64).reshape(len(rows), len(Columns._fields))
        return Columns(*table.T)

    # -- what held in which years ----------------------------------------------------

    def belonging(self, status: Status, rule: YearRule, *, sure: bool) -> Ranges:
        """Return the years in which each pair belonged with a status, by a rule.

        Args:
            status: The status.
            rule: The rule.
            sure: Whether the years in which it surely did, or in which it may have.
        """
        key = (status, rule, sure)
        found = self._kept.get(key)
        if found is None:
            spells = self._spells
            kept = spells.status == STATUSES.index(status)
            first, last = (
                (spells.sure_first, spells.sure_last)
                if sure
                else (spells.first, spells.last)
            )
            days = Ranges(spells.party[kept], first[kept], last[kept])
            found = self._kept[key] = days.in_years(rule)
        return found

    def existing(self, rule: YearRule) -> Ranges:
        """Return the years in which each organization may have existed, by a rule."""
        key = ("existing", rule)
        found = self._kept.get(key)
        if found is None:
            days = []
            for place, body in self._bodies():
                if body is None:
                    days.append((place, *_ALWAYS))
                else:
                    days += [(place, *each) for each in _awake(body, *self._days(body))]
            found = self._kept[key] = _ranges(days).in_years(rule)
        return found

    def complete(self, kind: CoverageOf, rule: YearRule) -> Ranges:
        """Return the years for which each organization's records of a kind are complete.

        Args:
            kind: The kind.
            rule: For a rule about one day of a year, that day is enough.
        """
        whole = YearRule.ALL if rule is YearRule.ANY else rule
        key = (kind, whole)
        found = self._kept.get(key)
        if found is None:
            as_of = self._catalog.as_of
            days = [
                (place, *span)
                for place, body in self._bodies()
                for span in covered(body, kind, as_of).spells
            ]
            found = self._kept[key] = _ranges(days).in_years(whole)
        return found

    def there(self, system: StateSystem, rule: YearRule) -> Ranges:
        """Return the years in which each state was in a system of states, by a rule."""
        key = (system, rule)
        found = self._kept.get(key)
        if found is None:
            days = [(n.place, n.first, n.last) for n in self.numbers(system)]
            found = self._kept[key] = _ranges(days).in_years(rule)
        return found

    def living(self, rule: YearRule) -> Ranges:
        """Return the years in which each state existed, by a rule; of territories, none."""
        key = ("living", rule)
        found = self._kept.get(key)
        if found is None:
            days = [
                (self.state_places[state.code], first, last)
                for state in self._catalog.states
                for first, last in self._existed(state)
            ]
            found = self._kept[key] = _ranges(days).in_years(rule)
        return found

    def numbers(self, system: StateSystem) -> tuple[Numbered, ...]:
        """Return the spells of states in a system, each with the number borne, in order."""
        found = self._numbers.get(system)
        if found is None:
            rows = [
                Numbered(self.state_places[state.code], *each)
                for state in self._catalog.states
                for each in self._in_system(state, system)
            ]
            found = self._numbers[system] = tuple(rows)
        return found

    def numbered(self, system: StateSystem, states: Ints, first: int, last: int) -> Ints:
        """Return years × states: the number that each bore, the later one of two; or 0.

        Args:
            system: The system.
            states: The places of the states.
            first: The first year.
            last: The last year.
        """
        found = np.zeros((last - first + 1, len(states)), np.int64)
        numbers = self.numbers(system)
        owners = np.array([n.place for n in numbers], np.int64)
        places = places_of(states, owners)
        for i in np.flatnonzero(places >= 0):
            place, borne = places[i], numbers[i]
            since = date.fromordinal(borne.first).year - first
            until = date.fromordinal(borne.last).year - first
            if until >= 0:
                found[max(since, 0) : until + 1, place] = borne.number
        return found

    def apart(self, system: StateSystem) -> Ints:
        """Return where a state and an organization share a year, and no day of it.

        Returns:
            A row for each: the year, the state's place, the organization's place.
        """
        found = self._apart.get(system)
        if found is None:
            states = _parts_of_years(
                (n.place, n.first, n.last) for n in self.numbers(system)
            )
            bodies = _parts_of_years(
                (place, *self._days(body)) for place, body in self._bodies() if body
            )
            rows = [
                (year, state, body)
                for year, present in states.items()
                for state, since, until in present
                for body, founded, ended in bodies.get(year, ())
                if until < founded or ended < since
            ]
            found = self._apart[system] = np.array(rows, np.int64).reshape(len(rows), 3)
        return found

    def _in_system(
        self, state: State, system: StateSystem
    ) -> Iterable[tuple[int, int, int]]:
        existed = self._existed(state)
        if system is StateSystem.ISO:
            if state.alpha_3 is None:
                return []
            # A territory has its code all the time.
            always = () if state.existed else (_ALWAYS,)
            return [(*each, 0) for each in (*existed, *always)]
        borne: tuple[StateNumber, ...] = (
            state.cow_numbers if system is StateSystem.COW else state.gw_numbers
        )
        found = []
        for number in borne:
            first, last = self._days(number)
            found += [
                (max(first, since), min(last, until), number.number)
                for since, until in (existed if state.existed else (_ALWAYS,))
                if max(first, since) <= min(last, until)
            ]
        return found

    def _existed(self, state: State) -> list[tuple[int, int]]:
        return [self._days(spell) for spell in state.existed]

    def _days(self, spell: Spell) -> tuple[int, int]:
        """Return the first and the last day on which a spell possibly held."""
        return spell.bounds(self._still)[:2]

    def _bodies(self) -> Iterable[tuple[int, Organization | None]]:
        """Yield the organizations; one that is only mentioned is ``None``."""
        held = self._catalog.organizations
        return ((i, held.get(o)) for i, o in enumerate(self.organizations))


class Numbered(NamedTuple):
    """A stretch of days for which a state was in a system, and its number there.

    Attributes:
        place: The state's place in the grid.
        first: The first day.
        last: The last day.
        number: Its number; 0 where the system has none.
    """

    place: int
    first: int
    last: int
    number: int


def _awake(body: Organization, first: int, last: int) -> Iterable[tuple[int, int]]:
    """Yield the days of an organization's time on which it was not surely dormant."""
    for spell in sorted(body.dormant):
        _, _, asleep, awake = earliest_and_latest(
            spell.since, spell.until, still=LAST_DAY
        )
        if first < asleep <= awake < last:
            yield first, asleep - 1
            first = awake + 1
    yield first, last


def _parts_of_years(
    spans: Iterable[tuple[int, int, int]],
) -> dict[int, list[tuple[int, int, int]]]:
    """Return, by year, what was there for a part of it: a place, first and last day.

    What came back in the same year is taken to have been there between.
    """
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for place, first, last in spans:
        for day in {first, last}:
            year = date.fromordinal(day).year
            begins, ends = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
            part = (max(first, begins), min(last, ends))
            known = found.get((place, year), part)
            found[place, year] = (min(part[0], known[0]), max(part[1], known[1]))
    by_year: dict[int, list[tuple[int, int, int]]] = {}
    for (place, year), part in found.items():
        by_year.setdefault(year, []).append((place, *part))
    return by_year


def places_of(chosen: Ints, places: Ints) -> Ints:
    """Return which of some chosen places each place is: its index, or -1 for none.

    Example:
        >>> places_of(np.array([7, 3]), np.array([3, 5, 7])).tolist()
        [1, -1, 0]
    """
    most = int(max(chosen.max(initial=0), places.max(initial=0))) + 1
    index = np.full(most, -1, np.int64)
    index[chosen] = np.arange(len(chosen))
    return index[places]


def _ranges(rows: list[tuple[int, int, int]]) -> Ranges:
    table = np.array(rows, np.int64).reshape(len(rows), len(Ranges._fields))
    return Ranges(*table.T)
