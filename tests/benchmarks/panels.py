"""What panels cost: of a catalogue as large as the Correlates of War's, and 100 times that.

The catalogue is made up: as many organizations, states, years and spells as theirs. What
is compared with is the same table made by data frames, from the same spells.
"""

from __future__ import annotations

import random
import resource
import time

from typing import TYPE_CHECKING

import polars as pl

from timing import in_turn, table, target

import summitry

from summitry.ext.panels.asking import grid_of


if TYPE_CHECKING:
    from collections.abc import Iterator


BODIES, STATES, YEARS = 534, 217, range(1816, 2015)
FEW = range(1995, 2015)
"""Years enough for the data frames."""


def main() -> None:
    """Print the tables."""
    world = made_up(1)
    print(
        f"\n{len(world.memberships):,} spells in {len(world.organizations)} organizations"
    )
    questions(world)
    whole_panels(world)
    large()


def made_up(times: int) -> summitry.Catalog:
    """Return a catalogue with so many times the organizations of the Correlates of War."""
    return summitry.Catalog(_records(times), as_of="2014-12-31")


def _records(times: int) -> Iterator[summitry.Record]:
    chance = random.Random(4)
    states = [s.code for s in summitry.load().states if s.cow is not None][:STATES]
    coverage = [summitry.Coverage(of="members")]
    for number in range(BODIES * times):
        founded = min(2013, max(1816, round(chance.gauss(1965, 25))))
        key = f"B{number}"
        yield summitry.Organization(
            id=key, name=key, since=str(founded), coverage=coverage
        )
        for state in chance.sample(states, min(STATES, int(chance.expovariate(1 / 45)))):
            joined = chance.randint(founded, 2014)
            left = str(chance.randint(joined, 2014)) if chance.random() < 0.2 else None
            yield summitry.MemberState(
                organization=key, state=state, since=str(joined), until=left
            )


def questions(world: summitry.Catalog) -> None:
    """Print what igoR's three questions cost."""
    ask = {
        "members of one, one year": lambda: world.members("B7", on="2000").states,
        "organizations of one state, one year": lambda: (
            world.memberships.by("ESP").on("2000").bodies
        ),
        "two states, all years, a column each": lambda: world.panel(
            "dyad-year",
            years=YEARS,
            states=["USA", "ESP"],
            system="cow",
            columns="organizations",
        ).to_arrow(),
    }
    for call in ask.values():
        call()
    taken = in_turn(ask)
    igor = dict(zip(ask, (230e3, 70e3, 370e3), strict=True))
    table(
        "igoR's questions",
        ("question", "µs", "igoR's, as it was measured elsewhere ÷ ours"),
        [(name, taken[name] * 1e6, igor[name] / (taken[name] * 1e6)) for name in ask],
    )
    for name, limit in zip(ask, (50, 50, 2000), strict=True):
        target(name, taken[name] * 1e6, limit, "µs")


def whole_panels(world: summitry.Catalog) -> None:
    """Print what panels of all states cost, beside data frames that join themselves."""
    begun = time.perf_counter()
    grid_of(world)
    print(f"\ncolumns made once from the records: {time.perf_counter() - begun:.2f} s")
    belonged = _belonged(world)
    ours = world.panel("dyad-year", years=FEW).to_polars()
    theirs = _self_join(belonged)
    assert ours["shared"].sum() == theirs["shared"].sum()
    contenders = {
        "state-year, counts": world.panel(
            "state-year", system="cow", years=YEARS
        ).to_arrow,
        "organization-year, counts": world.panel(
            "organization-year", years=YEARS
        ).to_arrow,
        "dyad-year, counts": world.panel("dyad-year", system="cow", years=YEARS).to_arrow,
        "dyad-year, counts, 20 years": world.panel("dyad-year", years=FEW).to_arrow,
        "the same by polars joining itself": lambda: _self_join(belonged),
    }
    rows = {
        name: call().num_rows for name, call in contenders.items() if "polars" not in name
    }
    taken = in_turn(contenders, rounds=3, seconds=0.5)
    base = taken["dyad-year, counts, 20 years"]
    table(
        "whole panels",
        ("panel", "rows", "s", "÷ ours of 20 years"),
        [(n, rows.get(n, theirs.height), taken[n], taken[n] / base) for n in contenders],
    )
    target("all dyads of 199 years", taken["dyad-year, counts"], 1, "s")


def _belonged(world: summitry.Catalog) -> pl.DataFrame:
    """Return who belonged to what in which of a few years: a row for each."""
    spells = [
        (m.organization, m.state, int(str(m.since)), int(str(m.until or 2014)))
        for m in world.memberships
    ]
    frame = pl.DataFrame(
        spells, schema=["organization", "state", "since", "until"], orient="row"
    )
    years = pl.DataFrame({"year": list(FEW)})
    return frame.join_where(
        years, pl.col("since") <= pl.col("year"), pl.col("year") <= pl.col("until")
    ).select("organization", "state", "year")


def _self_join(belonged: pl.DataFrame) -> pl.DataFrame:
    other = belonged.rename({"state": "other"})
    joined = belonged.join(other, on=["organization", "year"])
    pairs = joined.filter(pl.col("state") < pl.col("other"))
    return pairs.group_by("state", "other", "year").agg(pl.len().alias("shared"))


def large() -> None:
    """Print what a catalogue a hundred times as large takes, and in how much memory."""
    world = made_up(100)
    before = _resident()
    begun = time.perf_counter()
    grid_of(world)
    made = time.perf_counter() - begun
    columns = _resident()
    begun = time.perf_counter()
    rows = sum(
        b.num_rows for b in world.panel("state-year", system="cow", years=YEARS).batches()
    )
    single = time.perf_counter() - begun
    begun = time.perf_counter()
    pairs = sum(
        b.num_rows for b in world.panel("dyad-year", system="cow", years=YEARS).batches()
    )
    table(
        f"100 times as large: {len(world.memberships):,} spells, {before:,.0f} MB resident",
        ("", "rows", "s", "MB more, at most"),
        [
            ("columns from records", len(world.memberships), made, columns - before),
            ("state-year, counts", rows, single, _resident() - before),
            (
                "dyad-year, counts",
                pairs,
                time.perf_counter() - begun,
                _resident() - before,
            ),
        ],
    )


def _resident() -> float:
    """Return the most memory that the process ever held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
