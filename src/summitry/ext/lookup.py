"""In which catalogue what records refer to is looked up."""

from __future__ import annotations

from summitry.catalog import Catalog
from summitry.values.fields import mistyped


def context_of(records: object, catalog: Catalog | None) -> Catalog:
    """Return the catalogue in which what some records refer to is looked up.

    Args:
        records: The records. A catalogue is laid over the other, or stands alone.
        catalog: The catalogue that is given; by default the bundled one.

    Raises:
        WrongType: *catalog* is none.

    Example:
        >>> from summitry import Catalog
        >>> own = Catalog()
        >>> context_of(own, None) is own, "NAM" in context_of([], None).organizations
        (True, True)
    """
    if catalog is not None and not isinstance(catalog, Catalog):
        raise mistyped(catalog, "a Catalog")
    if isinstance(records, Catalog):
        return records if catalog is None else catalog | records
    if catalog is None:
        from summitry.data import load  # noqa: PLC0415 - only where it is needed

        return load()
    return catalog
