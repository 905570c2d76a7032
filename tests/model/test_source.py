"""Sources: documents that were really consulted."""

from __future__ import annotations

import pytest

import refusals

from refusals import cases, check_refused, required
from summitry import PartialDate, Source


GOOD = {"id": "un-charter", "title": "Charter of the United Nations"}


def test_takes_what_people_write():
    """Title, publisher, address, and the two dates."""
    source = Source(
        **GOOD,
        publisher="United Nations",
        url="https://www.un.org/en/about-us/un-charter",
        published="1945-06-26",
        consulted="2026-11",
        note="A note.",
    )

    assert PartialDate("1945-06-26") == source.published
    assert PartialDate("2026-11") == source.consulted
    assert "https://www.un.org/en/about-us/un-charter" == source.url


@pytest.mark.parametrize("identifier", ["un", "un-1945", "a.b_c-1", "1961"])
def test_ids(identifier):
    """An id is lower-case letters and digits, in groups."""
    assert identifier == Source(id=identifier, title="T").id


@pytest.mark.parametrize("url", ["http://example.org", "https://example.org/ä?x='\"<>"])
def test_urls(url):
    """An address is kept as it is: it is escaped where it is shown."""
    assert url == Source(**GOOD, url=url).url


@cases(
    {
        "id": required(refusals.SLUG),
        "title": required(refusals.TEXT),
        "publisher": refusals.TEXT,
        "url": refusals.URL,
        "published": refusals.DATE,
        "consulted": refusals.DATE,
        "note": refusals.TEXT,
    }
)
def test_refuses(field, bad):
    """Each field names itself, the value, and what would have been right."""
    check_refused(Source, GOOD, field, bad)


def test_sorts_by_id():
    """Sources come in the order of their ids."""
    assert ["a", "b"] == [s.id for s in sorted(Source(id=i, title="T") for i in "ba")]
