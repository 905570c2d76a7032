"""The nouns of multilateral diplomacy, as immutable records."""

from __future__ import annotations

from summitry._lazy import lazily
from summitry.values.expectation import Expectation
from summitry.values.record import Record
from summitry.values.spell import Spell


TYPE_CHECKING = False
if TYPE_CHECKING:
    from summitry.values.event import Event
    from summitry.values.name import Name

    from .appointment import Appointment
    from .chairmanship import Chair, Chairmanship
    from .delegation import Delegation, Representative
    from .meeting import BilateralMeeting, Meeting, Summit
    from .membership import MemberOrganization, Membership, MemberState
    from .organization import Coverage, Organization
    from .outcome import Outcome
    from .place import Place
    from .source import Source
    from .vocabulary.appointments import Capacity
    from .vocabulary.chairmanships import ChairForm
    from .vocabulary.meetings import Happened, Level, MeetingFormat, Modality, SummitKind
    from .vocabulary.memberships import Entry, Exit, Standing, Status
    from .vocabulary.organizations import CoverageOf, OrganizationForm


if not TYPE_CHECKING:
    __getattr__, __dir__ = lazily(
        __name__,
        {
            "appointment": "Appointment",
            "chairmanship": "Chair Chairmanship",
            "delegation": "Delegation Representative",
            "meeting": "BilateralMeeting Event Meeting Summit",
            "membership": "MemberOrganization MemberState Membership",
            "organization": "Coverage Name Organization",
            "outcome": "Outcome",
            "place": "Place",
            "source": "Source",
            "vocabulary.appointments": "Capacity",
            "vocabulary.chairmanships": "ChairForm",
            "vocabulary.meetings": "Happened Level MeetingFormat Modality SummitKind",
            "vocabulary.memberships": "Entry Exit Standing Status",
            "vocabulary.organizations": "CoverageOf OrganizationForm",
        },
    )

__all__ = [
    "Appointment",
    "BilateralMeeting",
    "Capacity",
    "Chair",
    "ChairForm",
    "Chairmanship",
    "Coverage",
    "CoverageOf",
    "Delegation",
    "Entry",
    "Event",
    "Exit",
    "Expectation",
    "Happened",
    "Level",
    "Meeting",
    "MeetingFormat",
    "MemberOrganization",
    "MemberState",
    "Membership",
    "Modality",
    "Name",
    "Organization",
    "OrganizationForm",
    "Outcome",
    "Place",
    "Record",
    "Representative",
    "Source",
    "Spell",
    "Standing",
    "Status",
    "Summit",
    "SummitKind",
]
