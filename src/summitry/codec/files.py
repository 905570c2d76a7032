"""Files and texts: which format they are in, read whole, written whole or not at all."""

from __future__ import annotations

import importlib

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, overload

from summitry.errors import DuplicateRecord, FileError, shorten
from summitry.values.fields import mistyped
from summitry.values.text import closest

from . import storage
from .limits import EXPANDED_AT_MOST


if TYPE_CHECKING:
    import os

    from pathlib import Path

    from summitry.catalog import Catalog

    from .document import Document


TextFormat: TypeAlias = Literal["json", "jsonl", "yaml", "toml"]
"""The formats that are text."""

BinaryFormat: TypeAlias = Literal["msgpack", "csv", "parquet"]
"""The formats that are bytes; as bytes, ``csv`` is a zip of its tables."""

Format: TypeAlias = Literal[TextFormat, BinaryFormat]
"""The name of a format."""

FORMATS: dict[str, Format] = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".toml": "toml",
    ".msgpack": "msgpack",
    ".csv": "csv",
    ".zip": "csv",
    ".parquet": "parquet",
}
"""The formats that are read and written, by suffix."""

_BINARY = ("msgpack", "csv", "parquet")


def loads(data: str | bytes, *, format: Format = "json") -> Catalog:  # noqa: A002
    """Read a catalogue from a text, or from the bytes of a file.

    Args:
        data: The document, as text or as bytes.
        format: The format that it is in.

    Raises:
        DocumentError: with every problem of the document, each with its path.
        WrongType: *data* is neither text nor bytes, or text where the format is bytes.
        FileError: there is no such format.
        MissingExtra: the format needs a package that is not installed.

    Example:
        >>> catalog = loads('{"summitry": 1, "organizations": ['
        ...                 '{"id": "NC", "name": "Nordic Council", "since": "1952"}]}')
        >>> catalog.organization("nordic council").since
        PartialDate('1952')
    """
    name = _known(format)
    if not isinstance(data, str | bytes):
        raise mistyped(data, "the text of a document")
    if isinstance(data, str):
        if name in _BINARY:
            raise mistyped(data, f"the bytes of a {name} document")
        data = _encoded(data)
    return _catalog(data, name, "the text given")


@overload
def dumps(catalog: Catalog, *, format: TextFormat = "json") -> str: ...
@overload
def dumps(catalog: Catalog, *, format: BinaryFormat) -> bytes: ...
def dumps(catalog: Catalog, *, format: Format = "json") -> str | bytes:  # noqa: A002
    """Write a catalogue as a text, or as the bytes of a file.

    Args:
        catalog: What to write.
        format: The format to write it in.

    Returns:
        Text; bytes for ``msgpack``, ``parquet`` and ``csv`` (a zip of its tables).

    Raises:
        WrongType: *catalog* is no catalogue.
        InvalidValue: a record is of a subclass, whose fields would be lost.
        FileError: there is no such format.
        MissingExtra: the format needs a package that is not installed.

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
        >>> print(dumps(nordic, format="jsonl"))
        {"type":"document","summitry":1}
        {"type":"organization","id":"NC","name":"Nordic Council"}
        <BLANKLINE>
    """
    name = _known(format)
    data: bytes = _module(name).dumps(_document(catalog))
    return data if name in _BINARY else data.decode()


def read(path: str | os.PathLike[str], *, format: Format | None = None) -> Catalog:  # noqa: A002
    """Read a catalogue from a file.

    The suffix says the format: ``.json``, ``.jsonl``, ``.yaml``, ``.toml``, ``.msgpack``,
    ``.parquet``; ``.csv`` is a folder of tables or one table, ``.zip`` such a folder in
    one file. Behind it may stand ``.gz`` or ``.zst``. Nothing in a file is executed,
    followed or fetched.

    Args:
        path: The file.
        format: By default what the suffix says.

    Raises:
        FileError: the file cannot be opened, or its format is not known.
        DocumentError: with every problem of the document, each with its path.
        MissingExtra: the format needs a package that is not installed.

    Example:
        >>> import summitry, tempfile, pathlib
        >>> folder = pathlib.Path(tempfile.mkdtemp())
        >>> summitry.write(summitry.Catalog(version="7"), folder / "mine.json")
        >>> summitry.read(folder / "mine.json").version
        '7'
    """
    file = storage.path_of(path)
    with storage.explained(file, "read"):
        is_folder = file.is_dir()
    if is_folder and format is None and not file.suffix:
        name: Format = "csv"
    else:
        name = format_of(file, format)
    source = str(file)
    document: Document
    if is_folder and name == "csv":
        document = _module("csv").loads_files(_tables(file), source=source)
        return document.catalog()
    data = storage.read_bytes(file)
    if name == "csv" and not data.startswith(ZIP):
        document = _module("csv").loads_table(data, name=file.name, source=source)
        return document.catalog()
    return _catalog(data, name, source)


def write(
    catalog: Catalog,
    path: str | os.PathLike[str],
    *,
    format: Format | None = None,  # noqa: A002
) -> None:
    r"""Write a catalogue to a file, whole or not at all.

    The file is written beside and put in its place at the end: what was there before
    stays whole until then. The suffixes are those of :func:`read`; ``.csv`` makes a
    folder with one table for each type of record. Such a folder takes two steps to
    exchange: a program killed between them leaves the old and the new one beside it,
    both whole, and neither in its place.

    Args:
        catalog: What to write.
        path: The file.
        format: By default what the suffix says.

    Raises:
        FileError: the file cannot be written, or its format is not known.
        WrongType: *catalog* is no catalogue.
        InvalidValue: a record is of a subclass, whose fields would be lost.
        MissingExtra: the format needs a package that is not installed.

    Example:
        >>> import summitry, tempfile, pathlib
        >>> file = pathlib.Path(tempfile.mkdtemp()) / "mine.json"
        >>> summitry.write(summitry.Catalog(), file)
        >>> file.read_text(encoding="utf-8")[:15]
        '{\n"summitry": 1'
    """
    file = storage.path_of(path)
    name = format_of(file, format)
    module, document = _module(name), _document(catalog)
    if name == "csv" and file.suffix.lower() != ".zip":
        storage.replace_folder(file, module.dumps_files(document))
    else:
        storage.replace(file, module.dumps(document))


def format_of(file: Path, name: str | None = None) -> Format:
    """Return the format of a file: the one that is given, or what its suffix says.

    Raises:
        FileError: there is no such format.
    """
    if name is not None:
        return _known(name)
    found = FORMATS.get(storage.format_suffix(file))
    if found is None:
        expected = f"known formats are {_NAMES} (or give format=)"
        raise storage.no_format(file, FORMATS, expected)
    return found


_NAMES = ", ".join(sorted(set(FORMATS.values())))
ZIP = b"PK\x03\x04"
"""What a zip file begins with."""


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        from .plain import refused  # noqa: PLC0415 - only to explain
        from .problems import Code  # noqa: PLC0415

        message = f"character {error.start} is half of one, an unpaired surrogate"
        raise refused(Code.SYNTAX, message, "the text given") from None


def _known(name: str) -> Format:
    for known in FORMATS.values():
        if name == known:
            return known
    near = closest(name, set(FORMATS.values()), most=1) if isinstance(name, str) else []
    hint = f"did you mean {near[0]}? " if near else ""
    message = f"{shorten(name)} is no known format; {hint}known are {_NAMES}"
    raise FileError(message)


def _module(name: Format) -> Any:
    """Return the module of a format: what one needs, the others need not load."""
    return importlib.import_module(f"summitry.codec.formats.{name}")


def _catalog(data: bytes, name: Format, source: str) -> Catalog:
    module = _module(name)
    decode = getattr(module, "decode", None)
    document: Document | None = None if decode is None else decode(data)
    if document is not None:
        try:
            return document.catalog()
        except DuplicateRecord:
            pass  # explained, with both places, by the detailed path
    detailed: Document = module.loads(data, source=source)
    return detailed.catalog()


def _document(catalog: Catalog) -> Document:
    from summitry.catalog import Catalog  # noqa: PLC0415 - loading needs no files

    from .document import Document  # noqa: PLC0415

    if not isinstance(catalog, Catalog):
        raise mistyped(catalog, "a Catalog")
    return Document.of(catalog)


def _tables(folder: Path) -> dict[str, bytes]:
    """Return the tables in a folder and what describes them, each a plain file of it."""
    found: dict[str, bytes] = {}
    left = EXPANDED_AT_MOST
    with storage.explained(folder, "read"):
        for file in sorted(folder.iterdir()):
            if file.suffix.lower() != ".csv" and file.name != storage.MANIFEST:
                continue
            if file.is_symlink() and folder.resolve() not in file.resolve().parents:
                message = f"{shorten(file.name)} is a link that leaves the folder"
                raise ValueError(message)
            with file.open("rb") as stream:
                found[file.name] = stream.read(left + 1)
            left -= len(found[file.name])
            if left < 0:
                message = f"its tables hold more than {EXPANDED_AT_MOST:,} bytes"
                raise ValueError(message)
    return found
