"""The closed vocabularies of the field, as enumerations of their JSON words."""

from __future__ import annotations

from enum import StrEnum


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


class OrganizationForm(StrEnum):
    """What kind of body an organization is.

    Example:
        >>> OrganizationForm("treaty_organization")
        <OrganizationForm.TREATY_ORGANIZATION: 'treaty_organization'>
    """

    TREATY_ORGANIZATION = "treaty_organization"
    SPECIALIZED_AGENCY = "specialized_agency"
    """A treaty organization in agreement with the UN under article 57 of its Charter."""
    FORUM = "forum"
    CONFERENCE_PROCESS = "conference_process"
    CONFERENCE_SERIES = "conference_series"
    ORGAN = "organ"
    SECRETARIAT = "secretariat"
    NONGOVERNMENTAL = "nongovernmental"
    POLITICAL_MOVEMENT = "political_movement"


class CoverageOf(StrEnum):
    """Which records of an organization a statement of coverage is about.

    Example:
        >>> CoverageOf("members")
        <CoverageOf.MEMBERS: 'members'>
    """

    MEMBERS = "members"
    OBSERVERS = "observers"
    OTHERS = "others"
    """Every status but member and observer."""
    CHAIRMANSHIPS = "chairmanships"
    SUMMITS = "summits"


class ChairForm(StrEnum):
    """How a body's chair is held.

    Example:
        >>> ChairForm("rotating")
        <ChairForm.ROTATING: 'rotating'>
    """

    ROTATING = "rotating"
    CHAIR_IN_OFFICE = "chair_in_office"
    PRO_TEMPORE = "pro_tempore"
    CO_CHAIR = "co_chair"
    ACTING = "acting"


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
