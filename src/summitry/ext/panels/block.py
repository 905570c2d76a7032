"""Some years of a panel as arrays: years × states × organizations."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from summitry.model import Status
from summitry.model.vocabulary.organizations import covering

from .grid import places_of
from .vocabulary import StateSystem, YearRule
from .years import Ranges


if TYPE_CHECKING:
    import numpy.typing as npt

    from .grid import Grid
    from .years import Ints

    Bools: TypeAlias = npt.NDArray[np.bool_]


class Choice(NamedTuple):
    """What a panel is about.

    Attributes:
        states: The places of the states in the grid, in order.
        organizations: The places of the organizations, in order.
        statuses: The statuses that count.
        rule: What it takes to have belonged in a year.
        system: Which states there were; ``None`` for all that existed or belonged.
    """

    states: Ints
    organizations: Ints
    statuses: tuple[Status, ...]
    rule: YearRule
    system: StateSystem | None


class Block:
    """What is known of the memberships in some years that follow each other.

    The arrays are of truth values, by year and state, by year and organization, or by
    all three.

    Args:
        grid: The catalogue.
        choice: What the panel is about.
        first: The first year.
        last: The last year.
    """

    def __init__(self, grid: Grid, choice: Choice, first: int, last: int) -> None:
        self._grid = grid
        self._choice = choice
        self.first = first
        self.last = last
        self._sure: dict[Status, Bools] = {}
        self._possible: dict[Status, Bools] = {}
        self._numbers: Ints | None = None

    @cached_property
    def exists(self) -> Bools:
        """Which organizations may have existed."""
        existing = self._grid.existing(self._choice.rule)
        return self._filled(existing, self._choice.organizations)

    @cached_property
    def there(self) -> Bools:
        """Which states have a row."""
        choice = self._choice
        if choice.system is not None:
            there = self._grid.there(choice.system, choice.rule)
            return self._filled(there, choice.states)
        living = self._filled(self._grid.living(choice.rule), choice.states)
        return living | self.any_sure.any(axis=2)

    def sure(self, status: Status) -> Bools:
        """Return where a state surely belonged with a status."""
        return self._belonging(status, self._sure, sure=True)

    def possible(self, status: Status) -> Bools:
        """Return where a state may have belonged with a status, by what is recorded."""
        return self._belonging(status, self._possible, sure=False)

    @cached_property
    def any_sure(self) -> Bools:
        """Where a state surely belonged with one of the statuses."""
        return _any([self.sure(status) for status in self._choice.statuses])

    @cached_property
    def any_possible(self) -> Bools:
        """Where a state may have belonged with one of them, by what is recorded."""
        return _any([self.possible(status) for status in self._choice.statuses])

    def conceivable(self, status: Status) -> Bools:
        """Return where a state may have belonged with a status, for all that is known.

        That is what is recorded as possible, and all where the records are not complete.
        """
        return self._opened(self.possible(status), self.uncovered(status))

    @cached_property
    def any_conceivable(self) -> Bools:
        """Where a state may have belonged with one of them, for all that is known."""
        return self._opened(self.any_possible, self.uncovered(*self._choice.statuses))

    def numbers(self, system: StateSystem) -> Ints:
        """Return the numbers of the states in a system, by year and state; 0 for none."""
        if self._numbers is None:
            states = self._choice.states
            self._numbers = self._grid.numbered(system, states, self.first, self.last)
        return self._numbers

    def uncovered(self, *statuses: Status) -> Bools:
        """Return which organizations' records of a status are not known to be complete.

        One that did not exist is not among them.
        """
        kinds = {covering(status) for status in statuses}
        complete = _all(
            [
                self._filled(
                    self._grid.complete(kind, self._choice.rule),
                    self._choice.organizations,
                )
                for kind in sorted(kinds)
            ]
        )
        return self.exists & ~complete

    @cached_property
    def apart(self) -> tuple[Ints, Ints, Ints]:
        """Where state and organization both have the year, and no day in common.

        Zanzibar was gone when INTELSAT was founded later in 1964. Given as the indexes of
        year, state and organization.
        """
        choice = self._choice
        if choice.rule is not YearRule.ANY or choice.system is None:
            return _NOWHERE
        years, states, organizations = self._grid.apart(choice.system).T
        years = years - self.first
        states = places_of(choice.states, states)
        organizations = places_of(choice.organizations, organizations)
        kept = (years >= 0) & (years <= self.last - self.first)
        kept &= (states >= 0) & (organizations >= 0)
        return years[kept], states[kept], organizations[kept]

    def _opened(self, possible: Bools, uncovered: Bools) -> Bools:
        if not uncovered.any():
            return possible
        opened = possible | uncovered[:, None, :]
        opened[self.apart] = possible[self.apart]
        return opened

    def _belonging(
        self, status: Status, kept: dict[Status, Bools], *, sure: bool
    ) -> Bools:
        found = kept.get(status)
        if found is None:
            ranges = self._grid.belonging(status, self._choice.rule, sure=sure)
            found = kept[status] = self._filled_pairs(ranges)
        return found

    def _filled(self, ranges: Ranges, places: Ints) -> Bools:
        """Return in which years each of some things has one of the ranges."""
        return self._marked(ranges, places_of(places, ranges.owner), len(places))

    def _filled_pairs(self, ranges: Ranges) -> Bools:
        """Return in which years each pair of a state and an organization has one."""
        choice = self._choice
        width = len(self._grid.organizations)
        ranges = _of_states(ranges, choice.states, width)
        states = places_of(choice.states, ranges.owner // width)
        organizations = places_of(choice.organizations, ranges.owner % width)
        wanted = (states >= 0) & (organizations >= 0)
        places = np.where(wanted, states * len(choice.organizations) + organizations, -1)
        shape = (len(choice.states), len(choice.organizations))
        flat = self._marked(ranges, places, shape[0] * shape[1])
        return flat.reshape(-1, *shape)

    def _marked(self, ranges: Ranges, places: Ints, width: int) -> Bools:
        """Return years × places, true within the ranges.

        Ranges of one thing never overlap, so a step up where one begins and a step down
        behind its end leave nothing but ones and zeros.
        """
        years = self.last - self.first + 1
        begins = np.clip(ranges.first - self.first, 0, years)
        ends = np.clip(ranges.last - self.first + 1, 0, years)
        kept = (places >= 0) & (begins < ends)
        begins, ends, places = begins[kept], ends[kept], places[kept]
        steps = np.zeros((years + 1, width), np.int8)
        # Where one range ends as the next begins, both steps fall on one place.
        np.add.at(steps, (begins, places), 1)
        np.add.at(steps, (ends, places), -1)
        np.cumsum(steps, axis=0, out=steps)
        return steps[:-1].view(np.bool_)


_NONE = np.empty(0, np.int64)
_NOWHERE = (_NONE, _NONE, _NONE)


def _of_states(ranges: Ranges, states: Ints, width: int) -> Ranges:
    """Return the ranges of a few states, which stand together, and of many all ranges."""
    if len(states) > FEW:
        return ranges
    starts = np.searchsorted(ranges.owner, states * width)
    stops = np.searchsorted(ranges.owner, states * width + width)
    spans = [np.arange(a, b) for a, b in zip(starts, stops, strict=True)]
    places = np.concatenate([_NONE, *spans])
    return Ranges(*(column[places] for column in ranges))


FEW = 16
"""Of no more parties than this, each is worth being looked at by itself."""


def _any(arrays: list[Bools]) -> Bools:
    return arrays[0] if len(arrays) == 1 else np.logical_or.reduce(arrays)


def _all(arrays: list[Bools]) -> Bools:
    return arrays[0] if len(arrays) == 1 else np.logical_and.reduce(arrays)
