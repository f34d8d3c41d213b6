#!/usr/bin/env python3
"""Times questions to a corpus of memberships beside NetworkX and pandas, as their users would write them.

    corpus-against-peers.py --entente .build/release/entente corpus.csv corpus.nodes.csv

takes the files that Corpus/make-corpus.py writes. Both sides read the files, answer and write a table; they take turns, and the
ratio is that of the medians. The peer, which is slow, measures every --peer-step years alone, and its time without reading the
files is multiplied. Exits with 1 where the answers differ.
"""

import argparse
import csv
import io
import statistics
import subprocess
import sys
import time
from pathlib import Path

PEER = Path(__file__).resolve().parent / "Corpus" / "networkx-series.py"


def seconds(command: list[str]) -> tuple[float, str]:
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
    return time.perf_counter() - start, done.stdout


def table(text: str, measure: str) -> dict:
    return {(row["date"], row["id"]): float(row[measure]) for row in csv.DictReader(io.StringIO(text))}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entente", default=".build/release/entente")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--first", type=int, default=1800)
    parser.add_argument("--last", type=int, default=2020)
    parser.add_argument("--peer-step", type=int, default=10, help="the peer measures every so many years")
    parser.add_argument("edges")
    parser.add_argument("nodes")
    options = parser.parse_args()
    dates = len(range(options.first, options.last + 1))
    peer_dates = len(range(options.first, options.last + 1, options.peer_step))
    faults = []
    print("| question | Entente | NetworkX and pandas | ratio |\n|---|---:|---:|---:|")
    for measure in ["degree", "betweenness"]:
        ours, theirs, empty = [], [], []
        for _ in range(options.runs):
            mine = seconds([
                options.entente, "centrality", options.edges, "--nodes", options.nodes, "--every", "P1Y", "--from",
                f"{options.first}-01-01", "--to", f"{options.last}-01-01", "--measure", measure, "--among", "actors",
                "--format", "csv",
            ])
            peer = [sys.executable, str(PEER), options.edges, options.nodes, measure]
            span = [str(options.first), str(options.last), str(options.peer_step)]
            other = seconds(peer + span)
            # Reading alone: a series without dates.
            empty.append(seconds(peer + ["1", "0", "1"])[0])
            ours.append(mine[0])
            theirs.append(other[0])
        own, peers = table(mine[1], measure), table(other[1], measure)
        shared = own.keys() & peers.keys()
        odd = [key for key in shared if abs(own[key] - peers[key]) > 1e-6 * max(1, abs(own[key]))]
        if odd or not shared:
            faults.append(f"{measure}: {len(odd)} of {len(shared)} scores differ, such as {odd[:3]}")
        read = statistics.median(empty)
        whole = read + (statistics.median(theirs) - read) * dates / peer_dates
        mine_time = statistics.median(ours)
        print(f"| {measure} on {dates} dates | {mine_time:.2f} s | {whole:.1f} s | {whole / mine_time:.0f} |")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
