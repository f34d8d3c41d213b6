#!/usr/bin/env python3
"""Times measures of networks against other libraries on the same files, and checks that all answers agree.

Each time is taken by a process of its own, around the computation alone; the programs take turns, so that all meet
the same state of the machine. Writes Benchmarks/RESULTS.md. With --scaling, times our linear measures on random
networks of 10^4 to 10^7 edges instead. Exits with 1 when an answer of ours is the odd one out or differs between
one thread and all; 2 when there is nothing to compare.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "Benchmarks" / "Networks"
PROGRAM = PACKAGE / ".build" / "release" / "NetworkBenchmarks"
SYSTEM_PYTHON = "/usr/bin/python3"
OURS = "Entente"
# NetworkX takes minutes; ask for it with --peers.
PEERS = ["igraph", "NetworKit", "graph-tool", "rustworkx"]
MEASURES = [
    "betweenness", "harmonic closeness", "closeness", "edge betweenness", "eigenvector", "katz", "pagerank", "hits",
    "core", "constraint", "articulation points", "bridges", "degree", "components",
]

sys.path.insert(0, str(PACKAGE))
import graphs  # noqa: E402
from results import write  # noqa: E402


def main() -> int:
    options = parse_options()
    if options.scaling:
        command = [str(PROGRAM), "--scaling", str(options.edges)]
        rows = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
        return write("Time against edges", f"{conditions(options, {})}\n\n{scaling_text()}\n\n{rows}")
    with tempfile.TemporaryDirectory() as folder:
        files, sizes, skipped = graphs.write_all(folder, options.data)
        chosen = [name for name in files if not options.networks or name in options.networks]
        peers = {peer: measures for peer in options.peers if (measures := measures_of(peer, options))}
        if not peers or not chosen:
            print("bench: there is no peer or no network to compare with.", file=sys.stderr)
            return 2
        versions, sections, faults = {}, [], []
        for measure in options.measures:
            rows = []
            for name in chosen:
                runs = take_turns(measure, files[name], peers, options)
                if not runs:
                    continue
                versions.update({tool: result[0]["version"] for tool, result in runs.items()})
                odd = odd_ones(runs)
                faults += [f"{measure} on {name}: {tool} is the odd one out." for tool in odd]
                if not same_at_one_thread(measure, files[name], runs, options):
                    faults.append(f"{measure} on {name}: {OURS} differs between one thread and all.")
                rows.append((name, sizes[name], runs, odd))
            if rows:
                sections.append(table(measure, rows, [OURS, *peers]))
    text = "\n\n".join([conditions(options, versions), peers_text(), *sections, *notes(faults + skipped)])
    write("Against peers", text)
    return 1 if any(OURS in fault for fault in faults) else 0


def known_measures(text):
    for name in text.split(","):
        if name not in MEASURES:
            raise argparse.ArgumentTypeError(f"'{name}' is not a measure; expected {', '.join(MEASURES)}")
    return text.split(",")


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="runs of each program (default 5)")
    parser.add_argument("--threads", type=int, default=os.cpu_count(), help="threads each (default: all)")
    parser.add_argument("--peers", type=lambda text: text.split(","), default=PEERS, help="names with commas")
    parser.add_argument("--measures", type=known_measures, default=MEASURES, help=f"of {', '.join(MEASURES)}, with commas")
    parser.add_argument("--networks", type=lambda text: text.split(","), default=[], help="names with commas")
    parser.add_argument("--python", default=sys.executable, help="the Python that has the peers of requirements.txt")
    parser.add_argument("--scaling", action="store_true", help="time linear measures against the number of edges")
    parser.add_argument("--edges", type=int, default=10_000_000, help="the most edges with --scaling (default 10^7)")
    options = parser.parse_args()
    options.data = os.environ.get("ENTENTE_DATA", ROOT.parent / "shared" / "data")
    if options.runs < 1:
        parser.error("--runs must be 1 or more")
    return options


def peer_command(peer: str, options: argparse.Namespace) -> list[str]:
    # Debian's graph-tool belongs to the system's Python.
    python = SYSTEM_PYTHON if peer == "graph-tool" else options.python
    return [python, str(PACKAGE / "peers.py"), peer]


def measures_of(peer: str, options: argparse.Namespace) -> list[str]:
    """What a peer can be asked for; nothing, with a word about it, if it is not installed."""
    module = {"igraph": "igraph", "NetworKit": "networkit", "graph-tool": "graph_tool"}.get(peer, peer.lower())
    command = peer_command(peer, options)
    if subprocess.run([command[0], "-W", "ignore", "-c", f"import {module}"], stderr=subprocess.DEVNULL).returncode:
        print(f"bench: {peer} is not installed and was left out.", file=sys.stderr)
        return []
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def take_turns(measure: str, file: pathlib.Path, peers: dict, options: argparse.Namespace) -> dict:
    tools = {peer: [*peer_command(peer, options), measure] for peer, known in peers.items() if measure in known}
    if not tools:
        return {}
    tools = {OURS: [str(PROGRAM), measure], **tools}
    runs = {tool: [] for tool in tools}
    for number in range(options.runs):
        for tool, command in tools.items():
            say(f"{measure}, {file.stem}: run {number + 1} of {tool}")
            if runs[tool] is None:
                continue
            answer = run([*command, str(file), "--threads", str(options.threads)])
            runs[tool] = None if answer is None else [*runs[tool], answer]
    say("")
    return {tool: answers for tool, answers in runs.items() if answers is not None}


def say(text: str) -> None:
    """Writes over the line of progress, if somebody looks on."""
    if sys.stderr.isatty():
        print(f"\r{text}\x1b[K", end="", file=sys.stderr, flush=True)


def run(command: list[str]) -> dict | None:
    """The answer of a program; nothing where a peer gives none."""
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if result.returncode and command[0] == str(PROGRAM):
        sys.exit(f"bench: {' '.join(command)} failed with exit code {result.returncode}.\n{result.stderr}")
    return None if result.returncode else json.loads(result.stdout)


def agree(left: list[float], right: list[float]) -> bool:
    return len(left) == len(right) and all(
        abs(one - other) <= 1e-9 * max(1, abs(one), abs(other)) for one, other in zip(left, right)
    )


def odd_ones(runs: dict) -> list[str]:
    """The programs whose answer no other shares."""
    values = {tool: results[0]["values"] for tool, results in runs.items()}
    odd = []
    for tool in values:
        others = [agree(values[tool], values[other]) for other in values if other != tool]
        if others and not any(others):
            odd.append(tool)
    return odd


def same_at_one_thread(measure: str, file: pathlib.Path, runs: dict, options: argparse.Namespace) -> bool:
    """Not a digit of ours depends on the run or on the number of threads."""
    single = run([str(PROGRAM), measure, str(file), "--threads", "1"])["values"]
    return all(result["values"] == single for result in runs[OURS])


def table(measure: str, rows: list, tools: list[str]) -> str:
    lines = [
        f"### {measure[0].upper()}{measure[1:]}",
        "",
        "| network | nodes | edges | " + " | ".join(tools) + " | fastest peer / ours | memory: ours / least peer |",
        "|---|---:|---:|" + "---:|" * (len(tools) + 2),
    ]
    for name, (nodes, edges), runs, odd in rows:
        seconds = {tool: statistics.median(result["seconds"] for result in runs[tool]) for tool in runs}
        added = {tool: statistics.median(result["addedKilobytes"] for result in runs[tool]) for tool in runs}
        peak = {tool: statistics.median(result["peakKilobytes"] for result in runs[tool]) for tool in runs}
        cells = []
        for tool in tools:
            if tool not in runs:
                cells.append("–")
                continue
            memory = f"{added[tool] / 1024:.1f} of {peak[tool] / 1024:.0f} MB"
            text = f"{milliseconds(seconds[tool])}, {memory}"
            cells.append(text + " (wrong)" if tool in odd else text)
        right = [tool for tool in runs if tool != OURS and tool not in odd]
        fastest = min((seconds[tool] for tool in right), default=float("nan"))
        memory = min((peak[tool] for tool in right), default=float("nan"))
        lines.append(
            f"| {name} | {nodes} | {edges} | "
            + " | ".join(cells)
            + f" | **{fastest / seconds[OURS]:.1f}** | {peak[OURS] / memory:.2f} |"
        )
    return "\n".join(lines)


def milliseconds(seconds: float) -> str:
    value = seconds * 1000
    return f"{value:.0f} ms" if value >= 100 else f"{value:.1f} ms" if value >= 1 else f"{value:.3f} ms"


def conditions(options: argparse.Namespace, versions: dict) -> str:
    swift = subprocess.run(["swift", "--version"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    compiler = next((line for line in swift.stdout.splitlines() if "version" in line), "Swift")
    text = (
        f"{datetime.date.today().isoformat()}; {platform.system()}, {platform.machine()}, {os.cpu_count()} cores, "
        f"{options.threads} threads, load average {os.getloadavg()[1]:.1f}; {compiler}, built with `-c release` for any {platform.machine()} processor"
    )
    peers = ", ".join(version for tool, version in versions.items() if tool != OURS)
    return text + (f"; {peers}; medians of {options.runs} {'run' if options.runs == 1 else 'runs'}." if peers else ".")


def peers_text() -> str:
    return (
        "Time of the computation alone: the network has been read by then; where it is less than 100 ms, the median of 25 more calls in the same process. Memory: what the computation took of "
        "what the whole process had at most meanwhile, the peers' with their Python; the last column compares "
        "whole processes. Where a library knows how, it uses all the threads. An "
        "answer that differs from all others by more than 10^-9 of its size is marked wrong and not compared "
        "with. Networks come from fixed seeds (Benchmarks/Networks/graphs.py), the treaties from "
        "`treaties/parties.csv` in the folder that `ENTENTE_DATA` names. Where the load is far above the threads, "
        "other programs ran too, and slowed those with several threads more than igraph with one."
    )


def scaling_text() -> str:
    return "Random networks with five edges a node; medians of five runs. Steady times an edge mean linear growth."


def notes(lines: list[str]) -> list[str]:
    return ["\n".join(f"- {line}" for line in lines)] if lines else []


if __name__ == "__main__":
    sys.exit(main())
