"""Feed the codec what a fuzzer makes of small documents; see README.md.

    PYTHONPATH=tests python tests/fuzz/fuzz_codec.py json --seconds 60

Whatever the bytes are, ``loads()`` gives a catalogue or an error of the library's own. A
catalogue is written and read again as it was; the fast path says nothing that the
detailed one does not say; JSON Lines give as a stream what they give as a whole.
"""

from __future__ import annotations

import argparse
import contextlib
import copy
import csv
import io
import json
import os
import random
import sys
import tempfile
import time
import tomllib
import traceback

from importlib import import_module
from pathlib import Path

import atheris


with atheris.instrument_imports(include=["summitry"]):
    import summitry

    from summitry.codec import streams
    from summitry.codec.document import RECORD_TYPES, Document
    from summitry.codec.files import FORMATS
    from summitry.codec.formats import jsonl
    from summitry.codec.problems import Code
    from summitry.codec.strict import plain_of
    from summitry.codec.tables import archive
    from summitry.errors import DocumentError, DuplicateRecord, SummitryError

    for each in set(FORMATS.values()):
        import_module(f"summitry.codec.formats.{each}")

import msgspec
import pyarrow as pa
import tomli_w
import yaml

from pyarrow import parquet

from mutations import WRONG_VALUES, places


GOLDEN = Path(__file__).parents[1] / "golden" / "catalogue.json"
STRUCTURED = 0.5
"""How many of the inputs are a document with a change, rather than bytes with one."""


# -- what must hold ------------------------------------------------------------------


def check(data: bytes, name: str) -> bool:
    """Check bytes as a document of a format, and return whether they are one."""
    catalog = verdict(lambda: summitry.loads(data, format=name))
    check_paths_agree(data, name)
    if name == "jsonl":
        check_stream_agrees(data, catalog)
    if isinstance(catalog, SummitryError):
        return False
    again = summitry.loads(summitry.dumps(catalog, format=name), format=name)
    assert catalog == again, "it is not read as it was written"
    return True


def verdict(read):
    """Return what reading gives, or the error of the library's own."""
    try:
        return read()
    except SummitryError as error:
        assert str(error), "an error says nothing"
        for problem in getattr(error, "problems", ()):
            assert problem.code, "a problem has no code"
            assert problem.path, "a problem has no path"
            assert len(str(problem)) < 10_000, "a problem is told at length"
        return error


def check_paths_agree(data: bytes, name: str) -> None:
    """Where the fast path gives a document, the detailed one gives the same."""
    module = import_module(f"summitry.codec.formats.{name}")
    fast = module.decode(data) if hasattr(module, "decode") else None
    if fast is None:
        return
    slow = verdict(lambda: module.loads(data, source="fuzz"))
    if isinstance(slow, SummitryError):  # the same record twice, and nothing else
        assert isinstance(verdict(fast.catalog), DuplicateRecord), "the paths disagree"
    else:
        assert fast == slow, "the paths give different documents"


def check_stream_agrees(data: bytes, whole) -> None:
    """A stream gives the records of the whole, but does not see the same one twice."""
    file = FOLDER / "input.jsonl"
    file.write_bytes(data)
    found = verdict(lambda: list(summitry.iter_records(file)))
    if isinstance(found, SummitryError):
        assert isinstance(whole, SummitryError), "only the stream is refused"
    elif isinstance(whole, DocumentError):
        codes = {problem.code for problem in whole.problems}
        assert codes == {Code.DUPLICATE_RECORD}, "only the whole is refused"
    else:
        assert sorted(map(repr, found)) == sorted(map(repr, whole)), "others are streamed"


# -- what is fed -----------------------------------------------------------------------


def seeds(name: str) -> list[bytes]:
    """Return small documents of a format: one, its records each alone, none."""
    whole = summitry.loads(GOLDEN.read_bytes())
    catalogs = [whole, summitry.Catalog()]
    for kind in RECORD_TYPES.values():
        first = next((record for record in whole if type(record) is kind), None)
        if first is not None:
            catalogs.append(summitry.Catalog([first], version="1", as_of="2020"))
    found = []
    for catalog in catalogs:
        data = summitry.dumps(catalog, format=name)
        found.append(data.encode() if isinstance(data, str) else data)
    if name == "parquet":
        stream = io.BytesIO()
        table = whole.to_arrow() if hasattr(whole, "to_arrow") else table_of(found[0])
        parquet.write_table(table, stream, compression="none", use_dictionary=False)
        found.append(stream.getvalue())
    return found


def words() -> list[str]:
    """Return what documents say often: keys, types, codes."""
    plain = plain_of(Document.of(summitry.loads(GOLDEN.read_bytes())))
    keys = {key for _, key in places(plain) if isinstance(key, str)}
    kinds = {kind.type_name for kind in RECORD_TYPES.values()}
    return sorted({*keys, *kinds, "$schema", "type", "document", "AZE", "1961~", "NaN"})


def changed(data: bytes, name: str, chance: random.Random) -> bytes:
    """Return a document with a change in what it says; as it was if it is none.

    Raises:
        Exception: the bytes are not of the format.
    """
    if name == "csv":
        return _changed_tables(data, chance)
    if name == "parquet":
        return _changed_columns(data, chance)
    value = _PARSERS[name](data)
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        _change(value, chance)
    return _WRITERS[name](value)


def _change(value, chance: random.Random) -> None:
    found = places(value)
    holder, key = chance.choice(found)
    how = chance.choice(["remove", "double", "add", "wrong", "wrong", "like", "like"])
    if how == "remove":
        del holder[key]
    elif how == "double" and isinstance(holder, list):
        holder.insert(key, copy.deepcopy(holder[key]))
    elif how == "add" and isinstance(holder, dict):
        holder[chance.choice(WORDS)] = copy.deepcopy(holder[key])
    elif how == "like":  # what stands elsewhere under the same name is often good here
        like = [other[at] for other, at in found if at == key] or [None]
        holder[key] = copy.deepcopy(chance.choice(like))
    else:
        holder[key] = copy.deepcopy(chance.choice(WRONG_VALUES))


def _lines_of(data: bytes):
    return [json.loads(line) for line in jsonl.normal(data).split(b"\n") if line.strip()]


def _as_lines(value) -> bytes:
    return b"".join(json.dumps(line).encode() + b"\n" for line in value)


_PARSERS = {
    "json": json.loads,
    "jsonl": _lines_of,
    "msgpack": msgspec.msgpack.decode,
    "yaml": lambda data: yaml.load(data, yaml.CBaseLoader),
    "toml": lambda data: tomllib.loads(data.decode()),
}
_WRITERS = {
    "json": lambda value: json.dumps(value).encode(),
    "jsonl": _as_lines,
    "msgpack": msgspec.msgpack.encode,
    "yaml": lambda value: yaml.safe_dump(value).encode(),
    "toml": lambda value: tomli_w.dumps(value).encode(),
}


def _changed_tables(data: bytes, chance: random.Random) -> bytes:
    files = archive.unpack(data, source="fuzz")
    name = chance.choice(list(files))
    how = chance.randrange(4)
    if how == 0:
        files[name] = atheris.Mutate(files[name], len(files[name]) + 64)
    elif how == 1:
        other = chance.choice([*files, "member_states.csv", "../x.csv", "x.csv"])
        files[other] = files[name]
    elif name.endswith(".csv"):
        rows = list(csv.reader(io.StringIO(files[name].decode(), newline="")))
        row = chance.choice(rows)
        row[chance.randrange(len(row))] = str(chance.choice([*WRONG_VALUES, *WORDS]))
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows(rows)
        files[name] = text.getvalue().encode("utf-8", "replace")
    else:
        value = json.loads(files[name])
        holder, key = chance.choice(places(value))
        holder[key] = copy.deepcopy(chance.choice(WRONG_VALUES))
        files[name] = json.dumps(value).encode()
    return archive.pack(files)


def table_of(data: bytes) -> pa.Table:
    """Return the table that a Parquet file holds."""
    return parquet.read_table(io.BytesIO(data), use_threads=False)


def _changed_columns(data: bytes, chance: random.Random) -> bytes:
    table = table_of(data)
    place = chance.randrange(table.num_columns)
    field, rows = table.schema.field(place), table.num_rows
    how = chance.randrange(4)
    if how == 0:
        table = table.remove_column(place)
    elif how == 1:
        table = table.rename_columns(
            [
                chance.choice(WORDS) if at == place else old
                for at, old in enumerate(table.column_names)
            ]
        )
    else:
        value = chance.choice([*WRONG_VALUES, *WORDS])
        table = table.set_column(place, field.name, pa.array([value] * rows))
    stream = io.BytesIO()
    parquet.write_table(table, stream, compression=chance.choice(["none", "zstd"]))
    return stream.getvalue()


# -- the loop --------------------------------------------------------------------------


class Run:
    """Counts what is tried, and keeps one input of each kind of finding."""

    def __init__(self, name: str, seconds: float, into: Path) -> None:
        self.name = name
        self.into = into
        self.ends = time.monotonic() + seconds
        self.tried = self.good = 0
        self.slowest = 0.0
        self.found: dict[str, Path] = {}

    def take(self, data: bytes) -> None:
        """Check an input; end the process, with a report, when the time is over."""
        began = time.monotonic()
        self.tried += 1
        try:
            self.good += check(data, self.name)
        except BaseException as error:  # noqa: BLE001 - whatever comes is a finding
            self.note(error, data)
        now = time.monotonic()
        self.slowest = max(self.slowest, now - began)
        if now > self.ends:
            self.report()

    def note(self, error: BaseException, data: bytes) -> None:
        """Keep an input, unless one failed in the same place before."""
        frames = traceback.extract_tb(error.__traceback__)
        ours = [f for f in frames if "summitry" in f.filename or __file__ == f.filename]
        last = ours[-1]
        what = f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
        if what not in self.found:
            self.into.mkdir(parents=True, exist_ok=True)
            file = self.into / f"{self.name}-{len(self.found)}"
            file.write_bytes(data)
            self.found[what] = file
            print(f"FOUND {what}: {error!r:.500} ({file})", flush=True)

    def report(self) -> None:
        """Say what was tried and found, and end."""
        print(
            f"{self.name}: {self.tried:,} inputs, {self.good:,} of them good; "
            f"slowest {self.slowest:.2f} s; {len(self.found)} kinds of findings",
            flush=True,
        )
        os._exit(bool(self.found))  # libFuzzer would go on


def main() -> None:
    """Fuzz one format for some time."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("format", choices=sorted(set(FORMATS.values())))
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--into", type=Path, default=Path("fuzz-findings"))
    given = parser.parse_args()
    run = Run(given.format, given.seconds, given.into)
    streams._BLOCK = 256  # so that small inputs have many stretches

    corpus = FOLDER / "corpus"
    corpus.mkdir()
    for number, data in enumerate(seeds(given.format)):
        assert check(data, given.format), "a seed is refused"
        (corpus / str(number)).write_bytes(data)
    dictionary = FOLDER / "words"
    quoted = (word.replace("\\", "\\\\").replace('"', '\\"') for word in WORDS)
    dictionary.write_text("".join(f'"{word}"\n' for word in quoted), encoding="utf-8")

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)
        if chance.random() < STRUCTURED:
            with contextlib.suppress(Exception):  # then it is no document to change
                return changed(data, given.format, chance)[:most]
        return atheris.Mutate(data, most)

    options = [
        sys.argv[0],
        str(corpus),
        f"-dict={dictionary}",
        f"-seed={given.seed}",
        "-max_len=65536",
        "-timeout=60",
        "-rss_limit_mb=4096",
        f"-artifact_prefix={given.into}-",
        "-print_final_stats=0",
        "-verbosity=0",
    ]
    atheris.Setup(options, run.take, custom_mutator=mutate)
    atheris.Fuzz()


WORDS = words()
FOLDER = Path(tempfile.mkdtemp(prefix="fuzz-codec-"))

if __name__ == "__main__":
    main()
