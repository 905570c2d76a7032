"""What it costs to check a catalogue: beside loading it, and as it grows."""

from __future__ import annotations

import math

from synthetic import enlarged
from timing import fresh_processes, in_turn, table, target

import summitry

from summitry.data import loader
from summitry.rules import RULES
from summitry.rules.facts import Facts


LOAD = "import summitry; world = summitry.load(); len(world)"
"""Records are read when they are asked for: to count them is to read them all."""
SIZES = (1, 10, 100)
SLOWEST = 12


def main() -> None:
    """Measure and print."""
    world = summitry.load()
    _beside_loading(world)
    _in_a_fresh_process()
    _growth(world)
    _rules(world)


def _beside_loading(world: summitry.Catalog) -> None:
    def load() -> object:
        loader.load.cache_clear()
        return len(summitry.load())

    taken = in_turn({"load": load, "check": world.check}, seconds=0.02)
    rows = [(name, 1e3 * cost, cost / taken["load"]) for name, cost in taken.items()]
    table(
        f"{len(world):,} records, {len(RULES)} rules, in a process that has done both",
        ("", "ms", "÷ load"),
        rows,
    )
    target("check ÷ load", taken["check"] / taken["load"], 2, "×")


def _in_a_fresh_process() -> None:
    programs = {"load": LOAD, "load and check": f"{LOAD}; world.check()"}
    costs = {name: cost for name, (cost, _) in fresh_processes(programs).items()}
    load = costs["load"].processor
    rows = [(name, cost.wall, cost.processor) for name, cost in costs.items()]
    table("In a fresh process", ("", "ms wall", "ms processor"), rows)
    target(
        "first check ÷ load", (costs["load and check"].processor - load) / load, 2, "×"
    )


def _growth(world: summitry.Catalog) -> None:
    catalogues = {times: enlarged(world, times) for times in SIZES}
    taken = {
        times: in_turn({times: catalog.check}, rounds=5, seconds=0.01)[times]
        for times, catalog in catalogues.items()
    }
    # From ten times on: the sources, which cost little to check, are not copied.
    first = taken[SIZES[1]] / _n_log_n(len(catalogues[SIZES[1]]))
    rows = [
        (
            f"{times}×",
            len(catalogues[times]),
            1e3 * cost,
            1e6 * cost / len(catalogues[times]),
            cost / _n_log_n(len(catalogues[times])) / first,
        )
        for times, cost in taken.items()
    ]
    headers = ("", "records", "ms", "µs a record", "÷ n log n")
    table("Larger catalogues", headers, rows)
    target("100× ÷ n log n, from 10×", rows[-1][-1], 1, "×")


def _n_log_n(count: int) -> float:
    return count * math.log2(count)


def _rules(world: summitry.Catalog) -> None:
    facts = Facts(world)
    for rule in RULES:
        list(rule.find(facts))  # makes the indexes
    contenders = {
        f"{rule.code} {rule.name}": lambda rule=rule: list(rule.find(facts))
        for rule in RULES
    }
    taken = in_turn(contenders, rounds=9)  # type: ignore[arg-type]
    slowest = sorted(taken.items(), key=lambda item: -item[1])[:SLOWEST]
    rows = [(name, 1e3 * cost) for name, cost in slowest]
    rows.append(("all rules", 1e3 * sum(taken.values())))
    table("The slowest rules, once the indexes are made", ("", "ms"), rows)


if __name__ == "__main__":
    main()
