"""TOML: the document as tables, each record a table of an array."""

from __future__ import annotations

import re
import tomllib

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from summitry.codec import strict
from summitry.codec.limits import DEEPEST
from summitry.codec.plain import Plain, refused, structure
from summitry.codec.problems import Code
from summitry.errors import MissingExtra

from .json import decode_text


if TYPE_CHECKING:
    from summitry.codec.document import Document


def loads(data: bytes, *, source: str) -> Document:
    """Read a document.

    TOML has days of its own: ``since = 1961-09-01`` is read as ``"1961-09-01"``.

    Args:
        data: UTF-8 text.
        source: What was read, for messages.

    Raises:
        DocumentError: with every problem of the document and its path.
    """
    # TOML allows no carriage return but before a line feed, and editors on Windows write it.
    text = decode_text(data, source).replace("\r\n", "\n")
    if _is_too_deep(text):
        raise refused(Code.SYNTAX, _TOO_DEEP, source)
    try:
        value = _with_texts(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        # Elsewhere it says that it is at the end.
        line = int(found[1]) if found else text.rstrip("\n").count("\n") + 1
        raise refused(Code.SYNTAX, f"not TOML: {error}", source, line=line) from None
    except RecursionError:
        raise refused(Code.SYNTAX, _TOO_DEEP, source) from None
    except ValueError as error:  # a number of thousands of digits
        raise refused(Code.SYNTAX, f"not TOML: {error}", source) from None
    return structure(Plain(value), source=source)


def dumps(document: Document) -> bytes:
    """Write a document.

    Raises:
        MissingExtra: the package tomli-w is not installed.
    """
    try:
        import tomli_w  # noqa: PLC0415
    except ImportError:
        what = "writing TOML"
        raise MissingExtra(what, package="tomli-w", extra="toml") from None
    return tomli_w.dumps(strict.plain_of(document)).encode()


_TOO_DEEP = "nested too deeply to be a document"
OPAQUE = re.compile(
    r"""\"{3}(?:[^"\\]|\\.|"(?!""))*+"{3,5}|'{3}(?:[^']|'(?!''))*+'{3,5}"""
    r"""|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+'|\#[^\n]*+""",
    re.DOTALL,
)
"""Texts and comments."""

_DEEP_KEY = re.compile(
    rf'(?<![\w-])(?:[\w-]++|"")(?:[ \t]*+\.[ \t]*+(?:[\w-]++|"")){{{DEEPEST},}}', re.ASCII
)


def _is_too_deep(text: str) -> bool:
    """Whether a key has more parts than it may, on which tomllib would spend hours."""
    many = any(line.count(".") >= DEEPEST for line in text.split("\n"))
    return many and _DEEP_KEY.search(OPAQUE.sub('""', text)) is not None


def _with_texts(value: Any) -> Any:
    """Write days as text; moments and times of day are left for the checks to refuse."""
    if isinstance(value, dict):
        return {key: _with_texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_texts(item) for item in value]
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return value
