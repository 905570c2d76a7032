"""Rules of meetings: who was there, in what capacity, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitry.catalog.context import key_of, organization_key
from summitry.errors import Severity
from summitry.model import (
    BilateralMeeting,
    Happened,
    Level,
    MeetingFormat,
    Modality,
    Summit,
)
from summitry.rules.rule import Finding, Rule
from summitry.values.text import normalize

from .summits import LISTED, OFF, absence_of, during, one_country, same_city, tense


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summitry.model import Delegation, Representative
    from summitry.model.meeting import Meeting
    from summitry.rules.facts import Facts, Gathering


# -- the sidelines -------------------------------------------------------------------


class OutsideItsSummit(Rule):
    """A meeting on the sidelines of a summit was days before it, or after it.

    Why:
        The date is wrong, or it was another summit: often the one of the year before.
        One or two days before and after, people arrive and leave, and meet.

    Example:
        >>> from summitry import BilateralMeeting, Catalog, Delegation, Summit
        >>> summit = Summit(id="nam-2019", organizations=["NAM"], name="18th Summit",
        ...                 since="2019-10-25", until="2019-10-26")
        >>> meeting = BilateralMeeting(id="aze-irn", since="2018-10-25",
        ...     sidelines_of="nam-2019",
        ...     delegations=[Delegation(state="AZE"), Delegation(state="IRN")])
        >>> print(Catalog([summit, meeting]).check(select=["SMT421"])[0])
        SMT421 bilateral_meetings[0].since: this was held on 2018-10-25, and nam-2019 for 2019-10-25/2019-10-26

    What to do:
        Correct the date, or name the summit on whose sidelines it was.
    """

    code = "SMT421"
    name = "outside-its-summit"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for each, meeting, summit, other in _sidelines(facts):
            certain = (
                each.last < summit.first - _ROUND or each.first > summit.last + _ROUND
            )
            if certain or (
                facts.possible
                and (
                    each.sure_last < summit.sure_first - _ROUND
                    or each.sure_first > summit.sure_last + _ROUND
                )
            ):
                if not certain and meeting.since == other.since:
                    continue
                message = (
                    f"this {tense(meeting)} {meeting.happened} {during(meeting)}, and "
                    f"{other.id} {during(other)}"
                )
                yield Finding(meeting, "since", message, meeting.since, (other,), certain)


class SidelinesElsewhere(Rule):
    """A meeting on the sidelines of a summit was in another city or state.

    Why:
        Who meets on the sidelines is where the summit is. The place was taken from
        another record, or it was another summit. Calls and virtual meetings and summits
        are left out.

    Example:
        >>> from summitry import BilateralMeeting, Catalog, Delegation, Place, Summit
        >>> summit = Summit(id="nam-2019", organizations=["NAM"], name="18th Summit",
        ...                 since="2019-10-25", place=Place(city="Baku", state="AZE"))
        >>> meeting = BilateralMeeting(id="aze-irn", since="2019-10-25",
        ...     sidelines_of="nam-2019", place=Place(city="Tehran", state="IRN"),
        ...     delegations=[Delegation(state="AZE"), Delegation(state="IRN")])
        >>> print(Catalog([summit, meeting]).check(select=["SMT422"])[0])
        SMT422 bilateral_meetings[0].place.state: this was in IRN, and nam-2019 in AZE

    What to do:
        Correct the place, or name the summit on whose sidelines it was.
    """

    code = "SMT422"
    name = "sidelines-elsewhere"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for _, meeting, _, summit in _sidelines(facts):
            field: str
            one: str
            two: str
            here, there = meeting.place, summit.place
            if here is None or there is None or _remote(meeting) or _remote(summit):
                continue
            if (
                here.state is not None
                and there.state is not None
                and not one_country(here.state, there.state, facts)
            ):
                field, one, two = "place.state", here.state, there.state
            elif (
                here.city is not None
                and there.city is not None
                and not same_city(here.city, there.city)
            ):
                field, one, two = "place.city", here.city, there.city
            else:
                continue
            message = f"this {tense(meeting)} in {one}, and {summit.id} in {two}"
            yield Finding(meeting, field, message, one, (summit,))


# -- the delegations -----------------------------------------------------------------


class DelegationNotThere(Rule):
    """A delegation is of a state or an organization that did not exist at the time.

    Why:
        The code is that of a predecessor or a successor, or the date is wrong. Nothing
        is said of a party a year before its beginning, of one that belonged to the
        organization then, as Ukraine did to the United Nations, nor of a liberation
        movement before independence.

    Example:
        >>> from summitry import Catalog, Delegation, Summit
        >>> summit = Summit(id="nam-1961", organizations=["NAM"], name="1st Summit",
        ...                 since="1961-09-01", delegations=[Delegation(state="SRB")])
        >>> print(Catalog([summit]).check(select=["SMT423"])[0])
        SMT423 summits[0].delegations[0].state: SRB took part on 1961-09-01, and existed for 1878-07-13/1918-11 and 2006-06-03/..; YUG was there then

    What to do:
        Give the code of the party that was there, or correct the date.
    """

    code = "SMT423"
    name = "delegation-not-there"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for each in facts.gatherings:
            meeting = each.meeting
            if meeting.happened in OFF:
                continue
            for seat, delegation in _delegations(meeting):
                code = delegation.state
                if code is None:
                    yield from self._body(seat, delegation.party, each, facts)
                    continue
                absence = absence_of(code, each, facts, grace=_YEAR)
                if absence is not None and not _belongs(code, each, facts):
                    message = (
                        f"{code} {_took_part(meeting)} {during(meeting)}, and "
                        f"{absence.existed}"
                    )
                    field = f"{_field(seat)}.state"
                    yield Finding(meeting, field, message, code, (), absence.certain)

    @staticmethod
    def _body(seat: int, key: str, each: Gathering, facts: Facts) -> Iterator[Finding]:
        life = facts.lifetimes.get(key)
        if life is None:
            return
        first, last, sure_first, sure_last = life
        certain = each.last < first - _YEAR or each.first > last
        if not certain and not (
            facts.possible
            and (each.sure_last < sure_first - _YEAR or each.sure_first > sure_last)
        ):
            return
        meeting, body = each.meeting, facts.organizations[key]
        message = f"{key} {_took_part(meeting)} {during(meeting)}, and existed for {body.period}"
        field = f"{_field(seat)}.organization"
        yield Finding(meeting, field, message, key, (body,), certain)


class AbsentFromSummit(Rule):
    """A party that met on the sidelines of a summit is not among its delegations.

    Why:
        Who meets there takes part, or is a guest. Perhaps the code is that of a namesake,
        it was another summit, or a delegation is missing. Nothing is said of the host,
        the chair, the organization itself or who belonged to it, nor where the list
        is short, and is that of those whom a source happened to name.

    Example:
        >>> from summitry import BilateralMeeting, Catalog, Delegation, Summit
        >>> codes = "TKM", "UZB", "IRQ", "LBY", "CUB", "GAB", "TZA", "DZA"
        >>> summit = Summit(id="nam-2023", organizations=["NAM"], name="Contact group",
        ...                 since="2023-03-02", host="AZE",
        ...                 delegations=[Delegation(state=code) for code in codes])
        >>> meeting = BilateralMeeting(id="aze-nor", since="2023-03-02",
        ...     sidelines_of="nam-2023",
        ...     delegations=[Delegation(state="AZE"), Delegation(state="NOR")])
        >>> print(Catalog([summit, meeting]).check(select=["SMT424"])[0])
        SMT424 bilateral_meetings[0].delegations[1].state: NOR is none of the 8 delegations of nam-2023

    What to do:
        Correct the party or the summit, or add the delegation to the summit.
    """

    code = "SMT424"
    name = "absent-from-summit"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        present: dict[str, set[str]] = {}
        for _, meeting, days, summit in _sidelines(facts):
            if len(summit.delegations) < LISTED:
                continue
            there = present.get(summit.id)
            if there is None:
                there = present[summit.id] = _present(summit)
            for seat, delegation in _delegations(meeting):
                key = key_of(delegation)
                if key not in there and not _belongs(key, days, facts):
                    message = (
                        f"{delegation.party} is none of the {len(summit.delegations)} "
                        f"delegations of {summit.id}"
                    )
                    kind = "organization" if delegation.state is None else "state"
                    field = f"{_field(seat)}.{kind}"
                    party = delegation.party
                    yield Finding(meeting, field, message, party, (summit,))


class LevelOfAnOrganization(Rule):
    """Somebody in the delegation of a state has the level of an organization's head.

    Why:
        The level is that of the capacity in which a person took part. A delegation of a
        state is led by its president, its ministers, its ambassadors; who heads an
        organization speaks for that. The reverse is usual: a president who chairs an
        organization may represent it.

    Example:
        >>> from summitry import BilateralMeeting, Catalog, Delegation, Representative
        >>> grossi = Representative(name="Rafael Mariano Grossi", level="head_of_organization")
        >>> meeting = BilateralMeeting(id="arg-chn", since="2023-03-02", delegations=[
        ...     Delegation(state="ARG", representatives=[grossi]), Delegation(state="CHN")])
        >>> print(Catalog([meeting]).check(select=["SMT425"])[0])
        SMT425 bilateral_meetings[0].delegations[0].representatives[0].level: Rafael Mariano Grossi took part for ARG as head_of_organization

    What to do:
        Correct the level, or let the delegation be of the organization.
    """

    code = "SMT425"
    name = "level-of-an-organization"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for meeting in facts.all_meetings:
            for seat, delegation in _delegations(meeting):
                if delegation.state is None:
                    continue
                for place, person in enumerate(delegation.representatives):
                    if person.level in _OF_ORGANIZATIONS:
                        message = (
                            f"{person.name} {_took_part(meeting)} for {delegation.state} "
                            f"as {person.level}"
                        )
                        field = f"{_field(seat)}.representatives[{place}].level"
                        yield Finding(meeting, field, message, person.level)


# -- the form ------------------------------------------------------------------------


class FormatContradictsModality(Rule):
    """A call is said to be in person, or a pull-aside to be virtual.

    Why:
        Whether people were in one room is said twice, and differently. Mostly the
        modality was left out: without it, a meeting counts as one in person.

    Example:
        >>> from summitry import BilateralMeeting, Catalog, Delegation
        >>> meeting = BilateralMeeting(id="aze-chn", since="2020-05-04", format="phone",
        ...     delegations=[Delegation(state="AZE"), Delegation(state="CHN")])
        >>> print(Catalog([meeting]).check(select=["SMT426"])[0])
        SMT426 bilateral_meetings[0].modality: the format is phone, and the modality is in_person

    What to do:
        Let the modality of a call be ``virtual``, or correct the format.
    """

    code = "SMT426"
    name = "format-contradicts-modality"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for meeting in facts.meetings:
            if meeting.format is not None and meeting.modality is _CONTRADICTED.get(
                meeting.format
            ):
                message = (
                    f"the format is {meeting.format}, and the modality is "
                    f"{meeting.modality}"
                )
                yield Finding(meeting, "modality", message, meeting.modality)


class VirtualWithPlace(Rule):
    """A virtual meeting has a city as its place.

    Why:
        Where everybody took part from elsewhere, there was no place: the ``host`` of a
        summit says who received the others. Where some came together, it was hybrid.

    Example:
        >>> from summitry import Catalog, Place, Summit
        >>> summit = Summit(id="nam-contact-group-2020", organizations=["NAM"],
        ...                 name="Contact group", since="2020-05-04", modality="virtual",
        ...                 place=Place(city="Baku", state="AZE"))
        >>> print(Catalog([summit]).check(select=["SMT427"])[0])
        SMT427 summits[0].place.city: this was virtual, and its place is Baku

    What to do:
        Take the place out, or let the modality be ``hybrid``.
    """

    code = "SMT427"
    name = "virtual-with-place"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for meeting in facts.all_meetings:
            if (
                meeting.modality is Modality.VIRTUAL
                and meeting.place is not None
                and meeting.place.city is not None
            ):
                city = meeting.place.city
                message = f"this {tense(meeting)} virtual, and its place is {city}"
                yield Finding(meeting, "place.city", message, city)


# -- twice, and in two places --------------------------------------------------------


class RecordedTwice(Rule):
    """Two meetings of the same two parties were held on the same day.

    Why:
        One meeting was entered twice, from two sources. They are not the same if they
        were in different cities, if their formats differ, or if other people met.

    Example:
        >>> from summitry import BilateralMeeting, Catalog, Delegation
        >>> def meeting(id, one, other):
        ...     return BilateralMeeting(id=id, since="2023-03-02", delegations=[
        ...         Delegation(state=one), Delegation(state=other)])
        >>> report = Catalog([meeting("baku", "AZE", "CHN"), meeting("beijing", "CHN", "AZE")])
        >>> print(report.check(select=["SMT428"])[0])
        SMT428 bilateral_meetings[1]: baku too is a meeting of AZE and CHN on 2023-03-02

    What to do:
        Keep one record, with the sources of both. Two meetings of one day are told apart
        by their formats or by who took part.
    """

    code = "SMT428"
    name = "recorded-twice"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        by_parties: dict[tuple[str, ...], list[tuple[Gathering, BilateralMeeting]]] = {}
        for each in facts.gatherings:
            meeting = each.meeting
            if (
                isinstance(meeting, BilateralMeeting)
                and meeting.happened is Happened.HELD
            ):
                parties = tuple(sorted(map(key_of, meeting.delegations)))
                by_parties.setdefault(parties, []).append((each, meeting))
        for meetings in by_parties.values():
            if len(meetings) > 1:
                meetings.sort(key=lambda pair: pair[0][1:])
                yield from self._among(meetings, possible=facts.possible)

    @staticmethod
    def _among(
        meetings: list[tuple[Gathering, BilateralMeeting]], *, possible: bool
    ) -> Iterator[Finding]:
        for place, (each, one) in enumerate(meetings):
            for other, two in meetings[max(0, place - _MOST) : place]:
                certain = each[1:] == other[1:] and each.sure_first <= each.sure_last
                if not certain and not (possible and each.first <= other.last):
                    continue
                if _may_be_one(one, two):
                    message = (
                        f"{two.id} too is a meeting of {' and '.join(two.parties)} "
                        f"{during(two)}"
                    )
                    yield Finding(one, "", message, one.since, (two,), certain)
                    break


class InTwoPlaces(Rule):
    """One person took part in person in meetings of the same day in two states.

    Why:
        On a tour one can, and mostly one of the dates or places is wrong, or two persons
        have one name. It is asked only of meetings of one known day.

    Example:
        >>> from summitry import (BilateralMeeting, Catalog, Delegation, Place,
        ...                       Representative)
        >>> def meeting(id, other, city, state):
        ...     li = Representative(name="Li Hui")
        ...     return BilateralMeeting(id=id, since="2023-03-01", delegations=[
        ...         Delegation(state="CHN", representatives=[li]), Delegation(state=other)],
        ...         place=Place(city=city, state=state))
        >>> report = Catalog([meeting("one", "AZE", "Baku", "AZE"),
        ...                   meeting("two", "JPN", "Tokyo", "JPN")]).check()
        >>> print(report.where(code="SMT429")[0])
        SMT429 bilateral_meetings[1].delegations[0].representatives[0]: Li Hui was in Tokyo on 2023-03-01, and in Baku at one

    What to do:
        Nothing, if they were in both. Else correct the date or the place; give each of
        two persons an id.
    """

    code = "SMT429"
    name = "in-two-places"
    severity = Severity.NOTE

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        days: dict[int, list[tuple[Meeting, str, str]]] = {}
        for each in facts.gatherings:
            meeting, place = each.meeting, each.meeting.place
            if (
                each.first == each.last
                and place is not None
                and place.city is not None
                and place.state is not None
                and meeting.happened is Happened.HELD
                and meeting.modality is Modality.IN_PERSON
            ):
                here = (meeting, place.city, place.state)
                days.setdefault(each.first, []).append(here)
        for meetings in days.values():
            if len(meetings) > 1:
                yield from self._on_a_day(meetings, facts)

    @staticmethod
    def _on_a_day(
        meetings: list[tuple[Meeting, str, str]], facts: Facts
    ) -> Iterator[Finding]:
        seen: dict[tuple[bool, str], tuple[Meeting, str, str]] = {}
        for here in meetings:
            meeting, city, state = here
            for seat, place, person in _people(meeting):
                other, there, country = seen.setdefault(_identity(person), here)
                if other is meeting or one_country(state, country, facts):
                    continue
                message = (
                    f"{person.name} was in {city} {during(meeting)}, and in {there} at "
                    f"{other.id}"
                )
                field = f"{_field(seat)}.representatives[{place}]"
                yield Finding(meeting, field, message, person.name, (other,))


class OnBothSides(Rule):
    """One person represents both parties of a bilateral meeting.

    Why:
        A name was put into the wrong delegation, or was copied with it. Two people of one
        name are told apart by their ids.

    Example:
        >>> from summitry import BilateralMeeting, Catalog, Delegation, Representative
        >>> li = Representative(name="Li Hui")
        >>> meeting = BilateralMeeting(id="cica-chn", since="2023-03-01", delegations=[
        ...     Delegation(organization="CICA", representatives=[li]),
        ...     Delegation(state="CHN", representatives=[li])])
        >>> print(Catalog([meeting]).check(select=["SMT430"])[0])
        SMT430 bilateral_meetings[0].delegations[1].representatives[0]: Li Hui takes part for CHN, and for CICA too

    What to do:
        Take the name out of the delegation in which the person was not, or give each of
        two persons an id.
    """

    code = "SMT430"
    name = "on-both-sides"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for meeting in facts.meetings:
            if all(delegation.representatives for delegation in meeting.delegations):
                yield from _shared(meeting, meeting.delegations)


class ForTwoStates(Rule):
    """One person is in the delegations of two states at a summit.

    Why:
        A name was put into the wrong delegation, or was copied with it. Nothing is said
        of who leads the delegation of a state and speaks for an organization as well.

    Example:
        >>> from summitry import Catalog, Delegation, Representative, Summit
        >>> tito = Representative(name="Josip Broz Tito")
        >>> summit = Summit(id="nam-1961", organizations=["NAM"], name="1st Summit",
        ...     since="1961-09-01", delegations=[
        ...         Delegation(state="YUG", representatives=[tito]),
        ...         Delegation(state="EGY", representatives=[tito])])
        >>> print(Catalog([summit]).check(select=["SMT431"])[0])
        SMT431 summits[0].delegations[1].representatives[0]: Josip Broz Tito takes part for EGY, and for YUG too

    What to do:
        Take the name out of the delegation in which the person was not, or give each of
        two persons an id. An ambassador who was sent by two states may expect the warning.
    """

    code = "SMT431"
    name = "for-two-states"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for summit in facts.summits:
            if len(summit.delegations) > 1:
                yield from _shared(summit, summit.delegations, states_only=True)


# -- sidelines -----------------------------------------------------------------------

_ROUND = 2
_YEAR = 366


def _sidelines(
    facts: Facts,
) -> Iterator[tuple[Gathering, BilateralMeeting, Gathering, Summit]]:
    """Yield the meetings on the sidelines of summits with these, each with its days."""
    summits: dict[str, tuple[Gathering, Summit]] | None = None
    for each in facts.gatherings:
        meeting = each.meeting
        if (
            not isinstance(meeting, BilateralMeeting)
            or meeting.sidelines_of is None
            or meeting.happened in OFF
        ):
            continue
        if summits is None:
            summits = {
                other.meeting.id: (other, other.meeting)
                for other in facts.gatherings
                if isinstance(other.meeting, Summit) and other.meeting.happened not in OFF
            }
        if meeting.sidelines_of in summits:
            yield each, meeting, *summits[meeting.sidelines_of]


def _remote(meeting: Meeting) -> bool:
    """Whether people met from afar."""
    return meeting.modality is Modality.VIRTUAL or (
        isinstance(meeting, BilateralMeeting) and meeting.format in _CALLS
    )


# -- parties -------------------------------------------------------------------------


_CHAIR = -1


def _delegations(meeting: Meeting) -> Iterator[tuple[int, Delegation]]:
    """Yield the delegations with their numbers, and first the chair of a summit."""
    if isinstance(meeting, Summit) and meeting.chair is not None:
        yield _CHAIR, meeting.chair
    yield from enumerate(meeting.delegations)


def _field(seat: int) -> str:
    """Return the field in which a delegation is."""
    return "chair" if seat == _CHAIR else f"delegations[{seat}]"


def _present(summit: Summit) -> set[str]:
    """Return the keys of those who were at a summit in any capacity."""
    there = {key_of(delegation) for _, delegation in _delegations(summit)}
    there.update(map(organization_key, summit.organizations))
    if summit.host is not None:
        there.add(summit.host)
    return there


def _belongs(party: str, each: Gathering, facts: Facts) -> bool:
    """Whether a party then belonged to a body that met, in whatever way."""
    meeting = each.meeting
    bodies: Iterable[str | None] = (
        meeting.organizations
        if isinstance(meeting, Summit)
        else [delegation.organization for delegation in meeting.delegations]
    )
    return any(
        spell.first <= each.last and each.first <= spell.last
        for body in bodies
        if body is not None
        for spell in facts.spells_by.get((body, party), ())
    )


def _took_part(meeting: Meeting) -> str:
    return "took part" if meeting.happened is Happened.HELD else "takes part"


# -- people --------------------------------------------------------------------------

_OF_ORGANIZATIONS = (Level.HEAD_OF_ORGANIZATION, Level.DEPUTY_HEAD_OF_ORGANIZATION)


def _people(meeting: Meeting) -> Iterator[tuple[int, int, Representative]]:
    """Yield who took part, with the numbers of the delegation and within it."""
    for seat, delegation in _delegations(meeting):
        for place, person in enumerate(delegation.representatives):
            yield seat, place, person


def _identity(person: Representative) -> tuple[bool, str]:
    """Return what tells a person from others: the id, or else the name."""
    if person.person_id is not None:
        return True, person.person_id
    return False, normalize(person.name)


def _shared(
    meeting: Meeting,
    delegations: Iterable[Delegation],
    *,
    states_only: bool = False,
) -> Iterator[Finding]:
    """Yield those who are in two delegations."""
    seen: dict[tuple[bool, str], Delegation] = {}
    for seat, delegation in enumerate(delegations):
        if states_only and delegation.state is None:
            continue
        for place, person in enumerate(delegation.representatives):
            other = seen.setdefault(_identity(person), delegation)
            if other is not delegation:
                message = (
                    f"{person.name} takes part for {delegation.party}, and for "
                    f"{other.party} too"
                )
                field = f"delegations[{seat}].representatives[{place}]"
                yield Finding(meeting, field, message, person.name)


# -- form and place ------------------------------------------------------------------

_CALLS = (MeetingFormat.PHONE, MeetingFormat.VIDEO)

_CONTRADICTED = {
    MeetingFormat.PHONE: Modality.IN_PERSON,
    MeetingFormat.VIDEO: Modality.IN_PERSON,
    MeetingFormat.PULL_ASIDE: Modality.VIRTUAL,
}
"""The modality that a format cannot have."""

_MOST = 30
"""With how many meetings before it one is compared."""


def _may_be_one(one: BilateralMeeting, other: BilateralMeeting) -> bool:
    """Whether two meetings of the same parties and day may be the same."""
    formats = {one.format, other.format} - {None}
    if len(formats) > 1 or _remote(one) != _remote(other):
        return False
    here = None if one.place is None else one.place.city
    there = None if other.place is None else other.place.city
    if here is not None and there is not None and not same_city(here, there):
        return False
    people = {_identity(person) for *_, person in _people(one)}
    others = {_identity(person) for *_, person in _people(other)}
    return not people or not others or not people.isdisjoint(others)


RULES: tuple[type[Rule], ...] = (
    OutsideItsSummit,
    SidelinesElsewhere,
    DelegationNotThere,
    AbsentFromSummit,
    LevelOfAnOrganization,
    FormatContradictsModality,
    VirtualWithPlace,
    RecordedTwice,
    InTwoPlaces,
    OnBothSides,
    ForTwoStates,
)
