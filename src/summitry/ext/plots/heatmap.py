"""How many organizations states share, two by two."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from summitry.catalog.display import one_line
from summitry.errors import InvalidValue, WrongType, shorten
from summitry.model import CoverageOf, Status
from summitry.states import State

from . import notes, style


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from altair import LayerChart

    from summitry.catalog.catalog import Catalog
    from summitry.values import DateLike, PartialDate


_MOST = 40
_NARROWEST, _WIDEST = 18, 40
_ROOMY = 36
"""From how many pixels on a cell has room for two numbers."""
_TEXT_WIDTH = 520
_HUE = ("#EAF2F8", "#9FC4DE", "#3B86B7", "#0A4A75")
"""From few to many, darker at every step: so it is read without colours, too."""


class _Pair(NamedTuple):
    """Two states (or one twice), and the organizations that both belong to."""

    one: str
    other: str
    certain: frozenset[str]
    possible: frozenset[str]


def shared_heatmap(
    world: Catalog, states: Iterable[str | State], on: DateLike | None = None
) -> LayerChart:
    """Draw of how many organizations every two of some states are both members on a day.

    In the diagonal, framed, is the number of organizations to which the state belongs. Where
    partly known dates leave it open, both numbers are given, ``12–14``, or in small cells
    ``12+``.

    Args:
        world: The catalogue.
        states: From two to forty, by code or name, in the order in which to show them.
        on: The day; by default the catalogue's date.

    Raises:
        UnknownState: no state is called that; near misses are named.
        InvalidValue: there are too few states, or too many, or one is there twice.
        InvalidDate: *on* is no date.
        WrongType: *world* is no catalogue.
        MissingExtra: Altair is not installed: ``pip install 'summitry[plot]'``.

    Example:
        >>> import summitry
        >>> from summitry.ext import plots
        >>> world = summitry.load()
        >>> chart = plots.shared_heatmap(world, ["AZE", "KAZ", "Türkiye"], on="2023-03-02")
        >>> chart.title.text
        ['Organizations shared by 3 states on 2023-03-02']
    """
    notes.need_catalog(world)
    alt = style.altair()
    context = world._context
    chosen = _chosen(world, states)
    day = world._day(on)
    pairs = _pairs(world, chosen, day)
    names: dict[str, str] = {state.code: one_line(state.name, 34) for state in chosen}
    title = f"Organizations shared by {len(chosen)} states on {day}"
    bodies = sorted({body for pair in pairs for body in pair.possible})
    open_ones = [
        body
        for body in bodies
        if not world._coverages.complete(body, CoverageOf.MEMBERS, day)
    ]
    side = min(_WIDEST, max(_NARROWEST, style.WIDTH // (len(chosen) + 2)))
    width = len(chosen) * side
    meant = (
        "Two numbers: certain–possible, as dates are partly known."
        if side >= _ROOMY
        else "With +: at least so many, as dates are partly known."
    )
    existing = len(world.organizations.on(day))
    head = style.head(
        title,
        f"Number of the {existing} organizations recorded for that day of which both are members.",
        f"Members not known to be complete: {', '.join(map(one_line, open_ones))}."
        if open_ones
        else "For that day the members of all that count are complete.",
        "Framed: those to which the state itself belongs."
        + (f" {meant}" if any(p.certain != p.possible for p in pairs) else ""),
        width=max(width, _TEXT_WIDTH),
    )
    spells = [
        spell
        for state in chosen
        for spell in world.memberships.by(state).where(status=Status.MEMBER).on(day)
    ]
    note = notes.source_line(context, spells)
    layers = _layers(pairs, names, side, note)
    chart: LayerChart = alt.layer(*layers).properties(
        width=width,
        height=width,
        view=alt.ViewBackground(stroke=None),
        title=head,
        description=_told(title, pairs, names),
    )
    return chart


def _chosen(world: Catalog, states: Iterable[str | State]) -> list[State]:
    if isinstance(states, str | State):
        message = f"give several states, not {shorten(states)} alone"
        raise WrongType(message, value=states)
    chosen = [s if isinstance(s, State) else world.state(s) for s in states]
    twice = sorted({s.code for s in chosen if sum(s.code == o.code for o in chosen) > 1})
    if twice:
        message = f"{', '.join(twice)} is there more than once"
        raise InvalidValue(message, value=twice, field="states")
    if len(chosen) < len(("one", "other")):
        message = f"give at least two states, not {len(chosen)}"
        raise InvalidValue(message, value=states, field="states")
    notes.limited(len(chosen), _MOST, "states", "choose fewer")
    return chosen


def _pairs(world: Catalog, states: list[State], day: PartialDate) -> list[_Pair]:
    """Return every state with itself and with each that stands before it."""
    known = {organization.id for organization in world.organizations}
    belongs: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for state in states:
        roll = world.memberships.by(state).where(status=Status.MEMBER)
        belongs[state.code] = (
            frozenset(roll.on(day, match="certain").bodies) & known,
            frozenset(roll.on(day).bodies) & known,
        )
    codes = [state.code for state in states]
    found = [_Pair(code, code, *belongs[code]) for code in codes]
    for one, other in combinations(codes, 2):
        certain = belongs[one][0] & belongs[other][0]
        possible = belongs[one][1] & belongs[other][1]
        found.append(_Pair(other, one, certain, possible))
    return found


# -- drawing -------------------------------------------------------------------------


def _layers(
    pairs: list[_Pair], names: Mapping[str, str], side: int, note: str
) -> list[Any]:
    alt = style.altair()
    rows = [_row(pair, names, side) for pair in pairs]
    shared = [row for row in rows if not row["alone"]]
    themselves = [row for row in rows if row["alone"]]
    least = min(row["number"] for row in shared)
    most = max(row["number"] for row in shared)
    codes = [row["column"] for row in themselves]
    labels = [row["row"] for row in themselves]
    x = alt.X(
        "column:N",
        sort=codes,
        scale=alt.Scale(domain=codes, padding=0),
        axis=alt.Axis(
            orient="bottom",
            labelAngle=0 if side >= _ROOMY else -90,
            ticks=False,
            domain=False,
            **style.foot(note, width=max(len(codes) * side, _TEXT_WIDTH)),
        ),
    )
    y = alt.Y(
        "row:N",
        sort=labels,
        scale=alt.Scale(domain=labels, padding=0),
        axis=alt.Axis(title=None, ticks=False, domain=False, labelLimit=260),
    )
    tips = [
        alt.Tooltip("states:N", title="states"),
        alt.Tooltip("text:N", title="number"),
        alt.Tooltip("organizations:N", title="organizations"),
    ]
    cells = alt.Chart(style.data(shared)).mark_rect(stroke="white", strokeWidth=1)
    framed = alt.Chart(style.data(themselves)).mark_rect(
        fill="white", stroke=style.MUTED, strokeWidth=1
    )
    colour = alt.Color(
        "number:Q",
        scale=alt.Scale(domain=[least, max(most, least + 1)], range=list(_HUE)),
        legend=None,
    )
    layers = [
        cells.encode(x=x, y=y, color=colour, tooltip=tips, description="told:N"),
        framed.encode(x=x, y=y, tooltip=tips, description="told:N"),
    ]
    size = 11 if side >= _ROOMY else 9
    # From about here on white is read more easily than ink.
    deep = least + 0.62 * (most - least)
    dark = [row for row in shared if row["number"] > deep]
    for some, ink in (
        ([row for row in rows if row not in dark], style.INK),
        (dark, "white"),
    ):
        text = alt.Chart(style.data(some)).mark_text(
            fontSize=size, color=ink, aria=False, tooltip=None
        )
        layers.append(text.encode(x=x, y=y, text="short:N"))
    return layers


def _row(pair: _Pair, names: Mapping[str, str], side: int) -> dict[str, Any]:
    both = " and ".join(names[code] for code in dict.fromkeys((pair.one, pair.other)))
    return {
        "row": f"{names[pair.one]} ({pair.one})",
        "column": pair.other,
        "number": len(pair.possible),
        "text": _number(pair),
        "short": _number(pair) if side >= _ROOMY else _short(pair),
        "alone": pair.one == pair.other,
        "states": both,
        "organizations": ", ".join(map(one_line, sorted(pair.possible))) or "none",
        "told": f"{both}: {_number(pair)}",
    }


def _short(pair: _Pair) -> str:
    """Return the number for a cell without room for two."""
    least = len(pair.certain)
    return str(least) if least == len(pair.possible) else f"{least}+"


def _number(pair: _Pair) -> str:
    least, most = len(pair.certain), len(pair.possible)
    return str(most) if least == most else f"{least}–{most}"


def _told(title: str, pairs: list[_Pair], names: Mapping[str, str]) -> str:
    """Return what the picture shows, for those who do not see it."""
    others = [pair for pair in pairs if pair.one != pair.other]
    most = max(others, key=lambda pair: len(pair.possible))
    least = min(others, key=lambda pair: len(pair.possible))
    return (
        f"Heat map. {title}. {names[most.one]} and {names[most.other]} share most, "
        f"{_number(most)}; {names[least.one]} and {names[least.other]} least, "
        f"{_number(least)}."
    )
