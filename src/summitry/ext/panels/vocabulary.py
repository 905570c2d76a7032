"""The words with which a panel is asked for."""

from __future__ import annotations

from enum import StrEnum


class PanelKind(StrEnum):
    """Of what and when each row of a panel is.

    Example:
        >>> PanelKind("state-year")
        <PanelKind.STATE_YEAR: 'state-year'>
    """

    STATE_YEAR = "state-year"
    ORGANIZATION_YEAR = "organization-year"
    DYAD_YEAR = "dyad-year"
    """Two states and a year."""
    ORGANIZATION_DYAD_YEAR = "organization-dyad-year"
    """Two organizations and a year."""

    @property
    def of_states(self) -> bool:
        """Whether its rows are of states, and what is counted are organizations."""
        return self in (PanelKind.STATE_YEAR, PanelKind.DYAD_YEAR)

    @property
    def of_pairs(self) -> bool:
        """Whether its rows are of two parties."""
        return self in (PanelKind.DYAD_YEAR, PanelKind.ORGANIZATION_DYAD_YEAR)


class YearRule(StrEnum):
    """What it takes to have belonged in a year.

    Example:
        >>> YearRule("first")
        <YearRule.FIRST: 'first'>
    """

    ANY = "any"
    """On some day of it."""
    FIRST = "first"
    """On its first day."""
    LAST = "last"
    """On its last day."""
    ALL = "all"
    """On every day of it."""


class StateSystem(StrEnum):
    """A list that says which states there were in a year.

    Example:
        >>> StateSystem("cow")
        <StateSystem.COW: 'cow'>
    """

    COW = "cow"
    """Correlates of War: what had a COW number and existed."""
    GW = "gw"
    """Gleditsch and Ward: what had one of their numbers and existed."""
    ISO = "iso"
    """ISO 3166: what has, or once had, a code, territories included."""
