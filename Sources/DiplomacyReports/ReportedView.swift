import Diplomacy
import DiplomacyFormats

extension JSONValue {
  /// What was asked with what it was asked of: whose knowledge, which senses, whose, without what and with which states as
  /// one, each where it is not the usual one.
  func asked(of view: GraphView?) -> JSONValue { view.map { asked(with: $0.options) } ?? self }

  /// The same with what is asked of a graph.
  func asked(with options: ViewOptions) -> JSONValue {
    guard case .object(var members) = self else { return self }
    func add(_ key: String, _ value: JSONValue) { members.append(member(key, value)) }
    if let actor = options.knownTo { add("known-to", .string(actor.rawValue)) }
    if options.counted != [.actual] {
      add(
        "modality",
        .array(Modality.allCases.filter(options.counted.contains).map { .string($0.rawValue) }))
    }
    if let holder = options.holder { add("holder", .string(holder.rawValue)) }
    let left = options.leftOut
    if !left.isEmpty { add("without", .array(left.map { .string($0) })) }
    if options.successors == .merged { add("successors", .string("merged")) }
    return .object(members)
  }
}
