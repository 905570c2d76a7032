"""Files: read whole, written whole or not at all."""

from __future__ import annotations

import contextlib
import os

from typing import TYPE_CHECKING

from summitry.errors import FileError, shorten
from summitry.values.fields import mistyped
from summitry.values.text import closest


if TYPE_CHECKING:
    from pathlib import Path

    from summitry.catalog import Catalog


FORMATS = {".json": "json"}
"""The formats that are read and written, by suffix."""


def loads(data: str | bytes) -> Catalog:
    """Read a catalogue from the text of a JSON document.

    Args:
        data: The document, as text or as UTF-8 bytes.

    Raises:
        DocumentError: with every problem of the document, each with its path.
        WrongType: *data* is neither text nor bytes.

    Example:
        >>> catalog = loads('{"summitry": 1, "organizations": ['
        ...                 '{"id": "NC", "name": "Nordic Council", "since": "1952"}]}')
        >>> catalog.organization("nordic council").since
        PartialDate('1952')
    """
    from . import json  # noqa: PLC0415 - cattrs is needed only to read and write

    if not isinstance(data, str | bytes):
        raise mistyped(data, "the text of a document")
    return json.loads(data, source="the text given")


def dumps(catalog: Catalog) -> str:
    """Write a catalogue as the text of a JSON document, one record a line.

    Args:
        catalog: What to write.

    Raises:
        WrongType: *catalog* is no catalogue.

    Example:
        >>> import summitry
        >>> nordic = summitry.Catalog([summitry.Organization(id="NC", name="Nordic Council")])
        >>> print(dumps(nordic))
        {
        "summitry": 1,
        "organizations": [
        {"id": "NC", "name": "Nordic Council"}
        ]
        }
        <BLANKLINE>
    """
    from . import json  # noqa: PLC0415 - cattrs is needed only to read and write

    return json.dumps(_catalog(catalog))


def read(path: str | os.PathLike[str], *, format: str | None = None) -> Catalog:  # noqa: A002
    """Read a catalogue from a file.

    Nothing in the file is executed, followed or fetched.

    Args:
        path: The file.
        format: ``"json"``; by default what the suffix says.

    Raises:
        FileError: the file cannot be opened, or its format is not known.
        DocumentError: with every problem of the document, each with its path.

    Example:
        >>> import summitry, tempfile, pathlib
        >>> folder = pathlib.Path(tempfile.mkdtemp())
        >>> summitry.write(summitry.Catalog(version="7"), folder / "mine.json")
        >>> summitry.read(folder / "mine.json").version
        '7'
    """
    from . import json  # noqa: PLC0415 - cattrs is needed only to read and write

    file = _path(path)
    _format(file, format)
    try:
        data = file.read_bytes()
    except (OSError, ValueError) as error:
        raise _unopened(file, error, "read") from None
    return json.loads(data, source=str(file))


def write(
    catalog: Catalog,
    path: str | os.PathLike[str],
    *,
    format: str | None = None,  # noqa: A002
) -> None:
    r"""Write a catalogue to a file, whole or not at all.

    The text is written beside the file and put in its place at the end: what was there
    before stays whole until then.

    Args:
        catalog: What to write.
        path: The file.
        format: ``"json"``; by default what the suffix says.

    Raises:
        FileError: the file cannot be written, or its format is not known.
        WrongType: *catalog* is no catalogue.

    Example:
        >>> import summitry, tempfile, pathlib
        >>> file = pathlib.Path(tempfile.mkdtemp()) / "mine.json"
        >>> summitry.write(summitry.Catalog(), file)
        >>> file.read_text(encoding="utf-8")[:15]
        '{\n"summitry": 1'
    """
    file = _path(path)
    _format(file, format)
    data = dumps(catalog).encode()
    try:
        _replace(file.resolve(), data)
    except (OSError, ValueError, RuntimeError) as error:
        raise _unopened(file, error, "written") from None


def _replace(file: Path, data: bytes) -> None:
    """Put new bytes in the place of a file, keeping its permissions."""
    mode = None
    if file.exists():
        if not file.is_file():
            message = "not a plain file"
            raise ValueError(message)
        mode = file.stat().st_mode & 0o7777
    beside = file.parent / f".summitry-{os.urandom(6).hex()}.tmp"
    try:
        with beside.open("xb") as stream:
            if mode is not None:
                beside.chmod(mode)
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(file)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def _catalog(value: Catalog) -> Catalog:
    from summitry.catalog import Catalog  # noqa: PLC0415 - named for the check only

    if not isinstance(value, Catalog):
        raise mistyped(value, "a Catalog")
    return value


def _path(path: str | os.PathLike[str]) -> Path:
    from pathlib import Path  # noqa: PLC0415 - loading the bundled catalogue needs none

    name = os.fspath(path) if isinstance(path, str | os.PathLike) else None
    if not isinstance(name, str) or not name:
        raise mistyped(path, "the path of a file")
    return Path(name)


def _format(file: Path, name: str | None) -> str:
    known = ", ".join(sorted(FORMATS.values()))
    if name is None:
        found = FORMATS.get(file.suffix.lower())
        if found is None:
            suffix = f"the suffix {file.suffix!r}" if file.suffix else "no suffix"
            message = f"{file} has {suffix}; known formats are {known} (or give format=)"
            raise FileError(message)
        return found
    if name not in FORMATS.values():
        message = f"{shorten(name)} is no known format; known are {known}"
        raise FileError(message)
    return name


def _unopened(file: Path, error: Exception, done: str) -> FileError:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    hint = ""
    if isinstance(error, FileNotFoundError) and file.parent.is_dir() and done == "read":
        near = closest(file.name, (other.name for other in file.parent.iterdir()), most=1)
        hint = f"; did you mean {near[0]}?" if near else ""
    return FileError(f"{shorten(str(file))} cannot be {done}: {reason}{hint}")
