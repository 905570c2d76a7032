"""Rules of the chair: who presides, one at a time, over what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitry.catalog.context import key_of
from summitry.errors import Severity
from summitry.model import ChairForm, CoverageOf
from summitry.model.vocabulary.memberships import Status
from summitry.rules.facts import when
from summitry.rules.rule import Finding, Rule
from summitry.values.partial_date import FIRST_DAY, LAST_DAY

from .terms import (
    Stretch,
    absent,
    clashes,
    future,
    gaps,
    outside,
    overlapping,
    same_day,
    stretch_of,
    successions,
)


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summitry.model import Chairmanship, Organization
    from summitry.rules.facts import Dated, Facts
    from summitry.states import State
    from summitry.values.period import Bounds


class ChairNotAMember(Rule):
    """A party presides over an organization to which it did not belong meanwhile.

    Why:
        The chair goes round among the members. Either the term bears the code of another
        state, often that of a predecessor or a namesake, or a spell of membership is
        missing or ends too early. A suspended member still belongs. Nothing is said where
        the members of that time are not recorded: neither for days that the stated
        coverage leaves out, nor, where no coverage is stated, of a party without any spell.

    Example:
        >>> from summitry import Catalog, Chairmanship, MemberState, Organization
        >>> body = Organization(id="NAM", name="Non-Aligned Movement", since="1961")
        >>> spell = MemberState(organization="NAM", state="DZA", since="1964")
        >>> term = Chairmanship(
        ...     organization="NAM", state="DZA", since="1961-09", until="1963")
        >>> print(Catalog([body, spell, term]).check(select=["SMT341"])[0])
        SMT341 chairmanships[0].state: DZA presided over NAM for 1961-09/1963 and belonged to it for 1964/..

    What to do:
        Correct the party or the dates of the term, or add the spell of membership that is
        missing.
    """

    code = "SMT341"
    name = "chair-not-a-member"
    misses_records = True

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for key, terms in facts.terms_of.items():
            body = facts.organizations.get(key)
            if body is None or key not in facts.spells_of:
                continue
            for term in terms:
                party = key_of(term)
                spells = [
                    each
                    for each in facts.spells_by.get((key, party), ())
                    if each.spell.status in _BELONGING
                ]
                bounds = term.bounds(facts.still)
                first, last, _, _ = bounds
                certain = not any(
                    each.first <= last and first <= each.last for each in spells
                )
                if not certain and (
                    not facts.possible or _surely_overlap(bounds, spells)
                ):
                    continue
                if not _members_known(body, bounds, spells, facts.today):
                    continue
                periods = ", ".join(str(each.spell.period) for each in spells)
                belonged = (
                    f"belonged to it for {periods}"
                    if periods
                    else "did not belong to it, whose members are covered for that time"
                )
                message = (
                    f"{term.party} presided over {key} for {term.period} and {belonged}"
                )
                field = "chair_organization" if term.state is None else "state"
                others = (body, *(each.spell for each in spells))
                yield Finding(term, field, message, term.party, others, certain)


class TwoChairs(Rule):
    """Two terms in the chair of one organization overlap by more than a day.

    Why:
        A body has one chair at a time. On the day of a handover both terms include it;
        if they share more, one of them begins too early or ends too late, or stands
        twice. Terms of the forms ``co_chair`` and ``acting`` are left out, and so are
        terms without an end that another succeeded, which SMT348 finds.

    Example:
        >>> from summitry import Catalog, Chairmanship, Organization
        >>> body = Organization(id="NAM", name="Non-Aligned Movement", since="1961")
        >>> one = Chairmanship(
        ...     organization="NAM", state="VEN", since="2016-09-17", until="2019-12")
        >>> two = Chairmanship(organization="NAM", state="AZE", since="2019-10-25")
        >>> print(Catalog([body, one, two]).check(select=["SMT342"])[0])
        SMT342 chairmanships[1].since: AZE took the chair of NAM on 2019-10-25, and VEN held it for 2016-09-17/2019-12

    What to do:
        Correct the dates of the term that is wrong, or say in its ``form`` that the two
        presided together or that one was acting.
    """

    code = "SMT342"
    name = "two-chairs"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for key, terms in facts.terms_of.items():
            sole = [term for term in terms if term.form not in _SHARED]
            if len(sole) < _TWO:
                continue
            for new, old, certain in clashes(sole, facts):
                since = "at some time" if new.since is None else when(new.since)
                message = (
                    f"{new.party} took the chair of {key} {since}, and {old.party} held it "
                    f"for {old.period}"
                )
                yield Finding(new, "since", message, new.since, (old,), certain)


class ChairBeforeFounding(Rule):
    """A term in the chair begins before its organization does, or outlasts it.

    Why:
        Nobody can preside over what is not there. Either date may be wrong; often the term
        is one in a predecessor or a successor. The day after the last of the organization
        is let pass, for on it the chair may be handed to the successor's.

    Example:
        >>> from summitry import Catalog, Chairmanship, Organization
        >>> body = Organization(id="AU", name="African Union", since="2002-07-09")
        >>> term = Chairmanship(
        ...     organization="AU", state="ZMB", since="2001-07-09", until="2002-07-09")
        >>> print(Catalog([body, term]).check(select=["SMT343"])[0])
        SMT343 chairmanships[0].since: ZMB took the chair on 2001-07-09, and AU was founded on 2002-07-09

    What to do:
        Correct whichever date is wrong, or move the term to the organization of that time.
    """

    code = "SMT343"
    name = "chair-before-founding"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for key, terms in facts.terms_of.items():
            body = facts.organizations.get(key)
            if body is None:
                continue
            for term in terms:
                for field, day, certain in outside(term, body, facts):
                    if term.since is not None and field == "since":
                        message = (
                            f"{term.party} took the chair {when(term.since)}, and {key} was "
                            f"founded {when(day)}"
                        )
                    else:
                        message = f"{_left(term)}, and {key} ended {when(day)}"
                    value = getattr(term, field)
                    yield Finding(term, field, message, value, (body,), certain)


class ChairStateNotThere(Rule):
    """The party in the chair did not exist when the term began, or when it ended.

    Why:
        Who is not there cannot preside. Mostly the term bears the code of a predecessor
        or a successor: ``RUS`` for a term of the Soviet Union (``SUN``). A day before and
        a day after are let pass, since a successor takes over on the day of a handover.
        Nothing is said of territories, whose periods are not recorded.

    Example:
        >>> from summitry import Catalog, Chairmanship, Organization
        >>> body = Organization(id="CMEA", name="Comecon", since="1949")
        >>> term = Chairmanship(
        ...     organization="CMEA", state="RUS", since="1971", until="1972")
        >>> print(Catalog([body, term]).check(select=["SMT344"])[0])
        SMT344 chairmanships[0].since: RUS took the chair of CMEA in 1971, and existed 1721-10-22/1922-12-29, 1991-12/..

    What to do:
        Name the party of that time, or end the term when the party ended and give its
        successor a term of its own.
    """

    code = "SMT344"
    name = "chair-state-not-there"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for term in facts.chairmanships:
            lives = _lives(term, facts)
            if not lives:
                continue
            since, until = term.since, term.until
            if since is not None:
                answer = absent(lives, since.first_ordinal, since.last_ordinal)
                if facts.wants(answer):
                    who, existed = _party(term, facts)
                    message = (
                        f"{term.party} took the chair of {term.organization} "
                        f"{when(since)}, and existed {existed}"
                    )
                    yield Finding(term, "since", message, since, (who,), answer.certain)
                    if answer.certain:
                        continue
            if until is None:
                answer = absent(lives, facts.still, facts.still)
            else:
                answer = absent(lives, until.first_ordinal, until.last_ordinal)
            if facts.wants(answer):
                who, existed = _party(term, facts)
                message = f"{_left(term)}, and existed {existed}"
                yield Finding(term, "until", message, until, (who,), answer.certain)


class PersonOutsideTerm(Rule):
    """A person in the chair begins or ends outside the term.

    Why:
        Only for days of the term can somebody exercise it. Mostly the days are those on
        which the person took and left the post at home.

    Example:
        >>> from summitry import Catalog, Chair, Chairmanship, Organization
        >>> body = Organization(id="NAM", name="Non-Aligned Movement", since="1961")
        >>> term = Chairmanship(organization="NAM", state="AZE", since="2019-10-25",
        ...     chairs=[Chair(name="Ilham Aliyev", since="2003-10-31")])
        >>> print(Catalog([body, term]).check(select=["SMT345"])[0])
        SMT345 chairmanships[0].chairs[0].since: Ilham Aliyev is in the chair since 2003-10-31, and AZE holds it for 2019-10-25/..

    What to do:
        Give the days in the chair, or none where they are the days of the term.
    """

    code = "SMT345"
    name = "person-outside-term"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for term in facts.chairmanships:
            begin, end = term.since, term.until
            for place, person in enumerate(term.chairs):
                for field, day in (("since", person.since), ("until", person.until)):
                    if day is None or day in (begin, end):
                        continue
                    certain = (
                        begin is not None and day.last_ordinal < begin.first_ordinal
                    ) or (end is not None and day.first_ordinal > end.last_ordinal)
                    if certain or (
                        facts.possible
                        and (
                            (begin is not None and day.first_ordinal < begin.last_ordinal)
                            or (end is not None and day.last_ordinal > end.first_ordinal)
                        )
                    ):
                        message = (
                            f"{person.name} is in the chair {field} {day}, and "
                            f"{term.party} holds it for {term.period}"
                        )
                        where = f"chairs[{place}].{field}"
                        yield Finding(term, where, message, day, (), certain)
                        if certain:
                            break


class TwoPersonsAtOnce(Rule):
    """Two persons exercise one term in the chair at once, for more than a day.

    Why:
        Who has no days of their own is taken to have held the whole term. Where the
        person in office changed within a term, the day on which it did is missing.
        Persons with different posts are let pass, for a president and a minister may both
        be in the chair, and so are terms of the form ``co_chair``.

    Example:
        >>> from summitry import Catalog, Chair, Chairmanship, Organization
        >>> body = Organization(id="NAM", name="Non-Aligned Movement", since="1961")
        >>> term = Chairmanship(organization="NAM", state="IND", since="1983-03-07",
        ...     until="1986-09-01", chairs=[Chair(name="Indira Gandhi"),
        ...     Chair(name="Rajiv Gandhi", since="1984-10-31")])
        >>> print(Catalog([body, term]).check(select=["SMT346"])[0])
        SMT346 chairmanships[0].chairs[1]: Rajiv Gandhi and Indira Gandhi are in the chair at once

    What to do:
        Give each person the days in the chair, or their posts if both were in it.
    """

    code = "SMT346"
    name = "two-persons-at-once"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for term in facts.chairmanships:
            if len(term.chairs) < _TWO or term.form is ChairForm.CO_CHAIR:
                continue
            for later, former, certain in _together(term, facts):
                new, old = term.chairs[later.place], term.chairs[former.place]
                message = f"{new.name} and {old.name} are in the chair at once"
                field = f"chairs[{later.place}]"
                yield Finding(term, field, message, new.name, (), certain)


class ChairGap(Rule):
    """Nobody presides for more than 31 days, though all chairmanships are covered.

    Why:
        To state that the chairmanships are complete for a time says that the chair was
        then vacant. A term is missing, ends too early or begins too late; or the chair was
        indeed vacant.

    Example:
        >>> from summitry import Catalog, Chairmanship, Coverage, Organization
        >>> body = Organization(id="NAM", name="Non-Aligned Movement", since="1961",
        ...     coverage=[Coverage(of="chairmanships", since="1961", until="2024")])
        >>> one = Chairmanship(organization="NAM", state="IDN", since="1992", until="1995")
        >>> two = Chairmanship(organization="NAM", state="ZAF", since="1998", until="2003")
        >>> print(Catalog([body, one, two]).check(select=["SMT347"])[0])
        SMT347 chairmanships[1].since: IDN left the chair of NAM in 1995 and ZAF took it in 1998; the chairmanships are covered for 1961/2024

    What to do:
        Add the term that is missing or correct the dates. If the chair was vacant, say so
        with an expectation.
    """

    code = "SMT347"
    name = "chair-gap"
    severity = Severity.WARNING
    misses_records = True

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for key, body in facts.organizations.items():
            if not body.coverage or key not in facts.terms_of:
                continue
            for covered in body.coverage:
                if covered.of is not CoverageOf.CHAIRMANSHIPS:
                    continue
                bounds = covered.bounds(facts.today)
                for old, left, new, took, certain in gaps(
                    facts.terms_of[key],
                    bounds,
                    longer_than=_VACANT,
                    possible=facts.possible,
                ):
                    message = (
                        f"{old.party} left the chair of {key} {when(left)} and {new.party} "
                        f"took it {when(took)}; the chairmanships are covered for "
                        f"{covered.period}"
                    )
                    yield Finding(new, "since", message, took, (old, body), certain)


class OpenTermSucceeded(Rule):
    """A term in the chair has no end, although a later one has begun.

    Why:
        Without an end it is taken to last still, and two parties are in the chair at
        once. When a new chair is added, the end of the one before is easily forgotten.
        A term that begins after the date of the catalogue ends none, nor does one of the
        form ``co_chair`` or ``acting``.

    Example:
        >>> from summitry import Catalog, Chairmanship, Organization
        >>> body = Organization(id="NAM", name="Non-Aligned Movement", since="1961")
        >>> one = Chairmanship(organization="NAM", state="AZE", since="2019-10-25")
        >>> two = Chairmanship(organization="NAM", state="UGA", since="2024-01-19")
        >>> print(Catalog([body, one, two]).check(select=["SMT348"])[0])
        SMT348 chairmanships[0].until: AZE has had the chair of NAM since 2019-10-25 without an end, and UGA since 2024-01-19

    What to do:
        Give the term an end: the day on which the next one begins, if they followed each
        other without a gap.
    """

    code = "SMT348"
    name = "open-term-succeeded"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for key, terms in facts.terms_of.items():
            sole = [term for term in terms if term.form not in _SHARED]
            if len(sole) < _TWO:
                continue
            for old, new, certain in successions(sole, facts):
                since = "" if old.since is None else f" since {old.since}"
                message = (
                    f"{old.party} has had the chair of {key}{since} without an end, and "
                    f"{new.party} since {new.since}"
                )
                yield Finding(old, "until", message, None, (new,), certain)


class FutureTerm(Rule):
    """A term in the chair begins after the date of the catalogue.

    Why:
        A catalogue knows nothing of what comes after its date: who is to preside then may
        still change. Mostly a digit is wrong, or the date of the catalogue has not been
        moved on with its records.

    Example:
        >>> from summitry import Catalog, Chairmanship, Organization
        >>> body = Organization(id="NAM", name="Non-Aligned Movement", since="1961")
        >>> term = Chairmanship(organization="NAM", state="UGA", since="2042-01-19")
        >>> report = Catalog([body, term], as_of="2025-08").check(select=["SMT349"])
        >>> print(report[0])
        SMT349 chairmanships[0].since: UGA took the chair of NAM on 2042-01-19, and the catalogue is of 2025-08

    What to do:
        Correct the beginning of the term, or the date of the catalogue.
    """

    code = "SMT349"
    name = "future-term"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for term, since, certain in future(facts.chairmanships, facts):
            message = (
                f"{term.party} took the chair of {term.organization} {when(since)}, "
                f"and the catalogue is of {facts.as_of}"
            )
            yield Finding(term, "since", message, since, (), certain)


RULES: tuple[type[Rule], ...] = (
    ChairNotAMember,
    TwoChairs,
    ChairBeforeFounding,
    ChairStateNotThere,
    PersonOutsideTerm,
    TwoPersonsAtOnce,
    ChairGap,
    OpenTermSucceeded,
    FutureTerm,
)

_BELONGING = frozenset({Status.MEMBER, Status.ASSOCIATE, Status.PARTIAL})
"""What makes a party one of the body's own."""

_SHARED = frozenset({ChairForm.CO_CHAIR, ChairForm.ACTING})
"""Forms of a chair in which there may be another one beside it."""

_VACANT = 31
_TWO = 2


def _left(term: Chairmanship) -> str:
    """Say when a party left the chair."""
    if term.until is None:
        return f"{term.party} still has the chair of {term.organization}"
    return f"{term.party} left the chair of {term.organization} {when(term.until)}"


# -- members in the chair --------------------------------------------------------


def _surely_overlap(bounds: Bounds, spells: Iterable[Dated]) -> bool:
    """Whether spells, those without a gap taken together, certainly share a day with it."""
    _, _, first, last = bounds
    begin, end = LAST_DAY, FIRST_DAY
    for each in sorted(spells, key=lambda each: each.sure_first):
        if each.sure_first > end + 1:
            begin, end = each.sure_first, each.sure_last
        else:
            end = max(end, each.sure_last)
        if begin <= last and first <= end:
            return True
    return False


def _members_known(
    body: Organization, bounds: Bounds, spells: list[Dated], today: int
) -> bool:
    """Whether the catalogue knows who belonged during a term.

    Args:
        body: The organization.
        bounds: The days of the term.
        spells: The spells of the party in the chair.
        today: The last day of which the catalogue knows.
    """
    # Before its founding, after its end and in the future nobody belongs to a body, and
    # other rules say so.
    begin, end = bounds[0], min(bounds[1], today)
    if body.since is not None:
        begin = max(begin, body.since.first_ordinal)
    if body.until is not None:
        end = min(end, body.until.last_ordinal)
    if begin > end:
        return False
    stated = [each for each in body.coverage if each.of is CoverageOf.MEMBERS]
    if not stated:
        return bool(spells)
    return any(
        (each.since is None or each.since.first_ordinal <= begin)
        and (each.until is None or end <= each.until.last_ordinal)
        for each in stated
    )


# -- who was there ---------------------------------------------------------------


def _lives(term: Chairmanship, facts: Facts) -> tuple[Bounds, ...]:
    """Return the days of the party in the chair; none where they are not known."""
    if term.state is not None:
        return facts.existences.get(term.state, ())
    life = facts.lifetimes.get(term.party)
    return () if life is None else (life,)


def _party(term: Chairmanship, facts: Facts) -> tuple[State | Organization, str]:
    """Return the party in the chair, and the periods in which it existed."""
    if term.state is None:
        body = facts.organizations[term.party]
        return body, str(body.period)
    state = facts.states[term.state]
    return state, ", ".join(str(spell.period) for spell in state.existed)


# -- one after the other ---------------------------------------------------------


def _together(
    term: Chairmanship, facts: Facts
) -> Iterator[tuple[Stretch, Stretch, bool]]:
    """Yield the persons of a term who are in the chair with another of the same post."""
    stretches = [
        stretch_of(
            term.since if person.since is None else person.since,
            term.until if person.until is None else person.until,
            place,
            person,
            facts,
        )
        for place, person in enumerate(term.chairs)
    ]
    posts: dict[str | None, list[Stretch]] = {}
    for stretch in stretches:
        posts.setdefault(term.chairs[stretch.place].post, []).append(stretch)
    anyone = posts.pop(None, [])  # without a post: perhaps of the same one
    found: set[int] = set()
    for same in posts.values() or ([],):
        group = [*same, *anyone]
        for later, former, certain in overlapping(group, possible=facts.possible):
            new, old = term.chairs[later.place], term.chairs[former.place]
            handover = not certain and same_day(new.since, old.until)
            if later.place not in found and not handover and new.name != old.name:
                found.add(later.place)
                yield later, former, certain
