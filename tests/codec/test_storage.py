"""Bytes on disk: every compressed byte counts, and a folder is replaced whole or not."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys

from pathlib import Path

import pytest

from summitry import Catalog, Organization, dumps, iter_records, read, write
from summitry.codec import storage
from summitry.errors import FileError, SummitryError


FIRST = Catalog([Organization(id="FIRST", name="First")])
LINES = dumps(FIRST, format="jsonl").encode()
MORE = dumps(Catalog([Organization(id="MORE", name="x" * 300_000)]), format="jsonl")
MORE = MORE.encode().partition(b"\n")[2]

OLD = {"datapackage.json": b"old", "a.csv": b"1"}
NEW = {"datapackage.json": b"new", "b.csv": b"2"}


def squeezed(data, suffix):
    """Bytes as one member of gzip, or one frame of zstd."""
    if suffix == ".gz":
        return gzip.compress(data)
    return pytest.importorskip("zstandard").compress(data)


def both_ways(file):
    """The ids that the whole and the stream give."""
    whole = [body.id for body in read(file).organizations]
    assert whole == [body.id for body in iter_records(file)]
    return whole


def held(folder):
    """What the files of a folder hold, by name."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


# -- compressed ----------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_several_members_are_one_file(tmp_path, suffix):
    """Files that were joined, or compressed in parallel, are read to their end."""
    file = tmp_path / f"a.jsonl{suffix}"
    file.write_bytes(squeezed(LINES, suffix) + squeezed(MORE, suffix))
    assert ["FIRST", "MORE"] == both_ways(file)

    nothing = squeezed(b"", suffix)
    file.write_bytes(nothing + squeezed(LINES, suffix) + nothing + nothing)
    assert ["FIRST"] == both_ways(file)


def test_a_frame_that_is_to_be_skipped(tmp_path):
    """Zstd has room for what is no content, as parallel compressors write it."""
    skipped = b"\x50\x2a\x4d\x18\x03\x00\x00\x00abc"
    file = tmp_path / "a.jsonl.zst"
    file.write_bytes(skipped + squeezed(LINES, ".zst") + skipped)

    assert ["FIRST"] == both_ways(file)


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_cut_off_at_every_byte(tmp_path, suffix):
    """Also where all that is left could be decompressed: half a file is no file."""
    file = tmp_path / f"a.jsonl{suffix}"
    first, second = squeezed(LINES, suffix), squeezed(LINES + MORE, suffix)

    for length in range(1, len(second)):
        for begun in (b"", first):
            file.write_bytes(begun + second[:length])
            with pytest.raises(FileError, match="cannot be read"):
                read(file)
            with pytest.raises(SummitryError):
                list(iter_records(file))


@pytest.mark.parametrize(
    "garbage", [b"x", b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"{}\n" * 99]
)
@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_more_behind_the_last_member(tmp_path, suffix, garbage):
    """What nobody can read is not passed over."""
    file = tmp_path / f"a.jsonl{suffix}"
    file.write_bytes(squeezed(LINES, suffix) + garbage)

    with pytest.raises(FileError, match="cannot be read"):
        read(file)
    with pytest.raises(FileError, match="cannot be read"):
        list(iter_records(file))


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a limit of memory")
@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_a_small_file_takes_little_room(tmp_path, suffix):
    """Room is made for what is there, not for the most that may be there."""
    file = tmp_path / f"a.json{suffix}"
    file.write_bytes(squeezed(dumps(FIRST).encode(), suffix))
    code = (
        "import resource, sys, summitry\n"
        "resource.setrlimit(resource.RLIMIT_AS, (800 << 20, 800 << 20))\n"
        "print(len(summitry.read(sys.argv[1])))\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, str(file)],
        check=True,
        capture_output=True,
        text=True,
    )

    assert "1\n" == done.stdout


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_the_most_that_a_compressed_file_may_hold(monkeypatch, tmp_path, suffix):
    """To the byte; one more is refused, and the message says what to do."""
    data = dumps(FIRST).encode()
    file = tmp_path / f"a.json{suffix}"
    file.write_bytes(squeezed(data, suffix))

    monkeypatch.setattr(storage, "EXPANDED_AT_MOST", len(data))
    assert FIRST == read(file)
    monkeypatch.setattr(storage, "EXPANDED_AT_MOST", len(data) - 1)
    with pytest.raises(FileError, match=r"more than \d+ bytes.*iter_records\(\)"):
        read(file)


def test_a_frame_that_expands_beyond_reason(tmp_path):
    """Some bytes of zstd that stand for a gigabyte and more are refused as they come."""
    zstandard = pytest.importorskip("zstandard")
    file = tmp_path / "a.json.zst"
    with file.open("wb") as raw, zstandard.open(raw, "wb") as stream:
        for _ in range(1100):
            stream.write(b" " * (1 << 20))

    assert file.stat().st_size < 200_000
    with pytest.raises(FileError, match="more than 1,073,741,824 bytes"):
        read(file)


# -- folders -------------------------------------------------------------------


@pytest.mark.parametrize("error", [OSError("broken"), KeyboardInterrupt(), SystemExit()])
@pytest.mark.parametrize("at", [1, 2])
def test_a_folder_comes_back(monkeypatch, tmp_path, at, error):
    """Whatever happens at either of the two renames: the old folder is there, alone."""
    folder = tmp_path / "mine.csv"
    storage.replace_folder(folder, OLD)
    rename, calls = Path.rename, []

    def failing(path, target):
        calls.append(path)
        if len(calls) == at:
            raise error
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    expected = FileError if isinstance(error, OSError) else type(error)
    with pytest.raises(expected):
        storage.replace_folder(folder, NEW)

    assert OLD == held(folder)
    assert ["mine.csv"] == [each.name for each in tmp_path.iterdir()]


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_a_folder_is_replaced(tmp_path):
    """Its own files go, its permissions stay, and nothing is left beside it."""
    folder = tmp_path / "mine.csv"
    storage.replace_folder(folder, OLD)
    folder.chmod(0o750)
    storage.replace_folder(folder, NEW)

    assert NEW == held(folder)
    assert 0o750 == folder.stat().st_mode & 0o7777
    assert ["mine.csv"] == [each.name for each in tmp_path.iterdir()]


@pytest.mark.parametrize("name", ["notes.txt", ".git", "a.csv.bak", "A.CSV"])
def test_a_folder_with_foreign_files(tmp_path, name):
    """What was not written here is not removed here."""
    folder = tmp_path / "mine.csv"
    storage.replace_folder(folder, OLD)
    (folder / name).touch()

    with pytest.raises(FileError, match="was not written by summitry"):
        storage.replace_folder(folder, NEW)
    assert {**OLD, name: b""} == held(folder)


def test_a_folder_of_tables_of_another_hand(tmp_path):
    """Tables without the file that describes them may be anybody's."""
    folder = tmp_path / "mine.csv"
    folder.mkdir()
    (folder / "a.csv").touch()

    with pytest.raises(FileError, match="was not written by summitry"):
        write(FIRST, folder)
    assert {"a.csv": b""} == held(folder)
