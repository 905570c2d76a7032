"""What all records have in common, tried on every noun and every small value."""

from __future__ import annotations

import copy
import json
import pickle

from enum import EnumType

import attrs
import pytest

from hypothesis import given, settings
from hypothesis import strategies as st

import summitry

from strategies import NOUNS, PARTS
from summitry.errors import UnexpectedArgument
from summitry.states import StateNumber
from summitry.values import Spell


KINDS = [*NOUNS, *PARTS]
STRATEGIES = {**NOUNS, **PARTS}
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)

# Sixteen kinds of record share these tests: each is tried less often.
few = settings(max_examples=25)

NAMESPACE = {
    **{name: getattr(summitry, name) for name in summitry.__all__},
    "StateNumber": StateNumber,
    "Spell": Spell,
}


WORDS = {
    repr(word): f"{kind.__name__}.{word.name}"
    for kind in NAMESPACE.values()
    if isinstance(kind, EnumType)
    for word in kind
}


def _evaluates(text: str) -> str:
    """Python shows a member of an enumeration as `<Status.MEMBER: 'member'>`."""
    for shown, written in WORDS.items():
        text = text.replace(shown, written)
    return text


@every_kind
@few
@given(st.data())
def test_is_a_value(kind, data):
    """Copies, pickles and evolved records are equal to the original and hash alike."""
    record = data.draw(STRATEGIES[kind])
    copies = [
        copy.copy(record),
        copy.deepcopy(record),
        attrs.evolve(record),
        *(pickle.loads(pickle.dumps(record, p)) for p in range(2, 6)),
    ]

    for other in copies:
        assert record == other
        assert hash(record) == hash(other)
        assert repr(record) == repr(other)
        assert type(other) is kind


@every_kind
@few
@given(st.data())
def test_cannot_be_changed(kind, data):
    """No field can be set or deleted, and there is nowhere to put anything else."""
    record = data.draw(STRATEGIES[kind])
    before = repr(record)

    for field in attrs.fields(kind):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(record, field.name, getattr(record, field.name))
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(record, field.name)
    with pytest.raises(AttributeError):
        record.other = 1
    assert not hasattr(record, "__dict__")
    assert not hasattr(record, "__weakref__")
    assert before == repr(record)


@every_kind
@few
@given(st.data())
def test_repr_evaluates_to_the_record(kind, data):
    """What a terminal shows can be pasted back and makes the same record."""
    record = data.draw(STRATEGIES[kind])
    text = _evaluates(repr(record))

    assert record == eval(text, dict(NAMESPACE))  # noqa: S307


@pytest.mark.parametrize(
    "record, expected",
    [
        (summitry.Place(), "Place()"),
        (summitry.Place(city="Baku", state=None), "Place(city='Baku')"),
        (
            summitry.MemberState(
                organization="NAM", state="AZE", status="member", sources=[], note=None
            ),
            "MemberState(organization='NAM', state='AZE')",
        ),
        (
            summitry.Summit(id="a", name="A", kind="ordinary", topics=(), until="1961"),
            "Summit(id='a', name='A', until=PartialDate('1961'))",
        ),
        (
            summitry.Organization(id="NAM", name="N", ids={"cow": "NAM"}),
            "Organization(id='NAM', name='N', ids=Identifiers({'cow': 'NAM'}))",
        ),
    ],
)
def test_repr_omits_defaults(record, expected):
    """What says nothing is not shown, whether it was given or not."""
    assert expected == repr(record)


@every_kind
@few
@given(st.data())
def test_plain_data_makes_the_record_again(kind, data):
    """The canonical shape is plain JSON, its keys in the order of the fields."""
    record = data.draw(STRATEGIES[kind])
    plain = record.to_dict()
    names = [field.name for field in attrs.fields(kind)]

    assert list(plain) == [name for name in names if name in plain]
    assert plain == json.loads(json.dumps(plain))
    assert record == summitry.codec.make_converter().structure(plain, kind)


@every_kind
@few
@given(st.data())
def test_sorts_among_its_kind(kind, data):
    """Of two records one comes first, or neither does; sorting does not depend on luck."""
    three = data.draw(st.lists(STRATEGIES[kind], min_size=3, max_size=3))
    a, b, c = three

    assert (a < b) + (b < a) <= 1
    assert (a <= b) == (not b < a)
    assert (a > b) == (b < a)
    assert (a >= b) == (b <= a)
    assert a <= copy.copy(a)
    if a <= b <= c:
        assert a <= c


@every_kind
@few
@given(st.data())
def test_does_not_sort_among_other_things(kind, data):
    """A record compared with plain data is refused by Python itself."""
    record = data.draw(STRATEGIES[kind])

    for other in (None, 1, "text", record.to_dict()):
        assert record != other
        for compare in ("__lt__", "__le__", "__gt__", "__ge__"):
            assert NotImplemented is getattr(record, compare)(other)


@every_kind
def test_fields_are_in_one_order(kind):
    """Two records of different kinds show the fields that they share in the same order."""
    order = {field.name: n for n, field in enumerate(attrs.fields(kind))}
    for other in KINDS:
        both = [f.name for f in attrs.fields(other) if f.name in order]

        assert both == sorted(both, key=order.__getitem__)


@every_kind
def test_every_field_is_documented(kind):
    """`help()` explains each field by its name."""
    assert kind.__doc__
    for field in attrs.fields(kind):
        assert f"    {field.name}: " in kind.__doc__


@every_kind
def test_a_typo_in_a_keyword_is_explained(kind):
    """A keyword that is not there is answered with the one that was meant."""
    for field in attrs.fields(kind):
        typo = field.name + "x"
        with pytest.raises(UnexpectedArgument) as caught:
            kind(**{typo: 1})

        assert f"{kind.__name__} has no {typo!r}" in str(caught.value)
        assert isinstance(caught.value, TypeError)
    assert f"did you mean {field.name}?" in str(caught.value)


@every_kind
def test_a_keyword_that_is_like_no_field_lists_them(kind):
    """With nothing near, all that there is is named."""
    with pytest.raises(UnexpectedArgument) as caught:
        kind(qqqqqq=1)

    assert all(field.name in str(caught.value) for field in attrs.fields(kind))


@every_kind
def test_takes_keywords_only(kind):
    """By place nothing is taken, and the message says so."""
    with pytest.raises(UnexpectedArgument, match=rf"{kind.__name__} takes keywords only"):
        kind("NAM")


@pytest.mark.parametrize(
    "kind, missing",
    [
        (summitry.Organization, "id"),
        (summitry.MemberState, "organization"),
        (summitry.Chairmanship, "organization"),
        (summitry.Appointment, "name"),
        (summitry.Summit, "id"),
        (summitry.BilateralMeeting, "id"),
        (summitry.Source, "id"),
        (summitry.State, "code"),
        (summitry.Name, "text"),
        (summitry.Representative, "name"),
        (summitry.Coverage, "of"),
        (StateNumber, "number"),
    ],
)
def test_what_is_missing_is_named(kind, missing):
    """A record without what it must have says what that is."""
    with pytest.raises(UnexpectedArgument, match=rf"{kind.__name__}: .*'{missing}'"):
        kind()


def test_to_dict_is_canonical():
    """Flat, dates as text, enumerations as their words, in order, without defaults."""
    nam = summitry.Organization(
        note="n",
        name="Non-Aligned Movement",
        id="NAM",
        since="1961-09-01",
        form="forum",
        seat=summitry.Place(state="AZE"),
        names=[summitry.Name(text="MNA", language="fr", until="1999")],
        ids={"wikidata": "Q83201", "cow": "NAM"},
        preceded_by=["UN"],
        acronyms=[],
        website=None,
    )

    expected = {
        "id": "NAM",
        "name": "Non-Aligned Movement",
        "names": [{"text": "MNA", "language": "fr", "until": "1999"}],
        "form": "forum",
        "since": "1961-09-01",
        "preceded_by": ["UN"],
        "seat": {"state": "AZE"},
        "ids": {"cow": "NAM", "wikidata": "Q83201"},
        "note": "n",
    }
    assert expected == nam.to_dict()
    assert list(expected) == list(nam.to_dict())
    assert str is type(nam.to_dict()["form"])
    assert dict is type(nam.to_dict()["ids"])


def test_different_kinds_are_never_equal():
    """Two records with the same fields but of different kinds differ."""
    assert summitry.Place() != summitry.Delegation(state="AZE")
    assert Spell(since="1961") != summitry.Coverage(of="members", since="1961")


def test_two_kinds_of_membership_sort_together():
    """A list of states and organizations in a body has an order; so have meetings."""
    nam = {"organization": "NAM", "status": "observer"}
    spells = [
        summitry.MemberState(state="ZMB", **nam),
        summitry.MemberOrganization(member_organization="AU", **nam),
        summitry.MemberState(state="AZE", since="2011", **nam),
    ]
    meetings = [
        summitry.Summit(id="b", name="B", since="1961"),
        summitry.BilateralMeeting(
            id="a",
            since="1961",
            delegations=[
                summitry.Delegation(state="AZE"),
                summitry.Delegation(state="CHN"),
            ],
        ),
        summitry.Summit(id="c", name="C", since="1960"),
        summitry.Summit(id="d", name="D"),
    ]

    assert ["AU", "AZE", "ZMB"] == [spell.party for spell in sorted(spells)]
    assert ["d", "c", "a", "b"] == [meeting.id for meeting in sorted(meetings)]
    with pytest.raises(TypeError):
        sorted([*spells, *meetings])


def test_identity_of_what_stands_within_another():
    """A small value is told from others of its type by all of its fields."""
    baku = summitry.Place(city="Baku", state="AZE")

    assert baku.identity() == summitry.Place(state="AZE", city="Baku").identity()
    assert baku.identity() != summitry.Place(city="Baku").identity()
    assert baku.identity() != summitry.Delegation(state="AZE").identity()
