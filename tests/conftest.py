"""What every test may use."""

from __future__ import annotations

import os

from pathlib import Path

import pytest

from hypothesis import HealthCheck, settings

import summitry


# A test says what it shows, not how fast the machine was on that day.
settings.register_profile(
    "summitry", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", settings.get_profile("summitry"), max_examples=1000)
# For running the tests once more, where another run was thorough enough.
settings.register_profile("quick", settings.get_profile("summitry"), max_examples=20)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "summitry"))


@pytest.fixture(scope="session")
def world() -> summitry.Catalog:
    """The bundled reference catalogue."""
    return summitry.load()


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder of sources to compare with, which is no part of the project."""
    beside = Path(__file__).parents[1].parent / "shared" / "reference"
    folder = Path(os.environ.get("SUMMITRY_REFERENCE", beside))
    if not folder.is_dir():
        pytest.skip(f"no reference sources at {folder}: set SUMMITRY_REFERENCE")
    return folder
