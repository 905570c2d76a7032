"""What users write, and the types that a checker must find in it."""

from __future__ import annotations

from datetime import date
from typing import Any, assert_type

import attrs

import summitry

from summitry import (
    Answer,
    Appointment,
    Appointments,
    BilateralMeeting,
    Capacity,
    Catalog,
    Chair,
    ChairForm,
    Chairmanship,
    Chairmanships,
    Coverage,
    DateLike,
    Delegation,
    Difference,
    Entry,
    Expectation,
    Identifiers,
    Level,
    Match,
    Meetings,
    MemberOrganization,
    Membership,
    Memberships,
    MemberState,
    Name,
    Organization,
    OrganizationId,
    Organizations,
    Outcome,
    PartialDate,
    Period,
    PeriodLike,
    Place,
    Precision,
    Problem,
    Record,
    Report,
    Representative,
    Severity,
    Source,
    Sources,
    Standing,
    State,
    StateCode,
    States,
    Status,
    Summit,
    SummitKind,
    Summits,
)
from summitry.errors import NotFound, UnknownState
from summitry.ext.networks import Affiliation, Network, StateTie, Table


# -- values ------------------------------------------------------------------------

founded = PartialDate("1961-09")
assert_type(founded.earliest, date)
assert_type(founded.precision, Precision)
assert_type(PartialDate(date(1961, 9, 1)).is_exact, bool)
assert_type(PartialDate.between(date(1961, 1, 1), date.max), PartialDate)
assert_type(sorted([founded, PartialDate(founded)]), list[PartialDate])

term = Period("2019-10-25", date(2024, 1, 19))
assert_type(term.since, PartialDate | None)
assert_type(term.contains("2023-03-02"), Answer)
assert_type(term.contains(founded) & ~term.overlaps(Period.parse("1961/..")), Answer)
assert_type(term.intersect(Period(None, founded)), Period | None)
assert_type(term.before(term).certain, bool)

ids = Identifiers({"wikidata": "Q83201"})
assert_type(ids["wikidata"], str)

day: DateLike = "1961"
day = founded
window: PeriodLike = term
window = "2016/2024"
match: Match = "certain"


# -- nouns -------------------------------------------------------------------------

place = Place(city="Baku", state="AZE")
assert_type(place.state, StateCode | None)

spell = MemberState(
    organization="NAM",
    state="AZE",
    status="member",
    standing=Standing.ACTIVE,
    since="2011-05-25",
    until=None,
    entry="admitted",
    sources=["nam"],
)
assert_type(spell.status, Status)
assert_type(spell.entry, Entry | None)
assert_type(spell.since, PartialDate | None)
assert_type(spell.sources, tuple[str, ...])
assert_type(spell.period, Period)
assert_type(attrs.evolve(spell, until="2030"), MemberState)
assert_type(spell.to_dict(), dict[str, Any])

body = MemberOrganization(organization="NAM", member_organization="AU", since=founded)
memberships: list[Membership] = [spell, body]
assert_type(sorted(memberships), list[Membership])

nam = Organization(
    id="NAM",
    name="Non-Aligned Movement",
    names=[Name(text="MNA", language="fr", until="1999")],
    acronyms=("NAM",),
    form="forum",
    since=date(1961, 9, 1),
    seat=place,
    ids={"wikidata": "Q83201"},
    coverage=[Coverage(of="members", since="1961")],
)
assert_type(nam.names, tuple[Name, ...])
assert_type(nam.ids, Identifiers)

chairmanship = Chairmanship(
    organization="NAM", state="AZE", chairs=[Chair(name="Ilham Aliyev")], form="rotating"
)
assert_type(chairmanship.chairs, tuple[Chair, ...])
assert_type(chairmanship.form, ChairForm | None)
appointment = Appointment(
    name="Hans Blix", organization="IAEA", post="Director General", capacity="acting"
)
assert_type(appointment.capacity, Capacity)
assert_type(appointment.level, Level)

delegation = Delegation(
    state="CHN", representatives=[Representative(name="Li Hui", level="special_envoy")]
)
assert_type(delegation.head, Representative | None)
if delegation.head is not None:
    assert_type(delegation.head.level, Level | None)

summit = Summit(
    id="nam-1961",
    organizations=["NAM"],
    name="1st Summit",
    number=1,
    kind=SummitKind.ORDINARY,
    since="1961-09-01",
    chair=delegation,
    delegations=[delegation],
    outcomes=[Outcome(title="Belgrade Declaration", date="1961-09-06")],
)
assert_type(summit.place, Place | None)
assert_type(summit.delegations, tuple[Delegation, ...])

meeting = BilateralMeeting(
    id="cica-chn", delegations=[Delegation(organization="CICA"), delegation]
)
assert_type(meeting.parties, tuple[str, ...])
source = Source(id="un-charter", title="Charter", published="1945-06-26")
records: list[Record] = [nam, spell, body, chairmanship, summit, meeting, source]


# -- states ------------------------------------------------------------------------

assert_type(summitry.state("Yugoslavia", on="1961"), State)
assert_type(summitry.state("Turkey").alpha_2, str | None)
assert_type(summitry.state("Germany").cow_on("1975"), int | None)
assert_type(summitry.convert(["DEU", "FRA"], to="cow", on=1980), summitry.Conversion)
assert_type(summitry.convert("DEU", to="cow", on=[1980, "2000"])[0], str | int | None)
assert_type(summitry.convert("DEU", to="cow", on=1980).one(), str | int)
assert_type(summitry.convert("DEU", to="cow")[0], str | int | None)
assert_type(summitry.state("Germany").existed_on(date(1975, 1, 1)), Answer)
try:
    summitry.state("Perugia")
except UnknownState as error:
    assert_type(error.candidates, tuple[str, ...])
except NotFound:
    pass


# -- the catalogue -----------------------------------------------------------------

world = summitry.load()
assert_type(world, Catalog)
assert_type(world.members("NAM", on="2023-03-02"), Memberships)
assert_type(
    world.observers("NAM", "2023-03-02", match="certain").states, tuple[StateCode, ...]
)
assert_type(world.share("NAM", of="UN", on="2023-03-02"), float)
assert_type(world.chair("NAM", on="2023-03-02"), Chairmanship)
assert_type(world.head("UN", on="2023-03-02", post="Secretary-General"), Appointment)
assert_type(world.shared("AZE", "KAZ", on="2023-03-02"), Organizations)
assert_type(world.organization("Non-Aligned Movement"), Organization)
assert_type(world.is_member("Palestine", of="NAM", on="2023"), Answer)
assert_type(world.state("Turkey"), State)
assert_type(world.states, States)
assert_type(world.states["AZE"], State)
assert_type(world.sources_of(summit, spell), Sources)
assert_type(world.diff(world), Difference)
assert_type(world | Catalog(records, as_of="2025", version="7"), Catalog)
assert_type(Catalog(records).without(spell), Catalog)
assert_type(list(world), list[Record])

assert_type(world.memberships.of("NAM").on("1961-09-01", match="possible"), Memberships)
assert_type(world.memberships.by("CUB").of(nam).where(standing="inactive"), Memberships)
assert_type(world.memberships.where(status=Status.OBSERVER)[0], Membership)
assert_type(world.memberships[1:3], Memberships)
assert_type(world.memberships.group_by(lambda m: m.status), dict[Status, Memberships])
assert_type(world.memberships.to_dicts(), list[dict[str, Any]])
assert_type(world.chairmanships.of("NAM").during("2016/2024"), Chairmanships)
assert_type(world.appointments.of("UN").where(capacity="acting"), Appointments)
assert_type(world.appointments.of("UN").by("GHA")[0], Appointment)
assert_type(world.chairmanships[:1].one_or_none(), Chairmanship | None)
assert_type(world.summits["nam-1961"], Summit)
assert_type(world.summits.get("nam-1961"), Summit | None)
assert_type(world.summits[0], Summit)
assert_type(world.summits.of("NAM").where(kind="ministerial").sorted(), Summits)
assert_type(world.meetings.at(summit), Meetings)
assert_type(world.meetings.with_("CICA").with_("CHN").one(), BilateralMeeting)
assert_type(world.meetings.filter(lambda m: m.note is not None), Meetings)
assert_type(world.organizations.where(form="forum").on("1961"), Organizations)
assert_type(world.network("states", weight="jaccard"), Network[StateTie])
assert_type(
    world.network("organizations", during="1991/2024").edges[0].organization_1,
    OrganizationId,
)
assert_type(world.network("two-mode", on="2023", parties="all").edges, Table[Affiliation])
assert_type(world.network("two-mode", status=["member"]).nodes[0].cow, int | None)
for each in world.meetings:
    assert_type(each, BilateralMeeting)


# -- documents ---------------------------------------------------------------------

mine = summitry.loads(summitry.dumps(world))
assert_type(mine, Catalog)
try:
    summitry.loads("[]")
except summitry.errors.DocumentError as error:
    assert_type(error.problems, tuple[Problem, ...])


# -- checks ------------------------------------------------------------------------

report = (world | mine).check(
    select=["SMT3"], ignore=("SMT305",), severity={"SMT3": "note"}, match="possible"
)
assert_type(report, Report)
assert_type(report[0], Problem)
assert_type(report[:2], Report)
assert_type(report.within(mine).where(severity="error").errors, Report)
assert_type(report.codes, dict[str, int])
for problem in report:
    assert_type(problem.severity, Severity)
assert_type(spell.expected, tuple[Expectation, ...])
