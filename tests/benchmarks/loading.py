"""What a fresh process pays to load the bundled catalogue, and where it goes."""

from __future__ import annotations

import ast
import statistics

from imports import BARE, PYDANTIC
from timing import fresh_processes, table, target


LOAD = "import summitry; summitry.load()"
READ = "import summitry; len(summitry.load())"
"""Records are read when they are asked for: to count them is to read them all."""
MODEL = "pydantic, one model"

# Run in a process of its own: it wraps the two functions that everything passes
# through, whatever the loader around them looks like, and counts each one's own time.
BREAKDOWN = """
import time
begun = time.perf_counter()
taken, running = {}, []

def watched(name, function):
    def call(*args, **kwargs):
        kind = getattr(kwargs.get("type"), "__name__", "")
        label = "decode states" if "Registry" in kind else name
        running.append(0.0)
        start = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            spent = time.perf_counter() - start
            taken[label] = taken.get(label, 0.0) + spent - running.pop()
            if running:
                running[-1] += spent
    return call

import summitry
lazy = time.perf_counter()
summitry.load, summitry.Catalog, summitry.MemberState
imported = time.perf_counter()
import msgspec
msgspec.json.decode = watched("decode records", msgspec.json.decode)
summitry.Catalog.__init__ = watched("index", summitry.Catalog.__init__)
start = time.perf_counter()
world = summitry.load()
loaded = time.perf_counter()
world.members("NAM", on="2023-03-02")
asked = time.perf_counter()
parts = {
    "import summitry": lazy - begun,
    "import its modules": imported - lazy,
    **taken,
    "the rest of load()": loaded - start - sum(taken.values()),
    "first question": asked - loaded,
}
print({"records": len(world), "parts": parts})
"""


def main() -> None:
    """Measure and print."""
    programs = {
        BARE: "",
        MODEL: PYDANTIC,
        LOAD: LOAD,
        READ: READ,
        "import attrs, msgspec": "import attrs, msgspec",
        "breakdown": BREAKDOWN,
    }
    results = fresh_processes(programs)
    _, printed = results.pop("breakdown")
    costs = {name: cost for name, (cost, _) in results.items()}
    bare = costs.pop(BARE)
    over = {name: cost.processor - bare.processor for name, cost in costs.items()}
    table(
        f"Loading, fresh processes in turn, over bare Python ({bare.wall:.1f} ms)",
        ("", "ms", "processor ms", f"÷ {MODEL}"),
        [
            (name, cost.wall - bare.wall, over[name], over[name] / over[MODEL])
            for name, cost in costs.items()
        ],
    )
    runs = [ast.literal_eval(line) for line in printed]
    parts = {
        name: statistics.median(run["parts"].get(name, 0.0) for run in runs)
        for name in runs[0]["parts"]
    }
    whole = sum(parts.values())
    table(
        f"Where it goes ({runs[0]['records']:,} records)",
        ("", "ms", "share"),
        [(name, s * 1e3, f"{s / whole:.0%}") for name, s in parts.items()],
    )
    print()
    target(LOAD, over[LOAD] / over[MODEL], 1, f"× {MODEL}")


if __name__ == "__main__":
    main()
