"""What is asked of a panel, understood: which years, states, organizations, statuses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np

from summitry.errors import InvalidValue, WrongType, shorten
from summitry.model.vocabulary.memberships import to_status
from summitry.states import State
from summitry.values import Period
from summitry.values.fields import word
from summitry.values.period import period

from .block import Choice
from .grid import STATUSES, Grid
from .panel import Panel
from .tables import Layout
from .vocabulary import PanelKind, StateSystem, YearRule


if TYPE_CHECKING:
    from summitry.catalog import Catalog
    from summitry.model import Organization, Status

    from .years import Ints


Years: TypeAlias = int | str | Period | Iterable[int]
"""Years: a number, a range, several numbers, or a period such as ``"1945/2024"``."""


def panel(
    catalog: Catalog,
    kind: PanelKind | str,
    *,
    years: Years | None,
    rule: YearRule | str,
    status: Status | str | Iterable[Status | str],
    system: StateSystem | str | None,
    states: Iterable[str | State] | None,
    organizations: Iterable[str | Organization] | None,
    columns: Literal["counts", "states", "organizations"],
    directed: bool,
) -> Panel:
    """Return a panel of a catalogue: see :meth:`summitry.Catalog.panel`."""
    kind = word(PanelKind, kind)
    rule = word(YearRule, rule)
    grid = grid_of(catalog)
    choice = Choice(
        states=_states(catalog, grid, states),
        organizations=_organizations(catalog, grid, organizations),
        statuses=_statuses(status),
        rule=rule,
        system=None if system is None else word(StateSystem, system),
    )
    layout = Layout(kind, _one_by_one(kind, columns), directed)
    chosen = _whole_years(catalog, grid, choice) if years is None else _years(years)
    return Panel(grid, choice, layout, chosen)


def grid_of(catalog: Catalog) -> Grid:
    """Return a catalogue's memberships as columns, made once."""
    grid = catalog._grid  # noqa: SLF001 - kept for us by the catalogue
    if not isinstance(grid, Grid):
        grid = Grid(catalog)
        object.__setattr__(catalog, "_grid", grid)
    return grid


def _one_by_one(kind: PanelKind, columns: str) -> bool:
    others = "organizations" if kind.of_states else "states"
    if columns not in ("counts", others):
        message = f"{shorten(columns)} are no columns of a {kind} panel; expected counts or {others}"
        raise InvalidValue(message, value=columns, field="columns")
    return columns == others


def _statuses(status: Status | str | Iterable[Status | str]) -> tuple[Status, ...]:
    given = [status] if isinstance(status, str) else list(_several(status, "statuses"))
    chosen = {to_status(each) for each in given}
    if not chosen:
        message = "give at least one status, such as 'member'"
        raise InvalidValue(message, value=status, field="status")
    return tuple(each for each in STATUSES if each in chosen)


def _states(catalog: Catalog, grid: Grid, states: Iterable[str | State] | None) -> Ints:
    if states is None:
        return np.arange(len(grid.states))
    given = _several(states, "states")
    codes = {s.code if isinstance(s, State) else catalog.state(s).code for s in given}
    return np.array(sorted(grid.state_places[code] for code in codes), np.int64)


def _organizations(
    catalog: Catalog, grid: Grid, organizations: Iterable[str | Organization] | None
) -> Ints:
    if organizations is None:
        return np.arange(len(grid.organizations))
    given = _several(organizations, "organizations")
    ids = dict.fromkeys(catalog._context.organization(each) for each in given)  # noqa: SLF001
    return np.array([grid.organization_places[each] for each in ids], np.int64)


def _several(values: object, what: str) -> list[Any]:
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        message = f"expected several {what}, such as a list, not {shorten(values)}"
        raise WrongType(message, value=values, field=what)
    return list(values)


def _years(years: Years) -> tuple[int, ...]:
    if isinstance(years, str | Period):
        span = period(years)
        if span.since is None or span.until is None:
            message = f"{span} has no end: which years are meant?"
            raise InvalidValue(message, value=years, field="years")
        return tuple(range(span.earliest.year, span.latest.year + 1))
    given = [years] if isinstance(years, int) else _several(years, "years")
    for year in given:
        if isinstance(year, bool) or not isinstance(year, int | np.integer):
            message = f"{shorten(year)} is not a year; expected a number such as 1961"
            raise WrongType(message, value=year, field="years")
        if not _FIRST <= year <= _LAST:
            message = f"{year} is not a year from {_FIRST} to {_LAST}"
            raise InvalidValue(message, value=year, field="years")
    return tuple(sorted({int(year) for year in given}))


def _whole_years(catalog: Catalog, grid: Grid, choice: Choice) -> tuple[int, ...]:
    """Return the years from the first founding to the last that the catalogue covers."""
    if catalog.as_of is None:
        message = "this catalogue has no date of its own: say for which years, years=…"
        raise InvalidValue(message, field="years")
    chosen = [grid.organizations[i] for i in choice.organizations]
    bodies = [catalog.organizations.get(each) for each in chosen]
    foundings = [body.since.latest.year for body in bodies if body and body.since]
    today = catalog.as_of.latest
    whole = choice.rule is YearRule.FIRST or (today.month, today.day) == (12, 31)
    last = today.year if whole else today.year - 1
    return tuple(range(min(foundings, default=last), last + 1))


_FIRST, _LAST = 1, 9998
"""The years for which there are days before and behind."""
