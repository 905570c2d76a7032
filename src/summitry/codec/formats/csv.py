"""CSV: a table for each type of record, and ``datapackage.json``, which describes them.

The tables are called like the lists of a JSON document: ``member_states.csv`` has those
of ``member_states``. How fields become cells is in :mod:`summitry.codec.tables.cells`.
"""

from __future__ import annotations

import contextlib
import csv
import io
import threading

from typing import TYPE_CHECKING, Any

from summitry.codec.document import RECORD_TYPES
from summitry.codec.plain import join, shape_of
from summitry.codec.problems import Code
from summitry.codec.tables import archive, datapackage
from summitry.codec.tables.cells import (
    NOTHING_KNOWN,
    Cell,
    Form,
    cells,
    value_of,
    written,
)
from summitry.codec.tables.columns import TYPE, columns, derived, exactly
from summitry.codec.tables.rows import FACTS, KNOWN, Rows
from summitry.errors import DocumentError, shorten
from summitry.values.text import closest

from .json import decode_text, parse, parse_text


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from summitry.codec.document import Document
    from summitry.errors import Problem


SUFFIX = ".csv"
"""What the name of a table ends with."""

_KINDS = tuple(RECORD_TYPES.values())
_CELLS = {cell.name: cell for cell in cells(_KINDS)}
_NESTED = {column.name for column in columns(_KINDS) if column.nested}
_ROOM = 2**31 - 1
_reading = threading.Lock()


def loads(data: bytes, *, source: str) -> Document:
    """Read a zip of tables.

    Args:
        data: The zip.
        source: What was read, for messages.

    Raises:
        DocumentError: with every problem, its path and its line.
    """
    return loads_files(archive.unpack(data, source=source), source=source)


def dumps(document: Document) -> bytes:
    """Write a zip of tables, the same bytes for the same document.

    Raises:
        InvalidValue: a record is of a subclass, whose fields would be lost.
    """
    return archive.pack(dumps_files(document))


def loads_files(files: Mapping[str, bytes], *, source: str) -> Document:
    """Read the tables of a folder.

    Without ``datapackage.json``, the tables are taken to be of the present shape, and
    their date and version to be unknown. Nothing that it describes is followed.

    Args:
        files: What each file holds, by its name.
        source: What was read, for messages.

    Raises:
        DocumentError: with every problem, its path and its line.
    """
    rows = Rows(source)
    if datapackage.NAME in files:
        _take_facts(files[datapackage.NAME], rows, source)
    tables = {f"{key}{SUFFIX}": key for key in RECORD_TYPES}
    for name in sorted(files.keys() - tables.keys() - {datapackage.NAME}):
        _refuse_file(name, rows)
    for name, key in tables.items():
        if name in files:
            Table(key, rows, source).read(files[name])
    return rows.document()


def dumps_files(document: Document) -> dict[str, bytes]:
    """Write the tables of a folder: those that are not empty, and what describes them.

    Raises:
        InvalidValue: a record is of a subclass, whose fields would be lost.
    """
    full = [key for key in RECORD_TYPES if getattr(document, key)]
    lists = full or ["organizations"]  # a data package has one table at the least
    files = {datapackage.NAME: datapackage.describe(document, lists)}
    for key in lists:
        kind = RECORD_TYPES[key]
        records = getattr(document, key)
        exactly(records, (kind,))
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(cell.name for cell in cells((kind,)))
        writer.writerows(written(records, kind))
        files[f"{key}{SUFFIX}"] = text.getvalue().encode()
    return files


def loads_table(data: bytes, *, name: str, source: str) -> Document:
    """Read one table on its own.

    Args:
        data: The table.
        name: The name of its file, which says the type of its records, unless a column
            ``type`` does.
        source: What was read, for messages.

    Raises:
        DocumentError: with every problem, its path and its line.
    """
    rows = Rows(source)
    key = name.partition(".")[0]
    Table(key if key in RECORD_TYPES else None, rows, source).read(data)
    return rows.document()


def _refuse_file(name: str, rows: Rows) -> None:
    if archive.is_beyond(name):
        message = "it is no plain name: nothing outside the folder is read"
        rows.wrong(Code.SYNTAX, join("", name), message)
        return
    known = [f"{key}{SUFFIX}" for key in RECORD_TYPES]
    near = closest(name, known, most=1)
    hint = f"did you mean {near[0]}?" if near else f"expected {', '.join(known)}"
    rows.wrong(Code.UNKNOWN_FIELD, join("", name), f"there is no such table; {hint}")


def _take_facts(data: bytes, rows: Rows, source: str) -> None:
    """Take what the description says of the whole."""
    path = join("", datapackage.NAME)
    try:
        plain = parse(data, source)
    except DocumentError as error:
        _adopt(error.problems, path, rows)
        return
    _adopt(plain.problems, path, rows)
    if not isinstance(plain.value, dict):
        message = f"a description is an object, not {shape_of(plain.value)}"
        rows.wrong(Code.SHAPE, path, message)
        return
    rows.say({key: plain.value[key] for key in FACTS if key in plain.value})


def _adopt(
    problems: Iterable[Problem], path: str, rows: Rows, line: int | None = None
) -> None:
    """Note problems of a text within, under the path of what it stands in."""
    for problem in problems:
        inner = "" if problem.path == "$" else problem.path
        joint = "" if not inner or inner.startswith("[") else "."
        rows.problems.append(problem._replace(path=f"{path}{joint}{inner}", line=line))


class Table:
    """One table on its way into a list of a document.

    Args:
        key: The list that its records are of; ``None`` where each row says its type.
        rows: Takes what it holds.
        source: What is read, for messages.
    """

    def __init__(self, key: str | None, rows: Rows, source: str) -> None:
        self._key = key
        self._rows = rows
        self._source = source
        self._top = key or "$"
        self._found: list[tuple[dict[str, Any], str, int]] = []

    def read(self, data: bytes) -> None:
        """Hand over what the table holds."""
        try:
            text = decode_text(data, self._source)
        except DocumentError as error:
            _adopt(error.problems, self._top, self._rows)
            return
        lines = self._parsed(text)
        if not lines:
            return
        (line, names), *rest = lines
        if self._key is None and TYPE not in names:
            message = (
                f"missing; a table says in the column {TYPE}, or by the name of its file, "
                f"such as member_states.csv, what its rows are: {KNOWN}"
            )
            self._rows.wrong(Code.MISSING_FIELD, TYPE, message, line=line)
            return
        places = self._places(names, line)
        self._take(names, rest)
        self._fill(places, rest, line)

    def _parsed(self, text: str) -> list[tuple[int, list[str]]]:
        """Return the rows that are not blank, each with the line on which it begins."""
        found: list[tuple[int, list[str]]] = []
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        line = 1
        with _room():
            try:
                for row in reader:
                    if row:
                        found.append((line, row))
                    line = reader.line_num + 1
            except csv.Error as error:
                message = f"not CSV: {error}"
                self._rows.wrong(Code.SYNTAX, self._top, message, line=line)
            else:
                if not found:
                    message = "empty; expected a first line with the names of the columns"
                    self._rows.wrong(Code.SYNTAX, self._top, message)
        return found

    def _places(self, names: list[str], line: int) -> dict[str, int]:
        """Return where the columns are that hold something of a record."""
        found: dict[str, int] = {}
        for place, name in enumerate(names):
            if name and name not in _NESTED and name not in found:
                found[name] = place
                continue
            code = Code.UNKNOWN_FIELD
            if not name:
                message = (
                    f"column {place + 1} has no name; if it holds the numbers of the "
                    "rows, leave it out"
                )
            elif name in _NESTED:
                inner = ", ".join(c for c in _CELLS if c.startswith(f"{name}."))
                message = f"it has columns of its own: {inner}"
            else:
                code, message = Code.DUPLICATE_KEY, "two columns have this name"
            self._rows.wrong(code, self._column(name), message, line=line)
        for name in (TYPE, *derived(found, columns(_KINDS))):
            found.pop(name, None)
        return found

    def _column(self, name: str) -> str:
        return join(self._key or "", name)

    def _take(self, names: list[str], lines: list[tuple[int, list[str]]]) -> None:
        """Begin a record for each row."""
        typed = names.index(TYPE) if TYPE in names else None
        for line, row in lines:
            fields: dict[str, Any] = {}
            path = self._rows.take(self._kind(row, typed, line), fields, line)
            self._found.append((fields, path or self._top, line))
            if len(row) != len(names):
                count = f"{len(row)} cell{'s' * (len(row) != 1)}"
                message = f"the row has {count}, and the first line names {len(names)}"
                self._rows.wrong(Code.SYNTAX, path or self._top, message, line=line)
                self._rows.spoil(path or self._top)

    def _fill(
        self, places: dict[str, int], lines: list[tuple[int, list[str]]], first: int
    ) -> None:
        """Fill the records, column by column."""
        for name, place in places.items():
            texts = [row[place] if place < len(row) else "" for _, row in lines]
            cell = _CELLS.get(name)
            if cell is None and not any(texts):
                # In a row it would be found for itself, with a hint at what was meant.
                message = "no type of record has such a column, and it is empty"
                at = self._column(name)
                self._rows.wrong(Code.UNKNOWN_FIELD, at, message, line=first)
            self._put(name, cell, texts)

    def _kind(self, row: list[str], typed: int | None, line: int) -> str | None:
        """Return the type of a row, as the file or the row itself says."""
        said = row[typed] if typed is not None and typed < len(row) else ""
        if self._key is None:
            return said or None
        kind = RECORD_TYPES[self._key].type_name
        if said not in ("", kind):
            message = f"{shorten(said)} in a table of another type; expected {kind}"
            self._rows.wrong(Code.VALUE, TYPE, message, said, line)
        return kind

    def _put(self, name: str, cell: Cell | None, texts: list[str]) -> None:
        """Put the cells of a column into the records."""
        path = _path_of(name) if cell is None else cell.path
        for text, (record, at, line) in zip(texts, self._found, strict=True):
            if not text:
                continue
            fields = record
            for step in path[:-1]:
                fields = fields.setdefault(step, {})
            if cell is None:
                fields[path[-1]] = text
            elif cell.form is Form.JSON:
                self._put_json(text, fields, path[-1], ".".join((at, *path)), line)
            elif not (cell.marks and text == NOTHING_KNOWN):
                fields[path[-1]] = value_of(cell, text)

    def _put_json(
        self, text: str, fields: dict[str, Any], name: str, at: str, line: int
    ) -> None:
        try:
            plain = parse_text(text, self._source)
        except DocumentError as error:
            _adopt(error.problems, at, self._rows, line)
            self._rows.spoil(at)
            return
        fields[name] = plain.value
        _adopt(plain.problems, at, self._rows, line)


def _path_of(name: str) -> tuple[str, ...]:
    """Return where a field that no record has would be."""
    head, _, rest = name.partition(".")
    return (head, rest) if head in _NESTED and rest else (name,)


@contextlib.contextmanager
def _room() -> Iterator[None]:
    """Let cells be of any length: the limit of Python's reader is one for all threads."""
    with _reading:
        before = csv.field_size_limit(_ROOM)
        try:
            yield
        finally:
            csv.field_size_limit(before)
