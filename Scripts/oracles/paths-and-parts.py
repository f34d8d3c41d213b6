#!/usr/bin/env python3
"""Writes betweenness of nodes and edges, biconnected components, modularity and communities of many small graphs.

    python3 Scripts/oracles/paths-and-parts.py Tests/NetworksTests/Fixtures

Wants networkx and igraph. It writes `paths-and-parts.json`, one graph a line: all 1,253 graphs of the atlas, and 320 random ones,
directed and not, weighted and not, disconnected, with parallel edges and self-loops; and `communities.json`, what igraph's
Leiden algorithm reaches in ten attempts. Of parallel edges the shortest counts as a length, and the sum as a strength;
biconnected components and modularity ignore direction.
"""
import json
import math
import random
import sys

import igraph
import networkx as nx



def short(value):
    """Twelve digits are enough for a comparison to nine."""
    if isinstance(value, (list, tuple)):
        return [short(item) for item in value]
    if isinstance(value, float):
        if math.isnan(value):
            return None
        value = float(f"{value:.12g}")
        return int(value) if value == int(value) else value
    return value


class Case:
    def __init__(self, name, count, edges, weights=None, directed=False):
        self.name, self.count, self.edges, self.weights, self.directed = name, count, edges, weights, directed
        self.given = weights or [1] * len(edges)
        kind = nx.DiGraph if directed else nx.Graph
        self.paths, self.mutual = kind(), nx.Graph()
        for graph in (self.paths, self.mutual):
            graph.add_nodes_from(range(count))
        for (u, v), w in zip(edges, self.given):
            before = self.mutual[u][v]["weight"] if self.mutual.has_edge(u, v) else 0
            self.mutual.add_edge(u, v, weight=before + w)
            if u != v:
                before = self.paths[u][v]["weight"] if self.paths.has_edge(u, v) else math.inf
                self.paths.add_edge(u, v, weight=min(before, w))

    def values(self, scores):
        return [scores[node] for node in range(self.count)]

    def path_measures(self):
        weight = "weight" if self.weights else None
        g = self.paths
        scored = nx.edge_betweenness_centrality(g, normalized=False, weight=weight)
        edges = {(u, v) if self.directed or u < v else (v, u): score for (u, v), score in scored.items()}
        return {
            "betweenness": self.values(nx.betweenness_centrality(g, normalized=False, weight=weight)),
            "normalizedBetweenness": self.values(nx.betweenness_centrality(g, weight=weight)),
            "edgeBetweenness": [edges[edge] for edge in sorted(edges)],
        }

    def among(self):
        weight = "weight" if self.weights else None
        g, members = self.paths, list(range(0, self.count, 2))
        scored = nx.edge_betweenness_centrality_subset(g, members, members, weight=weight)
        edges = {(u, v) if self.directed or u < v else (v, u): score for (u, v), score in scored.items()}
        return {
            "betweennessAmong": self.values(
                nx.betweenness_centrality_subset(g, members, members, weight=weight)),
            "edgeBetweennessAmong": [edges[edge] for edge in sorted(edges)],
        }

    def structure(self):
        simple = nx.Graph(self.paths.to_undirected())
        parts = [{node for node in range(self.count) if node % 3 == rest} for rest in range(3)]
        parts = [part for part in parts if part]
        return {
            "biconnected": sorted(sorted(part) for part in nx.biconnected_components(simple)),
            "modularity": nx.community.modularity(self.mutual, parts, resolution=1.25) if self.edges else 0,
        }

    def result(self, with_subset):
        result = {
            "name": self.name, "directed": self.directed, "nodeCount": self.count,
            "edges": [end for edge in self.edges for end in edge], "weights": self.weights,
        }
        result |= self.structure() | self.path_measures()
        if with_subset:
            result |= self.among()
        else:
            # The atlas has these in measures.json.
            del result["betweenness"], result["normalizedBetweenness"]
        return {key: short(value) for key, value in result.items() if value is not None}


def random_case(number):
    chance = random.Random(number)
    directed = number % 2 == 0
    style = ("plain", "quarters", "fractions", "multigraph")[number // 2 % 4]
    count = chance.randint(2, 11)
    density = chance.choice([0.8, 1.5, 3])
    edges = [(chance.randrange(count), chance.randrange(count)) for _ in range(round(count * density))]
    if style != "multigraph":
        edges = [edge for edge in edges if edge[0] != edge[1]]
        edges = sorted({edge if directed else (min(edge), max(edge)) for edge in edges})
        chance.shuffle(edges)
    weights = None
    if style == "quarters" or (style == "multigraph" and chance.random() < 0.7):
        weights = [chance.randint(1, 12) / 4 for _ in edges]
    elif style == "fractions":
        weights = [round(chance.uniform(0.1, 5), 3) for _ in edges]
    # No edges at all would make weights that say nothing.
    return Case(f"random {number}, {style}", count, edges, weights if edges else None, directed)


def communities():
    football = nx.random_partition_graph([9, 10, 8, 11, 10, 12, 9, 10, 12, 8, 9, 7], 0.75, 0.03, seed=2000)
    graphs = [
        ("Zachary's karate club, weighted", nx.karate_club_graph()),
        ("Les Misérables, weighted", nx.convert_node_labels_to_integers(nx.les_miserables_graph())),
        ("Southern women", nx.convert_node_labels_to_integers(nx.davis_southern_women_graph())),
        ("Florentine families", nx.convert_node_labels_to_integers(nx.florentine_families_graph())),
        ("a season of football, drawn at random", football),
        ("planted partition", nx.planted_partition_graph(8, 16, 0.4, 0.04, seed=3)),
        ("G(120, 0.05)", nx.gnp_random_graph(120, 0.05, seed=4)),
        ("Barabási–Albert (150, 3)", nx.barabasi_albert_graph(150, 3, seed=5)),
        ("Watts–Strogatz (120, 6, 0.1)", nx.watts_strogatz_graph(120, 6, 0.1, seed=6)),
        ("ring of 12 cliques of 5", nx.ring_of_cliques(12, 5)),
    ]
    igraph.set_random_number_generator(random.Random(1815))
    for name, graph in graphs:
        edges = [(u, v, d.get("weight", 1)) for u, v, d in graph.edges(data=True)]
        weights = [w for _, _, w in edges]
        weighted = any(w != 1 for w in weights)
        ig = igraph.Graph(len(graph), [(u, v) for u, v, _ in edges])
        divisions = [
            ig.community_leiden(objective_function="modularity", weights=weights, n_iterations=-1)
            for _ in range(10)
        ]
        best = max(divisions, key=lambda division: ig.modularity(division, weights=weights))
        parts = [set(part) for part in best]
        yield {
            "name": name, "nodeCount": len(graph), "edges": [end for u, v, _ in edges for end in (u, v)],
            "weights": weights if weighted else None, "membership": best.membership,
            "modularity": nx.community.modularity(graph, parts, weight="weight"),
        }


def write(path, cases):
    lines = ",\n".join(json.dumps(case, separators=(",", ":"), ensure_ascii=False) for case in cases)
    versions = json.dumps({"networkx": nx.__version__, "igraph": igraph.__version__})
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"madeWith":' + versions + ',"cases":[\n' + lines + "\n]}\n")


folder = sys.argv[1]
atlas = [
    Case(f"atlas {number}", len(graph), list(graph.edges()))
    for number, graph in enumerate(nx.graph_atlas_g())
]
measured = [case.result(with_subset=False) for case in atlas]
measured += [random_case(number).result(with_subset=True) for number in range(320)]
write(f"{folder}/paths-and-parts.json", measured)
write(f"{folder}/communities.json", communities())
