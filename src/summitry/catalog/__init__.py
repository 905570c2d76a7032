"""The catalogue, its collections, and how they are asked."""

from .appointments import Appointments
from .catalog import Catalog, Sourced
from .chairmanships import Chairmanships
from .collection import Collection
from .diff import Change, Difference
from .meetings import Meetings, Summits
from .memberships import Memberships
from .organizations import Organizations, Sources, States


__all__ = [
    "Appointments",
    "Catalog",
    "Chairmanships",
    "Change",
    "Collection",
    "Difference",
    "Meetings",
    "Memberships",
    "Organizations",
    "Sourced",
    "Sources",
    "States",
    "Summits",
]
