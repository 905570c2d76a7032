"""Parquet: a catalogue as one file, and files that were made to break the reader."""

from __future__ import annotations

import contextlib
import io
import sys

import pytest

from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import catalogs
from summitry import Catalog, MemberState, Organization, dumps, loads, read, write
from summitry.codec.document import Document
from summitry.codec.formats import parquet
from summitry.codec.tables.footer import expanded
from summitry.errors import DocumentError, InvalidValue, MissingExtra
from tables import SPELL, said


pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


def written(table, **options):
    """A table as the bytes of a file."""
    stream = io.BytesIO()
    pq.write_table(table, stream, **options)
    return stream.getvalue()


def refused(data):
    """The error of bytes that are not read."""
    with pytest.raises(DocumentError) as caught:
        parquet.loads(data, source="the file")
    assert len(str(caught.value)) < 10_000
    return caught.value


# -- a file, and back ----------------------------------------------------------------


def test_the_bundled_catalogue_comes_back(world, tmp_path):
    """With its date and version, from bytes and from a file."""
    data = dumps(world, format="parquet")
    assert world == loads(data, format="parquet")
    assert len(data) < len(dumps(world))

    write(world, tmp_path / "world.parquet")
    assert data == (tmp_path / "world.parquet").read_bytes()
    assert world == read(tmp_path / "world.parquet")


@given(catalogs())
@settings(max_examples=50)
def test_every_catalogue_comes_back(catalog):
    """Whatever it holds."""
    data = parquet.dumps(Document.of(catalog))

    assert catalog == parquet.loads(data, source="").catalog()


def test_other_programs_read_it(world, tmp_path):
    """Each row says what it is; the days are days, places are structs."""
    duckdb = pytest.importorskip("duckdb")
    pl = pytest.importorskip("polars")
    file = tmp_path / "world.parquet"
    write(world, file)

    query = f"SELECT place.city FROM '{file}' WHERE id = 'nam-contact-group-2023'"  # noqa: S608
    assert [("Baku",)] == duckdb.sql(query).fetchall()
    frame = pl.read_parquet(file)
    assert len(world) == len(frame)
    assert pl.Date == frame.schema["since_latest"]


def test_files_of_other_programs_are_read(world, tmp_path):
    """If their columns are ours; what they do not say of the whole is unknown."""
    pytest.importorskip("polars")
    pytest.importorskip("pandas")
    world.memberships.to_polars().write_parquet(tmp_path / "polars.parquet")
    world.memberships.to_pandas().to_parquet(tmp_path / "pandas.parquet")

    expected = Catalog(world.memberships)
    assert expected == read(tmp_path / "polars.parquet")
    assert expected == read(tmp_path / "pandas.parquet")


def test_an_empty_catalogue():
    """Columns without rows."""
    assert Catalog() == loads(dumps(Catalog(), format="parquet"), format="parquet")


def test_a_subclass_is_refused():
    """What its own fields say would be lost."""

    class Spell(MemberState):
        pass

    with pytest.raises(InvalidValue, match="Spell cannot be put in a table"):
        dumps(Catalog([Spell(**SPELL)]), format="parquet")


def test_without_pyarrow(monkeypatch):
    """The error says which extra to install."""
    data = dumps(Catalog(), format="parquet")
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(MissingExtra, match=r"summitry\[arrow\]"):
        dumps(Catalog(), format="parquet")
    with pytest.raises(MissingExtra, match=r"summitry\[arrow\]"):
        loads(data, format="parquet")


# -- what is wrong -------------------------------------------------------------------


def test_a_file_cut_off_anywhere(world):
    """Its end says what it holds, and so no part of it is read."""
    data = parquet.dumps(Document.of(Catalog(world.chairmanships)))

    for length in {*range(0, len(data), 97), *range(len(data) - 20, len(data))}:
        assert [("SMT101", "$")] == said(refused(data[:length]))


@pytest.mark.parametrize(
    "data", [b"", b"PAR1", b"PAR1PAR1", b"{}", b"PAR1\xff\xff\xff\x7fPAR1", b"x" * 1000]
)
def test_no_parquet(data):
    """Whatever it really is, the error is one of ours."""
    error = refused(data)
    assert [("SMT101", "$")] == said(error)
    assert "not a Parquet file that can be read" in str(error)


def test_a_file_that_is_not_ours():
    """It does not say what its rows are."""
    table = pa.table({"country": ["AZE"], "year": [1961]})

    assert [("SMT104", "type")] == said(refused(written(table)))


def test_a_column_of_the_wrong_type():
    """Explained row by row, as in JSON."""
    table = pa.table(
        {
            "type": ["member_state"] * 2,
            "organization": ["NC", "NC"],
            "state": [352, 578],
            "since": [1952, None],
        }
    )
    assert [
        ("SMT102", "member_states[0].since"),
        ("SMT102", "member_states[0].state"),
        ("SMT102", "member_states[1].state"),
    ] == said(refused(written(table)))


def test_a_damaged_page(world):
    """Where checksums or lengths do not fit, nothing of it is read."""
    data = bytearray(parquet.dumps(Document.of(Catalog(world.chairmanships))))
    data[4:400] = b"\xff" * 396

    assert {"SMT101"} == {code for code, _ in said(refused(bytes(data)))}


def test_a_bomb():
    """A small file of a thousand million equal values is refused by what it claims."""
    index = pa.array([0], pa.int32())
    words = pa.DictionaryArray.from_arrays(index, pa.array(["member_state"]))
    batch = pa.table({"type": words, "note": pa.array([None], pa.string())})
    many = pa.concat_tables([batch] * 1000).combine_chunks()
    many = pa.concat_tables([many] * 1000)
    data = written(many, compression="zstd")
    assert len(data) < 100_000

    stream = io.BytesIO()
    with pq.ParquetWriter(stream, many.schema) as writer:
        for _ in range(150):
            writer.write_table(many, row_group_size=1 << 20)
    error = refused(stream.getvalue())
    assert [("SMT101", "$")] == said(error)
    assert "at most 1,073,741,824 are read" in str(error)


def test_a_long_text_that_is_compressed_well(monkeypatch):
    """Nor is one of a few kilobytes that holds much more."""
    monkeypatch.setattr(parquet, "EXPANDED_AT_MOST", 1 << 20)
    table = pa.table({"type": ["summit"], "note": ["x" * (1 << 20)]})
    data = written(table, compression="zstd", use_dictionary=False)

    assert len(data) < 10_000
    assert "it would hold 1,048," in str(refused(data))


def test_a_list_without_end(monkeypatch):
    """Nor one row with a list of so many that say nothing."""
    monkeypatch.setattr(parquet, "EXPANDED_AT_MOST", 1 << 20)
    topics = pa.array([[None] * (1 << 19)], pa.list_(pa.string()))
    data = written(pa.table({"type": ["summit"], "topics": topics}))

    assert len(data) < 10_000
    assert "it would hold 2,097," in str(refused(data))


SMALL = parquet.dumps(
    Document.of(
        Catalog(
            [
                Organization(id="NC", name="Nordic Council", acronyms=["NC"]),
                MemberState(organization="NC", state="ISL", since="1952"),
            ]
        )
    )
)


@given(st.integers(0, len(SMALL) - 1), st.integers(1, 255))
@settings(max_examples=500)
def test_a_file_with_a_byte_changed(place, change):
    """It is read, or the error is ours; and the process lives."""
    data = bytearray(SMALL)
    data[place] ^= change
    with contextlib.suppress(DocumentError):
        parquet.loads(bytes(data), source="")


@given(st.binary(max_size=40))
def test_any_footer(data):
    """Of whatever bytes, the reader of footers says what is wrong or how much there is."""
    with contextlib.suppress(LookupError, ValueError, TypeError, AttributeError):
        assert 0 <= expanded(data + len(data).to_bytes(4, "little") + b"PAR1")


def test_every_kind_of_value_in_a_footer():
    """Those that Parquet does not use now are passed over like the rest."""
    values = {
        1: b"",  # true, told by its type
        2: b"",
        3: b"\x05",
        4: b"\x80\x01",
        7: bytes(8),
        8: b"\x02ab",
        9: b"\x21\x01\x02",  # a list of two truths
        10: b"\xf3\x10" + bytes(16),  # a set of sixteen bytes, its length apart
        11: b"\x01\x88\x01a\x01b",  # a map of one text to another
        12: b"\x15\x02\x00",
        13: bytes(16),
    }
    fields = b"".join(bytes([0x10 | kind]) + value for kind, value in values.items())
    empty_map = b"\x1b\x00"
    far = b"\x05\xc8\x01\x02"  # a number whose field is told in full
    footer = far + b"\x0c\x02" + fields + empty_map + b"\x00\x00"

    assert 0 == expanded(footer + len(footer).to_bytes(4, "little") + b"PAR1")
    with pytest.raises(LookupError):
        expanded(footer[:-3] + (len(footer) - 3).to_bytes(4, "little"))
