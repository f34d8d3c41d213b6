"""The networks to time, each from a fixed seed or from data: lists of edges as CSV files.

Run alone: graphs.py <folder> [<folder of data>]; prints the name, the nodes and the edges of each.
"""

import csv
import itertools
import pathlib
import random
import sys


def scale_free(nodes=5000, each=5, seed=1):
    """Barabási–Albert: a ring of five, then nodes that join five others, the more likely the more edges those have."""
    chance = random.Random(seed)
    edges = [(node, (node + 1) % each) for node in range(each)]
    ends = [end for edge in edges for end in edge]
    for node in range(each, nodes):
        chosen = set()
        while len(chosen) < each:
            chosen.add(chance.choice(ends))
        for other in sorted(chosen):
            edges.append((other, node))
            ends += (other, node)
    return edges


def small_world(nodes=5000, each=10, share=0.1, seed=2):
    """Watts–Strogatz: a ring in which everyone knows ten neighbours, with one edge in ten led elsewhere."""
    chance = random.Random(seed)
    edges = set()
    for node in range(nodes):
        for step in range(1, each // 2 + 1):
            other = (node + step) % nodes
            if chance.random() < share:
                other = chance.randrange(nodes)
            while other == node or (min(node, other), max(node, other)) in edges:
                other = chance.randrange(nodes)
            edges.add((min(node, other), max(node, other)))
    return sorted(edges)


def grid(side=70, share=0.9, seed=3):
    """Like a map of roads: a grid with one street in ten missing."""
    chance = random.Random(seed)
    edges = []
    for row, column in itertools.product(range(side), repeat=2):
        node = row * side + column
        if column + 1 < side and chance.random() < share:
            edges.append((node, node + 1))
        if row + 1 < side and chance.random() < share:
            edges.append((node, node + side))
    return edges


def treaties(parties):
    """Who is a party to what: actors first, then treaties."""
    with open(parties, newline="", encoding="utf-8") as file:
        pairs = {(row["stateID"], row["treatyID"]) for row in csv.DictReader(file)}
    actors = {name: place for place, name in enumerate(sorted({actor for actor, _ in pairs}))}
    found = {name: len(actors) + place for place, name in enumerate(sorted({treaty for _, treaty in pairs}))}
    return sorted((actors[actor], found[treaty]) for actor, treaty in pairs)


def partners(incidence):
    """Which actors have a treaty together."""
    parties = {}
    for actor, treaty in incidence:
        parties.setdefault(treaty, []).append(actor)
    return sorted({pair for actors in parties.values() for pair in itertools.combinations(actors, 2)})


def write_all(folder, data):
    """Writes all networks; returns their names and files, and what was left out and why."""
    folder = pathlib.Path(folder)
    networks = {"Barabási–Albert": scale_free()}
    skipped = []
    parties = pathlib.Path(data) / "treaties" / "parties.csv"
    if parties.exists():
        networks["treaties"] = treaties(parties)
    else:
        skipped.append("The treaties were skipped: there is no treaties/parties.csv; ENTENTE_DATA names its folder.")
    networks["grid"] = grid()
    networks["Watts–Strogatz"] = small_world()
    if "treaties" in networks:
        networks["partners in treaties"] = partners(networks["treaties"])
    files = {}
    for number, (name, edges) in enumerate(networks.items()):
        files[name] = folder / f"network{number}.csv"
        lines = [f"{source},{target}\n" for source, target in edges]
        files[name].write_text("source,target\n" + "".join(lines), encoding="utf-8")
    sizes = {name: (1 + max(map(max, edges)), len(edges)) for name, edges in networks.items()}
    return files, sizes, skipped


if __name__ == "__main__":
    written, sizes, skipped = write_all(*sys.argv[1:], *([] if len(sys.argv) > 2 else ["."]))
    for name, file in written.items():
        print(file, name, *sizes[name])
    for line in skipped:
        print(line, file=sys.stderr)
