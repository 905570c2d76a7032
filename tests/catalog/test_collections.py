"""Collections: immutable typed sequences whose filters give more of their kind."""

from __future__ import annotations

import copy
import inspect
import pickle

from collections.abc import Sequence

import attrs
import pytest

import summitry

from summitry import (
    BilateralMeeting,
    Catalog,
    Chairmanships,
    Collection,
    Meetings,
    Memberships,
    MemberState,
    Organization,
    Organizations,
    Sources,
    States,
    Status,
    Summits,
)
from summitry.errors import (
    InvalidValue,
    MultipleFound,
    NotFound,
    UnexpectedArgument,
    UnknownPerson,
    UnknownRecord,
    WrongType,
)


COLLECTIONS = {
    "organizations": Organizations,
    "memberships": Memberships,
    "chairmanships": Chairmanships,
    "summits": Summits,
    "meetings": Meetings,
    "sources": Sources,
    "states": States,
}


@pytest.fixture(params=COLLECTIONS)
def collection(request, world):
    return getattr(world, request.param)


# -- sequences -----------------------------------------------------------------


def test_each_collection_is_of_its_own_type(world):
    """The type of a collection says what it holds."""
    found = {name: type(getattr(world, name)) for name in COLLECTIONS}

    assert COLLECTIONS == found


def test_it_is_a_sequence(collection):
    """Length, order, indexing from both ends, containment, index and count agree."""
    records = list(collection)

    assert len(records) == len(collection)
    assert records[0] == collection[0]
    assert records[-1] == collection[-1]
    assert records[::-1] == list(reversed(collection))
    assert records[3] in collection
    assert 3 == collection.index(records[3])
    assert 1 == collection.count(records[3])


@pytest.mark.parametrize(
    "part", [slice(0, 2), slice(None), slice(2, 0), slice(None, None, -1)]
)
def test_a_slice_is_a_collection_of_the_same_kind(collection, part):
    """A slice keeps the type and the order."""
    assert type(collection) is type(collection[part])
    assert list(collection)[part] == list(collection[part])


def test_a_number_too_large_is_explained(club):
    """There is no bare IndexError."""
    with pytest.raises(UnknownRecord, match="no organization number 7: there are 2"):
        club.organizations[7]


@pytest.mark.parametrize("index", [1.5, None, b"CLUB", ("CLUB",)])
def test_an_index_of_another_type_is_explained(club, index):
    """Only numbers, slices and ids find a record."""
    with pytest.raises(InvalidValue, match="is no index"):
        club.organizations[index]


def test_a_text_is_no_index_where_records_have_no_ids(club):
    """Memberships are filtered by body or party, not looked up by an id."""
    with pytest.raises(InvalidValue, match="'CLUB' is no index"):
        club.memberships["CLUB"]


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c.append(1),
        lambda c: c.__setitem__(0, 1),
        lambda c: c.__delitem__(0),
        lambda c: setattr(c, "anything", 1),
        lambda c: setattr(c, "noun", "thing"),
        lambda c: setattr(c, "one", None),
    ],
)
def test_it_cannot_be_changed(collection, change):
    """No item or attribute can be set, added or deleted."""
    before = tuple(collection)

    with pytest.raises((AttributeError, TypeError)):
        change(collection)
    assert before == tuple(collection)


def test_a_catalogue_cannot_be_changed(club):
    """Neither an attribute nor a collection of it."""
    with pytest.raises(AttributeError, match="a Catalog is immutable; cannot set as_of"):
        club.as_of = "2021"
    with pytest.raises(AttributeError, match="cannot set summits"):
        club.summits = ()
    with pytest.raises(AttributeError, match="cannot delete memberships"):
        del club.memberships
    with pytest.raises(AttributeError, match="cannot set new"):
        club.new = 1


def test_equality_is_of_type_and_records(club, world):
    """Equal records in equal order make equal collections; another type never does."""
    again = Catalog(list(club), as_of=club.as_of, version=club.version)

    assert club.memberships == again.memberships
    assert hash(club.memberships) == hash(again.memberships)
    assert club.memberships != club.memberships[::-1]
    assert club.memberships != list(club.memberships)
    assert club.summits != club.meetings
    assert {club.memberships, again.memberships} == {club.memberships}
    assert world.memberships != club.memberships


def test_the_empty_collections_of_two_kinds_differ(club):
    """No summits are not no meetings."""
    assert not club.summits
    assert not club.meetings
    assert hash(club.summits) != hash(club.meetings)


def test_copies_and_pickles_are_equal(collection):
    """A collection survives copying and pickling, and still answers."""
    for other in (
        copy.copy(collection),
        copy.deepcopy(collection),
        pickle.loads(pickle.dumps(collection)),
    ):
        assert collection == other
        assert repr(collection) == repr(other)


def test_a_pickled_collection_still_filters(club):
    """Names are found in the copy as in the original."""
    other = pickle.loads(pickle.dumps(club.memberships))

    assert club.memberships.of("The Club").on("2003-02-01") == (
        other.of("The Club").on("2003-02-01")
    )


# -- one, none, many -----------------------------------------------------------


def test_one(club):
    """The only record there is."""
    assert "FIN" == club.memberships.by("FIN").one().state
    assert "FIN" == club.memberships.by("FIN").one_or_none().state


def test_one_of_none(club):
    """None at all is told from several."""
    none = club.memberships.by("USA")

    assert none.one_or_none() is None
    with pytest.raises(NotFound, match="there is no membership here"):
        none.one()


def test_one_of_many(club):
    """Several are listed, five of them, and the rest counted."""
    spells = club.memberships

    for ask in (spells.one, spells.one_or_none):
        with pytest.raises(MultipleFound, match="there are 7 memberships here") as caught:
            ask()
        assert 5 == len(caught.value.candidates)
        assert "CLUB ISL Iceland member 2000" == caught.value.candidates[0]
        assert str(caught.value).endswith("; and 2 more")


# -- filters -------------------------------------------------------------------


def test_filters_keep_the_type(world):
    """Filters chain, in any order, and stay what they are."""
    spells = world.memberships
    chained = spells.of("NAM").by("CUB").on("1990").where(status="member")

    assert Memberships is type(chained)
    assert chained == spells.where(status=Status.MEMBER).by("Cuba").of("NAM").on("1990")
    assert Chairmanships is type(world.chairmanships.of("NAM").by("CUB").on("1980"))
    assert Summits is type(world.summits.of("NAM").hosted_by("CUB").during("1979"))
    assert Meetings is type(world.meetings.with_("CICA").on("2023-03-02"))
    assert Organizations is type(world.organizations.where(form="forum").on("2000"))


def test_filter_by_a_function(collection):
    """Any function of a record filters; the type stays."""
    none = collection.filter(lambda record: False)
    half = collection.filter(lambda record: record is not collection[0])

    assert (type(collection), 0) == (type(none), len(none))
    assert list(collection)[1:] == list(half)


def test_sorted_in_natural_order_and_by_a_key(collection):
    """Sorting gives the same kind, by the records' own order or a key."""
    in_order = collection.sorted()
    backwards = collection.sorted(key=lambda record: -collection.index(record))

    assert type(collection) is type(in_order)
    assert sorted(collection) == list(in_order)
    assert list(collection)[::-1] == list(backwards)


def test_a_party_or_a_body_as_a_record(world):
    """What can be named can be given itself."""
    azerbaijan, nam = world.states["AZE"], world.organizations["NAM"]

    assert world.memberships.by("AZE").of("NAM") == world.memberships.by(azerbaijan).of(
        nam
    )
    assert world.chairmanships.of("NAM").by("AZE") == (
        world.chairmanships.of(nam).by(azerbaijan)
    )
    assert world.meetings.with_("IAEA") == world.meetings.with_(
        world.organization("IAEA")
    )
    assert world.summits.hosted_by("AZE") == world.summits.hosted_by(azerbaijan)


def test_a_summit_of_two_bodies():
    """It is found under both, and under each once, even where one is named twice."""
    summit = summitry.Summit(id="a", name="A", organizations=["ONE", "TWO", "ONE"])
    summits = Catalog([summit]).summits

    assert ("a",) == summits.of("ONE").ids == summits.of("TWO").ids
    assert 1 == len(summits.of("ONE"))


def test_where_by_every_word(world):
    """Status, standing, entry and exit filter, alone and together."""
    oas = world.memberships.of("OAS")
    out = oas.where(standing="inactive")
    both = oas.where(standing="inactive", exit="status_changed")

    assert {"CUB"} <= set(out.states)
    assert 0 < len(both) < len(out)
    assert {"admitted"} == {m.entry for m in world.memberships.where(entry="admitted")}
    assert {"withdrew"} == {m.exit for m in world.memberships.where(exit="withdrew")}
    assert oas == oas.where()


def test_chairmanships_by_party_person_and_form(world):
    """Who held a chair, by state, by person, by kind."""
    assert {"YUG"} == {c.state for c in world.chairmanships.by("YUG")}
    held = world.chairmanships.of("NAM").with_person("Tito")
    assert "YUG" == held.one().state
    assert world.chairmanships == world.chairmanships.where()
    rotating = world.chairmanships.where(form="rotating")
    assert {"rotating"} == {c.form for c in rotating}


def test_chairmanships_held_by_an_organization(club):
    """The chair of an organization is filtered like a state's."""
    assert "FORUM" == club.chairmanships.by("FORUM").one().party


def test_organizations_by_form_and_time(world):
    """The OAU ended the day before the African Union began."""
    forms = world.organizations.where(form="specialized_agency")

    assert "UNWTO" in forms
    assert "NAM" not in forms
    assert world.organizations == world.organizations.where()
    assert "OAU" in world.organizations.on("1990")
    assert "AU" not in world.organizations.on("1990")
    assert "AU" in world.organizations.on("2010")
    assert "OAU" not in world.organizations.on("2010")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("islamic coop", {"OIC"}),
        ("COOPERATION, Islamic", {"OIC"}),
        ("Organization of the Islamic Conference", {"OIC"}),
        ("nato", {"NATO"}),
        ("unión africana", {"AU"}),
        ("xyzzy", set()),
    ],
)
def test_organizations_by_words_of_their_names(world, text, expected):
    """In any order, in any case, beginnings of words; former names and acronyms as well."""
    found = world.organizations.search(text)

    assert isinstance(found, Organizations)
    assert expected == set(found.ids)


def test_organizations_by_their_ids_elsewhere():
    """And by names in other languages."""
    club = Organization(
        id="CLUB",
        name="Club",
        names=[summitry.Name(text="Le Cercle Été", language="fr")],
        ids={"wikidata": "Q123"},
    )
    organizations = Catalog([club]).organizations

    assert (
        ("CLUB",) == organizations.search("q123").ids == organizations.search("ete").ids
    )


@pytest.mark.parametrize(
    "text, expected",
    [
        ("rep congo", {"COD", "COG"}),
        ("Germany", {"DEU", "DDR"}),
        ("turkiye", {"TUR"}),
        ("FRN", {"FRA"}),
        ("345", {"YUG", "SCG", "SRB"}),
        ("Cote d'Ivoire", {"CIV"}),
        ("zz top", set()),
    ],
)
def test_states_by_words_of_their_names(world, text, expected):
    """By codes, and by the numbers that lists of states give them, as well."""
    found = world.states.search(text)

    assert isinstance(found, States)
    assert expected == {state.code for state in found}


@pytest.mark.parametrize(
    "text, error", [("", InvalidValue), ("…", InvalidValue), (3, WrongType)]
)
def test_what_holds_no_word(world, text, error):
    """It finds neither everything nor nothing: it is refused."""
    for collection in (world.organizations, world.states):
        with pytest.raises(error, match="word"):
            collection.search(text)


def test_summits_by_host_party_person_kind(world):
    """The Movement's summits, by who hosted, came or presided."""
    contact = world.summits.where(kind="contact_group")

    assert "nam-contact-group-2023" in contact
    assert "nam-1961" not in contact
    assert {"YUG"} == {s.host for s in world.summits.hosted_by("Yugoslavia")}
    assert "nam-1961" in world.summits.hosted_by("Yugoslavia")
    assert "nam-contact-group-2023" in world.summits.with_("IAEA")
    assert "nam-contact-group-2023" in world.summits.with_person("Grossi")
    assert "nam-contact-group-2023" in world.summits.with_person("Ilham Aliyev")
    assert world.summits == world.summits.where()


def test_summits_by_modality_and_what_became_of_them(world):
    """The Contact Group first met by video, in May 2020."""
    virtual = world.summits.where(modality="virtual")

    assert "nam-contact-group-2020" in virtual
    assert "nam-contact-group-2023" not in virtual
    assert {"virtual"} == {s.modality for s in virtual}
    assert {"held"} == {s.happened for s in virtual.where(happened="held")}


def _meeting(identifier, other, **fields):
    return BilateralMeeting(
        id=identifier,
        delegations=[
            summitry.Delegation(state="ISL"),
            summitry.Delegation(
                state=other,
                representatives=[summitry.Representative(name=f"Envoy of {other}")],
            ),
        ],
        **fields,
    )


def test_meetings_by_format_modality_and_what_became_of_them():
    """Each word filters alone and with the others."""
    held = _meeting("a", "NOR", format="phone", modality="virtual", since="2000-01-01")
    off = _meeting("b", "DNK", format="phone", happened="cancelled", since="2000-01-02")
    plain = _meeting("c", "FIN")
    meetings = Catalog([held, off, plain]).meetings

    assert ("a", "b") == meetings.where(format="phone").ids
    assert ("a",) == meetings.where(format="phone", modality="virtual").ids
    assert ("b",) == meetings.where(happened="cancelled").ids
    assert meetings == meetings.where()
    assert ("a", "c") == meetings.on("2000-01-01").ids  # of c the day is unknown
    assert ("a",) == meetings.on("2000-01-01", match="certain").ids
    assert ("b",) == meetings.with_person("Envoy of Dnk").ids


def test_meetings_at_a_summit_without_any(world):
    """A summit on whose sidelines nothing is recorded gives none; an unknown one raises."""
    assert 0 == len(world.meetings.at("nam-1961"))
    assert 0 == len(world.meetings.at(world.summits["nam-1961"]))
    with pytest.raises(UnknownRecord, match="nam-contact-group-2023") as caught:
        world.meetings.at("nam-contact-group-2032")
    assert "nam-contact-group-2023" in caught.value.candidates


def test_meetings_at_a_summit_of_another_catalogue():
    """The sidelines are found even where the summit's own record is elsewhere."""
    meetings = Catalog([_meeting("a", "NOR", sidelines_of="elsewhere")]).meetings

    assert ("a",) == meetings.at("elsewhere").ids


def test_a_person_is_found_by_whole_words(world):
    """Part of a name finds its bearer; part of a word does not, nor does nothing."""
    meetings = world.meetings

    assert 1 == len(meetings.with_person("rafael mariano grossi"))
    for wrong in ("Gros", "", "   ", "Nobody Atall"):
        with pytest.raises(UnknownPerson):
            meetings.with_person(wrong)
    with pytest.raises(UnknownPerson, match=r"did you mean .*Rafael Mariano Grossi"):
        meetings.with_person("Grossy")
    with pytest.raises(WrongType):
        meetings.with_person(3)


def test_a_person_of_the_catalogue_who_did_not_meet(world):
    """Someone known from elsewhere gives an empty answer rather than an error."""
    assert 0 == len(world.meetings.with_person("Tito"))


@pytest.mark.parametrize(
    "ask, error, message",
    [
        (lambda w: w.memberships.where(status="obsever"), InvalidValue, "mean observer"),
        (lambda w: w.memberships.where(status=3), WrongType, "3 is an int"),
        (lambda w: w.memberships.where(statu="x"), UnexpectedArgument, "mean status"),
        (lambda w: w.memberships.where("member"), UnexpectedArgument, "keywords only"),
        (lambda w: w.memberships.where(standing="asleep"), InvalidValue, "active"),
        (lambda w: w.memberships.where(entry="x"), InvalidValue, "founded"),
        (lambda w: w.memberships.where(exit="withdraw"), InvalidValue, "mean withdrew"),
        (lambda w: w.chairmanships.where(form="rotatin"), InvalidValue, "rotating"),
        (lambda w: w.organizations.where(form="frum"), InvalidValue, "mean forum"),
        (lambda w: w.summits.where(kind="ordinry"), InvalidValue, "mean ordinary"),
        (lambda w: w.meetings.where(format="fone"), InvalidValue, "mean phone"),
        (lambda w: w.meetings.where(modality="virtal"), InvalidValue, "mean virtual"),
        (lambda w: w.meetings.where(happened="hold"), InvalidValue, "mean held"),
        (lambda w: w.meetings.where(formt="phone"), UnexpectedArgument, "mean format"),
        (lambda w: w.memberships.on("2000", match="all"), InvalidValue, "certain"),
        (lambda w: w.memberships.during("2000/..", match=1), InvalidValue, "certain"),
        (lambda w: w.memberships.on(), UnexpectedArgument, "day"),
        (lambda w: w.meetings.at(7), WrongType, "7 is an int"),
        (lambda w: w.summits.of(None), WrongType, "expected an id or a name"),
        (lambda w: w.organizations["NAMM"], UnknownRecord, "did you mean NAM"),
    ],
)
def test_a_wrong_filter_is_explained(world, ask, error, message):
    """No filter guesses, and none answers a mistake with an empty collection."""
    with pytest.raises(error, match=message):
        ask(world)


# -- ids -----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["organizations", "summits", "meetings", "sources"])
def test_ids(world, name):
    """Records are found by id, the way a dict finds them."""
    records = getattr(world, name)
    first = records.ids[0]

    assert [record.id for record in records] == list(records.ids)
    assert first == records[first].id
    assert records[first] == records.get(first)
    assert first in records
    assert records[first] in records
    assert "no-such-id" not in records
    assert records.get("no-such-id") is None


def test_states_are_found_by_code(world):
    """The id of a state is its code."""
    assert "AZE" == world.states["AZE"].code
    assert "AZE" in world.states.ids


# -- groups and dicts ----------------------------------------------------------


def test_group_by_a_field(world):
    """Groups keep type and order, in the order of first appearance."""
    groups = world.memberships.of("CICA").group_by("status")

    assert {Status.MEMBER, Status.OBSERVER, Status.PARTNER} == set(groups)
    assert all(type(group) is Memberships for group in groups.values())
    assert len(world.memberships.of("CICA")) == sum(map(len, groups.values()))
    assert groups["member"] == world.memberships.of("CICA").where(status="member")


def test_group_by_a_property_or_a_function(world):
    """What a record can compute groups too."""
    cica = world.memberships.of("CICA")

    assert cica.group_by("party") == cica.group_by(lambda m: m.party)
    assert cica.by("KAZ") == cica.group_by("party")["KAZ"]


def test_group_by_a_field_that_is_not_there(world):
    """A typo is answered with the field that was meant; nothing is grouped under None."""
    with pytest.raises(InvalidValue, match="did you mean status"):
        world.memberships.group_by("statuss")
    with pytest.raises(InvalidValue, match="has no 'zzz'"):
        world.memberships.group_by("zzz")
    assert {} == world.memberships.by("USA").of("CICA").filter(lambda m: False).group_by(
        "zzz"
    )


def test_to_dicts(collection):
    """Plain dicts in the canonical shape, one a record."""
    dicts = collection[:5].to_dicts()

    assert [record.to_dict() for record in collection[:5]] == dicts
    assert all(type(each) is dict for each in dicts)


# -- help ----------------------------------------------------------------------


def test_tab_completion_of_ids(world):
    """After an opening bracket a notebook offers the ids."""
    assert "NAM" in world.organizations._ipython_key_completions_()
    assert list(world.summits.ids) == world.summits._ipython_key_completions_()


def test_dir_shows_what_can_be_asked(world):
    """Tab completion finds the filters of a collection and the questions of a catalogue."""
    assert {"of", "by", "on", "during", "where", "one", "states"} <= set(
        dir(world.memberships)
    )
    assert {"members", "chair", "is_member", "summits"} <= set(dir(world))
    assert {"load", "read", "Catalog", "state"} <= set(dir(summitry))
    assert "dateutil" not in dir(world)


def test_filters_that_make_no_sense_are_not_offered(world):
    """Sources do not hold over a time, and summits are not anybody's membership."""
    assert not hasattr(world.sources, "on")
    assert not hasattr(world.states, "of")
    assert not hasattr(world.summits, "by")


def test_it_does_what_a_sequence_does(world):
    """Records have places, and are counted and reversed; it is no Sequence to polars."""
    summits = world.summits
    stranger = attrs.evolve(summits[0], id="another")

    assert 3 == summits.index(summits[3])
    assert (1, 0) == (summits.count(summits[3]), summits.count(stranger))
    assert list(summits)[::-1] == list(reversed(summits))
    assert not isinstance(summits, Sequence)
    with pytest.raises(NotFound, match="there is no such summit here: Summit"):
        summits.index(stranger)


def _public(kind):
    return [
        getattr(kind, name)
        for name in dir(kind)
        if not name.startswith("_") and callable(getattr(kind, name))
    ]


@pytest.mark.parametrize("kind", [Catalog, Collection, *COLLECTIONS.values()])
def test_help_says_what_each_method_does(kind):
    """Every public method has a docstring of its own, and its arguments have names."""
    assert kind.__doc__
    for method in _public(kind):
        assert method.__doc__, method
        assert "kwargs" not in inspect.signature(method).parameters


def test_help_survives_decoration(world):
    """What help() shows of a method that explains wrong keywords is the method."""
    assert "on" in inspect.signature(world.members).parameters
    assert "members of an organization on a day" in world.members.__doc__


# -- what a catalogue is -------------------------------------------------------


def test_a_catalogue_holds_records():
    """Records are counted, iterated in their order, and found."""
    body = Organization(id="CLUB", name="Club")
    spell = MemberState(organization="CLUB", state="ISL")
    catalog = Catalog([spell, body])

    assert 2 == len(catalog)
    assert [spell, body] == list(catalog)
    assert spell in catalog
    assert MemberState(organization="CLUB", state="NOR") not in catalog
    assert Organization(id="CLUB", name="Another name") not in catalog
    assert "CLUB" not in catalog


def test_a_catalogue_of_nothing():
    """An empty catalogue is one, and shows itself."""
    empty = Catalog()

    assert 0 == len(empty)
    assert empty == Catalog([])
    assert "Catalog: 0 records" == repr(empty)
    assert (None, None) == (empty.as_of, empty.version)


@pytest.mark.parametrize("wrong", ["CLUB", None, 3, {"id": "CLUB"}, Organization])
def test_only_records_are_held(wrong):
    """Anything else is refused, and named."""
    with pytest.raises(WrongType, match=r"is no record of a catalogue; expected"):
        Catalog([wrong])


def test_parts_of_records_are_no_records():
    """A place stands in a summit, not in a catalogue."""
    with pytest.raises(WrongType, match="Place"):
        Catalog([summitry.Place(city="Baku")])


def test_sources_of_records(world):
    """The sources of a record are found, each once, in the order of their naming."""
    summit = world.summits["nam-contact-group-2023"]
    sources = world.sources_of(summit, summit)

    assert list(summit.sources) == list(sources.ids)
    assert Sources is type(sources)


def test_sources_that_the_catalogue_does_not_hold(club):
    """A source that is only named is left out."""
    spell = MemberState(organization="CLUB", state="ISL", sources=["nowhere"])

    assert () == club.sources_of(spell).ids
