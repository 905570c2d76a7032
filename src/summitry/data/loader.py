"""Loading the bundled catalogue: once, and from files that the tests hold to be good."""

from __future__ import annotations

import functools

from pathlib import Path
from typing import TYPE_CHECKING

from summitry.codec.document import Document, shared
from summitry.values.decoding import decode_trusted


if TYPE_CHECKING:
    from summitry.catalog import Catalog


FOLDER = Path(__file__).parent
CATALOG = FOLDER / "catalogue.json"
"""The version and the date of the whole."""


def files() -> tuple[Path, ...]:
    """Return the files that hold the records, in a fixed order."""
    folders = (FOLDER / "organizations", FOLDER / "meetings")
    return (
        FOLDER / "sources.json",
        *(file for folder in folders for file in sorted(folder.glob("*.json"))),
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

    whole = decode_trusted(CATALOG.read_bytes(), Document)
    parts = [decode_trusted(file.read_bytes(), Document) for file in files()]
    records = [record for part in parts for record in shared(part.records())]
    return Catalog(records, as_of=whole.as_of, version=whole.version)
