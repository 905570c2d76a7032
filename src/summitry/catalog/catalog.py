"""The catalogue: an immutable set of records, and the questions asked of it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar, overload

from summitry.errors import (
    DuplicateRecord,
    NotFound,
    Severity,
    WrongType,
    shorten,
)
from summitry.model import (
    Appointment,
    BilateralMeeting,
    Chairmanship,
    Delegation,
    MemberOrganization,
    Membership,
    Organization,
    Source,
    Status,
    Summit,
)
from summitry.states import State
from summitry.values import DateLike, PartialDate, PeriodLike, Record
from summitry.values.fields import optional_text, text
from summitry.values.keywords import explained
from summitry.values.partial_date import partial_date

from .appointments import Appointments
from .chairmanships import Chairmanships
from .context import Context, key_of
from .coverage import Coverages
from .deferred import Shelves
from .diff import Difference
from .display import html_table, text_table
from .meetings import Meetings, Summits, people
from .memberships import Memberships
from .organizations import Organizations, Sources, States
from .questions import Questions


if TYPE_CHECKING:
    from typing import Self, Unpack

    from summitry.ext.networks import (
        Affiliation,
        Network,
        Options,
        OrganizationTie,
        Projected,
        StateTie,
    )
    from summitry.ext.panels import Panel, PanelKind, StateSystem, YearRule, Years
    from summitry.rules.report import Report


_R = TypeVar("_R", bound=Record)

Sourced: TypeAlias = (
    Organization
    | Membership
    | Chairmanship
    | Appointment
    | Summit
    | BilateralMeeting
    | State
)
"""A record that names its sources."""


class Catalog(Questions):
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
        "_coverages",
        "_grid",
        "_heads",
        "_held",
        "_rolls",
        "_shelves",
        "_states",
        "_version",
        "appointments",
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
    appointments: Appointments
    """Every term in a post of an organization."""
    summits: Summits
    """The meetings of organizations."""
    meetings: Meetings
    """The bilateral meetings."""
    sources: Sources
    """The documents that the records name."""

    _held: dict[tuple[Hashable, ...], Record] | None
    _grid: object
    _shelves: Iterable[Record]
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
        deferred = isinstance(records, Shelves)
        if isinstance(records, Shelves):
            put(self, "_held", None)
            kinds: Shelves | _Kinds = records
        else:
            held = _by_identity(records)
            put(self, "_held", held)
            kinds = _Kinds(held.values())
        put(self, "_shelves", records if deferred else ())
        put(self, "_as_of", date)
        put(self, "_version", optional_text(version))
        organizations = kinds.of(Organization)
        context = Context(
            organizations={o.id: o for o in organizations},
            states={s.code: s for s in kinds.of(State)},
            summits=self._summit_ids,
            mentioned=tuple if deferred else self._mentioned,
            people=self._people,
            source=self._source,
            as_of=date,
        )
        put(self, "_context", context)
        put(self, "organizations", Organizations(organizations, context))
        put(self, "memberships", Memberships(kinds.of(Membership), context))
        put(self, "chairmanships", Chairmanships(kinds.of(Chairmanship), context))
        put(self, "appointments", Appointments(kinds.of(Appointment), context))
        put(self, "summits", Summits(kinds.of(Summit), context))
        put(self, "meetings", Meetings(kinds.of(BilateralMeeting), context))
        put(self, "sources", Sources(kinds.of(Source), context))
        put(self, "_states", None)
        put(self, "_rolls", {})
        put(self, "_chairs", {})
        put(self, "_heads", {})
        put(self, "_grid", None)
        put(self, "_coverages", Coverages(context))

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

    @property
    def _records(self) -> dict[tuple[Hashable, ...], Record]:
        if self._held is None:
            held = _by_identity(self._shelves)
            object.__setattr__(self, "_held", held)
            return held
        return self._held

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
            version="+".join(dict.fromkeys("+".join(versions).split("+"))) or None,
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
            if record not in self or record.identity() not in left:
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

    # -- checks ------------------------------------------------------------------

    @explained
    def check(
        self,
        *,
        select: Iterable[str] | None = None,
        ignore: Iterable[str] = (),
        severity: Mapping[str, Severity | str] | None = None,
        match: Literal["certain", "possible"] = "certain",
    ) -> Report:
        """Check the records against each other: every problem, in one pass.

        The rules, each with a page, are listed in :doc:`/reference/rules/index`. Records
        of one's own are checked in the light of the bundled ones by laying them over:
        ``(summitry.load() | mine).check().within(mine)``.

        Args:
            select: Codes, or beginnings of codes, of the rules to run; by default all.
            ignore: Those not to run; of a code and its beginning the longer counts.
            severity: How much rules matter, by code or its beginning, such as
                ``{"SMT5": "note"}``.
            match: ``"certain"`` finds what must be wrong; ``"possible"`` also what may be
                so on some of the days that partly known dates allow.

        Raises:
            InvalidValue: a code is no rule's, or a word none of those expected.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> world.check().raise_if_errors()
            >>> early = summitry.MemberState(organization="NAM", state="AZE", since="1960")
            >>> print((world | summitry.Catalog([early])).check(select=["SMT301"])[0])
            SMT301 member_states[...].since: AZE joined in 1960, and NAM was founded on 1961-09-01
        """
        # The rules, which know this layer, are run: a convenience that reaches up.
        from summitry.rules.checking import check  # noqa: PLC0415

        return check(self, select=select, ignore=ignore, severity=severity, match=match)

    # -- as networks -------------------------------------------------------------

    @overload
    def network(
        self, kind: Literal["states"], **options: Unpack[Projected]
    ) -> Network[StateTie]: ...
    @overload
    def network(
        self, kind: Literal["organizations"], **options: Unpack[Projected]
    ) -> Network[OrganizationTie]: ...
    @overload
    def network(
        self, kind: Literal["two-mode"], **options: Unpack[Options]
    ) -> Network[Affiliation]: ...
    @explained
    def network(
        self,
        kind: Literal["states", "organizations", "two-mode"],
        *,
        on: DateLike | None = None,
        during: PeriodLike | None = None,
        status: Status | str | Iterable[Status | str] = Status.MEMBER,
        organizations: Iterable[str | Organization] | None = None,
        states: Iterable[str | State] | None = None,
        parties: Literal["states", "all"] = "states",
        weight: Literal["shared", "days", "jaccard", "newman"] | None = None,
        match: Literal["possible", "certain"] = "possible",
    ) -> Network[Any]:
        """Return a network of shared membership, on a day or over a period.

        Its nodes are the parties and the bodies that have at least one membership of
        those asked for, be they joined to another or not. How ties are counted and
        weighed is said in :doc:`/how-to/networks`.

        Args:
            kind: ``"states"``, joined by the organizations that they share;
                ``"organizations"``, joined by the members that they share; or
                ``"two-mode"``, parties joined to the organizations they belong to.
            on: The day; by default the catalogue's date. A partial one is some unknown
                day of those it covers.
            during: The period, in place of a day; partial ends are taken at their
                widest, and an open end is the catalogue's date.
            status: As what parties belong: one word or several.
            organizations: The bodies, by id or name; by default all.
            states: The states, by code or name; by default all.
            parties: ``"all"`` to count organizations that belong to others as well.
            weight: What an edge between two states or organizations weighs: how many
                organizations or members are ``"shared"`` (the default), for how many
                ``"days"`` in all, as a share of what either has (``"jaccard"``), or each
                the less the more it joins (``"newman"``).
            match: ``"possible"`` or ``"certain"`` memberships. Days are then the most,
                or the least, that they can be.

        Raises:
            NotFound: nobody is called that; near misses are named.
            MultipleFound: several are.
            InvalidDate: *on* is no date.
            InvalidPeriod: *during* is no period.
            InvalidValue: *on* and *during* are both given, a word is none of those
                expected, or the weight is none that such a network has.

        Warns:
            CoverageWarning: once, naming the organizations whose records are not known
                to be complete for that time; see :attr:`Network.uncovered
                <summitry.ext.networks.Network.uncovered>`.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> world.network("states", on="2023-03-02", organizations=["GUAM", "OTS"])
            Network of states on 2023-03-02: 8 nodes, 16 edges
              state_1  state_2  shared  weight
              AZE      GEO      1       1
              ...
        """
        # What stands beside the core makes it: a convenience that reaches up.
        from summitry.ext.networks.building import network  # noqa: PLC0415

        return network(
            self,
            kind,
            on=on,
            during=during,
            status=status,
            organizations=organizations,
            states=states,
            parties=parties,
            weight=weight,
            match=match,
        )

    # -- as tables ---------------------------------------------------------------

    @explained
    def panel(
        self,
        kind: PanelKind
        | Literal[
            "state-year", "organization-year", "dyad-year", "organization-dyad-year"
        ],
        *,
        years: Years | None = None,
        rule: YearRule | Literal["any", "first", "last", "all"] = "any",
        status: Status | str | Iterable[Status | str] = Status.MEMBER,
        system: StateSystem | Literal["cow", "gw", "iso"] | None = None,
        states: Iterable[str | State] | None = None,
        organizations: Iterable[str | Organization] | None = None,
        columns: Literal["counts", "states", "organizations"] = "counts",
        directed: bool = False,
    ) -> Panel:
        """Return a table of who belonged to what, year by year.

        Its rows are states, organizations, or two of either, each with a year. Without
        *columns* they are counts: how many memberships, how many were shared, and beside
        it how many are unknown, because dates are known in part or the records are not
        known to be complete. Where nothing at all is known there is no count, rather
        than zero.

        Args:
            kind: ``"state-year"``, ``"organization-year"``, ``"dyad-year"`` (two states)
                or ``"organization-dyad-year"`` (two organizations).
            years: A year, a range, several, or a period such as ``"1945/2024"``; by
                default from the first founding to the last whole year of the catalogue.
            rule: Whether to have belonged in a year means on ``"any"`` day of it, on its
                ``"first"`` or its ``"last"``, or on ``"all"`` of them.
            status: The status that counts, or several.
            system: Which states there were: those of the Correlates of War, of Gleditsch
                and Ward, or of ISO 3166; by default all that existed or belonged.
            states: Only these, by code or name.
            organizations: Only these, by id or name.
            columns: ``"organizations"`` (of states) or ``"states"`` (of organizations)
                for a column each: the status of a single one, ``none`` or ``absent``
                where one of the two did not exist; whether a pair had it in common. What
                is unknown is null.
            directed: Whether each pair has a row each way.

        Raises:
            InvalidValue: a word is none of those expected, or the catalogue has no date
                and no years are given.
            NotFound: a state or an organization is unknown; near misses are named.
            MissingExtra: numpy or pyarrow is not installed:
                ``pip install 'summitry[panels]'``.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> panel = world.panel("dyad-year", years=2000, states=["CUB", "USA"])
            >>> panel.column_names
            ['state_1', 'state_2', 'year', 'shared', 'shared_unknown']
        """
        # The panels know this layer: a convenience that reaches up.
        from summitry.ext.panels.asking import panel  # noqa: PLC0415

        return panel(
            self,
            kind,
            years=years,
            rule=rule,
            status=status,
            system=system,
            states=states,
            organizations=organizations,
            columns=columns,
            directed=directed,
        )

    @classmethod
    def from_arrow(
        cls,
        *tables: object,
        as_of: DateLike | None = None,
        version: str | None = None,
    ) -> Catalog:
        """Return the records of Arrow tables, whoever made them, as a catalogue.

        A table is a frame of polars or pandas, a relation of DuckDB, a table of pyarrow,
        a collection: whatever has ``__arrow_c_stream__()``. Its column ``type`` says what
        its rows are; the other columns are those of :doc:`/reference/tables`, in any
        order, and those that need not be given may be absent.

        Args:
            tables: The tables; all their records are in one catalogue.
            as_of: The date of the whole; by default what the tables say.
            version: The version of the whole, likewise.

        Raises:
            DocumentError: with every problem of the tables, each with the path that it
                would have in a JSON document.
            WrongType: something is no Arrow table.
            MissingExtra: pyarrow is not installed: ``pip install 'summitry[arrow]'``.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> frame = world.memberships.of("CICA").to_polars()
            >>> cica = summitry.Catalog.from_arrow(frame, world.organizations)
            >>> cica.memberships == world.memberships.of("CICA")
            True
        """
        # The codec, which knows this layer, reads them: a convenience that reaches up.
        from summitry.codec.tables import arrow_reading  # noqa: PLC0415

        facts: dict[str, str] = {}
        if as_of is not None:
            facts["as_of"] = str(partial_date(as_of))
        if version is not None:
            facts["version"] = text(version)
        source = "the tables given" if len(tables) > 1 else "the table given"
        found = arrow_reading.document_of(tables, source=source, facts=facts)
        return found.catalog()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        from summitry.codec.tables import arrow  # noqa: PLC0415 - likewise

        table = arrow.whole(self, as_of=self._as_of, version=self._version)
        return table.__arrow_c_stream__(requested_schema)

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
            ("appointments", self.appointments),
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
        for appointment in self.appointments:
            yield appointment.organization
        for summit in self.summits:
            yield from summit.organizations
        for meeting in (*self.summits, *self.meetings):
            for delegation in meeting.delegations:
                if delegation.organization is not None:
                    yield delegation.organization

    def _summit_ids(self) -> Iterable[str]:
        """Return the ids of the summits."""
        return self.summits.ids

    def _source(self, key: str) -> Source | None:
        """Return the source of an id, if it is here."""
        return self.sources.get(key)

    def _people(self) -> Iterator[str]:
        """Yield the names of the people who appear in records."""
        for term in self.chairmanships:
            yield from (chair.name for chair in term.chairs)
        for appointment in self.appointments:
            yield appointment.name
        for meeting in (*self.summits, *self.meetings):
            yield from people(meeting)


class _Kinds:
    """Records sorted by the collection they belong to, in one pass."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._lists: dict[type[Record], list[Any]] = {kind: [] for kind in _COLLECTED}
        homes: dict[type[Record], list[Any]] = {}
        for record in records:
            home = homes.get(type(record))
            if home is None:
                kinds = (k for k in _COLLECTED if isinstance(record, k))
                home = homes[type(record)] = self._lists[next(kinds)]
            home.append(record)

    def of(self, kind: type[_R]) -> list[_R]:
        """Return the records of a kind, in their order."""
        return self._lists[kind]


def _by_identity(records: Iterable[Record]) -> dict[tuple[Hashable, ...], Record]:
    found: dict[tuple[Hashable, ...], Record] = {}
    for record in records:
        if not isinstance(record, _COLLECTED):
            names = ", ".join(kind.__name__ for kind in _COLLECTED)
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


_COLLECTED = (
    Organization,
    Membership,
    Chairmanship,
    Appointment,
    Summit,
    BilateralMeeting,
    Source,
    State,
)


def _restore(
    records: tuple[Record, ...], as_of: PartialDate | None, version: str | None
) -> Catalog:
    return Catalog(records, as_of=as_of, version=version)
