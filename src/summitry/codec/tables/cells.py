"""The cells of a CSV table: how the fields of a record are flattened into text, and back.

A record within a record has a column for each of its fields (``place.city``); ids and
codes are joined by ``;``; other lists and objects are JSON; what is absent is empty.
"""

from __future__ import annotations

import contextlib
import enum
import functools
import json
import re

from typing import TYPE_CHECKING, Any

import attrs

from summitry.codec.shapes import Leaf
from summitry.values import Identifiers, Record

from .columns import Column, columns, getter


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


SEPARATOR = ";"
"""What stands between ids and codes in one cell: none of them can hold it."""

NOTHING_KNOWN = "{}"
"""What stands in a cell of a record within a record of which nothing else is known.

A place without city and state is not the same as no place. It stands in the code of the
state, which could not be written so.
"""

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"(-?[0-9]+)(?:\.0+)?", re.ASCII)


class Form(enum.Enum):
    """How a cell is written."""

    TEXT = "text"
    """As it is, but for what a spreadsheet would take for a formula."""
    PLAIN = "plain"
    """As it is: a word, a code, an id, a date, an address."""
    NUMBER = "number"
    LIST = "list"
    """Ids or codes with :data:`SEPARATOR` between them."""
    JSON = "json"
    """An array or an object."""


@attrs.frozen
class Cell:
    """A column of a CSV table.

    Attributes:
        name: What stands in the first line, such as ``place.city``.
        path: The fields that lead to its value.
        column: The field itself.
        form: How a cell is written.
        marks: Whether it says, by :data:`NOTHING_KNOWN`, that the record around it is
            there though nothing is known of it.
    """

    name: str
    path: tuple[str, ...]
    column: Column
    form: Form
    marks: bool


@functools.cache
def cells(kinds: tuple[type[Record], ...]) -> tuple[Cell, ...]:
    """Return the columns of the table of some types of record.

    Example:
        >>> import summitry
        >>> [cell.name for cell in cells((summitry.Summit,))][7:10]
        ['place.city', 'place.state', 'host']
    """
    return tuple(_cells(columns(kinds), ()))


def _cells(of: Iterable[Column], path: tuple[str, ...]) -> Iterator[Cell]:
    marking = bool(path)
    for column in of:
        here = (*path, column.name)
        if column.nested:
            yield from _cells(column.columns, here)
            continue
        marks = marking and column.encoded
        marking = marking and not marks
        yield Cell(".".join(here), here, column, _form(column), marks)


def _form(column: Column) -> Form:
    if column.leaf in (Leaf.RECORD, Leaf.IDENTIFIERS):
        return Form.JSON
    if column.many:
        return Form.JSON if column.leaf is Leaf.TEXT else Form.LIST
    if column.leaf is Leaf.TEXT:
        return Form.TEXT
    return Form.NUMBER if column.leaf is Leaf.NUMBER else Form.PLAIN


# -- writing -------------------------------------------------------------------------


def written(records: Sequence[Record], kind: type[Record]) -> Iterator[tuple[str, ...]]:
    """Return the rows of records of one type."""
    texts = list(_texts(columns((kind,)), records, (kind,)))
    return zip(*texts, strict=True)


def _texts(
    of: Iterable[Column], records: Sequence[Any], kinds: Iterable[type]
) -> Iterator[list[str]]:
    for column in of:
        values = getter(column, kinds)(records)
        if not column.nested:
            write = _WRITERS[_form(column)]
            yield ["" if value is None else write(value) for value in values]
            continue
        inner = list(_texts(column.columns, values, (column.holds, type(None))))
        marker = [cell.marks for cell in _cells(column.columns, (column.name,))]
        for number, value in enumerate(values):
            if value is not None and not any(texts[number] for texts in inner):
                inner[marker.index(True)][number] = NOTHING_KNOWN
        yield from inner


def guard(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    One that begins like a formula, perhaps after apostrophes, gets one apostrophe more;
    :func:`unguard` takes it away. Other texts stay, ``'s-Gravenhage`` among them.

    Example:
        >>> guard("=1+1"), guard("'=1+1"), guard("'s-Gravenhage")
        ("'=1+1", "''=1+1", "'s-Gravenhage")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """Return the text that :func:`guard` was given.

    Example:
        >>> unguard("'=1+1"), unguard("'s-Gravenhage"), unguard("=1+1")
        ('=1+1', "'s-Gravenhage", '=1+1')
    """
    return text[1:] if _GUARDED.match(text) else text


def _json(value: Any) -> str:
    if not value:
        return ""
    if isinstance(value, Identifiers):
        return json.dumps(dict(value), ensure_ascii=False)
    plain = [item.to_dict() if isinstance(item, Record) else item for item in value]
    return json.dumps(plain, ensure_ascii=False)


_WRITERS: dict[Form, Callable[[Any], str]] = {
    Form.TEXT: guard,
    Form.PLAIN: str,
    Form.NUMBER: str,
    Form.LIST: SEPARATOR.join,
    Form.JSON: _json,
}


# -- reading -------------------------------------------------------------------------


def value_of(cell: Cell, text: str) -> Any:
    """Return what a cell holds as plain data, but for JSON, which may be no JSON.

    Args:
        cell: The column.
        text: What stands there; not empty.
    """
    if cell.form is Form.TEXT:
        return unguard(text)
    if cell.form is Form.LIST:
        return [item.strip(" ") for item in text.split(SEPARATOR)]
    number = _NUMBER.fullmatch(text) if cell.form is Form.NUMBER else None
    if number is not None:
        with contextlib.suppress(ValueError):  # thousands of digits
            return int(number[1])
    return text
