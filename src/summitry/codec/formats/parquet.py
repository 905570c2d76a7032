"""Parquet: the whole catalogue as one table, a record a row.

The table is that of :mod:`summitry.codec.tables.arrow`, compressed with Zstandard; its metadata
say which shape, version and date the document has. A table that others made is read too,
if its columns are ours: what it does not say of the whole is taken as unknown.
"""

from __future__ import annotations

import io

from typing import TYPE_CHECKING, Any

from summitry.codec.limits import EXPANDED_AT_MOST
from summitry.codec.plain import refused
from summitry.codec.problems import Code
from summitry.codec.tables.arrow import whole
from summitry.codec.tables.arrow_reading import document_of
from summitry.codec.tables.footer import expanded
from summitry.codec.tables.rows import reason_of
from summitry.errors import MissingExtra


if TYPE_CHECKING:
    from summitry.codec.document import Document


def loads(data: bytes, *, source: str) -> Document:
    """Read a document.

    Args:
        data: A file.
        source: What was read, for messages.

    Raises:
        MissingExtra: pyarrow is not installed.
        DocumentError: with every problem of the document and its path.
    """
    parquet = _parquet()
    try:
        file = parquet.ParquetFile(io.BytesIO(data), pre_buffer=False)
        size = expanded(data)
    except Exception as error:  # noqa: BLE001 - it has many, some of them plain OSErrors
        raise _unread(error, source) from None
    if size > EXPANDED_AT_MOST:
        message = (
            f"it would hold {size:,} bytes or more once it is read; at most "
            f"{EXPANDED_AT_MOST:,} are read"
        )
        raise refused(Code.SYNTAX, message, source)
    try:
        table = file.read(use_threads=False)
    except Exception as error:  # noqa: BLE001 - likewise
        raise _unread(error, source) from None
    return document_of([table], source=source)


def dumps(document: Document) -> bytes:
    """Write a document.

    Raises:
        MissingExtra: pyarrow is not installed.
        InvalidValue: a record is of a subclass, whose fields would be lost.
    """
    table = whole(document.records(), as_of=document.as_of, version=document.version)
    stream = io.BytesIO()
    _parquet().write_table(table, stream, compression="zstd")
    return stream.getvalue()


def _parquet() -> Any:
    try:
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError:
        message = "Parquet"
        raise MissingExtra(message, package="pyarrow", extra="arrow") from None
    return parquet


def _unread(error: Exception, source: str) -> Exception:
    message = f"not a Parquet file that can be read: {reason_of(error)}"
    return refused(Code.SYNTAX, message, source)
