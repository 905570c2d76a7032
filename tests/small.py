"""A small catalogue with every noun and nearly every field: what the golden files hold."""

from __future__ import annotations

from summitry import (
    Appointment,
    BilateralMeeting,
    Catalog,
    Chair,
    Chairmanship,
    Coverage,
    Delegation,
    Expectation,
    MemberOrganization,
    MemberState,
    Name,
    Organization,
    Outcome,
    Place,
    Representative,
    Source,
    State,
    Summit,
)
from summitry.states import StateNumber
from summitry.values import Spell


_EXPECTED = [Expectation(rule="SMT999", reason='so it is: "told", at least')]
_CITED = {
    "sources": ["charter", "press-2001"],
    "note": "as: told, at the time",
    "expected": _EXPECTED,
}

_MINISTER = Representative(
    name="Jón Jónsson", post="Minister: Trade", level="minister", person_id="Q42"
)
_ICELAND = Delegation(state="ISL", representatives=[_MINISTER, Representative(name="Y")])
_NORWAY = Delegation(state="NOR")
_CLUB = Delegation(organization="CLUB")

SMALL = Catalog(
    [
        Source(
            id="charter",
            title="Charter of the Club, “as amended”",
            publisher="The Club",
            url="https://example.org/charter?a=1&b=2#c",
            published="1961-09-01",
            consulted="2024-05",
            note="null",
            expected=_EXPECTED,
        ),
        Source(id="press-2001", title="1961-09-01"),
        State(
            code="AAA",
            name="Côte d’Azur",
            names=[
                Name(text="no", language="fr", since="1900", until="1950-06"),
                Name(text="不结盟运动"),
            ],
            existed=[Spell(since="19XX", until="1999-12-31")],
            territory_of="FRA",
            former_codes=["AAB"],
            cow_numbers=[StateNumber(number=221, since="1900")],
            cow_abbreviation="AZR",
            gw_numbers=[StateNumber(number=222)],
            wikidata="Q1",
            succeeds=["AAC"],
            succeeded_by=["AAD"],
            **_CITED,
        ),
        Organization(
            id="CLUB",
            name="The Club",
            names=[Name(text="Le Club", language="fr", since="[1955..1961]")],
            acronyms=["TC", "1e5"],
            form="forum",
            part_of="UNION",
            preceded_by=["LEAGUE"],
            seat=Place(city="Reykjavík", state="ISL"),
            website="https://club.example/",
            ids={"cow": "0x1f", "wikidata": "Q83201"},
            coverage=[Coverage(of="members", since="1961", until="2020-12-31")],
            reviewed="2024-05-06",
            since="1961-09-01",
            until="XXXX",
            dormant=[Spell(since="1970", until="1975-06"), Spell(since="1980~")],
            **_CITED,
        ),
        Organization(id="UNION", name="Union", since="1950?"),
        Organization(id="LEAGUE", name="League", until="1961~"),
        MemberState(organization="CLUB", state="ISL"),
        MemberState(
            organization="CLUB",
            state="NOR",
            status="other",
            status_label="friend of the chair",
            standing="suspended",
            entry="acceded",
            exit="status_changed",
            since="1961-09",
            until="[2001-02-03..]",
            **_CITED,
        ),
        MemberOrganization(
            organization="UNION",
            member_organization="CLUB",
            status="observer",
            status_label="guest of honour",
            standing="inactive",
            entry="granted",
            exit="lapsed",
            since="1990",
            until="2000",
            **_CITED,
        ),
        Chairmanship(
            organization="CLUB",
            state="ISL",
            chairs=[
                Chair(
                    name="O’Hara, “Bob”",
                    post="President",
                    person_id="Q7",
                    since="2000",
                    until="2001",
                )
            ],
            form="rotating",
            since="2000",
            until="2001",
            **_CITED,
        ),
        Chairmanship(organization="UNION", chair_organization="CLUB"),
        Appointment(
            name="Þóra, “the Wise”",
            organization="CLUB",
            state="ISL",
            post="Secretary-General; Treasurer",
            level="deputy_head_of_organization",
            person_id="Q8",
            capacity="acting",
            since="2000-01",
            until="2001~",
            **_CITED,
        ),
        Summit(
            id="club-2001",
            organizations=["CLUB", "UNION"],
            name="Twelfth Summit of the Club",
            number=12,
            kind="extraordinary",
            host="NOR",
            chair=_NORWAY,
            modality="hybrid",
            happened="planned",
            place=Place(city="  Bergen ", state="NOR"),
            delegations=[_ICELAND, _CLUB],
            topics=["health: all of it", "=1+1"],
            outcomes=[
                Outcome(
                    title="Bergen Declaration",
                    kind="declaration",
                    date="2001-05-06",
                    url="https://club.example/bergen",
                ),
                Outcome(title="-"),
            ],
            since="2001-05-05",
            until="2001-05-06",
            **_CITED,
        ),
        Summit(id="club-2002", name="~", chair=_CLUB),
        BilateralMeeting(
            id="isl-nor-2001",
            delegations=[_ICELAND, _NORWAY],
            format="tete_a_tete",
            sidelines_of="club-2001",
            modality="virtual",
            happened="cancelled",
            place=Place(city="Oslo"),
            topics=["two\nlines", "a\ttab"],
            outcomes=[Outcome(title="👩‍👩‍👧‍👦 {{ 7 }}", date="2001-05-XX")],
            since="2001-05-05",
            until="2001-05-05",
            **_CITED,
        ),
    ],
    version="7",
    as_of="2024-05-31",
)
