"""The rows of a panel, block by block, as Arrow batches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from summitry.codec.tables.arrow import pyarrow

from .vocabulary import PanelKind, StateSystem


if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from .block import Block, Bools, Choice
    from .grid import Grid
    from .years import Ints


NONE, ABSENT = "none", "absent"
"""What a cell says where nobody belonged, and where there was no one or nothing to."""

_ROWS = 1 << 18
"""About how many pairs are worked on at a time."""


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
        self.schema = pa.schema(
            [(name, kind) for name, kind, _ in self._keys()]
            + [(name, self._cell_type()) for name in self._cells()]
        )

    def batches(self, block: Block) -> Iterator[Any]:
        """Yield the rows of a block of years as record batches."""
        if self._layout.kind.of_pairs:
            for year in range(block.last - block.first + 1):
                yield from self._pairs(block, year)
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

    def _pairs(self, block: Block, year: int) -> Iterator[Any]:
        """Yield the pairs of one year, some at a time."""
        present = np.flatnonzero(self._present(block)[year])
        sure = self._facing(block, block.any_sure[year], year, present)
        perhaps = self._facing(block, block.any_conceivable[year], year, present)
        exist = block.exists if self._layout.kind.of_states else block.there
        there = int(exist[year].sum())
        step = max(1, _ROWS // max(1, len(present)))
        for start in range(0, len(present), step):
            ends = self._ends(len(present), start, min(start + step, len(present)))
            if not len(ends[0]):
                continue
            years = np.full(len(ends[0]), year)
            arrays = self._key_arrays(block, years, tuple(present[end] for end in ends))
            if self._layout.one_by_one:
                arrays += _joint(sure, perhaps, ends)
            else:
                shared = _products(sure, ends, start, start + step)
                unknown = _products(perhaps, ends, start, start + step) - shared
                arrays += _counted(shared, unknown, there - unknown)
            yield pyarrow().record_batch(arrays, schema=self.schema)

    def _ends(self, count: int, start: int, stop: int) -> tuple[Ints, Ints]:
        """Return the two ends of the pairs whose first lies in a stretch."""
        first, second = np.mgrid[start:stop, 0:count]
        kept = first != second if self._layout.directed else first < second
        return first[kept], second[kept]

    def _facing(
        self, block: Block, cells: Bools, year: int, present: Ints
    ) -> npt.NDArray[np.float32]:
        """Return units × others in one year, as numbers that multiply fast and exactly."""
        if self._layout.kind.of_states:
            found = cells[present]
        else:
            found = (cells & block.there[year][:, None]).T[present]
        if not self._layout.one_by_one:  # what nobody belongs to adds nothing
            found = found[:, found.any(axis=0)]
        return found.astype(np.float32)

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


def _products(
    cells: npt.NDArray[np.float32], ends: tuple[Ints, Ints], start: int, stop: int
) -> Ints:
    """Return how many columns both ends of each pair have."""
    products = cells[start:stop] @ cells.T
    return products[ends[0] - start, ends[1]].astype(np.int64)


def _joint(
    sure: npt.NDArray[np.float32],
    perhaps: npt.NDArray[np.float32],
    ends: tuple[Ints, Ints],
) -> list[Any]:
    """Return a column for each of the others: whether both ends have it, or null."""
    pa = pyarrow()
    both = (sure[ends[0]] * sure[ends[1]]).T.astype(np.bool_)
    may = (perhaps[ends[0]] * perhaps[ends[1]]).T.astype(np.bool_)
    flat = pa.array(
        np.ascontiguousarray(both).reshape(-1), mask=(may & ~both).reshape(-1)
    )
    rows = len(ends[0])
    return [flat.slice(i * rows, rows) for i in range(len(both))]
