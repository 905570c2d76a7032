"""Reading COW's files into a catalogue, and saying where the two tables disagree."""

from __future__ import annotations

import warnings

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

import numpy as np

from summitry.catalog import Catalog
from summitry.catalog.coverage import caller_level
from summitry.errors import DisagreementWarning, InvalidValue, shorten
from summitry.states import State, all_states
from summitry.values.decoding import collector_paused
from summitry.values.fields import records as records_of

from . import bearers, records
from .cells import (
    Both,
    Facts,
    Read,
    read_igo_year,
    read_state_year,
    read_states,
    together,
)
from .files import IGO_YEAR, STATE_YEAR, STATES, Damaged, find, nothing_found
from .sources import STATE_LIST, TABLES


if TYPE_CHECKING:
    import os

    from collections.abc import Iterable


Preferred: TypeAlias = Literal["state-year", "igo-year"]
"""The table that is followed where the two disagree."""


class Disagreement(NamedTuple):
    """A cell in which COW's two tables differ.

    Attributes:
        organization: COW's name of the body.
        number: COW's number of the state.
        state: COW's short name of the state, where the tables have one.
        year: The year.
        state_year: The code in the state-year table; -1 also where it has no row.
        igo_year: The code in the IGO-year table; -1 also where it has no row.
    """

    organization: str
    number: int
    state: str | None
    year: int
    state_year: int
    igo_year: int


def read_cow(
    folder: str | os.PathLike[str],
    *,
    prefer: Literal["state-year", "igo-year"] = "state-year",
    states: Iterable[State] = (),
    damaged: Literal["raise", "read"] = "raise",
) -> Catalog:
    """Read the Correlates of War IGO data, version 3, into a catalogue.

    The folder holds ``state_year_format3`` or ``igo_year_format3`` or, best, both, each as
    ``.csv``, ``.csv.gz`` or ``.dta``, and ``states2016.csv``, from which the days come on
    which states entered the system and left it. Each run of years with one code is a
    spell. Years for which a body's members are missing (-9) are left out of its coverage;
    years without the body (-1) lie outside its time, or in what it was dormant. The states
    of the catalogue have a COW number in exactly the years for which the table has a row,
    so that the tables can be given back cell for cell: see
    :func:`~summitry.ext.cow.state_year`.

    Args:
        folder: Where the files are; the case of their names does not matter.
        prefer: The table that is followed where the two disagree. What it has no place for
            is taken from the other.
        states: States that stand in the place of the bundled ones when COW's numbers are
            looked up.
        damaged: ``"read"`` to read files that are cut off as far as they go, with a
            warning.

    Returns:
        The organizations, the spells, the states and two sources; as of the end of the
        tables' last year.

    Raises:
        FileError: there are no such files, or one is cut off or cannot be opened.
        DocumentError: with every problem of a file, its place and its line.
        MissingExtra: pyarrow is not installed, or pandas for a file of Stata.

    Warns:
        DisagreementWarning: the two tables differ; :func:`disagreements` lists where.
        DamagedFileWarning: a file was read as far as it goes.

    Example:
        >>> from summitry.ext.cow import read_cow
        >>> read_cow("no-such-folder")
        Traceback (most recent call last):
        ...
        summitry.errors.FileError: 'no-such-folder' cannot be read: No such file or directory
    """
    own = records_of(State, states)
    read = _read(folder, _preferred(prefer), damaged)
    if read.both is not None:
        _warn(read.both)
    return catalogue(read, own)


def disagreements(
    folder: str | os.PathLike[str], *, damaged: Literal["raise", "read"] = "raise"
) -> tuple[Disagreement, ...]:
    """Return every cell in which COW's two tables differ.

    Compared is what both have a place for: the bodies, states and years of both. That one
    has no row counts as -1.

    Args:
        folder: Where the files are, as for :func:`read_cow`.
        damaged: What becomes of files that are cut off, as there.

    Returns:
        The cells by body, state and year; none where there is but one table.

    Raises:
        FileError: there are no such files, or one cannot be opened.
        DocumentError: with every problem of a file.
        MissingExtra: a package that it takes is not installed.
    """
    cells, names, _, both = _read(folder, "state-year", damaged)
    if both is None:
        return ()
    found = [
        Disagreement(
            cells.bodies[body],
            int(cells.numbers[state]),
            names.short.get(int(cells.numbers[state])),
            int(cells.years[year]),
            int(both.first[state, year, body]),
            int(both.second[state, year, body]),
        )
        for state, year, body in both.different().tolist()
    ]
    return tuple(sorted(found, key=lambda each: (each[0].lower(), each[1], each[3])))


def _preferred(prefer: Preferred) -> Preferred:
    if prefer not in ("state-year", "igo-year"):
        message = f"{shorten(prefer)} is no table; expected 'state-year' or 'igo-year'"
        raise InvalidValue(message, value=prefer, field="prefer")
    return prefer


def _read(folder: str | os.PathLike[str], prefer: Preferred, damaged: Damaged) -> Read:
    if damaged not in ("raise", "read"):
        message = f"{shorten(damaged)} is no answer; expected 'raise' or 'read'"
        raise InvalidValue(message, value=damaged, field="damaged")
    by_state, by_body = find(folder, STATE_YEAR), find(folder, IGO_YEAR)
    names = read_states(find(folder, STATES))
    if by_state is None and by_body is None:
        raise nothing_found(folder, (STATE_YEAR, IGO_YEAR))
    facts: dict[str, Facts] = {}
    first = second = None
    if by_state is not None:
        first = read_state_year(by_state, names, damaged=damaged)
    if by_body is not None:
        second, facts = read_igo_year(by_body, names, damaged=damaged)
    if first is None or second is None:
        only = first or second
        assert only is not None  # noqa: S101 - one of the files is there
        return Read(only, names, facts, None)
    spelled = {body.lower(): body for body in second.bodies}
    if prefer == "igo-year":
        first, second = second, first
    both = together(first, second, spelled)
    return Read(both.merged, names, facts, both)


def _warn(both: Both) -> None:
    different = both.different()
    if not len(different):
        return
    bodies = len(np.unique(different[:, 2]))
    message = (
        f"COW's two tables disagree in {len(different):,} cells of {bodies:,} bodies; "
        "summitry.ext.cow.disagreements() lists them"
    )
    warnings.warn(DisagreementWarning(message), stacklevel=caller_level())


def catalogue(read: Read, own: tuple[State, ...]) -> Catalog:
    """Return the catalogue of what was read."""
    cells = read.cells
    known = {state.code: state for state in (*all_states(), *own)}
    with collector_paused():
        table = bearers.keyed(cells, known.values())
        years = cells.years
        if not len(years):
            return Catalog([TABLES, STATE_LIST], version=VERSION)
        life = records.lives(table)
        bodies = records.bodies(read, table, life)
        found = [
            TABLES,
            STATE_LIST,
            *bearers.own_states(table, years, read.names, known.values()),
            *bodies,
            *records.spells(table, life, years, bodies),
        ]
        return Catalog(found, as_of=f"{years[-1]}-12-31", version=VERSION)


VERSION = "cow-igo-v3"
"""The version of a catalogue of these tables."""
