"""Everything that the documentation shows runs, and prints what it says."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re

from pathlib import Path
from types import FunctionType

import pytest

from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser

import summitry


ROOT = Path(__file__).parent.parent
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md"))
    if path.parent.name not in ("rules", "organizations")  # made when the docs are built
    if "_build" not in path.parts and ">>>" in path.read_text(encoding="utf-8")
)
MODULES = sorted(
    module.name for module in pkgutil.walk_packages(summitry.__path__, "summitry.")
)


@pytest.mark.parametrize("page", PAGES)
def test_pages(page):
    """Each page of the docs, and the README, run from top to bottom."""
    sybil = Sybil(parsers=[PythonCodeBlockParser(doctest_optionflags=OPTIONS)])
    examples = list(sybil.parse(ROOT / page).examples())

    assert examples
    for example in examples:
        example.evaluate()


@pytest.mark.parametrize("module", MODULES)
def test_docstrings(module):
    """Each example in a docstring runs, with the public names at hand."""
    names = {name: getattr(summitry, name) for name in summitry.__all__}
    loaded = importlib.import_module(module)
    result = doctest.DocTestRunner(optionflags=OPTIONS)
    for test in doctest.DocTestFinder(exclude_empty=True).find(
        loaded, extraglobs={**names, **vars(loaded)}
    ):
        result.run(test)

    assert 0 == result.summarize(verbose=False).failed


def test_public_names_are_in_the_reference():
    """Every public name has an entry, and what has an entry is there."""
    entries = set(_entries())
    errors = {
        f"errors.{name}"
        for name, found in vars(summitry.errors).items()
        if isinstance(found, type) and issubclass(found, Exception | Warning)
        if not name.startswith("_")
    }
    expected = {*summitry.__all__, *errors} - {"errors"}  # the module is a page

    assert set() == {
        name
        for name in expected - entries
        if f"errors.{name}" not in entries and name.removeprefix("errors.") not in entries
    }
    for entry in entries:
        module, _, name = f"summitry.{entry}".rpartition(".")
        assert hasattr(importlib.import_module(module), name), entry


def _entries():
    """Yield the names that the reference describes, without the name of the package."""
    for path in (ROOT / "docs" / "reference").iterdir():
        if path.suffix not in (".rst", ".md"):
            continue
        text = path.read_text(encoding="utf-8")
        current = "summitry"
        for kind, name in re.findall(
            r"^\.\. (?:(?:auto)?(currentmodule|class|function|data|exception):: *)([\w.]+)",
            text,
            re.MULTILINE,
        ):
            if kind == "currentmodule":
                current = name
            else:
                full = name if name.startswith("summitry.") else f"{current}.{name}"
                yield full.removeprefix("summitry.")


def test_public_names_have_examples():
    """Every public class and function that does something shows how."""
    silent = [
        name
        for name in summitry.__all__
        if isinstance(getattr(summitry, name), type | FunctionType)
        and ">>>" not in (getattr(summitry, name).__doc__ or "")
    ]

    assert [] == silent
