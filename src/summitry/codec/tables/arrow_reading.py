"""Arrow tables, whoever made them, as documents.

What a table holds becomes the plain data of the JSON document that says the same, and is
checked as that would be: a wrong value has the same code and the same path.
"""

from __future__ import annotations

import json
import math
import re

from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from summitry.codec.document import RECORD_TYPES, Document
from summitry.codec.plain import join, refused, repeated_key
from summitry.codec.problems import Code
from summitry.codec.shapes import Leaf
from summitry.errors import shorten
from summitry.values.decoding import collector_paused
from summitry.values.fields import mistyped

from .arrow import METADATA, pyarrow
from .columns import TYPE, Column, columns, derived
from .rows import FACTS, KNOWN, Rows, reason_of


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


_COLUMNS = columns(tuple(RECORD_TYPES.values()))
_BY_NAME = {column.name: column for column in _COLUMNS}

_READ = (Leaf.DATE, Leaf.IDENTIFIERS, Leaf.RECORD)
"""What may stand in a table in another form than in JSON."""

_INDEX = re.compile(r"__index_level_[0-9]+__", re.ASCII)
"""What pandas calls the labels of rows when it makes a table of a frame."""

_EXPECTED = (
    "an Arrow table: a collection of summitry, a frame of polars or pandas, a relation of "
    "DuckDB, or whatever else has __arrow_c_stream__()"
)


def document_of(
    tables: Iterable[object], *, source: str, facts: Mapping[str, Any] | None = None
) -> Document:
    """Return the records of tables as one document.

    Args:
        tables: What offers Arrow data, each with the column ``type``.
        source: What is read, for messages.
        facts: The version and the date of the whole, where they are known better than
            the tables know them.

    Raises:
        MissingExtra: pyarrow is not installed.
        WrongType: something offers no Arrow data.
        DocumentError: with every problem of the tables, and its path in the JSON document
            that says the same.
    """
    pa = pyarrow()
    rows = Rows(source)
    given = list(tables)
    with collector_paused():
        for number, each in enumerate(given, 1):
            name = f"table {number}, " if len(given) > 1 else ""
            _Table(pa, _imported(pa, each, source), rows, name).read()
        rows.insist(facts or {})
        return rows.document()


def _imported(pa: Any, given: Any, source: str) -> Any:
    """Return what offers Arrow data as a table that is sound in itself."""
    streams = hasattr(given, "__arrow_c_stream__")
    if isinstance(given, type) or not (streams or hasattr(given, "__arrow_c_array__")):
        raise mistyped(given, _EXPECTED)
    try:
        if streams:
            found = pa.RecordBatchReader.from_stream(_Stream(given)).read_all()
        else:
            found = pa.Table.from_batches([pa.record_batch(given)])
        found.validate(full=True)
    except Exception as error:  # noqa: BLE001 - foreign code, which raises what it likes
        message = f"not a sound Arrow table: {reason_of(error)}"
        raise refused(Code.SYNTAX, message, source) from None
    return found


class _Stream:
    """What offers a stream, asked for it plainly: some take no requested schema."""

    def __init__(self, given: Any) -> None:
        self._given = given

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._given.__arrow_c_stream__()


class _Table:
    """One table on its way into the lists of a document.

    Args:
        pa: The package pyarrow.
        table: The table.
        rows: Takes what it holds.
        name: What the table is called in a message, with a comma; empty for an only one.
    """

    def __init__(self, pa: Any, table: Any, rows: Rows, name: str) -> None:
        self._pa = pa
        self._table = table
        self._rows = rows
        self._name = name
        self._twice: dict[int, list[tuple[str, str]]] = {}

    def read(self) -> None:
        """Hand over what the table holds."""
        self._facts()
        names = [n for n in self._table.column_names if not _INDEX.fullmatch(n)]
        for name, count in Counter(names).items():
            if count > 1:
                message = f"{self._name}{count} columns have this name"
                self._rows.wrong(Code.DUPLICATE_KEY, join("", name), message)
        if TYPE not in names:
            message = (
                f"{self._name}missing; a table says in the column {TYPE} what its rows "
                f"are: {KNOWN}"
            )
            self._rows.wrong(Code.MISSING_FIELD, TYPE, message)
            return
        kinds = self._values(TYPE)
        if kinds is None:
            return
        found: list[dict[str, Any]] = [{} for _ in kinds]
        skipped = {TYPE, *derived(names, _COLUMNS)}
        unread = [
            name
            for name in dict.fromkeys(names)
            if name not in skipped and not self._fill(name, found)
        ]
        for number, (kind, row) in enumerate(zip(kinds, found, strict=True), 1):
            path = self._rows.take(kind, row, f"{self._name}row {number}")
            if path is None:
                continue
            for name in unread:
                self._rows.spoil(join(path, name))
            for name, scheme in self._twice.get(number, ()):
                self._rows.problems.append(repeated_key(join(path, name), scheme))

    def _fill(self, name: str, found: list[dict[str, Any]]) -> bool:
        """Put the values of a column into rows; say whether it could be read."""
        column = _BY_NAME.get(name)
        values = self._values(name)
        if values is None:
            return False
        kind = self._table.schema.field(self._place(name)).type
        if not _is_plain(self._pa, kind, column):
            self._rows.doubt()
        if column is None or column.leaf in _READ or not _is_text(self._pa, kind):
            plain = [_plain(value, column) for value in values]
        else:
            plain = values
        for row, value in zip(found, plain, strict=True):
            if value is not None:
                row[name] = value
        if column is not None and column.leaf is Leaf.IDENTIFIERS:
            self._find_twice(name, values)
        if column is None and all(value is None for value in plain):
            # In a row it would be found for itself, with a hint at what was meant.
            message = f"{self._name}no type of record has such a column, and it is empty"
            self._rows.wrong(Code.UNKNOWN_FIELD, join("", name), message)
        return True

    def _find_twice(self, name: str, values: list[Any]) -> None:
        """Note the schemes that have two ids, of which an object keeps one."""
        for number, value in enumerate(values, 1):
            schemes = (
                [_pair(item)[0] for item in value] if isinstance(value, list) else []
            )
            for scheme, count in Counter(schemes).items():
                if count > 1 and isinstance(scheme, str):
                    self._twice.setdefault(number, []).append((name, scheme))

    def _place(self, name: str) -> int:
        place: int = self._table.column_names.index(name)
        return place

    def _values(self, name: str) -> list[Any] | None:
        """Return the values of the first column of a name, if Python has such values."""
        column = self._table.column(self._place(name))
        try:
            return [v for chunk in column.chunks for v in _listed(self._pa, chunk)]
        except Exception as error:  # noqa: BLE001 - foreign types raise what they like
            message = f"{self._name}{column.type} cannot be read: {reason_of(error)}"
            self._rows.wrong(Code.SHAPE, join("", name), message)
            return None

    def _facts(self) -> None:
        raw = (self._table.schema.metadata or {}).get(METADATA)
        if raw is None:
            return
        try:
            facts = json.loads(raw)
        except (ValueError, RecursionError):
            facts = None
        if not isinstance(facts, dict):
            message = f"{self._name}the metadata is no JSON object: {shorten(raw)}"
            self._rows.wrong(Code.SYNTAX, "$", message)
            return
        for key in sorted(facts.keys() - set(FACTS)):
            message = f"{self._name}the metadata has no such field"
            self._rows.wrong(Code.UNKNOWN_FIELD, join("", key), message)
        self._rows.say(facts)


def _listed(pa: Any, chunk: Any) -> list[Any]:
    if pa.types.is_dictionary(chunk.type):
        words = chunk.dictionary.to_pylist()
        return [None if i is None else words[i] for i in chunk.indices.to_pylist()]
    listed: list[Any] = chunk.to_pylist()
    return listed


def _is_plain(pa: Any, kind: Any, column: Column | None) -> bool:
    """Whether all values of a type can pass for JSON, so that none must be looked at."""
    types = pa.types
    if column is None:
        return False
    if types.is_dictionary(kind) or types.is_list(kind) or types.is_large_list(kind):
        return _is_plain(pa, kind.value_type, column)
    if types.is_struct(kind):
        if column.leaf is Leaf.IDENTIFIERS:
            return all(_is_text(pa, field.type) for field in kind)
        known = {inner.name: inner for inner in column.columns}
        skipped = derived(known, column.columns)
        return all(
            field.name in skipped or _is_plain(pa, field.type, known.get(field.name))
            for field in kind
        )
    if types.is_date32(kind):
        return column.leaf is Leaf.DATE
    return _is_text(pa, kind) or types.is_integer(kind) or types.is_null(kind)


def _is_text(pa: Any, kind: Any) -> bool:
    types = pa.types
    if types.is_dictionary(kind):
        return _is_text(pa, kind.value_type)
    views = types.is_string_view(kind)
    return bool(types.is_string(kind) or types.is_large_string(kind) or views)


def _plain(value: Any, column: Column | None) -> Any:
    """Return a value as JSON has it; ``None`` for what is absent."""
    leaf = None if column is None else column.leaf
    if isinstance(value, float):
        return _number(value, leaf)
    if leaf is Leaf.DATE and isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if leaf is Leaf.IDENTIFIERS:
        return _identifiers(value)
    if column is not None and leaf is Leaf.RECORD:
        return _records(value, column)
    return value


def _number(value: float, leaf: Leaf | None) -> float | None:
    """Return a whole number as one: pandas has none beside absent ones."""
    if math.isnan(value):
        return None
    return int(value) if leaf is Leaf.NUMBER and value.is_integer() else value


def _records(value: Any, column: Column) -> Any:
    if column.many and isinstance(value, list):
        return [_record(item, column.columns) for item in value]
    return _record(value, column.columns)


def _record(value: Any, of: tuple[Column, ...]) -> Any:
    if not isinstance(value, dict):
        return value
    known = {column.name: column for column in of}
    skipped = derived(value, of)
    found = {
        name: _plain(item, known.get(name))
        for name, item in value.items()
        if name not in skipped
    }
    return {name: item for name, item in found.items() if item is not None}


def _identifiers(value: Any) -> Any:
    """Return pairs of scheme and id as an object, if that is what they are."""
    if not isinstance(value, list):
        return value
    pairs = [_pair(item) for item in value]
    if not all(isinstance(scheme, str) for scheme, _ in pairs):
        return value
    return dict(pairs)


def _pair(item: Any) -> tuple[Any, Any]:
    """Return an entry of a list of structs, or of a map."""
    if isinstance(item, dict) and item.keys() == {"scheme", "id"}:
        return item["scheme"], item["id"]
    return item if isinstance(item, tuple) else (None, None)
