"""A catalogue in the layout of COW's own tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from summitry.codec.tables.arrow import pyarrow
from summitry.errors import InvalidValue
from summitry.model import MemberState

from .codes import ABSENT, CODES, MISSING, NO_MEMBER, SHORT_NAMES, STATUSES
from .records import label


if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitry.catalog import Catalog
    from summitry.states import State
    from summitry.values import PartialDate

    from .cells import Codes, Ints


class Rendered(NamedTuple):
    """What the state-year table says of a catalogue.

    Attributes:
        numbers: COW's number of the state of each row.
        years: The year of each row.
        short: COW's short name of the state of each row.
        bodies: The ids of the organizations.
        names: COW's names of them, or else their ids.
        codes: The codes by body and row.
    """

    numbers: Ints
    years: Ints
    short: list[str | None]
    bodies: list[str]
    names: list[str]
    codes: Codes


def state_year(catalog: Catalog) -> Any:
    """Return a catalogue in the layout of ``state_year_format3``.

    A row is a state of COW's system in a year, a column an organization: 1 a full member,
    2 an associate, 3 an observer, 0 none of these, -9 unknown, -1 no such body in that
    year. Of a catalogue that :func:`~summitry.ext.cow.read_cow` has read, each cell is as
    it was.

    Args:
        catalog: One that was read from COW's tables, or any other that has a date.

    Returns:
        A ``pyarrow.Table``: ``ccode``, ``year``, ``state``, and a column a body, in
        lower case.

    Raises:
        InvalidValue: the catalogue has no date.
        MissingExtra: numpy or pyarrow is not installed.
    """
    pa = pyarrow()
    found = rendered(catalog)
    columns = {
        "ccode": pa.array(found.numbers, pa.int32()),
        "year": pa.array(found.years, pa.int32()),
        "state": pa.array(found.short, pa.string()),
    }
    for name, codes in zip(found.names, found.codes, strict=True):
        columns[name.lower()] = pa.array(codes, pa.int8())
    return pa.table(columns)


def igo_year(catalog: Catalog) -> Any:
    """Return a catalogue in the layout of ``igo_year_format3``.

    A row is an organization in a year, a column a state, with the codes of
    :func:`state_year`; -1 is a state that was not in the system. A row of which nothing is
    known has -9 for such a state as well, as the table has it.

    Args:
        catalog: One that was read from COW's tables, or any other that has a date.

    Returns:
        A ``pyarrow.Table``: ``ioname``, ``orgname``, ``year``, a column a state, and
        of the columns about the organization ``longorgname`` and ``ionum``.

    Raises:
        InvalidValue: the catalogue has no date.
        MissingExtra: numpy or pyarrow is not installed.
    """
    pa = pyarrow()
    found = rendered(catalog)
    numbers, states = np.unique(found.numbers, return_inverse=True)
    years, times = np.unique(found.years, return_inverse=True)
    shape = (len(numbers), len(found.bodies), len(years))
    codes = np.full(shape, ABSENT, np.int8)
    codes[states, :, times] = found.codes.T
    system = np.zeros((len(numbers), len(years)), np.bool_)
    system[states, times] = True
    missing = (codes == MISSING) | ~system[:, None, :]
    silent = missing.all(axis=0) & (codes == MISSING).any(axis=0)
    codes[:, silent] = MISSING
    bodies, at = np.nonzero((codes != ABSENT).any(axis=0))
    order = np.lexsort((years[at], np.array(found.names)[bodies]))
    bodies, at = bodies[order], at[order]
    short = dict(zip(found.numbers.tolist(), found.short, strict=True))
    about = [_about(catalog, body) for body in found.bodies]
    columns: dict[str, Any] = {
        "ioname": pa.array([found.names[body] for body in bodies], pa.string()),
        "orgname": pa.array([about[body][0] for body in bodies], pa.string()),
        "year": pa.array(years[at], pa.int32()),
    }
    for place, number in enumerate(numbers.tolist()):
        columns[short[number] or str(number)] = pa.array(codes[place, bodies, at])
    columns["longorgname"] = pa.array([about[body][1] for body in bodies], pa.string())
    columns["ionum"] = pa.array([about[body][2] for body in bodies], pa.int32())
    return pa.table(columns)


def _about(catalog: Catalog, key: str) -> tuple[str, str, int | None]:
    """Return the short name, the long name and the number of a body."""
    body = catalog.organizations.get(key)
    if body is None:
        return key, key, None
    names = [name.text for name in body.names]
    long = next((name for name in names if label(name) == body.name), body.name)
    short = next((name for name in names if name != long), body.name)
    number = body.ids.get("cow_ionum", "")
    return short, long, int(number) if number.isdigit() else None


# -- cells ---------------------------------------------------------------------------


def rendered(catalog: Catalog) -> Rendered:
    """Return what the state-year table says of a catalogue.

    Raises:
        InvalidValue: the catalogue has no date.
    """
    years = _years(catalog)
    panel = catalog.panel(
        "state-year",
        years=years,
        status=list(STATUSES.values()),
        system="cow",
        columns="organizations",
    ).to_arrow()
    keys = panel.column("state").to_pylist()
    at = panel.column("year").to_numpy()
    numbers = panel.column("cow").to_numpy()
    bodies = panel.column_names[_KEYS:]
    codes = np.empty((len(bodies), len(at)), np.int8)
    for place, name in enumerate(bodies):
        codes[place] = _codes(panel.column(name))
    _put_labels(catalog, codes, keys, at, bodies)
    order = np.lexsort((at, numbers))
    short = {key: list(_short_names(catalog.states[key])) for key in set(keys)}
    return Rendered(
        numbers[order],
        at[order],
        [_short_name(short[keys[row]], int(at[row])) for row in order.tolist()],
        bodies,
        _names(catalog, bodies),
        codes[:, order],
    )


_KEYS = 3
"""The columns of the panel before those of the bodies: state, year and number."""

_WORDS = {
    "none": NO_MEMBER,
    "absent": ABSENT,
    **{status.value: code for code, status in STATUSES.items()},
}


def _codes(column: Any) -> Codes:
    """Return the codes of a column of words; of one that is unknown, that it is missing."""
    found = column.unify_dictionaries().combine_chunks()
    words = [_WORDS[word] for word in found.dictionary.to_pylist()]
    index = found.indices.fill_null(len(words)).to_numpy(zero_copy_only=False)
    codes: Codes = np.array([*words, MISSING], np.int8)[index]
    return codes


def _years(catalog: Catalog) -> range:
    """Return the years of the state system of a catalogue, up to its date."""
    if catalog.as_of is None:
        message = "a catalogue without a date has no last year to be rendered"
        raise InvalidValue(message, field="as_of")
    first = [
        number.since.earliest.year
        for state in catalog.states
        for number in state.cow_numbers
        if number.since is not None and str(number.since)[:1] != "["
    ]
    return range(min(first, default=_SYSTEM_BEGINS), catalog.as_of.latest.year + 1)


_SYSTEM_BEGINS = 1816


def _put_labels(
    catalog: Catalog, codes: Codes, keys: list[str], years: Ints, bodies: list[str]
) -> None:
    """Put COW's own code where a spell that may be empty has it for a label."""
    rows = {
        (key, int(year)): row
        for row, (key, year) in enumerate(zip(keys, years, strict=True))
    }
    places = {body: place for place, body in enumerate(bodies)}
    for spell in catalog.memberships:
        if not isinstance(spell, MemberState) or spell.status_label not in _LABELS:
            continue
        since, until = spell.since, spell.until
        if since is None or until is None or not _may_be_empty(since, until):
            continue
        for year in range(since.earliest.year, until.latest.year + 1):
            row = rows.get((spell.state, year))
            if row is not None:
                codes[places[spell.organization], row] = int(spell.status_label)


_LABELS = frozenset(str(code) for code in CODES)


def _may_be_empty(since: PartialDate, until: PartialDate) -> bool:
    return since.latest.year > until.earliest.year


def _names(catalog: Catalog, bodies: list[str]) -> list[str]:
    """Return COW's names of organizations; where two have one, or there is none, the id."""
    held = [catalog.organizations.get(body) for body in bodies]
    names = [
        key if body is None else body.ids.get("cow", key)
        for key, body in zip(bodies, held, strict=True)
    ]
    lower = [name.lower() for name in names]
    return [
        name if lower.count(name.lower()) == 1 else key
        for name, key in zip(names, bodies, strict=True)
    ]


def _short_names(state: State) -> Iterator[tuple[int, int, str]]:
    """Yield COW's short names of a state, each with its first and last year."""
    for name in state.names:
        if name.language == SHORT_NAMES:
            period = name.period
            yield period.earliest.year, period.latest.year, name.text


def _short_name(names: list[tuple[int, int, str]], year: int) -> str | None:
    return next((text for first, last, text in names if first <= year <= last), None)
