"""Who belonged, who presided: members, observers, share, shared, is_member, chair."""

from __future__ import annotations

import warnings

import pytest

import summitry

from summitry import (
    Answer,
    Catalog,
    Chairmanship,
    CoverageWarning,
    MemberState,
    Organization,
    State,
)
from summitry.errors import (
    InvalidDate,
    InvalidValue,
    MultipleFound,
    NotFound,
    UnexpectedArgument,
    UnknownOrganization,
    UnknownState,
    WrongType,
)


def test_members_by_match(club):
    """In its first year Iceland's day of entry is open, Denmark's is not."""
    day = "2000-03-01"

    assert club.members("CLUB", on=day).states == ("DNK", "ISL")
    assert club.members("CLUB", on=day, match="certain").states == ("DNK",)
    assert club.members("CLUB", on=day, match="uncertain").states == ("ISL",)


def test_members_include_organizations(club):
    """An organization can be a member; states and organizations are told apart."""
    members = club.members("CLUB", on="2003-02-01")

    assert members.states == ("DNK", "ISL", "NOR")
    assert members.organizations == ("FORUM",)
    assert members.bodies == ("CLUB",)


def test_a_partial_day(club):
    """Some day of 2001: who joined in May of it is possible, not certain."""
    assert "NOR" in club.members("CLUB", on="2001").states
    assert "NOR" not in club.members("CLUB", on="2001", match="certain").states
    assert "NOR" in club.members("CLUB", on="2002", match="certain").states


def test_the_last_day_is_a_day_in(club):
    """A spell until 2005 may have lasted to its last day, and not beyond."""
    assert "NOR" in club.members("CLUB", on="2005-12-31").states
    assert "NOR" not in club.members("CLUB", on="2005-12-31", match="certain").states
    assert "NOR" not in club.members("CLUB", on="2006-01-01").states


def test_a_day_as_a_date_or_text(club):
    """A date and a PartialDate mean what their text means."""
    from datetime import date  # noqa: PLC0415

    expected = club.members("CLUB", on="2003-02-01")

    assert expected == club.members("CLUB", on=date(2003, 2, 1))
    assert expected == club.members("CLUB", summitry.PartialDate("2003-02-01"))
    assert expected == club.members(club.organization("CLUB"), on="2003-02-01")


def test_an_omitted_day_is_the_date_of_the_catalogue(club):
    """Without a day, questions are about the catalogue's own date."""
    assert club.members("FORUM") == club.members("FORUM", on="2020-06-15")
    assert Answer.CERTAIN is club.is_member("FIN", of="FORUM")


def test_a_catalogue_without_a_date_asks_for_the_day():
    """Without a day and a date there is nothing to answer for."""
    spell = MemberState(organization="FORUM", state="FIN", since="2002")
    catalog = Catalog([spell])

    with pytest.raises(InvalidValue, match="say on which day"):
        catalog.members("FORUM")
    assert catalog.memberships.of("FORUM").on("2500-01-01", "certain").states == ("FIN",)


def test_certain_on_the_date_of_the_catalogue(world):
    """What has no end holds certainly as of the catalogue's date."""
    assert len(world.members("NAM")) == len(world.members("NAM", match="certain"))
    assert Answer.CERTAIN is world.is_member("AZE", of="NAM")


def test_after_the_date_of_the_catalogue(club):
    """What has no end may go on after the catalogue's date; nobody is sure."""
    with pytest.warns(CoverageWarning, match=r"the catalogue is of 2020-06-15"):
        later = club.members("FORUM", on="2020-06-16")
    with pytest.warns(CoverageWarning):
        sure = club.members("FORUM", on="2020-06-16", match="certain")

    assert later.states == ("FIN", "ISL")
    assert sure.states == ()
    assert Answer.POSSIBLE is club.is_member("FIN", of="FORUM", on="2020-06-16")
    assert Answer.POSSIBLE is club.is_member("DNK", of="FORUM", on="2020-06-16")


# -- coverage ------------------------------------------------------------------


@pytest.mark.parametrize(
    "day",
    [
        "1999-12-31",  # before it was founded
        "2000-01-01",
        "2010-12-31",
        "2010-12",
        "2010",
        "2012-01-01",
        "2012",
        "2019-12-31",
        "2020-01-01",  # after it ended
        "2001",
        "1999",  # partly before: only the days of its life count
        "2030-01-01",
    ],
)
def test_no_warning_where_covered(club, day):
    """Nothing is missing where the records are complete, or nobody could belong."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        club.members("CLUB", on=day)


@pytest.mark.parametrize("day", ["1999~", "2000", "2000-03", "2005", "2005-06", "2006?"])
def test_no_warning_for_a_day_partly_beyond_the_life_of_a_body(day):
    """Of the days that are asked for only those of its life have to be covered."""
    life = {"since": "2000-03-01", "until": "2005-06-30"}
    members = summitry.Coverage(of="members", **life)
    body = Organization(id="CLUB", name="Club", coverage=[members], **life)

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Catalog([body]).members("CLUB", on=day)


@pytest.mark.parametrize("day", ["2011-01-01", "2011-12-31", "2011", "201X"])
def test_a_warning_beyond_the_coverage(club, day):
    """A hole in the coverage is named, with what is covered."""
    expected = (
        f"the members of CLUB are covered for 2000-01-01/2010-12-31 and 2012-01-01/.. "
        f"(the catalogue is of 2020-06-15): for {day} the records may be incomplete"
    )

    with pytest.warns(CoverageWarning) as caught:
        club.members("CLUB", on=day)

    assert [expected] == [str(warning.message) for warning in caught]


@pytest.mark.parametrize(
    "ask",
    [
        lambda c: c.members("CLUB", on="2011-01-01"),
        lambda c: c.observers("CLUB", on="2011-01-01"),
        lambda c: c.share("FORUM", of="CLUB", on="2011-01-01"),
        lambda c: c.chair("FORUM", on="2011-01-01"),
    ],
)
def test_a_warning_points_at_the_question(club, ask):
    """The line that a warning names is the one that asked."""
    finn = summitry.Chairmanship(organization="FORUM", state="FIN", since="2002-01-01")
    extended = club | Catalog([finn])

    with pytest.warns(CoverageWarning) as caught:
        ask(extended)

    assert __file__ == caught[0].filename


def test_a_warning_where_nothing_is_covered(club):
    """Observers of the Club are not said to be complete at any time."""
    with pytest.warns(CoverageWarning, match="the observers of CLUB are not covered"):
        observers = club.observers("CLUB", on="2005-01-01")

    assert observers.states == ("SWE",)


def test_what_is_not_covered_is_not_denied(club):
    """Outside its coverage an absent record is unknown; inside it is a no."""
    assert Answer.NO is club.is_member("SWE", of="CLUB", on="2005-01-01")
    assert Answer.POSSIBLE is club.is_member("SWE", of="CLUB", on="2011-01-01")
    assert Answer.CERTAIN is club.is_member("DNK", of="CLUB", on="2011-01-01")
    assert Answer.NO is club.is_member("SWE", of="CLUB", on="1999-01-01")
    assert Answer.NO is club.is_member("SWE", of="CLUB", on="2024-01-01")


def test_a_body_that_is_only_mentioned_is_not_covered():
    """Of a body without a record nothing is known to be complete."""
    spell = MemberState(organization="GHOST", state="ISL", since="2000")
    catalog = Catalog([spell], as_of="2020-01-01")

    with pytest.warns(CoverageWarning, match="the members of GHOST are not covered"):
        assert catalog.members("GHOST").states == ("ISL",)


def test_an_ended_body_is_covered_to_its_end():
    """Coverage without an end reaches the body's own, even after the catalogue's date."""
    body = Organization(
        id="CLUB",
        name="Club",
        since="2000-01-01",
        until="2021-01-01",
        coverage=[summitry.Coverage(of="members")],
    )
    catalog = Catalog([body], as_of="2020-01-01")

    assert Answer.NO is catalog.is_member("ISL", of="CLUB", on="2020-12-31")


def test_coverage_of_a_catalogue_without_a_date():
    """Without a date, coverage without an end has none."""
    body = Organization(
        id="CLUB", name="Club", coverage=[summitry.Coverage(of="members", since="2000")]
    )
    catalog = Catalog([body])

    assert Answer.NO is catalog.is_member("ISL", of="CLUB", on="2900-12-31")
    with pytest.warns(CoverageWarning, match=r"covered for 2000/\.\.: for 1999"):
        catalog.members("CLUB", on="1999")


# -- is_member, share, shared --------------------------------------------------


def test_is_member_has_three_answers(club):
    """No, possibly, certainly."""
    assert Answer.NO is club.is_member("Finland", of="The Club", on="2005-01-01")
    assert Answer.POSSIBLE is club.is_member("ISL", of="CLUB", on="2000-03-01")
    assert Answer.CERTAIN is club.is_member("Iceland", of="CLUB", on="2001-01-01")
    assert Answer.CERTAIN is club.is_member("FORUM", of="CLUB", on="2003-02-01")


def test_an_observer_is_no_member(club):
    """Only the status of member counts."""
    assert Answer.NO is club.is_member("SWE", of="CLUB", on="2005-01-01")


def test_is_member_when_suspended(world):
    """A member kept out is still a member."""
    assert Answer.CERTAIN is world.is_member("CUB", of="OAS", on="1985-01-01")


def test_is_member_across_the_seam_of_two_spells():
    """Two adjoining spells of one member leave no doubt on any day."""
    spells = [
        MemberState(
            organization="CLUB",
            state="ISL",
            since="2000-01-01",
            until="2005-06-01",
        ),
        MemberState(
            organization="CLUB", state="ISL", standing="suspended", since="2005-06-02"
        ),
    ]
    club = Catalog(
        [
            Organization(
                id="CLUB",
                name="Club",
                since="2000-01-01",
                coverage=[summitry.Coverage(of="members")],
            ),
            *spells,
        ],
        as_of="2020-01-01",
    )

    assert Answer.CERTAIN is club.is_member("ISL", of="CLUB", on="2005-06-01")
    assert Answer.CERTAIN is club.is_member("ISL", of="CLUB", on="2005-06-02")


def test_share(club):
    """One of the Club's four members is in the Forum, which has two."""
    assert club.share("CLUB", of="FORUM", on="2004-01-01") == 1 / 2
    assert club.share("FORUM", "CLUB", "2004-01-01") == 1 / 4


def test_share_of_a_body_without_members(club):
    """There is no share of nothing."""
    with pytest.raises(NotFound, match="CLUB had no members on 1990-01-01"):
        club.share("FORUM", of="CLUB", on="1990-01-01")


def test_shared_by_match(club):
    """Iceland and Norway sat in the Club together; in 2005 that is not certain."""
    assert club.shared("ISL", "Norway", on="2005-03-01").ids == ("CLUB",)
    assert club.shared("ISL", "NOR", on="2005-03-01", match="certain").ids == ()
    assert club.shared("ISL", "NOR", on="2006-01-01").ids == ()
    assert club.shared("ISL", "FIN").ids == ("FORUM",)


def test_shared_by_three(club):
    """All of several parties, organizations among them."""
    assert club.shared("ISL", "DNK", "FORUM", on="2004-01-01").ids == ("CLUB",)
    assert club.shared("ISL", "DNK", "FIN", on="2004-01-01").ids == ()


def test_shared_needs_two_parties(club):
    """One party shares nothing."""
    with pytest.raises(InvalidValue, match="at least two parties, not 1"):
        club.shared("ISL")


def test_namibia_and_the_movement(world):
    """NAM the organization and NAM the code of Namibia do not get in each other's way."""
    assert summitry.state("Namibia").code == "NAM"
    assert world.organization("NAM").name == "Non-Aligned Movement"
    assert {"NAM"} == set(world.memberships.by("NAM").states)
    assert world.memberships.by("NAM") == world.memberships.by("Namibia")
    assert "NAM" in world.memberships.by("NAM").bodies
    assert {"NAM"} == set(world.memberships.by(world.organization("NAM")).organizations)
    assert Answer.CERTAIN is world.is_member("NAM", of="NAM", on="2023-03-02")
    assert "NAM" in world.members("NAM", on="2023-03-02").states


def test_an_organization_named_like_a_state_as_a_member():
    """The Movement as an observer is found by its record or its name, not by NAM."""
    nam = Organization(id="NAM", name="Non-Aligned Movement")
    host = Organization(id="HOST", name="Host")
    theirs = summitry.MemberOrganization(organization="HOST", member_organization="NAM")
    namibia = MemberState(organization="HOST", state="NAM")
    catalog = Catalog([nam, host, theirs, namibia], as_of="2020-01-01")

    assert theirs == catalog.memberships.by(nam).one()
    assert theirs == catalog.memberships.by("Non-Aligned Movement").one()
    assert namibia == catalog.memberships.by("NAM").one()
    assert "NAM" in repr(catalog.memberships)
    assert "Non-Aligned Movement" in repr(catalog.memberships.by(nam))
    assert "Namibia" in repr(catalog.memberships.by("NAM"))


def test_a_name_that_a_state_and_an_organization_bear():
    """A party's name that may be two is not decided for the one who asks."""
    body = Organization(id="LODGE", name="Iceland")
    catalog = Catalog([body], as_of="2020-01-01")

    with pytest.raises(MultipleFound) as caught:
        catalog.memberships.by("iceland")
    assert ("Iceland (LODGE)", "Iceland (ISL)") == caught.value.candidates
    assert 0 == len(catalog.memberships.by("ISL"))
    assert 0 == len(catalog.memberships.by("LODGE"))


def test_a_name_that_several_states_and_an_organization_bear():
    """Nor when the states of that name are several themselves."""
    body = Organization(id="LODGE", name="Congo")
    catalog = Catalog([body], as_of="2020-01-01")

    with pytest.raises(MultipleFound):
        catalog.memberships.by("Congo")


def test_the_party_of_a_record(club):
    """A spell or a chairmanship leads to the state or the organization it is about."""
    forum = club.organization("FORUM")

    assert forum == club.party_of(club.memberships.by("FORUM").one())
    assert forum == club.party_of(club.chair("CLUB", on="2009-01-01"))
    assert "Denmark" == club.party_of(club.chair("CLUB", on="2005-01-01")).name
    ghost = summitry.MemberOrganization(organization="CLUB", member_organization="GHOST")
    with pytest.raises(NotFound, match="GHOST"):
        club.party_of(ghost)


# -- the chair -----------------------------------------------------------------


def test_the_chair_in_the_middle_of_a_term(club):
    """On most days it is plain who presides."""
    assert club.chair("CLUB", on="2002-01-01").state == "ISL"
    assert club.chair("The Club", on="2009-01-01").chair_organization == "FORUM"


def test_on_the_day_of_a_handover_the_incoming_chair_counts(club):
    """Both terms include the day; the answer is who took over."""
    assert club.chair("CLUB", on="2004-06-29").state == "ISL"
    assert club.chair("CLUB", on="2004-06-30").state == "DNK"


def test_handovers_of_nam(world):
    """Azerbaijan handed over to Uganda in Kampala on 2024-01-19."""
    assert world.chair("NAM", on="2024-01-18").state == "AZE"
    assert world.chair("NAM", on="2024-01-19").state == "UGA"
    assert world.chair("NAM", on="2019-10-25").state == "AZE"
    assert world.chair("NAM", on="2019-10-24").state == "VEN"


def test_a_handover_known_to_the_month_names_both(club):
    """Nobody is chosen where the records leave it open."""
    with pytest.raises(MultipleFound) as caught:
        club.chair("CLUB", on="2008-09-10")

    assert "CLUB may have been chaired by" in str(caught.value)
    assert caught.value.candidates == (
        "Denmark (DNK, 2004-06-30/2008-09)",
        "Forum (FORUM, 2008-09/2010-03-31)",
    )


def test_a_partial_day_across_a_handover_names_both(club):
    """Some day of 2004 had one chair or the other."""
    with pytest.raises(MultipleFound, match=r"Iceland .* or Denmark .* on 2004"):
        club.chair("CLUB", on="2004")
    assert club.chair("CLUB", on="2003").state == "ISL"


def test_an_uncertain_chair_of_nam(world):
    """Which of the two presided in September 1970 no record tells."""
    with pytest.raises(MultipleFound) as caught:
        world.chair("NAM", on="1970-09")

    assert [c.split(" (")[0] for c in caught.value.candidates] == ["Egypt", "Zambia"]


def test_co_chairs_are_named_together(club):
    """Two at once are no doubt but a fact."""
    with pytest.raises(MultipleFound) as caught:
        club.chair("CLUB", on="2011-01-01")

    assert "CLUB was chaired by" in str(caught.value)
    assert len(caught.value.candidates) == 2


def test_a_certain_chair_goes_before_a_possible_one():
    """A term that may have begun does not cast doubt on one that did hold."""
    sure = summitry.Chairmanship(
        organization="CLUB", state="ISL", since="2000-01-01", until="2005-01-01"
    )
    perhaps = summitry.Chairmanship(organization="CLUB", state="DNK", since="[2003..]")
    catalog = Catalog(
        [
            Organization(
                id="CLUB", name="Club", coverage=[summitry.Coverage(of="chairmanships")]
            ),
            sure,
            perhaps,
        ],
        as_of="2020-01-01",
    )

    assert sure == catalog.chair("CLUB", on="2004-01-01")
    assert perhaps == catalog.chair("CLUB", on="2006-01-01")


def test_a_term_of_one_day(club):
    """Who takes over and hands on within a day is the incoming chair of that day."""
    catalog = Catalog(
        [
            Organization(
                id="CLUB", name="Club", coverage=[summitry.Coverage(of="chairmanships")]
            ),
            Chairmanship(
                organization="CLUB", state="ISL", since="2001", until="2002-07-08"
            ),
            Chairmanship(
                organization="CLUB", state="DNK", since="2002-07-08", until="2002-07-08"
            ),
        ],
        as_of="2020",
    )
    next_one = Chairmanship(organization="CLUB", state="NOR", since="2002-07-08")

    assert "ISL" == catalog.chair("CLUB", on="2002-07-07").state
    assert "DNK" == catalog.chair("CLUB", on="2002-07-08").state
    assert "NOR" == (catalog | Catalog([next_one])).chair("CLUB", on="2002-07-08").state


def test_no_chair_is_recorded(club):
    """Before the first term, after the catalogue's knowledge, or none at all."""
    with pytest.raises(NotFound, match="no chairmanship of CLUB is recorded") as caught:
        club.chair("CLUB", on="1999-01-01")
    assert "not covered" not in str(caught.value)
    with pytest.raises(NotFound, match="its chairmanships are not covered for that day"):
        club.chair("FORUM", on="2005-01-01")


def test_a_chair_beyond_the_coverage_warns(club):
    """What is recorded is answered, with the doubt."""
    extended = club | Catalog(
        [summitry.Chairmanship(organization="FORUM", state="FIN", since="2002-01-01")]
    )

    with pytest.warns(
        CoverageWarning, match="the chairmanships of FORUM are not covered"
    ):
        assert extended.chair("FORUM", on="2005-01-01").state == "FIN"


def test_a_chair_beyond_the_coverage_warns_each_time(club):
    """An answer that was worked out before is no surer for it."""
    extended = club | Catalog(
        [summitry.Chairmanship(organization="FORUM", state="FIN", since="2002-01-01")]
    )

    for _ in range(2):
        with pytest.warns(CoverageWarning):
            extended.chair("FORUM", on="2005-01-01")


def test_a_chair_on_the_date_of_the_catalogue(club):
    """Without a day the chair is the present one."""
    assert club.chair("CLUB").state == "ISL"


def test_the_chair_is_the_same_when_asked_for_many_days(club):
    """However many days are asked for, each has its own answer."""
    from datetime import date, timedelta  # noqa: PLC0415

    first = date(2000, 1, 1)
    days = [first + timedelta(days=n) for n in range(1_642)]  # to 2004-06-29
    many = [first + timedelta(days=n % 1_642) for n in range(5_000)]

    assert {"ISL"} == {club.chair("CLUB", on=day).state for day in days}
    assert {"ISL"} == {club.chair("CLUB", on=day).state for day in many}
    assert club.chair("CLUB", on=days[-1] + timedelta(days=1)).state == "DNK"


# -- states --------------------------------------------------------------------


def test_states_of_the_catalogue(world):
    """Every bundled state, by its code."""
    assert "AZE" in world.states
    assert world.states["AZE"].name == "Azerbaijan"
    assert len(world.states) > 250


def test_a_users_own_state_goes_before_the_bundled_one():
    """An overlay renames a state, or adds one, for its own catalogue only."""
    renamed = State(code="TUR", name="Republic of Türkiye")
    mine = Catalog([renamed], as_of="2025-01-01")

    assert renamed == mine.state("TUR")
    assert renamed == mine.state("Republic of Türkiye")
    assert renamed == mine.state("Turkey", on="1990")
    assert renamed == mine.states["TUR"]
    assert summitry.state("TUR").name == "Türkiye"
    assert len(summitry.load().states) == len(mine.states)


# -- wrong questions -----------------------------------------------------------


@pytest.mark.parametrize(
    "ask, error, message",
    [
        (lambda c: c.members("CLUBB"), UnknownOrganization, "did you mean The Club"),
        (lambda c: c.members("CLUB", on="2003-13"), InvalidDate, "no month 13"),
        (lambda c: c.members("CLUB", on=2003), WrongType, 'written as text: "2003"'),
        (lambda c: c.members("CLUB", match="sure"), InvalidValue, "possible, certain"),
        (lambda c: c.members("CLUB", day="2003"), UnexpectedArgument, "has no 'day'"),
        (lambda c: c.members("CLUB", onn="2003"), UnexpectedArgument, "did you mean on"),
        (lambda c: c.members(), UnexpectedArgument, "organization"),
        (lambda c: c.members(None), WrongType, "expected an id or a name"),
        (lambda c: c.observers(7), WrongType, "7 is an int"),
        (lambda c: c.is_member("Nobodyland", of="CLUB"), NotFound, "Nobodyland"),
        (lambda c: c.is_member("FI", of="CLUB"), NotFound, r"Finland \(FIN\)"),
        (lambda c: c.is_member("FIN"), UnexpectedArgument, "of"),
        (lambda c: c.is_member(None, of="CLUB"), WrongType, "expected an id or a name"),
        (lambda c: c.chair("Klub"), UnknownOrganization, "Klub"),
        (lambda c: c.shared("ISL", "XQQ"), NotFound, "XQQ"),
        (lambda c: c.shared("ISL", "FIN", when=1), UnexpectedArgument, "no 'when'"),
        (lambda c: c.state("Perugia"), UnknownState, r"Peru \(PER\)"),
        (lambda c: c.memberships.by("Congo"), MultipleFound, "Congo"),
        (lambda c: c.memberships.on("1961/1962"), InvalidDate, "it is a period"),
        (lambda c: c.memberships.during("1/2/3"), InvalidValue, "not a period"),
    ],
)
def test_a_wrong_question_is_explained(club, ask, error, message):
    """Each is answered with what was wrong and what would have been right."""
    with pytest.raises(error, match=message):
        ask(club)


def test_a_possible_co_chair_is_not_left_out():
    """One co-chair is certain and the other only possible: both are named."""
    terms = [
        Chairmanship(
            organization="CLUB", state="ISL", form="co_chair", since="2000-01-01"
        ),
        Chairmanship(organization="CLUB", state="NOR", form="co_chair", since="2000"),
    ]

    with pytest.raises(MultipleFound, match="was chaired by Iceland"):
        Catalog(terms).chair("CLUB", on="2000-06-01")


@pytest.mark.parametrize(
    "record",
    [
        summitry.BilateralMeeting(
            id="m",
            delegations=[
                summitry.Delegation(state="ISL"),
                summitry.Delegation(organization="GHOST"),
            ],
        ),
        summitry.Summit(
            id="s", name="S", delegations=[summitry.Delegation(organization="GHOST")]
        ),
        summitry.Summit(id="s", name="S", organizations=["GHOST"]),
        summitry.Appointment(name="Ann Ash", organization="GHOST", post="Secretary"),
        Chairmanship(organization="GHOST", state="ISL"),
        Chairmanship(organization="HOST", chair_organization="GHOST"),
        MemberState(organization="GHOST", state="ISL"),
        summitry.MemberOrganization(organization="HOST", member_organization="GHOST"),
    ],
    ids=lambda record: repr(record)[:60],
)
def test_an_organization_that_is_only_mentioned_is_known_by_its_id(record):
    """Records come without their organizations: an id that one names is no unknown."""
    catalog = Catalog([record], as_of="2020")

    assert 0 == len(catalog.organizations)
    assert catalog.memberships.of("GHOST").bodies in {(), ("GHOST",)}
    with pytest.raises(UnknownOrganization):
        catalog.memberships.of("GHOSTS")
