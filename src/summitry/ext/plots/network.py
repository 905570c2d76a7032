"""Who met whom."""

from __future__ import annotations

import math

from collections import Counter
from typing import TYPE_CHECKING, Any

from summitry.catalog.context import key_of
from summitry.catalog.display import one_line
from summitry.catalog.meetings import Meetings
from summitry.model import Happened

from . import notes, style


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from altair import LayerChart

    from summitry.catalog.context import Context
    from summitry.model import BilateralMeeting


_MOST = 60
_MARGIN = 0.08
"""How much is left free around the outermost parties, of the width between them."""
_HIGHEST = 500
_MIDDLE = 0.5
_LISTED = 12
"""How many meetings or partners are listed."""
_ROUNDS = 200
_Point = tuple[float, float]


def meeting_network(meetings: Meetings) -> LayerChart:
    """Draw who met whom: a point for each party, a line for each two that met.

    States are circles, organizations squares; the larger, the more meetings. A line is the
    thicker the more often the two met, and dashed where none of their meetings was held.
    The same records give the same picture.

    Args:
        meetings: Such as ``world.meetings.at("nam-contact-group-2023")``.

    Raises:
        InvalidValue: there are no meetings, or of more than sixty parties.
        WrongType: they are no bilateral meetings.
        MissingExtra: Altair is not installed: ``pip install 'summitry[plot]'``.

    Example:
        >>> import summitry
        >>> from summitry.ext import plots
        >>> world = summitry.load()
        >>> chart = plots.meeting_network(world.meetings.at("nam-contact-group-2023"))
        >>> chart.title.text
        ['Who met whom, 2023-03']
    """
    notes.need(meetings, Meetings, "world.meetings")
    alt = style.altair()
    context = meetings._context
    ties: dict[tuple[str, str], list[BilateralMeeting]] = {}
    for meeting in meetings:
        one, other = sorted(key_of(delegation) for delegation in meeting.delegations)
        ties.setdefault((one, other), []).append(meeting)
    busy = Counter(key for pair, held in ties.items() for key in pair for _ in held)
    how = 'choose some, as with .at("…"), .with_("…") or .during("2023")'
    notes.limited(len(busy), _MOST, "parties", how)
    parties = sorted(busy, key=lambda key: (-busy[key], key))
    places = positions(parties, list(ties))
    title = f"Who met whom{_time(meetings)}"
    head = style.head(
        title,
        f"{notes.counted(len(meetings), 'bilateral meeting')} of "
        f"{notes.counted(len(parties), 'party', 'parties')}; the number at a party, and its "
        "size, is that of its meetings.",
        "Circles: states. Squares: organizations."
        + (" Dashed: not held." if any(not _held(m) for m in ties.values()) else ""),
        "As far as meetings are recorded, which is never all of them.",
    )
    note = notes.source_line(context, meetings)
    chart: LayerChart = alt.layer(*_layers(context, ties, busy, places, note)).properties(
        width=style.WIDTH,
        height=min(round(style.WIDTH * (_high(places) + 2 * _MARGIN)), _HIGHEST),
        view=alt.ViewBackground(stroke=None),
        title=head,
        description=_told(context, title, ties, busy, parties),
    )
    return chart


def _high(places: Mapping[str, _Point]) -> float:
    """Return how high the picture is, of its width; it is no wide strip in any case."""
    return max(*(2 * abs(y - 0.5) for _, y in places.values()), 0.3)


def _time(meetings: Meetings) -> str:
    """Return from when to when they met, no more precisely than it is known."""
    dates = [date for m in meetings for date in (m.since, m.until) if date is not None]
    known = [date for date in dates if str(date) != "XXXX"]
    if not known:
        return ""
    first = min(known)
    last = max(known, key=lambda date: (date.last_ordinal, date.first_ordinal))
    return f", {first}" if first == last else f", {first} to {last}"


def _held(meetings: Sequence[BilateralMeeting]) -> bool:
    return any(meeting.happened is Happened.HELD for meeting in meetings)


# -- where the parties stand -----------------------------------------------------------


def positions(
    parties: Sequence[str], ties: Sequence[tuple[str, str]]
) -> dict[str, tuple[float, float]]:
    """Return where to draw each party, so that those who met are near each other.

    The distance of two in the picture comes as close as can be to the number of meetings
    by which one gets from one to the other (Kamada and Kawai's idea; the sum of the squared
    errors is brought down by majorization, which needs no chance and no step width).

    Args:
        parties: The keys of the parties.
        ties: The pairs that met.

    Returns:
        Two coordinates for each, from 0 to 1.

    Example:
        >>> places = positions("ABC", [("A", "B"), ("B", "C")])
        >>> [round(x, 1) for x, _ in places.values()]
        [1.0, 0.5, 0.0]
    """
    distances = _distances(parties, ties)
    turn = 2 * math.pi / max(len(parties), 1)
    at = {p: (math.cos(i * turn), math.sin(i * turn)) for i, p in enumerate(parties)}
    for _ in range(_ROUNDS):
        for (
            party
        ) in parties:  # one after the other: two at once would step past each other
            at[party] = _moved(party, at, distances)
    return _levelled(at)


def _distances(
    parties: Sequence[str], ties: Sequence[tuple[str, str]]
) -> dict[tuple[str, str], float]:
    near: dict[str, set[str]] = {party: set() for party in parties}
    for one, other in ties:
        near[one].add(other)
        near[other].add(one)
    steps: dict[tuple[str, str], float] = {}
    for start in parties:
        reached, edge, far = {start}, [start], 0
        while edge:
            far += 1
            edge = sorted({b for a in edge for b in near[a]} - reached)
            reached.update(edge)
            steps.update(((start, party), far) for party in edge)
    # Those who are not linked at all stand a little farther off than any who are.
    apart = min(max(steps.values(), default=1) + 1, 4)
    return {(a, b): steps.get((a, b), apart) for a in parties for b in parties if a != b}


def _moved(
    party: str, at: Mapping[str, _Point], distances: Mapping[tuple[str, str], float]
) -> _Point:
    """Return where a party stands best while the others stand where they do."""
    x, y = at[party]
    sum_x = sum_y = weights = 0.0
    for other, (other_x, other_y) in at.items():
        if other == party:
            continue
        distance = distances[party, other]
        weight = distance**-2
        real = math.hypot(x - other_x, y - other_y) or 1e-9
        sum_x += weight * (other_x + distance * (x - other_x) / real)
        sum_y += weight * (other_y + distance * (y - other_y) / real)
        weights += weight
    return (sum_x / weights, sum_y / weights) if weights else (x, y)


def _levelled(at: Mapping[str, _Point]) -> dict[str, _Point]:
    """Return the points turned so that they are widest from left to right, in the unit square."""
    middle_x = sum(x for x, _ in at.values()) / len(at)
    middle_y = sum(y for _, y in at.values()) / len(at)
    moved = {p: (x - middle_x, y - middle_y) for p, (x, y) in at.items()}
    xx = sum(x * x for x, _ in moved.values())
    yy = sum(y * y for _, y in moved.values())
    xy = sum(x * y for x, y in moved.values())
    angle = -0.5 * math.atan2(2 * xy, xx - yy)
    turned = {
        p: (
            x * math.cos(angle) - y * math.sin(angle),
            x * math.sin(angle) + y * math.cos(angle),
        )
        for p, (x, y) in moved.items()
    }
    xs, ys = ([point[axis] for point in turned.values()] for axis in (0, 1))
    reach = max(max(xs) - min(xs), max(ys) - min(ys)) or 1.0
    middle = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return {
        p: (
            round(0.5 + (x - middle[0]) / reach, 4),
            round(0.5 + (y - middle[1]) / reach, 4),
        )
        for p, (x, y) in turned.items()
    }


# -- drawing -------------------------------------------------------------------------


def _layers(
    context: Context,
    ties: Mapping[tuple[str, str], list[BilateralMeeting]],
    busy: Mapping[str, int],
    places: Mapping[str, _Point],
    note: str,
) -> list[Any]:
    alt = style.altair()
    axis = alt.Axis(
        labels=False, ticks=False, domain=False, grid=False, **style.foot(note)
    )
    wide, high = 0.5 + _MARGIN, _high(places) / 2 + _MARGIN
    across = alt.Scale(domain=[0.5 - wide, 0.5 + wide], nice=False)
    upward = alt.Scale(domain=[0.5 - high, 0.5 + high], nice=False)
    x, y = alt.X("x:Q", scale=across, axis=axis), alt.Y("y:Q", scale=upward, axis=None)
    lines = [
        {
            "x": places[one][0], "y": places[one][1],
            "x2": places[other][0], "y2": places[other][1],
            "held": _held(met),
            "meetings": len(met),
            "parties": f"{_name(context, one)} – {_name(context, other)}",
            "when": "; ".join(notes.when_held(m) for m in met[:_LISTED]) + ("; …" if len(met) > _LISTED else ""),
        }
        for (one, other), met in ties.items()
    ]  # fmt: skip
    layers = []
    tips = [alt.Tooltip(f"{f}:N", title=f) for f in ("parties", "meetings", "when")]
    for held, dash in ((True, [1, 0]), (False, [4, 3])):
        some = [line for line in lines if line["held"] is held]
        if some:
            rule = alt.Chart(style.data(some)).mark_rule(
                color="#8A8A8A", strokeDash=dash, strokeCap="round"
            )
            layers.append(
                rule.encode(
                    x=x, y=y, x2="x2:Q", y2="y2:Q", tooltip=tips, description="parties:N",
                    strokeWidth=alt.StrokeWidth(
                        "meetings:Q",
                        scale=alt.Scale(domain=[1, 10], range=[1.5, 9], clamp=True),
                        legend=None,
                    ),
                )
            )  # fmt: skip
    points = [
        {
            "x": places[key][0], "y": places[key][1], "meetings": number,
            "kind": "organization" if key.startswith("@") else "state",
            "party": one_line(context.label(key), 90),
            "text": _name(context, key),
            "number": str(number),
            "up": places[key][1] > _MIDDLE,
            "told": f"{_name(context, key)}: {notes.counted(number, 'meeting')}",
        }
        for key, number in busy.items()
    ]  # fmt: skip
    marks = alt.Chart(style.data(points))
    kinds = ["state", "organization"]
    layers += [
        marks.mark_point(filled=True, opacity=1, stroke="white", strokeWidth=1.5).encode(
            x=x,
            y=y,
            size=alt.Size(
                "meetings:Q",
                scale=alt.Scale(domain=[1, 20], range=[320, 1100], clamp=True),
                legend=None,
            ),
            shape=alt.Shape(
                "kind:N", scale=alt.Scale(domain=kinds, range=["circle", "square"]), legend=None
            ),
            color=alt.Color(
                "kind:N",
                scale=alt.Scale(domain=kinds, range=[style.BLUE, style.VERMILLION]),
                legend=None,
            ),
            tooltip=[alt.Tooltip("party:N", title="party"), alt.Tooltip("meetings:Q")],
            description="told:N",
        ),
        marks.mark_text(fontSize=10, color="white", fontWeight="bold", aria=False, tooltip=None)
        .encode(x=x, y=y, text="number:N"),
    ]  # fmt: skip
    # A name stands on the outer side of its point, where fewer lines are, in front of a
    # white copy of itself that keeps lines away from it.
    for up, away in ((True, -22), (False, 22)):
        some = alt.Chart(style.data([p for p in points if p["up"] is up]))
        for look in ({"stroke": "white", "strokeWidth": 4}, {"color": style.INK}):
            text = some.mark_text(fontSize=12, dy=away, aria=False, **look)
            layers.append(text.encode(x=x, y=y, text="text:N"))
    return layers


def _name(context: Context, key: str) -> str:
    """Return a short name: a state's, or an organization's id."""
    return one_line(key[1:] if key.startswith("@") else context.label(key), 30)


def _told(
    context: Context,
    title: str,
    ties: Mapping[tuple[str, str], list[BilateralMeeting]],
    busy: Mapping[str, int],
    parties: Sequence[str],
) -> str:
    """Return what the picture shows, for those who do not see it."""
    first = parties[0]
    partners = [b if a == first else a for a, b in ties if first in (a, b)]
    named = ", ".join(_name(context, key) for key in sorted(partners)[:_LISTED])
    more = f" and {len(partners) - _LISTED} more" if len(partners) > _LISTED else ""
    return (
        f"Network. {title}: {notes.counted(sum(map(len, ties.values())), 'meeting')} of "
        f"{notes.counted(len(parties), 'party', 'parties')}. Most by {_name(context, first)}, "
        f"{busy[first]}, with {named}{more}."
    )
