"""Immutable tables of rows, which speak Arrow."""

from __future__ import annotations

from collections import abc
from types import NoneType
from typing import (
    TYPE_CHECKING,
    Any,
    Generic,
    TypeVar,
    get_args,
    get_type_hints,
    overload,
)

import attrs

from summitry.catalog.display import HTML_ROWS, TEXT_ROWS, html_table, text_table
from summitry.codec.tables import arrow
from summitry.errors import InvalidValue, UnknownRecord, shorten
from summitry.values.text import with_article


if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self


R = TypeVar("R", bound=tuple[Any, ...])

_TEXTS = frozenset({"label", "since", "until"})
"""Columns of text that hardly repeats; the others hold codes and words."""


@attrs.frozen(repr=False, order=False)
class Table(abc.Collection[R], abc.Reversible[R], Generic[R]):
    """An immutable sequence of rows that are alike: the nodes or the edges of a network.

    A row is a named tuple. polars, pandas, DuckDB and pyarrow take the whole as it is:
    codes and words are dictionary-encoded, numbers 32-bit integers, weights floats.

    It does all that a sequence does, but is no :class:`collections.abc.Sequence`: polars
    would take one for a list of cells, and never ask for its columns.

    Attributes:
        kind: The type of its rows.
        rows: The rows.

    Example:
        >>> import summitry
        >>> network = summitry.load().network(
        ...     "states", on="2023-03-02", organizations=["GUAM"])
        >>> network.edges.columns
        ('state_1', 'state_2', 'shared', 'days', 'weight')
        >>> network.edges[0].state_1, len(network.edges), len(network.edges[1:])
        ('AZE', 6, 5)
    """

    kind: type[R]
    rows: tuple[R, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(get_type_hints(self.kind))

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[R]:
        yield from self.rows

    def __reversed__(self) -> Iterator[R]:
        yield from reversed(self.rows)

    def __contains__(self, row: object) -> bool:
        return row in self.rows

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> R | Self:
        if isinstance(index, slice):
            return type(self)(self.kind, self.rows[index])
        if not isinstance(index, int):
            message = f"{shorten(index)} is no index; a row is found by number"
            raise InvalidValue(message, value=index)
        try:
            return self.rows[index]
        except IndexError:
            message = f"there is no row number {index}: there are {len(self)}"
            raise UnknownRecord(message, query=index) from None

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the rows as dicts.

        Example:
            >>> import summitry
            >>> network = summitry.load().network(
            ...     "states", on="2023-03-02", organizations=["GUAM"])
            >>> network.edges.to_dicts()[0]
            {'state_1': 'AZE', 'state_2': 'GEO', 'shared': 1, 'days': None, 'weight': 1.0}
        """
        columns = self.columns
        return [dict(zip(columns, row, strict=True)) for row in self.rows]

    def to_pandas(self) -> Any:
        """Return the rows as a pandas frame; numbers are ``Int32``, codes categorical.

        Raises:
            MissingExtra: pandas or pyarrow is not installed:
                ``pip install 'summitry[pandas]'``.

        Example:
            >>> import summitry
            >>> network = summitry.load().network(
            ...     "states", on="2023-03-02", organizations=["GUAM", "COE"])
            >>> frame = network.edges.to_pandas()
            >>> frame.loc[frame.shared == 2, ["state_1", "state_2"]].values.tolist()
            [['AZE', 'GEO'], ['AZE', 'MDA'], ['AZE', 'UKR'], ['GEO', 'MDA'], ['GEO', 'UKR'], ['MDA', 'UKR']]
        """
        return arrow.to_pandas(self._arrow_table)

    def to_polars(self) -> Any:
        """Return the rows as a polars frame: the same as ``polars.DataFrame(self)``.

        Raises:
            MissingExtra: polars or pyarrow is not installed:
                ``pip install 'summitry[polars]'``.

        Example:
            >>> import summitry
            >>> network = summitry.load().network(
            ...     "states", on="2023-03-02", organizations=["GUAM"])
            >>> network.edges.to_polars()["shared"].sum()
            6
        """
        return arrow.to_polars(self._arrow_table)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._arrow_table().__arrow_c_stream__(requested_schema)

    def _arrow_table(self) -> Any:
        pa = arrow.pyarrow()
        numbers = {int: pa.int32(), float: pa.float64()}
        hints = get_type_hints(self.kind)
        cells = zip(*self.rows, strict=True) if self.rows else ((),) * len(hints)
        arrays = []
        for (name, hint), values in zip(hints.items(), cells, strict=True):
            array = pa.array(values, numbers.get(_plain(hint), pa.string()))
            coded = _plain(hint) not in numbers and name not in _TEXTS
            arrays.append(array.dictionary_encode() if coded else array)
        return pa.Table.from_arrays(arrays, names=list(hints))

    def __repr__(self) -> str:
        return text_table(self._title(), self.columns, self._cells(TEXT_ROWS), len(self))

    def _repr_html_(self) -> str:
        return html_table(self._title(), self.columns, self._cells(HTML_ROWS), len(self))

    def _title(self) -> str:
        return f"{len(self):,} rows, each {with_article(self.kind.__name__)}"

    def _cells(self, most: int) -> list[list[str]]:
        return [[cell_text(value) for value in row] for row in self.rows[:most]]


def cell_text(value: object) -> str:
    """Return what a table shows of a value: a number no longer than it need be."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4g}" if value % 1 else f"{value:.0f}"
    return str(value)


def _plain(hint: Any) -> Any:
    """Return the type of a column's values, be they ids or absent."""
    (one,) = [each for each in get_args(hint) if each is not NoneType] or [hint]
    return getattr(one, "__supertype__", one)
