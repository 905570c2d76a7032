"""Codes in other schemes, on a date: nothing guessed, nothing dropped, all that is lost said."""

from __future__ import annotations

import copy
import math
import pickle
import warnings

from datetime import date, datetime

import pycountry
import pytest

from hypothesis import given
from hypothesis import strategies as st

from summitry import Conversion, ConversionWarning, PartialDate, convert, state
from summitry.errors import (
    AmbiguousState,
    IncompleteConversion,
    InvalidDate,
    InvalidValue,
    MultipleFound,
    NotFound,
    WrongType,
)
from summitry.states import all_states, schemes
from summitry.states.codes import converted
from summitry.states.registry import was_there


EVERY = all_states()
SCHEMES = schemes.NAMES


def quietly(values, **asked):
    """A conversion, whatever it loses."""
    return converted(values, **asked)


def rows(losses):
    """What was lost, with the places where it stood."""
    return [(lost.value, lost.rows) for lost in losses]


# -- what people ask first -----------------------------------------------------------


def test_a_list():
    """Names and codes of any kind become codes of one scheme, in order."""
    assert [255, 220, 640] == list(convert(["DEU", "France", "792"], to="cow"))
    assert ("DE", "FR") == convert(["DEU", "FRA"], to="iso2").values


@pytest.mark.parametrize(
    "value, source, to, on, code",
    [
        # Germany, whole, divided, whole
        ("DEU", None, "cow", 1930, 255),
        ("DEU", None, "cow", 1980, 260),
        ("DEU", None, "cow", 1990, 255),
        ("DEU", None, "cow", 2000, 255),
        ("West Germany", None, "cow", 1980, 260),
        ("DDR", None, "cow", 1980, 265),
        ("Germany", "name", "cow", 1980, 260),
        ("DEU", None, "gw", 2000, 260),
        (260, "cow", "iso3", 1980, "DEU"),
        (255, "cow", "iso3", 2000, "DEU"),
        (260, "gw", "iso3", 2000, "DEU"),
        ("GFR", "cow_abbreviation", "code", 1980, "DEU"),
        ("DEU", None, "cow_abbreviation", 1980, "GFR"),
        ("DEU", None, "cow_abbreviation", 2000, "GMY"),
        # one number, three states
        (345, "cow", "code", 1900, "SRB"),
        (345, "cow", "code", 1950, "YUG"),
        (345, "cow", "code", 2000, "SCG"),
        (345, "cow", "code", 2010, "SRB"),
        (345, "cow", "code", 1992, "SCG"),
        (345, "cow", "code", 2006, "SRB"),
        ("YUG", "cow_abbreviation", "code", 2010, "SRB"),
        ("Yugoslavia", None, "iso3", 1961, "YUG"),
        ("Yugoslavia", None, "iso3", 1999, "SCG"),
        (345, "gw", "code", 2000, "SCG"),
        (340, "gw", "code", 2010, "SRB"),
        # Czechoslovakia and what came of it
        (315, "cow", "iso4", 1980, "CSHH"),
        ("CSHH", "iso4", "cow", 1980, 315),
        ("CS", "iso2", "cow", 1980, 315),
        ("CS", "iso2", "code", 2004, "SCG"),
        ("CZE", None, "cow", 1993, 316),
        # two Vietnams, two Yemens
        (816, "cow", "code", 1970, "VNM"),
        (817, "cow", "code", 1970, "XVS"),
        (816, "cow", "code", 2000, "VNM"),
        (678, "cow", "code", 1980, "YEM"),
        (679, "cow", "code", 2000, "YEM"),
        (680, "cow", "code", 1980, "YMD"),
        ("YEM", None, "cow", 1980, 678),
        ("YEM", None, "cow", 1990, 679),
        ("YAR", "cowc", "cow", 1980, 678),
        # Namibia, Kosovo, Taiwan, territories
        ("NA", "iso2", "iso3", None, "NAM"),
        ("NA", None, "iso3", None, "NAM"),
        ("XKX", None, "cow", 2010, 347),
        (347, "cow", "code", 2010, "XKX"),
        ("TWN", None, "cow", 2000, 713),
        ("TWN", None, "numeric", None, "158"),
        ("Hong Kong", None, "iso3", 1980, "HKG"),
        # Russia and the Union; Egypt and the United Arab Republic
        (365, "cow", "code", 1950, "SUN"),
        (365, "cow", "code", 1991, "RUS"),
        ("RUS", "cow_abbreviation", "code", 1950, "SUN"),
        (651, "cow", "code", 1960, "XUR"),
        (651, "cow", "code", 1961, "EGY"),
        (510, "cow", "code", 1962, "XTK"),
        # ISO: text of three digits, a number, what was renamed, what was given anew
        (36, "numeric", "iso3", None, "AUS"),
        ("036", "m49", "iso3", None, "AUS"),
        ("AUS", None, "m49", None, "036"),
        ("ZAR", "iso3", "code", None, "COD"),
        ("BUMM", "iso4", "code", None, "MMR"),
        ("SK", "iso2", "code", None, "SVK"),
        ("SK", "iso2", "code", 1970, "SKM"),
        ("az", "iso2", "iso3", None, "AZE"),
        (" AZ ", "iso2", "iso3", None, "AZE"),
        ("Q183", "wikidata", "iso3", None, "DEU"),
        ("DEU", None, "wikidata", None, "Q183"),
        ("DEU", None, "name", None, "Germany"),
        ("Côte d’Ivoire", "name", "code", None, "CIV"),
    ],
)
def test_a_code_on_a_date(value, source, to, on, code):
    """Each has the code that it bore then; the later one where a year allows two."""
    assert code == convert(value, source=source, to=to, on=on).one()


@pytest.mark.parametrize(
    "value, source, to, on, reason",
    [
        ("HKG", None, "cow", None, "Hong Kong (HKG) has no COW number"),
        ("HKG", None, "cow_abbreviation", 1980, "Hong Kong (HKG) has no COW abbrev"),
        ("XKX", None, "iso3", None, "Kosovo (XKX) has no ISO alpha-3 code"),
        ("DEU", None, "iso4", None, "Germany (DEU) has no ISO alpha-4 code"),
        (
            "DEU",
            None,
            "cow",
            1952,
            "Germany (DEU) had no COW number on 1952; it has had 255 to 1945-05-08, 260 fr",
        ),
        ("Perugia", None, "cow", None, "no state is called 'Perugia'; did you mean"),
        ("YUG", None, "cow", 2010, "no state called 'YUG' existed on 2010"),
        ("YUG", "iso3", "cow", 2010, "no state called 'YUG' existed on 2010"),
        (state("YUG"), None, "cow", 2010, "no state called 'YUG' existed on 2010"),
        (
            540,
            "cow",
            "code",
            1900,
            "the COW number 540 on 1900; it is that of Angola (AGO), which existed 1975-11",
        ),
        (
            365,
            "cow",
            "code",
            1700,
            "Russia (RUS) to 1922-12-29, and of Russia (RUS) from 1991-12-26, and of",
        ),
        (999, "cow", "code", None, "no state has the COW number 999"),
        (260.5, "cow", "code", None, "no state has the COW number 260.5"),
        (math.inf, "cow", "code", None, "no state has the COW number inf"),
        (-2, "cow", "code", None, "no state has the COW number -2"),
        (10**400, "cow", "code", None, "no state has the COW number"),
        ("9" * 10_000, "cow", "code", None, "no state has the COW number '999"),
        ("٢٦٠", "cow", "code", None, "no state has the COW number"),
        ("GMY", "cow", "code", None, "no state has the COW number 'GMY'"),
        ("", "cow", "code", None, "no state has the COW number ''"),
        ("x" * 10_000, "iso2", "code", None, "(10000 characters)"),
        ("x" * 10_000, "name", "code", None, "(10000 characters)"),
        (
            "TR",
            "iso3",
            "cow",
            None,
            "alpha-3 code 'TR'; otherwise it means Türkiye (TUR)",
        ),
        ("Congo", "iso3", "cow", None, "no state has the ISO alpha-3 code 'Congo'"),
        (None, "cow", "code", None, "there is no value"),
        (math.nan, "cow", "code", None, "there is no value"),
        (math.nan, "iso3", "code", 1990, "there is no value"),
        (None, "iso2", "code", None, "Namibia's NA"),
        (math.nan, None, "code", None, "keep_default_na=False"),
    ],
)
def test_missing(value, source, to, on, reason):
    """What has no code keeps its place, and the reason is said."""
    with pytest.warns(ConversionWarning, match="1 value to .*: 0 converted, 1 missing"):
        conversion = convert([value], source=source, to=to, on=on)

    assert [None] == list(conversion)
    assert reason in conversion.missing[0].reason
    assert (0,) == conversion.missing[0].rows
    assert not conversion.is_complete
    with pytest.raises(NotFound) as caught:
        conversion.one()
    assert str(caught.value) == conversion.missing[0].reason


@pytest.mark.parametrize(
    "value, source, on, candidates",
    [
        ("Congo", None, None, {"COD", "COG"}),
        ("Germany", None, 1980, {"DEU", "DDR"}),
        ("Vietnam", None, 1960, {"VNM", "XVS"}),
        ("Yugoslavia", None, 1992, {"YUG", "SCG"}),
        ("CS", "iso2", None, {"CSK", "SCG"}),
        ("891", "numeric", None, {"YUG", "SCG"}),
        (345, "cow", None, {"SRB", "SCG", "YUG"}),
        (365, "cow", None, {"RUS", "SUN"}),
        ("TAZ", "cow_abbreviation", None, {"TZA", "XTK"}),
    ],
)
def test_ambiguous(value, source, on, candidates):
    """What several may be is not decided: all are named."""
    with pytest.warns(ConversionWarning, match="2 ambiguous"):
        conversion = convert([value, value], source=source, to="code", on=on)

    lost = conversion.ambiguous[0]
    assert (None, None) == conversion.values
    assert candidates == {candidate[-4:-1] for candidate in lost.candidates}
    assert (0, 1) == lost.rows
    with pytest.raises(AmbiguousState) as caught:
        quietly(value, source=source, to="code", on=on).one()
    assert lost.candidates == caught.value.candidates


@pytest.mark.parametrize(
    "values, asked, code, named",
    [
        (["SRB", "YUG", "FRA", "SCG"], {"to": "cow"}, 345, ("SRB", "YUG", "SCG")),
        (["Russia", "USSR"], {"to": "cow"}, 365, ("Russia", "USSR")),
        ([678, 679, 680, 678], {"source": "cow", "to": "code"}, "YEM", (678, 679)),
        ([255, 260], {"source": "cow", "to": "iso3", "on": 1990}, "DEU", (255, 260)),
        (["BU", "MM"], {"source": "iso2", "to": "iso3"}, "MMR", ("BU", "MM")),
        (["YUG", "SCG"], {"source": "code", "to": "numeric"}, "891", ("YUG", "SCG")),
    ],
)
def test_merged(values, asked, code, named):
    """A code that several states or codes became is reported, and kept."""
    with pytest.warns(ConversionWarning, match="merged"):
        conversion = convert(values, **asked)

    merged = conversion.merged[0]
    assert 1 == len(conversion.merged)
    assert (code, named) == (merged.code, merged.values)
    assert [code] * len(merged.rows) == [conversion[row] for row in merged.rows]
    assert conversion.is_complete
    conversion.raise_if_incomplete()


@pytest.mark.parametrize(
    "values, asked",
    [
        (["Turkey", "Türkiye", "TUR", state("TUR")], {"to": "iso2"}),
        (["Turkey", "Türkiye"], {"to": "iso2", "source": "name"}),
        (
            [260, 260.0, "260", " 260 ", "260.0"],
            {"to": "iso3", "source": "cow", "on": 1980},
        ),
        ([260, 255], {"to": "iso3", "source": "cow", "on": [1980, 2000]}),
    ],
)
def test_not_merged(values, asked):
    """Two spellings are no two states, nor are two codes on two dates."""
    conversion = convert(values, **asked)

    assert () == conversion.merged
    assert 1 == len(set(conversion))


# -- values and dates ----------------------------------------------------------------


@pytest.mark.parametrize(
    "on",
    [
        1980,
        1980.0,
        "1980",
        "1980-06",
        date(1980, 6, 1),
        PartialDate("198X"),
        "1980-06-01",
    ],
)
def test_a_date_in_any_form(on):
    """A year may be a number here; what the library takes for a date elsewhere is one."""
    assert 260 == convert("DEU", to="cow", on=on).one()


def test_one_value_on_many_dates():
    """A single value is converted for each date."""
    assert (260, 260, 255) == convert("DEU", to="cow", on=range(1988, 1991)).values
    assert () == convert("DEU", to="cow", on=[]).values


def test_a_date_for_each():
    """As many dates as values: the years of a panel."""
    conversion = convert(iter(["DEU", "DEU"]), to="cow", on=iter([1980, "2000-01-01"]))

    assert (260, 255) == conversion.values


@pytest.mark.parametrize("absent", [None, math.nan, float("nan")])
def test_no_date_where_each_has_one(absent):
    """A row without a date has no code: the others' dates say nothing of it."""
    conversion = quietly(["DEU", "DEU"], to="cow", on=[1980, absent])

    assert (260, None) == conversion.values
    assert "'DEU' stands without a date" == conversion.missing[0].reason
    assert conversion.missing[0].on is None


@pytest.mark.parametrize(
    "on, error, message",
    [
        ([1980], InvalidValue, "on: there are 1 dates for 2 values"),
        (0, InvalidDate, "0 is not a year from 1 to 9999"),
        (10**400, InvalidDate, "is not a year from 1 to 9999"),
        (1980.5, InvalidDate, "1980.5 is not a year"),
        (math.inf, InvalidDate, "inf is not a year"),
        (math.nan, InvalidDate, "on: nan is not a date"),
        ("yesterday", InvalidDate, "'yesterday' is not a date"),
        (True, WrongType, r"on\[0\]: True is a bool; expected a date or a year"),
        ([1, True], WrongType, r"on\[1\]: True is a bool; expected a date or a year"),
        (datetime(1980, 1, 1), WrongType, "give its .date()"),  # noqa: DTZ001
        ([1980, b"1980"], WrongType, r"on\[1\]: b'1980' is a bytes"),
        (b"1980", WrongType, "expected a sequence of dates or years"),
        ({1980: 1990}, WrongType, "expected a sequence of dates or years"),
    ],
)
def test_refuses_what_is_no_date(on, error, message):
    """A wrong date is a mistake in the call, not a missing code."""
    with pytest.raises(error, match=message):
        convert(["DEU", "FRA"], to="cow", on=on)


@pytest.mark.parametrize(
    "values, source, message",
    [
        (260, None, r"values\[0\]: 260 is an int; say of which scheme, such as source="),
        ([260], "iso3", r"values\[0\]: 260 is an int; expected an ISO alpha-3 code"),
        ([2.0], "cowc", r"values\[0\]: 2.0 is a float; expected a COW abbreviation"),
        (["DEU", b"FRA"], None, r"values\[1\]: b'FRA' is a bytes; expected a code or a"),
        (["DEU", ["FRA"]], None, r"values\[1\]: \['FRA'\] is a list; expected a code"),
        ([1, True], "cow", r"values\[1\]: True is a bool; expected a COW number"),
        (True, "cow", "True is a bool"),
        (b"DEU", None, "b'DEU' is a bytes, expected a sequence of codes or names"),
        (None, None, "expected a sequence of codes or names"),
        ({"DEU": 1}, None, "expected a sequence of codes or names"),
        (3j, "cow", "expected a sequence of codes or names"),
    ],
)
def test_refuses_what_is_no_code(values, source, message):
    """A value of the wrong type is a mistake in the call: its place is named."""
    with pytest.raises(WrongType, match=message):
        convert(values, source=source, to="code")


def test_values_that_pandas_leaves():
    """What pandas and numpy write for numbers and for nothing is understood."""
    np, pd = pytest.importorskip("numpy"), pytest.importorskip("pandas")
    given = [np.int16(260), np.float32(260), pd.NA, pd.NaT, np.float64("nan"), "260"]

    conversion = quietly(given, source="cow", to="iso3", on=np.int64(1980))

    assert ("DEU", "DEU", None, None, None, "DEU") == conversion.values
    assert [(None, (2, 3, 4))] == rows(conversion.missing)
    with pytest.raises(WrongType, match="expected a COW number"):
        convert([np.bool_(1)], source="cow", to="iso3")
    assert (260, None) == quietly("DEU", to="cow", on=[np.float64(1980), pd.NaT]).values
    with pytest.raises(InvalidDate, match="NaT is not a date"):
        convert("DEU", to="cow", on=pd.NaT)


# -- schemes -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name, known",
    [
        ("ISO3", "iso3"),
        ("iso3c", "iso3"),
        ("iso2c", "iso2"),
        ("iso3n", "numeric"),
        ("cown", "cow"),
        ("cowc", "cow_abbreviation"),
        ("COW abbreviation", "cow_abbreviation"),
        ("gwn", "gw"),
        ("un", "m49"),
        ("country.name", "name"),
        ("country.name.en", "name"),
        ("ISO2", "iso2"),
        ("ISOnumeric", "numeric"),
        ("UNcode", "m49"),
        ("GWcode", "gw"),
        ("name_short", "name"),
        ("alpha_2", "iso2"),
        ("alpha-3", "iso3"),
        ("alpha_4", "iso4"),
    ],
)
def test_names_that_others_have_for_schemes(name, known):
    """What people know from countrycode, country_converter and pycountry works."""
    conversion = quietly(["DEU"], to=name)

    assert known == conversion.to
    assert quietly(["DEU"], to=known) == conversion
    assert known == quietly(["x"], source=name, to="code").source


@pytest.mark.parametrize(
    "name, error, message",
    [
        ("iso", InvalidValue, "'iso' is not a scheme of codes; did you mean iso"),
        ("cow_abbrev", InvalidValue, "did you mean cow_abbreviation"),
        ("p5n", InvalidValue, "expected one of code, name, iso2, iso3, iso4, numeric"),
        ("", InvalidValue, "'' is not a scheme of codes; expected one of"),
        ("x" * 10_000, InvalidValue, "10000 characters"),
        (3, WrongType, "3 is an int, expected the name of a scheme such as 'cow'"),
        (b"cow", WrongType, "expected the name of a scheme"),
    ],
)
@pytest.mark.parametrize("argument", ["to", "source"])
def test_refuses_unknown_schemes(name, error, message, argument):
    """An unknown scheme is refused, with near misses or all that there are."""
    with pytest.raises(error, match=message):
        convert([], **{"to": "code", argument: name})


# -- what comes out ------------------------------------------------------------------


@pytest.fixture
def lossy():
    """A conversion in which everything happens."""
    values = ["DEU", "HKG", "Congo", "YUG", "SRB", None, "HKG"]
    return quietly(values, to="cow")


def test_is_a_sequence(lossy):
    """It does all that a sequence does, and cannot be changed."""
    assert 7 == len(lossy)
    assert (255, None, None, 345, 345, None, None) == lossy.values == tuple(lossy)
    assert 255 == lossy[0]
    assert (345, 345) == lossy[3:5]
    assert 345 in lossy
    assert (3, 2) == (lossy.index(345), lossy.count(345))
    assert (None, "cow") == (lossy.source, lossy.to)
    with pytest.raises(AttributeError, match="immutable; cannot set to"):
        lossy.to = "gw"
    with pytest.raises(AttributeError, match="immutable; cannot delete to"):
        del lossy.to


def test_equals_what_says_the_same(lossy):
    """Equal, hashed and copied by all that it says."""
    again = quietly(["DEU", "HKG", "Congo", "YUG", "SRB", None, "HKG"], to="cow")
    other = quietly(["DEU", "HKG", "Congo", "YUG", "SCG", None, "HKG"], to="cow")

    assert lossy == again
    assert hash(lossy) == hash(again)
    assert lossy != other
    assert lossy != list(lossy)
    for same in (
        copy.copy(lossy),
        copy.deepcopy(lossy),
        pickle.loads(pickle.dumps(lossy)),
    ):
        assert lossy == same
        assert type(same) is Conversion


def test_says_what_was_lost(lossy):
    """Its one line counts what its text lists."""
    assert (
        "<Conversion to cow: 255, None, None, 345, 345, None, … 7 values "
        "(3 missing, 1 ambiguous, 1 merged)>"
    ) == repr(lossy)
    assert (
        "7 values to cow: 3 converted, 3 missing, 1 ambiguous, 1 merged\n"
        "  missing: Hong Kong (HKG) has no COW number (2 times)\n"
        "  missing: there is no value; pandas reads Namibia's NA so, unless told "
        "keep_default_na=False\n"
        "  ambiguous: 'Congo' may be Democratic Republic of the Congo (COD) or Republic "
        "of the Congo (COG); give the code\n"
        "  merged: 'YUG' and 'SRB' are 345"
    ) == str(lossy)
    assert "<Conversion to cow: nothing>" == repr(quietly([], to="cow"))
    assert "<Conversion to cow: 255>" == repr(quietly("DEU", to="cow"))
    assert "'SRB' and 'YUG' are 345 on 19XX" in str(
        quietly(["SRB", "YUG"], to="cow", on="19XX")
    )


def test_warns_once_from_the_line_that_asked():
    """One warning for all that was lost, where it was asked for; none if nothing was."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        convert(["HKG", "MAC", "Congo", "SRB", "YUG"], to="cow")
        convert(["DEU"], to="cow")

    assert [__file__] == [warning.filename for warning in caught]
    assert "5 values to cow: 2 converted, 2 missing, 1 ambiguous" in str(
        caught[0].message
    )


def test_a_long_report_is_cut():
    """Of thousands of mistakes some are shown, and the rest counted."""
    conversion = quietly([f"nowhere {n}" for n in range(100)], to="cow")

    assert 22 == len(str(conversion).splitlines())
    assert str(conversion).endswith("… and 80 more")
    assert 100 == len(conversion.missing)


def test_hostile_values_stay_on_their_line():
    """What steers a terminal or is a megabyte long does neither in the report."""
    conversion = quietly(["\x1b[2J\n" * 3, "\ud800", "x" * 1_000_000], to="cow")

    assert 4 == len(str(conversion).splitlines())
    assert "\x1b" not in str(conversion)
    assert len(str(conversion)) < 1000


def test_as_a_dictionary(lossy):
    """Each value with its code; refused where a value has two."""
    expected = {
        "DEU": 255,
        "HKG": None,
        "Congo": None,
        "YUG": 345,
        "SRB": 345,
        None: None,
    }
    assert expected == lossy.to_dict()
    assert {"DEU": 260} == convert("DEU", to="cow", on=[1980, 1981]).to_dict()
    with pytest.raises(InvalidValue, match="'DEU' is 260 on one date and 255 on another"):
        convert("DEU", to="cow", on=[1980, 2000]).to_dict()


def test_raise_if_incomplete(lossy):
    """Who needs every code asks for it, and is told all that is missing."""
    with pytest.raises(IncompleteConversion) as caught:
        lossy.raise_if_incomplete()

    assert (*lossy.missing, *lossy.ambiguous) == caught.value.lost
    assert 4 == len(str(caught.value).splitlines())


def test_one_of_several(lossy):
    """The only code is asked of one value."""
    with pytest.raises(MultipleFound, match="there are 7 values here, not one"):
        lossy.one()
    with pytest.raises(NotFound, match="there is no value here"):
        convert([], to="cow").one()


# -- laws ----------------------------------------------------------------------------

DAYS = st.dates(date(1816, 1, 1), date(2024, 1, 1)).map(PartialDate)
YEARS = st.integers(1816, 2024)

PASSED_ON = {
    "iso2": {"CSK", "SCG", "ATB", "BES", "GEL", "GEO", "SKM", "SVK"},
    "numeric": {"YUG", "SCG", "GEL", "KIR"},
}
"""Whose ISO code was another's too, with no record of when it passed on."""


@given(st.sampled_from(EVERY), st.sampled_from(SCHEMES), DAYS)
def test_there_and_back(one, scheme, day):
    """On a day on which a state has a code, the code is that of the state."""
    if not was_there(one, day).certain:
        return
    code = quietly(one, to=scheme, on=day)
    if not code.is_complete:
        return
    back = quietly(code, source=scheme, to="code", on=day)

    if back.ambiguous:
        assert one.code in PASSED_ON["numeric" if scheme == "m49" else scheme]
        assert one.code in {name[-4:-1] for name in back.ambiguous[0].candidates}
    else:
        assert one.code == back.one()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_there_and_back_today(scheme):
    """Likewise without a date, but for what several have borne."""
    codes = quietly(EVERY, to=scheme)
    back = quietly(codes, source=scheme, to="code")
    unsure = {row for lost in (*back.ambiguous, *codes.missing) for row in lost.rows}

    for row, one in enumerate(EVERY):
        if row not in unsure and one.code != back[row]:
            # What ISO withdrew, and gave to another that has it today.
            assert (one.code, scheme) in {
                *((code, "iso2") for code in ("ATB", "GEL", "SKM")),
                *(("GEL", each) for each in ("numeric", "m49")),
            }


@given(st.sampled_from(EVERY), DAYS | YEARS.map(str).map(PartialDate))
def test_numbers_are_those_of_the_state(one, day):
    """A number is what the state itself says of that day, if it was there."""
    was = was_there(one, day).possible

    assert [one.cow_on(day) if was else None] == list(quietly(one, to="cow", on=day))
    assert [one.gw_on(day) if was else None] == list(quietly(one, to="gw", on=day))


VALUES = (
    st.sampled_from([*EVERY, *(one.name for one in EVERY), *(one.code for one in EVERY)])
    | st.text(max_size=20)
    | st.none()
)


@given(st.lists(st.tuples(VALUES, YEARS)), st.sampled_from(SCHEMES))
def test_a_list_is_converted_as_each(pairs, to):
    """The rows do not know of each other."""
    values, years = [v for v, _ in pairs], [y for _, y in pairs]
    each = [quietly([v], to=to, on=y)[0] for v, y in pairs]

    assert each == list(quietly(values, to=to, on=years))


@given(
    st.lists(st.sampled_from([*EVERY, "Congo", "x", None, "YUG", "SRB"])),
    st.sampled_from(SCHEMES),
    st.none() | YEARS,
)
def test_every_loss_is_reported(values, to, on):
    """Where there is no code, and only there, a reason names the row."""
    conversion = quietly(values, to=to, on=on)
    named = [
        r for lost in (*conversion.missing, *conversion.ambiguous) for r in lost.rows
    ]

    assert sorted(named) == [r for r, code in enumerate(conversion) if code is None]
    assert len(values) == len(conversion)


# -- beside others -------------------------------------------------------------------


def test_as_pycountry():
    """ISO's codes are those of pycountry, in every direction."""
    names = {"iso2": "alpha_2", "iso3": "alpha_3", "numeric": "numeric"}
    for source, origin in names.items():
        for to, target in names.items():
            given = [getattr(country, origin) for country in pycountry.countries]
            wanted = [getattr(country, target) for country in pycountry.countries]
            assert wanted == list(convert(given, source=source, to=to))


NOT_AS_COCO = {
    ("ISO2", "GRC"): "theirs is a pattern that takes Eurostat's EL too",
    ("ISO2", "GBR"): "theirs is a pattern that takes UK too",
    ("ISO2", "XKX"): "XK is from the range that ISO leaves to its users",
    ("ISOnumeric", "XKX"): "412 is no number of ISO's",
    ("UNcode", "TWN"): "the UN's list has no Taiwan; ours is ISO's number",
    ("GWcode", "CZE"): "315 is Czechoslovakia's",
    ("GWcode", "VNM"): "817 was South Vietnam's",
    ("GWcode", "YEM"): "680 was South Yemen's",
    ("name_short", "SGS"): "no state is called South Georgia and South Sandwich Is. here",
    ("name_short", "BLM"): "no state is called St. Barths here",
}
"""Where country_converter says otherwise, and why."""


def test_as_country_converter():
    """Codes and names of today are those of country_converter, but for what is explained."""
    try:
        coco = pytest.importorskip("country_converter")
        theirs = coco.CountryConverter().data.astype(object)
    except TypeError:
        pytest.skip("this country_converter does not work with this pandas")
    theirs = theirs.where(theirs.notna(), None)
    schemes_of = {
        "ISO2": "iso2",
        "ISOnumeric": "numeric",
        "UNcode": "m49",
        "GWcode": "gw",
    }
    found = set()
    for column, to in schemes_of.items():
        ours = quietly(theirs.ISO3, source="iso3" if to != "gw" else "code", to=to)
        for key, code, mine in zip(theirs.ISO3, theirs[column], ours, strict=True):
            same = code if mine is None or code is None else type(mine)(_plain(code, to))
            if same != mine:
                found.add((column, key))
    names = quietly(theirs.name_short, to="code")
    for key, mine in zip(theirs.ISO3, names, strict=True):
        if key != mine:
            found.add(("name_short", key))

    assert set(NOT_AS_COCO) == found


def _plain(code, to):
    """Their number as ours are written."""
    return f"{int(code):03}" if to in ("numeric", "m49") else code
