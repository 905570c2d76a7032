"""Which records of a set hold on a day: an index of change points.

Between two neighbouring change points the answer is the same, so it is worked out once
and kept. A question then costs a binary search among the set's own change points,
however large the catalogue around it.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Generic, TypeVar

from summitry.values import PartialDate, Period, Spell
from summitry.values.answer import Match, check_match
from summitry.values.period import Bounds, touches, within


if TYPE_CHECKING:
    from collections.abc import Callable


_S = TypeVar("_S", bound=Spell)

_KEPT = 1024
"""How many answers a timeline keeps; a set of n records has at most 2n of them."""


class Timeline(Generic[_S]):
    """The records of one set, found by the day on which they hold.

    Args:
        records: The set, in the order in which answers are to be given.
        still: The day, as an ordinal, as of which an absent end still holds.
    """

    __slots__ = ("_answers", "_bounds", "_changes", "_records")

    def __init__(self, records: tuple[_S, ...], still: int) -> None:
        self._records = records
        self._bounds: list[Bounds] = [record.bounds(still) for record in records]
        self._changes: dict[Match, list[int]] = {}
        self._answers: dict[tuple[Match, int], tuple[_S, ...]] = {}

    def on(self, day: PartialDate, match: Match) -> tuple[_S, ...]:
        """Return the records that hold on a day, in their order.

        Args:
            day: The day; for a partial one, some unknown day of those it covers.
            match: Which answers to let through.

        Raises:
            InvalidValue: *match* is none of the three words.
        """
        if not day.is_exact:
            return self._keep(match, lambda bounds: within(bounds, day).matches(match))
        changes = self._changes.get(match)
        if changes is None:
            check_match(match)
            changes = self._changes[match] = self._change_points(match)
        segment = bisect_right(changes, day.first_ordinal)
        answer = self._answers.get((match, segment))
        if answer is None:
            if len(self._answers) >= _KEPT:
                self._answers.clear()
            answer = self._keep(match, lambda bounds: within(bounds, day).matches(match))
            self._answers[match, segment] = answer
        return answer

    def during(self, window: Period, match: Match) -> tuple[_S, ...]:
        """Return the records that share a day with a window, in their order.

        Args:
            window: The window, taken at its widest.
            match: Which answers to let through.

        Raises:
            InvalidValue: *match* is none of the three words.
        """
        return self._keep(match, lambda bounds: touches(bounds, window).matches(match))

    def _keep(self, match: Match, test: Callable[[Bounds], bool]) -> tuple[_S, ...]:
        check_match(match)
        return tuple(
            record
            for record, bounds in zip(self._records, self._bounds, strict=True)
            if test(bounds)
        )

    def _change_points(self, match: Match) -> list[int]:
        """Return the days on which the answer may become another."""
        points: set[int] = set()
        for first, last, sure_first, sure_last in self._bounds:
            if match != "certain":
                points.update((first, last + 1))
            if match != "possible":
                points.update((sure_first, sure_last + 1))
        return sorted(points)
