"""A column of codes beside another: the same table, the same rows, nothing dropped."""

from __future__ import annotations

import sys

from datetime import date, datetime

import pytest

from hypothesis import given
from hypothesis import strategies as st

from summitry import ConversionWarning
from summitry.errors import InvalidDate, InvalidValue, MissingExtra, NotFound, WrongType
from summitry.ext.codes import Converted, convert_column
from summitry.states import all_states
from summitry.states.codes import converted
from summitry.states.schemes import NAMES


pa = pytest.importorskip("pyarrow")
pd = pytest.importorskip("pandas")
pl = pytest.importorskip("polars")

PANEL = {"ccode": [260, 255, 345, 345, 365], "year": [1980, 2000, 1980, 2010, 1950]}
STATES = ["DEU", "DEU", "YUG", "SRB", "SUN"]


def as_list(table, column):
    """The cells of a column, ``None`` where there is nothing."""
    if isinstance(table, pd.DataFrame):
        return [None if pd.isna(cell) else cell for cell in table[column]]
    return (
        table[column].to_list()
        if isinstance(table, pl.DataFrame)
        else (table[column].to_pylist())
    )


@pytest.mark.parametrize(
    "make, kind",
    [
        (pd.DataFrame, pd.DataFrame),
        (pl.DataFrame, pl.DataFrame),
        (pa.table, pa.Table),
        (pa.RecordBatch.from_pydict, pa.Table),
        (lambda data: pa.table(data).to_reader(), pa.Table),
    ],
)
def test_numbers_and_years(make, kind):
    """A panel gets the states that bore its numbers in its years, as the table it was."""
    table, report = convert_column(
        make(PANEL), "ccode", source="cow", to="code", on="year", name="state"
    )

    assert type(table) is kind
    assert STATES == as_list(table, "state") == list(report)
    assert PANEL["ccode"] == as_list(table, "ccode")
    assert ["ccode", "year", "state"] == list(
        getattr(table, "column_names", table.columns)
    )
    assert report.is_complete


def test_of_duckdb():
    """A relation of DuckDB becomes an Arrow table, which it reads again."""
    duckdb = pytest.importorskip("duckdb")
    relation = duckdb.sql("SELECT 260 AS ccode, 1980 AS year")

    made = convert_column(relation, "ccode", source="cow", to="iso3", on="year").table

    assert [("DEU",)] == duckdb.from_arrow(made).project("iso3").fetchall()


def test_of_a_collection(world):
    """The records of an organization get the numbers of their states when they joined."""
    spells = world.memberships.of("CICA")
    with pytest.warns(ConversionWarning):
        converted_ = convert_column(spells, "state", to="cow", on="since")

    assert isinstance(converted_, Converted)
    assert len(spells) == converted_.table.num_rows
    numbers = dict(
        zip(
            as_list(converted_.table, "state"),
            as_list(converted_.table, "cow"),
            strict=True,
        )
    )
    assert (373, 710) == (numbers["AZE"], numbers["CHN"])
    # PSE has no number; some members are organizations.
    assert {"PSE", None} >= {lost.value for lost in converted_.report.missing}


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, pa.table])
def test_nothing_is_dropped(make):
    """Where there is no code there is null, and the report names the row."""
    frame = make({"ccode": [2, None, 999, 345], "name": ["USA", None, "x", "Y"]})
    with pytest.warns(ConversionWarning, match="4 values to code: 1 converted") as caught:
        table, report = convert_column(frame, "ccode", source="cow", to="code")

    assert ["USA", None, None, None] == as_list(table, "code")
    assert [(1,), (2,)] == [lost.rows for lost in report.missing]
    assert [(3,)] == [lost.rows for lost in report.ambiguous]
    assert [__file__] == [warning.filename for warning in caught]


@pytest.mark.parametrize(
    "make, whole, text",
    [
        (pd.DataFrame, "Int64", ("str", "object")),
        (pl.DataFrame, "Int64", ("String",)),
        (pa.table, "int64", ("string",)),
    ],
)
@pytest.mark.filterwarnings("ignore::summitry.ConversionWarning")
def test_types_of_the_new_column(make, whole, text):
    """Numbers stay whole where some are missing; codes of digits are text."""
    frame = make({"state": ["AUS", "HKG"]})
    types = {}
    for scheme in ("cow", "gw", "m49", "iso2"):
        column = convert_column(frame, "state", to=scheme).table[scheme]
        types[scheme] = str(column.type if make is pa.table else column.dtype)

    assert (whole, whole) == (types["cow"], types["gw"])
    assert types["m49"] in text
    assert types["iso2"] in text


def test_pandas_keeps_its_labels_and_its_frame():
    """Labels that are not unique, categories and nullable numbers do no harm."""
    frame = pd.DataFrame(
        {"ccode": pd.array([260, pd.NA, 345], dtype="Int64"), 7: ["a", "b", "c"]},
        index=["x", "x", "y"],
    )
    before = frame.copy()
    with pytest.warns(ConversionWarning):
        table = convert_column(frame, "ccode", source="cow", to="iso3", on=1980).table

    assert ["x", "x", "y"] == list(table.index)
    assert ["ccode", 7, "iso3"] == list(table.columns)
    assert ["DEU", None, "YUG"] == as_list(table, "iso3")
    pd.testing.assert_frame_equal(before, frame)
    categories = pd.DataFrame({"s": pd.Categorical(["DEU", "FRA", "DEU"])})
    assert [255, 220, 255] == as_list(
        convert_column(categories, "s", to="cow").table, "cow"
    )


@pytest.mark.parametrize(
    "days",
    [
        [1980, 2000],
        [1980.0, 2000.0],
        ["1980", "2000-05"],
        [date(1980, 1, 1), date(2000, 1, 1)],
        [datetime(1980, 1, 1), datetime(2000, 1, 1)],  # noqa: DTZ001
    ],
)
@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, pa.table])
def test_dates_in_any_form(make, days):
    """Years, dates, moments and EDTF text say when."""
    frame = make({"state": ["DEU", "DEU"], "when": days})

    assert [260, 255] == list(convert_column(frame, "state", to="cow", on="when").report)


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, pa.table])
@pytest.mark.parametrize("there", [1980, "1980", datetime(1980, 1, 1)])  # noqa: DTZ001
def test_a_row_without_a_date(make, there):
    """It has no code, and is not taken for today."""
    frame = make({"state": ["DEU", "DEU"], "when": [there, None]})
    with pytest.warns(ConversionWarning, match="stands without a date"):
        report = convert_column(frame, "state", to="cow", on="when").report

    assert [260, None] == list(report)


@pytest.mark.parametrize("on", ["1980", 1980, date(1980, 1, 1)])
def test_one_date_for_all(on):
    """What names no column is a date; a column's name goes before."""
    frame = pl.DataFrame({"state": ["DEU"]})

    assert [260] == list(convert_column(frame, "state", to="cow", on=on).report)
    frame = pl.DataFrame({"state": ["DEU"], "1980": [2000]})
    assert [255] == list(convert_column(frame, "state", to="cow", on="1980").report)


def test_namibia_as_pandas_reads_it(tmp_path):
    """Where NA was read as nothing, the report says how to read it."""
    file = tmp_path / "panel.csv"
    file.write_text("iso2\nNA\nDE\n", encoding="utf-8")
    with pytest.warns(ConversionWarning, match="keep_default_na=False"):
        report = convert_column(
            pd.read_csv(file), "iso2", source="iso2", to="iso3"
        ).report

    assert [None, "DEU"] == list(report)
    frame = pd.read_csv(file, keep_default_na=False)
    assert ["NAM", "DEU"] == list(
        convert_column(frame, "iso2", source="iso2", to="iso3").report
    )


class Broken:
    """What says that it offers Arrow data, and does not."""

    def __arrow_c_stream__(self, requested_schema=None):
        message = "out\nof order"
        raise RuntimeError(message)


@pytest.mark.parametrize(
    "table, column, asked, error, message",
    [
        (
            PANEL,
            "ccode",
            {},
            WrongType,
            "is a dict, expected a frame of pandas or polars",
        ),
        (pl.LazyFrame(PANEL), "ccode", {}, WrongType, "expected a frame of pandas"),
        (pa.Table, "ccode", {}, WrongType, "expected a frame of pandas"),
        (Broken(), "ccode", {}, InvalidValue, "table: not a sound Arrow table: .*order"),
        (
            pl.DataFrame(PANEL),
            "ccod",
            {},
            NotFound,
            "no column 'ccod'; did you mean ccode",
        ),
        (pl.DataFrame(PANEL), 3, {}, WrongType, "column: 3 is an int, expected the name"),
        (pl.DataFrame(PANEL), "ccode", {"name": 3}, WrongType, "name: 3 is an int"),
        (
            pl.DataFrame(PANEL),
            "ccode",
            {"name": "year"},
            InvalidValue,
            "column 'year' alr",
        ),
        (pl.DataFrame(PANEL), "ccode", {"on": "yaer"}, NotFound, "did you mean year"),
        (pl.DataFrame(PANEL), "ccode", {"on": 0}, InvalidDate, "0 is not a year"),
        (
            pl.DataFrame(PANEL),
            "ccode",
            {"on": True},
            WrongType,
            r"on\[0\]: True is a bool",
        ),
        (pl.DataFrame(PANEL), "ccode", {"on": [1980]}, InvalidValue, "1 dates for 5"),
        (
            pl.DataFrame(PANEL),
            "ccode",
            {"to": "cown2"},
            InvalidValue,
            "not a scheme of code",
        ),
        (
            pl.DataFrame(PANEL),
            "ccode",
            {"source": None},
            WrongType,
            r"ccode\[0\]: 260 is",
        ),
        (
            pl.DataFrame({"ccode": [True]}),
            "ccode",
            {},
            WrongType,
            r"ccode\[0\]: True is a bool; expected a COW number",
        ),
        (
            pl.DataFrame({"ccode": [2, 2], "y": [True, False]}),
            "ccode",
            {"on": "y"},
            WrongType,
            r"y\[0\]: True is a bool; expected a date or a year",
        ),
        (
            pd.DataFrame([[1, 2]], columns=["ccode", "ccode"]),
            "ccode",
            {},
            InvalidValue,
            "there are 2 columns 'ccode'",
        ),
        (
            pa.table([[1], [2]], names=["ccode", "ccode"]),
            "ccode",
            {},
            InvalidValue,
            "there are 2 columns 'ccode'",
        ),
    ],
)
def test_refused(table, column, asked, error, message):
    """What is no table, no column or no date is refused before anything is made."""
    with pytest.raises(error, match=message):
        convert_column(table, column, **{"source": "cow", "to": "code", **asked})


def test_arrow_needs_its_extra(monkeypatch):
    """Frames of pandas and polars need nothing more; other tables need pyarrow."""
    table, pandas_frame = pa.table(PANEL), pd.DataFrame(PANEL)
    polars_frame = pl.DataFrame(PANEL)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    asked = {"source": "cow", "to": "code", "on": "year"}

    for frame in (pandas_frame, polars_frame):
        assert STATES == list(convert_column(frame, "ccode", **asked).report)
    with pytest.raises(MissingExtra, match=r"an Arrow table.*summitry\[arrow\]"):
        convert_column(table, "ccode", **asked)


def test_neither_pandas_nor_polars_is_asked_for(monkeypatch):
    """An Arrow table is converted where neither was imported."""
    for name in ("pandas", "polars"):
        monkeypatch.delitem(sys.modules, name)

    table = convert_column(
        pa.table(PANEL), "ccode", source="cow", to="code", on="year"
    ).table

    assert STATES == as_list(table, "code")


NAMED = [*(one.code for one in all_states()), "Congo", "nowhere", None]


@pytest.mark.filterwarnings("ignore::summitry.ConversionWarning")
@given(
    st.lists(
        st.tuples(st.sampled_from(NAMED), st.none() | st.integers(1816, 2024)), min_size=1
    ),
    st.sampled_from(NAMES),
)
def test_every_kind_of_table_says_the_same(pairs, to):
    """pandas, polars, Arrow and plain lists agree, with the same report."""
    data = {"state": [v for v, _ in pairs], "year": [y for _, y in pairs]}
    plain = converted(data["state"], to=to, on=data["year"])
    arrow = pa.table(data, schema=pa.schema({"state": pa.string(), "year": pa.int64()}))

    for frame in (arrow, arrow.to_pandas(), pl.DataFrame(arrow)):
        table, report = convert_column(frame, "state", to=to, on="year", name="new")
        assert plain.values == report.values
        assert list(plain) == as_list(table, "new")
        assert plain.missing == report.missing
        assert plain.merged == report.merged
