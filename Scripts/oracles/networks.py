#!/usr/bin/env python3
"""Writes betweenness and harmonic closeness of well-known graphs, computed by NetworkX.

    python3 Scripts/oracles/networks.py > Tests/NetworksTests/Fixtures/centralities.json

Nodes are numbered in the order in which NetworkX lists them. Directed graphs give distances
of arriving paths. `among` lists the nodes of a subset whose pairs alone count.
"""
import json

import networkx as nx


def case(name, graph, among=None):
    numbers = {node: number for number, node in enumerate(graph)}
    graph = nx.relabel_nodes(graph, numbers)
    result = {
        "name": name,
        "directed": graph.is_directed(),
        "nodeCount": len(graph),
        "edges": [list(edge) for edge in graph.edges()],
        "betweenness": list(nx.betweenness_centrality(graph, normalized=False).values()),
        "normalizedBetweenness": list(nx.betweenness_centrality(graph, normalized=True).values()),
        "harmonicCloseness": list(nx.harmonic_centrality(graph).values()),
    }
    if among:
        members = sorted(numbers[node] for node in among)
        paths = nx.betweenness_centrality_subset(graph, members, members)
        closeness = nx.harmonic_centrality(graph, nbunch=members, sources=members)
        result["among"] = members
        result["betweennessAmong"] = list(paths.values())
        result["harmonicClosenessAmong"] = [closeness.get(node, 0) for node in graph]
    return result


women = nx.davis_southern_women_graph()
cases = [
    case("Zachary's karate club", nx.karate_club_graph()),
    case("Florentine families", nx.florentine_families_graph()),
    case("Southern women", women, among=women.graph["top"]),
    case("Krackhardt kite", nx.krackhardt_kite_graph()),
    case("directed G(30, 0.08)", nx.gnp_random_graph(30, 0.08, seed=1914, directed=True), among=range(0, 30, 3)),
]
cases += [case(f"Atlas graph {number}", nx.graph_atlas(number)) for number in (7, 18, 51, 208, 400, 777, 1000, 1252)]
print(json.dumps({"networkx": nx.__version__, "cases": cases}, indent=None, separators=(",", ":")).replace('{"name"', '\n{"name"'))
