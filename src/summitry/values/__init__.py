"""Time, text and ids: values that know nothing of diplomacy."""

from __future__ import annotations

from summitry._lazy import lazily

from .answer import Answer, Match
from .expectation import Expectation
from .identifiers import Identifiers, OrganizationId, StateCode
from .partial_date import DateLike, PartialDate, Precision
from .period import Period, PeriodLike
from .record import Record
from .spell import Spell


TYPE_CHECKING = False
if TYPE_CHECKING:
    from .event import Event
    from .name import Name


if not TYPE_CHECKING:
    # Of no use to a membership, which is what most programs begin with.
    __getattr__, __dir__ = lazily(__name__, {"event": "Event", "name": "Name"})


__all__ = [
    "Answer",
    "DateLike",
    "Event",
    "Expectation",
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
