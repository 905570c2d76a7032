"""Making a network of the memberships of a catalogue."""

from __future__ import annotations

import warnings

from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from summitry.catalog.context import key_of
from summitry.catalog.coverage import caller_level
from summitry.errors import CoverageWarning, InvalidValue, shorten
from summitry.model import CoverageOf, Membership, MemberState, Organization, Status
from summitry.model.vocabulary.memberships import to_status
from summitry.states import State
from summitry.values import DateLike, OrganizationId, PartialDate, Period, PeriodLike
from summitry.values.fields import items, mistyped
from summitry.values.partial_date import LAST_DAY
from summitry.values.period import period
from summitry.values.text import closest

from .network import Network, said
from .options import Kind, Parties, Sureness, Weight
from .projection import Stretches, Tie, joined, length, project
from .rows import Affiliation, Node, OrganizationTie, StateTie
from .table import Table


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from summitry.catalog import Catalog


_NAMED = 12
"""How many organizations a warning names."""


class _Time(NamedTuple):
    """The day or the period of a network, from a first to a last day."""

    on: PartialDate | None
    during: Period | None
    first: int
    last: int

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


class _Belonging(NamedTuple):
    """That a party belongs to a body, on which days, and by which spells."""

    party: str
    body: str
    days: Stretches
    spells: Sequence[Membership]


def network(
    catalog: Catalog,
    kind: Kind,
    *,
    on: DateLike | None = None,
    during: PeriodLike | None = None,
    status: Status | str | Iterable[Status | str] = Status.MEMBER,
    organizations: Iterable[str | Organization] | None = None,
    states: Iterable[str | State] | None = None,
    parties: Parties = "states",
    weight: Weight | None = None,
    match: Sureness = "possible",
) -> Network[Any]:
    """Return a network of shared membership: :meth:`summitry.Catalog.network`."""
    _one_of(kind, Kind, "kind", "kind of network")
    _one_of(parties, Parties, "parties", "choice of parties")
    _one_of(match, Sureness, "match", "way to match")
    time = _time(catalog, on, during)
    measure = _weight(kind, weight, time)
    if kind == "states" and parties == "all":
        message = 'a network of states has no other parties; take kind "two-mode"'
        raise InvalidValue(message, value=parties, field="parties")
    statuses = _statuses(status)
    bodies = None if organizations is None else _bodies(catalog, organizations)
    chosen = None if states is None else _states(catalog, states)
    uncovered = _uncovered(catalog, bodies, statuses, time)
    spells = [
        spell
        for spell in _spells(catalog, bodies, statuses)
        if (
            (chosen is None or spell.state in chosen)
            if isinstance(spell, MemberState)
            else parties == "all"
        )
    ]
    still = catalog._context.still  # noqa: SLF001 - the layers are friends here
    found = list(_belongings(spells, time, still, certain=match == "certain"))
    nodes, edges = _drawn(catalog, kind, found, time, measure)
    return Network(
        kind=kind,
        on=time.on,
        during=time.during,
        status=statuses,
        match=match,
        weight=measure,
        as_of=catalog.as_of,
        version=catalog.version,
        uncovered=uncovered,
        nodes=Table(Node, tuple(nodes)),
        edges=edges,
    )


# -- what is asked for ---------------------------------------------------------------


def _one_of(value: object, words: Any, field: str, what: str) -> None:
    """Raise unless a value is one of the words of a literal type."""
    known = get_args(words)
    if value in known:
        return
    if not isinstance(value, str):
        raise mistyped(value, "text").located(field=field, record="network()")
    near = closest(value, known, most=1)
    hint = f"did you mean {near[0]}?" if near else f"expected one of {', '.join(known)}"
    message = f"{shorten(value)} is no {what}; {hint}"
    raise InvalidValue(message, value=value, field=field)


def _time(catalog: Catalog, on: DateLike | None, during: PeriodLike | None) -> _Time:
    if during is None:
        day = catalog._day(on)  # noqa: SLF001
        return _Time(day, None, day.first_ordinal, day.last_ordinal)
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
    return _Time(None, asked, first, last)


def _weight(kind: Kind, weight: Weight | None, time: _Time) -> str:
    """Return what the edges are weighed by."""
    if kind == "two-mode":
        if weight is not None:
            message = (
                "an affiliation weighs one on a day, and its days over a period; weights "
                "are for networks of states or organizations"
            )
            raise InvalidValue(message, value=weight, field="weight")
        return "one" if time.during is None else "days"
    if weight is None:
        return "shared"
    _one_of(weight, Weight, "weight", "weight")
    if weight == "days" and time.during is None:
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


def _uncovered(
    catalog: Catalog,
    bodies: tuple[str, ...] | None,
    statuses: Iterable[Status],
    time: _Time,
) -> tuple[str, ...]:
    """Return the bodies of which more may have been members, and warn of them, once."""
    kinds = {
        Status.MEMBER: CoverageOf.MEMBERS,
        Status.OBSERVER: CoverageOf.OBSERVERS,
    }
    asked = {kinds.get(status, CoverageOf.OTHERS) for status in statuses}
    if bodies is None:
        bodies = tuple({*catalog.organizations.ids, *catalog.memberships.bodies})
    complete = catalog._coverages.complete  # noqa: SLF001
    found = tuple(
        sorted(
            body
            for body in bodies
            if not all(complete(body, kind, time.whole) for kind in asked)
        )
    )
    if found:
        more = len(found) - _NAMED
        named = ", ".join(found[:_NAMED]) + (f" and {more} more" if more > 0 else "")
        of = "" if catalog.as_of is None else f" (the catalogue is of {catalog.as_of})"
        message = (
            f"the memberships of {named} are not known to be complete for {time}{of}: "
            "ties through them may be missing"
        )
        warnings.warn(CoverageWarning(message), stacklevel=caller_level())
    return found


# -- who belonged, and when ----------------------------------------------------------


def _spells(
    catalog: Catalog, bodies: tuple[str, ...] | None, statuses: Iterable[Status]
) -> Iterator[Membership]:
    """Yield the spells of statuses, reading no other body's than is asked for."""
    every = catalog.memberships
    for roll in [every] if bodies is None else [every.of(body) for body in bodies]:
        for status in statuses:
            yield from roll.where(status=status)


def _belongings(
    spells: Iterable[Membership], time: _Time, still: int, *, certain: bool
) -> Iterator[_Belonging]:
    """Yield what spells say of each party and body, as far as the time goes."""
    first, last = time.first, time.last
    found: dict[tuple[str, str], list[tuple[Membership, int, int]]] = {}
    for spell in spells:
        since, until, sure_since, sure_until = spell.bounds(still)
        begins = max(sure_since if certain else since, first)
        ends = min(sure_until if certain else until, last)
        if begins <= ends:
            pair = (key_of(spell), spell.organization)
            found.setdefault(pair, []).append((spell, begins, ends))
    # For certain on some day of a year is only who belonged on every day of it.
    throughout = ((first, last),) if certain and time.during is None else None
    for (party, body), parts in found.items():
        days = joined((begins, ends) for _, begins, ends in parts)
        if throughout is None or days == throughout:
            yield _Belonging(party, body, days, sorted(spell for spell, _, _ in parts))


# -- nodes and edges -----------------------------------------------------------------


def _drawn(
    catalog: Catalog,
    kind: Kind,
    belongings: Iterable[_Belonging],
    time: _Time,
    weight: str,
) -> tuple[list[Node], Table[Any]]:
    """Return the nodes and the edges of a network."""
    parties: dict[str, dict[str, Stretches]] = {}
    bodies: dict[str, dict[str, Stretches]] = {}
    for each in belongings:
        parties.setdefault(each.party, {})[each.body] = each.days
        bodies.setdefault(each.body, {})[each.party] = each.days
    if kind == "two-mode":
        ends = [_party(catalog, key, parties[key], time) for key in parties]
        hubs = [_body(catalog, key, bodies[key], time) for key in bodies]
        hubs = [hub._replace(id=_body_id(hub.code)) for hub in hubs]
        edges = sorted(_affiliation(each, time) for each in belongings)
        return [*sorted(ends), *sorted(hubs)], Table(Affiliation, tuple(edges))
    if kind == "states":
        nodes = sorted(_party(catalog, key, parties[key], time) for key in parties)
        ties = _weighed(nodes, bodies.values(), time, weight)
        return nodes, Table(StateTie, tuple(StateTie(*tie) for tie in ties))
    nodes = sorted(_body(catalog, key, bodies[key], time) for key in bodies)
    ties = _weighed(nodes, parties.values(), time, weight)
    return nodes, Table(OrganizationTie, tuple(OrganizationTie(*tie) for tie in ties))


def _weighed(
    nodes: Iterable[Node],
    hubs: Iterable[Mapping[str, Stretches]],
    time: _Time,
    weight: str,
) -> Iterator[tuple[Any, Any, int, int | None, float]]:
    """Yield the fields of the edges between nodes."""
    by_day = time.during is not None
    size = {n.id: n.affiliations if n.days is None else n.days for n in nodes}

    def jaccard(tie: Tie) -> float:
        common = tie.days if by_day else tie.shared
        return common / (size[tie.one] + size[tie.other] - common)

    weighed = jaccard if weight == "jaccard" else attrgetter(weight)
    for tie in project(hubs, by_day=by_day, newman=weight == "newman"):
        days = tie.days if by_day else None
        yield tie.one, tie.other, tie.shared, days, float(weighed(tie))


def _affiliation(belonging: _Belonging, time: _Time) -> Affiliation:
    spells = belonging.spells
    since, until = spells[0].since, spells[-1].until
    return Affiliation(
        source=_party_id(belonging.party),
        target=_body_id(belonging.body),
        party=belonging.party.removeprefix("@"),
        organization=OrganizationId(belonging.body),
        status=", ".join(dict.fromkeys(spell.status.value for spell in spells)),
        since=None if since is None else str(since),
        until=None if until is None else str(until),
        weight=1.0 if time.during is None else float(length(belonging.days)),
    )


def _party_id(key: str) -> str:
    """Return the id of a party's node, which no body has."""
    return f"party:{key[1:]}" if key.startswith("@") else key


def _body_id(organization: str) -> str:
    """Return the id of a body's node, which no party has."""
    return f"body:{organization}"


def _party(
    catalog: Catalog, key: str, hubs: Mapping[str, Stretches], time: _Time
) -> Node:
    if key.startswith("@"):
        node = _body(catalog, key[1:], hubs, time)
        return node._replace(id=_party_id(key), role="party")
    state = catalog.states[key]
    last = PartialDate(date.fromordinal(time.last))
    return Node(
        id=key,
        kind="state",
        role="party",
        code=key,
        label=state.name,
        alpha_2=state.alpha_2,
        cow=state.cow_on(last) or state.cow,
        gw=state.gw_on(last) or state.gw,
        wikidata=state.wikidata,
        form=None,
        affiliations=len(hubs),
        days=_days(hubs, time),
    )


def _body(catalog: Catalog, key: str, ends: Mapping[str, Stretches], time: _Time) -> Node:
    known = catalog.organizations.get(key)
    return Node(
        id=key,
        kind="organization",
        role="body",
        code=key,
        label=key if known is None else known.name,
        alpha_2=None,
        cow=None,
        gw=None,
        wikidata=None if known is None else known.ids.get("wikidata"),
        form=None if known is None or known.form is None else known.form.value,
        affiliations=len(ends),
        days=_days(ends, time),
    )


def _days(others: Mapping[str, Stretches], time: _Time) -> int | None:
    """Return how many days a node belonged, or was belonged to, in all."""
    if time.during is None:
        return None
    return sum(length(stretches) for stretches in others.values())
