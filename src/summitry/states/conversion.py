"""What came of converting codes: the new ones, and what was lost on the way."""

from __future__ import annotations

import warnings

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, overload

from summitry.errors import (
    AmbiguousState,
    ConversionWarning,
    IncompleteConversion,
    InvalidValue,
    MultipleFound,
    NotFound,
    shorten,
)
from summitry.values import PartialDate


_LISTED = 20
"""How many lines a report has."""
_SHOWN = 6
"""How many codes a line shows."""


class Unconverted(NamedTuple):
    """A value for which there is no code, or not one code.

    Attributes:
        value: The value, as it was given.
        on: The date that was asked about.
        reason: Why, in a sentence.
        candidates: Who may be meant, where several may.
        rows: Where it stands among the values, from 0 on.

    Example:
        >>> import summitry, warnings
        >>> with warnings.catch_warnings(action="ignore"):
        ...     codes = summitry.convert(["DEU", "HKG"], to="cow")
        >>> codes.missing[0].reason, codes.missing[0].rows
        ('Hong Kong (HKG) has no COW number', (1,))
    """

    value: Any
    on: PartialDate | None
    reason: str
    candidates: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()

    def __str__(self) -> str:
        return f"{self.reason}{_times(self.rows)}"


class Merged(NamedTuple):
    """A code that several states, or several codes of the other scheme, became.

    Attributes:
        code: The code.
        on: The date that was asked about.
        values: The values, as they were given first.
        rows: Where they stand among the values, from 0 on.
    """

    code: str | int
    on: PartialDate | None
    values: tuple[Any, ...]
    rows: tuple[int, ...]

    def __str__(self) -> str:
        when = "" if self.on is None else f" on {self.on}"
        named = [shorten(value) for value in self.values]
        return f"{', '.join(named[:-1])} and {named[-1]} are {self.code!r}{when}"


class Conversion(Sequence["str | int | None"]):
    """The codes of states in another scheme, in the order of what was converted.

    It is an immutable sequence as long as what was given, with ``None`` where there is
    no code. Printed, it says all that was lost.

    Example:
        >>> import summitry, warnings
        >>> with warnings.catch_warnings(action="ignore"):
        ...     codes = summitry.convert(["DEU", "Yugoslavia", "HKG"], to="cow", on="1980")
        >>> codes
        <Conversion to cow: 260, 345, None (1 missing)>
        >>> print(codes)
        3 values to cow: 2 converted, 1 missing
          missing: Hong Kong (HKG) has no COW number
    """

    __slots__ = ("_given", "ambiguous", "merged", "missing", "source", "to", "values")

    source: str | None
    """The scheme that was converted from; ``None`` for any name or code."""

    to: str
    """The scheme that was converted to."""

    values: tuple[str | int | None, ...]
    """The codes."""

    missing: tuple[Unconverted, ...]
    """The values that have no code, each with the reason."""

    ambiguous: tuple[Unconverted, ...]
    """The values of which several states may be meant, each with all of them."""

    merged: tuple[Merged, ...]
    """The codes that several states or codes became on the same date."""

    _given: tuple[Any, ...]

    def __init__(
        self,
        given: Iterable[Any],
        values: Iterable[str | int | None],
        *,
        source: str | None,
        to: str,
        missing: Iterable[Unconverted] = (),
        ambiguous: Iterable[Unconverted] = (),
        merged: Iterable[Merged] = (),
    ) -> None:
        keep = object.__setattr__
        keep(self, "_given", tuple(given))
        keep(self, "values", tuple(values))
        keep(self, "source", source)
        keep(self, "to", to)
        keep(self, "missing", tuple(missing))
        keep(self, "ambiguous", tuple(ambiguous))
        keep(self, "merged", tuple(merged))

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[str | int | None]:
        return iter(self.values)

    @overload
    def __getitem__(self, index: int) -> str | int | None: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[str | int | None, ...]: ...
    def __getitem__(
        self, index: int | slice
    ) -> str | int | tuple[str | int | None, ...] | None:
        return self.values[index]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Conversion):
            return NotImplemented
        return self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash((self.source, self.to, self.values))

    def __setattr__(self, name: str, value: object) -> None:
        message = f"Conversion is immutable; cannot set {name}"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> None:
        message = f"Conversion is immutable; cannot delete {name}"
        raise AttributeError(message)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_restored, self._parts())

    def _parts(self) -> tuple[Any, ...]:
        report = (self.missing, self.ambiguous, self.merged)
        return (self._given, self.values, self.source, self.to, *report)

    @property
    def is_complete(self) -> bool:
        """Whether every value has a code, though two may have the same."""
        return not (self.missing or self.ambiguous)

    def one(self) -> str | int:
        """Return the code of the only value.

        Raises:
            NotFound: it has none, or there is no value; why is said.
            AmbiguousState: several states may be meant; all are named.
            MultipleFound: there are several values.

        Example:
            >>> import summitry
            >>> summitry.convert(260, source="cow", to="iso3", on=1980).one()
            'DEU'
        """
        if not self.values:
            message = "there is no value here, where one was asked for"
            raise NotFound(message)
        if len(self.values) > 1:
            message = f"there are {len(self.values)} values here, not one"
            raise MultipleFound(message, candidates=map(shorten, self.values[:_SHOWN]))
        for lost in self.ambiguous:
            raise AmbiguousState(
                lost.reason, query=lost.value, candidates=lost.candidates
            )
        for lost in self.missing:
            raise NotFound(lost.reason, query=lost.value)
        return next(code for code in self.values if code is not None)

    def to_dict(self) -> dict[Any, str | int | None]:
        """Return the code of each value, ``None`` for one that has none.

        Raises:
            InvalidValue: a value has two codes, on two dates: then only rows have one.

        Example:
            >>> import summitry
            >>> summitry.convert(["DEU", "France"], to="cow").to_dict()
            {'DEU': 255, 'France': 220}
        """
        found: dict[Any, str | int | None] = {}
        for value, code in zip(self._given, self.values, strict=True):
            if found.setdefault(value, code) != code:
                message = (
                    f"{shorten(value)} is {found[value]!r} on one date and {code!r} on "
                    "another; take the values row by row"
                )
                raise InvalidValue(message, value=value)
        return found

    def raise_if_incomplete(self) -> None:
        """Raise if any value has no code.

        What was merged has one, and is in :attr:`merged`.

        Raises:
            IncompleteConversion: with every value that has none, and why.

        Example:
            >>> import summitry
            >>> summitry.convert(["DEU", "FRA"], to="cow").raise_if_incomplete()
        """
        if not self.is_complete:
            lost = (*self.missing, *self.ambiguous)
            message = _listing(self._summary(), map(str, lost))
            raise IncompleteConversion(message, lost=lost)

    def __repr__(self) -> str:
        shown = [repr(code) for code in self.values[:_SHOWN]]
        if len(self.values) > _SHOWN:
            shown.append(f"… {len(self.values):,} values")
        lost = self._losses()
        return (
            f"<Conversion to {self.to}: {', '.join(shown) or 'nothing'}"
            f"{f' ({lost})' if lost else ''}>"
        )

    def __str__(self) -> str:
        lines = [f"missing: {lost}" for lost in self.missing]
        lines += [f"ambiguous: {lost}" for lost in self.ambiguous]
        lines += [f"merged: {lost}" for lost in self.merged]
        return _listing(self._summary(), lines)

    def _summary(self) -> str:
        count = len(self.values)
        converted = count - self.values.count(None)
        parts = [f"{converted:,} converted", self._losses()]
        return (
            f"{count:,} value{'s' * (count != 1)} to {self.to}: "
            f"{', '.join(filter(None, parts))}"
        )

    def _losses(self) -> str:
        """Count the rows that have no code, and the codes that are of several."""
        missing, ambiguous = (
            sum(len(lost.rows) for lost in kind)
            for kind in (self.missing, self.ambiguous)
        )
        counts = {"missing": missing, "ambiguous": ambiguous, "merged": len(self.merged)}
        return ", ".join(f"{count:,} {what}" for what, count in counts.items() if count)


def _restored(
    given: tuple[Any, ...],
    values: tuple[str | int | None, ...],
    source: str | None,
    to: str,
    *report: tuple[Any, ...],
) -> Conversion:
    missing, ambiguous, merged = report
    return Conversion(
        given,
        values,
        source=source,
        to=to,
        missing=missing,
        ambiguous=ambiguous,
        merged=merged,
    )


def _listing(title: str, lines: Iterable[str]) -> str:
    every = list(lines)
    shown = [f"  {line}" for line in every[:_LISTED]]
    if len(every) > _LISTED:
        shown.append(f"  … and {len(every) - _LISTED:,} more")
    return "\n".join([title, *shown])


def _times(rows: tuple[int, ...]) -> str:
    return "" if len(rows) == 1 else f" ({len(rows):,} times)"


def warn_of_losses(conversion: Conversion, *, stacklevel: int) -> None:
    """Warn, once for a whole conversion, of what was lost.

    Args:
        conversion: The conversion.
        stacklevel: Whose line the warning names.
    """
    if conversion.missing or conversion.ambiguous or conversion.merged:
        warnings.warn(ConversionWarning(str(conversion)), stacklevel=stacklevel)
