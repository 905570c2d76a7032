"""Codes of states in tables: from a column in one scheme a second in another.

The table comes back as what it was: a frame of pandas or polars, or else an Arrow table.
"""

from __future__ import annotations

import sys

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from summitry.codec.tables.arrow import pyarrow
from summitry.codec.tables.rows import reason_of
from summitry.errors import InvalidDate, InvalidValue, NotFound, shorten
from summitry.states.codes import On, converted
from summitry.states.conversion import Conversion, warn_of_losses
from summitry.states.schemes import scheme
from summitry.values.fields import mistyped
from summitry.values.partial_date import partial_date
from summitry.values.text import closest


if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summitry.states.schemes import Code


_EXPECTED = (
    "a frame of pandas or polars, a collection of summitry, an Arrow table, or whatever "
    "else has __arrow_c_stream__()"
)


class Converted(NamedTuple):
    """A table with a column of codes, and what was lost in making it.

    Attributes:
        table: The table, with as many rows as before and one column more.
        report: The codes of the new column, and which are missing, ambiguous or merged.
    """

    table: Any
    report: Conversion


def convert_column(
    table: Any,
    column: str,
    *,
    to: str,
    source: str | None = None,
    on: On | None = None,
    name: str | None = None,
) -> Converted:
    """Add to a table a column with the codes of states in another scheme.

    No row is dropped, and none is added: where there is no code, the new column is null.

    Args:
        table: A frame of pandas or polars, a collection of summitry, an Arrow table, or
            whatever else offers Arrow data.
        column: The column of codes or names.
        to: The scheme to convert to, as for :func:`summitry.convert`.
        source: The scheme of the column; numbers need it.
        on: The column with the date or the year of each row, or else one date for all.
            Of a table of summitry's own take ``since``, which may be partly known, and
            not ``since_earliest``.
        name: What the new column is called; without it, as the scheme is.

    Returns:
        The table, of the kind that was given if that was a frame of pandas or polars,
        otherwise a ``pyarrow.Table``; and the report.

    Raises:
        MissingExtra: the table is Arrow's, and pyarrow is not installed.
        NotFound: there is no such column.
        InvalidValue: there is no such scheme, or there is a column of the new name.
        WrongType: *table* is no table, or a column holds something else.

    Warns:
        ConversionWarning: if anything is missing, ambiguous or merged.

    Example:
        >>> import pyarrow as pa
        >>> panel = pa.table({"ccode": [260, 255, 345], "year": [1980, 2000, 2010]})
        >>> states, report = convert_column(
        ...     panel, "ccode", source="cow", to="code", on="year", name="state")
        >>> states["state"].to_pylist(), report.is_complete
        (['DEU', 'DEU', 'SRB'], True)
    """
    target = scheme(to)
    frame = _frame(table)
    new = target.name if name is None else _text(name, "name")
    if new in frame.names:
        message = f"there is a column {shorten(new)} already; name the new one otherwise"
        raise InvalidValue(message, value=new, field="name")
    values = _cells(frame, _text(column, "column"))
    days: Any = on
    if isinstance(on, str) and not (on not in frame.names and _is_date(on)):
        days = [
            cell.date() if isinstance(cell, datetime) and _is_there(cell) else cell
            for cell in _cells(frame, on)
        ]
    where = (column, on if isinstance(on, str) else "on")
    report = converted(values, to=to, source=source, on=days, where=where)
    warn_of_losses(report, stacklevel=3)
    return Converted(frame.extended(new, report.values, numbers=target.numbers), report)


def _text(value: str, argument: str) -> str:
    if not isinstance(value, str):
        error = mistyped(value, "the name of a column")
        error.field = argument
        raise error
    return value


def _is_there(moment: datetime) -> bool:
    return bool(moment == moment)  # noqa: PLR0124 - pandas' NaT does not equal itself


def _is_date(text: str) -> bool:
    try:
        partial_date(text)
    except InvalidDate:
        return False
    return True


# -- frames --------------------------------------------------------------------------


class _Frame(NamedTuple):
    """What is asked of a table, whoever made it."""

    names: list[Any]
    cells: Callable[[str], list[Any]]
    extended: Callable[..., Any]
    """Returns the table with a column: its name, its values, whether they are numbers."""


def _cells(frame: _Frame, column: str) -> list[Any]:
    """Return the cells of a column.

    Raises:
        NotFound: there is none of that name.
        InvalidValue: there are several.
    """
    count = frame.names.count(column)
    if count == 0:
        message = f"there is no column {shorten(column)}"
        near = closest(column, [name for name in frame.names if isinstance(name, str)])
        raise NotFound(message, query=column, candidates=near)
    if count > 1:
        message = f"there are {count} columns {shorten(column)}"
        raise InvalidValue(message, value=column)
    return frame.cells(column)


def _frame(table: Any) -> _Frame:
    pandas, polars = sys.modules.get("pandas"), sys.modules.get("polars")
    if pandas is not None and isinstance(table, pandas.DataFrame):
        return _of_pandas(pandas, table)
    if polars is not None and isinstance(table, polars.DataFrame):
        return _of_polars(polars, table)
    return _of_arrow(table)


def _of_pandas(pd: Any, frame: Any) -> _Frame:
    def extended(name: str, values: Sequence[Code | None], *, numbers: bool) -> Any:
        # As an array, for the labels of the rows need not be unique.
        dtype = "Int64" if numbers else None
        return frame.assign(**{name: pd.Series(list(values), dtype=dtype).array})

    return _Frame(list(frame.columns), lambda name: frame[name].tolist(), extended)


def _of_polars(pl: Any, frame: Any) -> _Frame:
    def extended(name: str, values: Sequence[Code | None], *, numbers: bool) -> Any:
        return frame.with_columns(
            pl.Series(name, values, pl.Int64 if numbers else pl.String)
        )

    return _Frame(frame.columns, lambda name: frame.get_column(name).to_list(), extended)


def _of_arrow(given: Any) -> _Frame:
    if isinstance(given, type) or not hasattr(given, "__arrow_c_stream__"):
        raise mistyped(given, _EXPECTED)
    pa = pyarrow()
    try:
        table = pa.RecordBatchReader.from_stream(given).read_all()
        table.validate(full=True)
    except Exception as error:  # noqa: BLE001 - foreign code, which raises what it likes
        message = f"not a sound Arrow table: {reason_of(error)}"
        raise InvalidValue(message, value=given, field="table") from None

    def extended(name: str, values: Sequence[Code | None], *, numbers: bool) -> Any:
        array = pa.array(values, pa.int64() if numbers else pa.string())
        return table.append_column(name, array)

    return _Frame(
        table.column_names, lambda name: table.column(name).to_pylist(), extended
    )


__all__ = ["Converted", "convert_column"]
