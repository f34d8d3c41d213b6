import Diplomacy

extension GMLReader {
  /// The file has been read: nodes get their ids, and edges their ends.
  mutating func finish() {
    takeGraphAttributes()
    let isOurs =
      !nodes.isEmpty
      && nodes.allSatisfy {
        $0.entity != nil && $0.attributes["category"] != nil && $0.attributes["kind"] != nil
      }
    var names = NumberedNames()
    // What our ids stand for that had to be numbers.
    var entities: [String] = []
    var distinct = DistinctNames()
    for index in nodes.indices {
      var node = nodes[index]
      let label = node.attributes["label"].flatMap { $0.isEmpty ? nil : $0 }
      let id = node.id ?? distinct.distinct(label ?? "node-\(index + 1)")
      if node.id == nil { tallies.unnamed.add(node.place) }
      let (number, isNew) = names.number(of: id)
      guard isNew else {
        let first = nodes[number].place.line
        leftOut(
          node.place, "two nodes have the id '\(Node.shortened(id))'; the first is on line \(first).")
        continue
      }
      let entity = isOurs ? node.entity ?? id : id
      if !isOurs, let entity = node.entity { node.attributes["entity"] = entity }
      if Accents.areTooMany(in: entity) { fault(node.place, Accents.message) }
      entities.append(entity)
      network.nodes.append(ForeignNetwork.Node(id: entity, attributes: node.attributes, place: node.place))
    }
    nodes = []
    addEdges(&names, &entities, isOurs: isOurs)
    if isOurs { network.isOurs = true }
    (network.nodeKinds, network.edgeKinds) = (nodeKinds.kinds, edgeKinds.kinds)
    tellTallies()
  }

  private mutating func addEdges(_ names: inout NumberedNames, _ entities: inout [String], isOurs: Bool) {
    network.edges.reserveCapacity(edges.count)
    network.isDirected = isDirected
    for edge in edges {
      guard !edge.source.isEmpty, !edge.target.isEmpty else {
        leftOut(
          edge.place,
          "an edge has no '\(edge.source.isEmpty ? "source" : "target")'; expected the id of a node.")
        continue
      }
      var ends: [String] = []
      for end in [edge.source, edge.target] {
        let (number, isNew) = names.number(of: end)
        if isNew {
          warn(
            edge.place,
            "an edge names the node '\(Node.shortened(end))', which is not in the file; it is made.")
          network.nodes.append(ForeignNetwork.Node(id: end, place: edge.place))
          entities.append(end)
        }
        ends.append(entities[number])
      }
      var (attributes, weight) = (edge.attributes, edge.weight)
      if edge.isWeightValue {
        if isOurs { weight = nil } else { attributes["value"] = nil }
      }
      let leads = edge.isDirected ?? isDirected
      if leads { network.isDirected = true }
      network.edges.append(
        ForeignNetwork.Edge(
          id: edge.id, source: ends[0], target: ends[1], isDirected: leads, weight: weight,
          attributes: attributes, place: edge.place))
    }
    edges = []
  }

  private mutating func takeGraphAttributes() {
    func taken(_ name: String) -> String? {
      guard let text = graphAttributes[name], !text.isEmpty else { return nil }
      graphAttributes[name] = nil
      return text
    }
    for name in ["title", "label", "name"] where network.title == nil { network.title = taken(name) }
    network.language = taken("language")
    for name in ["multigraph"] { graphAttributes[name] = nil }
    network.attributes = graphAttributes.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }
      .map { Attribute($0.key, AttributeValue($0.value, as: graphKinds.kinds[$0.key] ?? .text)) }
  }

  private mutating func tellTallies() {
    if tallies.unnamed.count > 0 {
      let tally = tallies.unnamed
      warn(
        tally.first,
        "\(quantity(tally.count, "node")) \(tally.count == 1 ? "has" : "have") no 'id'; "
          + "\(tally.count == 1 ? "it is called by its label" : "they are called by their labels").")
    }
    if tallies.joined.count > 0 {
      let tally = tallies.joined
      warn(
        tally.first,
        "\(quantity(tally.count, "attribute")) \(tally.count == 1 ? "stands" : "stand") several times in one list, such as "
          + "'\(Node.shortened(tallies.firstJoined))'; the values are put together, with '; ' between them.")
    }
    if tallies.negative.count > 0 {
      let tally = tallies.negative
      warn(
        tally.first,
        "\(quantity(tally.count, "edge")) \(tally.count == 1 ? "has" : "have") a weight that is no number from 0 on; it is kept "
          + "as 'value'.")
    }
  }
}
