"""The nouns of multilateral diplomacy, as immutable records."""

from summitry.values import Event, Name, Record, Spell

from .chairmanship import Chair, Chairmanship
from .delegation import Delegation, Representative
from .meeting import BilateralMeeting, Meeting, Summit
from .membership import MemberOrganization, Membership, MemberState
from .organization import Coverage, Organization
from .outcome import Outcome
from .place import Place
from .source import Source
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
    "BilateralMeeting",
    "Chair",
    "ChairForm",
    "Chairmanship",
    "Coverage",
    "CoverageOf",
    "Delegation",
    "Entry",
    "Event",
    "Exit",
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
