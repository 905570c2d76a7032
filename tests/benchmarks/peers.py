"""Other ways to ask who belongs on a day, built from the very same spells."""

from __future__ import annotations

import importlib.util
import sqlite3

from bisect import bisect_right
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import summitry


class Row(NamedTuple):
    """One spell, between the first and the last day on which it possibly holds."""

    body: str
    party: str
    status: str
    first: int
    last: int


class Store(Protocol):
    """Rows, found by body and status or by party."""

    def roll(self, body: str, status: str, day: str) -> Any:
        """Find the rows of a status in a body on a day."""

    def by(self, party: str, day: str) -> Any:
        """Find the rows of a party on a day."""


class PandasFilter:
    """A boolean filter of a data frame, with categories for texts."""

    def __init__(self, rows: list[Row]) -> None:
        import pandas as pd

        frame = pd.DataFrame(rows, columns=Row._fields)
        self._rows = frame.astype(dict.fromkeys(("body", "party", "status"), "category"))

    def roll(self, body: str, status: str, day: str) -> Any:
        rows, on = self._rows, _ordinal(day)
        return rows[
            (rows["body"] == body)
            & (rows["status"] == status)
            & (rows["first"] <= on)
            & (rows["last"] >= on)
        ]

    def by(self, party: str, day: str) -> Any:
        rows, on = self._rows, _ordinal(day)
        return rows[
            (rows["party"] == party) & (rows["first"] <= on) & (rows["last"] >= on)
        ]


class SqliteIndex:
    """SQLite in memory, with an index that covers each question."""

    def __init__(self, rows: list[Row]) -> None:
        self._base = sqlite3.connect(":memory:")
        self._base.executescript(
            """
            CREATE TABLE spell (body, party, status, first INTEGER, last INTEGER);
            CREATE INDEX roll ON spell (body, status, first, last, party);
            CREATE INDEX by_party ON spell (party, first, last, body);
            """
        )
        self._base.executemany("INSERT INTO spell VALUES (?, ?, ?, ?, ?)", rows)
        self._base.execute("ANALYZE")

    def roll(self, body: str, status: str, day: str) -> Any:
        on = _ordinal(day)
        return self._base.execute(
            "SELECT party FROM spell WHERE body = ? AND status = ?"
            " AND first <= ? AND last >= ?",
            (body, status, on, on),
        ).fetchall()

    def by(self, party: str, day: str) -> Any:
        on = _ordinal(day)
        return self._base.execute(
            "SELECT body FROM spell WHERE party = ? AND first <= ? AND last >= ?",
            (party, on, on),
        ).fetchall()


class SortedList:
    """Rows sorted by first day, in a dict by key: bisect, then look at each."""

    def __init__(self, rows: list[Row]) -> None:
        self._rolls = _grouped(rows, lambda row: (row.body, row.status))
        self._by = _grouped(rows, lambda row: row.party)
        groups = chain(self._rolls.values(), self._by.values())
        self._firsts = {id(group): [row.first for row in group] for group in groups}

    def roll(self, body: str, status: str, day: str) -> Any:
        return self._on(self._rolls[body, status], _ordinal(day))

    def by(self, party: str, day: str) -> Any:
        return self._on(self._by[party], _ordinal(day))

    def _on(self, rows: list[Row], on: int) -> list[Row]:
        begun = bisect_right(self._firsts[id(rows)], on)
        return [row for row in rows[:begun] if row.last >= on]


class ChangePoints:
    """The days on which an answer changes, and the answers between them, remembered."""

    def __init__(self, rows: list[Row]) -> None:
        self._rolls = _grouped(rows, lambda row: (row.body, row.status))
        self._by = _grouped(rows, lambda row: row.party)
        groups = chain(self._rolls.values(), self._by.values())
        self._changes = {id(group): _changes(group) for group in groups}
        self._known: dict[tuple[int, int], tuple[Row, ...]] = {}

    def roll(self, body: str, status: str, day: str) -> Any:
        return self._on(self._rolls[body, status], _ordinal(day))

    def by(self, party: str, day: str) -> Any:
        return self._on(self._by[party], _ordinal(day))

    def forget(self) -> None:
        self._known.clear()

    def _on(self, rows: list[Row], on: int) -> tuple[Row, ...]:
        key = (id(rows), bisect_right(self._changes[id(rows)], on))
        known = self._known.get(key)
        if known is None:
            known = tuple(row for row in rows if row.first <= on <= row.last)
            self._known[key] = known
        return known


class Peer:
    """The questions of a catalogue, asked of a store."""

    def __init__(
        self, make: Callable[[list[Row]], Store], catalog: summitry.Catalog
    ) -> None:
        self.memberships = make(list(rows(catalog.memberships)))
        self.chairmanships = make(list(rows(catalog.chairmanships)))

    def members(self, body: str, on: str) -> Any:
        return self.memberships.roll(body, "member", on)

    def observers(self, body: str, on: str) -> Any:
        return self.memberships.roll(body, "observer", on)

    def by(self, party: str, on: str) -> Any:
        return self.memberships.by(party, on)

    def chair(self, body: str, on: str) -> Any:
        return self.chairmanships.roll(body, "chair", on)

    def share(self, body: str, of: str, on: str) -> float:
        ours = set(parties(self.members(body, on)))
        theirs = set(parties(self.members(of, on)))
        return len(ours & theirs) / len(theirs)

    def forget(self) -> None:
        for store in (self.memberships, self.chairmanships):
            if isinstance(store, ChangePoints):
                store.forget()


def available() -> dict[str, Callable[[list[Row]], Store]]:
    """Return the stores that this environment can build."""
    stores: dict[str, Callable[[list[Row]], Store]] = {
        "sorted list, bisect": SortedList,
        "change points, memo": ChangePoints,
        "SQLite, covering index": SqliteIndex,
    }
    if importlib.util.find_spec("pandas"):
        stores["pandas filter"] = PandasFilter
    return stores


def parties(found: Any) -> list[str]:
    """Return the parties among what a store found."""
    if hasattr(found, "columns"):
        return found["party"].tolist()
    return [row.party if isinstance(row, Row) else row[0] for row in found]


def bodies(found: Any) -> list[str]:
    """Return the bodies among what a store found."""
    if hasattr(found, "columns"):
        return found["body"].tolist()
    return [row.body if isinstance(row, Row) else row[0] for row in found]


def rows(spells: Iterable[Any]) -> Iterable[Row]:
    """Yield the rows of memberships or chairmanships."""
    for spell in spells:
        yield Row(
            spell.organization,
            spell.party,
            getattr(spell, "status", "chair"),
            date.min.toordinal() if spell.since is None else spell.since.first_ordinal,
            date.max.toordinal() if spell.until is None else spell.until.last_ordinal,
        )


def _grouped(rows: list[Row], key: Callable[[Row], Any]) -> dict[Any, list[Row]]:
    groups: dict[Any, list[Row]] = {}
    for row in sorted(rows, key=lambda row: row.first):
        groups.setdefault(key(row), []).append(row)
    return groups


def _changes(rows: list[Row]) -> list[int]:
    return sorted({day for row in rows for day in (row.first, row.last + 1)})


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
