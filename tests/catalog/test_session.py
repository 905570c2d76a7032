"""The design's session, line by line, with the numbers that it gives."""

from __future__ import annotations

import pytest

import summitry

from summitry import PartialDate, Standing, Status
from summitry.errors import AmbiguousOrganization, NotFound, UnknownOrganization


def test_load_gives_one_catalogue_to_all():
    """The bundled catalogue is read once and shared: it cannot be changed."""
    world = summitry.load()

    assert world is summitry.load()
    assert len(world) > 1_000


def test_members_of_nam(world):
    """NAM had 120 members on the day of the press release, and one more in 2024."""
    assert len(world.members("NAM", on="2023-03-02")) == 120
    assert len(world.members("NAM", on="2024-02-01")) == 121
    assert {"SSD"} == (
        set(world.members("NAM", on="2024-02-01").states)
        - set(world.members("NAM", on="2023-03-02").states)
    )


def test_observers_of_nam(world):
    """Russia made 18 observer states of 17; the organizations were ten."""
    before = world.observers("NAM", on="2021-01-01").states
    then = world.observers("NAM", on="2023-03-02")

    assert len(before) == 17
    assert len(then.states) == 18
    assert {"RUS"} == set(then.states) - set(before)
    assert len(then.organizations) == 10


def test_share_of_nam_in_the_un(world):
    """119 of 193: Palestine is a member of NAM and not of the UN."""
    share = world.share("NAM", of="UN", on="2023-03-02")
    nam = world.members("NAM", on="2023-03-02").states
    un = world.members("UN", on="2023-03-02").states

    assert share == 119 / 193
    assert {"PSE"} == set(nam) - set(un)


def test_chair_of_nam(world):
    """Azerbaijan presided, by its president."""
    chair = world.chair("NAM", on="2023-03-02")

    assert chair.state == "AZE"
    assert [person.name for person in chair.chairs] == ["Ilham Aliyev"]


def test_the_un_on_the_eve_of_resolution_2758(world):
    """China sat there the day before: its representation changed, not its membership."""
    eve = world.members("UN", on="1971-10-24").states

    assert len(eve) == 131
    assert "CHN" in eve
    assert "TWN" not in eve
    assert eve == world.members("UN", on="1971-10-26").states


def test_shared_organizations(world):
    """Azerbaijan and Kazakhstan sat together in the UN and in CICA, not in NAM."""
    shared = world.shared("AZE", "KAZ", on="2023-03-02")

    assert {"UN", "CICA", "IAEA", "IOM"} <= set(shared.ids)
    assert "NAM" not in shared
    assert all(isinstance(each, summitry.Organization) for each in shared)


@pytest.mark.parametrize(
    "name",
    ["NAM", "Non-Aligned Movement", "non aligned movement", "The Non-Aligned MOVEMENT"],
)
def test_organization_by_name(world, name):
    """An organization answers to its id and to its names as people write them."""
    assert world.organization(name).id == "NAM"


def test_an_unknown_organization_is_answered_with_candidates(world):
    """A near miss is offered, never taken."""
    with pytest.raises(UnknownOrganization) as caught:
        world.organization("Non-Alined Movement")

    assert caught.value.candidates == ("Non-Aligned Movement (NAM)",)
    assert "did you mean Non-Aligned Movement (NAM)?" in str(caught.value)


def test_an_ambiguous_organization_is_answered_with_all_candidates():
    """A name that two bodies bear names both."""
    two = summitry.Catalog(
        [
            summitry.Organization(id="WTO", name="World Trade Organization"),
            summitry.Organization(
                id="UNWTO", name="World Tourism Organization", acronyms=["WTO-OMT"]
            ),
            summitry.Organization(id="OTHER", name="Other", acronyms=["WTO OMT"]),
        ]
    )

    with pytest.raises(AmbiguousOrganization) as caught:
        two.organization("wto-omt")

    assert (caught.value.candidates) == (
        "Other (OTHER)",
        "World Tourism Organization (UNWTO)",
    )
    assert two.organization("WTO").id == "WTO"


def test_an_organization_that_is_only_mentioned_is_not_invented():
    """A spell may name a body that the catalogue does not hold."""
    spell = summitry.MemberState(organization="GHOST", state="ISL", since="2000")
    catalog = summitry.Catalog([spell], as_of="2020-01-01")

    assert catalog.memberships.of("GHOST").states == ("ISL",)
    with pytest.raises(NotFound, match="GHOST is mentioned here"):
        catalog.organization("GHOST")


@pytest.mark.parametrize("query", ["Turkey", "TR", "792", "Türkiye", "Turkiye", "TUR"])
def test_state_by_code_or_name(world, query):
    """Türkiye under its old name, its codes, and with or without its dots."""
    assert summitry.state(query).code == "TUR"
    assert world.state(query).code == "TUR"


def test_state_on_a_day(world):
    """Yugoslavia in 1961 was the federation."""
    assert summitry.state("Yugoslavia", on="1961").code == "YUG"
    assert world.state("Yugoslavia", on="1961").code == "YUG"


def test_the_summit_in_baku(world):
    """Where and when the Contact Group met."""
    baku = world.summits["nam-contact-group-2023"]

    assert ("Baku", PartialDate("2023-03-02")) == (baku.place.city, baku.since)
    assert baku.host == "AZE"
    assert baku.chair.state == "AZE"
    assert len(baku.topics) == 4


def test_meetings_on_the_sidelines(world):
    """Seven meetings of CICA's Secretary General, by the summit or by its id."""
    baku = world.summits["nam-contact-group-2023"]
    meetings = world.meetings.at(baku)

    assert len(meetings) == 7
    assert meetings == world.meetings.at("nam-contact-group-2023")
    assert sorted(party for m in meetings for party in m.parties if party != "CICA") == [
        "CHN",
        "IAEA",
        "IOM",
        "KHM",
        "MYS",
        "TJK",
        "UNWTO",
    ]
    assert all(d.head and d.head.level for m in meetings for d in m.delegations)


def test_the_meeting_with_china(world):
    """Filters chain to the one meeting that both took part in."""
    cica, china = world.meetings.with_("CICA").with_("CHN").one().delegations

    assert (cica.party, china.party) == ("CICA", "CHN")
    assert (cica.head.name, china.head.name) == ("Kairat Sarybay", "Li Hui")


def test_meetings_of_a_person(world):
    """A family name finds the person."""
    assert world.meetings.with_person("Grossi").one().parties == ("CICA", "IAEA")


def test_who_may_have_been_in_nam_on_its_first_day(world):
    """Belgrade had 25 members and three observers; of others it is not excluded."""
    possible = world.memberships.of("NAM").on("1961-09-01", match="possible")
    certain = world.memberships.of("NAM").on("1961-09-01", match="certain")
    members = possible.where(status="member")

    assert len(members.states) == 25
    assert {"YUG", "IND", "GHA", "IDN", "CUB"} <= set(members.states)
    assert ("BOL", "BRA", "ECU") == certain.where(status="observer").states
    assert set(certain) <= set(possible)


def test_cuba_in_the_oas(world):
    """Kept out from 1962 to 2009, Cuba was a member all the same."""
    spells = world.memberships.by("CUB").of("OAS")

    assert all(spell.status is Status.MEMBER for spell in spells)
    assert Standing.INACTIVE is spells.on("1985-01-01").one().standing
    assert Standing.ACTIVE is spells.on("1960-01-01").one().standing
    out = [m for m in spells if m.standing is Standing.INACTIVE]
    assert PartialDate("1962-01-31") == out[0].since
    assert "CUB" in world.members("OAS", on="1985-01-01").states


def test_chairs_of_nam_during_a_period(world):
    """Four held the chair from 2016 to 2024."""
    terms = world.chairmanships.of("NAM").during("2016/2024")

    assert [term.state for term in terms] == ["IRN", "VEN", "AZE", "UGA"]


def test_all_observers(world):
    """A filter by status takes the word or its enumeration."""
    observers = world.memberships.where(status=Status.OBSERVER)

    assert 0 < len(observers) < len(world.memberships)
    assert {Status.OBSERVER} == {m.status for m in observers}
    assert observers == world.memberships.where(status="observer")
