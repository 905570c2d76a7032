"""Networks of shared membership: right by counting days, whole on their way out."""

from __future__ import annotations

import gzip
import pickle
import sys
import warnings

from collections import Counter
from datetime import date
from itertools import combinations

import attrs
import duckdb
import igraph
import networkx as nx
import pandas as pd
import polars as pl
import pytest

from hypothesis import given
from hypothesis import strategies as st

import summitry

from strategies import HOSTILE_TEXTS, texts
from summitry import (
    Catalog,
    Coverage,
    CoverageWarning,
    MemberOrganization,
    MemberState,
    Organization,
    PartialDate,
    Status,
)
from summitry.catalog.context import key_of
from summitry.errors import (
    AmbiguousOrganization,
    FileError,
    InvalidDate,
    InvalidPeriod,
    InvalidValue,
    MissingExtra,
    NotFound,
    UnexpectedArgument,
    UnknownOrganization,
    UnknownRecord,
    UnknownState,
    WrongType,
)
from summitry.ext.networks import Affiliation, Node, OrganizationTie, StateTie, Table


KINDS = ("states", "organizations", "two-mode")
COVERED = tuple(Coverage(of=kind) for kind in ("members", "observers", "others"))


def body(identifier: str, **fields) -> Organization:
    return Organization(
        **{"id": identifier, "name": identifier, "coverage": COVERED} | fields
    )


@pytest.fixture(scope="module")
def small() -> Catalog:
    """Two bodies with a gap, a change of standing, and a name that a state has as well."""
    return Catalog(
        [
            body("NAM", name="The Movement", form="forum", ids={"wikidata": "Q1"}),
            body("EU"),
            body("FAO"),
            MemberState(organization="NAM", state="NAM", since="2000-01-01"),
            MemberState(
                organization="NAM", state="AZE", since="2000-01-01", until="2000-01-10"
            ),
            MemberState(
                organization="NAM",
                state="AZE",
                standing="suspended",
                since="2000-01-11",
                until="2000-01-20",
            ),
            MemberState(organization="NAM", state="AZE", since="2000-02-01"),
            MemberState(organization="NAM", state="KAZ", since="2000", status="observer"),
            MemberState(organization="FAO", state="NAM", since="2000-01-05"),
            MemberState(organization="FAO", state="KAZ", since="2000-01-06"),
            MemberState(organization="FAO", state="DEU", since="2000-03"),
            MemberState(organization="EU", state="DEU", since="2000-01-01"),
            MemberOrganization(
                organization="FAO", member_organization="EU", since="2000-01-01"
            ),
        ],
        as_of="2001-06",
        version="7",
    )


# -- what it says --------------------------------------------------------------------


def test_states_joined_by_what_they_share(small):
    """Every two states that are in one organization on the day, in the order of codes."""
    network = small.network("states", on="2000-01-08")

    assert [
        ("AZE", "NAM", 1, None, 1.0),
        ("KAZ", "NAM", 1, None, 1.0),
    ] == list(network.edges)
    assert isinstance(network.edges[0], StateTie)
    assert PartialDate("2000-01-08") == network.on
    assert network.during is None


def test_who_belongs_and_shares_nothing_is_a_node():
    """An isolate is there; who belongs to nothing is not."""
    catalog = Catalog([body("EU"), MemberState(organization="EU", state="DEU")])

    network = catalog.network("states", on="2000")

    assert ["DEU"] == [node.id for node in network.nodes]
    assert 0 == len(network.edges)
    assert ["EU"] == [
        node.id for node in catalog.network("organizations", on="2000").nodes
    ]


def test_organizations_joined_by_their_members(small):
    """The parties of both are counted, organizations among them if they are asked for."""
    alone = small.network("organizations", on="2000-03-31")
    every = small.network("organizations", on="2000-03-31", parties="all")

    assert [("EU", "FAO", 1, None, 1.0), ("FAO", "NAM", 1, None, 1.0)] == list(
        alone.edges
    )
    assert list(alone.edges) == list(every.edges)
    assert isinstance(alone.edges[0], OrganizationTie)
    assert {"EU": 1, "FAO": 3, "NAM": 2} == {n.id: n.affiliations for n in alone.nodes}
    assert {"EU": 1, "FAO": 4, "NAM": 2} == {n.id: n.affiliations for n in every.nodes}


def test_parties_and_bodies(small):
    """Namibia and the Movement, the EU as a member and as a body: four nodes."""
    network = small.network("two-mode", on="2000-03-31", parties="all")

    assert [
        ("AZE", "party", "AZE"),
        ("DEU", "party", "DEU"),
        ("KAZ", "party", "KAZ"),
        ("NAM", "party", "NAM"),
        ("party:EU", "party", "EU"),
        ("body:EU", "body", "EU"),
        ("body:FAO", "body", "FAO"),
        ("body:NAM", "body", "NAM"),
    ] == [(node.id, node.role, node.code) for node in network.nodes]
    assert (
        Affiliation(
            "party:EU", "body:FAO", "EU", "FAO", "member", "2000-01-01", None, 1.0
        )
        in network.edges
    )
    assert nx.is_bipartite(network.to_networkx())


def test_a_node_says_what_researchers_join_by(small):
    """Codes of other lists for a state, the form for an organization."""
    nodes = {n.id: n for n in small.network("two-mode", on="2000-03-31").nodes}

    assert (
        Node(
            id="DEU",
            kind="state",
            role="party",
            code="DEU",
            label="Germany",
            alpha_2="DE",
            cow=255,
            gw=260,
            wikidata="Q183",
            form=None,
            affiliations=2,
            days=None,
        )
        == nodes["DEU"]
    )
    assert ("organization", "body", "The Movement", "forum", "Q1") == (
        nodes["body:NAM"].kind,
        nodes["body:NAM"].role,
        nodes["body:NAM"].label,
        nodes["body:NAM"].form,
        nodes["body:NAM"].wikidata,
    )


def test_the_numbers_of_a_state_are_those_of_the_time(world):
    """Germany was 260 in the Correlates of War before 1990; a state that is gone keeps its last."""
    then = world.network("states", on="1985", organizations=["NATO"])
    since = world.network("states", during="1985/2000", organizations=["UN"])

    assert 260 == next(n.cow for n in then.nodes if n.id == "DEU")
    assert 265 == next(n.cow for n in since.nodes if n.id == "DDR")


def test_an_organization_that_is_only_mentioned():
    """It is known by its id, and warned of."""
    catalog = Catalog([MemberState(organization="XYZ", state="DEU")])

    with pytest.warns(CoverageWarning, match="XYZ"):
        network = catalog.network("organizations", on="2000")

    assert "XYZ" == network.nodes[0].label
    assert network.nodes[0].form is None


def test_days_over_a_period(small):
    """Days of both are counted over suspensions, and not over gaps."""
    network = small.network("states", during="2000-01-01/2000-02-10", weight="days")

    assert [
        # in the Movement to 01-20, and again from 02-01
        ("AZE", "NAM", 1, 20 + 10, 30.0),
        ("KAZ", "NAM", 1, 26 + 10, 36.0),
    ] == list(network.edges)
    assert {"AZE": 30, "DEU": 41, "KAZ": 36, "NAM": 41 + 37} == {
        node.id: node.days for node in network.nodes
    }


def test_an_affiliation_over_a_period(small):
    """It weighs its days; its dates are those of the records, its statuses all it had."""
    network = small.network(
        "two-mode",
        during="2000-01-05/2000-02-10",
        organizations=["NAM"],
        status=["observer", Status.MEMBER],
    )

    assert [
        ("AZE", "body:NAM", "AZE", "NAM", "member", "2000-01-01", None, 16.0 + 10.0),
        ("KAZ", "body:NAM", "KAZ", "NAM", "observer", "2000", None, 37.0),
        ("NAM", "body:NAM", "NAM", "NAM", "member", "2000-01-01", None, 37.0),
    ] == list(network.edges)


def test_statuses_in_turn():
    """A candidate that became a member is one affiliation."""
    catalog = Catalog(
        [
            body("EU"),
            MemberState(
                organization="EU", state="HRV", status="candidate", until="2013-06-30"
            ),
            MemberState(organization="EU", state="HRV", since="2013-07-01", until="2020"),
        ]
    )
    network = catalog.network("two-mode", during="2013", status=["member", "candidate"])

    (edge,) = network.edges
    assert ("candidate, member", None, "2020", 365.0) == edge[4:]


def test_only_those_asked_for(small):
    """States and organizations are chosen by what they are called, or as records."""
    network = small.network(
        "two-mode",
        on="2000-03-31",
        states=["Germany", summitry.state("Kazakhstan")],
        organizations=["fao", small.organization("EU"), "EU"],
        parties="all",
    )

    assert [("DEU", "EU"), ("DEU", "FAO"), ("KAZ", "FAO"), ("EU", "FAO")] == [
        (edge.party, edge.organization) for edge in network.edges
    ]
    assert 0 == len(small.network("states", on="2000-03-31", organizations=[]).nodes)
    assert 0 == len(small.network("states", on="2000-03-31", states=[]).nodes)


def test_possible_and_certain(small):
    """Germany joined in March: on some day of it, for certain from April on."""
    asked = {"organizations": ["FAO"], "states": ["DEU", "KAZ"]}

    assert 1 == len(small.network("states", on="2000-03-15", **asked).edges)
    assert 0 == len(
        small.network("states", on="2000-03-15", match="certain", **asked).edges
    )
    assert 1 == len(
        small.network("states", on="2000-04-01", match="certain", **asked).edges
    )

    most = small.network("states", during="2000-03/2000-04", weight="days", **asked)
    least = small.network(
        "states", during="2000-03/2000-04", weight="days", match="certain", **asked
    )
    assert (61.0, 31.0) == (most.edges[0].weight, least.edges[0].weight)


def test_some_day_of_a_year_is_one_day():
    """Who was there in January and who was there in June never met; half a year is not a year."""
    catalog = Catalog(
        [
            body("A"),
            MemberState(organization="A", state="DEU", until="2000-01-31"),
            MemberState(organization="A", state="FRA", since="2000-06-01"),
            MemberState(organization="A", state="ITA", until="2000-06-30"),
            MemberState(
                organization="A", state="ITA", standing="suspended", since="2000-07-01"
            ),
        ]
    )

    possible = catalog.network("states", on="2000")
    certain = catalog.network("states", on="2000", match="certain")

    assert [("DEU", "ITA"), ("FRA", "ITA")] == [edge[:2] for edge in possible.edges]
    assert ["ITA"] == [node.id for node in certain.nodes]


def test_an_open_end_is_the_date_of_the_catalogue(small):
    """Without one, days would be counted to the end of the calendar."""
    network = small.network("states", during="2001-05-01/..", weight="days")

    assert 32.0 == network.edges[0].weight
    assert list(network.edges) == list(
        small.network("states", during="2001-05-01/", weight="days").edges
    )
    assert "Network of states during 2001-05-01/..: 4 nodes, 4 edges" == network.title


def test_by_default_the_day_is_the_date_of_the_catalogue(small):
    """As of every other question."""
    assert PartialDate("2001-06-01") == small.network("states").on


# -- against other ways of counting --------------------------------------------------


DATES = st.sampled_from(
    [None, "2000", "2000-01", "2000-01-05", "2000-02", "2000-02-10", "2000-02~", "XXXX"]
)
STATES = ("AZE", "DEU", "KAZ", "NAM")
BODIES = ("EU", "FAO", "NAM")


@st.composite
def catalogs(draw) -> Catalog:
    """Small catalogues in which spells overlap, follow each other and are partly known."""
    records = {}
    for _ in range(draw(st.integers(0, 9))):
        since, until = draw(DATES), draw(DATES)
        known = [PartialDate(end) for end in (since, until) if end is not None]
        if len(known) == 2 and known[0].earliest > known[1].latest:
            since, until = until, since
        fields = {
            "organization": draw(st.sampled_from(BODIES)),
            "since": since,
            "until": until,
            "status": draw(st.sampled_from(["member", "member", "observer"])),
        }
        party = draw(st.sampled_from([*STATES, "@EU", "@NAM"]))
        if party == f"@{fields['organization']}":
            continue
        spell = (
            MemberOrganization(member_organization=party[1:], **fields)
            if party.startswith("@")
            else MemberState(state=party, **fields)
        )
        records[spell.identity()] = spell
    return Catalog([*map(body, BODIES), *records.values()], as_of="2000-02-20")


TIMES = st.sampled_from(
    [
        {"on": "2000-01-05"},
        {"on": "2000-02-15"},
        {"on": "2000-02"},
        {"on": "2000-01~"},
        {"during": "2000-01-20/2000-02-12"},
        {"during": "2000-01-05"},
        {"during": "2000-01/2000-02"},
        {"during": "2000-02-19/.."},
    ]
)


def counted(catalog, time, *, status, match):
    """On which days each party belonged to each body, counted day by day."""
    (asked,) = time.values()
    since, _, until = asked.partition("/")
    first = PartialDate(since).earliest.toordinal()
    last = PartialDate(until.replace("..", "2000-02-20") or since).latest.toordinal()
    whole = set(range(first, last + 1))
    found: dict = {}
    for spell in catalog.memberships.where(status=status):
        bounds = spell.bounds(date(2000, 2, 20).toordinal())
        begins, ends = bounds[:2] if match == "possible" else bounds[2:]
        days = {day for day in whole if begins <= day <= ends}
        if days:
            found.setdefault((key_of(spell), spell.organization), set()).update(days)
    if match == "certain" and "on" in time:
        found = {pair: days for pair, days in found.items() if days == whole}
    return found


@given(
    catalogs(),
    TIMES,
    st.sampled_from(["member", "observer"]),
    st.sampled_from(["possible", "certain"]),
    st.sampled_from(["states", "all"]),
)
def test_counting_day_by_day_gives_the_same(catalog, time, status, match, parties):
    """Nodes, edges and every weight are what a count of days gives."""
    asked = {**time, "status": status, "match": match, "parties": parties}
    found = {
        pair: days
        for pair, days in counted(catalog, time, status=status, match=match).items()
        if parties == "all" or not pair[0].startswith("@")
    }
    over = "during" in time

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CoverageWarning)  # where "2000-02" goes beyond
        edges = catalog.network("two-mode", **asked).edges
        assert {
            (key.replace("@", "party:"), f"body:{hub}"): len(days) if over else 1.0
            for (key, hub), days in found.items()
        } == {(edge.source, edge.target): edge.weight for edge in edges}
        for kind, place in (("states", 0), ("organizations", 1)):
            if kind == "states" and parties == "all":
                continue
            by_end: dict = {}
            by_hub: dict = {}
            for pair, days in found.items():
                by_end.setdefault(pair[place], {})[pair[1 - place]] = days
                by_hub.setdefault(pair[1 - place], {})[pair[place]] = days
            weights = ("shared", "jaccard", "newman", *["days"] * over)
            networks = {w: catalog.network(kind, weight=w, **asked) for w in weights}
            for network in networks.values():
                assert sorted(by_end) == [node.id for node in network.nodes]
            expected = {}
            for one, other in combinations(sorted(by_end), 2):
                ours, theirs = by_end[one], by_end[other]
                common = {
                    hub: ours[hub] & theirs[hub]
                    for hub in ours.keys() & theirs.keys()
                    if ours[hub] & theirs[hub]
                }
                if not common:
                    continue
                days = sum(map(len, common.values()))
                sizes = [
                    sum(map(len, each.values())) if over else len(each)
                    for each in (ours, theirs)
                ]
                amount = days if over else len(common)
                expected[one, other] = {
                    "shared": len(common),
                    "days": days,
                    "jaccard": amount / (sum(sizes) - amount),
                    "newman": sum(
                        sum(
                            1 / (sum(day in there for there in by_hub[hub].values()) - 1)
                            for day in both
                        )
                        if over
                        else 1 / (len(by_hub[hub]) - 1)
                        for hub, both in common.items()
                    ),
                }
            for weight, network in networks.items():
                assert expected.keys() == {edge[:2] for edge in network.edges}
                for edge in network.edges:
                    wanted = expected[edge[:2]]
                    assert wanted["shared"] == edge.shared
                    assert (wanted["days"] if over else None) == edge.days
                    assert wanted[weight] == pytest.approx(edge.weight)


@pytest.mark.parametrize(
    "weight, project",
    [
        ("shared", nx.bipartite.weighted_projected_graph),
        ("jaccard", nx.bipartite.overlap_weighted_projected_graph),
        ("newman", nx.bipartite.collaboration_weighted_projected_graph),
    ],
)
@pytest.mark.parametrize("kind, role", [("states", "party"), ("organizations", "body")])
def test_networkx_projects_to_the_same(world, weight, project, kind, role):
    """A projection of the two-mode graph by networkx has the same edges and weights."""
    asked = {
        "on": "2023-03-02",
        "organizations": ["NAM", "OIC", "CICA", "SCO", "OTS", "D-8"],
    }
    two_mode = world.network("two-mode", **asked)
    ends = [node.id for node in two_mode.nodes if node.role == role]
    projected = project(two_mode.to_networkx(), ends)

    network = world.network(kind, weight=weight, **asked)
    prefix = "" if kind == "states" else "body:"

    assert len(network.edges) == projected.number_of_edges() > 10
    for edge in network.edges:
        ours = projected[prefix + edge[0]][prefix + edge[1]]["weight"]
        assert ours == pytest.approx(edge.weight)


def test_igraph_projects_to_the_same(world):
    """Likewise igraph, which counts what is shared."""
    asked = {"on": "2023-03-02", "organizations": ["NAM", "OIC", "CICA", "SCO"]}
    two_mode = world.network("two-mode", **asked)
    graphs = two_mode.to_igraph().bipartite_projection()

    for kind, role, graph in zip(KINDS[:2], ("party", "body"), graphs, strict=True):
        codes = [node.code for node in two_mode.nodes if node.role == role]
        found = {
            (frozenset(codes[end] for end in edge.tuple), edge["weight"])
            for edge in graph.es
        }
        edges = world.network(kind, **asked).edges
        assert {(frozenset(edge[:2]), edge.shared) for edge in edges} == found


@pytest.mark.filterwarnings("ignore::summitry.CoverageWarning")
@pytest.mark.parametrize("match", ["possible", "certain"])
def test_what_two_states_share_is_what_the_catalogue_says(world, match):
    """An edge counts the organizations that `Catalog.shared` lists."""
    network = world.network("states", on="1999-12-31", match=match)
    shared = {edge[:2]: edge.shared for edge in network.edges}

    for pair in combinations(["AZE", "CUB", "DEU", "FJI", "NAM", "PSE", "USA"], 2):
        listed = world.shared(*pair, on="1999-12-31", match=match)
        assert len(listed) == shared.get(pair, 0)


# -- what is not covered -------------------------------------------------------------


def test_one_warning_names_what_is_not_covered(world):
    """Not one for each organization; it points at who asked."""
    with pytest.warns(CoverageWarning) as caught:
        network = world.network("states", on="2023-03-02")

    (warning,) = caught
    assert __file__ == warning.filename
    assert "CEN-SAD" in network.uncovered
    assert "UN" not in network.uncovered
    more = len(network.uncovered) - 12
    assert (
        f"the memberships of {', '.join(network.uncovered[:12])} and {more} more are not "
        "known to be complete for 2023-03-02 (the catalogue is of 2025-08): ties through "
        "them may be missing"
    ) == str(warning.message)


def test_what_is_covered_is_not_warned_of(world):
    """Without the organizations that are not covered there is nothing to say."""
    with pytest.warns(CoverageWarning):
        uncovered = world.network("states", on="2023-03-02").uncovered

    covered = [o for o in world.organizations if o.id not in uncovered]
    assert () == world.network("states", on="2023-03-02", organizations=covered).uncovered


def test_coverage_is_that_of_the_status():
    """Who knows the members need not know the observers, nor the candidates."""
    catalog = Catalog([body("EU", coverage=[Coverage(of="members")])])

    assert () == catalog.network("states", on="2000").uncovered
    for status in ("observer", "candidate", ["member", "observer"]):
        with pytest.warns(CoverageWarning, match="of EU are not known"):
            catalog.network("states", on="2000", status=status)


def test_a_period_is_covered_as_a_whole(small):
    """A period that outlasts the catalogue's date is not."""
    assert () == small.network("states", during="1990/2001-06").uncovered
    with pytest.warns(CoverageWarning, match=r"EU, FAO, NAM are not .* for 1990/2002 \("):
        small.network("states", during="1990/2002")


# -- tables --------------------------------------------------------------------------


def test_tables_speak_arrow(small):
    """polars, pandas and DuckDB take nodes and edges as they are."""
    network = small.network("states", during="2000", weight="jaccard")
    frame = pl.DataFrame(network.edges)

    assert network.edges.to_dicts() == frame.to_dicts()
    assert {
        "state_1": pl.Categorical,
        "state_2": pl.Categorical,
        "shared": pl.Int32,
        "days": pl.Int32,
        "weight": pl.Float64,
    } == dict(frame.schema)
    assert frame.equals(network.edges.to_polars())
    pandas = network.nodes.to_pandas()
    assert ["Int32", "Int32"] == [str(pandas[c].dtype) for c in ("cow", "days")]
    assert isinstance(pandas["code"].dtype, pd.CategoricalDtype)
    assert [node.label for node in network.nodes] == list(pandas["label"])
    edges = network.edges
    total = duckdb.sql("SELECT sum(days)::int FROM edges").fetchall()
    assert [(sum(edge.days for edge in edges),)] == total


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_network_has_its_columns(kind):
    """Nobody belonged: no row, and a graph without a node."""
    network = Catalog().network(kind, on="2000")

    assert (0, 0) == (len(network.nodes), len(network.edges))
    assert network.nodes.columns == tuple(network.nodes.to_polars().columns)
    assert network.edges.columns == tuple(network.edges.to_pandas().columns)
    assert 0 == network.to_networkx().number_of_nodes()
    assert 0 == network.to_igraph().vcount()
    assert network.title == repr(network)


def test_a_table_is_an_immutable_sequence(small):
    """It is counted, indexed, cut, looked through; equal to its like; kept and restored."""
    network = small.network("two-mode", on="2000-03-31")
    edges = network.edges

    assert edges[-1] == list(edges)[-1] == next(reversed(edges))
    assert isinstance(edges[1:], Table)
    assert list(edges)[1:] == list(edges[1:])
    assert edges[0] in edges
    assert edges == small.network("two-mode", on="2000-03-31").edges
    assert network == pickle.loads(pickle.dumps(network))
    assert hash(network) == hash(pickle.loads(pickle.dumps(network)))
    with pytest.raises(UnknownRecord, match="no row number 99: there are 6"):
        edges[99]
    with pytest.raises(InvalidValue, match="'DEU' is no index"):
        edges["DEU"]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        edges.rows = ()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        network.edges = ()


# -- graphs --------------------------------------------------------------------------


def of_networkx(graph):
    """The nodes and the edges of a graph of networkx, with their attributes."""
    nodes = {node: dict(found) for node, found in graph.nodes(data=True)}
    edges = {frozenset((a, b)): dict(found) for a, b, found in graph.edges(data=True)}
    return nodes, edges


def of_igraph(graph):
    """Those of a graph of igraph, under the names that networkx has for them."""
    names = graph.vs["name"] if graph.vcount() else []
    nodes = {}
    for vertex in graph.vs:
        found = {k: v for k, v in vertex.attributes().items() if v is not None}
        if "type" in found:
            found["bipartite"] = int(found.pop("type"))
        nodes[found.pop("name")] = found
    edges = {
        frozenset(names[end] for end in edge.tuple): {
            k: v for k, v in edge.attributes().items() if v is not None
        }
        for edge in graph.es
    }
    return nodes, edges


@given(catalogs(), st.sampled_from(KINDS), TIMES)
def test_both_libraries_get_the_same_graph(catalog, kind, time):
    """Nodes, edges and attributes are alike, and plain values of Python."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CoverageWarning)
        network = catalog.network(kind, **time)
    graph = network.to_networkx()
    nodes, edges = of_networkx(graph)

    assert (nodes, edges) == of_igraph(network.to_igraph())
    assert graph.graph == {
        name: network.to_igraph()[name] for name in network.to_igraph().attributes()
    }
    assert (len(nodes), len(edges)) == (len(network.nodes), len(network.edges))
    values = [v for each in (*nodes.values(), *edges.values()) for v in each.values()]
    assert {type(value) for value in values} <= {int, float, str}


def test_a_graph_says_what_it_is_of(small):
    """And of which catalogue."""
    asked = {"status": ["member", "observer"], "match": "certain", "weight": "days"}
    network = small.network("states", during="2000-02", **asked)

    assert {
        "name": "Network of states during 2000-02: 4 nodes, 2 edges",
        "kind": "states",
        "during": "2000-02",
        "status": "member, observer",
        "match": "certain",
        "weight": "days",
        "as_of": "2001-06",
        "version": "7",
    } == network.to_networkx().graph


# -- files ---------------------------------------------------------------------------


def renamed(name: str) -> Catalog:
    """A catalogue in which everything that can be is called one thing."""
    return Catalog(
        [
            body("EU", name=name, ids={"wikidata": name}),
            attrs.evolve(summitry.state("DEU"), name=name, wikidata=name),
            MemberState(organization="EU", state="DEU", since="1958-01-01"),
            MemberState(organization="EU", state="FRA"),
        ],
        version=name,
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("suffix", [".graphml", ".gexf", ".GRAPHML", ".graphml.gz"])
def test_networkx_reads_what_was_written(small, tmp_path, kind, suffix):
    """Nodes, edges and attributes come back as they were."""
    network = small.network(kind, during="2000", status=["member", "observer"])
    file = tmp_path / f"network{suffix}"
    network.write(file)

    nodes, edges = of_networkx(network.to_networkx())
    if ".gexf" in suffix:
        read_nodes, read_edges = of_networkx(nx.read_gexf(file))
        for found in read_edges.values():
            del found["id"]  # the format numbers edges
    else:
        read_nodes, read_edges = of_networkx(nx.read_graphml(file))
    assert (nodes, edges) == (read_nodes, read_edges)


@pytest.mark.parametrize("kind", KINDS)
def test_igraph_reads_what_was_written(small, tmp_path, kind):
    """GraphML is what both libraries speak."""
    network = small.network(kind, during="2000")
    file = tmp_path / "network.graphml"
    network.write(str(file))

    graph = igraph.Graph.Read_GraphML(str(file))
    assert [node.id for node in network.nodes] == graph.vs["id"]
    assert [node.label for node in network.nodes] == graph.vs["label"]
    assert not graph.is_directed()
    assert Counter(edge.weight for edge in network.edges) == Counter(graph.es["weight"])


@given(st.one_of(st.sampled_from(HOSTILE_TEXTS), texts()))
def test_names_may_hold_anything(tmp_path_factory, name):
    """Whatever a record may be called is read back, but for what XML cannot say."""
    file = tmp_path_factory.mktemp("hostile") / "network.graphml"
    network = renamed(name).network("two-mode", on="2000")
    expected = name.translate({0xFFFE: "\ufffd", 0xFFFF: "\ufffd"})

    network.write(file)
    read = nx.read_graphml(file)
    assert expected == read.nodes["DEU"]["label"] == read.nodes["DEU"]["wikidata"]
    assert expected == read.graph["version"]
    assert name == network.to_networkx().nodes["DEU"]["label"]
    assert expected == igraph.Graph.Read_GraphML(str(file)).vs[0]["label"]

    network.write(file.with_suffix(".gexf"))
    assert expected == nx.read_gexf(file.with_suffix(".gexf")).nodes["DEU"]["label"]


def test_what_xml_cannot_hold_is_replaced(tmp_path):
    """Two characters that a name may hold would make a file that nothing reads."""
    network = renamed("a\ufffe\uffffb").network("states", on="2000")
    for suffix in (".graphml", ".gexf"):
        file = tmp_path / f"network{suffix}"
        network.write(file)
        read = nx.read_gexf(file) if suffix == ".gexf" else nx.read_graphml(file)
        assert "a\ufffd\ufffdb" == read.nodes["DEU"]["label"]


def test_a_compressed_file_is_the_same_file(small, tmp_path):
    """The last suffix says how, as everywhere."""
    network = small.network("states", on="2000-02")
    network.write(tmp_path / "a.graphml")
    network.write(tmp_path / "a.graphml.gz")

    compressed = (tmp_path / "a.graphml.gz").read_bytes()
    assert (tmp_path / "a.graphml").read_bytes() == gzip.decompress(compressed)


@pytest.mark.parametrize(
    "name, message",
    [
        ("a.graphm", r"the suffix '\.graphm'; did you mean \.graphml\?"),
        ("a.json", r"the suffix '\.json'; a network is written as \.graphml or \.gexf"),
        ("a", "no suffix; a network"),
        ("a.gz", r"the suffix '\.gz'"),
        ("missing/a.gexf", "cannot be written"),
    ],
)
def test_a_file_that_cannot_be_written(small, tmp_path, name, message):
    """The error says why; nothing is left behind."""
    with pytest.raises(FileError, match=message):
        small.network("states", on="2000-02").write(tmp_path / name)
    assert [] == list(tmp_path.iterdir())


def test_a_path_that_is_none(small):
    """A number is no path."""
    with pytest.raises(WrongType, match="3 is an int, expected the path of a file"):
        small.network("states").write(3)


def test_a_failure_leaves_what_was_there(small, tmp_path, monkeypatch):
    """A file is written whole or not at all."""
    file = tmp_path / "a.graphml"
    file.write_text("old")

    def fail(graph, stream):
        stream.write(b"<half")
        raise RuntimeError

    monkeypatch.setattr(nx, "write_graphml_xml", fail)
    with pytest.raises(RuntimeError):
        small.network("states", on="2000-02").write(file)
    assert "old" == file.read_text()
    assert [file] == list(tmp_path.iterdir())


# -- what is refused -----------------------------------------------------------------


@pytest.mark.parametrize(
    "asked, error, message",
    [
        ({"kind": "state"}, InvalidValue, "kind: 'state' is no kind .* mean states?"),
        (
            {"kind": "bipartite"},
            InvalidValue,
            "expected one of states, organizations, two-mode",
        ),
        ({"kind": 3}, WrongType, "kind: 3 is an int, expected text"),
        ({"kind": ["states"]}, WrongType, "is a list, expected text"),
        ({"match": "uncertain"}, InvalidValue, "match: 'uncertain' is no way to match"),
        ({"parties": "al"}, InvalidValue, "parties: 'al' is no .* did you mean all?"),
        ({"parties": "all"}, InvalidValue, "parties: a network of states has no other"),
        ({"weight": "jacard"}, InvalidValue, "weight: .* did you mean jaccard?"),
        ({"weight": "days"}, InvalidValue, r"weight: days are counted over a period"),
        (
            {"kind": "two-mode", "weight": "shared"},
            InvalidValue,
            "weight: an affiliation weighs one",
        ),
        ({"during": "1961"}, InvalidValue, r"on: give either on=… or during=…, not both"),
        ({"on": "1961-13"}, InvalidDate, "there is no month 13"),
        ({"on": None, "during": "1961-1964"}, InvalidPeriod, "write it 1961/1964"),
        (
            {"on": None, "during": "2010/.."},
            InvalidValue,
            r"2010/\.\. begins after the catalogue's date, 2001-06",
        ),
        ({"status": "obsever"}, InvalidValue, "did you mean observer?"),
        ({"status": 3}, WrongType, "expected a sequence of statuses"),
        ({"organizations": "NAM"}, WrongType, "expected a sequence of organizations"),
        ({"organizations": ["Movment"]}, UnknownOrganization, "The Movement"),
        ({"organizations": [3]}, WrongType, "3 is an int"),
        ({"states": "AZE"}, WrongType, "expected a sequence of states"),
        ({"states": ["Perugia"]}, UnknownState, r"Peru \(PER\)"),
        ({"states": [3]}, (WrongType, NotFound), "3"),
    ],
)
def test_what_cannot_be_asked(small, asked, error, message):
    """The error says what would have been right."""
    with pytest.raises(error, match=message):
        small.network(**{"kind": "states", "on": "2000-02"} | asked)


def test_a_name_that_two_organizations_bear(world):
    """The candidates are named."""
    with pytest.raises(AmbiguousOrganization, match="give the id"):
        Catalog([body("A", name="Same"), body("B", name="Same")]).network(
            "states", on="2000", organizations=["same"]
        )


def test_a_catalogue_without_a_date():
    """It cannot say until when an open period lasts, nor which day is meant."""
    with pytest.raises(
        InvalidValue, match=r"during: 2000/\.\. has no end, .* until when"
    ):
        Catalog().network("states", during="2000/..")
    with pytest.raises(InvalidValue, match="say on which day"):
        Catalog().network("states")


def test_a_keyword_that_is_none(small):
    """A near miss is named."""
    with pytest.raises(UnexpectedArgument, match=r"did you mean during\?"):
        small.network("states", duration="2000")


@pytest.mark.parametrize(
    "missing, extra, use",
    [
        ("networkx", "networks", lambda n: n.to_networkx()),
        ("networkx", "networks", lambda n: n.write("never.graphml")),
        ("igraph", "igraph", lambda n: n.to_igraph()),
        ("pyarrow", "arrow", lambda n: n.nodes.__arrow_c_stream__()),
        ("pandas", "pandas", lambda n: n.nodes.to_pandas()),
        ("polars", "polars", lambda n: n.edges.to_polars()),
    ],
)
def test_a_package_that_is_not_there(small, missing, extra, use, monkeypatch):
    """The error says which extra to install; the network itself needs none."""
    monkeypatch.setitem(sys.modules, missing, None)
    network = small.network("states", on="2000-02")

    with pytest.raises(MissingExtra, match=rf"summitry\[{extra}\]") as caught:
        use(network)
    assert extra == caught.value.extra


# -- how it is shown -----------------------------------------------------------------


def test_a_network_shows_its_heaviest_edges(small):
    """And a table its first rows."""
    network = small.network("states", during="2000-01-01/2000-02-10", weight="jaccard")

    assert (
        "Network of states during 2000-01-01/2000-02-10: 4 nodes, 2 edges\n"
        "  state_1  state_2  shared  days  weight\n"
        "  KAZ      NAM      1       36    0.4615\n"
        "  AZE      NAM      1       30    0.3846"
    ) == repr(network)
    assert (
        "2 rows, each a StateTie\n"
        "  state_1  state_2  shared  days  weight\n"
        "  AZE      NAM      1       30    0.3846\n"
        "  KAZ      NAM      1       36    0.4615"
    ) == repr(network.edges)
    two_mode = small.network("two-mode", on="2000-01-08", organizations=["EU"])
    assert "Two-mode network on 2000-01-08: 2 nodes, 1 edge" == two_mode.title


def test_what_is_not_shown_is_counted(world):
    """A large network is shown in a few lines."""
    network = world.network("states", on="2023-03-02", organizations=["UN"])

    assert repr(network).endswith("\n  … 18,516 more")
    assert "… 18,468 more" in network._repr_html_()
    assert "… 133 more" in network.nodes._repr_html_()


@pytest.mark.parametrize("name", HOSTILE_TEXTS)
def test_html_is_escaped(name):
    """Nothing that a record brings is taken for markup."""
    network = renamed(name).network("states", on="2000")

    assert "<script>alert" not in network.nodes._repr_html_()
    assert "<img" not in network.nodes._repr_html_()
    assert network._repr_html_().startswith('<div class="summitry">')
