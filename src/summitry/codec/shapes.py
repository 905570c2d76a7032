"""What each field of a record is, as formats see it.

The nouns say it with types and converters. Here it is read off them once, for all that
must know it: the strict structs, the columns of tables, the JSON Schema.
"""

from __future__ import annotations

import enum
import functools
import typing

from collections.abc import Callable
from typing import Any, get_args, get_origin

import attrs

from summitry.model.fields import (
    optional_organization_id,
    optional_state,
    organization_id,
    organization_ids,
    state,
)
from summitry.states import entity
from summitry.values import Identifiers, PartialDate, Record, fields


class Leaf(enum.Enum):
    """What one value of a field is."""

    TEXT = "text"
    """Text that says something and holds no control characters."""
    SLUG = "slug"
    """The id of a summit, a meeting or a source."""
    ORGANIZATION = "organization"
    """The id of an organization."""
    STATE = "state"
    """The code of a state that there is or was."""
    CODE = "code"
    """The code of a state of the user's own making."""
    RULE = "rule"
    """The code of a rule."""
    URL = "url"
    LANGUAGE = "language"
    NUMBER = "number"
    """A whole number from 1 on."""
    WORD = "word"
    """A word of a vocabulary, the enumeration :attr:`Shape.holds`."""
    DATE = "date"
    """A partial date, as EDTF text."""
    IDENTIFIERS = "identifiers"
    """An object of schemes to ids."""
    RECORD = "record"
    """Another record, of the type :attr:`Shape.holds`."""


@attrs.frozen
class Shape:
    """One field of a record.

    Attributes:
        name: The field's name.
        leaf: What one value is.
        holds: The enumeration, the record or the plain type of one value.
        many: Whether the field holds a list of values.
        required: Whether it must be given.
        optional: Whether it may be ``None``.
        default: What it is when it is not given.
        check: Accepts a value of the whole field, or raises what is wrong with it.
    """

    name: str
    leaf: Leaf
    holds: type
    many: bool
    required: bool
    optional: bool
    default: Any
    check: Callable[[Any], Any]


_LEAVES: dict[Callable[..., Any], Leaf] = {
    fields.text: Leaf.TEXT,
    fields.optional_text: Leaf.TEXT,
    fields.texts: Leaf.TEXT,
    fields.slug: Leaf.SLUG,
    fields.optional_slug: Leaf.SLUG,
    fields.slugs: Leaf.SLUG,
    organization_id: Leaf.ORGANIZATION,
    optional_organization_id: Leaf.ORGANIZATION,
    organization_ids: Leaf.ORGANIZATION,
    state: Leaf.STATE,
    optional_state: Leaf.STATE,
    fields.rule_code: Leaf.RULE,
    fields.url: Leaf.URL,
    fields.language: Leaf.LANGUAGE,
    entity.to_code: Leaf.CODE,
    entity.to_optional_code: Leaf.CODE,
    entity.to_codes: Leaf.CODE,
}
"""What a text is, by the function that checks it."""


@functools.cache
def shapes(kind: type[Record]) -> tuple[Shape, ...]:
    """Return what the fields of a type of record are, in their order.

    Args:
        kind: A noun, or a record that stands within one.
    """
    hints = typing.get_type_hints(kind)
    return tuple(_shape(field, hints[field.name]) for field in attrs.fields(kind))


def _shape(field: attrs.Attribute[Any], hint: Any) -> Shape:
    many = get_origin(hint) is tuple
    parts = [part for part in get_args(hint) if part not in (type(None), Ellipsis)]
    inner = parts[0] if parts and not _is_mapping(hint) else hint
    plain_type = getattr(inner, "__supertype__", inner)
    check = typing.cast("Callable[[Any], Any]", field.converter)
    return Shape(
        name=field.name,
        leaf=_leaf(plain_type, check),
        holds=plain_type,
        many=many,
        required=field.default is attrs.NOTHING,
        optional=type(None) in get_args(hint),
        default=field.default,
        check=check,
    )


def _is_mapping(hint: Any) -> bool:
    return hint is Identifiers


def _leaf(kind: type, check: Callable[..., Any]) -> Leaf:
    if kind is PartialDate:
        return Leaf.DATE
    if kind is Identifiers:
        return Leaf.IDENTIFIERS
    if issubclass(kind, Record):
        return Leaf.RECORD
    if issubclass(kind, enum.Enum):
        return Leaf.WORD
    if kind is int:
        return Leaf.NUMBER
    return _LEAVES[getattr(check, "__wrapped__", check)]
