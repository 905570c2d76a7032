"""The examples run, and say what somebody read and approved."""

from __future__ import annotations

import os
import subprocess
import sys

from pathlib import Path

import pytest


ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = sorted(path.stem for path in (ROOT / "examples").glob("*.py"))


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
