"""Which records of a set hold on a day: an index of change points.

Between two neighbouring change points the answer is the same, so it is worked out once
and kept. A question then costs a binary search among the set's own change points,
however large the catalogue around it.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Generic, TypeVar

from summitry.values import PartialDate, Period, Spell
from summitry.values.answer import Match, check_match


_S = TypeVar("_S", bound=Spell)

_KEPT = 1024
"""How many answers a timeline keeps; a set of n records has at most 2n of them."""


class Timeline(Generic[_S]):
    """The records of one set, found by the day on which they hold.

    Args:
        records: The set, in the order in which answers are to be given.
        still: The day, as an ordinal, as of which an absent end still holds.
    """

    __slots__ = ("_answers", "_changes", "_possible", "_records", "_sure")

    def __init__(self, records: tuple[_S, ...], still: int) -> None:
        self._records = records
        bounds = [record.bounds(still) for record in records]
        # Of each record the first and the last day on which it possibly holds, and
        # those on which it surely does: four columns, to be scanned side by side.
        first, last, sure_first, sure_last = (
            zip(*bounds, strict=True) if bounds else _NONE
        )
        self._possible = first, last
        self._sure = sure_first, sure_last
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
        first, last = day.first_ordinal, day.last_ordinal
        if first != last:
            check_match(match)
            return self._keep(match, last, first, first, last)
        segment = self.stretch(first, match)
        answer = self._answers.get((match, segment))
        if answer is None:
            if len(self._answers) >= _KEPT:
                self._answers.clear()
            answer = self._keep(match, first, first, first, first)
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
        check_match(match)
        first, last = window.earliest.toordinal(), window.latest.toordinal()
        return self._keep(match, last, first, last, first)

    def stretch(self, day: int, match: Match) -> int:
        """Return the number of the stretch of days, alike in their answer, with a day.

        Args:
            day: The day, as an ordinal.
            match: Which answers must be alike; those to ``"uncertain"`` are alike only
                where those to the two others are.

        Raises:
            InvalidValue: *match* is none of the three words.
        """
        changes = self._changes.get(match)
        if changes is None:
            check_match(match)
            columns = {
                "possible": (self._possible,),
                "certain": (self._sure,),
                "uncertain": (self._possible, self._sure),
            }[match]
            changes = sorted(
                {day for first, _ in columns for day in first}
                | {day + 1 for _, last in columns for day in last}
            )
            self._changes[match] = changes
        return bisect_right(changes, day)

    def _keep(
        self,
        match: Match,
        possible_by: int,
        possible_from: int,
        sure_by: int,
        sure_from: int,
    ) -> tuple[_S, ...]:
        """Return the records that begin by a day and end from a day on.

        The two days differ for what is possible and what is sure: a spell possibly holds
        on some day of 1961 if it may begin by its last and end from its first, and surely
        if it begins by its first and ends from its last.
        """
        possible = zip(self._records, *self._possible, strict=True)
        if match == "possible":
            return tuple(
                [r for r, a, b in possible if a <= possible_by and possible_from <= b]
            )
        sure = zip(self._records, *self._sure, strict=True)
        if match == "certain":
            return tuple([r for r, a, b in sure if a <= sure_by and sure_from <= b])
        return tuple(
            [
                r
                for (r, a, b), (_, c, d) in zip(possible, sure, strict=True)
                if a <= possible_by
                and possible_from <= b
                and not (c <= sure_by and sure_from <= d)
            ]
        )


_NONE: tuple[tuple[int, ...], ...] = ((), (), (), ())
