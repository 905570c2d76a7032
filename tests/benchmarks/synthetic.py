"""Catalogues many times as large, in which the same questions have the same answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

import summitry


if TYPE_CHECKING:
    from collections.abc import Iterator


ASKED = "AZE"
"""The state whose memberships are asked for: it belongs to none of the copies."""

_STAND_IN = summitry.state("Antarctica").code


def enlarged(catalog: summitry.Catalog, times: int) -> summitry.Catalog:
    """Return a catalogue with its bodies copied, with all of their spells."""
    records = list(catalog)
    for number in range(1, times):
        records += _copies(catalog, number)
    return summitry.Catalog(records, as_of=catalog.as_of)


def renewed(catalog: summitry.Catalog) -> summitry.Catalog:
    """Return the same catalogue, which remembers nothing of what it was asked."""
    return summitry.Catalog(catalog, as_of=catalog.as_of, version=catalog.version)


def _copies(catalog: summitry.Catalog, number: int) -> Iterator[summitry.Record]:
    for body in catalog.organizations:
        yield attrs.evolve(
            body,
            id=f"{body.id}-{number}",
            name=f"{body.name} {number}",
            names=(),
            acronyms=(),
        )
    for spell in (*catalog.memberships, *catalog.chairmanships):
        copied = attrs.evolve(spell, organization=f"{spell.organization}-{number}")
        if spell.party == ASKED:
            copied = attrs.evolve(copied, state=_STAND_IN)
        yield copied
