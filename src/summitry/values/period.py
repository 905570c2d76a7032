"""A stretch of time between two partly known dates, closed at both ends."""

from __future__ import annotations

import re

from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

import attrs

from summitry.errors import InvalidPeriod, WrongType, shorten

from .answer import Answer
from .ordering import Ordered
from .partial_date import (
    FIRST_DAY,
    LAST_DAY,
    DateLike,
    PartialDate,
    partial_date,
)
from .record import RecordType, named_fields


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Self


_DASHED = re.compile(r"([0-9]{4}) ?[-–—] ?([0-9]{4})", re.ASCII)


def _end(value: DateLike | None) -> PartialDate | None:
    return None if value is None else partial_date(value)


@attrs.frozen(repr=False, weakref_slot=False, field_transformer=named_fields)
class Period(Ordered, metaclass=RecordType):
    """The days from *since* to *until*, both included.

    An absent *since* means without a beginning, an absent *until* without an end (in a
    catalogue: still so as of its date). An end that is there but not known is the
    date ``XXXX``.

    The questions :meth:`contains`, :meth:`overlaps`, :meth:`before` and :meth:`after`
    have three answers, over every choice of days that the two ends allow.

    Attributes:
        since: The first day, or ``None``.
        until: The last day, or ``None``.

    Raises:
        InvalidPeriod: it would certainly end before it begins.
        InvalidDate: a text is no date.

    Example:
        >>> term = Period("2019-10-25", "2024-01-19")
        >>> str(term), term.contains("2023-03-02")
        ('2019-10-25/2024-01-19', <Answer.CERTAIN: 2>)
        >>> Period.parse("1961/..").overlaps(Period.parse("1960/1961-06"))
        <Answer.POSSIBLE: 1>
    """

    since: PartialDate | None = attrs.field(default=None, converter=_end)
    until: PartialDate | None = attrs.field(default=None, converter=_end)

    def __attrs_post_init__(self) -> None:
        check_order(self.since, self.until, record="Period")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an EDTF interval, or a single date as the whole of what it covers.

        ``..`` is an open end; an end left empty is unknown (``XXXX``).

        Args:
            text: Such as ``2016/2024``, ``1961-09-01/..``, ``../1991`` or ``1961``.

        Raises:
            InvalidPeriod: more than one slash, or nothing at all.
            InvalidDate: an end is no date.

        Example:
            >>> Period.parse("1961-09-01/..")
            Period('1961-09-01', None)
            >>> str(Period.parse("1961/"))
            '1961/'
        """
        if not isinstance(text, str):
            message = f"{shorten(text)} is not the text of a period, such as 2016/2024"
            raise WrongType(message, value=text)
        dashed = _DASHED.fullmatch(text)
        if dashed is not None:
            meant = cls(dashed[1], dashed[2])
            message = f"{shorten(text)} is not a period: write it {meant}"
            raise InvalidPeriod(message, value=text)
        ends = text.split("/")
        if len(ends) == 1 and text:
            return cls(text, text)
        if len(ends) != len(("since", "until")) or ends == ["", ""]:
            message = (
                f"{shorten(text)} is not a period; expected EDTF text such as 2016/2024 "
                "or 1961-09-01/.."
            )
            raise InvalidPeriod(message, value=text)
        since, until = (None if e == ".." else e or "XXXX" for e in ends)
        return cls(since, until)

    @property
    def earliest(self) -> date:
        """The first day it can contain; ``date.min`` without a beginning."""
        return self.since.earliest if self.since else date.min

    @property
    def latest(self) -> date:
        """The last day it can contain; ``date.max`` without an end."""
        return self.until.latest if self.until else date.max

    def contains(self, day: DateLike) -> Answer:
        """Whether a day lies in the period.

        Args:
            day: A date; a partial one is some day of those it covers.

        Raises:
            InvalidDate: the text is no date.

        Example:
            >>> Period("1961", "1964").contains("1964")
            <Answer.POSSIBLE: 1>
        """
        asked = partial_date(day)
        return within(spell_bounds(self.since, self.until), asked)

    def overlaps(self, other: PeriodLike) -> Answer:
        """Whether the two share a day.

        Example:
            >>> Period("1961", "1964").overlaps(Period("1964-10-10", "1970"))
            <Answer.POSSIBLE: 1>
        """
        other = period(other)
        mine = spell_bounds(self.since, self.until)
        theirs = spell_bounds(other.since, other.until)
        return Answer.of(
            possible=mine[0] <= theirs[1] and theirs[0] <= mine[1],
            certain=mine[2] <= theirs[3] and theirs[2] <= mine[3],
        )

    def before(self, other: PeriodLike) -> Answer:
        """Whether it ends before the other begins.

        Example:
            >>> Period("1961", "1964").before(Period("1965", None))
            <Answer.CERTAIN: 2>
        """
        other = period(other)
        _, latest_end, _, earliest_end = spell_bounds(self.since, self.until)
        start, _, latest_start, _ = spell_bounds(other.since, other.until)
        return Answer.of(possible=earliest_end < latest_start, certain=latest_end < start)

    def after(self, other: PeriodLike) -> Answer:
        """Whether it begins after the other ends."""
        return period(other).before(self)

    def intersect(self, other: PeriodLike) -> Period | None:
        """Return the days that both contain, as far as they are known.

        Returns:
            The common period, its ends no less certain than what is known; ``None``
            when there is certainly none.

        Example:
            >>> Period("1961", "1970").intersect(Period("1964-10-05", None))
            Period('1964-10-05', '1970')
            >>> Period("1961", "1962").intersect(Period("1964", None)) is None
            True
        """
        other = period(other)
        if self.overlaps(other) is Answer.NO:
            return None
        since = _combine(self.since, other.since, max)
        until = _combine(self.until, other.until, min)
        return Period(since, until)

    def __str__(self) -> str:
        text = f"{_end_text(self.since)}/{_end_text(self.until)}"
        return "XXXX/XXXX" if text == "/" else text

    def __repr__(self) -> str:
        since = str(self.since) if self.since else None
        until = str(self.until) if self.until else None
        return f"Period({since!r}, {until!r})"

    def _order(self) -> tuple[int, int, str]:
        bounds = spell_bounds(self.since, self.until)
        return (bounds[0], bounds[1], str(self))


PeriodLike: TypeAlias = Period | DateLike
"""What is accepted wherever a period is expected: EDTF text, a Period, one date."""


def period(value: PeriodLike) -> Period:
    """Return *value* as a :class:`Period`; one date stands for all it covers.

    Raises:
        InvalidPeriod: the text is no period.
        InvalidDate: an end is no date.
        WrongType: *value* is of another type.

    Example:
        >>> period("2016/2024") == Period("2016", "2024")
        True
        >>> period("2016") == Period("2016", "2016")
        True
    """
    if isinstance(value, Period):
        return value
    if isinstance(value, str):
        return Period.parse(value)
    day = partial_date(value)
    return Period(day, day)


Bounds: TypeAlias = tuple[int, int, int, int]
"""First and last day possibly in, first and last day certainly in, as ordinals.

Nothing is certainly in when the third is greater than the fourth.
"""


def spell_bounds(
    since: PartialDate | None, until: PartialDate | None, *, still: int = LAST_DAY
) -> Bounds:
    """Return the four days between which a spell possibly and certainly lasts.

    Args:
        since: Its first day.
        until: Its last day; ``None`` for one that still lasts.
        still: The day as of which an absent *until* is known to last. After it, the
            spell lasts possibly, not certainly.

    Example:
        >>> from datetime import date
        >>> bounds = spell_bounds(PartialDate("1961"), PartialDate("1964-10"))
        >>> [str(date.fromordinal(day)) for day in bounds]
        ['1961-01-01', '1964-10-31', '1961-12-31', '1964-10-01']
    """
    if since is None:
        first = latest_start = FIRST_DAY
    else:
        first, latest_start = since.first_ordinal, since.last_ordinal
    if until is None:
        earliest_end, last = still, LAST_DAY
    else:
        earliest_end, last = until.first_ordinal, until.last_ordinal
    # A spell does not begin after it ends, so each end narrows the other.
    return first, last, min(latest_start, last), max(earliest_end, first)


def within(bounds: Bounds, day: PartialDate) -> Answer:
    """Whether a day, perhaps partly known, lies within a spell."""
    first, last = day.first_ordinal, day.last_ordinal
    return Answer.of(
        possible=bounds[0] <= last and first <= bounds[1],
        certain=bounds[2] <= first and last <= bounds[3],
    )


def within_any(spells: Iterable[Bounds], day: PartialDate) -> Answer:
    """Whether a day, perhaps partly known, lies within one of several spells.

    Spells that follow each other without a gap hold together: a state that was a
    member to 1962-01-30 and a suspended one from 1962-01-31 was one all through 1962.

    Example:
        >>> spells = [spell_bounds(PartialDate("1948"), PartialDate("1962-01-30")),
        ...           spell_bounds(PartialDate("1962-01-31"), None)]
        >>> within_any(spells, PartialDate("1962"))
        <Answer.CERTAIN: 2>
    """
    first, last = day.first_ordinal, day.last_ordinal
    possible = False
    reached = first - 1
    for bounds in sorted(spells, key=itemgetter(2)):
        possible |= bounds[0] <= last and first <= bounds[1]
        if bounds[2] <= reached + 1:
            reached = max(reached, bounds[3])
    return Answer.of(possible=possible, certain=reached >= last)


def touches(bounds: Bounds, window: Period) -> Answer:
    """Whether a spell shares a day with a window of time, taken at its widest."""
    first, last = window.earliest.toordinal(), window.latest.toordinal()
    return Answer.of(
        possible=bounds[0] <= last and first <= bounds[1],
        certain=bounds[2] <= last and first <= bounds[3],
    )


def check_order(
    since: PartialDate | None, until: PartialDate | None, *, record: str
) -> None:
    """Raise if a spell would certainly end before it begins.

    Args:
        since: Its first day.
        until: Its last day.
        record: The type whose spell it is, for the message.

    Raises:
        InvalidPeriod: naming both ends.
    """
    if since is None or until is None or since.first_ordinal <= until.last_ordinal:
        return
    message = f"{until} is before since, {since}"
    value = f"{since}/{until}"
    raise InvalidPeriod(message, value=value, field="until", record=record)


def _combine(
    left: PartialDate | None, right: PartialDate | None, choose: Callable[[int, int], int]
) -> PartialDate | None:
    if left is None or right is None:
        return left or right
    first = choose(left.first_ordinal, right.first_ordinal)
    last = choose(left.last_ordinal, right.last_ordinal)
    for known in sorted((left, right)):
        if (known.first_ordinal, known.last_ordinal) == (first, last):
            return known
    return PartialDate.between(date.fromordinal(first), date.fromordinal(last))


def _end_text(end: PartialDate | None) -> str:
    if end is None:
        return ".."
    return "" if str(end) == "XXXX" else str(end)
