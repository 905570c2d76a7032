"""Rules of posts: one person at a time, in an organization that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitry.errors import Severity
from summitry.model import Capacity, CoverageOf, Level
from summitry.rules.facts import when
from summitry.rules.rule import Finding, Rule

from .terms import absent, clashes, future, gaps, outside, successions


if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitry.model import Appointment
    from summitry.rules.facts import Facts


class AppointedBeforeFounding(Rule):
    """A person holds a post before the organization begins, or after it has ended.

    Why:
        A body that is not there has no posts. Often the term is one in a predecessor or a
        successor whose head stayed. The day after the last of the organization is let
        pass.

    Example:
        >>> from summitry import Appointment, Catalog, Organization
        >>> body = Organization(id="AU", name="African Union", since="2002-07-09")
        >>> term = Appointment(name="Salim Ahmed Salim", organization="AU",
        ...     post="Secretary General", since="1989-09-19", until="2001-09-17")
        >>> print(Catalog([body, term]).check(select=["SMT371"])[0])
        SMT371 appointments[0].since: Salim Ahmed Salim took the post on 1989-09-19, and AU was founded on 2002-07-09

    What to do:
        Correct whichever date is wrong, or divide the term between the organizations.
    """

    code = "SMT371"
    name = "appointed-before-founding"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for term in facts.appointments:
            body = facts.organizations.get(term.organization)
            if body is None:
                continue
            for field, day, certain in outside(term, body, facts):
                if term.since is not None and field == "since":
                    message = (
                        f"{term.name} took the post {when(term.since)}, and {body.id} was "
                        f"founded {when(day)}"
                    )
                else:
                    message = f"{_left(term)}, and {body.id} ended {when(day)}"
                value = getattr(term, field)
                yield Finding(term, field, message, value, (body,), certain)


class TwoInOnePost(Rule):
    """Two persons hold the same post of an organization for more than a day.

    Why:
        A post has one holder at a time. On the day of a handover both terms include it;
        if they share more, one of them begins too early or ends too late. Who was acting
        is left out, and so are terms without an end that another succeeded, which SMT373
        finds.

    Example:
        >>> from summitry import Appointment, Catalog, Organization
        >>> body = Organization(id="IAEA", name="IAEA", since="1957-07-29")
        >>> def term(name, since, until):
        ...     return Appointment(name=name, organization="IAEA", since=since,
        ...                        until=until, post="Director General")
        >>> report = Catalog([body, term("Hans Blix", "1981-12-01", "1998-11-30"),
        ...                   term("Mohamed ElBaradei", "1997-12-01", "2009-11-30")])
        >>> print(report.check(select=["SMT372"])[0])
        SMT372 appointments[1].since: Mohamed ElBaradei became Director General of IAEA on 1997-12-01, and Hans Blix was for 1981-12-01/1998-11-30

    What to do:
        Correct the dates of the term that is wrong, give each the right post, or say that
        one was acting.
    """

    code = "SMT372"
    name = "two-in-one-post"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for terms in facts.appointments_to.values():
            for new, old, certain in clashes(_substantive(terms), facts):
                since = "at some time" if new.since is None else when(new.since)
                message = (
                    f"{new.name} became {new.post} of {new.organization} {since}, and "
                    f"{old.name} was for {old.period}"
                )
                yield Finding(new, "since", message, new.since, (old,), certain)


class OpenAppointmentSucceeded(Rule):
    """A term in a post has no end, although a later one in the same post has begun.

    Why:
        Without an end it is taken to last still, and the post has two holders at once.
        When a successor is added, the end of the term before is easily forgotten. Who is
        acting ends no term.

    Example:
        >>> from summitry import Appointment, Catalog, Organization
        >>> body = Organization(id="IAEA", name="IAEA", since="1957-07-29")
        >>> def term(name, since):
        ...     return Appointment(name=name, organization="IAEA", since=since,
        ...                        post="Director General")
        >>> report = Catalog([body, term("Hans Blix", "1981-12-01"),
        ...                   term("Mohamed ElBaradei", "1997-12-01")])
        >>> print(report.check(select=["SMT373"])[0])
        SMT373 appointments[0].until: Hans Blix has been Director General of IAEA since 1981-12-01 without an end, and Mohamed ElBaradei since 1997-12-01

    What to do:
        Give the term an end.
    """

    code = "SMT373"
    name = "open-appointment-succeeded"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for terms in facts.appointments_to.values():
            for old, new, certain in successions(_substantive(terms), facts):
                since = "" if old.since is None else f" since {old.since}"
                message = (
                    f"{old.name} has been {old.post} of {old.organization}{since} without "
                    f"an end, and {new.name} since {new.since}"
                )
                yield Finding(old, "until", message, None, (new,), certain)


class AppointmentGap(Rule):
    """Nobody heads an organization for more than a year, though all heads are covered.

    Why:
        To state that the appointments are complete for a time says that the body then had
        no head. A term is missing, ends too early or begins too late; or the post was
        indeed vacant.

    Example:
        >>> from summitry import Appointment, Catalog, Coverage, Organization
        >>> body = Organization(id="IAEA", name="IAEA", since="1957",
        ...     coverage=[Coverage(of="appointments", since="1957", until="2024")])
        >>> def term(name, since, until):
        ...     return Appointment(name=name, organization="IAEA", since=since,
        ...                        until=until, post="Director General")
        >>> report = Catalog([body, term("Sterling Cole", "1957", "1961"),
        ...                   term("Hans Blix", "1981", "1997")])
        >>> print(report.check(select=["SMT374"])[0])
        SMT374 appointments[1].since: Sterling Cole left the head of IAEA in 1961 and Hans Blix came to it in 1981; the appointments are covered for 1957/2024

    What to do:
        Add the term that is missing or correct the dates. If the post was vacant, say so
        with an expectation.
    """

    code = "SMT374"
    name = "appointment-gap"
    severity = Severity.WARNING
    misses_records = True

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        heads: dict[str, list[Appointment]] = {}
        for term in facts.appointments:
            if term.level is Level.HEAD_OF_ORGANIZATION:
                heads.setdefault(term.organization, []).append(term)
        for key, terms in heads.items():
            body = facts.organizations.get(key)
            for covered in body.coverage if body else ():
                if covered.of is not CoverageOf.APPOINTMENTS:
                    continue
                bounds = covered.bounds(facts.today)
                for old, left, new, took, certain in gaps(
                    terms, bounds, longer_than=_YEAR, possible=facts.possible
                ):
                    message = (
                        f"{old.name} left the head of {key} {when(left)} and {new.name} "
                        f"came to it {when(took)}; the appointments are covered for "
                        f"{covered.period}"
                    )
                    yield Finding(new, "since", message, took, (old,), certain)


class FutureAppointment(Rule):
    """A term in a post begins after the date of the catalogue.

    Why:
        A catalogue knows nothing of what comes after its date: who is elected may not
        take the post. Mostly a digit is wrong, or the date of the catalogue has not been
        moved on with its records.

    Example:
        >>> from summitry import Appointment, Catalog, Organization
        >>> body = Organization(id="IAEA", name="IAEA", since="1957-07-29")
        >>> term = Appointment(name="Rafael Grossi", organization="IAEA",
        ...     post="Director General", since="2091-12-03")
        >>> report = Catalog([body, term], as_of="2025-08").check(select=["SMT375"])
        >>> print(report[0])
        SMT375 appointments[0].since: Rafael Grossi became Director General of IAEA on 2091-12-03, and the catalogue is of 2025-08

    What to do:
        Correct the beginning of the term, or the date of the catalogue.
    """

    code = "SMT375"
    name = "future-appointment"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for term, since, certain in future(facts.appointments, facts):
            message = (
                f"{term.name} became {term.post} of {term.organization} "
                f"{when(since)}, and the catalogue is of {facts.as_of}"
            )
            yield Finding(term, "since", message, since, (), certain)


class NationalOfNoState(Rule):
    """A person is the national of a state that was not there during the term.

    Why:
        Mostly the code is that of a predecessor or a successor: ``RUS`` for somebody whom
        the Soviet Union (``SUN``) put forward. Nothing is said of territories, nor where
        the state existed on some day of the term.

    Example:
        >>> from summitry import Appointment, Catalog, Organization
        >>> body = Organization(id="CMEA", name="Comecon", since="1949", until="1991")
        >>> term = Appointment(name="Nikolai Faddeyev", organization="CMEA", state="RUS",
        ...     post="Secretary", since="1958", until="1983")
        >>> print(Catalog([body, term]).check(select=["SMT376"])[0])
        SMT376 appointments[0].state: Nikolai Faddeyev was Secretary of CMEA for 1958/1983, and RUS existed 1721-10-22/1922-12-29, 1991-12/..

    What to do:
        Name the state of that time.
    """

    code = "SMT376"
    name = "national-of-no-state"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for term in facts.appointments:
            if term.state is None:
                continue
            lives = facts.existences.get(term.state, ())
            if not lives:
                continue
            first, last, _, _ = term.bounds(facts.still)
            answer = absent(lives, first, last)
            if answer.certain:
                state = facts.states[term.state]
                existed = ", ".join(str(spell.period) for spell in state.existed)
                message = (
                    f"{term.name} was {term.post} of {term.organization} for "
                    f"{term.period}, and {term.state} existed {existed}"
                )
                yield Finding(term, "state", message, term.state, (state,))


RULES: tuple[type[Rule], ...] = (
    AppointedBeforeFounding,
    TwoInOnePost,
    OpenAppointmentSucceeded,
    AppointmentGap,
    FutureAppointment,
    NationalOfNoState,
)

_YEAR = 366


def _substantive(terms: list[Appointment]) -> list[Appointment]:
    """Return the terms of those who were not acting."""
    return [term for term in terms if term.capacity is not Capacity.ACTING]


def _left(term: Appointment) -> str:
    """Say when a person left the post."""
    if term.until is None:
        return f"{term.name} still holds the post"
    return f"{term.name} left the post {when(term.until)}"
