"""Every state there is, and finding one by any code or name it ever bore."""

from __future__ import annotations

import functools
import os

from typing import TYPE_CHECKING, NamedTuple

import attrs

from summitry.errors import (
    AmbiguousState,
    UnknownState,
    either,
    shorten,
)
from summitry.values import Answer, DateLike, PartialDate, Period, StateCode
from summitry.values.decoding import decode_trusted
from summitry.values.fields import mistyped
from summitry.values.partial_date import partial_date
from summitry.values.text import closest, normalize

from . import iso
from .entity import State


if TYPE_CHECKING:
    from collections.abc import Iterator


_LONGEST = 200
"""No name of a state is longer, by far."""

_FILE = os.path.join(os.path.dirname(__file__), "states.json")


@attrs.frozen
class _Registry:
    """The shape of the shipped file."""

    states: tuple[State, ...]


class Bearing(NamedTuple):
    """One state's bearing of a name or code."""

    state: State
    period: Period
    principal: bool

    @property
    def in_force(self) -> bool:
        """Whether the state bears it today, or it is the state's own name."""
        living = not self.state.existed or self.state.existed[-1].until is None
        return self.principal or (living and self.period.until is None)

    @property
    def dated(self) -> bool:
        """Whether it is known since or until when the state bears it."""
        return self.period != ALWAYS


@functools.cache
def by_code() -> dict[str, State]:
    """Return every state by its code, in the order of the codes."""
    with open(_FILE, "rb") as file:
        states = decode_trusted(file.read(), _Registry).states
    return {state.code: state for state in states}


def all_states() -> tuple[State, ...]:
    """Return every state and territory, present and past, by code.

    Example:
        >>> [state.code for state in all_states() if "Yugoslavia" in state.name]
        ['YUG']
    """
    return tuple(by_code().values())


def is_state_code(text: str) -> bool:
    """Whether a text is the key of a state.

    Example:
        >>> is_state_code("AZE"), is_state_code("AZ")
        (True, False)
    """
    return text in by_code()


def state_code(value: str) -> StateCode:
    """Return *value* as the key of a known state.

    Raises:
        UnknownState: it is none; if it is another code or a name of a state, the
            message says which key was meant.
        WrongType: it is no text.

    Example:
        >>> state_code("TR")
        Traceback (most recent call last):
        ...
        summitry.errors.UnknownState: 'TR' is not the key of a state; did you mean TUR (Türkiye)?
    """
    if not isinstance(value, str):
        raise mistyped(value, "the code of a state")
    known = by_code().get(value)
    if known is not None:
        return known.code
    meant = {bearing.state for bearing in _bearings(value)}
    candidates = [f"{state.code} ({state.name})" for state in sorted(meant)]
    if not candidates:
        candidates = [f"{s.code} ({name})" for name, s in _near(value).items()]
    message = f"{shorten(value)} is not the key of a state"
    raise UnknownState(message, query=value, candidates=candidates)


def state(query: str, *, on: DateLike | None = None) -> State:
    """Return the state that bears a code or a name.

    Codes are ISO 3166 alpha-2, alpha-3, numeric and alpha-4 (former states), and the
    library's own for states that ISO never had. Names are compared without regard to
    case, accents and punctuation; nothing is ever guessed.

    Args:
        query: A code or a name.
        on: Ask for the state that bore it on that day. Without it, names in use today
            go before former ones, so that ``"Yugoslavia"`` is the federation that was
            called so to the end, and ``"Burma"`` is Myanmar.

    Raises:
        UnknownState: no state bears it (on that day); near misses are named.
        AmbiguousState: several do; all are named.
        WrongType: *query* is no text.
        InvalidDate: *on* is no date.

    Example:
        >>> state("Côte d'Ivoire").code, state("ivory coast").code, state("384").code
        ('CIV', 'CIV', 'CIV')
        >>> state("Yugoslavia", on="1961").code, state("Yugoslavia", on="1999").code
        ('YUG', 'SCG')
    """
    if not isinstance(query, str):
        raise mistyped(query, "a code or a name")
    day = None if on is None else partial_date(on)
    exact = by_code().get(query)
    if exact is not None and day is None:
        return exact
    bearings = _bearings(query)
    if not bearings:
        message = f"no state is called {shorten(query)}"
        candidates = [f"{name} ({s.code})" for name, s in _near(query).items()]
        raise UnknownState(message, query=query, candidates=candidates)
    return among(query, bearings, day)


def among(query: str, bearings: tuple[Bearing, ...], day: PartialDate | None) -> State:
    """Return the one state that is meant among those that bear a name or a code.

    Args:
        query: The name or code.
        bearings: Who bears it, or bore it once.
        day: The day that is asked about.

    Raises:
        UnknownState: none of them existed on that day.
        AmbiguousState: several may be meant; all are named.
    """
    found = _today(bearings) if day is None else _on(query, bearings, day)
    if len(found) > 1:
        when = "" if day is None else f" on {day}"
        names = [label(s) for s in sorted(found)]
        message = f"{shorten(query)} may be {either(names)}{when}; give the code"
        raise AmbiguousState(message, query=query, candidates=names)
    return found.pop()


def _bearings(text: str) -> tuple[Bearing, ...]:
    """Return who bears a name or a code; nobody bears one of a megabyte."""
    return () if len(text) > _LONGEST else _index().get(normalize(text), ())


def _today(bearings: tuple[Bearing, ...]) -> set[State]:
    now = {b.state for b in bearings if b.in_force}
    return now or {b.state for b in bearings}


def _on(query: str, bearings: tuple[Bearing, ...], day: PartialDate) -> set[State]:
    there = [b for b in bearings if was_there(b.state, day).possible]
    if not there:
        # What was called so before it was independent: the Ukrainian SSR of 1960, a
        # member of the United Nations. A name must be dated to be evidence of that.
        before = {b.state for b in bearings if b.dated and b.period.contains(day).certain}
        if before:
            return before
        message = f"no state called {shorten(query)} existed on {day}"
        candidates = [
            f"{label(s)}, which existed {lifetime(s)}"
            for s in sorted({b.state for b in bearings})
        ]
        raise UnknownState(message, query=query, candidates=candidates)
    bore_it = {b.state for b in there if b.period.contains(day).possible}
    return bore_it or {b.state for b in there}


def was_there(state: State, day: PartialDate) -> Answer:
    """Whether a state existed; a territory is taken to have been there always."""
    return state.existed_on(day) if state.existed else Answer.CERTAIN


def lifetime(state: State) -> str:
    """Say when a state existed.

    Example:
        >>> lifetime(state("SCG"))
        '1992-04-27 to 2006-06-02'
    """
    return " and ".join(
        f"{spell.since or '…'} to {spell.until or 'today'}" for spell in state.existed
    )


def label(state: State) -> str:
    """Return the name and the code of a state, as messages have them."""
    return f"{state.name} ({state.code})"


@functools.lru_cache(maxsize=1 << 12)
def _near(query: str) -> dict[str, State]:
    """Return the names that come closest to what was written, and who bears them."""
    names: dict[str, State] = {}
    for state in all_states():
        names.setdefault(state.name, state)
        for name in state.names:
            names.setdefault(name.text, state)
    once: dict[State, str] = {}
    for text in closest(query, names):
        once.setdefault(names[text], text)
    return {text: state for state, text in once.items()}


@functools.cache
def _index() -> dict[str, tuple[Bearing, ...]]:
    """Return who bears each normalized name and code."""
    index: dict[str, list[Bearing]] = {}
    for state in all_states():
        own: set[str] = set()
        for text, period, principal in _borne(state):
            key = normalize(text)
            if key not in own:
                index.setdefault(key, []).append(Bearing(state, period, principal))
            if principal:
                own.add(key)
    return {key: tuple(bearings) for key, bearings in index.items()}


def _borne(state: State) -> Iterator[tuple[str, Period, bool]]:
    """Yield every text a state bears, when, and whether it is the state's own name."""
    yield state.name, ALWAYS, True
    yield state.code, ALWAYS, True
    entry = iso.entry(state.code)
    if entry is not None:
        # A code or name that ISO withdrew was borne, but is so no longer.
        period = ALWAYS if entry.withdrawn is None else ONCE
        codes = (entry.alpha_2, entry.numeric, entry.alpha_4)
        yield from ((t, period, False) for t in (*codes, *entry.names) if t)
    for code in state.former_codes:
        former = iso.entry(code)
        others = () if former is None else (former.alpha_2, former.alpha_4)
        yield from ((t, ONCE, False) for t in (code, *others) if t)
    for name in state.names:
        yield name.text, name.period, False


ALWAYS = Period()
ONCE = Period(None, "XXXX")
"""The time of what was borne, but is so no longer: until when is not known."""


__all__ = [
    "ALWAYS",
    "ONCE",
    "Bearing",
    "all_states",
    "among",
    "by_code",
    "is_state_code",
    "label",
    "lifetime",
    "state",
    "state_code",
    "was_there",
]
