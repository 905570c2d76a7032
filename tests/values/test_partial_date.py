"""A date known to the day, the month, the year or a bound: what it means and refuses."""

from __future__ import annotations

import calendar
import copy
import pickle
import subprocess
import sys

from datetime import date, datetime, timedelta, timezone

import pytest

from hypothesis import example, given
from hypothesis import strategies as st

from strategies import any_partial_dates, edtf_texts
from summitry import PartialDate, Precision
from summitry.errors import InvalidDate, InvalidValue, WrongType


class _Text(str):
    """Text of a type of its own, such as numpy's."""

    __slots__ = ()


@pytest.mark.parametrize(
    "text, earliest, latest",
    [
        # the day, the month, the year
        ("1961-09-01", "1961-09-01", "1961-09-01"),
        ("1961-09", "1961-09-01", "1961-09-30"),
        ("1961", "1961-01-01", "1961-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02-29", "2000-02-29", "2000-02-29"),
        ("1961-12", "1961-12-01", "1961-12-31"),
        # masked digits
        ("196X", "1960-01-01", "1969-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("1XXX", "1000-01-01", "1999-12-31"),
        ("1961-09-XX", "1961-09-01", "1961-09-30"),
        ("1961-XX", "1961-01-01", "1961-12-31"),
        ("1961-XX-XX", "1961-01-01", "1961-12-31"),
        # a qualifier widens by one unit of what is known, both by two
        ("1961?", "1960-01-01", "1962-12-31"),
        ("1961~", "1960-01-01", "1962-12-31"),
        ("1961%", "1959-01-01", "1963-12-31"),
        ("1961-09?", "1961-08-01", "1961-10-31"),
        ("1961-01~", "1960-12-01", "1961-02-28"),
        ("1961-12~", "1961-11-01", "1962-01-31"),
        ("1961-12%", "1961-10-01", "1962-02-28"),
        ("1961-09-01?", "1961-08-31", "1961-09-02"),
        ("1961-09-01%", "1961-08-30", "1961-09-03"),
        ("1961-09-XX~", "1961-08-01", "1961-10-31"),
        ("1961-XX-XX?", "1960-01-01", "1962-12-31"),
        ("196X~", "1950-01-01", "1979-12-31"),
        ("19XX?", "1800-01-01", "2099-12-31"),
        # one day between two bounds
        ("[..2009-07]", "0001-01-01", "2009-07-31"),
        ("[2006..]", "2006-01-01", "9999-12-31"),
        ("[2006..2009]", "2006-01-01", "2009-12-31"),
        ("[2006-05-01..2009-07-16]", "2006-05-01", "2009-07-16"),
        ("[2006..2006]", "2006-01-01", "2006-12-31"),
        # it happened
        ("XXXX", "0001-01-01", "9999-12-31"),
        # the edges of the calendar
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("000X", "0001-01-01", "0009-12-31"),
        ("0XXX", "0001-01-01", "0999-12-31"),
        ("9XXX", "9000-01-01", "9999-12-31"),
        ("0001~", "0001-01-01", "0002-12-31"),
        ("0001-01~", "0001-01-01", "0001-02-28"),
        ("0001-01-01%", "0001-01-01", "0001-01-03"),
        ("9999~", "9998-01-01", "9999-12-31"),
        ("9999-12?", "9999-11-01", "9999-12-31"),
        ("9999-12-31?", "9999-12-30", "9999-12-31"),
    ],
)
def test_what_it_covers(text, earliest, latest):
    """Every form that is supported has a first and a last day that it can be."""
    known = PartialDate(text)

    assert (earliest, latest) == (str(known.earliest), str(known.latest))
    assert text == known.text == str(known)
    assert f"PartialDate({text!r})" == repr(known)


@pytest.mark.parametrize(
    "text, precision",
    [
        ("1961-09-01", Precision.DAY),
        ("1961-09-01~", Precision.DAY),
        ("1961-09", Precision.MONTH),
        ("1961-09-XX", Precision.MONTH),
        ("1961-09-XX%", Precision.MONTH),
        ("1961", Precision.YEAR),
        ("1961?", Precision.YEAR),
        ("1961-XX", Precision.YEAR),
        ("1961-XX-XX", Precision.YEAR),
        ("196X", Precision.DECADE),
        ("196X~", Precision.DECADE),
        ("19XX", Precision.CENTURY),
        ("1XXX", Precision.MILLENNIUM),
        ("[2006..]", Precision.RANGE),
        ("[2006-05-01..2006-05-01]", Precision.RANGE),
        ("XXXX", Precision.UNKNOWN),
    ],
)
def test_precision(text, precision):
    """The precision is how finely it is written, not how wide it may be."""
    assert precision is PartialDate(text).precision


@pytest.mark.parametrize(
    "text, approximate, uncertain",
    [
        ("1961", False, False),
        ("1961~", True, False),
        ("1961?", False, True),
        ("1961%", True, True),
        ("1961-09-01~", True, False),
        ("[1961..]", False, False),
        ("XXXX", False, False),
    ],
)
def test_qualifiers(text, approximate, uncertain):
    """`~` is approximate, `?` uncertain, `%` both."""
    known = PartialDate(text)

    assert approximate is known.is_approximate
    assert uncertain is known.is_uncertain


@pytest.mark.parametrize(
    "text, message",
    [
        ("", "'' is not a date: expected EDTF text such as 1961, 1961-09 or 1961-09-01"),
        ("yesterday", "expected EDTF text such as 1961, 1961-09 or 1961-09-01"),
        (" 1961", "expected EDTF text"),
        ("1961\n", "expected EDTF text"),
        ("1961-", "expected EDTF text"),
        ("1961-9", "expected EDTF text"),
        ("1961-09-01T00:00:00", "expected EDTF text"),
        ("-1961", "expected EDTF text"),
        ("Y19610", "expected EDTF text"),
        ("19X1", "expected EDTF text"),
        ("X961", "expected EDTF text"),
        ("1961?~", "expected EDTF text"),
        ("?1961", "expected EDTF text"),
        ("XXXX?", "expected EDTF text"),
        ("XXXX-09", "expected EDTF text"),
        ("\u0661\u0669\u0666\u0661", "expected EDTF text"),  # Arabic-Indic 1961
        ("１９６１", "expected EDTF text"),  # full width
        ("61", "a year has four digits"),
        ("19610", "expected EDTF text"),
        ("196XX", "a year has four digits"),
        ("196", "a year has four digits"),
        ("0000", "years run from 0001 to 9999"),
        ("0000-01-01", "years run from 0001 to 9999"),
        ("196X-09", "a month or day needs a known year"),
        ("196X-XX", "a month or day needs a known year"),
        ("1961-XX-01", "a day needs a known month"),
        ("1961-00", "there is no month 00"),
        ("1961-13", "there is no month 13"),
        ("1961-21", "there is no month 21"),  # a season, in EDTF
        ("1961-13-40", "there is no month 13"),
        ("1961-09-00", "September 1961 has 30 days"),
        ("1961-09-31", "September 1961 has 30 days"),
        ("1961-02-29", "February 1961 has 28 days"),
        ("2024-02-30", "February 2024 has 29 days"),
        ("2016/2024", "it is a period; a single date was expected"),
        ("1961/..", "it is a period; a single date was expected"),
        ("1961-9-1", "write it 1961-09-01"),
        ("1961/09/01", "write it 1961-09-01"),
        ("1961.9.1", "write it 1961-09-01"),
        ("1961 09 01", "write it 1961-09-01"),
        ("[..]", "one of its two bounds must be given"),
        ("[2009..2006]", "its second bound is before its first"),
        ("[2006~..2009]", "its bound '2006~' must be a plain date"),
        ("[200X..2009]", "its bound '200X' must be a plain date"),
        ("[2006..XXXX]", "its bound 'XXXX' must be a plain date"),
        ("[2006..[2007..2008]]", "expected EDTF text"),
        ("[2006]", "expected EDTF text"),
        ("[2006-13..]", "'2006-13' is not a date: there is no month 13"),
    ],
)
def test_refused_texts(text, message):
    """Whatever is no date says why, in its own words."""
    with pytest.raises(InvalidDate) as caught:
        PartialDate(text)

    assert message in str(caught.value)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("text", ["1961/99/99", "1961-2-30", "1961 13 1"])
def test_never_advises_an_impossible_date(text):
    """What a message proposes can be written."""
    with pytest.raises(InvalidDate) as caught:
        PartialDate(text)

    _, advised, proposal = str(caught.value).partition("write it ")
    if advised:
        PartialDate(proposal)


@pytest.mark.parametrize(
    "value, message",
    [
        (1961, '1961 is a number; a year is written as text: "1961"'),
        (True, "True is of type bool"),
        (None, "None is of type NoneType"),
        (1961.5, "1961.5 is of type float"),
        (b"1961", "b'1961' is of type bytes"),
        (("1961",), "is of type tuple"),
        (datetime(1961, 9, 1, tzinfo=timezone.utc), "is a moment, not a day"),  # noqa: UP017
    ],
)
def test_refused_types(value, message):
    """Only text, a date or a PartialDate is taken, and a moment in time is not a day."""
    with pytest.raises(WrongType) as caught:
        PartialDate(value)

    assert message in str(caught.value)
    assert value is caught.value.value
    assert isinstance(caught.value, TypeError)
    assert isinstance(caught.value, InvalidValue)


def test_huge_text_is_refused_in_a_short_message():
    """A message about a text of a megabyte is still one line that can be read."""
    with pytest.raises(InvalidDate) as caught:
        PartialDate("1961-" * 200_000)

    assert len(str(caught.value)) < 400


@given(st.text() | edtf_texts().map(lambda text: text + "0"))
def test_any_text_is_a_date_or_refused(text):
    """No text makes it fail in a way of its own."""
    try:
        known = PartialDate(text)
    except InvalidDate:
        return
    assert text == str(known)


@given(st.dates())
def test_a_date_is_that_day(day):
    """A `datetime.date` is the same as its ISO text."""
    known = PartialDate(day)

    assert day == known.earliest == known.latest
    assert PartialDate(day.isoformat()) == known
    assert known.is_exact
    assert Precision.DAY is known.precision


@given(any_partial_dates())
def test_covers_at_least_a_day(known):
    """Its earliest day is not after its latest, in days as in ordinals."""
    assert known.earliest <= known.latest
    assert known.first_ordinal == known.earliest.toordinal()
    assert known.last_ordinal == known.latest.toordinal()
    assert known.is_exact == (known.earliest == known.latest)


@given(st.integers(1, 9999), st.integers(1, 12), st.sampled_from(["", "?", "~", "%"]))
@example(1, 1, "%")
@example(9999, 12, "%")
def test_a_month_agrees_with_the_calendar(year, month, qualifier):
    """A month reaches from its first to its last day, with its neighbours if in doubt."""
    spread = {"": 0, "?": 1, "~": 1, "%": 2}[qualifier]
    count = (year - 1) * 12 + month - 1
    first, last = max(count - spread, 0), min(count + spread, 9999 * 12 - 1)
    ends = [(n // 12 + 1, n % 12 + 1) for n in (first, last)]

    known = PartialDate(f"{year:04}-{month:02}{qualifier}")

    assert date(*ends[0], 1) == known.earliest
    assert date(*ends[1], calendar.monthrange(*ends[1])[1]) == known.latest


@given(any_partial_dates())
def test_parts_cover_no_more_than_the_whole(known):
    """A qualifier only widens what a date covers."""
    plain = str(known).rstrip("?~%")

    assert known.earliest <= PartialDate(plain).earliest
    assert PartialDate(plain).latest <= known.latest


# -- between -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "first, last, text",
    [
        (date(1961, 9, 1), date(1961, 9, 1), "1961-09-01"),
        (date(1961, 9, 1), date(1961, 9, 30), "1961-09"),
        (date(1961, 1, 1), date(1961, 12, 31), "1961"),
        (date(1961, 1, 1), date(1961, 12, 30), "[1961-01-01..1961-12-30]"),
        (date(1960, 1, 1), date(1969, 12, 31), "[1960-01-01..1969-12-31]"),
        (date.min, date(2009, 7, 16), "[..2009-07-16]"),
        (date(2006, 5, 1), date.max, "[2006-05-01..]"),
        (date.min, date.max, "XXXX"),
        (date.min, date.min, "0001-01-01"),
        (date.max, date.max, "9999-12-31"),
    ],
)
def test_between(first, last, text):
    """Two bounds become the plainest text that means no more and no less."""
    assert PartialDate(text) == PartialDate.between(first, last)


@given(st.dates(), st.dates())
def test_between_means_its_bounds(one, other):
    """Whatever the two days, the date between them covers just those."""
    first, last = sorted([one, other])
    known = PartialDate.between(first, last)

    assert (first, last) == (known.earliest, known.latest)


def test_between_refuses_bounds_in_the_wrong_order():
    """The last day cannot be before the first."""
    with pytest.raises(InvalidDate, match="second bound is before its first"):
        PartialDate.between(date(1962, 1, 1), date(1961, 1, 1))


@pytest.mark.parametrize(
    "first, last", [("1961", "1962"), (None, date.max), (date.min, 3)]
)
def test_between_refuses_what_is_no_day(first, last):
    """A wrong type is explained here as everywhere."""
    with pytest.raises(WrongType):
        PartialDate.between(first, last)


# -- equality, order ---------------------------------------------------------------


def test_equal_when_written_alike():
    """Two dates are equal when they say the same in the same way."""
    assert PartialDate("1961") == PartialDate("1961")
    assert PartialDate("1961") != PartialDate("1961?")
    assert PartialDate("1961-09") != PartialDate("1961-09-XX")
    assert PartialDate("1961-09-01") == PartialDate(date(1961, 9, 1))


@pytest.mark.parametrize("other", ["1961-09-01", date(1961, 9, 1), None, 1961])
def test_is_no_other_thing(other):
    """It is not equal to a text or a day, and does not sort among them."""
    known = PartialDate("1961-09-01")

    assert known != other
    assert other != known
    with pytest.raises(TypeError):
        known < other  # noqa: B015
    with pytest.raises(TypeError):
        known >= other  # noqa: B015


@given(any_partial_dates(), any_partial_dates(), any_partial_dates())
def test_order_is_total(a, b, c):
    """Of two dates one comes first or they are equal, and sorting agrees with bounds."""
    assert (a < b) + (a == b) + (a > b) == 1
    assert (a <= b) == (a < b or a == b)
    assert (a >= b) == (b <= a)
    if a <= b <= c:
        assert a <= c
    if a < b:
        assert (a.earliest, a.latest) <= (b.earliest, b.latest)


def test_sorts_by_earliest_then_latest():
    """A day goes before the month that it begins, and a month before its year."""
    texts = ["XXXX", "1960", "1961-01-01", "1961-01", "1961", "196X~", "1961-01-02"]
    expected = ["XXXX", "196X~", "1960", "1961-01-01", "1961-01", "1961", "1961-01-02"]

    assert expected == [str(known) for known in sorted(map(PartialDate, texts))]


@given(any_partial_dates())
def test_hash_agrees_with_equality(known):
    """Equal dates hash alike, so that they can be keys."""
    assert hash(known) == hash(PartialDate(str(known)))
    assert 1 == len({known, PartialDate(str(known)), PartialDate(known)})


# -- immutability ------------------------------------------------------------------


@given(any_partial_dates())
def test_copies_are_equal(known):
    """Nothing about a date changes, so a copy may be the date itself."""
    assert known == copy.copy(known)
    assert known == copy.deepcopy(known)
    assert [known] == copy.deepcopy([known])
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert known == pickle.loads(pickle.dumps(known, protocol))


@given(any_partial_dates())
def test_repr_evaluates_to_the_same(known):
    """What a terminal shows can be pasted back."""
    assert known == eval(repr(known), {"PartialDate": PartialDate})  # noqa: S307


def test_cannot_be_changed():
    """Fields can be neither set, nor deleted, nor added."""
    known = PartialDate("1961")

    with pytest.raises(AttributeError, match="immutable; cannot set _text"):
        known._text = "1962"
    with pytest.raises(AttributeError, match="immutable; cannot delete _text"):
        del known._text
    with pytest.raises(AttributeError):
        known.earliest = date(1961, 1, 1)
    with pytest.raises(AttributeError):
        known.other = 1
    assert not hasattr(known, "__dict__")
    assert not hasattr(known, "__weakref__")


def test_pickle_reads_in_another_process():
    """A pickled date hashes and compares there as the same date made there."""
    program = (
        "import pickle, sys; known = pickle.load(sys.stdin.buffer)\n"
        "from summitry import PartialDate\n"
        "print({PartialDate('1961-09'): 'found'}[known])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=pickle.dumps(PartialDate("1961-09")),
        capture_output=True,
        check=True,
    )

    assert b"found" == done.stdout.strip()


def test_text_of_another_type_becomes_plain():
    """Text of a subclass, such as numpy's, is kept as plain text, for everybody."""
    assert str is type(PartialDate(_Text("1961-07-03")).text)
    assert str is type(PartialDate(_Text("1961-07-03")).__str__())


def test_equal_dates_of_different_types_do_not_mix():
    """A moment does not pass as the day that it begins, whichever was asked first."""
    from summitry.values.partial_date import partial_date  # noqa: PLC0415

    midnight = datetime(1961, 9, 1)  # noqa: DTZ001

    assert PartialDate("1961-09-01") == partial_date(date(1961, 9, 1))
    with pytest.raises(WrongType):
        partial_date(midnight)
    assert partial_date("1961") is partial_date("1961")
    assert partial_date(partial_date("1961")) is partial_date("1961")


@pytest.mark.parametrize("value", [1961, None, b"1961", [1961], timedelta(1)])
def test_partial_date_refuses_other_types(value):
    """The shared door refuses as the constructor does."""
    from summitry.values.partial_date import partial_date  # noqa: PLC0415

    with pytest.raises(WrongType):
        partial_date(value)
