import Chronology
import Diplomacy

extension GraphMerger {
  mutating func life(_ versions: [(graph: Int, life: AgreementLife)], of id: String) -> AgreementLife {
    var life = AgreementLife()
    func each<Item>(_ items: (AgreementLife) -> [Item]) -> [(graph: Int, items: [Item])] {
      versions.map { (graph: $0.graph, items: items($0.life)) }.filter { !$0.items.isEmpty }
    }
    life.acts = united(
      each(\.acts), of: id,
      Sort(
        field: "act", attestation: \.attestation, isSame: Self.areSame, contradicts: Self.contradict,
        text: { act in
          var act = act
          act.attestation = Attestation()
          return act.summary
        })
    ).map(\.item)
    life.statedInForce = united(
      each(\.statedInForce), of: id,
      Sort(
        field: "in-force", attestation: \.attestation, isSame: { areSameTime($0.date, $1.date) },
        contradicts: { one, other in
          guard let one = one.date, let other = other.date else { return true }
          return one.mayOverlap(other)
        }, text: { $0.text })
    ).map(\.item)
    life.terms = united(
      each(\.terms), of: id,
      Sort(
        field: "terms", attestation: \.attestation, isSame: Self.areSame, contradicts: { _, _ in true },
        text: { $0.words })
    ).map(\.item)
    life.reservations = united(
      each(\.reservations), of: id,
      Sort(
        field: "reservation", attestation: \.attestation,
        isSame: {
          $0.by == $1.by && $0.clause == $1.clause && areSameTime($0.date, $1.date)
            && areSameTime($0.withdrawn, $1.withdrawn) && $0.objections == $1.objections
        },
        contradicts: { $0.by == $1.by && $0.clause == $1.clause }, text: { $0.summary })
    ).map(\.item)
    life.obligations = obligations(each(\.obligations), of: id)
    return life
  }

  // MARK: Acts and terms

  private static func areSame(_ one: Act, _ other: Act) -> Bool {
    one.kind == other.kind && Set(one.by) == Set(other.by) && Set(one.between) == Set(other.between)
      && one.from == other.from && one.place == other.place && one.period == other.period
      && areSameTime(one.date, other.date) && areSameTime(one.until, other.until)
  }

  /// Acts that are done as often as one likes.
  private static let repeated: Set<Act.Kind> = [
    .amendment, .extension, .renewal, .suspension, .resumption, .breach,
  ]

  /// Whether two acts are told of what can have been done once only.
  private static func contradict(_ one: Act, _ other: Act) -> Bool {
    guard one.kind == other.kind, Set(one.by) == Set(other.by) else { return false }
    guard repeated.contains(one.kind) || !Act.Kind.core.contains(one.kind) else { return true }
    guard let date = one.date, let otherDate = other.date else { return true }
    return date.mayOverlap(otherDate)
  }

  private static func areSame(_ one: Terms, _ other: Terms) -> Bool {
    var (one, other) = (one, other)
    (one.attestation, other.attestation) = (Attestation(), Attestation())
    return one == other
  }

  // MARK: Obligations

  /// Obligations: those that say the same are one whatever their ids; an id made by place that is taken becomes another one.
  private mutating func obligations(
    _ lists: [(graph: Int, items: [Obligation])], of id: String
  ) -> [Obligation] {
    let sort = Sort<Obligation>(
      field: "obligation", attestation: \.attestation,
      isSame: { one, other in
        var other = other
        (other.id, other.attestation) = (one.id, one.attestation)
        return one == other
      },
      contradicts: { one, other in one.id == other.id && !Self.isMadeByPlace(one.id, id) }, text: { $0.words }
    )
    let merged = united(lists, of: id, sort)
    var taken: Set<StatementID> = []
    var obligations: [Obligation] = []
    for entry in merged {
      var obligation = entry.item
      if !taken.insert(obligation.id).inserted {
        var number = obligations.count + 1
        let base = Self.isMadeByPlace(obligation.id, id) ? "\(id).obligation-" : "\(obligation.id)."
        while taken.contains(StatementID("\(base)\(number)")) { number += 1 }
        obligation.id = StatementID("\(base)\(number)")
        taken.insert(obligation.id)
      }
      obligations.append(obligation)
      for graph in entry.graphs {
        for own in lists.first(where: { $0.graph == graph })?.items ?? []
        where own.id != obligation.id && sort.isSame(entry.item, own) {
          obligationIDs[graph, default: [:]][own.id] = obligation.id
        }
      }
    }
    return obligations
  }

  private static func isMadeByPlace(_ id: StatementID, _ agreement: String) -> Bool {
    id.rawValue.hasPrefix("\(agreement).obligation-")
  }
}

extension Terms {
  /// The terms in words: `duration P5Y, notice P1Y`.
  fileprivate var words: String {
    var words: [String] = []
    func add(_ key: String, _ value: String?) { if let value { words.append("\(key) \(value)") } }
    add("duration", duration?.description)
    add("until", until?.styledText)
    add("notice", notice?.description)
    switch renewal {
    case .each(let period): add("renewal", period.description)
    case .indefinite: add("renewal", "indefinite")
    case nil: break
    }
    add("enters-into-force", entry?.rawValue)
    add("ratification", ratification?.rawValue)
    add("ratifications", ratifications?.description)
    add("counts-from", termStart?.rawValue)
    add("denunciation", denunciation?.rawValue)
    add("denunciation-ends", denunciationEnds?.rawValue)
    add("breach", breach?.rawValue)
    add("ends-with", endsWith?.rawValue)
    add("clause", clause)
    return words.joined(separator: ", ")
  }
}

extension Obligation {
  /// The obligation in words: `remain-neutral by japan to ussr`.
  fileprivate var words: String {
    func list(_ word: String, _ ids: [EntityID]) -> String? {
      ids.isEmpty ? nil : "\(word) \(ids.map(\.rawValue).joined(separator: ", "))"
    }
    return [
      kind.name, list("by", by), list("to", to), list("about", about), list("against", against),
      condition.map { "if \($0)" }, unless.map { "unless \($0)" }, clause.map { "(\($0))" },
    ].compactMap(\.self).joined(separator: " ")
  }
}
