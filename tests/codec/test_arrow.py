"""Records as Arrow tables, in the programs that take them, and back."""

from __future__ import annotations

import json
import sys

from datetime import date, datetime
from decimal import Decimal

import pytest

from hypothesis import given, settings

import summitry

from strategies import catalogs, partial_dates, records
from summitry import Catalog, MemberState, Organization, Place, Source, State, Summit
from summitry.codec.document import LIST_OF, RECORD_TYPES
from summitry.codec.problems import Code
from summitry.codec.tables import arrow
from summitry.codec.tables.columns import columns, derived
from summitry.errors import DocumentError, InvalidValue, MissingExtra, WrongType
from tables import BAD, BODY, SPELL, SUMMIT, said, said_of_json


pa = pytest.importorskip("pyarrow")

COLLECTIONS = (
    "organizations",
    "memberships",
    "chairmanships",
    "appointments",
    "summits",
    "meetings",
    "sources",
    "states",
)
CODES = pa.dictionary(pa.int32(), pa.string())
TYPE_OF = {key: kind for kind, key in LIST_OF.items()}


def table_of(document):
    """The records of a plain document as one table, each saying its type."""
    rows = [
        {"type": TYPE_OF[key], **record}
        for key, records_of in document.items()
        for record in records_of
    ]
    for row in rows:
        if "ids" in row:
            row["ids"] = [{"scheme": s, "id": i} for s, i in row["ids"].items()]
    names = dict.fromkeys(name for row in rows for name in row)
    return pa.table({name: [row.get(name) for row in rows] for name in names})


def refused(*tables, **facts):
    """The error of tables that are not read."""
    with pytest.raises(DocumentError) as caught:
        Catalog.from_arrow(*tables, **facts)
    assert len(str(caught.value)) < 10_000
    return caught.value


def one(type_name, /, **fields):
    """A table of one row, of values or arrays."""
    arrays = {
        name: value if isinstance(value, pa.Array) else [value]
        for name, value in fields.items()
    }
    return pa.table({"type": [type_name], **arrays})


def collections(catalog):
    """What a catalogue holds, as collections; its own states alone."""
    own = {state.code for state in catalog if isinstance(state, State)}
    states = catalog.states.filter(lambda state: state.code in own)
    return [*(getattr(catalog, name) for name in COLLECTIONS[:-1]), states]


def same(catalog, *tables):
    """Whether tables hold what a catalogue does."""
    made = Catalog.from_arrow(*tables, as_of=catalog.as_of, version=catalog.version)
    return made == catalog


# -- the layout ------------------------------------------------------------------


def test_every_type_has_columns_for_all_its_fields():
    """In the order of the fields; whatever several types share is of one kind."""
    for kind in RECORD_TYPES.values():
        fields = [field.name for field in kind.__attrs_attrs__]
        assert fields == [column.name for column in columns((kind,))]
    for column in columns(tuple(RECORD_TYPES.values())):
        for kind in column.kinds:
            (alone,) = (c for c in columns((kind,)) if c.name == column.name)
            assert (column.many, column.columns) == (alone.many, alone.columns)
            if column.name != "id" and column.leaf is not alone.leaf:
                assert column.holds is str


def test_derived_columns_stand_beside_their_date():
    """The days are derived only where the date itself is there."""
    of = columns((Summit,))
    assert {"since_earliest", "since_latest"} == derived(["since", "name"], of)
    assert set() == derived(["name", "since_earliest"], of)


def test_the_types_of_columns(world):
    """What the documentation says of each kind of field."""
    schema = pa.table(world.memberships).schema
    assert "type" == schema.names[0]
    for name in ("type", "organization", "state", "member_organization", "status"):
        assert CODES == schema.field(name).type
        assert not schema.field(name).type.ordered
    assert pa.string() == schema.field("note").type
    assert pa.string() == schema.field("since").type
    assert pa.date32() == schema.field("since_earliest").type
    assert pa.list_(pa.string()) == schema.field("sources").type

    schema = pa.table(world.summits).schema
    assert pa.int32() == schema.field("number").type
    assert pa.struct([("city", pa.string()), ("state", CODES)]) == (
        schema.field("place").type
    )
    assert pa.list_(pa.string()) == schema.field("organizations").type
    outcomes = schema.field("outcomes").type.value_type
    assert ["title", "kind", "date", "date_earliest", "date_latest", "url"] == [
        field.name for field in outcomes
    ]

    schema = pa.table(world.organizations).schema
    ids = pa.list_(pa.struct([("scheme", pa.string()), ("id", pa.string())]))
    assert ids == schema.field("ids").type
    assert CODES == schema.field("id").type
    assert pa.string() == pa.table(world).schema.field("id").type


def test_the_columns_of_several_types_are_those_of_all(world):
    """A catalogue is one table, and each row says what it is."""
    table = pa.table(world)
    assert len(world) == table.num_rows
    assert {record.type_name for record in world} == set(table["type"].to_pylist())
    fields = {f.name for kind in RECORD_TYPES.values() for f in kind.__attrs_attrs__}
    names = {
        n.removesuffix("_earliest").removesuffix("_latest") for n in table.column_names
    }
    assert fields | {"type"} == names


def test_a_table_for_reading_by_others():
    """Defaults are written out, None is null, no list is an empty one."""
    spell = MemberState(organization="NAM", state="AZE", since="1961-09~")
    (row,) = arrow.table([spell], (MemberState,)).to_pylist()

    assert {
        "type": "member_state",
        "organization": "NAM",
        "state": "AZE",
        "status": "member",
        "status_label": None,
        "standing": "active",
        "since": "1961-09~",
        "since_earliest": date(1961, 8, 1),
        "since_latest": date(1961, 10, 31),
        "until": None,
        "until_earliest": None,
        "until_latest": None,
        "entry": None,
        "exit": None,
        "sources": [],
        "note": None,
        "expected": [],
    } == row


def test_nothing_known_of_a_place_is_not_no_place():
    """A struct of nulls, and a null."""
    summits = [
        Summit(id="a", name="A", place=Place()),
        Summit(id="b", name="B"),
        Summit(id="c", name="C", place=Place(city="Oslo")),
    ]
    table = arrow.table(summits, (Summit,))

    assert [{"city": None, "state": None}, None, {"city": "Oslo", "state": None}] == (
        table["place"].to_pylist()
    )
    assert same(Catalog(summits), table)


def test_the_metadata_say_what_a_document_says(world):
    """The shape; for a catalogue, its version and date."""
    facts = json.loads(pa.table(world).schema.metadata[b"summitry"])
    assert {"summitry": 1, "version": world.version, "as_of": str(world.as_of)} == facts
    facts = json.loads(pa.table(world.summits).schema.metadata[b"summitry"])
    assert {"summitry": 1} == facts


@pytest.mark.parametrize("name", COLLECTIONS)
def test_an_empty_collection_has_its_columns(name, world):
    """With their types, in every program."""
    whole = pa.table(getattr(world, name))
    empty = getattr(Catalog(), name).filter(lambda _: False)
    table = pa.table(empty)

    assert whole.schema == table.schema
    assert 0 == table.num_rows
    table.validate(full=True)
    assert Catalog() == Catalog.from_arrow(table)
    assert whole.column_names == list(empty.to_pandas().columns)
    assert whole.column_names == empty.to_polars().columns


def test_a_subclass_is_refused():
    """What its own fields say would be lost."""

    class Spell(MemberState):
        pass

    with pytest.raises(InvalidValue, match="Spell cannot be put in a table"):
        pa.table(Catalog([Spell(**SPELL)]).memberships)


@given(partial_dates(first=date.min, last=date.max))
def test_days_of_any_year(day):
    """The first and the last day that a date can mean, from the year 1 to 9999."""
    table = arrow.table([Source(id="a", title="A", published=day)], (Source,))

    assert [day.earliest] == table["published_earliest"].to_pylist()
    assert [day.latest] == table["published_latest"].to_pylist()
    assert [str(day)] == table["published"].to_pylist()


@given(records())
def test_every_table_is_sound(record):
    """Whatever a record holds; Arrow's own checks agree."""
    kind = next(kind for kind in RECORD_TYPES.values() if isinstance(record, kind))
    table = arrow.table([record], (kind,))

    table.validate(full=True)
    assert [record.type_name] == table["type"].to_pylist()


# -- to other programs -------------------------------------------------------------


def test_pyarrow(world):
    """It takes a collection, and asks for a schema if it likes."""
    table = pa.table(world.memberships)
    assert len(world.memberships) == table.num_rows
    reader = pa.RecordBatchReader.from_stream(world.memberships, schema=table.schema)
    assert table == reader.read_all()


def test_polars(world):
    """A frame of columns, not of records."""
    pl = pytest.importorskip("polars")
    frame = pl.DataFrame(world.memberships)

    assert len(world.memberships) == len(frame)
    assert frame.equals(world.memberships.to_polars())
    assert pl.Categorical == frame.schema["state"]
    assert pl.String == frame.schema["since"]
    assert pl.Date == frame.schema["since_earliest"]
    assert "Baku" in pl.DataFrame(world.summits)["place"].struct.field("city").to_list()
    assert len(world) == len(pl.DataFrame(world))


def test_pandas(world):
    """Categories, days of any year, whole numbers that may be absent."""
    pd = pytest.importorskip("pandas")
    frame = world.memberships.to_pandas()

    assert len(world.memberships) == len(frame)
    assert "category" == frame.dtypes["state"]
    assert "datetime64[ms]" == frame.dtypes["since_earliest"]
    assert frame.loc[0, "since"] == str(world.memberships[0].since)
    assert "Int32" == world.summits.to_pandas().dtypes["number"]
    if hasattr(pd.DataFrame, "from_arrow"):
        assert len(frame) == len(pd.DataFrame.from_arrow(world.memberships))


def test_pandas_holds_days_of_any_year():
    """It could not in nanoseconds."""
    pytest.importorskip("pandas")
    sources = Catalog(
        [Source(id="a", title="A", published="0001-01-01", consulted="9999")]
    )
    frame = sources.sources.to_pandas()

    assert "0001-01-01" == frame["published_earliest"].dt.strftime("%Y-%m-%d")[0].zfill(
        10
    )
    assert 9999 == frame["consulted_latest"].dt.year[0]


def test_duckdb(world):
    """It finds a collection by the name of the variable."""
    duckdb = pytest.importorskip("duckdb")
    memberships = world.memberships
    summits = world.summits  # noqa: F841 - found by its name

    found = duckdb.sql("FROM memberships WHERE state = 'AZE' ORDER BY ALL").fetchall()
    assert len(memberships.by("AZE")) == len(found)
    cities = duckdb.sql(
        "SELECT place.city FROM summits ORDER BY since_earliest"
    ).fetchall()
    assert "Baku" in {city for (city,) in cities}
    assert len(memberships) == len(duckdb.sql("FROM memberships").fetchall())


def test_ibis(world):
    """It makes a table in memory of a collection."""
    ibis = pytest.importorskip("ibis")
    table = ibis.memtable(world.memberships)

    assert (
        len(world.memberships.by("AZE"))
        == table.filter(table.state == "AZE").count().execute()
    )


@pytest.mark.parametrize(
    "missing, extra, use",
    [
        ("pyarrow", "arrow", lambda c: c.__arrow_c_stream__()),
        ("pyarrow", "arrow", Catalog.from_arrow),
        ("pandas", "pandas", lambda c: c.to_pandas()),
        ("polars", "polars", lambda c: c.to_polars()),
    ],
)
def test_a_package_that_is_not_there(missing, extra, use, world, monkeypatch):
    """The error says which extra to install."""
    monkeypatch.setitem(sys.modules, missing, None)

    with pytest.raises(MissingExtra, match=rf"summitry\[{extra}\]") as caught:
        use(world.summits)
    assert extra == caught.value.extra


# -- and back --------------------------------------------------------------------


def through_pyarrow(collection):
    return pa.table(collection)


def through_polars(collection):
    return pytest.importorskip("polars").DataFrame(collection)


def through_pandas(collection):
    pytest.importorskip("pandas")
    return collection.to_pandas()


def through_duckdb(collection):
    duckdb = pytest.importorskip("duckdb")
    return duckdb.sql("FROM collection")


WAYS = [through_pyarrow, through_polars, through_pandas, through_duckdb]


@pytest.mark.parametrize("through", WAYS)
def test_the_bundled_catalogue_comes_back(through, world):
    """Record by record the same."""
    assert same(world, *map(through, collections(world)))


@pytest.mark.parametrize("through", WAYS)
@given(catalog=catalogs())
@settings(max_examples=40)
def test_every_catalogue_comes_back(through, catalog):
    """Whatever it holds, through whatever program."""
    assert same(catalog, *map(through, collections(catalog)))


@given(catalogs())
def test_a_catalogue_comes_back_whole(catalog):
    """As one table, with its date and version; in batches too."""
    table = pa.table(catalog)

    assert catalog == Catalog.from_arrow(catalog)
    assert catalog == Catalog.from_arrow(table)
    reader = pa.Table.from_batches(table.to_batches(max_chunksize=2), table.schema)
    assert catalog == Catalog.from_arrow(reader)


def test_other_sources_of_arrow_data(world):
    """A batch, a reader, whatever offers an array of structs."""
    table = pa.table(world.summits)
    (batch,) = table.to_batches()

    class Offers:
        def __arrow_c_array__(self, requested_schema=None):
            return batch.__arrow_c_array__(requested_schema)

    class Plainly:
        def __arrow_c_stream__(self):
            return table.__arrow_c_stream__()

    for given_ in (batch, table.to_reader(), Offers(), Plainly()):
        assert world.summits == Catalog.from_arrow(given_).summits


def test_columns_in_any_order_and_only_those_that_are_needed():
    """What is absent is the default."""
    table = pa.table({"state": ["ISL"], "type": ["member_state"], "organization": ["NC"]})

    assert Catalog([MemberState(organization="NC", state="ISL")]) == (
        Catalog.from_arrow(table)
    )


def test_types_that_others_use():
    """Views, large texts, dictionaries, whole floats, days, maps, nulls."""
    table = pa.table(
        {
            "type": pa.array(["summit"], pa.large_string()),
            "id": pa.array(["a"], pa.string_view()),
            "name": pa.array(["A"]).dictionary_encode(),
            "number": pa.array([18.0]),
            "since": pa.array([date(1961, 9, 1)]),
            "topics": pa.array([["x"]], pa.large_list(pa.string())),
            "note": pa.array([None]),
            "kind": pa.array([None], pa.string()),
        }
    )
    expected = Summit(id="a", name="A", number=18, since="1961-09-01", topics=["x"])
    assert expected == Catalog.from_arrow(table).summits.one()

    ids = pa.array([[("wikidata", "Q1")]], pa.map_(pa.string(), pa.string()))
    body = one("organization", **BODY, ids=ids)
    assert {"wikidata": "Q1"} == Catalog.from_arrow(body).organizations.one().ids


def test_a_number_that_is_not_a_number_is_absent():
    """pandas writes so what is not there, also of texts."""
    table = one("summit", **SUMMIT, number=float("nan"), note=float("nan"))

    assert Summit(**SUMMIT) == Catalog.from_arrow(table).summits.one()


def test_a_filtered_frame(world):
    """pandas then adds a column with the numbers of the rows."""
    pytest.importorskip("pandas")
    frame = world.memberships.to_pandas()
    frame = frame[frame.state == "AZE"]

    assert "__index_level_0__" in pa.table(frame).column_names
    assert world.memberships.by("AZE") == Catalog.from_arrow(frame).memberships


def test_the_derived_days_are_not_read():
    """The text says it all; whatever stands beside it."""
    table = one("summit", **SUMMIT, since="1961", since_earliest="wrong", since_latest=3)

    assert "1961" == str(Catalog.from_arrow(table).summits.one().since)


def test_facts_that_are_given_stand(world):
    """Over those of the tables, which may differ among themselves."""
    old = Catalog(world.summits[:1], as_of="2020", version="1")
    new = Catalog(world.sources[:1], as_of="2021", version="2")

    error = refused(old, new)
    assert [("SMT105", "as_of"), ("SMT105", "version")] == said(error)
    assert "one table says '1' and another '2'" in str(error)
    both = Catalog.from_arrow(old, new, as_of=date(2022, 1, 1), version="3")
    assert ("2022-01-01", "3") == (str(both.as_of), both.version)
    with pytest.raises(summitry.errors.InvalidDate):
        Catalog.from_arrow(old, as_of="soon")
    with pytest.raises(InvalidValue):
        Catalog.from_arrow(old, version=" ")
    assert Catalog() == Catalog.from_arrow()


# -- what is wrong -----------------------------------------------------------------


@pytest.mark.parametrize("name", BAD)
def test_the_same_problems_as_in_json(name):
    """The same codes, and the paths that the records would have there."""
    assert said_of_json(BAD[name]) == said(refused(table_of(BAD[name])))


@pytest.mark.parametrize(
    "given_",
    [None, 3, "member_state", b"x", [], {}, [{"type": "summit"}], pa.Table, object()],
)
def test_no_arrow_data(given_):
    """The error says what would be right."""
    with pytest.raises(WrongType, match="expected an Arrow table: a collection"):
        Catalog.from_arrow(given_)


@pytest.mark.parametrize("given_", [pa.array([1]), pa.chunked_array([["a"]])])
def test_arrow_data_that_is_no_table(given_):
    """One column alone has no names."""
    assert [("SMT101", "$")] == said(refused(given_))


def test_a_source_that_breaks():
    """Whatever it raises, the error is ours; what it says is kept short."""

    class Breaks:
        def __arrow_c_stream__(self, requested_schema=None):
            raise KeyError("x" * 500)

    class Silent:
        def __arrow_c_stream__(self, requested_schema=None):
            raise OSError

    assert [("SMT101", "$")] == said(refused(Breaks()))
    assert "OSError" in str(refused(Silent()))


def test_a_table_that_is_not_sound():
    """Text that is not UTF-8 is found before it is read."""
    data = pa.py_buffer(b"\xff\xfe")
    ends = pa.py_buffer((0).to_bytes(4, "little") + (2).to_bytes(4, "little"))
    text = pa.Array.from_buffers(pa.string(), 1, [None, ends, data])

    assert "UTF8" in str(refused(one("summit", id="a", name=text)))


def test_a_mixed_frame():
    """pandas itself cannot say what its column is."""
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"type": ["summit", "summit"], "id": ["a", 3]})

    assert [("SMT101", "$")] == said(refused(frame))


def test_no_type():
    """A table says what its rows are; which type is not guessed."""
    error = refused(pa.table({"organization": ["NC"], "state": ["ISL"]}))
    assert [("SMT104", "type")] == said(error)
    assert "member_state" in str(error)

    table = pa.table(
        {"type": [None, "member_stat", "x"], **dict.fromkeys(SPELL, ["NC"] * 3)}
    )
    error = refused(table)
    assert [("SMT104", "type"), ("SMT105", "type"), ("SMT105", "type")] == said(error)
    assert "row 2: 'member_stat' is no type of record; did you mean member_state?" in str(
        error
    )

    assert [("SMT105", "type")] == said(refused(one(3, **SPELL)))


def test_which_of_several_tables():
    """The message names it, where the path cannot."""
    good = one("member_state", **SPELL)
    bad = one("member_stat", **SPELL)

    assert "table 2, row 1: 'member_stat'" in str(refused(good, bad))
    assert [("SMT108", "member_states[1]")] == said(refused(good, good))


def test_an_unknown_column():
    """Of each row that has a value; once, where none has."""
    bad = one("member_state", **SPELL, statuss="member")
    assert [("SMT103", "member_states[0].statuss")] == said(refused(bad))
    assert "did you mean status?" in str(refused(bad))
    empty = one("member_state", **SPELL, **{"my notes": None})
    assert [("SMT103", "'my notes'")] == said(refused(empty))
    alone = one("member_state", **SPELL, since_earliest=date(1961, 9, 1))
    assert [("SMT103", "member_states[0].since_earliest")] == said(refused(alone))
    inner = one("summit", **SUMMIT, place={"city": "Oslo", "town": "Oslo"})
    assert [("SMT103", "summits[0].place.town")] == said(refused(inner))


def test_a_repeated_column():
    """One of the two would be lost."""
    table = pa.Table.from_arrays(
        [pa.array([value]) for value in ("member_state", "NC", "ISL", "NOR")],
        names=["type", "organization", "state", "state"],
    )
    assert [("SMT110", "state")] == said(refused(table))


@pytest.mark.parametrize(
    "field, value, code",
    [
        ("name", b"A", "SMT102"),
        ("name", 3, "SMT102"),
        ("name", 3.5, "SMT102"),
        ("name", True, "SMT102"),
        ("name", date(1961, 9, 1), "SMT102"),
        ("name", datetime(1961, 9, 1), "SMT102"),  # noqa: DTZ001
        ("name", ["A"], "SMT102"),
        ("name", {"a": "A"}, "SMT102"),
        ("since", 1961, "SMT102"),
        ("since", datetime(1961, 9, 1), "SMT102"),  # noqa: DTZ001
        ("since", b"1961", "SMT102"),
        ("number", "18", "SMT102"),
        ("number", 18.5, "SMT102"),
        ("number", Decimal(18), "SMT102"),
        ("kind", 1, "SMT102"),
        ("host", ["ISL"], "SMT102"),
        ("topics", "trade", "SMT102"),
        ("place", "Oslo", "SMT102"),
        ("place", ["Oslo"], "SMT102"),
        ("delegations", {"state": "ISL"}, "SMT102"),
    ],
)
def test_a_column_of_the_wrong_type(field, value, code):
    """Explained for the value, as in JSON; nothing passes for text that is none."""
    table = one("summit", **{**SUMMIT, field: value})

    assert [(code, f"summits[0].{field}")] == said(refused(table))


@pytest.mark.parametrize(
    "field, value, path",
    [
        ("topics", [b"trade"], "topics[0]"),
        ("topics", [date(1961, 9, 1)], "topics[0]"),
        ("topics", ["a", None], "topics[1]"),
        ("delegations", ["ISL"], "delegations[0]"),
        ("delegations", [None], "delegations[0]"),
        ("place", {"city": b"Oslo"}, "place.city"),
        ("place", {"city": date(1961, 9, 1)}, "place.city"),
        ("outcomes", [{"title": "A", "date": b"1961"}], "outcomes[0].date"),
    ],
)
def test_a_wrong_type_within(field, value, path):
    """Found where it stands, in lists and structs too."""
    assert path in {
        p[1].removeprefix("summits[0].")
        for p in said(refused(one("summit", **SUMMIT, **{field: value})))
    }


@pytest.mark.parametrize(
    "ids, code, path",
    [
        ([{"scheme": "a", "id": "1"}, {"scheme": "a", "id": "2"}], "SMT110", "ids.a"),
        ([{"scheme": None, "id": "1"}], "SMT102", "ids"),
        ([{"scheme": "a", "id": None}], "SMT102", "ids"),
        ([{"scheme": b"a", "id": "1"}], "SMT102", "ids"),
        ([{"scheme": "a", "id": b"1"}], "SMT102", "ids"),
        ([{"scheme": "a"}], "SMT102", "ids"),
        ({"a": "1"}, None, None),
        ("Q1", "SMT102", "ids"),
        (["Q1"], "SMT102", "ids"),
    ],
)
def test_identifiers(ids, code, path):
    """Pairs of texts, each scheme once; or an object, as in JSON."""
    table = one("organization", **BODY, ids=ids)
    if code is None:
        assert ids == Catalog.from_arrow(table).organizations.one().ids
        return
    assert [(code, f"organizations[0].{path}")] == said(refused(table))


def test_a_type_that_cannot_be_read():
    """Such as a struct with a name twice: the column is named, once."""
    inner = pa.StructArray.from_arrays(
        [pa.array(["Oslo"]), pa.array(["Rome"])], names=["city", "city"]
    )
    error = refused(one("summit", **SUMMIT, place=inner))
    assert [("SMT102", "place")] == said(error)
    error = refused(pa.table({"type": inner, "id": ["a"]}))
    assert [("SMT102", "type")] == said(error)
    error = refused(one("summit", id="a", name=inner), one("summit", id="Q", name="b"))
    assert [("SMT102", "name"), ("SMT105", "summits[1].id")] == said(error)
    error = refused(one("summi", id="a", name=inner))
    assert [("SMT102", "name"), ("SMT105", "type")] == said(error)


def test_nulls_where_a_value_is_needed():
    """The same as a field that is missing."""
    table = pa.table(
        {"type": ["member_state"] * 2, "organization": ["NC"] * 2, "state": [None, "ISL"]}
    )
    assert [("SMT104", "member_states[0].state")] == said(refused(table))


@pytest.mark.parametrize(
    "metadata, problem",
    [
        (b"{", ("SMT101", "$")),
        (b"[]", ("SMT101", "$")),
        (b"\xff", ("SMT101", "$")),
        (b'{"summitry": 2}', ("SMT109", "summitry")),
        (b'{"summitry": "1"}', ("SMT109", "summitry")),
        (b'{"summitry": 1, "as_of": "soon"}', ("SMT107", "as_of")),
        (b'{"summitry": 1, "version": 3}', ("SMT102", "version")),
        (b'{"summitry": 1, "colour": "red"}', ("SMT103", "colour")),
    ],
)
def test_metadata(metadata, problem):
    """A newer shape is refused, and whatever is not as we write it."""
    table = one("member_state", **SPELL).replace_schema_metadata({"summitry": metadata})

    assert [problem] == said(refused(table))


def test_all_problems_at_once():
    """Of tables, columns and rows."""
    table = pa.table(
        {
            "type": ["member_state", "summit", "member_stat"],
            "organization": ["nc", None, None],
            "state": ["ZZZ", None, None],
            "id": [None, "A", None],
            "colour": pa.array([None, None, None]),
        }
    )
    assert sorted(
        [
            (Code.UNKNOWN_FIELD, "colour"),
            (Code.VALUE, "type"),
            (Code.VALUE, "member_states[0].organization"),
            (Code.UNKNOWN_STATE, "member_states[0].state"),
            (Code.VALUE, "summits[0].id"),
            (Code.MISSING_FIELD, "summits[0].name"),
        ]
    ) == said(refused(table))


def test_an_organization_of_states_and_bodies(world):
    """Both kinds of member in one table, and only one kind after a filter."""
    table = pa.table(world.memberships)
    states = table.filter(pa.compute.equal(table["type"], "member_state"))
    expected = world.memberships.filter(lambda m: isinstance(m, MemberState))

    assert expected == Catalog.from_arrow(states).memberships


def test_organizations_join_memberships(world):
    """Codes are of one type in every table, so that tables join."""
    pl = pytest.importorskip("polars")
    spells, bodies = pl.DataFrame(world.memberships), pl.DataFrame(world.organizations)
    joined = spells.with_columns(pl.col("organization").cast(pl.String)).join(
        bodies.with_columns(pl.col("id").cast(pl.String)),
        left_on="organization",
        right_on="id",
    )
    assert len(spells) == len(joined)
    assert isinstance(world.organizations[0], Organization)
