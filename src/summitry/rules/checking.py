"""Running rules over a catalogue, and keeping what is not expected."""

from __future__ import annotations

import re

from enum import Enum
from typing import TYPE_CHECKING, Literal

from summitry.catalog.display import visible
from summitry.errors import InvalidValue, Problem, Severity, shorten
from summitry.values import PartialDate

from .facts import Facts
from .places import Places, at
from .provenance import IdleExpectation
from .registry import RULES
from .report import Report
from .selection import Selection


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from summitry.catalog import Catalog
    from summitry.values import Record

    from .rule import Finding, Rule


Sureness = Literal["certain", "possible"]

_SURENESS = ("certain", "possible")


def check(
    catalog: Catalog,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    severity: Mapping[str, Severity | str] | None = None,
    match: Sureness = "certain",
) -> Report:
    """Check a catalogue: :meth:`summitry.Catalog.check`.

    Args:
        catalog: What to check.
        select: Codes, or beginnings of codes, of the rules to run; by default all.
        ignore: Those not to run.
        severity: By code or its beginning, how much rules matter.
        match: ``"certain"`` finds what must be wrong, ``"possible"`` also what may be
            and need not.

    Raises:
        InvalidValue: there is no such rule, severity or way to match.
    """
    if match not in _SURENESS:
        message = f"{shorten(match)} is no way to match; expected certain or possible"
        raise InvalidValue(message, value=match, field="match")
    selection = Selection(RULES, select=select, ignore=ignore, severity=severity)
    facts = Facts(catalog, possible=match == "possible")
    expected = Expected(catalog)
    problems = [
        (rule, finding)
        for rule in selection.rules
        for finding in rule.find(facts)
        if not expected.silences(rule, finding)
    ]
    idle = next((r for r in selection.rules if isinstance(r, IdleExpectation)), None)
    if idle is not None:
        run = frozenset(rule.code for rule in selection.rules)
        problems += [(idle, finding) for finding in expected.idle(facts, run)]
    places = Places(catalog)
    return Report(
        (
            _problem(rule, selection.severity(rule), finding, places)
            for rule, finding in problems
        ),
        checked=len(catalog),
    )


def _problem(rule: Rule, severity: Severity, finding: Finding, places: Places) -> Problem:
    value = finding.value
    return Problem(
        code=rule.code,
        severity=severity if finding.certain else Severity.NOTE,
        path=at(places.of(finding.record), finding.field),
        message=_LINE_END.sub(" ", visible(finding.message)),
        value=None if value is None else shorten(_plain(value)),
        records=(finding.record, *finding.others),
        certain=finding.certain,
    )


_LINE_END = re.compile(r"\s*[\n\r]\s*")
"""What a name may hold, and a message does not."""


def _plain(value: object) -> object:
    return str(value) if isinstance(value, PartialDate | Enum) else value


class Expected:
    """What the records of a catalogue expect, and what came of it.

    Args:
        catalog: The catalogue.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._by_record: dict[int, tuple[Any, set[str]]] = {
            id(record): (record, {each.rule for each in expected})
            for record in catalog
            if (expected := getattr(record, "expected", ()))
        }
        self._met: set[tuple[int, str]] = set()

    def silences(self, rule: Rule, finding: Finding) -> bool:
        """Whether a record says that it expects a finding.

        The offending record may say so, or another of its type: of two spells that
        overlap, either can be the one that is of one's own making.
        """
        if not self._by_record:
            return False
        kind = finding.record.type_name
        silenced = False
        for record in (finding.record, *finding.others):
            if record.type_name == kind and self._expects(record, rule.code):
                self._met.add((id(record), rule.code))
                silenced = True
        return silenced

    def idle(self, facts: Facts, run: frozenset[str]) -> Iterator[Finding]:
        """Find the expectations that nothing came of.

        Args:
            facts: The catalogue.
            run: The codes of the rules that were run.
        """
        waiting = [
            (key, code)
            for key, (_, codes) in self._by_record.items()
            for code in codes
            if (key, code) not in self._met
        ]
        if not waiting:
            return
        # What is only possible may be expected too, whether it is asked for or not.
        wide = Facts(facts.catalog, possible=True)
        unmet = {code for _, code in waiting}
        for rule in RULES:
            if rule.code in unmet:
                for finding in rule.find(wide):
                    self.silences(rule, finding)
        known = {rule.code for rule in RULES}
        for key, code in waiting:
            if (key, code) not in self._met and (code in run or code not in known):
                yield self._finding(self._by_record[key][0], code, known=code in known)

    def _finding(self, record: Any, code: str, *, known: bool) -> Finding:
        place = [each.rule for each in record.expected].index(code)
        message = (
            f"{code} is expected and does not come"
            if known
            else f"{code} is expected, and there is no such rule"
        )
        return IdleExpectation.finding(record, f"expected[{place}]", message, code)

    def _expects(self, record: Record, code: str) -> bool:
        _, codes = self._by_record.get(id(record), (None, ()))
        return code in codes
