"""What a check is told to expect of a record."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from . import fields
from .record import Record, named_fields


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class Expectation(Record):
    """A problem of a record that is no fault, and why.

    The rule of that code is then silent about the record. An expectation that nothing
    comes of is itself reported.

    Attributes:
        rule: The code of the rule, such as ``SMT303``.
        reason: Why the record is right all the same.

    Raises:
        InvalidValue: *rule* is not of that form, or no reason is given.

    Example:
        >>> Expectation(rule="SMT303", reason="its provisional government was admitted").rule
        'SMT303'
    """

    rule: str = attrs.field(converter=fields.rule_code)
    reason: str = attrs.field(converter=fields.text)


def expectations(value: Iterable[Expectation]) -> tuple[Expectation, ...]:
    """Accept what is expected of a record.

    Raises:
        WrongType: something is no expectation.
    """
    return fields.records(Expectation, value)
