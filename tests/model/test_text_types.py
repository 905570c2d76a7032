"""Text of a type of its own, as numpy and enumerations have it, is text."""

from __future__ import annotations

import enum

import pytest

from summitry import Coverage, Identifiers, MemberState, Organization, Place, Source


class _Text(str):
    """Text of a subclass, such as `numpy.str_`."""

    __slots__ = ()


class _Body(enum.StrEnum):
    """A user's own list of bodies."""

    NAM = "NAM"


@pytest.mark.parametrize(
    "make",
    [
        lambda text: Organization(id=text("NAM"), name=text("N"), sources=[text("a")]),
        lambda text: Source(id=text("a"), title=text("T"), url=text("https://a.example")),
        lambda text: MemberState(
            organization=text("NAM"), state=text("AZE"), since=text("1961-07-09")
        ),
        lambda text: Place(city=text("Baku"), state=text("AZE")),
        lambda text: Coverage(of=text("members")),
        lambda text: Identifiers({text("cow"): text("NAM")}),
    ],
)
def test_text_of_a_subclass_is_taken(make):
    """It makes the same record as plain text does."""
    assert make(str) == make(_Text)
    assert repr(make(str)) == repr(make(_Text))


def test_a_users_own_enumeration_is_taken():
    """The member of a StrEnum stands for its text."""
    assert "NAM" == Organization(id=_Body.NAM, name="N").id
    assert str is type(Organization(id=_Body.NAM, name="N").to_dict()["id"])
