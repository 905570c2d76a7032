"""Organizations: bodies that states and other bodies belong to."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any, ClassVar

import attrs

from summitry.values import Identifiers, OrganizationId, PartialDate
from summitry.values.expectation import Expectation, expectations
from summitry.values.name import Name
from summitry.values.record import named_fields
from summitry.values.spell import Spell

from . import fields
from .place import Place
from .vocabulary.organizations import (
    CoverageOf,
    OrganizationForm,
    to_coverage_of,
    to_organization_form,
)


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class Coverage(Spell):
    """For which time the records of one kind are believed complete.

    Attributes:
        of: Which records: members, observers, chairmanships …
        since: The first day covered; ``None`` from the very beginning.
        until: The last day covered; ``None`` up to the catalogue's date.

    Example:
        >>> Coverage(of="members", since="1961-09-01", until="2025-08").of
        <CoverageOf.MEMBERS: 'members'>
    """

    of: CoverageOf = attrs.field(converter=to_coverage_of)


def _names(value: Iterable[Name]) -> tuple[Name, ...]:
    return fields.records(Name, value)


def _seat(value: Place | None) -> Place | None:
    return None if value is None else fields.record(Place, value)


def _spells(value: Iterable[Spell]) -> tuple[Spell, ...]:
    return fields.records(Spell, value)


def _coverage(value: Iterable[Coverage]) -> tuple[Coverage, ...]:
    return fields.records(Coverage, value)


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class Organization(Spell):
    """A body of states: a treaty organization, a forum, a process.

    Attributes:
        id: Short and unique among organizations, such as ``NAM`` (which is also the
            code of Namibia). ``WTO`` is the World Trade Organization; the World Tourism
            Organization is ``UNWTO``.
        name: Its present (or last) English name.
        names: Former names and names in other languages, each with its period.
        acronyms: What it is called for short.
        form: What kind of body it is.
        since: The day of its founding.
        until: The last day of its existence.
        dormant: Times between the two in which it lay at rest or did not exist, such as
            those between its lapse and its founding anew under the same name.
        part_of: The organization of which it is an organ or agency.
        preceded_by: Bodies to which it succeeded: the ``AU`` to the ``OAU``. A mere
            renaming is one organization with two :attr:`names`.
        seat: Where its secretariat sits.
        website: Its own address.
        ids: Its ids elsewhere, such as ``{"wikidata": "Q83201"}``.
        coverage: For which time its records here are believed complete.
        reviewed: When its records here were last read against sources, by somebody who
            had not written them.
        sources: Ids of the sources of this record.
        note: What a reader should know.
        expected: What the checks object to in it and is right, each with the reason.

    Raises:
        InvalidValue: an id of the wrong form.
        InvalidPeriod: *until* is before *since*.

    Example:
        >>> nam = Organization(id="NAM", name="Non-Aligned Movement", since="1961-09-01")
        >>> nam.period.contains("1961-08-31")
        <Answer.NO: 0>
    """

    type_name: ClassVar[str] = "organization"

    id: OrganizationId = attrs.field(converter=fields.organization_id)
    name: str = attrs.field(converter=fields.text)
    names: tuple[Name, ...] = attrs.field(default=(), converter=_names)
    acronyms: tuple[str, ...] = attrs.field(default=(), converter=fields.texts)
    form: OrganizationForm | None = attrs.field(
        default=None, converter=to_organization_form
    )
    dormant: tuple[Spell, ...] = attrs.field(default=(), converter=_spells)
    part_of: OrganizationId | None = attrs.field(
        default=None, converter=fields.optional_organization_id
    )
    preceded_by: tuple[OrganizationId, ...] = attrs.field(
        default=(), converter=fields.organization_ids
    )
    seat: Place | None = attrs.field(default=None, converter=_seat)
    website: str | None = attrs.field(default=None, converter=fields.url)
    ids: Identifiers = attrs.field(default=Identifiers(), converter=fields.identifiers)
    coverage: tuple[Coverage, ...] = attrs.field(default=(), converter=_coverage)
    reviewed: PartialDate | None = attrs.field(
        default=None, converter=fields.optional_date
    )
    sources: tuple[str, ...] = attrs.field(default=(), converter=fields.slugs)
    note: str | None = attrs.field(default=None, converter=fields.optional_text)
    expected: tuple[Expectation, ...] = attrs.field(default=(), converter=expectations)

    def identity(self) -> tuple[Hashable, ...]:
        """Return its type and id."""
        return (self.type_name, self.id)

    def _order(self) -> tuple[Any, ...]:
        return (self.id,)
