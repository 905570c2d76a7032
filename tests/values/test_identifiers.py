"""A mapping of schemes to ids that is a value: immutable, hashable, in one order."""

from __future__ import annotations

import copy
import pickle

from types import MappingProxyType

import pytest

from hypothesis import given
from hypothesis import strategies as st

from strategies import REFUSED_TEXTS, identifiers
from summitry import Identifiers
from summitry.errors import InvalidValue, WrongType


def test_is_a_mapping():
    """It is read like a dict, its schemes in order."""
    ids = Identifiers({"wikidata": "Q83201", "cow": "NAM"})

    assert "Q83201" == ids["wikidata"]
    assert ["cow", "wikidata"] == list(ids)
    assert 2 == len(ids)
    assert "isni" not in ids
    assert ids.get("isni") is None
    assert {"cow": "NAM", "wikidata": "Q83201"} == dict(ids)
    with pytest.raises(KeyError):
        ids["isni"]


def test_may_be_empty():
    """Nothing, None and an empty mapping are the same."""
    assert Identifiers() == Identifiers({})
    assert not Identifiers()


@given(identifiers())
def test_is_a_value(given_ids):
    """It is equal to any mapping of the same ids, and hashes and copies as such."""
    ids = Identifiers(given_ids)
    backwards = Identifiers(dict(reversed(given_ids.items())))

    assert ids == backwards == given_ids
    assert hash(ids) == hash(backwards)
    assert list(ids.items()) == list(backwards.items())
    assert ids == Identifiers(ids) == Identifiers(MappingProxyType(given_ids))
    assert ids == copy.copy(ids) == copy.deepcopy(ids) == pickle.loads(pickle.dumps(ids))
    assert ids == eval(repr(ids), {"Identifiers": Identifiers})  # noqa: S307


def test_does_not_follow_what_it_was_made_of():
    """Changing the dict afterwards changes nothing."""
    given_ids = {"cow": "NAM"}
    ids = Identifiers(given_ids)
    given_ids["cow"] = "UN"

    assert "NAM" == ids["cow"]


def test_cannot_be_changed():
    """Neither its items nor its attributes can be set or deleted."""
    ids = Identifiers({"cow": "NAM"})

    with pytest.raises(TypeError):
        ids["cow"] = "UN"
    with pytest.raises(AttributeError, match="immutable"):
        ids.cow = "UN"
    with pytest.raises(AttributeError):
        ids._ids = {}
    with pytest.raises(AttributeError):
        del ids._ids
    assert "NAM" == ids["cow"]
    assert not hasattr(ids, "__dict__")


@pytest.mark.parametrize(
    "value, error, message",
    [
        ([("cow", "NAM")], WrongType, "is not a mapping of schemes to ids"),
        ("cow:NAM", WrongType, "'cow:NAM' is not a mapping"),
        (3, WrongType, "3 is not a mapping"),
        ({"cow": 3}, WrongType, "{'cow': 3}: scheme and id must both be text"),
        ({3: "cow"}, WrongType, "{3: 'cow'}: scheme and id must both be text"),
        ({"cow": None}, WrongType, "{'cow': None}: scheme and id must both be text"),
        ({"COW": "NAM"}, InvalidValue, "{'COW': 'NAM'}: expected a lower-case scheme"),
        ({"": "NAM"}, InvalidValue, "expected a lower-case scheme"),
        ({"1a": "NAM"}, InvalidValue, "expected a lower-case scheme"),
        ({"a-b": "NAM"}, InvalidValue, "expected a lower-case scheme"),
        ({"cow\n": "NAM"}, InvalidValue, "expected a lower-case scheme"),
        ({"é": "NAM"}, InvalidValue, "expected a lower-case scheme"),
    ],
)
def test_refuses(value, error, message):
    """What is no mapping of text to text says so, with the item at fault."""
    with pytest.raises(error) as caught:
        Identifiers(value)

    assert message in str(caught.value)


@pytest.mark.parametrize("text", REFUSED_TEXTS)
def test_refuses_ids_that_say_nothing_or_cannot_be_written(text):
    """An id is text like any other: control characters and half characters are out."""
    with pytest.raises(InvalidValue):
        Identifiers({"wikidata": text})


@given(st.dictionaries(st.text(max_size=4), st.text(max_size=4), max_size=2))
def test_any_mapping_of_texts_is_taken_or_refused(mapping):
    """No mapping makes it fail in a way of its own."""
    try:
        ids = Identifiers(mapping)
    except InvalidValue:
        return
    assert mapping == dict(ids)
