#!/usr/bin/env python3
"""Writes what NetworkX and NumPy make of the measures on every graph of the atlas and on random graphs.

    python3 Scripts/oracles/measures.py > Tests/NetworksTests/Fixtures/measures.json

Needs networkx, numpy and scipy. One case a line. `edges` are source, target and (when `weighted`) weight;
`null` stands for what a measure does not give (NaN, or a power method without a dominant eigenvalue).
"""
import json
import math
import random

import networkx as nx
import numpy as np


def number(value):
    if value is None or math.isnan(value):
        return None
    value = float(f"{value:.12g}")
    return int(value) if value == int(value) else value


def column(values, nodes):
    return [number(values[node]) for node in nodes]


def case(graph, random_start=None):
    nodes = list(range(graph.number_of_nodes()))
    directed, multi = graph.is_directed(), graph.is_multigraph()
    weighted = any("weight" in data for _, _, data in graph.edges(data=True))
    weight = "weight" if weighted else None
    # One edge a pair, with the weights added up: what multigraphs come to where weights are strengths.
    added = nx.DiGraph() if directed else nx.Graph()
    # One edge a pair, with the least weight: where weights are lengths.
    least = added.copy()
    added.add_nodes_from(nodes)
    least.add_nodes_from(nodes)
    for u, v, data in graph.edges(data=True):
        w = data.get("weight", 1)
        if added.has_edge(u, v):
            added[u][v]["weight"] += w
            least[u][v]["weight"] = min(least[u][v]["weight"], w)
        else:
            added.add_edge(u, v, weight=w)
            least.add_edge(u, v, weight=w)
    simple = nx.Graph(added.to_undirected()) if directed else added.copy()
    simple.remove_edges_from(list(nx.selfloop_edges(simple)))
    # Ties both ways. NetworkX leaves out directed nodes without an edge of their own; without directions it does not.
    ties = nx.Graph()
    ties.add_nodes_from(nodes)
    for u, v, data in added.edges(data=True):
        if u != v:
            ties.add_edge(u, v, weight=data["weight"] + (ties[u][v]["weight"] if ties.has_edge(u, v) else 0))
    matrix = nx.to_numpy_array(added, nodelist=nodes, weight="weight")
    size = len(nodes)
    radius = max(abs(np.linalg.eigvals(matrix)))
    result = {
        "nodes": size, "directed": directed, "weighted": weighted,
        "edges": [[u, v] + ([data["weight"]] if weighted else []) for u, v, data in graph.edges(data=True)],
        "strength": column(dict(graph.degree(weight=weight)), nodes),
        "closeness": column(nx.closeness_centrality(least), nodes),
        "closenessWithin": column(nx.closeness_centrality(least, wf_improved=False), nodes),
        "betweenness": column(nx.betweenness_centrality(least, normalized=False), nodes),
        "harmonic": column(nx.harmonic_centrality(least), nodes),
        "core": column(nx.core_number(simple), nodes),
        "constraint": column(nx.constraint(ties, weight="weight"), nodes),
        "effectiveSize": column(nx.effective_size(ties, nodes=list(ties), weight="weight"), nodes),
        "articulation": sorted(nx.articulation_points(simple)),
        "strongComponents": nx.number_strongly_connected_components(graph) if directed
        else nx.number_connected_components(graph),
    }
    doubled = nx.MultiGraph(graph.to_undirected() if not directed else nx.MultiGraph([(u, v) for u, v in graph.edges()]))
    doubled.add_nodes_from(nodes)
    doubled.remove_edges_from(list(nx.selfloop_edges(doubled)))
    result["bridges"] = sorted(sorted(pair) for pair in nx.bridges(doubled))
    if weighted:
        result["weightedCloseness"] = column(nx.closeness_centrality(least, distance="weight"), nodes)
        result["weightedHarmonic"] = column(nx.harmonic_centrality(least, distance="weight"), nodes)
    # PageRank as a linear system, an independent way to the same numbers.
    out = matrix.sum(axis=1)
    start = np.full(size, 1 / size)
    step = np.array([matrix[i] / out[i] if out[i] > 0 else start for i in range(size)])
    result["pageRank"] = column(np.linalg.solve(np.eye(size) - 0.85 * step.T, 0.15 * start), nodes)
    alpha = 0.5 / radius if radius > 1e-9 else 0.5
    result["alpha"] = float(f"{alpha:.6g}")
    result["katz"] = column(
        np.linalg.solve(np.eye(size) - result["alpha"] * matrix.T, np.ones(size)), nodes)
    result["radius"] = number(radius) if radius > 1e-9 else None
    # The dominant eigenvector where it is unique: one strong component has the largest eigenvalue alone.
    values, vectors = np.linalg.eig(matrix.T + np.eye(size))
    order = sorted(range(size), key=lambda i: -abs(values[i]))
    unique = size == 1 or abs(values[order[0]]) - abs(values[order[1]]) > 1e-2
    if radius > 1e-9 and unique:
        vector = np.abs(np.real(vectors[:, order[0]]))
        result["eigenvector"] = column(vector / np.linalg.norm(vector), nodes)
    left, singular, _ = np.linalg.svd(matrix)
    if singular[0] > 1e-9 and (size == 1 or singular[0] - singular[1] > 1e-2):
        hubs = np.abs(left[:, 0])
        authorities = np.abs(matrix.T @ hubs)
        result["hubs"] = column(hubs / hubs.sum(), nodes)
        result["authorities"] = column(authorities / authorities.sum(), nodes)
    return result


def random_graph(numbers):
    directed, multi, weighted = (numbers.random() < 0.5 for _ in range(3))
    graph = nx.MultiDiGraph() if directed else nx.MultiGraph()
    size = numbers.randint(1, 12)
    graph.add_nodes_from(range(size))
    for _ in range(numbers.randint(0, 24)):
        u, v = numbers.randrange(size), numbers.randrange(size)
        if not multi and (graph.has_edge(u, v) or u == v):
            continue
        graph.add_edge(u, v, **({"weight": numbers.randint(1, 40) / 8} if weighted else {}))
    return graph


numbers = random.Random(1953)
graphs = [nx.convert_node_labels_to_integers(graph) for graph in nx.graph_atlas_g() if len(graph)]
graphs += [random_graph(numbers) for _ in range(300)]
print("[")
print(",\n".join(json.dumps(case(graph), separators=(",", ":")) for graph in graphs))
print("]")
