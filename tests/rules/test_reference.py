"""Rules of reference: each has a catalogue that breaks only it, and near misses."""

from __future__ import annotations

import attrs
import pytest

from cases import BODY, CHARTER, catalogue, found

import summitry

from summitry import (
    BilateralMeeting,
    Catalog,
    Chair,
    Chairmanship,
    Delegation,
    MemberOrganization,
    MemberState,
    Name,
    Organization,
    Place,
    Representative,
    Source,
    State,
    Summit,
)
from summitry.rules.facts import Facts
from summitry.rules.reference import UnknownSource


ISL = MemberState(organization="NC", state="ISL", since="1952-02-12")
SESSION = Summit(
    id="nc-1953", name="First Session", organizations=["NC"], since="1953-02-13"
)


def body(key, name=None, **rest):
    return Organization(id=key, name=name or f"The body {key}", **rest)


def own(code="XNA", **rest):
    return State(code=code, name=f"The state {code}", **rest)


class TestUnknownOrganization:
    def test_a_breach(self):
        report = catalogue(BODY, attrs.evolve(ISL, organization="NCX")).check()

        assert [("member_states[0].organization", "no organization has the id 'NCX'; did you mean NC?")] == [
            (problem.path, problem.message) for problem in report
        ]  # fmt: skip

    def test_wherever_one_is_named(self):
        meeting = BilateralMeeting(
            id="m",
            since="1960",
            delegations=[Delegation(organization="X5"), Delegation(state="DNK")],
        )
        summit = attrs.evolve(
            SESSION,
            organizations=["X1"],
            chair=Delegation(organization="X2"),
            delegations=[Delegation(state="DNK"), Delegation(organization="X3")],
        )
        assert [
            ("SMT201", "organizations[0].part_of"),
            ("SMT201", "organizations[0].preceded_by[0]"),
            ("SMT201", "member_organizations[0].member_organization"),
            ("SMT201", "chairmanships[0].chair_organization"),
            ("SMT201", "summits[0].chair.organization"),
            ("SMT201", "summits[0].delegations[1].organization"),
            ("SMT201", "summits[0].organizations[0]"),
            ("SMT201", "bilateral_meetings[0].delegations[0].organization"),
        ] == found(
            attrs.evolve(BODY, part_of="X6", preceded_by=["X7"]),
            MemberOrganization(organization="NC", member_organization="X8"),
            Chairmanship(organization="NC", chair_organization="X9"),
            summit,
            meeting,
            select=["SMT201"],
        )

    def test_near_misses(self):
        assert [] == found(BODY, ISL)
        assert [] == found(body("ISL"), body("NC"), ISL)


class TestUnknownSource:
    def test_a_breach(self):
        report = catalogue(BODY, attrs.evolve(ISL, sources=["charter", "chartr"])).check()

        assert [("SMT202", "member_states[0].sources[1]", "no source has the id 'chartr'; did you mean charter?")] == [
            (problem.code, problem.path, problem.message) for problem in report
        ]  # fmt: skip

    @pytest.mark.parametrize(
        "record",
        [
            body("A", sources=["lost"]),
            Chairmanship(organization="NC", state="ISL", sources=["lost"]),
            attrs.evolve(SESSION, sources=["lost"]),
            BilateralMeeting(
                id="m",
                delegations=[Delegation(state="ISL"), Delegation(state="DNK")],
                sources=["lost"],
            ),
            own(sources=["lost"]),
        ],
    )
    def test_whatever_names_it(self, record):
        report = catalogue(BODY, record).check(select=["SMT202"])

        assert [record] == [problem.records[0] for problem in report]

    def test_near_misses(self):
        assert [] == found(BODY, attrs.evolve(ISL, sources=["charter"]))
        assert [] == list(Catalog([ISL]).check(select=["SMT202"]))

    def test_near_misses_are_not_looked_for_for_ever(self):
        """A file whose sources are in another has thousands of unknown ones."""
        records = [
            body(f"A{n}", sources=[f"charter-{n}", "chart"]) for n in range(100, 200)
        ]
        findings = list(UnknownSource().find(Facts(catalogue(*records))))

        assert 200 == len(findings)
        assert 50 + 99 == sum(
            "did you mean charter?" in each.message for each in findings
        )

    def test_bundled_states_are_no_records(self):
        """They name sources of the bundled catalogue."""
        assert [] == found(BODY, ISL)


def fringe(sidelines_of):
    return BilateralMeeting(
        id="dnk-swe",
        since="1953-02-13",
        sidelines_of=sidelines_of,
        delegations=[Delegation(state="DNK"), Delegation(state="SWE")],
    )


class TestUnknownSummit:
    def test_a_breach(self):
        report = catalogue(BODY, SESSION, fringe("nc-1954")).check()

        assert [("SMT203", "bilateral_meetings[0].sidelines_of", "no summit has the id 'nc-1954'; did you mean nc-1953?")] == [
            (problem.code, problem.path, problem.message) for problem in report
        ]  # fmt: skip

    def test_near_misses(self):
        assert [] == found(BODY, SESSION, fringe("nc-1953"))
        assert [] == found(fringe(None))

    def test_a_meeting_is_no_summit(self):
        assert [("SMT203", "bilateral_meetings[0].sidelines_of")] == found(
            fringe("dnk-swe")
        )


class TestUnknownRelatedState:
    @pytest.mark.parametrize(
        "changes, field",
        [
            ({"succeeds": ["DNK", "XAT"]}, "succeeds[1]"),
            ({"succeeded_by": ["XAT"]}, "succeeded_by[0]"),
            ({"territory_of": "XAT"}, "territory_of"),
        ],
    )
    def test_a_breach(self, changes, field):
        assert [("SMT204", f"states[0].{field}")] == found(
            own(**changes), select=["SMT1", "SMT2"]
        )

    def test_near_misses(self):
        """Former states are states, and so are others of one's own."""
        assert [] == found(
            own(succeeds=["SUN", "XAT"]), own("XAT"), select=["SMT1", "SMT2"]
        )
        assert [] == found(own(former_codes=["QQQ"]), select=["SMT1", "SMT2"])
        assert [] == found(own(territory_of="DNK"), select=["SMT1", "SMT2"])


class TestCircular:
    def test_a_breach(self):
        report = catalogue(
            body("A", part_of="B"), body("B", part_of="C"), body("C", part_of="B")
        ).check()

        assert [("SMT205", "organizations[1].part_of", "B is part of itself, by way of C")] == [
            (problem.code, problem.path, problem.message) for problem in report
        ]  # fmt: skip
        assert ["B", "C"] == [record.id for record in report[0].records]

    def test_directly(self):
        report = catalogue(
            body("A", part_of="A"), body("B", preceded_by=["A", "B"])
        ).check()

        assert [
            ("organizations[0].part_of", "A is part of itself"),
            ("organizations[1].preceded_by[1]", "B is its own predecessor"),
        ] == [(problem.path, problem.message) for problem in report]

    def test_predecessors(self):
        report = catalogue(
            body("A", preceded_by=["B", "C"]),
            body("B"),
            body("C", preceded_by=["D"]),
            body("D", preceded_by=["B", "A"]),
        ).check()

        assert [("SMT205", "organizations[0].preceded_by[1]", "A is its own predecessor, by way of C, D")] == [
            (problem.code, problem.path, problem.message) for problem in report
        ]  # fmt: skip

    def test_a_long_way_round(self):
        """Even a very long one, of which a few are named."""
        many = [body(f"A{n}", part_of=f"A{(n + 1) % 3000}") for n in range(3000)]
        (problem,) = catalogue(*many).check(select=["SMT205"])

        assert problem.message.startswith("A0 is part of itself, by way of A1, A2, A3, …")
        assert 3000 == len(problem.records)

    @pytest.mark.parametrize(
        "field, verb", [("succeeds", "succeeds"), ("succeeded_by", "is succeeded by")]
    )
    def test_a_state_that_succeeds_itself(self, field, verb):
        report = catalogue(own(**{field: ["DNK", "XNA"]})).check(select=["SMT2"])

        assert [("SMT205", f"states[0].{field}[1]", f"XNA {verb} itself")] == [
            (problem.code, problem.path, problem.message) for problem in report
        ]

    def test_territories(self):
        assert [("SMT205", "states[0].territory_of")] == found(
            own(territory_of="XNA"), select=["SMT2"]
        )
        # Greenland depends on Denmark, which is here made to depend on Greenland.
        danish = attrs.evolve(summitry.state("DNK"), territory_of="GRL", sources=())
        report = catalogue(danish).check(select=["SMT2"])
        assert ["DNK is a territory of itself, by way of GRL"] == [
            problem.message for problem in report
        ]

    def test_near_misses(self):
        """A state may end and come back; two bodies may have the same whole."""
        assert [] == found(
            own(succeeds=["XAT"], succeeded_by=["XAT"]),
            own("XAT", succeeds=["XNA"], succeeded_by=["XNA"]),
            select=["SMT2"],
        )
        assert [] == found(
            body("A"),
            body("B", part_of="A"),
            body("C", part_of="A"),
            body("D", part_of="C", preceded_by=["B"]),
            body("E", part_of="C", preceded_by=["D", "B"]),
        )
        assert [] == found(body("A", part_of="X"), select=["SMT205"])


def renamed(key, since=None, until=None, *names):
    return body(key, f"The body {key}", since=since, until=until, names=names)


class TestNameBorneTwice:
    def test_a_breach(self):
        report = catalogue(BODY, body("NORDEN", "The NORDIC Council")).check()

        assert [("SMT206", "organizations[1].name", "NC and NORDEN bear the name 'The NORDIC Council' at once")] == [
            (problem.code, problem.path, problem.message) for problem in report
        ]  # fmt: skip
        assert ["NORDEN", "NC"] == [record.id for record in report[0].records]

    def test_a_former_name(self):
        former = Name(text="Nordic Council", since="1950", until="1955")
        assert [("SMT206", "organizations[0].name")] == found(
            BODY, renamed("NORDEN", "1940", None, former)
        )

    @pytest.mark.parametrize(
        "name",
        [
            Name(text="Nordic Council", since="1940", until="1952-02-11"),
            Name(text="Nordic Council", since="1940", until="1951"),
            Name(text="Nordic Council of Ministers"),
        ],
    )
    def test_near_misses(self, name):
        assert [] == found(BODY, renamed("NORDEN", "1940", None, name), match="possible")

    def test_one_after_the_other(self):
        """A successor may take the name over, and they may overlap by a while."""
        old = body("OLD", "Nordic Council", since="1940", until="1951")
        assert [] == found(BODY, old, match="possible")
        still = body("OLD", "Nordic Council")
        assert [] == found(
            attrs.evolve(BODY, preceded_by=["OLD"]), still, select=["SMT206"]
        )

    def test_a_body_may_say_its_own_name_twice(self):
        names = [Name(text="Nordic Council", since="1952"), Name(text="nordic council")]
        assert [] == found(attrs.evolve(BODY, names=names), select=["SMT206"])
        assert [("SMT206", "organizations[1].name")] == found(
            attrs.evolve(BODY, names=names),
            body("NORDEN", "Nordic Council", since="1960"),
            select=["SMT206"],
        )

    @pytest.mark.parametrize(
        "name",
        [
            Name(text="Nordic Council", until="1955"),
            Name(text="Nordic Council", since="1940", until="1952"),
            Name(text="Nordic Council", since="1950-02", until="[1951..1955]"),
        ],
    )
    def test_what_is_only_possible_is_found_where_it_is_asked_for(self, name):
        records = (BODY, renamed("NORDEN", "1940", None, name))
        assert [] == found(*records)
        assert [("SMT206", "organizations[0].name")] == found(*records, match="possible")

    def test_of_a_name_without_a_beginning_the_last_day_is_certain(self):
        """And of a body without one."""
        name = Name(text="Nordic Council", until="1955-06-30")
        assert [("SMT206", "organizations[1].names[0].text")] == found(
            BODY, renamed("NORDEN", "1940", None, name)
        )
        assert [("SMT206", "organizations[1].name")] == found(
            BODY, body("NORDEN", "Nordic Council", until="1955-06-30")
        )
        for since, until in ((None, "1955-06"), ("XXXX", "1955")):
            assert [] == found(
                BODY, body("NORDEN", "Nordic Council", since=since, until=until)
            )

    def test_a_body_that_was_renamed_bore_its_name_only_in_the_end(self):
        former = Name(text="The committee", since="1940", until="1950")
        ended = body("A", "Nordic Council", since="1940", until="1960", names=[former])
        until = body("B", "Nordic Council", since="1940", until="1955")
        assert [] == found(ended, until)
        assert [("SMT206", "organizations[1].name")] == found(
            ended, until, match="possible"
        )

    def test_what_is_certain_is_so_where_the_possible_is_asked_for(self):
        bodies = [
            body("A", "Nordic Council", since="1940", until="1950"),
            body("B", "Nordic Council", since="1950", until="1960"),
            body("C", "Nordic Council", since="1955", until="1970"),
        ]
        assert found(*bodies) == found(*bodies, match="possible")
        assert 1 == len(found(*bodies))

    def test_a_hidden_overlap(self):
        """The long life of one covers the short ones of others."""
        long = body("A", "Nordic Council", since="1900", until="2000")
        short = body("B", "Nordic Council", since="1910", until="1920")
        late = body("C", "Nordic Council", since="1930", until="1940")
        assert [
            ("SMT206", "organizations[1].name"),
            ("SMT206", "organizations[2].name"),
        ] == found(long, short, late)


class TestSharedForeignId:
    def test_a_breach(self):
        ids = {"wikidata": "Q146165", "cow": "NordC"}
        report = catalogue(
            attrs.evolve(BODY, ids=ids), body("NCM", ids={"wikidata": "Q146165"})
        ).check()

        assert [("SMT207", "organizations[1].ids", "NC has the same id 'Q146165' in wikidata")] == [
            (problem.code, problem.path, problem.message) for problem in report
        ]  # fmt: skip

    def test_states(self):
        assert [("SMT207", "states[1].wikidata")] == found(
            own(wikidata="Q30"), own("XAT", wikidata="Q30"), select=["SMT2"]
        )

    def test_near_misses(self):
        """Another scheme is another id; a list may have one entry for a succession."""
        assert [] == found(
            body("A", ids={"wikidata": "Q1"}), body("B", ids={"cow": "Q1"})
        )
        assert [] == found(
            body("A", ids={"cow": "AU"}), body("B", ids={"cow": "AU"}, preceded_by=["A"])
        )
        assert [] == found(
            own(wikidata="Q30"), own("XAT", wikidata="Q31"), own("XAU"), select=["SMT2"]
        )

    def test_a_state_may_have_the_id_of_the_bundled_one_it_replaces(self):
        danish = attrs.evolve(summitry.state("DNK"), sources=())
        assert [] == found(danish, select=["SMT207"])


def term(since, until, name, person_id=None, state="DNK"):
    return Chairmanship(
        organization="NC",
        state=state,
        since=since,
        until=until,
        chairs=[Chair(name=name, person_id=person_id)],
    )


FIRST = term("1953-02-13", "1954-08-08", "Hans Hedtoft", "Q345187")


class TestPersonWithTwoIds:
    def test_a_breach(self):
        report = catalogue(
            BODY, FIRST, term("1954-08-09", "1955", "HANS Hedtoft", "Q1", "ISL")
        ).check()

        assert [("SMT208", "chairmanships[1].chairs[0].person_id", "HANS Hedtoft has the id 'Q1' here and 'Q345187' elsewhere")] == [
            (problem.code, problem.path, problem.message) for problem in report
        ]  # fmt: skip

    def test_once_for_each_id(self):
        terms = [
            term(f"{1960 + n}", f"{1960 + n}", "Hans Hedtoft", f"Q{n % 3 + 1}")
            for n in range(9)
        ]
        assert 2 == len(found(BODY, *terms, select=["SMT208"]))

    def test_wherever_a_person_is(self):
        hans = [Representative(name="Hans Hedtoft", person_id="Q1")]
        summit = attrs.evolve(
            SESSION,
            chair=Delegation(state="DNK", representatives=hans),
            delegations=[
                Delegation(state="SWE"),
                Delegation(
                    state="DNK",
                    representatives=[Representative(name="Bo"), *attrs_id(hans, "Q2")],
                ),
            ],
        )
        assert [
            ("SMT208", "summits[0].chair.representatives[0].person_id"),
            ("SMT208", "summits[0].delegations[1].representatives[1].person_id"),
        ] == found(BODY, FIRST, summit, select=["SMT208"])

    def test_near_misses(self):
        assert [] == found(
            BODY,
            FIRST,
            term("1954-08-09", "1955", "Hans Hedtoft", "Q345187"),
            term("1956", "1957", "Hans Hedtoft"),
            term("1958", "1959", "Hans Hansen", "Q1"),
            select=["SMT2"],
        )


def attrs_id(people, person_id):
    return [attrs.evolve(person, person_id=person_id) for person in people]


class TestIdOfTwoPersons:
    def test_a_breach(self):
        report = catalogue(
            BODY,
            FIRST,
            term("1954-08-09", "1955", "Bjarni Benediktsson", "Q345187", "ISL"),
        ).check()

        assert [("SMT209", "chairmanships[1].chairs[0].person_id", "'Q345187' is the id of Bjarni Benediktsson here and of Hans Hedtoft elsewhere")] == [
            (problem.code, problem.path, problem.message) for problem in report
        ]  # fmt: skip

    @pytest.mark.parametrize(
        "name",
        [
            "Hans Christian Hedtoft Hansen",
            "H. C. Hansen",
            "hedtoft",
            "Ханс Хедтофт",
            "ハンス・ヘトフト",
        ],
    )
    def test_near_misses(self, name):
        """A name may be longer, shorter, in another script."""
        assert [] == found(
            BODY,
            FIRST,
            term("1954-08-09", "1955", "Hans Christian Hansen", "Q345187"),
            term("1956", "1957", name, "Q345187"),
            term("1958", "1959", name),
            select=["SMT2"],
        )


def source(key, title, url="https://example.org/nc", **rest):
    return Source(id=key, title=title, url=url, **rest)


def twice(*sources):
    """Return what is wrong with sources that are all named."""
    named = attrs.evolve(BODY, sources=[each.id for each in sources])
    return found(named, *sources, ignore=["SMT502"])


class TestSourceTwice:
    def test_a_breach(self):
        assert [("SMT210", "sources[2].url")] == twice(
            source("a", "The Helsinki Treaty"), source("b", "Helsinki treaty")
        )

    @pytest.mark.parametrize(
        "title, url",
        [
            ("Helsinki Treaty (as amended)", "https://example.org/nc"),
            ("Treaty", "http://www.example.org/nc/"),
        ],
    )
    def test_nearly_the_same(self, title, url):
        assert [("SMT210", "sources[2].url")] == twice(
            source("a", "Helsinki Treaty", published="1962"),
            source("b", title, url, published="1962-03-23"),
        )

    def test_each_is_named_once(self):
        report = catalogue(
            source("a", "One"), source("b", "One"), source("d", "One")
        ).check(select=["SMT210"])

        assert [
            ("sources[2].url", "a has the same address and a title like this"),
            ("sources[3].url", "a has the same address and a title like this"),
        ] == [(problem.path, problem.message) for problem in report]

    @pytest.mark.parametrize(
        "other",
        [
            source("b", "Helsinki Treaty", "https://example.org/nc2", published="1962"),
            source("b", "Helsinki Treaty", published="1995"),
            source("b", "Helsinki Treaty", published="1952"),
            source("b", "Protocol to the Helsinki Agreement"),
            source("b", "Helsinki Treaty", None, publisher="The Secretariat"),
        ],
    )
    def test_near_misses(self, other):
        """A page may have been read in two states; a site holds many documents."""
        assert [] == twice(source("a", "Helsinki Treaty", published="1962"), other)

    def test_a_library_is_no_document(self):
        many = [source(f"a-{n}", "Volume") for n in range(31)]
        assert [] == twice(*many)
        assert 29 == len(twice(*many[:30]))


class TestSharedAcronym:
    def test_a_breach(self):
        report = catalogue(BODY, body("NCC", acronyms=["NCC", "nc"])).check()

        assert [("SMT211", "organizations[1].acronyms[1]", "NC (Nordic Council) also goes by 'nc'")] == [
            (problem.code, problem.path, problem.message) for problem in report
        ]  # fmt: skip

    def test_two_acronyms(self):
        assert [("SMT211", "organizations[1].acronyms[0]")] == found(
            body("A", acronyms=["WTO"]), body("B", acronyms=["WTO"])
        )

    def test_near_misses(self):
        assert [] == found(
            body("A", acronyms=["A", "A-B"]),
            body("B", acronyms=["B", "BA"]),
            body("C", acronyms=["BA"], preceded_by=["B"]),
        )


def test_a_place_is_no_reference():
    assert [] == found(attrs.evolve(BODY, seat=Place(city="Helsinki", state="FIN")))


def test_the_bundled_catalogue_refers_well(world):
    assert [] == list(world.check(select=["SMT2"]))


def test_the_bundled_states_refer_well(world):
    states = Catalog([*summitry.states.all_states(), *world.sources])

    assert [] == list(states.check(select=["SMT2"]))


def test_charter_is_the_source_of_every_case():
    assert CHARTER.id in catalogue(BODY).sources
