"""A state: its codes, its names through time, when it existed, what came before it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any, ClassVar

import attrs

from summitry.errors import InvalidValue, shorten
from summitry.values import Answer, DateLike, StateCode, fields
from summitry.values.expectation import Expectation, expectations
from summitry.values.name import Name
from summitry.values.partial_date import PartialDate, partial_date
from summitry.values.record import Record, named_fields
from summitry.values.spell import Spell

from . import iso


def to_code(value: str) -> StateCode:
    """Accept the code of a state, known or of the user's own making."""
    code = fields.text(value)
    if not (
        len(code) == len("XXX") and code.isascii() and code.isalpha() and code.isupper()
    ):
        message = f"{shorten(value)} is not the code of a state: three capital letters"
        raise InvalidValue(message, value=value)
    return StateCode(code)


def to_optional_code(value: str | None) -> StateCode | None:
    """Accept such a code, or nothing."""
    return None if value is None else to_code(value)


def to_codes(value: Iterable[str]) -> tuple[StateCode, ...]:
    """Accept several such codes."""
    return tuple(to_code(item) for item in fields.items(value, "codes"))


def _names(value: Iterable[Name]) -> tuple[Name, ...]:
    return fields.records(Name, value)


def _spells(value: Iterable[Spell]) -> tuple[Spell, ...]:
    return fields.records(Spell, value)


def _numbers(value: Iterable[StateNumber]) -> tuple[StateNumber, ...]:
    return fields.records(StateNumber, value)


def _number(value: int) -> int:
    number = fields.optional_number(value)
    if number is None:
        message = "None is not allowed here, expected a number"
        raise InvalidValue(message, value=value)
    return number


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class StateNumber(Spell):
    """The number of a state in a scholarly list of states, for a time.

    Attributes:
        number: The number, such as 373.
        since: The first day for which the list gives it; ``None`` from the start.
        until: The last; ``None`` for a number still given.

    Example:
        >>> StateNumber(number=260, since="1955-05-05", until="1990-10-02").number
        260
    """

    number: int = attrs.field(converter=_number)


@attrs.frozen(
    kw_only=True, repr=False, weakref_slot=False, field_transformer=named_fields
)
class State(Record):
    """A state or territory that can be a party, now or in the past.

    That a state is here says nothing of who recognizes it.

    Attributes:
        code: Its key: ISO 3166-1 alpha-3, for a former state ISO 3166-3 alpha-3, and
            for one that ISO never had a code from ISO's user-assigned range (``X…``).
        name: Its plain English name.
        names: Other names, former ones among them with their periods.
        existed: When it was an independent polity; empty for a dependent territory.
        territory_of: The state on which a territory depends.
        former_codes: ISO 3166-3 alpha-3 codes that were renamed into this one.
        cow_numbers: Its Correlates of War country codes.
        cow_abbreviation: Its Correlates of War abbreviation.
        gw_numbers: Its Gleditsch-Ward numbers.
        wikidata: Its Wikidata item.
        succeeds: Codes of the states it succeeded, wholly or in part.
        succeeded_by: Codes of the states that succeeded it.
        sources: Ids of the sources of this record.
        note: What a reader should know.
        expected: What the checks object to in it and is right, each with the reason.

    Example:
        >>> import summitry
        >>> turkiye = summitry.state("Turkey")
        >>> turkiye.code, turkiye.alpha_2, turkiye.numeric, turkiye.cow
        ('TUR', 'TR', '792', 640)
    """

    type_name: ClassVar[str] = "state"

    code: StateCode = attrs.field(converter=to_code)
    name: str = attrs.field(converter=fields.text)
    names: tuple[Name, ...] = attrs.field(default=(), converter=_names)
    existed: tuple[Spell, ...] = attrs.field(default=(), converter=_spells)
    territory_of: StateCode | None = attrs.field(default=None, converter=to_optional_code)
    former_codes: tuple[StateCode, ...] = attrs.field(default=(), converter=to_codes)
    cow_numbers: tuple[StateNumber, ...] = attrs.field(default=(), converter=_numbers)
    cow_abbreviation: str | None = attrs.field(
        default=None, converter=fields.optional_text
    )
    gw_numbers: tuple[StateNumber, ...] = attrs.field(default=(), converter=_numbers)
    wikidata: str | None = attrs.field(default=None, converter=fields.optional_text)
    succeeds: tuple[StateCode, ...] = attrs.field(default=(), converter=to_codes)
    succeeded_by: tuple[StateCode, ...] = attrs.field(default=(), converter=to_codes)
    sources: tuple[str, ...] = attrs.field(default=(), converter=fields.slugs)
    note: str | None = attrs.field(default=None, converter=fields.optional_text)
    expected: tuple[Expectation, ...] = attrs.field(default=(), converter=expectations)

    @property
    def alpha_2(self) -> str | None:
        """Its ISO 3166 two-letter code, if ISO ever gave it one."""
        entry = iso.entry(self.code)
        return entry.alpha_2 if entry else None

    @property
    def alpha_3(self) -> str | None:
        """Its ISO 3166 three-letter code, if ISO ever gave it one."""
        entry = iso.entry(self.code)
        return entry.alpha_3 if entry else None

    @property
    def alpha_4(self) -> str | None:
        """The ISO 3166-3 code of a former state, such as ``YUCS``."""
        entry = iso.entry(self.code)
        return entry.alpha_4 if entry else None

    @property
    def numeric(self) -> str | None:
        """Its ISO 3166 number as three digits (the same as the UN's M49)."""
        entry = iso.entry(self.code)
        return entry.numeric if entry else None

    @property
    def cow(self) -> int | None:
        """Its latest Correlates of War country code; see :meth:`cow_on`."""
        return _latest(self.cow_numbers)

    @property
    def gw(self) -> int | None:
        """Its latest Gleditsch-Ward number; see :meth:`gw_on`."""
        return _latest(self.gw_numbers)

    def cow_on(self, day: DateLike) -> int | None:
        """Return the Correlates of War country code that it bore on a day.

        Example:
            >>> import summitry
            >>> germany = summitry.state("Germany")
            >>> germany.cow_on("1975"), germany.cow_on("2000")
            (260, 255)
        """
        return _number_on(self.cow_numbers, partial_date(day))

    def gw_on(self, day: DateLike) -> int | None:
        """Return the Gleditsch-Ward number that it bore on a day."""
        return _number_on(self.gw_numbers, partial_date(day))

    def existed_on(self, day: DateLike) -> Answer:
        """Whether it existed as an independent polity on a day.

        A territory, and a state for which no period is recorded, gives ``NO``.

        Example:
            >>> import summitry
            >>> summitry.state("Yugoslavia").existed_on("2010")
            <Answer.NO: 0>
        """
        asked = partial_date(day)
        answers = (spell.period.contains(asked) for spell in self.existed)
        return max(answers, default=Answer.NO)

    def identity(self) -> tuple[Hashable, ...]:
        """Return its type and code."""
        return (self.type_name, self.code)

    def __str__(self) -> str:
        return self.name

    def _order(self) -> tuple[Any, ...]:
        return (self.code,)


def _latest(numbers: tuple[StateNumber, ...]) -> int | None:
    return numbers[-1].number if numbers else None


def _number_on(numbers: tuple[StateNumber, ...], day: PartialDate) -> int | None:
    """Return the number in force, the later one where a partial day allows two."""
    borne = [n.number for n in numbers if n.period.contains(day).possible]
    return borne[-1] if borne else None
