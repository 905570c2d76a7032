"""Rules of bodies and states: their lives, names, lines of succession and coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitry.errors import Severity
from summitry.model import CoverageOf
from summitry.model.vocabulary.memberships import Status
from summitry.rules.facts import earlier, when
from summitry.rules.rule import Finding, Rule
from summitry.states import is_state_code
from summitry.values import Answer
from summitry.values.partial_date import LAST_DAY

from .terms import Stretch, end_of, future, repeated


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summitry.model import Organization
    from summitry.rules.facts import Facts
    from summitry.states import State
    from summitry.values import PartialDate
    from summitry.values.period import Bounds
    from summitry.values.spell import Spell


class OutlivesParent(Rule):
    """An organization outlasts, by more than a year, the one of which it is a part.

    Why:
        An organ or agency goes on for months to wind up its parent's affairs, not for
        years. Where it does, another organization has taken it over, or its end was
        never recorded. That an agency is older than its parent is no breach: the Universal
        Postal Union became an agency of the United Nations at the age of 74.

    Example:
        >>> from summitry import Catalog, Organization
        >>> league = Organization(
        ...     id="LON", name="League of Nations", since="1920", until="1946-04-20")
        >>> organ = Organization(
        ...     id="PCIJ", name="Permanent Court", since="1922", part_of="LON")
        >>> print(Catalog([league, organ]).check(select=["SMT351"])[0])
        SMT351 organizations[1].until: PCIJ, a part of LON, has no end, and LON ended on 1946-04-20

    What to do:
        Record the day on which the part ended, or name in ``part_of`` the organization
        to which it belongs now.
    """

    code = "SMT351"
    name = "outlives-parent"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for key, body in facts.organizations.items():
            if body.part_of is None or body.part_of == key:
                continue
            parent = facts.organizations.get(body.part_of)
            if parent is None or parent.until is None:
                continue
            end = parent.until
            last, sure_last = end_of(body, facts)
            certain = sure_last > end.last_ordinal + _YEAR
            if certain or (facts.possible and last > end.first_ordinal + _YEAR):
                ended = (
                    "has no end" if body.until is None else f"ended {when(body.until)}"
                )
                message = (
                    f"{key}, a part of {parent.id}, {ended}, and {parent.id} ended "
                    f"{when(end)}"
                )
                yield Finding(body, "until", message, body.until, (parent,), certain)


class PredecessorAlive(Rule):
    """A predecessor has no end, or ended more than two years after its successor's founding.

    Why:
        A body and the one that takes its place overlap for a transition, as the OAU and
        the African Union did for a year. Where the older one goes on for longer, its end
        was often never recorded, or the younger one took over a task and is not its
        successor.

    Example:
        >>> from summitry import Catalog, Organization
        >>> old = Organization(id="OAU", name="Organisation of African Unity", since="1963")
        >>> new = Organization(
        ...     id="AU", name="African Union", since="2002-07-09", preceded_by=["OAU"])
        >>> print(Catalog([old, new]).check(select=["SMT352"])[0])
        SMT352 organizations[1].preceded_by[0]: AU, founded on 2002-07-09, succeeded OAU, which has no end

    What to do:
        Record the end of the predecessor; ``XXXX`` says that it ended and that the day is
        not known. If both go on side by side, take it out of ``preceded_by``.
    """

    code = "SMT352"
    name = "predecessor-alive"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for body, since, place, old in _preceded(facts):
            last, sure_last = end_of(old, facts)
            certain = sure_last > since.last_ordinal + _TRANSITION
            if certain or (facts.possible and last > since.first_ordinal + _TRANSITION):
                if old.since is not None and earlier(since, old.since).certain:
                    continue  # the wrong way round: SMT353
                ended = (
                    "has no end" if old.until is None else f"ended only {when(old.until)}"
                )
                message = (
                    f"{body.id}, founded {when(since)}, succeeded {old.id}, which {ended}"
                )
                field = f"preceded_by[{place}]"
                yield Finding(body, field, message, old.id, (old,), certain)


class PredecessorYounger(Rule):
    """A predecessor was founded after the body that succeeded it.

    Why:
        Mostly the two stand the wrong way round. It is right where a body absorbed a
        younger one, as the telegraph union of 1865 did the radiotelegraph union of 1906.

    Example:
        >>> from summitry import Catalog, Organization
        >>> old = Organization(id="OAU", name="Organisation of African Unity", since="1963",
        ...     until="2002-07-08", preceded_by=["AU"])
        >>> new = Organization(id="AU", name="African Union", since="2002-07-09")
        >>> print(Catalog([old, new]).check(select=["SMT353"])[0])
        SMT353 organizations[0].preceded_by[0]: OAU, founded in 1963, succeeded AU, which was founded on 2002-07-09

    What to do:
        Name the older body in ``preceded_by`` of the younger one.
    """

    code = "SMT353"
    name = "predecessor-younger"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for body, since, place, old in _preceded(facts):
            if old.since is None:
                continue
            answer = earlier(since, old.since)
            if facts.wants(answer):
                message = (
                    f"{body.id}, founded {when(since)}, succeeded {old.id}, which was "
                    f"founded {when(old.since)}"
                )
                field = f"preceded_by[{place}]"
                yield Finding(body, field, message, old.id, (old,), answer.certain)


class NameOutsideLife(Rule):
    """A body bore a name only before it was founded, or only after it ended.

    Why:
        What bore that name was another body, perhaps a predecessor, or else the founding
        is older than is recorded: a conference that became an organization.

    Example:
        >>> from summitry import Catalog, Name, Organization
        >>> body = Organization(id="OSCE", name="OSCE", since="1995-01-01", names=[
        ...     Name(text="CSCE", since="1973", until="1994-12-31")])
        >>> print(Catalog([body]).check(select=["SMT354"])[0])
        SMT354 organizations[0].names[0].until: the name CSCE was borne until 1994-12-31, and OSCE was founded on 1995-01-01

    What to do:
        Correct whichever date is wrong, or give the predecessor a record of its own and
        name it in ``preceded_by``.
    """

    code = "SMT354"
    name = "name-outside-life"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for key, body in facts.organizations.items():
            for place, name in enumerate(body.names):
                until, since = name.until, name.since
                if until is not None and body.since is not None:
                    answer = earlier(until, body.since)
                    if facts.wants(answer):
                        message = (
                            f"the name {name.text} was borne until {until}, and {key} was "
                            f"founded {when(body.since)}"
                        )
                        field = f"names[{place}].until"
                        yield Finding(body, field, message, until, (), answer.certain)
                        if answer.certain:
                            continue
                if since is not None and body.until is not None:
                    answer = earlier(body.until, since)
                    if facts.wants(answer):
                        message = (
                            f"the name {name.text} was borne since {since}, and {key} "
                            f"ended {when(body.until)}"
                        )
                        field = f"names[{place}].since"
                        yield Finding(body, field, message, since, (), answer.certain)


class CoverageOutsideLife(Rule):
    """A coverage begins more than a year before a body did, or ends as long after it.

    Why:
        Of the time in which there is no body, nothing needs to be recorded. Who states
        more had another founding or end in mind, often a predecessor's.

    Example:
        >>> from summitry import Catalog, Coverage, Organization
        >>> body = Organization(id="AU", name="African Union", since="2002-07-09",
        ...     coverage=[Coverage(of="summits", since="1963", until="2024")])
        >>> print(Catalog([body]).check(select=["SMT356"])[0])
        SMT356 organizations[0].coverage[0].since: the summits of AU are covered since 1963, and it was founded on 2002-07-09

    What to do:
        Correct whichever date is wrong; state the coverage of the predecessor's records
        with the predecessor. No date at all means from the very beginning.
    """

    code = "SMT356"
    name = "coverage-outside-life"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for body in facts.organizations.values():
            for place, covered in enumerate(body.coverage):
                since, until = covered.since, covered.until
                if since is not None and body.since is not None:
                    answer = _year_before(since, body.since)
                    if facts.wants(answer):
                        message = (
                            f"the {covered.of} of {body.id} are covered since {since}, "
                            f"and it was founded {when(body.since)}"
                        )
                        field = f"coverage[{place}].since"
                        yield Finding(body, field, message, since, (), answer.certain)
                if until is not None and body.until is not None:
                    answer = _year_before(body.until, until)
                    if facts.wants(answer):
                        message = (
                            f"the {covered.of} of {body.id} are covered until {until}, "
                            f"and it ended {when(body.until)}"
                        )
                        field = f"coverage[{place}].until"
                        yield Finding(body, field, message, until, (), answer.certain)


class CoverageTwice(Rule):
    """Two coverages of one kind overlap by more than a day.

    Why:
        One of them was meant for another kind of record, or was put in when the other
        should have been extended.

    Example:
        >>> from summitry import Catalog, Coverage, Organization
        >>> body = Organization(id="NC", name="Nordic Council", since="1952", coverage=[
        ...     Coverage(of="members", until="1999"), Coverage(of="members", since="1990")])
        >>> print(Catalog([body]).check(select=["SMT357"])[0])
        SMT357 organizations[0].coverage[1]: the members of NC are covered for ../1999 and again for 1990/..

    What to do:
        Make one coverage of the two, or correct the kind of one.
    """

    code = "SMT357"
    name = "coverage-twice"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for body in facts.organizations.values():
            if len(body.coverage) < _TWO:
                continue
            kinds: dict[CoverageOf, list[Stretch]] = {}
            for place, covered in enumerate(body.coverage):
                stretch = Stretch(*covered.bounds(facts.today), place, covered)
                if covered.until is None:  # up to the catalogue's date, and no further
                    stretch = stretch._replace(last=stretch.sure_last)
                kinds.setdefault(covered.of, []).append(stretch)
            for kind, stretches in kinds.items():
                for later, former, certain in repeated(
                    stretches, possible=facts.possible
                ):
                    message = (
                        f"the {kind} of {body.id} are covered for {former.spell.period} "
                        f"and again for {later.spell.period}"
                    )
                    field = f"coverage[{later.place}]"
                    yield Finding(body, field, message, None, (), certain)


class CoveredButEmpty(Rule):
    """Members, chairmanships or appointments are stated as complete, and there are none.

    Why:
        To state that a list is complete says of everybody who is not in it that they did
        not belong. The records are missing, or bear the id of another organization. A
        catalogue that holds no membership of any organization is not asked for members,
        nor one without any chairmanship or appointment for these.

    Example:
        >>> from summitry import Catalog, Coverage, MemberState, Organization
        >>> body = Organization(id="NC", name="Nordic Council", since="1952",
        ...     coverage=[Coverage(of="members", since="1952", until="2024")])
        >>> lost = MemberState(organization="NATO", state="ISL", since="1952")
        >>> print(Catalog([body, lost]).check(select=["SMT358"])[0])
        SMT358 organizations[0].coverage[0]: the members of NC are covered for 1952/2024, and the catalogue holds none

    What to do:
        Add the records, correct the id in them, or take the coverage out.
    """

    code = "SMT358"
    name = "covered-but-empty"
    severity = Severity.WARNING
    misses_records = True

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for body in facts.organizations.values():
            for place, covered in enumerate(body.coverage):
                kind = covered.of
                if kind is CoverageOf.MEMBERS:
                    empty = bool(facts.memberships) and not any(
                        each.spell.status is Status.MEMBER
                        for each in facts.spells_of.get(body.id, ())
                    )
                elif kind is CoverageOf.CHAIRMANSHIPS:
                    empty = bool(facts.chairmanships) and body.id not in facts.terms_of
                elif kind is CoverageOf.APPOINTMENTS:
                    empty = bool(facts.appointments) and not any(
                        term.organization == body.id for term in facts.appointments
                    )
                else:  # that there were no observers, or no summits, can be true
                    continue
                if empty:
                    message = (
                        f"the {kind} of {body.id} are covered for {covered.period}, and "
                        "the catalogue holds none"
                    )
                    yield Finding(body, f"coverage[{place}]", message, str(kind))


class FoundedByNobody(Rule):
    """Members are covered from the founding on, and nobody belonged at the founding.

    Why:
        A body has members from its first day. Perhaps the spells of the founders begin
        with their ratifications, and the founding is the day of the signature; or a
        founder is missing.

    Example:
        >>> from summitry import Catalog, Coverage, MemberState, Organization
        >>> body = Organization(id="NC", name="Nordic Council", since="1952-02-12",
        ...     coverage=[Coverage(of="members", since="1952-02-12", until="2024")])
        >>> first = MemberState(organization="NC", state="DNK", since="1953-02-13")
        >>> print(Catalog([body, first]).check(select=["SMT359"])[0])
        SMT359 organizations[0].since: NC was founded on 1952-02-12, its members are covered from then on, and nobody belonged to it that day

    What to do:
        Add the founders, let founding and spells begin on the same legal event, or let the
        coverage begin when the first members are recorded.
    """

    code = "SMT359"
    name = "founded-by-nobody"
    severity = Severity.NOTE
    misses_records = True

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for key, body in facts.organizations.items():
            founded = body.since
            if founded is None or not _covers(body, CoverageOf.MEMBERS, founded):
                continue
            day, last = founded.first_ordinal, founded.last_ordinal
            members = [
                each
                for each in facts.spells_of.get(key, ())
                if each.spell.status is Status.MEMBER
            ]
            if last > facts.today or not members:  # as other rules say
                continue
            certain = not any(each.first <= last <= each.last for each in members)
            if certain or (
                facts.possible
                and not any(
                    each.spell.since == founded
                    or each.sure_first <= day <= each.sure_last
                    for each in members
                )
            ):
                message = (
                    f"{key} was founded {when(founded)}, its members are covered from then "
                    "on, and nobody belonged to it that day"
                )
                yield Finding(body, "since", message, founded, (), certain)


class ExistedTwice(Rule):
    """Two periods in which a state existed overlap by more than a day.

    Why:
        A state that came back has a period for each time that it existed. Where they
        overlap, an end or a beginning is wrong.

    Example:
        >>> from summitry import Catalog, State
        >>> from summitry.model import Spell
        >>> state = State(code="XTS", name="Test", existed=[
        ...     Spell(since="1918", until="1941"), Spell(since="1940", until="1991")])
        >>> print(Catalog([state]).check(select=["SMT360"])[0])
        SMT360 states[0].existed[1]: XTS existed 1918/1941 and again 1940/1991

    What to do:
        Correct the day that is wrong, or make one period of the two.
    """

    code = "SMT360"
    name = "existed-twice"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for state in facts.own_states:
            if len(state.existed) < _TWO:
                continue
            for later, former, certain in repeated(
                map(_of_unknown_beginning, _stretches(state.existed)),
                possible=facts.possible,
            ):
                message = (
                    f"{state.code} existed {former.spell.period} and again "
                    f"{later.spell.period}"
                )
                field = f"existed[{later.place}]"
                yield Finding(state, field, message, None, (), certain)


class StateNumbersOverlap(Rule):
    """Two numbers that one list of states gives a state overlap by more than a day.

    Why:
        A list gives a state one number at a time, so data that is joined by that number
        would be counted for it twice.

    Example:
        >>> from summitry import Catalog, State
        >>> from summitry.states import StateNumber
        >>> state = State(code="XTS", name="Test", cow_numbers=[
        ...     StateNumber(number=255, until="1990-10-02"),
        ...     StateNumber(number=260, since="1955-05-05")])
        >>> print(Catalog([state]).check(select=["SMT361"])[0])
        SMT361 states[0].cow_numbers[1]: XTS bore 255 in ../1990-10-02 and 260 in 1955-05-05/..

    What to do:
        Let each number end when the next begins, as the list has it.
    """

    code = "SMT361"
    name = "state-numbers-overlap"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for state in facts.own_states:
            for field, numbers in (
                ("cow_numbers", state.cow_numbers),
                ("gw_numbers", state.gw_numbers),
            ):
                if len(numbers) < _TWO:
                    continue
                for later, former, certain in repeated(
                    _stretches(numbers), possible=facts.possible
                ):
                    one, other = numbers[former.place], numbers[later.place]
                    message = (
                        f"{state.code} bore {one.number} in {one.period} and "
                        f"{other.number} in {other.period}"
                    )
                    where = f"{field}[{later.place}]"
                    yield Finding(state, where, message, other.number, (), certain)


class SuccessionOneSided(Rule):
    """A state names another as predecessor or successor, and that one does not name it.

    Why:
        Who follows the line of succession in one direction finds another answer than in
        the other. A state that comes with the library is not expected to name one that
        only the catalogue knows.

    Example:
        >>> from summitry import Catalog, State
        >>> old = State(code="XTA", name="Old")
        >>> new = State(code="XTB", name="New", succeeds=["XTA"])
        >>> print(Catalog([old, new]).check(select=["SMT362"])[0])
        SMT362 states[1].succeeds[0]: XTB succeeds XTA, which does not name it in succeeded_by

    What to do:
        Name each in the other's record.
    """

    code = "SMT362"
    name = "succession-one-sided"
    severity = Severity.WARNING
    misses_records = True

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        own = {state.code for state in facts.own_states}
        for state in facts.own_states:
            # Those of the library know of each other, and of no state of one's own making.
            known = facts.states if is_state_code(state.code) else own
            for place, code in enumerate(state.succeeds):
                other = facts.states.get(code) if code in known else None
                if other is not None and state.code not in other.succeeded_by:
                    message = (
                        f"{state.code} succeeds {code}, which does not name it in "
                        "succeeded_by"
                    )
                    yield Finding(state, f"succeeds[{place}]", message, code, (other,))
            for place, code in enumerate(state.succeeded_by):
                other = facts.states.get(code) if code in known else None
                if other is not None and state.code not in other.succeeds:
                    message = (
                        f"{state.code} is succeeded by {code}, which does not name it in "
                        "succeeds"
                    )
                    field = f"succeeded_by[{place}]"
                    yield Finding(state, field, message, code, (other,))


class SuccessorTooOld(Rule):
    """A state succeeded another that began only after its own end.

    Why:
        Mostly the two stand the wrong way round.

    Example:
        >>> from summitry import Catalog, State
        >>> from summitry.model import Spell
        >>> old = State(code="XTA", name="Old", succeeds=["XTB"],
        ...     existed=[Spell(since="1918", until="1941")])
        >>> new = State(code="XTB", name="New", existed=[Spell(since="1945")])
        >>> print(Catalog([old, new]).check(select=["SMT363"])[0])
        SMT363 states[0].succeeds[0]: XTA succeeds XTB, and existed 1918/1941, before XTB in 1945/..

    What to do:
        Name the older state in ``succeeds`` of the younger one, and the younger one in
        ``succeeded_by`` of the older.
    """

    code = "SMT363"
    name = "successor-too-old"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        lives = facts.existences
        for state in facts.own_states:
            here = lives[state.code]
            if not here:
                continue
            for place, code in enumerate(state.succeeds):
                answer = _gone_before(here, lives.get(code, ()))
                if facts.wants(answer):
                    other = facts.states[code]
                    message = (
                        f"{state.code} succeeds {code}, and existed {_existed(state)}, "
                        f"before {code} in {_existed(other)}"
                    )
                    field = f"succeeds[{place}]"
                    yield Finding(state, field, message, code, (other,), answer.certain)
            for place, code in enumerate(state.succeeded_by):
                answer = _gone_before(lives.get(code, ()), here)
                if facts.wants(answer):
                    other = facts.states[code]
                    if state.code in other.succeeds and other in facts.own_states:
                        continue  # found where it says so
                    message = (
                        f"{state.code} is succeeded by {code}, and existed "
                        f"{_existed(state)}, after {code} in {_existed(other)}"
                    )
                    field = f"succeeded_by[{place}]"
                    yield Finding(state, field, message, code, (other,), answer.certain)


class FoundedInTheFuture(Rule):
    """An organization was founded after the date of the catalogue.

    Why:
        A catalogue knows nothing of what comes after its date. Mostly a digit is wrong, or
        the date of the catalogue has not been moved on with its records.

    Example:
        >>> from summitry import Catalog, Organization
        >>> body = Organization(id="NC", name="Nordic Council", since="2952")
        >>> print(Catalog([body], as_of="2025-08").check(select=["SMT365"])[0])
        SMT365 organizations[0].since: NC was founded in 2952, and the catalogue is of 2025-08

    What to do:
        Correct the founding, or the date of the catalogue. What is only planned has no
        record yet.
    """

    code = "SMT365"
    name = "founded-in-the-future"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for body, since, certain in future(facts.organizations.values(), facts):
            message = (
                f"{body.id} was founded {when(since)}, and the catalogue is of "
                f"{facts.as_of}"
            )
            yield Finding(body, "since", message, since, (), certain)


class DormantOutsideLife(Rule):
    """A body lay dormant before it was founded, after it ended, or twice at one time.

    Why:
        Dormant is a body within its time, between its founding and its end: it lapsed, and
        came back. Before and after there is no body that could be at rest, and two times
        that overlap are one.

    Example:
        >>> from summitry import Catalog, Organization
        >>> from summitry.model import Spell
        >>> body = Organization(id="AGC", name="Groundnut Council", since="1964",
        ...     until="2005", dormant=[Spell(since="1990", until="2008")])
        >>> print(Catalog([body]).check(select=["SMT366"])[0])
        SMT366 organizations[0].dormant[0].until: AGC lay dormant in 1990/2008, and ended in 2005

    What to do:
        Correct whichever date is wrong. A body that never came back ended when it fell
        asleep; one that was asleep at first was founded later.
    """

    code = "SMT366"
    name = "dormant-outside-life"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for key, body in facts.organizations.items():
            for place, spell in enumerate(body.dormant):
                lay = f"{key} lay dormant in {spell.period}"
                if spell.since is not None and body.since is not None:
                    answer = earlier(spell.since, body.since)
                    if facts.wants(answer):
                        message = f"{lay}, and was founded {when(body.since)}"
                        field = f"dormant[{place}].since"
                        yield Finding(
                            body, field, message, spell.since, (), answer.certain
                        )
                if spell.until is not None and body.until is not None:
                    answer = earlier(body.until, spell.until)
                    if facts.wants(answer):
                        message = f"{lay}, and ended {when(body.until)}"
                        field = f"dormant[{place}].until"
                        yield Finding(
                            body, field, message, spell.until, (), answer.certain
                        )
            for later, former, certain in repeated(
                _stretches(body.dormant), possible=facts.possible
            ):
                message = (
                    f"{key} lay dormant in {former.spell.period} and again in "
                    f"{later.spell.period}"
                )
                field = f"dormant[{later.place}]"
                yield Finding(body, field, message, None, (), certain)


RULES: tuple[type[Rule], ...] = (
    OutlivesParent,
    PredecessorAlive,
    PredecessorYounger,
    NameOutsideLife,
    CoverageOutsideLife,
    CoverageTwice,
    CoveredButEmpty,
    FoundedByNobody,
    ExistedTwice,
    StateNumbersOverlap,
    SuccessionOneSided,
    SuccessorTooOld,
    FoundedInTheFuture,
    DormantOutsideLife,
)

_YEAR = 366
_TRANSITION = 2 * _YEAR
_TWO = 2


def _preceded(
    facts: Facts,
) -> Iterator[tuple[Organization, PartialDate, int, Organization]]:
    """Yield each body with its founding, and the place and record of a predecessor."""
    for body in facts.organizations.values():
        if body.since is not None:
            for place, key in enumerate(body.preceded_by):
                old = facts.organizations.get(key)
                if old is not None and old is not body:
                    yield body, body.since, place, old


def _year_before(one: PartialDate, other: PartialDate) -> Answer:
    """Whether one day is more than a year before another."""
    return Answer.of(
        possible=one.first_ordinal + _YEAR < other.last_ordinal,
        certain=one.last_ordinal + _YEAR < other.first_ordinal,
    )


def _covers(body: Organization, kind: CoverageOf, day: PartialDate) -> bool:
    """Whether records of a kind are stated as complete from a day on."""
    return any(
        covered.of is kind
        and (covered.since is None or covered.since.last_ordinal <= day.last_ordinal)
        and (covered.until is None or covered.until.first_ordinal >= day.last_ordinal)
        for covered in body.coverage
    )


def _stretches(spells: Iterable[Spell]) -> Iterator[Stretch]:
    for place, spell in enumerate(spells):
        yield Stretch(*spell.bounds(LAST_DAY), place, spell)


def _of_unknown_beginning(stretch: Stretch) -> Stretch:
    """Take a beginning that is not there as one that is not known."""
    if stretch.spell.since is not None:
        return stretch
    return stretch._replace(sure_first=stretch.sure_last)


def _gone_before(one: tuple[Bounds, ...], other: tuple[Bounds, ...]) -> Answer:
    """Whether what existed in some periods had gone before what existed in others."""
    if not one or not other:
        return Answer.NO
    return Answer.of(
        possible=max(b[3] for b in one) < min(b[2] for b in other),
        certain=max(b[1] for b in one) < min(b[0] for b in other),
    )


def _existed(state: State) -> str:
    return ", ".join(str(spell.period) for spell in state.existed)
