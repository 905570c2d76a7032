"""Documents as plain data: what every format is parsed into, and what records are made of.

This is the detailed path. A fast one may have read the document already; whatever that
does not take comes here, and leaves as a :class:`Document` or as every problem it has.
"""

from __future__ import annotations

import functools
import re

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from summitry.errors import DocumentError, Problem, shorten
from summitry.values.fields import kind_of

from .converter import make_converter
from .document import EDITORS_KEY, RECORD_TYPES, Document
from .problems import Code, problems_of, step
from .versions import migrate, version_problem


if TYPE_CHECKING:
    from cattrs import Converter


SHAPE = '{"summitry": 1, "summits": []}'
"""A document as short as one can be that shows what it is."""

_LAST_STEP = re.compile(r"(?:\.[^.\[\]]*|\[[0-9]+\]|\.'.*)$", re.DOTALL)


def _nowhere() -> Mapping[str, int]:
    return {}


@attrs.frozen
class Plain:
    """What a format's parser makes of a text.

    Attributes:
        value: The document: dicts, lists, texts, numbers.
        problems: What was wrong already, such as a key that stands twice.
        lines: Gives the line of each path, where a format has lines of its own; called
            only when there are problems to place.
    """

    value: Any
    problems: tuple[Problem, ...] = ()
    lines: Callable[[], Mapping[str, int]] = _nowhere


def structure(plain: Plain, *, source: str, distinct: bool = True) -> Document:
    """Make a document of plain data.

    Args:
        plain: The data, as a format's parser made it.
        source: What was read, for messages.
        distinct: Whether two records with the same identity are a problem.

    Raises:
        DocumentError: with every problem of the document and its path.
    """
    value = plain.value
    if not isinstance(value, dict):
        message = f"a document is an object such as {SHAPE}, not {shape_of(value)}"
        raise refused(Code.SHAPE, message, source)
    if isinstance(value.get(EDITORS_KEY), str):
        value = {key: held for key, held in value.items() if key != EDITORS_KEY}
    problem = version_problem(value)
    if problem is not None:
        raise DocumentError(_placed([*plain.problems, problem], plain), source=source)
    problems = list(plain.problems)
    document: Document | None = None
    try:
        document = converter().structure(migrate(value), Document)
    except Exception as error:  # noqa: BLE001 - unfolded into problems, none is lost
        problems += problems_of(error)
    if document is not None:
        problems += repeated_records(document) if distinct else ()
        if not problems:
            return document
    raise DocumentError(_placed(problems, plain), source=source)


def shape_of(value: object) -> str:
    """Say what a value is that should have been an object."""
    if value is None:
        return "null"
    return "an array" if isinstance(value, list) else kind_of(value)


def refused(
    code: Code, message: str, source: str, path: str = "$", line: int | None = None
) -> DocumentError:
    """Return the error of a document with one problem, for the caller to raise."""
    problem = Problem(code=code, path=path, message=message, line=line)
    return DocumentError([problem], source=source)


def repeated_key(path: str, name: str, line: int | None = None) -> Problem:
    """Return the problem of a key that stands twice in one object.

    Args:
        path: The object's path; empty for the document itself.
        name: The key.
        line: The line of its second appearance.
    """
    return Problem(
        code=Code.DUPLICATE_KEY,
        path=join(path, name),
        message=f"the key {shorten(name)} stands twice in one object",
        line=line,
    )


def join(path: str, name: str) -> str:
    """Return the path of a key of an object, which need be no name."""
    return f"{path}.{step(name)}" if path else step(name)


@functools.cache
def converter() -> Converter:
    """Return the converter that the library itself reads and writes with."""
    return make_converter()


def repeated_records(document: Document) -> Iterable[Problem]:
    """Yield a problem for each record whose identity another has before it."""
    for key in RECORD_TYPES:
        seen: dict[object, int] = {}
        for index, record in enumerate(getattr(document, key)):
            first = seen.setdefault(record.identity(), index)
            if first != index:
                message = f"the same {type(record).__name__} as {key}[{first}]"
                yield Problem(
                    code=Code.DUPLICATE_RECORD,
                    path=f"{key}[{index}]",
                    message=message,
                    value=shorten(record),
                )


def _placed(problems: list[Problem], plain: Plain) -> list[Problem]:
    """Give problems the lines of their paths, or of what encloses them."""
    lines = plain.lines()
    if not lines:
        return problems
    placed = []
    for problem in problems:
        path, line = problem.path, problem.line
        while line is None and path:
            line = lines.get(path)
            shorter = _LAST_STEP.sub("", path)
            path = shorter if shorter != path else ""
        placed.append(problem._replace(line=line))
    return sorted(placed, key=lambda problem: problem.line or 0)
