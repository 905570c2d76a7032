"""Records as the nodes of a graph, in the words of W3C ORG, schema.org, SKOS and OWL-Time.

Every node has an IRI that follows from its record, so that two graphs of the same records
are the same triples and two catalogues can be merged. There are no blank nodes.
"""

from __future__ import annotations

import re

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote, urlsplit

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import (
    DC,
    DCTERMS,
    FOAF,
    ORG,
    OWL,
    RDF,
    SDO,
    SKOS,
    TIME,
    XSD,
)

from summitry.errors import InvalidValue
from summitry.model import (
    Appointment,
    BilateralMeeting,
    Chairmanship,
    Delegation,
    Happened,
    Level,
    MemberOrganization,
    MemberState,
    Modality,
    Organization,
    OrganizationForm,
    Source,
    Status,
    Summit,
)
from summitry.states import State
from summitry.values import PartialDate, Record


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from summitry.catalog import Catalog
    from summitry.model import Membership, Place
    from summitry.values import Name, Period, Spell


R = TypeVar("R", bound=Record)

VOCABULARY = "urn:summitry:"
"""Under which the words of the library's vocabularies are, whatever the base of a graph."""

TERMS = Namespace("urn:summitry:terms/")
"""The properties for which there is no common word."""

SKOSXL = Namespace("http://www.w3.org/2008/05/skos-xl#")
EDTF = Namespace("http://id.loc.gov/datatypes/edtf/")
WIKIDATA = Namespace("http://www.wikidata.org/entity/")

PREFIXES: Mapping[str, Any] = {
    "dc": DC,
    "dcterms": DCTERMS,
    "edtf": EDTF,
    "foaf": FOAF,
    "org": ORG,
    "owl": OWL,
    "schema": SDO,
    "skos": SKOS,
    "skosxl": SKOSXL,
    "smt": TERMS,
    "time": TIME,
    "wd": WIKIDATA,
    "xsd": XSD,
}
"""The prefixes by which namespaces are written."""

_FORMAL = {OrganizationForm.TREATY_ORGANIZATION, OrganizationForm.SPECIALIZED_AGENCY}
_EVENT_STATUSES = {
    Happened.PLANNED: SDO.EventScheduled,
    Happened.POSTPONED: SDO.EventPostponed,
    Happened.CANCELLED: SDO.EventCancelled,
}
_ATTENDANCE_MODES = {
    Modality.IN_PERSON: SDO.OfflineEventAttendanceMode,
    Modality.VIRTUAL: SDO.OnlineEventAttendanceMode,
    Modality.HYBRID: SDO.MixedEventAttendanceMode,
}

_ITEM = re.compile(r"Q[1-9][0-9]*", re.ASCII)
_NOT_IN_IRIS = re.compile(r'[\x00-\x20<>"{}|\\^`]')
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Role(StrEnum):
    """What a party or a person is, where that is no status of a member."""

    CHAIR = "chair"
    CHAIRPERSON = "chairperson"


class Writer:
    """Makes the graph of records, and of what they refer to.

    Args:
        catalog: Where what records refer to by id is looked up.
        base: What the IRIs of records begin with.
    """

    def __init__(self, catalog: Catalog, base: str) -> None:
        self._graph = Graph(bind_namespaces="none")
        for prefix, namespace in PREFIXES.items():
            self._graph.bind(prefix, namespace)
        self._catalog = catalog
        self._base = base
        self._made: set[URIRef] = set()
        self._waiting: list[Record] = []
        self._writers: dict[type[Record], Callable[[Any, URIRef], None]] = {
            Organization: self._organization,
            State: self._state,
            MemberState: self._membership,
            MemberOrganization: self._membership,
            Chairmanship: self._chairmanship,
            Appointment: self._appointment,
            Summit: self._summit,
            BilateralMeeting: self._meeting,
            Source: self._source,
        }

    def write(self, records: Iterable[Record]) -> Graph:
        """Return the graph of records, and of what they refer to, as far as it is known."""
        self._dataset()
        for record in records:
            self._waiting.append(record)
            while self._waiting:
                self._record(self._waiting.pop())
        return self._graph

    # -- nouns -----------------------------------------------------------------------

    def _dataset(self) -> None:
        """Say as of when what has no end still holds."""
        node = URIRef(f"{self._base}catalog")
        self._say(node, RDF.type, SDO.Dataset)
        self._say(node, OWL.versionInfo, self._catalog.version)
        self._say(node, TERMS.asOf, self._catalog.as_of)

    def _record(self, record: Record) -> None:
        node = self._node_of(record)
        if node in self._made:
            return
        self._made.add(node)
        write = self._writers.get(type(record))
        if write is None:
            message = (
                f"a {type(record).__name__} cannot be put in a graph: what it has beyond "
                "the types of the library would be lost"
            )
            raise InvalidValue(message, value=record)
        write(record, node)
        sources: Iterable[str] = getattr(record, "sources", ())
        self._say(node, DCTERMS.source, *map(self._source_of, sources))
        self._say(node, SKOS.note, getattr(record, "note", None))

    def _organization(self, record: Organization, node: URIRef) -> None:
        self._say(node, RDF.type, ORG.Organization)
        if record.form in _FORMAL:
            self._say(node, RDF.type, ORG.FormalOrganization)
        self._say(node, DCTERMS.identifier, record.id)
        self._names(node, record.name, record.names)
        self._say(node, SKOS.altLabel, *record.acronyms)
        self._say(node, ORG.classification, record.form)
        self._say(node, SDO.foundingDate, record.since)
        self._say(node, SDO.dissolutionDate, record.until)
        if record.part_of is not None:
            self._say(node, ORG.subOrganizationOf, self._body(record.part_of))
        self._say(node, DCTERMS.replaces, *map(self._body, record.preceded_by))
        if record.seat is not None:
            self._say(node, SDO.location, self._place(record.seat))
        self._say(node, SDO.url, _address(record.website))
        for scheme, value in record.ids.items():
            if scheme == "wikidata" and _ITEM.fullmatch(value):
                self._say(node, OWL.sameAs, WIKIDATA[value])
            else:
                self._identifier(node, scheme, value)
        covered = self._each(node, "coverage", TERMS.coverage, record.coverage)
        for part, coverage in covered:
            self._say(part, DCTERMS.type, coverage.of)
            self._say(part, TIME.hasTime, self._period(coverage.period))
        self._say(node, TERMS.reviewed, record.reviewed)

    def _state(self, record: State, node: URIRef) -> None:
        self._say(node, RDF.type, SDO.Country, FOAF.Agent)
        self._say(node, DCTERMS.identifier, record.code)
        self._names(node, record.name, record.names)
        for spell in record.existed:
            self._say(node, TERMS.existed, self._period(spell.period))
        if record.territory_of is not None:
            within = self._country(record.territory_of)
            self._say(node, SDO.containedInPlace, within)
        self._say(node, DCTERMS.replaces, *map(self._country, record.succeeds))
        self._say(node, DCTERMS.isReplacedBy, *map(self._country, record.succeeded_by))
        self._identifier(node, "iso_3166_1_alpha_2", record.alpha_2)
        self._identifier(node, "iso_3166_1_alpha_3", record.alpha_3)
        self._identifier(node, "iso_3166_1_numeric", record.numeric)
        self._identifier(node, "iso_3166_3_alpha_4", record.alpha_4)
        self._identifier(node, "cow_abbreviation", record.cow_abbreviation)
        for code in record.former_codes:
            self._identifier(node, "former_code", code)
        for number in record.cow_numbers:
            self._identifier(node, "cow", str(number.number), number)
        for number in record.gw_numbers:
            self._identifier(node, "gw", str(number.number), number)
        if record.wikidata is not None and _ITEM.fullmatch(record.wikidata):
            self._say(node, OWL.sameAs, WIKIDATA[record.wikidata])
        else:
            self._identifier(node, "wikidata", record.wikidata)

    def _membership(self, record: Membership, node: URIRef) -> None:
        self._say(node, RDF.type, ORG.Membership)
        self._say(node, ORG.organization, self._body(record.organization))
        if isinstance(record, MemberState):
            self._say(node, ORG.member, self._country(record.state))
        else:
            self._say(node, ORG.member, self._body(record.party))
        self._say(node, ORG.role, record.status)
        self._say(node, TERMS.statusLabel, record.status_label)
        self._say(node, TERMS.standing, record.standing)
        self._say(node, TERMS.entry, record.entry)
        self._say(node, TERMS.exit, record.exit)
        self._say(node, ORG.memberDuring, self._period(record.period))

    def _chairmanship(self, record: Chairmanship, node: URIRef) -> None:
        body = self._body(record.organization)
        party = self._party(record.state, record.chair_organization)
        self._say(node, RDF.type, ORG.Membership)
        self._say(node, ORG.organization, body)
        self._say(node, ORG.member, party)
        self._say(node, ORG.role, Role.CHAIR)
        self._say(node, TERMS.form, record.form)
        self._say(node, ORG.memberDuring, self._period(record.period))
        post = self._post(record.organization, "chair", Role.CHAIR)
        self._say(node, TERMS.post, post)
        if record.until is None:  # org:holds has no dates: who held it once does not
            self._say(party, ORG.holds, post)

        persons = self._each(node, "chair", DCTERMS.hasPart, record.chairs, ordered=True)
        for part, person in persons:
            own = URIRef(f"{part}/person")
            self._say(part, RDF.type, ORG.Membership)
            self._say(part, DCTERMS.isPartOf, node)
            self._say(part, ORG.organization, body)
            self._say(part, ORG.role, Role.CHAIRPERSON)
            self._say(part, ORG.member, own)
            dated = person if person.since or person.until else record
            self._say(part, ORG.memberDuring, self._period(dated.period))
            self._person(own, person.name, person.person_id)
            self._say(own, SDO.jobTitle, person.post)

    def _appointment(self, record: Appointment, node: URIRef) -> None:
        person = URIRef(f"{node}/person")
        self._say(node, RDF.type, ORG.Membership)
        self._say(node, ORG.organization, self._body(record.organization))
        self._say(node, ORG.member, person)
        self._say(node, ORG.role, record.level)
        self._say(node, TERMS.capacity, record.capacity)
        self._say(node, ORG.memberDuring, self._period(record.period))
        self._person(person, record.name, record.person_id)
        if record.state is not None:
            self._say(person, SDO.nationality, self._country(record.state))
        post = self._post(record.organization, record.post, record.level)
        self._say(node, TERMS.post, post)
        if record.until is None:
            self._say(person, ORG.holds, post)

    def _summit(self, record: Summit, node: URIRef) -> None:
        self._gathering(record, node)
        self._say(node, SDO.name, record.name)
        self._say(node, SDO.organizer, *map(self._body, record.organizations))
        self._say(node, TERMS.number, record.number)
        self._say(node, DCTERMS.type, record.kind)
        if record.host is not None:
            self._say(node, TERMS.host, self._country(record.host))
        if record.chair is not None:
            chair = URIRef(f"{node}/chair")
            self._say(node, TERMS.chair, chair)
            self._delegation(chair, record.chair)

    def _meeting(self, record: BilateralMeeting, node: URIRef) -> None:
        self._gathering(record, node)
        one, other = (self._called(each) for each in record.delegations)
        self._say(node, SDO.name, f"{one} – {other}")
        self._say(node, DCTERMS.type, record.format)
        if record.sidelines_of is not None:
            self._say(node, SDO.superEvent, self._summit_of(record.sidelines_of))

    def _gathering(self, record: Summit | BilateralMeeting, node: URIRef) -> None:
        """Say what is said of summits and bilateral meetings alike."""
        self._say(node, RDF.type, SDO.Event)
        self._say(node, DCTERMS.identifier, record.id)
        self._say(node, SDO.startDate, record.since)
        self._say(node, SDO.endDate, record.until or record.since)
        self._say(node, TIME.hasTime, self._period(record.period))
        self._say(node, TERMS.happened, record.happened)
        self._say(node, SDO.eventStatus, _EVENT_STATUSES.get(record.happened))
        self._say(node, TERMS.modality, record.modality)
        self._say(node, SDO.eventAttendanceMode, _ATTENDANCE_MODES[record.modality])
        if record.place is not None:
            self._say(node, SDO.location, self._place(record.place))
        self._say(node, SDO.keywords, *record.topics)
        for delegation in record.delegations:
            self._say(
                node, SDO.attendee, self._party(delegation.state, delegation.organization)
            )
        sent = record.delegations
        for part, each in self._each(
            node, "delegation", TERMS.delegation, sent, ordered=True
        ):
            self._delegation(part, each)
        for part, outcome in self._each(node, "outcome", TERMS.outcome, record.outcomes):
            self._say(part, RDF.type, SDO.CreativeWork)
            self._say(part, DCTERMS.title, outcome.title)
            self._say(part, DC.type, outcome.kind)
            self._say(part, DCTERMS.date, outcome.date)
            self._say(part, SDO.url, _address(outcome.url))

    def _source(self, record: Source, node: URIRef) -> None:
        self._say(node, RDF.type, SDO.CreativeWork)
        self._say(node, DCTERMS.identifier, record.id)
        self._say(node, DCTERMS.title, record.title)
        self._say(node, DC.publisher, record.publisher)
        self._say(node, SDO.url, _address(record.url))
        self._say(node, DCTERMS.issued, record.published)
        self._say(node, TERMS.consulted, record.consulted)

    # -- parts of them ---------------------------------------------------------------

    def _names(self, node: URIRef, name: str, names: Iterable[Name]) -> None:
        """Say what something is called: what is said without a language is English."""
        self._say(node, SKOS.prefLabel, _english(name))
        others = list(names)
        self._say(node, SKOS.altLabel, *map(_label, others))
        dated = [other for other in others if other.since or other.until]
        for part, other in self._each(node, "name", SKOSXL.altLabel, dated):
            self._say(part, RDF.type, SKOSXL.Label)
            self._say(part, SKOSXL.literalForm, _label(other))
            self._say(part, TIME.hasTime, self._period(other.period))

    def _identifier(
        self, node: URIRef, scheme: str, value: str | None, spell: Spell | None = None
    ) -> None:
        """Say what something is called in another catalogue, perhaps for a time."""
        if value is None:
            return
        during = () if spell is None else (_key(spell.period),)
        part = URIRef("/".join((node, "id", *map(_segment, (scheme, value, *during)))))
        self._say(node, SDO.identifier, part)
        self._say(part, RDF.type, SDO.PropertyValue)
        self._say(part, SDO.propertyID, scheme)
        self._say(part, SDO.value, value)
        if spell is not None:
            self._say(part, TIME.hasTime, self._period(spell.period))

    def _delegation(self, part: URIRef, delegation: Delegation) -> None:
        self._say(
            part, TERMS.party, self._party(delegation.state, delegation.organization)
        )

        persons = delegation.representatives
        for own, person in self._each(
            part, "person", TERMS.representative, persons, ordered=True
        ):
            self._person(own, person.name, person.person_id)
            self._say(own, SDO.jobTitle, person.post)
            self._say(own, TERMS.level, person.level)

    def _person(self, node: URIRef, name: str, key: str | None) -> None:
        """Write a person of one record.

        Each record has its own: that two of one name are the same nobody has said.
        """
        self._say(node, RDF.type, SDO.Person)
        self._say(node, SDO.name, name)
        if key is not None and _ITEM.fullmatch(key):
            self._say(node, OWL.sameAs, WIKIDATA[key])
        else:
            self._say(node, DCTERMS.identifier, key)

    def _post(self, body: str, name: str, role: StrEnum) -> URIRef:
        node = self._iri("post", body, name)
        self._say(node, RDF.type, ORG.Post)
        self._say(node, SKOS.prefLabel, _english(name))
        self._say(node, ORG.postIn, self._body(body))
        self._say(node, ORG.role, role)
        return node

    def _place(self, place: Place) -> URIRef:
        # A hyphen, so that no segment is only the dots of a hostile name.
        node = self._iri("place", f"{place.state or ''}-{place.city or ''}")
        self._say(node, RDF.type, SDO.Place)
        self._say(node, SDO.name, place.city)
        if place.state is not None:
            self._say(node, SDO.containedInPlace, self._country(place.state))
        return node

    def _each(
        self,
        node: URIRef,
        kind: str,
        predicate: URIRef,
        records: Iterable[R],
        *,
        ordered: bool = False,
    ) -> Iterator[tuple[URIRef, R]]:
        """Yield the records within a record, with their nodes, which are numbered."""
        for number, record in enumerate(records, start=1):
            part = URIRef(f"{node}/{kind}/{number}")
            self._say(node, predicate, part)
            if ordered:
                self._say(part, SDO.position, number)
            yield part, record

    # -- time ------------------------------------------------------------------------

    def _period(self, period: Period) -> URIRef:
        """Return the node of a period; one without an end goes on."""
        node = self._iri("period", _key(period))
        if node not in self._made:
            self._made.add(node)
            self._say(node, RDF.type, TIME.Interval)
            if period.since is not None:
                self._say(node, TIME.hasBeginning, self._instant(period.since))
            if period.until is not None:
                self._say(node, TIME.hasEnd, self._instant(period.until))
        return node

    def _instant(self, day: PartialDate) -> URIRef:
        """Return the node of a date, with the days between which it lies."""
        node = self._iri("date", day.text)
        if node not in self._made:
            self._made.add(node)
            self._say(node, RDF.type, TIME.Instant)
            self._say(node, TIME.inXSDDate if day.is_exact else TERMS.inEDTF, day)
            if day.earliest != date.min:
                self._say(node, TERMS.earliest, _day(day.earliest))
            if day.latest != date.max:
                self._say(node, TERMS.latest, _day(day.latest))
        return node

    # -- what is referred to ---------------------------------------------------------

    def _known(
        self, node: URIRef, record: Record | None, kind: URIRef, key: str
    ) -> URIRef:
        """Return a node that is referred to, and see to it that it is described."""
        if node not in self._made:
            if record is not None:
                self._waiting.append(record)
            else:  # so much is known of it all the same
                self._made.add(node)
                self._say(node, RDF.type, kind)
                self._say(node, DCTERMS.identifier, key)
        return node

    def _country(self, code: str) -> URIRef:
        found = self._catalog.states.get(code)
        return self._known(self._iri("state", code), found, SDO.Country, code)

    def _body(self, key: str) -> URIRef:
        found = self._catalog.organizations.get(key)
        return self._known(self._iri("organization", key), found, ORG.Organization, key)

    def _source_of(self, key: str) -> URIRef:
        found = self._catalog.sources.get(key)
        return self._known(self._iri("source", key), found, SDO.CreativeWork, key)

    def _summit_of(self, key: str) -> URIRef:
        found = self._catalog.summits.get(key)
        return self._known(self._iri("summit", key), found, SDO.Event, key)

    def _party(self, state: str | None, organization: str | None) -> URIRef:
        return self._country(state) if state else self._body(organization or "")

    def _called(self, delegation: Delegation) -> str:
        """Return what a party goes by in a title."""
        if delegation.state is None:
            return delegation.party
        return self._catalog.states[delegation.state].name

    # -- IRIs and triples ------------------------------------------------------------

    def _node_of(self, record: Record) -> URIRef:
        """Return the IRI of a record: its type, and what tells it from others of it."""
        _, *key = record.identity()
        parts = ("-" if part is None else str(part) for part in key)
        return self._iri(record.type_name.replace("_", "-"), *parts)

    def _iri(self, kind: str, *key: str) -> URIRef:
        return URIRef(f"{self._base}{kind}/{'/'.join(map(_segment, key))}")

    def _concept(self, word: StrEnum) -> URIRef:
        """Return the node of a word of a vocabulary."""
        vocabulary = type(word).__name__
        name = _INNER_CAPITAL.sub("-", vocabulary).lower()
        scheme = URIRef(f"{VOCABULARY}{name}")
        node = URIRef(f"{scheme}/{word.value}")
        if node not in self._made:
            self._made.add(node)
            self._say(scheme, RDF.type, SKOS.ConceptScheme)
            self._say(scheme, SKOS.prefLabel, _english(name.replace("-", " ")))
            self._say(node, RDF.type, SKOS.Concept)
            if isinstance(word, Status | Level | Role):
                self._say(node, RDF.type, ORG.Role)
            self._say(node, SKOS.inScheme, scheme)
            self._say(node, SKOS.prefLabel, _english(word.value.replace("_", " ")))
        return node

    def _say(self, node: URIRef, predicate: URIRef, *values: object) -> None:
        """Add a triple for each value that there is."""
        for value in values:
            if value is not None:
                self._graph.add((node, predicate, self._term(value)))

    def _term(self, value: object) -> URIRef | Literal:
        if isinstance(value, URIRef | Literal):
            return value
        if isinstance(value, StrEnum):
            return self._concept(value)
        if isinstance(value, PartialDate):
            return _day(value.earliest) if value.is_exact else _edtf(value)
        return Literal(value)


def _day(day: date) -> Literal:
    return Literal(day.isoformat(), datatype=XSD.date)


def _edtf(day: PartialDate) -> Literal:
    return Literal(day.text, datatype=EDTF.EDTF)


def _english(text: str) -> Literal:
    return Literal(text, lang="en")


def _label(name: Name) -> Literal:
    return Literal(name.text, lang=name.language or "en")


def _key(period: Period) -> str:
    """Return the key of a period: no date holds two hyphens."""
    return f"{period.since or 'open'}--{period.until or 'open'}"


def _segment(text: str) -> str:
    """Return text as one segment of an IRI, whatever is in it."""
    quoted = quote(text, safe="")
    # "." and ".." would lead elsewhere.
    return quoted if quoted.strip(".") else quoted.replace(".", "%2E")


def _address(url: str | None) -> URIRef | Literal | None:
    """Return an address as an IRI, or as a text where it cannot be one."""
    if url is None:
        return None
    try:
        urlsplit(url)
    except ValueError:  # such as https://[
        return Literal(url, datatype=XSD.anyURI)
    return URIRef(_NOT_IN_IRIS.sub(lambda found: quote(found[0], safe=""), url))
