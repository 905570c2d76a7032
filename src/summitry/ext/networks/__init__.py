"""Networks of shared membership: who is joined to whom by the organizations of both.

``world.network(…)`` makes them; what it returns is described here.
"""

from __future__ import annotations

from .network import Network
from .options import Options, Projected
from .rows import Affiliation, Node, OrganizationTie, StateTie
from .table import Table


__all__ = [
    "Affiliation",
    "Network",
    "Node",
    "Options",
    "OrganizationTie",
    "Projected",
    "StateTie",
    "Table",
]
