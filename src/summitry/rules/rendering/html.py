"""A report as a table in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitry.catalog.display import _STYLE, HTML_ROWS, _escape

from .parts import advice_of, known, told


if TYPE_CHECKING:
    from summitry.errors import Problem
    from summitry.rules.report import Report


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
    title = _escape(f"Report: {report.summary()}")
    shown = report[:HTML_ROWS]
    if not shown:
        return f'<div class="summitry">{_STYLE}<div><b>{title}</b></div></div>'
    head = "".join(f'<th scope="col">{name}</th>' for name in _HEADERS)
    body = "".join(map(_row, shown))
    more = len(report) - len(shown)
    footer = f'<div class="more">… {more:,} more</div>' if more else ""
    return (
        f'<div class="summitry">{_STYLE}<table><caption>{title}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{footer}</div>"
    )


def _row(problem: Problem) -> str:
    rule = known(problem.code)
    code = _escape(problem.code)
    if rule is not None:
        code = f'<abbr title="{_escape(rule.name)}">{code}</abbr>'
    line = "" if problem.line is None else f" (line {problem.line})"
    cells = (
        _escape(problem.severity),
        code,
        _escape(f"{problem.path}{line}"),
        _escape(told(problem)),
        _escape(advice_of(problem.code)),
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
