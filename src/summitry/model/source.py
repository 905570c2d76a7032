"""Where a fact was read."""

from __future__ import annotations

from typing import Any, ClassVar

import attrs

from summitry.values import PartialDate
from summitry.values.expectation import Expectation, expectations
from summitry.values.record import Record, named_fields

from . import fields


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class Source(Record):
    """A document that was really consulted; records name it by its id.

    Attributes:
        id: Lower-case letters, digits and hyphens.
        title: The document's title.
        publisher: Who published it.
        url: Its address, where it has one.
        published: When it was published.
        consulted: When it was read for this catalogue.
        note: What a reader should know of it.
        expected: What the checks object to in it and is right, each with the reason.

    Raises:
        InvalidValue: an id or an address of the wrong form.

    Example:
        >>> Source(id="un-charter", title="Charter of the United Nations").id
        'un-charter'
    """

    type_name: ClassVar[str] = "source"

    id: str = attrs.field(converter=fields.slug)
    title: str = attrs.field(converter=fields.text)
    publisher: str | None = attrs.field(default=None, converter=fields.optional_text)
    url: str | None = attrs.field(default=None, converter=fields.url)
    published: PartialDate | None = attrs.field(
        default=None, converter=fields.optional_date
    )
    consulted: PartialDate | None = attrs.field(
        default=None, converter=fields.optional_date
    )
    note: str | None = attrs.field(default=None, converter=fields.optional_text)
    expected: tuple[Expectation, ...] = attrs.field(default=(), converter=expectations)

    def _order(self) -> tuple[Any, ...]:
        return (self.id,)
