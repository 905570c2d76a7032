"""Everything that the documentation shows runs, and prints what it says."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

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


def test_public_names_have_examples():
    """Every public class and function that does something shows how."""
    silent = [
        name
        for name in summitry.__all__
        if isinstance(getattr(summitry, name), type | FunctionType)
        and ">>>" not in (getattr(summitry, name).__doc__ or "")
    ]

    assert [] == silent
