"""What NetworkX and igraph find in GML, Pajek and DL files, as JSON: for each file and reader its direction, nodes and edges."""

import json
import math
import sys
import warnings

import igraph
import networkx

warnings.simplefilter("ignore")


def flat(attributes, prefix=""):
    """The attributes with those of lists under names with points; what is missing is left out."""
    result = {}
    for name, value in attributes.items():
        if isinstance(value, dict):
            result.update(flat(value, f"{prefix}{name}."))
        elif not (isinstance(value, float) and math.isnan(value)) and value != "":
            result[prefix + name] = value
    return result


def with_networkx(path):
    if path.endswith(".gml"):
        graph = networkx.read_gml(path, label="id")
    else:
        graph = networkx.read_pajek(path)
    number = {node: index for index, node in enumerate(graph)}
    nodes = [{"name": str(node), "attributes": flat(graph.nodes[node])} for node in graph]
    edges = [
        {"source": number[source], "target": number[target], "attributes": flat(data)}
        for source, target, data in graph.edges(data=True)
    ]
    return {"directed": graph.is_directed(), "nodes": nodes, "edges": edges}


def with_igraph(path):
    kind = path.rsplit(".", 1)[1]
    graph = igraph.Graph.Read(path, format={"net": "pajek", "gml": "gml", "dl": "dl"}[kind])
    names = graph.vs["name"] if "name" in graph.vs.attributes() else [str(index + 1) for index in range(graph.vcount())]
    nodes = [{"name": str(name), "attributes": flat(node.attributes())} for name, node in zip(names, graph.vs)]
    edges = [
        {"source": edge.source, "target": edge.target, "attributes": flat(edge.attributes())} for edge in graph.es
    ]
    return {"directed": graph.is_directed(), "nodes": nodes, "edges": edges}


found = {}
for path in sys.argv[1:]:
    found[path] = {}
    for name, read in [("NetworkX", with_networkx), ("igraph", with_igraph)]:
        if name == "NetworkX" and path.endswith(".dl"):
            continue
        try:
            found[path][name] = read(path)
        except Exception as error:
            found[path][name] = {"error": repr(error)}
json.dump(found, sys.stdout)
