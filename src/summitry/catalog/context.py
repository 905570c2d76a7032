"""What every collection of one catalogue knows: its date, and who is meant by a name."""

from __future__ import annotations

import functools

from typing import TYPE_CHECKING

from summitry.errors import (
    AmbiguousOrganization,
    AmbiguousState,
    NotFound,
    UnknownOrganization,
    UnknownPerson,
    UnknownState,
    either,
    shorten,
)
from summitry.model import (
    Chairmanship,
    Delegation,
    Membership,
    MemberState,
    Organization,
)
from summitry.states import State, all_states, is_state_code, state
from summitry.values import PartialDate
from summitry.values.fields import mistyped
from summitry.values.partial_date import LAST_DAY
from summitry.values.text import closest, normalize


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from summitry.model import Source


def organization_key(identifier: str) -> str:
    """Return the key of an organization as a party.

    It differs from every state's: ``NAM`` is both Namibia and the Non-Aligned Movement.
    """
    return f"@{identifier}"


def key_of(owner: Membership | Chairmanship | Delegation) -> str:
    """Return the key of the party that a record is about."""
    if isinstance(owner, MemberState):
        return owner.state
    if isinstance(owner, Membership):
        return organization_key(owner.party)
    return owner.state or organization_key(owner.party)


class Context:
    """The date of a catalogue, and the names of the parties in it.

    Args:
        organizations: The catalogue's organizations, by id.
        states: The catalogue's own states, which hide the bundled ones of their codes.
        summits: Gives the ids of the catalogue's summits.
        mentioned: Gives the ids of organizations that records mention.
        people: Gives the names of the people who appear in them.
        source: Gives the source of an id.
        as_of: The catalogue's date.
    """

    def __init__(
        self,
        *,
        organizations: Mapping[str, Organization],
        states: Mapping[str, State],
        summits: Callable[[], Iterable[str]],
        mentioned: Callable[[], Iterable[str]],
        people: Callable[[], Iterable[str]],
        source: Callable[[str], Source | None],
        as_of: PartialDate | None,
    ) -> None:
        self.organizations = organizations
        self.states = states
        self.as_of = as_of
        self.source = source
        self.still: int = LAST_DAY if as_of is None else as_of.first_ordinal
        self._mentioned = mentioned
        self._people = people
        self._summits = summits
        self._known: dict[str, str] = {}

    def party(self, query: str | State | Organization) -> str:
        """Return the key of the party that is meant; see :func:`key_of`.

        A party is given by a state's alpha-3 code or name, or an organization's id or
        name. The code of a state goes before the id of an organization: ``NAM`` is
        Namibia here. Two-letter codes are refused: ``AU`` is an organization.

        Raises:
            NotFound: nobody is called that.
            AmbiguousOrganization: several are.
        """
        if isinstance(query, str):
            known = self._known.get(query)
            if known is not None:
                return known
        key = self._party(query)
        if isinstance(query, str):
            self._known[query] = key
        return key

    def _party(self, query: str | State | Organization) -> str:
        if isinstance(query, State):
            return query.code
        if isinstance(query, Organization):
            return organization_key(query.id)
        text = _text(query)
        if is_state_code(text) or text in self.states:
            return text
        if text in self.organizations or text in self._all_ids:
            return organization_key(text)
        found = {organization_key(key) for key in self._bearers.get(normalize(text), ())}
        near: list[str] = []
        try:
            found.add(self.state(text).code)
        except UnknownState as error:
            near += error.candidates
        except AmbiguousState as error:
            if not found:
                raise
            names = [*map(self._named, sorted(found)), *error.candidates]
            raise self._ambiguous(text, names) from None
        if not found:
            message = f"no state or organization is called {shorten(text)}"
            candidates = [*near, *self._near(text)][:4]
            raise NotFound(message, query=text, candidates=candidates)
        key = self._only(text, found)
        if len(text) == len("AZ"):
            message = f"{shorten(text)} is no party; a state goes by its alpha-3 code"
            raise NotFound(message, query=text, candidates=[self._named(key)])
        return key

    def organization(self, query: str | Organization) -> str:
        """Return the id of the organization that is meant.

        Raises:
            UnknownOrganization: none is called that; near misses are named.
            AmbiguousOrganization: several are.
        """
        if isinstance(query, Organization):
            return query.id
        text = _text(query)
        if text in self.organizations or text in self._all_ids:
            return text
        found = {organization_key(key) for key in self._bearers.get(normalize(text), ())}
        if not found:
            message = f"no organization is called {shorten(text)}"
            raise UnknownOrganization(message, query=text, candidates=self._near(text))
        return self._only(text, found).removeprefix("@")

    def state(self, query: str, *, on: PartialDate | None = None) -> State:
        """Return the state that is meant, the catalogue's own before the bundled.

        Raises:
            UnknownState: none is called that (on that day).
            AmbiguousState: several are.
        """
        own = self._own_states.get(normalize(query)) if isinstance(query, str) else None
        if own is not None:
            return own
        bundled = state(query, on=on)
        return self.states.get(bundled.code, bundled)

    def label(self, key: str) -> str:
        """Return the name of a party, or its id if it has none."""
        if key.startswith("@"):
            organization = self.organizations.get(key[1:])
            return key[1:] if organization is None else organization.name
        return self.state(key).name

    def person(self, query: str) -> tuple[str, ...]:
        """Return the names of the people whom a name, or a part of one, may mean.

        Raises:
            UnknownPerson: nobody in the catalogue; near misses are named.
        """
        words = set(normalize(_text(query)).split())
        everybody = self._everybody
        meant = tuple(n for n, known in everybody.items() if words and words <= known)
        if not meant:
            message = f"nobody called {shorten(query)} appears here"
            near = closest(query, everybody)
            family = {name.split()[-1]: name for name in everybody}
            near += [family[last] for last in closest(query, family)]
            unique = list(dict.fromkeys(near))[:3]
            raise UnknownPerson(message, query=query, candidates=unique)
        return meant

    @functools.cached_property
    def summits(self) -> frozenset[str]:
        """The ids of the catalogue's summits."""
        return frozenset(self._summits())

    @functools.cached_property
    def _all_ids(self) -> frozenset[str]:
        return frozenset(self.organizations) | frozenset(self._mentioned())

    @functools.cached_property
    def _everybody(self) -> dict[str, set[str]]:
        return {name: set(normalize(name).split()) for name in self._people()}

    @functools.cached_property
    def _bearers(self) -> dict[str, tuple[str, ...]]:
        """Return which organizations bear each normalized name."""
        bearers: dict[str, dict[str, None]] = {}
        for organization in self.organizations.values():
            for text in (*_names(organization), *organization.acronyms):
                bearers.setdefault(normalize(text), {})[organization.id] = None
        return {key: tuple(ids) for key, ids in bearers.items()}

    @functools.cached_property
    def _own_states(self) -> dict[str, State]:
        own: dict[str, State] = {}
        for each in self.states.values():
            for text in _names(each):
                own[normalize(text)] = each
        return own

    def _near(self, text: str) -> list[str]:
        ids = {
            name: organization.id
            for organization in self.organizations.values()
            for name in _names(organization)
        }
        near = (ids[name] for name in closest(text, ids))
        return [self._named(organization_key(key)) for key in dict.fromkeys(near)]

    def _only(self, text: str, found: set[str]) -> str:
        if len(found) == 1:
            return next(iter(found))
        names = [self._named(key) for key in sorted(found)]
        raise self._ambiguous(text, names)

    def _ambiguous(self, text: str, names: list[str]) -> AmbiguousOrganization:
        message = f"{shorten(text)} may be {either(names)}; give the id"
        return AmbiguousOrganization(message, query=text, candidates=names)

    def _named(self, key: str) -> str:
        return f"{self.label(key)} ({key.removeprefix('@')})"

    def every_state(self) -> tuple[State, ...]:
        """Return the bundled states, the catalogue's own laid over them."""
        merged: dict[str, State] = {each.code: each for each in all_states()}
        merged.update(self.states)
        return tuple(merged.values())


def _names(named: Organization | State) -> Iterator[str]:
    """Yield the key of an organization or a state, its name, and its other names."""
    yield named.id if isinstance(named, Organization) else named.code
    yield named.name
    yield from (name.text for name in named.names)


def _text(query: object) -> str:
    if not isinstance(query, str):
        raise mistyped(query, "an id or a name")
    return query
