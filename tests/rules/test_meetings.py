"""Rules of meetings: each has a catalogue that breaks only it, and near misses."""

from __future__ import annotations

import pytest

from cases import BODY, catalogue, found

from summitry import (
    BilateralMeeting,
    Delegation,
    MemberState,
    Organization,
    Place,
    Representative,
    Summit,
)


OSLO = Place(city="Oslo", state="NOR")
TOKYO = Place(city="Tokyo", state="JPN")
TEN = tuple(
    Delegation(state=code)
    for code in ("AZE", "CHN", "EGY", "IND", "IRN", "KAZ", "KGZ", "TJK", "TUR", "UZB")
)
SOMEBODY = Representative(name="Somebody Else")


def summit(since="1999-05-05", until=None, **rest):
    plain = {"id": "session", "organizations": ["NC"], "name": "A session"}
    return Summit(**plain | {"since": since, "until": until} | rest)


def meeting(since="1999-05-05", until=None, *, of=("ISL", "FIN"), **rest):
    there = [one if isinstance(one, Delegation) else Delegation(state=one) for one in of]
    plain = {"id": "talks", "delegations": there}
    return BilateralMeeting(**plain | {"since": since, "until": until} | rest)


def beside(since="1999-05-05", until=None, **rest):
    return meeting(since, until, sidelines_of="session", **rest)


def led(code, *people):
    return Delegation(state=code, representatives=people or [SOMEBODY])


def message(code, *records, **options):
    (problem,) = catalogue(*records).check(select=[code], **options)
    return problem.message


class TestOutsideItsSummit:
    there = ("SMT421", "bilateral_meetings[0].since")
    session = summit("1999-05-05", "1999-05-07")

    def test_a_breach(self):
        assert [self.there] == found(BODY, self.session, beside("1999-05-02"))
        assert [self.there] == found(BODY, self.session, beside("1999-05-10"))
        assert [self.there] == found(BODY, self.session, beside("1998"))
        assert "this was held in 1998, and session for 1999-05-05/1999-05-07" == message(
            "SMT421", BODY, self.session, beside("1998")
        )

    def test_near_misses(self):
        for since in (
            "1999-05-03",
            "1999-05-06",
            "1999-05-09",
            "1999-05",
            "1999",
            "XXXX",
        ):
            assert [] == found(BODY, self.session, beside(since))
        assert [] == found(BODY, self.session, meeting("1998"))
        assert [] == found(BODY, self.session, beside("1998", happened="cancelled"))
        assert [("SMT415", "bilateral_meetings[0].since")] == found(
            BODY, self.session, beside(None)
        )
        off = summit("1999-05-05", happened="postponed")
        assert [] == found(BODY, off, beside("1998"))
        assert [("SMT415", "summits[0].since")] == found(
            BODY, summit(None), beside("1998")
        )
        assert [("SMT203", "bilateral_meetings[0].sidelines_of")] == found(beside("1998"))

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [self.there] == found(BODY, self.session, beside("1999"), match="possible")
        month = summit("1999-05")
        assert [self.there] == found(BODY, month, beside("1999-06"), match="possible")
        assert [] == found(BODY, month, beside("1999-05"), match="possible")
        assert [] == found(BODY, self.session, beside("1999-05-03"), match="possible")


class TestSidelinesElsewhere:
    def test_a_breach(self):
        session = summit(place=OSLO)
        assert [("SMT422", "bilateral_meetings[0].place.state")] == found(
            BODY, session, beside(place=TOKYO)
        )
        assert [("SMT422", "bilateral_meetings[0].place.city")] == found(
            BODY, session, beside(place=Place(city="Bergen", state="NOR"))
        )
        assert [("SMT422", "bilateral_meetings[0].place.city")] == found(
            BODY, session, beside(place=Place(city="Bergen"))
        )
        assert "this was in JPN, and session in NOR" == message(
            "SMT422", BODY, session, beside(place=TOKYO)
        )

    @pytest.mark.parametrize(
        "place",
        [
            OSLO,
            None,
            Place(city="oslo"),
            Place(state="NOR"),
            Place(city="Oslo", state="SJM"),
            Place(city="Greater Oslo", state="NOR"),
        ],
    )
    def test_near_misses(self, place):
        assert [] == found(BODY, summit(place=OSLO), beside(place=place))

    def test_who_meets_from_afar_meets_nowhere(self):
        tokyo = Place(state="JPN")
        session = summit(place=Place(state="NOR"))
        assert [] == found(BODY, summit(), beside(place=tokyo))
        for rest in (
            {"modality": "virtual"},
            {"format": "phone", "modality": "virtual"},
            {"format": "video", "modality": "hybrid"},
        ):
            assert [] == found(BODY, session, beside(place=tokyo, **rest))
        virtual = summit(place=Place(state="NOR"), modality="virtual")
        assert [] == found(BODY, virtual, beside(place=tokyo))


class TestDelegationNotThere:
    state = ("SMT423", "bilateral_meetings[0].delegations[1].state")
    body = ("SMT423", "bilateral_meetings[0].delegations[1].organization")
    gone = Organization(id="OAU", name="OAU", since="1963-05-25", until="2002-07-08")
    oau = Delegation(organization="OAU")

    def test_a_breach(self):
        assert [self.state] == found(meeting("1961", of=["ISL", "SRB"]))
        assert [self.state] == found(meeting("2010-05", of=["ISL", "SUN"]))
        assert [self.body] == found(self.gone, meeting("2003", of=["ISL", self.oau]))
        assert [self.body] == found(self.gone, meeting("1961", of=["ISL", self.oau]))

    def test_the_message_has_both_facts(self):
        assert (
            "SRB took part in 1961, and existed for 1878-07-13/1918-11 and 2006-06-03/..; "
            "YUG was there then"
        ) == message("SMT423", meeting("1961", of=["ISL", "SRB"]))
        planned = meeting("2027", of=["ISL", self.oau], happened="planned")
        assert "OAU takes part in 2027, and existed for 1963-05-25/2002-07-08" == message(
            "SMT423", self.gone, planned
        )

    def test_at_a_summit_and_in_its_chair(self):
        away = Delegation(state="KAZ")
        assert [("SMT423", "summits[0].delegations[0].state")] == found(
            BODY, summit("1960", delegations=[away])
        )
        assert [("SMT423", "summits[0].chair.state")] == found(
            BODY, summit("1960", chair=away)
        )

    def test_near_misses(self):
        assert [] == found(meeting("1961", of=["ISL", "YUG"]))
        assert [] == found(meeting("2010", of=["ISL", "PSE"]))
        assert [] == found(meeting("1961", of=["ISL", "DZA"]))
        assert [] == found(meeting("2010", of=["ISL", "SUN"], happened="cancelled"))
        assert [] == found(meeting("XXXX", of=["ISL", "SUN"]))
        assert [] == found(self.gone, meeting("2002", of=["ISL", self.oau]))
        assert [] == found(self.gone, meeting("1962-06", of=["ISL", self.oau]))
        assert [("SMT201", "bilateral_meetings[0].delegations[1].organization")] == found(
            meeting("1900", of=["ISL", self.oau])
        )

    def test_a_state_may_act_in_the_year_before_it_is_one(self):
        assert [] == found(meeting("1991-12-08", of=["UKR", "KAZ"]))
        assert [self.state] == found(meeting("1990-12-08", of=["ISL", "KAZ"]))

    def test_who_belonged_to_the_body_was_there(self):
        member = MemberState(organization="NC", state="UKR", since="1955")
        there = [Delegation(state="UKR")]
        assert [] == found(
            BODY, member, summit("1960", delegations=there), ignore=["SMT3"]
        )
        talks = meeting("1960", of=["UKR", Delegation(organization="NC")])
        assert [] == found(BODY, member, talks, ignore=["SMT3"])

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [self.body] == found(
            self.gone, meeting("2002", of=["ISL", self.oau]), match="possible"
        )
        assert [self.body] == found(
            self.gone, meeting("1962", of=["ISL", self.oau]), match="possible"
        )
        assert [self.state] == found(
            meeting("1991-12", of=["ISL", "SUN"]), match="possible"
        )
        assert [] == found(
            self.gone, meeting("1999", of=["ISL", self.oau]), match="possible"
        )


class TestAbsentFromSummit:
    def test_a_breach(self):
        session = summit(delegations=TEN)
        assert [("SMT424", "bilateral_meetings[0].delegations[1].state")] == found(
            BODY, session, beside(of=["AZE", "FIN"])
        )
        un = Organization(id="UN", name="United Nations", since="1945")
        of = [Delegation(organization="UN"), "AZE"]
        assert [("SMT424", "bilateral_meetings[0].delegations[0].organization")] == found(
            BODY, un, session, beside(of=of)
        )
        assert "FIN is none of the 10 delegations of session" == message(
            "SMT424", BODY, session, beside(of=["AZE", "FIN"])
        )

    def test_each_meeting_is_compared(self):
        two = [beside(of=["AZE", "FIN"]), beside(of=["CHN", "SWE"], id="more")]
        assert [
            ("SMT424", "bilateral_meetings[0].delegations[1].state"),
            ("SMT424", "bilateral_meetings[1].delegations[1].state"),
        ] == found(BODY, summit(delegations=TEN), *two)

    def test_near_misses(self):
        assert [] == found(BODY, summit(delegations=TEN), beside(of=["AZE", "CHN"]))
        assert [] == found(BODY, summit(delegations=TEN[:7]), beside(of=["AZE", "FIN"]))
        hosted = summit(delegations=TEN, host="FIN")
        assert [] == found(BODY, hosted, beside(of=["AZE", "FIN"]))
        chaired = summit(delegations=[*TEN, Delegation(state="SWE")], chair=led("SWE"))
        assert [] == found(BODY, chaired, beside(of=["AZE", "SWE"]))
        own = Delegation(organization="NC")
        assert [] == found(BODY, summit(delegations=TEN), beside(of=["AZE", own]))
        member = MemberState(organization="NC", state="FIN", since="1955-10-28")
        assert [] == found(
            BODY, member, summit(delegations=TEN), beside(of=["AZE", "FIN"])
        )


class TestLevelOfAnOrganization:
    head = Representative(name="A. Head", level="head_of_organization")
    deputy = Representative(name="A. Deputy", level="deputy_head_of_organization")

    def test_a_breach(self):
        assert [
            ("SMT425", "bilateral_meetings[0].delegations[1].representatives[0].level")
        ] == found(meeting(of=["ISL", led("FIN", self.head)]))
        assert [
            ("SMT425", "summits[0].delegations[0].representatives[1].level")
        ] == found(BODY, summit(delegations=[led("FIN", SOMEBODY, self.deputy)]))
        assert [("SMT425", "summits[0].chair.representatives[0].level")] == found(
            BODY, summit(chair=led("FIN", self.head))
        )
        assert "A. Head took part for FIN as head_of_organization" == message(
            "SMT425", meeting(of=["ISL", led("FIN", self.head)])
        )

    def test_near_misses(self):
        own = Delegation(organization="NC", representatives=[self.head])
        assert [] == found(BODY, meeting(of=["ISL", own]))
        president = Representative(name="A. President", level="head_of_state")
        own = Delegation(organization="NC", representatives=[president])
        assert [] == found(BODY, meeting(of=[led("ISL"), own]))


class TestFormatContradictsModality:
    there = ("SMT426", "bilateral_meetings[0].modality")

    def test_a_breach(self):
        assert [self.there] == found(meeting(format="phone"))
        assert [self.there] == found(meeting(format="video", modality="in_person"))
        assert [self.there] == found(meeting(format="pull_aside", modality="virtual"))
        assert "the format is phone, and the modality is in_person" == message(
            "SMT426", meeting(format="phone")
        )

    def test_near_misses(self):
        assert [] == found(meeting(format="phone", modality="virtual"))
        assert [] == found(meeting(format="video", modality="hybrid"))
        assert [] == found(meeting(format="courtesy_call", modality="virtual"))
        assert [] == found(meeting(format="pull_aside"))
        assert [] == found(meeting(modality="virtual"))


class TestVirtualWithPlace:
    def test_a_breach(self):
        assert [("SMT427", "summits[0].place.city")] == found(
            BODY, summit(place=OSLO, modality="virtual")
        )
        assert [("SMT427", "bilateral_meetings[0].place.city")] == found(
            meeting(place=OSLO, modality="virtual")
        )
        assert "this was virtual, and its place is Oslo" == message(
            "SMT427", meeting(place=OSLO, modality="virtual")
        )

    def test_near_misses(self):
        assert [] == found(BODY, summit(host="NOR", modality="virtual"))
        assert [] == found(BODY, summit(place=OSLO, modality="hybrid"))
        assert [] == found(meeting(place=Place(state="NOR"), modality="virtual"))


class TestRecordedTwice:
    there = ("SMT428", "bilateral_meetings[1]")
    first = meeting(id="first")

    def second(self, **rest):
        return meeting(**{"id": "second", "of": ["FIN", "ISL"]} | rest)

    def test_a_breach(self):
        assert [self.there] == found(self.first, self.second())
        assert [self.there] == found(self.first, self.second(place=OSLO))
        assert [self.there] == found(self.first, self.second(format="delegation"))
        assert "first too is a meeting of ISL and FIN on 1999-05-05" == message(
            "SMT428", self.first, self.second()
        )

    def test_the_same_people_are_one_meeting(self):
        one = meeting(of=[led("ISL"), "FIN"])
        assert [self.there] == found(one, self.second(of=["FIN", led("ISL")]))
        assert [self.there] == found(one, self.second())

    def test_each_is_reported_once(self):
        three = [meeting(id=each) for each in ("first", "second", "third")]
        assert [self.there, ("SMT428", "bilateral_meetings[2]")] == found(*three)

    def test_near_misses(self):
        assert [] == found(self.first, self.second(of=["FIN", "SWE"]))
        assert [] == found(self.first, self.second(since="1999-05-06"))
        assert [] == found(self.first, self.second(until="1999-05-06"))
        assert [] == found(self.first, self.second(happened="cancelled"))
        assert [] == found(meeting("1999-05", id="first"), self.second(since="1999-05"))
        assert [] == found(meeting(place=OSLO), self.second(place=TOKYO))
        assert [] == found(
            meeting(format="tete_a_tete"), self.second(format="delegation")
        )
        assert [] == found(self.first, self.second(modality="virtual"))
        other = Representative(name="Another One")
        assert [] == found(
            meeting(of=[led("ISL"), "FIN"]), self.second(of=[led("ISL", other), "FIN"])
        )

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        problems = found(self.first, self.second(since="1999-05"), match="possible")
        assert ["SMT428"] == [code for code, _ in problems]
        assert [] == found(self.first, self.second(since="1999-06"), match="possible")


class TestInTwoPlaces:
    there = (
        "SMT429",
        "bilateral_meetings[1].delegations[0].representatives[0]",
    )
    oslo = meeting(of=[led("ISL"), "FIN"], place=OSLO)

    def tokyo(self, **rest):
        return meeting(
            **{"id": "other", "of": [led("ISL"), "JPN"], "place": TOKYO} | rest
        )

    def test_a_breach(self):
        assert [self.there] == found(self.oslo, self.tokyo())
        assert (
            "Somebody Else was in Tokyo on 1999-05-05, and in Oslo at talks"
            == message("SMT429", self.oslo, self.tokyo())
        )

    def test_at_a_summit_and_a_meeting(self):
        session = summit(place=OSLO, chair=led("ISL"))
        assert [
            ("SMT429", "bilateral_meetings[0].delegations[0].representatives[0]")
        ] == found(BODY, session, self.tokyo())

    def test_ids_tell(self):
        one = Representative(name="Li Wei", person_id="Q1")
        again = Representative(name="W. Li", person_id="Q1")
        other = Representative(name="Li Wei", person_id="Q2")
        here = meeting(of=[led("CHN", one), "FIN"], place=OSLO)
        assert [self.there] == found(here, self.tokyo(of=[led("CHN", again), "JPN"]))
        assert [] == found(
            here, self.tokyo(of=[led("CHN", other), "JPN"]), ignore=["SMT208"]
        )

    def test_near_misses(self):
        assert [] == found(self.oslo, self.tokyo(since="1999-05-06"))
        assert [] == found(self.oslo, self.tokyo(until="1999-05-06"))
        assert [] == found(self.oslo, self.tokyo(place=Place(city="Tokyo")))
        assert [] == found(self.oslo, self.tokyo(place=Place(state="JPN")))
        assert [] == found(self.oslo, self.tokyo(place=None))
        assert [] == found(self.oslo, self.tokyo(modality="hybrid"))
        assert [] == found(self.oslo, self.tokyo(happened="cancelled"))
        assert [] == found(self.oslo, self.tokyo(of=["ISL", "JPN"]))
        bergen = Place(city="Bergen", state="NOR")
        assert [] == found(self.oslo, self.tokyo(place=bergen))
        session = summit(place=OSLO, chair=led("ISL"), delegations=[led("ISL")])
        assert [] == found(BODY, session)


class TestOnBothSides:
    def test_a_breach(self):
        there = "bilateral_meetings[0].delegations[1].representatives[1]"
        both = led("ISL"), led("FIN", Representative(name="Another One"), SOMEBODY)
        assert [("SMT430", there)] == found(meeting(of=both))
        assert "Somebody Else takes part for FIN, and for ISL too" == message(
            "SMT430", meeting(of=both)
        )

    def test_near_misses(self):
        assert [] == found(meeting(of=[led("ISL"), "FIN"]))
        other = Representative(name="Another One")
        assert [] == found(meeting(of=[led("ISL"), led("FIN", other)]))
        namesake = Representative(name="Somebody Else", person_id="Q1")
        assert [] == found(meeting(of=[led("ISL"), led("FIN", namesake)]))
        assert [] == found(
            meeting(of=[led("ISL", SOMEBODY, SOMEBODY), led("FIN", other)])
        )


class TestForTwoStates:
    def test_a_breach(self):
        two = [led("ISL"), led("FIN")]
        assert [("SMT431", "summits[0].delegations[1].representatives[0]")] == found(
            BODY, summit(delegations=two)
        )

    def test_near_misses(self):
        other = led("FIN", Representative(name="Another One"))
        assert [] == found(BODY, summit(delegations=[led("ISL"), other]))
        own = Delegation(organization="NC", representatives=[SOMEBODY])
        assert [] == found(BODY, summit(delegations=[led("ISL"), own]))
        assert [] == found(BODY, summit(delegations=[led("ISL")], chair=led("ISL")))
