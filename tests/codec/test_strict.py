"""The fast path says only "good": what it accepts, the detailed path accepts alike."""

from __future__ import annotations

import gc
import json

from itertools import chain

import attrs
import pytest

from hypothesis import given, settings
from hypothesis import strategies as st

import summitry

from mutations import damaged, mutated, spelled
from strategies import NOUNS, PARTS, catalogs
from summitry import Catalog, MemberState, Organization, Source
from summitry.codec import strict
from summitry.codec.document import RECORD_TYPES, Document
from summitry.codec.formats import json as json_format
from summitry.codec.formats import jsonl, msgpack
from summitry.codec.shapes import Leaf, shapes
from summitry.errors import DocumentError, InvalidValue
from summitry.values.decoding import collector_paused


FORMATS = {"json": json_format, "jsonl": jsonl, "msgpack": msgpack}
PLAIN = catalogs().map(lambda catalog: strict.plain_of(Document.of(catalog)))


def detailed(module, data):
    """What the detailed path says of bytes: the document, or None for a bad one."""
    try:
        return module.loads(data, source="test")
    except DocumentError as error:
        found = error.problems
    assert found
    assert all(problem.code and problem.path for problem in found)
    return None


def check_agree(module, data):
    """The fast path gives what the detailed one gives, or nothing."""
    fast = module.decode(data)
    slow = detailed(module, data)

    if fast is None:
        return
    if slow is None:  # the same record twice is found when the catalogue is made
        with pytest.raises(summitry.errors.DuplicateRecord):
            fast.catalog()
    else:
        assert fast == slow


# -- good documents ------------------------------------------------------------


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=50)
@given(catalogs())
def test_what_is_written_is_read_by_the_fast_path(name, catalog):
    """Not only equal: the detailed path is never needed for it."""
    module = FORMATS[name]
    document = Document.of(catalog)
    data = module.dumps(document)

    assert document == module.decode(data)
    assert document == module.loads(data, source="test")


@pytest.mark.parametrize("name", FORMATS)
def test_the_bundled_catalogue_is_read_by_the_fast_path(world, name):
    """All of it, in each of the formats that have a fast path."""
    document = Document.of(world)

    assert document == FORMATS[name].decode(FORMATS[name].dumps(document))


@pytest.mark.parametrize("kind", [*NOUNS, *PARTS], ids=lambda kind: kind.__name__)
def test_each_type_is_written_as_its_own_shape(kind):
    """What C writes is what to_dict() says, key by key."""

    @settings(max_examples=25)
    @given(st.lists({**NOUNS, **PARTS}[kind], min_size=1, max_size=3))
    def check(records):
        plain = [record.to_dict() for record in records]
        compact = strict.encode_lines(records, kind).splitlines()
        assert plain == [json.loads(line) for line in compact]
        if kind in NOUNS:
            spaced = b"".join(strict.encode_spaced(records, kind)).split(b",\n")
            assert spaced == [
                json.dumps(each, ensure_ascii=False).encode() for each in plain
            ]

    check()


# -- documents of all kinds ------------------------------------------------------


@given(mutated(PLAIN).flatmap(spelled))
def test_both_paths_agree_on_json(data):
    """On documents with wrong values, repeated keys, escapes, any layout."""
    check_agree(json_format, data)


@given(st.data())
def test_both_paths_agree_on_damaged_json(data):
    """On bytes cut, changed and put in."""
    catalog = data.draw(catalogs(most=1))
    good = json_format.dumps(Document.of(catalog))

    check_agree(json_format, data.draw(damaged(good)))


@given(st.data())
def test_both_paths_agree_on_damaged_lines(data):
    """Likewise on JSON Lines, where lines may be joined and split."""
    catalog = data.draw(catalogs(most=1))
    good = jsonl.dumps(Document.of(catalog))

    check_agree(jsonl, data.draw(damaged(good)))


@given(st.data())
def test_both_paths_agree_on_damaged_messagepack(data):
    """Likewise on MessagePack."""
    catalog = data.draw(catalogs(most=1))
    good = msgpack.dumps(Document.of(catalog))

    check_agree(msgpack, data.draw(damaged(good)))


@given(mutated(PLAIN))
def test_the_three_formats_find_the_same(value):
    """A document has the same problems as JSON, as JSON Lines and as MessagePack."""
    import msgspec  # noqa: PLC0415

    as_json = problems(json_format, json.dumps(value).encode())

    try:
        packed = msgspec.msgpack.encode(value)
    except OverflowError:  # MessagePack has no number as large
        return
    assert as_json == problems(msgpack, packed)


def problems(module, data):
    """The code, path, message and value of each problem."""
    try:
        module.loads(data, source="test")
    except DocumentError as error:
        return [tuple(problem)[:4] for problem in error.problems]
    return []


# -- what msgspec alone would let pass -------------------------------------------

SPELL = '{"organization":"A","state":"ISL"'


@pytest.mark.parametrize(
    "spell",
    [
        SPELL + ',"state":"ISL"}',
        SPELL + ',"note":"a","note":"b"}',
        SPELL + ',"note":"a","not\\u0065":"b"}',
        SPELL + ',"note":"a\\u003a","note":"b"}',
        SPELL + ',"note" :"a:b", "note"\t:"c"}',
        SPELL + ',"sources":[],"sources":["a"]}',
        SPELL + ',"since":"2001","since":null}',
    ],
)
def test_a_repeated_key_never_passes(spell):
    """However it is spelled, and whatever hides the colon that gives it away."""
    data = f'{{"summitry":1,"member_states":[{spell}]}}'.encode()

    assert json_format.decode(data) is None
    with pytest.raises(DocumentError, match="SMT110"):
        json_format.loads(data, source="test")


def test_two_records_on_a_line_are_not_two_lines():
    """Nor is one record on two lines one."""
    head = b'{"type":"document","summitry":1}\n'
    one = b'{"type":"source","id":"a","title":"A"}'
    other = b'{"type":"source","id":"b","title":"B"}'

    assert 2 == len(jsonl.decode(head + one + b"\n" + other).sources)
    for data in (
        head + one + other,
        head + one + b" " + other + b"\n",
        head + one[:8] + b"\n" + one[8:],
        head + one[:8] + b"\n" + one[8:] + other + b"\n",
    ):
        assert jsonl.decode(data) is None
        assert detailed(jsonl, data) is None


@pytest.mark.parametrize("text", ["", " ", "\u3000", "a\x7fb"])
def test_texts_that_c_does_not_check(text):
    """Empty texts and control characters are found after reading."""
    data = json.dumps({"summitry": 1, "sources": [{"id": "a", "title": text}]}).encode()

    assert json_format.decode(data) is None
    assert detailed(json_format, data) is None


def test_defaults_that_are_spelled_out_are_no_repetition():
    """The colons do not match, and so the keys are looked at."""
    data = (
        b'{"summitry":1,"version":null,"member_states":['
        + SPELL.encode()
        + b',"note":null}]}'
    )

    assert (
        MemberState(organization="A", state="ISL") in json_format.decode(data).catalog()
    )


def test_what_an_editor_needs_is_no_part_of_the_document():
    """A document may name its schema."""
    data = b'{"$schema": "./summitry.schema.json", "summitry": 1, "version": "7"}'

    assert Catalog(version="7") == json_format.decode(data).catalog()
    assert Catalog(version="7") == json_format.loads(data, source="test").catalog()
    assert detailed(json_format, data.replace(b'"./summitry.schema.json"', b"3")) is None


def test_a_record_of_a_subclass_is_not_cut_down():
    """Its own fields would be lost, so it is not written."""

    @attrs.frozen(kw_only=True, repr=False)
    class Body(Organization):
        budget: int = 0

    catalog = Catalog([Body(id="A", name="A", budget=3)])
    for name in ("json", "jsonl", "yaml", "toml", "msgpack"):
        with pytest.raises(
            InvalidValue, match=r"a Body cannot be written.*make_converter"
        ):
            summitry.dumps(catalog, format=name)


@pytest.mark.parametrize("kind", NOUNS, ids=lambda kind: kind.__name__)
def test_the_first_field_of_a_noun_begins_a_record_and_nothing_else(kind):
    """By it the lines of a JSON document are told, without a look at what is in them."""

    def parts(of):
        found = [shape.holds for shape in shapes(of) if shape.leaf is Leaf.RECORD]
        return chain(found, *map(parts, found))

    first = shapes(kind)[0]
    assert first.required
    for part in parts(kind):
        assert first.name not in {shape.name for shape in shapes(part)}


@pytest.mark.parametrize("stretch", [1, 2, 7])
def test_lines_end_alike_however_many_are_written_at_once(world, monkeypatch, stretch):
    """Within a stretch as between two."""
    document = Document.of(world)
    expected = json_format.dumps(document)
    monkeypatch.setattr(strict, "_STRETCH", stretch)

    assert expected == json_format.dumps(document)


@pytest.mark.parametrize(
    "text",
    ['}, {"id": "', ', {"id": ', '"}, {"id": "x', '\\"}, {"id": "', "}, {"],
)
def test_a_text_that_looks_like_the_end_of_a_line(text):
    """Its quotes are escaped, and so it is none."""
    sources = [Source(id=f"s{n}", title=text) for n in range(3)]
    data = json_format.dumps(Document.of(Catalog(sources)))

    assert 3 + len(sources) + 2 == data.count(b"\n")
    assert sources == list(json_format.decode(data).sources)


def test_every_field_is_checked_somewhere():
    """In C while it is read, or by a pattern or a function afterwards."""
    in_c = {Leaf.WORD, Leaf.STATE, Leaf.DATE, Leaf.IDENTIFIERS}

    for kind in chain(NOUNS, PARTS):
        for shape in shapes(kind):
            checked = shape in strict._checked(kind)
            assert checked == (shape.leaf not in in_c), shape
    assert set(NOUNS) == set(RECORD_TYPES.values())


# -- the collector -----------------------------------------------------------------


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was(enabled):
    """Paused while records are made, then as before: also after a refusal."""
    data = json_format.dumps(Document(summitry=1))
    try:
        (gc.enable if enabled else gc.disable)()
        json_format.decode(data)
        json_format.decode(b"{")
        assert enabled == gc.isenabled()
        with collector_paused():
            assert not gc.isenabled()
        assert enabled == gc.isenabled()
    finally:
        gc.enable()
