import Chronology
import Diplomacy
import DiplomacyAnalysis

/// How an assertion is drawn: as what was so, or not quite.
enum Assertion: Hashable, Sendable {
  case plain
  /// Of certainty `low` or `medium`.
  case uncertain
  /// Planned, promised, believed or hypothetical.
  case imagined

  init(_ attestation: Attestation) {
    if attestation.modality != .actual {
      self = .imagined
    } else {
      self = attestation.certainty == .low || attestation.certainty == .medium ? .uncertain : .plain
    }
  }

  /// The weaker of two.
  func weaker(_ other: Assertion) -> Assertion {
    self == .imagined || other == .imagined
      ? .imagined : self == .uncertain || other == .uncertain ? .uncertain : .plain
  }
}

extension Holding {
  /// How visible is what is there on a part of the view's date alone, or only possibly; nil: wholly.
  var opacity: Double? {
    switch self {
    case .certainly, .not: nil
    case .partly: 0.7
    case .possibly: 0.45
    }
  }

  /// What pictures call it; nil where nothing is to be said.
  var key: PictureWords.Key? {
    switch self {
    case .certainly, .not: nil
    case .partly: .partly
    case .possibly: .possibly
    }
  }

  /// Those of which pictures say something.
  static let shaded: [Holding] = [.partly, .possibly]

  /// The less sure of two.
  func weaker(_ other: Holding) -> Holding {
    let order = Holding.allCases
    return (order.firstIndex(of: self) ?? 0) >= (order.firstIndex(of: other) ?? 0) ? self : other
  }
}

extension GraphView {
  /// How surely an entity is there on the view's date, as pictures draw it: without a date, nothing is said.
  func drawnHolding(of entity: Entity) -> Holding {
    options.at == nil ? .certainly : holding(of: entity)
  }

  /// The same of a statement.
  func drawnHolding(of statement: Statement) -> Holding {
    options.at == nil ? .certainly : holding(of: statement)
  }
}

/// Who takes part in an agreement, and how, as pictures draw it.
struct Participation: Sendable {
  /// One who takes part.
  struct Member: Sendable {
    let actor: EntityID
    /// The role that counts most: party, guarantor, and so on.
    let role: Role
    /// All of its roles.
    let roles: [Role]
    let assertion: Assertion
    /// How surely the statements hold on the view's date.
    let holding: Holding
    /// Whether it joined later by an accession.
    let hasAcceded: Bool
    /// Whether it left before the others.
    let hasWithdrawn: Bool
    /// When it took part.
    let spans: [Span]
    let isSecret: Bool
  }

  let agreement: Entity
  /// How surely it is in force on the view's date.
  let holding: Holding
  let assertion: Assertion
  let isSecret: Bool
  /// When it was concluded, or else first in force; nil: nothing is known.
  let date: HistoricalDate?
  /// When it was in force.
  let spans: [Span]
  let members: [Member]

  /// The first moment at which it may have been concluded or in force, by which agreements are in order.
  var beginning: Moment {
    date?.earliest ?? spans.map(\.earliestStart).min().flatMap { $0.isOpen ? nil : $0 } ?? .distantFuture
  }
}

extension GraphView {
  /// Whether an assertion is a secret on the view's date: one that was disclosed by then is none.
  func isSecret(_ attestation: Attestation) -> Bool {
    guard let secret = attestation.secret else { return false }
    guard let date = options.at, let disclosed = secret.disclosed else { return true }
    return disclosed.latest > date.earliest
  }

  /// The agreements of the view with those who take part, by date, then by id.
  /// - Complexity: O(*n* log *n* + *m*); *n* agreements, *m* statements.
  func participations(_ choice: PictureChoice) -> [Participation] {
    var participations: [Participation] = []
    for (entity, answer) in entities where entity.category == .agreement {
      let date = concluded(entity)
      let spans = presence(of: entity)
      let attestation = entity.attestation
      let participation = Participation(
        agreement: entity, holding: holding(answer, spans, isKnown: isSurelyKnown(entity)),
        assertion: Assertion(attestation), isSecret: isSecret(attestation),
        date: date, spans: spans, members: members(of: entity, choice))
      let first = participation.beginning
      if choice.from != nil || choice.to != nil {
        guard choice.mayHold(first, date?.latest ?? first) else { continue }
      }
      participations.append(participation)
    }
    return participations.sorted {
      ($0.beginning, $0.date?.latest ?? .distantFuture, $0.agreement.id.rawValue)
        < ($1.beginning, $1.date?.latest ?? .distantFuture, $1.agreement.id.rawValue)
    }
  }

  /// Those who take part in an agreement, in order of their statements.
  private func members(of agreement: Entity, _ choice: PictureChoice) -> [Participation.Member] {
    let rank = Dictionary(uniqueKeysWithValues: Role.participations.enumerated().map { ($1, $0) })
    var found: [EntityID: [(statement: Statement, answer: Answer)]] = [:]
    var order: [EntityID] = []
    for (statement, answer) in statements(about: agreement.id)
    where answer != .no && statement.object == agreement.id && rank[statement.role] != nil {
      guard choice.roles.isEmpty || choice.roles.contains(statement.role),
        let actor = graph[statement.subject], actor.category == .actor,
        choice.hasPersons || actor.kind != .person
      else { continue }
      if found[statement.subject] == nil { order.append(statement.subject) }
      found[statement.subject, default: []].append((statement, answer))
    }
    let whole = hull(of: presence(of: agreement))
    return order.map { actor in
      let statements = (found[actor] ?? []).sorted {
        rank[$0.statement.role, default: .max] < rank[$1.statement.role, default: .max]
      }
      let main = statements[0]
      let spans = self.spans(of: main.statement)
      return Participation.Member(
        actor: actor, role: main.statement.role, roles: statements.map(\.statement.role),
        assertion: Assertion(main.statement.attestation), holding: holding(of: main.statement),
        hasAcceded: acts(.accession, of: agreement, by: actor),
        hasWithdrawn: hasLeft(actor, agreement, spans, whole), spans: spans,
        isSecret: statements.allSatisfy { isSecret($0.statement.attestation) })
    }
  }

  private func acts(_ kind: Act.Kind, of agreement: Entity, by actor: EntityID) -> Bool {
    agreement.life?.acts.contains {
      $0.kind == kind && $0.by.contains(actor) && sees($0.attestation, of: agreement)
    } ?? false
  }

  /// Whether an actor withdrew, or gave notice while the agreement went on for others.
  private func hasLeft(_ actor: EntityID, _ agreement: Entity, _ spans: [Span], _ whole: Span?) -> Bool {
    if acts(.withdrawal, of: agreement, by: actor) { return true }
    guard acts(.denunciation, of: agreement, by: actor), let whole, let own = hull(of: spans) else {
      return false
    }
    return own.latestEnd < whole.latestEnd
  }

  /// The span that covers all of several; nil of none.
  func hull(of spans: [Span]) -> Span? {
    guard let first = spans.first else { return nil }
    return spans.dropFirst().reduce(first) { whole, span in
      Span(
        earliestStart: min(whole.earliestStart, span.earliestStart),
        latestStart: min(whole.latestStart, span.latestStart),
        earliestEnd: max(whole.earliestEnd, span.earliestEnd),
        latestEnd: max(whole.latestEnd, span.latestEnd))
    }
  }
}
