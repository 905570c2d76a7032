"""What happens on a day or over a few."""

from __future__ import annotations

import attrs

from .partial_date import PartialDate, partial_date
from .period import Bounds, Period, spell_bounds
from .record import named_fields
from .spell import Spell


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class Event(Spell):
    """What happens on a day or over a few: one without ``until`` lasted one day.

    One without any date happened on some unknown day.
    """

    @property
    def period(self) -> Period:
        """The days of the event as a :class:`~summitry.Period`."""
        return Period(*self._days())

    def bounds(self, still: int) -> Bounds:
        """Return the days between which it possibly and certainly takes place."""
        return spell_bounds(*self._days(), still=still)

    def _days(self) -> tuple[PartialDate, PartialDate]:
        unknown = partial_date("XXXX")
        return self.since or unknown, self.until or self.since or unknown
