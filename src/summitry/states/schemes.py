"""The schemes of codes: which code a state has in each, since when, and who bears it."""

from __future__ import annotations

import functools
import re

from collections.abc import Callable, Iterable, Iterator
from numbers import Real
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import attrs

from summitry.errors import InvalidValue, either, shorten
from summitry.values.fields import mistyped
from summitry.values.text import closest, normalize

from . import iso
from .entity import State
from .registry import ALWAYS, ONCE, Bearing, all_states


if TYPE_CHECKING:
    from summitry.values import PartialDate, Period


Code: TypeAlias = str | int
"""A code in some scheme: a number in those of Correlates of War and Gleditsch-Ward."""

_LONGEST = 200
"""No code and no name of a state is longer, by far."""

_NUMBER = re.compile(r"([0-9]{1,9})(?:\.0*)?", re.ASCII)


class Borne(NamedTuple):
    """A code that a state bears.

    Attributes:
        code: The code.
        period: When.
        own: Whether it is the state's code, and not only one that finds it too.
    """

    code: Code
    period: Period = ALWAYS
    own: bool = True


@attrs.frozen(eq=False)
class Scheme:
    """A scheme of codes.

    Attributes:
        name: What it is called here.
        title: What one of its codes is called in a message.
        borne: Gives the codes of a state.
        key: Brings a code into the form in which it is compared, ``None`` for none.
        numeric: Whether a code may be given as a number.
        dated: Whether codes pass from state to state, each borne by one at a time.
    """

    name: str
    title: str
    borne: Callable[[State], Iterable[Borne]]
    key: Callable[[Any], Code | None]
    numeric: bool = False
    dated: bool = False

    @property
    def numbers(self) -> bool:
        """Whether its codes are numbers, and not text of digits."""
        return self.key is _number

    def code(self, state: State, day: PartialDate | None) -> Code | None:
        """Return the code of a state, the later one where a partial day allows two."""
        every = [
            borne.code
            for borne in self.borne(state)
            if borne.own and (day is None or borne.period.contains(day).possible)
        ]
        return every[-1] if every else None

    def bearings(self, value: Any) -> tuple[Bearing, ...]:
        """Return who bears a code, or bore it once."""
        key = self.key(value)
        return () if key is None else _index_of(self).get(key, ())


@functools.cache
def _index_of(scheme: Scheme) -> dict[Code | None, tuple[Bearing, ...]]:
    index: dict[Code | None, list[Bearing]] = {}
    for state in all_states():
        for code, period, own in scheme.borne(state):
            # A code in use goes before one that was another's in the past.
            bearing = Bearing(state, period, own and period == ALWAYS)
            index.setdefault(scheme.key(code), []).append(bearing)
    return {key: tuple(bearings) for key, bearings in index.items()}


def scheme(name: str) -> Scheme:
    """Return a scheme by its name, or by that which other packages have for it.

    Raises:
        WrongType: *name* is no text.
        InvalidValue: there is no such scheme; near misses are named.

    Example:
        >>> scheme("cow").name, scheme("iso3c").name, scheme("alpha_2").name
        ('cow', 'iso3', 'iso2')
    """
    if not isinstance(name, str):
        raise mistyped(name, "the name of a scheme such as 'cow'")
    known = _ALIASES.get(_plain(name[:_LONGEST]))
    if known is not None:
        return _SCHEMES[known]
    near = closest(name, NAMES)
    every = f"expected one of {', '.join(NAMES)}"
    hint = f"did you mean {either(near)}?" if near else every
    message = f"{shorten(name)} is not a scheme of codes; {hint}"
    raise InvalidValue(message, value=name)


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


# -- forms in which codes are compared ------------------------------------------------


def _capitals(value: str) -> str | None:
    return value.strip().upper() if len(value) <= _LONGEST else None


def _name(value: str) -> str | None:
    return normalize(value) if len(value) <= _LONGEST else None


def _number(value: Any) -> int | None:
    """Return a number, however a table had it: 260, 260.0, "260"."""
    number: Any = value
    if isinstance(value, Real):
        return int(number) if number == number // 1 else None
    found = _NUMBER.fullmatch(value[:_LONGEST].strip())
    return int(found[1]) if found else None


def _digits(value: Any) -> str | None:
    number = _number(value)
    return None if number is None else f"{number:03}"


# -- codes of a state ------------------------------------------------------------------


def _codes(state: State) -> Iterator[Borne]:
    yield Borne(state.code)


def _names(state: State) -> Iterator[Borne]:
    """Yield the name of a state, and those by which it is found too."""
    yield Borne(state.name)
    entry = iso.entry(state.code)
    for name in () if entry is None else entry.names:
        yield Borne(
            name, ALWAYS if entry and entry.withdrawn is None else ONCE, own=False
        )
    for other in state.names:
        yield Borne(other.text, other.period, own=False)


def _iso(field: str) -> Callable[[State], Iterator[Borne]]:
    """Return what yields a state's ISO codes, and those that were renamed into them."""

    def borne(state: State) -> Iterator[Borne]:
        for code in (state.code, *state.former_codes):
            entry = iso.entry(code)
            found = entry and getattr(entry, field)
            if entry and found:
                period = ALWAYS if entry.withdrawn is None else ONCE
                yield Borne(found, period, own=code == state.code)

    return borne


def _cow(state: State) -> Iterator[Borne]:
    for each in state.cow_numbers:
        yield Borne(each.number, each.period)


def _gw(state: State) -> Iterator[Borne]:
    for each in state.gw_numbers:
        yield Borne(each.number, each.period)


def _cow_abbreviations(state: State) -> Iterator[Borne]:
    """Yield the abbreviation of each number: they belong to numbers, not to states."""
    for number, period, _ in _cow(state):
        yield Borne(_abbreviations()[number], period)


@functools.cache
def _abbreviations() -> dict[Code, str]:
    known: dict[Code, str] = {260: "GFR", 678: "YAR"}
    for state in all_states():
        if state.cow is not None and state.cow_abbreviation is not None:
            known[state.cow] = state.cow_abbreviation
    return known


def _wikidata(state: State) -> Iterator[Borne]:
    if state.wikidata is not None:
        yield Borne(state.wikidata)


# -- all of them -----------------------------------------------------------------------

_SCHEMES = {
    each.name: each
    for each in (
        Scheme("code", "code of this library", _codes, _capitals),
        Scheme("name", "name", _names, _name),
        Scheme("iso2", "ISO alpha-2 code", _iso("alpha_2"), _capitals),
        Scheme("iso3", "ISO alpha-3 code", _iso("alpha_3"), _capitals),
        Scheme("iso4", "ISO alpha-4 code", _iso("alpha_4"), _capitals),
        Scheme("numeric", "ISO number", _iso("numeric"), _digits, numeric=True),
        Scheme("m49", "M49 code", _iso("numeric"), _digits, numeric=True),
        Scheme("cow", "COW number", _cow, _number, numeric=True, dated=True),
        Scheme(
            "cow_abbreviation",
            "COW abbreviation",
            _cow_abbreviations,
            _capitals,
            dated=True,
        ),
        Scheme("gw", "Gleditsch-Ward number", _gw, _number, numeric=True, dated=True),
        Scheme("wikidata", "Wikidata item", _wikidata, _capitals),
    )
}

NAMES = tuple(_SCHEMES)
"""What the schemes are called."""

_CALLED = {
    # by pycountry and the fields of a state, by countrycode, by country_converter
    "name": ("country.name", "country.name.en", "name_short"),
    "iso2": ("alpha_2", "iso2c"),
    "iso3": ("alpha_3", "iso3c"),
    "iso4": ("alpha_4",),
    "numeric": ("iso3n", "ISOnumeric"),
    "m49": ("un", "UNcode"),
    "cow": ("cown",),
    "cow_abbreviation": ("cowc",),
    "gw": ("gwn", "GWcode"),
}
"""What other packages call the schemes, without regard to case and punctuation."""

_ALIASES = {
    _plain(other): name for name in NAMES for other in (name, *_CALLED.get(name, ()))
}
