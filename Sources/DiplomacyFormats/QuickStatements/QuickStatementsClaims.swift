import Chronology
import Diplomacy

/// Which properties of Wikidata say what the graph says.
extension QuickStatementsWriter {
  // MARK: What is said of an entity itself

  mutating func entityClaims(_ entity: Entity) -> [Claim] {
    switch entity.category {
    case .actor, .territory: existenceClaims(entity)
    case .event: eventClaims(entity)
    case .agreement: agreementClaims(entity)
    }
  }

  private func claim(
    _ property: String, _ date: HistoricalDate?, _ attestation: Attestation, _ entity: Entity
  ) -> Claim? {
    guard let date, let time = WikidataTime(date) else { return nil }
    return Claim(
      property: property, value: time.value, qualifiers: time.qualifiers, attestation: attestation,
      fallback: entity.attestation)
  }

  /// Inception and dissolution (P571, P576), of persons birth and death (P569, P570).
  private mutating func existenceClaims(_ entity: Entity) -> [Claim] {
    let (first, last) = entity.kind == .person ? ("P569", "P570") : ("P571", "P576")
    func claims(_ date: HistoricalDate, _ attestation: Attestation) -> [Claim] {
      let (start, end) = Self.ends(of: date)
      return [claim(first, start, attestation, entity), claim(last, end, attestation, entity)].compactMap(
        \.self)
    }
    if let when = entity.when {
      if when.shape == .interval { return claims(when, entity.attestation) }
      lose("existence that is no period")
      return []
    }
    let own = view.viewed(entity).existence
    for _ in own.filter({ $0.condition != .independent }) { lose("existence occupied or in exile") }
    return own.filter { $0.condition == .independent }.flatMap { claims($0.date, $0.attestation) }
  }

  /// The ends of an interval; nil where they are open or unknown.
  private static func ends(of date: HistoricalDate) -> (HistoricalDate?, HistoricalDate?) {
    func point(_ end: HistoricalDate.Endpoint?) -> HistoricalDate? {
      if case .date(let date) = end { date } else { nil }
    }
    return (point(date.start), point(date.end))
  }

  /// Point in time (P585), or start and end time (P580, P582).
  private func eventClaims(_ event: Entity) -> [Claim] {
    guard let when = event.when else { return [] }
    guard when.shape == .interval else {
      return [claim("P585", when, event.attestation, event)].compactMap(\.self)
    }
    let (start, end) = Self.ends(of: when)
    return [
      claim("P580", start, event.attestation, event), claim("P582", end, event.attestation, event),
    ].compactMap(\.self)
  }

  /// Point in time of the signature (P585), start and end of the time in force (P580, P582), and by whom it was ratified (P6193).
  private mutating func agreementClaims(_ agreement: Entity) -> [Claim] {
    guard let life = view.life(of: agreement) else { return [] }
    var claims: [Claim] = []
    for act in life.acts {
      switch act.kind {
      case .signature where act.by.isEmpty || act == life.acts.first { $0.kind == .signature }:
        claims += [claim("P585", act.date, act.attestation, agreement)].compactMap(\.self)
      case .entryIntoForce where act.by.isEmpty:
        claims += [claim("P580", act.date, act.attestation, agreement)].compactMap(\.self)
      case .termination, .expiry:
        claims += [claim("P582", act.date, act.attestation, agreement)].compactMap(\.self)
      case .ratification where !act.by.isEmpty:
        for actor in act.by { claims += [ratification(by: actor, act, agreement)].compactMap(\.self) }
      case .signature: break
      default: lose("act of an agreement for which Wikidata has no property that fits")
      }
    }
    for _ in life.statedInForce { lose("stated time in force") }
    for _ in life.obligations { lose("obligation") }
    for _ in life.reservations { lose("reservation") }
    for terms in life.terms where !terms.isEmpty { lose("terms of an agreement") }
    return claims
  }

  private mutating func ratification(by actor: EntityID, _ act: Act, _ agreement: Entity) -> Claim? {
    guard let value = item(actor) else {
      lose("statement whose other end has no item of Wikidata")
      return nil
    }
    return Claim(
      property: "P6193", value: value, qualifiers: moment(act.date), attestation: act.attestation,
      fallback: agreement.attestation)
  }

  // MARK: Statements

  /// What a statement says of the item of an entity; nil, told, where that has no property.
  mutating func claim(_ statement: Statement, of home: Entity) -> Claim? {
    guard let property = property(statement, home) else { return nil }
    let other = statement.subject == home.id ? statement.object : statement.subject
    guard let value = item(other) else {
      lose("statement whose other end has no item of Wikidata")
      return nil
    }
    var claim = Claim(
      property: property, value: value, attestation: statement.attestation, fallback: home.attestation)
    if property == "P1891" {
      claim.qualifiers += moment(statement.when ?? signature(of: home, by: statement.subject))
    } else {
      claim.qualifiers += period(statement.when)
    }
    if let actor = statement.onBehalfOf {
      if let item = item(actor) {
        claim.qualifiers.append(("P1268", item))
      } else {
        lose("for whom somebody acts, who has no item of Wikidata")
      }
    }
    if statement.office != nil { lose("office") }
    return claim
  }

  /// The property that says what a role says; nil, told, where there is none.
  private mutating func property(_ statement: Statement, _ home: Entity) -> String? {
    let other = graph[statement.object]
    let acceded = view.life(of: home)?.acts.contains {
      ($0.kind == .accession || $0.kind == .succession) && $0.by.contains(statement.subject)
    }
    switch statement.role {
    case .signatory where home.category == .agreement: return "P1891"
    case .party where home.category == .agreement:
      if acceded != true, view.life(of: home)?.acts.contains(where: { $0.kind == .signature }) == true {
        return "P1891"
      }
      lose("party of which no signature is told")
      return nil
    case .depositary where home.category == .agreement: return "P2058"
    case .agent, .participant: return home.category == .event ? "P710" : unknown()
    case .place: return "P276"
    case .memberOf where other?.kind == .organization || other?.kind == .bloc: return "P463"
    case .partOf: return "P361"
    case .borders where home.category == .territory && other?.category == .territory: return "P47"
    case .successorOf, .supersedes: return "P1365"
    case .leadsTo: return "P1542"
    default: return unknown()
    }
  }

  private mutating func unknown() -> String? {
    lose("statement for which Wikidata has no property that fits")
    return nil
  }

  /// When somebody signed an agreement, or all did.
  private func signature(of agreement: Entity, by actor: EntityID) -> HistoricalDate? {
    let signatures = view.life(of: agreement)?.acts.filter { $0.kind == .signature } ?? []
    return signatures.first { $0.by.contains(actor) }?.date ?? signatures.first { $0.by.isEmpty }?.date
  }

  /// A date as a qualifier, which can have none itself.
  private mutating func moment(_ date: HistoricalDate?, as property: String = "P585") -> [(
    property: String, value: String
  )] {
    guard let date, let time = WikidataTime(date) else { return [] }
    if !time.qualifiers.isEmpty { lose("doubt about a date that is a qualifier") }
    return time.value == "somevalue" ? [] : [(property, time.value)]
  }

  /// Start and end time, or a point in time, as qualifiers.
  private mutating func period(_ date: HistoricalDate?) -> [(property: String, value: String)] {
    guard let date else { return [] }
    guard date.shape == .interval else { return moment(date) }
    let (start, end) = Self.ends(of: date)
    return moment(start, as: "P580") + moment(end, as: "P582")
  }
}
