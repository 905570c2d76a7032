"""What the footer of a Parquet file claims that the file holds.

pyarrow reads footers too, but its Python must not be asked about a column of a damaged
one: as of pyarrow 26 an exception of its C++ then ends the whole process. The footer is in
Thrift's compact protocol, of which little is needed here.
"""

from __future__ import annotations

from typing import Any


_LENGTH = 8
"""The length of the footer, in four bytes, and the four letters at the end of the file."""

_LEAST = 4
"""How many bytes a value takes at the least once it is read, be it absent."""

# The fields of the footer that matter, by the numbers that Thrift gives them.
_ROW_GROUPS, _COLUMNS, _ROWS, _METADATA, _VALUES, _UNCOMPRESSED = 4, 1, 3, 3, 5, 6

_TRUE, _FALSE, _BYTE, _DOUBLE, _BINARY, _LIST, _SET, _MAP, _STRUCT, _UUID = (
    *(1, 2, 3),
    *range(7, 14),
)
_WIDTHS = {_BYTE: 1, _DOUBLE: 8, _UUID: 16}
_LONG_LIST = 15


def expanded(data: bytes) -> int:
    """Return how many bytes a Parquet file takes at the least once it is read.

    Its pages say how long they are without compression, but a page can still stand for a
    million equal values, or for none at all: therefore values count too.

    Args:
        data: The file.

    Raises:
        LookupError: the footer ends before it is complete.
        ValueError: it is not as a footer should be.
    """
    start = len(data) - _LENGTH - int.from_bytes(data[-_LENGTH:-4], "little")
    found = 0
    for group in _Footer(data, start).struct().get(_ROW_GROUPS, ()):
        for column in group.get(_COLUMNS, ()):
            claims = column.get(_METADATA, {})
            values = max(claims.get(_VALUES, 0), group.get(_ROWS, 0))
            found += max(claims.get(_UNCOMPRESSED, 0), values * _LEAST, 0)
    return found


class _Footer:
    """A reader of Thrift's compact protocol.

    Args:
        data: The bytes.
        place: Where to begin.
    """

    def __init__(self, data: bytes, place: int) -> None:
        self._data = data
        self._place = place

    def struct(self) -> dict[int, Any]:
        """Return the fields of a structure by their numbers."""
        found: dict[int, Any] = {}
        number = 0
        while head := self._byte():
            step, kind = divmod(head, 16)
            number = number + step if step else self._signed()
            # A truth in a structure is told by its type alone.
            found[number] = (
                kind == _TRUE if kind in (_TRUE, _FALSE) else self._value(kind)
            )
        return found

    def _value(self, kind: int) -> Any:
        if kind in (_LIST, _SET):
            count, inner = divmod(self._byte(), 16)
            count = self._unsigned() if count == _LONG_LIST else count
            return [self._value(inner) for _ in range(count)]
        if kind == _MAP:
            return self._map()
        if kind == _STRUCT:
            return self.struct()
        if kind == _BINARY:
            return self._skipped(self._unsigned())
        if kind in (_TRUE, _FALSE):
            return self._skipped(1)
        return self._skipped(_WIDTHS[kind]) if kind in _WIDTHS else self._signed()

    def _map(self) -> None:
        count = self._unsigned()
        key, value = divmod(self._byte(), 16) if count else (0, 0)
        for _ in range(count):
            self._value(key)
            self._value(value)

    def _skipped(self, count: int) -> None:
        self._place += count

    def _byte(self) -> int:
        byte = self._data[self._place]
        self._place += 1
        return byte

    def _unsigned(self) -> int:
        found = shift = 0
        while (byte := self._byte()) & 0x80:
            found |= (byte & 0x7F) << shift
            shift += 7
        return found | byte << shift

    def _signed(self) -> int:
        found = self._unsigned()
        return (found >> 1) ^ -(found & 1)
