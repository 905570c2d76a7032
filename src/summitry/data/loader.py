"""Loading the bundled catalogue: once, and from files that the tests hold to be good."""

from __future__ import annotations

import functools
import os

from typing import TYPE_CHECKING

from summitry.codec.document import Document, shared
from summitry.values.decoding import collector_paused, decode_trusted


if TYPE_CHECKING:
    from summitry.catalog import Catalog


FOLDER = os.path.dirname(__file__)
CATALOGUE = "catalogue.json"
"""The file with the version and the date of the whole."""


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

    It is read once in a process, and immutable, so every caller shares it.

    Example:
        >>> import summitry
        >>> world = summitry.load()
        >>> world is summitry.load()
        True
        >>> world.organization("NAM").since
        PartialDate('1961-09-01')
    """
    from summitry.catalog import Catalog  # noqa: PLC0415 - for the annotation above

    whole = _read(CATALOGUE)
    with collector_paused():
        records = [record for name in files() for record in _read(name).records()]
        return Catalog(shared(records), as_of=whole.as_of, version=whole.version)


def _read(name: str) -> Document:
    with open(os.path.join(FOLDER, name), "rb") as file:
        return decode_trusted(file.read(), Document)
