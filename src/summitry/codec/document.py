"""The document: records of every type in one object, with a version of its shape."""

from __future__ import annotations

import sys

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, TypeVar

import attrs

from summitry.catalog import Catalog
from summitry.catalog.record_types import LIST_OF, RECORD_TYPES
from summitry.model import (
    Appointment,
    BilateralMeeting,
    Chairmanship,
    MemberOrganization,
    Membership,
    MemberState,
    Organization,
    Record,
    Source,
    Summit,
)
from summitry.states import State
from summitry.values import PartialDate
from summitry.values.fields import optional_date, optional_text


__all__ = [
    "EDITORS_KEY",
    "LIST_OF",
    "RECORD_TYPES",
    "SCHEMA_VERSION",
    "Document",
    "Sharing",
]

_R = TypeVar("_R", bound=Record)

SCHEMA_VERSION = 1
"""The version of the document's shape that this release writes."""

EDITORS_KEY = "$schema"
"""The key by which an editor finds a document's JSON Schema. It says nothing of diplomacy,
is accepted as text, and is not kept."""


def _tuple(value: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(value)


@attrs.frozen(kw_only=True)
class Document:
    """What one file holds: its keys are the names of the types, in the plural.

    Attributes:
        summitry: The version of the document's shape.
        version: The version of the data.
        as_of: The date as of which what has no end still holds.
        sources: The documents that were consulted.
        states: States of your own, laid over the bundled ones.
        organizations: The bodies that states and other bodies belong to.
        member_states: The spells of states in organizations.
        member_organizations: The spells of organizations in others.
        chairmanships: Who presided over organizations.
        appointments: Who held the posts of organizations.
        summits: Meetings of organizations.
        bilateral_meetings: Meetings of two parties.
    """

    summitry: int
    version: str | None = attrs.field(default=None, converter=optional_text)
    as_of: PartialDate | None = attrs.field(default=None, converter=optional_date)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=_tuple)
    states: tuple[State, ...] = attrs.field(default=(), converter=_tuple)
    organizations: tuple[Organization, ...] = attrs.field(default=(), converter=_tuple)
    member_states: tuple[MemberState, ...] = attrs.field(default=(), converter=_tuple)
    member_organizations: tuple[MemberOrganization, ...] = attrs.field(
        default=(), converter=_tuple
    )
    chairmanships: tuple[Chairmanship, ...] = attrs.field(default=(), converter=_tuple)
    appointments: tuple[Appointment, ...] = attrs.field(default=(), converter=_tuple)
    summits: tuple[Summit, ...] = attrs.field(default=(), converter=_tuple)
    bilateral_meetings: tuple[BilateralMeeting, ...] = attrs.field(
        default=(), converter=_tuple
    )

    @classmethod
    def of(cls, catalog: Catalog) -> Document:
        """Sort the records of a catalogue by type."""
        lists: dict[str, Any] = {
            key: tuple(record for record in catalog if isinstance(record, kind))
            for key, kind in RECORD_TYPES.items()
        }
        return cls(
            summitry=SCHEMA_VERSION,
            version=catalog.version,
            as_of=catalog.as_of,
            **lists,
        )

    def records(self) -> Iterable[Record]:
        """Return every record, in the order of the document."""
        return chain.from_iterable(getattr(self, key) for key in RECORD_TYPES)

    def catalog(self) -> Catalog:
        """Return the records as a catalogue, repeated texts and lists shared.

        Raises:
            DuplicateRecord: two records have the same identity.
        """
        records = Sharing().among(self.records())
        return Catalog(records, as_of=self.as_of, version=self.version)


class Sharing:
    """Lets equal texts and lists in memberships be one object.

    A catalogue has thousands of spells in a few hundred bodies, from a few sources:
    this more than halves what they take.
    """

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._lists: dict[tuple[str, ...], tuple[str, ...]] = {}

    def among(self, records: Iterable[_R]) -> Iterator[_R]:
        """Yield the records, which share with each other and with all from before."""
        texts, lists = self._texts, self._lists
        put = object.__setattr__  # the values stay equal, so nobody sees a change
        for record in records:
            if isinstance(record, Membership):
                sources = lists.get(record.sources)
                if sources is None:
                    sources = tuple([texts.setdefault(s, s) for s in record.sources])
                    lists[sources] = sources
                put(record, "sources", sources)
                put(record, "organization", sys.intern(record.organization))
                state = isinstance(record, MemberState)
                key = "state" if state else "member_organization"
                put(record, key, sys.intern(record.party))
                for field in ("note", "status_label"):
                    text = getattr(record, field)
                    if text is not None:
                        put(record, field, texts.setdefault(text, text))
            yield record
