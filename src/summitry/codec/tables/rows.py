"""Rows of tables, sorted into the lists of a document: what Arrow and CSV are read into."""

from __future__ import annotations

import re

from typing import TYPE_CHECKING, Any

import msgspec

from summitry.codec import strict
from summitry.codec.document import LIST_OF, RECORD_TYPES, SCHEMA_VERSION, Document
from summitry.codec.plain import Plain, structure
from summitry.codec.problems import Code
from summitry.errors import DocumentError, Problem, shorten
from summitry.values.decoding import collector_paused
from summitry.values.text import closest

from .columns import TYPE


if TYPE_CHECKING:
    from collections.abc import Mapping


FACTS = ("summitry", "version", "as_of")
"""What a document says of the whole; tables say it in their metadata."""

KNOWN = ", ".join(LIST_OF)
"""The types of record."""


_LISTS = tuple(RECORD_TYPES)
_STEP = re.compile(r"[.\[]")
_SHOWN = 160
"""How many characters of a foreign error's message ours repeats."""


def reason_of(error: Exception) -> str:
    """Return what a foreign error says, in one line that is short enough for a message."""
    text = " ".join(str(error).split())
    shown = "".join(c for c in text[: _SHOWN + 1] if c.isprintable())
    cut = f"{shown[:_SHOWN]}…" if len(shown) > _SHOWN else shown
    return cut or type(error).__name__


class Rows:
    """Collects what tables hold, and every problem on the way.

    Args:
        source: What is read, for messages.
    """

    def __init__(self, source: str) -> None:
        self.problems: list[Problem] = []
        self._source = source
        self._facts: dict[str, Any] = {}
        self._lists: dict[str, list[dict[str, Any]]] = {}
        self._lines: dict[str, list[int]] = {}
        self._spoilt: set[str] = set()
        self._foreign = False

    def take(self, kind: object, row: dict[str, Any], place: int | str) -> str | None:
        """Take one row.

        Args:
            kind: What it says of its type.
            row: Its fields as plain data, without those that are absent.
            place: Its line in a file, or words for where it stands.

        Returns:
            The path of the record, as in a JSON document; ``None`` where there is no
            such type, which is a problem.
        """
        key = LIST_OF.get(kind) if isinstance(kind, str) else None
        if key is None:
            self._untyped(kind, place)
            return None
        rows = self._lists.setdefault(key, [])
        rows.append(row)
        if isinstance(place, int):
            self._lines.setdefault(key, []).append(place)
        return f"{key}[{len(rows) - 1}]"

    def say(self, facts: Mapping[str, Any]) -> None:
        """Take what a table says of the whole; two that differ are a problem."""
        for key in FACTS:
            if key not in facts:
                continue
            value = facts[key]
            if self._facts.setdefault(key, value) != value:
                message = (
                    f"one table says {shorten(self._facts[key])} and another "
                    f"{shorten(value)}; say which is meant"
                )
                self.wrong(Code.VALUE, key, message, value)

    def insist(self, facts: Mapping[str, Any]) -> None:
        """Let facts stand, whatever the tables say."""
        self._facts.update(facts)
        self.problems = [p for p in self.problems if p.path not in facts]

    def wrong(
        self,
        code: Code,
        path: str,
        message: str,
        value: object = None,
        line: int | None = None,
    ) -> None:
        """Note a problem."""
        shown = None if value is None else shorten(value)
        self.problems.append(Problem(code, path, message, shown, line))

    def spoil(self, path: str) -> None:
        """Let nothing more be said of what is at a path or within.

        It could not be read, which is a problem already; what is made of the rest of it
        would be found wrong for that alone.
        """
        self._spoilt.add(path)

    def doubt(self) -> None:
        """Say that there are values that JSON does not have, so that each is looked at."""
        self._foreign = True

    def document(self) -> Document:
        """Return the document.

        Raises:
            DocumentError: with every problem.
        """
        value = {"summitry": SCHEMA_VERSION, **self._facts, **self._lists}
        if not self.problems and not self._foreign:
            good = _if_good(value)
            if good is not None:
                return good
        problems = list(self.problems)
        try:
            document = structure(Plain(value, lines=self._all_lines), source=self._source)
        except DocumentError as error:
            problems += [p for p in error.problems if not self._is_spoilt(p.path)]
        else:
            if not problems:
                return document
        raise DocumentError(sorted(problems, key=_place), source=self._source)

    def _untyped(self, kind: object, place: int | str) -> None:
        line = place if isinstance(place, int) else None
        where = "" if line is not None else f"{place}: "
        if kind is None:
            message = f"{where}missing; each row says its type, one of {KNOWN}"
            self.wrong(Code.MISSING_FIELD, TYPE, message, line=line)
            return
        near = closest(kind, LIST_OF, most=1) if isinstance(kind, str) else []
        hint = f"did you mean {near[0]}?" if near else f"expected {KNOWN}"
        message = f"{where}{shorten(kind)} is no type of record; {hint}"
        self.wrong(Code.VALUE, TYPE, message, kind, line)

    def _is_spoilt(self, path: str) -> bool:
        while path and path not in self._spoilt:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return bool(path)

    def _all_lines(self) -> dict[str, int]:
        return {
            f"{key}[{index}]": line
            for key, lines in self._lines.items()
            for index, line in enumerate(lines)
        }


def _place(problem: Problem) -> tuple[int, int]:
    """Return what a problem sorts by: its list, and its line there."""
    key = _STEP.split(problem.path, maxsplit=1)[0]
    place = _LISTS.index(key) if key in _LISTS else -1
    return place, problem.line or 0


def _if_good(value: dict[str, Any]) -> Document | None:
    """Return a document by the fast path, if it is good."""
    try:
        data = msgspec.json.encode(value)
    except (ValueError, OverflowError, RecursionError):
        return None  # half a character, an immense number, lists without end
    document = strict.decode_json(data, lambda _: False)  # a dict has no key twice
    if document is None:
        return None
    with collector_paused():
        identities = {record.identity() for record in document.records()}
    count = sum(1 for _ in document.records())
    return document if len(identities) == count else None
