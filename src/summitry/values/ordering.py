"""One way to sort values and records: by a key, among their own kind."""

from __future__ import annotations

from typing import Any, Self


class Ordered:
    """Comparison by :meth:`_order` with values of the same family.

    The family is the class that states it (``_family``), so that a list of both kinds
    of membership sorts, and a date compared with a text still raises ``TypeError``.
    """

    __slots__ = ()

    def _order(self) -> tuple[Any, ...]:
        """Return what the value sorts by."""
        raise NotImplementedError

    @classmethod
    def _family(cls) -> type[Ordered]:
        """Return the class whose instances sort among one another."""
        return cls

    def _comparable(self, other: object) -> bool:
        return isinstance(other, self._family())

    def __lt__(self, other: Self) -> bool:
        if not self._comparable(other):
            return NotImplemented
        return bool(self._order() < other._order())

    def __le__(self, other: Self) -> bool:
        if not self._comparable(other):
            return NotImplemented
        return bool(self._order() <= other._order())

    def __gt__(self, other: Self) -> bool:
        if not self._comparable(other):
            return NotImplemented
        return bool(self._order() > other._order())

    def __ge__(self, other: Self) -> bool:
        if not self._comparable(other):
            return NotImplemented
        return bool(self._order() >= other._order())
