"""Every exception and warning that summitry raises.

All derive from :class:`SummitryError`, and each also derives from the built-in
exception that fits (``ValueError``, ``TypeError``, ``LookupError``), so that code
which knows nothing of summitry still catches them. A message says what was wrong,
where, and what would have been right.
"""

from __future__ import annotations

import enum

from typing import TYPE_CHECKING, Any, NamedTuple


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Self


_SHOWN = 80
"""How many characters of an offending value a message shows."""


def shorten(value: object) -> str:
    """Return a one-line representation of *value*, short enough for a message.

    Args:
        value: Anything, however long or hostile.

    Returns:
        At most about eighty characters; what was cut is counted.

    Example:
        >>> shorten("x" * 200)
        "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… (202 characters)"
    """
    try:
        # A str is cut before repr: repr of a gigabyte costs as much again.
        if isinstance(value, str) and len(value) > 10 * _SHOWN:
            return f"{value[:_SHOWN]!r}… ({len(value)} characters)"
        text = repr(value)
    except Exception:  # noqa: BLE001 - a broken __repr__ must not hide the error
        return f"<{type(value).__name__} that cannot be shown>"
    cut = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}… ({len(text)} characters)"
    # A foreign repr may hold line ends, or what steers a terminal.
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in cut)


def shorten_path(path: object) -> str:
    """Return a path as a message shows it: of a long one the end, which names the file.

    Example:
        >>> shorten_path("/" + "deep/" * 40 + "mine.json").endswith("deep/mine.json'")
        True
    """
    text = str(path)
    most = _SHOWN - len("''")
    return shorten(text) if len(text) <= most else f"'…{shorten(text[-most:])[1:]}"


def either(words: Sequence[str]) -> str:
    """Return alternatives as a reader expects them.

    Example:
        >>> either(["Peru", "Persia", "Prussia"])
        'Peru, Persia or Prussia'
    """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


class Severity(enum.StrEnum):
    """How much a problem matters.

    Example:
        >>> Severity("error") is Severity.ERROR
        True
    """

    ERROR = "error"
    """It cannot be right."""
    WARNING = "warning"
    """It is hardly right, and a person should look."""
    NOTE = "note"
    """It may well be right; a careful editor would like to know."""


class Problem(NamedTuple):
    """One thing that is wrong with a document or a catalogue, and where.

    Attributes:
        code: A stable code, such as ``SMT104``: that of the rule that is broken.
        path: Where in the document, such as ``member_states[12].since``.
        message: What is wrong and what would have been right.
        value: The offending value, shortened.
        line: The line of the file, from 1 on: where reading finds it in YAML, JSON Lines
            and CSV, and of every text where ``python -m summitry check`` does.
        severity: How much it matters.
        records: The records concerned, the offending one first; none where a document
            could not be read.
        certain: Whether it is wrong for sure, and not only for some of the days that
            partly known dates allow.

    Example:
        >>> print(Problem(code="SMT101", path="summits[0].id", message="missing"))
        SMT101 summits[0].id: missing
        >>> print(Problem(code="SMT101", path="summits[0].id", message="missing", line=3))
        SMT101 summits[0].id (line 3): missing
    """

    code: str
    path: str
    message: str
    value: str | None = None
    line: int | None = None
    severity: Severity = Severity.ERROR
    records: tuple[Any, ...] = ()
    certain: bool = True

    def __str__(self) -> str:
        line = "" if self.line is None else f" (line {self.line})"
        perhaps = "" if self.certain else "possibly: "
        return f"{self.code} {self.path}{line}: {perhaps}{self.message}"


class SummitryError(Exception):
    """The base of every exception that summitry raises on purpose.

    Example:
        >>> issubclass(NotFound, SummitryError)
        True
    """

    def __reduce__(self) -> tuple[Any, ...]:
        # Exceptions cross process borders (multiprocessing, pytest-xdist); the
        # default reconstructs from args alone and would lose keyword arguments.
        state = {name: _portable(value) for name, value in self.__dict__.items()}
        return (_restore, (type(self), self.args, state))


def _portable(value: object) -> object:
    """Return a value that can be pickled, or else the text that shows it."""
    import pickle  # noqa: PLC0415 - only to see whether it can be

    try:
        pickle.dumps(value)
    except Exception:  # noqa: BLE001 - whatever a foreign value raises
        return shorten(value)
    return value


def _restore(
    cls: type[SummitryError], args: tuple[object, ...], state: dict[str, object]
) -> SummitryError:
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class _Located(SummitryError):
    """An error that can say in which field of which record it arose."""

    field: str | None = None
    record: str | None = None

    @property
    def explanation(self) -> str:
        """What is wrong, without where."""
        return str(self.args[0])

    def __str__(self) -> str:
        where = ".".join(part for part in (self.record, self.field) if part)
        return f"{where}: {self.explanation}" if where else self.explanation

    def located(self, *, field: str | None, record: str) -> Self:
        """Name the field and the record in which the value stood.

        An inner place already named is kept, as the outer one's continuation.
        """
        if self.record is not None and self.record != record:
            inner = ".".join(part for part in (self.record, self.field) if part)
            self.field = f"{field} ({inner})" if field else inner
        elif self.record is None:
            self.field = field or self.field
        self.record = record
        return self


class InvalidValue(_Located, ValueError):
    """A value that a field or an argument cannot take.

    Attributes:
        value: The offending value itself.
        field: The field or argument, once known, such as ``since``.
        record: The record type, once known, such as ``MemberState``.

    Example:
        >>> import summitry
        >>> summitry.PartialDate("1961-13")
        Traceback (most recent call last):
        ...
        summitry.errors.InvalidDate: '1961-13' is not a date: there is no month 13
    """

    def __init__(
        self,
        message: str,
        *,
        value: object = None,
        field: str | None = None,
        record: str | None = None,
    ) -> None:
        super().__init__(message)
        self.value = value
        self.field = field
        self.record = record


class InvalidDate(InvalidValue):
    """A text that is not a date this library can honour."""


class InvalidPeriod(InvalidValue):
    """A period that ends before it begins, or that is not one at all."""


class WrongType(InvalidValue, TypeError):
    """A value of a type that the field or argument does not take.

    Example:
        >>> import summitry
        >>> summitry.Place(city=3)  # doctest: +IGNORE_EXCEPTION_DETAIL
        Traceback (most recent call last):
        ...
        summitry.errors.WrongType: Place.city: 3 is an int, expected text
    """


class UnexpectedArgument(SummitryError, TypeError):
    """A keyword that a type or a method does not have, or one that is missing."""


class AmbiguousAnswer(SummitryError, TypeError):
    """A three-valued answer was used as if it were true or false."""


class NotFound(_Located, LookupError):
    """Nothing answers to what was asked for.

    Attributes:
        query: What was asked for.
        candidates: What comes closest, best first; may be empty.

    Example:
        >>> import summitry
        >>> summitry.state("Perugia")
        Traceback (most recent call last):
        ...
        summitry.errors.UnknownState: no state is called 'Perugia'; did you mean Persia (IRN), Peru (PER) or Prussia (DEU)?
    """

    def __init__(
        self, message: str, *, query: object = None, candidates: Iterable[str] = ()
    ) -> None:
        super().__init__(message)
        self.query = query
        self.candidates: tuple[str, ...] = tuple(candidates)

    @property
    def explanation(self) -> str:
        """What was not found, and what comes closest."""
        message = str(self.args[0])
        if not self.candidates:
            return message
        return f"{message}; did you mean {either(self.candidates)}?"


class UnknownState(NotFound):
    """No state bears this code or name (on that day)."""


class UnknownOrganization(NotFound):
    """No organization of the catalogue bears this id or name."""


class UnknownRecord(NotFound):
    """No record of the collection bears this id."""


class UnknownPerson(NotFound):
    """Nobody of this name appears in the catalogue."""


class MultipleFound(SummitryError, LookupError):
    """More than one answers where exactly one was asked for.

    Attributes:
        query: What was asked for.
        candidates: All that answer.

    Example:
        >>> import summitry
        >>> summitry.state("Congo")  # doctest: +IGNORE_EXCEPTION_DETAIL
        Traceback (most recent call last):
        ...
        summitry.errors.AmbiguousState: 'Congo' may be ...
    """

    def __init__(
        self, message: str, *, query: object = None, candidates: Iterable[str] = ()
    ) -> None:
        super().__init__(message)
        self.query = query
        self.candidates: tuple[str, ...] = tuple(candidates)


class AmbiguousState(MultipleFound):
    """A name that several states bear (on that day)."""


class AmbiguousOrganization(MultipleFound):
    """A name that several organizations or parties bear."""


class IncompleteConversion(SummitryError, LookupError):
    """Codes of states that have no code in another scheme, or not one.

    Attributes:
        lost: What is missing or ambiguous, each with the reason and its rows.

    Example:
        >>> import summitry, warnings
        >>> with warnings.catch_warnings(action="ignore"):
        ...     codes = summitry.convert(["DEU", "HKG"], to="cow")
        >>> codes.raise_if_incomplete()
        Traceback (most recent call last):
        ...
        summitry.errors.IncompleteConversion: 2 values to cow: 1 converted, 1 missing
          Hong Kong (HKG) has no COW number
    """

    def __init__(self, message: str, *, lost: Iterable[Any] = ()) -> None:
        super().__init__(message)
        self.lost: tuple[Any, ...] = tuple(lost)


class DuplicateRecord(SummitryError, ValueError):
    """Two records of one catalogue have the same identity."""


class _Problems(SummitryError, ValueError):
    """Several problems at once, the first of them shown."""

    def __init__(
        self, problems: Sequence[Problem], *, source: str = "the document"
    ) -> None:
        super().__init__(tuple(problems), source)
        self.problems: tuple[Problem, ...] = tuple(problems)
        self.source = source

    def __str__(self) -> str:
        shown = self.problems[:_PROBLEMS_SHOWN]
        count = len(self.problems)
        lines = [f"{count} problem{'s' * (count != 1)} in {self.source}:"]
        lines += [f"  {problem}" for problem in shown]
        if count > len(shown):
            lines.append(f"  … and {count - len(shown)} more (see .problems)")
        return "\n".join(lines)


class DocumentError(_Problems):
    """A document that cannot be read, with all that is wrong with it.

    Attributes:
        problems: Every problem found, in the order of the document.
        source: The file or a word for what was read.

    Example:
        >>> import summitry
        >>> summitry.loads("[]")
        Traceback (most recent call last):
        ...
        summitry.errors.DocumentError: 1 problem in the text given:
          SMT102 $: a document is an object such as {"summitry": 1, "summits": []}, not an array
    """


class CheckFailed(_Problems):
    """A catalogue in which a check found errors.

    Attributes:
        problems: The errors, in the order of the catalogue.
        source: A word for what was checked.

    Example:
        >>> import summitry
        >>> lost = summitry.MemberState(organization="XYZ", state="AZE")
        >>> summitry.Catalog([lost]).check(select=["SMT201"]).raise_if_errors()
        Traceback (most recent call last):
        ...
        summitry.errors.CheckFailed: 1 problem in the catalogue:
          SMT201 member_states[0].organization: no organization has the id 'XYZ'
    """


_PROBLEMS_SHOWN = 20


class FileError(SummitryError, OSError):
    """A file that cannot be opened, or whose format is not known."""


class MissingExtra(SummitryError, ImportError):
    """An optional package that what was asked for needs, and how to install it.

    Attributes:
        extra: The name of the extra.

    Example:
        >>> print(MissingExtra("YAML", package="yaml", extra="yaml"))
        YAML needs the package yaml, which is not installed: pip install 'summitry[yaml]'
    """

    def __init__(self, what: str, *, package: str, extra: str) -> None:
        super().__init__(
            f"{what} needs the package {package}, which is not installed: "
            f"pip install 'summitry[{extra}]'"
        )
        self.extra = extra


class CoverageWarning(UserWarning):
    """A question reaches beyond what the catalogue claims to cover.

    The answer then says what is recorded, and the record may be incomplete: what is
    absent is *not known*, not *false*.

    Example:
        >>> import warnings, summitry
        >>> with warnings.catch_warnings(record=True) as caught:
        ...     warnings.simplefilter("always")
        ...     _ = summitry.load().members("UN", on="2999-01-01")
        >>> caught[0].category.__name__
        'CoverageWarning'
    """


class ConversionWarning(UserWarning):
    """Codes of states were converted, and some have no code, or one between them.

    Nothing is dropped: the place of a missing code is kept, by ``None``, and the
    conversion says why.

    Example:
        >>> import warnings, summitry
        >>> with warnings.catch_warnings(record=True) as caught:
        ...     warnings.simplefilter("always")
        ...     _ = summitry.convert(["DEU", "HKG"], to="cow")
        >>> caught[0].category.__name__
        'ConversionWarning'
    """


class DamagedFileWarning(UserWarning):
    """A file that is cut off was read as far as it goes, as was asked for.

    What came after is missing: it is *not known*, not *false*.
    """


class DisagreementWarning(UserWarning):
    """Two sources that were read together say different things of the same.

    One of them was followed, as was asked for; the warning says how to list what the
    other has.
    """


class OmissionWarning(UserWarning):
    """Records that a format has no room for are not in what was made.

    Attributes:
        records: Those that are left out.

    Example:
        >>> OmissionWarning("not in the calendar: lakes-2024", records=["…"]).records
        ('…',)
    """

    def __init__(self, message: str, *, records: Iterable[Any] = ()) -> None:
        super().__init__(message)
        self.records: tuple[Any, ...] = tuple(records)
