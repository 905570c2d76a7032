"""Summits and bilateral meetings: who met whom, where, when and on what."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar, Generic, Self, TypeVar

from summitry.errors import UnknownRecord, shorten
from summitry.model import (
    BilateralMeeting,
    Delegation,
    Happened,
    Meeting,
    MeetingFormat,
    Modality,
    Organization,
    Summit,
    SummitKind,
    fields,
)
from summitry.model.vocabulary.meetings import (
    to_happened,
    to_meeting_format,
    to_modality,
    to_summit_kind,
)
from summitry.states import State
from summitry.values import Record
from summitry.values.keywords import explained
from summitry.values.text import closest

from . import collection
from .collection import Keyed, Spells
from .context import key_of


M = TypeVar("M", bound=Meeting)


class Gatherings(Keyed[M], Spells[M], Generic[M]):
    """Meetings of many or of two; the base of the two collections."""

    __slots__ = ()

    def with_(self, party: str | State | Organization) -> Self:
        """Return the meetings at which a delegation of a party is recorded.

        Args:
            party: A state's alpha-3 code or name, an organization's id or name.

        Raises:
            NotFound: nobody is called that; near misses are named.
            MultipleFound: several are.

        Example:
            >>> import summitry
            >>> met = summitry.load().meetings.with_("CICA").with_("China").one()
            >>> [d.head.name for d in met.delegations if d.head]
            ['Kairat Sarybay', 'Li Hui']
        """
        key = self._context.party(party)
        return self._group("with", key, parties)

    def with_person(self, name: str) -> Self:
        """Return the meetings that a person chaired or took part in, as recorded.

        Args:
            name: A name, or a part of one, in whole words.

        Raises:
            UnknownPerson: nobody in the catalogue is called that.

        Example:
            >>> import summitry
            >>> summitry.load().meetings.with_person("Grossi").one().parties
            ('CICA', 'IAEA')
        """
        meant = self._context.person(name)
        return self.filter(lambda m: any(person in meant for person in people(m)))


class Summits(Gatherings[Summit]):
    """Meetings of organizations.

    Example:
        >>> import summitry
        >>> world = summitry.load()
        >>> [s.place.city for s in world.summits.of("NAM").during("1961/1970")]
        ['Belgrade', 'Cairo', 'Lusaka']
    """

    __slots__ = ()
    noun = "summit"
    kinds: ClassVar[tuple[type[Record], ...]] = (Summit,)

    def of(self, organization: str | Organization) -> Summits:
        """Return the summits of a body, given by id or name.

        Raises:
            UnknownOrganization: none is called that; near misses are named.
            AmbiguousOrganization: several are.

        Example:
            >>> import summitry
            >>> summitry.load().summits.of("NAM")[0].place.city
            'Belgrade'
        """
        key = self._context.organization(organization)
        return self._group("of", key, lambda s: s.organizations)

    def hosted_by(self, state: str | State) -> Summits:
        """Return the summits that a state hosted, given by code or name.

        Raises:
            UnknownState: none is called that; near misses are named.
            AmbiguousState: several are.

        Example:
            >>> import summitry
            >>> [s.id for s in summitry.load().summits.of("NAM").hosted_by("Zambia")]
            ['nam-1970']
        """
        host = state if isinstance(state, State) else self._context.state(state)
        key = host.code
        return self._group("host", key, lambda s: () if s.host is None else (s.host,))

    @explained
    def where(
        self,
        *,
        kind: SummitKind | str | None = None,
        modality: Modality | str | None = None,
        happened: Happened | str | None = None,
    ) -> Summits:
        """Return the summits of a kind, a modality, or that happened so.

        Args:
            kind: Such as ``"contact_group"``.
            modality: Such as ``"virtual"``.
            happened: Such as ``"cancelled"``.

        Raises:
            InvalidValue: a word is in no vocabulary; near misses are named.
        """
        found = self
        if kind is not None:
            wanted = to_summit_kind(kind)
            found = found.filter(lambda s: s.kind is wanted)
        return found.filter(_circumstances(modality, happened))

    def _headers(self) -> tuple[str, ...]:
        return ("id", "name", "kind", "place", "since", "until")

    def _row(self, record: Summit) -> list[str]:
        kind = record.kind.value
        return [record.id, record.name, kind, _where(record), *collection.dates(record)]


class Meetings(Gatherings[BilateralMeeting]):
    """Bilateral meetings.

    Example:
        >>> import summitry
        >>> len(summitry.load().meetings.with_("CICA").during("2023"))
        7
    """

    __slots__ = ()
    noun = "meeting"
    kinds: ClassVar[tuple[type[Record], ...]] = (BilateralMeeting,)

    def at(self, summit: Summit | str) -> Meetings:
        """Return the meetings held on the sidelines of a summit.

        Args:
            summit: The summit, or its id.

        Raises:
            UnknownRecord: no meeting here, and no summit, has this id.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> len(world.meetings.at(world.summits["nam-contact-group-2023"]))
            7
        """
        key = summit.id if isinstance(summit, Summit) else fields.text(summit)
        found = self._group("at", key, _sidelines)
        known = self._context.summits
        if not found and not isinstance(summit, Summit) and key not in known:
            message = f"no summit has the id {shorten(key)}"
            raise UnknownRecord(message, query=key, candidates=closest(key, known))
        return found

    @explained
    def where(
        self,
        *,
        format: MeetingFormat | str | None = None,  # noqa: A002 - the field's name
        modality: Modality | str | None = None,
        happened: Happened | str | None = None,
    ) -> Meetings:
        """Return the meetings of a format, a modality, or that happened so.

        Args:
            format: Such as ``"courtesy_call"``.
            modality: Such as ``"virtual"``.
            happened: Such as ``"postponed"``.

        Raises:
            InvalidValue: a word is in no vocabulary; near misses are named.
        """
        found = self
        if format is not None:
            wanted = to_meeting_format(format)
            found = found.filter(lambda m: m.format is wanted)
        return found.filter(_circumstances(modality, happened))

    def _headers(self) -> tuple[str, ...]:
        return ("id", "parties", "persons", "place", "since", "until")

    def _row(self, record: BilateralMeeting) -> list[str]:
        return [
            record.id,
            " – ".join(record.parties),
            collection.names(people(record)),
            _where(record),
            *collection.dates(record),
        ]


def parties(meeting: Meeting) -> tuple[str, ...]:
    """Return the keys of the parties that a meeting records."""
    return tuple(key_of(delegation) for delegation in meeting.delegations)


def people(meeting: Meeting) -> tuple[str, ...]:
    """Return the names of those who took part in a meeting or chaired it."""
    delegations: Iterable[Delegation] = meeting.delegations
    if isinstance(meeting, Summit) and meeting.chair is not None:
        delegations = (meeting.chair, *delegations)
    return tuple(
        dict.fromkeys(
            person.name
            for delegation in delegations
            for person in delegation.representatives
        )
    )


def _circumstances(
    modality: Modality | str | None, happened: Happened | str | None
) -> Callable[[Meeting], bool]:
    wanted = None if modality is None else to_modality(modality)
    fate = None if happened is None else to_happened(happened)
    return lambda m: (
        (wanted is None or m.modality is wanted) and (fate is None or m.happened is fate)
    )


def _sidelines(meeting: BilateralMeeting) -> tuple[str, ...]:
    return () if meeting.sidelines_of is None else (meeting.sidelines_of,)


def _where(meeting: Meeting) -> str:
    place = meeting.place
    return (
        "" if place is None else collection.names(filter(None, (place.city, place.state)))
    )
