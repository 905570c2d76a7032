"""Mistakes that a type checker must refuse: each line marked `# error`, and no other.

Lines that are not marked are right, so that a checker that refuses everything is noticed.
"""

from __future__ import annotations

from datetime import date

import summitry

from summitry import (
    Answer,
    BilateralMeeting,
    Catalog,
    Chairmanship,
    Delegation,
    Identifiers,
    MemberState,
    Name,
    Organization,
    PartialDate,
    Period,
    Place,
    Status,
    Summit,
)


day = PartialDate("1961-09-01")
term = Period("1961", "1964")
spell = MemberState(organization="NAM", state="AZE")
nam = Organization(id="NAM", name="Non-Aligned Movement")
summit = Summit(id="nam-1961", name="1st Summit")
china = Delegation(state="CHN")
world = summitry.load()


# -- a record is immutable ---------------------------------------------------------

spell.until = PartialDate("2020")  # error
spell.state = summitry.StateCode("CUB")  # error
nam.name = "NAM"  # error
term.since = None  # error
nam.names.append(Name(text="MNA"))  # error
nam.ids["cow"] = "NAM"  # error
summit.delegations[0] = china  # error
day.earliest = date(1961, 1, 1)  # error
spell.other = 1  # error
world.memberships[0] = spell  # error
world.as_of = day  # error


# -- a value has a type ------------------------------------------------------------

PartialDate(1961)  # error
PartialDate(None)  # error
Period(1961, 1964)  # error
Period.parse(b"1961")  # error
term.contains(1961)  # error
term.overlaps(1961)  # error
MemberState(organization="NAM", state="AZE", since=1961)  # error
MemberState(organization="NAM", state=None)  # error
MemberState(organization="NAM", state="AZE", status=3)  # error
MemberState(organization="NAM", state="AZE", sources=3)  # error
Organization(id="NAM", name=3)  # error
Organization(id="NAM", name="N", seat="Baku")  # error
Organization(id="NAM", name="N", names=["MNA"])  # error
Organization(id="NAM", name="N", ids={"cow": 3})  # error
Summit(id="a", name="A", number="first")  # error
Summit(id="a", name="A", place={"city": "Baku"})  # error
BilateralMeeting(id="a", delegations=["CICA", "CHN"])  # error
Chairmanship(organization="NAM", state="AZE", chairs=["Ilham Aliyev"])  # error
Identifiers(["cow"])  # error
Place(city=3)  # error
Catalog(3)  # error
Catalog(["NAM"])  # error


# -- a record has the keywords that it has, and takes no others --------------------

MemberState(organisation="NAM", state="AZE")  # error
MemberState(organization="NAM", state="AZE", untill="2020")  # error
MemberState(organization="NAM")  # error
MemberState("NAM", "AZE")  # error
Place("Baku", "AZE")  # error
Organization(id="NAM")  # error
Summit(id="a", name="A", format="phone")  # error
BilateralMeeting(id="a", delegations=[china, china], host="AZE")  # error
Period("1961", untill="1964")  # error
summitry.state("Turkey", "2020")  # error
summitry.state("Turkey", at="2020")  # error


# -- a collection has only the filters that make sense for it ----------------------

world.memberships.with_person("Grossi")  # error
world.memberships.at(summit)  # error
world.memberships.where(kind="ministerial")  # error
world.memberships["NAM"]  # error
world.chairmanships.where(status="observer")  # error
world.chairmanships.at(summit)  # error
world.appointments.where(status="observer")  # error
world.head("UN", "2020", "Secretary-General")  # error
world.summits.by("AZE")  # error
world.summits.where(status=Status.OBSERVER)  # error
world.meetings.of("NAM")  # error
world.meetings.where(kind="ministerial")  # error
world.organizations.by("AZE")  # error
world.sources.on("1961")  # error
world.states.on("1961")  # error
world.states.of("NAM")  # error
world.memberships.on("1961", match="maybe")  # error
world.memberships.on(1961)  # error
world.members("NAM", on=2023)  # error
world.members("NAM", on="2023", status="observer")  # error
world.network("states", on="2023").edges = ()  # error
world.network("states", on="2023").edges[0].organization_1  # error
world.network("two-mode", on="2023", weight="jaccard")  # error
world.network("bipartite", on="2023")  # error
world.share("NAM", "UN", "2023", 4)  # error
world.chair(3)  # error
world.member("NAM")  # error


# -- different kinds do not compare, and do not stand for one another --------------

_ = day < "1961"  # error
_ = day < term  # error
_ = day >= date(1961, 1, 1)  # error
_ = spell < nam  # error
_ = summit < spell  # error
_ = world | nam  # error
wrong_kind: Summit = world.meetings.one()  # error
wrong_answer: bool = term.contains("1961")  # error
wrong_date: date = day  # error
wrong_code: summitry.StateCode = "AZE"  # error
wrong_id: summitry.OrganizationId = summitry.StateCode("NAM")  # error
wrong_party: str = spell.status_label  # error
_ = world.check(match="uncertain")  # error
_ = world.check(selects=["SMT3"])  # error
right: str = spell.party
also_right: Answer = term.contains("1961")
