"""The Correlates of War data on intergovernmental organizations, version 3.

:func:`read_cow` reads their files, which are not part of this library, into a catalogue;
:func:`state_year` and :func:`igo_year` give a catalogue back in their layout, cell for cell.
"""

from __future__ import annotations

from summitry.errors import MissingExtra


try:
    import numpy as np  # noqa: F401
except ImportError:
    _what = "a table of COW's"
    raise MissingExtra(_what, package="numpy", extra="panels") from None

from .dyads import DyadDisagreement, DyadReport, verify_dyadic
from .reading import Disagreement, disagreements, read_cow
from .rendering import igo_year, state_year


__all__ = [
    "Disagreement",
    "DyadDisagreement",
    "DyadReport",
    "disagreements",
    "igo_year",
    "read_cow",
    "state_year",
    "verify_dyadic",
]
