"""The package as a user gets it: built, installed alone, and asked."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import venv
import zipfile

from pathlib import Path

import pytest

import summitry


ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "summitry"
TIMEOUT = 120

SESSION = """
import pickle, sys
import summitry

assert "site-packages" in summitry.__file__, summitry.__file__
world = summitry.load()
assert 120 == len(world.members("NAM", on="2023-03-02"))
assert "AZE" == world.chair("NAM", on="2023-03-02").state
assert "TUR" == summitry.state("Turkey").code
baku = world.summits["nam-contact-group-2023"]
assert 7 == len(world.meetings.at(baku))
assert 119 / 193 == world.share("NAM", of="UN", on="2023-03-02")
assert world == summitry.loads(summitry.dumps(world))
assert world == pickle.loads(pickle.dumps(world))
summitry.write(world, sys.argv[1])
assert world == summitry.read(sys.argv[1])
assert all(hasattr(summitry, name) for name in summitry.__all__)
print(summitry.__version__)
"""


def run(*command, **options):
    """Run a command, or skip the test with what it said."""
    try:
        return subprocess.run(
            command,
            check=True,
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            **options,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        pytest.skip(f"{command[0]} is not possible here: {error}")


def is_offline(error):
    """Whether a command failed for want of a package index, not of the package."""
    signs = (
        "No matching distribution found",
        "Could not find a version",
        "Failed to establish a new connection",
        "Temporary failure in name resolution",
        "No module named pip",
    )
    return any(sign in f"{error.stdout}{error.stderr}" for sign in signs)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this checkout."""
    if not (ROOT / "pyproject.toml").is_file():
        pytest.skip("there is no checkout to build from")
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", str(ROOT)]
    try:
        run(*pip, "--wheel-dir", str(folder))
    except subprocess.CalledProcessError as error:
        if is_offline(error):
            pytest.skip(f"no wheel can be built here: {error.stderr.strip()[-300:]}")
        pytest.fail(error.stderr)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def contents(wheel):
    """The names of the files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory):
    """The interpreter of a fresh environment with the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("fresh") / "venv"
    try:
        venv.create(folder, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no environment can be made here: {error}")
    scripts = "Scripts" if os.name == "nt" else "bin"
    interpreter = str(folder / scripts / "python")
    try:
        run(interpreter, "-m", "pip", "install", "--quiet", str(wheel))
    except subprocess.CalledProcessError as error:
        if is_offline(error):
            pytest.skip(f"nothing can be installed here: {error.stderr.strip()[-300:]}")
        pytest.fail(error.stderr)
    return interpreter


def test_every_file_of_the_package_is_in_it(contents):
    """Code, facts and the mark that says that it is typed: none is forgotten."""
    expected = {
        file.relative_to(PACKAGE.parent).as_posix()
        for file in PACKAGE.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }

    assert expected == {name for name in contents if name.startswith("summitry/")}
    assert "summitry/py.typed" in contents
    assert "summitry/states/states.json" in contents
    assert "summitry/data/organizations/nam.json" in contents


def test_nothing_else_is_in_it(contents):
    """No tests, no docs, no examples: only the package and what describes it."""
    others = {name.split("/")[0] for name in contents} - {"summitry"}

    assert {f"summitry-{summitry.__version__}.dist-info"} == others


def test_what_describes_it(wheel, contents):
    """The licence is there, and the three packages that it needs are named."""
    info = f"summitry-{summitry.__version__}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        metadata = archive.read(f"{info}/METADATA").decode()
    needed = [
        line.removeprefix("Requires-Dist: ")
        for line in metadata.splitlines()
        if line.startswith("Requires-Dist: ") and "extra ==" not in line
    ]

    assert any(name.endswith("LICENSE") for name in contents)
    assert ["attrs", "cattrs[msgspec]", "pycountry"] == sorted(
        requirement.split(">")[0] for requirement in needed
    )
    assert "Requires-Python: >=3.11" in metadata


def test_the_session_in_a_fresh_environment(python, tmp_path):
    """What the documentation shows works with nothing but what pip installed."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    done = subprocess.run(
        [python, "-W", "error", "-c", textwrap.dedent(SESSION), "copy.json"],
        check=False,
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        cwd=tmp_path,
        env=environment,
    )

    assert "" == done.stderr
    assert summitry.__version__ == done.stdout.strip()


def test_it_carries_no_more_than_it_says(python):
    """The environment holds what is required, and what that requires."""
    done = run(python, "-m", "pip", "list", "--format=freeze")
    installed = {line.split("==")[0].lower() for line in done.stdout.splitlines()}

    assert {"attrs", "cattrs", "msgspec", "pycountry", "summitry"} <= installed
    assert installed <= {
        "attrs", "cattrs", "msgspec", "pycountry", "summitry",
        "typing_extensions", "typing-extensions", "pip", "setuptools", "wheel",
    }  # fmt: skip
