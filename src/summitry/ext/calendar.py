"""Summits and meetings as iCalendar (RFC 5545): what every calendar program takes.

Each is an all-day event, for its records know days and no hours. A date that is not known
to the day gives an event over all of the days that it can mean, whose summary says so and
which makes nobody busy; what may have been on any day at all is left out, with a warning
that names it.

The same records give the same bytes, whenever they are written: a calendar that is
published again changes only where its records did.
"""

from __future__ import annotations

import warnings

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias

from summitry.catalog import Catalog
from summitry.codec.storage import path_of, replace
from summitry.errors import (
    FileError,
    MissingExtra,
    NotFound,
    OmissionWarning,
    shorten,
    shorten_path,
)
from summitry.model import BilateralMeeting, Delegation, Happened, Modality, Summit
from summitry.values import PartialDate, Precision
from summitry.values.fields import items, mistyped, optional_text

from .lookup import context_of


if TYPE_CHECKING:
    import os

    from collections.abc import Iterable, Iterator

    from icalendar import Calendar, Event, vText

    from summitry.model import Outcome, Place, Source


_Met: TypeAlias = Summit | BilateralMeeting

_STATUSES = {
    Happened.PLANNED: "TENTATIVE",
    Happened.HELD: "CONFIRMED",
    Happened.CANCELLED: "CANCELLED",
    # iCalendar has no word for it; on these days, it did not take place.
    Happened.POSTPONED: "CANCELLED",
}

_PRODUCER = "-//summitry//summitry//EN"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SUFFIXES = (".ics", ".ics.gz", ".ics.zst")

_LISTED = 10
"""How many records a warning names in full."""

# They end a line in Python's str.splitlines(), by which some readers split a calendar.
_LINE_ENDS = str.maketrans(dict.fromkeys("\x85\u2028\u2029", "\n"))


def to_ical(
    records: Catalog | Iterable[Summit | BilateralMeeting],
    *,
    catalog: Catalog | None = None,
    name: str | None = None,
) -> bytes:
    """Return summits and meetings as the bytes of a calendar.

    Args:
        records: A catalogue, for its summits and then its meetings; or a collection of
            either, or any iterable of such records.
        catalog: Where the names of parties and the sources are looked up: by default
            *records* itself where it is a catalogue, else the bundled one. A catalogue
            of *records* is laid over it. What it does not hold goes by its id.
        name: What the calendar is called.

    Returns:
        An iCalendar object in UTF-8. :doc:`/how-to/calendar` says what is in an event.

    Raises:
        WrongType: something is neither a summit nor a meeting.
        DuplicateRecord: two of them have the same identity.
        MissingExtra: icalendar is not installed: ``pip install 'summitry[calendar]'``.

    Warns:
        OmissionWarning: the date of some is unknown or has no bound, so that they are
            not in the calendar.

    Example:
        >>> import summitry
        >>> summits = summitry.load().summits.of("NAM")
        >>> for line in to_ical(summits[:1]).decode().splitlines()[:8]: print(line)
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//summitry//summitry//EN
        BEGIN:VEVENT
        SUMMARY:1st Summit Conference of Heads of State or Government of Non-Align
         ed Countries
        DTSTART;VALUE=DATE:19610901
        DTEND;VALUE=DATE:19610907
    """
    return _made(records, catalog, name)


def write_ical(
    records: Catalog | Iterable[Summit | BilateralMeeting],
    path: str | os.PathLike[str],
    *,
    catalog: Catalog | None = None,
    name: str | None = None,
) -> None:
    """Write summits and meetings to a calendar file, whole or not at all.

    Args:
        records: As for :func:`to_ical`.
        path: The file; its name ends in ``.ics``, or in ``.ics.gz`` or ``.ics.zst``
            where it is to be compressed.
        catalog: As for :func:`to_ical`.
        name: As for :func:`to_ical`.

    Raises:
        FileError: the name ends otherwise, or the file cannot be written.
        WrongType: something is neither a summit nor a meeting.
        DuplicateRecord: two of them have the same identity.
        MissingExtra: icalendar is not installed: ``pip install 'summitry[calendar]'``.

    Warns:
        OmissionWarning: as for :func:`to_ical`.

    Example:
        >>> import summitry, tempfile, pathlib
        >>> file = pathlib.Path(tempfile.mkdtemp()) / "nam.ics"
        >>> write_ical(summitry.load().summits.of("NAM"), file, name="NAM summits")
        >>> file.read_bytes().count(b"BEGIN:VEVENT") > 18
        True
    """
    file = path_of(path)
    if not file.name.lower().endswith(_SUFFIXES):
        message = f"{shorten_path(file)} is no name of a calendar; expected one in .ics"
        raise FileError(message)
    replace(file, _made(records, catalog, name))


def _icalendar() -> tuple[type[Calendar], type[Event], type[vText]]:
    """Return what is needed of the package icalendar.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        from icalendar import Calendar, Event, vText  # noqa: PLC0415
    except ImportError:
        message = "a calendar"
        raise MissingExtra(message, package="icalendar", extra="calendar") from None
    return Calendar, Event, vText


def _made(
    records: Catalog | Iterable[_Met], catalog: Catalog | None, name: str | None
) -> bytes:
    """Return a calendar, with a warning at who called the caller."""
    calendar_type, event_type, text_type = _icalendar()
    calendar = calendar_type()
    calendar.add("version", "2.0")
    calendar.add("prodid", _PRODUCER)
    title = optional_text(name)
    if title is not None:
        for key in ("name", "x-wr-calname"):  # as the standard has it, as it is read
            # Of these it does not know that they are text, to be escaped.
            calendar.add(key, text_type(title.translate(_LINE_ENDS)))
    chosen = _chosen(records)
    writer = _Writer(event_type, context_of(records, catalog))
    undated: list[_Met] = []
    for record in chosen:
        days = _days(record)
        if days is None:
            undated.append(record)
        else:
            calendar.add_component(writer.event(record, *days))
    if undated:
        names = ", ".join(record.id for record in undated)
        message = (
            "not in the calendar, for they may have been on any day: "
            f"{names if len(undated) <= _LISTED else shorten(names)}"
        )
        warnings.warn(OmissionWarning(message, records=undated), stacklevel=3)
    made: bytes = calendar.to_ical()
    return made


def _chosen(records: Catalog | Iterable[_Met]) -> list[_Met]:
    """Return the records to write, each an event that no other is.

    Raises:
        WrongType: something is neither a summit nor a meeting.
        DuplicateRecord: two have the same identity.
    """
    if isinstance(records, Catalog):
        return [*records.summits, *records.meetings]
    chosen = list(items(records, "summits and meetings"))
    for record in chosen:
        if not isinstance(record, _Met):
            raise mistyped(record, "a Summit or a BilateralMeeting")
    Catalog(chosen)  # which refuses two of one identity
    return chosen


def _days(record: _Met) -> tuple[date, date] | None:
    """Return the first and the last day that a record can mean, if both have a bound."""
    first, last = record.period.earliest, record.period.latest
    return None if first == date.min or last == date.max else (first, last)


def _uid(record: type[_Met], key: str) -> str:
    """Return what an event is recognized by when the calendar is read again.

    Of summits and meetings, each knows only its own ids; hence the type.
    """
    return f"{record.type_name.replace('_', '-')}.{key}@summitry"


class _Writer:
    """Makes events, and knows the names of what records mention by id.

    Args:
        event: The class of events.
        catalog: Where names and sources are looked up.
    """

    def __init__(self, event: type[Event], catalog: Catalog) -> None:
        self._event = event
        self._catalog = catalog

    def event(self, record: _Met, first: date, last: date) -> Event:
        """Return the event of a record that takes place between two days."""
        made = self._event()
        sources = list(self._catalog.sources_of(record))
        summary = self._summary(record)
        if record.happened is Happened.POSTPONED:
            summary += " (postponed)"
        if first != last and not _exact(record):
            made.add("transp", "TRANSPARENT")
            summary += f" (some time {_when(first, last)})"
        made.add("uid", _uid(type(record), record.id))
        made.add("dtstamp", self._stamp(sources))
        made.add("dtstart", first)
        made.add("dtend", last + timedelta(days=1))  # the first day after it
        made.add("summary", summary.translate(_LINE_ENDS))
        made.add("status", _STATUSES[record.happened])
        if record.place is not None and (location := self._place(record.place)):
            made.add("location", location.translate(_LINE_ENDS))
        lines = self._description(record, sources)
        made.add("description", "\n".join(lines).translate(_LINE_ENDS))
        if isinstance(record, Summit):
            kind = record.kind.value.replace("_", " ")
            made.add("categories", [*record.organizations, f"{kind} summit"])
        else:
            made.add("categories", ["bilateral meeting"])
            if record.sidelines_of is not None:
                parent = _uid(Summit, record.sidelines_of)
                made.add("related-to", parent, parameters={"RELTYPE": "PARENT"})
        if addresses := [source.url for source in sources if source.url]:
            made.add("url", addresses[0])
        return made

    def _stamp(self, sources: list[Source]) -> datetime:
        """Return when what an event says was last looked into.

        It is the last day on which one of its sources was consulted, else the date of
        the catalogue: a moment of writing would make the same records differ.
        """
        consulted = [source.consulted for source in sources if source.consulted]
        known = max(
            (day.earliest for day in consulted if day.earliest != date.min), default=None
        )
        as_of = self._catalog.as_of
        if known is None and as_of is not None and as_of.earliest != date.min:
            known = as_of.earliest
        if known is None:
            return _EPOCH
        return datetime(known.year, known.month, known.day, tzinfo=UTC)

    def _summary(self, record: _Met) -> str:
        if isinstance(record, Summit):
            return record.name
        return " – ".join(
            delegation.organization or self._party(delegation)
            for delegation in record.delegations
        )

    def _description(self, record: _Met, sources: list[Source]) -> Iterator[str]:
        if isinstance(record, Summit):
            yield from _listed("Of", map(self._organization, record.organizations))
            if record.chair is not None:
                yield f"Chair: {self._delegation(record.chair)}"
        elif record.format is not None:
            yield f"Format: {record.format.value.replace('_', ' ')}"
        if record.modality is not Modality.IN_PERSON:
            yield f"Modality: {record.modality.value}"
        yield f"Date: {_written(record)}"
        yield from _listed("Delegations", map(self._delegation, record.delegations))
        yield from _listed("Topics", record.topics)
        yield from _listed("Outcomes", map(_outcome, record.outcomes))
        if record.note is not None:
            yield f"Note: {record.note}"
        held = {source.id for source in sources}
        unknown = (each for each in record.sources if each not in held)
        yield from _listed("Sources", [*map(_source, sources), *unknown])

    def _delegation(self, delegation: Delegation) -> str:
        persons = "; ".join(
            f"{person.name} ({person.post})" if person.post else person.name
            for person in delegation.representatives
        )
        party = self._party(delegation)
        return f"{party}: {persons}" if persons else party

    def _party(self, delegation: Delegation) -> str:
        try:
            return self._catalog.party_of(delegation).name
        except NotFound:
            return delegation.party

    def _organization(self, key: str) -> str:
        organization = self._catalog.organizations.get(key)
        return key if organization is None else organization.name

    def _place(self, place: Place) -> str:
        state = self._catalog.states[place.state].name if place.state else None
        return ", ".join(part for part in (place.city, state) if part)


def _exact(record: _Met) -> bool:
    """Whether each end that is given is known to the day."""
    return all(day.is_exact for day in (record.since, record.until) if day is not None)


def _when(first: date, last: date) -> str:
    """Say of a stretch of days that something was on one or some of them."""
    whole = PartialDate.between(first, last)
    if whole.precision is Precision.RANGE:
        return f"between {first} and {last}"
    return f"in {whole}"


def _written(record: _Met) -> str:
    """Return the dates of a record as EDTF text."""
    return f"{record.since}/{record.until}" if record.until else str(record.since)


def _listed(heading: str, entries: Iterable[str]) -> Iterator[str]:
    """Yield a heading with one entry beside it, or with several beneath it."""
    found = list(entries)
    if len(found) == 1:
        yield f"{heading}: {found[0]}"
    elif found:
        yield f"{heading}:"
        yield from (f"- {entry}" for entry in found)


def _outcome(outcome: Outcome) -> str:
    facts = ", ".join(str(fact) for fact in (outcome.kind, outcome.date) if fact)
    said = f"{outcome.title} ({facts})" if facts else outcome.title
    return f"{said} <{outcome.url}>" if outcome.url else said


def _source(source: Source) -> str:
    said = f"{source.title}, {source.publisher}" if source.publisher else source.title
    return f"{said} <{source.url}>" if source.url else said
