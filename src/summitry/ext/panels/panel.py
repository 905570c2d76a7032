"""A panel: a table of who belonged to what, year by year, made when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summitry.catalog.display import HTML_ROWS, TEXT_ROWS, html_table, text_table
from summitry.codec.progress import bar
from summitry.codec.tables.arrow import pyarrow, to_pandas, to_polars

from .block import Block, Choice
from .tables import Layout, Tables


if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitry.model import Status

    from .grid import Grid
    from .vocabulary import PanelKind, StateSystem, YearRule


_CELLS = 1 << 25
"""About how many cells of years × states × organizations are held at a time."""


class Panel:
    """Who belonged to what, year by year: a table that is made when it is asked for.

    :meth:`summitry.Catalog.panel` makes one. It speaks Arrow: give it to
    ``polars.DataFrame``, to DuckDB, to ``pyarrow.table``; or take :meth:`batches` one
    after the other where the whole would not fit.

    Example:
        >>> import summitry
        >>> world = summitry.load()
        >>> panel = world.panel("state-year", years=range(1991, 2001), organizations=["NAM"])
        >>> panel.column_names
        ['state', 'year', 'member', 'member_unknown']
        >>> panel.to_polars().filter(state="CUB", year=1991).rows()
        [('CUB', 1991, 1, 0)]
    """

    def __init__(
        self, grid: Grid, choice: Choice, layout: Layout, years: tuple[int, ...]
    ) -> None:
        self._grid = grid
        self._choice = choice
        self._layout = layout
        self._years = years
        self._tables = Tables(grid, choice, layout)
        self._count: int | None = None

    @property
    def kind(self) -> PanelKind:
        """Of what and when each row is."""
        return self._layout.kind

    @property
    def years(self) -> tuple[int, ...]:
        """The years, in order."""
        return self._years

    @property
    def rule(self) -> YearRule:
        """What it takes to have belonged in a year."""
        return self._choice.rule

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses that count."""
        return self._choice.statuses

    @property
    def system(self) -> StateSystem | None:
        """Which states there were; ``None`` for all that existed or belonged."""
        return self._choice.system

    @property
    def column_names(self) -> list[str]:
        """The names of the columns."""
        return list(self._tables.schema.names)

    def __len__(self) -> int:
        if self._count is None:
            self._count = sum(self._tables.count(block) for block in self._blocks())
        return self._count

    def batches(self, *, progress: bool = False) -> Iterator[Any]:
        """Yield the rows as :class:`pyarrow.RecordBatch`, in the order of the years.

        No more than a few years are held at a time, however many there are.

        Args:
            progress: Whether to show a bar.

        Raises:
            MissingExtra: a bar is wanted, and tqdm is not installed:
                ``pip install 'summitry[progress]'``.

        Example:
            >>> import summitry
            >>> panel = summitry.load().panel("dyad-year", years=range(1950, 2000))
            >>> sum(batch.num_rows for batch in panel.batches()) == len(panel)
            True
        """
        shown = bar(len(self._years), unit="year") if progress else None
        try:
            for block in self._blocks():
                yield from self._tables.batches(block)
                if shown is not None:
                    shown.update(block.last - block.first + 1)
        finally:
            if shown is not None:
                shown.close()

    def to_arrow(self, *, progress: bool = False) -> Any:
        """Return the whole as a :class:`pyarrow.Table`.

        Args:
            progress: Whether to show a bar.

        Raises:
            MissingExtra: a bar is wanted, and tqdm is not installed.

        Example:
            >>> import summitry
            >>> panel = summitry.load().panel("organization-year", years=2000)
            >>> panel.to_arrow().column_names
            ['organization', 'year', 'member', 'member_unknown']
        """
        batches = self.batches(progress=progress)
        return pyarrow().Table.from_batches(batches, schema=self._tables.schema)

    def to_pandas(self) -> Any:
        """Return the whole as a pandas frame: names are categorical, counts ``Int32``.

        Raises:
            MissingExtra: pandas is not installed: ``pip install 'summitry[pandas]'``.

        Example:
            >>> import summitry
            >>> frame = summitry.load().panel("organization-year", years=1995).to_pandas()
            >>> int(frame.loc[frame.organization == "UN", "member"].item())
            185
        """
        return to_pandas(self.to_arrow)

    def to_polars(self) -> Any:
        """Return the whole as a polars frame: the same as ``polars.DataFrame(panel)``.

        Raises:
            MissingExtra: polars is not installed: ``pip install 'summitry[polars]'``.
        """
        return to_polars(self.to_arrow)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        pa = pyarrow()
        reader = pa.RecordBatchReader.from_batches(self._tables.schema, self.batches())
        return reader.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        headers, rows = self._shown(TEXT_ROWS)
        return text_table(self._title(), headers, rows, len(self))

    def _repr_html_(self) -> str:
        headers, rows = self._shown(HTML_ROWS)
        return html_table(self._title(), headers, rows, len(self))

    def _title(self) -> str:
        years = self._years
        if not years:
            span = "of no year"
        elif len(years) == 1:
            span = f"of {years[0]}"
        else:
            span = f"{years[0]}–{years[-1]}"
        statuses = ", ".join(self._choice.statuses)
        return (
            f"Panel {self.kind} {span}, {statuses}, rule {self.rule}: {len(self):,} rows"
        )

    def _shown(self, most: int) -> tuple[list[str], list[list[str]]]:
        names = self.column_names[:_WIDE]
        rows: list[list[str]] = []
        for batch in self.batches():
            columns = [
                batch.column(name)[: most - len(rows)].to_pylist() for name in names
            ]
            rows += [
                ["null" if c is None else str(c) for c in row]
                for row in zip(*columns, strict=True)
            ]
            if len(rows) >= most:
                break
        if len(self.column_names) > _WIDE:
            names = [*names, f"… {len(self.column_names) - _WIDE} more"]
            rows = [[*row, "…"] for row in rows]
        return names, rows

    def _blocks(self) -> Iterator[Block]:
        cells = max(1, len(self._choice.states) * len(self._choice.organizations))
        most = max(1, _CELLS // cells)
        for first, last in _runs(self._years, most):
            yield Block(self._grid, self._choice, first, last)


_WIDE = 12
"""How many columns are shown."""


def _runs(years: tuple[int, ...], most: int) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of years that follow each other, so many at most.

    Example:
        >>> list(_runs((1990, 1991, 1992, 1994), 2))
        [(1990, 1991), (1992, 1992), (1994, 1994)]
    """
    first = last = None
    for year in years:
        if first is None or last is None:
            first = last = year
        elif year == last + 1 and year - first < most:
            last = year
        else:
            yield first, last
            first = last = year
    if first is not None and last is not None:
        yield first, last
