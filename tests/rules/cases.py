"""Small catalogues for the tests of rules."""

from __future__ import annotations

import attrs

from summitry import Catalog, Organization, Source


CHARTER = Source(
    id="charter",
    title="Charter",
    publisher="The Secretariat",
    url="https://example.org/charter",
)
"""The one source of every record of a case."""

BODY = Organization(id="NC", name="Nordic Council", since="1952-02-12")
"""A body, founded on a known day."""


def catalogue(*records, as_of="2025-08-01"):
    """Return records as a catalogue in which everything is sourced."""
    cited = [
        attrs.evolve(record, sources=["charter"])
        if hasattr(record, "sources") and not record.sources
        else record
        for record in records
    ]
    return Catalog([CHARTER, *cited], as_of=as_of)


def found(*records, as_of="2025-08-01", **options):
    """Return code and path of every problem that all rules find in records."""
    report = catalogue(*records, as_of=as_of).check(**options)
    return [(problem.code, problem.path) for problem in report]
