"""A report as SARIF 2.1.0, which code scanning and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
import re
import sys

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .parts import every, known, spoken, told


if TYPE_CHECKING:
    from collections.abc import Iterable

    from summitry.errors import Problem

    from .parts import Part


SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_KEPT = "/:?#@!$&'()*+,;=%~"
"""What an address may have as it is."""

_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
"""Where a message would begin a link."""


def sarif_of(parts: Iterable[Part], *, indent: int | None = 2) -> str:
    """Return parts as SARIF: one run, with the rules that were broken.

    It is ASCII, as the JSON of a report is.

    Args:
        parts: The reports, with the addresses of the files relative to the root of the
            repository.
        indent: How far each level is indented; ``None`` for all on one line.

    Example:
        >>> import json
        >>> from summitry import Catalog
        >>> from .parts import Part
        >>> json.loads(sarif_of([Part(None, Catalog().check())]))["version"]
        '2.1.0'
    """
    found = every(parts)
    codes = sorted({str(problem.code) for _, problem in found})
    driver = {
        "name": "summitry",
        "version": sys.modules["summitry"].__version__,  # which no layer may import
        "rules": [_rule(code) for code in codes],
    }
    results = [_result(uri, problem, codes) for uri, problem in found]
    run = {"tool": {"driver": driver}, "results": results}
    return json.dumps(
        {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=indent
    )


def _rule(code: str) -> dict[str, Any]:
    rule = known(code)
    if rule is None:
        return {"id": code}
    described: dict[str, Any] = {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": spoken(rule.summary()) or rule.name},
    }
    # Where Python drops docstrings there is no more to say.
    for key, title in (("fullDescription", "Why"), ("help", "What to do")):
        text = spoken(rule.section(title))
        if text:
            described[key] = {"text": _flowing(text)}
    described["defaultConfiguration"] = {"level": str(rule.severity)}
    return described


def _result(uri: str | None, problem: Problem, codes: list[str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": str(problem.code),
        "ruleIndex": codes.index(problem.code),
        "level": str(problem.severity),
        "message": {"text": _LINK.sub(r"\\[", told(problem))},
        "locations": [_location(uri, problem)],
    }
    if not problem.certain:
        result["properties"] = {"certain": False}
    return result


def _location(uri: str | None, problem: Problem) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if uri is not None:
        address = quote(_LONE_PERCENT.sub("%25", uri), safe=_KEPT, errors="replace")
        physical: dict[str, Any] = {"artifactLocation": {"uri": address}}
        if problem.line is not None:
            physical["region"] = {"startLine": problem.line}
        location["physicalLocation"] = physical
    location["logicalLocations"] = [{"fullyQualifiedName": problem.path}]
    return location


def _flowing(text: str) -> str:
    """Return a text with one line for each of its paragraphs."""
    paragraphs = re.split(r"\n\s*\n", text)
    return "\n\n".join(" ".join(each.split()) for each in paragraphs)
