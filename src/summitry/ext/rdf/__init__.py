"""Records as RDF: Turtle and JSON-LD, in words that others know.

Organizations, memberships and posts are in those of the `W3C's organization ontology
<https://www.w3.org/TR/vocab-org/>`_, meetings in those of schema.org, time in those of
OWL-Time, the library's vocabularies are SKOS concepts, and what Wikidata knows is the same
as there. :doc:`/how-to/rdf` shows the graph.

A date that is known to the day is an ``xsd:date``; any other is EDTF text. Beside it are
the first and the last day that it can mean, so that SPARQL can ask as the library does.
"""

from __future__ import annotations

import json
import re

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from summitry.catalog import Catalog
from summitry.codec.storage import format_suffix, path_of, replace
from summitry.errors import (
    FileError,
    InvalidValue,
    MissingExtra,
    either,
    shorten,
    shorten_path,
)
from summitry.ext.lookup import context_of
from summitry.values.fields import items


if TYPE_CHECKING:
    import os

    from collections.abc import Iterable
    from pathlib import Path

    from rdflib import Graph

    from summitry.values import Record


__all__ = ["context", "shapes", "to_rdf", "write_rdf"]

BASE = "urn:summitry:"
"""What the IRIs of records begin with, unless somebody has a better name for them."""

_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`%]*(?<=[/#:])", re.ASCII)


def to_rdf(
    records: Catalog | Iterable[Record],
    *,
    catalog: Catalog | None = None,
    base: str = BASE,
) -> Graph:
    """Return records as a graph, with all that they refer to.

    Args:
        records: A catalogue, a collection, or any iterable of records.
        catalog: Where the states, organizations, summits and sources that they refer to
            are looked up: by default *records* itself where it is a catalogue, else the
            bundled one. The records are laid over it. Of what it does not hold, the
            graph knows only the id.
        base: What the IRIs of records begin with, such as
            ``https://data.example.org/``. Those of the library's own words do not change.

    Returns:
        An ``rdflib.Graph`` without blank nodes, its prefixes bound.

    Raises:
        WrongType: something is not a record.
        InvalidValue: a record is of a subclass, whose fields would be lost; or *base*
            cannot be the beginning of an IRI.
        DuplicateRecord: two records have the same identity.
        MissingExtra: rdflib is not installed: ``pip install 'summitry[rdf]'``.

    Example:
        >>> import summitry
        >>> world = summitry.load()
        >>> graph = to_rdf(world.chairmanships.of("NAM").on("2023-03-02"))
        >>> found = graph.query('''
        ...     SELECT ?name WHERE {
        ...         ?term org:role <urn:summitry:role/chair>; org:member ?chair.
        ...         ?chair skos:prefLabel ?name
        ...     }''')
        >>> [str(row.name) for row in found]
        ['Azerbaijan']
    """
    _rdflib()
    # Such a module imports rdflib where it begins: it is imported only here.
    from .graph import Writer  # noqa: PLC0415

    if not isinstance(base, str) or not _BASE.fullmatch(base):
        message = (
            f"{shorten(base)} is no beginning of an IRI; expected a scheme and an end in "
            "/, # or :, such as https://data.example.org/"
        )
        raise InvalidValue(message, value=base, field="base")
    known = context_of(records, catalog)
    if isinstance(records, Catalog):
        return Writer(known, base).write(records)
    chosen = Catalog(items(records, "records"))
    return Writer(known | chosen, base).write(chosen)


def write_rdf(
    records: Catalog | Iterable[Record],
    path: str | os.PathLike[str],
    *,
    catalog: Catalog | None = None,
    base: str = BASE,
) -> None:
    """Write records to a file as RDF, whole or not at all.

    The same records give the same bytes. A JSON-LD document holds its context: who reads
    it fetches nothing.

    Args:
        records: As for :func:`to_rdf`.
        path: The file, whose name says the format: ``.ttl`` for Turtle, ``.jsonld`` for
            JSON-LD, ``.nt`` for N-Triples; and ``.gz`` or ``.zst`` after it, if it is to
            be compressed.
        catalog: As for :func:`to_rdf`.
        base: As for :func:`to_rdf`.

    Raises:
        FileError: the name ends otherwise, or the file cannot be written.
        WrongType: something is not a record.
        InvalidValue: as for :func:`to_rdf`.
        DuplicateRecord: two records have the same identity.
        MissingExtra: rdflib is not installed: ``pip install 'summitry[rdf]'``.

    Example:
        >>> import summitry, tempfile, pathlib
        >>> file = pathlib.Path(tempfile.mkdtemp()) / "cica.ttl"
        >>> write_rdf(summitry.load().memberships.of("CICA"), file)
        >>> "org:Membership" in file.read_text(encoding="utf-8")
        True
    """
    file = path_of(path)
    name = _format_of(file)
    graph = to_rdf(records, catalog=catalog, base=base)
    replace(file, _WRITERS[name](graph).encode())


def context() -> dict[str, Any]:
    """Return the JSON-LD context in which documents are written.

    It is part of the package, and of each document.

    Example:
        >>> context()["@context"]["standing"]
        {'@id': 'smt:standing', '@type': '@id'}
    """
    found: dict[str, Any] = json.loads(_shipped("context.jsonld"))
    return found


def shapes() -> str:
    """Return the SHACL shapes to which the graphs conform, as Turtle.

    Example:
        >>> "sh:NodeShape" in shapes()
        True
    """
    return _shipped("shapes.ttl")


def _rdflib() -> None:
    """Require the package rdflib.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        import rdflib  # noqa: F401, PLC0415
    except ImportError:
        message = "RDF"
        raise MissingExtra(message, package="rdflib", extra="rdf") from None


def _shipped(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


# -- formats -------------------------------------------------------------------------


def _format_of(file: Path) -> str:
    """Return the format that the name of a file says.

    Raises:
        FileError: it says none.
    """
    suffix = format_suffix(file)
    if suffix not in _WRITERS:
        message = (
            f"{shorten_path(file)} does not say its format: expected a name in "
            f"{either(list(_WRITERS))}"
        )
        raise FileError(message)
    return suffix


def _turtle(graph: Graph) -> str:
    return graph.serialize(format="turtle")


def _triples(graph: Graph) -> str:
    """Return triples in an order that is always the same."""
    # Not with splitlines(), for which lines also end within texts.
    return "\n".join(sorted(graph.serialize(format="nt").split("\n"))).lstrip("\n") + "\n"


def _json_ld(graph: Graph) -> str:
    """Return JSON-LD in an order that is always the same, with its context."""
    held = context()["@context"]
    made = json.loads(graph.serialize(format="json-ld", context=held))
    ordered = {key: _ordered(made[key]) for key in made if key != "@context"}
    whole = {"@context": held, **ordered}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _ordered(value: Any) -> Any:
    """Return plain data in order: nothing in the graph is a list."""
    if isinstance(value, dict):
        return {key: _ordered(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return sorted(map(_ordered, value), key=_written)
    return value


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


_WRITERS = {".ttl": _turtle, ".jsonld": _json_ld, ".nt": _triples}
