"""The notebooks become pages, with pictures that need no network."""

from __future__ import annotations

import importlib.util
import sys

from pathlib import Path

import pytest

import summitry

from summitry.ext import plots


ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / "docs" / "_ext" / "notebooks.py"

sys.path.insert(0, str(SCRIPT.parent))
spec = importlib.util.spec_from_file_location("notebooks", SCRIPT)
notebooks = importlib.util.module_from_spec(spec)
spec.loader.exec_module(notebooks)

PAGES = notebooks.pages()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_its_notebook(name):
    """With the pictures set up before the first cell, and nothing left out."""
    notebook = (ROOT / "examples" / name).read_text(encoding="utf-8")
    page = PAGES[name]

    assert page.startswith("---\n")
    assert page.index("\n# ") < page.index("remove-cell") < page.index("import summitry")
    for line in notebook.splitlines():
        assert line in page


def test_pages_follow_the_notebooks(tmp_path):
    """What is no longer a notebook is taken away."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    folder.joinpath("old.md").touch()
    notebooks.write(folder)

    assert set(PAGES) == {path.name for path in folder.iterdir()}


def test_pictures_are_images_with_words():
    """They load no script, and carry the description of the chart, escaped."""
    before = notebooks.STILL.split("\n\n", 1)[1].rpartition("```")[0]
    code = before.partition("altair.renderers")[0]
    names = {}
    exec(code, names)  # noqa: S102 - our own
    chart = plots.chair_timeline(summitry.load().chairmanships.of("CICA"))
    chart.description = 'Chairs <of> "CICA"'
    shown = names["still"](chart.to_dict())["text/html"]

    assert shown.startswith('<img src="data:image/svg+xml;base64,')
    assert shown.endswith('alt="Chairs &lt;of&gt; &quot;CICA&quot;">')
    assert "<script" not in shown
