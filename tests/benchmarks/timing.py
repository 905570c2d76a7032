"""Timing contenders in turn, and printing what came out as tables of ratios."""

from __future__ import annotations

import gc
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar


if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence


_K = TypeVar("_K", bound="Hashable")


class Cost(NamedTuple):
    """What a fresh process took, in milliseconds."""

    wall: float
    processor: float


def in_turn(
    contenders: dict[_K, Callable[[], object]],
    *,
    rounds: int = 25,
    seconds: float = 0.002,
) -> dict[_K, float]:
    """Return the median time of one call of each contender, in seconds.

    Every round runs each contender once, for about the same time, so that whatever
    else the machine is doing falls on all of them.
    """
    loops = {name: _loops(call, seconds) for name, call in contenders.items()}
    times: dict[_K, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, call in contenders.items():
            times[name].append(_timed(call, loops[name]))
    return {name: statistics.median(taken) for name, taken in times.items()}


def in_turn_over(
    contenders: dict[_K, tuple[Callable[[Any], object], Sequence[Any]]], *, batch: int
) -> dict[_K, float]:
    """Return the median time of one call, each argument being used only once."""
    times: dict[_K, list[float]] = {name: [] for name in contenders}
    most = max(len(arguments) for _, arguments in contenders.values())
    for start in range(0, most, batch):
        for name, (call, arguments) in contenders.items():
            if some := arguments[start : start + batch]:
                with _no_collection():
                    begun = time.perf_counter()
                    for argument in some:
                        call(argument)
                    taken = time.perf_counter() - begun
                times[name].append(taken / len(some))
    return {name: statistics.median(taken) for name, taken in times.items()}


def fresh_processes(
    programs: dict[str, str], *, rounds: int = 21
) -> dict[str, tuple[Cost, list[str]]]:
    """Run programs in fresh interpreters, in turn.

    Every module is compiled beforehand, as an installed one is, into a folder of its
    own: the first round fills it and is not counted.

    Returns:
        For each program the median cost, and the lines that each run printed.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in programs}
    printed: dict[str, list[str]] = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for turn in range(rounds + 1):
            for name, program in programs.items():
                cost, output = _run(program, environment)
                if turn > 0:
                    costs[name].append(cost)
                    printed[name].append(output)
    return {
        name: (Cost(*map(statistics.median, zip(*taken, strict=True))), printed[name])
        for name, taken in costs.items()
    }


def table(
    title: str,
    headers: Iterable[str],
    rows: Iterable[Iterable[object]],
    *,
    names: int = 1,
) -> None:
    """Print a table: names in the first columns, numbers in the others."""
    cells = [[_cell(value) for value in row] for row in (list(headers), *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    cells.insert(1, ["-" * width for width in widths])
    print(f"\n{title}")
    for row in cells:
        padded = [
            text.ljust(width) if place < names else text.rjust(width)
            for place, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        print("  " + "  ".join(padded).rstrip())


def target(what: str, measured: float, limit: float, unit: str) -> None:
    """Print a number beside the one aimed at."""
    verdict = "within" if measured <= limit else "OVER"
    print(f"  {verdict:6}  {what}: {_cell(measured)} {unit} (target {limit:g})")


def _cell(value: object) -> str:
    if not isinstance(value, float):
        return f"{value:,}" if isinstance(value, int) else str(value)
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _loops(call: Callable[[], object], seconds: float) -> int:
    loops = 1
    while (taken := _timed(call, loops) * loops) < seconds / 4:
        loops *= 2
    return max(1, round(loops * seconds / taken))


def _timed(call: Callable[[], object], loops: int) -> float:
    with _no_collection():
        begun = time.perf_counter()
        for _ in range(loops):
            call()
        return (time.perf_counter() - begun) / loops


class _no_collection:  # noqa: N801 - reads as a statement
    """Keep the cyclic collector out of a measurement, as timeit does."""

    def __enter__(self) -> None:
        self.was_enabled = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        if self.was_enabled:
            gc.enable()


def _run(program: str, environment: dict[str, str]) -> tuple[Cost, str]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    wall = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Cost(wall * 1e3, used * 1e3), done.stdout.strip()
