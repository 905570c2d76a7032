"""Panels: who belonged to what, year by year, as tables for statistics.

:meth:`summitry.Catalog.panel` makes one. A catalogue is turned into columns of numbers
once (:mod:`.grid`); some years of it are arrays of years × states × organizations
(:mod:`.block`); rows are cut from those, and shared memberships are products of matrices
(:mod:`.tables`).
"""

from __future__ import annotations

from summitry.errors import MissingExtra


try:
    import numpy as np  # noqa: F401
except ImportError:
    _what = "a panel"
    raise MissingExtra(_what, package="numpy", extra="panels") from None

from .asking import Years
from .panel import Panel
from .vocabulary import PanelKind, StateSystem, YearRule


__all__ = ["Panel", "PanelKind", "StateSystem", "YearRule", "Years"]
