"""Appointments: who held which post, and when."""

from __future__ import annotations

from typing import ClassVar

from summitry.model import Appointment, Capacity, Level, Organization
from summitry.model.vocabulary.appointments import to_capacity
from summitry.model.vocabulary.meetings import to_level
from summitry.states import State
from summitry.values import Record
from summitry.values.fields import text
from summitry.values.keywords import explained
from summitry.values.text import normalize

from . import collection
from .collection import Spells


class Appointments(Spells[Appointment]):
    """Persons in the posts of organizations.

    Example:
        >>> import summitry
        >>> heads = summitry.load().appointments.where(level="head_of_organization")
        >>> [a.name for a in heads.of("UN").during("1950/1960")]
        ['Trygve Lie', 'Dag Hammarskjöld']
    """

    __slots__ = ()
    noun = "appointment"
    kinds: ClassVar[tuple[type[Record], ...]] = (Appointment,)

    def of(self, organization: str | Organization) -> Appointments:
        """Return the appointments to the posts of a body, given by id or name.

        Raises:
            UnknownOrganization: none is called that; near misses are named.
            AmbiguousOrganization: several are.
        """
        key = self._context.organization(organization)
        return self._group_of_body(key, lambda a: (a.organization,))

    def by(self, state: str | State) -> Appointments:
        """Return the appointments of the nationals of a state.

        Only who is recorded with a nationality is found.

        Raises:
            NotFound: no state is called that; near misses are named.
            MultipleFound: several are.

        Example:
            >>> import summitry
            >>> [a.name for a in summitry.load().appointments.by("GHA").of("UN")]
            ['Alex Quaison-Sackey', 'Kofi Annan']
        """
        key = self._context.party(state)
        return self._group("by", key, lambda a: () if a.state is None else (a.state,))

    def with_person(self, name: str) -> Appointments:
        """Return the appointments of a person.

        Args:
            name: A name, or a part of one, in whole words.

        Raises:
            UnknownPerson: nobody in the catalogue is called that.
        """
        meant = self._context.person(name)
        return self.filter(lambda a: a.name in meant)

    @explained
    def where(
        self,
        *,
        post: str | None = None,
        level: Level | str | None = None,
        capacity: Capacity | str | None = None,
    ) -> Appointments:
        """Return the appointments to a post, of a rank, in a capacity.

        Args:
            post: The post; case, accents and punctuation do not matter.
            level: Such as ``"head_of_organization"``.
            capacity: ``"substantive"`` or ``"acting"``.

        Raises:
            InvalidValue: there is no such word.
        """
        wanted = None if post is None else normalize(text(post))
        rank = to_level(level)
        kind = None if capacity is None else to_capacity(capacity)
        return self.filter(
            lambda a: (
                (wanted is None or normalize(a.post) == wanted)
                and (rank is None or a.level is rank)
                and (kind is None or a.capacity is kind)
            )
        )

    def _headers(self) -> tuple[str, ...]:
        return ("body", "post", "name", "of", "since", "until", "capacity")

    def _row(self, record: Appointment) -> list[str]:
        capacity = record.capacity
        return [
            record.organization,
            record.post,
            record.name,
            record.state or "",
            *collection.dates(record),
            "" if capacity is Capacity.SUBSTANTIVE else capacity.value,
        ]
