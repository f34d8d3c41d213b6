/// The elements of GraphML, and those of yEd that hold labels.
enum GraphMLElement: String {
  case graphml, graph, node, edge, hyperedge, endpoint, port, locator, key, data, desc
  case fallback = "default"
  /// A label of a node or an edge, as yEd draws it.
  case label = "NodeLabel"
  case other = ""

  init?(rawValue: String) {
    switch rawValue {
    case "graphml": self = .graphml
    case "graph": self = .graph
    case "node": self = .node
    case "edge": self = .edge
    case "hyperedge": self = .hyperedge
    case "endpoint": self = .endpoint
    case "port": self = .port
    case "locator": self = .locator
    case "key": self = .key
    case "data": self = .data
    case "desc": self = .desc
    case "default": self = .fallback
    case "NodeLabel", "EdgeLabel": self = .label
    default: return nil
    }
  }
}

/// The attributes of GraphML's elements; `labels` and `label` are Neo4j's.
enum GraphMLName: String {
  case id, source, target, directed, node, edgedefault, key, labels, label, sourceport, targetport
  case domain = "for"
  case name = "attr.name"
  case type = "attr.type"
  case drawing = "yfiles.type"
  case other = ""
}

/// The nodes that are named, by their bytes: each has a number.
final class GraphMLNodes {
  private var names = ByteNames()
  /// The place of each among the nodes of the network, or -1 while only edges name it, and the graph that it is in.
  private var indices: [Int32] = []
  private var graphs: [Int32] = []
  /// Where those were named first that no element has described yet.
  private var mentions: [Int: Diagnostic.Place] = [:]

  func number(of bytes: UnsafeBufferPointer<UInt8>, _ stream: XMLStream) -> Int {
    let number = unsafe names.number(of: bytes)
    if number == indices.count {
      stream.check(names.texts[number])
      indices.append(-1)
      graphs.append(0)
    }
    return number
  }

  func id(_ number: Int) -> String { names.texts[number] }
  func index(_ number: Int) -> Int? { indices[number] < 0 ? nil : Int(indices[number]) }
  func graph(_ number: Int) -> Int { Int(graphs[number]) }

  func declare(_ number: Int, _ index: Int, in graph: Int) {
    indices[number] = Int32(index)
    graphs[number] = Int32(clamping: graph)
    if !mentions.isEmpty { mentions[number] = nil }
  }

  func mention(_ number: Int, at place: Diagnostic.Place) {
    if mentions[number] == nil { mentions[number] = place }
  }

  /// Those that only edges name, in the order of the file.
  var undeclared: [(id: String, place: Diagnostic.Place)] {
    mentions.sorted { $0.key < $1.key }.map { (id($0.key), $0.value) }
  }
}
