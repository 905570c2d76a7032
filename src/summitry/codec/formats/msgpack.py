"""MessagePack: the document as one map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from summitry.codec import strict
from summitry.codec.plain import Plain, refused, structure
from summitry.codec.problems import Code


if TYPE_CHECKING:
    from summitry.codec.document import Document


def decode(data: bytes) -> Document | None:
    """Read a document by the fast path, or give ``None``."""
    return strict.decode_msgpack(data)


def loads(data: bytes, *, source: str) -> Document:
    """Read a document.

    It has to be in its shortest form, in which every common library writes it. A longer
    one may have a key twice, of which the reader would see only the last.

    Args:
        data: One map.
        source: What was read, for messages.

    Raises:
        DocumentError: with every problem of the document and its path.
    """
    try:
        value = msgspec.msgpack.decode(data, strict=True)
    except (msgspec.MsgspecError, ValueError, TypeError, RecursionError) as error:
        message = f"not MessagePack: {error}" if data else "empty; expected a document"
        raise refused(Code.SYNTAX, message, source) from None
    _name_keys(value)
    document = structure(Plain(value), source=source)
    if not strict.is_shortest(data):
        message = (
            "a key stands twice in one map, or the document is not in its shortest form"
        )
        raise refused(Code.DUPLICATE_KEY, message, source)
    return document


def dumps(document: Document) -> bytes:
    """Write a document, in its shortest form."""
    return strict.encode_msgpack(document)


def _name_keys(value: Any) -> None:
    """Show a key that is no text, which MessagePack allows, as the text that no field has."""
    waiting = [value]  # a stack, for what is nested deeply would exhaust Python's own
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            for key in [key for key in each if not isinstance(key, str)]:
                each[repr(key)] = each.pop(key)
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)
