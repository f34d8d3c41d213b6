import Diplomacy
import DiplomacyFormats

extension JSONValue {
  /// What was asked with what it was asked of: whose knowledge, which senses, whose, without what and with which states as
  /// one, each where it is not the usual one.
  func asked(of view: GraphView?) -> JSONValue {
    guard case .object(var members) = self, let options = view?.options else { return self }
    func add(_ key: String, _ value: JSONValue) { members.append(member(key, value)) }
    if let actor = options.knownTo { add("known-to", .string(actor.rawValue)) }
    if options.counted != [.actual] {
      add(
        "modality",
        .array(Modality.allCases.filter(options.counted.contains).map { .string($0.rawValue) }))
    }
    if let holder = options.holder { add("holder", .string(holder.rawValue)) }
    if let left = view?.leftOut, !left.isEmpty { add("without", .array(left.map { .string($0) })) }
    if options.successors == .merged { add("successors", .string("merged")) }
    return .object(members)
  }
}
