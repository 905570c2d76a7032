"""Rules of summits: each has a catalogue that breaks only it, and near misses."""

from __future__ import annotations

import pytest

from cases import BODY, catalogue, found

from summitry import (
    BilateralMeeting,
    Delegation,
    Organization,
    Outcome,
    Place,
    State,
    Summit,
)
from summitry.values.spell import Spell


EXISTED = [Spell(since="1990")]


def summit(since="1999-05-05", until=None, **rest):
    plain = {"id": "session", "organizations": ["NC"], "name": "A session"}
    return Summit(**plain | {"since": since, "until": until} | rest)


def meeting(since="1999-05-05", until=None, **rest):
    there = [Delegation(state="ISL"), Delegation(state="FIN")]
    plain = {"id": "talks", "delegations": there}
    return BilateralMeeting(**plain | {"since": since, "until": until} | rest)


def codes_of(*states):
    return [Delegation(state=code) for code in states]


def message(code, *records, **options):
    (problem,) = catalogue(*records).check(select=[code], **options)
    return problem.message


class TestSummitOutsideLife:
    there = ("SMT401", "summits[0].since")
    gone = Organization(id="NC", name="Nordic Council", since="1952", until="1991")

    def test_a_breach(self):
        assert [self.there] == found(BODY, summit("1951-05", kind="ministerial"))
        assert [self.there] == found(BODY, summit("1952-02-10", "1952-02-11", number=2))
        assert [self.there] == found(BODY, summit("1950"))
        assert [self.there] == found(self.gone, summit("1992-01-01"))
        assert [self.there] == found(self.gone, summit("2027", happened="planned"))

    def test_the_message_has_both_facts(self):
        assert (
            "this summit of NC was held in 1950, and NC was founded on 1952-02-12"
            == message("SMT401", BODY, summit("1950"))
        )
        assert "this summit of NC is planned in 2027, and NC ended in 1991" == message(
            "SMT401", self.gone, summit("2027", happened="planned")
        )

    def test_near_misses(self):
        assert [] == found(BODY, summit("1952-02-11", "1952-02-12", number=2))
        assert [] == found(BODY, summit("1952", number=2))
        assert [] == found(BODY, summit("1952-02-12"))
        assert [] == found(self.gone, summit("1991-12-31", "1992-01-01"))
        assert [] == found(self.gone, summit("1992", happened="cancelled"))
        assert [] == found(self.gone, summit("XXXX"))
        assert [] == found(
            Organization(id="NC", name="Nordic Council"), summit("1900-01-01")
        )
        assert [("SMT201", "summits[0].organizations[0]")] == found(summit("1900"))

    def test_the_conference_that_founds_a_body_is_none(self):
        assert [] == found(BODY, summit("1951-05", "1951-06"))
        assert [] == found(BODY, summit("1951-04", number=1))

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [self.there] == found(BODY, summit("1952", number=2), match="possible")
        assert [self.there] == found(self.gone, summit("1991"), match="possible")
        assert [] == found(BODY, summit("1953"), match="possible")
        assert [] == found(self.gone, summit("1990"), match="possible")


class TestHostNotThere:
    there = ("SMT402", "summits[0].host")

    def test_a_breach(self):
        assert [self.there] == found(BODY, summit("1999", host="SUN"))
        assert [self.there] == found(BODY, summit("1961", host="SRB"))
        assert [self.there] == found(BODY, summit("1978-09", host="KAZ"))
        assert [self.there] == found(BODY, summit("1953", host="XKX"))
        assert [self.there] == found(
            BODY, summit("2026-10", host="YUG", happened="planned")
        )

    def test_the_message_says_who_was_there(self):
        assert (
            "KAZ was the host in 1978, and existed for 1991-12-16/..; SUN was there then"
            == message("SMT402", BODY, summit("1978", host="KAZ"))
        )
        artsakh = message("SMT402", BODY, summit("2025-01-05", host="XAR"))
        assert artsakh.endswith("and existed for 1991-09-02/2024-01-01")

    def test_near_misses(self):
        assert [] == found(BODY, summit("1961", host="YUG"))
        assert [] == found(BODY, summit("1991-12", host="SUN"))
        assert [] == found(BODY, summit("1999", host="GRL"))
        assert [] == found(BODY, summit(None, host="SUN", happened="cancelled"))
        assert [] == found(BODY, summit("1999", host="SUN", happened="cancelled"))
        assert [] == found(BODY, summit("XXXX", host="SUN"))
        assert [] == found(BODY, summit("1991", host="KAZ"))

    def test_the_message_names_the_nearest_and_only_a_few(self):
        assert message("SMT402", BODY, summit("1994", host="YUG")).endswith(
            "; SCG was there then"
        )
        assert message("SMT402", BODY, summit("1999", host="SUN")).endswith(
            "; RUS was there then"
        )
        assert message("SMT402", BODY, summit("1999", host="YMD")).endswith(
            "; YEM was there then"
        )
        assert message("SMT402", BODY, summit("1955", host="XAH")).endswith(
            ", … were there then"
        )
        assert message("SMT402", BODY, summit("2007", host="SCG")).endswith(
            "; SRB, MNE were there then"
        )

    def test_who_else_succeeded_the_same_state_says_nothing(self):
        assert [] == found(BODY, summit("1975", host="ATG"))
        assert [] == found(BODY, summit("1990", host="PLW"))

    def test_who_came_later_says_nothing_of_the_time_before(self):
        before = Organization(id="NC", name="Nordic Council", since="1930")
        assert [] == found(before, summit("1944", host="SYR"))
        assert [] == found(BODY, summit("1960", host="YMD"))
        assert [("SMT402", "summits[0].host")] == found(BODY, summit("1959", host="SYR"))

    def test_a_country_before_its_independence_is_none(self):
        assert [] == found(BODY, summit("1956", host="GHA"))
        assert [] == found(BODY, summit("1961", host="DZA"))

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [self.there] == found(BODY, summit("1991", host="KAZ"), match="possible")
        assert [self.there] == found(
            BODY, summit("1991-12", host="SUN"), match="possible"
        )
        assert [] == found(BODY, summit("1990", host="SUN"), match="possible")
        assert [] == found(
            BODY, summit("1991-12-15", "1991-12-17", host="KAZ"), match="possible"
        )
        assert [] == found(BODY, summit("1957", host="GHA"), match="possible")

    def test_a_state_of_ones_own_goes_before_the_bundled_one(self):
        own = State(code="KAZ", name="Kazakhstan")
        assert [] == found(BODY, own, summit("1978", host="KAZ"))

    def test_a_line_of_succession_may_lead_nowhere_or_in_a_circle(self):
        own = [
            State(code="KAZ", name="North", existed=EXISTED, succeeds=["XNB", "XNQ"]),
            State(code="XNB", name="South", succeeds=["KAZ"]),
        ]
        report = catalogue(BODY, *own, summit("1960", host="KAZ")).check(select=["SMT4"])
        assert [] == list(report)


class TestPlaceNotThere:
    def test_a_breach(self):
        place = Place(city="Belgrade", state="SRB")
        assert [("SMT403", "summits[0].place.state")] == found(
            BODY, summit("1961-09-01", "1961-09-06", place=place)
        )
        assert [("SMT403", "bilateral_meetings[0].place.state")] == found(
            meeting("1961-09-01", place=place)
        )

    def test_the_message_says_who_was_there(self):
        assert (
            "the place was in SRB on 1961-09-01, and SRB existed for 1878-07-13/1918-11 "
            "and 2006-06-03/..; YUG was there then"
        ) == message("SMT403", BODY, summit("1961-09-01", place=Place(state="SRB")))

    def test_near_misses(self):
        assert [] == found(BODY, summit("1961-09-01", place=Place(state="YUG")))
        assert [] == found(BODY, summit("1961-09-01", place=Place(city="Belgrade")))
        assert [] == found(BODY, summit("2007", place=Place(state="SRB")))
        assert [] == found(BODY, summit("1999", place=Place(state="HKG")))
        assert [] == found(
            BODY, summit("1961", place=Place(state="SRB"), happened="postponed")
        )

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        there = [("SMT403", "summits[0].place.state")]
        held = summit("2006", place=Place(state="SRB"))
        assert [] == found(BODY, held)
        assert there == found(BODY, held, match="possible")


class TestHostElsewhere:
    def test_a_breach(self):
        there = [("SMT404", "summits[0].host")]
        place = Place(city="Durban", state="ZAF")
        assert there == found(BODY, summit(host="MYS", place=place))
        assert there == found(
            BODY, summit(None, host="MYS", place=place, happened="planned")
        )
        assert "MYS is the host, and the place is in ZAF" == message(
            "SMT404", BODY, summit(host="MYS", place=place, happened="planned")
        )

    def test_near_misses(self):
        durban = Place(city="Durban", state="ZAF")
        assert [] == found(BODY, summit(host="ZAF", place=durban))
        assert [] == found(BODY, summit(host="MYS"))
        assert [] == found(BODY, summit(host="MYS", place=Place(city="Durban")))
        assert [] == found(
            BODY, summit(host="MYS", place=Place(state="ZAF"), modality="virtual")
        )
        assert [] == found(BODY, summit(host="CHN", place=Place(state="HKG")))
        assert [] == found(BODY, summit(host="HKG", place=Place(state="CHN")))


def numbered(number, since, name="{} session", **rest):
    rest = {"id": f"nc-{number}-{since}".lower().strip("x-."), **rest}
    return summit(since, number=number, name=name.format(number), **rest)


class TestNumbersOutOfOrder:
    def test_a_breach(self):
        assert [("SMT405", "summits[0].number")] == found(
            BODY, numbered(3, "1960-09-08"), numbered(2, "1964-10-05")
        )
        assert [("SMT405", "summits[1].number")] == found(
            BODY,
            numbered(1, "1956", kind="ministerial"),
            numbered(3, "1960", kind="ministerial"),
            numbered(2, "1964", kind="ministerial"),
        )

    def test_one_wrong_date_is_reported_once(self):
        years = ["1953", "1954", "1995", "1956", "1957", "1958"]
        series = [numbered(place, year) for place, year in enumerate(years, 1)]
        assert [("SMT405", "summits[3].number")] == found(BODY, *series)
        assert "number 4 was held in 1956, and nc-3-1995, number 3, in 1995" == message(
            "SMT405", BODY, *series
        )

    def test_near_misses(self):
        early, late = "1960-09-08", "1964-10-05"
        assert [] == found(BODY, numbered(1, early), numbered(2, late))
        assert [] == found(BODY, numbered(1, early), numbered(2, early, id="two"))
        assert [] == found(
            BODY, numbered(3, early), numbered(2, late, kind="ministerial")
        )
        assert [] == found(
            BODY, numbered(3, early, happened="cancelled"), numbered(2, late)
        )
        assert [] == found(
            BODY, numbered(3, "2026", happened="planned"), numbered(4, late)
        )
        assert [] == found(BODY, numbered(3, early), numbered(2, "1960"))
        assert [] == found(BODY, numbered(3, "XXXX"), numbered(2, late))
        undated = numbered(1, None, id="one", happened="planned")
        assert [] == found(BODY, undated, numbered(2, early))
        free = [
            numbered(n, year, organizations=[]) for n, year in [(3, early), (2, late)]
        ]
        assert {"SMT414"} == {code for code, _ in found(BODY, *free)}

    def test_series_of_different_bodies_are_not_compared(self):
        other = Organization(id="EFTA", name="EFTA", since="1952")
        joint = numbered(2, "1964", organizations=["NC", "EFTA"])
        assert [] == found(BODY, other, numbered(3, "1960"), joint)
        turned = numbered(3, "1960", organizations=["EFTA", "NC"])
        assert 1 == len(found(BODY, other, turned, joint))

    def test_below_the_summit_names_must_be_alike(self):
        def ministers(number, since, of):
            name = f"{number}th meeting of {of} ministers"
            return numbered(number, since, name=name, kind="ministerial")

        assert [] == found(
            BODY, ministers(9, "1960", "trade"), ministers(8, "1964", "arts")
        )
        assert [] != found(
            BODY, ministers(9, "1960", "arts"), ministers(8, "1964", "arts")
        )

    @pytest.mark.parametrize(
        "names",
        [
            ["Seventh Arts Meeting", "Sixth Arts Meeting"],
            ["VII Arts Meeting", "VI Arts Meeting"],
            ["Twenty-third Arts Meeting", "22nd Arts Meeting"],
            ["Fortieth Arts Meeting", "Nineteenth Arts Meeting, 1964"],
        ],
    )
    def test_numbers_in_names_do_not_matter(self, names):
        later, former = names
        problems = found(
            BODY,
            numbered(7, "1960", name=later, kind="ministerial"),
            numbered(6, "1964", name=former, kind="ministerial"),
        )
        assert ["SMT405"] == [code for code, _ in problems]

    def test_summits_of_different_names_side_by_side_are_series_of_their_own(self):
        plenary = [
            numbered(n, f"{1960 + n}-01", name="{} plenary") for n in range(10, 15)
        ]
        climate = [numbered(n, f"{1970 + n}-06", name="{} climate") for n in range(1, 4)]
        assert [] == found(BODY, *plenary, *climate)

    def test_a_series_that_was_renamed_is_one(self):
        old = [numbered(n, f"{1960 + n}", name="{} conference") for n in range(1, 4)]
        new = [numbered(n, f"{1960 + n}", name="{} summit") for n in (5, 6)]
        lost = numbered(4, "1968", name="{} summit")
        assert [] == found(BODY, *old, *new)
        assert ["SMT405"] == [code for code, _ in found(BODY, *old, *new, lost)]
        side = [numbered(n, f"{1951 + n}-06", name="{} summit") for n in (9, 14)]
        assert [] == found(BODY, *side, *old)

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        pair = numbered(2, "1960"), numbered(3, "1960-05")
        assert [] == found(BODY, *pair)
        assert [("SMT405", "summits[1].number")] == found(BODY, *pair, match="possible")


class TestNumberTwice:
    def test_a_breach(self):
        assert [("SMT406", "summits[1].number")] == found(
            BODY, numbered(2, "1960"), numbered(2, "1964")
        )
        assert "nc-2-1960 (in 1960) is number 2 too" == message(
            "SMT406", BODY, numbered(2, "1960"), numbered(2, "1964")
        )

    def test_one_of_them_may_be_undated(self):
        undated = numbered(2, None, id="one", happened="planned")
        assert [("SMT406", "summits[1].number")] == found(
            BODY, undated, numbered(2, "1964")
        )
        assert "one is number 2 too" == message(
            "SMT406", BODY, undated, numbered(2, "1964")
        )

    def test_an_undated_summit_does_not_part_a_renamed_series(self):
        undated = numbered(7, None, id="seven", name="{} summit", happened="planned")
        series = [
            numbered(2, "1960", name="{} conference"),
            numbered(2, "1964", name="{} summit"),
            undated,
        ]
        assert ["SMT406"] == [code for code, _ in found(BODY, *series)]

    def test_near_misses(self):
        one = numbered(2, "1960")
        assert [] == found(BODY, one, numbered(3, "1964"))
        assert [] == found(BODY, one, numbered(2, "1964", happened="postponed"))
        assert [] == found(BODY, one, numbered(2, "1964", kind="extraordinary"))
        assert [] == found(BODY, one, summit("1964", id="none"))
        assert [] == found(
            BODY,
            numbered(2, "1960", name="Arts", kind="informal"),
            numbered(2, "1964", name="Trade", kind="informal"),
        )


def in_city(city, state, since, until=None, **rest):
    plain = {"id": f"in-{city.lower()}", "name": f"{city} session"}
    return summit(since, until, place=Place(city=city, state=state), **plain | rest)


class TestTwoSummitsAtOnce:
    there = ("SMT407", "summits[1].since")
    oslo = in_city("Oslo", "NOR", "1961-09-01", "1961-09-06")

    def test_a_breach(self):
        assert [self.there] == found(
            BODY, self.oslo, in_city("Stockholm", "SWE", "1961-09-06", "1961-09-08")
        )
        assert [self.there] == found(
            BODY, self.oslo, in_city("Stockholm", "SWE", "1961-09-02")
        )

    def test_a_long_one_is_compared_with_all(self):
        short = in_city("Oslo", "NOR", "1961-09-02", id="short", name="Second session")
        late = in_city("Turku", "FIN", "1961-09-05")
        before = in_city("Turku", "FIN", "1955", id="before")
        assert [("SMT407", "summits[3].since")] == found(
            BODY, before, self.oslo, short, late
        )

    def test_near_misses(self):
        days = "1961-09-01", "1961-09-06"
        assert [] == found(BODY, self.oslo, in_city("Turku", "FIN", "1961-09-07"))
        assert [] == found(
            BODY,
            self.oslo,
            in_city("Oslo", "NOR", *days, id="again", name="Oslo session"),
        )
        for rest in (
            {"kind": "ministerial"},
            {"organizations": []},
            {"happened": "planned"},
            {"name": "Turku session on climate"},
        ):
            other = in_city("Turku", "FIN", *days, **rest)
            codes = {code for code, _ in found(BODY, self.oslo, other)}
            assert codes <= {"SMT409", "SMT414"}
        assert [] == found(BODY, self.oslo, in_city("Turku", "FIN", "1961-09"))
        assert [] == found(BODY, self.oslo, summit(*days, place=Place(state="FIN")))
        assert [] == found(BODY, self.oslo, meeting(*days, place=Place(city="Turku")))

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        month = in_city("Turku", "FIN", "1961-09")
        problems = found(BODY, self.oslo, month, match="possible")
        assert ["SMT407"] == [code for code, _ in problems]


class TestHeldInTheFuture:
    def test_a_breach(self):
        assert [("SMT408", "summits[0].happened")] == found(BODY, summit("2026-10"))
        assert [("SMT408", "bilateral_meetings[0].happened")] == found(
            meeting("2025-08-02")
        )

    def test_near_misses(self):
        assert [] == found(BODY, summit("2026-10", happened="planned"))
        assert [] == found(BODY, summit("2026-10", happened="cancelled"))
        assert [] == found(BODY, summit("2025-08-01", "2025-08-05"))
        assert [] == found(BODY, summit("2025"))
        assert [] == found(BODY, summit("2025-08-31"), as_of="2025-08")
        assert [] == found(BODY, summit("2999"), as_of=None)

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [("SMT408", "summits[0].happened")] == found(
            BODY, summit("2025"), match="possible"
        )


class TestPlannedInThePast:
    there = ("SMT409", "summits[0].happened")

    def test_a_breach(self):
        assert [self.there] == found(BODY, summit("2025-06", happened="planned"))
        assert [("SMT409", "bilateral_meetings[0].happened")] == found(
            meeting("2025-06-29", "2025-06-30", happened="planned")
        )

    def test_near_misses(self):
        assert [] == found(BODY, summit("2025-07-01", happened="planned"))
        assert [] == found(BODY, summit("2025", happened="planned"))
        assert [] == found(BODY, summit("2024", happened="cancelled"))
        assert [] == found(BODY, summit("2024", happened="planned"), as_of=None)
        assert [] == found(BODY, summit("XXXX", happened="planned"))
        assert [] == found(BODY, summit(None, happened="planned"))

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [self.there] == found(
            BODY, summit("2025", happened="planned"), match="possible"
        )
        assert [] == found(
            BODY, summit("2025-07-01", happened="planned"), match="possible"
        )


class TestUnheldWithOutcomes:
    outcomes = (Outcome(title="Declaration"),)

    @pytest.mark.parametrize("happened", ["planned", "postponed", "cancelled"])
    def test_a_breach(self, happened):
        rest = {"happened": happened, "outcomes": self.outcomes}
        assert [("SMT410", "summits[0].happened")] == found(BODY, summit(None, **rest))
        assert [("SMT410", "bilateral_meetings[0].happened")] == found(
            meeting("2026", **rest)
        )

    def test_near_misses(self):
        assert [] == found(BODY, summit(outcomes=self.outcomes))
        assert [] == found(BODY, summit(happened="cancelled"))


class TestChairNotAParticipant:
    ten = codes_of("AZE", "CHN", "EGY", "IND", "IRN", "KAZ", "KGZ", "TJK", "TUR", "UZB")

    def test_a_breach(self):
        assert [("SMT411", "summits[0].chair.state")] == found(
            BODY, summit(delegations=self.ten, chair=Delegation(state="THA"))
        )
        un = Organization(id="UN", name="United Nations", since="1945")
        assert [("SMT411", "summits[0].chair.organization")] == found(
            BODY, un, summit(delegations=self.ten, chair=Delegation(organization="UN"))
        )

    def test_near_misses(self):
        chair = Delegation(state="THA")
        assert [] == found(BODY, summit(delegations=self.ten))
        assert [] == found(BODY, summit(chair=chair))
        assert [] == found(BODY, summit(delegations=self.ten[:3], chair=chair))
        assert [] == found(BODY, summit(delegations=[*self.ten, chair], chair=chair))
        assert [] == found(BODY, summit(delegations=self.ten, chair=chair, host="THA"))
        own = Delegation(organization="NC")
        assert [] == found(BODY, summit(delegations=self.ten, chair=own))


class TestTooLong:
    def test_a_breach(self):
        assert [("SMT412", "summits[0].until")] == found(
            BODY, summit("1961-09-01", "1961-10-02")
        )
        assert [("SMT412", "summits[0].until")] == found(BODY, summit("1961", "1964"))
        assert [("SMT412", "bilateral_meetings[0].until")] == found(
            meeting("1978-09-05", "1978-09-19")
        )
        assert "this lasts for 2026/2028, more than 31 days" == message(
            "SMT412", BODY, summit("2026", "2028", happened="planned")
        )

    def test_near_misses(self):
        assert [] == found(BODY, summit("1961-09-01", "1961-10-01"))
        assert [] == found(BODY, summit("1961-08", "1961-09-30"))
        assert [] == found(BODY, summit("1961"))
        assert [] == found(BODY, summit("1961", "XXXX"))
        assert [] == found(BODY, summit("1980-11", "1983-09", kind="senior_officials"))
        assert [] == found(meeting("1978-09-05", "1978-09-18"))

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        there = [("SMT412", "summits[0].until")]
        assert there == found(BODY, summit("1961-08", "1961-09-06"), match="possible")
        assert [] == found(BODY, summit("1961"), match="possible")


class TestOutcomeOutOfTime:
    there = ("SMT413", "summits[0].outcomes[0].date")

    def adopted(self, date, **rest):
        outcomes = [Outcome(title="Declaration", date=date)]
        return summit("1964-10-05", "1964-10-10", outcomes=outcomes, **rest)

    def test_a_breach(self):
        assert [self.there] == found(BODY, self.adopted("1961-09-06"))
        assert [self.there] == found(BODY, self.adopted("1964-10-03"))
        assert [self.there] == found(BODY, self.adopted("1966"))
        outcomes = [Outcome(title="Terms"), Outcome(title="Treaty", date="1998")]
        assert [("SMT413", "bilateral_meetings[0].outcomes[1].date")] == found(
            meeting(outcomes=outcomes)
        )

    def test_near_misses(self):
        for date in ("1964-10-04", "1964-10-10", "1965-10-11", "1964", "XXXX", None):
            assert [] == found(BODY, self.adopted(date))
        assert [("SMT410", "summits[0].happened")] == found(
            BODY, self.adopted("1961", happened="cancelled")
        )

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [self.there] == found(BODY, self.adopted("1964"), match="possible")
        assert [self.there] == found(BODY, self.adopted("1965"), match="possible")
        assert [] == found(BODY, self.adopted("1964-11"), match="possible")
        month = summit("1964-10", outcomes=[Outcome(title="Terms", date="1964-10")])
        assert [] == found(BODY, month, match="possible")


class TestWithoutOrganization:
    def test_a_breach(self):
        assert [("SMT414", "summits[0].organizations")] == found(summit(organizations=[]))

    def test_near_misses(self):
        assert [] == found(BODY, summit())


class TestUndated:
    def test_a_breach(self):
        assert [("SMT415", "summits[0].since")] == found(BODY, summit(None))
        assert [("SMT415", "summits[0].since")] == found(BODY, summit(None, "1961"))
        assert [("SMT415", "bilateral_meetings[0].since")] == found(meeting(None))

    def test_near_misses(self):
        assert [] == found(BODY, summit("XXXX"))
        assert [] == found(BODY, summit(None, happened="planned"))
        assert [] == found(BODY, summit(None, happened="cancelled"))
