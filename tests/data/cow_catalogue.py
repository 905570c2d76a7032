"""The Correlates of War tables as a catalogue: what they claim, at the precision they have.

Nothing of them is kept: a catalogue is made where the tables are found, and forgotten.
"""

from __future__ import annotations

import re

from collections import defaultdict
from itertools import groupby

from test_against_cow import LAST_YEAR, rows_of

import summitry


KINDS = {"1": "member", "2": "associate", "3": "observer"}
SOURCE = summitry.Source(
    id="cow-igo-v3",
    title="Intergovernmental Organizations, version 3",
    publisher="The Correlates of War Project",
)


def catalogue(folder, world, names):
    """What the tables say of some bodies, by the name of their column → our id.

    Every run of years with one value is a spell: from a year, to a year.
    """
    numbers = _numbers(folder)
    codes = _codes(world)
    records = [SOURCE]
    years = defaultdict(list)
    titles = {}
    for row in rows_of(folder / "igo_year_format3.csv.gz"):
        body = names.get(row["ioname"].lower())
        if body is None:
            continue
        titles[body] = row["orgname"]
        for column, number in numbers.items():
            kind = KINDS.get(row[column])
            if kind is not None:
                years[body, number, kind].append(int(row["year"]))
    for row in rows_of(folder / "state_year_format3.csv.gz"):
        for column, body in names.items():
            kind = KINDS.get(row.get(column))
            if body not in titles and kind is not None:
                years[body, int(row["ccode"]), kind].append(int(row["year"]))
    records += [
        summitry.Organization(id=body, name=titles.get(body, body), sources=[SOURCE.id])
        for body in sorted({body for body, _, _ in years})
    ]
    for (body, number, kind), found in sorted(years.items()):
        records += _spells(body, number, kind, sorted(found), codes)
    return summitry.Catalog(records, as_of=f"{LAST_YEAR}-12-31")


def identifier(column):
    """An id of ours for a body of theirs."""
    plain = re.sub(r"[^A-Z0-9]+", "-", column.upper()).strip("-")
    return f"COW-{plain}"


def _spells(body, number, kind, years, codes):
    """One spell for each run of years in which one key bore the number."""
    named = [(year, codes.get((number, year))) for year in years]
    runs = groupby(enumerate(named), key=lambda item: (item[1][0] - item[0], item[1][1]))
    for (_, code), run in runs:
        if code is None:
            continue
        first, *_, last = [year for _, (year, _) in run] * 2
        yield summitry.MemberState(
            organization=body,
            state=code,
            status=kind,
            since=str(first),
            until=None if last >= LAST_YEAR else str(last),
            sources=[SOURCE.id],
        )


def _numbers(folder):
    import csv  # noqa: PLC0415

    with (folder / "states2016.csv").open(encoding="utf-8", newline="") as stream:
        return {row["state"]: int(row["ccode"]) for row in csv.DictReader(stream)}


def _codes(world):
    """The key of who bore a number on some day of a year, the later one if two did."""
    found = {}
    for state in sorted(world.states, key=lambda s: s.cow_numbers[:1]):
        for number in state.cow_numbers:
            for year in range(1816, LAST_YEAR + 1):
                if number.period.overlaps(str(year)).possible:
                    found[number.number, year] = state.code
    return found
