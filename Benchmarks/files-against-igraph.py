#!/usr/bin/env python3
"""Reading and writing GraphML of a million edges, beside igraph: user time and memory, medians of some runs.

Both read the same file, made by igraph, of edges with an id and a weight; then both write it out again. The program has to
look at the graph in between, as it does for every export.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile

MAKE = """
import igraph, random, sys
random.seed(1)
edges = int(sys.argv[2])
nodes = edges // 10
graph = igraph.Graph(n=nodes, edges=[(random.randrange(nodes), random.randrange(nodes)) for _ in range(edges)])
graph.vs["name"] = [f"n{i}" for i in range(nodes)]
graph.es["id"] = [f"e{i}" for i in range(edges)]
graph.es["weight"] = [round(random.random(), 3) for _ in range(edges)]
graph.write_graphml(sys.argv[1])
"""
READ = "import igraph, sys\nigraph.Graph.Read_GraphML(sys.argv[1])"
WRITE = "import igraph, sys\nigraph.Graph.Read_GraphML(sys.argv[1]).write_graphml(sys.argv[2])"


def measured(command):
    """User and system seconds of a command, and its memory in MB."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{command[0]} ended with {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--entente", required=True, help="the program")
    options.add_argument("--python", required=True, help="a Python with igraph")
    options.add_argument("--edges", type=int, default=1_000_000)
    options.add_argument("--runs", type=int, default=5)
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "network.graphml")
        ours, theirs = os.path.join(folder, "ours.graphml"), os.path.join(folder, "theirs.graphml")
        subprocess.run([options.python, "-c", MAKE, file, str(options.edges)], check=True)
        commands = {
            "entente reads": [options.entente, "check", file],
            "igraph reads": [options.python, "-c", READ, file],
            "entente reads and writes": [options.entente, "export", file, "-o", ours],
            "igraph reads and writes": [options.python, "-c", WRITE, file, theirs],
        }
        # In turns, so that what else the machine does is shared.
        runs = {name: [] for name in commands}
        for _ in range(options.runs):
            for name, command in commands.items():
                runs[name].append(measured(command))
        medians = {
            name: tuple(statistics.median(run[part] for run in found) for part in (0, 1)) for name, found in runs.items()
        }
        for name, (seconds, memory) in medians.items():
            print(f"{name:26} {seconds:7.2f} s {memory:7.0f} MB")
        for deed in ("reads", "reads and writes"):
            (time, memory), (other, size) = medians[f"entente {deed}"], medians[f"igraph {deed}"]
            print(f"{deed}: {time / other:.2f} times igraph's time, {memory / size:.2f} times its memory")
        writing = {
            who: medians[f"{who} reads and writes"][0] - medians[f"{who} reads"][0] for who in ("entente", "igraph")
        }
        print(f"writes: {writing['entente'] / writing['igraph']:.2f} times igraph's time")
        print(f"file: {os.path.getsize(ours) / 1e6:.0f} MB, igraph's {os.path.getsize(theirs) / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
