"""Who was at the head of an organization, and what else is asked of its posts."""

from __future__ import annotations

import warnings

import pytest

from summitry import Appointment, Catalog, Coverage, CoverageWarning, Organization
from summitry.errors import (
    InvalidValue,
    MultipleFound,
    NotFound,
    UnexpectedArgument,
    UnknownOrganization,
    UnknownPerson,
)


def term(name, since, until=None, **rest):
    return Appointment(
        **{"organization": "CLUB", "post": "Secretary-General"} | rest,
        name=name,
        since=since,
        until=until,
    )


@pytest.fixture(scope="module")
def offices():
    """A club with a secretary-general and a president, and a body without coverage."""
    return Catalog(
        [
            Organization(
                id="CLUB",
                name="The Club",
                since="1999",
                coverage=[Coverage(of="appointments")],
            ),
            Organization(id="FORUM", name="The Forum"),
            term("Ann Ash", "2000", "2004", state="ISL"),
            term("Bo Birch", "2004", "2008-06-30", state="DNK"),
            term("Cy Cedar", "2008-06-30", "2008-12-31", capacity="acting"),
            term("Dee Dogwood", "2009-01-01", "2012-01-01", state="ISL"),
            term("Ed Elm", "2012-01-01"),
            term("Fay Fir", "2010-03", post="President"),
            term("Gus Gum", "2010", post="Deputy", level="deputy_head_of_organization"),
            term("Hal Hazel", "2001", organization="FORUM"),
        ],
        as_of="2020-06-15",
    )


def test_the_head_in_the_middle_of_a_term(offices):
    """Sure days give one person, whatever the way in which the body is named."""
    assert "Ann Ash" == offices.head("CLUB", on="2002-05-05").name
    assert "Ann Ash" == offices.head("the club", on="2002").name
    assert "Cy Cedar" == offices.head("CLUB", on="2008-09-01").name


def test_on_the_day_of_a_handover_the_incoming_head_counts(offices):
    """Both terms include the day."""
    assert "Bo Birch" == offices.head("CLUB", on="2008-06-29").name
    assert "Cy Cedar" == offices.head("CLUB", on="2008-06-30").name


def test_dates_that_leave_it_open(offices):
    """Some day of 2004 had one or the other: both are named."""
    with pytest.raises(MultipleFound, match="CLUB may have been headed by") as caught:
        offices.head("CLUB", on="2004-05-01")

    assert "Ann Ash (Secretary-General, 2000/2004)" in str(caught.value)
    assert 2 == len(caught.value.candidates)


def test_several_posts(offices):
    """Where a body has several heads, the post says who is meant."""
    with pytest.raises(MultipleFound, match="say which post") as caught:
        offices.head("CLUB", on="2011-01-01")

    assert "President" in str(caught.value)
    president = offices.head("CLUB", on="2011-01-01", post="president")
    assert "Fay Fir" == president.name
    assert "Ed Elm" == offices.head("CLUB", post="secretary general").name


def test_a_post_that_there_is_not(offices):
    """The posts that there are, are named; the deputy's is none of the head's."""
    with pytest.raises(NotFound, match="CLUB has no post called 'Deputy'") as caught:
        offices.head("CLUB", post="Deputy")

    assert ("Secretary-General", "President") == tuple(caught.value.candidates)


def test_nobody_is_recorded(offices):
    """Before the first term; and where nothing is covered, that is said."""
    with pytest.raises(NotFound, match="nobody is recorded at the head of CLUB for 1999"):
        offices.head("CLUB", on="1999-05-01")
    with pytest.raises(NotFound, match="not covered for that day"):
        offices.head("FORUM", on="1999-05-01")
    with pytest.raises(UnknownOrganization):
        offices.head("CLUBB")


def test_beyond_the_coverage_it_warns_at_the_asking_line(offices):
    """What is recorded is answered all the same."""
    with pytest.warns(CoverageWarning, match="the appointments of FORUM") as caught:
        assert "Hal Hazel" == offices.head("FORUM", on="2005-01-01").name

    assert __file__ == caught[0].filename
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        offices.head("CLUB", on="2005-01-01")


def test_asked_without_a_date(offices):
    """It is the catalogue's date that counts."""
    assert "Ed Elm" == offices.head("CLUB", post="Secretary-General").name


def test_filters(offices):
    """By body, nationality, person, post, rank and capacity, one after the other."""
    posts = offices.appointments

    assert ["Ann Ash", "Dee Dogwood"] == [a.name for a in posts.by("Iceland")]
    assert 7 == len(posts.of("CLUB"))
    assert "Fay Fir" == posts.with_person("fir").one().name
    assert "Cy Cedar" == posts.where(capacity="acting").one().name
    assert "Gus Gum" == posts.where(level="deputy_head_of_organization").one().name
    assert (
        "Fay Fir"
        == posts.where(post="PRESIDENT", level="head_of_organization").one().name
    )
    assert posts == posts.where()
    assert "Ann Ash" == posts.of("CLUB").on("2003-01-01").one().name


def test_what_filters_refuse(offices):
    """Each says what would have been right."""
    posts = offices.appointments

    with pytest.raises(InvalidValue, match="expected one of substantive, acting"):
        posts.where(capacity="interim")
    with pytest.raises(UnexpectedArgument, match="post"):
        posts.where(poste="President")
    with pytest.raises(UnknownPerson, match="did you mean Fay Fir"):
        posts.with_person("Fay Fur")
    with pytest.raises(NotFound):
        posts.by("Perugia")
    with pytest.raises(UnexpectedArgument, match="post"):
        offices.head("CLUB", poste="President")


def test_how_they_are_shown(offices):
    """One a line, the capacity only where it is not the usual one."""
    shown = repr(offices.appointments.of("CLUB")[:3])

    assert shown.splitlines()[0] == "Appointments: 3 appointments"
    assert "Cy Cedar" in shown
    assert "acting" in shown
    assert "substantive" not in shown
