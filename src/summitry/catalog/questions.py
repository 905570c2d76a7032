"""The questions that a catalogue answers, each from an index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitry.errors import InvalidValue, MultipleFound, NotFound, shorten
from summitry.model import (
    Appointment,
    ChairForm,
    Chairmanship,
    CoverageOf,
    Level,
    Organization,
    Status,
)
from summitry.states import State
from summitry.values import Answer, DateLike, Match, PartialDate
from summitry.values.keywords import explained
from summitry.values.partial_date import partial_date
from summitry.values.period import within_any

from .collection import S
from .context import key_of
from .memberships import Memberships
from .organizations import Organizations


if TYPE_CHECKING:
    from .appointments import Appointments
    from .chairmanships import Chairmanships
    from .context import Context
    from .coverage import Coverages


class Questions:
    """Who belonged to what, and who presided: the asking side of a catalogue."""

    __slots__ = ()

    organizations: Organizations
    memberships: Memberships
    chairmanships: Chairmanships
    appointments: Appointments

    _as_of: PartialDate | None
    _chairs: dict[tuple[str, int], Chairmanship]
    _heads: dict[str, Appointments]
    _context: Context
    _coverages: Coverages
    _rolls: dict[tuple[str, Status | None], Memberships]

    def organization(self, query: str | Organization) -> Organization:
        """Return the organization of an id or a name.

        Args:
            query: An id such as ``NAM``, a name in any language, a former name, an
                acronym. Case, accents and punctuation do not matter; ids come first.

        Raises:
            UnknownOrganization: none is called that; near misses are named.
            AmbiguousOrganization: several are; they are named.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> world.organization("non aligned movement").id
            'NAM'
            >>> world.organization("World Tourism Organization").id
            'UNWTO'
        """
        key = self._context.organization(query)
        found = self._context.organizations.get(key)
        if found is None:
            message = (
                f"{key} is mentioned here, but the catalogue holds no such organization"
            )
            raise NotFound(message, query=query)
        return found

    @explained
    def state(self, query: str, *, on: DateLike | None = None) -> State:
        """Return the state of a code or a name: :func:`summitry.state`, own states first.

        Raises:
            UnknownState: none is called that (on that day).
            AmbiguousState: several are.
        """
        return self._context.state(query, on=None if on is None else partial_date(on))

    @explained
    def members(
        self,
        organization: str | Organization,
        on: DateLike | None = None,
        *,
        match: Match = "possible",
    ) -> Memberships:
        """Return the members of an organization on a day, suspended ones included.

        Args:
            organization: Its id or name.
            on: The day; by default the catalogue's date.
            match: ``"possible"``, ``"certain"`` or ``"uncertain"`` members.

        Returns:
            The spells that hold; ``.states`` and ``.organizations`` name the members.

        Raises:
            UnknownOrganization: none is called that; near misses are named.
            InvalidDate: *on* is no date.

        Warns:
            CoverageWarning: the membership on that day is not known to be complete.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> len(world.members("NAM", on="2023-03-02"))
            120
            >>> "CHN" in world.members("UN", on="1971-10-24").states
            True
        """
        return self._roll(organization, Status.MEMBER, CoverageOf.MEMBERS, on, match)

    @explained
    def observers(
        self,
        organization: str | Organization,
        on: DateLike | None = None,
        *,
        match: Match = "possible",
    ) -> Memberships:
        """Return the observers of an organization on a day.

        Args:
            organization: Its id or name.
            on: The day; by default the catalogue's date.
            match: ``"possible"``, ``"certain"`` or ``"uncertain"`` observers.

        Returns:
            The spells that hold; ``.states`` and ``.organizations`` name the observers.

        Raises:
            UnknownOrganization: none is called that; near misses are named.
            InvalidDate: *on* is no date.

        Warns:
            CoverageWarning: the observers on that day are not known to be complete.

        Example:
            >>> import summitry
            >>> observers = summitry.load().observers("NAM", on="2023-03-02")
            >>> len(observers.states), len(observers.organizations)
            (18, 10)
        """
        return self._roll(organization, Status.OBSERVER, CoverageOf.OBSERVERS, on, match)

    @explained
    def is_member(
        self,
        party: str | State | Organization,
        of: str | Organization,
        on: DateLike | None = None,
    ) -> Answer:
        """Say whether a party was a member of an organization on a day.

        Args:
            party: A state's alpha-3 code or name, an organization's id or name.
            of: The organization's id or name.
            on: The day; by default the catalogue's date.

        Returns:
            ``CERTAIN``, ``POSSIBLE`` or ``NO``. Where the records are not known to be
            complete for that day, what is not recorded is ``POSSIBLE``.

        Raises:
            NotFound: nobody is called that; near misses are named.
            InvalidDate: *on* is no date.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> world.is_member("Palestine", of="NAM", on="2023-03-02")
            <Answer.CERTAIN: 2>
            >>> world.is_member("Palestine", of="UN", on="2023-03-02")
            <Answer.NO: 0>
        """
        key = self._context.organization(of)
        day = self._day(on)
        # In this order only the records of the one body are read.
        spells = self.memberships.of(key).by(party).where(status=Status.MEMBER)
        still = self._context.still
        answer = within_any([spell.bounds(still) for spell in spells], day)
        if self._coverages.complete(key, CoverageOf.MEMBERS, day):
            return answer
        return answer | Answer.POSSIBLE

    @explained
    def share(
        self,
        organization: str | Organization,
        of: str | Organization,
        on: DateLike | None = None,
    ) -> float:
        """Return which share of one organization's members belongs to another.

        Args:
            organization: The body whose members are counted.
            of: The body of whose membership they are a share.
            on: The day; by default the catalogue's date.

        Returns:
            A number from 0 to 1.

        Raises:
            UnknownOrganization: none is called that; near misses are named.
            NotFound: *of* had no members on that day.
            InvalidDate: *on* is no date.

        Warns:
            CoverageWarning: one of the memberships is not known to be complete.

        Example:
            >>> import summitry
            >>> round(summitry.load().share("NAM", of="UN", on="2023-03-02"), 4)
            0.6166
        """
        ours = {key_of(m) for m in self.members(organization, on)}
        theirs = {key_of(m) for m in self.members(of, on)}
        if not theirs:
            message = (
                f"{self._context.organization(of)} had no members on {self._day(on)}"
            )
            raise NotFound(message, query=of)
        return len(ours & theirs) / len(theirs)

    @explained
    def shared(
        self,
        *parties: str | State | Organization,
        on: DateLike | None = None,
        match: Match = "possible",
    ) -> Organizations:
        """Return the organizations of which all of some parties were members on a day.

        Only what the catalogue records is found; see each organization's coverage.

        Args:
            parties: Two or more: codes, ids or names.
            on: The day; by default the catalogue's date.
            match: ``"possible"`` or ``"certain"`` members.

        Raises:
            NotFound: nobody is called that; near misses are named.
            InvalidValue: fewer than two parties.
            InvalidDate: *on* is no date.

        Example:
            >>> import summitry
            >>> shared = summitry.load().shared("AZE", "KAZ", on="2023-03-02")
            >>> "CICA" in shared, "NAM" in shared
            (True, False)
        """
        if len(parties) < len(("one", "other")):
            message = f"give at least two parties, not {len(parties)}"
            raise InvalidValue(message, value=parties, field="parties")
        day = self._day(on)
        bodies = [
            {m.organization for m in self._memberships_of(party).on(day, match)}
            for party in parties
        ]
        common = set.intersection(*bodies)
        known = (self.organizations.get(key) for key in sorted(common))
        return Organizations((o for o in known if o is not None), self._context)

    @explained
    def chair(
        self, organization: str | Organization, on: DateLike | None = None
    ) -> Chairmanship:
        """Return the chairmanship of an organization on a day.

        On the day of a handover it is the incoming chair's. Where the records leave it
        open which of two it was, both are named instead of one being chosen.

        Args:
            organization: Its id or name.
            on: The day; by default the catalogue's date.

        Raises:
            NotFound: no chairmanship is recorded for that day.
            MultipleFound: there were co-chairs, or either of two may have presided.
            UnknownOrganization: none is called that; near misses are named.
            InvalidDate: *on* is no date.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> world.chair("NAM", on="2023-03-02").state
            'AZE'
            >>> world.chair("NAM", on="2024-01-19").state
            'UGA'
        """
        key = self._context.organization(organization)
        day = self._day(on)
        terms = self.chairmanships.of(key)
        if day.is_exact:
            # From one change of the records to the next the answer is the same, errors
            # excepted; the day of a handover is a stretch of its own.
            stretch = terms._time.stretch(day.first_ordinal, "uncertain")
            known = self._chairs.get((key, stretch))
            if known is None:
                known = self._find_chair(key, terms, day)
                self._chairs[key, stretch] = known
        else:
            known = self._find_chair(key, terms, day)
        self._coverages.warn_beyond(key, CoverageOf.CHAIRMANSHIPS, day)
        return known

    @explained
    def head(
        self,
        organization: str | Organization,
        on: DateLike | None = None,
        *,
        post: str | None = None,
    ) -> Appointment:
        """Return who was at the head of an organization's administration on a day.

        On the day of a handover it is the incoming head. Where the records leave it open
        which of two it was, both are named instead of one being chosen.

        Args:
            organization: Its id or name.
            on: The day; by default the catalogue's date.
            post: Which post, where the body has several heads, such as
                ``"Secretary-General"``; case, accents and punctuation do not matter.

        Raises:
            NotFound: nobody is recorded in the post for that day.
            MultipleFound: there were several heads, or either of two may have been.
            UnknownOrganization: none is called that; near misses are named.
            InvalidDate: *on* is no date.

        Warns:
            CoverageWarning: the appointments on that day are not known to be complete.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> world.head("UN", on="1961-09-17").name
            'Dag Hammarskjöld'
            >>> world.head("UN", on="1961-12-01").capacity
            <Capacity.ACTING: 'acting'>
        """
        key = self._context.organization(organization)
        day = self._day(on)
        heads = self._heads.get(key)
        if heads is None:
            heads = self.appointments.of(key).where(level=Level.HEAD_OF_ORGANIZATION)
            self._heads[key] = heads
        terms = heads if post is None else heads.where(post=post)
        if heads and not terms:
            posts = [each.post for each in heads]
            message = f"{key} has no post called {shorten(post)}"
            raise NotFound(message, query=post, candidates=list(dict.fromkeys(posts)))
        found = list(terms.on(day))
        if not found:
            message = f"nobody is recorded at the head of {key} for {day}"
            if not self._coverages.complete(key, CoverageOf.APPOINTMENTS, day):
                message += "; its appointments are not covered for that day"
            raise NotFound(message, query=key)
        together = len({term.post for term in found}) > 1
        if len(found) > 1 and not together:
            found = _settled(found, list(terms.on(day, match="certain")), day)
        if len(found) > 1:
            shown = [f"{term.name} ({term.post}, {term.period})" for term in found]
            if together:
                message = (
                    f"{key} was headed by {' and '.join(shown)} on {day}: say which "
                    "post=… is meant"
                )
            else:
                message = f"{key} may have been headed by {' or '.join(shown)} on {day}"
            raise MultipleFound(message, query=key, candidates=shown)
        self._coverages.warn_beyond(key, CoverageOf.APPOINTMENTS, day)
        return found[0]

    def _day(self, on: DateLike | None) -> PartialDate:
        if on is not None:
            return partial_date(on)
        if self._as_of is None:
            message = "this catalogue has no date of its own: say on which day, on=…"
            raise InvalidValue(message, field="on")
        # A catalogue as of a month is sure of the month's first day.
        return partial_date(self._as_of.earliest)

    def _roll(
        self,
        organization: str | Organization,
        status: Status,
        kind: CoverageOf,
        on: DateLike | None,
        match: Match,
    ) -> Memberships:
        key = self._context.organization(organization)
        day = self._day(on)
        roll = self._rolls.get((key, status))
        if roll is None:
            roll = self.memberships.of(key).where(status=status)
            self._rolls[key, status] = roll
        self._coverages.warn_beyond(key, kind, day)
        return roll.on(day, match)

    def _memberships_of(self, party: str | State | Organization) -> Memberships:
        key = self._context.party(party)
        roll = self._rolls.get((key, None))
        if roll is None:
            roll = self.memberships.by(key).where(status=Status.MEMBER)
            self._rolls[key, None] = roll
        return roll

    def _find_chair(
        self, key: str, terms: Chairmanships, day: PartialDate
    ) -> Chairmanship:
        found = list(terms.on(day))
        if not found:
            message = f"no chairmanship of {key} is recorded for {day}"
            if not self._coverages.complete(key, CoverageOf.CHAIRMANSHIPS, day):
                message += "; its chairmanships are not covered for that day"
            raise NotFound(message, query=key)
        together = any(term.form is ChairForm.CO_CHAIR for term in found)
        if len(found) > 1 and not together:
            found = _settled(found, list(terms.on(day, match="certain")), day)
        if len(found) > 1:
            shown = [
                f"{self._context.label(key_of(term))} ({term.party}, {term.period})"
                for term in found
            ]
            why = "was chaired by" if together else "may have been chaired by"
            message = f"{key} {why} {' or '.join(shown)} on {day}"
            raise MultipleFound(message, query=key, candidates=shown)
        return found[0]


def _settled(possible: list[S], certain: list[S], day: PartialDate) -> list[S]:
    """Return the one term that is sure, or else, on a day of handover, the incoming one."""
    return certain if len(certain) == 1 else _incoming(possible, day)


def _incoming(terms: list[S], day: PartialDate) -> list[S]:
    """Leave out, on a day of handover, who hands over."""
    if not day.is_exact:
        return terms
    date = day.first_ordinal
    staying = [term for term in terms if not _is(term.until, date)]
    if any(_is(term.since, date) for term in staying):
        return staying
    # Who takes over and hands on within one day was the incoming one of it.
    for_a_day = [term for term in terms if _is(term.since, date) and term not in staying]
    return [*staying, *for_a_day] if for_a_day else terms


def _is(date: PartialDate | None, day: int) -> bool:
    return date is not None and date.is_exact and date.first_ordinal == day
