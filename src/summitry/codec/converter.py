"""The one place that knows how records become plain data and plain data records.

cattrs does it. What is ours: that a field of a document is checked by the same
function as the field of a record made in Python, and that every field is checked, so
that all problems are found in one pass.
"""

from __future__ import annotations

import typing

from enum import Enum
from typing import Any, get_args, get_origin

import attrs

from cattrs import Converter
from cattrs.errors import IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from summitry.errors import SummitryError
from summitry.values import Identifiers, PartialDate, Record
from summitry.values.fields import mistyped
from summitry.values.partial_date import partial_date
from summitry.values.text import with_article

from .document import Document


if typing.TYPE_CHECKING:
    from collections.abc import Callable


def make_converter() -> Converter:
    """Return a new cattrs converter for the nouns and the document.

    It is yours to extend with hooks of your own.

    Returns:
        A converter that refuses unknown fields, omits defaults, and collects every
        problem with its path.

    Example:
        >>> import summitry
        >>> converter = make_converter()
        >>> converter.unstructure(summitry.Place(city="Baku", state="AZE"))
        {'city': 'Baku', 'state': 'AZE'}
        >>> converter.structure({"city": "Baku", "state": "AZE"}, summitry.Place)
        Place(city='Baku', state='AZE')
    """
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
    converter.register_unstructure_hook(PartialDate, str)
    converter.register_unstructure_hook(Identifiers, dict)
    converter.register_unstructure_hook_func(
        _is_tuple, lambda value: _list(converter, value)
    )
    converter.register_unstructure_hook_func(_is_enum, _word)
    converter.register_structure_hook(PartialDate, lambda value, _: partial_date(value))
    converter.register_structure_hook_factory(
        _is_record, lambda kind: _structure_record(kind, converter)
    )
    converter.register_unstructure_hook_factory(
        _is_record,
        lambda kind: make_dict_unstructure_fn(
            kind, converter, _cattrs_omit_if_default=True
        ),
    )
    return converter


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record | Document)


def _is_enum(kind: Any) -> bool:
    """Whether a type is a vocabulary, or one or nothing."""
    parts = [part for part in get_args(kind) if part is not type(None)] or [kind]
    return len(parts) == 1 and isinstance(parts[0], type) and issubclass(parts[0], Enum)


def _word(value: Enum | None) -> Any:
    return None if value is None else value.value


def _is_tuple(kind: Any) -> bool:
    return kind is tuple or get_origin(kind) is tuple


def _list(converter: Converter, value: tuple[Any, ...]) -> list[Any]:
    return [converter.unstructure(item) for item in value]


def _structure_record(kind: type, converter: Converter) -> Callable[[Any, Any], Any]:
    """Return the function that makes a record of an object of JSON."""
    types = typing.get_type_hints(kind)
    overrides = {
        field.name: override(
            struct_hook=_structure_field(field, types[field.name], converter)
        )
        for field in attrs.fields(kind)
    }
    structure: Callable[[Any, Any], Any] = make_dict_structure_fn(
        kind,
        converter,
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=True,
        **overrides,  # type: ignore[arg-type]
    )

    def structure_object(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise mistyped(value, with_article(kind.__name__))
        return structure(value, kind)

    return structure_object


def _structure_field(
    field: attrs.Attribute[Any], kind: Any, converter: Converter
) -> Callable[[Any, Any], Any]:
    """Return the function that reads one field, checked as in Python."""
    check = typing.cast("Callable[[Any], Any]", field.converter or (lambda value: value))
    inner = [part for part in get_args(kind) if part not in (type(None), Ellipsis)]
    element = inner[0] if inner else kind
    if _is_tuple(kind):
        if _is_record(element):

            def read_item(value: Any) -> Any:
                return converter.structure(value, element)
        else:

            def read_item(value: Any) -> Any:
                return check((value,))[0]

        return lambda value, _: check(_each(value, read_item, field.name))
    if _is_record(element):

        def read_record(value: Any, _: Any) -> Any:
            optional = value is None and element is not kind
            return check(None if optional else converter.structure(value, element))

        return read_record
    return lambda value, _: check(value)


def _each(value: Any, read: Callable[[Any], Any], name: str) -> list[Any]:
    """Read every item of a list, and raise what is wrong with all of them."""
    if not isinstance(value, list | tuple):
        raise mistyped(value, f"a list of {name}")
    read_items: list[Any] = []
    errors: list[Exception] = []
    for index, item in enumerate(value):
        try:
            read_items.append(read(item))
        except (SummitryError, ExceptionGroup) as error:
            # The record and field are named by the path.
            note = IterableValidationNote("", index, name)
            error.add_note(note)
            errors.append(error)
    if errors:
        message = f"while reading {name}"
        raise IterableValidationError(message, errors, list)  # pyright: ignore[reportCallIssue]
    return read_items
