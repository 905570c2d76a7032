"""Converters: what a field takes, and what it says to anything else.

They run when a record is made in Python; the codec, which reads documents, calls the
same functions, so that both doors are guarded alike.
"""

from __future__ import annotations

import re
import sys

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NoReturn, TypeVar

from summitry.errors import InvalidValue, WrongType, shorten

from .identifiers import Identifiers
from .partial_date import DateLike, PartialDate, partial_date
from .record import Record
from .text import UNWRITABLE, closest, with_article


_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)
_R = TypeVar("_R", bound=Record)

LARGEST_NUMBER = 2**31 - 1
"""The largest number that a record holds: every format and every table can hold it."""

_ADDRESS = re.compile(r"https?://[^\s/]+\S*")
SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*", re.ASCII)
"""The id of a summit, a meeting or a source."""

RULE = re.compile(r"SMT[0-9]{3}", re.ASCII)
"""The code of a rule."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)


def text(value: str) -> str:
    """Accept text that says something and holds no control characters."""
    if not isinstance(value, str):
        raise mistyped(value, "text")
    if not value.strip():
        message = f"{value!r} is empty; expected text"
        raise InvalidValue(message, value=value)
    if UNWRITABLE.search(value):
        message = f"{shorten(value)} holds control or unpaired surrogate characters"
        raise InvalidValue(message, value=value)
    return str.__str__(value)  # never a subclass, which would not stay immutable


def optional_text(value: str | None) -> str | None:
    """Accept text, or nothing."""
    return None if value is None else text(value)


def url(value: str | None) -> str | None:
    """Accept an http(s) address, or nothing: nothing else is safe to make a link of."""
    if value is None:
        return None
    address = text(value)
    if not _ADDRESS.fullmatch(address):
        message = f"{shorten(value)} is not an address beginning with https://"
        raise InvalidValue(message, value=value)
    return address


def language(value: str | None) -> str | None:
    """Accept a language tag such as ``fr`` or ``zh-Hant`` (BCP 47), or nothing."""
    if value is None:
        return None
    if not _LANGUAGE.fullmatch(text(value)):
        message = f"{shorten(value)} is not a language tag such as fr or zh-Hant"
        raise InvalidValue(message, value=value)
    return value


def rule_code(value: str) -> str:
    """Accept the code of a rule, such as ``SMT303``, whether there is one or not."""
    if not RULE.fullmatch(text(value)):
        message = f"{shorten(value)} is not the code of a rule; expected one like SMT303"
        raise InvalidValue(message, value=value)
    return str.__str__(value)


def slug(value: str) -> str:
    """Accept the id of a summit, a meeting or a source, such as ``nam-1961``."""
    if not SLUG.fullmatch(text(value)):
        message = (
            f"{shorten(value)} is not an id; expected lower-case letters, digits and "
            "hyphens, such as nam-1961"
        )
        raise InvalidValue(message, value=value)
    return sys.intern(str.__str__(value))


def optional_slug(value: str | None) -> str | None:
    """Accept such an id, or nothing."""
    return None if value is None else slug(value)


def slugs(value: Iterable[str]) -> tuple[str, ...]:
    """Accept several such ids."""
    return tuple(slug(item) for item in items(value, "ids"))


def texts(value: Iterable[str]) -> tuple[str, ...]:
    """Accept several texts."""
    return tuple(text(item) for item in items(value, "texts"))


def optional_date(value: DateLike | None) -> PartialDate | None:
    """Accept a date of any precision, or nothing."""
    return None if value is None else partial_date(value)


def identifiers(value: Mapping[str, str]) -> Identifiers:
    """Accept a mapping of schemes to ids."""
    if value is None:
        message = "None is not allowed here, expected a mapping of schemes to ids"
        raise WrongType(message, value=value)
    return value if isinstance(value, Identifiers) else Identifiers(value)


def optional_number(value: int | None) -> int | None:
    """Accept a whole number from one to :data:`LARGEST_NUMBER`, or nothing."""
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool):
        raise mistyped(value, "a whole number")
    if value < 1:
        message = f"{shorten(value)} is not a number from 1 on"
        raise InvalidValue(message, value=value)
    if value > LARGEST_NUMBER:
        message = (
            f"{shorten(value)} is beyond {LARGEST_NUMBER:,}, the largest number kept"
        )
        raise InvalidValue(message, value=value)
    return value


def word(vocabulary: type[_E], value: _E | str) -> _E:
    """Accept a word of a vocabulary, and explain any other.

    Raises:
        WrongType: *value* is no text.
        InvalidValue: *value* is not in the vocabulary; near misses are named.
    """
    if isinstance(value, vocabulary):
        return value
    if not isinstance(value, str):
        raise mistyped(value, "text")
    try:
        return vocabulary(value)
    except ValueError:
        pass
    words = [member.value for member in vocabulary]
    near = closest(value, words, most=1)
    hint = f"did you mean {near[0]}?" if near else f"expected one of {', '.join(words)}"
    name = vocabulary.__name__
    message = f"{shorten(value)} is not a {name}; {hint}"
    raise InvalidValue(message, value=value)


def record(kind: type[_R], value: _R) -> _R:
    """Accept a record of one kind.

    Raises:
        WrongType: *value* is something else.
    """
    if not isinstance(value, kind):
        raise mistyped(value, with_article(kind.__name__))
    return value


def records(kind: type[_R], value: Iterable[_R]) -> tuple[_R, ...]:
    """Accept several records of one kind.

    Raises:
        WrongType: *value* is no iterable of them.
    """
    given = items(value, f"{kind.__name__} records")
    return tuple(record(kind, item) for item in given)


def items(value: Iterable[_T], what: str) -> Iterable[_T]:
    """Accept an iterable that is no text and no mapping.

    Raises:
        WrongType: *value* is something else.
    """
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        raise mistyped(value, f"a sequence of {what}")
    return value


def mistyped(value: object, expected: str) -> WrongType:
    """Return the error of a value of the wrong type, for the caller to raise.

    Args:
        value: What was given.
        expected: What would have been right, such as ``text``.
    """
    message = f"{shorten(value)} is {kind_of(value)}, expected {expected}"
    return WrongType(message, value=value)


def kind_of(value: object) -> str:
    """Say in a word or two what a value is."""
    if value is None:
        return "not allowed here"
    return with_article(type(value).__name__)


def refuse(owner: Record, field: str, why: str) -> NoReturn:
    """Raise the error of a field that is wrong beside the others.

    Raises:
        InvalidValue: always.
    """
    value = getattr(owner, field)
    raise InvalidValue(why, value=value, field=field, record=type(owner).__name__)


def exactly_one(owner: Record, first: str, second: str) -> None:
    """Require that one of two fields is given, and not both.

    Raises:
        InvalidValue: none or both are.
    """
    one, other = getattr(owner, first), getattr(owner, second)
    if (one is None) == (other is None):
        given = "both are given" if one else "neither is given"
        refuse(owner, first, f"give either {first} or {second}: {given}")
