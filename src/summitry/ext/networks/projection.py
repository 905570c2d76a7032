"""What the members of each hub of a two-mode network have in common.

The hubs are organizations where states are joined by them, and states where
organizations are. Who has belonged to a hub on the very same days is counted together:
of some two hundred members of the United Nations that is a handful of groups, and what
two groups have in common is found once.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate, combinations, combinations_with_replacement, pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias


if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping


Stretches: TypeAlias = tuple[tuple[int, int], ...]
"""Days as ordinals, from a first to a last one: in order, and with gaps between them."""


class Tie(NamedTuple):
    """What two ends have in common.

    Attributes:
        one: The end that comes first.
        other: The other.
        shared: In how many hubs both were on the same day.
        days: For how many days: those of each hub are added.
        newman: Of each hub 1/(n - 1), where n are its members, and over a period that of
            each of the days, added.
    """

    one: str
    other: str
    shared: int
    days: int
    newman: float


def joined(stretches: Iterable[tuple[int, int]]) -> Stretches:
    """Return stretches in order, those made one that overlap or follow each other.

    Example:
        >>> joined([(7, 9), (1, 3), (4, 5)])
        ((1, 5), (7, 9))
    """
    found: list[tuple[int, int]] = []
    for first, last in sorted(stretches):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return tuple(found)


def length(stretches: Stretches) -> int:
    """Return how many days stretches have."""
    return sum(last - first + 1 for first, last in stretches)


def project(
    hubs: Iterable[Mapping[str, Stretches]], *, by_day: bool, newman: bool = False
) -> Iterator[Tie]:
    """Return every two ends that have a day in a hub in common, in their order.

    Args:
        hubs: Of each hub, on which days its members belonged.
        by_day: Whether days are counted: not where the stretches are days of which one,
            unknown, is meant.
        newman: Whether Newman's sums are wanted.

    Example:
        >>> day = ((1, 1),)
        >>> [*project([{"A": day, "B": day}, {"B": day, "A": day, "C": day}], by_day=True)][0]
        Tie(one='A', other='B', shared=2, days=2, newman=0.0)
    """
    hubs = list(hubs)
    found = _Projection(end for members in hubs for end in members)
    for members in hubs:
        measures: list[_Measure] = []
        if by_day:
            measures.append((found.days, length))
        if newman:
            measures.append((found.newman, _newman(members.values(), by_day=by_day)))
        found.add(members, measures)
    return found.ties()


_Sums: TypeAlias = "list[dict[int, float]]"
"""Of each end, by the number of each that comes after it, a sum."""
_Measure: TypeAlias = "tuple[_Sums, Callable[[Stretches], float]]"
"""Sums, and what the days that two ends have in common in a hub add to them."""


class _Projection:
    """What every two ends have in common, added up hub by hub.

    Args:
        ends: Every end there is, perhaps several times.
    """

    def __init__(self, ends: Iterable[str]) -> None:
        self.ends = sorted(set(ends))
        self._number = {end: number for number, end in enumerate(self.ends)}
        self.days: _Sums = [defaultdict(float) for _ in self.ends]
        self.newman: _Sums = [defaultdict(float) for _ in self.ends]
        # A bit stands for a group: of each end, those to which it belongs, and those
        # whose members were there with it. What two ends share is a matter of one "and".
        self._own = [0] * len(self.ends)
        self._met = [0] * len(self.ends)
        self._groups = 0

    def add(self, members: Mapping[str, Stretches], measures: Iterable[_Measure]) -> None:
        """Add a hub, and to the sums what its members have in common there."""
        grouped: dict[Stretches, list[int]] = defaultdict(list)
        for end, stretches in sorted(members.items()):
            grouped[stretches].append(self._number[end])
        groups = list(enumerate(grouped.items()))
        met = [0] * len(groups)
        pairs = combinations_with_replacement(groups, 2)
        for (one, (ours, these)), (other, (theirs, those)) in pairs:
            common = _common(ours, theirs)
            if common:
                met[one] |= 1 << other
                met[other] |= 1 << one
                for sums, measure in measures:
                    _add(sums, these, those, measure(common))
        for group, (_, these) in groups:
            for number in these:
                self._own[number] |= 1 << self._groups + group
                self._met[number] |= met[group] << self._groups
        self._groups += len(groups)

    def ties(self) -> Iterator[Tie]:
        """Yield every two ends that have anything in common, in their order."""
        for one, end in enumerate(self.ends):
            met, days, newman = self._met[one], self.days[one], self.newman[one]
            for other in range(one + 1, len(self.ends)):
                shared = (met & self._own[other]).bit_count()
                if shared:
                    counted = int(days.get(other, 0))
                    weight = newman.get(other, 0.0)
                    yield Tie(end, self.ends[other], shared, counted, weight)


def _common(one: Stretches, other: Stretches) -> Stretches:
    """Return the days of both."""
    if one is other:
        return one
    found = []
    for first, last in one:
        for begins, ends in other:
            since, until = max(first, begins), min(last, ends)
            if since <= until:
                found.append((since, until))
    return tuple(found)


def _add(sums: _Sums, one: list[int], other: list[int], amount: float) -> None:
    """Add an amount to what each of a group has in common with each of another."""
    if one is other:
        for first, second in combinations(one, 2):
            sums[first][second] += amount
        return
    for first in one:
        for second in other:
            if first < second:
                sums[first][second] += amount
            else:
                sums[second][first] += amount


def _newman(
    members: Collection[Stretches], *, by_day: bool
) -> Callable[[Stretches], float]:
    """Return what days in common in a hub add to Newman's sum."""
    if not by_day:
        return lambda _: 1 / (len(members) - 1) if len(members) > 1 else 0.0
    changes: dict[int, int] = defaultdict(int)
    for stretches in members:
        for first, last in stretches:
            changes[first] += 1
            changes[last + 1] -= 1
    when = sorted(changes)
    counts = list(accumulate(changes[day] for day in when))
    # Of all days before each on which the number of members changes.
    before = {when[0]: 0.0}
    for (since, until), count in zip(pairwise(when), counts, strict=False):
        rate = 1 / (count - 1) if count > 1 else 0.0
        before[until] = before[since] + rate * (until - since)
    return lambda common: sum(before[last + 1] - before[first] for first, last in common)
