"""What type checkers accept, and what they must refuse."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest


HERE = Path(__file__).parent
ROOT = HERE.parent
POSITIVE, NEGATIVE = HERE / "typing" / "positive.py", HERE / "typing" / "negative.py"


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def _mypy(file: Path) -> dict[int, str]:
    """The messages of mypy about a file, by line."""
    pytest.importorskip("mypy")
    done = _run(
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--no-error-summary",
        "--show-error-end",
        f"--cache-dir={os.devnull}",
        str(file),
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    found = re.findall(r"negative\.py:(\d+):\d+:\d+:\d+: error: (.*)", done.stdout)
    if not found and done.returncode:
        pytest.fail(done.stdout)
    return {int(line): message for line, message in found}


def _pyright(file: Path) -> dict[int, str]:
    """The messages of pyright about a file, by line."""
    program = shutil.which("pyright", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("pyright is not installed")
    done = _run(program, "--outputjson", f"--pythonpath={sys.executable}", str(file))
    if not done.stdout.startswith("{"):
        pytest.skip(f"pyright does not run here: {done.stdout}{done.stderr}"[:300])
    report = json.loads(done.stdout)
    assert 1 == report["summary"]["filesAnalyzed"]
    return {
        found["range"]["start"]["line"] + 1: found["message"]
        for found in report["generalDiagnostics"]
        if found["severity"] == "error"
    }


def _marked() -> dict[int, str]:
    lines = NEGATIVE.read_text(encoding="utf-8").splitlines()
    return {n: line for n, line in enumerate(lines, 1) if line.endswith("  # error")}


@pytest.mark.parametrize("checker", [_mypy, _pyright])
def test_accepts_what_is_right(checker):
    """What users write is accepted, with the types that it should have."""
    assert {} == checker(POSITIVE)


@pytest.mark.parametrize("checker", [_mypy, _pyright])
def test_refuses_what_is_wrong(checker):
    """Each marked line is refused, and no other."""
    marked, refused = _marked(), checker(NEGATIVE)

    assert {} == {n: line for n, line in marked.items() if n not in refused}
    assert {} == {n: message for n, message in refused.items() if n not in marked}


def test_what_is_right_also_runs():
    """The accepted lines are no mere types: they run, and nothing is refused."""
    done = _run(sys.executable, "-W", "ignore", str(POSITIVE))

    assert 0 == done.returncode, done.stderr


def test_every_type_is_known():
    """No public name has a type that a checker of user code cannot see."""
    try:
        found = distribution("summitry").locate_file("summitry/py.typed")
    except PackageNotFoundError:
        pytest.skip("the package is not installed, so that its types cannot be verified")
    if not Path(str(found)).is_file():
        pytest.skip("the package is installed in place: pyright verifies installed ones")
    program = shutil.which("pyright", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("pyright is not installed")
    done = _run(
        program,
        "--verifytypes",
        "summitry",
        "--ignoreexternal",
        "--outputjson",
        f"--pythonpath={sys.executable}",
    )
    report = json.loads(done.stdout)["typeCompleteness"]

    unknown = [s["name"] for s in report["symbols"] if not s["isTypeKnown"]]
    assert [] == unknown
    assert 1 == report["completenessScore"]
