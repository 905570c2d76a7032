"""Organizations, states and sources as collections."""

from __future__ import annotations

from typing import ClassVar

from summitry.model import Organization, OrganizationForm, Source
from summitry.model.vocabulary.organizations import to_organization_form
from summitry.states import State
from summitry.values import Record
from summitry.values.keywords import explained

from . import collection
from .collection import Keyed, Spells


class Organizations(Keyed[Organization], Spells[Organization]):
    """Organizations; :meth:`on` and :meth:`during` ask when they existed.

    Example:
        >>> import summitry
        >>> organizations = summitry.load().organizations
        >>> organizations["UN"].name, "OAU" in organizations.on("1990")
        ('United Nations', True)
    """

    __slots__ = ()
    noun = "organization"
    kinds: ClassVar[tuple[type[Record], ...]] = (Organization,)

    @explained
    def where(self, *, form: OrganizationForm | str | None = None) -> Organizations:
        """Return the organizations of a form.

        Args:
            form: Such as ``"forum"``.

        Raises:
            InvalidValue: there is no such form; near misses are named.

        Example:
            >>> import summitry
            >>> "UNWTO" in summitry.load().organizations.where(form="specialized_agency")
            True
        """
        wanted = to_organization_form(form)
        return self if wanted is None else self.filter(lambda o: o.form is wanted)

    def _headers(self) -> tuple[str, ...]:
        return ("id", "name", "form", "since", "until", "seat")

    def _row(self, record: Organization) -> list[str]:
        seat = (record.seat.city or "") if record.seat else ""
        form = record.form or ""
        return [record.id, record.name, form, *collection.dates(record), seat]


class States(Keyed[State]):
    """States and territories, present and past.

    Example:
        >>> import summitry
        >>> summitry.load().states["YUG"].name
        'Yugoslavia'
    """

    __slots__ = ()
    noun = "state"
    kinds: ClassVar[tuple[type[Record], ...]] = (State,)

    def _id(self, record: State) -> str:
        return record.code

    def _headers(self) -> tuple[str, ...]:
        return ("code", "name", "existed", "COW", "GW")

    def _row(self, record: State) -> list[str]:
        existed = collection.names(spell.period for spell in record.existed)
        numbers = (record.cow, record.gw)
        return [
            record.code,
            record.name,
            existed,
            *("" if number is None else str(number) for number in numbers),
        ]


class Sources(Keyed[Source]):
    """The documents that were consulted.

    Example:
        >>> import summitry
        >>> summitry.load().sources["wikipedia-non-aligned-movement"].publisher
        'Wikipedia'
    """

    __slots__ = ()
    noun = "source"
    kinds: ClassVar[tuple[type[Record], ...]] = (Source,)

    def _headers(self) -> tuple[str, ...]:
        return ("id", "title", "publisher", "published", "url")

    def _row(self, record: Source) -> list[str]:
        published = "" if record.published is None else str(record.published)
        return [
            record.id,
            record.title,
            record.publisher or "",
            published,
            record.url or "",
        ]
