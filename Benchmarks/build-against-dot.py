#!/usr/bin/env python3
"""Times `entente build`, which draws three pictures of each graph and much else, against the dot program, which draws the DOT
file of each graph to the same formats.

Runs alternate, so that both meet the same state of the machine. Prints medians and their ratio as a Markdown
table; exits with 1 when the ratio is above the limit, and with 2 when there is nothing to compare.
"""

import argparse
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

FORMATS = ("svg", "pdf", "png")


def main() -> int:
    options = parse_options()
    with tempfile.TemporaryDirectory() as folder:
        built = pathlib.Path(folder) / "built"
        build = [options.entente, "build", options.graphs, "--into", str(built)]
        run(build)
        drawings = dot_commands(built, pathlib.Path(folder))
        if not drawings:
            print(f"bench: {' '.join(build)} left no DOT file.", file=sys.stderr)
            return 2
        for command in drawings:
            run(command)

        ours, peers = [], []
        for number in range(1, options.runs + 1):
            ours.append(seconds([build]))
            peers.append(seconds(drawings))
            print(f"run {number} of {options.runs}", end="\r", file=sys.stderr, flush=True)
        print(file=sys.stderr)

    ratio = statistics.median(ours) / statistics.median(peers)
    print(table(ours, peers, ratio, len(drawings)))
    if ratio > options.limit:
        print(f"bench: the ratio {ratio:.2f} is above {options.limit:.2f}.", file=sys.stderr)
        return 1
    return 0


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entente", default=".build/release/entente", help="the program to time")
    parser.add_argument("--graphs", default="Graphs", help="the folder of graph files")
    parser.add_argument("--runs", type=int, default=7, help="runs of each program (default 7)")
    parser.add_argument("--limit", type=float, default=1.3, help="the highest ratio allowed (default 1.3)")
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("--runs must be 1 or more")
    return options


def dot_commands(built: pathlib.Path, folder: pathlib.Path) -> list[list[str]]:
    """One call of dot for each DOT file, for the formats in which `entente build` draws."""
    commands = []
    for source in sorted(built.rglob("*.dot")):
        outputs = [f"{folder / 'peer'}{len(commands)}.{name}" for name in FORMATS]
        pairs = [part for name, output in zip(FORMATS, outputs) for part in ("-T" + name, "-o", output)]
        commands.append(["dot", *pairs, str(source)])
    return commands


def seconds(commands: list[list[str]]) -> float:
    start = time.perf_counter()
    for command in commands:
        run(command)
    return time.perf_counter() - start


def run(command: list[str]) -> None:
    result = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if result.returncode != 0:
        sys.exit(f"bench: {' '.join(command)} failed with exit code {result.returncode}.\n{result.stderr}")


def table(ours: list[float], peers: list[float], ratio: float, count: int) -> str:
    rows = [("entente build", ours), (f"dot, {count} {'graph' if count == 1 else 'graphs'}", peers)]
    lines = ["| program | median | least | most |", "|---|---:|---:|---:|"]
    for name, times in rows:
        values = (statistics.median(times), min(times), max(times))
        lines.append(f"| {name} | " + " | ".join(f"{value:.3f} s" for value in values) + " |")
    lines.append(f"| **ratio of medians** | **{ratio:.2f}** | | |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
