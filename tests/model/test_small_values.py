"""Places and outcomes: what stands within a meeting or a body."""

from __future__ import annotations

import refusals

from refusals import cases, check_refused, required
from summitry import Outcome, PartialDate, Place


def test_place():
    """A city and its state, either of which may be unknown."""
    place = Place(city="Belgrade", state="YUG")

    assert ("Belgrade", "YUG") == (place.city, place.state)
    assert Place().city is Place().state is None


@cases({"city": refusals.TEXT, "state": refusals.STATE})
def test_place_refuses(field, bad):
    """Each field names itself, the value, and what would have been right."""
    check_refused(Place, {}, field, bad)


def test_outcome():
    """A declaration with its date and address."""
    outcome = Outcome(
        title="Belgrade Declaration",
        kind="declaration",
        date="1961-09-06",
        url="https://example.org/",
    )

    assert PartialDate("1961-09-06") == outcome.date
    assert "declaration" == outcome.kind


@cases(
    {
        "title": required(refusals.TEXT),
        "kind": refusals.TEXT,
        "date": refusals.DATE,
        "url": refusals.URL,
    }
)
def test_outcome_refuses(field, bad):
    """Each field names itself, the value, and what would have been right."""
    check_refused(Outcome, {"title": "Belgrade Declaration"}, field, bad)
