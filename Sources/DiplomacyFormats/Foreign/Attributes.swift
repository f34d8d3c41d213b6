import Diplomacy

/// The names of all attributes of a network, as they can be asked for whatever their case.
struct AttributeNames {
  /// The names that are alike but for their case, in order.
  private var variants: [String: [String]] = [:]
  /// The names that begin with `name_`, in order: wordings in other languages.
  let wordings: [String]

  init(_ network: ForeignNetwork) {
    var all = Set(network.nodeDefaults.keys).union(network.edgeDefaults.keys)
    for node in network.nodes where !node.attributes.isEmpty { all.formUnion(node.attributes.keys) }
    for edge in network.edges where !edge.attributes.isEmpty { all.formUnion(edge.attributes.keys) }
    for edge in network.hyperedges where !edge.attributes.isEmpty { all.formUnion(edge.attributes.keys) }
    let sorted = all.sorted()
    for name in sorted { variants[name.lowercased(), default: []].append(name) }
    wordings = sorted.filter { $0.lowercased().hasPrefix("name_") }
  }

  /// The names that are this one but for their case, in order.
  func variants(of name: String) -> [String] { variants[name] ?? [] }
}

/// What an element says, and beyond that what all of its sort have; what has been taken is gone.
struct Attributes {
  /// What is left of what the element says itself.
  private(set) var own: [String: String]
  private let defaults: [String: String]
  /// The defaults that stand for this element no more: something else is said, or they are taken.
  private(set) var usedDefaults: Set<String> = []

  init(_ own: [String: String], orElse defaults: [String: String]) {
    self.own = own
    self.defaults = defaults
    if !defaults.isEmpty, !own.isEmpty { usedDefaults = Set(own.keys.filter { defaults[$0] != nil }) }
  }

  /// Whether nothing is said.
  var isEmpty: Bool { own.isEmpty && defaults.isEmpty }

  private func has(_ key: String) -> Bool {
    own[key] != nil || defaults[key] != nil && !usedDefaults.contains(key)
  }

  /// Takes an attribute away.
  @discardableResult
  mutating func remove(_ key: String) -> String? {
    if own.isEmpty, defaults.isEmpty { return nil }
    if let value = own.removeValue(forKey: key) { return value }
    guard let value = defaults[key], !usedDefaults.contains(key) else { return nil }
    usedDefaults.insert(key)
    return value
  }

  /// What is left, to be kept: each name once, in order of the names; what says nothing is not.
  /// - Parameter defaults: What is kept of what all of its sort have; nil: nothing.
  func kept(
    as kinds: [String: AttributeValue.Kind], with defaults: [String: String]? = nil
  ) -> [Attribute] {
    if isEmpty { return [] }
    var rest = own
    for (key, value) in defaults ?? [:] where own[key] == nil && !usedDefaults.contains(key) {
      rest[key] = value
    }
    return rest.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
      .map { Attribute($0.key, AttributeValue($0.value, as: kinds[$0.key] ?? .text)) }
  }

  /// Takes the first attribute of some names that says something, whatever their case.
  mutating func take(_ names: [String], as known: AttributeNames) -> String? {
    if own.isEmpty, defaults.isEmpty { return nil }
    for name in names {
      guard let key = has(name) ? name : known.variants(of: name).first(where: has) else { continue }
      if let value = remove(key), !value.isEmpty { return value }
    }
    return nil
  }
}
