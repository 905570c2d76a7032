"""A report as a table in a notebook."""

from __future__ import annotations

import re

from typing import TYPE_CHECKING

from summitry.catalog.display import HTML_ROWS, STYLE, escaped, html_frame

from .parts import advice_of, known, told


if TYPE_CHECKING:
    from summitry.errors import Problem
    from summitry.rules.report import Report


_WHOLE = ' style="white-space:nowrap"'
"""What keeps a word on one line, however narrow the table."""

_CODE = re.compile(r"`([^`]+)`")

_HEADERS = ("severity", "code", "path", "message", "fix")


def html_of(report: Report) -> str:
    """Return a report as an HTML table whose every leaf is escaped.

    Args:
        report: What was found; of a long report the first problems are shown.

    Example:
        >>> from summitry import Catalog
        >>> "no problem in 0 records" in html_of(Catalog().check())
        True
    """
    title = escaped(f"Report: {report.summary()}")
    shown = report[:HTML_ROWS]
    if not shown:
        return f'<div class="summitry">{STYLE}<div><b>{title}</b></div></div>'
    head = "".join(f'<th scope="col"{_WHOLE}>{name}</th>' for name in _HEADERS)
    body = "".join(map(_row, shown))
    return html_frame(title, head, body, len(report) - len(shown))


def _row(problem: Problem) -> str:
    rule = known(problem.code)
    code = escaped(problem.code)
    if rule is not None:
        code = f'<abbr title="{escaped(rule.name)}">{code}</abbr>'
    line = "" if problem.line is None else f" (line {problem.line})"
    cells = (
        escaped(problem.severity),
        code,
        escaped(f"{problem.path}{line}"),
        escaped(told(problem)),
        _CODE.sub(r"<code>\1</code>", escaped(advice_of(problem.code))),
    )
    severity, code, *rest = cells
    words = "".join(f"<td{_WHOLE}>{cell}</td>" for cell in (severity, code))
    return f"<tr>{words}{''.join(f'<td>{cell}</td>' for cell in rest)}</tr>"
