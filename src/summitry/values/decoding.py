"""Bytes of trusted JSON straight into records, in C; and making many records at once.

The first is only for files that the package itself ships and that its tests hold to be good: this
path knows nothing of unknown keys and explains nothing. What users bring goes through
:mod:`summitry.codec`.
"""

from __future__ import annotations

import contextlib
import gc

from typing import TYPE_CHECKING, Any, TypeVar

from .identifiers import Identifiers
from .partial_date import PartialDate, partial_date


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


_T = TypeVar("_T")


@contextlib.contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the cyclic collector still while many records are made and none is garbage.

    Looking for garbage among them would take as long as making them.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def split_trusted(data: bytes) -> dict[str, Any]:
    """Return the values of a JSON object, each as the JSON that it is.

    Args:
        data: UTF-8 JSON, as of :func:`decode_trusted`.
    """
    import msgspec  # noqa: PLC0415 - as below

    return msgspec.json.decode(data, type=dict[str, msgspec.Raw])


def decode_trusted(data: bytes, kind: type[_T]) -> _T:
    """Decode JSON into a type whose fields are records and values.

    Args:
        data: UTF-8 JSON in the canonical shape, or a part of it as :func:`split_trusted`
            gives it.
        kind: What to decode into.

    Raises:
        msgspec.ValidationError: the data does not fit; never so for shipped files.
    """
    import msgspec  # noqa: PLC0415 - needed when a file is read, not to make a record

    return msgspec.json.decode(data, type=kind, dec_hook=_decode_value)


def _decode_value(kind: type, value: Any) -> Any:
    return _DECODERS[kind](value)


# The values that are more than JSON's own; a new one would be missed by every test.
_DECODERS: dict[type, Callable[[Any], Any]] = {
    PartialDate: partial_date,
    Identifiers: Identifiers,
}
