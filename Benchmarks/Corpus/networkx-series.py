#!/usr/bin/env python3
"""A measure of states in the network of memberships on the first day of years, as a user of NetworkX and pandas writes it.

    networkx-series.py corpus.csv corpus.nodes.csv degree|betweenness FIRST LAST STEP
"""

import sys

import networkx as nx
import pandas as pd


def bounds(when: pd.Series) -> pd.DataFrame:
    """What possibly holds: from the first day that the beginning may be to the last one that the end may be."""
    ends = when.fillna("../..").str.split("/", expand=True)

    def day(text: str, last: bool) -> str:
        if text == "..":
            return "9999-12-31" if last else "0000-01-01"
        text = text.strip("[]").split("..")[-1 if last else 0]
        return text + "-12-31"[len(text) - 4 :] if last and len(text) == 4 else (
            text + "-31" if last and len(text) == 7 else (text + "-01-01")[:10]
        )

    return pd.DataFrame({"start": ends[0].map(lambda t: day(t, False)), "end": ends[1].map(lambda t: day(t, True))})


def main() -> None:
    edges, nodes = pd.read_csv(sys.argv[1], dtype=str), pd.read_csv(sys.argv[2], dtype=str, keep_default_na=False)
    measure, first, last, step = sys.argv[3], *map(int, sys.argv[4:7])
    edges = edges.join(bounds(edges["when"]))
    nodes = nodes.join(bounds(nodes["when"].replace("", "../..")))
    print(f"date,id,{measure}")
    for year in range(first, last + 1, step):
        date = f"{year}-01-01"
        there = nodes[(nodes.start <= date) & (nodes.end >= date)]
        held = edges[(edges.start <= date) & (edges.end >= date)]
        held = held[held.source.isin(there.id) & held.target.isin(there.id)]
        graph = nx.Graph()
        graph.add_nodes_from(there.id)
        graph.add_edges_from(zip(held.source, held.target))
        states = list(there.id[there.category == "actor"])
        if measure == "degree":
            scores = dict(graph.degree(states))
        else:
            scores = nx.betweenness_centrality_subset(graph, states, states, normalized=False)
        for state in states:
            print(f"{date},{state},{scores[state]}")


if __name__ == "__main__":
    main()
