"""How many belonged, day by day."""

from __future__ import annotations

from itertools import cycle, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from summitry.catalog.context import key_of
from summitry.catalog.display import one_line
from summitry.catalog.memberships import Memberships
from summitry.errors import InvalidValue
from summitry.model import CoverageOf, Membership, Standing, Status
from summitry.model.vocabulary.organizations import covering

from . import notes, style


if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from altair import LayerChart

    from summitry.catalog.context import Context


_MOST_LINES = 8
_HEIGHT = 320
_LINE_HEIGHT = 15

_LOOKS = (
    (style.BLUE, ()),
    (style.VERMILLION, (7, 3)),
    (style.GREEN, (2, 2)),
    (style.PURPLE, (9, 3, 2, 3)),
    (style.ORANGE, (4, 4)),
    (style.INK, (1, 3)),
    (style.SKY, (12, 4)),
    (style.MUTED, (5, 2, 1, 2)),
)
"""The colour and the dashes of each line."""


class Step(NamedTuple):
    """From a day on, how many certainly and how many possibly belong."""

    day: int
    certain: int
    possible: int


class _Line(NamedTuple):
    """One line of the picture."""

    label: str
    steps: list[Step]
    uncovered: list[tuple[int, int]]


def membership_over_time(memberships: Memberships) -> LayerChart:
    """Draw how many belonged on each day.

    Of one body there is a line for each status, and one for the members that are suspended
    or stay away. Of several bodies there is a line for the members of each; of the spells
    of one party in several bodies, one for the number of bodies.

    The line counts those who certainly belong; a pale band above it, those who possibly do.
    It is thin, and of one body the ground is grey, where the records may be incomplete.

    Args:
        memberships: Such as ``world.memberships.of("NAM")``.

    Raises:
        InvalidValue: there are no memberships, more than eight lines, or no dates.
        WrongType: they are not memberships.
        MissingExtra: Altair is not installed: ``pip install 'summitry[plot]'``.

    Example:
        >>> import summitry
        >>> from summitry.ext import plots
        >>> chart = plots.membership_over_time(summitry.load().memberships.of("NAM"))
        >>> chart.title.text
        ['Non-Aligned Movement: who belonged, 1961–2025']
    """
    notes.need(memberships, Memberships, 'world.memberships.of("NAM")')
    context = memberships._context
    domain = notes.span(context, memberships)
    if domain is None:
        message = "the memberships have no dates: there is no time to draw them in"
        raise InvalidValue(message, value=memberships)
    bodies = memberships.bodies
    parties = {key_of(spell) for spell in memberships}
    what, unit = "who belonged", "parties that belong"
    if len(bodies) == 1:
        name = notes.name_of(context, bodies[0])
        lines = _by_status(memberships, bodies[0], domain)
    elif len(parties) == 1:
        what, unit = "to which organizations it belonged", _BODIES
        name = one_line(context.label(parties.pop()), 90)
        steps = _steps(list(memberships), context.still, domain, lambda m: m.organization)
        lines = [_Line(unit, steps, [])]
    else:
        unit = "members"
        memberships = memberships.where(status=Status.MEMBER)
        lines = _by_body(memberships, domain)
        name = ", ".join(line.label for line in lines)
    first = min(line.steps[0].day for line in lines)
    last = max(*(line.steps[-1].day for line in lines), first + 1)
    domain = first, last
    title = f"{name}: {what}, {notes.years(domain)}"
    return _chart(memberships, lines, domain, title, unit)


_BODIES = "organizations"


# -- counting ------------------------------------------------------------------------


def _by_status(
    memberships: Memberships, body: str, domain: tuple[int, int]
) -> list[_Line]:
    context = memberships._context
    within = _alive(context, body, domain)
    lines = []
    for status in Status:
        spells = [spell for spell in memberships if spell.status is status]
        if spells:
            kind = covering(status)
            gaps = notes.uncovered(context, body, kind, within)
            steps = _steps(spells, context.still, within, key_of)
            lines.append(_Line(_plural(status), steps, gaps))
        resting = [spell for spell in spells if spell.standing is not Standing.ACTIVE]
        if resting and status is Status.MEMBER:
            steps = _steps(resting, context.still, within, key_of)
            lines.append(_Line("members not active", steps, lines[-1].uncovered))
    return lines


def _by_body(memberships: Memberships, domain: tuple[int, int]) -> list[_Line]:
    context = memberships._context
    how = 'choose bodies, as in world.memberships.of("NAM")'
    notes.limited(len(memberships.bodies), _MOST_LINES, "bodies", how)
    if not memberships:
        message = "none of the memberships is that of a member"
        raise InvalidValue(message, value=memberships)
    lines = []
    for body in memberships.bodies:
        spells = list(memberships.of(body))
        within = _alive(context, body, notes.span(context, spells) or domain)
        gaps = notes.uncovered(context, body, CoverageOf.MEMBERS, within)
        steps = _steps(spells, context.still, within, key_of)
        lines.append(_Line(one_line(body), steps, gaps))
    return lines


def _alive(context: Context, body: str, domain: tuple[int, int]) -> tuple[int, int]:
    """Return the part of the time in which a body existed, to the catalogue's date."""
    first, last = domain
    organization = context.organizations.get(body)
    if organization is not None and organization.since is not None:
        first = max(first, organization.since.first_ordinal)
    if organization is not None and organization.until is not None:
        last = min(last, organization.until.last_ordinal)
    return first, max(first, last)


def _steps(
    spells: list[Membership],
    still: int,
    within: tuple[int, int],
    key: Callable[[Membership], Hashable],
) -> list[Step]:
    """Return how many belong from each day on which the number may change.

    Args:
        spells: The spells.
        still: The day as of which an absent end still holds.
        within: The first and the last day to be counted.
        key: What is counted, each once.
    """
    first, last = within
    last = max(first, min(last, still))
    bounds = [(key(spell), *spell.bounds(still)) for spell in spells]
    changes = {first, last}
    for _, since, until, sure_since, sure_until in bounds:
        changes.update((since, until + 1, sure_since, sure_until + 1))
    return [
        Step(
            day,
            len({who for who, _, _, since, until in bounds if since <= day <= until}),
            len({who for who, since, until, _, _ in bounds if since <= day <= until}),
        )
        for day in sorted(changes)
        if first <= day <= last
    ]


# -- drawing -------------------------------------------------------------------------


def _chart(
    memberships: Memberships,
    lines: list[_Line],
    domain: tuple[int, int],
    title: str,
    unit: str,
) -> LayerChart:
    alt = style.altair()
    context = memberships._context
    kinds = [] if unit == _BODIES else _kinds(memberships)
    head = style.head(
        title,
        f"Number of {unit} on each day.",
        " ".join(
            notes.coverage_sentence(context, memberships.bodies, kind) for kind in kinds
        )
        or "As far as the organizations' records go.",
        notes.remarks(
            (
                any(s.certain < s.possible for line in lines for s in line.steps),
                "Pale band: possible, as dates are partly known.",
            ),
            (
                any(line.uncovered for line in lines),
                "Thin line: records may be incomplete.",
            ),
        ),
    )
    x = style.time_axis("day", domain, notes.source_line(context, memberships))
    top = max(step.possible for line in lines for step in line.steps)
    y = alt.Y(
        "certain:Q",
        scale=alt.Scale(domain=[0, max(top, 1)], nice=True),
        axis=alt.Axis(
            title=None, tickMinStep=1, tickCount=6, gridColor=style.GRID, domain=False
        ),
    )
    looks = dict(zip((line.label for line in lines), cycle(_LOOKS), strict=False))
    colour = alt.Color(
        "line:N",
        scale=alt.Scale(domain=list(looks), range=[c for c, _ in looks.values()]),
        legend=None,
    )
    dash = alt.StrokeDash(
        "line:N",
        scale=alt.Scale(domain=list(looks), range=[list(d) for _, d in looks.values()]),
        legend=None,
    )
    # The ground is one for all lines: it is that of the first, the members.
    ground = lines[0].uncovered if len(memberships.bodies) == 1 else []
    layers = style.ground(ground, x)
    band = alt.Chart(style.data(_rows(lines))).mark_area(
        interpolate="step-after", opacity=0.3, aria=False
    )
    layers.append(band.encode(x=x, y=y, y2="possible:Q", color=colour))
    for sure, width in ((True, 2.2), (False, 0.8)):
        rows = [row for row in _pieces(lines) if row["sure"] is sure]
        if rows:
            line = alt.Chart(style.data(rows)).mark_line(
                interpolate="step-after", strokeWidth=width, aria=False
            )
            layers.append(
                line.encode(x=x, y=y, color=colour, strokeDash=dash, detail="piece:N")
            )
    layers += _labels(lines, x, y, colour, top)
    chart: LayerChart = alt.layer(*layers).properties(
        width=style.WIDTH,
        height=_HEIGHT,
        title=head,
        description=_told(title, lines, unit),
    )
    return chart


def _kinds(memberships: Memberships) -> list[CoverageOf]:
    found = [covering(m.status) for m in memberships]
    return sorted(set(found), key=list(CoverageOf).index)


def _rows(lines: list[_Line]) -> list[dict[str, object]]:
    return [
        {
            "line": line.label,
            "day": style.iso(step.day),
            "certain": step.certain,
            "possible": step.possible,
        }
        for line in lines
        for step in line.steps
    ]


def _pieces(lines: list[_Line]) -> list[dict[str, object]]:
    """Return the lines in pieces, each wholly of days that are covered or are not."""
    rows: list[dict[str, object]] = []
    for line in lines:
        edges = sorted({edge for gap in line.uncovered for edge in gap})
        first, last = line.steps[0].day, line.steps[-1].day
        cuts = [first, *(edge for edge in edges if first < edge < last), last]
        for number, (since, until) in enumerate(pairwise(cuts)):
            sure = not any(a <= since and until <= b for a, b in line.uncovered)
            at_cut = [_at(line.steps, since)._replace(day=since)]
            within = [step for step in line.steps if since < step.day < until]
            end = [_at(line.steps, until)._replace(day=until)]
            rows += [
                {
                    "line": line.label,
                    "piece": f"{line.label} {number}",
                    "sure": sure,
                    "day": style.iso(step.day),
                    "certain": step.certain,
                }
                for step in (*at_cut, *within, *end)
            ]
    return rows


def _at(steps: list[Step], day: int) -> Step:
    return max((step for step in steps if step.day <= day), key=lambda step: step.day)


def _labels(lines: list[_Line], x: Any, y: Any, colour: Any, top: int) -> list[Any]:
    """Return the labels at the ends of the lines, and the first number of the first line."""
    alt = style.altair()
    ends = alt.Chart(style.data(_ends(lines, max(top, 1) * _LINE_HEIGHT / _HEIGHT)))
    start = lines[0].steps[0]
    first = {
        "line": lines[0].label,
        "day": style.iso(start.day),
        "certain": start.certain,
        "text": _number(start),
    }
    begins = alt.Chart(style.data([first]))
    point = {"filled": True, "size": 36, "opacity": 1}
    text = {"align": "left", "fontSize": 12, "fontWeight": "bold", "aria": False}
    at = style.same_axis(y, "at:Q")
    return [
        ends.mark_point(**point).encode(x=x, y=y, color=colour, description="text:N"),
        ends.mark_text(dx=8, **text).encode(x=x, y=at, text="text:N", color=colour),
        begins.mark_point(aria=False, **point).encode(x=x, y=y, color=colour),
        begins.mark_text(dx=4, dy=-10, **text).encode(
            x=x, y=y, text="text:N", color=colour
        ),
    ]


def _ends(lines: list[_Line], apart: float) -> list[dict[str, Any]]:
    """Return the last number of each line, with a height at which no label hides another."""
    rows: list[dict[str, Any]] = []
    height = float("inf")
    for line in sorted(lines, key=lambda each: -each.steps[-1].certain):
        end = line.steps[-1]
        height = min(end.certain, height - apart)
        rows.append(
            {
                "line": line.label,
                "day": style.iso(end.day),
                "certain": end.certain,
                "at": height,
                "text": f"{_number(end)} {line.label}",
            }
        )
    below = min(0.0, rows[-1]["at"])
    return [{**row, "at": row["at"] - below} for row in rows]


def _number(step: Step) -> str:
    if step.certain == step.possible:
        return f"{step.certain:,}"
    return f"{step.certain:,}–{step.possible:,}"


def _told(title: str, lines: list[_Line], unit: str) -> str:
    """Return what the picture shows, for those who do not see it."""
    told = [f"Line chart. {title}. Number of {unit} on each day."]
    for line in lines:
        start, end = line.steps[0], line.steps[-1]
        most = max(line.steps, key=lambda step: step.certain)
        sentence = (
            f"{line.label[0].upper()}{line.label[1:]}: {_number(start)} on {style.iso(start.day)}, "
            f"{_number(end)} on {style.iso(end.day)}"
        )
        if most.certain > max(start.certain, end.certain):
            sentence += f"; at most {_number(most)}, from {style.iso(most.day)}"
        told.append(f"{sentence}.")
    return " ".join(told)


def _plural(status: Status) -> str:
    return _PLURALS.get(status, f"{status.value.replace('_', ' ')}s")


_PLURALS = {Status.PARTIAL: "partial members", Status.OTHER: "with another status"}
