"""Zip files: the few plain files that one holds, and nothing that a zip can do beyond."""

from __future__ import annotations

import io
import re
import stat
import zipfile

from typing import TYPE_CHECKING

from summitry.codec.limits import EXPANDED_AT_MOST
from summitry.codec.plain import join, refused
from summitry.codec.problems import Code
from summitry.errors import DocumentError, Problem, shorten

from .rows import reason_of


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


_ENCRYPTED = 0x1
_LOCAL_HEADER = 30
_MADE_ON_UNIX = 3
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_BEYOND = re.compile(r"[/\\:\x00]")


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return files as a zip, the same bytes for the same files at any time.

    Args:
        files: What each file of the zip holds, by its name.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system = _MADE_ON_UNIX
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return stream.getvalue()


def unpack(data: bytes, *, source: str) -> dict[str, bytes]:
    """Return the files of a zip by their names.

    Args:
        data: The zip.
        source: What is read, for messages.

    Raises:
        DocumentError: it is no zip, it would hold too much, or an entry is no plain file
            of its own at the top of it.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except Exception as error:  # noqa: BLE001 - what is no zip fails in many ways
        raise _unread(error, source) from None
    entries = archive.infolist()
    problems = [*_unfit(entries), *_overlapping(entries, archive.start_dir)]
    if problems:
        raise DocumentError(problems, source=source)
    # Python reads no more of an entry than the entry says that it holds, and so the sum of
    # what they say bounds what is read.
    size = sum(entry.file_size for entry in entries)
    if size > EXPANDED_AT_MOST:
        message = (
            f"it would hold {size:,} bytes once it is unpacked; at most "
            f"{EXPANDED_AT_MOST:,} are read"
        )
        raise refused(Code.SYNTAX, message, source)
    try:
        return {entry.filename: archive.read(entry) for entry in entries}
    except Exception as error:  # noqa: BLE001 - likewise
        raise _unread(error, source) from None


def is_beyond(name: str) -> bool:
    """Whether a name is more than that of a file: it may lead out of its folder.

    Example:
        >>> is_beyond("summits.csv"), is_beyond("../summits.csv"), is_beyond("c:summits.csv")
        (False, True, True)
    """
    return name in ("", ".", "..") or _BEYOND.search(name) is not None


def _unread(error: Exception, source: str) -> DocumentError:
    message = f"not a zip file that can be read: {reason_of(error)}"
    return refused(Code.SYNTAX, message, source)


def _unfit(entries: list[zipfile.ZipInfo]) -> Iterator[Problem]:
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        wrong = _wrong_with(entry)
        if wrong is None and name.casefold() in seen:
            wrong = "the zip holds two files of this name"
        seen.add(name.casefold())
        if wrong is not None:
            yield Problem(code=Code.SYNTAX, path=join("", name), message=wrong)


def _wrong_with(entry: zipfile.ZipInfo) -> str | None:
    name = entry.orig_filename
    if is_beyond(name):
        return (
            f"{shorten(name)} is no file at the top of the zip, and only those are read"
        )
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        return "it is a link or something else that is no plain file"
    if entry.flag_bits & _ENCRYPTED:
        return "it is encrypted"
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "it is compressed in another way than zip files usually are"
    return None


def _overlapping(entries: list[zipfile.ZipInfo], end: int) -> Iterator[Problem]:
    """Find entries that share bytes: so small files are made to hold immense ones."""
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    ends = [entry.header_offset for entry in ordered[1:]] + [end]
    for entry, limit in zip(ordered, ends, strict=False):  # an empty zip has an end
        least = entry.header_offset + _LOCAL_HEADER + entry.compress_size
        if least > limit:
            message = "it shares bytes with another file of the zip"
            yield Problem(
                code=Code.SYNTAX, path=join("", entry.orig_filename), message=message
            )
