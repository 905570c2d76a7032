"""Reading and writing: 200,000 memberships and 100,000 meetings, beside named peers.

Every contender reads the same document and checks the same: known fields only, a code of
a state that there is, words of the vocabularies, dates of the right form. The collector
runs as Python has it, for whoever does not see to it.
"""

from __future__ import annotations

import gc
import random
import statistics
import subprocess
import sys
import tempfile
import time

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

import attrs
import msgspec

from timing import table, target

import summitry

from summitry.codec.document import Document
from summitry.codec.formats import json as json_format
from summitry.codec.formats import jsonl
from summitry.states import all_states
from summitry.values.partial_date import partial_date


if TYPE_CHECKING:
    from collections.abc import Callable


MEMBERS = 200_000
MEETINGS = 100_000
ROUNDS = 3

_CODES = tuple(state.code for state in all_states())
_DATE = r"^(\d{4}(-\d\d(-\d\d)?)?[?~%]?|\[[0-9-]*\.\.[0-9-]*\]|X{4}|\d{1,3}X{1,3})$"


class Contender(NamedTuple):
    """How one library reads and writes the documents of one type of record."""

    read: Callable[[bytes], Any]
    write: Callable[[Any], bytes]


def main() -> None:
    """Compare reading and writing of both types, then stream."""
    _compare("member_states", summitry.MemberState, lambda: memberships(MEMBERS))
    _compare("bilateral_meetings", summitry.BilateralMeeting, lambda: meetings(MEETINGS))
    _stream()


def memberships(count: int) -> tuple[summitry.MemberState, ...]:
    """Return the bundled memberships over and over, each time in other bodies."""
    bundled = [
        spell
        for spell in summitry.load().memberships
        if isinstance(spell, summitry.MemberState)
    ]
    return tuple(
        attrs.evolve(
            bundled[number % len(bundled)],
            organization=f"{bundled[number % len(bundled)].organization}-"
            f"{number // len(bundled)}",
        )
        for number in range(count)
    )


def meetings(count: int) -> tuple[summitry.BilateralMeeting, ...]:
    """Return meetings with two delegations, a place, topics and outcomes."""
    chance = random.Random(1961)
    cities = ("Baku", "Belgrade", "Bandung", "New York", "Geneva", "Kampala", "Havana")
    found = []
    for number in range(count):
        one, other = chance.sample(_CODES, 2)
        day = f"{chance.randint(1961, 2024)}-{chance.randint(1, 12):02}"
        if number % 3:
            day += f"-{chance.randint(1, 28):02}"
        found.append(
            summitry.BilateralMeeting(
                id=f"meeting-{number}",
                format="delegation" if number % 2 else None,
                since=day,
                place=summitry.Place(city=chance.choice(cities), state=one),
                delegations=[_delegation(one, number), _delegation(other, number + 7)],
                topics=["bilateral relations", f"matter {number % 97}"][: 1 + number % 2],
                sidelines_of=f"summit-{number % 500}" if number % 2 else None,
                sources=[f"source-{number % 300}"],
            )
        )
    return tuple(found)


def _delegation(code: str, number: int) -> summitry.Delegation:
    people = [
        summitry.Representative(
            name=f"Person {number % 4001}",
            post="Minister of Foreign Affairs",
            level="minister",
        ),
        summitry.Representative(name=f"Adviser {number % 997}"),
    ]
    return summitry.Delegation(state=code, representatives=people[: 1 + number % 2])


# -- comparing -------------------------------------------------------------------------


def _compare(key: str, kind: type, make: Callable[[], tuple[Any, ...]]) -> None:
    data, lines = _documents(key, make())
    peers = {
        "summitry, JSON document": Contender(_ours, json_format.dumps),
        "summitry, JSON Lines": Contender(_our_lines, jsonl.dumps),
        "msgspec Structs": _structs(key, kind),
        "msgspec Structs, dates as ours": _structs(key, kind, dates=True),
        **_pydantic(key, kind),
        **_cattrs(key, kind),
    }
    given = dict.fromkeys(peers, data) | {"summitry, JSON Lines": lines}
    # Nothing else is held meanwhile: what is held changes how often the collector runs.
    read = _in_turn({n: (lambda n=n: peers[n].read(given[n])) for n in peers})
    write: dict[str, float] = {}
    expected = json_format.loads(data, source=key)
    for name, peer in peers.items():
        value = peer.read(given[name])
        back = peer.write(value)
        assert name.startswith("summitry") or json_format.decode(back) == expected, name
        assert not name.startswith("summitry") or back == given[name], name
        write |= _in_turn({name: lambda peer=peer, value=value: peer.write(value)})
        del value, back
    base_read, base_write = read["msgspec Structs"], write["msgspec Structs"]
    table(
        f"{len(getattr(expected, key)):,} {key}, {len(data) / 1e6:.0f} MB (ms; ÷ msgspec Structs)",
        ("", "read", "÷", "write", "÷"),
        [
            (n, read[n] * 1e3, read[n] / base_read, write[n] * 1e3, write[n] / base_write)
            for n in peers
        ],
    )
    ours = "summitry, JSON document"
    for name in (ours, "summitry, JSON Lines"):
        target(f"{name}: read ÷ msgspec Structs", read[name] / base_read, 1.0, "×")
        target(f"{name}: write ÷ msgspec Structs", write[name] / base_write, 2.0, "×")
        for peer, of_read, of_write in (("pydantic", 5, 3), ("cattrs orjson", 8, None)):
            if peer in peers:
                target(
                    f"{name}: read ÷ {peer}", read[name] / read[peer], 1 / of_read, "×"
                )
                if of_write:
                    share = write[name] / write[peer]
                    target(f"{name}: write ÷ {peer}", share, 1 / of_write, "×")


def _in_turn(calls: dict[str, Callable[[], Any]]) -> dict[str, float]:
    """Return the median time of each call, what it made being dropped untimed."""
    times: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            gc.collect()
            begun = time.perf_counter()
            made = call()
            times[name].append(time.perf_counter() - begun)
            del made
    return {name: statistics.median(taken) for name, taken in times.items()}


def _documents(key: str, records: tuple[Any, ...]) -> tuple[bytes, bytes]:
    document = Document(summitry=1, **{key: records})
    return json_format.dumps(document), jsonl.dumps(document)


# -- contenders ------------------------------------------------------------------------


def _ours(data: bytes) -> Document:
    document = json_format.decode(data)
    assert document is not None
    return document


def _our_lines(data: bytes) -> Document:
    document = jsonl.decode(data)
    assert document is not None
    return document


def _structs(key: str, kind: type, *, dates: bool = False) -> Contender:
    date: Any = Annotated[str, msgspec.Meta(pattern=_DATE)]
    date = summitry.PartialDate if dates else date

    def struct(of: type) -> Any:
        return msgspec.defstruct(
            of.__name__,
            [
                (
                    name,
                    hint,
                    msgspec.field() if needed else msgspec.field(default=default),
                )
                for name, hint, needed, default in _fields(of, date, struct)
            ],
            forbid_unknown_fields=True,
            omit_defaults=True,
            kw_only=True,
        )

    whole = msgspec.defstruct("Whole", [("summitry", int), (key, list[struct(kind)])])
    decoder = msgspec.json.Decoder(whole, dec_hook=lambda _, value: partial_date(value))
    return Contender(decoder.decode, msgspec.json.Encoder(enc_hook=str).encode)


def _pydantic(key: str, kind: type) -> dict[str, Contender]:
    try:
        import pydantic
    except ImportError:
        return {}
    date = Annotated[str, pydantic.Field(pattern=_DATE)]
    config = pydantic.ConfigDict(frozen=True, extra="forbid")

    def model(of: type) -> Any:
        made = {
            name: (hint, ... if needed else default)
            for name, hint, needed, default in _fields(of, date, model)
        }
        return pydantic.create_model(of.__name__, __config__=config, **made)

    lists = {"summitry": (int, ...), key: (list[model(kind)], ...)}
    whole = pydantic.create_model("Whole", __config__=config, **lists)
    return {
        "pydantic": Contender(
            whole.model_validate_json,
            lambda value: value.model_dump_json(exclude_defaults=True).encode(),
        )
    }


def _cattrs(key: str, kind: type) -> dict[str, Contender]:
    try:
        from cattrs.preconf.orjson import make_converter
    except ImportError:
        return {}
    converter = make_converter(forbid_extra_keys=True, omit_if_default=True)
    converter.register_structure_hook(
        summitry.PartialDate, lambda value, _: partial_date(value)
    )
    converter.register_unstructure_hook(summitry.PartialDate, str)
    whole = attrs.make_class(
        "Whole",
        {
            "summitry": attrs.field(type=int),
            key: attrs.field(type=list[kind]),  # type: ignore[valid-type]
        },
        frozen=True,
    )
    return {
        "cattrs orjson": Contender(
            lambda data: converter.loads(data, whole), converter.dumps
        )
    }


def _fields(of: type, date: Any, record: Callable[[type], Any]) -> Any:
    """Yield each field of a record, its type being what a contender has for it."""
    from summitry.codec.shapes import Leaf, shapes

    for shape in shapes(of):
        hint: Any = shape.holds
        if shape.leaf is Leaf.STATE:
            hint = Literal[_CODES]
        elif shape.leaf is Leaf.DATE:
            hint = date
        elif shape.leaf is Leaf.RECORD:
            hint = record(shape.holds)
        if shape.many:
            hint = tuple[hint, ...]
        if shape.optional:
            hint = hint | None
        yield shape.name, hint, shape.required, shape.default


# -- streaming -------------------------------------------------------------------------

_READ = """
import sys, time
import summitry
begun = time.perf_counter()
count = sum(1 for _ in summitry.iter_records(sys.argv[1], progress=False))
taken = time.perf_counter() - begun
status = open("/proc/self/status").read()
print(taken, count, status.split("VmHWM:")[1].split()[0])
"""


def _stream() -> None:
    rows = []
    speeds = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, records in (
            ("MemberState", memberships(MEMBERS)),
            ("BilateralMeeting", meetings(MEETINGS)),
        ):
            for times in (1, 8):
                file = Path(folder) / "records.jsonl"
                summitry.write_records(
                    (record for _ in range(times) for record in records), file
                )
                size = file.stat().st_size / 1e6
                done = subprocess.run(
                    [sys.executable, "-c", _READ, str(file)],
                    check=True,
                    capture_output=True,
                    text=True,
                )
                taken, count, resident = done.stdout.split()
                speeds[name] = size / float(taken)
                rows.append((name, int(count), size, speeds[name], int(resident) / 1024))
                file.unlink()
    table(
        "JSON Lines, one core, records made and dropped",
        ("", "records", "MB", "MB/s", "MB resident"),
        rows,
    )
    for name, speed in speeds.items():
        target(f"{name}: 150 MB/s ÷ measured", 150 / speed, 1.0, "×")


if __name__ == "__main__":
    main()
