"""Memberships: who belongs to what, as what, and when."""

from __future__ import annotations

from typing import ClassVar

from summitry.model import (
    Entry,
    Exit,
    MemberOrganization,
    Membership,
    MemberState,
    Organization,
    Standing,
    Status,
)
from summitry.model.vocabulary.memberships import (
    to_entry,
    to_exit,
    to_standing,
    to_status,
)
from summitry.states import State
from summitry.values import OrganizationId, Record, StateCode
from summitry.values.keywords import explained

from . import collection
from .collection import Spells
from .context import key_of


class Memberships(Spells[Membership]):
    """Spells of states and organizations in organizations.

    Example:
        >>> import summitry
        >>> world = summitry.load()
        >>> world.memberships.of("UN").by("South Sudan").one().since
        PartialDate('2011-07-14')
    """

    __slots__ = ()
    noun = "membership"
    kinds: ClassVar[tuple[type[Record], ...]] = (MemberState, MemberOrganization)

    def of(self, organization: str | Organization) -> Memberships:
        """Return the spells in a body.

        Args:
            organization: Its id or name.

        Raises:
            UnknownOrganization: none is called that; near misses are named.
            AmbiguousOrganization: several are.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> [m.standing.value for m in world.memberships.by("CUB").of("OAS")][-1]
            'inactive'
        """
        key = self._context.organization(organization)
        return self._group_of_body(key, lambda m: (m.organization,))

    def by(self, party: str | State | Organization) -> Memberships:
        """Return the spells of a party.

        Args:
            party: A state's alpha-3 code or name, an organization's id or name.

        Raises:
            NotFound: nobody is called that; near misses are named.
            MultipleFound: several are.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> {m.organization for m in world.memberships.by("Azerbaijan").on("2023")}
            {...}
        """
        key = self._context.party(party)
        return self._group("by", key, lambda m: (key_of(m),))

    @explained
    def where(
        self,
        *,
        status: Status | str | None = None,
        standing: Standing | str | None = None,
        entry: Entry | str | None = None,
        exit: Exit | str | None = None,  # noqa: A002 - the field's name
    ) -> Memberships:
        """Return the spells of a status, a standing, a way of entry or exit.

        Args:
            status: Such as ``Status.OBSERVER`` or ``"observer"``.
            standing: Such as ``"suspended"``.
            entry: Such as ``"admitted"``.
            exit: Such as ``"withdrew"``.

        Raises:
            InvalidValue: a word is in no vocabulary; near misses are named.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> observers = world.memberships.where(status=summitry.Status.OBSERVER)
            >>> {m.status.value for m in observers}
            {'observer'}
        """
        found = self
        if status is not None:
            wanted = to_status(status)
            found = found._group("status", wanted, lambda m: (m.status,))
        if standing is not None:
            wanted_standing = to_standing(standing)
            found = found.filter(lambda m: m.standing is wanted_standing)
        if entry is not None:
            wanted_entry = to_entry(entry)
            found = found.filter(lambda m: m.entry is wanted_entry)
        if exit is not None:
            wanted_exit = to_exit(exit)
            found = found.filter(lambda m: m.exit is wanted_exit)
        return found

    @property
    def states(self) -> tuple[StateCode, ...]:
        """The codes of the states that belong, each once, in order."""
        return tuple(sorted({m.state for m in self if isinstance(m, MemberState)}))

    @property
    def organizations(self) -> tuple[OrganizationId, ...]:
        """The ids of the organizations that belong, each once, in order."""
        members = {
            m.member_organization for m in self if isinstance(m, MemberOrganization)
        }
        return tuple(sorted(members))

    @property
    def bodies(self) -> tuple[OrganizationId, ...]:
        """The ids of the organizations they belong *to*, each once, in order."""
        return tuple(sorted({m.organization for m in self}))

    def _headers(self) -> tuple[str, ...]:
        return ("body", "party", "name", "status", "standing", "since", "until", "")

    def _row(self, record: Membership) -> list[str]:
        standing = "" if record.standing is Standing.ACTIVE else record.standing.value
        return [
            record.organization,
            record.party,
            self._context.label(key_of(record)),
            record.status.value,
            standing,
            *collection.dates(record),
            "" if record.exit is None else record.exit.value,
        ]
