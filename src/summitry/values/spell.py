"""Records that hold over a stretch of time."""

from __future__ import annotations

import attrs

from . import fields
from .partial_date import PartialDate
from .period import Bounds, Period, check_order, spell_bounds
from .record import Record, named_fields


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class Spell(Record):
    """What holds from a first day to a last one, both included.

    Attributes:
        since: The first day; ``None`` where the source gives no beginning at all.
        until: The last day; ``None`` for what still holds.
    """

    since: PartialDate | None = attrs.field(default=None, converter=fields.optional_date)
    until: PartialDate | None = attrs.field(default=None, converter=fields.optional_date)

    def __attrs_post_init__(self) -> None:
        if self.until is not None:  # most spells last: a call less for each of them
            check_order(self.since, self.until, record=type(self).__name__)

    @property
    def period(self) -> Period:
        """The spell as a :class:`~summitry.Period`, for its questions."""
        return Period(self.since, self.until)

    def bounds(self, still: int) -> Bounds:
        """Return the days between which it possibly and certainly holds.

        Args:
            still: The day, as an ordinal, as of which an absent end still holds.
        """
        return spell_bounds(self.since, self.until, still=still)
