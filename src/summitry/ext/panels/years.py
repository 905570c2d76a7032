"""The years in which something held, from the days between which it did.

A range of years is two columns of numbers, the first year and the last. What is known of
a spell are four days (see :data:`summitry.values.period.Bounds`): those between which it
possibly held, and those between which it surely did. A rule rounds days to years.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from summitry.values.partial_date import FIRST_DAY, LAST_DAY

from .vocabulary import YearRule


if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from summitry.values import PartialDate

    Ints: TypeAlias = npt.NDArray[np.int64]


_EPOCH = date(1970, 1, 1).toordinal()
"""The day from which numpy counts days."""


def year_of(days: Ints) -> Ints:
    """Return the years in which days, given as ordinals, lie."""
    years = (days - _EPOCH).astype("M8[D]").astype("M8[Y]").astype(np.int64)
    return years + 1970


def _from_first_day(days: Ints) -> Ints:
    """Return the first years on whose first day something holds that holds from a day."""
    return year_of(days - 1) + 1


def _to_last_day(days: Ints) -> Ints:
    """Return the last years on whose last day something holds that holds to a day."""
    return year_of(days + 1) - 1


_ROUNDING: dict[YearRule, tuple[Callable[[Ints], Ints], Callable[[Ints], Ints]]] = {
    YearRule.ANY: (year_of, year_of),
    YearRule.FIRST: (_from_first_day, year_of),
    YearRule.LAST: (year_of, _to_last_day),
    YearRule.ALL: (_from_first_day, _to_last_day),
}


class Ranges(NamedTuple):
    """Ranges of years or days, each of something that has a number.

    Attributes:
        owner: The number of what each range is of.
        first: The first year, or day, of each.
        last: The last one; a range with a last before its first holds nothing.
    """

    owner: Ints
    first: Ints
    last: Ints

    def merged(self) -> Ranges:
        """Return the same as ranges that neither overlap nor touch, in order."""
        kept = self.first <= self.last
        owner, first, last = self.owner[kept], self.first[kept], self.last[kept]
        order = np.lexsort((first, owner))
        owner, first, last = owner[order], first[order], last[order]
        if not len(owner):
            return Ranges(owner, first, last)
        # Each owner's stretch of the line lies behind that of the one before, so that one
        # running maximum tells how far the ranges of an owner have reached.
        apart = _LINE * owner
        reached = np.maximum.accumulate(apart + last)
        begins = np.append(True, apart[1:] + first[1:] > reached[:-1] + 1)
        starts = np.flatnonzero(begins)
        ends = np.append(starts[1:], len(owner)) - 1
        return Ranges(owner[starts], first[starts], reached[ends] - apart[starts])

    def in_years(self, rule: YearRule) -> Ranges:
        """Return the years, by a rule, in which what holds for ranges of days holds.

        Some day of 1961 is in a spell from 1961 to 1961, though no day of it is sure to be:
        a range that ends before it begins is rounded like any other.
        """
        up, down = _ROUNDING[rule]
        # To have belonged on every day, spells may take turns.
        days = self.merged() if rule is YearRule.ALL else self
        return Ranges(days.owner, up(days.first), down(days.last)).merged()


_LINE = 1 << 23
"""More days than there are, so that the days of one owner never meet those of the next."""


def earliest_and_latest(
    since: PartialDate | None, until: PartialDate | None, *, still: int
) -> tuple[int, int, int, int]:
    """Return the days between which a spell possibly and surely held.

    Unlike :func:`summitry.values.period.spell_bounds` it does not take for granted that
    there was such a spell: where the latest first day lies after the earliest last day by
    so much that there may have been none, there is no day and no year on which it surely
    held. So the records can say *perhaps in 1988*: since ``[1988..1989]``, until
    ``[1987..1988]``.
    """
    first, sure_first = (
        (FIRST_DAY, FIRST_DAY)
        if since is None
        else (since.first_ordinal, since.last_ordinal)
    )
    sure_last, last = (
        (still, LAST_DAY) if until is None else (until.first_ordinal, until.last_ordinal)
    )
    return first, last, sure_first, sure_last
