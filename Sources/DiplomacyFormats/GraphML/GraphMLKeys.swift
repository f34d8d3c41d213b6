import Diplomacy

/// The keys of a GraphML file, by their ids; data may come before them.
final class GraphMLKeys {
  /// What a key is for.
  enum Domain: String { case graph, node, edge, hyperedge, port, endpoint, all }

  final class Key {
    let id: String
    /// What the attribute is called.
    fileprivate(set) var name: String { didSet { (isWeight, isID) = (name == "weight", name == "id") } }
    /// Whether it is the weight of edges, or the id that another program has given them.
    private(set) var isWeight: Bool
    private(set) var isID: Bool
    let domain: Domain
    let kind: AttributeValue.Kind
    /// Whether its texts stand for themselves, blanks and all.
    let isExact: Bool
    /// Whether it holds what yEd draws.
    let isDrawing: Bool
    fileprivate(set) var fallback: String?

    init(
      id: String, name: String, domain: Domain, kind: AttributeValue.Kind, isExact: Bool, isDrawing: Bool
    ) {
      self.id = id
      self.name = name
      (isWeight, isID) = (name == "weight", name == "id")
      self.domain = domain
      self.kind = kind
      self.isExact = isExact
      self.isDrawing = isDrawing
    }
  }

  private var table = ByteNames()
  /// The keys, in the order of the file, and those of each id.
  private var keys: [Key] = []
  private var byID: [[Int]] = []
  /// Where an id was used first that is not declared.
  private var uses: [Int: Diagnostic.Place] = [:]
  /// The kinds of attributes that are no texts, besides what the keys say.
  private var nodeKinds: [String: AttributeValue.Kind] = [:]
  private var edgeKinds: [String: AttributeValue.Kind] = [:]
  private var names: [Domain: [String: Int]] = [:]

  var count: Int { keys.count }
  /// Whether none is called so for a domain.
  func declares(_ name: String, _ domain: Domain) -> Bool { names[domain]?[name] != nil }

  /// The number of an id.
  func number(of bytes: UnsafeBufferPointer<UInt8>, at place: Diagnostic.Place) -> Int {
    let number = unsafe table.number(of: bytes)
    while byID.count <= number { byID.append([]) }
    if byID[number].isEmpty, uses[number] == nil { uses[number] = place }
    return number
  }

  /// The key of an id for a domain: one for that, else one for all, else any.
  func key(_ number: Int, _ domain: Domain) -> Key? {
    let own = byID[number]
    if own.count == 1 { return keys[own[0]] }
    let index =
      own.first { keys[$0].domain == domain } ?? own.first { keys[$0].domain == .all } ?? own.first
    return index.map { keys[$0] }
  }

  /// Takes a key in.
  /// - Returns: Its place.
  func add(_ key: Key, at place: Diagnostic.Place, _ findings: inout ImportFindings) -> Int {
    let number = table.number(of: key.id)
    while byID.count <= number { byID.append([]) }
    uses[number] = nil
    let index = keys.count
    if byID[number].contains(where: { keys[$0].domain == key.domain }) {
      findings.odd(
        place, "two keys have the id '\(Node.shortened(key.id))'; what has it is taken to be of the first.")
      keys.append(key)
      return index
    }
    if !key.isDrawing {
      let domains: [Domain] = key.domain == .all ? [.node, .edge, .hyperedge, .graph] : [key.domain]
      if domains.contains(where: { names[$0]?[key.name] != nil }) {
        var use = 2
        while domains.contains(where: { names[$0]?["\(key.name)_\(use)"] != nil }) { use += 1 }
        findings.odd(
          place,
          "two keys are called '\(Node.shortened(key.name))'; the second, '\(Node.shortened(key.id))', is called '\(Node.shortened(key.name))_\(use)' here."
        )
        key.name += "_\(use)"
      }
      for domain in domains { names[domain, default: [:]][key.name] = index }
    }
    byID[number].append(index)
    keys.append(key)
    return index
  }

  /// Notes what all have that say nothing themselves.
  func setDefault(_ text: String, _ index: Int) { keys[index].fallback = text }

  /// Notes what kind of values an attribute has that no key declares.
  func note(_ kind: AttributeValue.Kind, of name: String, _ domain: Domain) {
    if kind == .text { return }
    if domain == .node { nodeKinds[name] = kind } else if domain == .edge { edgeKinds[name] = kind }
  }

  /// The ids that data have and no key, in the order of the file.
  var undeclared: [(number: Int, id: String, place: Diagnostic.Place)] {
    uses.sorted { $0.key < $1.key }.map { ($0.key, table.texts[$0.key], $0.value) }
  }

  /// The ids that are declared.
  var declared: [String] { keys.map(\.id) }

  /// Tells the network the kinds of attributes, and what all have that say nothing themselves: of two keys of one name, the first.
  func noteDefaults(_ network: inout ForeignNetwork) {
    (network.nodeKinds, network.edgeKinds) = (nodeKinds, edgeKinds)
    for key in keys {
      let isAll = key.domain == .all
      if isAll || key.domain == .node, key.kind != .text { network.nodeKinds[key.name] = key.kind }
      if isAll || key.domain == .edge, key.kind != .text { network.edgeKinds[key.name] = key.kind }
      guard let fallback = key.fallback, !fallback.isEmpty else { continue }
      if isAll || key.domain == .node, network.nodeDefaults[key.name] == nil {
        network.nodeDefaults[key.name] = fallback
      }
      if isAll || key.domain == .edge, network.edgeDefaults[key.name] == nil {
        network.edgeDefaults[key.name] = fallback
      }
    }
  }
}
