"""Loading the bundled catalogue: once, and from files that the tests hold to be good."""

from __future__ import annotations

import functools
import os

from typing import TYPE_CHECKING, Any

from summitry.catalog.record_types import RECORD_TYPES
from summitry.codec.document import Document, Sharing
from summitry.values.decoding import collector_paused, decode_trusted, split_trusted


if TYPE_CHECKING:
    from collections.abc import Callable

    from summitry.catalog import Catalog
    from summitry.values import Record


FOLDER = os.path.dirname(__file__)
CATALOGUE = "catalogue.json"
"""The file with the version and the date of the whole."""

_LISTS: dict[str, tuple[str, ...]] = {
    "sources": ("sources",),
    "memberships": ("member_states", "member_organizations"),
    "chairmanships": ("chairmanships",),
    "appointments": ("appointments",),
    "summits": ("summits",),
    "meetings": ("bilateral_meetings",),
}
"""The lists of a document by the collection that their records make together."""


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
    from summitry.catalog import Catalog  # noqa: PLC0415 - for the annotation above
    from summitry.catalog.deferred import Deferred, Shelves  # noqa: PLC0415 - with it
    from summitry.model import (  # noqa: PLC0415
        Appointment,
        BilateralMeeting,
        Chairmanship,
        Membership,
        Organization,
        Source,
        Summit,
    )

    whole = decode_trusted(_read(CATALOGUE), Document)
    sharing = Sharing()
    organizations: list[Organization] = []
    parts: dict[str, dict[str, Callable[[], tuple[Any, ...]]]] = {
        collection: {} for collection in _LISTS
    }
    for name in files():
        values = split_trusted(_read(name))
        key = name
        if "organizations" in values:
            bodies = decode_trusted(values["organizations"], tuple[Organization, ...])
            organizations += bodies
            key = bodies[0].id
        for collection, lists in _LISTS.items():
            there = {each: values[each] for each in lists if each in values}
            if there:
                parts[collection][key] = functools.partial(_records, there, sharing)
    return Catalog(
        Shelves(
            {
                Source: Deferred(parts["sources"]),
                Organization: tuple(organizations),
                Membership: Deferred(parts["memberships"]),
                Chairmanship: Deferred(parts["chairmanships"]),
                Appointment: Deferred(parts["appointments"]),
                Summit: Deferred(parts["summits"]),
                BilateralMeeting: Deferred(parts["meetings"]),
            }
        ),
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
