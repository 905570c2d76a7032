"""Delegations: the parties to a meeting, and who spoke for them."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from summitry.values import OrganizationId, StateCode
from summitry.values.record import Record, named_fields

from . import fields
from .vocabulary.meetings import Level, to_level


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class Representative(Record):
    """A person in the capacity in which they took part.

    The capacity is that of the one meeting: the same person may lead a state's
    delegation here and chair an organization there.

    Attributes:
        name: The person's usual name.
        post: The post, in the words of the source.
        level: The rank of representation.
        person_id: An id that tells namesakes apart, such as a Wikidata one.

    Example:
        >>> Representative(name="Rafael Mariano Grossi", post="Director General",
        ...                level="head_of_organization").level
        <Level.HEAD_OF_ORGANIZATION: 'head_of_organization'>
    """

    name: str = attrs.field(converter=fields.text)
    post: str | None = attrs.field(default=None, converter=fields.optional_text)
    level: Level | None = attrs.field(default=None, converter=to_level)
    person_id: str | None = attrs.field(default=None, converter=fields.optional_text)


def _representatives(value: Iterable[Representative]) -> tuple[Representative, ...]:
    return fields.records(Representative, value)


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class Delegation(Record):
    """A party to a meeting: a state or an organization, with its representatives.

    Attributes:
        state: The code of the state …
        organization: … or the id of the organization.
        representatives: Who took part for it, the head of the delegation first.

    Raises:
        InvalidValue: neither a state nor an organization is given, or both are.
        UnknownState: *state* is no code.

    Example:
        >>> Delegation(state="CHN").party, Delegation(organization="IAEA").party
        ('CHN', 'IAEA')
    """

    state: StateCode | None = attrs.field(default=None, converter=fields.optional_state)
    organization: OrganizationId | None = attrs.field(
        default=None, converter=fields.optional_organization_id
    )
    representatives: tuple[Representative, ...] = attrs.field(
        default=(), converter=_representatives
    )

    def __attrs_post_init__(self) -> None:
        if (self.state is None) == (self.organization is None):  # spares most a call
            fields.exactly_one(self, "state", "organization")

    @property
    def party(self) -> str:
        """The code of the state, or the id of the organization."""
        return self.state or self.organization or ""

    @property
    def head(self) -> Representative | None:
        """The first representative, if any is known."""
        return self.representatives[0] if self.representatives else None
