"""Chairmanships: who presided over what, and when."""

from __future__ import annotations

from typing import ClassVar

from summitry.model import ChairForm, Chairmanship, Organization
from summitry.model.vocabulary.chairmanships import to_chair_form
from summitry.states import State
from summitry.values import Record
from summitry.values.keywords import explained

from . import collection
from .collection import Spells
from .context import key_of


class Chairmanships(Spells[Chairmanship]):
    """Terms in the chair.

    Example:
        >>> import summitry
        >>> [term.state for term in summitry.load().chairmanships.of("NAM").on("2023")]
        ['AZE']
    """

    __slots__ = ()
    noun = "chairmanship"
    kinds: ClassVar[tuple[type[Record], ...]] = (Chairmanship,)

    def of(self, organization: str | Organization) -> Chairmanships:
        """Return the chairmanships of a body, given by id or name.

        Raises:
            UnknownOrganization: none is called that; near misses are named.
            AmbiguousOrganization: several are.

        Example:
            >>> import summitry
            >>> summitry.load().chairmanships.of("NAM")[0].state
            'YUG'
        """
        key = self._context.organization(organization)
        return self._group_of_body(key, lambda c: (c.organization,))

    def by(self, party: str | State | Organization) -> Chairmanships:
        """Return the chairmanships that a state or an organization held.

        Raises:
            NotFound: nobody is called that; near misses are named.
            MultipleFound: several are.
        """
        key = self._context.party(party)
        return self._group("by", key, lambda c: (key_of(c),))

    def with_person(self, name: str) -> Chairmanships:
        """Return the chairmanships that a person exercised.

        Args:
            name: A name, or a part of one, in whole words.

        Raises:
            UnknownPerson: nobody in the catalogue is called that.

        Example:
            >>> import summitry
            >>> summitry.load().chairmanships.of("NAM").with_person("Tito").one().state
            'YUG'
        """
        meant = self._context.person(name)
        return self.filter(lambda c: any(chair.name in meant for chair in c.chairs))

    @explained
    def where(self, *, form: ChairForm | str | None = None) -> Chairmanships:
        """Return the chairmanships of a form, such as ``"rotating"``.

        Raises:
            InvalidValue: there is no such form.
        """
        wanted = to_chair_form(form)
        return self if wanted is None else self.filter(lambda c: c.form is wanted)

    def _headers(self) -> tuple[str, ...]:
        return ("body", "chair", "name", "since", "until", "persons")

    def _row(self, record: Chairmanship) -> list[str]:
        return [
            record.organization,
            record.party,
            self._context.label(key_of(record)),
            *collection.dates(record),
            collection.names(chair.name for chair in record.chairs),
        ]
