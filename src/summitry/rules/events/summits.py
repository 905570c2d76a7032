"""Rules of summits: whose they are, when, where and under whom."""

from __future__ import annotations

import heapq
import re

from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from summitry.errors import Severity, shorten
from summitry.model import Happened, Modality, Summit, SummitKind
from summitry.rules.facts import when
from summitry.rules.rule import Finding, Rule
from summitry.values.partial_date import LAST_DAY
from summitry.values.text import normalize


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summitry.model import Organization
    from summitry.model.meeting import Meeting
    from summitry.rules.facts import Facts, Gathering


# -- the body ------------------------------------------------------------------------


class SummitOutsideLife(Rule):
    """A summit ended before its organization was founded, or began after its end.

    Why:
        It was a summit of another body, often of the predecessor, or one of the dates is
        wrong. The conference that founds a body can be before the entry into force of
        its charter: nothing is said of an ordinary or extraordinary summit that bears no
        number, or the number 1, and ended less than a year before the founding.

    Example:
        >>> from summitry import Catalog, Organization, Summit
        >>> body = Organization(id="AU", name="African Union", since="2002-07-09")
        >>> summit = Summit(id="au-2001", organizations=["AU"], name="37th Assembly",
        ...                 number=37, since="2001-07-09", until="2001-07-11")
        >>> print(Catalog([body, summit]).check(select=["SMT401"])[0])
        SMT401 summits[0].since: this summit of AU was held for 2001-07-09/2001-07-11, and AU was founded on 2002-07-09

    What to do:
        Correct whichever date is wrong, or name the body whose summit it was. A meeting
        that prepared the founding may expect the warning.
    """

    code = "SMT401"
    name = "summit-outside-life"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for each in facts.gatherings:
            summit = each.meeting
            if not isinstance(summit, Summit) or summit.happened in OFF:
                continue
            for key in summit.organizations:
                body = facts.organizations.get(key)
                if body is not None:
                    yield from self._of(body, summit, each, facts)

    @staticmethod
    def _of(
        body: Organization, summit: Summit, each: Gathering, facts: Facts
    ) -> Iterator[Finding]:
        if body.since is not None:
            grace = _YEAR if _founding(summit) else 0
            certain = each.last < body.since.first_ordinal - grace
            perhaps = each.sure_last < body.since.last_ordinal - grace
            if certain or (facts.possible and perhaps):
                message = f"{_held(summit, body)} was founded {when(body.since)}"
                yield Finding(summit, "since", message, summit.since, (body,), certain)
            if certain:
                return
        if body.until is not None:
            certain = each.first > body.until.last_ordinal
            perhaps = each.sure_first > body.until.first_ordinal
            if certain or (facts.possible and perhaps):
                message = f"{_held(summit, body)} ended {when(body.until)}"
                yield Finding(summit, "since", message, summit.since, (body,), certain)


# -- the host and the place ----------------------------------------------------------


class HostNotThere(Rule):
    """The host of a summit is a state that did not exist at the time.

    Why:
        The code is that of a predecessor or a successor: the host in Belgrade in 1961
        was Yugoslavia, not Serbia. Nothing is said of a territory, nor of a country
        before its independence, unless it was part of a state that it succeeded.

    Example:
        >>> from summitry import Catalog, Summit
        >>> summit = Summit(id="nam-1961", organizations=["NAM"], name="1st Summit",
        ...                 since="1961-09-01", until="1961-09-06", host="SRB")
        >>> print(Catalog([summit]).check(select=["SMT402"])[0])
        SMT402 summits[0].host: SRB was the host for 1961-09-01/1961-09-06, and existed for 1878-07-13/1918-11 and 2006-06-03/..; YUG was there then

    What to do:
        Give the code of the state that was there, or correct the date.
    """

    code = "SMT402"
    name = "host-not-there"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for each in facts.gatherings:
            summit = each.meeting
            if (
                isinstance(summit, Summit)
                and summit.host is not None
                and summit.happened not in OFF
            ):
                absence = absence_of(summit.host, each, facts)
                if absence is not None:
                    message = (
                        f"{summit.host} {tense(summit)} the host {during(summit)}, and "
                        f"{absence.existed}"
                    )
                    yield Finding(
                        summit, "host", message, summit.host, (), absence.certain
                    )


class PlaceNotThere(Rule):
    """A place is said to be in a state that did not exist at the time.

    Why:
        A place has the code of the state in which it then was: Almaty was in the Soviet
        Union in 1978. Nothing is said of a territory, nor of a country before its
        independence, unless it was part of a state that it succeeded.

    Example:
        >>> from summitry import Catalog, Place, Summit
        >>> almaty = Place(city="Almaty", state="KAZ")
        >>> summit = Summit(id="alma-ata", organizations=["WHO"], name="Conference",
        ...                 since="1978-09-06", until="1978-09-12", place=almaty)
        >>> print(Catalog([summit]).check(select=["SMT403"])[0])
        SMT403 summits[0].place.state: the place was in KAZ for 1978-09-06/1978-09-12, and KAZ existed for 1991-12-16/..; SUN was there then

    What to do:
        Give the code of the state that was there, or correct the date.
    """

    code = "SMT403"
    name = "place-not-there"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for each in facts.gatherings:
            meeting = each.meeting
            place = meeting.place
            if place is None or place.state is None or meeting.happened in OFF:
                continue
            absence = absence_of(place.state, each, facts)
            if absence is not None:
                message = (
                    f"the place {tense(meeting)} in {place.state} {during(meeting)}, and "
                    f"{place.state} {absence.existed}"
                )
                yield Finding(
                    meeting, "place.state", message, place.state, (), absence.certain
                )


class HostElsewhere(Rule):
    """The host of a summit is another state than the one in which it was held.

    Why:
        The host mostly receives the others at home. The place may be that of the summit
        before; or the host presided elsewhere, as at the United Nations, and received
        nobody. A territory of the host is at home.

    Example:
        >>> from summitry import Catalog, Place, Summit
        >>> summit = Summit(id="nam-2003", organizations=["NAM"], name="13th Summit",
        ...                 since="2003-02-20", until="2003-02-25", host="MYS",
        ...                 place=Place(city="Durban", state="ZAF"))
        >>> print(Catalog([summit]).check(select=["SMT404"])[0])
        SMT404 summits[0].host: MYS was the host, and the place was in ZAF

    What to do:
        Correct the host or the place. Where the host did receive the others abroad, let
        the record expect the warning.
    """

    code = "SMT404"
    name = "host-elsewhere"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for summit in facts.summits:
            if summit.host is None or summit.place is None or summit.place.state is None:
                continue
            there = summit.place.state
            if there == summit.host or summit.modality is Modality.VIRTUAL:
                continue
            if not one_country(there, summit.host, facts):
                was = tense(summit)
                message = f"{summit.host} {was} the host, and the place {was} in {there}"
                yield Finding(summit, "host", message, summit.host)


# -- the series ----------------------------------------------------------------------


class NumbersOutOfOrder(Rule):
    """A summit was held before another of its series that bears a lower number.

    Why:
        A number or a date is wrong. Summits are of one series if they are of the same
        organizations and the same kind; below the summit level also the names must be
        alike but for the numbers, since ministers of several departments meet. Where an
        organization holds summits of different names side by side, each name is a series.

    Example:
        >>> from summitry import Catalog, Summit
        >>> def summit(number, since):
        ...     return Summit(id=f"nam-{number}", organizations=["NAM"], number=number,
        ...                   name=f"Summit {number}", since=since)
        >>> report = Catalog([summit(2, "1964-10-05"), summit(3, "1960-09-08")]).check()
        >>> print(report.where(code="SMT405")[0])
        SMT405 summits[1].number: number 3 was held on 1960-09-08, and nam-2, number 2, on 1964-10-05

    What to do:
        Correct the number or the date of either.
    """

    code = "SMT405"
    name = "numbers-out-of-order"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for summits in _numbered(facts.summits):
            # Where all are in order, whatever the series, nobody need ask for the series.
            if next(self._in(summits, possible=facts.possible), None) is not None:
                for series in _series(summits):
                    yield from self._in(series, possible=facts.possible)

    @staticmethod
    def _in(summits: list[_Numbered], *, possible: bool) -> Iterator[Finding]:
        dated = [
            each
            for each in summits
            if each.summit.since is not None and each.summit.happened is Happened.HELD
        ]
        dated.sort(key=attrgetter("number", "first", "last"))
        latest: _Numbered | None = None
        for each in dated:
            certain = latest is not None and each.last < latest.first
            if (
                latest is not None
                and each.number > latest.number
                and (certain or (possible and each.first < latest.last))
            ):
                summit, other = each.summit, latest.summit
                message = (
                    f"number {each.number} was held {during(summit)}, and {other.id}, "
                    f"number {latest.number}, {during(other)}"
                )
                yield Finding(summit, "number", message, each.number, (other,), certain)
            # What is certainly out of order is compared with one other only, lest one
            # wrong date is reported again and again.
            if latest is None or certain or each.first >= latest.first:
                latest = each


class NumberTwice(Rule):
    """Two summits of one series bear the same number.

    Why:
        One of the numbers is wrong, or the summit stands twice, under two ids. What a
        series is, SMT405 says. Postponed and cancelled summits may leave their number to
        the next.

    Example:
        >>> from summitry import Catalog, Summit
        >>> def summit(year):
        ...     return Summit(id=f"nam-{year}", organizations=["NAM"], number=18,
        ...                   name="18th Summit", since=year)
        >>> report = Catalog([summit("2016"), summit("2019")]).check()
        >>> print(report.where(code="SMT406")[0])
        SMT406 summits[1].number: nam-2016 (in 2016) is number 18 too

    What to do:
        Correct the number, or take one of the records out. Of a summit held in two parts,
        let one record expect the warning.
    """

    code = "SMT406"
    name = "number-twice"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for summits in _numbered(facts.summits):
            if len({each.number for each in summits}) < len(summits):
                for series in _series(summits):
                    yield from self._in(series)

    @staticmethod
    def _in(series: list[_Numbered]) -> Iterator[Finding]:
        bearers: dict[int, Summit] = {}
        for number, summit, *_ in series:
            bearer = bearers.setdefault(number, summit)
            if bearer is not summit:
                held = "" if bearer.since is None else f" ({when(bearer.since)})"
                message = f"{bearer.id}{held} is number {number} too"
                yield Finding(summit, "number", message, number, (bearer,))


class TwoSummitsAtOnce(Rule):
    """Two summits of one name were held at the same time in different cities.

    Why:
        The dates of one were taken over from the other, or one summit stands twice, with
        two places. They are compared if they are of the same organizations and the same
        kind, and their names are alike but for the numbers and the cities.

    Example:
        >>> from summitry import Catalog, Place, Summit
        >>> def summit(number, city, state):
        ...     return Summit(id=f"nam-{number}", organizations=["NAM"], number=number,
        ...                   name=f"Summit {number}", since="1961-09-01",
        ...                   until="1961-09-06", place=Place(city=city, state=state))
        >>> report = Catalog([summit(1, "Belgrade", "YUG"), summit(2, "Cairo", "EGY")]).check()
        >>> print(report.where(code="SMT407")[0])
        SMT407 summits[1].since: this was held in Cairo for 1961-09-01/1961-09-06, and nam-1 in Belgrade for 1961-09-01/1961-09-06

    What to do:
        Correct the dates or the place of either, or take one of the records out.
    """

    code = "SMT407"
    name = "two-summits-at-once"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        kin: dict[object, list[_Placed]] = {}
        for each in facts.gatherings:
            summit = each.meeting
            if (
                isinstance(summit, Summit)
                and summit.happened is Happened.HELD
                and summit.place is not None
                and summit.place.city is not None
            ):
                placed = _Placed(*each[1:], summit, summit.place.city)
                kin.setdefault(_kin(summit), []).append(placed)
        for summits in kin.values():
            # Of two at the same time the later id is told, whatever their order is.
            summits.sort(key=lambda each: (*each[:4], each.summit.id))
            # Where none touches the next, whatever their names, names need not be asked.
            if any(one.first <= other.last for other, one in pairwise(summits)):
                for alike in self._of_one_name(summits):
                    yield from self._at_once(alike, possible=facts.possible)

    @staticmethod
    def _of_one_name(summits: list[_Placed]) -> Iterable[list[_Placed]]:
        alike: dict[frozenset[str], list[_Placed]] = {}
        for each in summits:
            words = _words(each.summit.name).difference(normalize(each.city).split())
            alike.setdefault(words, []).append(each)
        return alike.values()

    @staticmethod
    def _at_once(summits: list[_Placed], *, possible: bool) -> Iterator[Finding]:
        longest, *rest = summits
        for each in rest:
            certain = (
                each.sure_first <= longest.sure_last
                and longest.sure_first <= each.sure_last
            )
            if (certain or (possible and each.first <= longest.last)) and not same_city(
                each.city, longest.city
            ):
                one, other = each.summit, longest.summit
                message = (
                    f"this was held in {each.city} {during(one)}, and {other.id} in "
                    f"{longest.city} {during(other)}"
                )
                yield Finding(one, "since", message, one.since, (other,), certain)
            if each.last > longest.last:
                longest = each


# -- what became of it ---------------------------------------------------------------


class HeldInTheFuture(Rule):
    """A meeting is said to have been held on a day after the date of the catalogue.

    Why:
        Of what is to come one can know that it is planned, not that it was held. The
        word ``held`` is the default, and was perhaps never chosen; or the date of the
        catalogue was not brought up to date when the record was added.

    Example:
        >>> from summitry import Catalog, Summit
        >>> summit = Summit(id="cica-2026", organizations=["CICA"], name="7th Summit",
        ...                 since="2026-10")
        >>> print(Catalog([summit], as_of="2025-08").check(select=["SMT408"])[0])
        SMT408 summits[0].happened: this was held in 2026-10, and the catalogue knows what happened by 2025-08

    What to do:
        Say that it is ``planned``, or correct its date or that of the catalogue.
    """

    code = "SMT408"
    name = "held-in-the-future"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        today = facts.today
        for each in facts.gatherings:
            latest = each.sure_first if facts.possible else each.first
            if latest > today and each.meeting.happened is Happened.HELD:
                meeting = each.meeting
                message = (
                    f"this was held {during(meeting)}, and the catalogue knows what "
                    f"happened by {facts.as_of}"
                )
                certain = each.first > today
                yield Finding(meeting, "happened", message, meeting.happened, (), certain)


class PlannedInThePast(Rule):
    """A meeting is still planned, more than a month after its last day.

    Why:
        By the date of the catalogue it was held, postponed or cancelled, and the record
        was not brought up to date.

    Example:
        >>> from summitry import Catalog, Summit
        >>> summit = Summit(id="cica-2026", organizations=["CICA"], name="7th Summit",
        ...                 since="2026-10", happened="planned")
        >>> print(Catalog([summit], as_of="2027-01").check(select=["SMT409"])[0])
        SMT409 summits[0].happened: this is planned in 2026-10, and the catalogue is of 2027-01

    What to do:
        Find out what became of it, and correct ``happened`` or the date.
    """

    code = "SMT409"
    name = "planned-in-the-past"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        if facts.as_of is None:
            return
        sure = facts.still - _MONTH
        perhaps = facts.today - _MONTH
        for each in facts.gatherings:
            if each.meeting.happened is not Happened.PLANNED:
                continue
            certain = each.last < sure
            if certain or (facts.possible and each.sure_last < perhaps):
                meeting = each.meeting
                message = (
                    f"this is planned {during(meeting)}, and the catalogue is of "
                    f"{facts.as_of}"
                )
                yield Finding(meeting, "happened", message, meeting.happened, (), certain)


class UnheldWithOutcomes(Rule):
    """A meeting that was not held has outcomes.

    Why:
        What nobody attended adopts nothing. Mostly the meeting has been held since, and
        only its outcomes were added; or they are those of another.

    Example:
        >>> from summitry import Catalog, Outcome, Summit
        >>> summit = Summit(id="nam-2019", organizations=["NAM"], name="18th Summit",
        ...                 happened="postponed", outcomes=[Outcome(title="Declaration")])
        >>> print(Catalog([summit]).check(select=["SMT410"])[0])
        SMT410 summits[0].happened: this is postponed, and 'Declaration' came out of it

    What to do:
        Correct ``happened``, or give the outcomes to the meeting that adopted them. What
        was adopted in writing, in place of the meeting, may expect the warning.
    """

    code = "SMT410"
    name = "unheld-with-outcomes"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for meeting in facts.all_meetings:
            if meeting.outcomes and meeting.happened is not Happened.HELD:
                message = (
                    f"this is {meeting.happened}, and "
                    f"{shorten(meeting.outcomes[0].title)} came out of it"
                )
                yield Finding(meeting, "happened", message, meeting.happened)


# -- who and how long ----------------------------------------------------------------


class ChairNotAParticipant(Rule):
    """The party in the chair of a summit is not among those who took part.

    Why:
        Who presides is there. Perhaps the code is that of the chair before, or of a
        namesake; or the list of delegations leaves out the chair. Nothing is said of a
        chair that was the host or the organization itself, nor where the list is short,
        and is that of those whom a source happened to name.

    Example:
        >>> from summitry import Catalog, Delegation, Summit
        >>> codes = "AFG", "AZE", "CHN", "EGY", "IND", "IRN", "KAZ", "KGZ", "TJK", "TUR"
        >>> summit = Summit(id="cica-2006", organizations=["CICA"], name="2nd Summit",
        ...                 chair=Delegation(state="THA"),
        ...                 delegations=[Delegation(state=code) for code in codes])
        >>> print(Catalog([summit]).check(select=["SMT411"])[0])
        SMT411 summits[0].chair.state: THA presided, and is none of the 10 delegations

    What to do:
        Correct the chair, or add its delegation.
    """

    code = "SMT411"
    name = "chair-not-a-participant"
    severity = Severity.NOTE

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for summit in facts.summits:
            chair = summit.chair
            if (
                chair is None
                or len(summit.delegations) < LISTED
                or (chair.state is not None and chair.state == summit.host)
            ):
                continue
            there = {(d.state, d.organization) for d in summit.delegations}
            if (
                chair.state,
                chair.organization,
            ) in there or chair.organization in summit.organizations:
                continue
            field = "chair.organization" if chair.state is None else "chair.state"
            message = (
                f"{chair.party} presided, and is none of the {len(there)} delegations"
            )
            yield Finding(summit, field, message, chair.party)


class TooLong(Rule):
    """A summit lasted for more than a month, or a bilateral meeting for two weeks.

    Why:
        Mostly the month or the year of one of the days is wrong. Nothing is said of the
        meetings of senior officials: they can negotiate for years.

    Example:
        >>> from summitry import Catalog, Summit
        >>> summit = Summit(id="nam-1961", organizations=["NAM"], name="1st Summit",
        ...                 since="1961-09-01", until="1964-09-06")
        >>> print(Catalog([summit]).check(select=["SMT412"])[0])
        SMT412 summits[0].until: this lasted for 1961-09-01/1964-09-06, more than 31 days

    What to do:
        Correct the wrong day. Of sessions far apart, give each a record.
    """

    code = "SMT412"
    name = "too-long"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for each in facts.gatherings:
            meeting = each.meeting
            if meeting.until is None:
                continue
            most = _MONTH
            if not isinstance(meeting, Summit):
                most = _TWO_WEEKS
            elif meeting.kind is SummitKind.SENIOR_OFFICIALS:
                continue
            certain = each.sure_last - each.sure_first >= most
            if certain or (facts.possible and each.last - each.first >= most):
                lasted = "lasted" if meeting.happened is Happened.HELD else "lasts"
                message = f"this {lasted} {during(meeting)}, more than {most} days"
                yield Finding(meeting, "until", message, meeting.until, (), certain)


class OutcomeOutOfTime(Rule):
    """An outcome is dated before its meeting, or more than a year after it.

    Why:
        It is the outcome of another meeting, or one of the dates is wrong. What was ready
        on the eve, or was signed in the year after, is no breach.

    Example:
        >>> from summitry import Catalog, Outcome, Summit
        >>> outcome = Outcome(title="Belgrade Declaration", date="1961-09-06")
        >>> summit = Summit(id="nam-1964", organizations=["NAM"], name="2nd Summit",
        ...                 since="1964-10-05", until="1964-10-10", outcomes=[outcome])
        >>> print(Catalog([summit]).check(select=["SMT413"])[0])
        SMT413 summits[0].outcomes[0].date: 'Belgrade Declaration' is of 1961-09-06, and the meeting was held for 1964-10-05/1964-10-10

    What to do:
        Correct whichever date is wrong, or give the outcome to its own meeting.
    """

    code = "SMT413"
    name = "outcome-out-of-time"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for each in facts.gatherings:
            meeting = each.meeting
            if not meeting.outcomes or meeting.happened is not Happened.HELD:
                continue
            for place, outcome in enumerate(meeting.outcomes):
                date = outcome.date
                if date is None or date in (meeting.since, meeting.until):
                    continue
                certain = (
                    date.last_ordinal < each.first - _EVE
                    or date.first_ordinal > each.last + _YEAR
                )
                perhaps = facts.possible and (
                    date.first_ordinal < each.sure_first - _EVE
                    or date.last_ordinal > each.sure_last + _YEAR
                )
                if certain or perhaps:
                    message = (
                        f"{shorten(outcome.title)} is of {date}, and the meeting was "
                        f"held {during(meeting)}"
                    )
                    field = f"outcomes[{place}].date"
                    yield Finding(meeting, field, message, date, (), certain)


# -- what is missing -----------------------------------------------------------------


class WithoutOrganization(Rule):
    """A summit is of no organization.

    Why:
        Nobody finds it who asks for the summits of a body. It is right for a conference
        that no body held, as Bandung in 1955.

    Example:
        >>> from summitry import Catalog, Summit
        >>> summit = Summit(id="nam-1961", name="1st Summit of the NAM", since="1961-09-01")
        >>> print(Catalog([summit]).check(select=["SMT414"])[0])
        SMT414 summits[0].organizations: this summit is of no organization

    What to do:
        Add the ids of the bodies whose summit it was, if there were any.
    """

    code = "SMT414"
    name = "without-organization"
    severity = Severity.NOTE

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for summit in facts.summits:
            if not summit.organizations:
                yield Finding(
                    summit, "organizations", "this summit is of no organization"
                )


class Undated(Rule):
    """A meeting was held, and no day of its beginning is given.

    Why:
        Without a date it is on no list of a year, and nothing in it can be checked. Even
        a year is better than nothing.

    Example:
        >>> from summitry import Catalog, Summit
        >>> summit = Summit(id="nam-1961", organizations=["NAM"], name="1st Summit")
        >>> print(Catalog([summit]).check(select=["SMT415"])[0])
        SMT415 summits[0].since: this was held, and no date says when

    What to do:
        Give the first day as far as it is known: ``1961-09``, ``196X``. ``XXXX`` says
        that it was looked for and not found.
    """

    code = "SMT415"
    name = "undated"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for meeting in facts.all_meetings:
            if meeting.since is None and meeting.happened is Happened.HELD:
                yield Finding(meeting, "since", "this was held, and no date says when")


# -- days ----------------------------------------------------------------------------

_EVE = 1
_TWO_WEEKS = 14
_MONTH = 31
_YEAR = 366

OFF = (Happened.CANCELLED, Happened.POSTPONED)
"""What did not take place on its days, and says little of them."""

LISTED = 8
"""A list of fewer delegations is of those whom a source happened to name."""


def during(meeting: Meeting) -> str:
    """Say when a meeting is, as a sentence has it."""
    if meeting.until is None and meeting.since is not None:
        return when(meeting.since)
    return f"for {meeting.period}"


def tense(meeting: Meeting) -> str:
    """Return the verb for what was, or is to be."""
    return "is" if meeting.happened is Happened.PLANNED else "was"


def _held(summit: Summit, body: Organization) -> str:
    return (
        f"this summit of {body.id} {tense(summit)} {summit.happened} {during(summit)}, "
        f"and {body.id}"
    )


def _founding(summit: Summit) -> bool:
    """Whether it may be the conference that founded its body."""
    return summit.kind in _HIGH and summit.number in (None, 1)


# -- states --------------------------------------------------------------------------


class Absence(NamedTuple):
    """That a state was not there.

    Attributes:
        existed: When it did exist, and which other one was there then, in words.
        certain: Whether it was not there on any day that the dates allow.
    """

    existed: str
    certain: bool


def absence_of(
    code: str, days: Gathering, facts: Facts, *, grace: int = 0
) -> Absence | None:
    """Return that a state was not there on the days of a meeting, if it was not.

    It was not there after its last end. Before it came to be, or between two times, it
    was absent only if another was there that it succeeded or that succeeded it: else
    it was a dependent territory under the same code, or occupied.

    Args:
        code: Its code.
        days: The meeting.
        facts: The catalogue.
        grace: For how many days before its beginning it counts as there.
    """
    spells = facts.existences.get(code)
    if not spells:
        return None
    for spell in spells:
        if spell[2] - grace <= days.first and days.last <= spell[3]:
            return None
    certain = not any(
        spell[0] - grace <= days.last and days.first <= spell[1] for spell in spells
    )
    if not certain and (
        not facts.possible
        or any(
            spell[2] - grace <= days.sure_last and days.sure_first <= spell[3]
            for spell in spells
        )
    ):
        return None
    after = days.first if certain else days.sure_first
    ended = after > max(spell[1 if certain else 3] for spell in spells)
    instead = _instead(code, days, facts)
    if not ended and not instead:
        return None
    periods = [str(spell.period) for spell in facts.states[code].existed]
    existed = f"existed for {' and '.join(periods)}"
    if instead:
        existed += f"; {_were_there(instead)}"
    return Absence(existed, certain)


def _instead(code: str, days: Gathering, facts: Facts) -> list[str]:
    """Return the nearest predecessors that were there, or else the nearest successors.

    Two successors of one state say nothing of each other; nor does a predecessor that
    itself began after the state did, or did again.
    """
    begun = [spell[0] for spell in facts.existences[code]]
    again = min((first for first in begun if first > days.last), default=LAST_DAY)
    lines = [attrgetter("succeeds")]
    if min(begun) < days.first:
        lines.append(attrgetter("succeeded_by"))
    for line in lines:
        seen = {code}
        level = [code]
        while level:
            states = [facts.states[each] for each in level if each in facts.states]
            named = dict.fromkeys(key for state in states for key in line(state))
            level = [
                key
                for key in named
                if key not in seen
                and all(spell[0] < again for spell in facts.existences.get(key, ())[:1])
            ]
            seen.update(level)
            there = [key for key in level if _possibly_there(key, days, facts)]
            if there:
                return there
    return []


def _possibly_there(code: str, days: Gathering, facts: Facts) -> bool:
    return any(
        spell[0] <= days.last and days.first <= spell[1]
        for spell in facts.existences.get(code, ())
    )


_FEW = 3


def _were_there(codes: list[str]) -> str:
    """Say that states were there.

    Example:
        >>> _were_there(["YUG"]), _were_there(["SRB", "MNE"])
        ('YUG was there then', 'SRB, MNE were there then')
    """
    more = ", …" if len(codes) > _FEW else ""
    verb = "was" if len(codes) == 1 else "were"
    return f"{', '.join(codes[:_FEW])}{more} {verb} there then"


def one_country(one: str, other: str, facts: Facts) -> bool:
    """Whether two codes are one state's, or a state's and its territory's."""
    if one == other:
        return True
    states = facts.states
    return any(
        a in states and states[a].territory_of == b
        for a, b in ((one, other), (other, one))
    )


def same_city(one: str, other: str) -> bool:
    """Whether two names may be of one city: New Delhi and Delhi are."""
    if one == other:
        return True
    words, others = set(normalize(one).split()), set(normalize(other).split())
    return words <= others or others <= words


# -- series --------------------------------------------------------------------------

_HIGH = (SummitKind.ORDINARY, SummitKind.EXTRAORDINARY)

_ORDINAL = re.compile(
    r"first|second|third|twenty|thirty|forty|fifty|[ivx]+|"
    r"(four|fif|six|seven|eigh|nin|ten|eleven|twelf|"
    r"(thir|four|fif|six|seven|eigh|nine)teen|(twen|thir|for|fif)tie)th"
)
"""A number in words, or a Roman one."""


class _Placed(NamedTuple):
    """A summit in a city, with its days as a gathering has them."""

    first: int
    last: int
    sure_first: int
    sure_last: int
    summit: Summit
    city: str


class _Numbered(NamedTuple):
    """A summit of a series."""

    number: int
    summit: Summit
    first: int
    last: int


def _words(name: str) -> frozenset[str]:
    """Return the words of a name without the numbers."""
    return frozenset(
        word
        for word in normalize(name).split()
        if word.isalpha() and not _ORDINAL.fullmatch(word)
    )


def _kin(summit: Summit) -> tuple[tuple[str, ...], SummitKind]:
    bodies: tuple[str, ...] = summit.organizations
    return (bodies if len(bodies) == 1 else tuple(sorted(bodies))), summit.kind


def _numbered(summits: Iterable[Summit]) -> Iterable[list[_Numbered]]:
    """Return the numbered summits, those of the same bodies and kind together."""
    kin: dict[object, list[_Numbered]] = {}
    for summit in summits:
        if summit.number is None or not summit.organizations or summit.happened in OFF:
            continue
        since = summit.since
        first, last = (
            (0, 0) if since is None else (since.first_ordinal, since.last_ordinal)
        )
        numbered = _Numbered(summit.number, summit, first, last)
        kin.setdefault(_kin(summit), []).append(numbered)
    return kin.values()


def _series(summits: list[_Numbered]) -> Iterable[list[_Numbered]]:
    """Divide summits of the same bodies and kind into series."""
    named: dict[frozenset[str], list[_Numbered]] = {}
    for each in summits:
        named.setdefault(_words(each.summit.name), []).append(each)
    if summits[0].summit.kind in _HIGH and len(named) > 1:
        return _chained(named.values())
    return named.values()


def _chained(groups: Iterable[list[_Numbered]]) -> Iterable[list[_Numbered]]:
    """Join groups of which one begins after the other ended: the series was renamed."""
    ordered = sorted(
        (
            (min((n.first for n in group if n.first), default=0), place, group)
            for place, group in enumerate(groups)
        ),
    )
    chains: list[tuple[int, int, list[_Numbered]]] = []
    for first, place, group in ordered:
        last = max(numbered.last for numbered in group)
        if chains and chains[0][0] < first:
            chain = chains[0][2]
            chain += group
            heapq.heapreplace(chains, (last, place, chain))
        else:
            heapq.heappush(chains, (last, place, group))
    return [chain for _, _, chain in chains]


RULES: tuple[type[Rule], ...] = (
    SummitOutsideLife,
    HostNotThere,
    PlaceNotThere,
    HostElsewhere,
    NumbersOutOfOrder,
    NumberTwice,
    TwoSummitsAtOnce,
    HeldInTheFuture,
    PlannedInThePast,
    UnheldWithOutcomes,
    ChairNotAParticipant,
    TooLong,
    OutcomeOutOfTime,
    WithoutOrganization,
    Undated,
)
