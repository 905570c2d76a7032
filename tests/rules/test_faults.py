"""Faults of many kinds, planted at random places of the bundled catalogue: each is found.

By the right code, at the right place; and nothing else is reported but what follows.
"""

from __future__ import annotations

import json

import pytest

from faults import FAULTS, garden
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import summitry

from summitry.errors import DocumentError
from summitry.rules import RULES
from summitry.rules.places import Places, at


WORLD = garden(summitry.load())


def test_the_garden_is_in_good_order():
    """What is found later was planted."""
    assert [] == list(WORLD.check())
    assert 1_900 <= len(WORLD) <= 2_600


def test_there_are_many_kinds():
    assert 60 <= len(FAULTS)
    assert len(FAULTS) == len({fault.name for fault in FAULTS})
    assert {fault.code for fault in FAULTS} <= {rule.code for rule in RULES}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f"{f.code} {f.name}")
def test_a_planted_fault_is_found(fault):
    # Places are not ordered: there is no simpler one to shrink to.
    @settings(max_examples=12, phases=[Phase.generate])
    @given(st.data())
    def check(data):
        planted = fault.plant(data.draw, WORLD)
        report = planted.catalog.check()
        records = (
            planted.record if isinstance(planted.record, tuple) else (planted.record,)
        )
        places = Places(planted.catalog)

        found = [
            problem
            for problem in report.where(code=fault.code)
            if any(problem.records[0] == record for record in records)
            and (planted.field is None or problem.path.endswith(planted.field))
        ]
        assert found, (fault.code, list(map(str, report)))
        for problem in found:
            place = places.of(problem.records[0])
            assert problem.path.startswith(place)
            if planted.field is not None:
                assert at(place, planted.field) == problem.path
        others = {problem.code for problem in report} - {fault.code, *fault.follows}
        assert not others, [str(p) for p in report if p.code in others]

    check()


# -- faults of form, in the text of the whole catalogue ------------------------------


TEXT = summitry.dumps(WORLD)
REQUIRED = {
    "sources": ["id", "title"],
    "organizations": ["id", "name"],
    "member_states": ["organization", "state"],
    "member_organizations": ["organization", "member_organization"],
    "chairmanships": ["organization"],
    "summits": ["id", "name"],
    "bilateral_meetings": ["id"],
}


def place(draw, document, keys=tuple(REQUIRED)):
    """A record of a document: its list, its index, and itself."""
    key = draw(st.sampled_from(keys))
    index = draw(st.integers(0, len(document[key]) - 1))
    return f"{key}[{index}]", key, document[key][index]


def a_wrong_shape(draw, document):
    path, key, record = place(draw, document)
    # A source names no sources.
    field = draw(st.sampled_from(["note", "expected" if key == "sources" else "sources"]))
    record[field] = {"x": 1}
    return f"{path}.{field}"


def an_unknown_field(draw, document):
    path, _, record = place(draw, document)
    record["sinces"] = "1961"
    return f"{path}.sinces"


def a_missing_field(draw, document):
    path, key, record = place(draw, document)
    field = draw(st.sampled_from(REQUIRED[key]))
    del record[field]
    return f"{path}.{field}"


def a_wrong_word(draw, document):
    path, _, record = place(draw, document, ["member_states", "member_organizations"])
    field = draw(st.sampled_from(["status", "standing", "entry", "exit"]))
    record[field] = "obsever"
    return f"{path}.{field}"


def an_unknown_state(draw, document):
    path, _, record = place(draw, document, ["member_states"])
    record["state"] = draw(st.sampled_from(["QQQ", "Perugia", "az", "ZZZ"]))
    return f"{path}.state"


def an_impossible_date(draw, document):
    path, _, record = place(
        draw, document, ["member_states", "organizations", "chairmanships"]
    )
    wrong = ["1961-13", "1961-02-29", "61", "1.9.1961", "yesterday", "0000"]
    record["since"] = draw(st.sampled_from(wrong))
    return f"{path}.since"


def a_period_backwards(draw, document):
    path, _, record = place(draw, document, ["member_states", "chairmanships"])
    record |= {"since": "1961-09-01", "until": "1961-08-31"}
    return f"{path}.until"


def a_record_twice(draw, document):
    _, key, record = place(draw, document)
    document[key].append(dict(record))
    return f"{key}[{len(document[key]) - 1}]"


def a_newer_version(draw, document):
    document["summitry"] = draw(st.integers(2, 999))
    return "summitry"


@pytest.mark.parametrize(
    "code, plant",
    [
        ("SMT102", a_wrong_shape),
        ("SMT103", an_unknown_field),
        ("SMT104", a_missing_field),
        ("SMT105", a_wrong_word),
        ("SMT106", an_unknown_state),
        ("SMT107", an_impossible_date),
        ("SMT107", a_period_backwards),
        ("SMT108", a_record_twice),
        ("SMT109", a_newer_version),
    ],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_a_fault_of_form_is_found(code, plant):
    @settings(max_examples=5)
    @given(st.data())
    def check(data):
        document = json.loads(TEXT)
        path = plant(data.draw, document)
        text = json.dumps(document, ensure_ascii=False)
        with pytest.raises(DocumentError) as caught:
            summitry.loads(text)

        assert [(code, path)] == [(p.code, p.path) for p in caught.value.problems]

    check()


@settings(max_examples=20)
@given(st.data())
def test_a_text_that_is_cut_off_is_found(data):
    cut = data.draw(st.integers(1, len(TEXT) - 4))
    with pytest.raises(DocumentError) as caught:
        summitry.loads(TEXT[:cut])

    assert ["SMT101"] == [p.code for p in caught.value.problems]


@settings(max_examples=5)
@given(st.data())
def test_a_key_that_stands_twice_is_found(data):
    lines = TEXT.splitlines(keepends=True)
    records = [n for n, line in enumerate(lines) if line.startswith('{"id": ')]
    number = data.draw(st.sampled_from(records))
    lines[number] = lines[number].replace("{", '{"note": "x", "note": "x", ', 1)
    if lines[number].count('"note": ') > 2:
        lines[number] = lines[number].replace(
            '"note": "x", "note": "x", ', '"id": "x", ', 1
        )
    with pytest.raises(DocumentError) as caught:
        summitry.loads("".join(lines))

    assert ["SMT110"] == [p.code for p in caught.value.problems]
