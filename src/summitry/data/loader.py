"""Loading the bundled catalogue: once, and from files that the tests hold to be good."""

from __future__ import annotations

import functools
import os

from typing import TYPE_CHECKING, Any

from summitry.catalog import Catalog
from summitry.catalog.deferred import Deferred, Shelves
from summitry.catalog.record_types import RECORD_TYPES
from summitry.codec.document import Document, Sharing
from summitry.model import (
    Appointment,
    BilateralMeeting,
    Chairmanship,
    Membership,
    Organization,
    Record,
    Source,
    Summit,
)
from summitry.values.decoding import collector_paused, decode_trusted, split_trusted


if TYPE_CHECKING:
    from collections.abc import Callable


FOLDER = os.path.dirname(__file__)
CATALOGUE = "catalogue.json"
"""The file with the version and the date of the whole."""

_LISTS: dict[type[Record], tuple[str, ...]] = {
    Source: ("sources",),
    Membership: ("member_states", "member_organizations"),
    Chairmanship: ("chairmanships",),
    Appointment: ("appointments",),
    Summit: ("summits",),
    BilateralMeeting: ("bilateral_meetings",),
}
"""The lists of a document by what their records are together; organizations are read at once."""


def files() -> tuple[str, ...]:
    """Return the names of the files that hold the records, in a fixed order."""
    folders = ("organizations", "meetings")
    return (
        "sources.json",
        *(
            os.path.join(folder, name)
            for folder in folders
            for name in sorted(os.listdir(os.path.join(FOLDER, folder)))
            if name.endswith(".json")
        ),
    )


@functools.cache
def load() -> Catalog:
    """Return the bundled reference catalogue.

    It is made once in a process, and immutable, so every caller shares it. Records are
    read when they are first asked for: a question about one organization reads its own.

    Example:
        >>> import summitry
        >>> world = summitry.load()
        >>> world is summitry.load()
        True
        >>> world.organization("NAM").since
        PartialDate('1961-09-01')
    """
    whole = decode_trusted(_read(CATALOGUE), Document)
    sharing = Sharing()
    organizations: list[Organization] = []
    parts: dict[type[Record], dict[str, Callable[[], tuple[Any, ...]]]] = {
        kind: {} for kind in _LISTS
    }
    for name in files():
        values = split_trusted(_read(name))
        key = name
        if "organizations" in values:
            bodies = decode_trusted(values["organizations"], tuple[Organization, ...])
            organizations += bodies
            key = bodies[0].id
        for kind, lists in _LISTS.items():
            there = {each: values[each] for each in lists if each in values}
            if there:
                parts[kind][key] = functools.partial(_records, there, sharing)
    shelves = {kind: Deferred(read) for kind, read in parts.items()}
    return Catalog(
        Shelves({Organization: tuple(organizations), **shelves}),
        as_of=whole.as_of,
        version=whole.version,
    )


def _records(lists: dict[str, bytes], sharing: Sharing) -> tuple[Record, ...]:
    """Read lists of a file, of which each is still JSON."""
    with collector_paused():
        records: list[Record] = []
        for key, data in lists.items():
            kind: Any = tuple[RECORD_TYPES[key], ...]  # type: ignore[valid-type]
            records += decode_trusted(data, kind)
        return tuple(sharing.among(records))


def _read(name: str) -> bytes:
    with open(os.path.join(FOLDER, name), "rb") as file:
        return file.read()
