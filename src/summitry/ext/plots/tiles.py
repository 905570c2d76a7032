"""A map on which every state is as large as any other."""

from __future__ import annotations

import functools
import json

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from summitry.catalog.context import key_of
from summitry.catalog.display import one_line
from summitry.model import CoverageOf, MemberState, Standing, Status

from . import notes, style


if TYPE_CHECKING:
    from altair import LayerChart

    from summitry.catalog.catalog import Catalog
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
    notes.need_catalog(world)
    alt = style.altair()
    context = world._context
    body = context.organization(organization)
    day = world._day(on)
    spells = world.memberships.of(body).on(day)
    tiles = _tiles(world, body, spells, day)
    title = f"{notes.name_of(context, body)} on {day}"
    width = _COLUMNS * _TILE
    head = style.head(
        title,
        "One square a state, whatever its size.",
        _covered(world, body, day, tiles),
        _beside(world, tiles, spells),
        width=width,
    )
    axis = alt.Axis(
        labels=False,
        ticks=False,
        domain=False,
        grid=False,
        **style.foot(notes.source_line(context, spells), width=width),
    )
    chart: LayerChart = alt.layer(*_layers(tiles, axis)).properties(
        width=width,
        height=_ROWS * _TILE,
        view=alt.ViewBackground(stroke=None),
        title=head,
        description=_told(title, tiles, spells),
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


# -- what is said --------------------------------------------------------------------


def _covered(world: Catalog, body: str, day: PartialDate, tiles: list[_Tile]) -> str:
    """Return for which time members are complete, and whether the observers shown are."""
    said = notes.coverage_sentence(world._context, [body], CoverageOf.MEMBERS)
    observers = any(tile.kind == "observer" for tile in tiles)
    if observers and not world._coverages.complete(body, CoverageOf.OBSERVERS, day):
        said += " Observers on that day: not known to be complete."
    return said


def _beside(world: Catalog, tiles: list[_Tile], spells: Memberships) -> str:
    """Return who else belongs, without a tile: organizations, and states of old."""
    states = [
        f"{tile.name} ({_LOOKS[tile.kind].meaning})"
        for tile in tiles
        if tile.code not in layout() and tile.kind != "outside"
    ]
    bodies = [
        f"{one_line(world._context.label(key_of(spell)), 60)} ({_words(spell)})"
        for spell in sorted(spells, key=lambda s: (_RANK.index(_kind(s)), s.party))
        if not isinstance(spell, MemberState)
    ]
    both = "; ".join([*states, *bodies])
    return f"Also, without a square: {both}." if both else ""


def _numbers(tiles: list[_Tile]) -> dict[str, str]:
    """Return what the legend says of each kind of tile that there is."""
    counts = Counter(tile.kind for tile in tiles)
    return {
        kind: f"{look.meaning}: {counts[kind]}"
        for kind, look in _LOOKS.items()
        if counts[kind]
    }


def _told(title: str, tiles: list[_Tile], spells: Memberships) -> str:
    """Return what the picture shows, for those who do not see it."""
    told = f"{title}: {'; '.join(_numbers(tiles).values())}."
    if spells.organizations:
        bodies = ", ".join(map(one_line, spells.organizations))
        told += f" Organizations belong too: {bodies}."
    return f"Tile map of the world's states, one square each. {told}"


# -- drawing -------------------------------------------------------------------------


_COLUMNS = 33
_ROWS = 21
_LEGEND = (0, 14)
"""Where the legend stands: in the southern Pacific and Atlantic, where no state is."""


def _layers(tiles: list[_Tile], axis: Any) -> list[Any]:
    alt = style.altair()
    across = alt.Scale(domain=[0, _COLUMNS], nice=False)
    down = alt.Scale(domain=[0, _ROWS], reverse=True, nice=False)
    left = alt.X("left:Q", scale=across, axis=axis)
    top = alt.Y("top:Q", scale=down, axis=None)
    middle = style.same_axis(left, "middle:Q")
    tips = [alt.Tooltip("state:N", title="state"), alt.Tooltip("is:N", title="is")]
    bold = {"fontWeight": "bold", "aria": False}
    column, row = _LEGEND
    layers = []
    for place, (kind, text) in enumerate(_numbers(tiles).items()):
        look = _LOOKS[kind]
        rows = [
            _row(tile) for tile in tiles if tile.kind == kind if tile.code in layout()
        ]
        key = {**_square(column, row + place), "told": text, "text": text}
        rect = {
            "fill": look.fill,
            "stroke": look.edge,
            "strokeWidth": look.width,
            "strokeDash": list(look.dash),
        }
        tiled, keyed = (alt.Chart(style.data(each)) for each in (rows, [key]))
        for chart in (tiled, keyed):
            squares = chart.mark_rect(**rect).encode(
                x=left, x2="right:Q", y=top, y2="bottom:Q", description="told:N"
            )
            layers.append(squares.encode(tooltip=tips) if chart is tiled else squares)
        # A sign needs room: the code moves up for it.
        for chart, word, size, height in (
            (tiled, "code:N", 8.5, "upper:Q" if look.sign else "centre:Q"),
            (tiled, alt.value(look.sign), 9, "lower:Q"),
            (keyed, alt.value(look.sign), 9, "centre:Q"),
        ):
            letters = chart.mark_text(fontSize=size, color=look.ink, **bold)
            at = style.same_axis(top, height)
            layers.append(letters.encode(x=middle, y=at, text=word))
        words = keyed.mark_text(
            align="left", dx=18, fontSize=11, color=style.INK, aria=False
        )
        centre = style.same_axis(top, "centre:Q")
        layers.append(words.encode(x=middle, y=centre, text="text:N"))
    return layers


def _row(tile: _Tile) -> dict[str, object]:
    return {
        **_square(*layout()[tile.code]),
        "code": tile.code,
        "state": tile.name,
        "is": tile.told,
        "told": f"{tile.name}: {tile.told}",
    }


def _square(column: int, row: int) -> dict[str, object]:
    return {
        "left": column + _AIR,
        "middle": column + 0.5,
        "right": column + 1 - _AIR,
        "top": row + _AIR,
        "upper": row + 0.33,
        "centre": row + 0.5,
        "lower": row + 0.71,
        "bottom": row + 1 - _AIR,
    }
