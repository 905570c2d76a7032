"""Rules of membership: a spell, its body and its party must be there together."""

from __future__ import annotations

from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from summitry.catalog.context import key_of
from summitry.errors import Severity
from summitry.model.vocabulary.memberships import Entry, Standing, Status
from summitry.model.vocabulary.organizations import CoverageOf
from summitry.rules.facts import when
from summitry.rules.rule import Finding, Rule


if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitry.model import Membership
    from summitry.rules.facts import Dated, Facts
    from summitry.values import PartialDate
    from summitry.values.period import Bounds


class JoinedBeforeFounding(Rule):
    """A spell begins before the organization does.

    Why:
        Nobody can belong to what is not there. Either date may be wrong; often that of
        a predecessor's founding, or of a signature before the entry into force, was
        taken.

    Example:
        >>> from summitry import Catalog, MemberState, Organization
        >>> body = Organization(id="NC", name="Nordic Council", since="1952")
        >>> early = MemberState(organization="NC", state="ISL", since="1951-06")
        >>> print(Catalog([body, early]).check(select=["SMT301"])[0])
        SMT301 member_states[0].since: ISL joined in 1951-06, and NC was founded in 1952

    What to do:
        Correct whichever date is wrong; a party that belonged to the predecessor has a
        spell of its own in that.
    """

    code = "SMT301"
    name = "joined-before-founding"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for key, spells in facts.spells_of.items():
            body = facts.organizations.get(key)
            if body is None or body.since is None:
                continue
            surely, perhaps = body.since.first_ordinal, body.since.last_ordinal
            if not facts.possible:
                perhaps = surely
            for each in spells:
                since = each.spell.since
                if since is None or since.first_ordinal >= perhaps:
                    continue
                certain = since.last_ordinal < surely
                if certain or facts.possible:
                    message = (
                        f"{each.spell.party} joined {when(since)}, and {key} was founded "
                        f"{when(body.since)}"
                    )
                    yield Finding(each.spell, "since", message, since, (body,), certain)


class LastsAfterDissolution(Rule):
    """A spell lasts after the organization's end.

    Why:
        A body that is gone has no members, yet whoever asks for its members of today
        gets them. Mostly the organization was dissolved, and the spells of those who
        were members to the last were left without an end.

    Example:
        >>> from summitry import Catalog, MemberState, Organization
        >>> body = Organization(id="OAU", name="Organisation of African Unity",
        ...                     since="1963-05-25", until="2002-07-08")
        >>> late = MemberState(organization="OAU", state="KEN", since="1963-12-13")
        >>> print(Catalog([body, late]).check(select=["SMT302"])[0])
        SMT302 member_states[0].until: KEN still belongs to OAU, which ended on 2002-07-08

    What to do:
        End the spell on the last day of the organization, with the exit ``dissolved``. A
        party that belongs to the successor has a spell of its own in that.
    """

    code = "SMT302"
    name = "lasts-after-dissolution"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for key, body in facts.organizations.items():
            if body.until is None:
                continue
            surely, perhaps = body.until.last_ordinal, body.until.first_ordinal
            for each in facts.spells_of.get(key, ()):
                certain = each.sure_last > surely
                if certain or (facts.possible and _last(each, facts) > perhaps):
                    spell = each.spell
                    message = f"{_stay(spell)}, which ended {when(body.until)}"
                    yield Finding(spell, "until", message, spell.until, (body,), certain)


class JoinedBeforeState(Rule):
    """A state's spell begins when the state did not exist.

    Why:
        A state joins once it is there. Mostly the date is that on which its predecessor,
        or the metropolitan state, joined. Colonies, republics of a union and liberation
        movements have been members before independence, India at the founding of the
        United Nations and Namibia in the Non-Aligned Movement among them. An associate
        need not be a state, and no territory breaks this rule.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> early = MemberState(organization="NAM", state="AZE", since="1961-09-01")
        >>> print(Catalog([early]).check(select=["SMT303"])[0])
        SMT303 member_states[0].since: AZE joined on 1961-09-01, and became a state on 1991-10-18

    What to do:
        Correct the date, or give the spell to the state that was there then. Where the
        state belonged to the body before it was one, let the spell expect this.
    """

    code = "SMT303"
    name = "joined-before-state"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for each, life in facts.unlived:
            since = each.spell.since
            if since is not None and each.spell.status is not Status.ASSOCIATE:
                yield from self._judged(facts, each, since, life)

    @staticmethod
    def _judged(
        facts: Facts, each: Dated, since: PartialDate, life: tuple[Bounds, ...]
    ) -> Iterator[Finding]:
        days = since.first_ordinal, since.last_ordinal
        # What follows a last day that is in no existence has not begun by then.
        ahead = [bounds[2] > days[0] for bounds in life]
        certain = _outside(*days, life) and any(b[0] > days[1] for b in life)
        if certain:
            ahead = [bounds[0] > days[1] for bounds in life]
        elif not facts.possible or all(
            _within(day, life) or not any(b[2] > day for b in life) for day in days
        ):
            return
        place = min((b[0], at) for at, b in enumerate(life) if ahead[at])[1]
        state = facts.states[each.party]
        begin = state.existed[place].since
        again = " again" if any(b[3] < life[place][0] for b in life) else ""
        became = "" if begin is None else f" {when(begin)}"
        message = f"{each.party} joined {when(since)}, and became a state{again}{became}"
        yield Finding(each.spell, "since", message, since, certain=certain)


class LastsAfterState(Rule):
    """A state's spell lasts after the state's end.

    Why:
        A state that is gone belongs to nothing, yet whoever asks for the members of
        today gets it. Mostly its spell was left without an end, or ended with the first
        day out in place of the last day in. Some bodies kept a seat in the name of a
        state that was gone, as the United Nations did for Yugoslavia.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> late = MemberState(organization="NAM", state="YMD", since="1970-09-08")
        >>> print(Catalog([late]).check(select=["SMT304"])[0])
        SMT304 member_states[0].until: YMD still belongs to NAM, and ended as a state on 1990-05-21

    What to do:
        End the spell on the last day of the state, and give a successor that took its
        place a spell of its own. Where the body kept the seat for longer, let the spell
        expect this.
    """

    code = "SMT304"
    name = "lasts-after-state"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for each, life in facts.unlived:
            if each.spell.status is not Status.ASSOCIATE:
                yield from self._judged(facts, each, life)

    @staticmethod
    def _judged(facts: Facts, each: Dated, life: tuple[Bounds, ...]) -> Iterator[Finding]:
        spell = each.spell
        first = each.sure_last
        last = first if spell.until is None else each.last
        past = [bounds[1] < first for bounds in life]
        certain = any(past) and _outside(first, last, life)
        if not certain:
            if not facts.possible:
                return
            day = next((d for d in (last, first) if not _within(d, life)), None)
            if day is None:
                return
            past = [bounds[3] < day for bounds in life]
            if not any(past):
                return
        end, place = max((b[1], at) for at, b in enumerate(life) if past[at])
        if each.first > end and any(bounds[0] > last for bounds in life):
            return  # all between two existences: that it joined there is found already
        state = facts.states[each.party]
        until = state.existed[place].until
        ended = "" if until is None else f" {when(until)}"
        message = f"{_stay(spell)}, and ended as a state{ended}"
        yield Finding(spell, "until", message, spell.until, certain=certain)


class OverlappingSpells(Rule):
    """Two spells of a party in an organization share more than a day.

    Why:
        A party has one status and one standing at a time: when an observer is admitted,
        its spell as an observer ends. Overlaps are counted twice. They come about where
        a spell was added and the one before it left open. A day on which one spell ends
        and the next begins may belong to both, and a candidate may have another status
        as well.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> guest = MemberState(organization="NC", state="FIN", status="observer",
        ...                     since="1953", until="1956")
        >>> member = MemberState(organization="NC", state="FIN", since="1955-10-28")
        >>> print(Catalog([guest, member]).check(select=["SMT305"])[0])
        SMT305 member_states[1].since: FIN is in NC as member since 1955-10-28, and as observer from 1953 to 1956

    What to do:
        End the earlier spell on the day before the later one begins. Of two that tell of
        the same time, take out the one that has the dates wrong.
    """

    code = "SMT305"
    name = "overlapping-spells"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for spell, longest, certain in _overlaps(facts):
            if not _may_be_one(spell, longest):
                message = (
                    f"{spell.party} is in {spell.organization} as {_span(spell)}, and as "
                    f"{_span(longest)}"
                )
                yield Finding(spell, "since", message, spell.since, (longest,), certain)


class SeamlessSpells(Rule):
    """Two spells follow each other without a gap, and nothing says what changed.

    Why:
        A spell ends where something changes. Two that say the same are one, and counting
        entries or exits finds one too many. Often two sources, each of part of the time,
        were put together.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> early = MemberState(organization="NC", state="FIN",
        ...                     since="1955-10-28", until="1979-12-31")
        >>> late = MemberState(organization="NC", state="FIN", since="1980-01-01")
        >>> print(Catalog([early, late]).check(select=["SMT306"])[0])
        SMT306 member_states[1].since: FIN is member of NC from 1980-01-01, as it was to 1979-12-31

    What to do:
        Unite the two, or say by exit, entry or note what happened between them.
    """

    code = "SMT306"
    name = "seamless-spells"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for spells in facts.spells_by.values():
            if len(spells) == 1:
                continue
            for before, after in pairwise(spells):
                one, two = before.spell, after.spell
                if one.until is None or two.since is None or not _alike(one, two):
                    continue
                longest = two.since.last_ordinal - one.until.first_ordinal
                shortest = two.since.first_ordinal - one.until.last_ordinal
                certain = shortest >= 0 and longest <= 1
                if certain or (facts.possible and shortest <= 1 and longest >= 0):
                    status = _words(two.status_label or two.status)
                    message = (
                        f"{two.party} is {status} of {two.organization} from {two.since}, "
                        f"as it was to {one.until}"
                    )
                    yield Finding(two, "since", message, two.since, (one,), certain)


class MemberOrganizationNotThere(Rule):
    """An organization belongs to another before its own founding, or after its end.

    Why:
        Nobody belongs to a body without being there. Often the spell is that of a
        predecessor: the African Union took the seats of the Organisation of African
        Unity in 2002, and has a record of its own.

    Example:
        >>> from summitry import Catalog, MemberOrganization, Organization
        >>> union = Organization(id="AU", name="African Union", since="2002-07-09")
        >>> early = MemberOrganization(organization="NAM", member_organization="AU",
        ...                            status="observer", since="1964-10-05")
        >>> print(Catalog([union, early]).check(select=["SMT307"])[0])
        SMT307 member_organizations[0].since: AU joined on 1964-10-05, and was founded on 2002-07-09

    What to do:
        Correct the date that is wrong, or divide the spell between the organization and
        its predecessor.
    """

    code = "SMT307"
    name = "member-organization-not-there"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for each in facts.dated:
            if each.party[0] != "@":
                continue
            spell = each.spell
            body = facts.organizations.get(spell.party)
            if body is None:
                continue
            since, founded, ended = spell.since, body.since, body.until
            if since is not None and founded is not None:
                certain = since.last_ordinal < founded.first_ordinal
                early = since.first_ordinal < founded.last_ordinal
                if certain or (facts.possible and early):
                    message = (
                        f"{spell.party} joined {when(since)}, and was founded "
                        f"{when(founded)}"
                    )
                    yield Finding(spell, "since", message, since, (body,), certain)
            if ended is not None:
                certain = each.sure_last > ended.last_ordinal
                late = _last(each, facts) > ended.first_ordinal
                if certain or (facts.possible and late):
                    message = f"{_stay(spell)}, and itself ended {when(ended)}"
                    yield Finding(spell, "until", message, spell.until, (body,), certain)


class JoinedInTheFuture(Rule):
    """A spell begins or ends after the date of the catalogue.

    Why:
        What has not come to pass may not come to pass: an accession waits for a
        ratification, a notice of withdrawal is taken back. More often a digit of the
        year is wrong, or the date of the catalogue was not moved on.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> spell = MemberState(organization="NC", state="FIN", since="2055-10-28")
        >>> print(Catalog([spell], as_of="2025-08").check(select=["SMT308"])[0])
        SMT308 member_states[0].since: FIN joins on 2055-10-28, and the catalogue is as of 2025-08

    What to do:
        Correct the date, or move that of the catalogue on. A withdrawal that has only
        been announced belongs in the note.
    """

    code = "SMT308"
    name = "joined-in-the-future"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        today, possible = facts.today, facts.possible
        for each in facts.dated:
            late = each.spell.until is not None and each.last > today
            if late or possible or each.first > today:
                yield from self._judged(facts, each.spell)

    @staticmethod
    def _judged(facts: Facts, spell: Membership) -> Iterator[Finding]:
        for field, date, does in (
            ("since", spell.since, "joins"),
            ("until", spell.until, "leaves"),
        ):
            if date is not None and date.last_ordinal > facts.today:
                certain = date.first_ordinal > facts.today
                if certain or facts.possible:
                    message = (
                        f"{spell.party} {does} {when(date)}, and the catalogue is as of "
                        f"{facts.as_of}"
                    )
                    yield Finding(spell, field, message, date, certain=certain)
                if certain:
                    return


class LongAfterFounding(Rule):
    """A founding member's spell begins more than two years after the founding.

    Why:
        Who signed at the founding may ratify months later, and is a founding member all
        the same. Years later it is hardly one: either it acceded, or the date is that of
        something else.

    Example:
        >>> from summitry import Catalog, MemberState, Organization
        >>> body = Organization(id="NC", name="Nordic Council", since="1952-02-12")
        >>> late = MemberState(organization="NC", state="FIN", since="1955-10-28",
        ...                    entry="founded")
        >>> print(Catalog([body, late]).check(select=["SMT309"])[0])
        SMT309 member_states[0].entry: FIN joined on 1955-10-28 as a founding member, and NC was founded on 1952-02-12

    What to do:
        Make the entry ``acceded`` or ``admitted``, or correct the date. Where a founding
        member ratified that late, let the spell expect this.
    """

    code = "SMT309"
    name = "long-after-founding"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for each in facts.entered.get(Entry.FOUNDED, ()):
            spell = each.spell
            body = facts.organizations.get(spell.organization)
            if spell.since is None or body is None or body.since is None:
                continue
            since, founded = spell.since, body.since
            certain = since.first_ordinal > founded.last_ordinal + _TWO_YEARS
            late = since.last_ordinal > founded.first_ordinal + _TWO_YEARS
            if certain or (facts.possible and late):
                message = (
                    f"{spell.party} joined {when(since)} as a founding member, and "
                    f"{body.id} was founded {when(founded)}"
                )
                yield Finding(spell, "entry", message, spell.entry, (body,), certain)


class SuspendedStranger(Rule):
    """A party is suspended or inactive in an organization to which it did not belong.

    Why:
        A suspension is a spell of its own, and follows that in which the party was
        active. Mostly that one is missing, and with it the years of full membership, or
        the whole membership was marked by what it came to in the end. It is no breach
        where the party comes from a predecessor of the body, or takes the place of
        another state, or the records of the body begin later.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> spell = MemberState(organization="OAS", state="CUB", standing="suspended",
        ...                     since="1962-01-31", until="2009-06-02")
        >>> print(Catalog([spell]).check(select=["SMT310"])[0])
        SMT310 member_states[0].standing: CUB is suspended in OAS since 1962-01-31, and no spell before it says that it was in

    What to do:
        Add the spell in which it was active, or correct the standing.
    """

    code = "SMT310"
    name = "suspended-stranger"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        active = Standing.ACTIVE
        for each in facts.dated:
            spell = each.spell
            if (
                spell.standing is active
                or spell.since is None
                or spell.entry in _FOLLOWING
            ):
                continue
            since = spell.since
            others = facts.spells_by[spell.organization, each.party]
            # One that may have begun by then may be the one that came before.
            if not any(
                other.first <= since.last_ordinal for other in others if other is not each
            ) and not belonged_before(facts, spell, since):
                message = (
                    f"{spell.party} is {spell.standing} in {spell.organization} since "
                    f"{since}, and no spell before it says that it was in"
                )
                yield Finding(spell, "standing", message, spell.standing)


class ToldTwice(Rule):
    """Two spells of a party in an organization may be one, told twice.

    Why:
        A list that knows years was laid over one that knows days: what both tell is in
        the catalogue twice, and counted twice.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> spells = [MemberState(organization="NC", state="FIN", since=since)
        ...           for since in ("1955-10-28", "1955")]
        >>> print(Catalog(spells).check(select=["SMT311"])[0])
        SMT311 member_states[1].since: FIN is in NC as member since 1955, and as member since 1955-10-28, which may be the same

    What to do:
        Keep the one that is known more exactly, with the sources of both.
    """

    code = "SMT311"
    name = "told-twice"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for spell, longest, certain in _overlaps(facts):
            if certain and _may_be_one(spell, longest):
                message = (
                    f"{spell.party} is in {spell.organization} as {_span(spell)}, and as "
                    f"{_span(longest)}, which may be the same"
                )
                yield Finding(spell, "since", message, spell.since, (longest,))


_TWO_YEARS = 731
"""In days."""

_FOLLOWING = frozenset(
    (
        Entry.SUCCEEDED,
        Entry.CONTINUED,
        Entry.READMITTED,
        Entry.RESUMED,
        Entry.SUSPENDED,
        Entry.REINSTATED,
        Entry.STATUS_CHANGED,
    )
)
"""Entries that say themselves what came before: whether it did, other rules look."""


# -- what was before -------------------------------------------------------------------


def belonged_before(facts: Facts, spell: Membership, since: PartialDate) -> bool:
    """Whether a party without an earlier spell in a body may have belonged all the same.

    It may where records of that kind are said to begin with the spell or later, and
    where it may have been in a predecessor of the body: Morocco, which had left the OAU,
    came back into the African Union.

    Args:
        facts: The catalogue.
        spell: The first spell of the party in the body.
        since: Its first day.
    """
    body = facts.organizations.get(spell.organization)
    if body is None:
        return False
    party = key_of(spell)
    kind = _COVERED.get(spell.status, CoverageOf.OTHERS)
    return any(
        covered.since is not None
        and covered.since.last_ordinal >= since.first_ordinal
        # Before a change of status it was something else.
        and (covered.of is kind or spell.entry is Entry.STATUS_CHANGED)
        for covered in body.coverage
    ) or any(
        (key, party) in facts.spells_by or key not in facts.spells_of
        for key in body.preceded_by
    )


_COVERED = {
    Status.MEMBER: CoverageOf.MEMBERS,
    Status.OBSERVER: CoverageOf.OBSERVERS,
}
"""Which records a spell is one of; of any other status, it is one of the others."""


# -- days ------------------------------------------------------------------------------


def _last(each: Dated, facts: Facts) -> int:
    """Return the last day of a spell of which the catalogue can know."""
    return max(facts.today, each.first) if each.spell.until is None else each.last


def _within(day: int, life: tuple[Bounds, ...]) -> bool:
    """Whether a state certainly existed on a day."""
    return any(bounds[2] <= day <= bounds[3] for bounds in life)


def _outside(first: int, last: int, life: tuple[Bounds, ...]) -> bool:
    """Whether a state certainly did not exist on any of some days."""
    return not any(bounds[0] <= last and first <= bounds[1] for bounds in life)


def _candidate(each: Dated) -> bool:
    return each.spell.status is Status.CANDIDATE


def _near(spells: list[Dated]) -> bool:
    """Whether any of several spells may overlap for certain; it is quick to say no."""
    reached = 0
    for each in spells:
        if reached > each.sure_first:
            return True
        reached = max(reached, each.sure_last + 1)
    return False


def _overlaps(facts: Facts) -> Iterator[tuple[Membership, Membership, bool]]:
    """Yield the spells that share more than a day with one that began before them.

    Yields:
        The later spell, the earlier one, and whether they certainly do.
    """
    for spells in facts.spells_by.values():
        if len(spells) > 1 and (facts.possible or _near(spells)):
            yield from _sweep([e for e in spells if not _candidate(e)], facts)
            yield from _sweep([e for e in spells if _candidate(e)], facts)


def _sweep(
    spells: list[Dated], facts: Facts
) -> Iterator[tuple[Membership, Membership, bool]]:
    found: set[frozenset[int]] = set()
    for certain in (True, False) if facts.possible else (True,):
        days = [
            (*(_sure(each, facts) if certain else (each.first, each.last)), each.spell)
            for each in spells
        ]
        days.sort(key=_FIRST_AND_LAST)
        reached, longest = 0, None
        for first, last, spell in days:
            if longest is not None and min(reached, last) > first:
                keys = frozenset((id(spell),)), frozenset((id(spell), id(longest)))
                if found.isdisjoint(keys):
                    found.update(keys)
                    yield spell, longest, certain
            if last > reached:
                reached, longest = last, spell


def _may_be_one(one: Membership, other: Membership) -> bool:
    """Whether two spells may be the same, told twice and perhaps with dates less exact."""
    return (
        one.status is other.status
        and one.standing is other.standing
        and (one.since is None or other.since is None or _meet(one.since, other.since))
        and (
            one.until is other.until
            or (
                one.until is not None
                and other.until is not None
                and _meet(one.until, other.until)
            )
        )
    )


def _meet(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates may be the same day."""
    return (
        one.first_ordinal <= other.last_ordinal
        and other.first_ordinal <= one.last_ordinal
    )


_FIRST_AND_LAST = itemgetter(0, 1)


def _sure(each: Dated, facts: Facts) -> tuple[int, int]:
    """Return the days between which a spell certainly holds.

    One that still lasts does not end on the day of the catalogue, and a beginning that
    no source gives is not known.
    """
    spell = each.spell
    last = each.sure_last + (spell.until is None)
    if spell.since is not None:
        return each.sure_first, last
    return facts.still if spell.until is None else each.last, last


# -- words -----------------------------------------------------------------------------


def _alike(one: Membership, two: Membership) -> bool:
    """Whether two spells say the same, and neither says why they are two."""
    return (
        one.status is two.status
        and one.status_label == two.status_label
        and one.standing is two.standing
        and one.exit is None
        and two.entry is None
        and one.note is None
        and two.note is None
    )


def _stay(spell: Membership) -> str:
    """Say how long a spell lasts."""
    if spell.until is None:
        return f"{spell.party} still belongs to {spell.organization}"
    return f"{spell.party} belonged to {spell.organization} until {spell.until}"


def _span(spell: Membership) -> str:
    """Say as what a party is in, and from when to when."""
    standing = "" if spell.standing is Standing.ACTIVE else f"{spell.standing} "
    status = f"{standing}{_words(spell.status)}"
    if spell.until is None:
        return status if spell.since is None else f"{status} since {spell.since}"
    begin = "" if spell.since is None else f" from {spell.since}"
    return f"{status}{begin} to {spell.until}"


def _words(word: str) -> str:
    return word.replace("_", " ")


RULES: tuple[type[Rule], ...] = (
    JoinedBeforeFounding,
    LastsAfterDissolution,
    JoinedBeforeState,
    LastsAfterState,
    OverlappingSpells,
    SeamlessSpells,
    MemberOrganizationNotThere,
    JoinedInTheFuture,
    LongAfterFounding,
    SuspendedStranger,
    ToldTwice,
)
