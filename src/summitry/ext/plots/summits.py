"""When and where a body met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summitry.catalog.display import one_line
from summitry.catalog.meetings import Summits
from summitry.errors import InvalidValue
from summitry.model import CoverageOf, Happened, Summit, SummitKind
from summitry.values.partial_date import FIRST_DAY, LAST_DAY

from . import notes, style


if TYPE_CHECKING:
    from collections.abc import Sequence

    from altair import LayerChart

    from summitry.catalog.context import Context
    from summitry.values import PartialDate


_MOST = 100
_ROW = 17
_TEXT = 10

_SHAPES = (
    "circle",
    "diamond",
    "square",
    "triangle-up",
    "cross",
    "triangle-down",
    "stroke",
)
_COLOURS = (
    style.BLUE,
    style.VERMILLION,
    style.GREEN,
    style.PURPLE,
    style.ORANGE,
    style.SKY,
    style.INK,
)


def summit_timeline(summits: Summits) -> LayerChart:
    """Draw when and where meetings were held.

    There is a row for each meeting, with its place and date beside it. The shape is that of
    its kind; it is hollow where the meeting was not held (planned, postponed, cancelled),
    which the text says as well. A pale line spans the days that a partly known date allows.

    Args:
        summits: Such as ``world.summits.of("NAM")``.

    Raises:
        InvalidValue: there are no meetings, more than a hundred, or none has a date.
        WrongType: they are no summits.
        MissingExtra: Altair is not installed: ``pip install 'summitry[plot]'``.

    Example:
        >>> import summitry
        >>> from summitry.ext import plots
        >>> world = summitry.load()
        >>> chart = plots.summit_timeline(world.summits.of("NAM").where(kind="ordinary"))
        >>> chart.title.text
        ['Non-Aligned Movement: its meetings, 1961–2024']
    """
    notes.need(summits, Summits, 'world.summits.of("NAM")')
    alt = style.altair()
    context = summits._context
    how = (
        'choose some, as with .of("NAM"), .during("2000/2020") or .where(kind="ordinary")'
    )
    notes.limited(len(summits), _MOST, "summits", how)
    known = [(s, s.since) for s in sorted(summits) if s.since is not None]
    known = [(summit, since) for summit, since in known if str(since) != "XXXX"]
    dated = [summit for summit, _ in known]
    span = notes.days(dated)
    if span is None:
        message = "none of the summits has a date: there is no time to draw them in"
        raise InvalidValue(message, value=summits)
    first, last = span
    margin = max((last - first) // 40, 3)
    domain = max(first - margin, FIRST_DAY), min(last + margin, LAST_DAY)
    bodies = sorted({key for summit in dated for key in summit.organizations})
    gaps = (
        notes.uncovered(context, bodies[0], CoverageOf.SUMMITS, domain)
        if len(bodies) == 1
        else []
    )
    title = f"{_whose(context, bodies)}, {notes.years(span)}"
    rows = _rows(context, known, domain)
    unplaced = len(summits) - len(dated)
    head = style.head(
        title,
        f"{notes.counted(len(dated), 'meeting')}, each on its first day."
        + (f" {unplaced} more without a date are not shown." if unplaced else ""),
        notes.coverage_sentence(context, bodies, CoverageOf.SUMMITS)
        if len(bodies) == 1
        else "As far as the organizations' records go.",
        notes.remarks(
            (any(row["partly"] for row in rows), "Pale line: possible days."),
            (any(not row["held"] for row in rows), "Hollow: not held."),
            (bool(gaps), "Grey ground: records may be incomplete."),
        ),
    )
    x = style.time_axis("day", domain, notes.source_line(context, dated))
    layers = [*style.ground(gaps, x), *_marks(rows, x)]
    chart: LayerChart = alt.layer(*layers).properties(
        width=style.WIDTH,
        height=max(len(rows), 3) * _ROW,
        title=head,
        description=_told(context, title, dated),
    )
    return chart


def _whose(context: Context, bodies: Sequence[str]) -> str:
    if len(bodies) == 1:
        return f"{notes.name_of(context, bodies[0])}: its meetings"
    if not bodies:
        return "Meetings"
    return f"{notes.several(bodies)}: meetings"


def _rows(
    context: Context,
    summits: list[tuple[Summit, PartialDate]],
    domain: tuple[int, int],
) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    middle = sum(domain) // 2
    for place, (summit, since) in enumerate(summits):
        first = max(since.first_ordinal, domain[0])
        last = min(since.last_ordinal, domain[1])
        day = (first + last) // 2
        where = _where(context, summit)
        held = summit.happened is Happened.HELD
        fate = "" if held else f" ({summit.happened.value})"
        number = f"{summit.number}. " if summit.number is not None else ""
        rows.append(
            {
                "row": place,
                "day": style.iso(day),
                "from": style.iso(first),
                "to": style.iso(last),
                "partly": not since.is_exact,
                "held": held,
                "kind": _word(summit.kind),
                "left": day > middle,
                "text": f"{number}{where}, {since}{fate}",
                "name": one_line(summit.name, 120),
                "when": notes.when_held(summit),
                "where": where,
                "told": f"{one_line(summit.name, 120)}: {where}, "
                f"{notes.when_held(summit)}{fate}",
            }
        )
    return rows


def _where(context: Context, summit: Summit) -> str:
    place = summit.place
    city = None if place is None else place.city
    state = summit.host if place is None or place.state is None else place.state
    named = [] if city is None else [one_line(city, 30)]
    if state is not None:
        named.append(one_line(context.label(state), 30))
    if place is None and summit.modality.value == "virtual":
        named.insert(0, "online")
    return ", ".join(dict.fromkeys(named)) or "place not recorded"


def _word(kind: SummitKind) -> str:
    return kind.value.replace("_", " ")


def _marks(rows: list[dict[str, Any]], x: Any) -> list[Any]:
    alt = style.altair()
    y = alt.Y(
        "row:Q",
        scale=alt.Scale(domain=[-0.7, max(len(rows), 3) - 0.3], reverse=True, nice=False),
        axis=None,
    )
    kinds = [
        _word(kind) for kind in SummitKind if any(r["kind"] == _word(kind) for r in rows)
    ]
    order = [_word(kind) for kind in SummitKind]
    legend = (
        alt.Legend(title=None, orient="top", labelFontSize=11, symbolSize=70, offset=4)
        if len(kinds) > 1
        else None
    )
    looks = [order.index(kind) % len(_SHAPES) for kind in kinds]
    colour = alt.Color(
        "kind:N",
        scale=alt.Scale(domain=kinds, range=[_COLOURS[n] for n in looks]),
        legend=legend,
    )
    shape = alt.Shape(
        "kind:N",
        scale=alt.Scale(domain=kinds, range=[_SHAPES[n] for n in looks]),
        legend=legend,
    )
    tips = [
        alt.Tooltip(f"{field}:N", title=field)
        for field in ("name", "when", "where", "kind")
    ]
    layers = []
    partly = [row for row in rows if row["partly"]]
    if partly:
        line = alt.Chart(style.data(partly)).mark_rule(
            color=style.PALE, strokeWidth=5, aria=False
        )
        layers.append(line.encode(x=style.same_axis(x, "from:T"), x2="to:T", y=y))
    for held in (True, False):
        some = [row for row in rows if row["held"] is held]
        if some:
            points = alt.Chart(style.data(some)).mark_point(
                filled=held, size=70, opacity=1, strokeWidth=1.6
            )
            layers.append(
                points.encode(
                    x=x,
                    y=y,
                    color=colour,
                    shape=shape,
                    tooltip=tips,
                    description="told:N",
                )
            )
    for left, align, away in ((False, "left", 10), (True, "right", -10)):
        some = [row for row in rows if row["left"] is left]
        text = alt.Chart(style.data(some)).mark_text(
            align=align, dx=away, fontSize=_TEXT, color=style.INK, aria=False
        )
        layers.append(text.encode(x=x, y=y, text="text:N"))
    return layers


def _told(context: Context, title: str, summits: list[Summit]) -> str:
    """Return what the picture shows, for those who do not see it."""
    first, last = summits[0], summits[-1]
    told = f"Timeline. {title}. It shows {notes.counted(len(summits), 'meeting')}"
    if len(summits) == 1:
        return f"{told}: {_where(context, first)}, {notes.when_held(first)}."
    return (
        f"{told}, from {_where(context, first)}, {notes.when_held(first)}, to "
        f"{_where(context, last)}, {notes.when_held(last)}."
    )
