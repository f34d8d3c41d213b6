#!/usr/bin/env python3
"""Reads networks in JSON with NetworkX, and checks HIF against the rules of its schema.

    .build-tools/python/bin/python Scripts/oracles/read-json.py graph.json graph.cyjs graph.hif.json

For each file: the graph's attributes, the nodes and the edges with theirs, as NetworkX gives them; of HIF, what breaks the
schema's rules and how many nodes, edges and incidences there are.
"""
import json
import sys
import warnings

import jsonschema
import networkx as nx

ID = {"type": ["string", "integer"]}
ATTRIBUTES = {"weight": {"type": "number"}, "attrs": {"type": "object"}}


def record(required, **others):
    """A list of objects that must have some members, and may have attributes."""
    properties = {name: ID for name in required} | ATTRIBUTES | others
    return {
        "type": "array",
        "items": {"type": "object", "properties": properties, "required": required, "additionalProperties": False},
    }


# What HIF 0.1.0 says of its files; stricter in that it allows no members of other names.
HIF = {
    "type": "object",
    "properties": {
        "network-type": {"enum": ["undirected", "directed", "asc"]},
        "metadata": {"type": "object"},
        "incidences": record(["edge", "node"], direction={"enum": ["head", "tail"]}),
        "nodes": record(["node"]),
        "edges": record(["edge"]),
    },
    "required": ["incidences"],
    "additionalProperties": False,
}


def described(graph):
    return {
        "directed": graph.is_directed(),
        "graph": graph.graph,
        "nodes": [{"id": node, "attributes": data} for node, data in graph.nodes(data=True)],
        "edges": [
            {"source": source, "target": target, "attributes": data}
            for source, target, data in graph.edges(data=True)
        ],
    }


def by_networkx(path):
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    if path.endswith(".hif.json"):
        problems = [error.message for error in jsonschema.Draft202012Validator(HIF).iter_errors(data)]
        edges = {edge["edge"] for edge in data["edges"]}
        nodes = {node["node"] for node in data["nodes"]}
        problems += [f"{i}" for i in data["incidences"] if i["edge"] not in edges or i["node"] not in nodes]
        return {
            "problems": problems[:5],
            "counts": [len(data["nodes"]), len(data["edges"]), len(data["incidences"])],
        }
    return described(nx.node_link_graph(data, edges="links" if "links" in data else "edges"))


warnings.simplefilter("error")
json.dump({path: by_networkx(path) for path in sys.argv[1:]}, sys.stdout, ensure_ascii=False)
