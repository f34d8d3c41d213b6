#!/usr/bin/env python3
"""Times earliest arrivals against TGLib on the same contacts, and checks that the answers agree.

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
file, runs, sources = sys.argv[1], int(sys.argv[2]), json.loads(sys.argv[3])
edges = t.load_ordered_edge_list(file, True)
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
print(json.dumps({"one": one, "many": many, "arrivals": [int(x) for x in arrivals],
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
        file = pathlib.Path(folder) / "contacts.txt"
        nodes, contacts = options.nodes, options.contacts
        with file.open("w", encoding="ascii") as out:
            moments = sorted(generator.randrange(contacts) for _ in range(contacts))
            # TGLib numbers nodes in the order in which it meets them.
            numbers = {}
            for moment in moments:
                ends = [numbers.setdefault(generator.randrange(nodes), len(numbers)) for _ in range(2)]
                out.write(f"{ends[0]} {ends[1]} {moment}\n")
        sources = [generator.randrange(len(numbers)) for _ in range(64)]
        nodes = len(numbers)
        arguments = [str(file), str(options.runs), json.dumps(sources)]
        theirs = run([options.python, "-c", THEIRS, *arguments])
        ours = run([str(PROGRAM), "--journeys", *arguments])
    unreached = max(theirs["arrivals"])
    same = sum(
        1
        for node, (mine, other) in enumerate(zip(ours["arrivals"], theirs["arrivals"]))
        if node != sources[0] and (mine == other or (mine < 0 and other == unreached))
    )
    lines = [
        f"{datetime.date.today().isoformat()}; {os.cpu_count()} cores, load average {os.getloadavg()[1]:.1f}; TGLib (tglib-python) "
        f"{theirs['version']}; {contacts} directed contacts of one moment each between {nodes} nodes, a crossing takes one unit; "
        f"one thread; medians of {options.runs} runs; {same} of {nodes - 1} arrivals agree.",
        "",
        "| | Entente | TGLib | TGLib / ours |",
        "|---|---:|---:|---:|",
    ]
    for name, key in [("earliest arrivals from one node", "one"), ("the same from 64 nodes, each", "many")]:
        times = f"{ours[key] * 1000:.2f} ms | {theirs[key] * 1000:.2f} ms"
        lines.append(f"| {name} | {times} | **{theirs[key] / ours[key]:.1f}** |")
    lines.append(f"| summing the moments of the array of contacts | {ours['sum'] * 1000:.2f} ms | | |")
    write("Journeys", "\n".join(lines))
    return 0 if same == nodes - 1 else 1


def run(command):
    result = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if result.returncode:
        sys.exit(f"bench: {command[0]} failed with exit code {result.returncode}.")
    return json.loads(result.stdout)


if __name__ == "__main__":
    sys.exit(main())
