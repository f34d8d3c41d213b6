import Diplomacy

extension NodeLinkReader {
  mutating func finish() {
    if hasTree { growTree() }
    if !hasTree { for top in topValues { json.keep(top.value, ofGraphAs: top.key, at: top.place) } }
    isGraphology = isGraphology || hasNodeKeys && json.edges.allSatisfy { $0.id == nil }
    json.isDirected = isDirected ?? (isGraphology || isGraphFormat)
    takeNeighbours()
    if !hasTree { nameByPlace() }
    takeKeys()
    takeValues()
    json.nameNodes()
    json.joinNodes()
  }

  /// A tree's nodes have ids or names, which may be alike, and its edges lead from parent to child.
  private mutating func growTree() {
    let root = branches.map(\.parent).min() ?? json.nodes.count - 1
    for top in topValues {
      if top.key == "id" {
        json.nodes[root].id = Self.identity(top.value)
      } else {
        json.keep(top.value, as: top.key, ofNode: root, at: top.place)
      }
    }
    nameNodes()
    for branch in branches {
      let place = json.nodes[branch.child].place
      json.edges.append(
        JSONNetwork.Edge(
          source: json.nodes[branch.parent].id, target: json.nodes[branch.child].id, isDirected: true,
          place: place))
    }
  }

  /// Gives nodes without an id the name that they have, or else their number, none of them twice.
  private mutating func nameNodes() {
    var names = JSONNames()
    for node in json.nodes { if let id = node.id { _ = names.declare(id) } }
    for index in json.nodes.indices where json.nodes[index].id == nil {
      let attributes = json.nodes[index].attributes
      let base = attributes["name"] ?? attributes["label"] ?? String(index)
      json.nodes[index].id = JSONIdentity(names.unique(base.isEmpty ? String(index) : base))
    }
  }

  /// The edges of adjacency data; of an undirected network each stands there twice.
  private mutating func takeNeighbours() {
    guard !adjacency.isEmpty else { return }
    var places: [String: Int] = [:]
    for (place, node) in json.nodes.enumerated() { if let id = node.id { places[id.text] = place } }
    for (node, edge) in adjacency {
      guard node < json.nodes.count else { continue }
      if !json.isDirected, let other = edge.target.flatMap({ places[$0.text] }), other < node { continue }
      var edge = edge
      edge.source = json.nodes[node].id
      json.edges.append(edge)
    }
    adjacency = []
  }

  // MARK: Ends by place

  /// Finds out whether edges name their ends by place in the list of nodes, as D3 had it before version 4 and NetworkX before
  /// version 2, and gives them the ids.
  private mutating func nameByPlace() {
    let count = json.nodes.count
    let arePlaces =
      !json.edges.isEmpty
      && json.edges.allSatisfy { $0.source?.index(in: count) != nil && $0.target?.index(in: count) != nil }
    if !hasIDs, arePlaces {
      nameNodes()
    } else if !hasIDs {
      // By their names, which then have to differ.
      for index in json.nodes.indices {
        let attributes = json.nodes[index].attributes
        json.nodes[index].id = (attributes["name"] ?? attributes["label"]).map { JSONIdentity($0) }
      }
      return
    } else {
      guard arePlaces, !areEndsKnown else { return }
      json.findings.warning(
        json.edges[0].place,
        "the edges name nodes by numbers that are not their ids; they are taken for places in the list of nodes, from 0 on."
      )
    }
    for index in json.edges.indices {
      json.edges[index].source = json.edges[index].source?.index(in: count).flatMap { json.nodes[$0].id }
      json.edges[index].target = json.edges[index].target?.index(in: count).flatMap { json.nodes[$0].id }
    }
  }

  /// Whether each end of an edge is the id of a node.
  private var areEndsKnown: Bool {
    let ids = Set(json.nodes.lazy.compactMap { $0.id?.text })
    return json.edges.allSatisfy { edge in
      [edge.source, edge.target].allSatisfy { $0.map { ids.contains($0.text) } ?? true }
    }
  }

  // MARK: Keys and weights

  /// An edge's key is its id in graphology. In NetworkX it sets parallel edges apart: a number says no more than that.
  private mutating func takeKeys() {
    for index in json.edges.indices {
      guard let key = json.edges[index].key else { continue }
      if isGraphology {
        json.edges[index].id = key.text
      } else if key.isText, json.edges[index].attributes["statement"] != key.text {
        let place = json.edges[index].place
        json.keep(.text(key.text), as: "key", ofEdge: index, at: place)
      }
    }
  }

  /// What D3's examples call value is the weight, where nothing else is.
  private mutating func takeValues() {
    guard !hasWeights, !isOurs, let kind = json.edgeKinds.kinds["value"], kind == .integer || kind == .number
    else { return }
    for index in json.edges.indices {
      guard let text = json.edges[index].attributes["value"], let weight = Double(text), weight.isFinite,
        weight >= 0
      else { continue }
      json.edges[index].attributes["value"] = nil
      json.edges[index].weight = weight
    }
  }
}
