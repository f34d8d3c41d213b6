import Diplomacy

extension GMLReader {
  /// What the list belongs to that is open, and what is put before the names in it.
  private var owner: (Owner, prefix: String)? {
    var prefix = ""
    if case .list(let path)? = open.last { prefix = path }
    for list in open.reversed() {
      switch list {
      case .graph: return (.file, prefix)
      case .node: return (.node, prefix)
      case .edge: return (.edge, prefix)
      case .skipped: return nil
      case .list: break
      }
    }
    return (.file, prefix)
  }

  mutating func store(_ key: String, _ range: Range<Int>, isText: Bool, _ place: Diagnostic.Place) {
    switch open.last {
    case .skipped?: return
    case .edge? where key == "source" || key == "target":
      let id = id(range, isText)
      if key == "source" { edges[edges.count - 1].source = id } else { edges[edges.count - 1].target = id }
      return
    case .edge? where key == "id": edges[edges.count - 1].id = id(range, isText)
    case .node? where key == "id": nodes[nodes.count - 1].id = id(range, isText)
    case .node? where key == "entity" && isText && nodes[nodes.count - 1].entity == nil:
      nodes[nodes.count - 1].entity = id(range, isText)
    case .graph? where key == "directed" && graphCount == 1: isDirected = id(range, isText) == "1"
    case .edge? where key == "directed" && !isText:
      edges[edges.count - 1].isDirected = id(range, isText) == "1"
    case .edge? where key == "weight" || key == "value":
      if !storeWeight(key, range, place) { fallthrough }
    default:
      guard let (owner, prefix) = owner else { return }
      let name = prefix + GMLText.name(key)
      keep(name, range, isText, owner)
    }
  }

  /// An id: a number as it is always written, or a text.
  private func id(_ range: Range<Int>, _ isText: Bool) -> String {
    if isText { return GMLText.text(scanner.bytes, range) }
    return scanner.bytes.integer(range).map { String($0) }
      ?? String(decoding: scanner.bytes[range], as: UTF8.self)
  }

  /// Takes a weight, if it can be one; `weight` goes before `value`, which is kept until the whole is known.
  /// - Returns: Whether nothing else is to be done with it.
  private mutating func storeWeight(_ key: String, _ range: Range<Int>, _ place: Diagnostic.Place) -> Bool {
    let index = edges.count - 1
    let number = scanner.bytes.number(range)
    if number?.isNaN == true { return true }
    guard let number, number >= 0, number.isFinite else {
      if key == "value" { return false }
      tallies.negative.add(place)
      keep("value", range, number == nil, .edge)
      return true
    }
    if key == "value" {
      if edges[index].weight == nil { (edges[index].weight, edges[index].isWeightValue) = (number, true) }
      return false
    }
    (edges[index].weight, edges[index].isWeightValue) = (number, false)
    return true
  }

  private mutating func keep(_ name: String, _ range: Range<Int>, _ isText: Bool, _ owner: Owner) {
    let bytes = scanner.bytes
    var kind = AttributeValue.Kind.text
    if !isText, let number = bytes.number(range) {
      // What says that there is no number says nothing.
      if number.isNaN { return }
      kind = bytes.integer(range) != nil ? .integer : .number
      if number.isInfinite { kind = .integer }
    }
    var value = isText ? GMLText.text(bytes, range) : String(decoding: bytes[range], as: UTF8.self)
    if kind == .integer || kind == .number, value.hasPrefix("+") { value.removeFirst() }
    if kind == .number {
      if value.hasPrefix(".") { value = "0" + value }
      if value.hasSuffix(".") { value += "0" }
    }
    if kind == .text, Accents.areTooMany(in: value) { fault(scanner.place, Accents.message) }
    // NetworkX marks so a list of one.
    guard value != "_networkx_list_start" else { return }
    switch owner {
    case .file: tell(Self.join(value, name, kind, &graphAttributes, &graphKinds), name)
    case .node where !nodes.isEmpty:
      tell(Self.join(value, name, kind, &nodes[nodes.count - 1].attributes, &nodeKinds), name)
    case .edge where !edges.isEmpty:
      tell(Self.join(value, name, kind, &edges[edges.count - 1].attributes, &edgeKinds), name)
    default: break
    }
  }

  /// Stores a value; behind another of the same name, with a semicolon between them.
  /// - Returns: Whether there was another.
  private static func join(
    _ value: String, _ name: String, _ kind: AttributeValue.Kind, _ attributes: inout [String: String],
    _ kinds: inout SeenKinds
  ) -> Bool {
    let isSecond = attributes[name] != nil
    kinds.add(name, isSecond ? .text : kind)
    if isSecond { attributes[name, default: ""] += "; \(value)" } else { attributes[name] = value }
    return isSecond
  }

  private mutating func tell(_ isJoined: Bool, _ name: String) {
    guard isJoined else { return }
    if tallies.joined.count == 0 { tallies.firstJoined = name }
    tallies.joined.add(scanner.place)
  }
}

/// What kinds of values attributes have: numbers where some are whole and some are not, texts where any is a text.
struct SeenKinds {
  private(set) var kinds: [String: AttributeValue.Kind] = [:]

  mutating func add(_ name: String, _ kind: AttributeValue.Kind) {
    guard let known = kinds[name] else {
      kinds[name] = kind
      return
    }
    guard known != kind, known != .text else { return }
    kinds[name] = kind == .text ? .text : .number
  }
}
