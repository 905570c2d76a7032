"""Sphinx configuration."""

from __future__ import annotations

import sys

from pathlib import Path
from typing import TYPE_CHECKING

import summitry


if TYPE_CHECKING:
    from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

import gallery
import organization_pages
import rule_pages


project = "summitry"
author = "The summitry developers"
copyright = "2026, the summitry developers"
release = summitry.__version__
version = release

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
    "sphinx_copybutton",
]
exclude_patterns = ["_build", "_ext", "_static"]
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = "summitry"
html_copy_source = False

copybutton_prompt_text = ">>> |... |$ "
copybutton_prompt_is_regexp = True

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True, "show-inheritance": True}
napoleon_google_docstring = True
napoleon_numpy_docstring = False

python_use_unqualified_type_names = True

nitpicky = True
# The standard library and attrs are not reached for links: the docs build offline.
nitpick_ignore_regex = [
    ("py:.*", r"(datetime|collections|typing|enum|os|pathlib|attr|attrs|cattrs)\b.*"),
    (
        "py:.*",
        r"date|Deferred|Format|_Located|Spell|StateNumber|Any|Context|Graph|Self|Path|Hashable|Iterable|Iterator|Callable|Sequence|Mapping",
    ),
    # Altair's documentation likewise.
    ("py:.*", r"LayerChart|altair\..*"),
    # Type variables and the bases that the reference describes through their children.
    ("py:.*", r".*\b(_?[A-Z])$"),
    ("py:.*", r"summitry\.(values|catalog|model|states)\..*"),
    ("py:.*", r"summitry\.errors\._(Located|Problems)|abc\.ABC"),
    # What rules look up in a catalogue is theirs, and may change.
    ("py:.*", r"Facts"),
]


def setup(app: Sphinx) -> None:
    """Write the pages that are made, before the sources are looked for."""
    for made in (rule_pages, organization_pages, gallery):
        app.connect("builder-inited", lambda _, write=made.write: write())
