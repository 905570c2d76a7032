"""A name that a body or a state bears, perhaps for a time and in a language."""

from __future__ import annotations

from typing import Any

import attrs

from . import fields
from .record import named_fields
from .spell import Spell


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class Name(Spell):
    """Another name: a former one, an official one, one in another language.

    Attributes:
        text: The name itself.
        language: Its language as a BCP 47 tag; ``None`` means English.
        since: The first day on which it was borne.
        until: The last.

    Raises:
        InvalidValue: an empty name, or a language that is no tag.

    Example:
        >>> Name(text="Organization of the Islamic Conference", until="2011-06-28")
        Name(text='Organization of the Islamic Conference', until=PartialDate('2011-06-28'))
    """

    text: str = attrs.field(converter=fields.text)
    language: str | None = attrs.field(default=None, converter=fields.language)

    def _order(self) -> tuple[Any, ...]:
        return (self.text, self.language or "", *super()._order())
