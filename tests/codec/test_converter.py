"""The converter that users extend with types and hooks of their own."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from cattrs import Converter
from cattrs.errors import ClassValidationError

import summitry

from summitry import MemberState, PartialDate, Place
from summitry.codec import make_converter


def test_each_call_gives_a_converter_of_its_own():
    """A hook added to one is not in another, nor in the library's own reading."""
    mine, other = make_converter(), make_converter()
    mine.register_unstructure_hook(PartialDate, lambda date: {"edtf": str(date)})

    assert isinstance(mine, Converter)
    assert {"edtf": "2000"} == mine.unstructure(PartialDate("2000"))
    assert "2000" == other.unstructure(PartialDate("2000"))
    catalog = summitry.Catalog([summitry.Source(id="a", title="A", published="2000")])
    assert '"published": "2000"' in summitry.dumps(catalog)


def test_a_users_type_with_records_in_it():
    """Our records may stand in a class of the user's."""

    @attrs.frozen
    class Visit:
        place: Place
        day: PartialDate
        spells: tuple[MemberState, ...] = ()

    converter = make_converter()
    visit = Visit(
        Place(city="Baku", state="AZE"),
        PartialDate("2023-03-02"),
        (MemberState(organization="NAM", state="AZE", since="2011-05"),),
    )
    plain = {
        "place": {"city": "Baku", "state": "AZE"},
        "day": "2023-03-02",
        "spells": [{"organization": "NAM", "state": "AZE", "since": "2011-05"}],
    }

    assert plain == converter.unstructure(visit)
    assert visit == converter.structure(plain, Visit)


def test_a_users_hook_for_a_type_of_the_users():
    """What we do not know, a hook can make known."""

    @attrs.frozen
    class Stay:
        place: Place
        night: dt.date

    converter = make_converter()
    converter.register_structure_hook(dt.date, lambda v, _: dt.date.fromisoformat(v))
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    stay = Stay(Place(city="Baku"), dt.date(2023, 3, 2))
    plain = {"place": {"city": "Baku"}, "night": "2023-03-02"}

    assert plain == converter.unstructure(stay)
    assert stay == converter.structure(plain, Stay)


def test_a_users_subclass_of_a_record():
    """A record with a field more is read and written with it, by the same checks."""

    @attrs.frozen(kw_only=True, repr=False)
    class Venue(Place):
        hall: str | None = None

    converter = make_converter()
    venue = Venue(city="Baku", state="AZE", hall="Congress Center")
    plain = {"city": "Baku", "state": "AZE", "hall": "Congress Center"}

    assert plain == converter.unstructure(venue)
    assert venue == converter.structure(plain, Venue)
    assert "Venue(city='Baku', state='AZE', hall='Congress Center')" == repr(venue)
    with pytest.raises(ClassValidationError):
        converter.structure({**plain, "state": "XQQ"}, Venue)
    with pytest.raises(ClassValidationError):
        converter.structure({**plain, "floor": 3}, Venue)


def test_a_subclass_as_a_subclass_of_its_base():
    """What reads a Place reads no hall."""
    with pytest.raises(ClassValidationError):
        make_converter().structure({"city": "Baku", "hall": "x"}, Place)


@pytest.mark.parametrize("value", [None, 3, "x", [], [("city", "Baku")]])
def test_a_record_is_made_of_an_object(value):
    """Of anything else there is a plain refusal."""
    with pytest.raises(summitry.errors.WrongType, match="expected a Place"):
        make_converter().structure(value, Place)


def test_a_record_inside_a_list_of_the_users():
    """Lists and dicts of records are read as cattrs reads them."""
    places = [Place(city="Baku"), Place(city="Kampala", state="UGA")]
    converter = make_converter()
    plain = [{"city": "Baku"}, {"city": "Kampala", "state": "UGA"}]

    assert plain == converter.unstructure(places)
    assert places == converter.structure(plain, list[Place])
    assert {"a": places[0]} == converter.structure({"a": plain[0]}, dict[str, Place])


def test_a_name_that_the_codec_does_not_have():
    """The lazy name is the only one that is lazy."""
    with pytest.raises(AttributeError, match="no attribute 'convert'"):
        _ = summitry.codec.convert
