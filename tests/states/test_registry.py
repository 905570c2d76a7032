"""The bundled states keep to the rules by which their codes are given."""

from __future__ import annotations

import csv

from collections import Counter
from datetime import date
from itertools import pairwise

import pycountry
import pytest

from hypothesis import given
from hypothesis import strategies as st

from strategies import partial_dates
from summitry import Answer, Period, State
from summitry.states import StateNumber, all_states, state
from summitry.values import Spell
from summitry.values.text import normalize


EVERY = all_states()
BY_CODE = {one.code: one for one in EVERY}
each_state = pytest.mark.parametrize("one", EVERY, ids=lambda one: one.code)

# Withdrawn because the name changed: they lead to the present code of the same state.
RENAMED = {
    "AFI": "DJI",
    "BUR": "MMR",
    "BYS": "BLR",
    "DHY": "BEN",
    "FXX": "FRA",
    "HVO": "BFA",
    "NHB": "VUT",
    "RHO": "ZWE",
    "TMP": "TLS",
    "VDR": "VNM",
    "ZAR": "COD",
}


def test_codes_are_those_of_iso():
    """All codes in force, and of the withdrawn ones those of states that ended."""
    current = {country.alpha_3 for country in pycountry.countries}
    former = {country.alpha_3 for country in pycountry.historic_countries}
    own = {code for code in BY_CODE if code.startswith("X")}

    assert current | (former - set(RENAMED)) == set(BY_CODE) - own


def test_own_codes_are_from_the_range_that_iso_leaves_to_users():
    """What ISO never had is in XAA–XZZ, so that it can never become another's."""
    taken = {country.alpha_3 for country in pycountry.countries} | {
        country.alpha_3 for country in pycountry.historic_countries
    }

    for one in EVERY:
        if one.code not in taken:
            assert one.code.startswith("X")
            assert one.alpha_2 is one.alpha_3 is one.alpha_4 is one.numeric is None


@pytest.mark.parametrize("code", ["XKX", "XUR", "XTK", "XZZ", "XVS"])
def test_states_that_iso_never_had(code):
    """Kosovo, the United Arab Republic and their like are there."""
    assert code == state(code).code


@each_state
def test_iso_codes(one):
    """A state of ISO has the codes that pycountry gives for its alpha-3."""
    entry = pycountry.countries.get(alpha_3=one.code)
    if entry is None:
        former = [c for c in pycountry.historic_countries if c.alpha_3 == one.code]
        entry = former[0] if former else None
    if entry is None:
        assert one.code.startswith("X")
        return

    assert one.code == one.alpha_3
    assert entry.alpha_2 == one.alpha_2
    assert getattr(entry, "numeric", None) == one.numeric
    assert getattr(entry, "alpha_4", None) == one.alpha_4


def test_renamed_codes():
    """A code withdrawn for a change of name leads to the same state's present one."""
    known = {former: one.code for one in EVERY for former in one.former_codes}

    assert RENAMED == known


def test_sorted_and_unique():
    """States come in the order of their codes, and no two have a name in common."""
    assert [one.code for one in EVERY] == sorted(BY_CODE)
    names = Counter(normalize(one.name) for one in EVERY)
    assert 1 == max(names.values())
    items = Counter(one.wikidata for one in EVERY if one.wikidata)
    assert 1 == max(items.values())


@each_state
def test_succession_is_symmetric(one):
    """Who succeeded whom stands on both sides, and only states are there."""
    for code in one.succeeds:
        assert one.code in BY_CODE[code].succeeded_by
    for code in one.succeeded_by:
        assert one.code in BY_CODE[code].succeeds
    assert one.code not in (*one.succeeds, *one.succeeded_by)
    assert len(set(one.succeeds)) == len(one.succeeds)
    assert len(set(one.succeeded_by)) == len(one.succeeded_by)


def test_succession_goes_in_circles_only_through_states_that_returned():
    """Serbia came before Yugoslavia and after it; nothing else is its own successor."""
    returned = {one.code for one in EVERY if len(one.existed) > 1} | {"EGY"}
    edges = {
        one.code: set(one.succeeded_by) - returned
        for one in EVERY
        if one.code not in returned
    }
    while edges:
        last = {code for code, after in edges.items() if not after & set(edges)}
        assert last, f"a circle among {sorted(edges)}"
        edges = {code: after for code, after in edges.items() if code not in last}


@each_state
def test_a_successor_comes_later(one):
    """No successor had ended before the state that it succeeded began."""
    for code in one.succeeded_by:
        other = BY_CODE[code]
        if one.existed and other.existed:
            first, last = one.existed[0].period, other.existed[-1].period
            assert not last.before(first).certain


@each_state
def test_existence_is_in_order(one):
    """Periods of existence follow one another and do not certainly overlap."""
    for before, after in pairwise(one.existed):
        assert not before.period.overlaps(after.period).certain
        assert before.period.before(after.period).possible
    for spell in one.existed[:-1]:
        assert spell.until is not None


@each_state
def test_what_depends_on_another_was_no_state(one):
    """A territory has no existence of its own, and what it depends on is a state."""
    if one.territory_of is not None:
        assert () == one.existed
        assert BY_CODE[one.territory_of].existed
        assert one.code != one.territory_of


@each_state
def test_names_say_something_once(one):
    """No name of a state repeats its own, or another of the same time."""
    seen = [normalize(one.name)]
    for name in one.names:
        assert name.text.strip() == name.text
        assert one.name != name.text
        for other in one.names:
            if other is not name and other.text == name.text:
                assert not other.period.overlaps(name.period).certain
    assert seen


@pytest.mark.parametrize(
    "name, code",
    [
        ("Burma", "MMR"),
        ("Zaire", "COD"),
        ("Swaziland", "SWZ"),
        ("Turkey", "TUR"),
        ("Upper Volta", "BFA"),
        ("Dahomey", "BEN"),
        ("Ceylon", "LKA"),
        ("Siam", "THA"),
        ("Rhodesia", "ZWE"),
        ("Kampuchea", "KHM"),
        ("Macedonia", "MKD"),
        ("West Germany", "DEU"),
        ("Ottoman Empire", "TUR"),
        ("Yugoslavia", "SCG"),
        ("United Arab Republic", "EGY"),
        ("Malagasy Republic", "MDG"),
        ("Gold Coast", "GHA"),
        ("British Honduras", "BLZ"),
        ("Kingdom of Afghanistan", "AFG"),
        ("Kingdom of Iraq", "IRQ"),
        ("Russian Empire", "RUS"),
    ],
)
def test_former_names_have_an_end(name, code):
    """A name that is borne no longer says so, even if it is not known until when."""
    borne = [n for n in BY_CODE[code].names if normalize(n.text) == normalize(name)]

    assert borne
    assert all(n.until is not None for n in borne)


@each_state
def test_numbers_are_in_order(one):
    """The numbers of a list follow one another, so that on a day one is in force."""
    for numbers in (one.cow_numbers, one.gw_numbers):
        for before, after in pairwise(numbers):
            assert before.period.before(after.period).certain
    if one.cow_numbers:
        assert one.cow == one.cow_numbers[-1].number
    if one.gw_numbers:
        assert one.gw == one.gw_numbers[-1].number


def _cow_rows(reference):
    file = reference / "cow" / "states2016.csv"
    if not file.is_file():
        pytest.skip(f"no table of states at {file}")
    with file.open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def test_cow_numbers_are_complete(reference):
    """In each spell of the list there is, year by year, a state with its number."""
    missing = []
    for row in _cow_rows(reference):
        number = int(row["ccode"])
        first = date(*(int(row[f"st{part}"]) for part in ("year", "month", "day")))
        last = date(*(int(row[f"end{part}"]) for part in ("year", "month", "day")))
        days = [first, *(date(y, 12, 31) for y in range(first.year, last.year)), last]
        bearers = [one for one in EVERY if number in {n.number for n in one.cow_numbers}]
        missing += [
            (number, row["statenme"], str(day))
            for day in days
            if not any(one.cow_on(day) == number for one in bearers)
        ]

    assert [] == missing


def test_cow_has_no_number_besides(reference):
    """No state bears a number or an abbreviation that is not in the list."""
    rows = _cow_rows(reference)
    numbers = {int(row["ccode"]) for row in rows}
    words = {row["stateabb"] for row in rows}

    for one in EVERY:
        assert {n.number for n in one.cow_numbers} <= numbers
        assert one.cow_abbreviation is None or one.cow_abbreviation in words


def test_cow_number_of_a_day_is_one_states_alone(reference):
    """On no day does a number lead to two states that existed on it."""
    days = {row["styear"] for row in _cow_rows(reference)}
    for year in sorted(days):
        bearers = Counter(
            one.cow_on(f"{year}-12-31")
            for one in EVERY
            if one.cow_on(f"{year}-12-31") and one.existed_on(f"{year}-12-31").certain
        )
        assert [] == [number for number, count in bearers.items() if count > 1]


@pytest.mark.parametrize(
    "code, day, cow, gw",
    [
        ("DEU", "1975", 260, 260),
        ("DEU", "2000", 255, 260),
        ("DEU", "1900", 255, 255),
        ("YUG", "1980", 345, 345),
        ("SRB", "2010", 345, 340),
        ("AZE", "2023-03-02", 373, 373),
        ("ABW", "2000", None, None),
    ],
)
def test_numbers_on_a_day(code, day, cow, gw):
    """A number is the one that was in force on the day."""
    assert (cow, gw) == (state(code).cow_on(day), state(code).gw_on(day))


def test_a_territory_has_no_number():
    """Without numbers there is no latest one."""
    assert state("ABW").cow is state("ABW").gw is None


# -- a state's questions -----------------------------------------------------------


@given(st.sampled_from(EVERY), partial_dates())
def test_existed_on_is_the_best_of_its_periods(one, day):
    """It existed on a day as certainly as one of its periods contains it."""
    answers = [spell.period.contains(day) for spell in one.existed]

    assert max([Answer.NO, *answers]) is one.existed_on(day)


@pytest.mark.parametrize(
    "code, day, answer",
    [
        ("YUG", "1961", Answer.CERTAIN),
        ("YUG", "1992-04", Answer.POSSIBLE),
        ("YUG", "2010", Answer.NO),
        ("SRB", "1900", Answer.CERTAIN),
        ("SRB", "1950", Answer.NO),
        ("AZE", "2023-03-02", Answer.CERTAIN),
        ("ABW", "2023", Answer.NO),
    ],
)
def test_existed_on(code, day, answer):
    """A state that returned existed in both its times; a territory never as a state."""
    assert answer is state(code).existed_on(day)


def test_later_number_where_a_year_has_two():
    """A year in which the number changed gives the later one."""
    one = State(
        code="XAA",
        name="A",
        cow_numbers=[
            StateNumber(number=1, until="1950-06-30"),
            StateNumber(number=2, since="1950-07-01"),
        ],
    )

    assert [1, 2, 2] == [one.cow_on(day) for day in ("1950-06", "1950", "1951")]


def test_is_shown_by_its_name():
    """As text a state is its name."""
    assert "Türkiye" == str(state("TUR"))
    assert Period("1991") == Spell(since="1991").period
