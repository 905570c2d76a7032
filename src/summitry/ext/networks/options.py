"""What can be asked of a network, for type checkers and for those who check it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, TypedDict


if TYPE_CHECKING:
    from collections.abc import Iterable

    from summitry.model import Organization, Status
    from summitry.states import State
    from summitry.values import DateLike, PeriodLike


Kind: TypeAlias = Literal["states", "organizations", "two-mode"]
"""What the nodes of a network are."""
Parties: TypeAlias = Literal["states", "all"]
"""Who counts as belonging."""
Weight: TypeAlias = Literal["shared", "days", "jaccard", "newman"]
"""What the edges between two nodes of one kind are weighed by."""
Sureness: TypeAlias = Literal["possible", "certain"]
"""Which memberships count."""


class Options(TypedDict, total=False):
    """The keywords of :meth:`summitry.Catalog.network`, where it says what they mean."""

    on: DateLike | None
    during: PeriodLike | None
    status: Status | str | Iterable[Status | str]
    organizations: Iterable[str | Organization] | None
    states: Iterable[str | State] | None
    parties: Parties
    match: Sureness


class Projected(Options, total=False):
    """Those of a network whose nodes are all of one kind."""

    weight: Weight | None
