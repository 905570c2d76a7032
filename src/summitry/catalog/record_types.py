"""Which types of records a catalogue holds, and what a list of each is called."""

from __future__ import annotations

from summitry.model import (
    Appointment,
    BilateralMeeting,
    Chairmanship,
    MemberOrganization,
    MemberState,
    Organization,
    Record,
    Source,
    Summit,
)
from summitry.states import State


RECORD_TYPES: dict[str, type[Record]] = {
    "sources": Source,
    "states": State,
    "organizations": Organization,
    "member_states": MemberState,
    "member_organizations": MemberOrganization,
    "chairmanships": Chairmanship,
    "appointments": Appointment,
    "summits": Summit,
    "bilateral_meetings": BilateralMeeting,
}
"""The types by the names of their lists, in the order in which a document has them."""

LIST_OF = {kind.type_name: key for key, kind in RECORD_TYPES.items()}
"""The list in which the records of a type stand, by the name that a line or a row gives it."""
