"""Records as Arrow tables: what polars, pandas, DuckDB and Parquet take as it is.

The first column, ``type``, says of which type a record is, so that any table can be read
back. Codes, ids of organizations and words are dictionary-encoded, but in lists; a partial date is its
EDTF text with the first and the last day that it can mean beside it; records within
records are structs, several of them lists of structs. Columns are made whole, one after
the other, and never row by row.

The way back is :mod:`summitry.codec.tables.arrow_reading`.
"""

from __future__ import annotations

import json

from datetime import date
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

from summitry.codec.document import RECORD_TYPES, SCHEMA_VERSION
from summitry.codec.shapes import Leaf
from summitry.errors import MissingExtra

from .columns import EARLIEST, LATEST, TYPE, Column, columns, exactly, getter


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from summitry.values import PartialDate, Record


METADATA = b"summitry"
"""The key of a schema's metadata under which a table says what a document says at its top."""

_EPOCH = date(1970, 1, 1).toordinal()


def pyarrow() -> Any:
    """Return the package pyarrow, which is imported when it is first needed.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415
    except ImportError:
        message = "an Arrow table"
        raise MissingExtra(message, package="pyarrow", extra="arrow") from None
    return pa


def table(
    records: Iterable[Record],
    kinds: Sequence[type[Record]],
    *,
    as_of: PartialDate | None = None,
    version: str | None = None,
) -> Any:
    """Return records as a :class:`pyarrow.Table`.

    Args:
        records: The records, which keep their order.
        kinds: The types of record that there may be: they determine the columns, so that
            an empty table has them too.
        as_of: The date of the whole, for a catalogue.
        version: The version of the whole, likewise.

    Raises:
        MissingExtra: pyarrow is not installed.
        InvalidValue: a record is of a subclass, whose fields would be lost.

    Example:
        >>> import summitry
        >>> spells = summitry.load().memberships.of("CICA")[:1]
        >>> table(spells, (MemberState, MemberOrganization)).column_names[:5]
        ['type', 'organization', 'state', 'member_organization', 'status']
    """
    pa = pyarrow()
    rows = list(records)
    exactly(rows, kinds)
    of = columns(tuple(kinds))
    types = pa.array([type(row).type_name for row in rows], pa.string())
    facts = {
        "summitry": SCHEMA_VERSION,
        "version": version,
        "as_of": as_of and str(as_of),
    }
    said = {key: fact for key, fact in facts.items() if fact is not None}
    metadata = {METADATA: json.dumps(said, ensure_ascii=False).encode()}
    fields = [pa.field(TYPE, _encoded(pa)), *_fields(pa, of)]
    arrays = [types.dictionary_encode(), *_arrays(pa, of, rows, kinds)]
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata))


def whole(
    records: Iterable[Record], *, as_of: PartialDate | None, version: str | None
) -> Any:
    """Return records of any types as one table, with what is true of the whole.

    Args:
        records: All records of a catalogue.
        as_of: Its date.
        version: Its version.

    Raises:
        MissingExtra: pyarrow is not installed.
        InvalidValue: a record is of a subclass, whose fields would be lost.
    """
    kinds = tuple(RECORD_TYPES.values())
    return table(records, kinds, as_of=as_of, version=version)


def to_pandas(make: Callable[[], Any]) -> Any:
    """Return a table of ours as a pandas frame.

    Args:
        make: Makes the table; called when pandas is known to be there, so that who has
            neither is told of the extra that brings both.

    Raises:
        MissingExtra: pandas or pyarrow is not installed.
    """
    try:
        import pandas as pd  # noqa: PLC0415
    except ImportError:
        message = "a pandas frame"
        raise MissingExtra(message, package="pandas", extra="pandas") from None
    made = make()
    numbers = {pyarrow().int32(): pd.Int32Dtype()}  # or they would be floats beside nulls
    # In nanoseconds, pandas could not hold a day before 1677.
    return made.to_pandas(
        date_as_object=False,
        coerce_temporal_nanoseconds=False,
        types_mapper=numbers.get,
    )


def to_polars(make: Callable[[], Any]) -> Any:
    """Return a table as a polars frame.

    Args:
        make: Makes the table, as for :func:`to_pandas`.

    Raises:
        MissingExtra: polars or pyarrow is not installed.
    """
    try:
        import polars as pl  # noqa: PLC0415
    except ImportError:
        message = "a polars frame"
        raise MissingExtra(message, package="polars", extra="polars") from None
    return pl.DataFrame(make())


# -- types ---------------------------------------------------------------------------


def _fields(pa: Any, of: Iterable[Column]) -> list[Any]:
    """Return the fields of columns: three for a date, one for anything else."""
    found = []
    for column in of:
        found.append(pa.field(column.name, _type(pa, column)))
        if column.leaf is Leaf.DATE:
            ends = (column.name + end for end in (EARLIEST, LATEST))
            found += [pa.field(name, pa.date32()) for name in ends]
    return found


def _type(pa: Any, column: Column) -> Any:
    if column.leaf is Leaf.IDENTIFIERS:
        return pa.list_(pa.struct([("scheme", pa.string()), ("id", pa.string())]))
    if column.leaf is Leaf.RECORD:
        one = pa.struct(_fields(pa, column.columns))
    elif column.leaf is Leaf.NUMBER:
        one = pa.int32()
    else:
        one = _encoded(pa) if column.encoded else pa.string()
    return pa.list_(one) if column.many else one


def _encoded(pa: Any) -> Any:
    return pa.dictionary(pa.int32(), pa.string())


# -- values --------------------------------------------------------------------------


def _arrays(
    pa: Any, of: Iterable[Column], rows: Sequence[Any], kinds: Iterable[type]
) -> list[Any]:
    """Return the arrays of columns, as many as :func:`_fields` gives fields.

    Args:
        pa: The package.
        of: The columns.
        rows: Records, or ``None`` for what is not there.
        kinds: The types of the rows; ``NoneType`` among them where some may be absent.
    """
    found: list[Any] = []
    for column in of:
        values = getter(column, kinds)(rows)
        if column.leaf is Leaf.DATE:
            found += _dates(pa, values)
        elif column.leaf is Leaf.IDENTIFIERS:
            found.append(_identifiers(pa, column, values))
        elif column.many:
            offsets, flat, absent = _flattened(pa, values)
            inner = _single(pa, column, flat)
            found.append(_lists(pa, column, offsets, inner, absent))
        else:
            found.append(_single(pa, column, values))
    return found


def _single(pa: Any, column: Column, values: list[Any]) -> Any:
    """Return values that are no lists as an array."""
    if column.leaf is Leaf.RECORD:
        arrays = _arrays(pa, column.columns, values, (column.holds, type(None)))
        absent = pa.array([value is None for value in values], pa.bool_())
        fields = _fields(pa, column.columns)
        return pa.StructArray.from_arrays(arrays, fields=fields, mask=absent)
    if column.leaf is Leaf.NUMBER:
        return pa.array(values, pa.int32())
    array = pa.array(values, pa.string())
    return array.dictionary_encode() if column.encoded else array


def _dates(pa: Any, dates: list[PartialDate | None]) -> list[Any]:
    texts = [None if day is None else day.text for day in dates]
    first = [None if day is None else day.first_ordinal - _EPOCH for day in dates]
    last = [None if day is None else day.last_ordinal - _EPOCH for day in dates]
    days = (pa.array(each, pa.int32()).cast(pa.date32()) for each in (first, last))
    return [pa.array(texts, pa.string()), *days]


def _identifiers(pa: Any, column: Column, values: list[Any]) -> Any:
    pairs = [None if ids is None else tuple(ids.items()) for ids in values]
    offsets, flat, absent = _flattened(pa, pairs)
    schemes = pa.array([scheme for scheme, _ in flat], pa.string())
    ids = pa.array([value for _, value in flat], pa.string())
    fields = list(_type(pa, column).value_type)
    inner = pa.StructArray.from_arrays([schemes, ids], fields=fields)
    return _lists(pa, column, offsets, inner, absent)


def _flattened(pa: Any, values: list[Any]) -> tuple[Any, list[Any], Any]:
    """Return where each list begins, the values of all, and which lists are absent."""
    lists = [() if value is None else value for value in values]
    offsets = pa.array(accumulate(map(len, lists), initial=0), pa.int32())
    absent = pa.array([value is None for value in values], pa.bool_())
    return offsets, list(chain.from_iterable(lists)), absent


def _lists(pa: Any, column: Column, offsets: Any, inner: Any, absent: Any) -> Any:
    return pa.ListArray.from_arrays(offsets, inner, type=_type(pa, column), mask=absent)
