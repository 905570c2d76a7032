"""Records one after another: what read() and write() give, in the memory of a few."""

from __future__ import annotations

import builtins
import gc
import gzip
import io
import os
import subprocess
import sys
import warnings

from itertools import islice
from pathlib import Path

import pytest

from hypothesis import given, settings

from small import SMALL
from strategies import catalogs
from summitry import (
    Catalog,
    MemberState,
    Organization,
    Place,
    Source,
    dumps,
    iter_records,
    read,
    write,
    write_records,
)
from summitry.codec import storage, streams, strict, versions
from summitry.codec.document import Document
from summitry.codec.problems import Code
from summitry.errors import (
    DocumentError,
    FileError,
    InvalidValue,
    MissingExtra,
    SummitryError,
    WrongType,
)


LINES = ("mine.jsonl", "mine.ndjson", "mine.JSONL", "mine.jsonl.gz", "mine.jsonl.zst")
FIRST = '{"type":"document","summitry":1}\n'
in_linux = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="memory is read from /proc"
)


@pytest.fixture
def small_stretches(monkeypatch):
    """Let a stretch be a line or two, so that a small file has many."""
    monkeypatch.setattr(streams, "_BLOCK", 64)


def sources(count):
    """As many small records."""
    return [Source(id=f"s-{n}", title=f"Title {n}") for n in range(count)]


def a_file(folder, *lines):
    """A file of lines behind a first one that is good."""
    file = folder / "mine.jsonl"
    file.write_text(FIRST + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return file


def a_line(number, **fields):
    """A line with a source, and its fields changed."""
    inner = {"id": f"s-{number}", "title": "T"} | fields
    pairs = ",".join(f'"{key}":"{value}"' for key, value in inner.items())
    return f'{{"type":"source",{pairs}}}'


def problems_of(file):
    """The code, path and line of each problem that a stream meets."""
    with pytest.raises(DocumentError) as caught:
        list(iter_records(file))
    assert str(file) == caught.value.source
    return [(each.code, each.path, each.line) for each in caught.value.problems]


def run(code, *arguments, **options):
    """Run a program; return what it printed."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, *map(str, arguments)],
        check=True,
        capture_output=True,
        text=True,
        **options,
    )
    return done.stdout


# -- a stream is the whole -----------------------------------------------------------


@pytest.mark.parametrize("name", LINES)
def test_the_bundled_catalogue_is_streamed(world, tmp_path, name):
    """Out and in, compressed or not, it is what read() and write() give."""
    file = tmp_path / name
    options = {"version": world.version, "as_of": world.as_of}

    assert len(world) == write_records(world, file, **options)
    assert world == read(file)
    assert list(world) == list(iter_records(file))
    in_order = Document.of(world).records()
    assert len(world) == write_records(in_order, file, **options)
    assert dumps(world, format="jsonl").encode() == storage.read_bytes(file)
    write(world, file)
    assert dumps(world, format="jsonl").encode() == storage.read_bytes(file)


@settings(max_examples=50)
@given(catalogs())
def test_every_catalogue_is_streamed(tmp_path_factory, catalog):
    """Record for record, in the order of the file."""
    file = tmp_path_factory.mktemp("lines") / "mine.jsonl"
    count = write_records(catalog, file, version=catalog.version, as_of=catalog.as_of)

    assert len(catalog) == count
    assert catalog == read(file)
    assert list(catalog) == list(iter_records(file))
    write(catalog, file)
    assert sorted(map(repr, catalog)) == sorted(map(repr, iter_records(file)))


@pytest.mark.parametrize("block", [1, 2, 7, 100, 1 << 17])
def test_the_size_of_a_stretch_is_of_no_account(monkeypatch, tmp_path, block):
    """Wherever a block ends: within a line, a letter, or between \\r and \\n."""
    monkeypatch.setattr(streams, "_BLOCK", block)
    file = tmp_path / "mine.jsonl"
    text = dumps(SMALL, format="jsonl")

    for spelled in (
        text,
        text.removesuffix("\n"),
        text.replace("\n", "\r\n"),
        text.replace("\n", "\n \n\n"),
        "\n\n\n" + text,
        "\ufeff" + text,
    ):
        file.write_bytes(spelled.encode())
        assert list(SMALL) == list(iter_records(file))
        assert SMALL == read(file)


@pytest.mark.parametrize(
    "name",
    [
        "a.json",
        "a.yaml",
        "a.toml",
        "a.msgpack",
        "a.csv",
        "a.zip",
        "a.parquet",
        "a.json.gz",
    ],
)
def test_other_formats_are_read_whole(tmp_path, name):
    """And then given one after another."""
    write(SMALL, tmp_path / name)

    assert list(SMALL) == list(iter_records(tmp_path / name))


def test_the_format_by_name(tmp_path):
    """A format that is given goes before the suffix, to read and whole or not."""
    (tmp_path / "mine.txt").write_text(dumps(SMALL, format="jsonl"), encoding="utf-8")
    (tmp_path / "mine.jsonl").write_text(dumps(SMALL), encoding="utf-8")

    assert list(SMALL) == list(iter_records(tmp_path / "mine.txt", format="jsonl"))
    assert list(SMALL) == list(iter_records(tmp_path / "mine.jsonl", format="json"))


def test_the_first_line_says_what_is_given(tmp_path):
    """The version and the date; what is not said is not written."""
    file = tmp_path / "mine.jsonl"

    assert 0 == write_records([], file)
    assert FIRST == file.read_text(encoding="utf-8")
    assert [] == list(iter_records(file))
    assert 0 == write_records([], file, version="7", as_of="2020-06")
    assert Catalog(version="7", as_of="2020-06") == read(file)


def test_records_are_made_on_the_way(tmp_path):
    """A generator is asked for no more than a batch ahead of what is written."""
    file = tmp_path / "mine.jsonl"
    asked = 0

    def make():
        nonlocal asked
        for record in sources(2_500):
            asked += 1
            yield record

    assert 2_500 == write_records(make(), file)
    assert 2_500 == asked
    assert sources(2_500) == list(iter_records(file))


def test_records_of_all_types_in_any_order(tmp_path):
    """They are written and come back in the order in which they were given."""
    backwards = [*SMALL][::-1]
    mixed = [*backwards[::2], *backwards[1::2]]
    file = tmp_path / "mine.jsonl"
    write_records(mixed, file)

    assert mixed == list(iter_records(file))


def test_copying_a_file_while_it_is_read(tmp_path):
    """What is written takes its place at the end, and so may be the file that is read."""
    file = tmp_path / "mine.jsonl"
    write_records(sources(5_000), file)

    assert 2_500 == write_records(islice(iter_records(file), 0, None, 2), file)
    assert sources(5_000)[::2] == list(iter_records(file))


def test_the_same_record_twice_is_not_noticed(tmp_path):
    """That would take the memory of all; read() holds them all, and does notice."""
    source = Source(id="a", title="A")
    other = Source(id="a", title="B")
    file = tmp_path / "mine.jsonl"

    assert 3 == write_records([source, other, source], file)
    assert [source, other, source] == list(iter_records(file))
    with pytest.raises(DocumentError) as caught:
        read(file)
    assert [(Code.DUPLICATE_RECORD, 3), (Code.DUPLICATE_RECORD, 4)] == [
        (each.code, each.line) for each in caught.value.problems
    ]


def test_the_same_record_twice_in_a_stretch_that_is_explained(tmp_path):
    """Nor does another problem of the stretch let it be noticed."""
    file = a_file(tmp_path, a_line(1), a_line(1), a_line(2, titel="T"))

    assert [(Code.UNKNOWN_FIELD, "sources[2].titel", 4)] == problems_of(file)


# -- in the memory of a few ------------------------------------------------------------


PEAK = """
import sys, summitry
def peak():
    for line in open("/proc/self/status"):
        if line.startswith("VmHWM"):
            return int(line.split()[1]) * 1024
"""


@in_linux
def test_a_long_file_takes_the_memory_of_a_short_one(tmp_path):
    """Sixty megabytes of lines, written and read, within forty over a short file."""
    code = f"""{PEAK}
def make(count):
    for n in range(count):
        yield summitry.Source(id=f"s-{{n}}", title=f"Title {{n}}", note="x" * 200)
def once(count, name):
    file = sys.argv[1] + "/" + name
    assert count == summitry.write_records(make(count), file)
    assert count == sum(1 for _ in summitry.iter_records(file))
once(1_000, "short.jsonl.gz")
once(1_000, "short.jsonl")
before = peak()
once(240_000, "long.jsonl")
print(peak() - before)
"""
    grown = int(run(code, tmp_path))

    assert 60_000_000 < (tmp_path / "long.jsonl").stat().st_size
    assert grown < 40_000_000


@in_linux
@pytest.mark.parametrize("name", ["long.jsonl", "long.jsonl.gz", "long.jsonl.zst"])
def test_a_line_of_a_gigabyte(tmp_path, name):
    """Refused when so much of it was read as a line may have, not when all of it was."""
    file = tmp_path / name
    _write_zeros(file, 1 << 30)
    code = f"""{PEAK}
before = peak()
try: next(summitry.iter_records(sys.argv[1]))
except summitry.errors.FileError as error: print(error)
print(peak() - before)
"""
    said, grown = run(code, file).splitlines()

    assert said.endswith("cannot be read: a line has more than 16,777,216 bytes")
    assert int(grown) < 120_000_000


def _write_zeros(file, count):
    """Make a file of zeros that takes next to no room on the disk."""
    if file.suffix == ".gz":
        with gzip.open(file, "wb", compresslevel=1) as stream:
            for _ in range(count >> 20):
                stream.write(bytes(1 << 20))
    elif file.suffix == ".zst":
        with storage._zstd().open(file, "wb") as stream:
            for _ in range(count >> 20):
                stream.write(bytes(1 << 20))
    else:
        with file.open("wb") as stream:
            stream.truncate(count)


@pytest.mark.parametrize("ending", ["\n", ""])
def test_the_longest_line(monkeypatch, tmp_path, ending):
    """A line of just so many bytes is read, and one of one more is not."""
    monkeypatch.setattr(streams, "_BLOCK", 1)
    file = a_file(tmp_path)
    line = a_line(1)
    file.write_text(f"{FIRST}{line}{ending}", encoding="utf-8")

    monkeypatch.setattr(streams, "LONGEST_LINE", len(line))
    assert 1 == len(list(iter_records(file)))
    monkeypatch.setattr(streams, "LONGEST_LINE", len(line) - 1)
    records = iter_records(file)
    with pytest.raises(FileError, match=rf"more than {len(line) - 1} bytes"):
        next(records)


# -- files that are left -------------------------------------------------------------


@pytest.mark.parametrize("name", LINES)
def test_stopping_early_closes_the_file(tmp_path, name):
    """Whoever takes the first record leaves no file open behind."""
    file = tmp_path / name
    write_records(sources(5_000), file)

    with warnings.catch_warnings():
        warnings.simplefilter("error", ResourceWarning)
        records = iter_records(file)
        first = next(records)
        del records
        gc.collect()
        closed = iter_records(file)
        next(closed)
        closed.close()
    assert sources(1) == [first]
    if Path("/proc/self/fd").exists():
        assert str(file) not in _open_files()


def _open_files():
    """The files that this process has open, but for those that went away meanwhile."""
    found = set()
    for each in Path("/proc/self/fd").iterdir():
        try:
            found.add(str(each.readlink()))
        except OSError:  # the one that lists them
            continue
    return found


def test_nothing_is_opened_before_it_is_asked_for(tmp_path):
    """An unknown format is told at once, a missing file with the first record."""
    with pytest.raises(FileError, match="did you mean"):
        iter_records(tmp_path / "mine.jsonlx")
    records = iter_records(tmp_path / "none.jsonl")
    with pytest.raises(FileError, match=r"none\.jsonl' cannot be read"):
        next(records)
    with pytest.raises(WrongType, match="expected the path of a file"):
        iter_records(None)


def test_what_the_reader_of_a_stream_raises_is_its_own(tmp_path):
    """An error of the loop around it is not taken for one of the file."""
    file = a_file(tmp_path, a_line(1))

    with pytest.raises(ValueError, match=r"^mine$"):
        _raise_within(iter_records(file))


def _raise_within(records):
    for _ in records:
        message = "mine"
        raise ValueError(message)


# -- what is wrong -----------------------------------------------------------------------


def test_a_problem_far_down_is_located_in_the_file(tmp_path):
    """Its index and its line are those of the file, as read() has them."""
    lines = [a_line(n) for n in range(9_000)]
    lines[8_000] = a_line(8_000, published="1961-13")
    file = a_file(tmp_path, *lines)
    assert file.stat().st_size > 2 * streams._BLOCK

    assert [(Code.DATE, "sources[8000].published", 8_002)] == problems_of(file)
    with pytest.raises(DocumentError) as caught:
        read(file)
    assert [("sources[8000].published", 8_002)] == [
        (each.path, each.line) for each in caught.value.problems
    ]


def test_each_list_is_counted_for_itself(small_stretches, tmp_path):
    """Records of other types in between do not shift the index."""
    body = '{"type":"organization","id":"A","name":"A"}'
    file = a_file(
        tmp_path,
        *(a_line(1), body, a_line(2), body, a_line(3)),
        '{"type":"organization","id":"a","name":"A","form":"sources[0]"}',
    )

    assert [
        (Code.VALUE, "organizations[2].form", 7),
        (Code.VALUE, "organizations[2].id", 7),
    ] == sorted(problems_of(file))


def test_the_records_before_a_problem_are_given(small_stretches, tmp_path):
    """A stretch that is good is given before the next is looked at."""
    file = a_file(tmp_path, a_line(1), a_line(2), a_line(3), a_line(4), "{")
    records = iter_records(file)

    assert ["s-1", "s-2"] == [record.id for record in islice(records, 2)]
    with pytest.raises(DocumentError, match=r"SMT101 .*\(line 6\)"):
        list(records)


@pytest.mark.parametrize(
    "first, problem",
    [
        ("", (Code.MISSING_FIELD, "summitry", 1)),
        ('{"type":"document"}\n', (Code.MISSING_FIELD, "summitry", 1)),
        ('{"type":"document","summitry":2}\n', (Code.SCHEMA_VERSION, "summitry", 1)),
        ('{"type":"document","summitry":1,"as_of":"x"}\n', (Code.DATE, "as_of", 1)),
        (
            '{"type":"document","summitry":1,"versoin":"x"}\n',
            (Code.UNKNOWN_FIELD, "versoin", 1),
        ),
        (
            '{"type":"document","summitry":1,"summitry":1}\n',
            (Code.DUPLICATE_KEY, "summitry", 1),
        ),
    ],
)
@pytest.mark.parametrize("block", [64, 1 << 17])
def test_a_first_line_that_is_wrong(monkeypatch, tmp_path, first, problem, block):
    """It is told as read() tells it, however the file is cut."""
    monkeypatch.setattr(streams, "_BLOCK", block)
    file = tmp_path / "mine.jsonl"
    file.write_text(first + a_line(1) + "\n" + a_line(2) + "\n", encoding="utf-8")

    assert [problem] == problems_of(file)
    with pytest.raises(DocumentError) as caught:
        read(file)
    assert [problem] == [
        (each.code, each.path, each.line) for each in caught.value.problems
    ]


@pytest.mark.parametrize("block", [32, 1 << 17])
def test_two_files_joined(monkeypatch, tmp_path, block):
    """A first line is the first."""
    monkeypatch.setattr(streams, "_BLOCK", block)
    file = a_file(tmp_path, a_line(1), FIRST.strip(), a_line(2))

    assert [(Code.SHAPE, "$", 3)] == problems_of(file)


def test_an_older_version_in_many_stretches(small_stretches, monkeypatch, tmp_path):
    """Each stretch migrates, not only that of the first line."""

    def renamed(value):
        old = value.get("sources", [])
        return {**value, "sources": [{"id": s["id"], "title": s["called"]} for s in old]}

    for module in (versions, strict, streams):
        monkeypatch.setattr(module, "SCHEMA_VERSION", 2)
    monkeypatch.setattr(versions, "MIGRATIONS", {1: renamed})
    lines = (f'{{"type":"source","id":"s-{n}","called":"Title {n}"}}' for n in range(9))
    file = a_file(tmp_path, *lines)

    assert sources(9) == list(iter_records(file))
    assert sources(9) == list(read(file))


@pytest.mark.parametrize("text", ["", "\n", " \n\n\t\n", "\r\n" * 200, "\ufeff"])
@pytest.mark.parametrize("name", LINES)
def test_a_file_without_a_line(small_stretches, tmp_path, name, text):
    """Refused as empty: there is not even a version."""
    file = tmp_path / name
    storage.replace(file, text.encode())

    with pytest.raises(DocumentError, match=r"SMT101 .*empty; expected a first line"):
        list(iter_records(file))
    with pytest.raises(DocumentError, match=r"SMT101 .*empty; expected a first line"):
        read(file)


@pytest.mark.parametrize("name", ["mine.jsonl.gz", "mine.jsonl.zst"])
def test_a_compressed_file_that_is_damaged(tmp_path, name):
    """What was good before is given, and then it is told; what is none at once."""
    file = tmp_path / name
    write_records(sources(100_000), file)
    file.write_bytes(file.read_bytes()[:-100])
    records = iter_records(file)

    assert sources(1) == [next(records)]
    with pytest.raises(SummitryError):
        list(records)
    file.write_bytes(b"neither")
    with pytest.raises(FileError, match="cannot be read"):
        list(iter_records(file))


# -- what cannot be written ------------------------------------------------------------


class Mine(Exception):
    """What only a caller raises."""


@pytest.mark.parametrize(
    "error",
    [Mine("x"), OSError(2, "mine"), ValueError("mine"), EOFError(), KeyboardInterrupt()],
)
@pytest.mark.parametrize("after", [0, 1, 3_000])
@pytest.mark.parametrize("name", LINES)
def test_an_error_of_the_generator_passes_through(tmp_path, name, after, error):
    """The very same, though it be one that files raise; the old file stays."""
    file = tmp_path / name
    write(SMALL, file)

    def make():
        yield from sources(after)
        raise error

    with pytest.raises(type(error)) as caught:
        write_records(make(), file)
    assert error is caught.value
    assert SMALL == read(file)
    assert [file] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "wrong",
    [None, 3, "x", {"id": "a"}, SMALL, Place(city="Oslo"), sources(1)],
    ids=lambda wrong: type(wrong).__name__,
)
def test_what_is_no_record(tmp_path, wrong):
    """Among records, be it after thousands; nothing is written."""
    file = tmp_path / "mine.jsonl"
    write(SMALL, file)

    for before in (0, 3_000):
        with pytest.raises(WrongType, match="is no record of a catalogue; expected"):
            write_records([*sources(before), wrong], file)
    assert SMALL == read(file)
    assert [file] == list(tmp_path.iterdir())


@pytest.mark.parametrize("wrong", [None, 3, "x", b"x", {}, Source(id="a", title="A")])
def test_what_are_no_records(tmp_path, wrong):
    """A single record is none either, nor is a mapping."""
    with pytest.raises(WrongType):
        write_records(wrong, tmp_path / "mine.jsonl")
    assert [] == list(tmp_path.iterdir())


def test_a_version_or_a_date_that_is_none(tmp_path):
    """Told before anything is written."""
    file = tmp_path / "mine.jsonl"

    with pytest.raises(InvalidValue):
        write_records([], file, version=" ")
    with pytest.raises(SummitryError, match="there is no month 13"):
        write_records([], file, as_of="2020-13")
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["a.json", "a.yaml", "a.csv", "a.zip", "a.parquet.gz"])
def test_only_json_lines_are_streamed(tmp_path, name):
    """Other formats are written whole, and that is said."""
    with pytest.raises(FileError, match=r"streamed to JSON Lines .*; see write\(\)"):
        write_records(sources(1), tmp_path / name)
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["a", "a.jsonlx", "a.gz"])
def test_a_suffix_that_is_not_known(tmp_path, name):
    """Nor is a format guessed."""
    with pytest.raises(FileError, match="known formats are"):
        write_records(sources(1), tmp_path / name)


def test_a_subclass_is_not_cut_down(tmp_path):
    """Its own fields would be lost, so it is not written."""
    wide = type("Wide", (Source,), {"__slots__": ()})

    with pytest.raises(InvalidValue, match="a Wide cannot be written"):
        write_records([wide(id="a", title="A")], tmp_path / "mine.jsonl")
    assert [] == list(tmp_path.iterdir())


# -- a bar --------------------------------------------------------------------------------


class Terminal(io.StringIO):
    """Where somebody looks."""

    def isatty(self):
        return True


@pytest.fixture
def shown(monkeypatch, capsys):
    """What is written to standard error, which is a terminal once this is called."""

    def show():
        terminal = Terminal()
        monkeypatch.setattr(sys, "stderr", terminal)  # pytest sets it before each test
        monkeypatch.delitem(sys.modules, "ipykernel", raising=False)
        return terminal

    return show


@pytest.fixture
def a_long_file(monkeypatch, tmp_path):
    """A file that is long enough for a bar."""
    file = tmp_path / "mine.jsonl.gz"
    write_records(sources(100), file)
    monkeypatch.setattr(streams, "_WORTH_A_BAR", file.stat().st_size)
    return file


def test_a_bar_that_is_asked_for(tmp_path, capsys):
    """On standard error, wherever that leads; the records are the same."""
    pytest.importorskip("tqdm")
    file = tmp_path / "mine.jsonl"
    write_records(sources(100), file)

    assert sources(100) == list(iter_records(file, progress=True))
    said = capsys.readouterr()
    assert "mine.jsonl: " in said.err
    assert "" == said.out


def test_a_bar_counts_the_bytes_of_the_file(a_long_file, shown, monkeypatch):
    """Those on the disk, not those that they hold: it ends at the end."""
    tqdm = pytest.importorskip("tqdm.auto").tqdm
    shown()
    counted = []

    class Counting(tqdm):
        def close(self):
            counted.append((self.n, self.total))
            super().close()

    monkeypatch.setattr("tqdm.auto.tqdm", Counting)
    list(iter_records(a_long_file, progress=True))
    size = a_long_file.stat().st_size
    assert (size, size) == counted[0]


def test_no_bar_where_nobody_looks(a_long_file, capsys):
    """By default there is none in a log."""
    assert 100 == len(list(iter_records(a_long_file)))
    assert "" == capsys.readouterr().err


def test_a_bar_in_a_terminal(a_long_file, shown, monkeypatch):
    """By default, for a long file and not for a short one."""
    pytest.importorskip("tqdm")
    terminal = shown()

    assert 100 == len(list(iter_records(a_long_file)))
    assert "mine.jsonl.gz: " in terminal.getvalue()
    before = terminal.getvalue()
    monkeypatch.setattr(streams, "_WORTH_A_BAR", a_long_file.stat().st_size + 1)
    assert 100 == len(list(iter_records(a_long_file)))
    assert before == terminal.getvalue()


def test_a_bar_in_a_notebook(a_long_file, capsys, monkeypatch):
    """Its standard error is no terminal, but somebody looks."""
    pytest.importorskip("tqdm")
    monkeypatch.setitem(sys.modules, "ipykernel", sys)

    assert 100 == len(list(iter_records(a_long_file)))
    assert "mine.jsonl.gz: " in capsys.readouterr().err


def test_no_bar_if_none_is_wanted(a_long_file, shown):
    """Not even in a terminal."""
    terminal = shown()

    assert 100 == len(list(iter_records(a_long_file, progress=False)))
    assert "" == terminal.getvalue()


def test_a_bar_is_taken_away(a_long_file, shown):
    """Also where reading stops early: it does not go on standing there."""
    pytest.importorskip("tqdm")
    terminal = shown()
    records = iter_records(a_long_file, progress=True)
    next(records)
    records.close()

    assert "mine.jsonl.gz: " in terminal.getvalue()
    assert terminal.getvalue().endswith("\r")


def test_without_tqdm(a_long_file, shown, monkeypatch):
    """Asked for, it is missed; by default there is simply none."""
    real = builtins.__import__

    def without(name, *rest, **options):
        if name.partition(".")[0] == "tqdm":
            raise ImportError(name)
        return real(name, *rest, **options)

    monkeypatch.setattr(builtins, "__import__", without)
    monkeypatch.setattr(streams, "find_spec", lambda name: None)
    terminal = shown()

    assert 100 == len(list(iter_records(a_long_file)))
    assert "" == terminal.getvalue()
    with pytest.raises(MissingExtra, match=r"a progress bar .*'summitry\[progress\]'"):
        list(iter_records(a_long_file, progress=True))


def test_a_terminal_that_is_gone(a_long_file, monkeypatch):
    """A program without a console has no standard error at all."""
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.delitem(sys.modules, "ipykernel", raising=False)

    assert 100 == len(list(iter_records(a_long_file)))


# -- as it is used ---------------------------------------------------------------------


def test_one_file_into_another(world, tmp_path):
    """Records are picked on the way from one file to the next."""
    write(world, tmp_path / "all.jsonl.gz")
    nordic = (
        record
        for record in iter_records(tmp_path / "all.jsonl.gz")
        if isinstance(record, MemberState) and record.state == "ISL"
    )
    write_records(nordic, tmp_path / "some.jsonl.zst")

    expected = [spell for spell in world.memberships if spell.party == "ISL"]
    assert sorted(map(repr, expected)) == sorted(
        map(repr, iter_records(tmp_path / "some.jsonl.zst"))
    )


def test_a_body_with_a_long_text(tmp_path):
    """A line may be longer than a stretch is."""
    body = Organization(id="A", name="x" * 1_000_000)
    file = tmp_path / "mine.jsonl"
    write_records([*sources(10), body, Organization(id="B", name="B")], file)

    assert [*sources(10), body, Organization(id="B", name="B")] == list(
        iter_records(file)
    )


@pytest.mark.skipif(os.name != "posix", reason="pipes are POSIX's")
def test_a_pipe_is_read(tmp_path):
    """What another program writes is streamed as it comes."""
    file = a_file(tmp_path, *(a_line(n) for n in range(5_000)))
    pipe = tmp_path / "pipe.jsonl"
    os.mkfifo(pipe)
    code = """
import shutil, sys
with open(sys.argv[1], "rb") as old, open(sys.argv[2], "wb") as new:
    shutil.copyfileobj(old, new)
"""
    with subprocess.Popen([sys.executable, "-c", code, str(file), str(pipe)]) as writer:
        assert 5_000 == sum(1 for _ in iter_records(pipe))
    assert 0 == writer.returncode
