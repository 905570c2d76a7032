"""What is asked of a network, checked: which time, which parties, which weights."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from summitry.errors import InvalidValue, shorten
from summitry.model.vocabulary.memberships import to_status
from summitry.states import State
from summitry.values import DateLike, PartialDate, Period, PeriodLike
from summitry.values.fields import items, mistyped
from summitry.values.partial_date import LAST_DAY
from summitry.values.period import period
from summitry.values.text import closest

from .network import said
from .options import Kind, Parties, Sureness, Weight


if TYPE_CHECKING:
    from collections.abc import Iterable

    from summitry.catalog import Catalog
    from summitry.model import Organization, Status


class Time(NamedTuple):
    """The day or the period of a network, from a first to a last day."""

    on: PartialDate | None
    during: Period | None
    first: int
    last: int

    @property
    def by_day(self) -> bool:
        """Whether days are counted: over a period they are."""
        return self.during is not None

    @property
    def whole(self) -> PartialDate:
        """All of it, as coverage is asked for it."""
        if self.on is not None:
            return self.on
        return PartialDate.between(
            date.fromordinal(self.first), date.fromordinal(self.last)
        )

    def __str__(self) -> str:
        return str(self.on) if self.during is None else said(self.during)


class Asked(NamedTuple):
    """What is asked of a network.

    Attributes:
        kind: What its nodes are.
        time: Of which day or period.
        statuses: As what parties belong.
        bodies: The ids of the organizations, or ``None`` for all.
        states: The codes of the states, or ``None`` for all.
        everybody: Whether organizations that belong to others count.
        weight: What an edge weighs.
        certain: Whether only certain memberships count.
    """

    kind: Kind
    time: Time
    statuses: tuple[Status, ...]
    bodies: tuple[str, ...] | None
    states: frozenset[str] | None
    everybody: bool
    weight: str
    certain: bool


def asked(
    catalog: Catalog,
    kind: Kind,
    *,
    on: DateLike | None,
    during: PeriodLike | None,
    status: Status | str | Iterable[Status | str],
    organizations: Iterable[str | Organization] | None,
    states: Iterable[str | State] | None,
    parties: Parties,
    weight: Weight | None,
    match: Sureness,
) -> Asked:
    """Return what the arguments of :meth:`summitry.Catalog.network` ask for.

    Raises:
        InvalidValue: one of them is wrong, or does not go with another.
        NotFound: nobody is called that.
        MultipleFound: several are.
    """
    _one_of(kind, Kind, "kind", "kind of network")
    _one_of(parties, Parties, "parties", "choice of parties")
    _one_of(match, Sureness, "match", "way to match")
    if kind == "states" and parties == "all":
        message = 'a network of states has no other parties; take kind "two-mode"'
        raise InvalidValue(message, value=parties, field="parties")
    time = _time(catalog, on, during)
    return Asked(
        kind=kind,
        time=time,
        statuses=_statuses(status),
        bodies=None if organizations is None else _bodies(catalog, organizations),
        states=None if states is None else _states(catalog, states),
        everybody=parties == "all",
        weight=_weight(kind, weight, time),
        certain=match == "certain",
    )


def _one_of(value: object, words: Any, field: str, what: str) -> None:
    """Raise unless a value is one of the words of a literal type."""
    if not isinstance(value, str):
        raise mistyped(value, "text").located(field=field, record="network()")
    known = get_args(words)
    if value in known:
        return
    near = closest(value, known, most=1)
    hint = f"did you mean {near[0]}?" if near else f"expected one of {', '.join(known)}"
    message = f"{shorten(value)} is no {what}; {hint}"
    raise InvalidValue(message, value=value, field=field)


def _time(catalog: Catalog, on: DateLike | None, during: PeriodLike | None) -> Time:
    if during is None:
        day = catalog._day(on)  # noqa: SLF001
        return Time(day, None, day.first_ordinal, day.last_ordinal)
    if on is not None:
        message = "give either on=… or during=…, not both"
        raise InvalidValue(message, value=(on, during), field="on")
    asked = period(during)
    first, last = asked.earliest.toordinal(), asked.latest.toordinal()
    if last == LAST_DAY:
        if catalog.as_of is None:
            message = f"{asked} has no end, and this catalogue no date: say until when"
            raise InvalidValue(message, value=during, field="during")
        last = catalog.as_of.first_ordinal
        if last < first:
            message = f"{asked} begins after the catalogue's date, {catalog.as_of}"
            raise InvalidValue(message, value=during, field="during")
    return Time(None, asked, first, last)


def _weight(kind: Kind, weight: Weight | None, time: Time) -> str:
    """Return what the edges are weighed by."""
    if kind == "two-mode":
        if weight is not None:
            message = (
                "an affiliation weighs one on a day, and its days over a period; weights "
                "are for networks of states or organizations"
            )
            raise InvalidValue(message, value=weight, field="weight")
        return "days" if time.by_day else "one"
    if weight is None:
        return "shared"
    _one_of(weight, Weight, "weight", "weight")
    if weight == "days" and not time.by_day:
        message = "days are counted over a period: give during=… in the place of on=…"
        raise InvalidValue(message, value=weight, field="weight")
    return weight


def _statuses(status: Status | str | Iterable[Status | str]) -> tuple[Status, ...]:
    given = [status] if isinstance(status, str) else items(status, "statuses")
    return tuple(dict.fromkeys(to_status(each) for each in given))


def _bodies(
    catalog: Catalog, organizations: Iterable[str | Organization]
) -> tuple[str, ...]:
    given = items(organizations, "organizations")
    context = catalog._context  # noqa: SLF001
    return tuple(dict.fromkeys(context.organization(each) for each in given))


def _states(catalog: Catalog, states: Iterable[str | State]) -> frozenset[str]:
    given = items(states, "states")
    return frozenset(
        each.code if isinstance(each, State) else catalog.state(each).code
        for each in given
    )
