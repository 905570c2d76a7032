"""Reports as people and programs read them, with hostile texts in every place.

The golden files are rewritten, to be read before they are committed, by::

    SUMMITRY_WRITE_GOLDEN=1 pytest tests/rules/test_rendering.py
"""

from __future__ import annotations

import json
import os
import re
import unicodedata

from html.parser import HTMLParser
from pathlib import Path

import pytest

import summitry

from summitry import Catalog, MemberState, Organization, Problem, Report, Source
from summitry.rules.rendering.parts import Part, advice_of, known, split, spoken
from summitry.rules.rendering.sarif import sarif_of
from summitry.rules.rendering.text import text_of
from summitry.rules.rule import Rule


GOLDEN = Path(__file__).parents[1] / "golden"
HOSTILE = (
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    "</td></table><img src=x onerror=alert(1)>",
    "&lt;b&gt;",
    "\x1b[31mred\x1b[0m",
    "\u009b31mred",
    "right\u202eto left",
    "first\nsecond\r\nthird",
    "\n::error file=passwords.txt::you were hacked",
    "%0A::error::x%",
    "::set-output name=a::b",
    "[click](https://evil.example)",
    "x" * 10_000,
    "no\ud800pair",
    "",
)


@pytest.fixture(scope="module")
def report():
    """One problem of each severity of a small catalogue."""
    catalog = Catalog(
        [
            Source(id="charter", title="Charter"),
            Organization(
                id="NC",
                name="Nordic Council — Norðurlandaráð",
                since="1952-02-12",
                sources=["charter"],
            ),
            MemberState(
                organization="NC", state="DNK", since="1952", sources=["charter"]
            ),
            MemberState(organization="NC", state="ISL", since="1951"),
            MemberState(organization="XYZ", state="NOR", sources=["charter"]),
        ]
    )
    return catalog.check(select=["SMT201", "SMT301", "SMT501"], match="possible")


def wrong(text):
    """A report with one text in every place that comes from a document."""
    record = MemberState(organization="NC", state="ISL", note=_written(text) or None)
    return Report(
        [
            Problem(
                "SMT301",
                f"member_states[0].{text}",
                text,
                value=text,
                line=4,
                records=(record,),
            ),
            Problem("SMT103", text, text),
            Problem(text, "$", text, certain=False),
        ],
        checked=1,
    )


def _written(text):
    """What a record would take of a text."""
    return re.sub(r"[\ud800-\udfff\x00-\x08\x0b-\x1f\x7f-\x9f]", "", text)


def compare(name, text):
    file = GOLDEN / name
    if os.environ.get("SUMMITRY_WRITE_GOLDEN"):
        file.write_text(text, encoding="utf-8", newline="\n")
    assert file.read_text(encoding="utf-8") == text


class TestGolden:
    def test_text(self, report):
        compare("report.txt", f"{report}\n")

    def test_html(self, report):
        compare("report.html", f"{report._repr_html_()}\n")

    def test_sarif(self, report):
        version = f'"version": "{summitry.__version__}"'
        text = report.to_sarif(uri="data/nordic council.json")
        assert 1 == text.count(version)
        compare("report.sarif", text.replace(version, '"version": "…"') + "\n")


class TestText:
    def test_to_text_is_what_is_printed(self, report):
        assert str(report) == report.to_text()
        assert "no problem in 0 records" == str(Catalog().check())

    def test_advice_is_given_where_a_code_comes_first(self):
        lost = [MemberState(organization="XYZ", state=code) for code in ("ISL", "NOR")]
        text = str(Catalog(lost).check(select=["SMT201"]))

        assert 1 == text.count("fix: Correct the id")
        assert text.index("fix") < text.index("member_states[1]")

    def test_a_long_report_is_whole(self):
        codes = [state.code for state in summitry.states.all_states()]
        lost = [MemberState(organization="XYZ", state=code) for code in codes]
        text = str(Catalog(lost).check(select=["SMT201"]))

        assert len(codes) == text.count("SMT201")
        assert "more" not in text

    def test_lines_and_files(self):
        problems = [
            Problem("SMT104", "summits[0].id", "missing", line=12),
            Problem("SMT104", "summits[0].title", "missing", line=14),
            Problem("SMT104", "summits[1].id", "missing"),
        ]
        report = Report(problems, checked=0)
        bare = text_of([Part(None, report)]).split("\n")
        named = text_of([Part("mine.json", report)]).split("\n")

        assert "summits[0] (line 12)" == bare[0]
        assert "mine.json:12 summits[0]" == named[0]
        assert "mine.json summits[1]" == named[-2 - ("fix" in named[-1])]
        assert any(re.search(r"\(error\) id: missing", line) for line in named)
        assert any("(error, line 14) title: missing" in line for line in named)

    def test_a_record_is_cut_to_a_line(self):
        body = Organization(id="NC", name="N" * 1000)
        (heading, *_) = str(Catalog([body]).check(select=["SMT501"])).split("\n")

        assert heading.startswith('organizations[0]: {"id": "NC", "name": "NNN')
        assert heading.endswith("N…")
        assert len(heading) < 140

    @pytest.mark.parametrize("text", HOSTILE)
    def test_hostile_texts_steer_nothing(self, text):
        report = wrong(text)
        for shown in (str(report), repr(report)):
            assert not [
                c for c in shown if c != "\n" and unicodedata.category(c) in {"Cc", "Cs"}
            ]
            assert "\u202e" not in shown
            assert all(len(line) < 1500 for line in shown.split("\n"))
            assert not re.search(r"^::|^second", shown, re.MULTILINE)


class Tags(HTMLParser):
    """The tags and attributes of a text, and the text between them."""

    def __init__(self, text):
        super().__init__()
        self.tags = set()
        self.attributes = set()
        self.said = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.said.append(data)


class TestHtml:
    def test_the_name_of_a_rule_is_its_title(self, report):
        assert '<abbr title="unsourced">SMT501</abbr>' in report._repr_html_()

    def test_what_is_only_possible_says_so(self, report):
        assert ">note</td>" in report._repr_html_()
        assert "<td>possibly: DNK joined in 1952" in report._repr_html_()

    def test_without_problems_there_is_no_table(self):
        shown = Catalog().check()._repr_html_()

        assert "Report: no problem in 0 records" in shown
        assert "<table>" not in shown

    def test_a_long_one_says_how_many_more_there_are(self):
        problems = [Problem("SMT501", f"summits[{i}]", "wrong") for i in range(1100)]
        shown = Report(problems, checked=5000)._repr_html_()

        assert "… 1,040 more" in shown
        assert 61 == shown.count("<tr>")

    @pytest.mark.parametrize("text", HOSTILE)
    def test_hostile_texts_are_text(self, text):
        found = Tags(wrong(text)._repr_html_())

        assert {"div", "style", "table", "caption", "thead", "tbody"} <= found.tags
        assert found.tags <= {
            *("div", "style", "table", "caption", "thead", "tbody", "tr", "th", "td"),
            *("abbr", "code"),
        }
        assert found.attributes <= {"class", "scope", "style", "title"}
        if text.startswith("<script"):
            assert text in found.said


class TestSarif:
    def test_its_structure(self, report):
        log = json.loads(report.to_sarif(uri="data/nordic council.json"))
        (run,) = log["runs"]
        driver = run["tool"]["driver"]

        assert {"$schema", "version", "runs"} == set(log)
        assert "2.1.0" == log["version"]
        assert "summitry" == driver["name"]
        assert summitry.__version__ == driver["version"]
        assert ["SMT201", "SMT301", "SMT501"] == [each["id"] for each in driver["rules"]]
        for rule in driver["rules"]:
            assert {
                *("id", "name", "shortDescription", "fullDescription", "help"),
                "defaultConfiguration",
            } == set(rule)
            for key in ("shortDescription", "fullDescription", "help"):
                assert rule[key]["text"]
                assert "``" not in rule[key]["text"]
            assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        assert len(report) == len(run["results"])
        for result, problem in zip(run["results"], report, strict=True):
            assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
            assert problem.code == result["ruleId"]
            assert problem.severity == result["level"]
            assert result["message"]["text"].endswith(problem.message)
            (location,) = result["locations"]
            assert [{"fullyQualifiedName": problem.path}] == location["logicalLocations"]
            assert {
                "artifactLocation": {"uri": "data/nordic%20council.json"}
            } == location["physicalLocation"]

    def test_what_is_only_possible_says_so(self, report):
        log = json.loads(report.where(certain=False).to_sarif())
        (result,) = log["runs"][0]["results"]

        assert {"certain": False} == result["properties"]
        assert "note" == result["level"]
        assert result["message"]["text"].startswith("possibly: ")

    def test_lines(self):
        problem = Problem("SMT104", "summits[0].id", "missing", line=12)
        log = json.loads(sarif_of([Part("a.json", Report([problem], checked=0))]))
        (location,) = log["runs"][0]["results"][0]["locations"]

        assert {"startLine": 12} == location["physicalLocation"]["region"]

    def test_without_an_address_there_is_no_physical_location(self, report):
        log = json.loads(report.to_sarif())

        assert {"logicalLocations"} == set(log["runs"][0]["results"][0]["locations"][0])

    @pytest.mark.parametrize(
        "uri, written",
        [
            ("a.json", "a.json"),
            ("a b.json", "a%20b.json"),
            ("a%20b.json", "a%20b.json"),
            ("100% of it.json", "100%25%20of%20it.json"),
            ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
            ("ñ[1].json", "%C3%B1%5B1%5D.json"),
            ("\ud800.json", "?.json"),
        ],
    )
    def test_addresses(self, report, uri, written):
        log = json.loads(report.to_sarif(uri=uri))
        location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]

        assert written == location["artifactLocation"]["uri"]

    def test_a_message_holds_no_links(self):
        log = json.loads(wrong("see [click](https://evil.example) [1]").to_sarif())
        texts = {r["message"]["text"] for r in log["runs"][0]["results"]}

        assert "see \\[click](https://evil.example) [1]" in texts

    @pytest.mark.parametrize("text", HOSTILE)
    def test_hostile_texts_are_told_as_they_are(self, text):
        written = wrong(text).to_sarif(uri="a.json")

        assert written.isascii()
        names = {
            place["fullyQualifiedName"]
            for result in json.loads(written)["runs"][0]["results"]
            for location in result["locations"]
            for place in location["logicalLocations"]
        }
        assert text in names

    def test_a_rule_without_its_docstring(self, monkeypatch):
        """Python drops docstrings where it is run with -OO."""

        class Bare(Rule):
            code = "SMT999"
            name = "bare"

            def find(self, facts):
                return iter(())

        monkeypatch.setitem(known.__globals__, "rule_of", lambda code: Bare())
        report = Report([Problem("SMT999", "$", "wrong")], checked=0)
        (rule,) = json.loads(report.to_sarif())["runs"][0]["tool"]["driver"]["rules"]

        assert {
            "id": "SMT999",
            "name": "bare",
            "shortDescription": {"text": "bare"},
            "defaultConfiguration": {"level": "error"},
        } == rule
        assert "fix" not in str(report)
        assert "fix" not in report.to_annotations()


class TestJson:
    @pytest.mark.parametrize("text", HOSTILE)
    def test_hostile_texts_are_told_as_they_are(self, text):
        report = wrong(text)

        assert report.to_json().isascii()
        assert report.to_dicts() == json.loads(report.to_json())["problems"]


class TestAnnotations:
    def test_a_command_for_each_severity(self, report):
        lines = report.to_annotations(file="data/a.json").split("\n")

        assert ["notice", "error", "warning", "error"] == [
            line.split(" ")[0].strip(":") for line in lines
        ]
        assert (
            "::error file=data/a.json,title=SMT301 joined-before-founding::"
            "member_states[1].since: ISL joined in 1951, and NC was founded on 1952-02-12"
            "%0Afix: Correct whichever date is wrong"
        ) in lines[1]

    def test_lines(self):
        report = Report([Problem("SMT999", "$", "wrong", line=3)], checked=0)

        assert "::error line=3,title=SMT999::$: wrong" == report.to_annotations()
        assert "::error file=a.json,line=3,title=SMT999::$: wrong" == (
            report.to_annotations(file="a.json")
        )

    def test_nothing_is_said_of_nothing(self):
        assert "" == Report([], checked=3).to_annotations()

    def test_names_of_files_are_escaped(self):
        report = Report([Problem("SMT999", "$", "wrong")], checked=0)
        file = "a,b:c%\r\n::error::d.json"

        assert (
            "::error file=a%2Cb%3Ac%25%0D%0A%3A%3Aerror%3A%3Ad.json,title=SMT999::$: wrong"
            == report.to_annotations(file=file)
        )

    @pytest.mark.parametrize("text", HOSTILE)
    def test_hostile_texts_make_no_commands(self, text):
        lines = wrong(text).to_annotations(file="a.json").split("\n")

        assert 3 == len(lines)
        for line in lines:
            assert re.match(r"::error file=a\.json,(line=4,)?title=[^:]*::", line)
            assert not [c for c in line if unicodedata.category(c) in {"Cc", "Cs"}]
            assert not re.search(r"%(?!25|0A|0D|3A|2C)", line)


class TestWords:
    @pytest.mark.parametrize(
        "path, parts",
        [
            ("summits[0].id", ("summits[0]", "id")),
            ("summits[0]", ("summits[0]", "")),
            ("summits[10].delegations[1].state", ("summits[10]", "delegations[1].state")),
            ("as_of", ("as_of", "")),
            ("$", ("$", "")),
            ("'a]b'", ("'a]b'", "")),
            ("", ("", "")),
        ],
    )
    def test_the_place_and_the_field(self, path, parts):
        assert parts == split(path)

    def test_a_code_of_somebody_else(self):
        assert known("ABC1") is None
        assert "" == advice_of("ABC1")

    @pytest.mark.parametrize(
        "text, said",
        [
            ("``a`` and ``b c``", "`a` and `b c`"),
            (":class:`~summitry.Catalog`s", "`summitry.Catalog`s"),
            ("see :py:meth:`x`: y", "see `x`: y"),
            ("12:30, `a`", "12:30, `a`"),
        ],
    )
    def test_documentation_as_plain_text(self, text, said):
        assert said == spoken(text)
