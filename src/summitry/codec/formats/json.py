"""JSON: one object, one record a line."""

from __future__ import annotations

import json

from collections import Counter
from typing import TYPE_CHECKING, Any, NoReturn

from summitry.codec import strict
from summitry.codec.document import RECORD_TYPES
from summitry.codec.plain import SHAPE, Plain, join, refused, repeated_key, structure
from summitry.codec.problems import Code


if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitry.codec.document import Document
    from summitry.errors import Problem


BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""What some editors put before UTF-8; it is no part of the text."""


def loads(data: bytes, *, source: str) -> Document:
    """Read a document.

    Args:
        data: UTF-8 text.
        source: What was read, for messages.

    Raises:
        DocumentError: with every problem of the document and its path.
    """
    return structure(parse(data, source), source=source)


def decode(data: bytes) -> Document | None:
    """Read a document by the fast path, or give ``None``."""
    return strict.decode_json(data.removeprefix(BYTE_ORDER_MARK), repeats)


def dumps(document: Document) -> bytes:
    """Write a document, one record a line."""
    pieces: list[bytes | memoryview] = [f'{{\n"summitry": {document.summitry}'.encode()]
    for key in ("version", "as_of"):
        value = getattr(document, key)
        if value is not None:
            text = json.dumps(str(value), ensure_ascii=False)
            pieces.append(f',\n"{key}": {text}'.encode())
    for key, kind in RECORD_TYPES.items():
        records = getattr(document, key)
        if records:
            lines = strict.encode_spaced(records, kind)
            pieces += [f',\n"{key}": [\n'.encode(), *lines, b"\n]"]
    return b"".join((*pieces, b"\n}\n"))


def repeats(data: bytes) -> bool:
    """Whether a key stands twice in an object of a text that is known to be good JSON."""
    return bool(parse(data, "").problems)


def parse(data: bytes, source: str) -> Plain:
    """Return a text as plain data, with the keys that stand twice.

    Raises:
        DocumentError: it is no JSON.
    """
    return parse_text(decode_text(data, source), source)


def decode_text(data: bytes, source: str, line: int | None = None) -> str:
    """Return bytes as text.

    Raises:
        DocumentError: they are not UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"not UTF-8 text: byte {error.start} is {data[error.start]:#04x}"
        raise refused(Code.SYNTAX, message, source, line=line) from None


def parse_text(text: str, source: str, line: int | None = None) -> Plain:
    """Return a text as plain data, with the keys that stand twice.

    Args:
        text: What to parse.
        source: What was read, for messages.
        line: Its line in the file, where it is one line of many.

    Raises:
        DocumentError: it is no JSON.
    """
    found_twice: list[_Repeating] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(items)
        if len(found) == len(items):
            return found
        counts = Counter(key for key, _ in items)
        repeating = _Repeating(found)
        repeating.twice = sorted(key for key, count in counts.items() if count > 1)
        found_twice.append(repeating)
        return repeating

    def constant(name: str) -> NoReturn:
        message = f"{name} is no JSON value"
        raise ValueError(message)

    try:
        value = json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except json.JSONDecodeError as error:
        place = f"column {error.colno}"
        if line is None:
            place = f"line {error.lineno}, {place}"
        message = f"not JSON: {error.msg} at {place}"
        if not text.strip():
            message = f"empty; expected a document such as {SHAPE}"
        raise refused(Code.SYNTAX, message, source, line=line) from None
    except RecursionError:
        message = "nested too deeply to be a document"
        raise refused(Code.SYNTAX, message, source, line=line) from None
    except ValueError as error:  # a number of thousands of digits, NaN
        raise refused(Code.SYNTAX, f"not JSON: {error}", source, line=line) from None
    return Plain(value, tuple(_repeats(value, line)) if found_twice else ())


class _Repeating(dict[str, Any]):
    """An object of JSON in which keys stand twice."""

    twice: list[str]


def _repeats(value: Any, line: int | None) -> Iterator[Problem]:
    # A stack, for what is nested deeply would exhaust Python's own.
    waiting: list[tuple[str, Any]] = [("", value)]
    while waiting:
        path, each = waiting.pop()
        if isinstance(each, _Repeating):
            yield from (repeated_key(path, key, line) for key in each.twice)
        if isinstance(each, dict):
            inner = [(join(path, key), item) for key, item in each.items()]
        elif isinstance(each, list):
            inner = [(f"{path}[{index}]", item) for index, item in enumerate(each)]
        else:
            continue
        waiting.extend(reversed(inner))
