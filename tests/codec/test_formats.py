"""Every format alike: the same records, the same bytes, the same problems.

The golden documents of the present version are written, once and before it is released,
by::

    SUMMITRY_WRITE_GOLDEN=1 pytest tests/codec/test_formats.py

Those of an older version are never written again.
"""

from __future__ import annotations

import json
import os
import tomllib
import zipfile

from pathlib import Path

import attrs
import msgspec
import pytest
import tomli_w
import yaml

from hypothesis import given, settings

import summitry

from mutations import mutated
from small import SMALL
from strategies import HOSTILE_TEXTS, NOUNS, PARTS, catalogs
from summitry import Catalog, Organization, Source
from summitry.codec import strict
from summitry.codec.document import RECORD_TYPES, SCHEMA_VERSION, Document
from summitry.codec.formats import yaml as yaml_format
from summitry.codec.formats.jsonl import FIRST_LINE
from summitry.errors import DocumentError


FORMATS = ("json", "jsonl", "yaml", "toml", "msgpack")
GOLDEN = Path(__file__).parents[1] / "golden" / "documents"
SUFFIXES = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".toml": "toml",
    ".msgpack": "msgpack",
}


# -- there and back --------------------------------------------------------------------


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=50)
@given(catalogs())
def test_what_is_written_is_read(name, catalog):
    """Equal records in the same order, and the same bytes when written again."""
    data = summitry.dumps(catalog, format=name)
    again = summitry.loads(data, format=name)

    assert catalog == again
    assert (catalog.version, catalog.as_of) == (again.version, again.as_of)
    assert data == summitry.dumps(again, format=name)
    assert Document.of(catalog) == Document.of(again)


@pytest.mark.parametrize("name", FORMATS)
def test_the_bundled_catalogue(world, name):
    """All of it, and nothing of it changes."""
    data = summitry.dumps(world, format=name)
    again = summitry.loads(data, format=name)

    assert world == again
    assert data == summitry.dumps(again, format=name)


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_catalogue(name):
    """It is a document that says its version and holds nothing."""
    data = summitry.dumps(Catalog(), format=name)

    assert Catalog() == summitry.loads(data, format=name)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_a_text_that_means_something_elsewhere(name, text):
    """As the name of a body, as its note, and as the version of the whole."""
    body = Organization(id="A", name=text, acronyms=[text], ids={"a": text}, note=text)
    catalog = Catalog([body], version=text)
    again = summitry.loads(summitry.dumps(catalog, format=name), format=name)

    assert body == again.organization("A")
    assert text == again.version


@pytest.mark.parametrize("name", FORMATS)
def test_text_as_bytes(name):
    """What was written as text is read as its bytes too."""
    data = summitry.dumps(SMALL, format=name)
    assert isinstance(data, bytes if name == "msgpack" else str)

    assert SMALL == summitry.loads(
        data if isinstance(data, bytes) else data.encode(), format=name
    )


def test_every_format_says_the_same():
    """What is written in one and read is written the same in any other."""
    for first in FORMATS:
        catalog = summitry.loads(summitry.dumps(SMALL, format=first), format=first)
        for second in FORMATS:
            assert summitry.dumps(SMALL, format=second) == summitry.dumps(
                catalog, format=second
            ), (first, second)


# -- files -------------------------------------------------------------------------------


@pytest.mark.parametrize("compression", ["", ".gz", ".zst"])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file(tmp_path, suffix, compression):
    """The suffix says the format, and the one behind it how it is compressed."""
    if compression == ".zst":
        pytest.importorskip("zstandard")
    first = tmp_path / f"a{suffix}{compression}"
    second = tmp_path / f"b{suffix}{compression}"
    summitry.write(SMALL, first)
    again = summitry.read(first)
    summitry.write(again, second)

    assert SMALL == again
    assert first.read_bytes() == second.read_bytes()
    if not compression:
        data = summitry.dumps(SMALL, format=SUFFIXES[suffix])
        expected = data if isinstance(data, bytes) else data.encode()
        assert expected == first.read_bytes()


@pytest.mark.parametrize("compression", [".gz", ".zst"])
@pytest.mark.parametrize("name", FORMATS)
def test_the_bundled_catalogue_in_a_compressed_file(world, tmp_path, name, compression):
    """It is smaller, and the same."""
    if compression == ".zst":
        pytest.importorskip("zstandard")
    file = tmp_path / f"world.{name}{compression}"
    summitry.write(world, file)

    assert world == summitry.read(file)
    assert file.stat().st_size < len(summitry.dumps(world, format=name)) / 4


@pytest.mark.parametrize("compression", ["", ".gz"])
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("suffix", ["", ".txt", ".json", ".toml"])
def test_the_format_beside_the_suffix(tmp_path, name, suffix, compression):
    """What is given goes before what the suffix says."""
    file = tmp_path / f"mine{suffix}{compression}"
    summitry.write(SMALL, file, format=name)

    assert SMALL == summitry.read(file, format=name)
    data = summitry.dumps(SMALL, format=name)
    plain = tmp_path / f"plain.{name}"
    summitry.write(SMALL, plain)
    assert plain.read_bytes() == (data if isinstance(data, bytes) else data.encode())


@pytest.mark.parametrize("name", FORMATS)
def test_the_error_names_the_file(tmp_path, name):
    """In every format, and the text that was given where there is no file."""
    file = tmp_path / f"mine.{name}"
    file.write_bytes(b"\xff")

    with pytest.raises(DocumentError) as caught:
        summitry.read(file)
    assert str(file) == caught.value.source
    with pytest.raises(DocumentError, match="the text given"):
        summitry.loads(b"\xff", format=name)


# -- the same problems -------------------------------------------------------------------


def spelled_lines(value):
    """A document as JSON Lines, or None if it holds what lines cannot say."""
    header = {"type": "document"}
    lines = []
    kinds = {key: kind.type_name for key, kind in RECORD_TYPES.items()}
    for key, held in value.items():
        if key in ("summitry", "version", "as_of"):
            header[key] = held
            continue
        if key not in kinds or not isinstance(held, list):
            return None
        for record in held:
            if not isinstance(record, dict) or "type" in record:
                return None
            lines.append({"type": kinds[key], **record})
    return "\n".join(map(json.dumps, [header, *lines])).encode()


def spelled_toml(value):
    """A document as TOML, or None if it holds what TOML has no word for."""
    if has_none(value):
        return None
    return tomli_w.dumps(value).encode()


def has_none(value):
    """Whether something within plain data is None."""
    if isinstance(value, dict):
        return any(map(has_none, value.values()))
    if isinstance(value, list | tuple):
        return any(map(has_none, value))
    return value is None


def spelled_msgpack(value):
    """A document as MessagePack, or None if a number has more than 64 bits."""
    try:
        return msgspec.msgpack.encode(value)
    except OverflowError:
        return None


def spelled_yaml(value):
    """A document as YAML, in which a text that looks like a number is quoted."""
    apart = json.loads(json.dumps(value))  # what is shared would become an alias
    return yaml.dump(apart, Dumper=yaml_format._dumper(), sort_keys=False).encode()


SPELLED = {
    "json": lambda value: json.dumps(value).encode(),
    "jsonl": spelled_lines,
    "yaml": spelled_yaml,
    "toml": spelled_toml,
    "msgpack": spelled_msgpack,
}


def problems(data, name):
    """The code, path, message and value of each problem, sorted; none for a good one."""
    try:
        summitry.loads(data, format=name)
    except DocumentError as error:
        return sorted([tuple(problem)[:4] for problem in error.problems], key=repr)
    return []


def check_alike(value):
    """Check that a document has the same problems in every format that can say it."""
    for name in FORMATS[1:]:
        data = SPELLED[name](value)
        if data is None:
            continue
        if name == "toml":  # whose tables stand behind the plain values of their table
            value = tomllib.loads(data.decode())
        assert problems(SPELLED["json"](value), "json") == problems(data, name), name


@settings(max_examples=100)
@given(mutated(catalogs().map(lambda catalog: strict.plain_of(Document.of(catalog)))))
def test_a_bad_document_has_the_same_problems_in_every_format(value):
    """Code, path, message and value; only the line is a format's own."""
    check_alike(value)


SPELL = {"organization": "CLUB", "state": "ISL"}


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"summitry": 2},
        {"summitry": "1"},
        {"summitry": True},
        {"summitry": 1.0},
        {"summitry": 1, "member_states": [{**SPELL, "state": "TR"}]},
        {"summitry": 1, "member_states": [{**SPELL, "statu": "member"}, SPELL, SPELL]},
        {"summitry": 1, "member_states": [{**SPELL, "since": 1961}, {}]},
        {"summitry": 1, "member_states": [{**SPELL, "since": "2005", "until": "2001"}]},
        {"summitry": 1, "member_states": [{**SPELL, "a.b": 1, "": 2, "x y": [{}]}]},
        {"summitry": 1, "member_states": 3, "summits": ["x"], "memberstates": []},
        {"summitry": 1, "version": 7, "as_of": "1961-13"},
        {"summitry": 1, "organizations": [{"id": "A", "name": "x", "ids": {"Q": "1"}}]},
        {"summitry": 1, "organizations": [{"id": "A", "name": "x", "ids": {"q": 1}}]},
        {"summitry": 1, "sources": [{"id": "a", "title": text} for text in "\x07\x7f "]},
    ],
    ids=repr,
)
def test_chosen_documents_have_the_same_problems_in_every_format(value):
    """Those that people write."""
    assert problems(SPELLED["json"](value), "json")
    check_alike(value)


@pytest.mark.parametrize(
    "name, text",
    [
        ("json", "[]"),
        ("yaml", "[]"),
        ("yaml", "---\n"),
        ("yaml", "just text"),
        ("msgpack", b"\x90"),
        ("msgpack", b"\xc0"),
        ("msgpack", b"\x01"),
    ],
)
def test_what_is_no_object(name, text):
    """The whole is refused by one problem at its root."""
    ((code, path, message, _),) = problems(text, name)

    assert ("SMT102", "$") == (code, path)
    assert message.startswith("a document is an object such as ")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("data", [b"", b"\n", b" \n\n"])
def test_nothing_at_all(name, data):
    """An empty file is no catalogue, in any format."""
    found = problems(data if name != "msgpack" else b"", name)

    assert 1 == len(found)
    assert ("missing" if name == "toml" else "empty") in found[0][2]


@pytest.mark.parametrize(
    "data, says",
    [
        (b"\xc1", "not MessagePack: "),
        (b"\x81\xa8summitry\x01\x00", "trailing characters"),
        (b"\x81\xa8summi", "not MessagePack: "),
        (b"\x91" * 100_000, "not MessagePack: "),
        (b"\xdf\xff\xff\xff\xff", "not MessagePack: "),
        (b"\xdb\xff\xff\xff\xffx", "not MessagePack: "),
        (b"\x81\x80\x01", "hashable"),
        (b"\x81\xa1\xff\x01", "not MessagePack: "),
    ],
)
def test_what_is_no_messagepack(data, says):
    """A byte that means nothing, too many, too few, too deep, claims of gigabytes."""
    ((code, path, message, _),) = problems(data, "msgpack")

    assert ("SMT101", "$") == (code, path)
    assert says in message


@pytest.mark.parametrize(
    "data",
    [
        b"\x82\xa8summitry\x01\xa8summitry\x01",
        b"\x82\xa8summitry\x01\xa7sources\x91\x83\xa2id\xa1a\xa5title\xa1x\xa5title\xa1y",
        b"\xde\x00\x01\xa8summitry\x01",
        b"\x81\xa8summitry\xd1\x00\x01",
        b"\x81\xd9\x08summitry\x01",
    ],
)
def test_messagepack_that_is_longer_than_it_need_be(data):
    """In a longer form a key may stand twice unseen, so none is taken."""
    ((code, path, message, _),) = problems(data, "msgpack")

    assert ("SMT110", "$") == (code, path)
    assert "a key stands twice in one map, or " in message


@pytest.mark.parametrize(
    "key, path", [(3, "'3'"), (None, "None"), (b"x", "\"b'x'\""), (1.5, "'1.5'")]
)
def test_a_key_of_messagepack_that_is_no_text(key, path):
    """It is a field that no record has."""
    data = msgspec.msgpack.encode({"summitry": 1, key: 1})

    assert [("SMT103", path)] == [found[:2] for found in problems(data, "msgpack")]


@pytest.mark.parametrize("value", [b"x", msgspec.msgpack.Ext(1, b"x"), float("nan")])
def test_a_value_of_messagepack_that_other_formats_do_not_have(value):
    """Bytes and extensions are no text."""
    data = msgspec.msgpack.encode({"summitry": 1, "version": value})

    assert [("SMT102", "version")] == [found[:2] for found in problems(data, "msgpack")]


# -- golden documents ----------------------------------------------------------------------


VERSIONS = [f"v{version}" for version in range(1, SCHEMA_VERSION + 1)]
KINDS = ("json", "jsonl", "yaml", "toml", "msgpack", "zip", "parquet")
PRESENT = GOLDEN / VERSIONS[-1]


def golden(kind):
    """A golden document of the present version; written first, if that was asked for."""
    file = PRESENT / f"small.{kind}"
    if os.environ.get("SUMMITRY_WRITE_GOLDEN"):
        PRESENT.mkdir(parents=True, exist_ok=True)
        summitry.write(SMALL, file)
    return file


@pytest.mark.parametrize("kind", KINDS)
def test_the_golden_bytes(tmp_path, kind):
    """What is written today is what was written when the version was new."""
    file = golden(kind)
    if kind == "parquet":
        pytest.importorskip("pyarrow")
        assert SMALL == summitry.read(file)  # its bytes are those of one release of Arrow
        return
    summitry.write(SMALL, tmp_path / file.name)

    assert contents(file) == contents(tmp_path / file.name)


def contents(file):
    """The bytes of a file; of a zip those inside, for there are several zlibs."""
    if file.suffix != ".zip":
        return file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("version", VERSIONS)
def test_golden_documents_of_every_version(version, kind):
    """They are kept for ever, and hold the same catalogue."""
    if kind == "parquet":
        pytest.importorskip("pyarrow")
    catalog = summitry.read(GOLDEN / version / f"small.{kind}")

    assert SMALL == catalog
    assert ("7", "2024-05-31") == (catalog.version, str(catalog.as_of))


def test_there_are_golden_documents_of_every_version_in_every_format():
    """None is missing and none is beside them."""
    names = {f"small.{kind}" for kind in KINDS}

    assert dict.fromkeys(VERSIONS, names) == {
        folder.name: {file.name for file in folder.iterdir()}
        for folder in GOLDEN.iterdir()
    }


def test_the_golden_catalogue_uses_every_field():
    """A field that nobody wrote would change its spelling unseen."""
    used = {kind: set() for kind in (*NOUNS, *PARTS)}
    waiting = list(SMALL)
    while waiting:
        record = waiting.pop()
        for field in attrs.fields(type(record)):
            value = getattr(record, field.name)
            if value != field.default:
                used.setdefault(type(record), set()).add(field.name)
            if isinstance(value, tuple):
                waiting += [each for each in value if attrs.has(type(each))]
            elif attrs.has(type(value)) and isinstance(value, summitry.Record):
                waiting.append(value)

    for kind, names in used.items():
        unused = {field.name for field in attrs.fields(kind)} - names
        assert unused <= {"since", "until"}, kind


def test_the_first_line_that_messages_show_is_good():
    """What is offered as an example works."""
    assert Catalog() == summitry.loads(FIRST_LINE, format="jsonl")
    assert Catalog([Source(id="a", title="A")]) == summitry.loads(
        FIRST_LINE + '\n{"type":"source","id":"a","title":"A"}', format="jsonl"
    )
