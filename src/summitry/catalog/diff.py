"""What changed between two catalogues, record by record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import attrs

from summitry.values import Record

from .display import one_line


if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping


_WIDEST = 160
"""How many characters of a value a difference shows."""


@attrs.frozen
class Change:
    """A record that is in both catalogues and differs.

    Attributes:
        before: As it is in the first.
        after: As it is in the second.

    Example:
        >>> Change(before=Place(city="Astana"), after=Place(city="Almaty")).fields
        ('city',)
    """

    before: Record
    after: Record

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that differ."""
        names = (field.name for field in attrs.fields(type(self.before)))
        return tuple(
            name
            for name in names
            if getattr(self.before, name) != getattr(self.after, name)
        )

    def __str__(self) -> str:
        changes = (
            f"{name}: {_plain(self.before, name)} → {_plain(self.after, name)}"
            for name in self.fields
        )
        return f"{_title(self.before)}: {'; '.join(changes)}"


@attrs.frozen(repr=False)
class Difference:
    """What changed from one catalogue to another.

    Attributes:
        added: Records that only the second has.
        removed: Records that only the first has.
        changed: Records of one identity that differ.

    Example:
        >>> import attrs, summitry
        >>> world = summitry.load()
        >>> belgrade = world.summits["nam-1961"]
        >>> renamed = attrs.evolve(belgrade, name="Belgrade Conference")
        >>> print(world.diff(world | summitry.Catalog([renamed])))
        1 changed
        * Summit nam-1961: name: ... → Belgrade Conference
    """

    added: tuple[Record, ...]
    removed: tuple[Record, ...]
    changed: tuple[Change, ...]

    @classmethod
    def between(
        cls,
        before: Mapping[tuple[Hashable, ...], Record],
        after: Mapping[tuple[Hashable, ...], Record],
    ) -> Self:
        """Compare two sets of records, each by identity."""
        return cls(
            added=tuple(r for key, r in after.items() if key not in before),
            removed=tuple(r for key, r in before.items() if key not in after),
            changed=tuple(
                Change(record, after[key])
                for key, record in before.items()
                if key in after and after[key] != record
            ),
        )

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)

    def __str__(self) -> str:
        counts = (
            f"{len(records)} {word}"
            for word, records in (
                ("added", self.added),
                ("removed", self.removed),
                ("changed", self.changed),
            )
            if records
        )
        lines = [", ".join(counts) or "no difference"]
        lines += [f"+ {_title(record)}" for record in self.added]
        lines += [f"- {_title(record)}" for record in self.removed]
        lines += [f"* {change}" for change in self.changed]
        return "\n".join(lines)

    __repr__ = __str__


def _title(record: Record) -> str:
    identity = (str(part) for part in record.identity()[1:] if part is not None)
    return f"{type(record).__name__} {one_line(' '.join(identity), _WIDEST)}"


def _plain(record: Record, name: str) -> str:
    value = getattr(record, name)
    return "nothing" if value is None else one_line(str(value), _WIDEST)
