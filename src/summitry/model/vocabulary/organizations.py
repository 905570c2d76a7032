"""The words for bodies, and for what is known of them."""

from __future__ import annotations

from enum import StrEnum

from summitry.values.fields import word

from .memberships import Status


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
    APPOINTMENTS = "appointments"
    """Those of its heads."""


def covering(status: Status) -> CoverageOf:
    """Return which statement of coverage speaks of the memberships of a status.

    Example:
        >>> covering(Status.GUEST)
        <CoverageOf.OTHERS: 'others'>
    """
    return _COVERING.get(status, CoverageOf.OTHERS)


_COVERING = {
    Status.MEMBER: CoverageOf.MEMBERS,
    Status.OBSERVER: CoverageOf.OBSERVERS,
}


def to_organization_form(value: OrganizationForm | str | None) -> OrganizationForm | None:
    """Accept a form of organization, or nothing."""
    return None if value is None else word(OrganizationForm, value)


def to_coverage_of(value: CoverageOf | str) -> CoverageOf:
    """Accept what a coverage is about."""
    return word(CoverageOf, value)
