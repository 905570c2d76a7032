"""Dates and periods compared with the `edtf` package, the reference in Python.

Where the two differ, they do so knowingly. Each difference stands here with its reason
and with a test that it is still there, so that a change on either side is noticed:

* **Qualifiers.** A year has the same bounds here as the *fuzzy* ones of `edtf`: a year
  wider for `~` or `?`, two for `%`. For a month or a day `edtf` adds up the margins of
  all its parts, so that `1961-09~` reaches from August 1960 to October 1962; here it is
  the neighbouring months, for a day the neighbouring days. The *strict* bounds of `edtf`
  leave out the qualifier.
* **An interval with an unknown end.** `edtf` invents a bound ten years away: `/2009-06-03`
  begins for it on 1999-06-03. Here the end is unknown, any day up to the other.
* **Open ends.** They are infinite for `edtf`; here they reach to the end of the calendar.
* **Known to have happened.** `XXXX` begins in the year 0 for `edtf`, here in the year 1,
  the first that Python's dates have; so does whatever would reach beyond it.
* **Beyond.** `edtf` reads seasons, long and negative years and sets, of which no record
  here has need; here they are refused with a reason.
"""

from __future__ import annotations

import math

from datetime import date
from typing import TYPE_CHECKING

import pytest

from edtf import parse_edtf, struct_time_to_date
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry import PartialDate, Period
from summitry.errors import InvalidValue


if TYPE_CHECKING:
    from time import struct_time


def _day(bound: struct_time | float) -> date:
    if isinstance(bound, float):
        return date.min if bound == -math.inf else date.max
    return struct_time_to_date(bound)


def _strict(text: str) -> tuple[date, date]:
    """The bounds that the peer gives, without its margins."""
    parsed = parse_edtf(text)
    return _day(parsed.lower_strict()), _day(parsed.upper_strict())


def _fuzzy(text: str) -> tuple[date, date]:
    """The bounds that the peer gives, with its margins."""
    parsed = parse_edtf(text)
    return _day(parsed.lower_fuzzy()), _day(parsed.upper_fuzzy())


def _ours(text: str) -> tuple[date, date]:
    known = PartialDate(text)
    return known.earliest, known.latest


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_plain_dates_agree(day, length):
    """A day, a month and a year have the same bounds, strict and fuzzy."""
    text = day.isoformat()[:length]

    assert _strict(text) == _fuzzy(text) == _ours(text)


@given(st.dates(date(1000, 1, 1)), st.sampled_from([1, 2, 3]))
def test_masked_years_agree(day, digits):
    """A decade, a century and a millennium have the same bounds."""
    text = day.isoformat()[:digits] + "X" * (4 - digits)

    assert _strict(text) == _ours(text)


@given(st.dates(), st.sampled_from(["{month}-XX", "{year}-XX", "{year}-XX-XX"]))
def test_masked_months_and_days_agree(day, form):
    """An unknown month or day leaves the same bounds."""
    iso = day.isoformat()
    text = form.format(year=iso[:4], month=iso[:7])

    assert _strict(text) == _ours(text)


@given(st.dates(date(3, 1, 1), date(9997, 12, 31)), st.sampled_from("?~%"))
def test_qualified_years_agree(day, qualifier):
    """About a year, perhaps a year, and both: the same margins."""
    text = f"{day.year:04}{qualifier}"

    assert _fuzzy(text) == _ours(text)


@settings(max_examples=30)  # the peer takes its time
@given(st.dates(date(1000, 1, 1), date(9900, 1, 1)), st.sampled_from("?~%"))
def test_qualified_months_and_days_are_narrower(day, qualifier):
    """For a month and a day, here only the neighbouring months and days are meant."""
    for text in (day.isoformat(), day.isoformat()[:7]):
        (ours_first, ours_last) = _ours(text + qualifier)
        (first, last) = _fuzzy(text + qualifier)
        (strict_first, strict_last) = _strict(text + qualifier)

        assert first < ours_first < strict_first
        assert strict_last < ours_last < last
        assert _strict(text) == (strict_first, strict_last)


@given(
    st.dates(date(1000, 1, 1)).map(str),
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "?", "~", "%"]),
)
def test_a_qualifier_is_the_same_word_for_both(day, length, qualifier):
    """Both read `~` as approximate, `?` as uncertain, `%` as both."""
    text = day[:length] + qualifier
    parsed, known = parse_edtf(text), PartialDate(text)
    both = parsed.is_uncertain_and_approximate

    assert (parsed.is_approximate or both) == known.is_approximate
    assert (parsed.is_uncertain or both) == known.is_uncertain


@pytest.mark.parametrize("text", ["2006/2009", "2006-05-01/2009-07-16", "1961-09/1991"])
def test_closed_intervals_agree(text):
    """An interval between two plain dates reaches as far."""
    known = Period.parse(text)

    assert _strict(text) == (known.earliest, known.latest)


@pytest.mark.parametrize("text", ["[2006..2009]", "[2006-05-01..2009-07-16]"])
def test_one_of_a_set_agrees(text):
    """One day of a consecutive set has the same bounds."""
    assert _strict(text) == _ours(text)


@pytest.mark.parametrize(
    "text, ours, theirs",
    [
        ("1961-09~", ("1961-08-01", "1961-10-31"), ("1960-08-01", "1962-10-30")),
        ("1961-09-01?", ("1961-08-31", "1961-09-02"), ("1960-07-31", "1962-10-02")),
    ],
)
def test_difference_margins(text, ours, theirs):
    """About a month is here the months beside it, not those of a year before."""
    assert ours == tuple(map(str, _ours(text)))
    assert theirs == tuple(map(str, _fuzzy(text)))


@pytest.mark.parametrize(
    "text, theirs",
    [
        ("/2009-06-03", ("1999-06-03", "2009-06-03")),
        ("2009-06-03/", ("2009-06-03", "2019-06-03")),
    ],
)
def test_difference_invented_bounds(text, theirs):
    """An unknown end is any day that the other allows, not one ten years away."""
    assert theirs == tuple(map(str, _strict(text)))

    known = Period.parse(text)

    unknown = known.since if text.startswith("/") else known.until
    assert PartialDate("XXXX") == unknown
    assert known.contains("1990" if text.startswith("/") else "2030").possible


@pytest.mark.parametrize("text", ["2009-06-03/..", "../2009-06-03", "../.."])
def test_difference_open_ends(text):
    """What is infinite for the peer reaches here to the end of the calendar."""
    parsed, known = parse_edtf(text), Period.parse(text)

    assert (parsed.lower_strict() == -math.inf) == (known.since is None)
    assert (parsed.upper_strict() == math.inf) == (known.until is None)
    assert (_day(parsed.lower_strict()), _day(parsed.upper_strict())) == (
        known.earliest,
        known.latest,
    )


@pytest.mark.parametrize("text", ["[..2009-07]", "[2006..]"])
def test_difference_open_bounds(text):
    """Likewise for one day of an open set."""
    assert math.inf in map(abs, _infinite(text))
    assert _strict(text) == _ours(text)


def _infinite(text: str) -> list[float]:
    parsed = parse_edtf(text)
    bounds = (parsed.lower_strict(), parsed.upper_strict())
    return [bound for bound in bounds if isinstance(bound, float)]


def test_difference_the_year_zero():
    """The unknown begins where Python's calendar does."""
    assert 0 == parse_edtf("XXXX").lower_strict().tm_year
    assert date.min == PartialDate("XXXX").earliest
    assert date.max == _day(parse_edtf("XXXX").upper_strict())


@pytest.mark.parametrize(
    "text",
    ["1961-21", "-0044", "Y17000", "{1961,1964}", "[1961,1964]", "1961-09-01T12:00:00Z"],
)
def test_difference_beyond(text):
    """What the peer reads and no record needs is refused, not misread."""
    assert parse_edtf(text)
    with pytest.raises(InvalidValue):
        PartialDate(text)


@pytest.mark.parametrize("text", ["1961-13", "61", "1961-9-1", "yesterday", "2024-02-30"])
def test_both_refuse(text):
    """What is no date for the peer is none here."""
    with pytest.raises(Exception):  # noqa: B017 - the peer has several
        struct_time_to_date(parse_edtf(text).lower_strict())
    with pytest.raises(InvalidValue):
        PartialDate(text)
