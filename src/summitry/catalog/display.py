"""Collections as people read them: a table in a terminal, a table in a notebook.

Every text that comes from a record is escaped at the leaf. Colours are taken from the
page, so that light and dark themes both stay readable.
"""

from __future__ import annotations

import unicodedata

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Sequence


TEXT_ROWS = 12
"""How many rows a terminal shows."""
HTML_ROWS = 60
"""How many rows a notebook shows."""
_WIDEST = 42
_WIDEST_TITLE = 120
_STEERING = frozenset({"Cc", "Cf", "Cs"})
_HARMLESS = frozenset("\n\t\u200c\u200d")
"""Not steering: line ends, which cells fold, and the joiners that Persian, the scripts of
India and emoji are written with."""

STYLE = (
    "<style>"
    ".summitry{font-size:.9em;line-height:1.45;color:inherit;margin:.3em 0;overflow-x:auto}"
    ".summitry table{border-collapse:collapse;margin:0;color:inherit;background:transparent}"
    ".summitry caption{caption-side:top;text-align:left;font-weight:600;padding:.2em 0;white-space:nowrap;"
    "color:inherit}"
    ".summitry th,.summitry td{text-align:left;vertical-align:top;padding:.2em .9em .2em 0;"
    "border:0;border-bottom:1px solid rgba(128,128,128,.35);background:transparent;"
    "color:inherit;max-width:28em;overflow-wrap:anywhere}"
    ".summitry th{font-weight:600;border-bottom:2px solid rgba(128,128,128,.6)}"
    ".summitry .more{opacity:.75;padding-top:.3em}"
    "</style>"
)
"""What every table of ours in a notebook looks like."""


def text_table(
    title: str, headers: Sequence[str], rows: Sequence[Sequence[str]], total: int
) -> str:
    """Return a plain-text table with a title and a count of what is not shown.

    Args:
        title: The first line.
        headers: One word a column.
        rows: The cells of the rows that are shown.
        total: How many rows there are in all.
    """
    shown = [[one_line(cell) for cell in row] for row in rows]
    title = one_line(title, _WIDEST_TITLE)
    if not shown:
        return title
    filled = [any(row[i] for row in shown) for i in range(len(headers))]
    columns = [i for i, keep in enumerate(filled) if keep]
    grid = [[headers[i] for i in columns], *([row[i] for i in columns] for row in shown)]
    widths = [max(_width(row[i]) for row in grid) for i in range(len(columns))]
    lines = [title]
    for row in grid:
        cells = (
            cell + " " * (width - _width(cell))
            for cell, width in zip(row, widths, strict=True)
        )
        lines.append("  " + "  ".join(cells).rstrip())
    if total > len(shown):
        lines.append(f"  … {total - len(shown):,} more")
    return "\n".join(lines)


def html_table(
    title: str, headers: Sequence[str], rows: Sequence[Sequence[str]], total: int
) -> str:
    """Return an HTML table whose every leaf is escaped.

    Args:
        title: The caption.
        headers: One word a column.
        rows: The cells of the rows that are shown.
        total: How many rows there are in all.
    """
    filled = [any(row[i] for row in rows) for i in range(len(headers))]
    columns = [i for i, keep in enumerate(filled) if keep]
    head = "".join(f'<th scope="col">{escaped(headers[i])}</th>' for i in columns)
    body = "".join(
        f"<tr>{''.join(f'<td>{escaped(row[i])}</td>' for i in columns)}</tr>"
        for row in rows
    )
    return html_frame(escaped(title), head, body, total - len(rows))


def html_frame(title: str, head: str, body: str, more: int) -> str:
    """Return the table of which the parts are given, as HTML whose leaves are escaped.

    Args:
        title: The caption.
        head: The cells of the first row.
        body: The other rows.
        more: How many rows are not shown.
    """
    footer = f'<div class="more">… {more:,} more</div>' if more else ""
    return (
        f'<div class="summitry">{STYLE}<table><caption>{title}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{footer}</div>"
    )


def escaped(text: str) -> str:
    """Return a text as HTML shows it, harmless wherever it came from."""
    import html  # noqa: PLC0415 - needed in notebooks only

    return html.escape(visible(text), quote=True)


def one_line(text: str, most: int = _WIDEST) -> str:
    """Return a text on one line, harmless to a terminal, and cut where it is too long.

    Args:
        text: What a record or a user brought.
        most: How many characters to keep at the most.
    """
    plain = " ".join(visible(text[: 8 * most]).split())
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"


def visible(text: str) -> str:
    """Return a text without what would steer a terminal or reorder a line."""
    return "".join(
        c if c in _HARMLESS or unicodedata.category(c) not in _STEERING else "\ufffd"
        for c in text
    )


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )
