"""JSON Lines: the first line, the lines after it, and the number of each."""

from __future__ import annotations

import json

import pytest

import summitry

from small import SMALL
from summitry import Catalog, Source
from summitry.codec.document import RECORD_TYPES
from summitry.codec.formats import jsonl
from summitry.errors import DocumentError, InvalidValue, WrongType


HEAD = '{"type":"document","summitry":1}\n'
ONE = '{"type":"source","id":"a","title":"A"}\n'
OTHER = '{"type":"source","id":"b","title":"B"}\n'
BODY = '{"type":"organization","id":"CLUB","name":"Club"}\n'
BOTH = Catalog([Source(id="a", title="A"), Source(id="b", title="B")])
FIRST = "the first line says what the whole is"


def loads(text):
    """Read a text."""
    return summitry.loads(text, format="jsonl")


def told(text):
    """The code, path and line of each problem of a text."""
    return [(str(problem.code), problem.path, problem.line) for problem in problems(text)]


def problems(text):
    """What is wrong with a text."""
    with pytest.raises(DocumentError) as caught:
        loads(text)
    return caught.value.problems


# -- good ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        HEAD + ONE + OTHER,
        HEAD + ONE + OTHER.strip(),
        HEAD + ONE + "\n\n" + OTHER + "\n",
        "\n \n" + HEAD + "\t\n" + ONE + OTHER,
        "\ufeff" + HEAD + ONE + OTHER,
        HEAD + ONE + "\ufeff" + OTHER,  # as where files are joined
        (HEAD + ONE + OTHER).replace("\n", "\r\n"),
        (HEAD + ONE + OTHER).replace(",", " , ").replace(":", " : "),
        HEAD + " " + ONE + "\t" + OTHER,
        '{"summitry":1,"$schema":"x","type":"document"}\n' + ONE + OTHER,
        '{"type":"document","summitry":1,"version":null}\n' + ONE + OTHER,
        HEAD + '{"title":"A","id":"\\u0061","type":"source"}\n' + OTHER,
    ],
    ids=ascii,
)
def test_a_spelling_of_two_records(text):
    """Blank lines, ends of lines, marks, spaces, keys in any order, escapes."""
    assert BOTH == loads(text)


def test_what_is_true_of_the_whole():
    """The first line holds it."""
    head = '{"type":"document","summitry":1,"version":"7","as_of":"2024"}\n'

    assert ("7", "2024") == (loads(head).version, str(loads(head).as_of))


def test_types_in_any_order():
    """Within a type the order stays; the types are in the order of the document."""
    header, *lines = summitry.dumps(SMALL, format="jsonl").splitlines()
    apart = [line for start in range(3) for line in lines[start::3]]
    expected = {}
    for line in apart:
        record = json.loads(line)
        expected.setdefault(record.pop("type"), []).append(record)
    catalog = loads("\n".join([header, *apart]))

    assert [
        record for kind in RECORD_TYPES.values() for record in expected[kind.type_name]
    ] == [record.to_dict() for record in catalog]
    assert set(SMALL) == set(catalog)


def test_paths_of_types_in_any_order():
    """A record is counted among those of its type, and its line among all."""
    bad = '{"type":"source","id":"c","title":3}\n'

    assert [
        ("SMT102", "sources[2].title", 6),
        ("SMT103", "organizations[1].x", 7),
    ] == told(
        HEAD
        + ONE
        + BODY
        + OTHER
        + "\n"
        + bad
        + BODY.replace("}", ',"x":1}').replace("CLUB", "B")
    )


# -- the first line ----------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n", "\ufeff\n", "\r\n"])
def test_nothing_at_all(text):
    """What was expected is shown."""
    (problem,) = problems(text)

    assert ("SMT101", "$") == (problem.code, problem.path)
    assert 'empty; expected a first line such as {"type":"document","summitry":1}' == (
        problem.message
    )


def test_a_missing_first_line():
    """It is said once, however many lines there are, and the others are looked at."""
    assert [("SMT104", "summitry", 1)] == told(ONE + OTHER)
    assert problems(ONE)[0].message.startswith(FIRST)
    assert [("SMT104", "summitry", 1), ("SMT102", "sources[1].title", 2)] == told(
        ONE + '{"type":"source","id":"b","title":3}\n'
    )


def test_a_first_line_that_is_not_first():
    """It is missing where it should be, and not expected where it is."""
    assert [("SMT104", "summitry", 1), ("SMT102", "$", 2)] == told(ONE + HEAD + OTHER)


def test_a_first_line_that_stands_twice():
    """Two files were joined."""
    assert [("SMT102", "$", 3)] == told(HEAD + ONE + HEAD + OTHER)
    assert [("SMT102", "$", 2)] == told(HEAD + HEAD)
    assert "a second first line: are these two files, joined?" == (
        problems(HEAD + HEAD)[0].message
    )


@pytest.mark.parametrize(
    "fields, expected",
    [
        ('"sources":[]', ("SMT103", "sources")),
        ('"sources":[{"id":"a"}]', ("SMT103", "sources")),
        ('"versoin":"7"', ("SMT103", "versoin")),
        ('"a b":1', ("SMT103", "'a b'")),
        ('"id":"a"', ("SMT103", "id")),
        ('"version":7', ("SMT102", "version")),
        ('"as_of":"1961-13"', ("SMT107", "as_of")),
        ('"$schema":3', ("SMT103", "'$schema'")),
        ('"summitry":1', ("SMT110", "summitry")),
        ('"type":"document"', ("SMT110", "type")),
        ('"version":"7","version":"8"', ("SMT110", "version")),
    ],
)
def test_a_wrong_first_line(fields, expected):
    """Lists are not in it, and of what it has nothing stands twice."""
    text = f'\n{{"type":"document","summitry":1,{fields}}}\n{ONE}'

    assert [(*expected, 2)] == told(text)


def test_the_fields_of_the_first_line_are_named():
    """There are four."""
    text = HEAD.replace("}", ',"sumits":[]}')

    assert (
        "the first line has no such field; it has summitry, version, as_of, $schema"
    ) == problems(text)[0].message


def test_a_first_line_without_a_version():
    """It is said as in any other format."""
    assert [("SMT104", "summitry", 1)] == [
        (*found[:2], found[2] or 1) for found in told('{"type":"document"}\n' + ONE)
    ]


@pytest.mark.parametrize("line", ["[]", "3", '"document"', "null", "true", "{}"])
def test_a_first_line_of_another_kind(line):
    """What the whole is was not said, and the line is no record either."""
    found = told(line + "\n" + ONE)

    assert ("SMT104", "summitry", 1) == found[0]
    assert [("SMT104", "type", 1) if line == "{}" else ("SMT102", "$", 1)] == found[1:]


@pytest.mark.parametrize("line", [b"{", b"not json", b"\xff"])
def test_a_first_line_that_cannot_be_read(line):
    """Both are said of it; the others are looked at all the same."""
    text = line + b"\n" + ONE.encode() + b'{"type":"sorce"}\n'

    assert [
        ("SMT101", "$", 1),
        ("SMT104", "summitry", 1),
        ("SMT105", "type", 3),
    ] == told(text)


# -- the other lines -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "line, what",
    [
        ("[1]", "an array"),
        ("[" + ONE.strip() + "]", "an array"),
        ("3", "an int"),
        ('"x"', "a str"),
        ("null", "null"),
        ("1.5", "a float"),
        ("false", "a bool"),
    ],
)
def test_a_line_that_is_no_object(line, what):
    """What it is instead is said."""
    text = HEAD + ONE + line + "\n" + OTHER
    (problem,) = problems(text)

    assert ("SMT102", "$", 3) == (problem.code, problem.path, problem.line)
    assert f"a line is an object, not {what}" == problem.message


@pytest.mark.parametrize(
    "kind, says",
    [
        ('"sorce"', "'sorce' is no type of record; did you mean source?"),
        ('"member_sate"', "did you mean member_state?"),
        ('"Summit"', "did you mean summit?"),
        ('"zzz"', "'zzz' is no type of record; expected source, state, organization, "),
        ("3", "3 is no type of record; expected source, "),
        ("null", "None is no type of record; expected source, "),
        ("[]", "[] is no type of record; expected source, "),
        ('["source"]', "['source'] is no type of record; expected source, "),
        ("{}", "{} is no type of record; expected source, "),
    ],
)
def test_a_wrong_type(kind, says):
    """The likely one is suggested."""
    (problem,) = problems(HEAD + ONE + f'{{"type":{kind},"id":"b"}}\n')

    assert ("SMT105", "type", 3) == (problem.code, problem.path, problem.line)
    assert says in problem.message


def test_a_missing_type():
    """All types are named."""
    (problem,) = problems(HEAD + '{"id":"a","title":"A"}\n')

    assert ("SMT104", "type", 2) == (problem.code, problem.path, problem.line)
    assert problem.message == "missing; each line says its type, one of " + ", ".join(
        kind.type_name for kind in RECORD_TYPES.values()
    )


@pytest.mark.parametrize(
    "fields, path",
    [
        ('"title":"B"', "title"),
        ('"type":"source"', "type"),
        ('"t\\u0069tle":"B"', "title"),
        ('"note":"a:b","note":"c"', "note"),
    ],
)
def test_a_key_that_stands_twice(fields, path):
    """Its path is that of the record, its line the file's."""
    text = HEAD + OTHER + ONE.replace("}", f",{fields}}}")

    assert [("SMT110", f"sources[1].{path}", 3)] == told(text)


def test_a_key_that_stands_twice_within():
    """Also in an object of a list of the record."""
    text = HEAD + BODY.replace("}", ',"names":[{"text":"a"},{"text":"b","text":"c"}]}')

    assert [("SMT110", "organizations[0].names[1].text", 2)] == told(text)


def test_a_last_line_cut_off_anywhere():
    """What is before it is not taken for the whole."""
    whole = (HEAD + OTHER + ONE).strip()
    for length in range(len(HEAD + OTHER) + 1, len(whole)):
        assert [("SMT101", "$", 3)] == told(whole[:length]), length


@pytest.mark.parametrize(
    "lines, line",
    [
        (ONE.strip() + OTHER, 2),
        (ONE.strip() + " " + OTHER, 2),
        (ONE.strip() + "," + "\n" + OTHER, 2),
        (ONE + OTHER.strip() + "x", 3),
        (ONE.strip() + "\r" + OTHER, 2),
        (ONE + OTHER.replace('"B"', "NaN"), 3),
        (ONE + OTHER.replace('"B"', "9" * 5000), 3),
        (ONE + "{" + "\n", 3),
        (ONE + "[" * 100_000 + "\n", 3),
        (ONE + "// a comment\n", 3),
        (ONE + "\x00\n", 3),
    ],
    ids=range(11),
)
def test_a_line_that_is_no_json(lines, line):
    """Two records on a line, a comment, depth, a number without end."""
    assert [("SMT101", "$", line)] == told(HEAD + lines)


def test_one_record_on_two_lines():
    """Neither is a record."""
    assert [("SMT101", "$", 2), ("SMT101", "$", 3)] == told(
        HEAD + ONE.replace(",", ",\n", 1)
    )


def test_bytes_that_are_no_text():
    """The line is named; the others are looked at."""
    data = HEAD.encode() + b'{"type":"\xff"}\n' + b'{"type":"sorce"}\n'

    assert [("SMT101", "$", 2), ("SMT105", "type", 3)] == told(data)


def test_a_record_that_stands_twice():
    """The second is named with its line."""
    (problem,) = problems(HEAD + ONE + BODY + "\n" + ONE)

    assert ("SMT108", "sources[1]", 5) == (problem.code, problem.path, problem.line)


def test_a_type_within_is_not_the_type_of_a_line():
    """A record that stands within another has no such field."""
    text = HEAD + BODY.replace("}", ',"names":[{"text":"a","type":"name"}]}')

    assert [("SMT103", "organizations[0].names[0].type", 2)] == told(text)


def test_problems_are_told_in_the_order_of_lines():
    """Those of reading and those of the records, together."""
    lines = [
        HEAD,
        ONE.replace('"A"', "3"),
        "[]\n",
        ONE.replace("source", "sorce"),
        BODY.replace('"CLUB"', '"c b"'),
        "{\n",
        OTHER.replace("id", "ide"),
    ]

    assert [2, 3, 4, 5, 6, 7, 7] == [line for *_, line in told("".join(lines))]


# -- records without a document ------------------------------------------------------------


def test_records_alone():
    """They are written in their order, each with its type."""
    found = jsonl.encode([SMALL.organization("CLUB"), *BOTH, SMALL.organization("UNION")])

    assert ["organization", "source", "source", "organization"] == [
        json.loads(line)["type"] for line in found.splitlines()
    ]
    assert b"" == jsonl.encode([])


def test_what_is_no_record_alone():
    """A part of a record, or anything else, has no line."""
    with pytest.raises(
        WrongType, match=r"a Place is no record of a catalogue; expected "
    ):
        jsonl.encode([summitry.Place(city="x")])
    with pytest.raises(WrongType, match=r"an? int is no record"):
        jsonl.encode([3])


def test_a_record_of_a_subclass_alone():
    """Its own fields would be lost."""

    class Own(Source):
        """A document of one's own."""

    with pytest.raises(InvalidValue, match=r"an? Own cannot be written"):
        jsonl.encode([Own(id="a", title="A")])
