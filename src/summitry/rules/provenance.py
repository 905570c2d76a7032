"""Rules of provenance: where each fact was read, and whether it can have been."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from summitry.errors import Severity
from summitry.model import Happened
from summitry.values import Answer

from .facts import earlier, when
from .rule import Finding, FoundElsewhere, Rule


if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from summitry.model import (
        Appointment,
        BilateralMeeting,
        Chairmanship,
        Membership,
        Organization,
        Source,
        Summit,
    )
    from summitry.values import PartialDate, Record

    from .facts import Dated, Facts

    _Begun: TypeAlias = (
        Organization | Membership | Chairmanship | Appointment | Summit | BilateralMeeting
    )


class Unsourced(Rule):
    """A record names no source.

    Why:
        A reader cannot tell a fact from a guess, and the next editor cannot check it.

    Example:
        >>> from summitry import Catalog, Organization
        >>> body = Organization(id="NC", name="Nordic Council", since="1952")
        >>> print(Catalog([body]).check()[0])
        SMT501 organizations[0].sources: this organization names no source

    What to do:
        Add a ``Source`` for what was really consulted, and name its id.
    """

    code = "SMT501"
    name = "unsourced"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for record in facts.sourced:
            if not record.sources:
                noun = record.type_name.replace("_", " ")
                yield Finding(record, "sources", f"this {noun} names no source")


class UnusedSource(Rule):
    """No record names a source.

    Why:
        Either what it says is not here yet, or the record that rests on it forgot to
        name it, or names another by mistake.

    Example:
        >>> from summitry import Catalog, Source
        >>> source = Source(id="charter", title="Charter", url="https://example.org/")
        >>> print(Catalog([source]).check(select=["SMT502"])[0])
        SMT502 sources[0]: no record names this source

    What to do:
        Name it where it was used, or take it out.
    """

    code = "SMT502"
    name = "unused-source"
    severity = Severity.WARNING
    misses_records = True

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        named = set(chain.from_iterable([record.sources for record in facts.sourced]))
        unnamed = [each for key, each in facts.sources.items() if key not in named]
        if unnamed:
            # The bundled states are no records, and their sources are in the catalogue.
            states = facts.states.values()
            named = set(chain.from_iterable([state.sources for state in states]))
            for source in unnamed:
                if source.id not in named:
                    yield Finding(source, "", "no record names this source", source.id)


class ConsultedBeforePublished(Rule):
    """A source was consulted before it was published.

    Why:
        Nobody could have read it. Often the date of a later edition was taken, or the
        two dates have changed places.

    Example:
        >>> from summitry import Catalog, Source
        >>> source = Source(id="charter", title="Charter", url="https://example.org/",
        ...                 published="2024-05", consulted="2023-11-02")
        >>> print(Catalog([source]).check(select=["SMT503"])[0])
        SMT503 sources[0].consulted: consulted on 2023-11-02, and published in 2024-05

    What to do:
        Correct whichever date is wrong: of a page that changes, ``published`` is the date
        of the state that was read.
    """

    code = "SMT503"
    name = "consulted-before-published"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for source in facts.sources.values():
            published, consulted = source.published, source.consulted
            if published is None or consulted is None:
                continue
            if consulted.first_ordinal < published.last_ordinal:
                answer = earlier(consulted, published)
                if facts.wants(answer):
                    message = (
                        f"consulted {when(consulted)}, and published {when(published)}"
                    )
                    certain = answer is Answer.CERTAIN
                    yield Finding(
                        source, "consulted", message, consulted, certain=certain
                    )


class SourceTooEarly(Rule):
    """Every source of a record is older than what it is cited for.

    Why:
        What was published before an event can announce it, and cannot say that it took
        place. Where a source has no date of publication, nothing after the day on which
        it was consulted stands in it. Often a digit of the year is wrong, or the source
        that told of the event was not added.

    Example:
        >>> from summitry import Catalog, MemberState, Source
        >>> source = Source(id="charter", title="Charter", published="1952-02")
        >>> late = MemberState(organization="NC", state="FIN", since="1955-10-28",
        ...                    sources=["charter"])
        >>> print(Catalog([source, late]).check(select=["SMT504"])[0])
        SMT504 member_states[0].since: begins on 1955-10-28, and the latest of its sources, charter, was published in 1952-02

    What to do:
        Correct the date that is wrong, or add a source of afterwards. A meeting that is
        only announced is ``planned``.
    """

    code = "SMT504"
    name = "source-too-early"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        dates = {key: _known(source) for key, source in facts.sources.items()}
        possible = facts.possible
        last = {
            key: date.first_ordinal if possible else date.last_ordinal
            for key, date in dates.items()
            if date is not None
        }
        if not last:
            return
        for record in _begun(facts):
            since = record.since
            if since is None or not record.sources:
                continue
            begun = (since.last_ordinal if possible else since.first_ordinal) - _A_DAY
            for key in record.sources:
                if last.get(key, begun) >= begun:
                    break
            else:
                yield self._finding(facts, record, since, dates)

    @staticmethod
    def _finding(
        facts: Facts,
        record: _Begun,
        since: PartialDate,
        dates: dict[str, PartialDate | None],
    ) -> Finding:
        known = {key: date for key in record.sources if (date := dates[key]) is not None}
        latest = max(known, key=lambda key: known[key].last_ordinal)
        certain = known[latest].last_ordinal < since.first_ordinal - _A_DAY
        source = facts.sources[latest]
        read = "consulted" if source.published is None else "published"
        message = (
            f"begins {when(since)}, and the latest of its sources, {latest}, was {read} "
            f"{when(known[latest])}"
        )
        return Finding(record, "since", message, since, (source,), certain)


class DefaultDay(Rule):
    """Most spells in an organization begin on the first of January, in several years.

    Why:
        A list of years, put where days belong, turns every year into its first day. The
        year is then all that is known. Some bodies do admit members at the turn of the
        year.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> years = {"DNK": 1952, "ISL": 1953, "NOR": 1954, "SWE": 1955, "FIN": 1956}
        >>> spells = [MemberState(organization="NC", state=state, since=f"{year}-01-01")
        ...           for state, year in years.items()]
        >>> print(Catalog(spells).check(select=["SMT506"])[0])
        SMT506 member_states[0].since: of 5 spells in NC that begin on a known day, 5 begin on 1 January, in 5 different years

    What to do:
        Write the year alone where the source gives no day. Where the days are right, the
        organization can say that it expects this.
    """

    code = "SMT506"
    name = "default-day"
    severity = Severity.NOTE

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for key, spells in facts.spells_of.items():
            if len(spells) < _SPELLS:
                continue
            days = [e.spell.since.text for e in spells if e.spell.since is not None]
            new_years = [day for day in days if day.endswith(_NEW_YEAR)]
            years = len(set(new_years))
            if len(new_years) < _SPELLS or years < _YEARS:
                continue
            exact = sum(
                e.spell.since is not None and e.spell.since.is_exact for e in spells
            )
            if 2 * len(new_years) > exact:
                message = (
                    f"of {exact} spells in {key} that begin on a known day, "
                    f"{len(new_years)} begin on 1 January, in {years} different years"
                )
                yield self._finding(facts, key, message, spells)

    @staticmethod
    def _finding(facts: Facts, key: str, message: str, spells: list[Dated]) -> Finding:
        padded = tuple(
            e.spell
            for e in spells
            if e.spell.since is not None and e.spell.since.text.endswith(_NEW_YEAR)
        )
        body = facts.organizations.get(key)
        if body is None:
            return Finding(padded[0], "since", message, others=padded[1:])
        return Finding(body, "", message, others=padded)


class UnfindableSource(Rule):
    """A source has neither an address nor a publisher.

    Why:
        A reader has only its title to look for it by.

    Example:
        >>> from summitry import Catalog, Source
        >>> source = Source(id="charter", title="Charter")
        >>> print(Catalog([source]).check(select=["SMT507"])[0])
        SMT507 sources[0]: neither url nor publisher says where it can be found

    What to do:
        Add who published it, and the address if there is one.
    """

    code = "SMT507"
    name = "unfindable-source"
    severity = Severity.NOTE

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for source in facts.sources.values():
            if source.url is None and source.publisher is None:
                message = "neither url nor publisher says where it can be found"
                yield Finding(source, "", message, source.id)


class UnexplainedDoubt(Rule):
    """A date is marked as uncertain, and no note says why.

    Why:
        A reader cannot tell whether sources disagree, or one of them is not to be
        trusted, and the next editor cannot settle it.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> spell = MemberState(organization="NC", state="FIN", since="1955?")
        >>> print(Catalog([spell]).check(select=["SMT508"])[0])
        SMT508 member_states[0].since: 1955? is uncertain, and no note says why

    What to do:
        Say in the note what speaks for the date, and what against it.
    """

    code = "SMT508"
    name = "unexplained-doubt"
    severity = Severity.NOTE

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for record in _dated(facts):
            if record.note is None:
                for field, date in (("since", record.since), ("until", record.until)):
                    if date is not None and date.text[-1] in _DOUBT:
                        message = f"{date} is uncertain, and no note says why"
                        yield Finding(record, field, message, date)


class IdleExpectation(FoundElsewhere):
    """A record expects a problem that does not come.

    Why:
        What was wrong has been put right since, and what was expected would now hide the
        next mistake.

    Example:
        >>> from summitry import Catalog, Expectation, Source
        >>> source = Source(id="charter", title="Charter", url="https://example.org/",
        ...     expected=[Expectation(rule="SMT301", reason="early days")])
        >>> print(Catalog([source]).check(ignore=["SMT502"])[0])
        SMT511 sources[0].expected[0]: SMT301 is expected and does not come

    What to do:
        Take the expectation out.
    """

    code = "SMT511"
    name = "idle-expectation"
    severity = Severity.WARNING
    misses_records = True

    @staticmethod
    def finding(record: Record, field: str, message: str, code: str) -> Finding:
        """Say that an expectation is idle."""
        return Finding(record, field, message, code)


_A_DAY = 1
"""Where an event is reported, it may still be the day before."""

_SPELLS = 5
"""So many spells must begin on the first of January …"""

_YEARS = 4
"""… in so many years, before that is no accident."""

_NEW_YEAR = "-01-01"

_DOUBT = "?%"


def _known(source: Source) -> PartialDate | None:
    """Return the date of the last that a source can know."""
    return source.consulted if source.published is None else source.published


def _dated(facts: Facts) -> list[_Begun]:
    """Return every record that holds for a time."""
    return [
        *facts.organizations.values(),
        *facts.memberships,
        *facts.chairmanships,
        *facts.appointments,
        *facts.summits,
        *facts.meetings,
    ]


def _begun(facts: Facts) -> list[_Begun]:
    """Return those of them of which it is said that they began."""
    held = Happened.HELD
    return [
        *facts.organizations.values(),
        *facts.memberships,
        *facts.chairmanships,
        *facts.appointments,
        *[each for each in facts.summits if each.happened is held],
        *[each for each in facts.meetings if each.happened is held],
    ]


RULES: tuple[type[Rule], ...] = (
    Unsourced,
    UnusedSource,
    ConsultedBeforePublished,
    SourceTooEarly,
    DefaultDay,
    UnfindableSource,
    UnexplainedDoubt,
    IdleExpectation,
)
