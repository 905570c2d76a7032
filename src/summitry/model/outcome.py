"""What came out of a meeting."""

from __future__ import annotations

import attrs

from summitry.values import PartialDate
from summitry.values.record import Record, named_fields

from . import fields


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class Outcome(Record):
    """A declaration, a decision, an agreement.

    Attributes:
        title: Its title.
        kind: What it is, such as ``declaration``.
        date: When it was adopted.
        url: Where it can be read.

    Example:
        >>> Outcome(title="Belgrade Declaration", kind="declaration").title
        'Belgrade Declaration'
    """

    title: str = attrs.field(converter=fields.text)
    kind: str | None = attrs.field(default=None, converter=fields.optional_text)
    date: PartialDate | None = attrs.field(default=None, converter=fields.optional_date)
    url: str | None = attrs.field(default=None, converter=fields.url)
