"""Immutable, typed sequences of records, whose filters give more of their kind."""

from __future__ import annotations

from collections import abc
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, overload

from summitry.errors import (
    InvalidValue,
    MultipleFound,
    NotFound,
    UnknownRecord,
    shorten,
)
from summitry.values import DateLike, Match, PeriodLike, Record, Spell
from summitry.values.keywords import explained
from summitry.values.partial_date import partial_date
from summitry.values.period import period
from summitry.values.text import closest, with_article

from .deferred import Deferred
from .display import HTML_ROWS, TEXT_ROWS, html_table, one_line, text_table
from .timeline import Timeline


if TYPE_CHECKING:
    from typing import Self

    from .context import Context


R = TypeVar("R", bound=Record)
S = TypeVar("S", bound=Spell)
_K = TypeVar("_K", bound=Hashable)

_LISTED = 5
"""How many candidates a message lists."""


class Collection(abc.Collection[R], abc.Reversible[R], Generic[R]):
    """An immutable sequence of records of one kind.

    Every filter returns a collection of the same kind, so filters chain. Index with a
    number or a slice; where records have ids, with an id.

    It does all that a sequence does, but is no :class:`collections.abc.Sequence`: polars
    would take one for a list of cells, and never ask for its columns.

    Example:
        >>> import summitry
        >>> spells = summitry.load().memberships.of("CICA")
        >>> type(spells[:3]) is type(spells.on("2023")) is type(spells)
        True
    """

    # Two of them are used by subclasses: two bases with slots of their own could not be
    # combined.
    __slots__ = ("_by_id", "_context", "_deferred", "_groups", "_held", "_timeline")

    noun: ClassVar[str] = "record"
    """What one of the records is called in a message."""

    kinds: ClassVar[tuple[type[Record], ...]] = ()
    """The types of the records."""

    def __init__(self, records: Iterable[R] | Deferred[R], context: Context) -> None:
        self._held: tuple[R, ...] | None = None
        self._deferred: Deferred[R] | None = None
        if isinstance(records, Deferred):
            self._deferred = records
        else:
            self._held = tuple(records)
        self._context = context
        self._groups: dict[str, dict[str, Self]] = {}
        self._timeline: Timeline[Any] | None = None
        self._by_id: dict[str, R] | None = None

    @property
    def _records(self) -> tuple[R, ...]:
        if self._held is None:
            self._held = () if self._deferred is None else self._deferred.whole()
        return self._held

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[R]:
        return iter(self._records)

    def __reversed__(self) -> Iterator[R]:
        return reversed(self._records)

    def __contains__(self, record: object) -> bool:
        return record in self._records

    def index(self, record: R) -> int:
        """Return the place of the first record that equals one.

        Raises:
            NotFound: none does.

        Example:
            >>> import summitry
            >>> summits = summitry.load().summits
            >>> summits.index(summits[3])
            3
        """
        try:
            return self._records.index(record)
        except ValueError:
            message = f"there is no such {self.noun} here: {shorten(record)}"
            raise NotFound(message, query=record) from None

    def count(self, record: R) -> int:
        """Return how often a record is here."""
        return self._records.count(record)

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> R | Self:
        if isinstance(index, slice):
            return self._with(self._records[index])
        if not isinstance(index, int):
            message = f"{shorten(index)} is no index; {with_article(self.noun)} is found by number"
            raise InvalidValue(message, value=index)
        try:
            return self._records[index]
        except IndexError:
            message = f"there is no {self.noun} number {index}: there are {len(self)}"
            raise UnknownRecord(message, query=index) from None

    def __reduce__(self) -> tuple[object, ...]:
        # The indexes are made anew, and what was not yet read is read.
        return (type(self), (self._records, self._context))

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._records == other._records

    def __hash__(self) -> int:
        return hash((type(self), self._records))

    def one(self) -> R:
        """Return the only record.

        Raises:
            NotFound: there is none.
            MultipleFound: there are several; they are listed.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> world.meetings.with_("CICA").with_("CHN").one().place.city
            'Baku'
        """
        count = len(self._records)
        if count == 0:
            message = f"there is no {self.noun} here, where one was asked for"
            raise NotFound(message)
        if count > 1:
            shown = [self._summary(record) for record in self._records[:_LISTED]]
            more = count - len(shown)
            listing = "; ".join(shown) + (f"; and {more} more" if more else "")
            message = f"there are {count} {self.plural()} here, not one: {listing}"
            raise MultipleFound(message, candidates=shown)
        return self._records[0]

    def one_or_none(self) -> R | None:
        """Return the only record, or ``None`` when there is none.

        Raises:
            MultipleFound: there are several; they are listed.
        """
        return self.one() if self._records else None

    def filter(self, keep: Callable[[R], bool]) -> Self:
        """Return the records for which a function says yes.

        Args:
            keep: A function of a record.

        Example:
            >>> import summitry
            >>> noted = summitry.load().summits.filter(lambda s: s.note is not None)
            >>> type(noted).__name__
            'Summits'
        """
        return self._with(r for r in self._records if keep(r))

    def sorted(self, key: Callable[[R], Any] | None = None) -> Self:
        """Return the records in their natural order, or by a key."""
        return self._with(sorted(self._records, key=key))

    @overload
    def group_by(self, key: str) -> dict[Any, Self]: ...
    @overload
    def group_by(self, key: Callable[[R], _K]) -> dict[_K, Self]: ...
    def group_by(self, key: str | Callable[[R], Any]) -> dict[Any, Self]:
        """Return the records in groups.

        Args:
            key: The name of a field or property, or a function of a record.

        Returns:
            A dict from each value of the key, in the order of first appearance, to a
            collection of the records that have it.

        Raises:
            InvalidValue: the records have no such field.

        Example:
            >>> import summitry
            >>> groups = summitry.load().memberships.of("CICA").group_by("status")
            >>> sorted(groups)
            [<Status.MEMBER: 'member'>, <Status.OBSERVER: 'observer'>, <Status.PARTNER: 'partner'>]
        """
        if isinstance(key, str):
            name = key
            for record in self._records:
                if not hasattr(record, name):
                    fields = [n for n in dir(record) if not n.startswith("_")]
                    near = closest(name, fields, most=1)
                    hint = f"; did you mean {near[0]}?" if near else ""
                    message = f"{with_article(self.noun)} has no {shorten(name)}{hint}"
                    raise InvalidValue(message, value=name, field="key")

            def field(record: R) -> Any:
                return getattr(record, name)

            key = field
        groups: dict[Any, list[R]] = {}
        for record in self._records:
            groups.setdefault(key(record), []).append(record)
        return {value: self._with(records) for value, records in groups.items()}

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the records in the canonical JSON shape, one dict each.

        Example:
            >>> import summitry
            >>> summitry.load().organizations.filter(
            ...     lambda o: o.id == "WPC").to_dicts()[0]["id"]
            'WPC'
        """
        return [record.to_dict() for record in self._records]

    def to_pandas(self) -> Any:
        """Return the records as a pandas frame: :doc:`/reference/tables` says its columns.

        What is dictionary-encoded there is categorical, the days of a partial date are
        ``datetime64``, numbers ``Int32``.

        Raises:
            MissingExtra: pandas or pyarrow is not installed:
                ``pip install 'summitry[pandas]'``.

        Example:
            >>> import summitry
            >>> frame = summitry.load().memberships.of("CICA").to_pandas()
            >>> frame.loc[frame.state == "AZE", ["since", "since_earliest"]].values.tolist()
            [['1999-09-14', Timestamp('1999-09-14 00:00:00')]]
        """
        return _arrow().to_pandas(self._arrow_table)

    def to_polars(self) -> Any:
        """Return the records as a polars frame: the same as ``polars.DataFrame(self)``.

        Raises:
            MissingExtra: polars or pyarrow is not installed:
                ``pip install 'summitry[polars]'``.

        Example:
            >>> import summitry
            >>> frame = summitry.load().memberships.of("CICA").to_polars()
            >>> frame.filter(frame["state"] == "AZE").item(0, "since")
            '1999-09-14'
        """
        return _arrow().to_polars(self._arrow_table)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._arrow_table().__arrow_c_stream__(requested_schema)

    def _arrow_table(self) -> Any:
        return _arrow().table(self._records, self.kinds)

    @classmethod
    def plural(cls) -> str:
        """Return what several of the records are called in a message."""
        return f"{cls.noun}s"

    def __repr__(self) -> str:
        headers, rows = self._table(TEXT_ROWS)
        return text_table(self._title(), headers, rows, len(self))

    def _repr_html_(self) -> str:
        headers, rows = self._table(HTML_ROWS)
        return html_table(self._title(), headers, rows, len(self))

    def _title(self) -> str:
        noun = self.noun if len(self) == 1 else self.plural()
        return f"{type(self).__name__}: {len(self):,} {noun}"

    def _table(self, most: int) -> tuple[list[str], list[list[str]]]:
        rows = [self._row(record) for record in self._records[:most]]
        return list(self._headers()), rows

    def _headers(self) -> tuple[str, ...]:
        raise NotImplementedError

    def _row(self, record: R) -> list[str]:
        raise NotImplementedError

    def _summary(self, record: R) -> str:
        return " ".join(one_line(cell) for cell in self._row(record) if cell)

    def _with(self, records: Iterable[R]) -> Self:
        return type(self)(records, self._context)

    def _group(self, name: str, key: str, keys: Callable[[R], Iterable[str]]) -> Self:
        """Return the records that have a key, from an index made once.

        The collections of an index are kept, and with them their timelines: a question
        asked again about the same body or party costs no more than its answer.
        """
        groups = self._groups.get(name)
        if groups is None:
            lists: dict[str, list[R]] = {}
            for record in self._records:
                for each in dict.fromkeys(keys(record)):
                    lists.setdefault(each, []).append(record)
            groups = {each: self._with(records) for each, records in lists.items()}
            self._groups[name] = groups
        found = groups.get(key)
        return self._with(()) if found is None else found

    def _group_of_body(self, key: str, keys: Callable[[R], Iterable[str]]) -> Self:
        """Return the records of an organization, reading no other's for it."""
        if self._held is not None or self._deferred is None:
            return self._group("of", key, keys)
        parts = self._groups.setdefault("of one by one", {})
        found = parts.get(key)
        if found is None:
            found = parts[key] = self._with(self._deferred.part(key))
        return found


class Spells(Collection[S], Generic[S]):
    """A collection of records that hold over a time, filtered by it."""

    __slots__ = ()

    @explained
    def on(self, day: DateLike, match: Match = "possible") -> Self:
        """Return the records that hold on a day.

        Args:
            day: EDTF text or a date; a partial one is some day of those it covers.
            match: ``"possible"`` keeps what may hold, ``"certain"`` what must,
                ``"uncertain"`` what may and need not.

        Raises:
            InvalidDate: *day* is no date.
            InvalidValue: *match* is none of the three words.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> nam = world.memberships.of("NAM").where(status="member")
            >>> len(nam.on("2023-03-02")), len(nam.on("2023-03-02", match="certain"))
            (120, 120)
        """
        return self._with(self._time.on(partial_date(day), match))

    @explained
    def during(self, window: PeriodLike, match: Match = "possible") -> Self:
        """Return the records that share a day with a period.

        Args:
            window: EDTF text such as ``2016/2024``, one date for all it covers, or a
                :class:`~summitry.Period`; partial ends are taken at their widest.
            match: As for :meth:`on`.

        Raises:
            InvalidPeriod: *window* is no period.
            InvalidDate: one of its ends is no date.
            InvalidValue: *match* is none of the three words.

        Example:
            >>> import summitry
            >>> terms = summitry.load().chairmanships.of("NAM").during("2016/2024")
            >>> [term.state for term in terms]
            ['IRN', 'VEN', 'AZE', 'UGA']
        """
        return self._with(self._time.during(period(window), match))

    @property
    def _time(self) -> Timeline[S]:
        if self._timeline is None:
            self._timeline = Timeline(self._records, self._context.still)
        return self._timeline


class Keyed(Collection[R], Generic[R]):
    """A collection whose records have ids."""

    __slots__ = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the records, in their order."""
        return tuple(self._ids())

    @overload
    def __getitem__(self, index: int | str) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | str | slice) -> R | Self:
        if not isinstance(index, str):
            return super().__getitem__(index)
        found = self._ids().get(index)
        if found is None:
            message = f"no {self.noun} has the id {shorten(index)}"
            near = closest(index, self._ids())
            raise UnknownRecord(message, query=index, candidates=near)
        return found

    def get(self, key: str) -> R | None:
        """Return the record of an id, or ``None``."""
        return self._ids().get(key)

    def __contains__(self, record: object) -> bool:
        if isinstance(record, str):
            return record in self._ids()
        return super().__contains__(record)

    def _ids(self) -> dict[str, R]:
        if self._by_id is None:
            self._by_id = {self._id(record): record for record in self._records}
        return self._by_id

    def _id(self, record: R) -> str:
        identifier: str = record.id  # type: ignore[attr-defined]
        return identifier

    def _ipython_key_completions_(self) -> list[str]:
        return list(self._ids())


def _arrow() -> Any:
    # A convenience that reaches up: the codec, which knows this layer, makes the tables.
    from summitry.codec.tables import arrow  # noqa: PLC0415

    return arrow


def names(values: Iterable[object]) -> str:
    """Join what a cell of a table lists."""
    return ", ".join(str(value) for value in values)


def dates(record: Spell) -> list[str]:
    """Return the two cells that say how long a record holds."""
    ends = (record.since, record.until)
    return ["" if end is None else str(end) for end in ends]
