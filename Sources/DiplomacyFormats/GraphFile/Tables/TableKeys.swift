import Diplomacy

/// The keys of `tables:` in a graph file, beside ``GraphFileKeys``.
enum TableKeys {
  static let table = [
    "file", "sheet", "delimiter", "dates", "ends", "missing", "years", "where", "source", "reading",
    "contradictions", "unknown", "actors", "territories", "agreements", "events", "memberships", "links",
    "acts", "sources",
  ]
  static let value = [
    "column", "value", "template", "values", "else", "missing", "dates", "separator", "year", "month", "day",
    "step",
  ]
  static let condition = ["not", "at-least", "at-most", "is"]
  static let citation = ["source", "locator", "column", "values"]
  private static let common = ["where", "source", "reading", "dates", "ends"]
  private static let named = [
    "id", "name", "short-name", "kind", "note", "certainty", "identifiers", "attributes",
  ]
  private static let span = ["from", "until", "years"]

  /// The keys of what a row gives of a category.
  static func entity(_ category: Category) -> [String] {
    let own =
      switch category {
      case .actor, .territory: span
      case .event: span + ["when"]
      case .agreement: span + ["terms"] + acts.map(\.key)
      }
    return named + own + links(category).map(\.key) + common
  }
  static let membership =
    ["actor", "agreement", "event", "role", "weight", "note", "certainty"] + span + memberActs.map(\.key)
    + common
  static let link =
    ["subject", "role", "object", "when", "weight", "note", "certainty", "symmetric"] + span + common
  static let act = ["agreement", "act", "when", "by", "note", "certainty"] + common
  static let source = ["id", "title", "author", "publisher", "url", "date", "kind", "note", "where"]
  static let terms = ["duration", "notice", "renewal"]

  /// The acts of an agreement, by the keys of its dates.
  static let acts: [(key: String, act: Act.Kind)] =
    GraphFileKeys.datedActs + [("in-force", .entryIntoForce)]
  /// The acts of a member.
  static let memberActs: [(key: String, act: Act.Kind)] = [
    ("signed", .signature), ("ratified", .ratification), ("acceded", .accession), ("succeeded", .succession),
    ("in-force", .entryIntoForce), ("denounced", .denunciation), ("withdrew", .withdrawal),
    ("suspended", .suspension),
  ]

  /// The links that the row of an agreement or an event gives.
  static func links(_ category: Category) -> [GraphFileKeys.Link] {
    guard category == .agreement || category == .event else { return [] }
    return GraphFileKeys.links(category).filter { $0.role != .sameAs }
  }

  /// What the other end of such a link is, where a row says no more than its id.
  static func otherEnd(of link: GraphFileKeys.Link, _ category: Category) -> Category {
    [Category.territory, .actor, .agreement, .event].first {
      link.isReversed ? $0 != .territory && link.role.fits($0, category) : link.role.fits(category, $0)
    } ?? .actor
  }
}
