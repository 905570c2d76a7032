"""The examples run, and say what somebody read and approved."""

from __future__ import annotations

import json
import os
import re
import runpy
import subprocess
import sys

from pathlib import Path

import pytest

from jsonschema import Draft202012Validator

import summitry


ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = sorted(path.stem for path in (ROOT / "examples").glob("*.py"))
NOTEBOOKS = sorted(path.stem for path in (ROOT / "examples").glob("*.md"))
CELL = re.compile(r"^```\{code-cell\} python\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_print_what_was_approved(name):
    """To approve a new output, run with SUMMITRY_WRITE_GOLDEN=1 and read the change."""
    done = subprocess.run(
        [sys.executable, ROOT / "examples" / f"{name}.py"],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("SUMMITRY_WRITE_GOLDEN"):
        golden.write_text(done.stdout, encoding="utf-8")

    assert "" == done.stderr
    assert golden.read_text(encoding="utf-8") == done.stdout


def test_the_example_types_in_no_fact():
    """What the Baku example prints of the records is nowhere in its source."""
    source = (ROOT / "examples" / "baku_2023.py").read_text(encoding="utf-8")
    printed = (GOLDEN / "baku_2023.txt").read_text(encoding="utf-8")

    for fact in (
        "Ilham Aliyev",
        "2019-10-25",
        "2024-01-19",
        "61.7 percent",
        "119 of 193",
        "Palestine",
        "Russia",
        "South Centre",
        "Rafael Mariano Grossi",
        "Sok Siphana",
        "Malaysia",
        "1961-09-01",
    ):
        assert fact in printed
        assert fact not in source


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_notebooks_run_without_jupyter(name):
    """Their cells run from top to bottom, and warn of nothing."""
    cells = CELL.findall((ROOT / "examples" / f"{name}.md").read_text(encoding="utf-8"))
    names = {}

    assert len(cells) >= 6
    for cell in cells:
        exec(compile(cell, f"{name}.md", "exec"), names)  # noqa: S102 - our own


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_every_notebook_is_a_page(name):
    """The documentation lists it."""
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")

    assert f"\nnotebooks/{name}\n" in index


def lakes(name):
    """A file of the communiqué's example."""
    return (ROOT / "examples" / "data" / f"lakes_{name}").read_text(encoding="utf-8")


def test_the_recorded_answer_is_by_the_schema():
    """The answer is what the strict schema asks for; the careless one is not."""
    example = runpy.run_path(str(ROOT / "examples" / "read_communique.py"))
    validator = Draft202012Validator(example["the_request"]()["schema"])

    assert [] == list(validator.iter_errors(json.loads(lakes("answer.json"))))
    assert not validator.is_valid(json.loads(lakes("careless_answer.json")))


def test_the_recorded_answer_says_what_the_communique_says():
    """Every name, post and title of the answer is in the text, which says it is fiction."""
    answer = summitry.loads(lakes("answer.json"))
    text = " ".join(lakes("communique.txt").split())
    spoken = [
        value
        for meeting in (*answer.summits, *answer.meetings)
        for delegation in meeting.delegations
        for person in delegation.representatives
        for value in (person.name, person.post)
    ]

    assert "This text is fiction" in text
    assert spoken
    for value in (
        *spoken,
        *(body.name for body in answer.organizations),
        *(topic for meeting in answer.meetings for topic in meeting.topics),
        *answer.summits.one().topics,
        *(outcome.title for outcome in answer.summits.one().outcomes),
        answer.summits.one().place.city,
        *re.findall(r"Third Summit", answer.summits.one().name),
    ):
        assert value in text
