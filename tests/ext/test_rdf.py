"""Records as RDF, read back, asked in SPARQL and held against their shapes."""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import socket
import subprocess
import sys

from datetime import date, timedelta

import attrs
import pyshacl
import pytest

from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, ORG, OWL, SDO, SKOS, TIME, XSD

import strategies

from small import SMALL
from summitry import (
    Appointment,
    BilateralMeeting,
    Catalog,
    Chair,
    Chairmanship,
    Delegation,
    MemberState,
    Name,
    Organization,
    Outcome,
    Place,
    Representative,
    Source,
    State,
    Summit,
)
from summitry.errors import (
    DuplicateRecord,
    FileError,
    InvalidValue,
    MissingExtra,
    WrongType,
)
from summitry.ext.rdf import context, graph, shapes, to_rdf, write_rdf


SMT = Namespace("urn:summitry:terms/")
EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
FORMATS = {".ttl": "turtle", ".jsonld": "json-ld", ".nt": "nt"}
NOBODY = Catalog()

FEW = settings(max_examples=10)
"""A graph of a catalogue is a thousand triples and more, and slow to read back."""

# rdflib's own parser of JSON-LD still uses what rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")

MEMBERS = """
    SELECT ?member WHERE {
        ?membership org:organization ?body; org:role ?status; org:member ?member;
            org:memberDuring ?spell.
        OPTIONAL { ?spell time:hasBeginning/smt:earliest ?since }
        OPTIONAL { ?spell time:hasEnd/smt:latest ?until }
        FILTER ((!BOUND(?since) || ?since <= ?day) && (!BOUND(?until) || ?until >= ?day))
    }"""
"""Who may have been a member on a day: the question of Catalog.members, in SPARQL."""


def one(node):
    """The IRI of a record in a graph of the usual base."""
    return URIRef(f"urn:summitry:{node}")


def asked(of, body, day, status="member"):
    """The codes and ids that SPARQL finds, those of organizations in a set of their own."""
    found = of.query(
        MEMBERS,
        initBindings={
            "body": one(f"organization/{body}"),
            "status": one(f"status/{status}"),
            "day": Literal(day, datatype=XSD.date),
        },
    )
    keys = [str(row.member).removeprefix("urn:summitry:").split("/") for row in found]
    return (
        sorted(key for kind, key in keys if kind == "state"),
        sorted(key for kind, key in keys if kind == "organization"),
    )


def written(of, suffix, folder, **options):
    """The graph that is in a file of records."""
    file = folder / f"graph{suffix}"
    write_rdf(of, file, **options)
    return Graph().parse(file, format=FORMATS[suffix])


def complaints(of):
    """What the shapes have to say against a graph."""
    shaped = Graph().parse(data=shapes(), format="turtle")
    good, _, text = pyshacl.validate(of, shacl_graph=shaped, inference="none")
    return "" if good else text


@pytest.fixture(scope="module")
def small():
    """A graph of every noun and nearly every field."""
    return to_rdf(SMALL)


# -- the same answers ----------------------------------------------------------------


@pytest.fixture(scope="module")
def memberships(world):
    """The graph of the memberships of some bodies."""
    bodies = ["NAM", "CICA", "OAS", "EU", "G20"]
    return to_rdf([spell for body in bodies for spell in world.memberships.of(body)])


def test_who_was_a_member_on_a_day(memberships, world):
    """The 120 members of the Baku summit, and the observers, organizations among them."""
    states, organizations = asked(memberships, "NAM", "2023-03-02")

    assert 120 == len(states)
    assert [] == organizations
    assert sorted(world.members("NAM", on="2023-03-02").states) == states
    states, organizations = asked(memberships, "NAM", "2023-03-02", "observer")
    assert (18, 10) == (len(states), len(organizations))


@pytest.mark.filterwarnings("ignore::summitry.CoverageWarning")
@pytest.mark.parametrize("body", ["NAM", "CICA", "OAS", "EU", "G20"])
def test_the_graph_answers_as_the_library_does(memberships, world, body):
    """On many days, partly known beginnings and ends included."""
    days = random.Random(body).sample(range(40_000), 8)  # noqa: S311 - the same each time
    for day in [date(1915, 1, 1) + timedelta(days=number) for number in days]:
        found = world.memberships.of(body).where(status="member").on(day)
        expected = (sorted(found.states), sorted(found.organizations))
        assert expected == asked(memberships, body, day.isoformat())


@FEW
@given(strategies.catalogs(most=2), st.dates())
def test_any_catalogue_answers_as_the_library_does(catalog, day):
    """Whatever is known of its dates."""
    made = to_rdf(catalog)
    for body in catalog.organizations:
        spells = catalog.memberships.of(body).where(status="member").on(day)
        states = sorted(s.state for s in spells if isinstance(s, MemberState))
        bodies = sorted(s.party for s in spells if not isinstance(s, MemberState))
        assert (states, bodies) == asked(made, body.id, day.isoformat())


def test_who_presided(world):
    """A chairmanship is a membership of its own role, by its persons too."""
    term = world.chair("NAM", on="2023-03-02")
    made = to_rdf([term])
    node = one("chairmanship/NAM/AZE/-/2019-10-25")

    assert one("state/AZE") == made.value(node, ORG.member)
    assert one("role/chair") == made.value(node, ORG.role)
    assert one("post/NAM/chair") == made.value(node, SMT.post)
    (part,) = made.objects(node, DCTERMS.hasPart)
    person = made.value(part, ORG.member)
    assert "Ilham Aliyev" == str(made.value(person, SDO.name))
    assert made.value(node, ORG.memberDuring) == made.value(part, ORG.memberDuring)


def test_who_holds_a_post_is_who_holds_it_still(world):
    """It is a claim without a date: nobody is said to hold what they held once."""
    made = to_rdf([*world.chairmanships.of("NAM"), *world.appointments.of("IAEA")])
    holders = {
        str(made.value(holder, SKOS.prefLabel | SDO.name))
        for holder in made.subjects(ORG.holds, None)
    }

    assert {"Uganda", "Rafael Mariano Grossi"} == holders


def test_a_chair_of_a_part_of_a_term():
    """A person's own dates go before those of the term."""
    term = Chairmanship(
        organization="CLUB",
        chair_organization="UNION",
        since="2000",
        chairs=[Chair(name="A", since="2001"), Chair(name="B", until="2000-06")],
    )
    made = to_rdf([term], catalog=NOBODY)
    node = one("chairmanship/CLUB/-/UNION/2000")

    assert one("organization/UNION") == made.value(node, ORG.member)
    spells = [
        made.value(URIRef(f"{node}/chair/{number}"), ORG.memberDuring)
        for number in (1, 2)
    ]
    assert [one("period/2001--open"), one("period/open--2000-06")] == spells


def test_who_held_a_post(world):
    """An appointment is a membership, whose post others may hold."""
    grossi = world.head("IAEA", on="2023-03-02")
    made = to_rdf([grossi])
    (node,) = made.subjects(SMT.post, None)
    person = made.value(node, ORG.member)

    assert "Rafael Mariano Grossi" == str(made.value(person, SDO.name))
    assert one("state/ARG") == made.value(person, SDO.nationality)
    assert one("level/head_of_organization") == made.value(node, ORG.role)
    assert made.value(person, ORG.holds) == made.value(node, SMT.post)
    assert one("organization/IAEA") == made.value(made.value(node, SMT.post), ORG.postIn)


def test_a_summit_and_its_sidelines(world):
    """Who was there, where and when; a meeting beside it leads to it."""
    made = to_rdf(world.meetings)
    baku = one("summit/nam-contact-group-2023")

    assert 7 == len(set(made.subjects(SDO.superEvent, baku)))
    assert Literal("2023-03-02", datatype=XSD.date) == made.value(baku, SDO.startDate)
    assert one("organization/NAM") == made.value(baku, SDO.organizer)
    assert one("state/AZE") == made.value(baku, SMT.host)
    place = made.value(baku, SDO.location)
    assert ["Baku", one("state/AZE")] == [
        str(made.value(place, SDO.name)),
        made.value(place, SDO.containedInPlace),
    ]
    attended = {str(state) for state in made.objects(baku, SDO.attendee)}
    parties = world.summits["nam-contact-group-2023"].delegations
    assert attended == {
        one(
            f"state/{d.state}" if d.state else f"organization/{d.organization}"
        ).toPython()
        for d in parties
    }
    meeting = one("bilateral-meeting/cica-chn-baku-2023")
    assert "CICA – China" == str(made.value(meeting, SDO.name))
    assert Literal("2023-03", datatype=EDTF) == made.value(meeting, SDO.startDate)


# -- what is in it -------------------------------------------------------------------


def test_a_partly_known_date(small):
    """It is EDTF text, with the days between which it lies; an unknown one has neither."""
    month, unknown, day = (
        one(f"date/{text}") for text in ("1961-09", "XXXX", "2001-05-05")
    )

    assert Literal("1961-09", datatype=EDTF) == small.value(month, SMT.inEDTF)
    bounds = [small.value(month, end) for end in (SMT.earliest, SMT.latest)]
    assert ["1961-09-01", "1961-09-30"] == list(map(str, bounds))
    assert {TIME.Instant} == set(small.objects(unknown, RDF.type))
    assert [] == list(small.objects(unknown, SMT.earliest | SMT.latest))
    assert "2001-05-05" == str(small.value(day, TIME.inXSDDate))
    assert None is small.value(day, SMT.inEDTF)


def test_an_organization(small):
    """Its names, what it is part of, what it follows, its ids, what is complete."""
    club = one("organization/CLUB")

    assert {Literal("Le Club", lang="fr"), Literal("TC"), Literal("1e5")} == set(
        small.objects(club, SKOS.altLabel)
    )
    assert URIRef("http://www.wikidata.org/entity/Q83201") == small.value(
        club, OWL.sameAs
    )
    assert one("organization/UNION") == small.value(club, ORG.subOrganizationOf)
    assert one("organization/LEAGUE") == small.value(club, DCTERMS.replaces)
    assert "1961-09-01" == str(small.value(club, SDO.foundingDate))
    (cow,) = small.objects(club, SDO.identifier)
    assert ["cow", "0x1f"] == [
        str(small.value(cow, each)) for each in (SDO.propertyID, SDO.value)
    ]
    covered = small.value(club, SMT.coverage)
    assert one("coverage-of/members") == small.value(covered, DCTERMS.type)
    assert one("period/1961--2020-12-31") == small.value(covered, TIME.hasTime)
    assert {one("source/charter"), one("source/press-2001")} == set(
        small.objects(club, DCTERMS.source)
    )
    assert "as: told, at the time" == str(small.value(club, SKOS.note))


def test_a_treaty_organization_is_a_formal_one(world, small):
    """A movement is an organization, and no more is claimed."""
    made = to_rdf([world.organization("UN"), world.organization("NAM")])

    assert (one("organization/UN"), RDF.type, ORG.FormalOrganization) in made
    assert (one("organization/NAM"), RDF.type, ORG.FormalOrganization) not in made
    assert (one("organization/NAM"), RDF.type, ORG.Organization) in made


def test_a_state(small, world):
    """Its codes with their times, what it followed, its names with theirs."""
    made = to_rdf([world.states["YUG"]])
    yugoslavia = one("state/YUG")

    assert "Yugoslavia" == str(made.value(yugoslavia, SKOS.prefLabel))
    assert set(made.objects(yugoslavia, DCTERMS.isReplacedBy))
    azure = one("state/AAA")
    assert one("state/FRA") == small.value(azure, SDO.containedInPlace)
    assert one("period/19XX--1999-12-31") == small.value(azure, SMT.existed)
    french = URIRef(f"{azure}/name/1")
    assert one("period/1900--1950-06") == small.value(french, TIME.hasTime)
    number = URIRef(f"{azure}/id/cow/221/1900--open")
    assert one("period/1900--open") == small.value(number, TIME.hasTime)
    assert URIRef("http://www.wikidata.org/entity/Q1") == small.value(azure, OWL.sameAs)


def test_words_of_vocabularies_are_concepts(small):
    """With a label, in the scheme of their kind; those used, whatever the base."""
    other = to_rdf(SMALL, base="https://data.example.org/")
    for made in (small, other):
        word = one("standing/suspended")
        assert one("standing") == made.value(word, SKOS.inScheme)
        assert Literal("suspended", lang="en") == made.value(word, SKOS.prefLabel)
        assert (one("status/observer"), RDF.type, ORG.Role) in made
        assert (one("status/guest"), RDF.type, None) not in made
        assert Literal("coverage of", lang="en") == made.value(
            one("coverage-of"), SKOS.prefLabel
        )


def test_people_of_one_name_are_not_one(small):
    """Each record has its own person; only an id says that two are the same."""
    persons = set(small.subjects(SDO.name, Literal("Jón Jónsson")))

    assert 2 == len(persons)
    assert {URIRef("http://www.wikidata.org/entity/Q42")} == {
        small.value(person, OWL.sameAs) for person in persons
    }
    made = to_rdf(
        [
            Appointment(
                name="A",
                organization="CLUB",
                post="Head",
                person_id="vip: 1",
                since="2000",
            )
        ]
    )
    person = one("appointment/CLUB/Head/A/substantive/2000/person")
    assert "vip: 1" == str(made.value(person, DCTERMS.identifier))


def test_the_head_of_a_delegation_is_the_first(small):
    """In order, since a graph has none of its own."""
    iceland = one("summit/club-2001/delegation/1")

    assert ["Jón Jónsson", "Y"] == [
        str(small.value(person, SDO.name))
        for person in sorted(
            small.objects(iceland, SMT.representative),
            key=lambda person: small.value(person, SDO.position).toPython(),
        )
    ]


@pytest.mark.parametrize(
    "happened, status",
    [
        ("planned", SDO.EventScheduled),
        ("postponed", SDO.EventPostponed),
        ("cancelled", SDO.EventCancelled),
        ("held", None),
    ],
)
def test_what_became_of_a_meeting(happened, status):
    """In the words of schema.org, which has none for what was held."""
    made = to_rdf([Summit(id="s", name="S", happened=happened)], catalog=NOBODY)

    assert status == made.value(one("summit/s"), SDO.eventStatus)
    assert one(f"happened/{happened}") == made.value(one("summit/s"), SMT.happened)


def test_as_of_when_it_holds(small):
    """What has no end went on on that day, and after it perhaps."""
    assert "2024-05-31" == str(small.value(one("catalog"), SMT.asOf))
    assert "7" == str(small.value(one("catalog"), OWL.versionInfo))


def test_what_is_not_known_is_named_all_the_same():
    """A body, a summit, a state or a source that the catalogue does not hold."""
    met = BilateralMeeting(
        id="m",
        delegations=[Delegation(state="NOR"), Delegation(organization="LAKES")],
        sidelines_of="lakes-2024",
        sources=["lost"],
    )
    own = State(code="AAA", name="A", succeeds=["AAB"])
    made = to_rdf([met, own], catalog=NOBODY)

    for node, kind, key in [
        ("organization/LAKES", ORG.Organization, "LAKES"),
        ("summit/lakes-2024", SDO.Event, "lakes-2024"),
        ("state/AAB", SDO.Country, "AAB"),
        ("source/lost", SDO.CreativeWork, "lost"),
    ]:
        expected = {(RDF.type, kind), (DCTERMS.identifier, Literal(key))}
        assert expected == set(made.predicate_objects(one(node)))
    assert "Norway" == str(made.value(one("state/NOR"), SKOS.prefLabel))
    assert "" == complaints(made)


def test_the_records_given_go_before_those_of_the_catalogue(world):
    """A state of one's own making keeps its own name, in whatever order it comes."""
    own = State(code="AZE", name="Azərbaycan")
    spell = world.memberships.by("AZE").of("NAM")[0]
    for records in ([spell, own], [own, spell]):
        made = to_rdf(records, catalog=world)
        assert [Literal("Azərbaycan", lang="en")] == list(
            made.objects(one("state/AZE"), SKOS.prefLabel)
        )
    made = to_rdf(Catalog([spell, own]), catalog=world)
    assert "Azərbaycan" == str(made.value(one("state/AZE"), SKOS.prefLabel))
    assert "Non-Aligned Movement" == str(
        made.value(one("organization/NAM"), SKOS.prefLabel)
    )


# -- IRIs and text -------------------------------------------------------------------


def test_a_base_of_ones_own():
    """Records are named under it; words, which are the library's, are not."""
    made = to_rdf(SMALL, base="https://data.example.org/diplomacy#")
    mine = {node for node in made.subjects() if str(node).startswith("https://data.")}

    assert URIRef("https://data.example.org/diplomacy#organization/CLUB") in mine
    others = {str(node) for node in made.subjects()} - set(map(str, mine))
    assert all(node.startswith("urn:summitry:") for node in others)
    vocabularies = {node.split(":")[2].split("/")[0] for node in others}
    assert not vocabularies & {"organization", "state", "summit", "period", "date"}


@pytest.mark.parametrize(
    "base",
    [
        "",
        "data",
        "https://data.example.org",
        "https://data.example.org/a b/",
        "https://data.example.org/<script>/",
        "https://data.example.org/%zz/",
        "urn:summitry:\n",
        "/",
        3,
        None,
    ],
)
def test_what_cannot_begin_an_iri(base):
    """It is refused, for every IRI would be wrong."""
    with pytest.raises(InvalidValue, match="no beginning of an IRI"):
        to_rdf(SMALL, base=base)


@pytest.mark.parametrize(
    "name", ["..", ".", "../../etc", "a/b", "<x>", "%2e%2e", "é", "#"]
)
def test_hostile_names_lead_nowhere_else(name):
    """In an IRI, a name is one segment, and names that differ give IRIs that do."""
    records = [
        Appointment(name=name, organization="CLUB", post=name, since="2000"),
        Summit(id="s", name=name, place=Place(city=name)),
    ]
    made = to_rdf(records, catalog=NOBODY)
    nodes = {str(node) for node in made.subjects()}

    for node in nodes:
        assert re.fullmatch(r"urn:summitry:[A-Za-z0-9/._~%-]+", node)
        assert not {"", ".", ".."} & set(node.split("/"))
    assert 8 == max(len(node.split("/")) for node in nodes if "/person" in node) + 1
    assert name in {str(text) for text in made.objects(None, SDO.name)}


@pytest.mark.parametrize(
    "url, expected",
    [
        ("https://example.org/a?b=1#c", URIRef("https://example.org/a?b=1#c")),
        ("https://example.org/'\">", URIRef("https://example.org/'%22%3E")),
        (
            "https://example.org/{é}|\\^`",
            URIRef("https://example.org/%7Bé%7D%7C%5C%5E%60"),
        ),
        ("https://[", Literal("https://[", datatype=XSD.anyURI)),
    ],
)
def test_an_address_is_an_iri_if_it_can_be_one(url, expected, tmp_path):
    """What an IRI cannot hold is percent-encoded; what is none stays text."""
    record = Source(id="s", title="A paper", url=url)

    assert expected == to_rdf([record]).value(one("source/s"), SDO.url)
    for suffix in FORMATS:
        found = written([record], suffix, tmp_path)
        assert expected == found.value(one("source/s"), SDO.url)


@pytest.mark.parametrize("key", ["Q", "Q0", "Q12 .", "Q1> <urn:x", "https://x/Q1", "Q１"])
def test_what_is_no_wikidata_item_is_not_the_same_as_one(key):
    """It is an identifier like any other."""
    records = [
        Organization(id="CLUB", name="The Club", ids={"wikidata": key}),
        State(code="AAA", name="A", wikidata=key),
        Appointment(name="A", organization="CLUB", post="Head", person_id=key),
    ]
    made = to_rdf(records, catalog=NOBODY)

    assert [] == list(made.subject_objects(OWL.sameAs))
    assert 2 == len(set(made.subjects(SDO.value, Literal(key))))
    assert 1 == len(set(made.subjects(DCTERMS.identifier, Literal(key))))


def test_hostile_text_stays_text(tmp_path):
    """Each format is read back as the graph that was written, whatever a text holds."""
    records = []
    for number, text in enumerate(strategies.HOSTILE_TEXTS):
        records += [
            Appointment(name=text, organization="CLUB", post=text, person_id=text),
            Summit(id=f"s{number}", name=text, place=Place(city=text), topics=[text]),
            Organization(
                id=f"O{number}",
                name=text,
                ids={"x": text, "wikidata": text},
                acronyms=[text],
                names=[Name(text=text, language="sr-Latn-RS", since="1961")],
            ),
        ]
    made = to_rdf(records, catalog=NOBODY)

    for suffix in FORMATS:
        assert set(made) == set(written(records, suffix, tmp_path, catalog=NOBODY))
    found = {str(text) for text in made.objects(None, SDO.name)}
    assert set(strategies.HOSTILE_TEXTS) <= found


@FEW
@given(strategies.catalogs(most=1))
def test_every_catalogue_is_read_back_and_conforms(tmp_path_factory, catalog):
    """The shapes ask for nothing that a record need not have."""
    folder = tmp_path_factory.mktemp("rdf")
    made = to_rdf(catalog)

    for suffix in FORMATS:
        assert set(made) == set(written(catalog, suffix, folder))
    assert "" == complaints(made)
    chairs = sum(len(term.chairs) for term in catalog.chairmanships)
    spells = (catalog.memberships, catalog.chairmanships, catalog.appointments)
    assert chairs + sum(map(len, spells)) == len(
        set(made.subjects(RDF.type, ORG.Membership))
    )
    met = set(made.subjects(SMT.happened, None))
    assert len(catalog.summits) + len(catalog.meetings) == len(met)


# -- files ---------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_is_read_back(suffix, small, tmp_path):
    """By rdflib, in each format: the very same graph."""
    found = written(SMALL, suffix, tmp_path)

    assert isomorphic(small, found)
    assert set(small) == set(found)


def test_json_ld_and_turtle_are_the_same_graph(world, tmp_path):
    """Of bundled records too."""
    records = [*world.memberships.of("CICA")[:5], *world.meetings[:1]]
    turtle, json_ld = (written(records, each, tmp_path) for each in (".ttl", ".jsonld"))

    assert isomorphic(turtle, json_ld)


def test_json_ld_brings_its_context(small, tmp_path, monkeypatch):
    """Nothing is fetched, neither in writing nor in reading."""

    def refused(*args, **kwargs):
        pytest.fail("somebody opened a connection")

    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr(socket, "create_connection", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)

    assert set(small) == set(written(SMALL, ".jsonld", tmp_path))
    document = json.loads((tmp_path / "graph.jsonld").read_text(encoding="utf-8"))
    assert context()["@context"] == document["@context"]
    assert all(not isinstance(each, list) for each in context()["@context"].values())
    shaped = Graph().parse(data=shapes(), format="turtle")
    assert [] == list(shaped.objects(None, OWL.imports))


def test_json_ld_is_plain_to_read(tmp_path):
    """Each word is in the context: what is left are no prefixed names."""
    write_rdf(SMALL, tmp_path / "graph.jsonld")
    nodes = json.loads((tmp_path / "graph.jsonld").read_text("utf-8"))["@graph"]

    assert set() == {key for node in nodes for key in node if ":" in key}
    (spell,) = (
        n for n in nodes if n["@id"].startswith("urn:summitry:member-state/CLUB/NOR")
    )
    assert {
        "@id": "urn:summitry:member-state/CLUB/NOR/other/suspended/1961-09",
        "@type": "Membership",
        "organization": "urn:summitry:organization/CLUB",
        "member": "urn:summitry:state/NOR",
        "role": "urn:summitry:status/other",
        "statusLabel": "friend of the chair",
        "standing": "urn:summitry:standing/suspended",
        "entry": "urn:summitry:entry/acceded",
        "exit": "urn:summitry:exit/status_changed",
        "memberDuring": "urn:summitry:period/1961-09--%5B2001-02-03..%5D",
        "source": ["urn:summitry:source/charter", "urn:summitry:source/press-2001"],
        "note": "as: told, at the time",
    } == spell


def test_the_context_and_the_graph_have_the_same_prefixes():
    """The one is a file, the other code."""
    held = context()["@context"]

    assert {prefix: str(name) for prefix, name in graph.PREFIXES.items()} == {
        key: value
        for key, value in held.items()
        if isinstance(value, str) and value.endswith(("/", "#"))
    }


def test_the_same_records_give_the_same_bytes(tmp_path):
    """In whatever order they come, and in another process."""
    backwards = Catalog(reversed(list(SMALL)), as_of=SMALL.as_of, version=SMALL.version)
    program = (
        "import sys; sys.path[:0] = ['tests']\n"
        "from small import SMALL\n"
        "from summitry.ext.rdf import write_rdf\n"
        "for suffix in ('.ttl', '.jsonld', '.nt'):\n"
        "    write_rdf(SMALL, sys.argv[1] + '/other' + suffix)\n"
    )
    subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7"},
    )
    for suffix in FORMATS:
        write_rdf(SMALL, tmp_path / f"one{suffix}")
        write_rdf(backwards, tmp_path / f"two{suffix}")
        data = (tmp_path / f"one{suffix}").read_bytes()
        assert data == (tmp_path / f"two{suffix}").read_bytes()
        assert data == (tmp_path / f"other{suffix}").read_bytes()


def test_a_compressed_file(tmp_path):
    """Its name says both."""
    write_rdf(SMALL, tmp_path / "a.TTL.gz")
    write_rdf(SMALL, tmp_path / "a.ttl")

    assert gzip.decompress((tmp_path / "a.TTL.gz").read_bytes()) == (
        (tmp_path / "a.ttl").read_bytes()
    )


@pytest.mark.parametrize("name", ["a.rdf", "a", "a.gz", "a.json", ".ttl"])
def test_a_name_that_says_no_format(name, tmp_path):
    """Those that there are are named."""
    with pytest.raises(FileError, match=r"does not say its format: .*\.jsonld or \.nt"):
        write_rdf(SMALL, tmp_path / name)


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    """What was there stays, if what is to be written is wrong."""
    file = tmp_path / "a.ttl"
    file.write_text("as it was")

    with pytest.raises(WrongType):
        write_rdf([*SMALL, "one more"], file)
    assert "as it was" == file.read_text()
    assert [file] == list(tmp_path.iterdir())


# -- shapes --------------------------------------------------------------------------


def test_a_sample_of_the_bundled_catalogue_conforms(world):
    """Some organizations, with all that there is about them."""
    bodies = ["CICA", "IAEA"]
    records = [
        record
        for body in bodies
        for records in (
            [world.organization(body)],
            world.memberships.of(body),
            world.chairmanships.of(body),
            world.appointments.of(body),
            world.summits.of(body),
        )
        for record in records
    ]

    assert "" == complaints(to_rdf([*records, *world.meetings]))


def test_the_shapes_are_shapes():
    """They are valid SHACL themselves."""
    shaped = Graph().parse(data=shapes(), format="turtle")
    good, _, text = pyshacl.validate(
        Graph(), shacl_graph=shaped, meta_shacl=True, inference="none"
    )

    assert good, text


SPELL = one("member-state/CLUB/NOR/other/suspended/1961-09")
SUMMIT = one("summit/club-2001")


@pytest.mark.parametrize(
    "wrong",
    [
        lambda g: g.remove((SPELL, ORG.organization, None)),
        lambda g: g.remove((SPELL, ORG.role, None)),
        lambda g: g.set((SPELL, ORG.member, Literal("Norway"))),
        lambda g: g.set((SPELL, ORG.member, one("state/NOWHERE"))),
        lambda g: g.add((SPELL, ORG.member, one("state/ISL"))),
        lambda g: g.set((SPELL, ORG.memberDuring, one("date/1961-09"))),
        lambda g: g.set((SUMMIT, SDO.startDate, Literal("2001"))),
        lambda g: g.set(
            (SUMMIT, SDO.startDate, Literal("2001-02-30x", datatype=XSD.date))
        ),
        lambda g: g.remove((SUMMIT, SDO.name, None)),
        lambda g: g.set((SUMMIT, SDO.organizer, one("state/NOR"))),
        lambda g: g.remove((URIRef(f"{SUMMIT}/delegation/1"), SMT.party, None)),
        lambda g: g.set((one("organization/CLUB"), OWL.sameAs, URIRef("urn:x"))),
        lambda g: g.set((one("organization/CLUB"), DCTERMS.identifier, Literal("club"))),
        lambda g: g.remove((one("state/NOR"), DCTERMS.identifier, None)),
        lambda g: g.set(
            (one("date/1961-09"), SMT.latest, Literal("1961-08-31", datatype=XSD.date))
        ),
        lambda g: g.remove((one("date/1961-09"), SMT.inEDTF, None)),
        lambda g: g.set((one("period/2000--2001"), TIME.hasEnd, one("date/1961-09"))),
        lambda g: g.remove((one("status/other"), SKOS.inScheme, None)),
        lambda g: g.remove((one("source/charter"), RDF.type, None)),
        lambda g: g.remove((one("post/CLUB/chair"), ORG.postIn, None)),
    ],
)
def test_a_graph_that_is_broken_does_not_conform(wrong):
    """Each thing that is wrong is found."""
    made = to_rdf(SMALL)
    before = set(made)
    wrong(made)

    assert set(made) != before
    assert complaints(made)


# -- what is wrong -------------------------------------------------------------------


@pytest.mark.parametrize("records", ["NAM", 3, None, ["NAM"], [Place(city="Baku")]])
def test_what_is_no_record(records):
    """It is refused, never left out."""
    with pytest.raises(WrongType):
        to_rdf(records)


def test_a_record_of_a_subclass():
    """What it has beyond its base would be lost."""

    class Better(Summit):
        pass

    with pytest.raises(InvalidValue, match="a Better cannot be put in a graph"):
        to_rdf([Better(id="s", name="S")])


def test_two_of_one_identity():
    """They would be one node."""
    with pytest.raises(DuplicateRecord):
        to_rdf([Summit(id="s", name="S"), Summit(id="s", name="T")])


def test_a_catalogue_that_is_none():
    """What records refer to is looked up in nothing else."""
    with pytest.raises(WrongType, match="expected a Catalog"):
        to_rdf(SMALL, catalog=[])


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_empty_graph(suffix, tmp_path):
    """It says only what it is a part of."""
    assert 1 == len(written([], suffix, tmp_path, catalog=NOBODY))


def test_without_rdflib(monkeypatch, tmp_path):
    """The error says which extra to install; what is shipped is at hand without it."""
    monkeypatch.setitem(sys.modules, "rdflib", None)

    with pytest.raises(MissingExtra, match=r"RDF needs.*summitry\[rdf\]"):
        to_rdf(SMALL)
    with pytest.raises(MissingExtra):
        write_rdf(SMALL, tmp_path / "a.ttl")
    assert context()
    assert shapes()


def test_outcomes_and_people_need_say_no_more_than_they_do():
    """A title alone, a name alone."""
    record = Summit(
        id="s",
        name="S",
        outcomes=[Outcome(title="Declaration")],
        delegations=[Delegation(state="NOR", representatives=[Representative(name="Y")])],
    )
    made = to_rdf([attrs.evolve(record)], catalog=NOBODY)
    node = one("summit/s/outcome/1")

    assert {RDF.type, DCTERMS.title} == set(made.predicates(node, None))
    assert "" == complaints(made)
