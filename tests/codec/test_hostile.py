"""Input that was made to break the reader."""

from __future__ import annotations

import json

from pathlib import Path

import pytest

from summitry import dumps, loads, read
from summitry.codec.problems import Code
from summitry.errors import DocumentError


SMALL = (Path(__file__).parents[1] / "golden" / "catalogue.json").read_bytes()


def refused(data):
    """The codes of a document that is not read."""
    with pytest.raises(DocumentError) as caught:
        loads(data)
    assert str(caught.value)
    assert len(str(caught.value)) < 10_000
    return {problem.code for problem in caught.value.problems}


def test_the_small_document_is_good():
    """What the tests below spoil is good in itself."""
    assert SMALL.decode() == dumps(loads(SMALL))


def test_a_document_cut_off_anywhere():
    """At every byte, inside a character or a number or a word: never half a catalogue."""
    last = SMALL.rindex(b"}")

    for length in range(last + 1):
        assert {Code.SYNTAX} == refused(SMALL[:length]), length


@pytest.mark.parametrize(
    "data",
    [
        "not json",
        "<html></html>",
        "summitry: 1",
        "{'summitry': 1}",
        '{"summitry": 1} {"summitry": 1}',
        '{"summitry": 1}]',
        '{"summitry": 01}',
        "// a comment\n{}",
        '{"summitry": 1,}',
        "\x00",
        b"\x00\x01\x02",
        b"\x1f\x8b\x08\x00",  # gzip
        b"PK\x03\x04",  # zip
        '{"a": "\n"}',
        b'{"summitry": 1, "version": "\xff"}',
        b'{"summitry": 1, "version": "\xed\xa0\x80"}',  # a surrogate in UTF-8
        "{\x1b[31m}",
    ],
)
def test_what_is_no_json(data):
    """A syntax error, whatever it really is."""
    assert {Code.SYNTAX} == refused(data)


def test_a_syntax_error_is_located():
    """Line and column, or the byte, are told."""
    with pytest.raises(DocumentError, match="line 2, column 1"):
        loads('{"summitry": 1\n"x"}')
    with pytest.raises(DocumentError, match="byte 4 is 0xff"):
        loads(b'{"a\xc3\xff"}'[:0] + b"    \xff")


@pytest.mark.parametrize("data", ["[]", "[{}]", '["summitry", 1]', "[[[]]]"])
def test_an_array(data):
    """A list of records is not a document."""
    assert {Code.SHAPE} == refused(data)


def test_a_byte_order_mark():
    """The mark that some editors put before UTF-8 is no part of the document."""
    assert loads(SMALL) == loads(b"\xef\xbb\xbf" + SMALL)


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"]
)
def test_another_encoding(encoding):
    """A document is UTF-8; another encoding is refused rather than guessed."""
    assert {Code.SYNTAX} == refused(SMALL.decode().encode(encoding))


def test_latin_1():
    """Nor is one of a single byte a letter read with wrong letters."""
    text = '{"summitry": 1, "version": "Reykjavík"}'

    assert {Code.SYNTAX} == refused(text.encode("latin-1"))


@pytest.mark.parametrize("surrogate", ["\\ud800", "\\udfff", "\\ude00\\ud83d"])
def test_a_lone_surrogate(surrogate):
    """Half a character could not be written again."""
    assert {Code.VALUE} == refused(f'{{"summitry": 1, "version": "{surrogate}"}}')


def test_a_lone_surrogate_that_is_not_escaped():
    """Nor is it text that could be in a file."""
    with pytest.raises(DocumentError, match="character 28 is half of one"):
        loads('{"summitry": 1, "version": "\ud800"}')


def test_a_pair_of_surrogates():
    """Both halves, escaped as JSON has it, are a character."""
    assert "😀" == loads('{"summitry": 1, "version": "\\ud83d\\ude00"}').version


def test_a_surrogate_in_a_key():
    """A key that cannot be printed is told all the same."""
    assert {Code.UNKNOWN_FIELD} == refused('{"summitry": 1, "\\ud800": 1}')


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_json_does_not_have(number):
    """Python's json takes these; JSON does not."""
    assert {Code.SYNTAX} == refused(f'{{"summitry": 1, "version": {number}}}')
    assert {Code.SYNTAX} == refused(f'{{"summitry": {number}}}')


@pytest.mark.parametrize(
    "number, code",
    [
        ("1" + "0" * 100, Code.SCHEMA_VERSION),
        ("1" + "0" * 5_000, Code.SYNTAX),
        ("-" + "9" * 100_000, Code.SYNTAX),
        ("1e999", Code.SCHEMA_VERSION),
        ("1.0000000000000000001e400", Code.SCHEMA_VERSION),
        ("0.5", Code.SCHEMA_VERSION),
    ],
)
def test_a_huge_number(number, code):
    """Nothing is spent on its digits."""
    assert {code} == refused(f'{{"summitry": {number}}}')


@pytest.mark.parametrize("number", ["1e999", "-1", "0", "0.5", "-" + "9" * 4_000])
def test_a_huge_number_in_a_record(number):
    """The field that holds it is named."""
    text = (
        f'{{"summitry": 1, "summits": [{{"id": "a", "name": "A", "number": {number}}}]}}'
    )

    assert refused(text) <= {Code.VALUE, Code.SHAPE}


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":'])
def test_a_hundred_megabytes_of_nesting(opening):
    """The stack does not run out."""
    text = opening * (100_000_000 // len(opening))

    assert {Code.SYNTAX} == refused(text)


@pytest.mark.parametrize("depth", [10, 100, 900, 1_000, 3_000, 100_000])
@pytest.mark.parametrize(
    "before, after",
    [
        ('{"summitry": 1, "version": ', "}"),
        ('{"summitry": 1, "summits": ', "}"),
        ('{"summitry": 1, "x": ', "}"),
        ('{"summitry": 1, "summits": [{"id": "a", "name": "A", "topics": ', "}]}"),
        ('{"summitry": 1, "summits": [{"id": "a", "name": "A", "chair": ', "}]}"),
        ('{"summitry": 1, "organizations": [{"id": "A", "name": "A", "ids": ', "}]}"),
    ],
)
def test_deep_nesting_within_a_record(depth, before, after):
    """At whatever depth parsing still succeeds, so does the explanation."""
    for opening, closing in (("[", "]"), ('{"a":', "}")):
        refused(f"{before}{opening * depth}1{closing * depth}{after}")


def test_a_very_long_text():
    """Ten million letters are a name if somebody wants them; a date they are not."""
    name = "x" * 10_000_000
    body = {"id": "A", "name": name}

    document = {"summitry": 1, "organizations": [body]}
    assert name == loads(json.dumps(document)).organization("A").name
    body["since"] = name
    assert {Code.DATE} == refused(json.dumps(document))
    body["since"], body["form"] = "2000", name
    assert {Code.VALUE} == refused(json.dumps(document))
    body["form"], body["id"] = None, "A-" * 5_000_000
    assert {Code.VALUE} == refused(json.dumps(document))


def test_very_many_problems():
    """Thousands of wrong spells are all counted, and twenty shown."""
    spells = [{"organization": "A", "state": "ISL", "since": "1.1.2000"}] * 10_000
    with pytest.raises(DocumentError) as caught:
        loads(json.dumps({"summitry": 1, "member_states": spells}))

    assert 10_000 == len(caught.value.problems)
    assert 22 == len(str(caught.value).splitlines())


def test_very_many_unknown_fields():
    """Each is told, however many there are."""
    document = {"summitry": 1, **{f"x{n}": n for n in range(1_000)}}

    assert {Code.UNKNOWN_FIELD} == refused(json.dumps(document))


def test_very_many_repeated_keys():
    """A key that stands ten thousand times costs no more than ten thousand keys."""
    keys = ", ".join(f'"k{n % 5_000}": 1' for n in range(10_000))

    assert {Code.DUPLICATE_KEY, Code.UNKNOWN_FIELD} == refused(
        f'{{"summitry": 1, {keys}}}'
    )


@pytest.mark.parametrize(
    "text", ["a\\u001b[31mb", "a\\u0000b", "a\\rb", "a\\u007fb", "a\\u0008b"]
)
def test_control_characters(text):
    """What steers a terminal does not come in by a document."""
    assert {Code.VALUE} == refused(
        f'{{"summitry": 1, "sources": [{{"id": "a", "title": "{text}"}}]}}'
    )


@pytest.mark.parametrize("key", ["__class__", "__init__", "__proto__", "self", "_order"])
def test_keys_that_mean_something_to_python(key):
    """A key is a field or it is unknown."""
    spell = {"organization": "A", "state": "ISL", key: "x"}

    assert {Code.UNKNOWN_FIELD} == refused(
        json.dumps({"summitry": 1, "member_states": [spell]})
    )
    assert {Code.UNKNOWN_FIELD} == refused(json.dumps({"summitry": 1, key: {}}))


def test_a_path_or_an_address_is_only_text(tmp_path):
    """Nothing in a document is followed."""
    secret = tmp_path / "secret.json"
    secret.write_text('{"summitry": 1, "version": "secret"}')
    file = tmp_path / "mine.json"
    file.write_text(json.dumps({"summitry": 1, "version": f"file://{secret}"}))

    assert f"file://{secret}" == read(file).version
    assert {Code.UNKNOWN_FIELD} == refused(
        json.dumps({"summitry": 1, "$ref": str(secret)})
    )
    assert {Code.SYNTAX} == refused(str(secret))
