"""Memberships: spells of a party in an organization."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, ClassVar

import attrs

from summitry.values import OrganizationId, StateCode
from summitry.values.expectation import Expectation, expectations
from summitry.values.ordering import Ordered
from summitry.values.record import named_fields
from summitry.values.spell import Spell

from . import fields
from .vocabulary.memberships import (
    Entry,
    Exit,
    Standing,
    Status,
    to_entry,
    to_exit,
    to_standing,
    to_status,
)


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class Membership(Spell):
    """One spell of a party in an organization; the base of the two that exist.

    A change of status or of standing ends one spell and begins the next.

    Example:
        >>> issubclass(MemberState, Membership)
        True
    """

    organization: OrganizationId = attrs.field(converter=fields.organization_id)
    status: Status = attrs.field(default=Status.MEMBER, converter=to_status)
    status_label: str | None = attrs.field(default=None, converter=fields.optional_text)
    standing: Standing = attrs.field(default=Standing.ACTIVE, converter=to_standing)
    entry: Entry | None = attrs.field(default=None, converter=to_entry)
    exit: Exit | None = attrs.field(default=None, converter=to_exit)
    sources: tuple[str, ...] = attrs.field(default=(), converter=fields.slugs)
    note: str | None = attrs.field(default=None, converter=fields.optional_text)
    expected: tuple[Expectation, ...] = attrs.field(default=(), converter=expectations)

    @property
    def party(self) -> str:
        """The code of the state, or the id of the organization, that belongs."""
        raise NotImplementedError

    def identity(self) -> tuple[Hashable, ...]:
        """Return its type, body, party, status, standing and first day."""
        return (
            self.type_name,
            self.organization,
            self.party,
            self.status,
            self.standing,
            self.since,
        )

    @classmethod
    def _family(cls) -> type[Ordered]:
        return Membership

    def _order(self) -> tuple[Any, ...]:
        since = self.since
        return (
            self.organization,
            self.party,
            (0, 0) if since is None else (since.first_ordinal, since.last_ordinal),
            self.status,
            self.standing,
            self.type_name,
        )


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class MemberState(Membership):
    """One spell of a state in an organization.

    Attributes:
        organization: The body's id.
        state: The state's code.
        status: Member, observer, associate, dialogue partner …
        status_label: The body's own word for it, where that differs.
        standing: Active, suspended or inactive. A suspended member is still a member;
            a suspension is a spell of its own.
        since: The first day of the spell.
        until: The last day *in*: the United Kingdom left the European Union at the end
            of 2020-01-31. ``None`` for one that still lasts.
        entry: How the spell began.
        exit: How it ended.
        sources: Ids of the sources of this record.
        note: What a reader should know.
        expected: What the checks object to in it and is right, each with the reason.

    Raises:
        UnknownState: *state* is no code.
        InvalidValue: a word outside a vocabulary.
        InvalidPeriod: *until* is before *since*.

    Example:
        >>> spell = MemberState(organization="NAM", state="AZE", since="2011-05-25")
        >>> spell.status, spell.period.contains("2011")
        (<Status.MEMBER: 'member'>, <Answer.POSSIBLE: 1>)
    """

    type_name: ClassVar[str] = "member_state"

    state: StateCode = attrs.field(converter=fields.state)

    @property
    def party(self) -> str:
        """The state's code."""
        return self.state


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class MemberOrganization(Membership):
    """One spell of an organization in another: the AU in the G20, say.

    Attributes:
        organization: The id of the body that it belongs to.
        member_organization: The id of the organization that belongs.
        status: Member, observer …
        status_label: The body's own word for it, where that differs.
        standing: Active, suspended or inactive.
        since: The first day of the spell.
        until: The last day of the spell.
        entry: How the spell began.
        exit: How it ended.
        sources: Ids of the sources of this record.
        note: What a reader should know.
        expected: What the checks object to in it and is right, each with the reason.

    Raises:
        InvalidValue: a badly formed id, a word outside a vocabulary, or an organization
            that would belong to itself.
        InvalidPeriod: *until* is before *since*.

    Example:
        >>> MemberOrganization(
        ...     organization="NAM", member_organization="AU", status="observer"
        ... ).party
        'AU'
    """

    type_name: ClassVar[str] = "member_organization"

    member_organization: OrganizationId = attrs.field(converter=fields.organization_id)

    def __attrs_post_init__(self) -> None:
        Membership.__attrs_post_init__(self)
        if self.organization == self.member_organization:
            fields.refuse(
                self,
                "member_organization",
                f"{self.organization} cannot belong to itself",
            )

    @property
    def party(self) -> str:
        """The id of the organization that belongs."""
        return self.member_organization
