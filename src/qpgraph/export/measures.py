"""Measures of a network: degree, betweenness, communities, by networkx."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from qpgraph.export.attributes import Value
from qpgraph.export.network import Network
from qpgraph.export.selection import SelectionError

if TYPE_CHECKING:
    import networkx

__all__ = ["EDGES_MAX", "MEASURES", "measure", "plain_graph"]

MEASURES = ("degree", "in_degree", "out_degree", "betweenness", "community")
"""The attributes: edges in both directions counted each, shortest paths through, number of the community."""

EDGES_MAX = 200_000
"""A larger network would not fit into memory as networkx holds it."""
_EXACT = 1500
"""Up to so many nodes betweenness is exact; above, it is estimated from 300 of them."""
_SAMPLE = 300
_SEED = 1


def measure(network: Network) -> Mapping[str, Mapping[str, Value]]:
    """The measures of each node. Communities are numbered by size, the largest is 1.

    Betweenness looks at which nodes are linked, in which direction; communities at how many links,
    whatever their direction (Louvain). Both give the same result each time.
    """
    import networkx

    if network.edge_count > EDGES_MAX:
        raise SelectionError(
            f"measures are taken of at most {EDGES_MAX:,} edges, and these are {network.edge_count:,}; "
            "take a part of the graph, such as --plan or --view collaboration"
        )
    graph = plain_graph(network)
    many = graph.number_of_nodes() > _EXACT
    between = networkx.betweenness_centrality(graph, k=_SAMPLE if many else None, seed=_SEED)
    incoming, outgoing = dict(graph.in_degree(weight="weight")), dict(graph.out_degree(weight="weight"))
    community = _communities(graph)
    return {
        node: {
            "degree": incoming[node] + outgoing[node],
            "in_degree": incoming[node],
            "out_degree": outgoing[node],
            "betweenness": round(between[node], 6),
            "community": community[node],
        }
        for node in graph
    }


def plain_graph(network: Network) -> "networkx.DiGraph[str]":
    """The network with one edge for all that go from one node to another; `weight` is their number."""
    import networkx

    graph: networkx.DiGraph[str] = networkx.DiGraph()
    graph.add_nodes_from(node for (node,) in network.spool.rows("SELECT node FROM member ORDER BY node"))
    links = network.spool.rows(
        "SELECT source, target, COUNT(*) FROM edge GROUP BY source, target ORDER BY 1, 2"
    )
    graph.add_weighted_edges_from(links)
    return graph


def _communities(graph: "networkx.DiGraph[str]") -> dict[str, int]:
    import networkx

    both: networkx.Graph[str] = networkx.Graph()
    both.add_nodes_from(graph)
    for source, target, about in graph.edges(data=True):
        before = both.get_edge_data(source, target, {"weight": 0})["weight"]
        both.add_edge(source, target, weight=before + about["weight"])
    found = networkx.community.louvain_communities(both, seed=_SEED)
    ordered = sorted((sorted(each) for each in found), key=lambda each: (-len(each), each))
    return {node: number for number, nodes in enumerate(ordered, 1) for node in nodes}
