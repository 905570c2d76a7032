"""A report as JSON, for programs."""

from __future__ import annotations

import json

from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from collections.abc import Iterable

    from .parts import Part


VERSION = 1
"""The version of the report's shape."""


def json_of(parts: Iterable[Part], *, indent: int | None = 2) -> str:
    """Return parts as JSON.

    It is ASCII, so that it passes through any terminal and any encoding unharmed.

    Args:
        parts: The reports; a problem of a file says which.
        indent: How far each level is indented; ``None`` for all on one line.

    Example:
        >>> from summitry import Catalog
        >>> from .parts import Part
        >>> json_of([Part(None, Catalog().check())], indent=None)
        '{"report": 1, "checked": 0, "problems": []}'
    """
    reports = list(parts)
    problems: list[dict[str, Any]] = [
        problem if part.file is None else {"file": part.file, **problem}
        for part in reports
        for problem in part.report.to_dicts()
    ]
    whole = {
        "report": VERSION,
        "checked": sum(part.report.checked for part in reports),
        "problems": problems,
    }
    return json.dumps(whole, indent=indent)
