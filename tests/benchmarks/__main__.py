"""Run every benchmark, or those named, and print their tables."""

from __future__ import annotations

import importlib
import sys


BENCHMARKS = (
    "imports",
    "loading",
    "questions",
    "codes",
    "checking",
    "serialization",
    "memory",
    "panels",
    "cow",
)


def main(names: list[str]) -> None:
    """Run benchmarks by name."""
    unknown = sorted(set(names) - set(BENCHMARKS))
    if unknown:
        known = ", ".join(BENCHMARKS)
        sys.exit(f"no benchmark is called {', '.join(unknown)}; there are {known}")
    for name in names or BENCHMARKS:
        print(f"\n== {name} ==")
        importlib.import_module(name).main()


if __name__ == "__main__":
    main(sys.argv[1:])
