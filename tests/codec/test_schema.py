"""The JSON Schemas: what they say, and that the decoder says the same."""

from __future__ import annotations

import copy
import json
import re
import runpy
import sys

from itertools import chain
from pathlib import Path

import pytest

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import summitry

from generation import allowed
from strategies import HOSTILE_TEXTS, NOUNS, PARTS, REFUSED_TEXTS, catalogs, edtf_texts
from summitry import dumps, json_schema, loads
from summitry.codec.document import RECORD_TYPES
from summitry.codec.plain import Plain, converter, structure
from summitry.codec.problems import problems_of
from summitry.codec.schemas.docstrings import attributes, summary, words
from summitry.codec.schemas.generator import FOLDER, files, main
from summitry.codec.schemas.leaves import definition
from summitry.codec.shapes import Leaf, shapes
from summitry.errors import DocumentError, InvalidValue, SummitryError, WrongType
from summitry.values import Record, Spell, text


KINDS = [*NOUNS, *PARTS, Spell]
DATA = Path(summitry.__file__).parent / "data"
WHOLE = Draft202012Validator(json_schema())
STRICT = Draft202012Validator(json_schema(strict=True))

BEYOND = [
    ("SMT107", "is before since"),
    ("SMT107", "its second bound is before its first"),
    ("SMT107", r"^.* is not a date: February \d+ has 28 days$"),
    ("SMT105", "has more than one delegation"),
    ("SMT105", "both delegations are of"),
    ("SMT105", "cannot belong to itself"),
    ("SMT108", "^the same "),
    ("SMT102", "is a float, expected a whole number"),
    ("SMT109", r"^\d+\.0 is no version of the shape"),
    ("SMT105", r"\\ud[89a-f].* holds control or unpaired surrogate"),
]
"""What the decoder refuses and a schema cannot: docs/reference/schema.md lists it."""

STRICTLY_BEYOND = [
    *BEYOND,
    ("SMT107", r"is not a date: \w+ \d+ has \d+ days"),
    ("SMT105", "a bilateral meeting has exactly two delegations"),
    ("SMT105", "is not a number from 1 on"),
    ("SMT105", "the largest number kept"),
    ("SMT105", "holds control or unpaired surrogate"),
]
"""What the strict variant cannot say besides, in the few words that it has."""


def refusals(value, kind=None):
    """What the decoder says against a document, or a record of a type."""
    try:
        if kind is None:
            structure(Plain(value), source="a test")
        else:
            converter().structure(value, kind)
    except DocumentError as error:
        return error.problems
    except Exception as error:  # noqa: BLE001 - what is no problem is raised again
        return list(problems_of(error))
    return []


def unexplained(problems, beyond=BEYOND):
    """The problems that a schema could have found."""
    return [
        problem
        for problem in problems
        if not any(
            code == problem.code and re.search(message, problem.message)
            for code, message in beyond
        )
    ]


def agree(document):
    """Schema and decoder give one verdict, or differ by what is listed."""
    problems = refusals(document)
    if WHOLE.is_valid(document):
        assert [] == unexplained(problems), document
    else:
        assert problems, list(WHOLE.iter_errors(document))


def nodes(schema):
    """Every schema within a schema."""
    yield schema
    for key, value in schema.items():
        if key in {"properties", "$defs"}:
            inner = value.values()
        elif isinstance(value, list) and key in {"anyOf", "oneOf"}:
            inner = value
        elif isinstance(value, dict) and key != "default":
            inner = [value]
        else:
            inner = []
        yield from chain.from_iterable(map(nodes, inner))


# -- what they are -------------------------------------------------------------------


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("kind", [None, *KINDS])
def test_each_is_a_schema(kind, strict):
    """The meta-schema has nothing against any of them."""
    Draft202012Validator.check_schema(json_schema(kind, strict=strict))


def test_the_files_are_what_is_made():
    """After a change of a noun: python -m summitry.codec.schemas."""
    shipped = {
        file.name: file.read_bytes().decode() for file in FOLDER.glob("*.schema.json")
    }

    assert files() == shipped
    assert {"document", *(kind.type_name for kind in NOUNS)} == {
        name.removesuffix(".schema.json") for name in shipped
    }


def test_writing_the_files(tmp_path, monkeypatch):
    """The package that is run writes them into a folder."""
    main(tmp_path / "new")
    monkeypatch.setattr(sys, "argv", ["schemas", str(tmp_path / "run")])
    runpy.run_module("summitry.codec.schemas", run_name="__main__")

    for folder in ("new", "run"):
        assert files() == {
            file.name: file.read_bytes().decode()
            for file in (tmp_path / folder).iterdir()
        }


def test_each_has_an_id_of_its_own():
    """A name, and no address that nobody answers at."""
    parts = [json_schema([kind]) for kind in RECORD_TYPES.values()]
    ids = [
        schema["$id"]
        for schema in [json_schema(), *parts, *(json_schema(kind) for kind in KINDS)]
    ]

    assert len(set(ids)) == len(ids)
    assert "urn:summitry:schema:1:document" == ids[0]
    assert "urn:summitry:schema:1:document:sources" == ids[1]
    assert "urn:summitry:schema:1:state_number" in ids
    assert json_schema() == json_schema(RECORD_TYPES.values())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_property_is_described(kind):
    """With the words of the docstring, and without the markup of Sphinx."""
    schema = json_schema(kind)

    assert [shape.name for shape in shapes(kind)] == list(schema["properties"])
    for node in nodes(schema):
        described = [node, *node.get("properties", {}).values()]
        if "properties" in node and "title" in node:
            for each in described:
                assert re.fullmatch(r"[A-Z…].+[.…]", each["description"])
                assert "``" not in each["description"]
                assert "None" not in each["description"]
                assert ":`" not in each["description"]


def test_every_list_of_a_document_is_described():
    """The document itself too, and the key that editors find the schema by."""
    properties = json_schema()["properties"]

    assert ["$schema", "summitry", "version", "as_of", *RECORD_TYPES] == list(properties)
    assert all(each["description"].endswith(".") for each in properties.values())


def test_words_are_explained():
    """A vocabulary's description says what is said of its words."""
    standing = json_schema()["$defs"]["Standing"]

    assert ["active", "suspended", "inactive"] == standing["enum"]
    assert "`suspended`: The body has suspended it." in standing["description"]


def test_a_schema_is_the_callers_own():
    """Changing one changes no other."""
    before = json_schema()
    for node in nodes(json_schema()):
        node["x"] = 1
        node.pop("enum", None)

    assert before == json_schema()
    assert "x" not in json.dumps(before["$defs"]["Slug"])


@pytest.mark.parametrize(
    "kind, error, says",
    [
        (3, WrongType, "expected a type of record such as summitry.Summit"),
        ("summit", WrongType, "expected a type of record such as summitry.Summit"),
        (dict, WrongType, "expected a type of record such as summitry.Summit"),
        ([dict], WrongType, "expected a type of record such as summitry.Summit"),
        ([], InvalidValue, "no type is given; expected a type of record such as"),
        (
            [summitry.Place],
            InvalidValue,
            "has no list of Place; it has Source, State, Or",
        ),
    ],
)
def test_what_has_no_schema(kind, error, says):
    """Anything but a record says what would be right."""
    with pytest.raises(error, match=says):
        json_schema(kind)


# -- docstrings ----------------------------------------------------------------------


class _Base(Record):
    """A base.

    Attributes:
        one: Of the base.
        two: Of the base.
    """


class _Heir(_Base):
    """An heir that says ``nothing`` of
    a second line.

    Attributes:
        one: Of the heir, with :attr:`two`
            and :class:`~summitry.Place`, or ``None``.

    Raises:
        three: no field.
    """


def test_reading_docstrings():
    """Fields are described by the type, or else by its bases; markup is taken out."""
    assert "An heir that says `nothing` of a second line." == summary(_Heir)
    assert {
        "one": "Of the heir, with `two` and `summitry.Place`, or `null`.",
        "two": "Of the base.",
    } == {key: said for key, said in attributes(_Heir).items() if key in {"one", "two"}}
    assert "three" not in attributes(_Heir)


def test_no_docstring_and_no_source(monkeypatch):
    """Python run without docstrings, or installed without sources, only says less."""
    nothing = type("Nothing", (), {})

    assert "" == summary(nothing)
    assert {} == attributes(nothing)
    monkeypatch.setattr("inspect.getsource", lambda _: (_ for _ in ()).throw(OSError))
    assert {} == words(summitry.Standing)
    monkeypatch.setattr(summitry.Place, "__doc__", "")
    assert "description" not in json_schema(summitry.Place)["properties"]["city"]


# -- what is good --------------------------------------------------------------------


@pytest.mark.parametrize("file", sorted(DATA.rglob("*.json")), ids=lambda file: file.name)
def test_the_bundled_files_are_valid(file):
    """An editor finds nothing in them."""
    assert [] == list(WHOLE.iter_errors(json.loads(file.read_bytes())))


def test_the_bundled_records_are_valid(world):
    """Each by the schema of its type, and all of them in one document."""
    validators = {
        kind: Draft202012Validator(json_schema(kind)) for kind in RECORD_TYPES.values()
    }

    for record in world:
        assert validators[type(record)].is_valid(record.to_dict()), record
    assert WHOLE.is_valid(json.loads(dumps(world)))


@pytest.mark.parametrize("kind", [*NOUNS, *PARTS], ids=lambda kind: kind.__name__)
def test_every_record_is_valid(kind):
    """Whatever is made in Python may be written."""
    validator = Draft202012Validator(json_schema(kind))

    @given({**NOUNS, **PARTS}[kind])
    def check(record):
        plain = record.to_dict()
        assert [] == list(validator.iter_errors(plain))
        spelled = {shape.name: None for shape in shapes(kind) if shape.optional} | plain
        assert [] == list(validator.iter_errors(spelled))

    check()


@settings(max_examples=50)
@given(catalogs())
def test_every_catalogue_is_valid(catalog):
    """With the key for editors, too."""
    document = {"$schema": "document.schema.json", **json.loads(dumps(catalog))}

    assert [] == list(WHOLE.iter_errors(document))
    assert [] == refusals(document)


# -- the decoder agrees --------------------------------------------------------------


@pytest.mark.parametrize("kind", [*NOUNS], ids=lambda kind: kind.__name__)
def test_what_the_schema_allows_is_read(kind):
    """But for what is listed."""

    @given(allowed(json_schema([kind])))
    def check(document):
        assert WHOLE.is_valid(document)
        assert [] == unexplained(refusals(document))

    check()


@settings(max_examples=50)
@given(allowed(json_schema()))
def test_whole_documents_that_the_schema_allows_are_read(document):
    """All lists at once."""
    assert [] == unexplained(refusals(document))


_WORDS = sorted(
    {word for node in nodes(json_schema()) for word in node.get("enum", ())}
    | {key for node in nodes(json_schema()) for key in node.get("properties", ())}
)

_ANYTHING = st.one_of(
    st.sampled_from([None, True, False, 0, 1, -1, 1.0, 0.5, 1 << 31, 10**30, [], {}]),
    st.sampled_from(_WORDS),
    st.sampled_from(HOSTILE_TEXTS + REFUSED_TEXTS),
    st.sampled_from(["member\n", "AZE\n", "NAM", "nam", "azerbaijan", "1961-13", "XXXX"]),
    st.sampled_from(["2001-02-29", "[..]", "[1961..1960]", "0000", "https:///", "x.y"]),
    edtf_texts(),
    st.text(max_size=4),
    st.lists(st.sampled_from(["NAM", "a", None, 3, {}]), max_size=3),
    st.dictionaries(st.sampled_from(_WORDS), st.sampled_from(["NAM", "AZE", None, []])),
)


def places(value):
    """Every container within plain data, and its keys or indexes."""
    if isinstance(value, dict):
        yield from ((value, key) for key in value)
        yield from chain.from_iterable(places(inner) for inner in value.values())
    elif isinstance(value, list):
        yield from ((value, index) for index in range(len(value)))
        yield from chain.from_iterable(map(places, value))


def _broken(value, position, how):
    """A text with one character more, less, or other."""
    at = position % (len(value) + 1)
    return value[:at] + how + value[at + (position % 2) :]


@st.composite
def spoiled(draw, documents):
    """A document that was changed in up to three places."""
    document = copy.deepcopy(draw(documents))
    for _ in range(draw(st.integers(1, 3))):
        everywhere = list(places(document))
        within = [place for place in everywhere if place[0] is not document]
        if not everywhere:
            break
        holder, key = draw(st.sampled_from(within or everywhere))
        change = draw(
            st.sampled_from(["replace", "drop", "add", "break", "swap", "null"])
        )
        if change == "drop":
            holder.pop(key)
        elif change == "add" and isinstance(holder, dict):
            holder[draw(st.sampled_from(_WORDS) | st.text(max_size=3))] = draw(_ANYTHING)
        elif change == "add":
            holder.append(copy.deepcopy(draw(st.sampled_from(holder))))
        elif change == "break" and isinstance(holder[key], str):
            how = draw(st.sampled_from(["", "X", "-", "0", "9", " ", "\n", "é", "\x07"]))
            holder[key] = _broken(holder[key], draw(st.integers(0, 40)), how)
        elif change == "swap":
            other, place = draw(st.sampled_from(list(places(document))))
            holder[key] = copy.deepcopy(other[place])
        elif change == "null":
            holder[key] = None
        else:
            holder[key] = draw(_ANYTHING)
    return document


@given(spoiled(catalogs(most=1).map(lambda catalog: json.loads(dumps(catalog)))))
def test_spoiled_documents(document):
    """Wrong types, dropped and added keys, swapped words, broken patterns."""
    agree(document)


@given(spoiled(allowed(json_schema())))
def test_spoiled_documents_of_the_schema(document):
    """The same, beginning with whatever the schema allows."""
    agree(document)


@given(_ANYTHING, st.sampled_from(["summitry", "$schema", "version", "x", *RECORD_TYPES]))
def test_what_is_no_document(value, key):
    """Anything at all in the place of the document, and at its keys."""
    agree(value)
    agree({"summitry": 1, key: value})


@pytest.mark.parametrize("kind", [*NOUNS, *PARTS], ids=lambda kind: kind.__name__)
def test_every_value_in_every_field(kind):
    """Each field of a good record, with each wrong value, some of them right."""
    validator = Draft202012Validator(json_schema(kind))
    wrong = [
        *(
            None,
            True,
            0,
            1,
            1.5,
            -1,
            2**31 - 1,
            2**31,
            "",
            "x",
            "X",
            "ABC",
            "AZE",
            "1961",
        ),
        *({}, [], {"x": "y"}, {"X": "y"}, [None], ["x"], ["X"], [1], [{}], "member"),
        *HOSTILE_TEXTS,
        *REFUSED_TEXTS[:-1],  # half a character is a listed difference
    ]

    @settings(max_examples=5)
    @given({**NOUNS, **PARTS}[kind])
    def check(record):
        plain = record.to_dict()
        for shape in shapes(kind):
            for value in wrong:
                bad = plain | {shape.name: value}
                problems = refusals(bad, kind)
                if validator.is_valid(bad):
                    assert [] == unexplained(problems), (shape.name, value)
                else:
                    assert problems, (shape.name, value)

    check()


@pytest.mark.parametrize(
    "leaf",
    [leaf for leaf in Leaf if leaf not in {Leaf.WORD, Leaf.RECORD, Leaf.IDENTIFIERS}],
)
def test_patterns(leaf):
    """A text that a pattern takes, with a few characters changed, and any other."""
    defined = definition(leaf)
    full = Draft202012Validator(defined.full)
    strict = Draft202012Validator(defined.strict)
    shape = next(
        shape
        for shape in chain.from_iterable(map(shapes, KINDS))
        if leaf is shape.leaf and not shape.many
    )
    near = st.text("01234569XMA-az[].?~%/ :hps\n\x07é", max_size=4)
    texts = st.one_of(
        st.tuples(allowed(defined.full).map(str), st.integers(0, 60), near).map(
            lambda given: _broken(*given)
        ),
        allowed(defined.full),
        allowed(defined.strict),
        st.sampled_from(HOSTILE_TEXTS + REFUSED_TEXTS[:-1]),
        st.text(),
    )

    @settings(max_examples=500)
    @given(texts)
    def check(value):
        try:
            shape.check(value)
        except SummitryError as error:
            message, taken = str(error), False
            excused = re.search("February|its second bound|has 30 days", message)
        else:
            taken = excused = True
        assert full.is_valid(value) == taken or (excused and not taken)
        if strict.is_valid(value) and leaf not in {Leaf.NUMBER, Leaf.TEXT}:
            assert (
                taken or excused or value.endswith("\n") or text.UNWRITABLE.search(value)
            )

    check()


def test_blanks_and_controls():
    """Of every character there is, the schema thinks as the library does."""
    pattern = re.compile(definition(Leaf.TEXT).full["pattern"])
    check = next(each.check for each in shapes(summitry.Source) if each.name == "title")

    for code in chain(range(0xD800), range(0xE000, 0x110000)):
        for value in (chr(code), f"a{chr(code)}"):
            try:
                check(value)
            except InvalidValue:
                assert not pattern.search(value), code
            else:
                assert pattern.search(value), code


def test_dates_in_every_year():
    """The pattern takes each year's each kind of day, and no year 0 and no month 13."""
    validator = Draft202012Validator(definition(Leaf.DATE).full)

    for year in range(1, 10_000):
        assert validator.is_valid(f"{year:04}")
    for month in range(100):
        for day in range(100):
            text = f"2000-{month:02}-{day:02}"
            assert validator.is_valid(text) == (not refusals_of_date(text)), text
    assert not validator.is_valid("0000")


def refusals_of_date(value):
    """What the library says against a date."""
    try:
        summitry.PartialDate(value)
    except SummitryError as error:
        return str(error)
    return ""


# -- what is bad ---------------------------------------------------------------------

SPELL = {"organization": "CLUB", "state": "ISL"}
MEETING = {"id": "a", "delegations": [{"state": "ISL"}, {"state": "NOR"}]}
SUMMIT = {"id": "a", "name": "A"}
BODY = {"id": "CLUB", "name": "Club"}


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"summitry": 2},
        {"summitry": "1"},
        {"summitry": True},
        {"summitry": 1, "$schema": 1},
        {"summitry": 1, "$schema": None},
        {"summitry": 1, "members": []},
        {"summitry": 1, "summits": None},
        {"summitry": 1, "summits": {}},
        {"summitry": 1, "version": " "},
        {"summitry": 1, "as_of": 2020},
        {"summitry": 1, "summits": [{**SUMMIT, "kind": None}]},
        {"summitry": 1, "summits": [{**SUMMIT, "sources": None}]},
        {"summitry": 1, "summits": [{**SUMMIT, "number": 0}]},
        {"summitry": 1, "summits": [{**SUMMIT, "number": 2**31}]},
        {"summitry": 1, "summits": [{**SUMMIT, "number": True}]},
        {"summitry": 1, "summits": [{**SUMMIT, "topics": "peace"}]},
        {"summitry": 1, "summits": [{**SUMMIT, "place": "Baku"}]},
        {"summitry": 1, "summits": [{**SUMMIT, "place": {"town": "Baku"}}]},
        {"summitry": 1, "summits": [{**SUMMIT, "chair": {}}]},
        {"summitry": 1, "summits": [{**SUMMIT, "chair": {"state": None}}]},
        {
            "summitry": 1,
            "summits": [{**SUMMIT, "chair": {"state": "ISL", "organization": "A"}}],
        },
        {"summitry": 1, "member_states": [{**SPELL, "state": "XQQ"}]},
        {"summitry": 1, "member_states": [{**SPELL, "state": "ISL\n"}]},
        {"summitry": 1, "member_states": [{**SPELL, "organization": "CLUB\n"}]},
        {"summitry": 1, "member_states": [{**SPELL, "status": "Member"}]},
        {"summitry": 1, "member_states": [{**SPELL, "since": "1961-13"}]},
        {"summitry": 1, "member_states": [{**SPELL, "since": "1961-04-31"}]},
        {"summitry": 1, "member_states": [{**SPELL, "since": "1961\n"}]},
        {"summitry": 1, "member_states": [{**SPELL, "since": "1961/1962"}]},
        {"summitry": 1, "member_states": [{**SPELL, "since": "[..]"}]},
        {"summitry": 1, "member_states": [{**SPELL, "note": "bell \x07"}]},
        {"summitry": 1, "member_states": [{"state": "ISL"}]},
        {"summitry": 1, "organizations": [{**BODY, "ids": None}]},
        {"summitry": 1, "organizations": [{**BODY, "ids": {"COW": "1"}}]},
        {"summitry": 1, "organizations": [{**BODY, "ids": {"cow": ""}}]},
        {"summitry": 1, "organizations": [{**BODY, "ids": {"cow": 1}}]},
        {"summitry": 1, "organizations": [{**BODY, "website": "ftp://example.org"}]},
        {"summitry": 1, "chairmanships": [{"organization": "CLUB"}]},
        {
            "summitry": 1,
            "chairmanships": [
                {"organization": "CLUB", "state": "ISL", "chair_organization": "EU"}
            ],
        },
        {"summitry": 1, "bilateral_meetings": [{"id": "a"}]},
        {"summitry": 1, "bilateral_meetings": [{"id": "a", "delegations": []}]},
        {
            "summitry": 1,
            "bilateral_meetings": [{**MEETING, "delegations": [{"state": "ISL"}] * 3}],
        },
    ],
    ids=json.dumps,
)
def test_what_both_refuse(document):
    """Neither the editor nor the reader takes it."""
    assert not WHOLE.is_valid(document)
    assert refusals(document)


@pytest.mark.parametrize(
    "document",
    [
        {"summitry": 1, "$schema": ""},
        {"summitry": 1, "version": None, "as_of": None},
        {"summitry": 1, "summits": [{**SUMMIT, "chair": None, "place": None}]},
        {"summitry": 1, "summits": [{**SUMMIT, "place": {}}]},
        {
            "summitry": 1,
            "summits": [{**SUMMIT, "chair": {"state": "ISL", "organization": None}}],
        },
        {
            "summitry": 1,
            "chairmanships": [
                {"organization": "CLUB", "state": None, "chair_organization": "EU"}
            ],
        },
        {"summitry": 1, "member_states": [{**SPELL, "note": "two\nlines\tand a tab\n"}]},
        {"summitry": 1, "member_states": [{**SPELL, "note": "😀", "since": "XXXX"}]},
        {"summitry": 1, "organizations": [{**BODY, "ids": {}}]},
        {"summitry": 1, "bilateral_meetings": [MEETING]},
    ],
    ids=json.dumps,
)
def test_what_both_take(document):
    """What is absent may be null, where a field is optional."""
    assert WHOLE.is_valid(document)
    assert [] == refusals(document)


DIFFERENCES = [
    ({"summits": [{**SUMMIT, "since": "2001-01-02", "until": "2001-01-01"}]}, "SMT107"),
    ({"as_of": "[2001..2000]"}, "SMT107"),
    ({"as_of": "2001-02-29"}, "SMT107"),
    ({"summits": [{**SUMMIT, "delegations": [{"state": "ISL"}] * 2}]}, "SMT105"),
    (
        {"bilateral_meetings": [MEETING | {"delegations": [{"state": "ISL"}] * 2}]},
        "SMT105",
    ),
    (
        {"member_organizations": [{"organization": "A", "member_organization": "A"}]},
        "SMT105",
    ),
    ({"summits": [SUMMIT, {**SUMMIT, "name": "B"}]}, "SMT108"),
    ({"summits": [{**SUMMIT, "number": 1.0}]}, "SMT102"),
    ({"summitry": 1.0}, "SMT109"),
    ({"version": "half a \ud800 character"}, "SMT105"),
]


@pytest.mark.parametrize("document, code", DIFFERENCES)
def test_what_a_schema_cannot_say(document, code):
    """The differences that the documentation lists, one example of each."""
    document = {"summitry": 1, **document}

    assert WHOLE.is_valid(document)
    assert [code] == [problem.code for problem in refusals(document)]
    assert [] == unexplained(refusals(document))


def test_every_difference_has_an_example():
    """The list above leaves none out, and the page of the documentation has as many."""
    found = [
        problem
        for document, _ in DIFFERENCES
        for problem in refusals({"summitry": 1, **document})
    ]
    page = Path(__file__).parents[2] / "docs" / "reference" / "schema.md"
    table = (
        page.read_text(encoding="utf-8").partition("cannot say\n")[2].partition("##")[0]
    )

    for difference in BEYOND:
        assert len(found) > len(unexplained(found, [difference]))
    assert len(BEYOND) == len(re.findall(r"^\| .* `SMT\d+` \|", table, re.MULTILINE))


# -- the strict variant --------------------------------------------------------------

CHOICES = [None, *([kind] for kind in NOUNS), *KINDS]


@pytest.mark.parametrize("kind", CHOICES)
def test_strict_keywords(kind):
    """Only what providers know, and every object closed and complete."""
    schema = json_schema(kind, strict=True)

    assert "object" == schema["type"]
    for node in nodes(schema):
        assert set(node) <= {
            "$defs", "$ref", "additionalProperties", "anyOf", "const", "description",
            "enum", "items", "pattern", "properties", "required", "title", "type",
        }  # fmt: skip
        if "$ref" in node:
            assert {"$ref"} == set(node)
        if node.get("type") == "object":
            assert node["additionalProperties"] is False
            assert list(node["properties"]) == node["required"]
        if "pattern" in node:
            assert not re.search(r"\(\?|\\[bB1-9]", node["pattern"])
            assert "^" == node["pattern"][0]
            assert "$" == node["pattern"][-1]


@pytest.mark.parametrize("kind", CHOICES)
def test_strict_definitions(kind):
    """Each is used, each is there, and none is within itself."""
    schema = json_schema(kind, strict=True)
    definitions = schema["$defs"]

    def used(node, inside):
        for each in nodes({key: v for key, v in node.items() if key != "$defs"}):
            if "$ref" in each:
                name = each["$ref"].removeprefix("#/$defs/")
                assert name not in inside
                yield name
                yield from used(definitions[name], (*inside, name))

    assert set(definitions) == set(used(schema, ()))


def depth(schema, node):
    """How many objects stand within one another."""
    if "$ref" in node:
        return depth(schema, schema["$defs"][node["$ref"].removeprefix("#/$defs/")])
    inner = [*node.get("properties", {}).values(), *node.get("anyOf", ())]
    inner += [node["items"]] if "items" in node else []
    deepest = max((depth(schema, each) for each in inner), default=0)
    return deepest + (node.get("type") == "object")


def test_strict_size():
    """The whole document is within OpenAI's limits, and far from most of them."""
    schema = json_schema(strict=True)
    everything = list(nodes(schema))
    names = [name for node in everything for name in node.get("properties", ())]
    enums = [node["enum"] for node in everything if "enum" in node]
    words = [str(word) for enum in enums for word in enum]

    assert 4 == depth(schema, schema)
    assert len(names) < 150
    assert len(words) < 500
    assert all(len("".join(enum)) < 15_000 for enum in enums)
    assert sum(map(len, [*names, *schema["$defs"], *words])) < 10_000


@pytest.mark.parametrize("kind", NOUNS, ids=lambda kind: kind.__name__)
def test_strict_unions(kind):
    """A document of one list has no more unions than Anthropic's sixteen."""
    schema = json_schema([kind], strict=True)

    assert sum("anyOf" in node for node in nodes(schema)) <= 16


def test_strict_leaves_out_what_no_text_says():
    """A model is not asked for what it would have to make up."""
    text = json.dumps(json_schema(strict=True))

    for name in ("ids", "person_id", "wikidata", "consulted", "version", "cow_numbers"):
        assert f'"{name}":' not in text
        assert f'"{name}":' in json.dumps(json_schema())


def test_strict_properties_are_described():
    """But where a reference must stand alone: there the definition is."""
    for node in nodes(json_schema(strict=True)):
        for each in node.get("properties", {}).values():
            assert each.get("description") or each == {"$ref": "#/$defs/StateCode"}
        if "enum" in node or "pattern" in node:
            assert node["description"]


@given(allowed(json_schema(strict=True)))
def test_strict_answers_are_read(answer):
    """But for what even the whole schema cannot say, and a little more."""
    assert STRICT.is_valid(answer)
    problems = []
    try:
        loads(json.dumps(answer))
    except DocumentError as error:
        problems = error.problems
    ends = json.dumps(answer).count('\\n"')
    assert [] == [p for p in unexplained(problems, STRICTLY_BEYOND) if not ends]


def spelled(kind, plain):
    """A record as a model must spell it: every field that it is asked for, or null."""
    asked = json_schema(kind, strict=True)["properties"]
    found = {}
    for shape in shapes(kind):
        value = plain.get(shape.name)
        if shape.name not in asked:
            continue
        if shape.name not in plain:
            value = [] if shape.many else getattr(shape.default, "value", shape.default)
        elif shape.leaf is Leaf.RECORD:
            each = [
                spelled(shape.holds, one) for one in (value if shape.many else [value])
            ]
            value = each if shape.many else each[0]
        found[shape.name] = value
    if kind in (summitry.Delegation, summitry.Chairmanship):
        found = {
            key: value
            for key, value in found.items()
            if value is not None
            or key not in {"state", "organization", "chair_organization"}
        }
    return found


def test_a_strict_answer_is_the_same_record(world):
    """The Baku summit and the meetings at it, spelled out as a model would."""
    summit = world.summits["nam-contact-group-2023"]
    meetings = world.meetings.at(summit)
    kinds = [summitry.Summit, summitry.BilateralMeeting]
    answer = {
        "summitry": 1,
        "as_of": None,
        "summits": [spelled(summitry.Summit, summit.to_dict())],
        "bilateral_meetings": [
            spelled(summitry.BilateralMeeting, meeting.to_dict()) for meeting in meetings
        ],
    }
    read = loads(json.dumps(answer))

    assert Draft202012Validator(json_schema(kinds, strict=True)).is_valid(answer)
    assert not STRICT.is_valid(answer)
    assert summit == read.summits.one()
    assert list(meetings) == list(read.meetings)
