"""The words for belonging to a body."""

from __future__ import annotations

from enum import StrEnum

from summitry.values.fields import word


class Status(StrEnum):
    """What a party is to an organization, in terms common to all bodies.

    The body's own word, where it differs, is the record's ``status_label``.

    Example:
        >>> Status("observer") is Status.OBSERVER
        True
    """

    MEMBER = "member"
    ASSOCIATE = "associate"
    PARTIAL = "partial"
    AFFILIATE = "affiliate"
    OBSERVER = "observer"
    SPECIAL_OBSERVER = "special_observer"
    DIALOGUE_PARTNER = "dialogue_partner"
    SECTORAL_DIALOGUE_PARTNER = "sectoral_dialogue_partner"
    DEVELOPMENT_PARTNER = "development_partner"
    PARTNER = "partner"
    GUEST = "guest"
    CANDIDATE = "candidate"
    OTHER = "other"


class Standing(StrEnum):
    """Whether a party exercises its rights: a suspended member is still a member.

    Example:
        >>> Standing("active")
        <Standing.ACTIVE: 'active'>
    """

    ACTIVE = "active"
    SUSPENDED = "suspended"
    """The body has suspended it."""
    INACTIVE = "inactive"
    """It stays away or is kept from taking part, without a formal suspension."""


class Entry(StrEnum):
    """How a spell began.

    Example:
        >>> Entry("founded")
        <Entry.FOUNDED: 'founded'>
    """

    FOUNDED = "founded"
    ACCEDED = "acceded"
    ADMITTED = "admitted"
    SUCCEEDED = "succeeded"
    """A successor state took the place of its predecessor."""
    CONTINUED = "continued"
    """The same person in international law went on under another key."""
    READMITTED = "readmitted"
    RESUMED = "resumed"
    """It came back, its membership having rested."""
    GRANTED = "granted"
    """The status was conferred, such as that of an observer."""
    SUSPENDED = "suspended"
    """A suspension began, and with it a spell of its own."""
    REINSTATED = "reinstated"
    """A suspension ended."""
    STATUS_CHANGED = "status_changed"
    OTHER = "other"


class Exit(StrEnum):
    """How a spell ended.

    Example:
        >>> Exit("withdrew")
        <Exit.WITHDREW: 'withdrew'>
    """

    WITHDREW = "withdrew"
    EXPELLED = "expelled"
    SUSPENDED = "suspended"
    """A suspension began; the next spell is the suspended one."""
    REINSTATED = "reinstated"
    """A suspension ended; the next spell is an active one."""
    LAPSED = "lapsed"
    SUCCEEDED = "succeeded"
    """A successor state took its place."""
    CONTINUED = "continued"
    """The same person in international law went on under another key."""
    MERGED = "merged"
    DISSOLVED = "dissolved"
    """The organization, or the party itself, came to an end."""
    STATUS_CHANGED = "status_changed"
    OTHER = "other"


def to_status(value: Status | str) -> Status:
    """Accept a status."""
    return word(Status, value)


def to_standing(value: Standing | str) -> Standing:
    """Accept a standing."""
    return word(Standing, value)


def to_entry(value: Entry | str | None) -> Entry | None:
    """Accept a way of entry, or nothing."""
    return None if value is None else word(Entry, value)


def to_exit(value: Exit | str | None) -> Exit | None:
    """Accept a way of exit, or nothing."""
    return None if value is None else word(Exit, value)
