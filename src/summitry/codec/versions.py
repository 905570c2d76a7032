"""The version of a document's shape: said in each, refused when newer, migrated when older."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summitry.errors import Problem, shorten

from .document import SCHEMA_VERSION
from .problems import Code


if TYPE_CHECKING:
    from collections.abc import Callable


MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""For each older version, what makes its plain data that of the next.

It gets data that nothing has checked, and must leave what it does not understand.

There has been one version only, so it is empty. Golden documents of every version are
kept for ever, and a test reads them all.
"""


def version_problem(value: dict[str, Any]) -> Problem | None:
    """Return what is wrong with the version that a document says it has.

    Args:
        value: The document as plain data.
    """
    if "summitry" not in value:
        message = (
            f'missing; a document says which shape it has: "summitry": {SCHEMA_VERSION}'
        )
        return Problem(code=Code.MISSING_FIELD, path="summitry", message=message)
    version = value["summitry"]
    if type(version) is not int:
        message = (
            f"{shorten(version)} is no version of the shape; expected {SCHEMA_VERSION}"
        )
    elif version > SCHEMA_VERSION:
        message = (
            f"this document has shape {shorten(version)}, and this release reads "
            f"{SCHEMA_VERSION}; a newer summitry is needed"
        )
    elif version == SCHEMA_VERSION or version in MIGRATIONS:
        return None
    else:
        message = (
            f"{shorten(version)} is no version of the shape; expected {SCHEMA_VERSION}"
        )
    return Problem(code=Code.SCHEMA_VERSION, path="summitry", message=message)


def migrate(value: dict[str, Any]) -> dict[str, Any]:
    """Return a document of any known version in the present shape.

    Args:
        value: The document as plain data, of a version without problem.
    """
    while value["summitry"] < SCHEMA_VERSION:
        older = value["summitry"]
        value = {**MIGRATIONS[older](value), "summitry": older + 1}
    return value
