"""What can be wrong with the form of a document, and saying all of it at once."""

from __future__ import annotations

import enum
import re

from typing import TYPE_CHECKING, Any

import attrs

from cattrs.errors import (
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
)

from summitry.errors import (
    InvalidDate,
    InvalidPeriod,
    InvalidValue,
    NotFound,
    Problem,
    WrongType,
    shorten,
)
from summitry.values.text import closest, with_article


if TYPE_CHECKING:
    from collections.abc import Iterator


_INDEX = re.compile(r"\[[0-9]+\]$", re.ASCII)


class Code(enum.StrEnum):
    """The codes of problems of form."""

    SYNTAX = "SMT101"
    """The text is not JSON, is cut off, or is nested beyond reason."""
    SHAPE = "SMT102"
    """A value is of another type than the field takes."""
    UNKNOWN_FIELD = "SMT103"
    """A key that no field has."""
    MISSING_FIELD = "SMT104"
    """A field that must be there is not."""
    VALUE = "SMT105"
    """A value that the field cannot take."""
    UNKNOWN_STATE = "SMT106"
    """A code that no state has."""
    DATE = "SMT107"
    """A date that does not exist, or a period that ends before it begins."""
    DUPLICATE_RECORD = "SMT108"
    """Two records with the same identity."""
    SCHEMA_VERSION = "SMT109"
    """A version of the document's shape that this release does not read."""
    DUPLICATE_KEY = "SMT110"
    """A key that stands twice in one object, so that one value would be lost."""


_LONGEST = 80
"""How long a name is shown whole."""


def step(name: str) -> str:
    """Return a key as a path shows it: a name as it is, anything else quoted or cut.

    Example:
        >>> step("since"), step("since when")
        ('since', "'since when'")
    """
    if len(name) <= _LONGEST and name.isidentifier():
        return name
    return shorten(name)


def problems_of(error: Exception, path: str = "") -> Iterator[Problem]:
    """Unfold an error of structuring into problems, each with its path.

    Args:
        error: What cattrs, or a converter of ours, raised. Anything else is a fault of
            the library, and is raised again rather than blamed on the document.
        path: Where in the document it was raised.
    """
    plain: list[Exception]
    if isinstance(error, IterableValidationError):
        indexed, plain = error.group_exceptions()
        for inner, at in indexed:
            yield from problems_of(inner, f"{path}[{at.index}]")
    elif isinstance(error, ClassValidationError):
        named, plain = error.group_exceptions()
        for inner, field in named:
            if isinstance(inner, KeyError):
                yield _missing(field.name, error.cl, path)
            else:
                yield from problems_of(inner, _join(path, field.name))
    else:
        plain = [error]
    for inner in plain:
        if isinstance(inner, ForbiddenExtraKeysError):
            yield from _unknown(inner, path)
        elif inner is error:
            yield _problem(inner, path)
        else:
            yield from problems_of(inner, path)


def _missing(name: str, kind: type, path: str) -> Problem:
    message = f"missing; {with_article(kind.__name__)} needs {name}"
    return Problem(code=Code.MISSING_FIELD, path=_join(path, name), message=message)


def _unknown(error: ForbiddenExtraKeysError, path: str) -> Iterator[Problem]:
    known = [field.name for field in attrs.fields(error.cl)]
    for name in sorted(error.extra_fields):
        near = closest(name, known, most=1)
        hint = f"did you mean {near[0]}?" if near else f"it has {', '.join(known)}"
        message = f"{with_article(error.cl.__name__)} has no such field; {hint}"
        yield Problem(
            code=Code.UNKNOWN_FIELD,
            path=_join(path, step(name)),
            message=message,
        )


def _problem(error: Exception, path: str) -> Problem:
    value: Any = None
    if isinstance(error, InvalidValue):
        value, message = error.value, error.explanation
        # A check of several fields at once knows its field where cattrs does not.
        here = _INDEX.sub("", path)
        if error.field and not here.endswith(error.field):
            path = _join(path, error.field)
    elif isinstance(error, NotFound):
        value, message = error.query, error.explanation
    else:
        raise error
    return Problem(
        code=_code(error),
        path=path or "$",
        message=message,
        value=None if value is None else shorten(value),
    )


def _code(error: Exception) -> Code:
    if isinstance(error, NotFound):
        return Code.UNKNOWN_STATE
    if isinstance(error, InvalidDate | InvalidPeriod):
        return Code.DATE
    return Code.SHAPE if isinstance(error, WrongType) else Code.VALUE


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
