#!/usr/bin/env python3
"""Writes random networks as GraphML and as tables of edges, and prints their scores as NetworkX computes them.

    python3 Scripts/oracles/foreign-networks.py FOLDER

Prints one JSON object: for each file what it takes to read it, and the scores of its nodes by measure. NetworkX writes the
undirected and directed ones, igraph those that are called so.
"""
import json
import pathlib
import random
import sys

import igraph
import networkx as nx
# The one that does without NumPy.
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python

folder = pathlib.Path(sys.argv[1])
expected = {}


def scores(graph):
    """Edges between the same nodes count as one."""
    simple = nx.DiGraph() if graph.is_directed() else nx.Graph()
    simple.add_nodes_from(graph)
    for source, target, weight in graph.edges(data="weight", default=1):
        before = simple.get_edge_data(source, target, {"weight": 0})["weight"]
        simple.add_edge(source, target, weight=before + weight)
    found = {
        "betweenness": nx.betweenness_centrality(simple, normalized=False),
        "closeness": nx.closeness_centrality(simple),
        "pagerank": _pagerank_python(simple, tol=1e-14, max_iter=10_000, weight="weight"),
        "in-strength": dict(simple.in_degree(weight="weight")) if graph.is_directed() else None,
    }
    return {name: {str(node): value for node, value in of.items()} for name, of in found.items() if of}


generator = random.Random(1905)
for number in range(12):
    directed, multiple = number % 2 == 1, number % 3 == 0
    kind = {(0, 0): nx.Graph, (1, 0): nx.DiGraph, (0, 1): nx.MultiGraph, (1, 1): nx.MultiDiGraph}
    graph = kind[int(directed), int(multiple)]()
    count = generator.randrange(4, 30)
    graph.add_nodes_from(f"n {node} ü&<" for node in range(count))
    nodes = list(graph)
    for _ in range(generator.randrange(3, 4 * count)):
        source, target = generator.sample(nodes, 2)
        graph.add_edge(source, target, weight=generator.randrange(1, 9) / 2)
    name = f"networkx-{number}.graphml"
    nx.write_graphml(graph, folder / name)
    expected[name] = {"arguments": [], "scores": scores(graph)}
    table = nx.MultiDiGraph() if directed else nx.MultiGraph()
    table.add_edges_from(graph.edges(data=True))
    delimiter = ",;\t"[number % 3]
    name = f"table-{number}.csv"
    lines = [delimiter.join(["Source", "Target", "Weight"])]
    lines += [delimiter.join([f'"{one}"', f'"{two}"', str(data["weight"])]) for one, two, data in table.edges(data=True)]
    (folder / name).write_text("\r\n".join(lines) + "\r\n", encoding="utf-8-sig")
    expected[name] = {"arguments": ["--directed"] if directed else [], "scores": scores(table)}
    if not multiple:
        other = igraph.Graph.from_networkx(graph)
        name = f"igraph-{number}.graphml"
        other.write_graphml(str(folder / name))
        renamed = nx.relabel_nodes(graph, {node: f"n{place}" for place, node in enumerate(nodes)})
        expected[name] = {"arguments": [], "scores": scores(renamed)}
json.dump(expected, sys.stdout)
