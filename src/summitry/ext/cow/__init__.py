"""The Correlates of War data on intergovernmental organizations, version 3.

:func:`read_cow` reads their files, which are not part of this library, into a catalogue;
:func:`state_year` and :func:`igo_year` give a catalogue back in their layout, cell for cell.
"""

from __future__ import annotations

from .reading import Disagreement, disagreements, read_cow


__all__ = [
    "Disagreement",
    "disagreements",
    "read_cow",
]
