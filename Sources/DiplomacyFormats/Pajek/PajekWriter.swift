import Chronology
public import Diplomacy

/// Writes a view of a graph as a network of Pajek's: every entity a vertex with its label, every statement a line, in a
/// relation for each role, with the years in which they are there.
///
/// - Parameters:
///   - view: What is written: all that is there possibly.
///   - options: `two-mode` writes actors, agreements and who is party to which; `networkx` and `igraph` one relation and no years.
/// - Throws: What drawing throws, where places and colours are asked for.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
public func pajek(_ view: GraphView, _ options: WritingOptions = WritingOptions()) throws -> Export {
  var undrawn = LossReport()
  let looks = options.drawing == nil ? nil : options.looks(view, &undrawn)
  var writer = PajekWriter(view, options, looks)
  writer.writeVertices()
  writer.writeLines()
  return writer.export.adding(undrawn)
}

/// Writes a view of a graph as a project of Pajek's: the network, a partition of the entities by category and one by kind, and
/// vectors of what numbers are kept of them.
///
/// The titles of the partitions say what their numbers mean: `category (1 actor, 2 agreement)`.
/// - Parameter view: What is written: all that is there possibly.
/// - Throws: What drawing throws, where places and colours are asked for.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
public func pajekProject(_ view: GraphView, _ options: WritingOptions = WritingOptions()) throws -> Export {
  var undrawn = LossReport()
  let looks = options.drawing == nil ? nil : options.looks(view, &undrawn)
  var writer = PajekWriter(view, WritingOptions(), looks)
  writer.writeVertices()
  writer.writeLines()
  writer.writePartitions()
  return writer.export.adding(undrawn)
}

private struct PajekWriter {
  private let network: ExportedNetwork
  private let isPlain: Bool
  private let isTwoMode: Bool
  private let looks: [EntityID: NodeLook]?
  private var text = ""
  private var numbers: [EntityID: Int] = [:]
  private var years = PajekYears()
  private var losses = LossReport()
  /// The columns of nodes that stand in partitions and vectors.
  private var inProject: Set<String> = []

  init(_ view: GraphView, _ options: WritingOptions, _ looks: [EntityID: NodeLook]?) {
    network = ExportedNetwork(view)
    isPlain = options.dialect == "networkx" || options.dialect == "igraph"
    isTwoMode = options.dialect == "two-mode"
    self.looks = looks
    if let title = network.attributes.first(where: { $0.name == "title" })?.value.description, !title.isEmpty
    {
      text = "*Network \(PajekText.quoted(title).dropFirst().dropLast())\n"
    }
  }

  /// The parameters of vertices, and of lines, that Pajek knows.
  private static let vertexNames = [
    "x_fact", "y_fact", "phi", "r", "q", "ic", "bc", "bw", "lc", "la", "lr", "lphi", "fos", "font",
  ]
  private static let lineNames = [
    "w", "c", "p", "s", "a", "ap", "l", "lp", "lr", "lphi", "lc", "la", "fos", "font", "h1", "h2", "a1", "k1",
    "a2",
    "k2",
  ]

  // MARK: Vertices

  mutating func writeVertices() {
    let all = Array(network.nodes)
    var nodes = all
    if isTwoMode {
      let actors = all.filter { $0.entity.category == .actor }
      let agreements = all.filter { $0.entity.category == .agreement }
      nodes = actors + agreements
      text += "*Vertices \(nodes.count) \(actors.count)\n"
      losses.add(all.count - nodes.count, "entity that is neither actor nor agreement")
    } else {
      text += "*Vertices \(nodes.count)\n"
    }
    var distinct: Set<String> = []
    var again = 0
    let frame = PajekFrame(nodes, network.nodeColumns, looks)
    for node in nodes {
      numbers[node.entity.id] = numbers.count + 1
      var label = node.label.isEmpty ? node.entity.id.rawValue : node.label
      if !distinct.insert(label).inserted {
        again += 1
        label += " (\(node.entity.id.rawValue))"
        distinct.insert(label)
      }
      text += "\(numbers.count) \(PajekText.quoted(label))"
      writeLook(node, frame)
      if !isPlain { text += years.bracket(node.spans) }
      text += "\n"
    }
    losses.add(
      nodes.count { $0.entity.id.rawValue != $0.label }, "id of an entity", instead: "its label stands for it"
    )
    losses.add(again, "label of another entity again", instead: "written with its id")
    if frame.isScaled { losses.add(1, "places in a drawing", instead: "written in proportion, from 0 to 1") }
  }

  private mutating func writeLook(_ node: ExportedNetwork.Node, _ frame: PajekFrame) {
    text += frame.place(node) ?? ""
    if isPlain { return }
    if let look = looks?[node.entity.id] {
      let shape =
        switch look.shape {
        case .ellipse: "ellipse"
        case .diamond, .hexagon: "diamond"
        case .rectangle, .roundedRectangle: "box"
        }
      text += " \(shape) ic RGB\(look.color.drop { $0 == "#" })"
      return
    }
    for (column, value) in zip(network.nodeColumns, node.values) where column.isKept {
      guard let value else { continue }
      if column.name == "shape", Self.isWord(value.description) { text += " \(value)" }
    }
    text += Self.parameters(network.nodeColumns, node.values, Self.vertexNames)
  }

  private static func isWord(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5B }
  }

  /// The kept attributes that are parameters of Pajek's, each with a blank before it.
  private static func parameters(
    _ columns: [ExportedNetwork.Column], _ values: [AttributeValue?], _ names: [String]
  ) -> String {
    var text = ""
    for (column, value) in zip(columns, values) where column.isKept && names.contains(column.name) {
      guard let value else { continue }
      let word = value.description
      text += " \(column.name) \(isWord(word) && column.name != "l" ? word : PajekText.quoted(word))"
    }
    return text
  }

  // MARK: Lines

  mutating func writeLines() {
    var relations: [(role: Role, arcs: String, edges: String)] = []
    var places: [Role: Int] = [:]
    var outside = 0
    let isMixed = network.direction == .mixed
    for edge in network.edges {
      guard let source = numbers[edge.statement.subject], let target = numbers[edge.statement.object],
        !isTwoMode || edge.statement.role == .party
      else {
        outside += 1
        continue
      }
      let role = isPlain ? Role("") : edge.statement.role
      let place = places[role] ?? relations.count
      if place == relations.count {
        places[role] = place
        relations.append((role, "", ""))
      }
      let weight = edge.statement.weight ?? 1
      var line =
        "\(source) \(target) \(weight == weight.rounded() && weight < 1e15 ? String(Int(weight)) : "\(weight)")"
      if !isPlain {
        line += Self.parameters(network.edgeColumns, edge.values, Self.lineNames) + years.bracket(edge.spans)
      }
      line += "\n"
      if isTwoMode || !edge.isDirected && !(isPlain && isMixed) {
        relations[place].edges += line
      } else {
        relations[place].arcs += line
      }
    }
    for (index, relation) in relations.enumerated() {
      let name = isPlain || isTwoMode ? "" : " :\(index + 1) \(PajekText.quoted(relation.role.name))"
      if !relation.arcs.isEmpty { text += "*Arcs\(name)\n\(relation.arcs)" }
      if !relation.edges.isEmpty { text += "*Edges\(name)\n\(relation.edges)" }
    }
    losses.add(outside, "statement that makes no actor a party to an agreement")
    if isPlain, isMixed {
      losses.add(
        network.edges.count { !$0.isDirected }, "edge that leads both ways",
        instead: "written as one that leads one way")
    }
  }

  // MARK: Partitions

  /// Categories, kinds and numbers of the vertices. Vectors have no way to leave a vertex out, so that a number that some lack is
  /// not written.
  mutating func writePartitions() {
    let nodes = Array(network.nodes)
    guard !nodes.isEmpty else { return }
    for (place, column) in network.nodeColumns.enumerated() {
      let values = nodes.map { $0.values[place] }
      let isWord = !column.isKept && ["category", "kind"].contains(column.name)
      if isWord {
        let words = values.map { $0?.description ?? "" }
        var numbers: [String: Int] = [:]
        var legend: [String] = []
        for word in words where numbers[word] == nil {
          numbers[word] = numbers.count + 1
          legend.append("\(numbers.count) \(PajekText.legendWord(word))")
        }
        text += "\n*Partition \(column.name) (\(legend.joined(separator: ", ")))\n*Vertices \(nodes.count)\n"
        for word in words { text += "\(numbers[word] ?? 0)\n" }
      } else if column.isKept, column.kind == .integer || column.kind == .number,
        values.allSatisfy({ $0 != nil }), !["x", "y", "z"].contains(column.name)
      {
        let sort = column.kind == .integer ? "Partition" : "Vector"
        text +=
          "\n*\(sort) \(PajekText.quoted(column.name).dropFirst().dropLast())\n*Vertices \(nodes.count)\n"
        for value in values { text += "\(value?.description ?? "0")\n" }
      } else {
        continue
      }
      inProject.insert(column.name)
    }
  }

  // MARK: The whole

  var export: Export {
    var all = losses
    let drawn = ["x", "y", "z", "shape"] + Self.vertexNames
    var nodes = inProject.union(["label"])
    var edges: Set<String> = ["label", "weight", "directed"]
    if !isPlain {
      edges.insert("role")
      nodes.formUnion(ExportedNetwork.timeColumns)
      edges.formUnion(ExportedNetwork.timeColumns)
      if looks == nil { nodes.formUnion(drawn) }
      edges.formUnion(Self.lineNames)
    } else {
      nodes.formUnion(["x", "y"])
    }
    all.add(network.unheldAttributes(nodes: nodes, edges: edges, graph: ["title", "language"]))
    all.add(
      years.rounded, "time that whole years from 1 on do not say",
      instead: "written as the years from its earliest start to its latest end")
    all.add(years.missing, "time before the year 1, or never", instead: "written without a time")
    // Pajek takes a text for one in UTF-8 that begins with the mark.
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    return Export(bytes: (isASCII || isPlain ? [] : byteOrderMark) + Array(text.utf8), losses: all)
  }
}
