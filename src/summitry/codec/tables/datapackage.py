"""What describes a folder of CSV tables: ``datapackage.json``, per Data Package v2.

The standard is at https://datapackage.org. Beside its properties there are those that
every document of summitry has at its top: its shape, the version and the date.
"""

from __future__ import annotations

import json
import re

from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

from summitry.codec.document import RECORD_TYPES, Document
from summitry.codec.schemas.docstrings import attributes, summary
from summitry.codec.schemas.leaves import definition
from summitry.codec.shapes import Leaf
from summitry.values.fields import LARGEST_NUMBER

from .cells import NOTHING_KNOWN, SEPARATOR, Cell, Form, cells
from .rows import FACTS


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from enum import Enum

    from summitry.model import Record


NAME = "datapackage.json"
"""What the description is called."""

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_ADDRESS = "https?://.+"
_TARGETS = {
    "organization": "organizations",
    "member_organization": "organizations",
    "chair_organization": "organizations",
    "part_of": "organizations",
    "sidelines_of": "summits",
}
"""The fields of one id that name a record, and the lists in which it should be."""

_IDENTITIES = {
    "member_states": ("organization", "state", "status", "standing", "since"),
    "member_organizations": (
        "organization",
        "member_organization",
        "status",
        "standing",
        "since",
    ),
    "chairmanships": ("organization", "state", "chair_organization", "since"),
    "appointments": ("organization", "post", "name", "capacity", "since"),
}
"""What tells the records apart that have no id."""


def describe(document: Document, lists: Iterable[str]) -> bytes:
    """Return the description of a folder of tables.

    Args:
        document: What the tables hold.
        lists: The lists that have a table.
    """
    there = tuple(lists)
    facts = {key: getattr(document, key) for key in FACTS}
    package = {
        "$schema": _PROFILE,
        "name": "summitry",
        "title": "A catalogue of multilateral diplomacy",
        "description": (
            "Who belonged to what, who presided, who met whom, and when. Dates are EDTF "
            f"text, lists of ids and codes are joined by `{SEPARATOR}`, an empty cell "
            "says nothing."
        ),
        **{
            key: fact if isinstance(fact, int) else str(fact)
            for key, fact in facts.items()
            if fact is not None
        },
        "resources": [_resource(key, document, there) for key in there],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(key: str, document: Document, there: Sequence[str]) -> dict[str, Any]:
    kind = RECORD_TYPES[key]
    return {
        "name": key,
        "path": f"{key}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "title": key.replace("_", " ").capitalize(),
        "description": summary(kind),
        "schema": _schema(key, document, there),
    }


def _schema(key: str, document: Document, there: Sequence[str]) -> dict[str, Any]:
    kind = RECORD_TYPES[key]
    fields = [_field(cell, kind) for cell in cells((kind,))]
    schema: dict[str, Any] = {"fields": fields}
    identity = _IDENTITIES.get(key)
    if identity is None:
        schema["primaryKey"] = [fields[0]["name"]]
    else:
        schema["uniqueKeys"] = [list(identity)]
    references = list(_references(key, document, there))
    if references:
        schema["foreignKeys"] = references
    return schema


def _references(
    key: str, document: Document, there: Sequence[str]
) -> Iterable[dict[str, Any]]:
    """Yield the foreign keys that hold: a catalogue need not have all it names."""
    for cell in cells((RECORD_TYPES[key],)):
        target = _TARGETS.get(cell.name)
        if target is None or target not in there:
            continue
        named = set(map(attrgetter(cell.name), getattr(document, key))) - {None}
        if named <= {record.id for record in getattr(document, target)}:
            reference = {"resource": target, "fields": ["id"]}
            if target == key:
                del reference["resource"]
            yield {"fields": [cell.name], "reference": reference}


def _field(cell: Cell, kind: type[Record]) -> dict[str, Any]:
    column = cell.column
    required = column.required and len(cell.path) == 1
    constraints: dict[str, Any] = {"required": True} if required else {}
    field: dict[str, Any] = {
        "name": cell.name,
        "type": "string",
        "title": " ".join(cell.path).replace("_", " ").capitalize(),
        "description": attributes(column.kinds[0])[column.name],
    }
    if cell.path == (cells((kind,))[0].name,) and cell.name in ("id", "code"):
        constraints["unique"] = True
    if cell.form is Form.JSON:
        field["type"] = "object" if column.leaf is Leaf.IDENTIFIERS else "array"
    elif cell.form is Form.NUMBER:
        field["type"] = "integer"
        constraints |= {"minimum": 1, "maximum": LARGEST_NUMBER}
    elif column.leaf is Leaf.WORD:
        constraints["enum"] = [word.value for word in cast("type[Enum]", column.holds)]
    elif cell.form is not Form.TEXT:
        constraints["pattern"] = f"^{_pattern(cell)}$"
    if constraints:
        field["constraints"] = constraints
    return field


def _pattern(cell: Cell) -> str:
    """Return what the text of a cell looks like, in the words that the standard allows."""
    if cell.column.leaf is Leaf.URL:
        return _ADDRESS
    leaf = Leaf.CODE if cell.column.leaf is Leaf.STATE else cell.column.leaf
    whole: str = definition(leaf).full["pattern"]
    one = whole.removeprefix("^").removesuffix("$").replace("(?:", "(")
    if cell.form is Form.LIST:
        return f"{one}({SEPARATOR}{one})*"
    return f"({one}|{re.escape(NOTHING_KNOWN)})" if cell.marks else one
