"""Every exception: what it is, what it says, and that it crosses to other processes."""

from __future__ import annotations

import copy
import inspect
import pickle

import pytest

from hypothesis import given
from hypothesis import strategies as st

import summitry

from summitry import errors
from summitry.errors import (
    AmbiguousAnswer,
    AmbiguousOrganization,
    AmbiguousState,
    CheckFailed,
    ConversionWarning,
    CoverageWarning,
    DamagedFileWarning,
    DisagreementWarning,
    DocumentError,
    DuplicateRecord,
    FileError,
    IncompleteConversion,
    InvalidDate,
    InvalidPeriod,
    InvalidValue,
    MissingExtra,
    MultipleFound,
    NotFound,
    OmissionWarning,
    Problem,
    SummitryError,
    UnexpectedArgument,
    UnknownOrganization,
    UnknownPerson,
    UnknownRecord,
    UnknownState,
    WrongType,
    shorten,
)


EVERY = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, Exception) and kind.__module__ == "summitry.errors"
]

MADE = [
    SummitryError("message"),
    InvalidValue("message", value=3, field="since", record="MemberState"),
    InvalidValue("message"),
    InvalidDate("message", value="1961-13"),
    InvalidPeriod("message", value="1962/1961", field="until"),
    WrongType("message", value=b"x", field="city", record="Place"),
    UnexpectedArgument("message"),
    AmbiguousAnswer("message"),
    NotFound("message", query="x", candidates=["y", "z"]),
    UnknownState("message", query="Perugia", candidates=["Peru (PER)"]),
    UnknownOrganization("message", query="NAN", candidates=iter(["NAM"])),
    UnknownRecord("message", query=3),
    UnknownPerson("message", query="Grosi"),
    MultipleFound("message", query="x", candidates=["y", "z"]),
    AmbiguousState("message", query="Congo", candidates=["COD", "COG"]),
    AmbiguousOrganization("message", query="WTO"),
    IncompleteConversion("message", lost=iter([("HKG", "no number")])),
    DuplicateRecord("message"),
    DocumentError([Problem(code="SMT1", path="$", message="m", value="3")], source="s"),
    DocumentError([]),
    CheckFailed([Problem(code="SMT1", path="$", message="m")], source="the catalogue"),
    FileError("message"),
    MissingExtra("YAML", package="PyYAML", extra="yaml"),
]

WARNINGS = {
    ConversionWarning,
    CoverageWarning,
    DamagedFileWarning,
    DisagreementWarning,
    OmissionWarning,
}


@pytest.mark.parametrize(
    "kind, builtin",
    [
        (InvalidValue, ValueError),
        (InvalidDate, ValueError),
        (InvalidPeriod, ValueError),
        (WrongType, ValueError),
        (CheckFailed, ValueError),
        (WrongType, TypeError),
        (UnexpectedArgument, TypeError),
        (AmbiguousAnswer, TypeError),
        (NotFound, LookupError),
        (UnknownState, LookupError),
        (UnknownOrganization, LookupError),
        (UnknownRecord, LookupError),
        (UnknownPerson, LookupError),
        (MultipleFound, LookupError),
        (AmbiguousState, LookupError),
        (AmbiguousOrganization, LookupError),
        (IncompleteConversion, LookupError),
        (DuplicateRecord, ValueError),
        (DocumentError, ValueError),
        (FileError, OSError),
        (MissingExtra, ImportError),
    ],
)
def test_is_also_the_builtin_that_fits(kind, builtin):
    """Code that knows nothing of summitry catches what Python would have raised."""
    assert issubclass(kind, builtin)
    assert issubclass(kind, SummitryError)


@pytest.mark.parametrize("kind", EVERY)
def test_derives_from_the_base(kind):
    """One `except` catches every exception; a warning is none; each is documented."""
    assert issubclass(kind, SummitryError | UserWarning)
    assert issubclass(kind, SummitryError) or kind in WARNINGS
    assert kind.__doc__


def test_all_are_tried_here():
    """No exception is missing below."""
    public = {kind for kind in EVERY if not kind.__name__.startswith("_")}

    assert public == {type(error) for error in MADE} | WARNINGS


@pytest.mark.parametrize("error", MADE, ids=lambda error: type(error).__name__)
def test_crosses_to_another_process(error):
    """A pickled or copied exception says the same and carries the same."""
    copies = [copy.copy(error), copy.deepcopy(error)]
    copies += [pickle.loads(pickle.dumps(error, protocol)) for protocol in range(6)]

    for other in copies:
        assert type(error) is type(other)
        assert str(error) == str(other)
        assert error.args == other.args
        assert vars(error) == vars(other)
        with pytest.raises(type(error)):
            raise other


def test_crosses_with_a_value_that_does_not_pickle():
    """What was wrong may be anything; the message arrives whatever it is."""
    with pytest.raises(WrongType) as caught:
        summitry.Place(city=lambda: None)

    again = pickle.loads(pickle.dumps(caught.value))

    assert str(caught.value) == str(again)
    assert "city" == again.field


def test_raised_by_a_record_crosses():
    """The place that was named on the way is still named there."""
    with pytest.raises(UnknownState) as caught:
        summitry.MemberState(organization="NAM", state="Perugia")

    again = pickle.loads(pickle.dumps(caught.value))

    assert str(caught.value) == str(again)
    assert "MemberState.state: 'Perugia' is not the key" in str(again)
    assert caught.value.candidates == again.candidates


# -- messages ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "field, record, expected",
    [
        (None, None, "message"),
        ("since", None, "since: message"),
        ("since", "MemberState", "MemberState.since: message"),
        (None, "MemberState", "MemberState: message"),
    ],
)
def test_says_where(field, record, expected):
    """What is known of the place goes before the message."""
    assert expected == str(InvalidValue("message", field=field, record=record))


def test_located_keeps_the_inner_place():
    """A record within a record is named from the outside in."""
    error = InvalidValue("message", value=3)

    assert error is error.located(field="city", record="Place")
    assert "Place.city: message" == str(error)
    assert "Place.city: message" == str(error.located(field="city", record="Place"))
    assert "Summit.place (Place.city): message" == str(
        error.located(field="place", record="Summit")
    )
    assert ("place (Place.city)", "Summit") == (error.field, error.record)


def test_located_without_a_field():
    """An error about a record as a whole names what is known."""
    error = InvalidPeriod("message", field="until").located(field=None, record="Name")

    assert "Name.until: message" == str(error)
    assert "Organization.Name.until: message" == str(
        error.located(field=None, record="Organization")
    )


@pytest.mark.parametrize(
    "candidates, expected",
    [
        ([], "none"),
        (["A"], "none; did you mean A?"),
        (["A", "B"], "none; did you mean A or B?"),
        (["A", "B", "C"], "none; did you mean A, B or C?"),
    ],
)
def test_candidates_are_offered(candidates, expected):
    """What comes closest is part of the message, and at hand as a tuple."""
    error = NotFound("none", query="X", candidates=iter(candidates))

    assert expected == str(error)
    assert tuple(candidates) == error.candidates


def test_document_error_lists_its_problems():
    """All problems are counted; the first twenty are shown, and all are at hand."""
    problems = [
        Problem(code="SMT101", path=f"summits[{n}]", message="missing") for n in range(25)
    ]

    one, many = DocumentError(problems[:1]), DocumentError(problems, source="mine.json")

    assert "1 problem in the document:\n  SMT101 summits[0]: missing" == str(one)
    assert str(many).startswith("25 problems in mine.json:\n  SMT101 summits[0]")
    assert "summits[19]" in str(many)
    assert "summits[20]" not in str(many)
    assert str(many).endswith("… and 5 more (see .problems)")
    assert tuple(problems) == many.problems
    assert "mine.json" == many.source


def test_a_problem_is_a_value():
    """A problem is hashable, frozen, and copies as an equal one."""
    problem = Problem(code="SMT101", path="$", message="missing", value="3")

    assert "SMT101 $: missing" == str(problem)
    assert problem == pickle.loads(pickle.dumps(problem)) == copy.deepcopy(problem)
    assert 1 == len({problem, copy.copy(problem)})
    with pytest.raises(AttributeError):
        problem.code = "SMT102"


@pytest.mark.parametrize("kind", sorted(WARNINGS, key=lambda kind: kind.__name__))
def test_a_warning_is_a_user_warning(kind):
    """It is shown unless somebody silences it."""
    assert issubclass(kind, UserWarning)
    assert "incomplete" == str(pickle.loads(pickle.dumps(kind("incomplete"))))


def test_an_omission_warning_names_what_is_left_out():
    """It can be looked at in code, and in another process."""
    assert issubclass(OmissionWarning, UserWarning)
    warning = OmissionWarning("not in it: lakes", records=["lakes"])

    for each in (warning, pickle.loads(pickle.dumps(warning))):
        assert ("lakes",) == each.records
        assert "not in it: lakes" == str(each)


# -- shorten -----------------------------------------------------------------------


class _Hostile:
    def __init__(self, shown):
        self.shown = shown

    def __repr__(self):
        if isinstance(self.shown, BaseException):
            raise self.shown
        return self.shown


class _HostileText(str):
    __slots__ = ()

    def __len__(self):
        message = "no length"
        raise ValueError(message)

    def __getitem__(self, index):
        message = "no parts"
        raise KeyError(message)

    def __repr__(self):
        return 3


@pytest.mark.parametrize(
    "value, expected",
    [
        ("x", "'x'"),
        (3, "3"),
        (None, "None"),
        ("two\nlines", r"'two\nlines'"),
        ("\u202eltr", r"'\u202eltr'"),
        ("x" * 78, "'" + "x" * 78 + "'"),
        ("x" * 79, "'" + "x" * 79 + "… (81 characters)"),
        ("x" * 10_000, "'" + "x" * 80 + "'… (10000 characters)"),
        (b"\x00" * 5, r"b'\x00\x00\x00\x00\x00'"),
        ([1] * 1000, "[" + "1, " * 26 + "1… (3000 characters)"),
        (_Hostile(RuntimeError("no")), "<_Hostile that cannot be shown>"),
        (_Hostile(RecursionError()), "<_Hostile that cannot be shown>"),
        (_Hostile(3), "<_Hostile that cannot be shown>"),
    ],
)
def test_shorten(value, expected):
    """A value is shown in a line, whatever it is; what was cut is counted."""
    assert expected == shorten(value)


@pytest.mark.parametrize("shown", ["two\nlines", "a\r\nb", "a\x1b[31mb", "a\u2028b"])
def test_shorten_gives_one_line(shown):
    """The repr of an array or a table has lines; that in a message has none."""
    assert 1 == len(shorten(_Hostile(shown)).splitlines())
    assert shorten(_Hostile(shown)).isprintable()


def test_shorten_survives_what_refers_to_itself():
    """A list within itself and a deep one are shown or refused, not followed."""
    circle: list = []
    circle.append(circle)
    deep: list = []
    for _ in range(100_000):
        deep = [deep]

    assert "[[...]]" == shorten(circle)
    assert "<list that cannot be shown>" == shorten(deep)


def test_shorten_survives_text_and_numbers_that_cannot_be_shown():
    """Text that has no length and a number too long for Python to write."""
    assert "<_HostileText that cannot be shown>" == shorten(_HostileText("x"))
    assert "<int that cannot be shown>" == shorten(10**5000)


@given(st.one_of(st.text(), st.binary(), st.lists(st.text()), st.floats(), st.none()))
def test_shorten_is_short(value):
    """No value takes more than a line of about a hundred characters."""
    assert len(shorten(value)) < 120
    assert 1 == len(shorten(value).splitlines())


def test_a_hostile_value_does_not_hide_the_error():
    """A field that is given something unshowable is still named."""
    with pytest.raises(WrongType, match=r"Place\.city: <_Hostile that cannot be shown>"):
        summitry.Place(city=_Hostile(RuntimeError("no")))
