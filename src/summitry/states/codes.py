"""Codes of states from one scheme in another, on a date, with a report of what was lost.

A scheme gives most states one code, some none, some several through time, and some
codes pass from state to state: 345 was Yugoslavia's and is Serbia's. So a conversion
has as many values as it was given, ``None`` where there is no code, and says why.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date, datetime
from numbers import Integral, Real
from typing import Any, NamedTuple, TypeAlias

from summitry.errors import (
    AmbiguousState,
    InvalidDate,
    InvalidValue,
    UnknownState,
    WrongType,
    either,
    shorten,
)
from summitry.values import DateLike, PartialDate, Period, fields
from summitry.values.fields import kind_of
from summitry.values.partial_date import FIRST_DAY, partial_date
from summitry.values.text import with_article

from . import registry
from .conversion import Conversion, Merged, Unconverted, warn_of_losses
from .entity import State
from .registry import ALWAYS, Bearing
from .schemes import Code, Scheme, scheme


On: TypeAlias = DateLike | float
"""A date, or a year as the number that it is in the column of a panel."""

_LAST_YEAR = date.max.year
_ABSENT = ("NAType", "NaTType")
"""What pandas writes where a value is missing: known by name, without asking for pandas."""


def convert(
    values: str | float | State | Iterable[object],
    *,
    to: str,
    source: str | None = None,
    on: On | Iterable[On | None] | None = None,
) -> Conversion:
    """Return codes or names of states as codes of another scheme.

    The schemes are ``code`` (the key of a state in this library), ``name`` (its plain
    English name), ``iso2``, ``iso3``, ``iso4`` (of a former state), ``numeric`` and
    ``m49`` (the same three digits, as text), ``cow`` and ``cow_abbreviation``
    (Correlates of War), ``gw`` (Gleditsch-Ward), and ``wikidata``. The names that
    countrycode, country_converter and pycountry have for them are understood too.

    With a date, a state is found only if it may have existed then, or is a territory,
    and gets the number that it bore then. Where a year allows two numbers, or a number
    two states, the later is meant: Germany in 1990 is 255, and 345 in 2006 Serbia.
    Nothing else is decided: what several may be is ambiguous, and has no code. So is
    "Vietnam" in 1960; with ``source="name"`` it is the state that is called so here.

    Args:
        values: Codes or names, or a single one. Numbers may be ``260``, ``260.0`` and
            ``"260"``; ``None`` and NaN are missing. A single value with several dates
            is converted for each.
        to: The scheme to convert to.
        source: The scheme of the values. Without it, text is any code or name that
            :func:`summitry.state` knows; numbers need it.
        on: A date for all, or one for each value. A whole number is a year here, as in
            the column of a panel.

    Returns:
        As many codes as values, and what was missing, ambiguous or merged.

    Raises:
        InvalidValue: there is no such scheme, or there are not as many dates as values.
        InvalidDate: a date is none.
        WrongType: a value is no text, or a number without a scheme of numbers.

    Warns:
        ConversionWarning: if anything is missing, ambiguous or merged.

    Example:
        >>> import summitry
        >>> list(summitry.convert(["DEU", "FRA"], to="cow"))
        [255, 220]
        >>> list(summitry.convert("DEU", to="cow", on=[1980, 2000]))
        [260, 255]
        >>> list(summitry.convert([345, 345, 345], source="cow", to="iso3",
        ...                       on=[1980, 2000, 2010]))
        ['YUG', 'SCG', 'SRB']
    """
    conversion = converted(values, to=to, source=source, on=on)
    warn_of_losses(conversion, stacklevel=3)
    return conversion


def converted(
    values: str | float | State | Iterable[object],
    *,
    to: str,
    source: str | None = None,
    on: On | Iterable[On | None] | None = None,
    where: tuple[str, str] = ("values", "on"),
) -> Conversion:
    """Convert as :func:`convert` does, without a warning.

    Args:
        values: As there.
        to: As there.
        source: As there.
        on: As there.
        where: What the values and the dates are called in messages.
    """
    target = scheme(to)
    origin = None if source is None else scheme(source)
    one_value = isinstance(values, str | State | Real)
    one_date = on is None or isinstance(on, str | date | PartialDate | Real)
    given = [values] if one_value else _listed(values, "codes or names")
    days = [on] if one_date else _listed(on, "dates or years")
    if one_value and not one_date:
        given *= len(days)
    elif not one_date and len(days) != len(given):
        message = f"there are {len(days):,} dates for {len(given):,} values"
        raise InvalidValue(message, value=on, field=where[1])
    given = _cleaned(given, where[0], lambda kind: _expected_value(kind, origin))
    days = _cleaned(days, where[1], _expected_date)
    if one_date and on is not None and days[0] is None:
        message = f"{shorten(on)} is not a date"
        raise InvalidDate(message, value=on, field=where[1])
    day_of = {day: _day(day) for day in dict.fromkeys(days)}
    # What is the same in many rows is looked up once: a value, or a value on a date.
    keys: list[Any] = given if one_date else list(zip(given, days, strict=True))
    outcomes: dict[Any, _Outcome] = {}
    for key in dict.fromkeys(keys):
        value, day = (key, days[0]) if one_date else key
        if day is None and not one_date:
            reason = f"{shorten(value)} stands without a date"
            outcomes[key] = _Outcome(value, None, reason=reason)
        else:
            outcomes[key] = _outcome(value, day_of[day], origin, target)
    return _reported(given, keys, outcomes, source=origin, to=target)


# -- what is given -------------------------------------------------------------------


def _listed(values: Any, what: str) -> list[Any]:
    return list(fields.items(values, what))


def _cleaned(
    values: list[Any], where: str, expected: Callable[[type], str | None]
) -> list[Any]:
    """Return values with ``None`` for all that are missing.

    The types are looked at, each once, since a dictionary does not tell True from 1.

    Raises:
        WrongType: a value is of a type of which something else was expected.
    """
    kinds = set(map(type, values))
    fractional = {kind for kind in kinds if issubclass(kind, Real) and not _whole(kind)}
    if fractional or any(map(_absent, kinds)):
        values = [
            None
            if _absent(type(value)) or (type(value) in fractional and _nan(value))
            else value
            for value in values
        ]
        kinds = {*map(type, values)} - {type(None)}
    for kind in kinds:
        wanted = expected(kind)
        if wanted is not None:
            row = next(row for row, value in enumerate(values) if type(value) is kind)
            message = f"{shorten(values[row])} is {kind_of(values[row])}; {wanted}"
            raise WrongType(message, value=values[row], field=f"{where}[{row}]")
    return values


def _absent(kind: type) -> bool:
    return kind is type(None) or kind.__name__ in _ABSENT


def _nan(value: Any) -> bool:
    return bool(value != value)  # noqa: PLR0124 - no other number does not equal itself


def _whole(kind: type) -> bool:
    return issubclass(kind, Integral)


def _expected_value(kind: type, origin: Scheme | None) -> str | None:
    if issubclass(kind, str | State):
        return None
    if issubclass(kind, Real) and not issubclass(kind, bool):
        if origin is not None and origin.numeric:
            return None
        if origin is None:
            return 'say of which scheme, such as source="cow"'
    return (
        f"expected {'a code or a name' if origin is None else with_article(origin.title)}"
    )


def _expected_date(kind: type) -> str | None:
    if issubclass(kind, datetime):
        return "it is a moment, not a day: give its .date()"
    if issubclass(kind, bool) or not issubclass(kind, str | date | PartialDate | Real):
        return "expected a date or a year"
    return None


def _day(on: Any) -> PartialDate | None:
    """Return a date, or a year given as a number, as a partial date."""
    if on is None or not isinstance(on, Real):
        return None if on is None else partial_date(on)
    year: Any = on
    if not 1 <= year <= _LAST_YEAR or year != year // 1:
        message = f"{shorten(on)} is not a year from 1 to {_LAST_YEAR}"
        raise InvalidDate(message, value=on)
    return partial_date(f"{int(year):04}")


# -- one value -----------------------------------------------------------------------


class _Outcome(NamedTuple):
    """What became of one value on one date."""

    value: Any
    on: PartialDate | None
    code: Code | None = None
    meant: Hashable = None
    """By what two values are told apart: the state, or the code of the source."""
    reason: str = ""
    candidates: tuple[str, ...] = ()


def _outcome(
    value: Any, day: PartialDate | None, origin: Scheme | None, target: Scheme
) -> _Outcome:
    if value is None:
        return _Outcome(value, day, reason=_no_value(origin))
    try:
        state = _found(value, day, origin)
    except AmbiguousState as error:
        return _Outcome(value, day, reason=str(error), candidates=error.candidates)
    except UnknownState as error:
        return _Outcome(value, day, reason=str(error))
    code = target.code(state, day)
    if code is None:
        return _Outcome(value, day, reason=_codeless(state, day, target))
    # Two spellings of a name are no two codes.
    if origin is None or origin.name == "name" or isinstance(value, State):
        return _Outcome(value, day, code, meant=state.code)
    return _Outcome(value, day, code, meant=origin.key(value))


def _found(value: Any, day: PartialDate | None, origin: Scheme | None) -> State:
    """Return the state that a value means.

    Raises:
        UnknownState: none (existed on that day).
        AmbiguousState: several may be meant.
    """
    if isinstance(value, State):
        itself = Bearing(value, ALWAYS, principal=True)
        return registry.among(value.code, (itself,), day)
    if origin is None:
        return registry.state(value, on=day)
    bearings = origin.bearings(value)
    if not bearings:
        raise UnknownState(_unborne(value, origin), query=value)
    if origin.dated:
        return _bearer(value, bearings, day, origin)
    if origin.name == "name" and day is not None:
        # Vietnam is the one that is called so here, though another was called so too.
        own = [each for each in bearings if each.principal and _there(each, day)]
        bearings = tuple(own) or bearings
    return registry.among(str(value), bearings, day)


def _bearer(
    value: Any, bearings: tuple[Bearing, ...], day: PartialDate | None, origin: Scheme
) -> State:
    """Return who bears a number, the later one where a partial day allows two."""
    if day is None:
        every = sorted({bearing.state for bearing in bearings})
        if len(every) > 1:
            names = [registry.label(state) for state in every]
            message = (
                f"the {origin.title} {shorten(value)} is that of {either(names)}; "
                "say when, with on="
            )
            raise AmbiguousState(message, query=value, candidates=names)
        return every[0]
    there = [
        bearing
        for bearing in bearings
        if bearing.period.contains(day).possible and _there(bearing, day)
    ]
    if not there:
        whose = ", and of ".join(_whose(bearing) for bearing in bearings)
        message = (
            f"no state bore the {origin.title} {shorten(value)} on {day}; it is that of "
            f"{whose}"
        )
        raise UnknownState(message, query=value)
    return max(there, key=lambda bearing: _begins(bearing.period)).state


def _there(bearing: Bearing, day: PartialDate) -> bool:
    return registry.was_there(bearing.state, day).possible


def _begins(period: Period) -> int:
    return FIRST_DAY if period.since is None else period.since.first_ordinal


# -- what is said --------------------------------------------------------------------


def _whose(bearing: Bearing) -> str:
    label = registry.label(bearing.state)
    if bearing.dated:
        return f"{label} {_span(bearing.period)}"
    return f"{label}, which existed {registry.lifetime(bearing.state)}"


def _span(period: Period) -> str:
    since, until = period.since, period.until
    return " ".join(
        part for part in (since and f"from {since}", until and f"to {until}") if part
    )


def _no_value(origin: Scheme | None) -> str:
    reason = "there is no value"
    if origin is None or origin.name == "iso2":
        reason += "; pandas reads Namibia's NA so, unless told keep_default_na=False"
    return reason


def _unborne(value: Any, origin: Scheme) -> str:
    """Say that no state has a code, and whose it is in another scheme."""
    reason = f"no state has the {origin.title} {shorten(value)}"
    if isinstance(value, str):
        try:
            other = registry.state(value)
        except (UnknownState, AmbiguousState):
            return reason
        reason += f"; otherwise it means {registry.label(other)}"
    return reason


def _codeless(state: State, day: PartialDate | None, target: Scheme) -> str:
    label = registry.label(state)
    borne = [each for each in target.borne(state) if each.own]
    if not borne:
        return f"{label} has no {target.title}"
    spans = [f"{each.code} {_span(each.period)}" for each in borne]
    return f"{label} had no {target.title} on {day}; it has had {', '.join(spans)}"


def _reported(
    given: list[Any],
    keys: list[Any],
    outcomes: dict[Any, _Outcome],
    *,
    source: Scheme | None,
    to: Scheme,
) -> Conversion:
    """Return the codes of all rows, and what is to be said of them."""
    codes = {key: outcome.code for key, outcome in outcomes.items()}
    lost = {key: outcome for key, outcome in outcomes.items() if outcome.code is None}
    together: dict[tuple[PartialDate | None, Code], list[Any]] = {}
    for key, outcome in outcomes.items():
        if outcome.code is not None:
            together.setdefault((outcome.on, outcome.code), []).append(key)
    shared = {
        alike: those
        for alike, those in together.items()
        if len({outcomes[key].meant for key in those}) > 1
    }
    rows: dict[Any, list[int]] = {key: [] for those in shared.values() for key in those}
    rows |= {key: [] for key in lost}
    if rows:
        for row, key in enumerate(keys):
            if key in rows:
                rows[key].append(row)
    unlike: dict[Unconverted, list[int]] = {}
    for key, o in lost.items():
        on = None if o.value is None else o.on
        same = Unconverted(o.value, on, o.reason, o.candidates)
        unlike.setdefault(same, []).extend(rows[key])
    unconverted = [
        each._replace(rows=tuple(sorted(where))) for each, where in unlike.items()
    ]
    return Conversion(
        given,
        map(codes.__getitem__, keys),
        source=None if source is None else source.name,
        to=to.name,
        missing=[each for each in unconverted if not each.candidates],
        ambiguous=[each for each in unconverted if each.candidates],
        merged=[
            Merged(
                code,
                day,
                tuple(outcomes[key].value for key in those),
                tuple(sorted(row for key in those for row in rows[key])),
            )
            for (day, code), those in shared.items()
        ],
    )
