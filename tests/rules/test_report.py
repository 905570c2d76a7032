"""What a check found, as a value: a sequence that is chosen from, and told as data."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys

import pytest

from summitry import Catalog, MemberState, Organization, Problem, Report, Severity
from summitry.errors import CheckFailed, UnexpectedArgument


CODES = ["SMT201", "SMT301", "SMT501"]
BODY = Organization(id="NC", name="Nordic Council", since="1952-02-12")
EARLY = MemberState(organization="NC", state="ISL", since="1951")
LOST = MemberState(organization="XYZ", state="NOR")


@pytest.fixture
def catalog():
    return Catalog([BODY, EARLY, LOST])


@pytest.fixture
def report(catalog):
    return catalog.check(select=CODES)


class TestChoosing:
    def test_problems_come_in_the_order_of_a_document(self, report):
        assert [
            ("SMT501", "organizations[0].sources"),
            ("SMT301", "member_states[0].since"),
            ("SMT501", "member_states[0].sources"),
            ("SMT201", "member_states[1].organization"),
            ("SMT501", "member_states[1].sources"),
        ] == [(problem.code, problem.path) for problem in report]
        assert 5 == len(report)
        assert report

    def test_severities(self, report):
        assert ["SMT301", "SMT201"] == [problem.code for problem in report.errors]
        assert {"SMT501": 3} == report.warnings.codes
        assert not report.notes
        assert {"SMT201": 1, "SMT301": 1, "SMT501": 3} == report.codes

    def test_where(self, report):
        assert report.errors == report.where(severity="error")
        assert report.errors == report.where(severity=Severity.ERROR, certain=True)
        assert not report.where(certain=False)
        assert 1 == len(report.where(code="SMT3"))
        with pytest.raises(UnexpectedArgument, match="did you mean severity"):
            report.where(severty="error")

    def test_a_slice_is_a_report(self, report):
        assert isinstance(report[:2], Report)
        assert report[:2][1] == report[1]
        assert report.checked == report[:2].checked

    def test_about(self, report):
        assert ["SMT301", "SMT501"] == [p.code for p in report.about(EARLY)]
        assert ["SMT501", "SMT301"] == [p.code for p in report.about(BODY)]

    def test_errors_are_raised(self, report):
        with pytest.raises(CheckFailed, match="2 problems in the catalogue") as caught:
            report.raise_if_errors()
        assert tuple(report.errors) == caught.value.problems
        report.warnings.raise_if_errors()


class TestWithin:
    def test_what_is_about_records_of_one_part(self, catalog):
        mine = Catalog([LOST])
        report = catalog.check(select=CODES).within(mine)

        assert ["member_states[0].organization", "member_states[0].sources"] == [
            problem.path for problem in report
        ]
        assert 1 == report.checked

    def test_the_record_at_the_path_comes_first(self, catalog):
        """The other one is at fault as well, and is not what the path leads to."""
        (problem,) = catalog.check(select=["SMT301"]).within(Catalog([BODY]))

        assert "organizations[0]" == problem.path
        assert (BODY, EARLY) == problem.records

    def test_of_a_part_of_a_part(self, catalog):
        report = catalog.check(select=["SMT301"]).within(Catalog([BODY]))

        assert report == report.within(Catalog([BODY]))
        assert not report.within(Catalog([LOST]))


class TestValue:
    def test_equality_and_hash(self, catalog, report):
        again = catalog.check(select=CODES)

        assert again == report
        assert hash(again) == hash(report)
        assert report != report[:1]
        assert report != Report(report, checked=7)
        assert report != list(report)

    def test_it_cannot_be_changed(self, report):
        with pytest.raises(AttributeError, match="immutable; cannot set checked"):
            report.checked = 0
        with pytest.raises(AttributeError, match="immutable; cannot delete checked"):
            del report.checked

    def test_it_crosses_process_borders(self, report):
        assert report == pickle.loads(pickle.dumps(report))


class TestData:
    def test_records_are_in_their_canonical_shape(self, report):
        assert {
            "code": "SMT301",
            "severity": "error",
            "path": "member_states[0].since",
            "message": "ISL joined in 1951, and NC was founded on 1952-02-12",
            "value": "'1951'",
            "records": [
                {
                    "type": "member_state",
                    "organization": "NC",
                    "state": "ISL",
                    "since": "1951",
                },
                {
                    "type": "organization",
                    "id": "NC",
                    "name": "Nordic Council",
                    "since": "1952-02-12",
                },
            ],
        } == report.to_dicts()[1]

    def test_what_is_not_always_there(self):
        problem = Problem("SMT101", "$", "no JSON", line=3, certain=False)
        (plain,) = Report([problem], checked=0).to_dicts()

        assert {
            "code": "SMT101",
            "severity": "error",
            "path": "$",
            "message": "no JSON",
            "line": 3,
            "certain": False,
        } == plain


class TestInOneGlance:
    def test_the_first_problems(self, report):
        early = "ISL joined in 1951, and NC was founded on 1952-02-12"

        assert [
            "Report: 2 errors, 3 warnings in 3 records",
            "  SMT501 organizations[0].sources: this organization names no source",
            f"  SMT301 member_states[0].since: {early}",
            "  SMT501 member_states[0].sources: this member state names no source",
            "  SMT201 member_states[1].organization: no organization has the id 'XYZ'",
            "  SMT501 member_states[1].sources: this member state names no source",
        ] == repr(report).split("\n")

    def test_of_none_it_is_one_line(self):
        assert "Report: no problem in 0 records" == repr(Catalog().check())
        assert "Report: no problem in 1,234 records" == repr(Report([], checked=1234))

    def test_a_long_one_says_how_many_more_there_are(self):
        problems = [Problem("SMT501", f"summits[{i}]", "wrong") for i in range(1013)]
        lines = repr(Report(problems, checked=5000)).split("\n")

        assert 1 + 12 + 1 == len(lines)
        assert "  … 1,001 more" == lines[-1]


def test_a_check_loads_nothing_that_only_showing_needs():
    """What pycountry needs to know its codes, json, is not ours to spare."""

    def loaded(program):
        asked = "{'html', 'argparse', 'summitry.rules.rendering'}"
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                f"import sys, summitry; {program}; print({asked} & set(sys.modules))",
            ],
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    assert loaded("summitry.Catalog()") == loaded("repr(summitry.Catalog().check())")
    assert "rendering" in loaded("str(summitry.Catalog().check())")


def test_json_is_what_json_reads(report):
    told = json.loads(report.to_json())

    assert {"report": 1, "checked": 3, "problems": report.to_dicts()} == told
    assert "\n" not in report.to_json(indent=None)
