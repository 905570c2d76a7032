"""The words for meetings, and for who takes part."""

from __future__ import annotations

from enum import StrEnum

from summitry.values.fields import word


class SummitKind(StrEnum):
    """What kind of meeting a summit is.

    Example:
        >>> SummitKind("ordinary")
        <SummitKind.ORDINARY: 'ordinary'>
    """

    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"
    MINISTERIAL = "ministerial"
    SENIOR_OFFICIALS = "senior_officials"
    CONTACT_GROUP = "contact_group"
    INFORMAL = "informal"


class Modality(StrEnum):
    """Whether the participants met in one room.

    Example:
        >>> Modality("in_person")
        <Modality.IN_PERSON: 'in_person'>
    """

    IN_PERSON = "in_person"
    VIRTUAL = "virtual"
    HYBRID = "hybrid"


class Happened(StrEnum):
    """What became of a meeting.

    Example:
        >>> Happened("planned")
        <Happened.PLANNED: 'planned'>
    """

    PLANNED = "planned"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class MeetingFormat(StrEnum):
    """The form of a bilateral meeting.

    Example:
        >>> MeetingFormat("tete_a_tete")
        <MeetingFormat.TETE_A_TETE: 'tete_a_tete'>
    """

    TETE_A_TETE = "tete_a_tete"
    DELEGATION = "delegation"
    COURTESY_CALL = "courtesy_call"
    PULL_ASIDE = "pull_aside"
    PHONE = "phone"
    VIDEO = "video"


class Level(StrEnum):
    """The rank at which a party is represented.

    Example:
        >>> Level("head_of_state")
        <Level.HEAD_OF_STATE: 'head_of_state'>
    """

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    DEPUTY_HEAD = "deputy_head"
    """A vice-president or a deputy prime minister."""
    MINISTER = "minister"
    DEPUTY_MINISTER = "deputy_minister"
    SPECIAL_ENVOY = "special_envoy"
    AMBASSADOR = "ambassador"
    SENIOR_OFFICIAL = "senior_official"
    ADVISER = "adviser"
    HEAD_OF_ORGANIZATION = "head_of_organization"
    DEPUTY_HEAD_OF_ORGANIZATION = "deputy_head_of_organization"
    PARLIAMENTARIAN = "parliamentarian"
    OTHER = "other"


def to_summit_kind(value: SummitKind | str) -> SummitKind:
    """Accept a kind of summit."""
    return word(SummitKind, value)


def to_modality(value: Modality | str) -> Modality:
    """Accept a modality."""
    return word(Modality, value)


def to_happened(value: Happened | str) -> Happened:
    """Accept what became of a meeting."""
    return word(Happened, value)


def to_meeting_format(value: MeetingFormat | str | None) -> MeetingFormat | None:
    """Accept a format of meeting, or nothing."""
    return None if value is None else word(MeetingFormat, value)


def to_rank(value: Level | str) -> Level:
    """Accept the rank of a post."""
    return word(Level, value)


def to_level(value: Level | str | None) -> Level | None:
    """Accept a level of representation, or nothing."""
    return None if value is None else word(Level, value)
