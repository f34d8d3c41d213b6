#!/usr/bin/env python3
"""Prints the scores of an undirected network's nodes as igraph and, for Katz, NetworkX compute them, as one JSON object.

    python3 Scripts/oracles/treaties-measures.py EDGES.csv ALPHA

EDGES.csv has a line `source,target` for each edge, numbers from 0 on, after one line of headings; ALPHA is Katz's.
"""
import csv
import json
import sys

import igraph
import networkx as nx

with open(sys.argv[1], newline="", encoding="utf-8") as file:
    edges = [(int(row["source"]), int(row["target"])) for row in csv.DictReader(file)]
graph = igraph.Graph(edges=edges)
count = graph.vcount()
components = graph.connected_components()
sizes = [components.size(component) for component in components.membership]
# igraph stays within a component; Wasserman and Faust multiply by its share of the network.
closeness = [
    (score or 0) * (size - 1) / (count - 1) if size > 1 else 0
    for score, size in zip(graph.closeness(normalized=True), sizes)
]
eigenvector = graph.eigenvector_centrality(scale=False)
length = sum(score * score for score in eigenvector) ** 0.5
cuts = set(graph.articulation_points())
plain = nx.empty_graph(count)
plain.add_edges_from(edges)
katz = nx.katz_centrality(plain, alpha=float(sys.argv[2]), tol=1e-15, max_iter=10_000, normalized=False)
json.dump(
    {
        "betweenness": graph.betweenness(),
        "harmonic": [0 if score != score else score * (count - 1) for score in graph.harmonic_centrality()],
        "closeness": closeness,
        "eigenvector": [score / length for score in eigenvector],
        "pagerank": graph.pagerank(implementation="prpack"),
        "core": graph.coreness(),
        # Who has no neighbours has none.
        "constraint": [0 if score != score else score for score in graph.constraint()],
        "articulation": [int(node in cuts) for node in range(count)],
        "degree": graph.degree(),
        "katz": [katz[node] for node in range(count)],
    },
    sys.stdout,
)
