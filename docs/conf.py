"""Sphinx configuration."""

from __future__ import annotations

import html
import re
import sys

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

import summitry


if TYPE_CHECKING:
    from typing import Any

    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

import gallery
import glossary_links
import notebooks
import organization_pages
import rule_pages


project = "summitry"
author = "The summitry developers"
copyright = "2026, the summitry developers"
release = summitry.__version__
version = release

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
    "sphinx_copybutton",
]
exclude_patterns = ["_build", "_ext", "_static"]
source_suffix = {".md": "myst-nb", ".rst": "restructuredtext"}
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_output_stderr = "error"

html_theme = "furo"
html_title = "summitry"
html_copy_source = False
html_static_path = ["_static"]
html_css_files = ["summitry.css"]
html_theme_options = {
    "navigation_with_keys": True,
    "light_css_variables": {
        "color-brand-primary": "#0b5563",
        "color-brand-content": "#0b6b7d",
    },
    "dark_css_variables": {
        "color-brand-primary": "#7fd0de",
        "color-brand-content": "#7fd0de",
    },
}
pygments_dark_style = "nord-darker"

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
    (
        "py:.*",
        r"(datetime|collections|typing|enum|os|pathlib|attr|attrs|cattrs|pyarrow)\b.*",
    ),
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
    # What a panel is made of is its own.
    ("py:.*", r"Grid|Choice|Layout"),
]


def find_public(
    app: Sphinx, env: BuildEnvironment, link: pending_xref, shown: nodes.Element
) -> nodes.Element | None:
    """Lead to a public name from the module that it is written in, which nobody imports."""
    module, _, name = link.get("reftarget", "").rpartition(".")
    if not module.startswith("summitry") or name not in summitry.__all__:
        return None
    shown = (
        nodes.literal("", name) if isinstance(shown, nodes.literal) else nodes.Text(name)
    )
    for home in ("summitry", "summitry.errors"):
        found = env.domains["py"].resolve_xref(
            env, link["refdoc"], app.builder, "obj", f"{home}.{name}", link, shown
        )
        if found is not None:
            return found
    return None


def describe(
    _app: Sphinx,
    _page: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Tell who shares a link, or searches, what a page is and how it begins."""
    if doctree is None:
        return
    first = next(doctree.findall(nodes.paragraph), None)
    begins = "" if first is None else " ".join(first.astext().split())
    title = re.sub("<[^>]+>", "", html.unescape(context["title"]))
    told = {
        'name="description"': begins,
        'property="og:title"': title,
        'property="og:description"': begins,
        'property="og:site_name"': project,
        'property="og:type"': "article",
    }
    context["metatags"] += "".join(
        f'<meta {key} content="{html.escape(text[:300])}">\n'
        for key, text in told.items()
    )


def setup(app: Sphinx) -> None:
    """Write the pages that are made before the sources are looked for; link and describe."""
    for made in (rule_pages, organization_pages, gallery, notebooks):
        app.connect("builder-inited", lambda _, write=made.write: write())
    app.connect("doctree-read", glossary_links.link_terms)
    app.connect("missing-reference", find_public)
    app.connect("html-page-context", describe)
