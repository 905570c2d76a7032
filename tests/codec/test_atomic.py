"""Whole or not at all: what is written takes the place of the old only when it is there.

A program is killed, a disk is full, a step fails: the old catalogue can be read, with the
permissions that it had.
"""

from __future__ import annotations

import gzip
import os
import shutil
import signal
import stat
import subprocess
import sys

from pathlib import Path

import pytest

from small import SMALL
from summitry import Catalog, Organization, Source, read, write, write_records
from summitry.codec import storage
from summitry.errors import FileError, MissingExtra


FILES = (
    "mine.json",
    "mine.jsonl",
    "mine.jsonl.gz",
    "mine.json.zst",
    "mine.jsonl.zst",
    "mine.yaml",
    "mine.toml.gz",
    "mine.msgpack",
    "mine.zip",
    "mine.parquet",
)
LINES = ("mine.jsonl", "mine.jsonl.gz", "mine.jsonl.zst")
FOLDER = "mine.csv"
NEW = Catalog([Organization(id="NEW", name="New")], version="2")

posix = pytest.mark.skipif(os.name != "posix", reason="the system's own, on POSIX")
in_linux = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="needs limits and /proc"
)


def names_in(folder):
    """The names of all that a folder holds, sorted."""
    return sorted(entry.name for entry in folder.iterdir())


# -- killed ------------------------------------------------------------------------------


WAITING = """
import os, sys, summitry
def wait(*_):
    print("there", flush=True)
    sys.stdin.read()
new = summitry.Catalog([summitry.Organization(id=f"A-{n}", name="x" * 99)
                        for n in range(20_000)])
"""


def killed(code, file):
    """Run a program until it says that it is there, and kill it."""
    arguments = [sys.executable, "-B", "-c", WAITING + code, str(file)]
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        assert b"there\n" == program.stdout.readline()
        program.send_signal(signal.SIGKILL)
        assert -signal.SIGKILL == program.wait()


@posix
@pytest.mark.parametrize("name", LINES)
def test_killed_while_records_are_made(tmp_path, name):
    """Thousands are written, the next is awaited: the old file is as it was."""
    file = tmp_path / name
    write(SMALL, file)
    old = file.read_bytes()
    killed(
        """
def make():
    yield from new
    wait()
summitry.write_records(make(), sys.argv[1])
""",
        file,
    )

    assert old == file.read_bytes()
    assert SMALL == read(file)
    beside = [each for each in names_in(tmp_path) if each != name]
    assert 1 == len(beside)
    assert beside[0].startswith(".summitry-")


@posix
@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("name", FILES)
def test_killed_while_a_catalogue_is_written(tmp_path, name, step):
    """When all is written and not yet on disk, or not yet in its place."""
    file = tmp_path / name
    write(SMALL, file)
    killed(f"os.{step} = wait\nsummitry.write(new, sys.argv[1])\n", file)

    assert SMALL == read(file)
    write(NEW, file)
    assert NEW == read(file)


@posix
@pytest.mark.parametrize("step", ["fsync", "rename"])
def test_killed_while_tables_are_written(tmp_path, step):
    """Before the first of the two renames, the old folder is whole."""
    folder = tmp_path / FOLDER
    write(SMALL, folder)
    killed(f"os.{step} = wait\nsummitry.write(new, sys.argv[1])\n", folder)

    assert SMALL == read(folder)
    write(NEW, folder)
    assert NEW == read(folder)


@posix
def test_killed_between_the_two_renames_of_a_folder(tmp_path):
    """No system swaps folders at a stroke by common means: both lie beside, whole."""
    folder = tmp_path / FOLDER
    write(SMALL, folder)
    killed(
        """
rename, calls = os.rename, []
def second(*paths):
    calls.append(paths)
    return wait() if len(calls) == 2 else rename(*paths)
os.rename = second
summitry.write(new, sys.argv[1])
""",
        folder,
    )

    found = [read(each, format="csv") for each in tmp_path.iterdir()]
    assert [False, True] == sorted(catalog == SMALL for catalog in found)
    assert [len(SMALL), 20_000] == sorted(map(len, found))


# -- a full disk -----------------------------------------------------------------------------


@in_linux
@pytest.mark.parametrize("most", [1_000, 40_000])
@pytest.mark.parametrize("name", [*FILES, FOLDER])
def test_a_full_disk(tmp_path, name, most):
    """The system refuses to write on, early or late: nothing is lost, nothing left."""
    file = tmp_path / name
    write(SMALL, file)
    _write_with_limit(file, most, "summitry.write(summitry.Catalog(records), file)")

    assert SMALL == read(file)
    assert [name] == names_in(tmp_path)


@in_linux
@pytest.mark.parametrize("most", [1_000, 40_000])
@pytest.mark.parametrize("name", LINES)
def test_a_full_disk_while_records_are_streamed(tmp_path, name, most):
    """Likewise, and it is an error of the file, not of what gives the records."""
    file = tmp_path / name
    write(SMALL, file)
    _write_with_limit(file, most, "summitry.write_records(iter(records), file)")

    assert SMALL == read(file)
    assert [name] == names_in(tmp_path)


def _write_with_limit(file, most, statement):
    # Text that no compression makes much shorter.
    code = f"""
import random, resource, signal, sys, summitry
file, chance = sys.argv[1], random.Random(1)
records = [summitry.Source(id=f"s-{{n}}", title=chance.randbytes(500).hex())
           for n in range(300)]
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))
try: {statement}
except summitry.errors.FileError as error: print(error)
"""
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, str(file)],
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.endswith("cannot be written: File too large\n")
    assert "" == done.stderr


# -- a step that fails ------------------------------------------------------------------------


@pytest.mark.parametrize("error", [OSError(28, "No space left"), KeyboardInterrupt()])
@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
@pytest.mark.parametrize("name", ["mine.jsonl.gz", "mine.jsonl.zst", "mine.msgpack"])
def test_a_step_that_fails(monkeypatch, tmp_path, name, step, error):
    """The old file is whole, and nothing lies beside it."""
    file = tmp_path / name
    write(SMALL, file)
    _fail(monkeypatch, step, error)

    expected = FileError if isinstance(error, OSError) else KeyboardInterrupt
    with pytest.raises(expected):
        write(NEW, file)
    monkeypatch.undo()
    assert SMALL == read(file)
    assert [name] == names_in(tmp_path)


@pytest.mark.parametrize("error", [OSError(28, "No space left"), KeyboardInterrupt()])
@pytest.mark.parametrize("step", ["fsync", "rename", "mkdir", "chmod"])
def test_a_step_that_fails_for_a_folder(monkeypatch, tmp_path, step, error):
    """Likewise of a folder, and where there was none there is none."""
    folder = tmp_path / FOLDER
    write(SMALL, folder)
    _fail(monkeypatch, step, error)

    expected = FileError if isinstance(error, OSError) else KeyboardInterrupt
    with pytest.raises(expected):
        write(NEW, folder)
    if step != "chmod":
        with pytest.raises(expected):
            write(NEW, tmp_path / "new.csv")
    monkeypatch.undo()
    assert SMALL == read(folder)
    assert [FOLDER] == names_in(tmp_path)


def _fail(monkeypatch, step, error):
    def fail(*_args, **_options):
        raise error

    monkeypatch.setattr(os, step, fail)


# -- permissions ------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
@pytest.mark.parametrize("name", FILES)
def test_permissions_are_kept(tmp_path, name, mode):
    """However the file is written."""
    file = tmp_path / name
    write(SMALL, file)
    file.chmod(mode)
    write(NEW, file)
    assert mode == stat.S_IMODE(file.stat().st_mode)
    if name in LINES:
        write_records(NEW, file)
        assert mode == stat.S_IMODE(file.stat().st_mode)


@posix
def test_nobody_else_reads_a_private_file_while_it_is_written(tmp_path):
    """What is written beside is private before its first byte."""
    file = tmp_path / "mine.jsonl"
    write(SMALL, file)
    file.chmod(0o600)
    modes = []

    def make():
        modes.extend(stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir())
        yield from NEW

    write_records(make(), file)
    assert [0o600, 0o600] == modes


@posix
@pytest.mark.parametrize("mask", [0o022, 0o077])
@pytest.mark.parametrize("name", [*FILES, FOLDER])
def test_what_is_new_has_the_permissions_of_anything_new(tmp_path, name, mask):
    """What the user's mask leaves, neither more nor less."""
    before = os.umask(mask)
    try:
        write(NEW, tmp_path / name)
    finally:
        os.umask(before)

    mode = 0o777 if name == FOLDER else 0o666
    assert mode & ~mask == stat.S_IMODE((tmp_path / name).stat().st_mode)


@posix
def test_a_link_to_a_folder_is_followed(tmp_path):
    """It goes on being one, and the folder is written."""
    write(SMALL, tmp_path / FOLDER)
    (tmp_path / "link.csv").symlink_to(FOLDER)
    write(NEW, tmp_path / "link.csv")

    assert (tmp_path / "link.csv").is_symlink()
    assert NEW == read(tmp_path / FOLDER) == read(tmp_path / "link.csv")
    assert ["link.csv", FOLDER] == names_in(tmp_path)


def test_a_file_in_the_place_of_a_folder(tmp_path):
    """It is refused and stays, though it be a table that was read from there."""
    file = tmp_path / "sources.csv"
    file.write_text("id,title\na,A\n", encoding="utf-8")
    assert [Source(id="a", title="A")] == list(read(file))

    with pytest.raises(FileError, match=r"it is a file; .* to a folder, or to a \.zip"):
        write(NEW, file)
    assert [Source(id="a", title="A")] == list(read(file))


@posix
def test_a_link_to_nowhere(tmp_path):
    """A file is written where it leads, a folder too."""
    for name in ("mine.json", FOLDER):
        link = tmp_path / f"link-{name}"
        link.symlink_to(name)
        with pytest.raises(FileError, match="cannot be read"):
            read(link)
        write(NEW, link)
        assert NEW == read(tmp_path / name)


# -- reading a folder ---------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path):
    """A folder of tables, in a folder of its own."""
    path = tmp_path / "within" / FOLDER
    path.parent.mkdir()
    write(SMALL, path)
    return path


def test_a_folder_without_a_suffix(folder):
    """What else could it be; so it is read, if not written."""
    bare = folder.rename(folder.parent / "tables")

    assert SMALL == read(bare)
    assert SMALL == read(bare, format="csv")
    with pytest.raises(FileError, match="has no suffix"):
        write(NEW, bare)
    write(NEW, bare, format="csv")
    assert NEW == read(bare)


def test_other_files_in_a_folder(folder):
    """What is no table is not looked at."""
    (folder / "README.md").write_bytes(b"\xff")
    (folder / "more").mkdir()

    assert SMALL == read(folder)


@posix
@pytest.mark.parametrize("name", ["sources.csv", "datapackage.json"])
def test_a_link_that_leaves_the_folder(folder, name):
    """It is refused, wherever it leads and however it is spelled."""
    elsewhere = folder.parents[1] / name
    shutil.move(folder / name, elsewhere)

    for target in (elsewhere, Path("..") / ".." / name, Path("/dev/zero")):
        (folder / name).symlink_to(target)
        with pytest.raises(FileError, match=f"{name}' is a link that leaves the folder"):
            read(folder)
        (folder / name).unlink()


@posix
def test_a_link_that_stays_in_the_folder(folder):
    """It is a file like any other; the folder itself may be reached by one."""
    (folder / "sources.csv").rename(folder / "hidden.txt")
    (folder / "sources.csv").symlink_to("hidden.txt")
    assert SMALL == read(folder)

    (folder.parent / "link.csv").symlink_to(folder.name)
    assert SMALL == read(folder.parent / "link.csv")


@posix
def test_a_link_to_itself(folder):
    """The system's own reason is given."""
    (folder / "sources.csv").unlink()
    (folder / "sources.csv").symlink_to("sources.csv")

    with pytest.raises(FileError, match="cannot be read"):
        read(folder)


def test_a_folder_named_like_a_table(folder):
    """The system's own reason is given."""
    (folder / "states.csv").unlink(missing_ok=True)
    (folder / "states.csv").mkdir()

    with pytest.raises(FileError, match="cannot be read"):
        read(folder)


def test_the_most_that_a_folder_may_hold(monkeypatch, folder):
    """To the byte, all of its tables together; one more is refused."""
    held = sum(file.stat().st_size for file in folder.iterdir())

    monkeypatch.setattr("summitry.codec.files.EXPANDED_AT_MOST", held)
    assert SMALL == read(folder)
    monkeypatch.setattr("summitry.codec.files.EXPANDED_AT_MOST", held - 1)
    with pytest.raises(FileError, match=rf"its tables hold more than {held - 1:,} bytes"):
        read(folder)


# -- compression ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["mine.json.gz", "mine.jsonl.gz", "mine.json.zst"])
def test_the_same_bytes_at_any_time(monkeypatch, tmp_path, name):
    """Neither the time nor the name of the file is in it."""
    first, second = tmp_path / name, tmp_path / f"another-{name}"
    write(SMALL, first)
    monkeypatch.setattr("time.time", lambda: 2e9)
    write(SMALL, second)

    assert first.read_bytes() == second.read_bytes()


def test_other_programs_read_what_is_compressed(tmp_path):
    """It is plain gzip and plain zstd."""
    zstandard = pytest.importorskip("zstandard")
    for name in ("mine.json", "mine.json.gz", "mine.json.zst"):
        write(SMALL, tmp_path / name)
    plain = (tmp_path / "mine.json").read_bytes()

    assert plain == gzip.decompress((tmp_path / "mine.json.gz").read_bytes())
    with zstandard.open(tmp_path / "mine.json.zst", "rb") as stream:
        assert plain == stream.read()


@pytest.mark.parametrize("name", ["mine.json.zst", "mine.jsonl.zst", "mine.msgpack.ZST"])
def test_without_zstandard(monkeypatch, tmp_path, name):
    """It is named, with the extra that has it; nothing is written."""
    if sys.version_info >= (3, 14):
        pytest.skip("the standard library has it")
    (tmp_path / "mine.jsonl.zst").write_bytes(b"")
    monkeypatch.setitem(sys.modules, "zstandard", None)

    with pytest.raises(MissingExtra, match=r"zstandard.*pip install 'summitry\[zstd\]'"):
        write(SMALL, tmp_path / name)
    with pytest.raises(MissingExtra, match="zstd needs the package zstandard"):
        read(tmp_path / "mine.jsonl.zst")
    assert ["mine.jsonl.zst"] == names_in(tmp_path)


@pytest.mark.parametrize("name", ["mine.json.gz", "mine.json.zst"])
def test_another_compression_than_the_suffix_says(tmp_path, name):
    """It is not guessed."""
    file = tmp_path / name
    file.write_bytes(b'{"summitry": 1}')
    with pytest.raises(FileError, match="cannot be read"):
        read(file)
    write(SMALL, tmp_path / "other.json.zst")
    write(SMALL, tmp_path / "other.json.gz")
    other = "other.json.zst" if name.endswith(".gz") else "other.json.gz"
    shutil.copy(tmp_path / other, file)
    with pytest.raises(FileError, match="cannot be read"):
        read(file)


@pytest.mark.parametrize("name", ["mine.json.gz", "mine.json.zst"])
def test_a_byte_that_was_changed(tmp_path, name):
    """Each compressed file holds a sum by which it is noticed."""
    file = tmp_path / name
    write(SMALL, file)
    good, refused = file.read_bytes(), []

    for place in range(10, len(good)):  # before, gzip has room for what nobody needs
        data = bytearray(good)
        data[place] ^= 1 << place % 8
        file.write_bytes(data)
        try:  # a few bits between the content and its sum mean nothing
            assert SMALL == read(file)
        except FileError as error:
            refused.append(str(error))
    assert len(good) - 15 <= len(refused)
    assert all("cannot be read" in message for message in refused)


@in_linux
@pytest.mark.parametrize("name", ["bomb.json.gz", "bomb.json.zst"])
def test_a_bomb_takes_bounded_memory(tmp_path, name):
    """Four gibibytes of zeros: refused when one was seen, in little more than that."""
    file = tmp_path / name
    part = tmp_path / f"part{file.suffix}"
    storage.replace(part, bytes(64 << 20))
    file.write_bytes(part.read_bytes() * 64)
    assert file.stat().st_size < 20_000_000
    code = """
import sys, summitry
try: summitry.read(sys.argv[1])
except summitry.errors.FileError as error: print(error)
for line in open("/proc/self/status"):
    if line.startswith("VmHWM"): print(line.split()[1])
"""
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, str(file)],
        check=True,
        capture_output=True,
        text=True,
    )
    said, peak = done.stdout.splitlines()

    assert "more than 1,073,741,824 bytes once decompressed" in said
    assert int(peak) << 10 < 2.3 * (1 << 30)
