"""Finding a state by any code or name: exact after normalization, never a guess."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from hypothesis import given
from hypothesis import strategies as st

import summitry

from strategies import partial_dates
from summitry.errors import (
    AmbiguousState,
    InvalidDate,
    MultipleFound,
    NotFound,
    SummitryError,
    UnknownState,
    WrongType,
)
from summitry.states import all_states, is_state_code, state, state_code
from summitry.values import Spell


EVERY = all_states()


@pytest.mark.parametrize(
    "query, code",
    [
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Turkiye", "TUR"),
        ("TÜRKİYE", "TUR"),
        ("TR", "TUR"),
        ("tur", "TUR"),
        ("792", "TUR"),
        ("Ivory Coast", "CIV"),
        ("Côte d'Ivoire", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("COTE DIVOIRE", "CIV"),
        ("Swaziland", "SWZ"),
        ("Eswatini", "SWZ"),
        ("Burma", "MMR"),
        ("Myanmar", "MMR"),
        ("Zaire", "COD"),
        ("Czechoslovakia", "CSK"),
        ("USSR", "SUN"),
        ("U.S.S.R.", "SUN"),
        ("Soviet Union", "SUN"),
        ("SUHH", "SUN"),
        ("Yugoslavia", "YUG"),
        ("Kosovo", "XKX"),
        ("Taiwan", "TWN"),
        ("Holy See", "VAT"),
        ("Vatican", "VAT"),
        ("Vatican City", "VAT"),
        ("Palestine", "PSE"),
        ("State of Palestine", "PSE"),
        ("Micronesia", "FSM"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Guinea", "GIN"),
        ("Guinea-Bissau", "GNB"),
        ("Guinea Bissau", "GNB"),
        ("Equatorial Guinea", "GNQ"),
        ("Papua New Guinea", "PNG"),
        ("Dominica", "DMA"),
        ("Dominican Republic", "DOM"),
        ("Sudan", "SDN"),
        ("South Sudan", "SSD"),
        ("Samoa", "WSM"),
        ("American Samoa", "ASM"),
        ("The Gambia", "GMB"),
        ("St. Lucia", "LCA"),
        ("Saint Lucia", "LCA"),
        ("Sao Tome & Principe", "STP"),
        ("Bosnia and Herzegovina", "BIH"),
        ("East Germany", "DDR"),
        ("West Germany", "DEU"),
        ("Germany", "DEU"),
        ("South Vietnam", "XVS"),
        ("Tanganyika", "XTK"),
        ("Zanzibar", "XZZ"),
        ("Upper Volta", "BFA"),
        ("Dahomey", "BEN"),
        ("Rhodesia", "ZWE"),
        ("Ceylon", "LKA"),
        ("Cook Islands", "COK"),
        ("Niue", "NIU"),
        ("Western Sahara", "ESH"),
        ("Czech Republic", "CZE"),
        ("Czechia", "CZE"),
        ("North Korea", "PRK"),
        ("South Korea", "KOR"),
        ("United States", "USA"),
        ("UK", "GBR"),
        ("Russia", "RUS"),
        ("China", "CHN"),
        ("ZAR", "COD"),
        ("BUR", "MMR"),
        ("FXX", "FRA"),
        ("YUCS", "YUG"),
        ("NAM", "NAM"),
    ],
)
def test_found(query, code):
    """Codes, names, former names and spellings of today find the state that is meant."""
    assert code == state(query).code


@pytest.mark.parametrize(
    "query, codes",
    [
        ("Congo", {"COD", "COG"}),
        ("congo", {"COD", "COG"}),
        ("Korea", {"KOR", "PRK"}),
        ("Virgin Islands", {"VGB", "VIR"}),
        ("CS", {"CSK", "SCG"}),
        ("891", {"SCG", "YUG"}),
    ],
)
def test_ambiguous(query, codes):
    """A name that several bear is not decided: all who bear it are named."""
    with pytest.raises(AmbiguousState) as caught:
        state(query)

    assert codes == {name[-4:-1] for name in caught.value.candidates}
    assert query == caught.value.query
    assert all(name in str(caught.value) for name in caught.value.candidates)
    assert "give the code" in str(caught.value)
    assert isinstance(caught.value, MultipleFound)
    assert isinstance(caught.value, LookupError)


@pytest.mark.parametrize(
    "query, near",
    [
        ("Perugia", "Peru (PER)"),
        ("Azerbajan", "Azerbaijan (AZE)"),
        ("Kyrgystan", "Kyrgyzstan (KGZ)"),
        ("Untied States", "United States (USA)"),
        ("Columbia", "Colombia (COL)"),
    ],
)
def test_unknown_with_candidates(query, near):
    """A near miss is refused, and what comes close is offered."""
    with pytest.raises(UnknownState) as caught:
        state(query)

    assert near in caught.value.candidates
    assert f"no state is called {query!r}; did you mean" in str(caught.value)
    assert query == caught.value.query
    assert isinstance(caught.value, NotFound)


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "!!!",
        "---",
        "The",
        "🇦🇿",
        "Atlantis" * 1000,
        "\x00",
        "\ud800",
        "EU",
        "ZZZ",
    ],
)
def test_unknown(query):
    """Empty, odd and huge queries are refused in a short message."""
    with pytest.raises(UnknownState) as caught:
        state(query)

    assert len(str(caught.value)) < 500


@pytest.mark.parametrize("tail", ["Armenia", "x", "!" * 10 + "Peru"])
def test_a_long_query_is_compared_as_a_whole(tail):
    """A name followed by more, however far behind, is another name."""
    with pytest.raises(UnknownState):
        state("Azerbaijan" + " " * 300 + tail)


@pytest.mark.parametrize("query", [None, 792, b"TUR", ["TUR"], summitry])
def test_refuses_what_is_no_text(query):
    """A number is not a code: 36 may be Australia's 036, or not."""
    with pytest.raises(WrongType, match="expected a code or a name"):
        state(query)


# -- on a day ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "query, on, code",
    [
        ("Yugoslavia", "1961", "YUG"),
        ("Yugoslavia", "1930", "YUG"),
        ("Yugoslavia", "1999", "SCG"),
        ("Yugoslavia", date(1999, 3, 24), "SCG"),
        ("Yugoslavia", summitry.PartialDate("199X"), None),
        ("United Arab Republic", "1960", "XUR"),
        ("United Arab Republic", "1965", "EGY"),
        ("Egypt", "1965", "EGY"),
        ("Russia", "1950", "SUN"),
        ("Russia", "2000", "RUS"),
        ("Serbia", "1900", "SRB"),
        ("Serbia", "2010", "SRB"),
        ("Korea", "1900", "XKO"),
        ("Korea", "1960", None),
        ("CS", "1980", "CSK"),
        ("CS", "2004", "SCG"),
        ("Vietnam", "1960", None),
        ("Vietnam", "2000", "VNM"),
        ("Germany", "2000", "DEU"),
        ("Burma", "1960", "MMR"),
        ("Burma", "2020", "MMR"),
        ("Turkey", "2000", "TUR"),
        ("Turkey", "2024", "TUR"),
        ("AZE", "2000", "AZE"),
        ("Aruba", "1800", "ABW"),
        # members of the United Nations before they were independent
        ("Ukrainian SSR", "1960", "UKR"),
        ("Byelorussian SSR", "1960", "BLR"),
    ],
)
def test_on_a_day(query, on, code):
    """Whoever bore the name on that day is meant; both are named if two may have."""
    if code is None:
        with pytest.raises(AmbiguousState, match=rf"on {on}; give the code"):
            state(query, on=on)
    else:
        assert code == state(query, on=on).code


@pytest.mark.parametrize(
    "query, on, existed",
    [
        ("Yugoslavia", "2010", "1918-12-01 to 1992-04-27"),
        ("YUG", "1999", "1918-12-01 to 1992-04-27"),
        ("South Sudan", "2010", "2011-07-09 to today"),
        ("Czechoslovakia", "1993", "to 1992-12-31"),
        ("Serbia", "2000", "and 2006-06-03 to today"),
        ("Kosovo", "2007", "2008-02-17 to today"),
    ],
)
def test_not_there_on_that_day(query, on, existed):
    """A state that did not exist on the day is refused, with the days when it did."""
    with pytest.raises(UnknownState) as caught:
        state(query, on=on)

    assert f"no state called {query!r} existed on {on}" in str(caught.value)
    assert existed in str(caught.value)


def test_refuses_a_day_that_is_none():
    """A wrong day is a wrong day, whatever the state."""
    with pytest.raises(InvalidDate):
        state("Turkey", on="yesterday")
    with pytest.raises(WrongType):
        state("Turkey", on=1961)
    with pytest.raises(TypeError):
        state("Turkey", "1961")


# -- every state -------------------------------------------------------------------


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.code)
def test_every_code_finds_its_state(one):
    """Key and name find the state itself, however they are written."""
    for text in (
        one.code,
        one.code.lower(),
        one.name,
        one.name.upper(),
        f" {one.name}. ",
    ):
        assert one is state(text)


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.code)
def test_every_other_code_finds_its_state(one):
    """ISO's other codes find it, unless ISO gave them anew or another bears them too."""
    codes = {one.alpha_2, one.alpha_3, one.alpha_4, one.numeric, *one.former_codes}
    for code in codes - {None}:
        try:
            found = {state(code)}
        except AmbiguousState as error:
            found = {state(candidate[-4:-1]) for candidate in error.candidates}
        # SK was Sikkim's and is Slovakia's: what ISO gives today goes before.
        in_force = {
            (other.alpha_2, other.numeric) for other in found if not other.alpha_4
        }
        assert one in found or code in {text for codes in in_force for text in codes}


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.code)
def test_every_name_finds_its_state_in_its_time(one):
    """On a day on which it bore a name it is found by it, alone or among candidates."""
    for name, spell in product(one.names, one.existed or (Spell(),)):
        common = name.period.intersect(spell.period)
        if common is None:
            continue
        day = common.latest if common.until else date(2000, 1, 1)
        if not (common.contains(day) & name.period.contains(day)).possible:
            continue
        try:
            found = {state(name.text, on=day).code}
        except AmbiguousState as error:
            found = {candidate[-4:-1] for candidate in error.candidates}
        assert one.code in found


@given(st.text() | st.sampled_from([one.name for one in EVERY]), partial_dates())
def test_every_query_is_answered_or_refused(query, day):
    """No text and no day make it fail in a way of its own, and no answer is a guess."""
    try:
        found = state(query, on=day)
    except SummitryError:
        return
    assert found.existed_on(day).possible or not found.existed


# -- the key itself ----------------------------------------------------------------


def test_state_code():
    """A key is accepted as it is, and nothing else is."""
    assert "AZE" == state_code("AZE")
    assert is_state_code("AZE")
    assert not is_state_code("AZ")
    assert not is_state_code("aze")


@pytest.mark.parametrize(
    "value, message",
    [
        ("TR", "'TR' is not the key of a state; did you mean TUR (Türkiye)?"),
        ("aze", "'aze' is not the key of a state; did you mean AZE (Azerbaijan)?"),
        ("Azerbaijan", "did you mean AZE (Azerbaijan)?"),
        ("Perugia", "PER (Peru)"),
        (
            "Congo",
            "COD (Democratic Republic of the Congo) or COG (Republic of the Congo)",
        ),
        ("", "'' is not the key of a state"),
        ("ZZZ", "'ZZZ' is not the key of a state"),
        ("x" * 10_000, "(10000 characters) is not the key of a state"),
    ],
)
def test_state_code_says_which_key_was_meant(value, message):
    """Another code or a name of a state is refused with the key that was meant."""
    with pytest.raises(UnknownState) as caught:
        state_code(value)

    assert message in str(caught.value)


@pytest.mark.parametrize("value", [None, 792, b"TUR", ("TUR",)])
def test_state_code_refuses_what_is_no_text(value):
    """A key is text."""
    with pytest.raises(WrongType, match="expected the code of a state"):
        state_code(value)
