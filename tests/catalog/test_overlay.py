"""Catalogues laid over one another, compared, copied; and what they refuse."""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest

from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import catalogs
from summitry import Catalog, MemberState, Organization, load
from summitry.errors import DuplicateRecord, InvalidValue, NotFound


@st.composite
def colliding(draw):
    """A catalogue of few identities, so that two of them often share some."""
    ids = st.lists(st.sampled_from("ABCD"), unique=True)
    keys = st.tuples(st.sampled_from(["ISL", "NOR"]), st.sampled_from(["2000", "2005"]))
    until = st.sampled_from([None, "2010", "2011-06"])
    bodies = [
        Organization(id=each, name=draw(st.sampled_from(["One", "Two"])))
        for each in draw(ids)
    ]
    spells = [
        MemberState(organization="A", state=state, since=since, until=draw(until))
        for state, since in draw(st.lists(keys, unique=True))
    ]
    return Catalog(
        draw(st.permutations([*bodies, *spells])),
        as_of=draw(st.sampled_from([None, "2019", "2020-01", "2020-01-01"])),
        version=draw(st.sampled_from([None, "1", "2"])),
    )


def applied(before, difference):
    """Apply a difference to a catalogue by the public doors."""
    gone = (*difference.removed, *(change.before for change in difference.changed))
    come = (*difference.added, *(change.after for change in difference.changed))
    return before.without(*gone) | Catalog(come)


def records(catalog):
    return set(catalog)


# -- laws ----------------------------------------------------------------------


@given(colliding())
def test_the_empty_catalogue_changes_nothing(catalog):
    """Nothing laid over it, and it laid over nothing, is itself."""
    assert catalog == catalog | Catalog()
    assert catalog == Catalog() | catalog


@given(colliding())
def test_a_catalogue_over_itself_is_itself(catalog):
    """Overlaying is idempotent."""
    assert catalog == catalog | catalog


@given(colliding(), colliding(), colliding())
def test_overlaying_is_associative(a, b, c):
    """It does not matter which two of three are laid together first."""
    assert records((a | b) | c) == records(a | (b | c))
    assert ((a | b) | c).as_of == (a | (b | c)).as_of


@given(colliding(), colliding())
def test_the_later_wins(a, b):
    """Every record of the right one is there, and of the left what it does not replace."""
    both = a | b
    identities = {record.identity() for record in b}

    assert all(record in both for record in b)
    assert records(both) - records(b) == {
        record for record in a if record.identity() not in identities
    }


@given(colliding(), colliding())
def test_overlaying_twice_is_overlaying_once(a, b):
    """(a | b) | b is a | b."""
    assert records((a | b) | b) == records(a | b)


@given(colliding(), colliding())
def test_a_difference_applied_gives_the_other(a, b):
    """diff(a, b) tells all that changed, and nothing that did not."""
    assert records(applied(a, a.diff(b))) == records(b)


@given(colliding(), colliding())
def test_a_difference_is_empty_only_between_equals(a, b):
    """Two catalogues differ when their records do."""
    assert bool(a.diff(b)) is (records(a) != records(b))
    assert not a.diff(a)


@given(colliding(), colliding())
def test_a_difference_turned_round(a, b):
    """What one way is added, the other way is removed."""
    there, back = a.diff(b), b.diff(a)

    assert set(there.added) == set(back.removed)
    assert set(there.removed) == set(back.added)
    assert {(c.before, c.after) for c in there.changed} == {
        (c.after, c.before) for c in back.changed
    }


@given(colliding())
def test_without_all_is_empty(catalog):
    """Taking out every record leaves none, and the date and the version."""
    empty = catalog.without(*catalog)

    assert Catalog(as_of=catalog.as_of, version=catalog.version) == empty


@settings(max_examples=25)
@given(catalogs())
def test_copies_and_pickles_are_equal(catalog):
    """Copying shares, pickling remakes; both give equals."""
    assert catalog is copy.copy(catalog)
    assert catalog is copy.deepcopy(catalog)
    again = pickle.loads(pickle.dumps(catalog))
    assert catalog == again
    assert hash(catalog) == hash(again)
    assert list(catalog) == list(again)


# -- examples ------------------------------------------------------------------


CLUB = Organization(id="CLUB", name="The Club", since="2000")
ICELAND = MemberState(organization="CLUB", state="ISL", since="2000")
NORWAY = MemberState(organization="CLUB", state="NOR", since="2001")


def test_an_overlay_corrects_a_record():
    """A record of the same identity is replaced, in its place."""
    ended = attrs.evolve(ICELAND, until="2010-06")
    both = Catalog([CLUB, ICELAND, NORWAY]) | Catalog([ended])

    assert [CLUB, ended, NORWAY] == list(both)


def test_an_overlay_on_the_bundled_catalogue(world):
    """One's own records are asked together with the bundled ones."""
    mine = Catalog(
        [CLUB, MemberState(organization="CLUB", state="AZE", since="2001-01-01")]
    )
    both = world | mine

    assert "CLUB" in both.memberships.by("AZE").bodies
    assert 120 == len(both.members("NAM", on="2023-03-02"))
    assert "CLUB" not in world.organizations


@pytest.mark.parametrize(
    "left, right, as_of, version",
    [
        ((None, None), (None, None), None, None),
        (("2020", "1"), (None, None), "2020", "1"),
        ((None, None), ("2020", "1"), "2020", "1"),
        (("2020", "1"), ("2021", "2"), "2021", "1+2"),
        (("2021", "2"), ("2020", "1"), "2021", "2+1"),
        (("2021", "2"), ("2021", "2"), "2021", "2"),
    ],
)
def test_the_date_and_version_of_an_overlay(left, right, as_of, version):
    """The later date holds; both versions are named, each once."""
    both = Catalog(as_of=left[0], version=left[1]) | Catalog(
        as_of=right[0], version=right[1]
    )

    assert as_of == (None if both.as_of is None else str(both.as_of))
    assert version == both.version


def test_the_version_of_an_overlay_repeated():
    """Laying the same catalogue over twice names its version once."""
    one, two = Catalog(version="1"), Catalog(version="2")

    assert "1+2" == ((one | two) | two).version
    assert "1+2" == ((one | two) | one).version


def test_equality_counts_date_and_version():
    """The same records of another date are another catalogue."""
    assert Catalog([CLUB], as_of="2020") == Catalog([CLUB], as_of="2020")
    assert Catalog([CLUB], as_of="2020") != Catalog([CLUB], as_of="2021")
    assert Catalog([CLUB], version="1") != Catalog([CLUB])
    assert Catalog([CLUB]) != [CLUB]


def test_order_does_not_count():
    """A catalogue is a set: the order of its records makes it no other."""
    assert Catalog([CLUB, ICELAND]) == Catalog([ICELAND, CLUB])
    assert hash(Catalog([CLUB, ICELAND])) == hash(Catalog([ICELAND, CLUB]))


@pytest.mark.parametrize("other", [None, [], {}, "x", ICELAND])
def test_only_catalogues_are_overlaid(other):
    """Anything else is a TypeError, as of any operator."""
    with pytest.raises(TypeError):
        Catalog([CLUB]) | other


@pytest.mark.parametrize("date", ["2020-13", "yesterday", "2020/2021"])
def test_the_date_of_a_catalogue_is_checked(date):
    """A date that does not exist is no date of a catalogue."""
    with pytest.raises(InvalidValue):
        Catalog(as_of=date)


@pytest.mark.parametrize("version", ["", "  ", 3, "1\x00"])
def test_the_version_of_a_catalogue_is_checked(version):
    """A version is text that says something."""
    with pytest.raises(InvalidValue):
        Catalog(version=version)


def test_without_a_record():
    """A record is taken out by what it is, not by what it is like."""
    catalog = Catalog([CLUB, ICELAND, NORWAY], as_of="2020", version="1")
    left = catalog.without(ICELAND)

    assert [CLUB, NORWAY] == list(left)
    assert ("2020", "1") == (str(left.as_of), left.version)
    assert catalog == catalog.without()
    for wrong in (
        attrs.evolve(NORWAY, until="2005"),
        MemberState(organization="CLUB", state="FIN"),
    ):
        with pytest.raises(NotFound, match="the catalogue does not hold MemberState"):
            catalog.without(wrong)


def test_without_the_same_record_twice():
    """What was taken out is not there to be taken out again."""
    with pytest.raises(NotFound, match="does not hold"):
        Catalog([CLUB]).without(CLUB, CLUB)


def test_the_same_record_twice():
    """One identity stands once in a catalogue; both records are shown."""
    with pytest.raises(DuplicateRecord, match="two records are the same Organization"):
        Catalog([CLUB, attrs.evolve(CLUB, name="Another")])
    with pytest.raises(DuplicateRecord, match="the same MemberState"):
        Catalog([ICELAND, ICELAND])


def test_what_tells_two_spells_apart():
    """Status, standing and first day make another spell; the last day does not."""
    Catalog(
        [
            ICELAND,
            attrs.evolve(ICELAND, since="2005"),
            attrs.evolve(ICELAND, status="observer"),
            attrs.evolve(ICELAND, standing="suspended"),
            NORWAY,
        ]
    )
    with pytest.raises(DuplicateRecord):
        Catalog([ICELAND, attrs.evolve(ICELAND, until="2005")])


def test_a_difference_reads_well():
    """Added, removed and changed, each on a line with what makes it itself."""
    ended = attrs.evolve(ICELAND, until="2010-06", exit="withdrew")
    before = Catalog([CLUB, ICELAND])
    difference = before.diff(Catalog([ended, NORWAY]))

    assert ("until", "exit") == difference.changed[0].fields
    assert [
        "1 added, 1 removed, 1 changed",
        "+ MemberState CLUB NOR member active 2001",
        "- Organization CLUB",
        (
            "* MemberState CLUB ISL member active 2000: until: nothing → 2010-06; "
            "exit: nothing → withdrew"
        ),
    ] == str(difference).splitlines()
    assert str(difference) == repr(difference)


def test_no_difference_reads_well():
    """Nothing is said to be nothing."""
    assert "no difference" == str(load().diff(load()))
