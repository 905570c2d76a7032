"""A date known to the day, the month or the year, and honest about it."""

from __future__ import annotations

import enum
import functools
import re

from datetime import date, datetime
from typing import Any, TypeAlias

from summitry.errors import InvalidDate, WrongType, shorten

from .ordering import Ordered


FIRST_DAY = date.min.toordinal()
LAST_DAY = date.max.toordinal()

_EXPECTED = "expected EDTF text such as 1961, 1961-09 or 1961-09-01"
_DATE = re.compile(
    r"(?P<year>[0-9]{1,4}X{0,4})(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<qualifier>[?~%]?)|(?P<unknown>XXXX)",
    re.ASCII,
)
_ONE_OF = re.compile(r"\[(?P<since>[^.\[\]]*)\.\.(?P<until>[^.\[\]]*)\]")
_LOOSE = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})", re.ASCII)


class Precision(enum.StrEnum):
    """How finely a date is known.

    Example:
        >>> PartialDate("1961-09").precision
        <Precision.MONTH: 'month'>
    """

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    RANGE = "range"
    """One day between two bounds."""
    UNKNOWN = "unknown"


_FINE = (Precision.YEAR, Precision.MONTH, Precision.DAY)
_COARSE = (Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM)


class PartialDate(Ordered):
    """A day of which perhaps only the month, the year or a bound is known.

    It is written in the `Extended Date/Time Format
    <https://www.loc.gov/standards/datetime/>`_ (EDTF, ISO 8601-2):

    ==========================  ====================================================
    ``1961-09-01``              that day
    ``1961-09``, ``1961``       some day of that month, of that year
    ``196X``, ``19XX``          some day of that decade, of that century
    ``1961-09-XX``              the same as ``1961-09``
    ``1961?`` ``1961~``         uncertain, approximate: one unit earlier or later may
    ``1961%``                   be right; both: two units
    ``[..2009-07]``             on some day up to the end of July 2009
    ``[2006..2009]``            on some day of those years
    ``[2006..]``                on some day from 2006 on
    ``XXXX``                    it happened; when is unknown
    ==========================  ====================================================

    Dates are equal when they are written alike, hash, and sort by their earliest day,
    then their latest. Sorting is not a claim about which came first: that question has
    three answers, and :meth:`Period.before` gives them.

    Args:
        value: EDTF text, a :class:`datetime.date`, or a PartialDate.

    Raises:
        InvalidDate: the text is no EDTF date that is supported, or no such day exists.
        WrongType: *value* is of another type, a ``datetime`` or an ``int`` included.

    Example:
        >>> founded = PartialDate("1961-09")
        >>> founded.earliest, founded.latest
        (datetime.date(1961, 9, 1), datetime.date(1961, 9, 30))
        >>> founded.precision
        <Precision.MONTH: 'month'>
        >>> PartialDate(founded.earliest) < PartialDate("1961-10")
        True
    """

    __slots__ = ("_first", "_last", "_text")
    _text: str
    _first: int
    _last: int

    def __init__(self, value: PartialDate | date | str) -> None:
        if isinstance(value, str):
            text = str.__str__(value)  # a subclass of str would be shared with everybody
            first, last = _bounds(text)
        elif isinstance(value, PartialDate):
            text, first, last = value._text, value._first, value._last  # noqa: SLF001
        elif isinstance(value, date) and not isinstance(value, datetime):
            text = value.isoformat()
            first = last = value.toordinal()
        else:
            raise _wrong_type(value)
        object.__setattr__(self, "_text", text)
        object.__setattr__(self, "_first", first)
        object.__setattr__(self, "_last", last)

    @classmethod
    def between(cls, first: date, last: date) -> PartialDate:
        """Return the date known only to lie between two days, both included.

        Args:
            first: The earliest day it can be.
            last: The latest day it can be.

        Raises:
            InvalidDate: *last* is before *first*.
            WrongType: one of them is no :class:`datetime.date`.

        Example:
            >>> from datetime import date
            >>> str(PartialDate.between(date(1961, 1, 1), date(1961, 12, 31)))
            '1961'
            >>> str(PartialDate.between(date(2006, 5, 1), date(2009, 7, 16)))
            '[2006-05-01..2009-07-16]'
        """
        for day in (first, last):
            if not isinstance(day, date) or isinstance(day, datetime):
                raise _wrong_type(day)
        return cls(_text_between(first.toordinal(), last.toordinal()))

    @property
    def text(self) -> str:
        """The EDTF text, as it was written."""
        return self._text

    @property
    def earliest(self) -> date:
        """The first day it can be."""
        return date.fromordinal(self._first)

    @property
    def latest(self) -> date:
        """The last day it can be."""
        return date.fromordinal(self._last)

    @property
    def first_ordinal(self) -> int:
        """:attr:`earliest` as a proleptic Gregorian ordinal, for fast comparison."""
        return self._first

    @property
    def last_ordinal(self) -> int:
        """:attr:`latest` as a proleptic Gregorian ordinal, for fast comparison."""
        return self._last

    @property
    def is_exact(self) -> bool:
        """Whether it is known to the day."""
        return self._first == self._last

    @property
    def precision(self) -> Precision:
        """How finely it is written, whatever its qualifier."""
        text = self._text
        if text == "XXXX":
            return Precision.UNKNOWN
        if text.startswith("["):
            return Precision.RANGE
        text = text.rstrip("?~%").replace("-XX", "")
        coarse = text.count("X")
        if coarse:
            return _COARSE[coarse - 1]
        return _FINE[text.count("-")]

    @property
    def is_approximate(self) -> bool:
        """Whether it is marked ``~`` or ``%``: about then."""
        return self._text.endswith(("~", "%"))

    @property
    def is_uncertain(self) -> bool:
        """Whether it is marked ``?`` or ``%``: perhaps then."""
        return self._text.endswith(("?", "%"))

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"PartialDate({self._text!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)

    def _order(self) -> tuple[int, int, str]:
        return (self._first, self._last, self._text)

    def __setattr__(self, name: str, value: object) -> None:
        message = f"PartialDate is immutable; cannot set {name}"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> None:
        message = f"PartialDate is immutable; cannot delete {name}"
        raise AttributeError(message)

    def __copy__(self) -> PartialDate:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> PartialDate:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        # Through the cache, so that unpickled records share their dates again.
        return (partial_date, (self._text,))


DateLike: TypeAlias = PartialDate | date | str
"""What is accepted wherever a date is expected: EDTF text, a date, a PartialDate."""


def partial_date(value: DateLike) -> PartialDate:
    """Return *value* as a :class:`PartialDate`, sharing those already made.

    Raises:
        InvalidDate: the text is no EDTF date that is supported.
        WrongType: *value* is neither text nor a date.

    Example:
        >>> partial_date("1961") is partial_date("1961")
        True
    """
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, (str, date)):
        return _shared(value)
    raise _wrong_type(value)


# A century of days is 36,525: the dates of any real catalogue fit, and no input can
# make it grow without bound.
_shared = functools.lru_cache(maxsize=1 << 16)(PartialDate)


def _wrong_type(value: object) -> WrongType:
    if isinstance(value, datetime):
        hint = "is a moment, not a day; give its .date()"
    elif isinstance(value, int) and not isinstance(value, bool):
        hint = f'is a number; a year is written as text: "{value}"'
    else:
        hint = f"is of type {type(value).__name__}; {_EXPECTED}, or a date"
    return WrongType(f"{shorten(value)} {hint}", value=value)


def _invalid(text: str, why: str) -> InvalidDate:
    return InvalidDate(f"{shorten(text)} is not a date: {why}", value=text)


def _bounds(text: str) -> tuple[int, int]:
    """Return the first and the last day that an EDTF text can mean."""
    if len(text) == len("YYYY-MM-DD") and text[4] == text[7] == "-":
        # By far the most frequent form, and the standard library's is the faster way;
        # what it refuses is explained below.
        try:
            known = date.fromisoformat(text).toordinal()
        except ValueError:
            pass
        else:
            return known, known
    found = _DATE.fullmatch(text)
    if found is not None:
        if found["unknown"]:
            return FIRST_DAY, LAST_DAY
        return _simple(text, found)
    one_of = _ONE_OF.fullmatch(text)
    if one_of is not None:
        return _one_of(text, one_of["since"], one_of["until"])
    if "/" in text and not _LOOSE.fullmatch(text):
        raise _invalid(text, "it is a period; a single date was expected")
    loose = _LOOSE.fullmatch(text.strip())
    if loose is not None:
        year, month, day = loose.groups()
        meant = f"{year}-{int(month):02}-{int(day):02}"
        _bounds(meant)
        raise _invalid(text, f"write it {meant}")
    raise _invalid(text, _EXPECTED)


def _one_of(text: str, since: str, until: str) -> tuple[int, int]:
    if not since and not until:
        raise _invalid(text, "one of its two bounds must be given")
    for bound in (since, until):
        if bound and (_DATE.fullmatch(bound) is None or bound[-1] in "X?~%"):
            why = f"its bound {bound!r} must be a plain date such as 2009 or 2009-07"
            raise _invalid(text, why)
    first = _bounds(since)[0] if since else FIRST_DAY
    last = _bounds(until)[1] if until else LAST_DAY
    if last < first:
        raise _invalid(text, "its second bound is before its first")
    return first, last


def _simple(text: str, found: re.Match[str]) -> tuple[int, int]:
    digits, month, day = found["year"], found["month"], found["day"]
    if len(digits) != len("YYYY"):
        raise _invalid(text, "a year has four digits; " + _EXPECTED)
    if "X" in digits and month is not None:
        raise _invalid(text, "a month or day needs a known year")
    if month == "XX" and day not in (None, "XX"):
        raise _invalid(text, "a day needs a known month")
    first_year, last_year = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    if last_year < 1:
        raise _invalid(text, "years run from 0001 to 9999")
    first_year = max(first_year, 1)
    known_month = int(month) if month not in (None, "XX") else 0
    known_day = int(day) if day not in (None, "XX") else 0
    if month not in (None, "XX") and not 1 <= known_month <= 12:  # noqa: PLR2004
        raise _invalid(text, f"there is no month {month}")
    if day not in (None, "XX"):
        start = _month_start(first_year, known_month)
        length = _month_start(first_year, known_month + 1) - start
        if not 1 <= known_day <= length:
            why = f"{date(first_year, known_month, 1):%B %Y} has {length} days"
            raise _invalid(text, why)
    spread = {"": 0, "?": 1, "~": 1, "%": 2}[found["qualifier"]]
    if known_day:
        middle = date(first_year, known_month, known_day).toordinal()
        return max(middle - spread, FIRST_DAY), min(middle + spread, LAST_DAY)
    if known_month:
        return (
            _month_start(first_year, known_month - spread),
            _month_start(first_year, known_month + spread + 1) - 1,
        )
    # The unit of 196X is the decade, of 19XX the century.
    unit = 10 ** digits.count("X")
    return (
        _month_start(first_year - spread * unit, 1),
        _month_start(last_year + spread * unit + 1, 1) - 1,
    )


def _month_start(year: int, month: int) -> int:
    """Return the first day of a month, counted beyond the year's end if need be.

    Beyond the calendar it is the first day, or the day after the last.
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if year < 1:
        return FIRST_DAY
    if year > date.max.year:
        return LAST_DAY + 1
    return date(year, month, 1).toordinal()


def _text_between(first: int, last: int) -> str:
    """Return the plainest EDTF text that means *first* to *last*."""
    start, end = date.fromordinal(first), date.fromordinal(last)
    if (first, last) == (FIRST_DAY, LAST_DAY):
        return "XXXX"
    candidates = (
        start.isoformat(),
        start.isoformat()[:7],
        start.isoformat()[:4],
    )
    for text in candidates:
        if _bounds(text) == (first, last):
            return text
    left = "" if first == FIRST_DAY else start.isoformat()
    right = "" if last == LAST_DAY else end.isoformat()
    return f"[{left}..{right}]"
