"""The Correlates of War tables: read into a catalogue, and given back cell for cell.

The tables of the sample are invented; the real ones are no part of this project. Those of
the reference folder are read as far as they go, and a full copy where SUMMITRY_COW says
that one is.
"""

from __future__ import annotations

import csv
import gzip
import io
import os
import random
import shutil
import sys

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv as pc
import pytest

from hypothesis import given
from hypothesis import strategies as st

import summitry

from summitry import Catalog, State, Status
from summitry.errors import (
    DamagedFileWarning,
    DisagreementWarning,
    DocumentError,
    FileError,
    InvalidValue,
    MissingExtra,
)
from summitry.ext import cow
from summitry.ext.cow import (
    Disagreement,
    DyadDisagreement,
    disagreements,
    igo_year,
    read_cow,
    state_year,
    verify_dyadic,
)
from summitry.ext.cow.dyads import joint
from summitry.ext.cow.records import label, organization_ids
from summitry.states import StateNumber


SAMPLE = Path(__file__).with_name("cow_sample")
STATE_YEAR, IGO_YEAR, STATES = (
    "state_year_format3.csv",
    "igo_year_format3.csv.gz",
    "states2016.csv",
)


@pytest.fixture(scope="module")
def sample():
    """The catalogue of the sample, whose two tables disagree in two cells."""
    with pytest.warns(DisagreementWarning, match="2 cells of 2 bodies"):
        return read_cow(SAMPLE)


@pytest.fixture
def folder(tmp_path):
    """A copy of the sample's state-year table and states, to be changed."""
    for name in (STATE_YEAR, STATES):
        shutil.copy(SAMPLE / name, tmp_path / name)
    return tmp_path


@pytest.fixture(scope="module")
def full():
    """The folder of a full copy of the tables."""
    place = os.environ.get("SUMMITRY_COW")
    if not place:
        pytest.skip("no full copy of COW's tables: set SUMMITRY_COW")
    return Path(place)


def write(folder, name, rows):
    """Put a table in a folder."""
    with (folder / name).open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)
    return folder


def lines(folder, name=STATE_YEAR):
    """The rows of a table in a folder, with the header."""
    with (folder / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def table_of(folder, name=STATE_YEAR):
    """The rows of a table, by number and year, as COW's codes: missing cells are -1."""
    header, *rows = lines(folder, name)
    return {
        (int(row[0]), int(row[1])): dict(zip(header[3:], map(int, row[3:]), strict=True))
        for row in rows
    }


def given_back(catalog):
    """The same of a catalogue that is rendered."""
    rows = state_year(catalog).to_pylist()
    return {
        (row.pop("ccode"), row.pop("year")): {
            key: value for key, value in row.items() if key != "state"
        }
        for row in rows
    }


def problems(folder, **options):
    """What is wrong with a folder: code, path and line."""
    with pytest.raises(DocumentError) as caught:
        read_cow(folder, **options)
    return [(p.code, p.path, p.line) for p in caught.value.problems]


# -- what becomes of the cells -------------------------------------------------------


def test_runs_of_years_become_spells(sample):
    """Canada was an associate for two years, then a member, and is so to the end."""
    spells = sample.memberships.of("LAKES").by("CAN")

    assert [
        ("associate", "1962", "1963"),
        ("member", "1964", "1964"),
        ("member", "1966", "1966"),
        ("member", "1988", "None"),
    ] == [(str(s.status), str(s.since), str(s.until)) for s in spells]


def test_a_year_that_is_missing_is_not_covered(sample):
    """Nobody is known of 1965, so the coverage leaves it out, for every kind of record."""
    covered = sample.organization("LAKES").coverage

    assert {"1962/1964", "1966/1966", "1988/.."} == {str(c.period) for c in covered}
    assert {"members", "observers", "others"} == {str(c.of) for c in covered}


def test_a_body_that_came_back_was_dormant(sample):
    """Years without it in between are told by its record, to the day."""
    body = sample.organization("REBORN")

    assert ("1962", "1992") == (str(body.since), str(body.until))
    assert ["1964-01-01/1988-12-31"] == [str(spell.period) for spell in body.dormant]


def test_a_state_that_had_gone_dates_the_founding(sample):
    """Zanzibar has no cell in 1964: the body was founded after its last day."""
    assert "[1964-04-27..1964-12-31]" == str(sample.organization("HILLS").since)


def test_what_is_odd_about_a_cell_is_a_spell_that_may_be_empty(sample):
    """Nothing is certain of it; its label is the code, and its note says what it means."""
    odd = [spell for spell in sample.memberships if spell.status_label]

    assert {
        ("ODD", "CAN", "-1", "[1990..1991]", "[1989..1990]"),
        ("LAKES", "DDR", "-9", "[1988..1990]", "[1987..1989]"),
        ("VALLEYS", "USA", "0", "[1992..1993]", "[1991..1992]"),
    } == {
        (s.organization, s.state, s.status_label, str(s.since), str(s.until)) for s in odd
    }
    assert all(spell.note for spell in odd)
    assert not sample.members("LAKES", on="1988-06-01", match="certain").states.count(
        "DDR"
    )


def test_a_number_that_changed_hands(sample):
    """345 was Yugoslavia's to 1991, and in the year of the change the later bearer's."""
    spells = [
        *sample.memberships.of("ODD").by("YUG"),
        *sample.memberships.of("ODD").by("SCG"),
    ]

    assert [("YUG", "1989/1991"), ("SCG", "1992/..")] == [
        (spell.state, str(spell.period)) for spell in spells
    ]


def test_the_state_system_is_that_of_the_table(sample):
    """A state has a number in the years of its rows, to the day where COW's list has it."""

    def numbers(code):
        return [(n.number, str(n.period)) for n in sample.states[code].cow_numbers]

    assert [(260, "1962/1966"), (260, "1988/1989"), (255, "1990-10-03/..")] == numbers(
        "DEU"
    )
    assert [(511, "1963-12-19/1964-04-26")] == numbers("XZZ")
    assert [] == numbers("FRA")
    assert not any(row[1] == 1990 for row in given_back(sample) if row[0] == 265)


def test_what_a_body_is_called(sample):
    """The long name without its brackets, the other names, the acronym, and COW's ids."""
    body = sample.organization("HILLS")

    assert "Commission of the Hills" == body.name
    assert ["Commission of the Hills (HILLS)", "Hills Commission"] == [
        name.text for name in body.names
    ]
    assert ("HILLS",) == body.acronyms
    assert {"cow": "HILLS", "cow_ionum": "9020"} == dict(body.ids)
    assert "Membership dates before 1965: Completely accurate." in body.note
    assert "Membership never changes." in body.note


def test_foundings_and_ends(sample):
    """COW's year of founding holds for a body older than the table; what differs is noted."""
    assert "1955" == str(sample.organization("C-CLUB").since)
    assert sample.organization("C-CLUB").note is None
    assert "COW gives 1964 as its end." in sample.organization("BRIEF").note


def test_a_founding_before_the_table_is_not_known_without_the_other_table(folder):
    """A body that is there from the first row on was founded in that year or before."""
    assert "[..1962]" == str(read_cow(folder).organization("LAKES").since)


def test_names_that_are_no_ids():
    """They become ids; the original stays with the record, and no two are the same."""
    assert ["EU", "EU-2", "CAFE-DE-L-EST", "IGO"] == organization_ids(
        ("eu", "E.U.".replace(".", ""), "Café de l/Est", "…")
    )
    assert "A Body" == label("A Body (in brackets) (that do not close")


def test_what_the_catalogue_says_of_itself(sample):
    """It is of the end of the last year, and names what is to be cited."""
    assert ("1994-12-31", "cow-igo-v3") == (str(sample.as_of), sample.version)
    assert "57(3)" in sample.sources["cow-igo-v3"].note
    assert "SMT202" not in {problem.code for problem in sample.check()}


def test_it_is_a_catalogue_like_any_other(sample, tmp_path):
    """Written to a file and read again, it gives the same table."""
    summitry.write(sample, tmp_path / "cow.jsonl")

    assert given_back(sample) == given_back(summitry.read(tmp_path / "cow.jsonl"))


def test_a_state_that_had_gone_but_met_the_body(folder):
    """If one that went before it has a cell, the founding does not tell why it has none."""
    write(
        folder,
        STATES,
        [SPELL, [511, 1963, 12, 19, 1964, 4, 26], [200, 1816, 1, 1, 1964, 2, 1]],
    )
    header = ["ccode", "year", "state", "hills"]
    rows = [
        [200, 1963, "uk", -1],
        [200, 1964, "", 1],
        [511, 1964, "", -1],
        [640, 1964, "", 1],
    ]
    write(folder, STATE_YEAR, [header, *rows, [2, 1963, "", -1]])
    catalog = read_cow(folder)

    assert "1964" == str(catalog.organization("HILLS").since)
    assert "-1" == catalog.memberships.of("HILLS").by("XZZ").one().status_label
    assert table_of(folder) == given_back(catalog)


def test_a_founding_that_the_tables_do_not_bear_out(folder):
    """COW's own year is noted; of several rows the last one tells, and notes are all kept."""
    alone(
        folder,
        [
            [
                "ioname",
                "year",
                "usa",
                "sdate",
                "deaddate",
                "longorgname",
                "sourcesandnotes",
            ],
            ["A", 1991, 1, "1985.0", "", "New name", "Later!"],
            ["A", 1990, 1, "1985.0", "", "Old name", "Tim"],
            ["B", 1989, 1, "n/a", "1995", "B", ""],
        ],
    )
    body = read_cow(folder).organization("A")

    assert "New name" == body.name
    assert "COW gives 1985 as its founding. Later! Tim." == body.note


# -- two tables ----------------------------------------------------------------------


def test_where_the_tables_disagree():
    """Each cell is told with what both say of it."""
    assert (
        Disagreement("Brief", 2, "usa", 1963, 1, 0),
        Disagreement("Lakes", 640, "turkey", 1992, 1, 3),
    ) == disagreements(SAMPLE)


def test_the_preferred_table_is_followed(sample):
    """By default the state-year table, else the other one."""
    with pytest.warns(DisagreementWarning):
        other = read_cow(SAMPLE, prefer="igo-year")

    assert (
        Status.MEMBER is sample.memberships.of("LAKES").by("TUR").on("1992").one().status
    )
    assert ["observer"] == [
        str(s.status) for s in other.memberships.of("LAKES").by("TUR").on("1992-06-01")
    ]


def test_what_only_the_other_table_has(sample):
    """A body without a column in the state-year table comes from the IGO-year table."""
    assert ("CAN", "USA") == sample.members("ONLY", on="1991-06-01").states


def test_one_table_is_enough(folder, tmp_path_factory):
    """Then nothing can disagree."""
    alone = tmp_path_factory.mktemp("alone")
    shutil.copy(SAMPLE / IGO_YEAR, alone / "IGO_Year_Format_3.CSV.GZ")
    shutil.copy(SAMPLE / STATES, alone / "STATES2016.csv")

    assert () == disagreements(folder)
    assert "LAKES" in read_cow(folder).organizations
    assert "ONLY" in read_cow(alone).organizations


# -- there and back ------------------------------------------------------------------


def test_the_state_year_table_is_given_back(folder):
    """Cell for cell, and row for row, with COW's short names."""
    table = state_year(read_cow(folder))
    expected = pc.read_csv(folder / STATE_YEAR).cast(table.schema)

    assert expected.equals(table)


def test_the_igo_year_table_is_given_back():
    """Every row and cell of it; and what it says of the bodies."""
    with pytest.warns(DisagreementWarning):
        table = igo_year(read_cow(SAMPLE, prefer="igo-year"))
    text = gzip.decompress((SAMPLE / IGO_YEAR).read_bytes()).decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    kept = [name for name in table.column_names if name != "orgname"]

    assert {tuple(str(row[name] or -1) for name in kept) for row in rows} == {
        tuple(str(value) for value in row.values())
        for row in table.select(kept).to_pylist()
    }
    assert "Hills Commission" in table["orgname"].to_pylist()


SPELL = ("ccode", "styear", "stmonth", "stday", "endyear", "endmonth", "endday")
CODES = st.sampled_from([1, 2, 3, 0, -9, -1])
NUMBERS = [2, 20, 200, 260, 345, 365, 511, 640]


@st.composite
def tables(draw):
    """A state-year table with any mixture of codes; some tell of a body as real ones do."""
    years = draw(st.lists(st.integers(1945, 1995), min_size=1, max_size=6, unique=True))
    count = draw(st.integers(1, 4))
    rows = []
    for year in sorted(years):
        whole = [draw(st.sampled_from([None, None, -9, -1])) for _ in range(count)]
        for number in draw(st.lists(st.sampled_from(NUMBERS), min_size=1, unique=True)):
            cells = [draw(CODES) if each is None else each for each in whole]
            rows.append([number, year, f"state{number}", *cells])
    rows.sort()
    return [["ccode", "year", "state", *(f"body{i}" for i in range(count))], *rows]


@given(table=tables(), listed=st.booleans())
def test_any_table_is_given_back(table, listed, tmp_path_factory):
    """Nothing is lost, whatever stands beside what."""
    folder = write(tmp_path_factory.mktemp("cow"), STATE_YEAR, table)
    if listed:
        shutil.copy(SAMPLE / STATES, folder / STATES)

    assert table_of(folder) == given_back(read_cow(folder))


@given(table=tables(), other=tables())
def test_any_two_tables_are_given_back(table, other, tmp_path_factory):
    """Of two tables the preferred one is followed wherever it has a row and a column."""
    folder = write(tmp_path_factory.mktemp("cow"), STATE_YEAR, table)
    header, *rows = other
    states = sorted({row[2] for row in rows})
    cells = {
        (row[2], row[1], body): row[3 + i]
        for row in rows
        for i, body in enumerate(header[3:])
    }
    years = sorted({row[1] for row in rows})
    turned = [
        [body, year, *(cells.get((state, year, body), "") for state in states)]
        for body in header[3:]
        for year in years
    ]
    write(folder, "igo_year_format3.csv", [["ioname", "year", *states], *turned])
    spell = [1816, 1, 1, 2016, 12, 31]
    named = [[int(state[5:]), *spell, state] for state in states]
    write(folder, STATES, [[*SPELL, "state"], *named])
    differences = disagreements(folder)
    if differences:
        with pytest.warns(DisagreementWarning):
            found = given_back(read_cow(folder))
    else:
        found = given_back(read_cow(folder))

    for key, row in table_of(folder).items():
        assert row == {body: found[key][body] for body in row}


@given(table=tables())
def test_any_igo_year_table_is_given_back(table, tmp_path_factory):
    """But for a row in which nothing is known: that has -9 for whoever was not there, too."""
    header, *rows = table
    states = sorted({row[2] for row in rows})
    turned = {
        (body, year): {
            state: next((r[3 + i] for r in rows if r[1:3] == [year, state]), -1)
            for state in states
        }
        for i, body in enumerate(header[3:])
        for year in {row[1] for row in rows}
    }
    folder = tmp_path_factory.mktemp("cow")
    listed = [[int(state[5:]), 1816, 1, 1, 2016, 12, 31, state] for state in states]
    write(folder, STATES, [[*SPELL, "state"], *listed])
    given = [[*key, *cells.values()] for key, cells in turned.items()]
    write(folder, "igo_year_format3.csv", [["ioname", "year", *states], *given])
    found = {
        (row["ioname"], row["year"]): {state: row.get(state, -1) for state in states}
        for row in igo_year(read_cow(folder)).to_pylist()
    }

    for key, cells in turned.items():
        values = set(cells.values())
        if values == {-1}:
            assert key not in found
        elif values == {-1, -9}:
            assert all(found[key][state] == -9 for state in states if cells[state] == -9)
        elif values == {-9}:  # who was never there has no column
            assert values <= set(found[key].values()) <= {-9, -1}
        else:
            assert cells == found[key]


def test_a_catalogue_that_is_not_theirs(world):
    """Our own facts have their layout too: of what is not known, that it is missing."""
    few = Catalog(
        [world.organization("NAM"), *world.memberships.of("NAM")], as_of="1990-12-31"
    )
    rows = given_back(few)

    assert 1 == rows[40, 1980]["nam"]
    assert -9 == rows[2, 1980]["nam"]
    assert -1 == rows[2, 1950]["nam"]


def test_a_catalogue_without_a_date():
    """It has no last year."""
    with pytest.raises(InvalidValue, match="without a date"):
        state_year(Catalog())


def test_two_bodies_of_one_name(world):
    """They are told by their ids; one that is only mentioned has no other."""
    first, second = (
        summitry.Organization(id=key, name=key, since="1980", ids={"cow": "SAME"})
        for key in ("ONE", "TWO")
    )
    spell = summitry.MemberState(organization="THREE", state="USA", since="1980")
    catalog = Catalog([first, second, spell], as_of="1981-12-31")

    assert {"one", "two", "three"} == set(state_year(catalog).column_names[3:])
    assert "THREE" in igo_year(catalog)["longorgname"].to_pylist()


def test_labels_of_other_spells(sample):
    """Only a spell that may be empty stands for a code: another one's label is a word."""
    spells = [
        summitry.MemberState(organization="HILLS", state="CAN", status_label="0", **days)
        for days in (
            {"since": None, "until": "1961"},
            {"since": "1965", "until": "1965"},
            {"since": "[1970..1971]", "until": "[1969..1970]"},
        )
    ]
    rows = given_back(sample | Catalog(spells))

    assert (0, 1, 0) == tuple(rows[20, year]["hills"] for year in (1964, 1965, 1966))


def test_nothing_at_all(tmp_path):
    """A table without rows is a catalogue without spells."""
    write(tmp_path, STATE_YEAR, [["ccode", "year", "lakes"]])
    empty = read_cow(tmp_path)
    write(tmp_path, "igo_year_format3.csv", [["ioname", "year"]])

    assert 0 == len(empty.memberships) == len(read_cow(tmp_path).memberships)


# -- what is wrong -------------------------------------------------------------------


def test_a_folder_without_the_files(tmp_path):
    """The error says which names were looked for."""
    with pytest.raises(
        FileError, match=r"state_year_format3\.csv, .* or igo_year_format3\.dta"
    ):
        read_cow(tmp_path)


def test_a_folder_that_is_none():
    """The error is that of any file that is not there."""
    with pytest.raises(FileError, match="cannot be read"):
        read_cow("no-such-folder")


@pytest.mark.parametrize("choice", [{"prefer": "best"}, {"damaged": "ignore"}])
def test_a_word_that_is_no_choice(choice):
    """The error says which there are."""
    with pytest.raises(InvalidValue, match="expected"):
        read_cow(SAMPLE, **choice)


@pytest.mark.parametrize("column", ["ccode", "year"])
def test_a_missing_column(folder, column):
    """The column is named."""
    header, *rows = lines(folder)
    write(
        folder, STATE_YEAR, [["x" if name == column else name for name in header], *rows]
    )

    assert [("SMT104", column, None)] == problems(folder)


def test_columns_that_are_none(folder):
    """One without a name, and one that stands twice."""
    header, *rows = lines(folder)
    header[4], header[5] = header[3], ""
    write(folder, STATE_YEAR, [header, *rows])

    assert [("SMT110", "lakes", 1), ("SMT103", "[5]", 1)] == problems(folder)


@pytest.mark.parametrize("code", ["7", "-8", "x", "1.5", "1000"])
def test_a_value_that_is_no_code(folder, code):
    """Its place and line are told."""
    table = lines(folder)
    table[3][4] = code
    write(folder, STATE_YEAR, table)

    assert [("SMT105", "state_year_format3[2].hills", 4)] == problems(folder)


def test_every_problem_is_told(folder):
    """Not only the first one."""
    table = lines(folder)
    table[1][4], table[2][5], table[2][1] = "4", "5", "19x2"
    table[3][0] = ""
    write(folder, STATE_YEAR, table)

    assert {
        ("SMT105", "state_year_format3[0].hills", 2),
        ("SMT105", "state_year_format3[1].reborn", 3),
        ("SMT105", "state_year_format3[1].year", 3),
        ("SMT105", "state_year_format3[2].ccode", 4),
    } == set(problems(folder))


def test_a_row_that_stands_twice(folder):
    """The row that has it already is named."""
    table = lines(folder)
    write(folder, STATE_YEAR, [*table, table[1]])

    assert [
        ("SMT108", f"state_year_format3[{len(table) - 1}].ccode", len(table) + 1)
    ] == (problems(folder))


def test_a_row_with_a_cell_too_many(folder):
    """Its line is told, and an empty line is none."""
    table = lines(folder)
    write(folder, STATE_YEAR, [*table[:2], [*table[2], 1], *table[3:], []])

    assert [("SMT101", "state_year_format3[1]", 3)] == problems(folder)


def test_text_that_is_not_utf8(folder):
    """The line of the byte is told."""
    data = (folder / STATE_YEAR).read_bytes().replace(b"canada", b"canad\xe1", 1)
    (folder / STATE_YEAR).write_bytes(data)

    assert [("SMT101", "$", 14)] == problems(folder)


def test_a_number_that_no_state_has(folder):
    """What comes near is named, and that one may give the state."""
    table = lines(folder)
    write(folder, STATE_YEAR, [*table, [999, *table[1][1:]]])

    with pytest.raises(DocumentError, match=r"number 999; did you mean .* states="):
        read_cow(folder)


def test_a_number_that_no_state_had_that_year(folder):
    """Of several bearers none is guessed."""
    table = lines(folder)
    write(folder, STATE_YEAR, [*table, [510, 1900, *table[1][2:]]])

    with pytest.raises(
        DocumentError, match="TZA or XTK none bore the number 510 in 1900"
    ):
        read_cow(folder)


def test_two_numbers_of_one_state(folder):
    """In one year a state has one row."""
    table = lines(folder)
    write(folder, STATE_YEAR, [*table, [260, 1990, *table[1][2:]]])

    with pytest.raises(DocumentError, match="255 and 260 have both a row in 1990"):
        read_cow(folder)


def test_states_of_ones_own(folder):
    """They stand in the place of the bundled ones."""
    table = lines(folder)
    write(folder, STATE_YEAR, [*table, [999, *table[1][1:]]])
    own = State(code="ISL", name="Iceland", cow_numbers=[StateNumber(number=999)])
    catalog = read_cow(folder, states=[own])

    assert "ISL" in catalog.members("LAKES", on="1962-06-01").states
    assert table_of(folder) == given_back(catalog)


def test_a_list_of_states_that_is_none(folder):
    """A column that is missing, a day that there is not."""
    write(folder, STATES, [["ccode", "styear"], [2, 1816]])
    missing = [path for _, path, _ in problems(folder)]
    write(folder, STATES, [SPELL, [2, 1816, 2, 30, 2016, 12, 31], [20]])

    assert ["stmonth", "stday", "endyear", "endmonth", "endday"] == missing
    assert [("SMT107", "states2016[0]", 2), ("SMT107", "states2016[1]", 3)] == (
        problems(folder)
    )


def test_a_list_of_states_in_latin_1(folder):
    """COW's own are not all in UTF-8."""
    data = (folder / STATES).read_bytes().replace(b"Canada", b"Canad\xe1")
    (folder / STATES).write_bytes(data)

    assert "LAKES" in read_cow(folder).organizations


def alone(folder, rows, *, states=True):
    """A folder with an IGO-year table only."""
    (folder / STATE_YEAR).unlink(missing_ok=True)
    if not states:
        (folder / STATES).unlink(missing_ok=True)
    return write(folder, "igo_year_format3.csv", rows)


def test_a_column_that_is_no_state(folder):
    """Near misses are named."""
    alone(folder, [["ioname", "year", "canda", "usa"], ["A", 1990, 1, 1]])

    with pytest.raises(DocumentError, match="did you mean canada"):
        read_cow(folder)


def test_two_columns_of_one_state(folder):
    """By its short name and by its name."""
    alone(
        folder,
        [
            ["ioname", "year", "germany", "germanfederalrepublic", "GFR"],
            ["A", 1989, "", 1, 1],
        ],
    )

    assert [("SMT110", "gfr", 1)] == problems(folder)


def test_states_by_their_names(folder):
    """COW's own list has no short names: a name or an abbreviation will do."""
    header, *rows = lines(folder, STATES)
    write(folder, STATES, [header[:-1], *(row[:-1] for row in rows)])
    alone(folder, [["ioname", "year", "unitedstatesofamerica", "CAN"], ["A", 1990, 1, 0]])

    assert ("USA",) == read_cow(folder).members("A", on="1990-06-01").states
    assert {"unitedstatesofamerica", "can"} < set(igo_year(read_cow(folder)).column_names)


def test_a_body_without_a_name(folder):
    """Its row is told."""
    alone(folder, [["ioname", "year", "usa"], ["", 1990, 1], [" ", 1991, 1]])

    assert [
        ("SMT105", "igo_year_format3[0].ioname", 2),
        ("SMT105", "igo_year_format3[1].ioname", 3),
    ] == problems(folder)


def test_a_body_twice_in_a_year(folder):
    """The case of its name does not matter."""
    alone(folder, [["ioname", "year", "usa"], ["A", 1990, 1], ["a", 1990, 1]])

    assert [("SMT108", "igo_year_format3[1].ioname", 3)] == problems(folder)


def test_a_year_of_which_only_gaps_are_known(folder):
    """Then every state that has one is in the system."""
    alone(folder, [["ioname", "year", "usa", "canada"], ["A", 1990, -9, ""]])

    assert {(2, 1990): {"a": -9}} == given_back(read_cow(folder))


# -- what is cut off -----------------------------------------------------------------


def cut(folder, *, at=0.7):
    """A compressed state-year table that ends in the middle."""
    data = gzip.compress((folder / STATE_YEAR).read_bytes(), mtime=0)
    (folder / STATE_YEAR).unlink()
    (folder / f"{STATE_YEAR}.gz").write_bytes(data[: int(len(data) * at)])
    return folder


def test_a_file_that_is_cut_off(folder):
    """It is refused, and the error says what to do."""
    with pytest.raises(FileError, match=r'cut off after line \d+.*damaged="read"'):
        read_cow(cut(folder))


def test_what_there_is_of_a_file(folder):
    """Read as far as it goes, whole lines only; a warning says how far."""
    whole = table_of(folder)
    with pytest.warns(DamagedFileWarning, match=r"up to line \d+") as caught:
        found = given_back(read_cow(cut(folder), damaged="read"))

    assert __file__ == caught[0].filename
    assert 0 < len(found) < len(whole)
    assert all(whole[key] == row for key, row in found.items())


@pytest.mark.parametrize("end", [b"2,1962,us", b"2,"])
def test_half_a_line(folder, end):
    """A plain file may end in one as well."""
    with (folder / STATE_YEAR).open("ab") as stream:
        stream.write(end)

    with pytest.raises(FileError, match="cut off"):
        read_cow(folder)
    with pytest.warns(DamagedFileWarning):
        assert table_of(SAMPLE) == given_back(read_cow(folder, damaged="read"))


def test_a_file_that_does_not_end_its_last_line(folder):
    """All the same it is whole."""
    data = (folder / STATE_YEAR).read_bytes()
    (folder / STATE_YEAR).write_bytes(b"\xef\xbb\xbf" + data.rstrip())

    assert table_of(SAMPLE) == given_back(read_cow(folder))


def test_a_file_that_is_empty(folder):
    """It has not even a header."""
    (folder / STATE_YEAR).write_bytes(b"")

    assert [("SMT104", "ccode", None), ("SMT104", "year", None)] == problems(folder)


def test_a_file_that_is_no_gzip(folder):
    """It cannot be read."""
    (folder / STATE_YEAR).rename(folder / f"{STATE_YEAR}.gz")

    with pytest.raises(FileError, match="cannot be read"):
        read_cow(folder)


def test_a_file_that_holds_too_much(folder, monkeypatch):
    """It is refused before it fills the memory."""
    monkeypatch.setattr("summitry.ext.cow.files.EXPANDED_AT_MOST", 100)

    with pytest.raises(FileError, match="more than 100 bytes"):
        read_cow(cut(folder, at=1))


# -- Stata ---------------------------------------------------------------------------


def as_stata(folder, name=STATE_YEAR, *, upper=True, **changes):
    """The state-year table of a folder as the project distributes it."""
    frame = pd.read_csv(folder / name).assign(**changes)
    if upper:
        frame.columns = [
            c.upper() if c not in ("ccode", "year") else c for c in frame.columns
        ]
    frame.to_stata(folder / f"{name.partition('.')[0]}.dta", write_index=False)
    (folder / name).unlink()
    return folder


def test_files_of_stata(folder):
    """They say the same as those of CSV."""
    whole = table_of(folder)

    assert whole == given_back(read_cow(as_stata(folder)))


def test_files_of_stata_with_gaps(folder):
    """What is missing in Stata's own way stands for -1; a number with a point is one."""
    whole = table_of(folder)
    frame = pd.read_csv(folder / STATE_YEAR).astype({"year": float, "hills": float})
    frame.loc[frame.hills == -1, "hills"] = np.nan
    frame.loc[0, "state"] = ""
    (folder / STATE_YEAR).unlink()
    frame.to_stata(folder / "state_year_format3.dta", write_index=False)

    assert whole == given_back(read_cow(folder))


def test_a_file_of_stata_with_a_wrong_value(folder):
    """There is no line to name, but a place."""
    assert [("SMT105", "state_year_format3[0].odd", None)] == (
        [p for p in problems(as_stata(folder, upper=False, odd=7)) if "[0]" in p[1]]
    )
    assert [("SMT105", "odd", None)] == problems(as_stata_text(folder))


def as_stata_text(folder):
    frame = pd.read_stata(folder / "state_year_format3.dta").assign(odd="x")
    frame.to_stata(folder / "state_year_format3.dta", write_index=False)
    return folder


def test_rows_that_stand_twice_in_a_file_of_stata(folder):
    """They are named by their number."""
    frame = pd.read_csv(folder / STATE_YEAR)
    frame = pd.concat([frame, frame[:1]])
    (folder / STATE_YEAR).unlink()
    frame.to_stata(folder / "state_year_format3.dta", write_index=False)

    with pytest.raises(DocumentError, match="has a row already, in row 0"):
        read_cow(folder)


def test_a_file_that_is_none_of_stata(folder):
    """It is refused."""
    (folder / STATE_YEAR).rename(folder / "state_year_format3.dta")

    assert [("SMT101", "$", None)] == problems(folder)


def test_a_file_of_stata_without_a_row(folder):
    """It is refused: it has not even columns."""
    pd.read_csv(folder / STATE_YEAR)[:0].astype({"state": str}).to_stata(
        folder / "state_year_format3.dta", write_index=False
    )
    (folder / STATE_YEAR).unlink()

    assert [("SMT101", "$", None)] == problems(folder)


def test_without_pandas(folder, monkeypatch):
    """A file of Stata needs it."""
    as_stata(folder)
    monkeypatch.setitem(sys.modules, "pandas", None)

    with pytest.raises(MissingExtra, match=r"summitry\[pandas\]"):
        read_cow(folder)


def test_without_pyarrow(folder, monkeypatch):
    """So does every other one need pyarrow."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(MissingExtra, match=r"summitry\[arrow\]"):
        read_cow(folder)


def test_without_numpy(monkeypatch):
    """The module says which extra it is of."""
    for name in [name for name in sys.modules if name.startswith("summitry.ext.cow")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "numpy", None)

    with pytest.raises(MissingExtra, match=r"summitry\[panels\]"):
        __import__("summitry.ext.cow")


# -- pairs ---------------------------------------------------------------------------


def igo_r_joint(one, other):
    """What igoR's igo_dyadic() has for two codes."""
    if -9 in (one, other):
        return -9
    if -1 in (one, other):
        return -1
    return int(one == other == 1)


def dyads(folder, name="dyadic_format3.csv", change=()):
    """The dyad-year table of a folder's state-year table, with some cells changed."""
    whole = table_of(folder)
    rows = [
        [1000 * a + b, a, b, year, *(igo_r_joint(one[k], whole[b, year][k]) for k in one)]
        for (a, year), one in whole.items()
        for b in sorted({number for number, _ in whole})
        if a < b and (b, year) in whole
    ]
    for row, column, code in change:
        rows[row][column] = code
    bodies = next(iter(whole.values()))
    header = ["dyadid", "ccode1", "ccode2", "year", *(key.upper() for key in bodies)]
    write(folder, name, [header, *rows])
    return rows


def test_the_dyads_follow_from_the_memberships(folder):
    """Every cell of COW's file of them is computed."""
    rows = dyads(folder)
    report = verify_dyadic(folder, read_cow(folder))

    assert (len(rows), 7 * len(rows), 0, ()) == report


def test_dyads_that_do_not_follow(folder):
    """All are counted, and as many as wanted are listed."""
    rows = dyads(folder, change=[(0, 4, 1), (3, 10, -9)])
    catalog = read_cow(folder)
    report = verify_dyadic(folder, catalog, most=1)

    assert 2 == report.different
    assert (DyadDisagreement("lakes", *rows[0][1:4], 1, 0),) == report.disagreements
    assert 2 == len(verify_dyadic(folder, catalog).disagreements)


def test_dyads_of_states_that_were_not_there(folder):
    """There is no joint membership, whatever the file says."""
    bodies = ["lakes", "hills"]
    write(
        folder,
        "dyadic_format3.csv",
        [
            ["ccode1", "ccode2", "year", *bodies],
            [2, 511, 1990, 0, ""],
            [511, 2, 1990, -1, -1],
        ],
    )
    report = verify_dyadic(folder, read_cow(folder))

    assert (DyadDisagreement("lakes", 2, 511, 1990, 0, -1),) == report.disagreements


def test_dyads_in_a_file_of_stata(folder):
    """It is read a part at a time."""
    rows = dyads(folder)
    catalog = read_cow(folder)
    as_stata(folder, "dyadic_format3.csv", upper=False)

    assert (len(rows), 0) == verify_dyadic(folder, catalog)[::2]


@pytest.mark.parametrize(
    "rows, message",
    [
        ([["ccode1", "ccode2", "year", "other"], [2, 20, 1990, 1]], "no such body"),
        ([["ccode1", "year", "lakes"], [2, 1990, 1]], "needs the column ccode2"),
        ([["ccode1", "ccode2", "year", "lakes"], [2, 20, 1990, "x"]], "lakes"),
        ([["ccode1", "ccode2", "year", "lakes"], [2, 20, 1990, 1, 1]], "columns"),
        ([["ccode1", "ccode2", "year", "lakes"], [2, 20, 1990, 1000]], "1000"),
    ],
)
def test_a_dyad_year_table_that_is_none(folder, rows, message):
    """It is refused, and the error says why."""
    catalog = read_cow(folder)
    write(folder, "dyadic_format3.csv", rows)

    with pytest.raises(DocumentError, match=message):
        verify_dyadic(folder, catalog)


def test_no_dyad_year_table(folder):
    """The error says which names were looked for."""
    with pytest.raises(FileError, match=r"dyadic_format3\.csv"):
        verify_dyadic(folder, read_cow(folder))


def held_against_igo_r(catalog, count):
    """How many dyad-years of some chosen at random were compared, cell by cell.

    What two states share by a panel is what igoR has. Where either is missing it has -9,
    and the panel says no all the same where the other one surely is no member.
    """
    rng = random.Random(count)  # noqa: S311 - the same ones every time
    whole = state_year(catalog)
    keys = list(zip(whole["ccode"].to_pylist(), whole["year"].to_pylist(), strict=True))
    rows = {key: row for row, key in enumerate(keys)}
    bodies = whole.column_names[3:]
    codes = np.array([whole[body].to_numpy() for body in bodies])
    by_year = {}
    for number, year in keys:
        by_year.setdefault(year, []).append(number)
    most = max(len(numbers) for numbers in by_year.values())
    years = [year for year, numbers in by_year.items() if len(numbers) > most // 2]
    years = sorted(rng.sample(years, min(10, len(years))))
    compared = 0
    for year in years:
        panel = catalog.panel(
            "dyad-year", years=year, system="cow", columns="organizations"
        ).to_arrow()
        pairs = list(
            zip(panel["cow_1"].to_pylist(), panel["cow_2"].to_pylist(), strict=True)
        )
        cells = [
            panel[name].to_numpy(zero_copy_only=False) for name in panel.column_names[6:]
        ]
        assert len(bodies) == len(cells)
        assert len(pairs) == len(by_year[year]) * (len(by_year[year]) - 1) // 2
        for at in rng.sample(range(len(pairs)), min(count // len(years), len(pairs))):
            one, other = (codes[:, rows[number, year]] for number in pairs[at])
            expected = joint(one, other)
            found = np.array([-9 if c[at] is None else int(c[at]) for c in cells])
            assert np.array_equal(found == 1, expected == 1)
            unknown = (found == -9) | ((expected == -9) & (found == 0))
            assert np.array_equal(unknown & (expected == -9), expected == -9)
            surely_not = (one == 0) | (other == 0) | (one > 1) | (other > 1)
            surely_not |= (one == -1) | (other == -1)
            assert not ((expected == -9) & (found == 0) & ~surely_not).any()
            assert not ((found == -9) & (expected != -9) & (expected != -1)).any()
            compared += 1
    return compared


def test_what_two_states_share_is_what_igo_r_has(folder):
    """Every pair of the sample, by the panel and by igoR's definition."""
    assert 60 < held_against_igo_r(read_cow(folder), 1000)


def test_the_definition_is_igo_rs():
    """Of every two codes."""
    codes = [1, 2, 3, 0, -9, -1]
    pairs = [(a, b) for a in codes for b in codes]
    one, other = np.array(pairs, np.int8).T

    assert [igo_r_joint(a, b) for a, b in pairs] == joint(one, other).tolist()


# -- the real ones -------------------------------------------------------------------


def exactly(folder, catalog, table):
    """How many cells of a state-year table are given back, all of them as they were."""
    found = state_year(catalog)
    keys = [("ccode", "ascending"), ("year", "ascending")]
    table = table.sort_by(keys)
    assert table.cast(found.schema).equals(found)
    return table.num_rows * (table.num_columns - 3)


def test_the_reference_tables(reference, tmp_path):
    """As far as they can be read, cell for cell."""
    folder = reference / "cow"
    if not (folder / "state_year_format3.csv.gz").is_file():
        pytest.skip("no tables of COW's among the reference sources")
    shutil.copy(folder / "state_year_format3.csv.gz", tmp_path)
    shutil.copy(folder / "states2016.csv", tmp_path)
    with pytest.raises(FileError, match="cut off"):
        read_cow(tmp_path)
    with pytest.warns(DamagedFileWarning):
        catalog = read_cow(tmp_path, damaged="read")
    data = cow.files.whole_lines  # what is read of it is what there is of it
    with pytest.warns(DamagedFileWarning):
        text = data(tmp_path / "state_year_format3.csv.gz", damaged="read")

    assert 7_000_000 < exactly(tmp_path, catalog, pc.read_csv(pa.BufferReader(text)))


def test_the_full_tables(full):
    """Every cell of both of COW's tables, each as it is followed."""
    with pytest.warns(DisagreementWarning):
        first = read_cow(full)
    with pytest.warns(DisagreementWarning):
        second = read_cow(full, prefer="igo-year")
    found = igo_year(second)
    names = [
        name for name in found.column_names[3:] if name not in ("longorgname", "ionum")
    ]
    table = pc.read_csv(full / "igo_year_format3.csv")
    keys = [("ioname", "ascending"), ("year", "ascending")]
    found, table = found.sort_by(keys), table.sort_by(keys)

    assert 15_557 * 534 == exactly(full, first, pc.read_csv(full / STATE_YEAR))
    assert table["ioname"].equals(found["ioname"])
    for name in names:
        assert table[name].fill_null(-1).cast("int8").equals(found[name])


def test_ten_thousand_dyad_years(full):
    """Joint membership by the panel is that of igoR."""
    with pytest.warns(DisagreementWarning):
        catalog = read_cow(full)

    assert 10_000 == held_against_igo_r(catalog, 10_000)
