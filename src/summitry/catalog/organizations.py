"""Organizations, states and sources as collections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar, TypeVar

from summitry.errors import InvalidValue, shorten
from summitry.model import Organization, OrganizationForm, Source
from summitry.model.vocabulary.organizations import to_organization_form
from summitry.states import State
from summitry.values import Record
from summitry.values.fields import mistyped
from summitry.values.keywords import explained
from summitry.values.text import normalize

from . import collection
from .collection import Keyed, Spells


_R = TypeVar("_R", bound=Record)


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

    def search(self, text: str) -> Organizations:
        """Return the organizations that have a name with all of some words.

        Searched are names, former ones and those in other languages among them, acronyms
        and ids, here and elsewhere. Case, accents and punctuation do not matter, and the
        beginning of a word will do. For the one that bears a name exactly, ask
        :meth:`summitry.Catalog.organization`.

        Args:
            text: The words, in any order.

        Returns:
            The organizations; none where there is no such name.

        Raises:
            InvalidValue: there is no word in it.
            WrongType: it is no text.

        Example:
            >>> import summitry
            >>> summitry.load().organizations.search("islamic coop").ids
            ('OIC',)
        """
        return self.filter(_bearing(text, _names_of_organization))

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

    def search(self, text: str) -> States:
        """Return the states and territories that have a name with all of some words.

        Searched are names, former ones among them, codes, and what the lists of states
        call them: COW's abbreviations and numbers, Gleditsch and Ward's numbers. Case,
        accents and punctuation do not matter, and the beginning of a word will do. For
        the one that bears a name exactly, ask :meth:`summitry.Catalog.state`.

        Args:
            text: The words, in any order.

        Returns:
            The states; none where there is no such name.

        Raises:
            InvalidValue: there is no word in it.
            WrongType: it is no text.

        Example:
            >>> import summitry
            >>> [state.code for state in summitry.load().states.search("rep congo")]
            ['COD', 'COG']
        """
        return self.filter(_bearing(text, _names_of_state))

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


def _bearing(text: str, names: Callable[[_R], Iterable[str]]) -> Callable[[_R], bool]:
    """Return whether a record has a name of which words begin with all of those given."""
    if not isinstance(text, str):
        raise mistyped(text, "words of a name")
    words = normalize(text).split()
    if not words:
        message = f"{shorten(text)} holds no word to search for"
        raise InvalidValue(message, value=text, field="text")

    def bears(record: _R) -> bool:
        return any(
            all(any(part.startswith(word) for part in parts) for word in words)
            for parts in (normalize(name).split() for name in names(record))
        )

    return bears


def _names_of_organization(record: Organization) -> Iterator[str]:
    yield record.id
    yield record.name
    yield from (name.text for name in record.names)
    yield from record.acronyms
    yield from record.ids.values()


def _names_of_state(record: State) -> Iterator[str]:
    codes = (record.code, record.alpha_2, record.numeric, record.cow_abbreviation)
    yield from (code for code in (*codes, *record.former_codes) if code)
    yield record.name
    yield from (name.text for name in record.names)
    yield from (str(each.number) for each in (*record.cow_numbers, *record.gw_numbers))
