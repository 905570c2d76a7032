"""What a MemberState takes in a loaded catalogue, beside the same data in other forms."""

from __future__ import annotations

import enum
import gc
import importlib.util
import json
import subprocess
import sys
import tracemalloc
import types

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from synthetic import enlarged
from timing import table, target

import summitry


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


_NOT_DATA = (
    type,
    enum.Enum,
    types.ModuleType,
    types.FunctionType,
    types.BuiltinFunctionType,
    type(None),
)
"""What is there once, whatever is loaded."""


class Walk:
    """Adds up objects and all that they hold, each once."""

    def __init__(self) -> None:
        self._seen: dict[int, object] = {}

    def add(self, *roots: object) -> int:
        """Return the bytes of what the roots hold and no root before them held."""
        size = 0
        waiting = list(roots)
        while waiting:
            each = waiting.pop()
            if id(each) in self._seen or isinstance(each, _NOT_DATA):
                continue
            self._seen[id(each)] = each
            size += sys.getsizeof(each)
            waiting += _held(each)
        return size


def _held(value: object) -> Iterable[object]:
    if isinstance(value, msgspec.Struct):  # without gc, Python is not told
        return [getattr(value, name) for name in value.__struct_fields__]
    return gc.get_referents(value)


class PlainStruct(msgspec.Struct, gc=False):
    """A member state as a Struct."""

    organization: str
    state: str
    status: str = "member"
    status_label: str | None = None
    standing: str = "active"
    since: str | None = None
    until: str | None = None
    entry: str | None = None
    exit: str | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None


def main() -> None:
    """Measure and print."""
    world = summitry.load()
    each = _in_catalogues(world)
    _beside_others(world)
    _indexes(world)
    print()
    target("a MemberState in the bundled catalogue", each, 200, "bytes")


def _in_catalogues(world: summitry.Catalog) -> float:
    rows = []
    for size in (1, 10):
        catalog = _loaded(world, size)
        spells = _member_states(catalog)
        walk = Walk()
        # From what is the record's own to what most of them share.
        notes = walk.add(*(s.note for s in spells), *(s.status_label for s in spells))
        dates = walk.add(*(s.since for s in spells), *(s.until for s in spells))
        sources = walk.add(*(s.sources for s in spells))
        codes = walk.add(*(s.organization for s in spells), *(s.state for s in spells))
        records = walk.add(*spells)
        parts = [part / len(spells) for part in (records, codes, dates, sources, notes)]
        name = "bundled" if size == 1 else f"{size}×"
        rows.append((name, len(spells), *parts, sum(parts)))
    table(
        "Bytes a MemberState, what several share counted once",
        ("", "spells", "record", "codes", "dates", "sources", "notes", "together"),
        rows,
    )
    return float(rows[0][-1])


def _beside_others(world: summitry.Catalog) -> None:
    lines = _lines(world)
    rows = []
    for name, make in contenders().items():
        made = make(lines)
        # In a process of its own, where nothing was made that could be shared.
        program = f"import memory; print(memory.allocated({name!r}))"
        fresh = subprocess.run(
            [sys.executable, "-c", program],
            cwd=Path(__file__).parent,
            input="\n".join(lines),
            check=True,
            capture_output=True,
            text=True,
        )
        rows.append((name, Walk().add(*made) / len(lines), float(fresh.stdout)))
    ours = rows[0][1]
    table(
        "Bytes an object, the same member states in other forms",
        ("", "walked", "allocated", f"÷ {rows[0][0]}"),
        [(*row, row[1] / ours) for row in rows],
    )


def contenders() -> dict[str, Callable[[list[str]], Iterable[object]]]:
    """Return the ways to make objects of lines of JSON."""
    ways: dict[str, Callable[[list[str]], Iterable[object]]] = {
        "summitry, as loaded": lambda lines: tuple(
            summitry.loads('{"summitry": 1, "member_states": [' + ",".join(lines) + "]}")
        ),
        "summitry, made one by one": lambda lines: [
            summitry.MemberState(**json.loads(line)) for line in lines
        ],
        "msgspec Struct": lambda lines: [
            msgspec.json.decode(line, type=PlainStruct) for line in lines
        ],
        "dict": lambda lines: [json.loads(line) for line in lines],
    }
    if importlib.util.find_spec("pydantic"):
        model = _pydantic_model()
        ways["pydantic model"] = lambda lines: [
            model.model_validate_json(line) for line in lines
        ]
    return ways


def allocated(name: str) -> float:
    """Return the bytes in use for each object of lines given on standard input."""
    lines = sys.stdin.read().splitlines()
    make = contenders()[name]
    make(lines[:1])  # what is made once is made now
    gc.collect()
    tracemalloc.start()
    made = make(lines)
    gc.collect()
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del made
    return size / len(lines)


def _indexes(world: summitry.Catalog) -> None:
    rows = []
    for size in (1, 10):
        catalog = _loaded(world, size)
        records = Walk().add(*catalog)
        sizes = [records, Walk().add(catalog)]
        catalog.members("NAM", on="2023-03-02")
        sizes.append(Walk().add(catalog))
        catalog.memberships.by("AZE").on("2023-03-02")
        sizes.append(Walk().add(catalog))
        for body in catalog.organizations:
            for year in range(1960, 2026):
                catalog.memberships.of(body).on(f"{year}-07-01")
        sizes.append(Walk().add(catalog))
        steps = [(after - before) / 1e3 for before, after in pairwise(sizes)]
        name = "bundled" if size == 1 else f"{size}×"
        rows.append((name, len(catalog), records / 1e3, *steps, sizes[-1] / records - 1))
    table(
        "Indexes, kB, each step beyond the one before",
        (
            "",
            "records",
            "they take",
            "Catalog(…)",
            "members of one",
            "by one",
            "66 days of each",
            "all ÷ records",
        ),
        rows,
    )


def _loaded(world: summitry.Catalog, times: int) -> summitry.Catalog:
    """Return a catalogue of that size as it is after reading it from a file."""
    if times == 1:
        return world
    return summitry.loads(summitry.dumps(enlarged(world, times)))


def _lines(world: summitry.Catalog) -> list[str]:
    return [json.dumps(spell.to_dict()) for spell in _member_states(world)]


def _member_states(catalog: summitry.Catalog) -> list[summitry.MemberState]:
    return [s for s in catalog.memberships if isinstance(s, summitry.MemberState)]


def _pydantic_model() -> Any:
    import pydantic

    class Model(pydantic.BaseModel):
        organization: str
        state: str
        status: str = "member"
        status_label: str | None = None
        standing: str = "active"
        since: str | None = None
        until: str | None = None
        entry: str | None = None
        exit: str | None = None
        sources: tuple[str, ...] = ()
        note: str | None = None

    return Model


if __name__ == "__main__":
    main()
