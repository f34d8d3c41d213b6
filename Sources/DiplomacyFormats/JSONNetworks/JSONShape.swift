import Foundation

/// What a text in JSON holds, as far as its keys tell: which of the formats of networks it is.
struct JSONShape {
  /// The formats of networks in JSON.
  enum Kind { case nodeLink, graphology, cytoscape, cx, hif }

  /// The keys at the top, or in a list the keys of its first objects.
  private(set) var keys: Set<String> = []
  /// Whether it is a list at the top.
  private(set) var isList = false
  /// Whether nothing but blanks follows.
  private(set) var isWhole = false
  /// Of lists at the top, and of objects of objects, the keys of their first objects.
  private var elementKeys: [String: Set<String>] = [:]
  /// The keys that hold lists or objects.
  private var holders: Set<String> = []

  /// So many elements of each list are looked at.
  private static let sample = 20

  /// Looks at a text as far as it is JSON; nil where not even a key is.
  init?(_ bytes: [UInt8]) {
    var json = JSONReader(bytes)
    do throws(JSONReader.Fault) {
      switch try json.next() {
      case .beginObject: try takeMembers(&json)
      case .beginList:
        isList = true
        try takeElements(&json)
      default: return nil
      }
      isWhole = try json.next() == .end
    } catch {
      // What has been seen of a text that is cut off, or wrong further on, counts.
    }
    if keys.isEmpty, !isWhole { return nil }
  }

  private mutating func takeMembers(_ json: inout JSONReader) throws(JSONReader.Fault) {
    while try json.next() == .key {
      let key = json.text
      keys.insert(key)
      let value = try json.next()
      switch value {
      case .beginList:
        holders.insert(key)
        try takeKeys(ofElementsUnder: key, &json)
      case .beginObject:
        holders.insert(key)
        // What an object holds matters in two places alone.
        guard key == "graph" || key == "elements" else {
          try json.skip(value)
          continue
        }
        while try json.next() == .key {
          elementKeys[key, default: []].insert(json.text)
          try json.skip(try json.next())
        }
      default: break
      }
    }
  }

  private mutating func takeElements(_ json: inout JSONReader) throws(JSONReader.Fault) {
    var count = 0
    while true {
      let value = try json.next()
      if value == .endList { return }
      count += 1
      guard value == .beginObject, count <= Self.sample else {
        try json.skip(value)
        continue
      }
      try takeMembers(&json)
    }
  }

  private mutating func takeKeys(ofElementsUnder key: String, _ json: inout JSONReader) throws(JSONReader
    .Fault)
  {
    var count = 0
    while true {
      let value = try json.next()
      if value == .endList { return }
      count += 1
      guard value == .beginObject, count <= Self.sample else {
        try json.skip(value)
        continue
      }
      while try json.next() == .key {
        elementKeys[key, default: []].insert(json.text)
        try json.skip(try json.next())
      }
    }
  }

  /// Whether it is a graph file of ours.
  var isGraphFile: Bool { !isList && keys.contains("entente") }

  /// The format, as far as it is seen; nil where nothing tells.
  var kind: Kind? { isGraphFile || keys.contains("@graph") ? nil : isList ? listKind : objectKind }

  private var listKind: Kind? {
    if keys.contains("CXVersion") || keys.contains("numberVerification") { return .cx }
    let nodes = elementKeys["nodes"] ?? []
    if holders.contains("metaData") || nodes.contains("@id") { return .cx }
    return holders.contains("data") ? .cytoscape : nil
  }

  private var objectKind: Kind? {
    if keys.contains("@context") { return nil }
    let (nodes, edges) = (elementKeys["nodes"] ?? [], elementKeys["edges"] ?? [])
    if holders.contains("incidences") || keys.contains("network-type") { return .hif }
    if holders.contains("elements") { return .cytoscape }
    if nodes.contains("node") && !nodes.contains("id") || edges.contains("edge") && !edges.contains("source")
    {
      return .hif
    }
    if isGraphology(nodes, edges) { return .graphology }
    let inner = elementKeys["graph"] ?? []
    let hasNetwork =
      !holders.isDisjoint(with: ["nodes", "links", "edges", "adjacency"]) || inner.contains("nodes")
      || inner.contains("edges")
    let isTree = holders.contains("children") && (keys.contains("id") || keys.contains("name"))
    return hasNetwork || isTree ? .nodeLink : nil
  }

  private func isGraphology(_ nodes: Set<String>, _ edges: Set<String>) -> Bool {
    guard holders.contains("nodes") || holders.contains("edges"), !holders.contains("links") else {
      return false
    }
    if holders.contains("options") { return true }
    if nodes.contains("key"), !nodes.contains("id") { return true }
    return nodes.isEmpty && edges.contains("attributes") && !edges.contains("id")
      && (edges.contains("key") || edges.contains("undirected"))
  }

  /// Whether the telling part of a large file may come later: then the reader of node-link, which looks at all of it, decides.
  var isUndecided: Bool {
    !isList && !isWhole && kind == nil && !isGraphFile
      && keys.isDisjoint(with: ["@context", "@graph", "type", "$schema"])
  }
}
