"""Appointments: who held a post of an organization, and when."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, ClassVar

import attrs

from summitry.values import OrganizationId, StateCode
from summitry.values.expectation import Expectation, expectations
from summitry.values.record import named_fields
from summitry.values.spell import Spell

from . import fields
from .vocabulary.appointments import Capacity, to_capacity
from .vocabulary.meetings import Level, to_rank


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class Appointment(Spell):
    """A person in a post of an organization: its secretary-general, say.

    Who presides over an organization for a state is its
    :class:`~summitry.Chairmanship`; an appointment is the organization's own.

    Attributes:
        name: The person's usual name.
        organization: The body's id.
        post: The post, in the body's own words, such as ``Director General``.
        state: The code of the state whose national the person was.
        level: The rank of the post: the body's head, or a deputy.
        person_id: An id that tells namesakes apart, such as a Wikidata one.
        capacity: Substantive, or acting.
        since: The first day in the post.
        until: The last day in it; ``None`` for who holds it still.
        sources: Ids of the sources of this record.
        note: What a reader should know.
        expected: What the checks object to in it and is right, each with the reason.

    Raises:
        UnknownState: *state* is no code.
        InvalidValue: a word outside a vocabulary.
        InvalidPeriod: *until* is before *since*.

    Example:
        >>> grossi = Appointment(name="Rafael Grossi", organization="IAEA", state="ARG",
        ...                      post="Director General", since="2019-12-03")
        >>> grossi.level, grossi.capacity
        (<Level.HEAD_OF_ORGANIZATION: 'head_of_organization'>, <Capacity.SUBSTANTIVE: 'substantive'>)
    """

    type_name: ClassVar[str] = "appointment"

    name: str = attrs.field(converter=fields.text)
    organization: OrganizationId = attrs.field(converter=fields.organization_id)
    post: str = attrs.field(converter=fields.text)
    state: StateCode | None = attrs.field(default=None, converter=fields.optional_state)
    level: Level = attrs.field(default=Level.HEAD_OF_ORGANIZATION, converter=to_rank)
    person_id: str | None = attrs.field(default=None, converter=fields.optional_text)
    capacity: Capacity = attrs.field(default=Capacity.SUBSTANTIVE, converter=to_capacity)
    sources: tuple[str, ...] = attrs.field(default=(), converter=fields.slugs)
    note: str | None = attrs.field(default=None, converter=fields.optional_text)
    expected: tuple[Expectation, ...] = attrs.field(default=(), converter=expectations)

    def identity(self) -> tuple[Hashable, ...]:
        """Return its type, body, post, person, capacity and first day."""
        return (
            self.type_name,
            self.organization,
            self.post,
            self.name,
            self.capacity,
            self.since,
        )

    def _order(self) -> tuple[Any, ...]:
        since = self.since
        return (
            self.organization,
            (0, 0) if since is None else (since.first_ordinal, since.last_ordinal),
            self.post,
            self.name,
            self.capacity,
        )
