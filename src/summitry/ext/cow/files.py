"""The files of a folder as columns: found, decompressed, and refused with every reason."""

from __future__ import annotations

import csv
import gzip
import io
import warnings

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from summitry.catalog.coverage import caller_level
from summitry.codec import storage
from summitry.codec.limits import EXPANDED_AT_MOST
from summitry.codec.problems import Code
from summitry.codec.tables.arrow import pyarrow
from summitry.errors import (
    DamagedFileWarning,
    DocumentError,
    FileError,
    MissingExtra,
    Problem,
    either,
    shorten,
    shorten_path,
)


if TYPE_CHECKING:
    import os

    from collections.abc import Iterator, Sequence
    from pathlib import Path


Damaged: TypeAlias = Literal["raise", "read"]
"""What becomes of a file that is cut off: an error, or what there is of it."""

STATE_YEAR = "state_year_format3"
IGO_YEAR = "igo_year_format3"
STATES = "states2016"
DYADIC = "dyadic_format3"
SUFFIXES = (".csv", ".csv.gz", ".dta")
"""How the name of a table may end; of two files of one table the earlier is read."""


class Table(NamedTuple):
    """A table as columns, all of text but those of codes.

    Attributes:
        name: The name of the file.
        columns: Each column as an array of Arrow, by its name in lower case and in order.
        rows: How many rows there are.
        first_line: The line of the first row; ``None`` where a file has no lines.
    """

    name: str
    columns: dict[str, Any]
    rows: int
    first_line: int | None

    def problem(
        self, code: Code, row: int, column: str, message: str, value: object
    ) -> Problem:
        """Return what is wrong with a cell."""
        line = None if self.first_line is None else self.first_line + row
        path = f"{self.name.partition('.')[0]}[{row}].{column}"
        return Problem(code, path, message, shorten(value), line)


def find(folder: str | os.PathLike[str], table: str) -> Path | None:
    """Return the file of a table in a folder, whatever the case of its name.

    Raises:
        FileError: the folder cannot be opened.
    """
    place = storage.path_of(folder)
    with storage.explained(place, "read"):
        names = {_plain(each.name): each for each in sorted(place.iterdir())}
    wanted = (names.get(_plain(table + suffix)) for suffix in SUFFIXES)
    return next((file for file in wanted if file is not None), None)


def _plain(name: str) -> str:
    # The project's own archive spells one of them igo_year_format_3.
    return name.lower().replace("_", "")


def nothing_found(folder: str | os.PathLike[str], tables: Sequence[str]) -> FileError:
    """Return the error of a folder that has none of some tables."""
    names = either([f"{table}{suffix}" for table in tables for suffix in SUFFIXES])
    return FileError(f"{shorten(str(folder))} holds no table of COW's: expected {names}")


def read(
    file: Path, keys: Sequence[str], texts: frozenset[str], *, damaged: Damaged
) -> Table:
    """Read a table.

    Args:
        file: The file.
        keys: The columns that must be there.
        texts: The columns that are of text; all others are of codes.
        damaged: What becomes of a file that is cut off.

    Raises:
        FileError: it cannot be opened.
        DocumentError: with every problem of its form.
        MissingExtra: a package that it takes is not installed.
    """
    if file.suffix.lower() == ".dta":
        return _read_stata(file, keys, texts)
    return _read_csv(file, keys, texts, damaged)


def refused(problems: list[Problem], name: str) -> DocumentError:
    """Return the error of a file with problems."""
    return DocumentError(problems, source=name)


# -- CSV -----------------------------------------------------------------------------


def _read_csv(
    file: Path, keys: Sequence[str], texts: frozenset[str], damaged: Damaged
) -> Table:
    pyarrow()
    from pyarrow import csv as arrow_csv  # noqa: PLC0415 - with the package

    data = whole_lines(file, damaged=damaged)
    _insist_on_utf8(data, file.name)
    header = next(csv.reader(io.StringIO(data[:_HEADER].decode(errors="replace"))), [])
    names = column_names(header, keys, file.name)
    types = {
        given: pyarrow().string() if name in texts else pyarrow().int8()
        for given, name in zip(header, names, strict=True)
    }
    try:
        table = arrow_csv.read_csv(
            pyarrow().BufferReader(data),
            parse_options=arrow_csv.ParseOptions(newlines_in_values=True),
            convert_options=arrow_csv.ConvertOptions(
                column_types=types, null_values=[""], check_utf8=False
            ),
        )
    except pyarrow().ArrowInvalid as error:
        raise _explained(data, file.name, names, texts, str(error)) from None
    columns = {name: table.column(i).combine_chunks() for i, name in enumerate(names)}
    return Table(file.name, columns, table.num_rows, 2)


def column_names(header: Sequence[str], keys: Sequence[str], source: str) -> list[str]:
    """Return the names of columns as they are compared.

    Raises:
        DocumentError: one is missing, has no name, or stands twice.
    """
    names = [name.strip().lower() for name in header]
    problems = [
        Problem(Code.MISSING_FIELD, key, f"missing; the table needs the column {key}")
        for key in keys
        if key not in names
    ]
    problems += [
        Problem(Code.DUPLICATE_KEY, name, "the column stands twice", line=1)
        for place, name in enumerate(names)
        if name in names[:place]
    ]
    problems += [
        Problem(Code.UNKNOWN_FIELD, f"[{i}]", "a column without a name", line=1)
        for i, name in enumerate(names)
        if not name
    ]
    if problems:
        raise refused(problems, source)
    return names


def whole_lines(file: Path, *, damaged: Damaged) -> bytes:
    """Return what a file holds, decompressed, and of one that is cut off its whole lines.

    Raises:
        FileError: it cannot be opened, or is cut off and *damaged* is ``"raise"``.
    """
    if storage.compression_of(file) != "gzip":
        data = storage.read_bytes(file)
        cut = not data.endswith(b"\n") and _is_half(data)
    else:
        data, cut = _decompressed(file)
    data = data.removeprefix(b"\xef\xbb\xbf")
    if not cut:
        return data
    end = data.rfind(b"\n") + 1
    lines = data.count(b"\n", 0, end)
    if damaged == "raise":
        message = (
            f"{shorten_path(file)} cannot be read: it is cut off after line {lines}; get "
            'it anew, or read it as far as it goes with damaged="read"'
        )
        raise FileError(message)
    message = (
        f"{file.name} is cut off: it was read up to line {lines}, and what came after "
        "is missing"
    )
    warnings.warn(DamagedFileWarning(message), stacklevel=caller_level())
    return data[:end]


def _is_half(data: bytes) -> bool:
    """Whether the last line has fewer cells than the first."""
    last = data[data.rfind(b"\n") + 1 :]
    first = data[: max(data.find(b"\n"), 0)]
    return bool(last) and last.count(b",") < first.count(b",")


def _decompressed(file: Path) -> tuple[bytes, bool]:
    """Return what a gzip holds, as far as it goes, and whether it is cut off."""
    held = io.BytesIO()
    cut = False
    with storage.explained(file, "read"), file.open("rb") as raw:
        stream = gzip.GzipFile(fileobj=raw)
        try:
            while held.tell() <= EXPANDED_AT_MOST and (block := stream.read1()):
                held.write(block)
        except EOFError:
            cut = True
    if held.tell() > EXPANDED_AT_MOST:
        message = (
            f"{shorten_path(file)} cannot be read: it holds more than "
            f"{EXPANDED_AT_MOST:,} bytes once decompressed"
        )
        raise FileError(message)
    return held.getvalue(), cut


def _insist_on_utf8(data: bytes, source: str) -> None:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8: byte {data[error.start]:#04x}"
        raise refused([Problem(Code.SYNTAX, "$", message, line=line)], source) from None


_HEADER = 1 << 20
"""More bytes than the names of columns have."""


def _explained(
    data: bytes, source: str, names: list[str], texts: frozenset[str], reason: str
) -> DocumentError:
    """Return every problem of a table that cannot be read, cell by cell."""
    problems: list[Problem] = []
    reader = csv.reader(io.StringIO(data.decode(), newline=""))
    stem = source.partition(".")[0]
    for row, cells in enumerate(reader, -1):
        if row < 0 or not cells:
            continue
        if len(cells) != len(names):
            message = f"{len(cells)} cells, where the header has {len(names)}"
            path = f"{stem}[{row}]"
            problems.append(Problem(Code.SYNTAX, path, message, line=reader.line_num))
            continue
        problems += [
            Problem(
                Code.VALUE,
                f"{stem}[{row}].{name}",
                f"{shorten(cell)} is no code; expected 1, 2, 3, 0, -9 or -1",
                shorten(cell),
                reader.line_num,
            )
            for name, cell in zip(names, cells, strict=True)
            if name not in texts and cell and not _is_int8(cell)
        ]
    return refused(problems or [Problem(Code.SYNTAX, "$", shorten(reason))], source)


def _is_int8(cell: str) -> bool:
    try:
        return -128 <= int(cell) <= 127 and cell.strip() == cell  # noqa: PLR2004
    except ValueError:
        return False


# -- Stata ---------------------------------------------------------------------------


def _read_stata(file: Path, keys: Sequence[str], texts: frozenset[str]) -> Table:
    frame = next(stata_reader(file, rows=_MOST_ROWS), None)
    if frame is None:
        raise refused([Problem(Code.SYNTAX, "$", "a table without a row")], file.name)
    names = column_names([str(name) for name in frame.columns], keys, file.name)
    columns = {}
    problems: list[Problem] = []
    for place, name in enumerate(names):
        series = frame.iloc[:, place]
        if name in texts:
            columns[name] = _as_text(series)
            continue
        try:
            columns[name] = pyarrow().array(series, from_pandas=True).cast("int8")
        except (pyarrow().ArrowInvalid, pyarrow().ArrowNotImplementedError) as error:
            problems.append(Problem(Code.VALUE, name, str(error).partition("\n")[0]))
    if problems:
        raise refused(problems, file.name)
    return Table(file.name, columns, len(frame), None)


_MOST_ROWS = 1 << 24
"""More rows than a table of states or bodies has."""


def _as_text(series: Any) -> Any:
    values = [
        None
        if value is None or value != value or value == ""  # noqa: PLR0124 - not a number
        else str(int(value))
        if isinstance(value, float) and value.is_integer()
        else str(value)
        for value in series.tolist()
    ]
    return pyarrow().array(values, pyarrow().string())


def stata_reader(file: Path, *, rows: int) -> Iterator[Any]:
    """Yield the rows of a file of Stata as pandas data frames, some at a time.

    Raises:
        MissingExtra: pandas is not installed.
        FileError: it cannot be opened.
        DocumentError: it is no file of Stata.
    """
    try:
        import pandas as pd  # noqa: PLC0415
    except ImportError:
        what = "a file of Stata"
        raise MissingExtra(what, package="pandas", extra="pandas") from None
    with storage.explained(file, "read"), file.open("rb") as raw:
        try:
            reader: Any = pd.read_stata(raw, convert_categoricals=False, chunksize=rows)
            with reader:
                yield from reader
        except Exception as error:  # noqa: BLE001 - whatever it stumbles over
            message = f"not a file of Stata: {shorten(str(error))}"
            problem = Problem(Code.SYNTAX, "$", message)
            raise refused([problem], file.name) from None
