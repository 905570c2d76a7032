"""For which time what is recorded is complete, and warning of questions beyond it."""

from __future__ import annotations

import os
import sys
import warnings

from typing import TYPE_CHECKING, NamedTuple

from summitry.errors import CoverageWarning
from summitry.values.partial_date import FIRST_DAY, LAST_DAY
from summitry.values.period import spell_bounds


if TYPE_CHECKING:
    from summitry.model import CoverageOf, Organization
    from summitry.values import PartialDate

    from .context import Context


class Coverages:
    """What each organization of a catalogue says of the completeness of its records.

    Args:
        context: The catalogue's date and organizations.
    """

    __slots__ = ("_context", "_known")

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: dict[tuple[str, CoverageOf], Covered] = {}

    def complete(self, key: str, kind: CoverageOf, day: PartialDate) -> bool:
        """Whether the records of a kind are believed complete for a day.

        Args:
            key: The organization's id.
            kind: Which of its records.
            day: The day; for a partial one, all of what it covers.
        """
        known = self._known.get((key, kind))
        if known is None:
            organization = self._context.organizations.get(key)
            known = covered(organization, kind, self._context.as_of)
            self._known[key, kind] = known
        return known.answers(day)

    def warn_beyond(self, key: str, kind: CoverageOf, day: PartialDate) -> None:
        """Warn if what is recorded for a day is not known to be complete."""
        if self.complete(key, kind, day):
            return
        context = self._context
        organization = context.organizations.get(key)
        stated = [
            str(coverage.period)
            for coverage in (organization.coverage if organization else ())
            if coverage.of is kind
        ]
        covered = (
            f"are covered for {' and '.join(stated)}" if stated else "are not covered"
        )
        date = "" if context.as_of is None else f" (the catalogue is of {context.as_of})"
        message = (
            f"the {kind.value} of {key} {covered}{date}: for {day} the records may be "
            "incomplete"
        )
        warnings.warn(CoverageWarning(message), stacklevel=caller_level())


class Covered(NamedTuple):
    """One organization's coverage by records of one kind, in ordinals.

    Attributes:
        founded: The first day on which the organization may have existed.
        ended: The last such day.
        spells: From which day to which its records are complete.
    """

    founded: int
    ended: int
    spells: tuple[tuple[int, int], ...]

    def answers(self, day: PartialDate) -> bool:
        """Whether a question about a day can be answered from what is recorded."""
        first, last = day.first_ordinal, day.last_ordinal
        if last < self.founded or first > self.ended:
            return True  # before it was founded nobody belonged
        # A loop, not any(): this is asked with every question.
        for since, until in self.spells:  # noqa: SIM110
            if since <= first and last <= until:
                return True
        return False


def covered(
    organization: Organization | None, kind: CoverageOf, as_of: PartialDate | None
) -> Covered:
    """Return for which days an organization's records of a kind are complete.

    Args:
        organization: The organization; ``None`` for one that is only mentioned.
        kind: Which of its records.
        as_of: The date of the catalogue, beyond which nothing is complete.
    """
    if organization is None:
        return Covered(0, LAST_DAY, ())
    founded, ended, _, _ = spell_bounds(organization.since, organization.until)
    today = LAST_DAY if as_of is None else as_of.last_ordinal
    spells = []
    for coverage in organization.coverage:
        if coverage.of is kind:
            first = 0 if coverage.since is None else coverage.since.first_ordinal
            until = coverage.until
            last = today if until is None else min(until.last_ordinal, today)
            if organization.until is not None and until is None:
                last = max(last, ended)
            # Nothing happened before the founding, nor will after the end: what covers
            # all of an organization's time covers all time.
            spells.append(
                (
                    FIRST_DAY if first <= founded else first,
                    LAST_DAY if last >= ended else last,
                )
            )
    return Covered(founded, ended, tuple(spells))


def caller_level() -> int:
    """Return the stack level, for a warning, of the line that asked the question."""
    package = os.path.dirname(os.path.dirname(__file__))
    frame, level = sys._getframe(1), 1
    while frame.f_back is not None and frame.f_code.co_filename.startswith(package):
        frame, level = frame.f_back, level + 1
    return level
