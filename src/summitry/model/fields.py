"""Converters for the words and ids of diplomacy; the general ones are re-exported."""

from __future__ import annotations

import re
import sys

from collections.abc import Iterable

from summitry.errors import InvalidValue, shorten
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
)


__all__ = [
    "exactly_one",
    "identifiers",
    "optional_date",
    "optional_number",
    "optional_organization_id",
    "optional_slug",
    "optional_state",
    "optional_text",
    "organization_id",
    "organization_ids",
    "record",
    "records",
    "refuse",
    "slug",
    "slugs",
    "state",
    "text",
    "texts",
    "url",
]

ORGANIZATION_ID = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*", re.ASCII)
"""The id of an organization."""


def organization_id(value: str) -> OrganizationId:
    """Accept the id of an organization, such as ``NAM``."""
    if not ORGANIZATION_ID.fullmatch(text(value)):
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
    # The registry is read when the first state is named, not when a noun is imported.
    from summitry.states import state_code  # noqa: PLC0415

    return state_code(value)


def optional_state(value: str | None) -> StateCode | None:
    """Accept the code of a known state, or nothing."""
    return None if value is None else state(value)
