"""Making a network of the memberships of a catalogue."""

from __future__ import annotations

import warnings

from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from summitry.catalog.context import key_of
from summitry.catalog.coverage import caller_level
from summitry.errors import CoverageWarning
from summitry.model import Membership, MemberState
from summitry.model.vocabulary.organizations import covering
from summitry.values import OrganizationId, PartialDate

from .asking import Asked, Time, asked
from .network import Network
from .projection import Stretches, Tie, joined, length, project
from .rows import Affiliation, Node, OrganizationTie, StateTie
from .table import Table


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from summitry.catalog import Catalog

    from .options import Kind


_NAMED = 12
"""How many organizations a warning names."""


class _Belonging(NamedTuple):
    """That a party belongs to a body, on which days, and by which spells."""

    party: str
    body: str
    days: Stretches
    spells: Sequence[Membership]


def network(catalog: Catalog, kind: Kind, **options: Any) -> Network[Any]:
    """Return a network of shared membership: :meth:`summitry.Catalog.network`.

    Args:
        catalog: Whose memberships.
        kind: What its nodes are.
        options: All the keywords of that method.
    """
    question = asked(catalog, kind, **options)
    uncovered = _uncovered(catalog, question)
    nodes, edges = _drawn(catalog, question, list(_belongings(catalog, question)))
    return Network(
        kind=kind,
        on=question.time.on,
        during=question.time.during,
        status=question.statuses,
        match="certain" if question.certain else "possible",
        weight=question.weight,
        as_of=catalog.as_of,
        version=catalog.version,
        uncovered=uncovered,
        nodes=Table(Node, tuple(nodes)),
        edges=edges,
    )


def _uncovered(catalog: Catalog, question: Asked) -> tuple[str, ...]:
    """Return the bodies of which more may have been members, and warn of them, once."""
    kinds = {covering(status) for status in question.statuses}
    bodies = question.bodies
    if bodies is None:
        bodies = (*catalog.organizations.ids, *catalog.memberships.bodies)
    complete = catalog._coverages.complete  # noqa: SLF001 - a friend of the catalogue's
    whole = question.time.whole
    found = tuple(
        body
        for body in sorted(set(bodies))
        if not all(complete(body, kind, whole) for kind in kinds)
    )
    if found:
        more = len(found) - _NAMED
        named = ", ".join(found[:_NAMED]) + (f" and {more} more" if more > 0 else "")
        date_of = (
            "" if catalog.as_of is None else f" (the catalogue is of {catalog.as_of})"
        )
        message = (
            f"the memberships of {named} are not known to be complete for "
            f"{question.time}{date_of}: ties through them may be missing"
        )
        warnings.warn(CoverageWarning(message), stacklevel=caller_level())
    return found


# -- who belonged, and when ----------------------------------------------------------


def _spells(catalog: Catalog, question: Asked) -> Iterator[Membership]:
    """Yield the spells asked for, reading no other body's than is asked for."""
    every, bodies, states = catalog.memberships, question.bodies, question.states
    for roll in [every] if bodies is None else [every.of(body) for body in bodies]:
        for status in question.statuses:
            for spell in roll.where(status=status):
                if not isinstance(spell, MemberState):
                    if question.everybody:
                        yield spell
                elif states is None or spell.state in states:
                    yield spell


def _belongings(catalog: Catalog, question: Asked) -> Iterator[_Belonging]:
    """Yield what spells say of each party and body, as far as the time goes."""
    time, certain = question.time, question.certain
    still = catalog._context.still  # noqa: SLF001 - likewise
    found: dict[tuple[str, str], list[tuple[Membership, int, int]]] = {}
    for spell in _spells(catalog, question):
        since, until, sure_since, sure_until = spell.bounds(still)
        begins = max(sure_since if certain else since, time.first)
        ends = min(sure_until if certain else until, time.last)
        if begins <= ends:
            pair = (key_of(spell), spell.organization)
            found.setdefault(pair, []).append((spell, begins, ends))
    # For certain on some day of a year is only who belonged on every day of it.
    throughout = ((time.first, time.last),) if certain and not time.by_day else None
    for (party, body), parts in found.items():
        days = joined((begins, ends) for _, begins, ends in parts)
        if throughout is None or days == throughout:
            yield _Belonging(party, body, days, sorted(spell for spell, _, _ in parts))


# -- nodes and edges -----------------------------------------------------------------


def _drawn(
    catalog: Catalog, question: Asked, belongings: Iterable[_Belonging]
) -> tuple[list[Node], Table[Any]]:
    """Return the nodes and the edges of a network."""
    time, weight = question.time, question.weight
    parties: dict[str, dict[str, Stretches]] = {}
    bodies: dict[str, dict[str, Stretches]] = {}
    for each in belongings:
        parties.setdefault(each.party, {})[each.body] = each.days
        bodies.setdefault(each.body, {})[each.party] = each.days
    if question.kind == "two-mode":
        ends = [_party(catalog, key, parties[key], time) for key in parties]
        hubs = [_body(catalog, key, bodies[key], time) for key in bodies]
        hubs = [hub._replace(id=_body_id(hub.code)) for hub in hubs]
        edges = sorted(_affiliation(each, time) for each in belongings)
        return [*sorted(ends), *sorted(hubs)], Table(Affiliation, tuple(edges))
    if question.kind == "states":
        nodes = sorted(_party(catalog, key, parties[key], time) for key in parties)
        ties = _weighed(nodes, bodies.values(), time, weight)
        return nodes, Table(StateTie, tuple(StateTie(*tie) for tie in ties))
    nodes = sorted(_body(catalog, key, bodies[key], time) for key in bodies)
    ties = _weighed(nodes, parties.values(), time, weight)
    return nodes, Table(OrganizationTie, tuple(OrganizationTie(*tie) for tie in ties))


def _weighed(
    nodes: Iterable[Node],
    hubs: Iterable[Mapping[str, Stretches]],
    time: Time,
    weight: str,
) -> Iterator[tuple[Any, Any, int, int | None, float]]:
    """Yield the fields of the edges between nodes."""
    by_day = time.by_day
    size = {n.id: n.affiliations if n.days is None else n.days for n in nodes}

    def jaccard(tie: Tie) -> float:
        common = tie.days if by_day else tie.shared
        return common / (size[tie.one] + size[tie.other] - common)

    weighed = jaccard if weight == "jaccard" else attrgetter(weight)
    for tie in project(hubs, by_day=by_day, newman=weight == "newman"):
        days = tie.days if by_day else None
        yield tie.one, tie.other, tie.shared, days, float(weighed(tie))


def _affiliation(belonging: _Belonging, time: Time) -> Affiliation:
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
        weight=float(length(belonging.days)) if time.by_day else 1.0,
    )


def _party_id(key: str) -> str:
    """Return the id of a party's node, which no body has."""
    return f"party:{key[1:]}" if key.startswith("@") else key


def _body_id(organization: str) -> str:
    """Return the id of a body's node, which no party has."""
    return f"body:{organization}"


def _party(catalog: Catalog, key: str, hubs: Mapping[str, Stretches], time: Time) -> Node:
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


def _body(catalog: Catalog, key: str, ends: Mapping[str, Stretches], time: Time) -> Node:
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


def _days(others: Mapping[str, Stretches], time: Time) -> int | None:
    """Return how many days a node belonged, or was belonged to, in all."""
    if not time.by_day:
        return None
    return sum(length(stretches) for stretches in others.values())
