"""The page on pictures shows what its own code draws, with words for those who cannot see."""

from __future__ import annotations

import html
import importlib.util
import re
import sys

from pathlib import Path

import pytest

from summitry.ext import plots


SCRIPT = Path(__file__).parent.parent / "docs" / "_ext" / "gallery.py"

sys.path.insert(0, str(SCRIPT.parent))
spec = importlib.util.spec_from_file_location("gallery", SCRIPT)
gallery = importlib.util.module_from_spec(spec)
spec.loader.exec_module(gallery)

PAGE = gallery.PAGE.read_text(encoding="utf-8")
INCLUDED = re.findall(r"```\{include\} /_static/gallery/(\w+)\.txt", PAGE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where the pictures are drawn, over an older one."""
    folder = tmp_path_factory.mktemp("docs") / "gallery"
    folder.mkdir()
    folder.joinpath("old.svg").touch()
    gallery.write(folder)
    return folder


def test_every_picture_that_is_shown_is_drawn(folder):
    """And none besides; what is no longer drawn is taken away."""
    assert {f"{name}.{end}" for name in INCLUDED for end in ("svg", "txt")} == {
        path.name for path in folder.iterdir()
    }
    assert 6 == len(INCLUDED)


def test_every_picture_has_words(folder):
    """What is included names the picture and says what it shows."""
    for name in INCLUDED:
        text = folder.joinpath(f"{name}.txt").read_text(encoding="utf-8")
        assert text.startswith(f"```{{image}} /_static/gallery/{name}.svg\n:alt: ")
        assert len(text) > 120


def test_words_stay_words():
    """No text ends the quotation or the line that it stands in."""
    space = 'xmlns="http://www.w3.org/2000/svg"'
    told = f'<svg {space}><desc>a "quoted"\n``` &lt;b&gt;</desc></svg>'

    assert (
        '```{image} /_static/gallery/x.svg\n:alt: "a \\"quoted\\"\\n``` <b>"\n```\n'
        == gallery.figure("x.svg", told)
    )


def test_the_picture_in_the_readme_is_what_the_records_say(world):
    """It is kept in the repository, so its words are held against the catalogue."""
    readme = (SCRIPT.parents[2] / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"!\[.+\]\((docs/images/.+\.svg)\)", readme)
    picture = (SCRIPT.parents[2] / shown).read_text(encoding="utf-8")
    chart = plots.tile_map(world, "NAM", on="2023-03-02")

    assert html.escape(chart.description) in picture
