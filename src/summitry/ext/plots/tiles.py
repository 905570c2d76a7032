"""A map on which every state is as large as any other."""

from __future__ import annotations

import functools
import json

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from summitry.catalog.catalog import Catalog
from summitry.catalog.context import key_of
from summitry.catalog.display import one_line
from summitry.errors import WrongType, shorten
from summitry.model import CoverageOf, MemberState, Standing, Status

from . import notes, style


if TYPE_CHECKING:
    from altair import LayerChart

    from summitry.catalog.memberships import Memberships
    from summitry.model import Membership, Organization
    from summitry.states import State
    from summitry.values import DateLike, PartialDate


_TILE = 24
"""The side of a tile, in pixels."""
_AIR = 0.05
"""How much of the side of a tile is left free around it."""


class _Look(NamedTuple):
    """How the tiles of one kind look, and what they mean."""

    meaning: str
    fill: str
    ink: str
    edge: str
    sign: str = ""
    dash: tuple[int, ...] = ()
    width: float = 1.0


_MEMBER = _Look("member", style.BLUE, "white", style.BLUE)
_LOOKS = {
    "member": _MEMBER,
    "suspended": _Look("member, suspended", "white", style.INK, style.VERMILLION, "||", (), 2.4),
    "inactive": _Look("member, inactive", "white", style.INK, style.VERMILLION, "–", (), 2.4),
    "observer": _Look("observer", "#A9CCE3", style.INK, style.BLUE, "o"),
    "other": _Look("partner, candidate or other", "#F7E3B0", style.INK, style.ORANGE, "+"),
    "possible": _Look("possibly one of these", "white", style.INK, style.BLUE, "?", (3, 2), 1.6),
    "unknown": _Look("not recorded, perhaps incomplete", "white", "#767676", "#BBBBBB", "", (2, 2)),
    "outside": _Look("outside", "#EFEFEF", "#6B6B6B", "#EFEFEF"),
}  # fmt: skip


class _Tile(NamedTuple):
    """One state on the map."""

    code: str
    name: str
    kind: str
    told: str


@functools.cache
def layout() -> dict[str, tuple[int, int]]:
    """Return the column and the row of each state's tile, by its code.

    Neighbours are near each other. States of which one came after the other may share a
    tile; no two that existed on one day since 1945 do.

    Example:
        >>> layout()["PRT"], layout()["ESP"]
        ((9, 6), (10, 6))
    """
    file = Path(__file__).with_name("tiles.json")
    places = json.loads(file.read_text(encoding="utf-8"))
    return {code: (column, row) for code, (column, row) in places.items()}


def tile_map(
    world: Catalog, organization: str | Organization, on: DateLike | None = None
) -> LayerChart:
    """Draw who is in a body on a day, one equal square a state.

    Tuvalu is as large as China. Drawn are the states that existed on the day, those that
    belonged to any body then, and the territories that belong to this one. What a tile
    means is said by its lightness, its edge and a sign: suspended and inactive members,
    observers, others, those that possibly belong.

    Args:
        world: The catalogue.
        organization: The body's id or name.
        on: The day; by default the catalogue's date.

    Raises:
        UnknownOrganization: none is called that; near misses are named.
        InvalidDate: *on* is no date.
        WrongType: *world* is no catalogue.
        MissingExtra: Altair is not installed: ``pip install 'summitry[plot]'``.

    Example:
        >>> import summitry
        >>> from summitry.ext import plots
        >>> chart = plots.tile_map(summitry.load(), "NAM", on="2023-03-02")
        >>> chart.title.text
        ['Non-Aligned Movement on 2023-03-02']
    """
    if not isinstance(world, Catalog):
        message = f"{shorten(world)} is no catalogue: give summitry.load()"
        raise WrongType(message, value=world)
    alt = style.altair()
    context = world._context
    body = context.organization(organization)
    day = world._day(on)
    spells = world.memberships.of(body).on(day)
    tiles = _tiles(world, body, spells, day)
    title = f"{notes.name_of(context, body)} on {day}"
    drawn = [tile for tile in tiles if tile.code in layout()]
    beside = [
        tile for tile in tiles if tile.code not in layout() and tile.kind != "outside"
    ]
    more = [
        *(f"{tile.name} ({_LOOKS[tile.kind].meaning})" for tile in beside),
        *_bodies(world, spells),
    ]
    width = _COLUMNS * _TILE
    kinds = [kind for kind in _LOOKS if any(tile.kind == kind for tile in drawn)]
    counts = {kind: sum(tile.kind == kind for tile in tiles) for kind in kinds}
    head = style.head(
        title,
        "One square a state, whatever its size.",
        notes.coverage_sentence(
            context,
            [body],
            CoverageOf.MEMBERS,
        )
        + (
            ""
            if world._coverages.complete(body, CoverageOf.OBSERVERS, day)
            or "observer" not in kinds
            else " Observers on that day: not known to be complete."
        ),
        f"Also, without a square: {'; '.join(more)}." if more else "",
        width=width,
    )
    note = notes.source_line(context, spells)
    chart: LayerChart = alt.layer(*_layers(drawn, kinds, counts, note, width)).properties(
        width=width,
        height=_ROWS * _TILE,
        view=alt.ViewBackground(stroke=None),
        title=head,
        description=_told(title, counts, spells),
    )
    return chart


# -- who is what ---------------------------------------------------------------------


def _tiles(
    world: Catalog, body: str, spells: Memberships, day: PartialDate
) -> list[_Tile]:
    complete = world._coverages.complete(body, CoverageOf.MEMBERS, day)
    certain = set(spells.on(day, match="certain"))
    theirs: dict[str, list[Membership]] = {}
    for spell in spells:
        if isinstance(spell, MemberState):
            theirs.setdefault(spell.state, []).append(spell)
    # Before it was independent a state may have belonged: India to the United Nations.
    anywhere = set(world.memberships.on(day, match="certain").states)
    tiles = []
    for state in world.states:
        mine = theirs.get(state.code, [])
        if not _is_drawn(state, day, belongs=state.code in anywhere, here=mine):
            continue
        name = one_line(state.name)
        if mine:
            kind, told = _standing(mine, certain)
        elif complete:
            kind, told = "outside", "outside"
        else:
            kind, told = "unknown", "not recorded; the records may be incomplete"
        tiles.append(_Tile(state.code, name, kind, told))
    return tiles


def _is_drawn(
    state: State, day: PartialDate, *, belongs: bool, here: list[Membership]
) -> bool:
    """Whether a state is on the map of a day.

    Args:
        state: The state or territory.
        day: The day.
        belongs: Whether it certainly belonged to any body.
        here: Its spells in this one, of which none need be certain.
    """
    if state.existed_on(day).possible or (belongs and (here or not state.territory_of)):
        return True
    # What is only possible is so no more of a state that was not there.
    return bool(here) and not state.existed


def _standing(spells: list[Membership], certain: set[Membership]) -> tuple[str, str]:
    """Return what a state is in a body, and the words for it."""
    sure = [spell for spell in spells if spell in certain]
    best = min(sure or spells, key=lambda spell: _RANK.index(_kind(spell)))
    kind = _kind(best) if sure else "possible"
    told = "; or ".join(
        f"{_words(spell)}, {notes.when(spell)}" for spell in ([best] if sure else spells)
    )
    return kind, told if sure else f"possibly {told}"


_RANK = ("member", "suspended", "inactive", "observer", "other")


def _kind(spell: Membership) -> str:
    if spell.status is Status.MEMBER:
        return "member" if spell.standing is Standing.ACTIVE else spell.standing.value
    return "observer" if spell.status is Status.OBSERVER else "other"


def _words(spell: Membership) -> str:
    status = one_line(spell.status_label or spell.status.value.replace("_", " "))
    return (
        status
        if spell.standing is Standing.ACTIVE
        else f"{status}, {spell.standing.value}"
    )


def _bodies(world: Catalog, spells: Memberships) -> list[str]:
    """Return the organizations that belong, with the status of each."""
    return [
        f"{one_line(world._context.label(key_of(spell)), 60)} ({_words(spell)})"
        for spell in sorted(spells, key=lambda s: (_RANK.index(_kind(s)), s.party))
        if not isinstance(spell, MemberState)
    ]


# -- drawing -------------------------------------------------------------------------


_COLUMNS = 33
_ROWS = 21
_LEGEND = (0, 14)
"""Where the legend stands: in the southern Pacific and Atlantic, where no state is."""


def _layers(
    tiles: list[_Tile],
    kinds: list[str],
    counts: dict[str, int],
    note: str,
    width: int,
) -> list[Any]:
    alt = style.altair()
    places = layout()
    rows = [
        {**_row(places[tile.code], tile.code, _LOOKS[tile.kind]), "state": tile.name,
         "is": tile.told, "told": f"{tile.name}: {tile.told}"}
        for tile in tiles
    ]  # fmt: skip
    column, first = _LEGEND
    legend = [
        {**_row((column, first + place), "", _LOOKS[kind]), "state": None, "is": None,
         "told": None, "text": f"{_LOOKS[kind].meaning}: {counts[kind]}"}
        for place, kind in enumerate(kinds)
    ]  # fmt: skip
    x_scale = alt.Scale(domain=[0, _COLUMNS], nice=False)
    y_scale = alt.Scale(domain=[0, _ROWS], reverse=True, nice=False)
    axis = alt.Axis(
        labels=False,
        ticks=False,
        domain=False,
        grid=False,
        **style.foot(note, width=width),
    )
    x, y = (
        alt.X("left:Q", scale=x_scale, axis=axis),
        alt.Y("top:Q", scale=y_scale, axis=None),
    )

    def own(field: str) -> Any:
        """Return a channel whose values are what is drawn, with no scale between."""
        return {"field": field, "type": "nominal", "scale": None, "legend": None}

    tips = [alt.Tooltip("state:N", title="state"), alt.Tooltip("is:N", title="is")]
    layers = []
    for shown in (rows, legend):
        marks = alt.Chart(style.data(shown))
        dashes = {tuple(row["dash"]) for row in shown}
        for dash in sorted(dashes):
            some = [row for row in shown if tuple(row["dash"]) == dash]
            squares = alt.Chart(style.data(some)).mark_rect(
                strokeDash=list(dash) or [1, 0], aria=shown is rows
            )
            layers.append(
                squares.encode(
                    x=x,
                    x2="right:Q",
                    y=y,
                    y2="bottom:Q",
                    fill=alt.Fill(**own("fill")),
                    stroke=alt.Stroke(**own("edge")),
                    strokeWidth=alt.StrokeWidth("width:Q", scale=None, legend=None),
                    tooltip=tips,
                    description="told:N",
                )
            )
        middle_x, middle_y = style.same_axis(x, "x:Q"), style.same_axis(y, "y:Q")
        for field, size, shift in (("code", 8.5, "code_y"), ("sign", 9, "sign_y")):
            text = marks.mark_text(
                fontSize=size, fontWeight="bold", aria=False, tooltip=None
            )
            layers.append(
                text.encode(
                    x=middle_x,
                    y=style.same_axis(y, f"{shift}:Q"),
                    text=f"{field}:N",
                    color=alt.Color(**own("ink")),
                )
            )
    words = alt.Chart(style.data(legend)).mark_text(
        align="left", dx=18, fontSize=11, color=style.INK, aria=False
    )
    layers.append(words.encode(x=middle_x, y=middle_y, text="text:N"))
    return layers


def _row(place: tuple[int, int], code: str, look: _Look) -> dict[str, Any]:
    column, row = place
    return {
        "code": one_line(code),
        "left": column + _AIR,
        "right": column + 1 - _AIR,
        "top": row + _AIR,
        "bottom": row + 1 - _AIR,
        "x": column + 0.5,
        "y": row + 0.5,
        # A sign needs room: the code moves up for it.
        "code_y": row + (0.33 if look.sign else 0.5),
        "sign_y": row + (0.71 if code else 0.5),
        "sign": look.sign,
        "fill": look.fill,
        "ink": look.ink,
        "edge": look.edge,
        "width": look.width,
        "dash": list(look.dash),
    }


def _told(title: str, counts: dict[str, int], spells: Memberships) -> str:
    """Return what the picture shows, for those who do not see it."""
    told = [f"{_LOOKS[kind].meaning}: {count}" for kind, count in counts.items()]
    bodies = spells.organizations
    also = (
        f" Organizations belong too: {', '.join(map(one_line, bodies))}."
        if bodies
        else ""
    )
    return f"Tile map of the world's states, one square each. {title}: {'; '.join(told)}.{also}"
