"""Rules of transition: how a spell begins and ends must fit what was before and after."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from summitry.errors import Severity
from summitry.model import MemberState
from summitry.model.vocabulary.memberships import Entry, Exit, Standing
from summitry.rules.facts import latest_beginning, when
from summitry.rules.rule import Finding, Rule
from summitry.values.period import within

from .memberships import belonged_before


if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitry.model import Membership
    from summitry.rules.facts import Dated, Facts
    from summitry.values import PartialDate
    from summitry.values.period import Bounds


class ExitWithoutEnd(Rule):
    """A spell says how it ended, and has no last day.

    Why:
        Without a last day it counts as lasting to this day, so that the party which
        withdrew is still found among the members.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> spell = MemberState(organization="NAM", state="MMR", since="1961", exit="withdrew")
        >>> print(Catalog([spell]).check(select=["SMT321"])[0])
        SMT321 member_states[0].until: MMR left NAM (withdrew), and until is not given

    What to do:
        Add the last day in, as far as it is known: ``1979``, ``[..1992]``, or ``XXXX``
        where no more is known than that it ended.
    """

    code = "SMT321"
    name = "exit-without-end"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for spell in facts.memberships:
            if spell.exit is not None and spell.until is None:
                message = (
                    f"{spell.party} left {spell.organization} ({spell.exit}), and until "
                    "is not given"
                )
                yield Finding(spell, "until", message, spell.exit)


class EntryWithoutBeginning(Rule):
    """A spell says how it began, and has no first day.

    Why:
        Without a first day it counts as lasting from the beginning of time, although it
        is known that the party was once outside, and came in.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> spell = MemberState(organization="NAM", state="AZE", entry="admitted")
        >>> print(Catalog([spell]).check(select=["SMT322"])[0])
        SMT322 member_states[0].since: AZE entered NAM (admitted), and since is not given

    What to do:
        Add the first day, as far as it is known: ``2011``, ``[..2011]`` for one that is
        listed in 2011, or ``XXXX``.
    """

    code = "SMT322"
    name = "entry-without-beginning"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for spell in facts.memberships:
            if spell.since is None and spell.entry is not None:
                message = (
                    f"{spell.party} entered {spell.organization} ({spell.entry}), and "
                    "since is not given"
                )
                yield Finding(spell, "since", message, spell.entry)


class ReadmittedNewcomer(Rule):
    """A party is readmitted to a body in which it has no earlier spell.

    Why:
        Whoever comes back was there before. The spell from which it came back is missing,
        and with it years of membership, or this was the first admission. It is no breach
        where a predecessor of the state was in, where the state was in a predecessor of
        the body, or where the records of the body are said to begin later.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> spell = MemberState(organization="NAM", state="MMR", since="1992-09",
        ...                     entry="readmitted")
        >>> print(Catalog([spell]).check(select=["SMT323"])[0])
        SMT323 member_states[0].entry: MMR entered NAM in 1992-09 (readmitted), and has no earlier spell in it

    What to do:
        Add the earlier spell, or make the entry ``admitted``. Where the records of the
        body begin later, let its ``coverage`` say so.
    """

    code = "SMT323"
    name = "readmitted-newcomer"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        return _newcomers(facts, _COMING_BACK)


class NothingFollows(Rule):
    """A suspension, or a change of status, ends a spell, and no other begins.

    Why:
        A party whose standing or status changed is still in: a spell of the new kind
        follows within days, and at the latest within a year of an uncertain beginning.
        Without it the party is lost from the lists.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> spell = MemberState(organization="OAS", state="CUB", since="1948-04-30",
        ...                     until="1962-01-30", exit="suspended")
        >>> print(Catalog([spell]).check(select=["SMT324"])[0])
        SMT324 member_states[0].exit: CUB left OAS on 1962-01-30 (suspended), and no spell in it follows within a year

    What to do:
        Add the spell that follows, or correct the exit: a party that was put out was
        ``expelled``, one whose status came to an end ``lapsed``.
    """

    code = "SMT324"
    name = "nothing-follows"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for change in facts.changes:
            spell, until = change.spell, change.until
            if until.last_ordinal >= facts.today:
                continue  # what follows is not known yet
            limit = until.last_ordinal + _A_YEAR
            certain = not any(after.first <= limit for after in change.after)
            if not certain and facts.possible:
                limit = until.first_ordinal + _A_YEAR
                if any(latest_beginning(after) <= limit for after in change.after):
                    continue
            elif not certain:
                continue
            message = (
                f"{spell.party} left {spell.organization} {when(until)} ({spell.exit}), "
                "and no spell in it follows within a year"
            )
            yield Finding(spell, "exit", message, spell.exit, certain=certain)


class NothingBefore(Rule):
    """A suspension, its end, or a change of status begins a spell, and none is before it.

    Why:
        Only who is in can be suspended. The spell before it is missing, and with it years
        of membership, or the entry describes the whole membership by one event in it.
        Predecessors count, as they do for SMT323.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> spell = MemberState(organization="OAS", state="HND", since="2011-06-01",
        ...                     entry="reinstated")
        >>> print(Catalog([spell]).check(select=["SMT325"])[0])
        SMT325 member_states[0].entry: HND entered OAS on 2011-06-01 (reinstated), and has no earlier spell in it

    What to do:
        Add the spell that was before, or correct the entry. Where the records of the body
        begin later, let its ``coverage`` say so.
    """

    code = "SMT325"
    name = "nothing-before"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        return _newcomers(facts, _CHANGED)


class ExitContradictsNext(Rule):
    """A spell ends with a suspension and the next is active, or the other way round.

    Why:
        How a spell ended and what the next one is are two ways to say the same. Mostly
        the standing of the next spell was forgotten, and a suspended member counts as an
        active one.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> before = MemberState(organization="OAS", state="CUB", since="1948-04-30",
        ...                      until="1962-01-30", exit="suspended")
        >>> after = MemberState(organization="OAS", state="CUB", since="1962-01-31")
        >>> print(Catalog([before, after]).check(select=["SMT326"])[0])
        SMT326 member_states[0].exit: CUB left OAS on 1962-01-30 (suspended), and its next spell, from 1962-01-31, is active

    What to do:
        Correct the exit, or the standing of the next spell.
    """

    code = "SMT326"
    name = "exit-contradicts-next"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for change in facts.changes:
            spell, until = change.spell, change.until
            if spell.exit is Exit.STATUS_CHANGED or not change.after:
                continue
            soonest = min(latest_beginning(after) for after in change.after)
            if soonest > until.last_ordinal + _A_YEAR:
                continue
            active = spell.exit is Exit.REINSTATED
            wrong = [
                after.spell
                for after in change.after
                if (after.spell.standing is Standing.ACTIVE) is not active
            ]
            certain = len(wrong) == len(change.after)
            if wrong and (certain or facts.possible):
                following = wrong[0]
                message = (
                    f"{spell.party} left {spell.organization} {when(until)} "
                    f"({spell.exit}), and its next spell{_from(following)}, is "
                    f"{following.standing}"
                )
                yield Finding(spell, "exit", message, spell.exit, (following,), certain)


class EntryContradictsStanding(Rule):
    """A spell begins with a suspension and is active, or the other way round.

    Why:
        One of the two is wrong, and lists of active members rest on the standing. Mostly
        the standing was left at what it is by default.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> spell = MemberState(organization="OAS", state="CUB", since="1962-01-31",
        ...                     entry="suspended")
        >>> print(Catalog([spell]).check(select=["SMT327"])[0])
        SMT327 member_states[0].standing: CUB entered OAS by being suspended, and the spell is active

    What to do:
        Make the standing that of the spell: a suspension ends where the next spell
        begins, which is the ``reinstated`` one.
    """

    code = "SMT327"
    name = "entry-contradicts-standing"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for entry, wrong in (
            (Entry.SUSPENDED, Standing.ACTIVE),
            (Entry.REINSTATED, Standing.SUSPENDED),
        ):
            for spell, *_ in facts.entered.get(entry, ()):
                if spell.standing is wrong:
                    message = (
                        f"{spell.party} entered {spell.organization} by being {entry}, "
                        f"and the spell is {wrong}"
                    )
                    yield Finding(spell, "standing", message, wrong)


class NoPredecessor(Rule):
    """A state takes the place of a predecessor, and none of its predecessors was in.

    Why:
        A successor takes over what was there. Either the predecessor's spell is missing,
        or the state was admitted like any other: Czechia and Slovakia were admitted to
        the United Nations in 1993, and succeeded Czechoslovakia elsewhere.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> spell = MemberState(organization="NAM", state="RUS", since="1991-12-24",
        ...                     entry="continued")
        >>> print(Catalog([spell]).check(select=["SMT328"])[0])
        SMT328 member_states[0].entry: RUS entered NAM on 1991-12-24 (continued), and SUN has no spell in it

    What to do:
        Add the spell of the predecessor, or correct the entry. Which states preceded
        another, ``succeeds`` and ``succeeded_by`` of the states say.
    """

    code = "SMT328"
    name = "no-predecessor"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for each in _inherited(facts):
            spell = each.spell
            body = spell.organization
            direct = facts.predecessors.get(each.party)
            if not direct or any(
                (body, code) in facts.spells_by
                for code in _line(each.party, facts.predecessors)
            ):
                continue
            begun = "" if spell.since is None else f" {when(spell.since)}"
            message = (
                f"{spell.party} entered {body}{begun} ({spell.entry}), and "
                f"{_listed(direct)} no spell in it"
            )
            yield Finding(spell, "entry", message, spell.entry)


class NoSuccessor(Rule):
    """A successor took a state's place, and no successor of it is in from then on.

    Why:
        The membership went on, and the catalogue does not say in whose hands. Mostly the
        successor's spell was forgotten, or the state's membership ended with the state.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> spell = MemberState(organization="UN", state="SUN", since="1945-10-24",
        ...                     until="1991-12-23", exit="continued")
        >>> print(Catalog([spell]).check(select=["SMT329"])[0])
        SMT329 member_states[0].exit: SUN left UN on 1991-12-23 (continued), and no successor of it is in from then on

    What to do:
        Add the spell of the successor, or correct the exit: ``dissolved`` says that the
        membership ended with the state.
    """

    code = "SMT329"
    name = "no-successor"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for each in chain.from_iterable(facts.left.get(way, ()) for way in _HANDED_ON):
            spell = each.spell
            until = spell.until
            if until is None or each.party not in facts.successors:
                continue
            if not _inherits(each, until.last_ordinal, facts):
                certain = not _inherits(each, until.first_ordinal, facts)
                if certain or facts.possible:
                    message = (
                        f"{spell.party} left {spell.organization} {when(until)} "
                        f"({spell.exit}), and no successor of it is in from then on"
                    )
                    yield Finding(spell, "exit", message, spell.exit, certain=certain)


class DissolvedButAlive(Rule):
    """A spell ended by dissolution, and both the organization and the party went on.

    Why:
        ``dissolved`` says that one of the two came to an end. Where neither did, within a
        year, the party left in another way, or the end of one of them is missing.

    Example:
        >>> from summitry import Catalog, MemberState, Organization
        >>> body = Organization(id="NAM", name="Non-Aligned Movement", since="1961-09-01")
        >>> spell = MemberState(organization="NAM", state="MMR", since="1961-09-01",
        ...                     until="1979", exit="dissolved")
        >>> print(Catalog([body, spell]).check(select=["SMT330"])[0])
        SMT330 member_states[0].exit: MMR left NAM in 1979 (dissolved), and both MMR and NAM went on

    What to do:
        Correct the exit, mostly to ``withdrew`` or ``lapsed``, or add the end of what was
        dissolved.
    """

    code = "SMT330"
    name = "dissolved-but-alive"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for each in facts.left.get(Exit.DISSOLVED, ()):
            spell = each.spell
            body = facts.lifetimes.get(spell.organization)
            lives = _lives(each, facts)
            if spell.until is None or body is None or not lives:
                continue
            surely = spell.until.last_ordinal + _A_YEAR
            certain = surely < min(facts.still, body[3]) and any(
                b[2] <= surely < b[3] for b in lives
            )
            perhaps = spell.until.first_ordinal + _A_YEAR
            if certain or (
                facts.possible
                and body[1] > perhaps
                and any(b[0] <= surely and perhaps < b[1] for b in lives)
            ):
                message = (
                    f"{spell.party} left {spell.organization} {when(spell.until)} "
                    f"({spell.exit}), and both {spell.party} and {spell.organization} "
                    "went on"
                )
                yield Finding(spell, "exit", message, spell.exit, certain=certain)


class GapInTransition(Rule):
    """More than a month lies between a change of status or standing and the next spell.

    Why:
        A change ends one spell and begins the next, so that the party is in throughout.
        In a gap it counts as one that had left. Mostly one date is that of the decision,
        and the other that of its effect. A gap of more than a year is no transition at
        all, which SMT324 finds.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> before = MemberState(organization="NC", state="FIN", status="observer",
        ...                      since="1953", until="1955-06-30", exit="status_changed")
        >>> after = MemberState(organization="NC", state="FIN", since="1955-10-28")
        >>> print(Catalog([before, after]).check(select=["SMT331"])[0])
        SMT331 member_states[0].until: FIN left NC on 1955-06-30 (status_changed), and its next spell begins on 1955-10-28

    What to do:
        Let the earlier spell last until the day before the later one, or correct the
        exit: who was out in between ``withdrew``.
    """

    code = "SMT331"
    name = "gap-in-transition"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for change in facts.changes:
            spell, until = change.spell, change.until
            if not change.after:
                continue
            following = min(change.after, key=_first).spell
            since = following.since
            if since is None:
                continue
            shortest = since.first_ordinal - until.last_ordinal
            longest = since.last_ordinal - until.first_ordinal
            certain = shortest > _A_MONTH
            if shortest <= _A_YEAR and (
                certain or (facts.possible and longest > _A_MONTH)
            ):
                message = (
                    f"{spell.party} left {spell.organization} {when(until)} "
                    f"({spell.exit}), and its next spell begins {when(since)}"
                )
                yield Finding(spell, "until", message, until, (following,), certain)


class PredecessorStillIn(Rule):
    """A state takes the place of a predecessor that stays in.

    Why:
        One seat cannot have two holders, and both are counted. Mostly the predecessor's
        spell was left without an end. A state that succeeded to what another one had,
        while that one existed on, is no breach: both may be in.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> old = MemberState(organization="UN", state="SUN", since="1945-10-24")
        >>> new = MemberState(organization="UN", state="RUS", since="1991-12-24",
        ...                   entry="continued")
        >>> print(Catalog([old, new]).check(select=["SMT332"])[0])
        SMT332 member_states[0].until: SUN still belongs to UN, and RUS took its place on 1991-12-24

    What to do:
        End the predecessor's spell on the day before the successor's begins. If both were
        members, the later one was ``admitted``.
    """

    code = "SMT332"
    name = "predecessor-still-in"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for each in _inherited(facts):
            spell = each.spell
            since = spell.since
            if since is None:
                continue
            for code in sorted(facts.predecessors.get(each.party, ())):
                if spell.entry is Entry.SUCCEEDED and _there(code, since, facts):
                    continue
                for old in facts.spells_by.get((spell.organization, code), ()):
                    if old.first > since.first_ordinal:
                        continue  # the place came back to it
                    certain = old.sure_last > since.last_ordinal + 1
                    last = facts.today if old.spell.until is None else old.last
                    if certain or (facts.possible and last > since.first_ordinal + 1):
                        until = old.spell.until
                        stays = (
                            f"still belongs to {spell.organization}"
                            if until is None
                            else f"belonged to {spell.organization} until {until}"
                        )
                        message = (
                            f"{code} {stays}, and {spell.party} took its place "
                            f"{when(since)}"
                        )
                        yield Finding(
                            old.spell, "until", message, until, (spell,), certain
                        )


# -- what comes before and after -------------------------------------------------------


_A_YEAR = 366
"""In days: within it what belongs together follows."""

_A_MONTH = 31

_COMING_BACK = (Entry.READMITTED, Entry.RESUMED)
_CHANGED = (Entry.SUSPENDED, Entry.REINSTATED, Entry.STATUS_CHANGED)
_INHERITED = (Entry.SUCCEEDED, Entry.CONTINUED)
_HANDED_ON = (Exit.SUCCEEDED, Exit.CONTINUED)


def _newcomers(facts: Facts, entries: tuple[Entry, ...]) -> Iterator[Finding]:
    """Find the spells that begin as if others had been before them, and none was."""
    for each in chain.from_iterable(facts.entered.get(way, ()) for way in entries):
        spell = each.spell
        since = spell.since
        if since is None:
            continue
        own = facts.spells_by[spell.organization, each.party]
        certain = not any(
            other.first <= since.last_ordinal for other in own if other is not each
        )
        if not certain and not (
            facts.possible
            and not any(
                latest_beginning(other) <= since.first_ordinal
                for other in own
                if other is not each
            )
        ):
            continue
        line = _line(each.party, facts.predecessors)
        if any((spell.organization, code) in facts.spells_by for code in line):
            continue
        if not belonged_before(facts, spell, since):
            message = (
                f"{spell.party} entered {spell.organization} {when(since)} "
                f"({spell.entry}), and has no earlier spell in it"
            )
            yield Finding(spell, "entry", message, spell.entry, certain=certain)


def _first(each: Dated) -> int:
    return each.first


def _from(spell: Membership) -> str:
    return "" if spell.since is None else f", from {spell.since}"


# -- who comes before and after --------------------------------------------------------


def _inherited(facts: Facts) -> Iterator[Dated]:
    """Yield the spells of states that took the place of others."""
    for each in chain.from_iterable(facts.entered.get(way, ()) for way in _INHERITED):
        if isinstance(each.spell, MemberState):
            yield each


def _line(code: str, steps: dict[str, set[str]]) -> Iterator[str]:
    """Yield the states that come before or after one, the nearest first."""
    seen = {code}
    ahead = [code]
    for each in ahead:  # which grows
        for new in steps.get(each, ()):
            if new not in seen:
                seen.add(new)
                ahead.append(new)
                yield new


def _inherits(each: Dated, day: int, facts: Facts) -> bool:
    """Whether a successor of a state is possibly in the same body after a day."""
    return any(
        heir.last > day
        for code in _line(each.party, facts.successors)
        for heir in facts.spells_by.get((each.spell.organization, code), ())
    )


def _listed(codes: set[str]) -> str:
    """Say that one state has, or that several have."""
    names = sorted(codes)
    if len(names) == 1:
        return f"{names[0]} has"
    return f"{', '.join(names[:-1])} and {names[-1]} have"


def _lives(each: Dated, facts: Facts) -> tuple[Bounds, ...]:
    """Return the days between which a party existed, as far as they are known."""
    if isinstance(each.spell, MemberState):
        return facts.existences.get(each.party, ())
    own = facts.lifetimes.get(each.spell.party)
    return () if own is None else (own,)


def _there(code: str, day: PartialDate, facts: Facts) -> bool:
    """Whether a state possibly existed on a day, or nothing is known of when it did."""
    life = facts.existences.get(code, ())
    return not life or any(within(bounds, day).possible for bounds in life)


RULES: tuple[type[Rule], ...] = (
    ExitWithoutEnd,
    EntryWithoutBeginning,
    ReadmittedNewcomer,
    NothingFollows,
    NothingBefore,
    ExitContradictsNext,
    EntryContradictsStanding,
    NoPredecessor,
    NoSuccessor,
    DissolvedButAlive,
    GapInTransition,
    PredecessorStillIn,
)
