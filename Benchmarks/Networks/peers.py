"""Times one measure of one other library on an edge list, the reading left out, and prints one JSON object.

peers.py <library> <measure> <edges.csv> [--directed] [--threads <count>]; peers.py <library> lists its measures.

Conventions are ours: betweenness by unordered pairs if edges go both ways, ends left out, not normalized; harmonic
closeness not normalized, over arriving paths; closeness with Wasserman and Faust's correction; eigenvectors of length 1;
the same for hubs in HITS;
Katz with alpha 1/(2 × the largest degree) and beta 1, of length 1; PageRank with damping 0.85; edges in the order of their ends;
components numbered by their lowest node. Iterative measures settle to about 12 digits.
"""

import json
import os
import statistics
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


def known(values):
    """Nothing for nodes that have no score."""
    return [0 if value != value else value for value in values]


def unit(values):
    length = sum(value * value for value in values) ** 0.5
    return [abs(value) / length for value in values]


def with_sum_one(values):
    total = sum(values)
    return [value / total for value in values]


def marked(count, nodes):
    chosen = set(nodes)
    return [1 if node in chosen else 0 for node in range(count)]


def listed(edges):
    """Edges as one list of their ends, the lower end of each first, in order."""
    return [end for edge in sorted((min(edge), max(edge)) for edge in edges) for end in edge]


def by_ends(edges, values):
    """Values of undirected edges in the order of their ends, the lower one first."""
    return [value for _, value in sorted(((min(edge), max(edge)), value) for edge, value in zip(edges, values))]


def corrected(values, components):
    """Closeness within what a node is joined to, with Wasserman and Faust's correction."""
    sizes = {}
    for label in components:
        sizes[label] = sizes.get(label, 0) + 1
    others = len(values) - 1
    # A node that is joined to none has no mean distance.
    return [
        value * (sizes[label] - 1) / others if sizes[label] > 1 else 0 for value, label in zip(values, components)
    ]


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
        "closeness": (
            lambda self: self.graph.closeness(mode="in", normalized=True),
            lambda self, values: corrected(values, self.graph.connected_components("weak").membership),
        ),
        "edge betweenness": (
            lambda self: self.graph.edge_betweenness(),
            lambda self, values: by_ends(self.graph.get_edgelist(), values),
        ),
        "eigenvector": (lambda self: self.graph.eigenvector_centrality(scale=True), unit),
        "pagerank": (lambda self: self.graph.pagerank(damping=0.85), same),
        "hits": (lambda self: self.graph.hub_score(), unit),
        "core": (lambda self: self.graph.coreness(), same),
        "constraint": (lambda self: self.graph.constraint(), known),
        "articulation points": (
            lambda self: self.graph.articulation_points(),
            lambda self, nodes: marked(self.graph.vcount(), nodes),
        ),
        "bridges": (
            lambda self: self.graph.bridges(),
            lambda self, edges: listed(self.graph.es[edge].tuple for edge in edges),
        ),
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
        self.graph.indexEdges()
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
        "closeness": (
            lambda self: self.kit.centrality.Closeness(
                self.turned, True, self.kit.centrality.ClosenessVariant.GENERALIZED
            ).run().scores(),
            same,
        ),
        "edge betweenness": (
            lambda self: self.kit.centrality.Betweenness(self.graph, computeEdgeCentrality=True).run().edgeScores(),
            lambda self, values: by_ends(list(self.graph.iterEdges()), halved(values)),
        ),
        "eigenvector": (
            lambda self: self.kit.centrality.EigenvectorCentrality(self.graph, tol=1e-12).run().scores(),
            unit,
        ),
        "katz": (
            lambda self: self.kit.centrality.KatzCentrality(
                self.graph, 0.5 / max(map(self.graph.degree, self.graph.iterNodes())), 1, 1e-12
            ).run().scores(),
            unit,
        ),
        "pagerank": (
            lambda self: self.kit.centrality.PageRank(self.graph, damp=0.85, tol=1e-12).run().scores(),
            same,
        ),
        "core": (lambda self: self.kit.centrality.CoreDecomposition(self.graph).run().scores(), same),
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
        "closeness": (lambda self: self.x.closeness_centrality(self.graph, wf_improved=True, parallel_threshold=1), by_node),
        "edge betweenness": (
            lambda self: self.x.edge_betweenness_centrality(self.graph, normalized=False, parallel_threshold=1),
            lambda self, values: by_ends(list(self.graph.edge_list()), [values[edge] for edge in range(len(values))]),
        ),
        "eigenvector": (
            lambda self: self.x.eigenvector_centrality(self.graph, max_iter=2_000, tol=1e-13),
            lambda self, values: unit(by_node(values)),
        ),
        "katz": (
            lambda self: self.x.katz_centrality(
                self.graph, alpha=0.5 / max(map(self.graph.degree, self.graph.node_indexes())), beta=1,
                max_iter=100_000, tol=1e-15
            ),
            lambda self, values: unit(by_node(values)),
        ),
        "core": (lambda self: self.x.core_number(self.graph), by_node),
        "articulation points": (
            lambda self: self.x.articulation_points(self.graph),
            lambda self, nodes: marked(self.graph.num_nodes(), nodes),
        ),
        "bridges": (lambda self: self.x.bridges(self.graph), lambda edges: listed(edges)),
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
        "closeness": (
            lambda self: self.tool.centrality.closeness(
                self.tool.GraphView(self.graph, reversed=True) if self.graph.is_directed() else self.graph, norm=True
            ).a,
            lambda self, values: corrected(values, self.tool.topology.label_components(self.graph, directed=False)[0].a),
        ),
        "edge betweenness": (
            lambda self: self.tool.centrality.betweenness(self.graph, norm=False)[1].a,
            lambda self, values: by_ends([tuple(edge) for edge in self.graph.get_edges().tolist()], values),
        ),
        "eigenvector": (lambda self: self.tool.centrality.eigenvector(self.graph, epsilon=1e-12, max_iter=20_000)[1].a, unit),
        "katz": (
            lambda self: self.tool.centrality.katz(
                self.graph, alpha=0.5 / self.graph.get_total_degrees(self.graph.get_vertices()).max(), epsilon=1e-12,
                norm=False
            ).a,
            unit,
        ),
        "pagerank": (
            lambda self: self.tool.centrality.pagerank(self.graph, damping=0.85, epsilon=1e-14).a,
            with_sum_one,
        ),
        "hits": (lambda self: self.tool.centrality.hits(self.graph, epsilon=1e-12, max_iter=20_000)[2].a, unit),
        "core": (lambda self: self.tool.topology.kcore_decomposition(self.graph).a, same),
        "articulation points": (
            lambda self: self.tool.topology.label_biconnected_components(self.graph)[1].a,
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
        "closeness": (lambda self: self.x.closeness_centrality(self.graph), by_node),
        "pagerank": (lambda self: self.x.pagerank(self.graph, tol=1e-15, max_iter=10_000), by_node),
        "core": (lambda self: self.x.core_number(self.graph), by_node),
        "constraint": (lambda self: self.x.constraint(self.graph), lambda self, values: known(by_node(values))),
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
    if seconds < 0.1:
        # So short a time is mostly that of what is used for the first time: the median of more calls is told instead.
        times = []
        for _ in range(25):
            start = time.perf_counter()
            compute(graph)
            times.append(time.perf_counter() - start)
        seconds = statistics.median(times)
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
