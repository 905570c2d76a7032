"""Calls with the wrong arguments, at the public doors that explain them."""

from __future__ import annotations

import inspect

import pytest

import summitry

from summitry import Catalog, MemberState, Organization, Place
from summitry.errors import InvalidDate, UnexpectedArgument, WrongType
from summitry.values.keywords import explained


NORDIC = Catalog(
    [
        Organization(id="NC", name="Nordic Council", since="1952"),
        MemberState(organization="NC", state="ISL", since="1952"),
    ],
    as_of="2025",
)


@pytest.mark.parametrize(
    "call, message",
    [
        (
            lambda: NORDIC.members("NC", onn="1960"),
            "members() has no 'onn'; did you mean on?",
        ),
        (lambda: NORDIC.members("NC", macth="certain"), "did you mean match?"),
        (
            lambda: NORDIC.members("NC", zzz=1),
            "members() has no 'zzz'; it has organization, ",
        ),
        (NORDIC.members, "members(): missing a required argument"),
        (
            lambda: NORDIC.members("NC", "1960", "certain"),
            "members() takes only 2 arguments by place; organization, on, match can be given",
        ),
        (
            lambda: NORDIC.memberships.where("observer"),
            "where() takes keywords only; status, standing, entry, exit can be given",
        ),
        (
            lambda: NORDIC.members("NC", organization="NC"),
            "members(): multiple values for argument 'organization'",
        ),
        (lambda: Place("Baku"), "Place takes keywords only; city, state can be given"),
    ],
)
def test_a_wrong_argument_is_explained(call, message):
    """An unknown, missing, repeated or misplaced argument is named."""
    with pytest.raises(UnexpectedArgument) as caught:
        call()

    assert message in str(caught.value)
    assert isinstance(caught.value, TypeError)


def test_an_error_of_the_library_passes():
    """What the method itself refuses is told as it is."""
    with pytest.raises(InvalidDate):
        NORDIC.members("NC", on="yesterday")
    with pytest.raises(WrongType, match="a year is written as text"):
        NORDIC.members("NC", on=1960)


class _Broken:
    @explained
    def method(self, value: int = 0) -> int:
        """Fail within, though the arguments are right."""
        return value + "x"


def test_another_type_error_passes():
    """A TypeError that the arguments did not cause is not explained away."""
    with pytest.raises(TypeError, match="unsupported operand") as caught:
        _Broken().method(1)

    assert not isinstance(caught.value, UnexpectedArgument)


def test_a_type_error_while_reading_a_value_passes():
    """So is one that the user's own iterable raises while a record is made."""

    def sources():
        message = "mine"
        raise TypeError(message)
        yield

    with pytest.raises(TypeError, match="mine") as caught:
        MemberState(organization="NAM", state="AZE", sources=sources())

    assert not isinstance(caught.value, UnexpectedArgument)


def test_help_still_shows_the_signature():
    """`help()` and completion see the parameters of what is explained."""
    assert ["self", "value"] == list(inspect.signature(_Broken.method).parameters)
    assert "Fail within" in _Broken.method.__doc__
    assert {"city", "state"} == set(inspect.signature(Place).parameters)
    assert "on" in inspect.signature(summitry.Catalog.members).parameters
