#!/usr/bin/env python3
"""Reads GraphML files with NetworkX and igraph, and writes what they found as JSON.

    .build-tools/python/bin/python Scripts/oracles/read-graphml.py Exports/*/graph.graphml

For each file: the graph's attributes, the nodes and the edges with theirs, as each reader gives them. A reader that
fails gives its error. Numbers keep their type, so that a year that arrives as text or as a fraction is seen.
"""
import json
import sys
import warnings

import igraph
import networkx as nx


def by_networkx(path):
    graph = nx.read_graphml(path, force_multigraph=True)
    return {
        "directed": graph.is_directed(),
        "graph": {key: value for key, value in graph.graph.items() if key not in ("node_default", "edge_default")},
        "defaults": [graph.graph.get("node_default"), graph.graph.get("edge_default")],
        "nodes": [{"id": node, "attributes": data} for node, data in graph.nodes(data=True)],
        "edges": [
            {"id": key, "source": source, "target": target, "attributes": data}
            for source, target, key, data in graph.edges(keys=True, data=True)
        ],
    }


def filled(attributes, leave_out=()):
    """igraph knows no missing text: an empty one, and a number that is no number, were not in the file."""
    return {
        key: value
        for key, value in attributes.items()
        if key not in leave_out and value != "" and value is not None and value == value
    }


def by_igraph(path):
    graph = igraph.Graph.Read_GraphML(path)
    ids = graph.vs["id"] if graph.vcount() else []
    return {
        "directed": graph.is_directed(),
        "graph": filled({key: graph[key] for key in graph.attributes()}),
        "nodes": [
            {"id": vertex["id"], "attributes": filled(vertex.attributes(), ["id"])} for vertex in graph.vs
        ],
        "edges": [
            {
                "id": None,  # igraph 1.0.0 gives edges the ids of nodes; their order is that of the file.
                "source": ids[edge.source],
                "target": ids[edge.target],
                "attributes": filled(edge.attributes(), ["id"]),
            }
            for edge in graph.es
        ],
    }


def attempt(reader, path):
    try:
        return reader(path)
    except Exception as error:  # Whatever it is, the caller shall see it.
        return {"error": f"{type(error).__name__}: {error}"}


warnings.simplefilter("error")
json.dump(
    {path: {"NetworkX": attempt(by_networkx, path), "igraph": attempt(by_igraph, path)} for path in sys.argv[1:]},
    sys.stdout,
    ensure_ascii=False,
)
