#!/usr/bin/env python3
"""Compares how many others each node reaches with Reticula and Raphtory, on random contacts.

    python3 -m venv peers && peers/bin/pip install reticula==0.13.0 raphtory==0.17.0
    peers/bin/python Benchmarks/reach-against-peers.py .build/release/entente

Reticula needs Python 3.12 or later. Contacts are directed, of one day each, and journeys cross them on rising days (a step takes
a day), which is what Reticula computes. Raphtory takes contacts of one day in an order of its own, so that it is asked only where
days differ; Raphtory 0.17 misses a few nodes on larger networks, where Reticula and Entente agree. Writes Benchmarks/RESULTS.md;
exits with 1 where Reticula differs or Raphtory finds more.
"""

import csv
import datetime
import importlib.metadata
import io
import pathlib
import random
import subprocess
import sys
import tempfile

import raphtory
import reticula

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "Networks"))
from results import write  # noqa: E402


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    generator = random.Random(1899)
    faults = 0
    lines = [
        f"{datetime.date.today().isoformat()}; Reticula {importlib.metadata.version('reticula')}, Raphtory "
        f"{importlib.metadata.version('raphtory')}. Random directed contacts of one day each; journeys cross them on rising days. "
        "For how many nodes a peer finds that they reach as many others as `entente reach` says; Raphtory is asked only where days "
        "differ, since it takes contacts of one day in an order of its own.",
        "",
        "| nodes | contacts | days | Reticula | Raphtory |",
        "|---:|---:|---:|---:|---:|",
    ]
    sizes = [(60, 260, 800), (200, 1500, 3000), (60, 260, 40), (200, 1500, 300), (5, 9, 4)]
    for nodes, contacts, days in sizes:
        has_ties = days < contacts
        drawn = [
            (*generator.sample(range(nodes), 2), day)
            for day in (
                [generator.randrange(1, days) for _ in range(contacts)]
                if has_ties
                else generator.sample(range(1, days), contacts)
            )
        ]
        ours = by_entente(sys.argv[1], drawn)
        nodes_in_touch = sorted({node for source, target, _ in drawn for node in (source, target)})
        theirs = {"Reticula": by_reticula(drawn, nodes_in_touch)}
        if not has_ties:
            theirs["Raphtory"] = by_raphtory(drawn, nodes_in_touch)
        cells = []
        for peer in ("Reticula", "Raphtory"):
            if peer not in theirs:
                cells.append("–")
                continue
            counts = theirs[peer]
            same = sum(ours[node] == counts[node] for node in nodes_in_touch)
            more = any(counts[node] > ours[node] for node in nodes_in_touch)
            faults += more if peer == "Raphtory" else same != len(nodes_in_touch)
            cells.append(f"{same} of {len(nodes_in_touch)}")
        lines.append(f"| {len(nodes_in_touch)} | {contacts} | {days} | {' | '.join(cells)} |")
    write("Reach", "\n".join(lines))
    return 1 if faults else 0


def by_entente(program, contacts):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "contacts.csv"
        with file.open("w", encoding="ascii") as out:
            out.write("source,target,start,end\n")
            for source, target, day in contacts:
                date = datetime.date(1900, 1, 1) + datetime.timedelta(days=day)
                out.write(f"n{source},n{target},{date},{date}\n")
        command = [program, "reach", str(file), "--directed", "--strict", "--format", "csv"]
        answer = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    return {int(row["id"][1:]): int(row["out-possible"]) for row in csv.DictReader(io.StringIO(answer))}


def by_reticula(contacts, nodes):
    edge = reticula.directed_temporal_edge[reticula.int64, reticula.int64]
    network = reticula.directed_temporal_network[reticula.int64, reticula.int64](
        [edge(*contact) for contact in contacts], nodes
    )
    adjacency = reticula.temporal_adjacency.simple[edge]()
    return {node: reticula.out_cluster(network, adjacency, node, 0).volume() - 1 for node in nodes}


def by_raphtory(contacts, nodes):
    graph = raphtory.Graph()
    for source, target, day in contacts:
        graph.add_edge(day, source, target)
    counts = {}
    for node in nodes:
        found = raphtory.algorithms.temporally_reachable_nodes(graph, len(nodes), 0, [node])
        counts[node] = sum(bool(state["reachable_nodes"]) for _, state in found.items()) - 1
    return counts


if __name__ == "__main__":
    sys.exit(main())
