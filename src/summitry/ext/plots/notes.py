"""What a chart says of its records: where they come from, and for which time they are whole."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeAlias

from summitry.catalog import Catalog
from summitry.catalog.display import one_line
from summitry.errors import InvalidValue, WrongType, shorten
from summitry.values.partial_date import FIRST_DAY, LAST_DAY


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summitry.catalog.catalog import Sourced
    from summitry.catalog.collection import Collection
    from summitry.catalog.context import Context
    from summitry.model import CoverageOf, Meeting
    from summitry.values import PartialDate, Spell

    Dated: TypeAlias = Spell | Meeting


_NAMED = 6
"""How many publishers are named before the others are only counted."""


_TITLED = 4
"""How many organizations a title names."""


def need(records: object, kind: type[Collection[Any]], call: str) -> None:
    """Raise unless there are records of a kind to be drawn.

    Args:
        records: What a user gave.
        kind: The collection that was expected.
        call: How to get one, for the message.

    Raises:
        WrongType: it is something else.
        InvalidValue: it is empty.
    """
    if not isinstance(records, kind):
        message = f"{shorten(records)} cannot be drawn here: give {call}"
        raise WrongType(message, value=records)
    if not records:
        message = f"there is no {kind.noun} to draw: the collection is empty"
        raise InvalidValue(message, value=records)


def need_catalog(world: object) -> None:
    """Raise unless there is a catalogue to be drawn from.

    Raises:
        WrongType: it is something else.
    """
    if not isinstance(world, Catalog):
        message = f"{shorten(world)} is no catalogue: give summitry.load()"
        raise WrongType(message, value=world)


def limited(count: int, most: int, what: str, how: str) -> None:
    """Raise if there is more than a picture can show.

    Raises:
        InvalidValue: saying how to choose.
    """
    if count > most:
        message = f"{count:,} {what} are more than one picture shows ({most}): {how}"
        raise InvalidValue(message, value=count)


def source_line(context: Context, records: Iterable[Sourced]) -> str:
    """Return who published what the records come from, the most cited first."""
    cited = Counter(chain.from_iterable(record.sources for record in records))
    publishers: Counter[str] = Counter()
    for key, times in cited.items():
        source = context.source(key)
        if source is not None:
            publishers[one_line(source.publisher or source.title)] += times
    as_of = "" if context.as_of is None else f" Records as of {context.as_of}."
    if not publishers:
        return f"The records name no sources.{as_of}"
    ranked = sorted(publishers, key=lambda name: (-publishers[name], name))
    more = len(ranked) - _NAMED
    # One that would only be counted might as well be named.
    named = ranked if more <= 1 else ranked[:_NAMED]
    others = f"; and {more} more" if more > 1 else ""
    return f"Sources: {'; '.join(named)}{others}.{as_of}"


def coverage_sentence(context: Context, bodies: Sequence[str], kind: CoverageOf) -> str:
    """Return for which time the records of a kind are believed complete."""
    said = []
    for key in bodies:
        organization = context.organizations.get(key)
        periods = (
            []
            if organization is None
            else [
                _period(each.since, each.until)
                for each in organization.coverage
                if each.of is kind
            ]
        )
        of = f" of {one_line(key)}" if len(bodies) > 1 else ""
        what = f"{kind.value.capitalize()}{of}"
        said.append(
            f"{what}: complete {' and '.join(periods)}."
            if periods
            else f"{what}: not known to be complete."
        )
    return " ".join(said)


def uncovered(
    context: Context, body: str, kind: CoverageOf, domain: tuple[int, int]
) -> list[tuple[int, int]]:
    """Return the stretches of time for which the records are not known to be complete."""
    organization = context.organizations.get(body)
    first, last = domain
    today = LAST_DAY if context.as_of is None else context.as_of.last_ordinal
    covered = sorted(
        (
            FIRST_DAY if each.since is None else each.since.first_ordinal,
            today if each.until is None else each.until.last_ordinal,
        )
        for each in (() if organization is None else organization.coverage)
        if each.of is kind
    )
    if organization is not None and organization.since is not None:
        # Before it was founded nobody belonged, and that is known.
        first = max(first, organization.since.first_ordinal)
    gaps = []
    for since, until in covered:
        if first < min(since, last):
            gaps.append((first, min(since, last)))
        first = max(first, until)
    if first < last:
        gaps.append((first, last))
    return gaps


def span(context: Context, spells: Iterable[Spell]) -> tuple[int, int] | None:
    """Return the first and the last day of a picture of spells.

    It ends on the catalogue's date, or where records reach beyond it or there is none, on
    the last day that they name.

    Returns:
        Ordinals; ``None`` where the records name no day at all.
    """
    found = days(spells)
    if found is None:
        return None
    first, last = found
    if context.as_of is not None:
        last = max(last, context.still)
    return first, max(last, first + 1)


def days(dated: Iterable[Dated]) -> tuple[int, int] | None:
    """Return the first and the last day that records name, as ordinals, if they name any."""
    ends = [
        end
        for record in dated
        for known in (record.since, record.until)
        if known is not None
        for end in (known.first_ordinal, known.last_ordinal)
        if FIRST_DAY < end < LAST_DAY
    ]
    return (min(ends), max(ends)) if ends else None


def dated(day: PartialDate | None, otherwise: str) -> str:
    """Return a date as people read it."""
    return otherwise if day is None else "unknown" if str(day) == "XXXX" else str(day)


def when(spell: Spell) -> str:
    """Return the time of a spell as people read it."""
    if spell.since is None and spell.until is None:
        return "dates not recorded"
    if spell.until is None:
        return f"since {dated(spell.since, '')}"
    return f"{dated(spell.since, '…')} to {dated(spell.until, '')}"


def when_held(meeting: Meeting) -> str:
    """Return the days of a meeting as people read them."""
    if meeting.until is None or meeting.until == meeting.since:
        return dated(meeting.since, "date not recorded")
    return f"{dated(meeting.since, '…')} to {dated(meeting.until, '')}"


def name_of(context: Context, body: str) -> str:
    """Return the name of an organization, or its id if no more is known."""
    organization = context.organizations.get(body)
    return one_line(body if organization is None else organization.name, 90)


def remarks(*remarks: tuple[bool, str]) -> str:
    """Return those sentences that are so, to be read one after the other."""
    return " ".join(sentence for so, sentence in remarks if so)


def years(domain: tuple[int, int]) -> str:
    """Return the first and the last year of a stretch of days."""
    first, last = (date.fromordinal(day).year for day in domain)
    return f"{first}–{last}"


def several(bodies: Sequence[str]) -> str:
    """Return the ids of several organizations, for a title."""
    more = ", …" if len(bodies) > _TITLED else ""
    return ", ".join(one_line(body, 20) for body in bodies[:_TITLED]) + more


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return a number with its noun."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def _period(since: PartialDate | None, until: PartialDate | None) -> str:
    if since is None and until is None:
        return "throughout"
    if until is None:
        return f"from {since}"
    return f"to {until}" if since is None else f"{since} to {until}"
