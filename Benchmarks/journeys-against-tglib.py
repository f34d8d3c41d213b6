#!/usr/bin/env python3
"""Times journeys against TGLib on the same contacts, and checks that the answers agree: earliest arrivals from one node, and
how many each node of a smaller network reaches, and how near they are. Walks are compared, and not timed.

Contacts are directed, of one moment each, drawn from a fixed seed; a crossing takes one unit of time, as TGLib has it. TGLib
(tglib-python on PyPI) needs Python 3.10: give the Python that has it with --python. Writes Benchmarks/RESULTS.md.
"""

import argparse
import datetime
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Benchmarks" / "Networks"))
from results import write  # noqa: E402

PROGRAM = ROOT / "Benchmarks" / "Networks" / ".build" / "release" / "NetworkBenchmarks"

THEIRS = """
import importlib.metadata, json, sys, time
from tglib import pytglib as t
file, small, runs, sources = sys.argv[1], sys.argv[2], int(sys.argv[3]), json.loads(sys.argv[4])
edges, fewer = t.load_ordered_edge_list(file, True), t.load_ordered_edge_list(small, True)
nodes = fewer.getNumberOfNodes()
span = (0, 2**60)
def median(compute):
    times = []
    for _ in range(runs):
        start = time.perf_counter(); value = compute(); times.append(time.perf_counter() - start)
    return sorted(times)[runs // 2], value
one, arrivals = median(lambda: t.earliest_arrival_times(edges, sources[0], span))
start = time.perf_counter()
for source in sources: t.earliest_arrival_times(edges, source, span)
many = (time.perf_counter() - start) / len(sources)
reach, reached = median(lambda: [t.number_of_reachable_nodes(fewer, node, span) for node in range(nodes)])
closeness, nearness = median(lambda: t.temporal_closeness(fewer, t.Distance_Type.Earliest_Arrival))
print(json.dumps({"reach": reach / nodes, "closeness": closeness / nodes, "reached": [int(x) - 1 for x in reached],
    "nearness": list(nearness), "katz": list(t.temporal_katz_centrality(fewer, 0.01)),
    "walk": list(t.temporal_walk_centrality(fewer, 0.01, 0.02)), "one": one, "many": many, "arrivals": [int(x) for x in arrivals],
    "version": importlib.metadata.version("tglib-python")}))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--python", required=True, help="a Python 3.10 with tglib-python")
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--contacts", type=int, default=2_000_000)
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    generator = random.Random(1815)
    with tempfile.TemporaryDirectory() as folder:
        file, small = (pathlib.Path(folder) / name for name in ("contacts.txt", "fewer.txt"))
        nodes = write_contacts(file, options.nodes, options.contacts, generator)
        fewer = write_contacts(small, options.nodes // 50, options.contacts // 50, generator, is_plain=True)
        sources = [generator.randrange(nodes) for _ in range(64)]
        arguments = [str(file), str(small), str(options.runs), json.dumps(sources)]
        theirs = run([options.python, "-c", THEIRS, *arguments])
        ours = run([str(PROGRAM), "--journeys", *arguments])
    unreached = max(theirs["arrivals"])
    same = sum(
        1
        for node, (mine, other) in enumerate(zip(ours["arrivals"], theirs["arrivals"]))
        if node != sources[0] and (mine == other or (mine < 0 and other == unreached))
    )
    faults = [] if same == nodes - 1 else [f"{nodes - 1 - same} arrivals differ"]
    for name, key in [("reach", "reached"), ("closeness", "nearness"), ("Katz", "katz"), ("walk centrality", "walk")]:
        if not agree(ours[key], theirs[key]):
            faults.append(f"{name} differs")
    lines = [
        f"{datetime.date.today().isoformat()}; {os.cpu_count()} cores, load average {os.getloadavg()[1]:.1f}; TGLib (tglib-python) "
        f"{theirs['version']}; {options.contacts} directed contacts of one moment each between {nodes} nodes, a crossing takes one unit; "
        f"one thread but where all are named; medians of {options.runs} runs; {same} of {nodes - 1} arrivals agree. Reach and closeness (by arrival) are of all "
        f"{fewer} nodes of a network with {options.contacts // 50} contacts at moments that differ, for each node (where moments do not, "
        "TGLib takes walks in the order of its file); they, temporal Katz and walk centrality "
        + (f"agree to nine digits." if not faults else f"do not all agree: {', '.join(faults)}."),
        "",
        "| | Entente | TGLib | TGLib / ours |",
        "|---|---:|---:|---:|",
    ]
    for name, mine, other in [
        ("earliest arrivals from one node", "one", "one"),
        ("the same from 64 nodes, each", "many", "many"),
        ("reach of all nodes, each", "reach", "reach"),
        ("closeness of all nodes, each", "closeness", "closeness"),
        ("closeness of all nodes, each, on all threads", "closenessOnAllThreads", "closeness"),
    ]:
        times = f"{ours[mine] * 1000:.4g} ms | {theirs[other] * 1000:.4g} ms"
        lines.append(f"| {name} | {times} | **{theirs[other] / ours[mine]:.1f}** |")
    lines.append(f"| summing the moments of the array of contacts | {ours['sum'] * 1000:.2f} ms | | |")
    write("Journeys", "\n".join(lines))
    return 1 if faults else 0


def write_contacts(file, nodes, contacts, generator, is_plain=False):
    """Writes random contacts, on request at moments that differ and between different nodes; returns how many nodes they have."""
    if is_plain:
        moments = sorted(generator.sample(range(1, 2 * contacts), contacts))
    else:
        moments = sorted(1 + generator.randrange(contacts) for _ in range(contacts))
    # TGLib numbers nodes in the order in which it meets them.
    numbers = {}
    with file.open("w", encoding="ascii") as out:
        for moment in moments:
            drawn = generator.sample(range(nodes), 2) if is_plain else [generator.randrange(nodes) for _ in range(2)]
            ends = [numbers.setdefault(node, len(numbers)) for node in drawn]
            out.write(f"{ends[0]} {ends[1]} {moment}\n")
    return len(numbers)


def agree(left, right):
    return len(left) == len(right) and all(
        abs(one - other) <= 1e-9 * max(1, abs(one), abs(other)) for one, other in zip(left, right)
    )


def run(command):
    result = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if result.returncode:
        sys.exit(f"bench: {command[0]} failed with exit code {result.returncode}.")
    return json.loads(result.stdout)


if __name__ == "__main__":
    sys.exit(main())
