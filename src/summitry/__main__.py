r"""Check files from a terminal, before a commit, or in continuous integration.

::

    python -m summitry check mine.json more.yaml

Each file is read, all are laid over the bundled catalogue, and what is about their
records is reported. The exit status is 0 where nothing was found, 1 where something was,
and 2 where a file cannot be read at all or the command is wrong. Where a file cannot be
read, or has faults of form, the others are checked without it, and nothing is said to be
missing that it may hold.

A file is checked before each commit by pre-commit with this in
``.pre-commit-config.yaml``::

    repos:
      - repo: local
        hooks:
          - id: summitry
            name: summitry check
            language: python
            additional_dependencies: [summitry]
            entry: python -m summitry check
            files: \.json$
            require_serial: true

pre-commit names only the files that are to be committed. Where files refer to each
other, name all of them behind ``entry`` and add ``pass_filenames: false``.
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import functools
import operator
import os
import sys

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from summitry import __version__
from summitry.catalog import Catalog
from summitry.codec.files import read
from summitry.codec.lines import lines_of, nearest
from summitry.data import load
from summitry.errors import (
    DocumentError,
    FileError,
    InvalidValue,
    Problem,
    SummitryError,
    shorten,
)
from summitry.rules.places import Places
from summitry.rules.registry import RULES
from summitry.rules.rendering.annotations import annotations_of
from summitry.rules.rendering.parts import Part, split
from summitry.rules.rendering.plain import json_of
from summitry.rules.rendering.sarif import sarif_of
from summitry.rules.rendering.text import text_of
from summitry.rules.report import Report
from summitry.rules.selection import Selection


if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from summitry.values import Record


CLEAN, FOUND, UNUSABLE = 0, 1, 2
"""The exit statuses."""

_PROGRAM = "python -m summitry"
_UNPARSED = frozenset({"SMT101", "SMT109"})
"""The codes of texts of which nothing can be said but that they cannot be parsed."""

_REPEATED = "SMT108"
_MISSING = frozenset(rule.code for rule in RULES if rule.misses_records)
"""The codes of rules that miss a record, which a file that was not read may hold."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command, and return its exit status.

    Args:
        argv: What stands behind ``python -m summitry``; by default what was typed.

    Example:
        >>> main(["--version"])
        summitry ...
        0
    """
    for stream in (sys.stdout, sys.stderr):
        # What the encoding of a terminal does not have is shown as its number.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    status, output = _run(argv)
    try:
        print(output, end="\n" if output else "", flush=True)  # noqa: T201
    except OSError as error:
        _silence()
        # Who reads no further, such as head, has had enough; Windows calls it invalid.
        if not isinstance(error, BrokenPipeError) and error.errno != errno.EINVAL:
            _say(f"the report cannot be written: {error.strerror}")
            return UNUSABLE
    return status


def _run(argv: Sequence[str] | None) -> tuple[int, str]:
    """Return the exit status, and what is to be printed."""
    parser = _parser()
    try:
        options = parser.parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or CLEAN), ""
    if options.command is None:
        parser.print_help(sys.stderr)
        return UNUSABLE, ""
    return _check(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=_PROGRAM, description="Work with files of summitry."
    )
    parser.add_argument("--version", action="version", version=f"summitry {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    check = commands.add_parser(
        "check",
        help="find what is wrong in files",
        description="Find what is wrong in files, laid over the bundled catalogue.",
        epilog="The exit status is 0 if nothing was found, 1 if something was, and 2 if "
        "a file cannot be read at all.",
    )
    check.add_argument("files", nargs="+", metavar="FILE", help="a file, or tables")
    for name, what in (("--select", "the only ones to run"), ("--ignore", "not to run")):
        check.add_argument(
            name,
            action="extend",
            type=_words,
            metavar="CODES",
            help=f"codes of rules, or their beginnings, {what}; such as SMT3,SMT402",
        )
    check.add_argument(
        "--possible",
        action="store_true",
        help="report also what may be wrong, as partly known dates allow it",
    )
    check.add_argument(
        "--alone",
        action="store_true",
        help="check the files by themselves, without the bundled catalogue",
    )
    check.add_argument(
        "--output-format",
        choices=("text", "json", "sarif", "annotations"),
        default="text",
        help="how to show the problems: as text (by default), JSON, SARIF, or as "
        "annotations of GitHub",
    )
    return parser


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",")]


# -- checking ------------------------------------------------------------------------


class _File(NamedTuple):
    """A file that was read, or what is wrong with its form."""

    name: str
    catalog: Catalog | None
    problems: tuple[Problem, ...] = ()


def _check(options: argparse.Namespace) -> tuple[int, str]:
    chosen: dict[str, Any] = {"select": options.select, "ignore": options.ignore or ()}
    try:
        selection = Selection(RULES, **chosen)
    except InvalidValue as error:
        _say(str(error))
        return UNUSABLE, ""
    files: list[_File] = []
    failed = False
    for name in _distinct(options.files):
        try:
            files.append(_read(name))
        except SummitryError as error:
            _say(str(error))
            failed = True
    if not files:
        return UNUSABLE, ""
    catalogs = [file.catalog for file in files if file.catalog is not None]
    own = functools.reduce(operator.or_, catalogs, Catalog())
    whole = own if options.alone else load() | own
    report = whole.check(match="possible" if options.possible else "certain", **chosen)
    if catalogs and (failed or len(catalogs) < len(files)):
        report = report.filter(lambda problem: problem.code not in _MISSING)
        _say(
            "not every file could be read; nothing is said of what it may hold "
            f"({', '.join(sorted(_MISSING))})"
        )
    repeated = any(rule.code == _REPEATED for rule in selection.rules)
    more = _repeated(files) if repeated else {}
    parts = [
        part for file in files for part in _parts(file, _about(file, report, own, more))
    ]
    status = FOUND if any(len(part.report) for part in parts) else CLEAN
    return UNUSABLE if failed else status, _shown(parts, options.output_format)


def _distinct(names: Iterable[str]) -> Iterable[str]:
    """Return the names of files, without those of a file that was named before."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(os.path.realpath(name), name)
    return found.values()


def _read(name: str) -> _File:
    """Read a file, or find what is wrong with its form.

    Raises:
        SummitryError: it cannot be used at all.
    """
    try:
        return _File(name, read(name))
    except DocumentError as error:
        if all(problem.code in _UNPARSED for problem in error.problems):
            raise DocumentError(error.problems, source=shorten(name)) from None
        return _File(name, None, error.problems)


def _repeated(files: Iterable[_File]) -> dict[str, list[Problem]]:
    """Return, by file, a problem for each record that a file before has otherwise.

    The same record in two files is no fault: files that stand alone share their sources.
    """
    found: dict[str, list[Problem]] = {}
    seen: dict[tuple[Hashable, ...], tuple[str, str, Record]] = {}
    for file in files:
        if file.catalog is None:
            continue
        places = Places(file.catalog)
        for record in file.catalog:
            path = places.of(record)
            known = (file.name, path, record)
            first, there, other = seen.setdefault(record.identity(), known)
            if record != other:
                problem = Problem(
                    code=_REPEATED,
                    path=path,
                    message=(
                        f"the same {type(record).__name__} as {there} in {first}, "
                        "with other facts"
                    ),
                    value=shorten(record),
                    records=(record,),
                )
                found.setdefault(file.name, []).append(problem)
    return found


def _about(
    file: _File,
    report: Report,
    every: Catalog,
    more: dict[str, list[Problem]],
) -> Report:
    """Return what is about a file, with the lines where they are known.

    Args:
        file: The file.
        report: What was found in all of them.
        every: The records of all files.
        more: Further problems, by file.
    """
    if file.catalog is None:
        found = Report(file.problems, checked=0)
    else:
        own = file.catalog
        # What two files are about is said where it is to be changed.
        mine = report.filter(
            lambda problem: problem.records[0] in own or problem.records[0] not in every
        ).within(own)
        found = Report([*mine, *more.get(file.name, ())], checked=len(own))
    if all(problem.line is not None for problem in found):
        return found
    lines: dict[str, int] = {}
    with contextlib.suppress(FileError):  # it was there a moment ago
        lines = lines_of(file.name)
    return Report(
        (
            problem
            if problem.line is not None
            else problem._replace(line=nearest(lines, problem.path))
            for problem in found
        ),
        checked=found.checked,
    )


# -- showing -------------------------------------------------------------------------


def _parts(file: _File, report: Report) -> Iterator[Part]:
    """Yield what is about a file; of a folder, what is about each of its tables."""
    folder = Path(file.name)
    if not folder.is_dir():
        yield Part(file.name, report)
        return
    tables: dict[Path, list[Problem]] = {folder: []}
    for problem in report:
        table = folder / f"{split(problem.path)[0].partition('[')[0]}.csv"
        tables.setdefault(table if table.is_file() else folder, []).append(problem)
    for table, problems in tables.items():
        checked = report.checked if table == folder else 0
        yield Part(str(table), Report(problems, checked=checked))


def _shown(parts: Sequence[Part], form: str) -> str:
    if form == "json":
        return json_of(parts)
    if form == "sarif":
        return sarif_of(Part(_uri(str(part.file)), part.report) for part in parts)
    if form == "annotations":
        return annotations_of(Part(_local(str(part.file)), part.report) for part in parts)
    whole = Report(
        (problem for part in parts for problem in part.report),
        checked=sum(part.report.checked for part in parts),
    )
    return "\n\n".join(filter(None, (text_of(parts), whole.summary())))


def _local(name: str) -> str:
    """Return the path of a file from here, if it is beneath, with slashes."""
    path = Path(name)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return path.as_posix()


def _uri(name: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415 - for SARIF only

    local = _local(name)
    return (
        Path(local).as_uri() if Path(local).is_absolute() else quote(os.fsencode(local))
    )


def _say(message: str) -> None:
    """Say something on standard error."""
    shown = "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in message)
    print(f"{_PROGRAM} check: {shown}", file=sys.stderr)  # noqa: T201


def _silence() -> None:
    """Let Python not complain once more when it closes a broken standard output."""
    with contextlib.suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
