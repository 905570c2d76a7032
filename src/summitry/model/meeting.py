"""Meetings: summits of many, and bilateral meetings of two."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any, ClassVar

import attrs

from summitry.values import OrganizationId, StateCode
from summitry.values.event import Event
from summitry.values.expectation import Expectation, expectations
from summitry.values.ordering import Ordered
from summitry.values.record import named_fields

from . import fields
from .delegation import Delegation
from .outcome import Outcome
from .place import Place
from .vocabulary.meetings import (
    Happened,
    MeetingFormat,
    Modality,
    SummitKind,
    to_happened,
    to_meeting_format,
    to_modality,
    to_summit_kind,
)


def _place(value: Place | None) -> Place | None:
    return None if value is None else fields.record(Place, value)


def _chair(value: Delegation | None) -> Delegation | None:
    return None if value is None else fields.record(Delegation, value)


def _delegations(value: Iterable[Delegation]) -> tuple[Delegation, ...]:
    return fields.records(Delegation, value)


def _outcomes(value: Iterable[Outcome]) -> tuple[Outcome, ...]:
    return fields.records(Outcome, value)


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class Meeting(Event):
    """What summits and bilateral meetings share; the base of the two."""

    id: str = attrs.field(converter=fields.slug)
    modality: Modality = attrs.field(default=Modality.IN_PERSON, converter=to_modality)
    happened: Happened = attrs.field(default=Happened.HELD, converter=to_happened)
    place: Place | None = attrs.field(default=None, converter=_place)
    delegations: tuple[Delegation, ...] = attrs.field(default=(), converter=_delegations)
    topics: tuple[str, ...] = attrs.field(default=(), converter=fields.texts)
    outcomes: tuple[Outcome, ...] = attrs.field(default=(), converter=_outcomes)
    sources: tuple[str, ...] = attrs.field(default=(), converter=fields.slugs)
    note: str | None = attrs.field(default=None, converter=fields.optional_text)
    expected: tuple[Expectation, ...] = attrs.field(default=(), converter=expectations)

    @property
    def parties(self) -> tuple[str, ...]:
        """The codes and ids of the parties, in the order of the delegations."""
        return tuple(delegation.party for delegation in self.delegations)

    def identity(self) -> tuple[Hashable, ...]:
        """Return its type and id."""
        return (self.type_name, self.id)

    @classmethod
    def _family(cls) -> type[Ordered]:
        return Meeting

    def _order(self) -> tuple[Any, ...]:
        since = self.since
        return (
            (0, 0) if since is None else (since.first_ordinal, since.last_ordinal),
            self.id,
        )


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class Summit(Meeting):
    """A meeting of an organization, or of several, at whatever level.

    Attributes:
        id: Unique among summits, such as ``nam-1961``.
        organizations: Ids of the bodies whose meeting it is.
        name: What it is called.
        number: Which one it is in its series.
        kind: Ordinary, extraordinary, ministerial, contact group …
        modality: In person, virtual or hybrid.
        happened: Planned, held, postponed or cancelled.
        place: City and state.
        host: The code of the state that hosted it.
        since: The first day.
        until: The last day; ``None`` for a meeting of one day.
        chair: The party that presided, with the person who did.
        delegations: Who took part, as far as recorded.
        topics: What it was about.
        outcomes: What it adopted.
        sources: Ids of the sources of this record.
        note: What a reader should know.
        expected: What the checks object to in it and is right, each with the reason.

    Raises:
        InvalidValue: a badly formed id, or a party that is there twice.
        InvalidPeriod: *until* is before *since*.

    Example:
        >>> belgrade = Summit(id="nam-1961", organizations=["NAM"], name="1st Summit",
        ...                   since="1961-09-01", until="1961-09-06")
        >>> belgrade.period.contains("1961-09-06").certain
        True
    """

    type_name: ClassVar[str] = "summit"

    organizations: tuple[OrganizationId, ...] = attrs.field(
        default=(), converter=fields.organization_ids
    )
    name: str = attrs.field(converter=fields.text)
    number: int | None = attrs.field(default=None, converter=fields.optional_number)
    kind: SummitKind = attrs.field(default=SummitKind.ORDINARY, converter=to_summit_kind)
    host: StateCode | None = attrs.field(default=None, converter=fields.optional_state)
    chair: Delegation | None = attrs.field(default=None, converter=_chair)

    def __attrs_post_init__(self) -> None:
        Meeting.__attrs_post_init__(self)
        there = [(d.state, d.organization) for d in self.delegations]
        if len(set(there)) != len(there):
            twice = sorted({a or b or "" for a, b in there if there.count((a, b)) > 1})
            fields.refuse(
                self, "delegations", f"{', '.join(twice)} has more than one delegation"
            )


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class BilateralMeeting(Meeting):
    """A meeting of exactly two parties.

    Attributes:
        id: Unique among meetings.
        delegations: The two parties, states or organizations, and who spoke for them.
        format: Tête-à-tête, delegation, courtesy call, pull-aside, phone, video.
        modality: In person, virtual or hybrid.
        happened: Planned, held, postponed or cancelled.
        since: The first day.
        until: The last day; ``None`` for a meeting of one day.
        place: City and state.
        sidelines_of: The id of the summit on whose sidelines it was held.
        topics: What it was about.
        outcomes: What it led to.
        sources: Ids of the sources of this record.
        note: What a reader should know.
        expected: What the checks object to in it and is right, each with the reason.

    Raises:
        InvalidValue: one delegation or three, or two of the same party.
        InvalidPeriod: *until* is before *since*.

    Example:
        >>> meeting = BilateralMeeting(id="cica-chn", since="2023-03", delegations=[
        ...     Delegation(organization="CICA"), Delegation(state="CHN")])
        >>> meeting.parties
        ('CICA', 'CHN')
    """

    type_name: ClassVar[str] = "bilateral_meeting"

    format: MeetingFormat | None = attrs.field(default=None, converter=to_meeting_format)
    sidelines_of: str | None = attrs.field(default=None, converter=fields.optional_slug)

    def __attrs_post_init__(self) -> None:
        Meeting.__attrs_post_init__(self)
        there = self.delegations
        if len(there) != len(("one", "other")):
            why = f"a bilateral meeting has exactly two delegations, not {len(there)}"
            fields.refuse(self, "delegations", why)
        one, other = there
        if one.state == other.state and one.organization == other.organization:
            why = f"both delegations are of {self.parties[0]}"
            fields.refuse(self, "delegations", why)
