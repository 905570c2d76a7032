"""Where a record stands: the path that it has, or would have, in a document."""

from __future__ import annotations

import functools

from typing import TYPE_CHECKING

from summitry.catalog.record_types import LIST_OF


if TYPE_CHECKING:
    from collections.abc import Hashable

    from summitry.catalog import Catalog
    from summitry.values import Record


class Places:
    """The paths of the records of a catalogue, counted when the first is asked for.

    Args:
        catalog: The catalogue.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def of(self, record: Record) -> str:
        """Return the path of a record of the catalogue, such as ``member_states[12]``."""
        return self._paths[record.identity()]

    def __contains__(self, record: Record) -> bool:
        return record in self._catalog

    @functools.cached_property
    def _paths(self) -> dict[tuple[Hashable, ...], str]:
        counts = dict.fromkeys(LIST_OF.values(), 0)
        paths: dict[tuple[Hashable, ...], str] = {}
        for record in self._catalog:
            key = LIST_OF[record.type_name]
            paths[record.identity()] = f"{key}[{counts[key]}]"
            counts[key] += 1
        return paths


def at(place: str, field: str) -> str:
    """Return the path of a field of the record at a place.

    Example:
        >>> at("summits[0]", "since"), at("summits[0]", "")
        ('summits[0].since', 'summits[0]')
    """
    return f"{place}.{field}" if field else place


def field_of(path: str) -> str:
    """Return the field that a path leads to, within the record.

    Example:
        >>> field_of("summits[0].delegations[1].state"), field_of("summits[0]")
        ('delegations[1].state', '')
    """
    return path.partition("]")[2].removeprefix(".")


def order_of(path: str) -> tuple[int, int, str]:
    """Return a key by which paths sort as their records stand in a document."""
    key, _, rest = path.partition("[")
    index, _, field = rest.partition("]")
    lists = list(LIST_OF.values())
    place = lists.index(key) if key in lists else -1
    return (place, int(index) if index.isdecimal() else -1, field or path)
