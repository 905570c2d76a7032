"""What the columns of a table are, for Arrow and for CSV alike.

A table of one type of record has a column for each of its fields, in their order; a table
of several types has the columns of all. Nothing is said here twice that
:func:`~summitry.codec.shapes.shapes` says already.
"""

from __future__ import annotations

import functools

from operator import attrgetter
from typing import TYPE_CHECKING, Any

import attrs

from summitry.codec.shapes import Leaf, shapes
from summitry.codec.strict import TAG
from summitry.errors import InvalidValue, shorten
from summitry.values import Record
from summitry.values.record import PLACES


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


TYPE = TAG
"""The column that says of which type each record is, by its ``type_name``."""

EARLIEST, LATEST = "_earliest", "_latest"
"""What the columns of the first and the last day of a partial date are called, after its
own: they are derived from it, for those who compute with days."""

_ENCODED = {Leaf.WORD, Leaf.STATE, Leaf.CODE, Leaf.ORGANIZATION}


@attrs.frozen
class Column:
    """A field as tables show it.

    Attributes:
        name: The field's name.
        leaf: What one value is.
        holds: The enumeration, the record or the plain type of one value.
        many: Whether it holds a list of values.
        required: Whether every type of record that has it needs it.
        encoded: Whether few values recur, so that each is better written once: a code
            of a state, an id of an organization, a word of a vocabulary.
        kinds: The types of record that have it.
        columns: What is in it, where it holds other records.
    """

    name: str
    leaf: Leaf
    holds: type
    many: bool
    required: bool
    encoded: bool
    kinds: tuple[type[Record], ...]
    columns: tuple[Column, ...]

    @property
    def nested(self) -> bool:
        """Whether it holds one other record: a place, a chair."""
        return self.leaf is Leaf.RECORD and not self.many


@functools.cache
def columns(kinds: tuple[type[Record], ...]) -> tuple[Column, ...]:
    """Return the columns of a table of some types of record.

    Args:
        kinds: The types; where several have a field of the same name, it is one column.

    Example:
        >>> import summitry
        >>> [column.name for column in columns((summitry.Place,))]
        ['city', 'state']
        >>> spells = columns((summitry.MemberState, summitry.MemberOrganization))
        >>> [column.name for column in spells][:3]
        ['organization', 'state', 'member_organization']
    """
    found: dict[str, list[Column]] = {}
    for kind in kinds:
        for column in _columns(kind):
            found.setdefault(column.name, []).append(column)
    merged = map(_merged, found.values())
    return tuple(sorted(merged, key=lambda column: PLACES[column.name]))


def _columns(kind: type[Record]) -> Iterable[Column]:
    for shape in shapes(kind):
        yield Column(
            name=shape.name,
            leaf=shape.leaf,
            holds=shape.holds,
            many=shape.many,
            required=shape.required,
            # DuckDB cannot read lists of dictionary values of which all are empty.
            encoded=shape.leaf in _ENCODED and not shape.many,
            kinds=(kind,),
            columns=columns((shape.holds,)) if shape.leaf is Leaf.RECORD else (),
        )


def _merged(same: list[Column]) -> Column:
    return attrs.evolve(
        same[0],
        required=all(column.required for column in same),
        # The id of a summit never recurs, and so neither does a column of all ids.
        encoded=all(column.encoded for column in same),
        kinds=tuple(kind for column in same for kind in column.kinds),
    )


def derived(names: Iterable[str], of: tuple[Column, ...]) -> frozenset[str]:
    """Return the names of columns that are derived from a date beside them.

    Args:
        names: The names of the columns that a table has.
        of: The columns of its types.

    Example:
        >>> import summitry
        >>> spells = columns((summitry.MemberState,))
        >>> sorted(derived(["since", "since_earliest", "until_latest"], spells))
        ['since_earliest', 'since_latest']
    """
    there = set(names)
    dates = [c.name for c in of if c.leaf is Leaf.DATE and c.name in there]
    return frozenset(name + end for name in dates for end in (EARLIEST, LATEST))


def getter(column: Column, among: Iterable[type]) -> Callable[[Sequence[Any]], Any]:
    """Return what gets the values of a column of many records at once.

    Args:
        column: The column.
        among: The types of the records; those without the field give ``None``.
    """
    get = attrgetter(column.name)
    having = set(column.kinds)
    if having.issuperset(among):
        return lambda records: list(map(get, records))
    return lambda records: [get(r) if type(r) in having else None for r in records]


def exactly(records: Sequence[Record], kinds: Iterable[type[Record]]) -> None:
    """Require that records are of some types, and of no subclass of theirs.

    Raises:
        InvalidValue: one is, and its fields beyond theirs would be lost.
    """
    for found in sorted(set(map(type, records)) - set(kinds), key=str):
        message = (
            f"a {found.__name__} cannot be put in a table: only the types of the library "
            "have columns, and what is beyond them would be lost"
        )
        raise InvalidValue(message, value=shorten(found))
