/// Follows the statements of a graph in the DOT language, as far as it takes to count what they make.
struct DOTStatements {
  /// What a token was.
  enum Step {
    case nothing
    /// A word that may be a node.
    case node([UInt8])
    /// The name of an attribute.
    case name([UInt8])
    /// The end of the graph.
    case end
  }

  /// What stands in braces.
  private struct Frame {
    /// The name of the subgraph.
    var subgraph: [UInt8]?
    /// So many nodes at most are in it.
    var nodes = 0
    /// How many nodes the last end of an edge stands for; nil where no edge can begin.
    var last: Int?
    /// The same of the end before an edge's sign that has no other end yet.
    var pending: Int?
    /// The ends of the chain so far.
    var chain = 0
  }

  private var frames: [Frame] = []
  /// How many nodes are in a subgraph, by its name.
  private var sizes: [[UInt8]: Int] = [:]
  private var isInList = false
  private var isAfterColon = false
  private var isAfterEquals = false
  /// Whether the word `subgraph` came last.
  private var isSubgraph = false
  private var subgraphName: [UInt8]?
  private var lastWord: [UInt8]?
  /// So many edges the last token made.
  private(set) var made = 0

  /// How deep braces are open.
  var depth: Int { frames.count }
  /// Whether none is.
  var isOutside: Bool { frames.isEmpty }
  /// The ends of the chain of edges that is open.
  var chain: Int { frames.last?.chain ?? 0 }

  private static let keywords: Set<String> = ["node", "edge", "graph", "digraph", "strict"]

  mutating func take(word: [UInt8]) -> Step {
    made = 0
    if frames.isEmpty { return .nothing }
    if isAfterEquals || isAfterColon {
      (isAfterEquals, isAfterColon) = (false, false)
      return .nothing
    }
    if isInList {
      lastWord = word
      return .nothing
    }
    if isSubgraph {
      (isSubgraph, subgraphName) = (false, word)
      return .nothing
    }
    finishSubgraph()
    let text = word.count <= 8 ? String(decoding: word, as: UTF8.self).lowercased() : ""
    if text == "subgraph" {
      isSubgraph = true
      return .nothing
    }
    lastWord = word
    if Self.keywords.contains(text) { return .nothing }
    frames[frames.count - 1].nodes += 1
    complete(1)
    return .node(word)
  }

  mutating func takeEdge() -> Step {
    made = 0
    guard !frames.isEmpty, !isInList else { return .nothing }
    finishSubgraph()
    let place = frames.count - 1
    frames[place].pending = frames[place].last
    return .nothing
  }

  mutating func take(sign: UInt8) -> Step {
    made = 0
    switch sign {
    case UInt8(ascii: "{"): open()
    case UInt8(ascii: "}"): return close()
    case UInt8(ascii: "["):
      finishSubgraph()
      isInList = true
    case UInt8(ascii: "]"): isInList = false
    case UInt8(ascii: ":"): isAfterColon = !isInList
    case UInt8(ascii: "="):
      isAfterEquals = true
      return lastWord.map { .name($0) } ?? .nothing
    case UInt8(ascii: ";"), UInt8(ascii: ","):
      finishSubgraph()
      if !isInList, let place = frames.indices.last { frames[place].last = nil }
    default: break
    }
    if sign != UInt8(ascii: "=") { isAfterEquals = false }
    return .nothing
  }

  private mutating func open() {
    frames.append(Frame(subgraph: subgraphName))
    (isSubgraph, subgraphName, isInList) = (false, nil, false)
  }

  private mutating func close() -> Step {
    finishSubgraph()
    isInList = false
    guard let frame = frames.popLast() else { return .end }
    guard let place = frames.indices.last else { return .end }
    var size = frame.nodes
    if let name = frame.subgraph {
      size += sizes[name] ?? 0
      sizes[name] = size
    }
    frames[place].nodes += frame.nodes
    complete(size)
    return .nothing
  }

  /// A subgraph that is only named stands for its nodes.
  private mutating func finishSubgraph() {
    isSubgraph = false
    guard let name = subgraphName else { return }
    subgraphName = nil
    complete(sizes[name] ?? 0)
  }

  /// An end of edges, or a statement of its own, that stands for so many nodes.
  private mutating func complete(_ size: Int) {
    let place = frames.count - 1
    if let pending = frames[place].pending {
      made += pending.multipliedReportingOverflow(by: size).partialValue
      frames[place].chain += 1
    } else {
      frames[place].chain = 1
    }
    frames[place].last = size
    frames[place].pending = nil
  }
}
