"""What is written is read again as it was, for every record and every catalogue."""

from __future__ import annotations

import json

import pytest

from hypothesis import given, settings
from hypothesis import strategies as st

import summitry

from strategies import NOUNS, PARTS, catalogs, records
from summitry import Catalog, dumps, loads
from summitry.codec import SCHEMA_VERSION, make_converter
from summitry.codec.document import RECORD_TYPES


@settings(max_examples=50)
@given(catalogs())
def test_a_catalogue_is_read_as_it_was_written(catalog):
    """Reading undoes writing, date and version included; writing is canonical."""
    text = dumps(catalog)
    again = loads(text)

    assert catalog == again
    assert text == dumps(again)
    assert again == loads(text.encode())


@given(records())
def test_a_record_is_read_as_it_was_written(record):
    """Each record comes back equal, of the same type, and alone."""
    (again,) = loads(dumps(Catalog([record])))

    assert record == again
    assert type(record) is type(again)
    assert hash(record) == hash(again)


@pytest.mark.parametrize("kind", [*NOUNS, *PARTS], ids=lambda kind: kind.__name__)
def test_two_ways_to_plain_data_agree(kind):
    """to_dict(), which knows nothing of cattrs, gives what the converter gives."""
    converter = make_converter()

    @given({**NOUNS, **PARTS}[kind])
    def check(record):
        plain = record.to_dict()
        assert converter.unstructure(record) == plain
        assert list(converter.unstructure(record)) == list(plain)
        assert record == converter.structure(plain, kind)
        assert plain == json.loads(json.dumps(plain))

    check()


@settings(max_examples=25)
@given(records())
def test_a_file_is_read_as_it_was_written(tmp_path_factory, record):
    """The same through a file."""
    catalog = Catalog([record], as_of="2020")
    file = tmp_path_factory.mktemp("files") / "mine.json"
    summitry.write(catalog, file)

    assert catalog == summitry.read(file)
    assert dumps(catalog).encode() == file.read_bytes()


@settings(max_examples=25)
@given(catalogs())
def test_one_record_a_line(catalog):
    """A document differs from another in the lines of the records that differ."""
    # U+2028 and its like are text to JSON and line ends to splitlines.
    lines = dumps(catalog).split("\n")
    plain = [record.to_dict() for record in catalog]
    found = [json.loads(line.rstrip(",")) for line in lines if line.startswith('{"')]

    assert len(catalog) == len(found)
    assert all(each in plain for each in found)


@settings(max_examples=25)
@given(catalogs(), st.sampled_from([None, 0, 1, 2, "\t"]))
def test_any_layout_is_read(catalog, indent):
    """Indentation, escapes and the order of keys are of no account."""
    value = json.loads(dumps(catalog))
    backwards = {key: value[key] for key in reversed(value)}

    for ascii_only in (True, False):
        text = json.dumps(backwards, indent=indent, ensure_ascii=ascii_only)
        assert catalog == loads(text)


def test_the_order_of_the_lists():
    """A document lists its types in one order, and its records in the catalogue's."""
    catalog = Catalog(
        [
            summitry.Summit(id="b", name="B"),
            summitry.Organization(id="B", name="B"),
            summitry.Summit(id="a", name="A"),
            summitry.Organization(id="A", name="A"),
        ],
        as_of="2020",
        version="1",
    )
    expected = """\
{
"summitry": 1,
"version": "1",
"as_of": "2020",
"organizations": [
{"id": "B", "name": "B"},
{"id": "A", "name": "A"}
],
"summits": [
{"id": "b", "name": "B"},
{"id": "a", "name": "A"}
]
}
"""

    assert expected == dumps(catalog)
    assert ["summitry", "version", "as_of", "organizations", "summits"] == list(
        json.loads(dumps(catalog))
    )


def test_the_empty_catalogue():
    """Nothing is written as a document with nothing in it."""
    assert '{\n"summitry": 1\n}\n' == dumps(Catalog())
    assert Catalog() == loads('{"summitry": 1}')
    assert 1 == SCHEMA_VERSION


def test_defaults_are_not_written():
    """What a reader would assume anyway is left out."""
    spell = summitry.MemberState(
        organization="A", state="ISL", status="member", standing="active", note=None
    )

    assert {"organization": "A", "state": "ISL"} == spell.to_dict()


def test_defaults_may_be_written_out():
    """A document that says what is assumed anyway is the same document."""
    spelled = {
        "organization": "A",
        "state": "ISL",
        "status": "member",
        "standing": "active",
        "since": None,
        "until": None,
        "entry": None,
        "sources": [],
        "note": None,
    }
    catalog = loads(json.dumps({"summitry": 1, "member_states": [spelled]}))

    assert [summitry.MemberState(organization="A", state="ISL")] == list(catalog)


def test_every_type_of_record_has_its_list():
    """Whatever a catalogue can hold, a document can."""
    assert set(NOUNS) == set(RECORD_TYPES.values())


def test_the_bundled_catalogue_is_written_and_read(world):
    """The whole of it, at once."""
    assert world == loads(dumps(world))


def test_equal_texts_are_shared():
    """Spells read from a document hold one copy of what they repeat."""
    spells = [
        summitry.MemberState(organization="LONG-ID", state=code, sources=["one", "two"])
        for code in ("ISL", "NOR")
    ]
    first, second = loads(dumps(Catalog(spells))).memberships

    assert first.organization is second.organization
    assert first.sources is second.sources
