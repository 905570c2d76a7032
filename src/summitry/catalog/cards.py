"""One record as a notebook shows it: a card of what it says, field by field."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import attrs

from summitry.values.identifiers import Identifiers
from summitry.values.record import Record

from .display import escaped, html_frame


if TYPE_CHECKING:
    from collections.abc import Iterator


_MOST = 12
"""How many of the small values of a field are shown, such as the delegations of a summit."""

_FIELD = (
    ' style="font-weight:600;white-space:nowrap;'
    'border-bottom:1px solid rgba(128,128,128,.35)"'
)
"""What sets a field's name apart from its value, and not from the next field."""


def html_card(record: Record) -> str:
    """Return a record as an HTML table of its fields whose every leaf is escaped.

    What a record does not say is left out. Addresses are text and no links: nothing that
    comes from a record is followed.

    Args:
        record: A noun or a small value.

    Example:
        >>> from summitry import Place
        >>> "<td>Baku</td>" in html_card(Place(city="Baku", state="AZE"))
        True
    """
    body = "".join(
        f'<tr><th scope="row"{_FIELD}>{escaped(name)}</th>'
        f"<td>{'<br>'.join(escaped(line) for line in lines)}</td></tr>"
        for name, lines in _fields(record)
    )
    return html_frame(escaped(_title(record)), "", body, 0)


def _title(record: Record) -> str:
    """Return the type of a record and what tells it from every other of its type."""
    kind = type(record).__name__
    if not record.type_name:  # small values are told by what they hold
        return kind
    known = (str(part) for part in record.identity()[1:] if part is not None)
    return f"{kind}: {' '.join(known)}"


def _fields(record: Record) -> Iterator[tuple[str, list[str]]]:
    """Yield the name of each field that says something, and the lines of what it says."""
    for field in attrs.fields(type(record)):
        lines = _lines(getattr(record, field.name))
        if lines:
            yield field.name.replace("_", " "), lines


def _lines(value: object) -> list[str]:
    """Return small values on a line each, and everything else on one."""
    if isinstance(value, tuple) and any(isinstance(each, Record) for each in value):
        more = len(value) - _MOST
        shown = [_told(each) for each in value[:_MOST]]
        return [*shown, f"… {more:,} more"] if more > 0 else shown
    told = _told(value)
    return [told] if told else []


def _told(value: object) -> str:
    """Return a value in words."""
    if value is None:
        return ""
    if isinstance(value, Enum):
        return str(value.value).replace("_", " ")
    if isinstance(value, Identifiers):
        return ", ".join(f"{scheme} {key}" for scheme, key in value.items())
    if isinstance(value, Record):
        return _small(value)
    if isinstance(value, tuple):
        return ", ".join(map(_told, value))
    return str(value)


def _small(record: Record) -> str:
    """Return a small value on one line, its time behind it."""
    dates = {"since", "until"}
    told = (
        _told(getattr(record, field.name))
        for field in attrs.fields(type(record))
        if field.name not in dates
    )
    text = ", ".join(filter(None, told))
    since, until = (getattr(record, name, None) for name in ("since", "until"))
    if since is None and until is None:
        return text
    return f"{text} ({since or '..'}/{until or '..'})".lstrip()
