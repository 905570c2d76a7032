"""Rules of provenance: each has a catalogue that breaks only it, and near misses."""

from __future__ import annotations

import attrs
import pytest

from cases import BODY, CHARTER, catalogue, found

import summitry

from summitry import (
    BilateralMeeting,
    Catalog,
    Chairmanship,
    Delegation,
    Expectation,
    MemberState,
    Organization,
    Source,
    Summit,
)


def dated(published=None, consulted=None, key="report"):
    return Source(
        id=key,
        title=f"The {key}",
        publisher="The Secretariat",
        published=published,
        consulted=consulted,
    )


def joined(since="1955-10-28", *, state="FIN", sources=("report",), **rest):
    return MemberState(
        organization="NC", state=state, since=since, sources=sources, **rest
    )


class TestUnsourced:
    @pytest.mark.parametrize(
        "record, path",
        [
            (Organization(id="A", name="A"), "organizations[0].sources"),
            (joined(sources=()), "member_states[0].sources"),
            (Chairmanship(organization="NC", state="FIN"), "chairmanships[0].sources"),
            (Summit(id="s", name="S"), "summits[0].sources"),
        ],
    )
    def test_a_breach(self, record, path):
        report = Catalog([record]).check(select=["SMT501"])

        assert [path] == [problem.path for problem in report]

    def test_near_misses(self):
        """A source needs no source."""
        assert [] == found(BODY)
        assert [] == list(Catalog([CHARTER]).check(select=["SMT501"]))


class TestUnusedSource:
    def test_a_breach(self):
        assert [("SMT502", "sources[1]")] == found(BODY, dated())
        assert [("SMT502", "sources[0]")] == found()

    @pytest.mark.parametrize(
        "record",
        [
            attrs.evolve(BODY, id="NCM", name="NCM", sources=["charter", "report"]),
            joined(),
            summitry.State(code="XNA", name="Atlantis", sources=["report"]),
        ],
    )
    def test_near_misses(self, record):
        assert [] == found(BODY, record, dated(), select=["SMT5"])

    def test_bundled_states_name_sources_of_the_bundled_catalogue(self, world):
        danish = summitry.state("DNK").sources[0]

        assert [] == found(BODY, dated(key=danish))
        # … and not where the catalogue has the state itself.
        states = [
            attrs.evolve(s, sources=["charter"]) for s in summitry.states.all_states()
        ]
        assert [("SMT502", "sources[1]")] == found(
            *states, dated(key=danish), select=["SMT502"]
        )


class TestConsultedBeforePublished:
    @pytest.mark.parametrize(
        "published, consulted",
        [("2024-05", "2023-11-02"), ("2024-05-02", "2024-05-01"), ("2024", "2023")],
    )
    def test_a_breach(self, published, consulted):
        assert [("SMT503", "sources[1].consulted")] == found(
            BODY, joined(), dated(published, consulted)
        )

    @pytest.mark.parametrize(
        "published, consulted",
        [
            ("2024-05", "2024-05-01"),
            ("2024-05-02", "2024-05-02"),
            ("2024-05-02", None),
            (None, "2024-05-02"),
            ("XXXX", "2024-05-02"),
            ("[..2024]", "2020-01-01"),
        ],
    )
    def test_near_misses(self, published, consulted):
        assert [] == found(BODY, joined(), dated(published, consulted))

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        records = (BODY, joined())
        assert [("SMT503", "sources[1].consulted")] == found(
            *records, dated("2024-05", "2024-05-01"), match="possible"
        )
        assert [] == found(*records, dated("2024-05-01", "2024-05-01"), match="possible")
        # Consulted later in the month than anything of it was published: not even so.
        assert [] == found(*records, dated("2024-05", "2024-05-31"), match="possible")

    def test_it_says_both_dates(self):
        (problem,) = catalogue(BODY, joined(), dated("2024-05", "2023-11-02")).check()

        assert "consulted on 2023-11-02, and published in 2024-05" == problem.message
        assert "'2023-11-02'" == problem.value


def meeting(happened):
    return BilateralMeeting(
        id="m",
        since="1955-10-28",
        happened=happened,
        delegations=[Delegation(state="DNK"), Delegation(state="SWE")],
        sources=["report"],
    )


def session(happened):
    return Summit(
        id="s",
        name="Session",
        organizations=["NC"],
        since="1955-10-28",
        happened=happened,
        sources=["report"],
    )


class TestSourceTooEarly:
    @pytest.mark.parametrize(
        "record, path",
        [
            (joined(), "member_states[0].since"),
            (
                Chairmanship(
                    organization="NC", state="FIN", since="1955-10-28", sources=["report"]
                ),
                "chairmanships[0].since",
            ),
            (session("held"), "summits[0].since"),
            (meeting("held"), "bilateral_meetings[0].since"),
            (
                Organization(id="A", name="A", since="1955-10-28", sources=["report"]),
                "organizations[1].since",
            ),
        ],
    )
    def test_a_breach(self, record, path):
        """Of the day before but one, the month before, or the year."""
        for published in ("1955-10-26", "1955-09", "1954"):
            assert [("SMT504", path)] == found(BODY, record, dated(published))

    @pytest.mark.parametrize("happened", ["planned", "postponed", "cancelled"])
    def test_what_is_only_announced(self, happened):
        records = (BODY, meeting(happened), session(happened), dated("1955-09"))
        assert [] == found(*records, as_of="1955-10-01")

    @pytest.mark.parametrize(
        "source",
        [
            dated("1955-10-28"),
            dated("1955-10-27"),
            dated("1955-10"),
            dated("1955"),
            dated("1962", "2023"),
            dated(None, "2023"),
            dated(None, "1955-10-27"),
            dated("XXXX"),
            dated(),
        ],
    )
    def test_near_misses(self, source):
        """The day before, it may be the day itself elsewhere."""
        assert [] == found(BODY, joined(), source)

    def test_where_no_date_is_given_it_is_no_newer_than_when_it_was_read(self):
        report = catalogue(BODY, joined(), dated(None, "1954-01-02")).check()

        says = "the latest of its sources, report, was consulted on 1954-01-02"
        assert [f"begins on 1955-10-28, and {says}"] == [p.message for p in report]

    def test_it_takes_all_of_the_sources(self):
        both = joined(sources=["report", "second"])
        old, new = dated("1954-02"), dated("1956", key="second")

        assert [] == found(BODY, both, old, new)
        assert [] == found(BODY, both, old, dated(key="second"))
        assert [("SMT202", "member_states[0].sources[1]")] == found(BODY, both, old)
        report = catalogue(BODY, both, old, dated("1953", key="second")).check()
        assert [("SMT504", ("report",))] == [
            (problem.code, tuple(r.id for r in problem.records[1:])) for problem in report
        ]
        assert "the latest of its sources, report, was published in 1954-02" in str(
            report[0]
        )

    def test_a_record_without_a_beginning_or_a_source(self):
        assert [] == found(BODY, joined(None), dated("1954"))
        assert [("SMT501", "member_states[0].sources")] == [
            (problem.code, problem.path)
            for problem in Catalog([BODY, joined(sources=()), dated("1954")]).check(
                select=["SMT501", "SMT504"]
            )
            if "member" in problem.path
        ]

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        breach = [("SMT504", "member_states[0].since")]
        for since, published in (
            ("1955-10-28", "1955-10"),
            ("1955", "1955-06"),
            ("XXXX", "1990"),
        ):
            records = (BODY, joined(since), dated(published))
            assert [] == found(*records, select=["SMT504"])
            assert breach == found(*records, match="possible", select=["SMT504"])
        certain = catalogue(BODY, joined(), dated("1954")).check(match="possible")
        assert [True] == [problem.certain for problem in certain.where(code="SMT504")]
        assert [] == found(
            BODY,
            joined("1955-10"),
            dated("1955-10-30"),
            match="possible",
            select=["SMT504"],
        )


STATES = ("DNK", "FIN", "ISL", "NOR", "SWE", "EST", "LVA", "LTU", "POL")


def accessions(*dates, **rest):
    return [
        joined(since, state=state, sources=["charter"], **rest)
        for since, state in zip(dates, STATES, strict=False)
    ]


PADDED = tuple(f"{year}-01-01" for year in (1991, 1992, 1993, 1994, 1994))


class TestDefaultDay:
    def test_a_breach(self):
        report = catalogue(
            BODY, *accessions(*PADDED, "1995-06-01", "1996-02", None)
        ).check()

        assert [("SMT506", "organizations[0]")] == [(p.code, p.path) for p in report]
        assert report[0].message == (
            "of 6 spells in NC that begin on a known day, 5 begin on 1 January, in 4 "
            "different years"
        )
        assert 1 + 5 == len(report[0].records)

    def test_in_an_organization_that_is_not_there(self):
        assert [("SMT506", "member_states[0].since")] == found(
            *accessions(*PADDED), select=["SMT506"]
        )

    @pytest.mark.parametrize(
        "dates",
        [
            PADDED[:4],
            (*PADDED[:3], "1993-01-01", "1993-01-01"),
            (*PADDED[:4], "1995-01", "1996"),
            (*PADDED[:4], "1995-01-01?", "[..1996-01-01]"),
            (*PADDED, "1991-05-01", "1992-05-01", "1993-05-01", "1994-05-01")[1:],
            (*PADDED[:4], "1995-01-02", None),
            (None,) * 6,
        ],
    )
    def test_near_misses(self, dates):
        assert [] == found(BODY, *accessions(*dates, note="So it was."))

    def test_it_may_be_expected(self):
        """Some bodies admit members at the turn of the year: the euro area."""
        expected = [Expectation(rule="SMT506", reason="it admits with the new year")]
        assert [] == found(attrs.evolve(BODY, expected=expected), *accessions(*PADDED))

    def test_half_is_not_most(self):
        dates = (*PADDED[1:], "1995-01-01", "1996-05-01", "1997-05-01", "1998-05-01")
        assert [("SMT506", "organizations[0]")] == found(BODY, *accessions(*dates))
        more = MemberState(organization="NC", state="DEU", since="1999-05-01")
        last = MemberState(organization="NC", state="NLD", since="1999-05-02")
        assert [] == found(BODY, *accessions(*dates), more, last)


class TestUnfindableSource:
    def test_a_breach(self):
        bare = Source(id="report", title="The report")
        assert [("SMT507", "sources[1]")] == found(BODY, joined(), bare)

    @pytest.mark.parametrize(
        "where", [{"url": "https://example.org/report"}, {"publisher": "The Secretariat"}]
    )
    def test_near_misses(self, where):
        source = Source(id="report", title="The report", **where)
        assert [] == found(BODY, joined(), source)


class TestUnexplainedDoubt:
    @pytest.mark.parametrize(
        "dates, fields",
        [
            ({"since": "1955?"}, ["since"]),
            ({"since": "1955-10%"}, ["since"]),
            ({"since": "1955", "until": "1990-05-01?"}, ["until"]),
            ({"since": "1955?", "until": "1990%"}, ["since", "until"]),
        ],
    )
    def test_a_breach(self, dates, fields):
        spell = MemberState(organization="NC", state="FIN", **dates)
        assert [("SMT508", f"member_states[0].{each}") for each in fields] == found(
            BODY, spell
        )

    def test_whatever_has_dates(self):
        records = [
            Organization(id="A", name="A", since="1955?"),
            Chairmanship(organization="NC", state="FIN", since="1955?"),
            attrs.evolve(session("held"), since="1955?", sources=["charter"]),
            attrs.evolve(meeting("held"), since="1955?", sources=["charter"]),
        ]
        assert 4 == len(found(BODY, *records, select=["SMT508"]))

    @pytest.mark.parametrize(
        "since", ["1955~", "[1954..1955]", "195X", "XXXX", "1955", None]
    )
    def test_near_misses(self, since):
        """What is approximate, or known within bounds, is as the source has it."""
        assert [] == found(BODY, joined(since, sources=["charter"]))
        explained = joined("1955?", sources=["charter"], note="Two lists disagree.")
        assert [] == found(BODY, explained)


class TestIdleExpectation:
    def test_a_breach(self):
        idle = [Expectation(rule="SMT508", reason="the note is in the next record")]
        assert [("SMT511", "member_states[0].expected[0]")] == found(
            BODY, joined(sources=["charter"], expected=idle)
        )

    def test_near_misses(self):
        met = [Expectation(rule="SMT508", reason="the note is in the next record")]
        assert [] == found(BODY, joined("1955?", sources=["charter"], expected=met))


def test_the_bundled_catalogue_says_whence_it_knows(world):
    assert [] == list(world.check(select=["SMT5"]))
