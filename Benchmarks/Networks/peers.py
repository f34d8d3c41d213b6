"""Times one measure of one other library on an edge list, the reading left out, and prints one JSON object.

peers.py <library> <measure> <edges.csv> [--directed] [--threads <count>]; peers.py <library> lists its measures.

Conventions are ours: betweenness by unordered pairs if edges go both ways, ends left out, not normalized; harmonic
closeness not normalized, over arriving paths; components numbered by their lowest node.
"""

import json
import os
import sys
import time
import warnings

warnings.filterwarnings("ignore")


def same(values):
    return list(values)


def halved(values):
    return [value / 2 for value in values]


def by_node(values):
    return [values[node] for node in range(len(values))]


def by_lowest(labels):
    """Components in the order of their lowest nodes."""
    numbers = {}
    return [numbers.setdefault(label, len(numbers)) for label in labels]


def members(components):
    labels = {node: number for number, nodes in enumerate(components) for node in nodes}
    return by_lowest(by_node(labels))


class IGraph:
    def __init__(self, nodes, edges, directed, threads):
        import igraph

        self.version = "igraph " + igraph.__version__
        self.graph = igraph.Graph(nodes, edges, directed=directed)

    # What is timed, and what makes its result a list in our conventions afterwards: one line a measure.
    measures = {
        "betweenness": (lambda self: self.graph.betweenness(), same),
        "harmonic closeness": (lambda self: self.graph.harmonic_centrality(mode="in", normalized=False), same),
        "degree": (lambda self: self.graph.degree(), same),
        "components": (lambda self: self.graph.connected_components("weak").membership, by_lowest),
    }


class NetworKit:
    def __init__(self, nodes, edges, directed, threads):
        import networkit

        self.kit = networkit
        self.version = "NetworKit " + networkit.__version__
        networkit.setNumberOfThreads(threads)
        self.directed = directed
        self.graph = networkit.Graph(nodes, directed=directed)
        for source, target in edges:
            self.graph.addEdge(source, target)
        # Its closeness follows departing paths.
        self.turned = networkit.graphtools.transpose(self.graph) if directed else self.graph

    measures = {
        "betweenness": (
            lambda self: self.kit.centrality.Betweenness(self.graph).run().scores(),
            lambda self, scores: scores if self.directed else halved(scores),
        ),
        "harmonic closeness": (
            lambda self: self.kit.centrality.HarmonicCloseness(self.turned, False).run().scores(),
            same,
        ),
        "degree": (
            lambda self: [self.graph.degreeIn(node) + self.graph.degreeOut(node) for node in self.graph.iterNodes()]
            if self.directed
            else self.kit.centrality.DegreeCentrality(self.graph).run().scores(),
            same,
        ),
        "components": (
            lambda self: (
                self.kit.components.WeaklyConnectedComponents
                if self.directed
                else self.kit.components.ConnectedComponents
            )(self.graph).run().getPartition().getVector(),
            by_lowest,
        ),
    }


class RustworkX:
    def __init__(self, nodes, edges, directed, threads):
        os.environ["RAYON_NUM_THREADS"] = str(threads)
        import rustworkx

        self.x = rustworkx
        self.version = "rustworkx " + rustworkx.__version__
        self.directed = directed
        self.graph = rustworkx.PyDiGraph() if directed else rustworkx.PyGraph()
        self.graph.add_nodes_from(range(nodes))
        self.graph.add_edges_from_no_data(edges)

    measures = {
        "betweenness": (
            lambda self: self.x.betweenness_centrality(self.graph, normalized=False, parallel_threshold=1),
            by_node,
        ),
        "degree": (
            lambda self: [self.graph.in_degree(node) + self.graph.out_degree(node) for node in self.graph.node_indexes()]
            if self.directed
            else [self.graph.degree(node) for node in self.graph.node_indexes()],
            same,
        ),
        "components": (
            lambda self: self.x.weakly_connected_components(self.graph)
            if self.directed
            else self.x.connected_components(self.graph),
            members,
        ),
    }


class GraphTool:
    def __init__(self, nodes, edges, directed, threads):
        import graph_tool
        import graph_tool.centrality
        import graph_tool.topology

        self.tool = graph_tool
        self.version = "graph-tool " + graph_tool.__version__.split(" ")[0]
        graph_tool.openmp_set_num_threads(threads)
        self.graph = graph_tool.Graph(directed=directed)
        self.graph.add_vertex(nodes)
        self.graph.add_edge_list(edges)

    measures = {
        "betweenness": (lambda self: self.tool.centrality.betweenness(self.graph, norm=False)[0].a, same),
        "harmonic closeness": (
            lambda self: self.tool.centrality.closeness(
                self.tool.GraphView(self.graph, reversed=True) if self.graph.is_directed() else self.graph,
                harmonic=True,
                norm=False,
            ).a,
            same,
        ),
        "degree": (lambda self: self.graph.get_total_degrees(self.graph.get_vertices()), same),
        "components": (
            lambda self: self.tool.topology.label_components(self.graph, directed=False)[0].a,
            by_lowest,
        ),
    }


class NetworkX:
    def __init__(self, nodes, edges, directed, threads):
        import networkx

        self.x = networkx
        self.version = "NetworkX " + networkx.__version__
        self.graph = networkx.DiGraph() if directed else networkx.Graph()
        self.graph.add_nodes_from(range(nodes))
        self.graph.add_edges_from(edges)

    measures = {
        "betweenness": (lambda self: self.x.betweenness_centrality(self.graph, normalized=False), by_node),
        "harmonic closeness": (lambda self: self.x.harmonic_centrality(self.graph), by_node),
        "degree": (lambda self: [degree for _, degree in self.graph.degree()], same),
        "components": (
            lambda self: list(
                self.x.weakly_connected_components(self.graph)
                if self.graph.is_directed()
                else self.x.connected_components(self.graph)
            ),
            members,
        ),
    }


LIBRARIES = {
    "igraph": IGraph,
    "NetworKit": NetworKit,
    "rustworkx": RustworkX,
    "graph-tool": GraphTool,
    "NetworkX": NetworkX,
}


def status(name):
    """A line of what Linux knows of this process, in kilobytes; 0 elsewhere."""
    try:
        with open("/proc/self/status", encoding="utf-8") as file:
            return next(int(line.split()[1]) for line in file if line.startswith(name + ":"))
    except OSError:
        return 0


def restart_peak():
    try:
        with open("/proc/self/clear_refs", "w", encoding="utf-8") as file:
            file.write("5")
    except OSError:
        pass


def main():
    arguments = sys.argv[1:]
    directed = "--directed" in arguments
    threads = int(arguments[arguments.index("--threads") + 1]) if "--threads" in arguments else 1
    library = LIBRARIES[arguments[0]]
    if len(arguments) == 1:
        print(json.dumps(list(library.measures)))
        return
    measure, path = arguments[1:3]
    compute, convert = library.measures[measure]
    with open(path, encoding="utf-8") as file:
        next(file)
        edges = [tuple(map(int, line.split(","))) for line in file]
    graph = library(1 + max(map(max, edges)), edges, directed, threads)
    del edges
    restart_peak()
    status("VmHWM")
    before = status("VmRSS")
    restart_peak()
    start = time.perf_counter()
    result = compute(graph)
    seconds = time.perf_counter() - start
    peak = status("VmHWM")
    values = convert(graph, result) if convert.__code__.co_argcount == 2 else convert(result)
    print(
        json.dumps(
            {
                "seconds": seconds,
                "addedKilobytes": peak - before,
                "peakKilobytes": peak,
                "version": graph.version,
                "values": [float(value) for value in values],
            }
        )
    )


if __name__ == "__main__":
    main()
