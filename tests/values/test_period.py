"""A period, its three-valued questions and its algebra.

The questions are compared with a model that knows no rule: it tries every day that each
end can be, in a calendar of a few days, and looks whether the answer is always so,
sometimes so or never so.
"""

from __future__ import annotations

import contextlib
import copy
import itertools
import pickle

from datetime import date

import attrs
import pytest

from hypothesis import assume, given
from hypothesis import strategies as st

from strategies import any_partial_dates, partial_dates, periods
from summitry import Answer, PartialDate, Period
from summitry.errors import (
    InvalidDate,
    InvalidPeriod,
    InvalidValue,
    UnexpectedArgument,
    WrongType,
)
from summitry.values.period import period, spell_bounds, touches, within_any


# -- a model by brute force --------------------------------------------------------

CALENDAR = range(date(2000, 2, 26).toordinal(), date(2000, 3, 4).toordinal())
BEFORE, AFTER = float("-inf"), float("inf")


@st.composite
def small_dates(draw) -> PartialDate:
    """A date that can be a few days of the small calendar."""
    first, last = sorted(draw(st.tuples(*[st.sampled_from(CALENDAR)] * 2)))
    return PartialDate.between(date.fromordinal(first), date.fromordinal(last))


small_periods = periods(small_dates())


def _days(known: PartialDate) -> range:
    return range(known.first_ordinal, known.last_ordinal + 1)


def _choices(one: Period) -> list[tuple[float, float]]:
    """Every first and last day that a period can have, in this order."""
    starts = [BEFORE] if one.since is None else _days(one.since)
    stops = [AFTER] if one.until is None else _days(one.until)
    return [(s, u) for s, u in itertools.product(starts, stops) if s <= u]


def _over(truths: list[bool]) -> Answer:
    assert truths, "every period has at least one choice of days"
    return Answer.of(possible=any(truths), certain=all(truths))


@given(small_periods, small_dates())
def test_contains_agrees_with_every_choice_of_days(one, day):
    """A day is in a period certainly if it is for every choice of days."""
    truths = [
        since <= asked <= until for since, until in _choices(one) for asked in _days(day)
    ]

    assert _over(truths) is one.contains(day)


@given(small_periods, small_periods)
def test_overlaps_agrees_with_every_choice_of_days(one, other):
    """Two periods share a day certainly if they do for every choice of days."""
    truths = [a <= d and c <= b for a, b in _choices(one) for c, d in _choices(other)]

    assert _over(truths) is one.overlaps(other)


@given(small_periods, small_periods)
def test_before_and_after_agree_with_every_choice_of_days(one, other):
    """One is before another certainly if it is for every choice of days."""
    truths = [b < c for _, b in _choices(one) for c, _ in _choices(other)]

    assert _over(truths) is one.before(other)
    assert _over(truths) is other.after(one)


@given(small_periods, small_periods)
def test_intersect_holds_what_every_choice_of_days_shares(one, other):
    """The common period allows every pair of ends that two choices have in common."""
    shared = {
        (max(a, c), min(b, d))
        for a, b in _choices(one)
        for c, d in _choices(other)
        if max(a, c) <= min(b, d)
    }
    common = one.intersect(other)

    if common is None:
        assert not shared
    else:
        allowed = set(_choices(common))
        assert shared
        assert shared <= allowed
        # … and its ends go no further than those do.
        for side in (0, 1):
            found = [ends[side] for ends in shared]
            assert min(found) == min(ends[side] for ends in allowed)
            assert max(found) == max(ends[side] for ends in allowed)


@given(small_periods, st.sampled_from([1, 2, 3]), small_dates(), small_dates())
def test_touches_takes_a_window_at_its_widest(one, shape, first, last):
    """A spell shares a day with a window of whole days, for some or all choices."""
    assume(first.first_ordinal <= last.last_ordinal)
    window = Period(first if shape != 1 else None, last if shape != 2 else None)
    start = BEFORE if window.since is None else first.first_ordinal
    stop = AFTER if window.until is None else last.last_ordinal

    truths = [a <= stop and start <= b for a, b in _choices(one)]

    assert _over(truths) is touches(spell_bounds(one.since, one.until), window)


@given(st.lists(small_periods, max_size=3), small_dates())
def test_within_any_agrees_with_every_choice_of_days(spells, day):
    """Spells hold together: a day is certainly in one of them or another."""
    every = list(itertools.product(*map(_choices, spells)))
    truths = [
        any(since <= asked <= until for since, until in choice)
        for choice in every
        for asked in _days(day)
    ]
    bounds = [spell_bounds(spell.since, spell.until) for spell in spells]

    assert _over(truths) is within_any(bounds, day)


@given(small_periods, st.sampled_from(CALENDAR), st.sampled_from(CALENDAR))
def test_an_open_end_holds_certainly_up_to_a_day(one, still, asked):
    """As of a catalogue's date a spell without end lasts; afterwards it may have ended."""
    starts = [BEFORE] if one.since is None else _days(one.since)
    known = [*range(still, CALENDAR[-1] + 1), AFTER]
    stops = known if one.until is None else _days(one.until)
    # A spell that began after the catalogue's date lasts as long as is not known.
    truths = [s <= asked <= u for s, u in itertools.product(starts, stops) if s <= u]
    first, last, surely, until = spell_bounds(one.since, one.until, still=still)

    possible, certain = first <= asked <= last, surely <= asked <= until
    assert _over(truths) is Answer.of(possible=possible, certain=certain)


# -- laws --------------------------------------------------------------------------

any_periods = periods(any_partial_dates())


@given(any_periods, any_periods)
def test_overlaps_is_symmetric(one, other):
    """Who overlaps whom does not matter."""
    assert one.overlaps(other) is other.overlaps(one)


@given(any_periods)
def test_a_period_overlaps_itself_and_comes_not_before_itself(one):
    """Every period has a day, and it is not before that day."""
    assert one.overlaps(one).possible
    assert not one.before(one).certain
    assert one.contains(one.earliest).possible
    assert one.contains(one.latest).possible


@given(any_periods, any_periods)
def test_before_is_antisymmetric(one, other):
    """If one certainly comes first, the other does not possibly."""
    assert one.before(other) is other.after(one)
    if one.before(other).certain:
        assert Answer.NO is other.before(one)
        assert Answer.NO is one.overlaps(other)


@given(any_periods, any_periods)
def test_before_after_or_overlapping(one, other):
    """Of the three relations one is possible, and a certain one is the only one."""
    relations = [one.before(other), one.after(other), one.overlaps(other)]

    assert any(relation.possible for relation in relations)
    if any(relation.certain for relation in relations):
        assert [Answer.NO, Answer.NO, Answer.CERTAIN] == sorted(relations)


@given(any_periods, any_periods, any_periods)
def test_before_is_transitive(a, b, c):
    """What certainly ends before what certainly ends before a third, does so too."""
    if a.before(b).certain and b.before(c).certain:
        assert a.before(c).certain


@given(any_periods, any_periods, partial_dates())
def test_containing_one_day_means_overlapping(one, other, day):
    """Two that contain a same exact day overlap."""
    exact = PartialDate(day.earliest)

    assert one.contains(exact) & other.contains(exact) <= one.overlaps(other)


@given(any_periods, any_partial_dates())
def test_contains_is_monotonous(one, day):
    """To know a day more finely never turns certainly in or out into the contrary."""
    for finer in (PartialDate(day.earliest), PartialDate(day.latest)):
        if one.contains(day).certain:
            assert one.contains(finer).certain
        if not one.contains(day).possible:
            assert not one.contains(finer).possible


@given(any_periods, any_periods)
def test_intersect_is_commutative(one, other):
    """The common period is the same from both sides, to the letter."""
    assert one.intersect(other) == other.intersect(one)


@given(any_periods)
def test_intersect_is_idempotent(one):
    """A period has all of itself in common with itself."""
    assert one == one.intersect(one)


@given(any_periods)
def test_all_of_time_is_neutral(one):
    """The period without ends takes nothing away."""
    assert one == one.intersect(Period()) == Period().intersect(one)


@given(any_periods, any_periods, any_periods)
def test_intersect_is_associative(a, b, c):
    """In which order three are taken together does not matter for what they allow."""

    def both(one, other):
        return None if one is None or other is None else one.intersect(other)

    def bounds(one):
        return one and spell_bounds(one.since, one.until)

    assert bounds(both(both(a, b), c)) == bounds(both(a, both(b, c)))


@given(any_periods, any_periods, any_partial_dates())
def test_intersect_lies_within_both(one, other, day):
    """A day possibly in the common period is possibly in each, and the other way."""
    exact = PartialDate(day.latest)
    common = one.intersect(other)
    there = Answer.NO if common is None else common.contains(exact)

    assert there.possible == (one.contains(exact) & other.contains(exact)).possible
    if (one.contains(exact) & other.contains(exact)).certain:
        assert there.certain


@given(any_periods, any_periods)
def test_intersect_is_none_when_nothing_is_shared(one, other):
    """There is no common period exactly when they certainly do not overlap."""
    assert (one.intersect(other) is None) == (one.overlaps(other) is Answer.NO)


@given(any_periods)
def test_text_round_trips(one):
    """The EDTF text of a period reads back as the same period."""
    assert one == Period.parse(str(one))
    assert one == period(str(one))
    assert one == eval(repr(one), {"Period": Period})  # noqa: S307


@given(any_periods)
def test_copies_are_equal(one):
    """Copies, pickles and evolved periods are equal and hash alike."""
    again = pickle.loads(pickle.dumps(one))

    assert one == again == copy.copy(one) == copy.deepcopy(one)
    assert hash(one) == hash(again)
    assert one == attrs.evolve(one)
    assert Period(one.since, None) == attrs.evolve(one, until=None)


@given(any_periods, any_periods)
def test_order_is_total(one, other):
    """Periods sort by their first day, then by their last."""
    assert (one < other) + (one == other) + (one > other) == 1
    assert (one <= other) == (not other < one)
    assert (one >= other) == (not other > one)
    if one < other:
        assert (one.earliest, one.latest) <= (other.earliest, other.latest)


# -- examples ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, since, until",
    [
        ("2016/2024", "2016", "2024"),
        ("1961-09-01/1961-09-06", "1961-09-01", "1961-09-06"),
        ("1961~/1991?", "1961~", "1991?"),
        ("1961/..", "1961", None),
        ("../1991", None, "1991"),
        ("../..", None, None),
        ("1961/", "1961", "XXXX"),
        ("/1991", "XXXX", "1991"),
        ("/..", "XXXX", None),
        ("../", None, "XXXX"),
        ("XXXX/XXXX", "XXXX", "XXXX"),
        ("1961", "1961", "1961"),
        ("196X", "196X", "196X"),
        ("[2006..2009]/2010", "[2006..2009]", "2010"),
        ("XXXX", "XXXX", "XXXX"),
    ],
)
def test_parse(text, since, until):
    """`..` is an open end, an empty one is unknown, and a date is all that it covers."""
    assert Period(since, until) == Period.parse(text)


@pytest.mark.parametrize(
    "text, error, message",
    [
        ("", InvalidPeriod, "'' is not a period; expected EDTF text such as 2016/2024"),
        ("/", InvalidPeriod, "'/' is not a period"),
        ("2016/2020/2024", InvalidPeriod, "'2016/2020/2024' is not a period"),
        ("1961/09/01", InvalidPeriod, "is not a period"),
        ("1961-1964", InvalidPeriod, "is not a period: write it 1961/1964"),
        ("2016 – 2024", InvalidPeriod, "is not a period: write it 2016/2024"),
        ("2024/2016", InvalidPeriod, "until: 2016 is before since, 2024"),
        ("2016/x", InvalidDate, "'x' is not a date"),
        ("2016 / 2024", InvalidDate, "'2016 ' is not a date"),
        ("nonsense", InvalidDate, "'nonsense' is not a date"),
        ("..", InvalidDate, "'..' is not a date"),
        (b"1961", WrongType, "b'1961' is not the text of a period, such as 2016/2024"),
        (1961, WrongType, "1961 is not the text of a period"),
        (None, WrongType, "None is not the text of a period"),
    ],
)
def test_parse_refuses(text, error, message):
    """What is no text of a period says so, and what would have been right."""
    with pytest.raises(error) as caught:
        Period.parse(text)

    assert message in str(caught.value)


@given(st.text())
def test_any_text_is_a_period_or_refused(text):
    """No text makes it fail in a way of its own."""
    with contextlib.suppress(InvalidPeriod, InvalidDate):
        assert Period.parse(text) == Period.parse(str(Period.parse(text)))


@pytest.mark.parametrize(
    "value, expected",
    [
        (Period("1961", "1964"), Period("1961", "1964")),
        ("1961/1964", Period("1961", "1964")),
        ("1961", Period("1961", "1961")),
        (PartialDate("1961-09"), Period("1961-09", "1961-09")),
        (date(1961, 9, 1), Period("1961-09-01", "1961-09-01")),
    ],
)
def test_period_of(value, expected):
    """A period is accepted as itself, as text, or as one date for all it covers."""
    assert expected == period(value)


@pytest.mark.parametrize("value", [None, 1961, ("1961", "1964"), b"1961"])
def test_period_of_refuses_other_types(value):
    """Nothing else becomes a period."""
    with pytest.raises(WrongType):
        period(value)


@pytest.mark.parametrize(
    "since, until",
    [("1962", "1961"), ("1961-09-02", "1961-09-01"), ("1965", "1961%"), ("197X", "1969")],
)
def test_refuses_an_end_before_the_beginning(since, until):
    """A period that would certainly end before it begins names both its ends."""
    with pytest.raises(InvalidPeriod) as caught:
        Period(since, until)

    assert f"until: {until} is before since, {since}" in str(caught.value)
    assert "until" == caught.value.field
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize(
    "since, until",
    [("1961", "1961"), ("1961-12", "1961"), ("1962", "1961~"), ("XXXX", "1961")],
)
def test_accepts_ends_that_may_be_in_order(since, until):
    """Two ends that can be in order are accepted, even if they need not be."""
    assert (since, until) == tuple(map(str, attrs.astuple(Period(since, until))))


@pytest.mark.parametrize("field", ["since", "until"])
def test_a_wrong_end_is_named(field):
    """An end of the wrong type or form says which of the two it was."""
    for wrong, error in ((1961, WrongType), ("61", InvalidDate)):
        with pytest.raises(error) as caught:
            Period(**{field: wrong})
        assert field == caught.value.field
        assert field in str(caught.value)
        assert repr(wrong) in str(caught.value)


def test_an_unknown_keyword_is_explained():
    """A typo in a keyword is answered with the keyword that was meant."""
    with pytest.raises(UnexpectedArgument, match=r"Period has no 'untill'; .* until"):
        Period("1961", untill="1964")


@pytest.mark.parametrize("question", ["overlaps", "before", "after", "intersect"])
@pytest.mark.parametrize("other", [None, 1961, b"1961", ("1961", "1962")])
def test_questions_refuse_what_is_no_period(question, other):
    """A question about something that is no period says so."""
    with pytest.raises(WrongType):
        getattr(Period("1961", "1964"), question)(other)


@pytest.mark.parametrize("day, error", [(1961, WrongType), ("61", InvalidDate)])
def test_contains_refuses_what_is_no_date(day, error):
    """A question about something that is no date says so."""
    with pytest.raises(error) as caught:
        Period("1961", "1964").contains(day)

    assert isinstance(caught.value, InvalidValue)


@pytest.mark.parametrize(
    "spell, day, answer",
    [
        (Period("1961", None), "1961-03-01", Answer.POSSIBLE),
        (Period("1961", None), "1962-01-01", Answer.CERTAIN),
        (Period("1961", None), "1960-12-31", Answer.NO),
        (Period("1961", None), "1961", Answer.POSSIBLE),
        (Period("1961", None), "1961-12-31", Answer.CERTAIN),
        (Period(None, "1961"), "1961-01-01", Answer.CERTAIN),
        (Period(None, "1961"), "1961-01-02", Answer.POSSIBLE),
        (Period("1973-01-01", "2020-01-31"), "2020-01-31", Answer.CERTAIN),
        (Period("1973-01-01", "2020-01-31"), "2020-02-01", Answer.NO),
        (Period("1973-01-01", "2020-01-31"), "2020", Answer.POSSIBLE),
        (Period("1961", "1961"), "1961-06-15", Answer.POSSIBLE),
        (Period("1961-06", "1961-06-15"), "1961-06-15", Answer.CERTAIN),
        (Period("XXXX", None), "1961", Answer.POSSIBLE),
        (Period("1961", "XXXX"), "2023", Answer.POSSIBLE),
        (Period(), "1961", Answer.CERTAIN),
        (Period(), "XXXX", Answer.CERTAIN),
        (Period("1961", "1964"), date(1962, 1, 1), Answer.CERTAIN),
    ],
)
def test_contains(spell, day, answer):
    """The last day is in; a partly known end makes the answer possible, not certain."""
    assert answer is spell.contains(day)


def test_ends():
    """Without an end it reaches to that of the calendar; with one, as far as it can."""
    assert (date.min, date.max) == (Period().earliest, Period().latest)
    assert date(1961, 1, 1) == Period("1961", "1964").earliest
    assert date(1964, 12, 31) == Period("1961", "1964").latest


@pytest.mark.parametrize(
    "one, other, common",
    [
        ("1961/1970", "1964-10-05/..", "1964-10-05/1970"),
        ("1961/..", "../1970", "1961/1970"),
        (
            "1961/1970",
            "1961-06/1970-06",
            "[1961-06-01..1961-12-31]/[1970-01-01..1970-06-30]",
        ),
        ("1961/1970", "1965/1966", "1965/1966"),
        ("1961/1962", "1964/..", None),
        ("1961/1962-06-30", "1962-06-30/1963", "1962-06-30/1962-06-30"),
        ("1961/1962-06-30", "1962-07-01/1963", None),
    ],
)
def test_intersect(one, other, common):
    """What two periods share, no more and no less certain than they are."""
    expected = common and Period.parse(common)

    assert expected == period(one).intersect(period(other))


def test_cannot_be_changed():
    """A period has no attributes but its own, and those stand."""
    one = Period("1961", "1964")

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.until = None
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del one.until
    assert not hasattr(one, "__dict__")
    assert not hasattr(one, "__weakref__")


def test_does_not_sort_among_other_things():
    """A period compared with a text or a date is refused by Python itself."""
    with pytest.raises(TypeError):
        Period("1961", None) < "1961"  # noqa: B015
    with pytest.raises(TypeError):
        Period("1961", None) >= PartialDate("1961")  # noqa: B015
