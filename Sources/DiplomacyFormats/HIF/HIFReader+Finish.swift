import Diplomacy

extension HIFReader {
  mutating func finish() {
    let isOurs =
      edges.contains { $0.text("category") != nil && $0.text("kind") != nil }
      || edges.contains(where: isStatement)
    addUnlistedNodes()
    json.nameNodes()
    let names = nameEdges(isOurs)
    for index in incidences.indices where !edges[edgePlaces[incidences[index].edge] ?? 0].isTaken(isOurs) {
      add(incidences[index], isOurs, names)
    }
    if isOurs {
      for edge in edges where isStatement(edge) { addStatement(edge) }
      for join in joins { addJoin(join, names) }
    }
    tellRepeated(isOurs)
  }

  /// Whether an edge is a statement about two nodes, in a file of ours.
  private func isStatement(_ edge: HyperEdge) -> Bool {
    edge.isTaken(true) && edge.incidences.count == 2
  }

  /// HIF lists the nodes only that have attributes or no edge.
  private mutating func addUnlistedNodes() {
    var known = Set(json.nodes.lazy.compactMap(\.id))
    for incidence in incidences where known.insert(incidence.node).inserted {
      json.nodes.append(JSONNetwork.Vertex(id: incidence.node, place: incidence.place))
    }
  }

  /// Makes an entity of each edge that is no statement, and says what each is called: edges may have the ids of nodes.
  private mutating func nameEdges(_ isOurs: Bool) -> [JSONIdentity: String] {
    var names: [JSONIdentity: String] = [:]
    let share = edges.first { !$0.isTaken(isOurs) && json.names.name($0.id) != nil }
    if let share {
      json.findings.warning(
        share.place,
        "nodes and edges of the file have the same ids, such as '\(Node.shortened(share.id.text))'; the edges are called "
          + "'edge-\(Node.shortened(share.id.text))' and so on.")
    }
    for edge in edges where !edge.isTaken(isOurs) {
      let name = json.names.unique(share == nil ? edge.id.text : "edge-\(edge.id.text)")
      names[edge.id] = name
      var attributes: [String: String] = [:]
      for (name, value) in edge.said {
        json.keep(value, as: name, in: &attributes, of: .node, at: edge.place)
      }
      if attributes["category"] == nil {
        attributes["category"] = "agreement"
        if attributes["kind"] == nil, attributes["type"] == nil { attributes["kind"] = "hyperedge" }
      }
      json.network.nodes.append(ForeignNetwork.Node(id: name, attributes: attributes, place: edge.place))
    }
    return names
  }

  /// An incidence as a statement: what a node is to an edge, or an edge to a node.
  private mutating func add(_ incidence: Incidence, _ isOurs: Bool, _ names: [JSONIdentity: String]) {
    guard let edge = names[incidence.edge], let node = json.names.name(incidence.node) else { return }
    var said = incidence.said
    var isSubject = true
    if isOurs {
      isSubject = incidence.direction != "head"
      if let end = said.firstIndex(where: { $0.name == "subject" }) {
        isSubject = said.remove(at: end).value.text != "edge"
        if let direction = incidence.direction { said.append(("direction", .text(direction))) }
      }
    } else if let direction = incidence.direction {
      said.append(("direction", .text(direction)))
    }
    addEdge(isSubject ? node : edge, isSubject ? edge : node, incidence, said, isOurs)
  }

  /// An edge of two ends as the statement that it was.
  private mutating func addStatement(_ edge: HyperEdge) {
    let ends = edge.incidences.map { incidences[$0] }
    let isTurned = ends[0].direction == "head" && ends[1].direction == "tail"
    guard let first = json.names.name(ends[0].node), let second = json.names.name(ends[1].node) else {
      return
    }
    let whole = Incidence(
      node: edge.id, edge: edge.id,
      weight: JSONNetwork.weight(edge.said.last { $0.name == "weight" }?.value ?? .missing),
      direction: nil, said: edge.said.filter { $0.name != "weight" }, place: edge.place)
    addEdge(isTurned ? second : first, isTurned ? first : second, whole, whole.said, true)
  }

  private mutating func addJoin(_ join: Incidence, _ names: [JSONIdentity: String]) {
    guard let source = names[join.node], let target = names[join.edge] else {
      return json.findings.leftOut(
        join.place, "a statement of the metadata joins edges that are not in the file.")
    }
    addEdge(source, target, join, join.said, true)
  }

  private mutating func addEdge(
    _ source: String, _ target: String, _ incidence: Incidence, _ said: Said, _ isOurs: Bool
  ) {
    var attributes: [String: String] = [:]
    for (name, value) in said { json.keep(value, as: name, in: &attributes, of: .edge, at: incidence.place) }
    // A role that another program's file gives is one all the same, and the file none of ours.
    let role = isOurs ? nil : Role(attributes.removeValue(forKey: "role") ?? Role.party.name)
    // Of ours, edges that lead both ways say so themselves.
    if isOurs { json.isDirected = true }
    json.network.edges.append(
      ForeignNetwork.Edge(
        source: source, target: target, isDirected: false, role: role, weight: incidence.weight,
        attributes: attributes,
        place: incidence.place))
  }

  /// Another program's edge has a node once.
  private mutating func tellRepeated(_ isOurs: Bool) {
    guard !isOurs else { return }
    struct Ends: Hashable { let source, target: String }
    var seen: Set<Ends> = []
    json.network.edges.removeAll { edge in
      let isNew = seen.insert(Ends(source: edge.source, target: edge.target)).inserted
      if !isNew {
        json.findings.warning(
          edge.place,
          "the edge '\(Node.shortened(edge.target))' names the node '\(Node.shortened(edge.source))' twice; it is taken once."
        )
      }
      return !isNew
    }
  }
}

extension HIFReader.HyperEdge {
  /// Whether it is no entity, but a statement about two nodes.
  func isTaken(_ isOurs: Bool) -> Bool {
    isOurs && text("statement") != nil && text("role") != nil && text("category") == nil
      && incidences.count == 2
  }
}
