"""The indexed answers equal a plain scan, spell by spell, with Period's questions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hypothesis import given
from hypothesis import strategies as st

from strategies import ends, partial_dates, periods
from summitry import (
    BilateralMeeting,
    Catalog,
    Delegation,
    MemberState,
    PartialDate,
    Period,
)
from summitry.states import all_states
from summitry.values.answer import MATCHES


CODES = [state.code for state in all_states()]

# Dates close to one another, so that days often fall on the very ends of spells.
NEAR = st.one_of(
    partial_dates(first=date(1999, 11, 1), last=date(2001, 2, 28)),
    st.dates(date(1999, 12, 28), date(2000, 1, 5)).map(PartialDate),
)
DAYS = st.one_of(NEAR, st.dates().map(PartialDate), partial_dates())
AS_OF = st.none() | st.dates(date(1999, 12, 1), date(2001, 6, 1)).map(PartialDate)


@st.composite
def spells(draw):
    """Spells of different states in one body, with ends of any precision."""
    given_ends = draw(st.lists(ends(NEAR), max_size=6))
    return [
        MemberState(organization="CLUB", state=code, **pair)
        for code, pair in zip(CODES, given_ends, strict=False)
    ]


def known(spell, as_of):
    """The period of a spell as a catalogue of that date knows it."""
    if spell.until is None and as_of is not None:
        # It lasted on that day; how long after it, nobody knows.
        since = spell.since
        start = as_of.latest if since is None else max(as_of.latest, since.earliest)
        return Period(since, f"[{start.isoformat()}..]")
    return spell.period


def widest(window):
    """A window whose ends are taken at their widest."""
    since = window.since and window.since.earliest
    return Period(since, window.until and window.until.latest)


@given(spells(), AS_OF, st.lists(DAYS, min_size=1), st.sampled_from(MATCHES))
def test_on_a_day(records, as_of, days, match):
    """However often and in whatever order days are asked for."""
    memberships = Catalog(records, as_of=as_of).memberships

    for day in (*days, *days):
        plain = [s for s in records if known(s, as_of).contains(day).matches(match)]
        assert plain == list(memberships.on(day, match))


@given(spells(), AS_OF, periods(NEAR), st.sampled_from(MATCHES))
def test_during_a_window(records, as_of, window, match):
    """Partial ends of the window are taken at their widest."""
    memberships = Catalog(records, as_of=as_of).memberships
    plain = [
        s for s in records if known(s, as_of).overlaps(widest(window)).matches(match)
    ]

    assert plain == list(memberships.during(window, match))


@given(spells(), AS_OF, st.sampled_from(MATCHES))
def test_on_the_days_at_which_answers_change(records, as_of, match):
    """On the first and last day of every spell, and on the days beside them."""
    memberships = Catalog(records, as_of=as_of).memberships
    ordinals = {
        ordinal
        for s in records
        for end in (s.since, s.until, as_of)
        if end is not None
        for ordinal in (end.earliest.toordinal(), end.latest.toordinal())
    }

    for ordinal in ordinals:
        for step in (-1, 0, 1):
            if not date.min.toordinal() <= ordinal + step <= date.max.toordinal():
                continue
            day = date.fromordinal(ordinal + step)
            plain = [s for s in records if known(s, as_of).contains(day).matches(match)]
            assert plain == list(memberships.on(day, match))


@given(spells(), AS_OF, DAYS)
def test_the_three_ways_to_match_share_out_the_spells(records, as_of, day):
    """Possible is certain and uncertain together, with no spell in both."""
    memberships = Catalog(records, as_of=as_of).memberships
    possible, certain, uncertain = (set(memberships.on(day, m)) for m in MATCHES)

    assert possible == certain | uncertain
    assert not certain & uncertain


@given(spells(), AS_OF, NEAR)
def test_on_a_partial_day_and_during_it(records, as_of, day):
    """What may hold on some day of a month is what shares a day with the month."""
    memberships = Catalog(records, as_of=as_of).memberships
    whole = Period(day.earliest, day.latest)

    assert memberships.on(day) == memberships.during(whole)
    assert set(memberships.on(day, "certain")) <= set(
        memberships.during(whole, "certain")
    )


@given(
    st.lists(st.tuples(ends(NEAR), st.booleans()), max_size=5),
    DAYS,
    st.sampled_from(MATCHES),
)
def test_events(given_events, day, match):
    """A meeting without a last day took place on its first, or on an unknown day."""
    meetings = []
    for number, (pair, one_day) in enumerate(given_events):
        given_ends = {**pair, "until": None} if one_day else pair
        meetings.append(
            BilateralMeeting(
                id=f"m{number}",
                delegations=[Delegation(state="ISL"), Delegation(state="NOR")],
                **given_ends,
            )
        )
    found = Catalog(meetings, as_of="2000-01-01").meetings.on(day, match)
    plain = []
    for meeting in meetings:
        # Something happened from a first to a last day: an end left out is unknown.
        last = meeting.until or meeting.since or "XXXX"
        if Period(meeting.since or "XXXX", last).contains(day).matches(match):
            plain.append(meeting)

    assert plain == list(found)


@pytest.mark.parametrize("match", MATCHES)
def test_at_the_edges_of_the_calendar(match):
    """The first and the last day that there is are days like others."""
    always = MemberState(organization="CLUB", state="ISL")
    ever = MemberState(organization="CLUB", state="NOR", since="XXXX", until="XXXX")
    records = [always, ever]
    memberships = Catalog(records).memberships

    for day in (date.min, date.max):
        plain = [s for s in records if s.period.contains(day).matches(match)]
        assert plain == list(memberships.on(day, match))


def test_more_days_than_answers_are_kept():
    """With thousands of change points each day still has its own answer."""
    first = date(1900, 1, 1)
    days = [first + timedelta(days=2 * n) for n in range(600)]
    records = [
        MemberState(organization="CLUB", state="ISL", since=day, until=day)
        for day in days
    ]
    memberships = Catalog(records, as_of="2020-01-01").memberships

    for _ in range(2):
        for n, day in enumerate(days):
            assert (records[n],) == tuple(memberships.on(day))
            assert () == tuple(memberships.on(day + timedelta(days=1)))
