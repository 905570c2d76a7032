"""The notebooks of the examples, as pages that are run when the documentation is built."""

# ruff: noqa: INP001 - a module of the documentation, and no part of a package

from __future__ import annotations

from pathlib import Path

import generated


DOCS = Path(__file__).parent.parent
EXAMPLES = DOCS.parent / "examples"
FOLDER = DOCS / "notebooks"
"""Where the pages are written; they are not kept under version control."""

# A reader of the documentation may have no network, from which Altair would load a script:
# pictures, with the chart's own description for those who do not see them.
STILL = """```{code-cell} python
:tags: [remove-cell]

import base64
import html

import altair
import vl_convert


def still(chart):
    svg = vl_convert.vegalite_to_svg(chart, allowed_base_urls=[])
    data = base64.b64encode(svg.encode()).decode()
    alt = html.escape(chart.get("description", ""))
    return {"text/html": f'<img src="data:image/svg+xml;base64,{data}" alt="{alt}">'}


altair.renderers.register("still", still)
altair.renderers.enable("still")
del still
```
"""


def pages() -> dict[str, str]:
    """Return the text of every page, by its name in the folder."""
    return {
        path.name: page(path.name, path.read_text(encoding="utf-8"))
        for path in sorted(EXAMPLES.glob("*.md"))
    }


def page(name: str, notebook: str) -> str:
    """Return a notebook as a page, with pictures that stand still.

    Args:
        name: The name of its file.
        notebook: Its text.
    """
    head, title, rest = notebook.partition("\n# ")
    heading, _, story = rest.partition("\n")
    return f"{head}{title}{heading}\n\n{STILL}{story}\n{_FORK.format(name=name)}"


_FORK = """
:::{{admonition}} This page is a notebook
:class: tip

It was run when this page was built. The file is `examples/{name}` in the source;
`jupytext --to ipynb {name}` makes a Jupyter notebook of it. It needs
`pip install 'summitry[all]'`.
:::
"""


def write(folder: Path = FOLDER) -> None:
    """Write every page, and take away those of notebooks that are no more."""
    generated.write(pages(), folder)
