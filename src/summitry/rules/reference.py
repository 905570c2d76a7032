"""Rules of reference: what a record names must be there, and be one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summitry.errors import Severity, shorten
from summitry.values.partial_date import LAST_DAY
from summitry.values.text import closest, normalize

from .rule import Finding, Rule


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from summitry.model import Organization, Source
    from summitry.states import State
    from summitry.values import Record
    from summitry.values.period import Bounds

    from .facts import Facts


class UnknownOrganization(Rule):
    """A record names an organization that the catalogue does not hold.

    Why:
        Nobody can look up what was meant, and questions about it find nothing. Most
        often the id is misspelled: ``UNWTO`` is the tourism organization, ``WTO`` the
        one for trade.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> lost = MemberState(organization="XYZ", state="AZE")
        >>> print(Catalog([lost]).check(select=["SMT201"])[0])
        SMT201 member_states[0].organization: no organization has the id 'XYZ'

    What to do:
        Correct the id, or add the organization. Records that refer to the bundled
        organizations are checked with them: ``(summitry.load() | mine).check()``.
    """

    code = "SMT201"
    name = "unknown-organization"
    misses_records = True

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        known = facts.organizations
        for record, field, key in facts.mentions:
            if key not in known:
                near = closest(key, known, most=1)
                hint = f"; did you mean {near[0]}?" if near else ""
                message = f"no organization has the id {key!r}{hint}"
                yield Finding(record, field, message, key)


class UnknownSource(Rule):
    """A record names a source that the catalogue does not hold.

    Why:
        Nobody can look the fact up. Most often the id is misspelled, or the source was
        to be added later.

    Example:
        >>> from summitry import Catalog, Organization, Source
        >>> charter = Source(id="nc-charter", title="Charter", url="https://example.org/")
        >>> body = Organization(id="NC", name="Nordic Council", sources=["nc-chart"])
        >>> print(Catalog([charter, body]).check(select=["SMT202"])[0])
        SMT202 organizations[0].sources[0]: no source has the id 'nc-chart'; did you mean nc-charter?

    What to do:
        Correct the id, or add the source. Records that refer to the bundled sources are
        checked with them: ``(summitry.load() | mine).check()``.
    """

    code = "SMT202"
    name = "unknown-source"
    misses_records = True

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        hints = _Hints(facts.sources)
        known = frozenset(facts.sources)
        for record in facts.sourced:
            if not known.issuperset(record.sources):
                for place, key in enumerate(record.sources):
                    if key not in known:
                        message = f"no source has the id {shorten(key)}{hints.of(key)}"
                        yield Finding(record, f"sources[{place}]", message, key)


class UnknownSummit(Rule):
    """A meeting was on the sidelines of a summit that the catalogue does not hold.

    Why:
        Nobody can tell which summit was meant, and the summit does not know of the
        meeting. Most often the id is misspelled.

    Example:
        >>> from summitry import BilateralMeeting, Catalog, Delegation
        >>> meeting = BilateralMeeting(id="cica-chn", sidelines_of="cica-2014", delegations=[
        ...     Delegation(organization="CICA"), Delegation(state="CHN")])
        >>> print(Catalog([meeting]).check(select=["SMT203"])[0])
        SMT203 bilateral_meetings[0].sidelines_of: no summit has the id 'cica-2014'

    What to do:
        Correct the id, or add the summit.
    """

    code = "SMT203"
    name = "unknown-summit"
    misses_records = True

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        known = {summit.id: summit for summit in facts.summits}
        hints = _Hints(known)
        for meeting in facts.meetings:
            key = meeting.sidelines_of
            if key is not None and key not in known:
                message = f"no summit has the id {shorten(key)}{hints.of(key)}"
                yield Finding(meeting, "sidelines_of", message, key)


class UnknownRelatedState(Rule):
    """A state of one's own is related to a state that there is not.

    Why:
        The line of succession breaks off there. Most often the code of a former state
        was taken from another list: the Soviet Union is ``SUN``, not ``SUV``.

    Example:
        >>> from summitry import Catalog, State
        >>> own = State(code="XNA", name="Northern Atlantis", succeeds=["XAT"])
        >>> print(Catalog([own]).check(select=["SMT204"])[0])
        SMT204 states[0].succeeds[0]: no state has the code 'XAT'

    What to do:
        Correct the code, or add the state.
    """

    code = "SMT204"
    name = "unknown-related-state"
    misses_records = True

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for state in facts.own_states:
            for field, key in _related(state):
                if key not in facts.states:
                    message = f"no state has the code {key!r}"
                    yield Finding(state, field, message, key)


class Circular(Rule):
    """An organization or a territory is part of itself, or a body its own predecessor.

    Why:
        Of two things, one contains the other, or came before it; not both. Most often
        the two ids have changed places in one of the records. It need not be direct: a
        part of a part of it will do.

    Example:
        >>> from summitry import Catalog, Organization
        >>> oau = Organization(id="OAU", name="OAU", preceded_by=["AU"])
        >>> au = Organization(id="AU", name="African Union", preceded_by=["OAU"])
        >>> print(Catalog([oau, au]).check(select=["SMT205"])[0])
        SMT205 organizations[0].preceded_by[0]: OAU is its own predecessor, by way of AU

    What to do:
        Take out the relation that is the wrong way round.
    """

    code = "SMT205"
    name = "circular"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        bodies = facts.organizations
        whole = {k: (b.part_of,) for k, b in bodies.items() if b.part_of is not None}
        for first, *rest in _circles(whole):
            message = f"{first} is part of itself{_way(rest)}"
            others = tuple(bodies[key] for key in rest)
            yield Finding(bodies[first], "part_of", message, whole[first][0], others)
        before = {k: b.preceded_by for k, b in bodies.items() if b.preceded_by}
        for first, *rest in _circles(before):
            key = rest[0] if rest else first
            field = f"preceded_by[{before[first].index(key)}]"
            message = f"{first} is its own predecessor{_way(rest)}"
            others = tuple(bodies[each] for each in rest)
            yield Finding(bodies[first], field, message, key, others)
        if facts.own_states:
            yield from self._states(facts)

    @staticmethod
    def _states(facts: Facts) -> Iterator[Finding]:
        own: dict[str, State] = {state.code: state for state in facts.own_states}
        for code, state in own.items():
            for field, key in _related(state):
                if key == code and field != "territory_of":
                    verb = (
                        "succeeds" if field.startswith("succeeds") else "is succeeded by"
                    )
                    yield Finding(state, field, f"{code} {verb} itself", code)
        above = {
            code: (state.territory_of,)
            for code, state in facts.states.items()
            if state.territory_of is not None
        }
        for circle in _circles(above):
            here = next(place for place, code in enumerate(circle) if code in own)
            first, *rest = circle[here:] + circle[:here]
            message = f"{first} is a territory of itself{_way(rest)}"
            others = tuple(own[code] for code in rest if code in own)
            yield Finding(own[first], "territory_of", message, above[first][0], others)


class NameBorneTwice(Rule):
    """Two organizations bear the same name at the same time.

    Why:
        Whoever asks for one by its name is told that it may be either. Most often one
        body was entered twice under two ids; else its full name tells them apart.

    Example:
        >>> from summitry import Catalog, Organization
        >>> one = Organization(id="NC", name="Nordic Council", since="1952")
        >>> other = Organization(id="NORDEN", name="The Nordic council", since="1952")
        >>> print(Catalog([one, other]).check(select=["SMT206"])[0])
        SMT206 organizations[1].name: NC and NORDEN bear the name 'The Nordic council' at once

    What to do:
        Keep one record of one body. Of two bodies, give each its full name, and the
        days on which it took and gave up each of its ``names``. A body that took the name
        over has the other among those by which it is ``preceded_by``.
    """

    code = "SMT206"
    name = "name-borne-twice"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        bearers: dict[str, list[_Bearing]] = {}
        for body in facts.organizations.values():
            life = facts.lifetimes[body.id]
            for bearing in _names_of(body, life):
                bearers.setdefault(normalize(bearing.text), []).append(bearing)
        for bearings in bearers.values():
            if len(bearings) > 1:
                yield from self._among(bearings, possible=facts.possible)

    @staticmethod
    def _among(bearings: list[_Bearing], *, possible: bool) -> Iterator[Finding]:
        found = _together(bearings, first=2, last=3)
        certain = bool(found)
        if possible and not certain:
            found = _together(bearings, first=0, last=1)
        for one, other in found:
            name = shorten(other.text)
            message = f"{one.body.id} and {other.body.id} bear the name {name} at once"
            yield Finding(
                other.body, other.field, message, other.text, (one.body,), certain
            )


class SharedForeignId(Rule):
    """Two organizations, or two states, have the same id in another catalogue.

    Why:
        One of the two ids is wrong, or the two are one. Often a record was copied and
        the id stayed, or the id is that of the predecessor.

    Example:
        >>> from summitry import Catalog, Organization
        >>> one = Organization(id="NC", name="Nordic Council", ids={"wikidata": "Q146165"})
        >>> other = Organization(id="NCM", name="Nordic Council of Ministers",
        ...                      ids={"wikidata": "Q146165"})
        >>> print(Catalog([one, other]).check(select=["SMT207"])[0])
        SMT207 organizations[1].ids: NC has the same id 'Q146165' in wikidata

    What to do:
        Look both up in the other catalogue. Where that has one entry for a body and for
        the one that it succeeded, ``preceded_by`` says so.
    """

    code = "SMT207"
    name = "shared-foreign-id"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        owners: dict[tuple[str, str], Organization] = {}
        for body in facts.organizations.values():
            for scheme, value in body.ids.items():
                owner = owners.setdefault((scheme, value), body)
                if owner is not body and not _succession(owner, body):
                    message = f"{owner.id} has the same id {shorten(value)} in {scheme}"
                    yield Finding(body, "ids", message, value, (owner,))
        states: dict[str, State] = {}
        for state in facts.own_states:
            if state.wikidata is not None:
                bearer = states.setdefault(state.wikidata, state)
                if bearer is not state:
                    message = (
                        f"{bearer.code} has the same id {shorten(state.wikidata)} in "
                        "wikidata"
                    )
                    yield Finding(state, "wikidata", message, state.wikidata, (bearer,))


class PersonWithTwoIds(Rule):
    """The same name stands with two different ids of a person.

    Why:
        Ids tell namesakes apart, so there may be two persons. If there is one, what they
        did is divided between two.

    Example:
        >>> from summitry import Catalog, Chair, Chairmanship
        >>> def term(since, person_id):
        ...     tito = Chair(name="Josip Broz Tito", person_id=person_id)
        ...     return Chairmanship(organization="NAM", state="YUG", since=since, chairs=[tito])
        >>> report = Catalog([term("1961", "Q9161"), term("1962", "Q9191")])
        >>> print(report.check(select=["SMT208"])[0])
        SMT208 chairmanships[1].chairs[0].person_id: Josip Broz Tito has the id 'Q9191' here and 'Q9161' elsewhere

    What to do:
        Look both ids up. Of namesakes, nothing need be done.
    """

    code = "SMT208"
    name = "person-with-two-ids"
    severity = Severity.NOTE

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        ids: dict[str, dict[str, Record]] = {}
        for appearance in facts.people:
            record, _, person = appearance
            own = person.person_id
            if own is not None:
                known = ids.setdefault(normalize(person.name), {})
                if known and own not in known:
                    first, where = next(iter(known.items()))
                    message = (
                        f"{person.name} has the id {shorten(own)} here and "
                        f"{shorten(first)} elsewhere"
                    )
                    field = appearance.at("person_id")
                    yield Finding(record, field, message, own, (where,))
                known.setdefault(own, record)


class IdOfTwoPersons(Rule):
    """The same id of a person stands with names that have no word in common.

    Why:
        Two persons are taken for one. Most often the line was copied, and the id of the
        former holder of the post stayed.

    Example:
        >>> from summitry import Catalog, Chair, Chairmanship
        >>> def term(since, name):
        ...     chair = Chair(name=name, person_id="Q9161")
        ...     return Chairmanship(organization="NAM", state="YUG", since=since, chairs=[chair])
        >>> report = Catalog([term("1961", "Josip Broz Tito"), term("1989", "Janez Drnovšek")])
        >>> print(report.check(select=["SMT209"])[0])
        SMT209 chairmanships[1].chairs[0].person_id: 'Q9161' is the id of Janez Drnovšek here and of Josip Broz Tito elsewhere

    What to do:
        Give each person the right id. One who changed their name altogether keeps one
        usual name throughout.
    """

    code = "SMT209"
    name = "id-of-two-persons"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        known: dict[tuple[str, bool], tuple[str, Record, set[str]]] = {}
        for appearance in facts.people:
            record, _, person = appearance
            if person.person_id is None:
                continue
            name = normalize(person.name)
            words = set(name.split())
            # A name in another script has no word in common with itself.
            key = (person.person_id, name.isascii())
            first, where, seen = known.setdefault(key, (person.name, record, set(words)))
            if not words & seen:
                message = (
                    f"{shorten(person.person_id)} is the id of {person.name} here and "
                    f"of {first} elsewhere"
                )
                place = appearance.at("person_id")
                yield Finding(record, place, message, person.person_id, (where,))
            seen |= words


class SourceTwice(Rule):
    """Two sources have the same address, and titles that say the same.

    Why:
        They are one document, so that a fact with both seems to be supported twice, and a
        correction reaches one of them only. Most often it was added anew for another
        record.

    Example:
        >>> from summitry import Catalog, Source
        >>> one = Source(id="nc-charter", title="Charter", url="https://example.org/nc")
        >>> other = Source(id="nc-founding", title="The charter, as signed",
        ...                url="http://example.org/nc/")
        >>> print(Catalog([one, other]).check(select=["SMT210"])[0])
        SMT210 sources[1].url: nc-charter has the same address and a title like this

    What to do:
        Keep one, and let every record name that. Where two documents, or two states of
        one, have the same address, let their titles or their publication dates say so.
    """

    code = "SMT210"
    name = "source-twice"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        places: dict[str, list[Source]] = {}
        for source in facts.sources.values():
            if source.url is not None:
                places.setdefault(_address(source.url), []).append(source)
        for sources in places.values():
            if 1 < len(sources) <= _COLLECTION:
                yield from self._among(sources)

    @staticmethod
    def _among(sources: list[Source]) -> Iterator[Finding]:
        titles = [(each, frozenset(normalize(each.title).split())) for each in sources]
        for place, (source, title) in enumerate(titles):
            for other, known in titles[:place]:
                if (title <= known or known <= title) and not _apart(source, other):
                    message = f"{other.id} has the same address and a title like this"
                    yield Finding(source, "url", message, source.url, (other,))
                    break


class SharedAcronym(Rule):
    """An organization goes by an acronym that is the id or the acronym of another.

    Why:
        Bodies do share acronyms. Whoever asks for one by it gets the other, or is told
        that it may be either.

    Example:
        >>> from summitry import Catalog, Organization
        >>> trade = Organization(id="WTO", name="World Trade Organization")
        >>> tourism = Organization(id="UNWTO", name="UN Tourism", acronyms=["WTO"])
        >>> print(Catalog([trade, tourism]).check(select=["SMT211"])[0])
        SMT211 organizations[1].acronyms[0]: WTO (World Trade Organization) also goes by 'WTO'

    What to do:
        Nothing, if both really go by it; let queries give the id.
    """

    code = "SMT211"
    name = "shared-acronym"
    severity = Severity.NOTE

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        owners: dict[str, Organization] = {
            normalize(key): body for key, body in facts.organizations.items()
        }
        for body in sorted(facts.organizations.values()):  # whatever their order is
            for place, acronym in enumerate(body.acronyms):
                owner = owners.setdefault(normalize(acronym), body)
                if owner is not body and not _succession(owner, body):
                    message = f"{owner.id} ({owner.name}) also goes by {shorten(acronym)}"
                    field = f"acronyms[{place}]"
                    yield Finding(body, field, message, acronym, (owner,))


# -- near misses ---------------------------------------------------------------------

_HINTS = 50
"""For how many keys near misses are looked for: that takes longer than all the rest."""


class _Hints:
    """Near misses of keys that are not there."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = known
        self._made: dict[str, str] = {}

    def of(self, key: str) -> str:
        """Return what to say of the nearest key there is, if one is near."""
        if key not in self._made:
            few = len(self._made) < _HINTS
            near = closest(key, self._known, most=1) if few else []
            self._made[key] = f"; did you mean {near[0]}?" if near else ""
        return self._made[key]


# -- relations -----------------------------------------------------------------------


def _related(state: State) -> Iterator[tuple[str, str]]:
    """Yield the fields in which a state names others, and whom."""
    if state.territory_of is not None:
        yield "territory_of", state.territory_of
    for field, keys in (
        ("succeeds", state.succeeds),
        ("succeeded_by", state.succeeded_by),
    ):
        for place, key in enumerate(keys):
            yield f"{field}[{place}]", key


def _succession(one: Organization, other: Organization) -> bool:
    """Whether one of two bodies succeeded the other."""
    return one.id in other.preceded_by or other.id in one.preceded_by


def _circles(names: Mapping[str, tuple[str, ...]]) -> Iterator[list[str]]:
    """Yield the keys that lead back to themselves, each circle once.

    Args:
        names: What each key names.

    Example:
        >>> list(_circles({"A": ("B",), "B": ("C", "A"), "C": ("C", "D")}))
        [['C'], ['A', 'B']]
    """
    done: set[str] = set()
    for start in names:
        if start in done:
            continue
        path, ahead = [start], [iter(names[start])]
        places = {start: 0}
        while ahead:
            key = next(ahead[-1], None)
            if key is None:
                ahead.pop()
                done.add(path[-1])
                del places[path.pop()]
            elif key in places:
                yield path[places[key] :]
            elif key in names and key not in done:
                places[key] = len(path)
                path.append(key)
                ahead.append(iter(names[key]))


_WAY = 3
"""How many keys of a circle a message names."""


def _way(keys: list[str]) -> str:
    """Say by way of whom something leads back to itself."""
    if not keys:
        return ""
    more = ", …" if len(keys) > _WAY else ""
    return f", by way of {', '.join(keys[:_WAY])}{more}"


# -- names ---------------------------------------------------------------------------


class _Bearing(NamedTuple):
    """A name that a body bears, with the days between which it does."""

    body: Organization
    field: str
    text: str
    days: Bounds


def _names_of(body: Organization, life: Bounds) -> Iterator[_Bearing]:
    """Yield the names of a body.

    Of a name that has no beginning, or that followed another, only the last day is
    certain.
    """
    first, last, sure_first, sure_last = life
    renamed = any(name.until is not None for name in body.names)
    since = last if renamed or body.since is None else sure_first
    yield _Bearing(body, "name", body.name, (first, last, since, sure_last))
    for place, name in enumerate(body.names):
        borne = name.bounds(LAST_DAY)
        until = min(last, borne[1])
        since = until if name.since is None else max(sure_first, borne[2])
        days = (max(first, borne[0]), until, since, min(sure_last, borne[3]))
        yield _Bearing(body, f"names[{place}].text", name.text, days)


def _together(
    bearings: list[_Bearing], *, first: int, last: int
) -> list[tuple[_Bearing, _Bearing]]:
    """Return some of the bearings by two bodies that overlap, if any do.

    Args:
        bearings: Of one name.
        first: Which of the days counts as the first …
        last: … and which as the last.
    """
    found: dict[tuple[str, str], tuple[_Bearing, _Bearing]] = {}
    there = [each for each in bearings if each.days[first] <= each.days[last]]
    there.sort(key=lambda each: each.days[first])
    longest: _Bearing | None = None
    for each in there:
        if longest is None:
            longest = each
            continue
        if (
            each.body is not longest.body
            and each.days[first] <= longest.days[last]
            and not _succession(each.body, longest.body)
        ):
            found.setdefault((longest.body.id, each.body.id), (longest, each))
        if each.days[last] > longest.days[last]:
            longest = each
    return list(found.values())


# -- sources -------------------------------------------------------------------------

_COLLECTION = 30
"""An address under which more sources stand is that of a library, not of a document."""


def _address(url: str) -> str:
    """Return an address without what makes no difference."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/")


def _apart(one: Source, other: Source) -> bool:
    """Whether two sources were certainly not published at the same time."""
    if one.published is None or other.published is None:
        return False
    return (
        one.published.last_ordinal < other.published.first_ordinal
        or other.published.last_ordinal < one.published.first_ordinal
    )


RULES: tuple[type[Rule], ...] = (
    UnknownOrganization,
    UnknownSource,
    UnknownSummit,
    UnknownRelatedState,
    Circular,
    NameBorneTwice,
    SharedForeignId,
    PersonWithTwoIds,
    IdOfTwoPersons,
    SourceTwice,
    SharedAcronym,
)
