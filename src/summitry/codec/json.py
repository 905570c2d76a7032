"""The JSON document: read with every problem named, written one record a line."""

from __future__ import annotations

import functools
import json

from collections import Counter
from typing import TYPE_CHECKING, Any, NoReturn

from summitry.errors import DocumentError, Problem, shorten
from summitry.values.fields import kind_of

from .converter import make_converter
from .document import RECORD_TYPES, SCHEMA_VERSION, Document
from .problems import Code, problems_of


if TYPE_CHECKING:
    from cattrs import Converter

    from summitry.catalog import Catalog


_SHAPE = '{"summitry": 1, "summits": []}'


def loads(data: str | bytes, *, source: str) -> Catalog:
    """Read a catalogue from the text of a JSON document.

    Args:
        data: The document, as text or as UTF-8 bytes.
        source: What was read, for messages.

    Raises:
        DocumentError: with every problem of the document and its path.
    """
    value = _parse(data, source)
    if not isinstance(value, dict):
        kind = "an array" if isinstance(value, list) else kind_of(value)
        message = f"a document is a JSON object such as {_SHAPE}, not {kind}"
        raise _refused(Code.SHAPE, message, source)
    _check_version(value, source)
    return structure(value, source=source).catalog()


def dumps(catalog: Catalog) -> str:
    """Write a catalogue as the text of a JSON document, one record a line.

    Args:
        catalog: What to write.
    """
    plain = _converter().unstructure(Document.of(catalog))
    parts = [f'"summitry": {SCHEMA_VERSION}']
    for key, value in plain.items():
        if key in RECORD_TYPES:
            lines = ",\n".join(_line(record) for record in value)
            parts.append(f'"{key}": [\n{lines}\n]')
        elif key != "summitry":
            parts.append(f'"{key}": {_line(value)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def structure(value: dict[str, Any], *, source: str) -> Document:
    """Make a document of plain data.

    Args:
        value: The data.
        source: What was read, for messages.

    Raises:
        DocumentError: with every problem of the document and its path.
    """
    try:
        document: Document = _converter().structure(value, Document)
    except Exception as error:  # noqa: BLE001 - unfolded into problems, none is lost
        raise DocumentError(list(problems_of(error)), source=source) from None
    problems = list(_duplicates(document))
    if problems:
        raise DocumentError(problems, source=source)
    return document


@functools.cache
def _converter() -> Converter:
    return make_converter()


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _duplicates(document: Document) -> list[Problem]:
    problems: list[Problem] = []
    for key in RECORD_TYPES:
        seen: dict[object, int] = {}
        for index, record in enumerate(getattr(document, key)):
            first = seen.setdefault(record.identity(), index)
            if first != index:
                message = f"the same {type(record).__name__} as {key}[{first}]"
                problems.append(
                    Problem(
                        code=Code.DUPLICATE_RECORD,
                        path=f"{key}[{index}]",
                        message=message,
                        value=shorten(record),
                    )
                )
    return problems


def _check_version(value: dict[str, Any], source: str) -> None:
    version = value.get("summitry")
    if version == SCHEMA_VERSION and version is not True:
        return
    if "summitry" not in value:
        message = (
            f'missing; a document says which shape it has: "summitry": {SCHEMA_VERSION}'
        )
        raise _refused(Code.MISSING_FIELD, message, source, "summitry")
    if isinstance(version, int) and version > SCHEMA_VERSION:
        message = (
            f"this document has shape {version}, and this release reads {SCHEMA_VERSION}; "
            "a newer summitry is needed"
        )
    else:
        message = (
            f"{shorten(version)} is no version of the shape; expected {SCHEMA_VERSION}"
        )
    raise _refused(Code.SCHEMA_VERSION, message, source, "summitry")


def _parse(data: str | bytes, source: str) -> Any:
    try:
        text = data if isinstance(data, str) else data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"not UTF-8 text: byte {error.start} is {data[error.start]:#04x}"
        raise _refused(Code.SYNTAX, message, source) from None
    duplicates: list[tuple[str, str]] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(items)
        if len(found) < len(items):
            counts = Counter(key for key, _ in items)
            twice = sorted(key for key, count in counts.items() if count > 1)
            duplicates.extend((key, shorten(found)) for key in twice)
        return found

    def constant(name: str) -> NoReturn:
        message = f"{name} is no JSON value"
        raise ValueError(message)

    try:
        value = json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        if not text.strip():
            message = f"empty; expected a document such as {_SHAPE}"
        raise _refused(Code.SYNTAX, message, source) from None
    except RecursionError:
        message = "nested too deeply to be a document"
        raise _refused(Code.SYNTAX, message, source) from None
    except ValueError as error:  # a number of thousands of digits, NaN
        raise _refused(Code.SYNTAX, f"not JSON: {error}", source) from None
    if duplicates:
        raise DocumentError(
            [
                Problem(
                    code=Code.DUPLICATE_KEY,
                    path="$",
                    message=f"the key {shorten(key)} stands twice in one object",
                    value=where,
                )
                for key, where in duplicates
            ],
            source=source,
        )
    return value


def _refused(code: Code, message: str, source: str, path: str = "$") -> DocumentError:
    return DocumentError([Problem(code=code, path=path, message=message)], source=source)
