"""Chairmanships: who presided over a body, and when."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any, ClassVar

import attrs

from summitry.values import OrganizationId, StateCode
from summitry.values.expectation import Expectation, expectations
from summitry.values.record import named_fields
from summitry.values.spell import Spell

from . import fields
from .vocabulary.chairmanships import ChairForm, to_chair_form


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class Chair(Spell):
    """A person who exercises a chairmanship, for the whole of it or a part.

    Attributes:
        name: The person's usual name.
        post: The post held at the time, such as ``President of Azerbaijan``.
        person_id: An id that tells namesakes apart, such as a Wikidata one.
        since: The first day in the chair, where it is not the chairmanship's.
        until: The last day in the chair, likewise.

    Example:
        >>> Chair(name="Ilham Aliyev", post="President of Azerbaijan").name
        'Ilham Aliyev'
    """

    name: str = attrs.field(converter=fields.text)
    post: str | None = attrs.field(default=None, converter=fields.optional_text)
    person_id: str | None = attrs.field(default=None, converter=fields.optional_text)


def _chairs(value: Iterable[Chair]) -> tuple[Chair, ...]:
    return fields.records(Chair, value)


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class Chairmanship(Spell):
    """The chair of an organization, held by a state or by another organization.

    Attributes:
        organization: The body's id.
        state: The code of the state that holds the chair …
        chair_organization: … or the id of the organization that does.
        chairs: The persons who exercise it, each with post and, if need be, period.
        form: Rotating, chair-in-office, pro tempore, co-chair, acting.
        since: The first day.
        until: The last day. On the day of a handover both terms include it.
        sources: Ids of the sources of this record.
        note: What a reader should know.
        expected: What the checks object to in it and is right, each with the reason.

    Raises:
        InvalidValue: neither a state nor an organization is given, or both are.
        UnknownState: *state* is no code.
        InvalidPeriod: *until* is before *since*.

    Example:
        >>> term = Chairmanship(organization="NAM", state="AZE", since="2019-10-25")
        >>> term.state, term.until
        ('AZE', None)
    """

    type_name: ClassVar[str] = "chairmanship"

    organization: OrganizationId = attrs.field(converter=fields.organization_id)
    state: StateCode | None = attrs.field(default=None, converter=fields.optional_state)
    chair_organization: OrganizationId | None = attrs.field(
        default=None, converter=fields.optional_organization_id
    )
    chairs: tuple[Chair, ...] = attrs.field(default=(), converter=_chairs)
    form: ChairForm | None = attrs.field(default=None, converter=to_chair_form)
    sources: tuple[str, ...] = attrs.field(default=(), converter=fields.slugs)
    note: str | None = attrs.field(default=None, converter=fields.optional_text)
    expected: tuple[Expectation, ...] = attrs.field(default=(), converter=expectations)

    def __attrs_post_init__(self) -> None:
        Spell.__attrs_post_init__(self)
        fields.exactly_one(self, "state", "chair_organization")

    @property
    def party(self) -> str:
        """The code of the state, or the id of the organization, in the chair."""
        return self.state or self.chair_organization or ""

    def identity(self) -> tuple[Hashable, ...]:
        """Return its type, body, holder and first day."""
        return (
            self.type_name,
            self.organization,
            self.state,
            self.chair_organization,
            self.since,
        )

    def _order(self) -> tuple[Any, ...]:
        since = self.since
        return (
            self.organization,
            (0, 0) if since is None else (since.first_ordinal, since.last_ordinal),
            self.party,
        )
