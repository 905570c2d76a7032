"""ISO 3166 as pycountry has it: the one module that imports pycountry.

Nothing of pycountry leaves it: its objects are mutable, cannot be copied or pickled,
and answer to any attribute. What leaves is a tuple of plain texts.
"""

from __future__ import annotations

import functools

from typing import Any, NamedTuple


class IsoEntry(NamedTuple):
    """What ISO 3166-1, or for a former state ISO 3166-3, says of a code."""

    alpha_2: str | None
    alpha_3: str
    alpha_4: str | None
    numeric: str | None
    names: tuple[str, ...]
    withdrawn: str | None
    """The day ISO withdrew the code; ``None`` for one in force."""


def entry(code: str) -> IsoEntry | None:
    """Return ISO's entry for an alpha-3 code, in force or withdrawn.

    Example:
        >>> entry("AZE").alpha_2, entry("YUG").alpha_4, entry("XKX")
        ('AZ', 'YUCS', None)
    """
    return entries().get(code)


@functools.cache
def entries() -> dict[str, IsoEntry]:
    """Return every entry by alpha-3; a code in force hides a withdrawn one.

    Example:
        >>> len([e for e in entries().values() if e.withdrawn is None]) > 240
        True
    """
    # Half of what `import summitry` may ever cost, so paid only by who needs it.
    import pycountry  # noqa: PLC0415

    found: dict[str, IsoEntry] = {}
    for former in pycountry.historic_countries:
        plain = _plain(former)
        found[plain.alpha_3] = plain
    for current in pycountry.countries:
        plain = _plain(current)
        found[plain.alpha_3] = plain._replace(withdrawn=None)
    return found


def _plain(country: Any) -> IsoEntry:
    names = (_text(country, key) for key in ("name", "official_name", "common_name"))
    return IsoEntry(
        alpha_2=_text(country, "alpha_2"),
        alpha_3=str(country.alpha_3),
        alpha_4=_text(country, "alpha_4"),
        numeric=_text(country, "numeric"),
        names=tuple(dict.fromkeys(name for name in names if name)),
        withdrawn=_text(country, "withdrawal_date") or "unknown",
    )


def _text(country: Any, key: str) -> str | None:
    value = getattr(country, key, None)
    return str(value) if value else None
