"""The rows of a panel, block by block, as Arrow batches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from summitry.codec.tables.arrow import pyarrow

from .block import FEW
from .vocabulary import PanelKind, StateSystem


if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from .block import Block, Bools, Choice
    from .grid import Grid
    from .years import Ints


NONE, ABSENT = "none", "absent"
"""What a cell says where nobody belonged, and where there was no one or nothing to."""

_ROWS = 1 << 22
"""About how many pairs, or their cells, are worked on at a time."""


class Layout(NamedTuple):
    """How the rows of a panel are laid out.

    Attributes:
        kind: Of what each row is.
        one_by_one: Whether there is a column for each of the others, or one of counts.
        directed: Whether a pair has two rows, one each way.
    """

    kind: PanelKind
    one_by_one: bool
    directed: bool


class Pairs(NamedTuple):
    """Pairs of parties, each in a year of a block, in the order of the years.

    Attributes:
        years: The indexes of the years.
        first: The places of the first ends.
        second: The places of the second ends.
    """

    years: Ints
    first: Ints
    second: Ints


class Tables:
    """The rows of a panel as Arrow batches.

    Args:
        grid: The catalogue.
        choice: What is counted.
        layout: How it is laid out.
    """

    def __init__(self, grid: Grid, choice: Choice, layout: Layout) -> None:
        self._grid = grid
        self._choice = choice
        self._layout = layout
        self._states = [grid.states[i] for i in choice.states]
        self._bodies = [grid.organizations[i] for i in choice.organizations]
        of_states = layout.kind.of_states
        self._units = self._states if of_states else self._bodies
        self._others = self._bodies if of_states else self._states
        self._unit = "state" if of_states else "organization"
        # In which system the rows have numbers.
        numbered = of_states and choice.system in _NUMBERED
        self._system = choice.system if numbered else None
        pa = pyarrow()
        self._labels = pa.array(self._units, pa.string())
        self._words = (NONE, *(status.value for status in choice.statuses), ABSENT)
        cell = self._cell_type()
        self.schema: Any = pa.schema(
            [(name, kind) for name, kind, _ in self._keys()]
            + [(name, cell) for name in self._cells()]
        )

    def batches(self, block: Block) -> Iterator[Any]:
        """Yield the rows of a block of years as record batches."""
        if self._layout.kind.of_pairs:
            yield from self._paired(block)
        else:
            yield self._single(block)

    def count(self, block: Block) -> int:
        """Return how many rows a block of years has."""
        present = self._present(block).sum(axis=1, dtype=np.int64)
        if not self._layout.kind.of_pairs:
            return int(present.sum())
        pairs = present * (present - 1)
        return int(pairs.sum() if self._layout.directed else pairs.sum() // 2)

    # -- columns ---------------------------------------------------------------------

    def _keys(self) -> list[tuple[str, Any, str]]:
        pa = pyarrow()
        coded = pa.dictionary(pa.int32(), pa.string())
        system = self._system
        ends = ("_1", "_2") if self._layout.kind.of_pairs else ("",)
        keys = [(f"{self._unit}{end}", coded, "unit") for end in ends]
        keys.append(("year", pa.int32(), "year"))
        if system is not None:
            keys += [(f"{system.value}{end}", pa.int32(), "number") for end in ends]
            if len(ends) > 1 and system is StateSystem.COW:
                keys.append(("dyad", pa.int32(), "dyad"))
        return keys

    def _cells(self) -> list[str]:
        if self._layout.one_by_one:
            return self._others
        if self._layout.kind.of_pairs:
            names = ["shared"]
        else:
            names = [status.value for status in self._choice.statuses]
            if len(names) > 1:
                names.append("any")
        return [each for name in names for each in (name, f"{name}_unknown")]

    def _cell_type(self) -> Any:
        pa = pyarrow()
        if not self._layout.one_by_one:
            return pa.int32()
        if self._layout.kind.of_pairs:
            return pa.bool_()
        return pa.dictionary(pa.int8(), pa.string())

    # -- one party a row -------------------------------------------------------------

    def _present(self, block: Block) -> Bools:
        return block.there if self._layout.kind.of_states else block.exists

    def _single(self, block: Block) -> Any:
        years, units = np.nonzero(self._present(block))
        arrays = self._key_arrays(block, years, (units,))
        if self._layout.one_by_one:
            arrays += self._word_arrays(block, years, units)
        else:
            arrays += self._count_arrays(block, years, units)
        return pyarrow().record_batch(arrays, schema=self.schema)

    def _word_arrays(self, block: Block, years: Ints, units: Ints) -> list[Any]:
        """Return a column for each of the others: its status in words, or null."""
        codes = self._codes(block)[years, units]
        pa = pyarrow()
        # One array for all cells, cut into columns: hundreds of small ones cost more.
        flat = np.ascontiguousarray(codes.T).reshape(-1)
        indices = pa.array(flat, pa.int8(), mask=flat < 0)
        words = pa.DictionaryArray.from_arrays(indices, pa.array(self._words))
        return [words.slice(i * len(years), len(years)) for i in range(codes.shape[1])]

    def _codes(self, block: Block) -> npt.NDArray[np.int8]:
        """Return years × units × others: the place of each cell's word, -1 for unknown.

        Of what is recorded the first status in the order of the vocabulary tells.
        """
        statuses = self._choice.statuses
        absent = np.int8(len(self._words) - 1)
        codes = np.where(block.exists[:, None, :], np.int8(0), absent)
        codes = np.repeat(codes, len(self._states), axis=1)
        codes[block.apart] = absent
        uncovered = block.uncovered(*statuses)[:, None, :]
        codes[(codes == 0) & uncovered] = -1
        for place in range(len(statuses), 0, -1):
            status = statuses[place - 1]
            codes[block.possible(status)] = -1
            codes[block.sure(status)] = place
        codes[~block.there] = absent
        return codes if self._layout.kind.of_states else codes.transpose(0, 2, 1)

    def _count_arrays(self, block: Block, years: Ints, units: Ints) -> list[Any]:
        statuses = self._choice.statuses
        parts = [(block.sure(each), block.conceivable(each)) for each in statuses]
        if len(parts) > 1:
            parts.append((block.any_sure, block.any_conceivable))
        found = []
        for sure, conceivable in parts:
            unknown = conceivable & ~sure
            known = self._summed(block, block.exists[:, None, :] & ~unknown)
            found += _counted(
                self._summed(block, sure)[years, units],
                self._summed(block, unknown)[years, units],
                known[years, units],
            )
        return found

    def _summed(self, block: Block, cells: Bools) -> Ints:
        """Return years × units: how many of the others are true."""
        if self._layout.kind.of_states:
            return np.asarray(np.count_nonzero(cells, axis=2))
        there = block.there[:, :, None]
        return np.asarray(np.count_nonzero(cells & there, axis=1))

    # -- two parties a row -----------------------------------------------------------

    def _paired(self, block: Block) -> Iterator[Any]:
        """Yield the pairs of a block, so many rows at a time."""
        present = self._present(block)
        few = present.shape[1] <= FEW
        most = max(1, _ROWS // (len(self._others) if self._layout.one_by_one else 1))
        for pairs in self._stretches(present, most):
            arrays = self._key_arrays(block, pairs.years, (pairs.first, pairs.second))
            if self._layout.one_by_one:
                arrays += self._joint(block, pairs)
            else:
                count = self._counted_one_by_one if few else self._multiplied
                shared = count(block.any_sure, block, pairs)
                unknown = count(block.any_conceivable, block, pairs) - shared
                exist = block.exists if self._layout.kind.of_states else block.there
                there = np.count_nonzero(exist, axis=1)[pairs.years]
                arrays += _counted(shared, unknown, there - unknown)
            yield pyarrow().record_batch(arrays, schema=self.schema)

    def _stretches(self, present: Bools, most: int) -> Iterator[Pairs]:
        """Yield the pairs of those that are present, about so many at a time."""
        if present.shape[1] <= FEW:
            yield self._few_pairs(present)
            return
        waiting: list[Pairs] = []
        rows = 0
        for year, row in enumerate(present):
            units = np.flatnonzero(row)
            step = max(1, most // max(1, len(units)))
            for start in range(0, len(units), step):
                first, second = self._ends(
                    start, min(start + step, len(units)), len(units)
                )
                years = np.full(len(first), year)
                waiting.append(Pairs(years, units[first], units[second]))
                rows += len(first)
                if rows >= most:
                    yield _together(waiting)
                    waiting, rows = [], 0
        if rows:
            yield _together(waiting)

    def _few_pairs(self, present: Bools) -> Pairs:
        """Return the pairs of all years at once."""
        first, second = self._ends(0, present.shape[1], present.shape[1])
        years, places = np.nonzero(present[:, first] & present[:, second])
        return Pairs(years, first[places], second[places])

    def _ends(self, start: int, stop: int, count: int) -> tuple[Ints, Ints]:
        """Return the two ends of the pairs, of so many, whose first is in a stretch."""
        first, second = np.mgrid[start:stop, 0:count]
        kept = first != second if self._layout.directed else first < second
        return first[kept], second[kept]

    def _facing(self, cells: Bools, block: Block) -> Bools:
        """Return years × units × others."""
        if self._layout.kind.of_states:
            return cells
        return (cells & block.there[:, :, None]).transpose(0, 2, 1)

    def _joint(self, block: Block, pairs: Pairs) -> list[Any]:
        """Return a column for each of the others: whether both ends have it, or null."""
        pa = pyarrow()
        both = _both(self._facing(block.any_sure, block), pairs)
        may = _both(self._facing(block.any_conceivable, block), pairs)
        # One array for all cells, as for words.
        flat = pa.array(both.T.reshape(-1), mask=(may & ~both).T.reshape(-1))
        rows = len(pairs.years)
        return [flat.slice(i * rows, rows) for i in range(both.shape[1])]

    def _counted_one_by_one(self, cells: Bools, block: Block, pairs: Pairs) -> Ints:
        """Return how many of the others both ends of each pair have: of few, quickly."""
        both = _both(self._facing(cells, block), pairs)
        return np.asarray(np.count_nonzero(both, axis=1))

    def _multiplied(self, cells: Bools, block: Block, pairs: Pairs) -> Ints:
        """Return the same as a product of matrices, year by year."""
        facing = self._facing(cells, block)
        found = np.empty(len(pairs.years), np.int64)
        years, starts = np.unique(pairs.years, return_index=True)
        for year, start, stop in zip(
            years, starts, [*starts[1:], len(found)], strict=True
        ):
            first, second = pairs.first[start:stop], pairs.second[start:stop]
            rows = slice(first[0], first[-1] + 1)
            # What nobody has adds nothing; sums of ones are exact in these numbers.
            year_cells = facing[year]
            held = year_cells[:, year_cells.any(axis=0)].astype(np.float32)
            products = held[rows] @ held.T
            found[start:stop] = products[first - first[0], second]
        return found

    # -- keys ------------------------------------------------------------------------

    def _key_arrays(self, block: Block, years: Ints, ends: tuple[Ints, ...]) -> list[Any]:
        pa = pyarrow()
        arrays = [
            pa.DictionaryArray.from_arrays(pa.array(end, pa.int32()), self._labels)
            for end in ends
        ]
        arrays.append(pa.array(years + block.first, pa.int32()))
        if self._system is not None:
            numbers = block.numbers(self._system)
            borne = [numbers[years, end] for end in ends]
            arrays += [pa.array(each, pa.int32(), mask=each == 0) for each in borne]
            if len(ends) > 1 and self._system is StateSystem.COW:
                dyad = 1000 * borne[0] + borne[1]
                arrays.append(pa.array(dyad, pa.int32()))
        return arrays


_NUMBERED = (StateSystem.COW, StateSystem.GW)


def _counted(yes: Ints, unknown: Ints, known: Ints) -> list[Any]:
    """Return a column of counts and one of unknowns; no count where nothing is known."""
    pa = pyarrow()
    nothing = (yes == 0) & (unknown > 0) & (known == 0)
    return [pa.array(yes, pa.int32(), mask=nothing), pa.array(unknown, pa.int32())]


def _together(parts: list[Pairs]) -> Pairs:
    return Pairs(*map(np.concatenate, zip(*parts, strict=True)))


def _both(facing: Bools, pairs: Pairs) -> Bools:
    """Return pairs × others: whether both ends have it."""
    return facing[pairs.years, pairs.first] & facing[pairs.years, pairs.second]
