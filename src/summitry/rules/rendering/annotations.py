"""A report as the commands by which a workflow of GitHub annotates files.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitry.catalog.display import one_line
from summitry.errors import Severity

from .parts import advice_of, every, known, told


if TYPE_CHECKING:
    from collections.abc import Iterable

    from summitry.errors import Problem

    from .parts import Part


_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}
_MESSAGE = 600
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans(
    {"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"}
)


def annotations_of(parts: Iterable[Part]) -> str:
    """Return parts as commands, one a line and a problem.

    Args:
        parts: The reports, with the files' paths relative to the root of the repository.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> from .parts import Part
        >>> lost = MemberState(organization="XYZ", state="AZE")
        >>> report = Catalog([lost]).check(select=["SMT201"])
        >>> print(annotations_of([Part("mine.json", report)]))
        ::error file=mine.json,title=SMT201 unknown-organization::member_states[0]...
    """
    return "\n".join(_command(file, problem) for file, problem in every(parts))


def _command(file: str | None, problem: Problem) -> str:
    rule = known(problem.code)
    title = problem.code if rule is None else f"{problem.code} {rule.name}"
    properties = {} if file is None else {"file": file}
    if problem.line is not None:
        properties["line"] = str(problem.line)
    properties["title"] = one_line(title)
    said = ",".join(f"{k}={v.translate(_IN_PROPERTY)}" for k, v in properties.items())
    lines = [one_line(f"{problem.path}: {told(problem)}", _MESSAGE)]
    advice = advice_of(problem.code)
    if advice:
        lines.append(f"fix: {advice}")
    return f"::{_COMMANDS[problem.severity]} {said}::" + "\n".join(lines).translate(
        _IN_MESSAGE
    )
