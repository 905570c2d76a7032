"""How every chart looks: its colours, its title, and what stands beneath it.

Nothing is said through a configuration of the whole chart, so that a chart can be layered
and laid beside others.
"""

from __future__ import annotations

import textwrap

from datetime import date
from typing import TYPE_CHECKING, Any

from summitry.errors import MissingExtra


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


WIDTH = 620
"""The width of what is plotted, in pixels; labels come to it."""

# The colours of Okabe and Ito, which the colour-blind tell apart. Their lightness differs as
# well, and wherever two meanings meet there is a shape, a dash or a word besides.
BLUE = "#0072B2"
SKY = "#56B4E9"
ORANGE = "#E69F00"
GREEN = "#009E73"
VERMILLION = "#D55E00"
PURPLE = "#CC79A7"

INK = "#222222"
MUTED = "#555555"
PALE = "#A9CCE3"
"""The blue of what is only possible."""
GRID = "#E3E3E3"
UNCOVERED = "#ECECEC"
"""The ground of days for which the records are not known to be complete."""

_PER_CHARACTER = 0.52
"""How wide a character is, in font sizes, on an average."""


def altair() -> Any:
    """Return the package Altair, which is imported when it is first needed.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        import altair as alt  # noqa: PLC0415
    except ImportError:
        message = "a chart"
        raise MissingExtra(message, package="altair", extra="plot") from None
    return alt


def data(rows: Iterable[Mapping[str, object]]) -> Any:
    """Return rows as data that stand in the chart itself."""
    alt = altair()
    return alt.Data(values=list(rows))


def head(title: str, *lines: str, width: int = WIDTH) -> Any:
    """Return a title, with the lines beneath it that say units and coverage."""
    alt = altair()
    return alt.TitleParams(
        text=wrapped(title, width, 16),
        subtitle=[part for line in lines if line for part in wrapped(line, width, 12)],
        anchor="start",
        fontSize=16,
        subtitleFontSize=12,
        subtitleColor=MUTED,
        subtitlePadding=6,
        offset=14,
    )


def foot(text: str, *, width: int = WIDTH) -> dict[str, Any]:
    """Return what makes the title of an axis the line beneath the chart."""
    return {
        "title": wrapped(text, width, 10),
        "titleAnchor": "start",
        "titleAlign": "left",
        "titleFontSize": 10,
        "titleFontWeight": "normal",
        "titleColor": MUTED,
        "titlePadding": 12,
    }


def time_axis(field: str, domain: tuple[int, int], note: str) -> Any:
    """Return an axis of days, alike wherever it is looked at.

    Dates are drawn in UTC: in the viewer's own zone the first of January might be shown on
    the last of December.
    """
    alt = altair()
    return alt.X(
        f"{field}:T",
        scale=alt.Scale(type="utc", domain=[iso(day) for day in domain], nice=False),
        axis=alt.Axis(
            format=_format(domain),
            tickCount=8,
            gridColor=GRID,
            labelOverlap=True,
            labelFlush=False,
            **foot(note),
        ),
    )


def _format(domain: tuple[int, int]) -> str:
    """Return how to write a tick: a year, or a day where there are but few years."""
    first, last = domain
    few = 4 * 366
    return (
        "%Y" if last - first > few else "%Y-%m-%d" if last - first < few / 16 else "%Y-%m"
    )


def ground(spans: Iterable[tuple[int, int]], x: Any) -> list[Any]:
    """Return the layer that greys the days for which records may be missing, if any."""
    alt = altair()
    rows = [{"from": iso(first), "to": iso(last)} for first, last in spans]
    if not rows:
        return []
    grey = alt.Chart(data(rows)).mark_rect(color=UNCOVERED, aria=False)
    return [grey.encode(x=same_axis(x, "from:T"), x2="to:T")]


def same_axis(channel: Any, field: str) -> Any:
    """Return a channel for another field, on the same axis."""
    other = channel.copy()
    other.shorthand = field
    return other


def wrapped(text: str, width: int, size: int) -> list[str]:
    """Return a text in lines that fit a width."""
    return textwrap.wrap(text, int(width / (_PER_CHARACTER * size)), max_lines=4) or [""]


def text_width(text: str, size: int) -> float:
    """Return about how wide a text is, in pixels."""
    return len(text) * _PER_CHARACTER * size


def iso(day: int) -> str:
    """Return a day, given as an ordinal, as ISO text."""
    return date.fromordinal(day).isoformat()
