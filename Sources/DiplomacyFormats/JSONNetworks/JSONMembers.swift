import Diplomacy

/// The columns of a network as members of objects in JSON that have some members of their own.
struct JSONMembers {
  /// What each column is called.
  let names: [String]
  private let columns: [ExportedNetwork.Column]
  /// The attributes that are called otherwise, since their names are taken.
  private let renamed: [(old: String, new: String)]

  /// - Parameter taken: The names that the format has for something else.
  init(_ columns: [ExportedNetwork.Column], besides taken: Set<String> = []) {
    self.columns = columns
    var used = taken.union(columns.map(\.name))
    var renamed: [(String, String)] = []
    names = columns.map { column in
      guard taken.contains(column.name) else { return column.name }
      var number = 2
      while !used.insert("\(column.name)_\(number)").inserted { number += 1 }
      renamed.append((column.name, "\(column.name)_\(number)"))
      return "\(column.name)_\(number)"
    }
    self.renamed = renamed
  }

  /// Notes the attributes that are called otherwise.
  func note(_ what: String, in losses: inout LossReport) {
    for (old, new) in renamed {
      losses.add(1, "attribute '\(old)' of \(what)", instead: "written as '\(new)'")
    }
  }

  /// The place of a column of numbers that another program's attribute has.
  func numbers(_ name: String) -> Int? {
    columns.firstIndex { $0.name == name && $0.isKept && ($0.kind == .number || $0.kind == .integer) }
  }

  /// Writes the members that are there.
  func write(_ values: [AttributeValue?], besides left: Set<Int> = [], to json: inout JSONWriter) {
    for (column, value) in values.enumerated() {
      guard let value, left.isEmpty || !left.contains(column) else { continue }
      json.member(names[column], value)
    }
  }
}

/// Where nodes stand: where a diagram draws them, else where another program had them.
struct JSONPositions {
  /// How nodes are drawn; empty where no diagram is asked for.
  let looks: [EntityID: NodeLook]
  private let columns: (x: Int, y: Int)?
  /// What drawing could not do.
  let losses: LossReport

  init(_ view: GraphView, _ members: JSONMembers, _ options: WritingOptions) {
    var losses = LossReport()
    looks = options.looks(view, &losses)
    self.losses = losses
    if let x = members.numbers("x"), let y = members.numbers("y") { columns = (x, y) } else { columns = nil }
  }

  /// How a node is drawn.
  func look(of node: ExportedNetwork.Node) -> NodeLook? { looks[node.entity.id] }

  /// A node's place, and the columns that say it.
  /// - Parameter isDownward: Whether what is lower has the larger number, as in Cytoscape and D3; other programs' numbers are
  ///   taken as they are.
  func place(
    of node: ExportedNetwork.Node, isDownward: Bool = true
  ) -> (x: AttributeValue, y: AttributeValue, columns: Set<Int>)? {
    let stated = columns.flatMap { columns in
      node.values[columns.x].flatMap { x in
        node.values[columns.y].map { (x, $0, Set([columns.x, columns.y])) }
      }
    }
    guard let look = looks[node.entity.id] else { return stated }
    let up = look.y == 0 ? 0 : look.y
    return (.number(look.x), .number(isDownward && up != 0 ? -up : up), stated?.2 ?? [])
  }
}

extension JSONWriter {
  /// Writes a key and its value on a line of its own, at the top of a file.
  mutating func line(_ name: String, isFirst: Bool = false, _ write: (inout JSONWriter) -> Void) {
    raw(isFirst ? "\n  " : ",\n  ")
    quoted(name)
    raw(": ")
    write(&self)
  }

  /// Writes an object of attributes.
  mutating func object(_ attributes: [Attribute]) {
    beginObject()
    for attribute in attributes { member(attribute.name, attribute.value) }
    endObject()
  }
}

extension ExportedNetwork {
  /// What is said of the whole, with the title as the name that other programs look for.
  var namedAttributes: [Attribute] {
    guard !attributes.contains(where: { $0.name == "name" }),
      let title = attributes.first(where: { $0.name == "title" })
    else { return attributes }
    return [Attribute("name", title.value)] + attributes
  }

  /// How many edges lead both ways.
  var undirectedCount: Int { view.statements.count { !Self.isDirected($0.statement) } }

  /// Whether two edges join the same nodes.
  var hasParallels: Bool {
    struct Ends: Hashable { let source, target: EntityID }
    var seen: Set<Ends> = []
    let isUndirected = direction == .undirected
    return view.statements.contains { item in
      let (source, target) = (item.statement.subject, item.statement.object)
      let isTurned = isUndirected && target < source
      return !seen.insert(Ends(source: isTurned ? target : source, target: isTurned ? source : target))
        .inserted
    }
  }
}
