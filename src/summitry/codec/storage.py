"""Bytes on disk: compressed or not, and put in place whole or not at all."""

from __future__ import annotations

import contextlib
import gzip
import io
import os
import shutil
import sys
import zlib

from typing import IO, TYPE_CHECKING, Any, cast

from summitry.errors import FileError, MissingExtra, SummitryError, shorten, shorten_path
from summitry.values.fields import mistyped
from summitry.values.text import closest

from .limits import EXPANDED_AT_MOST


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path


COMPRESSIONS = {".gz": "gzip", ".zst": "zstd"}
"""The compressions that are read and written, by the last suffix."""


def path_of(path: str | os.PathLike[str]) -> Path:
    """Return a path, refusing what is none.

    Raises:
        WrongType: it is a number, bytes, or empty.
    """
    from pathlib import Path  # noqa: PLC0415 - loading the bundled catalogue needs none

    name = os.fspath(path) if isinstance(path, str | os.PathLike) else None
    if not isinstance(name, str) or not name:
        raise mistyped(path, "the path of a file")
    return Path(name)


def compression_of(file: Path) -> str | None:
    """Return the compression that the name of a file says, if any."""
    return COMPRESSIONS.get(file.suffix.lower())


def format_suffix(file: Path) -> str:
    """Return the suffix that says the format of a file, before that of a compression.

    Example:
        >>> from pathlib import Path
        >>> format_suffix(Path("mine.JSONL.gz")), format_suffix(Path("mine"))
        ('.jsonl', '')
    """
    suffixes = [suffix.lower() for suffix in file.suffixes[-2:]]
    if suffixes and suffixes[-1] in COMPRESSIONS:
        suffixes.pop()
    return suffixes[-1] if suffixes else ""


def no_format(file: Path, known: Iterable[str], expected: str) -> FileError:
    """Return the error of a file whose suffix says no format.

    Args:
        file: The file.
        known: The suffixes that do, of which the nearest is named.
        expected: What the message says would have been right.
    """
    last = file.suffix
    suffix = f"the suffix {last!r}" if last else "no suffix"
    near = closest(last, known, most=1) if last else []
    hint = f"; did you mean {near[0]}?" if near else ";"
    return FileError(f"{shorten_path(file)} has {suffix}{hint} {expected}")


# -- reading -------------------------------------------------------------------------


def read_bytes(file: Path) -> bytes:
    """Return what a file holds, decompressed.

    Raises:
        FileError: it cannot be opened or decompressed, or holds too much.
    """
    compression = compression_of(file)
    with explained(file, "read"):
        if compression is None:
            return file.read_bytes()
        with open_stream(file) as stream:
            # Bit by bit: asked for all at once, Python would make room for a GiB.
            held = io.BytesIO()
            while held.tell() <= EXPANDED_AT_MOST and (block := stream.read(_BLOCK)):
                held.write(block)
    if held.tell() > EXPANDED_AT_MOST:
        message = (
            f"{shorten_path(file)} cannot be read: it holds more than "
            f"{EXPANDED_AT_MOST:,} bytes once decompressed; decompress it first, or read "
            "JSON Lines with iter_records()"
        )
        raise FileError(message)
    return held.getvalue()


_BLOCK = 1 << 17


@contextlib.contextmanager
def open_stream(
    file: Path, watch: Callable[[IO[bytes]], IO[bytes]] | None = None
) -> Iterator[IO[bytes]]:
    """Open a file for reading bit by bit, decompressed.

    Args:
        file: The file.
        watch: Wraps the file's own bytes, to see how far reading has come.
    """
    with file.open("rb") as raw:
        stream = raw if watch is None else watch(raw)
        with _decompressed(stream, compression_of(file)) as plain:
            yield plain


@contextlib.contextmanager
def _decompressed(raw: IO[bytes], compression: str | None) -> Iterator[IO[bytes]]:
    if compression == "gzip":
        with gzip.open(raw) as stream:
            yield cast("IO[bytes]", stream)
    elif compression == "zstd":
        module = _zstd()
        if sys.version_info >= (3, 14):
            with module.open(raw, "rb") as stream:
                yield stream
        else:
            with io.BufferedReader(_Frames(raw, module), _BLOCK) as stream:
                yield cast("IO[bytes]", stream)
    else:
        yield raw


class _Frames(io.RawIOBase):
    """Frames of zstd, one after another, decompressed.

    The package's own stream ends without a word after the first frame, and where a frame
    is cut off.
    """

    # What a piece of zstd can expand to is bounded, by some 32 KiB a byte.
    _PIECE = 256

    def __init__(self, raw: IO[bytes], module: Any) -> None:
        self._raw = raw
        self._module = module
        self._frame: Any = None
        self._given = b""
        self._taken = 0
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        while not self._ready:
            if self._taken == len(self._given):
                self._given, self._taken = self._raw.read(_BLOCK), 0
            piece = self._given[self._taken : self._taken + self._PIECE]
            if not piece and self._frame is None:
                return 0
            if not piece:
                message = "the compressed bytes end before their last frame does"
                raise EOFError(message)
            if self._frame is None:
                self._frame = self._module.ZstdDecompressor().decompressobj()
            self._ready = memoryview(self._frame.decompress(piece))
            self._taken += len(piece)
            if self._frame.eof:
                self._taken -= len(self._frame.unused_data)
                self._frame = None
        length = min(len(self._ready), len(into))
        into[:length] = self._ready[:length]
        self._ready = self._ready[length:]
        return length


@contextlib.contextmanager
def explained(file: Path, done: str) -> Iterator[None]:
    """Turn what a system says of a file into an error that says which file.

    Args:
        file: The file.
        done: What is done with it: ``read`` or ``written``.

    Raises:
        FileError: where the system refuses, or the compressed bytes are damaged.
    """
    try:
        yield
    except SummitryError:
        raise
    except _TROUBLE as error:
        raise unopened(file, error, done) from None
    except Exception as error:
        if type(error).__name__ == "ZstdError":  # a class that is imported only with zstd
            raise unopened(file, error, done) from None
        raise


# A RuntimeError comes of a link that leads to itself.
_TROUBLE = (OSError, EOFError, zlib.error, ValueError, RuntimeError)


def unopened(file: Path, error: Exception, done: str) -> FileError:
    """Return the error of a file that cannot be read or written, with the likely name."""
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    hint = ""
    if isinstance(error, FileNotFoundError) and file.parent.is_dir() and done == "read":
        near = closest(file.name, (other.name for other in file.parent.iterdir()), most=1)
        hint = f"; did you mean {near[0]}?" if near else ""
    return FileError(f"{shorten_path(file)} cannot be {done}: {reason}{hint}")


def _zstd() -> Any:
    """Return the standard library's module, or the package that does the same."""
    try:
        if sys.version_info >= (3, 14):
            from compression import zstd  # noqa: PLC0415

            return zstd
        import zstandard  # noqa: PLC0415
    except ImportError:
        what = "zstd"
        raise MissingExtra(what, package="zstandard", extra="zstd") from None
    return zstandard


# -- writing -------------------------------------------------------------------------


def replace(file: Path, data: bytes) -> None:
    """Put bytes in the place of a file, compressed as its name says.

    Raises:
        FileError: it cannot be written; what was there is as it was.
    """
    with replacing(file) as put:
        put(data)


@contextlib.contextmanager
def replacing(file: Path) -> Iterator[Callable[[bytes], None]]:
    """Give what takes the new content of a file, and put it in place at the end.

    It is written beside the file and renamed when all of it is on disk: a reader sees
    the old content or the new, and a crash leaves the old. The permissions are kept.

    Raises:
        FileError: the file cannot be written.
    """
    with explained(file, "written"):
        target = file.resolve()
        mode = _mode_of_plain_file(target)
        beside = _beside(target)
        raw = beside.open("xb")
    stream: IO[bytes] = raw
    try:
        with explained(file, "written"):
            if mode is not None:
                beside.chmod(mode)
            stream = _compressed(raw, compression_of(file))

        def put(data: bytes) -> None:
            with explained(file, "written"):
                stream.write(data)

        yield put  # what is raised there is not about the file, and passes through
        with explained(file, "written"):
            if stream is not raw:
                stream.close()
            raw.flush()
            os.fsync(raw.fileno())
            raw.close()
            beside.replace(target)
    finally:
        for left in (stream, raw):
            with contextlib.suppress(OSError, ValueError):
                left.close()  # a buffer that a full disk did not take fails once more
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put files in the place of a folder that holds nothing but such files.

    The new folder is written beside the old one, which is then moved away and removed.

    Args:
        folder: The folder, which need not be there.
        files: The content of each, by name.

    Raises:
        FileError: it cannot be written, or holds what is not ours to remove.
    """
    with explained(folder, "written"):
        target = folder.resolve()
        mode = _mode_of_own_folder(target)
        beside, away = _beside(target), _beside(target)
        try:
            beside.mkdir()
            if mode is not None:
                beside.chmod(mode)
            for name, data in files.items():
                with (beside / name).open("xb") as stream:
                    stream.write(data)
                    stream.flush()
                    os.fsync(stream.fileno())
            if mode is not None:
                target.rename(away)
            beside.rename(target)
        finally:
            # Whatever came between, be it no error at all: what was there comes back.
            if away.exists() and not target.exists():
                away.rename(target)
            for left in (beside, away):
                shutil.rmtree(left, ignore_errors=True)


MANIFEST = "datapackage.json"
"""The file by which a folder of tables is known."""


def _mode_of_plain_file(target: Path) -> int | None:
    if not target.exists():
        return None
    if not target.is_file():
        message = "not a plain file"
        raise ValueError(message)
    return target.stat().st_mode & 0o7777


def _mode_of_own_folder(target: Path) -> int | None:
    """Return the permissions of a folder that may be replaced."""
    if not target.exists():
        return None
    if not target.is_dir():
        message = "it is a file; tables are written to a folder, or to a .zip"
        raise ValueError(message)
    held = sorted(each.name for each in target.iterdir())
    others = [name for name in held if name != MANIFEST and not name.endswith(".csv")]
    if others or (held and MANIFEST not in held):
        what = shorten((others or held)[0])
        message = f"the folder holds {what}, which was not written by summitry"
        raise ValueError(message)
    return target.stat().st_mode & 0o7777


def _beside(target: Path) -> Path:
    return target.parent / f".summitry-{os.urandom(6).hex()}.tmp"


def _compressed(raw: IO[bytes], compression: str | None) -> IO[bytes]:
    if compression == "gzip":
        # No name and no time, so that the same records give the same bytes.
        return cast("IO[bytes]", gzip.GzipFile("", "wb", fileobj=raw, mtime=0))
    if compression == "zstd":
        module = _zstd()
        # With a sum, by which damage is noticed when it is read.
        if sys.version_info >= (3, 14):
            options = {"options": {module.CompressionParameter.checksum_flag: 1}}
        else:
            options = {"cctx": module.ZstdCompressor(write_checksum=True)}
        stream: IO[bytes] = module.open(_Unclosed(raw), "wb", **options)
        return stream
    return raw


class _Unclosed:
    """A stream that stays open when what writes to it is closed: it is not on disk yet."""

    def __init__(self, raw: IO[bytes]) -> None:
        self.write = raw.write
        self.flush = raw.flush
