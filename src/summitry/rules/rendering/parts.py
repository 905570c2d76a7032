"""What all ways of showing share: the part of a file, places, and what a code means."""

from __future__ import annotations

import functools
import re

from typing import TYPE_CHECKING, NamedTuple

from summitry.errors import NotFound
from summitry.rules.registry import rule_of


if TYPE_CHECKING:
    from collections.abc import Iterable

    from summitry.errors import Problem
    from summitry.rules.report import Report
    from summitry.rules.rule import Rule


_ROLE = re.compile(r"(?::[\w:]+:)?(`{1,2})~?([^`]+)\1_{0,2}")
"""Words that documentation sets in another type."""

_IN_LIST = re.compile(r"(\w+\[\d+\])\.?(.*)", re.DOTALL | re.ASCII)


class Part(NamedTuple):
    """A report, and the file that it is about.

    Attributes:
        file: The name of the file as people know it, if it is one.
        report: What was found in it.
    """

    file: str | None
    report: Report


def known(code: str) -> Rule | None:
    """Return the rule of a code, or ``None`` for a code that is none of ours.

    Example:
        >>> known("SMT301").name
        'joined-before-founding'
    """
    try:
        return rule_of(code)
    except NotFound:
        return None


def advice_of(code: str) -> str:
    """Return what to do about a problem of a code, or nothing.

    Example:
        >>> advice_of("SMT201")[:37]
        'Correct the id, or add the organizati'
    """
    found = known(code)
    return "" if found is None else _advice(found)


@functools.cache
def _advice(rule: Rule) -> str:
    return spoken(rule.advice())


def spoken(text: str) -> str:
    """Return a text of documentation without what is there to set its type.

    Example:
        >>> spoken("Add a ``Source``; see :meth:`summitry.Catalog.check`.")
        'Add a `Source`; see `summitry.Catalog.check`.'
    """
    return _ROLE.sub(r"`\2`", text)


def split(path: str) -> tuple[str, str]:
    """Return the place of a record and the field that a path leads to.

    What does not lead into a list of records is a place of its own.

    Example:
        >>> split("summits[0].delegations[1].state"), split("as_of")
        (('summits[0]', 'delegations[1].state'), ('as_of', ''))
    """
    found = _IN_LIST.fullmatch(path)
    return (found[1], found[2]) if found else (path, "")


def told(problem: Problem) -> str:
    """Return what is wrong, with how sure that is.

    Example:
        >>> from summitry import Problem
        >>> told(Problem("SMT301", "", "AZE joined in 1961", certain=False))
        'possibly: AZE joined in 1961'
    """
    return problem.message if problem.certain else f"possibly: {problem.message}"


def every(parts: Iterable[Part]) -> list[tuple[str | None, Problem]]:
    """Return all problems of all parts, each with its file."""
    return [(part.file, problem) for part in parts for problem in part.report]
