"""A network: what it is of, its nodes and edges, and how it is handed on."""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from summitry.catalog.display import HTML_ROWS, TEXT_ROWS, html_table, text_table
from summitry.model import Status
from summitry.values import PartialDate, Period

from .rows import Edge, Node
from .table import Table, cell_text


if TYPE_CHECKING:
    import os


E = TypeVar("E", bound=Edge)


@attrs.frozen(kw_only=True, repr=False, order=False)
class Network(Generic[E]):
    """Who is joined to whom by membership, on a day or over a period.

    It is made by :meth:`summitry.Catalog.network`, and immutable.

    Attributes:
        kind: ``"states"``, ``"organizations"`` or ``"two-mode"``.
        on: The day; ``None`` for a network over a period.
        during: The period; ``None`` for one of a day.
        status: As what parties belong.
        match: ``"possible"`` or ``"certain"`` memberships.
        weight: What an edge weighs: ``"shared"``, ``"days"``, ``"jaccard"``,
            ``"newman"``, or ``"one"``.
        as_of: The date of the catalogue that it was made of.
        version: The version of that catalogue.
        uncovered: The organizations whose records may be incomplete for that time.
        nodes: Whoever belongs or is belonged to; also those without an edge.
        edges: Who is joined to whom.

    Example:
        >>> import summitry
        >>> network = summitry.load().network(
        ...     "states", during="1997/2024", organizations=["GUAM", "COE"], weight="days")
        >>> len(network.nodes), len(network.edges)
        (49, 1130)
        >>> network.to_networkx()["AZE"]["GEO"]["shared"]
        2
    """

    kind: str
    on: PartialDate | None
    during: Period | None
    status: tuple[Status, ...]
    match: str
    weight: str
    as_of: PartialDate | None
    version: str | None
    uncovered: tuple[str, ...]
    nodes: Table[Node]
    edges: Table[E]

    def to_networkx(self) -> Any:
        """Return an undirected ``networkx.Graph`` with everything as attributes.

        Nodes go by their ids. What is not known is left out, not ``None``. A node of a
        two-mode network has networkx's attribute ``bipartite``: 0 of a party, 1 of a body.

        Raises:
            MissingExtra: networkx is not installed: ``pip install 'summitry[networks]'``.

        Example:
            >>> import networkx, summitry
            >>> network = summitry.load().network(
            ...     "two-mode", on="2023-03-02", organizations=["GUAM", "CICA"])
            >>> graph = network.to_networkx()
            >>> graph.degree["AZE"], graph.nodes["body:CICA"]["bipartite"]
            (2, 1)
            >>> networkx.is_bipartite(graph)
            True
        """
        from .graphs import to_networkx  # noqa: PLC0415 - only who draws it needs it

        return to_networkx(self)

    def to_igraph(self) -> Any:
        """Return an undirected ``igraph.Graph`` with everything as attributes.

        A vertex goes by its attribute ``name``, the node's id; what is not known is
        ``None``. In a two-mode network the attribute ``type``, which igraph's bipartite
        functions read, is true of bodies.

        Raises:
            MissingExtra: igraph is not installed: ``pip install 'summitry[igraph]'``.

        Example:
            >>> import summitry
            >>> network = summitry.load().network(
            ...     "states", on="2023-03-02", organizations=["GUAM", "CICA"])
            >>> graph = network.to_igraph()
            >>> graph.vs.find("AZE").degree()
            30
        """
        from .graphs import to_igraph  # noqa: PLC0415 - likewise

        return to_igraph(self)

    def write(self, path: str | os.PathLike[str]) -> None:
        """Write the network to a file, whole or not at all, by way of networkx.

        Args:
            path: Where to; ``.graphml`` or ``.gexf`` says in which format, and ``.gz`` or
                ``.zst`` after it to compress it.

        Raises:
            FileError: the suffix says no format, or the file cannot be written.
            MissingExtra: networkx is not installed: ``pip install 'summitry[networks]'``.

        Example:
            >>> import summitry
            >>> from pathlib import Path
            >>> from tempfile import mkdtemp
            >>> file = Path(mkdtemp(), "guam.graphml")
            >>> summitry.load().network(
            ...     "states", on="2023-03-02", organizations=["GUAM"]).write(file)
            >>> file.read_text(encoding="utf-8").startswith("<?xml")
            True
        """
        from .graphs import write  # noqa: PLC0415 - likewise

        write(self, path)

    def __repr__(self) -> str:
        rows = self._heaviest(TEXT_ROWS)
        return text_table(self.title, self.edges.columns, rows, len(self.edges))

    def _repr_html_(self) -> str:
        rows = self._heaviest(HTML_ROWS)
        return html_table(self.title, self.edges.columns, rows, len(self.edges))

    @property
    def title(self) -> str:
        """What it is of, in a line.

        Example:
            >>> import summitry
            >>> summitry.load().network(
            ...     "states", on="2023-03-02", organizations=["GUAM"]).title
            'Network of states on 2023-03-02: 4 nodes, 6 edges'
        """
        what = (
            "Two-mode network" if self.kind == "two-mode" else f"Network of {self.kind}"
        )
        time = f"on {self.on}" if self.during is None else f"during {said(self.during)}"
        nodes, edges = len(self.nodes), len(self.edges)
        return (
            f"{what} {time}: {nodes:,} node{'s' * (nodes != 1)}, "
            f"{edges:,} edge{'s' * (edges != 1)}"
        )

    def _heaviest(self, most: int) -> list[list[str]]:
        """Return the edges that weigh most, as cells."""
        found = nlargest(most, self.edges, key=lambda edge: edge.weight)
        return [[cell_text(value) for value in edge] for edge in found]


def said(period: Period) -> str:
    """Return the text of a period: of one that is all of a date, the date's."""
    return str(period.since if period.since == period.until else period)
