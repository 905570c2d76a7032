"""A document that cannot be read: every problem, with its code and its exact path."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

from hypothesis import example, given, settings
from hypothesis import strategies as st

import summitry

from strategies import REFUSED_TEXTS, records
from summitry import Catalog, Problem, dumps, errors, loads
from summitry.codec.problems import Code, problems_of
from summitry.errors import DocumentError


SPELL = {"organization": "CLUB", "state": "ISL"}
BODY = {"id": "CLUB", "name": "Club"}
SUMMIT = {"id": "a", "name": "A"}
ISL = {"state": "ISL"}


def problems(document, **lists):
    """What is wrong with a document, given as its lists or as its text."""
    if isinstance(document, dict):
        document = json.dumps({"summitry": 1, **document, **lists})
    with pytest.raises(DocumentError) as caught:
        loads(document)
    return caught.value.problems


def found(document, **lists):
    """The code and path of each problem."""
    return [(str(p.code), p.path) for p in problems(document, **lists)]


# -- each code -----------------------------------------------------------------


@pytest.mark.parametrize(
    "code, path, document",
    [
        ("SMT101", "$", "{"),
        ("SMT102", "$", "[]"),
        ("SMT102", "member_states", {"member_states": {}}),
        ("SMT103", "members", {"members": []}),
        ("SMT104", "member_states[0].state", {"member_states": [{"organization": "A"}]}),
        (
            "SMT105",
            "member_states[0].status",
            {"member_states": [{**SPELL, "status": "x"}]},
        ),
        (
            "SMT106",
            "member_states[0].state",
            {"member_states": [{**SPELL, "state": "XQQ"}]},
        ),
        (
            "SMT107",
            "member_states[0].since",
            {"member_states": [{**SPELL, "since": "1961-13"}]},
        ),
        ("SMT108", "organizations[1]", {"organizations": [BODY, BODY]}),
        ("SMT109", "summitry", '{"summitry": 2}'),
        ("SMT110", "summitry", '{"summitry": 1, "summitry": 1}'),
    ],
)
def test_each_code(code, path, document):
    """One example of each."""
    assert [(code, path)] == found(document)


def test_every_code_has_an_example():
    """The list above leaves none out."""
    (mark,) = test_each_code.pytestmark

    assert {code.value for code in Code} == {code for code, *_ in mark.args[1]}


# -- all at once ---------------------------------------------------------------


def test_all_problems_in_one_pass():
    """Seven of ten spells are wrong, each in its own way: all are told."""
    spells = [
        SPELL,
        {**SPELL, "state": "NOR", "since": "1961-13", "statu": "member"},
        {"organization": "club", "state": "XQ"},
        {"organization": "CLUB"},
        {**SPELL, "since": "2005", "until": "2001"},
        3,
        None,
        [1],
        {**SPELL, "state": "DNK"},
    ]

    assert [
        ("SMT107", "member_states[1].since"),
        ("SMT103", "member_states[1].statu"),
        ("SMT105", "member_states[2].organization"),
        ("SMT106", "member_states[2].state"),
        ("SMT104", "member_states[3].state"),
        ("SMT107", "member_states[4].until"),
        ("SMT102", "member_states[5]"),
        ("SMT102", "member_states[6]"),
        ("SMT102", "member_states[7]"),
    ] == found({"member_states": spells})


def test_several_unknown_fields_of_one_record():
    """Each is told, in the order of the alphabet."""
    spell = {**SPELL, "zz": 1, "statu": 2, "a b": 3}

    assert [
        ("SMT103", "member_states[0].'a b'"),
        ("SMT103", "member_states[0].statu"),
        ("SMT103", "member_states[0].zz"),
    ] == found({"member_states": [spell]})


def test_problems_in_several_lists():
    """A problem in one list hides none in another."""
    document = {
        "version": 3,
        "as_of": "2020-13",
        "sources": [{"id": "A b", "title": "x"}],
        "states": [{"code": "ZZZZ", "name": "x"}],
        "organizations": [{"id": "A"}],
        "chairmanships": [{"organization": "A"}],
        "summits": "none",
    }

    assert {
        ("SMT102", "version"),
        ("SMT107", "as_of"),
        ("SMT105", "sources[0].id"),
        ("SMT105", "states[0].code"),
        ("SMT104", "organizations[0].name"),
        ("SMT105", "chairmanships[0].state"),
        ("SMT102", "summits"),
    } == set(found(document))


def test_the_path_of_the_thirteenth():
    """The index is that of the document."""
    codes = ["ISL", "NOR", "DNK", "SWE", "FIN", "EST", "LVA", "LTU", "POL", "DEU", "NLD"]
    spells = [{**SPELL, "state": code} for code in codes]
    spells += [{**SPELL, "state": "BEL"}, {**SPELL, "state": "FRA", "since": "1.1.1990"}]

    (problem,) = problems({"member_states": spells})

    assert "member_states[12].since" == problem.path
    assert "'1.1.1990'" == problem.value
    assert "expected EDTF text" in problem.message


# -- wrong shapes at every level -----------------------------------------------


@pytest.mark.parametrize(
    "summit, code, path",
    [
        ({"place": "Baku"}, "SMT102", "place"),
        ({"place": {"city": 3}}, "SMT102", "place.city"),
        ({"place": {"citty": "Baku"}}, "SMT103", "place.citty"),
        ({"place": {"state": "XQ"}}, "SMT106", "place.state"),
        ({"place": []}, "SMT102", "place"),
        ({"chair": {"state": "ISL", "organization": "A"}}, "SMT105", "chair.state"),
        ({"chair": {}}, "SMT105", "chair.state"),
        ({"number": "1"}, "SMT102", "number"),
        ({"number": True}, "SMT102", "number"),
        ({"number": 1.5}, "SMT102", "number"),
        ({"number": 0}, "SMT105", "number"),
        ({"topics": "health"}, "SMT102", "topics"),
        ({"topics": {"a": 1}}, "SMT102", "topics"),
        ({"topics": None}, "SMT102", "topics"),
        ({"topics": ["health", 3]}, "SMT102", "topics[1]"),
        ({"topics": ["health", ""]}, "SMT105", "topics[1]"),
        ({"organizations": ["CLUB", "club"]}, "SMT105", "organizations[1]"),
        ({"sources": ["a", "b", "C c"]}, "SMT105", "sources[2]"),
        ({"outcomes": ["x"]}, "SMT102", "outcomes[0]"),
        (
            {"outcomes": [{"title": "x", "url": "javascript:x"}]},
            "SMT105",
            "outcomes[0].url",
        ),
        (
            {"outcomes": [{"title": "x", "date": "2001-02-30"}]},
            "SMT107",
            "outcomes[0].date",
        ),
        ({"delegations": [ISL, ISL]}, "SMT105", "delegations"),
        ({"delegations": [ISL, 7]}, "SMT102", "delegations[1]"),
        (
            {"delegations": [{**ISL, "representatives": [{"name": "x"}, {"post": "y"}]}]},
            "SMT104",
            "delegations[0].representatives[1].name",
        ),
        (
            {
                "delegations": [
                    {**ISL, "representatives": [{"name": "x", "level": "king"}]}
                ]
            },
            "SMT105",
            "delegations[0].representatives[0].level",
        ),
        ({"modality": "hybird"}, "SMT105", "modality"),
        ({"happened": None}, "SMT102", "happened"),
        ({"since": 2001}, "SMT102", "since"),
        ({"since": ["2001"]}, "SMT102", "since"),
        ({"id": None}, "SMT102", "id"),
        ({"name": ""}, "SMT105", "name"),
    ],
)
def test_a_wrong_field_of_a_summit(summit, code, path):
    """Down to the last representative of the last delegation."""
    assert [(code, f"summits[0].{path}")] == found({"summits": [{**SUMMIT, **summit}]})


@pytest.mark.parametrize("value", [None, True, 3, 0.5, "x", [], {}])
@pytest.mark.parametrize(
    "key",
    [
        "sources",
        "states",
        "organizations",
        "member_states",
        "member_organizations",
        "chairmanships",
        "appointments",
        "summits",
        "bilateral_meetings",
    ],
)
def test_a_list_that_is_none_and_an_item_that_is_none(key, value):
    """Every list of a document is a list, and every item of it an object."""
    if value != []:
        assert [("SMT102", key)] == found({key: value})
    if value != {}:
        assert [("SMT102", f"{key}[0]")] == found({key: [value]})
    else:
        assert {f"{key}[0]"} == {p.path.rsplit(".", 1)[0] for p in problems({key: [{}]})}


@pytest.mark.parametrize(
    "body, code, path",
    [
        ({"ids": 3}, "SMT102", "ids"),
        ({"ids": {"Wikidata": "Q1"}}, "SMT105", "ids"),
        ({"ids": {"wikidata": 1}}, "SMT102", "ids"),
        ({"names": [{"text": "x", "language": "!"}]}, "SMT105", "names[0].language"),
        ({"names": ["x"]}, "SMT102", "names[0]"),
        ({"coverage": [{"since": "2000"}]}, "SMT104", "coverage[0].of"),
        ({"coverage": [{"of": "memberz"}]}, "SMT105", "coverage[0].of"),
        ({"website": "example.org"}, "SMT105", "website"),
        ({"seat": {"city": "x", "since": "2000"}}, "SMT103", "seat.since"),
        ({"preceded_by": ["OAU", "oau"]}, "SMT105", "preceded_by[1]"),
        ({"acronyms": ["a", None]}, "SMT102", "acronyms[1]"),
        ({"form": "club"}, "SMT105", "form"),
    ],
)
def test_a_wrong_field_of_an_organization(body, code, path):
    """Names, coverage, seat and ids are looked into as well."""
    assert [(code, f"organizations[0].{path}")] == found(
        {"organizations": [{**BODY, **body}]}
    )


@pytest.mark.parametrize(
    "delegations, path",
    [
        ([], "delegations"),
        ([ISL], "delegations"),
        ([ISL, {"state": "NOR"}, {"state": "DNK"}], "delegations"),
        ([ISL, ISL], "delegations"),
        ([{}, ISL], "delegations[0].state"),
    ],
)
def test_a_meeting_of_one_or_three_or_of_one_with_itself(delegations, path):
    """A bilateral meeting has two parties."""
    document = {"bilateral_meetings": [{"id": "a", "delegations": delegations}]}

    assert [("SMT105", f"bilateral_meetings[0].{path}")] == found(document)


def test_an_organization_that_belongs_to_itself():
    """The field is named that says so."""
    spell = {"organization": "CLUB", "member_organization": "CLUB"}

    assert [("SMT105", "member_organizations[0].member_organization")] == found(
        {"member_organizations": [spell]}
    )


@pytest.mark.parametrize("text", REFUSED_TEXTS)
def test_a_text_that_no_field_takes(text):
    """Control characters and lone surrogates do not come in by a document."""
    assert [("SMT105", "organizations[0].name")] == found(
        {"organizations": [{"id": "CLUB", "name": text}]}
    )


# -- what each message says ----------------------------------------------------


@pytest.mark.parametrize(
    "document, says",
    [
        (
            {"memberstates": []},
            "a Document has no such field; did you mean member_states?",
        ),
        ({"zzz": []}, "it has summitry, version, as_of"),
        ({"member_states": [{**SPELL, "statu": "x"}]}, "did you mean status?"),
        ({"member_states": [{}]}, "missing; a MemberState needs "),
        ({"member_states": [{**SPELL, "state": "TR"}]}, "did you mean TUR (Türkiye)?"),
        (
            {"member_states": [{**SPELL, "state": "Turkey"}]},
            "did you mean TUR (Türkiye)?",
        ),
        ({"member_states": [{**SPELL, "status": "obsever"}]}, "did you mean observer?"),
        ({"member_states": [{**SPELL, "since": "2001/2002"}]}, "it is a period"),
        ({"member_states": [{**SPELL, "since": 2001}]}, 'written as text: "2001"'),
        ('{"summitry": 7}', "has shape 7, and this release reads 1"),
        ('{"summitry": "1"}', "'1' is no version of the shape; expected 1"),
        ('{"summitry": true}', "True is no version"),
        ('{"summitry": 0}', "0 is no version"),
        ("{}", 'a document says which shape it has: "summitry": 1'),
        ("[]", "a document is an object"),
        ('"x"', "a document is an object"),
        ("null", "a document is an object"),
        ("3", "not an int"),
        ("", "empty; expected a document such as"),
        ("  \n", "empty"),
        ('{"summitry": 1,}', "not JSON"),
    ],
)
def test_a_message_says_what_would_have_been_right(document, says):
    """Each names the way out."""
    assert says in problems(document)[0].message


def test_duplicates_name_both():
    """Every repetition points to the first."""
    other = {"id": "OTHER", "name": "Other"}
    told = problems({"organizations": [BODY, other, {**BODY, "name": "x"}, BODY]})

    assert ["organizations[2]", "organizations[3]"] == [p.path for p in told]
    assert {"the same Organization as organizations[0]"} == {p.message for p in told}


def test_duplicates_in_every_list():
    """Spells are the same when all that tells them apart is."""
    later = {**SPELL, "since": "2000"}
    document = {
        "sources": [{"id": "a", "title": "x"}, {"id": "a", "title": "y"}],
        "member_states": [SPELL, later, {**later, "until": "2005"}],
    }

    assert [("SMT108", "sources[1]"), ("SMT108", "member_states[2]")] == found(document)


def test_a_key_that_stands_twice():
    """Neither value is taken in silence; each key is named once."""
    text = (
        '{"summitry": 1, "sources": [{"id": "a", "title": "x", "title": "y"}, '
        '{"id": "b", "id": "c", "id": "d", "title": "z"}]}'
    )
    told = problems(text)

    assert [Code.DUPLICATE_KEY] * 2 == [p.code for p in told]
    assert ["'title'", "'id'"] == [p.message.split()[2] for p in told]


def test_the_error_names_the_source_and_counts(tmp_path):
    """Its text is a list to read; what is beyond twenty is counted."""
    file = tmp_path / "mine.json"
    file.write_text(
        json.dumps({"summitry": 1, "member_states": [{**SPELL, "state": "X"}] * 25})
    )
    with pytest.raises(DocumentError) as caught:
        summitry.read(file)
    lines = str(caught.value).splitlines()

    assert f"25 problems in {file}:" == lines[0]
    assert "  SMT106 member_states[0].state: 'X' is not the key of a state" == lines[1]
    assert "  … and 5 more (see .problems)" == lines[-1]
    assert 25 == len(caught.value.problems)
    assert str(file) == caught.value.source


def test_one_problem_is_not_plural():
    """Grammar for the most frequent case."""
    with pytest.raises(DocumentError, match=r"^1 problem in the text given:\n  SMT102"):
        loads("[]")


def test_the_error_crosses_processes():
    """An error that was pickled tells the same."""
    with pytest.raises(DocumentError) as caught:
        loads("[]")
    error = pickle.loads(pickle.dumps(caught.value))

    assert str(caught.value) == str(error)
    assert caught.value.problems == error.problems


def test_a_problem_is_a_plain_value():
    """Code, path, message and value, comparable and readable."""
    problem = problems({"member_states": [{**SPELL, "state": "XQQ"}]})[0]

    assert isinstance(problem, Problem)
    assert str(problem).startswith("SMT106 member_states[0].state: ")
    assert copy.copy(problem) == problem


def test_the_error_is_a_value_error():
    """Code that knows nothing of the library catches it."""
    with pytest.raises(ValueError, match="SMT102"):
        loads("[]")
    assert issubclass(DocumentError, errors.SummitryError)


@pytest.mark.parametrize("wrong", [None, 3, ["x"], {"summitry": 1}, bytearray(b"{}")])
def test_what_is_no_text_is_refused(wrong):
    """A parsed document is not a document's text."""
    with pytest.raises(errors.WrongType, match="expected the text of a document"):
        loads(wrong)


@pytest.mark.parametrize("wrong", [None, "x", {"summitry": 1}, [], Catalog])
def test_what_is_no_catalogue_is_not_written(wrong):
    """A collection or a dict is not a catalogue."""
    with pytest.raises(errors.WrongType, match="expected a Catalog"):
        dumps(wrong)


def test_a_fault_of_the_library_is_not_blamed_on_the_document():
    """What is no problem of a document is raised as it is."""
    with pytest.raises(ZeroDivisionError):
        list(problems_of(ZeroDivisionError()))


# -- mutations -----------------------------------------------------------------


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["ISL", "CLUB", "2000", "2000-13", "member", "a", *REFUSED_TEXTS]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["state", "name", "id", "since", "x", ""]), inner, max_size=2
        )
    ),
    max_leaves=4,
)


def places_in(value):
    """Every container of plain data, with each of its keys or indexes."""
    if isinstance(value, dict | list):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from places_in(value[key])


@st.composite
def mutated(draw):
    """A good document in which something was replaced, removed, renamed or repeated."""
    drawn = draw(st.lists(records(), min_size=1, max_size=3))
    given_records = {record.identity(): record for record in drawn}.values()
    value = json.loads(dumps(Catalog(given_records)))
    for _ in range(draw(st.integers(1, 3))):
        where = list(places_in(value))
        if not where:
            break
        container, key = draw(st.sampled_from(where))
        how = draw(st.sampled_from(["replace", "remove", "rename", "repeat"]))
        if how == "replace":
            container[key] = draw(JSON)
        elif how == "remove":
            del container[key]
        elif isinstance(container, dict):
            container[draw(st.text(max_size=8))] = container[key]
        else:
            container.append(copy.deepcopy(container[key]))
    return value


def read_or_explained(data):
    """Check that data are a catalogue that can be written again, or an error."""
    try:
        catalog = loads(data)
    except DocumentError as error:
        told, text = error.problems, str(error)
    else:
        told, text = (), ""
        assert catalog == loads(dumps(catalog))
    assert bool(told) is bool(text)
    assert all(problem.path and problem.message for problem in told)
    assert {str(problem.code) for problem in told} <= {code.value for code in Code}


@settings(max_examples=300)
@given(mutated())
@example({"summitry": 1, "organizations": [{**BODY, "ids": {"a": "\x00"}}]})
def test_a_mutated_document_is_read_or_explained(value):
    """It is a catalogue that can be written again, or an error with paths."""
    read_or_explained(json.dumps(value))


@settings(max_examples=300)
@given(records(), st.data())
def test_a_text_with_a_byte_changed_is_read_or_explained(record, data):
    """Whatever happens to one byte of a file."""
    text = bytearray(dumps(Catalog([record])).encode())
    at = data.draw(st.integers(0, len(text) - 1))
    text[at] = data.draw(st.integers(0, 255))

    read_or_explained(bytes(text))


@given(st.binary(max_size=200) | st.text(max_size=200) | JSON.map(json.dumps))
def test_anything_is_read_or_explained(data):
    """No bytes and no text make the reader raise anything else."""
    read_or_explained(data)
