"""Records one after another, in the memory that a few take: JSON Lines, streamed."""

from __future__ import annotations

import re
import sys

from collections import Counter
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import islice
from typing import IO, TYPE_CHECKING, cast

from summitry.errors import DocumentError, FileError, shorten_path
from summitry.values.fields import items, optional_date, optional_text

from . import storage
from .document import RECORD_TYPES, SCHEMA_VERSION, Document
from .files import Format, format_of, read
from .limits import LONGEST_LINE
from .progress import bar


if TYPE_CHECKING:
    import os

    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from summitry.errors import Problem
    from summitry.model import Record
    from summitry.values import DateLike


_BLOCK = 1 << 15  # of more, the collector would look through the records of each
_BATCH = 1000
_WORTH_A_BAR = 1 << 25


def iter_records(
    path: str | os.PathLike[str],
    *,
    format: Format | None = None,  # noqa: A002
    progress: bool | None = None,
) -> Iterator[Record]:
    """Yield the records of a file one after another.

    JSON Lines, compressed or not, are read as a stream: a file of any size takes the
    memory of a few records. What is wrong is found in stretches of about a hundred lines,
    and all of a stretch told at once. Two records with the same identity are not
    noticed: that would take the memory of all. Other formats are read whole.

    Args:
        path: The file.
        format: By default what the suffix says, as for :func:`~summitry.read`.
        progress: Whether to show a bar; by default for a long file, in a terminal or a
            notebook, if tqdm is installed.

    Raises:
        FileError: the file cannot be opened, or its format is not known.
        DocumentError: with the problems of the first stretch that has any.
        MissingExtra: a bar is asked for and tqdm is not installed.

    Example:
        >>> import summitry, tempfile, pathlib
        >>> file = pathlib.Path(tempfile.mkdtemp()) / "world.jsonl.gz"
        >>> summitry.write(summitry.load(), file)
        >>> held = sum(isinstance(record, summitry.Summit) for record in iter_records(file))
        >>> held == len(summitry.load().summits)
        True
    """
    file = storage.path_of(path)
    if format_of(file, format) != "jsonl":
        return iter(read(file, format=format))
    return _stream(file, progress)


def write_records(
    records: Iterable[Record],
    path: str | os.PathLike[str],
    *,
    version: str | None = None,
    as_of: DateLike | None = None,
) -> int:
    """Write records one after another as JSON Lines, in the memory that a few take.

    The file is put in its place at the end, whole or not at all; if what gives the
    records raises, what was there stays.

    Args:
        records: Records of any of the nouns, perhaps made on the way.
        path: The file: ``.jsonl``, perhaps with ``.gz`` or ``.zst``.
        version: The version of the data.
        as_of: The date as of which what has no end still holds.

    Returns:
        How many records were written.

    Raises:
        FileError: the file cannot be written, or is not to be JSON Lines.
        WrongType: something is no record of a catalogue.

    Example:
        >>> import summitry, tempfile, pathlib
        >>> file = pathlib.Path(tempfile.mkdtemp()) / "spells.jsonl"
        >>> codes = ("AZE", "KAZ")
        >>> write_records((summitry.MemberState(organization="LAKES", state=code)
        ...                for code in codes), file)
        2
        >>> summitry.read(file).memberships.states
        ('AZE', 'KAZ')
    """
    from .formats import jsonl  # noqa: PLC0415
    from .strict import encode_header  # noqa: PLC0415

    file = storage.path_of(path)
    found = format_of(file)
    if found != "jsonl":
        message = (
            f"records are streamed to JSON Lines (.jsonl), not to {found}; see write()"
        )
        raise FileError(message)
    header = Document(
        summitry=SCHEMA_VERSION,
        version=optional_text(version),
        as_of=optional_date(as_of),
    )
    written = 0
    given = iter(items(records, "records"))
    with storage.replacing(file) as put:
        put(encode_header(header))
        while batch := list(islice(given, _BATCH)):
            put(jsonl.encode(batch))
            written += len(batch)
    return written


def _stream(file: Path, progress: bool | None) -> Iterator[Record]:  # noqa: FBT001
    from .formats import jsonl  # noqa: PLC0415 - cattrs is needed only to read and write
    from .plain import structure  # noqa: PLC0415
    from .strict import decode_lines  # noqa: PLC0415

    source = str(file)
    counts: Counter[type[Record]] = Counter()
    number = 0
    version: int | None = None  # that of the header, once it was seen
    for lines in _stretches(file, progress):
        if version is None and not lines.strip():
            number += lines.count(b"\n")
            continue
        found = None
        if version in (None, SCHEMA_VERSION):
            found = decode_lines(jsonl.normal(lines), jsonl.repeats)
        if found is not None and (found.header is not None) == (version is None):
            records, version = found.records, SCHEMA_VERSION
        else:
            plain = jsonl.Reader(source, before=number, version=version).read(lines)
            version = plain.value.get("summitry")
            try:
                document = structure(plain, source=source, distinct=False)
            except DocumentError as error:
                problems = [_counted(problem, counts) for problem in error.problems]
                raise DocumentError(problems, source=source) from None
            records = list(document.records())
        yield from records
        counts.update(map(type, records))
        number += lines.count(b"\n")
    if version is None:
        jsonl.loads(b"", source=source)  # which says that it is empty


def _stretches(file: Path, progress: bool | None) -> Iterator[bytes]:  # noqa: FBT001
    """Yield the lines of a file, some hundred at a time."""
    with (
        storage.explained(file, "read"),
        _bar(file, progress) as watch,
        storage.open_stream(file, watch) as stream,
    ):
        begun: list[bytes] = []
        length = 0
        while block := stream.read(_BLOCK):
            cut = block.rfind(b"\n") + 1
            if cut:
                yield b"".join((*begun, block[:cut]))
                begun, length = [], 0
            begun.append(block[cut:])
            length += len(block) - cut
            if length > LONGEST_LINE:
                message = (
                    f"{shorten_path(file)} cannot be read: a line has more than "
                    f"{LONGEST_LINE:,} bytes"
                )
                raise FileError(message)
        if length:
            yield b"".join((*begun, b"\n"))


def _counted(problem: Problem, counts: Counter[type[Record]]) -> Problem:
    """Let the path of a problem count the records of the whole file."""

    def count(found: re.Match[str]) -> str:
        before = counts[RECORD_TYPES[found[1]]]
        return f"{found[1]}[{int(found[2]) + before}]"

    lists = "|".join(RECORD_TYPES)
    return problem._replace(path=re.sub(rf"^({lists})\[(\d+)\]", count, problem.path))


@contextmanager
def _bar(
    file: Path,
    progress: bool | None,  # noqa: FBT001
) -> Iterator[Callable[[IO[bytes]], IO[bytes]] | None]:
    """Show how far reading a file has come, where somebody looks."""
    size = file.stat().st_size
    if progress is None:
        progress = (
            size >= _WORTH_A_BAR and _is_watched() and find_spec("tqdm") is not None
        )
    if not progress:
        yield None
        return
    shown = bar(size, unit="B", unit_scale=True, desc=file.name, leave=False)
    from tqdm.utils import CallbackIOWrapper  # noqa: PLC0415 - it is there

    with shown:
        yield lambda stream: cast(
            "IO[bytes]", CallbackIOWrapper(shown.update, stream, "read")
        )


def _is_watched() -> bool:
    # A program without a console has no standard error at all.
    in_terminal = sys.stderr is not None and sys.stderr.isatty()
    return in_terminal or "ipykernel" in sys.modules
