"""Every rule has a page, which says all that it should, and whose example runs."""

from __future__ import annotations

import doctest
import importlib.util
import inspect
import json
import re
import sys

from collections import Counter
from pathlib import Path

import pytest
import yaml

from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser

from summitry import MemberState, loads
from summitry.__main__ import main
from summitry.rules.registry import RULES


DOCS = Path(__file__).parent.parent / "docs"
SCRIPT = DOCS / "_ext" / "rule_pages.py"
HOW_TO = (DOCS / "how-to" / "check-records.md").read_text(encoding="utf-8")
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE

sys.path.insert(0, str(SCRIPT.parent))
spec = importlib.util.spec_from_file_location("rule_pages", SCRIPT)
rule_pages = importlib.util.module_from_spec(spec)
spec.loader.exec_module(rule_pages)

PAGES = rule_pages.pages()

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


class TestRules:
    """What holds of every rule, so that a page can be made of it."""

    def test_no_two_share_a_code_or_a_name(self):
        codes = Counter(rule.code for rule in RULES)
        names = Counter(rule.name for rule in RULES)

        assert [] == [key for key, count in (codes + names).items() if count > 1]

    @each_rule
    def test_codes_and_names(self, rule):
        assert re.fullmatch(r"SMT[1-5]\d\d", rule.code)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
        assert re.fullmatch(r"\d+\.\d+\.\d+", rule.since)

    @each_rule
    def test_the_family_is_that_of_the_module(self, rule):
        family = rule_pages.FAMILIES[rule.code[:4]]
        within = type(rule).__module__.removeprefix("summitry.rules.")

        assert family.module == within.partition(".")[0]

    @each_rule
    def test_the_docstring_has_every_section_once_and_in_order(self, rule):
        titles = re.findall(r"^(\S.*):$", inspect.getdoc(type(rule)), re.MULTILINE)

        assert [*rule_pages.SECTIONS] == titles
        assert all(rule.section(title) for title in titles)
        assert rule.summary().endswith(".")
        assert rule.advice()


class TestPages:
    """What is written."""

    def test_there_is_a_page_for_each_rule_and_an_index(self):
        assert {"index.md", *(f"{rule.code}.md" for rule in RULES)} == PAGES.keys()

    @each_rule
    def test_a_page_says_what_why_an_example_and_what_to_do(self, rule):
        page = PAGES[f"{rule.code}.md"]
        headings = re.findall(r"^## (.*)$", page, re.MULTILINE)

        assert page.startswith(f"# {rule.code}: {rule.name}\n\n")
        assert f"**Severity** {rule.severity} · **Since** {rule.since} · " in page
        assert ["Why", "Example", "What to do", "Select or ignore it"] == headings
        assert page.split("\n\n")[1] == rule_pages.markdown(rule.summary())

    @each_rule
    def test_the_index_links_to_it(self, rule):
        row = (
            f"* - [{rule.code}]({rule.code}.md)\n  - {rule.name}\n  - {rule.severity}\n"
            f"  - {rule_pages.markdown(rule.summary())}\n"
        )

        assert 1 == PAGES["index.md"].count(row)

    @each_rule
    def test_no_markup_of_docstrings_is_left(self, rule):
        page = PAGES[f"{rule.code}.md"]

        assert not re.search(r"(?<!`):\w+:`|::$|`_", page, re.MULTILINE)
        assert 0 == page.count("```") % 2

    @each_rule
    def test_the_example_runs_by_itself_and_shows_the_problem(self, rule, tmp_path):
        path = tmp_path / "page.md"
        path.write_text(PAGES[f"{rule.code}.md"], encoding="utf-8")
        sybil = Sybil(parsers=[PythonCodeBlockParser(doctest_optionflags=OPTIONS)])
        examples = list(sybil.parse(path).examples())

        assert rule.code in rule.section("Example")
        assert examples
        for example in examples:
            example.evaluate()


class TestMarkdown:
    """Docstrings, as MyST has them."""

    def test_prose_stays(self):
        assert "``x`` of\nthis\n\nand" == rule_pages.markdown("``x`` of\nthis\n\nand")

    def test_examples_with_a_blank_line_between_are_one_block(self):
        text = "Thus:\n>>> 1\n1\n\n>>> 2\n2\n\nand:\n\n>>> 3\n3"

        assert (
            "Thus:\n\n```python\n>>> 1\n1\n\n>>> 2\n2\n```\n\nand:\n\n"
            "```python\n>>> 3\n3\n```"
        ) == rule_pages.markdown(text)

    def test_roles(self):
        text = "see :doc:`/x`, :meth:`~a.b` and :py:class:`C`"

        assert "see {doc}`/x`, {py:meth}`~a.b` and {py:class}`C`" == (
            rule_pages.markdown(text)
        )


class TestWriting:
    """The folder."""

    def test_what_changed_is_written_and_what_went_is_taken_away(self, tmp_path):
        folder = tmp_path / "rules"
        rule_pages.write(folder)
        stamps = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
        (folder / "SMT999.md").write_text("# A rule that is no more\n")
        (folder / "index.md").write_text("# Old\n")
        rule_pages.write(folder)

        assert PAGES == {p.name: p.read_text(encoding="utf-8") for p in folder.iterdir()}
        assert all(
            stamps[path.name] == path.stat().st_mtime_ns
            for path in folder.iterdir()
            if path.name != "index.md"
        )


def blocks(language):
    """Return the blocks of code of the how-to in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", HOW_TO, re.MULTILINE | re.DOTALL)


class TestHowTo:
    """What the how-to shows and the tests of the documentation cannot run."""

    @pytest.fixture
    def lakes(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        text = re.search(r"'{3}(.*?)'{3}", blocks("python")[0], re.DOTALL)[1]
        document = text.replace("\n... ", "\n")
        Path("lakes.json").write_text(document, encoding="utf-8")
        return document

    def test_the_command_prints_what_is_shown(self, lakes, capsys):
        (command,) = blocks("sh")
        (shown,) = blocks("text")

        assert 1 == main(command.split()[3:])
        assert shown == capsys.readouterr().out

    def test_each_option_is_explained(self, capsys):
        assert 0 == main(["check", "--help"])
        known = set(re.findall(r"--[a-z-]+", capsys.readouterr().out)) - {"--help"}

        assert known == set(re.findall(r"^\| `(--[a-z-]+)", HOW_TO, re.MULTILINE))

    def test_the_exit_codes_are_so(self, lakes, capsys):
        Path("broken.json").write_text("{", encoding="utf-8")

        assert 0 == main(["check", "lakes.json", "--select", "SMT121"])
        assert 1 == main(["check", "lakes.json", "--select", "SMT501"])
        assert 2 == main(["check", "broken.json"])
        assert 2 == main(["check", "absent.json"])
        assert 2 == main(["check", "lakes.json", "--select", "SMT999"])

    def test_the_record_that_expects_is_that_of_the_example(self, lakes):
        (record,) = blocks("json")
        swiss = loads(json.dumps({"summitry": 1, "member_states": [json.loads(record)]}))
        told = loads(lakes).memberships.by("CHE").one()

        assert [MemberState] == [type(each) for each in swiss]
        assert told.identity() == swiss.memberships.one().identity()
        assert ["SMT301"] == [each.rule for each in swiss.memberships.one().expected]

    def test_the_configurations_are_yaml_and_call_the_command(self):
        commit, workflow = map(yaml.safe_load, blocks("yaml"))
        (hook,) = commit["repos"][0]["hooks"]
        runs = [step.get("run", "") for step in workflow["jobs"]["check"]["steps"]]

        assert "python -m summitry check" == hook["entry"]
        assert re.search(hook["files"], "records/lakes.json")
        assert ["annotations", "sarif"] == [
            re.search(r"--output-format (\w+)", run)[1] for run in runs if "check" in run
        ]
