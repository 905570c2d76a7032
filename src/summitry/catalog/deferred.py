"""Records that are read when somebody first asks for them.

The bundled catalogue has thousands of memberships, and most programs ask about a few
bodies. A question about one body reads that body's records; whatever needs all of a kind
reads them all, once. Nobody sees a difference but in the time it takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Generic, TypeVar

from summitry.values import Record


R = TypeVar("R", bound=Record)


class Deferred(Generic[R]):
    """The records of one kind, in parts of which each is read when it is needed.

    Args:
        parts: A function for each part, in the order of the records. The key of a part
            whose records belong to one organization is that organization's id.
    """

    __slots__ = ("_parts", "_read")

    def __init__(self, parts: Mapping[str, Callable[[], tuple[R, ...]]]) -> None:
        self._parts = dict(parts)
        self._read: dict[str, tuple[R, ...]] = {}

    def part(self, key: str) -> tuple[R, ...]:
        """Return the records of a part; none where there is no such part."""
        found = self._read.get(key)
        if found is None:
            make = self._parts.get(key)
            # Two threads may both read it; the first to be done decides for both.
            found = () if make is None else self._read.setdefault(key, make())
        return found

    def whole(self) -> tuple[R, ...]:
        """Return all records, in order."""
        return tuple(chain.from_iterable(self.part(key) for key in self._parts))


class Shelves(Iterable[Record]):
    """The records of a catalogue by their kind, some of them not yet read.

    They are known to be good: no two have the same identity, and no record names an
    organization that is not among them.

    Args:
        shelves: The records of each kind: what is a base of several, such as
            :class:`~summitry.Membership`, stands for all of them.
    """

    def __init__(
        self, shelves: Mapping[type[Record], tuple[Record, ...] | Deferred[Any]]
    ) -> None:
        self._shelves = dict(shelves)

    def __iter__(self) -> Iterator[Record]:
        for records in self._shelves.values():
            yield from records.whole() if isinstance(records, Deferred) else records

    def of(self, kind: type[R]) -> Any:
        """Return the records of a kind, or what will read them."""
        return self._shelves.get(kind, ())
