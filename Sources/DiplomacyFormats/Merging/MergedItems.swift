import Chronology
import Diplomacy

/// Parts of one thing, as several graphs have them.
extension GraphMerger {
  /// How parts of a sort are compared.
  struct Sort<Item: Hashable> {
    /// What of the thing they are, for notes.
    let field: String
    let attestation: WritableKeyPath<Item, Attestation>
    /// Whether two are the same but for how they are attested.
    let isSame: (Item, Item) -> Bool
    /// Whether two cannot both be so.
    let contradicts: (Item, Item) -> Bool
    let text: (Item) -> String
    /// Which of them an attestation is of, for notes; nil: of the thing itself.
    var part: ((Item) -> String)?
    /// The id under which one is noted; nil: that of the thing.
    var id: ((Item) -> String)?
    /// Takes over what an equal one says besides.
    var fuse: (inout GraphMerger, inout Item, Int, Item, Int) -> Void = { _, _, _, _, _ in }
  }

  /// An item, and the graphs that have it.
  struct Merged<Item> {
    var item: Item
    var graphs: Set<Int>
  }

  /// All items of several graphs: equal ones once, those that contradict an earlier one left out, or under readings.
  mutating func united<Item: Hashable>(
    _ lists: [(graph: Int, items: [Item])], of id: String, _ sort: Sort<Item>
  ) -> [Merged<Item>] {
    var merged: [Merged<Item>] = []
    var positions: [Item: [Int]] = [:]
    for (graph, items) in lists {
      for item in items {
        let equal = positions[item]?.first { !merged[$0].graphs.contains(graph) }
        let same =
          equal
          ?? (graph == lists.first?.graph
            ? nil
            : merged.indices.first { index in
              !merged[index].graphs.contains(graph) && sort.isSame(merged[index].item, item)
                && Self.haveOneSense(
                  merged[index].item[keyPath: sort.attestation], item[keyPath: sort.attestation])
            })
        guard let same else {
          positions[item, default: []].append(merged.count)
          merged.append(Merged(item: item, graphs: [graph]))
          continue
        }
        if equal == nil {
          let home = merged[same].graphs.min() ?? graph
          var kept = merged[same].item
          let part = sort.part?(kept) ?? " of \(sort.field) \(sort.text(kept))"
          kept[keyPath: sort.attestation] = fused(
            [(home, kept[keyPath: sort.attestation]), (graph, item[keyPath: sort.attestation])],
            of: sort.id?(kept) ?? id, part)
          sort.fuse(&self, &kept, home, item, graph)
          merged[same].item = kept
        }
        merged[same].graphs.insert(graph)
      }
    }
    return lists.count == 1 ? merged : settled(merged, among: lists.count, of: id, sort)
  }

  /// Whether two assertions are made in one sense, so that they can contradict each other.
  static func haveOneSense(_ one: Attestation, _ other: Attestation) -> Bool {
    one.modality == other.modality && one.holder == other.holder && Set(one.readings) == Set(other.readings)
  }

  /// Leaves out what contradicts something before it, or puts both under readings.
  private mutating func settled<Item: Hashable>(
    _ merged: [Merged<Item>], among count: Int, of id: String, _ sort: Sort<Item>
  ) -> [Merged<Item>] {
    var merged = merged
    var dropped: Set<Int> = []
    var varied: Set<Int> = []
    // What all graphs have contradicts nothing that one of them has besides.
    for index in merged.indices where merged[index].graphs.count < count {
      let item = merged[index].item
      for earlier in 0..<index where !dropped.contains(earlier) {
        let (attestation, other) = (
          merged[earlier].item[keyPath: sort.attestation], item[keyPath: sort.attestation]
        )
        guard merged[earlier].graphs.isDisjoint(with: merged[index].graphs),
          Self.haveOneSense(attestation, other),
          sort.contradicts(merged[earlier].item, item)
        else { continue }
        let canVary = asReadings && attestation.readings.isEmpty
        note(
          sort.id?(merged[earlier].item) ?? id, sort.field,
          (merged[earlier].graphs.min() ?? 0, sort.text(merged[earlier].item)),
          (merged[index].graphs.min() ?? 0, sort.text(item)), canVary ? .readings : .firstKept)
        if canVary {
          varied.formUnion([earlier, index])
        } else {
          dropped.insert(index)
          break
        }
      }
    }
    for index in varied.sorted() {
      merged[index].item[keyPath: sort.attestation].readings = readings(of: merged[index].graphs)
    }
    return merged.indices.filter { !dropped.contains($0) }.map { merged[$0] }
  }

  // MARK: Attestation

  /// How several graphs attest the same.
  mutating func fused(
    _ versions: [(graph: Int, attestation: Attestation)], of id: String, _ part: String = ""
  ) -> Attestation {
    var attestation = versions[0].attestation
    if versions.allSatisfy({ $0.attestation == attestation }) { return attestation }
    func each<Value>(_ value: (Attestation) -> Value?) -> [(graph: Int, value: Value?)] {
      versions.map { ($0.graph, value($0.attestation)) }
    }
    attestation.certainty = first(id, "certainty\(part)", each(\.certainty)) { $0.rawValue }
    attestation.modality = first(id, "modality\(part)", each(\.modality)) { $0.rawValue } ?? .actual
    attestation.holder = first(id, "holder\(part)", each(\.holder)) { $0.rawValue }
    attestation.citations = distinct(versions.flatMap(\.attestation.citations))
    attestation.note = first(id, "note\(part)", each(\.note))
    attestation.readings =
      first(id, "reading\(part)", each { $0.readings }) { readings in
        readings.isEmpty ? "all" : readings.map(\.rawValue).joined(separator: ", ")
      } ?? []
    attestation.secret = secret(versions.map { ($0.graph, $0.attestation.secret) }, of: id, part)
    return attestation
  }

  private mutating func secret(
    _ versions: [(graph: Int, secret: Knowledge?)], of id: String, _ part: String
  ) -> Knowledge? {
    let first = versions[0]
    if let other = versions.first(where: { ($0.secret == nil) != (first.secret == nil) }) {
      func word(_ secret: Knowledge?) -> String { secret == nil ? "false" : "true" }
      note(id, "secret\(part)", (first.graph, word(first.secret)), (other.graph, word(other.secret)))
      return first.secret
    }
    guard first.secret != nil else { return nil }
    func knowers(_ list: (Knowledge) -> [Knowledge.Knower], _ field: String, _ merger: inout GraphMerger)
      -> [Knowledge.Knower]
    {
      var merged: [(graph: Int, knower: Knowledge.Knower)] = []
      for (graph, secret) in versions {
        for knower in secret.map(list) ?? [] {
          guard let known = merged.first(where: { $0.graph != graph && $0.knower.actor == knower.actor })
          else {
            merged.append((graph, knower))
            continue
          }
          if known.knower != knower, !merged.contains(where: { $0.knower == knower }) {
            func text(_ knower: Knowledge.Knower) -> String {
              "\(knower.actor) \(knower.since?.styledText ?? "")".trimmingWhitespace()
            }
            merger.note(id, "\(field)\(part)", (known.graph, text(known.knower)), (graph, text(knower)))
          }
        }
      }
      return merged.map(\.knower)
    }
    let knownTo = knowers(\.knownTo, "known-to", &self)
    let unknownTo = knowers(\.unknownTo, "unknown-to", &self)
    return Knowledge(
      knownTo: knownTo, unknownTo: unknownTo,
      disclosures: distinct(versions.flatMap { $0.secret?.disclosures ?? [] }))
  }
}

extension HistoricalDate {
  /// Whether two dates are the same time, however they are written.
  func isSameTime(as other: HistoricalDate) -> Bool {
    self == other || edtf == other.edtf && earliest == other.earliest && latest == other.latest
  }

  /// Whether two dates may be, in part, the same time.
  func mayOverlap(_ other: HistoricalDate) -> Bool { earliest <= other.latest && other.earliest <= latest }
}

/// Whether two dates are the same time, or neither is stated.
func areSameTime(_ one: HistoricalDate?, _ other: HistoricalDate?) -> Bool {
  guard let one, let other else { return one == nil && other == nil }
  return one.isSameTime(as: other)
}
