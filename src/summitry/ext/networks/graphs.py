"""Networks as the graphs of networkx and igraph, and as files."""

from __future__ import annotations

import io
import re

from typing import TYPE_CHECKING, Any

from summitry.codec import storage
from summitry.errors import MissingExtra

from .network import said


if TYPE_CHECKING:
    import os

    from .network import Network
    from .table import Table


_FORMATS = {".graphml": "write_graphml_xml", ".gexf": "write_gexf"}
"""The formats of files, by suffix, and the function of networkx that writes them."""

_NOT_XML = re.compile("[\ufffe\uffff]")
"""What a name may hold and XML may not; control characters no name holds."""


def to_networkx(network: Network[Any]) -> Any:
    """Return a network as a graph of networkx: :meth:`Network.to_networkx`."""
    nx = _networkx("a graph of networkx")
    graph = nx.Graph(**_known(_facts(network)))
    for node in network.nodes:
        attributes = _known(node._asdict())
        if network.kind == "two-mode":
            attributes["bipartite"] = int(node.role == "body")
        graph.add_node(attributes.pop("id"), **attributes)
    for edge in network.edges:
        attributes = _known(_carried(edge))
        graph.add_edge(edge[0], edge[1], **attributes)
    return graph


def to_igraph(network: Network[Any]) -> Any:
    """Return a network as a graph of igraph: :meth:`Network.to_igraph`."""
    try:
        import igraph  # noqa: PLC0415
    except ImportError:
        message = "a graph of igraph"
        raise MissingExtra(message, package="igraph", extra="igraph") from None
    place = {node.id: number for number, node in enumerate(network.nodes)}
    graph = igraph.Graph(
        n=len(place), edges=[(place[edge[0]], place[edge[1]]) for edge in network.edges]
    )
    for name, value in _known(_facts(network)).items():
        graph[name] = value
    for name in network.nodes.columns:
        # igraph finds a vertex by its name.
        _put(graph.vs, "name" if name == "id" else name, network.nodes, name)
    if network.kind == "two-mode":
        graph.vs["type"] = [node.role == "body" for node in network.nodes]
    for name in network.edges.columns[2:]:
        if name not in _ON_NODES:
            _put(graph.es, name, network.edges, name)
    return graph


def _put(sequence: Any, attribute: str, rows: Table[Any], column: str) -> None:
    """Give what igraph has of each row a column's values, unless none is known."""
    values = [getattr(row, column) for row in rows]
    if any(value is not None for value in values):
        sequence[attribute] = values


def write(network: Network[Any], path: str | os.PathLike[str]) -> None:
    """Write a network to a file: :meth:`Network.write`."""
    file = storage.path_of(path)
    suffix = storage.format_suffix(file)
    writer = _FORMATS.get(suffix)
    if writer is None:
        expected = f"a network is written as {' or '.join(_FORMATS)}"
        raise storage.no_format(file, _FORMATS, expected)
    nx = _networkx(f"writing {suffix}")
    graph = to_networkx(network)
    for attributes in (
        graph.graph,
        *(found for _, found in graph.nodes(data=True)),
        *(found for *_, found in graph.edges(data=True)),
    ):
        for name, value in attributes.items():
            if isinstance(value, str):
                attributes[name] = _NOT_XML.sub("\ufffd", value)
    written = io.BytesIO()
    getattr(nx, writer)(graph, written)
    storage.replace(file, written.getvalue())


def _networkx(what: str) -> Any:
    try:
        import networkx as nx  # noqa: PLC0415
    except ImportError:
        raise MissingExtra(what, package="networkx", extra="networks") from None
    return nx


_ON_NODES = ("party", "organization")
"""Of the columns of an edge those that its nodes say as well."""


def _carried(edge: Any) -> dict[str, Any]:
    """Return what an edge says besides its two ends."""
    fields = list(edge._asdict().items())[2:]
    return {name: value for name, value in fields if name not in _ON_NODES}


def _known(attributes: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not known: no format of files has a word for it."""
    return {name: value for name, value in attributes.items() if value is not None}


def _facts(network: Network[Any]) -> dict[str, Any]:
    """Return what is true of a network as a whole."""
    return {
        "name": network.title,
        "kind": network.kind,
        "on": network.on and str(network.on),
        "during": network.during and said(network.during),
        "status": ", ".join(status.value for status in network.status),
        "match": network.match,
        "weight": network.weight,
        "as_of": network.as_of and str(network.as_of),
        "version": network.version,
    }
