import Diplomacy

/// A partition, vector, permutation or cluster of a project: a value for each vertex, or the numbers of some.
struct PajekValues {
  let name: String
  let isCluster: Bool
  let kind: AttributeValue.Kind
  /// What the numbers mean, where the title says it.
  let words: [Int: String]
  let place: Diagnostic.Place
  /// How many there are; nil until `*Vertices` says so.
  var count: Int?
  var values: [String] = []
}

extension PajekReader {
  /// `*Partition 1. Core (26)`.
  mutating func beginValues(_ sort: String, _ rest: Range<Int>) {
    section = .values
    let legend = sort == "partition" ? PajekText.legend(text.text(rest)) : nil
    var name = legend?.name ?? Self.title(text.text(rest))
    if name.isEmpty { name = sort }
    // A number says no kind and no name.
    if legend == nil, ["type", "kind", "category", "label", "name", "title"].contains(name.lowercased()) {
      name += " (\(sort))"
    }
    values = PajekValues(
      name: attributeNames.distinct(name), isCluster: sort == "cluster",
      kind: legend != nil ? .text : sort == "cluster" ? .boolean : sort == "vector" ? .number : .integer,
      words: legend?.words ?? [:], place: text.place)
  }

  /// `*Vertices 26` at its head.
  mutating func beginValues(_ count: Int) {
    section = .values
    values?.count = count
    if values?.isCluster == false, count != vertices.count {
      leftOut(
        text.place,
        "'\(Node.shortened(values?.name ?? ""))' has values for \(quantity(count, "vertex", "vertices")); expected \(vertices.count), as in the "
          + "network.")
      values = nil
      section = .skipped
    }
  }

  mutating func readValue() {
    guard let values else { return }
    guard let count = values.count else {
      leftOut(text.place, "found a value before '*Vertices'; expected how many there are first.")
      self.values = nil
      section = .skipped
      return
    }
    for word in words.words {
      if values.isCluster {
        guard let number = vertexNumber(0) else { return }
        vertices.change(number) { $0.attributes[values.name] = "true" }
        network.nodeKinds[values.name] = .boolean
        return
      }
      let number = (self.values?.values.count ?? 0) + 1
      guard number <= count else {
        if number == count + 1 {
          leftOut(text.place, "found another value; expected \(count).")
          self.values?.values.append("")
        }
        return
      }
      let value = text.text(word.range)
      if text.bytes.number(word.range) == nil {
        leftOut(
          text.place(of: word.range.lowerBound), "found '\(Node.shortened(value))'; expected a number.")
        self.values?.values.append("")
      } else {
        self.values?.values.append(value)
      }
    }
  }

  /// Gives the values to the vertices.
  mutating func endValues() {
    guard let values else { return }
    self.values = nil
    guard !values.isCluster else { return }
    guard let count = values.count else {
      leftOut(
        values.place, "'\(Node.shortened(values.name))' has no '*Vertices'; expected how many there are.")
      return
    }
    if values.values.count < count {
      warn(
        values.place,
        "'\(Node.shortened(values.name))' has \(quantity(values.values.count, "value")); expected \(count).")
    }
    network.nodeKinds[values.name] = values.kind
    if values.words.values.contains("node") { hasForeignKinds = true }
    for (index, value) in values.values.prefix(count).enumerated() where !value.isEmpty {
      let value = Int(value).flatMap { values.words[$0] } ?? value
      vertices.change(index + 1) { $0.attributes[values.name] = value }
    }
  }

  // MARK: The whole

  /// The file has been read.
  mutating func finish() {
    if section == .matrix { endMatrix() }
    if section == .vertices || section == .none || section == .skipped { endVertices() }
    endValues()
    guard vertices.isBegun else {
      if findings.diagnostics.isEmpty {
        fault(nil, "the file has no '*Vertices'; expected one with how many there are.")
      }
      return
    }
    vertices.name()
    endEvents()
    makeNodes()
    // In a project of our own, kinds are known and roles say which way they lead.
    let hasKinds = network.nodes.contains { $0.attributes["category"] != nil && $0.attributes["kind"] != nil }
    network.isOurs = hasKinds && !hasForeignKinds && vertices.firstMode == nil
    tellTallies()
    // Pajek gives every line the value 1 that has none.
    if network.edges.allSatisfy({ $0.weight == nil || $0.weight == 1 }) {
      for index in network.edges.indices { network.edges[index].weight = nil }
    }
  }

  /// So many vertices are made that no line names.
  private static let mostUnnamed = 100_000

  private mutating func makeNodes() {
    let isFew = vertices.count <= Self.mostUnnamed
    var unnamed = 0
    for number in 1..<max(vertices.count + 1, 1) {
      let vertex = vertices.vertex(number)
      guard isFew || vertex != nil || !vertices.names[number].isEmpty else {
        unnamed += 1
        continue
      }
      var attributes = vertex?.attributes ?? [:]
      if let first = vertices.firstMode, number > first {
        (attributes["category"], attributes["kind"]) = ("agreement", "affiliation")
      }
      network.nodes.append(
        ForeignNetwork.Node(id: vertices.name(of: number), attributes: attributes, place: vertex?.place))
    }
    if unnamed > 0 {
      warn(
        nil,
        "of \(InputLimits.grouped(vertices.count)) vertices, \(InputLimits.grouped(unnamed)) have no line of their own and "
          + "none that leads to them; they are left out.")
    }
  }

  private mutating func tellTallies() {
    func are(_ tally: Tally) -> String { tally.count == 1 ? "is" : "are" }
    if vertices.renamed.count > 0 {
      let tally = vertices.renamed
      warn(
        tally.first,
        "\(quantity(tally.count, "vertex", "vertices")) \(tally.count == 1 ? "has" : "have") the label of another; to tell "
          + "them apart, a number is added to the later ones.")
    }
    if tallies.negative.count > 0 {
      let tally = tallies.negative
      warn(
        tally.first,
        "\(quantity(tally.count, "line")) \(tally.count == 1 ? "has" : "have") a value that is no number from 0 on, which no "
          + "weight can be; it is kept as 'value'.")
    }
    if tallies.within.count > 0 {
      warn(
        tallies.within.first,
        "\(quantity(tallies.within.count, "line")) \(are(tallies.within)) within one of the two modes; expected lines from the "
          + "first to the second.")
    }
    if let first = tallies.firstTime, let last = tallies.lastTime, last < 100 {
      warn(nil, "the times run from \(first) to \(last); they are read as years.")
    }
  }
}
