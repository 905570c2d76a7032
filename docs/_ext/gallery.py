"""The pictures of the page on pictures, drawn by the code that it shows.

They are made when the documentation is built, of the catalogue as it then is, each with its
own description as the text for those who do not see it.
"""

# ruff: noqa: INP001 - a module of the documentation, and no part of a package

from __future__ import annotations

import doctest
import json
import shutil

from pathlib import Path
from xml.etree import ElementTree as ET


DOCS = Path(__file__).parent.parent
PAGE = DOCS / "how-to" / "plots.md"
FOLDER = DOCS / "_static" / "gallery"
"""Where the pictures are written; they are not kept under version control."""

_SVG = "{http://www.w3.org/2000/svg}"


def write(folder: Path = FOLDER) -> None:
    """Draw every picture, beside each the text by which the page includes it."""
    drawn = drawings(PAGE.read_text(encoding="utf-8"))
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for picture in sorted(drawn.glob("*.svg")):
        shutil.copy(picture, folder)
        text = figure(picture.name, picture.read_text(encoding="utf-8"))
        folder.joinpath(f"{picture.stem}.txt").write_text(text, encoding="utf-8")
    shutil.rmtree(drawn)


def drawings(page: str) -> Path:
    """Run the examples of a page that save pictures; return the folder they save them to.

    That they also print what the page says is for the tests to see.
    """
    examples = doctest.DocTestParser().get_examples(page.replace("```", ""))
    last = max(n for n, each in enumerate(examples) if ".svg" in each.source)
    names: dict[str, object] = {}
    for example in examples[: last + 1]:
        exec(example.source, names)  # noqa: S102 - it is our own page
    return Path(str(names["folder"]))


def figure(name: str, svg: str) -> str:
    """Return what shows a picture, with the text that it carries."""
    told = ET.fromstring(svg).findtext(f"{_SVG}desc") or ""  # noqa: S314 - drawn here
    alt = json.dumps(told, ensure_ascii=False)
    return f"```{{image}} /_static/gallery/{name}\n:alt: {alt}\n```\n"
