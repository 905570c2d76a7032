"""Where something is or happens."""

from __future__ import annotations

import attrs

from summitry.values import StateCode
from summitry.values.record import Record, named_fields

from . import fields


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class Place(Record):
    """A city, and the state it was in at the time.

    Attributes:
        city: Its usual English name.
        state: The state's code; Belgrade was in ``YUG`` in 1961.

    Raises:
        UnknownState: *state* is no code.

    Example:
        >>> Place(city="Baku", state="AZE").state
        'AZE'
    """

    city: str | None = attrs.field(default=None, converter=fields.optional_text)
    state: StateCode | None = attrs.field(default=None, converter=fields.optional_state)
