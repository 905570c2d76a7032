"""COW's dyad-year file, of which every cell follows from two states' memberships.

It is not needed to know who shared what: that is computed. Where it is at hand, it can be
held against what is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from summitry.codec import storage
from summitry.codec.problems import Code
from summitry.codec.tables.arrow import pyarrow
from summitry.errors import DocumentError, Problem, shorten

from .codes import ABSENT, DYADIC_KEYS, MEMBER, MISSING, NO_MEMBER
from .files import DYADIC, column_names, find, nothing_found, stata_reader
from .rendering import rendered


if TYPE_CHECKING:
    import os

    from collections.abc import Iterator
    from pathlib import Path

    from summitry.catalog import Catalog

    from .cells import Codes, Ints
    from .rendering import Rendered


class DyadDisagreement(NamedTuple):
    """A cell of the dyad-year file that does not follow from the memberships.

    Attributes:
        organization: COW's name of the body.
        number_1: COW's number of one state.
        number_2: COW's number of the other.
        year: The year.
        given: The code in the file.
        computed: The code that follows from the memberships.
    """

    organization: str
    number_1: int
    number_2: int
    year: int
    given: int
    computed: int


class DyadReport(NamedTuple):
    """What came of holding the dyad-year file against a catalogue.

    Attributes:
        rows: How many rows were read.
        cells: How many cells.
        different: In how many of them the two differ.
        disagreements: The first of those.
    """

    rows: int
    cells: int
    different: int
    disagreements: tuple[DyadDisagreement, ...]


def verify_dyadic(
    folder: str | os.PathLike[str], catalog: Catalog, *, most: int = 10_000
) -> DyadReport:
    """Hold COW's dyad-year file against a catalogue, a part of it at a time.

    What both are full members of is 1; -9 if it is missing for one of the two; else -1 if
    the body or one of the states was not there; else 0.

    Args:
        folder: Where ``dyadic_format3`` is, as ``.csv``, ``.csv.gz`` or ``.dta``.
        catalog: What :func:`~summitry.ext.cow.read_cow` has read.
        most: How many of the cells that differ are listed; all are counted.

    Raises:
        FileError: there is no such file, or it cannot be opened.
        DocumentError: it is no such table, or has a body that the catalogue has not.
        MissingExtra: a package that it takes is not installed.
    """
    file = find(folder, DYADIC)
    if file is None:
        raise nothing_found(folder, (DYADIC,))
    table = rendered(catalog)
    index = {
        (int(number), int(year)): row
        for row, (number, year) in enumerate(zip(table.numbers, table.years, strict=True))
    }
    rows = cells = different = 0
    listed: list[DyadDisagreement] = []
    for batch in _batches(file, table):
        computed = joint(
            table.codes[batch.places][:, _rows_of(index, batch.numbers_1, batch.years)],
            table.codes[batch.places][:, _rows_of(index, batch.numbers_2, batch.years)],
        )
        outside = _rows_of(index, batch.numbers_1, batch.years) < 0
        outside |= _rows_of(index, batch.numbers_2, batch.years) < 0
        computed[:, outside] = ABSENT
        rows += len(batch.years)
        cells += computed.size
        where = np.argwhere(computed.T != batch.codes.T)
        different += len(where)
        listed += [
            DyadDisagreement(
                table.names[int(batch.places[place])],
                int(batch.numbers_1[row]),
                int(batch.numbers_2[row]),
                int(batch.years[row]),
                int(batch.codes[place, row]),
                int(computed[place, row]),
            )
            for row, place in where[: most - len(listed)].tolist()
        ]
    return DyadReport(rows, cells, different, tuple(listed))


def joint(one: Codes, other: Codes) -> Codes:
    """Return the codes of two states' joint membership.

    Example:
        >>> codes = np.array([1, 2, 0, -1, -9], np.int8)
        >>> joint(np.full(5, 1, np.int8), codes).tolist()
        [1, 0, 0, -1, -9]
    """
    found = np.full(one.shape, NO_MEMBER, np.int8)
    found[(one == MEMBER) & (other == MEMBER)] = MEMBER
    found[(one == ABSENT) | (other == ABSENT)] = ABSENT
    found[(one == MISSING) | (other == MISSING)] = MISSING
    return found


class _Batch(NamedTuple):
    """Some rows of the file."""

    numbers_1: Ints
    numbers_2: Ints
    years: Ints
    places: Ints
    codes: Codes


def _rows_of(index: dict[tuple[int, int], int], numbers: Ints, years: Ints) -> Ints:
    found = [
        index.get(each, -1) for each in zip(numbers.tolist(), years.tolist(), strict=True)
    ]
    return np.array(found, np.int64)


_KEYS = ("ccode1", "ccode2", "year")


def _batches(file: Path, table: Rendered) -> Iterator[_Batch]:
    places = {name.lower(): place for place, name in enumerate(table.names)}
    for part in _parts(file):
        names = column_names(part.schema.names, _KEYS, file.name)
        bodies = [name for name in names if name not in DYADIC_KEYS]
        problems = [
            Problem(Code.UNKNOWN_FIELD, name, "the catalogue has no such body")
            for name in bodies
            if name not in places
        ]
        if problems:
            raise DocumentError(problems, source=file.name)
        one, other, years = (
            _column(part, names.index(key), file, np.int64) for key in _KEYS
        )
        codes = np.empty((len(bodies), part.num_rows), np.int8)
        for place, name in enumerate(bodies):
            codes[place] = _column(part, names.index(name), file, np.int8)
        own = np.array([places[body] for body in bodies], np.int64)
        yield _Batch(one, other, years, own, codes)


def _column(part: Any, place: int, file: Path, kind: Any) -> Any:
    """Return a column of numbers; an empty cell stands for -1."""
    pa = pyarrow()
    try:
        column = part.column(place).cast(pa.from_numpy_dtype(kind))
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        reason = str(error).partition("\n")[0]
        problem = Problem(Code.VALUE, part.schema.names[place], shorten(reason))
        raise DocumentError([problem], source=file.name) from None
    return column.fill_null(ABSENT).to_numpy(zero_copy_only=False)


def _parts(file: Path) -> Iterator[Any]:
    """Yield the file's rows as record batches, some at a time."""
    pa = pyarrow()
    if file.suffix.lower() == ".dta":
        for frame in stata_reader(file, rows=_ROWS):
            yield pa.RecordBatch.from_pandas(frame, preserve_index=False)
        return
    from pyarrow import csv  # noqa: PLC0415 - with the package

    with storage.explained(file, "read"), storage.open_stream(file) as stream:
        try:
            yield from csv.open_csv(
                pa.PythonFile(stream, "r"),
                read_options=csv.ReadOptions(block_size=_BYTES),
                convert_options=csv.ConvertOptions(null_values=[""]),
            )
        except pa.ArrowInvalid as error:
            reason = str(error).partition("\n")[0]
            problem = Problem(Code.SYNTAX, "$", shorten(reason))
            raise DocumentError([problem], source=file.name) from None


_ROWS = 1 << 14
_BYTES = 1 << 24
