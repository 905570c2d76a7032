"""A report as text: record by record, what is wrong and what to do about it."""

from __future__ import annotations

import json

from itertools import groupby
from typing import TYPE_CHECKING

from summitry.catalog.display import one_line

from .parts import advice_of, known, split


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summitry.errors import Problem

    from .parts import Part


_RECORD = 110
_PATH = 160
_MESSAGE = 600
_FILE = 240
"""How many characters of a record, a path, a message and a file's name are shown."""


def text_of(parts: Iterable[Part]) -> str:
    """Return parts as text, whole, without what counts the problems.

    What to do is said where a code comes first.

    Args:
        parts: The reports, each perhaps with the file that it is about.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> from .parts import Part
        >>> lost = MemberState(organization="XYZ", state="AZE")
        >>> report = Catalog([lost]).check(select=["SMT201"])
        >>> print(text_of([Part("mine.json", report)]))
        mine.json member_states[0]: {"organization": "XYZ", "state": "AZE"}
          SMT201 unknown-organization (error) organization: no organization has the id 'XYZ'
            fix: Correct the id, or add the organization. ...
    """
    seen: set[str] = set()
    return "\n\n".join(
        "\n".join(_group(part.file, place, list(problems), seen))
        for part in parts
        for place, problems in groupby(part.report, lambda p: split(p.path)[0])
    )


def _group(
    file: str | None, place: str, problems: list[Problem], seen: set[str]
) -> Iterator[str]:
    """Yield the lines about one record."""
    line = min((p.line for p in problems if p.line is not None), default=None)
    heading = _heading(file, place, line)
    if heading.startswith("::"):  # which the log of a workflow would take for a command
        heading = f"'{heading}"
    yield heading + _record(problems[0])
    for problem in problems:
        yield f"  {_said(problem, line)}"
        advice = "" if problem.code in seen else advice_of(problem.code)
        seen.add(problem.code)
        if advice:
            yield f"    fix: {advice}"


def _heading(file: str | None, place: str, line: int | None) -> str:
    shown = one_line(place, _PATH)
    if file is None:
        return shown if line is None else f"{shown} (line {line})"
    name = one_line(file, _FILE)
    return f"{name} {shown}" if line is None else f"{name}:{line} {shown}"


def _record(problem: Problem) -> str:
    if not problem.records:
        return ""
    text = json.dumps(problem.records[0].to_dict(), ensure_ascii=False)
    return f": {one_line(text, _RECORD)}"


def _said(problem: Problem, line: int | None) -> str:
    rule = known(problem.code)
    name = "" if rule is None else f" {rule.name}"
    field = one_line(split(problem.path)[1], _PATH)
    facts = [str(problem.severity)]
    if not problem.certain:
        facts.append("possibly")
    if problem.line != line and problem.line is not None:
        facts.append(f"line {problem.line}")
    words = f"{one_line(problem.code)}{name} ({', '.join(facts)})"
    where = f"{words} {field}" if field else words
    return f"{where}: {one_line(problem.message, _MESSAGE)}"
