"""The tables as cells: states × years × bodies, whichever of the two they come from."""

from __future__ import annotations

import csv
import io

from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from summitry.codec.problems import Code
from summitry.errors import Problem, shorten
from summitry.values.text import closest, normalize

from .codes import (
    ABSENT,
    CODES,
    FIRST_YEAR,
    IGO_YEAR_KEYS,
    LAST_YEAR,
    MISSING,
    STATE_YEAR_KEYS,
)
from .files import Damaged, Table, read, refused, whole_lines


if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import numpy.typing as npt

    Codes: TypeAlias = npt.NDArray[np.int8]
    Ints: TypeAlias = npt.NDArray[np.int64]
    Bools: TypeAlias = npt.NDArray[np.bool_]


_ALLOWED = np.zeros(256, np.bool_)
_ALLOWED[[code % 256 for code in CODES]] = True


class Cells(NamedTuple):
    """What a table says, with a place for every state, year and body.

    Attributes:
        numbers: COW's numbers of the states, in order.
        years: The years, without a gap.
        bodies: COW's names of the bodies, as the table spells them.
        codes: The codes by state, year and body; -1 where the table has no cell.
        system: The states that have a row, by state and year.
        seen: The years of which the table has a row at all.
    """

    numbers: Ints
    years: Ints
    bodies: tuple[str, ...]
    codes: Codes
    system: Bools
    seen: Bools

    def spread(
        self, numbers: Ints, years: Ints, bodies: tuple[str, ...]
    ) -> tuple[Codes, Bools, Bools]:
        """Return its codes over other axes that contain its own, and where it has any.

        Returns:
            The codes; the states and years of its own; the bodies of its own.
        """
        places = np.ix_(
            np.searchsorted(numbers, self.numbers),
            np.searchsorted(years, self.years[self.seen]),
        )
        index = {body.lower(): place for place, body in enumerate(bodies)}
        columns = np.array([index[body.lower()] for body in self.bodies], np.int64)
        codes = np.full((len(numbers), len(years), len(bodies)), ABSENT, np.int8)
        codes[np.ix_(*(p.ravel() for p in places), columns)] = self.codes[:, self.seen]
        rows = np.zeros(codes.shape[:2], np.bool_)
        rows[places] = True
        own = np.zeros(len(bodies), np.bool_)
        own[columns] = True
        return codes, rows, own


class StateSpell(NamedTuple):
    """A time for which a state was in COW's system, by ``states2016.csv``."""

    since: date
    until: date


class StateNames(NamedTuple):
    """What the files say of the states.

    Attributes:
        short: COW's short names in the tables, such as ``wgermany``, by number.
        numbers: The numbers by every name that a column may have, in its plain form.
        spells: When each number was in the system.
    """

    short: dict[int, str]
    numbers: dict[str, int]
    spells: dict[int, list[StateSpell]]


class Facts(NamedTuple):
    """What the IGO-year table says of a body, in its last row."""

    name: str
    long_name: str
    number: str
    founded: str
    ended: str
    accuracy: str
    notes: tuple[str, ...]


# -- the states ----------------------------------------------------------------------


def read_states(file: Path | None) -> StateNames:
    """Read ``states2016.csv``.

    Raises:
        DocumentError: with every problem.
        FileError: it cannot be opened.
    """
    names = StateNames({}, {}, {})
    if file is None:
        return names
    data = whole_lines(file, damaged="raise")
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = data.decode("latin-1")  # as the project's own files are
    rows = csv.DictReader(io.StringIO(text, newline=""))
    rows.fieldnames = [name.strip().lower() for name in rows.fieldnames or ()]
    problems = [
        Problem(Code.MISSING_FIELD, key, f"missing; the table needs the column {key}")
        for key in _SPELL
        if key not in rows.fieldnames
    ]
    if problems:
        raise refused(problems, file.name)
    for place, row in enumerate(rows):
        try:
            number, *days = (int(row[key]) for key in _SPELL)
            spell = StateSpell(date(*days[:3]), date(*days[3:]))
        except (TypeError, ValueError) as error:
            path = f"{file.name.partition('.')[0]}[{place}]"
            message = f"not a state's time in the system: {error}"
            problems.append(Problem(Code.DATE, path, message, line=rows.line_num))
            continue
        names.spells.setdefault(number, []).append(spell)
        for key in ("state", "statenme", "stateabb"):
            if row.get(key):
                names.numbers.setdefault(_plain(row[key]), number)
        if row.get("state"):
            names.short.setdefault(number, row["state"].strip().lower())
    if problems:
        raise refused(problems, file.name)
    return names


_SPELL = ("ccode", "styear", "stmonth", "stday", "endyear", "endmonth", "endday")


def _plain(name: str) -> str:
    return normalize(name).replace(" ", "")


# -- the state-year table ------------------------------------------------------------


def read_state_year(file: Path, names: StateNames, *, damaged: Damaged) -> Cells:
    """Read the state-year table, and add to *names* what it calls the states.

    Raises:
        DocumentError: with every problem.
        FileError: it cannot be opened, or is cut off.
    """
    table = read(file, ("ccode", "year"), STATE_YEAR_KEYS, damaged=damaged)
    bodies = tuple(name for name in table.columns if name not in STATE_YEAR_KEYS)
    problems: list[Problem] = []
    numbers = _integers(table, "ccode", 1, 999, problems)
    years = _integers(table, "year", FIRST_YEAR, LAST_YEAR, problems)
    codes = _codes(table, bodies, problems)
    _insist_on_one(table, problems, ccode=numbers, year=years)
    if problems:
        raise refused(problems, table.name)
    if "state" in table.columns:
        short = table.columns["state"].to_pylist()
        for number, name in dict(zip(numbers.tolist(), short, strict=True)).items():
            if name:
                names.short[number] = name.strip().lower()
                names.numbers[_plain(name)] = number
    own, rows = np.unique(numbers, return_inverse=True)
    all_years = _axis(years)
    found = np.full((len(own), len(all_years), len(bodies)), ABSENT, np.int8)
    system = np.zeros(found.shape[:2], np.bool_)
    if len(rows):
        found[rows, years - all_years[0]] = codes.T
        system[rows, years - all_years[0]] = True
    return Cells(own, all_years, bodies, found, system, _any(system))


# -- the IGO-year table --------------------------------------------------------------


def read_igo_year(
    file: Path, names: StateNames, *, damaged: Damaged
) -> tuple[Cells, dict[str, Facts]]:
    """Read the IGO-year table.

    Returns:
        Its cells, and what it says of the bodies, by their names in lower case.

    Raises:
        DocumentError: with every problem.
        FileError: it cannot be opened, or is cut off.
    """
    table = read(file, ("ioname", "year"), IGO_YEAR_KEYS, damaged=damaged)
    columns = tuple(name for name in table.columns if name not in IGO_YEAR_KEYS)
    problems: list[Problem] = []
    numbers = _numbers_of(columns, names, problems)
    years = _integers(table, "year", FIRST_YEAR, LAST_YEAR, problems)
    codes = _codes(table, columns, problems)
    ids = [(name or "").strip() for name in table.columns["ioname"].to_pylist()]
    spelled = {name.lower(): name for name in ids}
    for row, name in enumerate(ids):
        if not name:
            problems.append(table.problem(Code.VALUE, row, "ioname", "empty", name))
    bodies = {name: place for place, name in enumerate(spelled)}
    rows = np.array([bodies[name.lower()] for name in ids], np.int64)
    _insist_on_one(table, problems, ioname=rows, year=years)
    if problems:
        raise refused(problems, table.name)
    all_years = _axis(years)
    order = np.argsort(numbers)
    found = np.full((len(columns), len(all_years), len(bodies)), ABSENT, np.int8)
    if len(rows):
        found[:, years - all_years[0], rows] = codes[order]
    system = _system(found)
    found[~system] = ABSENT
    seen = np.isin(all_years, years)
    cells = Cells(numbers[order], all_years, tuple(spelled.values()), found, system, seen)
    return cells, _facts(table, ids, years)


def _system(codes: Codes) -> Bools:
    """Return which states the IGO-year table has in the system, by state and year.

    A row of a year for which a body's members are missing has -9 for every state, be it in
    the system or not: it says nothing of the system, unless there is nothing else.
    """
    told = ~(codes == MISSING).all(axis=0)
    system: Bools = ((codes != ABSENT) & told).any(axis=2)
    silent = ~system.any(axis=0)
    system[:, silent] = (codes[:, silent] != ABSENT).any(axis=2)
    return system


def _numbers_of(
    columns: tuple[str, ...], names: StateNames, problems: list[Problem]
) -> Ints:
    numbers: dict[str, int] = {}
    for column in columns:
        number = names.numbers.get(_plain(column))
        if number is None:
            near = closest(column, names.numbers)
            hint = f"; did you mean {near[0]}?" if near else ""
            message = (
                "neither a known column nor a state that states2016.csv or the "
                f"state-year table names{hint}"
            )
            problems.append(Problem(Code.UNKNOWN_STATE, column, message, line=1))
        elif number in numbers.values():
            message = f"a second column of the state with the number {number}"
            problems.append(Problem(Code.DUPLICATE_KEY, column, message, line=1))
        numbers[column] = number or 0
        if number is not None:
            names.short.setdefault(number, column)
    return np.array(list(numbers.values()), np.int64)


def _facts(table: Table, ids: list[str], years: Ints) -> dict[str, Facts]:
    def column(name: str) -> list[str]:
        found = table.columns.get(name)
        if found is None:
            return [""] * table.rows
        return [" ".join((value or "").split()) for value in found.to_pylist()]

    notes: dict[str, dict[str, None]] = {}
    last: dict[str, int] = {}
    texts = column("sourcesandnotes")
    for row, body in enumerate(ids):
        key = body.lower()
        notes.setdefault(key, {})[texts[row]] = None
        if key not in last or years[row] >= years[last[key]]:
            last[key] = row
    name, long_name, number, founded, ended, accuracy = (
        column(name)
        for name in (
            "orgname",
            "longorgname",
            "ionum",
            "sdate",
            "deaddate",
            "accuracyofpre1965membershipdates",
        )
    )
    return {
        key: Facts(
            name[row],
            long_name[row],
            number[row],
            founded[row],
            ended[row],
            accuracy[row],
            tuple(note for note in notes[key] if note),
        )
        for key, row in last.items()
    }


# -- columns -------------------------------------------------------------------------


def _integers(
    table: Table, column: str, least: int, most: int, problems: list[Problem]
) -> Ints:
    """Return a column of whole numbers."""
    values = table.columns[column].to_pylist()
    numbers = np.zeros(len(values), np.int64)
    known: dict[str | None, int | None] = {}
    for row, value in enumerate(values):
        if value not in known:
            number = int(value) if value and value.isascii() and value.isdigit() else 0
            known[value] = number if least <= number <= most else None
        found = known[value]
        if found is None:
            message = (
                f"{shorten(value)} is no number from {least} to {most}"
                if value
                else "empty"
            )
            problems.append(table.problem(Code.VALUE, row, column, message, value))
        else:
            numbers[row] = found
    return numbers


def _codes(table: Table, columns: tuple[str, ...], problems: list[Problem]) -> Codes:
    """Return columns × rows; an empty cell stands for -1."""
    found = np.empty((len(columns), table.rows), np.int8)
    for place, name in enumerate(columns):
        column = table.columns[name]
        if column.null_count:
            column = column.fill_null(ABSENT)
        found[place] = column.to_numpy(zero_copy_only=False)
    wrong = np.argwhere(~_ALLOWED[found.view(np.uint8)])
    for place, row in wrong[np.argsort(wrong[:, 1], kind="stable")].tolist():
        value = int(found[place, row])
        message = f"{value} is no code; expected 1, 2, 3, 0, -9 or -1"
        problems.append(table.problem(Code.VALUE, row, columns[place], message, value))
    return found


def _insist_on_one(table: Table, problems: list[Problem], **keys: Ints) -> None:
    """Note the rows whose keys an earlier one has."""
    if problems:
        return  # the keys are not to be trusted
    one, other = keys.values()
    both = one * (LAST_YEAR + 1) + other
    _, first, inverse = np.unique(both, return_index=True, return_inverse=True)
    for row in np.flatnonzero(first[inverse] != np.arange(len(both))).tolist():
        before = int(first[inverse[row]])
        values = ", ".join(str(table.columns[key][row].as_py()) for key in keys)
        where = (
            f"row {before}"
            if table.first_line is None
            else f"line {table.first_line + before}"
        )
        message = f"{values} has a row already, in {where}"
        problems.append(
            table.problem(Code.DUPLICATE_RECORD, row, next(iter(keys)), message, values)
        )


def _any(system: Bools) -> Bools:
    """Return the years in which there is any state."""
    found: Bools = np.add.reduce(system, axis=0, dtype=np.int64) > 0
    return found


def _axis(years: Ints) -> Ints:
    if not len(years):
        return np.empty(0, np.int64)
    return np.arange(years.min(), years.max() + 1)


# -- the two together ----------------------------------------------------------------


class Both(NamedTuple):
    """Two tables on the same axes.

    Attributes:
        merged: What they say together: what the first has, and else the second.
        first: What the first one says.
        second: What the second one says.
        compared: Where both have something to say, by state and year, and by body.
    """

    merged: Cells
    first: Codes
    second: Codes
    compared: tuple[Bools, Bools]

    def different(self) -> Ints:
        """Return where they differ: rows of the places of state, year and body."""
        rows, bodies = self.compared
        different = self.first != self.second
        different &= rows[:, :, None]
        different &= bodies
        return np.argwhere(different)


def together(first: Cells, second: Cells, spelled: Mapping[str, str]) -> Both:
    """Lay a table over another.

    Args:
        first: The one that is followed where both have a place for something.
        second: The one that gives what the first has no place for.
        spelled: How the bodies are spelled, by their names in lower case.
    """
    numbers = np.union1d(first.numbers, second.numbers)
    years = _axis(np.concatenate([first.years, second.years]))
    names = dict.fromkeys(body.lower() for body in (*first.bodies, *second.bodies))
    bodies = tuple(spelled.get(name, name) for name in names)
    one, one_rows, one_bodies = first.spread(numbers, years, bodies)
    two, two_rows, two_bodies = second.spread(numbers, years, bodies)
    codes = np.where(one_rows[:, :, None] & one_bodies, one, two)
    system = np.zeros(codes.shape[:2], np.bool_)
    for table, own in ((second, two_rows), (first, one_rows)):
        system[own] = False
        places = np.ix_(
            np.searchsorted(numbers, table.numbers), np.searchsorted(years, table.years)
        )
        system[places] |= table.system
    system |= (codes != ABSENT).any(axis=2)  # of a body that only the second one has
    merged = Cells(numbers, years, bodies, codes, system, _any(system))
    return Both(merged, one, two, (one_rows & two_rows, one_bodies & two_bodies))


class Read(NamedTuple):
    """The files of a folder.

    Attributes:
        cells: What the tables say together.
        names: What they say of the states.
        facts: What they say of the bodies, by their names in lower case.
        both: The two tables, the preferred one first; ``None`` where there is but one.
    """

    cells: Cells
    names: StateNames
    facts: dict[str, Facts]
    both: Both | None
