"""The rows of a network's tables: its nodes, and the edges of each kind."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from summitry.values import OrganizationId, StateCode


class Node(NamedTuple):
    """A state or an organization in a network.

    Attributes:
        id: What tells it from every other node. In a network of states it is the code,
            in one of organizations their id. A two-mode network has both, and ``NAM`` is
            both Namibia and the Non-Aligned Movement: there a state goes by its code, a
            body that others belong to by ``body:NAM``, an organization that belongs to
            a body by ``party:EU``.
        kind: ``"state"`` or ``"organization"``.
        role: ``"party"`` for who belongs, ``"body"`` for what is belonged to.
        code: The state's code or the organization's id, as in every other table.
        label: The name.
        alpha_2: A state's ISO 3166 two-letter code.
        cow: A state's Correlates of War number: the one borne on the last day of the
            network's time, or else its latest.
        gw: A state's Gleditsch-Ward number, likewise.
        wikidata: The Wikidata item.
        form: What kind of body an organization is.
        affiliations: To how many bodies of the network a party belongs, or how many of
            its parties belong to a body.
        days: Over a period, on how many days in all: each affiliation counts each of
            its days.

    Example:
        >>> import summitry
        >>> world = summitry.load()
        >>> world.network("states", on="2023-03-02", organizations=["CICA"]).nodes[1]
        Node(id='ARE', kind='state', role='party', code='ARE', label='United Arab Emirates', alpha_2='AE', cow=696, gw=696, wikidata='Q878', form=None, affiliations=1, days=None)
    """

    id: str
    kind: str
    role: str
    code: str
    label: str
    alpha_2: str | None
    cow: int | None
    gw: int | None
    wikidata: str | None
    form: str | None
    affiliations: int
    days: int | None


class StateTie(NamedTuple):
    """An edge between two states: the organizations to which both belong.

    Attributes:
        state_1: The code of the one that comes first in the order of codes.
        state_2: That of the other.
        shared: In how many organizations both were on the same day.
        days: Over a period, for how many days: those of each organization are added.
        weight: What the network weighs by.

    Example:
        >>> import summitry
        >>> world = summitry.load()
        >>> world.network("states", on="2023-03-02", organizations=["GUAM"]).edges[0]
        StateTie(state_1='AZE', state_2='GEO', shared=1, days=None, weight=1.0)
    """

    state_1: StateCode
    state_2: StateCode
    shared: int
    days: int | None
    weight: float


class OrganizationTie(NamedTuple):
    """An edge between two organizations: the parties that belong to both.

    Attributes:
        organization_1: The id of the one that comes first in the order of ids.
        organization_2: That of the other.
        shared: How many parties were in both on the same day.
        days: Over a period, for how many days: those of each party are added.
        weight: What the network weighs by.

    Example:
        >>> import summitry
        >>> world = summitry.load()
        >>> world.network(
        ...     "organizations", on="2023-03-02", organizations=["OTS", "GUAM"]).edges[0]
        OrganizationTie(organization_1='GUAM', organization_2='OTS', shared=1, days=None, weight=1.0)
    """

    organization_1: OrganizationId
    organization_2: OrganizationId
    shared: int
    days: int | None
    weight: float


class Affiliation(NamedTuple):
    """An edge of a two-mode network: that a party belongs to a body.

    Attributes:
        source: The id of the party's node.
        target: The id of the body's node.
        party: The code of the state, or the id of the organization, that belongs.
        organization: The id of the body.
        status: As what; where it was more than one thing in turn, all, in their order.
        since: When that began, as recorded (EDTF), be it before the network's time.
        until: When it ended, likewise; ``None`` for what still lasts.
        weight: One on a day; over a period, the days of it.

    Example:
        >>> import summitry
        >>> world = summitry.load()
        >>> world.network("two-mode", on="2023-03-02", organizations=["GUAM"]).edges[0]
        Affiliation(source='AZE', target='body:GUAM', party='AZE', organization='GUAM', status='member', since='1997-10-10', until=None, weight=1.0)
    """

    source: str
    target: str
    party: str
    organization: OrganizationId
    status: str
    since: str | None
    until: str | None
    weight: float


Edge: TypeAlias = StateTie | OrganizationTie | Affiliation
"""An edge of any kind; its first two fields are the ids of its nodes."""
