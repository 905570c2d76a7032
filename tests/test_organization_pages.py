"""Every organization of the catalogue has a page: what is complete, and from which sources."""

from __future__ import annotations

import importlib.util
import re
import sys

from pathlib import Path

import pytest

import summitry

from strategies import HOSTILE_TEXTS


SCRIPT = Path(__file__).parent.parent / "docs" / "_ext" / "organization_pages.py"

sys.path.insert(0, str(SCRIPT.parent))
spec = importlib.util.spec_from_file_location("organization_pages", SCRIPT)
organization_pages = importlib.util.module_from_spec(spec)
spec.loader.exec_module(organization_pages)

WORLD = summitry.load()
PAGES = organization_pages.pages(WORLD)


def test_there_is_a_page_for_each_and_an_index():
    """Named after the id; the index links to every one."""
    names = {f"{body.id.lower()}.md" for body in WORLD.organizations}

    assert {"index.md", *names} == PAGES.keys()
    assert all(f"({name})" in PAGES["index.md"] for name in names)


def test_the_page_of_nam():
    """Coverage, counts, sources with links and numbers of records, and the correction."""
    page = PAGES["nam.md"]

    assert page.startswith("# Non\\-Aligned Movement\n")
    assert "* - members\n  - 1961\\-09\\-01/2025\\-08\n" in page
    assert "121 members as of 2025-08." in page
    assert "* - chairmanships\n  - 20\n" in page
    assert re.search(r"\* - \[.*\]\(<https?://.*>\), .*\n  - \d+\n", page)
    assert 'world.memberships.of("NAM")' in page
    assert "## A fact is wrong?" in page


@pytest.mark.parametrize("body", WORLD.organizations, ids=lambda body: body.id)
def test_every_source_is_named(body):
    """Each source of the body's records, once, with its address."""
    page = PAGES[f"{body.id.lower()}.md"]
    records = organization_pages._records(WORLD, body)
    sources = WORLD.sources_of(body, *records)

    assert len(sources) == len(
        re.findall(r"^\* - .*\n  - \d+$", page.split("## Sources")[1], re.MULTILINE)
    )
    for source in sources:
        if source.url is not None:
            assert f"(<{source.url}>)" in page


def test_where_members_may_be_missing():
    """A body is in the table if, and only if, its coverage leaves out a part of its life."""
    table = PAGES["index.md"].split("(where-members-may-be-missing)=")[1]
    table = table.split("## Named only")[0]
    listed = set(re.findall(r"^\* - \[.*\]\((.*)\.md\)$", table, re.MULTILINE))
    missing = {
        body.id.lower()
        for body in WORLD.organizations
        if body.coverage and organization_pages._missing(WORLD, body)
    }

    assert missing == listed
    assert "nam" not in listed


@pytest.mark.parametrize(
    "coverage, expected",
    [
        ([("1990", "1999")], []),
        ([("1990", "1994"), ("1995", "1999")], []),
        ([(None, None)], []),
        ([("1992", "1999")], ["1990-12-31/1991-12-31"]),
        ([("1990", "1997")], ["1998-01-01/1999-01-01"]),
        ([("1990", "1992"), ("1995-05", "1999")], ["1993-01-01/1995-04-30"]),
        ([], ["1990-12-31/1999-01-01"]),
    ],
)
def test_the_parts_of_a_life_that_are_not_covered(coverage, expected):
    """Before, between and after what is covered; years count as far as they may reach."""
    body = summitry.Organization(
        id="CLUB",
        name="Club",
        since="1990",
        until="1999",
        coverage=[
            summitry.Coverage(of="members", since=since, until=until)
            for since, until in coverage
        ],
    )

    assert expected == organization_pages._missing(summitry.Catalog([body]), body)


def test_when_it_was_reviewed():
    """A body that nobody else has read says so."""
    one = summitry.Organization(id="A", name="A", reviewed="2026-11-24")
    other = summitry.Organization(id="B", name="B", until="1999")
    pages = organization_pages.pages(summitry.Catalog([one, other], as_of="2025"))

    assert "on 2026\\-11\\-24, by" in pages["a.md"]
    assert "by who wrote them only" in pages["b.md"]
    assert "## Named only" in pages["index.md"]


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_a_hostile_name_stays_text(text):
    """No name makes markup, a role, a cell or a line."""
    records = [
        summitry.Source(id="s", title=text, publisher=text),
        summitry.Organization(
            id="A", name=text, acronyms=[text], note=text, sources=["s"],
            names=[summitry.Name(text=text)],
            seat=summitry.Place(city=text),
            coverage=[summitry.Coverage(of="members", since="1999", until="2020")],
        ),
    ]  # fmt: skip
    calm = [
        records[0].__class__(id="s", title="T", publisher="T"),
        summitry.Organization(
            id="A", name="T", acronyms=["T"], note="T", sources=["s"],
            names=[summitry.Name(text="T")],
            seat=summitry.Place(city="T"),
            coverage=[summitry.Coverage(of="members", since="1999", until="2020")],
        ),
    ]  # fmt: skip

    pages = organization_pages.pages(summitry.Catalog(records, as_of="2025"))
    plain = organization_pages.pages(summitry.Catalog(calm, as_of="2025"))
    for name, page in pages.items():
        assert plain[name].count("\n") == page.count("\n")
        bare = re.sub(r"\\.", "", page)
        for mark in "`[]<>{}":
            assert re.sub(r"\\.", "", plain[name]).count(mark) == bare.count(mark)
