"""JSON Lines: a line that says what the whole is, then one record a line.

Each line has its ``type``; the first is ``{"type":"document","summitry":1}``, with the
version and the date of the data where they are known.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import attrs

from summitry.codec import strict
from summitry.codec.document import (
    EDITORS_KEY,
    LIST_OF,
    RECORD_TYPES,
    SCHEMA_VERSION,
)
from summitry.codec.plain import Plain, join, refused, shape_of, structure
from summitry.codec.problems import Code
from summitry.codec.strict import HEADER, TAG
from summitry.errors import DocumentError, Problem, WrongType, shorten
from summitry.values.text import closest

from .json import BYTE_ORDER_MARK, decode_text, parse_text


if TYPE_CHECKING:
    from collections.abc import Iterable

    from summitry.codec.document import Document
    from summitry.model import Record


FIRST_LINE = '{"type":"document","summitry":1}'
"""The first line, at its shortest."""

_KEYS = {kind: key for key, kind in RECORD_TYPES.items()}
_HEADER_KEYS = ("summitry", "version", "as_of", EDITORS_KEY)


def loads(data: bytes, *, source: str) -> Document:
    """Read all lines.

    Args:
        data: UTF-8 text.
        source: What was read, for messages.

    Raises:
        DocumentError: with every problem, its path and its line. The path is that of the
            same record in a JSON document.
    """
    return structure(Reader(source).read(data), source=source)


def decode(data: bytes) -> Document | None:
    """Read all lines by the fast path, or give ``None``."""
    found = strict.decode_lines(normal(data), repeats)
    if found is None or found.header is None:
        return None
    lists: dict[str, list[Record]] = {}
    for kind, records in groupby(found.records, type):
        lists.setdefault(_KEYS[kind], []).extend(records)
    whole: dict[str, Any] = {key: tuple(records) for key, records in lists.items()}
    return attrs.evolve(found.header, **whole)


def dumps(document: Document) -> bytes:
    """Write a document, one record a line, type by type."""
    return strict.encode_document_lines(document)


def encode(records: Iterable[Record]) -> bytes:
    """Write records of any types, each on a line.

    Raises:
        WrongType: something is no record of a catalogue.
        InvalidValue: a record is of a subclass, whose fields would be lost.
    """
    return b"".join(
        strict.encode_lines(list(group), _noun(kind), tagged=True)
        for kind, group in groupby(records, type)
    )


def normal(data: bytes) -> bytes:
    """Return lines without a byte order mark, ended as on Unix."""
    data = data.removeprefix(BYTE_ORDER_MARK)
    return data.replace(b"\r\n", b"\n") if b"\r" in data else data


def repeats(data: bytes) -> bool:
    """Whether lines of which each is good JSON have a key twice, or are no lines."""
    try:
        return any(Reader("").read(data).problems)
    except DocumentError:
        return True


class Reader:
    """Reads lines one by one, and finds every problem on the way.

    Args:
        source: What is read, for messages.
        before: How many lines were read before.
        version: The version of the shape that the first line said, if it was read before.
    """

    def __init__(
        self, source: str, *, before: int = 0, version: int | None = None
    ) -> None:
        self._source = source
        self._number = before
        self._begun = version is not None
        self._value: dict[str, Any] = {"summitry": version} if self._begun else {}
        self._problems: list[Problem] = []
        self._lines: dict[str, int] = {}

    def read(self, data: bytes) -> Plain:
        """Return what lines hold, in the shape of a JSON document.

        Args:
            data: Whole lines.

        Raises:
            DocumentError: there is none.
        """
        for raw in normal(data).split(b"\n"):
            self._number += 1
            if raw.strip():
                self._take(raw)
        if not self._begun:
            message = f"empty; expected a first line such as {FIRST_LINE}"
            raise refused(Code.SYNTAX, message, self._source)
        return Plain(self._value, tuple(self._problems), lambda: self._lines)

    def _take(self, raw: bytes) -> None:
        first, self._begun = not self._begun, True
        plain = self._parsed(raw)
        value = None if plain is None else plain.value
        if first and not (isinstance(value, dict) and value.get(TAG) == HEADER):
            self._value["summitry"] = SCHEMA_VERSION  # what is missing is said once
            message = f"the first line says what the whole is, such as {FIRST_LINE}"
            self._wrong(Code.MISSING_FIELD, "summitry", message)
        if plain is None:
            return
        if not isinstance(value, dict):
            message = f"a line is an object, not {shape_of(value)}"
            self._wrong(Code.SHAPE, "$", message, value)
            return
        fields = dict(value)
        kind = fields.pop(TAG, None)
        if kind == HEADER:
            if first:
                self._problems += plain.problems
                self._take_header(fields)
            else:
                message = "a second first line: are these two files, joined?"
                self._wrong(Code.SHAPE, "$", message, value)
            return
        key = LIST_OF.get(kind) if isinstance(kind, str) else None
        if key is None:
            self._untyped(value)
            return
        records = self._value.setdefault(key, [])
        path = f"{key}[{len(records)}]"
        records.append(fields)
        self._lines[path] = self._number
        for problem in plain.problems:
            self._problems.append(problem._replace(path=f"{path}.{problem.path}"))

    def _take_header(self, fields: dict[str, Any]) -> None:
        for name in fields:
            if name not in _HEADER_KEYS:
                message = (
                    f"the first line has no such field; it has {', '.join(_HEADER_KEYS)}"
                )
                self._wrong(Code.UNKNOWN_FIELD, join("", name), message)
        self._value |= {key: fields[key] for key in _HEADER_KEYS if key in fields}
        self._lines |= {join("", name): self._number for name in _HEADER_KEYS}

    def _parsed(self, raw: bytes) -> Plain | None:
        try:
            text = decode_text(raw, self._source, self._number)
            return parse_text(text, self._source, self._number)
        except DocumentError as error:
            self._problems += error.problems
            return None

    def _untyped(self, value: dict[str, Any]) -> None:
        known = list(LIST_OF)
        if TAG not in value:
            message = f"missing; each line says its type, one of {', '.join(known)}"
            self._wrong(Code.MISSING_FIELD, TAG, message)
            return
        kind = value[TAG]
        near = closest(kind, known, most=1) if isinstance(kind, str) else []
        hint = f"did you mean {near[0]}?" if near else f"expected {', '.join(known)}"
        message = f"{shorten(kind)} is no type of record; {hint}"
        self._wrong(Code.VALUE, TAG, message, kind)

    def _wrong(self, code: Code, path: str, message: str, value: object = None) -> None:
        shown = None if value is None else shorten(value)
        self._problems.append(Problem(code, path, message, shown, self._number))


def _noun(kind: type) -> type[Record]:
    """Return the noun that a type of record is, or is a subclass of."""
    for noun in _KEYS:
        if issubclass(kind, noun):
            return noun
    names = ", ".join(noun.__name__ for noun in _KEYS)
    message = f"a {kind.__name__} is no record of a catalogue; expected {names}"
    raise WrongType(message, value=kind)
