"""Catalogues as files, texts and tables, and back."""

from __future__ import annotations

from summitry._lazy import lazily

from .document import SCHEMA_VERSION


TYPE_CHECKING = False
if TYPE_CHECKING:
    from .converter import make_converter
    from .files import dumps, loads, read, write
    from .schemas.generator import json_schema
    from .streams import iter_records, write_records


__all__ = [
    "SCHEMA_VERSION",
    "dumps",
    "iter_records",
    "json_schema",
    "loads",
    "make_converter",
    "read",
    "write",
    "write_records",
]

if not TYPE_CHECKING:
    # The bundled catalogue is loaded without any of them.
    __getattr__, __dir__ = lazily(
        __name__,
        {
            "converter": "make_converter",
            "files": "dumps loads read write",
            "schemas.generator": "json_schema",
            "streams": "iter_records write_records",
        },
    )
