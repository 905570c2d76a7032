"""The field's terms lead to the glossary, where they first occur on a page."""

# ruff: noqa: INP001 - a module of the documentation, and no part of a package

from __future__ import annotations

import re

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes


if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx


GLOSSARY = "reference/glossary"

TERMS = (
    "accession",
    "admission",
    "associate member",
    "bilateral meeting",
    "chairmanship",
    "chairmanship-in-office",
    "communiqué",
    "conference process",
    "contact group",
    "continuation",
    "country-year",
    "courtesy call",
    "coverage",
    "delegation",
    "depositary",
    "dialogue partner",
    "dyad",
    "EDTF",
    "expulsion",
    "founding member",
    "handover",
    "observer",
    "overlay",
    "partial date",
    "pro tempore",
    "pull-aside",
    "rotating presidency",
    "sidelines",
    "specialized agency",
    "spell",
    "state system",
    "state-year",
    "succession",
    "suspension",
    "treaty organization",
    "troika",
    "tête-à-tête",
    "withdrawal",
)
"""Those that mean one thing wherever they stand. *Head*, *level* or *standing* may be common
words, and are linked by hand."""

_FORMS = re.compile(
    rf"(?<![\w-])({'|'.join(sorted(map(re.escape, TERMS), key=len, reverse=True))})s?(?![\w-])",
    re.IGNORECASE,
)
_KEYS = {term.lower(): term for term in TERMS}
_APART = (
    nodes.reference,
    nodes.literal,
    nodes.literal_block,
    nodes.title,
    nodes.term,
    addnodes.pending_xref,
)


def link_terms(app: Sphinx, doctree: nodes.document) -> None:
    """Link each term once, unless the page does so itself.

    Args:
        app: The application, which knows the page that is read.
        doctree: The page.
    """
    page = app.env.current_document.docname
    if page == GLOSSARY:
        return
    linked = {
        _KEYS.get(link["reftarget"].lower())
        for link in doctree.findall(addnodes.pending_xref)
        if link["reftype"] == "term"
    }
    for text in list(doctree.findall(nodes.Text)):
        if _is_prose(text):
            parts = list(_linked(str(text), linked, page))
            if len(parts) > 1:
                text.parent.replace(text, parts)


def _is_prose(text: nodes.Text) -> bool:
    parents = []
    node = text.parent
    while node is not None:
        parents.append(node)
        node = node.parent
    return any(isinstance(node, nodes.paragraph) for node in parents) and not any(
        isinstance(node, _APART) for node in parents
    )


def _linked(text: str, linked: set[str | None], page: str) -> Iterator[nodes.Node]:
    """Yield a text in parts, of which those that are a term for the first time are links."""
    start = 0
    for found in _FORMS.finditer(text):
        term = _KEYS[found[1].lower()]
        if term in linked:
            continue
        linked.add(term)
        yield nodes.Text(text[start : found.start()])
        shown = nodes.inline("", found[0], classes=["xref", "std", "std-term"])
        yield addnodes.pending_xref(
            "",
            shown,
            refdomain="std",
            reftype="term",
            reftarget=term,
            refexplicit=True,
            refwarn=True,
            refdoc=page,
        )
        start = found.end()
    yield nodes.Text(text[start:])
