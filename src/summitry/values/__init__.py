"""Time, text and ids: values that know nothing of diplomacy."""

from .answer import Answer, Match
from .identifiers import Identifiers, OrganizationId, StateCode
from .name import Name
from .partial_date import DateLike, PartialDate, Precision
from .period import Period, PeriodLike
from .record import Record
from .spell import Event, Spell


__all__ = [
    "Answer",
    "DateLike",
    "Event",
    "Identifiers",
    "Match",
    "Name",
    "OrganizationId",
    "PartialDate",
    "Period",
    "PeriodLike",
    "Precision",
    "Record",
    "Spell",
    "StateCode",
]
