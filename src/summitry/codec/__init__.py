"""Catalogues as files and texts, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .document import SCHEMA_VERSION
from .files import dumps, loads, read, write


if TYPE_CHECKING:
    from .converter import make_converter


__all__ = [
    "SCHEMA_VERSION",
    "dumps",
    "loads",
    "make_converter",
    "read",
    "write",
]


def __getattr__(name: str) -> object:
    # cattrs costs half of an import and is needed only to read and write.
    if name == "make_converter":
        from .converter import make_converter  # noqa: PLC0415

        return make_converter
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
