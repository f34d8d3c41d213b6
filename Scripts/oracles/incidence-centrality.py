#!/usr/bin/env python3
"""Prints degree, betweenness and harmonic closeness of a GraphML file's incidence, computed by NetworkX.

    entente export GRAPH --reading all -o graph.graphml
    python3 Scripts/oracles/incidence-centrality.py graph.graphml

The incidence joins an actor and an agreement once where the file says, as a fact, that the one takes part in the other.
"""
import json
import sys

import networkx as nx

TAKING_PART = {"party", "signatory", "negotiator", "guarantor", "depositary", "beneficiary"}


def is_actual(data):
    return data.get("modality", "actual") == "actual"


graph = nx.read_graphml(sys.argv[1], force_multigraph=True)
incidence = nx.Graph()
for node, data in graph.nodes(data=True):
    if data["category"] in ("actor", "agreement") and is_actual(data):
        incidence.add_node(node)
for source, target, data in graph.edges(data=True):
    if data["role"] in TAKING_PART and is_actual(data) and source in incidence and target in incidence:
        incidence.add_edge(source, target)

betweenness = nx.betweenness_centrality(incidence, normalized=False)
harmonic = nx.harmonic_centrality(incidence)
print(json.dumps({
    node: {"betweenness": betweenness[node], "degree": incidence.degree[node], "harmonic": harmonic[node]}
    for node in incidence
}))
