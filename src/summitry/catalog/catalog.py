"""The catalogue: an immutable set of records, and the questions asked of it."""

from __future__ import annotations

import sys
import warnings

from collections.abc import Hashable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from summitry.errors import (
    CoverageWarning,
    DuplicateRecord,
    InvalidValue,
    MultipleFound,
    NotFound,
    WrongType,
    shorten,
)
from summitry.model import (
    BilateralMeeting,
    ChairForm,
    Chairmanship,
    CoverageOf,
    Delegation,
    MemberOrganization,
    Membership,
    MemberState,
    Organization,
    Source,
    Status,
    Summit,
)
from summitry.states import State
from summitry.values import Answer, DateLike, Match, PartialDate, Record
from summitry.values.fields import optional_text
from summitry.values.keywords import explained
from summitry.values.partial_date import LAST_DAY, partial_date
from summitry.values.period import spell_bounds

from .chairmanships import Chairmanships
from .context import Context, key_of
from .diff import Difference
from .display import html_table, text_table
from .meetings import Meetings, Summits, people
from .memberships import Memberships
from .organizations import Organizations, Sources, States


if TYPE_CHECKING:
    from typing import Self


_R = TypeVar("_R", bound=Record)

Sourced: TypeAlias = (
    Organization | Membership | Chairmanship | Summit | BilateralMeeting | State
)
"""A record that names its sources."""

_KEPT = 4096
"""How many answers a catalogue keeps of the questions asked of it most."""


class _Covered(NamedTuple):
    """One organization's coverage by records of one kind, in ordinals."""

    founded: int
    ended: int
    spells: tuple[tuple[int, int], ...]

    def answers(self, day: PartialDate) -> bool:
        """Whether a question about a day can be answered from what is recorded."""
        first, last = day.first_ordinal, day.last_ordinal
        if last < self.founded or first > self.ended:
            return True  # before it was founded nobody belonged
        first, last = max(first, self.founded), min(last, self.ended)
        return any(since <= first and last <= until for since, until in self.spells)


class Catalog:
    """An immutable set of records with a date, a version, and an index for questions.

    Laying one over another with ``|`` keeps every record of both; where two have the
    same identity, the right one's stands.

    Args:
        records: Records of any of the nouns; their order is kept.
        as_of: The date as of which what has no end still holds. After it, such a
            record holds possibly, not certainly. Of a month, its first day counts.
        version: The version of the data.

    Raises:
        DuplicateRecord: two records have the same identity.
        WrongType: something is not a record.

    Example:
        >>> import summitry
        >>> nordic = summitry.Catalog([
        ...     summitry.Organization(id="NC", name="Nordic Council", since="1952"),
        ...     summitry.MemberState(organization="NC", state="ISL", since="1952"),
        ... ], as_of="2025-08-01")
        >>> nordic.memberships.of("Nordic Council").states
        ('ISL',)
        >>> len(summitry.load() | nordic) > len(nordic)
        True
    """

    __slots__ = (
        "_as_of",
        "_chairs",
        "_context",
        "_covered",
        "_records",
        "_rolls",
        "_states",
        "_version",
        "chairmanships",
        "meetings",
        "memberships",
        "organizations",
        "sources",
        "summits",
    )

    organizations: Organizations
    """The organizations."""
    memberships: Memberships
    """Every spell of a state or an organization in an organization."""
    chairmanships: Chairmanships
    """Every term in the chair of an organization."""
    summits: Summits
    """The meetings of organizations."""
    meetings: Meetings
    """The bilateral meetings."""
    sources: Sources
    """The documents that the records name."""

    _as_of: PartialDate | None
    _chairs: dict[tuple[str, PartialDate], Chairmanship]
    _context: Context
    _covered: dict[tuple[str, CoverageOf], _Covered]
    _records: dict[tuple[Hashable, ...], Record]
    _rolls: dict[tuple[str, Status | None], Memberships]
    _states: States | None
    _version: str | None

    def __init__(
        self,
        records: Iterable[Record] = (),
        *,
        as_of: DateLike | None = None,
        version: str | None = None,
    ) -> None:
        date = None if as_of is None else partial_date(as_of)
        put = object.__setattr__
        put(self, "_records", _by_identity(records))
        put(self, "_as_of", date)
        put(self, "_version", optional_text(version))
        organizations = self._of_type(Organization)
        summits = self._of_type(Summit)
        meetings = self._of_type(BilateralMeeting)
        chairmanships = self._of_type(Chairmanship)
        memberships = self._of_type(Membership)
        own_states = self._of_type(State)
        context = Context(
            organizations={o.id: o for o in organizations},
            states={s.code: s for s in own_states},
            summits=(s.id for s in summits),
            mentioned=self._mentioned,
            people=self._people,
            as_of=date,
        )
        put(self, "_context", context)
        put(self, "organizations", Organizations(organizations, context))
        put(self, "memberships", Memberships(memberships, context))
        put(self, "chairmanships", Chairmanships(chairmanships, context))
        put(self, "summits", Summits(summits, context))
        put(self, "meetings", Meetings(meetings, context))
        put(self, "sources", Sources(self._of_type(Source), context))
        put(self, "_states", None)
        put(self, "_rolls", {})
        put(self, "_chairs", {})
        put(self, "_covered", {})

    # -- what it holds -----------------------------------------------------------

    @property
    def as_of(self) -> PartialDate | None:
        """The date as of which what has no end still holds."""
        return self._as_of

    @property
    def version(self) -> str | None:
        """The version of the data."""
        return self._version

    @property
    def states(self) -> States:
        """The bundled states, with the catalogue's own laid over them."""
        if self._states is None:
            states = States(self._context.every_state(), self._context)
            object.__setattr__(self, "_states", states)
            return states
        return self._states

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records.values())

    def __contains__(self, record: object) -> bool:
        if not isinstance(record, Record):
            return False
        return self._records.get(record.identity()) == record

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Catalog):
            return NotImplemented
        return (
            self._records == other._records
            and self._as_of == other._as_of
            and self._version == other._version
        )

    def __hash__(self) -> int:
        return hash((frozenset(self._records), self._as_of, self._version))

    def __or__(self, other: Catalog) -> Catalog:
        """Lay another catalogue over this one: its records replace their equals."""
        if not isinstance(other, Catalog):
            return NotImplemented
        records = {**self._records, **other._records}
        known = [date for date in (self._as_of, other._as_of) if date is not None]
        versions = [v for v in (self._version, other._version) if v is not None]
        return Catalog(
            records.values(),
            as_of=max(known, default=None),
            version="+".join(dict.fromkeys(versions)) or None,
        )

    def without(self, *records: Record) -> Catalog:
        """Return the catalogue without some of its records.

        Args:
            records: Records that are in it; to correct one whose identity changes,
                take it out and lay the corrected one over.

        Raises:
            NotFound: one is not in it.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> summit = world.summits["nam-1961"]
            >>> len(world) - len(world.without(summit))
            1
        """
        left = dict(self._records)
        for record in records:
            if record not in self:
                message = f"the catalogue does not hold {shorten(record)}"
                raise NotFound(message, query=record)
            del left[record.identity()]
        return Catalog(left.values(), as_of=self._as_of, version=self._version)

    def diff(self, other: Catalog) -> Difference:
        """Return what changed from this catalogue to another, record by record.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> world.diff(world).changed
            ()
        """
        return Difference.between(self._records, other._records)

    def sources_of(self, *records: Sourced) -> Sources:
        """Return the sources that records name, each once.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> len(world.sources_of(world.summits["nam-1961"])) > 0
            True
        """
        ids = dict.fromkeys(chain.from_iterable(r.sources for r in records))
        found = (self.sources.get(identifier) for identifier in ids)
        return Sources((s for s in found if s is not None), self._context)

    def party_of(
        self, record: Membership | Chairmanship | Delegation
    ) -> State | Organization:
        """Return the state or the organization that a record is about.

        Args:
            record: A membership, a chairmanship or a delegation.

        Raises:
            NotFound: the catalogue holds no organization of that id.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> world.party_of(world.chair("NAM", on="2023-03-02")).name
            'Azerbaijan'
        """
        key = key_of(record)
        if key.startswith("@"):
            return self.organization(record.party)
        return self._context.state(key)

    # -- questions ---------------------------------------------------------------

    def organization(self, query: str | Organization) -> Organization:
        """Return the organization of an id or a name.

        Args:
            query: An id such as ``NAM``, a name in any language, a former name, an
                acronym. Case, accents and punctuation do not matter; ids come first.

        Raises:
            UnknownOrganization: none is called that; near misses are named.
            AmbiguousOrganization: several are; they are named.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> world.organization("non aligned movement").id
            'NAM'
            >>> world.organization("World Tourism Organization").id
            'UNWTO'
        """
        key = self._context.organization(query)
        found = self._context.organizations.get(key)
        if found is None:
            message = (
                f"{key} is mentioned here, but the catalogue holds no such organization"
            )
            raise NotFound(message, query=query)
        return found

    @explained
    def state(self, query: str, *, on: DateLike | None = None) -> State:
        """Return the state of a code or a name: :func:`summitry.state`, own states first.

        Raises:
            UnknownState: none is called that (on that day).
            AmbiguousState: several are.
        """
        return self._context.state(query, on=None if on is None else partial_date(on))

    @explained
    def members(
        self,
        organization: str | Organization,
        on: DateLike | None = None,
        *,
        match: Match = "possible",
    ) -> Memberships:
        """Return the members of an organization on a day, suspended ones included.

        Args:
            organization: Its id or name.
            on: The day; by default the catalogue's date.
            match: ``"possible"``, ``"certain"`` or ``"uncertain"`` members.

        Returns:
            The spells that hold; ``.states`` and ``.organizations`` name the members.

        Raises:
            UnknownOrganization: none is called that; near misses are named.
            InvalidDate: *on* is no date.

        Warns:
            CoverageWarning: the membership on that day is not known to be complete.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> len(world.members("NAM", on="2023-03-02"))
            120
            >>> "CHN" in world.members("UN", on="1971-10-24").states
            True
        """
        return self._roll(organization, Status.MEMBER, CoverageOf.MEMBERS, on, match)

    @explained
    def observers(
        self,
        organization: str | Organization,
        on: DateLike | None = None,
        *,
        match: Match = "possible",
    ) -> Memberships:
        """Return the observers of an organization on a day.

        Args:
            organization: Its id or name.
            on: The day; by default the catalogue's date.
            match: ``"possible"``, ``"certain"`` or ``"uncertain"`` observers.

        Returns:
            The spells that hold; ``.states`` and ``.organizations`` name the observers.

        Raises:
            UnknownOrganization: none is called that; near misses are named.
            InvalidDate: *on* is no date.

        Warns:
            CoverageWarning: the observers on that day are not known to be complete.

        Example:
            >>> import summitry
            >>> observers = summitry.load().observers("NAM", on="2023-03-02")
            >>> len(observers.states), len(observers.organizations)
            (18, 10)
        """
        return self._roll(organization, Status.OBSERVER, CoverageOf.OBSERVERS, on, match)

    @explained
    def is_member(
        self,
        party: str | State | Organization,
        of: str | Organization,
        on: DateLike | None = None,
    ) -> Answer:
        """Say whether a party was a member of an organization on a day.

        Args:
            party: A state's alpha-3 code or name, an organization's id or name.
            of: The organization's id or name.
            on: The day; by default the catalogue's date.

        Returns:
            ``CERTAIN``, ``POSSIBLE`` or ``NO``. Where the records are not known to be
            complete for that day, what is not recorded is ``POSSIBLE``.

        Raises:
            NotFound: nobody is called that; near misses are named.
            InvalidDate: *on* is no date.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> world.is_member("Palestine", of="NAM", on="2023-03-02")
            <Answer.CERTAIN: 2>
            >>> world.is_member("Palestine", of="UN", on="2023-03-02")
            <Answer.NO: 0>
        """
        key = self._context.organization(of)
        day = self._day(on)
        spells = self.memberships.by(party).of(key).where(status=Status.MEMBER)
        still = self._context.still
        answers = [
            Answer.of(
                possible=bool(spells.on(day)),
                certain=any(_certainly(spell.bounds(still), day) for spell in spells),
            )
        ]
        if not self._coverage(key, CoverageOf.MEMBERS).answers(day):
            answers.append(Answer.POSSIBLE)
        return max(answers)

    @explained
    def share(
        self,
        organization: str | Organization,
        of: str | Organization,
        on: DateLike | None = None,
    ) -> float:
        """Return which share of one organization's members belongs to another.

        Args:
            organization: The body whose members are counted.
            of: The body of whose membership they are a share.
            on: The day; by default the catalogue's date.

        Returns:
            A number from 0 to 1.

        Raises:
            UnknownOrganization: none is called that; near misses are named.
            NotFound: *of* had no members on that day.
            InvalidDate: *on* is no date.

        Warns:
            CoverageWarning: one of the memberships is not known to be complete.

        Example:
            >>> import summitry
            >>> round(summitry.load().share("NAM", of="UN", on="2023-03-02"), 4)
            0.6166
        """
        ours = {key_of(m) for m in self.members(organization, on)}
        theirs = {key_of(m) for m in self.members(of, on)}
        if not theirs:
            message = (
                f"{self._context.organization(of)} had no members on {self._day(on)}"
            )
            raise NotFound(message, query=of)
        return len(ours & theirs) / len(theirs)

    @explained
    def shared(
        self,
        *parties: str | State | Organization,
        on: DateLike | None = None,
        match: Match = "possible",
    ) -> Organizations:
        """Return the organizations of which all of some parties were members on a day.

        Only what the catalogue records is found; see each organization's coverage.

        Args:
            parties: Two or more: codes, ids or names.
            on: The day; by default the catalogue's date.
            match: ``"possible"`` or ``"certain"`` members.

        Raises:
            NotFound: nobody is called that; near misses are named.
            InvalidValue: fewer than two parties.
            InvalidDate: *on* is no date.

        Example:
            >>> import summitry
            >>> shared = summitry.load().shared("AZE", "KAZ", on="2023-03-02")
            >>> "CICA" in shared, "NAM" in shared
            (True, False)
        """
        if len(parties) < len(("one", "other")):
            message = f"give at least two parties, not {len(parties)}"
            raise InvalidValue(message, value=parties, field="parties")
        day = self._day(on)
        bodies = [
            {m.organization for m in self._memberships_of(party).on(day, match)}
            for party in parties
        ]
        common = set.intersection(*bodies)
        known = (self.organizations.get(key) for key in sorted(common))
        return Organizations((o for o in known if o is not None), self._context)

    @explained
    def chair(
        self, organization: str | Organization, on: DateLike | None = None
    ) -> Chairmanship:
        """Return the chairmanship of an organization on a day.

        On the day of a handover it is the incoming chair's. Where the records leave it
        open which of two it was, both are named instead of one being chosen.

        Args:
            organization: Its id or name.
            on: The day; by default the catalogue's date.

        Raises:
            NotFound: no chairmanship is recorded for that day.
            MultipleFound: there were co-chairs, or either of two may have presided.
            UnknownOrganization: none is called that; near misses are named.
            InvalidDate: *on* is no date.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> world.chair("NAM", on="2023-03-02").state
            'AZE'
            >>> world.chair("NAM", on="2024-01-19").state
            'UGA'
        """
        key = self._context.organization(organization)
        day = self._day(on)
        known = self._chairs.get((key, day))
        if known is None:
            known = self._find_chair(key, day)
            if len(self._chairs) >= _KEPT:
                self._chairs.clear()
            self._chairs[key, day] = known
        self._warn_beyond(key, CoverageOf.CHAIRMANSHIPS, day)
        return known

    # -- how it is shown ---------------------------------------------------------

    def __repr__(self) -> str:
        headers, rows = self._counts()
        return text_table(self._title(), headers, rows, len(rows))

    def _repr_html_(self) -> str:
        headers, rows = self._counts()
        return html_table(self._title(), headers, rows, len(rows))

    def _title(self) -> str:
        version = "" if self._version is None else f" {self._version}"
        date = "" if self._as_of is None else f", as of {self._as_of}"
        return f"Catalog{version}{date}: {len(self):,} records"

    def _counts(self) -> tuple[list[str], list[list[str]]]:
        kept = (
            ("organizations", self.organizations),
            ("memberships", self.memberships),
            ("chairmanships", self.chairmanships),
            ("summits", self.summits),
            ("meetings", self.meetings),
            ("sources", self.sources),
        )
        rows = [[name, f"{len(found):,}"] for name, found in kept if len(found)]
        return ["collection", "records"], rows

    # -- how it works ------------------------------------------------------------

    def __setattr__(self, name: str, value: object) -> None:
        message = f"a Catalog is immutable; cannot set {name}"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> None:
        message = f"a Catalog is immutable; cannot delete {name}"
        raise AttributeError(message)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return self

    def __reduce__(self) -> tuple[object, ...]:
        # The indexes are made anew: only what it holds is worth keeping.
        return (_restore, (tuple(self), self._as_of, self._version))

    def _of_type(self, kind: type[_R]) -> list[_R]:
        return [record for record in self if isinstance(record, kind)]

    def _mentioned(self) -> Iterator[str]:
        """Yield the ids of organizations that records mention."""
        for spell in self.memberships:
            yield spell.organization
            if isinstance(spell, MemberOrganization):
                yield spell.member_organization
        for term in self.chairmanships:
            yield term.organization
            if term.chair_organization is not None:
                yield term.chair_organization
        for summit in self.summits:
            yield from summit.organizations
        for meeting in (*self.summits, *self.meetings):
            for delegation in meeting.delegations:
                if delegation.organization is not None:
                    yield delegation.organization

    def _people(self) -> Iterator[str]:
        """Yield the names of the people who appear in records."""
        for term in self.chairmanships:
            yield from (chair.name for chair in term.chairs)
        for meeting in (*self.summits, *self.meetings):
            yield from people(meeting)

    def _day(self, on: DateLike | None) -> PartialDate:
        if on is not None:
            return partial_date(on)
        if self._as_of is None:
            message = "this catalogue has no date of its own: say on which day, on=…"
            raise InvalidValue(message, field="on")
        # A catalogue as of a month is sure of the month's first day.
        return partial_date(self._as_of.earliest)

    def _roll(
        self,
        organization: str | Organization,
        status: Status,
        kind: CoverageOf,
        on: DateLike | None,
        match: Match,
    ) -> Memberships:
        key = self._context.organization(organization)
        day = self._day(on)
        roll = self._rolls.get((key, status))
        if roll is None:
            roll = self.memberships.of(key).where(status=status)
            self._rolls[key, status] = roll
        self._warn_beyond(key, kind, day)
        return roll.on(day, match)

    def _memberships_of(self, party: str | State | Organization) -> Memberships:
        key = self._context.party(party)
        roll = self._rolls.get((key, None))
        if roll is None:
            roll = self.memberships.by(key).where(status=Status.MEMBER)
            self._rolls[key, None] = roll
        return roll

    def _find_chair(self, key: str, day: PartialDate) -> Chairmanship:
        terms = self.chairmanships.of(key)
        found = list(terms.on(day))
        if not found:
            message = f"no chairmanship of {key} is recorded for {day}"
            if not self._coverage(key, CoverageOf.CHAIRMANSHIPS).answers(day):
                message += "; its chairmanships are not covered for that day"
            raise NotFound(message, query=key)
        certain = list(terms.on(day, match="certain"))
        if len(certain) == 1 and len(found) > 1:
            found = certain
        if len(found) > 1:
            found = _incoming(found, day)
        if len(found) > 1:
            shown = [
                f"{self._context.label(key_of(term))} ({term.party}, {term.period})"
                for term in found
            ]
            together = any(term.form is ChairForm.CO_CHAIR for term in found)
            why = "was chaired by" if together else "may have been chaired by"
            message = f"{key} {why} {' or '.join(shown)} on {day}"
            raise MultipleFound(message, query=key, candidates=shown)
        return found[0]

    def _coverage(self, key: str, kind: CoverageOf) -> _Covered:
        known = self._covered.get((key, kind))
        if known is None:
            known = _covered(self._context.organizations.get(key), kind, self._as_of)
            self._covered[key, kind] = known
        return known

    def _warn_beyond(self, key: str, kind: CoverageOf, day: PartialDate) -> None:
        """Warn if what is recorded for a day is not known to be complete."""
        if self._coverage(key, kind).answers(day):
            return
        organization = self._context.organizations.get(key)
        stated = [
            str(coverage.period)
            for coverage in (organization.coverage if organization else ())
            if coverage.of is kind
        ]
        covered = (
            f"are covered for {' and '.join(stated)}" if stated else "are not covered"
        )
        date = "" if self._as_of is None else f" (the catalogue is of {self._as_of})"
        message = (
            f"the {kind.value} of {key} {covered}{date}: for {day} the records may be "
            "incomplete"
        )
        warnings.warn(CoverageWarning(message), stacklevel=_caller_level())


def _by_identity(records: Iterable[Record]) -> dict[tuple[Hashable, ...], Record]:
    found: dict[tuple[Hashable, ...], Record] = {}
    for record in records:
        if not isinstance(record, _HELD):
            names = ", ".join(kind.__name__ for kind in _HELD)
            message = f"{shorten(record)} is no record of a catalogue; expected {names}"
            raise WrongType(message, value=record)
        identity = record.identity()
        if identity in found:
            message = (
                f"two records are the same {type(record).__name__}: "
                f"{shorten(found[identity])} and {shorten(record)}"
            )
            raise DuplicateRecord(message)
        found[identity] = record
    return found


_HELD = (
    Organization,
    MemberState,
    MemberOrganization,
    Chairmanship,
    Summit,
    BilateralMeeting,
    Source,
    State,
)


def _incoming(terms: list[Chairmanship], day: PartialDate) -> list[Chairmanship]:
    """Leave out, on a day of handover, the chair that hands over."""
    if not day.is_exact or any(term.form is ChairForm.CO_CHAIR for term in terms):
        return terms
    date = day.first_ordinal
    staying = [
        term
        for term in terms
        if term.until is None
        or not (term.until.is_exact and term.until.first_ordinal == date)
    ]
    taking_over = any(
        term.since is not None
        and term.since.is_exact
        and term.since.first_ordinal == date
        for term in staying
    )
    return staying if taking_over else terms


def _certainly(bounds: tuple[int, int, int, int], day: PartialDate) -> bool:
    return bounds[2] <= day.first_ordinal and day.last_ordinal <= bounds[3]


def _covered(
    organization: Organization | None, kind: CoverageOf, as_of: PartialDate | None
) -> _Covered:
    if organization is None:
        return _Covered(0, LAST_DAY, ())
    founded, ended, _, _ = spell_bounds(organization.since, organization.until)
    today = LAST_DAY if as_of is None else as_of.last_ordinal
    spells = []
    for coverage in organization.coverage:
        if coverage.of is kind:
            first = 0 if coverage.since is None else coverage.since.first_ordinal
            until = coverage.until
            last = today if until is None else min(until.last_ordinal, today)
            if organization.until is not None and until is None:
                last = max(last, ended)
            spells.append((first, last))
    return _Covered(founded, ended, tuple(spells))


def _caller_level() -> int:
    """Return the stack level, for a warning, of the line that asked the question."""
    package = str(Path(__file__).parent.parent)
    frame, level = sys._getframe(1), 1
    while frame.f_back is not None and frame.f_code.co_filename.startswith(package):
        frame, level = frame.f_back, level + 1
    return level


def _restore(
    records: tuple[Record, ...], as_of: PartialDate | None, version: str | None
) -> Catalog:
    return Catalog(records, as_of=as_of, version=version)
