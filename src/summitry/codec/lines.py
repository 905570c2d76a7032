"""On which line of a file each record stands: for reports, which editors open by it."""

from __future__ import annotations

import json
import re

from collections import Counter
from typing import TYPE_CHECKING, Any

from summitry.errors import DocumentError

from . import storage
from .document import RECORD_TYPES
from .files import ZIP, Format, format_of


if TYPE_CHECKING:
    import os

    from collections.abc import Callable, Mapping
    from pathlib import Path


_BETWEEN = re.compile(r"[\s,]*+")
_KEY = re.compile(r'"((?:[^"\\]|\\.)*+)"\s*+:\s*+', re.DOTALL)
_LISTS_AT = 2
"""How deep the records of a document are: what is above them is walked, not parsed."""


def lines_of(
    path: str | os.PathLike[str],
    *,
    format: Format | None = None,  # noqa: A002
) -> dict[str, int]:
    """Return the lines, from 1 on, on which the records of a file begin.

    Of JSON and YAML also what is within a record of several lines is given. It takes as
    long as reading the file, and is for where a report is shown.

    Args:
        path: The file, compressed or not, or a folder of tables.
        format: By default what the suffix says, as for :func:`~summitry.read`.

    Returns:
        The line of each path, such as ``member_states[12]``. A record of a table has the
        line in its own table. Empty for the formats that are bytes, and for what cannot
        be parsed.

    Raises:
        FileError: the file cannot be opened, or its format is not known.
        MissingExtra: the format needs a package that is not installed.

    Example:
        >>> import summitry, tempfile, pathlib
        >>> file = pathlib.Path(tempfile.mkdtemp()) / "mine.json"
        >>> body = summitry.Organization(id="NC", name="Nordic Council")
        >>> summitry.write(summitry.Catalog([body]), file)
        >>> lines_of(file)["organizations[0]"]
        4
    """
    file = storage.path_of(path)
    with storage.explained(file, "read"):
        is_folder = file.is_dir()
    if is_folder and format is None and not file.suffix:
        name: Format = "csv"
    else:
        name = format_of(file, format)
    if is_folder and name == "csv":
        return _of_folder(file)
    find = _FINDERS.get(name)
    if find is None:
        return {}
    data = storage.read_bytes(file)
    try:
        return find(data, file.name)
    except DocumentError:
        return {}


def nearest(lines: Mapping[str, int], path: str) -> int | None:
    """Return the line of a path, or of the nearest thing that encloses it.

    Example:
        >>> nearest({"summits[0]": 14}, "summits[0].delegations[1].state")
        14
    """
    while path and path not in lines:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return lines.get(path)


# -- JSON ----------------------------------------------------------------------------


def _of_json(data: bytes, name: str) -> dict[str, int]:
    from .formats.json import decode_text  # noqa: PLC0415

    walk = _Walk(decode_text(data, name))
    try:
        walk.value("", 0, 0)
    except (ValueError, LookupError, RecursionError):
        return {}  # no JSON, whatever it is
    return walk.found.lines


class _Walk:
    """A walk through good JSON, by the places in its text.

    Args:
        text: The document.
    """

    def __init__(self, text: str) -> None:
        self.found = _Found(text)
        self._text = text
        self._parse = json.JSONDecoder().raw_decode

    def value(self, path: str, start: int, depth: int) -> int:
        """Note what is within a value that has several lines, and return its end."""
        start = self._after_blanks(start)
        first = self._text[start]
        if first not in "{[":
            return self._parse(self._text, start)[1]
        if depth >= _LISTS_AT:
            _, end = self._parse(self._text, start)
            if self._text.find("\n", start, end) < 0:
                return end
        if first == "{":
            return self._object(path, start + 1, depth + 1)
        return self._array(path, start + 1, depth + 1)

    def _object(self, path: str, at: int, depth: int) -> int:
        from .plain import join  # noqa: PLC0415

        while self._text[at := self._after_blanks(at)] != "}":
            key = _KEY.match(self._text, at)
            if key is None:
                message = "an object has keys"
                raise ValueError(message)
            name = key[1] if "\\" not in key[1] else json.loads(f'"{key[1]}"')
            inner = join(path, name)
            self.found.note(inner, at)
            at = self.value(inner, key.end(), depth)
        return at + 1

    def _array(self, path: str, at: int, depth: int) -> int:
        index = 0
        while self._text[at := self._after_blanks(at)] != "]":
            inner = f"{path}[{index}]"
            self.found.note(inner, at)
            at = self.value(inner, at, depth)
            index += 1
        return at + 1

    def _after_blanks(self, at: int) -> int:
        found = _BETWEEN.match(self._text, at)
        return at if found is None else found.end()


# -- the others ----------------------------------------------------------------------


def _of_lines(data: bytes, name: str) -> dict[str, int]:
    from .formats.jsonl import Reader  # noqa: PLC0415

    return dict(Reader(name).read(data).lines())


def _of_yaml(data: bytes, name: str) -> dict[str, int]:
    from .formats.json import decode_text  # noqa: PLC0415
    from .formats.yaml import build  # noqa: PLC0415

    return build(decode_text(data, name), name, lined=True).lines


_TOML = re.compile(
    r"""
    ^[ \t]*\[\[[ \t]*(?P<table>[\w-]+)[ \t]*\]\][ \t]*$  # [[member_states]]
    | ^[ \t]*(?P<list>[\w-]+)[ \t]*=[ \t]*\[             # member_states = [
    | (?P<bracket>[\[\]{}])
    """,
    re.MULTILINE | re.VERBOSE | re.ASCII,
)


def _of_toml(data: bytes, name: str) -> dict[str, int]:
    from .formats.json import decode_text  # noqa: PLC0415
    from .formats.toml import OPAQUE  # noqa: PLC0415

    text = OPAQUE.sub(_blank, decode_text(data, name).replace("\r\n", "\n"))
    found = _Found(text)
    open_list: str | None = None  # the list of the document that is being walked
    depth = 0
    in_tables = False  # where what looks like a list of the document is a field
    for token in _TOML.finditer(text):
        kind = token.lastgroup
        if depth == 0 and kind == "table":
            found.add(token["table"], token.start("table"))
            in_tables = True
        elif kind == "list":
            if depth == 0:
                open_list = None if in_tables else token["list"]
            depth += 1
        elif kind == "bracket" and token["bracket"] in "]}":
            depth -= 1
        elif kind == "bracket":
            if depth == 0:
                in_tables, open_list = True, None
            elif depth == 1 and open_list is not None:
                found.add(open_list, token.start())
            depth += 1
    return found.lines


def _blank(found: re.Match[str]) -> str:
    """Return a text or a comment as blanks, with its line ends."""
    return re.sub(r"[^\n]", " ", found[0])


class _Found:
    """Records, counted by their lists as they are found in a text from top to bottom."""

    def __init__(self, text: str) -> None:
        self.lines: dict[str, int] = {}
        self._text = text
        self._counts: Counter[str] = Counter()
        self._seen = 0
        self._line = 1

    def add(self, key: str, at: int) -> None:
        """Note a record of a list."""
        self.note(f"{key}[{self._counts[key]}]", at)
        self._counts[key] += 1

    def note(self, path: str, at: int) -> None:
        """Note the line of a path, which is not before what was noted last."""
        self._line += self._text.count("\n", self._seen, at)
        self._seen = at
        self.lines[path] = self._line


def _of_csv(data: bytes, name: str) -> dict[str, int]:
    if data.startswith(ZIP):
        return {}
    key = name.partition(".")[0]
    return _of_table(data, key if key in RECORD_TYPES else None, name)


def _of_folder(folder: Path) -> dict[str, int]:
    found: dict[str, int] = {}
    for key in RECORD_TYPES:
        table = folder / f"{key}.csv"
        if table.is_file():
            found |= _of_table(storage.read_bytes(table), key, table.name)
    return found


def _of_table(data: bytes, key: str | None, name: str) -> dict[str, int]:
    from .formats.csv import Table  # noqa: PLC0415
    from .tables.rows import Rows  # noqa: PLC0415

    lines: dict[str, int] = {}

    class Lined(Rows):
        """Rows of which the lines are wanted, and nothing else."""

        def take(self, kind: object, row: dict[str, Any], place: int | str) -> str | None:
            path = super().take(kind, row, place)
            if path is not None and isinstance(place, int):
                lines[path] = place
            return path

    Table(key, Lined(name), name).read(data)
    return lines


_FINDERS: dict[str, Callable[[bytes, str], dict[str, int]]] = {
    "json": _of_json,
    "jsonl": _of_lines,
    "yaml": _of_yaml,
    "toml": _of_toml,
    "csv": _of_csv,
}
