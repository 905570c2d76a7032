"""Converters for the words and ids of diplomacy; the general ones are re-exported."""

from __future__ import annotations

import re
import sys

from collections.abc import Iterable

from summitry.errors import InvalidValue, shorten
from summitry.states import state_code
from summitry.values import OrganizationId, StateCode
from summitry.values.fields import (
    exactly_one,
    identifiers,
    items,
    optional_date,
    optional_number,
    optional_slug,
    optional_text,
    record,
    records,
    refuse,
    slug,
    slugs,
    text,
    texts,
    url,
    word,
)

from .vocabulary import (
    ChairForm,
    CoverageOf,
    Entry,
    Exit,
    Happened,
    Level,
    MeetingFormat,
    Modality,
    OrganizationForm,
    Standing,
    Status,
    SummitKind,
)


__all__ = [
    "chair_form",
    "coverage_of",
    "entry",
    "exactly_one",
    "exit_",
    "happened",
    "identifiers",
    "level",
    "meeting_format",
    "modality",
    "optional_date",
    "optional_number",
    "optional_organization_id",
    "optional_slug",
    "optional_state",
    "optional_text",
    "organization_form",
    "organization_id",
    "organization_ids",
    "record",
    "records",
    "refuse",
    "slug",
    "slugs",
    "standing",
    "state",
    "status",
    "summit_kind",
    "text",
    "texts",
    "url",
]

_ORGANIZATION_ID = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*", re.ASCII)


def organization_id(value: str) -> OrganizationId:
    """Accept the id of an organization, such as ``NAM``."""
    if not _ORGANIZATION_ID.fullmatch(text(value)):
        message = (
            f"{shorten(value)} is not the id of an organization; expected capital "
            "letters, digits and hyphens, such as NAM"
        )
        raise InvalidValue(message, value=value)
    return OrganizationId(sys.intern(str.__str__(value)))


def optional_organization_id(value: str | None) -> OrganizationId | None:
    """Accept the id of an organization, or nothing."""
    return None if value is None else organization_id(value)


def organization_ids(value: Iterable[str]) -> tuple[OrganizationId, ...]:
    """Accept several ids of organizations."""
    return tuple(organization_id(item) for item in items(value, "ids"))


def state(value: str) -> StateCode:
    """Accept the code of a known state, such as ``AZE``."""
    return state_code(value)


def optional_state(value: str | None) -> StateCode | None:
    """Accept the code of a known state, or nothing."""
    return None if value is None else state_code(value)


def status(value: Status | str) -> Status:
    """Accept a status."""
    return word(Status, value)


def standing(value: Standing | str) -> Standing:
    """Accept a standing."""
    return word(Standing, value)


def entry(value: Entry | str | None) -> Entry | None:
    """Accept a way of entry, or nothing."""
    return None if value is None else word(Entry, value)


def exit_(value: Exit | str | None) -> Exit | None:
    """Accept a way of exit, or nothing."""
    return None if value is None else word(Exit, value)


def organization_form(value: OrganizationForm | str | None) -> OrganizationForm | None:
    """Accept a form of organization, or nothing."""
    return None if value is None else word(OrganizationForm, value)


def coverage_of(value: CoverageOf | str) -> CoverageOf:
    """Accept what a coverage is about."""
    return word(CoverageOf, value)


def chair_form(value: ChairForm | str | None) -> ChairForm | None:
    """Accept a form of chairmanship, or nothing."""
    return None if value is None else word(ChairForm, value)


def summit_kind(value: SummitKind | str) -> SummitKind:
    """Accept a kind of summit."""
    return word(SummitKind, value)


def modality(value: Modality | str) -> Modality:
    """Accept a modality."""
    return word(Modality, value)


def happened(value: Happened | str) -> Happened:
    """Accept what became of a meeting."""
    return word(Happened, value)


def meeting_format(value: MeetingFormat | str | None) -> MeetingFormat | None:
    """Accept a format of meeting, or nothing."""
    return None if value is None else word(MeetingFormat, value)


def level(value: Level | str | None) -> Level | None:
    """Accept a level of representation, or nothing."""
    return None if value is None else word(Level, value)
