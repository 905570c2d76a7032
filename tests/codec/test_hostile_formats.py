"""Input that was made to break a reader, in every format: a clear error, or a catalogue."""

from __future__ import annotations

import copy
import csv as stdlib_csv
import io
import json
import zipfile

import msgspec
import pytest
import tomli_w
import yaml

from mutations import places
from summitry import (
    BilateralMeeting,
    Catalog,
    Delegation,
    MemberState,
    Organization,
    Outcome,
    Place,
    Representative,
    Source,
    Summit,
    dumps,
    iter_records,
    loads,
    read,
)
from summitry.codec.document import RECORD_TYPES, SCHEMA_VERSION, Document
from summitry.codec.formats import csv
from summitry.codec.problems import Code
from summitry.codec.tables import archive
from summitry.errors import DocumentError, WrongType


SMALL = Catalog(
    [
        Source(id="charter", title="Charter: “all” of it", published="1961-09-01"),
        Organization(
            id="CLUB",
            name="Klúbbur",
            acronyms=["TC", "KL"],
            seat=Place(city="Oslo", state="NOR"),
            website="https://club.example/",
            ids={"cow": "0x1f"},
            since="1961~",
        ),
        MemberState(organization="CLUB", state="ISL", since="2001-02", note="null"),
        Summit(
            id="club-1",
            name="First",
            number=1,
            chair=Delegation(state="NOR"),
            outcomes=[Outcome(title="A\nB", date="2001-05-06")],
        ),
        BilateralMeeting(
            id="talk",
            delegations=[
                Delegation(state="ISL", representatives=[Representative(name="X")]),
                Delegation(organization="CLUB"),
            ],
        ),
    ],
    version="7",
    as_of="2024-05-31",
)
TEXTS = ("json", "jsonl", "yaml", "toml")
ALL = (*TEXTS, "msgpack", "csv", "parquet")
TYPE_OF = {key: kind.type_name for key, kind in RECORD_TYPES.items()}


def bytes_of(catalog, name):
    """A catalogue as the bytes of a file."""
    data = dumps(catalog, format=name)
    return data if isinstance(data, bytes) else data.encode()


def said(data, name):
    """The catalogue that bytes hold, or None if they are refused, in few words."""
    try:
        catalog = loads(data, format=name)
    except DocumentError as error:
        refusal = error
    else:
        assert catalog == loads(dumps(catalog, format=name), format=name)
        return catalog
    assert refusal.problems
    assert all(problem.code and problem.path for problem in refusal.problems)
    assert len(str(refusal)) < 10_000
    return None


def codes_of(data, name):
    """The codes of bytes that are refused."""
    with pytest.raises(DocumentError) as caught:
        loads(data, format=name)
    assert len(str(caught.value)) < 10_000
    return {problem.code for problem in caught.value.problems}


@pytest.mark.parametrize("name", ALL)
def test_the_small_document_is_good(name):
    """What the tests below spoil is good in itself."""
    assert SMALL == said(bytes_of(SMALL, name), name)


# -- cut off -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["json", "msgpack", "csv", "parquet"])
def test_cut_off_anywhere(name):
    """These formats say where they end: whatever is cut off is missed."""
    data = bytes_of(SMALL, name).rstrip(b"\n")

    for length in range(len(data)):
        assert {Code.SYNTAX} == codes_of(data[:length], name), length


def test_lines_that_are_cut_off():
    """Between two lines nothing tells: the records before are read. Elsewhere it is told."""
    data = bytes_of(SMALL, "jsonl")
    ends = {place for place in range(len(data)) if data[place : place + 1] == b"\n"}

    for length in range(len(data)):
        catalog = said(data[:length], "jsonl")
        if length in ends or length - 1 in ends:
            lines = data[:length].strip().split(b"\n")
            assert list(SMALL)[: len(lines) - 1] == list(catalog)
        else:
            assert catalog is None, length


@pytest.mark.parametrize("name", ["yaml", "toml"])
def test_indented_text_that_is_cut_off(name):
    """YAML and TOML do not say where they end; what is whole in them is read as it was."""
    data = bytes_of(SMALL, name)
    accepted = 0

    for length in range(len(data)):
        catalog = said(data[:length], name)
        if catalog is not None:
            accepted += 1
            changed = [record for record in catalog if record not in SMALL]
            assert len(changed) <= 1, length
            assert len(catalog) <= len(SMALL)
    assert 0 < accepted < len(data) / 2


# -- values of a wrong type --------------------------------------------------------------------


WRONG = (None, True, 0, 1, 1.0, 1.5, 2**63, "x", "", [], [None], ["x"], {}, {"x": 1})


def spell_lines(value):
    """Plain data as lines; None where lines cannot say it."""
    header = {key: held for key, held in value.items() if key not in TYPE_OF}
    lines = [{"type": "document", **header}]
    for key, kind in TYPE_OF.items():
        records = value.get(key, [])
        if not isinstance(records, list):
            return None
        for record in records:
            typed = isinstance(record, dict)
            lines.append({"type": kind, **record} if typed else record)
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def spell_toml(value):
    """Plain data as TOML; None where TOML has no word for it."""
    try:
        return tomli_w.dumps(value).encode()
    except TypeError:  # null
        return None


SPELL = {
    "json": lambda value: json.dumps(value).encode(),
    "jsonl": spell_lines,
    "msgpack": msgspec.msgpack.encode,
    "yaml": lambda value: yaml.safe_dump(value, allow_unicode=True).encode(),
    "toml": spell_toml,
}


@pytest.mark.parametrize("name", SPELL)
def test_every_value_replaced_by_every_wrong_type(name):
    """Accepted is only what has the type that was there, or null for what may be absent."""
    good = json.loads(dumps(SMALL))
    assert SMALL == said(SPELL[name](good), name)
    tried = 0

    for number, (_, key) in enumerate(places(good)):
        for wrong in WRONG:
            value = copy.deepcopy(good)
            holder, _ = places(value)[number]
            old = holder[key]
            holder[key] = copy.deepcopy(wrong)
            data = SPELL[name](value)
            if data is None:
                continue
            tried += 1
            catalog = said(data, name)
            if catalog is not None:
                assert wrong is None or type(wrong) is type(old), (key, old, wrong)
    assert tried > 400


@pytest.mark.parametrize(
    "name, wrong",
    [
        (name, wrong)
        for name in SPELL
        for wrong in WRONG
        # A file of lines or of tables holds nothing else.
        if isinstance(wrong, dict) or name not in ("jsonl", "toml")
    ],
)
def test_a_whole_document_of_a_wrong_type(name, wrong):
    """Whatever stands where the document should."""
    assert codes_of(SPELL[name](wrong), name) <= {
        *(Code.SHAPE, Code.SCHEMA_VERSION, Code.UNKNOWN_FIELD, Code.MISSING_FIELD)
    }


@pytest.mark.parametrize("wrong", ["", "x", "-1", "1.5", "null", "[]", "{}", '["x",1]'])
def test_every_cell_replaced(wrong):
    """In each table of a folder, the names of the columns included."""
    files = archive.unpack(bytes_of(SMALL, "csv"), source="test")

    for name in files.keys() - {"datapackage.json"}:
        rows = list(stdlib_csv.reader(io.StringIO(files[name].decode(), newline="")))
        for row in rows:
            for place, old in enumerate(row):
                row[place] = wrong
                text = io.StringIO(newline="")
                stdlib_csv.writer(text).writerows(rows)
                said(archive.pack({**files, name: text.getvalue().encode()}), "csv")
                row[place] = old


@pytest.mark.parametrize("wrong", [None, True, 1, 1.5, "x", [], ["x"], {"x": 1}])
def test_every_column_of_parquet_replaced(wrong):
    """By one of a wrong type, all of whose values are the same."""
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(bytes_of(SMALL, "parquet")))

    for place, name in enumerate(table.column_names):
        changed = table.set_column(place, name, pa.array([wrong] * len(table)))
        stream = io.BytesIO()
        parquet.write_table(changed, stream)
        said(stream.getvalue(), "parquet")


# -- nested deeply -------------------------------------------------------------------------------


DEPTHS = [10, 63, 64, 65, 100, 500, 1_000, 5_000, 100_000]
HEAD = b'{"type":"document","summitry":1}\n'


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("opening, closing", [("[", "]"), ('{"a":', "}")])
@pytest.mark.parametrize("key", ["topics", "chair", "x", "id", "type"])
def test_deep_lines(tmp_path, depth, opening, closing, key):
    """Within a record of JSON Lines, read whole or as a stream."""
    value = opening * depth + "1" + closing * depth
    lines = [
        f'{{"type":"summit","id":"a","name":"A","{key}":{value}}}',
        value,
        opening * depth,
    ]

    for line in lines:
        data = HEAD + line.encode() + b"\n"
        codes_of(data, "jsonl")
        (tmp_path / "a.jsonl").write_bytes(data)
        with pytest.raises(DocumentError):
            list(iter_records(tmp_path / "a.jsonl"))
    codes_of(f'{{"type":"document","summitry":1,"version":{value}}}', "jsonl")


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize(
    "opening, closing",
    [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("[[", ""), ("!!seq [", "]")],
)
@pytest.mark.parametrize("before", ["", "summitry: 1\nsummits:\n- topics: ", "x: "])
def test_deep_yaml(depth, opening, closing, before):
    """In every notation that nests, closed or not."""
    codes_of(f"{before}{opening * depth}1{closing * depth}", "yaml")


@pytest.mark.parametrize("depth", [10, 63, 64, 65, 500, 2_000])
def test_deep_yaml_of_blocks(depth):
    """Mappings within mappings, each a space further in."""
    lines = "\n".join(f"{' ' * n}a:" for n in range(depth))

    assert codes_of(f"summitry: 1\n{lines}\n", "yaml") <= {
        *(Code.SYNTAX, Code.UNKNOWN_FIELD)
    }


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize(
    "text",
    [
        "summitry = 1\nx = {value}",
        "summitry = {value}",
        'summitry = 1\n[[summits]]\nid = "a"\nname = "A"\ntopics = {value}',
        'summitry = 1\n[[summits]]\nid = "a"\nname = "A"\nchair = {value}',
    ],
)
def test_deep_toml(depth, text):
    """Lists and tables in a line, dotted keys, and tables of dotted names."""
    for opening, closing in (("[", "]"), ("{a = ", "}"), ("[", "")):
        value = opening * depth + "1" + closing * depth
        codes_of(text.format(value=value), "toml")
    if depth <= 5_000:  # the standard library's time grows with the square of it
        dotted = ".".join(["a"] * depth)
        codes_of(f"summitry = 1\n{dotted} = 1", "toml")
        codes_of(f"summitry = 1\n[{dotted}]\n", "toml")
        codes_of(f"summitry = 1\n[[{dotted}]]\n", "toml")


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize(
    "opening", [b"\x91", b"\x81\xa1a", b"\xdd\x00\x00\x00\x01", b"\x81\x91"]
)
@pytest.mark.parametrize(
    "before",
    [b"", b"\x82\xa8summitry\x01\xa7version", b"\x82\xa8summitry\x01\xa7summits"],
)
def test_deep_messagepack(depth, opening, before):
    """Lists, maps, lists as keys of maps; closed or not."""
    codes_of(before + opening * depth + b"\x01", "msgpack")
    codes_of(before + opening * depth, "msgpack")


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("opening, closing", [("[", "]"), ('{"a":', "}"), ("[", "")])
def test_deep_cells(depth, opening, closing):
    """In a cell that holds JSON, and in what describes the tables."""
    value = opening * depth + "1" + closing * depth
    text = io.StringIO(newline="")
    writer = stdlib_csv.writer(text)
    writer.writerow(["id", "name", "outcomes", "delegations", "topics"])
    writer.writerow(["a", "A", value, value, value])
    codes_of(archive.pack({"summits.csv": text.getvalue().encode()}), "csv")
    described = archive.pack({"datapackage.json": value.encode()})
    said(described, "csv")  # it may say more than we know of
    inner = f'{{"summitry": 1, "version": {value}}}'
    codes_of(archive.pack({"datapackage.json": inner.encode()}), "csv")


@pytest.mark.parametrize("depth", [10, 60, 200])
def test_deep_columns(depth):
    """A column of lists of lists, of structs in structs."""
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    lists = structs = pa.int8()
    for _ in range(depth):
        lists, structs = pa.list_(lists), pa.struct({"a": structs})

    for name in ("x", "topics", "place", "type"):
        for kind in (lists, structs):
            fields = {"type": pa.string(), "id": pa.string()} | {name: kind}
            table = pa.table({key: pa.nulls(2, held) for key, held in fields.items()})
            stream = io.BytesIO()
            parquet.write_table(table, stream)
            codes_of(stream.getvalue(), "parquet")


# -- nothing, as a byte ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", TEXTS)
def test_a_null_byte_anywhere(name):
    """Put in, or in the place of a byte: no text holds one, and none is passed over."""
    data = bytes_of(SMALL, name)

    for place in range(len(data) + 1):
        assert said(data[:place] + b"\0" + data[place:], name) is None, place
        if place < len(data):
            assert said(data[:place] + b"\0" + data[place + 1 :], name) is None, place


@pytest.mark.parametrize("name", ["msgpack", "csv", "parquet"])
def test_a_null_byte_in_bytes(name):
    """There it may mean something; it never breaks the reader."""
    data = bytes_of(SMALL, name)

    for place in range(0, len(data), 1 + len(data) // 150):
        said(data[:place] + b"\0" + data[place:], name)
        said(data[:place] + b"\0" + data[place + 1 :], name)


def test_a_null_byte_in_a_table(tmp_path):
    """Put in anywhere."""
    files = csv.dumps_files(Document.of(SMALL))

    for name, data in files.items():
        for place in range(0, len(data) + 1, 1 + len(data) // 500):
            changed = {**files, name: data[:place] + b"\0" + data[place:]}
            with pytest.raises(DocumentError):
                csv.loads_files(changed, source="test")


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("length", [1, 2, 4, 1_000, 100_000])
@pytest.mark.parametrize("byte", [b"\0", b" ", b"\xff", b"\n", b"PAR1", b"PK\x05\x06"])
def test_the_same_byte_over_and_over(name, length, byte):
    """No format takes it for a document."""
    assert codes_of(byte * length, name) <= {
        *(Code.SYNTAX, Code.SHAPE, Code.MISSING_FIELD, Code.SCHEMA_VERSION)
    }


@pytest.mark.parametrize("name", ["msgpack", "csv", "parquet"])
def test_a_text_for_bytes(name):
    """These formats are no text, and so none is taken for their bytes."""
    with pytest.raises(WrongType, match=f"expected the bytes of a {name} document"):
        loads("summitry: 1", format=name)


@pytest.mark.parametrize("name", ALL)
def test_a_format_for_another(tmp_path, name):
    """The bytes of every format, read as every other: refused, or the same catalogue."""
    for other in ALL:
        data = bytes_of(SMALL, other)
        catalog = said(data, name)
        assert catalog is None or SMALL == catalog
        file = tmp_path / f"mine.{name}"
        file.write_bytes(data)
        if catalog is None:
            with pytest.raises(DocumentError):
                read(file)


# -- bombs --------------------------------------------------------------------------------------------


def test_a_bomb_of_aliases():
    """A few lines of YAML that stand for billions: an alias is not followed."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20)]

    assert {Code.SYNTAX} == codes_of("\n".join(["summitry: 1", *lines]), "yaml")


def test_a_bomb_of_merged_keys():
    """Nor are mappings merged."""
    text = "summitry: 1\nx: &x {a: 1}\ny:\n  <<: *x\n"

    assert {Code.SYNTAX} == codes_of(text, "yaml")


def test_a_zip_of_nothing(tmp_path):
    """It is to a zip of tables what an empty folder is to a folder of them."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w"):
        pass
    (tmp_path / "mine.csv").mkdir()

    assert Catalog() == loads(data.getvalue(), format="csv")
    assert Catalog() == read(tmp_path / "mine.csv")


def test_a_zip_that_claims_little(monkeypatch):
    """What an entry holds beyond what it says is not read."""
    monkeypatch.setattr(archive, "EXPANDED_AT_MOST", 10_000)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("summits.csv", "id,name\n" + "\n" * 5_000_000)
    data = stream.getvalue()
    assert {Code.SYNTAX} == codes_of(data, "csv")
    size = (5_000_008).to_bytes(4, "little")
    assert 2 == data.count(size)

    assert {Code.SYNTAX} == codes_of(
        data.replace(size, (100).to_bytes(4, "little")), "csv"
    )


@pytest.mark.parametrize("claim", [2**16 - 1, 2**31, 2**32 - 1])
@pytest.mark.parametrize("kind", [b"\xdd", b"\xdf", b"\xdb", b"\xc6", b"\xc9"])
def test_messagepack_that_claims_much(claim, kind):
    """A few bytes that say how many are to come: no room is made before they came."""
    data = b"\x82\xa8summitry\x01\xa7summits" + kind + claim.to_bytes(4, "big")

    assert {Code.SYNTAX} == codes_of(data, "msgpack")


def test_a_version_that_is_none():
    """True is a number to Python, and 1.0 equals 1; neither is a version."""
    for name, spell in SPELL.items():
        for version in (True, 1.0, "1", [1], 2**40):
            data = spell({"summitry": version})
            assert {Code.SCHEMA_VERSION} == codes_of(data, name), (name, version)
        assert Catalog() == loads(spell({"summitry": SCHEMA_VERSION}), format=name)
