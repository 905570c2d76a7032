"""Catalogues as files and texts, and back."""

from __future__ import annotations

from summitry._lazy import lazily

from .document import SCHEMA_VERSION
from .files import dumps, loads, read, write


TYPE_CHECKING = False
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

if not TYPE_CHECKING:
    # cattrs costs half of an import and is needed only to read and write.
    __getattr__, __dir__ = lazily(__name__, {"converter": "make_converter"})
