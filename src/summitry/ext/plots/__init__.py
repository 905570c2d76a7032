"""Pictures of who belonged, who presided and who met, to be read in print and aloud.

Each function takes a collection (or the catalogue) and returns a chart of Altair, which can
be changed, laid beside others, or saved with :func:`save`. Every chart has a title, says its
units, its sources and for which time the records are complete, can be read in black and
white, and carries a description for those who do not see it.

What is not known is seen: the part of a term between the earliest and the latest day of a
partial date is pale, and possible members are a band above the certain ones.

They need the extra ``plot``: ``pip install 'summitry[plot]'``.
"""

from __future__ import annotations

from .chairs import chair_timeline
from .heatmap import shared_heatmap
from .membership import membership_over_time
from .network import meeting_network
from .saving import save
from .summits import summit_timeline
from .tiles import tile_map


__all__ = [
    "chair_timeline",
    "meeting_network",
    "membership_over_time",
    "save",
    "shared_heatmap",
    "summit_timeline",
    "tile_map",
]
