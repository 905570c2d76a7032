"""Files: read whole, written whole or not at all, each refusal explained."""

from __future__ import annotations

import os
import stat
import subprocess
import sys

from pathlib import Path

import pytest

import summitry

from summitry import Catalog, Organization, dumps, read, write
from summitry.errors import DocumentError, FileError, WrongType


OLD = Catalog([Organization(id="OLD", name="Old")], version="1")
NEW = Catalog([Organization(id="NEW", name="New")], version="2")


@pytest.fixture
def file(tmp_path):
    """A file with the old catalogue, alone in its folder."""
    path = tmp_path / "mine.json"
    write(OLD, path)
    return path


def names_in(folder):
    """The names of all that a folder holds."""
    return [entry.name for entry in folder.iterdir()]


class Pathish:
    """What os.fspath() takes, and nothing else."""

    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


# -- good ----------------------------------------------------------------------


@pytest.mark.parametrize("kind", [str, Path, Pathish])
def test_any_kind_of_path(tmp_path, kind):
    """Text, a Path, and whatever stands for a path."""
    path = kind(os.fspath(tmp_path / "mine.json"))
    write(OLD, path)

    assert OLD == read(path)


def test_a_relative_path(tmp_path, monkeypatch):
    """A bare name is in the working directory."""
    monkeypatch.chdir(tmp_path)
    write(OLD, "mine.json")

    assert OLD == read("mine.json") == read("./mine.json")
    assert ["mine.json"] == names_in(tmp_path)


@pytest.mark.parametrize("name", ["mine.JSON", "a.b.json", "å 名.json", ".hidden.json"])
def test_the_suffix_in_any_case_and_name(tmp_path, name):
    """The suffix decides, whatever stands before it."""
    write(OLD, tmp_path / name)

    assert OLD == read(tmp_path / name)
    assert [name] == names_in(tmp_path)


@pytest.mark.parametrize("name", ["mine", "mine.txt", "mine.json.bak", "json"])
def test_the_format_by_name(tmp_path, name):
    """A format that is given goes before the suffix."""
    write(OLD, tmp_path / name, format="json")

    assert OLD == read(tmp_path / name, format="json")


def test_the_text_in_the_file(file):
    """A file holds the document, in UTF-8, with plain line ends, on any system."""
    assert dumps(OLD).encode() == file.read_bytes()


def test_a_file_is_replaced(file):
    """The new catalogue takes the place of the old one, and nothing else is left."""
    write(NEW, file)

    assert NEW == read(file)
    assert ["mine.json"] == names_in(file.parent)


def test_a_file_with_a_long_name(tmp_path):
    """A name of the greatest length that a file can have is one like any other."""
    path = tmp_path / f"{'x' * 250}.json"
    write(OLD, path)

    assert OLD == read(path)


def test_a_locale_without_unicode(tmp_path):
    """Files are UTF-8 whatever the locale says."""
    path = tmp_path / "mine.json"
    code = (
        "import summitry, sys\n"
        "c = summitry.Catalog([summitry.Organization(id='A', name='R\\xe9\\u540d')])\n"
        "summitry.write(c, sys.argv[1]); assert summitry.read(sys.argv[1]) == c\n"
    )
    environment = {
        **os.environ,
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    }
    subprocess.run([sys.executable, "-c", code, str(path)], check=True, env=environment)

    assert "Ré名" == read(path).organization("A").name


# -- permissions ---------------------------------------------------------------


posix = pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")


@posix
@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path, mask):
    """What the user's mask leaves, neither more nor less."""
    before = os.umask(mask)
    try:
        write(OLD, tmp_path / "mine.json")
    finally:
        os.umask(before)

    assert 0o666 & ~mask == stat.S_IMODE((tmp_path / "mine.json").stat().st_mode)


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_replaced_file_keeps_its_permissions(file, mode):
    """What was private stays private."""
    file.chmod(mode)
    write(NEW, file)

    assert mode == stat.S_IMODE(file.stat().st_mode)


# -- refused -------------------------------------------------------------------


KNOWN = r"known formats are csv, json, jsonl, msgpack, parquet, toml, yaml"


@pytest.mark.parametrize("name", ["mine.jsn", "mine.xml", "mine.json.bz2", "mine.gz"])
def test_an_unknown_suffix(tmp_path, name):
    """The formats that are known are named; nothing is guessed from the content."""
    (tmp_path / name).write_text(dumps(OLD), encoding="utf-8")
    suffix = Path(name).suffix
    message = rf"has the suffix '\{suffix}'.*{KNOWN} \(or give format=\)"

    with pytest.raises(FileError, match=message):
        read(tmp_path / name)
    with pytest.raises(FileError, match=message):
        write(OLD, tmp_path / name)


def test_a_suffix_with_a_typo(tmp_path):
    """The one that was probably meant is named."""
    with pytest.raises(FileError, match=r"'\.jsonn'; did you mean \.json\?"):
        read(tmp_path / "mine.jsonn")


def test_no_suffix(tmp_path):
    """Nor is one assumed."""
    with pytest.raises(FileError, match="mine' has no suffix"):
        write(OLD, tmp_path / "mine")
    assert [] == names_in(tmp_path)


@pytest.mark.parametrize("name", ["jsn", "JSON", "", 3, b"json", ["json"]])
def test_an_unknown_format(file, name):
    """A format that is given has to be known."""
    with pytest.raises(FileError, match=r"is no known format;.* known are csv, json,"):
        read(file, format=name)
    with pytest.raises(FileError, match=r"is no known format;.* known are csv, json,"):
        write(NEW, file, format=name)
    assert OLD == read(file)


def test_a_missing_file_with_a_suggestion(file):
    """The file that was probably meant is named."""
    with pytest.raises(FileError, match=r"cannot be read: .*; did you mean mine\.json\?"):
        read(file.with_name("mime.json"))
    with pytest.raises(FileError) as caught:
        read(file.with_name("quite-another.json"))
    assert "did you mean" not in str(caught.value)


def test_a_missing_folder(tmp_path):
    """No folder is made by the way."""
    path = tmp_path / "nowhere" / "mine.json"

    with pytest.raises(FileError, match="cannot be read"):
        read(path)
    with pytest.raises(FileError, match="cannot be written"):
        write(OLD, path)
    assert [] == names_in(tmp_path)


def test_a_folder(tmp_path):
    """A folder named like a file is none; it and what is in it stay."""
    folder = tmp_path / "folder.json"
    folder.mkdir()
    (folder / "inside").touch()

    with pytest.raises(FileError, match="cannot be read"):
        read(folder)
    with pytest.raises(FileError, match="cannot be written"):
        write(OLD, folder)
    assert ["folder.json"] == names_in(tmp_path)
    assert ["inside"] == names_in(folder)


@pytest.mark.parametrize("path", [".", "..", "/"])
def test_a_path_without_a_name(path):
    """The folder itself is not a file either."""
    with pytest.raises(FileError, match="cannot be read"):
        read(path, format="json")
    with pytest.raises(FileError, match="cannot be written"):
        write(OLD, path, format="json")


def test_a_file_as_a_folder(file):
    """Nothing is in a file."""
    with pytest.raises(FileError, match="cannot be read"):
        read(file / "mine.json")
    with pytest.raises(FileError, match="cannot be written"):
        write(NEW, file / "mine.json")
    assert OLD == read(file)


@pytest.mark.parametrize("path", ["a\0b.json", "\udcff\ud800.json"])
def test_a_path_that_no_file_can_have(path):
    """A NUL or half a character in a name is explained as well."""
    with pytest.raises(FileError):
        read(path)
    with pytest.raises(FileError):
        write(OLD, path)


def test_a_name_that_is_too_long(tmp_path):
    """The system's own reason is given."""
    path = tmp_path / f"{'x' * 5_000}.json"

    with pytest.raises(FileError, match="cannot be read"):
        read(path)
    with pytest.raises(FileError, match="cannot be written"):
        write(OLD, path)


@pytest.mark.parametrize(
    "path", [None, 3, b"mine.json", "", ["mine.json"], Pathish(b"x")]
)
def test_what_is_no_path(path):
    """A number is not a file descriptor here, and bytes are not a name."""
    with pytest.raises(WrongType, match="expected the path of a file"):
        read(path, format="json")
    with pytest.raises(WrongType, match="expected the path of a file"):
        write(OLD, path, format="json")


@pytest.mark.parametrize("wrong", [None, {}, "x", OLD.organizations])
def test_what_is_no_catalogue(file, wrong):
    """A collection is not a catalogue; the file stays as it was."""
    with pytest.raises(WrongType, match="expected a Catalog"):
        write(wrong, file)
    assert OLD == read(file)


@posix
def test_a_pipe_is_not_replaced(tmp_path):
    """What is not a plain file is not made one."""
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)

    with pytest.raises(FileError, match="cannot be written"):
        write(OLD, pipe)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@posix
def test_a_link_is_followed(file):
    """A link to a file goes on being one, and the file is written."""
    link = file.with_name("link.json")
    link.symlink_to(file.name)
    write(NEW, link)

    assert link.is_symlink()
    assert NEW == read(file) == read(link)


@posix
@pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may do anything"
)
def test_a_file_without_permission(file):
    """The system's own reason is given."""
    file.chmod(0)
    with pytest.raises(FileError, match="cannot be read: Permission denied"):
        read(file)
    file.parent.chmod(0o500)
    try:
        with pytest.raises(FileError, match="cannot be written: Permission denied"):
            write(NEW, file)
    finally:
        file.parent.chmod(0o700)


def test_a_file_error_is_an_os_error(tmp_path):
    """Code that knows nothing of the library catches it."""
    with pytest.raises(OSError, match="cannot be read"):
        read(tmp_path / "none.json")
    assert issubclass(FileError, summitry.SummitryError)


def test_an_error_names_the_file(file):
    """What is wrong in a file is told with the file's name."""
    file.write_text("{", encoding="utf-8")

    with pytest.raises(DocumentError, match=r"1 problem in .*mine\.json:"):
        read(file)


# -- whole or not at all -------------------------------------------------------


@pytest.fixture(params=["fsync", "rename"])
def failing(request, monkeypatch):
    """Make one of the last steps of writing fail, with an error to be chosen."""

    def fail_with(error):
        def fail(*_args, **_kwargs):
            raise error

        names = ["fsync"] if request.param == "fsync" else ["replace", "rename"]
        for name in names:
            monkeypatch.setattr(os, name, fail)

    return fail_with


def test_a_write_that_fails_leaves_the_old_file(file, failing):
    """The old catalogue is whole, and nothing lies beside it."""
    failing(OSError(28, "No space left on device"))

    with pytest.raises(FileError, match="cannot be written: No space left on device"):
        write(NEW, file)
    assert OLD == read(file)
    assert ["mine.json"] == names_in(file.parent)


def test_a_write_that_fails_leaves_no_new_file(tmp_path, failing):
    """Where nothing was, nothing is."""
    failing(OSError("broken"))

    with pytest.raises(FileError, match="cannot be written: broken"):
        write(NEW, tmp_path / "mine.json")
    assert [] == names_in(tmp_path)


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError])
def test_a_write_that_is_interrupted_leaves_the_old_file(file, failing, error):
    """Even what is no error of the file's is no reason to leave half of it."""
    failing(error)

    with pytest.raises(error):
        write(NEW, file)
    assert OLD == read(file)
    assert ["mine.json"] == names_in(file.parent)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a limit of file size")
def test_a_full_disk(file):
    """The real thing: the system refuses to write beyond a size."""
    code = (
        "import resource, signal, sys, summitry\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "big = summitry.Catalog([summitry.Organization(id='A', name='x' * 5000)])\n"
        "try: summitry.write(big, sys.argv[1])\n"
        "except summitry.errors.FileError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, str(file)],
        check=True,
        capture_output=True,
        text=True,
    )

    assert "cannot be written: File too large" in done.stdout
    assert OLD == read(file)
    assert ["mine.json"] == names_in(file.parent)
