import Diplomacy

/// Reads the JSON of Cytoscape.js, of Cytoscape (`.cyjs`) and of NetworkX' `cytoscape_data`: elements with data, as lists of
/// nodes and of edges or as one list of both. Described in Documentation/Formats.md.
struct CytoscapeReader: JSONNetworkReader {
  var json: JSONNetwork

  init(_ findings: ImportFindings) {
    json = JSONNetwork(findings)
    json.isDirected = true
  }

  mutating func read(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    let token = try reader.next()
    switch token {
    case .beginList:
      try reader.elements { reader, token throws(JSONReader.Fault) in try takeElement(token, nil, &reader) }
    case .beginObject:
      try reader.members { reader, key throws(JSONReader.Fault) in try takeMember(key, &reader) }
    default:
      throw JSONReader.Fault(place: reader.place, message: "found no object; expected one with 'elements'.")
    }
    json.hasNodes = true
  }

  private mutating func takeMember(_ key: String, _ reader: inout JSONReader) throws(JSONReader.Fault) {
    switch key {
    case "elements":
      let token = try reader.next()
      if token == .beginList {
        try reader.elements { reader, token throws(JSONReader.Fault) in try takeElement(token, nil, &reader) }
      } else if token == .beginObject {
        try reader.members { reader, group throws(JSONReader.Fault) in
          let token = try reader.next()
          guard token == .beginList else { return try reader.skip(token) }
          try reader.elements { reader, token throws(JSONReader.Fault) in
            try takeElement(token, group == "edges" ? .edge : .node, &reader)
          }
        }
      } else {
        throw JSONReader.Fault(
          place: reader.place, message: "found no elements; expected a list, or an object of lists.")
      }
    case "data": try json.keepGraphAttributes(&reader)
    case "directed": json.isDirected = try reader.scalar().boolean ?? true
    case _ where Self.settings.contains(key) || key.hasSuffix("Enabled"): try reader.skip(try reader.next())
    default: try json.leaveOut(key, &reader)
    }
  }

  /// What says nothing of the network itself.
  private static let settings: Set<String> = [
    "format_version", "generated_by", "target_cytoscapejs_version", "multigraph", "zoom", "pan", "minZoom",
    "maxZoom",
    "renderer", "selectionType", "motionBlur", "motionBlurOpacity", "wheelSensitivity", "pixelRatio",
    "touchTapThreshold",
    "desktopTapThreshold", "autolock", "autoungrabify", "autounselectify", "styleEnabled",
    "hideEdgesOnViewport",
    "textureOnViewport", "headless", "multiClickDebounceTime",
  ]

  /// How an element is shown at the moment.
  private static let states: Set<String> = [
    "selected", "selectable", "locked", "grabbable", "grabbed", "pannable", "removed", "renderedPosition",
  ]

  private mutating func takeElement(
    _ token: JSONReader.Token, _ group: JSONNetwork.Domain?, _ reader: inout JSONReader
  ) throws(JSONReader.Fault) {
    guard token == .beginObject else {
      json.findings.leftOut(reader.place, "found an element that is no object.")
      return try reader.skip(token)
    }
    let place = reader.place
    var group = group
    var data: [(name: String, value: JSONScalar)] = []
    try reader.members { reader, key throws(JSONReader.Fault) in
      switch key {
      case "data", "position":
        let token = try reader.next()
        guard token == .beginObject else { return try reader.skip(token) }
        while try reader.next() == .key {
          let name = reader.text
          let value = try reader.scalar()
          if key == "data" || name == "x" || name == "y" { data.append((name, value)) }
        }
      case "group":
        let name = try reader.scalar().text
        group = group ?? (name == "edges" ? .edge : name == "nodes" ? .node : nil)
      case "classes": data.append((key, try reader.scalar()))
      case _ where Self.states.contains(key): try reader.skip(try reader.next())
      default: try json.leaveOut(key, &reader)
      }
    }
    let isEdge = group.map { $0 == .edge } ?? data.contains { $0.name == "source" }
    if isEdge { addEdge(data, place) } else { addNode(data, place) }
    try json.checkRoom()
  }

  private mutating func addNode(_ data: [(name: String, value: JSONScalar)], _ place: Diagnostic.Place) {
    var node = JSONNetwork.Vertex(place: place)
    for (name, value) in data {
      if name == "id" {
        node.id = JSONIdentity(value)
      } else {
        json.keep(value, as: name, in: &node.attributes, of: .node, at: place)
      }
    }
    json.nodes.append(node)
  }

  private mutating func addEdge(_ data: [(name: String, value: JSONScalar)], _ place: Diagnostic.Place) {
    var edge = JSONNetwork.Edge(place: place)
    for (name, value) in data {
      switch name {
      case "id": edge.id = JSONIdentity(value)?.text
      case "source": edge.source = JSONIdentity(value)
      case "target": edge.target = JSONIdentity(value)
      case "weight" where JSONNetwork.weight(value) != nil: edge.weight = JSONNetwork.weight(value)
      case "directed":
        if case .boolean(let isDirected) = value { edge.isDirected = isDirected } else { fallthrough }
      default: json.keep(value, as: name, in: &edge.attributes, of: .edge, at: place)
      }
    }
    json.edges.append(edge)
  }

  mutating func finish() {
    json.nameNodes()
    json.joinNodes()
  }
}
