"""Which state bore a number of COW's in a year, and the state system that a table has."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import attrs
import numpy as np

from summitry.codec.problems import Code
from summitry.errors import Problem, either
from summitry.states import State, StateNumber
from summitry.values import Name, Spell
from summitry.values.partial_date import LAST_DAY

from .codes import ABSENT, SHORT_NAMES
from .files import refused
from .sources import STATE_LIST, TABLES


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .cells import Bools, Cells, Codes, Ints, StateNames


class Keyed(NamedTuple):
    """A table by the keys of the states instead of COW's numbers.

    Attributes:
        keys: The keys of the states, in order.
        numbers: The number of each state, by state and year; 0 where it has no row.
        codes: The codes by state, body and year.
    """

    keys: tuple[str, ...]
    numbers: Ints
    codes: Codes

    @property
    def system(self) -> Bools:
        """The states that have a row, by state and year."""
        return self.numbers > 0


class _Bearer(NamedTuple):
    """A state that bore a number between two days."""

    first: int
    last: int
    key: str


def keyed(cells: Cells, states: Iterable[State]) -> Keyed:
    """Return a table by the keys of the states.

    Args:
        cells: The table.
        states: The states that may bear the numbers.

    Raises:
        DocumentError: a number that no state bears in a year, or two of one state.
    """
    bearers: dict[int, list[_Bearer]] = {}
    for state in states:
        for borne in state.cow_numbers:
            first, last, _, _ = borne.bounds(LAST_DAY)
            bearer = _Bearer(first, last, state.code)
            bearers.setdefault(borne.number, []).append(bearer)
    problems: list[Problem] = []
    runs: list[tuple[str, int, Ints]] = []
    for place, number in enumerate(cells.numbers.tolist()):
        known = sorted(bearers.get(number, ()))
        years: dict[str, list[int]] = {}
        for row in np.flatnonzero(cells.system[place]).tolist():
            year = int(cells.years[row])
            key = _bearer(known, year)
            if key is None:
                problems.append(_unknown(number, year, known, bearers))
                break
            years.setdefault(key, []).append(row)
        runs += [(key, place, np.array(found)) for key, found in years.items()]
    keys = tuple(sorted({key for key, _, _ in runs}))
    index = {key: place for place, key in enumerate(keys)}
    numbers = np.zeros((len(keys), len(cells.years)), np.int64)
    shape = (len(keys), len(cells.bodies), len(cells.years))
    codes = np.full(shape, ABSENT, np.int8)
    for key, place, at in runs:
        number = int(cells.numbers[place])
        twice = at[numbers[index[key], at] != 0].tolist()
        if twice:
            other = int(numbers[index[key], twice[0]])
            year = int(cells.years[twice[0]])
            message = (
                f"{other} and {number} have both a row in {year}, and are both {key}: "
                "a state has one row a year"
            )
            problems.append(Problem(Code.DUPLICATE_RECORD, "ccode", message, str(number)))
        numbers[index[key], at] = number
        codes[index[key]][:, at] = cells.codes[place, at].T
    if problems:
        raise refused(problems, "the tables of COW")
    return Keyed(keys, numbers, codes)


def _bearer(known: Sequence[_Bearer], year: int) -> str | None:
    """Return who bore a number in a year; in one of a change, the later bearer."""
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    there = [each.key for each in known if each.first <= last and first <= each.last]
    if there:
        return there[-1]
    ever = {each.key for each in known}
    return ever.pop() if len(ever) == 1 else None


def _unknown(
    number: int,
    year: int,
    known: Sequence[_Bearer],
    bearers: Mapping[int, Sequence[_Bearer]],
) -> Problem:
    near = sorted(bearers, key=lambda other: (abs(other - number), other))[:3]
    meant = [f"{other} ({bearers[other][-1].key})" for other in near]
    if known:
        message = (
            f"of {either(sorted({each.key for each in known}))} none bore the number "
            f"{number} in {year}"
        )
    else:
        message = (
            f"no state has the number {number}; did you mean {either(meant)}? Else give "
            "the state that bears it as states="
        )
    return Problem(Code.UNKNOWN_STATE, "ccode", message, str(number))


# -- the states of the catalogue -----------------------------------------------------


def own_states(
    table: Keyed, years: Ints, names: StateNames, states: Iterable[State]
) -> list[State]:
    """Return the states as the table has them: each with a number while it has a row.

    Every state with a number of COW's is among them; one that has no row has none.
    """
    places = {key: place for place, key in enumerate(table.keys)}
    listing = _Listing(table, years, names)
    found = []
    for state in states:
        place = places.get(state.code)
        if place is None:
            if state.cow_numbers:
                found.append(attrs.evolve(state, cow_numbers=(), sources=_CITED))
            continue
        spells = listing.spells(place)
        short = [
            Name(
                text=names.short[spell.number],
                language=SHORT_NAMES,
                since=spell.since,
                until=spell.until,
            )
            for spell in spells
            if spell.number in names.short
        ]
        found.append(
            attrs.evolve(
                state,
                cow_numbers=spells,
                existed=[Spell(since=each.since, until=each.until) for each in spells],
                names=(*state.names, *short),
                sources=_CITED,
            )
        )
    return found


def _runs(numbers: Ints) -> list[tuple[int, int]]:
    """Return the first and the last place of each run of one number."""
    edges = np.flatnonzero(np.diff(numbers, prepend=0, append=0)).tolist()
    return [(first, after - 1) for first, after in pairwise(edges) if numbers[first]]


_CITED = (TABLES.id, STATE_LIST.id)


class _Listing:
    """When states bore their numbers, to the day where COW's list of states knows it.

    Args:
        table: The table.
        years: Its years.
        names: What the files say of the states.
    """

    def __init__(self, table: Keyed, years: Ints, names: StateNames) -> None:
        self._table = table
        self._years = years
        self._spells = names.spells

    def spells(self, place: int) -> list[StateNumber]:
        """Return the numbers of a state."""
        return [self._spell(place, *run) for run in _runs(self._table.numbers[place])]

    def _spell(self, place: int, first: int, last: int) -> StateNumber:
        number = int(self._table.numbers[place, first])
        since, until = str(self._years[first]), str(self._years[last])
        begins, ends = self._borne(number, first - 1), self._borne(number, last + 1)
        for listed in self._spells.get(number, ()):
            if str(listed.since.year) == since and not begins:
                since = listed.since.isoformat()
        for listed in self._spells.get(number, ()):
            if str(listed.until.year) == until and not ends:
                until = listed.until.isoformat()
        lasts = last == len(self._years) - 1 and until.isdigit()
        return StateNumber(number=number, since=since, until=None if lasts else until)

    def _borne(self, number: int, at: int) -> bool:
        """Whether a number is borne in a year by whoever: then it only changed hands.

        The year of a change is the later bearer's, so the days of it are left alone.
        """
        numbers = self._table.numbers
        return 0 <= at < numbers.shape[1] and bool((numbers[:, at] == number).any())
