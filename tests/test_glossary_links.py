"""Where a term of the field first stands on a page, it leads to the glossary."""

from __future__ import annotations

import importlib.util
import re
import sys

from pathlib import Path
from types import SimpleNamespace

from docutils.core import publish_doctree
from sphinx import addnodes


DOCS = Path(__file__).parent.parent / "docs"
SCRIPT = DOCS / "_ext" / "glossary_links.py"

spec = importlib.util.spec_from_file_location("glossary_links", SCRIPT)
glossary_links = importlib.util.module_from_spec(spec)
sys.modules["glossary_links"] = glossary_links
spec.loader.exec_module(glossary_links)


def linked(text, page="a-page", before=()):
    """The words of a page that are links, with the terms that they lead to."""
    doctree = publish_doctree(text)
    for term in before:
        doctree += addnodes.pending_xref("", reftype="term", reftarget=term)
    document = SimpleNamespace(docname=page)
    app = SimpleNamespace(env=SimpleNamespace(current_document=document))
    shown = doctree.astext()
    glossary_links.link_terms(app, doctree)
    links = [
        (link.astext(), link["reftarget"])
        for link in doctree.findall(addnodes.pending_xref)
        if len(link)
    ]

    assert shown.replace("\n", "") == doctree.astext().replace("\n", "")
    return links


def test_the_first_of_each_is_a_link():
    """Once on a page, in the singular or the plural, whatever the case."""
    text = "Observers come. An observer may speak; its delegation is small.\n\nObserver."

    assert [("Observers", "observer"), ("delegation", "delegation")] == linked(text)


def test_the_longer_term_is_taken():
    """A chairmanship-in-office is not a chairmanship with something behind it."""
    assert [("chairmanship-in-office", "chairmanship-in-office")] == linked(
        "The chairmanship-in-office rotates."
    )


def test_what_is_no_prose_is_left_alone():
    """Titles, code and links stay as they are, and so do words that contain a term."""
    text = (
        "The observers\n=============\n\n``observer`` and `an observer <x>`_, misspelling."
        "\n\n.. _x: https://x.example/\n\n::\n\n    observer\n"
    )

    assert [] == linked(text)


def test_what_the_page_links_itself_is_not_linked_again():
    """Nor does the glossary explain its words by themselves."""
    assert [] == linked("An observer.", before=["observer"])
    assert [] == linked("An observer.", page="reference/glossary")


def test_each_term_is_in_the_glossary():
    """As it is written there."""
    text = (DOCS / "reference" / "glossary.md").read_text(encoding="utf-8")
    terms = set(re.findall(r"^(?!  |#|```)(\S.*)$", text, re.MULTILINE))

    assert set() == set(glossary_links.TERMS) - terms
